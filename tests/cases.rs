//! Golden cases: `tests/cases/*.txt`, exhaustive and readable.
//!
//! ```text
//! --- day-month-year anchor=1100-01-01
//! The siege ended on 14 October 1066 near Hastings.
//!                    ^^^^^^^^^^^^^^^ DATE 1066-10-14
//!                                         ^^^^^^^^ PLACE Hastings GB
//! ```
//!
//! Everything before a file's first `--- ` line is a comment. Carets count characters. What the
//! engine finds and the case does not list fails, so a case without carets is a negative. Header
//! fields: `anchor=YYYY-MM-DD`, `kind=news|narrative|message`, `language=en|de`, and `layers=dates`, `layers=places`,
//! `layers=actors` or `layers=documents`, which limit what is compared (dates and places where nothing is said).
//! A place's label ends in its role unless that is literal; `PLACE ?` is a name without a place.
//! A mention of an actor says whose it is, the first also the role: `PERSON Ann Lee (the mayor)`,
//! `ORGANISATION Harbour Union`.
//!
//! A case of the documents layer is cut as a dropped file is; below a line `>>>` stand its parts,
//! `|` between sentences and `¶` between paragraphs:
//!
//! ```text
//! >>>
//! document
//!   headline  Snow falls on Oslo
//!   body      It snowed. | It was cold. ¶ Schools closed.
//! ```
//!
//! A case of the `published` layer is read as a dropped file of the name `file=NAME` (blanks written `_`);
//! below `>>>` stands one line a document: how its publication day is known, the day or "?", "certain" or
//! "likely" for an inferred one, the heaviest candidate behind "?".
//!
//! ```text
//! >>>
//! stated 2017-04-05
//! unknown ? 2017-04-06
//! ```
//!
//! A case of the `events` layer has below `>>>` one line an event: its time and how it is known, its scenes and how they
//! are known, its status, its figures, its title. A case of the `merged` layer is several documents, parted by a line
//! `+++`; below `>>>` stands one line a story that several tellings have: its time, how many tellings and documents,
//! and the rows of its claim table in which values differ.
//!
//! `UPDATE=1` rewrites the files, `CASES=word` runs the cases whose file or name holds the word,
//! `DATELINE_GAZETTEER` names another gazetteer file.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use dateline::analysis::{Analysis, DocumentAnalysis, Options, analyse};
use dateline::document::{Document, Language, PartKind, Split, TextKind, segment};
use dateline::dossier::{Aspect, Dossier, Member, Value, claims};
use dateline::gazetteer::Gazetteer;
use dateline::ingest::Source;
use dateline::span::Span;
use dateline::timex::Day;
use dateline::timex::anchor::AnchorSource;
use dateline::toponym::Role;

/// What a case compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Layers {
    dates: bool,
    places: bool,
    actors: bool,
    documents: bool,
    published: bool,
    events: bool,
    merged: bool,
}

impl Layers {
    /// Whether the expectation is a list below `>>>`.
    fn listed(self) -> bool {
        self.documents || self.published || self.events || self.merged
    }
}

/// One case as its file has it.
#[derive(Debug)]
struct Case {
    header: String,
    name: String,
    /// The file's name.
    file: String,
    options: Options,
    layers: Layers,
    /// The text, without carets.
    text: String,
    /// What the file says comes out: the text with carets, or the list below `>>>`.
    expected: String,
}

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("tests/cases is a folder")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no case files in {}", folder.display());
    let gazetteer = gazetteer();
    let update = std::env::var_os("UPDATE").is_some_and(|v| v == "1");
    let only = std::env::var("CASES").unwrap_or_default();
    let (mut count, mut failures) = (0, Vec::new());
    for path in files {
        let file = std::fs::read_to_string(&path).expect("a case file is UTF-8");
        let stem = path.file_stem().expect("a file name").to_string_lossy().into_owned();
        let (comment, cases) = parse(&file);
        let mut rewritten = comment;
        for case in cases {
            // who is a person hangs on the gazetteer's lists of names
            let blind = case.layers.actors && gazetteer.is_none();
            if blind || !stem.contains(&only) && !case.name.contains(&only) {
                let _ = write!(rewritten, "{}\n{}\n\n", case.header, case.expected.trim_end());
                continue;
            }
            count += 1;
            let actual = check(&case, gazetteer.as_ref());
            let _ = write!(rewritten, "{}\n{}\n\n", case.header, actual.trim_end());
            let wanted =
                if gazetteer.is_none() { without_places(&case.expected) } else { case.expected.clone() };
            if actual.trim_end() != wanted.trim_end() {
                failures.push(format!("{stem}: {}\n{}", case.header, diff(&wanted, &actual)));
            }
        }
        if update && rewritten.trim_end() != file.trim_end() {
            std::fs::write(&path, format!("{}\n", rewritten.trim_end()))
                .expect("the case file can be written");
        }
    }
    assert!(count > 0, "no case matches {only:?}");
    if !update {
        assert!(
            failures.is_empty(),
            "{} of {count} cases differ (- wanted, + found):\n\n{}",
            failures.len(),
            failures.join("\n")
        );
    }
}

/// Runs one case and writes what comes out the way the case file would.
fn check(case: &Case, gazetteer: Option<&Gazetteer>) -> String {
    if case.layers.documents {
        return format!("{}\n>>>\n{}", case.text, show_documents(&case.text));
    }
    let source = Source { name: case.file.clone(), modified: None };
    if case.layers.published {
        let analysis = analyse(&source, case.text.as_bytes(), &case.options, None, &mut |_| {});
        return format!("{}\n>>>\n{}", case.text, show_published(&analysis));
    }
    if case.layers.merged {
        return format!("{}\n>>>\n{}", case.text, show_merged(case, gazetteer));
    }
    let analysis = analyse(&source, case.text.as_bytes(), &case.options, gazetteer, &mut |_| {});
    if case.layers.events {
        return format!("{}\n>>>\n{}", case.text, show_events(&analysis));
    }
    assert_eq!(analysis.text.content, case.text, "a case is plain text");
    show_mentions(&analysis, case.layers)
}

fn gazetteer() -> Option<Gazetteer> {
    let path = std::env::var_os("DATELINE_GAZETTEER")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("data/gazetteer/core.bin"), PathBuf::from);
    let bytes = std::fs::read(path).ok()?;
    Some(Gazetteer::load(Cow::Owned(bytes)).expect("the gazetteer file is whole"))
}

fn parse(file: &str) -> (String, Vec<Case>) {
    let mut comment = String::new();
    let mut cases: Vec<(String, Vec<&str>)> = Vec::new();
    for line in file.split('\n') {
        if line.starts_with("--- ") {
            cases.push((line.to_owned(), Vec::new()));
        } else if let Some((_, lines)) = cases.last_mut() {
            lines.push(line);
        } else {
            let _ = writeln!(comment, "{line}");
        }
    }
    (comment, cases.into_iter().map(|(header, lines)| case(header, &lines)).collect())
}

fn case(header: String, lines: &[&str]) -> Case {
    let mut options = Options { split: Split::None, ..Options::default() };
    let mut layers = Layers { dates: true, places: true, ..Layers::default() };
    let mut file = "case.txt".to_owned();
    let mut name = Vec::new();
    for word in header[4..].split_whitespace() {
        match word.split_once('=') {
            Some(("anchor", day)) => {
                options.published =
                    Some(Day::from_iso(day).unwrap_or_else(|| panic!("{header}: no day {day}")));
            }
            Some(("language", "en")) => options.language = Some(Language::English),
            Some(("language", "de")) => options.language = Some(Language::German),
            Some(("file", given)) => file = given.replace('_', " "),
            Some(("kind", "news")) => options.kind = Some(TextKind::News),
            Some(("kind", "narrative")) => options.kind = Some(TextKind::Narrative),
            Some(("kind", "message")) => options.kind = Some(TextKind::Message),
            Some(("layers", list)) => {
                let has = |layer| list.split(',').any(|l| l == layer);
                layers = Layers {
                    dates: has("dates"),
                    places: has("places"),
                    actors: has("actors"),
                    documents: has("documents"),
                    published: has("published"),
                    events: has("events"),
                    merged: has("merged"),
                };
                assert!(layers != Layers::default(), "{header}: no layer in {list}");
            }
            Some(_) => panic!("{header}: {word} is not understood"),
            None => name.push(word),
        }
    }
    let end = lines.iter().rposition(|l| !l.trim().is_empty()).map_or(0, |i| i + 1);
    let lines = &lines[..end];
    let body = if layers.listed() { lines.split(|l| *l == ">>>").next().unwrap_or_default() } else { lines };
    let text: Vec<&str> = body.iter().copied().filter(|l| layers.listed() || !is_carets(l)).collect();
    if layers.published || layers.events || layers.merged {
        options.split = Split::Auto;
    }
    let expected = if layers.listed() { lines.join("\n") } else { sorted(lines).join("\n") };
    Case {
        header: header.clone(),
        name: name.join(" "),
        file,
        options,
        layers,
        text: text.join("\n"),
        expected,
    }
}

fn is_carets(line: &str) -> bool {
    let rest = line.trim_start();
    rest.starts_with('^') && rest.trim_start_matches('^').starts_with(' ')
}

/// Caret lines in the order the engine's are written, so that a person may list them in any.
fn sorted<'l>(lines: &[&'l str]) -> Vec<&'l str> {
    let mut out = lines.to_vec();
    for run in out.chunk_by_mut(|a, b| is_carets(a) && is_carets(b)) {
        run.sort_by_key(|l| (l.chars().take_while(|c| *c == ' ').count(), *l));
    }
    out
}

fn without_places(expected: &str) -> String {
    let keep = |l: &&str| !(is_carets(l) && l.contains("^ PLACE "));
    expected.split('\n').filter(keep).collect::<Vec<_>>().join("\n")
}

fn show_mentions(analysis: &Analysis, layers: Layers) -> String {
    let text = analysis.text.content.as_str();
    let mut labels: Vec<(Span, String)> =
        analysis.documents.iter().flat_map(|document| labels(document, layers)).collect();
    labels.sort();
    let mut out: Vec<String> = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        out.push(line.to_owned());
        let mut below: Vec<String> = Vec::new();
        for (span, label) in labels.iter().filter(|(span, _)| (start..end).contains(&span.start())) {
            let gap = text[start..span.start()].chars().count();
            let width = text[span.start()..span.end().min(end)].chars().count();
            below.push(format!("{}{} {label}", " ".repeat(gap), "^".repeat(width)));
        }
        below.sort_by_key(|l| (l.chars().take_while(|c| *c == ' ').count(), l.clone()));
        out.append(&mut below);
        start = end + 1;
    }
    out.join("\n")
}

fn labels(document: &DocumentAnalysis, layers: Layers) -> Vec<(Span, String)> {
    let mut out = Vec::new();
    for date in document.dates.iter().filter(|_| layers.dates) {
        let kind = name_of(&date.value.kind);
        let modifier = date.value.modifier.map(|m| format!(" {}", name_of(&m))).unwrap_or_default();
        out.push((date.span, format!("{kind} {}{modifier}", date.value.value)));
    }
    for mention in document.places.mentions.iter().filter(|_| layers.places) {
        let place = document.places.resolved(mention).map_or_else(
            || "?".to_owned(),
            |p| format!("{} {}", p.name, if p.country.is_empty() { "-" } else { &p.country }),
        );
        let role = match mention.role {
            Role::Literal => String::new(),
            role => format!(" {}", name_of(&role)),
        };
        out.push((mention.span, format!("PLACE {place}{role}")));
    }
    for actor in document.actors.iter().filter(|_| layers.actors) {
        let kind = name_of(&actor.kind).to_uppercase();
        let role = actor.role.as_ref().map(|role| format!(" ({role})"));
        for (number, span) in actor.mentions.iter().enumerate() {
            let role = role.as_deref().filter(|_| number == 0).unwrap_or_default();
            out.push((*span, format!("{kind} {}{role}", actor.name)));
        }
    }
    out
}

/// An enum's name as the exchange format writes it.
fn name_of(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).expect("a unit variant")
}

fn bounds(min: Option<f64>, max: Option<f64>) -> String {
    match (min, max) {
        (Some(low), Some(high)) if low.total_cmp(&high).is_eq() => format!("{low}"),
        (low, high) => {
            let end = |n: Option<f64>| n.map_or_else(String::new, |n| format!("{n:.0}"));
            format!("{}..{}", end(low), end(high))
        }
    }
}

fn show_events(analysis: &Analysis) -> String {
    let text = analysis.text.content.as_str();
    let mut out = String::new();
    for document in &analysis.documents {
        for event in &document.events {
            let name = |index: &u32| document.places.table[*index as usize].name.clone();
            let scenes: Vec<String> = event.scenes().iter().map(name).collect();
            let figures: Vec<String> = event
                .figures
                .iter()
                .map(|f| {
                    let source = f.source.map_or_else(String::new, |s| format!(" by {}", s.of(text)));
                    let as_of =
                        f.as_of.map_or_else(String::new, |day| format!(" as of {}", day.latest.iso()));
                    format!("{} {}{source}{as_of}", f.unit, bounds(f.min, f.max))
                })
                .collect();
            let scene = if scenes.is_empty() {
                "-".to_owned()
            } else {
                format!("{} {}", scenes.join(", "), name_of(&event.scene))
            };
            let said = if event.reporting { " saying" } else { "" };
            let figures = if figures.is_empty() { "-".to_owned() } else { figures.join(", ") };
            let _ = writeln!(
                out,
                "{} {} | {scene} | {}{said} | {figures} | {}",
                event.edtf,
                name_of(&event.dating),
                name_of(&event.status),
                event.title
            );
        }
    }
    out
}

fn show_merged(case: &Case, gazetteer: Option<&Gazetteer>) -> String {
    let texts: Vec<&str> = case.text.split("\n+++\n").collect();
    let members: Vec<Member<'_>> = texts
        .iter()
        .zip(1..)
        .map(|(text, number)| Member {
            source: Source { name: format!("{number}.txt"), modified: None },
            bytes: text.as_bytes(),
            options: case.options.clone(),
            folder: None,
        })
        .collect();
    let dossier = Dossier::read(&members, gazetteer);
    let mut out = String::new();
    for story in dossier.stories().filter(|story| story.tellings.len() > 1) {
        let dated = dossier.event(story.dated_by).map_or("", |event| event.edtf.as_str());
        let _ = writeln!(out, "{dated} | {} tellings, {} documents", story.tellings.len(), story.documents);
        for row in claims(&dossier, story).iter().filter(|row| row.differs()) {
            let values: Vec<String> =
                row.claims.iter().map(|claim| show_value(&dossier, &claim.value)).collect();
            let aspect = match &row.aspect {
                Aspect::Figure(unit) => unit.clone(),
                other => format!("{other:?}").to_lowercase(),
            };
            let verdict = format!("{:?}", row.verdict).to_lowercase();
            let _ = writeln!(out, "  {aspect} {}: {verdict}", values.join(" / "));
        }
    }
    if out.is_empty() { "nothing merged\n".to_owned() } else { out }
}

fn show_value(dossier: &Dossier, value: &Value) -> String {
    match value {
        Value::Range(min, max) => bounds(*min, *max),
        Value::When(when) => format!("{}..{}", when.earliest.iso(), when.latest.iso()),
        Value::Places(ids) => {
            let names: Vec<&str> = ids
                .iter()
                .filter_map(|id| dossier.tally().place(*id))
                .map(|entry| entry.place.name.as_str())
                .collect();
            names.join("+")
        }
        Value::Names(names) => names.join("+"),
        Value::Status(status) => name_of(status),
    }
}

fn show_published(analysis: &Analysis) -> String {
    let mut out = String::new();
    for document in &analysis.documents {
        let anchor = &document.published;
        let day = anchor.date.map(|date| date.earliest.iso());
        let first = anchor.candidates.first().map_or_else(String::new, |c| format!(" {}", c.day.iso()));
        let rest = match (anchor.how, &day) {
            (AnchorSource::Inferred, _) if anchor.certain() => " certain".to_owned(),
            (AnchorSource::Inferred, _) => " likely".to_owned(),
            (_, None) => first,
            _ => String::new(),
        };
        let _ = writeln!(out, "{} {}{rest}", name_of(&anchor.how), day.as_deref().unwrap_or("?"));
    }
    out
}

fn show_documents(text: &str) -> String {
    let mut out = String::new();
    for document in segment(text, Split::Auto, None) {
        out.push_str("document\n");
        for (index, part) in document.parts.iter().enumerate() {
            let _ = writeln!(out, "  {:<10} {}", name_of(&part.kind), show_part(text, &document, index));
        }
    }
    out
}

fn show_part(text: &str, document: &Document, part: usize) -> String {
    let mut out = String::new();
    let mut paragraph = None;
    for sentence in document.sentences.iter().filter(|s| s.part as usize == part) {
        match paragraph {
            Some(p) if p != sentence.paragraph => out.push_str(" ¶ "),
            Some(_) => out.push_str(" | "),
            None => {}
        }
        paragraph = Some(sentence.paragraph);
        out.push_str(&sentence.span.of(text).replace('\n', "⏎"));
    }
    out
}

/// The lines of both, unchanged ones around a change kept for orientation.
fn diff(wanted: &str, found: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) =
        (wanted.trim_end().split('\n').collect(), found.trim_end().split('\n').collect());
    // longest common subsequence; cases are short
    let mut best = vec![vec![0u32; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            best[i][j] =
                if a[i] == b[j] { best[i + 1][j + 1] + 1 } else { best[i + 1][j].max(best[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, String::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            let _ = writeln!(out, "  {}", a[i]);
            (i, j) = (i + 1, j + 1);
        } else if j >= b.len() || (i < a.len() && best[i + 1][j] >= best[i][j + 1]) {
            let _ = writeln!(out, "- {}", a[i]);
            i += 1;
        } else {
            let _ = writeln!(out, "+ {}", b[j]);
            j += 1;
        }
    }
    out
}

#[test]
fn the_harness_sees_a_missing_and_a_surplus_mention() {
    let diff = diff("a\n^ DATE 2017", "a\n^ DATE 2018");
    assert_eq!(diff, "  a\n- ^ DATE 2017\n+ ^ DATE 2018\n");
    let (_, cases) =
        parse("note\n--- one anchor=2017-04-26 layers=dates\nIt was May.\n       ^^^ DATE 2017-05\n");
    assert_eq!((cases[0].text.as_str(), cases[0].name.as_str()), ("It was May.", "one"));
    assert_eq!(cases[0].options.published, Day::from_iso("2017-04-26"));
}

/// What "try a sample" opens is cut as its README says.
#[test]
fn the_sample_is_eight_reports_and_one_chronicle() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample");
    let count = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).expect("the sample is UTF-8");
        let documents = segment(&text, Split::Auto, None);
        let datelines = documents
            .iter()
            .filter(|d| d.headline().is_some() && d.parts.iter().any(|p| p.kind == PartKind::Dateline))
            .count();
        (documents.len(), datelines)
    };
    assert_eq!(count("wire-bundle.txt"), (8, 8));
    assert_eq!(count("chronicle.txt"), (1, 0));
}
