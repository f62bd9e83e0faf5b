//! Markers hold where `packaging.markers` says so (tests/interop/markers.py wrote the table).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::sync::LazyLock;

use proptest::prelude::*;
use quoc::model::marker::MarkerProblem;
use quoc::model::{Marker, MarkerEnvironment};
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    environments: Vec<MarkerEnvironment>,
    expressions: Vec<(String, Option<String>)>,
}

/// PEP 751 lets the sets be asked for membership only; packaging takes this as never true.
const STRICTER: [&str; 1] = ["'dev' == extras"];

fn table() -> Table {
    serde_json::from_str(include_str!("data/model/markers.json")).unwrap()
}

fn linux() -> MarkerEnvironment {
    static LINUX: LazyLock<MarkerEnvironment> = LazyLock::new(|| table().environments.remove(0));
    LINUX.clone()
}

fn problem(text: &str) -> MarkerProblem {
    text.parse::<Marker>().unwrap_err().problem
}

#[test]
fn a_marker_holds_where_packaging_says_so() {
    let table = table();
    assert!(table.expressions.len() > 2000);
    let mut different = Vec::new();
    for (text, expected) in &table.expressions {
        let answers = text.parse::<Marker>().ok().map(|marker| {
            table.environments.iter().map(|values| if marker.evaluate(values, &[]) { '1' } else { '0' }).collect()
        });
        let ours: Option<String> = answers;
        if ours != *expected && !STRICTER.contains(&text.as_str()) {
            different.push(format!("{text:40} packaging {expected:?} ours {ours:?}"));
        }
    }
    assert!(different.is_empty(), "{}:\n{}", different.len(), different.join("\n"));
}

#[test]
fn a_marker_reads_back_what_it_wrote() {
    for (text, _) in table().expressions {
        if let Ok(marker) = text.parse::<Marker>() {
            assert_eq!(marker.to_string().parse::<Marker>().unwrap(), marker, "{text}");
        }
    }
}

#[test]
fn or_binds_weaker_than_and_in_what_is_written() {
    let text = "os_name == 'nt' and (os_name == 'a' or os_name == 'b') or os_name == 'c'";
    assert_eq!(text.parse::<Marker>().unwrap().to_string(), text);
}

#[test]
fn an_extra_holds_for_each_chosen_one_in_its_normal_form() {
    let marker: Marker = "extra == 'Some.Extra' and os_name == 'posix'".parse().unwrap();
    assert!(marker.evaluate(&linux(), &["other", "some_extra"]));
    assert!(!marker.evaluate(&linux(), &["other"]));
    let set: Marker = "'Some.Extra' in extras".parse().unwrap();
    assert!(set.evaluate(&linux(), &["some-extra"]));
    assert!(!set.evaluate(&linux(), &[]));
}

#[test]
fn a_comparison_that_is_undefined_somewhere_is_refused_when_it_is_read() {
    for text in [
        "os_name ~= '1.0'",
        "python_version ~= '3'",
        "'3.8' ~= python_version",
        "os_name === 'x'",
        "extras == 'x'",
        "'x' == extras",
    ] {
        assert!(matches!(problem(text), MarkerProblem::Undefined { .. }), "{text}");
    }
    for text in ["'a' == 'a'", "os_name == sys_platform"] {
        assert_eq!(problem(text), MarkerProblem::NotOneOfEach, "{text}");
    }
}

#[test]
fn an_escape_in_a_constant_is_refused() {
    assert!(matches!(problem(r"os_name == 'a\x41'"), MarkerProblem::Expected { .. }));
}

#[test]
fn parentheses_nest_to_their_limit_and_no_deeper() {
    let nested = |depth: usize| format!("{}os_name == 'nt'{}", "(".repeat(depth), ")".repeat(depth));
    nested(32).parse::<Marker>().unwrap();
    assert_eq!(problem(&nested(33)), MarkerProblem::TooDeep);
    assert_eq!(problem(&"(".repeat(16 * 1024)), MarkerProblem::TooDeep);
}

#[test]
fn a_marker_ends_at_its_limit() {
    let padded = |length: usize| format!("{:length$}", "os_name == 'nt'");
    padded(16 * 1024).parse::<Marker>().unwrap();
    assert_eq!(problem(&padded(16 * 1024 + 1)), MarkerProblem::TooLong);
}

proptest! {
    #[test]
    fn reading_a_marker_never_panics(text in "[ ()a-z_.'\"<>=!~0-9\\\\é]{0,60}") {
        drop(text.parse::<Marker>());
    }

    #[test]
    fn evaluating_a_marker_never_panics(
        variable in "(python_version|python_full_version|platform_release|implementation_version|sys_platform)",
        operator in "(<|<=|==|!=|>=|>|~=|===|in|not in)",
        left in "[0-9.a-z+!*-]{0,12}", value in "[0-9.a-z+!*-]{0,12}", first: bool,
    ) {
        let text = if first { format!("'{left}' {operator} {variable}") } else { format!("{variable} {operator} '{left}'") };
        if let Ok(marker) = text.parse::<Marker>() {
            let environment = MarkerEnvironment {
                python_version: value.clone(), python_full_version: value.clone(),
                platform_release: value.clone(), implementation_version: value, ..linux()
            };
            marker.evaluate(&environment, &[]);
            prop_assert_eq!(marker.to_string().parse::<Marker>().unwrap(), marker);
        }
    }
}
