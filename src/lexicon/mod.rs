//! Closed word classes: a word → every typed reading it can have (month, weekday, number, unit, …).
//!
//! One folder a language. Nothing here knows what a date is.
