//! Finds temporal expressions: the longest rule at each token, widened by what qualifies it, kept out of
//! what only looks like a date.

use super::pattern::Line;
use super::{Mention, Timex};
use super::{century, order, range, rules};
use crate::document::{Document, PartKind};
use rules::Widened;
use std::ops::Range;

/// Finds the temporal expressions of one document, ascending, not overlapping. In a `message` plain words
/// ("night", "2moro", "fri") are expressions that are none elsewhere.
#[must_use]
pub fn recognise(text: &str, document: &Document, message: bool) -> Vec<Mention<Timex>> {
    let mut mentions = Vec::new();
    let mut line = Line::new(rules::grammar(document.language), text, message);
    for sentence in &document.sentences {
        // names and credits hold no dates, but surnames like May and August
        if document.part_of(sentence) != PartKind::Credits {
            line.read(document.tokens_of(sentence));
            in_line(&line, &mut mentions);
        }
    }
    (rules::grammar(document.language).review)(text, &mut mentions);
    order::decide(text, document, &mut mentions);
    century::decide(text, &mut mentions, None);
    mentions
}

fn in_line(line: &Line<'_>, mentions: &mut Vec<Mention<Timex>>) {
    let before = mentions.len();
    let mut places = Vec::new();
    // one past what has been found
    let mut free = 0;
    for &at in &line.starts {
        if at < free {
            continue;
        }
        let Some(found) = rules::longest(line, at) else { continue };
        let Widened { tokens: Range { start: first, end }, modifier } =
            (line.grammar.widen)(line, at..found.end, free, &found.timex);
        let timex = Timex { modifier: modifier.or(found.timex.modifier), ..found.timex };
        let mut push = |first: usize, end: usize, value: Timex| {
            places.push((first, end));
            mentions.push(Mention {
                span: line.span(first, end),
                rule: found.rule.name.to_owned(),
                strength: found.rule.strength,
                value,
            });
        };
        free = end;
        let mut told = timex;
        if let Some(join) = range::cut(line, first, found.end, &timex) {
            let (begin, last) = range::ends(&timex);
            push(first, join, begin);
            push(join + 1, end, last);
            told = last;
        } else {
            push(first, end, timex);
            if let Some((last, second)) = range::second_year(line, end, &timex) {
                push(end + 1, last, second);
                free = last;
            }
        }
        while let Some((first, last, next)) = range::next_day(line, free, &told) {
            push(first, last, next);
            (free, told) = (last, next);
        }
    }
    range::link(line, &places, &mut mentions[before..]);
}
