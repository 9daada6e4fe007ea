//! Fits the weights of the place models:
//! `fit GOLD GAZETTEER [--core] [--without SET] [--resolver] [--write WEIGHTS.rs] [--errors]`.
//!
//! Reads the sets of places below `GOLD`, runs the recogniser and the resolver with the present weights, fits
//! both by gradient descent (logistic regression; a softmax over each mention's candidates) and prints
//! the end-to-end F1@161km before; `--errors` also what weighed in each wrong decision of the recogniser.
//! `--without` leaves a set out of the fitting: what the weights then score on it is the honest estimate.
//! `--resolver` keeps the recogniser's weights as they are.
//!
//! Deterministic: same sets and weights, same table. What is written is a few dozen numbers; no word of a
//! set is in them.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool reports")]

mod learn;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dateline::document::{self, Split};
use dateline::dossier::{Dossier, FileId};
use dateline::gazetteer::Gazetteer;
use dateline::score::sets::{self, PlaceSet};
use dateline::score::{self, GoldDocument, place};
use dateline::span::Span;
use dateline::toponym::tuning::{self, Observation};
use dateline::{actor, timex, toponym};

/// A document of a set with what the models saw in it.
struct Case {
    /// The annotated places.
    gold: Vec<Annotated>,
    /// What the models saw.
    seen: Vec<Observation>,
    /// Whether the set annotates adjectives and inhabitants.
    demonyms: bool,
    /// Whether it was read as one of a folder.
    together: bool,
}

/// An annotated place, by the bytes of its text.
struct Annotated {
    span: Span,
    point: Option<(f64, f64)>,
    /// Neither a hit nor a miss: no point, house numbers, postal codes.
    ignored: bool,
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
    let usage =
        "usage: fit GOLD GAZETTEER [--core] [--without SET] [--resolver] [--write WEIGHTS.rs] [--errors]";
    let gold = PathBuf::from(arguments.next().ok_or(usage)?);
    let folder = PathBuf::from(arguments.next().ok_or(usage)?);
    let (mut write, mut errors, mut core) = (None, false, false);
    let (mut without, mut resolver) = (Vec::new(), false);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--core" => core = true,
            "--write" => write = Some(arguments.next().ok_or(usage)?),
            "--errors" => errors = true,
            "--resolver" => resolver = true,
            "--without" => without.push(arguments.next().ok_or(usage)?),
            _ => return Err(usage.into()),
        }
    }
    let read = |name: &str| std::fs::read(folder.join(name)).map_err(|e| format!("{name}: {e}"));
    let mut gazetteer = Gazetteer::load(read("core.bin")?.into()).map_err(|e| e.to_string())?;
    if !core {
        gazetteer.extend(read("full.bin")?.into()).map_err(|e| e.to_string())?;
    }
    let mut cases = Vec::new();
    for set in sets::PLACES.iter().filter(|set| !without.iter().any(|name| set.is_of(name))) {
        cases.extend(measure(&gold, set, &gazetteer, errors)?);
    }
    if let Some(path) = write {
        let (alone, all): (Vec<&Case>, Vec<&Case>) =
            (cases.iter().filter(|c| !c.together).collect(), cases.iter().collect());
        let recognise = if resolver { tuning::recogniser() } else { learn::recogniser(&alone) };
        let (resolve, review, trust) = (learn::resolver(&all), learn::review(&all), learn::trust(&all));
        std::fs::write(&path, learn::table(&recognise, &resolve, &review, &trust))
            .map_err(|e| format!("{path}: {e}"))?;
    }
    Ok(())
}

/// Runs one set, prints its scores, and keeps what was seen.
fn measure(folder: &Path, set: &PlaceSet, gazetteer: &Gazetteer, errors: bool) -> Result<Vec<Case>, String> {
    let path = folder.join(set.file);
    let lines = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let (documents, complaints) = score::read::<GoldDocument>(&lines);
    if let Some(complaint) = complaints.first() {
        return Err(format!("{}: {complaint}", path.display()));
    }
    let mut cases = Vec::new();
    let mut counts = place::Counts::default();
    let dossier = if set.together { sets::together(&documents, gazetteer) } else { Dossier::default() };
    for (number, gold) in documents.iter().enumerate() {
        let told = dossier.leanings(FileId(number as u32));
        let leanings = told.first().map_or(&[][..], |told| told.leanings.as_slice());
        let mut seen = Vec::new();
        let mut found = Vec::new();
        for document in document::segment(&gold.text, Split::None, None) {
            let actors = actor::find(&gold.text, &document, Some(gazetteer));
            let dates: Vec<Span> =
                timex::recognise(&gold.text, &document, false).iter().map(|mention| mention.span).collect();
            seen.extend(tuning::observe(&gold.text, &document, &actors, &dates, gazetteer, leanings));
            let places = toponym::read(&gold.text, &document, &actors, &dates, gazetteer).settle(leanings);
            found.extend(place::found(&gold.text, &places, set.demonyms));
        }
        counts.add(&sets::placed(gold, &found).counts);
        let annotated = annotated(gold);
        if errors {
            print_decisions(&gold.text, &annotated, &seen);
        }
        cases.push(Case { gold: annotated, seen, demonyms: set.demonyms, together: set.together });
    }
    let prf = counts.end_to_end.prf();
    println!(
        "{}: F1@161km {:.1} (precision {:.1}, recall {:.1})",
        set.title,
        100.0 * prf.f1,
        100.0 * prf.precision,
        100.0 * prf.recall
    );
    Ok(cases)
}

/// The annotated places by bytes, as the models see them.
fn annotated(gold: &GoldDocument) -> Vec<Annotated> {
    let bytes: Vec<usize> = gold.text.char_indices().map(|(at, _)| at).chain([gold.text.len()]).collect();
    let byte = |point: usize| bytes.get(point).copied().unwrap_or(gold.text.len());
    gold.places
        .iter()
        .map(|place| Annotated {
            span: Span::new(byte(place.start), byte(place.end)),
            point: place.point(),
            ignored: place.ignored() || place.point().is_none(),
        })
        .collect()
}

/// Prints the recogniser's wrong decisions with what weighed in them.
fn print_decisions(text: &str, gold: &[Annotated], seen: &[Observation]) {
    for hit in seen {
        let is_place = gold.iter().any(|p| !p.ignored && p.span.overlaps(hit.span));
        let is_known = gold.iter().any(|p| p.span.overlaps(hit.span));
        if hit.accepted && !is_known {
            println!("  taken: {} :: {}", hit.span.of(text), hit.why());
        } else if !hit.accepted && is_place {
            println!("  refused: {} :: {}", hit.span.of(text), hit.why());
        }
    }
}
