//! The time of an event: its date with the preposition that leads it, or the bounds that others give it.

use super::clause::Line;
use crate::timex::{Day, Grain, Interval};

/// No bound before.
pub(super) fn beginning() -> Day {
    Day::from_number(i32::MIN)
}

/// No bound behind.
pub(super) fn end() -> Day {
    Day::from_number(i32::MAX)
}

/// A time and its canonical string.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Time {
    pub(super) when: Interval,
    pub(super) edtf: String,
}

impl Time {
    /// A stretch, open where its ends say so.
    pub(super) fn stretch(from: Day, to: Day, grain: Grain) -> Self {
        let (from, to) = if to < from { (to, from) } else { (from, to) };
        let write = |day: Day| if day == beginning() || day == end() { "..".to_owned() } else { day.iso() };
        let edtf = if from == to { from.iso() } else { format!("{}/{}", write(from), write(to)) };
        Self { when: Interval { earliest: from, latest: to, grain, approximate: false, whole: false }, edtf }
    }

    /// Any time up to the end of this one.
    pub(super) fn before(&self) -> Self {
        let mut time = Self::stretch(beginning(), self.when.latest, self.when.grain);
        if !self.edtf.contains(['/', '{', '[', 'T']) {
            time.edtf = format!("../{}", self.edtf);
        }
        time
    }

    /// From the beginning of this one to `until`, or open.
    pub(super) fn since(&self, until: Option<Day>) -> Self {
        let until = until.filter(|day| *day >= self.when.earliest).unwrap_or_else(end);
        let mut time = Self::stretch(self.when.earliest, until, self.when.grain);
        if !self.edtf.contains(['/', '{', '[', 'T']) && self.when.earliest != until {
            let until = if until == end() { "..".to_owned() } else { until.iso() };
            time.edtf = format!("{}/{until}", self.edtf);
        }
        time
    }
}

/// Bounds that are known roughly, the first by `grain`: "for three decades" is `198X/2017-04-26`.
pub(super) fn roughly(from: Day, to: Day, grain: Grain) -> Time {
    let mut time = Time::stretch(from, to, grain);
    let first = from.date();
    let from = match grain {
        Grain::Decade => format!("{:03}X", first.year().div_euclid(10)),
        Grain::Year => format!("{:04}~", first.year()),
        Grain::Month => format!("{:04}-{:02}~", first.year(), first.month()),
        _ => return time,
    };
    time.when.approximate = true;
    if first.year() > 0 {
        time.edtf = format!("{from}/{}", to.iso());
    }
    time
}

/// The time that a date at the token `at` gives, with what the preposition before it says; `published` ends what
/// goes on "since".
pub(super) fn led(line: Line<'_>, at: usize, date: &Time, published: Option<Day>) -> Time {
    let lead = at.checked_sub(1).unwrap_or(usize::MAX);
    if line.is(lead, &["since"]) {
        let mut time = date.since(published);
        time.when.whole = true;
        return time;
    }
    let clear = date.when.earliest != date.when.latest || date.when.grain <= Grain::Day;
    if line.is(lead, &["before", "until", "till", "by"]) && clear {
        let mut time = date.before();
        if line.is(lead, &["before"]) {
            time = Time::stretch(beginning(), date.when.earliest.plus(-1), date.when.grain);
        }
        return time;
    }
    if line.is(lead, &["after"]) && line.is(lead.wrapping_sub(1), &["soon", "shortly", "just"]) {
        return date.since(published);
    }
    date.clone()
}

/// The days of a length of time as TIMEX3 writes it, `P30Y`, `P3DE`, `P2W`; none for hours and what is not said.
pub(super) fn length(value: &str) -> Option<i32> {
    let body = value.strip_prefix('P')?;
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let count: i32 = body.get(..digits)?.parse().ok()?;
    let unit = match body.get(digits..)? {
        "D" => 1,
        "W" => 7,
        "M" => 30,
        "Q" => 91,
        "Y" => 365,
        "DE" => 3653,
        "CE" => 36_525,
        _ => return None,
    };
    count.checked_mul(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_written_as_edtf() {
        let day = Day::from_ymd(2017, 4, 5).expect("a day");
        let month = Time {
            when: Interval {
                earliest: day.first_of_month(),
                latest: day.last_of_month(),
                grain: Grain::Month,
                approximate: false,
                whole: false,
            },
            edtf: "2017-04".into(),
        };
        assert_eq!(month.before().edtf, "../2017-04");
        assert_eq!(month.since(Some(day)).edtf, "2017-04/2017-04-05");
        assert_eq!(month.since(None).edtf, "2017-04/..");
        assert_eq!(Time::stretch(day, day, Grain::Day).edtf, "2017-04-05");
        assert_eq!(
            (length("P3DE"), length("P2W"), length("PT3H"), length("PXY")),
            (Some(10_959), Some(14), None, None)
        );
    }
}
