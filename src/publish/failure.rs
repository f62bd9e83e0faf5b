//! The one table of what can go wrong with `quoc-publish`: stable code, exit status, and the variables of the texts.
//!
//! It is read as the installer's own table is (`engine::failure`): the code is the id of the Fluent message, code +
//! `-hint` that of 'what you can do'. Codes and exit statuses are a promise to scripts: rows are added, never changed.

use crate::engine::failure::{Row, table};

/// Exit statuses by family; 0 is done, 3 is done, but somebody has to act.
pub mod exit {
    /// The publisher's own files have to be mended: recipe, profile, keys, what was locked.
    pub const MEND: u8 = 1;
    /// The command line makes no sense.
    pub const USAGE: u8 = 2;
    /// The network, a server or a proxy.
    pub const NETWORK: u8 = 10;
    /// Refused for safety: signatures, keys, hashes, a past that is not believed.
    pub const REFUSED: u8 = 11;
    /// An older release than the published one was refused.
    pub const OLDER: u8 = 12;
    /// Users could not install the release on a claimed platform.
    pub const UNCOVERED: u8 = 14;
    /// The disk is full, rights are missing, or a file cannot be used.
    pub const DISK: u8 = 15;
    /// A tool failed: the resolver, a build.
    pub const TOOL: u8 = 16;
    /// A mistake in this program, or a system on which it cannot begin.
    pub const INTERNAL: u8 = 70;
    /// Cancelled: 128 + SIGINT, as shells have it.
    pub const CANCELLED: u8 = 130;
}

table! {
    USAGE_VERB = "usage-verb", USAGE, ["verb"];
    USAGE_NO_VERB = "usage-no-verb", USAGE, [];
    USAGE_OPTION = "usage-option", USAGE, ["option"];
    USAGE_FOREIGN_OPTION = "usage-foreign-option", USAGE, ["verb", "option"];
    USAGE_MISSING = "usage-missing", USAGE, ["verb", "option"];
    USAGE_SURPLUS = "usage-surplus", USAGE, ["verb", "operand"];
    USAGE_VALUE = "usage-value", USAGE, ["problem"];

    FILE_UNUSABLE = "file-unusable", DISK, ["problem"];
    INTERNAL = "internal", INTERNAL, ["problem"];
    CANCELLED = "cancelled", CANCELLED, [];
    DOWNLOAD_FAILED = "download-failed", NETWORK, ["problem"];
    DOWNLOAD_REFUSED = "download-refused", REFUSED, ["problem"];

    KEY_EXISTS = "key-exists", MEND, ["path"];
    KEY_NOT_PRIVATE = "key-not-private", MEND, ["path"];
    KEY_NOT_PUBLIC = "key-not-public", MEND, ["path"];
    KEY_UNUSABLE = "key-unusable", REFUSED, [];
    KEY_NOT_MADE = "key-not-made", DISK, [];
    KEYS_NONE = "keys-none", MEND, ["folder"];
    QUORUM_IMPOSSIBLE = "quorum-impossible", MEND, ["quorum", "keys"];
    ONLINE_IS_OWNER = "online-is-owner", REFUSED, [];
    OWNER_UNKNOWN = "owner-unknown", MEND, ["key"];
    OWNER_KNOWN = "owner-known", MEND, ["key"];
    PUBLISHED_ALREADY = "published-already", MEND, [];
    PUBLISHED_NOTHING = "published-nothing", MEND, [];
    PUBLISHED_DAMAGED = "published-damaged", REFUSED, ["file"];

    RECIPE_UNREADABLE = "recipe-unreadable", MEND, ["problem"];
    RECIPE_EMPTY = "recipe-empty", MEND, ["member"];
    RECIPE_SMOKE_TEST = "recipe-smoke-test", MEND, ["program"];
    RECIPE_PYTHONS = "recipe-pythons", MEND, [];
    RECIPE_RUNTIME = "recipe-runtime", MEND, ["version"];
    RECIPE_EXPIRY = "recipe-expiry", MEND, ["role", "days"];
    PROFILE_UNREADABLE = "profile-unreadable", MEND, ["problem"];
    OTHER_APPLICATION = "other-application", MEND, ["recipe", "profile"];
    CLAIM_IMPOSSIBLE = "claim-impossible", MEND, ["python", "platform"];
    RELEASE_REFUSED = "release-refused", MEND, ["problem"];

    RESOLVER_MISSING = "resolver-missing", TOOL, [];
    RESOLVER_FAILED = "resolver-failed", TOOL, ["program"];
    RESOLVER_NETWORK = "resolver-network", NETWORK, ["program"];
    LOCK_UNUSABLE = "lock-unusable", MEND, [];
    LOCK_UNTOLD = "lock-untold", MEND, ["package", "member"];
    LOCK_ABSENT = "lock-absent", TOOL, ["package", "version"];
    LOCK_NO_SDIST = "lock-no-sdist", MEND, ["package"];
    LOCK_NO_PIP = "lock-no-pip", MEND, [];
    LOCK_NEEDS_PIP = "lock-needs-pip", MEND, ["package"];
    LOCK_MISSING = "lock-missing", MEND, ["path"];
    LOCK_OTHER_FILE = "lock-other-file", REFUSED, ["file"];
    SDIST_UNREADABLE = "sdist-unreadable", MEND, ["file"];
    WHEEL_PYTHON = "wheel-python", MEND, ["path"];
    WHEEL_BUILD = "wheel-build", TOOL, ["package", "python"];
    WHEEL_NAME = "wheel-name", MEND, ["path"];
    WHEEL_OTHER = "wheel-other", REFUSED, ["file"];

    BESIDE_ICON = "beside-icon", MEND, ["path", "problem"];
    BESIDE_TWICE = "beside-twice", MEND, ["file"];
    BESIDE_NAME = "beside-name", MEND, ["file"];
    BESIDE_DIGEST = "beside-digest", REFUSED, ["file"];
    NOT_COVERED = "not-covered", UNCOVERED, [];
    NOT_INSTALLABLE = "not-installable", UNCOVERED, [];
    RELEASE_OLDER = "release-older", OLDER, ["published", "offered"];
    TARGETS_VERSION = "targets-version", OLDER, ["asked", "published"];

    STAGED_NOTHING = "staged-nothing", MEND, ["folder"];
    STAGED_DAMAGED = "staged-damaged", REFUSED, ["file"];
    STAGED_PARTLY = "staged-partly", REFUSED, ["folder"];
    STAGED_NO_ROOT = "staged-no-root", MEND, [];
    STAGED_MISSHAPEN = "staged-misshapen", REFUSED, ["problem"];
    STAGED_OUTDATED = "staged-outdated", OLDER, ["role", "staged", "published"];
    STAGED_EXPIRED = "staged-expired", REFUSED, ["role", "expires"];

    SIGN_NOT_ASKED = "sign-not-asked", MEND, ["key"];
    SIGN_DECLINED = "sign-declined", MEND, [];
    SIGN_TWICE = "sign-twice", REFUSED, ["role", "version", "at"];
    HISTORY_OTHER = "history-other", REFUSED, ["role", "version"];
    HISTORY_OLDER = "history-older", OLDER, ["role", "seen", "told"];
    HISTORY_UNTOLD = "history-untold", REFUSED, ["role", "version", "at"];
    HISTORY_BROKEN = "history-broken", REFUSED, [];
    HISTORY_UNSIGNED = "history-unsigned", REFUSED, ["role"];
    RECORD_DAMAGED = "record-damaged", REFUSED, ["path"];

    PUBLISH_TOO_FEW = "publish-too-few", REFUSED, ["role", "have", "need"];
    PUBLISH_NOTHING = "publish-nothing", MEND, [];
    ONLINE_OTHER_KEY = "online-other-key", MEND, [];
    USER_REFUSES = "user-refuses", REFUSED, ["user"];
    SERVE_PORT = "serve-port", DISK, ["port", "problem"];
    VERIFY_REFUSED = "verify-refused", REFUSED, [];
    VERIFY_TOO_FEW = "verify-too-few", REFUSED, ["role", "have", "need"];
}
