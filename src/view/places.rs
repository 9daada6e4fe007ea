//! The tree of countries, divisions and places, flattened to the rows that are open.

use super::place_list::{Listing, Ranked, alike};
use super::{counted, grouped, px, sorted};
use crate::dossier::{PlaceEntry, Tally, division_of};
use crate::gazetteer::{Feature, Place};
use crate::toponym::distance;
use std::collections::{BTreeMap, BTreeSet};

/// What stands at a node of the tree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// A country by its ISO 3166-1 alpha-2 code; empty for what lies in none or in several.
    Country(String),
    /// A first-order division by its country's code and its name.
    Division(String, String),
    /// A place by the gazetteer's id.
    Place(u32),
    /// The heading of the names that nothing placed.
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
            Self::Division(code, name) => place.country == *code && division_of(place) == Some(name),
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
    /// Everything that is counted, in a line, and for a place where it lies.
    pub line: String,
    /// Mentions, of everything below too.
    pub mentions: u32,
    /// Whether it is open; `None` where there is nothing below it.
    pub open: Option<bool>,
    /// 1 for a country, 2 and 3 for what is below.
    pub level: u8,
    /// When something happened there, and how far it is.
    pub rank: Ranked,
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

/// The places and names that are spelt like what was asked for, best first, each with where it lies.
#[must_use]
pub fn find(tally: &Tally, listing: &Listing, asked: &str) -> Vec<TreeRow> {
    let places = tally
        .places()
        .map(|entry| TreeRow { label: entry.place.full_name(), ..place_row(entry, 1, listing) });
    let rows = sorted(places.collect(), &|a: &TreeRow, b| by(listing, a, b));
    let mut rows = alike(asked, rows.into_iter(), |row| &row.label);
    rows.extend(
        alike(asked, unplaced_names(tally, usize::MAX).into_iter(), |(name, _)| name)
            .into_iter()
            .map(|(name, count)| unplaced_row(Node::Name(name.clone()), &name, count, None, 1)),
    );
    rows
}

/// The rows of the tree in the order of the listing; `open` holds the nodes that show what is below them.
#[must_use]
pub fn tree(tally: &Tally, open: &BTreeSet<Node>, listing: &Listing) -> Vec<TreeRow> {
    let mut countries: BTreeMap<&str, Vec<&PlaceEntry>> = BTreeMap::new();
    for entry in tally.places() {
        countries.entry(entry.place.country.as_str()).or_default().push(entry);
    }
    let groups: Vec<(TreeRow, Vec<&PlaceEntry>)> = countries
        .into_iter()
        .map(|(code, below)| {
            let name = below.first().map_or("", |entry| entry.place.country_name.as_str());
            let label = if name.is_empty() { "Regions and waters" } else { name };
            let row = area_row(tally, Node::Country(code.to_owned()), label.to_owned(), open, 1);
            (TreeRow { rank: listing.rank(&below), ..row }, below)
        })
        .collect();
    // what lies in no country comes after the countries
    let last = |row: &TreeRow| row.node == Node::Country(String::new());
    let groups = sorted(groups, &|(a, _), (b, _)| last(a).cmp(&last(b)).then_with(|| by(listing, a, b)));
    let mut rows = Vec::new();
    for (row, below) in groups {
        let is_open = row.open == Some(true);
        rows.push(row);
        if is_open {
            country(tally, &below, open, listing, &mut rows);
        }
    }
    unplaced(tally, open, &mut rows);
    rows
}

/// The divisions of a country, and what lies in none; a division of one place is that place alone.
fn country(
    tally: &Tally,
    below: &[&PlaceEntry],
    open: &BTreeSet<Node>,
    listing: &Listing,
    rows: &mut Vec<TreeRow>,
) {
    let mut divisions: BTreeMap<&str, Vec<&PlaceEntry>> = BTreeMap::new();
    for entry in below {
        divisions.entry(division_of(&entry.place).unwrap_or_default()).or_default().push(entry);
    }
    let mut groups: Vec<(TreeRow, Vec<&PlaceEntry>)> = Vec::new();
    for (name, entries) in divisions {
        match entries.as_slice() {
            [entry] => groups.push((place_row(entry, 2, listing), Vec::new())),
            _ if name.is_empty() => {
                groups.extend(entries.into_iter().map(|entry| (place_row(entry, 2, listing), Vec::new())));
            }
            [first, ..] => {
                let node = Node::Division(first.place.country.clone(), name.to_owned());
                let row = area_row(tally, node, name.to_owned(), open, 2);
                groups.push((TreeRow { rank: listing.rank(&entries), ..row }, entries));
            }
            [] => {}
        }
    }
    for (row, entries) in sorted(groups, &|(a, _), (b, _)| by(listing, a, b)) {
        let is_open = row.open == Some(true);
        rows.push(row);
        if is_open {
            let places = entries.into_iter().map(|entry| place_row(entry, 3, listing)).collect();
            rows.extend(sorted(places, &|a: &TreeRow, b| by(listing, a, b)));
        }
    }
}

fn unplaced(tally: &Tally, open: &BTreeSet<Node>, rows: &mut Vec<TreeRow>) {
    let names: Vec<(&str, u32)> = tally.unplaced().collect();
    if names.is_empty() {
        return;
    }
    let is_open = open.contains(&Node::Unplaced);
    let mentions = names.iter().map(|(_, count)| count).sum();
    rows.push(unplaced_row(Node::Unplaced, "Not on the map", mentions, Some(is_open), 1));
    if is_open {
        rows.extend(
            unplaced_names(tally, usize::MAX)
                .into_iter()
                .map(|(name, count)| unplaced_row(Node::Name(name.clone()), &name, count, None, 2)),
        );
    }
}

/// The names that nothing placed with their mentions, most told first; so many at most.
#[must_use]
pub fn unplaced_names(tally: &Tally, most: usize) -> Vec<(String, u32)> {
    let names = tally.unplaced().map(|(name, count)| (name.to_owned(), count)).collect();
    let mut names = sorted(names, &|a: &(String, u32), b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    names.truncate(most);
    names
}

fn by(listing: &Listing, a: &TreeRow, b: &TreeRow) -> std::cmp::Ordering {
    let of = |row: &TreeRow| (row.rank, row.mentions);
    let ((a_rank, a_count), (b_rank, b_count)) = (of(a), of(b));
    let order = listing.order((&a_rank, a_count, &a.label), (&b_rank, b_count, &b.label));
    order.then_with(|| a.node.cmp(&b.node))
}

fn unplaced_row(node: Node, label: &str, mentions: u32, open: Option<bool>, level: u8) -> TreeRow {
    TreeRow {
        node,
        label: label.to_owned(),
        detail: "",
        line: counted(mentions, "mention", "mentions"),
        mentions,
        open,
        level,
        rank: Ranked::default(),
    }
}

/// The nodes to open so that a place can be seen.
#[must_use]
pub fn parents_of(entry: &PlaceEntry) -> Vec<Node> {
    let country = entry.place.country.clone();
    let division = division_of(&entry.place).map(|name| Node::Division(country.clone(), name.to_owned()));
    [Some(Node::Country(country)), division].into_iter().flatten().collect()
}

fn area_row(tally: &Tally, node: Node, label: String, open: &BTreeSet<Node>, level: u8) -> TreeRow {
    let area = match &node {
        Node::Division(code, name) => tally.area(code, name),
        Node::Country(code) => tally.area(code, ""),
        Node::Place(_) | Node::Unplaced | Node::Name(_) => Default::default(),
    };
    let is_open = open.contains(&node);
    TreeRow {
        node,
        label,
        detail: "",
        line: counts_line(area.mentions, area.documents, area.events),
        mentions: area.mentions,
        open: Some(is_open),
        level,
        rank: Ranked::default(),
    }
}

fn place_row(entry: &PlaceEntry, level: u8, listing: &Listing) -> TreeRow {
    let place = &entry.place;
    let is_area = place.feature == Feature::Country || (level == 3 && place.feature == Feature::Admin1);
    TreeRow {
        node: Node::Place(place.id),
        label: if is_area { format!("{} as a whole", place.name) } else { place.name.clone() },
        detail: if is_area { "" } else { feature_word(place.feature) },
        line: place_line(entry),
        mentions: entry.mentions,
        open: None,
        level,
        rank: listing.rank(&[entry]),
    }
}

/// "12 mentions in 4 documents, 3 events".
fn counts_line(mentions: u32, documents: u32, events: u32) -> String {
    format!(
        "{} in {}, {}",
        counted(mentions, "mention", "mentions"),
        counted(documents, "document", "documents"),
        counted(events, "event", "events")
    )
}

/// A place's counts, what they are made of, and where it lies.
fn place_line(entry: &PlaceEntry) -> String {
    let mut line = counts_line(entry.mentions, entry.documents, entry.events);
    let roles = [
        (entry.demonyms, "by its people or as an adjective"),
        (entry.metonyms, "as a government or team"),
        (entry.datelines, "as a dateline"),
    ];
    for (count, words) in roles.into_iter().filter(|(count, _)| *count > 0) {
        line.push_str(&format!("; {count} {words}"));
    }
    format!("{line}. {}", position(&entry.place))
}

/// What tells a place from others of its name: what it is, how many live there, and, beside the place that was
/// taken, how far from it it lies.
#[must_use]
pub fn described(place: &Place, taken: Option<&Place>) -> String {
    let mut parts = Vec::new();
    let word = feature_word(place.feature);
    if !word.is_empty() {
        parts.push(word.to_owned());
    }
    if place.population > 0 {
        parts.push(counted(place.population, "inhabitant", "inhabitants"));
    }
    match taken {
        Some(taken) => {
            let far = distance((place.lat, place.lon), (taken.lat, taken.lon));
            parts.push(format!("{} km away", grouped(far.round() as u32)));
        }
        None => parts.push(position(place)),
    }
    parts.join(", ")
}

/// "33.5° N, 36.3° E, within 10 km".
#[must_use]
pub fn position(place: &Place) -> String {
    let side = |value: f32, positive: &str, negative: &str| {
        let letter = if value < 0.0 { negative } else { positive };
        format!("{}° {letter}", px(f64::from(value.abs())))
    };
    let near = px(f64::from(place.precision_km).max(0.1));
    format!("{}, {}, within {near} km", side(place.lat, "N", "S"), side(place.lon, "E", "W"))
}

/// Reads a point as people write it: `33.5, 36.3`, `33.5 N 36.3 E`, `33°30'N, 36°18'15"E`.
#[must_use]
pub fn point(text: &str) -> Option<(f32, f32)> {
    let text =
        text.replace(['′', '’', '‘'], "'").replace(['″', '”', '“'], "\"").replace('−', "-").to_uppercase();
    let letters: Vec<char> = text.chars().filter(|c| "NSEW".contains(*c)).collect();
    let halves: Vec<&str> = match letters.as_slice() {
        // the comma, or else the first white space, parts what no letters part
        [] => match text.split_once([',', ';']) {
            Some((a, b)) => vec![a, b],
            None => text.split_whitespace().collect(),
        },
        [_, _] => text.split_inclusive(['N', 'S', 'E', 'W']).collect(),
        _ => return None,
    };
    let [first, second] =
        *halves.iter().map(|half| half.trim()).filter(|half| !half.is_empty()).collect::<Vec<_>>()
    else {
        return None;
    };
    let (a, b) = (angle(first)?, angle(second)?);
    let east_first = letters.first().is_some_and(|letter| "EW".contains(*letter));
    let (lat, lon) = if east_first { (b, a) } else { (a, b) };
    (lat.abs() <= 90.0 && lon.abs() <= 180.0).then_some((lat, lon))
}

/// Degrees, with minutes and seconds where they are told.
fn angle(text: &str) -> Option<f32> {
    let text = text.trim_matches([',', ';', ' ']);
    if text.contains([',', ';']) {
        return None;
    }
    let negative = text.contains(['S', 'W']) || text.starts_with('-');
    let numbers: Option<Vec<f32>> = text
        .split(|c: char| !(c.is_ascii_digit() || c == '.'))
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect();
    let degrees = match *numbers?.as_slice() {
        [degrees] => degrees,
        [degrees, minutes] if minutes < 60.0 => degrees + minutes / 60.0,
        [degrees, minutes, seconds] if minutes < 60.0 && seconds < 60.0 => {
            degrees + minutes / 60.0 + seconds / 3600.0
        }
        _ => return None,
    };
    Some(if negative { -degrees } else { degrees })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_from_its_namesakes() {
        let taken = pin("Elda", 38.5, -0.8);
        let lost = Place { feature: Feature::Capital, population: 12_000, ..pin("Elda", 38.5, 0.3) };
        assert_eq!(described(&lost, Some(&taken)), "capital, 12,000 inhabitants, 96 km away");
        assert_eq!(described(&taken, None), "38.5° N, 0.8° W, within 1 km");
    }
    use crate::analysis::{Options, analyse};
    use crate::dossier::{Dossier, FileId};
    use crate::toponym::choice::{Meant, PlaceChoice, name_of, pin};

    fn place(id: u32, name: &str, country: (&str, &str), admin1: &str, feature: Feature) -> Place {
        Place {
            id,
            feature,
            country: country.0.to_owned(),
            country_name: country.1.to_owned(),
            admin1: admin1.to_owned(),
            ..pin(name, 10.0, -20.0)
        }
    }

    /// A tally of a text whose villages are decided by hand.
    fn tally(text: &str, places: &[Place]) -> Tally {
        let core = std::fs::read("data/gazetteer/core.bin").expect("the place data");
        let gazetteer = crate::gazetteer::Gazetteer::load(core.into()).expect("the place data");
        let choice = |place: &Place| PlaceChoice {
            name: name_of(&place.name),
            document: None,
            meant: Meant::Place(place.clone()),
        };
        let options = Options { names: places.iter().map(choice).collect(), ..Options::default() };
        let source = crate::ingest::Source { name: "a.txt".to_owned(), modified: None };
        let analysis = analyse(&source, text.as_bytes(), &options, Some(&gazetteer), &mut |_| {});
        let mut dossier = Dossier::default();
        dossier.insert(FileId(0), analysis);
        dossier.tally().clone()
    }

    const TEXT: &str = "A flood came to the village of Ostromost on 3 May 1848, and to the village of Brezomost.\n\n\
        On 4 May 1848 it reached the village of Brezomost again, and the village of Kamenomost. \
        Nobody knows the village of Zaluzomost.";

    #[test]
    fn places_stand_under_their_division_and_country_most_told_first() {
        let land = ("XQ", "Dolnia");
        let places = [
            place(1, "Ostromost", land, "North", Feature::City),
            place(2, "Brezomost", land, "North", Feature::City),
            place(3, "Kamenomost", land, "South", Feature::City),
        ];
        let tally = tally(TEXT, &places);
        let shut: Vec<_> = tree(&tally, &BTreeSet::new(), &Listing::default())
            .into_iter()
            .map(|r| (r.label, r.mentions, r.open))
            .collect();
        assert_eq!(
            shut,
            [("Dolnia".to_owned(), 4, Some(false)), ("Not on the map".to_owned(), 1, Some(false))]
        );
        let north = Node::Division("XQ".into(), "North".into());
        let open = BTreeSet::from([Node::Country("XQ".into()), north.clone(), Node::Unplaced]);
        let rows = tree(&tally, &open, &Listing::default());
        let labels: Vec<_> = rows.iter().map(|r| (r.label.as_str(), r.level, r.mentions)).collect();
        assert_eq!(
            labels,
            [
                ("Dolnia", 1, 4),
                ("North", 2, 3),
                ("Brezomost", 3, 2),
                ("Ostromost", 3, 1),
                ("Kamenomost", 2, 1),
                ("Not on the map", 1, 1),
                ("Zaluzomost", 2, 1),
            ]
        );
        let found = find(&tally, &Listing::default(), "kamenomots");
        assert_eq!(found.iter().map(|r| r.node.clone()).collect::<Vec<_>>(), [Node::Place(3)]);
        let found = find(&tally, &Listing::default(), "zalu");
        assert_eq!(found.iter().map(|r| r.label.as_str()).collect::<Vec<_>>(), ["Zaluzomost"]);
        // one event in two places of the division is one event of the division
        assert_eq!(rows[1].line, "3 mentions in 1 document, 2 events");
        assert!(rows[2].line.ends_with("2 events. 10° N, 20° W, within 1 km"), "{}", rows[2].line);
        assert!(north.holds(&places[0]) && !north.holds(&places[2]));
        assert_eq!(tally.places().map(parents_of).next().map(|nodes| nodes.len()), Some(2));
    }

    #[test]
    fn points_are_read_as_people_write_them() {
        let near = |text: &str, lat: f32, lon: f32| {
            let found = point(text).unwrap_or_else(|| panic!("{text} is a point"));
            assert!((found.0 - lat).abs() < 1e-3 && (found.1 - lon).abs() < 1e-3, "{text}: {found:?}");
        };
        near("33.5, 36.3", 33.5, 36.3);
        near("-33.5 -36.25", -33.5, -36.25);
        near("33.5 N 36.3 W", 33.5, -36.3);
        near("33°30'N, 36°18'15\"E", 33.5, 36.304);
        near("36°18′E 33°30′ S", -33.5, 36.3);
        for nonsense in ["", "33.5", "91, 0", "0, 181", "here, there", "1, 2, 3", "33°70'N, 36°E"] {
            assert_eq!(point(nonsense), None, "{nonsense}");
        }
    }
}
