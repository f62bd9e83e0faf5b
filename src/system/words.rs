//! Words that end up in other programs, in every language that this one speaks.

use crate::messages::{CATALOGUES, Isolation, Messages};
use crate::model::Translated;

/// Returns what a menu calls upgrading or removing an application.
pub fn manage() -> Translated {
    let in_language = |tag: &str| Messages::new(&[tag], Isolation::Off).word("menu-manage");
    let mut words = Translated::from(in_language("en-US").as_str());
    for catalogue in CATALOGUES {
        let text = in_language(catalogue.tag);
        if let Some(tag) = catalogue.tag.parse().ok().filter(|_| text != words.default) {
            words.translations.insert(tag, text);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_come_in_english_and_in_every_other_language() {
        let words = manage();
        assert_eq!(words.default, "Upgrade or remove");
        assert!(words.translations.len() >= CATALOGUES.len() / 2);
    }
}
