//! The list of places and the map.

use crate::harness::Session;
use crate::steps::{BRIDGE, FERRY, card, file};

impl Session {
    fn open_two(test: &str) -> Self {
        let session = Self::open("");
        session.drop_files(&[file(test, "ferry.txt", FERRY), file(test, "bridge.txt", BRIDGE)]);
        session.counts_of(2);
        session
    }

    /// The rows of the place tree.
    fn tree_rows(&self) -> Vec<String> {
        let tree = self.tree();
        let Some(places) = tree.find("tree", "Places") else { return Vec::new() };
        let rows = tree.below(places).into_iter().filter(|node| node.role == "treeitem");
        rows.map(|row| tree.text(row)).collect()
    }

    /// Writes into a field or chooses in a list, as far as the page can tell.
    fn put(&self, selector: &str, text: &str, event: &str) {
        self.eval(&format!(
            "(() => {{ const field = document.querySelector({selector:?}); field.value = {text:?}; \
             field.dispatchEvent(new Event({event:?}, {{bubbles: true}})); }})()"
        ));
    }

    /// How the map's world lies in its pane.
    fn map_view(&self) -> String {
        self.eval("document.querySelector('.lands').getAttribute('transform')")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}

#[test]
fn places_are_found_however_spelt_and_sorted() {
    let session = Session::open_two("places");
    session.tab("Places");
    session.until("the countries", || (session.tree_rows().len() >= 4).then_some(()));
    session.put("#find-place", "Lisbonn", "input");
    session.until("Lisbon", || {
        let rows = session.tree_rows();
        (rows.len() == 1 && rows[0].contains("Lisbon")).then_some(())
    });
    session.put("#find-place", "nowhere at all", "input");
    session.until_true(
        "why there is none",
        "document.body.innerText.includes('No place here is spelt like that')",
    );
    session.put("#find-place", "", "input");
    let starts = |first: &str| {
        session.until(&format!("{first} first"), || {
            session.tree_rows().first().is_some_and(|row| row.starts_with(first)).then_some(())
        });
    };
    starts("Portugal");
    session.put("#sort-places", "by name", "change");
    starts("Austria");
    // the oldest date is of what Vienna agreed to: the state, not the ground
    session.put("#sort-places", "by first date", "change");
    starts("Portugal");
    let sparks = session.eval("document.querySelectorAll('.spark path').length");
    assert!(sparks.as_u64().is_some_and(|sparks| sparks >= 2), "{sparks}");
    session.shot("places");
    session.assert_private_and_quiet();
}

#[test]
fn a_place_clicked_twice_fills_the_map_and_one_click_filters() {
    let session = Session::open_two("zoom");
    session.tab("Places");
    session.until("the countries", || (session.tree_rows().len() >= 4).then_some(()));
    let row = |name: &str| {
        session.until_tree(&format!("the row {name}"), |tree| {
            let places = tree.find("tree", "Places")?;
            let mut rows = tree.below(places).into_iter().filter(|node| node.role == "treeitem");
            rows.find(|row| tree.text(row).starts_with(name)).cloned()
        })
    };
    session.click(&row("Austria"));
    session.until_true("the filter", "location.hash.includes('at=AT')");
    session.click(&row("Austria"));
    session.until_true("no filter", "!location.hash.includes('at=')");
    let before = session.map_view();
    session.eval(
        "(() => { const row = [...document.querySelectorAll('.place-row')].find(row => row.innerText.startsWith('Hungary')); \
         row.dispatchEvent(new MouseEvent('click', {bubbles: true, detail: 1})); })()",
    );
    session.eval(
        "(() => { const row = [...document.querySelectorAll('.place-row')].find(row => row.innerText.startsWith('Hungary')); \
         row.dispatchEvent(new MouseEvent('click', {bubbles: true, detail: 2})); })()",
    );
    session.until("the map elsewhere", || (session.map_view() != before).then_some(()));
    session.until_true("the filter", "location.hash.includes('at=HU')");
    session.assert_private_and_quiet();
}

#[test]
fn the_place_tree_is_used_by_keyboard_alone() {
    let session = Session::open_two("tree");
    session.tab("Places");
    session.until("the countries", || (session.tree_rows().len() >= 4).then_some(()));
    let key = |key: &str| session.tab.press_key(key).map(drop).expect("a key");
    let focused = |what: &str, name: &str| {
        session.until_tree(what, |tree| {
            let node = tree.focused()?;
            (node.role == "treeitem" && tree.text(node).starts_with(name)).then_some(())
        });
    };
    session.eval("document.querySelector('#sort-places').focus()");
    key("Tab");
    focused("the first country", "Portugal");
    key("ArrowRight");
    session.until("what is below it", || {
        session.tree_rows().iter().any(|row| row.starts_with("Lisbon")).then_some(())
    });
    focused("the country still", "Portugal");
    key("ArrowDown");
    key("Enter");
    session.until_true("a filter", "location.hash.includes('at=')");
    key("Enter");
    session.until_true("no filter", "!location.hash.includes('at=')");
    let before = session.map_view();
    key("z");
    session.until("the map elsewhere", || (session.map_view() != before).then_some(()));
    session.until_true("the filter of what is shown", "location.hash.includes('at=')");
    key("Home");
    key("ArrowLeft");
    session.until("what is below hidden", || {
        session.tree_rows().iter().all(|row| !row.starts_with("Lisbon")).then_some(())
    });
    session.assert_private_and_quiet();
}

#[test]
fn the_map_changes_its_projection_plays_time_and_lists_what_is_not_on_it() {
    let session = Session::open("");
    let village = "Flood reaches the hills\n\nLISBON, May 9, 2019 (Harbour Press) - The river rose on 6 May 2019 in the \
                   village of Brezomost. It had last come to Lisbon on 3 March 1991.\n";
    session.drop_files(&[file("map", "village.txt", village)]);
    let all = session.counts_of(1).events;
    session.tab("Events");
    let flat = session.map_view();
    session.click(&session.element("button", "Mercator map"));
    session.until("another map", || (session.map_view() != flat).then_some(()));
    session.click(&session.element("button", "Play through time"));
    session.until("the first step", || (session.items("Events").len() < all).then_some(()));
    assert!(session.items("Events").iter().all(|event| event.contains("1991")));
    session.until("the next step", || {
        let events = session.items("Events");
        (!events.is_empty() && events.iter().all(|event| event.contains("2019"))).then_some(())
    });
    session.until("all again", || (session.items("Events").len() == all).then_some(()));
    session.element("button", "Play through time");
    session.until_true("nothing of it in the address", "!location.hash.includes('from=')");
    session.click(&session.until_tree("the names not on the map", |tree| {
        tree.all("button").into_iter().find(|button| button.name.contains("not on it")).cloned()
    }));
    session.click(&session.element("button", "Pin Brezomost"));
    session.until_true("the map waits", "!!document.querySelector('.map-body.aiming')");
    session.eval(
        "(() => { const map = document.querySelector('.map-body'), box = map.getBoundingClientRect(); \
         map.dispatchEvent(new MouseEvent('click', {bubbles: true, clientX: box.left + box.width / 2, \
         clientY: box.top + box.height / 2})); })()",
    );
    session.until_tree("the card of the pinned name", |tree| {
        card(tree).filter(|text| text.contains("Brezomost") && text.contains("Set by you"))
    });
    session.until("no name left", || session.items("Names not on the map").is_empty().then_some(()));
    session.assert_private_and_quiet();
}
