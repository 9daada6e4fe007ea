//! Patterns as they are matched: laid out in flat tables when the program is compiled, their words told by
//! number, so that a token is compared with a word by one number and not letter by letter.

use super::index::Word;
use crate::timex::pattern::Slot;

/// One element of a pattern: see [`Pat`](crate::timex::pattern::Pat).
#[derive(Debug, Clone, Copy)]
pub(in crate::timex) enum Step {
    /// One of these words.
    Word(Run),
    Take(Slot),
    Opt(Run),
    /// The first of these parts that lets the rest match.
    Any(Run),
    /// The longest of these parts, bound by its number.
    OneOf(Slot, Run),
    Ahead(Run),
    Bind(Slot, i32),
    Stamp,
}

/// Neighbours in a table: of words, of steps, or of parts.
#[derive(Debug, Clone, Copy)]
pub(in crate::timex) struct Run {
    first: u16,
    count: u16,
}

impl Run {
    pub(super) const NONE: Self = Self { first: 0, count: 0 };

    /// Those of a table.
    pub(in crate::timex) fn of<T>(self, table: &[T]) -> &[T] {
        table
            .get(usize::from(self.first)..)
            .and_then(|t| t.get(..usize::from(self.count)))
            .unwrap_or_default()
    }

    /// The place of the `n`th, while a table is laid out.
    pub(super) const fn place(self, n: usize) -> usize {
        self.first as usize + n
    }
}

/// Room for steps, for the parts of alternatives and for the words of lists.
const STEPS: usize = 8192;
const PARTS: usize = 4096;
const WORDS: usize = 8192;

/// The patterns of all rules of a language.
pub(in crate::timex) struct Steps {
    pub(in crate::timex) steps: [Step; STEPS],
    pub(in crate::timex) parts: [Run; PARTS],
    pub(in crate::timex) words: [Word; WORDS],
    /// How much of each is taken: steps, parts, words.
    taken: [usize; 3],
}

impl Steps {
    pub(super) const fn new() -> Self {
        // what stays free is all zeros, which the page's program does not carry
        Self {
            steps: [Step::Word(Run::NONE); STEPS],
            parts: [Run::NONE; PARTS],
            words: [0; WORDS],
            taken: [0; 3],
        }
    }

    pub(super) const fn take_steps(&mut self, count: usize) -> Run {
        self.take(0, count, STEPS)
    }

    pub(super) const fn take_parts(&mut self, count: usize) -> Run {
        self.take(1, count, PARTS)
    }

    pub(super) const fn take_words(&mut self, count: usize) -> Run {
        self.take(2, count, WORDS)
    }

    const fn take(&mut self, table: usize, count: usize, room: usize) -> Run {
        let first = self.taken[table];
        self.taken[table] += count;
        assert!(self.taken[table] <= room, "no room for so many patterns");
        Run { first: first as u16, count: count as u16 }
    }
}
