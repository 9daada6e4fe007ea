//! Closed word classes: a word → every typed reading it can have (month, weekday, number, unit, …).
//!
//! One folder a language, each a sorted constant table that is searched, never built. Nothing here
//! knows what a date is: "second" is a number and a unit, "may" is a month's name, and what they are in a
//! sentence is for the rules to say.

pub mod en;

/// One reading of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A month, 1 to 12.
    Month(u8),
    /// A weekday, Monday 0 to Sunday 6.
    Weekday(u8),
    /// A cardinal number.
    Number(u32),
    /// What a cardinal is multiplied by: hundred, thousand.
    Magnitude(u32),
    /// An ordinal number, from 1.
    Ordinal(u32),
    /// An uncertain small number: "several", "a few".
    Some,
    /// A unit of time in the singular.
    Unit(Unit),
    /// A unit of time in the plural.
    Units(Unit),
    /// A season.
    Season(Season),
    /// A part of the day.
    Daytime(Daytime),
    /// An adverb of recurrence, by its unit and how many of it: "daily", "biannual".
    Every(u8, Unit),
    /// A day counted from today: "yesterday" is −1.
    Today(i8),
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season of the northern year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Daytime {
    Dawn,
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Midnight,
}
