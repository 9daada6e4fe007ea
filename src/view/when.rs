//! A date as a reader writes it: "26 Apr 2017", "March 2011", "2012 – 2017", "44 BCE", "19th century".

use crate::timex::value::CivilDate as Date;
use crate::timex::{Day, Grain, Interval};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// The weekdays' names, Monday first.
pub(super) const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A month's name; `month` from 1.
#[must_use]
pub fn month_name(month: i8) -> &'static str {
    MONTHS.get((month - 1).max(0) as usize).copied().unwrap_or_default()
}

/// A month's name in three letters; `month` from 1.
#[must_use]
pub fn month_short(month: i8) -> &'static str {
    month_name(month).get(..3).unwrap_or_default()
}

/// A year as people count: 0 is 1 BCE, −43 is 44 BCE.
#[must_use]
pub fn year_text(year: i32) -> String {
    if year <= 0 { format!("{} BCE", 1 - year) } else { year.to_string() }
}

/// A day: "26 Apr 2017".
#[must_use]
pub fn day_text(day: Day) -> String {
    let date = day.date();
    format!("{} {} {}", date.day(), month_short(date.month()), year_text(i32::from(date.year())))
}

/// A day with its weekday, for a tooltip: "Wednesday 26 April 2017".
#[must_use]
pub fn day_long(day: Day) -> String {
    let date = day.date();
    format!(
        "{} {} {} {}",
        WEEKDAYS.get(usize::from(day.weekday())).copied().unwrap_or_default(),
        date.day(),
        month_name(date.month()),
        year_text(i32::from(date.year()))
    )
}

/// An interval, as short as it can be said without a word more than is known.
#[must_use]
pub fn interval_text(when: &Interval) -> String {
    let plain = exact_text(when);
    if when.approximate { format!("c. {plain}") } else { plain }
}

/// The bounds in full, for a tooltip: "between 1 Apr 2017 and 30 Apr 2017", or the day.
#[must_use]
pub fn bounds_text(when: &Interval) -> String {
    if when.earliest == when.latest {
        return day_long(when.earliest);
    }
    let joint = if when.whole { ("from", "to") } else { ("between", "and") };
    format!("{} {} {} {}", joint.0, day_text(when.earliest), joint.1, day_text(when.latest))
}

/// Whether a bound stands for "no bound at all".
#[must_use]
pub fn is_open(day: Day) -> bool {
    day == Day::from_number(i32::MIN) || day == Day::from_number(i32::MAX)
}

fn exact_text(when: &Interval) -> String {
    let (first, last) = (when.earliest.date(), when.latest.date());
    match (is_open(when.earliest), is_open(when.latest)) {
        (true, true) => return "some time".to_owned(),
        (true, false) => return format!("until {}", day_text(when.latest)),
        (false, true) => return format!("from {}", day_text(when.earliest)),
        (false, false) => {}
    }
    if first == last {
        return day_text(when.earliest);
    }
    let (from, to) = (i32::from(first.year()), i32::from(last.year()));
    let years_whole = first.month() == 1 && first.day() == 1 && last.month() == 12 && last.day() == 31;
    let months_whole = first.day() == 1 && last.day() == last.days_in_month();
    if years_whole {
        return years_text(from, to, when.grain);
    }
    if months_whole {
        return months_text(first, last);
    }
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return format!("{}–{} {} {}", first.day(), last.day(), month_short(first.month()), year_text(from));
    }
    if from == to {
        return format!("{} {} – {}", first.day(), month_short(first.month()), day_text(when.latest));
    }
    format!("{} – {}", day_text(when.earliest), day_text(when.latest))
}

fn years_text(from: i32, to: i32, grain: Grain) -> String {
    if from == to {
        return year_text(from);
    }
    match grain {
        Grain::Decade if from > 0 && from % 10 == 0 && to == from + 9 => format!("{from}s"),
        Grain::Century if from > 0 && to == from + 99 && matches!(from % 100, 0 | 1) => {
            ordinal_century(from / 100 + 1)
        }
        Grain::Century if to <= 0 && to == from + 99 => format!("{} BCE", ordinal_century(-to / 100 + 1)),
        _ if to <= 0 => format!("{}–{}", 1 - from, year_text(to)),
        _ if from <= 0 => format!("{} – {to} CE", year_text(from)),
        _ => format!("{from}–{to}"),
    }
}

fn ordinal_century(number: i32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending} century")
}

fn months_text(first: Date, last: Date) -> String {
    let (from, to) = (i32::from(first.year()), i32::from(last.year()));
    if from != to {
        return format!(
            "{} {} – {} {}",
            month_short(first.month()),
            year_text(from),
            month_short(last.month()),
            year_text(to)
        );
    }
    if first.month() == last.month() {
        return format!("{} {}", month_name(first.month()), year_text(from));
    }
    format!("{}–{} {}", month_short(first.month()), month_short(last.month()), year_text(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(first: &str, last: &str, grain: Grain) -> String {
        let day = |text| Day::from_iso(text).expect("a day");
        let (earliest, latest) = (day(first), day(last));
        interval_text(&Interval { earliest, latest, grain, approximate: false, whole: false })
    }

    #[test]
    fn dates_are_said_as_short_as_they_are_known() {
        for (first, last, grain, expected) in [
            ("2017-04-26", "2017-04-26", Grain::Day, "26 Apr 2017"),
            ("2017-04-24", "2017-04-30", Grain::Week, "24–30 Apr 2017"),
            ("2017-03-27", "2017-04-02", Grain::Week, "27 Mar – 2 Apr 2017"),
            ("2017-04-01", "2017-04-30", Grain::Month, "April 2017"),
            ("2016-02-01", "2016-02-29", Grain::Month, "February 2016"),
            ("2017-04-01", "2017-06-30", Grain::Season, "Apr–Jun 2017"),
            ("2016-12-01", "2017-02-28", Grain::Season, "Dec 2016 – Feb 2017"),
            ("2012-01-01", "2012-12-31", Grain::Year, "2012"),
            ("2012-01-01", "2017-12-31", Grain::Year, "2012–2017"),
            ("1840-01-01", "1849-12-31", Grain::Decade, "1840s"),
            ("1801-01-01", "1900-12-31", Grain::Century, "19th century"),
            ("2000-01-01", "2099-12-31", Grain::Century, "21st century"),
            ("-0099-01-01", "0000-12-31", Grain::Century, "1st century BCE"),
            ("-0043-03-15", "-0043-03-15", Grain::Day, "15 Mar 44 BCE"),
            ("-0043-01-01", "-0043-12-31", Grain::Year, "44 BCE"),
            ("-0048-01-01", "-0043-12-31", Grain::Year, "49–44 BCE"),
            ("-0026-01-01", "0014-12-31", Grain::Year, "27 BCE – 14 CE"),
            ("2016-12-30", "2017-01-02", Grain::Day, "30 Dec 2016 – 2 Jan 2017"),
        ] {
            assert_eq!(between(first, last, grain), expected);
        }
    }

    #[test]
    fn doubt_and_open_ends_are_said() {
        let day = Day::from_iso("1066-10-14").expect("a day");
        let about = Interval { approximate: true, ..Interval::day(day) };
        assert_eq!(interval_text(&about), "c. 14 Oct 1066");
        let since = Interval { latest: Day::from_number(i32::MAX), ..Interval::day(day) };
        assert_eq!(interval_text(&since), "from 14 Oct 1066");
        assert_eq!(bounds_text(&Interval::day(day)), "Sunday 14 October 1066");
    }
}
