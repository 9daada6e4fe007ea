//! A report's agency is no place, whatever else its name may be: "LONDON (Meridian Wire)".

use super::scan::Hit;
use crate::document::{Document, PartKind, Shape};
use crate::span::Span;

/// The name in the dateline's brackets, without the brackets; `None` where the document names no agency
/// there, or one that bears the dateline's own place in its name.
pub(super) fn of(text: &str, document: &Document) -> Option<Span> {
    let dateline = document.parts.iter().find(|part| part.kind == PartKind::Dateline)?.span;
    let words = dateline.of(text);
    let (open, close) = (words.find('(')?, words.rfind(')')?);
    let name = Span::new(dateline.start() + open + 1, dateline.start() + close).trim(text);
    let place = words.get(..open)?.trim().trim_end_matches(',').to_lowercase();
    let first = first_word(name.of(text))?.to_lowercase();
    (!place.contains(&first)).then_some(name)
}

/// Whether a hit is the agency: the first word of its name where the rest or a credit goes with it.
pub(super) fn is(text: &str, document: &Document, agency: Span, hit: &Hit) -> bool {
    let words = hit.span.of(text);
    let named = first_word(agency.of(text)).is_some_and(|first| first.eq_ignore_ascii_case(words));
    if !named || agency.contains(hit.span) {
        return named;
    }
    // elsewhere it is the agency where more of the name follows, and in a picture's credit
    let behind = document.tokens.partition_point(|t| t.span.start() < hit.span.end());
    let word = |at: usize| document.tokens.get(at).map_or("", |t| t.span.of(text));
    let before =
        document.tokens.partition_point(|t| t.span.end() <= hit.span.start()).checked_sub(1).map_or("", word);
    let more = document.tokens.get(behind).is_some_and(|t| t.shape == Shape::Capital)
        && agency.of(text).split_whitespace().any(|w| w == word(behind));
    let follows = more || word(behind) == "/" || before == "via";
    follows || agency.of(text).split_whitespace().count() == 1
}

fn first_word(name: &str) -> Option<&str> {
    name.split_whitespace().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Split, segment};

    fn agency(text: &str) -> Option<String> {
        let document = segment(text, Split::None, None).remove(0);
        of(text, &document).map(|span| span.of(text).to_owned())
    }

    #[test]
    fn the_dateline_names_its_agency() {
        let report = "LISBON (Meridian Wire) – The bridge was closed on Monday, the city said.\n";
        assert_eq!(agency(report).as_deref(), Some("Meridian Wire"));
        assert_eq!(
            agency("LISBON (Lisbon Gazette) – The bridge was closed on Monday, the city said.\n"),
            None
        );
        assert_eq!(agency("The bridge (an old one) was closed.\n"), None);
    }
}
