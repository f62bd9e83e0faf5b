//! What was set for windows in the files of GTK, which other desktops write as well.

use std::path::Path;

use directories::BaseDirs;
use fs_err as fs;

use crate::gui::Preferences;

/// Reads the person's files; the later version of GTK has the last word.
pub(super) fn read() -> Preferences {
    let Some(folders) = BaseDirs::new() else { return Preferences::default() };
    ["gtk-3.0", "gtk-4.0"].iter().fold(Preferences::default(), |said, version| {
        let file = folders.config_dir().join(version).join("settings.ini");
        fold(said, &text(&file))
    })
}

fn text(file: &Path) -> String {
    // Most people have none.
    fs::read_to_string(file).unwrap_or_default()
}

/// Takes what a file says: lines of `key=value` below `[Settings]`.
fn fold(mut said: Preferences, text: &str) -> Preferences {
    for line in text.lines() {
        let Some((key, value)) = line.split_once('=') else { continue };
        let (key, value) = (key.trim(), value.trim());
        match (key, is_true(value)) {
            ("gtk-application-prefer-dark-theme", Some(dark)) => said.dark = Some(dark || said.dark == Some(true)),
            ("gtk-theme-name", _) if value.to_lowercase().ends_with("-dark") => said.dark = Some(true),
            ("gtk-enable-animations", Some(motion)) => said.motion = motion,
            _ => {}
        }
    }
    said
}

fn is_true(value: &str) -> Option<bool> {
    match value {
        "1" | "true" | "TRUE" | "True" => Some(true),
        "0" | "false" | "FALSE" | "False" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dark_theme_and_no_animations_are_read_and_anything_else_is_passed_over() {
        let file = "[Settings]\ngtk-theme-name=Breeze-Dark\ngtk-application-prefer-dark-theme=false\n\
                    gtk-enable-animations = 0\ngtk-cursor-theme-size=24\nno line\n=\n";
        let said = fold(Preferences::default(), file);
        assert_eq!(said, Preferences { dark: Some(true), motion: false, text_scale: 1.0 });
        assert_eq!(fold(Preferences::default(), "gtk-enable-animations=perhaps"), Preferences::default());
    }
}
