//! What the user decided about tellings: that two are one event, or that they are not. Every step can be undone.

use super::DocumentId;
use crate::span::Span;
use std::collections::BTreeMap;

/// Names a telling by its words, which stay when a document is read anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) document: DocumentId,
    pub(super) clause: Span,
}

/// Two tellings, the smaller first.
type Pair = (Key, Key);

/// Decisions about pairs of tellings, over what the engine finds.
#[derive(Debug, Clone, Default)]
pub(super) struct Verdicts {
    /// Whether the two are one event; both orders of a pair stand here.
    pairs: BTreeMap<Pair, bool>,
    undo: Vec<(Pair, Option<bool>)>,
}

impl Verdicts {
    pub(super) fn decide(&mut self, a: Key, b: Key, same: bool) {
        let before = self.pairs.get(&(a, b)).copied();
        if a == b || before == Some(same) {
            return;
        }
        self.undo.push(((a, b), before));
        self.set(a, b, Some(same));
    }

    /// Takes the last decision back and names its pair.
    pub(super) fn undo(&mut self) -> Option<Pair> {
        let ((a, b), before) = self.undo.pop()?;
        self.set(a, b, before);
        Some((a, b))
    }

    fn set(&mut self, a: Key, b: Key, verdict: Option<bool>) {
        for pair in [(a, b), (b, a)] {
            match verdict {
                Some(same) => self.pairs.insert(pair, same),
                None => self.pairs.remove(&pair),
            };
        }
    }

    /// Those that are one event with this one.
    pub(super) fn same_as(&self, key: Key) -> impl Iterator<Item = Key> + '_ {
        let least =
            Key { document: DocumentId { file: super::FileId(0), document: 0 }, clause: Span::default() };
        let of_key = self.pairs.range((key, least)..).take_while(move |((a, _), _)| *a == key);
        of_key.filter(|(_, same)| **same).map(|((_, b), _)| *b)
    }

    /// Whether the two are decided not to be one event.
    pub(super) fn apart(&self, a: Key, b: Key) -> bool {
        self.pairs.get(&(a, b)) == Some(&false)
    }
}
