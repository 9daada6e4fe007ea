//! What the words beside a name say of the kind of place that is meant: "Washington state", "the Congo River",
//! "Lake Victoria", "the state of New York", "London, Paris and New York".

use super::resolve::Choice;
use super::role;
use super::scan::{Hit, Reader};
use crate::document::PartKind;
use crate::gazetteer::{Facts, Feature, NameKind};

/// How many features of a candidate this module writes.
pub(crate) const FEATURES: usize = 15;

/// Names of a list that are looked at on each side.
const LIST: usize = 4;

/// Kinds of places that words tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Settlement,
    Division,
    Country,
    Region,
    Water,
    Land,
    Airport,
}

impl Class {
    /// The class of a feature.
    pub(crate) fn of(feature: Feature) -> Self {
        match feature {
            Feature::Capital | Feature::City | Feature::District => Self::Settlement,
            Feature::Admin1 | Feature::Admin2 => Self::Division,
            Feature::Country => Self::Country,
            Feature::Continent | Feature::Region => Self::Region,
            Feature::Water => Self::Water,
            Feature::Land => Self::Land,
            Feature::Airport => Self::Airport,
        }
    }

    /// The class that a noun names, in singular or plural and in any case.
    pub(crate) fn named(noun: &str) -> Option<Self> {
        let noun = noun.to_ascii_lowercase();
        Some(match noun.strip_suffix('s').unwrap_or(&noun) {
            "city" | "citie" | "town" | "village" | "municipality" | "suburb" | "hamlet" | "township"
            | "borough" => Self::Settlement,
            "state" | "province" | "region" | "governorate" | "county" | "countie" | "district"
            | "prefecture" | "canton" | "oblast" | "department" | "parish" | "parishe" | "territory"
            | "territorie" | "voivodeship" => Self::Division,
            "country" | "countrie" | "republic" | "kingdom" | "nation" => Self::Country,
            "river" | "lake" | "sea" | "ocean" | "gulf" | "bay" | "strait" | "channel" | "creek"
            | "canal" | "fall" | "reservoir" | "lagoon" | "fjord" | "estuary" | "stream" | "waterfall" => {
                Self::Water
            }
            "mountain" | "mount" | "mt" | "mt." | "hill" | "peak" | "volcano" | "volcanoe" | "desert"
            | "valley" | "island" | "isle" | "peninsula" | "cape" | "archipelago" | "plateau" | "plain"
            | "forest" | "glacier" | "canyon" | "atoll" | "reef" | "summit" => Self::Land,
            "airport" | "airfield" | "airbase" => Self::Airport,
            _ => return None,
        })
    }
}

/// What stands beside one hit.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Beside {
    /// The class that the noun beside it names.
    noun: Option<Class>,
    /// "the" stands before it.
    article: bool,
    /// It acts as governments do.
    government: bool,
    /// A report was filed from it.
    dateline: bool,
}

/// Reads what stands beside every hit.
pub(crate) fn read(reader: &Reader<'_>, hits: &[Hit]) -> Vec<Beside> {
    let tokens = reader.tokens;
    let mut all: Vec<Beside> = hits
        .iter()
        .map(|hit| {
            let after = Class::named(tokens.word(hit.last));
            let before = tokens.before(hit.first);
            let before = match before {
                // "the state of New York", "the Gulf of Aden"
                "of" if hit.first >= 2 => Class::named(tokens.word(hit.first - 2)),
                // "Lake Victoria", "the river Tigris", "Mount Hermon"
                _ => Class::named(before),
            };
            let part = tokens.document.sentences.get(hit.sentence).map(|s| tokens.document.part_of(s));
            Beside {
                noun: after.or(before),
                article: tokens.before(hit.first).eq_ignore_ascii_case("the"),
                government: role::is_like_government(reader, hit),
                dateline: part == Some(PartKind::Dateline),
            }
        })
        .collect();
    // "the Tigris and Euphrates rivers": what stands behind the last is said of all
    for number in (1..hits.len()).rev() {
        let (Some(last), Some(hit)) = (hits.get(number - 1), hits.get(number)) else { continue };
        let plural = tokens.word(hit.last).ends_with('s');
        if plural
            && is_listed(reader, last, hit)
            && let Some(noun) = all.get(number).and_then(|b| b.noun)
            && let Some(before) = all.get_mut(number - 1)
        {
            before.noun = before.noun.or(Some(noun));
        }
    }
    all
}

/// Whether nothing but commas and "and" stand between two hits of one sentence.
pub(crate) fn is_listed(reader: &Reader<'_>, one: &Hit, other: &Hit) -> bool {
    let gap = other.first.saturating_sub(one.last);
    one.sentence == other.sentence
        && (1..=2).contains(&gap)
        && (one.last..other.first)
            .all(|t| matches!(reader.tokens.word(t), "," | "and" | "or" | "&" | ";" | "/"))
}

/// Writes down how every candidate fits the words beside its hit; `start` is the first of the features.
pub(crate) fn fill(reader: &Reader<'_>, hits: &[Hit], options: &mut [Vec<Choice>], start: usize) {
    let beside = read(reader, hits);
    let classes: Vec<Option<Class>> =
        options.iter().map(|own| own.first().map(|best| Class::of(best.facts.feature))).collect();
    for (number, (hit, beside)) in hits.iter().zip(&beside).enumerate() {
        let mut listed: Vec<Class> = Vec::new();
        for step in [1_isize, -1] {
            let mut at = number;
            for _ in 0..LIST {
                let Some(next) = at.checked_add_signed(step) else { break };
                let pair =
                    if step > 0 { (hits.get(at), hits.get(next)) } else { (hits.get(next), hits.get(at)) };
                let (Some(one), Some(other)) = pair else { break };
                if !is_listed(reader, one, other) {
                    break;
                }
                listed.extend(classes.get(next).copied().flatten());
                at = next;
            }
        }
        let Some(own) = options.get_mut(number) else { continue };
        let towns: Vec<(u16, u8)> = own
            .iter()
            .filter(|o| Class::of(o.facts.feature) == Class::Settlement && o.kind == NameKind::Primary)
            .map(|o| (o.facts.division, o.facts.country))
            .collect();
        let capitals: Vec<u8> = own
            .iter()
            .filter(|o| o.facts.feature == Feature::Capital && o.kind == NameKind::Primary)
            .map(|o| o.facts.country)
            .collect();
        let divisions: Vec<(u16, u8)> = own
            .iter()
            .filter(|o| o.facts.feature == Feature::Admin1)
            .map(|o| (o.facts.division, o.facts.country))
            .collect();
        let seats: Vec<Facts> =
            own.iter().map(|o| o.facts).filter(|facts| facts.feature.is_settlement()).collect();
        let yes = |holds: bool| f32::from(u8::from(holds));
        for option in own.iter_mut() {
            let class = Class::of(option.facts.feature);
            let here = (option.facts.division, option.facts.country);
            // New York and New York; Washington and, across the country, Washington
            let town = option.facts.feature == Feature::Admin1 && towns.iter().any(|town| town.1 == here.1);
            // a country's capital outweighs a state that only has its name: Washington
            let town_weight = if town && capitals.contains(&here.1) { 4.0 } else { yes(town) };
            let seat = class == Class::Settlement && divisions.contains(&here);
            let agree =
                listed.iter().filter(|other| **other == class).count() as f32 / listed.len().max(1) as f32;
            // Madrid the city, and around it Madrid the province
            let around = matches!(option.facts.feature, Feature::Admin1 | Feature::Admin2)
                && beside.noun != Some(Class::Division)
                && seats.iter().any(|seat| holds(&option.facts, seat));
            let row = [
                town_weight,
                yes(seat),
                yes(town) * agree,
                yes(seat) * agree,
                if listed.is_empty() { 0.0 } else { agree - 0.5 },
                yes(beside.noun == Some(class)),
                yes(beside.noun.is_some_and(|noun| noun != class)),
                yes(beside.article) * yes(matches!(class, Class::Water | Class::Land | Class::Region)),
                yes(beside.article) * yes(class == Class::Settlement),
                yes(beside.government) * yes(option.facts.feature == Feature::Capital),
                yes(beside.government) * yes(class == Class::Division),
                yes(beside.dateline) * yes(class == Class::Settlement),
                yes(beside.dateline) * yes(class == Class::Division),
                yes(hit.words == 1 && option.kind == NameKind::Alias && option.facts.log_population < 16.0),
                yes(around),
            ];
            if let Some(values) = option.values.get_mut(start..start + FEATURES) {
                values.copy_from_slice(&row);
            }
        }
    }
}

/// Whether a division lies around the town it shares its name with, no hamlet of it: on a map they are one spot, and
/// who says the bare name means the town.
fn holds(division: &Facts, town: &Facts) -> bool {
    const NEAR: f32 = 100.0;
    const HAMLET: f32 = 5.0;
    division.country == town.country
        && (division.point.0 - town.point.0).abs() < 1.0
        && town.log_population > division.log_population - HAMLET
        && super::resolve::distance(division.point, town.point) < NEAR
}

/// What English says of these features' weights, `start` being the first: a name that a town and its division
/// share means the town, unless its company says otherwise; a noun names its own class, who acts
/// as a government is a capital and no division, reports are filed from towns; capitals and great cities are what
/// the world means, however many mentions of their namesakes a set holds.
pub(crate) const fn bounds(start: usize) -> [(usize, f64, f64); 13] {
    [
        (super::resolve::CAPITAL, -1.0, 9.0),
        (super::resolve::FAMOUS, 0.6, 9.0),
        (start, -9.0, -0.5),
        (start + 1, 1.0, 9.0),
        (start + 2, 0.0, 9.0),
        (start + 3, 0.0, 9.0),
        (start + 5, 0.5, 9.0),
        (start + 6, -9.0, 0.0),
        (start + 9, 0.7, 9.0),
        (start + 10, -9.0, 0.0),
        (start + 11, 0.3, 9.0),
        (start + 12, -9.0, -0.3),
        (start + 14, -9.0, -3.0),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_name_classes_in_both_numbers() {
        assert_eq!(Class::named("counties"), Some(Class::Division));
        assert_eq!(Class::named("River"), Some(Class::Water));
        assert_eq!(Class::named("cities"), Some(Class::Settlement));
        assert_eq!(Class::named("bridge"), None);
    }
}
