//! Gradient descent on the two models.

use std::fmt::Write as _;

use super::Case;
use dateline::score::place::{RADIUS, distance};
use dateline::toponym::tuning::{self, Observation};

/// Steps of descent; by then the loss has stopped falling in its fourth figure.
const STEPS: usize = 700;

/// Fits the recogniser: which hits overlap an annotated place.
pub(crate) fn recogniser(cases: &[&Case]) -> Vec<f64> {
    logistic(cases, |seen| Some(&seen.features))
}

/// Fits the second look: the same question to what is known after the resolver has spoken.
pub(crate) fn review(cases: &[&Case]) -> Vec<f64> {
    logistic(cases, |seen| seen.review.as_deref())
}

/// Fits the trust in a best candidate: whether it lies near the annotated point.
pub(crate) fn trust(cases: &[&Case]) -> Vec<f64> {
    let mut rows: Vec<(&[f32], f64)> = Vec::new();
    for case in cases {
        for seen in case.seen.iter().filter(|seen| case.demonyms || !seen.demonym) {
            let place = case.gold.iter().find(|p| !p.ignored && p.span.overlaps(seen.span));
            if let (Some(row), Some(point), Some(best)) =
                (seen.review.as_deref(), place.and_then(|p| p.point), seen.candidates.first())
            {
                let right = distance((best.lat.into(), best.lon.into()), point) <= RADIUS;
                rows.push((row, f64::from(u8::from(right))));
            }
        }
    }
    regress(&rows)
}

fn logistic(cases: &[&Case], features: impl Fn(&Observation) -> Option<&[f32]>) -> Vec<f64> {
    let mut rows: Vec<(&[f32], f64)> = Vec::new();
    for case in cases {
        for seen in &case.seen {
            let Some(row) = features(seen).filter(|_| case.demonyms || !seen.demonym) else { continue };
            let overlapping = || case.gold.iter().filter(|p| p.span.overlaps(seen.span));
            let is_place = overlapping().any(|p| !p.ignored);
            if is_place || overlapping().next().is_none() {
                rows.push((row, f64::from(u8::from(is_place))));
            }
        }
    }
    regress(&rows)
}

/// Logistic regression.
fn regress(rows: &[(&[f32], f64)]) -> Vec<f64> {
    let features = rows.first().map_or(0, |r| r.0.len());
    let total = rows.len() as f64;
    descend(features, 0.0005, &[], |weights, gradient| {
        for (row, target) in rows {
            let sum: f64 = row.iter().zip(weights).map(|(v, w)| f64::from(*v) * w).sum();
            let error = (1.0 / (1.0 + (-sum).exp()) - target) / total;
            for (slot, value) in gradient.iter_mut().zip(*row) {
                *slot += error * f64::from(*value);
            }
        }
    })
}

/// Fits the resolver: which candidate lies near the annotated point.
pub(crate) fn resolver(cases: &[&Case]) -> Vec<f64> {
    let mut lists: Vec<Vec<(&[f32], bool)>> = Vec::new();
    for case in cases {
        for seen in &case.seen {
            let Some(point) =
                case.gold.iter().find(|p| !p.ignored && p.span.overlaps(seen.span)).and_then(|p| p.point)
            else {
                continue;
            };
            let list: Vec<(&[f32], bool)> = seen
                .candidates
                .iter()
                .map(|c| (c.features.as_slice(), distance((c.lat.into(), c.lon.into()), point) <= RADIUS))
                .collect();
            if list.iter().any(|c| c.1) && list.iter().any(|c| !c.1) {
                lists.push(list);
            }
        }
    }
    let features = lists.first().and_then(|l| l.first()).map_or(0, |c| c.0.len());
    let total = lists.len() as f64;
    descend(features, 0.0005, tuning::BOUNDS, |weights, gradient| {
        for list in &lists {
            let scores: Vec<f64> = list
                .iter()
                .map(|(row, _)| row.iter().zip(weights).map(|(v, w)| f64::from(*v) * w).sum())
                .collect();
            let most = scores.iter().copied().fold(f64::MIN, f64::max);
            let masses: Vec<f64> = scores.iter().map(|s| (s - most).exp()).collect();
            let all: f64 = masses.iter().sum();
            let right: f64 = masses.iter().zip(list).filter(|(_, c)| c.1).map(|(m, _)| m).sum();
            for ((row, good), mass) in list.iter().zip(&masses) {
                let target = if *good { mass / right.max(1e-12) } else { 0.0 };
                let error = (mass / all - target) / total;
                for (slot, value) in gradient.iter_mut().zip(*row) {
                    *slot += error * f64::from(*value);
                }
            }
        }
    })
}

/// Adam from zero, with a pull towards zero; `bounds` keep single weights between two values.
fn descend(
    features: usize,
    pull: f64,
    bounds: &[(usize, f64, f64)],
    gradient_of: impl Fn(&[f64], &mut [f64]),
) -> Vec<f64> {
    let mut weights = vec![0.0; features];
    let (mut mean, mut square) = (vec![0.0; features], vec![0.0; features]);
    for step in 1..=STEPS {
        let mut gradient: Vec<f64> = weights.iter().map(|w| pull * w).collect();
        gradient_of(&weights, &mut gradient);
        let rate = 0.05 * if step > STEPS * 2 / 3 { 0.2 } else { 1.0 };
        for (((weight, mean), square), slope) in
            weights.iter_mut().zip(&mut mean).zip(&mut square).zip(&gradient)
        {
            *mean = 0.9 * *mean + 0.1 * slope;
            *square = 0.999 * *square + 0.001 * slope * slope;
            let mean = *mean / (1.0 - 0.9_f64.powi(step as i32));
            let square = *square / (1.0 - 0.999_f64.powi(step as i32));
            *weight -= rate * mean / (square.sqrt() + 1e-8);
        }
        for (feature, least, most) in bounds {
            if let Some(weight) = weights.get_mut(*feature) {
                *weight = weight.clamp(*least, *most);
            }
        }
    }
    weights
}

/// The source of the weights' module.
pub(crate) fn table(recognise: &[f64], resolve: &[f64], review: &[f64], trust: &[f64]) -> String {
    let list = |weights: &[f64]| {
        let mut text = String::new();
        for line in weights.chunks(12) {
            let line: Vec<String> = line.iter().map(|w| format!("{:.2}", w + 0.0)).collect();
            let _ = writeln!(text, "    {},", line.join(", "));
        }
        text
    };
    format!(
        "//! The weights of the models, one a feature, as `src/bin/fit` has fitted them on the development sets.\n\n\
         use super::{{recognise, resolve, review}};\n\n\
         /// Over this sum a hit is a mention.\npub(crate) const THRESHOLD: f32 = -0.1;\n\n\
         /// See [`recognise`].\n#[rustfmt::skip]\npub(crate) const RECOGNISE: [f32; recognise::FEATURES] = [\n{}];\n\n\
         /// See [`resolve`].\n#[rustfmt::skip]\npub(crate) const RESOLVE: [f32; resolve::FEATURES] = [\n{}];\n\n\
         /// See [`review`].\n#[rustfmt::skip]\npub(crate) const REVIEW: [f32; review::FEATURES] = [\n{}];\n\n\
         /// See [`review`].\n#[rustfmt::skip]\npub(crate) const TRUST: [f32; review::FEATURES] = [\n{}];\n",
        list(recognise),
        list(resolve),
        list(review),
        list(trust)
    )
}
