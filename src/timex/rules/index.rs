//! Which rules can begin at a token: laid out when the program is compiled, so that most tokens of a text
//! cost one probe of a table and no rule at all.
//!
//! Each rule is a bit. A word's bits are found by an open-addressed hash table of the words that begin
//! patterns; a slot's bits by the readings and the shape of the token.

use super::Rule;
use crate::document::Shape;
use crate::lexicon::Reading;
use crate::timex::pattern::{Line, Pat, Slot};

/// A set of rules, by their number in table order.
type Rules = [u64; 4];

const NONE: Rules = [0; 4];
const SLOTS: usize = 32;
const PLACES: usize = 1024;

/// The rules of one language by what they begin with.
pub(in crate::timex) struct Index {
    slots: [Rules; SLOTS],
    words: [(&'static str, Rules); PLACES],
    /// The rules of messages: they begin nothing elsewhere.
    messages: Rules,
    pub(in crate::timex) rules: [Option<&'static Rule>; 256],
}

impl Index {
    /// Lays the families' rules out, in their order; those of messages first, so that they win ties there.
    pub(super) const fn of(messages: &'static [Rule], families: &'static [&'static [Rule]]) -> Self {
        let mut index =
            Self { slots: [NONE; SLOTS], words: [("", NONE); PLACES], messages: NONE, rules: [None; 256] };
        let mut number = 0;
        while number < messages.len() {
            let rule = &messages[number];
            index.rules[number] = Some(rule);
            index.messages = with(index.messages, number);
            assert!(enter(&mut index, rule.pattern, number), "a rule's pattern may match nothing");
            number += 1;
        }
        let mut family = 0;
        while family < families.len() {
            let mut row = 0;
            while row < families[family].len() {
                let rule = &families[family][row];
                index.rules[number] = Some(rule);
                assert!(enter(&mut index, rule.pattern, number), "a rule's pattern may match nothing");
                number += 1;
                row += 1;
            }
            family += 1;
        }
        index
    }
}

/// Enters what a pattern can begin with; answers whether it always takes a token.
const fn enter(index: &mut Index, pattern: &'static [Pat], rule: usize) -> bool {
    let mut at = 0;
    while at < pattern.len() {
        match &pattern[at] {
            Pat::Word(words) => {
                let mut word = 0;
                while word < words.len() {
                    let place = place_of(index, words[word].as_bytes());
                    index.words[place].0 = words[word];
                    index.words[place].1 = with(index.words[place].1, rule);
                    word += 1;
                }
                return true;
            }
            Pat::Take(slot) => {
                index.slots[*slot as usize] = with(index.slots[*slot as usize], rule);
                return true;
            }
            Pat::Bind(..) | Pat::Ahead(_) => {}
            Pat::Stamp => {
                // begins with digits, or with a token of digits and letters ("20170421T1430Z"): as clock times do
                index.slots[Slot::Clock as usize] = with(index.slots[Slot::Clock as usize], rule);
                return true;
            }
            Pat::Opt(inner) => {
                enter(index, inner, rule);
            }
            Pat::Any(parts) | Pat::OneOf(_, parts) => {
                let mut takes = true;
                let mut part = 0;
                while part < parts.len() {
                    takes &= enter(index, parts[part], rule);
                    part += 1;
                }
                if takes {
                    return true;
                }
            }
        }
        at += 1;
    }
    false
}

const fn with(mut rules: Rules, rule: usize) -> Rules {
    rules[rule / 64] |= 1 << (rule % 64);
    rules
}

const fn without(a: Rules, b: Rules) -> Rules {
    [a[0] & !b[0], a[1] & !b[1], a[2] & !b[2], a[3] & !b[3]]
}

const fn union(a: Rules, b: Rules) -> Rules {
    [a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3]]
}

/// Where a word stands in the table, or the free place for it. Words compare without regard to ASCII case.
const fn place_of(index: &Index, word: &[u8]) -> usize {
    // FNV-1a
    let mut hash: u32 = 0x811C_9DC5;
    let mut at = 0;
    while at < word.len() {
        hash = (hash ^ word[at].to_ascii_lowercase() as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    let mut place = (hash ^ (hash >> 16)) as usize % PLACES;
    while !index.words[place].0.is_empty() && !same(index.words[place].0.as_bytes(), word) {
        place = (place + 1) % PLACES;
    }
    place
}

/// The rules that can begin at token `at`, in table order.
pub(super) fn beginning(line: &Line<'_>, at: usize) -> impl Iterator<Item = &'static Rule> {
    let index = line.grammar.index;
    let mut rules = NONE;
    let mut add = |slots: &[Slot]| {
        for slot in slots {
            rules = union(rules, index.slots[*slot as usize]);
        }
    };
    match line.tokens[at].shape {
        Shape::Digits => add(&[
            Slot::Day,
            Slot::DayDigits,
            Slot::Year,
            Slot::AnyYear,
            Slot::BareYear,
            Slot::Number,
            Slot::Clock,
            Slot::Decade,
        ]),
        Shape::Mixed => {
            add(&[Slot::Day, Slot::Ordinal, Slot::Decade, Slot::Number, Slot::Clock]);
            for reading in line.readings[at] {
                add(slots_of(*reading));
            }
            rules = union(rules, index.words[place_of(index, line.word(at).as_bytes())].1);
        }
        Shape::Mark if matches!(line.word(at), "'" | "’" | "‘") => add(&[Slot::ShortYear, Slot::Decade]),
        Shape::Mark => {}
        _ => {
            for reading in line.readings[at] {
                add(slots_of(*reading));
            }
            rules = union(rules, index.words[place_of(index, line.word(at).as_bytes())].1);
        }
    }
    if !line.message {
        rules = without(rules, index.messages);
    }
    (0..4)
        .flat_map(move |block| {
            let mut left = rules[block];
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                (bit < 64).then(|| {
                    left &= left - 1;
                    block * 64 + bit as usize
                })
            })
        })
        .filter_map(|number| index.rules[number])
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
    }
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if !a[at].eq_ignore_ascii_case(&b[at]) {
            return false;
        }
        at += 1;
    }
    true
}
