//! The ways to install Tahoe-LAFS, each from nothing: no cache, no environment, a home of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::index::Index;
use crate::stage::{Stage, output, tool};

/// One way to install.
pub struct Contender {
    /// What the table says.
    pub name: String,
    /// A name for folders.
    pub short: &'static str,
    /// What it does in the folder given.
    pub steps: Box<MakeSteps>,
}

type MakeSteps = dyn Fn(&Stage, &Index, &Path) -> Steps;

/// What it takes to install.
pub struct Steps {
    /// What is run, one after the other.
    pub install: Vec<Command>,
    /// Where the installed commands are then.
    pub commands: PathBuf,
}

/// Lists them, the plain way first: it is what the others are measured by.
pub fn all(stage: &Stage) -> Vec<Contender> {
    let mut all = vec![
        Contender {
            name: "`python -m venv`, `pip install --require-hashes`".to_owned(),
            short: "pip",
            steps: Box::new(|stage, index, folder| plain(stage, index, folder, &[])),
        },
        Contender {
            name: "the same with `--no-compile`".to_owned(),
            short: "pip-no-compile",
            steps: Box::new(|stage, index, folder| plain(stage, index, folder, &["--no-compile"])),
        },
    ];
    all.extend(pipx(stage));
    all.extend(uv(stage));
    all.push(Contender { name: "quoc".to_owned(), short: "quoc", steps: Box::new(quoc) });
    all
}

fn plain(stage: &Stage, index: &Index, folder: &Path, more: &[&str]) -> Steps {
    let venv = folder.join("venv");
    let mut make = stage.command(&stage.python, folder);
    make.args(["-m", "venv"]).arg(&venv);
    let mut install = stage.command(venv.join("bin/pip"), folder);
    install.args(["install", "--disable-pip-version-check", "--require-hashes", "--index-url", &index.simple()]);
    install.args(more).arg("-r").arg(&index.requirements);
    Steps { install: vec![make, install], commands: venv.join("bin") }
}

/// pipx takes no hashes; the same pins as constraints make it install the same files.
fn pipx(stage: &Stage) -> Option<Contender> {
    let pipx = tool("pipx")?;
    let common = stage.folder("pipx-common");
    let said = output(stage.command(&pipx, &common).arg("--version"));
    // What pipx keeps for all its applications is not made anew for each.
    let shared = common.join("shared");
    output(
        stage.command(&pipx, &common).args(["upgrade-shared", "--skip-maintenance"]).env("PIPX_SHARED_LIBS", &shared),
    );
    let steps = move |stage: &Stage, index: &Index, folder: &Path| {
        let constraints = without_hashes(index, folder);
        let mut install = stage.command(&pipx, folder);
        install.env("PIPX_HOME", folder.join("pipx")).env("PIPX_BIN_DIR", folder.join("bin"));
        install.env("PIPX_SHARED_LIBS", &shared);
        install.args(["install", "--backend", "pip", "--skip-maintenance", "--python"]).arg(&stage.python);
        install.args(["--index-url", &index.simple(), "--pip-args", &format!("-c {}", constraints.display())]);
        install.arg("tahoe-lafs");
        Steps { install: vec![install], commands: folder.join("bin") }
    };
    Some(Contender { name: format!("pipx {said}, the same pins"), short: "pipx", steps: Box::new(steps) })
}

fn without_hashes(index: &Index, folder: &Path) -> PathBuf {
    let text = fs_err::read_to_string(&index.requirements).unwrap();
    let pins = text.lines().filter(|line| !line.trim_start().starts_with("--hash"));
    let pins: String = pins.map(|line| format!("{}\n", line.trim_end_matches([' ', '\\']))).collect();
    let path = folder.join("constraints.txt");
    fs_err::write(&path, pins).unwrap();
    path
}

fn uv(stage: &Stage) -> Option<Contender> {
    let uv = tool("uv")?;
    let said = output(stage.command(&uv, &stage.folder("uv-version")).arg("--version"));
    let steps = move |stage: &Stage, index: &Index, folder: &Path| {
        let venv = folder.join("venv");
        let uv = || {
            let mut uv = stage.command(&uv, folder);
            uv.env("UV_NO_CONFIG", "1").env("UV_CACHE_DIR", folder.join("cache"));
            uv
        };
        let (mut make, mut install) = (uv(), uv());
        make.args(["venv", "--python"]).arg(&stage.python).arg(&venv);
        install.args(["pip", "install", "--require-hashes", "--index-url", &index.simple(), "--python"]).arg(&venv);
        install.arg("-r").arg(&index.requirements);
        Steps { install: vec![make, install], commands: venv.join("bin") }
    };
    let number = said.split_whitespace().nth(1).unwrap_or_default();
    let name = format!("uv {number}: `uv venv`, `uv pip install --require-hashes`");
    Some(Contender { name, short: "uv", steps: Box::new(steps) })
}

fn quoc(stage: &Stage, index: &Index, folder: &Path) -> Steps {
    let mut install = stage.quoc(folder);
    install.args(["--repository", &index.repository(), "--index-url", &index.simple()]);
    Steps { install: vec![install], commands: folder.join("prefix/bin") }
}
