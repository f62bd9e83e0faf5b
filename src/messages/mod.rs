//! Every text that people read, in every locale: Fluent catalogues compiled into the program.
//!
//! Takes wanted locales and typed arguments, returns text. Knows neither terminals nor windows, reads no
//! environment (the wanted locales are an argument) and decides nothing. The rules are Project Fluent's
//! (syntax 1.0) and RFC 4647 for choosing a locale.

mod arguments;
mod catalogue;
mod harmless;
mod negotiate;
mod numbers;
pub mod phrases;

use std::borrow::Cow;
use std::fmt::Write as _;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

pub use arguments::Arguments;
pub(crate) use catalogue::PUBLISHER;
pub use catalogue::{CATALOGUES, Catalogue, File};
pub use harmless::{acts, harmless, json_line};

use crate::model::event::Failure;

/// Says texts in the first wanted locale that has them; en-US has all of them.
pub struct Messages {
    /// Best first; the last one is en-US.
    chain: Vec<FluentBundle<FluentResource>>,
    /// The tag of the first.
    locale: &'static str,
}

/// Whether inserted values are wrapped in U+2068 and U+2069, so that their direction cannot disturb the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Isolation {
    /// For terminals and files: most of them would show the characters as boxes.
    Off,
    /// For a face that lays out both directions itself.
    On,
}

impl Messages {
    /// Chooses the locales for a list of BCP 47 tags, best first; anything unreadable in it is passed over.
    pub fn new<S: AsRef<str>>(requested: &[S], isolation: Isolation) -> Self {
        Self::of(CATALOGUES, requested, isolation)
    }

    /// Chooses among some catalogues; one of them must be en-US.
    pub fn of<S: AsRef<str>>(catalogues: &'static [Catalogue], requested: &[S], isolation: Isolation) -> Self {
        let chosen = negotiate::negotiate(catalogues, requested);
        let locale = chosen.first().map_or(FALLBACK, |catalogue| catalogue.tag);
        Self { chain: chosen.into_iter().map(|catalogue| bundle(catalogue, isolation)).collect(), locale }
    }

    /// Changes every text between its variables: how tests make a language that is longer than any other.
    #[must_use]
    pub fn transformed(mut self, transform: fn(&str) -> Cow<'_, str>) -> Self {
        self.chain.iter_mut().for_each(|bundle| bundle.set_transform(Some(transform)));
        self
    }

    /// Returns the tag of the locale that was chosen first.
    pub fn locale(&self) -> &'static str {
        self.locale
    }

    /// Returns a text with its variables filled in.
    ///
    /// A text that no catalogue has comes back as its id: a mistake that the tests look for.
    pub fn text(&self, id: &str, arguments: &Arguments) -> String {
        self.find(id, Some(arguments.fluent())).unwrap_or_else(|| id.to_owned())
    }

    /// Returns a text that has no variables.
    pub fn word(&self, id: &str) -> String {
        self.find(id, None).unwrap_or_else(|| id.to_owned())
    }

    /// Returns what went wrong, as one sentence or two.
    pub fn failure(&self, failure: &Failure) -> String {
        self.row_text(&failure.code, failure)
    }

    /// Returns what the person can do about it.
    pub fn hint(&self, failure: &Failure) -> String {
        self.row_text(&format!("{}-hint", failure.code), failure)
    }

    /// Returns what the person can do about it in a window: there nobody types options, and what is chosen stands beside.
    pub fn hint_in_window(&self, failure: &Failure) -> String {
        let id = format!("{}-hint", failure.code);
        let arguments = Arguments::from(&failure.arguments);
        let own = |bundle| format(bundle, (&id, Some(WINDOW)), Some(arguments.fluent()));
        let any = |bundle| format(bundle, (&id, None), Some(arguments.fluent()));
        self.chain.iter().find_map(|bundle| own(bundle).or_else(|| any(bundle))).unwrap_or_else(|| failure.code.clone())
    }

    fn row_text(&self, id: &str, failure: &Failure) -> String {
        self.find(id, Some(Arguments::from(&failure.arguments).fluent())).unwrap_or_else(|| failure.code.clone())
    }

    /// Tries the chain; a text of which a variable is missing counts as not there.
    fn find(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        self.chain.iter().find_map(|bundle| format(bundle, (id, None), arguments))
    }
}

/// Fills in a message's text, or that of an attribute of it.
fn format(
    bundle: &FluentBundle<FluentResource>,
    (id, attribute): (&str, Option<&str>),
    arguments: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, arguments, &mut errors);
    errors.is_empty().then(|| text.into_owned())
}

/// Returns whether a wanted locale is there in any form; nobody is told of English that speaks it.
pub fn speaks(tag: &str) -> bool {
    let chosen = negotiate::negotiate(CATALOGUES, &[tag]).first().map_or(FALLBACK, |catalogue| catalogue.tag);
    chosen != FALLBACK || tag.to_ascii_lowercase().starts_with("en")
}

/// Parses a catalogue. Its texts are compiled in; what would not parse is left out, and a test looks for that.
fn bundle(catalogue: &Catalogue, isolation: Isolation) -> FluentBundle<FluentResource> {
    let language = catalogue.tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    for file in catalogue.files {
        let resource = FluentResource::try_new(file.text()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
    }
    // The affixes of numbers are read before isolation is switched on: they are cut at a marker.
    bundle.set_use_isolating(false);
    numbers::add_functions(&mut bundle);
    bundle.set_use_isolating(isolation == Isolation::On);
    bundle
}

/// Returns the tag of every locale with the name of its language in itself, in the order of the tags.
pub fn languages() -> Vec<(&'static str, String)> {
    let named = |catalogue: &Catalogue| (catalogue.tag, bundle(catalogue, Isolation::Off));
    let name = |bundle: &FluentBundle<FluentResource>| format(bundle, ("language-name", None), None);
    CATALOGUES.iter().map(named).filter_map(|(tag, bundle)| Some((tag, name(&bundle)?))).collect()
}

/// Joins parts the way a list is written in this locale.
pub fn list<S: AsRef<str>>(messages: &Messages, parts: &[S]) -> String {
    let separator = messages.word("list-separator");
    parts.iter().enumerate().fold(String::new(), |mut text, (index, part)| {
        let separator = if index == 0 { "" } else { separator.as_str() };
        // Writing to a String cannot fail.
        write!(text, "{separator}{}", harmless(part.as_ref())).ok();
        text
    })
}

/// The attribute of a hint that is for the window: what the hint says of options of the command line is left out.
const WINDOW: &str = "window";

/// The locale that has every text.
pub const FALLBACK: &str = "en-US";

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
mod tests;
