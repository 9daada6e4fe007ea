//! Stretches told by their two ends, and lists that share a month or a year: "11-12 April", "1914–18",
//! "from March to May 1848", "between 2010 and 2012", "in August and September 1956".
//!
//! Each end is a mention of its own. What only the last one says holds for those before it, and the first
//! end of a stretch is marked ([`Timex::through`]), so that its bounds reach to the last.

use super::pattern::Line;
use super::value::{PartialDate, Recurrence, TimexKind, TimexValue, Years};
use super::{Mention, Timex};
use crate::document::Shape;

/// The words that join two dates.
pub(super) struct Joins {
    /// From one to the other.
    pub(super) through: &'static [&'static str],
    /// One and the other; from one to the other behind a word of `between`.
    pub(super) and: &'static [&'static str],
    /// What opens a pair joined by "and" that is a stretch.
    pub(super) between: &'static [&'static str],
    /// Words between the join and the second date.
    pub(super) passed: &'static [&'static str],
    /// Words before a time of day.
    pub(super) hour: &'static [&'static str],
}

/// Marks that join two dates from one to the other, in any language.
const DASHES: &[&str] = &["-", "–", "—", "/"];

/// A match that says two days of one month is cut at what joins them: the token of the join.
pub(super) fn cut(line: &Line<'_>, first: usize, end: usize, timex: &Timex) -> Option<usize> {
    let TimexValue::Calendar(PartialDate { until: Some(_), .. }) = timex.value else { return None };
    let joins = &line.grammar.joins;
    (first + 1..end).find(|&at| {
        let joined =
            DASHES.contains(&line.word(at)) || line.is_any(at, joins.through) || line.is_any(at, joins.and);
        joined && !matches!(line.tokens[at - 1].shape, Shape::Mark) && at + 1 < end
    })
}

/// The two days of a match that was cut.
pub(super) fn ends(timex: &Timex) -> (Timex, Timex) {
    let TimexValue::Calendar(date) = timex.value else { return (*timex, *timex) };
    let with =
        |day| Timex { value: TimexValue::Calendar(PartialDate { day, until: None, ..date }), ..*timex };
    let mut last = with(date.until);
    // "the night of 3–4 May": the night is told with the first
    if let TimexValue::Calendar(date @ PartialDate { time: Some(_), .. }) = last.value {
        last.value = TimexValue::Calendar(PartialDate { time: None, ..date });
        last.kind = TimexKind::Date;
    }
    (with(date.day), last)
}

/// The second year of "1914–18", directly behind the first: the token behind it, and the year.
pub(super) fn second_year(line: &Line<'_>, end: usize, timex: &Timex) -> Option<(usize, Timex)> {
    let TimexValue::Calendar(date) = timex.value else { return None };
    let Some(Years::Year(year)) = date.year.filter(|_| timex.kind == TimexKind::Date) else { return None };
    let bare = PartialDate { year: date.year, ..PartialDate::default() };
    // "1648/9" is one year of the old style, "1939/40" are two
    if date != bare || !matches!(line.word(end), "-" | "–" | "—" | "/") {
        return None;
    }
    let (short, digits) = line.digits(end + 1).filter(|_| !line.tokens[end + 1].spaced)?;
    let second = i32::from(year) / 100 * 100 + short;
    let code =
        line.tokens.get(end + 2).is_some_and(|t| !t.spaced && matches!(line.word(end + 2), "-" | "–" | "/"));
    if digits != 2 || line.tokens[end].spaced || code || second <= i32::from(year) {
        return None;
    }
    let value =
        TimexValue::Calendar(PartialDate { year: Some(Years::Year(i16::try_from(second).ok()?)), ..date });
    Some((end + 2, Timex { value, modifier: None, ..*timex }))
}

/// A day that goes on with a date of the same month: "May 2, 9 and 16", "May 2-3, 9-10". Its token, the
/// token behind it, and its date. A number that counts something ("May 2, 17 people") is none.
pub(super) fn next_day(line: &Line<'_>, end: usize, timex: &Timex) -> Option<(usize, usize, Timex)> {
    const GOES_ON: &[&str] = &[",", "-", "–", "&", "and"];
    let TimexValue::Calendar(date) = timex.value else { return None };
    let last = date.month.and(date.day).filter(|_| date.year.is_none() && date.time.is_none())?;
    if !line.is_any(end, GOES_ON) {
        return None;
    }
    let (day, digits) = line.digits(end + 1)?;
    let day = u8::try_from(day).ok().filter(|day| digits <= 2 && (last + 1..=31).contains(day))?;
    let behind = end + 2;
    let closed = line.tokens.get(behind).is_none_or(|t| t.shape == Shape::Mark)
        && !matches!(line.word(behind), "%" | "/" | ":" | "°" | "'" | "’" | "-" | "–" | "," | "$" | "+");
    let more = line.is_any(behind, GOES_ON) && line.digits(behind + 1).is_some_and(|(_, digits)| digits <= 2);
    let value = TimexValue::Calendar(PartialDate { day: Some(day), weekday: None, ..date });
    (closed || more).then_some((end + 1, behind, Timex { value, modifier: None, ..*timex }))
}

/// Shares years and months inside lists and stretches of one sentence, and marks the first ends of
/// stretches. `places` are the mentions' tokens, first and behind.
pub(super) fn link(line: &Line<'_>, places: &[(usize, usize)], mentions: &mut [Mention<Timex>]) {
    let seconds = 1..mentions.len().min(places.len());
    // with a list's own words alone between them
    let listed = |second: usize| {
        let (begin, end) = (places[second - 1], places[second]);
        joined(line, begin, end.0) == Some(false) && end.0 - begin.1 <= 2
    };
    // "every Monday, Wednesday and Friday": a comma alone joins what goes on as a list
    let follows = |second: usize| {
        let (begin, end) = (places[second - 1], places[second]);
        end.0 == begin.1 + 1 && line.is(begin.1, ",")
    };
    for second in seconds.clone() {
        let mut last = second;
        while follows(last) && last + 1 < seconds.end {
            last += 1;
        }
        if listed(second) || last > second && listed(last) {
            recurring(mentions, second, second - 1);
        }
    }
    for second in seconds.rev() {
        let (begin, end) = (places[second - 1], places[second]);
        let Some(stretch) = joined(line, begin, end.0) else { continue };
        if listed(second) {
            recurring(mentions, second - 1, second);
        }
        let (TimexValue::Calendar(from), TimexValue::Calendar(to)) =
            (mentions[second - 1].value.value, mentions[second].value.value)
        else {
            continue;
        };
        mentions[second - 1].value.value = TimexValue::Calendar(shared(from, to));
        mentions[second - 1].value.through = stretch;
    }
}

/// What recurs on one weekday of a list recurs on its neighbour: "every Tuesday and Thursday", "Monday and
/// Tuesday nights".
fn recurring(mentions: &mut [Mention<Timex>], bare: usize, set: usize) {
    let weekday = |timex: &Timex| match timex.value {
        TimexValue::Calendar(date) => date
            .weekday
            .filter(|&weekday| date == PartialDate { weekday: Some(weekday), ..PartialDate::default() }),
        _ => None,
    };
    let like = |timex: &Timex, weekday| match timex.value {
        TimexValue::Set(Recurrence::Weekday(_)) => Some(Recurrence::Weekday(weekday)),
        TimexValue::Set(Recurrence::PartOfWeekday(_, part)) => Some(Recurrence::PartOfWeekday(weekday, part)),
        _ => None,
    };
    if let Some(recurrence) = weekday(&mentions[bare].value).and_then(|day| like(&mentions[set].value, day)) {
        let timex = &mut mentions[bare].value;
        (timex.kind, timex.value) = (TimexKind::Set, TimexValue::Set(recurrence));
    }
}

/// Whether only a join stands between two mentions; whether it makes a stretch of them.
fn joined(line: &Line<'_>, first: (usize, usize), second: usize) -> Option<bool> {
    let joins = &line.grammar.joins;
    let mut at = first.1;
    // "August, September and October 1956"
    let comma = line.is(at, ",");
    at += usize::from(comma && at + 1 < second);
    let stretch = if DASHES.contains(&line.word(at)) || line.is_any(at, joins.through) {
        at < second
    } else if line.is_any(at, joins.and) {
        let opens = |back: usize| first.0.checked_sub(back).is_some_and(|b| line.is_any(b, joins.between));
        opens(1) || opens(2)
    } else if comma && at == second - 1 {
        return None;
    } else if comma && at == second {
        false
    } else {
        return None;
    };
    at += usize::from(at < second);
    (at..second).all(|at| line.is_any(at, joins.passed)).then_some(stretch)
}

/// What the later date says of the earlier one: its year, and the month of a bare day.
fn shared(from: PartialDate, to: PartialDate) -> PartialDate {
    let mut from = from;
    if from.day.is_some() && from.month.is_none() && from.weekday.is_none() && to.day.is_some() {
        from.month = to.month;
    }
    let within = (from.month.or(to.month).is_some() || from.part.is_some()) && from.year.is_none();
    if let (true, Some(Years::Year(year))) = (within && (to.month.is_some() || to.part.is_some()), to.year) {
        // "from November to February 1905"
        let turns = from.month.zip(to.month).is_some_and(|(a, b)| a > b);
        from.year = Some(Years::Year(if turns { year.saturating_sub(1) } else { year }));
    }
    from
}
