//! The application in the system's menus: a desktop entry and its icons (freedesktop's Desktop Entry Specification
//! and Icon Theme Specification).
//!
//! The files lie in the generation, and the menus' folders have links to them through the pointer: a switch is one
//! rename here, too, and going back brings the old entry back. Windows and macOS have menus of their own kind; nothing
//! is made for them yet.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::{ActivateError, Generation, Layout, Surroundings, outside};
use crate::disk;
use crate::model::receipt::{Choices, OutsideFile};
use crate::model::release::{Desktop, IconSize};
use crate::model::{LocaleTag, Receipt, Release, Sha256Digest, Translated};

/// What a menu entry is made of.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The release.
    pub release: &'a Release,
    /// What it says about menus.
    pub desktop: &'a Desktop,
    /// The words for upgrading or removing it.
    pub manage: &'a Translated,
    /// Its icons: where each was fetched to, and its digest.
    pub icons: &'a [(IconSize, PathBuf, Sha256Digest)],
}

/// Writes the entry and its icons into a generation, whether or not the menu will show them.
///
/// # Errors
/// Any file-system error, also [`std::io::ErrorKind::InvalidData`] for an icon that is not the signed one.
pub fn furnish(layout: &Layout, generation: &Generation, entry: &Entry<'_>) -> Result<(), ActivateError> {
    let folder = menu_folder(&generation.folder);
    let Some(text) = text(layout, entry) else { return Ok(()) };
    fs::create_dir_all(folder.join(ICONS))?;
    for (size, path, sha256) in entry.icons {
        let bytes = fs::read(path)?;
        if Sha256Digest::of(&bytes) != *sha256 {
            let what = format!("{} changed since it was fetched", path.display());
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, what).into());
        }
        fs::write(folder.join(ICONS).join(format!("{size}{}", size.extension())), bytes)?;
    }
    let path = folder.join(format!("{}.desktop", entry.release.application.id));
    fs::write(&path, text)?;
    // Desktops start a shortcut only from a file that may be executed.
    #[cfg(unix)]
    fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
    disk::flush_folder(&folder)?;
    Ok(())
}

/// Returns the links that a person's choices come to, for the entry that lies in a generation.
///
/// # Errors
/// When the generation cannot be read.
pub fn links(
    layout: &Layout,
    generation: u32,
    surroundings: &Surroundings,
    choices: Choices,
) -> Result<Vec<OutsideFile>, ActivateError> {
    let folder = menu_folder(&layout.generation(generation));
    let Some(id) = names_in(&folder)?.into_iter().find_map(|name| Some(name.strip_suffix(".desktop")?.to_owned()))
    else {
        return Ok(Vec::new());
    };
    let through = menu_folder(&layout.current());
    let file = format!("{id}.desktop");
    let mut links = Vec::new();
    if let Some(data) = surroundings.data.as_ref().filter(|_| choices.menu) {
        links.push(outside::leading(data.join("applications").join(&file), through.join(&file)));
    }
    if let Some(desktop) = surroundings.desktop.as_ref().filter(|_| choices.desktop_shortcut) {
        links.push(outside::leading(desktop.join(&file), through.join(&file)));
    }
    if let Some(data) = surroundings.data.as_ref().filter(|_| !links.is_empty()) {
        for icon in names_in(&folder.join(ICONS))? {
            let Some((size, ending)) = icon.split_once('.') else { continue };
            let place = data.join("icons/hicolor").join(size).join("apps").join(format!("{id}.{ending}"));
            links.push(outside::leading(place, through.join(ICONS).join(&icon)));
        }
    }
    Ok(links)
}

/// Lists the links in menus, among icons and on the desktop that are as [`links`] makes them, whatever a receipt says: it
/// may be lost.
pub fn shown(layout: &Layout, surroundings: &Surroundings) -> Vec<PathBuf> {
    let through = menu_folder(&layout.current());
    let entry = |name: &str| name.ends_with(".desktop").then(|| through.join(name));
    let Surroundings { data, desktop, .. } = surroundings;
    let menus = data.as_ref().map(|data| data.join("applications"));
    let mut shown: Vec<PathBuf> =
        desktop.iter().chain(&menus).flat_map(|folder| outside::leading_as_made(folder, entry)).collect();
    for size in data.iter().flat_map(|data| outside::entries(&data.join("icons/hicolor"))) {
        let icon = |name: &str| {
            let (size, ending) = (size.file_name()?.to_str()?, Path::new(name).extension()?.to_str()?);
            Some(through.join(ICONS).join(format!("{size}.{ending}")))
        };
        shown.extend(outside::leading_as_made(&size.join("apps"), icon));
    }
    shown
}

/// Returns the folders of menus and icons, and of the desktop, in which an installation's links are.
pub fn settled(known: &Receipt) -> (Option<PathBuf>, Option<PathBuf>) {
    let (mut data, mut desktop) = (None, None);
    for file in known.files.iter().filter(|file| fs::symlink_metadata(&file.path).is_ok()) {
        let Some(leads_to) = &file.leads_to else { continue };
        let through = Path::new("current").join(MENU);
        let (place, above) = (file.path.parent(), |levels| file.path.ancestors().nth(levels).map(Path::to_owned));
        let found = if leads_to.parent().is_some_and(|parent| parent.ends_with(through.join(ICONS))) {
            (above(5), None)
        } else if !leads_to.parent().is_some_and(|parent| parent.ends_with(&through)) {
            (None, None)
        } else if place.is_some_and(|place| place.ends_with("applications")) {
            (above(2), None)
        } else {
            (None, place.map(Path::to_owned))
        };
        (data, desktop) = (data.or(found.0), desktop.or(found.1));
    }
    (data, desktop)
}

/// Returns where the entry of an environment lies, whether or not it has one.
pub fn menu_folder(environment: &Path) -> PathBuf {
    environment.join(MENU)
}

/// The names in a folder, in order; of a folder that is not there: none.
fn names_in(folder: &Path) -> Result<Vec<String>, ActivateError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.extend(entry?.file_name().into_string().ok());
    }
    names.sort_unstable();
    Ok(names)
}

/// The text of the desktop entry; none where a path cannot be written in one.
fn text(layout: &Layout, entry: &Entry<'_>) -> Option<String> {
    let Entry { release, desktop, .. } = entry;
    let launcher = layout.launcher(&desktop.command);
    let program = plain(&launcher)?;
    let mut command = quoted(program);
    for argument in &desktop.arguments {
        command = format!("{command} {}", quoted(argument));
    }
    let mut lines = Lines::default();
    lines.group("Desktop Entry");
    lines.value("Type", "Application");
    // The first version that has actions and keywords: older tools know it.
    lines.value("Version", "1.1");
    lines.value("Name", &release.application.name);
    lines.translated("Name", &desktop.name);
    lines.value("Comment", &desktop.comment.default);
    lines.translated("Comment", &desktop.comment.translations);
    lines.value("Exec", &command);
    lines.value("TryExec", program);
    if !entry.icons.is_empty() {
        lines.value("Icon", release.application.id.as_str());
    }
    lines.value("Terminal", if desktop.terminal { "true" } else { "false" });
    lines.list("Categories", &desktop.categories);
    if !desktop.keywords.is_empty() {
        lines.list("Keywords", &desktop.keywords);
    }
    if let Some(setup) = plain(&layout.setup()) {
        lines.list("Actions", &[MANAGE.to_owned()]);
        lines.group(&format!("Desktop Action {MANAGE}"));
        lines.value("Name", &entry.manage.default);
        lines.translated("Name", &entry.manage.translations);
        lines.value("Exec", &quoted(setup));
    }
    Some(lines.text)
}

/// A path that can stand in a desktop entry, which is UTF-8 and ends a value at the line's end.
fn plain(path: &Path) -> Option<&str> {
    path.to_str().filter(|text| !text.chars().any(char::is_control))
}

/// Writes one argument of a command ("The Exec key"): quoted where it has a reserved character; `%` begins a field code.
fn quoted(argument: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./+:,@=".contains(c);
    let argument = argument.replace('%', "%%");
    if !argument.is_empty() && argument.chars().all(|c| is_plain(c) || c == '%') {
        return argument;
    }
    let mut text = String::from("\"");
    for c in argument.chars() {
        if matches!(c, '"' | '`' | '$' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    text.push('"');
    text
}

/// Groups and keys of a desktop entry, with the escapes of its values.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn group(&mut self, name: &str) {
        let before = if self.text.is_empty() { "" } else { "\n" };
        writeln!(self.text, "{before}[{name}]").ok();
    }

    fn value(&mut self, key: &str, value: &str) {
        writeln!(self.text, "{key}={}", escaped(value)).ok();
    }

    fn list(&mut self, key: &str, values: &[String]) {
        let joined: String = values.iter().map(|value| format!("{};", escaped(value).replace(';', "\\;"))).collect();
        writeln!(self.text, "{key}={joined}").ok();
    }

    fn translated(&mut self, key: &str, translations: &BTreeMap<LocaleTag, String>) {
        // Two tags can come to one name of a locale.
        let by_name: BTreeMap<String, &String> =
            translations.iter().map(|(tag, text)| (locale_name(tag), text)).collect();
        for (name, text) in by_name {
            self.value(&format!("{key}[{name}]"), text);
        }
    }
}

/// "Possible value types": a backslash is written twice, and a leading space would be skipped.
fn escaped(value: &str) -> String {
    let value = value.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t").replace('\r', "\\r");
    match value.strip_prefix(' ') {
        Some(rest) => format!("\\s{rest}"),
        None => value,
    }
}

/// "Localized values for keys": `lang_COUNTRY@MODIFIER`, where modifiers are what the C library's locales have.
fn locale_name(tag: &LocaleTag) -> String {
    let mut name = tag.language().to_owned();
    let script = tag.script();
    let country = tag.region().or(match (tag.language(), script) {
        ("zh", Some("Hant")) => Some("TW"),
        ("zh", Some("Hans")) => Some("CN"),
        _ => None,
    });
    country.inspect(|country| name.extend(["_", country]));
    match script {
        Some("Latn") => name.push_str("@latin"),
        Some("Cyrl") => name.push_str("@cyrillic"),
        _ => {}
    }
    name
}

/// The folder in a generation that holds what menus show.
const MENU: &str = "quoc-menu";
const ICONS: &str = "icons";

/// The name of the action that opens the kept installer.
const MANAGE: &str = "manage";

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn an_argument_is_quoted_as_the_specification_says() {
        for (argument, expected) in [
            ("/usr/bin/tahoe", "/usr/bin/tahoe"),
            ("/home/Ünï/bin/tahoe", "/home/Ünï/bin/tahoe"),
            ("with space", "\"with space\""),
            ("", "\"\""),
            ("50%", "50%%"),
            ("a$b`c\"d\\e", "\"a\\$b\\`c\\\"d\\\\e\""),
            ("~/x;y", "\"~/x;y\""),
        ] {
            assert_eq!(quoted(argument), expected);
        }
    }

    #[test]
    fn a_value_keeps_its_backslashes_and_leading_spaces() {
        assert_eq!(escaped(" a\\b\nc"), "\\sa\\\\b\\nc");
    }

    #[test]
    fn a_language_tag_becomes_the_name_of_a_locale() {
        for (tag, name) in [
            ("de", "de"),
            ("pt-BR", "pt_BR"),
            ("sr-Latn", "sr@latin"),
            ("zh-Hant", "zh_TW"),
            ("uz-Cyrl-UZ", "uz_UZ@cyrillic"),
        ] {
            assert_eq!(locale_name(&tag.parse().unwrap()), name);
        }
    }
}
