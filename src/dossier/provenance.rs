//! Why a value is shown: the lines of the provenance card.

use crate::analysis::{Analysis, DocumentAnalysis};
use crate::gazetteer::Place;
use crate::timex::anchor::AnchorSource;
use crate::timex::choice::BY_HAND;
use crate::timex::{Basis, Strength};

/// Where a value came from, as lines a user can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The words of the text.
    pub quote: String,
    /// What they were read as.
    pub value: String,
    /// Why, beginning with "because" or the like.
    pub because: String,
    /// The date it was counted from, by its index among the document's dates.
    pub counted_from: Option<u32>,
    /// The rule's name.
    pub rule: String,
    /// What lost, best first, each with its share in percent.
    pub alternatives: Vec<(String, u8)>,
    /// What must be doubted, in one line.
    pub doubt: Option<String>,
}

/// Why a date mention has its value; `None` where the document has no such mention.
#[must_use]
pub fn of_date(analysis: &Analysis, document: &DocumentAnalysis, mention: u32) -> Option<Provenance> {
    let text = &analysis.text.content;
    let date = document.dates.get(mention as usize)?;
    let published = &document.published;
    let because = match date.value.basis {
        Basis::Explicit if date.rule == BY_HAND => "as you set it".to_owned(),
        Basis::Explicit => "said in full in the text".to_owned(),
        Basis::Anchor => {
            let day = published.date.map_or_else(String::new, |d| d.earliest.iso());
            let how = match published.how {
                AnchorSource::Stated => "as it states",
                AnchorSource::FileDate => "by the file's name or date",
                AnchorSource::User => "as you set it",
                AnchorSource::Inferred => "inferred",
                AnchorSource::Unknown => "unknown",
            };
            format!("because the document is dated {day} ({how})")
        }
        Basis::Mention(index) => document.dates.get(index as usize).map_or_else(
            || "counted from an earlier date".to_owned(),
            |earlier| format!("counted from “{}” ({})", one_line(earlier.span.of(text)), earlier.value.value),
        ),
        Basis::None => "nothing in the document says what to count it from".to_owned(),
    };
    let counted_from_guess = date.value.basis == Basis::Anchor && published.how == AnchorSource::Inferred;
    let doubt = date.value.warning.clone().or_else(|| {
        counted_from_guess
            .then(|| "Counted from a publication day that is inferred, not stated.".to_owned())
            .or_else(|| (date.strength == Strength::Weak).then(|| "May not be a date at all.".to_owned()))
    });
    Some(Provenance {
        quote: one_line(date.span.of(text)),
        value: date.value.edtf.clone().unwrap_or_else(|| date.value.value.clone()),
        because,
        counted_from: match date.value.basis {
            Basis::Mention(index) => Some(index).filter(|index| document.dates.len() > *index as usize),
            Basis::Explicit | Basis::Anchor | Basis::None => None,
        },
        rule: date.rule.clone(),
        alternatives: Vec::new(),
        doubt,
    })
}

/// Why a place mention means its place; `None` where the document has no such mention.
#[must_use]
pub fn of_place(analysis: &Analysis, document: &DocumentAnalysis, mention: u32) -> Option<Provenance> {
    let found = document.places.mentions.get(mention as usize)?;
    let full_name = |index: u32| document.places.table.get(index as usize).map(Place::full_name);
    let value = found.meant().and_then(full_name);
    Some(Provenance {
        quote: one_line(found.span.of(&analysis.text.content)),
        value: value.clone().unwrap_or_else(|| {
            if found.candidates.is_empty() { "not in the gazetteer" } else { "no place for certain" }
                .to_owned()
        }),
        because: found.why.clone(),
        counted_from: None,
        rule: found.rule.clone(),
        alternatives: found
            .candidates
            .iter()
            .skip(usize::from(found.placed))
            .filter_map(|c| Some((full_name(c.place)?, percent(c.score))))
            .collect(),
        doubt: value.is_none().then(|| "Listed as an unplaced name.".to_owned()),
    })
}

fn percent(share: f32) -> u8 {
    // the cast saturates
    (share * 100.0).round() as u8
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
