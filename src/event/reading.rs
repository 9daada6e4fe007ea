//! A sentence on its way to events: its clauses, which of them tell one thing, who says so.

use super::clause::{Clauses, Kind, Line};
use super::nominal;
use super::time::Time;
use super::words::Class;
use super::{Dating, Status};
use crate::document::PartKind;
use crate::span::Span;
use std::ops::Range;

/// A date of a sentence: its tokens, and what it dates.
pub(super) struct Placed {
    /// Index into the document's dates.
    pub(super) index: usize,
    pub(super) tokens: Range<usize>,
    pub(super) clause: usize,
    /// The noun phrase it belongs to, where that is what it dates.
    pub(super) phrase: Option<Range<usize>>,
    pub(super) time: Time,
}

/// One sentence on its way to events.
pub(super) struct Reading<'t> {
    pub(super) number: usize,
    pub(super) span: Span,
    pub(super) part: PartKind,
    pub(super) clauses: Clauses<'t>,
    pub(super) dates: Vec<Placed>,
    /// The clause that stands for each clause: those that tell one thing share it.
    pub(super) unit: Vec<usize>,
    /// Noun phrases with dates of their own, as tokens.
    pub(super) phrases: Vec<Range<usize>>,
    /// The first token that tells something: behind a number in a list, an entry's date, who writes.
    pub(super) opening: usize,
}

impl Reading<'_> {
    pub(super) fn line(&self) -> Line<'_> {
        self.clauses.line
    }

    /// Whether a token is told with the unit: in its clauses, not in a report about it, not in a dated phrase.
    pub(super) fn is_of(&self, unit: usize, at: usize) -> bool {
        let Some(&owner) = self.clauses.owner.get(at) else { return false };
        self.unit[owner] == unit
    }

    /// Whether one clause is above another, which hangs on it.
    pub(super) fn is_above(&self, one: usize, other: usize) -> bool {
        let all = &self.clauses.all;
        let mut at = other;
        while at != one && all[at].parent != at {
            at = all[at].parent;
        }
        at == one
    }

    /// Whether a token is part of what is said by the clause that says it.
    pub(super) fn is_said(&self, saying: usize, at: usize) -> bool {
        let all = &self.clauses.all;
        if all[saying].kind == Kind::Report {
            return self.clauses.owner[at] != saying;
        }
        let mut clause = self.clauses.owner[at];
        while clause != saying && all[clause].parent != clause {
            if all[clause].kind == Kind::Content {
                return true;
            }
            clause = all[clause].parent;
        }
        false
    }

    pub(super) fn tokens(&self, unit: usize, reports: bool) -> Vec<usize> {
        (0..self.line().len())
            .filter(|at| self.is_of(unit, *at))
            .filter(|at| reports || self.clauses.all[self.clauses.owner[*at]].kind != Kind::Report)
            .collect()
    }
}

/// What is known of an event before it is written.
pub(super) struct Draft {
    /// The tokens that tell it.
    pub(super) tokens: Vec<usize>,
    pub(super) clause: usize,
    pub(super) time: Time,
    pub(super) date: Option<usize>,
    pub(super) dating: Dating,
    pub(super) reporting: bool,
    pub(super) status: Status,
    /// Whether the event is a noun phrase.
    pub(super) phrase: bool,
    pub(super) source: Option<Span>,
    pub(super) inferred: bool,
}

/// The tokens of what a clause without a subject of its own is about: "the militants, who overran the city",
/// "the city, captured in 2014", "the rebels attacked and took the town".
pub(super) fn subject(reading: &Reading<'_>, clause: usize) -> Vec<usize> {
    let clauses = &reading.clauses;
    let line = clauses.line;
    let told = &clauses.all[clause];
    let date = |at: usize| reading.dates.iter().any(|d| d.tokens.contains(&at));
    match told.kind {
        Kind::Relative if line.is(told.marker, &["where", "when", "whose", "whom"]) => Vec::new(),
        Kind::Relative if told.verb.is_none_or(|verb| verb <= told.marker + 2) => before(line, told.marker),
        Kind::Participle => before(line, told.marker),
        // "in May she sailed to Oslo, and in June to Bergen": whose verb goes for both
        Kind::Coordinate if told.verb.is_none() => {
            let verb = clauses.all[told.parent].verb.map(|verb| clauses.main_verb(verb));
            clauses
                .tokens_of(told.parent)
                .filter(|at| verb.is_some_and(|v| *at <= v) && !date(*at) && !line.is_mark(*at))
                .skip_while(|at| line.is_preposition(*at) || line.is(*at, &["and", "but", "that"]))
                .collect()
        }
        Kind::Conjunct => {
            let head = &clauses.all[told.parent];
            if head.kind == Kind::Conjunct || head.kind == Kind::Relative {
                return subject(reading, told.parent);
            }
            let verb = head.verb.unwrap_or_default();
            clauses
                .tokens_of(told.parent)
                .filter(|at| *at < verb && !date(*at) && (!line.is_mark(*at)))
                .skip_while(|at| line.is_preposition(*at) || line.is(*at, &["and", "but", "that"]))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The noun phrase that ends before the token `at`, a comma or preposition between.
pub(super) fn before(line: Line<'_>, at: usize) -> Vec<usize> {
    let mut last = at;
    while last > 0 && (line.is_mark(last - 1) || line.is_preposition(last - 1)) {
        last -= 1;
    }
    let mut first = last;
    while first > 0
        && last - first < 6
        && !line.is_mark(first - 1)
        && !line.is_preposition(first - 1)
        && !line.is_finite(first - 1)
    {
        first -= 1;
        if line.is_determiner(first) {
            break;
        }
    }
    (first..last).collect()
}

/// The clause that stands for each clause: what tells one thing together shares it.
pub(super) fn units(reading: &Reading<'_>) -> Vec<usize> {
    let clauses = &reading.clauses;
    let line = clauses.line;
    let mut dated: Vec<bool> = (0..clauses.all.len())
        .map(|clause| reading.dates.iter().any(|d| d.clause == clause && d.phrase.is_none()))
        .collect();
    let mut unit: Vec<usize> = (0..clauses.all.len()).collect();
    for at in 1..clauses.all.len() {
        let clause = &clauses.all[at];
        let parent = unit[clause.parent];
        let both = dated[at] && dated[parent];
        let joins = match clause.kind {
            Kind::Conjunct => !both,
            Kind::Participle => {
                let going = clause.verb.is_some_and(|verb| line.word(verb).ends_with("ing"));
                if going { !both } else { !dated[at] }
            }
            Kind::Beside => {
                let verb = line.word(clause.marker + 1);
                let aside = line.is(clause.marker, &["while", "whereas", "although", "though", "because"]);
                !both && (!aside || line.is(clause.marker, &["while"]) && verb.ends_with("ing"))
            }
            // the saying's date is not that of what was said, unless nothing else dates it
            Kind::Content => dated[parent] && !dated[at] && clauses.reports(clause.parent),
            // "the earthquake that struck the town on Monday killed …"
            Kind::Relative => {
                let noun = clause.marker.checked_sub(1).map(|at| nominal::names_event(clauses, at));
                dated[at] && !dated[parent] && noun.is_some_and(|class| class != Class::Other)
            }
            Kind::Report => !dated[parent] || !dated[at],
            _ => false,
        };
        if joins {
            unit[at] = parent;
            dated[parent] |= dated[at];
        }
    }
    unit
}

/// Who says what a unit tells: the subject of the saying.
pub(super) fn source(reading: &Reading<'_>, unit: usize) -> Option<Span> {
    let clauses = &reading.clauses;
    let tail = clauses.all.iter().position(|c| c.kind == Kind::Report && (c.parent == unit || c.parent == 0));
    let saying = tail.or_else(|| {
        let clause = &clauses.all[unit];
        match clause.kind {
            Kind::Content => Some(clause.parent),
            _ => clauses.reports(unit).then_some(unit),
        }
    })?;
    let line = clauses.line;
    let clause = &clauses.all[saying];
    let verb = clause.verb?;
    let date = |at: usize| reading.dates.iter().any(|d| d.tokens.contains(&at));
    let own = |at: &usize| clauses.owner.get(*at) == Some(&saying) && !line.is_mark(*at) && !date(*at);
    let (first, last) = if line.is(verb, &["according"]) {
        (verb + 2, (verb + 2..line.len()).find(|at| line.is_mark(*at)).unwrap_or(line.len()))
    } else {
        let before: Vec<usize> = (clause.marker..verb).filter(own).collect();
        match (before.first(), before.last()) {
            (Some(first), Some(last)) => (*first, last + 1),
            // "said Ng"
            _ => (
                verb + 1,
                (verb + 1..line.len()).find(|at| line.is_mark(*at) || date(*at)).unwrap_or(line.len()),
            ),
        }
    };
    let mut last = last;
    while last > first + 1
        && line.is(last - 1, &["on", "in", "at", "late", "early", "has", "had", "have", "also"])
    {
        last -= 1;
    }
    let mut first = first;
    while first + 1 < last && line.is(first, &["on", "in", "at", "but", "and"]) {
        first += 1;
    }
    (last > first).then(|| line.span(first, last))
}
