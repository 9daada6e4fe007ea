//! Tokens: one pass over the bytes, nothing allocated per token.
//!
//! ```text
//! token   = word | number | possessive | mark
//! word    = letter (letter | digit | joiner letter)* stop?
//! number  = digit+ ("," digit{3})* ("." digit+)? | digit{1,3} ("." digit{3}){2,}
//!           followed at once by letters it is a word: 19th, 1840s, 2.1bn
//! possessive = ("'" | "’") "s", directly after a word or number and at its end
//! word    = also "to-day", "to-night", "to-morrow"
//! joiner  = "'" | "’" between letters (O’Brien, don't, Sana'a)
//! stop    = "." of a dotted word (U.S., a.m.), an initial before a name, an abbreviation
//! mark    = any other single character that is not white space
//! ```

use super::abbreviation::{self, Stop};
use super::{Language, Shape, Token};
use crate::span::Span;

/// Appends the tokens of `text[span]` to `out`.
pub(crate) fn tokenise(text: &str, span: Span, language: Language, out: &mut Vec<Token>) {
    let (at, end) = (span.start(), span.end());
    let mut scanner = Scanner { text: &text[..end], bytes: &text.as_bytes()[..end], language, at };
    let mut spaced = true;
    while let Some(&byte) = scanner.bytes.get(scanner.at) {
        let start = scanner.at;
        let shape = match CLASS[byte as usize] {
            Class::Space => {
                scanner.at += 1;
                spaced = true;
                continue;
            }
            Class::Mark => {
                scanner.at += 1;
                if byte == b'\'' && !spaced && scanner.possessive_follows(out, start) {
                    scanner.at += 1;
                    Shape::Lower
                } else {
                    Shape::Mark
                }
            }
            Class::Lower | Class::Upper => scanner.word(start, Letters::default()),
            Class::Digit => scanner.number(),
            Class::Wide => {
                let c = scanner.char_at(start).unwrap_or(char::REPLACEMENT_CHARACTER);
                if c.is_whitespace() || c == '\u{FEFF}' {
                    scanner.at += c.len_utf8();
                    spaced = true;
                    continue;
                }
                if c.is_alphabetic() {
                    scanner.word(start, Letters::default())
                } else if c.is_numeric() {
                    scanner.number()
                } else {
                    scanner.at += c.len_utf8();
                    if c == '’' && !spaced && scanner.possessive_follows(out, start) {
                        scanner.at += 1;
                        Shape::Lower
                    } else {
                        Shape::Mark
                    }
                }
            }
        };
        out.push(Token { span: Span::new(start, scanner.at), shape, spaced });
        spaced = false;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Lower,
    Upper,
    Digit,
    Mark,
    /// Part of a character beyond ASCII: decode it.
    Wide,
}

const CLASS: [Class; 256] = {
    let mut table = [Class::Mark; 256];
    let mut i = 0;
    while i < 256 {
        let b = i as u8;
        table[i] = if b >= 0x80 {
            Class::Wide
        } else if b <= b' ' || b == 0x7F {
            Class::Space
        } else if b.is_ascii_lowercase() {
            Class::Lower
        } else if b.is_ascii_uppercase() {
            Class::Upper
        } else if b.is_ascii_digit() {
            Class::Digit
        } else {
            Class::Mark
        };
        i += 1;
    }
    table
};

/// What a word has been made of so far.
#[derive(Default)]
struct Letters {
    upper: u32,
    lower: u32,
    digits: bool,
    /// The first letter is a capital.
    capital: bool,
    any: bool,
    /// Letters since the last dot.
    since_dot: u32,
    dots: u32,
}

impl Letters {
    fn add(&mut self, upper: bool, lower: bool) {
        if !self.any {
            self.any = true;
            self.capital = upper && !self.digits;
        }
        self.upper += u32::from(upper);
        self.lower += u32::from(lower);
        self.since_dot += 1;
    }

    fn shape(&self) -> Shape {
        if self.digits {
            Shape::Mixed
        } else if !self.capital {
            Shape::Lower
        } else if self.upper >= 2 && self.lower == 0 {
            Shape::Upper
        } else {
            Shape::Capital
        }
    }
}

struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    language: Language,
    at: usize,
}

impl Scanner<'_> {
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn is_letter(&self, at: usize) -> bool {
        match self.byte(at) {
            b if b < 0x80 => b.is_ascii_alphabetic(),
            _ => self.char_at(at).is_some_and(char::is_alphabetic),
        }
    }

    fn is_word(&self, at: usize) -> bool {
        match self.byte(at) {
            b if b < 0x80 => b.is_ascii_alphanumeric(),
            _ => self.char_at(at).is_some_and(char::is_alphanumeric),
        }
    }

    /// Whether `self.at`, just behind an apostrophe at `start`, holds the `s` of a possessive.
    fn possessive_follows(&self, out: &[Token], start: usize) -> bool {
        matches!(self.byte(self.at), b's' | b'S')
            && !self.is_word(self.at + 1)
            && out.last().is_some_and(|t| t.span.end() == start && t.shape != Shape::Mark)
    }

    /// Reads on from `self.at` to the end of the word that begins at `start`.
    fn word(&mut self, start: usize, mut letters: Letters) -> Shape {
        loop {
            let byte = self.byte(self.at);
            match CLASS[byte as usize] {
                Class::Lower => {
                    letters.add(false, true);
                    self.at += 1;
                }
                Class::Upper => {
                    letters.add(true, false);
                    self.at += 1;
                }
                Class::Digit => {
                    letters.digits = true;
                    self.at += 1;
                }
                Class::Space => break,
                Class::Mark if byte == b'\'' => {
                    if !self.joins(&letters, 1) {
                        break;
                    }
                    self.at += 1;
                }
                Class::Mark if byte == b'.' => {
                    if !self.keeps_stop(start, &letters) {
                        break;
                    }
                    self.at += 1;
                    letters.dots += 1;
                    letters.since_dot = 0;
                    if !self.is_letter(self.at) {
                        break;
                    }
                }
                Class::Mark if byte == b'-' && self.at - start == 2 => {
                    self.at = self.to_day(start).unwrap_or(self.at);
                    break;
                }
                Class::Mark => break,
                Class::Wide => {
                    let Some(c) = self.char_at(self.at) else { break };
                    if c.is_alphabetic() {
                        letters.add(c.is_uppercase(), c.is_lowercase());
                    } else if c == '’' {
                        if !self.joins(&letters, c.len_utf8()) {
                            break;
                        }
                    } else if c.is_numeric() {
                        letters.digits = true;
                    } else if !continues_word(c) {
                        break;
                    }
                    self.at += c.len_utf8();
                }
            }
        }
        letters.shape()
    }

    /// The end of "to-day", "to-night" or "to-morrow", as English wrote them until about 1920.
    fn to_day(&self, start: usize) -> Option<usize> {
        const DAYS: [&[u8]; 3] = [b"-day", b"-night", b"-morrow"];
        let to = self.bytes.get(start..self.at).filter(|word| word.eq_ignore_ascii_case(b"to"))?;
        let rest = self.bytes.get(start + to.len()..)?;
        let day =
            DAYS.iter().find(|day| rest.len() >= day.len() && rest[..day.len()].eq_ignore_ascii_case(day))?;
        Some(self.at + day.len()).filter(|end| !self.is_word(*end))
    }

    /// Whether the apostrophe of `width` bytes at `self.at` stands inside a word.
    fn joins(&self, letters: &Letters, width: usize) -> bool {
        let next = self.at + width;
        let possessive = matches!(self.byte(next), b's' | b'S') && !self.is_word(next + 1);
        letters.any && !letters.digits && !possessive && self.is_letter(next)
    }

    /// Whether the full stop at `self.at` belongs to the word.
    fn keeps_stop(&self, start: usize, letters: &Letters) -> bool {
        if letters.digits {
            return false;
        }
        let next = self.at + 1;
        if letters.since_dot == 1 && letters.dots > 0 {
            // the second and later dots of U.S.A.
            return true;
        }
        if letters.dots > 0 {
            return false;
        }
        if letters.since_dot == 1 {
            if self.is_letter(next) {
                // "U.S.", "a.m.": one letter, a dot, one letter; not "a.mosque"
                let after = next + self.char_at(next).map_or(1, char::len_utf8);
                return !self.is_word(after);
            }
            // an initial before a name; "p. 5", "c. 1450"
            let (gap, c) = self.next_visible(next);
            if self.language == Language::German && letters.upper == 0 {
                // "z. B.", "v. Chr.", "u. a."
                return c.is_some_and(char::is_alphanumeric);
            }
            return if letters.upper == 1 {
                gap && c.is_some_and(char::is_uppercase)
            } else {
                c.is_some_and(|c| c.is_ascii_digit())
            };
        }
        match abbreviation::stop(&self.text[start..self.at], self.language) {
            Some(Stop::Title | Stop::Free) => !self.is_letter(next),
            Some(Stop::Number) => self.next_visible(next).1.is_some_and(|c| c.is_ascii_digit()),
            None => &self.text[start..self.at] == "Ph" && self.byte(next) == b'D',
        }
    }

    /// The first character from `at` that is not a blank, and whether a blank was skipped. Looks at
    /// a few characters only, so that a wide margin costs nothing.
    fn next_visible(&self, at: usize) -> (bool, Option<char>) {
        let mut chars = self.text.get(at..).unwrap_or_default().chars().take(8);
        let mut gap = false;
        loop {
            match chars.next() {
                Some(c) if c.is_whitespace() => gap = true,
                other => return (gap, other),
            }
        }
    }

    /// Reads a number, or a word that begins with digits.
    fn number(&mut self) -> Shape {
        let start = self.at;
        self.digits();
        if self.byte(self.at) == b',' && self.at - start <= 3 {
            while self.byte(self.at) == b',' && self.group(self.at + 1) {
                self.at += 4;
            }
        }
        // the later groups of 14.10.1066 are whole numbers
        let dotted = start >= 2 && self.byte(start - 1) == b'.' && self.byte(start - 2).is_ascii_digit();
        if !dotted && self.byte(self.at) == b'.' && self.byte(self.at + 1).is_ascii_digit() {
            let integer = self.at;
            let mut groups = 0;
            while self.byte(self.at) == b'.' && self.group(self.at + 1) {
                self.at += 4;
                groups += 1;
            }
            let more = self.byte(self.at) == b'.' && self.byte(self.at + 1).is_ascii_digit();
            if more || groups == 0 {
                // one dot is a decimal point; two are a date (14.10.1066) or an address
                self.at = integer + 1;
                self.digits();
                let dotted = self.byte(self.at) == b'.';
                // German writes no decimal point: "3.10." is a day and a month
                let date = self.language == Language::German && self.at - start <= 5;
                if dotted && (date || self.byte(self.at + 1).is_ascii_digit()) {
                    self.at = integer;
                }
            }
        }
        if self.is_letter(self.at) {
            return self.word(start, Letters { digits: true, ..Letters::default() });
        }
        Shape::Digits
    }

    fn digits(&mut self) {
        loop {
            match CLASS[self.byte(self.at) as usize] {
                Class::Digit => self.at += 1,
                Class::Wide => match self.char_at(self.at) {
                    Some(c) if c.is_numeric() => self.at += c.len_utf8(),
                    _ => return,
                },
                _ => return,
            }
        }
    }

    /// Whether exactly three digits stand at `at`.
    fn group(&self, at: usize) -> bool {
        (0..3).all(|i| self.byte(at + i).is_ascii_digit()) && !self.byte(at + 3).is_ascii_digit()
    }
}

/// Characters that are no letters and yet stand inside words: combining marks, joiners, soft hyphens.
fn continues_word(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{00AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<(&str, Shape, bool)> {
        let mut out = Vec::new();
        tokenise(text, Span::new(0, text.len()), Language::English, &mut out);
        out.iter().map(|t| (t.span.of(text), t.shape, t.spaced)).collect()
    }

    fn words(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|t| t.0).collect()
    }

    #[test]
    fn words_numbers_marks() {
        let cases: &[(&str, &[&str])] = &[
            (
                "The U.S. fleet left at 9 a.m. on Monday.",
                &["The", "U.S.", "fleet", "left", "at", "9", "a.m.", "on", "Monday", "."],
            ),
            ("Assad's men, Israel’s aims", &["Assad", "'s", "men", ",", "Israel", "’s", "aims"]),
            ("To-day; to-morrow's to-days", &["To-day", ";", "to-morrow", "'s", "to", "-", "days"]),
            ("mid-2014, third-quarter", &["mid", "-", "2014", ",", "third", "-", "quarter"]),
            ("1,300 of 2.1bn in the 1840s", &["1,300", "of", "2.1bn", "in", "the", "1840s"]),
            (
                "14.10.1066 and 1.500.000 and 3.5",
                &["14", ".", "10", ".", "1066", "and", "1.500.000", "and", "3.5"],
            ),
            ("April 4,2017", &["April", "4", ",", "2017"]),
            ("Lt. Gen. J. K. O’Brien don't", &["Lt.", "Gen.", "J.", "K.", "O’Brien", "don't"]),
            ("the militants’ aims", &["the", "militants", "’", "aims"]),
            ("No. 5 and no. That is all.", &["No.", "5", "and", "no", ".", "That", "is", "all", "."]),
            ("Oct. 23, c. 1450; the '90s", &["Oct.", "23", ",", "c.", "1450", ";", "the", "'", "90s"]),
            ("U.S.-led U.N Office, U.S.A.", &["U.S.", "-", "led", "U.N", "Office", ",", "U.S.A."]),
            ("Zürich/Malmö £5", &["Zürich", "/", "Malmö", "£", "5"]),
            ("see reuters.com", &["see", "reuters", ".", "com"]),
            ("1990's", &["1990", "'s"]),
            ("Plan B.", &["Plan", "B", "."]),
            ("10:30GMT 4/5/2017", &["10", ":", "30GMT", "4", "/", "5", "/", "2017"]),
        ];
        for (text, want) in cases {
            assert_eq!(&words(text), want, "{text}");
        }
    }

    #[test]
    fn shapes() {
        let shapes: Vec<Shape> =
            tokens("mosul McDowall PKK U.S. 19th 2017 A iPhone 's Élan ÉTÉ .").iter().map(|t| t.1).collect();
        use Shape::{Capital, Digits, Lower, Mark, Mixed, Upper};
        assert_eq!(
            shapes,
            [Lower, Capital, Upper, Upper, Mixed, Digits, Capital, Lower, Mark, Lower, Capital, Upper, Mark]
        );
    }

    #[test]
    fn spaced_says_whether_a_blank_stands_before() {
        let spaced: Vec<bool> = tokens("a-b c").iter().map(|t| t.2).collect();
        assert_eq!(spaced, [true, false, false, true]);
    }
}
