//! Events as GeoJSON features (RFC 7946): a point where the scene is known, longitude before latitude, WGS 84.

use super::ATTRIBUTION;
use super::chronology::Line;
use crate::gazetteer::Place;
use serde::Serialize;

#[derive(Serialize)]
struct Collection<'d> {
    r#type: &'static str,
    attribution: &'static str,
    features: Vec<Feature<'d>>,
}

#[derive(Serialize)]
struct Feature<'d> {
    r#type: &'static str,
    id: &'d str,
    geometry: Option<Point>,
    properties: Properties<'d>,
}

/// A point.
#[derive(Serialize)]
pub(super) struct Point {
    r#type: &'static str,
    coordinates: [f64; 2],
}

#[derive(Serialize)]
struct Properties<'d> {
    event: &'d str,
    date_edtf: &'d str,
    earliest: String,
    latest: String,
    date_text: &'d str,
    status: &'static str,
    place: Option<&'d str>,
    country: Option<&'d str>,
    precision_km: Option<f32>,
    people: &'d [&'d str],
    document: &'d str,
    file: &'d str,
    quote: &'d str,
    char_start: usize,
    char_end: usize,
    event_status: &'static str,
    told_in: u32,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    other_tellings: &'d [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    told_differently: &'d [String],
}

/// Writes the lines; an event without a place has no geometry.
pub(super) fn write(lines: &[Line<'_>]) -> String {
    let features = lines.iter().map(feature).collect();
    let collection = Collection { r#type: "FeatureCollection", attribution: ATTRIBUTION, features };
    serde_json::to_string_pretty(&collection).unwrap_or_default()
}

fn feature<'d>(line: &'d Line<'_>) -> Feature<'d> {
    let scene = line.places.first();
    Feature {
        r#type: "Feature",
        id: &line.id,
        geometry: scene.map(|place| point(place)),
        properties: Properties {
            event: line.title,
            date_edtf: line.edtf,
            earliest: line.when.earliest.iso(),
            latest: line.when.latest.iso(),
            date_text: line.date_text,
            status: line.status,
            place: scene.map(|place| place.name.as_str()),
            country: scene.map(|place| place.country.as_str()).filter(|code| !code.is_empty()),
            precision_km: scene.map(|place| place.precision_km),
            people: &line.actors,
            document: &line.document,
            file: line.source,
            quote: &line.quote,
            char_start: line.start,
            char_end: line.end,
            event_status: line.event_status,
            told_in: line.told_in,
            other_tellings: &line.others,
            told_differently: &line.differences,
        },
    }
}

/// A place's point, to four decimals (about 10 m), which is finer than the place data.
pub(super) fn point(place: &Place) -> Point {
    let short = |degrees: f32| (f64::from(degrees) * 10_000.0).round() / 10_000.0;
    Point { r#type: "Point", coordinates: [short(place.lon), short(place.lat)] }
}
