//! Whether the words around a date tell of what was or of what will be.
//!
//! The clause of the date is read as a whole, because a German verb has two places: its finite form
//! second and the rest at the end. A preterite, or a participle with a form of "haben" or "sein", tells of
//! the past; "werden" and the modals look ahead; a present tense with a date does too ("am Freitag beginnt").

use crate::document::Shape;
use crate::timex::pattern::Line;
use crate::timex::rules::Tense;
use std::ops::Range;

/// Strong and irregular preterites.
#[rustfmt::skip]
const PAST: &[&str] = &[
    "war", "waren", "warst", "hatte", "hatten", "wurde", "wurden", "worden", "gewesen", "ging", "gingen", "kam",
    "kamen", "fiel", "fielen", "stieg", "stiegen", "nahm", "nahmen", "gab", "gaben", "hielt", "hielten", "traf",
    "trafen", "verließ", "verließen", "begann", "begannen", "gewann", "gewannen", "verlor", "verloren", "schoss",
    "schossen", "schoß", "schlug", "schlugen", "brach", "brachen", "sprach", "sprachen", "stand", "standen", "fand",
    "fanden", "lag", "lagen", "saß", "saßen", "sah", "sahen", "las", "lasen", "schrieb", "schrieben", "blieb",
    "blieben", "trieb", "rief", "riefen", "lief", "liefen", "ließ", "ließen", "hieß", "hießen", "zog", "zogen",
    "flog", "flogen", "verbot", "bot", "boten", "bat", "baten", "trat", "traten", "trug", "trugen", "fuhr", "fuhren",
    "wuchs", "wuchsen", "schuf", "schufen", "starb", "starben", "warf", "warfen", "half", "halfen", "galt", "galten",
    "sank", "sanken", "sang", "sangen", "zwang", "drang", "gelang", "gelangen", "entstand", "entstanden", "bestand",
    "erhielt", "erhielten", "empfing", "fing", "fingen", "hing", "hingen", "schied", "schien", "schienen", "floh",
    "flohen", "bezog", "wich", "unterschrieb", "unterlag", "stieß", "stießen", "rannte", "brachte", "dachte",
    "wusste", "wußte", "kannte", "nannte", "tat", "taten", "griff", "griffen", "litt", "schnitt", "ritt", "stritt",
    "verschwand", "verschwanden", "band", "riss", "rissen", "bewog", "erschien", "erschienen", "erlag", "beschloss",
    "beschlossen", "schloss", "schlossen", "schloß", "floss", "goss", "genoss", "ergab", "ergaben", "übernahm",
    "übernahmen", "unternahm", "vernahm", "verwarf", "geschah", "geschahen", "bekam", "bekamen", "entkam", "wog",
    "wollte", "wollten", "musste", "mussten", "mußte", "mußten", "durfte", "durften", "konnte", "konnten",
];
/// Forms of "haben" and "sein" that lead a participle.
const PERFECT: &[&str] = &[
    "hat", "haben", "habe", "hast", "habt", "ist", "sind", "bin", "sei", "seien", "hätte", "hätten", "wäre",
    "wären", "worden", "bist",
];
/// What looks ahead.
const FUTURE: &[&str] = &[
    "wird",
    "werden",
    "werde",
    "würde",
    "würden",
    "soll",
    "sollen",
    "will",
    "wollen",
    "möchte",
    "möchten",
    "kann",
    "können",
    "könnte",
    "könnten",
    "dürfte",
    "dürften",
    "muss",
    "muß",
    "müssen",
    "darf",
    "dürfen",
    "bevorstehend",
    "bevorstehende",
    "bevorstehenden",
    "geplant",
    "geplante",
    "geplanten",
    "ansteht",
];
/// Frequent words in -t and -te that are no verbs.
const NO_VERB: &[&str] = &[
    "nicht",
    "mit",
    "seit",
    "jetzt",
    "damit",
    "erst",
    "fast",
    "sonst",
    "selbst",
    "meist",
    "zuletzt",
    "statt",
    "gut",
    "weit",
    "oft",
    "laut",
    "bekannt",
    "insgesamt",
    "bereit",
    "dort",
    "spät",
    "samt",
    "acht",
    "breit",
    "leicht",
    "direkt",
    "letzt",
    "anstatt",
    "somit",
    "womit",
    "hart",
    "alt",
    "kalt",
    "rot",
    "tot",
    "nackt",
    "dicht",
    "recht",
    "schlecht",
    "echt",
    "schlicht",
    "sanft",
    "seht",
    "längst",
    "höchst",
    "zunächst",
    "einst",
    "jüngst",
    "demnächst",
    "zumeist",
    "sofort",
    "überhaupt",
    "gesamt",
    "bewusst",
    "bestimmt",
    "berühmt",
    "absolut",
    "konkret",
    "exakt",
    "nett",
    "heute",
    "letzte",
    "nächste",
    "bitte",
    "erste",
    "zweite",
    "dritte",
    "vierte",
    "fünfte",
    "sechste",
    "siebte",
    "achte",
    "neunte",
    "zehnte",
    "beste",
    "alte",
    "rechte",
    "weite",
    "gute",
    "breite",
    "größte",
    "meiste",
    "jüngste",
    "älteste",
    "späte",
    "rote",
    "tote",
    "sollte",
    "sollten",
    "könnte",
    "könnten",
    "müsste",
    "müssten",
    "dürfte",
    "dürften",
    "möchte",
    "möchten",
    "hätte",
    "hätten",
    "bekannte",
    "bekannten",
    "letzten",
    "ersten",
    "zweiten",
    "dritten",
    "nächsten",
    "besten",
    "größten",
    "meisten",
    "jüngsten",
    "weiten",
    "alten",
    "rechten",
    "guten",
    "späten",
    "mitten",
    "unten",
    "selten",
    "erwarten",
    "starten",
    "arbeiten",
    "halten",
    "treten",
    "bieten",
    "leiten",
    "bitten",
    "gelten",
    "raten",
    "leisten",
    "kosten",
    "enthalten",
    "erhalten",
    "behalten",
    "verhalten",
    "vertreten",
    "veranstalten",
    "gestalten",
    "beobachten",
    "berichten",
    "verzichten",
    "richten",
    "warten",
    "braten",
    "streiten",
    "vorbereiten",
    "verbreiten",
    "begleiten",
    "bedeuten",
    "vermuten",
    "bestätigten",
    "achten",
    "beachten",
    "betrachten",
    "retten",
    "reiten",
    "schalten",
    "falten",
    "mieten",
    "testen",
    "fürchten",
    "verpflichten",
    "unterrichten",
    "einrichten",
    "errichten",
    "antworten",
    "beantworten",
];

/// The tense around the date of the tokens `first..last`.
pub(super) fn around(line: &Line<'_>, first: usize, last: usize) -> Tense {
    // "der Sieg vom Sonntag" is won; "vom 3. bis 5. Mai" says nothing
    let of = first > 0 && line.is(first - 1, "vom") && !line.is_any(last, &["bis", "an", "-", "–"]);
    if of && first > 1 && line.capital(first - 2) {
        return Tense::Past;
    }
    let whole = 0..line.tokens.len();
    match of_clause(line, first, last) {
        Some(tense) => tense,
        // another clause's present tense tells nothing of this one
        None => told(line, whole).filter(|tense| *tense == Tense::Past).unwrap_or(Tense::Unsaid),
    }
}

/// The tense that the date's own clause tells.
pub(super) fn of_clause(line: &Line<'_>, first: usize, last: usize) -> Option<Tense> {
    told(line, clause(line, first, last))
}

/// The tokens between the marks around the date that part clauses.
fn clause(line: &Line<'_>, first: usize, last: usize) -> Range<usize> {
    let parts = |at: &usize| {
        matches!(line.word(*at), "," | ";" | ":" | "–" | "—" | "(" | ")")
            && !line.tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Digits && !t.spaced)
    };
    let from = (0..first).rev().find(parts).map_or(0, |at| at + 1);
    let to = (last..line.tokens.len()).find(parts).unwrap_or(line.tokens.len());
    from..to
}

fn told(line: &Line<'_>, tokens: Range<usize>) -> Option<Tense> {
    let (mut perfect, mut participle, mut past, mut future, mut present, mut plural) =
        (false, false, false, false, false, false);
    for at in tokens {
        if line.tokens[at].shape != Shape::Lower && at != 0 {
            continue;
        }
        perfect |= line.is_any(at, PERFECT);
        if line.is_any(at, PAST) {
            past = true;
        } else if line.is_any(at, FUTURE) {
            future = true;
        } else {
            match form(line, at) {
                // "will … beraten": an infinitive by its look
                Some(Form::Preterite) => match line.word(at).ends_with("ten") {
                    true => plural = true,
                    false => past = true,
                },
                Some(Form::Participle) => {
                    participle = true;
                    // "beginnt" is one by its look alone
                    present |= line.word(at).ends_with('t');
                }
                Some(Form::Present) => present = true,
                None => {}
            }
        }
    }
    // "soll am Freitag eröffnet werden": the participle is not the past
    if future && !past {
        Some(Tense::Future)
    } else if past || plural || perfect && participle {
        Some(Tense::Past)
    } else if present || perfect {
        Some(Tense::Future)
    } else {
        None
    }
}

/// What a verb's ending may say.
enum Form {
    Preterite,
    Participle,
    Present,
}

fn form(line: &Line<'_>, at: usize) -> Option<Form> {
    let word = line.word(at);
    if word.len() < 4 || !line.readings[at].is_empty() || line.is_any(at, NO_VERB) {
        return None;
    }
    let participle = word.starts_with("ge") && (word.ends_with('t') || word.ends_with("en"))
        || word.ends_with("iert")
        || ["be", "ver", "er", "ent", "zer", "über", "unter", "wider", "miss", "emp"]
            .iter()
            .any(|p| word.starts_with(p))
            && (word.ends_with('t') || word.ends_with("en"))
        || [
            "ab", "an", "auf", "aus", "ein", "vor", "zu", "statt", "durch", "fest", "her", "hin", "mit",
            "nach", "um", "weg", "zurück", "teil", "zusammen", "weiter", "los", "bei",
        ]
        .iter()
        .any(|p| word.strip_prefix(p).is_some_and(|rest| rest.starts_with("ge") && rest.len() > 4));
    // a noun behind it: "die gestartete Rakete" is an adjective
    let adjective = line.tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Capital)
        && (word.ends_with("te") || word.ends_with("ten"))
        && at.checked_sub(1).is_some_and(|b| line.tokens[b].shape == Shape::Lower && line.word(b).len() <= 5);
    if (word.ends_with("te") || word.ends_with("ten")) && word.len() > 5 && !adjective {
        return Some(Form::Preterite);
    }
    if participle {
        return Some(Form::Participle);
    }
    word.ends_with('t').then_some(Form::Present)
}
