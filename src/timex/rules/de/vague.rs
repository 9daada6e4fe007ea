//! Past, present and future, unsaid when.

use super::words::THE;
use crate::timex::Strength::{Fair, Weak};
use crate::timex::pattern::Pat::{Any, Opt, Word};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{Reference, TimexValue};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "jetzt",
        pattern: &[Any(&[
            &[Word(&[
                "jetzt",
                "nun",
                "derzeit",
                "zurzeit",
                "heutzutage",
                "gegenwärtig",
                "momentan",
                "augenblicklich",
                "nunmehr",
                "heutig",
                "heutige",
                "heutigen",
                "heutiger",
                "heutiges",
                "heutigem",
                "jetzige",
                "jetzigen",
                "jetziger",
                "jetziges",
                "derzeitige",
                "derzeitigen",
                "derzeitiger",
                "derzeitiges",
                "gegenwärtige",
                "gegenwärtigen",
                "gegenwärtiger",
            ])],
            &[Word(&["zur"]), Word(&["zeit", "stunde"])],
            &[Word(&["im"]), Word(&["moment", "augenblick"])],
            &[Opt(&[Word(THE)]), Word(&["gegenwart"])],
            &[Word(&["dieser", "diesen"]), Word(&["tage", "tagen"])],
        ])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Present)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("Sie lebt jetzt am Meer.", "jetzt", "PRESENT_REF"),
            ("Sie lebt zur Zeit am Meer.", "zur Zeit", "PRESENT_REF"),
            ("Dieser Tage erscheint ein Buch.", "Dieser Tage", "PRESENT_REF"),
        ],
        #[cfg(test)]
        rejects: &["Zur Zeit der Römer war hier Wald."],
    },
    Rule {
        name: "früher",
        pattern: &[Any(&[
            &[Word(&[
                "früher",
                "damals",
                "einst",
                "kürzlich",
                "neulich",
                "unlängst",
                "jüngst",
                "seinerzeit",
                "ehedem",
                "ehemals",
                "damalig",
                "damalige",
                "damaligen",
                "damaliger",
                "damaliges",
                "einstmals",
                "vormals",
            ])],
            &[
                Word(&["vor"]),
                Word(&["kurzem", "langem", "längerem", "einiger", "langer"]),
                Opt(&[Word(&["zeit"])]),
            ],
            &[
                Opt(&[Word(THE)]),
                Opt(&[Word(&["jüngste", "jüngsten", "jüngster"])]),
                Word(&["vergangenheit"]),
            ],
            &[Opt(&[Word(&["in"])]), Word(&["letzter", "jüngster", "früherer"]), Word(&["zeit"])],
            &[Opt(&[Word(THE)]), Word(&["vergangenen", "letzten"]), Word(&["zeit"])],
            &[Word(&["früheren", "vergangenen", "alten"]), Word(&["zeiten"])],
            &[Word(&["früherer", "vergangener"]), Word(&["zeiten", "tage", "jahre"])],
            &[Word(&["dieser", "jener"]), Word(&["zeit"])],
            &[Word(&["in"]), Word(&["jenen"]), Word(&["tagen", "jahren"])],
        ])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Past)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("Sie lebte damals am Meer.", "damals", "PAST_REF"),
            ("Sie zog vor kurzem ans Meer.", "vor kurzem", "PAST_REF"),
            ("In der Vergangenheit war das anders.", "der Vergangenheit", "PAST_REF"),
        ],
        #[cfg(test)]
        rejects: &["Sie kam früher als ihr Bruder.", "Er stand früher auf als sie."],
    },
    Rule {
        name: "bald",
        pattern: &[Any(&[
            &[Word(&["bald", "demnächst", "künftig", "zukünftig", "fortan"])],
            &[
                Opt(&[Word(THE)]),
                Opt(&[Word(&["nahe", "naher", "nahen", "nächster", "absehbarer"])]),
                Word(&["zukunft"]),
            ],
            &[Word(&["in"]), Word(&["kürze", "bälde"])],
            &[Word(&["in"]), Word(&["absehbarer", "nächster"]), Word(&["zeit"])],
        ])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Future)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("Sie zieht bald ans Meer.", "bald", "FUTURE_REF"),
            ("Das mag in naher Zukunft helfen.", "naher Zukunft", "FUTURE_REF"),
        ],
        #[cfg(test)]
        rejects: &["So bald wie möglich gehen wir."],
    },
];
