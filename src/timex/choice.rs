//! What the user decided about dates. It is told to the engine before anything is counted, so that what hangs on
//! a date that was set by hand ("three days later") follows it.

use super::value::{PartialDate, TimexKind, TimexValue, Years};
use super::{Day, Grain, Interval, Mention, Strength, Timex};
use serde::{Deserialize, Serialize};

/// A decision about the words of a date, everywhere or at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateChoice {
    /// The words, as [`words_of`] has them.
    pub words: String,
    /// The one mention it holds for: the document's index in its file, and the mention's first byte. `None` for
    /// all of these words. The narrower one wins.
    pub only: Option<(u32, u32)>,
    /// What they say.
    pub said: Said,
}

/// What the words of a date say by the user's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// They are no date.
    Nothing,
    /// What was found is right.
    AsRead,
    /// This day, month or year.
    Date {
        /// Astronomical: 0 is 1 BCE.
        year: i16,
        /// 1 to 12.
        month: Option<u8>,
        /// 1 to 31.
        day: Option<u8>,
    },
}

impl Said {
    /// The day, month or year that begins and ends on these days; `None` where it is neither.
    #[must_use]
    pub fn stretch(first: Day, last: Day) -> Option<Self> {
        let (from, to) = (first.date(), last.date());
        let year = from.year();
        let month = Some(from.month() as u8);
        if first == last {
            Some(Self::Date { year, month, day: Some(from.day() as u8) })
        } else if from.day() == 1 && last == first.last_of_month() {
            Some(Self::Date { year, month, day: None })
        } else if (from.month(), from.day(), to.month(), to.day(), to.year()) == (1, 1, 12, 31, year) {
            Some(Self::Date { year, month: None, day: None })
        } else {
            None
        }
    }

    /// That what was found is right, whatever it was counted from: a day, month or year is held fast.
    #[must_use]
    pub fn accepting(found: Option<&Interval>) -> Self {
        let exact = found.filter(|when| {
            matches!(when.grain, Grain::Day | Grain::Month | Grain::Year) && !when.approximate
        });
        exact.and_then(|when| Self::stretch(when.earliest, when.latest)).unwrap_or(Self::AsRead)
    }
}

/// The rule's name of a date that was set by hand.
pub const BY_HAND: &str = "set by you";

/// The words of a date as decisions are kept by them: in lower case, white space joined.
#[must_use]
pub fn words_of(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Lets the decisions win in one document.
pub(crate) fn decide(text: &str, document: u32, mentions: &mut Vec<Mention<Timex>>, choices: &[DateChoice]) {
    if choices.is_empty() {
        return;
    }
    let mut parted = false;
    let mut kept: Vec<Mention<Timex>> = Vec::with_capacity(mentions.len());
    for mut mention in mentions.drain(..) {
        let words = words_of(mention.span.of(text));
        let at = (document, mention.span.start() as u32);
        let of = |only: Option<(u32, u32)>| choices.iter().find(|c| c.only == only && c.words == words);
        match of(Some(at)).or_else(|| of(None)).map(|choice| choice.said) {
            None => {}
            Some(Said::Nothing) => {
                parted = true;
                continue;
            }
            Some(Said::AsRead) => {
                mention.strength = Strength::Strong;
                mention.value.exchangeable = false;
            }
            Some(Said::Date { year, month, day }) => {
                let date =
                    PartialDate { year: Some(Years::Year(year)), month, day, ..PartialDate::default() };
                mention.strength = Strength::Strong;
                BY_HAND.clone_into(&mut mention.rule);
                mention.value = Timex {
                    kind: TimexKind::Date,
                    value: TimexValue::Calendar(date),
                    modifier: None,
                    through: false,
                    exchangeable: false,
                };
            }
        }
        // a stretch whose end is no date has no end
        if parted && let Some(before) = kept.last_mut() {
            before.value.through = false;
        }
        parted = false;
        kept.push(mention);
    }
    if parted && let Some(before) = kept.last_mut() {
        before.value.through = false;
    }
    *mentions = kept;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Options, analyse};
    use crate::ingest::Source;

    const TEXT: &str =
        "The dam broke on 3 May 1911. Two days later the mill stood still. On 9 June 1911 it worked again.";

    fn read(choices: Vec<DateChoice>) -> Vec<(String, String)> {
        let source = Source { name: "dam.txt".into(), modified: None };
        let options = Options { dates: choices, ..Options::default() };
        let analysis = analyse(&source, TEXT.as_bytes(), &options, None, &mut |_| {});
        let dates = &analysis.documents[0].dates;
        dates.iter().map(|d| (d.span.of(TEXT).to_owned(), d.value.value.clone())).collect()
    }

    fn choice(words: &str, only: Option<(u32, u32)>, said: Said) -> DateChoice {
        DateChoice { words: words_of(words), only, said }
    }

    #[test]
    fn a_date_set_by_hand_moves_what_hangs_on_it() {
        let found = |choices| read(choices).into_iter().map(|(_, value)| value).collect::<Vec<_>>();
        assert_eq!(found(Vec::new()), ["1911-05-03", "1911-05-05", "1911-06-09"]);
        let day = Said::stretch(
            Day::from_iso("1912-01-30").expect("a day"),
            Day::from_iso("1912-01-30").expect("a day"),
        );
        let set = choice("3 MAY  1911", None, day.expect("a day"));
        assert_eq!(found(vec![set]), ["1912-01-30", "1912-02-01", "1911-06-09"]);
    }

    #[test]
    fn the_narrower_decision_wins_and_no_date_is_none() {
        let at = TEXT.find("9 June").expect("words of the text") as u32;
        let none = choice("9 June 1911", None, Said::Nothing);
        let words: Vec<_> = read(vec![none.clone()]).into_iter().map(|(words, _)| words).collect();
        assert_eq!(words, ["3 May 1911", "Two days later"]);
        let year = Said::Date { year: 1920, month: None, day: None };
        let here = choice("9 June 1911", Some((0, at)), year);
        assert_eq!(read(vec![none, here]).last().map(|(_, value)| value.as_str()), Some("1920"));
    }

    #[test]
    fn a_stretch_is_a_day_a_month_a_year_or_nothing_of_them() {
        let day = |text| Day::from_iso(text).expect("a day");
        let stretch = |from, to| Said::stretch(day(from), day(to));
        let date = |month, day| Some(Said::Date { year: -43, month, day });
        assert_eq!(stretch("-0043-03-15", "-0043-03-15"), date(Some(3), Some(15)));
        assert_eq!(stretch("-0043-02-01", "-0043-02-28"), date(Some(2), None));
        assert_eq!(stretch("-0043-01-01", "-0043-12-31"), date(None, None));
        assert_eq!(stretch("-0043-01-01", "-0042-12-31"), None);
        let decade =
            Interval { latest: day("1919-12-31"), grain: Grain::Decade, ..Interval::day(day("1910-01-01")) };
        assert_eq!(Said::accepting(Some(&decade)), Said::AsRead);
        assert_eq!(
            Said::accepting(Some(&Interval::day(day("-0043-03-15")))),
            stretch("-0043-03-15", "-0043-03-15").expect("a day")
        );
    }
}
