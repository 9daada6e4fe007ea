//! Which of several places a mention means.
//!
//! Every candidate is weighed by what it is (population, kind, whether the name is its own) and by how it
//! fits the document: named containment ("Paris, Texas"), the countries and divisions the document speaks
//! of, places nearby. The fit is read off all mentions together: a first round by the candidates'
//! own weight, then rounds in which every mention votes with its probabilities.

use std::collections::BTreeMap;

use super::scan::{Hit, Reader};
use super::weights::RESOLVE;
use crate::gazetteer::{Feature, Gazetteer, NameKind, PlaceId};

/// How many features a candidate has.
pub(crate) const FEATURES: usize = 32;
/// Rounds of voting: the third changes hardly a mention.
const ROUNDS: usize = 3;
/// Candidates kept for a name, the heaviest by themselves; names of more are those of "San José".
const CANDIDATES: usize = 40;

/// One place a hit may mean.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) place: PlaceId,
    pub(crate) kind: NameKind,
    pub(crate) values: [f32; FEATURES],
    pub(crate) score: f32,
    pub(crate) share: f32,
}

/// Whether some candidate of `inner` lies in some country or division that `outer` names.
pub(crate) fn is_inside(gazetteer: &Gazetteer, inner: &Hit, outer: &Hit) -> bool {
    inner.names.iter().any(|&(kind, place)| {
        kind != NameKind::Demonym && outer.names.iter().any(|&(_, around)| lies_in(gazetteer, place, around))
    })
}

/// Whether a place lies in a country or first-order division.
pub(crate) fn lies_in(gazetteer: &Gazetteer, place: PlaceId, around: PlaceId) -> bool {
    place != around
        && match gazetteer.feature(around) {
            Feature::Country => {
                gazetteer.country(place) == gazetteer.country(around)
                    && gazetteer.feature(place) != Feature::Country
            }
            Feature::Admin1 => {
                gazetteer.division(place) != 0
                    && gazetteer.division(place) == gazetteer.division(around)
                    && gazetteer.feature(place) != Feature::Admin1
            }
            _ => false,
        }
}

/// Kilometres between two points, along the great circle.
pub(crate) fn distance(one: (f32, f32), other: (f32, f32)) -> f32 {
    let (lat1, lat2) = (one.0.to_radians(), other.0.to_radians());
    let (dlat, dlon) = (lat2 - lat1, (other.1 - one.1).to_radians());
    let a = (dlat / 2.0).sin().powi(2) + lat1.cos() * lat2.cos() * (dlon / 2.0).sin().powi(2);
    2.0 * 6371.0 * a.sqrt().min(1.0).asin()
}

/// Ranks the candidates of every hit, best first.
pub(crate) fn rank(reader: &Reader<'_>, hits: &[&Hit]) -> Vec<Vec<Choice>> {
    let gazetteer = reader.gazetteer;
    let mut options: Vec<Vec<Choice>> = hits.iter().map(|hit| own_options(gazetteer, hit)).collect();
    for (number, hit) in hits.iter().enumerate() {
        let after = hits.get(number + 1).filter(|next| is_joined(reader, hit, next));
        let before =
            number.checked_sub(1).and_then(|n| hits.get(n)).filter(|last| is_joined(reader, last, hit));
        if let Some(own) = options.get_mut(number) {
            containment(gazetteer, own, after.copied(), before.copied());
        }
    }
    let named = same_names(hits);
    support(gazetteer, &named, &mut options);
    for round in 0..=ROUNDS {
        if round > 0 {
            let field = Field::of(gazetteer, hits, &named, &options);
            for (number, own) in options.iter_mut().enumerate() {
                let count = named.get(number).and_then(|name| field.voices.get(name)).copied().unwrap_or(1.0);
                field.fit(gazetteer, hits, number, count, own);
            }
        }
        for own in &mut options {
            score(own);
        }
        agree(&named, &mut options);
    }
    for own in &mut options {
        crate::order::sort_by(own, |a, b| b.share.total_cmp(&a.share).then(a.place.cmp(&b.place)));
    }
    options
}

/// What a hit may mean, weighed by what the places are, best first.
pub(crate) fn own_options(gazetteer: &Gazetteer, hit: &Hit) -> Vec<Choice> {
    let mut options: Vec<Choice> = Vec::new();
    for &(kind, place) in &hit.names {
        if let Some(known) = options.iter_mut().find(|o| o.place == place) {
            known.kind = known.kind.min(kind);
            continue;
        }
        options.push(Choice { place, kind, values: [0.0; FEATURES], score: 0.0, share: 0.0 });
    }
    for option in &mut options {
        let feature = gazetteer.feature(option.place);
        let population = gazetteer.log_population(option.place);
        let slot = match feature {
            Feature::Country => 1,
            Feature::Continent => 2,
            Feature::Region => 3,
            Feature::Admin1 => 4,
            Feature::Admin2 => 5,
            Feature::Capital => 6,
            Feature::City => 7,
            Feature::District => 8,
            Feature::Water => 9,
            Feature::Land => 10,
            Feature::Airport => 11,
        };
        let values = &mut option.values;
        values[0] = if feature.is_settlement() { population / 10.0 } else { 0.0 };
        values[12] = if feature.is_settlement() { 0.0 } else { population / 10.0 };
        values[slot] = 1.0;
        values[13] = f32::from(u8::from(option.kind == NameKind::Alias));
        values[14] = f32::from(u8::from(option.kind == NameKind::Abbreviation));
        values[11] += f32::from(u8::from(option.kind == NameKind::Skeleton));
        values[15] = f32::from(u8::from(option.kind == NameKind::Demonym));
    }
    dominance(gazetteer, &mut options);
    for option in &mut options {
        score_one(option);
    }
    crate::order::sort_by(&mut options, |a, b| b.score.total_cmp(&a.score).then(a.place.cmp(&b.place)));
    options.truncate(CANDIDATES);
    options
}

/// How far a settlement stands above its namesakes: nobody says which London when the first is meant.
fn dominance(gazetteer: &Gazetteer, options: &mut [Choice]) {
    let mut first = (0.0_f32, None);
    let mut second = 0.0_f32;
    for option in
        options.iter().filter(|o| gazetteer.feature(o.place).is_settlement() && o.kind != NameKind::Demonym)
    {
        let population =
            gazetteer.log_population(option.place) - if option.kind == NameKind::Primary { 0.0 } else { 3.0 };
        if population > first.0 {
            second = first.0;
            first = (population, Some(option.place));
        } else {
            second = second.max(population);
        }
    }
    for option in options {
        if first.1 == Some(option.place) {
            option.values[26] = 1.0;
            option.values[27] = ((first.0 - second) / 5.0).min(2.0);
        }
    }
}

fn is_joined(reader: &Reader<'_>, one: &Hit, other: &Hit) -> bool {
    one.sentence == other.sentence
        && ((other.first == one.last + 1 && matches!(reader.tokens.word(one.last), "," | "(" | "/" | "-"))
            || other.first == one.last)
}

/// "Paris, Texas": the candidates in Texas, and for "Texas" the Texas that has a Paris.
fn containment(gazetteer: &Gazetteer, own: &mut [Choice], after: Option<&Hit>, before: Option<&Hit>) {
    for option in own.iter_mut() {
        let inside = after.is_some_and(|outer| {
            outer
                .names
                .iter()
                .any(|&(kind, around)| kind != NameKind::Demonym && lies_in(gazetteer, option.place, around))
        });
        let around = before.is_some_and(|inner| {
            inner
                .names
                .iter()
                .any(|&(kind, place)| kind != NameKind::Demonym && lies_in(gazetteer, place, option.place))
        });
        option.values[16] = f32::from(u8::from(inside));
        option.values[17] = f32::from(u8::from(around));
    }
}

/// Where several names each have a candidate in one corner of the world, that corner is meant, however small
/// the candidates: "Paris" beside "Henry County" is Tennessee's.
fn support(gazetteer: &Gazetteer, named: &[usize], options: &mut [Vec<Choice>]) {
    struct Site {
        name: usize,
        lat: f32,
        lon: f32,
        division: u16,
    }
    let mut sites: Vec<Site> = Vec::new();
    let mut names = 0.0_f32;
    for (number, own) in options.iter().enumerate() {
        if named.get(number) != Some(&number) {
            continue;
        }
        let before = sites.len();
        for option in own {
            let feature = gazetteer.feature(option.place);
            let local = feature.is_settlement()
                || matches!(feature, Feature::Admin1 | Feature::Admin2 | Feature::Airport);
            if local && option.kind != NameKind::Demonym {
                let (lat, lon) = gazetteer.point(option.place);
                sites.push(Site { name: number, lat, lon, division: gazetteer.division(option.place) });
            }
        }
        names += f32::from(u8::from(sites.len() > before));
    }
    let mut near: Vec<(usize, f32)> = Vec::new();
    for (own, &name) in options.iter_mut().zip(named) {
        for option in own.iter_mut() {
            let feature = gazetteer.feature(option.place);
            if !(feature.is_settlement() || matches!(feature, Feature::Admin1 | Feature::Admin2)) {
                continue;
            }
            let (lat, lon) = gazetteer.point(option.place);
            let shrink = lat.to_radians().cos();
            let division = gazetteer.division(option.place);
            near.clear();
            let (mut same_division, mut last_division) = (0.0_f32, usize::MAX);
            for site in &sites {
                if site.name == name {
                    continue;
                }
                if site.division == division && division != 0 && last_division != site.name {
                    last_division = site.name;
                    same_division += 1.0;
                }
                let north = site.lat - lat;
                if north.abs() > 1.5 {
                    continue;
                }
                let km = 111.2 * (north * north + ((site.lon - lon) * shrink).powi(2)).sqrt();
                let weight = (-km / 40.0).exp();
                match near.last_mut() {
                    Some(last) if last.0 == site.name => last.1 = last.1.max(weight),
                    _ => near.push((site.name, weight)),
                }
            }
            let sum: f32 = near.iter().map(|n| n.1).sum();
            option.values[28] = (1.0 + sum).ln();
            option.values[29] = sum / names.max(2.0);
            option.values[30] = same_division / names.max(2.0);
            option.values[31] = f32::from(u8::from(feature == Feature::Admin2)) * (1.0 + sum).ln();
        }
    }
}

/// For every hit the number of the first hit of the same name.
fn same_names(hits: &[&Hit]) -> Vec<usize> {
    let mut first: BTreeMap<u64, usize> = BTreeMap::new();
    hits.iter().enumerate().map(|(number, hit)| *first.entry(hit.name).or_insert(number)).collect()
}

/// One sense per document: mentions of one name share their scores' maximum.
fn agree(named: &[usize], options: &mut [Vec<Choice>]) {
    let mut best: BTreeMap<(usize, PlaceId), f32> = BTreeMap::new();
    for (own, &name) in options.iter().zip(named) {
        for option in own {
            let slot = best.entry((name, option.place)).or_insert(f32::MIN);
            *slot = slot.max(option.score);
        }
    }
    for (own, &name) in options.iter_mut().zip(named) {
        // a mention with its own "…, Texas" keeps to it
        let explicit = own.iter().any(|o| o.values[16] > 0.0);
        if !explicit {
            for option in own.iter_mut() {
                option.score = best.get(&(name, option.place)).copied().unwrap_or(option.score);
            }
        }
        share(own);
    }
}

fn score_one(option: &mut Choice) {
    option.score = option.values.iter().zip(RESOLVE).map(|(value, weight)| value * weight).sum();
}

fn score(own: &mut [Choice]) {
    own.iter_mut().for_each(score_one);
    share(own);
}

/// Scores to shares of 1.
fn share(own: &mut [Choice]) {
    let most = own.iter().map(|o| o.score).fold(f32::MIN, f32::max);
    let sum: f32 = own.iter().map(|o| (o.score - most).exp()).sum();
    for option in own.iter_mut() {
        option.share = (option.score - most).exp() / sum.max(1e-6);
    }
}

/// What the document speaks of, as its mentions vote.
struct Field {
    /// Country → weight, by name.
    countries: BTreeMap<u8, f32>,
    /// Division → weight.
    divisions: BTreeMap<u16, f32>,
    /// Every likely place: hit's name, point, weight, sentence.
    points: Vec<(u64, (f32, f32), f32, usize)>,
    /// Countries and divisions that are named themselves.
    named: BTreeMap<PlaceId, f32>,
    total: f32,
    /// By a name's first hit: how loud it votes.
    voices: BTreeMap<usize, f32>,
}

impl Field {
    fn of(gazetteer: &Gazetteer, hits: &[&Hit], named: &[usize], options: &[Vec<Choice>]) -> Self {
        let mut field = Self {
            countries: BTreeMap::new(),
            divisions: BTreeMap::new(),
            points: Vec::new(),
            named: BTreeMap::new(),
            total: 0.0,
            voices: BTreeMap::new(),
        };
        let mut counts: BTreeMap<usize, f32> = BTreeMap::new();
        for &name in named {
            *counts.entry(name).or_default() += 1.0;
        }
        // a name votes once, a little louder where it is said often: else it would elect itself
        for (&name, &count) in &counts {
            let (Some(hit), Some(own)) = (hits.get(name), options.get(name)) else { continue };
            let voice = 1.0 + 0.5 * count.ln();
            field.total += voice;
            field.voices.insert(name, voice);
            for option in own.iter().filter(|o| o.share > 0.1) {
                let country = gazetteer.country(option.place);
                let division = gazetteer.division(option.place);
                if country != 0 {
                    *field.countries.entry(country).or_default() += voice * option.share;
                }
                if division != 0 {
                    *field.divisions.entry(division).or_default() += voice * option.share;
                }
                match gazetteer.feature(option.place) {
                    Feature::Country | Feature::Admin1 => {
                        *field.named.entry(option.place).or_default() += voice * option.share;
                    }
                    Feature::Continent | Feature::Region | Feature::Water | Feature::Land => {}
                    _ => field.points.push((
                        hit.name,
                        gazetteer.point(option.place),
                        option.share,
                        hit.sentence,
                    )),
                }
            }
        }
        field
    }

    /// Fills in how the candidates of one hit fit the others' votes.
    fn fit(&self, gazetteer: &Gazetteer, hits: &[&Hit], number: usize, voice: f32, own: &mut [Choice]) {
        let Some(hit) = hits.get(number) else { return };
        let mine: Vec<(u8, u16, f32)> = own
            .iter()
            .map(|o| (gazetteer.country(o.place), gazetteer.division(o.place), voice * o.share))
            .collect();
        for option in own.iter_mut() {
            let feature = gazetteer.feature(option.place);
            let country = gazetteer.country(option.place);
            let division = gazetteer.division(option.place);
            // a name does not vote for itself
            let own_country: f32 = mine.iter().filter(|m| m.0 == country && country != 0).map(|m| m.2).sum();
            let own_division: f32 =
                mine.iter().filter(|m| m.1 == division && division != 0).map(|m| m.2).sum();
            let others = (self.total - voice).max(1.0);
            let of_country = (self.countries.get(&country).copied().unwrap_or(0.0) - own_country).max(0.0);
            let of_division = (self.divisions.get(&division).copied().unwrap_or(0.0) - own_division).max(0.0);
            option.values[18] = of_country / others;
            option.values[19] = of_division / others;
            option.values[20] = (1.0 + of_division).ln();
            option.values[21] = (1.0 + of_country).ln();
            if !feature.is_settlement() && feature != Feature::Admin2 && feature != Feature::Airport {
                continue;
            }
            let named_country =
                gazetteer.country_place(country).and_then(|p| self.named.get(&p)).copied().unwrap_or(0.0);
            option.values[22] = f32::from(u8::from(named_country > 0.5));
            let point = gazetteer.point(option.place);
            let (mut near, mut nearest, mut same_sentence) = (0.0_f32, f32::MAX, f32::MAX);
            for &(name, other, weight, sentence) in &self.points {
                if name == hit.name || weight < 0.3 {
                    continue;
                }
                let km = distance(point, other);
                near += weight * (-km / 100.0).exp();
                nearest = nearest.min(km);
                if sentence == hit.sentence {
                    same_sentence = same_sentence.min(km);
                }
            }
            option.values[23] = (1.0 + near).ln();
            option.values[24] = (-nearest / 50.0).exp();
            option.values[25] = (-same_sentence / 150.0).exp();
        }
    }
}
