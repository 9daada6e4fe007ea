//! Which rules can match at a token: laid out when the program is compiled, so that most tokens of a text
//! cost one probe of a table and no rule at all.
//!
//! Each rule is a bit. A rule is tried where its pattern can begin with the token and go on with what
//! stands behind: "the" begins many rules, and hardly any of them before "town". Words are found in an
//! open-addressed hash table of all words of the patterns; what a slot takes is told by the readings and the
//! shape of a token ([`slots`]), and how many tokens it takes by reading it.

use super::step::{Run, Step, Steps};
use super::{Rule, stamp};
use crate::document::words::{Key, Numbers};
use crate::document::{Shape, Token};
use crate::lexicon::{Lexicon, Reading};
use crate::span::Span;
use crate::timex::pattern::{Bound, Line, Pat, Slot};

/// A set of rules, by their number in table order.
type Rules = [u64; 4];

const NONE: Rules = [0; 4];
/// Room for slots; [`STAMP`] is the last.
const SLOTS: usize = 40;
/// [`Pat::Stamp`] is entered as a slot.
const STAMP: usize = SLOTS - 1;
/// Room for words, and for sets of rules.
const WORDS: usize = 1024;
const SETS: usize = 768;

/// A word of the patterns or of the lexicon, by its number; 0 is any other word.
pub(in crate::timex) type Word = u16;

/// For each [`Place`], the rules in which something can stand there; sets, or their numbers.
type Places<T> = [T; PLACES];

/// The rules of one language by what they begin with and how they go on.
pub(in crate::timex) struct Index {
    spellings: [&'static str; WORDS],
    numbers: Numbers<2048>,
    /// Readings of the words.
    readings: [&'static [Reading]; WORDS],
    /// The words' rules, by the numbers of their sets: many words share theirs.
    words: [Places<u16>; WORDS],
    sets: [Rules; SETS],
    slots: [Places<Rules>; SLOTS],
    /// The rules of messages: they match nothing elsewhere.
    messages: Rules,
    pub(in crate::timex) rules: [Option<(&'static Rule, Run)>; 256],
    pub(in crate::timex) steps: Steps,
}

impl Index {
    /// Lays the families' rules out, in their order; those of messages first, so that they win ties there.
    pub(super) const fn of(
        lexicon: &Lexicon,
        messages: &'static [&'static [Rule]],
        families: &'static [&'static [Rule]],
    ) -> Self {
        let mut draft = Draft {
            index: Self {
                spellings: [""; WORDS],
                numbers: Numbers::new(),
                readings: [&[]; WORDS],
                words: [[0; PLACES]; WORDS],
                sets: [NONE; SETS],
                slots: [[NONE; PLACES]; SLOTS],
                messages: NONE,
                rules: [None; 256],
                steps: Steps::new(),
            },
            words: [[NONE; PLACES]; WORDS],
            count: 1,
        };
        let mut row = 0;
        while let Some((word, readings)) = lexicon.row(row) {
            let number = draft.number_of(word);
            draft.index.readings[number] = readings;
            row += 1;
        }
        let mut number = 0;
        let mut table = 0;
        while table < messages.len() {
            let mut row = 0;
            while row < messages[table].len() {
                draft.index.messages = with(draft.index.messages, number);
                draft.lay_out(&messages[table][row], number);
                number += 1;
                row += 1;
            }
            table += 1;
        }
        let mut family = 0;
        while family < families.len() {
            let mut row = 0;
            while row < families[family].len() {
                draft.lay_out(&families[family][row], number);
                number += 1;
                row += 1;
            }
            family += 1;
        }
        draft.finish()
    }

    /// The number of the word at `span`. An abbreviation is also known without its dot.
    pub(in crate::timex) fn word(&self, text: &[u8], span: Span) -> Word {
        let number = |span: Span| {
            let word = text.get(span.start()..span.end()).unwrap_or_default();
            self.numbers.number(Key::at(text, span), word, &self.spellings)
        };
        match number(span) {
            0 if span.len() > 1 && text.get(span.end() - 1) == Some(&b'.') => {
                number(Span::new(span.start(), span.end() - 1))
            }
            found => found,
        }
    }

    /// Whether the word has so many bytes: an abbreviation known without its dot has one less.
    pub(in crate::timex) fn spells(&self, word: Word, length: usize) -> bool {
        self.spellings[usize::from(word)].len() == length
    }

    /// The readings of a word.
    pub(in crate::timex) fn readings(&self, word: Word) -> &'static [Reading] {
        self.readings[usize::from(word)]
    }

    /// Whether the word itself can begin a rule, whatever its readings.
    pub(in crate::timex) fn begins(&self, word: Word) -> bool {
        self.words[usize::from(word)][Place::First.row()] != 0
    }

    fn rules_with(&self, word: Word, place: Place) -> Rules {
        self.sets[usize::from(self.words[usize::from(word)][place.row()])]
    }
}

/// An index that is being laid out.
struct Draft {
    index: Index,
    words: [Places<Rules>; WORDS],
    /// The number of words, 0 included.
    count: usize,
}

impl Draft {
    const fn lay_out(&mut self, rule: &'static Rule, number: usize) {
        self.enter(rule.pattern, None, Place::First, number);
        self.index.rules[number] = Some((rule, self.steps(rule.pattern)));
    }

    /// Lays a pattern out as steps, and gives every word of it a number.
    const fn steps(&mut self, pattern: &'static [Pat]) -> Run {
        let run = self.index.steps.take_steps(pattern.len());
        let mut at = 0;
        while at < pattern.len() {
            let step = match &pattern[at] {
                Pat::Word(words) => {
                    let list = self.index.steps.take_words(words.len());
                    let mut word = 0;
                    while word < words.len() {
                        self.index.steps.words[list.place(word)] = self.number_of(words[word]) as Word;
                        word += 1;
                    }
                    Step::Word(list)
                }
                Pat::Take(slot) => Step::Take(*slot),
                Pat::Opt(part) => Step::Opt(self.steps(part)),
                Pat::Ahead(part) => Step::Ahead(self.steps(part)),
                Pat::Any(parts) => Step::Any(self.parts(parts)),
                Pat::OneOf(slot, parts) => Step::OneOf(*slot, self.parts(parts)),
                Pat::Bind(slot, value) => Step::Bind(*slot, *value),
                Pat::Stamp => Step::Stamp,
            };
            self.index.steps.steps[run.place(at)] = step;
            at += 1;
        }
        run
    }

    const fn parts(&mut self, parts: &'static [&'static [Pat]]) -> Run {
        let run = self.index.steps.take_parts(parts.len());
        let mut part = 0;
        while part < parts.len() {
            self.index.steps.parts[run.place(part)] = self.steps(parts[part]);
            part += 1;
        }
        run
    }

    /// Enters what a pattern, and the rest behind it, can take at a place of a rule.
    const fn enter(&mut self, pattern: &'static [Pat], rest: Option<&Rest<'_>>, place: Place, rule: usize) {
        let Some((first, behind)) = pattern.split_first() else {
            match rest {
                Some(rest) => self.enter(rest.pattern, rest.rest, place, rule),
                None => self.end(place, rule),
            }
            return;
        };
        match first {
            Pat::Word(words) => {
                let mut at = 0;
                while at < words.len() {
                    let word = self.number_of(words[at]);
                    add(&mut self.words[word], place, rule);
                    at += 1;
                }
                if matches!(place, Place::First) {
                    self.enter(behind, rest, Place::AfterWord(words), rule);
                }
            }
            Pat::Take(_) | Pat::Stamp => {
                let slot = if let Pat::Take(slot) = first { *slot as usize } else { STAMP };
                add(&mut self.index.slots[slot], place, rule);
                if matches!(place, Place::First) {
                    self.enter(behind, rest, Place::AfterSlot(slot), rule);
                }
            }
            // what must follow is not taken: the pattern goes on beside it
            Pat::Bind(..) | Pat::Ahead(_) => self.enter(behind, rest, place, rule),
            Pat::Opt(part) => {
                self.enter(part, Some(&Rest { pattern: behind, rest }), place, rule);
                self.enter(behind, rest, place, rule);
            }
            Pat::Any(parts) | Pat::OneOf(_, parts) => {
                let mut at = 0;
                while at < parts.len() {
                    self.enter(parts[at], Some(&Rest { pattern: behind, rest }), place, rule);
                    at += 1;
                }
            }
        }
    }

    /// Enters that a pattern may end here: its first word or slot is the whole match.
    const fn end(&mut self, place: Place, rule: usize) {
        assert!(!matches!(place, Place::First | Place::Whole), "a rule's pattern may match nothing");
        match place {
            Place::AfterWord(words) => {
                let mut at = 0;
                while at < words.len() {
                    let word = self.number_of(words[at]);
                    add(&mut self.words[word], Place::Whole, rule);
                    at += 1;
                }
            }
            Place::AfterSlot(slot) => add(&mut self.index.slots[slot], Place::Whole, rule),
            Place::First | Place::Whole => {}
        }
    }

    /// The number of a word; a new one where it has none.
    const fn number_of(&mut self, spelling: &'static str) -> usize {
        let word = spelling.as_bytes();
        let known = self.index.numbers.number(Key::of(word), word, &self.index.spellings);
        if known > 0 {
            return known as usize;
        }
        let number = self.count;
        self.index.spellings[number] = spelling;
        self.index.numbers.enter(number as Word, &self.index.spellings);
        self.count += 1;
        number
    }

    /// Numbers the sets of rules, and gives "sept." the readings of "sept".
    const fn finish(mut self) -> Index {
        let mut sets = 1;
        let mut word = 1;
        while word < self.count {
            let spelling = self.index.spellings[word].as_bytes();
            if let Some((b'.', bare)) = spelling.split_last() {
                let bare = self.index.numbers.number(Key::of(bare), bare, &self.index.spellings) as usize;
                self.index.readings[word] = self.index.readings[bare];
            }
            let mut place = 0;
            while place < PLACES {
                let rules = self.words[word][place];
                let mut set = 0;
                while set < sets && !equal(self.index.sets[set], rules) {
                    set += 1;
                }
                if set == sets {
                    self.index.sets[set] = rules;
                    sets += 1;
                }
                self.index.words[word][place] = set as u16;
                place += 1;
            }
            word += 1;
        }
        self.index
    }
}

/// Where in a rule a token stands.
#[derive(Clone, Copy)]
enum Place {
    First,
    /// Second, behind one of these words.
    AfterWord(&'static [&'static str]),
    /// Behind a slot, which may take several tokens.
    AfterSlot(usize),
    /// First, and nothing has to follow.
    Whole,
}

/// How many kinds of place there are.
const PLACES: usize = 4;

impl Place {
    const fn row(self) -> usize {
        match self {
            Self::First => 0,
            Self::AfterWord(_) => 1,
            Self::AfterSlot(_) => 2,
            Self::Whole => 3,
        }
    }
}

/// What of a pattern stands behind the part at hand.
struct Rest<'a> {
    pattern: &'static [Pat],
    rest: Option<&'a Rest<'a>>,
}

const fn add(places: &mut Places<Rules>, place: Place, rule: usize) {
    places[place.row()] = with(places[place.row()], rule);
}

const fn equal(a: Rules, b: Rules) -> bool {
    a[0] == b[0] && a[1] == b[1] && a[2] == b[2] && a[3] == b[3]
}

const fn with(mut rules: Rules, rule: usize) -> Rules {
    rules[rule / 64] |= 1 << (rule % 64);
    rules
}

fn both(a: Rules, b: Rules) -> Rules {
    [a[0] & b[0], a[1] & b[1], a[2] & b[2], a[3] & b[3]]
}

fn either(a: Rules, b: Rules) -> Rules {
    [a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3]]
}

/// The rules that can match at token `at`, in table order.
pub(in crate::timex) fn beginning(line: &Line<'_>, at: usize) -> impl Iterator<Item = (&'static Rule, Run)> {
    let index = line.grammar.index;
    let mut rules = NONE;
    let first = index.rules_with(line.words[at], Place::First);
    if first != NONE {
        let whole = index.rules_with(line.words[at], Place::Whole);
        rules = either(whole, both(first, after(line, at + 1, Place::AfterWord(&[]))));
    }
    for slot in slots(line, at) {
        let number = slot.map_or(STAMP, |slot| slot as usize);
        let places = &index.slots[number];
        if places[Place::First.row()] == NONE {
            continue;
        }
        let next = match slot {
            Some(slot) => line.take(slot, at).map(|(_, next)| next),
            None => stamp::take(line, at, &mut Bound::default()),
        };
        if let Some(next) = next {
            let going_on = both(places[Place::First.row()], after(line, next, Place::AfterSlot(number)));
            rules = either(rules, either(places[Place::Whole.row()], going_on));
        }
    }
    if !line.message {
        for (rules, messages) in rules.iter_mut().zip(index.messages) {
            *rules &= !messages;
        }
    }
    (0..4)
        .flat_map(move |block| bits(rules[block]).map(move |bit| block * 64 + bit))
        .filter_map(|number| index.rules[number])
}

/// The rules that can go on with token `at`.
fn after(line: &Line<'_>, at: usize, place: Place) -> Rules {
    let index = line.grammar.index;
    let Some(word) = line.words.get(at) else { return NONE };
    let mut rules = index.rules_with(*word, place);
    for slot in slots(line, at) {
        rules = either(rules, index.slots[slot.map_or(STAMP, |slot| slot as usize)][place.row()]);
    }
    rules
}

fn bits(mut left: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = left.trailing_zeros() as usize;
        (bit < 64).then(|| {
            left &= left - 1;
            bit
        })
    })
}

/// Whether a slot can begin with a token for its shape: digits, and the apostrophe before them.
pub(in crate::timex) fn begins_by_shape(token: &Token, text: &[u8]) -> bool {
    match token.shape {
        Shape::Digits | Shape::Mixed => true,
        Shape::Mark => text.get(token.span.start()..token.span.end()).is_some_and(is_apostrophe),
        _ => false,
    }
}

fn is_apostrophe(mark: &[u8]) -> bool {
    matches!(mark, b"'") || mark == "’".as_bytes() || mark == "‘".as_bytes()
}

/// The slots that a token can begin; `None` is a stamp.
fn slots(line: &Line<'_>, at: usize) -> impl Iterator<Item = Option<Slot>> {
    let shaped: &[Option<Slot>] = match line.tokens[at].shape {
        Shape::Digits => &[
            Some(Slot::Day),
            Some(Slot::DayDigits),
            Some(Slot::Year),
            Some(Slot::AnyYear),
            Some(Slot::BareYear),
            Some(Slot::Number),
            Some(Slot::Ordinal),
            Some(Slot::Clock),
            Some(Slot::Decade),
            Some(Slot::Length),
            None,
        ],
        Shape::Mixed => &[
            Some(Slot::Day),
            Some(Slot::Ordinal),
            Some(Slot::Decade),
            Some(Slot::Number),
            Some(Slot::Clock),
            Some(Slot::Code),
            None,
        ],
        Shape::Mark if is_apostrophe(line.word(at).as_bytes()) => {
            &[Some(Slot::ShortYear), Some(Slot::Decade)]
        }
        _ => &[],
    };
    let read = line.readings[at].iter().flat_map(|reading| slots_of(*reading)).map(|slot| Some(*slot));
    shaped.iter().copied().chain(read)
}

/// The slots that a word of this reading can begin.
fn slots_of(reading: Reading) -> &'static [Slot] {
    match reading {
        Reading::Month(_) => &[Slot::Month, Slot::FullMonth],
        Reading::Weekday(_) => &[Slot::Weekday, Slot::FullWeekday],
        Reading::Number(_) => &[Slot::Number, Slot::Clock],
        Reading::Article => &[Slot::Number],
        Reading::Magnitude(_) => &[],
        Reading::Decade(_) => &[Slot::Decade],
        Reading::Ordinal(_) => &[Slot::Ordinal, Slot::Day],
        Reading::Some => &[Slot::Several],
        Reading::Unit(_) => &[Slot::Unit],
        Reading::Units(_) => &[Slot::Units],
        Reading::Season(_) => &[Slot::Season],
        Reading::Daytime(_) => &[Slot::Daytime],
        Reading::Every(..) => &[Slot::Every],
        Reading::Today(_) => &[Slot::Today],
        Reading::WeekdayPart(..) => &[Slot::WeekdayPart],
        Reading::Habit(..) => &[Slot::Habit],
        Reading::Compound => {
            &[Slot::Number, Slot::Ordinal, Slot::Day, Slot::Length, Slot::Decade, Slot::Clock]
        }
    }
}
