//! The texts as TEI P5, each document a `TEI` of one `teiCorpus`, with dates, places, people and
//! organisations marked.

use super::json::geonameid;
use super::{ATTRIBUTION, files, one_line, xml};
use crate::actor::ActorKind;
use crate::analysis::{Analysis, DocumentAnalysis};
use crate::dossier::{DocumentId, Dossier};
use crate::span::Span;
use crate::timex::Dated;

/// Writes the documents.
pub(super) fn write(dossier: &Dossier, documents: &[DocumentId]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n",
    );
    header(&mut out, "Corpus", ATTRIBUTION);
    for (file, documents) in files(dossier, documents) {
        for document in documents {
            text(&mut out, file, document);
        }
    }
    out.push_str("</teiCorpus>\n");
    out
}

fn header(out: &mut String, title: &str, source: &str) {
    out.push_str(&format!(
        "<teiHeader><fileDesc><titleStmt><title>{}</title></titleStmt><publicationStmt><p>Marked by Dateline</p>\
         </publicationStmt><sourceDesc><p>{}</p></sourceDesc></fileDesc></teiHeader>\n",
        xml(title),
        xml(source)
    ));
}

fn text(out: &mut String, file: &Analysis, document: &DocumentAnalysis) {
    let content = file.text.content.as_str();
    let title = document.headline.map_or_else(|| file.source.name.clone(), |span| one_line(span.of(content)));
    out.push_str("<TEI>\n");
    header(out, &title, &file.source.name);
    out.push_str("<text><body>\n");
    let marks = marks(document);
    // a paragraph for each stretch between empty lines
    let mut at = document.span.start();
    let end = document.span.end();
    let mut next = 0;
    while at < end {
        let rest = &content[at..end];
        let length = rest.find("\n\n").unwrap_or(rest.len());
        let paragraph = Span::new(at, at + length).trim(content);
        if !paragraph.is_empty() {
            out.push_str("<p>");
            inline(out, content, paragraph, &marks, &mut next);
            out.push_str("</p>\n");
        }
        at += length + 2;
    }
    out.push_str("</body></text>\n</TEI>\n");
}

/// A marked stretch: its words, and the opening and closing tag.
struct Mark {
    span: Span,
    open: String,
    close: &'static str,
}

/// The marks, ascending, not overlapping: of two that overlap the one that begins first, then the longer one.
fn marks(document: &DocumentAnalysis) -> Vec<Mark> {
    let dates = document.dates.iter().map(|date| Mark {
        span: date.span,
        open: format!("<date{}>", attributes(&date.value)),
        close: "</date>",
    });
    let places = document.places.mentions.iter().map(|mention| {
        let id = document.places.resolved(mention).and_then(geonameid);
        let link = id.map_or_else(String::new, |id| format!(" ref=\"https://www.geonames.org/{id}\""));
        Mark { span: mention.span, open: format!("<placeName{link}>"), close: "</placeName>" }
    });
    let actors = document.actors.iter().flat_map(|actor| {
        let (element, close) = match actor.kind {
            ActorKind::Person => ("persName", "</persName>"),
            ActorKind::Organisation => ("orgName", "</orgName>"),
        };
        let open = format!("<{element} key=\"{}\">", xml(&actor.name));
        actor.mentions.iter().map(move |span| Mark { span: *span, open: open.clone(), close })
    });
    let mut marks: Vec<Mark> = dates.chain(places).chain(actors).collect();
    crate::order::sort_by_key(&mut marks, |mark| (mark.span.start(), usize::MAX - mark.span.end()));
    let mut free = 0;
    marks.retain(|mark| {
        let stands = mark.span.start() >= free;
        free = if stands { mark.span.end() } else { free };
        stands
    });
    marks
}

fn inline(out: &mut String, content: &str, paragraph: Span, marks: &[Mark], next: &mut usize) {
    let mut at = paragraph.start();
    while let Some(mark) = marks.get(*next).filter(|mark| mark.span.start() < paragraph.end()) {
        *next += 1;
        if mark.span.start() < at || mark.span.end() > paragraph.end() {
            continue;
        }
        out.push_str(&xml(&content[at..mark.span.start()]));
        out.push_str(&mark.open);
        out.push_str(&xml(mark.span.of(content)));
        out.push_str(mark.close);
        at = mark.span.end();
    }
    out.push_str(&xml(&content[at..paragraph.end()]));
}

/// `when` for a day; `notBefore` and `notAfter` for one unknown moment between bounds, `from` and `to` for a
/// whole stretch; `dur` for a length.
fn attributes(date: &Dated) -> String {
    let Some(interval) = date.interval else {
        let length = date.value.strip_prefix('P').filter(|rest| !rest.contains(['X', 'E', 'Q']));
        return length.map_or_else(String::new, |_| format!(" dur=\"{}\"", xml(&date.value)));
    };
    // XML Schema 1.1: the year 0 is 1 BCE
    let (first, last) = (interval.earliest.iso(), interval.latest.iso());
    let cert = if interval.approximate { " cert=\"low\"" } else { "" };
    if interval.earliest == interval.latest {
        return format!(" when=\"{first}\"{cert}");
    }
    if interval.whole || date.through {
        return format!(" from=\"{first}\" to=\"{last}\"{cert}");
    }
    format!(" notBefore=\"{first}\" notAfter=\"{last}\"{cert}")
}
