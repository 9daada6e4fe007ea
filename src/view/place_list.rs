//! The list of places: in what order, when something happened at each, and finding one by a name half known.

use super::{px, sorted};
use crate::dossier::{Dossier, EventRow, PlaceEntry};
use crate::gazetteer::key::normal;
use crate::timex::Day;
use crate::toponym::distance;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Bars of a sparkline.
pub const BARS: usize = 16;
/// Width and height of a sparkline in pixels.
pub const SPARK: (f64, f64) = (64.0, 16.0);

/// What the places stand in order of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The most told first.
    #[default]
    Count,
    /// Where something happened first.
    First,
    /// By the alphabet.
    Name,
    /// The nearest to the selected place first; to the most told one where none is selected.
    Distance,
}

impl Sort {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Count, Self::First, Self::Name, Self::Distance];

    /// The word shown.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Count => "by count",
            Self::First => "by first date",
            Self::Name => "by name",
            Self::Distance => "by distance",
        }
    }
}

/// When something happened at a place, or in an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spread {
    /// The first day on which something may have happened.
    pub first: Option<Day>,
    /// Events, the time that is shown cut into equal parts; each counts in the part of its middle.
    pub bars: [u16; BARS],
}

impl Spread {
    fn add(&mut self, other: &Self) {
        self.first = self.first.into_iter().chain(other.first).min();
        for (bar, more) in self.bars.iter_mut().zip(other.bars) {
            *bar = bar.saturating_add(more);
        }
    }

    /// The bars as a path of [`SPARK`]'s size, the highest as high as may be; empty where nothing happened.
    #[must_use]
    pub fn path(&self) -> String {
        let most = f64::from(self.bars.into_iter().max().unwrap_or_default());
        let step = SPARK.0 / BARS as f64;
        let mut path = String::new();
        for (at, bar) in self.bars.into_iter().enumerate().filter(|(_, bar)| *bar > 0) {
            let height = (f64::from(bar) / most * SPARK.1).max(2.0);
            let (left, top, wide) = (px(at as f64 * step), px(SPARK.1 - height), px(step - 1.0));
            path.push_str(&format!("M{left} {top}h{wide}V{}h-{wide}Z", px(SPARK.1)));
        }
        path
    }
}

/// When something happened, place by place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Spreads {
    places: BTreeMap<u32, Spread>,
}

impl Spreads {
    /// Counts events; the time shown is the time they take.
    #[must_use]
    pub fn of(dossier: &Dossier, rows: &[EventRow]) -> Self {
        let mut places: BTreeMap<u32, Spread> = BTreeMap::new();
        let first = rows.iter().map(|row| row.when.earliest.number()).min().unwrap_or_default();
        let last = rows.iter().map(|row| row.when.latest.number()).max().unwrap_or_default();
        let days = (i64::from(last) - i64::from(first) + 1) as f64;
        for row in rows {
            let (from, to) = (row.when.earliest.number(), row.when.latest.number());
            let middle = f64::from(from) / 2.0 + f64::from(to) / 2.0 - f64::from(first);
            // the cast saturates
            let bar = ((middle / days * BARS as f64) as usize).min(BARS - 1);
            for place in dossier.places_of(row.id) {
                let spread = places.entry(place.id).or_default();
                spread.first = spread.first.into_iter().chain([row.when.earliest]).min();
                spread.bars[bar] = spread.bars[bar].saturating_add(1);
            }
        }
        Self { places }
    }

    /// Of several places together.
    #[must_use]
    pub fn sum(&self, entries: &[&PlaceEntry]) -> Spread {
        let mut all = Spread::default();
        for spread in entries.iter().filter_map(|entry| self.places.get(&entry.place.id)) {
            all.add(spread);
        }
        all
    }
}

/// How the list is to stand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Listing {
    /// The order.
    pub sort: Sort,
    /// When something happened where.
    pub spreads: Spreads,
    /// Latitude and longitude of what distances are measured from.
    pub from: Option<(f32, f32)>,
}

/// What the order looks at.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Ranked {
    /// When something happened there.
    pub spread: Spread,
    /// Kilometres to the nearest of its places.
    pub far: f32,
}

impl Listing {
    /// What the order looks at, of a place or of all places in an area.
    #[must_use]
    pub fn rank(&self, entries: &[&PlaceEntry]) -> Ranked {
        let far = |entry: &&PlaceEntry| {
            self.from.map_or(0.0, |from| distance(from, (entry.place.lat, entry.place.lon)))
        };
        Ranked {
            spread: self.spreads.sum(entries),
            far: entries.iter().map(far).min_by(f32::total_cmp).unwrap_or_default(),
        }
    }

    /// The order of two rows, each by its rank, mentions and name; the more told first where they are equal.
    #[must_use]
    pub fn order(&self, a: (&Ranked, u32, &str), b: (&Ranked, u32, &str)) -> Ordering {
        let told = b.1.cmp(&a.1).then_with(|| a.2.cmp(b.2));
        match self.sort {
            Sort::Count => told,
            Sort::First => {
                let (a, b) = (a.0.spread.first, b.0.spread.first);
                a.is_none().cmp(&b.is_none()).then(a.cmp(&b)).then(told)
            }
            Sort::Name => normal(a.2).cmp(&normal(b.2)).then(told),
            Sort::Distance => a.0.far.total_cmp(&b.0.far).then(told),
        }
    }
}

/// How well a name answers what was written, the best first; `None` where it does not. Names that begin like it
/// come before those in which it stands, and these before those that are spelt nearly so.
#[must_use]
pub fn likeness(asked: &str, name: &str) -> Option<u8> {
    let (asked, name) = (normal(asked), normal(name));
    if asked.is_empty() || name.starts_with(&asked) {
        return Some(0);
    }
    if name.split(' ').skip(1).any(|word| word.starts_with(&asked)) || name.contains(&format!(" {asked}")) {
        return Some(1);
    }
    let letters: Vec<char> = asked.chars().collect();
    let slips = match letters.len() {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    let words = name.split(' ').filter(|_| !asked.contains(' '));
    let nearest = words.chain([name.as_str()]).map(|word| slip(&letters, word)).min();
    nearest.filter(|found| *found <= slips).map(|found| 1 + found as u8)
}

/// How many letters must be changed, left out, put in or exchanged with their neighbour so that `name` begins with
/// `asked`.
fn slip(asked: &[char], name: &str) -> usize {
    let name: Vec<char> = name.chars().take(asked.len() + 3).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=name.len()).collect();
    for (row, letter) in asked.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, other) in name.iter().enumerate() {
            let mut least =
                (last[column] + usize::from(letter != other)).min(last[column + 1] + 1).min(now[column] + 1);
            if row > 0 && column > 0 && asked[row - 1] == *other && name[column - 1] == *letter {
                least = least.min(before[column - 1] + 1);
            }
            now.push(least);
        }
        before = std::mem::replace(&mut last, now);
    }
    last.into_iter().min().unwrap_or_default()
}

/// The things whose names answer what was written, the best first, and among equals in the order they came in.
#[must_use]
pub fn alike<T>(asked: &str, things: impl Iterator<Item = T>, name: impl Fn(&T) -> &str) -> Vec<T> {
    let found = things.filter_map(|thing| Some((likeness(asked, name(&thing))?, thing))).collect();
    sorted(found, &|a: &(u8, T), b| a.0.cmp(&b.0)).into_iter().map(|(_, thing)| thing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_people_spell_them() {
        let names = ["Reykjavík", "Saint-Denis", "Plymouth", "Portsmouth", "New Plymouth", "Lima"];
        let found = |asked: &str| alike(asked, names.into_iter(), |name| name);
        assert_eq!(found("reyk"), ["Reykjavík"]);
        assert_eq!(found("Reikjavik"), ["Reykjavík"], "a wrong letter");
        assert_eq!(found("plymuoth"), ["Plymouth", "New Plymouth"], "two letters exchanged");
        assert_eq!(found("plym"), ["Plymouth", "New Plymouth"]);
        assert_eq!(found("denis"), ["Saint-Denis"]);
        assert_eq!(found("lim"), ["Lima"]);
        assert_eq!(found("lom"), [""; 0], "three letters are too few to be spelt wrong");
        assert_eq!(found(" ").len(), names.len());
    }

    #[test]
    fn bars_are_drawn_to_scale() {
        let mut spread = Spread::default();
        assert_eq!(spread.path(), "");
        spread.bars[0] = 4;
        spread.bars[15] = 1;
        assert_eq!(spread.path(), "M0 0h3V16h-3ZM60 12h3V16h-3Z");
    }

    #[test]
    fn each_order_breaks_ties_by_what_is_told_most() {
        let day = |iso| Day::from_iso(iso);
        let at = |first, far| Ranked { spread: Spread { first, ..Spread::default() }, far };
        let rows = [
            (at(day("1850-01-01"), 9.0), 5, "Zell"),
            (at(None, 0.0), 2, "Ähn"),
            (at(day("1848-01-01"), 9.0), 7, "Bonn"),
        ];
        let order = |sort| {
            let listing = Listing { sort, ..Listing::default() };
            let rows = sorted(rows.to_vec(), &|a, b| listing.order((&a.0, a.1, a.2), (&b.0, b.1, b.2)));
            rows.into_iter().map(|row| row.2).collect::<Vec<_>>()
        };
        assert_eq!(order(Sort::Count), ["Bonn", "Zell", "Ähn"]);
        assert_eq!(order(Sort::First), ["Bonn", "Zell", "Ähn"]);
        assert_eq!(order(Sort::Name), ["Ähn", "Bonn", "Zell"]);
        assert_eq!(order(Sort::Distance), ["Ähn", "Bonn", "Zell"]);
    }
}
