//! Which catalogues speak for a list of wanted locales (RFC 4647, filtering).

use fluent_langneg::{NegotiationStrategy, convert_vec_str_to_langids_lossy, negotiate_languages};
use unic_langid::LanguageIdentifier;

use super::{Catalogue, FALLBACK};

/// Returns all catalogues that fit a wanted locale, best first, and en-US at the end.
pub(super) fn negotiate<S: AsRef<str>>(catalogues: &'static [Catalogue], requested: &[S]) -> Vec<&'static Catalogue> {
    let wanted: Vec<String> =
        requested.iter().take(MAX_REQUESTED).map(|tag| usual(posix_to_bcp47(tag.as_ref()))).collect();
    let wanted = convert_vec_str_to_langids_lossy(&wanted);
    let available = convert_vec_str_to_langids_lossy(catalogues.iter().map(|catalogue| catalogue.tag));
    let fitting = negotiate_languages(&wanted, &available, None, NegotiationStrategy::Filtering);
    let mut tags: Vec<String> = fitting.into_iter().map(ToString::to_string).collect();
    // English variants fall back on en-US by themselves; a chain must not leave it before its end either.
    if let Some(place) = tags.iter().position(|tag| tag == FALLBACK) {
        tags.truncate(place);
    }
    tags.push(FALLBACK.to_owned());
    tags.iter().filter_map(|tag| catalogues.iter().find(|catalogue| catalogue.tag == tag)).collect()
}

/// `de_DE.UTF-8@euro` is how POSIX writes `de-DE`.
fn posix_to_bcp47(tag: &str) -> String {
    let end = tag.find(['.', '@']).unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default().replace('_', "-")
}

/// Writes a language as the catalogues do: CLDR's aliases of languages, and for Chinese the region whose script a
/// person reads, which a mere prefix of the tag would not tell.
fn usual(tag: String) -> String {
    let Ok(LanguageIdentifier { language, script, region, .. }) = tag.parse() else { return tag };
    let traditional = match script {
        Some(script) => script == "Hant",
        None => language == "yue" || region.is_some_and(|region| ["TW", "HK", "MO"].contains(&region.as_str())),
    };
    match (language.as_str(), traditional) {
        ("zh" | "yue", true) => "zh-TW",
        ("zh" | "yue", false) => "zh-CN",
        ("no" | "nn", _) => "nb",
        ("iw", _) => "he",
        ("in", _) => "id",
        ("mo", _) => "ro",
        _ => return tag,
    }
    .to_owned()
}

/// Wanted locales that are looked at; systems list a handful.
const MAX_REQUESTED: usize = 20;
