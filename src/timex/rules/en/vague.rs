//! Past, present and future, unsaid when.

use crate::timex::Strength::{Fair, Weak};
use crate::timex::pattern::Pat::{Any, Opt, Take, Word};
use crate::timex::pattern::Slot;
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{Reference, TimexValue};

/// What the present moment is said to be.
const PRESSING: &[&str] =
    &["very", "critical", "crucial", "decisive", "difficult", "delicate", "historic", "particular"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "present",
        pattern: &[Any(&[
            &[Opt(&[Word(&["right"])]), Word(&["now"])],
            &[Word(&["currently", "nowadays", "current"])],
            &[Opt(&[Word(&["the"])]), Word(&["present"]), Opt(&[Word(&["time", "day"])])],
            &[Word(&["these"]), Word(&["days"])],
            &[Word(&["this"]), Word(&["time"])],
            &[Word(&["the"]), Word(&["moment"])],
            &[Word(&["this"]), Opt(&[Word(PRESSING)]), Word(&["moment"])],
            &[Word(&["the"]), Word(&["time"]), Word(&["being"])],
        ])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Present)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("They now live by the sea.", "now", "PRESENT_REF"),
            ("Nobody can leave at this critical moment.", "this critical moment", "PRESENT_REF"),
            ("It stays shut for the time being.", "the time being", "PRESENT_REF"),
        ],
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
            &[Word(&["someday"])],
            &[Word(&["some"]), Word(&["day"])],
            &[Word(&["as"]), Word(&["soon"]), Word(&["as"]), Word(&["possible"])],
            &[Word(&["a"]), Word(&["later", "future"]), Word(&["date", "time", "stage", "point"])],
            &[
                Word(&["future", "coming"]),
                Take(Slot::Units),
                Opt(&[Word(&["and", "or"]), Take(Slot::Units)]),
            ],
        ])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Future)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("They will soon leave the coast.", "soon", "FUTURE_REF"),
            ("It may help in the near future too.", "the near future", "FUTURE_REF"),
            ("They hope to return someday.", "someday", "FUTURE_REF"),
            ("They will one day return to it.", "one day", "FUTURE_REF"),
            ("They want it as soon as possible.", "as soon as possible", "FUTURE_REF"),
            ("The rest follows at a later date.", "a later date", "FUTURE_REF"),
            ("It cuts the tax in future years.", "future years", "FUTURE_REF"),
            ("They meet in coming days and weeks.", "coming days and weeks", "FUTURE_REF"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
];
