//! Scores of people and organisations of a file of many documents, read as a user drops it.
//!
//! *Mentions* are the annotated ones that hold a name (a capital letter) and that some found mention of the same kind
//! overlaps; *actors* those of which a mention is found; *forms* the further names of an actor ("PKK") that lead to
//! the same found actor as its fullest one; *roles* those that share a word with the annotated role. *Precision* is
//! the share of the found mentions in the annotated documents that overlap an annotated one of that kind.

use crate::actor::{Actor, ActorKind};
use crate::span::Span;
use serde::Deserialize;

/// A person or an organisation of a bundle; offsets count in the whole file.
#[derive(Debug, Clone, Deserialize)]
pub struct BundledActor {
    /// The number of its document, from 1.
    pub doc: usize,
    /// The name to show.
    pub canonical: String,
    /// `person` or `org`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What the document says it is.
    pub role: Option<String>,
    /// Where it is named or described.
    pub mentions: Vec<BundledMention>,
}

/// A stretch of code points.
#[derive(Debug, Clone, Deserialize)]
pub struct BundledMention {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words.
    pub text: String,
}

impl BundledMention {
    fn is_named(&self) -> bool {
        self.text.contains(char::is_uppercase)
    }

    fn overlaps(&self, (start, end): (usize, usize)) -> bool {
        self.start < end && start < self.end
    }
}

/// What is counted of one kind, each as all and right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KindCounts {
    /// Annotated mentions that hold a name.
    pub mentions: [usize; 2],
    /// Annotated actors that are named.
    pub actors: [usize; 2],
    /// Their further names.
    pub forms: [usize; 2],
    /// Their roles.
    pub roles: [usize; 2],
    /// Mentions found.
    pub found: [usize; 2],
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// People.
    pub people: KindCounts,
    /// Organisations.
    pub organisations: KindCounts,
    /// The errors, one line each.
    pub faults: Vec<String>,
}

impl Counts {
    /// Counts one document of a file of `text`.
    pub fn add(&mut self, text: &str, gold: &[&BundledActor], found: &[Actor]) {
        let mut at = super::points(text);
        let mut spans: Vec<(Span, usize)> = found
            .iter()
            .enumerate()
            .flat_map(|(number, actor)| actor.mentions.iter().map(move |span| (*span, number)))
            .collect();
        crate::order::sort(&mut spans);
        let marks: Vec<((usize, usize), usize)> =
            spans.into_iter().map(|(span, number)| (at(span), number)).collect();
        for kind in [ActorKind::Person, ActorKind::Organisation] {
            self.count(kind, gold, found, &marks);
        }
        let around = super::Around::new(text);
        for (mark, number) in &marks {
            let kind = found.get(*number).map(|actor| actor.kind);
            let known = gold
                .iter()
                .filter(|actor| Some(kind_of(actor)) == kind)
                .any(|actor| actor.mentions.iter().any(|m| m.overlaps(*mark)));
            let counts =
                if kind == Some(ActorKind::Person) { &mut self.people } else { &mut self.organisations };
            counts.found[0] += 1;
            counts.found[1] += usize::from(known);
            if !known {
                self.faults.push(format!("not annotated  {}", around.of(mark.0, mark.1)));
            }
        }
    }

    fn count(
        &mut self,
        kind: ActorKind,
        gold: &[&BundledActor],
        found: &[Actor],
        marks: &[((usize, usize), usize)],
    ) {
        let mut counts = KindCounts::default();
        for actor in gold.iter().filter(|actor| kind_of(actor) == kind) {
            let named: Vec<&BundledMention> = actor.mentions.iter().filter(|m| m.is_named()).collect();
            let Some(fullest) = named.iter().max_by_key(|m| m.text.len()) else { continue };
            let over = |mention: &BundledMention| {
                let of_kind = |number: usize| found.get(number).is_some_and(|actor| actor.kind == kind);
                marks
                    .iter()
                    .find(|(mark, number)| mention.overlaps(*mark) && of_kind(*number))
                    .map(|(_, n)| *n)
            };
            counts.mentions[0] += named.len();
            for mention in &named {
                let hit = over(mention).is_some();
                counts.mentions[1] += usize::from(hit);
                if !hit {
                    self.faults.push(format!("missed  {} of {}", mention.text, actor.canonical));
                }
            }
            counts.actors[0] += 1;
            counts.actors[1] += usize::from(named.iter().any(|m| over(m).is_some()));
            let whole = over(fullest);
            let mut told = std::collections::BTreeSet::from([fullest.text.as_str()]);
            for mention in named.iter().filter(|m| told.insert(m.text.as_str())) {
                counts.forms[0] += 1;
                let same = whole.is_some() && over(mention) == whole;
                counts.forms[1] += usize::from(same);
                if !same {
                    self.faults.push(format!("form apart  {} of {}", mention.text, fullest.text));
                }
            }
            if let Some(role) = &actor.role {
                let ours = whole.and_then(|number| found.get(number)?.role.as_deref());
                let right = ours.is_some_and(|ours| shares_word(ours, role));
                counts.roles[0] += 1;
                counts.roles[1] += usize::from(right);
                if !right {
                    self.faults.push(format!("role  {}: {role} / {}", actor.canonical, ours.unwrap_or("-")));
                }
            }
        }
        let sum = if kind == ActorKind::Person { &mut self.people } else { &mut self.organisations };
        let parts = [(&mut sum.mentions, counts.mentions), (&mut sum.actors, counts.actors)];
        let more = [(&mut sum.forms, counts.forms), (&mut sum.roles, counts.roles)];
        for (all, part) in parts.into_iter().chain(more) {
            all[0] += part[0];
            all[1] += part[1];
        }
    }
}

fn kind_of(actor: &BundledActor) -> ActorKind {
    if actor.kind == "person" { ActorKind::Person } else { ActorKind::Organisation }
}

/// Whether two roles have a word of more than three letters in common.
fn shares_word(one: &str, other: &str) -> bool {
    let words = |role: &str| -> Vec<String> {
        role.split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 3)
            .map(str::to_lowercase)
            .collect()
    };
    let other = words(other);
    words(one).iter().any(|word| other.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gold(kind: &str, role: Option<&str>, mentions: &[(usize, usize, &str)]) -> BundledActor {
        BundledActor {
            doc: 1,
            canonical: String::from("it"),
            kind: kind.into(),
            role: role.map(str::to_owned),
            mentions: mentions
                .iter()
                .map(|(start, end, text)| BundledMention { start: *start, end: *end, text: (*text).into() })
                .collect(),
        }
    }

    #[test]
    fn mentions_forms_and_roles_are_counted_apart() {
        let text = "Mayor Ann Lee met the Reed Party. RP won; Lee lost.";
        let person = gold("person", Some("the mayor"), &[(6, 13, "Ann Lee"), (42, 45, "Lee")]);
        let party = gold("org", None, &[(22, 32, "Reed Party"), (34, 36, "RP")]);
        let actor = |name: &str, kind, role: Option<&str>, mentions: &[(usize, usize)]| Actor {
            name: name.into(),
            kind,
            aliases: Vec::new(),
            role: role.map(str::to_owned),
            mentions: mentions.iter().map(|(start, end)| Span::new(*start, *end)).collect(),
        };
        let found = [
            actor("Ann Lee", ActorKind::Person, Some("Mayor"), &[(6, 13), (42, 45)]),
            actor("Reed Party", ActorKind::Organisation, None, &[(22, 32)]),
            actor("won", ActorKind::Organisation, None, &[(37, 40)]),
        ];
        let mut counts = Counts::default();
        counts.add(text, &[&person, &party], &found);
        let people =
            KindCounts { mentions: [2, 2], actors: [1, 1], forms: [1, 1], roles: [1, 1], found: [2, 2] };
        assert_eq!(counts.people, people);
        let bodies =
            KindCounts { mentions: [2, 1], actors: [1, 1], forms: [1, 0], roles: [0, 0], found: [2, 1] };
        assert_eq!(counts.organisations, bodies);
        assert_eq!(counts.faults.len(), 3, "{:?}", counts.faults);
    }
}
