//! What this stub carries inside: the profile of its application, the root of trust, a signed release.

use include_dir::{Dir, include_dir};

use crate::model::Profile;
use crate::model::profile::InvalidProfile;

/// The profile's text.
const PROFILE: &str = include_str!("../../installer/tahoe-lafs/profile.toml");

/// The root of trust, version 1.
const ROOT: &[u8] = include_bytes!("../../installer/tahoe-lafs/root.json");

/// The signed repository.
static REPOSITORY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/installer/tahoe-lafs/repository");

/// Returns the carried profile.
///
/// # Errors
/// When the stub was built with a profile that cannot be read.
pub fn profile() -> Result<Profile, InvalidProfile> {
    Profile::parse(PROFILE)
}

/// Returns the carried root of trust.
pub fn root() -> &'static [u8] {
    ROOT
}

/// Returns one file of the carried repository: `metadata/…` or `targets/…`.
pub fn file(path: &str) -> Option<&'static [u8]> {
    REPOSITORY.get_file(path).map(|file| file.contents())
}
