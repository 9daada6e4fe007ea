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

    /// Adds a word, or several.
    pub fn push(&mut self, words: &str) {
        let mut inside = false;
        for character in words.chars() {
            if character.is_ascii_alphanumeric() {
                self.letter(character.to_ascii_lowercase() as u8, &mut inside);
                continue;
            }
            match fold(character) {
                Fold::Letters(letters) => {
                    for letter in letters.bytes() {
                        self.letter(letter, &mut inside);
                    }
                }
                Fold::Itself => {
                    let mut bytes = [0; 4];
                    for byte in character.encode_utf8(&mut bytes).bytes() {
                        self.letter(byte, &mut inside);
                    }
                }
                Fold::Nothing => {}
                Fold::Space => inside = false,
            }
        }
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

/// The name in small letters without diacritics, words joined by one space.
#[must_use]
pub fn normal(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    let mut gap = false;
    for character in name.chars() {
        let mut bytes = [0; 4];
        let letters: &str = if character.is_ascii_alphanumeric() {
            character.to_ascii_lowercase().encode_utf8(&mut bytes)
        } else {
            match fold(character) {
                Fold::Letters(letters) => letters,
                Fold::Itself => character.encode_utf8(&mut bytes),
                Fold::Nothing => continue,
                Fold::Space => {
                    gap = !normal.is_empty();
                    continue;
                }
            }
        };
        if gap {
            normal.push(' ');
            gap = false;
        }
        normal.push_str(letters);
    }
    normal
}

/// The consonant skeleton of a [`normal`] name: what spellings of one Arabic, Persian or Kurdish name
/// have in common. "Raqqa" and "Raka", "Malikiya" and "al-Malikiyah", "Shaykhun" and "Sheikhoun" agree.
///
/// Articles go, doubled letters count once, vowels inside a word become one class, a last `h` or vowel
/// goes; a skeleton of fewer than three consonants says too little and is empty. It begins with `0`, so that it
/// never meets a word.
#[must_use]
pub fn skeleton(normal: &str) -> String {
    let mut skeleton = String::with_capacity(normal.len());
    let mut consonants = 0;
    for word in normal.split(' ') {
        if is_article(word) {
            continue;
        }
        if !skeleton.is_empty() {
            skeleton.push(' ');
        }
        let word = word.trim_end_matches('h');
        let word = word.trim_end_matches(['a', 'e', 'i', 'y', 'o', 'u']);
        let mut last = '\0';
        for character in word.chars() {
            let class = match character {
                'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' => 'a',
                'q' | 'c' | 'k' => 'k',
                'd' | 't' => 't',
                'j' | 'g' => 'g',
                's' | 'z' => 's',
                'v' => 'f',
                'h' if last != '\0' && last != 'a' => continue,
                other => other,
            };
            if class == last {
                continue;
            }
            last = class;
            if class != 'a' {
                consonants += 1;
                skeleton.push(class);
            } else if skeleton.is_empty() {
                skeleton.push('a');
            }
        }
    }
    if consonants < 3 { String::new() } else { format!("0{skeleton}") }
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
    let (first, rest) = normal.split_once(' ')?;
    (is_article(first) && rest.len() >= 4).then_some(rest)
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
            assert_eq!(skeleton(one), skeleton(other), "{one} / {other}");
        }
        assert_eq!(skeleton("homs"), "0hms");
        assert_eq!(skeleton("aba"), "");
    }
}
