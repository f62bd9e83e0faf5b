//! How long comparing an installation takes, against `sha256sum` over the same files on one core, in the same run.
//!
//! A tree like Tahoe-LAFS's: 56 wheels, 4,400 files, 76 MB. Processor time is compared, because the machine may be busy.
//! The figures to keep: 1.5 times `sha256sum`, with the wheels; `cargo bench --bench verify_files` prints them.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a bench"
)]

#[path = "../tests/kit/mod.rs"]
mod kit;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use fs_err as fs;
use kit::wheel::Wheel;
use quoc::environment::verify::{Comparison, Depth, compare};
use quoc::model::Sha256Digest;
use quoc::model::manifest::{Content, FORMAT, FileContent, InstallLayout, InstalledFile, InstalledWheel, Manifest};
use quoc::ports::{Cancel, Nobody};

const WHEELS: usize = 56;
const FILES: usize = 78;
const SIZE: usize = 17_300;

/// Text that packs about as well as Python's.
fn source(seed: usize) -> String {
    let mut state = seed as u64 + 1;
    let mut text = String::with_capacity(SIZE + 64);
    while text.len() < SIZE {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let word = state >> 40;
        text.push_str(&format!("    self.value_{} = function_{}(argument)\n", word % 997, word % 89));
    }
    text
}

/// Unpacks the wheels, and returns the record with where the wheels lie.
fn installed(folder: &Path, store: &Path) -> (Manifest, Vec<(usize, PathBuf)>) {
    let (mut files, mut wheels, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for index in 0..WHEELS {
        let name = format!("package{index}");
        let wheel = (0..FILES).fold(Wheel::new(&name, "1.0"), |wheel, number| {
            wheel.module(&format!("{name}/module{number}.py"), &source(index * FILES + number))
        });
        let built = wheel.built();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&built.bytes)).unwrap();
        for entry in 0..archive.len() {
            let mut entry = archive.by_index(entry).unwrap();
            let (inside, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
            entry.read_to_end(&mut bytes).unwrap();
            let path = format!("lib/site-packages/{inside}");
            fs::create_dir_all(folder.join(&path).parent().unwrap()).unwrap();
            fs::write(folder.join(&path), &bytes).unwrap();
            files.push(record(folder, path, (index, inside), &bytes));
        }
        let (file, sha256) = (built.file_name.parse().unwrap(), Sha256Digest::of(&built.bytes));
        places.push((index, built.write_to(store)));
        wheels.push(InstalledWheel { name: name.parse().unwrap(), version: "1.0".parse().unwrap(), file, sha256 });
    }
    let layout = InstallLayout { scripts: "bin".into(), site: "lib/site-packages".into(), headers: "include".into() };
    (Manifest { format: FORMAT, layout, wheels, files, bytecode: Vec::new(), pip: None }, places)
}

fn record(folder: &Path, path: String, (wheel, entry): (usize, String), bytes: &[u8]) -> InstalledFile {
    use std::os::unix::fs::PermissionsExt;
    let found = fs::metadata(folder.join(&path)).unwrap();
    let modified = found.modified().unwrap().duration_since(std::time::UNIX_EPOCH).unwrap();
    InstalledFile {
        path,
        content: Content::File(FileContent {
            size: bytes.len() as u64,
            sha256: Sha256Digest::of(bytes),
            mode: found.permissions().mode() & 0o7777,
            modified: u64::try_from(modified.as_nanos()).unwrap(),
            wheel: Some(wheel),
            entry: Some(entry),
            text: None,
        }),
    }
}

/// Processor time of this process, or of its ended children, in seconds.
fn processor(field: usize) -> f64 {
    let text = fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<f64> =
        text.rsplit(')').next().unwrap().split_whitespace().map(|f| f.parse().unwrap_or(0.0)).collect();
    (fields[field] + fields[field + 1]) / 100.0
}

/// Runs something several times; wall and processor time of each.
fn measured(field: usize, mut run: impl FnMut()) -> (Duration, f64) {
    run();
    let (start, before) = (Instant::now(), processor(field));
    for _ in 0..ROUNDS {
        run();
    }
    (start.elapsed() / ROUNDS, (processor(field) - before) / f64::from(ROUNDS))
}

const ROUNDS: u32 = 10;
const OWN: usize = 11;
const CHILDREN: usize = 13;

fn main() {
    let home = tempfile::tempdir().unwrap();
    let (folder, store) = (home.path().join("1"), home.path().join("store"));
    fs::create_dir_all(&store).unwrap();
    let (manifest, signed) = installed(&folder, &store);
    let list = home.path().join("list");
    let paths: Vec<String> = manifest.files.iter().map(|file| folder.join(&file.path).display().to_string()).collect();
    fs::write(&list, paths.join("\0")).unwrap();
    let look =
        |depth| compare(&Comparison { folder: &folder, manifest: &manifest, depth }, &Cancel::default()).unwrap();
    let whole = look(Depth::Full { signed: &signed, events: &Nobody });
    println!("{} files, {} MB, {} wheels compared", whole.files, whole.bytes / 1_000_000, whole.signed);
    assert!(whole.differences.is_empty() && whole.signed == WHEELS as u64, "{:?}", whole.differences.first());
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let sums = measured(CHILDREN, || {
        let script = format!("xargs -0 sha256sum < '{}' > /dev/null", list.display());
        assert!(Command::new("taskset").args(["-c", "0", "sh", "-c", &script]).status().unwrap().success());
    });
    let tell = |name: &str, (wall, cpu): (Duration, f64)| {
        let ratio = (wall.as_secs_f64() / sums.0.as_secs_f64(), cpu / sums.1);
        println!(
            "{name:34} {:6.0} ms wall ({:.2}), {:6.0} ms processor ({:.2})",
            wall.as_secs_f64() * 1e3,
            ratio.0,
            cpu * 1e3,
            ratio.1
        );
    };
    tell("sha256sum on one core", sums);
    tell(
        "verify, with the signed wheels",
        measured(OWN, || drop(look(Depth::Full { signed: &signed, events: &Nobody }))),
    );
    tell("verify, with the record alone", measured(OWN, || drop(look(Depth::Full { signed: &[], events: &Nobody }))));
    tell("the look at every start", measured(OWN, || drop(look(Depth::Quick))));
}
