//! English.

use super::{Daytime, Reading, Season, Unit};
use Reading::{Every, Magnitude, Month, Number, Ordinal, Some as Several, Today, Units, Weekday};

/// The longest word of the table, in bytes: a longer one has no reading.
const LONGEST: usize = 13;

/// Every reading of a word, whatever its case; a trailing dot of an abbreviation may stand or not.
#[must_use]
pub fn readings(word: &str) -> &'static [Reading] {
    let word = word.strip_suffix('.').unwrap_or(word);
    if word.len() > LONGEST || word.len() < 2 || !word.is_ascii() {
        return &[];
    }
    let mut place = hash(word.as_bytes());
    loop {
        match PLACES[place] {
            0 => return &[],
            row if WORDS[row as usize - 1].0.eq_ignore_ascii_case(word) => return WORDS[row as usize - 1].1,
            _ => place = (place + 1) % PLACES.len(),
        }
    }
}

/// An open-addressed hash table over [`WORDS`], laid out when the program is compiled: rows from 1, 0 free.
static PLACES: [u8; 1024] = {
    assert!(WORDS.len() < 256, "rows no longer fit a byte");
    let mut places = [0; 1024];
    let mut row = 0;
    while row < WORDS.len() {
        let mut place = hash(WORDS[row].0.as_bytes());
        while places[place] != 0 {
            place = (place + 1) % places.len();
        }
        places[place] = row as u8 + 1;
        row += 1;
    }
    places
};

/// FNV-1a over the word in lower case, folded to the table's size.
const fn hash(word: &[u8]) -> usize {
    let mut hash: u32 = 0x811C_9DC5;
    let mut at = 0;
    while at < word.len() {
        hash = (hash ^ word[at].to_ascii_lowercase() as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ (hash >> 16)) as usize % 1024
}

/// Sorted by word; a test holds the order.
const WORDS: &[(&str, &[Reading])] = &[
    ("afternoon", &[Reading::Daytime(Daytime::Afternoon)]),
    ("annual", &[Every(1, Unit::Year)]),
    ("annually", &[Every(1, Unit::Year)]),
    ("apr", &[Month(4)]),
    ("april", &[Month(4)]),
    ("aug", &[Month(8)]),
    ("august", &[Month(8)]),
    ("autumn", &[Reading::Season(Season::Autumn)]),
    ("billion", &[Magnitude(1_000_000_000)]),
    ("bimonthly", &[Every(2, Unit::Month)]),
    ("biweekly", &[Every(2, Unit::Week)]),
    ("centuries", &[Units(Unit::Century)]),
    ("century", &[Reading::Unit(Unit::Century)]),
    ("couple", &[Number(2)]),
    ("daily", &[Every(1, Unit::Day)]),
    ("dawn", &[Reading::Daytime(Daytime::Dawn)]),
    ("day", &[Reading::Unit(Unit::Day)]),
    ("days", &[Units(Unit::Day)]),
    ("dec", &[Month(12)]),
    ("decade", &[Reading::Unit(Unit::Decade)]),
    ("decades", &[Units(Unit::Decade)]),
    ("december", &[Month(12)]),
    ("dozen", &[Number(12)]),
    ("dozens", &[Several]),
    ("dusk", &[Reading::Daytime(Daytime::Evening)]),
    ("eight", &[Number(8)]),
    ("eighteen", &[Number(18)]),
    ("eighteenth", &[Ordinal(18)]),
    ("eighth", &[Ordinal(8)]),
    ("eighty", &[Number(80)]),
    ("eleven", &[Number(11)]),
    ("eleventh", &[Ordinal(11)]),
    ("evening", &[Reading::Daytime(Daytime::Evening)]),
    ("fall", &[Reading::Season(Season::Autumn)]),
    ("feb", &[Month(2)]),
    ("february", &[Month(2)]),
    ("few", &[Several]),
    ("fifteen", &[Number(15)]),
    ("fifteenth", &[Ordinal(15)]),
    ("fifth", &[Ordinal(5)]),
    ("fifty", &[Number(50)]),
    ("first", &[Ordinal(1)]),
    ("five", &[Number(5)]),
    ("fortnight", &[Reading::Unit(Unit::Fortnight)]),
    ("fortnightly", &[Every(2, Unit::Week)]),
    ("fortnights", &[Units(Unit::Fortnight)]),
    ("forty", &[Number(40)]),
    ("four", &[Number(4)]),
    ("fourteen", &[Number(14)]),
    ("fourteenth", &[Ordinal(14)]),
    ("fourth", &[Ordinal(4)]),
    ("fri", &[Weekday(4)]),
    ("friday", &[Weekday(4)]),
    ("fridays", &[Weekday(4)]),
    ("hour", &[Reading::Unit(Unit::Hour)]),
    ("hourly", &[Every(1, Unit::Hour)]),
    ("hours", &[Units(Unit::Hour)]),
    ("hundred", &[Magnitude(100)]),
    ("hundreds", &[Several]),
    ("jan", &[Month(1)]),
    ("january", &[Month(1)]),
    ("jul", &[Month(7)]),
    ("july", &[Month(7)]),
    ("jun", &[Month(6)]),
    ("june", &[Month(6)]),
    ("many", &[Several]),
    ("mar", &[Month(3)]),
    ("march", &[Month(3)]),
    ("may", &[Month(5)]),
    ("midday", &[Reading::Daytime(Daytime::Midday)]),
    ("midnight", &[Reading::Daytime(Daytime::Midnight)]),
    ("millennia", &[Units(Unit::Millennium)]),
    ("millennium", &[Reading::Unit(Unit::Millennium)]),
    ("million", &[Magnitude(1_000_000)]),
    ("minute", &[Reading::Unit(Unit::Minute)]),
    ("minutes", &[Units(Unit::Minute)]),
    ("mon", &[Weekday(0)]),
    ("monday", &[Weekday(0)]),
    ("mondays", &[Weekday(0)]),
    ("month", &[Reading::Unit(Unit::Month)]),
    ("monthly", &[Every(1, Unit::Month)]),
    ("months", &[Units(Unit::Month)]),
    ("morning", &[Reading::Daytime(Daytime::Morning)]),
    ("night", &[Reading::Daytime(Daytime::Night), Reading::Unit(Unit::Night)]),
    ("nightly", &[Every(1, Unit::Night)]),
    ("nights", &[Units(Unit::Night)]),
    ("nine", &[Number(9)]),
    ("nineteen", &[Number(19)]),
    ("nineteenth", &[Ordinal(19)]),
    ("ninety", &[Number(90)]),
    ("ninth", &[Ordinal(9)]),
    ("noon", &[Reading::Daytime(Daytime::Midday)]),
    ("nov", &[Month(11)]),
    ("november", &[Month(11)]),
    ("oct", &[Month(10)]),
    ("october", &[Month(10)]),
    ("one", &[Number(1)]),
    ("quarter", &[Reading::Unit(Unit::Quarter)]),
    ("quarterly", &[Every(3, Unit::Month)]),
    ("quarters", &[Units(Unit::Quarter)]),
    ("sat", &[Weekday(5)]),
    ("saturday", &[Weekday(5)]),
    ("saturdays", &[Weekday(5)]),
    ("second", &[Ordinal(2), Reading::Unit(Unit::Second)]),
    ("seconds", &[Units(Unit::Second)]),
    ("sep", &[Month(9)]),
    ("sept", &[Month(9)]),
    ("september", &[Month(9)]),
    ("seven", &[Number(7)]),
    ("seventeen", &[Number(17)]),
    ("seventeenth", &[Ordinal(17)]),
    ("seventh", &[Ordinal(7)]),
    ("seventy", &[Number(70)]),
    ("several", &[Several]),
    ("six", &[Number(6)]),
    ("sixteen", &[Number(16)]),
    ("sixteenth", &[Ordinal(16)]),
    ("sixth", &[Ordinal(6)]),
    ("sixty", &[Number(60)]),
    ("some", &[Several]),
    ("spring", &[Reading::Season(Season::Spring)]),
    ("summer", &[Reading::Season(Season::Summer)]),
    ("sun", &[Weekday(6)]),
    ("sunday", &[Weekday(6)]),
    ("sundays", &[Weekday(6)]),
    ("ten", &[Number(10)]),
    ("tenth", &[Ordinal(10)]),
    ("third", &[Ordinal(3)]),
    ("thirteen", &[Number(13)]),
    ("thirteenth", &[Ordinal(13)]),
    ("thirtieth", &[Ordinal(30)]),
    ("thirty", &[Number(30)]),
    ("thousand", &[Magnitude(1000)]),
    ("thousands", &[Several]),
    ("three", &[Number(3)]),
    ("thu", &[Weekday(3)]),
    ("thur", &[Weekday(3)]),
    ("thurs", &[Weekday(3)]),
    ("thursday", &[Weekday(3)]),
    ("thursdays", &[Weekday(3)]),
    ("today", &[Today(0)]),
    ("tomorrow", &[Today(1)]),
    ("tue", &[Weekday(1)]),
    ("tues", &[Weekday(1)]),
    ("tuesday", &[Weekday(1)]),
    ("tuesdays", &[Weekday(1)]),
    ("twelfth", &[Ordinal(12)]),
    ("twelve", &[Number(12)]),
    ("twentieth", &[Ordinal(20)]),
    ("twenty", &[Number(20)]),
    ("two", &[Number(2)]),
    ("wed", &[Weekday(2)]),
    ("wednesday", &[Weekday(2)]),
    ("wednesdays", &[Weekday(2)]),
    ("week", &[Reading::Unit(Unit::Week)]),
    ("weekend", &[Reading::Unit(Unit::Weekend)]),
    ("weekends", &[Units(Unit::Weekend)]),
    ("weekly", &[Every(1, Unit::Week)]),
    ("weeks", &[Units(Unit::Week)]),
    ("winter", &[Reading::Season(Season::Winter)]),
    ("year", &[Reading::Unit(Unit::Year)]),
    ("yearly", &[Every(1, Unit::Year)]),
    ("years", &[Units(Unit::Year)]),
    ("yesterday", &[Today(-1)]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_fits_its_bound() {
        assert!(WORDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(WORDS.iter().all(|(word, _)| word.len() <= LONGEST));
    }

    #[test]
    fn words_are_found_in_any_case_with_and_without_their_dot() {
        assert_eq!(readings("Sept."), &[Month(9)]);
        assert_eq!(readings("MAY"), &[Month(5)]);
        assert_eq!(readings("Second").len(), 2);
        assert!(readings("maybe").is_empty() && readings("é").is_empty() && readings("").is_empty());
    }
}
