//! The closed word classes of event reading: verbs of speech, auxiliaries, words that name a kind of event.
//!
//! A word is compared by its stem, so that "struck", "strikes" and "striking" are one; words that tell the same
//! of an event share a [`concept`].

use crate::document::words::{Key, Words};
use serde::{Deserialize, Serialize};

/// What kind of thing happened, as far as a verb or noun of the clause tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Attacks, battles, killings.
    Violence,
    /// Floods, crashes, epidemics.
    Disaster,
    /// People came to harm; how is not said.
    Harm,
    /// A place or thing changed hands, troops moved.
    Control,
    /// People fled or were moved.
    Flight,
    /// Arrests, trials, sanctions.
    Law,
    /// Elections, treaties, laws, offices.
    Politics,
    /// Meetings, visits, talks.
    Meeting,
    /// Money promised, paid, lent; trade.
    Money,
    /// Something began, was built, opened, closed.
    Making,
    /// Births, marriages, burials.
    Life,
    /// Somebody said something.
    Speech,
    /// Anything else.
    #[default]
    Other,
}

#[rustfmt::skip]
static VIOLENCE: Words<256> = Words::of(&[&[
    "attack", "strik", "airstrik", "raid", "bomb", "shel", "blast", "explosion", "explod", "hit", "shoot",
    "murder", "assassinat", "ambush", "bombard", "assault", "clash", "fight", "battl", "massacr", "stab",
    "invad", "invasion", "offensiv", "sieg", "besieg", "behead", "destroy", "torpedo", "detonat", "gunfir",
    "skirmish", "riot", "storm", "insurgenc", "war", "rebelion", "uprising", "crackdown", "hijack", "kidnap",
    "abduct", "mortar", "execut", "missil", "rocket",
]]);
#[rustfmt::skip]
static DISASTER: Words<128> = Words::of(&[&[
    "earthquak", "quak", "flood", "hurrican", "tornado", "cyclon", "typhoon", "tsunami", "erupt", "eruption",
    "avalanch", "landslid", "crash", "colid", "colision", "derail", "sink", "capsiz", "blaz", "wildfir", "burn",
    "collaps", "colaps", "wreck", "drown", "outbreak", "epidem", "epidemic", "famin", "drought", "spil",
    "shipwreck", "fire", "fir",
]]);
static HARM: Words<64> =
    Words::of(&[&["kil", "dead", "wound", "injur", "hurt", "casualt", "victim", "fatal", "slain", "perish"]]);
#[rustfmt::skip]
static CONTROL: Words<128> = Words::of(&[&[
    "captur", "seiz", "retak", "recaptur", "overrun", "tak", "liberat", "occup", "occupy", "conquer",
    "withdraw", "retreat", "advanc", "deploy", "surrender", "dislodg", "gain", "encircl", "surround",
    "mobilis", "mobiliz", "land", "enter", "cros",
]]);
static FLIGHT: Words<32> = Words::of(&[&[
    "fle",
    "displac",
    "evacuat",
    "evacuation",
    "uproot",
    "migrat",
    "exodus",
    "escap",
    "deport",
    "resettl",
]]);
#[rustfmt::skip]
static LAW: Words<128> = Words::of(&[&[
    "arrest", "detain", "charg", "convict", "sentenc", "indict", "sue", "trial", "expel", "extradit", "sanction",
    "blacklist", "ban", "imprison", "jail", "acquit", "pardon", "fin", "impeach", "rul", "search", "outlaw",
]]);
#[rustfmt::skip]
static POLITICS: Words<128> = Words::of(&[&[
    "elect", "election", "vot", "resign", "appoint", "inaugurat", "crown", "abdicat", "coup", "overthrow",
    "oust", "depos", "dissolv", "ratif", "ratify", "sign", "agre", "agreement", "treaty", "ceasefir", "truc",
    "declar", "annex", "referendum", "swear", "dismis", "sack", "adopt", "approv", "abolish", "enact",
    "nominat", "succeed", "recognis", "recogniz", "repeal", "reject", "motion",
]]);
#[rustfmt::skip]
static MEETING: Words<128> = Words::of(&[&[
    "meet", "meeting", "visit", "sumit", "confer", "conferenc", "talk", "speak", "phon", "negotiat", "host",
    "attend", "travel", "ariv", "gather", "convers", "conversation", "negotiation", "interview", "march",
    "demonstrat", "protest", "ral",
]]);
#[rustfmt::skip]
static MONEY: Words<128> = Words::of(&[&[
    "pledg", "donat", "fund", "buy", "sel", "acquir", "invest", "loan", "pay", "grant", "merg", "bid", "award",
    "rais", "cut", "cost", "commit", "spend", "lend", "borrow", "apeal", "subsid", "default",
]]);
#[rustfmt::skip]
static MAKING: Words<128> = Words::of(&[&[
    "build", "open", "found", "establish", "launch", "start", "begin", "construct", "complet", "creat", "clos",
    "shut", "unveil", "publish", "releas", "invent", "discover", "reconstruction", "construction", "finish",
    "end", "introduc", "rebuild", "repair", "instal", "lay", "reopen", "test",
]]);
static LIFE: Words<16> = Words::of(&[&["born", "mary", "bury", "baptis", "baptiz", "wed"]]);

/// Verbs of speech that lead what is said, past and present.
#[rustfmt::skip]
static SPEECH: Words<256> = Words::of(&[&[
    "said", "says", "say", "saying", "told", "tells", "added", "adds", "adding", "reported", "reports",
    "announced", "announces", "announcing", "claimed", "claims", "warned", "warns", "warning", "stated", "states",
    "confirmed", "confirms", "declared", "declares", "insisted", "insists", "argued", "argues", "acknowledged",
    "acknowledges", "admitted", "admits", "noted", "notes", "explained", "explains", "complained", "complains",
    "concluded", "concludes", "alleged", "alleges", "suggested", "suggests", "showed", "shows", "estimated",
    "estimates", "estimate", "believes", "believe", "believed", "testified", "wrote", "writes", "expressed",
    "expresses", "denied", "denies", "reiterated", "reiterates", "restated", "repeated", "recalled", "replied",
    "accused", "accuses", "blamed", "blames", "condemned", "condemns", "urged", "urges", "called",
    "calls", "criticised", "criticized", "praised", "vowed", "vows", "promised", "promises", "predicted",
    "predicts", "remarked", "commented", "mentioned", "revealed", "reveals", "disclosed", "informed", "asked",
    "asks", "demanded", "demands", "lamented", "boasted", "swore", "maintained", "maintains", "asserted",
    "asserts", "contended", "tweeted", "thinks", "thought", "assured", "indicated", "indicates", 
    "relates",
]]);
/// Those whose content may follow bare, or that stand behind what is said: "…, he said".
#[rustfmt::skip]
static SAYS: Words<128> = Words::of(&[&[
    "said", "says", "say", "told", "tells", "added", "adds", "reported", "reports", "announced", "announces",
    "claimed", "claims", "warned", "warns", "stated", "states", "confirmed", "confirms", "insisted", "insists",
    "argued", "argues", "noted", "notes", "explained", "explains", "complained", "concluded", "showed", "shows",
    "estimated", "estimates", "believes", "believed", "testified", "wrote", "writes", "recalled", "replied",
    "declared", "revealed", "suggested", "suggests", "alleged", "acknowledged", "admitted", "thinks", "thought",
    "asserted", "maintains", "predicted", "remarked", "tweeted",
]]);
static AUXILIARY: Words<128> = Words::of(&[&[
    "is",
    "are",
    "was",
    "were",
    "am",
    "has",
    "have",
    "had",
    "does",
    "do",
    "did",
    "will",
    "would",
    "shall",
    "should",
    "can",
    "could",
    "may",
    "might",
    "must",
    "'ll",
    "’ll",
    "cannot",
    "don't",
    "don’t",
    "didn't",
    "didn’t",
    "won't",
    "won’t",
    "wasn't",
    "wasn’t",
    "weren't",
    "weren’t",
    "isn't",
    "isn’t",
    "hasn't",
    "hasn’t",
    "hadn't",
    "hadn’t",
    "can't",
    "can’t",
    "couldn't",
    "couldn’t",
    "wouldn't",
    "wouldn’t",
    "doesn't",
    "doesn’t",
    "aren't",
    "aren’t",
    "haven't",
    "haven’t",
]]);
/// Verbs that say little without their noun: "carried out an attack", "was the scene of".
static LIGHT: Words<128> = Words::of(&[&[
    "is",
    "are",
    "was",
    "were",
    "been",
    "be",
    "being",
    "has",
    "had",
    "have",
    "having",
    "carried",
    "carrying",
    "launched",
    "launching",
    "launch",
    "carry",
    "conduct",
    "prompted",
    "led",
    "conducted",
    "conducting",
    "made",
    "making",
    "took",
    "taken",
    "held",
    "began",
    "did",
    "done",
    "gave",
    "left",
    "suffered",
    "saw",
    "seen",
    "mounted",
    "staged",
    "caused",
    "came",
]]);
#[rustfmt::skip]
static STOP: Words<512> = Words::of(&[&[
    "about", "above", "after", "again", "against", "also", "although", "among", "another", "around", "because",
    "been", "before", "being", "between", "both", "could", "during", "each", "early", "every", "from", "have",
    "having", "hers", "here", "himself", "into", "itself", "last", "late", "later", "least", "less", "like",
    "many", "more", "most", "much", "near", "nearly", "next", "only", "other", "over", "several", "should",
    "since", "some", "such", "than", "that", "their", "them", "themselves", "then", "there", "these", "they",
    "this", "those", "though", "through", "time", "under", "until", "upon", "very", "were", "what", "when",
    "where", "which", "while", "whom", "whose", "will", "with", "within", "without", "would", "your", "year",
    "years", "month", "months", "week", "weeks", "days", "today", "yesterday", "people", "including", "part",
    "according", "said", "says", "told", "carried", "made", "took", "held", "came", "went", "seen", "just",
    "well", "still", "does", "done", "doing", "even", "ever", "first", "second", "same", "toward", "towards",
    "them", "back", "down", "away", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
    "december", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "officials",
    "official", "statement", "response", "place", "onto", "left", "suspected", "alleged",
]]);

/// Stems that regular endings do not give: the form, its stem.
#[rustfmt::skip]
const IRREGULAR: &[(&str, &str)] = &[
    ("struck", "strik"), ("shot", "shoot"), ("fought", "fight"), ("fled", "fle"), ("met", "meet"),
    ("took", "tak"), ("taken", "tak"), ("retook", "retak"), ("retaken", "retak"), ("held", "hold"),
    ("won", "win"), ("lost", "los"), ("sank", "sink"), ("sunk", "sink"), ("broke", "break"), ("fell", "fal"),
    ("began", "begin"), ("begun", "begin"), ("built", "build"), ("rebuilt", "rebuild"), ("bought", "buy"),
    ("sold", "sel"), ("died", "dead"), ("dies", "dead"), ("die", "dead"), ("dying", "dead"), ("death", "dead"),
    ("deaths", "dead"), ("fatalities", "dead"), ("overran", "overrun"), ("spoke", "speak"),
    ("spoken", "speak"), ("paid", "pay"), ("sworn", "swear"), ("swore", "swear"), ("withdrew", "withdraw"),
    ("withdrawn", "withdraw"), ("married", "mary"), ("marriage", "mary"), ("buried", "bury"),
    ("overthrew", "overthrow"), ("overthrown", "overthrow"), ("went", "go"), ("lent", "lend"),
    ("spent", "spend"), ("laid", "lay"), ("attacked", "attack"), ("fleeing", "fle"), ("agreeing", "agre"), ("seeing", "see"),
];

/// Words that tell the same of an event, by stem: the first of a row stands for all.
#[rustfmt::skip]
const CONCEPTS: &[&[&str]] = &[
    &["attack", "strik", "airstrik", "raid", "bomb", "shel", "hit", "assault", "bombard", "bombardment"],
    &["chemical", "gas", "sarin", "poison", "toxic", "nerv", "chlorin", "toxin"],
    &["missil", "rocket", "tomahawk"],
    &["warplan", "plan", "jet", "aircraft", "fighter", "airplan", "aeroplan", "planes", "bomber"],
    &["airfield", "airbas", "bas"],
    &["blast", "explosion", "explod", "detonat", "bomb"],
    &["kil", "dead", "fatal", "perish", "slain"],
    &["wound", "injur", "hurt"],
    &["earthquak", "quak", "tremor"],
    &["crash", "colision", "colid", "wreck", "derail"],
    &["captur", "seiz", "tak", "overrun", "retak", "recaptur", "conquer", "fal", "liberat"],
    &["fle", "displac", "evacuat", "uproot", "exodus", "flight"],
    &["arrest", "detain", "custod"],
    &["fire", "fir", "blaz", "burn", "wildfir"],
    &["flood", "inundat", "deluge"],
    &["elect", "election", "vot", "poll"],
    &["agre", "agreement", "acord", "deal", "treaty"],
    &["meet", "meeting", "talk", "negotiat", "negotiation", "sumit"],
    &["storm", "hurrican", "cyclon", "typhoon", "gal"],
    &["ferry", "boat", "ship", "vessel", "steamer"],
    &["bus", "coach"],
    &["murder", "asassinat", "stab"],
    &["sink", "capsiz", "founder", "shipwreck"],
    &["protest", "demonstrat", "demonstration", "ral", "march"],
    &["soldier", "troop", "serviceman", "servicemen"],
    &["child", "children", "pupil"],
    &["polic", "oficer", "constabl"],
];

/// Whether a word is one of `words`, whatever its case.
pub(crate) fn among<const N: usize>(word: &str, words: &Words<N>) -> bool {
    words.has(Key::of(word.as_bytes()))
}

/// Whether a verb form leads what somebody says.
pub(crate) fn is_speech(word: &str) -> bool {
    among(word, &SPEECH)
}

/// Whether what is said may follow the verb without "that", or stand before it.
pub(crate) fn is_saying(word: &str) -> bool {
    among(word, &SAYS)
}

/// Whether a word is an auxiliary, finite by itself.
pub(crate) fn is_auxiliary(word: &str) -> bool {
    among(word, &AUXILIARY)
}

/// Whether a verb says little without its noun.
pub(crate) fn is_light(word: &str) -> bool {
    among(word, &LIGHT)
}

/// Whether a word is too common to tell one event from another.
pub(crate) fn is_stop(word: &str) -> bool {
    among(word, &STOP)
}

/// A word without its ending, in lower case: "strikes", "striking" and "struck" are `strik`. Double consonants
/// at its end and silent e are taken off: no spelling for readers.
#[must_use]
pub(crate) fn stem(word: &str) -> String {
    let word = word.trim_end_matches('.').to_lowercase().replace('’', "'");
    let word = word.strip_suffix("'s").unwrap_or(&word);
    if let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return (*stem).to_owned();
    }
    let mut stem = word.to_owned();
    if !word.is_ascii() || word.len() < 4 {
        return stem;
    }
    let mut formed = false;
    let cut = |stem: &mut String, ending: &str, least: usize| {
        let fits = stem.len() >= ending.len() + least && stem.ends_with(ending);
        if fits {
            stem.truncate(stem.len() - ending.len());
        }
        fits
    };
    if cut(&mut stem, "ies", 3) || cut(&mut stem, "ied", 3) {
        stem.push('y');
    } else if !(stem.ends_with("ss") || stem.ends_with("us") || stem.ends_with("is")) {
        let plural = cut(&mut stem, "s", 3);
        if !plural {
            formed = cut(&mut stem, "ing", 3) || cut(&mut stem, "ed", 3);
        }
    }
    if !formed {
        cut(&mut stem, "e", 3);
    }
    let bytes = stem.as_bytes();
    if let [.., a, b] = bytes
        && a == b
        && stem.len() > 3
        && !matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
    {
        stem.truncate(stem.len() - 1);
    }
    stem
}

/// The stem that stands for all that tell the same.
#[must_use]
pub(crate) fn concept(stem: &str) -> &str {
    CONCEPTS.iter().find(|row| row.contains(&stem)).and_then(|row| row.first()).copied().unwrap_or(stem)
}

/// What a place sees once in a while, and instruments: they tell one event from others of a day.
#[rustfmt::skip]
static TELLING: Words<64> = Words::of(&[&[
    "missil", "mortar", "torpedo", "referendum", "coup", "earthquak", "storm", "tornado", "tsunami", "eruption",
    "erupt", "avalanch", "landslid", "elect", "drought", "epidem", "epidemic", "famin", "treaty", "crown",
]]);

/// Whether a stem names a kind of event and no more.
#[must_use]
pub(crate) fn is_generic(stem: &str) -> bool {
    class(stem) != Class::Other && !among(stem, &TELLING)
}

/// What kind of event a stem names.
#[must_use]
pub(crate) fn class(stem: &str) -> Class {
    let key = Key::of(stem.as_bytes());
    let classes = [
        (Class::Violence, VIOLENCE.has(key)),
        (Class::Disaster, DISASTER.has(key)),
        (Class::Harm, HARM.has(key)),
        (Class::Flight, FLIGHT.has(key)),
        (Class::Law, LAW.has(key)),
        (Class::Control, CONTROL.has(key)),
        (Class::Politics, POLITICS.has(key)),
        (Class::Meeting, MEETING.has(key)),
        (Class::Money, MONEY.has(key)),
        (Class::Making, MAKING.has(key)),
        (Class::Life, LIFE.has(key)),
    ];
    classes.iter().find(|(_, has)| *has).map_or(Class::Other, |(class, _)| *class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for forms in [
            &["strike", "strikes", "striking", "struck", "Strike"][..],
            &["kill", "killed", "killing", "kills"],
            &["bombed", "bombing", "bombs"],
            &["capture", "captured", "captures", "capturing"],
            &["city", "cities", "city's"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|s| *s == stems[0]), "{stems:?}");
        }
        assert_eq!(stem("glass"), "glas");
        assert_eq!(concept(&stem("raids")), concept(&stem("airstrike")));
        assert_eq!(class(&stem("earthquakes")), Class::Disaster);
        assert_eq!(class(&stem("table")), Class::Other);
    }
}
