//! People and organisations: who did it, and what a place name is *not*.

mod body;
pub(crate) mod cue;
mod gather;
mod known;
mod role;
mod run;
pub(crate) mod tokens;

use crate::document::Document;
use crate::gazetteer::Gazetteer;
use crate::span::Span;
pub(crate) use run::is_function_word;
use serde::{Deserialize, Serialize};
use tokens::Tokens;

/// A person or organisation of one document, all its mentions together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The fullest form the document uses.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Other forms: surname alone, initials.
    pub aliases: Vec<String>,
    /// The title, office or description the document gives, as it words it ("Intelligence Minister"); of a byline,
    /// credit or dateline what it says: "reporter", "editor", "photographer", "agency".
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

/// One place where an actor is named in full, before mentions are gathered.
#[derive(Debug)]
struct Naming {
    span: Span,
    first: usize,
    last: usize,
    kind: ActorKind,
    role: Option<String>,
}

/// Whether a name is that of one of the world's best-known bodies.
pub(crate) fn is_known(name: &str) -> bool {
    known::is_name(name)
}

/// Finds the people and organisations of one document. `gazetteer` tells which capitalised words are
/// also places; without it every such word is judged by its context alone.
///
/// Names in full come first (title, given name, age, speech verb; an organisation's head word), then
/// what they introduce: surnames alone, acronyms in brackets or by initials; then the best-known bodies.
#[must_use]
pub fn find(text: &str, document: &Document, gazetteer: Option<&Gazetteer>) -> Vec<Actor> {
    let tokens = Tokens { text, document };
    let runs = run::Runs { tokens, gazetteer };
    let mut namings = Vec::new();
    for sentence in &document.sentences {
        let before = namings.len();
        runs.read(sentence, document.part_of(sentence), &mut namings);
        let mut bodies = Vec::new();
        body::read(runs, sentence, &mut bodies);
        bodies.retain(|body: &Naming| {
            !namings.iter().skip(before).any(|known| known.first < body.last && body.first < known.last)
        });
        namings.extend(bodies);
    }
    gather::gather(runs, &namings)
}
