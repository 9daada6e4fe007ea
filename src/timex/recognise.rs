//! Finds temporal expressions: the longest rule at each token, widened by what qualifies it, kept out of
//! what only looks like a date.

use super::pattern::Line;
use super::rules;
use super::{Mention, Timex};
use crate::document::{Document, PartKind, Sentence};

/// Finds the temporal expressions of one document, ascending, not overlapping.
#[must_use]
pub fn recognise(text: &str, document: &Document) -> Vec<Mention<Timex>> {
    let mut mentions = Vec::new();
    for sentence in &document.sentences {
        // names and credits hold no dates, but surnames like May and August
        if document.part_of(sentence) != PartKind::Credits {
            in_sentence(text, document, sentence, &mut mentions);
        }
    }
    mentions
}

fn in_sentence(text: &str, document: &Document, sentence: &Sentence, mentions: &mut Vec<Mention<Timex>>) {
    let line = Line::new(rules::grammar(document.language), text, document.tokens_of(sentence));
    let mut at = 0;
    let mut free = 0;
    while at < line.tokens.len() {
        let Some(found) = rules::longest(&line, at) else {
            at += 1;
            continue;
        };
        let (first, modifier) = (line.grammar.widen)(&line, at, free, &found.timex);
        mentions.push(Mention {
            span: line.span(first, found.end),
            rule: found.rule.name.to_owned(),
            strength: found.rule.strength,
            value: Timex { modifier: modifier.or(found.timex.modifier), ..found.timex },
        });
        at = found.end;
        free = at;
    }
}
