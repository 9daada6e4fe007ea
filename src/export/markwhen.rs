//! Events as Markwhen's text: `date/date: text #tag`.

use super::ATTRIBUTION;
use super::chronology::Line;

/// Writes the lines. Markwhen counts no years before 1: such events are named in a comment.
pub(super) fn write(lines: &[Line<'_>]) -> String {
    let mut out = format!("title: Chronology\n\n// {ATTRIBUTION}\n");
    for line in lines {
        let (first, last) = (line.when.earliest, line.when.latest);
        let range = if first == last { first.iso() } else { format!("{}/{}", first.iso(), last.iso()) };
        let comment = if first.date().year() < 1 { "// left out, before year 1: " } else { "" };
        out.push_str(&format!("\n{comment}{range}: {}", line.title));
        for place in &line.places {
            let tag: String = place.name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
            out.push_str(&format!(" #{tag}"));
        }
        out.push_str(&format!("\n{comment}{} — {}\n", line.quote, line.document));
        for note in line.notes() {
            out.push_str(&format!("{comment}{note}\n"));
        }
    }
    out
}
