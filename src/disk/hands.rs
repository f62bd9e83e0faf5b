//! In whose hands a path lies: who could change what stands there, or put something else in its place.
//!
//! Rights and owners of Unix. Windows keeps lists of its own, which are not read: there only links are seen.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::fs::Metadata;
use std::path::{Component, Path, PathBuf};

use fs_err as fs;

/// Returns the first folder or link on the way to a path that somebody else than this person or root could exchange;
/// `None` where there is none. What is not there yet is in nobody's hands.
///
/// On the way each folder and link belongs to this person or root, and no folder can be written by everybody, unless it is
/// sticky: there nobody can move what is another's. Whoever may write as a folder's group is trusted with it. The way begins
/// at the person's home, where the path lies in it: who could exchange that has all of the person's already.
pub fn in_other_hands(path: &Path, home: Option<&Path>) -> Option<PathBuf> {
    let mut way = Way::to(path, home);
    while let Some(next) = way.next() {
        let Ok(found) = fs::symlink_metadata(&next) else { return None };
        if !is_mine_or_roots(&found) || (found.is_dir() && anybody_moves(&found)) {
            return Some(next);
        }
        match fs::read_link(&next) {
            Ok(target) if found.is_symlink() => {
                // A link that leads in a circle leads nowhere.
                if !way.follow(&target) {
                    return None;
                }
            }
            _ => way.here = next,
        }
    }
    None
}

/// Says whether a file or folder belongs to this person, and nobody else may write to it, not even a group; of a link
/// the first only.
pub fn is_mine_alone(found: &Metadata) -> bool {
    is_mine(found) && (found.is_symlink() || others_write(found) == 0)
}

/// Returns what keeps other accounts from a path, by its name and where that leads: a folder on the way that they may not
/// enter, or the file, where they may not read and run it. What is not there keeps nobody.
pub fn closed_to_others(path: &Path) -> Option<PathBuf> {
    let ways = [Some(path.to_owned()), path.canonicalize().ok()];
    let closed = |path: &&Path| {
        fs::metadata(path)
            .is_ok_and(|found| others_may(&found) & EXECUTE == 0 || (found.is_file() && others_may(&found) & READ == 0))
    };
    let first = |path: PathBuf| path.ancestors().collect::<Vec<_>>().into_iter().rev().find(closed).map(Path::to_owned);
    ways.into_iter().flatten().find_map(first)
}

/// Says whether everybody may put a file into a folder, sticky or not; into one that is not there nobody can.
pub fn is_open_to_everybody(folder: &Path) -> bool {
    fs::metadata(folder).is_ok_and(|found| others_write(&found) & EVERYBODY != 0)
}

/// What of a path is still to be gone.
struct Way<'a> {
    here: PathBuf,
    rest: VecDeque<OsString>,
    home: Option<&'a Path>,
    links: u8,
}

impl<'a> Way<'a> {
    fn to(path: &Path, home: Option<&'a Path>) -> Self {
        let home = home.filter(|home| home.is_absolute());
        let mut way = Self { here: PathBuf::new(), rest: VecDeque::new(), home, links: LINKS };
        way.begin(path);
        way
    }

    /// Goes what a link says, before the rest; `false` where there were too many of them.
    fn follow(&mut self, target: &Path) -> bool {
        self.begin(target);
        self.links = self.links.saturating_sub(1);
        self.links > 0
    }

    fn begin(&mut self, path: &Path) {
        let known = self.home.and_then(|home| Some((home, path.strip_prefix(home).ok()?)));
        let parts = match known {
            Some((home, inside)) => {
                self.here = home.to_owned();
                inside
            }
            None => path,
        };
        for part in parts.components().rev().filter(|part| *part != Component::CurDir) {
            self.rest.push_front(part.as_os_str().to_owned());
        }
    }

    fn next(&mut self) -> Option<PathBuf> {
        loop {
            let part = self.rest.pop_front()?;
            if part != ".." {
                return Some(self.here.join(part));
            }
            match self.home.filter(|home| *home == self.here) {
                // Who leaves the home comes to folders that were not judged.
                Some(home) => {
                    self.home = None;
                    self.begin(home.parent().unwrap_or(home));
                }
                None => {
                    self.here.pop();
                }
            }
        }
    }
}

/// Says whether a file or folder belongs to this person.
#[cfg(unix)]
pub fn is_mine(found: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(found) == rustix::process::geteuid().as_raw()
}

/// Windows is not asked.
#[cfg(not(unix))]
pub fn is_mine(_: &Metadata) -> bool {
    true
}

/// Returns the name of the account that a file or folder belongs to, or its number where this machine keeps no name.
#[cfg(unix)]
pub fn account(found: &Metadata) -> String {
    let number = std::os::unix::fs::MetadataExt::uid(found).to_string();
    let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
    // passwd(5): name:password:number:…
    let mut rows = accounts.lines().map(|line| line.split(':'));
    let row = rows.find_map(|mut row| row.next().filter(|_| row.nth(1) == Some(number.as_str())));
    row.map_or_else(|| number.clone(), str::to_owned)
}

/// Windows is not asked.
#[cfg(not(unix))]
pub fn account(_: &Metadata) -> String {
    String::new()
}

#[cfg(unix)]
fn is_mine_or_roots(found: &Metadata) -> bool {
    let owner = std::os::unix::fs::MetadataExt::uid(found);
    owner == 0 || is_mine(found) || is_outside(owner)
}

#[cfg(not(unix))]
fn is_mine_or_roots(_: &Metadata) -> bool {
    true
}

/// In a user namespace, as many sandboxes are, root outside has no number of its own and looks like any other stranger.
#[cfg(unix)]
fn is_outside(owner: u32) -> bool {
    let number = |path: &str| fs::read_to_string(path).ok()?.trim().parse::<u32>().ok();
    if !cfg!(target_os = "linux") || number("/proc/sys/fs/overflowuid") != Some(owner) {
        return false;
    }
    let Ok(map) = fs::read_to_string("/proc/self/uid_map") else { return false };
    !map.lines().any(|line| has_number(line, owner))
}

/// `first-inside first-outside count`, user_namespaces(7).
#[cfg(unix)]
fn has_number(line: &str, owner: u32) -> bool {
    let mut numbers = line.split_whitespace().filter_map(|word| word.parse::<u64>().ok());
    let (Some(first), Some(_), Some(count)) = (numbers.next(), numbers.next(), numbers.next()) else { return true };
    (first..first.saturating_add(count)).contains(&u64::from(owner))
}

#[cfg(unix)]
fn others_write(found: &Metadata) -> u32 {
    std::os::unix::fs::MetadataExt::mode(found) & (GROUP | EVERYBODY)
}

#[cfg(not(unix))]
fn others_write(_: &Metadata) -> u32 {
    0
}

#[cfg(unix)]
fn others_may(found: &Metadata) -> u32 {
    std::os::unix::fs::MetadataExt::mode(found)
}

#[cfg(not(unix))]
fn others_may(_: &Metadata) -> u32 {
    READ | EXECUTE
}

#[cfg(unix)]
fn anybody_moves(found: &Metadata) -> bool {
    others_write(found) & EVERYBODY != 0 && std::os::unix::fs::MetadataExt::mode(found) & STICKY == 0
}

#[cfg(not(unix))]
fn anybody_moves(_: &Metadata) -> bool {
    false
}

#[cfg(unix)]
const GROUP: u32 = 0o020;
const EVERYBODY: u32 = 0o002;
const READ: u32 = 0o004;
const EXECUTE: u32 = 0o001;
#[cfg(unix)]
const STICKY: u32 = 0o1000;

/// As many as Linux follows.
const LINKS: u8 = 40;

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests")]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    /// A folder that is in nobody else's hands, whatever the folder of temporary files is like.
    fn place() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap();
        (folder, path)
    }

    fn mode(path: &Path, mode: u32) {
        fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn a_folder_above_that_everybody_may_write_to_is_in_other_hands_unless_it_is_sticky() {
        let (_folder, place) = place();
        let (shared, deep) = (place.join("shared"), place.join("shared/mine/app"));
        fs::create_dir_all(&deep).unwrap();
        assert_eq!(in_other_hands(&deep, None), None);
        mode(&shared, 0o777);
        assert_eq!(in_other_hands(&deep, None), Some(shared.clone()));
        assert_eq!(in_other_hands(&shared.join("not/there/yet"), None), Some(shared.clone()));
        for rights in [0o1777, 0o2775, 0o755] {
            mode(&shared, rights);
            assert_eq!(in_other_hands(&deep, None), None, "{rights:o}");
        }
    }

    #[test]
    fn what_others_may_not_enter_read_or_run_is_closed_to_them_by_any_name() {
        let (_folder, place) = place();
        mode(&place, 0o755);
        let (folder, file, link) = (place.join("private"), place.join("private/python"), place.join("python"));
        fs::create_dir(&folder).unwrap();
        fs::write(&file, "").unwrap();
        symlink(&file, &link).unwrap();
        for (folder_mode, file_mode, closed) in [
            (0o755, 0o755, None),
            (0o700, 0o755, Some(&folder)),
            (0o755, 0o750, Some(&file)),
            (0o711, 0o751, Some(&file)),
        ] {
            mode(&folder, folder_mode);
            mode(&file, file_mode);
            assert_eq!(closed_to_others(&file), closed.cloned(), "{folder_mode:o} {file_mode:o}");
            let through = closed.map(|closed| if *closed == file { link.clone() } else { closed.clone() });
            assert_eq!(closed_to_others(&link), through, "{folder_mode:o} {file_mode:o}");
        }
        assert_eq!(closed_to_others(&place.join("not/there")), None);
    }

    #[test]
    fn a_link_is_gone_through_and_where_it_leads_is_judged_too() {
        let (_folder, place) = place();
        let (shared, real) = (place.join("shared"), place.join("shared/data"));
        fs::create_dir_all(&real).unwrap();
        symlink("shared/../shared/data", place.join("link")).unwrap();
        symlink(place.join("link"), place.join("second")).unwrap();
        symlink("circle", place.join("circle")).unwrap();
        let path = place.join("second/app");
        assert_eq!(in_other_hands(&path, None), None);
        mode(&shared, 0o777);
        assert_eq!(in_other_hands(&path, None), Some(shared));
        assert_eq!(in_other_hands(&place.join("circle/app"), None), None);
    }

    #[test]
    fn what_lies_in_the_persons_home_is_judged_from_there_on() {
        let (_folder, place) = place();
        let (home, shared) = (place.join("strange/home"), place.join("strange/home/shared"));
        fs::create_dir_all(shared.join("app")).unwrap();
        mode(&place.join("strange"), 0o777);
        mode(&home, 0o777);
        assert_eq!(in_other_hands(&shared.join("app"), Some(&home)), None);
        mode(&shared, 0o777);
        assert_eq!(in_other_hands(&shared.join("app"), Some(&home)), Some(shared.clone()));
        assert_eq!(in_other_hands(&home.join("../aside"), Some(&home)), Some(place.join("strange")));
        symlink(place.join("strange"), home.join("link")).unwrap();
        assert_eq!(in_other_hands(&home.join("link/app"), Some(&home)), Some(place.join("strange")));
        symlink("..", shared.join("up")).unwrap();
        mode(&shared, 0o755);
        assert_eq!(in_other_hands(&shared.join("up/../x"), Some(&home)), Some(place.join("strange")));
    }

    #[test]
    fn what_belongs_to_somebody_else_is_in_other_hands() {
        let (_folder, place) = place();
        let (theirs, link) = (place.join("theirs"), place.join("link"));
        fs::create_dir(&theirs).unwrap();
        symlink("/", &link).unwrap();
        assert!(is_mine_alone(&fs::symlink_metadata(&theirs).unwrap()));
        if !rustix::process::geteuid().is_root() {
            eprintln!("skipped: only root gives folders to others");
            return;
        }
        fs::os::unix::fs::lchown(&link, Some(1), None).unwrap();
        fs::os::unix::fs::chown(&theirs, Some(1), None).unwrap();
        assert_eq!(in_other_hands(&theirs.join("app"), None), Some(theirs.clone()));
        assert_eq!(in_other_hands(&link.join("usr"), None), Some(link));
        assert!(!is_mine_alone(&fs::symlink_metadata(&theirs).unwrap()));
    }

    #[test]
    fn only_who_may_write_alone_has_a_folder_alone() {
        let (_folder, place) = place();
        let found = |rights| {
            mode(&place, rights);
            is_mine_alone(&fs::symlink_metadata(&place).unwrap())
        };
        assert!(found(0o755) && found(0o700) && !found(0o775) && !found(0o1777) && !found(0o757));
        mode(&place, 0o1777);
        assert!(is_open_to_everybody(&place));
        mode(&place, 0o2775);
        assert!(!is_open_to_everybody(&place) && !is_open_to_everybody(&place.join("missing")));
    }

    #[test]
    fn a_number_that_a_namespace_does_not_know_is_told_from_a_persons() {
        assert!(has_number("         0          0 4294967295", 65534));
        assert!(has_number("0 100000 65536", 65534));
        assert!(!has_number("0 1000 1", 65534));
        assert!(has_number("nonsense", 65534), "in doubt it is somebody");
    }
}
