//! Why the client did not believe something. The fields carry what a face needs to say it in words.

use super::document::{DocumentError, KeyId, RoleName};
use crate::model::lock::LockError;
use crate::model::release::ReleaseError;
use crate::model::{PackageName, Timestamp as Time, Version};

/// Says why a repository, or a file of it, is not trusted.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    /// A file is not the document it should be.
    #[error("{file} is not a valid document")]
    Malformed {
        /// The file.
        file: String,
        /// Why.
        #[source]
        source: DocumentError,
    },
    /// A file is a web page: a login page or an error page that came with status 200.
    #[error("{file} is a web page instead of metadata")]
    WebPage {
        /// The file.
        file: String,
    },
    /// A file that must be there is not.
    #[error("{file} is not there")]
    Missing {
        /// The file.
        file: String,
    },
    /// A file is longer than allowed.
    #[error("{file} is longer than the {limit} bytes allowed")]
    TooLong {
        /// The file.
        file: String,
        /// Bytes allowed.
        limit: u64,
    },
    /// A document has too few signatures of keys that count.
    #[error("{file} is signed by {signed} of {threshold} needed keys of the role {role} (it has {keys})")]
    TooFewSignatures {
        /// The file.
        file: String,
        /// The role whose keys were needed.
        role: RoleName,
        /// Different keys that signed.
        signed: u64,
        /// Keys needed.
        threshold: u64,
        /// Different keys that the role has.
        keys: u64,
        /// Ids of those that did not sign.
        missing: Vec<KeyId>,
        /// Signatures of other keys, or of other bytes.
        worthless: usize,
    },
    /// A document is not valid any more.
    #[error("{role} expired on {expires}; the time is {judged_at} (clock: {clock})")]
    Expired {
        /// The document.
        role: RoleName,
        /// When it expired.
        expires: Time,
        /// What the clock says.
        clock: Time,
        /// The time it was judged at: the clock, or later when this program knows it is later.
        judged_at: Time,
    },
    /// An older document was offered than one that was trusted before.
    #[error("the offered version {offered} of {role} is older than the trusted version {trusted}")]
    Rollback {
        /// The document.
        role: RoleName,
        /// The version offered.
        offered: u64,
        /// The version that was trusted before.
        trusted: u64,
    },
    /// A document is older than this program was told to believe.
    #[error("the offered version {offered} of {role} is older than {floor}, the oldest that this program takes")]
    BelowFloor {
        /// The document.
        role: RoleName,
        /// The version offered.
        offered: u64,
        /// The oldest version to take.
        floor: u64,
    },
    /// A document has another version than the one that names it says.
    #[error("{file} has version {found} instead of {expected}")]
    WrongVersion {
        /// The file.
        file: String,
        /// The version it must have.
        expected: u64,
        /// The version it has.
        found: u64,
    },
    /// A targets document that a trusted snapshot named is not in the new one.
    #[error("the new snapshot leaves out {file}")]
    RoleVanished {
        /// The document's file name.
        file: String,
    },
    /// There are more new roots than one run reads; the next run goes on from here.
    #[error("more than {limit} new root documents; trusted so far: version {version}")]
    TooManyRoots {
        /// New roots that one run reads.
        limit: u64,
        /// The version that is trusted and stored now.
        version: u64,
    },
    /// A file has another size than the one that was signed.
    #[error("{file} has {found} bytes instead of {expected}")]
    WrongLength {
        /// The file.
        file: String,
        /// Bytes it must have.
        expected: u64,
        /// Bytes it has.
        found: u64,
    },
    /// A file has another hash than the one that was signed.
    #[error("{file} has another {algorithm} than the one that was signed")]
    WrongHash {
        /// The file.
        file: String,
        /// The hash's algorithm.
        algorithm: String,
    },
    /// A file is signed with hashes that this program does not know only.
    #[error("{file} has no sha256 and no sha512")]
    NoKnownHash {
        /// The file.
        file: String,
    },
    /// The signed targets document does not name a file.
    #[error("{name} is not in the signed list of files")]
    UnknownTarget {
        /// The target's name.
        name: String,
    },
    /// The release document cannot be read.
    #[error("the release document cannot be used")]
    MalformedRelease {
        /// Why; a document of a newer format, for a newer installer, is told apart here.
        #[source]
        source: Box<ReleaseError>,
    },
    /// A lock cannot be read.
    #[error("the lock {target} cannot be used")]
    MalformedLock {
        /// The target's name.
        target: String,
        /// Why.
        #[source]
        source: Box<LockError>,
    },
    /// The release is older than this program was told to believe.
    #[error("release {offered} is older than {floor}, the oldest that this program takes")]
    ReleaseBelowFloor {
        /// The release's version.
        offered: Version,
        /// The oldest version to take.
        floor: Version,
    },
    /// The release is of another application.
    #[error("this is a release of {found}, not of {expected}")]
    OtherApplication {
        /// The application this program installs.
        expected: PackageName,
        /// The application of the release.
        found: PackageName,
    },
    /// Two signed documents contradict each other.
    #[error("the signed documents contradict each other about {name}: {rule}")]
    Contradiction {
        /// Which rule does not hold.
        rule: Contradiction,
        /// The file or distribution.
        name: String,
    },
    /// A reply came although none was asked for.
    #[error("a reply came although none was asked for")]
    OutOfTurn,
}

/// A rule between signed documents that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// The lock has the release's distribution, at the release's version and no other.
    ReleaseIsLocked,
    /// A file that is said to be a target is one of the same size and hash.
    TargetIsSigned,
    /// A distribution that may be built has an sdist in the lock.
    BuildHasSdist,
    /// What a build needs has wheels.
    BuildNeedsWheels,
}

impl std::fmt::Display for Contradiction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::ReleaseIsLocked => "the lock must have it at the release's version and no other",
            Self::TargetIsSigned => "it must be a target of the same size and hash",
            Self::BuildHasSdist => "it may be built, so the lock must have its sdist",
            Self::BuildNeedsWheels => "a build needs it, so the build's lock must have wheels of it",
        })
    }
}
