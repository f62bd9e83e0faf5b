//! The one table of errors: stable code, exit status, and the variables that fill the texts.
//!
//! Every way in which a run can end badly is a row here. The code is also the id of the Fluent message, and
//! code + `-hint` that of 'what you can do' (invariant 7); tests hold every catalogue to this table.
//! Codes and exit statuses are a promise to scripts: rows are added, never changed.

use std::collections::BTreeMap;
use std::error::Error;

use crate::model::event::Failure;

/// One kind of failure.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// Stable code, the id of its message.
    pub code: &'static str,
    /// Exit status of the process.
    pub exit_status: u8,
    /// The variables of its message and hint.
    pub arguments: &'static [&'static str],
}

impl Row {
    /// Makes the failure, with the chain of causes for logs.
    ///
    /// `arguments` must be the row's own; a debug build checks that.
    pub fn failure<const N: usize>(
        &self,
        arguments: [(&'static str, String); N],
        cause: Option<&(dyn Error + 'static)>,
    ) -> Failure {
        let arguments: BTreeMap<String, String> =
            arguments.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        debug_assert!(self.takes(&arguments), "{} does not take {arguments:?}", self.code);
        let details = cause.map(chain).unwrap_or_default();
        Failure { code: self.code.to_owned(), exit_status: self.exit_status, arguments, details }
    }

    fn takes(&self, arguments: &BTreeMap<String, String>) -> bool {
        arguments.len() == self.arguments.len() && self.arguments.iter().all(|name| arguments.contains_key(*name))
    }
}

/// Returns the texts of an error and of everything that caused it, outermost first; one that the next begins with adds nothing.
pub fn chain(error: &(dyn Error + 'static)) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut next = Some(error);
    while let Some(error) = next.filter(|_| texts.len() < MAX_CHAIN) {
        let text = error.to_string();
        texts.pop_if(|last| text.starts_with(last.as_str()));
        texts.push(text);
        next = error.source();
    }
    texts
}

/// Returns what a person can hand on to whoever helps them: the failure and the last lines of the log, English.
pub fn details(failure: &Failure, log: &[String]) -> String {
    let Failure { code, exit_status, arguments, details } = failure;
    let head = format!("{} {}: {code}, exit status {exit_status}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    let arguments = arguments.iter().map(|(name, value)| format!("  {name}: {value}"));
    let causes = details.iter().map(|detail| format!("  because: {detail}"));
    let log = log.iter().map(|line| format!("  {line}"));
    let mut text: String = std::iter::once(head).chain(arguments).chain(causes).map(|line| line + "\n").collect();
    text.extend(std::iter::once("log:".to_owned()).chain(log).map(|line| line + "\n"));
    text
}

/// Exit statuses by family; 0 is done, or nothing to do.
pub mod exit {
    /// The command line makes no sense.
    pub const USAGE: u8 = 2;
    /// The network, a server or a proxy.
    pub const NETWORK: u8 = 10;
    /// Signatures, keys, hashes or metadata were refused.
    pub const REFUSED: u8 = 11;
    /// An older release than the installed one, or than the publisher's floor, was refused.
    pub const OLDER: u8 = 12;
    /// No suitable Python.
    pub const NO_PYTHON: u8 = 13;
    /// A package has no wheel for this machine and cannot be built on it.
    pub const NO_WHEEL: u8 = 14;
    /// The disk is full, or rights are missing.
    pub const DISK: u8 = 15;
    /// The environment could not be made, or its check failed.
    pub const ENVIRONMENT: u8 = 16;
    /// Another run is at work on the same application.
    pub const BUSY: u8 = 17;
    /// The application, or the version that was asked for, is not installed.
    pub const NOT_INSTALLED: u8 = 18;
    /// What is installed is damaged.
    pub const DAMAGED: u8 = 19;
    /// `quoc check`: there is an upgrade. Not a failure; the number is dnf's.
    pub const AVAILABLE: u8 = 100;
    /// A mistake in this program.
    pub const INTERNAL: u8 = 70;
    /// Cancelled: 128 + SIGINT, as shells have it.
    pub const CANCELLED: u8 = 130;
}

/// Makes rows; the exit statuses are those of a module `exit` where it is called.
macro_rules! table {
    ($($name:ident = $code:literal, $status:ident, [$($argument:literal),*];)*) => {
        $(
            #[doc = concat!("`", $code, "`")]
            pub const $name: &Row = &Row { code: $code, exit_status: exit::$status, arguments: &[$($argument),*] };
        )*
        /// Every row.
        pub const ROWS: &[&Row] = &[$($name),*];
    };
}
pub(crate) use table;

table! {
    USAGE_UNKNOWN_COMMAND = "usage-unknown-command", USAGE, ["command", "suggestion", "program"];
    USAGE_TWO_COMMANDS = "usage-two-commands", USAGE, ["first", "second"];
    USAGE_UNKNOWN_OPTION = "usage-unknown-option", USAGE, ["option", "suggestion", "program"];
    USAGE_MISSING_VALUE = "usage-missing-value", USAGE, ["option", "program"];
    USAGE_SURPLUS_VALUE = "usage-surplus-value", USAGE, ["option", "program"];
    USAGE_BAD_VALUE = "usage-bad-value", USAGE, ["option", "value", "program"];
    USAGE_TWICE = "usage-twice", USAGE, ["option"];
    USAGE_CONFLICT = "usage-conflict", USAGE, ["option", "other"];
    USAGE_MISPLACED_OPTION = "usage-misplaced-option", USAGE, ["option", "commands"];
    USAGE_BAD_PROFILE = "usage-bad-profile", USAGE, ["path"];
    USAGE_BAD_CERTIFICATES = "usage-bad-certificates", USAGE, ["path"];
    USAGE_NO_CERTIFICATES = "usage-no-certificates", USAGE, ["path"];
    USAGE_BAD_PROXY = "usage-bad-proxy", USAGE, ["host"];
    USAGE_NO_HOME = "usage-no-home", USAGE, [];
    USAGE_NO_SUCH_DATA = "usage-no-such-data", USAGE, ["path", "folders"];
    USAGE_NO_CONSENT = "usage-no-consent", USAGE, [];
    USAGE_NO_FACE = "usage-no-face", USAGE, ["command"];

    REPOSITORY_UNREACHABLE = "repository-unreachable", NETWORK, ["place", "file"];
    REPOSITORY_NOT_THERE = "repository-not-there", NETWORK, ["place", "file"];
    REPOSITORY_TOO_LONG = "repository-too-long", REFUSED, ["place", "file", "limit"];
    REPOSITORY_OFFLINE = "repository-offline", NETWORK, ["place"];

    TRUST_EXPIRED = "trust-expired", REFUSED, ["role", "expires", "now"];
    TRUST_CLOCK_BEHIND = "trust-clock-behind", REFUSED, ["role", "expires", "now", "known"];
    TRUST_THRESHOLD = "trust-threshold", REFUSED, ["role", "have", "need"];
    TRUST_ROLLBACK = "trust-rollback", REFUSED, ["role", "offered", "trusted"];
    TRUST_MALFORMED = "trust-malformed", REFUSED, ["file"];
    TRUST_WEB_PAGE = "trust-web-page", NETWORK, ["file"];
    TRUST_INCONSISTENT = "trust-inconsistent", REFUSED, ["file"];
    TRUST_MANY_ROOTS = "trust-many-roots", REFUSED, ["limit"];
    TRUST_OTHER_APPLICATION = "trust-other-application", REFUSED, ["expected", "found"];
    TRUST_UNSUPPORTED = "trust-unsupported", REFUSED, ["file", "feature"];
    TRUST_MISMATCH = "trust-mismatch", REFUSED, ["file"];
    TRUST_TOO_LONG = "trust-too-long", REFUSED, ["file", "limit"];
    TRUST_FLOOR = "trust-floor", OLDER, ["offered", "floor"];
    TRUST_NEWER_FORMAT = "trust-newer-format", REFUSED, ["file", "format", "supported"];

    PLAN_OLDER = "plan-older", OLDER, ["installed", "offered"];
    PLAN_REPLACED = "plan-replaced", OLDER, ["version"];
    PLAN_BELOW_FLOOR = "plan-below-floor", OLDER, ["offered", "floor"];
    PLAN_NOT_INSTALLED = "plan-not-installed", NOT_INSTALLED, [];
    PLAN_NO_PREVIOUS = "plan-no-previous", NOT_INSTALLED, [];
    PLAN_OTHER_APPLICATION = "plan-other-application", DISK, ["installed", "offered"];
    PLAN_NO_PYTHON = "plan-no-python", NO_PYTHON, ["needed"];
    PLAN_OTHER_PYTHON = "plan-other-python", NO_PYTHON, ["asked", "needed"];
    PLAN_NO_WHEEL = "plan-no-wheel", NO_WHEEL, ["packages", "python", "platform"];
    PLAN_NO_COMPILER = "plan-no-compiler", NO_WHEEL, ["packages"];
    PLAN_BAD_LOCK = "plan-bad-lock", REFUSED, ["package"];

    FETCH_UNREACHABLE = "fetch-unreachable", NETWORK, ["artifact", "host"];
    FETCH_SERVER = "fetch-server", NETWORK, ["artifact", "host", "status"];
    FETCH_NOT_FOUND = "fetch-not-found", NETWORK, ["artifact"];
    FETCH_CUT = "fetch-cut", NETWORK, ["artifact", "have", "size"];
    FETCH_SHORT = "fetch-short", NETWORK, ["artifact", "have", "size"];
    FETCH_TOO_LONG = "fetch-too-long", REFUSED, ["artifact", "size"];
    FETCH_WRONG_HASH = "fetch-wrong-hash", REFUSED, ["artifact", "host"];
    FETCH_LOGIN_PAGE = "fetch-login-page", NETWORK, ["host"];
    FETCH_SLOW = "fetch-slow", NETWORK, ["artifact", "host"];
    FETCH_REDIRECT = "fetch-redirect", NETWORK, ["artifact", "host"];
    FETCH_CONFUSED = "fetch-confused", NETWORK, ["artifact", "host"];
    FETCH_TLS = "fetch-tls", NETWORK, ["host", "issuer"];
    FETCH_PROXY = "fetch-proxy", NETWORK, ["host", "proxy"];
    FETCH_PROXY_UNREACHABLE = "fetch-proxy-unreachable", NETWORK, ["host", "proxy"];
    FETCH_LOGIN = "fetch-login", NETWORK, ["host"];
    FETCH_OFFLINE = "fetch-offline", NETWORK, ["count", "artifacts"];

    DISK_FULL = "disk-full", DISK, ["folder"];
    DISK_NO_ROOM = "disk-no-room", DISK, ["folder", "needed", "free"];
    DISK_RIGHTS = "disk-rights", DISK, ["path"];
    DISK_FOREIGN_HOME = "disk-foreign-home", DISK, ["path"];
    DISK_NAME = "disk-name", DISK, ["path"];
    DISK_NO_RENAME = "disk-no-rename", DISK, ["folder"];
    DISK_NO_LINKS = "disk-no-links", DISK, ["folder"];
    DISK_NO_LOCKS = "disk-no-locks", DISK, ["folder"];
    DISK_NO_EXECUTION = "disk-no-execution", DISK, ["folder"];
    DISK_NO_ROOM_FOR_FILES = "disk-no-room-for-files", DISK, ["folder", "needed", "free"];
    DISK_PATH_TOO_LONG = "disk-path-too-long", DISK, ["folder", "most"];
    DISK_NAMES_TOO_SHORT = "disk-names-too-short", DISK, ["folder", "needed", "most"];
    DISK_OTHER = "disk-other", DISK, ["path"];

    LIMIT_OPEN_FILES = "limit-open-files", DISK, ["limit", "needed"];
    LIMIT_FILE_SIZE = "limit-file-size", DISK, ["limit", "needed"];

    ENVIRONMENT_RUNTIME = "environment-runtime", ENVIRONMENT, [];
    ENVIRONMENT_CREATE = "environment-create", ENVIRONMENT, [];
    ENVIRONMENT_START = "environment-start", ENVIRONMENT, ["program"];
    ENVIRONMENT_WHEEL_REFUSED = "environment-wheel-refused", REFUSED, ["wheel"];
    ENVIRONMENT_PIP = "environment-pip", ENVIRONMENT, [];
    ENVIRONMENT_PIP_PYTHON = "environment-pip-python", NO_PYTHON, ["pip", "python"];
    ENVIRONMENT_HASH = "environment-hash", REFUSED, [];
    ENVIRONMENT_BUILD = "environment-build", NO_WHEEL, ["package"];
    ENVIRONMENT_NO_HEADERS = "environment-no-headers", NO_WHEEL, ["package", "python"];
    ENVIRONMENT_NO_COMMAND = "environment-no-command", ENVIRONMENT, ["command"];
    ENVIRONMENT_CHANGED = "environment-changed", ENVIRONMENT, ["path"];
    ENVIRONMENT_CHECK = "environment-check", ENVIRONMENT, [];
    ENVIRONMENT_SMOKE_TEST = "environment-smoke-test", ENVIRONMENT, [];
    ENVIRONMENT_TIME = "environment-time", ENVIRONMENT, [];

    ACTIVATE_LAUNCHER_TAKEN = "activate-launcher-taken", DISK, ["path"];
    ACTIVATE_UNSAFE = "activate-unsafe", REFUSED, ["path"];
    ACTIVATE_ANOTHERS = "activate-anothers", DISK, ["folder", "owner"];
    ACTIVATE_DAMAGED_RECEIPT = "activate-damaged-receipt", DISK, ["path"];
    ACTIVATE_FOREIGN = "activate-foreign", DISK, ["path"];
    ACTIVATE_PREVIOUS_GONE = "activate-previous-gone", ENVIRONMENT, ["version"];
    ACTIVATE_NEWER_RECEIPT = "activate-newer-receipt", DISK, ["path"];

    VERIFY_DAMAGED = "verify-damaged", DAMAGED, ["count", "command"];
    VERIFY_DAMAGED_ANOTHERS = "verify-damaged-anothers", DAMAGED, ["count", "owner"];
    UNINSTALL_MOUNTED = "uninstall-mounted", DISK, ["path"];
    UNINSTALL_DECLINED = "uninstall-declined", CANCELLED, [];

    LOG_UNWRITABLE = "log-unwritable", DISK, ["path"];

    BUSY = "busy", BUSY, ["folder"];
    CANCELLED = "cancelled", CANCELLED, [];
    INTERNAL = "internal", INTERNAL, [];
}

/// Causes that are kept; a chain that is longer is a mistake.
const MAX_CHAIN: usize = 16;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn codes_are_unique_and_no_failure_says_success() {
        let codes: BTreeSet<_> = ROWS.iter().map(|row| row.code).collect();
        assert_eq!(codes.len(), ROWS.len());
        assert!(ROWS.iter().all(|row| row.exit_status != 0));
        assert!(codes.iter().all(|code| !code.ends_with("-hint")), "a hint's id would be taken");
    }

    #[test]
    fn a_failure_keeps_its_chain_of_causes_outermost_first() {
        #[derive(Debug, thiserror::Error)]
        #[error("outer")]
        struct Outer(#[source] std::io::Error);
        let failure = DISK_FULL.failure([("folder", "/data".to_owned())], Some(&Outer(std::io::Error::other("inner"))));
        assert_eq!(failure.details, ["outer", "inner"]);
        assert_eq!((failure.code.as_str(), failure.exit_status), ("disk-full", 15));
    }
}
