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
    ] {
        let output = run(args, "");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(!output.stderr.is_empty(), "{args:?}");
    }
}
