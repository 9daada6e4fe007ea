//! Which language a document is written in, told by its function words.

use super::words::{Key, Words};
use crate::span::Span;
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
/// How many more of the one language's words than of the other's decide at once.
const DECIDED: usize = 20;

/// Frequent closed-class words of the one language that are no words of the other, in lower case.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "for", "with", "on", "by", "from", "is", "it", "as", "his", "her",
    "they", "were", "has", "have", "had", "been", "are", "which", "this", "not", "you", "my",
];
const GERMAN: &[&str] = &[
    "der", "und", "das", "nicht", "den", "von", "mit", "ist", "dem", "des", "ein", "eine", "einen", "einer",
    "einem", "eines", "im", "zu", "zum", "zur", "auf", "für", "sich", "auch", "wurde", "wurden", "wird",
    "werden", "bei", "beim", "sie", "ich", "wir", "nach", "aus", "über", "vom", "bis", "seit", "noch", "nur",
    "aber", "oder", "wenn", "dass", "daß", "kann", "sind", "haben", "hatte", "durch", "gegen", "zwischen",
    "diese", "dieser", "dieses", "jahr", "jahre", "jahren", "mai",
];
/// German names of days, months and hours that no other word is spelt like: one alone tells.
const GERMAN_TIMES: &[&str] = &[
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    "januar",
    "jänner",
    "februar",
    "märz",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "uhr",
    "heute",
    "gestern",
];

static ENGLISH_WORDS: Words<64> = Words::of(&[ENGLISH]);
static GERMAN_WORDS: Words<256> = Words::of(&[GERMAN, GERMAN_TIMES]);
static GERMAN_TIMES_ALONE: Words<64> = Words::of(&[GERMAN_TIMES]);
/// The longest of them, in bytes.
const LONGEST: usize = 10;

impl Language {
    /// The language of a text: that whose function words prevail, English where neither shows.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let (mut english, mut german) = (0_usize, 0_usize);
        let words = Alphabetic { text, at: 0 };
        for word in words.take(LOOKED_AT) {
            // longer words are of no closed class
            if word.len() > LONGEST {
                continue;
            }
            let key = Key::at(text.as_bytes(), word);
            english += usize::from(ENGLISH_WORDS.has(key));
            // the name of a day or month counts twice
            german += usize::from(GERMAN_WORDS.has(key)) + usize::from(GERMAN_TIMES_ALONE.has(key));
            if english.abs_diff(german) >= DECIDED {
                break;
            }
        }
        if german > 1 && german > english { Self::German } else { Self::English }
    }
}

/// The runs of letters of a text.
struct Alphabetic<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Alphabetic<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        // the width of the character at `at`, and whether it is a letter
        let bytes = self.text.as_bytes();
        let letter = |at: usize| match bytes.get(at)? {
            byte if byte.is_ascii() => Some((1, byte.is_ascii_alphabetic())),
            _ => self.text.get(at..)?.chars().next().map(|c| (c.len_utf8(), c.is_alphabetic())),
        };
        while let (width, false) = letter(self.at)? {
            self.at += width;
        }
        let start = self.at;
        while let Some((width, true)) = letter(self.at) {
            self.at += width;
        }
        Some(Span::new(start, self.at))
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
        assert_eq!(Language::of("Sitzung am Dienstag"), Language::German);
        assert_eq!(Language::of("Mai Nguyen sang"), Language::English);
        assert_eq!(Language::of(""), Language::English);
    }
}
