//! Which expressions the errors are about.
//!
//! Gold and spurious expressions are sorted by their words, type and value into the classes people speak of
//! when they speak of dates ([`Phenomenon`]); [`Tally`] counts what became of each class.

use super::time::{self, Expression, Pair};
use super::{Around, one_line};
use crate::document::Language;
use crate::lexicon::{self, Reading, Unit};
use std::fmt;

/// A class of temporal expressions; examples are given in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phenomenon {
    /// "Friday".
    BareWeekday,
    /// "last Friday", "next June".
    QualifiedName,
    /// "3 May", the year left out.
    MonthDay,
    /// "3 May 2016", "2016-05-03".
    FullDate,
    /// "May 2016".
    MonthYear,
    /// "May".
    BareMonth,
    /// "2016".
    BareYear,
    /// "three years".
    QuantifiedDuration,
    /// "the past two years".
    AnchoredDuration,
    /// "several days", "years".
    VagueDuration,
    /// "now", "recently", "the future".
    Reference,
    /// "the third quarter", "the second half".
    Quarter,
    /// "the year-ago quarter", "the latest period".
    ComparedPeriod,
    /// "fiscal 1989".
    Fiscal,
    /// "yesterday".
    Today,
    /// "Friday night", "this morning".
    PartOfDay,
    /// "at 10:30".
    ClockTime,
    /// "three years ago".
    Ago,
    /// "a year earlier", "two days later".
    EarlierLater,
    /// "last year", "this week".
    LastThisNext,
    /// "early this month", "mid-2014", "the end of May".
    PartOfPeriod,
    /// "the year", "that day".
    Anaphoric,
    /// "every Monday", "daily".
    Set,
    /// "the 1840s", "the 19th century".
    DecadeCentury,
    /// "last spring".
    Season,
    /// A named day or feast.
    NamedDay,
    /// "six-year-old", "aged five".
    Age,
    /// "from March to May" in one span.
    Range,
    /// Anything else.
    Other,
}

impl fmt::Display for Phenomenon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::BareWeekday => "bare weekday",
            Self::QualifiedName => "last, next + weekday or month",
            Self::MonthDay => "month and day, no year",
            Self::FullDate => "full date",
            Self::MonthYear => "month and year",
            Self::BareMonth => "bare month",
            Self::BareYear => "bare year",
            Self::QuantifiedDuration => "quantified duration",
            Self::AnchoredDuration => "anchored duration",
            Self::VagueDuration => "vague duration",
            Self::Reference => "now, recently, the future",
            Self::Quarter => "quarter, half",
            Self::ComparedPeriod => "year-ago or latest period",
            Self::Fiscal => "fiscal",
            Self::Today => "today, yesterday",
            Self::PartOfDay => "part of day",
            Self::ClockTime => "clock time",
            Self::Ago => "N ago",
            Self::EarlierLater => "N earlier, later",
            Self::LastThisNext => "last, this, next + unit",
            Self::PartOfPeriod => "early, mid-, late",
            Self::Anaphoric => "the year, that day",
            Self::Set => "set",
            Self::DecadeCentury => "decade, century",
            Self::Season => "season",
            Self::NamedDay => "named day",
            Self::Age => "age",
            Self::Range => "range",
            Self::Other => "other",
        })
    }
}

/// "ago", and how German says it.
const AGO: &[&str] = &["ago", "vor"];
const LATER: &[&str] = &[
    "earlier",
    "later",
    "before",
    "after",
    "previously",
    "hence",
    "beforehand",
    "thereafter",
    "früher",
    "später",
    "zuvor",
    "davor",
    "danach",
    "darauf",
    "nach",
    "vorher",
];
const LAST_THIS_NEXT: &[&str] = &[
    "last",
    "this",
    "next",
    "past",
    "previous",
    "coming",
    "current",
    "following",
    "recent",
    "preceding",
    "latest",
    "upcoming",
    "letzt",
    "dies",
    "nächst",
    "vergangen",
    "vorig",
    "kommend",
    "laufend",
    "folgend",
    "heurig",
];
const PART: &[&str] = &[
    "early",
    "mid",
    "late",
    "end",
    "beginning",
    "start",
    "middle",
    "anfang",
    "mitte",
    "ende",
    "anfangs",
    "beginn",
];
/// "The same time", "then": a time told before.
const TIMES: &[&str] = &["time", "then", "zeit", "damals", "zeitpunkt"];
/// Single words that mean a unit counted from now.
const COUNTED: &[&str] = &["heuer", "vorjahr", "vorjahres", "vortag"];
const DETERMINERS: &[&str] =
    &["the", "that", "same", "those", "these", "its", "der", "die", "das", "dem", "den", "des", "im", "am"];
const AGE: &[&str] = &["old", "olds", "aged", "age", "ages", "alt", "alter"];
const TODAY: &[&str] = &["tonight", "heute", "gestern", "morgen", "vorgestern", "übermorgen", "heutigen"];

/// Endings that German adjectives of time take.
const ENDINGS: &[&str] = &["", "e", "er", "en", "em", "es"];

/// What the words of an expression are.
struct Words {
    words: Vec<String>,
    lexicon: &'static lexicon::Lexicon,
}

impl Words {
    fn of(text: &str, language: Language) -> Self {
        let words = text
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        Self { words, lexicon: lexicon::of(language) }
    }

    fn reads(&self, fits: impl Fn(Reading) -> bool) -> bool {
        self.words.iter().any(|word| self.lexicon.readings(word).iter().any(|r| fits(*r)))
    }

    fn is(&self, list: &[&str]) -> bool {
        self.words.iter().any(|word| list.contains(&word.as_str()))
    }

    /// Whether a word is one of the list's, with or without an ending.
    fn inflects(&self, list: &[&str]) -> bool {
        self.words.iter().any(|word| {
            list.iter().any(|stem| word.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending)))
        })
    }

    fn unit(&self) -> bool {
        self.reads(|r| matches!(r, Reading::Unit(_) | Reading::Units(_)))
    }

    /// A word of digits, with or without an ordinal's ending, of a length in `lengths`.
    fn digits(&self, lengths: std::ops::RangeInclusive<usize>) -> bool {
        self.words.iter().any(|word| {
            let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
            lengths.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
        })
    }

    /// Whether some word is of no class known here: what a feast is called.
    fn name(&self) -> bool {
        let lists = [AGO, LATER, PART, DETERMINERS, AGE, TODAY, LAST_THIS_NEXT];
        self.words.iter().any(|word| {
            let letters = word.chars().all(char::is_alphabetic) && word.chars().count() > 3;
            let known = lists.iter().any(|list| list.iter().any(|stem| word.starts_with(stem)));
            letters && !known && self.lexicon.readings(word).is_empty()
        })
    }

    fn number(&self) -> bool {
        let counts = |r| matches!(r, Reading::Number(_) | Reading::Article | Reading::Magnitude(_));
        self.reads(counts) || self.digits(1..=9)
    }
}

impl Phenomenon {
    /// The class of an expression in a text of `language`.
    #[must_use]
    pub fn of(expression: &Expression, language: Language) -> Self {
        let words = Words::of(expression.words(), language);
        let value = expression.value().unwrap_or_default();
        let kind = expression.kind.as_deref().unwrap_or_default();
        let weekday = words.reads(|r| matches!(r, Reading::Weekday(_)));
        let month = words.reads(|r| matches!(r, Reading::Month(_)));
        let qualified = words.inflects(LAST_THIS_NEXT);
        let aged = words.words.iter().any(|w| w.contains("jährig"));
        let year = (calendar_length(value) > 0 || value.contains('X')) && words.digits(4..=4);
        if kind == "SET" {
            return Self::Set;
        }
        if aged || (words.is(AGE) && (words.unit() || kind == "DURATION")) {
            return Self::Age;
        }
        if value.ends_with("_REF") {
            return Self::Reference;
        }
        if value.contains('/') {
            return Self::Range;
        }
        if words.is(&["fiscal", "geschäftsjahr"]) {
            return Self::Fiscal;
        }
        if !month && !weekday && period(&words, value) {
            let compared = words.is(AGO) || words.is(LATER) || words.is(&["latest", "same"]);
            return if compared { Self::ComparedPeriod } else { Self::Quarter };
        }
        if words.reads(|r| matches!(r, Reading::Today(_))) || words.is(TODAY) {
            return Self::Today;
        }
        if kind == "DURATION" || value.starts_with('P') {
            return duration(&words, value, qualified);
        }
        if words.is(AGO) && words.unit() {
            return Self::Ago;
        }
        if let Some((_, time)) = value.rsplit_once('T') {
            let clock = time.starts_with(|c: char| c.is_ascii_digit());
            return if clock { Self::ClockTime } else { Self::PartOfDay };
        }
        if kind == "TIME" {
            return if words.digits(1..=4) { Self::ClockTime } else { Self::PartOfDay };
        }
        if words.is(LATER) && words.unit() && !qualified {
            return Self::EarlierLater;
        }
        if decade_or_century(&words, value) {
            return Self::DecadeCentury;
        }
        if words.reads(|r| matches!(r, Reading::Season(_)))
            && matches!(value.rsplit('-').next(), Some("SP" | "SU" | "FA" | "WI"))
        {
            return Self::Season;
        }
        if words.is(PART) || (words.is(LATER) && qualified) {
            return Self::PartOfPeriod;
        }
        if month {
            let day = words.digits(1..=2) || words.reads(|r| matches!(r, Reading::Ordinal(_)));
            return match (day, year) {
                (true, true) => Self::FullDate,
                (true, false) => Self::MonthDay,
                (false, true) => Self::MonthYear,
                (false, false) if qualified => Self::QualifiedName,
                (false, false) => Self::BareMonth,
            };
        }
        if weekday {
            return if qualified { Self::QualifiedName } else { Self::BareWeekday };
        }
        if words.words.len() > 1 && words.digits(1..=2) && calendar_length(value) == 10 {
            return if year { Self::FullDate } else { Self::MonthDay };
        }
        if calendar_length(value) == 10 && words.words.len() == 1 && words.digits(1..=2) {
            return Self::MonthDay;
        }
        let alone = words.words.len() == 1 && words.digits(4..=4);
        let told = calendar_length(value) == 4 && (words.digits(2..=4) || (words.number() && !words.unit()));
        if alone || told {
            return Self::BareYear;
        }
        if words.is(COUNTED) || (words.unit() && qualified) {
            return Self::LastThisNext;
        }
        if words.is(TIMES) || (words.unit() && (words.is(DETERMINERS) || words.words.len() == 1)) {
            return Self::Anaphoric;
        }
        if calendar_length(value) > 0 && words.name() {
            return Self::NamedDay;
        }
        Self::Other
    }
}

/// Length of a value that is a calendar date, else 0.
fn calendar_length(value: &str) -> usize {
    time::calendar_key(value).map_or(0, |key| key.trim_start_matches("BC").len())
}

/// A quarter or half, or what is compared with it.
fn period(words: &Words, value: &str) -> bool {
    let part = value.rsplit('-').next().unwrap_or_default();
    let valued = matches!(part, "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2" | "QX" | "HX");
    let quarter = words.reads(|r| matches!(r, Reading::Unit(Unit::Quarter) | Reading::Units(Unit::Quarter)));
    let compound = words.words.first().is_some_and(|w| w == "year" || w == "latest")
        && words.words.get(1).is_some_and(|w| matches!(w.as_str(), "ago" | "earlier"));
    valued || quarter || words.is(&["period", "periods", "halbjahr", "quartal"]) || compound
}

fn duration(words: &Words, value: &str, qualified: bool) -> Phenomenon {
    let vague = value.contains('X') || value.is_empty();
    let ordinal = words.reads(|r| matches!(r, Reading::Ordinal(_)));
    let bare = words.unit() && !words.number() && !qualified;
    match () {
        () if vague => Phenomenon::VagueDuration,
        () if qualified || (ordinal && words.is(&["the"])) => Phenomenon::AnchoredDuration,
        () if bare && words.is(DETERMINERS) => Phenomenon::Anaphoric,
        () => Phenomenon::QuantifiedDuration,
    }
}

fn decade_or_century(words: &Words, value: &str) -> bool {
    let long = |unit: Unit| matches!(unit, Unit::Decade | Unit::Century | Unit::Millennium);
    let named = |r| match r {
        Reading::Decade(_) => true,
        Reading::Unit(unit) | Reading::Units(unit) => long(unit),
        _ => false,
    };
    let short = value.trim_start_matches("BC").trim_end_matches('X');
    words.reads(named) || ((1..=3).contains(&short.len()) && short.bytes().all(|b| b.is_ascii_digit()))
}

/// What became of the expressions of one class.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fate {
    /// Gold expressions with a value.
    pub gold: usize,
    /// Right in span and value.
    pub right: usize,
    /// Right in value, the span off.
    pub wrong_span: usize,
    /// Wrong in value.
    pub wrong_value: usize,
    /// Not found.
    pub missed: usize,
    /// Found where there is nothing.
    pub spurious: usize,
    /// The errors, in the order of the documents, one line each.
    pub examples: Vec<String>,
}

impl Fate {
    /// Points of value F1, 0 to 100, that a set of these `counts` would gain if the class had no errors.
    #[must_use]
    pub fn lost(&self, counts: &time::Counts) -> f64 {
        let f1 = |right: usize, items: usize| 200.0 * super::share(right, items);
        let items = counts.valued_found + counts.valued_gold;
        let mended = counts.value + self.wrong_value + self.missed;
        f1(mended, (items + self.missed).saturating_sub(self.spurious)) - f1(counts.value, items)
    }
}

/// [`Fate`]s by class.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    fates: std::collections::BTreeMap<Phenomenon, Fate>,
}

impl Tally {
    /// Counts one document of `text` with what was found in it.
    pub fn add(&mut self, text: &str, language: Language, gold: &[Expression], found: &[Expression]) {
        let pairs = time::pair(gold, found);
        let pair_of = |g: usize| pairs.iter().find(|pair| pair.gold == g);
        let around = Around::new(text);
        for (g, expression) in gold.iter().enumerate().filter(|(_, e)| e.value().is_some()) {
            let fate = self.fates.entry(Phenomenon::of(expression, language)).or_default();
            fate.gold += 1;
            let wanted = expression.value().unwrap_or_default();
            match pair_of(g) {
                Some(Pair { found: f, exact, .. }) => {
                    let other = &found[*f];
                    let got = other.value().unwrap_or_default();
                    match (got == wanted, *exact) {
                        (true, true) => fate.right += 1,
                        (true, false) => {
                            fate.wrong_span += 1;
                            fate.examples.push(format!(
                                "span   [{}] for [{}]  {}",
                                one_line(other.words()),
                                one_line(expression.words()),
                                around.of(expression.start, expression.end)
                            ));
                        }
                        (false, _) => {
                            fate.wrong_value += 1;
                            fate.examples.push(format!(
                                "value  {got} for {wanted}  {}",
                                around.of(expression.start, expression.end)
                            ));
                        }
                    }
                }
                None => {
                    fate.missed += 1;
                    fate.examples
                        .push(format!("missed {wanted}  {}", around.of(expression.start, expression.end)));
                }
            }
        }
        for (f, expression) in found.iter().enumerate() {
            if pairs.iter().any(|pair| pair.found == f) {
                continue;
            }
            let fate = self.fates.entry(Phenomenon::of(expression, language)).or_default();
            fate.spurious += 1;
            let got = expression.value().unwrap_or_default();
            fate.examples.push(format!("extra  {got}  {}", around.of(expression.start, expression.end)));
        }
    }

    /// Adds another tally.
    pub fn merge(&mut self, other: &Self) {
        for (phenomenon, more) in &other.fates {
            let fate = self.fates.entry(*phenomenon).or_default();
            fate.gold += more.gold;
            fate.right += more.right;
            fate.wrong_span += more.wrong_span;
            fate.wrong_value += more.wrong_value;
            fate.missed += more.missed;
            fate.spurious += more.spurious;
            fate.examples.extend_from_slice(&more.examples);
        }
    }

    /// The classes, that which costs a set of these `counts` most first.
    #[must_use]
    pub fn ranked(&self, counts: &time::Counts) -> Vec<(Phenomenon, &Fate, f64)> {
        let mut all: Vec<_> = self.fates.iter().map(|(p, fate)| (*p, fate, fate.lost(counts))).collect();
        all.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expression(start: usize, text: &str, kind: &str, value: &str) -> Expression {
        Expression {
            start,
            end: start + text.chars().count(),
            text: Some(text.to_owned()),
            kind: Some(kind.to_owned()),
            value: Some(value.to_owned()),
        }
    }

    #[test]
    fn expressions_are_sorted_by_what_they_are() {
        let cases = [
            ("Friday", "DATE", "2017-04-28", Phenomenon::BareWeekday),
            ("last Friday", "DATE", "2017-04-21", Phenomenon::QualifiedName),
            ("3 May", "DATE", "2016-05-03", Phenomenon::MonthDay),
            ("the third of May", "DATE", "2016-05-03", Phenomenon::MonthDay),
            ("3 May 2016", "DATE", "2016-05-03", Phenomenon::FullDate),
            ("2016-05-03", "DATE", "2016-05-03", Phenomenon::FullDate),
            ("May 2016", "DATE", "2016-05", Phenomenon::MonthYear),
            ("May", "DATE", "2016-05", Phenomenon::BareMonth),
            ("2016", "DATE", "2016", Phenomenon::BareYear),
            ("three years", "DURATION", "P3Y", Phenomenon::QuantifiedDuration),
            ("the past three years", "DURATION", "P3Y", Phenomenon::AnchoredDuration),
            ("several days", "DURATION", "PXD", Phenomenon::VagueDuration),
            ("these days", "DATE", "PRESENT_REF", Phenomenon::Reference),
            ("the third quarter", "DATE", "2016-Q3", Phenomenon::Quarter),
            ("2016", "DATE", "2016-XX-XX", Phenomenon::BareYear),
            ("then", "DATE", "2016", Phenomenon::Anaphoric),
            ("11", "DATE", "2016-03-11", Phenomenon::MonthDay),
            ("the year-ago quarter", "DATE", "2015-Q3", Phenomenon::ComparedPeriod),
            ("fiscal 1989", "DATE", "1989", Phenomenon::Fiscal),
            ("yesterday", "DATE", "2016-05-02", Phenomenon::Today),
            ("this morning", "TIME", "2016-05-02TMO", Phenomenon::PartOfDay),
            ("10:30", "TIME", "2016-05-02T10:30", Phenomenon::ClockTime),
            ("three years ago", "DATE", "2013", Phenomenon::Ago),
            ("two days later", "DATE", "2016-05-04", Phenomenon::EarlierLater),
            ("last year", "DATE", "2015", Phenomenon::LastThisNext),
            ("earlier this month", "DATE", "2016-05", Phenomenon::PartOfPeriod),
            ("that day", "DATE", "2016-05-02", Phenomenon::Anaphoric),
            ("every Monday", "SET", "XXXX-WXX-1", Phenomenon::Set),
            ("the 1840s", "DATE", "184", Phenomenon::DecadeCentury),
            ("last spring", "DATE", "2015-SP", Phenomenon::Season),
            ("Christmas Day", "DATE", "2015-12-25", Phenomenon::NamedDay),
            ("six-year-old", "DURATION", "P6Y", Phenomenon::Age),
            ("11-12 April", "DATE", "2015-04-11/2015-04-12", Phenomenon::Range),
        ];
        for (words, kind, value, wanted) in cases {
            assert_eq!(
                Phenomenon::of(&expression(0, words, kind, value), Language::English),
                wanted,
                "{words}"
            );
        }
        let german = expression(0, "Freitag", "DATE", "2017-04-28");
        assert_eq!(Phenomenon::of(&german, Language::German), Phenomenon::BareWeekday);
    }

    #[test]
    fn every_fate_is_told_and_the_dearest_class_comes_first() {
        let text = "On Friday, in May, for two days, at noon.";
        let gold = [
            expression(3, "Friday", "DATE", "2017-04-28"),
            expression(14, "May", "DATE", "2017-05"),
            expression(23, "two days", "DURATION", "P2D"),
        ];
        let found = [
            expression(0, "On Friday", "DATE", "2017-04-28"),
            expression(14, "May", "DATE", "2016-05"),
            expression(36, "noon", "TIME", "2017-04-28T12:00"),
        ];
        let mut tally = Tally::default();
        tally.add(text, Language::English, &gold, &found);
        let counts = time::count(&gold, &found);
        let ranked = tally.ranked(&counts);
        let of = |wanted| ranked.iter().find(|(p, ..)| *p == wanted).expect("the class is there").1;
        assert_eq!(of(Phenomenon::BareWeekday).wrong_span, 1);
        assert_eq!(of(Phenomenon::BareMonth).wrong_value, 1);
        assert_eq!(of(Phenomenon::QuantifiedDuration).missed, 1);
        assert_eq!(of(Phenomenon::ClockTime).spurious, 1);
        assert_eq!(ranked[0].0, Phenomenon::BareMonth);
        assert!(ranked.iter().all(|(p, _, lost)| (*lost > 0.0) == (*p != Phenomenon::BareWeekday)));
        assert!(of(Phenomenon::BareMonth).examples[0].contains("[May]"));
    }
}
