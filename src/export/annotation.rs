//! Every date and place as a W3C Web Annotation, in one annotation page.

use super::json::geonameid;
use super::{ATTRIBUTION, files, identity};
use crate::analysis::DocumentAnalysis;
use crate::dossier::{DocumentId, Dossier};
use crate::span::{CodePoints, Span};
use serde::Serialize;

/// Characters of context before and after the words.
const CONTEXT: usize = 32;

#[derive(Serialize)]
struct Page<'d> {
    #[serde(rename = "@context")]
    context: &'static str,
    r#type: &'static str,
    label: &'static str,
    items: Vec<Annotation<'d>>,
}

#[derive(Serialize)]
struct Annotation<'d> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: Vec<Body<'d>>,
    target: Target<'d>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Body<'d> {
    #[serde(rename = "TextualBody")]
    Text { purpose: &'static str, value: &'d str },
    #[serde(rename = "SpecificResource")]
    Place { purpose: &'static str, source: String },
}

#[derive(Serialize)]
struct Target<'d> {
    source: &'d str,
    selector: (Quote<'d>, Position),
}

#[derive(Serialize)]
struct Quote<'d> {
    r#type: &'static str,
    exact: &'d str,
    prefix: &'d str,
    suffix: &'d str,
}

#[derive(Serialize)]
struct Position {
    r#type: &'static str,
    start: usize,
    end: usize,
}

/// Writes the mentions of the documents. A date's body is its EDTF string, or its TIMEX3 value where it is
/// not on the calendar; a place's is its name, and its GeoNames resource.
pub(super) fn write(dossier: &Dossier, documents: &[DocumentId]) -> String {
    let mut items = Vec::new();
    for (file, documents) in files(dossier, documents) {
        let text = file.text.content.as_str();
        let points = CodePoints::new(text);
        for document in documents {
            let mut mentions = mentions(text, document);
            crate::order::sort_by_key(&mut mentions, |(span, _)| *span);
            items.extend(mentions.into_iter().map(|(span, body)| {
                let selector = (quote(text, span), position(&points, span));
                let target = Target { source: &file.source.name, selector };
                let id = format!("urn:dateline:{:016x}:{}", identity(&[&file.source.name]), span.start());
                Annotation { id, r#type: "Annotation", motivation: "identifying", body, target }
            }));
        }
    }
    let page = Page {
        context: "http://www.w3.org/ns/anno.jsonld",
        r#type: "AnnotationPage",
        label: ATTRIBUTION,
        items,
    };
    serde_json::to_string_pretty(&page).unwrap_or_default()
}

fn mentions<'d>(text: &'d str, document: &'d DocumentAnalysis) -> Vec<(Span, Vec<Body<'d>>)> {
    let dates = document.dates.iter().map(|date| {
        let value = date.value.edtf.as_ref().unwrap_or(&date.value.value);
        (date.span, vec![Body::Text { purpose: "tagging", value }])
    });
    let places = document.places.mentions.iter().map(|mention| {
        let place = document.places.resolved(mention);
        let value = place.map_or(mention.span.of(text), |place| place.name.as_str());
        let identity = place.and_then(geonameid).map(|id| Body::Place {
            purpose: "identifying",
            source: format!("https://sws.geonames.org/{id}/"),
        });
        let body = [Some(Body::Text { purpose: "tagging", value }), identity];
        (mention.span, body.into_iter().flatten().collect())
    });
    dates.chain(places).collect()
}

fn quote(text: &str, span: Span) -> Quote<'_> {
    let (before, after) = (&text[..span.start()], &text[span.end()..]);
    let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    Quote { r#type: "TextQuoteSelector", exact: span.of(text), prefix: &before[from..], suffix: &after[..to] }
}

fn position(points: &CodePoints<'_>, span: Span) -> Position {
    Position { r#type: "TextPositionSelector", start: points.at(span.start()), end: points.at(span.end()) }
}
