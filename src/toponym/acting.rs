//! Words by which a name stands for who governs, plays or works there, and words by which it is ground.
//!
//! Closed classes of English: verbs of governments and teams, nouns of dealings between them, what belongs to them,
//! and the houses and streets that stand for who sits in them. Tables ascend, for their search.

/// Houses, quarters and streets that stand for who sits in them: heads of state and government, ministries,
/// parliaments, exchanges, whole trades. Small letters, without an article.
#[rustfmt::skip]
const SEATS: &[&str] = &[
    "10 downing street", "bay street", "blue house", "bundestag", "capitol", "capitol hill", "casa rosada",
    "downing street", "elysee", "elysee palace", "fleet street", "foggy bottom", "holy see", "holyrood",
    "k street", "knesset", "kremlin", "la moncloa", "langley", "malacanang", "malacanang palace", "malacañang",
    "malacañang palace", "matignon", "moncloa", "no 10", "no. 10", "number 10", "number ten", "palazzo chigi",
    "pentagon", "planalto", "quai d'orsay", "quirinal", "scotland yard", "stormont", "sublime porte",
    "u.s. capitol", "us capitol", "vatican", "wall street", "westminster", "white house", "whitehall",
    "zhongnanhai", "élysée", "élysée palace",
];

/// Verbs of governments, in the base form.
#[rustfmt::skip]
const ACTS: &[&str] = &[
    "abandon", "abstain", "accept", "accuse", "acknowledge", "adopt", "advise", "agree", "allege", "annex",
    "announce", "answer", "apologise", "apologize", "appeal", "appoint", "approve", "argue", "arm", "ask",
    "assert", "assure", "attack", "attempt", "back", "ban", "believe", "blacklist", "blame", "block",
    "blockade", "bomb", "boycott", "broker", "call", "cancel", "cede", "challenge", "claim", "collaborate",
    "commit", "compete", "complain", "concede", "condemn", "confirm", "conquer", "consider", "contend",
    "cooperate", "court", "criticise", "criticize", "cut", "deal", "decide", "declare", "decline", "defend",
    "defy", "demand", "denounce", "deny", "deploy", "deport", "disagree", "dismiss", "dispatch", "dispute",
    "donate", "downplay", "drop", "ease", "elect", "endorse", "escalate", "evacuate", "execute", "expand",
    "expel", "express", "extend", "extradite", "favor", "favour", "fear", "fight", "finance", "foil", "freeze",
    "fund", "give", "grant", "hail", "halt", "help", "hope", "host", "ignore", "impose", "insist", "intend",
    "intervene", "introduce", "invade", "invite", "issue", "jail", "join", "launch", "lift", "lobby",
    "maintain", "mediate", "mobilise", "mobilize", "mull", "nationalise", "nationalize", "need", "negotiate",
    "object", "occupy", "offer", "oppose", "order", "oust", "outlaw", "pardon", "pass", "persuade", "plan",
    "play", "pledge", "postpone", "praise", "prefer", "prepare", "press", "pressure", "prevent", "prohibit",
    "promise", "propose", "protest", "provide", "pull", "punish", "pursue", "push", "question", "ratify",
    "react", "reaffirm", "recall", "recognise", "recognize", "refuse", "regard", "regret", "reject", "release",
    "renew", "renounce", "repeat", "reply", "request", "require", "respond", "restore", "resume", "retaliate",
    "return", "review", "rule", "sanction", "say", "scrap", "see", "seek", "seem", "send", "sever", "shell",
    "shelve", "sign", "spend", "spurn", "stage", "stress", "strike", "strive", "sue", "summon", "supply",
    "support", "surrender", "suspect", "suspend", "tell", "test", "thank", "threaten", "tighten", "treat",
    "try", "turn", "understand", "unveil", "uphold", "urge", "use", "veto", "view", "vote", "vow", "want",
    "warn", "weigh", "welcome", "withdraw", "withhold", "worry",
];

/// Their forms that follow no rule.
#[rustfmt::skip]
const IRREGULAR: &[&str] = &[
    "began", "begun", "dealt", "fought", "froze", "frozen", "gave", "given", "held", "made", "met", "said",
    "saw", "sent", "sought", "spent", "strove", "taken", "told", "took", "understood", "upheld", "withdrawn",
    "withdrew", "withheld",
];

/// Forms in -ed of what happens to a country or is so there: it does nothing.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "appeared", "belonged", "bordered", "burned", "called", "changed", "collapsed", "consisted", "contained",
    "covered", "dated", "disappeared", "divided", "emerged", "endured", "existed", "experienced", "exported",
    "known", "lagged", "located", "looked", "named", "occupied", "recorded", "remained", "ruled", "seemed",
    "shared", "situated", "stretched", "suffered", "torn", "united",
];

/// Verbs of teams: a game told in one line.
#[rustfmt::skip]
const PLAYS: &[&str] = &[
    "advance", "beat", "clinch", "concede", "defeat", "down", "draw", "drew", "edge", "eliminate", "equalise",
    "equalize", "face", "hammer", "host", "lead", "led", "lose", "lost", "outplay", "overcome", "overwhelm",
    "play", "qualify", "rout", "score", "sign", "stun", "sweep", "swept", "thrash", "tie", "tied", "top",
    "trounce", "visit", "win", "won",
];

/// Verbs that are done to governments.
#[rustfmt::skip]
const DONE: &[&str] = &[
    "accuse", "advise", "allow", "appease", "arm", "ask", "assure", "back", "blame", "bully", "challenge",
    "compel", "condemn", "confront", "consult", "contain", "convince", "court", "criticise", "criticize",
    "defend", "defy", "denounce", "deter", "embarrass", "encourage", "engage", "finance", "force", "fund",
    "help", "inform", "invite", "isolate", "join", "lobby", "notify", "oppose", "persuade", "praise", "press",
    "pressure", "prompt", "provoke", "punish", "push", "reassure", "rebuff", "rebuke", "remind", "sanction",
    "sue", "supply", "support", "suspect", "tell", "thank", "threaten", "trust", "urge", "warn",
];

/// Verbs before "to" or "with" that are said to governments.
#[rustfmt::skip]
const SAID: &[&str] = &[
    "agree", "apologise", "apologize", "appeal", "belong", "cede", "complain", "cooperate", "deal", "defer",
    "explain", "lie", "listen", "lose", "negotiate", "object", "offer", "pledge", "promise", "propose",
    "protest", "reply", "respond", "say", "sell", "side", "signal", "speak", "suggest", "surrender", "talk",
    "write",
];

/// Nouns of dealings between governments or teams, without a plural's s.
#[rustfmt::skip]
const DEALINGS: &[&str] = &[
    "accord", "agreement", "alliance", "armistice", "arrangement", "bond", "ceasefire", "clashe",
    "co-operation", "compromise", "conflict", "confrontation", "contact", "contract", "cooperation", "crisi",
    "deal", "dialogue", "diplomacy", "disagreement", "discussion", "dispute", "enmity", "entente", "exchange",
    "feud", "fight", "final", "friction", "friendship", "game", "link", "match", "meeting", "negotiating",
    "negotiation", "pact", "partnership", "peace", "quarrel", "rapprochement", "relation", "relationship",
    "rift", "rivalry", "row", "semi-final", "semifinal", "spat", "stand-off", "standoff", "summit", "talk",
    "tension", "tie", "trade", "treaty", "truce", "trust", "understanding", "union", "war",
];

/// What reaches a government or comes from one, without a plural's s.
#[rustfmt::skip]
const SENT: &[&str] = &[
    "according", "allegiance", "allied", "answer", "appeal", "approval", "assurance", "backing", "call",
    "challenge", "close", "complaint", "concern", "concession", "condemnation", "consent", "criticism",
    "demand", "denial", "embargo", "guarantee", "hostile", "independence", "letter", "loyal", "message",
    "objection", "opposed", "opposition", "order", "permission", "pledge", "pressure", "promise", "proposal",
    "protection", "protest", "reaction", "recognition", "reply", "request", "resistance", "response",
    "sanction", "signal", "statement", "support", "tariff", "threat", "warning", "word",
];

/// What comes from governments and goes to countries.
#[rustfmt::skip]
const MATERIAL: &[&str] = &[
    "aid", "arm", "assistance", "billion", "dollar", "euro", "fund", "funding", "grant", "help", "loan",
    "million", "pound", "subsidie", "weapon",
];

/// A government, its bodies and its people, in small letters.
#[rustfmt::skip]
const INSTITUTIONS: &[&str] = &[
    "administration", "agency", "air", "allies", "ally", "ambassador", "ambassadors", "army", "authorities",
    "bank", "cabinet", "chancellor", "chief", "citizen", "citizens", "coach", "coalition", "commander",
    "companies", "company", "congress", "consulate", "council", "counterpart", "counterparts", "court",
    "defence", "defense", "delegation", "department", "diplomat", "diplomats", "embassy", "emir", "envoy",
    "envoys", "fleet", "forces", "foreign", "government", "governments", "intelligence", "interior", "jets",
    "judiciary", "king", "lawmakers", "leader", "leaders", "leadership", "military", "militia", "minister",
    "ministers", "ministry", "monarch", "navy", "negotiator", "negotiators", "officer", "officers", "official",
    "officials", "opposition", "parliament", "party", "people", "police", "premier", "presidency", "president",
    "prime", "prince", "queen", "regime", "representative", "ruler", "rulers", "secretary", "security",
    "senate", "senator", "soldier", "soldiers", "spokesman", "spokeswoman", "squad", "state", "striker",
    "sultan", "supreme", "team", "treasury", "troops", "vice", "warplanes",
];

/// What a government does, as a noun, without a plural's s.
#[rustfmt::skip]
const DEEDS: &[&str] = &[
    "accusation", "aggression", "ambition", "approach", "approval", "attempt", "backing", "bid", "campaign",
    "claim", "concern", "condemnation", "conquest", "consent", "decision", "defeat", "demand", "denial",
    "desire", "diplomacy", "effort", "failure", "fear", "help", "influence", "insistence", "intention",
    "interest", "intervention", "invasion", "involvement", "mediation", "move", "need", "objection", "offer",
    "opposition", "option", "participation", "plan", "pledge", "policie", "policy", "position", "pressure",
    "proposal", "push", "reaction", "refusal", "rejection", "reluctance", "reply", "request", "response",
    "role", "stance", "strategy", "support", "threat", "veto", "victory", "view", "vow", "warning",
    "willingness", "win", "withdrawal", "word",
];

/// How a government is said to be.
#[rustfmt::skip]
const ATTITUDES: &[&str] = &[
    "able", "adamant", "afraid", "alarmed", "angry", "anxious", "blamed", "cautious", "committed", "concerned",
    "confident", "convinced", "determined", "eager", "furious", "grateful", "hesitant", "keen", "open",
    "opposed", "pleased", "prepared", "ready", "reluctant", "responsible", "right", "satisfied", "sceptical",
    "skeptical", "sure", "suspicious", "unable", "unhappy", "unlikely", "unwilling", "upset", "wary", "willing",
    "worried", "wrong",
];

/// Words between a name and its verb that say nothing of who acts; those in -ly are not listed.
#[rustfmt::skip]
const ADVERBS: &[&str] = &[
    "again", "all", "already", "also", "always", "been", "both", "even", "itself", "just", "later", "long",
    "never", "not", "now", "once", "only", "since", "soon", "still", "then", "too", "yet",
];

fn has(table: &[&str], word: &str) -> bool {
    table.binary_search(&word).is_ok()
}

/// Whether a noun in either number is in a table; at a sentence's head it has a capital.
fn has_singular(table: &[&str], noun: &str) -> bool {
    let singular = noun.strip_suffix('s').unwrap_or(noun);
    has(table, singular)
        || (singular.starts_with(|c: char| c.is_ascii_uppercase())
            && has(table, &singular.to_ascii_lowercase()))
}

/// Whether a name is a house, quarter or street that stands for who sits in it.
pub(crate) fn is_seat(name: &str) -> bool {
    let small = name.to_lowercase().replace('’', "'");
    has(SEATS, small.strip_prefix("the ").unwrap_or(&small))
}

/// Whether a word is one of some verbs, ascending, in any form.
fn is_form(word: &str, verbs: &[&str]) -> bool {
    let known = |stem: &str, rest: &str| {
        verbs.binary_search_by(|verb| verb.bytes().cmp(stem.bytes().chain(rest.bytes()))).is_ok()
    };
    // "banned", "snubbing"
    let doubled = |stem: &str| {
        let twice = matches!(stem.as_bytes(), [.., a, b] if a == b);
        stem.get(..stem.len().wrapping_sub(1)).is_some_and(|single| twice && known(single, ""))
    };
    let endings = [
        ("ies", "y"),
        ("ied", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ];
    word.bytes().all(|b| b.is_ascii_lowercase())
        && (known(word, "")
            || endings.iter().any(|(ending, rest)| {
                word.strip_suffix(ending).is_some_and(|stem| known(stem, rest) || doubled(stem))
            }))
}

/// What governments do and places do not.
pub(crate) fn acts(word: &str) -> bool {
    has(IRREGULAR, word) || is_form(word, ACTS) || is_form(word, DONE)
}

/// Whether a form in -ed is what a country does, whichever verb it is: "Iran blacklisted 20 firms". `next` is the
/// word behind: "Iraq, torn by war" does nothing.
pub(crate) fn is_deed_of(word: &str, next: &str) -> bool {
    word.len() > 4
        && word.ends_with("ed")
        && !has(STATES, word)
        && !matches!(next, "by" | "in" | "at" | "near" | "into" | "as" | "from" | "with" | "," | "." | "")
}

/// What teams do and places do not; a bare "top" or "down" is none.
pub(crate) fn plays(word: &str) -> bool {
    const ORDINARY: [&str; 9] = ["top", "down", "lead", "edge", "tie", "draw", "face", "host", "visit"];
    !ORDINARY.contains(&word) && is_form(word, PLAYS)
}

/// Verbs that are done to governments, in forms with an object behind: "accused Iran", "urging Moscow".
pub(crate) fn is_done_to(word: &str) -> bool {
    word == "told" || is_form(word, DONE)
}

/// Nouns of dealings between governments or teams: "talks with", "a treaty between".
pub(crate) fn is_dealing(word: &str) -> bool {
    has_singular(DEALINGS, word)
}

/// What a government is told or asked, and says: "pressure on", "support from", "a message to".
pub(crate) fn is_sent(word: &str) -> bool {
    has_singular(SENT, word)
}

/// What a government gives: "$5 million from", "weapons from".
pub(crate) fn is_given(word: &str) -> bool {
    has_singular(MATERIAL, word)
}

/// Verbs that are said to governments: "complained to", "spoke to", "agreed with".
pub(crate) fn is_said_to(word: &str) -> bool {
    matches!(word, "spoke" | "spoken" | "said" | "sold" | "lost" | "wrote" | "written") || is_form(word, SAID)
}

/// A government, its bodies and its people.
pub(crate) fn is_institution(word: &str) -> bool {
    has(INSTITUTIONS, &word.to_ascii_lowercase())
}

/// What a government does, as a noun: "Washington's refusal".
pub(crate) fn is_deed(word: &str) -> bool {
    has_singular(DEEDS, word)
}

/// How a government is said to be, behind "is" or "was".
pub(crate) fn is_attitude(word: &str) -> bool {
    has(ATTITUDES, word)
}

/// Words between a name and its verb that say nothing of who acts.
pub(crate) fn is_adverb(word: &str) -> bool {
    has(ADVERBS, word)
        || (word.len() > 4 && word.ends_with("ly") && word.bytes().all(|b| b.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_ascend() {
        let tables = [
            SEATS,
            ACTS,
            IRREGULAR,
            STATES,
            PLAYS,
            DONE,
            SAID,
            DEALINGS,
            SENT,
            MATERIAL,
            INSTITUTIONS,
            DEEDS,
            ATTITUDES,
            ADVERBS,
        ];
        for table in tables {
            assert!(table.is_sorted_by(|a, b| a < b), "{table:?}");
        }
    }

    #[test]
    fn seats_are_found_with_their_article() {
        assert!(is_seat("the Kremlin") && is_seat("Quai d’Orsay") && is_seat("White House"));
        assert!(!is_seat("House"));
    }

    #[test]
    fn verbs_are_known_in_every_form() {
        for form in
            ["accuse", "accuses", "accused", "accusing", "denies", "denied", "vetoed", "banned", "sought"]
        {
            assert!(acts(form), "{form}");
        }
        for other in ["lies", "covers", "exported", "rains", "cities", "Red"] {
            assert!(!acts(other), "{other}");
        }
        assert!(plays("thrashed") && plays("beat") && !plays("top"));
        assert!(is_done_to("urging") && is_done_to("told") && !is_done_to("reached"));
        assert!(
            is_deed_of("blacklisted", "20")
                && !is_deed_of("suffered", "most")
                && !is_deed_of("flooded", "by")
        );
    }
}
