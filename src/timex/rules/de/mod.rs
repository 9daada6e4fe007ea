//! German.

mod calendar;
mod clock;
mod company;
mod company_words;
mod holiday;
mod length;
mod qualifier;
mod relative;
mod set;
mod slots;
mod tale;
mod tense;
mod today;
mod vague;
mod values;
mod words;

use super::index::Index;
use super::{Grammar, Rule, Slots, code, stamp};
use crate::document::words::Words;
use crate::lexicon::de::LEXICON;
use crate::timex::order::Customs;
use crate::timex::range::Joins;

/// German.
pub(super) static GRAMMAR: Grammar = Grammar {
    lexicon: &LEXICON,
    index: &INDEX,
    slots: Slots {
        month: slots::month,
        weekday: slots::weekday,
        number: slots::number,
        ordinal: slots::ordinal,
        decade: slots::decade,
        glued: |lexicon, word, digits| !lexicon.readings(&word[digits..]).is_empty(),
        clock: slots::clock,
        length: slots::length,
    },
    settle: company::settle,
    widen: qualifier::widen,
    tales: tale::RULES,
    ascribing: Words::of(&[ASCRIBING]),
    review: today::review,
    hindsight: &["hatte", "hatten"],
    customs: Customs { day_first: &["der", "die", "das", "und"], month_first: &[] },
    joins: Joins {
        through: &["bis", "auf"],
        and: &["und", "oder", "sowie"],
        between: &["zwischen"],
        passed: &["zum", "zur", "dem", "der", "den", "am", "im", "etwa", "anfang", "mitte", "ende", "."],
        hour: &["um", "gegen"],
    },
    tense: tense::around,
};

/// What a report ascribes with; "so" and "laut" stand before whom it ascribes to.
#[rustfmt::skip]
const ASCRIBING: &[&str] = &[
    "sagte", "sagten", "sagt", "erklärte", "erklärten", "erklärt", "teilte", "teilten", "mitteilte", "mitteilten",
    "berichtete", "berichteten", "berichtet", "betonte", "betont", "meinte", "meint", "kündigte", "forderte",
    "kritisierte", "warnte", "heißt", "zufolge", "laut", "bestätigte",
];

static INDEX: Index = Index::of(&LEXICON, &[], FAMILIES);

/// Every rule, a table a family.
const FAMILIES: &[&[Rule]] = &[
    stamp::RULES,
    code::RULES,
    calendar::RULES,
    relative::RULES,
    clock::RULES,
    length::RULES,
    set::RULES,
    holiday::RULES,
    vague::RULES,
];
