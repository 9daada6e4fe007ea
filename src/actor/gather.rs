//! One actor out of all the ways a document names it: the full form, the surname, the acronym.

use super::run::Runs;
use super::tokens::Tokens;
use super::{Actor, ActorKind, Naming, cue, known, role, run};
use crate::document::{PartKind, Shape};
use cue::Cue;
use std::collections::{BTreeMap, BTreeSet};

/// Fewest letters of an acronym that its initials alone tie to a name.
const SHORTEST_ACRONYM: usize = 3;

/// Gathers the namings of a document into actors, then finds the short forms they introduce.
pub(super) fn gather(runs: Runs<'_>, namings: &[Naming]) -> Vec<Actor> {
    let mut all = Gathered {
        tokens: runs.tokens,
        runs,
        actors: Vec::new(),
        named: BTreeMap::new(),
        surnames: BTreeMap::new(),
        acronyms: BTreeMap::new(),
        told: BTreeSet::new(),
        shared: BTreeSet::new(),
        taken: BTreeSet::new(),
    };
    // names in full first: a headline's surname belongs to the person the body introduces
    let (lone, full): (Vec<&Naming>, Vec<&Naming>) =
        namings.iter().partition(|n| n.kind == ActorKind::Person && n.first + 1 == n.last);
    for naming in full.into_iter().chain(lone) {
        all.add(naming);
    }
    let (shared, told) = (std::mem::take(&mut all.shared), &all.told);
    all.acronyms.retain(|acronym, _| told.contains(acronym) || !shared.contains(acronym));
    all.add_known();
    all.add_short_forms();
    let mut actors = all.actors;
    for actor in &mut actors {
        crate::order::sort(&mut actor.mentions);
        actor.mentions.dedup();
        crate::order::sort(&mut actor.aliases);
        actor.aliases.dedup();
    }
    crate::order::sort_by_key(&mut actors, |actor| actor.mentions.first().copied());
    actors
}

struct Gathered<'t> {
    tokens: Tokens<'t>,
    runs: Runs<'t>,
    actors: Vec<Actor>,
    /// A form of a name → its actor, for each kind.
    named: BTreeMap<(bool, &'t str), usize>,
    /// Surname → where it was said in full, ascending, and of whom.
    surnames: BTreeMap<&'t str, Vec<(usize, usize)>>,
    /// Acronym → its organisation.
    acronyms: BTreeMap<String, usize>,
    /// Acronyms that the text ties to their name itself.
    told: BTreeSet<String>,
    /// Initials that several names have.
    shared: BTreeSet<String>,
    /// Tokens that belong to a mention.
    taken: BTreeSet<usize>,
}

impl<'t> Gathered<'t> {
    fn add(&mut self, naming: &Naming) {
        let name = self.tokens.span(naming.first, naming.last).of(self.tokens.text);
        let person = naming.kind == ActorKind::Person;
        let surname = self.surname(naming);
        let at = self
            .named
            .get(&(person, name))
            .copied()
            .or_else(|| person.then(|| self.same_person(naming, surname)).flatten());
        let at = at.unwrap_or_else(|| self.open(name, naming.kind));
        let Some(actor) = self.actors.get_mut(at) else { return };
        actor.mentions.push(naming.span);
        if name.len() > actor.name.len() && person {
            let shorter = std::mem::replace(&mut actor.name, name.to_owned());
            actor.aliases.push(shorter);
        } else if actor.name != name {
            actor.aliases.push(name.to_owned());
        }
        if actor.role.is_none() {
            actor.role.clone_from(&naming.role);
        }
        self.named.insert((person, name), at);
        self.taken.extend(naming.first..naming.last);
        if person {
            self.surnames.entry(surname).or_default().push((naming.first, at));
        } else {
            self.introduce_acronym(naming, at);
        }
    }

    fn open(&mut self, name: &str, kind: ActorKind) -> usize {
        self.actors.push(Actor {
            name: name.to_owned(),
            kind,
            aliases: Vec::new(),
            role: None,
            mentions: Vec::new(),
        });
        self.actors.len() - 1
    }

    /// The last name of a person, without "Jr." or a regnal number.
    fn surname(&self, naming: &Naming) -> &'t str {
        let mut last = naming.last - 1;
        while last > naming.first && run::is_suffix(self.tokens.word(last)) {
            last -= 1;
        }
        self.tokens.word(last)
    }

    /// Who of the same surname this is: anyone for a surname alone, else one whose given name agrees.
    fn same_person(&self, naming: &Naming, surname: &str) -> Option<usize> {
        let said = self.surnames.get(surname)?;
        if naming.first + 1 == naming.last {
            return nearest(said, naming.first);
        }
        let given = self.tokens.word(naming.first);
        said.iter().rev().map(|(_, at)| *at).find(|at| {
            let Some(actor) = self.actors.get(*at) else { return false };
            let other = actor.name.split(' ').next().unwrap_or_default();
            other == given || (initial(other, given) || initial(given, other))
        })
    }

    /// "Harbour Workers Party (PKK)", "…, or PKK", "PKK (Kurdistan Workers Party)", and by initials.
    fn introduce_acronym(&mut self, naming: &Naming, at: usize) {
        let tokens = self.tokens;
        let (first, last) = (naming.first, naming.last);
        let acronym = |token: usize| tokens.shape(token) == Shape::Upper && tokens.word(token).len() > 1;
        let opens = matches!(tokens.word(last), "(" | "[");
        let mut told = opens && acronym(last + 1) && matches!(tokens.word(last + 2), ")" | "]" | "," | ";");
        let mut token = last + 1;
        if tokens.word(last) == "," && tokens.word(last + 1) == "or" && acronym(last + 2) {
            (told, token) = (true, last + 2);
        }
        if told {
            self.acronyms.insert(tokens.word(token).to_owned(), at);
            self.told.insert(tokens.word(token).to_owned());
        } else if first > 1 && tokens.word(first - 1) == "(" && tokens.word(last) == ")" && acronym(first - 2)
        {
            self.acronyms.insert(tokens.word(first - 2).to_owned(), at);
            self.told.insert(tokens.word(first - 2).to_owned());
        }
        let initials: String = (first..last)
            .filter(|t| tokens.is_high(*t))
            .filter_map(|t| tokens.word(t).chars().next())
            .collect();
        // initials alone claim nothing that means another body, a country, or two names at once
        let taken = known::is_form(&initials) || self.runs.is_place_code(&initials);
        if initials.len() >= SHORTEST_ACRONYM && !taken {
            let other = self.acronyms.get(&initials).is_some_and(|known| *known != at);
            if other && !self.told.contains(&initials) {
                self.shared.insert(initials);
            } else {
                self.acronyms.entry(initials).or_insert(at);
            }
        }
    }

    /// The best-known bodies, where no other name holds them.
    fn add_known(&mut self) {
        for token in 0..self.tokens.document.tokens.len() {
            if self.taken.contains(&token) {
                continue;
            }
            let Some((last, name)) = known::at(self.tokens, token) else { continue };
            let form = self.tokens.span(token, last).of(self.tokens.text);
            if (token..last).any(|t| self.taken.contains(&t)) || self.acronyms.contains_key(form) {
                continue;
            }
            let at = self.named.get(&(false, name)).copied().unwrap_or_else(|| {
                let at = self.open(name, ActorKind::Organisation);
                self.named.insert((false, name), at);
                at
            });
            self.mention(at, token, last);
            let role = if self.is_agency(token, last) {
                Some(String::from("agency"))
            } else {
                let (from, end) = self.bounds(token);
                role::of_body(self.tokens, from, token, last, end)
                    .map(|(first, last)| self.tokens.span(first, last).of(self.tokens.text).to_owned())
            };
            if let Some(actor) = self.actors.get_mut(at).filter(|actor| actor.role.is_none()) {
                actor.role = role;
            }
        }
    }

    /// The sentence of a token: its first token, and one past its last.
    fn bounds(&self, token: usize) -> (usize, usize) {
        let sentences = &self.tokens.document.sentences;
        let at = sentences.partition_point(|sentence| sentence.last as usize <= token);
        sentences.get(at).map_or((token, token), |s| (s.first as usize, s.last as usize))
    }

    /// Whether a body is named as who filed the report or a picture: "OSLO (Agency)", "AGENCY/Ann Lee".
    fn is_agency(&self, first: usize, last: usize) -> bool {
        let span = self.tokens.span(first, last);
        let parts = &self.tokens.document.parts;
        parts.iter().any(|part| part.kind == PartKind::Dateline && part.span.contains(span))
            || role::is_photographer(self.tokens, last + 1)
    }

    /// Surnames and acronyms that stand alone.
    fn add_short_forms(&mut self) {
        for token in 0..self.tokens.document.tokens.len() {
            if self.taken.contains(&token) || !self.tokens.is_high(token) {
                continue;
            }
            let word = self.tokens.word(token);
            if let Some(at) = self.acronyms.get(word).copied() {
                self.mention(at, token, token + 1);
                continue;
            }
            // a surname that is also a country stays one only beside its given name
            if self.runs.place_weight(token, token + 1) == 2
                || matches!(cue::of(self.tokens.word(token + 1)), Cue::Street | Cue::PlaceNoun)
                    && self.tokens.is_high(token + 1)
            {
                continue;
            }
            let Some(at) = self.surnames.get(word).and_then(|said| nearest(said, token)) else { continue };
            self.mention(at, token, token + 1);
        }
    }

    fn mention(&mut self, at: usize, first: usize, last: usize) {
        let span = self.tokens.span(first, last);
        let form = span.of(self.tokens.text);
        let Some(actor) = self.actors.get_mut(at) else { return };
        actor.mentions.push(span);
        if actor.name != form {
            actor.aliases.push(form.to_owned());
        }
        self.taken.extend(first..last);
    }
}

/// Of whom a surname was last said in full before `token`; behind it where nobody was yet.
fn nearest(said: &[(usize, usize)], token: usize) -> Option<usize> {
    said.iter().rev().find(|(at, _)| *at < token).or_else(|| said.first()).map(|(_, actor)| *actor)
}

/// Whether `short` is the initial of `long`: "J." of "John".
fn initial(short: &str, long: &str) -> bool {
    short.strip_suffix('.').is_some_and(|letter| letter.chars().count() == 1 && long.starts_with(letter))
}
