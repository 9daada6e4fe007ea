//! Scores against annotated sets, by the definitions of the sets' own scorers.
//!
//! - [`time`]: TIMEX3 as in TempEval-3: spans strict and relaxed, type, value, calendar dates.
//! - [`place`]: recognition, and end-to-end F1 within 161 km.
//! - [`sample`]: places of a bundle, each with its own precision.
//! - [`actor`]: people and organisations of a bundle.
//! - [`event`]: events of a bundle: date, scene, and what is shown beyond the truth.
//! - [`published`]: publication days from the text alone.
//! - [`phenomenon`]: which expressions the errors are about.
//! - [`sets`]: the sets known, and how each is read.
//!
//! A set is JSON lines, one [`GoldDocument`] each; offsets count Unicode code points, end exclusive. Nothing
//! here reads a file or keeps a text: the sets are no part of the project.

pub mod actor;
pub mod event;
pub mod phenomenon;
pub mod place;
pub mod published;
pub mod sample;
pub mod sets;
pub mod time;

use crate::analysis::DocumentAnalysis;
use crate::export::json::Id;
use crate::timex::Day;
use serde::Deserialize;

/// One annotated document.
#[derive(Debug, Clone, Deserialize)]
pub struct GoldDocument {
    /// Its id, unique in its set.
    pub id: Id,
    /// Its text.
    pub text: String,
    /// Who published it, in a set that says so: its site's name.
    #[serde(default)]
    pub domain: Option<String>,
    /// Its publication day, `YYYY-MM-DD`; a time after it is let be.
    #[serde(default)]
    pub dct: Option<String>,
    /// Its temporal expressions, in a set that has them.
    #[serde(default)]
    pub timexes: Vec<time::Expression>,
    /// Its places, in a set that has them.
    #[serde(default)]
    pub places: Vec<place::GoldPlace>,
}

impl GoldDocument {
    /// The publication day, where one is given.
    #[must_use]
    pub fn published(&self) -> Option<Day> {
        self.dct.as_deref()?.get(..10).and_then(Day::from_iso)
    }
}

/// The objects of JSON lines that can be read, and a line about each of the others: its number from 1,
/// and what is wrong with it.
pub fn read<T: for<'l> Deserialize<'l>>(lines: &str) -> (Vec<T>, Vec<String>) {
    let (mut objects, mut complaints) = (Vec::new(), Vec::new());
    for (index, line) in lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(object) => objects.push(object),
            Err(error) => complaints.push(format!("line {}: {error}", index + 1)),
        }
    }
    (objects, complaints)
}

/// Precision, recall and their harmonic mean, 0 to 1; 0 where nothing is counted.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Prf {
    /// Share of what was found that is right.
    pub precision: f64,
    /// Share of what is annotated that was found.
    pub recall: f64,
    /// Harmonic mean of the two.
    pub f1: f64,
}

impl Prf {
    /// From the numbers of right, found and annotated items.
    #[must_use]
    pub fn new(right: usize, found: usize, gold: usize) -> Self {
        let (precision, recall) = (share(right, found), share(right, gold));
        let both = precision + recall;
        Self { precision, recall, f1: if both > 0.0 { 2.0 * precision * recall / both } else { 0.0 } }
    }
}

/// `part` of `whole`, 0 to 1; 0 of nothing.
#[must_use]
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The 95 % interval of a figure over documents: `figure` of `draws` samples of the documents' counts, drawn
/// with replacement. The same counts give the same interval.
pub fn interval<C: Clone + Default>(
    counts: &[C],
    draws: usize,
    add: impl Fn(&mut C, &C),
    figure: impl Fn(&C) -> f64,
) -> Option<(f64, f64)> {
    if counts.len() < 2 || draws < 40 {
        return None;
    }
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut figures: Vec<f64> = (0..draws)
        .map(|_| {
            let mut sum = C::default();
            for _ in counts {
                let at = (u128::from(next(&mut state)) * counts.len() as u128) >> 64;
                add(&mut sum, &counts[at as usize]);
            }
            figure(&sum)
        })
        .collect();
    figures.sort_unstable_by(f64::total_cmp);
    Some((figures[draws / 40], figures[draws - draws / 40 - 1]))
}

/// SplitMix64 (Steele, Lea and Flood, 2014): enough for drawing samples.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// Byte offsets as counts of code points.
fn points(text: &str) -> impl FnMut(crate::span::Span) -> (usize, usize) + '_ {
    let points = crate::span::CodePoints::new(text);
    move |span| {
        let start = points.at(span.start());
        (start, points.at(span.end()))
    }
}

/// The dates found in a document of `text`, as a set writes them.
#[must_use]
pub fn expressions(text: &str, document: &DocumentAnalysis) -> Vec<time::Expression> {
    let mut at = points(text);
    document
        .dates
        .iter()
        .map(|date| {
            let (start, end) = at(date.span);
            time::Expression {
                start,
                end,
                text: Some(date.span.of(text).to_owned()),
                kind: Some(date.value.kind.name().to_owned()),
                value: Some(date.value.value.clone()),
            }
        })
        .collect()
}

/// The words around a span of a text.
struct Around<'t> {
    text: &'t str,
    bytes: Vec<usize>,
}

/// Code points shown on each side.
const SIDES: [usize; 2] = [50, 35];

impl<'t> Around<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, bytes: text.char_indices().map(|(at, _)| at).chain([text.len()]).collect() }
    }

    /// The words from code point `start` to `end`, with some of those around them.
    fn of(&self, start: usize, end: usize) -> String {
        let last = self.bytes.len() - 1;
        let start = start.min(last);
        let end = end.clamp(start, last);
        let part = |from: usize, to: usize| {
            one_line(self.text.get(self.bytes[from]..self.bytes[to.min(last)]).unwrap_or_default())
        };
        format!(
            "…{} [{}] {}…",
            part(start.saturating_sub(SIDES[0]), start),
            part(start, end),
            part(end, end + SIDES[1])
        )
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_is_named_and_the_rest_is_read() {
        let lines = "{\"id\": \"a\", \"text\": \"x\", \"dct\": \"2017-04-26T10:00\"}\n\n{\"id\": 7\n";
        let (documents, complaints) = read::<GoldDocument>(lines);
        assert_eq!(documents.len(), 1);
        assert_eq!(documents[0].published(), Day::from_ymd(2017, 4, 26));
        assert_eq!(complaints.len(), 1);
        assert!(complaints[0].starts_with("line 3: "), "{complaints:?}");
    }

    #[test]
    fn nothing_counted_is_nought() {
        assert_eq!(Prf::new(0, 0, 0), Prf::default());
        let prf = Prf::new(1, 2, 4);
        assert!((prf.f1 - 1.0 / 3.0).abs() < 1e-9, "{prf:?}");
    }

    #[test]
    fn an_interval_holds_the_figure_and_is_the_same_twice() {
        let counts: Vec<usize> = (0..100).map(|n| usize::from(n % 4 == 0)).collect();
        let run = || interval(&counts, 400, |sum, one| *sum += one, |sum| share(*sum, 100));
        let (low, high) = run().expect("enough documents");
        assert!(low < 0.25 && 0.25 < high && high - low < 0.25, "{low} {high}");
        assert_eq!(run(), Some((low, high)));
        assert_eq!(interval(&[1_usize], 400, |s, o| *s += o, |s| *s as f64), None);
    }
}
