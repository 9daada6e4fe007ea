//! A chronology for spreadsheets: UTF-8 with a byte-order mark, RFC 4180.

use super::ATTRIBUTION;
use super::chronology::Line;

const HEAD: [&str; 18] = [
    "date_edtf",
    "earliest",
    "latest",
    "date_text",
    "event",
    "places",
    "people",
    "document",
    "quote",
    "char_start",
    "char_end",
    "status",
    "file",
    "attribution",
    "event_status",
    "told_in",
    "other_tellings",
    "told_differently",
];

/// Writes the lines. `char_start` and `char_end` count code points of the file's text, end exclusive.
pub(super) fn write(lines: &[Line<'_>]) -> String {
    let mut out = String::from("\u{feff}");
    row(&mut out, &HEAD);
    for line in lines {
        let places: Vec<&str> = line.places.iter().map(|place| place.name.as_str()).collect();
        let cells = [
            line.edtf,
            &line.when.earliest.iso(),
            &line.when.latest.iso(),
            line.date_text,
            line.title,
            &places.join("; "),
            &line.actors.join("; "),
            &line.document,
            &line.quote,
            &line.start.to_string(),
            &line.end.to_string(),
            line.status,
            line.source,
            if places.is_empty() { "" } else { ATTRIBUTION },
            line.event_status,
            &line.told_in.to_string(),
            &line.others.join(" / "),
            &line.differences.join("; "),
        ];
        row(&mut out, &cells);
    }
    out
}

fn row(out: &mut String, cells: &[&str]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        let cell = cell.replace(['\n', '\r'], " ");
        // a spreadsheet would run it as a formula; also a year before our era, which it would subtract
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
        if cell.contains([',', '"']) {
            out.extend(["\"", guard, &cell.replace('"', "\"\""), "\""]);
        } else {
            out.extend([guard, &cell]);
        }
    }
    out.push_str("\r\n");
}
