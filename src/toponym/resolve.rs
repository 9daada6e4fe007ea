//! Which of several places a mention means.
//!
//! Every candidate is weighed by what it is (population, kind, whether the name is its own) and by how it
//! fits the document: named containment ("Paris, Texas"), the countries and divisions the document speaks
//! of, places nearby. The fit is read off all mentions together: a first round by the candidates'
//! own weight, then rounds in which every mention votes with its probabilities.

use std::collections::{BTreeMap, BTreeSet};

use super::beside;
use super::context::{FIGURES, Leaning, Vote};
use super::scan::{Hit, Reader};
use super::weights::RESOLVE;
use crate::gazetteer::{Facts, Feature, Gazetteer, NameKind, PlaceId};

/// How many features a candidate has.
pub(crate) const FEATURES: usize = FAMOUS + 1;
/// It is a country's capital.
pub(crate) const CAPITAL: usize = 6;
/// It is a town.
const TOWN: usize = 7;
/// The features that tell how a candidate fits what is around it and are added up over the rounds.
const FIT: std::ops::Range<usize> = 16..26;
/// The first of the features that tell what other documents say.
pub(crate) const LEANING: usize = 32;
/// The first of the features that tell how it fits the words beside.
pub(crate) const BESIDE: usize = LEANING + FIGURES;
/// A country or division of the same sentence holds it.
const SENTENCE: usize = BESIDE + beside::FEATURES;
/// How many names it has: a place that many speak of has many.
pub(crate) const FAME: usize = SENTENCE + 1;
/// Where a document speaks of the whole world, what it names is what the world knows: its inhabitants, again, and
/// whether it is a country or capital.
const SPREAD: usize = FAME + 1;
const SPREADS: usize = 3;
/// A great city that is many times its next namesake: what the world means by the name.
pub(crate) const FAMOUS: usize = SPREAD + SPREADS;
/// The word beside names another kind of place.
pub(crate) const MISMATCH: usize = BESIDE + 6;
/// Rounds of voting: the third changes hardly a mention.
const ROUNDS: usize = 3;
/// Candidates kept for a name, the heaviest by themselves; names of more are those of "San José".
const CANDIDATES: usize = 40;
/// Candidates of a name that a document votes for at most, and the least share that is told.
const VOTES: usize = 24;
const LEAST_VOTE: f32 = 0.002;

/// One place a hit may mean.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) place: PlaceId,
    pub(crate) kind: NameKind,
    /// What the gazetteer says of the place, read once.
    pub(crate) facts: Facts,
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

/// A point as a vector from the earth's middle, of length 1.
type Unit = [f32; 3];

fn unit((lat, lon): (f32, f32)) -> Unit {
    let (lat, lon) = (lat.to_radians(), lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

/// The square of half the chord between two points: grows with their distance, and costs no sine.
fn chord(one: Unit, other: Unit) -> f32 {
    let [x, y, z] = [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
    (x * x + y * y + z * z) / 4.0
}

/// Kilometres along the great circle of a [`chord`].
fn kilometres(chord: f32) -> f32 {
    2.0 * 6371.0 * chord.sqrt().min(1.0).asin()
}

/// Kilometres between two points, along the great circle.
pub(crate) fn distance(one: (f32, f32), other: (f32, f32)) -> f32 {
    kilometres(chord(unit(one), unit(other)))
}

/// The [`chord`] of 1,700 km: a place farther away than that weighs less than a float can tell.
const FAR: f32 = 0.0177;

/// Ranks the candidates of every hit, best first. `options` are the hits' [`own_options`], or what an earlier
/// ranking made of them; `speaks` says which hits have a voice, the others only listen; `leanings` tell what
/// other documents say.
pub(crate) fn rank(
    reader: &Reader<'_>,
    hits: &[Hit],
    mut options: Vec<Vec<Choice>>,
    speaks: &[bool],
    leanings: &[Leaning],
) -> Vec<Vec<Choice>> {
    let gazetteer = reader.gazetteer;
    for option in options.iter_mut().flatten() {
        option.values[FIT].fill(0.0);
        option.values[SPREAD..FAMOUS].fill(0.0);
    }
    lean(hits, leanings, &mut options);
    for (number, hit) in hits.iter().enumerate() {
        let after = hits.get(number + 1).filter(|next| is_joined(reader, hit, next));
        let before =
            number.checked_sub(1).and_then(|n| hits.get(n)).filter(|last| is_joined(reader, last, hit));
        if let Some(own) = options.get_mut(number) {
            containment(gazetteer, own, after, before);
        }
    }
    beside::fill(reader, hits, &mut options, BESIDE);
    let named = same_names(hits);
    let mut loud: Vec<f32> = vec![0.0; hits.len()];
    for (&name, _) in named.iter().zip(speaks).filter(|(_, speaks)| **speaks) {
        loud[name] += 1.0;
    }
    support(&named, &loud, &mut options);
    let mut units: Vec<Unit> = Vec::new();
    for round in 0..=ROUNDS {
        if round > 0 {
            let field = Field::of(hits, &loud, &options);
            for (number, hit) in hits.iter().enumerate() {
                let name = named.get(number).copied().unwrap_or(number);
                let (before, own) = options.split_at_mut(number);
                let Some(own) = own.first_mut() else { continue };
                field.fit(gazetteer, hit, field.voices.get(&name).copied().unwrap_or(0.0), own);
                units.clear();
                units.extend(own.iter().map(|option| unit(option.facts.point)));
                field.fit_points(hit, &units, before.get(name).map(Vec::as_slice), own);
            }
        }
        options.iter_mut().flatten().for_each(score);
        agree(&named, &mut options);
    }
    for own in &mut options {
        crate::order::sort_by(own, |a, b| b.share.total_cmp(&a.share).then(a.place.cmp(&b.place)));
    }
    options
}

/// What every hit may mean by itself, see [`own_options`]. A name that comes again is not weighed again.
pub(crate) fn all_options(gazetteer: &Gazetteer, hits: &[Hit]) -> Vec<Vec<Choice>> {
    let mut known: BTreeMap<u64, usize> = BTreeMap::new();
    let mut all: Vec<Vec<Choice>> = Vec::with_capacity(hits.len());
    for (number, hit) in hits.iter().enumerate() {
        let first = *known.entry(hit.name).or_insert(number);
        let again = hits.get(first).filter(|first| first.names == hit.names).and(all.get(first));
        all.push(again.cloned().unwrap_or_else(|| own_options(gazetteer, hit)));
    }
    all
}

/// Writes down what other documents say of each candidate.
fn lean(hits: &[Hit], leanings: &[Leaning], options: &mut [Vec<Choice>]) {
    let known: BTreeMap<(u64, PlaceId), &Leaning> =
        leanings.iter().map(|leaning| ((leaning.name, leaning.place), leaning)).collect();
    for (hit, own) in hits.iter().zip(options) {
        for option in own {
            if let Some(leaning) = known.get(&(hit.name, option.place))
                && let Some(values) = option.values.get_mut(LEANING..BESIDE)
            {
                values.copy_from_slice(&leaning.amounts());
            }
        }
    }
}

/// What the document takes its names to mean, each name once: its likeliest candidates with their shares.
pub(crate) fn votes(hits: &[Hit], speaks: &[bool], options: &[Vec<Choice>]) -> Vec<Vote> {
    let mut votes = Vec::new();
    let mut told = BTreeSet::new();
    for ((hit, own), _) in hits.iter().zip(options).zip(speaks).filter(|(_, speaks)| **speaks) {
        if own.first().is_none_or(|best| best.kind == NameKind::Demonym) || !told.insert(hit.name) {
            continue;
        }
        votes.extend(own.iter().take(VOTES).filter(|option| option.share > LEAST_VOTE).map(|option| {
            let Facts { feature, country, division, point, .. } = option.facts;
            let spot = Some(point).filter(|_| is_local(feature));
            Vote { name: hit.name, place: option.place, country, division, spot, share: option.share }
        }));
    }
    votes
}

/// What a hit may mean, weighed by what the places are, best first.
pub(crate) fn own_options(gazetteer: &Gazetteer, hit: &Hit) -> Vec<Choice> {
    let mut options: Vec<Choice> = Vec::new();
    for &(kind, place) in &hit.names {
        if let Some(known) = options.iter_mut().find(|o| o.place == place) {
            known.kind = known.kind.min(kind);
            continue;
        }
        let facts = gazetteer.facts(place);
        options.push(Choice { place, kind, facts, values: [0.0; FEATURES], score: 0.0, share: 0.0 });
    }
    for option in &mut options {
        let Facts { feature, log_population: population, .. } = option.facts;
        let slot = match feature {
            Feature::Country => 1,
            Feature::Continent => 2,
            Feature::Region => 3,
            Feature::Admin1 => 4,
            Feature::Admin2 => 5,
            Feature::Capital => CAPITAL,
            Feature::City => TOWN,
            Feature::District => 8,
            Feature::Water => 9,
            Feature::Land => 10,
            Feature::Airport => 11,
        };
        let values = &mut option.values;
        values[0] = if feature.is_settlement() { population / 10.0 } else { 0.0 };
        values[12] = if feature.is_settlement() { 0.0 } else { population / 10.0 };
        values[slot] = 1.0;
        // a capital is a town and more
        if feature == Feature::Capital {
            values[TOWN] = 1.0;
        }
        values[13] = f32::from(u8::from(option.kind == NameKind::Alias));
        values[14] = f32::from(u8::from(option.kind == NameKind::Abbreviation));
        values[11] += f32::from(u8::from(option.kind == NameKind::Skeleton));
        values[15] = f32::from(u8::from(option.kind == NameKind::Demonym));
    }
    if options.len() > 1 {
        for option in options.iter_mut().filter(|o| o.facts.feature.is_settlement()) {
            option.values[FAME] = (gazetteer.count_names(option.place) as f32).ln();
        }
    }
    dominance(&mut options);
    options.iter_mut().for_each(score);
    crate::order::sort_by(&mut options, |a, b| b.score.total_cmp(&a.score).then(a.place.cmp(&b.place)));
    options.truncate(CANDIDATES);
    options
}

/// Logarithms of the inhabitants of a city that the world knows (600,000), and of how many times its namesakes' it
/// has (six).
const GREAT_CITY: f32 = 19.2;
const MANY_TIMES: f32 = 2.6;

/// How far a settlement stands above its namesakes: nobody says which London when the first is meant.
fn dominance(options: &mut [Choice]) {
    let mut first = (0.0_f32, None);
    let mut second = 0.0_f32;
    for option in options.iter().filter(|o| o.facts.feature.is_settlement() && o.kind != NameKind::Demonym) {
        let population =
            option.facts.log_population - if option.kind == NameKind::Primary { 0.0 } else { 3.0 };
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
            let famous = first.0 > GREAT_CITY && first.0 - second > MANY_TIMES;
            option.values[FAMOUS] = f32::from(u8::from(famous));
        }
    }
}

pub(crate) fn is_joined(reader: &Reader<'_>, one: &Hit, other: &Hit) -> bool {
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
/// the candidates: "Paris" beside "Henry County" is Tennessee's. `named` tells the first hit of each hit's name,
/// `loud` by that number how often the name speaks.
fn support(named: &[usize], loud: &[f32], options: &mut [Vec<Choice>]) {
    /// Degrees of latitude within which places are near.
    const BAND: f32 = 1.5;
    /// Kilometres from which on a place weighs less than a float can tell.
    const REACH: f32 = 700.0;
    struct Site {
        name: usize,
        lat: f32,
        lon: f32,
    }
    let mut sites: Vec<Site> = Vec::new();
    let mut divisions: Vec<(u16, usize)> = Vec::new();
    let mut names = 0.0_f32;
    for (number, own) in options.iter().enumerate() {
        if loud.get(number).is_none_or(|count| *count <= 0.0) {
            continue;
        }
        let before = sites.len();
        for option in own {
            let Facts { feature, division, point: (lat, lon), .. } = option.facts;
            let local = feature.is_settlement()
                || matches!(feature, Feature::Admin1 | Feature::Admin2 | Feature::Airport);
            if local && option.kind != NameKind::Demonym {
                sites.push(Site { name: number, lat, lon });
                divisions.push((division, number));
            }
        }
        names += f32::from(u8::from(sites.len() > before));
    }
    crate::order::sort_by(&mut sites, |a, b| a.lat.total_cmp(&b.lat));
    crate::order::sort(&mut divisions);
    divisions.dedup();
    // by name, the best of the names met near one option
    let mut near: Vec<f32> = vec![0.0; named.len()];
    let mut met: Vec<usize> = Vec::new();
    for number in 0..options.len() {
        let (before, own) = options.split_at_mut(number);
        let (Some(own), Some(&name)) = (own.first_mut(), named.get(number)) else { continue };
        let first = before.get(name);
        for (at, option) in own.iter_mut().enumerate() {
            let Facts { feature, division, point: (lat, lon), .. } = option.facts;
            if !(feature.is_settlement() || matches!(feature, Feature::Admin1 | Feature::Admin2)) {
                continue;
            }
            // another mention of the name was weighed already
            if let Some(known) = first.and_then(|first| first.get(at)).filter(|o| o.place == option.place) {
                option.values[28..32].copy_from_slice(&known.values[28..32]);
                continue;
            }
            let shrink = lat.to_radians().cos();
            let begin = sites.partition_point(|site| site.lat < lat - BAND);
            for site in sites.iter().skip(begin).take_while(|site| site.lat - lat <= BAND) {
                let (north, east) = (site.lat - lat, (site.lon - lon) * shrink);
                let square = north * north + east.powi(2);
                if site.name == name || square > (REACH / 111.2) * (REACH / 111.2) {
                    continue;
                }
                let weight = (-111.2 * square.sqrt() / 40.0).exp();
                if let Some(best) = near.get_mut(site.name) {
                    if *best <= 0.0 {
                        met.push(site.name);
                    }
                    *best = best.max(weight);
                }
            }
            crate::order::sort(&mut met);
            let sum: f32 = met.drain(..).filter_map(|name| near.get_mut(name).map(std::mem::take)).sum();
            let begin = divisions.partition_point(|d| d.0 < division);
            let same = divisions.iter().skip(begin).take_while(|d| d.0 == division && division != 0);
            let same_division = same.filter(|d| d.1 != name).count() as f32;
            option.values[28] = (1.0 + sum).ln();
            option.values[29] = sum / names.max(2.0);
            option.values[30] = same_division / names.max(2.0);
            option.values[31] = f32::from(u8::from(feature == Feature::Admin2)) * (1.0 + sum).ln();
        }
    }
}

/// For every hit the number of the first hit of the same name.
fn same_names(hits: &[Hit]) -> Vec<usize> {
    let mut first: BTreeMap<u64, usize> = BTreeMap::new();
    hits.iter().enumerate().map(|(number, hit)| *first.entry(hit.name).or_insert(number)).collect()
}

/// One sense per document: mentions of one name share their scores' maximum.
fn agree(named: &[usize], options: &mut [Vec<Choice>]) {
    // by the first mention's number: the places of all mentions of its name, with their best scores
    let mut best: Vec<Vec<(PlaceId, f32)>> = vec![Vec::new(); named.len()];
    for (number, (own, &name)) in options.iter().zip(named).enumerate() {
        let Some(best) = best.get_mut(name) else { continue };
        if number == name {
            best.extend(own.iter().map(|option| (option.place, option.score)));
            continue;
        }
        for (at, option) in own.iter().enumerate() {
            match find(best, at, option.place) {
                Some(at) => best[at].1 = best[at].1.max(option.score),
                None => best.push((option.place, option.score)),
            }
        }
    }
    for (own, &name) in options.iter_mut().zip(named) {
        // a mention with its own "…, Texas" keeps to it
        let explicit = own.iter().any(|o| o.values[16] > 0.0);
        if !explicit && let Some(best) = best.get(name) {
            for (at, option) in own.iter_mut().enumerate() {
                option.score = find(best, at, option.place).map_or(option.score, |at| best[at].1);
            }
        }
        share(own);
    }
}

/// Where a place stands in a list; mostly at the same place as in another mention's.
fn find(places: &[(PlaceId, f32)], hint: usize, place: PlaceId) -> Option<usize> {
    if places.get(hint).is_some_and(|known| known.0 == place) {
        return Some(hint);
    }
    places.iter().position(|known| known.0 == place)
}

/// Adds up in four sums side by side, as a processor can do at once.
fn score(option: &mut Choice) {
    let mut sums = [0.0_f32; 4];
    let mut at = 0;
    // plain numbers, all known when this is compiled: nothing is left to be checked
    while at < FEATURES {
        sums[at % 4] += option.values[at] * RESOLVE[at];
        at += 1;
    }
    option.score = (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/// What speaks most for the first candidate and not for the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// "Paris, Texas".
    Named,
    /// For "Texas": the Texas that has a Paris.
    Around,
    /// A country or division named in its sentence.
    Sentence,
    /// Other places of the document.
    Near,
    /// The countries and divisions that the document speaks of.
    Region,
    /// Other documents.
    Others,
    /// "the Congo River".
    Kind,
    /// What the place is: its size, its fame.
    Known,
}

impl Reason {
    const ALL: [Self; 8] = [
        Self::Named,
        Self::Around,
        Self::Sentence,
        Self::Near,
        Self::Region,
        Self::Others,
        Self::Kind,
        Self::Known,
    ];
}

/// Why the first of ranked candidates won: the group of features that sets it farthest apart from the second.
pub(crate) fn reason(options: &[Choice]) -> Reason {
    /// Features of the words beside that tell the kind of place.
    const KIND: usize = BESIDE + 2;
    const KINDS_END: usize = BESIDE + 7;
    let [first, second, ..] = options else { return Reason::Known };
    let mut gains = Reason::ALL.map(|reason| (reason, 0.0_f32));
    for (at, ((mine, theirs), weight)) in first.values.iter().zip(second.values).zip(RESOLVE).enumerate() {
        let reason = match at {
            16 => Reason::Named,
            17 => Reason::Around,
            18..=22 | 30 => Reason::Region,
            23..=25 | 28 | 29 | 31 => Reason::Near,
            SENTENCE => Reason::Sentence,
            LEANING..BESIDE => Reason::Others,
            KIND..KINDS_END => Reason::Kind,
            _ => Reason::Known,
        };
        if let Some(gain) = gains.iter_mut().find(|gain| gain.0 == reason) {
            gain.1 += (mine - theirs) * weight;
        }
    }
    let best = gains.into_iter().filter(|(_, gain)| *gain > 0.0).max_by(|a, b| a.1.total_cmp(&b.1));
    best.map_or(Reason::Known, |(reason, _)| reason)
}

/// Scores to shares of 1.
fn share(own: &mut [Choice]) {
    let most = own.iter().map(|o| o.score).fold(f32::MIN, f32::max);
    let sum: f32 = own.iter().map(|o| (o.score - most).exp()).sum();
    for option in own.iter_mut() {
        option.share = (option.score - most).exp() / sum.max(1e-6);
    }
}

/// A likely place of the document.
struct Point {
    name: u64,
    at: Unit,
    weight: f32,
    sentence: usize,
}

/// What the document speaks of, as its mentions vote.
struct Field {
    /// Country → weight, by name.
    countries: BTreeMap<u8, f32>,
    /// Division → weight.
    divisions: BTreeMap<u16, f32>,
    /// Every likely place.
    points: Vec<Point>,
    /// Countries and divisions that are named themselves.
    named: BTreeMap<PlaceId, f32>,
    /// The same with their sentences.
    around: Vec<(usize, u64, PlaceId)>,
    total: f32,
    /// How far the names are spread over the world: 0 where all lie in one country, towards 1 where each lies in
    /// its own.
    spread: f32,
    /// By a name's first hit: how loud it votes.
    voices: BTreeMap<usize, f32>,
}

impl Field {
    fn of(hits: &[Hit], loud: &[f32], options: &[Vec<Choice>]) -> Self {
        let mut field = Self {
            countries: BTreeMap::new(),
            divisions: BTreeMap::new(),
            points: Vec::new(),
            named: BTreeMap::new(),
            around: Vec::new(),
            total: 0.0,
            spread: 0.0,
            voices: BTreeMap::new(),
        };
        for (hit, own) in hits.iter().zip(options) {
            let named = own.first().filter(|best| {
                best.kind != NameKind::Demonym
                    && matches!(best.facts.feature, Feature::Country | Feature::Admin1)
            });
            field.around.extend(named.map(|best| (hit.sentence, hit.name, best.place)));
        }
        // a name votes once, a little louder where it is said often: else it would elect itself
        for (name, &count) in loud.iter().enumerate().filter(|(_, count)| **count > 0.0) {
            let (Some(hit), Some(own)) = (hits.get(name), options.get(name)) else { continue };
            let voice = 1.0 + 0.5 * count.ln();
            field.total += voice;
            field.voices.insert(name, voice);
            for option in own.iter().filter(|o| o.share > 0.1) {
                let Facts { feature, country, division, point, .. } = option.facts;
                if country != 0 {
                    *field.countries.entry(country).or_default() += voice * option.share;
                }
                if division != 0 {
                    *field.divisions.entry(division).or_default() += voice * option.share;
                }
                match feature {
                    Feature::Country | Feature::Admin1 => {
                        *field.named.entry(option.place).or_default() += voice * option.share;
                    }
                    Feature::Continent | Feature::Region | Feature::Water | Feature::Land => {}
                    _ if option.share < 0.3 => {}
                    _ => field.points.push(Point {
                        name: hit.name,
                        at: unit(point),
                        weight: option.share,
                        sentence: hit.sentence,
                    }),
                }
            }
        }
        let told: f32 = field.countries.values().sum();
        let most = field.countries.values().copied().fold(0.0, f32::max);
        field.spread = (told - most) / (told + 1.0);
        field
    }

    /// Fills in how the candidates of one hit fit the others' votes.
    fn fit(&self, gazetteer: &Gazetteer, hit: &Hit, voice: f32, own: &mut [Choice]) {
        let mut mine: Vec<(u8, f32)> = Vec::new();
        let mut mine_divided: Vec<(u16, f32)> = Vec::new();
        for option in own.iter().filter(|option| option.facts.country != 0) {
            add(&mut mine, option.facts.country, voice * option.share);
        }
        for option in own.iter().filter(|option| option.facts.division != 0) {
            add(&mut mine_divided, option.facts.division, voice * option.share);
        }
        let others = (self.total - voice).max(1.0);
        for option in own.iter_mut() {
            let Facts { feature, country, division, log_population, .. } = option.facts;
            let known = f32::from(u8::from(matches!(feature, Feature::Country | Feature::Capital)));
            let town = if feature.is_settlement() { log_population / 10.0 } else { 0.0 };
            let dominant = option.values[27];
            option.values[SPREAD] = self.spread * town;
            option.values[SPREAD + 1] = self.spread * known;
            option.values[SPREAD + 2] = self.spread * dominant;
            // a name does not vote for itself
            let own_country = mine.iter().find(|m| m.0 == country).map_or(0.0, |m| m.1);
            let own_division = mine_divided.iter().find(|m| m.0 == division).map_or(0.0, |m| m.1);
            let of_country = (self.countries.get(&country).copied().unwrap_or(0.0) - own_country).max(0.0);
            let of_division = (self.divisions.get(&division).copied().unwrap_or(0.0) - own_division).max(0.0);
            option.values[18] = of_country / others;
            option.values[19] = of_division / others;
            option.values[20] = (1.0 + of_division).ln();
            option.values[21] = (1.0 + of_country).ln();
            if is_local(feature) {
                let named_country =
                    gazetteer.country_place(country).and_then(|p| self.named.get(&p)).copied().unwrap_or(0.0);
                option.values[22] = f32::from(u8::from(named_country > 0.5));
                let begin = self.around.partition_point(|around| around.0 < hit.sentence);
                let here = self.around.iter().skip(begin).take_while(|around| around.0 == hit.sentence);
                let held = here
                    .filter(|around| around.1 != hit.name)
                    .any(|around| lies_in(gazetteer, option.place, around.2));
                option.values[SENTENCE] = f32::from(u8::from(held));
            }
        }
    }

    /// Fills in how near the candidates of one hit lie to what the others mean. `first` are the candidates of the
    /// name's first mention, for which all but the sentence is the same.
    fn fit_points(&self, hit: &Hit, units: &[Unit], first: Option<&[Choice]>, own: &mut [Choice]) {
        for (at, (option, &unit)) in own.iter_mut().zip(units).enumerate() {
            if !is_local(option.facts.feature) {
                continue;
            }
            let known = first.and_then(|first| first.get(at)).filter(|known| known.place == option.place);
            let (mut near, mut nearest, mut same_sentence) = (0.0_f32, f32::MAX, f32::MAX);
            for point in &self.points {
                let here = point.sentence == hit.sentence;
                if point.name == hit.name || (known.is_some() && !here) {
                    continue;
                }
                let chord = chord(unit, point.at);
                if chord < FAR {
                    near += point.weight * (-kilometres(chord) / 100.0).exp();
                }
                nearest = nearest.min(chord);
                if here {
                    same_sentence = same_sentence.min(chord);
                }
            }
            if let Some(known) = known {
                option.values[23..25].copy_from_slice(&known.values[23..25]);
            } else {
                option.values[23] = (1.0 + near).ln();
                option.values[24] = (-kilometres(nearest) / 50.0).exp();
            }
            option.values[25] = (-kilometres(same_sentence) / 150.0).exp();
        }
    }
}

/// Whether a place is small enough to be near others.
fn is_local(feature: Feature) -> bool {
    feature.is_settlement() || matches!(feature, Feature::Admin2 | Feature::Airport)
}

fn add<K: PartialEq>(sums: &mut Vec<(K, f32)>, key: K, amount: f32) {
    match sums.iter_mut().find(|sum| sum.0 == key) {
        Some(sum) => sum.1 += amount,
        None => sums.push((key, amount)),
    }
}
