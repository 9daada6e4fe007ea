//! Closed sets of words, laid out when the program is compiled and asked without regard to case.

use crate::span::Span;

/// What tells one word from another, whatever its case: its bytes, mixed into one number.
///
/// Words of up to eight bytes never share a key; that two longer ones do is as likely as 1 in 2⁶⁴. Case is
/// one bit of a byte, in ASCII and in the letters of Latin-1 ("Ä" is C3 84, "ä" C3 A4); so are a few marks,
/// which no word holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key(u64);

const LOWER: u64 = 0x2020_2020_2020_2020;

impl Key {
    /// No word's key.
    pub(crate) const NONE: Self = Self(0);

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
    pub(crate) const fn place(self, places: usize) -> usize {
        (self.0 >> 40) as usize & (places - 1)
    }
}

/// A set of words, in an open-addressed hash table of `N` places, a power of two.
#[derive(Debug)]
pub(crate) struct Words<const N: usize> {
    places: [Key; N],
}

impl<const N: usize> Words<N> {
    /// Lays the words of all lists out.
    pub(crate) const fn of(lists: &[&[&str]]) -> Self {
        let mut words = Self { places: [Key::NONE; N] };
        let mut count = 0;
        let mut list = 0;
        while list < lists.len() {
            let mut row = 0;
            while row < lists[list].len() {
                let key = Key::of(lists[list][row].as_bytes());
                assert!(key.0 != Key::NONE.0, "the word has no key of its own");
                let mut place = key.place(N);
                while words.places[place].0 != 0 && words.places[place].0 != key.0 {
                    place = (place + 1) & (N - 1);
                }
                words.places[place] = key;
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
        while self.places[place] != Key::NONE {
            if self.places[place] == key {
                return true;
            }
            place = (place + 1) & (N - 1);
        }
        false
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
}
