//! Where the tellings of one event differ: each value with its source sentence, side by side.
//!
//! Bounds decide: "about 70" and "at least 20" can both be true; "6" and "20" contradict each other, unless they hold
//! for different times: then it is a development.

use super::stories::Story;
use super::{Dossier, EventId, EventRow};
use crate::event::{Event, Scene, Status};
use crate::span::Span;
use crate::timex::{Day, Interval};

/// What tellings say something about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// How many, how much: the unit.
    Figure(String),
    /// When it was.
    Date,
    /// Where it was.
    Place,
    /// Who is named with it.
    Actor,
    /// Whether it happened.
    Status,
}

/// How the values of one aspect agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// All can be true at once.
    Compatible,
    /// They hold for different times.
    Development,
    /// Two cannot both be true.
    Contradiction,
}

/// One value, as one telling has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The telling.
    pub telling: EventId,
    /// The words, where a span tells it; the sentence elsewhere.
    pub words: Span,
    /// Who says so: the words.
    pub source: Option<Span>,
    /// The value.
    pub value: Value,
    /// The day for which it holds, where that is known: as it says, or its document's publication day.
    pub as_of: Option<Day>,
}

/// A value that a telling claims.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Bounds of a figure; none where open.
    Range(Option<f64>, Option<f64>),
    /// A time.
    When(Interval),
    /// Places, by id.
    Places(Vec<u32>),
    /// Names.
    Names(Vec<String>),
    /// A status.
    Status(Status),
}

/// What the tellings of an event say of one aspect.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Of what.
    pub aspect: Aspect,
    /// What each says, in the order of the tellings.
    pub claims: Vec<Claim>,
    /// Whether it agrees.
    pub verdict: Verdict,
}

/// The claim table of a story: the aspects that more than one telling speaks of, figures first.
#[must_use]
pub fn claims(dossier: &Dossier, story: &Story) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut push = |aspect: Aspect, claim: Claim| match rows.iter_mut().find(|row| row.aspect == aspect) {
        Some(row) => row.claims.push(claim),
        None => rows.push(Row { aspect, claims: vec![claim], verdict: Verdict::Compatible }),
    };
    for &telling in &story.tellings {
        let (Some(event), Some(document)) = (dossier.event(telling), dossier.document(telling.document))
        else {
            continue;
        };
        let published =
            document.published.date.filter(|_| document.published.certain()).map(|day| day.latest);
        let claim = |words: Span, value: Value| Claim {
            telling,
            words,
            source: event.source,
            value,
            as_of: published,
        };
        for figure in &event.figures {
            let as_of = figure.as_of.map(|when| when.latest).or(published);
            let value = Value::Range(figure.min, figure.max);
            push(
                Aspect::Figure(figure.unit.clone()),
                Claim { telling, words: figure.span, source: figure.source, value, as_of },
            );
        }
        let date = event.date.and_then(|index| document.dates.get(index as usize));
        push(Aspect::Date, claim(date.map_or(event.span, |date| date.span), Value::When(event.when)));
        let places: Vec<u32> = event
            .scenes()
            .iter()
            .filter_map(|index| document.places.table.get(*index as usize).map(|place| place.id))
            .collect();
        if !places.is_empty() && event.scene <= Scene::Referred {
            push(Aspect::Place, claim(event.clause, Value::Places(places)));
        }
        let names: Vec<String> = event
            .actors
            .iter()
            .filter_map(|index| document.actors.get(*index as usize).map(|actor| actor.name.clone()))
            .collect();
        if !names.is_empty() {
            push(Aspect::Actor, claim(event.clause, Value::Names(names)));
        }
        push(Aspect::Status, claim(event.clause, Value::Status(event.status)));
    }
    rows.retain(|row| row.claims.len() > 1);
    for row in &mut rows {
        row.verdict = row.judge(dossier);
    }
    crate::order::sort_by(&mut rows, |a, b| a.aspect.cmp(&b.aspect));
    rows
}

impl Row {
    /// Whether the claims do not all say the same.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.claims.windows(2).any(|pair| pair[0].value != pair[1].value)
    }

    fn judge(&self, dossier: &Dossier) -> Verdict {
        let mut verdict = Verdict::Compatible;
        for (at, one) in self.claims.iter().enumerate() {
            for two in &self.claims[at + 1..] {
                verdict = verdict.max(compare(dossier, one, two));
            }
        }
        verdict
    }
}

fn compare(dossier: &Dossier, one: &Claim, two: &Claim) -> Verdict {
    let agree = match (&one.value, &two.value) {
        (Value::Range(a, b), Value::Range(c, d)) => {
            // the sum a document adds up to is no second count of it
            let meets =
                |low: &Option<f64>, high: &Option<f64>| low.is_none_or(|l| high.is_none_or(|h| l <= h));
            if meets(a, d) && meets(c, b) {
                return Verdict::Compatible;
            }
            return if develops(dossier, one, two) { Verdict::Development } else { Verdict::Contradiction };
        }
        (Value::When(a), Value::When(b)) => a.overlaps(b),
        (Value::Places(a), Value::Places(b)) => {
            let place = |id: &u32| dossier.tally().place(*id).map(|entry| &entry.place);
            a.iter().filter_map(place).any(|x| b.iter().filter_map(place).any(|y| super::stories::near(x, y)))
        }
        (Value::Status(a), Value::Status(b)) => (*a == Status::Denied) == (*b == Status::Denied),
        _ => true,
    };
    if agree { Verdict::Compatible } else { Verdict::Contradiction }
}

/// Whether two counts hold for different times, the later one not smaller unless it says for when it holds: tolls rise.
fn develops(dossier: &Dossier, one: &Claim, two: &Claim) -> bool {
    let (Some(first), Some(second)) = (one.as_of, two.as_of) else { return false };
    if first == second {
        return false;
    }
    let said = |claim: &Claim| {
        let event: Option<&Event> = dossier.event(claim.telling);
        event.is_some_and(|e| e.figures.iter().any(|f| f.span == claim.words && f.as_of.is_some()))
    };
    let (earlier, later) = if first < second { (one, two) } else { (two, one) };
    let rises = match (&earlier.value, &later.value) {
        (Value::Range(low, _), Value::Range(high, _)) => low.unwrap_or(f64::MIN) <= high.unwrap_or(f64::MIN),
        _ => false,
    };
    rises || said(one) && said(two)
}

/// What the headline counts: the story of each aspect that tellings contradict each other about, in the order of time.
#[must_use]
pub fn disagreements(dossier: &Dossier) -> Vec<EventId> {
    let mut found: Vec<(i32, EventId)> = Vec::new();
    for story in dossier.stories().filter(|story| story.tellings.len() > 1) {
        let rows = claims(dossier, story);
        let contradictions = rows.iter().filter(|row| row.verdict == Verdict::Contradiction);
        found.extend(contradictions.map(|_| (story.when.earliest.number(), story.id())));
    }
    crate::order::sort(&mut found);
    found.into_iter().map(|(_, id)| id).collect()
}

/// Which document told an event first: the one published first, of those whose day is known; else the first read.
#[must_use]
pub fn told_first(dossier: &Dossier, story: &Story) -> EventId {
    let day = |id: &EventId| {
        let published = dossier.document(id.document).and_then(|document| document.published.date);
        published.map_or(i32::MAX, |day| day.earliest.number())
    };
    story.tellings.iter().copied().min_by_key(|id| (day(id), *id)).unwrap_or_else(|| story.id())
}

/// Whether a single document tells an event.
#[must_use]
pub fn single_source(story: &Story) -> bool {
    story.documents == 1
}

/// Stretches of at least so many days in which nothing is told to have happened, between the rows of a chronology,
/// ascending: the row that ends each, and its first and last silent day. Coarse times (over a month) break no silence.
#[must_use]
pub fn silences(rows: &[EventRow], least: i32) -> Vec<(usize, Day, Day)> {
    let mut silent = Vec::new();
    let mut until: Option<Day> = None;
    for (at, row) in rows.iter().enumerate() {
        let days = row.when.latest.number().saturating_sub(row.when.earliest.number());
        if days > 31 {
            continue;
        }
        if let Some(last) = until
            && row.when.earliest.number() - last.number() > least
        {
            silent.push((at, last.plus(1), row.when.earliest.plus(-1)));
        }
        until = Some(until.map_or(row.when.latest, |last| last.max(row.when.latest)));
    }
    silent
}
