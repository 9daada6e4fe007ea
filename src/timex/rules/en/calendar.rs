//! Dates of the calendar, with and without their year.

use super::era::{YEAR, bound_year};
use crate::lexicon::Daytime;
use crate::timex::Strength::{Fair, Strong, Weak};
use crate::timex::pattern::Pat::{Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot, daytime};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{
    DayPart, Modifier, PartialDate, Refusal, TimeOfDay, TimexKind, TimexValue, YearPart, Years,
};

/// What joins two days of one month.
const UNTIL: &[&str] = &["-", "–", "—", "/", "to", "and", "or", "&", "until", "till", "through"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "weekday, day month year",
        pattern: &[
            Opt(&[Take(Slot::Weekday), Opt(&[Word(&[","])])]),
            Opt(&[Word(&["the"])]),
            Take(Slot::Day),
            Opt(&[Word(UNTIL), Opt(&[Word(&["the"])]), Take(Slot::Day)]),
            Opt(&[Word(&["of"])]),
            Take(Slot::Month),
            Opt(&[Word(&[","])]),
            Any(YEAR),
            Opt(&[Word(&["/", "-"]), Take(Slot::YearTail)]),
        ],
        norm: full_date,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("The fleet sailed on 14 October 1066 at dawn.", "14 October 1066", "1066-10-14"),
            ("It opened on Monday, 3rd of May, 1999.", "Monday, 3rd of May, 1999", "1999-05-03"),
            ("They met 11-12 April 2017 in Oslo.", "11", "2017-04-11"),
            ("She (2 May 1871 - 3 June 1949) was a botanist.", "2 May 1871", "1871-05-02"),
            ("He wrote on 11 February 1731/2 from Bath.", "11 February 1731/2", "1732-02-11"),
            ("He died on 31 February 1800.", "31 February 1800", "1800-02"),
        ],
        #[cfg(test)]
        rejects: &["Lot 14 October1066 was sold."],
    },
    Rule {
        name: "month day, year",
        pattern: &[
            Opt(&[Take(Slot::Weekday), Opt(&[Word(&[","])])]),
            Take(Slot::Month),
            Opt(&[Word(&["the"])]),
            Take(Slot::Day),
            Opt(&[Word(UNTIL), Opt(&[Word(&["the"])]), Take(Slot::Day)]),
            Opt(&[Word(&[","])]),
            Any(YEAR),
            Opt(&[Word(&["/", "-"]), Take(Slot::YearTail)]),
        ],
        norm: full_date,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It rained on April 4, 2017 in Leeds.", "April 4, 2017", "2017-04-04"),
            ("It was signed Thursday, Oct. 26, 1989.", "Thursday, Oct. 26, 1989", "1989-10-26"),
            ("Talks ran from April 11-12, 2017.", "April 11", "2017-04-11"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "day month",
        pattern: &[
            Opt(&[Take(Slot::Weekday), Opt(&[Word(&[","])])]),
            Opt(&[Word(&["the"])]),
            Take(Slot::Day),
            Opt(&[Word(UNTIL), Opt(&[Word(&["the"])]), Take(Slot::Day)]),
            Opt(&[Word(&["of"])]),
            Take(Slot::Month),
        ],
        norm: full_date,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("The siege ended on 14 October near Hastings.", "14 October", "2016-10-14"),
            ("He came on the 5th of May at last.", "the 5th of May", "2017-05-05"),
        ],
        #[cfg(test)]
        rejects: &["Some 14 may leave."],
    },
    Rule {
        name: "month day",
        pattern: &[
            Opt(&[Take(Slot::Weekday), Opt(&[Word(&[","])])]),
            Take(Slot::Month),
            Opt(&[Word(&["the"])]),
            Take(Slot::Day),
            Opt(&[Word(UNTIL), Opt(&[Word(&["the"])]), Take(Slot::Day)]),
        ],
        norm: full_date,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They spoke on April 19 by phone.", "April 19", "2017-04-19"),
            ("They spoke on Friday, April 21 by phone.", "Friday, April 21", "2017-04-21"),
            ("Her April 11-12 recital went well.", "April 11", "2017-04-11"),
        ],
        #[cfg(test)]
        rejects: &["They march 20 miles.", "It may 3 times fail."],
    },
    Rule {
        name: "weekday and day of the month",
        pattern: &[Take(Slot::FullWeekday), Opt(&[Word(&[","])]), Word(&["the"]), Take(Slot::Ordinal)],
        norm: |b| {
            let day = u8::try_from(b.get(Slot::Ordinal)?).ok().filter(|d| *d <= 31)?;
            calendar(PartialDate {
                day: Some(day),
                weekday: small(b, Slot::FullWeekday),
                ..PartialDate::default()
            })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "month year",
        pattern: &[
            Take(Slot::Month),
            Opt(&[Any(&[&[Word(&[","])], &[Word(&["of"])], &[Word(&["in"])]])]),
            Any(YEAR),
        ],
        norm: full_date,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("The bridge was opened in September 2013 by the mayor.", "September 2013", "2013-09"),
            ("By Dec. '98 it was over.", "Dec. '98", "1998-12"),
        ],
        #[cfg(test)]
        rejects: &["They march 2000 miles."],
    },
    Rule {
        name: "year-month-day",
        pattern: &[
            Take(Slot::Year),
            Word(&["/", "."]),
            Take(Slot::Number),
            Word(&["/", "."]),
            Take(Slot::DayDigits),
        ],
        norm: |b| {
            let month = b.get(Slot::Number).filter(|n| n % 2 == 0)? / 2;
            numeric(b.get(Slot::Year)?, month, b.get(Slot::DayDigits)?)
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Filed 2017.04.21 by post.", "2017.04.21", "2017-04-21"),
            ("Filed 2017/04/21 by post.", "2017/04/21", "2017-04-21"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "numeric day and month with year, dashed",
        pattern: &[
            Take(Slot::DayDigits),
            Word(&["-"]),
            Take(Slot::DayDigits),
            Word(&["-"]),
            Take(Slot::Year),
        ],
        norm: |b| {
            let (first, second) = (b.nth(Slot::DayDigits, 0)?, b.nth(Slot::DayDigits, 1)?);
            if first > 12 {
                numeric(b.get(Slot::Year)?, second, first)
            } else {
                numeric(b.get(Slot::Year)?, first, second)
            }
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[("Stamped 31-10-1989 at noon.", "31-10-1989", "1989-10-31")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "numeric day and month with year",
        pattern: &[
            Take(Slot::DayDigits),
            Word(&["/", "."]),
            Take(Slot::DayDigits),
            Word(&["/", "."]),
            Any(&[&[Take(Slot::Year)], &[Take(Slot::AnyYear)]]),
        ],
        norm: |b| {
            let (first, second) = (b.nth(Slot::DayDigits, 0)?, b.nth(Slot::DayDigits, 1)?);
            let year = match (b.get(Slot::Year), b.get(Slot::AnyYear)) {
                (Some(year), _) => year,
                (_, Some(short)) if short < 100 => century_of(short),
                _ => return None,
            };
            // the American order unless only the other one gives a date
            if first > 12 { numeric(year, second, first) } else { numeric(year, first, second) }
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Stamped 10/31/89 at noon.", "10/31/89", "1989-10-31"),
            ("Stamped 31.10.1989 at the desk.", "31.10.1989", "1989-10-31"),
        ],
        #[cfg(test)]
        rejects: &["Version 1.2.3 is out."],
    },
    Rule {
        // told apart from fractions and scores in `company`
        name: "numeric day and month in prose",
        pattern: &[
            Opt(&[Take(Slot::Weekday), Opt(&[Word(&[","])])]),
            Take(Slot::DayDigits),
            Word(&["/"]),
            Take(Slot::DayDigits),
        ],
        norm: |b| {
            let (first, second) = (b.nth(Slot::DayDigits, 0)?, b.nth(Slot::DayDigits, 1)?);
            let (month, day) = if first > 12 { (second, first) } else { (first, second) };
            calendar(PartialDate {
                month: Some(u8::try_from(month).ok().filter(|month| *month <= 12)?),
                day: u8::try_from(day).ok(),
                weekday: small(b, Slot::Weekday),
                ..PartialDate::default()
            })
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("The site was seen on 28/01 by two of us.", "28/01", "2017-01-28"),
            ("Replies are due by 05/23 at the latest.", "05/23", "2017-05-23"),
            ("They will meet on Tues 23/05 at the mill.", "Tues 23/05", "2017-05-23"),
        ],
        #[cfg(test)]
        rejects: &[
            "It was open 24/7 by then.",
            "They cut it to 3/16 of an inch.",
            "Only 13/20 of them came.",
            "It is a mix of 50/50 at best.",
        ],
    },
    Rule {
        name: "year",
        pattern: &[Take(Slot::Year)],
        norm: |b| year(b.get(Slot::Year)?),
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("The brewery moved in 2006 to the coast.", "2006", "2006"),
            ("A 1998 report said so.", "1998", "1998"),
        ],
        #[cfg(test)]
        rejects: &[
            "It cost $2017 in all.",
            "He flew a Boeing 1960 home.",
            "They sold 1,960 of them.",
            "Room 1999 was empty.",
            "Some 1500 people came.",
            "It rose by 1200 points.",
        ],
    },
    Rule {
        name: "quarter of a year before it",
        pattern: &[
            Word(&["the"]),
            Take(Slot::Year),
            Take(Slot::Ordinal),
            Opt(&[Word(&["-"])]),
            Word(&["quarter"]),
        ],
        norm: |b| {
            let quarter = small(b, Slot::Ordinal).filter(|q| *q <= 4)?;
            calendar(PartialDate {
                year: bound_year(b),
                part: Some(YearPart::Quarter(quarter)),
                ..PartialDate::default()
            })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It earned more in the 1997 third quarter.", "the 1997 third quarter", "1997-Q3")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "year in words",
        pattern: &[
            Opt(&[Any(&[
                &[Take(Slot::Month), Opt(&[Take(Slot::Day)]), Opt(&[Word(&[",", "of", "in"])])],
                &[Opt(&[Word(&["the"])]), Take(Slot::Season), Opt(&[Word(&["of", "in"])])],
                &[Word(&["the"]), Word(&["year"])],
            ])]),
            Any(&[
                &[Word(&["seventeen"]), Bind(Slot::Sign, 17)],
                &[Word(&["eighteen"]), Bind(Slot::Sign, 18)],
                &[Word(&["nineteen"]), Bind(Slot::Sign, 19)],
                &[Word(&["twenty"]), Bind(Slot::Sign, 20)],
            ]),
            Opt(&[Word(&["-"])]),
            Take(Slot::Number),
        ],
        norm: |b| {
            let (century, rest) = (b.get(Slot::Sign)?, b.get(Slot::Number)? / 2);
            // "twenty twenty" and no further: "twenty fifty" is a bid
            if !(10..100).contains(&rest) || century == 20 && rest > 29 {
                return None;
            }
            calendar(PartialDate {
                year: Some(Years::Year(i16::try_from(100 * century + rest).ok()?)),
                month: small(b, Slot::Month),
                day: small(b, Slot::Day),
                part: small(b, Slot::Season).map(YearPart::Season),
                ..PartialDate::default()
            })
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("It was in nineteen ninety-six there.", "nineteen ninety-six", "1996"),
            ("It began in January nineteen ninety-seven there.", "January nineteen ninety-seven", "1997-01"),
            (
                "We saw that in the winter of nineteen ninety-four.",
                "the winter of nineteen ninety-four",
                "1994-WI",
            ),
            ("They left in eighteen forty-eight for good.", "eighteen forty-eight", "1848"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the year in words",
        pattern: &[Word(&["the"]), Word(&["year"]), Take(Slot::Number)],
        norm: |b| {
            let number = b.get(Slot::Number)? / 2;
            (1000..2100).contains(&number).then(|| year(number)).flatten()
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It ends with the year two thousand there.", "the year two thousand", "2000")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "fiscal year",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Word(&["fiscal", "financial"]),
            Opt(&[Word(&["year"])]),
            Any(YEAR),
        ],
        norm: full_date,
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Profit fell in fiscal 1990 again.", "fiscal 1990", "1990")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "short year",
        pattern: &[Take(Slot::ShortYear)],
        norm: full_date,
        strength: Fair,
        #[cfg(test)]
        accepts: &[("Back in '68 it was new.", "'68", "1968")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "season and year",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Take(Slot::Season),
            Opt(&[Any(&[&[Word(&["of"])], &[Word(&[","])], &[Word(&["in"])]])]),
            Any(YEAR),
            // "the winter of 1812–13" has the year it began in
            Opt(&[Word(&["-", "–", "/"]), Any(&[&[Take(Slot::Year)], &[Take(Slot::AnyYear)]])]),
        ],
        norm: |b| {
            let season = small(b, Slot::Season)?;
            let short = b.get(Slot::AnyYear).filter(|_| b.get(Slot::Sign).is_none());
            let second = b.nth(Slot::Year, 1).or(short);
            if second.is_some_and(|second| b.get(Slot::Year).is_none_or(|year| !follows(year, second))) {
                return None;
            }
            calendar(PartialDate {
                year: Some(bound_year(b)?),
                part: Some(YearPart::Season(season)),
                ..PartialDate::default()
            })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("In the summer of 1979 it broke.", "the summer of 1979", "1979-SU"),
            ("In the winter of 1812–13 it froze.", "the winter of 1812–13", "1812-WI"),
            ("In the winter of 1861–62 it froze.", "the winter of 1861–62", "1861-WI"),
            ("In the winter of 1939/1940 it froze.", "the winter of 1939/1940", "1939-WI"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "season",
        pattern: &[Opt(&[Word(&["the"])]), Take(Slot::Season)],
        norm: |b| {
            let season = small(b, Slot::Season)?;
            calendar(PartialDate { part: Some(YearPart::Season(season)), ..PartialDate::default() })
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[("The work began in the winter at sea.", "the winter", "2016-WI")],
        #[cfg(test)]
        rejects: &["They spring to attention."],
    },
    Rule {
        name: "quarter",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Opt(&[Word(&["fiscal"])]),
            Take(Slot::Ordinal),
            Opt(&[Word(&["fiscal"])]),
            Opt(&[Word(&["-"])]),
            Word(&["quarter"]),
            Opt(&[
                Opt(&[Any(&[&[Word(&["of"])], &[Word(&["in"])], &[Word(&[","])]])]),
                Opt(&[Word(&["fiscal"])]),
                Any(YEAR),
            ]),
        ],
        norm: |b| {
            let quarter = small(b, Slot::Ordinal).filter(|q| *q <= 4)?;
            calendar(PartialDate {
                year: bound_year(b),
                part: Some(YearPart::Quarter(quarter)),
                ..PartialDate::default()
            })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Sales rose in the third quarter of 1989 again.", "the third quarter of 1989", "1989-Q3"),
            ("Its first-quarter profit fell.", "first-quarter", "2017-Q1"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "last quarter or half of a year",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Any(&[
                &[Word(&["last", "final", "closing"]), Word(&["quarter"]), Bind(Slot::Ordinal, 4)],
                &[Word(&["last", "latter", "final"]), Word(&["half"]), Bind(Slot::Sign, 2)],
            ]),
            Word(&["of"]),
            Any(&[&[Take(Slot::Year)], &[Take(Slot::ShortYear)]]),
        ],
        norm: |b| {
            let part = match small(b, Slot::Ordinal) {
                Some(quarter) => YearPart::Quarter(quarter),
                None => YearPart::Half(small(b, Slot::Sign)?),
            };
            calendar(PartialDate { year: bound_year(b), part: Some(part), ..PartialDate::default() })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It fell in the last quarter of 1597 again.", "the last quarter of 1597", "1597-Q4"),
            ("It fell in the latter half of 1597 again.", "the latter half of 1597", "1597-H2"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "half",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Take(Slot::Ordinal),
            Opt(&[Word(&["-"])]),
            Word(&["half"]),
            Opt(&[Word(&["of"]), Any(YEAR)]),
        ],
        norm: |b| {
            let half = small(b, Slot::Ordinal).filter(|h| *h <= 2)?;
            calendar(PartialDate {
                year: bound_year(b),
                part: Some(YearPart::Half(half)),
                ..PartialDate::default()
            })
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("Output rose in the first half of 1999 too.", "the first half of 1999", "1999-H1"),
            ("Its first-half profit fell.", "first-half", "2017-H1"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "month",
        pattern: &[Take(Slot::FullMonth)],
        norm: |b| calendar(PartialDate { month: small(b, Slot::FullMonth), ..PartialDate::default() }),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("The harvest began in October there.", "October", "2016-10")],
        #[cfg(test)]
        rejects: &["It may be.", "They march on.", "Critics say he may lose.", "May I come in?"],
    },
    Rule {
        name: "weekday",
        pattern: &[Take(Slot::FullWeekday)],
        norm: |b| calendar(PartialDate { weekday: small(b, Slot::FullWeekday), ..PartialDate::default() }),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("She wrote on Tuesday that it was.", "Tuesday", "2017-04-25"),
            ("It will open on Friday at last.", "Friday", "2017-04-28"),
        ],
        #[cfg(test)]
        rejects: &["The Sun sat there.", "They sat down."],
    },
    Rule {
        name: "weekday and part of day",
        pattern: &[Take(Slot::FullWeekday), Take(Slot::Daytime)],
        norm: |b| {
            let time = part_of_day(b.get(Slot::Daytime)?);
            let date = PartialDate { weekday: small(b, Slot::FullWeekday), time, ..PartialDate::default() };
            Read::of(TimexKind::Time, TimexValue::Calendar(date))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("They left Tuesday morning by bus.", "Tuesday morning", "2017-04-25TMO")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "part of a dated day",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Opt(&[Any(&[&[Word(&["early", "late"])]])]),
            Take(Slot::Daytime),
            Opt(&[Word(&["hours"])]),
            Any(&[&[Word(&["of"])], &[Word(&["on"])]]),
            Opt(&[Take(Slot::FullWeekday), Opt(&[Word(&[","])])]),
            Any(&[
                &[
                    Take(Slot::Month),
                    Take(Slot::Day),
                    Opt(&[Word(UNTIL), Take(Slot::Day)]),
                    Opt(&[Opt(&[Word(&[","])]), Any(YEAR)]),
                ],
                &[
                    Opt(&[Word(&["the"])]),
                    Take(Slot::Day),
                    Opt(&[Word(UNTIL), Opt(&[Word(&["the"])]), Take(Slot::Day)]),
                    Opt(&[Word(&["of"])]),
                    Take(Slot::Month),
                    Opt(&[Opt(&[Word(&[","])]), Any(YEAR)]),
                ],
            ]),
        ],
        norm: |b| {
            let mut date = fields(b)?;
            date.time = part_of_day(b.get(Slot::Daytime)?);
            Read::of(TimexKind::Time, TimexValue::Calendar(date))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[(
            "On the night of 6 November 1897 they struck.",
            "the night of 6 November 1897",
            "1897-11-06TNI",
        )],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "part of a weekday",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Take(Slot::Daytime),
            Any(&[&[Word(&["of"])], &[Word(&["on"])]]),
            Take(Slot::FullWeekday),
        ],
        norm: |b| {
            let time = part_of_day(b.get(Slot::Daytime)?);
            let date = PartialDate { weekday: small(b, Slot::FullWeekday), time, ..PartialDate::default() };
            Read::of(TimexKind::Time, TimexValue::Calendar(date))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("By the evening of Tuesday it was calm.", "the evening of Tuesday", "2017-04-25TEV")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "clock time",
        pattern: &[Take(Slot::Clock)],
        norm: |b| {
            Read::of(
                TimexKind::Time,
                TimexValue::Calendar(PartialDate {
                    time: clock(b.get(Slot::Clock)?),
                    ..PartialDate::default()
                }),
            )
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It struck at 9:30 p.m. in town.", "9:30 p.m.", "2017-04-26T21:30"),
            ("It struck at 1430 GMT in town.", "1430 GMT", "2017-04-26T14:30"),
        ],
        #[cfg(test)]
        rejects: &["They won 3:2 in the end.", "It cost 9.30 each."],
    },
    Rule {
        name: "clock time of a weekday",
        pattern: &[Take(Slot::Clock), Opt(&[Word(&[",", "on"])]), Take(Slot::FullWeekday)],
        norm: |b| {
            let date = PartialDate {
                weekday: small(b, Slot::FullWeekday),
                time: clock(b.get(Slot::Clock)?),
                ..PartialDate::default()
            };
            Read::of(TimexKind::Time, TimexValue::Calendar(date))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It began at 9 a.m. on Tuesday with a bang.", "9 a.m. on Tuesday", "2017-04-25T09:00")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "clock time of a day",
        pattern: &[
            Take(Slot::Clock),
            Opt(&[Word(&[",", "on"])]),
            Any(&[
                &[Take(Slot::Month), Take(Slot::Day), Opt(&[Opt(&[Word(&[","])]), Any(YEAR)])],
                &[Take(Slot::Day), Take(Slot::Month), Opt(&[Any(YEAR)])],
            ]),
        ],
        norm: |b| {
            let mut date = fields(b)?;
            date.time = clock(b.get(Slot::Clock)?);
            Read::of(TimexKind::Time, TimexValue::Calendar(date))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[(
            "The ship sank at 2:20 a.m. on 15 April 1912 in calm seas.",
            "2:20 a.m. on 15 April 1912",
            "1912-04-15T02:20",
        )],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "date and part of day",
        pattern: &[
            Take(Slot::Month),
            Take(Slot::Day),
            Opt(&[Opt(&[Word(&[","])]), Any(YEAR)]),
            Opt(&[Word(&[","])]),
            Take(Slot::Daytime),
        ],
        norm: |b| {
            let mut date = fields(b)?;
            date.time = part_of_day(b.get(Slot::Daytime)?);
            Read::of(TimexKind::Time, TimexValue::Calendar(date))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[],
        #[cfg(test)]
        rejects: &[],
    },
];

pub(super) fn calendar(date: PartialDate) -> Option<Read> {
    Read::date(TimexValue::Calendar(date))
}

/// A bound slot as a small number.
pub(super) fn small(b: &Bound, slot: Slot) -> Option<u8> {
    b.get(slot).and_then(|value| u8::try_from(value).ok())
}

/// The full year behind two digits: those up to 29 belong to this century, as in POSIX with a newer bound.
pub(super) fn century_of(short: i32) -> i32 {
    if short < 30 { 2000 + short } else { 1900 + short }
}

pub(super) fn year(year: i32) -> Option<Read> {
    calendar(PartialDate { year: Some(Years::Year(i16::try_from(year).ok()?)), ..PartialDate::default() })
}

/// Day, month, year, weekday and a second day, as bound.
pub(super) fn fields(b: &Bound) -> Option<PartialDate> {
    let until = b.nth(Slot::Day, 1).and_then(|day| u8::try_from(day).ok());
    let day = small(b, Slot::Day);
    if until.is_some() && until <= day {
        return None;
    }
    Some(PartialDate {
        year: bound_year(b),
        month: small(b, Slot::Month),
        day,
        until,
        weekday: small(b, Slot::Weekday).or_else(|| small(b, Slot::FullWeekday)),
        ..PartialDate::default()
    })
}

pub(super) fn full_date(b: &Bound) -> Option<Read> {
    let date = fields(b)?;
    // Old Style: "11 February 1731/2" is the second year's
    let doubled = b.get(Slot::YearTail).zip(b.get(Slot::Year));
    match doubled {
        Some((short, year)) if short == (year + 1) % 10 || short == (year + 1) % 100 => {
            calendar(PartialDate { year: Some(Years::Year(i16::try_from(year + 1).ok()?)), ..date })
        }
        Some(_) => None,
        None => calendar(date),
    }
}

/// Whether a second year, in full or by its last digits, is the one behind `year`: "1812–13".
fn follows(year: i32, second: i32) -> bool {
    [year + 1, (year + 1) % 100, (year + 1) % 10].contains(&second)
}

fn numeric(year: i32, month: i32, day: i32) -> Option<Read> {
    if month > 12 {
        return Some(Read {
            kind: TimexKind::Date,
            value: TimexValue::Refused(Refusal::NoSuchMonth),
            modifier: None::<Modifier>,
        });
    }
    let (month, day) = (u8::try_from(month).ok().filter(|m| *m > 0)?, u8::try_from(day).ok()?);
    calendar(PartialDate {
        year: Some(Years::Year(i16::try_from(year).ok()?)),
        month: Some(month),
        day: Some(day),
        ..PartialDate::default()
    })
}

pub(super) fn part_of_day(value: i32) -> Option<TimeOfDay> {
    Some(TimeOfDay::Part(match daytime(value) {
        Daytime::Dawn | Daytime::Morning => DayPart::Morning,
        Daytime::Midday => DayPart::Midday,
        Daytime::Afternoon => DayPart::Afternoon,
        Daytime::Evening => DayPart::Evening,
        Daytime::Night | Daytime::Midnight => DayPart::Night,
    }))
}

pub(super) fn clock(value: i32) -> Option<TimeOfDay> {
    Some(TimeOfDay::Clock(u16::try_from(value / 2).ok()?, value % 2 == 1))
}
