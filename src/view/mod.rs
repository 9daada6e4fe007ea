//! What the page draws, computed without a browser: every module takes the dossier's data and a
//! size in CSS pixels, and answers plain values that a component turns into elements one to one.
//!
//! - [`when`]: a date as a reader writes it.
//! - [`dated`]: what a date means in words, and which ask for a second look.
//! - [`scale`]: the time axis, from hours to millennia.
//! - [`lanes`]: which lane an event is drawn in.
//! - [`timeline`]: marks, buckets and labels that never overlap.
//! - [`undated`]: the dates that have no time.
//! - [`window`]: which rows of a long list are on screen.
//! - [`places`]: the tree of countries and places.
//! - [`place_list`]: the order of the places, their sparklines, and finding one.
//! - [`reader`]: a document as labelled blocks of highlighted segments.
//! - [`map`]: the projection, the points and their clusters.
//! - [`filter`]: what is let through.
//! - [`stories`]: every event once, with its tellings and claims.
//! - [`search`]: the sentences that hold the words asked for.
//! - [`print`]: what is shown, on paper.
//! - [`address`]: the page's state as a URL fragment.
//! - [`basemap`]: the outlines of countries.

pub mod address;
pub mod basemap;
pub mod dated;
pub mod filter;
pub mod lanes;
pub mod map;
pub mod place_list;
pub mod places;
pub mod print;
pub mod reader;
pub mod scale;
pub mod search;
pub mod stories;
pub mod timeline;
pub mod undated;
pub mod when;
pub mod window;

use std::cmp::Ordering;

/// A length in CSS pixels as an attribute value, to a tenth; the float formatter of the standard
/// library would cost the page some kilobytes.
#[must_use]
pub fn px(value: f64) -> String {
    // the cast saturates, and NaN becomes 0
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    match tenths % 10 {
        0 => format!("{sign}{}", tenths / 10),
        rest => format!("{sign}{}.{rest}", tenths / 10),
    }
}

/// The order of `count` things by a comparison of their indices; stable. One sort for all views: the
/// standard library's is compiled anew, some kilobytes, for every type and comparison.
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    crate::order::sort_by(&mut order, |a, b| compare(*a, *b));
    order
}

/// The things in the order of a comparison; stable. See [`order`].
#[must_use]
pub fn sorted<T>(things: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(things.len(), &|a, b| compare(&things[a], &things[b]));
    let mut slots: Vec<Option<T>> = things.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| slots[at].take()).collect()
}

/// `12345` as `12,345`.
#[must_use]
pub fn grouped(count: u32) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 event`, `84 events`: a count with its noun.
#[must_use]
pub fn counted(count: u32, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// How wide a text is about to be at `size` pixels in a sans-serif face; on the generous side, so
/// that what is laid out by it does not overlap.
#[must_use]
pub fn text_width(text: &str, size: f64) -> f64 {
    let ems: f64 = text
        .chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | '.' | ',' | '\'' | '’' | ':' | ';' | '|' | '!' | 'I' => 0.32,
            'f' | 't' | 'r' | ' ' | '-' | '(' | ')' => 0.41,
            'm' | 'w' | 'M' | 'W' | '@' | '—' => 0.92,
            'A'..='Z' => 0.72,
            c if c.is_ascii() => 0.61,
            // CJK and the like stand in squares; other scripts are about as wide as capitals
            c if c as u32 >= 0x1100 => 1.0,
            _ => 0.72,
        })
        .sum();
    ems * size
}

/// The text cut to `width` pixels at `size`, with an ellipsis where it was cut; `None` where not
/// even a few letters fit.
#[must_use]
pub fn fit_text(text: &str, width: f64, size: f64) -> Option<String> {
    if text_width(text, size) <= width {
        return Some(text.to_owned());
    }
    let room = width - size;
    let mut used = 0.0;
    let mut end = 0;
    let mut buffer = [0_u8; 4];
    for (at, c) in text.char_indices() {
        used += text_width(c.encode_utf8(&mut buffer), size);
        if used > room {
            break;
        }
        end = at + c.len_utf8();
    }
    let head = text[..end].trim_end();
    (head.chars().count() >= 4).then(|| format!("{head}…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_short() {
        assert_eq!([px(3.0), px(-0.26), px(12.349), px(-0.01)], ["3", "-0.3", "12.3", "0"]);
        assert_eq!(px(f64::NAN), "0");
    }

    #[test]
    fn sorting_is_stable() {
        let words = sorted(vec!["pear", "fig", "plum", "kiwi"], &|a, b| a.len().cmp(&b.len()));
        assert_eq!(words, ["fig", "pear", "plum", "kiwi"]);
        assert_eq!(order(3, &|a, b| b.cmp(&a)), [2, 1, 0]);
    }

    #[test]
    fn counts_are_grouped_and_agree() {
        assert_eq!([grouped(0), grouped(999), grouped(60_000)], ["0", "999", "60,000"]);
        assert_eq!([counted(1, "event", "events"), counted(0, "event", "events")], ["1 event", "0 events"]);
    }

    #[test]
    fn texts_are_cut_to_their_room() {
        let text = "The river rose over its banks";
        assert_eq!(fit_text(text, 1000.0, 12.0).as_deref(), Some(text));
        let cut = fit_text(text, 90.0, 12.0).expect("some letters fit");
        assert!(cut.ends_with('…') && text_width(&cut, 12.0) <= 90.0 + 12.0, "{cut}");
        assert_eq!(fit_text(text, 20.0, 12.0), None);
    }
}
