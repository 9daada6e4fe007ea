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

pub use index::NameKind;
use index::{Builder, Index};
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
}

#[derive(Debug)]
struct Country {
    code: String,
    name: String,
    neighbours: Vec<u8>,
}

#[derive(Debug)]
struct Tier {
    bytes: Cow<'static, [u8]>,
    checksum: u64,
    names: std::ops::Range<usize>,
    lines: Vec<u32>,
    rows: Vec<format::Row>,
    index: Index,
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
        let layout = format::decode(&bytes)?;
        if layout.extends != 0 {
            return Err(GazetteerError {
                message: "The place data is a second part without its first.".into(),
            });
        }
        let text = |number: usize| -> &str {
            layout
                .sections
                .get(number)
                .and_then(|range| bytes.get(range.clone()))
                .and_then(|text| std::str::from_utf8(text).ok())
                .unwrap_or_default()
        };
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
        let mut gazetteer =
            Self { tiers: Vec::new(), country_places: vec![None; countries.len()], countries, divisions };
        gazetteer.push(bytes, layout);
        Ok(gazetteer)
    }

    /// Adds the full tier that belongs to this core tier.
    ///
    /// # Errors
    /// When the bytes are cut short, altered, of another version, or belong to another core tier.
    pub fn extend(&mut self, bytes: Cow<'static, [u8]>) -> Result<(), GazetteerError> {
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

    fn push(&mut self, bytes: Cow<'static, [u8]>, layout: format::Layout) {
        let text = |number: usize| -> &str {
            layout
                .sections
                .get(number)
                .and_then(|range| bytes.get(range.clone()))
                .and_then(|text| std::str::from_utf8(text).ok())
                .unwrap_or_default()
        };
        let first = u32::try_from(self.len()).unwrap_or(u32::MAX);
        let mut builder = Builder::with_capacity(layout.rows.len() * 3);
        let mut lines = Vec::with_capacity(layout.rows.len());
        let names = text(0);
        let mut at = 0_u32;
        for (number, line) in names.split_inclusive('\n').enumerate() {
            lines.push(at);
            at += line.len() as u32;
            let place = first + number as u32;
            let transliterated =
                layout.rows.get(number).is_some_and(|row| self.is_transliterated(row.country));
            add_names(&mut builder, line.trim_end(), place, true, transliterated);
        }
        for line in text(1).lines() {
            if let Some((place, keys)) = line.split_once('\t')
                && let Ok(place) = place.parse::<u32>()
            {
                let transliterated =
                    self.row(PlaceId(place)).is_some_and(|row| self.is_transliterated(row.country));
                add_names(&mut builder, keys, place, false, transliterated);
            }
        }
        let kinds = [NameKind::Word, NameKind::Given, NameKind::Surname];
        for (line, kind) in text(4).lines().zip(kinds) {
            for word in line.split(' ').filter(|word| !word.is_empty()) {
                builder.add(word, kind, 0);
            }
        }
        for (number, row) in layout.rows.iter().enumerate() {
            if row.feature == Feature::Country as u8
                && let Some(slot) = self.country_places.get_mut(usize::from(row.country).wrapping_sub(1))
                && slot.is_none()
            {
                *slot = Some(PlaceId(first + number as u32));
            }
        }
        let names = layout.sections.first().cloned().unwrap_or_default();
        let tier = Tier {
            checksum: layout.checksum,
            names,
            lines,
            rows: layout.rows,
            index: builder.build(),
            first,
            bytes,
        };
        self.tiers.push(tier);
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
            .filter(|(kind, _)| !matches!(kind, NameKind::Word | NameKind::Given | NameKind::Surname))
            .map(|(kind, place)| (kind, PlaceId(place)))
    }

    /// What a word is besides a place name.
    #[must_use]
    pub fn word(&self, key: Key) -> WordClass {
        let mut class = WordClass::default();
        if let Some(tier) = self.tiers.first() {
            for (kind, _) in tier.index.names(key) {
                match kind {
                    NameKind::Word => class.common = true,
                    NameKind::Given => class.given = true,
                    NameKind::Surname => class.surname = true,
                    _ => {}
                }
            }
        }
        class
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

    /// The name to show.
    #[must_use]
    pub fn name(&self, place: PlaceId) -> &str {
        let Some(tier) = self.tier(place) else { return "" };
        let number = (place.0 - tier.first) as usize;
        let names = tier.bytes.get(tier.names.clone()).unwrap_or_default();
        let line = tier.lines.get(number).and_then(|&at| names.get(at as usize..)).unwrap_or_default();
        let end = line.iter().position(|&b| b == b'\t' || b == b'\n').unwrap_or(line.len());
        line.get(..end).and_then(|name| std::str::from_utf8(name).ok()).unwrap_or_default()
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

/// Adds the names of one line; with `display`, the first is the place's own.
fn add_names(builder: &mut Builder, line: &str, place: u32, display: bool, transliterated: bool) {
    let mut skeletons: Vec<String> = Vec::new();
    for (number, name) in line.split('\t').enumerate() {
        let kind = if number == 0 && display { NameKind::Primary } else { NameKind::Alias };
        let (name, kind) = match name.chars().next() {
            Some('~') => (name.get(1..).unwrap_or_default(), NameKind::Demonym),
            Some('=') => (name.get(1..).unwrap_or_default(), NameKind::Primary),
            Some('^') => (name.get(1..).unwrap_or_default(), NameKind::Abbreviation),
            _ => (name, kind),
        };
        builder.add(name, kind, place);
        if !matches!(kind, NameKind::Primary | NameKind::Alias) {
            continue;
        }
        let normal = key::normal(name);
        if let Some(bare) = key::without_article(&normal) {
            builder.add(bare, NameKind::Alias, place);
        }
        if transliterated {
            let skeleton = key::skeleton(&normal);
            if !skeleton.is_empty() && !skeletons.contains(&skeleton) {
                builder.add(&skeleton, NameKind::Skeleton, place);
                skeletons.push(skeleton);
            }
        }
    }
}
