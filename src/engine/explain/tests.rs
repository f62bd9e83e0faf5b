//! The rows that errors find.

use super::*;
use crate::fetch::{Cause, FetchError};
use crate::plan::Refusal;
use crate::ports::SourceError;
use crate::trust::{RefreshError, TrustError};

fn failed(cause: Cause) -> FetchError {
    let failure = Box::new(crate::fetch::Failure { place: "https://a.example/".to_owned(), cause });
    FetchError::Failed { artifact: "a.whl".parse().unwrap(), failure, others: Vec::new() }
}

fn code(error: impl Into<EngineError>) -> String {
    error.into().failure().code
}

#[test]
fn a_cut_line_a_short_file_a_wrong_hash_and_a_login_page_are_four_failures() {
    let digest = crate::model::Sha256Digest::of(b"");
    let codes = [
        code(failed(Cause::Cut { have: 1, size: 2, source: None })),
        code(failed(Cause::Short { have: 1, size: 2 })),
        code(failed(Cause::WrongHash { expected: digest, found: digest })),
        code(failed(Cause::LoginPage)),
    ];
    assert_eq!(codes, ["fetch-cut", "fetch-short", "fetch-wrong-hash", "fetch-login-page"]);
}

#[test]
fn a_disk_error_names_the_path_that_failed() {
    let missing = std::env::temp_dir().join("no such folder").join("file");
    let error = fs_err::File::open(&missing).unwrap_err();
    let failure = EngineError::from(crate::activate::ActivateError::from(error)).failure();
    assert_eq!(failure.code, "disk-other");
    assert_eq!(failure.arguments.get("path"), Some(&missing.display().to_string()));
}

#[test]
fn of_a_rename_that_failed_only_what_was_to_be_replaced_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("receipt.json");
    let error = fs_err::rename(folder.path().join("new"), &target).unwrap_err();
    assert_eq!(disk(&error, None).arguments.get("path"), Some(&target.display().to_string()));
}

#[test]
fn a_full_disk_and_missing_rights_are_told_apart() {
    let code = |kind: io::ErrorKind| disk(&kind.into(), Some(Path::new("/data"))).code;
    assert_eq!(code(io::ErrorKind::StorageFull), "disk-full");
    assert_eq!(code(io::ErrorKind::QuotaExceeded), "disk-full");
    assert_eq!(code(io::ErrorKind::PermissionDenied), "disk-rights");
    assert_eq!(code(io::ErrorKind::ReadOnlyFilesystem), "disk-rights");
    assert_eq!(code(io::ErrorKind::NotFound), "disk-other");
}

#[test]
fn an_untrusted_certificate_is_named_wherever_it_was_met() {
    let tls = || Cause::Tls { issuer: Some("Corp CA".to_owned()), source: "bad".into() };
    let source = SourceError::Unreachable {
        file: "timestamp.json".to_owned(),
        place: "https://a.example/".to_owned(),
        source: Box::new(tls()),
    };
    for failure in [EngineError::from(RefreshError::from(source)).failure(), EngineError::from(failed(tls())).failure()]
    {
        assert_eq!(failure.code, "fetch-tls");
        assert_eq!(failure.arguments.get("issuer").map(String::as_str), Some("Corp CA"));
    }
}

#[test]
fn whoever_wants_a_password_is_the_one_who_is_named() {
    let argument = |cause, name: &str| {
        let failure = EngineError::from(failed(cause)).failure();
        (failure.code.clone(), failure.arguments.get(name).cloned())
    };
    let proxy = || "proxy.example:3128".to_owned();
    let named = |code: &str| (code.to_owned(), Some(proxy()));
    assert_eq!(argument(Cause::ProxyLogin { proxy: Some(proxy()) }, "proxy"), named("fetch-proxy"));
    let unreachable = Cause::ProxyUnreachable { proxy: proxy(), source: "refused".into() };
    assert_eq!(argument(unreachable, "proxy"), named("fetch-proxy-unreachable"));
    let login = argument(Cause::Status { status: 401, retry_after: None }, "host");
    assert_eq!(login, ("fetch-login".to_owned(), Some("a.example".to_owned())));
}

#[test]
fn a_download_that_fails_names_the_server_and_the_details_its_address() {
    let host = |place: &str| {
        let failure = super::fetch::cause("a.whl", place, &Cause::LoginPage);
        failure.arguments.get("host").cloned().unwrap()
    };
    assert_eq!(host("https://a.example/packages/a.whl"), "a.example");
    assert_eq!(host("http://127.0.0.1:8080/a.whl"), "127.0.0.1:8080");
    assert_eq!(host("/media/stick/a.whl"), "/media/stick/a.whl");
    let failure = EngineError::from(failed(Cause::LoginPage)).failure();
    assert!(failure.details.iter().any(|line| line.contains("https://a.example/")), "{failure:?}");
}

#[test]
fn a_folder_of_releases_that_is_not_there_is_no_damaged_disk() {
    use crate::ports::MetadataSource as _;
    let nowhere = std::env::temp_dir().join("no such folder");
    let error = crate::fetch::FolderRepository::new(&nowhere).metadata("2.root.json", 5).unwrap_err();
    let failure = EngineError::from(RefreshError::from(error)).failure();
    assert_eq!((failure.code.as_str(), failure.exit_status), ("repository-not-there", 10));
}

#[test]
fn no_line_of_the_details_only_begins_the_next_one() {
    #[derive(Debug, thiserror::Error)]
    #[error("no room")]
    struct Outer(#[source] io::Error);
    assert_eq!(chain(&Outer(io::Error::other("no room: 3 bytes"))), ["no room: 3 bytes"]);
    assert_eq!(chain(&Outer(io::Error::other("quota"))), ["no room", "quota"]);
}

#[test]
fn a_python_that_was_asked_for_is_named() {
    let refused = || Refusal::NoInterpreter { requires: ">=3.9".parse().unwrap(), rejected: Vec::new() };
    let failure = |asked: Option<&str>| {
        let asked = asked.map(str::to_owned);
        EngineError::NoPython { source: Box::new(refused()), asked, unusable: Vec::new() }.failure()
    };
    assert_eq!(failure(None).code, "plan-no-python");
    let named = failure(Some("Python 3.7"));
    assert_eq!((named.code.as_str(), named.exit_status), ("plan-other-python", 13));
    assert_eq!(named.arguments.get("asked").map(String::as_str), Some("Python 3.7"));
}

#[test]
fn the_details_hold_the_whole_chain_of_causes() {
    let failure = EngineError::from(failed(Cause::Unreachable { source: "no route".into() })).failure();
    assert_eq!(failure.details.last().map(String::as_str), Some("no route"));
    assert!(failure.details.len() >= 3, "{:?}", failure.details);
}

#[test]
fn a_cancelled_run_has_one_code_wherever_it_was_stopped() {
    for error in [
        EngineError::Cancelled,
        crate::activate::ActivateError::Cancelled.into(),
        FetchError::Cancelled.into(),
        failed(Cause::Cancelled).into(),
        crate::environment::EnvironmentError::Cancelled.into(),
    ] {
        let failure = error.failure();
        assert_eq!((failure.code.as_str(), failure.exit_status), ("cancelled", 130));
        assert!(failure.details.is_empty());
    }
}

#[test]
fn what_is_older_exits_12_and_what_is_not_trusted_11() {
    let floor = TrustError::ReleaseBelowFloor { offered: "1.0".parse().unwrap(), floor: "1.1".parse().unwrap() };
    assert_eq!(EngineError::from(floor).failure().exit_status, 12);
    let hash = TrustError::WrongHash { file: "a".to_owned(), algorithm: "sha256".to_owned() };
    assert_eq!(EngineError::from(hash).failure().exit_status, 11);
}

#[test]
fn of_many_files_that_are_missing_offline_the_details_name_each() {
    let names: Vec<String> = (0..200).map(|number| format!("package_{number}-1.0-py3-none-any.whl")).collect();
    let files = names.iter().map(|name| name.parse().unwrap()).collect();
    let failure = EngineError::from(FetchError::Missing { files, offline: true }).failure();
    assert_eq!(failure.arguments.get("count").map(String::as_str), Some("200"));
    assert!(names.iter().all(|name| failure.details.contains(name)), "{:?}", failure.details);
}
