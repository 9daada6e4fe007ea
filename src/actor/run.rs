//! Runs of capitalised words, and whether they name a person or an organisation.

use super::cue::{self, Cue};
use super::tokens::Tokens;
use super::{ActorKind, Naming};
use crate::document::{PartKind, Sentence, Shape};
use crate::gazetteer::key::Key;
use crate::gazetteer::{Feature, Gazetteer, NameKind, WordClass};

/// Most words of a person's name, particles among them.
const LONGEST_NAME: usize = 6;

/// Reads runs of one document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Runs<'t> {
    pub(super) tokens: Tokens<'t>,
    pub(super) gazetteer: Option<&'t Gazetteer>,
}

impl Runs<'_> {
    /// The people and organisations of a sentence, in order.
    pub(super) fn read(&self, sentence: &Sentence, part: PartKind, out: &mut Vec<Naming>) {
        let (mut at, end) = (sentence.first as usize, sentence.last as usize);
        while at < end {
            if !self.tokens.is_high(at) {
                at += 1;
                continue;
            }
            let last = self.end_of_run(at, end);
            let first = if at == sentence.first as usize { self.without_opener(at, last) } else { at };
            if first < last {
                if let Some(naming) = self.ship(first, last).or_else(|| self.organisation(first, last, end)) {
                    out.push(naming);
                } else if let Some(naming) = self.person(first, last, part) {
                    out.push(naming);
                }
            }
            at = last.max(at + 1);
        }
    }

    /// One past the run that begins at `first`: capitals, hyphens, initials, particles between capitals.
    fn end_of_run(&self, first: usize, end: usize) -> usize {
        let mut last = first + 1;
        while last < end {
            if self.tokens.is_high(last) {
                last += 1;
            } else if self.tokens.is_hyphen(last)
                && (self.tokens.is_high(last + 1) || is_particle(self.tokens.word(last - 1)))
            {
                last += 2;
            } else if is_particle(self.tokens.word(last)) {
                let next = if self.tokens.is_hyphen(last + 1) { last + 2 } else { last + 1 };
                if next < end && self.tokens.is_high(next) {
                    last = next + 1;
                } else {
                    break;
                }
            } else {
                break;
            }
        }
        last.min(end)
    }

    /// Skips the sentence's first word where only its place gives it the capital.
    fn without_opener(&self, first: usize, last: usize) -> usize {
        let word = self.tokens.word(first);
        let class = self.class(first);
        let opener = is_function_word(word)
            || matches!(cue::of(word), Cue::Locative | Cue::Movement | Cue::Of | Cue::The | Cue::And)
            || (class.common && !class.given);
        if opener && last > first { first + 1 } else { first }
    }

    fn class(&self, token: usize) -> WordClass {
        self.gazetteer.map(|g| g.word(Key::of(self.tokens.word(token)))).unwrap_or_default()
    }

    fn ship(&self, first: usize, last: usize) -> Option<Naming> {
        (cue::is_ship(self.tokens.word(first)) && last > first + 1)
            .then(|| self.naming(first, last, ActorKind::Organisation, None))
    }

    /// "Washington Post", "University of Texas", "Kurdistan Workers Party", "Ministry of Defence".
    fn organisation(&self, first: usize, last: usize, end: usize) -> Option<Naming> {
        let organisation_at =
            (first..last).rev().find(|&t| cue::of(self.tokens.word(t)) == Cue::Organisation)?;
        if organisation_at > first {
            let last = if organisation_at + 1 == last { last } else { organisation_at + 1 };
            return Some(self.naming(first, last, ActorKind::Organisation, None));
        }
        if self.tokens.word(last) == "of" && last == organisation_at + 1 && self.tokens.is_high(last + 1) {
            let last = self.end_of_run(last + 1, end);
            return Some(self.naming(first, last, ActorKind::Organisation, None));
        }
        None
    }

    fn person(&self, first: usize, mut last: usize, part: PartKind) -> Option<Naming> {
        // "Henry Lazenby US-based": a country is nobody's surname
        while last > first + 2 && self.place_weight(last - 1, last) == 2 && !self.class(last - 1).surname {
            last -= 1;
        }
        let title_at = (first..last).rev().find(|&t| cue::is_title(self.tokens.word(t)));
        let start = title_at.map_or(first, |t| t + 1);
        let words = (start..last).filter(|&t| self.tokens.shape(t) != Shape::Mark).count();
        if words == 0 || words > LONGEST_NAME || start >= last {
            return None;
        }
        let last_word = self.tokens.word(last - 1);
        if matches!(cue::of(last_word), Cue::Street | Cue::PlaceNoun | Cue::Organisation | Cue::Direction) {
            return None;
        }
        let single = words == 1;
        let known = self.place_weight(start, last);
        // "General Santos", "Prince George": places that begin like a title
        if title_at.is_some() && self.place_weight(first, last) > 0 {
            return None;
        }
        if last > start + 2 && self.place_weight(start, start + 2) > 0 {
            return None;
        }
        let titled = title_at.is_some()
            || (first > 0
                && self.tokens.shape(first - 1) == Shape::Lower
                && cue::is_title(self.tokens.word(first - 1)));
        let byline = part == PartKind::Byline
            || (part == PartKind::Credits && matches!(self.tokens.before(first), "by" | "and" | ","));
        let head = self.class(start);
        let tail = self.class(last - 1);
        let next = self.tokens.word(last);
        let speaks = cue::of(next) == Cue::Speech
            || (cue::of(self.tokens.before(first)) == Cue::Speech && matches!(next, "," | "." | "of"));
        let aged = next == ","
            && self.tokens.shape(last + 1) == Shape::Digits
            && self.tokens.word(last + 1).len() <= 2
            && matches!(self.tokens.word(last + 2), "," | "." | "and" | ")")
            || (next == "("
                && self.tokens.shape(last + 1) == Shape::Digits
                && self.tokens.word(last + 1).len() == 2);
        let is_person = if single {
            titled
                && (known < 2 || (title_at.is_some() && tail.surname))
                && self.tokens.shape(start) != Shape::Upper
        } else {
            let first_is_place = self.place_weight(start, start + 1) >= 2;
            let tail_is_place = self.place_weight(last - 1, last) >= 2;
            let named = if first_is_place {
                head.given && tail.surname && !tail_is_place
            } else {
                head.given
                    || (tail.surname
                        && !head.common
                        && !tail.common
                        && self.place_weight(start, start + 1) == 0)
            };
            let initial = (start + 1..last)
                .any(|t| self.tokens.word(t).len() == 2 && self.tokens.word(t).ends_with('.'));
            known == 0 && (titled || byline || aged || named || initial || (speaks && !tail_is_place))
        };
        if !is_person || (self.upper(start, last) && !titled && !byline) {
            return None;
        }
        let role = title_at.map(|t| self.tokens.span(first, t + 1).of(self.tokens.text).to_owned());
        Some(self.naming(start, last, ActorKind::Person, role))
    }

    fn upper(&self, first: usize, last: usize) -> bool {
        (first..last).all(|t| self.tokens.shape(t) != Shape::Capital)
    }

    /// 0 where the words together name no place, 1 for a small one, 2 for one that anybody knows.
    pub(super) fn place_weight(&self, first: usize, last: usize) -> u8 {
        let Some(gazetteer) = self.gazetteer else { return 0 };
        let mut key = Key::default();
        for token in first..last {
            if self.tokens.shape(token) != Shape::Mark {
                key.push(self.tokens.word(token));
            }
        }
        gazetteer
            .lookup(key)
            .map(|(kind, place)| {
                if matches!(kind, NameKind::Demonym | NameKind::Abbreviation) {
                    return 2;
                }
                let large = match gazetteer.feature(place) {
                    Feature::Country
                    | Feature::Continent
                    | Feature::Region
                    | Feature::Admin1
                    | Feature::Capital => true,
                    _ => gazetteer.log_population(place) > 17.0,
                };
                if large { 2 } else { 1 }
            })
            .max()
            .unwrap_or(0)
    }

    fn naming(&self, first: usize, last: usize, kind: ActorKind, role: Option<String>) -> Naming {
        Naming { span: self.tokens.span(first, last), first, last, kind, role }
    }
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "ul"
            | "bin"
            | "ibn"
            | "bint"
            | "abu"
            | "de"
            | "da"
            | "dos"
            | "del"
            | "della"
            | "di"
            | "du"
            | "la"
            | "le"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ter"
            | "ten"
            | "zu"
            | "ben"
            | "y"
            | "e"
    )
}

/// Words that open sentences and name nobody.
pub(crate) fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "A" | "An"
            | "And"
            | "As"
            | "But"
            | "By"
            | "For"
            | "He"
            | "Her"
            | "His"
            | "How"
            | "I"
            | "If"
            | "It"
            | "Its"
            | "More"
            | "Most"
            | "My"
            | "No"
            | "Not"
            | "Now"
            | "Only"
            | "Or"
            | "Our"
            | "She"
            | "So"
            | "Some"
            | "Such"
            | "That"
            | "Their"
            | "Then"
            | "There"
            | "These"
            | "They"
            | "This"
            | "Those"
            | "Though"
            | "Three"
            | "Two"
            | "Under"
            | "Until"
            | "We"
            | "What"
            | "When"
            | "Where"
            | "Which"
            | "While"
            | "Who"
            | "Why"
            | "With"
            | "You"
            | "After"
            | "All"
            | "Also"
            | "Although"
            | "Among"
            | "Another"
            | "Any"
            | "Because"
            | "Before"
            | "Both"
            | "Despite"
            | "During"
            | "Each"
            | "Earlier"
            | "Even"
            | "Every"
            | "First"
            | "Following"
            | "Former"
            | "Former's"
            | "Here"
            | "However"
            | "Last"
            | "Later"
            | "Like"
            | "Many"
            | "Meanwhile"
            | "New"
            | "Once"
            | "One"
            | "Other"
            | "Several"
            | "Since"
            | "Still"
            | "Today"
            | "Yesterday"
            | "Your"
            | "Yet"
            | "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
    )
}
