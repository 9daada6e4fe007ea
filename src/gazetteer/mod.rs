//! The world's names: an immutable index over baked bytes. Look-up only.
//!
//! The data come in two tiers. The core tier holds countries, first-order divisions, regions and waters,
//! and the cities that news speak of; it is small enough to be there before the first file is dropped.
//! The full tier holds the small towns, second-order divisions, airports and rarer names, and is added
//! with [`Gazetteer::extend`]. [`format`](mod@format) draws the file, [`key`] says how names are compared.

pub mod format;
mod index;
pub mod key;

use std::borrow::Cow;
use std::sync::OnceLock;

pub use index::NameKind;
use index::{Builder, Index, Words};
use key::Key;
use serde::{Deserialize, Serialize};

/// A place of the gazetteer, complete enough to be shown without it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// GeoNames' id; ids from 4,000,000,000 are the project's own (regions without a GeoNames id here).
    pub id: u32,
    /// The name to show.
    pub name: String,
    /// What it is.
    pub feature: Feature,
    /// ISO 3166-1 alpha-2; empty where it lies in none or several.
    pub country: String,
    /// The country's name to show; empty where `country` is.
    pub country_name: String,
    /// First-order division's name; empty where unknown.
    pub admin1: String,
    /// Degrees north.
    pub lat: f32,
    /// Degrees east.
    pub lon: f32,
    /// How far the point may be from where the words mean, in kilometres: a city's or a country's radius.
    pub precision_km: f32,
    /// Inhabitants; 0 where unknown.
    pub population: u32,
}

impl Place {
    /// Its name, its division and its country, joined by commas.
    #[must_use]
    pub fn full_name(&self) -> String {
        let mut parts = vec![self.name.as_str(), self.admin1.as_str(), self.country_name.as_str()];
        parts.retain(|part| !part.is_empty());
        parts.dedup();
        parts.join(", ")
    }
}

/// What a place is. The order is the baked file's numbering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Feature {
    Continent,
    /// In no administrative table: the Balkans, Siberia.
    Region,
    Country,
    Admin1,
    Admin2,
    Capital,
    City,
    District,
    Water,
    Land,
    Airport,
}

impl Feature {
    const ALL: [Self; 11] = [
        Self::Continent,
        Self::Region,
        Self::Country,
        Self::Admin1,
        Self::Admin2,
        Self::Capital,
        Self::City,
        Self::District,
        Self::Water,
        Self::Land,
        Self::Airport,
    ];

    /// Whether people live in it as a town.
    #[must_use]
    pub fn is_settlement(self) -> bool {
        matches!(self, Self::Capital | Self::City | Self::District)
    }
}

/// A place's number inside one [`Gazetteer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceId(pub(crate) u32);

/// What is read of a place most often, together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Facts {
    /// What it is.
    pub feature: Feature,
    /// Its country, as a number to compare; 0 for none or several.
    pub country: u8,
    /// Its first-order division, as a number to compare; 0 for none.
    pub division: u16,
    /// Degrees north and east.
    pub point: (f32, f32),
    /// Base-2 logarithm of the inhabitants; 0 where unknown.
    pub log_population: f32,
}

/// What a word is besides a place name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WordClass {
    /// A word of everyday English ("Reading", "Mobile").
    pub common: bool,
    /// A given name.
    pub given: bool,
    /// A surname.
    pub surname: bool,
}

/// The index. Borrowing nothing, so that a worker can hold it for its life.
#[derive(Debug)]
pub struct Gazetteer {
    tiers: Vec<Tier>,
    countries: Vec<Country>,
    divisions: Vec<String>,
    /// By line of the country table: the country's place.
    country_places: Vec<Option<PlaceId>>,
    words: Words,
}

#[derive(Debug)]
struct Country {
    code: String,
    name: String,
    neighbours: Vec<u8>,
}

#[derive(Debug)]
struct Tier {
    /// The file up to the end of its names.
    bytes: Cow<'static, [u8]>,
    checksum: u64,
    /// By place: where its line begins.
    lines: Vec<u32>,
    rows: Vec<format::Row>,
    index: Index,
    /// The skeletons of transliterated names, laid out when a text first speaks of their countries.
    skeletons: OnceLock<Index>,
    /// Where the further names of the core tier's places stand.
    more: std::ops::Range<usize>,
    first: u32,
}

/// Why a gazetteer file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GazetteerError {
    message: String,
}

impl std::fmt::Display for GazetteerError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for GazetteerError {}

impl Gazetteer {
    /// Checks a core tier and makes it ready for look-ups.
    ///
    /// # Errors
    /// When the bytes are cut short, altered, of another version, or a full tier; the message says which.
    pub fn load(bytes: Cow<'static, [u8]>) -> Result<Self, GazetteerError> {
        let bytes = format::unpack(bytes)?;
        let layout = format::decode(&bytes)?;
        if layout.extends != 0 {
            return Err(GazetteerError {
                message: "The place data is a second part without its first.".into(),
            });
        }
        let text = |number: usize| std::str::from_utf8(layout.section(&bytes, number)).unwrap_or_default();
        let rows: Vec<Vec<&str>> = text(2).lines().map(|line| line.split('\t').collect()).collect();
        let field = |row: &[&str], at: usize| row.get(at).copied().unwrap_or_default().to_owned();
        let countries: Vec<Country> = rows
            .iter()
            .map(|row| Country {
                code: field(row, 0),
                name: field(row, 1),
                neighbours: field(row, 2)
                    .split(' ')
                    .filter_map(|code| rows.iter().position(|other| other.first() == Some(&code)))
                    .filter_map(|line| u8::try_from(line + 1).ok())
                    .collect(),
            })
            .collect();
        let divisions = text(3).lines().map(str::to_owned).collect();
        let mut gazetteer = Self {
            tiers: Vec::new(),
            country_places: vec![None; countries.len()],
            countries,
            divisions,
            words: words(text(4)),
        };
        gazetteer.push(bytes, layout);
        Ok(gazetteer)
    }

    /// Adds the full tier that belongs to this core tier.
    ///
    /// # Errors
    /// When the bytes are cut short, altered, of another version, or belong to another core tier.
    pub fn extend(&mut self, bytes: Cow<'static, [u8]>) -> Result<(), GazetteerError> {
        let bytes = format::unpack(bytes)?;
        let layout = format::decode(&bytes)?;
        if self.tiers.len() != 1 || self.tiers.first().is_none_or(|core| core.checksum != layout.extends) {
            return Err(GazetteerError {
                message: "The second part of the place data does not belong to the first. Reload the page."
                    .into(),
            });
        }
        self.push(bytes, layout);
        Ok(())
    }

    fn push(&mut self, mut bytes: Cow<'static, [u8]>, layout: format::Layout) {
        /// Bytes a name takes in the file, on average, with the skeletons that are added: a little less than measured.
        const NAME: usize = 10;
        let first = u32::try_from(self.len()).unwrap_or(u32::MAX);
        let (names, more) = (layout.section(&bytes, 0), layout.section(&bytes, 1));
        let mut adder =
            Adder { builder: Builder::for_about((names.len() + more.len()) / NAME), normal: Vec::new() };
        let mut lines = Vec::with_capacity(layout.rows.len());
        let mut at = layout.sections.first().map_or(0, |section| section.start);
        for (line, place) in names.split_inclusive(|b| *b == b'\n').zip(first..) {
            lines.push(at as u32);
            at += line.len();
            adder.line(line, place, true);
        }
        for (place, keys) in more.split_inclusive(|b| *b == b'\n').filter_map(further) {
            adder.line(keys, place, false);
        }
        for (row, place) in layout.rows.iter().zip(first..) {
            if row.feature == Feature::Country as u8
                && let Some(slot) = self.country_places.get_mut(usize::from(row.country).wrapping_sub(1))
                && slot.is_none()
            {
                *slot = Some(PlaceId(place));
            }
        }
        // what stands behind the names has been read; a worker keeps its copy for life
        if let Cow::Owned(bytes) = &mut bytes {
            bytes.truncate(layout.sections.get(1).map_or(0, |section| section.end));
            bytes.shrink_to_fit();
        }
        let more = layout.sections.get(1).cloned().unwrap_or_default();
        let index = adder.builder.build();
        let (checksum, rows, skeletons) = (layout.checksum, layout.rows, OnceLock::new());
        self.tiers.push(Tier { checksum, lines, rows, index, skeletons, more, first, bytes });
    }

    /// Whether the full tier is in use, too.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.tiers.len() > 1
    }

    /// How many places it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tiers.iter().map(|tier| tier.rows.len()).sum()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The most words a name that begins with this word can have; 0 where no name does.
    #[must_use]
    pub fn longest(&self, first: Key) -> usize {
        self.tiers.iter().map(|tier| tier.index.longest(first)).max().unwrap_or(0)
    }

    /// The places a key leads to, and as what kind of name. In the order of the data.
    pub fn lookup(&self, key: Key) -> impl Iterator<Item = (NameKind, PlaceId)> + '_ {
        self.tiers
            .iter()
            .flat_map(move |tier| tier.index.names(key))
            .map(|(kind, place)| (kind, PlaceId(place)))
    }

    /// The places of which a transliterated name has this [`skeleton`](key::skeleton), in the order of the data.
    pub(crate) fn transliterations(&self, key: Key) -> impl Iterator<Item = (NameKind, PlaceId)> + '_ {
        self.tiers
            .iter()
            .flat_map(move |tier| tier.skeletons.get_or_init(|| self.skeletons(tier)).names(key))
            .map(|(kind, place)| (kind, PlaceId(place)))
    }

    /// Lays out the skeletons of a tier's names.
    fn skeletons(&self, tier: &Tier) -> Index {
        let mut builder = Builder::for_about(tier.rows.len() / 4);
        let mut normal = Vec::new();
        let mut known: Vec<Key> = Vec::new();
        let mut add = |line: &[u8], place: u32, display: bool| {
            known.clear();
            let line = line.strip_suffix(b"\n").unwrap_or(line);
            for (number, name) in line.split(|b| *b == b'\t').enumerate() {
                let (kind, name) = if number == 0 && display {
                    key::normal_into(std::str::from_utf8(name).unwrap_or_default(), &mut normal);
                    (NameKind::Primary, normal.as_slice())
                } else {
                    marked(name)
                };
                if matches!(kind, NameKind::Primary | NameKind::Alias)
                    && let Some(skeleton) = key::skeleton(name)
                    && !known.contains(&skeleton)
                {
                    builder.add((skeleton, skeleton), NameKind::Skeleton, place);
                    known.push(skeleton);
                }
            }
        };
        for (row, place) in tier.rows.iter().zip(tier.first..) {
            if self.is_transliterated(row.country) {
                add(self.line(PlaceId(place)), place, true);
            }
        }
        let more = tier.bytes.get(tier.more.clone()).unwrap_or_default();
        for (place, keys) in more.split_inclusive(|b| *b == b'\n').filter_map(further) {
            if self.is_transliterated(self.country(PlaceId(place))) {
                add(keys, place, false);
            }
        }
        builder.build()
    }

    /// The places of a name as a user writes it, the most populous first: those of the whole name, else those of
    /// the longest run of its words that is one ("the old port of Hodeidah").
    #[must_use]
    pub fn find(&self, name: &str) -> Vec<Place> {
        const MOST: usize = 8;
        let words: Vec<&str> = name.split_whitespace().take(12).collect();
        let runs = (1..=words.len()).rev().flat_map(|length| words.windows(length));
        let mut found: Vec<PlaceId> = runs
            .map(|run| self.lookup(Key::of(&run.join(" "))).map(|(_, place)| place).collect::<Vec<_>>())
            .find(|places| !places.is_empty())
            .unwrap_or_default();
        crate::order::sort_by(&mut found, |a, b| {
            self.log_population(*b).total_cmp(&self.log_population(*a)).then(a.0.cmp(&b.0))
        });
        found.dedup();
        found.into_iter().take(MOST).map(|place| self.place(place)).collect()
    }

    /// What a word is besides a place name.
    #[must_use]
    pub fn word(&self, key: Key) -> WordClass {
        let class = self.words.class(key);
        WordClass {
            common: class & index::COMMON != 0,
            given: class & index::GIVEN != 0,
            surname: class & index::SURNAME != 0,
        }
    }

    fn tier(&self, place: PlaceId) -> Option<&Tier> {
        self.tiers.iter().rev().find(|tier| tier.first <= place.0)
    }

    fn row(&self, place: PlaceId) -> Option<&format::Row> {
        let tier = self.tier(place)?;
        tier.rows.get((place.0 - tier.first) as usize)
    }

    /// What is read of a place most often.
    #[must_use]
    pub fn facts(&self, place: PlaceId) -> Facts {
        let row = self.row(place).copied().unwrap_or_default();
        Facts {
            feature: Feature::ALL.get(usize::from(row.feature)).copied().unwrap_or(Feature::City),
            country: row.country,
            division: row.division,
            point: (f32::from(row.lat) / 100.0, f32::from(row.lon) / 100.0),
            log_population: f32::from(row.population) / 8.0,
        }
    }

    /// What a place is.
    #[must_use]
    pub fn feature(&self, place: PlaceId) -> Feature {
        self.row(place)
            .and_then(|row| Feature::ALL.get(usize::from(row.feature)))
            .copied()
            .unwrap_or(Feature::City)
    }

    /// Its country, as a number to compare; 0 for none or several.
    #[must_use]
    pub fn country(&self, place: PlaceId) -> u8 {
        self.row(place).map_or(0, |row| row.country)
    }

    /// Its first-order division, as a number to compare; 0 for none.
    #[must_use]
    pub fn division(&self, place: PlaceId) -> u16 {
        self.row(place).map_or(0, |row| row.division)
    }

    /// Whether two countries share a border.
    #[must_use]
    pub fn are_neighbours(&self, one: u8, other: u8) -> bool {
        usize::from(one)
            .checked_sub(1)
            .and_then(|line| self.countries.get(line))
            .is_some_and(|country| country.neighbours.contains(&other))
    }

    /// The place that a country's number stands for.
    #[must_use]
    pub fn country_place(&self, country: u8) -> Option<PlaceId> {
        usize::from(country).checked_sub(1).and_then(|line| *self.country_places.get(line)?)
    }

    /// Degrees north and east.
    #[must_use]
    pub fn point(&self, place: PlaceId) -> (f32, f32) {
        self.row(place).map_or((0.0, 0.0), |row| (f32::from(row.lat) / 100.0, f32::from(row.lon) / 100.0))
    }

    /// Base-2 logarithm of the inhabitants; 0 where unknown.
    #[must_use]
    pub fn log_population(&self, place: PlaceId) -> f32 {
        self.row(place).map_or(0.0, |row| f32::from(row.population) / 8.0)
    }

    /// How many names the data hold of a place beside its row, its own included; what a later tier adds is not
    /// counted.
    #[must_use]
    pub fn count_names(&self, place: PlaceId) -> usize {
        self.line(place).iter().filter(|byte| **byte == b'\t').count() + 1
    }

    /// The name to show.
    #[must_use]
    pub fn name(&self, place: PlaceId) -> &str {
        let line = self.line(place);
        let end = line.iter().position(|&b| b == b'\t').unwrap_or(line.len());
        line.get(..end).and_then(|name| std::str::from_utf8(name).ok()).unwrap_or_default()
    }

    /// A place's names as they stand in its tier, the one to show first.
    fn line(&self, place: PlaceId) -> &[u8] {
        let Some(tier) = self.tier(place) else { return &[] };
        let number = (place.0 - tier.first) as usize;
        let line = tier.lines.get(number).and_then(|&at| tier.bytes.get(at as usize..)).unwrap_or_default();
        let end = line.iter().position(|&b| b == b'\n').unwrap_or(line.len());
        line.get(..end).unwrap_or_default()
    }

    /// Everything about a place.
    #[must_use]
    pub fn place(&self, place: PlaceId) -> Place {
        let row = self.row(place).copied().unwrap_or_default();
        let country = usize::from(row.country).checked_sub(1).and_then(|line| self.countries.get(line));
        let population = format::exponential(row.population);
        let division = usize::from(row.division).checked_sub(1).and_then(|line| self.divisions.get(line));
        let (lat, lon) = self.point(place);
        Place {
            id: row.id,
            name: self.name(place).to_owned(),
            feature: self.feature(place),
            country: country.map(|c| c.code.clone()).unwrap_or_default(),
            country_name: country.map(|c| c.name.clone()).unwrap_or_default(),
            admin1: division.cloned().unwrap_or_default(),
            lat,
            lon,
            precision_km: if row.radius > 0 {
                format::exponential(row.radius)
            } else {
                // a town of 10,000 is about 2 km wide, one of 10 million about 30
                1.0 + population.sqrt() / 100.0
            },
            population: population.round() as u32,
        }
    }

    /// Whether the country writes its names in a script that reaches English in several spellings.
    #[must_use]
    pub fn is_transliterated(&self, country: u8) -> bool {
        usize::from(country)
            .checked_sub(1)
            .and_then(|line| self.countries.get(line))
            .is_some_and(|c| TRANSLITERATED.contains(&c.code.as_str()))
    }
}

/// Countries whose place names reach English from Arabic script in several spellings.
pub const TRANSLITERATED: &[&str] = &[
    "AE", "AF", "BH", "DZ", "EG", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "OM", "PS", "QA", "SA", "SD",
    "SY", "TN", "YE",
];

/// The word classes of the file's three lists.
fn words(lists: &str) -> Words {
    let mut words = Words::for_about(lists.split_whitespace().count());
    for (line, class) in lists.lines().zip([index::COMMON, index::GIVEN, index::SURNAME]) {
        for word in line.split(' ').filter(|word| !word.is_empty()) {
            words.add(Key::of(word), class);
        }
    }
    words
}

/// A line of further names: whose they are, and the names.
fn further(line: &[u8]) -> Option<(u32, &[u8])> {
    let tab = line.iter().position(|b| *b == b'\t')?;
    let (place, keys) = line.split_at_checked(tab)?;
    let place = std::str::from_utf8(place).ok()?.parse().ok()?;
    Some((place, keys.get(1..)?))
}

/// A name with what its mark says of it.
fn marked(name: &[u8]) -> (NameKind, &[u8]) {
    match name {
        [b'~', name @ ..] => (NameKind::Demonym, name),
        [b'=', name @ ..] => (NameKind::Primary, name),
        [b'^', name @ ..] => (NameKind::Abbreviation, name),
        name => (NameKind::Alias, name),
    }
}

/// Adds names to an index, with what follows from them.
struct Adder {
    builder: Builder,
    /// Kept from name to name, so that none is allocated.
    normal: Vec<u8>,
}

impl Adder {
    /// Adds the names of one line; with `display`, the first is the place's own, and the only one that is not
    /// in [`normal`](key::normal) form.
    fn line(&mut self, line: &[u8], place: u32, display: bool) {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        for (number, name) in line.split(|b| *b == b'\t').enumerate() {
            if number > 0 || !display {
                let (kind, normal) = marked(name);
                self.name(Key::of_normal(normal), normal, kind, place);
                continue;
            }
            let name = std::str::from_utf8(name).unwrap_or_default();
            let keys = Key::of_name(name);
            // only what may begin with an article is written out: three letters, of three bytes each at most, and a mark
            let normal = if name.bytes().take(10).any(|b| b.is_ascii() && !b.is_ascii_alphanumeric()) {
                key::normal_into(name, &mut self.normal);
                std::mem::take(&mut self.normal)
            } else {
                Vec::new()
            };
            self.name(keys, &normal, NameKind::Primary, place);
            self.normal = normal;
        }
    }

    /// Adds a name, and what is left of it without its article.
    fn name(&mut self, keys: (Key, Key), normal: &[u8], kind: NameKind, place: u32) {
        self.builder.add(keys, kind, place);
        if matches!(kind, NameKind::Primary | NameKind::Alias)
            && let Some(bare) = key::article(normal).and_then(|at| normal.get(at..))
        {
            self.builder.add(Key::of_normal(bare), NameKind::Alias, place);
        }
    }
}
