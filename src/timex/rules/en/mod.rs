//! English.

mod calendar;
mod holiday;
mod length;
mod relative;
mod set;
mod vague;

use super::Rule;

/// Every rule, a table a family.
pub(in crate::timex) const FAMILIES: &[&[Rule]] =
    &[calendar::RULES, relative::RULES, length::RULES, set::RULES, holiday::RULES, vague::RULES];

pub(in crate::timex) use holiday::day_of as holiday;
