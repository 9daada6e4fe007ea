//! Bodies of states, which are named by a people's adjective and a common noun: "the Syrian government", "Turkish
//! foreign ministry", "Iraqi Kurdish authorities", "the U.S.-led coalition", "the government of Turkey".

use super::run::Runs;
use super::{ActorKind, Naming};
use crate::document::{Sentence, Shape};
use crate::gazetteer::key::Key;
use crate::gazetteer::{Feature, NameKind};

/// Most words of a body's name behind its adjectives.
const LONGEST: usize = 4;

/// Adds the bodies of a sentence, in order.
pub(super) fn read(runs: Runs<'_>, sentence: &Sentence, out: &mut Vec<Naming>) {
    let tokens = runs.tokens;
    let (mut at, end) = (sentence.first as usize, sentence.last as usize);
    while at < end {
        let found = tokens.is_high(at).then(|| of_people(runs, at, end)).flatten();
        let found = found.or_else(|| of_country(runs, at, end));
        let Some(last) = found else {
            at += 1;
            continue;
        };
        out.push(Naming {
            span: tokens.span(at, last),
            first: at,
            last,
            kind: ActorKind::Organisation,
            role: None,
        });
        at = last;
    }
}

/// One past a body that begins with adjectives of peoples at `first`, or with "U.S.-led".
fn of_people(runs: Runs<'_>, first: usize, end: usize) -> Option<usize> {
    let tokens = runs.tokens;
    // most capitals stand before something else, and need not be looked up
    let next = tokens.word(first + 1);
    if !(tokens.is_high(first + 1) || tokens.is_hyphen(first + 1) || is_body(next) || is_modifier(next)) {
        return None;
    }
    let mut at = first;
    while at < end && is_people(runs, at) {
        at += 1;
    }
    if at == first {
        // "NATO-led mission", "U.S.-led coalition"
        at += 1;
        if !tokens.is_hyphen(at) || tokens.word(at + 1) != "led" {
            return None;
        }
        return head(runs, at + 2, end, is_league);
    }
    if tokens.is_hyphen(at) {
        return (tokens.word(at + 1) == "led").then(|| head(runs, at + 2, end, is_league)).flatten();
    }
    // "U.S." before "and", "French intelligence" before "services"
    let last = head(runs, at, end, is_body)?;
    (last > at).then_some(last)
}

/// "government of Turkey": one past it.
fn of_country(runs: Runs<'_>, first: usize, end: usize) -> Option<usize> {
    let tokens = runs.tokens;
    let body = matches!(
        tokens.word(first),
        "government" | "army" | "parliament" | "military" | "navy" | "presidency" | "authorities"
    );
    if !body || tokens.word(first + 1) != "of" {
        return None;
    }
    let name = first + 2 + usize::from(tokens.word(first + 2) == "the");
    let gazetteer = runs.gazetteer?;
    let mut key = Key::default();
    (name..end.min(name + LONGEST))
        .take_while(|t| tokens.is_high(*t))
        .filter(|token| {
            key.push(tokens.word(*token));
            gazetteer.lookup(key).any(|(kind, place)| {
                kind != NameKind::Demonym && gazetteer.feature(place) == Feature::Country
            })
        })
        .last()
        .map(|token| token + 1)
}

/// Whether a token is an adjective of a people, or a country's initials used as one.
fn is_people(runs: Runs<'_>, token: usize) -> bool {
    let tokens = runs.tokens;
    let key = Key::of(tokens.word(token));
    runs.gazetteer.is_some_and(|gazetteer| {
        tokens.is_high(token)
            && gazetteer.lookup(key).any(|(kind, place)| {
                kind == NameKind::Demonym
                    || (kind == NameKind::Abbreviation
                        && tokens.shape(token) != Shape::Capital
                        && gazetteer.feature(place) == Feature::Country)
            })
    })
}

/// One past the longest run of small words from `first` that ends in a head and holds modifiers before it.
fn head(runs: Runs<'_>, first: usize, end: usize, is: fn(&str) -> bool) -> Option<usize> {
    let tokens = runs.tokens;
    let mut last = None;
    for token in first..end.min(first + LONGEST) {
        let word = tokens.word(token);
        if is(word) {
            last = Some(token + 1);
        } else if !is_modifier(word) {
            break;
        }
    }
    last
}

/// What a state's body is.
fn is_body(word: &str) -> bool {
    matches!(
        word,
        "government"
            | "army"
            | "navy"
            | "military"
            | "police"
            | "parliament"
            | "ministry"
            | "intelligence"
            | "authorities"
            | "forces"
            | "coalition"
            | "regime"
            | "embassy"
            | "presidency"
            | "opposition"
            | "agency"
            | "services"
            | "guard"
            | "militia"
            | "administration"
            | "cabinet"
            | "senate"
            | "judiciary"
            | "consulate"
            | "force"
            | "union"
            | "peshmerga"
            | "legislature"
    )
}

/// What several states form under one.
fn is_league(word: &str) -> bool {
    matches!(
        word,
        "coalition" | "alliance" | "force" | "forces" | "mission" | "consortium" | "bloc" | "campaign"
    )
}

/// What stands between a people's adjective and its body.
fn is_modifier(word: &str) -> bool {
    matches!(
        word,
        "foreign"
            | "defence"
            | "defense"
            | "interior"
            | "finance"
            | "health"
            | "justice"
            | "education"
            | "transport"
            | "trade"
            | "energy"
            | "oil"
            | "security"
            | "secret"
            | "special"
            | "armed"
            | "air"
            | "coast"
            | "border"
            | "ground"
            | "land"
            | "naval"
            | "federal"
            | "national"
            | "central"
            | "state"
            | "riot"
            | "government"
            | "military"
            | "intelligence"
            | "police"
            | "opposition"
            | "interim"
            | "transitional"
            | "provisional"
            | "caretaker"
            | "regional"
            | "and"
            | "upper"
            | "lower"
            | "spy"
            | "news"
    )
}
