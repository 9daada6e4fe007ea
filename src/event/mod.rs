//! What happened: the only phase that sees dates, places, people and figures together.
//!
//! ```text
//! sentence → clauses → units: clauses that tell one thing → events
//! ```
//!
//! A date belongs to the clause it modifies ([`clause`]), or to the noun it stands with ("the April 4 attack"). The
//! scene is where it happened ([`scene`]). What is said is told apart from the saying. A clause without a date of its
//! own is an event where it tells much — figures, a scene, the lead's news — and takes the time that the words around
//! give it, which [`Dating`] says.

mod assemble;
mod clause;
mod entry;
pub mod figures;
pub mod importance;
mod line;
mod nominal;
mod reading;
pub mod scene;
mod status;
mod telling;
mod time;
pub mod title;
mod words;

use crate::span::Span;
use crate::timex::Interval;
pub use assemble::assemble;
pub use importance::{Signals, Weights};
pub use scene::Scene;
use serde::{Deserialize, Serialize};
pub use words::Class;

/// Something that happened at a time, told in one sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The sentence it is told in.
    pub span: Span,
    /// The words that tell it: from the first to the last of its clauses.
    pub clause: Span,
    /// A short title cut from the sentence's own words.
    pub title: String,
    /// When.
    pub when: Interval,
    /// The canonical date string of `when`.
    pub edtf: String,
    /// The date mention it hangs on: index into the document's dates. None where the publication day dates it.
    pub date: Option<u32>,
    /// How it comes by its time.
    pub dating: Dating,
    /// Whether the date was counted from an inferred publication day.
    pub inferred: bool,
    /// Whether what happened is that somebody said something; its date is then the saying's.
    pub reporting: bool,
    /// Whether it happened, as far as the words tell.
    pub status: Status,
    /// What kind of thing happened.
    pub class: Class,
    /// Where: indices into the document's place table, first the scenes, then what else its words name.
    pub places: Vec<u32>,
    /// How many of `places` are where it happened.
    pub scenes: u32,
    /// How the scenes are known.
    pub scene: Scene,
    /// Who: indices into the document's actors.
    pub actors: Vec<u32>,
    /// Who says so: the words.
    pub source: Option<Span>,
    /// How many, how much.
    pub figures: Vec<Figure>,
    /// What it is about, ascending: to tell whether two tellings speak of one event.
    pub content: Vec<Concept>,
    /// What speaks for its importance.
    pub signals: Signals,
    /// 0 to 1: what heads the timeline when there is little room. [`Weights::of`] the signals.
    pub importance: f32,
}

impl Event {
    /// The places where it happened, as indices into the document's place table.
    #[must_use]
    pub fn scenes(&self) -> &[u32] {
        self.places.get(..self.scenes as usize).unwrap_or(&self.places)
    }
}

/// A number told with an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The words.
    pub span: Span,
    /// What is counted: `killed`, `wounded`, `displaced`, `forces`, `km`, a currency (ISO 4217) …
    pub unit: String,
    /// Lower bound, where the words give one.
    pub min: Option<f64>,
    /// Upper bound, where the words give one.
    pub max: Option<f64>,
    /// Who says so: the words.
    pub source: Option<Span>,
    /// The time for which it holds: "as of 20 April", "so far".
    pub as_of: Option<Interval>,
}

/// How an event comes by its time, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dating {
    /// A date stands in its own words.
    Stated,
    /// The date is of the saying; what was said is not dated.
    Reported,
    /// Its words and a date of the sentence bound it: "after …", "since …", "has been …".
    Bounded,
    /// The event told just before is dated, and this one belongs to it; or it stands below a diary's date.
    Told,
    /// The document's publication day.
    Published,
}

impl Dating {
    /// How far the date can be relied on, 0 to 1.
    #[must_use]
    pub fn certainty(self) -> f32 {
        match self {
            Self::Stated => 1.0,
            Self::Reported => 0.9,
            Self::Bounded => 0.7,
            Self::Told => 0.6,
            Self::Published => 0.5,
        }
    }
}

/// Whether an event happened, as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Told as a fact, or as what somebody reports.
    Happened,
    /// It is to happen: "will", "is expected to", "plans to".
    Planned,
    /// "if", "could", "might".
    Hypothetical,
    /// "denied", "did not".
    Denied,
    /// "accused of", "allegedly", "claimed".
    Claimed,
}

/// Something an event is about, as a number: a word's stem, a place, an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Concept(u32);

impl Concept {
    const GENERIC: u32 = 1;
    const PLACE: u32 = 2;
    const ACTOR: u32 = 4;
    const KINDS: u32 = Self::GENERIC | Self::PLACE | Self::ACTOR;

    /// The concept of a kind (`w` a word, `p` a place, `a` an actor) and name; a generic one names a kind of
    /// event ("attack") and tells little. FNV-1a, 32 bits, of which the lowest three say what it is.
    #[must_use]
    pub fn new(kind: u8, name: &[u8], generic: bool) -> Self {
        let mut hash = 0x811C_9DC5_u32;
        for byte in std::iter::once(&kind).chain(name) {
            hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
        let what = match kind {
            b'p' => Self::PLACE,
            b'a' => Self::ACTOR,
            _ if generic => Self::GENERIC,
            _ => 0,
        };
        Self(hash & !Self::KINDS | what)
    }

    /// Whether it is a place.
    #[must_use]
    pub fn is_place(self) -> bool {
        self.0 & Self::PLACE != 0
    }

    /// Whether it is a person or organisation.
    #[must_use]
    pub fn is_actor(self) -> bool {
        self.0 & Self::ACTOR != 0
    }

    /// Whether it names a kind of event and no more.
    #[must_use]
    pub fn is_generic(self) -> bool {
        self.0 & Self::GENERIC != 0
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0
    }
}
