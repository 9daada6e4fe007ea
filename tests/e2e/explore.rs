//! Searching, filtering, correcting places, taking back, exporting.

use crate::harness::Session;
use crate::steps::{BRIDGE, FERRY, card, file};

/// A report that names a village that is on no map.
const VILLAGE: &str = "\
Flood reaches the hills

By Ida Quill

LISBON, May 9, 2019 (Harbour Press) - The river rose on 6 May 2019 in the village of Brezomost, the
harbour office said. On 7 May 2019 it reached the village of Brezomost again, and then Lisbon.
";

impl Session {
    fn hash(&self) -> String {
        self.eval("location.hash").as_str().unwrap_or_default().to_owned()
    }

    /// Writes into a field, as far as the page can tell.
    fn fill(&self, selector: &str, text: &str, event: &str) {
        self.eval(&format!(
            "(() => {{ const field = document.querySelector({selector:?}); field.value = {text:?}; \
             field.dispatchEvent(new Event({event:?}, {{bubbles: true}})); }})()"
        ));
    }

    fn press(&self, name: &str) {
        self.until_tree(&format!("the button {name:?}"), |tree| {
            let button = tree.all("button").into_iter().find(|node| node.name.starts_with(name))?.clone();
            self.click(&button);
            Some(())
        });
    }

    /// The rows of the place tree.
    fn places(&self) -> Vec<String> {
        let tree = self.tree();
        let Some(places) = tree.find("tree", "Places") else { return Vec::new() };
        let rows = tree.below(places).into_iter().filter(|node| node.role == "treeitem");
        rows.map(|row| tree.text(row)).collect()
    }

    fn until_events(&self, what: &str, holds: impl Fn(&[String]) -> bool) {
        self.until(what, || holds(&self.items("Events")).then_some(()));
    }
}

#[test]
fn words_are_searched_and_the_back_button_lifts_the_filter() {
    let session = Session::open("");
    session.drop_files(&[file("search", "ferry.txt", FERRY), file("search", "bridge.txt", BRIDGE)]);
    let all = session.counts_of(2).events;
    session.tab("Events");
    session.fill("#search", "footbridge LAST", "input");
    session.until_events("the one event with both words", |events| {
        events.len() < all && !events.is_empty() && events.iter().all(|event| event.contains("2019"))
    });
    assert!(session.hash().contains("q=footbridge%20LAST"), "{}", session.hash());
    session.tab("Documents");
    session.until("the document with the words", || (session.items("Documents").len() == 1).then_some(()));
    session.tab("Events");
    session.press("Lift the filter");
    session.until_events("all events again", |events| events.len() == all);
    session.eval("history.back()");
    session.until_events("the filter again", |events| events.len() < all);
    assert_eq!(session.eval("document.querySelector('#search').value"), "footbridge LAST");
    session.assert_private_and_quiet();
}

#[test]
fn words_found_are_lit_and_stepped_through_in_the_reader() {
    let session = Session::open("");
    session.drop_files(&[file("hits", "ferry.txt", FERRY)]);
    session.counts_of(1);
    session.fill("#search", "harbour", "input");
    let hits = "[...document.querySelectorAll('.reader-body .hit')].map(hit => hit.textContent).join()";
    session.until("the words lit", || (session.eval(hits) == "Harbour,harbour").then_some(()));
    let here = "document.querySelector('.reader-body .here')?.textContent ?? ''";
    for (button, words) in [("Next hit", "Harbour"), ("Next hit", "harbour"), ("Previous hit", "Harbour")] {
        session.press(button);
        session.until(&format!("{words} in front"), || (session.eval(here) == words).then_some(()));
    }
    session.fill("#search", "", "input");
    session.until("nothing lit", || (session.eval(hits) == "").then_some(()));
    session.eval("document.querySelector('.reader-body').focus()");
    let mut seen = Vec::new();
    for _ in 0..3 {
        session.tab.press_key("n").expect("a key");
        let text = session.until("the next mention in front", || {
            let text = session.eval(here).as_str().unwrap_or_default().to_owned();
            (!text.is_empty() && seen.last() != Some(&text)).then_some(text)
        });
        seen.push(text);
    }
    session.tab.press_key("p").expect("a key");
    session.until("the mention before", || (session.eval(here) == seen[1].as_str()).then_some(()));
    assert_eq!(seen[0], "Ida Quill", "{seen:?}");
    session.assert_private_and_quiet();
}

#[test]
fn the_card_of_a_person_filters_by_them() {
    let session = Session::open("");
    let report = "Council votes\n\nBRIGHTON, May 9, 2019 (Harbour Press) - Anna Marlow opened the school on 6 May 2019. \
                  The storm of 3 November 2017 had closed it.\n";
    session.drop_files(&[file("actor", "school.txt", report)]);
    let all = session.counts_of(1).events;
    session.tab("Events");
    session.ask("Anna Marlow");
    session.press("Only events with Anna Marlow");
    session.until_events("the events with her", |events| {
        !events.is_empty() && events.len() < all && events.iter().all(|event| event.contains("2019"))
    });
    assert!(session.hash().contains("who=Anna%20Marlow"), "{}", session.hash());
    session.press("Lift the filter: With Anna Marlow");
    session.until_events("all events again", |events| events.len() == all);
    session.assert_private_and_quiet();
}

#[test]
fn time_is_brushed_with_the_mouse_and_lifted_with_a_key() {
    let session = Session::open("");
    session.drop_files(&[file("brush", "ferry.txt", FERRY), file("brush", "bridge.txt", BRIDGE)]);
    let all = session.counts_of(2).events;
    session.tab("Events");
    // the last quarter of the strip: what was in 2019
    session.eval(
        "(() => { const strip = document.querySelector('.density'), box = strip.getBoundingClientRect(); \
         const at = (type, share, buttons) => strip.dispatchEvent(new PointerEvent(type, {bubbles: true, \
         pointerId: 1, buttons, clientX: box.left + box.width * share, clientY: box.top + 20})); \
         at('pointerdown', 0.75, 1); at('pointermove', 0.85, 1); at('pointermove', 0.999, 1); at('pointerup', 0.999, 0); })()",
    );
    session.until_events("the events of that time", |events| {
        !events.is_empty() && events.len() < all && events.iter().all(|event| event.contains("2019"))
    });
    assert!(session.hash().contains("from=20"), "{}", session.hash());
    session.eval("document.querySelector('.density').focus()");
    session.tab.press_key("Escape").expect("a key");
    session.until_events("all events again", |events| events.len() == all);
    session.fill("#filter-to", "2018", "change");
    session.until_events("the events up to 2018", |events| {
        !events.is_empty() && events.iter().all(|event| !event.contains("2019"))
    });
    session.assert_private_and_quiet();
}

#[test]
fn a_name_is_pinned_refused_and_taken_back() {
    let session = Session::open("");
    session.drop_files(&[file("pin", "village.txt", VILLAGE)]);
    session.counts_of(1);
    session.tab("Places");
    session.until("the heading of what is not on the map", || {
        session.places().iter().any(|row| row.contains("Not on the map")).then_some(())
    });
    let card = |what: &str, holds: fn(&str) -> bool| {
        session.until_tree(what, |tree| card(tree).filter(|text| holds(text)))
    };
    session.ask("Brezomost");
    session.fill("#pin", "38.8 N, 9.3 W", "change");
    card("the card of the pinned name", |text| {
        text.contains("38.8° N, 9.3° W") && text.contains("Set by you")
    });
    session.until("nothing that is not on the map", || {
        let places = session.places();
        (!places.is_empty() && places.iter().all(|row| !row.contains("Not on the map"))).then_some(())
    });
    session.press("Undo");
    session.until("the heading again", || {
        session.places().iter().any(|row| row.contains("Not on the map")).then_some(())
    });
    session.ask("Brezomost");
    session.fill("#pin", "the town of Funchal", "change");
    session.press("Funchal");
    card("the card of the name found", |text| text.contains("Funchal") && text.contains("Set by you"));
    session.press("Undo");
    session.ask("Brezomost");
    session.press("On the map");
    session.eval("document.querySelector('.map-body').scrollIntoView()");
    session.eval(
        "(() => { const map = document.querySelector('.map-body'), box = map.getBoundingClientRect(); \
         map.dispatchEvent(new MouseEvent('click', {bubbles: true, clientX: box.left + box.width / 2, \
         clientY: box.top + box.height / 2})); })()",
    );
    card("the card of the name pinned on the map", |text| text.contains("Set by you"));
    session.press("Undo");
    session.ask("LISBON");
    session.press("Not a place");
    session.until("no Portugal", || {
        let places = session.places();
        (!places.is_empty() && places.iter().all(|row| !row.contains("Portugal"))).then_some(())
    });
    session.press("Undo");
    session.until("Portugal again", || {
        session.places().iter().any(|row| row.contains("Portugal")).then_some(())
    });
    session.assert_private_and_quiet();
}

#[test]
fn what_is_shown_is_exported() {
    // what is handed to the browser to be saved is kept for the test to read
    let session = Session::open(
        "const make = URL.createObjectURL; URL.createObjectURL = (blob) => { \
         if (blob.type.startsWith('text/csv')) { blob.text().then((text) => { window.saved = text; }); } \
         return make.call(URL, blob); };",
    );
    session.drop_files(&[file("export", "ferry.txt", FERRY)]);
    let events = session.counts_of(1).events;
    session.eval("[...document.querySelectorAll('.menu-item')].find((item) => item.innerText.includes('CSV') || item.textContent.includes('CSV')).click()");
    let saved = session.until("the saved file", || {
        session.eval("window.saved || ''").as_str().filter(|text| !text.is_empty()).map(str::to_owned)
    });
    let lines: Vec<&str> = saved.lines().collect();
    assert_eq!(lines.len(), events + 1, "{saved}");
    assert!(lines[0].contains("date_edtf,earliest,latest"), "{saved}");
    assert!(saved.contains("2019-05-06") && saved.contains("GeoNames"), "{saved}");
    session.assert_private_and_quiet();
}

#[test]
fn paper_gets_a_chronology_with_its_sources_and_the_map() {
    let session = Session::open("");
    session.drop_files(&[file("paper", "ferry.txt", FERRY), file("paper", "bridge.txt", BRIDGE)]);
    session.counts_of(2);
    session.eval("window.dispatchEvent(new Event('beforeprint'))");
    let paper = session.eval("document.querySelector('.paper').textContent");
    let paper = paper.as_str().unwrap_or_default().to_owned();
    assert!(paper.starts_with("Chronology"), "{paper}");
    for words in ["from 2 documents", "6 May 2019", "ferry.txt", "bridge.txt", "GeoNames"] {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    let map = session.eval("document.querySelector('.paper svg[viewBox] .lands path') !== null");
    assert_eq!(map.as_bool(), Some(true));
    session.eval("window.dispatchEvent(new Event('afterprint'))");
    assert_eq!(session.eval("document.querySelector('.paper').innerHTML").as_str(), Some(""));
    session.assert_private_and_quiet();
}

#[test]
fn lanes_are_made_of_places_and_actors_and_undated_words_wait_in_their_tray() {
    let session = Session::open("");
    let letter = "The mill was shut on Tuesday. It burned on 3 May 1848.";
    session.drop_files(&[
        file("lanes", "ferry.txt", FERRY),
        file("lanes", "bridge.txt", BRIDGE),
        file("lanes", "mill.txt", letter),
    ]);
    session.counts_of(3);
    let lanes = || {
        let names = session
            .eval("[...document.querySelectorAll('.lane text')].map(lane => lane.textContent).join('|')");
        names.as_str().unwrap_or_default().to_owned()
    };
    session.fill("#lanes-by", "by place", "change");
    session.until("lanes of places", || lanes().contains("Lisbon").then_some(()));
    session.eval(
        "[...document.querySelectorAll('.lane')].find(lane => lane.textContent.includes('Lisbon'))\
         .dispatchEvent(new MouseEvent('click', { bubbles: true }))",
    );
    session.until_true("the filter", "document.body.innerText.includes('Only Lisbon')");
    session.fill("#lanes-by", "no lanes", "change");
    session.until("no lanes", || lanes().is_empty().then_some(()));
    session.eval("document.querySelector('summary.edge').click()");
    session.until_true("the tray", "document.querySelector('.undated').innerText.includes('“Tuesday”')");
    session.eval("document.querySelector('.undated button').click()");
    session.until_true(
        "the words in their text",
        "document.querySelector('.m.chosen')?.textContent === 'Tuesday'",
    );
    session.assert_private_and_quiet();
}
