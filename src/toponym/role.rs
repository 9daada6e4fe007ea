//! What a mention does in its sentence, and why it was read as it was.

use super::Role;
use super::recognise::Evidence;
use super::resolve::{self, Choice, Reason};
use super::scan::{Hit, Reader};
use super::sign;
use crate::actor::cue::{self, Cue};
use crate::document::PartKind;
use crate::gazetteer::{Feature, NameKind};

/// What a mention does in its sentence.
pub(crate) fn of(reader: &Reader<'_>, hit: &Hit, options: &[Choice]) -> Role {
    let tokens = reader.tokens;
    let part = tokens.document.sentences.get(hit.sentence).map(|s| tokens.document.part_of(s));
    if options.first().is_some_and(|best| best.kind == NameKind::Demonym) {
        return Role::Demonym;
    }
    if part == Some(PartKind::Dateline) {
        return Role::Dateline;
    }
    // "U.S.-led", "Iran-backed", and by the letter of a party: "R-Texas"
    let led = tokens.is_hyphen(hit.last)
        && !tokens.is_high(hit.last + 1)
        && !cue::is_standing(tokens.word(hit.last + 1));
    let elected = tokens.is_hyphen(hit.first.wrapping_sub(1))
        && hit.first >= 2
        && matches!(tokens.word(hit.first - 2), "R" | "D" | "I");
    if led || elected {
        return Role::Demonym;
    }
    let kind = |choice: &Choice| reader.gazetteer.feature(choice.place);
    let country = options.first().is_some_and(|best| kind(best) == Feature::Country);
    // "Ankara" the province holds Ankara the government
    let capital =
        options.first().is_some_and(|best| matches!(kind(best), Feature::Capital | Feature::Admin1))
            && options.iter().any(|choice| kind(choice) == Feature::Capital);
    if (country || capital) && !is_scene(reader, hit) && is_government(reader, hit, country) {
        Role::Metonym
    } else {
        Role::Literal
    }
}

/// Whether the words around speak of a government and not of ground.
pub(crate) fn is_like_government(reader: &Reader<'_>, hit: &Hit) -> bool {
    !is_scene(reader, hit) && is_government(reader, hit, false)
}

/// Whether the words before or after speak of ground: "in Syria", "northern Iraq", "Syria's border".
fn is_scene(reader: &Reader<'_>, hit: &Hit) -> bool {
    let tokens = reader.tokens;
    let mut before = hit.first;
    if tokens.before(before).eq_ignore_ascii_case("the") {
        before -= 1;
    }
    let word = tokens.before(before);
    let led = matches!(cue::of(word), Cue::Locative | Cue::Direction)
        || matches!(
            word,
            "from" | "to" | "through" | "over" | "leaving" | "left" | "entered" | "reached" | "of"
        ) && !matches!(
            tokens.before(before.saturating_sub(1)),
            "government" | "president" | "ministry" | "army"
        );
    let possessive = matches!(tokens.word(hit.last), "'s" | "’s");
    let after = tokens.word(if possessive { hit.last + 1 } else { hit.last });
    led || matches!(cue::of(after), Cue::PlaceNoun | Cue::Direction)
        || matches!(after, "capital" | "soil" | "territory")
}

/// Whether the words around speak of a government: it acts, it is dealt with, it owns an army.
fn is_government(reader: &Reader<'_>, hit: &Hit, country: bool) -> bool {
    let tokens = reader.tokens;
    let mut before = hit.first;
    if tokens.before(before).eq_ignore_ascii_case("the") {
        before -= 1;
    }
    let dealt_with = matches!(
        tokens.before(before),
        "with"
            | "by"
            | "against"
            | "between"
            | "like"
            | "than"
            | "told"
            | "including"
            | "prompted"
            | "urged"
            | "accused"
            | "backed"
            | "supports"
            | "support"
            | "opposed"
            | "informed"
            | "government"
    );
    let next = tokens.word(hit.last);
    let possessive = matches!(next, "'s" | "’s");
    let acting = acts(next)
        || cue::of(next) == Cue::Speech
        || matches!(
            next,
            "has"
                | "had"
                | "have"
                | "is"
                | "was"
                | "will"
                | "would"
                | "could"
                | "may"
                | "to"
                | "also"
                | "did"
                | "does"
                | "recognized"
                | "recognised"
                | "passed"
                | "wants"
                | "on"
                | "now"
                | "then"
        )
        || (next == "," && tokens.word(hit.last + 1) == "which")
        || matches!(next, "military" | "army" | "troops" | "officials" | "government" | "diplomats" | "intelligence")
        // "U.S. State Department", "Russia Foreign Minister"
        || (tokens.is_high(hit.last)
            && (hit.last..hit.last + 3).any(|t| matches!(cue::of(tokens.word(t)), Cue::Organisation | Cue::Title)));
    dealt_with || (possessive && country) || acting
}

/// What governments do and places do not.
fn acts(word: &str) -> bool {
    matches!(
        word,
        "accused"
            | "accuses"
            | "agreed"
            | "agrees"
            | "announced"
            | "announces"
            | "backed"
            | "backs"
            | "blamed"
            | "blames"
            | "called"
            | "calls"
            | "claims"
            | "condemned"
            | "condemns"
            | "criticised"
            | "criticized"
            | "decided"
            | "demanded"
            | "demands"
            | "denied"
            | "denies"
            | "expelled"
            | "expressed"
            | "hopes"
            | "imposed"
            | "insists"
            | "launched"
            | "needs"
            | "offered"
            | "opposed"
            | "opposes"
            | "pledged"
            | "proposed"
            | "refused"
            | "refuses"
            | "rejected"
            | "rejects"
            | "responded"
            | "sees"
            | "sent"
            | "should"
            | "signed"
            | "suspects"
            | "supported"
            | "supports"
            | "threatened"
            | "urged"
            | "urges"
            | "vetoed"
            | "voted"
            | "vowed"
            | "wanted"
            | "wants"
            | "warned"
            | "warns"
            | "withdrew"
            | "considers"
            | "regards"
            | "views"
            | "seeks"
            | "sought"
    )
}

/// The rule that made a hit a mention: the strongest thing that spoke for it.
pub(crate) fn rule(evidence: &Evidence) -> &'static str {
    const RULES: [(usize, &str); 12] = [
        (sign::DATELINE, "dateline"),
        (sign::INSIDE_NEXT, "inside the next place"),
        (sign::AROUND_LAST, "around the place before"),
        (sign::DEMONYM, "adjective or inhabitants"),
        (sign::BEFORE_PLACE_NOUN, "before a place noun"),
        (sign::AFTER_DIRECTION, "after a direction"),
        (sign::AFTER_LOCATIVE, "after a preposition of place"),
        (sign::BESIDE_LAST, "listed with a place"),
        (sign::BESIDE_NEXT, "listed with a place"),
        (sign::SEVERAL_WORDS, "name of several words"),
        (sign::COUNTRY, "country name"),
        (sign::DIVISION, "division name"),
    ];
    RULES
        .iter()
        .find(|(feature, _)| evidence.values.get(*feature).is_some_and(|value| *value > 0.0))
        .map_or("gazetteer name", |(_, rule)| *rule)
}

/// Why the first candidate won, in one line.
pub(crate) fn why(reader: &Reader<'_>, options: &[Choice]) -> String {
    let gazetteer = reader.gazetteer;
    let Some(best) = options.first() else { return String::new() };
    let place = gazetteer.place(best.place);
    if options.len() == 1 {
        return "The only place of that name here.".into();
    }
    let whole = if place.admin1.is_empty() || place.feature == Feature::Admin1 {
        place.country_name.clone()
    } else {
        format!("{}, {}", place.admin1, place.country_name)
    };
    match resolve::reason(options) {
        Reason::Named => return format!("The words beside it say {whole}."),
        Reason::Around => return "The place before it lies there.".into(),
        Reason::Sentence => return format!("Its sentence names {whole}."),
        Reason::Near => return format!("Close to other places of the document, in {whole}."),
        Reason::Region => return format!("The document speaks of {whole}."),
        Reason::Others => return format!("Other documents of this folder speak of {whole}."),
        Reason::Kind => return "The words beside it say what kind of place it is.".into(),
        Reason::Known => {}
    }
    match place.feature {
        Feature::Country => "The country of that name.".into(),
        Feature::Capital => format!("The capital of {}.", place.country_name),
        _ if place.population > 0 && place.feature.is_settlement() => {
            format!("The best known of that name: about {} inhabitants.", rounded(place.population))
        }
        _ => "The best known of that name.".into(),
    }
}

/// A count to two figures, with commas.
fn rounded(count: u32) -> String {
    let mut step = 1;
    while count / step >= 100 {
        step *= 10;
    }
    let digits = (count / step * step).to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    #[test]
    fn counts_are_rounded_to_two_figures() {
        assert_eq!(super::rounded(1_234_567), "1,200,000");
        assert_eq!(super::rounded(999), "990");
        assert_eq!(super::rounded(45), "45");
    }
}
