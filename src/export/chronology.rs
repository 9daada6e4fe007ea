//! What the chronology formats share: one [`Line`] an event, with everything that a spreadsheet, a timeline
//! or a map asks of it.

use super::{identity, one_line};
use crate::dossier::{Aspect, Claim, Dossier, EventId, FileId, Story, Value, Verdict, claims};
use crate::event::Status;
use crate::gazetteer::Place;
use crate::span::CodePoints;
use crate::timex::{Grain, Interval};
use std::collections::{BTreeMap, BTreeSet};

/// One event of a chronology.
#[derive(Debug, Clone)]
pub struct Line<'d> {
    /// The same in every export of the same files.
    pub id: String,
    /// ISO 8601-2 (EDTF).
    pub edtf: &'d str,
    /// The bounds.
    pub when: Interval,
    /// The words of the date; `edtf` where no words date it.
    pub date_text: &'d str,
    /// A short title of the sentence's own words.
    pub title: &'d str,
    /// Where, the scene first.
    pub places: Vec<&'d Place>,
    /// People and organisations.
    pub actors: Vec<&'d str>,
    /// The document's title, or its file's name.
    pub document: String,
    /// The file's name.
    pub source: &'d str,
    /// The sentence, white space joined.
    pub quote: String,
    /// First code point of the sentence in the file's text.
    pub start: usize,
    /// One past its last.
    pub end: usize,
    /// `stated`, or `inferred` where the date was counted from an inferred publication day.
    pub status: &'static str,
    /// `happened`, `planned`, `hypothetical`, `denied` or `claimed`.
    pub event_status: &'static str,
    /// How many documents tell the event.
    pub told_in: u32,
    /// Its other tellings: each sentence with its document.
    pub others: Vec<String>,
    /// What the tellings say differently, a line each: `killed: 6 | twenty (contradiction)`.
    pub differences: Vec<String>,
}

/// The lines of these events, in the order given, each story once with the time of its finest telling; what is no event
/// of the dossier is left out.
#[must_use]
pub fn lines<'d>(dossier: &'d Dossier, events: &[EventId]) -> Vec<Line<'d>> {
    let mut points: BTreeMap<FileId, CodePoints<'d>> = BTreeMap::new();
    let mut seen: BTreeSet<EventId> = BTreeSet::new();
    events
        .iter()
        .filter_map(|&id| {
            let story = dossier.story(id)?;
            if !seen.insert(story.id()) {
                return None;
            }
            let dated = story.dated_by;
            let file = dossier.file(id.document.file)?;
            let document = dossier.document(id.document)?;
            let event = dossier.event(id)?;
            let text = file.text.content.as_str();
            let points = points.entry(id.document.file).or_insert_with(|| CodePoints::new(text));
            let (start, end) = (points.at(event.span.start()), points.at(event.span.end()));
            let source = file.source.name.as_str();
            let title = document.headline.map(|span| one_line(span.of(text)));
            let finest = dossier.event(dated)?;
            let date = finest.date.and_then(|index| {
                let date = dossier.document(dated.document)?.dates.get(index as usize)?;
                Some(date.span.of(&dossier.file(dated.document.file)?.text.content))
            });
            Some(Line {
                id: format!("{:016x}", identity(&[source, &start.to_string(), &event.edtf, &event.title])),
                edtf: &finest.edtf,
                when: finest.when,
                date_text: date.unwrap_or(&finest.edtf),
                title: &event.title,
                places: dossier.places_of(id).collect(),
                actors: event
                    .actors
                    .iter()
                    .filter_map(|index| Some(document.actors.get(*index as usize)?.name.as_str()))
                    .collect(),
                document: title.unwrap_or_else(|| source.to_owned()),
                source,
                quote: one_line(event.span.of(text)),
                start,
                end,
                status: if finest.inferred { "inferred" } else { "stated" },
                event_status: status(event.status),
                told_in: story.documents,
                others: others(dossier, story, id),
                differences: differences(dossier, story),
            })
        })
        .collect()
}

/// The other tellings of a story, each sentence with its document.
fn others(dossier: &Dossier, story: &Story, but: EventId) -> Vec<String> {
    let told = story.tellings.iter().filter(|id| **id != but).filter_map(|id| {
        let span = dossier.event(*id)?.span;
        let quote = one_line(span.of(&dossier.file(id.document.file)?.text.content));
        Some(format!("{quote} — {}", dossier.title(id.document)))
    });
    told.collect()
}

/// What the tellings of a story do not say alike, where that is no mere matter of bounds.
fn differences(dossier: &Dossier, story: &Story) -> Vec<String> {
    let differing = claims(dossier, story).into_iter().filter(|row| row.verdict != Verdict::Compatible);
    let line = |row: crate::dossier::Row| {
        let aspect = match &row.aspect {
            Aspect::Figure(unit) => unit.as_str(),
            Aspect::Date => "date",
            Aspect::Place => "place",
            Aspect::Actor => "people",
            Aspect::Status => "status",
        };
        let values: Vec<String> = row.claims.iter().map(|claim| value(dossier, claim)).collect();
        let verdict = if row.verdict == Verdict::Development { "development" } else { "contradiction" };
        format!("{aspect}: {} ({verdict})", values.join(" | "))
    };
    differing.map(line).collect()
}

/// A claim's value in words.
fn value(dossier: &Dossier, claim: &Claim) -> String {
    match &claim.value {
        Value::Range(..) => {
            let file = dossier.file(claim.telling.document.file);
            file.map(|file| one_line(claim.words.of(&file.text.content))).unwrap_or_default()
        }
        Value::When(_) => dossier.event(claim.telling).map(|event| event.edtf.clone()).unwrap_or_default(),
        Value::Places(ids) => {
            let name = |id: &u32| Some(dossier.tally().place(*id)?.place.name.as_str());
            ids.iter().filter_map(name).collect::<Vec<_>>().join(", ")
        }
        Value::Names(names) => names.join(", "),
        Value::Status(told) => status(*told).to_owned(),
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Happened => "happened",
        Status::Planned => "planned",
        Status::Hypothetical => "hypothetical",
        Status::Denied => "denied",
        Status::Claimed => "claimed",
    }
}

impl Line<'_> {
    /// What a description says of the story beside its first telling: its status, where the tellings differ, the
    /// other tellings.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        if self.event_status != "happened" {
            notes.push(format!("Status: {}", self.event_status));
        }
        notes.extend(self.differences.iter().map(|line| format!("Told differently: {line}")));
        notes.extend(self.others.iter().map(|line| format!("Also told: {line}")));
        notes
    }

    /// Whether the date is a single day, or an hour of it.
    #[must_use]
    pub fn is_day(&self) -> bool {
        self.when.grain <= Grain::Day && self.when.earliest == self.when.latest
    }

    /// The hour and minute of a date with a time of day: the digits behind the `T` of its EDTF string.
    #[must_use]
    pub fn clock(&self) -> Option<(u8, u8)> {
        let (_, clock) = self.edtf.split_once('T')?;
        let mut fields = clock.splitn(3, ':').map(|field| field.get(..2)?.parse().ok());
        Some((fields.next()??, fields.next()??))
    }
}
