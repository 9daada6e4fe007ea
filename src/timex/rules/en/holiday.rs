//! Feasts and named days. One row of [`DAYS`] a day: its words, and how it falls.

use super::calendar::part_of_day;
use super::era::{self, bound_year};
use crate::document::Shape;
use crate::timex::NamedDay::{
    self, AfterNth, Before, Diwali, Easter, Fixed, Hanukkah, Islamic, LunarNewYear, Nth, OrthodoxEaster,
    Passover, RoshHashanah,
};
use crate::timex::Strength::Strong;
use crate::timex::pattern::Pat::{self, Any, Bind, OneOf, Opt, Take, Word};
use crate::timex::pattern::{Bound, Line, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{
    From, Length, LengthUnit, Offset, PartialDate, Recurrence, Step, TimexKind, TimexValue, YearPart,
};

const DAY: Pat = Word(&["day"]);
const EVE: Pat = Word(&["eve"]);
const SAINT: Pat = Word(&["st.", "st", "saint"]);
const OF: Pat = Opt(&[Word(&["'s", "’s", "'", "’"])]);
const THE: Pat = Opt(&[Word(&["the"])]);
const MONDAY: u8 = 0;
const THURSDAY: u8 = 3;
const SUNDAY: u8 = 6;

/// Where names differ between countries the oldest or the widest use stands.
const DAYS: &[(&[Pat], NamedDay)] = &[
    // the turn of the year
    (&[Word(&["new"]), Word(&["year"]), OF, DAY], Fixed(1, 1)),
    (&[Word(&["new"]), Word(&["years"]), OF, DAY], Fixed(1, 1)),
    (&[Word(&["new"]), Word(&["year", "years"]), OF, EVE], Fixed(12, 31)),
    (&[Word(&["new"]), Word(&["year"]), Word(&["'s", "’s"])], Fixed(1, 1)),
    (&[Word(&["hogmanay"])], Fixed(12, 31)),
    (&[Word(&["twelfth"]), Word(&["night"])], Fixed(1, 5)),
    (&[Word(&["twelfth"]), DAY], Fixed(1, 6)),
    (&[Word(&["epiphany"])], Fixed(1, 6)),
    (&[Word(&["candlemas"]), Opt(&[DAY])], Fixed(2, 2)),
    (&[Word(&["groundhog"]), DAY], Fixed(2, 2)),
    (&[Opt(&[SAINT]), Word(&["valentine", "valentines"]), OF, DAY], Fixed(2, 14)),
    (&[Word(&["burns"]), Word(&["night"])], Fixed(1, 25)),
    // saints and marks of the church's year
    (&[SAINT, Word(&["david", "davids"]), OF, DAY], Fixed(3, 1)),
    (&[SAINT, Word(&["patrick", "patricks", "paddy"]), OF, DAY], Fixed(3, 17)),
    (&[SAINT, Word(&["george", "georges"]), OF, DAY], Fixed(4, 23)),
    (&[SAINT, Word(&["andrew", "andrews"]), OF, DAY], Fixed(11, 30)),
    (&[SAINT, Word(&["nicholas"]), OF, DAY], Fixed(12, 6)),
    (&[SAINT, Word(&["stephen", "stephens"]), OF, DAY], Fixed(12, 26)),
    (&[SAINT, Word(&["john", "johns"]), OF, EVE], Fixed(6, 23)),
    (&[SAINT, Word(&["john", "johns"]), OF, DAY], Fixed(6, 24)),
    (&[SAINT, Word(&["peter", "peters"]), OF, DAY], Fixed(6, 29)),
    (&[SAINT, Word(&["swithin", "swithun"]), OF, DAY], Fixed(7, 15)),
    (&[SAINT, Word(&["james"]), OF, DAY], Fixed(7, 25)),
    (&[SAINT, Word(&["bartholomew", "bartholomews"]), OF, DAY], Fixed(8, 24)),
    (&[SAINT, Word(&["crispin", "crispins"]), OF, DAY], Fixed(10, 25)),
    (&[SAINT, Word(&["michael", "michaels"]), OF, DAY], Fixed(9, 29)),
    (&[SAINT, Word(&["martin", "martins"]), OF, DAY], Fixed(11, 11)),
    (&[SAINT, Word(&["lucy", "lucys"]), OF, DAY], Fixed(12, 13)),
    (&[SAINT, Word(&["thomas"]), OF, DAY], Fixed(12, 21)),
    (&[Word(&["holy"]), Word(&["innocents"]), OF, DAY], Fixed(12, 28)),
    (&[Word(&["childermas"])], Fixed(12, 28)),
    (&[Word(&["lady"]), Opt(&[Word(&["-"])]), DAY], Fixed(3, 25)),
    (&[Word(&["walpurgis"]), Word(&["night"])], Fixed(4, 30)),
    (&[Word(&["midsummer"])], Fixed(6, 24)),
    (&[Word(&["midsummer"]), OF, DAY], Fixed(6, 24)),
    (&[Word(&["midsummer"]), OF, EVE], Fixed(6, 23)),
    (&[Word(&["lammas"]), Opt(&[DAY])], Fixed(8, 1)),
    (&[Word(&["assumption"]), DAY], Fixed(8, 15)),
    (&[Word(&["assumption"]), Word(&["of"]), Word(&["the"]), Word(&["virgin"])], Fixed(8, 15)),
    (&[Word(&["michaelmas"]), Opt(&[DAY])], Fixed(9, 29)),
    (&[Word(&["halloween", "hallowe'en"])], Fixed(10, 31)),
    (&[Word(&["all"]), Word(&["hallows", "hallow"]), OF, EVE], Fixed(10, 31)),
    (&[Word(&["reformation"]), DAY], Fixed(10, 31)),
    (&[Word(&["all"]), Opt(&[Word(&["-"])]), Word(&["saints"]), OF, DAY], Fixed(11, 1)),
    (&[Word(&["all"]), Opt(&[Word(&["-"])]), Word(&["souls"]), OF, DAY], Fixed(11, 2)),
    (&[Word(&["martinmas"]), Opt(&[DAY])], Fixed(11, 11)),
    (&[Word(&["hallowmas"])], Fixed(11, 1)),
    (&[Word(&["christmas", "xmas"]), Opt(&[DAY])], Fixed(12, 25)),
    (&[Word(&["christmas", "xmas"]), EVE], Fixed(12, 24)),
    (&[Word(&["boxing"]), DAY], Fixed(12, 26)),
    (&[Word(&["advent"]), Word(&["sunday"])], Before(12, 25, 4, SUNDAY)),
    // around Easter
    (&[Word(&["shrove"]), Word(&["tuesday"])], Easter(-47)),
    (&[Word(&["mardi"]), Word(&["gras"])], Easter(-47)),
    (&[Word(&["pancake"]), DAY], Easter(-47)),
    (&[Word(&["ash"]), Word(&["wednesday"])], Easter(-46)),
    (&[Word(&["mothering"]), Word(&["sunday"])], Easter(-21)),
    (&[Word(&["palm"]), Word(&["sunday"])], Easter(-7)),
    (&[Word(&["maundy", "holy"]), Word(&["thursday"])], Easter(-3)),
    (&[Word(&["good"]), Word(&["friday"])], Easter(-2)),
    (&[Word(&["holy"]), Word(&["saturday"])], Easter(-1)),
    (&[Word(&["easter"]), Opt(&[Word(&["sunday", "day"])])], Easter(0)),
    (&[Word(&["easter"]), Word(&["saturday", "eve"])], Easter(-1)),
    (&[Word(&["easter"]), Word(&["monday"])], Easter(1)),
    (&[Word(&["low"]), Word(&["sunday"])], Easter(7)),
    (&[Word(&["ascension"]), Word(&["day", "thursday"])], Easter(39)),
    (&[Any(&[&[Word(&["pentecost"])], &[Word(&["whit", "whitsun"]), Word(&["sunday"])]])], Easter(49)),
    (&[Word(&["whitsun", "whitsunday", "whitsuntide"])], Easter(49)),
    (&[Word(&["whit"]), Word(&["monday"])], Easter(50)),
    (&[Word(&["trinity"]), Word(&["sunday"])], Easter(56)),
    (&[Word(&["corpus"]), Word(&["christi"]), DAY], Easter(60)),
    (&[Word(&["orthodox"]), Word(&["easter"])], OrthodoxEaster(0)),
    (&[Word(&["orthodox"]), Word(&["christmas"])], Fixed(1, 7)),
    // other calendars
    (&[Word(&["rosh"]), Word(&["hashanah", "hashana"])], RoshHashanah(0)),
    (&[Word(&["yom"]), Word(&["kippur"])], RoshHashanah(9)),
    (&[Word(&["sukkot"])], RoshHashanah(14)),
    (&[Word(&["simchat"]), Word(&["torah"])], RoshHashanah(22)),
    (&[Word(&["hanukkah", "chanukah", "hanukah"])], Hanukkah),
    (&[Word(&["purim"])], Passover(-30)),
    (&[Word(&["passover"])], Passover(0)),
    (&[Word(&["shavuot"])], Passover(50)),
    (&[Word(&["eid"]), Word(&["al-fitr", "ul-fitr"])], Islamic(10, 1)),
    (&[Word(&["eid"]), Word(&["al", "ul"]), Word(&["-"]), Word(&["fitr"])], Islamic(10, 1)),
    (&[Word(&["eid"]), Word(&["al-adha", "ul-adha"])], Islamic(12, 10)),
    (&[Word(&["eid"]), Word(&["al", "ul"]), Word(&["-"]), Word(&["adha"])], Islamic(12, 10)),
    (&[Word(&["ashura"])], Islamic(1, 10)),
    (&[Word(&["nowruz", "norouz"])], Fixed(3, 21)),
    (&[Word(&["chinese", "lunar"]), Word(&["new"]), Word(&["year"]), OF, Opt(&[DAY])], LunarNewYear),
    (&[Word(&["diwali", "deepavali"])], Diwali),
    // the United States
    (
        &[
            Any(&[
                &[
                    Word(&["martin"]),
                    Word(&["luther"]),
                    Word(&["king"]),
                    Opt(&[Word(&[","])]),
                    Opt(&[Word(&["jr."])]),
                ],
                &[Word(&["mlk"])],
            ]),
            OF,
            DAY,
        ],
        Nth(1, 3, MONDAY),
    ),
    (&[Word(&["inauguration"]), DAY], Fixed(1, 20)),
    (&[Word(&["super"]), Word(&["bowl"]), Word(&["sunday"])], Nth(2, 1, SUNDAY)),
    (&[Word(&["presidents", "president"]), OF, DAY], Nth(2, 3, MONDAY)),
    (&[Word(&["patriots", "patriot"]), OF, DAY], Nth(4, 3, MONDAY)),
    (&[Word(&["tax"]), DAY], Fixed(4, 15)),
    (&[Word(&["arbor"]), DAY], Nth(4, -1, 4)),
    (&[Word(&["cinco"]), Word(&["de"]), Word(&["mayo"])], Fixed(5, 5)),
    (&[Word(&["mother", "mothers"]), OF, DAY], Nth(5, 2, SUNDAY)),
    (&[Word(&["memorial"]), DAY], Nth(5, -1, MONDAY)),
    (&[Word(&["flag"]), DAY], Fixed(6, 14)),
    (&[Word(&["juneteenth"])], Fixed(6, 19)),
    (&[Word(&["father", "fathers"]), OF, DAY], Nth(6, 3, SUNDAY)),
    (&[Word(&["independence"]), DAY], Fixed(7, 4)),
    (&[THE, Word(&["fourth", "4th"]), Word(&["of"]), Word(&["july"])], Fixed(7, 4)),
    (&[Word(&["labor"]), DAY], Nth(9, 1, MONDAY)),
    (&[Word(&["columbus"]), DAY], Nth(10, 2, MONDAY)),
    (&[Word(&["election"]), DAY], AfterNth(11, 1, MONDAY, 1)),
    (&[Word(&["veterans", "veteran"]), OF, DAY], Fixed(11, 11)),
    (&[Word(&["thanksgiving"]), Opt(&[DAY])], Nth(11, 4, THURSDAY)),
    (&[Word(&["black"]), Word(&["friday"])], AfterNth(11, 4, THURSDAY, 1)),
    (&[Word(&["small"]), Word(&["business"]), Word(&["saturday"])], AfterNth(11, 4, THURSDAY, 2)),
    (&[Word(&["cyber"]), Word(&["monday"])], AfterNth(11, 4, THURSDAY, 4)),
    // elsewhere
    (&[Word(&["australia"]), DAY], Fixed(1, 26)),
    (&[Word(&["waitangi"]), DAY], Fixed(2, 6)),
    (&[Word(&["anzac"]), DAY], Fixed(4, 25)),
    (&[Word(&["may"]), DAY], Fixed(5, 1)),
    (&[Word(&["labour"]), DAY], Fixed(5, 1)),
    (&[Word(&["victoria"]), DAY], Before(5, 25, 1, MONDAY)),
    (&[Word(&["canada"]), DAY], Fixed(7, 1)),
    (&[Word(&["bastille"]), DAY], Fixed(7, 14)),
    (&[Word(&["guy"]), Word(&["fawkes"]), Word(&["night", "day"])], Fixed(11, 5)),
    (&[Word(&["bonfire"]), Word(&["night"])], Fixed(11, 5)),
    (&[Word(&["armistice", "remembrance"]), DAY], Fixed(11, 11)),
    (&[Word(&["remembrance"]), Word(&["sunday"])], Nth(11, 2, SUNDAY)),
    (&[Word(&["v"]), Word(&["-"]), Word(&["e"]), DAY], Fixed(5, 8)),
    (&[Word(&["ve"]), DAY], Fixed(5, 8)),
    (&[Word(&["v"]), Word(&["-"]), Word(&["j"]), DAY], Fixed(8, 15)),
    (&[Word(&["vj"]), DAY], Fixed(8, 15)),
    // the world over
    (&[Word(&["april"]), Word(&["fools", "fool"]), OF, DAY], Fixed(4, 1)),
    (&[Word(&["earth"]), DAY], Fixed(4, 22)),
    (&[Word(&["international"]), Word(&["women", "womens"]), OF, DAY], Fixed(3, 8)),
    (&[Word(&["international"]), Word(&["workers"]), OF, DAY], Fixed(5, 1)),
    (&[Word(&["world"]), Word(&["aids"]), DAY], Fixed(12, 1)),
    (&[Word(&["human"]), Word(&["rights"]), DAY], Fixed(12, 10)),
    (&[THE, Word(&["ides"]), Word(&["of"]), Word(&["march"])], Fixed(3, 15)),
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
const YEAR: Pat = Opt(&[Opt(&[Word(&[",", "in", "of"])]), Any(era::YEAR)]);
const LAST_THIS_NEXT: Pat = Any(&[
    &[Word(&["last"]), Bind(Slot::Sign, -1)],
    &[Opt(&[Word(&["this", "the"])]), Word(&["past"]), Bind(Slot::Sign, -1)],
    &[Opt(&[Word(&["this", "the"])]), Word(&["coming", "next"]), Bind(Slot::Sign, 1)],
    &[Word(&["this"]), Bind(Slot::Sign, 0)],
]);

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "named day",
        pattern: &[NAMED, YEAR, Opt(&[Take(Slot::Daytime)])],
        norm: |b| {
            let time = b.get(Slot::Daytime).and_then(part_of_day);
            let date = PartialDate { time, ..in_year(b, YearPart::Holiday(named(b)?)) };
            let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
            Read::of(kind, TimexValue::Calendar(date))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They met at Christmas in the trench.", "Christmas", "2016-12-25"),
            ("On Christmas Eve 1914 it froze.", "Christmas Eve 1914", "1914-12-24"),
            ("On Christmas morning it snowed.", "Christmas morning", "2016-12-25TMO"),
            ("On New Year's Day it snowed.", "New Year's Day", "2017-01-01"),
            ("On New Year's Eve 1999 all held.", "New Year's Eve 1999", "1999-12-31"),
            ("On Easter Sunday 1916 it was planned.", "Easter Sunday 1916", "1916-04-23"),
            ("On Good Friday 1998 they signed.", "Good Friday 1998", "1998-04-10"),
            ("On Easter Monday 1916 it began.", "Easter Monday 1916", "1916-04-24"),
            ("On Palm Sunday 1461 they fought.", "Palm Sunday 1461", "1461-03-29"),
            ("On Ash Wednesday 1983 it burned.", "Ash Wednesday 1983", "1983-02-16"),
            ("On Mardi Gras 2017 it rained.", "Mardi Gras 2017", "2017-02-28"),
            ("On Ascension Day 2017 we rest.", "Ascension Day 2017", "2017-05-25"),
            ("On Whit Sunday 2017 we rest.", "Whit Sunday 2017", "2017-06-04"),
            ("On Maundy Thursday 2017 coins were given.", "Maundy Thursday 2017", "2017-04-13"),
            ("On Halloween 2016 it was dark.", "Halloween 2016", "2016-10-31"),
            ("On All Saints' Day 1755 Lisbon shook.", "All Saints' Day 1755", "1755-11-01"),
            ("On Thanksgiving Day 2016 they ate.", "Thanksgiving Day 2016", "2016-11-24"),
            ("On Valentine's Day 1929 seven died.", "Valentine's Day 1929", "1929-02-14"),
            ("On St. Patrick's Day 1995 it rained.", "St. Patrick's Day 1995", "1995-03-17"),
            ("On Labor Day 2016 shops closed.", "Labor Day 2016", "2016-09-05"),
            ("On Memorial Day 2016 flags flew.", "Memorial Day 2016", "2016-05-30"),
            ("On Election Day 2016 it was mild.", "Election Day 2016", "2016-11-08"),
            ("On Black Friday 2016 they queued.", "Black Friday 2016", "2016-11-25"),
            ("On Armistice Day 1919 all stood.", "Armistice Day 1919", "1919-11-11"),
            ("On the Fourth of July 1976 ships came.", "the Fourth of July 1976", "1976-07-04"),
            ("On Bastille Day 2016 a lorry came.", "Bastille Day 2016", "2016-07-14"),
            ("On Boxing Day 2004 the sea rose.", "Boxing Day 2004", "2004-12-26"),
            ("On Martin Luther King Day 2017 they marched.", "Martin Luther King Day 2017", "2017-01-16"),
            ("On Columbus Day 2016 banks shut.", "Columbus Day 2016", "2016-10-10"),
            ("On May Day 2016 they marched.", "May Day 2016", "2016-05-01"),
            ("Rent was due at Michaelmas 1381 again.", "Michaelmas 1381", "1381-09-29"),
            ("By Midsummer Day 1381 it was over.", "Midsummer Day 1381", "1381-06-24"),
            ("On April Fools' Day 1957 spaghetti grew.", "April Fools' Day 1957", "1957-04-01"),
            ("They took the house till Midsummer for little.", "Midsummer", "2016-06-24"),
            ("On Lady-Day 1751 the rent was due.", "Lady-Day 1751", "1751-03-25"),
            ("On VE Day 1945 they danced.", "VE Day 1945", "1945-05-08"),
            ("On V-J Day 1945 they danced.", "V-J Day 1945", "1945-08-15"),
            ("On St. Martin's Day 1444 it froze.", "St. Martin's Day 1444", "1444-11-11"),
            ("On Yom Kippur 1973 sirens rang.", "Yom Kippur 1973", "1973-10-06"),
        ],
        #[cfg(test)]
        rejects: &[
            "Easter Island is far.",
            "They hid Easter eggs.",
            "It is a flag day of sorts.",
            "The Midsummer Night play was sold out.",
        ],
    },
    Rule {
        name: "last named day",
        pattern: &[LAST_THIS_NEXT, NAMED, Opt(&[Take(Slot::Daytime)])],
        norm: |b| relative(b, Step::Named(named(b)?)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They met last Thanksgiving too.", "last Thanksgiving", "2016-11-24"),
            ("They will meet next Easter too.", "next Easter", "2018-04-01"),
            ("They will meet this Christmas too.", "this Christmas", "2017-12-25"),
            ("They met this past New Year's Eve too.", "this past New Year's Eve", "2016-12-31"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "named day of last year",
        pattern: &[Any(&[
            &[NAMED, Opt(&[Word(&["of", ","])]), LAST_THIS_NEXT, Word(&["year"])],
            &[LAST_THIS_NEXT, Word(&["year"]), Word(&["'s", "’s"]), NAMED],
        ])],
        norm: |b| relative(b, Step::NamedOfYear(named(b)?)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They met on Christmas Day last year too.", "Christmas Day last year", "2016-12-25"),
            ("They met at last year's Thanksgiving too.", "last year's Thanksgiving", "2016-11-24"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "week of a named day",
        pattern: &[Opt(&[Word(&["the"])]), NAMED, Word(&["week"]), YEAR],
        norm: |b| Read::date(TimexValue::Calendar(in_year(b, YearPart::HolidayWeek(named(b)?)))),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It was shut in Christmas week 2015 too.", "Christmas week 2015", "2015-W52")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "weekend of a named day",
        pattern: &[Opt(&[Word(&["the"])]), NAMED, Word(&["weekend"]), YEAR],
        norm: |b| Read::date(TimexValue::Calendar(in_year(b, YearPart::HolidayWeekend(named(b)?)))),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Roads were full on Memorial Day weekend 2016 too.", "Memorial Day weekend 2016", "2016-W21-WE"),
            ("Roads were full over the Easter weekend too.", "the Easter weekend", "2017-W15-WE"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "Holy Week",
        pattern: &[Word(&["holy"]), Word(&["week"]), YEAR],
        norm: |b| Read::date(TimexValue::Calendar(in_year(b, YearPart::HolidayWeek(Easter(-3))))),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Streets filled in Holy Week 2017 too.", "Holy Week 2017", "2017-W15")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "every named day",
        pattern: &[Word(&["every", "each"]), NAMED],
        norm: |b| {
            let recurrence = match named(b)? {
                Fixed(month, day) => Recurrence::Date(month as u8, day as u8),
                _ => Recurrence::Every(Length { halves: Some(2), unit: LengthUnit::Year }),
            };
            Read::of(TimexKind::Set, TimexValue::Set(recurrence))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They meet every Christmas Eve there.", "every Christmas Eve", "XXXX-12-24"),
            ("They meet every Thanksgiving there.", "every Thanksgiving", "P1Y"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
];

/// A feast by its name: with a capital, or a word that is nothing else; and not in a longer name
/// ("Easter Island") or a thing called by it ("Easter eggs").
pub(super) fn stands(line: &Line<'_>, at: usize, end: usize, day: bool) -> bool {
    const FEASTS: &[&str] = &[
        "christmas",
        "xmas",
        "easter",
        "halloween",
        "thanksgiving",
        "hanukkah",
        "new",
        "valentine",
        "valentines",
    ];
    const THINGS: &[&str] = &[
        "egg",
        "eggs",
        "bunny",
        "bunnies",
        "tree",
        "trees",
        "card",
        "cards",
        "carol",
        "carols",
        "present",
        "presents",
        "gift",
        "gifts",
        "pudding",
        "stocking",
        "stockings",
        "lights",
        "turkey",
        "costume",
        "costumes",
        "island",
        "resolution",
        "resolutions",
        "honours",
        "honors",
        "rising",
    ];
    // "a midsummer night": the time of year, not the quarter day
    const TIMED: &[&str] =
        &["at", "till", "until", "by", "before", "after", "since", "from", "to", "about", "last", "next"];
    let midsummer = line.is(at, "midsummer") && !line.is_any(at + 1, &["day", "eve", "'s", "’s"]);
    if midsummer && !line.is_any(at.wrapping_sub(1), TIMED) {
        return false;
    }
    let capital = (at..end).any(|i| matches!(line.tokens[i].shape, Shape::Capital | Shape::Upper));
    // a message leaves capitals out, but "lent" is a verb
    let named = capital || line.is_any(at, FEASTS) || line.message && end > at + 1;
    named && (line.message || !(day && line.is_any(end, THINGS)))
}

/// The day that a name is bound to.
fn named(b: &Bound) -> Option<NamedDay> {
    let row = usize::try_from(b.get(Slot::Named)?).ok()?;
    DAYS.get(row).map(|(_, falls)| *falls)
}

fn in_year(b: &Bound, part: YearPart) -> PartialDate {
    PartialDate { year: bound_year(b), part: Some(part), ..PartialDate::default() }
}

fn relative(b: &Bound, step: Step) -> Option<Read> {
    let time = b.get(Slot::Daytime).and_then(part_of_day);
    let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
    let offset = Offset { step, count: b.get(Slot::Sign), from: From::Now, time };
    Read::of(kind, TimexValue::Relative(offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_named_day_falls_in_every_year() {
        for (_, falls) in DAYS {
            assert!((1600..2100).step_by(7).all(|year| falls.in_year(year).is_some()), "{falls:?}");
        }
    }
}
