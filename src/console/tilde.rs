//! What a person means by `~` where no shell has looked at it: `--prefix=~/apps`, or a field of a window.

use std::path::{Component, Path, PathBuf};

/// Returns the path that is meant: `~` is the person's home. `None` where it is somebody else's, or there is no home.
pub fn meant(path: &Path, home: Option<&Path>) -> Option<PathBuf> {
    let mut parts = path.components();
    let first = match parts.next() {
        Some(Component::Normal(first)) if first.as_encoded_bytes().starts_with(b"~") => first,
        _ => return Some(path.to_owned()),
    };
    let home = home.filter(|_| first == "~")?;
    Some(home.components().chain(parts).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str) -> Option<PathBuf> {
        meant(Path::new(path), Some(Path::new("/home/me")))
    }

    #[test]
    fn a_tilde_is_the_persons_home_and_nobody_elses() {
        for (written, is) in
            [("~", "/home/me"), ("~/", "/home/me"), ("~/apps", "/home/me/apps"), ("~/../x", "/home/me/../x")]
        {
            assert_eq!(of(written), Some(is.into()), "{written}");
        }
        assert_eq!([of("~other"), of("~other/apps"), of("~~")], [None, None, None]);
        assert_eq!(meant(Path::new("~/apps"), None), None);
    }

    #[test]
    fn a_tilde_elsewhere_is_a_letter_like_any_other() {
        for path in ["/opt/~", "apps/~/x", "./~", "../~me", "a~", "", "/"] {
            assert_eq!(of(path), Some(path.into()), "{path}");
        }
    }
}
