//! Names become keys, the same way when the gazetteer is baked and when a text is read.
//!
//! A key is a name in small letters without diacritics, its words joined by one space: apostrophes and
//! dots are dropped ("N'Djamena", "St. John's", "U.S."), hyphens and other marks are spaces. Only the
//! key's 64-bit hash is ever compared: with some 600,000 keys the chance that any word of a text meets a
//! foreign key is below one in 10¹³.

/// A key in the making: words are pushed one after the other, and every prefix can be looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    hash: u64,
    words: u8,
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

impl Default for Key {
    fn default() -> Self {
        Self { hash: OFFSET, words: 0 }
    }
}

impl Key {
    /// The key of a whole name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let mut key = Self::default();
        key.push(name);
        key
    }

    /// The key of a name in [`normal`] form, and that of its first word.
    pub(super) fn of_normal(normal: &[u8]) -> (Self, Self) {
        let mut key = Self { hash: OFFSET, words: u8::from(!normal.is_empty()) };
        let mut head = None;
        for &byte in normal {
            if byte == b' ' {
                head.get_or_insert(key);
                key.words = key.words.saturating_add(1);
            }
            key.step(byte);
        }
        (key, head.unwrap_or(key))
    }

    /// The key of a whole name, and that of its first word.
    pub(super) fn of_name(name: &str) -> (Self, Self) {
        let mut key = Self::default();
        let (mut head, mut inside) = (None, false);
        letters(name, |letter| match letter {
            Some(letter) => {
                if !inside && key.words == 1 {
                    head.get_or_insert(key);
                }
                key.letter(letter, &mut inside);
            }
            None => inside = false,
        });
        (key, head.unwrap_or(key))
    }

    /// Adds a word, or several.
    pub fn push(&mut self, words: &str) {
        let mut inside = false;
        letters(words, |letter| match letter {
            Some(letter) => self.letter(letter, &mut inside),
            None => inside = false,
        });
    }

    /// Adds letters to the last word: the `'s` of "St. John's".
    pub fn glue(&mut self, letters: &str) {
        for letter in letters.bytes().filter(u8::is_ascii_alphabetic) {
            self.step(letter.to_ascii_lowercase());
        }
    }

    fn letter(&mut self, letter: u8, inside: &mut bool) {
        if !*inside {
            *inside = true;
            if self.words > 0 {
                self.step(b' ');
            }
            self.words = self.words.saturating_add(1);
        }
        self.step(letter);
    }

    fn step(&mut self, byte: u8) {
        self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(PRIME);
    }

    /// How many words it has.
    #[must_use]
    pub fn words(self) -> usize {
        usize::from(self.words)
    }

    /// The hash, its bits well mixed.
    #[must_use]
    pub fn hash(self) -> u64 {
        let mixed = (self.hash ^ (self.hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    }
}

enum Fold {
    Letters(&'static str),
    Itself,
    Nothing,
    Space,
}

/// Base letters of U+00C0..U+0180, U+0180..U+0250 and U+1E00..U+1F00 by Unicode's compatibility
/// decomposition; `-` where a character has none in ASCII.
const LATIN_1_AND_A: &str = "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
const LATIN_B: &str = "-b----o---d---eeeff----ikk------oo-------------uu--yy-----------\
----dddlllnnnaaiioouuuuuuuuuueaaaa----ggkkoooo--jdddgg--nnaa----\
aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy------------\
----------------";
const LATIN_ADDITIONAL: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwyas--s-aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------";

fn fold(character: char) -> Fold {
    match character {
        'Æ' | 'æ' => Fold::Letters("ae"),
        'Œ' | 'œ' => Fold::Letters("oe"),
        'ß' | 'ẞ' => Fold::Letters("ss"),
        'Þ' | 'þ' => Fold::Letters("th"),
        'ə' | 'Ə' => Fold::Letters("e"),
        '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '`' | '´' | '.' | '\u{ad}' | '\u{300}'..='\u{36f}' => {
            Fold::Nothing
        }
        '\u{c0}'..='\u{17f}' => letter(LATIN_1_AND_A, character as usize - 0xc0),
        '\u{180}'..='\u{24f}' => letter(LATIN_B, character as usize - 0x180),
        '\u{1e00}'..='\u{1eff}' => letter(LATIN_ADDITIONAL, character as usize - 0x1e00),
        _ if character.is_alphanumeric() => Fold::Itself,
        _ => Fold::Space,
    }
}

fn letter(table: &'static str, at: usize) -> Fold {
    match table.get(at..=at) {
        Some("-") | None => Fold::Itself,
        Some(letter) => Fold::Letters(letter),
    }
}

/// What an ASCII character is in a key: its small letter, [`SPACE`] or [`NOTHING`].
const ASCII: [u8; 128] = {
    let mut table = [SPACE; 128];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        if byte.is_ascii_alphanumeric() {
            table[at] = byte.to_ascii_lowercase();
        } else if matches!(byte, b'\'' | b'`' | b'.') {
            table[at] = NOTHING;
        }
        at += 1;
    }
    table
};
const SPACE: u8 = b' ';
const NOTHING: u8 = 0;

/// Tells every letter of a name's normal form, and `None` where a word ends.
fn letters(name: &str, mut tell: impl FnMut(Option<u8>)) {
    let mut rest = name.as_bytes();
    loop {
        while let [byte @ 0..128, after @ ..] = rest {
            match ASCII[usize::from(*byte)] {
                NOTHING => {}
                SPACE => tell(None),
                letter => tell(Some(letter)),
            }
            rest = after;
        }
        let Some(character) = name.get(name.len() - rest.len()..).and_then(|rest| rest.chars().next()) else {
            return;
        };
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
        match fold(character) {
            Fold::Letters(letters) => letters.bytes().for_each(|letter| tell(Some(letter))),
            Fold::Itself => {
                let mut bytes = [0; 4];
                character.encode_utf8(&mut bytes).bytes().for_each(|letter| tell(Some(letter)));
            }
            Fold::Nothing => {}
            Fold::Space => tell(None),
        }
    }
}

/// The name in small letters without diacritics, words joined by one space.
#[must_use]
pub fn normal(name: &str) -> String {
    let mut normal = Vec::with_capacity(name.len());
    normal_into(name, &mut normal);
    // every letter is told whole
    String::from_utf8(normal).unwrap_or_default()
}

/// [`normal`], written over what `normal` held.
pub(super) fn normal_into(name: &str, normal: &mut Vec<u8>) {
    normal.clear();
    let mut gap = false;
    letters(name, |letter| match letter {
        Some(letter) => {
            if std::mem::take(&mut gap) && !normal.is_empty() {
                normal.push(b' ');
            }
            normal.push(letter);
        }
        None => gap = true,
    });
}

/// The key of the consonant skeleton of a [`normal`] name: what spellings of one Arabic, Persian or Kurdish name
/// have in common. "Raqqa" and "Raka", "Malikiya" and "al-Malikiyah", "Shaykhun" and "Sheikhoun" agree.
///
/// Articles go, doubled letters count once, vowels inside a word become one class, a last `h` or vowel
/// goes; a skeleton of fewer than three consonants says too little and is none. It begins with `0`, so that it
/// never meets a word.
#[must_use]
pub fn skeleton(normal: &[u8]) -> Option<Key> {
    let mut key = Key::default();
    let mut begun = false;
    key.letter(b'0', &mut begun);
    let (mut consonants, mut empty) = (0, true);
    for word in normal.split(|byte| *byte == b' ') {
        if is_article(std::str::from_utf8(word).unwrap_or_default()) {
            continue;
        }
        let mut inside = empty;
        let ending =
            |word: &[u8], goes: &[u8]| word.iter().rposition(|b| !goes.contains(b)).map_or(0, |at| at + 1);
        let word = word.get(..ending(word, b"h")).unwrap_or_default();
        let word = word.get(..ending(word, b"aeiyou")).unwrap_or_default();
        let mut last = 0;
        for &letter in word {
            let class = match letter {
                b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'w' => b'a',
                b'q' | b'c' | b'k' => b'k',
                b'd' | b't' => b't',
                b'j' | b'g' => b'g',
                b's' | b'z' => b's',
                b'v' => b'f',
                b'h' if last != 0 && last != b'a' => continue,
                other => other,
            };
            if class == last {
                continue;
            }
            last = class;
            if class != b'a' {
                consonants += 1;
                key.letter(class, &mut inside);
                empty = false;
            } else if empty {
                key.letter(class, &mut inside);
                empty = false;
            }
        }
    }
    (consonants >= 3).then_some(key)
}

/// Whether a word is an article that a name can go without: "al-Raqqa", "As Sulaymaniyah", "The Hague".
#[must_use]
pub fn is_article(word: &str) -> bool {
    matches!(
        word,
        "al" | "Al"
            | "el"
            | "El"
            | "ar"
            | "as"
            | "ash"
            | "at"
            | "ad"
            | "an"
            | "az"
            | "us"
            | "ul"
            | "the"
            | "The"
    )
}

/// A normal name without its article: "al hasakah" → "hasakah".
#[must_use]
pub fn without_article(normal: &str) -> Option<&str> {
    normal.get(article(normal.as_bytes())?..)
}

/// How long the article is that a normal name begins with and can go without, with the space behind it.
pub(super) fn article(normal: &[u8]) -> Option<usize> {
    // the longest has three letters
    let at = normal.iter().take(4).position(|byte| *byte == b' ')?;
    let first = std::str::from_utf8(normal.get(..at)?).ok()?;
    (normal.len() >= at + 5 && is_article(first)).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for (one, other) in [
            ("São Paulo", "sao paulo"),
            ("N'Djamena", "NDjamena"),
            ("St. John’s", "st johns"),
            ("Stratford-upon-Avon", "Stratford upon Avon"),
            ("U.S.", "us"),
            ("Đà Nẵng", "Da Nang"),
            ("Œuilly", "oeuilly"),
        ] {
            assert_eq!(Key::of(one), Key::of(other), "{one} / {other}");
            assert_eq!(normal(one), normal(other));
        }
        assert_ne!(Key::of("new york"), Key::of("newyork"));
    }

    #[test]
    fn a_key_pushed_by_words_is_the_key_of_the_whole() {
        let mut key = Key::default();
        key.push("Khan");
        key.push("Sheikhoun");
        assert_eq!(key, Key::of("khan sheikhoun"));
        assert_eq!(key.words(), 2);
    }

    #[test]
    fn transliterations_share_a_skeleton() {
        for (one, other) in [
            ("ar raqqah", "raqa"),
            ("al malikiyah", "malikiya"),
            ("khan shaykhun", "khan sheikhoun"),
            ("tall afar", "tal afar"),
            ("al qusayr", "qusair"),
        ] {
            assert_eq!(skeleton(one.as_bytes()), skeleton(other.as_bytes()), "{one} / {other}");
        }
        assert_eq!(skeleton(b"homs"), Some(Key::of("0hms")));
        assert_eq!(skeleton(b"umm al qasr"), Some(Key::of("0am ksr")));
        assert_eq!(skeleton(b"aba"), None);
        assert_ne!(skeleton(b"tall afar"), skeleton(b"tallafar"));
    }

    #[test]
    fn a_normal_name_has_the_key_of_the_name() {
        for name in ["São Paulo", "N'Djamena", "  St. John’s -", "Đà Nẵng", "Köln", "Улан-Удэ", "", "U.S."]
        {
            let normal = normal(name);
            let (key, head) = Key::of_normal(normal.as_bytes());
            assert_eq!(key, Key::of(name), "{name}");
            assert_eq!((key, head), Key::of_name(name), "{name}");
            assert_eq!(head, Key::of(normal.split(' ').next().unwrap_or_default()), "{name}");
        }
        assert_eq!(without_article("al hasakah"), Some("hasakah"));
        assert_eq!(without_article("al ain"), None);
        assert_eq!(without_article("bab al hawa"), None);
    }
}
