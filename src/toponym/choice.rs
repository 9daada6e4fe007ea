//! What the user decided about names: a place, or none. It wins over everything that was found.

use super::{Candidate, Places, Role};
use crate::gazetteer::Place;
use serde::{Deserialize, Serialize};

/// A decision about a name, everywhere or in one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceChoice {
    /// The name, as [`name_of`] has it.
    pub name: String,
    /// The document it holds in, by its index in the file; `None` for all. The narrower one wins.
    pub document: Option<u32>,
    /// What is meant.
    pub meant: Meant,
}

/// What a name means by the user's word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Meant {
    /// It is no place.
    Nothing,
    /// This place.
    Place(Place),
}

/// Places that the user put on the map have ids from here on: see [`pin`].
pub const PINS: u32 = 4_200_000_000;

/// Why a place is meant that the user decided on.
pub const BY_HAND: &str = "Set by you.";

/// A name as decisions are kept by it: in lower case, white space joined, without a possessive ending.
#[must_use]
pub fn name_of(words: &str) -> String {
    let name = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let end = ["'s", "’s"].iter().find_map(|ending| name.strip_suffix(ending));
    end.map_or_else(|| name.clone(), str::to_owned)
}

/// A place that the gazetteer does not hold, put on the map by hand.
#[must_use]
pub fn pin(words: &str, lat: f32, lon: f32) -> Place {
    let name = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = name_of(&name).bytes().fold(0x811c_9dc5, mix);
    Place {
        id: PINS + hash % (u32::MAX - PINS),
        name,
        feature: crate::gazetteer::Feature::City,
        country: String::new(),
        country_name: String::new(),
        admin1: String::new(),
        lat: lat.clamp(-90.0, 90.0),
        lon: lon.clamp(-180.0, 180.0),
        precision_km: 1.0,
        population: 0,
    }
}

/// Lets the decisions win in one document.
pub(crate) fn decide(text: &str, document: u32, places: &mut Places, choices: &[PlaceChoice]) {
    if choices.is_empty() {
        return;
    }
    let Places { table, mentions, .. } = places;
    mentions.retain_mut(|mention| {
        let name = name_of(mention.span.of(text));
        let of = |wanted: Option<u32>| choices.iter().find(|c| c.document == wanted && c.name == name);
        match of(Some(document)).or_else(|| of(None)).map(|choice| &choice.meant) {
            None => true,
            Some(Meant::Nothing) => false,
            Some(Meant::Place(place)) => {
                let at = table.iter().position(|known| known.id == place.id).unwrap_or_else(|| {
                    table.push(place.clone());
                    table.len() - 1
                }) as u32;
                mention.candidates.retain(|candidate| candidate.place != at);
                mention.candidates.insert(0, Candidate { place: at, score: 1.0 });
                mention.placed = true;
                BY_HAND.clone_into(&mut mention.why);
                // an unplaced name was literal already; what stands for a people still does
                if mention.role == Role::Metonym && place.id >= PINS {
                    mention.role = Role::Literal;
                }
                true
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::toponym::PlaceMention;

    fn mention(start: usize, end: usize, candidates: &[u32]) -> PlaceMention {
        PlaceMention {
            span: Span::new(start, end),
            role: Role::Literal,
            candidates: candidates.iter().map(|place| Candidate { place: *place, score: 0.5 }).collect(),
            placed: !candidates.is_empty(),
            rule: "name".to_owned(),
            why: "The best known of that name.".to_owned(),
        }
    }

    #[test]
    fn the_narrower_decision_wins_and_what_lost_stays() {
        let text = "Upper  Mill’s dam; Upper Mill; Reading";
        let found = || Places {
            table: vec![pin("One", 1.0, 1.0), pin("Two", 2.0, 2.0)],
            mentions: vec![mention(0, 15, &[0, 1]), mention(21, 31, &[]), mention(33, 40, &[0])],
            ..Places::default()
        };
        let choices = [
            PlaceChoice { name: "reading".into(), document: None, meant: Meant::Nothing },
            PlaceChoice {
                name: "upper mill".into(),
                document: None,
                meant: Meant::Place(pin("One", 1.0, 1.0)),
            },
            PlaceChoice {
                name: "upper mill".into(),
                document: Some(3),
                meant: Meant::Place(pin("Two", 2.0, 2.0)),
            },
        ];
        let firsts = |document| {
            let mut places = found();
            decide(text, document, &mut places, &choices);
            let first = |m: &PlaceMention| places.resolved(m).map(|place| place.name.clone());
            assert!(places.mentions.iter().all(|m| m.why == BY_HAND));
            (places.mentions.iter().map(first).collect::<Vec<_>>(), places.mentions[0].candidates.len())
        };
        let both = |name: &str| vec![Some(name.to_owned()), Some(name.to_owned())];
        assert_eq!(firsts(3), (both("Two"), 2));
        assert_eq!(firsts(4), (both("One"), 2));
    }

    #[test]
    fn a_pin_has_an_id_of_its_own_name() {
        let (a, b) = (pin("Nagrig", 30.9, 31.0), pin("nagrig", 0.0, 0.0));
        assert_eq!(a.id, b.id);
        assert!(a.id >= PINS && a.id != pin("Prisi", 0.0, 0.0).id);
        assert_eq!((pin("x", 99.0, -200.0).lat, pin("x", 99.0, -200.0).lon), (90.0, -180.0));
    }
}
