//! A second look at which hits are place mentions, once it is known where they would lie.
//!
//! The recogniser reads the words around a name; here its sum is weighed together with how well the best
//! candidate fits the document. A hamlet beside the document's other places is more likely meant than the
//! words alone told; one on the other side of the earth is more likely a surname.

use super::recognise::Evidence;
use super::resolve::{Choice, LEANING};
use super::scan::Hit;
use super::weights::REVIEW;
use crate::gazetteer::{Feature, NameKind};

/// How many features there are.
pub(crate) const FEATURES: usize = 20;

/// The least sum of the recogniser that is looked at again.
const DOUBTFUL: f32 = -3.0;

/// Whether a hit is worth a second look.
pub(crate) fn is_open(evidence: &Evidence) -> bool {
    evidence.score > DOUBTFUL
}

/// Whether a hit is a mention after all.
pub(crate) fn is_mention(hit: &Hit, evidence: &Evidence, options: &[Choice]) -> bool {
    let sum: f32 =
        features(hit, evidence, options).iter().zip(REVIEW).map(|(value, weight)| value * weight).sum();
    sum > 0.0
}

/// What is weighed.
pub(crate) fn features(hit: &Hit, evidence: &Evidence, options: &[Choice]) -> [f32; FEATURES] {
    let mut row = [0.0; FEATURES];
    row[0] = 1.0;
    row[1] = evidence.score.clamp(-4.0, 8.0);
    let Some(best) = options.first() else { return row };
    let feature = best.facts.feature;
    let yes = |holds: bool| f32::from(u8::from(holds));
    if best.kind == NameKind::Demonym {
        row[2] = 1.0;
        return row;
    }
    row[3] = best.share;
    row[4] = best.values[18];
    row[5] = yes(best.values[16] > 0.0);
    row[6] = yes(best.kind == NameKind::Alias);
    if feature.is_settlement() {
        let near = best.values[28];
        row[7] = 1.0;
        row[8] = near;
        row[9] = best.values[19];
        row[10] = best.values[24];
        row[11] = (best.facts.log_population - 12.0) / 10.0;
        row[12] = yes(best.facts.log_population < 14.0) * yes(near < 0.1);
        row[13] = yes(hit.words >= 2) * near;
        row[14] = best.values[LEANING];
        row[15] = best.values[LEANING + 2];
        row[16] = best.values[LEANING + 4];
    }
    if matches!(feature, Feature::Admin1 | Feature::Admin2) {
        row[17] = best.values[28];
        row[18] = best.values[LEANING + 2];
        row[19] = best.values[19];
    }
    row
}
