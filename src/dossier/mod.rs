//! Many analyses become one chronology.
//!
//! A [`Dossier`] is kept up to date one file at a time: [`Dossier::insert`] merges a file's sorted
//! events into the sorted whole and counts its places, so that the page never sorts everything anew.
//! What the user decides lies in [`Corrections`], a layer of its own that no re-analysis overwrites.

mod claims;
mod corrections;
mod neighbours;
mod provenance;
mod stories;
mod tally;
mod together;
mod verdicts;

pub use claims::{
    Aspect, Claim, Row, Value, Verdict, claims, disagreements, silences, single_source, told_first,
};
pub use corrections::{Corrections, Touched};
pub use provenance::{Provenance, of_date, of_place};
pub use stories::Story;
pub use tally::{Area, AreaKey, PlaceEntry, Tally, division_of};
pub use together::Member;
pub use verdicts::{TellingChoice, TellingKey};

use crate::actor::Actor;
use crate::analysis::{Analysis, DocumentAnalysis};
use crate::event::Event;
use crate::gazetteer::Place;
use crate::timex::anchor::AnchorSource;
use crate::timex::{Day, Interval};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Names a file for the life of the page, in the order the files came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// Names a document of the dossier: its file and its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentId {
    /// The file.
    pub file: FileId,
    /// Index into the file's documents.
    pub document: u32,
}

/// Names an event of the dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventId {
    /// The document that tells it.
    pub document: DocumentId,
    /// Index into the document's events.
    pub event: u32,
}

/// One line of the chronology: what sorting and drawing need, without a look into the analysis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EventRow {
    /// Which event.
    pub id: EventId,
    /// When it was.
    pub when: Interval,
    /// 0 to 1.
    pub importance: f32,
    /// Whether the date was counted from an inferred publication day.
    pub inferred: bool,
}

impl EventRow {
    /// Chronological; the earlier bound first, then the finer date, then the order of telling. What has no first
    /// bound stands at its last: "until 1848" is no event of the beginning of time.
    fn key(&self) -> (i32, i32, EventId) {
        let Interval { earliest, latest, .. } = self.when;
        let open = earliest == Day::from_number(i32::MIN);
        ((if open { latest } else { earliest }).number(), latest.number(), self.id)
    }
}

/// What the page's headline says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Files with an analysis.
    pub files: u32,
    /// Documents in them.
    pub documents: u32,
    /// Dated events, each counted once however often it is told.
    pub events: u32,
    /// Distinct places on the map.
    pub places: u32,
    /// Documents whose publication day was inferred.
    pub inferred: u32,
    /// Documents whose publication day is unknown although something in them hangs on it.
    pub undated: u32,
}

/// Everything found in every file.
#[derive(Debug, Clone, Default)]
pub struct Dossier {
    files: BTreeMap<FileId, Arc<Analysis>>,
    events: Vec<EventRow>,
    tally: Tally,
    ties: neighbours::Ties,
    stories: stories::Stories,
    counts: Counts,
}

impl Dossier {
    /// Takes a file in, in place of what was known of it.
    pub fn insert(&mut self, file: FileId, analysis: Analysis) {
        self.remove(file);
        let mut rows: Vec<EventRow> = rows_of(file, &analysis).collect();
        crate::order::sort_by_key(&mut rows, EventRow::key);
        self.events = merge(std::mem::take(&mut self.events), rows);
        self.count_file(&analysis, true);
        self.ties.count(file, &analysis, true);
        self.stories.insert(file, &analysis);
        self.files.insert(file, Arc::new(analysis));
    }

    /// Takes many files in at once: the same as one by one, and linear in all of them together.
    pub fn insert_all(&mut self, files: Vec<(FileId, Analysis)>) {
        let mut rows: Vec<EventRow> = Vec::new();
        for (file, analysis) in files {
            if self.files.contains_key(&file) {
                rows.retain(|row| row.id.document.file != file);
                self.remove(file);
            }
            rows.extend(rows_of(file, &analysis));
            self.count_file(&analysis, true);
            self.ties.count(file, &analysis, true);
            self.stories.add_file(file, &analysis);
            self.files.insert(file, Arc::new(analysis));
        }
        crate::order::sort_by_key(&mut rows, EventRow::key);
        self.events = merge(std::mem::take(&mut self.events), rows);
        self.stories.settle();
    }

    /// Forgets a file.
    pub fn remove(&mut self, file: FileId) {
        if let Some(analysis) = self.files.remove(&file) {
            self.events.retain(|row| row.id.document.file != file);
            self.count_file(&analysis, false);
            self.ties.count(file, &analysis, false);
            self.stories.remove(file);
        }
    }

    /// The chronology, ascending; each telling is a row.
    #[must_use]
    pub fn events(&self) -> &[EventRow] {
        &self.events
    }

    /// The events, each once with all its tellings, by the name of its first telling.
    pub fn stories(&self) -> impl Iterator<Item = &Story> {
        self.stories.all()
    }

    /// The story that a telling belongs to.
    #[must_use]
    pub fn story(&self, telling: EventId) -> Option<&Story> {
        self.stories.of(telling)
    }

    /// Joins and parts tellings as the user decided ([`Corrections::tellings`]), and undoes what is not decided any
    /// more; whether that changes anything. The decisions hold when a document is read anew.
    pub fn decide(&mut self, choices: &[TellingChoice]) -> bool {
        self.stories.decide(choices)
    }

    /// The decisions that split a telling off its story.
    #[must_use]
    pub fn parting(&self, telling: EventId) -> Vec<TellingChoice> {
        self.stories.parting(telling)
    }

    /// The decisions that make one story of those of two tellings.
    #[must_use]
    pub fn joining(&self, one: EventId, two: EventId) -> Vec<TellingChoice> {
        self.stories.joining(one, two)
    }

    /// Stories that may be the same event as the one of this telling, by their first tellings: the likeliest first,
    /// `most` at most.
    #[must_use]
    pub fn likely(&self, telling: EventId, most: usize) -> Vec<EventId> {
        self.stories.likely(telling, most)
    }

    /// How often places are told of, in all documents.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// What the headline says.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts { places: self.tally.len() as u32, events: self.stories.len() as u32, ..self.counts }
    }

    /// The files, in the order they came in.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &Arc<Analysis>)> {
        self.files.iter().map(|(id, analysis)| (*id, analysis))
    }

    /// One file.
    #[must_use]
    pub fn file(&self, id: FileId) -> Option<&Arc<Analysis>> {
        self.files.get(&id)
    }

    /// Every document, in the order of files and documents.
    pub fn documents(&self) -> impl Iterator<Item = (DocumentId, &DocumentAnalysis)> {
        self.files.iter().flat_map(|(file, analysis)| {
            analysis
                .documents
                .iter()
                .enumerate()
                .map(|(index, document)| (DocumentId { file: *file, document: index as u32 }, document))
        })
    }

    /// One document.
    #[must_use]
    pub fn document(&self, id: DocumentId) -> Option<&DocumentAnalysis> {
        self.files.get(&id.file)?.documents.get(id.document as usize)
    }

    /// One event.
    #[must_use]
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.document(id.document)?.events.get(id.event as usize)
    }

    /// The places where one event happened.
    pub fn places_of(&self, id: EventId) -> impl Iterator<Item = &Place> {
        self.places_by(id, Event::scenes)
    }

    /// The places that the words of one event name: where it happened, then what else it is about.
    pub fn named_in(&self, id: EventId) -> impl Iterator<Item = &Place> {
        self.places_by(id, |event| &event.places)
    }

    fn places_by(&self, id: EventId, which: fn(&Event) -> &[u32]) -> impl Iterator<Item = &Place> {
        let document = self.document(id.document);
        let event = document.and_then(|d| d.events.get(id.event as usize));
        event
            .into_iter()
            .flat_map(which)
            .filter_map(move |index| document.and_then(|d| d.places.table.get(*index as usize)))
    }

    /// Whether an event happened at `place`.
    #[must_use]
    pub fn happened_at(&self, id: EventId, place: u32) -> bool {
        self.places_of(id).any(|p| p.id == place)
    }

    /// The people and organisations of one event.
    pub fn actors_of(&self, id: EventId) -> impl Iterator<Item = &Actor> {
        let document = self.document(id.document);
        let event = document.and_then(|d| d.events.get(id.event as usize));
        event
            .into_iter()
            .flat_map(|e| &e.actors)
            .filter_map(move |index| document.and_then(|d| d.actors.get(*index as usize)))
    }

    /// The title to show for a document: its headline, else its first words, else its file's name.
    #[must_use]
    pub fn title(&self, id: DocumentId) -> String {
        let Some(analysis) = self.files.get(&id.file) else { return String::new() };
        let Some(document) = analysis.documents.get(id.document as usize) else { return String::new() };
        if let Some(headline) = document.headline {
            return headline.of(&analysis.text.content).split_whitespace().collect::<Vec<_>>().join(" ");
        }
        if analysis.documents.len() == 1 {
            return analysis.source.name.clone();
        }
        let words = document.sentences.first().map_or("", |s| s.of(&analysis.text.content));
        crate::event::title::shorten(words, 80)
    }

    fn count_file(&mut self, analysis: &Analysis, add: bool) {
        let step = |count: &mut u32, by: u32| {
            *count = if add { count.saturating_add(by) } else { count.saturating_sub(by) };
        };
        step(&mut self.counts.files, 1);
        step(&mut self.counts.documents, analysis.documents.len() as u32);
        for document in &analysis.documents {
            match document.published.how {
                AnchorSource::Inferred => step(&mut self.counts.inferred, 1),
                AnchorSource::Unknown if document.hangs_on_anchor() => step(&mut self.counts.undated, 1),
                _ => {}
            }
            let (text, mentions) = (&analysis.text.content, document.places.mentions.iter());
            self.tally.count(text, document, mentions, document.events.iter(), add);
        }
    }
}

fn rows_of(file: FileId, analysis: &Analysis) -> impl Iterator<Item = EventRow> {
    analysis.documents.iter().enumerate().flat_map(move |(index, document)| {
        let document_id = DocumentId { file, document: index as u32 };
        document.events.iter().enumerate().map(move |(number, event)| EventRow {
            id: EventId { document: document_id, event: number as u32 },
            when: event.when,
            importance: event.importance,
            inferred: event.inferred,
        })
    })
}

/// Merges two sorted lists; linear in their lengths.
fn merge(old: Vec<EventRow>, new: Vec<EventRow>) -> Vec<EventRow> {
    if old.is_empty() {
        return new;
    }
    let mut out = Vec::with_capacity(old.len() + new.len());
    let mut new = new.into_iter().peekable();
    for row in old {
        while let Some(earlier) = new.next_if(|n| n.key() < row.key()) {
            out.push(earlier);
        }
        out.push(row);
    }
    out.extend(new);
    out
}

#[cfg(test)]
mod stories_tests;
#[cfg(test)]
mod tests;
