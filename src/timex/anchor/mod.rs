//! The publication day of a document: stated, set by the user, or inferred from all the clues.
//!
//! 1. What the user or the caller decided wins.
//! 2. What the document states wins next: a labelled header line, a byline or dateline with a full date,
//!    a letter's date line ([`stated`]).
//! 3. Else every dated mention is a clue ([`clues`]) that weighs the possible days, and the documents
//!    of a file weigh each other's by their order ([`chain`]). The answer carries all candidates with
//!    their shares; below [`ANSWER`] and [`NEAR`] it is an honest "unknown".
//!
//! A narrative is not inferred: it counts from the dates it tells, not from its publication.

mod chain;
mod clues;
mod stated;

use super::{Day, Interval, Mention, Timex};
use crate::document::{Document, PartKind, TextKind};
use crate::ingest::Source;
use crate::span::Span;
use chain::{Order, Weighted};
use clues::{Clue, Said};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The smallest share with which a day is taken as the publication day.
pub const ANSWER: f32 = 0.3;
/// Below it, a day is still taken, as approximate, where the days within a week of it hold this share
/// together: what needs a year or a month only is then right whichever of them it is.
pub const NEAR: f32 = 0.5;
/// Candidates shown.
const SHOWN: usize = 8;
/// Possible days kept for each document, heaviest first.
const KEPT: usize = 40;
/// Days before and after a day told in full that are possible publication days.
const BEFORE: i32 = 1;
const AFTER: i32 = 45;
/// A document without a full date of its own takes its possible days from neighbours so far away, in
/// documents, and from so many days around theirs.
const NEIGHBOURS: usize = 8;
const AROUND: i32 = 10;
/// Chance that none of the possible days is right: when a picture, headline or dateline gives the day,
/// and when only the text tells of days, which may all be long past.
const STRANGER: [f32; 2] = [0.05, 0.4];

/// The day a document's relative dates are counted from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Anchor {
    /// The day, or the bounds it lies in; `None` when the clues do not decide.
    pub date: Option<Interval>,
    /// How it is known.
    pub how: AnchorSource,
    /// Candidate days, heaviest first; the weights sum to 1 at most. Empty for a stated date.
    pub candidates: Vec<Candidate>,
    /// What speaks for it, strongest first.
    pub evidence: Vec<Evidence>,
}

/// One possible publication day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// The day.
    pub day: Day,
    /// Its share of the weight of all days, 0 to 1.
    pub weight: f32,
}

/// How a publication day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnchorSource {
    /// The document says it.
    Stated,
    /// The file's name says it.
    FileDate,
    /// The user or the caller set it.
    User,
    /// From the clues; see the candidates and the evidence.
    Inferred,
    /// Nothing decides.
    Unknown,
}

/// One clue to a publication day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The words, in the file's text; `None` for what is not in the text (file name, neighbours).
    pub span: Option<Span>,
    /// One line that says what follows from them.
    pub reason: String,
}

/// One document of a bundle, as far as [`infer`] needs it.
#[derive(Debug, Clone, Copy)]
pub struct Clues<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its dates, unresolved.
    pub mentions: &'a [Mention<Timex>],
    /// What kind of text it is.
    pub kind: TextKind,
    /// The day the user or the caller set; wins over everything.
    pub decided: Option<Day>,
}

/// Finds the publication day of every document of one file, all clues together.
#[must_use]
pub fn infer(text: &str, source: &Source, bundle: &[Clues<'_>]) -> Vec<Anchor> {
    let named = stated::in_file_name(&source.name);
    let known: Vec<Option<Anchor>> =
        bundle.iter().map(|clues| decided(clues).or_else(|| stated::find(text, clues))).collect();
    let found: Vec<Vec<Clue>> = bundle
        .iter()
        .zip(&known)
        .map(|(clues, known)| {
            let silent = known.is_some() || clues.kind == TextKind::Narrative;
            if silent { Vec::new() } else { clues_of(text, clues) }
        })
        .collect();
    let seeds: Vec<Vec<Day>> =
        known.iter().zip(&found).map(|(known, clues)| seeds(known.as_ref(), clues)).collect();
    let possible: Vec<Vec<Weighted>> = (0..bundle.len())
        .map(|at| {
            if let Some(day) = known[at].as_ref().and_then(|a| a.date) {
                return vec![(day.earliest, 0.0)];
            }
            if found[at].is_empty() {
                return Vec::new();
            }
            weighed(&found[at], &days_for(at, &seeds, named), named)
        })
        .collect();
    let (order, shares) = chain::solve(&possible);
    known
        .into_iter()
        .enumerate()
        .map(|(at, known)| {
            known
                .or_else(|| file_date(named, bundle.len(), bundle[at].kind))
                .unwrap_or_else(|| answer(&found[at], &possible[at], &shares[at], order, bundle.len()))
        })
        .collect()
}

fn decided(clues: &Clues<'_>) -> Option<Anchor> {
    clues.decided.map(|day| Anchor {
        date: Some(Interval::day(day)),
        how: AnchorSource::User,
        candidates: Vec::new(),
        evidence: Vec::new(),
    })
}

/// A file of one document that carries a day in its name is that day's.
fn file_date(named: Option<Interval>, documents: usize, kind: TextKind) -> Option<Anchor> {
    let day = named.filter(|n| n.earliest == n.latest && documents == 1 && kind == TextKind::News)?;
    Some(Anchor {
        date: Some(day),
        how: AnchorSource::FileDate,
        candidates: Vec::new(),
        evidence: vec![Evidence { span: None, reason: "The file's name carries this day.".to_owned() }],
    })
}

fn clues_of(text: &str, clues: &Clues<'_>) -> Vec<Clue> {
    let document = clues.document;
    let lead = document.sentences.iter().find(|s| document.part_of(s) == PartKind::Body).map(|s| s.span);
    let mut found: Vec<Clue> = clues
        .mentions
        .iter()
        .filter_map(|mention| {
            let at = document.sentences.partition_point(|s| s.span.end() <= mention.span.start());
            let sentence = document.sentences.get(at)?;
            let part = document.part_of(sentence);
            if matches!(part, PartKind::Credits | PartKind::Correction) {
                return None;
            }
            Some(Clue {
                span: mention.span,
                said: stated::said(&mention.value)?,
                part,
                lead: lead.is_some_and(|l| l.contains(mention.span)),
                coming: stated::coming(text, document, sentence, mention.span),
                aside: false,
                latest: false,
            })
        })
        .collect();
    let led = found.iter().any(|c| c.lead && matches!(c.said, Said::Weekday(_)));
    for clue in &mut found {
        clue.aside = !led && matches!(clue.said, Said::Weekday(_));
    }
    mark_latest(&mut found);
    month_beside_this_month(&mut found);
    found
}

/// Marks the latest day told as past: only that one draws the publication near.
fn mark_latest(clues: &mut [Clue]) {
    let reference = clues.iter().filter_map(full).max();
    let day_of = |clue: &Clue| match clue.said {
        Said::Full(day) => Some(day),
        Said::MonthDay { month, day, .. } => clues::nearest(reference?, month, day),
        Said::Weekday(_) | Said::ThisMonth { .. } => None,
    };
    let latest = clues.iter().filter(|c| !c.coming).filter_map(day_of).max();
    let marks: Vec<bool> = clues
        .iter()
        .map(|c| match (day_of(c), latest) {
            (Some(day), Some(latest)) => day == latest,
            // without any year the last one told stands for the latest
            _ => matches!(c.said, Said::MonthDay { .. }),
        })
        .collect();
    for (clue, mark) in clues.iter_mut().zip(marks) {
        clue.latest = mark;
    }
}

/// "This month" says something only beside a month that is named: the latest named day's.
fn month_beside_this_month(clues: &mut Vec<Clue>) {
    let month = clues.iter().find(|c| c.latest && !c.coming).and_then(|c| match c.said {
        Said::Full(day) => Some(day.date().month()),
        Said::MonthDay { month, .. } => Some(month),
        Said::Weekday(_) | Said::ThisMonth { .. } => None,
    });
    clues.retain_mut(|clue| match (&mut clue.said, month) {
        (Said::ThisMonth { month: slot }, Some(month)) => {
            *slot = month;
            true
        }
        (Said::ThisMonth { .. }, None) => false,
        _ => true,
    });
}

fn full(clue: &Clue) -> Option<Day> {
    match clue.said {
        Said::Full(day) if !clue.coming => Some(day),
        _ => None,
    }
}

/// The days around which a document can have been published: its known day, or the latest days it tells.
fn seeds(known: Option<&Anchor>, clues: &[Clue]) -> Vec<Day> {
    if let Some(date) = known.and_then(|anchor| anchor.date) {
        return vec![date.earliest];
    }
    let pictured = |c: &&Clue| c.latest || matches!(c.part, PartKind::Caption | PartKind::Headline);
    clues.iter().filter(pictured).filter_map(full).collect()
}

/// The possible days of document `at`: around its own seeds, else its neighbours', else the file name's.
fn days_for(at: usize, seeds: &[Vec<Day>], named: Option<Interval>) -> BTreeSet<Day> {
    let mut days = BTreeSet::new();
    for seed in &seeds[at] {
        days.extend((-BEFORE..=AFTER).map(|step| seed.plus(step)));
    }
    if seeds[at].is_empty() || seeds.len() > 1 {
        let near = at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS + 1).min(seeds.len());
        for seed in seeds[near].iter().flatten() {
            days.extend((-AROUND..=AROUND).map(|step| seed.plus(step)));
        }
    }
    if let Some(named) = named {
        // a name may carry a whole year: a month's days are as many as say anything
        let last = named.latest.number().min(named.earliest.number() + 31);
        days.extend((named.earliest.number()..=last).map(Day::from_number));
    }
    days
}

/// The heaviest possible days with their log-weights, by day.
fn weighed(clues: &[Clue], days: &BTreeSet<Day>, named: Option<Interval>) -> Vec<Weighted> {
    let outside = |day: Day| named.is_some_and(|n| day < n.earliest || day > n.latest);
    let mut all: Vec<Weighted> = days
        .iter()
        .map(|day| {
            let own: f32 = once_each(clues).map(|clue| clue.weight(*day)).sum();
            (*day, own - if outside(*day) { 2.0 } else { 0.0 })
        })
        .collect();
    all.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    all.truncate(KEPT);
    all.sort_unstable_by_key(|(day, _)| *day);
    all
}

/// Every clue, the same thing said again left out: ten "on Tuesday" are one hint, not ten.
fn once_each(clues: &[Clue]) -> impl Iterator<Item = &Clue> {
    clues
        .iter()
        .enumerate()
        .filter(|(at, clue)| {
            !clues[..*at]
                .iter()
                .any(|c| c.said == clue.said && (c.part == clue.part || c.lead) && c.coming == clue.coming)
        })
        .map(|(_, clue)| clue)
}

fn answer(clues: &[Clue], possible: &[Weighted], shares: &[f32], order: Order, documents: usize) -> Anchor {
    let pictured = clues.iter().any(|c| {
        full(c).is_some() && matches!(c.part, PartKind::Caption | PartKind::Headline | PartKind::Dateline)
    });
    let chained = documents > 2 && order != Order::Mixed;
    let known = 1.0 - STRANGER[usize::from(!(pictured || chained))];
    let mut candidates: Vec<Candidate> = possible
        .iter()
        .zip(shares)
        .map(|((day, _), share)| Candidate { day: *day, weight: share * known })
        .collect();
    candidates.sort_unstable_by(|a, b| b.weight.total_cmp(&a.weight).then(a.day.cmp(&b.day)));
    candidates.truncate(SHOWN);
    let Some(top) = candidates.first().copied() else {
        return Anchor { date: None, how: AnchorSource::Unknown, candidates, evidence: Vec::new() };
    };
    let sure = top.weight >= ANSWER;
    let near = |c: &&Candidate| (c.day.number() - top.day.number()).abs() < 7;
    let decides = sure || candidates.iter().filter(near).map(|c| c.weight).sum::<f32>() >= NEAR;
    Anchor {
        date: decides.then(|| Interval { approximate: !sure, ..Interval::day(top.day) }),
        how: if decides { AnchorSource::Inferred } else { AnchorSource::Unknown },
        evidence: evidence(clues, possible, top.day, order, chained),
        candidates,
    }
}

/// What speaks for `day`: the clues that weigh it above the average possible day, strongest first.
fn evidence(clues: &[Clue], possible: &[Weighted], day: Day, order: Order, chained: bool) -> Vec<Evidence> {
    let mean = |clue: &Clue| {
        possible.iter().map(|(day, _)| clue.weight(*day)).sum::<f32>() / possible.len().max(1) as f32
    };
    let mut speaking: Vec<(f32, &Clue)> = once_each(clues)
        .map(|clue| (clue.weight(day) - mean(clue), clue))
        .filter(|(lift, _)| *lift > 0.2)
        .collect();
    speaking.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.span.cmp(&b.1.span)));
    let mut lines: Vec<Evidence> = speaking
        .iter()
        .take(5)
        .map(|(_, clue)| Evidence { span: Some(clue.span), reason: clue.reason(day) })
        .collect();
    if chained {
        let reason = match order {
            Order::NewestFirst => {
                "the file's documents stand newest first, and its neighbours are dated near it"
            }
            _ => "the file's documents stand oldest first, and its neighbours are dated near it",
        };
        lines.push(Evidence { span: None, reason: reason.to_owned() });
    }
    lines
}
