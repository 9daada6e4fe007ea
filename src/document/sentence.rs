//! Sentences: the tokens of one paragraph, cut after the marks that end one.

use super::abbreviation::{self, Stop};
use super::{Language, Shape, Token};

/// Calls `emit(first, last)` for every sentence of `tokens`, as indices into it, ascending and
/// without gaps.
pub(crate) fn split(text: &str, tokens: &[Token], language: Language, mut emit: impl FnMut(usize, usize)) {
    let mut first = 0;
    let mut at = 0;
    while at < tokens.len() {
        let (end, ends) = match terminator(text, &tokens[at]) {
            Terminator::No => (at + 1, false),
            Terminator::Mark { glued } => {
                let end = closers(text, tokens, at + 1);
                let goes_on = language == Language::German && german_ordinal(text, tokens, at, end);
                (end, !goes_on && ends_at(text, tokens, first, at, end, glued))
            }
            Terminator::Abbreviation => {
                let end = closers(text, tokens, at + 1);
                (end, abbreviation_ends(text, tokens, language, at, end))
            }
        };
        if ends {
            emit(first, end);
            first = end;
        }
        at = end;
    }
    if first < tokens.len() {
        emit(first, tokens.len());
    }
}

enum Terminator {
    No,
    /// A mark; `glued` where its script puts no blank between sentences.
    Mark {
        glued: bool,
    },
    /// A word that carries its own full stop.
    Abbreviation,
}

fn terminator(text: &str, token: &Token) -> Terminator {
    if token.shape == Shape::Mark {
        return match token.span.of(text) {
            "." | "!" | "?" | "…" | "‽" | "؟" | "۔" | "।" => Terminator::Mark { glued: false },
            "。" | "！" | "？" => Terminator::Mark { glued: true },
            _ => Terminator::No,
        };
    }
    let last = token.span.end().checked_sub(1).and_then(|last| text.as_bytes().get(last));
    if last == Some(&b'.') { Terminator::Abbreviation } else { Terminator::No }
}

/// Skips the marks that belong to the end of a sentence: more stops, closing quotes and brackets.
fn closers(text: &str, tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at) {
        if token.spaced || token.shape != Shape::Mark {
            break;
        }
        match token.span.of(text) {
            "." | "!" | "?" | "…" | "\"" | "'" | "”" | "’" | "»" | "›" | ")" | "]" | "。" | "！" | "？"
            | "」" | "』" | "）" => at += 1,
            _ => break,
        }
    }
    at
}

/// Whether a sentence that began at token `first` ends with the mark at `at`, its closers before `end`.
fn ends_at(text: &str, tokens: &[Token], first: usize, at: usize, end: usize, glued: bool) -> bool {
    let Some(next) = tokens.get(end) else { return true };
    if glued {
        return true;
    }
    if !next.spaced {
        return runs_on(text, tokens, at, end);
    }
    if at == first + 1 && end == at + 1 && is_item_number(text, &tokens[first]) {
        // "1. The treaty …": a number that counts the sentence belongs to it
        return false;
    }
    opens_sentence(text, tokens, end)
}

/// Whether a blank was forgotten between two sentences: "he said.The town". Names of sites and
/// files ("example.com") go on in lower case or carry more than one capital.
fn runs_on(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let (Some(last), Some(next)) = (at.checked_sub(1).and_then(|i| tokens.get(i)), tokens.get(end)) else {
        return false;
    };
    let then = tokens.get(end + 1).is_none_or(|t| t.spaced || t.span.of(text) == ",");
    last.shape == Shape::Lower
        && last.span.len() >= 2
        && next.shape == Shape::Capital
        && next.span.len() >= 2
        && then
}

/// Whether what stands at `at` can be the beginning of a sentence.
fn opens_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at) else { return true };
    match next.shape {
        Shape::Lower => {
            // scripts without capitals
            next.span.of(text).chars().next().is_some_and(|c| !c.is_lowercase())
        }
        Shape::Mark => match next.span.of(text) {
            "," | ";" | ":" | "." | "!" | "?" | ")" | "]" | "”" | "…" => false,
            // an opening quote or bracket, a dash: what follows it decides
            _ => tokens.get(at + 1).is_none_or(|t| match t.shape {
                Shape::Lower => t.span.of(text).chars().next().is_some_and(|c| !c.is_lowercase()),
                _ => true,
            }),
        },
        _ => true,
    }
}

/// Whether the abbreviation at `at` also ends its sentence.
fn abbreviation_ends(text: &str, tokens: &[Token], language: Language, at: usize, end: usize) -> bool {
    let Some(next) = tokens.get(end) else { return true };
    if !next.spaced {
        return false;
    }
    let word = tokens[at].span.of(text);
    let letters = word.trim_end_matches('.');
    if abbreviation::stop(letters, language) == Some(Stop::Title) {
        return false;
    }
    if end > at + 1 {
        // a closing quote or bracket after the stop: "… in the U.S.” Then"
        return opens_sentence(text, tokens, end);
    }
    match next.shape {
        Shape::Capital => match language {
            Language::English => abbreviation::begins_sentence(next.span.of(text)),
            Language::German => abbreviation::begins_german_sentence(next.span.of(text)),
        },
        Shape::Mark => {
            matches!(next.span.of(text), "“" | "\"" | "‘")
                && tokens.get(end + 1).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper))
        }
        _ => false,
    }
}

/// A short number or a single letter that may count paragraphs.
fn is_item_number(text: &str, token: &Token) -> bool {
    match token.shape {
        Shape::Digits => token.span.len() <= 3,
        Shape::Capital | Shape::Lower => token.span.len() == 1,
        Shape::Upper => token.span.of(text).bytes().all(|b| matches!(b, b'I' | b'V' | b'X')),
        _ => false,
    }
}

/// Whether the stop at `at` makes an ordinal of the number before it, in German: "am 7. August", "im
/// 19. Jahrhundert", "Ludwig XIV. regierte". Behind a number that ends its sentence stands a function word.
fn german_ordinal(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let Some(number) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return false };
    let (Some(next), false) = (tokens.get(end), tokens[at].spaced) else { return false };
    let word = number.span.of(text);
    let counts = match number.shape {
        Shape::Digits => number.span.len() <= 3,
        Shape::Upper | Shape::Capital => word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')),
        _ => false,
    };
    counts
        && end == at + 1
        && tokens[at].span.of(text) == "."
        && match next.shape {
            Shape::Capital => !abbreviation::begins_german_sentence(next.span.of(text)),
            Shape::Digits | Shape::Upper => true,
            Shape::Mark => matches!(next.span.of(text), "/" | "–" | "-" | ","),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use crate::document::Language;
    use crate::document::token::tokenise;
    use crate::span::Span;

    fn sentences(text: &str, language: Language) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenise(text, Span::new(0, text.len()), language, &mut tokens);
        let mut out = Vec::new();
        super::split(text, &tokens, language, |first, last| {
            out.push(tokens[first].span.cover(tokens[last - 1].span).of(text));
        });
        out
    }

    /// `|` marks the cuts.
    fn check_in(language: Language, marked: &str) {
        let want: Vec<&str> = marked.split('|').map(str::trim).collect();
        let text = marked.replace('|', "");
        assert_eq!(sentences(&text, language), want);
    }

    fn check(marked: &str) {
        check_in(Language::English, marked);
    }

    #[test]
    fn german_cuts() {
        let check = |marked| check_in(Language::German, marked);
        check("Am 7. August 1914 begann es. | Im 19. Jahrhundert war es anders.");
        check("Der 3. Juni kam. | Es waren 20. | Dann gingen sie.");
        check("Am 3. und 4. Mai sowie am 12. Tag z. B. kam Dr. Mai. | Er blieb.");
        check("Um 44 v. Chr. fiel Cäsar. | Es kostete 18 Mio. Euro bzw. mehr.");
        check("Kaiser Karl V. Habsburg dankte ab. | Ludwig XIV. regierte bis 1715. | Danach kam Ruhe.");
        check("Das war 1914. | Danach war Krieg.");
        check("Am 3., 4. und 5. Mai war frei.");
    }

    #[test]
    fn cuts() {
        check("The fleet sailed. | It was May. | Who knew? | Nobody!");
        check("It left the U.S. for Malta. | He lives in the U.S. | The army knew.");
        check("U.S. President Lincoln spoke to Lt. Gen. Grant at St. Petersburg, Fla., at 9 a.m. Monday.");
        check("The vote is No. 5 of 12. | It passed by 3.5 points.");
        check("“We go now.” | The general nodded.");
        check("\"Why?\" he asked. | \"Because.\"");
        check("He waited ... and waited. | Then … nothing.");
        check("J. R. R. Hartley wrote it. | (He was old.) | It sold.");
        check("1. The treaty was read. | 2. It was signed.");
        check("It closed at 5 p.m. | The crowd left.");
        check("Shares of Acme Inc. rose. | They fell at Widget Co. | But not for long.");
        check("The page is at example.com today. | Yes.");
        check("戦争は終わった。|平和が来た。");
        check("It was 1914. | 20 men left.");
        check("He left, he said.|The town was empty. | See example.com or Node.js for more.");
        check("Chief L. A. Stone spoke to Sens. Hill and Lake.");
    }
}
