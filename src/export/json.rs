//! The JSON of `dateline extract`: one [`DocumentRecord`] a document, documented in `docs/schema.md`.
//!
//! Offsets count Unicode code points, end exclusive, in the file's decoded text (line ends
//! normalised to `\n`, no byte-order mark) or, with `--jsonl`, in the line's own `text`.
//! Fields are only ever added within a version; a field that changes its meaning raises [`SCHEMA`].

use super::ATTRIBUTION;
use crate::actor::{Actor, ActorKind};
use crate::analysis::{Analysis, DocumentAnalysis};
use crate::document::{Language, PartKind, TextKind};
use crate::dossier::{DocumentId, Dossier};
use crate::event::{Class, Dating, Event, Scene, Signals, Status};
use crate::gazetteer::{Feature, Place};
use crate::span::{CodePoints, Span};
use crate::timex::anchor::{Anchor, AnchorSource};
use crate::timex::{Basis, Dated, Grain, Mention, Modifier, TimexKind};
use crate::toponym::{PlaceMention, Places, Role};
use serde::{Deserialize, Serialize};

/// Name and version of the schema; the `schema` field of every record.
pub const SCHEMA: &str = "dateline/1";

/// Ids from here on are the project's own and are not written as `geonameid`.
const OWN_IDS: u32 = 4_000_000_000;

/// A document's id: what the caller gave, or the file's name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Id {
    /// A number, kept as it was.
    Number(serde_json::Number),
    /// Anything else.
    Text(String),
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// One document with everything found in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentRecord {
    /// [`SCHEMA`].
    pub schema: String,
    /// The id given, or the file's name; `#1`, `#2` … is added where a file holds several documents.
    pub id: Id,
    /// The file's name, `-` for standard input.
    pub source: String,
    /// Where the document stands in the file's text.
    pub span: SpanRecord,
    /// The title, white space joined; null where there is none.
    pub headline: Option<String>,
    /// The labelled parts, ascending.
    pub parts: Vec<PartRecord>,
    /// The publication day.
    pub published: PublishedRecord,
    /// The language it was read in.
    pub language: Language,
    /// How the document was read.
    pub kind: TextKind,
    /// The dates, ascending.
    pub timexes: Vec<TimexRecord>,
    /// The places, ascending.
    pub places: Vec<PlaceRecord>,
    /// People and organisations, in order of first mention.
    pub actors: Vec<ActorRecord>,
    /// What happened, in the order told.
    pub events: Vec<EventRecord>,
    /// Where the places come from and under which licence; null where there is none.
    #[serde(default)]
    pub attribution: Option<String>,
    /// What could not be used as it was, one line each; the file's, repeated with each of its documents.
    pub warnings: Vec<String>,
}

/// A half-open range of code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpanRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A labelled part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// `headline`, `caption`, `file_photo`, `byline`, `dateline`, `header`, `body`, `subhead`, `credits`, `correction`.
    pub kind: PartKind,
}

/// A publication day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublishedRecord {
    /// The day, or the bounds `a/b`; null when unknown.
    pub edtf: Option<String>,
    /// `stated`, `file_date`, `user`, `inferred`, `unknown`.
    pub how: AnchorSource,
    /// Whether the day can be relied on: not unknown, and not inferred as likely only.
    #[serde(default)]
    pub certain: bool,
    /// Possible days, heaviest first; empty for a stated day.
    pub candidates: Vec<CandidateDay>,
    /// What speaks for it, strongest first.
    pub evidence: Vec<EvidenceRecord>,
}

/// A possible publication day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CandidateDay {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Its share of all candidates' weight, 0 to 1.
    pub weight: f32,
}

/// One clue to a publication day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EvidenceRecord {
    /// First code point of the words; null where the clue is not in the text.
    pub start: Option<usize>,
    /// One past the last; null with `start`.
    pub end: Option<usize>,
    /// What follows from it, in one line.
    pub reason: String,
}

/// A temporal expression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimexRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words.
    pub text: String,
    /// TIMEX3 type: `DATE`, `TIME`, `DURATION`, `SET`.
    #[serde(rename = "type")]
    pub kind: TimexKind,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 modifier; null where there is none.
    #[serde(rename = "mod")]
    pub modifier: Option<Modifier>,
    /// ISO 8601-2 (EDTF); null where the expression names no time on the calendar.
    pub edtf: Option<String>,
    /// First day it can mean, `YYYY-MM-DD`; null with `edtf`.
    pub earliest: Option<String>,
    /// Last day it can mean; null with `edtf`.
    pub latest: Option<String>,
    /// How fine it is; null with `edtf`.
    pub grain: Option<Grain>,
    /// Whether it begins a stretch that the next expression ends; `edtf` and the bounds are the stretch's.
    pub through: bool,
    /// What it was counted from: `explicit`, `anchor`, `none`, or `{"mention": index into timexes}`.
    pub basis: Basis,
    /// The rule that found it.
    pub rule: String,
    /// Why a value had to be refused; null mostly.
    pub warning: Option<String>,
}

/// A place mention.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words.
    pub text: String,
    /// `literal`, `demonym`, `metonym`, `dateline`.
    pub role: Role,
    /// `demonym` for adjectives and inhabitants, else the place's feature kind, `unplaced` without a place.
    pub kind: PlaceKind,
    /// The place's name; null for an unplaced name, as all that follows.
    pub name: Option<String>,
    /// GeoNames id; null also for the project's own regions.
    pub geonameid: Option<u32>,
    /// ISO 3166-1 alpha-2; null where it lies in none or several.
    pub country: Option<String>,
    /// First-order division; null where unknown.
    pub admin1: Option<String>,
    /// Degrees north, WGS 84.
    pub lat: Option<f32>,
    /// Degrees east.
    pub lon: Option<f32>,
    /// How far the point may be from what the words mean, in kilometres.
    pub precision_km: Option<f32>,
    /// Share of all candidates' weight, 0 to 1.
    pub score: Option<f32>,
    /// The candidates that lost, best first.
    pub alternatives: Vec<AlternativeRecord>,
    /// The rule that took the words for a place.
    pub rule: String,
    /// Why this candidate won.
    pub why: String,
}

/// What a place mention is, for scorers and tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PlaceKind {
    /// An adjective or inhabitants, or a name that was not placed.
    Word(WordKind),
    /// The feature of the place.
    Feature(Feature),
}

/// The kinds that are not features.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordKind {
    /// "Syrian".
    Demonym,
    /// A name the gazetteer does not hold, or of which no place it holds fits.
    Unplaced,
}

/// A place a mention might have meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AlternativeRecord {
    /// The place's name.
    pub name: String,
    /// GeoNames id; null for the project's own regions.
    pub geonameid: Option<u32>,
    /// ISO 3166-1 alpha-2; null where it lies in none or several.
    pub country: Option<String>,
    /// First-order division; null where unknown.
    pub admin1: Option<String>,
    /// Degrees north, WGS 84.
    pub lat: f32,
    /// Degrees east.
    pub lon: f32,
    /// Share of all candidates' weight, 0 to 1.
    pub score: f32,
}

/// A person or organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActorRecord {
    /// The fullest form used.
    pub name: String,
    /// `person` or `organisation`.
    pub kind: ActorKind,
    /// The title or office given; null where there is none.
    pub role: Option<String>,
    /// Other forms.
    pub aliases: Vec<String>,
    /// Every mention, ascending.
    pub mentions: Vec<SpanRecord>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventRecord {
    /// First code point of the sentence.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// A short title of the sentence's own words.
    pub title: String,
    /// ISO 8601-2 (EDTF).
    pub edtf: String,
    /// First day it can have been.
    pub earliest: String,
    /// Last day it can have been.
    pub latest: String,
    /// How fine the date is.
    pub grain: Grain,
    /// Whether the date was counted from an inferred publication day.
    pub inferred: bool,
    /// The date it hangs on: index into `timexes`; null where the publication day dates it.
    pub timex: Option<u32>,
    /// `stated`, `reported`, `bounded`, `told`, `published`: how it comes by its time.
    pub dating: Dating,
    /// The words that tell it.
    pub clause: SpanRecord,
    /// Whether what happened is that somebody said something.
    pub reporting: bool,
    /// `happened`, `planned`, `hypothetical`, `denied`, `claimed`.
    pub status: Status,
    /// What kind of thing happened.
    pub class: Class,
    /// Where: the scenes first, then what else its words name.
    pub places: Vec<EventPlaceRecord>,
    /// How many of `places` are where it happened.
    pub scenes: u32,
    /// `stated`, `referred`, `sentence`, `told`, `focus`, `filed`, `unknown`: how the scenes are known.
    pub scene: Scene,
    /// Who says so; null where the document itself tells it.
    pub said_by: Option<String>,
    /// Who: names as in `actors`.
    pub actors: Vec<String>,
    /// How many, how much.
    pub figures: Vec<FigureRecord>,
    /// 0 to 1: the weighted mean of `signals`.
    pub importance: f32,
    /// What speaks for its importance, each 0 to 1.
    pub signals: Signals,
}

/// A place of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventPlaceRecord {
    /// The place's name.
    pub name: String,
    /// GeoNames id; null for the project's own regions.
    pub geonameid: Option<u32>,
    /// ISO 3166-1 alpha-2; null where it lies in none or several.
    pub country: Option<String>,
    /// Degrees north, WGS 84.
    pub lat: f32,
    /// Degrees east.
    pub lon: f32,
}

/// A number told with an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words.
    pub text: String,
    /// What is counted.
    pub unit: String,
    /// Lower bound; null where open.
    pub min: Option<f64>,
    /// Upper bound; null where open.
    pub max: Option<f64>,
    /// Who says so; null where the document itself tells it.
    pub said_by: Option<String>,
    /// The days for which it holds, `a/b`; null where nothing says so.
    pub as_of: Option<String>,
}

/// The records of one file, in the order its documents stand.
///
/// `original` is the text the caller's offsets count in, where it is not the decoded one: a JSON
/// string keeps the carriage returns and the byte-order mark that decoding drops.
#[must_use]
pub fn records(analysis: &Analysis, id: &Id, original: Option<&str>) -> Vec<DocumentRecord> {
    let several = analysis.documents.len() > 1;
    let writer = Writer::new(&analysis.text.content, original);
    analysis
        .documents
        .iter()
        .enumerate()
        .map(|(index, document)| {
            let id = if several { Id::Text(format!("{id}#{}", index + 1)) } else { id.clone() };
            writer.document(analysis, document, id)
        })
        .collect()
}

/// The records of these documents, one a line.
pub(super) fn write(dossier: &Dossier, documents: &[DocumentId]) -> String {
    let mut out = String::new();
    for of_file in documents.chunk_by(|a, b| a.file == b.file) {
        let Some(analysis) = of_file.first().and_then(|id| dossier.file(id.file)) else { continue };
        let records = records(analysis, &Id::Text(analysis.source.name.clone()), None);
        let wanted = |index: usize| of_file.iter().any(|id| id.document as usize == index);
        for record in records.iter().enumerate().filter(|(index, _)| wanted(*index)).map(|(_, record)| record)
        {
            // what holds strings and numbers alone can always be written
            out.push_str(&serde_json::to_string(record).unwrap_or_default());
            out.push('\n');
        }
    }
    out
}

/// Turns byte spans into code points of the caller's text.
struct Writer<'t> {
    text: &'t str,
    points: CodePoints<'t>,
    /// Code points of the decoded text before which the caller's text has one more, ascending.
    dropped: Vec<usize>,
}

impl<'t> Writer<'t> {
    fn new(text: &'t str, original: Option<&str>) -> Self {
        let dropped = original.map_or_else(Vec::new, |original| dropped(original, text));
        Self { text, points: CodePoints::new(text), dropped }
    }

    fn at(&self, byte: usize) -> usize {
        let count = self.points.at(byte);
        count + self.dropped.partition_point(|before| *before <= count)
    }

    fn span(&self, span: Span) -> SpanRecord {
        let start = self.at(span.start());
        // a character dropped right after the words is not part of them
        let end = if span.is_empty() {
            start
        } else {
            self.at(span.end().saturating_sub(last_len(span, self.text))) + 1
        };
        SpanRecord { start, end }
    }

    fn document(&self, analysis: &Analysis, document: &DocumentAnalysis, id: Id) -> DocumentRecord {
        DocumentRecord {
            schema: SCHEMA.into(),
            id,
            source: analysis.source.name.clone(),
            span: self.span(document.span),
            headline: document.headline.map(|span| one_line(span.of(self.text))),
            parts: document
                .parts
                .iter()
                .map(|part| {
                    let SpanRecord { start, end } = self.span(part.span);
                    PartRecord { start, end, kind: part.kind }
                })
                .collect(),
            published: self.published(&document.published),
            language: document.language,
            kind: document.kind,
            timexes: document.dates.iter().map(|date| self.timex(date)).collect(),
            places: document.places.mentions.iter().map(|m| self.place(&document.places, m)).collect(),
            actors: document.actors.iter().map(|actor| self.actor(actor)).collect(),
            events: document.events.iter().map(|event| self.event(document, event)).collect(),
            attribution: (!document.places.table.is_empty()).then(|| ATTRIBUTION.to_owned()),
            warnings: analysis.warnings.iter().map(|w| w.message.clone()).collect(),
        }
    }

    fn published(&self, anchor: &Anchor) -> PublishedRecord {
        PublishedRecord {
            edtf: anchor.date.map(|date| {
                let (earliest, latest) = (date.earliest.iso(), date.latest.iso());
                if earliest == latest { earliest } else { format!("{earliest}/{latest}") }
            }),
            how: anchor.how,
            certain: anchor.certain(),
            candidates: anchor
                .candidates
                .iter()
                .map(|c| CandidateDay { date: c.day.iso(), weight: c.weight })
                .collect(),
            evidence: anchor
                .evidence
                .iter()
                .map(|clue| {
                    let span = clue.span.map(|span| self.span(span));
                    EvidenceRecord {
                        start: span.map(|s| s.start),
                        end: span.map(|s| s.end),
                        reason: clue.reason.clone(),
                    }
                })
                .collect(),
        }
    }

    fn timex(&self, date: &Mention<Dated>) -> TimexRecord {
        let SpanRecord { start, end } = self.span(date.span);
        let value = &date.value;
        TimexRecord {
            start,
            end,
            text: date.span.of(self.text).to_owned(),
            kind: value.kind,
            value: value.value.clone(),
            modifier: value.modifier,
            edtf: value.edtf.clone(),
            earliest: value.interval.map(|i| i.earliest.iso()),
            latest: value.interval.map(|i| i.latest.iso()),
            grain: value.interval.map(|i| i.grain),
            through: value.through,
            basis: value.basis,
            rule: date.rule.clone(),
            warning: value.warning.clone(),
        }
    }

    fn place(&self, places: &Places, mention: &PlaceMention) -> PlaceRecord {
        let SpanRecord { start, end } = self.span(mention.span);
        let place = places.resolved(mention);
        let kind = match (mention.is_adjective(), place) {
            (true, _) => PlaceKind::Word(WordKind::Demonym),
            (_, Some(place)) => PlaceKind::Feature(place.feature),
            (_, None) => PlaceKind::Word(WordKind::Unplaced),
        };
        let lost = mention.candidates.iter().skip(usize::from(mention.placed));
        PlaceRecord {
            start,
            end,
            text: mention.span.of(self.text).to_owned(),
            role: mention.role,
            kind,
            name: place.map(|p| p.name.clone()),
            geonameid: place.and_then(geonameid),
            country: place.and_then(|p| filled(&p.country)),
            admin1: place.and_then(|p| filled(&p.admin1)),
            lat: place.map(|p| p.lat),
            lon: place.map(|p| p.lon),
            precision_km: place.map(|p| p.precision_km),
            score: place.and(mention.candidates.first()).map(|c| c.score),
            alternatives: lost
                .filter_map(|candidate| {
                    let place = places.table.get(candidate.place as usize)?;
                    Some(AlternativeRecord {
                        name: place.name.clone(),
                        geonameid: geonameid(place),
                        country: filled(&place.country),
                        admin1: filled(&place.admin1),
                        lat: place.lat,
                        lon: place.lon,
                        score: candidate.score,
                    })
                })
                .collect(),
            rule: mention.rule.clone(),
            why: mention.why.clone(),
        }
    }

    fn actor(&self, actor: &Actor) -> ActorRecord {
        ActorRecord {
            name: actor.name.clone(),
            kind: actor.kind,
            role: actor.role.clone(),
            aliases: actor.aliases.clone(),
            mentions: actor.mentions.iter().map(|span| self.span(*span)).collect(),
        }
    }

    fn event(&self, document: &DocumentAnalysis, event: &Event) -> EventRecord {
        let SpanRecord { start, end } = self.span(event.span);
        EventRecord {
            start,
            end,
            title: event.title.clone(),
            edtf: event.edtf.clone(),
            earliest: event.when.earliest.iso(),
            latest: event.when.latest.iso(),
            grain: event.when.grain,
            inferred: event.inferred,
            timex: event.date,
            dating: event.dating,
            clause: self.span(event.clause),
            reporting: event.reporting,
            status: event.status,
            class: event.class,
            scenes: event.scenes,
            scene: event.scene,
            said_by: event.source.map(|span| one_line(span.of(self.text))),
            places: event
                .places
                .iter()
                .filter_map(|index| {
                    let place = document.places.table.get(*index as usize)?;
                    Some(EventPlaceRecord {
                        name: place.name.clone(),
                        geonameid: geonameid(place),
                        country: filled(&place.country),
                        lat: place.lat,
                        lon: place.lon,
                    })
                })
                .collect(),
            actors: event
                .actors
                .iter()
                .filter_map(|index| Some(document.actors.get(*index as usize)?.name.clone()))
                .collect(),
            figures: event
                .figures
                .iter()
                .map(|figure| {
                    let SpanRecord { start, end } = self.span(figure.span);
                    FigureRecord {
                        start,
                        end,
                        text: figure.span.of(self.text).to_owned(),
                        unit: figure.unit.clone(),
                        min: figure.min,
                        max: figure.max,
                        said_by: figure.source.map(|span| one_line(span.of(self.text))),
                        as_of: figure.as_of.map(|when| {
                            let (first, last) = (when.earliest.iso(), when.latest.iso());
                            if first == last { first } else { format!("{first}/{last}") }
                        }),
                    }
                })
                .collect(),
            importance: event.importance,
            signals: event.signals,
        }
    }
}

/// Where `original` has a character that `decoded` lost: the counts of `decoded` at those points.
fn dropped(original: &str, decoded: &str) -> Vec<usize> {
    if original == decoded {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut kept = decoded.chars().peekable();
    let mut count = 0;
    let mut given = original.chars().peekable();
    while let Some(character) = given.next() {
        let returns = character == '\r' && given.peek() == Some(&'\n');
        let mark = character == '\u{feff}' && kept.peek() != Some(&'\u{feff}');
        if returns || mark {
            found.push(count);
        } else {
            kept.next();
            count += 1;
        }
    }
    found
}

/// Bytes of the last character of a span's words.
fn last_len(span: Span, text: &str) -> usize {
    span.of(text).chars().next_back().map_or(0, char::len_utf8)
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A place's GeoNames id, where it has one.
pub(crate) fn geonameid(place: &Place) -> Option<u32> {
    (place.id < OWN_IDS).then_some(place.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_in_the_callers_text() {
        let given = "\u{feff}é\r\nab\r\n";
        let decoded = "é\nab\n";
        let writer = Writer::new(decoded, Some(given));
        let words = Span::new(3, 5);
        assert_eq!(words.of(decoded), "ab");
        let span = writer.span(words);
        let points: Vec<char> = given.chars().collect();
        assert_eq!(points[span.start..span.end].iter().collect::<String>(), "ab");
        let first = writer.span(Span::new(0, 2));
        assert_eq!((first.start, first.end), (1, 2));
    }

    #[test]
    fn offsets_without_an_original_count_the_decoded_text() {
        let writer = Writer::new("né à Kyïv", None);
        let span = writer.span(Span::new(7, 12));
        assert_eq!((span.start, span.end), (5, 9));
    }

    #[test]
    fn ids_keep_their_json_type() {
        let ids: Vec<Id> = serde_json::from_str(r#"[38572301, "gwn0"]"#).expect("ids");
        assert_eq!(serde_json::to_string(&ids).expect("JSON"), r#"[38572301,"gwn0"]"#);
    }
}
