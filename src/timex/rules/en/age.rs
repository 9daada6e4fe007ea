//! Ages: "a six-year-old conflict" has lasted six years, "a six-year-old girl" is a description.
//!
//! TimeBank marks the one and leaves the other out, and so do these rules in news; in a narrative both are read.

use super::company::is_function_word;
use crate::document::Shape;
use crate::timex::pattern::Line;

/// Nouns for people by age, kin and standing, which have an age of their own in every report.
const PEOPLE: &[&str] = &[
    "boy",
    "girl",
    "man",
    "woman",
    "child",
    "baby",
    "infant",
    "toddler",
    "teenager",
    "youth",
    "kid",
    "son",
    "daughter",
    "brother",
    "sister",
    "father",
    "mother",
    "grandfather",
    "grandmother",
    "grandson",
    "granddaughter",
    "uncle",
    "aunt",
    "nephew",
    "niece",
    "cousin",
    "husband",
    "wife",
    "widow",
    "widower",
    "twin",
    "twins",
    "boys",
    "girls",
    "men",
    "women",
    "children",
    "kids",
    "sons",
    "daughters",
    "students",
    "student",
    "pupil",
    "patient",
    "victim",
    "suspect",
    "driver",
    "passenger",
    "survivor",
    "orphan",
    "native",
    "resident",
    "retiree",
    "pensioner",
    "veteran",
    "lawyer",
    "farmer",
    "teacher",
    "doctor",
    "nurse",
    "player",
    "striker",
    "defender",
    "midfielder",
    "goalkeeper",
    "singer",
    "actor",
    "actress",
    "president",
    "leader",
    "executive",
    "businessman",
    "businesswoman",
    "politician",
    "prince",
    "princess",
    "king",
    "queen",
    "monarch",
    "heir",
    "migrant",
    "refugee",
    "soldier",
    "officer",
    "worker",
    "protester",
    "activist",
    "gunman",
    "author",
    "bride",
    "groom",
    "stepson",
    "stepdaughter",
    "half-brother",
    "half-sister",
    "self",
    "founder",
    "chairman",
];

/// Ends of nouns for people.
const PEOPLE_END: &[&str] = &["ist", "ists", "ian", "ians", "man", "men", "woman", "women"];

/// "A six-year-old girl", "the 44-year-old", "Maria, 52 years old,": the age of a person and no length.
pub(super) fn is_of_person(line: &Line<'_>, at: usize, end: usize) -> bool {
    if !line.is(end - 1, "old") {
        return false;
    }
    if !line.is(end - 2, "-") {
        // in apposition to a name; "55 years old or older"
        return at > 0 && line.is(at - 1, ",")
            || line.is(end, "or") && line.is_any(end + 1, &["older", "over", "younger", "under"]);
    }
    let person = |at: usize| {
        let word = line.word(at);
        line.is_any(at, PEOPLE) || PEOPLE_END.iter().any(|s| word.ends_with(s))
    };
    let shape = |at: usize| line.tokens.get(at).map_or(Shape::Mark, |t| t.shape);
    let name = |at: usize| shape(at) == Shape::Capital && line.readings[at].is_empty();
    // "six-year-old Cuban rafter Elian": the noun is told who it is
    let noun_of_name = (end..end + 4)
        .find(|at| name(at + 1) && shape(*at) == Shape::Lower)
        .is_some_and(|noun| (end..noun).all(|at| shape(at) != Shape::Mark) && !is_function_word(line, noun));
    match shape(end) {
        // "six-year-old Maria", "the 44-year-old Dane", but "the fifty-year-old Western alliance"
        Shape::Capital | Shape::Upper => {
            shape(end + 1) != Shape::Lower
                || person(end + 1)
                || is_function_word(line, end + 1)
                || noun_of_name
        }
        Shape::Lower => (end..end + 5).any(person) || is_function_word(line, end) || noun_of_name,
        // a noun of its own: "the 44-year-old, who"
        _ => true,
    }
}
