//! What happened: the only phase that sees dates, places and actors together.

use crate::actor::Actor;
use crate::document::Document;
use crate::span::Span;
use crate::timex::anchor::Anchor;
use crate::timex::{Dated, Interval, Mention};
use crate::toponym::Places;
use serde::{Deserialize, Serialize};

/// Something that happened at a time, told in one sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The sentence it is told in.
    pub span: Span,
    /// A short title cut from the sentence's own words.
    pub title: String,
    /// When.
    pub when: Interval,
    /// The canonical date string of `when`.
    pub edtf: String,
    /// The date mention it hangs on: index into the document's dates.
    pub date: u32,
    /// Whether the date was counted from an inferred publication day.
    pub inferred: bool,
    /// Where: indices into the document's place table, the scene first.
    pub places: Vec<u32>,
    /// Who: indices into the document's actors.
    pub actors: Vec<u32>,
    /// How many, how much.
    pub figures: Vec<Figure>,
    /// 0 to 1: what heads the timeline when there is little room.
    pub importance: f32,
}

/// A number told with an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The words.
    pub span: Span,
    /// What is counted: `killed`, `wounded`, `displaced`, `money` …
    pub unit: String,
    /// Lower bound, where the words give one.
    pub min: Option<f64>,
    /// Upper bound, where the words give one.
    pub max: Option<f64>,
}

/// Assembles the events of one document.
#[must_use]
pub fn assemble(
    text: &str,
    document: &Document,
    dates: &[Mention<Dated>],
    anchor: &Anchor,
    places: &Places,
    actors: &[Actor],
) -> Vec<Event> {
    let _ = (text, document, dates, anchor, places, actors);
    Vec::new()
}
