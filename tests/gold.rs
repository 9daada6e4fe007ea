//! Measures against the development sets, where `DATELINE_GOLD` names their folder. They are not
//! part of the project, so nothing runs without the variable; each test says how much it checked.
//! The floors below are what has been reached, a little rounded down: a change may raise them, never lower.
#![cfg(feature = "score")]
#![allow(clippy::print_stdout, reason = "the count of checks is the point")]

use dateline::analysis::{Options, analyse};
use dateline::document::{Document, PartKind, Split, segment};
use dateline::dossier::{Aspect, Dossier, FileId, Story, Verdict, claims};
use dateline::gazetteer::Gazetteer;
use dateline::ingest::Source;
use dateline::score::phenomenon::Tally;
use dateline::score::sets::{self, TimeSet};
use dateline::score::{self, GoldDocument, published, time};
use dateline::span::{CodePoints, Span};
use serde_json::Value;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

fn gold() -> Option<PathBuf> {
    let folder = std::env::var_os("DATELINE_GOLD").map(PathBuf::from);
    if folder.is_none() {
        println!("gold: 0 checks (DATELINE_GOLD is not set)");
    }
    folder
}

fn lines(path: PathBuf) -> Vec<Value> {
    let file = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    file.lines().map(|line| serde_json::from_str(line).expect("one JSON object a line")).collect()
}

/// Compares code point offsets of one text.
struct Ruler<'t> {
    points: CodePoints<'t>,
}

impl Ruler<'_> {
    fn of(&mut self, span: Span) -> (u64, u64) {
        let start = self.points.at(span.start()) as u64;
        (start, self.points.at(span.end()) as u64)
    }

    fn parts(&mut self, document: &Document, kinds: &[PartKind]) -> Vec<(u64, u64)> {
        document.parts.iter().filter(|p| kinds.contains(&p.kind)).map(|p| self.of(p.span)).collect()
    }
}

fn pair(truth: &Value, start: &str, end: &str) -> Vec<(u64, u64)> {
    match (truth[start].as_u64(), truth[end].as_u64()) {
        (Some(start), Some(end)) => vec![(start, end)],
        _ => Vec::new(),
    }
}

fn span(value: &Value) -> (u64, u64) {
    (value[0].as_u64().expect("an offset"), value[1].as_u64().expect("an offset"))
}

/// The sample bundle of ten reports: all cut, and five of them exact in every labelled part.
#[test]
fn documents_of_the_bundle() {
    let Some(folder) = gold() else { return };
    let bundle = folder.join("../samples/reuters-2017-04.txt");
    let text = std::fs::read_to_string(&bundle).unwrap_or_else(|e| panic!("{}: {e}", bundle.display()));
    let documents = segment(&text, Split::Auto, None);
    let mut ruler = Ruler { points: CodePoints::new(&text) };
    let mut checks = 1;
    assert_eq!(documents.len(), 10);
    for truth in lines(folder.join("seed/documents.jsonl")) {
        let n = usize::try_from(truth["n"].as_u64().expect("a number")).expect("small");
        let document = &documents[n - 1];
        let file_photo = truth["caption_is_file_photo"].as_bool() == Some(true);
        let caption = if file_photo { PartKind::FilePhoto } else { PartKind::Caption };
        let subheads: Vec<_> = truth["subhead_spans"].as_array().expect("a list").iter().map(span).collect();
        let correction: Vec<_> = truth["correction_span"]
            .as_array()
            .map(|_| span(&truth["correction_span"]))
            .into_iter()
            .collect();
        let wanted = [
            ("document", pair(&truth, "start", "end"), vec![ruler.of(document.span)]),
            (
                "headline",
                pair(&truth, "headline_start", "headline_end"),
                ruler.parts(document, &[PartKind::Headline]),
            ),
            ("caption", pair(&truth, "caption_start", "caption_end"), ruler.parts(document, &[caption])),
            (
                "dateline",
                pair(&truth, "dateline_start", "dateline_end"),
                ruler.parts(document, &[PartKind::Dateline]),
            ),
            ("subheads", subheads, ruler.parts(document, &[PartKind::Subhead])),
            (
                "credits",
                pair(&truth, "credits_start", "credits_end"),
                ruler.parts(document, &[PartKind::Credits]),
            ),
            ("correction", correction, ruler.parts(document, &[PartKind::Correction])),
        ];
        for (what, wanted, found) in wanted {
            assert_eq!(wanted, found, "article {n}: {what}");
            checks += 1;
        }
        let bylines: Vec<&str> =
            document.parts.iter().filter(|p| p.kind == PartKind::Byline).map(|p| p.span.of(&text)).collect();
        assert_eq!(
            truth["byline_text"].as_str().into_iter().collect::<Vec<_>>(),
            bylines,
            "article {n}: byline"
        );
        let body = document.parts.iter().find(|p| p.kind == PartKind::Body).expect("a body");
        assert_eq!(truth["body_start"].as_u64(), Some(ruler.of(body.span).0), "article {n}: body");
        checks += 2;
    }
    println!("gold: {checks} checks of the bundle's documents");
}

/// Every document of the other sets is one document and stays one.
#[test]
fn single_documents_stay_whole() {
    let Some(folder) = gold() else { return };
    let sets = [
        "time/timebank",
        "time/aquaint",
        "time/wikiwars_dev",
        "time/tweets_train",
        "time/de_krauts_diezeit",
        "time/de_krauts_dolomiten-100",
        "places/LGL_dev",
        "places/GWN_dev",
        "places/TUD_dev",
    ];
    let (mut checks, mut cut) = (0, Vec::new());
    for set in sets {
        for line in lines(folder.join(format!("{set}.jsonl"))) {
            let text = line["text"].as_str().expect("a text");
            checks += 1;
            if segment(text, Split::Auto, None).len() != 1 {
                cut.push(format!("{set} {}", line["id"]));
            }
        }
    }
    println!("gold: {checks} single documents, {} cut: {cut:?}", cut.len());
    assert!(cut.is_empty());
}

/// The documents of a set, every line of which must be readable.
fn documents(folder: &Path, files: &[&str]) -> Vec<GoldDocument> {
    let read = |file: &&str| {
        let path = folder.join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let (documents, complaints) = score::read::<GoldDocument>(&text);
        assert!(complaints.is_empty(), "{file}: {complaints:?}");
        documents
    };
    files.iter().flat_map(read).collect()
}

fn named(name: &str) -> &'static TimeSet {
    sets::TIME.iter().find(|set| set.name == name).expect("a set of that name")
}

/// What a set reaches at least: F1 of strict and relaxed spans, of values and of calendar dates, in points.
const FLOORS: [(&str, [f64; 4]); 5] = [
    ("news", [89.0, 94.3, 81.7, 90.2]),
    ("wikiwars", [90.8, 97.0, 90.8, 94.5]),
    ("tweets", [90.5, 95.3, 74.8, 80.8]),
    ("diezeit", [81.7, 89.0, 74.5, 82.0]),
    ("dolomiten", [80.5, 89.9, 77.2, 87.0]),
];

#[test]
fn dates_reach_their_floors() {
    let Some(folder) = gold() else { return };
    let (mut checks, mut below) = (0, Vec::new());
    for (name, floors) in FLOORS {
        let set = named(name);
        let (mut counts, mut tally) = (time::Counts::default(), Tally::default());
        for document in documents(&folder, set.files) {
            counts.add(&sets::time(&document, set, &mut tally));
        }
        let reached = [counts.strict(), counts.relaxed(), counts.value(), counts.calendar()];
        for ((measure, reached), floor) in
            ["strict", "relaxed", "value", "calendar"].into_iter().zip(reached).zip(floors)
        {
            let points = 100.0 * reached.f1;
            println!("{name} {measure}: {points:.2}, at least {floor}");
            checks += 1;
            if points < floor {
                below.push(format!("{name} {measure} {points:.2} < {floor}"));
            }
        }
    }
    println!("gold: {checks} floors of dates");
    assert!(below.is_empty(), "{below:?}");
}

/// A publication day told from the text alone and marked certain is right to the day.
#[test]
fn publication_days_are_certain_only_when_right() {
    let Some(folder) = gold() else { return };
    let mut days = published::Counts::default();
    for document in documents(&folder, named("news").files) {
        days.add(&sets::published(&document).expect("every report of the set has its day"));
    }
    println!("gold: {} publication days from the text alone: {days:?}", days.documents);
    assert!(days.certain == 0 || days.precision() >= 0.95, "{days:?}");
}

/// The sample bundle as a user drops it: every known publication day is on top, every date that is counted
/// from it is right.
#[test]
fn the_bundle_is_dated() {
    let Some(folder) = gold() else { return };
    let read = |path: &str| std::fs::read_to_string(folder.join(path)).expect("the bundle and its truth");
    let (documents, complaints) = score::read(&read(sets::BUNDLE.documents));
    let (expressions, more) = score::read(&read(sets::BUNDLE.timexes));
    assert!(complaints.is_empty() && more.is_empty(), "{complaints:?} {more:?}");
    let counts = sets::bundle(&read(sets::BUNDLE.text), &documents, &expressions);
    println!(
        "gold: {} publication days and {} dates of the bundle",
        counts.published.documents, counts.times.gold
    );
    assert_eq!(counts.cut, 10);
    assert_eq!(counts.published.ranked[0], documents.len(), "{:?}", counts.published);
    assert_eq!(counts.published.right, counts.published.certain, "{:?}", counts.published);
    assert!(counts.times.calendar().f1 > 0.95, "{:?}", counts.times);
}

/// Both tiers of the place data.
fn gazetteer() -> Gazetteer {
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/gazetteer").join(name);
        Cow::Owned(std::fs::read(path).expect("the place data"))
    };
    let mut gazetteer = Gazetteer::load(read("core.bin")).expect("the first tier is whole");
    gazetteer.extend(read("full.bin")).expect("the second tier is whole");
    gazetteer
}

/// The events of the bundle that are known are found with the right date and scene, and little is shown beyond.
#[test]
fn the_bundle_tells_its_events() {
    let Some(folder) = gold() else { return };
    let read = |path: &str| std::fs::read_to_string(folder.join(path)).expect("the bundle and its truth");
    let (events, complaints) = score::read(&read(sets::BUNDLE.events));
    let (points, more) = score::read(&read(sets::BUNDLE.places));
    assert!(complaints.is_empty() && more.is_empty(), "{complaints:?} {more:?}");
    let counts = sets::bundled_events(&read(sets::BUNDLE.text), &events, &points, &gazetteer());
    println!(
        "gold: {} events: importance 3 {:.3}, all {:.3}, shown {:.3}",
        events.len(),
        counts.recall(3),
        counts.recall(1),
        counts.precision()
    );
    assert!(counts.recall(3) >= 0.9, "{:#?}", counts.missed);
    assert!(counts.recall(1) >= 0.8, "{:#?}", counts.missed);
    assert!(counts.precision() >= 0.75, "{:#?}", counts.extra);
}

/// What several reports of the bundle tell is one event: the stories that reach over documents, by the words that
/// tell them.
#[test]
fn the_bundle_tells_each_event_once() {
    let Some(folder) = gold() else { return };
    let text = std::fs::read(folder.join(sets::BUNDLE.text)).expect("the bundle");
    let source = Source { name: "bundle.txt".into(), modified: None };
    let gazetteer = gazetteer();
    let mut dossier = Dossier::default();
    dossier.insert(FileId(0), analyse(&source, &text, &Options::default(), Some(&gazetteer), &mut |_| {}));
    let content = dossier.file(FileId(0)).expect("the file").text.content.clone();
    let told = |story: &Story, document: u32, word: &str| {
        story.tellings.iter().any(|id| {
            let event = dossier.event(*id).expect("a telling is an event");
            id.document.document + 1 == document && event.clause.of(&content).contains(word)
        })
    };
    for story in dossier.stories().filter(|story| story.documents > 1) {
        println!("{} documents", story.documents);
        for id in &story.tellings {
            let event = dossier.event(*id).expect("a telling is an event");
            println!("  {} {} {}", id.document.document + 1, event.edtf, event.title);
        }
    }
    let one = |tellings: &[(u32, &str)]| {
        let stories = dossier.stories();
        let holding =
            stories.filter(|story| tellings.iter().all(|(document, word)| told(story, *document, word)));
        assert_eq!(holding.count(), 1, "{tellings:?}");
    };
    one(&[(2, "sarin"), (10, "April 4 attack")]);
    one(&[(2, "cruise missile"), (5, "missile strike"), (10, "cruise missiles")]);
    one(&[(4, "bombed"), (6, "at least 20")]);
    let strike = dossier.stories().find(|story| told(story, 4, "bombed")).expect("the strikes are told");
    let rows = claims(&dossier, strike);
    let killed = rows.iter().find(|row| row.aspect == Aspect::Figure("killed".into())).expect("figures");
    assert!(killed.claims.len() > 1 && killed.verdict == Verdict::Compatible, "{killed:?}");
}
