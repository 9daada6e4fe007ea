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

use dateline::document::{self, Document, Split, TextKind};
use dateline::ingest::Source;
use dateline::timex;
use dateline::timex::anchor::{self, About, Clues};
use serde_json::Value;
use std::error::Error;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

/// What is read in one round, in bytes, at least.
const SIZE: usize = 5_000_000;
/// Rounds; the first only warms up.
const ROUNDS: usize = 8;
/// Our rounds to each of chrono-node's, which take a hundred times as long.
const OURS: usize = 5;
/// The version compared with.
const CHRONO: &str = "chrono-node@2.10.3";

/// Reads every paragraph at each line it is sent, and answers nanoseconds and mentions.
const SCRIPT: &str = "
const chrono = require('chrono-node');
const paragraphs = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
const published = new Date(2017, 3, 26, 12);
require('readline').createInterface({ input: process.stdin }).on('line', () => {
  const start = process.hrtime.bigint();
  let mentions = 0;
  for (const paragraph of paragraphs) mentions += chrono.parse(paragraph, published).length;
  console.log(`${process.hrtime.bigint() - start} ${mentions}`);
});
";

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    // cargo adds `--bench`
    let files: Vec<PathBuf> = env::args_os().skip(1).filter(|a| a != "--bench").map(PathBuf::from).collect();
    let texts = texts(&files)?;
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut chrono = match Chrono::start(&texts) {
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
            let (time, mentions) = chrono.read()?;
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
            CHRONO,
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

/// The texts of the files, or of the samples, repeated to [`SIZE`].
fn texts(files: &[PathBuf]) -> Result<Vec<String>> {
    let mut once = Vec::new();
    if files.is_empty() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample");
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == "txt") {
                once.push(fs::read_to_string(path)?);
            }
        }
        once.sort();
    }
    for file in files {
        let content = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        if file.extension().is_some_and(|e| e == "jsonl") {
            for line in content.lines() {
                let line: Value = serde_json::from_str(line)?;
                once.extend(line["text"].as_str().map(str::to_owned));
            }
        } else {
            once.push(content);
        }
    }
    let bytes: usize = once.iter().map(String::len).sum();
    if bytes == 0 {
        return Err("the files hold no text".into());
    }
    let times = SIZE.div_ceil(bytes);
    Ok((0..times).flat_map(|_| once.iter().cloned()).collect())
}

/// The paragraphs of a document, each from its first sentence to its last.
fn paragraphs<'t>(text: &'t str, document: &'t Document) -> impl Iterator<Item = &'t str> {
    document
        .sentences
        .chunk_by(|a, b| a.paragraph == b.paragraph)
        .filter_map(|sentences| Some(sentences.first()?.span.cover(sentences.last()?.span).of(text)))
}

/// A Node process that holds the paragraphs and reads them when it is told to.
struct Chrono {
    child: Child,
    ask: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Chrono {
    fn start(texts: &[String]) -> Result<Self> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("chrono");
        if !folder.join("node_modules/chrono-node").exists() {
            fs::create_dir_all(&folder)?;
            let mut npm = Command::new("npm");
            npm.args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(&folder).arg(CHRONO);
            if !npm.stdout(Stdio::null()).status()?.success() {
                return Err("npm could not fetch it".into());
            }
        }
        let mut held: Vec<String> = Vec::new();
        for text in texts {
            for document in document::segment(text, Split::Auto, None) {
                held.extend(paragraphs(text, &document).map(str::to_owned));
            }
        }
        let [script, data] = ["read.js", "paragraphs.json"].map(|name| folder.join(name));
        fs::write(&script, SCRIPT)?;
        fs::write(&data, serde_json::to_vec(&held)?)?;
        let mut node = Command::new("node");
        let mut child = node.arg(script).arg(data).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let ask = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().ok_or("node has no output")?);
        Ok(Self { child, ask, answers })
    }

    /// The time of one round, and the dates found.
    fn read(&mut self) -> Result<(Duration, usize)> {
        self.ask.as_mut().ok_or("node has no input")?.write_all(b"\n")?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        let (time, mentions) = line.trim().split_once(' ').ok_or("node did not answer")?;
        Ok((Duration::from_nanos(time.parse()?), mentions.parse()?))
    }
}

impl Drop for Chrono {
    fn drop(&mut self) {
        // without its input the process ends by itself
        self.ask = None;
        drop(self.child.wait());
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
