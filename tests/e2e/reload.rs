//! What a reload keeps of the user's own files, and what it does not.

use crate::harness::Session;
use crate::steps::{BRIDGE, FERRY, card, file};

/// A browser that keeps nothing, as some private windows do.
const NOTHING_KEPT: &str =
    "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };";

impl Session {
    fn reload(&self) {
        self.tab.reload(false, None).expect("a reload");
        self.until_true("the page is drawn again", "!!document.querySelector('main, .explorer')");
    }

    fn button(&self, name: &str) {
        self.click(&self.element("button", name));
    }
}

#[test]
fn a_reload_keeps_files_decisions_and_what_was_chosen() {
    let session = Session::open("");
    session.drop_files(&[file("reload", "ferry.txt", FERRY), file("reload", "bridge.txt", BRIDGE)]);
    let before = session.counts_of(2);
    session.ask("Funchal");
    session.button("Not a place");
    let decided = session.until("one place less", || {
        Some(session.counts()).filter(|counts| counts.places < before.places && counts.documents == 2)
    });
    session.tab("Documents");
    session.click(&session.until_tree("the second document", |tree| {
        let rows = tree.below(tree.find("list", "Documents")?).into_iter();
        rows.filter(|node| node.role == "button").nth(1).cloned()
    }));
    let hash = "location.hash.includes('document=1')";
    session.until_true("the second document in the address", hash);
    session.reload();
    assert_eq!(session.counts_of(2), decided);
    session.until_true("the second document in the address again", hash);
    session.until_tree("the second document in the reader", |tree| {
        let reader = tree.find("region", "Reader")?;
        tree.text(reader).contains("Masons").then_some(())
    });
    session.button("Undo");
    session.until("the place again", || (session.counts() == before).then_some(()));
    session.reload();
    assert_eq!(session.counts_of(2), before);
    session.button("Start over");
    session.element("button", "Try a sample");
    session.reload();
    session.element("button", "Try a sample");
    assert_eq!(session.items("Events"), Vec::<String>::new());
    session.assert_private_and_quiet();
}

#[test]
fn a_new_tab_starts_empty_and_everything_can_be_forgotten() {
    let session = Session::open("");
    session.drop_files(&[file("forget", "ferry.txt", FERRY)]);
    session.counts_of(1);
    session.until("the files are kept", || {
        let kept = "new Promise(done => { const asked = indexedDB.open('dateline'); asked.onsuccess = () => { \
                    const all = asked.result.transaction('kept').objectStore('kept').getAll(); \
                    all.onsuccess = () => { done(all.result.filter(Array.isArray).length); asked.result.close(); }; }; })";
        (session.eval(kept) == 1).then_some(())
    });
    let other = session.tab_beside();
    other.navigate_to(&session.host.url).expect("the page's address");
    other.wait_for_element("main.welcome").expect("an empty page");
    other.close(true).expect("a tab closed");
    session.button("Help");
    session.button("Forget everything kept");
    session.until("a line that says so", || {
        session.alerts().iter().any(|line| line.contains("Nothing is kept")).then_some(())
    });
    session.reload();
    session.element("button", "Try a sample");
    session.assert_private_and_quiet();
}

#[test]
fn a_browser_that_keeps_nothing_gets_one_line() {
    let session = Session::open(NOTHING_KEPT);
    session.drop_files(&[file("unkept", "ferry.txt", FERRY)]);
    session.counts_of(1);
    let lines = session.until("a line", || Some(session.alerts()).filter(|lines| !lines.is_empty()));
    assert!(lines.len() == 1 && lines[0].contains("keeps nothing"), "{lines:?}");
    assert!(session.ask("Funchal").contains("Funchal"));
    session.button("Not a place");
    session.until_tree("no card", |tree| card(tree).is_none().then_some(()));
    assert_eq!(session.alerts().len(), 1, "{:?}", session.alerts());
    session.assert_private_and_quiet();
}
