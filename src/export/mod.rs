//! What leaves the program: one file a format, shared by the page and the command line.
//!
//! Everything here is pure: an [`Analysis`](crate::analysis::Analysis) or a
//! [`Dossier`](crate::dossier::Dossier) in, a value or a string out.

mod annotation;
pub mod chronology;
mod csv;
mod geojson;
mod icalendar;
pub mod json;
mod kml;
mod linked_places;
mod markwhen;
mod tei;
mod timeline_js;

use crate::analysis::{Analysis, DocumentAnalysis};
use crate::dossier::{DocumentId, Dossier, EventId};

/// Where the place data comes from, for every export that carries places.
pub const ATTRIBUTION: &str = "Place data: GeoNames (https://www.geonames.org), CC BY 4.0";

/// A format of a whole chronology.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A chronology for spreadsheets.
    Csv,
    /// TimelineJS 3's JSON.
    TimelineJs,
    /// Events as features with points.
    GeoJson,
    /// Events for Google Earth and its like.
    Kml,
    /// Days of a calendar program.
    ICalendar,
    /// Markwhen's text.
    Markwhen,
    /// Places with their names and times, for gazetteers of history.
    LinkedPlaces,
    /// Every mention as a W3C Web Annotation.
    Annotations,
    /// The texts with dates, places, people and organisations marked.
    Tei,
    /// Everything, as `docs/schema.md` has it, one document a line.
    Json,
}

impl Format {
    /// All of them, the most asked for first.
    pub const ALL: [Self; 10] = [
        Self::Csv,
        Self::TimelineJs,
        Self::GeoJson,
        Self::Kml,
        Self::ICalendar,
        Self::Markwhen,
        Self::LinkedPlaces,
        Self::Annotations,
        Self::Tei,
        Self::Json,
    ];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::TimelineJs => "timelinejs",
            Self::GeoJson => "geojson",
            Self::Kml => "kml",
            Self::ICalendar => "ical",
            Self::Markwhen => "markwhen",
            Self::LinkedPlaces => "linked-places",
            Self::Annotations => "annotations",
            Self::Tei => "tei",
            Self::Json => "json",
        }
    }

    /// Its name for people, with what opens it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Csv => "Spreadsheet (CSV)",
            Self::TimelineJs => "TimelineJS (JSON)",
            Self::GeoJson => "Map (GeoJSON)",
            Self::Kml => "Google Earth (KML)",
            Self::ICalendar => "Calendar (iCalendar)",
            Self::Markwhen => "Markwhen",
            Self::LinkedPlaces => "Linked Places (JSON-LD)",
            Self::Annotations => "Web Annotations (JSON-LD)",
            Self::Tei => "TEI (XML)",
            Self::Json => "Everything (JSON lines)",
        }
    }

    /// The ending of its files, with what tells formats of one ending apart.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::TimelineJs => "timeline.json",
            Self::GeoJson => "geojson",
            Self::Kml => "kml",
            Self::ICalendar => "ics",
            Self::Markwhen => "mw",
            Self::LinkedPlaces => "places.jsonld",
            Self::Annotations => "annotations.jsonld",
            Self::Tei => "tei.xml",
            Self::Json => "jsonl",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::TimelineJs => "application/json",
            Self::GeoJson => "application/geo+json",
            Self::Kml => "application/vnd.google-earth.kml+xml",
            Self::ICalendar => "text/calendar;charset=utf-8",
            Self::Markwhen => "text/plain;charset=utf-8",
            Self::LinkedPlaces | Self::Annotations => "application/ld+json",
            Self::Tei => "application/tei+xml",
            Self::Json => "application/jsonl",
        }
    }
}

/// What of a dossier to write: formats of events hold the events, in the order given; formats of whole texts
/// hold the documents.
#[derive(Debug, Clone, Copy)]
pub struct Selection<'a> {
    /// The events.
    pub events: &'a [EventId],
    /// The documents, ascending.
    pub documents: &'a [DocumentId],
}

/// Writes a dossier in a format. `now` is the time of writing in UTC as `YYYYMMDDTHHMMSSZ`, which iCalendar
/// asks for.
#[must_use]
pub fn write(format: Format, dossier: &Dossier, selection: Selection<'_>, now: &str) -> String {
    let Selection { events, documents } = selection;
    let lines = || chronology::lines(dossier, events);
    match format {
        Format::Csv => csv::write(&lines()),
        Format::TimelineJs => timeline_js::write(&lines()),
        Format::GeoJson => geojson::write(&lines()),
        Format::Kml => kml::write(&lines()),
        Format::ICalendar => icalendar::write(&lines(), now),
        Format::Markwhen => markwhen::write(&lines()),
        Format::LinkedPlaces => linked_places::write(&lines()),
        Format::Annotations => annotation::write(dossier, documents),
        Format::Tei => tei::write(dossier, documents),
        Format::Json => json::write(dossier, documents),
    }
}

/// The files of these documents, each with those of its documents.
fn files<'d>(
    dossier: &'d Dossier,
    documents: &[DocumentId],
) -> Vec<(&'d Analysis, Vec<&'d DocumentAnalysis>)> {
    documents
        .chunk_by(|a, b| a.file == b.file)
        .filter_map(|of_file| {
            let file = dossier.file(of_file.first()?.file)?;
            let documents = of_file.iter().filter_map(|id| file.documents.get(id.document as usize));
            Some((&**file, documents.collect()))
        })
        .collect()
}

/// A stretch of text with its white space joined.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text as it stands in XML and HTML, in content and between quotation marks.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0 has no other control characters, not even by their numbers
            '\t' | '\n' | '\r' => out.push(character),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// A number for a name made of these parts (FNV-1a, 64 bits).
fn identity(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests;
