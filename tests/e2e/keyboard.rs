//! The page without a mouse.

use crate::ax::{Node, Tree};
use crate::harness::Session;
use crate::steps::{FERRY, file};

impl Session {
    fn key(&self, name: &str) {
        self.tab.press_key(name).expect("a key");
    }

    /// Presses Tab until the focus is where it should be.
    fn tab_until(&self, what: &str, here: impl Fn(&Tree, &Node) -> bool) -> String {
        for _ in 0..60 {
            self.key("Tab");
            let tree = self.tree();
            if let Some(node) = tree.focused().filter(|node| here(&tree, node)) {
                return node.name.clone();
            }
        }
        panic!("60 times Tab never reached {what}");
    }
}

fn in_list(tree: &Tree, list: &str, node: &Node) -> bool {
    tree.find("list", list).is_some_and(|list| {
        tree.below(list)
            .into_iter()
            .any(|n| n.role == "button" && n.state("focused") == "true" && n.name == node.name)
    })
}

#[test]
fn an_event_is_found_and_read_by_keyboard_alone() {
    let session = Session::open("");
    session.drop_files(&[file("keyboard", "ferry.txt", FERRY)]);
    session.counts_of(1);
    session.tab("Events");
    session.tab_until("an event", |tree, node| in_list(tree, "Events", node));
    session.key("Home");
    let first = session.until_tree("the first event in focus", |tree| {
        let node = tree.focused()?;
        (in_list(tree, "Events", node) && node.name.contains("2017")).then(|| node.name.clone())
    });
    session.key("ArrowDown");
    let second = session.until_tree("the second event in focus", |tree| {
        let node = tree.focused()?;
        (in_list(tree, "Events", node) && node.name != first).then(|| node.name.clone())
    });
    assert!(second.contains("2018"), "{second:?} after {first:?}");
    session.key("Enter");
    session.until_tree("the card that says why", |tree| {
        let card = tree.find("complementary", "Why")?;
        tree.text(card).contains("12 March 2018").then_some(())
    });
    let reader = session.text_of("region", "Reader");
    assert!(reader.contains("Builders") && reader.contains("12 March 2018"), "{reader:?}");
    session.shot("keyboard");
    session.assert_private_and_quiet();
}

#[test]
fn the_tabs_are_reached_by_arrow_keys() {
    let session = Session::open("");
    session.drop_files(&[file("tabs", "ferry.txt", FERRY)]);
    session.counts_of(1);
    session.tab_until("the tabs", |_, node| node.role == "tab");
    for expected in ["Places", "Documents", "Events"] {
        session.key("ArrowRight");
        session.until_tree(&format!("the tab {expected} in front"), |tree| {
            let selected = tree.all("tab").into_iter().find(|tab| tab.state("selected") == "true")?;
            let focused = tree.focused()?;
            (selected.name.starts_with(expected) && focused.name == selected.name).then_some(())
        });
    }
    session.assert_private_and_quiet();
}
