//! German words that several families use, in all their forms.

use crate::timex::pattern::Pat::{Any, Bind, Take, Word};
use crate::timex::pattern::{Pat, Slot};

/// The definite article.
pub(super) const THE: &[&str] = &["der", "die", "das", "dem", "den", "des"];
/// The definite article where the adjective behind it ends in -en.
pub(super) const THE_WEAK: &[&str] = &["der", "dem", "den", "des"];
/// "vergangen-", "letzt-", "vorig-": before now.
pub(super) const LAST: &[&str] = &[
    "vergangene",
    "vergangenen",
    "vergangener",
    "vergangenes",
    "vergangenem",
    "letzte",
    "letzten",
    "letzter",
    "letztes",
    "letztem",
    "vorige",
    "vorigen",
    "voriger",
    "voriges",
    "vorigem",
    "verflossene",
    "verflossenen",
    "verflossener",
    "verflossenes",
    "abgelaufene",
    "abgelaufenen",
    "abgelaufenes",
    "abgelaufener",
];
/// "kommend-", "nächst-": after now.
pub(super) const NEXT: &[&str] = &[
    "kommende",
    "kommenden",
    "kommender",
    "kommendes",
    "kommendem",
    "nächste",
    "nächsten",
    "nächster",
    "nächstes",
    "nächstem",
];
/// "dies-", "laufend-".
pub(super) const THIS: &[&str] = &[
    "diese",
    "dieser",
    "dieses",
    "diesem",
    "diesen",
    "laufende",
    "laufenden",
    "laufendes",
    "laufender",
    "aktuelle",
    "aktuellen",
    "aktuelles",
];
/// "vorangegangen-", "vorherig-": before what was told.
pub(super) const BEFORE: &[&str] = &[
    "vorangegangene",
    "vorangegangenen",
    "vorangegangener",
    "vorangegangenes",
    "vorhergehende",
    "vorhergehenden",
    "vorhergehendes",
    "vorhergegangenen",
    "vorherige",
    "vorherigen",
    "vorheriges",
    "vorheriger",
    "vorausgegangenen",
    "vorausgehenden",
];
/// "folgend-": after what was told.
pub(super) const AFTER: &[&str] = &[
    "folgende",
    "folgenden",
    "folgender",
    "folgendes",
    "folgendem",
    "darauffolgende",
    "darauffolgenden",
    "darauffolgender",
    "darauffolgendes",
    "nachfolgende",
    "nachfolgenden",
    "anschließenden",
];
/// "selb-", "gleich-", "jen-": what was told.
pub(super) const SAME: &[&str] = &[
    "selben",
    "selbe",
    "gleiche",
    "gleichen",
    "gleicher",
    "nämlichen",
    "derselben",
    "demselben",
    "denselben",
    "desselben",
    "dieselbe",
    "dasselbe",
    "derselbe",
    "jene",
    "jener",
    "jenes",
    "jenem",
    "jenen",
];

/// A word that says in which direction from now: bound as [`Slot::Sign`].
pub(super) const FROM_NOW: &[Pat] =
    &[Any(&[&[Word(THE_WEAK), Any(&[SIGN_NOW])], &[Word(&["die", "das"]), Any(&[SIGN_NOW])], SIGN_NOW])];
const SIGN_NOW: &[Pat] = &[Any(&[
    &[Word(LAST), Bind(Slot::Sign, -1)],
    &[Word(NEXT), Bind(Slot::Sign, 1)],
    &[Word(THIS), Bind(Slot::Sign, 0)],
    &[Word(&["vorletzte", "vorletzten", "vorletztes", "vorletzter"]), Bind(Slot::Sign, -2)],
    &[Word(&["übernächste", "übernächsten", "übernächstes", "übernächster"]), Bind(Slot::Sign, 2)],
])];
/// A word that says in which direction from what was told.
pub(super) const FROM_TOLD: &[Pat] = &[Any(&[&[Word(THE), Any(&[SIGN_TOLD])], SIGN_TOLD])];
const SIGN_TOLD: &[Pat] = &[Any(&[
    &[Word(BEFORE), Bind(Slot::Sign, -1)],
    &[Word(AFTER), Bind(Slot::Sign, 1)],
    &[Word(SAME), Bind(Slot::Sign, 0)],
])];

/// "Jahr" in the singular.
pub(super) const YEAR: &[&str] = &["jahr", "jahre", "jahres", "jahrs"];

/// A day of the month: "3.", "dritte".
pub(super) const DAY: &[Pat] = &[Any(&[&[Take(Slot::DayDigits), Word(&["."])], &[Take(Slot::Ordinal)]])];

/// A year behind another part of a date: "1989", "'89", "des Jahres 1989", "im Jahr 1989".
pub(super) const OF_YEAR: &[Pat] = &[Any(&[
    &[Take(Slot::Year)],
    &[Take(Slot::ShortYear)],
    &[Word(&["des", "im"]), Word(YEAR), Take(Slot::AnyYear)],
])];

/// "v. Chr.", "vor Christus", "v. u. Z."
pub(super) const BEFORE_CHRIST: &[Pat] = &[Any(&[
    &[Word(&["v.", "v", "vor"]), Word(CHRIST)],
    &[Word(&["v.", "v", "vor"]), Word(&["Christi"]), Word(&["Geburt"])],
    &[Word(&["v.", "vor"]), Word(&["u.", "unserer"]), Word(&["Z.", "Z", "Zeitrechnung"])],
])];
/// "n. Chr.", "nach Christus", "u. Z."
pub(super) const AFTER_CHRIST: &[Pat] = &[Any(&[
    &[Word(&["n.", "n", "nach"]), Word(CHRIST)],
    &[Word(&["n.", "n", "nach"]), Word(&["Christi"]), Word(&["Geburt"])],
    &[Word(&["n.", "nach"]), Word(&["u.", "unserer"]), Word(&["Z.", "Z", "Zeitrechnung"])],
])];
const CHRIST: &[&str] = &["Chr.", "Chr", "Christus", "Christo"];
