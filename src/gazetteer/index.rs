//! Key hash → names, built when the tier is loaded.
//!
//! Built rather than baked: hashes do not compress, so that a baked table would more than double the download,
//! while one pass over the names and a counting sort fill it in some tens of milliseconds, in the worker.

use super::key::Key;

/// What a key is to the place it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// The place's own name.
    Primary,
    /// Another name, a spelling, a former name.
    Alias,
    /// "Syrian", "Syrians".
    Demonym,
    /// "UK", "Tex.", "NSW": a name only in capitals or with a dot.
    Abbreviation,
    /// The skeleton of a transliterated name.
    Skeleton,
}

impl NameKind {
    const ALL: [Self; 5] = [Self::Primary, Self::Alias, Self::Demonym, Self::Abbreviation, Self::Skeleton];
}

const KIND_SHIFT: u32 = 29;

#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    print: u32,
    target: u32,
}

/// The index of one tier: buckets by a hash's high bits, one after the other.
#[derive(Debug, Default)]
pub(super) struct Index {
    starts: Vec<u32>,
    entries: Vec<Entry>,
    /// By the first word's hash: the most words of any key that begins so.
    longest: Vec<u8>,
    shift: u32,
}

/// Collects keys and counts them by bucket, then puts them there.
#[derive(Debug)]
pub(super) struct Builder {
    hashes: Vec<u64>,
    targets: Vec<u32>,
    /// Of bucket `n`, at `n + 1`.
    counts: Vec<u32>,
    longest: Vec<u8>,
    shift: u32,
}

impl Builder {
    /// For about so many keys.
    pub(super) fn for_about(keys: usize) -> Self {
        let bits = (usize::BITS - keys.leading_zeros()).clamp(5, 25) - 1;
        Self {
            hashes: Vec::with_capacity(keys),
            targets: Vec::with_capacity(keys),
            counts: vec![0; (1 << bits) + 1],
            longest: vec![0; 1 << bits],
            shift: 64 - bits,
        }
    }

    /// Adds a key; `head` is that of its first word.
    pub(super) fn add(&mut self, (key, head): (Key, Key), kind: NameKind, place: u32) {
        if key.words() == 0 {
            return;
        }
        let slot = filter_slot(head, self.longest.len());
        if let Some(longest) = self.longest.get_mut(slot) {
            *longest = (*longest).max(u8::try_from(key.words()).unwrap_or(u8::MAX));
        }
        let hash = key.hash();
        if let Some(count) = self.counts.get_mut((hash >> self.shift) as usize + 1) {
            *count += 1;
        }
        self.hashes.push(hash);
        self.targets.push(((kind as u32) << KIND_SHIFT) | place);
    }

    pub(super) fn build(self) -> Index {
        let Self { hashes, targets, counts: mut starts, longest, shift } = self;
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut entries = vec![Entry::default(); hashes.len()];
        // from the last to the first, each bucket fills from its end, which is the next one's start
        for (hash, target) in hashes.into_iter().zip(targets).rev() {
            let Some(end) = starts.get_mut((hash >> shift) as usize + 1) else { continue };
            *end -= 1;
            if let Some(entry) = entries.get_mut(*end as usize) {
                *entry = Entry { print: print(hash), target };
            }
        }
        // now every end is its bucket's start: bucket `n` begins at `n + 1`
        starts.remove(0);
        starts.push(entries.len() as u32);
        Index { starts, entries, longest, shift }
    }
}

fn print(hash: u64) -> u32 {
    (hash & 0xffff_ffff) as u32
}

fn filter_slot(first: Key, slots: usize) -> usize {
    (first.hash() as usize) & slots.wrapping_sub(1)
}

impl Index {
    /// The most words a key that begins with `first` can have; 0 where none does.
    pub(super) fn longest(&self, first: Key) -> usize {
        self.longest.get(filter_slot(first, self.longest.len())).map_or(0, |&l| usize::from(l))
    }

    /// Everything a key leads to, in the order it was added.
    pub(super) fn names(&self, key: Key) -> impl Iterator<Item = (NameKind, u32)> + '_ {
        let hash = key.hash();
        let bucket = hash.checked_shr(self.shift).unwrap_or(0) as usize;
        let range = match (self.starts.get(bucket), self.starts.get(bucket + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        };
        self.entries
            .get(range)
            .unwrap_or_default()
            .iter()
            .filter(move |entry| entry.print == print(hash))
            .filter_map(|entry| {
                let kind = *NameKind::ALL.get((entry.target >> KIND_SHIFT) as usize)?;
                Some((kind, entry.target & ((1 << KIND_SHIFT) - 1)))
            })
    }
}

/// What words are besides place names: 29 bits of a word's hash, three bits of classes.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Open addressing; 0 is free.
    slots: Vec<u32>,
}

/// A word's classes, one bit each.
pub(super) const COMMON: u32 = 1;
pub(super) const GIVEN: u32 = 2;
pub(super) const SURNAME: u32 = 4;

impl Words {
    /// Room for so many words.
    pub(super) fn for_about(words: usize) -> Self {
        Self { slots: vec![0; (2 * words + 2).next_power_of_two()] }
    }

    pub(super) fn add(&mut self, key: Key, class: u32) {
        let at = self.slot(key);
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = mark(key) | (*slot & (COMMON | GIVEN | SURNAME)) | class;
        }
    }

    /// The classes of a word; 0 for none.
    pub(super) fn class(&self, key: Key) -> u32 {
        self.slots.get(self.slot(key)).map_or(0, |slot| slot & (COMMON | GIVEN | SURNAME))
    }

    /// Where a word stands, or would stand.
    fn slot(&self, key: Key) -> usize {
        let last = self.slots.len().wrapping_sub(1);
        let mut at = (key.hash() >> 32) as usize & last;
        while self.slots.get(at).is_some_and(|&slot| slot != 0 && slot & !7 != mark(key)) {
            at = (at + 1) & last;
        }
        at
    }
}

/// The part of a word's hash that is kept.
fn mark(key: Key) -> u32 {
    key.hash() as u32 & !7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_leads_to_what_was_added_in_that_order() {
        for room in [1, 10, 5000] {
            let mut builder = Builder::for_about(room);
            let name = |number: u32| format!("place {}", number % 700);
            for number in 0..1000 {
                let normal = name(number);
                builder.add(Key::of_normal(normal.as_bytes()), NameKind::Alias, number);
            }
            let index = builder.build();
            assert_eq!(index.longest(Key::of("place")), 2);
            for number in 0..700 {
                let found: Vec<u32> = index.names(Key::of(&name(number))).map(|(_, place)| place).collect();
                let expected: Vec<u32> = (0..1000).filter(|n| n % 700 == number).collect();
                assert_eq!(found, expected);
            }
            assert_eq!(index.names(Key::of("place 700")).count(), 0);
        }
    }

    #[test]
    fn words_keep_all_their_classes() {
        let mut words = Words::for_about(300);
        for number in 0..300 {
            words.add(Key::of(&number.to_string()), COMMON);
        }
        words.add(Key::of("7"), SURNAME);
        assert_eq!(words.class(Key::of("7")), COMMON | SURNAME);
        assert_eq!(words.class(Key::of("299")), COMMON);
        assert_eq!(words.class(Key::of("300")), 0);
        assert_eq!(Words::default().class(Key::of("7")), 0);
    }
}
