//! Cuts the world into the core and the full tier.

use crate::names::Words;
use crate::places::{Entry, World};
use dateline::gazetteer::format::{Contents, encode};

/// The core tier's and the full tier's bytes.
pub(crate) fn cut(world: &World, words: &Words) -> (Vec<u8>, Vec<u8>) {
    let mut places: Vec<&Entry> = world.places.iter().collect();
    places.sort_by_key(|e| (e.row.country, e.row.division, e.row.id));
    let (core, full): (Vec<&Entry>, Vec<&Entry>) = places.into_iter().partition(|e| e.core);
    let mut contents = Contents::default();
    let mut later = String::new();
    for (number, entry) in core.iter().enumerate() {
        let keys: &[String] = if entry.core_keys { &entry.keys } else { &[] };
        line(&mut contents.sections[0], &entry.display, keys);
        contents.rows.push(entry.row);
        if !entry.core_keys && !entry.keys.is_empty() {
            line(&mut later, &number.to_string(), &entry.keys);
        }
    }
    for country in &world.countries {
        line(&mut contents.sections[2], &country[0], &country[1..]);
    }
    for division in &world.divisions {
        line(&mut contents.sections[3], division, &[]);
    }
    for list in [&words.common, &words.given, &words.surnames] {
        contents.sections[4].push_str(&list.iter().map(String::as_str).collect::<Vec<_>>().join(" "));
        contents.sections[4].push('\n');
    }
    let core_bytes = encode(&contents);
    let checksum = core_bytes.get(8..16).and_then(|b| b.try_into().ok()).map_or(0, u64::from_le_bytes);
    let mut contents = Contents { extends: checksum, ..Contents::default() };
    for entry in full {
        line(&mut contents.sections[0], &entry.display, &entry.keys);
        contents.rows.push(entry.row);
    }
    contents.sections[1] = later;
    (core_bytes, encode(&contents))
}

fn line(text: &mut String, first: &str, rest: &[String]) {
    text.push_str(first);
    for field in rest {
        text.push('\t');
        text.push_str(field);
    }
    text.push('\n');
}
