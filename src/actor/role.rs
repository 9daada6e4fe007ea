//! What a person or a body is, in the text's own words: before the name or after it; of bylines and credits, what
//! they say.

use super::cue::{self, Cue};
use super::run::is_function_word;
use super::tokens::Tokens;
use crate::document::{PartKind, Shape};

/// Most tokens of an apposition.
const LONGEST_ROLE: usize = 14;

/// First token of the role that ends right before `name`; `from` is the sentence's first token.
///
/// `[possessor's] modifier* title`: "Danish interior ministry spokesman", "Norway's Prime Minister".
pub(super) fn before(tokens: Tokens<'_>, from: usize, name: usize) -> Option<usize> {
    let title = name.checked_sub(1).filter(|t| *t >= from)?;
    let mut first = office(tokens, from, title)?;
    while first > from {
        let one = first - 1;
        let word = tokens.word(one);
        if (tokens.is_high(one)
            && (word == "Former" || !is_function_word(word))
            && !is_calendar(word)
            && word != "The")
            || cue::is_title(word)
            || is_modifier(word)
            || (tokens.is_hyphen(one) && one > from)
            || (matches!(word, "'s" | "’s") && one > from && tokens.is_high(one - 1))
        {
            first = one;
        } else {
            break;
        }
    }
    (first < name).then_some(first)
}

/// First token of the office whose last word is `title`: "spokesman", "Secretary of State".
fn office(tokens: Tokens<'_>, from: usize, title: usize) -> Option<usize> {
    if cue::is_title(tokens.word(title)) {
        return Some(title);
    }
    let of = title.checked_sub(1).filter(|of| *of > from)?;
    (is_field(tokens.word(title)) && tokens.word(of) == "of" && cue::is_title(tokens.word(of - 1)))
        .then(|| of - 1)
}

/// Fields of government behind an office's "of": what a person's name does not begin with.
pub(super) fn is_field(word: &str) -> bool {
    matches!(
        word,
        "State"
            | "Staff"
            | "Defense"
            | "Defence"
            | "War"
            | "Commerce"
            | "Labor"
            | "Labour"
            | "Justice"
            | "Agriculture"
            | "Education"
            | "Energy"
            | "Interior"
            | "Health"
            | "Transport"
            | "Transportation"
            | "Police"
            | "Finance"
            | "Trade"
            | "Culture"
            | "Operations"
            | "Affairs"
    )
}

/// The tokens of the role behind a name that ends before `last`, inside a sentence that ends before `end`.
///
/// `name , [age ,] (a|an|the|his|her|their) … head … [,.]`, `name , head of …`, `name ( R-Texas )`.
pub(super) fn after(tokens: Tokens<'_>, last: usize, end: usize) -> Option<(usize, usize)> {
    if tokens.word(last) == "("
        && matches!(tokens.word(last + 1), "R" | "D" | "I")
        && tokens.is_hyphen(last + 2)
    {
        let close = (last + 3..end.min(last + 7)).find(|t| tokens.word(*t) == ")")?;
        return Some((last + 1, close));
    }
    if tokens.word(last) != "," {
        return None;
    }
    let mut first = last + 1;
    if tokens.word(first).len() <= 3
        && tokens.word(first).bytes().all(|b| b.is_ascii_digit())
        && tokens.word(first + 1) == ","
    {
        first += 2;
    }
    let told = matches!(tokens.word(first), "a" | "an" | "the" | "his" | "her" | "their" | "its");
    if told {
        first += 1;
    }
    let opens = cue::is_title(tokens.word(first))
        || is_modifier(tokens.word(first))
        || matches!(tokens.word(first + 1), "'s" | "’s");
    if !told && !opens {
        return None;
    }
    let stop = (first..end.min(first + LONGEST_ROLE)).find(|t| {
        matches!(tokens.word(*t), "," | "." | ";" | ")" | "(" | "who" | "whose" | "—" | "–" | "and")
    })?;
    // the head noun stands before the first preposition
    let prepositions = ["of", "from", "in", "at", "for", "to", "with", "on", "by"];
    let head =
        (first..stop).find(|t| prepositions.contains(&tokens.word(*t))).unwrap_or(stop).checked_sub(1)?;
    if head < first || (first..stop).any(|t| cue::of(tokens.word(t)) == Cue::Speech) {
        return None;
    }
    let word = tokens.word(head);
    let person = cue::is_title(word) || (told && is_occupation(word));
    person.then_some((first, stop))
}

/// What a byline or a credit says that a person of it does: "Reporting by Ann Lee", "AGENCY/Ann Lee". `name` is the
/// person's first token, `from` the sentence's.
pub(super) fn credit(tokens: Tokens<'_>, part: PartKind, from: usize, name: usize) -> Option<&'static str> {
    if is_photographer(tokens, name) {
        return Some("photographer");
    }
    if part == PartKind::Byline {
        return Some("reporter");
    }
    if part != PartKind::Credits {
        return None;
    }
    let by = (from + 1..name).rev().find(|t| tokens.word(*t).eq_ignore_ascii_case("by"))?;
    match tokens.word(by - 1).to_ascii_lowercase().as_str() {
        "reporting" => Some("reporter"),
        "writing" | "written" => Some("writer"),
        "editing" | "edited" => Some("editor"),
        "photo" | "photos" | "photograph" | "photographs" | "photography" => Some("photographer"),
        "translated" | "translation" => Some("translator"),
        _ => None,
    }
}

/// Whether a name stands behind a picture's agency: "AGENCY/Ann Lee".
pub(super) fn is_photographer(tokens: Tokens<'_>, name: usize) -> bool {
    name > 1
        && tokens.word(name - 1) == "/"
        && tokens.shape(name - 2) == Shape::Upper
        && tokens.word(name - 2).len() > 1
}

/// The role of an organisation, before or behind its name: "the rebel group", ", a Norwegian charity,". `from` and
/// `end` bound the sentence.
pub(super) fn of_body(
    tokens: Tokens<'_>,
    from: usize,
    name: usize,
    last: usize,
    end: usize,
) -> Option<(usize, usize)> {
    let head = name.checked_sub(1).filter(|t| *t >= from && is_body(tokens.word(*t)));
    if let Some(head) = head {
        let mut first = head;
        while first > from
            && (is_modifier(tokens.word(first - 1))
                || is_cause(tokens.word(first - 1))
                || (tokens.is_high(first - 1)
                    && !is_function_word(tokens.word(first - 1))
                    && tokens.word(first - 1) != "The"))
        {
            first -= 1;
        }
        return Some((first, name));
    }
    let mut comma = last;
    if tokens.word(comma) == "(" && tokens.word(comma + 2) == ")" {
        comma += 3;
    }
    if tokens.word(comma) != "," || !matches!(tokens.word(comma + 1), "a" | "an" | "the") {
        return None;
    }
    let first = comma + 2;
    let stop = (first..end.min(first + LONGEST_ROLE))
        .find(|t| matches!(tokens.word(*t), "," | "." | ";" | ")" | "which" | "that" | "and" | "—" | "–"))?;
    let head = (first..stop)
        .find(|t| {
            matches!(tokens.word(*t), "of" | "from" | "in" | "at" | "for" | "to" | "with" | "on" | "by")
        })
        .unwrap_or(stop)
        .checked_sub(1)?;
    (head >= first && is_body(tokens.word(head))).then_some((first, stop))
}

/// Common nouns of organisations.
fn is_body(word: &str) -> bool {
    matches!(
        word,
        "group"
            | "militia"
            | "party"
            | "agency"
            | "body"
            | "organisation"
            | "organization"
            | "movement"
            | "army"
            | "force"
            | "alliance"
            | "coalition"
            | "company"
            | "firm"
            | "maker"
            | "bank"
            | "charity"
            | "watchdog"
            | "network"
            | "newspaper"
            | "broadcaster"
            | "union"
            | "institute"
            | "tank"
            | "council"
            | "wing"
            | "offshoot"
            | "affiliate"
            | "branch"
            | "faction"
            | "regulator"
            | "operator"
            | "producer"
            | "retailer"
            | "carrier"
            | "airline"
            | "lender"
            | "club"
            | "brigade"
            | "cartel"
            | "gang"
            | "startup"
            | "insurer"
            | "exporter"
            | "brewer"
            | "daily"
            | "website"
            | "association"
            | "federation"
            | "foundation"
    )
}

/// What an organisation is about or for, before its noun.
fn is_cause(word: &str) -> bool {
    matches!(
        word,
        "rebel"
            | "militant"
            | "armed"
            | "insurgent"
            | "jihadist"
            | "extremist"
            | "separatist"
            | "terrorist"
            | "aid"
            | "rights"
            | "news"
            | "relief"
            | "weapons"
            | "chemical"
            | "car"
            | "tech"
            | "technology"
            | "drug"
            | "software"
            | "airline"
            | "environmental"
            | "think"
            | "ruling"
            | "outlawed"
            | "banned"
            | "nationalist"
            | "leftist"
            | "right-wing"
            | "left-wing"
            | "far-right"
            | "labour"
            | "labor"
            | "trade"
            | "investment"
            | "mining"
            | "steel"
            | "media"
            | "daily"
            | "weekly"
            | "umbrella"
            | "monitoring"
            | "advocacy"
            | "private"
            | "public"
    )
}

/// Whether a common noun names what a person does or is, by its ending or as one of the kin.
fn is_occupation(word: &str) -> bool {
    matches!(
        word,
        "wife"
            | "husband"
            | "son"
            | "daughter"
            | "mother"
            | "aunt"
            | "uncle"
            | "cousin"
            | "nephew"
            | "niece"
            | "widow"
            | "widower"
            | "aide"
            | "head"
            | "chief"
            | "founder"
            | "nurse"
            | "cook"
            | "clerk"
            | "priest"
            | "monk"
            | "nun"
            | "poet"
            | "pilot"
            | "student"
            | "resident"
            | "native"
            | "guide"
            | "guard"
            | "judge"
            | "scribe"
            | "smith"
            | "expert"
            | "advocate"
            | "diplomat"
            | "candidate"
            | "graduate"
            | "assistant"
            | "accountant"
            | "consultant"
            | "merchant"
            | "surgeon"
            | "heir"
            | "orphan"
            | "spy"
            | "coroner"
            | "witness"
            | "friend"
            | "neighbour"
            | "neighbor"
            | "colleague"
            | "partner"
    ) || (word.len() > 4
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && (["ist", "ian", "man", "woman", "eer"].iter().any(|e| word.ends_with(e))
            || (["er", "or"].iter().any(|e| word.ends_with(e)) && !is_thing(word))))
}

/// Nouns in -er and -or that are no agents.
fn is_thing(word: &str) -> bool {
    matches!(
        word,
        "river"
            | "water"
            | "winter"
            | "summer"
            | "number"
            | "member's"
            | "matter"
            | "order"
            | "paper"
            | "letter"
            | "center"
            | "power"
            | "tower"
            | "corner"
            | "border"
            | "quarter"
            | "weather"
            | "chapter"
            | "character"
            | "offer"
            | "answer"
            | "former"
            | "latter"
            | "other"
            | "disaster"
            | "disorder"
            | "computer"
            | "theater"
            | "barrier"
            | "career"
            | "cancer"
            | "danger"
            | "dinner"
            | "finger"
            | "timber"
            | "rubber"
            | "silver"
            | "copper"
            | "tractor"
            | "factor"
            | "sector"
            | "floor"
            | "error"
            | "terror"
            | "harbor"
            | "color"
            | "honor"
            | "labor"
            | "flavor"
            | "mirror"
            | "motor"
            | "corridor"
            | "interior"
            | "exterior"
            | "reactor"
            | "behavior"
            | "vigor"
            | "humor"
    )
}

/// Lower-case words inside a role.
fn is_modifier(word: &str) -> bool {
    matches!(
        word,
        "foreign"
            | "prime"
            | "former"
            | "vice"
            | "acting"
            | "deputy"
            | "interim"
            | "ministry"
            | "army"
            | "police"
            | "navy"
            | "military"
            | "defense"
            | "defence"
            | "interior"
            | "finance"
            | "health"
            | "justice"
            | "education"
            | "regional"
            | "senior"
            | "junior"
            | "government"
            | "state"
            | "party"
            | "opposition"
            | "rebel"
            | "executive"
            | "managing"
            | "general"
            | "assistant"
            | "associate"
            | "first"
            | "crown"
            | "presidential"
            | "union"
            | "department"
            | "bank"
            | "company"
            | "fire"
            | "county"
            | "city"
            | "village"
            | "provincial"
            | "federal"
            | "national"
            | "parliamentary"
            | "spiritual"
            | "supreme"
            | "retired"
            | "late"
            | "chief"
            | "head"
            | "lead"
            | "security"
            | "intelligence"
            | "energy"
            | "oil"
            | "trade"
            | "press"
            | "human"
            | "rights"
            | "district"
    )
}

/// Weekdays and months: days before a title, not of it.
pub(super) fn is_calendar(word: &str) -> bool {
    let word = word.strip_suffix('.').unwrap_or(word);
    ["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"]
        .iter()
        .any(|day| word.strip_suffix("day") == Some(day))
        || matches!(
            word,
            "January"
                | "February"
                | "March"
                | "April"
                | "May"
                | "June"
                | "July"
                | "August"
                | "September"
                | "October"
                | "November"
                | "December"
                | "Jan"
                | "Feb"
                | "Mar"
                | "Apr"
                | "Jun"
                | "Jul"
                | "Aug"
                | "Sept"
                | "Sep"
                | "Oct"
                | "Nov"
                | "Dec"
        )
}
