//! Lengths of time.

use super::values::{length_unit, unit_of};
use super::words::{AFTER, BEFORE, LAST, NEXT, THE};
use crate::timex::Strength::{Fair, Strong, Weak};
use crate::timex::pattern::Pat::{Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Pat, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{Length, LengthUnit, Reference, TimexKind, TimexValue};

/// Adjectives inside a length that change nothing.
const WHOLE: &[&str] = &[
    "ganze",
    "ganzen",
    "ganzer",
    "ganzes",
    "volle",
    "vollen",
    "volles",
    "lange",
    "langen",
    "langer",
    "langes",
    "weitere",
    "weiteren",
    "weiterer",
    "weiteres",
    "einzige",
    "einzigen",
    "einziger",
    "einziges",
    "knappe",
    "knappen",
    "knapper",
    "knappes",
    "gute",
    "guten",
    "guter",
    "gutes",
    "gesamte",
    "gesamten",
    "aufeinanderfolgenden",
    "aufeinanderfolgende",
    "kurze",
    "kurzen",
    "kurzer",
    "erste",
    "ersten",
    "komplette",
    "kompletten",
];
const UNIT: &[Pat] = &[Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]])];
const SEVERAL: &[Pat] = &[Any(&[&[Take(Slot::Several)], &[Word(&["ein"]), Word(&["paar"])]])];

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "Zahl und Einheit",
        pattern: &[
            Take(Slot::Number),
            Opt(&[Word(WHOLE)]),
            Any(&[UNIT]),
            Opt(&[Word(&["lang", "hindurch"])]),
        ],
        norm: counted,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Der Bau dauerte drei Jahre.", "drei Jahre", "P3Y"),
            ("Der Bau dauerte einen Monat.", "einen Monat", "P1M"),
            ("Der Bau dauerte 1,5 Jahre.", "1,5 Jahre", "P1.5Y"),
            ("Der Bau ruhte sieben Wochen lang.", "sieben Wochen lang", "P7W"),
            ("Der Bau dauerte zweieinhalb Stunden.", "zweieinhalb Stunden", "PT2.5H"),
            ("Der Bau dauerte ein knappes Jahr.", "ein knappes Jahr", "P1Y"),
        ],
        #[cfg(test)]
        rejects: &["Er ist 16 Jahre alt.", "Eines Tages kam er.", "Er gab 3 Euro."],
    },
    Rule {
        name: "zwei Jahre und drei Monate",
        pattern: &[Take(Slot::Number), Any(&[UNIT]), Word(&["und", ","]), Take(Slot::Number), Any(&[UNIT])],
        norm: |b| {
            let units: Vec<_> = b
                .values()
                .filter(|(slot, _)| matches!(slot, Slot::Unit | Slot::Units))
                .map(|(_, u)| u)
                .collect();
            let part = |n: usize| {
                let halves = u32::try_from(b.nth(Slot::Number, n)?).ok();
                Some(Length { halves, unit: unit_of(*units.get(n)?)? })
            };
            let (longer, shorter) = (part(0)?, part(1)?);
            let falls = units.first() > units.get(1);
            falls.then(|| Read::of(TimexKind::Duration, TimexValue::Compound(longer, shorter))).flatten()
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Die Haft dauerte zwei Jahre und drei Monate.", "zwei Jahre und drei Monate", "P2Y3M")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "die letzten zehn Jahre",
        pattern: &[
            Opt(&[Word(THE)]),
            Any(&[&[Word(LAST)], &[Word(NEXT)], &[Word(&["ersten", "erste", "folgenden"])]]),
            Any(&[&[Take(Slot::Number)], SEVERAL]),
            Any(&[UNIT]),
        ],
        norm: |b| if b.get(Slot::Number).is_some() { counted(b) } else { some(b) },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("In den vergangenen fünf Jahren wuchs es.", "den vergangenen fünf Jahren", "P5Y"),
            ("In den nächsten zwei Wochen wächst es.", "den nächsten zwei Wochen", "P2W"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "vergangene Jahre",
        pattern: &[
            Opt(&[Word(THE)]),
            Any(&[
                &[Word(LAST)],
                &[Word(BEFORE)],
                &[Word(AFTER)],
                &[Word(&["all"]), Word(&["diese", "die"])],
                &[Word(&["frühen", "ersten"])],
            ]),
            Take(Slot::Units),
        ],
        norm: some,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("In den vergangenen Jahren wuchs es.", "den vergangenen Jahren", "PXY"),
            ("In den folgenden Wochen wuchs es.", "den folgenden Wochen", "PXW"),
        ],
        #[cfg(test)]
        rejects: &["Die letzten Sekunden zählten."],
    },
    Rule {
        name: "kommende Jahre",
        pattern: &[Opt(&[Word(THE)]), Word(NEXT), Take(Slot::Units)],
        norm: |b| {
            length_unit(b).filter(|unit| *unit != LengthUnit::Second)?;
            Read::date(TimexValue::Vague(Reference::Future))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("In den kommenden Monaten wächst es.", "den kommenden Monaten", "FUTURE_REF")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "einige Jahre",
        pattern: &[Any(&[SEVERAL]), Opt(&[Word(WHOLE)]), Take(Slot::Units), Opt(&[Word(&["lang"])])],
        norm: some,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Der Bau dauerte mehrere Monate.", "mehrere Monate", "PXM"),
            ("Der Bau dauerte ein paar Tage.", "ein paar Tage", "PXD"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "halbes Jahr",
        pattern: &[
            Opt(&[Word(&["ein", "eine", "einem", "einer", "eines", "das", "die", "dem", "der"])]),
            Word(&["halbe", "halben", "halber", "halbes"]),
            Take(Slot::Unit),
        ],
        norm: |b| length(Some(1), length_unit(b)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Der Bau dauerte ein halbes Jahr.", "ein halbes Jahr", "P6M"),
            ("Der Bau dauerte eine halbe Stunde.", "eine halbe Stunde", "PT30M"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Viertelstunde",
        pattern: &[
            Opt(&[Word(&["eine", "einer", "die", "der"])]),
            Any(&[
                &[Word(&["viertelstunde"]), Bind(Slot::Sign, 15)],
                &[Word(&["dreiviertelstunde"]), Bind(Slot::Sign, 45)],
            ]),
            Opt(&[Word(&["lang"])]),
        ],
        norm: |b| length(Some(2 * u32::try_from(b.get(Slot::Sign)?).ok()?), LengthUnit::Minute),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Der Umzug stand eine Viertelstunde.", "eine Viertelstunde", "PT15M")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "dreitägig",
        pattern: &[Take(Slot::Length)],
        norm: |b| {
            let bound = b.get(Slot::Length)?;
            let number = u32::try_from(bound / 32).ok()?;
            length((number > 0).then_some(number), unit_of(bound)?)
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("Die dreitägige Reise begann.", "dreitägige", "P3D"),
            ("Nach jahrelangem Streit war Ruhe.", "jahrelangem", "PXY"),
            ("Die 14-tägige Reise begann.", "14-tägige", "P14D"),
            ("Die zweieinhalbstündige Rede begann.", "zweieinhalbstündige", "PT2.5H"),
        ],
        #[cfg(test)]
        rejects: &["Ein 18-Jähriger lief fort.", "Der 45-jährige Bäcker lief fort.", "Sie ist minderjährig."],
    },
    Rule {
        name: "35-Stunden-Woche",
        pattern: &[
            Take(Slot::Number),
            Word(&["-"]),
            Any(&[UNIT]),
            Word(&["-"]),
            Word(&["woche", "tag", "frist", "plan", "rhythmus", "rennen", "vertrag"]),
        ],
        norm: counted,
        strength: Fair,
        #[cfg(test)]
        accepts: &[("Die 35-Stunden-Woche kam spät.", "35-Stunden-Woche", "PT35H")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "den ganzen Tag",
        pattern: &[
            Word(&["den", "die", "das", "der", "dem"]),
            Word(&["ganze", "ganzen", "gesamte", "gesamten"]),
            Take(Slot::Unit),
            Opt(&[Word(&["lang", "über", "hindurch"])]),
        ],
        norm: |b| length(Some(2), length_unit(b)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Es regnete den ganzen Tag lang.", "den ganzen Tag lang", "P1D")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Jahre",
        pattern: &[Take(Slot::Units), Opt(&[Word(&["lang"])])],
        norm: |b| some(b).filter(|_| length_unit(b) != Some(LengthUnit::Quarter)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("Der Streit geht seit Jahren weiter.", "Jahren", "PXY"),
            ("Nach Monaten kam der Brief.", "Monaten", "PXM"),
        ],
        #[cfg(test)]
        rejects: &["Das waren die besten Jahre seines Lebens."],
    },
];

fn length(halves: Option<u32>, unit: LengthUnit) -> Option<Read> {
    Read::of(TimexKind::Duration, TimexValue::Duration(Length { halves, unit }))
}

fn counted(b: &Bound) -> Option<Read> {
    length(Some(u32::try_from(b.get(Slot::Number)?).ok()?), length_unit(b)?)
}

fn some(b: &Bound) -> Option<Read> {
    length(None, length_unit(b).filter(|unit| *unit != LengthUnit::Second)?)
}
