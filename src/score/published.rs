//! How well publication days are told from the text alone.

use super::share;
use crate::timex::Day;
use crate::timex::anchor::Anchor;

/// The ranks reported.
pub const RANKS: [usize; 3] = [1, 3, 10];

/// What is counted over documents whose publication day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Documents.
    pub documents: usize,
    /// Answered with one day, marked certain.
    pub certain: usize,
    /// Of these, right to the day.
    pub right: usize,
    /// Answered, but marked approximate.
    pub approximate: usize,
    /// Of these, right to the day.
    pub approximate_right: usize,
    /// The right day stands among the first so many candidates, for each of [`RANKS`].
    pub ranked: [usize; 3],
    /// Some candidate is offered.
    pub offered: usize,
}

/// Counts one document.
#[must_use]
pub fn count(anchor: &Anchor, truth: Day) -> Counts {
    let day = anchor.date.filter(|date| date.earliest == date.latest);
    let hit = usize::from(day.is_some_and(|date| date.earliest == truth));
    let certain = usize::from(day.is_some_and(|date| !date.approximate));
    let approximate = usize::from(day.is_some_and(|date| date.approximate));
    // a stated day has no rivals
    let stated = day.filter(|_| anchor.candidates.is_empty()).map(|date| date.earliest);
    let days: Vec<Day> = stated.into_iter().chain(anchor.candidates.iter().map(|c| c.day)).collect();
    let rank = days.iter().position(|day| *day == truth);
    Counts {
        documents: 1,
        certain,
        right: certain * hit,
        approximate,
        approximate_right: approximate * hit,
        ranked: RANKS.map(|most| usize::from(rank.is_some_and(|rank| rank < most))),
        offered: usize::from(!days.is_empty()),
    }
}

impl Counts {
    /// Adds another document's.
    pub fn add(&mut self, other: &Self) {
        self.documents += other.documents;
        self.certain += other.certain;
        self.right += other.right;
        self.approximate += other.approximate;
        self.approximate_right += other.approximate_right;
        self.offered += other.offered;
        for (sum, more) in self.ranked.iter_mut().zip(other.ranked) {
            *sum += more;
        }
    }

    /// Share of the documents answered as certain.
    #[must_use]
    pub fn answered(&self) -> f64 {
        share(self.certain, self.documents)
    }

    /// Share of these answers that are right to the day.
    #[must_use]
    pub fn precision(&self) -> f64 {
        share(self.right, self.certain)
    }

    /// Share of the documents whose day is among the first candidates, for each of [`RANKS`].
    #[must_use]
    pub fn recall(&self) -> [f64; 3] {
        self.ranked.map(|hits| share(hits, self.documents))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timex::Interval;
    use crate::timex::anchor::{AnchorSource, Candidate};

    #[test]
    fn what_is_certain_is_told_from_what_is_offered() {
        let day = |d| Day::from_ymd(2017, 4, d).expect("a day");
        let candidates =
            vec![Candidate { day: day(24), weight: 0.5 }, Candidate { day: day(26), weight: 0.2 }];
        let inferred = Anchor {
            date: Some(Interval::day(day(24))),
            how: AnchorSource::Inferred,
            candidates,
            evidence: Vec::new(),
        };
        let wrong = count(&inferred, day(26));
        assert_eq!((wrong.certain, wrong.right, wrong.ranked), (1, 0, [0, 1, 1]));
        let near =
            Anchor { date: Some(Interval { approximate: true, ..Interval::day(day(24)) }), ..inferred };
        let near = count(&near, day(24));
        assert_eq!((near.certain, near.approximate, near.approximate_right), (0, 1, 1));
        let stated = Anchor {
            date: Some(Interval::day(day(24))),
            how: AnchorSource::Stated,
            candidates: Vec::new(),
            evidence: Vec::new(),
        };
        assert_eq!(count(&stated, day(24)).ranked, [1, 1, 1]);
        let unknown = Anchor { date: None, how: AnchorSource::Unknown, ..stated };
        assert_eq!(count(&unknown, day(24)), Counts { documents: 1, ..Counts::default() });
    }
}
