//! Words without regard to case, and tables of them that are laid out when the program is compiled.

use crate::span::Span;

/// What tells one word from another, whatever its case: its bytes, mixed into one number.
///
/// Case is one bit of a byte, in ASCII and in the letters of Latin-1 ("Ä" is C3 84, "ä" C3 A4); so it is of a
/// few marks, which no word holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key(u64);

const LOWER: u64 = 0x2020_2020_2020_2020;

impl Key {
    /// The key of a word.
    pub(crate) const fn of(word: &[u8]) -> Self {
        let mut key = Self::empty(word.len());
        let mut rest = word;
        while let Some((eight, behind)) = rest.split_first_chunk::<8>() {
            key = key.with(u64::from_le_bytes(*eight), 8);
            rest = behind;
        }
        let mut last = 0;
        let mut at = 0;
        while at < rest.len() {
            last |= (rest[at] as u64) << (8 * at);
            at += 1;
        }
        if rest.is_empty() { key } else { key.with(last, rest.len()) }
    }

    /// The key of the word at `span`: reads whole eights, on into the text behind it.
    #[inline]
    pub(crate) fn at(text: &[u8], span: Span) -> Self {
        let mut key = Self::empty(span.len());
        let mut at = span.start();
        while at < span.end() {
            let Some(eight) = text.get(at..).and_then(|rest| rest.first_chunk::<8>()) else {
                return Self::of(text.get(span.start()..span.end()).unwrap_or_default());
            };
            key = key.with(u64::from_le_bytes(*eight), span.end() - at);
            at += 8;
        }
        key
    }

    /// Where the key of a word of so many bytes begins.
    #[inline]
    const fn empty(length: usize) -> Self {
        Self(0x243F_6A88_85A3_08D3 ^ length as u64)
    }

    /// Mixes in the next eight bytes, of which so many count.
    #[inline]
    const fn with(self, eight: u64, counting: usize) -> Self {
        let mask = if counting < 8 { (1 << (8 * counting)) - 1 } else { u64::MAX };
        Self((self.0.rotate_left(5) ^ ((eight | LOWER) & mask)).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// Where to look for the word in a table of so many places, a power of two.
    #[inline]
    const fn place(self, places: usize) -> usize {
        (self.0 >> 48) as usize & (places - 1)
    }

    /// Half of it, never 0: enough to tell two words apart that fall into one place.
    #[inline]
    const fn print(self) -> u32 {
        (self.0 >> 32) as u32 ^ self.0 as u32 | 1
    }
}

/// Whether two words are the same, whatever their case. Bytes of other scripts may count as the same, too: two
/// such words may then, but none of a table with another.
#[inline]
pub(crate) const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        let (x, y) = (a[at], b[at]);
        let letter = matches!(x | 0x20, b'a'..=b'z' | 0x80..);
        if x != y && (x | 0x20 != y | 0x20 || !letter) {
            return false;
        }
        at += 1;
    }
    true
}

/// A set of words, in an open-addressed hash table of `N` places, a power of two. It holds half of the words'
/// keys: a word of no list passes for one of a thousand once in a million.
#[derive(Debug)]
pub(crate) struct Words<const N: usize> {
    prints: [u32; N],
}

impl<const N: usize> Words<N> {
    /// Lays the words of all lists out.
    pub(crate) const fn of(lists: &[&[&str]]) -> Self {
        let mut words = Self { prints: [0; N] };
        let mut count = 0;
        let mut list = 0;
        while list < lists.len() {
            let mut row = 0;
            while row < lists[list].len() {
                let key = Key::of(lists[list][row].as_bytes());
                let mut place = key.place(N);
                while words.prints[place] != 0 && words.prints[place] != key.print() {
                    place = (place + 1) & (N - 1);
                }
                words.prints[place] = key.print();
                count += 1;
                row += 1;
            }
            list += 1;
        }
        assert!(N.is_power_of_two() && 2 * count <= N, "the table is too full to be quick");
        words
    }

    /// Whether the word of this key is one of them.
    #[inline]
    pub(crate) fn has(&self, key: Key) -> bool {
        let mut place = key.place(N);
        while self.prints[place] != 0 {
            if self.prints[place] == key.print() {
                return true;
            }
            place = (place + 1) & (N - 1);
        }
        false
    }
}

/// Numbers of words from 1, by their keys, in an open-addressed hash table of `N` places, a power of two; the
/// spellings lie elsewhere.
#[derive(Debug)]
pub(crate) struct Numbers<const N: usize> {
    /// The number in the lower half, a part of the key in the upper; 0 is free.
    places: [u32; N],
}

impl<const N: usize> Numbers<N> {
    /// No word.
    pub(crate) const fn new() -> Self {
        assert!(N.is_power_of_two(), "the places are counted by a mask");
        Self { places: [0; N] }
    }

    /// The number of a word; 0 where it has none. `spellings` are those of the numbers, case left aside.
    #[inline]
    pub(crate) const fn number(&self, key: Key, word: &[u8], spellings: &[&str]) -> u16 {
        self.places[self.find(key, word, spellings)] as u16
    }

    /// Gives a word that has none the number; it must not be 0.
    pub(crate) const fn enter(&mut self, number: u16, spellings: &[&str]) {
        assert!(number > 0 && (number as usize) * 2 < N, "the table is too full to be quick");
        let word = spellings[number as usize].as_bytes();
        let key = Key::of(word);
        let place = self.find(key, word, spellings);
        assert!(self.places[place] == 0, "the word has a number");
        self.places[place] = key.print() & 0xFFFF_0000 | number as u32;
    }

    /// Where the word stands, or the free place for it.
    #[inline]
    const fn find(&self, key: Key, word: &[u8], spellings: &[&str]) -> usize {
        let mut place = key.place(N);
        loop {
            let found = self.places[place];
            let alike = (found ^ key.print()) & 0xFFFF_0000 == 0;
            if found == 0 || alike && same(spellings[found as u16 as usize].as_bytes(), word) {
                return place;
            }
            place = (place + 1) & (N - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_the_same_in_any_case_and_any_place() {
        let same = |a: &str, b: &str| Key::of(a.as_bytes()) == Key::of(b.as_bytes());
        assert!(same("March", "MARCH") && same("März", "MÄRZ") && same("Representatives", "representatives"));
        assert!(!same("march", "marsh") && !same("a", "aa") && !same("", " ") && !same("in", "in."));
        let text = "Von Donaudampfschifffahrtsgesellschaften im 3. Jahr der Flut";
        for first in 0..text.len() {
            for end in first..text.len() {
                let word = Span::new(first, end);
                assert_eq!(
                    Key::at(text.as_bytes(), word),
                    Key::of(word.of(text).as_bytes()),
                    "{}",
                    word.of(text)
                );
            }
        }
    }

    #[test]
    fn sets_hold_their_words_and_no_other() {
        static SET: Words<16> = Words::of(&[&["over", "under"], &["in", "on", "notwithstanding"]]);
        let has = |word: &str| SET.has(Key::of(word.as_bytes()));
        assert!(["over", "UNDER", "In", "on", "Notwithstanding"].into_iter().all(has));
        assert!(!["ove", "overt", "", "i", "notwithstandinG."].into_iter().any(has));
    }

    #[test]
    fn numbers_are_found_by_any_spelling() {
        const SPELLINGS: [&str; 4] = ["", "über", "sept", "two"];
        static NUMBERS: Numbers<8> = {
            let mut numbers = Numbers::new();
            numbers.enter(1, &SPELLINGS);
            numbers.enter(2, &SPELLINGS);
            numbers.enter(3, &SPELLINGS);
            numbers
        };
        let number = |word: &str| NUMBERS.number(Key::of(word.as_bytes()), word.as_bytes(), &SPELLINGS);
        assert_eq!(["ÜBER", "Sept", "two", "sept.", "", "twö"].map(number), [1, 2, 3, 0, 0, 0]);
    }
}
