//! Feasts and named days. One row of [`DAYS`] a day: its words, and how it falls.

use super::values::{part, part_of_day, year};
use super::words::{DAY, OF_YEAR, THE};
use crate::timex::NamedDay::{self, Before, Easter, Fixed, Nth};
use crate::timex::Strength::Strong;
use crate::timex::pattern::Pat::{self, Any, Bind, OneOf, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{
    From, Length, LengthUnit, Offset, PartialDate, Recurrence, Step, TimexKind, TimexValue, YearPart,
};

const WEDNESDAY: u8 = 2;
const SUNDAY: u8 = 6;
const DASH: Pat = Word(&["-"]);
const MARIA: Pat = Word(&["mariä", "maria"]);
const ADVENT: Pat = Word(&["advent", "advents", "adventssonntag", "adventsonntag"]);
const CHRISTMAS: Pat = Word(&["weihnachtstag", "weihnachtsfeiertag"]);

/// The feasts of the churches' and the states' years where German is spoken.
const DAYS: &[(&[Pat], NamedDay)] = &[
    (&[Word(&["neujahr", "neujahrs", "neujahrstag"])], Fixed(1, 1)),
    (&[Word(&["dreikönigstag", "dreikönig", "epiphanias"])], Fixed(1, 6)),
    (&[Word(&["valentinstag"])], Fixed(2, 14)),
    (&[Word(&["weiberfastnacht", "altweiberfastnacht"])], Easter(-52)),
    (&[Word(&["rosenmontag"])], Easter(-48)),
    (&[Word(&["faschingsdienstag", "fastnachtsdienstag"])], Easter(-47)),
    (&[Word(&["aschermittwoch"])], Easter(-46)),
    (&[Word(&["weltfrauentag", "frauentag"])], Fixed(3, 8)),
    (&[Word(&["josefstag", "josefitag", "josephstag"])], Fixed(3, 19)),
    (&[Word(&["palmsonntag"])], Easter(-7)),
    (&[Word(&["gründonnerstag"])], Easter(-3)),
    (&[Word(&["karfreitag"])], Easter(-2)),
    (&[Word(&["karsamstag", "ostersamstag"])], Easter(-1)),
    (&[Word(&["ostersonntag", "ostern", "osterfest"])], Easter(0)),
    (&[Word(&["ostermontag"])], Easter(1)),
    (&[Word(&["walpurgisnacht"])], Fixed(4, 30)),
    (&[Word(&["maifeiertag"])], Fixed(5, 1)),
    (&[Word(&["muttertag"])], Nth(5, 2, SUNDAY)),
    (&[Word(&["himmelfahrtstag", "vatertag"])], Easter(39)),
    (&[Word(&["pfingstsonntag", "pfingsten", "pfingstfest"])], Easter(49)),
    (&[Word(&["pfingstmontag"])], Easter(50)),
    (&[Word(&["fronleichnam", "fronleichnamstag"])], Easter(60)),
    (&[Word(&["johannistag", "sonnwendtag"])], Fixed(6, 24)),
    (&[Word(&["erntedankfest", "erntedank", "erntedanksonntag"])], Nth(10, 1, SUNDAY)),
    (&[Word(&["reformationstag"])], Fixed(10, 31)),
    (&[Word(&["allerheiligen"])], Fixed(11, 1)),
    (&[Word(&["allerseelen"])], Fixed(11, 2)),
    (&[Word(&["martinstag"])], Fixed(11, 11)),
    (&[Word(&["volkstrauertag"])], Before(12, 25, 6, SUNDAY)),
    (&[Word(&["totensonntag", "ewigkeitssonntag"])], Before(12, 25, 5, SUNDAY)),
    (&[Word(&["nikolaustag"])], Fixed(12, 6)),
    (&[Word(&["heiligabend", "heiligabends", "weihnachtsabend"])], Fixed(12, 24)),
    (&[Word(&["weihnachten", "weihnacht", "weihnachtstag", "weihnachtsfest", "christtag"])], Fixed(12, 25)),
    (&[Word(&["stephanstag", "stefanstag", "stephanitag"])], Fixed(12, 26)),
    (&[Word(&["silvester", "silvesterabend", "silvesternacht", "sylvester"])], Fixed(12, 31)),
    (&[Word(&["heilige", "heiligen"]), Word(&["drei"]), Word(&["könige", "königen"])], Fixed(1, 6)),
    (&[MARIA, Word(&["lichtmess", "lichtmeß"])], Fixed(2, 2)),
    (&[Word(&["weißer", "weißen", "weiße"]), Word(&["sonntag"])], Easter(7)),
    (&[Word(&["tag", "tages"]), Word(&["der"]), Word(&["arbeit"])], Fixed(5, 1)),
    (&[Word(&["christi"]), Word(&["himmelfahrt"])], Easter(39)),
    (&[Word(&["herz"]), DASH, Word(&["jesu"]), DASH, Word(&["sonntag"])], Easter(70)),
    (&[Word(&["peter"]), Word(&["und"]), Word(&["paul"])], Fixed(6, 29)),
    (&[MARIA, Word(&["himmelfahrt"])], Fixed(8, 15)),
    (&[Word(&["tag", "tages"]), Word(&["der"]), Word(&["deutschen"]), Word(&["einheit"])], Fixed(10, 3)),
    (&[Word(&["buß"]), DASH, Word(&["und"]), Word(&["bettag"])], Before(11, 23, 1, WEDNESDAY)),
    (&[MARIA, Word(&["empfängnis"])], Fixed(12, 8)),
    (&[Word(&["heiliger", "heiligen", "heilige"]), Word(&["abend"])], Fixed(12, 24)),
];

/// The words alone, as patterns are laid out.
const NAMES: [&[Pat]; DAYS.len()] = {
    let mut names: [&[Pat]; DAYS.len()] = [&[]; DAYS.len()];
    let mut row = 0;
    while row < DAYS.len() {
        names[row] = DAYS[row].0;
        row += 1;
    }
    names
};
const NAMED: Pat = OneOf(Slot::Named, &NAMES);

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "Feiertag",
        pattern: &[Opt(&[Word(THE)]), NAMED, Opt(&[Any(&[OF_YEAR])]), Opt(&[Take(Slot::Daytime)])],
        norm: |b| {
            let time = b.get(Slot::Daytime).map(part_of_day);
            let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
            let part = Some(YearPart::Holiday(named(b)?));
            Read::of(
                kind,
                TimexValue::Calendar(PartialDate { year: year(b), part, time, ..PartialDate::default() }),
            )
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("An Neujahr 2017 schneite es.", "Neujahr 2017", "2017-01-01"),
            ("Am Rosenmontag 2017 regnete es.", "Rosenmontag 2017", "2017-02-27"),
            ("Am Gründonnerstag 2017 regnete es.", "Gründonnerstag 2017", "2017-04-13"),
            ("An Karfreitag 1998 regnete es.", "Karfreitag 1998", "1998-04-10"),
            ("Zu Ostern 1916 regnete es.", "Ostern 1916", "1916-04-23"),
            ("Am Weißen Sonntag 1999 schneite es.", "Weißen Sonntag 1999", "1999-04-11"),
            ("Am Tag der Arbeit 1999 regnete es.", "Tag der Arbeit 1999", "1999-05-01"),
            ("An Christi Himmelfahrt 1999 regnete es.", "Christi Himmelfahrt 1999", "1999-05-13"),
            ("Zu Pfingsten 2017 regnet es.", "Pfingsten 2017", "2017-06-04"),
            ("An Mariä Himmelfahrt 1999 regnete es.", "Mariä Himmelfahrt 1999", "1999-08-15"),
            ("Am Tag der Deutschen Einheit 1999 regnete es.", "Tag der Deutschen Einheit 1999", "1999-10-03"),
            ("Am Buß- und Bettag 1999 regnete es.", "Buß- und Bettag 1999", "1999-11-17"),
            ("Am Volkstrauertag 2016 schneite es.", "Volkstrauertag 2016", "2016-11-13"),
            ("Am Heiligen Abend 1999 schneite es.", "Heiligen Abend 1999", "1999-12-24"),
            ("Sie trafen sich zu Weihnachten im Graben.", "Weihnachten", "2016-12-25"),
        ],
        #[cfg(test)]
        rejects: &["Die Osterinsel ist weit.", "Das Fest der Liebe ist weit."],
    },
    Rule {
        name: "zweiter Feiertag",
        pattern: &[
            Opt(&[Word(THE)]),
            Any(&[DAY]),
            Any(&[&[ADVENT, Bind(Slot::Sign, 0)], &[CHRISTMAS, Bind(Slot::Sign, 1)]]),
            Opt(&[Any(&[OF_YEAR])]),
        ],
        norm: |b| {
            let number =
                b.get(Slot::DayDigits).or_else(|| b.get(Slot::Ordinal)).and_then(|n| i8::try_from(n).ok())?;
            let day = match (b.get(Slot::Sign)?, number) {
                (0, 1..=4) => Before(12, 25, 5 - number, SUNDAY),
                (1, 1..=2) => Fixed(12, 24 + number),
                _ => return None,
            };
            part(b, YearPart::Holiday(day))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Am ersten Advent 1999 schneite es.", "ersten Advent 1999", "1999-11-28"),
            ("Am 2. Weihnachtstag 1999 schneite es.", "2. Weihnachtstag 1999", "1999-12-26"),
        ],
        #[cfg(test)]
        rejects: &["Der fünfte Advent kommt nie."],
    },
    Rule {
        name: "letzter Feiertag",
        pattern: &[
            Any(&[
                &[Word(&["letzte", "letzten", "letztes", "vergangene", "vergangenen"]), Bind(Slot::Sign, -1)],
                &[Word(&["nächste", "nächsten", "nächstes", "kommende", "kommenden"]), Bind(Slot::Sign, 1)],
                &[Word(&["diese", "diesen", "dieses", "diesem"]), Bind(Slot::Sign, 0)],
            ]),
            NAMED,
        ],
        norm: |b| {
            let offset = Offset {
                step: Step::Named(named(b)?),
                count: b.get(Slot::Sign),
                from: From::Now,
                time: None,
            };
            Read::date(TimexValue::Relative(offset))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Letztes Weihnachten schneite es.", "Letztes Weihnachten", "2016-12-25"),
            ("Nächste Ostern sind wir fort.", "Nächste Ostern", "2018-04-01"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "jeder Feiertag",
        pattern: &[Word(&["jede", "jeden", "jeder", "jedes", "jedem", "alle"]), NAMED],
        norm: |b| {
            let recurrence = match named(b)? {
                Fixed(month, day) => Recurrence::Date(month as u8, day as u8),
                _ => Recurrence::Every(Length { halves: Some(2), unit: LengthUnit::Year }),
            };
            Read::of(TimexKind::Set, TimexValue::Set(recurrence))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Sie kommt jedes Weihnachten wieder.", "jedes Weihnachten", "XXXX-12-25")],
        #[cfg(test)]
        rejects: &[],
    },
];

/// The day that a name is bound to.
fn named(b: &Bound) -> Option<NamedDay> {
    let row = usize::try_from(b.get(Slot::Named)?).ok()?;
    DAYS.get(row).map(|(_, falls)| *falls)
}
