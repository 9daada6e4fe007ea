//! Whether the words around a date tell of what was or of what will be.
//!
//! The verb group nearest before the date decides ("said Friday that it will" is said on Friday), or the
//! nearest behind it where the date opens its clause ("On Tuesday the board will …"). A group is read
//! from its last word: a participle or an infinitive hands on to what leads it, so that "would be
//! named", "planned to leave" and "is to resume" look ahead although their verbs' forms are past or bare.

use crate::document::Shape;
use crate::document::words::{Key, Words};
use crate::lexicon::Reading;
use crate::timex::pattern::Line;
use crate::timex::rules::Tense;

/// Tokens looked at on either side: about a clause.
const REACH: usize = 40;

#[rustfmt::skip]
static MODAL: Words<64> = Words::of(&[&[
    "will", "shall", "won't", "won’t", "'ll", "’ll", "would", "could", "may", "might", "must", "should",
    "can", "cannot", "ought", "wouldn't", "wouldn’t",
]]);
/// Adverbs and the like, which stand inside a verb group; those in -ly are told by their ending.
#[rustfmt::skip]
static INSIDE: Words<64> = Words::of(&[&[
    "not", "n't", "also", "now", "still", "again", "soon", "then", "yet", "never", "always", "often",
    "both", "all", "just", "even", "ever", "only", "already", "once",
]]);
/// Past forms that do not end in -ed; those spelt like their present are left out where it is commoner.
#[rustfmt::skip]
static PAST: Words<512> = Words::of(&[&[
    "said", "told", "was", "were", "had", "did", "didn't", "didn’t", "wasn't", "wasn’t", "weren't",
    "weren’t", "been", "went", "gone", "took", "taken", "came", "fell", "fallen", "rose", "risen", "made",
    "held", "met", "left", "began", "begun", "won", "lost", "shot", "struck", "hit", "sent", "gave",
    "given", "got", "saw", "seen", "found", "thought", "became", "broke", "broken", "brought", "built",
    "bought", "cut", "drew", "drawn", "drove", "driven", "fought", "flew", "flown", "grew", "grown", "kept",
    "knew", "led", "paid", "put", "ran", "sold", "shut", "spoke", "spoken", "spent", "stood", "threw",
    "thrown", "wrote", "written", "died", "quit", "sank", "sunk", "rang", "sang", "fled", "bled", "dealt",
    "sought", "laid", "lay", "fed", "felt", "heard", "hurt", "slept", "stole", "stolen", "swept", "sworn",
    "swore", "taught", "tore", "torn", "woke", "wore", "withdrew", "withdrawn", "caught", "chose", "chosen",
    "ate", "burst", "bore", "bound", "forbade", "forgot", "froze", "frozen", "hid", "hidden", "hung",
    "lent", "lit", "meant", "overtook", "overthrew", "rode", "shook", "shaken", "shown", "shrank", "slid",
    "split", "spread", "sprang", "stuck", "swam", "swung", "undertook", "upheld", "understood", "set",
    "let",
]]);
/// Words in -ed that are no past forms.
#[rustfmt::skip]
const NOT_PAST: &[&str] = &[
    "bleed", "breed", "deed", "embed", "exceed", "feed", "heed", "hundred", "indeed", "kindred", "naked",
    "need", "proceed", "sacred", "seed", "speed", "succeed", "weed", "wicked",
];
/// Verbs, nouns and adjectives that look ahead: what is planned, promised, asked for or due.
#[rustfmt::skip]
static AHEAD: Words<256> = Words::of(&[&[
    "about", "agree", "agreed", "agreement", "agrees", "aim", "aims", "anticipated", "arranged", "ask",
    "asked", "asks", "booked", "commit", "committed", "deadline", "decide", "decided", "decides",
    "decision", "demanded", "demanding", "demands", "due", "eligible", "expect", "expected", "expecting",
    "expects", "going", "hope", "hoped", "hopes", "hoping", "instructed", "intend", "intended", "intends",
    "intention", "invite", "invited", "invites", "likely", "need", "needs", "offer", "offered", "offers",
    "ordered", "orders", "plan", "planned", "planning", "plans", "pledge", "pledged", "pledges", "poised",
    "prepare", "prepared", "prepares", "preparing", "promise", "promised", "promises", "proposal",
    "proposed", "proposes", "ready", "request", "requested", "required", "rescheduled", "schedule",
    "scheduled", "schedules", "set", "slated", "supposed", "threaten", "threatened", "threatens",
    "threatening", "unlikely", "urge", "urged", "urges", "vow", "vowed", "vows", "want", "wanted", "wants",
    "wish",
]]);
/// Those that look ahead without an infinitive too: "a news conference scheduled Thursday".
#[rustfmt::skip]
static PLANNED: Words<64> = Words::of(&[&[
    "anticipated", "due", "expected", "expecting", "expects", "payable", "plan", "planned", "planning",
    "plans", "proposed", "rescheduled", "schedule", "scheduled", "schedules", "scheduling", "slated",
    "tentatively", "upcoming", "forecast", "forthcoming", "impending", "maturing", "expiring",
]]);
/// What moves an event to a later time: "postponed until Tuesday".
#[rustfmt::skip]
static DEFERRED: Words<64> = Words::of(&[&[
    "adjourned", "deferred", "delayed", "extend", "extended", "gave", "give", "given", "gives", "has",
    "have", "moved", "off", "postpone", "postponed", "pushed", "recessed", "remanded", "rescheduled",
    "suspended", "extending", "postponing", "delaying", "giving", "grace", "extension", "reprieve",
]]);
/// Verbs of coming, going, beginning and ending, whose present tense tells of a timetable.
#[rustfmt::skip]
static TIMETABLE: Words<64> = Words::of(&[&[
    "arrive", "arrives", "begin", "begins", "comes", "commences", "convene", "convenes", "depart",
    "departs", "expire", "expires", "go", "goes", "holds", "kicks", "meet", "meets", "opens", "reconvene",
    "reconvenes", "resume", "resumes", "starts", "takes",
]]);
/// The same, of words that are nouns too: only behind what must be their subject.
#[rustfmt::skip]
const TIMETABLE_OR_NOUN: &[&str] = &[
    "airs", "appear", "appears", "close", "closes", "debut", "debuts", "end", "ends", "face", "faces", "fly",
    "flies", "head", "heads", "hold", "host", "hosts", "join", "joins", "launch", "launches", "leave",
    "leaves", "open", "play", "plays", "premiere", "premieres", "report", "reports", "release", "releases",
    "return", "returns", "speak", "speaks", "start", "testify", "testifies", "travel", "travels", "visit",
    "visits", "vote", "votes",
];
/// What happens without a date set for it, or is known only when it is over.
#[rustfmt::skip]
const UNPLANNED: &[&str] = &[
    "accident", "arrest", "arrests", "assault", "attack", "attacks", "avalanche", "blast", "blasts", "blaze",
    "bombing", "bombings", "clash", "clashes", "collapse", "collision", "coup", "crackdown", "crash", "death",
    "deaths", "defeat", "derailment", "disaster", "earthquake", "explosion", "explosions", "fire", "flood",
    "floods", "hijacking", "incident", "kidnapping", "killing", "killings", "landslide", "loss", "losses",
    "massacre", "murder", "murders", "outage", "outbreak", "plunge", "quake", "riot", "riots",
    "robbery", "ruling", "selloff", "shooting", "shootings", "slaying", "slayings", "slide", "stabbing",
    "storm", "tornado", "tsunami", "victory", "violence", "win", "wreck",
];
/// Present forms of what lasts.
#[rustfmt::skip]
const LASTING: &[&str] = &[
    "is", "are", "am", "'m", "’m", "'re", "’re", "remain", "remains", "stay", "stays", "lasts", "runs", "continues",
];
/// Words that stand before a noun, and so never before an infinitive's "to" or behind it.
#[rustfmt::skip]
static BEFORE_NOUN: Words<64> = Words::of(&[&[
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those",
    "some", "any", "each", "every", "no", "which", "whom",
]]);

/// The tense around the date of the tokens `first..last`.
pub(super) fn around(line: &Line<'_>, first: usize, last: usize) -> Tense {
    if let Some(tense) = led(line, first, last) {
        return tense;
    }
    if asks(line, first) {
        return Tense::Future;
    }
    let before = (first.saturating_sub(REACH)..first)
        .rev()
        .take_while(|at| !line.is(*at, ";"))
        .find_map(|at| verb(line, at, first));
    let behind = || {
        (last..line.tokens.len().min(last + REACH))
            .take_while(|at| !line.is(*at, ";"))
            .find_map(|at| verb(line, at, line.tokens.len()).map(|tense| onward(line, at, tense)))
    };
    let found = if opens_clause(line, first) { behind().or(before) } else { before.or_else(behind) };
    // a term is set, unless a verb says otherwise
    let term = first > 0 && line.is(first - 1, "by");
    found.unwrap_or(if term { Tense::Future } else { Tense::Unsaid })
}

/// What the words just before the date say of it, whatever the verb.
fn led(line: &Line<'_>, first: usize, last: usize) -> Option<Tense> {
    let word = |back: usize| first.checked_sub(back).map_or("", |at| line.word(at));
    let is = |back: usize, words: &[&str]| words.iter().any(|w| word(back).eq_ignore_ascii_case(w));
    // "after Friday's crash", "ahead of Sunday's election": what has a name is there, or comes
    let named = line.is_any(last, &["'s", "’s"]);
    if is(1, &["since"]) || named && is(1, &["after", "following", "follows", "followed", "despite"]) {
        return Some(Tense::Past);
    }
    // "the quarter ended Sept. 30"
    if is(1, &["ended"]) || line.is(last, "ended") {
        return Some(Tense::Past);
    }
    let coming = is(1, &["as"]) && is(2, &["soon", "early"])
        || is(1, &["starting", "beginning", "effective", "payable", "ending"])
        || is(1, &["than"]) && is(2, &["later"]) && is(3, &["no"])
        || is(1, &["of"]) && is(2, &["ahead", "advance"])
        || named && is(1, &["for"])
        || is(1, &["for"]) && is(2, &["set", "called"]);
    if coming {
        return Some(Tense::Future);
    }
    // nobody plans "Sunday's deadly crash"
    let event = last + usize::from(named);
    if line.is_any(event, UNPLANNED) || line.is_any(event + 1, UNPLANNED) && !line.is_in(event, &BEFORE_NOUN)
    {
        return Some(Tense::Past);
    }
    if is(1, &["until", "till", "to", "through"]) {
        let deferred = (first.saturating_sub(14)..first - 1)
            .rev()
            .take_while(|at| !line.is_any(*at, &[",", ";", "not"]))
            .any(|at| line.is_in(at, &DEFERRED));
        if deferred {
            return Some(Tense::Future);
        }
    }
    // "is at sea until Sunday"
    if is(1, &["until", "till", "through"]) {
        let clause = (first.saturating_sub(REACH / 4)..first - 1)
            .rev()
            .take_while(|at| !line.is_any(*at, &[",", ";", "that", "and", "but"]));
        let present = clause.clone().find(|at| line.is_any(*at, LASTING));
        let told = clause.clone().find(|at| is_past(line.word(*at)));
        if present.is_some_and(|be| told.is_none_or(|past| past > be)) {
            return Some(Tense::Future);
        }
    }
    None
}

/// Whether the words before the date at `first` ask somebody for something: "please send them", "let me know".
fn asks(line: &Line<'_>, first: usize) -> bool {
    (first.saturating_sub(REACH / 2)..first)
        .rev()
        .take_while(|at| !line.is_any(*at, &[";", ":"]))
        .take_while(|at| !is_past(line.word(*at)) || line.is(*at, "let"))
        .any(|at| {
            let opens = at == 0 || line.is_any(at - 1, &[",", "so", "please", "and", "“", "\"", "then"]);
            line.is(at, "please")
                || opens && line.is(at, "let") && line.is_any(at + 1, &["me", "us", "him", "her", "them"])
        })
}

/// Whether the date at `first` opens its clause: its verb is behind it.
fn opens_clause(line: &Line<'_>, first: usize) -> bool {
    let mut at = first;
    while at
        .checked_sub(1)
        .is_some_and(|b| line.is_any(b, &["on", "in", "by", "the", "also", "early", "late"]))
    {
        at -= 1;
    }
    // "Monday and Tuesday": the second of two goes with the first
    let listed = at > 1 && line.is_any(at - 1, &["and", ","]) && is_dated(line, at - 2);
    if listed {
        return false;
    }
    at == 0
        || line.is_any(at - 1, &["and", "but", "while", "--", "—", "“", "``", "\"", ":", "that"])
        || line.is(at - 1, ",") && at < first
}

/// Whether token `at` is a weekday, a month or a number.
fn is_dated(line: &Line<'_>, at: usize) -> bool {
    let named = |reading| matches!(reading, Reading::Weekday(_) | Reading::Month(_) | Reading::Today(_));
    line.tokens[at].shape == Shape::Digits || line.readings[at].iter().any(|reading| named(*reading))
}

/// What a verb group that holds token `at` says; `end` is where the search began. `None` where the token
/// is no verb, or leaves the answer to the words before it.
fn verb(line: &Line<'_>, at: usize, end: usize) -> Option<Tense> {
    let shape = line.tokens[at].shape;
    if shape != Shape::Lower && shape != Shape::Mark {
        return None;
    }
    if line.is_in(at, &MODAL) {
        return Some(modal(line, at));
    }
    if line.is(at, "to") {
        return infinitive(line, at, end);
    }
    let word = line.word(at);
    if line.is_in(at, &PLANNED) {
        return planned(line, at, end);
    }
    // "the funeral is on Saturday"
    if line.is_any(at, &["is", "are"]) && end < line.tokens.len() && at + 4 >= end {
        let between =
            |i: usize| line.is_any(i, &["on", "in", "this", "at", "for", "not", "until", "midnight", "noon"]);
        return (at + 1..end).all(between).then_some(Tense::Future);
    }
    let leader = leader(line, at);
    let be = leader.is_some_and(|l| line.is_any(l, &["is", "are", "'re", "’re", "am", "'m", "’m"]));
    if word.len() > 4 && word.ends_with("ing") {
        return be.then_some(Tense::Future);
    }
    if line.is(at, "set") && line.is_any(at + 1, &["for", "to"]) {
        return planned(line, at, end);
    }
    if is_past(word) {
        // "would be named", "to be named": the words before it say; "the reduced dividend": no verb
        // "will hit": as bare as it is past
        let led = leader.is_some_and(|l| {
            line.is_any(l, &["be", "to", "do", "does", "did"])
                || line.is_in(l, &BEFORE_NOUN) && !line.is_any(l, &["that", "which", "whom"])
                || is_modal(line, l)
        });
        return match (led, be) {
            (true, _) => None,
            (false, true) => Some(Tense::Unsaid),
            (false, false) => Some(Tense::Past),
        };
    }
    let timetable = line.is_in(at, &TIMETABLE) && !(at > 0 && line.is_in(at - 1, &BEFORE_NOUN))
        || line.is_any(at, TIMETABLE_OR_NOUN) && has_subject(line, at)
        || line.is(at, "take") && line.is_any(at + 1, &["effect", "place", "office", "part", "power"]);
    let bare =
        leader.is_none_or(|l| !line.is_any(l, &["to", "do", "does", "did", "let"]) && !is_modal(line, l));
    (timetable && bare).then_some(Tense::Future)
}

/// Whether what stands before the word at `at` can only be its subject: "she returns", "voters go",
/// "Italy plays".
fn has_subject(line: &Line<'_>, at: usize) -> bool {
    let Some(before) = leader(line, at) else { return false };
    let word = line.word(before);
    let pronoun = line.is_any(before, &["he", "she", "it", "they", "we", "who", "which", "that", "i", "you"]);
    // a singular subject takes the verb's -s, a plural one gives its own
    let third = line.word(at).ends_with('s');
    let lower = line.tokens[before].shape == Shape::Lower || before == 0;
    pronoun
        || third && line.capital(before) && !word.ends_with('s')
        || !third && lower && word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
}

/// Whether token `at` is a modal verb, and not the month.
fn is_modal(line: &Line<'_>, at: usize) -> bool {
    line.is_in(at, &MODAL) && line.tokens[at].shape != Shape::Capital
}

/// "will", "would have", "could not be reached".
fn modal(line: &Line<'_>, at: usize) -> Tense {
    let mut next = at + 1;
    while is_inside(line, next) {
        next += 1;
    }
    let ability = line.is_any(at, &["could"]);
    let denied = line.is(at + 1, "not")
        || (at.saturating_sub(REACH / 4)..at).any(|i| line.is_any(i, &["neither", "nor", "nobody"]));
    let mut done = next + 1;
    while is_inside(line, done) {
        done += 1;
    }
    // "would have an answer" has it yet
    let perfect = line.is(next, "have") && is_past(line.word(done));
    if perfect || ability && denied { Tense::Past } else { Tense::Future }
}

/// "to" before a verb: what the word before it wants, orders or plans; else the words before that say.
/// `end` is where the search began.
fn infinitive(line: &Line<'_>, at: usize, end: usize) -> Option<Tense> {
    let verb = line.tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Lower);
    if !verb || line.is_in(at + 1, &BEFORE_NOUN) || line.word(at + 1).ends_with("ing") {
        return None;
    }
    let governor = leader(line, at)?;
    if line.is_any(governor, &["is", "are", "was", "were", "has", "have"]) {
        return Some(Tense::Future);
    }
    // "was lost due to rain": because of it
    let copula = |at: usize| line.is_any(at, &["is", "are", "was", "were", "been", ",", "comes", "came"]);
    if line.is(governor, "due") && governor.checked_sub(1).is_some_and(|b| !copula(b)) {
        return None;
    }
    // "guidelines to be published"; but "were found to be broken"
    if line.is(at + 1, "be") && !is_past(line.word(governor)) {
        return Some(Tense::Future);
    }
    // "ordered the troops to leave": a few words may stand between
    let ahead = (governor.saturating_sub(4)..=governor)
        .rev()
        .take_while(|i| {
            *i == governor || (!is_past(line.word(*i)) || line.is_in(*i, &AHEAD)) && !line.is(*i, ",")
        })
        .find(|i| line.is_in(*i, &AHEAD));
    match ahead {
        Some(ahead) if in_hindsight(line, ahead) => Some(Tense::Past),
        Some(_) => Some(Tense::Future),
        // "a drive to pay its debts by February": a term is set
        None => (end > 0 && line.is_any(end - 1, &["by", "before"])).then_some(Tense::Future),
    }
}

/// "scheduled for", "plans a rally", "due": ahead, unless it is told in hindsight or only compared with.
fn planned(line: &Line<'_>, at: usize, end: usize) -> Option<Tense> {
    let before = at.checked_sub(1).map_or("", |b| line.word(b));
    // "than expected", "announced plans Friday", "due to the rain"
    let aside = ["than", "as"].iter().any(|w| before.eq_ignore_ascii_case(w))
        || line.is(at, "plans") && end <= at + 2
        || line.is(at, "due") && line.is(at + 1, "to")
        || line.is_any(at, &["plan", "schedule"]) && at > 0 && line.is_in(at - 1, &BEFORE_NOUN);
    if aside {
        return None;
    }
    Some(if in_hindsight(line, at) { Tense::Past } else { Tense::Future })
}

/// "had been due", "as previously planned": a plan looked back on.
fn in_hindsight(line: &Line<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at)
        .any(|i| line.is_any(i, &["had", "previously", "originally", "initially", "formerly"]))
}

/// What the group that begins at `at` says read onward, where its first word does not say it all: "is
/// expected to", "plans to", "was to".
fn onward(line: &Line<'_>, at: usize, tense: Tense) -> Tense {
    if !line.is_any(at, &["was", "were", "has", "have"]) && tense != Tense::Unsaid {
        return tense;
    }
    let mut next = at + 1;
    while is_inside(line, next) && !line.is_in(next, &PLANNED) {
        next += 1;
    }
    let ahead = line.is_in(next, &PLANNED)
        || line.is(next, "to")
        || line.is_in(next, &AHEAD) && line.is(next + 1, "to");
    if ahead && !in_hindsight(line, next) { Tense::Future } else { tense }
}

/// The word that leads the group of the verb at `at`: the nearest before it that is no adverb.
fn leader(line: &Line<'_>, at: usize) -> Option<usize> {
    (at.saturating_sub(3)..at).rev().find(|i| !is_inside(line, *i))
}

fn is_inside(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    line.is_in(at, &INSIDE)
        || word.len() > 4 && word.ends_with("ly") && !line.is_any(at, &["likely", "unlikely", "early"])
}

/// Whether a word in lower case is a past form: "fled", "burned".
pub(crate) fn is_past(word: &str) -> bool {
    let lower = word.starts_with(|c: char| c.is_ascii_lowercase());
    lower && PAST.has(Key::of(word.as_bytes()))
        || word.len() > 4 && word.ends_with("ed") && !NOT_PAST.contains(&word)
}
