//! How fast places are found: this engine, phase by phase, and compromise over the same paragraphs in the same
//! run. A program, not a test: nothing fails for being slow.
//!
//! ```text
//! cargo bench --profile native --bench places -- [FILE…]
//! ```
//!
//! FILE is a text, or JSON lines of which each `text` is one (`*.jsonl`); without any, the samples of the
//! project. The texts are repeated to 5 MB. One thread reads them, text by text, from a string to ranked places,
//! without dates, both tiers of the gazetteer loaded. compromise is fetched by npm into `target/` where there is
//! none yet; its `.places()` is handed the first paragraphs of the same text in one process that stays warm, of
//! 50 KB, because it reads some ten KB a second. Both take turns; the medians of the rounds are told.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints what it measured")]

mod shared;

use dateline::document::{self, Split};
use dateline::gazetteer::Gazetteer;
use dateline::{actor, toponym};
use shared::{Package, Peer, Result, median};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

/// Rounds; the first only warms up.
const ROUNDS: usize = 5;
/// Our rounds to each of the peer's.
const OURS: usize = 5;
/// What the peer reads in a round, in bytes, at least.
const THEIRS: usize = 50_000;
/// How often the gazetteer is loaded.
const LOADS: usize = 15;

/// What is compared with.
const COMPROMISE: Package = Package {
    name: "compromise",
    version: "14.17.0",
    script: "
const nlp = require('compromise');
const read = paragraph => nlp(paragraph).places().length;
",
};

/// The phases that are timed, in their order.
const PHASES: [&str; 3] = ["  document", "  actor", "  toponym"];

fn main() -> Result<()> {
    // cargo adds `--bench`
    let files: Vec<PathBuf> = env::args_os().skip(1).filter(|a| a != "--bench").map(PathBuf::from).collect();
    let texts = shared::texts(&files)?;
    let bytes: usize = texts.iter().map(String::len).sum();
    let gazetteer = load()?;
    let mut peer = match Peer::start(&COMPROMISE, &texts, THEIRS) {
        Ok(peer) => Some(peer),
        Err(reason) => {
            eprintln!("compromise is left out: {reason}");
            None
        }
    };
    let mut ours: Vec<[Duration; PHASES.len()]> = Vec::new();
    let mut theirs: Vec<Duration> = Vec::new();
    let (mut found, mut asked) = ([0, 0], 0);
    for round in 0..ROUNDS {
        let warm = round > 0;
        for _ in 0..OURS {
            let (times, mentions) = read(&texts, &gazetteer);
            found[0] = mentions;
            if warm {
                ours.push(times);
            }
        }
        if let Some(peer) = &mut peer {
            let (time, size, mentions) = peer.read()?;
            (found[1], asked) = (mentions, size);
            if warm {
                theirs.push(time);
            }
        }
    }
    println!("{} texts, {:.2} MB, {} rounds", texts.len(), bytes as f64 / 1e6, ours.len());
    let tell = |name: &str, time: Duration, bytes: usize, found: &str| {
        let rate = bytes as f64 / 1e6 / time.as_secs_f64();
        println!("{name:24} {:8.1} ms {rate:8.2} MB/s {found}", time.as_secs_f64() * 1e3);
        rate
    };
    for (phase, name) in PHASES.iter().enumerate() {
        tell(name, median(ours.iter().map(|times| times[phase]).collect()), bytes, "");
    }
    let rounds: Vec<Duration> = ours.iter().map(|times| times.iter().sum()).collect();
    if let Some(best) = rounds.iter().min() {
        tell("dateline, best round", *best, bytes, "");
    }
    let own = tell("dateline", median(rounds), bytes, &format!("{:7} mentions", found[0]));
    if !theirs.is_empty() {
        let mentions = format!("{:7} mentions in {asked} bytes", found[1]);
        let other = tell(&COMPROMISE.label(), median(theirs), asked, &mentions);
        println!("{:24} {:8.1}", "times as fast", own / other);
    }
    Ok(())
}

/// Both tiers; tells how long they take from bytes to readiness.
fn load() -> Result<Gazetteer> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/gazetteer");
    let (core, full) = (fs::read(folder.join("core.bin"))?, fs::read(folder.join("full.bin"))?);
    let mut times: [Vec<Duration>; 2] = [Vec::new(), Vec::new()];
    let mut last = None;
    for _ in 0..LOADS {
        let (core, full) = (core.clone(), full.clone());
        let start = Instant::now();
        let mut gazetteer = Gazetteer::load(core.into())?;
        times[0].push(start.elapsed());
        gazetteer.extend(full.into())?;
        times[1].push(start.elapsed());
        last = Some(gazetteer);
    }
    let [core, all] = times.map(|times| median(times).as_secs_f64() * 1e3);
    println!("gazetteer ready: core {core:.1} ms, all {all:.1} ms");
    last.ok_or_else(|| "never loaded".into())
}

/// Reads every text from a string to ranked places; the time of each phase, and the mentions found.
fn read(texts: &[String], gazetteer: &Gazetteer) -> ([Duration; PHASES.len()], usize) {
    let mut times = [Duration::ZERO; PHASES.len()];
    let mut found = 0;
    for text in texts {
        let start = Instant::now();
        let documents = document::segment(black_box(text), Split::Auto, None);
        let cut = Instant::now();
        let actors: Vec<_> =
            documents.iter().map(|document| actor::find(text, document, Some(gazetteer))).collect();
        let named = Instant::now();
        for (document, actors) in documents.iter().zip(&actors) {
            found +=
                black_box(toponym::read(text, document, actors, &[], gazetteer).settle(&[])).mentions.len();
        }
        let marks = [start, cut, named, Instant::now()];
        for (time, mark) in times.iter_mut().zip(marks.windows(2)) {
            *time += mark[1] - mark[0];
        }
    }
    (times, found)
}
