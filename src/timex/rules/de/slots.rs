//! How German writes what a slot takes.

use crate::lexicon::Reading;
use crate::timex::pattern::Line;

/// A month's name.
pub(super) fn month(line: &Line<'_>, at: usize, _full: bool) -> Option<(i32, usize)> {
    let month = line.reading(at, |r| if let Reading::Month(m) = r { Some(i32::from(m)) } else { None })?;
    line.capital(at).then_some((month, at + 1))
}

/// A weekday's name.
pub(super) fn weekday(line: &Line<'_>, at: usize, _full: bool) -> Option<(i32, usize)> {
    let day = line.reading(at, |r| if let Reading::Weekday(d) = r { Some(i32::from(d)) } else { None })?;
    line.capital(at).then_some((day, at + 1))
}

/// A number in digits, doubled.
pub(super) fn number(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    line.digits(at).map(|(number, _)| (number * 2, at + 1))
}
