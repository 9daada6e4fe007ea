//! The period that a company's report is about, and what it is compared with.
//!
//! A report tells of a quarter ("third-quarter profit fell") and then calls it "the quarter" or "the
//! latest period", and the one it is compared with "the year-earlier period" or just "a year ago". Once
//! it turns to a longer stretch ("for the nine months"), "a year ago" is a year again.

use super::Found;
use super::calendar::Stretch;
use crate::timex::rules::Tense;
use crate::timex::value::{
    Length, LengthUnit, Offset, PartialDate, Step, TimexKind, TimexValue, YearPart, Years,
};
use crate::timex::{Basis, Day, Timex};

/// What the present document reports on.
#[derive(Debug, Default)]
pub(super) struct Report {
    /// The quarter told last, by its mention, year and number.
    quarter: Option<(u32, i16, u8)>,
    /// Whether the period told last is longer than a quarter.
    longer: bool,
    /// How many mentions ago a period was last told of.
    since: usize,
}

/// So many mentions behind the last period, a text has turned to other things: "a year ago" is a year.
const TURN: usize = 6;

impl Report {
    /// Takes note of a mention that names a period.
    pub(super) fn note(
        &mut self,
        index: usize,
        timex: &Timex,
        rule: &str,
        tense: Tense,
        found: &Found,
        anchor: Option<Day>,
    ) {
        let told = matches!(found.stretch, Some(Stretch::Part(_, YearPart::Quarter(_) | YearPart::Half(_))))
            || rule.starts_with("year-ago");
        self.since = if told { 0 } else { self.since + 1 };
        match timex.value {
            TimexValue::Calendar(PartialDate { part: Some(YearPart::Quarter(_)), .. }) => {
                let Some(stretch) = &found.stretch else { return };
                let interval = stretch.interval();
                let first = interval.earliest.date();
                let (year, quarter) = (first.year(), (first.month() as u8 - 1) / 3 + 1);
                // a quarter still running is none to report on, unless it is told as past and alone;
                // "the 1997 third quarter" beside this year's is what is compared with
                let alone = self.quarter.is_none() && tense == Tense::Past;
                let over =
                    anchor.is_none_or(|day| interval.latest < day || interval.earliest <= day && alone);
                if over && self.quarter.is_none_or(|(_, told, _)| told <= year) {
                    self.quarter = Some((index as u32, year, quarter));
                }
                self.longer = false;
            }
            TimexValue::Calendar(PartialDate { part: Some(YearPart::Half(_)), .. }) => self.longer = true,
            TimexValue::Relative(Offset { step: Step::Unit(LengthUnit::Quarter), .. }) => self.longer = false,
            TimexValue::Duration(Length { halves: Some(halves), unit })
                if timex.kind == TimexKind::Duration =>
            {
                let months = match unit {
                    LengthUnit::Month => halves / 2,
                    LengthUnit::Quarter => halves / 2 * 3,
                    LengthUnit::Year => halves * 6,
                    _ => return,
                };
                self.longer = (4..=12).contains(&months);
            }
            _ if matches!(rule, "fiscal year" | "the year") => self.longer = true,
            _ => {}
        }
    }

    /// "a year ago", "the quarter", "the year-earlier period", "the 1988 period" in a report on a quarter:
    /// that quarter, a year before or itself.
    pub(super) fn period(&self, value: TimexValue, rule: &str, anchor: Option<Day>) -> Option<Found> {
        if let TimexValue::Calendar(PartialDate { year: Some(Years::Year(year)), .. }) = value {
            let (mention, _, quarter) =
                self.quarter.filter(|_| rule == "period of a year" && !self.longer)?;
            return Some(Found::at(Stretch::part(year, YearPart::Quarter(quarter)), Basis::Mention(mention)));
        }
        // "the quarter ended Sept. 30" is the one told, which need not be the calendar's
        if let (TimexValue::Calendar(_), "the quarter", Some((mention, year, quarter))) =
            (value, rule, self.quarter)
        {
            return Some(Found::at(Stretch::part(year, YearPart::Quarter(quarter)), Basis::Mention(mention)));
        }
        let TimexValue::Relative(Offset { step: Step::Unit(unit), count: Some(count), .. }) = value else {
            return None;
        };
        let compared = match rule {
            "a unit ago" | "a unit earlier" => self.since <= TURN,
            "year-ago" | "year-ago quarter" | "year-ago period" => true,
            _ => false,
        };
        let back = match (unit, count) {
            (LengthUnit::Year, -1) if compared && self.longer => {
                // the nine months and the quarter told before them end together
                let (mention, year, _) = self.quarter?;
                return Some(Found::at(Stretch::year(year.checked_sub(1)?), Basis::Mention(mention)));
            }
            (LengthUnit::Year, -1) if compared => 1,
            (LengthUnit::Quarter, 0) if rule == "the quarter" => 0,
            _ => return None,
        };
        let (year, quarter, basis) = match (self.quarter, anchor) {
            (Some((mention, year, quarter)), _) => (year, quarter, Basis::Mention(mention)),
            (None, Some(day)) if back == 0 || rule == "year-ago quarter" => {
                // the last quarter that is over
                let date = day.date();
                let count = i32::from(date.year()) * 4 + (i32::from(date.month()) - 1) / 3 - 1;
                (i16::try_from(count.div_euclid(4)).ok()?, count.rem_euclid(4) as u8 + 1, Basis::Anchor)
            }
            _ => return None,
        };
        Some(Found::at(Stretch::part(year.checked_sub(back)?, YearPart::Quarter(quarter)), basis))
    }
}
