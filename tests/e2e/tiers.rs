//! The place data's two tiers: the second refines what the first found; without them the page goes on.

use crate::harness::Session;
use crate::server::Tamper;
use crate::steps::{FERRY, file};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

const CORE: &str = "data/gazetteer/core.bin";
const FULL: &str = "data/gazetteer/full.bin";

/// A report from a village that only the full tier knows, between places that the core tier knows.
const VILLAGE: &str = "\
Landslide closes a village road

VIENNA, June 14, 2019 (Harbour Press) - A landslide closed the road to Hallstatt on 12 June 2019, the
government of Upper Austria said in Linz. Nobody in Hallstatt was hurt.
";

/// Notes whether the progress bar is shown from the time on that the test says.
const WATCH: &str = "
window.flicker = null;
new MutationObserver(() => {
  if (window.flicker === false && document.querySelector('progress')) window.flicker = true;
}).observe(document, { subtree: true, childList: true });
";

/// Whether the page's lists name a place.
fn names(session: &Session, place: &str) -> bool {
    session.tab("Places");
    session.until_tree("the tree of places", |tree| {
        let places = tree.find("tree", "Places")?;
        let rows = tree.below(places).into_iter().filter(|node| node.role == "treeitem");
        Some(rows.map(|row| tree.text(row)).any(|row| row.contains(place) && !row.contains("not on the map")))
    })
}

#[test]
fn the_full_tier_refines_what_the_core_tier_found() {
    let gate = Arc::new((Mutex::new(false), Condvar::new()));
    let held = gate.clone();
    let tamper: Tamper = Arc::new(move |path, body| {
        if path == FULL {
            let (open, changed) = &*held;
            let open = open.lock().unwrap_or_else(PoisonError::into_inner);
            // longer than any test waits
            drop(changed.wait_timeout_while(open, Duration::from_secs(60), |open| !*open));
        }
        body
    });
    let session = Session::open_from(WATCH, tamper);
    session.drop_files(&[file("tiers", "village.txt", VILLAGE)]);
    session.until_place_data("core");
    let before = session.headline();
    let found = |session: &Session| {
        let text =
            "[...document.querySelectorAll('.m-place:not(.m-unplaced)')].map(m => m.textContent).join('|')";
        session.eval(text).as_str().unwrap_or_default().to_owned()
    };
    session.until_true("the reader", "!!document.querySelector('.m-place')");
    assert!(
        found(&session).contains("Linz") && !found(&session).contains("Hallstatt"),
        "{}",
        found(&session)
    );
    // the card of a mention that stands behind the village, which the better answer renumbers
    session.eval("[...document.querySelectorAll('.m-place')].find(m => m.textContent === 'Linz').click()");
    session.until_true("the card", "!!document.querySelector('.card')");
    session.eval("window.flicker = false");
    {
        let (open, changed) = &*gate;
        *open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        changed.notify_all();
    }
    session.until_place_data("complete");
    let after = session.counts();
    assert_eq!((after.documents, after.events), (before.documents, before.events));
    assert!(after.places > before.places, "{before:?} {after:?}");
    session.until("the village in the text", || found(&session).contains("Hallstatt").then_some(()));
    assert_eq!(session.eval("window.flicker"), false, "progress was shown");
    let card = session.eval("document.querySelector('.card')?.textContent ?? ''");
    assert!(card.as_str().is_some_and(|card| card.contains("Linz")), "the card shows {card}");
    assert!(names(&session, "Hallstatt"));
    session.shot("refined");
    session.assert_private_and_quiet();
}

#[test]
fn without_a_sound_full_tier_the_core_tier_stays() {
    for (name, harm) in [("half", 2), ("nearly whole", 1)] {
        let tamper: Tamper = Arc::new(move |path, mut body| {
            if path == FULL {
                body.truncate(body.len() / harm - 9);
            }
            body
        });
        let session = Session::open_from("", tamper);
        session.until_place_data("core-only");
        let lines = session.alerts();
        assert!(
            lines.iter().any(|l| l.contains("place data is cut short") && l.contains("small ones")),
            "{name}: {lines:?}"
        );
        session.drop_files(&[file("tiers", "ferry.txt", FERRY)]);
        let counts = session.counts_of(1);
        assert!(counts.events >= 4 && counts.places >= 3, "{name}: {counts:?}");
        session.assert_private_and_quiet();
    }
}

#[test]
fn without_a_sound_core_tier_dates_are_found_alone() {
    let tamper: Tamper = Arc::new(|path, mut body| {
        if path == CORE {
            let middle = body.len() / 2;
            body[middle] ^= 0x55;
        }
        body
    });
    let session = Session::open_from("", tamper);
    session.drop_files(&[file("tiers", "ferry-dates.txt", FERRY)]);
    let counts = session.counts_of(1);
    session.until_place_data("missing");
    assert!(counts.events >= 4 && counts.places == 0, "{counts:?}");
    let lines = session.alerts();
    assert!(
        lines.iter().any(|l| l.contains("place data") && l.contains("altered") && l.contains("dates")),
        "{lines:?}"
    );
    session.shot("no-places");
    session.assert_private_and_quiet();
}
