//! Whether an event happened, is planned, supposed, denied or claimed.

use super::Status;
use super::clause::{Clauses, Kind};
use crate::document::words::Words;
use crate::event::words::among;

/// Verbs and adjectives whose infinitive is still to come.
#[rustfmt::skip]
static AHEAD: Words<128> = Words::of(&[&[
    "plan", "plans", "planned", "planning", "expected", "expects", "scheduled", "due", "set", "intends", "intended",
    "hopes", "hoped", "wants", "wanted", "promised", "pledged", "vowed", "threatened", "prepares", "preparing",
    "agreed", "decided", "likely", "about", "poised", "slated", "ordered", "asked", "urged", "called", "offered",
    "proposed", "ready", "aims", "is", "are", "bound", "resolved", "voted",
]]);
static CLAIM: Words<64> = Words::of(&[&[
    "accused",
    "accuses",
    "alleged",
    "alleges",
    "claimed",
    "claims",
    "blamed",
    "blames",
    "suspected",
    "allegedly",
    "reportedly",
    "purportedly",
    "rumoured",
    "rumored",
    "supposedly",
    "believed",
    "unconfirmed",
]]);
static DENY: Words<32> =
    Words::of(&[&["denied", "denies", "deny", "denying", "rejected", "dismissed", "refuted", "disputed"]]);
static WILL: Words<32> = Words::of(&[&["will", "shall", "'ll", "’ll", "won't", "won’t"]]);
static MIGHT: Words<32> =
    Words::of(&[&["could", "might", "may", "would", "wouldn't", "wouldn’t", "can", "should"]]);
#[rustfmt::skip]
static NOT: Words<64> = Words::of(&[&[
    "not", "never", "n't", "didn't", "didn’t", "wasn't", "wasn’t", "weren't", "weren’t", "hasn't", "hasn’t",
    "hadn't", "hadn’t", "neither", "nor",
]]);

/// The status of what a clause tells; `dated` is whether a date of its own says when,
/// `ahead` whether that lies behind the publication day.
pub(super) fn of(clauses: &Clauses<'_>, clause: usize, dated: bool, ahead: bool) -> Status {
    let line = clauses.line;
    let told = &clauses.all[clause];
    // what it hangs on speaks first
    let mut at = clause;
    loop {
        let here = &clauses.all[at];
        if here.kind == Kind::If {
            return Status::Hypothetical;
        }
        let parent = here.parent;
        if here.kind == Kind::Content
            && let Some(verb) = clauses.all[parent].verb
        {
            let verb = line.word(clauses.main_verb(verb));
            if among(verb, &DENY) {
                return Status::Denied;
            }
            if among(verb, &CLAIM) {
                return Status::Claimed;
            }
        }
        if parent == at {
            break;
        }
        at = parent;
    }
    // who says so behind it: "…, they claimed"
    let claimed = |c: &super::clause::Clause| {
        c.kind == Kind::Report && c.parent == clause && c.verb.is_some_and(|v| among(line.word(v), &CLAIM))
    };
    if clauses.all.iter().any(claimed) {
        return Status::Claimed;
    }
    // "Can you come on Friday?"
    if line.len().checked_sub(1).is_some_and(|last| line.is(last, &["?"])) {
        return Status::Hypothetical;
    }
    let Some(verb) = told.verb else { return if ahead { Status::Planned } else { Status::Happened } };
    let main = clauses.main_verb(verb);
    let group = verb..main + 1;
    let perfect = line.is(verb + 1, &["have"]) || line.is(verb + 2, &["have"]);
    if group.clone().chain(main + 1..main + 2).any(|i| among(line.word(i), &NOT)) {
        return Status::Denied;
    }
    if group.clone().any(|i| among(line.word(i), &WILL)) {
        return Status::Planned;
    }
    // "gunfire could be heard on Saturday": it was
    if line.is(verb, &["could"]) && !perfect && dated && !ahead {
        return Status::Happened;
    }
    if among(line.word(verb), &MIGHT) && !perfect {
        // "said it would close the bridge in May" is a plan
        return if line.is(verb, &["would", "should"]) { Status::Planned } else { Status::Hypothetical };
    }
    if among(line.word(verb), &MIGHT) {
        return Status::Hypothetical;
    }
    let infinitive = (main + 1..line.len().min(main + 12)).find(|i| {
        line.is(*i, &["to"]) && clauses.owner.get(*i) == Some(&clause) && !line.is_determiner(i + 1)
    });
    let leads = |i: usize| among(line.word(i), &AHEAD);
    if infinitive.is_some() && ahead && group.clone().chain(main + 1..main + 3).any(leads) {
        return Status::Planned;
    }
    // "is to be held", "are expected to arrive", "is due in May"
    let still = line.is(verb, &["is", "are"]);
    let due = group
        .clone()
        .chain(main + 1..main + 2)
        .any(|i| line.is(i, &["due", "expected", "scheduled", "slated", "planned", "set"]));
    if still && (due || line.is(verb + 1, &["to"])) || ahead {
        return Status::Planned;
    }
    if group.clone().any(|i| among(line.word(i), &CLAIM))
        || clauses.tokens_of(clause).any(|i| line.is(i, &["allegedly", "reportedly", "purportedly"]))
    {
        return Status::Claimed;
    }
    Status::Happened
}
