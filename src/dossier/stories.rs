//! The same event told several times is one [`Story`], with each telling as evidence.
//!
//! Two tellings are linked where nothing contradicts and they speak of the same: a shared day and place alone never
//! link, words, actors or figures must be shared too ([`Telling::link`]). Linked tellings are joined, the surest links
//! first, as long as no two of a story contradict. Only tellings that share a specific concept in a stretch of time are
//! compared (`blocks`), and blocks of more than [`CROWD`] tellings tell nothing and are left out, so that the work stays
//! near linear.
//!
//! Which stories there are depends on the tellings alone, not on the order in which they came: a link holds while its
//! two tellings share a block that is no crowd, and each connected part of the links is joined anew as a whole.

use super::verdicts::{TellingChoice, TellingKey, Verdicts};
use super::{DocumentId, EventId, FileId};
use crate::analysis::{Analysis, DocumentAnalysis};
use crate::event::importance::{self, Signals, Weights};
use crate::event::{Class, Concept, Dating, Event, Scene, Status};
use crate::gazetteer::{Feature, Place};
use crate::timex::{Day, Interval};
use std::collections::{BTreeMap, BTreeSet};

/// A block of more tellings than this tells nothing: what so many share in one time is no mark of an event.
const CROWD: usize = 32;
/// Blocks of a telling at most, its concepts with the lowest numbers: two tellings take the same of what they share.
const KEYS: usize = 16;
/// A time of more days than this is coarse.
const FINE: i32 = 45;
/// A time of more days than this is compared with others of its kind alone.
const COARSE: i32 = 800;
/// Links that a telling must weigh to hold, where both days are known, and where one is coarse.
const SAME_DAY: u32 = 6;
const COARSE_DAY: u32 = 7;
/// What two tellings must have in common to be offered as perhaps one event.
const LIKELY: u32 = 4;
/// Members of a story that a new one is checked against, at most.
const CHECKED: usize = 64;

/// One event with all its tellings.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// Its tellings, ascending; the first names the story.
    pub tellings: Vec<EventId>,
    /// The telling whose date is finest and surest: the story's time.
    pub dated_by: EventId,
    /// When it was.
    pub when: Interval,
    /// Documents that tell it.
    pub documents: u32,
    /// What speaks for its importance: of each signal the strongest of the tellings.
    pub signals: Signals,
}

impl Story {
    /// The telling that names the story.
    #[must_use]
    pub fn id(&self) -> EventId {
        self.tellings.first().copied().unwrap_or(self.dated_by)
    }

    /// 0 to 1, by these weights.
    #[must_use]
    pub fn importance(&self, weights: &Weights) -> f32 {
        weights.of(&self.signals)
    }
}

/// What a telling is compared by.
#[derive(Debug, Clone)]
struct Telling {
    document: DocumentId,
    key: TellingKey,
    when: Interval,
    dating: Dating,
    class: Class,
    status: Status,
    /// Whether only the saying is told.
    speech: bool,
    scenes: Vec<Spot>,
    /// Whether the scenes are what the words say, and may contradict.
    sure: bool,
    content: Vec<Concept>,
    figures: Vec<(u32, f64, f64)>,
    signals: Signals,
}

/// What two tellings have in common, counted.
#[derive(Debug, Clone, Copy, Default)]
struct Shared {
    words: u32,
    actors: u32,
    places: u32,
    generic: u32,
    /// 2 for one scene, 1 where one holds the other, 0 where they are apart; none where either has none.
    place: Option<u32>,
    /// 2 for figures of one unit that can both be true, 1 for others of one unit.
    figures: u32,
    /// Whether figures of one unit cannot both be true.
    clash: bool,
}

impl Shared {
    /// How much it speaks for one event.
    fn weight(&self) -> u32 {
        2 * self.words
            + 3 * self.actors
            + self.places.min(3)
            + self.generic.min(2)
            + self.place.unwrap_or_default()
            + self.figures
    }
}

/// A place as far as tellings are compared.
#[derive(Debug, Clone, Copy)]
struct Spot {
    id: u32,
    country: [u8; 2],
    broad: bool,
    lat: f32,
    lon: f32,
    reach: f32,
}

impl Spot {
    fn of(place: &Place) -> Self {
        let mut country = [0; 2];
        for (into, from) in country.iter_mut().zip(place.country.bytes()) {
            *into = from;
        }
        Self {
            id: place.id,
            country,
            broad: matches!(place.feature, Feature::Country | Feature::Continent | Feature::Region),
            lat: place.lat,
            lon: place.lon,
            reach: place.precision_km,
        }
    }

    /// 2 for the same place, 1 where one holds the other, 0 where they are apart.
    fn near(&self, other: &Self) -> u32 {
        if self.id == other.id {
            return 2;
        }
        let held = (self.broad || other.broad) && self.country == other.country && self.country != [0; 2];
        // a degree is some 111 km; on its circle of latitude a degree of longitude is shorter
        let north = (self.lat - other.lat) * 111.0;
        let east = (self.lon - other.lon) * 111.0 * self.lat.to_radians().cos();
        let reach = self.reach.max(other.reach).max(5.0);
        u32::from(held || north * north + east * east <= reach * reach)
    }
}

/// Whether two places can be meant by one scene: the same, or one holds the other.
pub(super) fn near(one: &Place, two: &Place) -> bool {
    Spot::of(one).near(&Spot::of(two)) > 0
}

impl Telling {
    fn of(id: EventId, document: &DocumentAnalysis, event: &Event) -> Self {
        let happening = event.dating == Dating::Reported && event.scene == Scene::Stated;
        let spots = event.scenes().iter().filter_map(|index| document.places.table.get(*index as usize));
        Self {
            document: id.document,
            key: TellingKey { document: id.document, clause: event.clause },
            when: event.when,
            dating: event.dating,
            class: event.class,
            status: event.status,
            speech: event.reporting && !happening,
            scenes: spots.map(Spot::of).collect(),
            sure: matches!(event.scene, Scene::Stated | Scene::Referred),
            content: event.content.clone(),
            figures: event
                .figures
                .iter()
                .map(|f| {
                    let unit = Concept::new(b'f', f.unit.as_bytes(), false).number();
                    (unit, f.min.unwrap_or(f64::MIN), f.max.unwrap_or(f64::MAX))
                })
                .collect(),
            signals: event.signals,
        }
    }

    /// Days that the time may be; much where an end is open.
    fn days(&self) -> i32 {
        self.when.latest.number().saturating_sub(self.when.earliest.number())
    }

    /// Whether the two cannot be one event, whatever they share.
    fn contradicts(&self, other: &Self) -> bool {
        if !self.when.overlaps(&other.when) {
            let gap = (self.when.earliest.number() - other.when.latest.number())
                .max(other.when.earliest.number() - self.when.latest.number());
            // reports differ by a day or two; a document does not differ from itself
            if gap > 2 || self.document == other.document || self.days().max(other.days()) > 7 {
                return true;
            }
        }
        self.document == other.document
            && self.figures.iter().any(|(unit, min, max)| {
                other.figures.iter().any(|(u, low, high)| u == unit && (min > high || low > max))
            })
    }

    /// How much speaks for the two being one event; none where too little does.
    fn link(&self, other: &Self) -> Option<u32> {
        let kinds = self.class == other.class
            || self.class == Class::Other
            || other.class == Class::Other
            || matches!(
                (self.class, other.class),
                (Class::Harm, Class::Violence | Class::Disaster)
                    | (Class::Violence | Class::Disaster, Class::Harm)
            );
        let supposed = self.status == Status::Hypothetical || other.status == Status::Hypothetical;
        let ahead = (self.status == Status::Planned) != (other.status == Status::Planned);
        if self.speech != other.speech || !kinds || supposed || ahead || self.contradicts(other) {
            return None;
        }
        let shared = self.shared(other);
        let Shared { words, actors, places, generic, place, figures, clash } = shared;
        let apart = place == Some(0) && self.sure && other.sure;
        let place = place.unwrap_or_default();
        let told = words + actors;
        let weight = shared.weight();
        let exact = self.when.overlaps(&other.when);
        let fine = self.days() <= 1 && other.days() <= 1;
        // what is shared beside time and place
        let same = told > 0 && (place > 0 || told > 1) || places > 1 && generic > 0 && figures > 0;
        let least = match (fine, exact) {
            (true, true) => SAME_DAY,
            (false, true) => COARSE_DAY,
            // told of different days: only if nearly everything else is the same
            (_, false) => 12,
        };
        let least = least + if apart { 6 } else { 0 };
        // "has been", "so far": what has no beginning is told of many things
        let vague = self.days().max(other.days()) > COARSE;
        if vague && (clash || told < 2 || told < 3 && figures == 0) {
            return None;
        }
        let held =
            same && weight >= least || !fine && exact && words > 0 && generic > 0 && place > 1 && weight >= 6;
        held.then_some(weight)
    }

    /// What two tellings have in common.
    fn shared(&self, other: &Self) -> Shared {
        let place = self.scenes.iter().flat_map(|spot| other.scenes.iter().map(|o| spot.near(o))).max();
        let mut shared = Shared { place, ..Shared::default() };
        let mut rest = other.content.iter().peekable();
        for concept in &self.content {
            while rest.next_if(|o| *o < concept).is_some() {}
            if rest.next_if(|o| *o == concept).is_some() {
                match concept {
                    c if c.is_generic() => shared.generic += 1,
                    c if c.is_actor() => shared.actors += 1,
                    c if c.is_place() => shared.places += 1,
                    _ => shared.words += 1,
                }
            }
        }
        for (unit, min, max) in &self.figures {
            for (_, low, high) in other.figures.iter().filter(|(u, ..)| u == unit) {
                let apart = min > high || low > max;
                shared.clash |= apart;
                shared.figures = shared.figures.max(if apart { 1 } else { 2 });
            }
        }
        shared
    }

    /// The blocks the telling stands in, and those it looks into as well.
    fn blocks(&self) -> (Vec<u64>, Vec<u64>) {
        let mut marks: Vec<u32> =
            self.content.iter().filter(|c| !c.is_generic()).map(|c| c.number()).collect();
        marks.truncate(KEYS);
        let days = self.days();
        let (own, also): (Vec<u32>, Vec<u32>) = if days <= FINE {
            let months = months(self.when.earliest, self.when.latest);
            let years: BTreeSet<u32> = months.iter().map(|m| m / 12).collect();
            let fine = months.into_iter().map(|m| m << 2).chain(years.iter().map(|y| (y << 2) | 1)).collect();
            (fine, years.iter().map(|y| (y << 2) | 2).collect())
        } else if days <= COARSE {
            let years: BTreeSet<u32> =
                months(self.when.earliest, self.when.latest).into_iter().map(|m| m / 12).collect();
            let coarse = years.iter().map(|y| (y << 2) | 2).collect();
            (coarse, years.iter().map(|y| (y << 2) | 1).collect())
        } else {
            (vec![3], Vec::new())
        };
        let cross = |times: &[u32]| {
            times
                .iter()
                .flat_map(|t| marks.iter().map(move |m| (u64::from(*t) << 32) | u64::from(*m)))
                .collect()
        };
        (cross(&own), cross(&also))
    }
}

/// The months from one day to another, counted from year −10,000.
fn months(from: Day, to: Day) -> Vec<u32> {
    let number =
        |day: Day| (i32::from(day.date().year()) + 10_000).unsigned_abs() * 12 + day.date().month() as u32;
    (number(from)..=number(to)).collect()
}

/// The stories of a dossier, kept up to date one file at a time.
#[derive(Debug, Clone, Default)]
pub(super) struct Stories {
    tellings: BTreeMap<EventId, Telling>,
    /// Who stands in a block, ascending.
    blocks: BTreeMap<u64, Vec<EventId>>,
    links: BTreeMap<EventId, BTreeMap<EventId, u32>>,
    /// The story of each telling, by its name.
    story: BTreeMap<EventId, EventId>,
    stories: BTreeMap<EventId, Story>,
    /// Tellings whose story has to be joined anew.
    dirty: BTreeSet<EventId>,
    verdicts: Verdicts,
}

impl Stories {
    /// Takes the tellings of a file in.
    pub(super) fn insert(&mut self, file: FileId, analysis: &Analysis) {
        self.add_file(file, analysis);
        self.settle();
    }

    /// Takes the tellings of a file in; the stories are joined when [`Self::settle`] is called.
    pub(super) fn add_file(&mut self, file: FileId, analysis: &Analysis) {
        let mut dirty = std::mem::take(&mut self.dirty);
        for (index, document) in (0..).zip(&analysis.documents) {
            let document_id = DocumentId { file, document: index };
            for (number, event) in (0..).zip(&document.events) {
                let id = EventId { document: document_id, event: number };
                self.add(id, Telling::of(id, document, event), &mut dirty);
            }
        }
        self.dirty = dirty;
    }

    /// Forgets the tellings of a file.
    pub(super) fn remove(&mut self, file: FileId) {
        let first = EventId { document: DocumentId { file, document: 0 }, event: 0 };
        let ids: Vec<EventId> = self
            .tellings
            .range(first..)
            .map(|(id, _)| *id)
            .take_while(|id| id.document.file == file)
            .collect();
        let mut dirty = std::mem::take(&mut self.dirty);
        for id in ids {
            self.forget(id, &mut dirty);
        }
        self.dirty = dirty;
        self.settle();
    }

    fn add(&mut self, id: EventId, telling: Telling, dirty: &mut BTreeSet<EventId>) {
        let (own, also) = telling.blocks();
        self.tellings.insert(id, telling);
        dirty.insert(id);
        for block in &own {
            let members = self.blocks.entry(*block).or_default();
            let at = members.partition_point(|m| *m < id);
            members.insert(at, id);
            if members.len() == CROWD + 1 {
                let members = members.clone();
                self.loosen(&members, dirty);
            }
        }
        let near: BTreeSet<EventId> = own
            .iter()
            .chain(&also)
            .filter_map(|block| self.blocks.get(block))
            .filter(|members| members.len() <= CROWD)
            .flatten()
            .copied()
            .filter(|other| *other != id)
            .collect();
        for other in near {
            self.join(id, other, dirty);
        }
    }

    fn forget(&mut self, id: EventId, dirty: &mut BTreeSet<EventId>) {
        let Some(telling) = self.tellings.remove(&id) else { return };
        for other in self.links.remove(&id).unwrap_or_default().into_keys() {
            if let Some(links) = self.links.get_mut(&other) {
                links.remove(&id);
            }
            dirty.insert(other);
        }
        dirty.remove(&id);
        if let Some(name) = self.story.remove(&id) {
            let rest = self.stories.remove(&name).map(|story| story.tellings).unwrap_or_default();
            dirty.extend(rest.into_iter().filter(|other| *other != id));
        }
        for block in telling.blocks().0 {
            let Some(members) = self.blocks.get_mut(&block) else { continue };
            members.retain(|member| *member != id);
            if members.is_empty() {
                self.blocks.remove(&block);
            } else if members.len() == CROWD {
                // no crowd any more: its members may be compared again
                let members = members.clone();
                for (i, a) in members.iter().enumerate() {
                    for b in &members[i + 1..] {
                        self.join(*a, *b, dirty);
                    }
                }
            }
        }
    }

    /// Links two tellings, where enough speaks for it.
    fn join(&mut self, a: EventId, b: EventId, dirty: &mut BTreeSet<EventId>) {
        let (Some(one), Some(two)) = (self.tellings.get(&a), self.tellings.get(&b)) else { return };
        let Some(weight) = one.link(two) else { return };
        self.links.entry(a).or_default().insert(b, weight);
        self.links.entry(b).or_default().insert(a, weight);
        dirty.extend([a, b]);
    }

    /// Takes the links back that only a block that has become a crowd gave.
    fn loosen(&mut self, members: &[EventId], dirty: &mut BTreeSet<EventId>) {
        for (i, a) in members.iter().enumerate() {
            let linked: Vec<EventId> = self
                .links
                .get(a)
                .map(|links| links.keys().filter(|b| members[i + 1..].contains(b)).copied().collect())
                .unwrap_or_default();
            for b in linked {
                if !self.meet(*a, b) {
                    for (from, to) in [(*a, b), (b, *a)] {
                        if let Some(links) = self.links.get_mut(&from) {
                            links.remove(&to);
                        }
                    }
                    dirty.extend([*a, b]);
                }
            }
        }
    }

    /// Whether two tellings share a block that is no crowd.
    fn meet(&self, a: EventId, b: EventId) -> bool {
        let (Some(one), Some(two)) = (self.tellings.get(&a), self.tellings.get(&b)) else { return false };
        let ((own, also), (theirs, too)) = (one.blocks(), two.blocks());
        let open = |block: &&u64| self.blocks.get(block).is_some_and(|members| members.len() <= CROWD);
        own.iter().filter(open).any(|block| theirs.contains(block) || too.contains(block))
            || also.iter().filter(open).any(|block| theirs.contains(block))
    }

    /// Joins the connected parts of the links in which something changed anew.
    pub(super) fn settle(&mut self) {
        let mut dirty = std::mem::take(&mut self.dirty);
        // what stood in one story with them may stand alone now
        let names: BTreeSet<EventId> = dirty.iter().filter_map(|id| self.story.get(id)).copied().collect();
        for name in names {
            let tellings = self.stories.remove(&name).map(|story| story.tellings).unwrap_or_default();
            for id in tellings {
                self.story.remove(&id);
                dirty.insert(id);
            }
        }
        dirty.retain(|id| self.tellings.contains_key(id));
        while let Some(start) = dirty.first().copied() {
            let part = self.part(start);
            for id in &part {
                dirty.remove(id);
                if let Some(name) = self.story.remove(id) {
                    self.stories.remove(&name);
                }
            }
            for tellings in self.joined(&part) {
                let story = self.write(tellings);
                for id in &story.tellings {
                    self.story.insert(*id, story.id());
                }
                self.stories.insert(story.id(), story);
            }
        }
    }

    /// Everything that links or the user's decisions lead to from a telling.
    fn part(&self, start: EventId) -> BTreeSet<EventId> {
        let mut part = BTreeSet::from([start]);
        let mut next = vec![start];
        while let Some(id) = next.pop() {
            let links = self.links.get(&id).into_iter().flat_map(|links| links.keys().copied());
            let decided = self.tellings.get(&id).into_iter().flat_map(|t| self.verdicts.same_as(t.key));
            for other in links.chain(decided.filter_map(|key| self.find(key))) {
                if part.insert(other) {
                    next.push(other);
                }
            }
        }
        part
    }

    /// The telling that a decision speaks of.
    fn find(&self, key: TellingKey) -> Option<EventId> {
        let first = EventId { document: key.document, event: 0 };
        let of_document = self.tellings.range(first..).take_while(|(id, _)| id.document == key.document);
        of_document.filter(|(_, telling)| telling.key == key).map(|(id, _)| *id).next()
    }

    /// A connected part in groups: the surest links first, as long as no two of a group contradict.
    fn joined(&self, part: &BTreeSet<EventId>) -> Vec<Vec<EventId>> {
        let mut links: Vec<(u32, EventId, EventId)> = Vec::new();
        for id in part {
            for (other, weight) in self.links.get(id).into_iter().flatten() {
                if id < other {
                    links.push((*weight, *id, *other));
                }
            }
            let key = self.tellings.get(id).map(|t| t.key);
            for same in key.into_iter().flat_map(|key| self.verdicts.same_as(key)) {
                links.extend(self.find(same).map(|other| (u32::MAX, *id.min(&other), *id.max(&other))));
            }
        }
        crate::order::sort_by_key(&mut links, |(weight, a, b)| (u32::MAX - weight, *a, *b));
        let mut group: BTreeMap<EventId, EventId> = part.iter().map(|id| (*id, *id)).collect();
        let mut members: BTreeMap<EventId, Vec<EventId>> = part.iter().map(|id| (*id, vec![*id])).collect();
        for (weight, a, b) in links {
            let (Some(one), Some(two)) = (group.get(&a).copied(), group.get(&b).copied()) else { continue };
            if one == two {
                continue;
            }
            let empty = Vec::new();
            let (left, right) = (members.get(&one).unwrap_or(&empty), members.get(&two).unwrap_or(&empty));
            let decided = weight == u32::MAX;
            let against = |x: &EventId, y: &EventId| match (self.tellings.get(x), self.tellings.get(y)) {
                (Some(x), Some(y)) => self.verdicts.apart(x.key, y.key) || !decided && x.contradicts(y),
                _ => false,
            };
            let clash = left.iter().take(CHECKED).any(|x| right.iter().take(CHECKED).any(|y| against(x, y)));
            if clash {
                continue;
            }
            let (into, from) = if one < two { (one, two) } else { (two, one) };
            let moved = members.remove(&from).unwrap_or_default();
            for id in &moved {
                group.insert(*id, into);
            }
            members.entry(into).or_default().extend(moved);
        }
        members.into_values().collect()
    }

    fn write(&self, mut tellings: Vec<EventId>) -> Story {
        crate::order::sort(&mut tellings);
        let told: Vec<(EventId, &Telling)> =
            tellings.iter().filter_map(|id| Some((*id, self.tellings.get(id)?))).collect();
        let finest = told.iter().min_by_key(|(id, t)| (t.days(), t.dating, *id));
        let documents: BTreeSet<DocumentId> = tellings.iter().map(|id| id.document).collect();
        let mut signals = Signals::default();
        for (_, telling) in &told {
            let own = &telling.signals;
            signals.headline = signals.headline.max(own.headline);
            signals.position = signals.position.max(own.position);
            signals.figures = signals.figures.max(own.figures);
            signals.precision = signals.precision.max(own.precision);
            signals.substance = signals.substance.max(own.substance);
        }
        signals.tellings = importance::tellings(documents.len());
        Story {
            dated_by: finest.map_or_else(|| tellings[0], |(id, _)| *id),
            when: finest.map_or_else(|| Interval::day(Day::from_number(0)), |(_, t)| t.when),
            documents: documents.len() as u32,
            signals,
            tellings,
        }
    }

    /// Joins and parts by these decisions, and by no others from now on; whether that changes any.
    pub(super) fn decide(&mut self, choices: &[TellingChoice]) -> bool {
        let changed = self.verdicts.replace(choices);
        let tellings: Vec<EventId> = changed.iter().filter_map(|key| self.find(*key)).collect();
        self.dirty.extend(tellings);
        self.settle();
        !changed.is_empty()
    }

    /// The decisions by which a telling is no longer one event with the others of its story.
    pub(super) fn parting(&self, telling: EventId) -> Vec<TellingChoice> {
        let others = self.of(telling).map(|story| story.tellings.as_slice()).unwrap_or_default();
        let key = |id: &EventId| self.tellings.get(id).map(|t| t.key);
        let choice = |other| TellingChoice::new(key(&telling)?, key(other)?, false);
        others.iter().filter_map(choice).collect()
    }

    /// The decisions by which two stories are one event, whatever was decided of their tellings.
    pub(super) fn joining(&self, one: EventId, two: EventId) -> Vec<TellingChoice> {
        let of = |id: EventId| self.of(id).into_iter().flat_map(|story| &story.tellings);
        let keys: Vec<TellingKey> =
            of(one).chain(of(two)).filter_map(|id| Some(self.tellings.get(id)?.key)).collect();
        // all with all: what was parted by hand before is joined too
        let pairs = |(at, a): (usize, &TellingKey)| {
            keys[at + 1..].iter().filter_map(|b| TellingChoice::new(*a, *b, true)).collect::<Vec<_>>()
        };
        keys.iter().enumerate().flat_map(pairs).collect()
    }

    /// Stories that may be the same event as the one of this telling, though too little speaks for it to join them:
    /// the likeliest first, `most` at most.
    pub(super) fn likely(&self, telling: EventId, most: usize) -> Vec<EventId> {
        let Some(story) = self.of(telling) else { return Vec::new() };
        let mut found: BTreeMap<EventId, u32> = BTreeMap::new();
        for telling in story.tellings.iter().take(CHECKED).filter_map(|id| self.tellings.get(id)) {
            let (own, also) = telling.blocks();
            let blocks = own.iter().chain(&also).filter_map(|block| self.blocks.get(block));
            let others: BTreeSet<EventId> =
                blocks.filter(|members| members.len() <= CROWD).flatten().copied().collect();
            for id in others {
                let Some((name, other)) = self.story.get(&id).zip(self.tellings.get(&id)) else { continue };
                let weight = telling.shared(other).weight();
                if *name != story.id() && weight >= LIKELY && telling.when.overlaps(&other.when) {
                    let best = found.entry(*name).or_default();
                    *best = weight.max(*best);
                }
            }
        }
        let mut found: Vec<(EventId, u32)> = found.into_iter().collect();
        crate::order::sort_by_key(&mut found, |(name, weight)| (u32::MAX - weight, *name));
        found.into_iter().take(most).map(|(name, _)| name).collect()
    }

    /// How many stories there are.
    pub(super) fn len(&self) -> usize {
        self.stories.len()
    }

    /// All stories, by name.
    pub(super) fn all(&self) -> impl Iterator<Item = &Story> {
        self.stories.values()
    }

    /// The story a telling belongs to.
    pub(super) fn of(&self, telling: EventId) -> Option<&Story> {
        self.stories.get(self.story.get(&telling)?)
    }
}
