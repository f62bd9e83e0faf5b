//! The words of the field: the PEPs' and quoc's own documents. No I/O, no rules about order.

/// Lets serde read and write a type by its text: through the parser, so that no value goes around it.
macro_rules! text_form {
    ($type:ty, $error:ty) => {
        impl TryFrom<String> for $type {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> Self {
                value.to_string()
            }
        }
    };
}
use text_form;

pub mod artifact;
pub mod available;
pub mod digest;
pub mod event;
pub mod findings;
pub mod interpreter;
pub mod invocation;
pub mod label;
pub mod locale;
pub mod lock;
pub mod manifest;
pub mod marker;
pub mod name;
pub mod profile;
pub mod receipt;
pub mod release;
pub mod removal;
pub mod tag;
pub mod time;
pub mod wheel;

pub use pep440_rs::{Version, VersionSpecifiers};

pub use artifact::{Artifact, FileName, Source};
pub use available::Available;
pub use digest::Sha256Digest;
pub use event::Event;
pub use findings::{Finding, FindingKind, Findings};
pub use interpreter::Interpreter;
pub use invocation::Invocation;
pub use locale::{LocaleTag, Translated, Translations};
pub use lock::Lock;
pub use manifest::Manifest;
pub use marker::{Marker, MarkerEnvironment};
pub use name::PackageName;
pub use profile::Profile;
pub use receipt::Receipt;
pub use release::Release;
pub use removal::Removal;
pub use tag::Tag;
pub use time::Timestamp;
pub use wheel::WheelFilename;
