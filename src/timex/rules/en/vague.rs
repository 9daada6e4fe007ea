//! Past, present and future, unsaid when.

use crate::timex::Strength::{Fair, Weak};
use crate::timex::pattern::Pat::{Any, Opt, Word};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{Reference, TimexValue};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "present",
        pattern: &[Any(&[
            &[Word(&["now", "currently", "nowadays", "current"])],
            &[Opt(&[Word(&["the"])]), Word(&["present"]), Opt(&[Word(&["time", "day"])])],
            &[Word(&["these"]), Word(&["days"])],
            &[Word(&["this"]), Word(&["time"])],
            &[Word(&["the"]), Word(&["moment"])],
        ])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Present)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("They now live by the sea.", "now", "PRESENT_REF")],
        #[cfg(test)]
        rejects: &["They present a report.", "All were present there."],
    },
    Rule {
        name: "past",
        pattern: &[Any(&[
            &[Word(&["recently"])],
            &[Word(&["the"]), Opt(&[Word(&["recent", "distant"])]), Word(&["past"])],
            &[Opt(&[Word(&["the"])]), Word(&["recent"]), Word(&["past"])],
            &[Word(&["recent"])],
        ])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Past)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("They recently left the coast.", "recently", "PAST_REF")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "future",
        pattern: &[Any(&[
            &[Word(&["soon"])],
            &[Word(&["the"]), Opt(&[Word(&["near", "foreseeable", "distant"])]), Word(&["future"])],
            &[Word(&["near", "foreseeable"]), Word(&["future"])],
            &[Word(&["the"]), Word(&["near", "short"]), Word(&["term"])],
        ])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Future)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("They will soon leave the coast.", "soon", "FUTURE_REF"),
            ("It may help in the near future too.", "the near future", "FUTURE_REF"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
];
