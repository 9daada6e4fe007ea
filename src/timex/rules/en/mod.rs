//! English.

mod age;
mod calendar;
mod chat;
mod company;
mod compound;
mod course;
mod daytime;
mod dual;
mod era;
mod holiday;
mod length;
pub(in crate::timex) mod message;
mod nonsense;
mod nth;
mod period;
pub(in crate::timex) mod posting;
mod qualifier;
mod relative;
mod republican;
mod set;
mod slots;
mod tale;
pub(crate) mod tense;
mod vague;
mod year;

use super::index::Index;
use super::{Grammar, Rule, Slots, code, stamp};
use crate::document::words::Words;
use crate::lexicon::en::LEXICON;
use crate::timex::order::Customs;
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
    ascribing: Words::of(&[&[
        "said",
        "says",
        "told",
        "tells",
        "added",
        "adds",
        "announced",
        "reported",
        "stated",
    ]]),
    hindsight: &["had", "having"],
    customs: CUSTOMS,
    review: |_, _| {},
    joins: Joins {
        through: &["to", "until", "till", "til", "through", "thru"],
        and: &["and", "or", "&"],
        between: &["between"],
        passed: &["the", "in", "on", "about", "around", "early", "late", "mid"],
        hour: &["at", "about", "around", "towards"],
    },
    tense: tense::around,
};

/// Spelling, money, company forms, clocks and countries; words that both sides use are left out.
const CUSTOMS: Customs = Customs {
    day_first: &[
        "£",
        "€",
        "p.",
        "Rs",
        "UK",
        "U.K.",
        "Britain",
        "British",
        "England",
        "English",
        "Scotland",
        "Scottish",
        "Wales",
        "Welsh",
        "Ireland",
        "Irish",
        "London",
        "Dublin",
        "Edinburgh",
        "Australia",
        "Australian",
        "Sydney",
        "Melbourne",
        "Zealand",
        "India",
        "Indian",
        "Delhi",
        "Mumbai",
        "Europe",
        "European",
        "Brussels",
        "Paris",
        "Berlin",
        "GMT",
        "BST",
        "CET",
        "CEST",
        "IST",
        "Ltd",
        "Ltd.",
        "plc",
        "PLC",
        "GmbH",
        "colour",
        "colours",
        "favour",
        "favourite",
        "labour",
        "Labour",
        "centre",
        "Centre",
        "theatre",
        "honour",
        "behaviour",
        "neighbour",
        "neighbours",
        "metre",
        "metres",
        "kilometre",
        "kilometres",
        "litre",
        "litres",
        "tonne",
        "tonnes",
        "programme",
        "cheque",
        "licence",
        "defence",
        "grey",
        "travelled",
        "travelling",
        "cancelled",
        "organised",
        "realised",
        "organisation",
        "whilst",
        "fortnight",
        "postcode",
    ],
    month_first: &[
        "$",
        "US",
        "U.S.",
        "USA",
        "U.S.A.",
        "America",
        "American",
        "Americans",
        "Washington",
        "California",
        "Texas",
        "Florida",
        "Ohio",
        "Illinois",
        "Chicago",
        "Boston",
        "Philadelphia",
        "Pennsylvania",
        "Michigan",
        "Virginia",
        "Calif.",
        "Fla.",
        "Ill.",
        "Mass.",
        "Pa.",
        "Va.",
        "Inc.",
        "Inc",
        "Corp.",
        "EST",
        "EDT",
        "CST",
        "CDT",
        "MST",
        "MDT",
        "PST",
        "PDT",
        "color",
        "colors",
        "favor",
        "favorite",
        "labor",
        "Labor",
        "center",
        "Center",
        "theater",
        "honor",
        "behavior",
        "neighbor",
        "neighbors",
        "meter",
        "meters",
        "kilometer",
        "kilometers",
        "liter",
        "liters",
        "defense",
        "gray",
        "traveled",
        "traveling",
        "canceled",
        "organized",
        "realized",
        "zip",
    ],
};

static INDEX: Index = Index::of(&LEXICON, &[message::RULES, posting::RULES], FAMILIES);

/// Every rule, a table a family.
const FAMILIES: &[&[Rule]] = &[
    stamp::RULES,
    code::RULES,
    daytime::RULES,
    era::RULES,
    dual::RULES,
    republican::RULES,
    calendar::RULES,
    nth::RULES,
    compound::RULES,
    period::RULES,
    course::RULES,
    relative::RULES,
    set::RULES,
    length::RULES,
    holiday::RULES,
    vague::RULES,
    nonsense::RULES,
    tale::RULES,
];
