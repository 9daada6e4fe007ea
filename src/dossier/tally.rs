//! How often places are told of: each place, each division and country with everything in it, and the names
//! that nothing placed.

use super::{DocumentId, Dossier, EventRow};
use crate::analysis::DocumentAnalysis;
use crate::event::Event;
use crate::gazetteer::{Feature, Place};
use crate::toponym::{PlaceMention, Role};
use std::collections::{BTreeMap, BTreeSet};

/// A place with its counts.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceEntry {
    /// The place.
    pub place: Place,
    /// Mentions resolved to it, all roles.
    pub mentions: u32,
    /// Mentions by adjective or inhabitants ("Syrian"), part of `mentions`.
    pub demonyms: u32,
    /// Mentions of its government or team, part of `mentions`.
    pub metonyms: u32,
    /// Datelines, part of `mentions`.
    pub datelines: u32,
    /// Documents that mention it.
    pub documents: u32,
    /// Events that happened there.
    pub events: u32,
}

/// Counts of a division or country with everything in it; a document or event in two of its places counts
/// once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Mentions.
    pub mentions: u32,
    /// Documents.
    pub documents: u32,
    /// Events.
    pub events: u32,
}

/// Names an area: the country's ISO 3166-1 alpha-2 code, empty for what lies in none or in several, and the
/// division's name, empty for the whole country.
pub type AreaKey = (String, String);

/// The counts of some documents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tally {
    places: BTreeMap<u32, PlaceEntry>,
    areas: BTreeMap<AreaKey, Area>,
    unplaced: BTreeMap<String, u32>,
}

impl Tally {
    /// Every placed name, by place id.
    pub fn places(&self) -> impl Iterator<Item = &PlaceEntry> {
        self.places.values()
    }

    /// How many places there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// One place.
    #[must_use]
    pub fn place(&self, id: u32) -> Option<&PlaceEntry> {
        self.places.get(&id)
    }

    /// One area; nothing is counted where nothing is told of it.
    #[must_use]
    pub fn area(&self, country: &str, division: &str) -> Area {
        self.areas.get(&(country.to_owned(), division.to_owned())).copied().unwrap_or_default()
    }

    /// Names taken for places that nothing placed, with their counts, by name.
    pub fn unplaced(&self) -> impl Iterator<Item = (&str, u32)> {
        self.unplaced.iter().map(|(name, count)| (name.as_str(), *count))
    }

    /// Takes some mentions and events of one document in, or out again.
    pub(super) fn count<'a>(
        &mut self,
        text: &str,
        document: &DocumentAnalysis,
        mentions: impl Iterator<Item = &'a PlaceMention>,
        events: impl Iterator<Item = &'a Event>,
        add: bool,
    ) {
        let step = |count: &mut u32, by: u32| {
            *count = if add { count.saturating_add(by) } else { count.saturating_sub(by) };
        };
        let (mut seen, mut seen_areas) = (BTreeSet::new(), BTreeSet::new());
        for mention in mentions {
            let Some(place) = document.places.resolved(mention) else {
                let name = mention.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
                step(self.unplaced.entry(name).or_default(), 1);
                continue;
            };
            let entry = self.places.entry(place.id).or_insert_with(|| PlaceEntry {
                place: place.clone(),
                mentions: 0,
                demonyms: 0,
                metonyms: 0,
                datelines: 0,
                documents: 0,
                events: 0,
            });
            step(&mut entry.mentions, 1);
            step(&mut entry.demonyms, u32::from(mention.role == Role::Demonym));
            step(&mut entry.metonyms, u32::from(mention.role == Role::Metonym));
            step(&mut entry.datelines, u32::from(mention.role == Role::Dateline));
            step(&mut entry.documents, u32::from(seen.insert(place.id)));
            for key in areas_of(place) {
                let area = self.areas.entry(key.clone()).or_default();
                step(&mut area.mentions, 1);
                step(&mut area.documents, u32::from(seen_areas.insert(key)));
            }
        }
        for event in events {
            let mut seen_areas = BTreeSet::new();
            for place in event.scenes().iter().filter_map(|at| document.places.table.get(*at as usize)) {
                if let Some(entry) = self.places.get_mut(&place.id) {
                    step(&mut entry.events, 1);
                }
                for key in areas_of(place) {
                    if let Some(area) = self.areas.get_mut(&key).filter(|_| seen_areas.insert(key.clone())) {
                        step(&mut area.events, 1);
                    }
                }
            }
        }
        if !add {
            self.places.retain(|_, entry| entry.mentions > 0);
            self.areas.retain(|_, area| area.mentions > 0);
            self.unplaced.retain(|_, count| *count > 0);
        }
    }
}

/// The country a place lies in, and the division.
fn areas_of(place: &Place) -> impl Iterator<Item = AreaKey> {
    let country = (place.country.clone(), String::new());
    let division = division_of(place).map(|division| (place.country.clone(), division.to_owned()));
    [Some(country), division].into_iter().flatten()
}

/// The first-order division that a place lies in or is; `None` for countries and what lies in several.
#[must_use]
pub fn division_of(place: &Place) -> Option<&str> {
    let name = match place.feature {
        Feature::Country | Feature::Continent => "",
        Feature::Admin1 if place.admin1.is_empty() => &place.name,
        _ => &place.admin1,
    };
    Some(name).filter(|name| !name.is_empty() && !place.country.is_empty())
}

impl Dossier {
    /// The places told of in these documents, and their events.
    #[must_use]
    pub fn tally_of_documents(&self, documents: &[DocumentId]) -> Tally {
        let mut tally = Tally::default();
        for id in documents {
            let (Some(file), Some(document)) = (self.file(id.file), self.document(*id)) else { continue };
            let (mentions, events) = (document.places.mentions.iter(), document.events.iter());
            tally.count(&file.text.content, document, mentions, events, true);
        }
        tally
    }

    /// The places told of in the sentences of these events, and these events.
    #[must_use]
    pub fn tally_of(&self, rows: &[EventRow]) -> Tally {
        let mut documents: BTreeMap<DocumentId, Vec<u32>> = BTreeMap::new();
        for row in rows {
            documents.entry(row.id.document).or_default().push(row.id.event);
        }
        let mut tally = Tally::default();
        for (id, events) in documents {
            let (Some(file), Some(document)) = (self.file(id.file), self.document(id)) else { continue };
            let events = || events.iter().filter_map(|event| document.events.get(*event as usize));
            let all = &document.places.mentions;
            let told: BTreeSet<usize> = events()
                .flat_map(|event| {
                    let from = all.partition_point(|mention| mention.span.end() <= event.span.start());
                    let to = all.partition_point(|mention| mention.span.start() < event.span.end());
                    from..to.max(from)
                })
                .collect();
            let mentions = told.into_iter().filter_map(|at| all.get(at));
            tally.count(&file.text.content, document, mentions, events(), true);
        }
        tally
    }
}
