//! What a mention does in its sentence, and why it was read as it was.

use super::recognise::Evidence;
use super::resolve::{self, Choice, Reason};
use super::scan::{Hit, Reader};
use super::sign;
use super::{Role, acting};
use crate::actor::cue::{self, Cue};
use crate::document::{PartKind, Shape};
use crate::gazetteer::{Feature, NameKind};

/// Tokens of a noun phrase behind a possessive that are looked at for its noun.
const PHRASE: usize = 5;
/// Tokens before a preposition that are looked at for what governs it: "spoke by phone to".
const GOVERNED: usize = 4;

/// A name and the list it stands in: "Turkey, Russia and the United States".
#[derive(Debug, Clone, Copy)]
struct Listed {
    /// First token of the list's first name, and one past the last of its last.
    first: usize,
    last: usize,
}

/// What kinds of names stand for somebody how readily.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// A country, a union of countries: its name is its government's.
    Country,
    /// A capital: its name may be its government's.
    Capital,
    /// Any other place: its team's name, at most its council's.
    Town,
}

/// What every mention does in its sentence, and whether it is a name used as an adjective.
pub(crate) fn all(
    reader: &Reader<'_>,
    hits: &[Hit],
    options: &[Vec<Choice>],
    mentions: &[bool],
) -> Vec<Role> {
    let said: Vec<usize> = mentions.iter().enumerate().filter(|(_, m)| **m).map(|(n, _)| n).collect();
    let mut roles = vec![Role::Literal; hits.len()];
    let mut begin = 0;
    while begin < said.len() {
        let mut end = begin + 1;
        while let (Some(one), Some(other)) =
            (said.get(end - 1).and_then(|n| hits.get(*n)), said.get(end).and_then(|n| hits.get(*n)))
            && is_coordinated(reader, one, other)
        {
            end += 1;
        }
        let names = said.get(begin..end).unwrap_or_default();
        let ends = (names.first().and_then(|n| hits.get(*n)), names.last().and_then(|n| hits.get(*n)));
        if let (Some(head), Some(tail)) = ends {
            let list = Listed { first: head.first, last: tail.last };
            for &number in names {
                if let (Some(hit), Some(own), Some(role)) =
                    (hits.get(number), options.get(number), roles.get_mut(number))
                {
                    *role = of(reader, hit, own, list);
                }
            }
        }
        begin = end;
    }
    roles
}

/// Whether nothing but commas, "and" and articles stand between two names of one sentence.
fn is_coordinated(reader: &Reader<'_>, one: &Hit, other: &Hit) -> bool {
    let gap = other.first.saturating_sub(one.last);
    one.sentence == other.sentence
        && (1..=3).contains(&gap)
        && (one.last..other.first).all(|t| matches!(reader.tokens.word(t), "," | "and" | "or" | "&" | "the"))
}

/// What a mention does in its sentence.
fn of(reader: &Reader<'_>, hit: &Hit, options: &[Choice], list: Listed) -> Role {
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
    let Some(best) = options.first() else { return Role::Literal };
    let kind = |choice: &Choice| choice.facts.feature;
    // "Ankara" the province holds Ankara the government
    let capital = matches!(kind(best), Feature::Capital | Feature::Admin1)
        && options.iter().any(|choice| kind(choice) == Feature::Capital);
    let standing = match kind(best) {
        Feature::Country => Standing::Country,
        Feature::Region if best.facts.log_population > 25.0 => Standing::Country,
        _ if capital => Standing::Capital,
        _ => Standing::Town,
    };
    let words = tokens.span(hit.first, hit.last).of(tokens.text);
    if acting::is_seat(words) {
        return if is_visited(reader, list) { Role::Literal } else { Role::Metonym };
    }
    if is_ground(reader, list) {
        return Role::Literal;
    }
    let possessed = owns(reader, list.last);
    if standing == Standing::Country
        && (matches!(possessed, Some(Owned::Institution | Owned::Other)) || is_modifier(reader, list.last))
    {
        return Role::Demonym;
    }
    if stands_for_somebody(reader, list, standing) { Role::Metonym } else { Role::Literal }
}

/// Whether the words around speak of a government and not of ground.
pub(crate) fn is_like_government(reader: &Reader<'_>, hit: &Hit) -> bool {
    let list = Listed { first: hit.first, last: hit.last };
    !is_ground(reader, list) && stands_for_somebody(reader, list, Standing::Capital)
}

/// The token right before a list, without an article.
fn before(reader: &Reader<'_>, list: Listed) -> usize {
    let article = reader.tokens.before(list.first).eq_ignore_ascii_case("the");
    list.first - usize::from(article)
}

/// Whether somebody stands in front of a house or goes there.
fn is_visited(reader: &Reader<'_>, list: Listed) -> bool {
    let tokens = reader.tokens;
    let at = before(reader, list);
    (tokens.before(at) == "from" && !is_addressed(reader, at))
        || matches!(
            tokens.before(at),
            "at" | "near"
                | "outside"
                | "inside"
                | "around"
                | "to"
                | "into"
                | "towards"
                | "toward"
                | "left"
                | "entered"
                | "visited"
                | "reached"
                | "stormed"
                | "opposite"
                | "behind"
                | "across"
                | "beside"
                | "past"
                | "leaving"
        )
        || matches!(
            tokens.word(list.last),
            "lawn" | "grounds" | "gate" | "gates" | "steps" | "building" | "garden"
        )
}

/// Whether the words before or after speak of ground: "in Syria", "northern Iraq", "Syria's border".
fn is_ground(reader: &Reader<'_>, list: Listed) -> bool {
    let tokens = reader.tokens;
    let at = before(reader, list);
    let word = tokens.before(at);
    let further = tokens.before(at.saturating_sub(1));
    let led = match word {
        "between" => !(1..=GOVERNED).any(|back| acting::is_dealing(tokens.before(at.saturating_sub(back)))),
        "with" => matches!(further, "border" | "borders" | "frontier" | "boundary" | "filled"),
        "including" => is_kind_of_ground(further),
        "from" | "to" | "on" | "of" | "for" | "over" => !is_addressed(reader, at),
        // "and, like Ankara, oppose it"
        "like" => !(tokens.word(list.last) == "," && acting::acts(tokens.word(list.last + 1))),
        "through" | "leaving" | "left" | "entered" | "reached" | "about" | "fled" | "crossed" | "toured" => {
            true
        }
        _ => matches!(cue::of(word), Cue::Locative | Cue::Direction),
    };
    let behind = tokens.word(list.last);
    led || owns(reader, list.last) == Some(Owned::Ground)
        || matches!(cue::of(behind), Cue::PlaceNoun | Cue::Direction)
        || matches!(behind, "capital" | "soil" | "territory")
}

/// "regions including", "towns such as".
fn is_kind_of_ground(noun: &str) -> bool {
    matches!(
        noun,
        "regions"
            | "areas"
            | "cities"
            | "towns"
            | "villages"
            | "provinces"
            | "places"
            | "destinations"
            | "locations"
            | "islands"
    )
}

/// Whether what a preposition before `at` belongs to is dealt with a government: "pressure on", "spoke by phone to",
/// "the government of", "$5 million from".
fn is_addressed(reader: &Reader<'_>, at: usize) -> bool {
    let tokens = reader.tokens;
    let preposition = tokens.before(at);
    let noun = tokens.before(at - 1);
    if preposition == "of" {
        return acting::is_institution(noun) && !matches!(noun, "people" | "state" | "bank" | "air")
            || matches!(
                noun,
                "behalf"
                    | "accused"
                    | "criticism"
                    | "critical"
                    | "support"
                    | "wary"
                    | "suspicious"
                    | "part's"
            );
    }
    let near =
        |far: usize, is: fn(&str) -> bool| (1..=far).any(|back| is(tokens.before(at.saturating_sub(back))));
    match preposition {
        "from" => near(GOVERNED, acting::is_sent) || near(GOVERNED, acting::is_given),
        "to" => near(GOVERNED, acting::is_sent) || near(GOVERNED, acting::is_said_to),
        "on" => {
            near(GOVERNED, acting::is_sent) || matches!(noun, "imposed" | "blamed" | "called" | "pressed")
        }
        "for" => {
            matches!(noun, "support" | "backing" | "sympathy" | "contempt" | "respect" | "played" | "scored")
        }
        _ => false,
    }
}

/// What a possessive owns, as far as it tells what the owner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owned {
    /// "Syria's border".
    Ground,
    /// "Syria's president".
    Institution,
    /// "Syria's refusal".
    Deed,
    /// Something else.
    Other,
}

/// What stands behind a name's possessive ending; `None` where it has none.
fn owns(reader: &Reader<'_>, last: usize) -> Option<Owned> {
    let tokens = reader.tokens;
    if !matches!(tokens.word(last), "'s" | "’s" | "'" | "’") {
        return None;
    }
    for token in last + 1..last + 1 + PHRASE {
        let word = tokens.word(token);
        if tokens.shape(token) == Shape::Mark && !tokens.is_hyphen(token) {
            break;
        }
        let small = word.to_ascii_lowercase();
        if matches!(cue::of(word), Cue::PlaceNoun | Cue::Direction)
            || matches!(word, "capital" | "soil" | "territory")
        {
            return Some(Owned::Ground);
        }
        // "Syria's opposition" are people, "Syria's opposition to it" is not
        if acting::is_deed(&small) && (small != "opposition" || tokens.word(token + 1) == "to") {
            return Some(Owned::Deed);
        }
        if acting::is_institution(word) || matches!(cue::of(word), Cue::Title | Cue::Organisation) {
            return Some(Owned::Institution);
        }
    }
    Some(Owned::Other)
}

/// Whether the words around speak of a government or a team: it acts, it is dealt with, it owns an army.
fn stands_for_somebody(reader: &Reader<'_>, list: Listed, standing: Standing) -> bool {
    let tokens = reader.tokens;
    let at = before(reader, list);
    let (word, further) = (tokens.before(at), tokens.before(at.saturating_sub(1)));
    let town = standing == Standing::Town;
    // the object of a verb, or of a preposition that deals
    let dealt_with = match word {
        "with" | "between" => {
            !town || (1..=3).any(|back| acting::is_dealing(tokens.before(at.saturating_sub(back))))
        }
        "by" => !town || further.ends_with("ed") || matches!(further, "beaten" | "held" | "led"),
        "against" => true,
        "to" => !town || acting::plays(further),
        "from" | "on" | "of" | "for" => !town,
        "including" => !town,
        "government" | "ally" | "allies" | "rival" | "rivals" | "foe" | "partner" | "partners"
        | "adversary" => !town,
        _ => (!town && acting::is_done_to(word)) || (acting::plays(word) && is_scored(reader, list)),
    };
    if dealt_with {
        return true;
    }
    match owns(reader, list.last) {
        Some(Owned::Deed) => return true,
        Some(Owned::Institution) => return !town,
        Some(Owned::Ground | Owned::Other) => return false,
        None => {}
    }
    if standing != Standing::Town && is_modifier(reader, list.last) {
        return true;
    }
    is_subject(reader, list, standing)
}

/// "U.S. officials", "Russia Foreign Minister", "U.S. State Department".
fn is_modifier(reader: &Reader<'_>, last: usize) -> bool {
    let tokens = reader.tokens;
    let next = tokens.word(last);
    (tokens.shape(last) == Shape::Lower && acting::is_institution(next) && next != "people")
        || (tokens.is_high(last)
            && (last..last + 3).any(|t| matches!(cue::of(tokens.word(t)), Cue::Organisation | Cue::Title)))
}

/// Whether a result stands behind: "beat Chelsea 2-0".
fn is_scored(reader: &Reader<'_>, list: Listed) -> bool {
    let tokens = reader.tokens;
    (list.last..list.last + 4)
        .any(|t| tokens.shape(t) == Shape::Digits && matches!(tokens.word(t + 1), "-" | "–"))
        || matches!(tokens.word(list.last), "in" | "on" | "to" | "for" | ".")
}

/// Whether the verb behind a list is a government's or a team's.
fn is_subject(reader: &Reader<'_>, list: Listed, standing: Standing) -> bool {
    let tokens = reader.tokens;
    let mut at = list.last;
    if tokens.word(at) == "," && matches!(tokens.word(at + 1), "which" | "who") {
        at += 2;
    }
    // "Russia and its allies said"
    if tokens.word(at) == "and" && matches!(tokens.word(at + 1), "its" | "their") {
        return true;
    }
    let far = list.last + 4;
    while at < far && acting::is_adverb(tokens.word(at)) {
        at += 1;
    }
    // "Iran on Monday agreed", "Spain last week said"
    let day = |word: &str| word.ends_with("day") || matches!(word, "week" | "month" | "year" | "night");
    if let Some(behind) = (at + 1..=at + 2).find(|t| day(tokens.word(*t)))
        && (matches!(tokens.word(at), "on" | "last" | "this") || day(tokens.word(at)))
    {
        at = behind + 1;
    } else if day(tokens.word(at)) {
        at += 1;
    }
    let verb = tokens.word(at);
    let mut next = at + 1;
    while acting::is_adverb(tokens.word(next)) && next < at + 4 {
        next += 1;
    }
    let then = tokens.word(next);
    let town = standing == Standing::Town;
    match verb {
        "has" | "had" | "have" | "having" => acting::acts(then) || acting::plays(then),
        "is" | "was" | "are" | "were" => {
            let member = matches!(then, "part" | "member" | "party")
                || (matches!(then, "a" | "an" | "the")
                    && matches!(
                        tokens.word(next + 1),
                        "member" | "ally" | "party" | "signatory" | "partner" | "guarantor"
                    ));
            acting::is_attitude(then)
                || (member && !town)
                || (then.ends_with("ing") && acting::acts(then))
                || (!town && then.ends_with("ed") && acting::is_done_to(then))
                || (matches!(then, "expected" | "likely" | "set" | "due" | "to") && !town)
        }
        "will" | "would" | "could" | "may" | "might" | "should" | "must" | "can" | "cannot" | "shall" => {
            acting::acts(then)
                || acting::plays(then)
                || (!town && then == "be" && acting::is_attitude(tokens.word(next + 1)))
                || matches!(then, "do" | "take" | "make" | "keep" | "go" | "let" | "have")
                    && standing == Standing::Country
        }
        "did" | "does" | "do" => !town && tokens.shape(next) == Shape::Lower,
        // a headline's "Russia to send"
        "to" => acting::acts(then) || acting::plays(then),
        _ => {
            let said = cue::of(verb) == Cue::Speech && !matches!(verb, "who" | "whose" | "whom");
            let played = acting::plays(verb)
                && (is_scored(reader, Listed { first: at, last: next }) || tokens.is_high(next));
            let does =
                acting::acts(verb) || (standing == Standing::Country && acting::is_deed_of(verb, then));
            (!town && (said || does)) || played
        }
    }
}

/// The rule of a country's name before what is its own: "Yemen's army", "U.S. officials". The name is no adjective.
pub(crate) const OWNER: &str = "before what is its own";

/// Whether a name that stands for what belongs to a place is the place's own name, and no adjective.
pub(crate) fn is_owner(reader: &Reader<'_>, hit: &Hit, options: &[Choice]) -> bool {
    options.first().is_some_and(|best| best.kind != NameKind::Demonym)
        && !reader.tokens.is_hyphen(hit.last)
        && !reader.tokens.is_hyphen(hit.first.wrapping_sub(1))
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
