//! What other documents of the same folder, bundle or publisher say of a document's names.
//!
//! Every document casts [`Vote`]s: what it takes its names to mean by itself, each with how sure it is. A
//! [`Context`] sums the votes of many; [`Context::leanings`] answers one document how its candidates fit what
//! the *others* say. A document's own votes are taken out of the sum, and votes are cast before anything is
//! heard from others: nothing runs in circles, and the order in which documents come in changes nothing. Sums
//! are whole numbers, so that taking a vote back leaves no trace.

use crate::gazetteer::PlaceId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many figures a [`Leaning`] has.
pub const FIGURES: usize = 6;
/// The figures of a [`Leaning`] are counted in this part of one, so that a far-off change in a large folder
/// is no change.
const STEP: f32 = 1.0 / 16.0;
/// Whole numbers a vote of one is counted in.
const UNIT: f32 = 4096.0;
/// Edge of a cell in degrees.
const CELL: f32 = 0.5;
/// Kilometres in which nearness falls to 1/e: a local paper's county and those around it.
const REACH: f32 = 50.0;
/// Documents that count as much as all that is known without them.
const DOUBT: f32 = 2.0;
/// The share from which a name is sure.
const SURE: f32 = 0.9;

/// What a document by itself takes a name to mean.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Vote {
    /// The name: the hash of its key.
    pub name: u64,
    /// The place: its number in the gazetteer in use.
    pub place: PlaceId,
    /// Its country's number; 0 for none.
    pub country: u8,
    /// Its first-order division's number; 0 for none.
    pub division: u16,
    /// Degrees north and east; none of what is no spot (countries, seas).
    pub spot: Option<(f32, f32)>,
    /// How sure the document is, 0 to 1.
    pub share: f32,
}

/// How well a candidate fits what other documents say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaning {
    /// The name: the hash of its key.
    pub name: u64,
    /// The candidate.
    pub place: PlaceId,
    /// In sixteenths: how much is told near it and which part of everything told that is; the parts told of its
    /// division and of its country; the part of the others' mentions of the name that mean it, and how often.
    pub figures: [u8; FIGURES],
}

impl Leaning {
    /// The figures as amounts.
    #[must_use]
    pub fn amounts(&self) -> [f32; FIGURES] {
        self.figures.map(|figure| f32::from(figure) * STEP)
    }
}

/// What one document's leanings are, for the analysis that is to use them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentLeanings {
    /// Index of the document in its file.
    pub document: u32,
    /// How its candidates fit what the others say.
    pub leanings: Vec<Leaning>,
}

/// The votes of many documents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Context {
    documents: u32,
    all: u64,
    countries: BTreeMap<u8, u64>,
    divisions: BTreeMap<u16, u64>,
    cells: BTreeMap<(i16, i16), u64>,
    names: BTreeMap<u64, u64>,
    meanings: BTreeMap<(u64, PlaceId), u64>,
}

impl Context {
    /// How many documents have voted.
    #[must_use]
    pub fn documents(&self) -> u32 {
        self.documents
    }

    /// Takes a document's votes in.
    pub fn add(&mut self, votes: &[Vote]) {
        self.count(votes, |sum, weight| *sum += weight);
        self.documents += 1;
    }

    /// Takes a document's votes out again.
    pub fn remove(&mut self, votes: &[Vote]) {
        self.count(votes, |sum, weight| *sum = sum.saturating_sub(weight));
        self.documents = self.documents.saturating_sub(1);
        self.countries.retain(|_, sum| *sum > 0);
        self.divisions.retain(|_, sum| *sum > 0);
        self.cells.retain(|_, sum| *sum > 0);
        self.names.retain(|_, sum| *sum > 0);
        self.meanings.retain(|_, sum| *sum > 0);
    }

    fn count(&mut self, votes: &[Vote], change: impl Fn(&mut u64, u64)) {
        // a document of a hundred names is no hundred documents
        let names = votes.iter().map(|vote| vote.name).collect::<std::collections::BTreeSet<_>>().len();
        let voice = UNIT / (names.max(1) as f32).sqrt();
        for vote in votes {
            // what is doubtful says little
            let weight = (vote.share * vote.share * voice) as u64;
            change(&mut self.all, weight);
            if vote.country != 0 {
                change(self.countries.entry(vote.country).or_default(), weight);
            }
            if vote.division != 0 {
                change(self.divisions.entry(vote.division).or_default(), weight);
            }
            if let Some(spot) = vote.spot {
                change(self.cells.entry(cell(spot)).or_default(), weight);
            }
            let plain = (vote.share * UNIT) as u64;
            change(self.names.entry(vote.name).or_default(), plain);
            change(self.meanings.entry((vote.name, vote.place)).or_default(), plain);
        }
    }

    /// How the candidates of the document that cast `own` fit what the others say; `own` must be among the votes
    /// taken in, the votes of a name in a row and its best first. Names that are sure and that the others confirm
    /// are left out. Linear in the document's votes.
    #[must_use]
    pub fn leanings(&self, own: &[Vote]) -> Vec<Leaning> {
        let mut mine = Self::default();
        mine.add(own);
        let others = self.documents.saturating_sub(1);
        if others == 0 {
            return Vec::new();
        }
        let documents = others as f32;
        let rest = |whole: Option<&u64>, part: Option<&u64>| {
            whole.copied().unwrap_or(0).saturating_sub(part.copied().unwrap_or(0)) as f32 / UNIT
        };
        let all = rest(Some(&self.all), Some(&mine.all));
        let of_all = |amount: f32| amount / all.max(1e-3) * documents / (documents + DOUBT);
        let all: Vec<Leaning> = own
            .iter()
            .map(|vote| {
                let near = vote.spot.map_or(0.0, |spot| {
                    self.around(spot)
                        .map(|(cell, sum, nearness)| nearness * rest(Some(&sum), mine.cells.get(&cell)))
                        .sum()
                });
                let country = rest(self.countries.get(&vote.country), mine.countries.get(&vote.country));
                let division = rest(self.divisions.get(&vote.division), mine.divisions.get(&vote.division));
                let named = rest(self.names.get(&vote.name), mine.names.get(&vote.name));
                let key = (vote.name, vote.place);
                let meant = rest(self.meanings.get(&key), mine.meanings.get(&key));
                let amounts = [
                    (1.0 + near).ln(),
                    of_all(near),
                    of_all(division),
                    of_all(country),
                    meant / (named + 1.0),
                    (1.0 + meant).ln(),
                ];
                Leaning {
                    name: vote.name,
                    place: vote.place,
                    figures: amounts.map(|a| (a / STEP).round() as u8),
                }
            })
            .collect();
        // a name that is sure and that the others confirm needs no second look
        let mut kept = Vec::new();
        for (votes, leanings) in
            own.chunk_by(|a, b| a.name == b.name).zip(all.chunk_by(|a, b| a.name == b.name))
        {
            let (Some(best), Some(first)) = (votes.first(), leanings.first()) else { continue };
            let confirmed = leanings
                .iter()
                .all(|other| first.figures.iter().zip(other.figures).all(|(mine, theirs)| *mine >= theirs));
            if !(best.share > SURE && confirmed) {
                kept.extend(
                    leanings.iter().filter(|leaning| leaning.figures.iter().any(|figure| *figure > 0)),
                );
            }
        }
        kept
    }

    /// The cells around a spot that hold votes, their sums, and how near their middles are.
    fn around(&self, spot: (f32, f32)) -> impl Iterator<Item = ((i16, i16), u64, f32)> {
        let (row, column) = cell(spot);
        (row - 2..=row + 2).flat_map(move |row| {
            self.cells.range((row, column - 3)..=(row, column + 3)).map(move |(&cell, &sum)| {
                let middle = ((f32::from(cell.0) + 0.5) * CELL, (f32::from(cell.1) + 0.5) * CELL);
                (cell, sum, (-super::resolve::distance(spot, middle) / REACH).exp())
            })
        })
    }
}

/// The cell a spot lies in.
fn cell((lat, lon): (f32, f32)) -> (i16, i16) {
    ((lat / CELL).floor() as i16, (lon / CELL).floor() as i16)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXAS: (f32, f32) = (33.66, -95.56);
    const FRANCE: (f32, f32) = (48.85, 2.35);

    fn vote(name: u64, place: u32, spot: (f32, f32), share: f32) -> Vote {
        let country = if spot == FRANCE { 1 } else { 2 };
        Vote { name, place: PlaceId(place), country, division: 0, spot: Some(spot), share }
    }

    #[test]
    fn others_say_which_namesake_is_meant_and_nobody_hears_himself() {
        let own = [vote(1, 1, FRANCE, 0.7), vote(1, 2, TEXAS, 0.3)];
        let mut context = Context::default();
        context.add(&own);
        assert!(context.leanings(&own).is_empty(), "alone there are no others");
        for name in 2..6 {
            context.add(&[vote(name, 9, TEXAS, 1.0)]);
        }
        let leanings = context.leanings(&own);
        let [texas] = leanings.as_slice() else { panic!("only Texas is spoken of: {leanings:?}") };
        assert_eq!(texas.place, PlaceId(2));
        assert!(texas.figures[0] > 0 && texas.figures[4] == 0, "{texas:?}");
    }

    #[test]
    fn votes_taken_back_leave_no_trace() {
        let (one, other) = ([vote(1, 1, FRANCE, 0.7)], [vote(1, 2, TEXAS, 0.9)]);
        let mut context = Context::default();
        context.add(&one);
        let before = context.clone();
        context.add(&other);
        context.remove(&other);
        assert_eq!(context, before);
    }

    #[test]
    fn the_same_name_is_heard_of() {
        let own = [vote(1, 1, FRANCE, 0.6), vote(1, 2, TEXAS, 0.4)];
        let mut context = Context::default();
        context.add(&own);
        context.add(&[vote(1, 2, TEXAS, 1.0)]);
        let leanings = context.leanings(&own);
        assert!(leanings.iter().all(|l| l.place == PlaceId(2) && l.figures[4] > 0), "{leanings:?}");
    }
}
