//! Dateline finds **when** and **where** in text, and shows both with the words they came from.
//!
//! ```text
//! bytes ─ingest→ Text ─document→ Document ─timex/actor/toponym→ Mention<…> ─resolve→ Interval, Place
//!       ─event→ Event ─dossier→ Dossier ─view→ ui / export
//! ```
//!
//! 1. [`ingest`]: a file's bytes become a [`ingest::Text`]; undecodable input is a warning, not an error.
//! 2. [`document`]: a text is cut into documents, their labelled parts, sentences and tokens.
//! 3. [`lexicon`]: closed word classes, one folder a language; knows words, no dates.
//! 4. [`timex`]: dates are recognised underspecified, the publication date is read or inferred
//!    ([`timex::anchor`]), then every date is resolved against it.
//! 5. [`gazetteer`]: the baked, read-only index of the world's names.
//! 6. [`actor`]: people and organisations, also what a place name is *not*.
//! 7. [`toponym`]: words become place mentions, mentions become places.
//! 8. [`event`]: the only phase that sees dates and places together.
//! 9. [`analysis`]: all of the above on one file; total, deterministic, pure.
//! 10. [`dossier`]: many analyses become one chronology; the user's corrections lie on top.
//! 11. [`export`]: what leaves the program. `score` (with the command line only): what annotated sets say
//!     of all this.
//! 12. [`view`]: what the page draws, without a browser.
//! 13. [`worker`]: the engine behind a typed protocol. `ui` (wasm only): the page.
//!
//! # Invariants
//!
//! - Imports point backwards along this list only; `timex` and `toponym` never see each other.
//! - Only `ui`, `worker::client` and the page's binary name a browser crate.
//! - Analysis is total: any bytes give an [`analysis::Analysis`] with warnings inside it.
//! - Same input, same output, byte for byte.
//! - Every value shown can say why: span, rule, anchor, losing candidates.

mod order;
pub mod span;

pub mod ingest;

pub mod document;

pub mod lexicon;

pub mod timex;

pub mod gazetteer;

pub mod actor;

pub mod toponym;

pub mod event;

pub mod analysis;

pub mod dossier;

pub mod export;

#[cfg(feature = "score")]
pub mod score;

pub mod view;

pub mod worker;

#[cfg(target_arch = "wasm32")]
pub mod ui;
