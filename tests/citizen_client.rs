//! An application upgrades itself: the Python package's own tests, and a real application with a real installer.
#![allow(missing_docs, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests run programs from outside")]
#![cfg(unix)]

mod kit;

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use fs_err as fs;
use kit::machine::Machine;
use kit::repository::Repository;
use kit::wheel::{Built, Wheel};

fn package() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("installer/python/quoc_client")
}

#[test]
fn the_python_package_keeps_its_own_rules() {
    let mut python = Command::new(&kit::python::interpreter().path);
    python.args(["-B", "-m", "unittest", "--buffer"]).current_dir(package()).env("PYTHONPATH", "src");
    let output = python.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("\nOK"), "{said}");
}

/// The package as a wheel, with every module that it has.
fn client() -> Built {
    let mut wheel = Wheel::new("quoc-client", "1.0.0");
    for entry in fs::read_dir(package().join("src/quoc_client")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let name = format!("quoc_client/{}", path.file_name().unwrap().to_str().unwrap());
            wheel = wheel.module(&name, &fs::read_to_string(&path).unwrap());
        }
    }
    wheel.built()
}

/// A service that says its version whenever it is asked to, and upgrades itself on demand.
const SERVICE: &str = r#"
import sys, quoc_client
VERSION = "%VERSION%"
def main():
    if "--version" in sys.argv:
        return print("demo", VERSION)
    print("ready", VERSION, quoc_client.is_managed(), flush=True)
    for word in sys.stdin:
        if word.strip() == "upgrade":
            seen = []
            outcome = quoc_client.upgrade(lambda event: seen.append(event["event"]))
            print(outcome.action, outcome.version, outcome.restart_needed, seen[0], seen[-1], flush=True)
        import library
        print("still", VERSION, library.WORD, quoc_client.info().restart_needed, flush=True)
"#;

fn service(repository: Repository, version: &str) -> Repository {
    let code = SERVICE.replace("%VERSION%", version);
    let demo = Wheel::new("demo", version).module("demo.py", &code).script("demo", "demo:main");
    let library = Wheel::new("library", version).module("library.py", &format!("WORD = 'library-{version}'\n"));
    repository.wheel(demo.requires("library").requires("quoc-client").built()).wheel(library.built()).wheel(client())
}

#[test]
fn an_application_upgrades_itself_while_it_runs() {
    let (machine, web) = (Machine::new(), tempfile::tempdir().unwrap());
    let mut repository = service(Repository::new("demo", "1.0"), "1.0");
    let published = repository.publish(web.path());
    machine.quoc(&published.profile_folder, &[]).did("install");
    let mut running = Command::new(machine.bin().join("demo"));
    machine.at_home(&mut running);
    let mut running = running.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = running.stdin.take().unwrap();
    let mut output = BufReader::new(running.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert_eq!(output.next().unwrap(), "ready 1.0 True");
    service(repository.relocked("2.0"), "2.0").publish(web.path());
    writeln!(input, "upgrade").unwrap();
    assert_eq!(output.next().unwrap(), "upgrade 2.0 True started finished");
    // The old environment is whole: even what was not imported yet is that of the running version.
    assert_eq!(output.next().unwrap(), "still 1.0 library-1.0 True");
    drop(input);
    assert!(running.wait().unwrap().success());
    assert_eq!(machine.says("demo").unwrap(), "demo 2.0");
}
