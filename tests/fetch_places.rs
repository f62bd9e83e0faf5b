//! Where artifacts may come from, and in which order the places are asked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests are their own edge")]

mod kit;

use kit::body::{Body, some_bytes};
use kit::fetching::{Fetching, artifact};
use kit::server::{Fault, Server};
use std::time::Duration;

use quoc::fetch::{
    Cause, FetchError, FolderRepository, HttpRepository, MemoryRepository, Places, Repository, StoreError,
};
use quoc::model::{Artifact, Source};

fn demo() -> (Artifact, Vec<u8>) {
    let bytes = some_bytes(50_000);
    let body = Body::from(bytes.clone());
    let url = "https://files.pythonhosted.org/packages/aa/bb/demo-1.0.whl".parse().unwrap();
    (artifact("demo-1.0.whl", &body, &[url]), bytes)
}

#[test]
fn a_mirror_serves_the_public_hosts_paths() {
    let (artifact, bytes) = demo();
    let server = Server::start();
    server.put("/mirror/packages/aa/bb/demo-1.0.whl", bytes.clone());
    let mut run = Fetching::new();
    run.places.mirrors = vec![server.url("/mirror")];
    assert_eq!(run.bytes(&artifact), bytes);
}

#[test]
fn an_index_is_asked_in_json_first_and_tells_where_the_file_is() {
    let (artifact, bytes) = demo();
    let server = Server::start();
    server.put("/files/demo-1.0.whl", bytes.clone());
    let page = format!(
        r#"{{"meta":{{"api-version":"1.1"}},"name":"demo","files":[{{"filename":"demo-1.0.whl","url":"../../files/demo-1.0.whl","hashes":{{"sha256":"{}"}}}}]}}"#,
        artifact.sha256
    );
    server.put_as("/simple/demo/", "application/vnd.pypi.simple.v1+json", page.into_bytes());
    let mut run = Fetching::new();
    run.places.index = Some(server.url("/simple"));
    assert_eq!(run.bytes(&artifact), bytes);
    let asked = &server.seen()[0];
    assert_eq!(asked.path, "/simple/demo/");
    assert!(asked.header("accept").unwrap().starts_with("application/vnd.pypi.simple.v1+json,"));
}

#[test]
fn an_index_in_html_with_credentials_works_and_its_page_is_asked_for_once() {
    let (artifact, bytes) = demo();
    let server = Server::start();
    server.put("/files/demo-1.0.whl", bytes.clone());
    server.fault_times("/files/demo-1.0.whl", 2, Fault::CutAfter(20_000));
    let page =
        "<!DOCTYPE html><a href='/files/demo-0.9.whl'>demo-0.9.whl</a><a href='/files/demo-1.0.whl'>demo-1.0.whl</a>";
    server.put_as("/simple/demo/", "text/html", page.as_bytes().to_vec());
    let mut run = Fetching::new();
    let mut index = server.url("/simple/");
    index.set_username("me").unwrap();
    index.set_password(Some("word")).unwrap();
    run.places.index = Some(index);
    assert_eq!(run.bytes(&artifact), bytes);
    assert_eq!(server.seen_of("/simple/demo/").len(), 1);
    let basic = Some("Basic bWU6d29yZA==");
    assert!(server.seen().iter().all(|seen| seen.header("authorization") == basic), "{:?}", server.seen());
}

#[test]
fn an_index_without_the_file_with_another_one_or_with_a_broken_page_is_told_apart() {
    let (artifact, _) = demo();
    let server = Server::start();
    let mut run = Fetching::new();
    run.places.index = Some(server.url("/simple/"));
    assert!(matches!(run.cause(&artifact), Cause::NotListed));
    server.fault_once("/simple/demo/", Fault::LoginPage);
    assert!(matches!(run.cause(&artifact), Cause::LoginPage));
    server.fault_once("/simple/demo/", Fault::Status(401, None));
    assert!(matches!(run.cause(&artifact), Cause::Status { status: 401, .. }));
    server.put_as("/simple/demo/", "text/html", b"<a href='/f/demo-2.0.whl'>demo-2.0.whl</a>".to_vec());
    assert!(matches!(run.cause(&artifact), Cause::NotListed));
    let other = format!("<a href='/f/demo-1.0.whl#sha256={}'>x</a>", "a".repeat(64));
    server.put_as("/simple/demo/", "text/html", other.into_bytes());
    assert!(matches!(run.cause(&artifact), Cause::OtherFileListed { .. }));
    server.put_as("/simple/demo/", "application/json", b"{}".to_vec());
    assert!(matches!(run.cause(&artifact), Cause::BadIndexPage { .. }));
    server.put_as("/simple/demo/", "text/html", Body::Generated(2000));
    run.limits.index_page = 1999;
    assert!(matches!(run.cause(&artifact), Cause::BadIndexPage { .. }));
    run.limits.index_page = 2000;
    assert!(matches!(run.cause(&artifact), Cause::NotListed));
}

#[test]
fn a_page_of_an_index_that_drips_does_not_outlive_its_deadline() {
    let (artifact, _) = demo();
    let server = Server::start();
    server.put_as("/simple/demo/", "text/html", Body::Generated(2000));
    server.fault("/simple/demo/", Fault::Drip(1, Duration::from_millis(5)));
    let mut run = Fetching::new();
    run.places.index = Some(server.url("/simple/"));
    run.limits.rate = 0;
    run.limits.index_time = Duration::from_millis(100);
    assert!(matches!(run.cause(&artifact), Cause::TimedOut { .. }));
}

#[test]
fn a_place_that_fails_is_made_up_for_by_the_next_and_good_bytes_are_kept() {
    let bytes = some_bytes(1_000_000);
    let server = Server::start();
    let places = ["/a", "/b", "/c"].map(|path| server.put(path, bytes.clone()));
    server.fault("/a", Fault::Status(404, None));
    server.fault("/b", Fault::CutAfter(700_000));
    let artifact = artifact("demo-1.0.whl", &Body::from(bytes.clone()), &places);
    assert_eq!(Fetching::new().bytes(&artifact), bytes);
    assert_eq!(server.sent(), 1_000_000);
    // The rest came from another place: no entity tag of the first one is sent there.
    let last = server.seen_of("/c").remove(0);
    assert_eq!((last.header("range"), last.header("if-range")), (Some("bytes=700000-"), None));
}

#[test]
fn a_wrong_file_in_a_folder_does_not_stop_the_network() {
    let (mut artifact, bytes) = demo();
    let server = Server::start();
    artifact.sources = vec![Source::Url(server.put("/demo-1.0.whl", bytes.clone()))];
    let folder = tempfile::tempdir().unwrap();
    let mut run = Fetching::new();
    run.places.folders = vec![folder.path().to_owned()];
    for wrong in [vec![0; bytes.len()], vec![1; 3], vec![2; bytes.len() + 1]] {
        std::fs::write(folder.path().join("demo-1.0.whl"), wrong).unwrap();
        assert_eq!(run.bytes(&artifact), bytes);
        std::fs::remove_file(run.store.path(&artifact)).unwrap();
    }
    server.forget();
    std::fs::write(folder.path().join("demo-1.0.whl"), &bytes).unwrap();
    assert_eq!(run.bytes(&artifact), bytes);
    assert_eq!(server.seen(), []);
}

/// A folder with one target in it.
fn repository_folder(artifact: &Artifact, bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("targets")).unwrap();
    std::fs::create_dir_all(folder.path().join("metadata")).unwrap();
    let name = format!("{}.{}", artifact.sha256, artifact.name);
    std::fs::write(folder.path().join("targets").join(name), bytes).unwrap();
    folder
}

#[test]
fn a_target_comes_from_a_repository_of_any_form() {
    let (mut artifact, bytes) = demo();
    artifact.sources = vec![Source::Target(artifact.name.clone())];
    let folder = repository_folder(&artifact, &bytes);
    let server = Server::start();
    let base = server.put_folder("/releases/demo", folder.path());
    let run = Fetching::new();
    let carried = (format!("targets/{}.{}", artifact.sha256, artifact.name), bytes.clone());
    let http = HttpRepository::new(run.client.clone(), &base, run.limits.clone(), run.cancel.clone());
    let forms = [
        Repository::Memory(MemoryRepository::of([carried])),
        Repository::Folder(FolderRepository::new(folder.path())),
        Repository::Http(http),
    ];
    for form in forms {
        let run = Fetching { places: Places { repositories: vec![form], ..Places::default() }, ..Fetching::new() };
        assert_eq!(run.bytes(&artifact), bytes);
    }
    assert_eq!(server.seen().len(), 1);
}

#[test]
fn offline_everything_that_is_missing_is_named_at_once() {
    let server = Server::start();
    let bodies = [Body::Generated(10), Body::Generated(20), Body::Generated(30)];
    let names = ["a-1.0.whl", "b-1.0.whl", "c-1.0.whl"];
    let artifacts: Vec<Artifact> = names
        .iter()
        .zip(&bodies)
        .map(|(name, body)| artifact(name, body, &[server.put(&format!("/{name}"), body.clone())]))
        .collect();
    let mut run = Fetching::new();
    run.bytes(&artifacts[1]);
    server.forget();
    run.places.offline = true;
    let all: Vec<&Artifact> = artifacts.iter().collect();
    let Err(FetchError::Missing { files, offline: true }) = run.fetch(&all) else { panic!() };
    assert_eq!(files.iter().map(|file| file.as_str()).collect::<Vec<_>>(), ["a-1.0.whl", "c-1.0.whl"]);
    let folder = tempfile::tempdir().unwrap();
    for (artifact, body) in artifacts.iter().zip(&bodies) {
        std::fs::write(folder.path().join(artifact.name.as_str()), body.part(0, 99)).unwrap();
    }
    run.places.folders = vec![folder.path().to_owned()];
    assert_eq!(run.fetch(&all).unwrap().paths().count(), 3);
    assert_eq!(server.seen(), []);
    // A stored file that turns out corrupt counts as missing, too.
    run.places.folders = Vec::new();
    std::fs::write(run.store.path(&artifacts[0]), [9; 10]).unwrap();
    assert!(matches!(run.fetch(&all), Err(FetchError::Missing { offline: true, .. })));
}

#[test]
fn a_store_under_any_name_works_and_one_that_cannot_be_written_is_named() {
    let (mut artifact, bytes) = demo();
    let server = Server::start();
    artifact.sources = vec![Source::Url(server.put("/demo-1.0.whl", bytes.clone()))];
    let mut run = Fetching::new();
    run.store = quoc::fetch::Store::new(run.folder.path().join("Ünïcode näme/with 空 space"));
    assert_eq!(run.bytes(&artifact), bytes);
    let file = run.folder.path().join("file");
    std::fs::write(&file, "no folder").unwrap();
    run.store = quoc::fetch::Store::new(&file);
    let Err(FetchError::Store { folder, source }) = run.fetch(&[&artifact]) else { panic!() };
    assert_eq!(folder, file);
    assert!(!source.is_full());
}

#[cfg(unix)]
#[test]
fn what_the_disk_cannot_take_is_not_begun() {
    let (mut artifact, bytes) = demo();
    let server = Server::start();
    artifact.sources = vec![Source::Url(server.put("/demo-1.0.whl", bytes))];
    artifact.size = 1 << 60;
    let run = Fetching::new();
    let Err(FetchError::Store { folder, source: StoreError::NoRoom { needed, free } }) = run.fetch(&[&artifact]) else {
        panic!()
    };
    assert_eq!((folder.as_path(), needed), (run.store.root(), 1 << 60));
    assert!(free > 0 && free < needed);
    assert_eq!(server.seen(), []);
}
