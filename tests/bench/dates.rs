//! How fast dates are found: this engine, phase by phase, and chrono-node over the same text in the same run.
//! A program, not a test: nothing fails for being slow.
//!
//! ```text
//! cargo bench --profile native --bench dates -- [FILE…]
//! ```
//!
//! FILE is a text, or JSON lines of which each `text` is one (`*.jsonl`); without any, the samples of the
//! project. The texts are repeated to 5 MB. One thread reads them, text by text, from a string to resolved
//! dates, without places. chrono-node is fetched by npm into `target/` where there is none yet; it is handed
//! the same text cut into the same paragraphs, in one process that stays warm. Both take turns; the medians
//! of the rounds are told.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints what it measured")]

mod shared;

use dateline::document::{self, Split, TextKind};
use dateline::ingest::Source;
use dateline::timex;
use dateline::timex::anchor::{self, About, Clues};
use shared::{Package, Peer, Result, median};
use std::env;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Rounds; the first only warms up.
const ROUNDS: usize = 8;
/// Our rounds to each of chrono-node's, which take a hundred times as long.
const OURS: usize = 5;
/// What is compared with.
const CHRONO: Package = Package {
    name: "chrono-node",
    version: "2.10.3",
    script: "
const chrono = require('chrono-node');
const published = new Date(2017, 3, 26, 12);
const read = paragraph => chrono.parse(paragraph, published).length;
",
};

fn main() -> Result<()> {
    // cargo adds `--bench`
    let files: Vec<PathBuf> = env::args_os().skip(1).filter(|a| a != "--bench").map(PathBuf::from).collect();
    let texts = shared::texts(&files)?;
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut chrono = match Peer::start(&CHRONO, &texts, usize::MAX) {
        Ok(chrono) => Some(chrono),
        Err(reason) => {
            eprintln!("chrono-node is left out: {reason}");
            None
        }
    };
    let mut ours: Vec<[Duration; PHASES.len()]> = Vec::new();
    let mut theirs: Vec<Duration> = Vec::new();
    let mut found = [0, 0];
    for round in 0..ROUNDS {
        let warm = round > 0;
        for _ in 0..OURS {
            let (times, mentions) = read(&texts);
            found[0] = mentions;
            if warm {
                ours.push(times);
            }
        }
        if let Some(chrono) = &mut chrono {
            let (time, _, mentions) = chrono.read()?;
            found[1] = mentions;
            if warm {
                theirs.push(time);
            }
        }
    }
    println!("{} texts, {:.2} MB, {} rounds", texts.len(), bytes as f64 / 1e6, ours.len());
    let rate = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    for (phase, name) in PHASES.iter().enumerate() {
        let time = median(ours.iter().map(|times| times[phase]).collect());
        println!("{name:24} {:8.1} ms {:8.1} MB/s", time.as_secs_f64() * 1e3, rate(time));
    }
    if let Some(best) = ours.iter().map(|times| times.iter().sum::<Duration>()).min() {
        println!("{:24} {:8.1} ms {:8.1} MB/s", "dateline, best round", best.as_secs_f64() * 1e3, rate(best));
    }
    let all = median(ours.iter().map(|times| times.iter().sum()).collect());
    println!(
        "{:24} {:8.1} ms {:8.1} MB/s {:7} mentions",
        "dateline",
        all.as_secs_f64() * 1e3,
        rate(all),
        found[0]
    );
    if !theirs.is_empty() {
        let time = median(theirs);
        println!(
            "{:24} {:8.1} ms {:8.1} MB/s {:7} mentions",
            CHRONO.label(),
            time.as_secs_f64() * 1e3,
            rate(time),
            found[1]
        );
        println!("{:24} {:8.1}", "times as fast", time.as_secs_f64() / all.as_secs_f64());
    }
    Ok(())
}

/// The phases that are timed, in their order.
const PHASES: [&str; 4] = ["  document", "  timex::recognise", "  kind and anchor", "  timex::resolve"];

/// Reads every text from a string to resolved dates; the time of each phase, and the dates found.
fn read(texts: &[String]) -> ([Duration; PHASES.len()], usize) {
    let source = Source { name: String::new(), modified: None };
    let mut times = [Duration::ZERO; PHASES.len()];
    let mut found = 0;
    for text in texts {
        let start = Instant::now();
        let documents = document::segment(black_box(text), Split::Auto, None);
        let cut = Instant::now();
        let mut mentions: Vec<_> = documents
            .iter()
            .map(|document| {
                let message = document::is_message(text, document);
                (message, timex::recognise(text, document, message))
            })
            .collect();
        let recognised = Instant::now();
        let clues: Vec<Clues<'_>> = documents
            .iter()
            .zip(&mut mentions)
            .map(|(document, (message, mentions))| {
                let kind =
                    if *message { TextKind::Message } else { timex::detect_kind(text, document, mentions) };
                timex::fit(document, kind, mentions);
                Clues { document, mentions, kind, decided: None }
            })
            .collect();
        let anchors = anchor::infer(text, &About::named(&source), &clues);
        let anchored = Instant::now();
        for (clues, anchor) in clues.iter().zip(&anchors) {
            found +=
                black_box(timex::resolve(text, clues.document, clues.mentions, anchor, clues.kind)).len();
        }
        let marks = [start, cut, recognised, anchored, Instant::now()];
        for (time, mark) in times.iter_mut().zip(marks.windows(2)) {
            *time += mark[1] - mark[0];
        }
    }
    (times, found)
}
