use super::anchor::{Anchor, AnchorSource};
use super::*;
use crate::document::{Language, Split, segment};
use rules::Rule;

/// The dates of a text against Wednesday 2017-04-26: (expression, value).
fn read(text: &str, language: Language) -> Vec<(String, String)> {
    let document = segment(text, Split::None, Some(language)).remove(0);
    let anchor = Anchor {
        date: Day::from_ymd(2017, 4, 26).map(Interval::day),
        how: AnchorSource::User,
        candidates: Vec::new(),
        evidence: Vec::new(),
    };
    let mentions = recognise(text, &document);
    let dated = resolve(text, &document, &mentions, &anchor, TextKind::News);
    dated.into_iter().map(|m| (m.span.of(text).to_owned(), m.value.value)).collect()
}

const LANGUAGES: [Language; 2] = [Language::English, Language::German];

fn rules_of(language: Language) -> impl Iterator<Item = &'static Rule> {
    rules::grammar(language).index.rules.iter().flatten().copied()
}

#[test]
fn every_rule_reads_its_examples_and_refuses_its_counter_examples() {
    let mut wrong = Vec::new();
    for (language, rule) in LANGUAGES.into_iter().flat_map(|l| rules_of(l).map(move |rule| (l, rule))) {
        for (text, expression, value) in rule.accepts {
            let found = read(text, language);
            if found.first().map(|(e, v)| (e.as_str(), v.as_str())) != Some((*expression, *value)) {
                wrong.push(format!(
                    "{}: {text}\n  expected {expression} {value}\n  found    {found:?}",
                    rule.name
                ));
            }
        }
        for text in rule.rejects {
            let found = read(text, language);
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
