//! What bears a place's name and is something else whatever stands around it: sums of money, forms of address,
//! peers, and bodies that put a word before a country's name.

use super::scan::Hit;
use crate::actor::cue;
use crate::actor::tokens::Tokens;
use crate::document::Shape;

/// Whether a hit is no place by what it is part of.
pub(super) fn is_other(tokens: Tokens<'_>, hit: &Hit) -> bool {
    is_currency(tokens, hit)
        || matches!(
            tokens.span(hit.first, hit.last).of(tokens.text),
            "Ms" | "Ms." | "Mrs" | "Mrs." | "Mr" | "Mr."
        )
        || is_peerage(tokens, hit)
        || is_body(tokens, hit)
        || is_treaty(tokens, hit)
        || is_street(tokens, hit)
        || is_happening(tokens, hit)
}

/// "US$100", "A$5 million", "US $ 10,000".
fn is_currency(tokens: Tokens<'_>, hit: &Hit) -> bool {
    let sign = tokens.word(hit.last);
    sign.starts_with(['$', '£', '¥', '€'])
        && (!tokens.is_spaced(hit.last)
            || tokens.shape(hit.last + 1) == Shape::Digits
            || sign.bytes().any(|b| b.is_ascii_digit()))
        && hit.words == 1
        && tokens.shape(hit.first) == Shape::Upper
}

/// "the Duchess of Windsor", "Lord Byron of Rochdale", "the Prince of Wales": who bears the title lives elsewhere.
fn is_peerage(tokens: Tokens<'_>, hit: &Hit) -> bool {
    if tokens.before(hit.first) != "of" || hit.first < 2 {
        return false;
    }
    match tokens.word(hit.first - 2) {
        "Duke" | "Duchess" | "Earl" | "Countess" | "Marquess" | "Marquis" | "Marchioness" | "Viscount"
        | "Viscountess" | "Baron" | "Baroness" => true,
        "Prince" | "Princess" => matches!(tokens.word(hit.first), "Wales" | "Orange" | "Asturias"),
        _ => false,
    }
}

/// "United Russia", "Tourism Australia": with one word more a country is a body.
fn is_body(tokens: Tokens<'_>, hit: &Hit) -> bool {
    hit.first > 0 && tokens.is_spaced(hit.first) && matches!(tokens.word(hit.first - 1), "United" | "Tourism")
}

/// "the Rome Statute": what was signed in a town is called after it for ever.
fn is_treaty(tokens: Tokens<'_>, hit: &Hit) -> bool {
    matches!(
        tokens.word(hit.last),
        "Statute"
            | "Treaty"
            | "Accord"
            | "Accords"
            | "Convention"
            | "Conventions"
            | "Protocol"
            | "Declaration"
            | "Pact"
            | "Consensus"
            | "Syndrome"
    ) && !matches!(tokens.word(hit.last + 1), "Center" | "Centre" | "Hall")
}

/// "London Road": a street bears the name of a town that it leads to, or led to once. Streets that the gazetteer
/// knows are names of their own.
fn is_street(tokens: Tokens<'_>, hit: &Hit) -> bool {
    matches!(
        tokens.word(hit.last).trim_end_matches('.'),
        "Street" | "Road" | "Avenue" | "Ave" | "Lane" | "Drive" | "Boulevard" | "Blvd" | "Rd"
    ) && tokens.is_spaced(hit.last)
}

/// The race of "the Boston Marathon" is none in Greece.
fn is_happening(tokens: Tokens<'_>, hit: &Hit) -> bool {
    hit.words == 1 && cue::is_event(tokens.word(hit.first)) && hit.first > 0 && tokens.is_high(hit.first - 1)
}
