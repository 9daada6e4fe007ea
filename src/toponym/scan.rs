//! Where names of the gazetteer stand in a document: longest match from every capitalised word.

use super::plural;
use crate::actor;
use crate::actor::tokens::Tokens;
use crate::document::Shape;
use crate::gazetteer::key::{self, Key};
use crate::gazetteer::{Feature, Gazetteer, NameKind, PlaceId, WordClass};
use crate::span::Span;

/// A name that the gazetteer knows, before anybody has asked whether it is meant.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    /// First token.
    pub(crate) first: usize,
    /// One past the last token.
    pub(crate) last: usize,
    /// The sentence it stands in.
    pub(crate) sentence: usize,
    /// The words, with an article that belongs to them ("al-Raqqa").
    pub(crate) span: Span,
    /// What the gazetteer knows by it.
    pub(crate) names: Vec<(NameKind, PlaceId)>,
    /// Hash of its key: what makes two mentions the same name.
    pub(crate) name: u64,
    /// What its word is besides; of a name of several words, nothing.
    pub(crate) class: WordClass,
    /// How many words it has.
    pub(crate) words: usize,
}

/// The document as the recogniser reads it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'t> {
    pub(crate) tokens: Tokens<'t>,
    pub(crate) gazetteer: &'t Gazetteer,
}

impl Reader<'_> {
    /// Finds every name, ascending, not overlapping.
    pub(crate) fn hits(&self) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (number, sentence) in self.tokens.document.sentences.iter().enumerate() {
            let (mut at, end) = (sentence.first as usize, sentence.last as usize);
            while at < end {
                if !self.tokens.is_high(at) {
                    at += 1;
                    continue;
                }
                if let Some(hit) = self.longest(at, end, number) {
                    at = hit.last;
                    hits.push(hit);
                } else {
                    at += 1;
                }
            }
        }
        self.add_transliterations(&mut hits);
        plural::complete(self, &mut hits);
        hits
    }

    /// Adds names in a spelling that no table has, where the document speaks of their country: "Malikiya"
    /// beside "Syria" is al-Malikiyah.
    fn add_transliterations(&self, hits: &mut Vec<Hit>) {
        let mut countries: Vec<u8> = hits
            .iter()
            .flat_map(|hit| &hit.names)
            .filter(|(_, place)| {
                matches!(self.gazetteer.feature(*place), Feature::Country | Feature::Capital)
            })
            .map(|(_, place)| self.gazetteer.country(*place))
            .filter(|country| self.gazetteer.is_transliterated(*country))
            .collect();
        crate::order::sort(&mut countries);
        countries.dedup();
        if countries.is_empty() {
            return;
        }
        let mut found = Vec::new();
        for (number, sentence) in self.tokens.document.sentences.iter().enumerate() {
            let (mut at, end) = (sentence.first as usize, sentence.last as usize);
            while at < end {
                let taken = hits.partition_point(|h| h.last <= at);
                if self.tokens.is_high(at)
                    && hits.get(taken).is_none_or(|h| h.first > at)
                    && let Some(hit) = self.transliteration(at, end, number, &countries)
                {
                    at = hit.last;
                    found.push(hit);
                } else {
                    at += 1;
                }
            }
        }
        hits.extend(found);
        crate::order::sort_by_key(hits, |hit| hit.first);
        hits.dedup_by(|later, earlier| later.first < earlier.last);
    }

    /// The place whose name's skeleton begins at a token: two words, or one.
    fn transliteration(&self, first: usize, end: usize, sentence: usize, countries: &[u8]) -> Option<Hit> {
        let word = self.tokens.word(first);
        let class = self.gazetteer.word(Key::of(word));
        if class.common || class.given || class.surname || word.len() < 4 || actor::is_function_word(word) {
            return None;
        }
        [2, 1].into_iter().find_map(|words| {
            let last = first + words;
            if last > end || !(first..last).all(|t| self.tokens.is_high(t)) {
                return None;
            }
            let normal = key::normal(self.tokens.span(first, last).of(self.tokens.text));
            let key = key::skeleton(normal.as_bytes())?;
            let names: Vec<_> = self
                .gazetteer
                .transliterations(key)
                .filter(|(_, place)| countries.contains(&self.gazetteer.country(*place)))
                .collect();
            (!names.is_empty()).then(|| Hit {
                first,
                last,
                sentence,
                span: self.span(first, last),
                names,
                name: key.hash(),
                class,
                words,
            })
        })
    }

    /// The longest name that begins at a token.
    fn longest(&self, first: usize, end: usize, sentence: usize) -> Option<Hit> {
        let mut key = Key::default();
        key.push(self.tokens.word(first));
        let head = key;
        let mut most = self.gazetteer.longest(key);
        if matches!(self.tokens.word(first + 1), "'s" | "’s") {
            // "People's Republic of China" begins with "peoples"
            let mut glued = key;
            glued.glue("s");
            most = most.max(self.gazetteer.longest(glued));
        }
        let mut prefixes = [(Key::default(), 0_usize); 8];
        let mut count = 0;
        let mut token = first;
        loop {
            // a name ends in a word that could be a name's: "Isle of" is none, "St. John's" is, "Lima's" not
            if count < prefixes.len()
                && let Some(slot) = prefixes.get_mut(count)
                && (token == first || self.tokens.is_high(token) || self.ends_low(token, key))
            {
                *slot = (key, token + 1);
                count += 1;
            }
            token += 1;
            if self.tokens.is_hyphen(token) {
                token += 1;
            }
            if token >= end || key.words() >= most {
                break;
            }
            let word = self.tokens.word(token);
            if matches!(word, "'s" | "’s") {
                key.glue(word);
            } else if self.tokens.shape(token) == Shape::Mark {
                if word == "." && !self.tokens.is_spaced(token) {
                    continue;
                }
                break;
            } else {
                key.push(word);
            }
        }
        let (names, key, last) = prefixes.iter().take(count).rev().find_map(|&(key, last)| {
            let names: Vec<_> =
                self.gazetteer.lookup(key).filter(|(kind, _)| self.admits(*kind, first, last)).collect();
            (!names.is_empty()).then_some((names, key, last))
        })?;
        let mut names = without_namesakes(self.gazetteer, names);
        // "EU" in capitals is not the town of Eu
        let short = last == first + 1 && self.tokens.shape(first) == Shape::Upper;
        if short && names.iter().any(|(kind, _)| *kind == NameKind::Abbreviation) {
            names.retain(|(kind, _)| *kind == NameKind::Abbreviation);
        }
        let class = if last == first + 1 { self.gazetteer.word(head) } else { WordClass::default() };
        Some(Hit {
            first,
            last,
            sentence,
            span: self.span(first, last),
            names,
            name: key.hash(),
            class,
            words: key.words(),
        })
    }

    /// Whether a name may end in this lower-case token: "Bab al-hawa" in careless texts, "St. John's", "Cote
    /// d'Ivoire", "the Baltic states".
    fn ends_low(&self, token: usize, key: Key) -> bool {
        let elided = self.tokens.word(token).split_once(['\'', '’']).is_some_and(|(article, name)| {
            matches!(article, "d" | "l") && name.starts_with(char::is_uppercase)
        });
        if elided && key.words() > 1 {
            return true;
        }
        self.tokens.shape(token) == Shape::Lower
            && ((token > 0 && self.tokens.is_hyphen(token - 1))
                || (key.words() > 1
                    && (self.tokens.word(token).starts_with(['\'', '’'])
                        || plural::is_kind_of_place(self.tokens.word(token)))))
    }

    fn admits(&self, kind: NameKind, first: usize, last: usize) -> bool {
        match kind {
            NameKind::Skeleton => false,
            NameKind::Abbreviation => {
                let word = self.tokens.word(first);
                last > first + 1
                    || self.tokens.shape(first) == Shape::Upper
                    || word.ends_with('.')
                    || (self.tokens.word(last) == "." && !self.tokens.is_spaced(last))
            }
            _ if self.tokens.word(last - 1).starts_with(['\'', '’']) => kind == NameKind::Primary,
            // "us", "it" in capitals are met in every headline
            _ => self.tokens.word(first).len() > 1,
        }
    }

    /// The span of tokens, with an article before them that is written as part of the name.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        let tokens = &self.tokens.document.tokens;
        let article =
            first >= 2 && self.tokens.is_hyphen(first - 1) && key::is_article(self.tokens.word(first - 2));
        let start = tokens.get(if article { first - 2 } else { first }).map_or(0, |t| t.span.start());
        let end = tokens.get(last - 1).map_or(start, |t| t.span.end());
        Span::new(start, end)
    }
}

/// Drops towns that bear a people's name: "Canadian" and "English" are adjectives, whatever Texas and
/// Indiana have.
fn without_namesakes(gazetteer: &Gazetteer, mut names: Vec<(NameKind, PlaceId)>) -> Vec<(NameKind, PlaceId)> {
    if names.iter().any(|(kind, _)| *kind == NameKind::Demonym) {
        names.retain(|(kind, place)| *kind == NameKind::Demonym || gazetteer.log_population(*place) > 19.0);
    }
    names
}
