//! Closed word classes: a word → every typed reading it can have (month, weekday, number, unit, …).
//!
//! One folder a language, each a sorted constant table that is searched, never built. Nothing here
//! knows what a date is: "second" is a number and a unit, "may" is a month's name, and what they are in a
//! sentence is for the rules to say.

pub mod de;
pub mod en;

use crate::document::Language;
use crate::document::words::{Key, Numbers};

/// The closed classes of one language.
pub struct Lexicon {
    /// The words, from 1.
    spellings: [&'static str; ROWS],
    readings: [&'static [Reading]; ROWS],
    numbers: Numbers<1024>,
    /// The readings of a word that is made of others: "Montagabend".
    compound: Option<Compound>,
}

/// Reads a word that is made of others.
type Compound = fn(&str) -> &'static [Reading];

/// Room for words.
const ROWS: usize = 512;

/// The lexicon of a language.
#[must_use]
pub fn of(language: Language) -> &'static Lexicon {
    match language {
        Language::English => &en::LEXICON,
        Language::German => &de::LEXICON,
    }
}

impl Lexicon {
    /// Lays a table out. Words stand in lower case, without the dot of an abbreviation, each once. What the
    /// table does not have is asked of `compound`.
    const fn new(words: &[(&'static str, &'static [Reading])], compound: Option<Compound>) -> Self {
        let mut lexicon =
            Self { spellings: [""; ROWS], readings: [&[]; ROWS], numbers: Numbers::new(), compound };
        let mut row = 0;
        while row < words.len() {
            (lexicon.spellings[row + 1], lexicon.readings[row + 1]) = words[row];
            lexicon.numbers.enter(row as u16 + 1, &lexicon.spellings);
            row += 1;
        }
        lexicon
    }

    /// Every reading of a word, whatever its case; a trailing dot of an abbreviation may stand or not.
    #[must_use]
    pub fn readings(&self, word: &str) -> &'static [Reading] {
        let word = word.strip_suffix('.').unwrap_or(word);
        match self.numbers.number(Key::of(word.as_bytes()), word.as_bytes(), &self.spellings) {
            0 => self.compound(word),
            number => self.readings[usize::from(number)],
        }
    }

    /// The readings of a word that is not in the table, but made of words that are.
    #[must_use]
    pub fn compound(&self, word: &str) -> &'static [Reading] {
        self.compound.map_or(&[], |read| read(word))
    }

    /// The words of the table with their readings, for tables that are made of this one.
    pub(crate) const fn row(&self, row: usize) -> Option<(&'static str, &'static [Reading])> {
        if row + 1 < ROWS && !self.spellings[row + 1].is_empty() {
            Some((self.spellings[row + 1], self.readings[row + 1]))
        } else {
            None
        }
    }
}

/// A byte of a word in lower case: ASCII, and the second byte of Latin-1's capitals ("Ä" C3 84, "ä" C3 A4).
/// Bytes of other scripts may be moved too: two such words may count as the same, but none of a table.
pub(crate) const fn lower(byte: u8) -> u8 {
    match byte {
        b'A'..=b'Z' | 0x80..=0x9E => byte + 0x20,
        _ => byte,
    }
}

/// One reading of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A month, 1 to 12.
    Month(u8),
    /// A weekday, Monday 0 to Sunday 6.
    Weekday(u8),
    /// A cardinal number.
    Number(u32),
    /// The article that counts as one before a magnitude: "a hundred".
    Article,
    /// What a cardinal is multiplied by: hundred, thousand.
    Magnitude(u32),
    /// An ordinal number, from 1.
    Ordinal(u32),
    /// An uncertain small number: "several", "a few".
    Some,
    /// Ten years by their tens: "nineties" is 9.
    Decade(u8),
    /// A unit of time in the singular.
    Unit(Unit),
    /// A unit of time in the plural.
    Units(Unit),
    /// A season.
    Season(Season),
    /// A part of the day.
    Daytime(Daytime),
    /// An adverb of recurrence, by its unit and how many of it: "daily", "biannual".
    Every(u8, Unit),
    /// A day counted from today: "yesterday" is −1.
    Today(i8),
    /// A part of a weekday in one word: "Montagabend".
    WeekdayPart(u8, Daytime),
    /// A weekday, a part of the day or both that recurs, in one word: "montags", "abends".
    Habit(Option<u8>, Option<Daytime>),
    /// A number, ordinal or length in one word, which the language's slots read from its letters: "dreijährig".
    Compound,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season of the northern year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Daytime {
    Dawn,
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Midnight,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_with_and_without_their_dot() {
        let english = of(Language::English);
        assert_eq!(english.readings("Sept."), &[Reading::Month(9)]);
        assert_eq!(english.readings("MAY"), &[Reading::Month(5)]);
        assert_eq!(english.readings("Second").len(), 2);
        assert!(["maybe", "é", "", "."].iter().all(|word| english.readings(word).is_empty()));
    }

    #[test]
    fn every_word_stands_once_in_lower_case() {
        for lexicon in [of(Language::English), of(Language::German)] {
            let mut words: Vec<&str> = (0..).map_while(|row| lexicon.row(row)).map(|row| row.0).collect();
            assert!(words.iter().all(|word| !word.bytes().any(|b| b.is_ascii_uppercase())));
            let all = words.len();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), all);
        }
    }
}
