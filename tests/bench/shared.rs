//! What the benchmarks share: the texts they read, and a JavaScript peer that reads the same in the same run.

use dateline::document::{self, Document, Split};
use serde_json::Value;
use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

/// What is read in one round, in bytes, at least.
const SIZE: usize = 5_000_000;

/// A benchmark's outcome.
pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The texts of the files, or of the samples, repeated to [`SIZE`].
pub(crate) fn texts(files: &[PathBuf]) -> Result<Vec<String>> {
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
pub(crate) fn paragraphs<'t>(text: &'t str, document: &'t Document) -> impl Iterator<Item = &'t str> {
    document
        .sentences
        .chunk_by(|a, b| a.paragraph == b.paragraph)
        .filter_map(|sentences| Some(sentences.first()?.span.cover(sentences.last()?.span).of(text)))
}

/// A package of npm's that is compared with.
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: &'static str,
    /// The version compared with.
    pub(crate) version: &'static str,
    /// Lines of a script between the reading of `paragraphs` and the first question: `read` is to be a function
    /// from a paragraph to the number of mentions in it.
    pub(crate) script: &'static str,
}

impl Package {
    /// What is printed of it.
    pub(crate) fn label(&self) -> String {
        format!("{}@{}", self.name, self.version)
    }
}

/// A Node process that holds the paragraphs and reads them when it is told to.
pub(crate) struct Peer {
    child: Child,
    ask: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    /// Fetches the package where it is not there yet, and hands it at least `limit` bytes of the texts.
    pub(crate) fn start(package: &Package, texts: &[String], limit: usize) -> Result<Self> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(package.name);
        if !folder.join("node_modules").join(package.name).exists() {
            fs::create_dir_all(&folder)?;
            let mut npm = Command::new("npm");
            npm.args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"])
                .arg(&folder)
                .arg(package.label());
            if !npm.stdout(Stdio::null()).status()?.success() {
                return Err("npm could not fetch it".into());
            }
        }
        let mut held: Vec<String> = Vec::new();
        let mut bytes = 0;
        for text in texts {
            for document in document::segment(text, Split::Auto, None) {
                for paragraph in paragraphs(text, &document) {
                    if bytes < limit {
                        bytes += paragraph.len();
                        held.push(paragraph.to_owned());
                    }
                }
            }
        }
        let [script, data] = ["read.js", "paragraphs.json"].map(|name| folder.join(name));
        fs::write(&script, format!("{BEFORE}{}{AFTER}", package.script))?;
        fs::write(&data, serde_json::to_vec(&held)?)?;
        let mut node = Command::new("node");
        let mut child = node.arg(script).arg(data).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let ask = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().ok_or("node has no output")?);
        Ok(Self { child, ask, answers })
    }

    /// One round: its time, the bytes read, and the mentions found.
    pub(crate) fn read(&mut self) -> Result<(Duration, usize, usize)> {
        self.ask.as_mut().ok_or("node has no input")?.write_all(b"\n")?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        let mut numbers = line.split_whitespace().map(str::parse::<u64>);
        let mut next = || -> Result<u64> { Ok(numbers.next().ok_or("node did not answer")??) };
        Ok((Duration::from_nanos(next()?), usize::try_from(next()?)?, usize::try_from(next()?)?))
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // without its input the process ends by itself
        self.ask = None;
        drop(self.child.wait());
    }
}

/// The script before and after a package's own lines: reads every paragraph at each line it is sent, and
/// answers nanoseconds, bytes and mentions.
const BEFORE: &str = "
const paragraphs = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
const bytes = paragraphs.reduce((sum, paragraph) => sum + Buffer.byteLength(paragraph), 0);
";
const AFTER: &str = "
require('readline').createInterface({ input: process.stdin }).on('line', () => {
  const start = process.hrtime.bigint();
  let mentions = 0;
  for (const paragraph of paragraphs) mentions += read(paragraph);
  console.log(`${process.hrtime.bigint() - start} ${bytes} ${mentions}`);
});
";

/// The middle one.
pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
