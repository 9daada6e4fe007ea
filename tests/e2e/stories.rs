//! Events told several times: one row, what unfolds below it, and parting and joining by hand.

use crate::harness::Session;
use crate::steps::{FERRY, file};

/// Two reports of one fire, with tolls that cannot both be true.
const FIRE: [&str; 2] = [
    "By Ida Quill\n\nLEEDS, June 18, 2019 (Harbour Press) - A fire at a fireworks factory in Leeds killed 6 workers \
     on 17 June 2019, the police said.\n",
    "By Otto Fern\n\nLONDON, June 18, 2019 (Northern Post) - Twenty workers were killed in a fire at a fireworks \
     factory in Leeds on 17 June 2019.\n\nThe choir of Leeds sang in London on 2 May 2019.\n",
];

impl Session {
    /// The rows of the list, without what is unfolded below them.
    fn event_rows(&self) -> Vec<String> {
        let rows = "[...document.querySelectorAll('.event-row')].map((row) => row.textContent)";
        let rows = self.eval(&format!("JSON.stringify({rows})"));
        serde_json::from_str(rows.as_str().unwrap_or("[]")).unwrap_or_default()
    }

    fn until_rows(&self, what: &str, holds: impl Fn(&[String]) -> bool) {
        self.until(what, || holds(&self.event_rows()).then_some(()));
    }

    fn story(&self) -> String {
        let text = self.eval("document.querySelector('.story')?.textContent || ''");
        text.as_str().unwrap_or_default().to_owned()
    }

    fn press_in(&self, place: &str, name: &str) {
        self.until_tree(&format!("the button {name:?} in {place}"), |tree| {
            let within = tree.find("group", place).or_else(|| tree.find("list", place))?;
            let button =
                tree.below(within).into_iter().find(|n| n.role == "button" && n.name.contains(name))?;
            self.click(button);
            Some(())
        });
    }

    fn push_button(&self, name: &str) {
        self.until_tree(&format!("the button {name:?}"), |tree| {
            let button = tree.all("button").into_iter().find(|node| node.name.starts_with(name))?.clone();
            self.click(&button);
            Some(())
        });
    }

    fn open_fire(name: &str) -> Self {
        let session = Self::open("");
        session.drop_files(&[file(name, "one.txt", FIRE[0]), file(name, "two.txt", FIRE[1])]);
        session.counts_of(2);
        session.tab("Events");
        session.until_rows("two events", |rows| rows.len() == 2);
        session
    }
}

#[test]
fn a_story_shows_its_tellings_and_where_they_differ() {
    let session = Session::open_fire("story");
    let rows = session.event_rows();
    assert!(rows[1].contains("told in 2 documents") && rows[1].contains("disputed"), "{rows:?}");
    assert_eq!(session.headline().events, 2);
    session.push_button("1 disagreement");
    session.until("the story", || session.story().contains("Twenty workers were killed").then_some(()));
    let story = session.story();
    assert!(story.contains("2 tellings in 2 documents") && story.contains("told first"), "{story}");
    assert!(
        story.contains("Killed") && story.contains("contradiction") && story.contains("killed 6"),
        "{story}"
    );
    // a telling leads to its words
    session.press_in("Tellings", "Twenty workers");
    session.until_tree("the second report", |tree| {
        tree.text(tree.find("region", "Reader")?).contains("Otto Fern").then_some(())
    });
    session.shot("story");
    session.push_button("Tellings: A fire");
    session.until("the story folded", || session.story().is_empty().then_some(()));
    session.assert_private_and_quiet();
}

#[test]
fn stories_are_split_and_merged_by_hand_and_all_is_taken_back() {
    let session = Session::open_fire("split");
    session.push_button("1 disagreement");
    session.press_in("Tellings", "Not the same event");
    session.until_rows("the tellings apart", |rows| rows.len() == 3);
    session.until_true("no disagreement", "!document.querySelector('.disagreements')");
    // what was parted is offered again, a click away
    session.press_in("Perhaps the same event", "Merge");
    session.until_rows("the tellings together", |rows| rows.len() == 2);
    // what nothing connects is joined by choosing it in the list
    session.press_in("Story", "Merge with another");
    session.press_in("Events", "2 May 2019");
    session.until_rows("all in one", |rows| rows.len() == 1);
    for expected in [2, 3, 2] {
        session.push_button("Undo");
        session.until_rows("a step back", |rows| rows.len() == expected);
    }
    session.until_true("nothing to take back", "!document.body.textContent.includes('Undo')");
    session.assert_private_and_quiet();
}

#[test]
fn what_was_split_stays_split_after_a_reload() {
    let session = Session::open_fire("split-kept");
    session.push_button("1 disagreement");
    session.press_in("Tellings", "Not the same event");
    session.until_rows("the tellings apart", |rows| rows.len() == 3);
    // what was decided is kept behind the page's back, a moment later
    session.tab("Documents");
    session.tab("Events");
    session.tab.reload(false, None).expect("a reload");
    session.counts_of(2);
    session.until_rows("the tellings apart again", |rows| rows.len() == 3);
    session.push_button("Undo");
    session.until_rows("one story again", |rows| rows.len() == 2);
    session.assert_private_and_quiet();
}

#[test]
fn the_most_important_are_shown_alone() {
    let session = Session::open("");
    let more: String = (1..9).map(|day| format!("\nA gate was painted on {day} May 2019.\n")).collect();
    session.drop_files(&[file("importance", "ferry.txt", format!("{FERRY}{more}"))]);
    let all = session.counts_of(1).events;
    session.until_rows("all events", |rows| rows.len() == all);
    let slide = |to: usize| {
        session.eval(&format!(
            "(() => {{ const slider = document.querySelector('#importance'); slider.value = {to}; \
             slider.dispatchEvent(new Event('input', {{bubbles: true}})); }})()"
        ));
    };
    slide(0);
    session.until_rows("the five most important", |rows| {
        rows.len() == 5 && rows.iter().any(|row| row.contains("Ferry line to the islands"))
    });
    let marks = "[...document.querySelectorAll('.timeline .mark')].reduce((sum, mark) => \
                 sum + Number(mark.querySelector('.many-count')?.textContent || 1), 0)";
    session.until_true("the timeline shows no more", &format!("{marks} <= 5"));
    session.until_true("the address keeps it", "location.hash.includes('top=5')");
    slide(2);
    session.until_rows("all events again", |rows| rows.len() == all);
    session.assert_private_and_quiet();
}
