//! What fills the variables of a text.

use std::collections::BTreeMap;
use std::time::Duration;

use fluent_bundle::{FluentArgs, FluentValue};

use super::harmless;

/// Values for a text's variables; foreign text is made harmless on its way in, so no face can forget it.
#[derive(Debug, Default)]
pub struct Arguments(FluentArgs<'static>);

impl Arguments {
    /// Makes an empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.0.set(name, FluentValue::from(harmless(value.as_ref()).into_owned()));
        self
    }

    /// Adds a text that catalogues said: what is foreign in it was made harmless already, and its isolates stay.
    #[must_use]
    pub fn phrase(mut self, name: &'static str, said: String) -> Self {
        self.0.set(name, FluentValue::from(said));
        self
    }

    /// Adds anything that has a text.
    #[must_use]
    pub fn shown(self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.text(name, value.to_string())
    }

    /// Adds a whole number: a count, or bytes.
    #[must_use]
    pub fn number(mut self, name: &'static str, value: u64) -> Self {
        self.0.set(name, FluentValue::from(value));
        self
    }

    /// Adds a length of time, which texts show with `DURATION`.
    #[must_use]
    pub fn duration(self, name: &'static str, value: Duration) -> Self {
        // Rounded up: nobody is told that nothing is left while something is.
        let seconds = value.as_secs() + u64::from(value.subsec_nanos() > 0);
        self.number(name, seconds)
    }

    pub(super) fn fluent(&self) -> &FluentArgs<'static> {
        &self.0
    }
}

impl From<&BTreeMap<String, String>> for Arguments {
    /// Takes a failure's arguments; those that are whole numbers can choose a plural form.
    fn from(map: &BTreeMap<String, String>) -> Self {
        let mut arguments = FluentArgs::with_capacity(map.len());
        for (name, value) in map {
            arguments.set(name.clone(), whole_number(value).unwrap_or_else(|| harmless(value).into_owned().into()));
        }
        Self(arguments)
    }
}

/// Reads `12`, but neither `012`, `1.0` (a version) nor `inf` (a package).
fn whole_number(text: &str) -> Option<FluentValue<'static>> {
    let number: u64 = text.parse().ok()?;
    // Above 2^53 a number of Fluent would lose its last digits.
    (number < 1 << 53 && number.to_string() == text).then(|| FluentValue::from(number))
}
