//! Events as KML 2.2, with a `TimeStamp` or `TimeSpan`.

use super::chronology::Line;
use super::{ATTRIBUTION, xml};
use crate::timex::{Day, Grain};

/// Writes the lines; an event without a place is a placemark without a point.
pub(super) fn write(lines: &[Line<'_>]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n<name>Chronology</name>\n",
    );
    out.push_str(&format!("<description>{}</description>\n", xml(ATTRIBUTION)));
    for line in lines {
        let quote = format!("{} — {}", line.quote, line.document);
        let quote = std::iter::once(quote).chain(line.notes()).collect::<Vec<_>>().join("\n");
        out.push_str(&format!(
            "<Placemark id=\"e{}\">\n<name>{}</name>\n<description>{}</description>\n{}\n",
            line.id,
            xml(line.title),
            xml(&quote),
            time(line)
        ));
        if let Some(place) = line.places.first() {
            out.push_str(&format!(
                "<Point><coordinates>{:.4},{:.4}</coordinates></Point>\n",
                place.lon, place.lat
            ));
        }
        out.push_str("</Placemark>\n");
    }
    out.push_str("</Document>\n</kml>\n");
    out
}

fn time(line: &Line<'_>) -> String {
    let (earliest, latest) = (line.when.earliest, line.when.latest);
    if line.is_day() {
        return format!("<TimeStamp><when>{}</when></TimeStamp>", when(earliest, Grain::Day));
    }
    let grain = match line.when.grain {
        Grain::Month => Grain::Month,
        Grain::Year | Grain::Decade | Grain::Century | Grain::Millennium => Grain::Year,
        _ => Grain::Day,
    };
    // a bound that is not the unit's own is told to the day: "early April"
    let first =
        earliest.first_of_month() == earliest && (grain == Grain::Month || earliest.date().month() == 1);
    let last = latest.last_of_month() == latest && (grain == Grain::Month || latest.date().month() == 12);
    let (begin, end) = (
        when(earliest, if first { grain } else { Grain::Day }),
        when(latest, if last { grain } else { Grain::Day }),
    );
    if begin == end {
        return format!("<TimeStamp><when>{begin}</when></TimeStamp>");
    }
    format!("<TimeSpan><begin>{begin}</begin><end>{end}</end></TimeSpan>")
}

/// A day as XML Schema writes days, months and years; KML 2.2 means version 1.0 of it, which has no year 0.
fn when(day: Day, grain: Grain) -> String {
    let date = day.date();
    let year = match i32::from(date.year()) {
        year if year > 0 => format!("{year:04}"),
        year => format!("-{:04}", 1 - year),
    };
    match grain {
        Grain::Year => year,
        Grain::Month => format!("{year}-{:02}", date.month()),
        _ => format!("{year}-{:02}-{:02}", date.month(), date.day()),
    }
}
