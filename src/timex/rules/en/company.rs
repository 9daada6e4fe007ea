//! What keeps a match from being a date: the words around it.

use super::super::Match;
use super::year;
use super::{age, daytime, holiday};
use super::{chat, course, tale};
use crate::document::Shape;
use crate::lexicon::Reading;
use crate::timex::Timex;
use crate::timex::pattern::Line;
use crate::timex::value::{
    From, Length, LengthUnit, Offset, PartialDate, Recurrence, Reference, TimexKind, TimexValue, YearPart,
};

/// A match as it is in its company; `None` where it is no date.
pub(super) fn settle(line: &Line<'_>, at: usize, found: Match) -> Option<Match> {
    stands(line, at, &found).then(|| {
        as_some_day(
            line,
            at,
            as_past_end(line, at, as_quarter(line, as_length(line, as_every(line, at, found)))),
        )
    })
}

/// "He will one day return": some day to come.
fn as_some_day(line: &Line<'_>, at: usize, found: Match) -> Match {
    let day = found.rule.name == "number of units" && line.is(at, "one") && line.is(at + 1, "day");
    let ahead = day
        && found.end == at + 2
        && ((at.saturating_sub(3)..at).any(|i| line.is_any(i, AHEAD)) || line.is_any(found.end, AHEAD))
        && !(at > 0 && line.is_any(at - 1, &["within", "in", "than", "for", "only", "just", "after"]));
    if !ahead {
        return found;
    }
    let value = TimexValue::Vague(Reference::Future);
    Match { timex: Timex { kind: TimexKind::Date, value, ..found.timex }, ..found }
}

/// "Mondays" are every Monday.
fn as_every(line: &Line<'_>, at: usize, found: Match) -> Match {
    let plural = found.rule.name == "weekday" && line.word(at).to_ascii_lowercase().ends_with("days");
    match found.timex.value {
        TimexValue::Calendar(PartialDate { weekday: Some(weekday), .. }) if plural => {
            let value = TimexValue::Set(Recurrence::Weekday(weekday));
            Match { timex: Timex { kind: TimexKind::Set, value, ..found.timex }, ..found }
        }
        _ => found,
    }
}

/// "Since year-end" is since the end of the year before.
fn as_past_end(line: &Line<'_>, at: usize, found: Match) -> Match {
    let since = found.rule.name == "year-end" && at > 0 && line.is(at - 1, "since");
    match found.timex.value {
        TimexValue::Relative(offset) if since => {
            let value = TimexValue::Relative(Offset { count: offset.count.map(|count| count - 1), ..offset });
            Match { timex: Timex { value, ..found.timex }, ..found }
        }
        _ => found,
    }
}

/// "The quarter ended July 31" is the calendar's quarter that most of it lies in.
fn as_quarter(line: &Line<'_>, found: Match) -> Match {
    if found.rule.name != "the quarter" || !line.is_any(found.end, &["ended", "ending"]) {
        return found;
    }
    let Some((month, next)) = (line.grammar.slots.month)(line, found.end + 1, false) else { return found };
    let early = line.digits(next).is_some_and(|(day, length)| length <= 2 && day < 15);
    // the month in the middle of the three
    let middle = (month - 2 - i32::from(early)).rem_euclid(12);
    let Ok(quarter) = u8::try_from(middle / 3 + 1) else { return found };
    let date = PartialDate { part: Some(YearPart::Quarter(quarter)), ..PartialDate::default() };
    Match { timex: Timex { value: TimexValue::Calendar(date), ..found.timex }, ..found }
}

/// "The year ended March 31" is a stretch of twelve months, not the calendar's year.
fn as_length(line: &Line<'_>, found: Match) -> Match {
    // "in the year to March"
    let to_month = line.is_any(found.end, &["to", "through"])
        && (line.grammar.slots.month)(line, found.end + 1, false).is_some();
    if found.rule.name != "the year" || !(to_month || line.is_any(found.end, &["ended", "ending"])) {
        return found;
    }
    let length = Length { halves: Some(2), unit: LengthUnit::Year };
    let timex = Timex { kind: TimexKind::Duration, value: TimexValue::Duration(length), ..found.timex };
    Match { timex, ..found }
}

/// Verbs that make a lower or sentence-initial "may", "march" a verb, and modal company of "May".
const AFTER_MODAL: &[&str] =
    &["be", "have", "i", "we", "he", "she", "they", "it", "not", "you", "god", "also", "the", "well"];

/// Words in whose company "soon" and "one day" are still to come.
#[rustfmt::skip]
const AHEAD: &[&str] = &[
    "will", "’ll", "'ll", "won't", "won’t", "shall", "would", "could", "may", "might", "can", "should",
    "must", "to", "expects", "expect", "hopes", "hope", "plans", "plan",
];

/// What a company has in a half of its year, and a match has not.
#[rustfmt::skip]
const EARNED: &[&str] = &[
    "profit", "profits", "earnings", "results", "result", "sales", "revenue", "revenues", "loss", "losses",
    "net", "income", "output", "growth", "figures", "dividend", "pretax", "operating", "production",
];

/// Whether a match is one in its company.
fn stands(line: &Line<'_>, at: usize, found: &Match) -> bool {
    let before = at.checked_sub(1).map_or("", |b| line.word(b));
    let after = line.word(found.end);
    // "$2017", "#5", "3.5%": part of another number
    if matches!(before, "$" | "£" | "€" | "#" | "№") || matches!(after, "%" | "°") {
        return false;
    }
    let glued_before =
        at > 0 && !line.tokens[at].spaced && matches!(before, "/" | "." | ":" | "_" | "+" | "=" | "@");
    let glued_after = line.tokens.get(found.end).is_some_and(|t| !t.spaced)
        && matches!(after, "/" | "_" | ":" | "@" | "=")
        && line.tokens.get(found.end + 1).is_some_and(|t| !t.spaced && t.shape == Shape::Digits);
    // "August/September", "1939/40": a pair of dates
    let named = |r| matches!(r, Reading::Weekday(_) | Reading::Month(_) | Reading::Today(_)).then_some(());
    let pair =
        matches!(before, "/") && at > 1 && (line.capital(at - 2) || line.reading(at - 2, named).is_some())
            || after == "/" && found.rule.name == "year" && matches!(line.word(found.end + 1).len(), 2 | 4);
    if (glued_before || glued_after) && !pair {
        return false;
    }
    if let Some(stands) = chat::stands(line, at, found) {
        return stands;
    }
    if let Some(stands) = course::stands(line, at, found) {
        return stands;
    }
    if tale::is_bare_year(&found.timex) && !tale::closes(line, found.end) {
        return false;
    }
    if is_title(line, at, found) {
        return false;
    }
    match found.rule.name {
        name if tale::RULES.iter().any(|rule| rule.name == name) => tale::stands(line, at, found),
        "year" => year::stands(line, at, found.end, before, after),
        // "an ad 64 times" is none
        "year with era" => (at..found.end).any(|i| line.tokens[i].shape == Shape::Upper),
        "month" => month_stands(line, at, found.end),
        "weekdays" => is_plural_weekday(line, at),
        "weekday" if is_plural_weekday(line, at) => false,
        "per unit" => {
            let speed = [
                "miles",
                "mile",
                "km",
                "kilometers",
                "kilometres",
                "feet",
                "meters",
                "metres",
                "revolutions",
                "rounds",
                "beats",
                "words",
                "frames",
            ];
            !line.is_any(at.wrapping_sub(1), &speed) && !line.is_any(found.end - 1, &["second", "minute"])
        }
        // "every second counts"
        "every unit" if line.is_any(found.end - 1, &["second", "quarter", "minute"]) => {
            line.is(found.end - 1, "minute")
                || !line.tokens.get(found.end).is_some_and(|t| t.shape == Shape::Lower)
                || is_function_word(line, found.end)
        }
        "in the mornings" => {
            line.is(at, "the") && line.is_any(at.wrapping_sub(1), &["in", "during"])
                || !line.is(at, "the") && (at == 0 || line.is_any(at - 1, &["on"]))
        }
        "weekday" => after != "'s" || !line.is_any(found.end + 1, &["child"]),
        // "the 870s", but no "870s" alone: a model or a size
        "decade" if found.end == at + 1 && line.word(at).len() == 4 => false,
        "decade" => !line.is_any(at.wrapping_sub(1), &["his", "her", "their", "my"]) && !in_age(line, at),
        "season" => season_stands(line, at, found.end),
        "present" => present_stands(line, at, found.end),
        "past" => {
            // "the past three summers"
            let number = |r| matches!(r, Reading::Number(_)).then_some(());
            let counts = line.is(found.end - 1, "past") && line.reading(found.end, number).is_some();
            !(counts || line.is(at, "the") && line.is(found.end, "the"))
        }
        // "$5 million a year", "four flights a week", "by 8 percent annually": an amount, and no time
        "a unit" if is_rate(line, at) && line.is_any(at, &["a", "an"]) => false,
        "daily" if is_rate(line, at) && line.word(at).ends_with("ly") => false,
        // "the daily Courier"
        "daily" if line.is(at, "daily") && line.capital(found.end) && !line.capital(at) => false,
        "a unit" => {
            // "24 hours a day": all day long
            let whole = |r| matches!(r, Reading::Units(_)).then_some(());
            !line.is_any(found.end, &["of", "-"])
                && unit_stands(line, at, found.end)
                && line.reading(at.wrapping_sub(1), whole).is_none()
        }
        // "'60 Minutes'", "'48 Hours'": a name in quotation marks
        "number of units" | "units"
            if line.capital(found.end - 1) && matches!(before, "\"" | "“" | "‘" | "'" | "``" | "''") =>
        {
            false
        }
        "the year" => !line.is_any(found.end, &["-", "’s", "'s", "the", "when", "that"]),
        // "two days before the vote" counts from the vote
        // "two centuries before this spring": "this" is the spring's
        "units after that"
            if line.is_any(found.end - 1, &["this", "that"])
                && line.tokens.get(found.end).is_some_and(|t| t.shape == Shape::Lower)
                && !is_function_word(line, found.end) =>
        {
            false
        }
        "a unit earlier" | "units earlier" | "a unit later"
            if line.is_any(found.end - 1, &["before", "after"]) =>
        {
            line.tokens.get(found.end).is_none_or(|t| t.shape == Shape::Mark)
                || line
                    .is_any(found.end, &["in", "at", "with", "on", "by", "to", "and", "but", "when", "for"])
        }
        // "Friday, the fourth decline": an ordinal of something else
        "weekday and day of the month" => {
            !line.tokens.get(found.end).is_some_and(|t| t.shape == Shape::Lower)
                || line.is_any(found.end, &["and", "of", "at", "in", "was", "as", "when", "for", "to"])
        }
        "named day" | "week of a named day" | "weekend of a named day" => {
            holiday::stands(line, at, found.end, found.rule.name == "named day")
        }
        "noon or midnight" => {
            line.is_any(at.wrapping_sub(1), daytime::TIMED)
                && !line
                    .tokens
                    .get(found.end)
                    .is_some_and(|t| t.shape == Shape::Mark && !t.spaced && line.is(found.end, "-"))
        }
        "hour in the morning" => {
            line.is_any(at.wrapping_sub(1), daytime::TIMED) || line.is_any(at.wrapping_sub(2), daytime::TIMED)
        }
        "minutes past an hour" => line.is_any(at.wrapping_sub(1), daytime::TIMED) && !line.is(found.end, "-"),
        "the late afternoon" => {
            line.is_any(at.wrapping_sub(1), &["in", "during", "by", "until", "since"])
                && (is_function_word(line, found.end)
                    || line.tokens.get(found.end).is_none_or(|t| t.shape == Shape::Mark))
        }
        "by part of the day" => daytime::part_of_day_stands(line, at, found.end),
        // "an overnight success": of a night, whichever
        "the night before" => {
            !line.is_any(at.wrapping_sub(1), &["a", "an", "the", "its", "their", "his", "her", "every"])
        }
        "the week" => {
            let word = |back: usize, words: &[&str]| {
                at.checked_sub(back).is_some_and(|before| line.is_any(before, words))
            };
            // "later in the week"; "rose 2 percent for the week"
            word(1, &["in"]) && word(2, &["later", "earlier", "early", "late"])
                || word(1, &["for"])
                    && (found.end == line.tokens.len() || line.is_any(found.end, &[",", ".", "and", ";"]))
        }
        "the quarter" | "the weekend" => !line.is(found.end, "-"),
        // a tale's "soon" is a sequel, not a future
        "future" if line.is(at, "soon") => {
            (at.saturating_sub(3)..found.end + 3).any(|i| line.is_any(i, AHEAD))
                && !line.is_any(found.end, &["after", "as"])
        }
        // "is to last three weeks": the verb
        "the past units" if line.is(at, "last") => {
            !(at > 0 && (line.is(at - 1, "to") || line.is_any(at - 1, AHEAD)))
        }
        "number of units" | "several units" if age::is_of_person(line, at, found.end) => false,
        "between numbers of units" => line.is(at.wrapping_sub(1), "between"),
        "over the units" => {
            line.is_any(at.wrapping_sub(1), &["over", "through", "throughout", "down", "across"])
        }
        // "two years and six months later": later by six months
        "units and units" => !line.is_any(found.end, &["ago", "later", "earlier"]),
        "some time" => {
            line.is_any(at.wrapping_sub(1), &["for", "in", "within", "after", "over", "during"])
                && !line.is_any(found.end, &["ago", "of", "before", "later"])
        }
        // "three-quarters of them" is a share
        "number of units" if line.is(found.end - 1, "quarters") && line.is(found.end - 2, "-") => false,
        "number of units" => {
            // "the 1988 quarter" is that year's
            !(line.tokens[at].shape == Shape::Digits
                && line.word(at).len() == 4
                && found.end == at + 2
                && !line.word(at + 1).ends_with('s'))
        }
        "daily" if line.is_any(at, &["annual", "quarterly", "yearly"]) => {
            // "annual profit", "the quarterly dividend": a kind, not a recurrence
            !line.tokens.get(found.end).is_some_and(|t| t.shape == Shape::Lower)
                || line.is_any(
                    found.end,
                    &["and", "or", "in", "by", "at", "for", "on", "to", "from", "since", "as"],
                )
        }
        "daily" => {
            // a paper's name: "Daily Mail"
            !(line.tokens[at].shape == Shape::Capital
                && at > 0
                && line.tokens.get(found.end).is_some_and(|t| t.shape == Shape::Capital))
        }
        "that evening" => {
            let named = line.is(at, "that") || line.is(at + 1, "same");
            let noun = line.tokens.get(found.end).is_some_and(|t| t.shape == Shape::Lower)
                && !is_function_word(line, found.end);
            named || !noun && (at == 0 || line.is_any(at - 1, &["in", "during", "by"]))
        }
        // "the third-quarter loss": the article is the loss's
        "quarter" | "half" | "century"
            if line.is(at, "the")
                && (at + 1..found.end)
                    .any(|i| line.is(i, "-") && line.is_any(i + 1, &["quarter", "half", "century"])) =>
        {
            false
        }
        "half" => {
            // "the first half of the loaf"
            found.end > at + 2 && line.is(found.end - 2, "of")
                || line.is(found.end - 2, "-") && line.is_any(found.end, EARNED)
                || line.is(found.end, "of") && line.is(found.end + 2, "year")
        }
        // "the last days of the war" are its own; "the last years" are the ones just gone
        "recent units" if line.is(found.end, "of") => !line.is_any(at, &["last"]) && !line.is(at + 1, "last"),
        "the first units" if line.is(at, "last") || line.is(at + 1, "last") => line.is(found.end, "of"),
        // "the end of May the Second Squadron sailed"
        "month day" if line.capital(found.end - 1) && line.capital(found.end) => false,
        // "on 5 May 20000 men": a count, as "20,000" always is
        "no such year" => {
            !line.word(found.end - 1).contains(',')
                && !line.tokens.get(found.end).is_some_and(|t| t.shape == Shape::Lower)
                || line.is(found.end - 2, "year")
                || is_function_word(line, found.end)
        }
        "numeric day and month in prose" => {
            let opened = line.is_any(
                at.wrapping_sub(1),
                &[
                    "on", "by", "until", "till", "from", "since", "before", "after", "dated", "due", "of",
                    "the", "to",
                ],
            );
            let weekday = line.tokens[at].shape != Shape::Digits;
            let (first, second) = (line.word(found.end - 3), line.word(found.end - 1));
            let dated = first.len() == 2 && second.len() == 2 && (first < "13" || second < "13");
            (opened || weekday)
                && dated
                && (weekday || first.starts_with('0') || second.starts_with('0') || first > "12")
                && !line.is(found.end, "of")
        }
        "numeric day and month with year" | "month day" | "day month" | "month year" => {
            !line.is_any(at.wrapping_sub(1), year::NAMED) || line.tokens[at].shape != Shape::Digits
        }
        // what a longer rule has refused: "52 years old", "six-year-old girl"
        "unit-long" if line.is(at.wrapping_sub(1), "-") => false,
        "units" if line.is_any(found.end, &["old"]) => false,
        "short year"
            if line.capital(found.end)
                && line.reading(found.end, |r| matches!(r, Reading::Units(_)).then_some(())).is_some() =>
        {
            false
        }
        // "the minutes were read": a meeting's record
        "units" if line.is(found.end - 1, "minutes") && is_record(line, at, found.end) => false,
        "units" => {
            !line.is_any(at.wrapping_sub(1), &["office", "business", "school", "working"])
                && line.tokens[at].shape != Shape::Capital
                || at == 0
        }
        _ => true,
    }
}

/// Words that cannot be the noun behind an adjective, nor stand before one.
pub(super) fn is_function_word(line: &Line<'_>, at: usize) -> bool {
    const WORDS: &[&str] = &[
        "and", "or", "but", "who", "whose", "whom", "that", "which", "as", "than", "if", "when", "while",
        "is", "was", "has", "had", "will", "would", "can", "could", "may", "might", "did", "does", "said",
        "says", "told", "of", "in", "on", "at", "by", "for", "from", "with", "to", "into", "after", "before",
        "under", "over", "about", "against", "during", "until", "since", "not", "never", "also", "he", "she",
        "it", "they", "we", "you", "the", "a", "an", "his", "her", "their", "its", "this", "these", "now",
        "were", "been", "being", "are", "be", "where", "because", "both", "through", "upon", "near", "all",
        "there", "without", "within", "against", "across", "along",
    ];
    line.is_any(at, WORDS)
}

/// Whether an amount stands shortly before, in the same clause.
fn is_rate(line: &Line<'_>, at: usize) -> bool {
    let amount = |i: usize| {
        line.tokens[i].shape == Shape::Digits
            || line
                .reading(i, |r| matches!(r, Reading::Number(_) | Reading::Magnitude(_)).then_some(()))
                .is_some()
    };
    (at.saturating_sub(3)..at)
        .rev()
        .take_while(|i| {
            (line.tokens[*i].shape != Shape::Mark || line.is(*i, "%")) && !is_function_word(line, *i)
        })
        .any(amount)
}

/// "Minutes of the board", "the minutes were read".
fn is_record(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = at.wrapping_sub(1);
    let counted =
        line.is_any(end, &["before", "after", "later", "that", "when", "leading", "following", "of"]);
    line.is(end, "of") && (at == 0 || line.is_any(before, &["the", "in", "draft"]))
        || line.is_any(before, &["the", "board", "meeting", "committee", "draft"]) && !counted
}

/// "USA Today", "This Week" between quotation marks: what is counted from now, with capitals that only a
/// name gives it.
fn is_title(line: &Line<'_>, at: usize, found: &Match) -> bool {
    if !matches!(found.timex.value, TimexValue::Relative(Offset { from: From::Now, .. })) || at == 0 {
        return false;
    }
    let capitals = (at..found.end).all(|i| line.capital(i));
    let named = line.capital(at - 1) && line.readings[at - 1].is_empty() && line.tokens[at].spaced;
    let quoted = found.end > at + 1 && matches!(line.word(at - 1), "\"" | "“" | "``");
    // a headline gives a capital to every word
    let prose = line.tokens.iter().any(|t| t.shape == Shape::Lower && t.span.len() > 4);
    capitals && (named || quoted) && prose && !line.message
}

/// "Mondays"; not "Tues".
fn is_plural_weekday(line: &Line<'_>, at: usize) -> bool {
    line.word(at).to_ascii_lowercase().ends_with("days")
}

fn in_age(line: &Line<'_>, at: usize) -> bool {
    // "in his 80s", "in her early 70s": an age
    (1..=2).any(|back| {
        at.checked_sub(back).is_some_and(|b| line.is_any(b, &["his", "her", "their", "my", "your"]))
    })
}

fn month_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    let word = line.word(at);
    let doubtful = ["may", "march", "august", "april", "june"].iter().any(|w| word.eq_ignore_ascii_case(w));
    if !doubtful {
        return true;
    }
    let cue = at > 0
        && line.is_any(
            at - 1,
            &[
                "in",
                "since",
                "last",
                "next",
                "this",
                "of",
                "by",
                "until",
                "till",
                "early",
                "late",
                "mid",
                "from",
                "to",
                "during",
                "and",
                "through",
                "every",
                "each",
                "for",
                "before",
                "after",
                "-",
                "between",
                "end",
                "throughout",
                "(",
            ],
        );
    // "April Jones", "Theresa May", "May I": a name or the verb
    let next = line.tokens.get(end);
    let name_after = next.is_some_and(|t| t.shape == Shape::Capital)
        && line.readings.get(end).is_some_and(|r| r.is_empty());
    // "A. May"
    let initial = at > 0 && line.word(at - 1).len() == 2 && line.word(at - 1).ends_with('.');
    let name_before = at > 0
        && !cue
        && line.tokens[at - 1].shape == Shape::Capital
        && (line.readings[at - 1].is_empty() || initial)
        && !line.is_any(
            at - 1,
            &[
                "in", "since", "by", "until", "from", "during", "last", "next", "this", "late", "early",
                "on", "for", "after", "before", "the", "a", "an", "that", "every", "each", "mid",
            ],
        );
    let modal = word.eq_ignore_ascii_case("may") && line.is_any(end, AFTER_MODAL) && !cue;
    // "March on": the order; "the March for Peace": the demonstration; but "the coldest March on record"
    let verb = word.eq_ignore_ascii_case("march")
        && !cue
        && (at == 0
            || line.is_any(end, &["on", "for", "against", "of", "to", "through"])
                && !line.word(at - 1).ends_with("est"));
    // "May was cold": no verb stands behind another
    let subject = line.is_any(
        end,
        &["was", "is", "has", "had", "saw", "brought", "brings", "began", "ended", "came", "marked", "marks"],
    );
    !name_after
        && !name_before
        && !modal
        && (!verb || subject)
        && (cue || at > 0 || subject || line.is_any(end, &[","]))
}

fn season_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    let season = end - 1;
    let article = end > at + 1;
    let before = at.checked_sub(1);
    let cue = before.is_some_and(|b| {
        line.is_any(
            b,
            &[
                "in",
                "by",
                "until",
                "since",
                "of",
                "early",
                "late",
                "mid",
                "during",
                "that",
                "-",
                "through",
                "throughout",
                "and",
            ],
        )
    });
    // "fall" and "spring" are verbs and nouns of their own
    let doubtful = line.is_any(season, &["fall", "spring"]);
    let noun = line.tokens.get(end).is_some_and(|t| t.shape == Shape::Lower)
        && !line.is_any(
            end,
            &[
                "and", "or", "of", "when", "as", "to", "but", "he", "she", "they", "it", "we", "the", "at",
                "in", "on", "after", "before", "with", "by", "was", "had", "that", "for", "because",
            ],
        );
    if doubtful {
        cue && (article || !line.is_any(season + 1, &["in", "of"])) && !noun
    } else {
        (cue || article) && !noun
    }
}

fn present_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    match line.word(end - 1).to_ascii_lowercase().as_str() {
        // the adjective and the verb
        "present" => {
            line.is(at, "the")
                && !line.tokens.get(end).is_some_and(|t| {
                    t.shape == Shape::Lower && !line.is_any(end, &["and", "or", "but", "is", "as"])
                })
                || at > 0 && line.is(at - 1, "at")
        }
        // "the current was strong": water
        "current" => {
            line.tokens.get(end).is_some_and(|t| t.shape != Shape::Mark)
                && !line.is_any(end, &["was", "is", "of", "and", "in", "had", "has", "that", "which"])
        }
        "time" => {
            at > 0 && line.is_any(at - 1, &["at", "by"]) || line.is(at, "present") || line.is(at, "the")
        }
        "moment" => at > 0 && line.is_any(at - 1, &["at", "for", "until"]),
        _ => true,
    }
}

fn unit_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    // "a second term", "a minute amount", "a quarter of", "one day" in a tale
    let unit = end - 1;
    if line.is_any(unit, &["second", "minute", "quarter"]) {
        return line.is_any(at, &["one"]) || line.is_any(end, &[".", ","]);
    }
    // "$5 a year", "three a day": a rate, still a length of time
    true
}
