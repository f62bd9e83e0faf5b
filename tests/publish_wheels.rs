//! `wheels`: what no index has a wheel of is built as users would build it, and released.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests ask the machine themselves")]

mod kit;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use fs_err as fs;
use kit::python::interpreter;
use kit::sdist::{Sdist, backend_wheel};
use kit::wheel::{Built, Wheel};
use quoc::fetch::{FolderRepository, Store};
use quoc::model::release::Os;
use quoc::model::{Artifact, Source};
use quoc::ports::{Cancel, Downloads, MetadataSource, SourceError};
use quoc::publish::face::{self, End, World};
use quoc::system::processes::ChildProcesses;

/// The files on the web.
struct Web(Vec<Built>);

impl Downloads for Web {
    fn download(&self, url: &url::Url, _: u64) -> Result<Vec<u8>, SourceError> {
        panic!("{url} is not asked for")
    }

    fn store(&self, artifacts: &[&Artifact], folder: &Path) -> Result<(), SourceError> {
        for artifact in artifacts {
            let file = self.0.iter().find(|file| file.sha256() == artifact.sha256).unwrap();
            let path = Store::new(folder).path(artifact);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &file.bytes).unwrap();
        }
        Ok(())
    }
}

struct Publisher {
    folder: tempfile::TempDir,
    web: Web,
}

impl Publisher {
    /// An application with a wheel, that needs a distribution without one.
    fn of(native: &Sdist, build_dependencies: &[Built]) -> Self {
        Self::with_application("def main():\n    print('demo')\n", native, build_dependencies)
    }

    /// One whose module is given.
    fn with_application(module: &str, native: &Sdist, build_dependencies: &[Built]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let demo = Wheel::new("demo", "1.0").module("demo.py", module).script("demo", "demo:main").built();
        let pip_path = kit::python::pip(interpreter()).path;
        let file_name = pip_path.file_name().unwrap().to_str().unwrap().to_owned();
        let pip = Built { file_name, bytes: fs::read(&pip_path).unwrap() };
        let sdist = native.built();
        let lock = [package("demo", "1.0", &demo, "wheels"), package("native", "2.0", &sdist, "sdist")].concat();
        let build: String = build_dependencies.iter().map(|it| package("kit-backend", "1.0", it, "wheels")).collect();
        let build = if build.is_empty() { "packages = []\n".to_owned() } else { build };
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        let head = "lock-version = \"1.0\"\ncreated-by = \"test\"\n";
        write("pylock.toml", &format!("{head}{lock}"));
        write("pylock.build-native.toml", &format!("{head}{build}"));
        write("requirements.txt", "");
        let artifact = pip.artifact(vec![Source::Url(url(&pip).parse().unwrap())]);
        write("pip.json", &serde_json::to_string(&artifact).unwrap());
        write("profile.toml", "id = \"demo\"\nname = \"Demo\"\npublisher = \"The Demo project\"\n");
        write("release.toml", &recipe());
        let mut files = vec![demo, sdist, pip];
        files.extend_from_slice(build_dependencies);
        Self { folder, web: Web(files) }
    }

    fn run(&self, line: &[&str]) -> (End, String, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let open = |place: &str| -> Result<Box<dyn MetadataSource>, SourceError> {
            Ok(Box::new(FolderRepository::new(place)))
        };
        let mut world = World {
            now: "2026-11-22T12:00:00Z".parse().unwrap(),
            locales: Vec::new(),
            folder: self.folder.path().to_owned(),
            path: std::env::split_paths(&std::env::var_os("PATH").unwrap()).collect(),
            variables: std::env::vars_os().collect(),
            processes: &ChildProcesses,
            cancel: Cancel::default(),
            downloads: &self.web,
            store: self.folder.path().join("cache/artifacts"),
            open: &open,
            serve: &|_, _, _| Ok(()),
            out: &mut out,
            err: &mut err,
            ask: &mut |_| true,
        };
        let end = face::run(line.iter().map(OsString::from), &mut world).unwrap();
        (end, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
    }

    fn builds(&self) -> (End, String, String) {
        self.run(&["wheels", "--python", interpreter().path.to_str().unwrap()])
    }

    fn releases(&self) -> (End, String, String) {
        self.run(&["release", "--python", interpreter().path.to_str().unwrap()])
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn url(file: &Built) -> String {
    format!("https://example.org/{}", file.file_name)
}

fn package(name: &str, version: &str, file: &Built, kind: &str) -> String {
    let entry = format!(
        "{{ name = \"{}\", url = \"{}\", size = {}, hashes = {{ sha256 = \"{}\" }} }}",
        file.file_name,
        url(file),
        file.bytes.len(),
        file.sha256()
    );
    let entry = if kind == "wheels" { format!("[{entry}]") } else { entry };
    format!("\n[[packages]]\nname = \"{name}\"\nversion = \"{version}\"\n{kind} = {entry}\n")
}

/// Claims this machine.
fn recipe() -> String {
    let os = match interpreter().platform.os {
        Os::LinuxGlibc => "linux-glibc",
        Os::LinuxMusl => "linux-musl",
        Os::Macos => "macos",
        Os::Windows => "windows",
    };
    let release = interpreter().version.release();
    format!(
        "requirement = \"demo==1.0\"\ncommands = [\"demo\"]\nsmoke-test = [\"demo\"]\npythons = [\"{}.{}\"]\n\
         [[platforms]]\nos = \"{os}\"\narch = \"{}\"\n[builds.native]\n",
        release[0],
        release[1],
        interpreter().platform.arch
    )
}

#[test]
fn what_has_no_wheel_is_built_from_its_locked_sdist_and_released() {
    let native = Sdist::new("native", "2.0").module("native.py", "x = 1\n").backend(&["kit-backend"], "kit_backend");
    let publisher = Publisher::of(&native, &[backend_wheel("1.0").built()]);
    let (end, out, err) = publisher.builds();
    assert_eq!(end, End::Done, "{out}{err}");
    assert!(out.contains("built native-2.0-py3-none-any.whl") && out.contains("next: release"), "{out}");
    assert!(!out.contains("users build"), "{out}");
    assert!(publisher.path("wheels/native-2.0-py3-none-any.whl").is_file());
    // What is there is not built again.
    assert!(publisher.builds().1.contains("nothing to build"));
    let (end, out, err) = publisher.releases();
    assert_eq!(end, End::Done, "{out}{err}");
    assert!(out.contains("screened 3 wheels") && out.contains("installed and started on this machine"), "{out}");
    assert!(publisher.path("staged/targets/native-2.0-py3-none-any.whl").is_file());
}

#[test]
fn what_users_would_build_with_is_screened_before_a_release() {
    let native = Sdist::new("native", "2.0").backend(&["kit-backend"], "kit_backend");
    let publisher = Publisher::of(&native, &[backend_wheel("1.0").script("python3", "kit_backend:evil").built()]);
    let (end, out, err) = publisher.run(&["release"]);
    assert!(matches!(end, End::Failed(_)), "{out}");
    assert!(err.contains("kit_backend-1.0-py3-none-any.whl is refused: \"python3\" would replace a part"), "{err}");
}

#[test]
fn a_build_that_fails_says_so_in_the_words_of_its_tools() {
    let publisher = Publisher::of(&Sdist::new("native", "2.0").on_build("raise SystemExit('out of luck')"), &[]);
    let (end, out, err) = publisher.builds();
    assert!(matches!(end, End::Failed(_)), "{out}");
    assert!(err.contains("native could not be built with Python"), "{err}");
    assert!(err.contains("out of luck"), "{err}");
    assert!(!publisher.path("wheels").exists());
}

#[test]
fn a_python_that_is_none_is_named() {
    let publisher = Publisher::of(&Sdist::new("native", "2.0"), &[]);
    let (end, _, err) = publisher.run(&["wheels", "--python", "/nowhere/python3"]);
    assert!(matches!(end, End::Failed(_)));
    assert!(err.contains("/nowhere/python3 cannot be used to build") && err.contains("does not exist"), "{err}");
}

#[test]
fn an_application_that_does_not_start_is_not_staged() {
    let native = Sdist::new("native", "2.0").module("native.py", "x = 1\n").backend(&["kit-backend"], "kit_backend");
    let module = "def main():\n    raise SystemExit('it does not start')\n";
    let publisher = Publisher::with_application(module, &native, &[backend_wheel("1.0").built()]);
    let (end, out, err) = publisher.releases();
    assert_eq!(end, End::Failed(14), "{out}{err}");
    assert!(err.contains("could not be installed on this machine") && err.contains("| it does not start"), "{err}");
    assert!(!publisher.path("staged/targets.json").exists());
}
