//! A short title for an event, cut from its own words and never invented.
//!
//! The words of the event's clauses are taken, the date and its preposition are left out where the sentence reads on
//! without them, and what is left is shortened at a word.

use crate::document::Token;
use crate::span::Span;

/// Longest title, in characters.
const LONGEST: usize = 96;
/// What says less than so many words says too little: all words of the sentence are taken.
const FEWEST_WORDS: usize = 3;

/// Prepositions that go when the date behind them goes.
const BEFORE_DATE: &[&str] = &[
    "on", "in", "at", "by", "during", "since", "until", "from", "between", "as", "of", "late", "early", "am",
    "im", "seit", "toward", "towards",
];
/// Words a title does not end with.
const DANGLING: &[&str] = &[
    "in", "on", "at", "by", "of", "to", "from", "with", "and", "or", "that", "the", "a", "an", "as", "for",
    "but", "which", "who", "where", "after", "before", "when", "while", "has", "have", "had", "was", "were",
    "is", "are", "been", "will", "would",
];
/// Words that begin what a long title can do without.
const BREAKING: &[&str] = &[
    "but", "which", "who", "whose", "where", "when", "while", "after", "before", "until", "because", "since",
    "as", "although", "though", "despite", "amid",
];
/// What a picture's text is labelled with.
const LABELS: &[&str] = &["file photo", "photo", "picture", "image", "pictured"];
/// Marks that a title neither begins nor ends with.
const MARKS: [char; 8] = [' ', ',', ';', ':', '.', '–', '—', '-'];
/// Words a title does not begin with.
const LEADING: &[&str] = &["and", "but", "or", "that", "which", "who", "then"];

/// The title of what these tokens tell: an event's words without those of other clauses. `date` is left out;
/// `whole` are the words to fall back on.
#[must_use]
pub fn of(text: &str, tokens: &[Token], date: Option<Span>, whole: Span) -> String {
    let mut taken = without_date(text, tokens, date);
    if taken.split_whitespace().count() < FEWEST_WORDS {
        taken = tidy(&joined(text, tokens));
    }
    if taken.split_whitespace().count() < FEWEST_WORDS {
        taken = one_line(whole.of(text));
        if taken.find('.') == Some(taken.len() - 1) {
            taken.pop();
        }
    }
    let taken = taken.split_once(':').map_or(taken.as_str(), |(label, told)| {
        if LABELS.iter().any(|known| label.eq_ignore_ascii_case(known)) { told.trim_start() } else { &taken }
    });
    capitalise(&headline(taken, LONGEST))
}

/// `line`, at most `longest` characters: cut before a clause that it can do without where one begins in its second
/// half, else after a word that a line can end with.
fn headline(line: &str, longest: usize) -> String {
    let line = if line.chars().count() > longest { without_opening(line) } else { line };
    let short = shorten(line, longest);
    let Some(kept) = short.strip_suffix('…').filter(|_| line.chars().count() > longest) else {
        return short;
    };
    let mut breaks = kept
        .match_indices(' ')
        .map(|(at, _)| at)
        .filter(|at| kept[..*at].chars().count() * 2 > longest)
        .filter(|at| {
            let next = line[at + 1..].split(' ').next().unwrap_or_default();
            // "as many as", "such as"
            BREAKING.contains(&next) && (next != "as" || kept[..*at].ends_with(','))
        });
    let kept = breaks.next_back().map_or(kept, |at| &kept[..at]);
    format!("{}…", without_dangling(kept))
}

/// `words` on one line, at most `longest` characters, cut after a whole word.
#[must_use]
pub fn shorten(words: &str, longest: usize) -> String {
    let line = one_line(words);
    if line.chars().count() <= longest {
        return line;
    }
    let end = line.char_indices().nth(longest - 1).map_or(line.len(), |(i, _)| i);
    let mut kept = &line[..end];
    if !line[end..].starts_with(' ') {
        kept = kept.rfind(' ').map_or(kept, |space| &kept[..space]);
    }
    format!("{}…", kept.trim_end_matches([',', ';', ':', ' ', '–', '—', '-']))
}

/// The tokens as they stand in the text, where some between them may be left out.
fn joined(text: &str, tokens: &[Token]) -> String {
    let mut line = String::new();
    for token in tokens {
        if token.spaced && !line.is_empty() {
            line.push(' ');
        }
        line.push_str(token.span.of(text));
    }
    line
}

fn without_date(text: &str, tokens: &[Token], date: Option<Span>) -> String {
    let begin = date.and_then(|date| tokens.iter().position(|t| t.span.overlaps(date)));
    let (Some(begin), Some(date)) = (begin, date) else { return tidy(&joined(text, tokens)) };
    let after = tokens.iter().rposition(|t| t.span.overlaps(date)).unwrap_or(begin) + 1;
    let word = |at: usize| tokens.get(at).map_or("", |t| t.span.of(text));
    let mut cut = begin;
    // "on or about 3 May"
    if cut > 1 && word(cut - 1).eq_ignore_ascii_case("or") && word(cut - 2).eq_ignore_ascii_case("on") {
        cut -= 1;
    }
    while cut > 0 && BEFORE_DATE.iter().any(|w| word(cut - 1).eq_ignore_ascii_case(w)) {
        cut -= 1;
    }
    // "all that winter" goes as one
    while cut > 0 && ["that", "this", "all", "All"].contains(&word(cut - 1)) {
        cut -= 1;
    }
    // a date that stands as somebody's day ("Thursday's attack", "the April 4 attack") stays readable
    let behind = word(after);
    let owned = cut == begin && (behind == "'s" || behind == "’s");
    let owner =
        cut == begin && begin > 0 && (is_article(word(begin - 1)) || matches!(word(begin - 1), "'s" | "’s"));
    // "killed between 3 and 7 May": no preposition of the date alone
    let bound = begin > 0
        && ["to", "after", "before", "than", "about", "for", "dated", "due"]
            .iter()
            .any(|w| word(begin - 1).eq_ignore_ascii_case(w));
    // "for almost two centuries before this spring": what it counts from would be left alone
    let counted = matches!(word(after - 1), "before" | "after");
    // "born in 1910 and 1913"
    let number = |at: usize| word(at).ends_with(|c: char| c.is_ascii_digit());
    let listed = matches!(behind, "and" | "or") && number(after + 1)
        || begin > 1 && matches!(word(begin - 1), "and" | "or") && number(begin - 2);
    if owned || owner || bound || counted || listed {
        return tidy(&joined(text, tokens));
    }
    tidy(&format!("{} {}", joined(text, &tokens[..cut]), joined(text, &tokens[after..])))
}

fn is_article(word: &str) -> bool {
    ["the", "a", "an", "The", "A", "An"].contains(&word)
}

/// Drops marks left alone by what was cut, white space, quotes that do not pair.
fn tidy(words: &str) -> String {
    let mut line = one_line(words).replace("( ", "(").replace("[ ", "[");
    for mark in [",", ".", ";", "?", "!", ")", "]"] {
        line = line.replace(&format!(" {mark}"), mark);
    }
    for nothing in ["()", "[]", "— —", "– –", "-- --"] {
        line = line.replace(nothing, "");
    }
    line = one_line(&line.replace(",,", ","));
    for pair in [['“', '”'], ['"', '"']] {
        let count = line.chars().filter(|c| pair.contains(c)).count();
        if count % 2 == 1 {
            line = line.chars().filter(|c| !pair.contains(c)).collect();
        }
    }
    let mut line = line.trim_matches(MARKS);
    while let Some((first, kept)) = line.split_once(' ')
        && LEADING.iter().any(|word| first.eq_ignore_ascii_case(word))
    {
        line = kept.trim_start_matches(MARKS);
    }
    without_dangling(line).to_owned()
}

/// The line without a participle's clause at its beginning: "Speaking in the hall, she …".
fn without_opening(line: &str) -> &str {
    let opens = line
        .split(' ')
        .next()
        .is_some_and(|first| first.len() > 5 && first.ends_with("ing") && first != "During");
    line.split_once(", ")
        .map(|(_, rest)| rest)
        .filter(|rest| opens && rest.split(' ').count() > FEWEST_WORDS)
        .unwrap_or(line)
}

/// The line without words at its end that wait for others.
fn without_dangling(line: &str) -> &str {
    let mut line = line.trim_end_matches(MARKS);
    while let Some((kept, last)) = line.rsplit_once(' ')
        && DANGLING.contains(&last)
    {
        line = kept.trim_end_matches(MARKS);
    }
    line
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn capitalise(line: &str) -> String {
    let mut chars = line.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Split, segment};

    #[test]
    fn shortening_keeps_whole_words() {
        assert_eq!(shorten("one two,  three", 9), "one two…");
        assert_eq!(shorten("one\ntwo", 9), "one two");
    }

    #[test]
    fn a_long_title_ends_where_it_can() {
        let long = "The harbour board of the old town voted to close both of its northern docks";
        assert_eq!(
            headline(&format!("{long}, but kept the southern one open for fishing"), 96),
            format!("{long}…")
        );
        assert_eq!(
            headline(&format!("Speaking in the council's new hall, {}", long.to_lowercase()), 96),
            long.to_lowercase()
        );
        let open = "The harbour board of the old town voted to close both of its northern docks and to sell all of the";
        assert_eq!(headline(&format!("{open} cranes"), 104), format!("{}…", &open[..open.len() - 7]));
    }

    #[test]
    fn a_date_goes_with_its_preposition_or_stays() {
        let check = |sentence: &str, date: &str, expected: &str| {
            let document = segment(sentence, Split::None, None).remove(0);
            let start = sentence.find(date).expect("the date stands in the sentence");
            let date = Span::new(start, start + date.len());
            assert_eq!(of(sentence, &document.tokens, Some(date), document.span), expected, "{sentence}");
        };
        check("The ferry sank off Oban on Tuesday.", "Tuesday", "The ferry sank off Oban");
        check(
            "It was quiet a year before the flood.",
            "a year before",
            "It was quiet a year before the flood",
        );
        check("The April 4 flood is past.", "April 4", "The April 4 flood is past");
        check("It began in May.", "May", "It began in May");
        check("On Sunday, the tower burned down.", "Sunday", "The tower burned down");
    }
}
