//! Names of days and months, and hours, as messages write them: in lower case, cut short, bare; and what
//! keeps plain words from being times there.

use super::super::Match;
use super::posting;
use crate::document::Shape;
use crate::lexicon::Reading;
use crate::timex::pattern::Line;
use crate::timex::value::TimexKind;

/// Whether a match of a message is one in its company; `None` where the general reasons decide.
pub(super) fn stands(line: &Line<'_>, at: usize, found: &Match) -> Option<bool> {
    if !line.message {
        return None;
    }
    let end = found.end;
    if let Some(stands) = posting::stands(line, at, found) {
        return Some(stands);
    }
    match found.rule.name {
        // a posting speaks of its own season, whatever noun follows; "fall" is a verb first
        "season" if !line.is(end - 1, "fall") => {
            let verb = line.is(end - 1, "spring")
                && line.is_any(end, &["up", "out", "into", "back", "for", "roll", "rolls"]);
            Some(!verb)
        }
        "daily" => Some(true),
        // "on the 5th", "til the 21st", not "on the 5th floor"
        "day of the month alone" => {
            let led = at > 0 && line.is_any(at - 1, BEFORE_DAY);
            let open = ends(line, end)
                || line.is_any(
                    end,
                    &[
                        "and", "n", "or", "but", "so", "cos", "coz", "bc", "if", "then", "at", "for", "to",
                        "with", "w/", "pls", "plz", "is", "was", "cant", "can", "will", "i", "we", "u",
                        "you", "lol",
                    ],
                );
            let counted = line.tokens[end - 1].shape == Shape::Mixed;
            Some(led && open && counted)
        }
        // a telephone's digits
        "year" if at > 0 && matches!(line.tokens[at - 1].shape, Shape::Digits | Shape::Mixed) => Some(false),
        "numeric day and month" => {
            let before = at.checked_sub(1);
            let led = before.is_some_and(|b| {
                line.is_any(b, BEFORE_DAY) || line.is_any(b, &["due", "for", "(", "is", "bday", "thru"])
            });
            // a weekday before it or an hour behind it
            let dated = line.tokens[at].shape != Shape::Digits || found.timex.kind == TimexKind::Time;
            Some(led && (ends(line, end) || line.tokens[end].shape != Shape::Digits) || dated)
        }
        // "my current job" says no time of the message
        "present" if line.is(end - 1, "current") => Some(false),
        "past" if line.is(end - 1, "recent") => Some(false),
        // "MOS", "HRS" in capitals are somebody's initials, unless everything is
        "units" => {
            let short = line.word(at).len() <= 4 && line.tokens[at].shape == Shape::Upper;
            let shouted = line.tokens.iter().all(|t| !matches!(t.shape, Shape::Lower | Shape::Capital));
            Some(!short || shouted)
        }
        // "min", "mo", "sec" by themselves are names and words of their own
        "plain unit" => {
            Some(line.word(end - 1).len() > 2 && !line.is_any(end - 1, &["min", "sec", "mth", "mnth"]))
        }
        // "day 2:30", "day 2pm" are hours
        "numbered unit" => Some(
            !(line.is_any(end, &["am", "pm"])
                || line.is_any(end, &[":", "/", "-"]) && line.digits(end + 1).is_some()),
        ),
        _ => None,
    }
}

/// What signs a message, or begins the next clause.
const CLOSING: &[&str] =
    &["x", "xx", "xxx", "lol", "pls", "plz", "then", "if", "n", "and", "or", "but", "cos", "coz"];

/// Words that only a time follows, or a place.
const BEFORE_DAY: &[&str] = &[
    "on", "this", "dis", "last", "lst", "next", "nxt", "coming", "every", "each", "by", "til", "till",
    "until", "since", "from", "before", "b4", "after", "til'", "'til",
];

/// Whether a short weekday stands as one. "sat", "sun", "mon", "wed" and "fri" are words and names of their
/// own: they need company.
pub(super) fn names_weekday(line: &Line<'_>, at: usize) -> bool {
    if !line.is_any(at, &["sat", "sun", "mon", "wed"]) {
        return true;
    }
    let weekday = |at: usize| reads(line, at, |r| matches!(r, Reading::Weekday(_)));
    let daytime = |at: usize| reads(line, at, |r| matches!(r, Reading::Daytime(_)));
    let joins =
        |at: usize| line.is_any(at, &["-", "–", "/", "&", "+", ",", "and", "or", "to", "n", "till", "til"]);
    let before = at.checked_sub(1).is_some_and(|b| {
        line.is_any(b, BEFORE_DAY)
            || weekday(b) && !line.is_any(b, &["sat", "sun", "mon", "wed"])
            || joins(b) && (1..=2).any(|back| b.checked_sub(back).is_some_and(weekday))
            || daytime(b)
            // "see you sat"
            || line.is_any(b, &["you", "u", "ya", "here", "there", "free", "busy", "up"])
                && (ends(line, at + 1) || line.is_any(at + 1, CLOSING))
    });
    let behind = joins(at + 1) && weekday(at + 2)
        || daytime(at + 1)
        // "what are you doing sat?"
        || line.is_any(at + 1, &["@", "?"])
        || is_hour(line, at + 1)
        || line.is_any(at + 1, &["at", ","]) && is_hour(line, at + 2);
    // "the sat nav", "the sun at 5"
    (before || behind)
        && !at.checked_sub(1).is_some_and(|b| line.is_any(b, &["the", "he", "she", "they", "we", "i"]))
}

/// Whether a month's word stands as one: "may" and "march" in lower case need a day or a preposition.
pub(super) fn names_month(line: &Line<'_>, at: usize) -> bool {
    if line.capital(at) {
        return true;
    }
    if !line.is_any(at, &["may", "march", "mar", "august"]) {
        return true;
    }
    let counted = |at: usize| {
        line.digits(at).is_some_and(|(day, length)| length <= 2 && (1..=31).contains(&day))
            || line.tokens.get(at).is_some_and(|t| t.shape == Shape::Mixed)
    };
    let before = at.checked_sub(1);
    before.is_some_and(|b| {
        line.is_any(
            b,
            &[
                "in", "this", "dis", "since", "last", "next", "nxt", "by", "til", "till", "until", "of",
                "from", "mid", "late", "early",
            ],
        ) || counted(b)
    }) || counted(at + 1) && !line.is(at, "may")
        || line.tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Mixed)
}

/// Words before an hour that may be an hour's alone.
const BEFORE_HOUR: &[&str] = &["at", "@"];
/// Words before an hour that ends its clause: "up til 3", "since 4".
const BEFORE_LAST_HOUR: &[&str] =
    &["abt", "about", "around", "ard", "til", "till", "until", "since", "from", "before", "b4", "after"];

/// Whether a bare number that ends before `end` stands as an hour ("at 8", "@ 7.30", "til 3", "9ish"), or
/// as hours and minutes ("at 1015").
pub(super) fn names_hour(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = |back: usize, words: &[&str]| at.checked_sub(back).is_some_and(|b| line.is_any(b, words));
    let number = line.digits(at);
    let led = before(1, BEFORE_HOUR) || before(1, BEFORE_LAST_HOUR) && before(2, BEFORE_HOUR);
    if let Some((number, 4)) = number {
        let real = number / 100 < 24 && number % 100 < 60;
        // "since 2014" is a year, "since 2230" none; "Fri night, 2359"
        let year = (1800..2060).contains(&number);
        let ended = before(1, BEFORE_LAST_HOUR) || before(1, &["by", "to", "-"]);
        let listed = before(1, &[","])
            && at.checked_sub(2).is_some_and(|day| {
                reads(line, day, |r| {
                    matches!(r, Reading::Weekday(_) | Reading::Daytime(_) | Reading::Today(_))
                })
            });
        let named = line.tokens.get(end).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper));
        return real && !named && (led || !year && (ended || listed));
    }
    if number.is_some_and(|(number, length)| length > 2 || !(1..=12).contains(&number)) {
        return false;
    }
    let goes_on = line.is_any(
        end,
        &[
            "on", "for", "sharp", "in", "n", "and", "or", "if", "then", "this", "till", "til", "until",
            "pls", "plz",
        ],
    ) || reads(line, end, |r| matches!(r, Reading::Today(_) | Reading::Weekday(_)));
    let tonight = line.is_any(end, super::message::TONIGHT);
    // "since 9 this morning"
    let part = line.is(end, "this") && reads(line, end + 1, |r| matches!(r, Reading::Daytime(_)))
        || line.is(end, "in") && reads(line, end + 2, |r| matches!(r, Reading::Daytime(_)));
    tonight || led && (goes_on || ends(line, end)) || before(1, BEFORE_LAST_HOUR) && (part || ends(line, end))
}

/// The hour of the day that an hour without "a.m." or "p.m." names, between the tokens `at` and `end`: what
/// stands around it decides ("8 tonight"), else a bare "4" is the afternoon's, for few meet at night.
pub(super) fn hour_of_day(line: &Line<'_>, at: usize, end: usize, hour: i32, exact: bool) -> i32 {
    const LATE: &[&str] =
        &["afternoon", "arvo", "aftn", "evening", "evng", "evenin", "night", "nite", "nyt", "nyte"];
    const EARLY: &[&str] = &[
        "morning",
        "wake",
        "wakes",
        "waking",
        "morn",
        "mornin",
        "mrng",
        "woke",
        "awake",
        "alarm",
        "breakfast",
        "sunrise",
    ];
    let near =
        |words: &[&str]| (at.saturating_sub(4)..at).chain(end..end + 4).any(|near| line.is_any(near, words));
    // "doors 7pm, show 8:30"
    let listed =
        (at.saturating_sub(6)..at).any(|near| super::slots::half_of_day(line.word(near)) == Some(true));
    let late = listed || near(LATE) || near(super::message::TONIGHT);
    let early = near(EARLY);
    if (1..12).contains(&hour) && (late || !exact && hour < 7 && !early) { hour + 12 } else { hour }
}

/// The hour of the day at which a stretch begins whose end alone says its half: "7-9pm", "11-2pm". The join
/// stands at token `end`.
pub(super) fn hour_before(line: &Line<'_>, end: usize, hour: i32) -> Option<i32> {
    if !line.is_any(end, &["-", "–", "to", "til", "till", "until"]) || !(1..=12).contains(&hour) {
        return None;
    }
    let last = line.digits(end + 1).map(|(last, length)| if length > 2 { last / 100 } else { last })?;
    let behind = if line.is(end + 2, ":") { end + 4 } else { end + 2 };
    let afternoon = super::slots::half_of_day(line.word(behind))?;
    let same = hour % 12 <= last % 12;
    Some(hour % 12 + if afternoon == same { 12 } else { 0 })
}

/// Whether a token has such a reading.
fn reads(line: &Line<'_>, at: usize, reading: impl Fn(Reading) -> bool) -> bool {
    line.reading(at, |r| reading(r).then_some(())).is_some()
}

/// Whether a message or its clause ends before a token.
pub(super) fn ends(line: &Line<'_>, at: usize) -> bool {
    line.tokens.get(at).is_none_or(|t| {
        t.shape == Shape::Mark && !matches!(line.word(at), "%" | "/" | "-" | "$" | "°" | "'" | "#")
    })
}

/// Whether a number of hours or hours and minutes begins at a token.
fn is_hour(line: &Line<'_>, at: usize) -> bool {
    line.digits(at).is_some_and(|(number, length)| {
        length <= 2 && (1..=24).contains(&number)
            || (3..=4).contains(&length) && number / 100 < 24 && number % 100 < 60
    })
}
