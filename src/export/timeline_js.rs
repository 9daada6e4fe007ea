//! TimelineJS 3's JSON.

use super::ATTRIBUTION;
use super::chronology::Line;
use crate::timex::{Day, Grain, Interval};
use serde::Serialize;

#[derive(Serialize)]
struct Timeline<'d> {
    title: Slide,
    events: Vec<Event<'d>>,
    eras: [(); 0],
    scale: &'static str,
}

#[derive(Serialize)]
struct Slide {
    text: Text<'static>,
}

#[derive(Serialize)]
struct Event<'d> {
    start_date: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Date>,
    display_date: String,
    text: Text<'d>,
    group: &'d str,
    unique_id: &'d str,
}

#[derive(Serialize)]
struct Text<'d> {
    headline: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    text: std::borrow::Cow<'d, str>,
}

/// As fine as what is told: a year alone, a year and month, a day, an hour.
#[derive(Serialize, Default)]
struct Date {
    /// Negative before our era; there is no year 0.
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<i8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<i8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hour: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minute: Option<u8>,
}

/// Writes the lines; a doubtful date is told as such in `display_date`. Headline and text are HTML there.
pub(super) fn write(lines: &[Line<'_>]) -> String {
    let events = lines.iter().map(event).collect();
    let title = Slide { text: Text { headline: "Chronology".to_owned(), text: ATTRIBUTION.into() } };
    // what holds strings and numbers alone can always be written
    serde_json::to_string_pretty(&Timeline { title, events, eras: [], scale: "human" }).unwrap_or_default()
}

fn event<'d>(line: &'d Line<'_>) -> Event<'d> {
    let places: Vec<&str> = line.places.iter().map(|place| place.name.as_str()).collect();
    let place =
        if places.is_empty() { String::new() } else { format!("<p>{}</p>", html(&places.join(", "))) };
    let text =
        format!("<blockquote>{}</blockquote>{place}<p>{}</p>", html(&line.quote), html(&line.document));
    let notes = line.notes().iter().map(|note| format!("<p>{}</p>", html(note))).collect::<String>();
    let text = text + &notes;
    let (start_date, end_date) = dates(line);
    let doubt = if line.status == "inferred" { " (inferred)" } else { "" };
    Event {
        start_date,
        end_date,
        display_date: format!("{}{}{doubt}", if line.when.approximate { "c. " } else { "" }, line.date_text),
        text: Text { headline: html(line.title), text: text.into() },
        group: line.places.first().map_or("", |place| place.name.as_str()),
        unique_id: &line.id,
    }
}

fn dates(line: &Line<'_>) -> (Date, Option<Date>) {
    let Interval { earliest, latest, grain, .. } = line.when;
    let day = |day: Day| {
        let date = day.date();
        Date { month: Some(date.month()), day: Some(date.day()), ..year(day) }
    };
    let whole_month = earliest.first_of_month() == earliest && earliest.last_of_month() == latest;
    let first = earliest.date();
    let whole_year = first.month() == 1 && first.day() == 1 && latest == earliest.plus_months(12).plus(-1);
    match grain {
        _ if line.is_day() => {
            let clock = line.clock();
            (Date { hour: clock.map(|c| c.0), minute: clock.map(|c| c.1), ..day(earliest) }, None)
        }
        Grain::Month if whole_month => (Date { month: Some(first.month()), ..year(earliest) }, None),
        Grain::Year if whole_year => (year(earliest), None),
        _ => (day(earliest), Some(day(latest))),
    }
}

fn year(day: Day) -> Date {
    let year = i32::from(day.date().year());
    Date { year: if year > 0 { year } else { year - 1 }, ..Date::default() }
}

fn html(text: &str) -> String {
    super::xml(text)
}
