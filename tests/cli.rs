//! The command line as a user meets it: exit codes, streams, offsets.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn run(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // a command that refuses its arguments closes its input early
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    child.wait_with_output().expect("the command ends")
}

fn objects(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("the output is text");
    text.lines().map(|line| serde_json::from_str(line).expect("every line is an object")).collect()
}

fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("the folder for tests is writable");
    path
}

fn dates(document: &Value) -> Vec<(String, String)> {
    let timexes = document["timexes"].as_array().expect("timexes");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    timexes.iter().map(|t| (text(&t["text"]), text(&t["value"]))).collect()
}

#[test]
fn a_text_from_standard_input_is_one_object() {
    let output = run(&["extract", "--published", "2017-04-26", "-"], "The bridge was closed on Tuesday.\n");
    assert_eq!(output.status.code(), Some(0));
    let all = objects(&output);
    assert_eq!(all.len(), 1);
    assert_eq!(dates(&all[0]), [("Tuesday".to_owned(), "2017-04-25".to_owned())]);
    for field in
        ["id", "source", "span", "parts", "published", "kind", "timexes", "places", "actors", "events"]
    {
        assert!(!all[0][field].is_null(), "{field} is missing");
    }
}

#[test]
fn offsets_count_code_points() {
    let text = "Ünïcödé — the fair in Köln opened on 3 May 2016.";
    let output = run(&["extract", "-"], text);
    let all = objects(&output);
    let date = &all[0]["timexes"][0];
    let (start, end) = (date["start"].as_u64().expect("a number"), date["end"].as_u64().expect("a number"));
    let words: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
    assert_eq!((words.as_str(), date["text"].as_str()), ("3 May 2016", Some("3 May 2016")));
}

#[test]
fn lines_keep_their_ids_and_their_days() {
    let lines = concat!(
        r#"{"id": "b", "text": "It rained yesterday.", "dct": "2001-03-01"}"#,
        "\n",
        r#"{"id": "a", "text": "It rained yesterday.", "dct": "1999-12-31"}"#,
        "\n",
    );
    let path = file("lines.jsonl", lines.as_bytes());
    let output = run(&["extract", "--jsonl", path.to_str().expect("a plain path")], "");
    let found: Vec<_> = objects(&output)
        .iter()
        .map(|d| (d["id"].as_str().unwrap_or_default().to_owned(), dates(d)[0].1.clone()))
        .collect();
    let pair = |id: &str, value: &str| (id.to_owned(), value.to_owned());
    assert_eq!(found, [pair("b", "2001-02-28"), pair("a", "1999-12-30")]);
}

#[test]
fn bad_input_is_named_and_the_rest_is_read() {
    let good = file("good.txt", b"The dam broke on 5 June 1976.\n");
    let binary = file("picture.png", &[0x89, b'P', b'N', b'G', 0, 0, 1, 2, 3]);
    let output = run(
        &["extract", "no-such-file.txt", binary.to_str().expect("a path"), good.to_str().expect("a path")],
        "",
    );
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(errors.contains("no-such-file.txt") && errors.contains("picture.png"), "{errors}");
    assert!(!errors.contains("good.txt"), "{errors}");
    assert!(objects(&output).iter().any(|d| dates(d).iter().any(|(_, value)| value == "1976-06-05")));
}

#[test]
fn wrong_usage_is_two() {
    for args in [
        &[][..],
        &["extract"],
        &["extract", "--published", "yesterday", "-"],
        &["extract", "--kind", "poem", "-"],
        &["conjure"],
        &["report", "somewhere", "--set", "nowhere"],
    ] {
        let output = run(args, "");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(!output.stderr.is_empty(), "{args:?}");
    }
}

/// A folder of sets: `time/tweets_train.jsonl` with the given lines.
fn gold(name: &str, lines: &[&str]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(folder.join("time")).expect("the folder for tests is writable");
    let text = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    std::fs::write(folder.join("time/tweets_train.jsonl"), text).expect("the folder for tests is writable");
    folder
}

/// One right, one with a wrong value in the gold, one that is not annotated.
const RIGHT: &str = r#"{"id": 1, "dct": "2001-03-01", "text": "It rained yesterday.",
    "timexes": [{"start": 10, "end": 19, "text": "yesterday", "type": "DATE", "value": "2001-02-28"}]}"#;
const WRONG: &str = r#"{"id": "b", "dct": "2001-03-01", "text": "It snowed on 3 May 1999 and in June 1999.",
    "timexes": [{"start": 13, "end": 23, "text": "3 May 1999", "type": "DATE", "value": "1999-05-04"}]}"#;

fn report(folder: &std::path::Path, options: &[&str]) -> (Option<i32>, String, String) {
    let folder = folder.to_str().expect("a plain path");
    let output = run(&[&["report", folder, "--time"], options].concat(), "");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_report_scores_the_sets_that_are_there() {
    let lines = [RIGHT, WRONG].map(|line| line.replace('\n', " "));
    let folder = gold("report", &[&lines[0], &lines[1]]);
    let (code, shown, complaints) = report(&folder, &[]);
    assert_eq!(code, Some(0), "{complaints}");
    let row = shown.lines().find(|line| line.starts_with("short messages")).expect("a row of the set");
    let figures: Vec<&str> = row["short messages".len()..].split_whitespace().take(7).collect();
    // two of two found, three given: strict and relaxed F1 4/5, one value of them right: 2/5
    assert_eq!(figures[..3], ["2", "2", "3"]);
    assert_eq!(figures[3..], ["80.0", "80.0", "80.0", "40.00"]);
    assert!(complaints.contains("time/timebank.jsonl is not there"), "{complaints}");
    assert!(!shown.contains("It snowed"), "no words of a set unless they are asked for");
    let (_, shown, _) = report(&folder, &["--set", "tweets", "--errors", "5"]);
    assert!(shown.contains("1999-05-03 for 1999-05-04") && shown.contains("[June 1999]"), "{shown}");
}

#[test]
fn a_report_names_a_broken_line_and_goes_on() {
    let folder = gold("report-broken", &[&RIGHT.replace('\n', " "), "{\"id\": 2, \"text\": "]);
    let (code, shown, complaints) = report(&folder, &["--set", "tweets"]);
    assert_eq!(code, Some(1));
    let lines: Vec<&str> = complaints.lines().collect();
    assert_eq!(lines.len(), 1, "{complaints}");
    assert!(lines[0].contains("time/tweets_train.jsonl: line 2: "), "{complaints}");
    assert!(shown.contains("100.00"), "the other line is scored: {shown}");
}

#[test]
fn a_report_writes_its_tables_between_the_marks() {
    let lines = [RIGHT, WRONG].map(|line| line.replace('\n', " "));
    let folder = gold("report-markdown", &[&lines[0], &lines[1]]);
    let marks = ["<!-- dateline report -->", "<!-- end of dateline report -->"];
    let page =
        file("accuracy.md", format!("Before.\n{}\nstale\n{}\nAfter.\n", marks[0], marks[1]).as_bytes());
    let path = page.to_str().expect("a plain path");
    for _ in 0..2 {
        let (code, shown, complaints) = report(&folder, &["--set", "tweets", "--markdown", path]);
        assert_eq!((code, shown.as_str(), complaints.as_str()), (Some(0), "", ""));
    }
    let text = std::fs::read_to_string(&page).expect("the page");
    assert!(
        text.starts_with("Before.\n") && text.ends_with("\nAfter.\n") && !text.contains("stale"),
        "{text}"
    );
    assert!(
        text.contains("| short messages | 2 | 80.0 | 80.0 | 80.0 | 40.0 (") && !text.contains("June"),
        "{text}"
    );
    let bare = file("bare.md", b"No marks.\n");
    let (code, _, complaints) =
        report(&folder, &["--set", "tweets", "--markdown", bare.to_str().expect("a plain path")]);
    assert_eq!(code, Some(1));
    assert!(complaints.contains("bare.md"), "{complaints}");
}

#[test]
fn a_report_on_nothing_fails() {
    let empty = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("no-sets");
    let (code, shown, complaints) = report(&empty, &[]);
    assert_eq!((code, shown.as_str()), (Some(1), ""));
    assert!(
        complaints.lines().last().is_some_and(|line| line.contains("no set to report on")),
        "{complaints}"
    );
}

#[test]
fn several_files_become_one_chronology() {
    let first = file("later.txt", b"The mill burned on 4 May 1848.");
    let second = file("earlier.txt", b"The mill opened on 3 March 1847.");
    let names = [first, second].map(|path| path.to_str().expect("a plain path").to_owned());
    let output = run(&["extract", "--format", "csv", &names[0], &names[1]], "");
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).expect("the output is text");
    let dates: Vec<&str> = text.lines().map(|line| line.split(',').next().unwrap_or_default()).collect();
    assert_eq!(dates, ["\u{feff}date_edtf", "1847-03-03", "1848-05-04"]);
}

/// The country and division of the first place of each document.
fn first_places(output: &Output) -> Vec<String> {
    let place = |document: &Value| document["places"][0]["admin1"].as_str().unwrap_or_default().to_owned();
    objects(output).iter().map(place).collect()
}

#[test]
fn files_of_a_folder_say_which_namesake_is_meant() {
    let local = [
        "Crews cleared the road between Montgomery, Alabama, and Selma on Tuesday.",
        "The library in Tuscaloosa, Alabama, is to close. Readers drove to Huntsville, Alabama.",
        "Schools in Mobile, Alabama, and Montgomery, Alabama, stay shut.",
    ];
    let open = "Nobody was hurt when a barn burnt down near Birmingham on Monday.";
    let texts: Vec<&str> = std::iter::once(open).chain(local).collect();
    let paths: Vec<String> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| file(&format!("barn-{at}.txt"), text.as_bytes()).display().to_string())
        .collect();
    let with = |before: &[&str]| {
        let all: Vec<&str> = before.iter().copied().chain(paths.iter().map(String::as_str)).collect();
        first_places(&run(&all, ""))
    };
    assert_eq!(with(&["extract", "--alone"])[0], "England");
    assert_eq!(with(&["extract"])[0], "Alabama");
    let all: Vec<&str> = std::iter::once("extract").chain(paths.iter().map(String::as_str)).collect();
    let birmingham = &objects(&run(&all, ""))[0]["places"][0];
    let said = birmingham["why"].as_str().unwrap_or_default();
    assert!(said.starts_with("Other documents of this folder"), "{said}");
    assert!(birmingham["alternatives"].as_array().is_some_and(|lost| !lost.is_empty()), "what lost stays");
    // lines of one folder are read as its files
    let line = |at: usize, text: &str, paper: &str| {
        serde_json::json!({ "id": at, "text": text, "paper": paper }).to_string()
    };
    let lines = |paper: &dyn Fn(usize) -> &'static str| {
        let lines: Vec<String> =
            texts.iter().enumerate().map(|(at, text)| line(at, text, paper(at))).collect();
        first_places(&run(&["extract", "--jsonl", "--folder", "paper", "-"], &lines.join("\n")))
    };
    assert_eq!(lines(&|_| "one")[0], "Alabama");
    assert_eq!(lines(&|at| if at == 0 { "another" } else { "one" })[0], "England");
}
