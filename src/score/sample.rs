//! Scores of the places of a file of many documents, read as a user drops it.
//!
//! Here every mention is annotated with what it does and with how far its point may lie off. *Literal recall* is
//! the share of the named literal places that some found place overlaps; *precision* the share of the found
//! places that overlap an annotated one, described ones ("the Syrian capital") included; *points* the share of
//! the named places found that some found place there puts within their own precision or [`NEAR`] kilometres.

use super::place::{Mark, distance};
use super::{Around, share};
use serde::Deserialize;

/// The radius of a right answer where the annotation asks for a smaller one, in kilometres.
pub const NEAR: f64 = 30.0;

/// A place of the bundle; offsets count in the whole file.
#[derive(Debug, Clone, Deserialize)]
pub struct BundledPlace {
    /// The number of its document, from 1.
    pub doc: usize,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// `literal`, `associative` or `metonym`.
    pub class: String,
    /// `named` or `nominal`.
    pub mention: String,
    /// Degrees north; none of what is not on a map.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// How far from the point the words reach, in kilometres.
    pub precision_km: Option<f64>,
}

impl BundledPlace {
    fn overlaps(&self, mark: &Mark) -> bool {
        self.start < mark.end && mark.start < self.end
    }
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceCounts {
    /// Named literal places, and those found.
    pub literal: [usize; 2],
    /// Places found, and those that are annotated.
    pub found: [usize; 2],
    /// Named places found that have a point, and those in the right spot.
    pub points: [usize; 2],
    /// The errors, one line each.
    pub faults: Vec<String>,
}

impl PlaceCounts {
    /// Counts one document of a file of `text`.
    pub fn add(&mut self, text: &str, gold: &[&BundledPlace], found: &[(Mark, String)]) {
        let around = Around::new(text);
        for known in gold.iter().filter(|known| known.mention == "named") {
            let over: Vec<&(Mark, String)> = found.iter().filter(|(mark, _)| known.overlaps(mark)).collect();
            let words = || around.of(known.start, known.end);
            if known.class == "literal" {
                self.literal[0] += 1;
                self.literal[1] += usize::from(!over.is_empty());
                if over.is_empty() {
                    self.faults.push(format!("missed  {}", words()));
                }
            }
            let Some(point) = known.lat.zip(known.lon) else { continue };
            let off = over.iter().filter_map(|(mark, why)| Some((distance(point, mark.point?), why)));
            let Some((off, why)) = off.min_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
            let right = off <= known.precision_km.unwrap_or(0.0).max(NEAR);
            self.points[0] += 1;
            self.points[1] += usize::from(right);
            if !right {
                self.faults.push(format!("{off:.0} km off  {}  {why}", words()));
            }
        }
        for (mark, why) in found {
            let known = gold.iter().any(|known| known.overlaps(mark));
            self.found[0] += 1;
            self.found[1] += usize::from(known);
            if !known {
                self.faults.push(format!("no place annotated  {}  {why}", around.of(mark.start, mark.end)));
            }
        }
    }

    /// Literal recall, precision, and the share of points that are right; 0 to 1.
    #[must_use]
    pub fn shares(&self) -> [f64; 3] {
        [self.literal, self.found, self.points].map(|[all, right]| share(right, all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_may_lie_as_far_off_as_its_precision() {
        let gold = |start, end, class: &str, precision| BundledPlace {
            doc: 1,
            start,
            end,
            class: class.into(),
            mention: "named".into(),
            lat: Some(10.0),
            lon: Some(10.0),
            precision_km: Some(precision),
        };
        let known = [gold(0, 4, "literal", 5.0), gold(5, 9, "metonym", 200.0), gold(10, 14, "literal", 5.0)];
        let mark = |start, end, lat| {
            (Mark { start, end, point: Some((lat, 10.0)), id: None }, String::from("because"))
        };
        // 1 degree is 111 km
        let found = [mark(0, 4, 11.0), mark(5, 9, 11.0), mark(15, 19, 10.0)];
        let mut counts = PlaceCounts::default();
        counts.add("Aaaa Bbbb Cccc Dddd", &known.iter().collect::<Vec<_>>(), &found);
        assert_eq!((counts.literal, counts.found, counts.points), ([2, 1], [3, 2], [2, 1]));
        assert_eq!(counts.faults.len(), 3, "{:?}", counts.faults);
    }
}
