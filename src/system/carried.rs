//! What this stub carries inside: the profile of its application, the root of trust, a signed release.

use include_dir::{Dir, include_dir};

use crate::model::Profile;
use crate::model::profile::ProfileError;

/// The profile's text.
const PROFILE: &str = include_str!("../../installer/tahoe-lafs/profile.toml");

/// The root of trust, version 1.
const ROOT: &[u8] = include_bytes!("../../installer/tahoe-lafs/root.json");

/// The PNG that the profile names.
const ICON: &[u8] = include_bytes!("../../installer/tahoe-lafs/icon.png");

/// The signed repository.
static REPOSITORY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/installer/tahoe-lafs/repository");

/// Returns the carried profile.
///
/// # Errors
/// When the stub was built with a profile that cannot be read.
pub fn profile() -> Result<Profile, ProfileError> {
    Profile::parse(PROFILE)
}

/// Returns the carried root of trust.
pub fn root() -> &'static [u8] {
    ROOT
}

/// Returns the carried icon.
pub fn icon() -> &'static [u8] {
    ICON
}

/// Returns the carried repository.
pub fn repository() -> &'static Dir<'static> {
    &REPOSITORY
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_carried_profile_and_root_can_be_read() {
        assert_eq!(profile().unwrap().id.as_str(), "tahoe-lafs");
        assert!(root().starts_with(b"{"));
        let files: Vec<_> = repository().files().collect();
        assert!(files.is_empty(), "a repository has folders only: {files:?}");
        assert!(repository().get_file("metadata/timestamp.json").is_some());
    }
}
