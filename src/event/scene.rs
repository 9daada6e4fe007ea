//! The scene: where it happened, which is neither where the report was filed nor whose government spoke.
//!
//! A place named in the event's own words wins, one that a preposition of place leads before others ("in Aden",
//! "near the port"). Then what a noun stands for ("the port", after "the port of Hodeidah"), a place elsewhere in the
//! sentence, and what the rest of the document tells, each with less certainty ([`Scene`]).

use super::clause::{Clauses, Line};
use super::words::{Class, class, stem};
use crate::document::{Document, PartKind};
use crate::gazetteer::Feature;
use crate::span::Span;
use crate::toponym::{PlaceMention, Places, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How the place of an event is known, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scene {
    /// Its own words name it.
    Stated,
    /// A noun of its words stands for a place told before: "the city".
    Referred,
    /// Named in the same sentence, not in the same clause.
    Sentence,
    /// Another event of the document that happened at the same time, or the event told just before, names it.
    Told,
    /// What the document is about.
    Focus,
    /// Where the report was filed: for what was said to the reporters there.
    Filed,
    /// Nobody says.
    Unknown,
}

impl Scene {
    /// How far it can be relied on, 0 to 1.
    #[must_use]
    pub fn certainty(self) -> f32 {
        match self {
            Self::Stated => 1.0,
            Self::Referred => 0.8,
            Self::Sentence => 0.6,
            Self::Told => 0.5,
            Self::Focus | Self::Filed => 0.3,
            Self::Unknown => 0.0,
        }
    }
}

/// What leads the place where something happens.
#[rustfmt::skip]
const LOCATIVE: &[&str] = &[
    "in", "at", "near", "on", "inside", "outside", "around", "across", "throughout", "within", "off", "over", "into",
    "between", "along", "beside", "beyond", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast",
    "northwest", "southeast", "southwest",
];

/// What leads a place less surely: where something came from, went to, or what it is a part of.
const LOOSE: &[&str] = &["from", "of", "to", "through", "against", "toward", "towards", "via"];

/// Nouns that stand for a place told before.
const STANDS_FOR: &[(&str, &[Feature])] = &[
    ("city", &[Feature::City, Feature::Capital]),
    ("town", &[Feature::City]),
    ("village", &[Feature::City]),
    ("capital", &[Feature::Capital]),
    ("country", &[Feature::Country]),
    ("province", &[Feature::Admin1]),
    ("region", &[Feature::Admin1, Feature::Admin2, Feature::Region]),
    ("district", &[Feature::Admin2, Feature::District]),
    ("airport", &[Feature::Airport]),
    ("island", &[Feature::Land]),
    ("river", &[Feature::Water]),
    ("lake", &[Feature::Water]),
    ("port", &[]),
    ("harbour", &[]),
    ("camp", &[]),
    ("base", &[]),
    ("valley", &[Feature::Land]),
    ("mountain", &[Feature::Land]),
];

/// The places of a document as events ask for them.
pub(crate) struct Scenes<'d> {
    text: &'d str,
    document: &'d Document,
    places: &'d Places,
    focus: Option<u32>,
    filed: Option<u32>,
}

impl<'d> Scenes<'d> {
    pub(crate) fn new(text: &'d str, document: &'d Document, places: &'d Places) -> Self {
        let mut scenes = Self { text, document, places, focus: None, filed: None };
        scenes.focus = scenes.weigh();
        scenes.filed = places.mentions.iter().find(|m| m.role == Role::Dateline).and_then(best);
        scenes
    }

    /// The place that the document is about: named most, those of the headline and the lead before others.
    fn weigh(&self) -> Option<u32> {
        let mut weights: BTreeMap<u32, u32> = BTreeMap::new();
        for mention in self.places.mentions.iter().filter(|m| m.role == Role::Literal) {
            let Some(place) = best(mention) else { continue };
            let part = self
                .document
                .parts
                .iter()
                .find(|part| part.span.overlaps(mention.span))
                .map(|part| part.kind);
            let weight = match part {
                Some(PartKind::Headline) => 4,
                Some(PartKind::Credits | PartKind::Byline | PartKind::Dateline | PartKind::Header) | None => {
                    0
                }
                _ => 2,
            };
            *weights.entry(place).or_default() += weight;
        }
        let all: u32 = weights.values().sum();
        // a story of many places is about none of them
        let heaviest = weights.values().copied().max().filter(|weight| *weight > 2 && 3 * weight >= all)?;
        weights.into_iter().find(|(_, weight)| *weight == heaviest).map(|(place, _)| place)
    }

    /// Where the document was filed.
    pub(crate) fn filed(&self) -> Option<u32> {
        self.filed
    }

    /// What the document is about.
    pub(crate) fn focus(&self) -> Option<u32> {
        self.focus
    }

    /// The mentions of places themselves in a stretch of the text, ascending.
    pub(crate) fn within(&self, span: Span) -> impl Iterator<Item = &'d PlaceMention> + '_ {
        let from = self.places.mentions.partition_point(|m| m.span.end() <= span.start());
        // "floods hit Dhaka": what a verb of harm or motion takes is ground, whatever else the name may stand for
        let taken = |m: &PlaceMention| {
            let before = self.text.get(..m.span.start()).unwrap_or_default().trim_end();
            let verb = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let class = class(&stem(verb));
            m.role == Role::Metonym
                && matches!(
                    class,
                    Class::Violence | Class::Disaster | Class::Control | Class::Meeting | Class::Flight
                )
        };
        let literal = move |m: &&PlaceMention| (m.role == Role::Literal || taken(m)) && m.placed;
        self.places.mentions[from..].iter().take_while(move |m| m.span.start() < span.end()).filter(literal)
    }

    /// The places named by the tokens that `own` accepts, those that a preposition leads first, and how many of
    /// them say where: the ones that are led best.
    pub(crate) fn stated(
        &self,
        clauses: &Clauses<'_>,
        sentence: Span,
        own: &dyn Fn(usize) -> bool,
    ) -> (Vec<u32>, usize) {
        let line = clauses.line;
        let mut found: [Vec<u32>; 3] = Default::default();
        let (mut end, mut last) = (usize::MAX, Lead::None);
        for mention in self.within(sentence) {
            let Some(at) = line.tokens.iter().position(|t| t.span.overlaps(mention.span)) else { continue };
            if !own(at) {
                continue;
            }
            let Some(place) = best(mention) else { continue };
            // "Leeds, England": led as the first is
            let inside = line.word(at - 1.min(at)) == "," && end.saturating_add(1) == at;
            let lead = if inside { last } else { lead(line, at) };
            end = line.tokens.iter().rposition(|t| t.span.overlaps(mention.span)).unwrap_or(at) + 1;
            last = lead;
            // a country that nothing leads acts: it is not where something happened
            let into = &mut found[lead as usize];
            if !into.contains(&place) {
                into.push(place);
            }
        }
        let [led, loose, bare] = found;
        // a country that nothing leads acts: it is not where something happened
        let (broad, bare): (Vec<u32>, Vec<u32>) = bare.into_iter().partition(|place| self.is_broad(*place));
        let mut places: Vec<u32> = Vec::new();
        let mut scenes = 0;
        for group in [led, loose, bare, broad.clone()] {
            for place in self.finest_first(group) {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
            if scenes == 0 && places.iter().any(|place| !broad.contains(place)) {
                scenes = places.len();
            }
        }
        (places, scenes)
    }

    fn is_broad(&self, place: u32) -> bool {
        let feature = self.places.table.get(place as usize).map(|p| p.feature);
        matches!(feature, Some(Feature::Country | Feature::Continent))
    }

    /// "Sinjar, Iraq": what holds another stands behind it.
    fn finest_first(&self, mut places: Vec<u32>) -> Vec<u32> {
        let broad = |place: &u32| self.is_broad(*place);
        let country = |place: &u32| self.places.table.get(*place as usize).map(|p| p.country.as_str());
        let all = places.clone();
        let holds = |place: &u32| {
            broad(place) && all.iter().any(|p| p != place && !broad(p) && country(p) == country(place))
        };
        crate::order::sort_by_key(&mut places, |place| holds(place));
        places
    }

    /// The place that a noun of the clause stands for: "the port", where a port was named before.
    pub(crate) fn referred(&self, clauses: &Clauses<'_>, own: &dyn Fn(usize) -> bool) -> Option<u32> {
        let line = clauses.line;
        (0..line.len()).filter(|at| own(*at)).find_map(|at| {
            let definite = at > 0 && line.is(at - 1, &["the", "this", "that"]);
            let (noun, features) = STANDS_FOR.iter().find(|(noun, _)| line.is(at, &[noun]))?;
            // "the port of Aden", "the city council"
            let alone = !line.is(at + 1, &["of", "'s", "’s"]);
            if !(definite && alone) {
                return None;
            }
            self.last_of(noun, features, line.tokens.get(at)?.span.start())
        })
    }

    /// The last place before byte `before` that is such a thing, by its kind or the word beside it.
    fn last_of(&self, noun: &str, features: &[Feature], before: usize) -> Option<u32> {
        let end = self.places.mentions.partition_point(|m| m.span.end() <= before);
        self.places.mentions[..end].iter().rev().find_map(|mention| {
            let place = best(mention).filter(|_| mention.role == Role::Literal)?;
            let feature = self.places.table.get(place as usize)?.feature;
            let around = |range: std::ops::Range<usize>| self.text.get(range).unwrap_or_default();
            let lead =
                around(self.edge(mention.span.start().saturating_sub(noun.len() + 4))..mention.span.start());
            let tail = around(mention.span.end()..self.edge(mention.span.end() + noun.len() + 1));
            let beside = lead.trim_end().trim_end_matches(" of").ends_with(noun)
                || tail.trim_start().starts_with(noun);
            (beside || features.contains(&feature)).then_some(place)
        })
    }

    fn edge(&self, byte: usize) -> usize {
        (byte..self.text.len()).find(|at| self.text.is_char_boundary(*at)).unwrap_or(self.text.len())
    }
}

/// The place a mention was taken to mean.
pub(crate) fn best(mention: &PlaceMention) -> Option<u32> {
    mention.meant()
}

/// How a name is led.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// By a preposition of place.
    Place,
    /// By one of movement or belonging.
    Loose,
    /// By none.
    None,
}

/// What leads the name whose first token is `at`: the nearest preposition, other words of its phrase between.
fn lead(line: Line<'_>, at: usize) -> Lead {
    if at > 1 && line.word(at - 1) == "," {
        return Lead::Place;
    }
    for i in (at.saturating_sub(6)..at).rev() {
        if line.is(i, LOCATIVE) {
            return Lead::Place;
        }
        if line.is(i, LOOSE) {
            // "in the town of Leeds", "on the outskirts of Leeds"
            let deeper = line.is(i, &["of"]) && (i.saturating_sub(4)..i).any(|j| line.is(j, LOCATIVE));
            return if deeper { Lead::Place } else { Lead::Loose };
        }
        if line.is_finite(i) || matches!(line.word(i), ";" | "that" | "which") {
            break;
        }
    }
    Lead::None
}
