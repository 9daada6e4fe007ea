//! What the chronology formats share: one [`Line`] an event, with everything that a spreadsheet, a timeline
//! or a map asks of it.

use super::{identity, one_line};
use crate::dossier::{Dossier, EventId, FileId};
use crate::gazetteer::Place;
use crate::span::CodePoints;
use crate::timex::{Grain, Interval};
use std::collections::BTreeMap;

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
}

/// The lines of these events, in the order given; what is no event of the dossier is left out.
#[must_use]
pub fn lines<'d>(dossier: &'d Dossier, events: &[EventId]) -> Vec<Line<'d>> {
    let mut points: BTreeMap<FileId, CodePoints<'d>> = BTreeMap::new();
    events
        .iter()
        .filter_map(|&id| {
            let file = dossier.file(id.document.file)?;
            let document = dossier.document(id.document)?;
            let event = dossier.event(id)?;
            let text = file.text.content.as_str();
            let points = points.entry(id.document.file).or_insert_with(|| CodePoints::new(text));
            let (start, end) = (points.at(event.span.start()), points.at(event.span.end()));
            let source = file.source.name.as_str();
            let title = document.headline.map(|span| one_line(span.of(text)));
            let date = event.date.and_then(|index| document.dates.get(index as usize));
            Some(Line {
                id: format!("{:016x}", identity(&[source, &start.to_string(), &event.edtf, &event.title])),
                edtf: &event.edtf,
                when: event.when,
                date_text: date.map_or(event.edtf.as_str(), |date| date.span.of(text)),
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
                status: if event.inferred { "inferred" } else { "stated" },
            })
        })
        .collect()
}

impl Line<'_> {
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
