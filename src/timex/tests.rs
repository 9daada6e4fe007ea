use super::anchor::{Anchor, AnchorSource};
use super::pattern::{Bound, Line};
use super::*;
use crate::document::{Language, Split, segment};
use rules::Rule;

/// The dates of a text against Wednesday 2017-04-26: (expression, value).
fn read(text: &str, language: Language, message: bool) -> Vec<(String, String)> {
    let document = segment(text, Split::None, Some(language)).remove(0);
    let anchor = Anchor {
        date: Day::from_ymd(2017, 4, 26).map(Interval::day),
        how: AnchorSource::User,
        candidates: Vec::new(),
        evidence: Vec::new(),
    };
    let mentions = recognise(text, &document, message);
    let kind = if message { TextKind::Message } else { TextKind::News };
    let dated = resolve(text, &document, &mentions, &anchor, kind);
    dated.into_iter().map(|m| (m.span.of(text).to_owned(), m.value.value)).collect()
}

const LANGUAGES: [Language; 2] = [Language::English, Language::German];

fn rules_of(language: Language) -> impl Iterator<Item = &'static Rule> {
    rules::grammar(language).index.rules.iter().flatten().map(|(rule, _)| *rule)
}

/// Whether a rule is one of messages, whose examples are read as messages.
fn of_messages(rule: &Rule) -> bool {
    let tables = [rules::en::message::RULES, rules::en::posting::RULES];
    tables.into_iter().flatten().any(|other| other.name == rule.name)
}

#[test]
fn every_rule_reads_its_examples_and_refuses_its_counter_examples() {
    let mut wrong = Vec::new();
    for (language, rule) in LANGUAGES.into_iter().flat_map(|l| rules_of(l).map(move |rule| (l, rule))) {
        for (text, expression, value) in rule.accepts {
            let found = read(text, language, of_messages(rule));
            if found.first().map(|(e, v)| (e.as_str(), v.as_str())) != Some((*expression, *value)) {
                wrong.push(format!(
                    "{}: {text}\n  expected {expression} {value}\n  found    {found:?}",
                    rule.name
                ));
            }
        }
        for text in rule.rejects {
            let found = read(text, language, of_messages(rule));
            if !found.is_empty() {
                wrong.push(format!("{}: {text}\n  expected nothing\n  found    {found:?}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_of_rules_are_names() {
    for language in LANGUAGES {
        let mut names: Vec<&str> = rules_of(language).map(|rule| rule.name).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}

#[test]
fn the_first_end_of_a_stretch_reaches_to_the_last() {
    let bounds = |text: &str| {
        let document = segment(text, Split::None, None).remove(0);
        let mentions = recognise(text, &document, false);
        let anchor =
            Anchor { date: None, how: AnchorSource::Unknown, candidates: Vec::new(), evidence: Vec::new() };
        let dated = resolve(text, &document, &mentions, &anchor, TextKind::Narrative);
        let first = &dated[0].value;
        (
            first.through,
            first.edtf.clone(),
            first.interval.map(|i| (i.earliest.iso(), i.latest.iso(), i.whole)),
        )
    };
    let stretch = |edtf: &str, earliest: &str, latest: &str| {
        (true, Some(edtf.to_owned()), Some((earliest.to_owned(), latest.to_owned(), true)))
    };
    assert_eq!(
        bounds("From March to May 1848 it held."),
        stretch("1848-03/1848-05", "1848-03-01", "1848-05-31")
    );
    assert_eq!(bounds("Between 2010 and 2012 it held."), stretch("2010/2012", "2010-01-01", "2012-12-31"));
    assert_eq!(
        bounds("It held 11-12 April 1720."),
        stretch("1720-04-11/1720-04-12", "1720-04-11", "1720-04-12")
    );
    assert_eq!(bounds("The war of 1914–18 held."), stretch("1914/1918", "1914-01-01", "1918-12-31"));
    // one and the other, and an end before the beginning
    assert!(!bounds("In March and May 1848 it held.").0);
    assert!(!bounds("From 1848 to 1846 it held.").0);
}

/// Every text of the rules' examples.
fn examples(language: Language) -> impl Iterator<Item = &'static str> {
    rules_of(language)
        .flat_map(|rule| rule.accepts.iter().map(|(text, ..)| *text).chain(rule.rejects.iter().copied()))
}

#[test]
fn the_index_passes_over_no_rule_that_matches() {
    let mut matched = 0;
    for language in LANGUAGES {
        for text in examples(language) {
            let document = segment(text, Split::None, Some(language)).remove(0);
            let mut line = Line::new(rules::grammar(language), text, true);
            line.read(&document.tokens);
            for at in 0..line.tokens.len() {
                let tried: Vec<&str> =
                    rules::index::beginning(&line, at).map(|(rule, _)| rule.name).collect();
                for (rule, steps) in rules::grammar(language).index.rules.iter().flatten() {
                    if line.matches(*steps, at, &mut Bound::default()).is_some() {
                        matched += 1;
                        assert!(
                            line.starts.contains(&at) && tried.contains(&rule.name),
                            "{:?} in {text:?}",
                            rule.name
                        );
                    }
                }
            }
        }
    }
    assert!(matched > 500, "only {matched} matches were seen");
}

/// The (value, warning) of a text's dates, read without a publication day.
fn warned(text: &str) -> Vec<(String, Option<String>)> {
    let document = segment(text, Split::None, Some(Language::English)).remove(0);
    let mentions = recognise(text, &document, false);
    let anchor =
        Anchor { date: None, how: AnchorSource::Unknown, candidates: Vec::new(), evidence: Vec::new() };
    let dated = resolve(text, &document, &mentions, &anchor, TextKind::News);
    dated.into_iter().map(|m| (m.value.value, m.value.warning)).collect()
}

#[test]
fn dates_that_do_not_exist_are_kept_with_a_warning_and_never_rolled_over() {
    for text in [
        "He died on 31 February 1800.",
        "It is stamped 2017-13-01 there.",
        "It is stamped 2011-02-30 there.",
        "It is stamped 31/04/2011 there.",
        "It is stamped 00/10/1999 there.",
        "The deed is of 45 May 1900.",
        "The deed is of February 29, 1900.",
        "It ends in the year 99999.",
    ] {
        let found = warned(text);
        assert!(matches!(&found[..], [(_, Some(_))]), "{text}: {found:?}");
        assert!(!found[0].0.contains("-03-0"), "{text}: rolled over to {found:?}");
    }
}

#[test]
fn day_and_month_are_told_apart_by_the_whole_document_or_the_doubt_is_shown() {
    let values = |text: &str| warned(text).into_iter().map(|(value, _)| value).collect::<Vec<_>>();
    let doubts = |text: &str| warned(text).iter().filter(|(_, warning)| warning.is_some()).count();
    // a date with one reading decides
    let text = "Due 03/04/2016, paid 25/12/2015.";
    assert_eq!((values(text), doubts(text)), (vec!["2016-04-03".into(), "2015-12-25".into()], 0));
    let text = "Due 03/04/2016, paid 12/25/2015.";
    assert_eq!((values(text), doubts(text)), (vec!["2016-03-04".into(), "2015-12-25".into()], 0));
    // and a date that is written out as well
    let text = "It closed on 3 April 2016. Stamped 03/04/2016 and 07/08/2016.";
    assert_eq!(values(text)[1..], ["2016-04-03", "2016-08-07"]);
    assert_eq!(doubts(text), 0);
    // words of a country only lean, and two that disagree decide nothing
    let text = "The colour cost £40 on 03/04/2016.";
    assert_eq!((values(text), doubts(text)), (vec!["2016-04-03".into()], 1));
    assert_eq!(doubts("Due 03/04/2016, paid 25/12/2015 and 12/25/2015."), 1);
    let lone = warned("Due 03/04/2016 at noon.");
    assert_eq!(lone[0].0, "2016-03-04");
    assert!(lone[0].1.as_deref().is_some_and(|warning| warning.contains("2016-04-03")));
    // dots are European, and equal numbers leave no doubt
    assert_eq!(values("Due 03.04.2016, paid 05/05/2016."), ["2016-04-03", "2016-05-05"]);
    assert_eq!(doubts("Due 03.04.2016, paid 05/05/2016."), 0);
}
