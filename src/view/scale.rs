//! The time axis: days to pixels, and ticks that mean something at every zoom.

use super::when::{day_long, month_name, month_short, year_text};
use crate::timex::Day;

/// Shortest stretch the axis shows, in days: a quarter of a day.
const SHORTEST: f64 = 0.25;
/// The calendar's ends in days since 1970-01-01: the years −9999 to 9999.
const CALENDAR: (f64, f64) = (-4_371_587.0, 2_932_897.0);
/// Least pixels from one tick to the next.
const TICK_ROOM: f64 = 72.0;
/// Mean length of a year in the Gregorian calendar, in days.
const YEAR: f64 = 365.2425;

/// The stretch of time on screen. Days are counted from 1970-01-01 and may be fractions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeScale {
    /// The day at the left edge.
    pub start: f64,
    /// The day at the right edge; later than `start`.
    pub end: f64,
    /// Pixels between the edges.
    pub width: f64,
}

/// A line on the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Pixels from the left edge.
    pub x: f64,
    /// What to write at it.
    pub label: String,
    /// Whether a larger unit begins here: a new day, month or year.
    pub strong: bool,
}

/// The axis: its ticks, and what the ticks leave out ("April 2017" where they count days).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Axis {
    /// Ascending by `x`.
    pub ticks: Vec<Tick>,
    /// The larger units in view, each at the pixel it begins at (0 where it began earlier).
    pub bands: Vec<(f64, String)>,
}

/// How far apart ticks are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Hours(i32),
    Days(i32),
    Months(i32),
    Years(i32),
}

const STEPS: &[Step] = &[
    Step::Hours(1),
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
    Step::Years(2000),
    Step::Years(5000),
];

impl Step {
    /// Its length in days, on average.
    fn days(self) -> f64 {
        match self {
            Self::Hours(n) => f64::from(n) / 24.0,
            Self::Days(n) => f64::from(n),
            Self::Months(n) => f64::from(n) * YEAR / 12.0,
            Self::Years(n) => f64::from(n) * YEAR,
        }
    }
}

impl TimeScale {
    /// A scale over `start..end` held inside the calendar and not shorter than six hours.
    #[must_use]
    pub fn new(start: f64, end: f64, width: f64) -> Self {
        let length = (end - start).clamp(SHORTEST, CALENDAR.1 - CALENDAR.0);
        let start = start.clamp(CALENDAR.0, CALENDAR.1 - length);
        Self { start, end: start + length, width: width.max(1.0) }
    }

    /// The pixel of a day.
    #[must_use]
    pub fn x(&self, day: f64) -> f64 {
        (day - self.start) / (self.end - self.start) * self.width
    }

    /// The day at a pixel.
    #[must_use]
    pub fn day_at(&self, x: f64) -> f64 {
        self.start + x / self.width * (self.end - self.start)
    }

    /// Zoomed by `factor` (above 1 shows less time) so that the day at pixel `x` stays where it is.
    #[must_use]
    pub fn zoomed(&self, factor: f64, x: f64) -> Self {
        let length = (self.end - self.start) / factor;
        if !(SHORTEST..=CALENDAR.1 - CALENDAR.0).contains(&length) {
            return *self;
        }
        let start = self.day_at(x) - x / self.width * length;
        Self::new(start, start + length, self.width)
    }

    /// Moved so that what was at pixel `x` is at pixel `x - by`.
    #[must_use]
    pub fn panned(&self, by: f64) -> Self {
        let days = by / self.width * (self.end - self.start);
        Self::new(self.start + days, self.end + days, self.width)
    }

    /// The same stretch of time on another width.
    #[must_use]
    pub fn with_width(&self, width: f64) -> Self {
        Self { width: width.max(1.0), ..*self }
    }

    /// The ticks for this stretch.
    #[must_use]
    pub fn axis(&self) -> Axis {
        let per_day = self.width / (self.end - self.start);
        let step = STEPS
            .iter()
            .copied()
            .find(|step| step.days() * per_day >= TICK_ROOM)
            .unwrap_or(Step::Years(5000));
        match step {
            Step::Hours(n) => self.hours(n),
            Step::Days(n) => self.days(n),
            Step::Months(n) => self.months(n),
            Step::Years(n) => self.years(n),
        }
    }

    fn hours(&self, step: i32) -> Axis {
        let mut axis = Axis::default();
        let first = (self.start * 24.0 / f64::from(step)).floor() as i64 * i64::from(step);
        for hour in (0..).map(|n| first + n * i64::from(step)) {
            let day = hour as f64 / 24.0;
            if day >= self.end {
                break;
            }
            let of_day = hour.rem_euclid(24);
            let label = if of_day == 0 { day_label(day) } else { format!("{of_day:02}:00") };
            self.push(&mut axis, day, label, of_day == 0);
        }
        self.bands(&mut axis, |day| {
            let number = day.floor();
            (number, number + 1.0, day_long(day_of(number)))
        });
        axis
    }

    fn days(&self, step: i32) -> Axis {
        let mut axis = Axis::default();
        // weeks begin on Mondays (1970-01-05 was one); other steps count from the month's first day
        let mut day = self.start.floor();
        while day < self.end {
            let date = day_of(day).date();
            let due = match step {
                7 => day_of(day).weekday() == 0,
                step => (i32::from(date.day()) - 1) % step == 0 && (step == 1 || date.day() < 31),
            };
            if due {
                self.push(&mut axis, day, day_label(day), date.day() == 1);
            }
            day += 1.0;
        }
        self.bands(&mut axis, |day| {
            let date = day_of(day).date();
            let begin = f64::from(day_of(day).first_of_month().number());
            let label = format!("{} {}", month_name(date.month()), year_text(i32::from(date.year())));
            (begin, begin + f64::from(date.days_in_month()), label)
        });
        axis
    }

    fn months(&self, step: i32) -> Axis {
        let mut axis = Axis::default();
        let date = day_of(self.start).date();
        let first = i32::from(date.year()) * 12 + (i32::from(date.month()) - 1) / step * step;
        for month in (0..).map(|n| first + n * step) {
            let Some(day) = month_start(month) else { break };
            if day >= self.end {
                break;
            }
            let of_year = month.rem_euclid(12);
            let label = match of_year {
                0 => year_text(month.div_euclid(12)),
                other => month_short((other + 1) as i8).to_owned(),
            };
            self.push(&mut axis, day, label, of_year == 0);
        }
        self.bands(&mut axis, |day| {
            let year = i32::from(day_of(day).date().year());
            let end = month_start((year + 1) * 12).unwrap_or(CALENDAR.1);
            (month_start(year * 12).unwrap_or(CALENDAR.0), end, year_text(year))
        });
        axis
    }

    fn years(&self, step: i32) -> Axis {
        let mut axis = Axis::default();
        // Round years as people count them: 100 BCE is the astronomical year −99. There is no year 0,
        // so the tick between the eras stands at 1 CE.
        let from = i32::from(day_of(self.start).date().year());
        let mut counted = (if from <= 0 { from - 1 } else { from }).div_euclid(step) * step;
        loop {
            let year = match counted {
                c if c < 0 => c + 1,
                0 => 1,
                c => c,
            };
            if year > 9999 {
                break;
            }
            let label = if counted == 0 { "1 CE".to_owned() } else { year_text(year) };
            if let Some(day) = month_start(year * 12) {
                if day >= self.end {
                    break;
                }
                self.push(&mut axis, day, label, counted == 0 || counted % (step * 5) == 0);
            }
            counted += step;
        }
        axis
    }

    fn push(&self, axis: &mut Axis, day: f64, label: String, strong: bool) {
        let x = self.x(day);
        if (-1.0..=self.width + 1.0).contains(&x) {
            axis.ticks.push(Tick { x, label, strong });
        }
    }

    /// Fills the bands with the units that `unit` says a day lies in, as (begin, end, label).
    fn bands(&self, axis: &mut Axis, unit: impl Fn(f64) -> (f64, f64, String)) {
        let mut day = self.start;
        while day < self.end {
            let (begin, end, label) = unit(day);
            axis.bands.push((self.x(begin).max(0.0), label));
            // a unit always has a length, but a wrong one must not hang the page
            day = end.max(day + SHORTEST);
        }
    }
}

fn day_of(day: f64) -> Day {
    Day::from_number(day.floor() as i32)
}

/// The first day of a month counted from January of the year 0.
fn month_start(month: i32) -> Option<f64> {
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    Day::from_ymd(year, month.rem_euclid(12) as i8 + 1, 1).map(|day| f64::from(day.number()))
}

fn day_label(day: f64) -> String {
    let date = day_of(day).date();
    format!("{} {}", date.day(), month_short(date.month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(first: &str, last: &str) -> TimeScale {
        let day = |text| f64::from(Day::from_iso(text).expect("a day").number());
        TimeScale::new(day(first), day(last), 1000.0)
    }

    fn labels(first: &str, last: &str) -> Vec<String> {
        scale(first, last).axis().ticks.into_iter().map(|t| t.label).collect()
    }

    #[test]
    fn ticks_mean_something_at_every_zoom() {
        assert_eq!(labels("2017-04-04", "2017-04-05")[..4], ["4 Apr", "03:00", "06:00", "09:00"]);
        assert_eq!(labels("2017-04-01", "2017-04-08")[..3], ["1 Apr", "2 Apr", "3 Apr"]);
        assert_eq!(labels("2017-04-01", "2017-06-10")[..3], ["3 Apr", "10 Apr", "17 Apr"]);
        assert_eq!(labels("2016-11-01", "2017-10-01")[..4], ["Nov", "Dec", "2017", "Feb"]);
        assert_eq!(labels("2001-01-01", "2012-12-31")[..3], ["2001", "2002", "2003"]);
        assert_eq!(labels("0900-01-01", "2000-01-01")[..3], ["900", "1000", "1100"]);
    }

    #[test]
    fn the_eras_meet_without_a_year_nought() {
        let found = labels("-0499-01-01", "0500-01-01");
        assert!(found.contains(&"100 BCE".to_owned()) && found.contains(&"1 CE".to_owned()), "{found:?}");
        assert!(found.iter().all(|label| label != "0" && label != "1 BCE"), "{found:?}");
    }

    #[test]
    fn bands_say_what_ticks_leave_out() {
        let axis = scale("2017-03-28", "2017-04-06").axis();
        assert_eq!(axis.bands[0], (0.0, "March 2017".to_owned()));
        assert_eq!(axis.bands[1].1, "April 2017");
        assert_eq!(scale("2016-11-01", "2017-10-01").axis().bands.len(), 2);
    }

    #[test]
    fn ticks_keep_their_distance_at_any_zoom() {
        let mut scale = TimeScale::new(CALENDAR.0, CALENDAR.1, 900.0);
        for _ in 0..120 {
            let ticks = scale.axis().ticks;
            assert!(ticks.len() < 40, "{} ticks over {} days", ticks.len(), scale.end - scale.start);
            assert!(ticks.windows(2).all(|w| w[1].x - w[0].x > TICK_ROOM * 0.5), "{scale:?} {ticks:?}");
            scale = scale.zoomed(1.2, 300.0);
        }
        assert!(scale.end - scale.start >= SHORTEST);
    }

    #[test]
    fn zoom_keeps_the_day_under_the_pointer_and_pan_keeps_the_length() {
        let scale = scale("2017-04-01", "2017-05-01");
        let zoomed = scale.zoomed(3.0, 250.0);
        assert!((zoomed.day_at(250.0) - scale.day_at(250.0)).abs() < 1e-6);
        let panned = scale.panned(100.0);
        assert!((panned.x(scale.day_at(400.0)) - 300.0).abs() < 1e-6);
        assert!(((panned.end - panned.start) - (scale.end - scale.start)).abs() < 1e-6);
    }
}
