//! Time zones by their initials. An hour stands as it is told; what its zone is goes into the EDTF string.

/// The initials, and the minutes ahead of Greenwich; `None` where the same letters mean several zones, or
/// where summer decides.
const ZONES: &[(&str, Option<i16>)] = &[
    ("GMT", Some(0)),
    ("UTC", Some(0)),
    ("EST", Some(-5 * 60)),
    ("EDT", Some(-4 * 60)),
    ("CST", None),
    ("CDT", Some(-5 * 60)),
    ("MST", Some(-7 * 60)),
    ("MDT", Some(-6 * 60)),
    ("PST", Some(-8 * 60)),
    ("PDT", Some(-7 * 60)),
    ("BST", Some(60)),
    ("CET", Some(60)),
    ("CEST", Some(2 * 60)),
    ("MEZ", Some(60)),
    ("MESZ", Some(2 * 60)),
    ("ET", None),
    ("SGT", Some(8 * 60)),
    ("HKT", Some(8 * 60)),
    ("JST", Some(9 * 60)),
    ("IST", None),
    ("AEST", Some(10 * 60)),
    ("AEDT", Some(11 * 60)),
    ("NZST", Some(12 * 60)),
    ("NZDT", Some(13 * 60)),
];

/// Whether a word is a zone's initials.
pub(super) fn is(word: &str) -> bool {
    ZONES.iter().any(|(name, _)| *name == word)
}

/// The zone told in the words of a time, as ISO 8601 writes it behind an hour: `Z`, `+02:00`.
pub(super) fn suffix(words: &str) -> Option<String> {
    if let Some(zone) = stamped(words) {
        return Some(zone);
    }
    let named = |word: &str| ZONES.iter().find(|(name, _)| *name == word).and_then(|(_, minutes)| *minutes);
    // "1430GMT"
    let letters = |word: &str| named(word.trim_start_matches(|c: char| c.is_ascii_digit()));
    words.split(|c: char| !c.is_alphanumeric()).find_map(letters).map(i32::from).map(written)
}

/// The zone of a machine's stamp: "2017-04-21T14:30:05+0200".
fn stamped(words: &str) -> Option<String> {
    let (_, clock) =
        words.rsplit_once('T').filter(|(date, _)| date.ends_with(|c: char| c.is_ascii_digit()))?;
    if clock.ends_with('Z') {
        return Some(written(0));
    }
    let at = clock.find(['+', '-'])?;
    let digits: String = clock[at + 1..].chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = digits.split_at_checked(2)?;
    let ahead = 60 * hours.parse::<i32>().ok()? + minutes.parse::<i32>().unwrap_or_default();
    Some(written(if clock[at..].starts_with('-') { -ahead } else { ahead }))
}

fn written(minutes: i32) -> String {
    if minutes == 0 {
        return "Z".to_owned();
    }
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_read_from_the_words_of_a_time() {
        for (words, zone) in [
            ("9 a.m. EDT on May 3, 2012", Some("-04:00")),
            ("14:30 UTC", Some("Z")),
            ("1430GMT", Some("Z")),
            ("10:35 a.m. (0735 GMT)", Some("Z")),
            ("2017-04-21T14:30:05.250+0530", Some("+05:30")),
            ("2017-04-21T14:30-03", Some("-03:00")),
            ("20170421T1430Z", Some("Z")),
            ("2017-04-21T14:30", None),
            ("9 a.m. CST", None),
            ("Tuesday at 9 a.m.", None),
        ] {
            assert_eq!(suffix(words).as_deref(), zone, "{words}");
        }
    }
}
