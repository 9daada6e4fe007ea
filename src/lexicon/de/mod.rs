//! German.

use super::{Lexicon, Reading};
use Reading::{Month, Weekday};

/// German.
pub static LEXICON: Lexicon = Lexicon::new(WORDS);

const WORDS: &[(&str, &[Reading])] = &[
    ("april", &[Month(4)]),
    ("august", &[Month(8)]),
    ("dezember", &[Month(12)]),
    ("dienstag", &[Weekday(1)]),
    ("donnerstag", &[Weekday(3)]),
    ("februar", &[Month(2)]),
    ("freitag", &[Weekday(4)]),
    ("januar", &[Month(1)]),
    ("juli", &[Month(7)]),
    ("juni", &[Month(6)]),
    ("mai", &[Month(5)]),
    ("mittwoch", &[Weekday(2)]),
    ("montag", &[Weekday(0)]),
    ("märz", &[Month(3)]),
    ("november", &[Month(11)]),
    ("oktober", &[Month(10)]),
    ("samstag", &[Weekday(5)]),
    ("september", &[Month(9)]),
    ("sonntag", &[Weekday(6)]),
];
