//! Dates of the calendar, with and without their year.

use super::values::{calendar, date, full, part, part_of_day, small, stage, with, year, years};
use super::words::{AFTER_CHRIST, BEFORE_CHRIST, DAY, OF_YEAR, THE, THE_WEAK, YEAR};
use crate::timex::Modifier;
use crate::timex::Strength::{Fair, Strong, Weak};
use crate::timex::pattern::Pat::{Ahead, Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Pat, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{PartialDate, Refusal, TimexValue, YearPart, Years};

/// "Montag, den".
const ON: &[Pat] = &[Take(Slot::Weekday), Opt(&[Word(&[","])]), Opt(&[Word(&["der", "den", "dem"])])];
/// The era behind a century or millennium.
const ERA: &[Pat] = &[Opt(&[Any(&[
    &[Any(&[BEFORE_CHRIST]), Bind(Slot::Sign, -1)],
    &[Any(&[AFTER_CHRIST]), Bind(Slot::Sign, 1)],
])])];
const QUARTER: &[&str] = &["quartal", "quartals", "quartales", "vierteljahr", "vierteljahres", "trimester"];
const HALF: &[&str] = &["halbjahr", "halbjahres", "halbjahrs", "jahreshälfte"];
const CENTURY: &[&str] = &[
    "jahrhundert",
    "jahrhunderts",
    "jahrhundertes",
    "jahrhunderte",
    "jahrhunderten",
    "jh.",
    "jh",
    "jhd.",
    "jhd",
    "jhs.",
    "jhdt.",
    "jhdt",
];

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "Tag Monat Jahr",
        pattern: &[
            Any(&[&[Any(&[ON])], &[Opt(&[Word(THE)])]]),
            Any(&[DAY]),
            Take(Slot::Month),
            Opt(&[Word(&[","])]),
            Any(&[OF_YEAR]),
        ],
        norm: date,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Die Brücke wurde am 3. März 2010 gesperrt.", "3. März 2010", "2010-03-03"),
            (
                "Man traf sich am Montag, dem 3. Mai 1999, im Rathaus.",
                "Montag, dem 3. Mai 1999",
                "1999-05-03",
            ),
            ("Der 31. Februar 1800 kommt im Brief vor.", "Der 31. Februar 1800", "1800-02"),
            (
                "Am dritten Oktober des Jahres 1990 war Feiertag.",
                "dritten Oktober des Jahres 1990",
                "1990-10-03",
            ),
        ],
        #[cfg(test)]
        rejects: &["Die 14 Männer gingen fort."],
    },
    Rule {
        name: "Tag Monat",
        pattern: &[Any(&[&[Any(&[ON])], &[Opt(&[Word(THE)])]]), Any(&[DAY]), Take(Slot::Month)],
        norm: date,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Die Brücke war ab dem 5. Mai offen.", "dem 5. Mai", "2017-05-05"),
            ("Sie kam am 20. Jänner zurück.", "20. Jänner", "2017-01-20"),
            ("Sie kam am ersten Mai zurück.", "ersten Mai", "2017-05-01"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Tag einer Reihe",
        pattern: &[
            Any(&[&[Any(&[ON])], &[Opt(&[Word(THE_WEAK)])]]),
            Take(Slot::DayDigits),
            Opt(&[Word(&["."])]),
        ],
        norm: date,
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("Am 3., 4. und 5. Mai war frei.", "3.", "2017-05-03"),
            ("Vom 12. bis zum 15. Mai war frei.", "12.", "2017-05-12"),
        ],
        #[cfg(test)]
        rejects: &["Er kam als 3. und 4. an."],
    },
    Rule {
        name: "Monat Jahr",
        pattern: &[Opt(&[Word(THE_WEAK)]), Take(Slot::Month), Opt(&[Word(&[","])]), Any(&[OF_YEAR])],
        norm: date,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Das Werk entstand im September 2013 in Bonn.", "September 2013", "2013-09"),
            ("Bis Dez. 1998 war alles fertig.", "Dez. 1998", "1998-12"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Monat",
        pattern: &[Opt(&[Word(THE_WEAK)]), Take(Slot::FullMonth)],
        norm: date,
        strength: Fair,
        #[cfg(test)]
        accepts: &[("Das Werk entstand im März in Bonn.", "März", "2017-03")],
        #[cfg(test)]
        rejects: &["August Bebel sprach.", "Frau Mai sprach.", "Das Café Mai schließt."],
    },
    Rule {
        name: "Datum in Ziffern",
        pattern: &[
            Opt(ON),
            Any(&[
                &[Take(Slot::DayDigits), Word(&["."]), Take(Slot::DayDigits), Word(&["."])],
                &[Take(Slot::DayDigits), Word(&["/"]), Take(Slot::DayDigits), Word(&["/"])],
            ]),
            Any(&[&[Take(Slot::Year)], &[Opt(&[Word(&["'", "’"])]), Take(Slot::AnyYear)]]),
        ],
        norm: |b| match (b.get(Slot::Year), b.get(Slot::AnyYear)) {
            (None, Some(short)) if short < 100 => in_digits(b, Years::Year(i16::try_from(full(short)).ok()?)),
            (None, _) => None,
            _ => date(b),
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Gestempelt 31.10.1989 in Bonn.", "31.10.1989", "1989-10-31"),
            ("Gestempelt am Freitag, 4.5.07 in Bonn.", "Freitag, 4.5.07", "2007-05-04"),
            ("Gestempelt 3. 10. 1990 in Bonn.", "3. 10. 1990", "1990-10-03"),
            ("Gestempelt 3.13.1990 in Bonn.", "3.13.1990", "XXXX-XX-XX"),
        ],
        #[cfg(test)]
        rejects: &["Das ist Abschnitt 1.2.3 davon."],
    },
    Rule {
        name: "Tag und Monat in Ziffern",
        pattern: &[
            Any(&[&[Any(&[ON])], &[Opt(&[Word(THE_WEAK)])]]),
            Take(Slot::DayDigits),
            Word(&["."]),
            Take(Slot::DayDigits),
            Word(&["."]),
        ],
        norm: |b| b.nth(Slot::DayDigits, 1).filter(|month| *month <= 12).and_then(|_| date(b)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("Sie kam am 3.5. zurück.", "3.5.", "2017-05-03")],
        #[cfg(test)]
        rejects: &["Es steht in 3.5. davon."],
    },
    Rule {
        name: "Jahr vor Christus",
        pattern: &[Opt(&[Opt(&[Word(THE)]), Word(YEAR)]), Take(Slot::AnyYear), Any(&[BEFORE_CHRIST])],
        norm: |b| years(Years::Year(i16::try_from(1 - b.get(Slot::AnyYear)?).ok()?)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Cäsar starb 44 v. Chr. in Rom.", "44 v. Chr.", "BC0044"),
            ("Cäsar starb im Jahr 44 vor Christus in Rom.", "Jahr 44 vor Christus", "BC0044"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Jahr vor einem Jahr vor Christus",
        pattern: &[
            Take(Slot::AnyYear),
            Ahead(&[Word(&["bis", "und", "-", "–", "/"]), Take(Slot::AnyYear), Any(&[BEFORE_CHRIST])]),
        ],
        norm: |b| {
            let (first, second) = (b.get(Slot::AnyYear)?, b.nth(Slot::AnyYear, 1)?);
            (first >= second).then(|| years(Years::Year(i16::try_from(1 - first).ok()?))).flatten()
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Von 264 bis 241 v. Chr. war Krieg.", "264", "BC0264")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Jahr nach Christus",
        pattern: &[Opt(&[Opt(&[Word(THE)]), Word(YEAR)]), Take(Slot::AnyYear), Any(&[AFTER_CHRIST])],
        norm: |b| years(year(b)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Rom brannte 64 n. Chr. tagelang.", "64 n. Chr.", "0064")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "im Jahr",
        pattern: &[
            Opt(&[Word(THE)]),
            Opt(&[Word(&["gesamte", "gesamten", "ganze", "ganzen"])]),
            Word(&[
                "jahr",
                "jahre",
                "jahres",
                "jahrgang",
                "gesamtjahr",
                "geschäftsjahr",
                "schuljahr",
                "kalenderjahr",
            ]),
            Take(Slot::AnyYear),
        ],
        norm: |b| b.get(Slot::AnyYear).filter(|y| *y > 31 && *y < 2200).and_then(|_| years(year(b)?)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Die Stadt fiel im Jahre 578 endgültig.", "Jahre 578", "0578"),
            ("Das Jahr 1848 veränderte vieles.", "Das Jahr 1848", "1848"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Jahr",
        pattern: &[Take(Slot::Year)],
        norm: |b| years(year(b)?),
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("Seit 2006 steht das Haus leer.", "2006", "2006"),
            ("1996 zog sie nach Köln.", "1996", "1996"),
        ],
        #[cfg(test)]
        rejects: &[
            "Das kostete 2000 Euro im Laden.",
            "Rund 1500 Soldaten kamen.",
            "Zimmer 1999 war leer.",
            "Die 1200 Meter lief er gern.",
        ],
    },
    Rule {
        name: "kurzes Jahr",
        pattern: &[Take(Slot::ShortYear)],
        norm: |b| years(year(b)?),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("Das war schon '68 so.", "'68", "1968")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Jahrzehnt",
        pattern: &[
            Opt(&[Word(&["der", "die", "den"])]),
            Opt(&[Word(&["frühen", "späten"])]),
            Take(Slot::Decade),
            Opt(&[Opt(&[Word(&["-"])]), Word(&["jahre", "jahren"])]),
        ],
        norm: |b| {
            let decade = b.get(Slot::Decade)?;
            years(if decade < 10 {
                Years::ShortDecade(u8::try_from(decade).ok()?)
            } else {
                Years::Decade(i16::try_from(decade).ok()?)
            })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Bahnen kamen in den 1840er Jahren auf.", "den 1840er Jahren", "184"),
            ("In den 90er-Jahren war das Mode.", "den 90er-Jahren", "199"),
            ("Das war Mode in den Achtzigern.", "den Achtzigern", "198"),
            ("Ende der zwanziger Jahre war das Mode.", "Ende der zwanziger Jahre", "192"),
        ],
        #[cfg(test)]
        rejects: &["Der Neunziger lag auf dem Tisch."],
    },
    Rule {
        name: "Jahrhundert",
        pattern: &[Opt(&[Word(THE)]), Any(&[DAY]), Word(CENTURY), Any(&[ERA])],
        norm: century,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Im 19. Jahrhundert stand dort ein Haus.", "19. Jahrhundert", "18"),
            ("Im 5. Jahrhundert v. Chr. fiel sie.", "5. Jahrhundert v. Chr.", "BC04"),
            ("Am Ende des sechsten Jahrhunderts fiel sie.", "Ende des sechsten Jahrhunderts", "05"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Jahrhundert einer Reihe",
        pattern: &[Opt(&[Word(THE_WEAK)]), Take(Slot::DayDigits), Word(&["."])],
        norm: century,
        strength: Fair,
        #[cfg(test)]
        accepts: &[("Im 18. und 19. Jahrhundert wuchs sie.", "18.", "17")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Hälfte des Jahrhunderts",
        pattern: &[
            Opt(&[Word(THE)]),
            Any(&[
                &[Word(&["erste", "ersten"]), Bind(Slot::Sign, -1)],
                &[Word(&["zweite", "zweiten"]), Bind(Slot::Sign, 1)],
            ]),
            Word(&["hälfte"]),
            Word(&["des"]),
            Any(&[DAY]),
            Word(CENTURY),
        ],
        norm: |b| {
            let number = b.get(Slot::DayDigits).or_else(|| b.nth(Slot::Ordinal, 0)).filter(|n| *n <= 30)?;
            let years = years(Years::Century(i16::try_from(number - 1).ok()?));
            with(years, b.get(Slot::Sign).map(stage))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[(
            "In der zweiten Hälfte des 17. Jahrhunderts wuchs sie.",
            "der zweiten Hälfte des 17. Jahrhunderts",
            "16",
        )],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Hälfte des Monats",
        pattern: &[
            Opt(&[Word(THE)]),
            Any(&[
                &[Word(&["erste", "ersten"]), Bind(Slot::Sign, -1)],
                &[Word(&["zweite", "zweiten"]), Bind(Slot::Sign, 1)],
            ]),
            Word(&["hälfte"]),
            Word(&["des"]),
            Opt(&[Word(&["monats"])]),
            Take(Slot::Month),
            Opt(&[Any(&[OF_YEAR])]),
        ],
        norm: |b| with(date(b), b.get(Slot::Sign).map(stage)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[(
            "In der ersten Hälfte des Juni 1916 regnete es.",
            "der ersten Hälfte des Juni 1916",
            "1916-06",
        )],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "bloßer Tag",
        pattern: &[
            Opt(&[Word(&["dem", "den"])]),
            Take(Slot::DayDigits),
            Word(&["."]),
            Opt(&[Word(&["des"]), Opt(&[Word(&["selben", "gleichen"])]), Word(&["monats"])]),
        ],
        norm: date,
        strength: Weak,
        #[cfg(test)]
        accepts: &[("Am 25. regnete es.", "25.", "2017-04-25")],
        #[cfg(test)]
        rejects: &["Er wurde am Ende 3. von zehn.", "Auf Platz 3. und so weiter."],
    },
    Rule {
        name: "Jahrtausend",
        pattern: &[
            Opt(&[Word(THE)]),
            Any(&[DAY]),
            Word(&["jahrtausend", "jahrtausends", "jahrtausendes"]),
            Any(&[ERA]),
        ],
        norm: |b| {
            let number = b.get(Slot::DayDigits).or_else(|| b.get(Slot::Ordinal)).filter(|n| *n <= 9)?;
            let number = i16::try_from(number).ok()?;
            years(match b.get(Slot::Sign) {
                Some(..0) => Years::MillenniumBefore(number),
                _ => Years::Millennium(number - 1),
            })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Das dritte Jahrtausend begann ruhig.", "Das dritte Jahrtausend", "2")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Quartal",
        pattern: &[Opt(&[Word(THE)]), Any(&[DAY]), Word(QUARTER), Opt(&[Any(&[OF_YEAR])])],
        norm: |b| {
            let number = small(b, Slot::DayDigits).or_else(|| small(b, Slot::Ordinal)).filter(|q| *q <= 4)?;
            part(b, YearPart::Quarter(number))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Im dritten Quartal 2010 fiel der Umsatz.", "dritten Quartal 2010", "2010-Q3"),
            ("Im 1. Quartal fiel der Umsatz.", "1. Quartal", "2017-Q1"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Halbjahr",
        pattern: &[
            Opt(&[Word(THE)]),
            Any(&[DAY]),
            Any(&[
                &[Word(HALF), Opt(&[Any(&[OF_YEAR])])],
                &[Word(&["hälfte"]), Word(&["des"]), Word(YEAR), Opt(&[Take(Slot::AnyYear)])],
                &[Word(&["hälfte"]), Take(Slot::Year)],
            ]),
        ],
        norm: |b| {
            let number = small(b, Slot::DayDigits).or_else(|| small(b, Slot::Ordinal)).filter(|h| *h <= 2)?;
            part(b, YearPart::Half(number))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Im ersten Halbjahr 2016 fiel der Umsatz.", "ersten Halbjahr 2016", "2016-H1"),
            ("In der zweiten Jahreshälfte steigt er.", "der zweiten Jahreshälfte", "2017-H2"),
            (
                "In der ersten Hälfte des Jahres 1944 fiel sie.",
                "der ersten Hälfte des Jahres 1944",
                "1944-H1",
            ),
        ],
        #[cfg(test)]
        rejects: &["Die zweite Hälfte des Brotes blieb."],
    },
    Rule {
        name: "Jahreszeit Jahr",
        pattern: &[
            Opt(&[Word(THE)]),
            Any(&[&[Take(Slot::Season)], EARLY_OR_LATE]),
            Any(&[OF_YEAR]),
            Opt(&[Word(&["/", "-", "–"]), Take(Slot::Number)]),
        ],
        norm: season,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Im Sommer 1979 riss das Seil.", "Sommer 1979", "1979-SU"),
            ("Im Winter 1942/43 fror der Fluss zu.", "Winter 1942/43", "1942-WI"),
            ("Im Spätherbst des Jahres 1812 schneite es.", "Spätherbst des Jahres 1812", "1812-FA"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Jahreszeit",
        pattern: &[Opt(&[Word(THE_WEAK)]), Any(&[&[Take(Slot::Season)], EARLY_OR_LATE])],
        norm: season,
        strength: Weak,
        #[cfg(test)]
        accepts: &[("Im Frühjahr soll gebaut werden.", "Frühjahr", "2017-SP")],
        #[cfg(test)]
        rejects: &["Herr Winter spricht.", "Anna Sommer spricht."],
    },
    Rule {
        name: "Wochentag",
        pattern: &[Opt(&[Word(THE_WEAK)]), Take(Slot::FullWeekday)],
        norm: date,
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("Die Sitzung war am Montag.", "Montag", "2017-04-24"),
            ("Die Sitzung beginnt am Freitag.", "Freitag", "2017-04-28"),
        ],
        #[cfg(test)]
        rejects: &["Herr Sonntag kam zu spät.", "Die Freitag GmbH wächst."],
    },
    Rule {
        name: "Wochentag und Tageszeit",
        pattern: &[
            Opt(&[Word(THE_WEAK)]),
            Any(&[&[Take(Slot::FullWeekday), Take(Slot::Daytime)], &[Take(Slot::WeekdayPart)]]),
        ],
        norm: |b| match b.get(Slot::WeekdayPart) {
            Some(both) => calendar(PartialDate {
                weekday: u8::try_from(both / 8).ok(),
                time: Some(part_of_day(both % 8)),
                ..PartialDate::default()
            }),
            None => date(b),
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Am Dienstagabend wurde getanzt.", "Dienstagabend", "2017-04-25TEV"),
            ("Am Dienstag vormittag wurde getanzt.", "Dienstag vormittag", "2017-04-25TMO"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Tageszeit eines Tages",
        pattern: &[
            Opt(&[Word(THE_WEAK)]),
            Opt(&[Any(&[
                &[Word(&["frühen", "zeitigen"]), Bind(Slot::Sign, -1)],
                &[Word(&["späten"]), Bind(Slot::Sign, 1)],
            ])]),
            Take(Slot::Daytime),
            Word(&["des", "vom"]),
            Opt(&[Take(Slot::Weekday), Opt(&[Word(&[","])])]),
            Any(&[DAY]),
            Take(Slot::Month),
            Opt(&[Any(&[OF_YEAR])]),
        ],
        norm: |b| with(date(b), b.get(Slot::Sign).map(stage)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Am Abend des 12. März 1933 brannte es.", "Abend des 12. März 1933", "1933-03-12TEV")],
        #[cfg(test)]
        rejects: &[],
    },
];

/// "Frühsommer", "Spätherbst": a season by its part.
const EARLY_OR_LATE: &[Pat] = &[Any(&[
    &[Word(&["vorfrühling"]), Bind(Slot::Season, 0), Bind(Slot::Sign, -1)],
    &[Word(&["frühsommer", "frühsommers"]), Bind(Slot::Season, 1), Bind(Slot::Sign, -1)],
    &[Word(&["hochsommer", "hochsommers"]), Bind(Slot::Season, 1), Bind(Slot::Sign, 0)],
    &[Word(&["spätsommer", "spätsommers"]), Bind(Slot::Season, 1), Bind(Slot::Sign, 1)],
    &[Word(&["frühherbst"]), Bind(Slot::Season, 2), Bind(Slot::Sign, -1)],
    &[Word(&["spätherbst", "spätherbstes"]), Bind(Slot::Season, 2), Bind(Slot::Sign, 1)],
    &[Word(&["spätwinter", "spätwinters"]), Bind(Slot::Season, 3), Bind(Slot::Sign, 1)],
])];

fn season(b: &Bound) -> Option<Read> {
    let short = b.get(Slot::Number).map(|doubled| doubled / 2);
    if let (Some(second), Some(first)) = (short, b.get(Slot::Year)) {
        // "Winter 1942/43": the next year or nothing of the kind
        if second != first + 1 && second != (first + 1) % 100 {
            return None;
        }
    }
    with(part(b, YearPart::Season(small(b, Slot::Season)?)), b.get(Slot::Sign).map(stage))
}

fn century(b: &Bound) -> Option<Read> {
    let number = b.get(Slot::DayDigits).or_else(|| b.get(Slot::Ordinal))?;
    let number = i16::try_from(number).ok().filter(|n| *n <= 90)?;
    years(match b.get(Slot::Sign) {
        Some(..0) => Years::CenturyBefore(number),
        _ if number <= 30 => Years::Century(number - 1),
        _ => return None,
    })
}

/// A date in digits with a year that is not bound in full.
fn in_digits(b: &Bound, year: Years) -> Option<Read> {
    let month = b.nth(Slot::DayDigits, 1).and_then(|m| u8::try_from(m).ok())?;
    if month > 12 {
        return Some(Read {
            kind: crate::timex::TimexKind::Date,
            value: TimexValue::Refused(Refusal::NoSuchMonth),
            modifier: None::<Modifier>,
        });
    }
    calendar(PartialDate {
        year: Some(year),
        month: Some(month),
        day: small(b, Slot::DayDigits),
        ..PartialDate::default()
    })
}
