//! What the gazetteer must know: check lists written by hand, name by name, with the point each is to have
//! where nothing else is said (`tests/inventory/*.txt`).
//!
//! ```text
//! # a comment
//! = group 30                     a group of rows and how far off a point may be, in kilometres
//! Kiev;Kyiv|50.45,30.52          names of one place|degrees north,degrees east
//! Paris, Texas|33.66,-95.56      a name may be given with its surroundings; the first name is asked
//! ```
//!
//! A row fails where the name is not found whole, or where the place ranked first lies elsewhere. No name may
//! be missing; of the ranks one in a hundred may be wrong, because the weights that rank namesakes are fitted
//! on running text, and each fit moves some. The lists say nothing of recognition in running text: that is what
//! the annotated sets measure.

use std::path::Path;

use super::resolve;
use super::scan::Reader;
use crate::actor::tokens::Tokens;
use crate::document::{Split, segment};
use crate::gazetteer::Gazetteer;

/// A name and where it should be.
struct Row {
    group: String,
    name: String,
    point: (f32, f32),
    km: f32,
}

fn rows(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let (mut group, mut km) = (String::new(), 0.0);
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if let Some(head) = line.strip_prefix("= ") {
            let (name, distance) = head.rsplit_once(' ').expect("a group has a distance");
            (group, km) = (name.to_owned(), distance.parse().expect("kilometres"));
            continue;
        }
        let (names, point) = line.split_once('|').unwrap_or_else(|| panic!("no | in {line:?}"));
        let (lat, lon) = point.split_once(',').unwrap_or_else(|| panic!("no point in {line:?}"));
        let point = (lat.parse().expect("degrees north"), lon.parse().expect("degrees east"));
        rows.extend(names.split(';').map(|name| Row {
            group: group.clone(),
            name: name.to_owned(),
            point,
            km,
        }));
    }
    rows
}

/// What is wrong with a row.
enum Fault {
    Missing,
    Elsewhere(String),
}

/// What is wrong with a row; `None` where nothing is.
fn fault(gazetteer: &Gazetteer, row: &Row) -> Option<Fault> {
    const BEFORE: &str = "They met in ";
    let text = format!("{BEFORE}{} at noon.", row.name);
    let documents = segment(&text, Split::None, None);
    let document = documents.first().expect("one document");
    let reader = Reader { tokens: Tokens { text: &text, document }, gazetteer };
    let hits = reader.hits();
    let asked = row.name.split(", ").next().unwrap_or_default();
    let end = BEFORE.len() + asked.len();
    let begin = end - asked.trim_start_matches("the ").len();
    let Some(number) =
        hits.iter().position(|hit| hit.span.start() <= begin && hit.span.end() >= end.saturating_sub(1))
    else {
        return Some(Fault::Missing);
    };
    let options = resolve::all_options(gazetteer, &hits);
    let choices = resolve::rank(&reader, &hits, options, &vec![true; hits.len()], &[]);
    let best = choices.get(number)?.first()?;
    let point = gazetteer.point(best.place);
    let km = resolve::distance(point, row.point);
    (km > row.km).then(|| {
        let name = gazetteer.name(best.place);
        Fault::Elsewhere(format!("is {name} at {:.2},{:.2}, {km:.0} km off", point.0, point.1))
    })
}

#[test]
fn every_name_of_the_check_lists_is_where_it_should_be() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read(root.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    let mut gazetteer = Gazetteer::load(read("data/gazetteer/core.bin").into()).expect("a sound core tier");
    gazetteer.extend(read("data/gazetteer/full.bin").into()).expect("a full tier that belongs to it");
    let (mut asked, mut missing, mut elsewhere) = (0, Vec::new(), Vec::new());
    for list in ["cities", "nature", "regions", "sites", "divisions"] {
        let text = String::from_utf8(read(&format!("tests/inventory/{list}.txt"))).expect("UTF-8");
        for row in rows(&text) {
            asked += 1;
            let name = format!("{list}, {}: {}", row.group, row.name);
            match fault(&gazetteer, &row) {
                Some(Fault::Missing) => missing.push(name),
                Some(Fault::Elsewhere(place)) => elsewhere.push(format!("{name} {place}")),
                None => {}
            }
        }
    }
    assert!(asked > 3000, "only {asked} names were asked");
    assert!(missing.is_empty(), "{} of {asked} names are missing:\n{}", missing.len(), missing.join("\n"));
    assert!(
        elsewhere.len() * 100 <= asked,
        "{} of {asked} names are elsewhere:\n{}",
        elsewhere.len(),
        elsewhere.join("\n")
    );
}
