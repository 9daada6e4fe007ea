//! The tree of countries and places, flattened to the rows that are open.

use super::sorted;
use crate::dossier::PlaceEntry;
use crate::gazetteer::{Feature, Place};
use std::collections::{BTreeMap, BTreeSet};

/// What stands at a node of the tree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// A country by its ISO 3166-1 alpha-2 code; empty for what lies in none or in several.
    Country(String),
    /// A place by the gazetteer's id.
    Place(u32),
    /// The heading of the names that the gazetteer does not hold.
    Unplaced,
    /// Such a name.
    Name(String),
}

impl Node {
    /// Whether a place is this node, or lies below it.
    #[must_use]
    pub fn holds(&self, place: &Place) -> bool {
        match self {
            Self::Country(code) => place.country == *code,
            Self::Place(id) => place.id == *id,
            Self::Unplaced | Self::Name(_) => false,
        }
    }
}

/// One row of the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct TreeRow {
    /// What it is.
    pub node: Node,
    /// What to write.
    pub label: String,
    /// What it is, in a word, where the label does not say it: "capital", "region".
    pub detail: &'static str,
    /// Mentions, of everything below too.
    pub mentions: u32,
    /// Events, of everything below too; an event in two places counts at both.
    pub events: u32,
    /// Whether it is open; `None` where there is nothing below it.
    pub open: Option<bool>,
    /// 1 for a country, 2 for what is below.
    pub level: u8,
}

/// What a [`Feature`] is called; empty for what is the usual case.
#[must_use]
pub fn feature_word(feature: Feature) -> &'static str {
    match feature {
        Feature::Continent => "continent",
        Feature::Region => "region",
        Feature::Country => "country",
        Feature::Admin1 => "province",
        Feature::Admin2 => "district",
        Feature::Capital => "capital",
        Feature::City => "",
        Feature::District => "quarter",
        Feature::Water => "water",
        Feature::Land => "land form",
        Feature::Airport => "airport",
    }
}

/// The rows of the tree, most told first; `open` holds the nodes that show what is below them.
#[must_use]
pub fn tree<'a>(
    places: impl Iterator<Item = &'a PlaceEntry>,
    unplaced: impl Iterator<Item = (&'a str, u32)>,
    open: &BTreeSet<Node>,
) -> Vec<TreeRow> {
    let mut countries: BTreeMap<&str, (TreeRow, Vec<&PlaceEntry>)> = BTreeMap::new();
    for entry in places {
        let place = &entry.place;
        let (row, below) = countries.entry(place.country.as_str()).or_insert_with(|| {
            let label = match place.country_name.as_str() {
                "" => "Regions and waters",
                name => name,
            };
            let node = Node::Country(place.country.clone());
            (heading(node, label.to_owned()), Vec::new())
        });
        row.mentions += entry.mentions;
        row.events += entry.events;
        below.push(entry);
    }
    let groups: Vec<_> = countries.into_values().collect();
    // what lies in no country comes after the countries
    let last = |row: &TreeRow| row.node == Node::Country(String::new());
    let groups = sorted(groups, &|(a, _), (b, _)| {
        last(a).cmp(&last(b)).then(b.mentions.cmp(&a.mentions)).then_with(|| a.label.cmp(&b.label))
    });
    let mut rows = Vec::new();
    for (mut row, below) in groups {
        let is_open = open.contains(&row.node);
        row.open = Some(is_open);
        rows.push(row);
        if is_open {
            let below = sorted(below, &|a, b| {
                b.mentions
                    .cmp(&a.mentions)
                    .then_with(|| a.place.name.cmp(&b.place.name))
                    .then(a.place.id.cmp(&b.place.id))
            });
            rows.extend(below.into_iter().map(place_row));
        }
    }
    let names: Vec<(&str, u32)> = unplaced.collect();
    if !names.is_empty() {
        let is_open = open.contains(&Node::Unplaced);
        let mut row = heading(Node::Unplaced, "Not on the map".to_owned());
        row.mentions = names.iter().map(|(_, count)| count).sum();
        row.open = Some(is_open);
        rows.push(row);
        if is_open {
            let names = sorted(names, &|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
            rows.extend(names.into_iter().map(|(name, count)| TreeRow {
                mentions: count,
                level: 2,
                open: None,
                ..heading(Node::Name(name.to_owned()), name.to_owned())
            }));
        }
    }
    rows
}

/// The node to open so that a place can be seen.
#[must_use]
pub fn parent_of(entry: &PlaceEntry) -> Node {
    Node::Country(entry.place.country.clone())
}

fn heading(node: Node, label: String) -> TreeRow {
    TreeRow { node, label, detail: "", mentions: 0, events: 0, open: None, level: 1 }
}

fn place_row(entry: &PlaceEntry) -> TreeRow {
    let place = &entry.place;
    let is_country = place.feature == Feature::Country;
    TreeRow {
        node: Node::Place(place.id),
        label: if is_country { format!("{} as a whole", place.name) } else { place.name.clone() },
        detail: if is_country { "" } else { feature_word(place.feature) },
        mentions: entry.mentions,
        events: entry.events,
        open: None,
        level: 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Place;

    fn entry(id: u32, name: &str, country: (&str, &str), feature: Feature, mentions: u32) -> PlaceEntry {
        let place = Place {
            id,
            name: name.to_owned(),
            feature,
            country: country.0.to_owned(),
            country_name: country.1.to_owned(),
            admin1: String::new(),
            lat: 0.0,
            lon: 0.0,
            precision_km: 1.0,
            population: 0,
        };
        PlaceEntry { place, mentions, demonyms: 0, documents: 1, events: mentions / 2 }
    }

    #[test]
    fn places_stand_under_their_country_most_told_first() {
        let chile = ("CL", "Chile");
        let peru = ("PE", "Peru");
        let places = [
            entry(1, "Valdivia", chile, Feature::City, 4),
            entry(2, "Chile", chile, Feature::Country, 9),
            entry(3, "Lima", peru, Feature::Capital, 20),
            entry(4, "Andes", ("", ""), Feature::Land, 50),
        ];
        let names = [("Puerto Perdido", 2)];
        let shut = tree(places.iter(), names.into_iter(), &BTreeSet::new());
        let labels: Vec<_> = shut.iter().map(|r| (r.label.as_str(), r.mentions, r.open)).collect();
        assert_eq!(
            labels,
            [
                ("Peru", 20, Some(false)),
                ("Chile", 13, Some(false)),
                ("Regions and waters", 50, Some(false)),
                ("Not on the map", 2, Some(false)),
            ]
        );
        let open = BTreeSet::from([Node::Country("CL".into()), Node::Unplaced]);
        let rows = tree(places.iter(), names.into_iter(), &open);
        let labels: Vec<_> = rows.iter().map(|r| (r.label.as_str(), r.level)).collect();
        assert_eq!(
            labels,
            [
                ("Peru", 1),
                ("Chile", 1),
                ("Chile as a whole", 2),
                ("Valdivia", 2),
                ("Regions and waters", 1),
                ("Not on the map", 1),
                ("Puerto Perdido", 2),
            ]
        );
    }
}
