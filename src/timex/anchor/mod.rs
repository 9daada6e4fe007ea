//! The publication day of a document: stated, set by the user, or inferred from all the clues.
//!
//! 1. What the user or the caller decided wins.
//! 2. What the document or its file states wins next ([`stated`]), then the day its file's name carries.
//! 3. Else every dated mention is a clue ([`clues`]) that weighs the possible days ([`weigh`]), and the
//!    documents of a file weigh each other's by their order ([`chain`]); other files may add hints.
//!
//! [`infer`] answers one [`Anchor`] a document. Its `date` is the day to count from: exact where it is
//! [certain](Anchor::certain), marked approximate where it is the likeliest only, `None` where the clues do
//! not decide. Its `candidates` are there whenever the day is inferred or unknown and any day is possible,
//! heaviest first; its `evidence` says why.
//!
//! A narrative and a diary are not inferred: they count from the dates they tell, not from a publication.

mod chain;
mod clues;
mod stated;
mod weigh;

use super::{Day, Grain, Interval, Mention, Timex};
use crate::document::{Document, PartKind, TextKind};
use crate::ingest::{Property, Source};
use crate::span::Span;
use chain::Order;
use clues::{Clue, Said, Scene};
use serde::{Deserialize, Serialize};
use stated::Hint;
use weigh::{OUTSIDE, Weighted, YearsTold};

/// The share from which an inferred day is certain: among the development news at least 95 of 100 such
/// answers are right to the day.
pub const CERTAIN: f32 = 0.9;
/// The smallest share with which a day is taken for a document that stands alone, and in a file of several:
/// there its neighbours hold it so near that an error is one of few days.
pub const ANSWER: [f32; 2] = [0.6, 0.3];
/// Below it, a day is still taken there, as approximate, where the days within a week of it hold this share
/// together: what needs a year or a month only is then right whichever of them it is.
pub const NEAR: f32 = 0.5;
/// Where a dateline gives the day, the share that the days within a week of it hold together.
pub const FILED: f32 = 0.8;
/// Candidates shown.
const SHOWN: usize = 10;
/// Possible days kept for each document, heaviest first.
const KEPT: usize = 24;
/// Days before and after a day told that are possible publication days.
const AROUND_TOLD: [i32; 2] = [-14, 45];
/// Years weighed for days told without a year.
const YEARS: usize = 6;
/// Years tried where no year is told: those of which reports lie about as files.
const ERA: std::ops::Range<i16> = 1970..2030;
/// Days weighed at most.
const WEIGHED: usize = 1_000;
/// Longest stretch, in days, whose days are all possible because a hint names it.
const LONGEST_HINT: i32 = 120;
/// A document without a full date of its own takes its possible days from neighbours so far away, in
/// documents, and from so many days around theirs.
const NEIGHBOURS: usize = 8;
const AROUND: i32 = 10;
/// Chance that none of the possible days is right: when the words count the day from one they name, when a
/// picture, headline or dateline gives it or the file's order does, and when the text only tells of days,
/// which may all be long past.
const STRANGER: [f32; 3] = [0.02, 0.05, 0.1];

/// The day a document's relative dates are counted from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Anchor {
    /// The day, marked approximate where it is likely only; `None` when the clues do not decide.
    pub date: Option<Interval>,
    /// How it is known.
    pub how: AnchorSource,
    /// Candidate days, heaviest first; the weights sum to 1 at most. Empty for a stated date.
    pub candidates: Vec<Candidate>,
    /// What speaks for it, strongest first.
    pub evidence: Vec<Evidence>,
}

impl Anchor {
    /// Whether the day can be relied on: stated, carried by the file's name, set by hand, or inferred with at
    /// least [`CERTAIN`] of the weight.
    #[must_use]
    pub fn certain(&self) -> bool {
        match self.how {
            AnchorSource::Stated | AnchorSource::FileDate | AnchorSource::User => self.date.is_some(),
            AnchorSource::Inferred => self.date.is_some_and(|date| !date.approximate),
            AnchorSource::Unknown => false,
        }
    }
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

/// What other files say of a document's publication day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentHint {
    /// Index of the document in its file.
    pub document: u32,
    /// The days it was probably published in; days outside are possible, and weigh less.
    pub within: Interval,
    /// One line that says why.
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

/// What is known of a file beside its text.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Its name and its modification day.
    pub source: &'a Source,
    /// Its metadata; dates the document of a file that holds one.
    pub properties: &'a [Property],
    /// What other files say of its documents.
    pub hints: &'a [DocumentHint],
}

impl<'a> About<'a> {
    /// A file of which only the name is known.
    #[must_use]
    pub fn named(source: &'a Source) -> Self {
        Self { source, properties: &[], hints: &[] }
    }
}

/// Finds the publication day of every document of one file, all clues together: as many as `bundle`, in the
/// same order. `text` is the file's; the documents' spans point into it.
#[must_use]
pub fn infer(text: &str, about: &About<'_>, bundle: &[Clues<'_>]) -> Vec<Anchor> {
    let source = about.source;
    let named = stated::in_file_name(&source.name);
    let properties = if bundle.len() == 1 { about.properties } else { &[] };
    let known: Vec<Option<Anchor>> = bundle
        .iter()
        .map(|clues| {
            decided(clues)
                .or_else(|| stated::find(text, properties, clues))
                .or_else(|| file_date(named, bundle.len(), clues.kind))
        })
        .collect();
    let read: Vec<Read> = bundle
        .iter()
        .zip(known)
        .enumerate()
        .map(|(at, (clues, known))| {
            let silent =
                known.is_some() || clues.kind == TextKind::Narrative || stated::is_diary(text, clues);
            let scene = if silent { Scene::default() } else { Scene::of(text, clues) };
            let mut hints: Vec<(Hint, f32)> =
                stated::hints(text, properties, clues).into_iter().map(|hint| (hint, OUTSIDE)).collect();
            hints.extend(named.map(|(within, own)| of_name(within, own)));
            let said = about.hints.iter().filter(|hint| hint.document as usize == at);
            hints.extend(said.map(|hint| {
                (Hint { span: None, within: hint.within, reason: hint.reason.clone() }, OUTSIDE)
            }));
            hints.extend(source.modified.as_deref().and_then(Day::from_iso).map(until));
            Read { known, scene, hints }
        })
        .collect();
    let seeds: Vec<Vec<Day>> = read.iter().map(Read::seeds).collect();
    let possible: Vec<Vec<Weighted>> = read
        .iter()
        .enumerate()
        .map(|(at, read)| {
            if let Some(day) = read.known.as_ref().and_then(|a| a.date) {
                return vec![(day.earliest, 0.0)];
            }
            if read.scene.clues.is_empty() {
                return Vec::new();
            }
            read.weighed(&read.days(at, &seeds))
        })
        .collect();
    let (order, shares) = chain::solve(&possible);
    read.into_iter()
        .enumerate()
        .map(|(at, read)| read.answer(&possible[at], &shares[at], order, bundle.len()))
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
fn file_date(named: Option<(Interval, bool)>, documents: usize, kind: TextKind) -> Option<Anchor> {
    let (day, own) = named?;
    let whole = day.earliest == day.latest && own && documents == 1 && kind == TextKind::News;
    whole.then(|| Anchor {
        date: Some(day),
        how: AnchorSource::FileDate,
        candidates: Vec::new(),
        evidence: vec![Evidence { span: None, reason: "The file's name carries this day.".to_owned() }],
    })
}

/// The hint that a file's name gives, or the name of a folder above it.
fn of_name(within: Interval, own: bool) -> (Hint, f32) {
    let whose = if own { "the file's name" } else { "the folder's name" };
    let what = if within.earliest == within.latest { "this day" } else { "this month" };
    (Hint { span: None, within, reason: format!("{whose} carries {what}") }, OUTSIDE / 2.0)
}

/// A text is not written after its file was last changed.
fn until(day: Day) -> (Hint, f32) {
    let within = Interval { earliest: Day::from_number(i32::MIN), ..Interval::day(day) };
    (Hint { span: None, within, reason: "the file was last changed after this day".to_owned() }, OUTSIDE)
}

/// What one document brings to the solution of its file.
struct Read {
    /// Its day, where that is settled.
    known: Option<Anchor>,
    scene: Scene,
    hints: Vec<(Hint, f32)>,
}

impl Read {
    /// The days around which it can have been published: its known day, or the latest days it tells.
    fn seeds(&self) -> Vec<Day> {
        if let Some(date) = self.known.as_ref().and_then(|anchor| anchor.date) {
            return vec![date.earliest];
        }
        let pictured = |c: &&Clue| c.latest || matches!(c.part, PartKind::Caption | PartKind::Headline);
        self.scene.clues.iter().filter(pictured).filter_map(Clue::full).collect()
    }

    /// The possible days of document `at` of its file: around the days it tells, its neighbours' days, and
    /// what its file's name gives.
    fn days(&self, at: usize, seeds: &[Vec<Day>]) -> Vec<Day> {
        let [first, last] = AROUND_TOLD;
        let around = |day: &Day, first: i32, last: i32| (day.plus(first), day.plus(last));
        let mut stretches: Vec<(Day, Day)> = seeds[at].iter().map(|seed| around(seed, first, last)).collect();
        for (hint, _) in &self.hints {
            if hint.within.latest.number() - hint.within.earliest.number() <= LONGEST_HINT {
                stretches.push((hint.within.earliest.plus(first), hint.within.latest.plus(last)));
            }
        }
        if seeds.len() > 1 {
            let near = at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS + 1).min(seeds.len());
            stretches.extend(seeds[near].iter().flatten().map(|seed| around(seed, -AROUND, AROUND)));
        }
        // a day without a year is possible in several
        for year in self.years() {
            for clue in &self.scene.clues {
                let Said::MonthDay { month, day, .. } = clue.said else { continue };
                let Some(told) = Day::from_ymd(year, month, day) else { continue };
                let [first, last] = if clue.part == PartKind::Dateline { [0, 2] } else { [first, last] };
                stretches.push(around(&told, first, last));
            }
        }
        crate::order::sort(&mut stretches);
        let mut days: Vec<Day> = Vec::new();
        for (first, last) in stretches {
            let next = days.last().map_or(first, |known| first.max(known.plus(1)));
            days.extend((next.number()..=last.number()).map(Day::from_number));
        }
        days.truncate(WEIGHED);
        days
    }

    /// The likeliest years by the years told; where none is told, the years in which a day of the month falls
    /// on the weekday that is said with it.
    fn years(&self) -> Vec<i16> {
        if !self.scene.clues.iter().any(|clue| matches!(clue.said, Said::MonthDay { .. })) {
            return Vec::new();
        }
        if let Some(year) = self.scene.clues.iter().find_map(Clue::counted_year) {
            return vec![year];
        }
        let told = YearsTold::of(&self.scene);
        let named = self.hints.iter().map(|(hint, _)| hint.within).find(|within| within.grain == Grain::Year);
        let Some(latest) = told.latest().or(named.map(|within| within.earliest.date().year())) else {
            let Some((month, day, weekday)) = self.scene.weekday_of_day() else { return Vec::new() };
            let falls = |year: &i16| Day::from_ymd(*year, month, day).is_some_and(|d| d.weekday() == weekday);
            return ERA.filter(falls).collect();
        };
        let first = latest.saturating_sub(1);
        let mut years: Vec<(f32, i16)> =
            (first..latest.saturating_add(YEARS as i16 * 2)).map(|year| (told.weight(year), year)).collect();
        crate::order::sort_by(&mut years, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        years.into_iter().take(YEARS).map(|(_, year)| year).collect()
    }

    /// The heaviest possible days with their log-weights, by day.
    fn weighed(&self, days: &[Day]) -> Vec<Weighted> {
        // heaviest first; of two that weigh the same the earlier stands, and the days ascend
        let mut kept: Vec<Weighted> = Vec::with_capacity(KEPT + 1);
        for next in weigh::weigh(&self.scene, &self.hints, days) {
            let at = kept.partition_point(|known| known.1.total_cmp(&next.1).is_ge());
            if at < KEPT {
                kept.truncate(KEPT - 1);
                kept.insert(at, next);
            }
        }
        crate::order::sort_by_key(&mut kept, |(day, _)| *day);
        kept
    }

    fn answer(self, possible: &[Weighted], shares: &[f32], order: Order, documents: usize) -> Anchor {
        let pictured = |c: &Clue| {
            c.is_day() && matches!(c.part, PartKind::Caption | PartKind::Headline | PartKind::Dateline)
        };
        let chained = documents > 2 && order != Order::Mixed;
        let held = chained || self.scene.clues.iter().any(pictured);
        if let Some(known) = self.known {
            return known;
        }
        let counted = self.scene.clues.iter().any(|c| c.is_day() && c.counted.is_some());
        let known = 1.0 - STRANGER[if counted { 0 } else { 2 - usize::from(held) }];
        let mut candidates: Vec<Candidate> = possible
            .iter()
            .zip(shares)
            .map(|((day, _), share)| Candidate { day: *day, weight: share * known })
            .collect();
        crate::order::sort_by(&mut candidates, |a, b| b.weight.total_cmp(&a.weight).then(a.day.cmp(&b.day)));
        candidates.truncate(SHOWN);
        let Some(top) = candidates.first().copied() else {
            return Anchor { date: None, how: AnchorSource::Unknown, candidates, evidence: Vec::new() };
        };
        let near = |c: &&Candidate| (c.day.number() - top.day.number()).abs() < 7;
        let held_near = chained
            || self.hints.iter().any(|(hint, cost)| {
                *cost <= OUTSIDE
                    && hint.within.earliest <= top.day
                    && top.day <= hint.within.latest
                    && hint.span.is_none()
            });
        let likely = top.weight >= ANSWER[usize::from(held_near)];
        let decides =
            likely || chained && candidates.iter().filter(near).map(|c| c.weight).sum::<f32>() >= NEAR;
        Anchor {
            date: decides.then(|| Interval { approximate: top.weight < CERTAIN, ..Interval::day(top.day) }),
            how: if decides { AnchorSource::Inferred } else { AnchorSource::Unknown },
            evidence: evidence(&self.scene, &self.hints, possible, top.day, order, chained),
            candidates,
        }
    }
}

/// What speaks for `day`: the clues that weigh it above the average possible day, strongest first.
fn evidence(
    scene: &Scene,
    hints: &[(Hint, f32)],
    possible: &[Weighted],
    day: Day,
    order: Order,
    chained: bool,
) -> Vec<Evidence> {
    let filed = |day: Day| scene.filed().and_then(|(month, number)| clues::nearest(day, month, number));
    let of = |clue: &Clue, day: Day| {
        let reading = match clue.said {
            Said::MonthDay { month, day: number, .. } => clues::nearest(day, month, number),
            _ => None,
        };
        weigh::weight(scene, clue, day, reading, filed(day))
    };
    let mean = |clue: &Clue| {
        possible.iter().map(|(day, _)| of(clue, *day)).sum::<f32>() / possible.len().max(1) as f32
    };
    let mut speaking: Vec<(f32, &Clue)> = scene
        .clues
        .iter()
        .map(|clue| (of(clue, day) - mean(clue), clue))
        .filter(|(lift, clue)| {
            *lift > 0.2 || clue.year().is_some_and(|year| year.abs_diff(day.date().year()) <= 2)
        })
        .collect();
    crate::order::sort_by(&mut speaking, |a, b| b.0.total_cmp(&a.0).then(a.1.span.cmp(&b.1.span)));
    let mut lines: Vec<Evidence> = speaking
        .iter()
        .take(5)
        .map(|(_, clue)| Evidence { span: Some(clue.span), reason: clue.reason(day) })
        .collect();
    let holds = |hint: &&(Hint, f32)| hint.0.within.earliest <= day && day <= hint.0.within.latest;
    lines.extend(
        hints.iter().filter(holds).map(|(hint, _)| Evidence { span: hint.span, reason: hint.reason.clone() }),
    );
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
