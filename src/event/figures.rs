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

/// How far, in tokens, a participle may stand behind its number.
const REACH: usize = 11;

/// What is counted: the unit's name, and the words that tell it, in lower case.
#[rustfmt::skip]
const UNITS: &[(&str, &[&str])] = &[
    (
        "killed",
        &["killed", "killing", "kills", "kill", "dead", "died", "dies", "die", "deaths", "fatalities", "perished",
          "drowned", "slain", "lives", "massacred", "executed"],
    ),
    ("wounded", &["wounded", "wounding", "wounds", "injured", "injuring", "injures", "hurt", "injuries"]),
    ("displaced", &["displaced", "displacing", "uprooted", "homeless", "evacuated", "evacuating", "fled", "fleeing"]),
    ("missing", &["missing", "disappeared", "unaccounted"]),
    ("arrested", &["arrested", "arresting", "detained", "detaining", "arrests", "jailed", "imprisoned", "captured"]),
    ("expelled", &["expelled", "expelling", "expels", "deported", "deporting"]),
    ("sanctioned", &["blacklisted", "blacklisting", "sanctioned"]),
    ("dismissed", &["dismissed", "sacked", "fired"]),
    ("destroyed", &["destroyed", "destroying", "destroys", "demolished", "sunk", "burned", "burnt"]),
    ("damaged", &["damaged", "damaging"]),
    ("rescued", &["rescued", "rescuing", "freed", "saved"]),
    ("stranded", &["stranded", "stranding", "trapped"]),
    ("infected", &["infected", "infections", "cases", "sickened"]),
    ("in need", &["need", "needs", "starving", "hungry"]),
    ("reached", &["reached", "reaching"]),
    ("casualties", &["casualties"]),
    ("votes", &["votes", "voted"]),
    ("seats", &["seats"]),
];

/// What is counted right behind its number, adjectives between: armed people, measures.
#[rustfmt::skip]
const NOUNS: &[(&str, &[&str])] = &[
    ("forces", &["troops", "soldiers", "fighters", "militants", "rebels", "policemen", "horsemen", "cavalry",
                 "knights", "archers", "marines", "servicemen", "mercenaries", "warships", "tanks"]),
    ("km²", &["km²"]),
    ("hectares", &["hectares", "hectare"]),
    ("acres", &["acres", "acre"]),
    ("km", &["kilometres", "kilometers", "km", "kilometre", "kilometer"]),
    ("miles", &["miles", "mile"]),
    ("metres", &["metres", "meters"]),
    ("feet", &["feet"]),
    ("percent", &["percent", "%"]),
    ("tonnes", &["tonnes", "tons"]),
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
    (&["upwards", "of"], Some(1.0), None),
    (&["as", "few", "as"], Some(1.0), Some(1.0)),
    (&["a", "record"], Some(1.0), Some(1.0)),
    (&["a", "total", "of"], Some(1.0), Some(1.0)),
    (&["under"], None, Some(1.0)),
    (&["below"], None, Some(1.0)),
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
    ("thousands", 2_000.0, Some(99_999.0)),
    ("millions", 2_000_000.0, None),
];

/// Number words; those between the tens are two of them, hyphened.
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
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
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
        if words.is_no_count(&quantity) {
            continue;
        }
        if let Some((unit, first, last)) = words.unit(&quantity) {
            figures.push(Figure {
                span: Span::new(tokens[first].span.start(), tokens[last - 1].span.end()),
                unit: unit.to_owned(),
                min: quantity.min,
                max: quantity.max,
                source: None,
                as_of: None,
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

    /// Whether a number is a name, an age or a rank, and counts nothing: "Resolution 2254", "63-year-old",
    /// "aged 12", "12 High Street", "Flight 370".
    fn is_no_count(&self, quantity: &Quantity) -> bool {
        let before =
            |words: &[&str]| quantity.first > 0 && words.iter().any(|w| self.is(quantity.first - 1, w));
        let shape = |at: usize| self.tokens.get(at).map_or(Shape::Mark, |token| token.shape);
        let digits = shape(quantity.last - 1) == Shape::Digits;
        let behind = quantity.last;
        let years = |at: usize| ["year", "years", "month", "months"].iter().any(|word| self.is(at, word));
        let age = years(behind) || self.is(behind, "-") && years(behind + 1);
        let named = before(&[
            "aged",
            "age",
            "no",
            "no.",
            "number",
            "resolution",
            "article",
            "section",
            "flight",
            "highway",
            "route",
            "room",
            "page",
            "chapter",
            "clause",
            "act",
            "unit",
            "channel",
            "para",
            "paragraph",
            "item",
            "psalm",
        ]);
        // "12 High Street", "Article 5": a name begins behind a bare number, or ends with it
        let address = digits && quantity.min == quantity.max && shape(behind) == Shape::Capital && {
            let streets =
                ["street", "road", "avenue", "lane", "square", "drive", "downing", "boulevard", "terrace"];
            (behind..behind + 4).any(|at| streets.iter().any(|word| self.is(at, word)))
        };
        let of_age =
            quantity.first > 1 && self.is(quantity.first - 1, "of") && self.is(quantity.first - 2, "age");
        age || named || address || of_age
    }

    /// Reads a quantity whose number begins at `at`; a bound before it is taken in.
    fn quantity(&self, at: usize) -> Option<Quantity> {
        if self.is(at, "no") || self.is(at, "nobody") || self.is(at, "none") {
            let mut last = at + 1;
            while self.tokens.get(last).is_some_and(|t| t.shape == Shape::Capital) || self.is(last, "one") {
                last += 1;
            }
            return Some(Quantity { min: Some(0.0), max: Some(0.0), first: at, last });
        }
        if self.is(at, "several") {
            return self.look_up(at + 1, MAGNITUDES).map(|by| Quantity {
                min: Some(2.0 * by),
                max: Some(9.0 * by),
                first: at,
                last: at + 2,
            });
        }
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
        // "two-thirds", "three quarters"
        let parts = ["thirds", "third", "quarters", "quarter", "halves", "fifths", "tenths"];
        if (at + 1..at + 3).any(|next| parts.iter().any(|part| self.is(next, part))) {
            return None;
        }
        let (mut value, mut end) = if token.shape == Shape::Digits {
            (token.span.of(self.text).replace(',', "").parse::<f64>().ok()?, at + 1)
        } else if let Some(tens) = self.look_up(at, WORDS) {
            match self.look_up(at + 2, WORDS) {
                Some(ones) if tens >= 20.0 && ones < 10.0 && self.is(at + 1, "-") => (tens + ones, at + 3),
                _ => (tens, at + 1),
            }
        } else if self.is(at, "half") && self.is(at + 1, "a") && self.look_up(at + 2, MAGNITUDES).is_some() {
            (0.5, at + 2)
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
        let last = quantity.last;
        if self.is(last, "square") || self.is(last, "sq") {
            let unit =
                [("kilometres", "km²"), ("kilometers", "km²"), ("km", "km²"), ("miles", "square miles")];
            return self.look_up(last + 1, &unit).map(|unit| (unit, quantity.first, last + 2));
        }
        // "300 government troops"
        let counted = (last..last + 3).find_map(|at| {
            let unit = NOUNS.iter().find(|(_, words)| words.iter().any(|word| self.is(at, word)))?;
            let adjectives = (last..at).all(|i| self.tokens.get(i).is_some_and(|t| t.shape != Shape::Mark));
            adjectives.then_some((unit.0, quantity.first, at + 1))
        });
        let measure = counted.filter(|(unit, ..)| *unit != "forces");
        if measure.is_some() {
            return measure;
        }
        // "the death toll rose to 45"
        let toll = (quantity.first.saturating_sub(8)..quantity.first).rev().find(|at| self.is(*at, "toll"));
        if let Some(toll) = toll {
            return Some(("killed", toll, last));
        }
        // "killing about 40", "left 900 people dead": the verb right before wins, else the first behind
        if quantity.max != Some(0.0)
            && let Some(unit) = quantity.first.checked_sub(1).and_then(|before| self.harm(before))
        {
            return Some((unit, quantity.first - 1, quantity.last));
        }
        let stops = |at: usize| [";", ".", "(", "but", "as"].iter().any(|mark| self.is(at, mark));
        (quantity.last..self.tokens.len().min(quantity.last + REACH))
            .take_while(|at| !stops(*at) && !self.next_count(*at))
            .find_map(|at| Some((self.harm(at)?, quantity.first, at + 1)))
            .or(counted)
    }

    /// Whether another count begins at `at`: what stands behind it is told of that one.
    fn next_count(&self, at: usize) -> bool {
        self.number(at).is_some()
            || ROUGH.iter().any(|(word, ..)| self.is(at, word))
            || self.is(at, ",") && {
                // a comma ends a phrase, unless a verb group goes on behind it
                !["were", "was", "have", "had", "are", "is"].iter().any(|word| self.is(at + 1, word))
            }
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
        check("He was 40 years old and lived at 12 Mill Lane.", &[]);
        check("Resolution 2254 killed the plan, said the 63-year-old.", &[]);
        check("Flight 370 landed, and killed time.", &[]);
        check("He was 63, and it rained.", &[]);
        check("Nobody died.", &[("Nobody died", "killed", Some(0.0), Some(0.0))]);
    }
}
