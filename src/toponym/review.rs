//! A second look at which hits are place mentions, once it is known where they would lie.
//!
//! The recogniser reads the words around a name; here its sum is weighed together with how well the best
//! candidate fits the document. A hamlet beside the document's other places is more likely meant than the
//! words alone told; one on the other side of the earth is more likely a surname.

use std::collections::{BTreeMap, BTreeSet};

use super::recognise::Evidence;
use super::resolve::{self, Choice, LEANING};
use super::scan::{Hit, Reader};
use super::sign;
use super::weights::{REVIEW, TRUST};
use crate::gazetteer::{Facts, Feature, NameKind};

/// How many features there are.
pub(crate) const FEATURES: usize = 34;

/// The least sum of the recogniser that is looked at again.
const DOUBTFUL: f32 = -3.0;

/// Whether a hit is worth a second look.
pub(crate) fn is_open(evidence: &Evidence) -> bool {
    evidence.score > DOUBTFUL
}

/// What is decided about a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// It is a place mention.
    pub(crate) mention: bool,
    /// Its best candidate is what it means.
    pub(crate) placed: bool,
}

impl Verdict {
    /// What the recogniser alone says.
    pub(crate) fn at_first(evidence: &Evidence) -> Self {
        Self { mention: evidence.is_mention(), placed: true }
    }
}

/// Why a mention that has candidates was not placed.
pub(crate) const OPEN: &str = "None of the places of that name fits the document.";

/// A mention is put on the map where it is likelier than this that there is one and that it lies there. A wrong
/// spot costs as much as a missing one, so that the best share is half of what the whole reaches.
const PLACED: f32 = 0.42;

/// From here on it is sure where a name lies, if it is one of a place.
const SURE: f32 = 0.85;

/// Names that a document must have before how they lie to each other tells anything.
const COMPANY: usize = 3;

/// Whether everybody knows the place: a country, a capital, a town of more than 200,000, where the name hardly
/// means another.
fn is_known(best: &Choice) -> bool {
    let Facts { feature, log_population, .. } = best.facts;
    let town = feature.is_settlement() && log_population > 17.6;
    best.share > 0.5
        && (town
            || matches!(feature, Feature::Country | Feature::Capital | Feature::Continent | Feature::Admin1))
}

/// Decides about every hit.
pub(crate) fn judge(
    reader: &Reader<'_>,
    hits: &[Hit],
    evidence: &[Evidence],
    options: &[Vec<Choice>],
) -> Vec<Verdict> {
    let share = |row: &[f32; FEATURES], weights: &[f32; FEATURES]| {
        let sum: f32 = row.iter().zip(weights).map(|(value, weight)| value * weight).sum();
        1.0 / (1.0 + (-sum).exp())
    };
    let names: BTreeSet<u64> =
        hits.iter().zip(evidence).filter(|(_, e)| e.is_mention()).map(|(hit, _)| hit.name).collect();
    if names.len() < COMPANY {
        return evidence.iter().map(Verdict::at_first).collect();
    }
    features(reader, hits, evidence, options)
        .iter()
        .zip(evidence)
        .zip(options)
        .map(|((row, evidence), own)| {
            let (mention, trust) = (share(row, &REVIEW), share(row, &TRUST));
            // the words speak for a place, and where it would lie is sure: nothing is left to doubt
            let stands = mention > 0.5 || (evidence.is_mention() && trust > SURE);
            let known = own.first().is_some_and(is_known);
            Verdict { mention: stands, placed: known || mention * trust > PLACED || (stands && trust > SURE) }
        })
        .collect()
}

/// What is weighed of every hit.
pub(crate) fn features(
    reader: &Reader<'_>,
    hits: &[Hit],
    evidence: &[Evidence],
    options: &[Vec<Choice>],
) -> Vec<[f32; FEATURES]> {
    let mut names: BTreeMap<u64, Named> = BTreeMap::new();
    for (number, (hit, own)) in hits.iter().zip(options).enumerate() {
        let name = names.entry(hit.name).or_default();
        name.count += 1.0;
        let around = hits.get(number + 1).zip(options.get(number + 1)).and_then(|(next, own)| {
            let best = own.first().filter(|_| resolve::is_joined(reader, hit, next))?;
            (best.kind != NameKind::Demonym
                && matches!(best.facts.feature, Feature::Country | Feature::Admin1))
            .then_some(best)
        });
        let inside = own.first().is_some_and(|best| best.values[16] > 0.0);
        name.inside |= inside;
        name.outside |= around.is_some() && !inside;
    }
    let rows = hits.iter().zip(evidence).zip(options).map(|((hit, evidence), own)| {
        let name = names.get(&hit.name).copied().unwrap_or_default();
        row(hit, evidence, own, name)
    });
    rows.collect()
}

/// What all mentions of a name tell.
#[derive(Debug, Clone, Copy, Default)]
struct Named {
    count: f32,
    /// Some mention stands before the country or division that holds its candidate.
    inside: bool,
    /// Some mention stands before one that holds none of its candidates: it is another place, or a list.
    outside: bool,
}

fn row(hit: &Hit, evidence: &Evidence, options: &[Choice], name: Named) -> [f32; FEATURES] {
    let yes = |holds: bool| f32::from(u8::from(holds));
    let seen =
        |features: &[usize]| features.iter().any(|f| evidence.values.get(*f).is_some_and(|v| *v > 0.0));
    let mut row = [0.0; FEATURES];
    row[0] = 1.0;
    row[1] = evidence.score.clamp(-4.0, 8.0);
    row[2] = name.count.ln();
    let Some(best) = options.first() else { return row };
    if best.kind == NameKind::Demonym {
        row[3] = 1.0;
        return row;
    }
    let continued = yes(seen(&[
        sign::BEFORE_CAPITAL,
        sign::BEFORE_ORGANISATION,
        sign::BEFORE_STREET,
        sign::BEFORE_PLACE_NAME,
    ]));
    let foreign = best.values[resolve::MISMATCH];
    row[4] = best.share;
    row[5] = best.values[18];
    row[6] = yes(best.values[16] > 0.0);
    row[7] = yes(best.kind == NameKind::Alias && best.facts.log_population < 17.0);
    row[8] = foreign;
    row[9] = yes(name.outside && !name.inside);
    let feature = best.facts.feature;
    if feature.is_settlement() {
        let near = best.values[28];
        // of districts and squares the inhabitants are mostly not known
        let known = best.facts.log_population > 0.0;
        let small = yes(known && best.facts.log_population < 14.0);
        row[10] = 1.0;
        row[11] = near;
        row[12] = best.values[19];
        row[13] = best.values[24];
        row[14] = yes(known) * (best.facts.log_population - 12.0) / 10.0;
        row[15] = small * yes(near < 0.1);
        row[16] = yes(hit.words >= 2) * near;
        row[17] = best.values[LEANING];
        row[18] = best.values[LEANING + 2];
        row[19] = best.values[LEANING + 4];
        row[20] = continued;
        row[21] = continued * near;
        row[22] = (continued + foreign).min(1.0) * yes(near < 0.1);
        row[23] = row[9];
        row[24] = yes(seen(&[sign::AFTER_CAPITAL]));
        row[25] = row[24] * near;
        row[26] = best.values[resolve::FAME];
        row[27] = best.values[18] * small;
        row[28] = yes(hit.words >= 2) * small * yes(near < 0.1);
    }
    if matches!(feature, Feature::Admin1 | Feature::Admin2) {
        row[29] = best.values[28];
        row[30] = best.values[LEANING + 2];
        row[31] = best.values[19];
        row[32] = continued;
    }
    if feature == Feature::Country {
        row[33] = continued;
    }
    row
}
