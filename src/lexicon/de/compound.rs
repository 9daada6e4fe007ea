//! Words made of others: "Montagabend", "einundzwanzig", "dreijährig", "siebzehnter", "jahrelang".

use super::super::Daytime::{self, Afternoon, Evening, Midday, Morning, Night};
use super::super::{Reading, Unit};

const COMPOUND: &[Reading] = &[Reading::Compound];

/// The readings of a word that the table does not have.
pub(super) fn readings(word: &str) -> &'static [Reading] {
    let mut letters = [0_u8; LONGEST];
    let Some(word) = lower(word, &mut letters) else { return &[] };
    let part = weekday_part(word);
    if !part.is_empty() {
        return part;
    }
    let made = parse_number(word).is_some() || parse_ordinal(word).is_some() || parse_length(word).is_some();
    if made { COMPOUND } else { &[] }
}

/// A cardinal number in one word, doubled, so that halves count: "einundzwanzig" is 42, "dreieinhalb" 7.
#[must_use]
pub fn number(word: &str) -> Option<u32> {
    parse_number(lower(word, &mut [0; LONGEST])?)
}

/// An ordinal number in one word, from 1, whatever its ending.
#[must_use]
pub fn ordinal(word: &str) -> Option<u32> {
    parse_ordinal(lower(word, &mut [0; LONGEST])?)
}

/// A length in one word: how many, doubled, 0 for "some", and of what: "dreijährige", "wochenlang".
#[must_use]
pub fn length(word: &str) -> Option<(u32, Unit)> {
    parse_length(lower(word, &mut [0; LONGEST])?)
}

/// The longest word looked at, in bytes: "neunundneunzigjährigen" has 23.
const LONGEST: usize = 36;

/// The word in lower case.
fn lower<'a>(word: &str, letters: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    let bytes = word.as_bytes();
    if bytes.len() > LONGEST || bytes.len() < 5 {
        return None;
    }
    for (to, from) in letters.iter_mut().zip(bytes) {
        *to = super::super::lower(*from);
    }
    // bytes of another script that were moved are no word of ours
    std::str::from_utf8(&letters[..bytes.len()]).ok()
}

const WEEKDAYS: [(&str, u8); 8] = [
    ("montag", 0),
    ("dienstag", 1),
    ("mittwoch", 2),
    ("donnerstag", 3),
    ("freitag", 4),
    ("samstag", 5),
    ("sonnabend", 5),
    ("sonntag", 6),
];
const PARTS: [(&str, Daytime); 7] = [
    ("früh", Morning),
    ("morgen", Morning),
    ("vormittag", Morning),
    ("mittag", Midday),
    ("nachmittag", Afternoon),
    ("abend", Evening),
    ("nacht", Night),
];
/// `ONCE[weekday][part]`: "Montagabend"; `OFTEN`: "montagabends".
static ONCE: [[[Reading; 1]; 7]; 7] = table(false);
static OFTEN: [[[Reading; 1]; 7]; 7] = table(true);

const fn table(often: bool) -> [[[Reading; 1]; 7]; 7] {
    let mut table = [[[Reading::Compound; 1]; 7]; 7];
    let mut weekday = 0;
    while weekday < 7 {
        let mut part = 0;
        while part < 7 {
            let (day, daytime) = (weekday as u8, PARTS[part].1);
            table[weekday][part][0] = if often {
                Reading::Habit(Some(day), Some(daytime))
            } else {
                Reading::WeekdayPart(day, daytime)
            };
            part += 1;
        }
        weekday += 1;
    }
    table
}

fn weekday_part(word: &str) -> &'static [Reading] {
    for (name, weekday) in WEEKDAYS {
        let Some(rest) = word.strip_prefix(name) else { continue };
        for (part, (spelt, _)) in PARTS.iter().enumerate() {
            match rest.strip_prefix(spelt) {
                Some("" | "e" | "es") => return &ONCE[usize::from(weekday)][part],
                Some("s") => return &OFTEN[usize::from(weekday)][part],
                _ => {}
            }
        }
    }
    &[]
}

const SMALL: [(&str, u32); 28] = [
    ("ein", 1),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
    ("elf", 11),
    ("zwölf", 12),
    ("dreizehn", 13),
    ("vierzehn", 14),
    ("fünfzehn", 15),
    ("sechzehn", 16),
    ("siebzehn", 17),
    ("achtzehn", 18),
    ("neunzehn", 19),
    ("zwanzig", 20),
    ("dreißig", 30),
    ("dreissig", 30),
    ("vierzig", 40),
    ("fünfzig", 50),
    ("sechzig", 60),
    ("siebzig", 70),
    ("achtzig", 80),
    ("neunzig", 90),
];

fn small(word: &str) -> Option<u32> {
    SMALL.iter().find(|(name, _)| *name == word).map(|(_, n)| *n)
}

fn below_hundred(word: &str) -> Option<u32> {
    small(word).or_else(|| {
        let (ones, tens) = word.split_once("und")?;
        let (ones, tens) = (small(ones)?, small(tens)?);
        (ones < 10 && tens >= 20).then_some(ones + tens)
    })
}

fn below_thousand(word: &str) -> Option<u32> {
    let Some((hundreds, rest)) = word.split_once("hundert") else { return below_hundred(word) };
    let hundreds = if hundreds.is_empty() { 1 } else { small(hundreds).filter(|n| *n < 20)? };
    let rest = rest.strip_prefix("und").unwrap_or(rest);
    Some(hundreds * 100 + if rest.is_empty() { 0 } else { below_hundred(rest)? })
}

fn whole(word: &str) -> Option<u32> {
    let Some((thousands, rest)) = word.split_once("tausend") else { return below_thousand(word) };
    let thousands = if thousands.is_empty() { 1 } else { below_thousand(thousands)? };
    let rest = rest.strip_prefix("und").unwrap_or(rest);
    Some(thousands * 1000 + if rest.is_empty() { 0 } else { below_thousand(rest)? })
}

fn parse_number(word: &str) -> Option<u32> {
    if word == "anderthalb" {
        return Some(3);
    }
    match word.strip_suffix("einhalb") {
        Some(number) => Some(2 * small(number)? + 1),
        None => Some(2 * whole(word)?),
    }
}

fn parse_ordinal(word: &str) -> Option<u32> {
    let ending = ["en", "er", "es", "em", "e"].into_iter().find(|ending| word.ends_with(ending))?;
    let stem = &word[..word.len() - ending.len()];
    match stem {
        "erst" => return Some(1),
        "zweit" => return Some(2),
        "dritt" => return Some(3),
        "siebt" => return Some(7),
        "acht" => return Some(8),
        _ => {}
    }
    let number = stem.strip_suffix("st").and_then(whole).filter(|n| *n >= 20);
    number.or_else(|| stem.strip_suffix('t').and_then(whole).filter(|n| (4..20).contains(n)))
}

/// The adjective's stem, and the unit it counts.
const LASTING: [(&str, Unit); 8] = [
    ("sekündig", Unit::Second),
    ("minütig", Unit::Minute),
    ("stündig", Unit::Hour),
    ("tägig", Unit::Day),
    ("nächtig", Unit::Night),
    ("wöchig", Unit::Week),
    ("monatig", Unit::Month),
    ("jährig", Unit::Year),
];
/// The same, always without a number.
const LONG: [(&str, Unit); 11] = [
    ("sekundenlang", Unit::Second),
    ("minutenlang", Unit::Minute),
    ("stundenlang", Unit::Hour),
    ("tagelang", Unit::Day),
    ("nächtelang", Unit::Night),
    ("wochenlang", Unit::Week),
    ("monatelang", Unit::Month),
    ("jahrelang", Unit::Year),
    ("jahrzehntelang", Unit::Decade),
    ("jahrhundertelang", Unit::Century),
    ("jahrtausendelang", Unit::Millennium),
];

fn parse_length(word: &str) -> Option<(u32, Unit)> {
    let stem = stem_of(word);
    if let Some((_, unit)) = LONG.iter().find(|(name, _)| *name == stem) {
        return Some((0, *unit));
    }
    let (number, unit) = LASTING.iter().find_map(|(name, unit)| Some((stem.strip_suffix(name)?, *unit)))?;
    match number {
        "mehr" | "lang" | "viel" => Some((0, unit)),
        "halb" => Some((1, unit)),
        "ganz" => Some((2, unit)),
        _ => Some((parse_number(number)?, unit)),
    }
}

/// An adjective without its ending.
fn stem_of(word: &str) -> &str {
    ["en", "er", "es", "em", "e"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.ends_with("ig") || stem.ends_with("lang"))
        .unwrap_or(word)
}

/// The unit of the second half of "35-stündig": an adjective without a number.
#[must_use]
pub fn lasting(word: &str) -> Option<Unit> {
    let mut letters = [0; LONGEST];
    let word = lower(word, &mut letters)?;
    let stem = stem_of(word);
    LASTING.iter().find(|(name, _)| *name == stem).map(|(_, unit)| *unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_from_their_parts() {
        for (word, doubled) in [
            ("einundzwanzig", 42),
            ("Siebenundvierzig", 94),
            ("zweihundert", 400),
            ("neunzehnhundertneunundachtzig", 3978),
            ("zweitausendzehn", 4020),
            ("hundertfünfzig", 300),
            ("dreieinhalb", 7),
            ("anderthalb", 3),
        ] {
            assert_eq!(number(word), Some(doubled), "{word}");
        }
        assert!(["hundertschaft", "grund", "tausendfach", "Abgrund"].iter().all(|w| number(w).is_none()));
    }

    #[test]
    fn ordinals_and_lengths_are_read_whatever_their_ending() {
        assert_eq!(
            ["ersten", "dritter", "Siebte", "zwölften", "einundzwanzigsten"].map(ordinal),
            [Some(1), Some(3), Some(7), Some(12), Some(21)]
        );
        assert_eq!(["gesten", "rechten", "letzten", "besten"].map(ordinal), [None; 4]);
        assert_eq!(length("dreitägige"), Some((6, Unit::Day)));
        assert_eq!(length("eineinhalbstündiger"), Some((3, Unit::Hour)));
        assert_eq!(length("jahrelangen"), Some((0, Unit::Year)));
        assert_eq!(length("langjähriger"), Some((0, Unit::Year)));
        assert_eq!(length("minderjährige"), None);
    }

    #[test]
    fn parts_of_weekdays_are_read() {
        assert_eq!(readings("Montagabend"), &[Reading::WeekdayPart(0, Evening)]);
        assert_eq!(readings("SONNTAGmorgen"), &[Reading::WeekdayPart(6, Morning)]);
        assert_eq!(readings("mittwochnachmittags"), &[Reading::Habit(Some(2), Some(Afternoon))]);
        assert!(readings("Freitagsgebet").is_empty());
    }
}
