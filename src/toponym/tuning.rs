//! What the two models see, laid open for the program that fits their weights (`src/bin/fit`).

use super::context::Leaning;
use super::recognise::Evidence;
use super::scan::{Hit, Reader};
use super::{beside, recognise, resolve, review, sign};
use crate::actor::Actor;
use crate::actor::tokens::Tokens;
use crate::document::Document;
use crate::gazetteer::Gazetteer;
use crate::span::Span;

/// A name of the gazetteer in a text, with everything the models weigh.
#[derive(Debug, Clone)]
pub struct Observation {
    /// The words.
    pub span: Span,
    /// Whether it is only an adjective or inhabitants.
    pub demonym: bool,
    /// Whether the present weights take it for a place mention.
    pub accepted: bool,
    /// The recogniser's features.
    pub features: Vec<f32>,
    /// The features of the second look; none where it was not worth one.
    pub review: Option<Vec<f32>>,
    /// The candidates, best first; empty where it was not worth a second look.
    pub candidates: Vec<ObservedCandidate>,
}

impl Observation {
    /// The features that weigh most, with their weights, for the error report.
    #[must_use]
    pub fn why(&self) -> String {
        let mut terms: Vec<(usize, f32)> = self
            .features
            .iter()
            .zip(super::weights::RECOGNISE)
            .map(|(value, weight)| value * weight)
            .enumerate()
            .filter(|(_, term)| term.abs() > 0.05)
            .collect();
        crate::order::sort_by(&mut terms, |a, b| b.1.abs().total_cmp(&a.1.abs()));
        terms.iter().map(|(feature, term)| format!("{feature}:{term:.1} ")).collect()
    }
}

/// The recogniser's present weights.
#[must_use]
pub fn recogniser() -> Vec<f64> {
    super::weights::RECOGNISE.iter().map(|weight| f64::from(*weight)).collect()
}

/// Weights of the resolver that how English works keeps at least and at most so large, whatever the few
/// examples of a set say: feature, least, most.
pub const BOUNDS: &[(usize, f64, f64)] = &beside::bounds(resolve::BESIDE);

/// A place an [`Observation`] may mean.
#[derive(Debug, Clone)]
pub struct ObservedCandidate {
    /// Degrees north.
    pub lat: f32,
    /// Degrees east.
    pub lon: f32,
    /// The resolver's features.
    pub features: Vec<f32>,
}

/// Runs both models on a document and keeps what they saw.
#[must_use]
pub fn observe(
    text: &str,
    document: &Document,
    actors: &[Actor],
    dates: &[Span],
    gazetteer: &Gazetteer,
    leanings: &[Leaning],
) -> Vec<Observation> {
    let reader = Reader { tokens: Tokens { text, document }, gazetteer };
    let hits = reader.hits();
    let own = resolve::all_options(gazetteer, &hits);
    let evidence = recognise::weigh(&reader, &hits, &own, actors, dates);
    let (open, own): (Vec<Hit>, Vec<_>) = hits
        .iter()
        .zip(own)
        .zip(&evidence)
        .filter(|(_, evidence)| review::is_open(evidence))
        .map(|((hit, own), _)| (hit.clone(), own))
        .unzip();
    let speaks: Vec<bool> =
        evidence.iter().filter(|e| review::is_open(e)).map(Evidence::is_mention).collect();
    let options = resolve::rank(&reader, &open, own, &speaks, leanings);
    let judged: Vec<Evidence> = evidence.iter().filter(|e| review::is_open(e)).cloned().collect();
    let mut rows = review::features(&reader, &open, &judged, &options).into_iter();
    let mut options = options.into_iter();
    hits.iter()
        .zip(&evidence)
        .map(|(hit, evidence)| {
            let open = review::is_open(evidence);
            let candidates = if open { options.next().unwrap_or_default() } else { Vec::new() };
            Observation {
                span: hit.span,
                demonym: evidence.values.get(sign::DEMONYM).is_some_and(|v| *v > 0.0),
                accepted: evidence.is_mention(),
                features: evidence.values.to_vec(),
                review: if open { rows.next().map(|row| row.to_vec()) } else { None },
                candidates: candidates
                    .iter()
                    .map(|candidate| {
                        let (lat, lon) = candidate.facts.point;
                        ObservedCandidate { lat, lon, features: candidate.values.to_vec() }
                    })
                    .collect(),
            }
        })
        .collect()
}
