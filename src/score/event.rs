//! Events against the truth of a bundle: which are found with the right date and scene, which are shown beyond it.

use crate::dossier::{Dossier, EventId, FileId};
use crate::event::Event;
use crate::gazetteer::Place;
use crate::span::CodePoints;
use crate::timex::{Day, Interval};
use serde::Deserialize;

/// An event of a bundle as annotated; offsets are code points of the whole file.
#[derive(Debug, Clone, Deserialize)]
pub struct GoldEvent {
    /// Its id.
    pub id: String,
    /// The number of its document, from 1.
    pub doc: usize,
    /// Where the words that tell it begin.
    pub clause_start: usize,
    /// Where they end.
    pub clause_end: usize,
    /// The whole sentence.
    pub sentence_start: usize,
    /// Its end.
    pub sentence_end: usize,
    /// EDTF, with what the other documents tell.
    pub date: String,
    /// EDTF from its own document.
    pub date_from_article_alone: String,
    /// Names of the places where it happened; none where it has no scene.
    pub places: Vec<String>,
    /// 1 to 3.
    pub importance: u8,
    /// In a few words.
    pub summary: String,
    /// Further sentences that tell of it.
    #[serde(default)]
    pub also: Vec<Stretch>,
}

/// A stretch of code points.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Stretch {
    /// First.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A place of the truth with its point, to tell whether a scene is right.
#[derive(Debug, Clone, Deserialize)]
pub struct GoldPoint {
    /// Its name.
    pub canonical_name: String,
    /// Degrees north; none where it has no point.
    pub lat: Option<f32>,
    /// Degrees east.
    pub lon: Option<f32>,
    /// How far a right answer may be off.
    pub precision_km: Option<f32>,
}

/// What was counted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    /// Events of importance 1, 2, 3 found, right in date, right in scene, all.
    pub by_importance: [[usize; 4]; 3],
    /// Events shown in the documents with truth, and how many of these the truth has.
    pub shown: usize,
    /// Those that the truth tells.
    pub known: usize,
    /// One line for each event that is missed or wrong.
    pub missed: Vec<String>,
    /// One line for each event that is shown and not in the truth.
    pub extra: Vec<String>,
}

impl Counts {
    /// Shares of the events of at least this importance found with the right date and scene, 0 to 1.
    #[must_use]
    pub fn recall(&self, least: u8) -> f64 {
        let rows = self.by_importance.iter().zip(1..).filter(|(_, importance)| *importance >= least);
        let (mut right, mut all) = (0, 0);
        for (row, _) in rows {
            right += row[2];
            all += row[3];
        }
        super::share(right, all)
    }

    /// Share of the events shown that the truth has, 0 to 1. What it lacks may be right nevertheless: read `extra`.
    #[must_use]
    pub fn precision(&self) -> f64 {
        super::share(self.known, self.shown)
    }
}

/// Scores the events of a bundle, read as file 0 of the dossier.
#[must_use]
pub fn count(dossier: &Dossier, gold: &[GoldEvent], points: &[GoldPoint]) -> Counts {
    let mut counts = Counts::default();
    let Some(file) = dossier.file(FileId(0)) else { return counts };
    let text = file.text.content.as_str();
    let offsets = CodePoints::new(text);
    let found: Vec<(EventId, &Event, usize, usize)> = dossier
        .events()
        .iter()
        .filter_map(|row| {
            let event = dossier.event(row.id)?;
            Some((row.id, event, offsets.at(event.clause.start()), offsets.at(event.clause.end())))
        })
        .collect();
    for wanted in gold {
        let row = &mut counts.by_importance[usize::from(wanted.importance.clamp(1, 3)) - 1];
        row[3] += 1;
        let mut best = (0, String::new());
        for (id, event, start, end) in &found {
            if id.document.document as usize + 1 != wanted.doc {
                continue;
            }
            let of_clause = *start < wanted.clause_end && wanted.clause_start < *end;
            let further = wanted.also.iter().any(|s| *start < s.end && s.start < *end);
            if !(of_clause || further) {
                continue;
            }
            let merged = dossier.story(*id).map(|story| story.when);
            let date = [Some(event.when), merged].into_iter().flatten().any(|when| {
                overlaps(&when, &wanted.date) || overlaps(&when, &wanted.date_from_article_alone)
            });
            let tellings = dossier.story(*id).map_or_else(|| vec![*id], |story| story.tellings.clone());
            let scene = wanted.places.is_empty()
                || tellings.iter().any(|telling| {
                    dossier
                        .named_in(*telling)
                        .any(|place| wanted.places.iter().any(|name| is_place(place, name, points)))
                        || named(dossier, *telling, text, &wanted.places)
                });
            let reached = if date && scene {
                3
            } else if date {
                2
            } else {
                1
            };
            if reached > best.0 {
                best = (reached, format!("{} {:?} {}", event.edtf, event.scene, event.title));
            }
        }
        row[0] += usize::from(best.0 > 0);
        row[1] += usize::from(best.0 > 1);
        row[2] += usize::from(best.0 > 2);
        if best.0 < 3 {
            let what = ["missed", "wrong date", "wrong scene"][best.0];
            counts.missed.push(format!(
                "{what} {} ({}) {}, {:?}: {} [{}]",
                wanted.id, wanted.importance, wanted.date, wanted.places, wanted.summary, best.1
            ));
        }
    }
    let documents: std::collections::BTreeSet<usize> = gold.iter().map(|g| g.doc).collect();
    for (id, event, start, end) in &found {
        let number = id.document.document as usize + 1;
        if !documents.contains(&number) {
            continue;
        }
        counts.shown += 1;
        let known = gold.iter().filter(|g| g.doc == number).any(|g| {
            let inside = |s: usize, e: usize| *start < e && s < *end;
            inside(g.clause_start, g.clause_end) || g.also.iter().any(|s| inside(s.start, s.end))
        });
        if known {
            counts.known += 1;
        } else {
            counts.extra.push(format!("{number}: {} {:?} {}", event.edtf, event.dating, event.title));
        }
    }
    counts
}

/// Whether an interval and an EDTF string share a day, a string's `~` left aside.
fn overlaps(when: &Interval, edtf: &str) -> bool {
    let (first, last) = edtf.split_once('/').unwrap_or((edtf, edtf));
    let from = bound(first, false).unwrap_or_else(|| Day::from_number(i32::MIN));
    let to = bound(last, true).unwrap_or_else(|| Day::from_number(i32::MAX));
    when.earliest <= to && from <= when.latest
}

/// The first or last day of `2017`, `2017-04`, `198X`, `2017-04-25~`; none for `..`.
fn bound(edtf: &str, last: bool) -> Option<Day> {
    let text = edtf.trim_end_matches(['~', '?', '%']).replace('X', if last { "9" } else { "0" });
    let mut fields = text.split('-');
    let year: i16 = fields.next()?.parse().ok()?;
    let month: Option<i8> = fields.next().and_then(|m| m.parse().ok());
    let day: Option<i8> = fields.next().and_then(|d| d.parse().ok());
    let first = Day::from_ymd(year, month.unwrap_or(if last { 12 } else { 1 }), day.unwrap_or(1))?;
    Some(if last && day.is_none() { first.last_of_month() } else { first })
}

/// Whether a place found is the one meant: the same name, or near its point.
fn is_place(place: &Place, name: &str, points: &[GoldPoint]) -> bool {
    let fold = |s: &str| s.to_lowercase();
    if fold(name).contains(&fold(&place.name)) || fold(&place.name).contains(&fold(name)) {
        return true;
    }
    points
        .iter()
        .filter(|p| {
            fold(&p.canonical_name).contains(&fold(name)) || fold(name).contains(&fold(&p.canonical_name))
        })
        .any(|p| {
            let (Some(lat), Some(lon)) = (p.lat, p.lon) else { return false };
            let north = (lat - place.lat) * 111.0;
            let east = (lon - place.lon) * 111.0 * lat.to_radians().cos();
            let reach = p.precision_km.unwrap_or(20.0).max(20.0);
            north * north + east * east <= reach * reach
        })
}

/// Whether the telling's sentence names a place that no gazetteer holds.
fn named(dossier: &Dossier, telling: EventId, text: &str, names: &[String]) -> bool {
    let sentence = dossier.event(telling).map_or("", |event| event.span.of(text));
    names.iter().any(|name| sentence.contains(name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_overlap_at_the_precision_of_the_truth() {
        let when = Interval::day(Day::from_ymd(2017, 4, 7).expect("a day"));
        for (edtf, shares) in [
            ("2017-04", true),
            ("2017-04-07~", true),
            ("2017-04-08", false),
            ("../2017-04-07", true),
            ("201X/2017-04-06", false),
            ("2016/..", true),
        ] {
            assert_eq!(overlaps(&when, edtf), shares, "{edtf}");
        }
    }
}
