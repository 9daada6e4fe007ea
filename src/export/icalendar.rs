//! Events of a single day as iCalendar (RFC 5545).

use super::ATTRIBUTION;
use super::chronology::Line;
use crate::timex::Day;

/// Writes the lines that are days of the years 1 to 9999; coarser ones have no place in a calendar. `now` is
/// the time of writing, as `YYYYMMDDTHHMMSSZ`.
pub(super) fn write(lines: &[Line<'_>], now: &str) -> String {
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Dateline 1//EN", "CALSCALE:GREGORIAN"]
    {
        fold(&mut out, line);
    }
    for line in lines.iter().filter(|line| line.is_day() && line.when.earliest.date().year() > 0) {
        event(&mut out, line, now);
    }
    fold(&mut out, "END:VCALENDAR");
    out
}

fn event(out: &mut String, line: &Line<'_>, now: &str) {
    fold(out, "BEGIN:VEVENT");
    fold(out, &format!("UID:{}@dateline", line.id));
    fold(out, &format!("DTSTAMP:{now}"));
    fold(out, &format!("DTSTART;VALUE=DATE:{}", date(line.when.earliest)));
    fold(out, &format!("DTEND;VALUE=DATE:{}", date(line.when.latest.plus(1))));
    fold(out, &format!("SUMMARY:{}", text(line.title)));
    let doubt = if line.status == "inferred" { "\nThe date is inferred." } else { "" };
    let notes = line.notes().iter().map(|note| format!("\n{note}")).collect::<String>();
    fold(out, &format!("DESCRIPTION:{}", text(&format!("{}\n{}{doubt}{notes}", line.quote, line.document))));
    if let Some(place) = line.places.first() {
        fold(out, &format!("LOCATION:{}", text(&place.name)));
        fold(out, &format!("GEO:{:.4};{:.4}", place.lat, place.lon));
        fold(out, &format!("COMMENT:{}", text(ATTRIBUTION)));
    }
    fold(out, "TRANSP:TRANSPARENT");
    fold(out, "END:VEVENT");
}

fn date(day: Day) -> String {
    day.iso().replace('-', "")
}

/// Escapes text (section 3.3.11).
fn text(words: &str) -> String {
    words.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Writes a content line, folded after 75 bytes at most, never inside a character (section 3.1).
fn fold(out: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(character);
        length += character.len_utf8();
    }
    out.push_str("\r\n");
}
