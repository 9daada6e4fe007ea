//! What bindings mean, for all families.

use crate::lexicon::{Daytime, Unit};
use crate::timex::pattern::{Bound, Slot, daytime, unit};
use crate::timex::rules::Read;
use crate::timex::value::{
    DayPart, From, LengthUnit, Modifier, Offset, PartialDate, Refusal, Step, TimeOfDay, TimexKind,
    TimexValue, YearPart, Years,
};

pub(super) fn small(b: &Bound, slot: Slot) -> Option<u8> {
    b.get(slot).and_then(|n| u8::try_from(n).ok())
}

/// The year that was bound. Two digits are of the century that makes them the nearer past.
pub(super) fn year(b: &Bound) -> Option<Years> {
    let year =
        b.get(Slot::Year).or_else(|| b.get(Slot::AnyYear)).or_else(|| b.get(Slot::ShortYear).map(full))?;
    i16::try_from(year).ok().map(Years::Year)
}

/// A year of two digits in full.
pub(super) fn full(short: i32) -> i32 {
    if short < 30 { 2000 + short } else { 1900 + short }
}

/// A date, or a time where the date has one.
pub(super) fn calendar(date: PartialDate) -> Option<Read> {
    let kind = if date.time.is_some() { TimexKind::Time } else { TimexKind::Date };
    Read::of(kind, TimexValue::Calendar(date))
}

/// Day, month and year as far as they are bound; no such month is refused aloud.
pub(super) fn date(b: &Bound) -> Option<Read> {
    let numeric = b.nth(Slot::DayDigits, 1).filter(|_| b.get(Slot::Month).is_none());
    if numeric.is_some_and(|month| month > 12) {
        return Read::date(TimexValue::Refused(Refusal::NoSuchMonth));
    }
    let day = small(b, Slot::DayDigits).or_else(|| small(b, Slot::Ordinal));
    if day.is_some_and(|day| !(1..=31).contains(&day)) {
        return None;
    }
    calendar(PartialDate {
        year: year(b),
        month: small(b, Slot::Month)
            .or_else(|| small(b, Slot::FullMonth))
            .or_else(|| numeric.and_then(|m| u8::try_from(m).ok())),
        day,
        weekday: small(b, Slot::Weekday).or_else(|| small(b, Slot::FullWeekday)),
        time: b.get(Slot::Daytime).map(part_of_day),
        ..PartialDate::default()
    })
}

/// A part of the year, with its year where one is bound.
pub(super) fn part(b: &Bound, part: YearPart) -> Option<Read> {
    Read::date(TimexValue::Calendar(PartialDate {
        year: year(b),
        part: Some(part),
        ..PartialDate::default()
    }))
}

pub(super) fn years(years: Years) -> Option<Read> {
    Read::date(TimexValue::Calendar(PartialDate { year: Some(years), ..PartialDate::default() }))
}

/// So many steps away.
pub(super) fn offset(step: Step, count: i32, from: From) -> Option<Read> {
    Read::date(TimexValue::Relative(Offset { step, count: Some(count), from, time: None }))
}

/// So many steps away, at a time of that day where one is given.
pub(super) fn offset_at(step: Step, count: i32, from: From, time: Option<TimeOfDay>) -> Option<Read> {
    let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
    Read::of(kind, TimexValue::Relative(Offset { step, count: Some(count), from, time }))
}

pub(super) fn with(read: Option<Read>, modifier: Option<Modifier>) -> Option<Read> {
    read.map(|read| Read { modifier: modifier.or(read.modifier), ..read })
}

/// "Anfang" −1, "Mitte" 0, "Ende" 1.
pub(super) fn stage(sign: i32) -> Modifier {
    match sign {
        ..0 => Modifier::Start,
        0 => Modifier::Mid,
        _ => Modifier::End,
    }
}

pub(super) fn part_of_day(value: i32) -> TimeOfDay {
    TimeOfDay::Part(day_part(daytime(value)))
}

pub(super) fn day_part(daytime: Daytime) -> DayPart {
    match daytime {
        Daytime::Dawn | Daytime::Morning => DayPart::Morning,
        Daytime::Midday => DayPart::Midday,
        Daytime::Afternoon => DayPart::Afternoon,
        Daytime::Evening => DayPart::Evening,
        Daytime::Night | Daytime::Midnight => DayPart::Night,
    }
}

/// The unit bound in the singular or plural.
pub(super) fn length_unit(b: &Bound) -> Option<LengthUnit> {
    unit_of(b.get(Slot::Units).or_else(|| b.get(Slot::Unit))?)
}

/// The unit behind a bound number.
pub(super) fn unit_of(value: i32) -> Option<LengthUnit> {
    Some(match unit(value) {
        Unit::Second => LengthUnit::Second,
        Unit::Minute => LengthUnit::Minute,
        Unit::Hour => LengthUnit::Hour,
        Unit::Day => LengthUnit::Day,
        Unit::Night => LengthUnit::Night,
        Unit::Weekend => LengthUnit::Weekend,
        Unit::Week => LengthUnit::Week,
        Unit::Month => LengthUnit::Month,
        Unit::Quarter => LengthUnit::Quarter,
        Unit::Year => LengthUnit::Year,
        Unit::Decade => LengthUnit::Decade,
        Unit::Century => LengthUnit::Century,
        Unit::Millennium => LengthUnit::Millennium,
        Unit::Season | Unit::Fortnight => return None,
    })
}
