//! German.

mod calendar;
mod slots;

use super::index::Index;
use super::{Grammar, Rule, Slots, Tense, Widened, stamp};
use crate::lexicon::de::LEXICON;
use crate::timex::range::Joins;

/// German.
pub(super) static GRAMMAR: Grammar = Grammar {
    lexicon: &LEXICON,
    index: &INDEX,
    slots: Slots {
        month: slots::month,
        weekday: slots::weekday,
        number: slots::number,
        ordinal: |_, _| None,
        decade: |_, _| None,
        glued: |lexicon, word, digits| !lexicon.readings(&word[digits..]).is_empty(),
        clock: |_, _| None,
    },
    settle: |_, _, found| Some(found),
    widen: |_, tokens, _, _| Widened { tokens, modifier: None },
    tales: &[],
    ascribing: &[
        "sagte",
        "sagten",
        "sagt",
        "erklärte",
        "erklärten",
        "teilte",
        "teilten",
        "berichtete",
        "berichteten",
        "betonte",
    ],
    joins: Joins {
        through: &["bis"],
        and: &["und", "oder"],
        between: &["zwischen"],
        passed: &["zum", "zur", "dem", "der", "den", "am", "im", "etwa", "anfang", "mitte", "ende"],
    },
    tense: |_, _, _| Tense::Unsaid,
};

static INDEX: Index = Index::of(&[], FAMILIES);

/// Every rule, a table a family.
const FAMILIES: &[&[Rule]] = &[stamp::RULES, calendar::RULES];
