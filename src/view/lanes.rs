//! Which lane of the timeline an event is drawn in.

use super::filter::Filter;
use super::places::Node;
use super::sorted;
use super::timeline::{Item, MOST_LANES};
use crate::dossier::{DocumentId, Dossier, EventRow};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most places or actors with a lane of their own; the others share one.
const MOST_NAMES: usize = 9;
/// The lane of all other places or actors.
const OTHERS: &str = "Others";

/// What lanes are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LanesBy {
    /// One a document, by publication day.
    #[default]
    Document,
    /// One a place where much happened.
    Place,
    /// One a person or organisation of whom much is told.
    Actor,
    /// None: everything together.
    Nothing,
}

impl LanesBy {
    /// All of them, in the order offered.
    pub const ALL: [Self; 4] = [Self::Document, Self::Place, Self::Actor, Self::Nothing];

    /// How it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Document => "by document",
            Self::Place => "by place",
            Self::Actor => "by actor",
            Self::Nothing => "no lanes",
        }
    }
}

/// What a lane is of.
#[derive(Debug, Clone, PartialEq)]
pub enum Lane {
    /// A document.
    Document(DocumentId),
    /// A place, by the gazetteer's number, with its name.
    Place(u32, String),
    /// A person or organisation, by name.
    Actor(String),
    /// Everything that has no lane of its own.
    Others,
}

impl Lane {
    /// What is written beside it.
    #[must_use]
    pub fn title(&self, dossier: &Dossier) -> String {
        match self {
            Self::Document(id) => dossier.title(*id),
            Self::Place(_, name) | Self::Actor(name) => name.clone(),
            Self::Others => OTHERS.to_owned(),
        }
    }

    /// Lets through only what the lane is of, or everything again; nothing where the lane is of no one thing.
    pub fn filter(&self, filter: &mut Filter) {
        match self {
            Self::Place(id, _) => {
                let node = Some(Node::Place(*id));
                filter.place = if filter.place == node { None } else { node };
            }
            Self::Actor(name) => {
                let actor = Some(name.clone());
                filter.actor = if filter.actor == actor { None } else { actor };
            }
            Self::Document(_) | Self::Others => {}
        }
    }
}

/// The events' items with their lanes, in the order of the chronology.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lanes {
    /// The items, one a row.
    pub items: Arc<Vec<Item>>,
    /// The lanes from top to bottom; none where everything is drawn together.
    pub lanes: Vec<Lane>,
}

/// The rows in lanes; together where there would be too many.
#[must_use]
pub fn lanes(dossier: &Dossier, rows: &[EventRow], by: LanesBy) -> Lanes {
    let lanes = match by {
        LanesBy::Document => by_document(dossier, rows),
        LanesBy::Place => {
            let names = |row: &EventRow| -> Vec<(u32, &str)> {
                dossier.places_of(row.id).map(|place| (place.id, place.name.as_str())).collect()
            };
            by_name(rows, &names, &|id, name| Lane::Place(id, name.to_owned()))
        }
        LanesBy::Actor => {
            let names = |row: &EventRow| -> Vec<(u32, &str)> {
                dossier.actors_of(row.id).map(|actor| (0, actor.name.as_str())).collect()
            };
            by_name(rows, &names, &|_, name| Lane::Actor(name.to_owned()))
        }
        LanesBy::Nothing => None,
    };
    let Some((of_row, lanes)) = lanes else {
        return Lanes {
            items: Arc::new(rows.iter().map(|row| Item::new(row, 0)).collect()),
            lanes: Vec::new(),
        };
    };
    let items = rows.iter().zip(of_row).map(|(row, lane)| Item::new(row, lane)).collect();
    Lanes { items: Arc::new(items), lanes }
}

/// The lane of each row, and the lanes.
type Assigned = Option<(Vec<u32>, Vec<Lane>)>;

fn by_document(dossier: &Dossier, rows: &[EventRow]) -> Assigned {
    let mut told: Vec<DocumentId> = Vec::new();
    for row in rows {
        // as soon as there are too many for lanes, nobody asks which are which
        if !told.contains(&row.id.document) {
            told.push(row.id.document);
        }
        if told.len() > MOST_LANES {
            return None;
        }
    }
    let day =
        |id: DocumentId| (dossier.document(id).and_then(|d| d.published.date).map(|date| date.earliest), id);
    let told = sorted(told, &|a, b| day(*a).cmp(&day(*b)));
    let lane = |row: &EventRow| told.iter().position(|id| *id == row.id.document).unwrap_or_default() as u32;
    Some((rows.iter().map(lane).collect(), told.iter().copied().map(Lane::Document).collect()))
}

/// Lanes by name: each row in that of the one most often told of among its own.
fn by_name<'d>(
    rows: &[EventRow],
    names: &dyn Fn(&EventRow) -> Vec<(u32, &'d str)>,
    lane: &dyn Fn(u32, &str) -> Lane,
) -> Assigned {
    let named: Vec<Vec<(u32, &str)>> = rows.iter().map(names).collect();
    let mut counts: BTreeMap<(u32, &str), u32> = BTreeMap::new();
    for name in named.iter().flatten() {
        *counts.entry(*name).or_default() += 1;
    }
    let mut first: Vec<((u32, &str), u32)> = counts.into_iter().collect();
    // the most told of first; among equals by name
    first = sorted(first, &|a, b| b.1.cmp(&a.1).then_with(|| a.0.1.cmp(b.0.1)).then(a.0.0.cmp(&b.0.0)));
    first.truncate(MOST_NAMES);
    if first.is_empty() {
        return None;
    }
    let others = first.len() as u32;
    let of_row: Vec<u32> = named
        .iter()
        .map(|own| first.iter().position(|(name, _)| own.contains(name)).map_or(others, |at| at as u32))
        .collect();
    let mut lanes: Vec<Lane> = first.iter().map(|((id, name), _)| lane(*id, name)).collect();
    if of_row.contains(&others) {
        lanes.push(Lane::Others);
    }
    Some((of_row, lanes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Options, analyse};
    use crate::dossier::FileId;
    use crate::ingest::Source;

    fn dossier(texts: &[&str]) -> Dossier {
        let mut dossier = Dossier::default();
        for (number, text) in (0..).zip(texts) {
            let source = Source { name: format!("{number}.txt"), modified: None };
            let analysis = analyse(&source, text.as_bytes(), &Options::default(), None, &mut |_| {});
            dossier.insert(FileId(number), analysis);
        }
        dossier
    }

    #[test]
    fn documents_actors_and_nothing_make_lanes() {
        let dossier = dossier(&[
            "Mr Olaf Vik met Ms Ann Lee on 3 May 1848. Olaf Vik left on 5 May 1848.",
            "It rained on 4 May 1848.",
        ]);
        let rows = dossier.events();
        let by = |by: LanesBy| lanes(&dossier, rows, by);
        assert_eq!(by(LanesBy::Document).lanes.len(), 2);
        let actors = by(LanesBy::Actor);
        let titles: Vec<String> = actors.lanes.iter().map(|lane| lane.title(&dossier)).collect();
        assert_eq!(titles.first().map(String::as_str), Some("Olaf Vik"), "{titles:?}");
        assert_eq!(titles.last().map(String::as_str), Some(OTHERS), "{titles:?}");
        assert_eq!(actors.items.len(), rows.len());
        assert!(by(LanesBy::Nothing).lanes.is_empty());
        // without place data nothing has a place, and no lanes are drawn
        assert!(by(LanesBy::Place).lanes.is_empty());
    }

    #[test]
    fn too_many_documents_are_drawn_together() {
        let texts: Vec<String> = (1..=MOST_LANES + 1)
            .map(|n| format!("The mill burned on {} May 18{:02}.", n % 27 + 1, n))
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let dossier = dossier(&texts);
        assert!(lanes(&dossier, dossier.events(), LanesBy::Document).lanes.is_empty());
    }

    #[test]
    fn a_lane_filters_and_lifts_its_filter() {
        let mut filter = Filter::default();
        let lane = Lane::Actor("Olaf Vik".to_owned());
        lane.filter(&mut filter);
        assert_eq!(filter.actor.as_deref(), Some("Olaf Vik"));
        lane.filter(&mut filter);
        assert_eq!(filter, Filter::default());
    }
}
