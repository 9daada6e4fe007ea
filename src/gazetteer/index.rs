//! Key hash → names, built when the tier is loaded.
//!
//! Built rather than baked: a hash table of 130,000 keys takes a few milliseconds to fill by counting
//! sort, and a baked one would double the download, because hashes do not compress.

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
    /// No place at all: the word is a common word.
    Word,
    /// No place at all: the word is a given name.
    Given,
    /// No place at all: the word is a surname.
    Surname,
}

impl NameKind {
    const ALL: [Self; 8] = [
        Self::Primary,
        Self::Alias,
        Self::Demonym,
        Self::Abbreviation,
        Self::Skeleton,
        Self::Word,
        Self::Given,
        Self::Surname,
    ];
}

const KIND_SHIFT: u32 = 29;
const FILTER: usize = 1 << 16;

#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    print: u32,
    target: u32,
}

/// The index of one tier.
#[derive(Debug, Default)]
pub(super) struct Index {
    starts: Vec<u32>,
    entries: Vec<Entry>,
    /// By the first word's hash: the most words of any key that begins so.
    longest: Vec<u8>,
    shift: u32,
}

/// Collects keys, then sorts them into buckets.
#[derive(Debug, Default)]
pub(super) struct Builder {
    rows: Vec<(u64, u32)>,
    longest: Vec<u8>,
}

impl Builder {
    pub(super) fn with_capacity(keys: usize) -> Self {
        Self { rows: Vec::with_capacity(keys), longest: vec![0; FILTER] }
    }

    /// Adds a name. `name` may be in any spelling.
    pub(super) fn add(&mut self, name: &str, kind: NameKind, place: u32) {
        let first = name.split([' ', '-']).next().unwrap_or(name);
        let key = Key::of(name);
        if key.words() == 0 {
            return;
        }
        let slot = if first.len() == name.len() { key } else { Key::of(first) };
        if let Some(longest) = self.longest.get_mut(filter_slot(slot)) {
            *longest = (*longest).max(u8::try_from(key.words()).unwrap_or(u8::MAX));
        }
        self.rows.push((key.hash(), ((kind as u32) << KIND_SHIFT) | place));
    }

    pub(super) fn build(self) -> Index {
        let bits = (usize::BITS - self.rows.len().leading_zeros()).saturating_sub(1).clamp(4, 24);
        let shift = 64 - bits;
        let mut starts = vec![0_u32; (1 << bits) + 1];
        for (hash, _) in &self.rows {
            if let Some(count) = starts.get_mut((hash >> shift) as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut entries = vec![Entry::default(); self.rows.len()];
        for (hash, target) in &self.rows {
            let Some(at) = next.get_mut((hash >> shift) as usize) else { continue };
            if let Some(entry) = entries.get_mut(*at as usize) {
                *entry = Entry { print: print(*hash), target: *target };
            }
            *at += 1;
        }
        Index { starts, entries, longest: self.longest, shift }
    }
}

fn print(hash: u64) -> u32 {
    (hash & 0xffff_ffff) as u32
}

fn filter_slot(first: Key) -> usize {
    (first.hash() as usize) & (FILTER - 1)
}

impl Index {
    /// The most words a key that begins with `first` can have; 0 where none does.
    pub(super) fn longest(&self, first: Key) -> usize {
        self.longest.get(filter_slot(first)).map_or(0, |&l| usize::from(l))
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
