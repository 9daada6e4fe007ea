//! Dates that stand with a noun: "the April 4 attack", "Tuesday's vote", "an attack in Leeds on 3 May, which …".

use super::clause::Clauses;
use super::words::{Class, class, concept, is_light, stem};
use crate::document::Shape;
use std::ops::Range;

/// How many tokens a noun phrase may have before its noun.
const BEFORE: usize = 6;

/// What kind of event the word at `at` names as a noun; `Other` where it names none.
pub(super) fn names_event(clauses: &Clauses<'_>, at: usize) -> Class {
    let line = clauses.line;
    if line.tokens.get(at).is_none_or(|token| token.shape != Shape::Lower) || line.is_finite(at) {
        return Class::Other;
    }
    let word = line.word(at);
    let verbal = word.ends_with("ed") || is_light(word);
    if verbal { Class::Other } else { class(&stem(word)) }
}

/// The tokens of the noun phrase that the date of the tokens `date` belongs to; none where it modifies a verb.
pub(super) fn phrase(clauses: &Clauses<'_>, date: Range<usize>) -> Option<Range<usize>> {
    owned(clauses, date.clone()).or_else(|| hung(clauses, date))
}

/// "the April 4 attack", "Tillerson's April visit to Moscow", "Tuesday's vote on the budget".
fn owned(clauses: &Clauses<'_>, date: Range<usize>) -> Option<Range<usize>> {
    let line = clauses.line;
    let possessive = line.is(date.end, &["'s", "’s", "'", "’"]);
    let led =
        date.start > 0 && (line.is_determiner(date.start - 1) || line.is(date.start - 1, &["'s", "’s"]));
    if !(possessive || led) {
        return None;
    }
    let from = date.end + usize::from(possessive);
    let noun = (from..from + 4)
        .take_while(|at| !line.is_mark(*at) && !line.is_preposition(*at) && !line.is_finite(*at))
        .last()?;
    line.tokens.get(noun).filter(|token| token.shape == Shape::Lower)?;
    let mut first = date.start;
    while first > 0 && date.start - first < BEFORE && !line.is_mark(first - 1) && {
        let before = first - 1;
        line.is_determiner(before)
            || line.is(before, &["'s", "’s"])
            || line.tokens.get(before).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper))
                && line.is(first, &["'s", "’s"])
    } {
        first -= 1;
    }
    Some(first..behind(clauses, noun + 1))
}

/// "a strike on the base earlier this month had …", "samples from an attack in Leeds on 3 May": the nearest noun
/// before names an event, only phrases stand between, and no verb could take the date instead.
fn hung(clauses: &Clauses<'_>, date: Range<usize>) -> Option<Range<usize>> {
    let line = clauses.line;
    let owner = clauses.owner.get(date.start).copied()?;
    let before = (0..date.start).rev().take(16).take_while(|at| {
        clauses.owner.get(*at) == Some(&owner) && !line.is_finite(*at) && !matches!(line.word(*at), "," | ";")
    });
    let noun = before.filter(|at| names_event(clauses, *at) != Class::Other).find(|at| {
        // between noun and date: phrases alone
        at + 1 == date.start || line.is_preposition(at + 1) || line.is(at + 1, &["earlier", "late", "early"])
    })?;
    let mut first = noun;
    while first > 0 && noun - first < BEFORE && !line.is_determiner(first) && {
        let before = first - 1;
        !line.is_mark(before)
            && !line.is_preposition(before)
            && !line.is_finite(before)
            && !line.is(before, &["and", "or", "after", "following", "before", "into", "that"])
    } {
        first -= 1;
    }
    let lead = first.checked_sub(1)?;
    // "matched samples from an attack …", "an inquiry into a raid …": it is not what the verb did
    let inside = line.is(
        lead,
        &[
            "from",
            "of",
            "into",
            "after",
            "following",
            "before",
            "since",
            "about",
            "over",
            "for",
            "to",
            "with",
            "by",
        ],
    ) && !carried_out(clauses, lead);
    // "A strike … this month had posed": the verb behind is of the noun's clause and says no more than the noun
    let subject = line.is_finite(date.end) && clauses.all[owner].verb.is_none_or(|verb| verb >= date.end);
    (inside || subject).then_some(first..date.end)
}

/// "responded with an attack", "ended in a clash": the phrase is what the verb did.
fn carried_out(clauses: &Clauses<'_>, lead: usize) -> bool {
    let line = clauses.line;
    line.is(lead, &["with", "by", "to"]) && lead > 0 && line.is_finite(lead - 1)
}

/// Takes the phrases in that hang on a noun: "visit to Moscow", "attack in which …" stops there.
fn behind(clauses: &Clauses<'_>, from: usize) -> usize {
    let line = clauses.line;
    let owner = from.checked_sub(1).and_then(|at| clauses.owner.get(at));
    let mut end = from;
    while end < line.len()
        && line.is(end, &["of", "on", "in", "to", "at", "against", "by", "near", "between", "with"])
    {
        let mut next = end + 1;
        while next < line.len()
            && clauses.owner.get(next) == owner
            && !line.is_mark(next)
            && !line.is_preposition(next)
            && !line.is_finite(next)
        {
            next += 1;
        }
        if next == end + 1 {
            break;
        }
        end = next;
    }
    end
}

/// The concept of an event noun in a stretch of tokens, for "the attack" that speaks of one told before.
pub(super) fn concepts(clauses: &Clauses<'_>, tokens: impl Iterator<Item = usize>) -> Vec<String> {
    tokens
        .filter(|at| names_event(clauses, *at) != Class::Other)
        .map(|at| concept(&stem(clauses.line.word(at))).to_owned())
        .collect()
}
