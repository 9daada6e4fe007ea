//! Runs of capitalised words, and whether they name a person or an organisation.

use super::cue::{self, Cue};
use super::tokens::Tokens;
use super::{ActorKind, Naming, role};
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
            let mut last = self.end_of_run(at, end);
            let opened = at == sentence.first as usize || self.opens_quote(at);
            let first = if opened { self.without_opener(at, last) } else { at };
            if first < last {
                if let Some(naming) =
                    self.ship(first, last).or_else(|| self.organisation(sentence, first, last))
                {
                    last = last.max(naming.last);
                    out.push(naming);
                } else if let Some(naming) = self.person(sentence, first, last, part) {
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
                // "van der Meer", "de la Cruz", "al-Assad"
                let mut next = last + 1;
                while next < end && (is_particle(self.tokens.word(next)) || self.tokens.is_hyphen(next)) {
                    next += 1;
                }
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

    /// Whether an opening quotation mark stands right before a token.
    fn opens_quote(&self, at: usize) -> bool {
        matches!(self.tokens.before(at), "\"" | "“" | "‘" | "'" | ":")
    }

    /// Skips the sentence's first word where only its place gives it the capital.
    fn without_opener(&self, first: usize, last: usize) -> usize {
        let word = self.tokens.word(first);
        let class = self.class(first);
        // "Bank of …" at a sentence's head is no bank of a river
        if cue::takes_object(word) && self.tokens.word(first + 1) == "of" {
            return first;
        }
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

    /// "Washington Post", "University of Texas", "Harbour Workers Party", "Ministry of Defence".
    fn organisation(&self, sentence: &Sentence, first: usize, last: usize) -> Option<Naming> {
        let is_head = |t: &usize| {
            cue::of(self.tokens.word(*t)) == Cue::Organisation || cue::is_body(self.tokens.word(*t))
        };
        let head = (first..last).rev().find(is_head)?;
        let (from, end) = (sentence.first as usize, sentence.last as usize);
        let start = self.before_possessive(from, first);
        let mut stop = head + 1;
        if stop == last && cue::takes_object(self.tokens.word(head)) {
            stop = self.objects(stop, end);
        }
        let start = self.by_acronym(from, start, stop).unwrap_or(start);
        let role = role::of_body(self.tokens, from, start, stop, end)
            .map(|(first, last)| self.tokens.span(first, last).of(self.tokens.text).to_owned());
        (head > start || stop > head + 1).then(|| self.naming(start, stop, ActorKind::Organisation, role))
    }

    /// Where a name that ends before `stop` begins by the acronym in brackets behind it: "Fisheries and
    /// Harbour Board (FHB)" is all of it, whatever stands between its capitals.
    fn by_acronym(&self, from: usize, start: usize, stop: usize) -> Option<usize> {
        let acronym = self.tokens.word(stop + 1);
        if self.tokens.word(stop) != "(" || self.tokens.shape(stop + 1) != Shape::Upper {
            return None;
        }
        let initial = |token: usize| self.tokens.word(token).bytes().next();
        let high = |token: &usize| self.tokens.is_high(*token);
        let mut letters = acronym.bytes().rev();
        for token in (start..stop).rev().filter(high) {
            if letters.next() != initial(token) {
                return None;
            }
        }
        let mut at = start;
        for letter in letters {
            at = at.checked_sub(1).filter(|at| *at >= from)?;
            if matches!(self.tokens.word(at), "and" | "of" | "for" | "&") {
                at = at.checked_sub(1).filter(|at| *at >= from)?;
            }
            if !high(&at) || initial(at) != Some(letter) {
                return None;
            }
        }
        Some(at)
    }

    /// One past an organisation's objects: "for the Protection of Northern Lakes"; `at` where it has none.
    fn objects(&self, mut at: usize, end: usize) -> usize {
        while at + 1 < end && matches!(self.tokens.word(at), "of" | "for" | "on" | "against") {
            let next = if self.tokens.word(at + 1) == "the" { at + 2 } else { at + 1 };
            if next >= end || !self.tokens.is_high(next) || role::is_calendar(self.tokens.word(next)) {
                break;
            }
            at = self.end_of_run(next, end);
            if self.tokens.word(at) == "and" && at + 1 < end && role::is_field(self.tokens.word(at + 1)) {
                at += 2;
            }
        }
        at
    }

    /// Where a name whose run begins at `first` begins: "Mountain People's Committee", "Workers' Party".
    fn before_possessive(&self, from: usize, first: usize) -> usize {
        let owned = matches!(self.tokens.before(first), "'s" | "’s" | "'" | "’");
        let Some(owner) = first.checked_sub(2).filter(|owner| owned && *owner >= from) else { return first };
        if !cue::is_membership(self.tokens.word(owner)) {
            return first;
        }
        let mut start = owner;
        while start > from
            && self.tokens.is_high(start - 1)
            && !role::is_calendar(self.tokens.word(start - 1))
        {
            start -= 1;
        }
        if start == from { self.without_opener(start, owner) } else { start }
    }

    fn person(
        &self,
        sentence: &Sentence,
        mut first: usize,
        mut last: usize,
        part: PartKind,
    ) -> Option<Naming> {
        // "on Tuesday Mayor Ann Lee", "Secretary of State Rex Holm"
        let office = self.tokens.before(first) == "of"
            && first.checked_sub(2).is_some_and(|t| cue::is_title(self.tokens.word(t)));
        while last > first + 1
            && ((office && role::is_field(self.tokens.word(first)))
                || (role::is_calendar(self.tokens.word(first)) && cue::is_title(self.tokens.word(first + 1))))
        {
            first += 1;
        }
        while last > first + 1
            && (self.tokens.shape(last - 1) == Shape::Mark || is_particle(self.tokens.word(last - 1)))
        {
            last -= 1;
        }
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
            || (office && role::is_field(self.tokens.before(first)))
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
                // "Paris Jackson", "Irving Berlin": both are, and together no place
                head.given && tail.surname
            } else {
                head.given
                    || (tail.surname
                        && !head.common
                        && !tail.common
                        && self.place_weight(start, start + 1) == 0)
            };
            let initial = (start + 1..last)
                .any(|t| self.tokens.word(t).len() == 2 && self.tokens.word(t).ends_with('.'));
            let pictured = role::is_photographer(self.tokens, start);
            known == 0
                && (pictured || titled || byline || aged || named || initial || (speaks && !tail_is_place))
        };
        if !is_person || (self.upper(start, last) && !titled && !byline) {
            return None;
        }
        let (from, end) = (sentence.first as usize, sentence.last as usize);
        let quote = |first: usize, last: usize| self.tokens.span(first, last).of(self.tokens.text).to_owned();
        let role = role::before(self.tokens, from, start)
            .map(|first| quote(first, start))
            .or_else(|| role::after(self.tokens, last, end).map(|(first, last)| quote(first, last)))
            .or_else(|| role::credit(self.tokens, part, from, start).map(str::to_owned));
        Some(self.naming(start, last, ActorKind::Person, role))
    }

    fn upper(&self, first: usize, last: usize) -> bool {
        (first..last).all(|t| self.tokens.shape(t) != Shape::Capital)
    }

    /// Whether capitals are a country's or division's initials: "UAE", "NSW".
    pub(super) fn is_place_code(&self, letters: &str) -> bool {
        let mut known = self.gazetteer.into_iter().flat_map(|g| g.lookup(Key::of(letters)));
        known.any(|(kind, _)| kind == NameKind::Abbreviation)
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

/// What follows a surname and is none: "Jr.", "III".
pub(super) fn is_suffix(word: &str) -> bool {
    matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "Esq" | "Esq.")
        || (word.len() > 1 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')))
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
