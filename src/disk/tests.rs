use super::*;

#[test]
fn a_file_is_replaced_and_nothing_is_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ü receipt.json");
    replace(&path, b"old").unwrap();
    replace(&path, b"new").unwrap();
    assert_eq!(read_if_there(&path).unwrap().unwrap(), b"new");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_document_is_read_up_to_its_limit_and_refused_beyond() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("receipt.json");
    assert_eq!(read_limited(&path, 3).unwrap(), None);
    fs::write(&path, "abc").unwrap();
    assert_eq!(read_limited(&path, 3).unwrap().unwrap(), b"abc");
    let refused = read_limited(&path, 2).unwrap_err();
    assert_eq!(refused.kind(), io::ErrorKind::InvalidData);
    assert!(refused.to_string().contains("receipt.json"));
    assert_eq!(read_limited(folder.path(), 9).unwrap_err().kind(), io::ErrorKind::InvalidData);
}

#[cfg(target_os = "linux")]
#[test]
fn neither_a_link_nor_a_device_nor_a_pipe_is_read_and_none_is_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let [link, endless, pipe] = ["link", "endless", "pipe"].map(|name| folder.path().join(name));
    fs::write(folder.path().join("real"), "x").unwrap();
    fs::os::unix::fs::symlink("real", &link).unwrap();
    fs::os::unix::fs::symlink("/dev/zero", &endless).unwrap();
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    for path in [link.as_path(), &endless, &pipe, Path::new("/dev/zero")] {
        assert_eq!(read_limited(path, 9).unwrap_err().kind(), io::ErrorKind::InvalidData, "{}", path.display());
        let opened = open_plain(fs::OpenOptions::new().write(true).create(true), path);
        assert_eq!(opened.unwrap_err().kind(), io::ErrorKind::InvalidData, "{}", path.display());
    }
    // What the system makes up says that it is empty.
    assert_eq!(read_limited(Path::new("/proc/version"), 9).unwrap().unwrap(), b"");
    assert_eq!(fs::read(folder.path().join("real")).unwrap(), b"x");
}

#[cfg(unix)]
#[test]
fn a_file_of_somebody_else_is_not_replaced_by_one_of_this_person() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let folder = tempfile::tempdir().unwrap();
    let (path, demo) = (folder.path().join(".bashrc"), "demo");
    replace_like_it_was(&path, b"made", demo).unwrap();
    fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    replace_like_it_was(&path, b"mine", demo).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
    if !rustix::process::geteuid().is_root() {
        eprintln!("skipped: only root gives files to others");
        return;
    }
    fs::os::unix::fs::chown(&path, Some(1), None).unwrap();
    let refused = replace_like_it_was(&path, b"roots", demo).unwrap_err();
    assert_eq!(refused.kind(), io::ErrorKind::PermissionDenied);
    assert_eq!((fs::read(&path).unwrap(), fs::metadata(&path).unwrap().uid()), (b"mine".to_vec(), 1));
}

#[test]
fn an_error_names_the_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("missing").join("receipt.json");
    assert!(replace(&path, b"").unwrap_err().to_string().contains("receipt.json"));
}

#[cfg(unix)]
#[test]
fn a_private_folder_is_one_from_the_first_missing_folder_on() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("a/b");
    create_private(&deep).unwrap();
    create_private(&deep).unwrap();
    for path in [deep.parent().unwrap(), &deep] {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o700);
    }
}

#[test]
fn a_tree_with_links_to_nowhere_is_flushed_and_a_missing_one_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("a")).unwrap();
    fs::write(folder.path().join("a/file"), "x").unwrap();
    #[cfg(unix)]
    fs::os::unix::fs::symlink("nowhere", folder.path().join("a/link")).unwrap();
    flush_all(folder.path()).unwrap();
    if cfg!(unix) {
        assert!(flush_all(&folder.path().join("missing")).is_err());
    }
}

#[cfg(unix)]
#[test]
fn removing_a_link_leaves_what_it_points_to() {
    let folder = tempfile::tempdir().unwrap();
    let (kept, link) = (folder.path().join("kept"), folder.path().join("link"));
    fs::create_dir(&kept).unwrap();
    fs::os::unix::fs::symlink(&kept, &link).unwrap();
    remove(&link).unwrap();
    remove(&link).unwrap();
    assert!(kept.exists() && !link.exists());
}

#[test]
#[cfg(unix)]
fn a_folder_with_many_files_goes_as_one_with_few_and_what_its_links_lead_to_stays() {
    use std::os::unix::fs::PermissionsExt as _;
    let root = tempfile::tempdir().unwrap();
    let (folder, outside) = (root.path().join("many"), root.path().join("outside"));
    fs::create_dir_all(&outside).unwrap();
    fs::write(outside.join("kept"), "x").unwrap();
    for number in 0..2 * MANY_FILES {
        let below = folder.join(format!("{}/deep", number % 7));
        fs::create_dir_all(&below).unwrap();
        fs::write(below.join(number.to_string()), "").unwrap();
    }
    fs::os::unix::fs::symlink(&outside, folder.join("link")).unwrap();
    fs::os::unix::fs::symlink(&outside, folder.join("0/deep/link")).unwrap();
    fs::set_permissions(folder.join("1/deep"), Permissions::from_mode(0o500)).unwrap();
    remove_own(&folder).unwrap();
    assert!(!folder.exists() && outside.join("kept").exists());
}

#[test]
fn in_a_persons_folder_only_files_with_this_mark_are_swept() {
    let folder = tempfile::tempdir().unwrap();
    let names = [".quoc-new-demo.aB1", ".quoc-new-demo-two.aB1", ".quoc-new-demo", ".quoc-new-aB1", ".profile"];
    names.iter().for_each(|name| fs::write(folder.path().join(name), "x").unwrap());
    fs::create_dir(folder.path().join(".quoc-new-demo.folder")).unwrap();
    sweep_marked(folder.path(), "demo");
    let stays: Vec<bool> = names.iter().map(|name| folder.path().join(name).exists()).collect();
    assert_eq!(stays, [false, true, true, true, true]);
    assert!(folder.path().join(".quoc-new-demo.folder").exists());
}
