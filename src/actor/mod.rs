//! People and organisations: who did it, and what a place name is *not*.

use crate::document::Document;
use crate::gazetteer::Gazetteer;
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// A person or organisation of one document, all its mentions together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The fullest form the document uses.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Other forms: surname alone, initials.
    pub aliases: Vec<String>,
    /// The title or office the document gives ("Intelligence Minister").
    pub role: Option<String>,
    /// Every mention, ascending.
    pub mentions: Vec<Span>,
}

/// What an [`Actor`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// A person.
    Person,
    /// An organisation, company, party, armed group, paper, ship.
    Organisation,
}

/// Finds the people and organisations of one document. `gazetteer` tells which capitalised words are
/// also places; without it every such word is judged by its context alone.
#[must_use]
pub fn find(text: &str, document: &Document, gazetteer: Option<&Gazetteer>) -> Vec<Actor> {
    let _ = (text, document, gazetteer);
    Vec::new()
}
