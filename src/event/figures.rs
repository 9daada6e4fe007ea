//! Figures: how many were killed, wounded, displaced, arrested; how much money.
//!
//! ```text
//! figure   = quantity what
//! quantity = [bound] number [ ("to" | "-") number ] | "scores" | "dozens" | "hundreds" ["of thousands"] | …
//! bound    = about | at least | more than | up to | nearly | …
//! what     = a verb or participle of harm near it ("killed six", "70 people were wounded"), or a currency
//! ```
//!
//! Words give bounds, and the bounds are what is kept: "at least 20" has no upper one.

use super::Figure;
use crate::document::{Shape, Token};
use crate::span::Span;

/// How far, in tokens, a participle may stand behind its number: "12 people, most of them women, were killed"
/// is too far to be sure.
const REACH: usize = 6;

/// What is counted: the unit's name, and the words that tell it, in lower case.
const UNITS: &[(&str, &[&str])] = &[
    (
        "killed",
        &["killed", "killing", "kills", "kill", "dead", "died", "dies", "deaths", "fatalities", "perished"],
    ),
    ("wounded", &["wounded", "wounding", "wounds", "injured", "injuring", "injures", "hurt", "injuries"]),
    ("displaced", &["displaced", "displacing", "uprooted", "homeless", "evacuated", "evacuating", "fled"]),
    ("missing", &["missing"]),
    ("arrested", &["arrested", "arresting", "detained", "detaining", "arrests"]),
    ("rescued", &["rescued", "rescuing"]),
    ("stranded", &["stranded", "stranding", "trapped"]),
];

/// Words before a number that bound it, longest first, with how: (factor below, factor above), `None` open.
const BOUNDS: &[(&[&str], Option<f64>, Option<f64>)] = &[
    (&["no", "fewer", "than"], Some(1.0), None),
    (&["no", "less", "than"], Some(1.0), None),
    (&["no", "more", "than"], None, Some(1.0)),
    (&["as", "many", "as"], None, Some(1.0)),
    (&["as", "much", "as"], None, Some(1.0)),
    (&["at", "least"], Some(1.0), None),
    (&["at", "most"], None, Some(1.0)),
    (&["more", "than"], Some(1.0), None),
    (&["fewer", "than"], None, Some(1.0)),
    (&["less", "than"], None, Some(1.0)),
    (&["up", "to"], None, Some(1.0)),
    (&["over"], Some(1.0), None),
    (&["nearly"], Some(0.85), Some(1.0)),
    (&["almost"], Some(0.85), Some(1.0)),
    (&["about"], Some(0.85), Some(1.15)),
    (&["around"], Some(0.85), Some(1.15)),
    (&["roughly"], Some(0.85), Some(1.15)),
    (&["approximately"], Some(0.85), Some(1.15)),
    (&["some"], Some(0.85), Some(1.15)),
];

/// Plurals that name a rough count, with its bounds.
const ROUGH: &[(&str, f64, Option<f64>)] = &[
    ("scores", 40.0, None),
    ("dozens", 24.0, None),
    ("hundreds", 200.0, Some(999.0)),
    ("thousands", 2_000.0, Some(9_999.0)),
    ("millions", 2_000_000.0, None),
];

/// Number words up to twelve and the tens; larger ones are written in digits on the wire.
const WORDS: &[(&str, f64)] = &[
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

const MAGNITUDES: &[(&str, f64)] = &[
    ("dozen", 12.0),
    ("hundred", 100.0),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
];

const CURRENCIES: &[(&str, &str)] = &[
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("dollars", "USD"),
    ("euros", "EUR"),
    ("pounds", "GBP"),
    ("yen", "JPY"),
];

/// A number as read: its bounds, and the tokens `first..last` it took.
struct Quantity {
    min: Option<f64>,
    max: Option<f64>,
    first: usize,
    last: usize,
}

/// The figures of one sentence, ascending, not overlapping. `taken` are the spans of dates and durations:
/// their numbers count nothing here.
#[must_use]
pub fn find(text: &str, tokens: &[Token], taken: &[Span]) -> Vec<Figure> {
    let words = Words { text, tokens };
    let mut figures = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let free = !taken.iter().any(|t| t.overlaps(tokens[at].span));
        let Some(quantity) = free.then(|| words.quantity(at)).flatten() else {
            at += 1;
            continue;
        };
        at = quantity.last;
        if let Some((unit, first, last)) = words.unit(&quantity) {
            figures.push(Figure {
                span: Span::new(tokens[first].span.start(), tokens[last - 1].span.end()),
                unit: unit.to_owned(),
                min: quantity.min,
                max: quantity.max,
            });
            at = at.max(last);
        }
    }
    figures
}

/// A sentence's tokens with their words.
struct Words<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Words<'_> {
    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|t| t.span.of(self.text).eq_ignore_ascii_case(word))
    }

    fn look_up<T: Copy>(&self, at: usize, table: &[(&str, T)]) -> Option<T> {
        table.iter().find(|(word, _)| self.is(at, word)).map(|(_, value)| *value)
    }

    /// Reads a quantity whose number begins at `at`; a bound before it is taken in.
    fn quantity(&self, at: usize) -> Option<Quantity> {
        if let Some((_, min, max)) = ROUGH.iter().find(|(word, ..)| self.is(at, word)) {
            // "hundreds of thousands"
            if self.is(at + 1, "of")
                && let Some((_, by, _)) = ROUGH.iter().find(|(word, ..)| self.is(at + 2, word))
            {
                let unit = by / 2.0;
                return Some(Quantity {
                    min: Some(min * unit),
                    max: max.map(|m| m * unit),
                    first: at,
                    last: at + 3,
                });
            }
            return Some(Quantity { min: Some(*min), max: *max, first: at, last: at + 1 });
        }
        let (mut low, mut last) = self.number(at)?;
        let mut high = low;
        if (self.is(last, "to") || self.is(last, "-") || self.is(last, "–"))
            && let Some((value, end)) = self.number(last + 1).filter(|(value, _)| *value > low)
        {
            // "2 to 3 million": the magnitude is said once, for both
            let shared = self.look_up(end - 1, MAGNITUDES).filter(|by| last == at + 1 && low * by <= value);
            (low, high, last) = (low * shared.unwrap_or(1.0), value, end);
        }
        let (mut first, mut min, mut max) = (at, Some(low), Some(high));
        let currency = at > 0 && self.look_up(at - 1, CURRENCIES).is_some();
        let number_start = at - usize::from(currency);
        for (bound, below, above) in BOUNDS {
            let begin = number_start.checked_sub(bound.len());
            if begin.is_some_and(|b| bound.iter().enumerate().all(|(i, word)| self.is(b + i, word))) {
                (min, max) = (below.map(|f| low * f), above.map(|f| high * f));
                first = begin.unwrap_or(number_start);
                break;
            }
        }
        Some(Quantity { min, max, first: first.min(number_start), last })
    }

    /// The number that begins at `at` and the token behind it: "25", "twenty-five", "1.5 million", "a dozen".
    fn number(&self, at: usize) -> Option<(f64, usize)> {
        let token = self.tokens.get(at)?;
        let (mut value, mut end) = if token.shape == Shape::Digits {
            (token.span.of(self.text).replace(',', "").parse::<f64>().ok()?, at + 1)
        } else if let Some(tens) = self.look_up(at, WORDS) {
            match self.look_up(at + 2, WORDS) {
                Some(ones) if tens >= 20.0 && ones < 10.0 && self.is(at + 1, "-") => (tens + ones, at + 3),
                _ => (tens, at + 1),
            }
        } else if self.is(at, "a") && self.look_up(at + 1, MAGNITUDES).is_some() {
            (1.0, at + 1)
        } else {
            return None;
        };
        while let Some(by) = self.look_up(end, MAGNITUDES) {
            value *= by;
            end += 1;
        }
        Some((value, end))
    }

    /// What a quantity counts, and the tokens that say so together with it.
    fn unit(&self, quantity: &Quantity) -> Option<(&'static str, usize, usize)> {
        for at in quantity.first..quantity.last {
            if let Some(unit) = self.look_up(at, CURRENCIES) {
                return Some((unit, quantity.first, quantity.last));
            }
        }
        if let Some(unit) = self.look_up(quantity.last, CURRENCIES) {
            return Some((unit, quantity.first, quantity.last + 1));
        }
        // "killing about 40", "left 900 people dead": the verb right before wins, else the first behind
        if let Some(unit) = quantity.first.checked_sub(1).and_then(|before| self.harm(before)) {
            return Some((unit, quantity.first - 1, quantity.last));
        }
        let stops = |at: usize| [",", ";", ".", "(", "and", "but", "as"].iter().any(|mark| self.is(at, mark));
        (quantity.last..self.tokens.len().min(quantity.last + REACH))
            .take_while(|at| !stops(*at) && self.tokens[*at].shape != Shape::Digits)
            .find_map(|at| Some((self.harm(at)?, quantity.first, at + 1)))
    }

    fn harm(&self, at: usize) -> Option<&'static str> {
        UNITS.iter().find(|(_, words)| words.iter().any(|word| self.is(at, word))).map(|(unit, _)| *unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Split, segment};

    fn check(sentence: &str, expected: &[(&str, &str, Option<f64>, Option<f64>)]) {
        let document = segment(sentence, Split::None, None).remove(0);
        let found = find(sentence, &document.tokens, &[]);
        let found: Vec<_> =
            found.iter().map(|f| (f.span.of(sentence), f.unit.as_str(), f.min, f.max)).collect();
        assert_eq!(found, expected, "{sentence}");
    }

    #[test]
    fn words_give_bounds() {
        let exact = |n: f64| (Some(n), Some(n));
        let (min, max) = exact(11.0);
        check("The blast killed 11 workers.", &[("killed 11", "killed", min, max)]);
        check(
            "At least 20 people were wounded.",
            &[("At least 20 people were wounded", "wounded", Some(20.0), None)],
        );
        check("Up to 300 were stranded.", &[("Up to 300 were stranded", "stranded", None, Some(300.0))]);
        check("Scores died in the fire.", &[("Scores died", "killed", Some(40.0), None)]);
        check(
            "The storm left hundreds of thousands homeless.",
            &[("hundreds of thousands homeless", "displaced", Some(200_000.0), Some(999_000.0))],
        );
        check(
            "Police arrested twenty-five.",
            &[("arrested twenty-five", "arrested", Some(25.0), Some(25.0))],
        );
        check(
            "The repairs cost more than $1.5 million.",
            &[("more than $1.5 million", "USD", Some(1_500_000.0), None)],
        );
        check(
            "It displaced 2 to 3 million.",
            &[("displaced 2 to 3 million", "displaced", Some(2e6), Some(3e6))],
        );
    }

    #[test]
    fn not_every_number_is_a_figure() {
        check("The road is 40 km long.", &[]);
        check("Flight 370 landed, and killed time.", &[]);
        check("He was 63, and nobody died.", &[]);
    }
}
