//! Names that no gazetteer holds but that the words around call a place: listed without a point, never
//! dropped, so that the user can pin them.

use super::scan::{Hit, Reader};
use super::{PlaceMention, Role};
use crate::actor::cue::{self, Cue};
use crate::actor::{self, Actor};
use crate::document::{PartKind, Shape};
use crate::span::Span;

/// Most words of an unplaced name.
const LONGEST: usize = 4;

/// Finds them, ascending.
pub(crate) fn find(reader: &Reader<'_>, hits: &[Hit], actors: &[Actor], dates: &[Span]) -> Vec<PlaceMention> {
    let tokens = reader.tokens;
    let mut mentions = Vec::new();
    for sentence in &tokens.document.sentences {
        if !matches!(
            tokens.document.part_of(sentence),
            PartKind::Body | PartKind::Caption | PartKind::FilePhoto
        ) {
            continue;
        }
        let (begin, end) = (sentence.first as usize, sentence.last as usize);
        let mut at = begin;
        while at < end {
            if tokens.shape(at) != Shape::Capital {
                at += 1;
                continue;
            }
            let first = at;
            while at < end
                && (tokens.is_high(at)
                    || (tokens.is_hyphen(at) && tokens.is_high(at + 1))
                    || joins_article(reader, at))
            {
                at += 1;
            }
            let span = tokens.span(first, at);
            let free = first > begin
                && at - first <= LONGEST
                && !hits.iter().any(|h| h.span.overlaps(span))
                && !dates.iter().any(|d| d.overlaps(span))
                && !actors.iter().any(|a| a.mentions.iter().any(|m| m.overlaps(span)));
            if free && let Some(rule) = evidence(reader, first, at) {
                mentions.push(PlaceMention {
                    span,
                    role: Role::Literal,
                    candidates: Vec::new(),
                    placed: false,
                    rule: rule.into(),
                    why: "No place of that name is in the place data.".into(),
                });
            }
        }
    }
    mentions
}

/// "al" of "Hay al-Tanak".
fn joins_article(reader: &Reader<'_>, token: usize) -> bool {
    let tokens = reader.tokens;
    crate::gazetteer::key::is_article(tokens.word(token))
        && tokens.shape(token) == Shape::Lower
        && tokens.is_hyphen(token + 1)
        && tokens.is_high(token + 2)
}

/// What calls it a place, if anything does.
fn evidence(reader: &Reader<'_>, first: usize, last: usize) -> Option<&'static str> {
    let tokens = reader.tokens;
    let head = tokens.word(first);
    // "State Tournament" and "County Judges" are none: only some nouns lead a name
    let leads = matches!(
        head.to_lowercase().as_str(),
        "lake"
            | "mount"
            | "cape"
            | "camp"
            | "hay"
            | "tell"
            | "tel"
            | "wadi"
            | "jabal"
            | "jebel"
            | "fort"
            | "port"
    );
    if leads && last > first + 1 && tokens.word(first + 1).len() > 1 {
        return Some("begins with a place noun");
    }
    let ordinary =
        reader.gazetteer.word(crate::gazetteer::key::Key::of(head)).common || actor::is_function_word(head);
    if ordinary || head.len() < 3 {
        return None;
    }
    let before = tokens.before(first);
    let after = tokens.word(last);
    if matches!(
        after,
        "province"
            | "governorate"
            | "district"
            | "village"
            | "town"
            | "neighborhood"
            | "neighbourhood"
            | "region"
    ) {
        return Some("before a place noun");
    }
    let noun_before = first >= 2
        && before == "of"
        && matches!(
            tokens.word(first - 2),
            "town"
                | "city"
                | "village"
                | "province"
                | "district"
                | "suburb"
                | "neighborhood"
                | "neighbourhood"
                | "outskirts"
                | "port"
                | "island"
        );
    if noun_before {
        return Some("after \u{201c}town of\u{201d}");
    }
    let near = matches!(before, "near" | "outside" | "nearby");
    (near && cue::of(tokens.word(last - 1)) == Cue::None).then_some("after \u{201c}near\u{201d}")
}
