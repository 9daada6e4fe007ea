//! What one document says about its own publication day.
//!
//! Each dated mention is a [`Clue`]; a clue weighs a possible day ([`Clue::weight`], a log-probability).
//! The figures are judgements about newswire: a report tells of its own day or the day before in four
//! of five weekdays it names, and of the days behind that ever more rarely.

use crate::document::PartKind;
use crate::span::Span;
use crate::timex::Day;

/// Log-probability that a past weekday named in a report lies so many days before its publication,
/// 0 to 6: in the first sentence, and elsewhere.
const LEAD_WEEKDAY: [f32; 7] = [-0.2, -2.0, -4.0, -4.6, -5.0, -5.0, -5.3];
const WEEKDAY: [f32; 7] = [-0.6, -1.4, -2.5, -3.0, -3.4, -3.7, -4.2];
/// The same where the first sentence names no weekday: what is told further down is mostly background.
const ASIDE_WEEKDAY: [f32; 7] = [-1.5, -1.2, -1.6, -2.1, -2.5, -2.9, -3.2];
/// The same for a weekday told as still to come: 0 to 6 days ahead.
const COMING_WEEKDAY: [f32; 7] = [-2.2, -1.4, -1.6, -1.8, -2.1, -2.3, -2.6];
/// A day that has been told as past cannot lie ahead of the publication; slips of tense happen.
const AHEAD: f32 = -5.0;
/// How fast the latest day told fades as a hint at the publication, in days.
const FADE: f32 = 14.0;
/// A latest day that is long past is background, and says no more than that: this much against any day.
const BACKGROUND: f32 = -3.0;

/// What a mention says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// A day in full.
    Full(Day),
    /// A month and a day of it, and the weekday if it is said beside them (Monday 0).
    MonthDay { month: i8, day: i8, weekday: Option<u8> },
    /// A bare weekday (Monday 0).
    Weekday(u8),
    /// "this month", "earlier this month" beside a month named elsewhere in the sentence.
    ThisMonth { month: i8 },
}

/// One hint at the publication day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clue {
    pub(super) span: Span,
    pub(super) said: Said,
    pub(super) part: PartKind,
    /// Whether it stands in the first sentence of the body.
    pub(super) lead: bool,
    /// Whether it is a weekday told further down in a document whose first sentence names none.
    pub(super) aside: bool,
    /// Whether it is told as still to come.
    pub(super) coming: bool,
    /// Whether it is the latest full day, or month and day, of its document.
    pub(super) latest: bool,
}

impl Clue {
    /// The log-weight this clue gives to `day` as the publication day.
    pub(super) fn weight(&self, day: Day) -> f32 {
        match self.said {
            Said::Full(said) => self.weight_of_age(day.number() - said.number()),
            Said::MonthDay { month, day: number, weekday } => {
                let Some(said) = nearest(day, month, number) else { return AHEAD };
                let slip = if weekday.is_some_and(|w| w != said.weekday()) { AHEAD } else { 0.0 };
                slip + self.weight_of_age(day.number() - said.number())
            }
            Said::Weekday(weekday) => {
                let behind = usize::from((day.weekday() + 7 - weekday) % 7);
                if self.coming {
                    COMING_WEEKDAY[(7 - behind) % 7]
                } else if self.lead {
                    LEAD_WEEKDAY[behind]
                } else if self.aside {
                    ASIDE_WEEKDAY[behind]
                } else {
                    WEEKDAY[behind]
                }
            }
            Said::ThisMonth { month } => {
                if day.date().month() == month {
                    0.0
                } else {
                    -2.5
                }
            }
        }
    }

    /// `age`: days from the day told to the day weighed.
    fn weight_of_age(&self, age: i32) -> f32 {
        if age < 0 {
            return match self.said {
                _ if self.coming => -1.0,
                // "the country votes on May 6": the present tense tells of plans too
                Said::MonthDay { .. } => AHEAD / 2.0,
                _ => AHEAD,
            };
        }
        if self.coming {
            return -2.0;
        }
        let age = age as f32;
        match self.part {
            // a picture of the day, or of days before for a feature
            PartKind::Caption | PartKind::Headline => match age {
                a if a < 1.0 => -0.5,
                a if a < 2.0 => -1.6,
                a if a < 8.0 => -3.3,
                a => -3.6 - (a - 8.0) / (2.0 * FADE),
            },
            // an old picture says only that its day has passed
            PartKind::FilePhoto => 0.0,
            _ if self.latest => (-age / FADE).max(BACKGROUND),
            _ => 0.0,
        }
        .max(2.0 * AHEAD)
    }

    /// One line for the user: what follows from it for `day`.
    pub(super) fn reason(&self, day: Day) -> String {
        let age = match self.said {
            Said::Full(said) => day.number() - said.number(),
            Said::MonthDay { month, day: number, .. } => {
                nearest(day, month, number).map_or(0, |said| day.number() - said.number())
            }
            Said::Weekday(weekday) if self.coming => -i32::from((weekday + 7 - day.weekday()) % 7),
            Said::Weekday(weekday) => i32::from((day.weekday() + 7 - weekday) % 7),
            Said::ThisMonth { .. } => return "says “this month” of a month it names".to_owned(),
        };
        let what = match (self.part, self.lead) {
            (PartKind::Caption, _) => "the picture's day",
            (PartKind::FilePhoto, _) => "the file photo's day, which only has to be past,",
            (PartKind::Headline, _) => "the headline's day",
            (_, true) => "the first sentence's day",
            _ => "a day it tells of",
        };
        match age {
            0 => format!("{what} is the day itself"),
            1 => format!("{what} is the day before"),
            -1 => format!("{what} is the day after"),
            age if age < 0 => format!("{what} is {} days ahead", -age),
            age => format!("{what} is {age} days before"),
        }
    }
}

/// The day of that month and number nearest to `near`, in its year or the next to it.
pub(super) fn nearest(near: Day, month: i8, number: i8) -> Option<Day> {
    let year = near.date().year();
    (year - 1..=year + 1)
        .filter_map(|year| Day::from_ymd(year, month, number))
        .min_by_key(|day| (day.number() - near.number()).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn clue(said: Said, part: PartKind) -> Clue {
        Clue { span: Span::new(0, 1), said, part, lead: false, aside: false, coming: false, latest: true }
    }

    #[test]
    fn a_past_weekday_wants_its_own_day_first() {
        let friday = clue(Said::Weekday(4), PartKind::Body);
        let weights: Vec<f32> = (21..28).map(|d| friday.weight(Day::from_ymd(2017, 4, d).unwrap())).collect();
        assert!(weights.windows(2).all(|pair| pair[0] > pair[1]), "{weights:?}");
        let coming = Clue { coming: true, ..friday };
        assert!(coming.weight(day("2017-04-20")) > coming.weight(day("2017-04-22")));
    }

    #[test]
    fn a_file_photo_only_has_to_be_past() {
        let photo = clue(Said::Full(day("2017-04-07")), PartKind::FilePhoto);
        assert!((photo.weight(day("2017-04-26")) - photo.weight(day("2017-04-07"))).abs() < 1e-6);
        assert!(photo.weight(day("2017-04-06")) < photo.weight(day("2017-04-07")));
        let caption = clue(Said::Full(day("2017-04-07")), PartKind::Caption);
        assert!(caption.weight(day("2017-04-07")) > caption.weight(day("2017-04-26")));
    }

    #[test]
    fn a_month_and_day_belong_to_the_nearest_year() {
        assert_eq!(nearest(day("2018-01-05"), 12, 30), Some(day("2017-12-30")));
        assert_eq!(nearest(day("2016-02-20"), 2, 29), Some(day("2016-02-29")));
        assert_eq!(nearest(day("2016-02-20"), 2, 31), None);
    }
}
