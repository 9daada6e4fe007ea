//! Dates counted from now, or from what was told before.

use super::values::{calendar, day_part, length_unit, offset, offset_at, part_of_day, small, stage, with};
use super::words::{DAY, FROM_NOW, FROM_TOLD, SAME, THE, THE_WEAK};
use crate::timex::Strength::{Fair, Strong};
use crate::timex::pattern::Pat::{Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Pat, Slot, daytime};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{From, LengthUnit, PartialDate, Reference, Step, TimeOfDay, TimexValue, YearPart};

/// What stands before a counted length without changing its days: "gut zwei Jahre später".
const ABOUT: &[&str] = &[
    "gut",
    "fast",
    "knapp",
    "rund",
    "etwa",
    "circa",
    "ca.",
    "ungefähr",
    "genau",
    "nur",
    "kaum",
    "über",
    "mehr",
    "als",
    "beinahe",
    "bereits",
    "schon",
    "noch",
    "gerade",
    "mal",
    "ziemlich",
    "bloß",
    "erst",
    "lediglich",
];
/// The same where it begins the expression.
const NEARLY: &[&str] = &[
    "gut",
    "fast",
    "knapp",
    "rund",
    "etwa",
    "circa",
    "ca.",
    "ungefähr",
    "genau",
    "nur",
    "kaum",
    "mehr",
    "beinahe",
];
const UNIT: &[Pat] = &[Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]])];
/// "ein halbes Jahr": half of one.
const HALF: &[Pat] = &[
    Word(&["ein", "einem", "einer", "eine", "einen"]),
    Word(&["halbe", "halben", "halber", "halbes"]),
    Bind(Slot::Number, 1),
    Take(Slot::Unit),
];
const LATER: &[&str] = &["später", "danach", "darauf", "hernach"];
const EARLIER: &[&str] = &["zuvor", "vorher", "davor", "früher"];
/// A year counted from now, in the genitive: "vorigen Jahres".
const OF_COUNTED_YEAR: &[Pat] = &[Any(&[
    &[Any(&[FROM_NOW]), Word(&["jahres", "jahrs"])],
    &[Word(&["des"]), Word(&["vorjahres", "vorjahrs"]), Bind(Slot::Sign, -1)],
    &[Word(&["letztes", "nächstes", "dieses"]), Word(&["jahr"]), Bind(Slot::Sign, 0)],
])];

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: super::today::RULE,
        pattern: &[Take(Slot::Today), Opt(&[Any(&[&[Take(Slot::Daytime)], &[Word(&["nacht"])]])])],
        norm: |b| {
            let time = b.get(Slot::Daytime).map(part_of_day);
            offset_at(Step::Unit(LengthUnit::Day), b.get(Slot::Today)?, From::Now, time)
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Sie kam gestern zurück.", "gestern", "2017-04-25"),
            ("Sie kommt morgen früh zurück.", "morgen früh", "2017-04-27TMO"),
            ("Sie kam gestern Abend zurück.", "gestern Abend", "2017-04-25TEV"),
            ("Sie kommt übermorgen zurück.", "übermorgen", "2017-04-28"),
        ],
        #[cfg(test)]
        rejects: &["Ihr Gestern war grau."],
    },
    Rule {
        name: "kommendes Wochenende",
        pattern: &[
            Opt(&[Word(THE_WEAK)]),
            Word(&["kommende", "kommenden", "kommendes", "nächstes", "nächste", "nächsten"]),
            Word(&["wochenende"]),
        ],
        // the one at the end of this week: "nächstes" for the one after it is rarer
        norm: |_| offset(Step::Weekend, 0, From::Now),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Am kommenden Wochenende wird gebaut.", "kommenden Wochenende", "2017-W17-WE")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "letzte Woche",
        pattern: &[Any(&[FROM_NOW]), Take(Slot::Unit)],
        norm: |b| counted_unit(b, From::Now),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("In der vergangenen Woche regnete es.", "der vergangenen Woche", "2017-W16"),
            ("Nächstes Jahr wird gebaut.", "Nächstes Jahr", "2018"),
            ("Im laufenden Monat wird gebaut.", "laufenden Monat", "2017-04"),
            ("In diesem Jahrhundert wird gebaut.", "diesem Jahrhundert", "20"),
        ],
        #[cfg(test)]
        rejects: &["In der letzten Minute fiel das Tor.", "Am letzten Tag fiel das Tor."],
    },
    Rule {
        name: "am folgenden Tag",
        pattern: &[
            Any(&[
                FROM_TOLD,
                &[Opt(&[Word(THE_WEAK)]), Word(&["nächsten", "nächster"]), Bind(Slot::Sign, 1)],
            ]),
            Any(&[&[Take(Slot::Unit)], &[Take(Slot::Daytime)]]),
        ],
        norm: |b| match b.get(Slot::Daytime) {
            Some(time) => {
                let time = Some(part_of_day(time));
                offset_at(Step::Unit(LengthUnit::Day), b.get(Slot::Sign)?, From::Told, time)
            }
            None => counted_unit(b, From::Told),
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Am folgenden Tag regnete es.", "folgenden Tag", "2017-04-27"),
            ("Am nächsten Morgen regnete es.", "nächsten Morgen", "2017-04-27TMO"),
            ("Im selben Jahr regnete es viel.", "selben Jahr", "2017"),
            ("Im darauffolgenden Monat regnete es.", "darauffolgenden Monat", "2017-05"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "letzten Freitag",
        pattern: &[
            Any(&[FROM_NOW, FROM_TOLD]),
            Any(&[
                &[Take(Slot::FullWeekday), Opt(&[Take(Slot::Daytime)])],
                &[Take(Slot::WeekdayPart)],
                &[Take(Slot::FullMonth)],
                &[Take(Slot::Season)],
            ]),
        ],
        norm: |b| {
            let sign = b.get(Slot::Sign)?.clamp(-1, 2);
            if let Some(both) = b.get(Slot::WeekdayPart) {
                let time = Some(part_of_day(both % 8));
                return offset_at(Step::Weekday(u8::try_from(both / 8).ok()?), sign, From::Now, time);
            }
            let step = small(b, Slot::FullWeekday)
                .map(Step::Weekday)
                .or_else(|| small(b, Slot::FullMonth).map(Step::Month))
                .or_else(|| small(b, Slot::Season).map(Step::Season))?;
            offset_at(step, sign, From::Now, b.get(Slot::Daytime).map(part_of_day))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Am vergangenen Freitag regnete es.", "vergangenen Freitag", "2017-04-21"),
            ("Nächsten Montag wird gebaut.", "Nächsten Montag", "2017-05-01"),
            ("Im vergangenen Dezember schneite es.", "vergangenen Dezember", "2016-12"),
            ("Diesen Sommer wird gebaut.", "Diesen Sommer", "2017-SU"),
            ("Am vergangenen Freitagabend regnete es.", "vergangenen Freitagabend", "2017-04-21TEV"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Monat vorigen Jahres",
        pattern: &[
            Opt(&[Word(THE_WEAK)]),
            Any(&[
                &[Opt(&[Any(&[DAY])]), Take(Slot::Month)],
                &[Take(Slot::Season)],
                &[Any(&[DAY]), Word(&["quartal", "quartals"])],
            ]),
            Any(&[OF_COUNTED_YEAR]),
        ],
        norm: |b| {
            let count = b.get(Slot::Sign)?;
            let day = small(b, Slot::DayDigits).or_else(|| small(b, Slot::Ordinal));
            let date = match (small(b, Slot::Month), small(b, Slot::Season), day) {
                (Some(month), _, day) => PartialDate { month: Some(month), day, ..PartialDate::default() },
                (None, Some(season), _) => {
                    PartialDate { part: Some(YearPart::Season(season)), ..PartialDate::default() }
                }
                (None, None, Some(quarter)) if quarter <= 4 => {
                    PartialDate { part: Some(YearPart::Quarter(quarter)), ..PartialDate::default() }
                }
                _ => return None,
            };
            offset(Step::InYear(date), count, From::Now)
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Im August vorigen Jahres brannte es.", "August vorigen Jahres", "2016-08"),
            ("Am 8. Mai dieses Jahres wird gefeiert.", "8. Mai dieses Jahres", "2017-05-08"),
            ("Im Herbst des vergangenen Jahres brannte es.", "Herbst des vergangenen Jahres", "2016-FA"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Monat desselben Jahres",
        pattern: &[
            Opt(&[Word(THE_WEAK)]),
            Any(&[&[Opt(&[Any(&[DAY])]), Take(Slot::Month)], &[Take(Slot::Season)]]),
            Any(&[
                &[Opt(&[Word(&["des"])]), Word(SAME), Word(&["jahres"])],
                &[Word(&["des"]), Word(&["jahres"])],
            ]),
        ],
        norm: |b| match small(b, Slot::Season) {
            Some(season) => super::values::part(b, YearPart::Season(season)),
            None => super::values::date(b),
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Am 3. Mai desselben Jahres brannte es.", "3. Mai desselben Jahres", "2017-05-03")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Vorjahr",
        pattern: &[
            Opt(&[Word(THE)]),
            Any(&[
                &[Word(&["heuer"]), Bind(Slot::Sign, 0), Bind(Slot::Units, LengthUnit::Year as i32)],
                &[
                    Word(&["vorjahr", "vorjahres", "vorjahrs"]),
                    Bind(Slot::Sign, -1),
                    Bind(Slot::Units, LengthUnit::Year as i32),
                ],
                &[
                    Word(&["diesjährige", "diesjährigen", "diesjähriger", "diesjähriges"]),
                    Bind(Slot::Sign, 0),
                    Bind(Slot::Units, LengthUnit::Year as i32),
                ],
                &[
                    Word(&[
                        "letztjährige",
                        "letztjährigen",
                        "letztjähriger",
                        "letztjähriges",
                        "vorjährige",
                        "vorjährigen",
                        "vorjähriger",
                        "vorjähriges",
                    ]),
                    Bind(Slot::Sign, -1),
                    Bind(Slot::Units, LengthUnit::Year as i32),
                ],
                &[
                    Word(&["vormonat", "vormonats"]),
                    Bind(Slot::Sign, -1),
                    Bind(Slot::Units, LengthUnit::Month as i32),
                ],
                &[Word(&["vorwoche"]), Bind(Slot::Sign, -1), Bind(Slot::Units, LengthUnit::Week as i32)],
            ]),
        ],
        norm: |b| {
            let unit = [LengthUnit::Week, LengthUnit::Month, LengthUnit::Year];
            let unit = unit.into_iter().find(|u| Some(*u as i32) == b.get(Slot::Units))?;
            offset(Step::Unit(unit), b.get(Slot::Sign)?, From::Now)
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Im Vorjahr waren es weniger.", "Vorjahr", "2016"),
            ("Sie wächst heuer wieder.", "heuer", "2017"),
            ("Es gab mehr als in der Vorwoche.", "der Vorwoche", "2017-W16"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Vortag",
        pattern: &[
            Opt(&[Word(THE)]),
            Any(&[
                &[Word(&["vortag", "vortages", "vortags"]), Bind(Slot::Sign, -1)],
                &[Word(&["vorabend", "vorabends"]), Bind(Slot::Sign, -1), Bind(Slot::Daytime, 4)],
                &[Word(&["folgetag", "folgetages", "folgetags"]), Bind(Slot::Sign, 1)],
                &[Word(&["tags"]), Word(&["darauf", "danach"]), Bind(Slot::Sign, 1)],
                &[Word(&["tags"]), Word(&["zuvor", "davor"]), Bind(Slot::Sign, -1)],
            ]),
        ],
        norm: |b| {
            let time = b.get(Slot::Daytime).map(|at| TimeOfDay::Part(day_part(daytime(at))));
            offset_at(Step::Unit(LengthUnit::Day), b.get(Slot::Sign)?, From::Told, time)
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Wie am Vortag regnete es.", "Vortag", "2017-04-25"),
            ("Tags darauf regnete es.", "Tags darauf", "2017-04-27"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Folgejahr",
        pattern: &[Opt(&[Word(THE)]), Word(&["folgejahr", "folgejahres", "folgejahrs"])],
        norm: |_| offset(Step::Unit(LengthUnit::Year), 1, From::Told),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Im Folgejahr regnete es.", "Folgejahr", "2018")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "am Tag darauf",
        pattern: &[
            Opt(&[Word(THE)]),
            Take(Slot::Unit),
            Any(&[&[Word(LATER), Bind(Slot::Sign, 1)], &[Word(EARLIER), Bind(Slot::Sign, -1)]]),
        ],
        norm: |b| counted_unit(b, From::Told),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Am Tag darauf regnete es.", "Tag darauf", "2017-04-27"),
            ("Im Jahr zuvor regnete es.", "Jahr zuvor", "2016"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "vor drei Jahren",
        pattern: &[
            Word(&["vor"]),
            Opt(&[Word(ABOUT), Opt(&[Word(ABOUT)])]),
            Any(&[&[Take(Slot::Number), Any(&[UNIT])], HALF]),
        ],
        norm: |b| counted(b, -1, From::Now),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Das Haus brannte vor drei Jahren ab.", "vor drei Jahren", "2014"),
            ("Das Haus brannte vor gut einer Woche ab.", "vor gut einer Woche", "2017-W16"),
            ("Das Haus brannte vor einem halben Jahr ab.", "vor einem halben Jahr", "2016-10"),
            ("Das Haus brannte vor 25 Jahren ab.", "vor 25 Jahren", "1992"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "vor einigen Jahren",
        pattern: &[
            Word(&["vor"]),
            Opt(&[Any(&[
                &[Take(Slot::Several)],
                &[Word(&["ein"]), Take(Slot::Several)],
                &[Word(&["langen", "langer"])],
            ])]),
            Take(Slot::Units),
        ],
        norm: |_| vague(Reference::Past),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("Das Haus brannte vor einigen Jahren ab.", "vor einigen Jahren", "PAST_REF"),
            ("Das Haus brannte vor Jahren ab.", "vor Jahren", "PAST_REF"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "drei Tage später",
        pattern: &[
            Opt(&[Word(NEARLY), Opt(&[Word(&["als"])])]),
            Any(&[&[Take(Slot::Number), Any(&[UNIT])], HALF]),
            Any(&[&[Word(LATER), Bind(Slot::Sign, 1)], &[Word(EARLIER), Bind(Slot::Sign, -1)]]),
        ],
        norm: |b| counted(b, b.get(Slot::Sign)?, From::Told),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Zwei Tage später regnete es.", "Zwei Tage später", "2017-04-28"),
            ("Ein Jahr zuvor regnete es.", "Ein Jahr zuvor", "2016"),
            ("Ein halbes Jahr später regnete es.", "Ein halbes Jahr später", "2017-10"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "wenige Tage später",
        pattern: &[
            Opt(&[Any(&[&[Take(Slot::Several)], &[Word(&["ein"]), Take(Slot::Several)]])]),
            Take(Slot::Units),
            Any(&[&[Word(LATER), Bind(Slot::Sign, 1)], &[Word(EARLIER), Bind(Slot::Sign, -1)]]),
        ],
        norm: |b| vague(if b.get(Slot::Sign)? > 0 { Reference::Future } else { Reference::Past }),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Wenige Tage später regnete es.", "Wenige Tage später", "FUTURE_REF"),
            ("Jahre später regnete es.", "Jahre später", "FUTURE_REF"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Anfang der Woche",
        pattern: &[
            Any(&[
                &[Word(&["anfang", "beginn", "anfangs"]), Bind(Slot::Sign, -1)],
                &[Word(&["mitte"]), Bind(Slot::Sign, 0)],
                &[Word(&["ende"]), Bind(Slot::Sign, 1)],
            ]),
            Word(&["der", "des"]),
            Take(Slot::Unit),
            Opt(&[Take(Slot::Year)]),
        ],
        norm: |b| {
            let unit = length_unit(b).filter(|unit| !below_a_week(*unit))?;
            let stage = b.get(Slot::Sign).map(stage);
            match (super::values::year(b), unit) {
                (Some(year), LengthUnit::Year) => with(super::values::years(year), stage),
                (Some(_), _) => None,
                (None, _) => with(offset(Step::Unit(unit), 0, From::Now), stage),
            }
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Anfang der Woche regnete es.", "Anfang der Woche", "2017-W17"),
            ("Zu Beginn des Jahres 1915 schneite es.", "Beginn des Jahres 1915", "1915"),
            ("Bis zum Ende des Jahres wird gebaut.", "Ende des Jahres", "2017"),
        ],
        #[cfg(test)]
        rejects: &["Am Ende der Minute fiel das Tor."],
    },
    Rule {
        name: "Jahresende",
        pattern: &[
            Opt(&[Word(THE)]),
            Any(&[
                &[
                    Word(&["jahresbeginn", "jahresanfang", "jahresbeginns", "jahresanfangs"]),
                    Bind(Slot::Sign, -1),
                    Bind(Slot::Units, LengthUnit::Year as i32),
                ],
                &[Word(&["jahresmitte"]), Bind(Slot::Sign, 0), Bind(Slot::Units, LengthUnit::Year as i32)],
                &[
                    Word(&["jahresende", "jahresendes", "jahresschluss"]),
                    Bind(Slot::Sign, 1),
                    Bind(Slot::Units, LengthUnit::Year as i32),
                ],
                &[
                    Word(&["monatsbeginn", "monatsanfang"]),
                    Bind(Slot::Sign, -1),
                    Bind(Slot::Units, LengthUnit::Month as i32),
                ],
                &[Word(&["monatsmitte"]), Bind(Slot::Sign, 0), Bind(Slot::Units, LengthUnit::Month as i32)],
                &[Word(&["monatsende"]), Bind(Slot::Sign, 1), Bind(Slot::Units, LengthUnit::Month as i32)],
                &[
                    Word(&["wochenbeginn", "wochenanfang"]),
                    Bind(Slot::Sign, -1),
                    Bind(Slot::Units, LengthUnit::Week as i32),
                ],
                &[Word(&["wochenmitte"]), Bind(Slot::Sign, 0), Bind(Slot::Units, LengthUnit::Week as i32)],
            ]),
            Opt(&[Take(Slot::Year)]),
        ],
        norm: |b| {
            let modifier = b.get(Slot::Sign).map(stage);
            let unit = [LengthUnit::Week, LengthUnit::Month, LengthUnit::Year];
            let unit = unit.into_iter().find(|u| Some(*u as i32) == b.get(Slot::Units))?;
            match super::values::year(b) {
                Some(year) if unit == LengthUnit::Year => with(super::values::years(year), modifier),
                Some(_) => None,
                None => with(offset(Step::Unit(unit), 0, From::Now), modifier),
            }
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Bis Jahresende wird gebaut.", "Jahresende", "2017"),
            ("Zum Jahresbeginn 1999 wurde gebaut.", "Jahresbeginn 1999", "1999"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Wochenende",
        pattern: &[Opt(&[Word(THE_WEAK)]), Word(&["wochenende", "wochenendes"])],
        norm: |_| offset(Step::Weekend, 0, From::Now),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("Am Wochenende wird getanzt.", "Wochenende", "2017-W17-WE")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "am gestrigen Tag",
        pattern: &[
            Opt(&[Word(THE_WEAK)]),
            Any(&[
                &[Word(&["gestrigen", "gestriger", "gestrige"]), Bind(Slot::Sign, -1)],
                &[Word(&["heutigen", "heutiger"]), Bind(Slot::Sign, 0)],
                &[Word(&["morgigen", "morgiger", "morgige"]), Bind(Slot::Sign, 1)],
            ]),
            Any(&[
                &[Word(&["tag", "tages"])],
                &[Take(Slot::Daytime)],
                &[Take(Slot::FullWeekday)],
                &[Take(Slot::WeekdayPart)],
            ]),
        ],
        norm: |b| {
            let part = b.get(Slot::Daytime).or_else(|| b.get(Slot::WeekdayPart).map(|both| both % 8));
            let time = part.map(part_of_day);
            offset_at(Step::Unit(LengthUnit::Day), b.get(Slot::Sign)?, From::Now, time)
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Am gestrigen Dienstag regnete es.", "gestrigen Dienstag", "2017-04-25"),
            ("Am morgigen Abend wird getanzt.", "morgigen Abend", "2017-04-27TEV"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "am Abend desselben Tages",
        pattern: &[
            Opt(&[Word(THE_WEAK)]),
            Take(Slot::Daytime),
            Any(&[
                &[Opt(&[Word(&["des"])]), Word(SAME), Word(&["tages"]), Bind(Slot::Sign, 0)],
                &[Word(&["dieses"]), Word(&["tages"]), Bind(Slot::Sign, 0)],
                &[Word(&["des"]), Word(&["folgenden", "nächsten"]), Word(&["tages"]), Bind(Slot::Sign, 1)],
                &[Word(&["des"]), Word(&["vortages", "vortags"]), Bind(Slot::Sign, -1)],
            ]),
        ],
        norm: |b| {
            let time = Some(part_of_day(b.get(Slot::Daytime)?));
            offset_at(Step::Unit(LengthUnit::Day), b.get(Slot::Sign)?, From::Told, time)
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Am Abend desselben Tages regnete es.", "Abend desselben Tages", "2017-04-26TEV")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "am Abend",
        pattern: &[
            Opt(&[Word(THE_WEAK)]),
            Opt(&[Any(&[
                &[Word(&["frühen", "zeitigen"]), Bind(Slot::Sign, -1)],
                &[Word(&["späten"]), Bind(Slot::Sign, 1)],
            ])]),
            Take(Slot::Daytime),
        ],
        norm: |b| {
            let time = Some(part_of_day(b.get(Slot::Daytime)?));
            with(calendar(PartialDate { time, ..PartialDate::default() }), b.get(Slot::Sign).map(stage))
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[("Am späten Abend regnete es.", "späten Abend", "2017-04-26TEV")],
        #[cfg(test)]
        rejects: &["Guten Abend zusammen.", "Die Mittag GmbH wächst."],
    },
    Rule {
        name: "der Tag",
        pattern: &[
            Word(&["dieser", "diesem", "diesen", "dieses", "jener", "jenem", "jenes", "jenen"]),
            Any(&[&[Word(&["tag", "tages"])], &[Take(Slot::Daytime)], &[Word(&["nacht"])]]),
        ],
        norm: |b| {
            let time = b.get(Slot::Daytime).map(part_of_day);
            offset_at(Step::Unit(LengthUnit::Day), 0, From::Told, time)
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[("An diesem Tag regnete es.", "diesem Tag", "2017-04-26")],
        #[cfg(test)]
        rejects: &[],
    },
];

/// The bound unit, as many away as [`Slot::Sign`] says.
fn counted_unit(b: &Bound, from: From) -> Option<Read> {
    let (sign, unit) = (b.get(Slot::Sign)?, length_unit(b)?);
    match unit {
        LengthUnit::Second | LengthUnit::Minute | LengthUnit::Hour => None,
        LengthUnit::Night => {
            let time = Some(part_of_day(crate::lexicon::Daytime::Night as i32));
            offset_at(Step::Unit(LengthUnit::Day), sign, from, time)
        }
        // "am letzten Tag" is the last of some, "am nächsten Tag" the one after what was told
        LengthUnit::Day if from == From::Now => None,
        LengthUnit::Weekend => offset(Step::Weekend, sign, from),
        _ => offset(Step::Unit(unit), sign, from),
    }
}

/// The bound number of units.
fn counted(b: &Bound, sign: i32, from: From) -> Option<Read> {
    let unit = length_unit(b)?;
    let doubled = b.get(Slot::Number)?;
    // "vor eineinhalb Jahren" is so many months ago
    let (unit, count) = match (unit, doubled % 2) {
        (LengthUnit::Year, 1) => (LengthUnit::Month, doubled.checked_mul(6)?),
        _ => (unit, doubled / 2),
    };
    offset(Step::Unit(unit), sign * count, from)
}

fn below_a_week(unit: LengthUnit) -> bool {
    matches!(
        unit,
        LengthUnit::Second | LengthUnit::Minute | LengthUnit::Hour | LengthUnit::Day | LengthUnit::Night
    )
}

fn vague(reference: Reference) -> Option<Read> {
    Read::date(TimexValue::Vague(reference))
}
