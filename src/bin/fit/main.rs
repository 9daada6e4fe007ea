//! Fits the weights of the place models: `fit GOLD GAZETTEER [--write WEIGHTS.rs] [--errors N]`.
//!
//! Reads `GOLD/places/*_dev.jsonl`, runs the recogniser and the resolver with the present weights, fits
//! both by gradient descent (logistic regression; a softmax over each mention's candidates) and prints
//! the end-to-end F1@161km before. Deterministic: same sets and weights, same table. What is written is
//! a few dozen numbers; no word of a set is in them.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool reports")]

mod learn;
mod score;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dateline::document::{self, Split};
use dateline::gazetteer::Gazetteer;
use dateline::span::Span;
use dateline::toponym::tuning::{self, Observation};
use dateline::{actor, timex, toponym};
use score::Gold;

/// The sets, and whether they annotate adjectives and inhabitants.
const SETS: [(&str, bool); 3] = [("GWN_dev", true), ("LGL_dev", true), ("TUD_dev", false)];

/// A document of a set with what the models saw in it.
struct Case {
    gold: Gold,
    seen: Vec<Observation>,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("fit: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: fit GOLD GAZETTEER [--core] [--write WEIGHTS.rs] [--errors N]";
    let gold = PathBuf::from(arguments.next().ok_or(usage)?);
    let folder = PathBuf::from(arguments.next().ok_or(usage)?);
    let (mut write, mut errors, mut core) = (None, 0_usize, false);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--core" => core = true,
            "--write" => write = Some(arguments.next().ok_or(usage)?),
            "--errors" => errors = arguments.next().and_then(|n| n.parse().ok()).ok_or(usage)?,
            _ => return Err(usage.into()),
        }
    }
    let read = |name: &str| std::fs::read(folder.join(name)).map_err(|e| format!("{name}: {e}"));
    let mut gazetteer = Gazetteer::load(read("core.bin")?.into()).map_err(|e| e.to_string())?;
    if !core {
        gazetteer.extend(read("full.bin")?.into()).map_err(|e| e.to_string())?;
    }
    let mut cases = Vec::new();
    for (set, demonyms) in SETS {
        cases.extend(measure(&gold, set, demonyms, &gazetteer, errors)?);
    }
    if let Some(path) = write {
        let recognise = learn::recogniser(&cases);
        let resolve = learn::resolver(&cases);
        std::fs::write(&path, learn::table(&recognise, &resolve)).map_err(|e| format!("{path}: {e}"))?;
    }
    Ok(())
}

/// Runs one set, prints its scores, and keeps what was seen.
fn measure(
    folder: &Path,
    set: &str,
    demonyms: bool,
    gazetteer: &Gazetteer,
    errors: usize,
) -> Result<Vec<(Case, bool)>, String> {
    let path = folder.join("places").join(format!("{set}.jsonl"));
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut cases = Vec::new();
    let mut tally = score::Tally::default();
    for line in text.lines() {
        let gold = Gold::read(line)?;
        let mut seen = Vec::new();
        let mut found = Vec::new();
        for document in document::segment(&gold.text, Split::None, None) {
            let actors = actor::find(&gold.text, &document, Some(gazetteer));
            let dates: Vec<Span> =
                timex::recognise(&gold.text, &document, false).iter().map(|mention| mention.span).collect();
            seen.extend(tuning::observe(&gold.text, &document, &actors, &dates, gazetteer));
            let places = toponym::find(&gold.text, &document, &actors, &dates, gazetteer);
            for mention in &places.mentions {
                if demonyms || mention.role != toponym::Role::Demonym {
                    found.push((
                        mention.span,
                        places.resolved(mention).map(|p| (p.lat, p.lon)),
                        mention.why.clone(),
                    ));
                }
            }
        }
        tally.add(&gold, &found);
        if errors > 0 {
            print_decisions(&gold, &seen);
        }
        cases.push((Case { gold, seen }, demonyms));
    }
    println!("{set}: {tally}");
    tally.print_errors(errors);
    Ok(cases)
}

/// Prints the recogniser's wrong decisions with what weighed in them.
fn print_decisions(gold: &Gold, seen: &[Observation]) {
    for hit in seen {
        let is_place = gold.places.iter().any(|p| !p.ignored && p.span.overlaps(hit.span));
        let is_known = gold.places.iter().any(|p| p.span.overlaps(hit.span));
        if hit.accepted && !is_known {
            println!("  taken: {} :: {}", score::around(&gold.text, hit.span), hit.why());
        } else if !hit.accepted && is_place {
            println!("  refused: {} :: {}", score::around(&gold.text, hit.span), hit.why());
        }
    }
}
