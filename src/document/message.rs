//! Tells short messages (texts, posts, chats, notes) from prose by how they are written.
//!
//! A message has lines of its own instead of paragraphs, and at least one of the habits of quick
//! writing: it calls on somebody (`@ann`), tags (`#garden`), links, laughs, spells as one speaks
//! ("gonna", "pls"), shouts, begins in lower case or ends without a stop.

use super::words::{Key, Words};
use super::{Document, PartKind, Token};
use std::borrow::Cow;
use std::iter::Peekable;
use std::str::Lines;

/// So many years in figures are a history.
const YEARS: usize = 4;
/// Lines that are looked at: a document shows its habits early.
const LINES: usize = 48;
/// Letters of the longest line that is still one message: two of the first short messages' 160.
const LONG: usize = 320;
/// Letters of the shortest line that was broken to fit a page.
const WRAPPED: usize = 50;
/// Lines of a single note.
const NOTE: usize = 4;

/// Whether a document is a message, or a run of them.
#[must_use]
pub fn is_message(text: &str, document: &Document) -> bool {
    let told = |kind| matches!(kind, PartKind::Body | PartKind::Headline);
    // who counts the years of a life writes a memoir
    let year =
        |token: &&Token| token.span.len() == 4 && token.span.of(text).bytes().all(|b| b.is_ascii_digit());
    if document.tokens.iter().filter(year).take(YEARS).count() == YEARS {
        return false;
    }
    // the lines that open an e-mail are no sign against it
    let wire = document.parts.iter().any(|part| !told(part.kind) && part.kind != PartKind::Header);
    let parts = document.parts.iter().filter(|part| told(part.kind));
    let mut lines: Vec<Cow<'_, str>> = Vec::new();
    for line in parts.flat_map(|part| Unwrapped::of(part.span.of(text))).take(LINES) {
        let long = line.len() > LONG && line.chars().count() > LONG;
        if long || wire && !lines.is_empty() {
            return false;
        }
        lines.push(line);
    }
    let alone = lines.len() < 2;
    let (mut all, mut quick, mut loose) = (0, 0, 0);
    for line in lines.iter().map(AsRef::as_ref) {
        all += 1;
        if is_quick(line) || is_greeting(line) {
            quick += 1;
        } else if !wire && (is_loose(line) || alone && is_personal(line)) {
            loose += 1;
        }
    }
    // a list or a poem ends its lines without stops too: many lines need stronger signs
    if all <= NOTE {
        quick > 0 && (quick + loose) * 2 >= all || loose == all && all > 0
    } else {
        quick * 3 >= all
    }
}

/// The lines of a text, those that were only broken to fit a page put together again.
struct Unwrapped<'t> {
    lines: Peekable<Lines<'t>>,
}

impl<'t> Unwrapped<'t> {
    fn of(text: &'t str) -> Self {
        Self { lines: text.lines().peekable() }
    }
}

impl<'t> Iterator for Unwrapped<'t> {
    type Item = Cow<'t, str>;

    fn next(&mut self) -> Option<Cow<'t, str>> {
        let mut last = self.lines.by_ref().map(str::trim).find(|line| !line.is_empty())?;
        let mut whole = Cow::Borrowed(last);
        while breaks_off(last)
            && let Some(next) = self.lines.next_if(|next| !next.trim().is_empty()).map(str::trim)
        {
            let whole = whole.to_mut();
            whole.push(' ');
            whole.push_str(next);
            last = next;
        }
        Some(whole)
    }
}

/// Whether a line goes on in the next: it is long, and ends without a stop.
fn breaks_off(line: &str) -> bool {
    let ended = !is_loose(line) && !line.ends_with([',', ';']);
    !ended && line.chars().count() >= WRAPPED
}

/// Whether a line has a habit that edited prose has not.
fn is_quick(line: &str) -> bool {
    let body = behind_sender(line);
    let mut shout = false;
    let mut words = 0;
    for word in body.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        words += 1;
        let called = word.strip_prefix(['@', '#']).is_some_and(|name| name.starts_with(char::is_alphabetic));
        let linked = word.starts_with("http://") || word.starts_with("https://");
        let laughs = is_face(word) || is_drawn_out(bare);
        if called || linked || laughs || CHAT_WORDS.has(Key::of(bare.as_bytes())) || bare == "i" {
            return true;
        }
        shout |= word.ends_with("!!") || word.ends_with("?!") || word.ends_with("??") || word.contains("~");
    }
    let lower = body.chars().next().is_some_and(char::is_lowercase);
    let capitals = body.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && words > 1;
    words > 0 && (shout || lower || capitals || body.len() < line.len())
}

/// Whether a line greets or takes leave, as an e-mail does: "Hi Tom,", "Best regards,".
fn is_greeting(line: &str) -> bool {
    const GREETINGS: &[&str] = &[
        "hi",
        "hello",
        "hey",
        "dear",
        "morning",
        "good",
        "thanks",
        "thank",
        "cheers",
        "best",
        "regards",
        "kind",
        "love",
        "see",
        "speak",
        "talk",
        "sincerely",
        "yours",
        "warm",
        "many",
        "cu",
        "xx",
        "x",
    ];
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    words.count() <= 4
        && line.ends_with([',', '!', 'x'])
        && GREETINGS.iter().any(|greeting| first.eq_ignore_ascii_case(greeting))
}

/// Whether a line ends without the stop of a sentence.
fn is_loose(line: &str) -> bool {
    !line.ends_with(['.', '?', ':', '"', '”', '’', ')', ']', ';', ','])
        || line.ends_with("...")
        || line.ends_with("..")
}

/// Whether a line is told by one person to another.
fn is_personal(line: &str) -> bool {
    const PERSONS: &[&str] = &["i", "my", "me", "mine", "you", "your", "yours", "we", "our", "us"];
    let quoted = line.contains(['"', '“', '”', '«', '»']);
    !quoted
        && line.split_whitespace().any(|word| {
            let word = word.split(['\'', '’', ',', '.', '!', '?']).next().unwrap_or_default();
            PERSONS.iter().any(|person| word.eq_ignore_ascii_case(person)) && word != "US"
        })
}

/// What stands behind a chat's stamp and sender: "[21/05/11, 19:03:10] Ann: hello", "19:03 - Ann: hello".
fn behind_sender(line: &str) -> &str {
    let stamped = line.trim_start_matches('[').starts_with(|c: char| c.is_ascii_digit());
    let Some((head, rest)) = line.split_once(": ").filter(|_| stamped) else { return line };
    let digits = head.bytes().filter(u8::is_ascii_digit).count();
    if head.len() < 60 && digits >= 3 && head.contains(':') { rest.trim_start() } else { line }
}

/// Whether a word is a face: ":)", ";-D", "<3", or an emoji.
fn is_face(word: &str) -> bool {
    const FACES: &[&str] = &["<3", "^^", "xD", "XD", "x_x", "T_T", "o_o", "-_-", "\\o/"];
    let drawn = word.len() <= 4
        && word.starts_with([':', ';', '=', ')', '('])
        && word.ends_with([')', '(', 'D', 'P', 'p', 'O', 'o', '/', '|', '3', '*', ':', ';', '>'])
        && word.len() > 1;
    // pictographs, and the joiner of their sequences
    let emoji =
        word.chars().any(|c| matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}'));
    drawn || emoji || FACES.contains(&word)
}

/// Whether a word is drawn out ("sooo", "yaaay") or a laugh ("haha", "hehehe").
fn is_drawn_out(word: &str) -> bool {
    let bytes = word.as_bytes();
    let drawn = bytes.windows(3).any(|w| {
        w[0].is_ascii_alphabetic() && w[0] != b'w' && w.iter().all(|b| b.eq_ignore_ascii_case(&w[0]))
    });
    // "III" and "XXX" are numbers
    let numeral = bytes.iter().all(|b| matches!(b, b'I' | b'V' | b'X' | b'C' | b'M'));
    let laugh = bytes.len() >= 4
        && bytes
            .chunks(2)
            .all(|pair| pair[0].eq_ignore_ascii_case(&b'h') || pair[0].eq_ignore_ascii_case(&b'j'))
        && bytes[1].is_ascii_alphabetic()
        && bytes.chunks_exact(2).all(|pair| pair[1].eq_ignore_ascii_case(&bytes[1]));
    drawn && !numeral || laugh
}

/// Words that are written as they are spoken or cut short to be typed.
const CHAT: &[&str] = &[
    "u", "ur", "r", "y", "k", "im", "ive", "dont", "cant", "wont", "didnt", "isnt", "thats", "whats", "lets",
    "id", "gonna", "gotta", "wanna", "gimme", "lemme", "kinda", "sorta", "dunno", "cuz", "coz", "cos",
    "bcos", "bc", "lol", "lmao", "rofl", "omg", "wtf", "btw", "idk", "imo", "imho", "fyi", "asap", "brb",
    "ttyl", "tbh", "smh", "ikr", "yolo", "pls", "plz", "thx", "tnx", "ty", "thnx", "tks", "msg", "txt",
    "ppl", "bday", "xmas", "b4", "gr8", "l8r", "m8", "2day", "2nite", "2morrow", "2moro", "tmr", "tmrw",
    "tmw", "tomo", "tonite", "tdy", "yday", "wknd", "nite", "nvm", "rt", "dm", "ya", "yea", "yeah", "yep",
    "yup", "nope", "nah", "ok", "okay", "haiz", "hey", "hi", "hiya", "yo", "wow", "yay", "ugh", "aww",
    "oops", "xx", "xo", "xoxo", "bro", "dude", "mum", "luv", "abt", "bf", "gf", "bff", "tho", "thru", "w/",
    "w/o", "otw", "gud", "gd", "nxt", "lah", "wassup", "sup",
];
static CHAT_WORDS: Words<512> = Words::of(&[CHAT]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Split, segment};

    fn reads_as_message(text: &str) -> bool {
        segment(text, Split::None, None).first().is_some_and(|document| is_message(text, document))
    }

    #[test]
    fn messages_are_told_by_their_habits() {
        for text in [
            "@ann the shed is painted",
            "see you at eight",
            "Loving the new kettle :)",
            "Off to the lake #sunshine",
            "Hi Tom,\n\nCould the meeting be on Thursday at 10? The hall is taken on Friday.\n\nBest regards,\nAnn\n",
            "Milk, eggs, call the plumber",
            "SO GLAD IT IS OVER.",
            "I have not slept since Monday.",
            "Can we move it? I'm sooo late.",
            "[21/05/2011, 19:03:10] Ann: Are you in?\n[21/05/2011, 19:04:02] Bob: Yes.\n",
        ] {
            assert!(reads_as_message(text), "{text}");
        }
    }

    #[test]
    fn prose_is_no_message() {
        for text in [
            "The bridge opened on 21 May 1937 to walkers.",
            "The council met on Monday. It voted for the bridge, and against the road.",
            "Snow closes the pass\n\nBERN (Reuters) - The pass was closed on Monday, police said.\n\nIt snowed all night.\n",
            "Harvest songs\n\nThe reapers walk at break of day\nAnd sing along the lane\nThey bind the sheaves and stack the hay\nBefore the autumn rain\nThey rest and drink and walk again\n",
            "The siege of the castle\n\nThe duke crossed the river with four thousand men, and the town opened\nits gates. Three days later the castle was surrounded. In June the\nwalls fell.\n",
            "",
        ] {
            assert!(!reads_as_message(text), "{text}");
        }
    }
}
