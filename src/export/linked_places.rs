//! Places as Linked Places format 1.3 (World Historical Gazetteer): each place of the events with the names
//! it was given and the times it was told of.

use super::ATTRIBUTION;
use super::chronology::Line;
use super::geojson::{Point, point};
use super::json::geonameid;
use crate::gazetteer::{Feature as Kind, Place};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

const CONTEXT: &str =
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld";

#[derive(Serialize)]
struct Collection<'d> {
    r#type: &'static str,
    #[serde(rename = "@context")]
    context: &'static str,
    attribution: &'static str,
    features: Vec<Feature<'d>>,
}

#[derive(Serialize)]
struct Feature<'d> {
    #[serde(rename = "@id")]
    id: String,
    r#type: &'static str,
    properties: Properties<'d>,
    when: When,
    names: [Name<'d>; 1],
    types: [Type; 1],
    geometry: Point,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Link>,
}

#[derive(Serialize)]
struct Properties<'d> {
    title: &'d str,
    ccodes: Vec<&'d str>,
    fclasses: [&'static str; 1],
}

#[derive(Serialize)]
struct When {
    timespans: Vec<Timespan>,
}

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Timespan {
    start: Bound,
    end: Bound,
}

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
enum Bound {
    Earliest(String),
    Latest(String),
}

#[derive(Serialize)]
struct Name<'d> {
    toponym: &'d str,
    citations: Vec<Citation<'d>>,
}

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Citation<'d> {
    label: &'d str,
}

#[derive(Serialize)]
struct Type {
    label: &'static str,
}

#[derive(Serialize)]
struct Link {
    r#type: &'static str,
    identifier: String,
}

/// Writes the places of the lines, in the order of their ids.
pub(super) fn write(lines: &[Line<'_>]) -> String {
    let mut places: BTreeMap<u32, (&Place, Vec<&Line<'_>>)> = BTreeMap::new();
    for line in lines {
        for place in &line.places {
            places.entry(place.id).or_insert_with(|| (place, Vec::new())).1.push(line);
        }
    }
    let features = places.values().map(|(place, told)| feature(place, told)).collect();
    let collection =
        Collection { r#type: "FeatureCollection", context: CONTEXT, attribution: ATTRIBUTION, features };
    serde_json::to_string_pretty(&collection).unwrap_or_default()
}

fn feature<'d>(place: &'d Place, told: &[&'d Line<'_>]) -> Feature<'d> {
    let timespans: BTreeSet<Timespan> = told
        .iter()
        .map(|line| Timespan {
            start: Bound::Earliest(line.when.earliest.iso()),
            end: Bound::Latest(line.when.latest.iso()),
        })
        .collect();
    let citations: BTreeSet<Citation<'_>> =
        told.iter().map(|line| Citation { label: &line.document }).collect();
    let known = geonameid(place).map(|id| format!("gn:{id}"));
    let (class, label) = class(place.feature);
    Feature {
        id: known.clone().unwrap_or_else(|| format!("dateline:{}", place.id)),
        r#type: "Feature",
        properties: Properties {
            title: &place.name,
            ccodes: Some(place.country.as_str()).filter(|code| !code.is_empty()).into_iter().collect(),
            fclasses: [class],
        },
        when: When { timespans: timespans.into_iter().collect() },
        names: [Name { toponym: &place.name, citations: citations.into_iter().collect() }],
        types: [Type { label }],
        geometry: point(place),
        links: known.into_iter().map(|identifier| Link { r#type: "closeMatch", identifier }).collect(),
    }
}

/// GeoNames' feature class, and a label.
fn class(feature: Kind) -> (&'static str, &'static str) {
    match feature {
        Kind::Continent => ("L", "continent"),
        Kind::Region => ("L", "region"),
        Kind::Country => ("A", "country"),
        Kind::Admin1 => ("A", "first-order administrative division"),
        Kind::Admin2 => ("A", "second-order administrative division"),
        Kind::Capital => ("P", "capital"),
        Kind::City => ("P", "populated place"),
        Kind::District => ("P", "section of populated place"),
        Kind::Water => ("H", "water"),
        Kind::Land => ("T", "landform"),
        Kind::Airport => ("S", "airport"),
    }
}
