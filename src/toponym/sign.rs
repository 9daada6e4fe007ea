//! The recogniser's features by number, in the order of the table of weights.
//!
//! Each is 1 where it holds and 0 where not, but for the few that are amounts. From [`CROSSED`] on the
//! features of [`AGAIN`] stand once more, for names that everybody knows.

pub(crate) const BIAS: usize = 0;
pub(crate) const SEVERAL_WORDS: usize = 1;
pub(crate) const COUNTRY: usize = 2;
pub(crate) const REGION: usize = 3;
pub(crate) const DIVISION: usize = 4;
pub(crate) const COUNTY: usize = 5;
pub(crate) const CAPITAL: usize = 6;
pub(crate) const POPULATION: usize = 7;
pub(crate) const PRIMARY: usize = 8;
pub(crate) const DEMONYM: usize = 9;
pub(crate) const ABBREVIATION: usize = 10;
pub(crate) const COMMON: usize = 11;
pub(crate) const COMMON_INITIAL: usize = 12;
pub(crate) const INITIAL: usize = 13;
pub(crate) const GIVEN: usize = 14;
pub(crate) const SURNAME: usize = 15;
pub(crate) const AFTER_GIVEN: usize = 16;
pub(crate) const AFTER_LOCATIVE: usize = 17;
pub(crate) const AFTER_OF: usize = 18;
pub(crate) const AFTER_THE: usize = 19;
pub(crate) const AFTER_TITLE: usize = 20;
pub(crate) const AFTER_AND: usize = 21;
pub(crate) const AFTER_CAPITAL: usize = 22;
pub(crate) const BEFORE_CAPITAL: usize = 23;
pub(crate) const BEFORE_ORGANISATION: usize = 24;
pub(crate) const BEFORE_SPEECH: usize = 25;
pub(crate) const POSSESSIVE: usize = 26;
pub(crate) const BESIDE_NEXT: usize = 27;
pub(crate) const INSIDE_NEXT: usize = 28;
pub(crate) const BESIDE_LAST: usize = 29;
pub(crate) const DATELINE: usize = 30;
pub(crate) const BEFORE_LOWER: usize = 31;
pub(crate) const SHORT: usize = 32;
pub(crate) const UPPER_SENTENCE: usize = 33;
pub(crate) const TITLE_CASE: usize = 34;
pub(crate) const IN_PERSON: usize = 35;
pub(crate) const IN_ORGANISATION: usize = 36;
pub(crate) const BEFORE_STREET: usize = 37;
pub(crate) const POOLED_FOR: usize = 38;
pub(crate) const POOLED_AGAINST: usize = 39;
pub(crate) const ALSO_LOWER: usize = 40;
pub(crate) const CREDITS: usize = 41;
pub(crate) const BEFORE_DIGITS: usize = 42;
pub(crate) const CANDIDATES: usize = 43;
pub(crate) const AFTER_HYPHEN: usize = 44;
pub(crate) const TOUCHES_LAST: usize = 45;
pub(crate) const BEFORE_PLACE_NOUN: usize = 46;
pub(crate) const AFTER_DIRECTION: usize = 47;
pub(crate) const NATURE: usize = 48;
pub(crate) const IN_DATE: usize = 49;
pub(crate) const DISTRICT: usize = 50;
pub(crate) const AIRPORT: usize = 51;
pub(crate) const CITY: usize = 52;
pub(crate) const LARGE: usize = 53;
pub(crate) const ALL_UPPER: usize = 54;
pub(crate) const AFTER_MOVEMENT: usize = 55;
pub(crate) const AFTER_PLACE_NOUN: usize = 56;
pub(crate) const AFTER_ORGANISATION: usize = 57;
pub(crate) const BEFORE_PAPER: usize = 58;
pub(crate) const BEFORE_PLACE_NAME: usize = 59;
pub(crate) const BEFORE_ASSOCIATE: usize = 60;
pub(crate) const BEFORE_HYPHEN: usize = 61;
pub(crate) const TOUCHES_NEXT: usize = 62;
pub(crate) const AROUND_LAST: usize = 63;
pub(crate) const GREAT: usize = 82;
pub(crate) const TINY: usize = 83;
pub(crate) const ALIAS: usize = 84;
pub(crate) const KNOWN_ABBREVIATION: usize = 85;
pub(crate) const TRANSLITERATED: usize = 86;
/// A capitalised noun follows that makes it the name of something that happens or is signed: "Rome Statute".
pub(crate) const BEFORE_EVENT: usize = 87;
/// "mayor of", "city of", "University of".
pub(crate) const AFTER_OFFICE: usize = 88;
/// "-based", "-born".
pub(crate) const BEFORE_BASED: usize = 89;
/// What follows only people do or have: "grew up", "'s lawyer".
pub(crate) const HUMAN: usize = 90;
/// Somebody of the document has it as a last name.
pub(crate) const SURNAME_HERE: usize = 91;
/// "the Zap region": an article before and a place noun behind.
pub(crate) const FRAMED: usize = 92;

/// The first of the crossed features.
pub(crate) const CROSSED: usize = 64;
/// The features that are crossed with a strong name.
pub(crate) const AGAIN: [usize; 18] = [
    COMMON,
    INITIAL,
    GIVEN,
    SURNAME,
    AFTER_GIVEN,
    AFTER_TITLE,
    AFTER_CAPITAL,
    BEFORE_CAPITAL,
    BEFORE_ORGANISATION,
    BEFORE_SPEECH,
    SHORT,
    TITLE_CASE,
    IN_PERSON,
    IN_ORGANISATION,
    POOLED_FOR,
    POOLED_AGAINST,
    ABBREVIATION,
    BEFORE_HYPHEN,
];
/// What makes a name strong.
pub(crate) const STRONG: [usize; 6] = [COUNTRY, REGION, DIVISION, CAPITAL, DEMONYM, LARGE];
/// How many features there are.
pub(crate) const COUNT: usize = 93;
