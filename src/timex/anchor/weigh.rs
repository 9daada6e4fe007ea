//! How much a document's own words speak for each day as its publication day: log-weights, the sum of what
//! each hint says.
//!
//! The figures marked *measured* are shares among the development news (TimeBank and AQUAINT, 256 reports of
//! 1989 to 2000), smoothed; the others are judgements about how reports are written.

use super::clues::{Clue, Said, Scene};
use super::stated::Hint;
use crate::document::PartKind;
use crate::timex::Day;

/// A possible day and its log-weight.
pub(super) type Weighted = (Day, f32);

/// Log-probability that a past weekday named in a report lies so many days before its publication, 0 to 6:
/// in the first sentence, elsewhere, and where the first sentence names none. Measured.
const LEAD_WEEKDAY: [f32; 7] = [-0.3, -1.7, -3.4, -3.8, -4.4, -4.8, -5.0];
const WEEKDAY: [f32; 7] = [-0.9, -1.2, -1.7, -2.6, -2.9, -3.3, -3.7];
const ASIDE_WEEKDAY: [f32; 7] = [-1.6, -1.1, -1.5, -2.4, -2.6, -3.0, -3.3];
/// The same for the first sentence below a dateline that gives its day, from that day: it is that day's in all
/// of fourteen reports.
const FILED_WEEKDAY: [f32; 7] = [-0.1, -3.0, -4.5, -5.0, -5.5, -5.5, -5.5];
/// The same for a weekday told as still to come: 0 to 6 days ahead.
const COMING_WEEKDAY: [f32; 7] = [-2.2, -1.4, -1.6, -1.8, -2.1, -2.3, -2.6];
/// Newspapers of a Monday tell of Friday: what a weekday three days before a Monday gains. Measured.
const MONDAY: f32 = 2.0;
/// A report that says "yesterday", or "today", seldom calls that day by its weekday. Measured.
const CALLED_YESTERDAY: f32 = -1.5;
const CALLED_TODAY: f32 = -0.6;
/// A day that has been told as past cannot lie ahead of the publication; slips of tense happen.
const AHEAD: f32 = -5.0;
/// A weekday beside a day of the month that is not that day's, a counted day that is another.
const CONTRADICTED: f32 = -9.0;
/// How fast the latest day told in full fades as a hint at the publication, in days.
const FADE: f32 = 20.0;

/// Log of how much likelier than any day of the year the latest month and day told without a year is, by its
/// age in days: up to that many, so much. Measured, datelines left out: what is less than a week old is
/// called by its weekday.
const MONTH_DAY: [(i32, f32); 8] =
    [(1, 1.9), (6, 1.1), (34, 1.8), (63, 0.6), (120, -0.1), (183, -1.4), (300, -2.4), (i32::MAX, -3.0)];
/// The same for a day ahead, by how far ahead it is.
const MONTH_DAY_AHEAD: [(i32, f32); 6] =
    [(1, 1.6), (21, 1.7), (63, 0.8), (120, -0.3), (183, -1.6), (i32::MAX, -3.0)];
/// How much of that an earlier one says: it mostly goes with the latest.
const EARLIER: f32 = 0.3;
/// Log-probability that a dateline's day is the publication's, the day before it, two days before. Measured.
const FILED: [f32; 3] = [-0.4, -1.2, -4.0];

/// Share of reports whose latest year told is so many years before their own. Measured.
const YEARS_AGO: [f32; 11] = [0.17, 0.29, 0.17, 0.085, 0.07, 0.035, 0.025, 0.015, 0.015, 0.015, 0.015];
/// The share of each year further back, up to so many years.
const LONG_AGO: f32 = 0.002;
/// Share of reports whose nearest year ahead is so many years ahead, from 1. Measured.
const YEARS_AHEAD: [f32; 6] = [0.5, 0.1, 0.1, 0.05, 0.05, 0.03];
const FAR_AHEAD: f32 = 0.008;
/// Chance that a year is ahead: told as to come, and not. Measured.
const COMING_AHEAD: f32 = 0.75;
const TOLD_AHEAD: f32 = 0.12;
/// What it costs to lie outside the month that a line or a file's name gives, and outside a folder's.
pub(super) const OUTSIDE: f32 = -4.0;

/// What a year gains from which "four years ago" reaches a year that is told. Measured: it does so in three
/// of five reports that say both, and by chance in one of seven.
const REACHED: f32 = 1.4;

/// The years that a document names, each with whether it is told as to come, and how many years ago it says
/// things were.
#[derive(Debug, Clone, Default)]
pub(super) struct YearsTold {
    years: Vec<(i16, bool)>,
    ago: Vec<i16>,
}

impl YearsTold {
    /// The years of a scene. Pictures from the archive, and what is counted, speak for themselves.
    pub(super) fn of(scene: &Scene) -> Self {
        let mut years: Vec<(i16, bool)> = scene
            .clues
            .iter()
            .filter(|clue| clue.part != PartKind::FilePhoto && clue.counted.is_none())
            .filter_map(|clue| Some((clue.year()?, clue.coming)))
            .collect();
        crate::order::sort(&mut years);
        years.dedup_by_key(|(year, _)| *year);
        let mut ago = scene.years_ago.clone();
        crate::order::sort(&mut ago);
        ago.dedup();
        Self { years, ago }
    }

    /// The latest year told as past, if any.
    pub(super) fn latest(&self) -> Option<i16> {
        self.years.iter().rev().find(|(_, coming)| !coming).or(self.years.first()).map(|(year, _)| *year)
    }

    /// The log-weight of a publication in `year`; the same for all where no year is told.
    pub(super) fn weight(&self, year: i16) -> f32 {
        if self.years.is_empty() {
            return 0.0;
        }
        let past = self.years.iter().rev().find(|(told, _)| *told <= year);
        let ahead = self.years.iter().find(|(told, _)| *told > year);
        let gap = |a: i16, b: i16| usize::from(a.abs_diff(b));
        let ago =
            past.map_or(LONG_AGO, |(told, _)| YEARS_AGO.get(gap(year, *told)).copied().unwrap_or(LONG_AGO));
        let next = ahead
            .map_or(1.0, |(told, _)| YEARS_AHEAD.get(gap(*told, year) - 1).copied().unwrap_or(FAR_AHEAD));
        let reaches = |ago: &&i16| {
            let reached = year.saturating_sub(**ago);
            self.years.binary_search_by_key(&reached, |(told, _)| *told).is_ok()
        };
        let reached = self.ago.iter().filter(reaches).count() as f32 * REACHED;
        let sides: f32 = self
            .years
            .iter()
            .map(|(told, coming)| {
                let chance = if *coming { COMING_AHEAD } else { TOLD_AHEAD };
                if *told > year { chance.ln() } else { (1.0 - chance).ln() }
            })
            .sum();
        ago.ln() + next.ln() + sides + reached
    }
}

/// The days weighed; `days` ascend.
pub(super) fn weigh(scene: &Scene, hints: &[(Hint, f32)], days: &[Day]) -> Vec<Weighted> {
    let years = YearsTold::of(scene);
    let filed = scene.filed();
    // a weekday without a dateline weighs every Monday alike: once a week is enough
    let weekly = |clue: &&Clue| filed.is_none() && matches!(clue.said, Said::Weekday(_));
    let monday = Day::from_number(4);
    let of_week: [f32; 7] = [0, 1, 2, 3, 4, 5, 6].map(|step| {
        let day = monday.plus(step);
        scene.clues.iter().filter(weekly).map(|clue| weight(scene, clue, day, None, None)).sum()
    });
    // a year that nothing counts is weighed with the years
    let said: Vec<&Clue> = scene
        .clues
        .iter()
        .filter(|clue| !(weekly(clue) || matches!(clue.said, Said::Year(_)) && clue.counted.is_none()))
        .collect();
    let mut of_year = OfYear::new(&said, &years, filed);
    days.iter()
        .map(|day| {
            of_year.turn_to(day.date().year());
            let filed = of_year.filed.and_then(|readings| nearest(readings, *day));
            let own: f32 = said
                .iter()
                .zip(&of_year.readings)
                .map(|(clue, readings)| {
                    let reading = readings.and_then(|r| nearest(r, *day));
                    weight(scene, clue, *day, reading, filed)
                })
                .sum();
            let outside: f32 = hints
                .iter()
                .filter(|(hint, _)| *day < hint.within.earliest || *day > hint.within.latest)
                .map(|(_, cost)| cost)
                .sum();
            (*day, own + of_week[usize::from(day.weekday())] + of_year.weight + outside)
        })
        .collect()
}

/// What hangs on the year only, kept while the days of one year are weighed.
struct OfYear<'s> {
    clues: &'s [&'s Clue],
    told: &'s YearsTold,
    filed_on: Option<(i8, i8)>,
    year: Option<i16>,
    weight: f32,
    /// A month and day in the year before, the year and the year after.
    readings: Vec<Option<[Option<Day>; 3]>>,
    filed: Option<[Option<Day>; 3]>,
}

impl<'s> OfYear<'s> {
    fn new(clues: &'s [&'s Clue], told: &'s YearsTold, filed_on: Option<(i8, i8)>) -> Self {
        Self { clues, told, filed_on, year: None, weight: 0.0, readings: Vec::new(), filed: None }
    }

    fn turn_to(&mut self, year: i16) {
        if self.year.replace(year) == Some(year) {
            return;
        }
        let around = |month, day| [year - 1, year, year + 1].map(|year| Day::from_ymd(year, month, day));
        self.weight = self.told.weight(year);
        self.filed = self.filed_on.map(|(month, day)| around(month, day));
        self.readings = self
            .clues
            .iter()
            .map(|clue| match clue.said {
                Said::MonthDay { month, day, .. } => Some(around(month, day)),
                _ => None,
            })
            .collect();
    }
}

fn nearest(readings: [Option<Day>; 3], day: Day) -> Option<Day> {
    readings.into_iter().flatten().min_by_key(|reading| (reading.number() - day.number()).abs())
}

/// The log-weight one hint gives to `day`; `reading`: the month and day it tells, nearest to `day`;
/// `filed`: the dateline's day, from which a wire's weekdays are told.
pub(super) fn weight(scene: &Scene, clue: &Clue, day: Day, reading: Option<Day>, filed: Option<Day>) -> f32 {
    match clue.said {
        Said::Full(said) => {
            if let Some(age) = clue.counted {
                return if day.number() - said.number() == age { 0.0 } else { CONTRADICTED };
            }
            of_age(clue, day.number() - said.number())
        }
        Said::MonthDay { weekday, .. } => {
            let Some(said) = reading else { return AHEAD };
            let age = day.number() - said.number();
            if clue.counted.is_some_and(|counted| counted != age) {
                return CONTRADICTED;
            }
            let slip = if weekday.is_some_and(|w| w != said.weekday()) { CONTRADICTED } else { 0.0 };
            slip + if clue.counted.is_some() { 0.0 } else { of_age(clue, age) }
        }
        Said::Weekday(weekday) => {
            let now = filed.unwrap_or(day);
            let behind = usize::from((now.weekday() + 7 - weekday) % 7);
            if let Some(age) = clue.counted {
                return if age.rem_euclid(7) == behind as i32 { 0.0 } else { CONTRADICTED };
            }
            if clue.coming {
                return COMING_WEEKDAY[(7 - behind) % 7];
            }
            let table = match (clue.lead, clue.aside) {
                (true, _) if filed.is_some() => &FILED_WEEKDAY,
                (true, _) => &LEAD_WEEKDAY,
                (_, true) => &ASIDE_WEEKDAY,
                _ => &WEEKDAY,
            };
            let otherwise = match behind {
                0 | 1 if scene.yesterday => CALLED_YESTERDAY,
                0 if scene.today => CALLED_TODAY,
                _ => 0.0,
            };
            let monday = behind == 3 && now.weekday() == 0;
            table[behind] + otherwise + if monday { MONDAY } else { 0.0 }
        }
        Said::Year(year) => match clue.counted {
            Some(ago) if i32::from(day.date().year()) - i32::from(year) != ago => CONTRADICTED,
            _ => 0.0,
        },
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
fn of_age(clue: &Clue, age: i32) -> f32 {
    let yearless = matches!(clue.said, Said::MonthDay { .. });
    let step = |table: &[(i32, f32)], age: i32| {
        table.iter().find(|(up_to, _)| age <= *up_to).map_or(0.0, |row| row.1)
    };
    let share = if clue.latest { 1.0 } else { EARLIER };
    match clue.part {
        // an old picture says only that its day has passed
        PartKind::FilePhoto if age < 0 => AHEAD,
        PartKind::FilePhoto => 0.0,
        // a picture of the day, or of days before for a feature
        PartKind::Caption | PartKind::Headline => match age {
            ..0 if yearless || clue.coming => AHEAD / 2.0,
            ..0 => AHEAD,
            0 => 3.5,
            1 => 2.4,
            2..8 => 0.9,
            8..45 => -0.7 - (age - 8) as f32 / 20.0,
            _ => -3.0,
        },
        PartKind::Dateline if yearless => {
            usize::try_from(age).ok().and_then(|age| FILED.get(age)).copied().unwrap_or(2.0 * CONTRADICTED)
                + 5.0
        }
        _ if yearless && age >= 0 => share * step(&MONTH_DAY, age) + if clue.coming { -1.2 } else { 0.0 },
        // "the country votes on May 6": the present tense tells of plans too
        _ if yearless => {
            step(&MONTH_DAY_AHEAD, -age) * EARLIER.max(share) + if clue.coming { 0.3 } else { -1.2 }
        }
        _ if age < 0 => {
            if clue.coming {
                0.0
            } else {
                AHEAD
            }
        }
        _ if clue.coming => -1.5,
        // the year is weighed apart: this is what the day adds to it
        _ if clue.latest => (0.5 + 0.5 * 365.0 / FADE * (-(age as f32) / FADE).exp()).ln(),
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn clue(said: Said, part: PartKind) -> Clue {
        let span = Span::new(0, 1);
        Clue { span, said, part, lead: false, aside: false, coming: false, latest: true, counted: None }
    }

    fn alone(clue: Clue, days: &[&str]) -> Vec<f32> {
        let scene = Scene { clues: vec![clue], ..Scene::default() };
        let days: Vec<Day> = days.iter().map(|iso| day(iso)).collect();
        weigh(&scene, &[], &days).into_iter().map(|(_, weight)| weight).collect()
    }

    #[test]
    fn a_past_weekday_wants_its_own_day_first() {
        let friday = clue(Said::Weekday(4), PartKind::Body);
        let week = ["2017-04-21", "2017-04-22", "2017-04-23"];
        assert!(alone(friday, &week).windows(2).all(|pair| pair[0] > pair[1]));
        let coming = alone(Clue { coming: true, ..friday }, &["2017-04-20", "2017-04-22"]);
        assert!(coming[0] > coming[1]);
    }

    #[test]
    fn a_file_photo_only_has_to_be_past() {
        let photo = clue(Said::Full(day("2017-04-07")), PartKind::FilePhoto);
        let weights = alone(photo, &["2017-04-06", "2017-04-07", "2017-04-26"]);
        assert!((weights[1] - weights[2]).abs() < 1e-6 && weights[0] < weights[1]);
        let caption =
            alone(clue(Said::Full(day("2017-04-07")), PartKind::Caption), &["2017-04-07", "2017-04-26"]);
        assert!(caption[0] > caption[1]);
    }

    #[test]
    fn a_weekday_beside_a_day_of_the_month_gives_the_year() {
        let friday = clue(Said::MonthDay { month: 8, day: 7, weekday: Some(4) }, PartKind::Body);
        let weights = alone(friday, &["1997-08-20", "1998-08-20", "1999-08-20"]);
        assert!(weights[1] > weights[0] + 5.0 && weights[1] > weights[2] + 5.0);
    }

    #[test]
    fn years_told_bound_the_publication() {
        let scene = Scene { clues: vec![clue(Said::Year(1995), PartKind::Body)], ..Scene::default() };
        let years = YearsTold::of(&scene);
        assert!(years.weight(1996) > years.weight(1995) && years.weight(1996) > years.weight(1999));
        assert!(years.weight(1995) > years.weight(1994) && years.latest() == Some(1995));
    }

    #[test]
    fn years_ago_reach_a_year_that_is_told() {
        let clues = vec![clue(Said::Year(1994), PartKind::Body)];
        let years = YearsTold::of(&Scene { clues, years_ago: vec![4], ..Scene::default() });
        assert!((1995..2010).all(|year| year == 1998 || years.weight(1998) > years.weight(year) - 0.2));
    }

    #[test]
    fn what_is_counted_decides() {
        let yesterday = Clue { counted: Some(1), ..clue(Said::Full(day("2017-04-04")), PartKind::Body) };
        let weights = alone(yesterday, &["2017-04-04", "2017-04-05", "2017-04-06"]);
        assert!(weights[1] > weights[0] + 4.0 && weights[1] > weights[2] + 4.0);
    }
}
