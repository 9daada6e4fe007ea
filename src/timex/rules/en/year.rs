//! What keeps four digits from being a year: the words around them.

use crate::document::Shape;
use crate::timex::pattern::Line;

/// Words before a bare year that make it a date.
const BEFORE_YEAR: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "of",
    "from",
    "to",
    "through",
    "during",
    "before",
    "after",
    "around",
    "about",
    "circa",
    "c.",
    "ca.",
    "early",
    "late",
    "mid",
    "between",
    "and",
    "for",
    "fiscal",
    "year",
    "the",
    "a",
    "than",
    "as",
    "on",
    "his",
    "her",
    "their",
    "its",
    "this",
    "that",
    "at",
    "with",
    "starting",
    "began",
    "into",
    "throughout",
    "our",
    "an",
];

/// Words before a number that make it a name, a sum or a score.
pub(super) const NAMED: &[&str] = &[
    "room",
    "flight",
    "no.",
    "number",
    "page",
    "pages",
    "boeing",
    "airbus",
    "route",
    "highway",
    "section",
    "article",
    "chapter",
    "lot",
    "unit",
    "model",
    "suite",
    "version",
    "apartment",
    "building",
    "some",
    "nearly",
    "over",
    "exceeding",
    "channel",
    "resolution",
];

/// Words behind a number that make it a count.
const COUNTED: &[&str] = &[
    "people",
    "men",
    "women",
    "points",
    "miles",
    "km",
    "kilometers",
    "kilometres",
    "meters",
    "metres",
    "feet",
    "tons",
    "tonnes",
    "dollars",
    "euros",
    "pounds",
    "troops",
    "soldiers",
    "shares",
    "percent",
    "times",
    "workers",
    "jobs",
    "votes",
    "barrels",
    "units",
    "rpm",
    "civilians",
    "fighters",
    "houses",
    "homes",
    "families",
    "refugees",
    "patients",
    "children",
    "students",
    "acres",
    "yards",
    "hp",
    "horsemen",
    "prisoners",
    "ships",
    "others",
    "degrees",
    "megawatts",
    "km.",
    "lb",
    "kg",
    "pages",
];

/// Whether four digits are a year in their company.
pub(super) fn stands(line: &Line<'_>, at: usize, end: usize, before: &str, after: &str) -> bool {
    if NAMED.iter().any(|word| before.eq_ignore_ascii_case(word))
        || COUNTED.iter().any(|word| after.eq_ignore_ascii_case(word))
    {
        return false;
    }
    if in_code(line, end) {
        return false;
    }
    // "555-1984": a telephone
    if before == "-"
        && at > 1
        && line.tokens[at - 2].shape == Shape::Digits
        && !line.tokens[at].spaced
        && line.word(at - 2).len() != 4
    {
        return false;
    }
    // "020 7946 1900": a telephone without hyphens
    if at > 1 && (at - 2..at).all(|i| line.tokens[i].shape == Shape::Digits) {
        return false;
    }
    let opens =
        at == 0 || matches!(before, "(" | "," | "-" | "–" | "—" | ";" | ":" | "“" | "\"" | "’s" | "'s" | "/");
    let known = BEFORE_YEAR.iter().any(|word| before.eq_ignore_ascii_case(word));
    let closes =
        end == line.tokens.len() || matches!(after, ")" | "," | "." | ";" | "-" | "–" | ":" | "'s" | "’s");
    // a name with a number: "Boeing 1960", "Apollo 1100"
    let named =
        at > 0 && line.tokens[at - 1].shape == Shape::Capital && line.readings[at - 1].is_empty() && !known;
    // "his failed 1996 campaign", "both 1995 and 1996": a count would be round, or have its comma
    let plain = at > 0
        && line.tokens[at - 1].shape == Shape::Lower
        && line.digits(at).is_some_and(|(year, _)| (1900..2050).contains(&year) && year % 100 != 0);
    (opens || known || closes || plain) && !named
}

/// "2016-4411-9", "2016-11-03-A7": a year's digits that open a longer code. "1914-18" is none.
fn in_code(line: &Line<'_>, end: usize) -> bool {
    let glued = |at: usize| line.tokens.get(at).is_some_and(|t| !t.spaced);
    if !(line.is(end, "-") && glued(end) && glued(end + 1)) || line.tokens[end + 1].shape != Shape::Digits {
        return false;
    }
    let runs_on = line.is(end + 2, "-") && glued(end + 2) && glued(end + 3);
    runs_on || !matches!(line.word(end + 1).len(), 1 | 2 | 4)
}
