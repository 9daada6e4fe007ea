//! Scores of temporal expressions, by the definitions of TempEval-3's scorer.
//!
//! Within a document gold and found expressions are paired one to one: equal spans first, then by the number
//! of characters shared. *Strict* counts the pairs of equal spans, *relaxed* all pairs; *type*, *value*,
//! *lenient* (equal quantities are equal: `P12M` and `P1Y`), *strict and value*, *cal* (calendar dates and
//! decades, the time of day left out) and *calx* (also weeks, quarters, halves, seasons, centuries) count the
//! pairs that agree in it. Gold without a value is neutral: it and what is paired with it are left out of
//! all but the spans.

use super::{Prf, share};
use serde::Deserialize;

/// An expression of a set, or one found.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Expression {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words.
    #[serde(default)]
    pub text: Option<String>,
    /// TIMEX3 type.
    #[serde(rename = "type", default)]
    pub kind: Option<String>,
    /// TIMEX3 value; none where the annotators gave none.
    #[serde(default)]
    pub value: Option<String>,
}

impl Expression {
    /// The value, where there is one.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref().filter(|value| !value.is_empty())
    }

    /// The words, empty where the set leaves them out.
    #[must_use]
    pub fn words(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}

/// A gold expression and the found one it is paired with, by their indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Index among the gold expressions.
    pub gold: usize,
    /// Index among those found.
    pub found: usize,
    /// Whether the spans are equal.
    pub exact: bool,
}

/// Pairs one document's expressions, as the module says.
#[must_use]
pub fn pair(gold: &[Expression], found: &[Expression]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let (mut gold_used, mut found_used) = (vec![false; gold.len()], vec![false; found.len()]);
    for (g, expression) in gold.iter().enumerate() {
        let same = found.iter().position(|f| (f.start, f.end) == (expression.start, expression.end));
        if let Some(f) = same.filter(|f| !found_used[*f]) {
            (gold_used[g], found_used[f]) = (true, true);
            pairs.push(Pair { gold: g, found: f, exact: true });
        }
    }
    let mut shared = Vec::new();
    for (g, one) in gold.iter().enumerate().filter(|(g, _)| !gold_used[*g]) {
        for (f, other) in found.iter().enumerate().filter(|(f, _)| !found_used[*f]) {
            let (start, end) = (one.start.max(other.start), one.end.min(other.end));
            if start < end {
                shared.push((std::cmp::Reverse(end - start), g, f));
            }
        }
    }
    shared.sort_unstable();
    for (_, g, f) in shared {
        if !gold_used[g] && !found_used[f] {
            (gold_used[g], found_used[f]) = (true, true);
            pairs.push(Pair { gold: g, found: f, exact: false });
        }
    }
    pairs
}

/// What is counted in one document, or summed over many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "each is the number of right items of the measure it is named after")]
pub struct Counts {
    /// Gold expressions.
    pub gold: usize,
    /// Expressions found.
    pub found: usize,
    /// Gold expressions with a value.
    pub valued_gold: usize,
    /// Expressions found that are not paired with gold without a value.
    pub valued_found: usize,
    /// Pairs whose gold has a value.
    pub valued_pairs: usize,
    /// Gold expressions with a calendar key.
    pub calendar_gold: usize,
    /// Found expressions with a calendar key.
    pub calendar_found: usize,
    /// Gold expressions with an extended calendar key.
    pub extended_gold: usize,
    /// Found expressions with an extended calendar key.
    pub extended_found: usize,
    pub strict: usize,
    pub relaxed: usize,
    pub kind: usize,
    pub value: usize,
    pub lenient: usize,
    pub strict_value: usize,
    pub calendar: usize,
    pub extended: usize,
}

/// Counts one document.
#[must_use]
pub fn count(gold: &[Expression], found: &[Expression]) -> Counts {
    let pairs = pair(gold, found);
    let neutral = |f: &usize| {
        pairs.iter().any(|p| p.found == *f && gold.get(p.gold).is_some_and(|g| g.value().is_none()))
    };
    let valued: Vec<&str> = gold.iter().filter_map(Expression::value).collect();
    let answers: Vec<Option<&str>> =
        found.iter().enumerate().filter(|(f, _)| !neutral(f)).map(|(_, e)| e.value()).collect();
    let mut counts = Counts {
        gold: gold.len(),
        found: found.len(),
        valued_gold: valued.len(),
        valued_found: answers.len(),
        calendar_gold: valued.iter().filter(|v| calendar_key(v).is_some()).count(),
        calendar_found: answers.iter().flatten().filter(|v| calendar_key(v).is_some()).count(),
        extended_gold: valued.iter().filter(|v| extended_key(v).is_some()).count(),
        extended_found: answers.iter().flatten().filter(|v| extended_key(v).is_some()).count(),
        relaxed: pairs.len(),
        strict: pairs.iter().filter(|p| p.exact).count(),
        ..Counts::default()
    };
    for pair in &pairs {
        let (one, other) = (&gold[pair.gold], &found[pair.found]);
        let Some(value) = one.value() else { continue };
        let equal = one.value == other.value;
        let same = |key: fn(&str) -> Option<&str>| {
            key(value).is_some_and(|wanted| other.value().and_then(key) == Some(wanted))
        };
        counts.valued_pairs += 1;
        counts.kind += usize::from(one.kind == other.kind);
        counts.value += usize::from(equal);
        counts.strict_value += usize::from(equal && pair.exact);
        counts.lenient += usize::from(other.value().is_some_and(|v| canonical(v) == canonical(value)));
        counts.calendar += usize::from(same(calendar_key));
        counts.extended += usize::from(same(extended_key));
    }
    counts
}

impl Counts {
    /// Adds another document's.
    pub fn add(&mut self, other: &Self) {
        for (sum, more) in [
            (&mut self.gold, other.gold),
            (&mut self.found, other.found),
            (&mut self.valued_gold, other.valued_gold),
            (&mut self.valued_found, other.valued_found),
            (&mut self.valued_pairs, other.valued_pairs),
            (&mut self.calendar_gold, other.calendar_gold),
            (&mut self.calendar_found, other.calendar_found),
            (&mut self.extended_gold, other.extended_gold),
            (&mut self.extended_found, other.extended_found),
            (&mut self.strict, other.strict),
            (&mut self.relaxed, other.relaxed),
            (&mut self.kind, other.kind),
            (&mut self.value, other.value),
            (&mut self.lenient, other.lenient),
            (&mut self.strict_value, other.strict_value),
            (&mut self.calendar, other.calendar),
            (&mut self.extended, other.extended),
        ] {
            *sum += more;
        }
    }

    /// Equal spans.
    #[must_use]
    pub fn strict(&self) -> Prf {
        Prf::new(self.strict, self.found, self.gold)
    }

    /// Spans that share a character.
    #[must_use]
    pub fn relaxed(&self) -> Prf {
        Prf::new(self.relaxed, self.found, self.gold)
    }

    /// Equal types.
    #[must_use]
    pub fn kind(&self) -> Prf {
        Prf::new(self.kind, self.valued_found, self.valued_gold)
    }

    /// Share of the pairs with equal types.
    #[must_use]
    pub fn kind_accuracy(&self) -> f64 {
        share(self.kind, self.valued_pairs)
    }

    /// Equal values.
    #[must_use]
    pub fn value(&self) -> Prf {
        Prf::new(self.value, self.valued_found, self.valued_gold)
    }

    /// Share of the pairs with equal values.
    #[must_use]
    pub fn value_accuracy(&self) -> f64 {
        share(self.value, self.valued_pairs)
    }

    /// Values that mean the same.
    #[must_use]
    pub fn lenient(&self) -> Prf {
        Prf::new(self.lenient, self.valued_found, self.valued_gold)
    }

    /// Equal spans and equal values.
    #[must_use]
    pub fn strict_value(&self) -> Prf {
        Prf::new(self.strict_value, self.valued_found, self.valued_gold)
    }

    /// Equal calendar dates.
    #[must_use]
    pub fn calendar(&self) -> Prf {
        Prf::new(self.calendar, self.calendar_found, self.calendar_gold)
    }

    /// Equal calendar dates, weeks, quarters, halves, seasons and centuries.
    #[must_use]
    pub fn extended(&self) -> Prf {
        Prf::new(self.extended, self.extended_found, self.extended_gold)
    }
}

/// `count` digits, and what follows them.
fn digits(text: &str, count: usize) -> Option<&str> {
    let head = text.get(..count)?;
    head.bytes().all(|b| b.is_ascii_digit()).then(|| &text[count..])
}

/// The calendar date a value names, without its time of day: `2017`, `2017-04`, `2017-04-26`, `BC0044`, and
/// the three digits of a decade.
#[must_use]
pub fn calendar_key(value: &str) -> Option<&str> {
    if value.len() == 3 && digits(value, 3).is_some() {
        return Some(value);
    }
    let mut rest = digits(value.strip_prefix("BC").unwrap_or(value), 4)?;
    for _ in 0..2 {
        if let Some(shorter) = rest.strip_prefix('-').and_then(|rest| digits(rest, 2)) {
            rest = shorter;
        }
    }
    (rest.is_empty() || rest.starts_with('T')).then(|| &value[..value.len() - rest.len()])
}

/// [`calendar_key`], or a week, quarter, half, season or century.
#[must_use]
pub fn extended_key(value: &str) -> Option<&str> {
    let century = value.len() == 2 && digits(value, 2).is_some();
    let part = || {
        let part = digits(value.strip_prefix("BC").unwrap_or(value), 4)?.strip_prefix('-')?;
        let week = part.strip_prefix('W').and_then(|rest| digits(rest, 2));
        let week = week.is_some_and(|rest| {
            let day = rest.strip_prefix('-');
            rest.is_empty() || rest == "-WE" || day.is_some_and(|d| d.len() == 1 && digits(d, 1).is_some())
        });
        (week || matches!(part, "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2" | "SP" | "SU" | "FA" | "WI"))
            .then_some(value)
    };
    calendar_key(value).or_else(|| if century { Some(value) } else { part() })
}

/// One writing for values that mean the same.
fn canonical(value: &str) -> String {
    let value = value.trim().to_uppercase();
    if let Some(length) = length(&value) {
        return length;
    }
    let known = value.trim_end_matches('X');
    if value.len() == 4 && (1..4).contains(&known.len()) && digits(known, known.len()).is_some() {
        return known.to_owned();
    }
    let mut value = value.as_str();
    if digits(value, 4).is_some_and(|rest| rest == "-XX" || rest == "-XX-XX") {
        value = &value[..4];
    }
    let month = |rest: &str| rest.strip_prefix('-').and_then(|rest| digits(rest, 2)) == Some("-XX");
    if digits(value, 4).is_some_and(month) {
        value = &value[..7];
    }
    let on_the_hour = |text: &str| {
        let (_, hour) = text.rsplit_once('T')?;
        matches!(digits(hour, 2)?, ":00" | ":00:00").then(|| text.len() - hour.len() + 2)
    };
    if let Some(end) = on_the_hour(value) {
        value = &value[..end];
    }
    let on_the_minute = |text: &str| {
        let (_, clock) = text.rsplit_once('T')?;
        let minutes = digits(clock, 2)?.strip_prefix(':')?;
        (digits(minutes, 2)? == ":00").then(|| text.len() - 3)
    };
    if let Some(end) = on_the_minute(value) {
        value = &value[..end];
    }
    value = value.strip_suffix('Z').unwrap_or(value);
    value.strip_suffix("TDT").unwrap_or(value).to_owned()
}

/// A length in months, days, weekends or seconds, to six figures.
fn length(value: &str) -> Option<String> {
    let (rest, units): (_, &[(&str, &str, f64)]) = match value.strip_prefix("PT") {
        Some(rest) => (rest, &[("H", "S", 3600.0), ("M", "S", 60.0), ("S", "S", 1.0)]),
        None => (
            value.strip_prefix('P')?,
            &[
                ("DE", "M", 120.0),
                ("CE", "M", 1200.0),
                ("WE", "WE", 1.0),
                ("Y", "M", 12.0),
                ("Q", "M", 3.0),
                ("M", "M", 1.0),
                ("W", "D", 7.0),
                ("D", "D", 1.0),
            ],
        ),
    };
    let (number, (_, unit, times)) =
        units.iter().find_map(|unit| Some((rest.strip_suffix(unit.0)?, unit))).filter(|(n, _)| {
            let (whole, part) = n.split_once('.').unwrap_or((n, "0"));
            !whole.is_empty() && !part.is_empty() && n.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        })?;
    let mut amount = number.parse::<f64>().ok()? * times;
    let mut unit = *unit;
    let days = amount / 86_400.0;
    if unit == "S" && days.fract().abs() < f64::EPSILON {
        (amount, unit) = (days, "D");
    }
    Some(format!("{amount:.5e} {unit}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expression(start: usize, end: usize, value: &str) -> Expression {
        let value = (!value.is_empty()).then(|| value.to_owned());
        Expression { start, end, text: None, kind: Some("DATE".into()), value }
    }

    #[test]
    fn equal_spans_pair_before_longer_overlaps() {
        let gold = [expression(0, 10, "1998"), expression(10, 14, "1999")];
        let found = [expression(0, 14, "1999"), expression(10, 14, "1999")];
        let pairs = pair(&gold, &found);
        assert_eq!(
            pairs,
            [Pair { gold: 1, found: 1, exact: true }, Pair { gold: 0, found: 0, exact: false }]
        );
    }

    #[test]
    fn one_found_span_over_two_is_one_hit_and_one_miss() {
        let gold = [expression(0, 4, "1998"), expression(5, 9, "1999")];
        let counts = count(&gold, &[expression(0, 9, "1998")]);
        assert_eq!((counts.relaxed, counts.strict, counts.value), (1, 0, 1));
        assert!((counts.relaxed().recall - 0.5).abs() < 1e-9);
    }

    #[test]
    fn gold_without_a_value_is_neutral() {
        let gold = [expression(0, 4, ""), expression(5, 9, "1999")];
        let found = [expression(0, 4, "1998"), expression(5, 9, "1999")];
        let counts = count(&gold, &found);
        assert_eq!((counts.strict, counts.valued_gold, counts.valued_found), (2, 1, 1));
        assert!((counts.value().f1 - 1.0).abs() < 1e-9);
        assert_eq!((counts.calendar_gold, counts.calendar_found), (1, 1));
    }

    #[test]
    fn calendar_keys_leave_the_time_of_day_out() {
        let keys = [
            ("2017-04-26T10:00", Some("2017-04-26")),
            ("BC0044-03-15", Some("BC0044-03-15")),
            ("1998TNI", Some("1998")),
            ("199", Some("199")),
            ("19", None),
            ("1998-W23", None),
            ("1998-04-2", None),
            ("P3D", None),
            ("1998-XX-XX", None),
        ];
        for (value, key) in keys {
            assert_eq!(calendar_key(value), key, "{value}");
        }
        for value in ["19", "1998-W23", "1998-W23-WE", "1998-W23-4", "1998-Q4", "BC0044-SU", "1998-04"] {
            assert_eq!(extended_key(value), Some(value));
        }
        for value in ["1998-Q5", "1998-W2", "1998-W23-", "PRESENT_REF", "XXXX-04"] {
            assert_eq!(extended_key(value), None, "{value}");
        }
    }

    #[test]
    fn lenient_values_know_equal_quantities() {
        let equal = [
            ("P12M", "P1Y"),
            ("PT24H", "P1D"),
            ("P1DE", "P10Y"),
            ("P7D", "P1W"),
            ("P1Q", "P3M"),
            ("199X", "199"),
            ("20XX", "20"),
            ("1998-XX-XX", "1998"),
            ("1998-04-XX", "1998-04"),
            ("1998-04-03T09:00", "1998-04-03T09"),
            ("1998-04-03T09:30:00", "1998-04-03T09:30"),
            ("pt0.5h", "PT30M"),
        ];
        for (one, other) in equal {
            assert_eq!(canonical(one), canonical(other), "{one} {other}");
        }
        for (one, other) in
            [("P1M", "PT1M"), ("P1WE", "P2D"), ("XXXX", "X"), ("PXY", "P1Y"), ("P.5D", "P0.5D")]
        {
            assert_ne!(canonical(one), canonical(other), "{one} {other}");
        }
    }
}
