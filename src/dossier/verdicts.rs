//! What the user decided about tellings: that two are one event, or that they are not. The decisions themselves are
//! kept in [`Corrections`](super::Corrections), where every step can be undone; here they are laid out to be asked.

use super::DocumentId;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Names a telling by its words, which stay when a document is read anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TellingKey {
    /// The document.
    pub document: DocumentId,
    /// The words that tell it.
    pub clause: Span,
}

/// A decision about two tellings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TellingChoice {
    /// One telling, the smaller.
    pub one: TellingKey,
    /// The other.
    pub two: TellingKey,
    /// Whether both tell one event.
    pub same: bool,
}

impl TellingChoice {
    /// A decision; none where both are the same words.
    pub(super) fn new(a: TellingKey, b: TellingKey, same: bool) -> Option<Self> {
        (a != b).then(|| Self { one: a.min(b), two: a.max(b), same })
    }
}

/// Decisions about pairs of tellings, over what the engine finds.
#[derive(Debug, Clone, Default)]
pub(super) struct Verdicts {
    /// Whether the two are one event; both orders of a pair stand here.
    pairs: BTreeMap<(TellingKey, TellingKey), bool>,
}

impl Verdicts {
    /// Puts these decisions in the place of all earlier ones; the tellings of which something else is decided now.
    pub(super) fn replace(&mut self, choices: &[TellingChoice]) -> Vec<TellingKey> {
        let both = |c: &TellingChoice| [((c.one, c.two), c.same), ((c.two, c.one), c.same)];
        let pairs: BTreeMap<_, bool> = choices.iter().flat_map(both).collect();
        let differs = |one: &BTreeMap<_, bool>, two: &BTreeMap<_, bool>| {
            let of_one = one.iter().filter(|(pair, same)| two.get(*pair) != Some(*same));
            of_one.map(|((key, _), _): (&(TellingKey, TellingKey), _)| *key).collect::<Vec<_>>()
        };
        let mut changed = differs(&pairs, &self.pairs);
        changed.extend(differs(&self.pairs, &pairs));
        self.pairs = pairs;
        changed
    }

    /// Those that are one event with this one.
    pub(super) fn same_as(&self, key: TellingKey) -> impl Iterator<Item = TellingKey> + '_ {
        let least = TellingKey {
            document: DocumentId { file: super::FileId(0), document: 0 },
            clause: Span::default(),
        };
        let of_key = self.pairs.range((key, least)..).take_while(move |((a, _), _)| *a == key);
        of_key.filter(|(_, same)| **same).map(|((_, b), _)| *b)
    }

    /// Whether the two are decided not to be one event.
    pub(super) fn apart(&self, a: TellingKey, b: TellingKey) -> bool {
        self.pairs.get(&(a, b)) == Some(&false)
    }
}
