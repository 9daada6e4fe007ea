//! TIMEX3 values for what is not on the calendar.

use crate::timex::NamedDay;
use crate::timex::value::{
    DayPart, Length, LengthUnit, Offset, PartialDate, Recurrence, Reference, Step, TimeOfDay, YearPart,
};

/// `P3Y`, `PT30M`, `P3DE`, `PXM`.
pub(super) fn length(length: Length) -> String {
    let (clock, unit, scale) = match length.unit {
        LengthUnit::Second => (true, "S", 1),
        LengthUnit::Minute => (true, "M", 1),
        LengthUnit::Hour => (true, "H", 1),
        LengthUnit::Day | LengthUnit::Night => (false, "D", 1),
        LengthUnit::Weekend => (false, "WE", 1),
        LengthUnit::Week => (false, "W", 1),
        LengthUnit::Month => (false, "M", 1),
        LengthUnit::Quarter => (false, "Q", 1),
        LengthUnit::Year => (false, "Y", 1),
        LengthUnit::Decade => (false, "DE", 1),
        LengthUnit::Century => (false, "CE", 1),
        LengthUnit::Millennium => (false, "Y", 1000),
        LengthUnit::Unsaid => (false, "X", 1),
    };
    let time = if clock { "T" } else { "" };
    match (length.halves, length.unit) {
        (None, _) => format!("P{time}X{unit}"),
        // halves of these have units of their own
        (Some(1), LengthUnit::Hour) => "PT30M".to_owned(),
        (Some(1), LengthUnit::Minute) => "PT30S".to_owned(),
        (Some(1), LengthUnit::Day) => "PT12H".to_owned(),
        (Some(1), LengthUnit::Year) => "P6M".to_owned(),
        (Some(1), LengthUnit::Decade) => "P5Y".to_owned(),
        (Some(1), LengthUnit::Century) => "P50Y".to_owned(),
        (Some(1), LengthUnit::Millennium) => "P500Y".to_owned(),
        (Some(halves), _) if halves % 2 == 1 => format!("P{time}{}.5{unit}", halves / 2 * scale),
        (Some(halves), _) => format!("P{time}{}{unit}", halves / 2 * scale),
    }
}

/// `P2Y6M`, `PT1H20M`, `P1DT12H`.
pub(super) fn compound(long: Length, short: Length) -> String {
    let (mut value, rest) = (length(long), length(short));
    // the mark before units of the clock stands once
    let rest = if value.starts_with("PT") { rest.strip_prefix("PT") } else { rest.strip_prefix('P') };
    value.push_str(rest.unwrap_or_default());
    value
}

pub(super) fn recurrence(recurrence: Recurrence) -> String {
    match recurrence {
        Recurrence::Every(every) => length(every),
        Recurrence::Weekday(weekday) => format!("XXXX-WXX-{}", weekday + 1),
        Recurrence::PartOfWeekday(weekday, part) => {
            format!("XXXX-WXX-{}T{}", weekday + 1, part_code(part))
        }
        Recurrence::Weekend => "XXXX-WE".to_owned(),
        Recurrence::Month(month) => format!("XXXX-{month:02}"),
        Recurrence::Date(month, day) => format!("XXXX-{month:02}-{day:02}"),
        Recurrence::Season(season) => format!("XXXX-{}", season_code(season)),
        Recurrence::Part(part) => format!("XXXX-XX-XXT{}", part_code(part)),
    }
}

pub(super) fn reference(reference: Reference) -> &'static str {
    match reference {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    }
}

/// A date without its year, where nothing gives it.
pub(super) fn underspecified(date: PartialDate) -> String {
    let mut value = match (date.month, date.day, date.part, date.weekday) {
        (Some(month), Some(day), ..) => format!("XXXX-{month:02}-{day:02}"),
        (Some(month), None, ..) => format!("XXXX-{month:02}"),
        (None, _, Some(part), _) => format!("XXXX-{}", year_part(part)),
        (None, _, None, Some(weekday)) => format!("XXXX-WXX-{}", weekday + 1),
        (None, Some(day), None, None) => format!("XXXX-XX-{day:02}"),
        (None, None, None, None) => "XXXX-XX-XX".to_owned(),
    };
    if let Some(time) = date.time {
        value.push_str(&time_of_day(time));
    }
    value
}

pub(super) fn underspecified_step(offset: Offset) -> String {
    let time = offset.time.map(time_of_day).unwrap_or_default();
    let day = match offset.step {
        Step::Unit(LengthUnit::Week | LengthUnit::Weekend) | Step::Weekend => "XXXX-WXX".to_owned(),
        Step::Unit(LengthUnit::Month) => "XXXX-XX".to_owned(),
        Step::Unit(LengthUnit::Quarter) => "XXXX-QX".to_owned(),
        Step::Unit(LengthUnit::Year) | Step::Turn(_) => "XXXX".to_owned(),
        Step::Unit(LengthUnit::Decade) => "XXX".to_owned(),
        Step::Unit(LengthUnit::Century) => "XX".to_owned(),
        Step::Unit(_) | Step::Same => "XXXX-XX-XX".to_owned(),
        Step::InYear(date) => underspecified(date),
        Step::MonthDay(month, day) => format!("XXXX-{month:02}-{day:02}"),
        Step::Weekday(weekday) | Step::WeekdayOfWeek(weekday) => format!("XXXX-WXX-{}", weekday + 1),
        Step::Month(month) => format!("XXXX-{month:02}"),
        Step::Named(named) | Step::NamedOfYear(named) => format!("XXXX-{}", named_day(named)),
        Step::DayOfMonth(day) => format!("XXXX-XX-{day:02}"),
        Step::Season(season) => format!("XXXX-{}", season_code(season)),
    };
    format!("{day}{time}")
}

pub(super) fn year_part(part: YearPart) -> String {
    match part {
        YearPart::Season(season) => season_code(season).to_owned(),
        YearPart::Quarter(quarter) => format!("Q{quarter}"),
        YearPart::Half(half) => format!("H{half}"),
        YearPart::Week(week) => format!("W{week:02}"),
        YearPart::Holiday(named) => named_day(named),
        YearPart::HolidayWeek(_) | YearPart::WeekOfDay => "WXX".to_owned(),
        YearPart::HolidayWeekend(_) => "WXX-WE".to_owned(),
    }
}

fn named_day(named: NamedDay) -> String {
    match named {
        NamedDay::Fixed(month, day) => format!("{month:02}-{day:02}"),
        _ => "XX-XX".to_owned(),
    }
}

fn season_code(season: u8) -> &'static str {
    ["SP", "SU", "FA", "WI"][usize::from(season % 4)]
}

/// `T09:30`, `TMO`.
pub(super) fn time_of_day(time: TimeOfDay) -> String {
    match time {
        TimeOfDay::Clock(minutes, _) => format!("T{:02}:{:02}", minutes / 60, minutes % 60),
        TimeOfDay::Part(part) => format!("T{}", part_code(part)),
    }
}

fn part_code(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Midday => "MI",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
        DayPart::Daytime => "DT",
    }
}
