//! The chronology on paper: what is shown, as HTML, because the lists on screen hold only what is on screen.

use super::counted;
use super::dated::how_word;
use super::when::interval_text;
use crate::dossier::{DocumentId, Dossier, EventRow};
use crate::export::xml;

/// The most events that are printed: some hundred sheets.
const MOST: usize = 5000;

/// The events as a list, each with its place and the number of its source, and the sources. `filters` are the words
/// for what the events were chosen by, `map` is the drawing that goes between.
#[must_use]
pub fn sheet(
    dossier: &Dossier,
    rows: &[EventRow],
    documents: &[DocumentId],
    filters: &[String],
    map: &str,
) -> String {
    let (events, sources) = (rows.len() as u32, documents.len() as u32);
    let mut out = format!(
        "<h1>Chronology</h1><p>{} from {}",
        counted(events, "event", "events"),
        counted(sources, "document", "documents")
    );
    for filter in filters {
        out.push_str(" · ");
        out.push_str(&xml(filter));
    }
    out.push_str("</p><figure>");
    out.push_str(map);
    out.push_str("</figure><ol class=\"print-events\">");
    for row in rows.iter().take(MOST) {
        let Some(event) = dossier.event(row.id) else { continue };
        out.push_str("<li><b>");
        out.push_str(&xml(&interval_text(&row.when)));
        out.push_str(if row.inferred { "</b> <i>(inferred)</i> " } else { "</b> " });
        out.push_str("<span dir=\"auto\">");
        out.push_str(&xml(&event.title));
        out.push_str("</span>");
        for (at, place) in dossier.places_of(row.id).enumerate() {
            out.push_str(if at == 0 { " — " } else { ", " });
            out.push_str(&xml(&place.name));
        }
        if let Some(number) = documents.iter().position(|id| *id == row.id.document) {
            out.push_str(&format!(" <small>[{}]</small>", number + 1));
        }
        out.push_str("</li>");
    }
    out.push_str("</ol>");
    if rows.len() > MOST {
        let left_out = counted((rows.len() - MOST) as u32, "later event", "later events");
        out.push_str(&format!("<p>{left_out} left out: filter to print them.</p>"));
    }
    out.push_str("<h2>Sources</h2><ol class=\"print-sources\">");
    for id in documents {
        out.push_str("<li><span dir=\"auto\">");
        out.push_str(&xml(&dossier.title(*id)));
        out.push_str("</span> <small>");
        if let (Some(file), Some(document)) = (dossier.file(id.file), dossier.document(*id)) {
            out.push_str(&xml(&file.source.name));
            if let Some(date) = &document.published.date {
                out.push_str(", ");
                out.push_str(&xml(&interval_text(date)));
            }
            out.push_str(&format!(" ({})", how_word(document.published.how)));
        }
        out.push_str("</small></li>");
    }
    out.push_str("</ol><p>Place data © GeoNames (geonames.org), CC BY 4.0; map: Natural Earth.</p>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Options, analyse};
    use crate::dossier::FileId;
    use crate::ingest::Source;

    #[test]
    fn what_is_shown_stands_on_paper_with_its_source() {
        let text = "The <mill> burned on 3 May 1848 & nobody saw it.";
        let source = Source { name: "a&b.txt".into(), modified: None };
        let mut dossier = Dossier::default();
        dossier.insert(FileId(0), analyse(&source, text.as_bytes(), &Options::default(), None, &mut |_| {}));
        let documents: Vec<_> = dossier.documents().map(|(id, _)| id).collect();
        let found = sheet(&dossier, dossier.events(), &documents, &["With “Ann”".to_owned()], "<svg></svg>");
        assert!(
            found.starts_with(
                "<h1>Chronology</h1><p>1 event from 1 document · With “Ann”</p><figure><svg></svg></figure>"
            ),
            "{found}"
        );
        assert!(found.contains("<li><b>3 May 1848</b> <span dir=\"auto\">"), "{found}");
        assert!(found.contains("&lt;mill&gt;") && !found.contains("<mill>"), "{found}");
        assert!(
            found.contains("[1]</small>") && found.contains("<small>a&amp;b.txt (date unknown)</small>"),
            "{found}"
        );
    }
}
