//! Small questions about the ends and letters of a string; all bounded, all ASCII case-blind.

/// The first `max` bytes, shortened to a character boundary.
pub(crate) fn prefix(words: &str, max: usize) -> &str {
    let mut end = max.min(words.len());
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    &words[..end]
}

/// The last `max` bytes, shortened to a character boundary.
pub(crate) fn suffix(words: &str, max: usize) -> &str {
    let mut start = words.len().saturating_sub(max);
    while !words.is_char_boundary(start) {
        start += 1;
    }
    &words[start..]
}

/// Whether `words` begins with an ASCII `lead`, upper and lower case alike.
pub(crate) fn starts_with(words: &str, lead: &str) -> bool {
    words.as_bytes().get(..lead.len()).is_some_and(|w| w.eq_ignore_ascii_case(lead.as_bytes()))
}

/// Whether `words` ends with an ASCII `end`, upper and lower case alike.
pub(crate) fn ends_with(words: &str, end: &str) -> bool {
    let bytes = words.as_bytes();
    bytes.len() >= end.len() && bytes[bytes.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes())
}

/// Whether an ASCII `needle` stands anywhere, upper and lower case alike. For short `words` only.
pub(crate) fn contains(words: &str, needle: &str) -> bool {
    words.as_bytes().windows(needle.len()).any(|w| w.eq_ignore_ascii_case(needle.as_bytes()))
}

/// Whether a word begins with a capital (behind an opening mark, a lower-case article as in
/// "al-Saud" allowed) and is made of letters and the marks of names.
pub(crate) fn is_capital_word(word: &str) -> bool {
    let word = word.trim_start_matches(['"', '“', '‘', '\'']);
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase)
        && chars
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | '‑' | '&' | '“' | '”' | '"'))
}
