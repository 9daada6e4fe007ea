//! English.

mod calendar;
mod chat;
mod company;
mod compound;
mod course;
mod daytime;
mod era;
mod holiday;
mod length;
pub(in crate::timex) mod message;
mod period;
mod qualifier;
mod relative;
mod set;
mod slots;

mod tale;
mod tense;
mod vague;

use super::index::Index;
use super::{Grammar, Rule, Slots, stamp};
use crate::lexicon::en::LEXICON;
use crate::timex::range::Joins;

/// English.
pub(super) static GRAMMAR: Grammar = Grammar {
    lexicon: &LEXICON,
    index: &INDEX,
    slots: Slots {
        month: slots::month,
        weekday: slots::weekday,
        number: slots::number,
        ordinal: slots::ordinal,
        decade: slots::decade,
        glued: slots::glued,
        clock: slots::clock,
        length: |_, _| None,
    },
    settle: company::settle,
    widen: qualifier::widen,
    tales: tale::RULES,
    ascribing: &["said", "says", "told", "tells", "added", "adds", "announced", "reported", "stated"],
    joins: Joins {
        through: &["to", "until", "till", "til", "through", "thru"],
        and: &["and", "or", "&"],
        between: &["between"],
        passed: &["the", "in", "on", "about", "around", "early", "late", "mid"],
    },
    tense: tense::around,
};

static INDEX: Index = Index::of(message::RULES, FAMILIES);

/// Every rule, a table a family.
const FAMILIES: &[&[Rule]] = &[
    stamp::RULES,
    daytime::RULES,
    era::RULES,
    calendar::RULES,
    compound::RULES,
    period::RULES,
    course::RULES,
    relative::RULES,
    length::RULES,
    set::RULES,
    holiday::RULES,
    vague::RULES,
    tale::RULES,
];
