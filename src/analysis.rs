//! Everything the engine says about one file. [`analyse`] is total, deterministic and pure.

use crate::actor::{self, Actor};
use crate::document::{self, Language, Part, Split, TextKind};
use crate::event::{self, Event};
use crate::gazetteer::Gazetteer;
use crate::ingest::{self, Source, Text, Warning};
use crate::span::Span;
use crate::timex::anchor::{self, About, Anchor, Clues, DocumentHint};
use crate::timex::choice::DateChoice;
use crate::timex::{self, Basis, Dated, Day, Mention, TimexKind};
use crate::toponym::choice::{self, PlaceChoice};
use crate::toponym::context::{Context, DocumentLeanings, Leaning};
use crate::toponym::{self, Places};
use serde::{Deserialize, Serialize};

/// What the caller decides; the default decides nothing.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Options {
    /// How to cut the file.
    pub split: Split,
    /// The kind of every document; `None` detects it.
    pub kind: Option<TextKind>,
    /// The language of every document; `None` detects it.
    pub language: Option<Language>,
    /// The publication day of every document, where the caller knows it.
    pub published: Option<Day>,
    /// Single documents decided by the user, by index; these win over the above.
    pub documents: Vec<DocumentChoice>,
    /// What other files say of single documents' publication days.
    pub hints: Vec<DocumentHint>,
    /// What the other documents of the same folder say of single documents' places. A document of which nothing
    /// stands here is told what the others of its own file say. Ascending by document.
    pub leanings: Vec<DocumentLeanings>,
    /// Names decided by the user; these win over everything that is found.
    pub names: Vec<PlaceChoice>,
    /// Dates decided by the user; these win, too.
    pub dates: Vec<DateChoice>,
}

/// What the user decided about one document of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentChoice {
    /// Index of the document in its file.
    pub document: u32,
    /// Its publication day.
    pub published: Option<Day>,
    /// Its kind.
    pub kind: Option<TextKind>,
}

/// One file, analysed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// The file.
    pub source: Source,
    /// Its text; every span below points into it.
    pub text: Text,
    /// Its documents, in the order they stand in.
    pub documents: Vec<DocumentAnalysis>,
    /// What could not be used as it was.
    pub warnings: Vec<Warning>,
}

/// One document, analysed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentAnalysis {
    /// Where it stands in the file's text.
    pub span: Span,
    /// The language it was read in.
    pub language: Language,
    /// Its title.
    pub headline: Option<Span>,
    /// Its labelled parts.
    pub parts: Vec<Part>,
    /// Its sentences.
    pub sentences: Vec<Span>,
    /// What kind of text it was read as.
    pub kind: TextKind,
    /// Its publication day.
    pub published: Anchor,
    /// That day as its own file tells it, where it is certain: what other files may count on.
    pub told_by_file: Option<Day>,
    /// Its dates, ascending, not overlapping.
    pub dates: Vec<Mention<Dated>>,
    /// Its places.
    pub places: Places,
    /// Its people and organisations, in order of first mention.
    pub actors: Vec<Actor>,
    /// What happened, in the order told.
    pub events: Vec<Event>,
}

impl DocumentAnalysis {
    /// Whether some date of it could not be resolved for want of a publication day, or was resolved from it.
    #[must_use]
    pub fn hangs_on_anchor(&self) -> bool {
        self.dates.iter().any(|date| {
            let on_calendar = matches!(date.value.kind, TimexKind::Date | TimexKind::Time);
            on_calendar && matches!(date.value.basis, Basis::Anchor | Basis::None)
        })
    }
}

/// Analyses one file. Without a gazetteer it finds dates alone.
///
/// `progress` is told the share done, 0 to 1, ascending.
#[must_use]
pub fn analyse(
    source: &Source,
    bytes: &[u8],
    options: &Options,
    gazetteer: Option<&Gazetteer>,
    progress: &mut dyn FnMut(f32),
) -> Analysis {
    let (text, warnings) = ingest::ingest(source, bytes);
    let content = text.content.as_str();
    let cut = document::segment(content, options.split, options.language);
    progress(0.1);
    let decided_of = |index: usize| options.documents.iter().find(|c| c.document as usize == index);
    let read: Vec<_> = cut
        .iter()
        .enumerate()
        .map(|(index, document)| {
            let told = decided_of(index).and_then(|c| c.kind).or(options.kind);
            let message = told
                .map_or_else(|| document::is_message(content, document), |kind| kind == TextKind::Message);
            let mut mentions = timex::recognise(content, document, message);
            let kind = told.unwrap_or_else(|| {
                if message { TextKind::Message } else { timex::detect_kind(content, document, &mentions) }
            });
            timex::fit(document, kind, &mut mentions);
            timex::choice::decide(content, index as u32, &mut mentions, &options.dates);
            let decided = decided_of(index).and_then(|c| c.published).or(options.published);
            (document, mentions, kind, decided)
        })
        .collect();
    progress(0.4);
    let clues: Vec<_> = read
        .iter()
        .map(|(document, mentions, kind, decided)| Clues {
            document,
            mentions,
            kind: *kind,
            decided: *decided,
        })
        .collect();
    let about = About { properties: &text.properties, ..About::named(source) };
    let own = anchor::infer(content, &about, &clues);
    let told: Vec<Option<Day>> =
        own.iter().map(|anchor| anchor.date.filter(|_| anchor.certain()).map(|date| date.earliest)).collect();
    let anchors = if options.hints.is_empty() {
        own
    } else {
        anchor::infer(content, &About { hints: &options.hints, ..about }, &clues)
    };
    progress(0.5);
    let all = cut.len().max(1) as f32;
    let mut found = Vec::with_capacity(cut.len());
    let mut context = Context::default();
    for (index, ((document, mentions, kind, _), published)) in read.iter().zip(&anchors).enumerate() {
        let dates = timex::resolve(content, document, mentions, published, *kind);
        let actors = actor::find(content, document, gazetteer);
        let taken: Vec<Span> = dates.iter().map(|d| d.span).collect();
        let names = gazetteer.map(|g| toponym::read(content, document, &actors, &taken, g));
        if let Some(names) = &names {
            context.add(&names.votes());
        }
        found.push((dates, actors, names));
        progress(0.5 + 0.4 * (index + 1) as f32 / all);
    }
    let mut documents = Vec::with_capacity(cut.len());
    let files = told.into_iter().zip(anchors).zip(found);
    for (index, ((document, _, kind, _), ((told_by_file, published), (dates, actors, names)))) in
        read.iter().zip(files).enumerate()
    {
        let mut places = names.map_or_else(Places::default, |names| {
            let told = options.leanings.binary_search_by_key(&index, |known| known.document as usize);
            match told.ok().and_then(|at| options.leanings.get(at)) {
                Some(known) => names.settle(&known.leanings),
                None => {
                    let leanings: Vec<Leaning> = context.leanings(&names.votes());
                    names.settle(&leanings)
                }
            }
        });
        choice::decide(content, index as u32, &mut places, &options.names);
        let events = event::assemble(content, document, &dates, &published, &places, &actors);
        documents.push(DocumentAnalysis {
            span: document.span,
            language: document.language,
            headline: document.headline(),
            parts: document.parts.clone(),
            sentences: document.sentences.iter().map(|s| s.span).collect(),
            kind: *kind,
            published,
            told_by_file,
            dates,
            places,
            actors,
            events,
        });
        progress(0.9 + 0.1 * (index + 1) as f32 / all);
    }
    Analysis { source: source.clone(), text, documents, warnings }
}
