//! Which rules can match at a token: laid out when the program is compiled, so that most tokens of a text
//! cost one probe of a table and no rule at all.
//!
//! Each rule is a bit. A rule is tried where its pattern can begin with the token and go on with what
//! stands behind: "the" begins many rules, and hardly any of them before "town". Words are found in an
//! open-addressed hash table of all words of the patterns; what a slot takes is told by the readings and the
//! shape of a token ([`slots`]), and how many tokens it takes by reading it.

use super::{Rule, stamp};
use crate::document::Shape;
use crate::lexicon::{self, Reading};
use crate::timex::pattern::{Bound, Line, Pat, Slot};

/// A set of rules, by their number in table order.
type Rules = [u64; 4];

const NONE: Rules = [0; 4];
/// Room for slots; [`STAMP`] is the last.
const SLOTS: usize = 40;
/// [`Pat::Stamp`] is entered as a slot.
const STAMP: usize = SLOTS - 1;
/// Room for words, and for their hashes.
const WORDS: usize = 1024;
const PLACES: usize = 4096;

/// What a token can be the beginning or the continuation of.
#[derive(Clone, Copy)]
struct Entry {
    /// Rules whose pattern can begin with it.
    first: Rules,
    /// Rules whose pattern begins with a word and can go on with it.
    after_word: Rules,
    /// Rules whose pattern begins with a slot and can go on with it.
    after_slot: Rules,
}

const NO_ENTRY: Entry = Entry { first: NONE, after_word: NONE, after_slot: NONE };

/// A word of the patterns, by its number; 0 is any other word.
pub(in crate::timex) type Word = u16;

/// The rules of one language by what they begin with and how they go on.
pub(in crate::timex) struct Index {
    /// What a token of any other word can go on: rules that end with their first word or slot.
    other: Entry,
    slots: [Entry; SLOTS],
    spellings: [&'static str; WORDS],
    words: [Entry; WORDS],
    /// The number of words, 0 included.
    count: usize,
    /// Numbers of words by the hash of their spelling; 0 is free.
    places: [Word; PLACES],
    /// The longest word, in bytes.
    longest: usize,
    /// The rules of messages: they match nothing elsewhere.
    messages: Rules,
    pub(in crate::timex) rules: [Option<&'static Rule>; 256],
}

impl Index {
    /// Lays the families' rules out, in their order; those of messages first, so that they win ties there.
    pub(super) const fn of(messages: &'static [Rule], families: &'static [&'static [Rule]]) -> Self {
        let mut index = Self {
            other: NO_ENTRY,
            slots: [NO_ENTRY; SLOTS],
            spellings: [""; WORDS],
            words: [NO_ENTRY; WORDS],
            count: 1,
            places: [0; PLACES],
            longest: 0,
            messages: NONE,
            rules: [None; 256],
        };
        let mut number = 0;
        while number < messages.len() {
            index.messages = with(index.messages, number);
            index.lay_out(&messages[number], number);
            number += 1;
        }
        let mut family = 0;
        while family < families.len() {
            let mut row = 0;
            while row < families[family].len() {
                index.lay_out(&families[family][row], number);
                number += 1;
                row += 1;
            }
            family += 1;
        }
        index
    }

    const fn lay_out(&mut self, rule: &'static Rule, number: usize) {
        self.rules[number] = Some(rule);
        self.enter(rule.pattern, None, Place::First, number);
    }

    /// Enters what a pattern, and the rest behind it, can take at a place of a rule.
    const fn enter(&mut self, pattern: &'static [Pat], rest: Option<&Rest<'_>>, place: Place, rule: usize) {
        let Some((first, behind)) = pattern.split_first() else {
            match (rest, place) {
                (Some(rest), _) => self.enter(rest.pattern, rest.rest, place, rule),
                (None, Place::First) => panic!("a rule's pattern may match nothing"),
                (None, Place::AfterWord) => self.other.after_word = with(self.other.after_word, rule),
                (None, Place::AfterSlot) => self.other.after_slot = with(self.other.after_slot, rule),
            }
            return;
        };
        match first {
            Pat::Word(words) => {
                let mut at = 0;
                while at < words.len() {
                    let word = self.number_of(words[at]);
                    self.words[word].add(place, rule);
                    at += 1;
                }
                if matches!(place, Place::First) {
                    self.enter(behind, rest, Place::AfterWord, rule);
                }
            }
            Pat::Take(_) | Pat::Stamp => {
                let slot = if let Pat::Take(slot) = first { *slot as usize } else { STAMP };
                self.slots[slot].add(place, rule);
                if matches!(place, Place::First) {
                    self.enter(behind, rest, Place::AfterSlot, rule);
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

    /// The number of a word of a pattern; a new one where it has none.
    const fn number_of(&mut self, spelling: &'static str) -> usize {
        let place = self.place_of(spelling.as_bytes());
        if self.places[place] == 0 {
            assert!(
                self.count < WORDS && 2 * self.count < PLACES,
                "the patterns have more words than places"
            );
            self.places[place] = self.count as Word;
            self.spellings[self.count] = spelling;
            self.count += 1;
            if spelling.len() > self.longest {
                self.longest = spelling.len();
            }
        }
        self.places[place] as usize
    }

    /// Where a word stands in the table, or the free place for it.
    const fn place_of(&self, word: &[u8]) -> usize {
        let mut place = hash(word) % PLACES;
        while self.places[place] != 0
            && !lexicon::same(self.spellings[self.places[place] as usize].as_bytes(), word)
        {
            place = (place + 1) % PLACES;
        }
        place
    }

    /// The number of a word, whatever its case.
    pub(in crate::timex) fn word(&self, word: &[u8]) -> Word {
        if word.len() > self.longest { 0 } else { self.places[self.place_of(word)] }
    }
}

/// Where in a rule a token stands.
#[derive(Clone, Copy)]
enum Place {
    First,
    AfterWord,
    AfterSlot,
}

/// What of a pattern stands behind the part at hand.
struct Rest<'a> {
    pattern: &'static [Pat],
    rest: Option<&'a Rest<'a>>,
}

impl Entry {
    const fn add(&mut self, place: Place, rule: usize) {
        match place {
            Place::First => self.first = with(self.first, rule),
            Place::AfterWord => self.after_word = with(self.after_word, rule),
            Place::AfterSlot => self.after_slot = with(self.after_slot, rule),
        }
    }
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
pub(in crate::timex) fn beginning(line: &Line<'_>, at: usize) -> impl Iterator<Item = &'static Rule> {
    let index = line.grammar.index;
    let mut rules = NONE;
    let first = index.words[usize::from(line.words[at])].first;
    if first != NONE {
        rules = both(first, after(line, at + 1, |entry| entry.after_word));
    }
    for slot in slots(line, at) {
        let entry = index.slots[slot.map_or(STAMP, |slot| slot as usize)].first;
        if entry == NONE {
            continue;
        }
        let next = match slot {
            Some(slot) => line.take(slot, at).map(|(_, next)| next),
            None => stamp::take(line, at, &mut Bound::default()),
        };
        if let Some(next) = next {
            rules = either(rules, both(entry, after(line, next, |entry| entry.after_slot)));
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

/// The rules that can go on with token `at`, or end before it.
fn after(line: &Line<'_>, at: usize, place: fn(&Entry) -> Rules) -> Rules {
    let index = line.grammar.index;
    let mut rules = place(&index.other);
    if let Some(word) = line.words.get(at) {
        rules = either(rules, place(&index.words[usize::from(*word)]));
        for slot in slots(line, at) {
            rules = either(rules, place(&index.slots[slot.map_or(STAMP, |slot| slot as usize)]));
        }
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
        Shape::Mark if matches!(line.word(at), "'" | "’" | "‘") => {
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

/// A hash of a word that is the same in any case.
const fn hash(word: &[u8]) -> usize {
    // the first and the last eight bytes, or four, tell the words of a table apart; the letters of ASCII
    // and Latin-1 in lower case
    let (head, tail) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (Some(head), Some(tail)) => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
        _ => match (word.first_chunk::<4>(), word.last_chunk::<4>()) {
            (Some(head), Some(tail)) => (u32::from_le_bytes(*head) as u64, u32::from_le_bytes(*tail) as u64),
            _ => match word {
                [a, b, c] => (*a as u64 | (*b as u64) << 8 | (*c as u64) << 16, 0),
                [a, b] => (*a as u64 | (*b as u64) << 8, 0),
                [a] => (*a as u64, 0),
                _ => (0, 0),
            },
        },
    };
    const LOWER: u64 = 0x2020_2020_2020_2020;
    let mixed = (head | LOWER) ^ (tail | LOWER).rotate_left(23) ^ word.len() as u64;
    (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
}
