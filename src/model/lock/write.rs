//! Writes a lock as PEP 751 has it, always the same text for the same lock.

use std::fmt;

use super::read::last_segment;
use super::{Location, Lock, LockedFile, LockedPackage};

impl Lock {
    /// Returns the text of `pylock.toml`; reading it gives the same lock.
    pub fn to_toml(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "lock-version = \"1.0\"")?;
        if !self.environments.is_empty() {
            writeln!(f, "environments = [")?;
            for marker in &self.environments {
                writeln!(f, "    {},", quoted(marker))?;
            }
            writeln!(f, "]")?;
        }
        if let Some(specifiers) = &self.requires_python {
            writeln!(f, "requires-python = {}", quoted(specifiers))?;
        }
        writeln!(f, "created-by = \"quoc\"")?;
        if self.packages.is_empty() {
            // PEP 751 requires the key.
            writeln!(f, "packages = []")?;
        }
        self.packages.iter().try_for_each(|package| write_package(f, package))
    }
}

fn write_package(f: &mut fmt::Formatter<'_>, package: &LockedPackage) -> fmt::Result {
    writeln!(f, "\n[[packages]]")?;
    writeln!(f, "name = {}", quoted(&package.name))?;
    writeln!(f, "version = {}", quoted(&package.version))?;
    if let Some(marker) = &package.marker {
        writeln!(f, "marker = {}", quoted(marker))?;
    }
    if let Some(specifiers) = &package.requires_python {
        writeln!(f, "requires-python = {}", quoted(specifiers))?;
    }
    if let Some(sdist) = &package.sdist {
        write!(f, "sdist = ")?;
        write_file(f, sdist)?;
        writeln!(f)?;
    }
    if package.wheels.is_empty() {
        return Ok(());
    }
    writeln!(f, "wheels = [")?;
    for wheel in &package.wheels {
        write!(f, "    ")?;
        write_file(f, wheel)?;
        writeln!(f, ",")?;
    }
    writeln!(f, "]")
}

fn write_file(f: &mut fmt::Formatter<'_>, file: &LockedFile) -> fmt::Result {
    let (key, place) = match &file.location {
        Location::Url(url) => ("url", url.to_string()),
        Location::Target(target) => ("path", target.to_string()),
    };
    // PEP 751: the name is left out where the last part of the url or path is the same.
    let implied = match &file.location {
        Location::Url(url) => last_segment(url).ok(),
        Location::Target(target) => Some(target.clone()),
    };
    write!(f, "{{ ")?;
    if implied.as_ref() != Some(&file.name) {
        write!(f, "name = {}, ", quoted(&file.name))?;
    }
    let (place, size, sha256) = (quoted(place), file.size, file.sha256);
    write!(f, "{key} = {place}, size = {size}, hashes = {{ sha256 = \"{sha256}\" }} }}")
}

/// Writes a TOML basic string.
fn quoted(text: impl fmt::Display) -> String {
    let mut quoted = String::from("\"");
    for c in text.to_string().chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
