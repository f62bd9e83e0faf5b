//! Names of wheels are read as `packaging.utils` reads them (tests/interop/wheels.py wrote the table).
#![allow(clippy::unwrap_used, reason = "tests")]

use quoc::model::WheelFilename;
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    names: Vec<(String, Option<Reading>)>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Reading {
    name: String,
    version: String,
    build: Option<(u64, String)>,
    tags: Vec<String>,
}

/// Names of distributions begin and end with a letter or digit, also when they are escaped.
const STRICTER: [&str; 2] = ["_foo-1.0-py3-none-any.whl", "foo_-1.0-py3-none-any.whl"];

#[test]
fn a_wheel_name_is_read_as_packaging_reads_it() {
    let table: Table = serde_json::from_str(include_str!("data/model/wheels.json")).unwrap();
    assert!(table.names.len() > 80);
    for (text, expected) in table.names {
        let read = text.parse::<WheelFilename>().ok().map(|wheel| {
            let mut tags: Vec<String> = wheel.tags.iter().map(ToString::to_string).collect();
            tags.sort();
            Reading { name: wheel.name.to_string(), version: wheel.version.to_string(), build: wheel.build, tags }
        });
        if STRICTER.contains(&text.as_str()) {
            assert_eq!(read, None, "{text}");
        } else {
            assert_eq!(read, expected, "{text}");
        }
    }
}
