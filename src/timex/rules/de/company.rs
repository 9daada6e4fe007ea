//! What keeps a match from being a date: the words around it.

use super::super::Match;
use super::company_words::{ADDRESS, AMOUNT, COUNTED, FIRM, NUMBERED, OPENERS, PREPOSITIONS};
use super::{tale, today};
use crate::document::Shape;
use crate::timex::Timex;
use crate::timex::pattern::Line;
use crate::timex::value::{LengthUnit, PartialDate, TimexValue, Years};

/// A match as it is in its company; `None` where it is no date.
pub(super) fn settle(line: &Line<'_>, at: usize, found: Match) -> Option<Match> {
    if !stands(line, at, &found) {
        return None;
    }
    Some(match found.rule.name {
        "Tag einer Reihe" => in_month(line, found),
        today::RULE => today::settle(line, at, found),
        _ => found,
    })
}

/// "am 3., 4. und 5. Mai": every day of a list has the month that ends it.
fn in_month(line: &Line<'_>, found: Match) -> Match {
    let TimexValue::Calendar(date) = found.timex.value else { return found };
    let named = (found.end..line.tokens.len()).find_map(|at| (line.grammar.slots.month)(line, at, false));
    let month = named.and_then(|(month, _)| u8::try_from(month).ok());
    let year = named.and_then(|(_, next)| line.digits(next)).filter(|(_, length)| *length == 4);
    let year = year.and_then(|(year, _)| i16::try_from(year).ok()).map(Years::Year);
    let value = TimexValue::Calendar(PartialDate { month, year, ..date });
    Match { timex: Timex { value, ..found.timex }, ..found }
}

fn stands(line: &Line<'_>, at: usize, found: &Match) -> bool {
    let end = found.end;
    let before = if at > 0 { line.word(at - 1) } else { "" };
    let after = line.word(end);
    if matches!(before, "$" | "£" | "€" | "#" | "§") || matches!(after, "%" | "°" | "€" | "$") {
        return false;
    }
    let glued_before =
        at > 0 && !line.tokens[at].spaced && matches!(before, "." | ":" | "_" | "+" | "=" | "@" | ",");
    let glued_after = line.tokens.get(end).is_some_and(|t| !t.spaced)
        && matches!(after, "_" | ":" | "@" | "=" | "," | ".")
        && line.tokens.get(end + 1).is_some_and(|t| !t.spaced && t.shape == Shape::Digits);
    if glued_before || glued_after {
        return false;
    }
    match found.rule.name {
        "Jahr" => year_stands(line, at, end),
        "Monat" => month_stands(line, at, end),
        "Wochentag" => !named(line, at, end) && !hyphened(line, end),
        "Wochentag und Tageszeit" | "Wochenende" => !hyphened(line, end),
        "Jahreszeit" => season_stands(line, at, end),
        "Tag einer Reihe" => in_list(line, end, is_month),
        "bloßer Tag" => {
            line.is_any(at.wrapping_sub(1), &["am", "vom", "zum", "ab", "seit", "bis"])
                && line
                    .tokens
                    .get(end)
                    .is_none_or(|t| t.shape == Shape::Lower || line.is_any(end, &[",", ")", ";"]))
                && !line.is_any(end, &["und", "oder", "bis", "von", "der", "des"])
        }
        "Jahrhundert einer Reihe" => {
            in_list(line, end, |line, at| line.word(at).to_lowercase().starts_with("jahrhundert"))
        }
        "Stunde einer Reihe" => {
            in_list(line, end, |line, at| line.is(at, "Uhr"))
                || in_list(line, end, |line, at| line.word(at).contains('.') && line.is(at + 1, "Uhr"))
        }
        "Uhrzeit" => clock_stands(line, at, end),
        "Tag und Monat in Ziffern" => {
            line.is_any(
                at.wrapping_sub(1),
                &["am", "vom", "bis", "zum", "ab", "den", "dem", "der", "seit", "und"],
            ) || line.tokens[at].shape != Shape::Digits
        }
        "Datum in Ziffern" => matches!(line.word(end - 1).len(), 2 | 4),
        // "im vergangenen Jahre" is one of old; "die vergangenen Jahre" are many
        "am Tag darauf" => !line.is_any(end - 2, &["jahre", "tage", "monate"]),
        "letzte Woche" | "am folgenden Tag" if line.is_any(end - 1, &["jahre", "tage", "monate"]) => {
            line.is_any(at.wrapping_sub(1), &["im", "am", "zum", "vom", "beim"])
                || line.is_any(at, &["dem", "diesem", "jenem", "demselben"])
        }
        "Jahrzehnt" => decade_stands(line, at, end),
        today::RULE => today_stands(line, at, end),
        "am Abend" => daytime_stands(line, at, end),
        "Zahl und Einheit" => length_stands(line, at, end),
        "Jahre" => units_stand(line, at, end),
        "dreitägig" => {
            // "45-jährige", "18-Jähriger": a person's age
            let aged = matches!(
                found.timex.value,
                TimexValue::Duration(l) if l.unit == LengthUnit::Year && l.halves.is_some_and(|n| n > 2)
            );
            let noun = at > 0 && line.tokens[end - 1].shape == Shape::Capital;
            !noun && (!aged || lasts(line.word(end)))
        }
        "zweimal pro Woche" => {
            line.is_any(at, &["pro", "je"])
                || !line.is_any(at, &["im", "am", "in"])
                || per_stands(line, at, end)
        }
        "montags" => at == 0 || line.tokens[at].shape == Shape::Lower,
        "täglich" => !hyphened(line, end),
        "jetzt" => {
            !(line.is(at, "zur") && line.is_any(end, &["der", "des", "von"]))
                // a particle more often than a time
                && (!line.is(at, "nun") || line.is_any(at.wrapping_sub(1), &["von", "ab", "bis"]))
        }
        "früher" => former_stands(line, at, end),
        "bald" => !line.is_any(at.wrapping_sub(1), &["so", "möglichst", "sehr"]) && !line.is(end, "darauf"),
        _ => tale::stands(line, at, found),
    }
}

/// Whether a noun names what can last: what is "dreijährig" otherwise is a person or an animal.
fn lasts(noun: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ung",
        "ungen",
        "zeit",
        "krieg",
        "kriegs",
        "krieges",
        "kriege",
        "haft",
        "schaft",
        "pause",
        "frist",
        "vertrag",
        "vertrags",
        "vertrages",
        "streit",
        "streits",
        "ehe",
        "phase",
        "jubiläum",
        "bestehen",
        "plan",
        "amt",
        "prozess",
        "prozesses",
        "aufenthalt",
        "aufenthalts",
        "exil",
        "periode",
        "mandat",
        "tradition",
        "kampf",
        "kampfes",
        "kämpfe",
        "kämpfen",
        "frieden",
        "friedens",
        "stillstand",
        "studium",
        "studiums",
        "lehre",
        "krise",
        "dürre",
        "strafe",
        "arbeit",
        "suche",
        "reise",
        "versuch",
        "versuche",
        "programm",
        "projekt",
        "abstand",
        "dienst",
        "dauer",
        "laufzeit",
        "rhythmus",
        "debatte",
        "geschichte",
        "feier",
        "jubiläums",
        "besatzung",
        "herrschaft",
    ];
    noun.chars().next().is_some_and(char::is_uppercase)
        && ENDINGS.iter().any(|ending| noun.to_lowercase().ends_with(ending))
}

/// Whether a hyphen writes the expression on to a longer word: "Freitag-Demo".
fn hyphened(line: &Line<'_>, end: usize) -> bool {
    let glued = |at: usize| line.tokens.get(at).is_some_and(|t| !t.spaced);
    line.is(end, "-")
        && glued(end)
        && glued(end + 1)
        && line.tokens.get(end + 1).is_some_and(|t| t.shape != Shape::Digits)
}

/// Whether the word at `at` is part of a person's or a firm's name.
fn named(line: &Line<'_>, at: usize, end: usize) -> bool {
    if line.is_any(end, FIRM) || line.is_any(at.wrapping_sub(1), ADDRESS) {
        return true;
    }
    // "Anna Sonntag sagte": a first name before it, and the sentence goes on
    let Some(first) = at.checked_sub(1) else { return false };
    let unknown = line.tokens[first].shape == Shape::Capital
        && line.readings[first].is_empty()
        && !line.is_any(first, PREPOSITIONS)
        && !line.is_any(first, OPENERS);
    let alone = first.checked_sub(1).is_none_or(|f| {
        line.tokens[f].shape == Shape::Mark
            || line.is_any(f, &["mit", "von", "und", "für", "gegen", "dass", "als", "wie", "sagte", "sagt"])
    });
    unknown
        && alone
        && line.tokens.get(end).is_some_and(|t| t.shape == Shape::Lower)
        && !line.is_any(end, PREPOSITIONS)
        && !line.is_any(end, OPENERS)
}

fn year_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = at.checked_sub(1);
    if before.is_some_and(|b| NUMBERED.contains(&line.word(b))) {
        return false;
    }
    // "2016-4411", "0471-1984": codes and telephones
    let joined = |at: usize| line.tokens.get(at).is_some_and(|t| !t.spaced);
    let marks = ["-", "–", "/"];
    if line.is_any(end, &marks) && joined(end) && joined(end + 1) {
        let next = line.tokens.get(end + 1);
        let digits = next.is_some_and(|t| t.shape == Shape::Digits);
        let runs_on = line.is_any(end + 2, &marks) && joined(end + 2) && joined(end + 3);
        if digits && (runs_on || !matches!(line.word(end + 1).len(), 2 | 4)) {
            return false;
        }
        // "Saison 2014/15", "Winter 2014/15": no year but a span that another rule reads or none
        if digits && line.is_any(at.wrapping_sub(1), &["Saison", "Spielzeit", "Amtsperiode", "Schuljahr"]) {
            return false;
        }
    }
    if before.is_some_and(|b| line.is_any(b, &marks) && joined(b) && joined(at))
        && at.checked_sub(2).is_some_and(|b| line.tokens[b].shape == Shape::Digits && line.word(b).len() != 4)
    {
        return false;
    }
    let noun =
        line.tokens.get(end).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper) && t.spaced);
    if COUNTED.contains(&line.word(end)) {
        return false;
    }
    let amount = before.is_some_and(|b| line.is_any(b, AMOUNT));
    let round = line.word(at).ends_with("00");
    // "rund 1500 Gegner", "die 1200 Gäste"
    let counted = noun
        && (amount && !line.is_any(at.wrapping_sub(1), &["von", "um", "auf", "mit"])
            || round && !line.is_any(at.wrapping_sub(1), &["seit", "bis", "ab"])
            || before
                .is_some_and(|b| line.is_any(b, &["die", "der", "den", "diese", "alle", "seine", "ihre"])));
    let amount_alone =
        line.is_any(at.wrapping_sub(1), &["rund", "fast", "knapp", "insgesamt", "als"]) && !noun;
    !(counted || amount_alone && round)
}

const DOUBTFUL_MONTHS: &[&str] = &["mai", "märz", "august", "april", "juli", "juno"];

fn month_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    if hyphened(line, end) || named(line, at, end) {
        return false;
    }
    let month = end - 1;
    if !line.is_any(month, DOUBTFUL_MONTHS) {
        return true;
    }
    let before = month.checked_sub(1);
    // "August Bebel"
    let surname = line.tokens.get(end).is_some_and(|t| t.shape == Shape::Capital)
        && line.readings.get(end).is_some_and(|r| r.is_empty());
    let led = before.is_some_and(|b| {
        line.is_any(b, PREPOSITIONS)
            || matches!(line.word(b), "(" | "/" | "–" | "-" | ",")
            || !surname && line.is_any(b, OPENERS)
            || line.tokens[b].shape == Shape::Lower && line.word(b).ends_with("en")
    });
    led || before.is_none() && !surname
}

fn season_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    if hyphened(line, end) || named(line, at, end) {
        return false;
    }
    let season = end - 1;
    season == at && at == 0
        || at < season
        || line.is_any(season.wrapping_sub(1), PREPOSITIONS)
        || line.is_any(season.wrapping_sub(1), OPENERS)
        || line.tokens[season - 1].shape == Shape::Lower && line.word(season - 1).ends_with("en")
}

fn is_month(line: &Line<'_>, at: usize) -> bool {
    (line.grammar.slots.month)(line, at, false).is_some()
}

/// Whether only numbers and what joins them stand between `at` and what `ends` a list.
fn in_list(line: &Line<'_>, mut at: usize, ends: fn(&Line<'_>, usize) -> bool) -> bool {
    const JOINS: &[&str] = &[
        ",",
        "und",
        "bis",
        "zum",
        "auf",
        "den",
        "dem",
        "der",
        "am",
        "/",
        "-",
        "–",
        ".",
        "sowie",
        "oder",
        "beziehungsweise",
        "bzw.",
    ];
    let mut numbers = 0;
    let mut joined = line.is_any(at, JOINS);
    for _ in 0..40 {
        if ends(line, at) {
            return joined && numbers > 0;
        }
        if line.digits(at).is_some_and(|(_, length)| length <= 2) {
            numbers += 1;
        } else if line.is_any(at, JOINS) {
            joined = true;
        } else {
            return false;
        }
        at += 1;
    }
    false
}

fn clock_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    if line.is_any(
        end - 1,
        &[
            "Uhr",
            "h",
            "MEZ",
            "MESZ",
            "früh",
            "morgens",
            "vormittags",
            "mittags",
            "nachmittags",
            "abends",
            "nachts",
        ],
    ) {
        return true;
    }
    let before = at.checked_sub(1);
    let led =
        before.is_some_and(|b| line.is_any(b, &["um", "ab", "gegen", "bis", "von", "kurz", "vor", "nach"]));
    if line.is_any(at, &["halb", "viertel", "dreiviertel"]) {
        return led;
    }
    // "20:15" may be a score or a scale, "4.30" an amount
    if line.word(at).contains('.') {
        return (led || line.is_any(at.wrapping_sub(1), &["(", ",", "/"]) || at == 0)
            && line.tokens.get(end).is_none_or(|t| t.shape != Shape::Capital)
            && (line.is_any(end, &["und", "bis", "/", "-", "–"]) && (0..4).any(|i| line.is(end + i, "Uhr"))
                || line.is_any(at.wrapping_sub(1), &["um", "ab", "gegen"]));
    }
    led && !line.is_any(end, &["für", "gegen", "in"]) && line.word(end - 1).len() == 2
        || (0..4).any(|i| line.is(end + i, "Uhr"))
}

fn decade_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    let word = line.word(end - 1);
    // "in den Neunzigern", "der 1920er"; "ein Zwanziger" is a note
    word.to_lowercase().starts_with("jahre")
        || word.to_lowercase().ends_with("jahre")
        || word.to_lowercase().ends_with("jahren")
        || word.ends_with('n') && (line.is(at, "den") || line.is(at.wrapping_sub(1), "den"))
        || line.word(end - 1).starts_with(|c: char| c.is_ascii_digit())
            && (line.word(end - 1).len() >= 6 || line.is_any(at, &["der", "die", "den"]))
}

fn today_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    let first = line.tokens[at];
    let opens = at == 0 || line.tokens[at - 1].shape == Shape::Mark;
    if line.is(at, "morgen") && first.shape != Shape::Lower {
        // "am Morgen"; a sentence may open with "Morgen"
        return opens && end == at + 1 && !line.is_any(end, &["des", "für"]);
    }
    first.shape != Shape::Capital || opens || first.shape == Shape::Upper
}

fn daytime_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    let noun = end - 1;
    if hyphened(line, end)
        || line.is_any(noun, &["früh", "morgens", "vormittags", "mittags", "nachmittags", "abends"])
    {
        return false;
    }
    // "in der Nacht zum Dienstag": the day says it
    if line.is(noun, "nacht") && line.is_any(end, &["zum", "auf", "vom", "von", "zu"]) {
        return false;
    }
    let led = at > 0
        && line.is_any(
            at - 1,
            &["am", "vom", "im", "gegen", "bis", "zum", "in", "bei", "nach", "vor", "seit", "um"],
        );
    line.capital(noun) && led && !line.is_any(noun, &["morgengrauen"]) || line.is(noun, "morgengrauen") && led
}

fn length_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    let last = end - 1;
    // ages; "eines Tages"; "ein Tag wie dieser"
    if line.is_any(end, &["alt", "alte", "alten", "alter", "altes", "jung", "junge", "jungen"]) {
        return false;
    }
    if line.is_any(at, &["eines", "einer"])
        && line.is_any(last, &["tages", "tags", "nachts", "nacht", "woche", "jahres"])
    {
        return line.is_any(
            at.wrapping_sub(1),
            &["innerhalb", "während", "binnen", "laufe", "in", "nach", "vor", "seit", "von"],
        );
    }
    // "im Alter von 20 Jahren"
    if line.is(at.wrapping_sub(1), "von") && line.is(at.wrapping_sub(2), "Alter") {
        return false;
    }
    // "die eine Stunde", "der beiden Jahre" are lengths; "der 30 Tage" too; "das eine Mal" is none
    if line.is(at.wrapping_sub(1), "von") && line.is(at, "der") {
        return false;
    }
    // "1998 Tage" is rare, "im Jahr 1998 Stunden" rarer: four digits before a unit are a year's
    !hyphened(line, end)
}

fn units_stand(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = at.wrapping_sub(1);
    let second =
        line.is_any(at, &["sekunden", "wochenenden", "werktage", "werktagen", "arbeitstage", "quartale"]);
    !second
        && !hyphened(line, end)
        && (line.is_any(
            before,
            &["seit", "nach", "vor", "über", "auf", "für", "binnen", "in", "um", "innerhalb", "während"],
        ) || line.is(end - 1, "lang"))
        && !line.is_any(end, &["der", "des", "wie", "von"])
}

/// "500 Euro im Monat", "dreimal am Tag" against "am Tag des Festes", "im Jahr darauf".
fn per_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    let fits = match line.word(at).to_lowercase().as_str() {
        "am" => line.is(end - 1, "tag"),
        "im" => line.is_any(end - 1, &["jahr", "monat", "quartal"]),
        _ => line.is_any(end - 1, &["stunde", "woche", "minute", "sekunde"]),
    };
    // an amount stands before it, and nothing that says which one behind it
    let amount = (1..=4).any(|back| {
        at.checked_sub(back).is_some_and(|b| {
            line.tokens[b].shape == Shape::Digits
                || line.is_any(
                    b,
                    &[
                        "einmal",
                        "zweimal",
                        "dreimal",
                        "viermal",
                        "mehrmals",
                        "mal",
                        "oft",
                        "millionen",
                        "euro",
                    ],
                )
        })
    });
    fits && amount
        && !line.tokens.get(end).is_some_and(|t| t.shape == Shape::Digits)
        && !line.is_any(
            end,
            &[
                "der", "des", "nach", "vor", "zuvor", "darauf", "danach", "davor", "vorher", "als", "in",
                "(", "seiner", "ihrer", "davor",
            ],
        )
}

/// "früher" is a time where it compares nothing.
fn former_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    if !line.is(at, "früher") {
        return true;
    }
    let before = at.checked_sub(1).map_or("", |b| line.word(b));
    let compared = line
        .is_any(at.wrapping_sub(1), &["nicht", "viel", "noch", "etwas", "eher", "einen", "deutlich", "weit"])
        || matches!(before, "je" | "desto" | "umso");
    let than = (end..end + 4).any(|i| line.is(i, "als"));
    let unit = at > 0 && !line.readings[at - 1].is_empty();
    // "früher Morgen", "früher Abend": the adjective
    let adjective = line.tokens.get(end).is_some_and(|t| t.shape == Shape::Capital)
        && line.tokens[at].shape == Shape::Lower;
    !compared && !than && !unit && !adjective && !line.is_any(end, &["oder", "aufstehen"])
}
