//! Words that keep their full stop, and what that stop says about the end of a sentence.
//!
//! The lists are written by hand. English follows the usage of newswire style books: titles and ranks,
//! company forms, months, weekdays, states of the USA, and the Latin of footnotes. German follows the
//! abbreviations of the Duden that running text uses: titles, months, weekdays, eras, measures, references.

use super::Language;

/// What stands behind a word's full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Something must follow ("Lt.", "Mr."): the stop never ends a sentence.
    Title,
    /// The word stands alone as well ("Inc.", "Calif."): the stop may end a sentence.
    Free,
    /// An abbreviation only where a number follows ("No. 5", "Mar. 3", "p. 7").
    Number,
}

/// The longest abbreviation below, in bytes.
const LONGEST: usize = 7;

/// Says whether `word` (its letters, without the stop) is an abbreviation. Case matters little in
/// headlines in capitals, so it is ignored, but a word of the list that is also an English word is
/// [`Stop::Number`].
pub(crate) fn stop(word: &str, language: Language) -> Option<Stop> {
    let bytes = word.as_bytes();
    if bytes.len() > LONGEST || !bytes.is_ascii() {
        return None;
    }
    let mut lower = [0u8; LONGEST];
    let lower = &mut lower[..bytes.len()];
    lower.copy_from_slice(bytes);
    lower.make_ascii_lowercase();
    let capital = bytes.first().is_some_and(u8::is_ascii_uppercase);
    match language {
        Language::English => english(lower, capital),
        Language::German => german(lower, capital),
    }
}

fn german(lower: &[u8], capital: bool) -> Option<Stop> {
    match lower {
        b"dr" | b"prof" | b"dipl" | b"ing" | b"hr" | b"hrn" | b"fr" | b"frl" | b"st" | b"lt" | b"gen"
        | b"hl" | b"frhr" | b"obst" | b"hptm" | b"maj" | b"gebr"
            if capital =>
        {
            Some(Stop::Title)
        }
        b"bzw" | b"ca" | b"vgl" | b"geb" | b"gest" | b"evtl" | b"ggf" | b"inkl" | b"exkl" | b"zzgl"
        | b"sog" | b"gem" | b"verh" | b"verw" | b"ehem" | b"stellv" | b"allg" | b"bes" | b"insb" | b"lfd"
        | b"min" | b"max" | b"mind" | b"od" | b"hrsg" | b"zit"
            if !capital =>
        {
            Some(Stop::Title)
        }
        b"jan" | b"feb" | b"apr" | b"aug" | b"sept" | b"sep" | b"okt" | b"nov" | b"dez" if capital => {
            Some(Stop::Free)
        }
        // "v. Chr.", "19. Jh."
        b"chr" | b"jh" | b"jhd" | b"jhdt" | b"jhs" | b"mio" | b"mrd" | b"std" | b"str" | b"tsd" | b"anm"
        | b"aufl"
            if capital =>
        {
            Some(Stop::Free)
        }
        b"usw" | b"etc" | b"usf" | b"bspw" => Some(Stop::Free),
        // words and names of their own
        b"mar" | b"jun" | b"jul" | b"mo" | b"di" | b"mi" | b"do" | b"sa" | b"so" | b"nr" | b"abs"
        | b"art" | b"bd" | b"abt" | b"kap" | b"jg" | b"tel"
            if capital =>
        {
            Some(Stop::Number)
        }
        _ => None,
    }
}

fn english(lower: &[u8], capital: bool) -> Option<Stop> {
    match lower {
        b"mr" | b"mrs" | b"ms" | b"dr" | b"prof" | b"lt" | b"col" | b"maj" | b"capt" | b"cpl" | b"sgt"
        | b"pvt" | b"adm" | b"cmdr" | b"brig" | b"cdr" | b"supt" | b"insp" | b"messrs" | b"st" | b"ste"
        | b"mt" | b"ft"
            if capital =>
        {
            Some(Stop::Title)
        }
        // ranks and offices that are also words or names stay abbreviations when capitalised
        b"gen" | b"gens" | b"sen" | b"sens" | b"rep" | b"reps" | b"gov" | b"govs" | b"rev" | b"hon"
        | b"fr" | b"pres" | b"msgr" | b"cie" | b"pct" | b"drs" | b"profs" | b"lts" | b"cols"
            if capital =>
        {
            Some(Stop::Title)
        }
        b"vs" | b"viz" | b"cf" | b"eg" | b"ie" | b"approx" | b"ca" => Some(Stop::Title),
        b"jr" | b"sr" | b"inc" | b"corp" | b"ltd" | b"bros" | b"dept" | b"univ" | b"assn" | b"ave"
        | b"blvd" | b"esq" | b"plc"
            if capital =>
        {
            Some(Stop::Free)
        }
        b"co" | b"rd" | b"sq" if capital => Some(Stop::Free),
        b"etc" | b"al" => Some(Stop::Free),
        // the letter writer's "of this month", "of the last", "of the next"
        b"inst" | b"ult" | b"prox" => Some(Stop::Free),
        b"jan" | b"feb" | b"apr" | b"aug" | b"sept" | b"sep" | b"oct" | b"nov" | b"dec" | b"tue"
        | b"tues" | b"thu" | b"thur" | b"thurs" | b"fri"
            if capital =>
        {
            Some(Stop::Free)
        }
        b"mar" | b"jun" | b"jul" | b"mon" | b"wed" | b"sat" | b"sun" | b"may" if capital => {
            Some(Stop::Number)
        }
        b"no" | b"nos" | b"vol" | b"vols" | b"pp" | b"fig" | b"figs" | b"art" | b"sec" | b"ch" | b"chap"
        | b"para" | b"est" | b"fl" | b"circ" => Some(Stop::Number),
        b"ala" | b"ariz" | b"ark" | b"calif" | b"colo" | b"conn" | b"del" | b"fla" | b"ga" | b"ill"
        | b"ind" | b"kan" | b"ky" | b"mass" | b"md" | b"mich" | b"minn" | b"mont" | b"neb" | b"nev"
        | b"okla" | b"ore" | b"pa" | b"penn" | b"tenn" | b"tex" | b"va" | b"vt" | b"wash" | b"wis"
        | b"wyo" | b"ont" | b"que" | b"alta"
            if capital =>
        {
            Some(Stop::Free)
        }
        _ => None,
    }
}

/// Whether a capitalised German word begins a sentence behind a number or an abbreviation: a noun goes on
/// with the sentence ("am 3. Tag", "18 Mio. Euro"), a function word begins the next.
pub(crate) fn begins_german_sentence(word: &str) -> bool {
    matches!(
        word,
        "Der"
            | "Die"
            | "Das"
            | "Dem"
            | "Den"
            | "Des"
            | "Ein"
            | "Eine"
            | "Einen"
            | "Einem"
            | "Einer"
            | "Eines"
            | "Er"
            | "Sie"
            | "Es"
            | "Wir"
            | "Ihr"
            | "Ich"
            | "Sein"
            | "Seine"
            | "Seinen"
            | "Seiner"
            | "Ihre"
            | "Ihren"
            | "Ihrer"
            | "Unser"
            | "Unsere"
            | "Man"
            | "Dies"
            | "Diese"
            | "Dieser"
            | "Dieses"
            | "Diesem"
            | "Diesen"
            | "Jene"
            | "Im"
            | "In"
            | "Am"
            | "An"
            | "Auf"
            | "Aus"
            | "Bei"
            | "Beim"
            | "Bis"
            | "Durch"
            | "Für"
            | "Gegen"
            | "Mit"
            | "Nach"
            | "Nachdem"
            | "Ohne"
            | "Seit"
            | "Über"
            | "Um"
            | "Unter"
            | "Vom"
            | "Von"
            | "Vor"
            | "Während"
            | "Wegen"
            | "Zu"
            | "Zum"
            | "Zur"
            | "Zwischen"
            | "Als"
            | "Da"
            | "Damals"
            | "Damit"
            | "Dann"
            | "Danach"
            | "Darauf"
            | "Daher"
            | "Dabei"
            | "Dort"
            | "Hier"
            | "Heute"
            | "Gestern"
            | "Aber"
            | "Allerdings"
            | "Auch"
            | "Bereits"
            | "Doch"
            | "Erst"
            | "Jedoch"
            | "Noch"
            | "Nun"
            | "Nur"
            | "Oder"
            | "Schon"
            | "So"
            | "Sogar"
            | "Trotz"
            | "Und"
            | "Wenn"
            | "Weil"
            | "Wie"
            | "Wo"
            | "Wer"
            | "Was"
            | "Warum"
            | "Alle"
            | "Viele"
            | "Einige"
            | "Mehrere"
            | "Kein"
            | "Keine"
            | "Nicht"
            | "Später"
            | "Jetzt"
            | "Insgesamt"
            | "Zwar"
            | "Obwohl"
            | "Ob"
            | "Dass"
    )
}

/// Whether a capitalised word, standing after an abbreviation that may end a sentence, begins one.
///
/// After "U.S." a name goes on with the sentence and a function word begins the next.
pub(crate) fn begins_sentence(word: &str) -> bool {
    matches!(
        word,
        "The"
            | "A"
            | "An"
            | "He"
            | "She"
            | "It"
            | "They"
            | "We"
            | "You"
            | "I"
            | "His"
            | "Her"
            | "Its"
            | "Their"
            | "Our"
            | "My"
            | "Your"
            | "This"
            | "That"
            | "These"
            | "Those"
            | "There"
            | "Here"
            | "In"
            | "On"
            | "At"
            | "By"
            | "For"
            | "From"
            | "To"
            | "With"
            | "Of"
            | "As"
            | "But"
            | "And"
            | "Or"
            | "So"
            | "Yet"
            | "If"
            | "When"
            | "While"
            | "Where"
            | "After"
            | "Before"
            | "Since"
            | "Until"
            | "During"
            | "Although"
            | "Though"
            | "Because"
            | "However"
            | "Some"
            | "Many"
            | "Most"
            | "Both"
            | "All"
            | "No"
            | "Not"
            | "One"
            | "Two"
            | "Three"
            | "What"
            | "Who"
            | "How"
            | "Why"
            | "Also"
            | "Then"
            | "Now"
            | "Under"
            | "Over"
            | "About"
            | "Such"
            | "Each"
            | "Every"
            | "Another"
            | "Other"
            | "Others"
            | "Officials"
            | "Once"
            | "Only"
            | "Even"
            | "Just"
            | "Among"
            | "According"
            | "Despite"
            | "Last"
            | "Next"
            | "Earlier"
            | "Later"
            | "Meanwhile"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        assert_eq!(stop("Lt", Language::English), Some(Stop::Title));
        assert_eq!(stop("LT", Language::English), Some(Stop::Title));
        assert_eq!(stop("Calif", Language::English), Some(Stop::Free));
        assert_eq!(stop("No", Language::English), Some(Stop::Number));
        assert_eq!(stop("no", Language::English), Some(Stop::Number));
        assert_eq!(stop("ill", Language::English), None);
        assert_eq!(stop("Army", Language::English), None);
        assert_eq!(stop("Straße", Language::English), None);
        assert_eq!(stop("Okt", Language::German), Some(Stop::Free));
        assert_eq!(stop("bzw", Language::German), Some(Stop::Title));
        assert_eq!(stop("Mann", Language::German), None);
    }
}
