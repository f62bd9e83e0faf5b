//! The real Tahoe-LAFS, as a release that the kit signs.

use std::io::Read;
use std::path::PathBuf;

use fs_err as fs;
use quoc::model::Sha256Digest;

use super::repository::Repository;
use super::wheel::Built;

/// Locks wheels; the `.pth` files in them are allowed as they are.
pub fn locked(mut repository: Repository, wheels: impl IntoIterator<Item = PathBuf>) -> Repository {
    for path in wheels {
        let bytes = fs::read(&path).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let name = file.name().unwrap().into_owned();
            if name.ends_with(".pth") && !name.contains('/') {
                let mut content = Vec::new();
                file.read_to_end(&mut content).unwrap();
                repository.release.path_files.insert(name.parse().unwrap(), vec![Sha256Digest::of(&content)]);
            }
        }
        drop(archive);
        let file_name = path.file_name().unwrap().to_str().unwrap().to_owned();
        repository = repository.wheel(Built { file_name, bytes });
    }
    repository.with(|release| {
        release.commands = vec!["tahoe".parse().unwrap()];
        release.smoke_test = ["tahoe", "--version"].map(str::to_owned).into();
        release.data_folders = vec!["~/.tahoe".to_owned()];
    })
}
