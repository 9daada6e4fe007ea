//! Clauses: which words of a sentence tell one thing together, so that a date is given to what it dates.
//!
//! ```text
//! sentence = main ( "," who|which|where … )  relative
//!                 ( after|before|when|as|if … )  adverbial, with a verb of its own
//!                 ( "," …ing … | "," …ed by … )  participle: goes with its parent unless it has its own date
//!                 ( and|but subject verb … )     coordinate
//!                 ( and verb … )                 conjunct: goes with its parent unless it has its own date
//!                 ( said [that] … )              content of what is said
//!                 ( … "," X said )               report behind its content
//! ```
//!
//! One pass over the tokens with a stack of open clauses; nothing is built that the events do not ask for.

pub(crate) use super::line::Line;
use super::line::PRONOUN;
use super::words::{among, is_auxiliary, is_saying, is_speech};
use crate::document::Shape;
use crate::document::words::Words;
use crate::span::Span;
use crate::timex::is_english_past;

/// What a clause is to the one it hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The sentence's own.
    Main,
    /// What somebody says, thinks, denies.
    Content,
    /// "…, the ministry said", "according to …": who says what stands before.
    Report,
    /// "which …", "where …", "in which …".
    Relative,
    /// "after …": what was before.
    After,
    /// "before …", "until …": what was later.
    Before,
    /// "when", "as", "while", "because": at about that time.
    Beside,
    /// "if …", "unless …".
    If,
    /// ", killing …", ", captured by …".
    Participle,
    /// "and it …", "but he …".
    Coordinate,
    /// "… and burned": another verb of the same subject.
    Conjunct,
}

/// A clause of a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    /// What it is to its parent.
    pub(crate) kind: Kind,
    /// The clause it hangs on, by number; the main clause hangs on itself.
    pub(crate) parent: usize,
    /// The words that open it and belong to no one, as tokens: "which", "after".
    pub(crate) marker: usize,
    /// Its first finite verb, auxiliaries included, as a token; for a participle the participle.
    pub(crate) verb: Option<usize>,
    /// Whether a comma or dash opened it, so that another may close it.
    aside: bool,
}

/// A sentence in clauses.
#[derive(Debug)]
pub(crate) struct Clauses<'t> {
    pub(crate) line: Line<'t>,
    /// The clauses; the first is the main one. A child's number is above its parent's.
    pub(crate) all: Vec<Clause>,
    /// The clause of each token.
    pub(crate) owner: Vec<usize>,
}

/// Words in -ing that open no clause.
static NOT_PARTICIPLE: Words<64> = Words::of(&[&[
    "according",
    "during",
    "including",
    "morning",
    "evening",
    "nothing",
    "something",
    "anything",
    "everything",
    "king",
    "spring",
    "building",
    "meeting",
    "being",
    "following",
    "regarding",
    "beijing",
    "string",
]]);

impl<'t> Clauses<'t> {
    /// Reads the clauses of an English sentence; `dates` are the spans of its dates.
    pub(crate) fn read(line: Line<'t>, dates: &[Span]) -> Self {
        let main = Clause { kind: Kind::Main, parent: 0, marker: 0, verb: None, aside: false };
        let mut reader = Reader {
            clauses: Self { line, all: vec![main], owner: Vec::with_capacity(line.len()) },
            open: vec![0],
            later: Vec::new(),
            dates,
        };
        for at in 0..line.len() {
            reader.step(at);
        }
        reader.clauses
    }

    /// All words as one clause, for languages whose clauses are not read.
    pub(crate) fn whole(line: Line<'t>) -> Self {
        let main = Clause { kind: Kind::Main, parent: 0, marker: 0, verb: None, aside: false };
        Self { line, all: vec![main], owner: vec![0; line.len()] }
    }

    /// The tokens of a clause, ascending.
    pub(crate) fn tokens_of(&self, clause: usize) -> impl Iterator<Item = usize> + '_ {
        self.owner.iter().enumerate().filter(move |(_, owner)| **owner == clause).map(|(at, _)| at)
    }

    /// Whether the clause's verb is one of speech.
    pub(crate) fn reports(&self, clause: usize) -> bool {
        let told = &self.all[clause];
        told.kind == Kind::Report
            || told.verb.is_some_and(|verb| is_speech(self.line.word(self.main_verb(verb))))
    }

    /// The verb that a group of auxiliaries leads to: "has been hit" is `hit`.
    pub(crate) fn main_verb(&self, verb: usize) -> usize {
        let (mut at, mut best) = (verb, verb);
        let last = (verb + 6).min(self.line.len());
        while at < last && !self.line.is_mark(at) {
            let word = self.line.word(at);
            let inside =
                word.ends_with("ly") || matches!(word, "not" | "also" | "never" | "now" | "only" | "still");
            let leads = is_auxiliary(word) || matches!(word, "be" | "been" | "being");
            if !leads && !inside {
                let verbal = is_english_past(word)
                    || word.ends_with("ing")
                    || best == at
                    || at > verb && among(self.line.word(best), &MODALS);
                if best < at && !verbal && !self.line.is(best, &["be", "been"]) {
                    return best;
                }
                return if verbal { at } else { best };
            }
            if leads {
                best = at;
            }
            at += 1;
        }
        best
    }
}

/// Past forms that are no participles.
#[rustfmt::skip]
static PAST_ALONE: Words<128> = Words::of(&[&[
    "began", "bore", "broke", "came", "chose", "drank", "drew", "drove", "ate", "fell", "flew", "forbade", "forgot",
    "froze", "gave", "grew", "hid", "knew", "lay", "overthrew", "overtook", "ran", "rang", "rode", "rose", "sang", "sank",
    "saw", "shook", "shrank", "spoke", "sprang", "stole", "swam", "swore", "threw", "took", "tore", "undertook",
    "went", "withdrew", "woke", "wore", "wrote", "became", "arose",
]]);
/// Words before a pronoun that lead its clause.
#[rustfmt::skip]
static LINKING: Words<128> = Words::of(&[&[
    "and", "but", "or", "nor", "so", "then", "yet", "that", "if", "when", "while", "as", "because", "although",
    "though", "after", "before", "until", "till", "since", "once", "unless", "whereas", "where", "what", "how", "why",
    "whether", "who", "which", "whom", "than", "now", "there", "here", "not", "never", "also", "still", "later",
    "again", "thus", "hence", "therefore", "however", "meanwhile",
]]);

static MODALS: Words<64> = Words::of(&[&[
    "will", "would", "shall", "should", "can", "could", "may", "might", "must", "did", "do", "does", "'ll",
    "’ll", "didn't", "didn’t", "won't", "won’t", "cannot",
]]);

struct Reader<'c, 't> {
    clauses: Clauses<'t>,
    open: Vec<usize>,
    /// Tokens at which what is said begins, with the clause that says it.
    later: Vec<(usize, usize)>,
    dates: &'c [Span],
}

impl Reader<'_, '_> {
    fn top(&self) -> usize {
        self.open.last().copied().unwrap_or_default()
    }

    fn has_verb(&self, clause: usize) -> bool {
        self.clauses.all[clause].verb.is_some()
    }

    fn is_date(&self, at: usize) -> bool {
        let line = self.clauses.line;
        line.tokens.get(at).is_some_and(|token| self.dates.iter().any(|date| date.overlaps(token.span)))
    }

    fn begin(&mut self, kind: Kind, marker: usize, aside: bool, below: usize) {
        // clauses opened since `below` are left
        while self.top() != below && self.open.len() > 1 {
            self.open.pop();
        }
        let parent = self.top();
        self.clauses.all.push(Clause { kind, parent, marker, verb: None, aside });
        self.open.push(self.clauses.all.len() - 1);
    }

    fn step(&mut self, at: usize) {
        let line = self.clauses.line;
        let word = line.word(at);
        if let Some(&(_, below)) = self.later.iter().find(|(from, _)| *from == at)
            && self.open.contains(&below)
        {
            self.begin(Kind::Content, at, false, below);
        }
        if matches!(word, ";" | ":") {
            self.open.truncate(1);
            // another clause, as whole as the one before it
            let end = (at + 1..line.len()).find(|i| line.is(*i, &[";"])).unwrap_or(line.len());
            if word == ";" && self.has_verb(0) && line.finite_from(at + 1, end).is_some() {
                self.begin(Kind::Coordinate, at, false, 0);
            }
        } else if word == "," || line.is_dash(at) || matches!(word, "”" | "\"") {
            self.close(at);
            self.clauses.owner.push(self.top());
            if word == "," || matches!(word, "”" | "\"") {
                self.report(at);
            }
            return;
        } else if !self.is_date(at) {
            self.opens(at);
        }
        self.resume(at);
        let top = self.top();
        let told = &self.clauses.all[top];
        // "a firm that makes …": a present form right behind the pronoun
        let present = told.kind == Kind::Relative
            && told.marker + 1 == at
            && line.is(told.marker, &["who", "which", "that"])
            && !line.is_preposition(told.marker - 1)
            && line.shape(at) == Shape::Lower
            && word.ends_with('s')
            && word.len() > 4;
        if told.verb.is_none() && (line.is_finite(at) || present) {
            self.clauses.all[top].verb = Some(at);
        }
        self.clauses.owner.push(top);
        if self.clauses.all[top].verb == Some(at) {
            self.content(at);
        }
    }

    /// A second verb closes a relative clause that no comma set apart: "the mill that burned was old"; and it shows
    /// that a past form before was a participle: "rebels aligned with Iran have".
    fn resume(&mut self, at: usize) {
        let line = self.clauses.line;
        if !line.is_finite(at) || at == 0 || line.is(at - 1, &["and", "or", "but", ",", "to"]) {
            return;
        }
        let leads = is_auxiliary(line.word(at));
        if let [.., parent, top] = *self.open.as_slice() {
            let told = &self.clauses.all[top];
            let done = told.kind == Kind::Relative
                && told.verb.is_some_and(|verb| at > self.clauses.main_verb(verb))
                && (leads || !told.aside);
            if done && (!self.has_verb(parent) || leads && self.is_participle(parent)) {
                self.clauses.all[parent].verb = None;
                self.open.pop();
            }
        }
        let top = self.top();
        if leads && self.is_participle(top) && self.clauses.all[top].kind != Kind::Participle {
            self.clauses.all[top].verb = None;
        }
    }

    /// Whether what was taken for a clause's verb may be a participle: a bare past form before a preposition.
    fn is_participle(&self, clause: usize) -> bool {
        let line = self.clauses.line;
        self.clauses.all[clause].verb.is_some_and(|verb| {
            let word = line.word(verb);
            !is_auxiliary(word) && !among(word, &PAST_ALONE) && line.is_preposition(verb + 1)
        })
    }

    /// A comma or dash at `at` closes what one opened, where the clause around it has to go on.
    fn close(&mut self, at: usize) {
        let line = self.clauses.line;
        // "Ng, who runs the mill that burned, has left": what lacks its verb goes on
        let waiting = (1..self.open.len())
            .find(|i| self.clauses.all[self.open[*i]].aside && !self.has_verb(self.open[i - 1]));
        if let Some(depth) = waiting.filter(|_| line.is_finite(at + 1)) {
            self.open.truncate(depth);
            return;
        }
        while let [.., parent, top] = *self.open.as_slice() {
            let clause = &self.clauses.all[top];
            // "according to a monitor, opposition groups and …": a list goes on
            let sources = clause.kind == Kind::Report
                && clause.verb.is_some_and(|verb| line.is(verb, &["according"]))
                && line.finite_from(at + 1, line.phrase_end(at + 1)).is_none()
                && !line.word(at + 1).ends_with("ing");
            // "If the dam breaks, …": the opening clause ends whatever its verb looks like
            let opening = clause.marker == 0 && top > 0;
            let ended = (clause.verb.is_some() || clause.kind == Kind::Report || opening) && !sources;
            let goes_on = !self.has_verb(parent)
                || clause.kind == Kind::Report
                || clause.aside
                    && (line.is_finite(at + 1) || line.is(at + 1, &["also", "and", "in", "on", "killing"]))
                || clause.aside && line.is_dash(at);
            if !(clause.aside && ended && goes_on) {
                break;
            }
            self.open.pop();
            if !matches!(clause_kind(&self.clauses, parent), Kind::Report) {
                break;
            }
        }
    }

    /// Opens the clause that the word at `at` leads, if it leads one.
    fn opens(&mut self, at: usize) {
        let line = self.clauses.line;
        let word = line.word(at).to_ascii_lowercase();
        let after_mark = at == 0 || line.word(at - 1) == "," || line.is_dash(at - 1);
        let top = self.top();
        let verb_behind = |from: usize| line.finite_from(from, line.phrase_end(from));
        match word.as_str() {
            "who" | "which" | "whom" | "whose" | "where" if at > 0 && line.shape(at) == Shape::Lower => {
                self.begin(Kind::Relative, at, after_mark || line.word(at - 2.min(at)) == ",", top);
                // "in which": the preposition goes with it
                if word == "which" && line.is_preposition(at - 1) {
                    let here = self.top();
                    if let Some(owner) = self.clauses.owner.last_mut() {
                        *owner = here;
                    }
                }
            }
            "that" if at > 0 && verb_behind(at + 1).is_some() => self.that(at),
            "after" | "before" | "until" | "till" | "once" | "since" | "when" | "while" | "whereas"
            | "because" | "although" | "though" | "if" | "unless" | "as" | "whenever"
                if !self.is_date(at + 1) && self.subordinates(&word, at) =>
            {
                let kind = match word.as_str() {
                    "after" | "once" | "since" => Kind::After,
                    "before" | "until" | "till" => Kind::Before,
                    "if" | "unless" => Kind::If,
                    _ => Kind::Beside,
                };
                self.begin(kind, at, after_mark, top);
                if line.word(at + 1).ends_with("ing") {
                    let here = self.top();
                    self.clauses.all[here].verb = Some(at + 1);
                }
            }
            "and" | "but" | "or" | "then" if at > 0 => self.joins(at, &word),
            "i" | "he" | "she" | "we" | "they" | "you" if self.is_contact(at) => {
                self.begin(Kind::Relative, at, false, top);
            }
            _ if after_mark && at > 0 && line.shape(at) == Shape::Lower => self.participle(at),
            _ => {}
        }
    }

    /// Whether a pronoun at `at` leads what tells of the noun before it: "two men I did not know".
    fn is_contact(&self, at: usize) -> bool {
        let line = self.clauses.line;
        at > 1
            && self.has_verb(self.top())
            && line.is_finite(at + 1)
            && line.shape(at - 1) == Shape::Lower
            && !self.is_date(at - 1)
            && !line.is_finite(at - 1)
            && !line.is_determiner(at - 1)
            && !line.is_preposition(at - 1)
            && !is_speech(line.word(at - 1))
            && !among(line.word(at - 1), &LINKING)
            && !line.word(at - 1).ends_with("ly")
            && !self.later.iter().any(|(from, _)| *from == at)
    }

    /// Whether a conjunction at `at` leads a clause and not a phrase: a verb of its own stands behind it.
    fn subordinates(&self, word: &str, at: usize) -> bool {
        let line = self.clauses.line;
        let end = line.phrase_end(at + 1);
        if word == "as" {
            // "as agreed on Friday"
            if is_english_past(line.word(at + 1)) && (at == 0 || line.word(at - 1) == ",") {
                return true;
            }
            // "as part of", "as many as": no clause; a subject and its verb stand close
            if line.is(
                at + 1,
                &["well", "part", "many", "much", "long", "soon", "far", "of", "early", "late", "if"],
            ) {
                return false;
            }
            let subject = among(line.word(at + 1), &PRONOUN)
                || line.is_determiner(at + 1)
                || matches!(line.shape(at + 1), Shape::Capital | Shape::Upper)
                || line.word(at + 1).ends_with('s');
            return subject && line.finite_from(at + 2, end.min(at + 8)).is_some();
        }
        // "after the war she returned": a phrase before the subject
        let phrase = matches!(word, "after" | "before" | "since" | "until" | "till")
            && at == 0
            && (at + 2..end)
                .take_while(|i| !line.is_finite(*i) && !line.is(*i, &["that", "who", "which", "when"]))
                .any(|i| line.is(i, &["i", "he", "she", "we", "they", "you"]) && line.is_finite(i + 1));
        if phrase {
            return false;
        }
        let going = line.word(at + 1).ends_with("ing") && !among(line.word(at + 1), &NOT_PARTICIPLE);
        let bare = matches!(word, "if" | "unless" | "when" | "while") && line.shape(at + 1) == Shape::Lower;
        going || line.finite_from(at + 1, end).is_some() || bare && end > at + 2
    }

    /// "that": what is said, or a relative clause.
    fn that(&mut self, at: usize) {
        let line = self.clauses.line;
        let speech = self.open.iter().rev().copied().find(|clause| self.clauses.reports(*clause));
        let before = line.word(at - 1);
        let behind_verb =
            is_speech(before) || self.is_date(at - 1) || before == "and" || line.is_finite(at - 1);
        let of_noun = line.is_finite(at + 1) && !behind_verb;
        match speech {
            Some(clause) if !of_noun && (behind_verb || !self.has_content(clause)) => {
                self.begin(Kind::Content, at, false, clause);
            }
            _ if line.is_finite(at + 1) || !line.is_finite(at - 1) && line.shape(at - 1) == Shape::Lower => {
                let top = self.top();
                self.begin(Kind::Relative, at, false, top);
            }
            _ => {}
        }
    }

    /// Whether "that" leads what is said.
    fn has_that(&self, clause: usize) -> bool {
        self.clauses.line.is(self.clauses.all[clause].marker, &["that"])
    }

    fn has_content(&self, clause: usize) -> bool {
        self.clauses.all.iter().any(|c| c.kind == Kind::Content && c.parent == clause)
    }

    /// "and", "but": a clause with a subject of its own, or one more verb.
    fn joins(&mut self, at: usize, word: &str) {
        let line = self.clauses.line;
        let mut next = at + 1;
        while line.is(
            next,
            &["then", "also", "later", "now", "soon", "again", "subsequently", "finally", "eventually"],
        ) || line.word(next).ends_with("ly")
        {
            next += 1;
        }
        let top = self.top();
        if line.is_finite(next) && self.has_verb(top) {
            // inside a subordinate clause the verb may be the parent's: "who lived there, and died"
            self.begin(Kind::Conjunct, at, false, top);
            return;
        }
        if word == "then" {
            return;
        }
        let comma = line.word(at - 1) == ",";
        let pronoun = among(line.word(at + 1), &PRONOUN);
        let reach = if pronoun {
            at + 5
        } else if comma {
            at + 12
        } else {
            at + 9
        };
        // "Iran and Iraq and said": the words up to the next "and" are another item
        let list = (at + 1..reach.min(line.len()))
            .find(|i| {
                line.is(
                    *i,
                    &["and", "or", "but", "after", "before", "when", "who", "which", "that", "because"],
                )
            })
            .unwrap_or(reach);
        let verb = line.finite_from(at + 2, line.phrase_end(at + 1).min(reach).min(list));
        let adverbial = self.is_date(at + 1) || self.is_date(at + 2) && line.is_preposition(at + 1);
        let late = adverbial && line.finite_from(at + 3, (at + 14).min(line.len())).is_some();
        if verb.is_none() && !late || !self.has_verb(top) || line.is(at + 1, &["that"]) {
            return;
        }
        let subject = pronoun
            || late
            || line.is_determiner(at + 1)
            || matches!(line.shape(at + 1), Shape::Capital | Shape::Upper | Shape::Digits)
            || comma;
        if !subject {
            return;
        }
        // a clause behind a comma goes with the main clause, or with what is said
        let mut below = top;
        while comma
            && matches!(
                self.clauses.all[below].kind,
                Kind::Relative
                    | Kind::Participle
                    | Kind::Conjunct
                    | Kind::Beside
                    | Kind::After
                    | Kind::Before
                    | Kind::If
            )
        {
            below = self.clauses.all[below].parent;
        }
        // "accused the army of shelling the town, and it answered": what it is accused of ends
        while comma && pronoun && self.clauses.all[below].kind == Kind::Content && {
            let verb = self.clauses.all[below].verb;
            verb.is_none_or(|verb| line.word(verb).ends_with("ing")) || !self.has_that(below)
        } {
            below = self.clauses.all[below].parent;
        }
        self.begin(Kind::Coordinate, at, false, below);
    }

    /// ", killing …", ", captured by …".
    fn participle(&mut self, at: usize) {
        let line = self.clauses.line;
        let word = line.word(at);
        let going = word.len() > 4 && word.ends_with("ing") && !among(word, &NOT_PARTICIPLE);
        let done = is_english_past(word)
            && (line.is(at + 1, &["by", "in", "on", "to", "from", "at"]) || self.is_date(at + 1))
            && !is_auxiliary(word)
            && !is_saying(word);
        let top = self.top();
        if going || done && (!self.has_verb(top) || line.is(at + 1, &["by"])) {
            self.begin(Kind::Participle, at, true, top);
            let here = self.top();
            self.clauses.all[here].verb = Some(at);
        }
    }

    /// Behind a comma or a closing quote at `at`: "the ministry said", "said Ng", "according to officials".
    fn report(&mut self, at: usize) {
        let line = self.clauses.line;
        let from = at + 1;
        let end = line.phrase_end(from);
        // with a short subject and nothing behind, it is a report whatever stands before
        let bare = |verb: usize| {
            from > 4
                && verb < from + 5
                && (verb + 1 >= line.len()
                    || line.is(verb + 1, &[",", "."])
                    || self.is_date(verb + 1)
                    || self.is_date(verb + 2))
        };
        let leads = line.is(from, &["according"]) && line.is(from + 1, &["to"])
            || is_saying(line.word(from)) && !self.main_lacks_verb();
        let told = if leads {
            Some(from)
        } else {
            let subject = matches!(line.shape(from), Shape::Capital | Shape::Upper)
                || line.is_determiner(from)
                || among(line.word(from), &PRONOUN)
                || line.shape(from) == Shape::Lower
                    && !line.is_preposition(from)
                    && !line.is(from, &["and", "but", "who", "which", "or", "as"]);
            line.finite_from(from, end.min(from + 14))
                .filter(|verb| subject && is_saying(line.word(*verb)) && !self.led(from, *verb))
                // what is said stands before it, so that nothing may be said behind
                .filter(|verb| {
                    let behind = verb + 1;
                    behind >= line.len()
                        || line.is_mark(behind) && !line.is(behind, &[":", "“", "\"", "‘"])
                        || self.is_date(behind)
                        || line
                            .is(behind, &["on", "in", "at", "during", "as", "when", "after", "late", "early"])
                        || line.word(*verb) == "told"
                })
        };
        let Some(verb) = told.filter(|verb| !self.main_lacks_verb() || bare(*verb) && *verb > from) else {
            return;
        };
        self.begin(Kind::Report, from, true, 0);
        let here = self.top();
        self.clauses.all[here].verb = Some(verb);
    }

    /// Whether a word that opens a clause stands in `from..verb`: then the verb is that clause's.
    fn led(&self, from: usize, verb: usize) -> bool {
        let leads = ["who", "which", "that", "where", "after", "when", "if", "and", "but"];
        (from..verb).any(|at| self.clauses.line.is(at, &leads))
    }

    fn main_lacks_verb(&self) -> bool {
        // a quotation is whole without a verb that can be told by its form
        !self.has_verb(0) && !self.clauses.line.is(0, &["“", "\"", "‘", "'", "``"])
    }

    /// The verb at `at` may lead what is said without "that": "said the bridge had fallen".
    fn content(&mut self, at: usize) {
        let line = self.clauses.line;
        let top = self.top();
        let clause = &self.clauses.all[top];
        if clause.kind == Kind::Report {
            return;
        }
        let verb = self.clauses.main_verb(at);
        let word = line.word(verb);
        if matches!(word, "accused" | "accuses" | "suspected" | "denied" | "denies" | "admitted") {
            // "accused the army of carrying out", "denied taking part"
            let end = line.phrase_end(verb + 1);
            let of = (verb + 1..end).find(|i| {
                (line.is(*i, &["of"]) || *i == verb + 1)
                    && line.word(i + usize::from(line.is(*i, &["of"]))).ends_with("ing")
            });
            if let Some(of) = of {
                self.later.push((of, top));
            }
            return;
        }
        if !is_saying(word) || line.is_mark(verb + 1) && !line.is(verb + 1, &["“", "\"", ":"]) {
            return;
        }
        let end = line.phrase_end(verb + 1);
        let next = line.finite_from(verb + 1, end).unwrap_or(end);
        if (verb + 1..next.min(verb + 13)).any(|i| line.is(i, &["that"]) && !line.is_finite(i + 1)) {
            return;
        }
        let mut from = verb + 1;
        if matches!(word, "told" | "tells") {
            // whom: a name, or a noun with its article
            if line.is_determiner(from) {
                from += 2;
            }
            while matches!(line.shape(from), Shape::Capital | Shape::Upper) && !self.is_date(from) {
                from += 1;
            }
            if from == verb + 1 {
                from += 1;
            }
        }
        // when, and the like
        while self.is_date(from) || line.is(from, &["on", "in", "at"]) && self.is_date(from + 1) {
            from += 1;
        }
        if line.finite_from(from + 1, end).is_some() || line.is(from, &["“", "\""]) {
            self.later.push((from, top));
        }
    }
}

fn clause_kind(clauses: &Clauses<'_>, at: usize) -> Kind {
    clauses.all[at].kind
}
