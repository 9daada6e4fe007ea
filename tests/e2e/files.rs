//! Every way in, and what is told of what cannot be read.

use crate::harness::Session;
use crate::steps::{BRIDGE, FERRY, file};
use headless_chrome::protocol::cdp::Browser::{GrantPermissions, PermissionType};
use headless_chrome::protocol::cdp::Input::{DispatchKeyEvent, DispatchKeyEventTypeOption};

#[test]
fn dropped_files_are_shown_everywhere() {
    let session = Session::open("");
    session.drop_files(&[file("drop", "ferry.txt", FERRY), file("drop", "bridge.txt", BRIDGE)]);
    let counts = session.counts_of(2);
    assert!(counts.events >= 5, "{counts:?}");
    assert!(counts.places >= 4, "{counts:?}");
    session.tab("Events");
    let events = session.items("Events");
    assert_eq!(events.len(), counts.events, "{events:?}");
    assert!(events.iter().any(|event| event.contains("6 May 2019")), "{events:?}");
    session.tab("Documents");
    let documents = session.items("Documents");
    assert_eq!(documents.len(), 2, "{documents:?}");
    assert!(documents.iter().any(|d| d.contains("Ferry line to the islands opens again")), "{documents:?}");
    session.tab("Places");
    let names: Vec<String> = session.until_tree("the tree of places", |tree| {
        let places = tree.find("tree", "Places")?;
        let rows = tree.below(places).into_iter().filter(|node| node.role == "treeitem");
        Some(rows.map(|row| tree.text(row)).collect())
    });
    for country in ["Portugal", "Austria", "Spain", "Hungary"] {
        assert!(names.iter().any(|name| name.contains(country)), "{country} in {names:?}");
    }
    for region in ["Timeline", "Map", "Reader"] {
        session.element("region", region);
    }
    session.shot("dropped");
    session.assert_private_and_quiet();
}

#[test]
fn chosen_files_add_to_those_that_are_open() {
    let session = Session::open("");
    let choose = |name: &str, text: &str| {
        let path = file("choose", name, text).display().to_string();
        let input = session.tab.wait_for_element("#file-input").expect("the file input");
        input.set_input_files(&[&path]).expect("a file chosen");
    };
    choose("ferry.txt", FERRY);
    let one = session.counts_of(1);
    choose("bridge.txt", BRIDGE);
    let two = session.counts_of(2);
    assert!(two.events > one.events, "{one:?} {two:?}");
    session.assert_private_and_quiet();
}

#[test]
fn pasted_text_is_read() {
    let session = Session::open("");
    let permissions = vec![PermissionType::ClipboardReadWrite, PermissionType::ClipboardSanitizedWrite];
    crate::harness::call(
        &session.tab,
        GrantPermissions { permissions, origin: None, browser_context_id: None },
    );
    let text = serde_json::to_string(BRIDGE).expect("a string");
    session.eval(&format!("navigator.clipboard.writeText({text})"));
    for step in [DispatchKeyEventTypeOption::RawKeyDown, DispatchKeyEventTypeOption::KeyUp] {
        let commands =
            matches!(step, DispatchKeyEventTypeOption::RawKeyDown).then(|| vec!["paste".to_owned()]);
        crate::harness::call(
            &session.tab,
            DispatchKeyEvent {
                Type: step,
                // Ctrl
                modifiers: Some(2),
                key: Some("v".to_owned()),
                code: Some("KeyV".to_owned()),
                windows_virtual_key_code: Some(86),
                native_virtual_key_code: Some(86),
                commands,
                timestamp: None,
                text: None,
                unmodified_text: None,
                key_identifier: None,
                auto_repeat: None,
                is_keypad: None,
                is_system_key: None,
                location: None,
            },
        );
    }
    let counts = session.counts_of(1);
    assert!(counts.events >= 2, "{counts:?}");
    session.assert_private_and_quiet();
}

#[test]
fn the_sample_is_a_chronology_of_its_own() {
    let session = Session::open("");
    session.click(&session.element("button", "Try a sample"));
    let counts = session.until("all of the sample", || Some(session.counts()).filter(|c| c.documents >= 7));
    assert!(counts.events >= 20 && counts.places >= 20, "{counts:?}");
    session.tab("Documents");
    let documents = session.items("Documents");
    assert!(documents.iter().any(|d| d.contains("The Drift of the Endurance")), "{documents:?}");
    session.shot("sample");
    session.assert_private_and_quiet();
}

#[test]
fn what_cannot_be_read_gets_one_line_and_nothing_else_is_lost() {
    let session = Session::open("");
    let binary: Vec<u8> =
        b"\x7fELF\x02\x01\x01".iter().copied().chain((0..4000).map(|n| (n % 7) as u8)).collect();
    session.drop_files(&[
        file("bad", "program.bin", binary),
        file("bad", "ferry.txt", FERRY),
        file("bad", "nothing.txt", ""),
    ]);
    let counts = session.counts_of(1);
    assert!(counts.events >= 4, "{counts:?}");
    let lines = session.until("a line for each", || Some(session.alerts()).filter(|lines| lines.len() >= 2));
    assert_eq!(lines.len(), 2, "{lines:?}");
    for name in ["program.bin", "nothing.txt"] {
        assert_eq!(lines.iter().filter(|line| line.contains(name)).count(), 1, "{name} in {lines:?}");
    }
    session.shot("bad-files");
    let dismiss = session.element("button", "Dismiss");
    session.click(&dismiss);
    session.until("one line less", || (session.alerts().len() == 1).then_some(()));
    assert_eq!(session.counts(), counts);
    session.assert_private_and_quiet();
}
