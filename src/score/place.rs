//! Scores of places, by the definitions of the sets' scorer.
//!
//! *Strict* and *relaxed* measure recognition (equal spans; spans that share a character, one to one).
//! *End to end* is the main figure: a found place is right where it overlaps a gold place and lies within
//! 161 km of it, or has the same GeoNames id. *Area* widens the radius for countries to the gold's own
//! tolerance. *Locations* collapses a document's places to those farther than 161 km apart: what a reader of
//! the map sees. House numbers and postal codes are ignored: neither a hit nor a miss; end to end also gold
//! without a point.

use super::{Around, Prf, share};
use crate::export::json::geonameid;
use crate::toponym::Places;
use serde::Deserialize;

/// The radius of a right answer, in kilometres.
pub const RADIUS: f64 = 161.0;

/// The mean radius of the earth the scorer counts with, in kilometres.
const EARTH: f64 = 6371.0088;

/// The largest error there can be, in kilometres: half the circumference.
const FARTHEST: f64 = 20039.0;

/// An annotated place.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GoldPlace {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Degrees north; none where it was not placed.
    #[serde(default)]
    pub lat: Option<f64>,
    /// Degrees east; none where it was not placed.
    #[serde(default)]
    pub lon: Option<f64>,
    /// GeoNames id.
    #[serde(default)]
    pub geonameid: Option<u32>,
    /// Finer kind: `STREETNR` and `ZIP` are ignored.
    #[serde(default)]
    pub subtype: Option<String>,
    /// How far from its point a country reaches, in kilometres.
    #[serde(default)]
    pub tol_km: Option<f64>,
}

impl GoldPlace {
    /// Degrees north and east, where it was placed.
    #[must_use]
    pub fn point(&self) -> Option<(f64, f64)> {
        self.lat.zip(self.lon)
    }

    /// Whether it is neither a hit nor a miss.
    #[must_use]
    pub fn ignored(&self) -> bool {
        matches!(self.subtype.as_deref(), Some("STREETNR" | "ZIP"))
    }

    fn mark(&self) -> Mark {
        Mark {
            start: self.start,
            end: self.end,
            point: self.point(),
            id: self.geonameid.filter(|id| *id != 0),
        }
    }
}

/// A place with its code points, its point and its id: gold or found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Degrees north and east; none where it was not placed.
    pub point: Option<(f64, f64)>,
    /// GeoNames id.
    pub id: Option<u32>,
}

impl Mark {
    fn shared(&self, other: &Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    fn overlaps_any(&self, others: &[Self]) -> bool {
        others.iter().any(|other| self.shared(other) > 0)
    }

    fn is_within(&self, other: &Self, radius: f64) -> bool {
        let same = self.id.is_some() && self.id == other.id;
        same || self.point.zip(other.point).is_some_and(|(a, b)| distance(a, b) <= radius)
    }
}

/// Great-circle distance between two points in degrees north and east, in kilometres.
#[must_use]
pub fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (lat, other_lat) = (one.0.to_radians(), other.0.to_radians());
    let across = (other.1.to_radians() - one.1.to_radians()) / 2.0;
    let half = ((other_lat - lat) / 2.0).sin().powi(2) + lat.cos() * other_lat.cos() * across.sin().powi(2);
    2.0 * EARTH * half.sqrt().min(1.0).asin()
}

/// The places found in a document of `text`, each with why it was resolved so; `demonyms` says whether the set
/// annotates adjectives and inhabitants, which are left out where it does not.
#[must_use]
pub fn found(text: &str, places: &Places, demonyms: bool) -> Vec<(Mark, String)> {
    let mut at = super::points(text);
    places
        .mentions
        .iter()
        .filter(|mention| demonyms || !mention.is_adjective())
        .map(|mention| {
            let (start, end) = at(mention.span);
            let place = places.resolved(mention);
            let point = place.map(|p| (decimal(p.lat), decimal(p.lon)));
            (Mark { start, end, point, id: place.and_then(geonameid) }, mention.why.clone())
        })
        .collect()
}

/// The number a coordinate is written as.
fn decimal(degrees: f32) -> f64 {
    degrees.to_string().parse().unwrap_or(f64::from(degrees))
}

/// Right and wrong answers and misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hits {
    /// Right answers.
    pub right: usize,
    /// Wrong answers.
    pub wrong: usize,
    /// Gold left over.
    pub missed: usize,
}

impl Hits {
    /// Precision, recall and F1.
    #[must_use]
    pub fn prf(&self) -> Prf {
        Prf::new(self.right, self.right + self.wrong, self.right + self.missed)
    }

    /// Adds another document's.
    pub fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

/// What is counted in one document, or summed over many.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Counts {
    /// Equal spans.
    pub strict: Hits,
    /// Spans that share a character.
    pub relaxed: Hits,
    /// Within [`RADIUS`].
    pub end_to_end: Hits,
    /// Within the gold's own tolerance.
    pub area: Hits,
    /// Error of each recognised and placed mention, in kilometres.
    pub errors: Vec<f64>,
    /// Recognised mentions of placed gold that got no place.
    pub unplaced: usize,
    /// Gold locations found, and all of them.
    pub locations: [usize; 2],
    /// Found locations that are right, and all of them.
    pub found_locations: [usize; 2],
}

/// Counts one document.
#[must_use]
pub fn count(gold: &[GoldPlace], found: &[Mark]) -> Counts {
    let found = once_each(found);
    let (ignored, scored): (Vec<&GoldPlace>, Vec<&GoldPlace>) = gold.iter().partition(|g| g.ignored());
    let mut ignored: Vec<Mark> = ignored.into_iter().map(GoldPlace::mark).collect();
    let all: Vec<Mark> = scored.iter().map(|g| g.mark()).collect();
    let same = |f: &Mark| all.iter().any(|g| (g.start, g.end) == (f.start, f.end));
    let right = found.iter().filter(|f| same(f)).count();
    let wrong = found.iter().filter(|f| !same(f) && !f.overlaps_any(&ignored)).count();
    let strict = Hits { right, wrong, missed: all.len().saturating_sub(right) };
    let matched = pair(&all, &found, |_, _| true);
    let spare = |f: &usize| !matched.iter().any(|m| m.1 == *f) && !found[*f].overlaps_any(&ignored);
    let relaxed = Hits {
        right: matched.len(),
        wrong: (0..found.len()).filter(spare).count(),
        missed: all.len() - matched.len(),
    };
    let (mut errors, mut unplaced) = (Vec::new(), 0);
    for (g, f) in &matched {
        let (gold, found) = (&all[*g], &found[*f]);
        match (gold.point, found.point) {
            (Some(_), Some(_)) if gold.id.is_some() && gold.id == found.id => errors.push(0.0),
            (Some(wanted), Some(got)) => errors.push(distance(wanted, got)),
            (Some(_), None) => unplaced += 1,
            (None, _) => {}
        }
    }
    ignored.extend(all.iter().filter(|g| g.point.is_none()));
    let tolerances: Vec<f64> =
        scored.iter().filter(|g| g.point().is_some()).map(|g| g.tol_km.unwrap_or(RADIUS)).collect();
    let placed: Vec<Mark> = all.iter().filter(|g| g.point.is_some()).copied().collect();
    let answers: Vec<Mark> = found.iter().filter(|f| f.point.is_some()).copied().collect();
    let neutral = |f: &Mark| f.overlaps_any(&ignored) && !f.overlaps_any(&placed);
    let hits = |radius: &dyn Fn(usize) -> f64| {
        let matched = pair(&placed, &answers, |g, f| placed[g].is_within(&answers[f], radius(g)));
        let spare = |f: &usize| !matched.iter().any(|m| m.1 == *f) && !neutral(&answers[*f]);
        Hits {
            right: matched.len(),
            wrong: (0..answers.len()).filter(spare).count(),
            missed: placed.len() - matched.len(),
        }
    };
    let on_the_map: Vec<Mark> = answers.iter().filter(|f| !neutral(f)).copied().collect();
    let (wanted, shown) = (apart(&placed), apart(&on_the_map));
    let near = |mark: &Mark, others: &[Mark]| others.iter().any(|other| mark.is_within(other, RADIUS));
    Counts {
        strict,
        relaxed,
        end_to_end: hits(&|_| RADIUS),
        area: hits(&|g| tolerances.get(g).copied().unwrap_or(RADIUS)),
        errors,
        unplaced,
        locations: [wanted.iter().filter(|w| near(w, &on_the_map)).count(), wanted.len()],
        found_locations: [shown.iter().filter(|s| near(s, &placed)).count(), shown.len()],
    }
}

/// Found places without empty ones, one a span: the first with a point wins.
fn once_each(found: &[Mark]) -> Vec<Mark> {
    let mut kept: Vec<Mark> = Vec::with_capacity(found.len());
    for mark in found.iter().filter(|mark| mark.start < mark.end) {
        match kept.iter_mut().find(|k| (k.start, k.end) == (mark.start, mark.end)) {
            Some(known) if known.point.is_none() && mark.point.is_some() => *known = *mark,
            Some(_) => {}
            None => kept.push(*mark),
        }
    }
    kept.sort_by_key(|mark| (mark.start, mark.end));
    kept
}

/// Pairs one to one where `fits`: equal spans first, then most characters shared, then the leftmost.
fn pair(gold: &[Mark], found: &[Mark], fits: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let mut possible = Vec::new();
    for (g, one) in gold.iter().enumerate() {
        for (f, other) in found.iter().enumerate() {
            let shared = one.shared(other);
            if shared > 0 && fits(g, f) {
                let unequal = (one.start, one.end) != (other.start, other.end);
                possible.push((unequal, std::cmp::Reverse(shared), one.start, g, f));
            }
        }
    }
    possible.sort_unstable();
    let (mut gold_used, mut found_used) = (vec![false; gold.len()], vec![false; found.len()]);
    let mut pairs = Vec::new();
    for (_, _, _, g, f) in possible {
        if !gold_used[g] && !found_used[f] {
            (gold_used[g], found_used[f]) = (true, true);
            pairs.push((g, f));
        }
    }
    pairs
}

/// The places that lie apart: each is farther than [`RADIUS`] from those before it.
fn apart(places: &[Mark]) -> Vec<Mark> {
    let mut kept: Vec<Mark> = Vec::new();
    for place in places {
        let near = |other: &Mark| place.point.zip(other.point).is_some_and(|(a, b)| distance(a, b) <= RADIUS);
        if !kept.iter().any(near) {
            kept.push(*place);
        }
    }
    kept
}

/// What is wrong about a place, end to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Found, and put in the wrong spot.
    Misplaced,
    /// Not found.
    Missed,
    /// Found where no place is annotated.
    Spurious,
}

/// The errors of one document of `text`, end to end, one line each.
#[must_use]
pub fn faults(text: &str, gold: &[GoldPlace], found: &[(Mark, String)]) -> Vec<(Fault, String)> {
    let all: Vec<Mark> = gold.iter().map(GoldPlace::mark).collect();
    let scored: Vec<Mark> =
        gold.iter().filter(|g| !g.ignored() && g.point().is_some()).map(GoldPlace::mark).collect();
    let answers: Vec<Mark> = found.iter().map(|f| f.0).collect();
    let pairs = pair(&scored, &answers, |g, f| scored[g].is_within(&answers[f], RADIUS));
    let around = Around::new(text);
    let mut faults = Vec::new();
    let missed = (0..scored.len()).filter(|g| !pairs.iter().any(|p| p.0 == *g));
    for gold in missed.map(|g| &scored[g]) {
        let words = around.of(gold.start, gold.end);
        let rival = found.iter().find(|(mark, _)| mark.shared(gold) > 0 && mark.point.is_some());
        match rival {
            Some((mark, why)) => {
                let off = gold.point.zip(mark.point).map_or(0.0, |(a, b)| distance(a, b));
                faults.push((Fault::Misplaced, format!("{off:.0} km off  {words}  {why}")));
            }
            None => faults.push((Fault::Missed, words)),
        }
    }
    for (mark, why) in found.iter().filter(|(mark, _)| mark.point.is_some() && !mark.overlaps_any(&all)) {
        faults.push((Fault::Spurious, format!("{}  {why}", around.of(mark.start, mark.end))));
    }
    faults
}

/// How near the recognised and placed mentions lie.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Resolution {
    /// Mentions measured.
    pub mentions: usize,
    /// Share of the recognised mentions that got a place.
    pub resolved: f64,
    /// Share within [`RADIUS`].
    pub within: f64,
    /// Mean error in kilometres.
    pub mean: f64,
    /// Median error in kilometres.
    pub median: f64,
    /// Area under the curve of the logarithms of the errors, 0 to 1; smaller is better (Gritta et al., 2018).
    pub area_under_curve: f64,
}

impl Counts {
    /// Adds another document's.
    pub fn add(&mut self, other: &Self) {
        self.strict.add(&other.strict);
        self.relaxed.add(&other.relaxed);
        self.end_to_end.add(&other.end_to_end);
        self.area.add(&other.area);
        self.errors.extend(&other.errors);
        self.unplaced += other.unplaced;
        for at in [0, 1] {
            self.locations[at] += other.locations[at];
            self.found_locations[at] += other.found_locations[at];
        }
    }

    /// Distinct locations of each document.
    #[must_use]
    pub fn location_prf(&self) -> Prf {
        let precision = share(self.found_locations[0], self.found_locations[1]);
        let recall = share(self.locations[0], self.locations[1]);
        let both = precision + recall;
        Prf { precision, recall, f1: if both > 0.0 { 2.0 * precision * recall / both } else { 0.0 } }
    }

    /// How near the recognised and placed mentions lie.
    #[must_use]
    pub fn resolution(&self) -> Resolution {
        let mentions = self.errors.len();
        if mentions == 0 {
            return Resolution::default();
        }
        let mut errors = self.errors.clone();
        errors.sort_unstable_by(f64::total_cmp);
        let logs: Vec<f64> = errors.iter().map(|error| (error + 1.0).ln()).collect();
        let area: f64 = logs.windows(2).map(|two| (two[0] + two[1]) / 2.0).sum();
        Resolution {
            mentions,
            resolved: share(mentions, mentions + self.unplaced),
            within: share(errors.iter().filter(|error| **error <= RADIUS).count(), mentions),
            mean: errors.iter().sum::<f64>() / mentions as f64,
            median: errors[mentions / 2],
            area_under_curve: if mentions > 1 { area / (FARTHEST.ln() * (mentions - 1) as f64) } else { 0.0 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gold(start: usize, end: usize, point: Option<(f64, f64)>) -> GoldPlace {
        let (lat, lon) = (point.map(|p| p.0), point.map(|p| p.1));
        GoldPlace { start, end, lat, lon, geonameid: None, subtype: None, tol_km: None }
    }

    fn mark(start: usize, end: usize, point: Option<(f64, f64)>) -> Mark {
        Mark { start, end, point, id: None }
    }

    const PARIS: (f64, f64) = (48.85, 2.35);
    const TEXAS: (f64, f64) = (33.66, -95.56);

    #[test]
    fn a_quarter_of_the_equator_is_ten_thousand_kilometres() {
        assert!((distance((0.0, 0.0), (0.0, 90.0)) - 10_007.557).abs() < 0.01);
    }

    #[test]
    fn a_place_in_the_wrong_spot_is_one_miss_and_one_wrong_answer() {
        let counts = count(&[gold(0, 5, Some(PARIS))], &[mark(0, 5, Some(TEXAS))]);
        assert_eq!(counts.strict, Hits { right: 1, wrong: 0, missed: 0 });
        assert_eq!(counts.end_to_end, Hits { right: 0, wrong: 1, missed: 1 });
        assert_eq!((counts.locations, counts.found_locations), ([0, 1], [0, 1]));
        assert!(counts.resolution().mean > 7000.0);
    }

    #[test]
    fn the_same_id_is_right_wherever_the_point_is() {
        let annotated = GoldPlace { geonameid: Some(6_251_999), ..gold(0, 6, Some((60.0, -95.0))) };
        let found = Mark { id: Some(6_251_999), ..mark(0, 6, Some((45.4, -75.7))) };
        assert_eq!(count(&[annotated], &[found]).end_to_end, Hits { right: 1, wrong: 0, missed: 0 });
    }

    #[test]
    fn what_is_ignored_is_neither_hit_nor_miss() {
        let number = GoldPlace { subtype: Some("ZIP".into()), ..gold(6, 11, Some(PARIS)) };
        let counts = count(&[gold(0, 5, None), number], &[mark(0, 5, Some(PARIS)), mark(6, 11, Some(PARIS))]);
        assert_eq!(counts.end_to_end, Hits::default());
        assert_eq!(counts.strict, Hits { right: 1, wrong: 0, missed: 0 });
        assert_eq!(counts.relaxed, Hits { right: 1, wrong: 0, missed: 0 });
    }

    #[test]
    fn a_country_may_be_as_far_as_its_tolerance() {
        let country = GoldPlace { tol_km: Some(1780.0), ..gold(0, 6, Some((60.0, -95.0))) };
        let counts = count(&[country], &[mark(0, 6, Some((50.0, -95.0)))]);
        assert_eq!((counts.end_to_end.right, counts.area.right), (0, 1));
    }

    #[test]
    fn faults_are_told_apart() {
        let text = "Paris, Lyon and Nice.";
        let annotated = [gold(0, 5, Some(PARIS)), gold(7, 11, Some((45.76, 4.84)))];
        let found = [
            (mark(0, 5, Some(TEXAS)), "the larger".to_owned()),
            (mark(16, 20, Some((43.7, 7.27))), "alone".to_owned()),
        ];
        let faults = faults(text, &annotated, &found);
        let kinds: Vec<Fault> = faults.iter().map(|f| f.0).collect();
        assert_eq!(kinds, [Fault::Misplaced, Fault::Missed, Fault::Spurious]);
        assert!(faults[1].1.contains("[Lyon]"), "{faults:?}");
    }

    #[test]
    fn spans_found_twice_count_once() {
        let twice = [mark(0, 5, None), mark(0, 5, Some(PARIS))];
        assert_eq!(count(&[gold(0, 5, Some(PARIS))], &twice).end_to_end.right, 1);
        assert_eq!(count(&[], &twice).relaxed.wrong, 1);
    }
}
