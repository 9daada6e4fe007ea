//! Nothing leaves: the policy refuses it, and a trap behind the browser's proxy sees that it does.

use crate::harness::Session;
use crate::steps::{FERRY, file};
use serde_json::Value;

/// A host that is not this one; it never has to exist.
const OUTSIDE: &str = "http://outside.example/";

#[test]
fn the_policy_refuses_what_would_leave() {
    let session = Session::open("");
    session.drop_files(&[file("privacy", "ferry.txt", FERRY)]);
    session.counts_of(1);
    let tried = [
        format!("fetch('{OUTSIDE}').then(() => 'left', () => 'refused')"),
        format!("new Promise(told => {{ const image = new Image(); image.onload = () => told('left'); image.onerror = () => told('refused'); image.src = '{OUTSIDE}a.png'; }})"),
        format!("import('{OUTSIDE}a.js').then(() => 'left', () => 'refused')"),
        "new Promise(told => { const script = document.createElement('script'); script.text = 'window.inline = 1'; document.head.append(script); told(window.inline ? 'ran' : 'refused'); })".to_owned(),
    ];
    for attempt in &tried {
        assert_eq!(session.eval(attempt), Value::from("refused"), "{attempt}");
    }
    session.until("a refusal of each in the console", || {
        let refusals =
            session.problems.lines().iter().filter(|line| line.contains("Content Security Policy")).count();
        (refusals >= tried.len()).then_some(())
    });
    let caught = session.trap.caught.lines();
    assert!(caught.is_empty(), "{caught:?}");
}

#[test]
fn the_trap_catches_what_leaves() {
    let session = Session::open("");
    // a navigation by hand is outside the page's policy: the other tests' empty traps mean something
    let answer = session.tab.navigate_to(OUTSIDE);
    assert!(answer.is_err(), "a host that does not exist answers");
    session.until("something in the trap", || {
        session.trap.caught.lines().iter().any(|line| line.contains("outside.example")).then_some(())
    });
}
