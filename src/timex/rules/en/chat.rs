//! Names of days and months, and hours, as messages write them: in lower case, cut short, bare; and what
//! keeps plain words from being times there.

use super::super::Match;
use crate::document::Shape;
use crate::lexicon::Reading;
use crate::timex::pattern::Line;

/// Whether a match of a message is one in its company; `None` where the general reasons decide.
pub(super) fn stands(line: &Line<'_>, at: usize, found: &Match) -> Option<bool> {
    if !line.message {
        return None;
    }
    let end = found.end;
    match found.rule.name {
        // a posting speaks of its own season, whatever noun follows; "fall" is a verb first
        "season" if !line.is(end - 1, "fall") => {
            let verb = line.is(end - 1, "spring")
                && line.is_any(end, &["up", "out", "into", "back", "for", "roll", "rolls"]);
            Some(!verb)
        }
        "daily" => Some(true),
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
            let unit = (at..end).rev().find(|i| line.tokens[*i].shape != Shape::Digits).unwrap_or(at);
            let goes_on = line.is_any(end, &[":", "/", "-"])
                && line.tokens[end - 1].shape == Shape::Digits
                && line.digits(end + 1).is_some();
            Some(
                line.word(unit).len() > 2
                    && !line.is_any(unit, &["min", "sec", "mth", "mnth"])
                    && !goes_on
                    && !line.is_any(end, &["am", "pm"]),
            )
        }
        _ => None,
    }
}

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
    let weekday = |at: usize| line.reading(at, |r| matches!(r, Reading::Weekday(_)).then_some(())).is_some();
    let joins =
        |at: usize| line.is_any(at, &["-", "–", "/", "&", "+", ",", "and", "or", "to", "n", "till", "til"]);
    let before = at.checked_sub(1).is_some_and(|b| {
        line.is_any(b, BEFORE_DAY)
            || weekday(b) && !line.is_any(b, &["sat", "sun", "mon", "wed"])
            || joins(b) && (1..=2).any(|back| b.checked_sub(back).is_some_and(weekday))
            || line.reading(b, |r| matches!(r, Reading::Daytime(_)).then_some(())).is_some()
            // "see you sat"
            || line.is_any(b, &["you", "u", "ya"]) && ends(line, at + 1)
    });
    let behind = joins(at + 1) && weekday(at + 2)
        || line.reading(at + 1, |r| matches!(r, Reading::Daytime(_)).then_some(())).is_some()
        || line.is(at + 1, "@")
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
                "in", "since", "last", "next", "nxt", "by", "til", "till", "until", "of", "from", "mid",
                "late", "early",
            ],
        ) || counted(b)
    }) || counted(at + 1) && !line.is(at, "may")
        || line.tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Mixed)
}

/// Whether a bare number stands as an hour ("at 8", "@ 7", "9ish") or as hours and minutes ("at 1015").
pub(super) fn names_hour(line: &Line<'_>, at: usize, length: usize) -> bool {
    let Some((number, _)) = line.digits(at) else { return false };
    let Some(before) = at.checked_sub(1) else { return false };
    let open = ends(line, at + 1)
        || line.is_any(
            at + 1,
            &["on", "for", "tonight", "tonite", "2nite", "sharp", "in", "n", "and", "or", "if", "then"],
        )
        || line
            .reading(at + 1, |r| matches!(r, Reading::Today(_) | Reading::Weekday(_)).then_some(()))
            .is_some();
    let at_time = line.is_any(before, &["at", "@"])
        || before > 0
            && line.is_any(before, &["abt", "about", "around", "ard"])
            && line.is_any(before - 1, &["at", "@"]);
    match length {
        1 | 2 => (1..=12).contains(&number) && at_time && open,
        4 => {
            let real = number / 100 < 24 && number % 100 < 60;
            // "since 2014" is a year, "since 2230" none
            let year = (1800..2060).contains(&number);
            let led = at_time
                || !year
                    && (line.is_any(
                        before,
                        &[
                            "abt", "about", "around", "ard", "by", "til", "till", "until", "since", "from",
                            "before", "b4", "after", "to", "-",
                        ],
                    ) || line.is(before, ",")
                        && before.checked_sub(1).is_some_and(|day| {
                            line.reading(day, |r| {
                                matches!(r, Reading::Weekday(_) | Reading::Daytime(_) | Reading::Today(_))
                                    .then_some(())
                            })
                            .is_some()
                        }));
            real && led
                && !line.tokens.get(at + 1).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper))
        }
        _ => false,
    }
}

/// Whether what follows an hour puts it behind noon: "8 tonight", "at 2 in the afternoon".
pub(super) fn told_late(line: &Line<'_>, at: usize) -> bool {
    let late = |at: usize| {
        line.is_any(at, super::message::TONIGHT)
            || line.is_any(
                at,
                &["afternoon", "arvo", "evening", "evng", "evenin", "night", "nite", "nyt", "nyte"],
            )
    };
    (at..at + 3).any(|at| line.tokens.get(at).is_some_and(|t| t.shape != Shape::Mark) && late(at))
}

/// Whether a message or its clause ends before a token.
fn ends(line: &Line<'_>, at: usize) -> bool {
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
