//! An ordered token matcher that knows no dates.
//!
//! A pattern is a sequence of [`Pat`]s over a sentence's tokens. `Take` reads one slot (one or several
//! tokens) and binds its number; the rule's `norm` turns the bindings into a value. Optional parts are
//! tried taken first, so that a rule matches as much as it can.

use crate::document::{Shape, Token};
use crate::lexicon::{Daytime, Reading, Season, Unit, en};
use crate::span::Span;

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
    /// "'98", bound as 0 to 99.
    ShortYear,
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
}

/// The tokens of one sentence with their readings.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) readings: Vec<&'static [Reading]>,
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

    fn bind(&mut self, slot: Slot, value: i32) {
        if let Some(free) = self.slots.get_mut(self.count) {
            *free = Some((slot, value));
            self.count += 1;
        }
    }
}

impl<'a> Line<'a> {
    /// Reads every token once.
    pub(super) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        let read = |token: &Token| match token.shape {
            Shape::Mark | Shape::Digits | Shape::Mixed => &[][..],
            _ => en::readings(token.span.of(text)),
        };
        Self { text, tokens, readings: tokens.iter().map(read).collect() }
    }

    /// The words of token `at`; empty beyond the line.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    /// Whether token `at` is this word, whatever its case.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether token `at` is one of these words.
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// The words of tokens `first..last`.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        match (self.tokens.get(first), last.checked_sub(1).and_then(|l| self.tokens.get(l))) {
            (Some(a), Some(b)) => Span::new(a.span.start(), b.span.end()),
            _ => Span::default(),
        }
    }

    /// Matches `pattern` at token `at`; answers the token behind the match.
    pub(super) fn matches(&self, pattern: &[Pat], at: usize, bound: &mut Bound) -> Option<usize> {
        let Some((first, rest)) = pattern.split_first() else { return Some(at) };
        match first {
            Pat::Word(words) => {
                if self.tokens.get(at).is_some() && self.is_any(at, words) {
                    self.matches(rest, at + 1, bound)
                } else {
                    None
                }
            }
            Pat::Take(slot) => {
                let (value, next) = self.take(*slot, at)?;
                let mut with = *bound;
                with.bind(*slot, value);
                let end = self.matches(rest, next, &mut with)?;
                *bound = with;
                Some(end)
            }
            Pat::Opt(part) => {
                self.matches_then(part, rest, at, bound).or_else(|| self.matches(rest, at, bound))
            }
            Pat::Any(parts) => parts.iter().find_map(|part| self.matches_then(part, rest, at, bound)),
        }
    }

    fn matches_then(&self, part: &[Pat], rest: &[Pat], at: usize, bound: &mut Bound) -> Option<usize> {
        let mut with = *bound;
        let middle = self.matches(part, at, &mut with)?;
        let end = self.matches(rest, middle, &mut with)?;
        *bound = with;
        Some(end)
    }

    fn reading<T>(&self, at: usize, pick: impl Fn(Reading) -> Option<T>) -> Option<T> {
        self.readings.get(at)?.iter().find_map(|reading| pick(*reading))
    }

    fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper))
    }

    /// A token of digits alone, as a number.
    fn digits(&self, at: usize) -> Option<(i32, usize)> {
        let token = self.tokens.get(at).filter(|t| t.shape == Shape::Digits)?;
        let word = token.span.of(self.text);
        if word.len() > 7 || !word.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Some((word.parse().ok()?, word.len()))
    }

    fn take(&self, slot: Slot, at: usize) -> Option<(i32, usize)> {
        let one = |value: i32| Some((value, at + 1));
        match slot {
            Slot::Day => {
                let day = self.digits(at).filter(|(_, length)| *length <= 2).map(|(value, _)| value);
                one(day.or_else(|| self.ordinal(at)).filter(|day| (1..=31).contains(day))?)
            }
            Slot::DayDigits => {
                one(self.digits(at).filter(|(day, length)| *length <= 2 && (1..=31).contains(day))?.0)
            }
            Slot::Month | Slot::FullMonth => {
                let word = self.word(at);
                let stem = word.trim_end_matches('.');
                let abbreviated = (stem.len() == 3 && !stem.eq_ignore_ascii_case("may"))
                    || stem.eq_ignore_ascii_case("sept");
                if !self.capital(at) || (slot == Slot::FullMonth && abbreviated && !word.ends_with('.')) {
                    return None;
                }
                self.reading(at, |r| if let Reading::Month(m) = r { Some(i32::from(m)) } else { None })
                    .and_then(one)
            }
            Slot::Year => {
                one(self.digits(at).filter(|(y, length)| *length == 4 && (1000..2200).contains(y))?.0)
            }
            Slot::AnyYear => one(self.digits(at).filter(|(y, length)| *length <= 4 && *y > 0)?.0),
            Slot::ShortYear => {
                let mark = matches!(self.word(at), "'" | "’" | "‘");
                let (value, length) = self.digits(at + 1)?;
                (mark && length == 2 && !self.tokens[at + 1].spaced).then_some((value, at + 2))
            }
            Slot::Weekday | Slot::FullWeekday => {
                let short = self.word(at).trim_end_matches('.').len() < 6;
                if !self.capital(at) || (slot == Slot::FullWeekday && short) {
                    return None;
                }
                self.reading(at, |r| if let Reading::Weekday(d) = r { Some(i32::from(d)) } else { None })
                    .and_then(one)
            }
            Slot::Decade => self.decade(at),
            Slot::Number => self.number(at),
            Slot::Ordinal => one(self.ordinal(at)?),
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
            Slot::Clock => self.clock(at),
        }
    }

    /// "19th", "third".
    fn ordinal(&self, at: usize) -> Option<i32> {
        let word = self.word(at);
        if self.tokens.get(at)?.shape == Shape::Mixed {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let suffix = &word[digits.len()..];
            let known = ["st", "nd", "rd", "th", "ST", "ND", "RD", "TH"].contains(&suffix);
            return if known { digits.parse().ok().filter(|n| *n > 0 && *n < 1000) } else { None };
        }
        self.reading(at, |r| if let Reading::Ordinal(n) = r { i32::try_from(n).ok() } else { None })
    }

    /// "1840s", "'80s", "80s", "eighties".
    fn decade(&self, at: usize) -> Option<(i32, usize)> {
        const WORDS: [&str; 8] =
            ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
        let apostrophe = matches!(self.word(at), "'" | "’" | "‘");
        let number = at + usize::from(apostrophe);
        if let Some(ten) = WORDS.iter().position(|word| self.is(at, word)) {
            return Some((ten as i32 + 2, at + 1));
        }
        let word = self.word(number);
        let (digits, next) = match word.strip_suffix('s') {
            Some(digits) => (digits, number + 1),
            // "1840's" in older print
            None if matches!(self.word(number + 1), "'s" | "’s") && word.len() == 4 => (word, number + 2),
            None => return None,
        };
        if !digits.bytes().all(|b| b.is_ascii_digit()) || !digits.ends_with('0') {
            return None;
        }
        let value: i32 = digits.parse().ok()?;
        match digits.len() {
            4 if !apostrophe && (1000..2200).contains(&value) => Some((value / 10, next)),
            2 if value >= 20 => Some((value / 10, next)),
            _ => None,
        }
    }

    /// A number, doubled, and the token behind it: "25", "twenty-five", "two and a half", "1.5 million", "a dozen".
    fn number(&self, at: usize) -> Option<(i32, usize)> {
        let cardinal =
            |at: usize| self.reading(at, |r| if let Reading::Number(n) = r { Some(n) } else { None });
        let magnitude = |at: usize| {
            self.reading(at, |r| if let Reading::Magnitude(n) = r { Some(u64::from(n)) } else { None })
        };
        let (mut doubled, mut end) = if self.tokens.get(at)?.shape == Shape::Digits {
            let word = self.word(at).replace(',', "");
            let (whole, fraction) = word.split_once('.').unwrap_or((&word, ""));
            let whole: u64 = whole.parse().ok().filter(|n| *n < 1_000_000_000)?;
            (whole * 2 + u64::from(fraction.starts_with('5')), at + 1)
        } else if let Some(tens) = cardinal(at) {
            let ones =
                cardinal(at + 2).filter(|n| *n < 10 && (20..100).contains(&tens) && self.is(at + 1, "-"));
            (u64::from(tens + ones.unwrap_or(0)) * 2, if ones.is_some() { at + 3 } else { at + 1 })
        } else if self.is_any(at, &["a", "an"])
            && (magnitude(at + 1).is_some() || self.is_any(at + 1, &["dozen", "couple"]))
        {
            match cardinal(at + 1) {
                Some(n) => (u64::from(n) * 2, at + 2),
                None => (2, at + 1),
            }
        } else {
            return None;
        };
        if self.is(end - 1, "couple") && self.is(end, "of") {
            end += 1;
        }
        while let Some(by) = magnitude(end) {
            doubled = doubled.checked_mul(by)?;
            end += 1;
        }
        if self.is(end, "and") && self.is(end + 1, "a") && self.is(end + 2, "half") {
            (doubled, end) = (doubled + 1, end + 3);
        } else if self.is(end, "1/2") || self.is(end, "½") {
            (doubled, end) = (doubled + 1, end + 1);
        } else if self.digits(end) == Some((1, 1))
            && self.is(end + 1, "/")
            && self.digits(end + 2) == Some((2, 1))
        {
            (doubled, end) = (doubled + 1, end + 3);
        }
        Some((i32::try_from(doubled).ok()?, end))
    }

    /// "9:30", "9:30 p.m.", "9 a.m.", "1430 GMT".
    fn clock(&self, at: usize) -> Option<(i32, usize)> {
        let spelt = || {
            let hour =
                self.reading(at, |r| if let Reading::Number(n) = r { i32::try_from(n).ok() } else { None });
            hour.filter(|_| self.is_any(at + 1, &["o'clock", "o’clock"])).map(|hour| (hour, 2))
        };
        let (first, length) = self.digits(at).or_else(spelt)?;
        let mut end = at + 1;
        let (mut hour, mut minute, mut exact) = (first, 0, false);
        if length <= 2 && (self.is(end, ":") || self.is(end, ".")) && !self.tokens[end].spaced {
            if let Some((value, 2)) = self.digits(end + 1).filter(|_| !self.tokens[end + 1].spaced) {
                (minute, exact, end) = (value, true, end + 2);
                if self.is(end, ":") && self.digits(end + 1).is_some_and(|(_, length)| length == 2) {
                    end += 2;
                }
            } else if self.is(end, ":") {
                return None;
            }
        }
        let half = |at: usize| match self.word(at).to_ascii_lowercase().trim_end_matches('.') {
            "a.m" | "am" => Some(false),
            "p.m" | "pm" => Some(true),
            _ => None,
        };
        let zone = |at: usize| {
            ["GMT", "UTC", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "BST", "CET", "CEST", "ET"]
                .contains(&self.word(at))
        };
        if let Some(afternoon) = half(end) {
            if !(1..=12).contains(&hour) {
                return None;
            }
            hour = hour % 12 + if afternoon { 12 } else { 0 };
            end += 1;
        } else if length == 4 && zone(end) {
            (hour, minute, exact) = (first / 100, first % 100, true);
        } else if self.is(end, "o'clock") || self.is(end, "o’clock") {
            end += 1;
        } else if !exact || (self.is(end - 2, ".") && !zone(end)) {
            return None;
        }
        if self.is(end, "(") && zone(end + 1) && self.is(end + 2, ")") {
            end += 3;
        } else if zone(end) {
            end += 1;
        }
        ((0..=24).contains(&hour) && (0..60).contains(&minute))
            .then_some(((hour * 60 + minute) * 2 + i32::from(exact), end))
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
