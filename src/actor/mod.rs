//! People and organisations: who did it, and what a place name is *not*.

pub(crate) mod cue;
mod run;
pub(crate) mod tokens;

use crate::document::{Document, Shape};
use crate::gazetteer::Gazetteer;
use crate::span::Span;
pub(crate) use run::is_function_word;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
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

/// One place where an actor is named in full, before mentions are gathered.
#[derive(Debug)]
struct Naming {
    span: Span,
    first: usize,
    last: usize,
    kind: ActorKind,
    role: Option<String>,
}

/// Finds the people and organisations of one document. `gazetteer` tells which capitalised words are
/// also places; without it every such word is judged by its context alone.
///
/// Names in full come first (title, given name, age, speech verb; an organisation's last word), then
/// surnames alone and acronyms that the document has introduced in brackets.
#[must_use]
pub fn find(text: &str, document: &Document, gazetteer: Option<&Gazetteer>) -> Vec<Actor> {
    let tokens = Tokens { text, document };
    let runs = run::Runs { tokens, gazetteer };
    let mut namings = Vec::new();
    for sentence in &document.sentences {
        runs.read(sentence, document.part_of(sentence), &mut namings);
    }
    let mut gathered =
        Gathered { tokens, runs, actors: Vec::new(), short: BTreeMap::new(), taken: BTreeSet::new() };
    for naming in &namings {
        gathered.add(naming);
    }
    gathered.add_short_forms();
    for actor in &mut gathered.actors {
        crate::order::sort(&mut actor.mentions);
        actor.mentions.dedup();
        crate::order::sort(&mut actor.aliases);
        actor.aliases.dedup();
    }
    gathered.actors.retain(|actor| !actor.mentions.is_empty());
    crate::order::sort_by_key(&mut gathered.actors, |actor| actor.mentions.first().copied());
    gathered.actors
}

struct Gathered<'t> {
    tokens: Tokens<'t>,
    runs: run::Runs<'t>,
    actors: Vec<Actor>,
    /// Surname or acronym → the actor it was last said of.
    short: BTreeMap<&'t str, usize>,
    /// Tokens that belong to a mention.
    taken: BTreeSet<usize>,
}

impl Gathered<'_> {
    fn add(&mut self, naming: &Naming) {
        let name = self.tokens.span(naming.first, naming.last).of(self.tokens.text);
        let surname = self.tokens.word(naming.last - 1);
        let same = |actor: &Actor| {
            actor.kind == naming.kind && (actor.name == name || actor.aliases.iter().any(|a| a == name))
        };
        let at = self.actors.iter().position(same).or_else(|| {
            // "Katz", after "Israel Katz": one word, a title before it
            let single = naming.first + 1 == naming.last && naming.kind == ActorKind::Person;
            single.then(|| self.short.get(surname).copied()).flatten()
        });
        let at = at.unwrap_or_else(|| {
            self.actors.push(Actor {
                name: name.to_owned(),
                kind: naming.kind,
                aliases: Vec::new(),
                role: None,
                mentions: Vec::new(),
            });
            self.actors.len() - 1
        });
        let Some(actor) = self.actors.get_mut(at) else { return };
        actor.mentions.push(naming.span);
        if actor.name != name {
            actor.aliases.push(name.to_owned());
        }
        if actor.role.is_none() {
            actor.role.clone_from(&naming.role);
        }
        self.taken.extend(naming.first..naming.last);
        if naming.kind == ActorKind::Person {
            self.short.insert(surname, at);
        } else if self.tokens.word(naming.last) == "("
            && self.tokens.shape(naming.last + 1) == Shape::Upper
            && self.tokens.word(naming.last + 2) == ")"
        {
            self.short.insert(self.tokens.word(naming.last + 1), at);
        }
    }

    /// Surnames and acronyms that stand alone.
    fn add_short_forms(&mut self) {
        for token in 0..self.tokens.document.tokens.len() {
            if self.taken.contains(&token) || !self.tokens.is_high(token) {
                continue;
            }
            let word = self.tokens.word(token);
            let Some(actor) = self.short.get(word).and_then(|&at| self.actors.get_mut(at)) else { continue };
            // a surname that is also a country stays one only beside its given name
            if actor.kind == ActorKind::Person && self.runs.place_weight(token, token + 1) == 2 {
                continue;
            }
            actor.mentions.push(self.tokens.span(token, token + 1));
            if actor.name != word {
                actor.aliases.push(word.to_owned());
            }
        }
    }
}
