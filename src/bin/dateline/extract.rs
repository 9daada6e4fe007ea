//! `dateline extract`: files or JSON lines in, one JSON object a document out, or all of them in one format.
//!
//! Several files are read together: what some say of the others' days and places counts. So are JSON lines that
//! name the same folder, where the user says which field names it.

use crate::args::{Extract, GazetteerChoice, Input};
use crate::{Outcome, complain, written};
use dateline::analysis::{self, Analysis, Options};
use dateline::dossier::{Dossier, FileId, Member};
use dateline::export::json::{self, Id};
use dateline::export::{self, Format, Selection};
use dateline::gazetteer::Gazetteer;
use dateline::ingest::{Source, WarningKind};
use dateline::timex::Day;
use serde::Deserialize;
use std::borrow::Cow;
use std::io::{self, BufWriter, Read, Write};

/// One line of a `--jsonl` input.
#[derive(Debug, Deserialize)]
struct Line {
    /// Kept as it is.
    id: Id,
    /// The document.
    text: String,
    /// The publication day, `YYYY-MM-DD`; a time after it is let be.
    dct: Option<String>,
    /// The headline, where the text has none of its own.
    title: Option<String>,
    /// Whatever else it says: one of them may name its folder.
    #[serde(flatten)]
    more: serde_json::Map<String, serde_json::Value>,
}

/// Runs the command.
pub(crate) fn run(command: &Extract) -> Outcome {
    let gazetteer = match gazetteer(&command.gazetteer) {
        Ok(gazetteer) => gazetteer,
        Err(message) => {
            complain(&message);
            return Outcome::Failed;
        }
    };
    let mut out = Sink::new(command.format);
    let mut failed = false;
    if command.inputs.len() > 1 && !command.jsonl && !command.alone {
        return match together(command, gazetteer.as_ref(), &mut out, &mut failed).and_then(|()| out.end()) {
            Ok(()) if failed => Outcome::Failed,
            result => written(result),
        };
    }
    for input in &command.inputs {
        let name = name(input);
        let result = read(input).map_err(Failure::Input).and_then(|bytes| {
            if command.jsonl {
                lines(&name, &bytes, command, gazetteer.as_ref(), &mut out)
            } else {
                file(&name, &bytes, &command.options, gazetteer.as_ref(), &mut out)
            }
        });
        match result {
            Ok(complaints) => {
                failed |= !complaints.is_empty();
                complaints.iter().for_each(|line| complain(&format!("{name}: {line}")));
            }
            Err(Failure::Input(message)) => {
                failed = true;
                complain(&format!("{name}: {message}"));
            }
            Err(Failure::Output(error)) => return written(Err(error)),
        }
    }
    match (written(out.end()), failed) {
        (Outcome::Done, false) => Outcome::Done,
        _ => Outcome::Failed,
    }
}

/// The name to show for an input.
pub(crate) fn name(input: &Input) -> String {
    match input {
        Input::Stdin => "-".to_owned(),
        Input::File(path) => path.display().to_string(),
    }
}

/// An input's bytes, or a line that says why there are none.
pub(crate) fn read(input: &Input) -> Result<Vec<u8>, String> {
    match input {
        Input::Stdin => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map_err(|e| e.to_string())?;
            Ok(bytes)
        }
        Input::File(path) if path.is_dir() => Err("is a folder; name the files in it".to_owned()),
        Input::File(path) => std::fs::read(path).map_err(|e| e.to_string()),
    }
}

/// The place data to use.
pub(crate) fn gazetteer(choice: &GazetteerChoice) -> Result<Option<Gazetteer>, String> {
    let refused = |e| format!("the place data: {e}");
    match choice {
        GazetteerChoice::None => Ok(None),
        GazetteerChoice::BuiltIn => {
            let mut gazetteer = core()?;
            gazetteer.extend(Cow::Borrowed(FULL)).map_err(refused)?;
            Ok(Some(gazetteer))
        }
        GazetteerChoice::File(path) => {
            let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
            Gazetteer::load(Cow::Owned(bytes)).map(Some).map_err(refused)
        }
    }
}

/// The built-in place data's first tier: what the page loads.
pub(crate) fn core() -> Result<Gazetteer, String> {
    Gazetteer::load(Cow::Borrowed(CORE)).map_err(|e| format!("the place data: {e}"))
}

/// The built-in place data, both tiers.
const CORE: &[u8] = include_bytes!("../../../data/gazetteer/core.bin");
const FULL: &[u8] = include_bytes!("../../../data/gazetteer/full.bin");

/// What stops an input.
enum Failure {
    /// It cannot be read; the others go on.
    Input(String),
    /// Nothing more can be written.
    Output(io::Error),
}

/// Reads all inputs together and writes their documents in the order given; `failed` is told whether some
/// input could not be read.
fn together(
    command: &Extract,
    gazetteer: Option<&Gazetteer>,
    out: &mut Sink,
    failed: &mut bool,
) -> io::Result<()> {
    let mut complain_of = |name: &str, message: &str| {
        *failed = true;
        complain(&format!("{name}: {message}"));
    };
    let mut read_in: Vec<(String, Vec<u8>)> = Vec::new();
    for input in &command.inputs {
        let name = name(input);
        match read(input) {
            Ok(bytes) => read_in.push((name, bytes)),
            Err(message) => complain_of(&name, &message),
        }
    }
    let members: Vec<Member<'_>> = read_in
        .iter()
        .map(|(name, bytes)| Member {
            source: Source { name: name.clone(), modified: None },
            bytes,
            options: command.options.clone(),
            folder: None,
        })
        .collect();
    for analysis in Dossier::read(&members, gazetteer).into_files() {
        let name = analysis.source.name.clone();
        let unreadable = unreadable(&analysis);
        unreadable.iter().for_each(|message| complain_of(&name, message));
        if unreadable.is_empty() {
            out.take(analysis, &Id::Text(name.clone()), &name, None)?;
        }
    }
    Ok(())
}

/// Why nothing can be said of a file, where that is so.
fn unreadable(analysis: &Analysis) -> Vec<String> {
    analysis
        .warnings
        .iter()
        .filter(|w| matches!(w.kind, WarningKind::Empty | WarningKind::Binary))
        .map(|w| w.message.clone())
        .collect()
}

/// Writes one file's documents; answers what was wrong with it.
fn file(
    name: &str,
    bytes: &[u8],
    options: &Options,
    gazetteer: Option<&Gazetteer>,
    out: &mut Sink,
) -> Result<Vec<String>, Failure> {
    // no modification day: a copy or a checkout changes it, and the answer with it
    let source = Source { name: name.to_owned(), modified: None };
    let analysis = analysis::analyse(&source, bytes, options, gazetteer, &mut |_| {});
    let unreadable = unreadable(&analysis);
    if unreadable.is_empty() {
        out.take(analysis, &Id::Text(name.to_owned()), name, None).map_err(Failure::Output)?;
    }
    Ok(unreadable)
}

/// Writes the documents of JSON lines; answers what was wrong with which line.
fn lines(
    name: &str,
    bytes: &[u8],
    command: &Extract,
    gazetteer: Option<&Gazetteer>,
    out: &mut Sink,
) -> Result<Vec<String>, Failure> {
    let mut complaints = Vec::new();
    let mut kept = Vec::new();
    for (index, raw) in bytes.split(|byte| *byte == b'\n').enumerate() {
        if raw.trim_ascii().is_empty() {
            continue;
        }
        match line(raw, &command.options) {
            Ok((line, options)) if command.folder.is_some() => kept.push((index + 1, line, options)),
            Ok((line, options)) => {
                let member = member(&line, options, None);
                let read =
                    analysis::analyse(&member.source, member.bytes, &member.options, gazetteer, &mut |_| {});
                complaints.extend(empty(index + 1, &line, &read));
                out.take(read, &line.id, name, Some(&line)).map_err(Failure::Output)?;
            }
            Err(message) => complaints.push(format!("line {}: {message}", index + 1)),
        }
    }
    let members: Vec<Member<'_>> = kept
        .iter()
        .map(|(_, line, options)| member(line, options.clone(), command.folder.as_deref()))
        .collect();
    let dossier = Dossier::read(&members, gazetteer);
    for ((number, line, _), analysis) in kept.iter().zip(dossier.into_files()) {
        complaints.extend(empty(*number, line, &analysis));
        out.take(analysis, &line.id, name, Some(line)).map_err(Failure::Output)?;
    }
    Ok(complaints)
}

/// What is wrong with a line that holds no document.
fn empty(number: usize, line: &Line, analysis: &Analysis) -> Option<String> {
    analysis.documents.is_empty().then(|| format!("line {number}: the text of {} is empty", line.id))
}

/// A line as a file, in the folder that the field of that name gives.
fn member<'l>(line: &'l Line, options: Options, folder: Option<&str>) -> Member<'l> {
    // the line's id is no file name: a day in it must not date the text
    let source = Source { name: String::new(), modified: None };
    let folder = folder.map(|field| match line.more.get(field) {
        Some(serde_json::Value::String(name)) => name.clone(),
        Some(value) => value.to_string(),
        None => String::new(),
    });
    Member { source, bytes: line.text.as_bytes(), options, folder }
}

/// One line and the options it asks for.
fn line(raw: &[u8], options: &Options) -> Result<(Line, Options), String> {
    let line: Line = serde_json::from_slice(raw).map_err(|e| e.to_string())?;
    let mut options = options.clone();
    if let Some(dct) = &line.dct {
        let day = dct.get(..10).and_then(Day::from_iso);
        options.published = Some(day.ok_or_else(|| format!("dct {dct:?} is not YYYY-MM-DD"))?);
    }
    Ok((line, options))
}

/// Where analyses go.
struct Sink {
    out: BufWriter<io::StdoutLock<'static>>,
    format: Option<Format>,
    /// Everything, where the format is one of the whole.
    dossier: Dossier,
}

impl Sink {
    fn new(format: Option<Format>) -> Self {
        Self { out: BufWriter::new(io::stdout().lock()), format, dossier: Dossier::default() }
    }

    /// Takes the analysis of a file or of a line of it.
    fn take(&mut self, mut analysis: Analysis, id: &Id, source: &str, line: Option<&Line>) -> io::Result<()> {
        if self.format.is_some() {
            analysis.source.name = id.to_string();
            let number = self.dossier.files().count();
            self.dossier.insert(FileId(u32::try_from(number).unwrap_or(u32::MAX)), analysis);
            return Ok(());
        }
        for mut record in json::records(&analysis, id, line.map(|line| line.text.as_str())) {
            source.clone_into(&mut record.source);
            record.headline = record.headline.or_else(|| line?.title.clone());
            serde_json::to_writer(&mut self.out, &record)?;
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    /// Writes what is left to write.
    fn end(&mut self) -> io::Result<()> {
        if let Some(format) = self.format {
            let events: Vec<_> = self.dossier.events().iter().map(|row| row.id).collect();
            let documents: Vec<_> = self.dossier.documents().map(|(id, _)| id).collect();
            let selection = Selection { events: &events, documents: &documents };
            let text = export::write(format, &self.dossier, selection, &now());
            self.out.write_all(text.as_bytes())?;
        }
        self.out.flush()
    }
}

/// The time in UTC, as iCalendar writes it.
#[expect(clippy::disallowed_methods, reason = "a calendar's entries tell when they were written")]
fn now() -> String {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let seconds = since.as_secs();
    let day = Day::from_number(i32::try_from(seconds / 86_400).unwrap_or(i32::MAX));
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{}T{hour:02}{minute:02}{second:02}Z", day.iso().replace('-', ""))
}
