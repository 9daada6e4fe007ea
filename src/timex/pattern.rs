//! An ordered token matcher that knows no dates.
//!
//! A pattern is a sequence of [`Pat`]s over a sentence's tokens. `Take` reads one slot (one or several
//! tokens) and binds its number; the rule's `norm` turns the bindings into a value. Optional parts are
//! tried taken first, so that a rule matches as much as it can.

use super::rules::index::{Word, begins_by_shape};
use super::rules::step::{Run, Step};
use super::rules::{self, Grammar};
use crate::document::words::{self, Key, Words};
use crate::document::{Shape, Token};
use crate::lexicon::{Daytime, Reading, Season, Unit};
use crate::span::Span;
use std::borrow::Cow;
use std::cmp::Reverse;

/// One element of a pattern.
#[derive(Debug)]
pub(super) enum Pat {
    /// One of these words, in lower case.
    Word(&'static [&'static str]),
    /// A slot.
    Take(Slot),
    /// A part that may be missing.
    Opt(&'static [Pat]),
    /// The first of these that lets the rest match.
    Any(&'static [&'static [Pat]]),
    /// The longest of these, bound by its number.
    OneOf(Slot, &'static [&'static [Pat]]),
    /// Must follow, is not taken, and binds: "480" before "–479 BC".
    Ahead(&'static [Pat]),
    /// Takes nothing and binds what the words before it say: last −1, next 1.
    Bind(Slot, i32),
    /// A date as machines write it: see [`rules::stamp`].
    Stamp,
}

/// What [`Pat::Take`] reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// "4", "4th", "fourth": 1 to 31.
    Day,
    /// The day as digits only.
    DayDigits,
    /// A month's name or abbreviation with a capital.
    Month,
    /// A month's name in full, or a dotted abbreviation.
    FullMonth,
    /// Four digits, 1000 to 2199.
    Year,
    /// One to four digits, for years with an era.
    AnyYear,
    /// Three digits: a year whose era is the story's.
    BareYear,
    /// "'98", bound as 0 to 99.
    ShortYear,
    /// The last digits of a second year, with no space before them: "1731/2". Not "12 May 1871 - 3 May 1949".
    YearTail,
    /// A weekday's name or abbreviation with a capital.
    Weekday,
    /// A weekday's name in full.
    FullWeekday,
    /// "1840s" bound as 184, "'80s" and "eighties" as 8.
    Decade,
    /// A number, doubled: "two and a half" is 5.
    Number,
    /// An ordinal from 1: "19th", "third".
    Ordinal,
    /// "several", "a few": bound as 0.
    Several,
    /// A unit in the singular.
    Unit,
    /// A unit in the plural.
    Units,
    /// A season, 0 to 3.
    Season,
    /// A part of the day.
    Daytime,
    /// "daily", "monthly": bound as count × 32 + unit.
    Every,
    /// "yesterday": −1, 0 or 1.
    Today,
    /// "9:30", "9 a.m.", "1430 GMT": minutes since midnight × 2, plus 1 where minutes are said.
    Clock,
    /// A length in one word or hyphened, "dreijährig", "35-stündig": number doubled × 32 + unit, 0 for "some".
    Length,
    /// "Montagabend": weekday × 8 + part of the day.
    WeekdayPart,
    /// "montags", "abends": (weekday + 1) × 8 + part of the day + 1, either 0 where it is not said.
    Habit,
    /// A direction, bound by [`Pat::Bind`] only: "last" −1, "this" 0, "next" 1.
    Sign,
    /// "Q3", "2Q14", "FY17": see [`rules::code::read`].
    Code,
    /// A feast or named day, by its number in its language's table.
    Named,
}

/// The tokens of one sentence with their readings in its language.
pub(super) struct Line<'a> {
    pub(super) grammar: &'static Grammar,
    pub(super) text: &'a str,
    /// Whether it is written as messages are.
    pub(super) message: bool,
    pub(super) tokens: Cow<'a, [Token]>,
    pub(super) readings: Vec<&'static [Reading]>,
    /// The tokens as words of the patterns.
    pub(super) words: Vec<Word>,
    /// The same; none for an abbreviation that is a word only without its dot.
    pub(super) spelt: Vec<Word>,
    /// The tokens that a rule may begin with.
    pub(super) starts: Vec<usize>,
}

/// What a match bound, in order.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bound {
    slots: [Option<(Slot, i32)>; 10],
    count: usize,
}

impl Bound {
    /// The value of the first such slot.
    pub(super) fn get(&self, slot: Slot) -> Option<i32> {
        self.nth(slot, 0)
    }

    /// The value of the `n`th such slot, from 0.
    pub(super) fn nth(&self, slot: Slot, n: usize) -> Option<i32> {
        self.slots[..self.count].iter().flatten().filter(|(s, _)| *s == slot).nth(n).map(|(_, value)| *value)
    }

    /// What was bound, in the order of the words.
    pub(super) fn values(&self) -> impl Iterator<Item = (Slot, i32)> {
        self.slots[..self.count].iter().copied().flatten()
    }

    /// Binds one slot more.
    pub(super) fn bind(&mut self, slot: Slot, value: i32) {
        if let Some(free) = self.slots.get_mut(self.count) {
            *free = Some((slot, value));
            self.count += 1;
        }
    }
}

impl<'a> Line<'a> {
    /// A line without a sentence: see [`Line::read`].
    pub(super) fn new(grammar: &'static Grammar, text: &'a str, message: bool) -> Self {
        let tokens = Cow::Borrowed(&[][..]);
        Self {
            grammar,
            text,
            message,
            tokens,
            readings: Vec::new(),
            words: Vec::new(),
            spelt: Vec::new(),
            starts: Vec::new(),
        }
    }

    /// Goes on to another sentence. A number written together with its word ("7pm", "12hrs") is two tokens.
    pub(super) fn read(&mut self, tokens: &'a [Token]) {
        self.tokens = Cow::Borrowed(tokens);
        if tokens.iter().any(|token| self.seam(token).is_some()) {
            self.tokens = tokens.iter().flat_map(|token| self.halves(token)).flatten().collect();
        }
        self.readings.clear();
        self.words.clear();
        self.spelt.clear();
        self.starts.clear();
        let Grammar { lexicon, index, .. } = self.grammar;
        let text = self.text.as_bytes();
        for (at, token) in self.tokens.iter().enumerate() {
            let word = index.word(text, token.span);
            let mut readings = index.readings(word);
            if readings.is_empty() && !matches!(token.shape, Shape::Mark | Shape::Digits) {
                let word = token.span.of(self.text);
                readings = lexicon.compound(word.strip_suffix('.').unwrap_or(word));
            }
            if index.begins(word) || !readings.is_empty() || begins_by_shape(token, text) {
                self.starts.push(at);
            }
            self.words.push(word);
            self.spelt.push(if index.spells(word, token.span.len()) { word } else { 0 });
            self.readings.push(readings);
        }
    }

    /// Where the word begins that is written together with the number before it.
    fn seam(&self, token: &Token) -> Option<usize> {
        if token.shape != Shape::Mixed {
            return None;
        }
        let word = token.span.of(self.text);
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let glued = digits > 0 && (self.grammar.slots.glued)(self.grammar.lexicon, word, digits);
        glued.then_some(token.span.start() + digits)
    }

    fn halves(&self, token: &Token) -> [Option<Token>; 2] {
        match self.seam(token) {
            Some(at) => {
                let number =
                    Token { span: Span::new(token.span.start(), at), shape: Shape::Digits, ..*token };
                let word =
                    Token { span: Span::new(at, token.span.end()), shape: Shape::Lower, spaced: false };
                [Some(number), Some(word)]
            }
            None => [Some(*token), None],
        }
    }

    /// The words of token `at`; empty beyond the line.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    /// The same as bytes, which costs no look for the bounds of characters.
    fn spelling(&self, at: usize) -> &'a [u8] {
        let bytes = self.text.as_bytes();
        self.tokens.get(at).and_then(|t| bytes.get(t.span.start()..t.span.end())).unwrap_or_default()
    }

    /// Whether token `at` is this word, whatever its case.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        words::same(self.spelling(at), word.as_bytes())
    }

    /// Whether token `at` is one of these words.
    pub(super) fn is_any(&self, at: usize, any: &[&str]) -> bool {
        let spelling = self.spelling(at);
        any.iter().any(|word| words::same(spelling, word.as_bytes()))
    }

    /// Whether token `at` is one of these words.
    pub(super) fn is_in<const N: usize>(&self, at: usize, set: &Words<N>) -> bool {
        self.tokens.get(at).is_some_and(|token| set.has(Key::at(self.text.as_bytes(), token.span)))
    }

    /// The words of tokens `first..last`.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        match (self.tokens.get(first), last.checked_sub(1).and_then(|l| self.tokens.get(l))) {
            (Some(a), Some(b)) => Span::new(a.span.start(), b.span.end()),
            _ => Span::default(),
        }
    }

    /// Matches a pattern's steps at token `at`; answers the token behind the match. What was bound on a way
    /// that led nowhere is forgotten.
    pub(super) fn matches(&self, pattern: Run, at: usize, bound: &mut Bound) -> Option<usize> {
        self.follow(pattern.of(&self.grammar.index.steps.steps), at, bound)
    }

    fn follow(&self, steps: &'static [Step], at: usize, bound: &mut Bound) -> Option<usize> {
        let Some((first, rest)) = steps.split_first() else { return Some(at) };
        let tables = &self.grammar.index.steps;
        let before = bound.count;
        let end = match first {
            Step::Word(words) => {
                let stands = self.spelt.get(at).is_some_and(|word| words.of(&tables.words).contains(word));
                if stands { self.follow(rest, at + 1, bound) } else { None }
            }
            Step::Take(slot) => self.take(*slot, at).and_then(|(value, next)| {
                bound.bind(*slot, value);
                self.follow(rest, next, bound)
            }),
            Step::Opt(part) => {
                self.follow_then(*part, rest, at, bound).or_else(|| self.follow(rest, at, bound))
            }
            Step::Ahead(part) => self.matches(*part, at, bound).and_then(|_| self.follow(rest, at, bound)),
            Step::Bind(slot, value) => {
                bound.bind(*slot, *value);
                self.follow(rest, at, bound)
            }
            Step::Stamp => {
                rules::stamp::take(self, at, bound).and_then(|next| self.follow(rest, next, bound))
            }
            Step::OneOf(slot, parts) => {
                let parts = parts.of(&tables.parts).iter();
                let ends = parts.map(|part| self.matches(*part, at, &mut Bound::clone(bound)));
                // of two that reach as far the first stands
                let longest = ends.enumerate().filter_map(|(n, end)| Some((end?, Reverse(n)))).max();
                longest.and_then(|(next, Reverse(number))| {
                    bound.bind(*slot, number as i32);
                    self.follow(rest, next, bound)
                })
            }
            Step::Any(parts) => {
                parts.of(&tables.parts).iter().find_map(|part| self.follow_then(*part, rest, at, bound))
            }
        };
        if end.is_none() {
            bound.count = before;
        }
        end
    }

    fn follow_then(&self, part: Run, rest: &'static [Step], at: usize, bound: &mut Bound) -> Option<usize> {
        let before = bound.count;
        let end = self.matches(part, at, bound).and_then(|middle| self.follow(rest, middle, bound));
        if end.is_none() {
            bound.count = before;
        }
        end
    }

    /// The first of token `at`'s readings that is picked.
    pub(super) fn reading<T>(&self, at: usize, pick: impl Fn(Reading) -> Option<T>) -> Option<T> {
        self.readings.get(at)?.iter().find_map(|reading| pick(*reading))
    }

    /// Whether token `at` begins with a capital.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper))
    }

    /// A token of digits alone, as a number and its count of digits.
    pub(super) fn digits(&self, at: usize) -> Option<(i32, usize)> {
        let token = self.tokens.get(at).filter(|t| t.shape == Shape::Digits)?;
        let word = token.span.of(self.text);
        if word.len() > 7 || !word.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Some((word.parse().ok()?, word.len()))
    }

    /// What a slot takes at token `at`: its number, and the token behind it.
    pub(super) fn take(&self, slot: Slot, at: usize) -> Option<(i32, usize)> {
        let slots = &self.grammar.slots;
        let one = |value: i32| Some((value, at + 1));
        match slot {
            Slot::Day => {
                let day = self.digits(at).filter(|(_, length)| *length <= 2).map(|(value, _)| value);
                one(day.or_else(|| (slots.ordinal)(self, at)).filter(|day| (1..=31).contains(day))?)
            }
            Slot::DayDigits => {
                one(self.digits(at).filter(|(day, length)| *length <= 2 && (1..=31).contains(day))?.0)
            }
            Slot::Month => (slots.month)(self, at, false),
            Slot::FullMonth => (slots.month)(self, at, true),
            Slot::Year => {
                one(self.digits(at).filter(|(y, length)| *length == 4 && (1000..2200).contains(y))?.0)
            }
            Slot::BareYear => one(self.digits(at).filter(|(y, length)| *length == 3 && *y >= 100)?.0),
            Slot::AnyYear => one(self.digits(at).filter(|(y, length)| *length <= 4 && *y > 0)?.0),
            Slot::ShortYear => {
                let mark = matches!(self.word(at), "'" | "’" | "‘");
                let (value, length) = self.digits(at + 1)?;
                (mark && length == 2 && !self.tokens[at + 1].spaced).then_some((value, at + 2))
            }
            Slot::YearTail => {
                one(self.digits(at).filter(|(_, length)| *length <= 2 && !self.tokens[at].spaced)?.0)
            }
            Slot::Weekday => (slots.weekday)(self, at, false),
            Slot::FullWeekday => (slots.weekday)(self, at, true),
            Slot::Decade => (slots.decade)(self, at),
            Slot::Number => (slots.number)(self, at),
            Slot::Ordinal => one((slots.ordinal)(self, at)?),
            Slot::Several => self.reading(at, |r| (r == Reading::Some).then_some(0)).and_then(one),
            Slot::Unit => self
                .reading(at, |r| if let Reading::Unit(u) = r { Some(u as i32) } else { None })
                .and_then(one),
            Slot::Units => self
                .reading(at, |r| if let Reading::Units(u) = r { Some(u as i32) } else { None })
                .and_then(one),
            Slot::Season => self
                .reading(at, |r| match r {
                    Reading::Season(Season::Spring) => Some(0),
                    Reading::Season(Season::Summer) => Some(1),
                    Reading::Season(Season::Autumn) => Some(2),
                    Reading::Season(Season::Winter) => Some(3),
                    _ => None,
                })
                .and_then(one),
            Slot::Daytime => self
                .reading(at, |r| if let Reading::Daytime(d) = r { Some(d as i32) } else { None })
                .and_then(one),
            Slot::Every => self
                .reading(at, |r| {
                    if let Reading::Every(n, unit) = r { Some(i32::from(n) * 32 + unit as i32) } else { None }
                })
                .and_then(one),
            Slot::Today => self
                .reading(at, |r| if let Reading::Today(n) = r { Some(i32::from(n)) } else { None })
                .and_then(one),
            Slot::Clock => (slots.clock)(self, at),
            Slot::Length => (slots.length)(self, at),
            Slot::WeekdayPart => self
                .reading(at, |r| match r {
                    Reading::WeekdayPart(day, part) => Some(i32::from(day) * 8 + part as i32),
                    _ => None,
                })
                .and_then(one),
            Slot::Habit => self
                .reading(at, |r| match r {
                    Reading::Habit(day, part) => {
                        Some(day.map_or(0, |d| i32::from(d) + 1) * 8 + part.map_or(0, |p| p as i32 + 1))
                    }
                    _ => None,
                })
                .and_then(one),
            Slot::Code => one(rules::code::read(self.word(at))?),
            Slot::Sign | Slot::Named => None,
        }
    }
}

/// The unit behind a bound number of [`Slot::Unit`], [`Slot::Units`] or [`Slot::Every`].
pub(super) fn unit(value: i32) -> Unit {
    const ALL: [Unit; 15] = [
        Unit::Second,
        Unit::Minute,
        Unit::Hour,
        Unit::Day,
        Unit::Night,
        Unit::Weekend,
        Unit::Week,
        Unit::Fortnight,
        Unit::Month,
        Unit::Quarter,
        Unit::Season,
        Unit::Year,
        Unit::Decade,
        Unit::Century,
        Unit::Millennium,
    ];
    usize::try_from(value % 32).ok().and_then(|at| ALL.get(at)).copied().unwrap_or(Unit::Day)
}

/// The part of the day behind a bound [`Slot::Daytime`].
pub(super) fn daytime(value: i32) -> Daytime {
    const ALL: [Daytime; 7] = [
        Daytime::Dawn,
        Daytime::Morning,
        Daytime::Midday,
        Daytime::Afternoon,
        Daytime::Evening,
        Daytime::Night,
        Daytime::Midnight,
    ];
    usize::try_from(value).ok().and_then(|at| ALL.get(at)).copied().unwrap_or(Daytime::Morning)
}
