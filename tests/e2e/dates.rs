//! What a date says of itself, and what happens when its reader knows better.

use crate::ax::Tree;
use crate::harness::Session;
use crate::steps::{card, file};

/// A report that does not say when it was published, with a day the calendar does not have.
const HARBOUR: &str = "\
Harbour works delayed again

By Ida Quill

LISBON (Harbour Press) - The harbour office said today that the new pier would not open soon. Divers had
found a crack on May 9, 2018. Two days later the cranes were sent away.

The committee met on 31 February 2016, as its record has it, and again in early June 2017.
";

/// A chronicle.
const SIEGE: &str = "\
The siege of the castle

In March 1431 the duke crossed the river with four thousand men. On 6 April 1431 the town opened its
gates. Three days later the castle was surrounded. In June the walls fell. On 3 October 1433 the duke
died, and on 11 May 1434 his son took the throne.
";

impl Session {
    /// The publication days on offer, as they are called.
    fn offered(&self) -> Vec<String> {
        self.until_tree("publication days on offer", |tree| {
            let group = tree.find("group", "Possible publication days")?;
            let days = tree.below(group).into_iter().filter(|n| n.role == "button");
            let days: Vec<String> = days.map(|n| n.name.clone()).collect();
            (days.len() > 1).then_some(days)
        })
    }
}

fn details(tree: &Tree) -> Option<String> {
    tree.find("region", "About this document").map(|region| tree.text(region))
}

#[test]
fn a_date_says_what_it_is_and_what_it_was_counted_from() {
    let session = Session::open("");
    session.drop_files(&[file("dates", "harbour.txt", HARBOUR)]);
    session.counts_of(1);
    let refused = session.ask("31 February 2016");
    assert!(refused.contains("There is no day 31"), "{refused}");
    let early = session.ask("early June 2017");
    for part in ["its early part", "START", "2017-06", "between 1 Jun 2017 and"] {
        assert!(early.contains(part), "{part} in {early}");
    }
    let later = session.ask("Two days later");
    assert!(later.contains("11 May 2018") && later.contains("counted from “May 9, 2018”"), "{later}");
    session.click(&session.element("button", "Show what it was counted from"));
    session.until_tree("the card of the earlier date", |tree| {
        card(tree).filter(|card| card.contains("Wednesday 9 May 2018"))
    });
    session.click(&session.element("button", "About this document"));
    let check = session.until_tree("the dates to check", |tree| {
        tree.find("list", "Dates to check").map(|list| tree.text(list))
    });
    assert!(check.contains("31 February 2016"), "{check}");
    let documents = session.items("Documents");
    assert!(documents[0].contains("1 to check"), "{documents:?}");
    session.shot("dates");
    session.assert_private_and_quiet();
}

#[test]
fn a_publication_day_is_chosen_and_every_date_that_hangs_on_it_follows() {
    let session = Session::open("");
    session.drop_files(&[file("chosen", "harbour.txt", HARBOUR)]);
    session.counts_of(1);
    session.tab("Documents");
    session.click(&session.element("button", "About this document"));
    let offered = session.offered();
    for choice in &offered[..2] {
        session.click(&session.element("button", choice));
        session.until_tree("what was decided", |tree| {
            details(tree).filter(|details| details.contains("set by you"))
        });
        // "Wednesday 16 May 2018 19 %"
        let day = choice.split(" 20").next().unwrap_or_default();
        session.until("today is that day", || Some(()).filter(|()| session.ask("today").contains(day)));
        assert_eq!(session.offered(), offered, "the other days can still be chosen");
    }
    session.click(&session.element("button", "Back to what was found"));
    session
        .until_tree("what was found", |tree| details(tree).filter(|details| !details.contains("set by you")));
    session.assert_private_and_quiet();
}

#[test]
fn the_kind_of_text_is_detected_shown_and_overridden() {
    let session = Session::open("");
    session.drop_files(&[file("kinds", "siege.txt", SIEGE)]);
    session.counts_of(1);
    assert!(session.ask("June").contains("June 1431"));
    session.tab("Documents");
    let documents = session.items("Documents");
    assert!(documents.iter().any(|document| document.contains("Narrative")), "{documents:?}");
    session.click(&session.element("button", "About this document"));
    session.until_tree("the kind detected", |tree| {
        details(tree).filter(|d| d.contains("Detected.") && d.contains("the date told last"))
    });
    session.click(&session.element("button", "News"));
    session.until_tree("the kind decided", |tree| {
        details(tree).filter(|d| d.contains("Set by you.") && d.contains("the publication day"))
    });
    session.click(&session.element("button", "Detect it again"));
    session.until_tree("the kind detected again", |tree| details(tree).filter(|d| d.contains("Detected.")));
    session.shot("kinds");
    session.assert_private_and_quiet();
}

#[test]
fn a_date_is_set_refused_accepted_and_taken_back() {
    let session = Session::open("");
    session.drop_files(&[file("decide", "harbour.txt", HARBOUR)]);
    session.counts_of(1);
    let say = |selector: &str, text: &str| {
        session.eval(&format!(
            "(() => {{ const field = document.querySelector({selector:?}); field.value = {text:?}; \
             field.dispatchEvent(new Event('change', {{bubbles: true}})); }})()"
        ));
    };
    let until_card = |what: &str, words: &'static str| {
        session.until_tree(what, |tree| card(tree).filter(|card| card.contains(words)));
    };
    session.ask("May 9, 2018");
    say("#say", "soon");
    until_card("how a date is written", "Write a day, a month or a year");
    say("#say", "2016-02-28");
    until_card("the day that was set", "as you set it");
    // what is counted from it follows
    let later = session.until("the day counted from it", || {
        Some(session.ask("Two days later")).filter(|card| card.contains("1 Mar 2016"))
    });
    assert!(later.contains("counted from"), "{later}");
    session.click(&session.element("button", "Undo"));
    session.until("the day it was before", || {
        session.ask("Two days later").contains("11 May 2018").then_some(())
    });
    session.click(&session.element("button", "Right"));
    session.until_tree("a date that was accepted", |tree| {
        let right = tree.find("button", "Right")?;
        (right.state("pressed") == "true").then_some(())
    });
    session.click(&session.element("button", "Back to what was found"));
    session.until_tree("a date that is not decided", |tree| {
        let right = tree.find("button", "Right")?;
        (right.state("pressed") == "false").then_some(())
    });
    session.ask("31 February 2016");
    session.click(&session.element("button", "Not a date"));
    session.until_tree("words that are no date", |tree| {
        let reader = tree.find("region", "Reader")?;
        let dates = tree.below(reader).into_iter().filter(|node| node.role == "button");
        dates.into_iter().all(|date| date.name != "31 February 2016").then_some(())
    });
    session.assert_private_and_quiet();
}
