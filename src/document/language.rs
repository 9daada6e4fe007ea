//! Which language a document is written in, told by its function words.

use serde::{Deserialize, Serialize};

/// A language the engine has a lexicon and rules for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    /// English; also what a text is read as whose language is not recognised.
    #[default]
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
}

/// How many words of a document are looked at: enough to decide, whatever its length.
const LOOKED_AT: usize = 400;

/// Frequent closed-class words of the one language that are no words of the other, in lower case.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "for", "with", "on", "by", "from", "is", "it", "as", "his", "her",
    "they", "were", "has", "have", "had", "been", "are", "which", "this", "not", "you", "my",
];
const GERMAN: &[&str] = &[
    "der", "und", "das", "nicht", "den", "von", "mit", "ist", "dem", "des", "ein", "eine", "einen", "einer",
    "einem", "im", "zu", "zum", "zur", "auf", "für", "sich", "auch", "wurde", "bei", "sie", "ich", "wir",
    "nach", "aus", "über", "uhr", "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember",
];

impl Language {
    /// The language of a text: that whose function words prevail, English where neither shows.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let (mut english, mut german) = (0_usize, 0_usize);
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(LOOKED_AT) {
            // longer words are of no closed class
            if word.len() > 9 {
                continue;
            }
            let is = |known: &&str| word.eq_ignore_ascii_case(known);
            english += usize::from(ENGLISH.iter().any(is));
            german += usize::from(GERMAN.iter().any(is));
        }
        if german > 1 && german > english { Self::German } else { Self::English }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_tell_the_language() {
        assert_eq!(Language::of("The mayor of Köln met the envoy on Monday."), Language::English);
        assert_eq!(Language::of("Der Bürgermeister traf den Gesandten am Montag."), Language::German);
        assert_eq!(Language::of("Von der Leyen spoke to the press and left."), Language::English);
        assert_eq!(Language::of(""), Language::English);
    }
}
