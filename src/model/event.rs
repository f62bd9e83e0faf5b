//! The facts that the rooms report while they work; every face reads the same ones.
//!
//! The NDJSON stream of `--json` is these events, one a line, beside a format version.

use serde::{Deserialize, Serialize};

use super::{FileName, Finding, Findings, PackageName, Removal, Version};

/// One fact. Sizes are bytes, times are milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Event {
    /// Another run is at work on the application; this one waits for it to end.
    Waiting {
        /// The application's folder.
        folder: String,
        /// Milliseconds that it waits at most.
        limit: u64,
    },
    /// A phase of the run began.
    Entered {
        /// Which.
        phase: Phase,
    },
    /// What will be done is known; nothing was changed yet.
    Planned(Box<Summary>),
    /// Bytes of an artifact arrived.
    Fetching {
        /// The artifact.
        artifact: FileName,
        /// Bytes on disk.
        have: u64,
        /// Bytes in all.
        size: u64,
    },
    /// A source of an artifact failed; it is tried again, or another is.
    Retrying {
        /// The artifact.
        artifact: FileName,
        /// The try that follows, from 2.
        attempt: u32,
        /// Milliseconds until then.
        wait: u64,
        /// English, for logs.
        cause: String,
    },
    /// A distribution is being built from its sdist.
    Building {
        /// The distribution.
        package: PackageName,
    },
    /// A distribution was unpacked.
    Installing {
        /// The distribution.
        package: PackageName,
        /// Distributions done, this one too.
        done: u64,
        /// Distributions in all.
        total: u64,
    },
    /// Installed files are being compared with what was published.
    Verifying {
        /// Bytes done.
        done: u64,
        /// Bytes in all.
        total: u64,
    },
    /// What the comparison came to.
    Verified(Box<Findings>),
    /// What was found to be damaged is as it should be again.
    Mended {
        /// What it was.
        mended: Vec<Finding>,
    },
    /// What an uninstall will take away is known; nothing was changed yet.
    Removing(Box<Removal>),
    /// The run ended well.
    Finished(Outcome),
    /// The run ended otherwise.
    Failed(Failure),
}

/// A phase of a run, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// What is installed is compared; nothing is changed.
    Verifying,
    /// What is installed is compared, so that what is damaged can be mended.
    Mending,
    /// The signed release is fetched and judged.
    Judging,
    /// The plan is made: interpreters are probed, the lock is evaluated.
    Planning,
    /// Artifacts are fetched.
    Fetching,
    /// Distributions without a wheel are built.
    Building,
    /// The virtual environment is made and filled.
    Installing,
    /// What was installed is checked.
    Checking,
    /// The new generation is switched to.
    Activating,
    /// The application is removed.
    Removing,
}

/// What a plan comes to, for faces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Summary {
    /// What will be done.
    pub action: Action,
    /// The application's name.
    pub name: String,
    /// Its publisher.
    pub publisher: String,
    /// The release's version.
    pub version: Version,
    /// The installed version.
    pub installed: Option<Version>,
    /// The Python that will be used.
    pub python: Version,
    /// Keys that signed the release.
    pub signed_by: u64,
    /// Keys needed.
    pub threshold: u64,
    /// Keys there are.
    pub keys: u64,
    /// Distributions in the environment.
    pub packages: u64,
    /// Bytes of all artifacts.
    pub size: u64,
    /// Bytes of them that are not in the store yet.
    pub to_fetch: u64,
    /// Distributions that are built on this machine.
    pub builds: Vec<PackageName>,
    /// The application's folder.
    pub folder: String,
    /// Bytes that it takes there, as far as can be said before; none where that was not looked at.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub on_disk: u64,
    /// Whether it opens windows of its own, so that it can be started from here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub graphical: bool,
    /// The application's processes that run now; they go on with the version that they were started with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub running: Vec<Running>,
    /// A newer release that is not installed by itself, because the person went back from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_aside: Option<Version>,
}

/// A process of the installed application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Running {
    /// The system's number of it.
    pub pid: u32,
    /// What was started, as people know it: the command's name where it is one of the application's.
    pub program: String,
}

/// What a plan does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Nothing is installed yet.
    Install,
    /// A newer release replaces the installed one.
    Upgrade,
    /// The installed release is installed anew.
    Repair,
    /// A newer release is made ready beside the running one; the next start switches to it.
    UpgradeLater,
    /// The version that was installed before is switched to again.
    GoBack,
    /// What is damaged of the installed release is put right.
    Mend,
    /// What is installed was compared, and nothing is damaged.
    Verify,
    /// There is nothing to do.
    UpToDate,
    /// The application is removed.
    Uninstall,
}

/// How a run ended well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Outcome {
    /// What was done.
    pub action: Action,
    /// The version that is installed now; none after an uninstall.
    pub version: Option<Version>,
    /// The launchers, as absolute paths.
    pub commands: Vec<String>,
    /// Whether the folder of the launchers is on the PATH.
    pub on_path: bool,
    /// What puts it there, where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path_note: Option<PathNote>,
    /// The version that is ready and that the next start switches to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<Version>,
    /// The application's processes that still run with the version that was installed before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub running: Vec<Running>,
    /// A newer release that was not installed, because the person went back from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_aside: Option<Version>,
    /// The version that was installed before and can be gone back to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Version>,
    /// What is typed to return to the version before, or to install the one that was left aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_command: Option<String>,
}

/// How a shell finds the commands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct PathNote {
    /// The start-up file of the person's shell.
    pub file: String,
    /// The line that belongs in it.
    pub line: String,
    /// Whether it is there already: it counts for shells that are started from now on.
    pub added: bool,
}

impl Outcome {
    /// Says what was done, and nothing else yet.
    pub fn of(action: Action) -> Self {
        Self {
            action,
            version: None,
            previous: None,
            commands: Vec::new(),
            on_path: false,
            path_note: None,
            pending: None,
            running: Vec::new(),
            left_aside: None,
            next_command: None,
        }
    }
}

/// How a run ended otherwise: the row of the error table, with what fills its texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Failure {
    /// Stable code, also the id of its Fluent message: `trust-expired`.
    pub code: String,
    /// Exit status of the process.
    pub exit_status: u8,
    /// What fills the message's variables.
    pub arguments: std::collections::BTreeMap<String, String>,
    /// The chain of causes, English, for logs and 'copy details'.
    pub details: Vec<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "for serde")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}
