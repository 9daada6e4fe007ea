//! What several tests do and look at.

use crate::ax::Tree;
use crate::harness::{Session, scratch};
use std::fs;
use std::path::PathBuf;

/// A report that tells four dated events in two countries.
pub(crate) const FERRY: &str = "\
Ferry line to the islands opens again

By Ida Quill

LISBON, May 9, 2019 (Harbour Press) - The ferry line to Funchal opened again on 6 May 2019 after two
winters of repairs, the harbour office said.

The old pier had been closed on 3 November 2017, when a storm tore away its northern end. Builders
from Portugal and Spain began their work on 12 March 2018.

The first ship left Lisbon on 7 May 2019 with three hundred passengers.
";

/// A report of another day and place.
pub(crate) const BRIDGE: &str = "\
Bridge over the Danube gets its last stone

By Otto Fern

VIENNA, June 14, 2019 (Harbour Press) - Masons laid the last stone of the new footbridge on 13 June
2019, the city council said.

Vienna had agreed to build it on 20 February 2015. A team from Hungary drew the plans.
";

/// Writes a file for a test, in a folder of the test's own.
pub(crate) fn file(test: &str, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let folder = scratch(test);
    fs::create_dir_all(&folder).expect("the test's own folder");
    let path = folder.join(name);
    fs::write(&path, content).expect("the test's own folder");
    path
}

/// What the headline counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    /// "10 documents".
    pub(crate) documents: usize,
    /// "84 events".
    pub(crate) events: usize,
    /// "31 places".
    pub(crate) places: usize,
}

impl Session {
    /// Waits until the page says that its place data is as named: `complete`, `core`, `core-only`, `missing`.
    pub(crate) fn until_place_data(&self, state: &str) {
        let now = "document.querySelector('.place-data')?.dataset.state";
        self.until_true(&format!("place data {state}"), &format!("{now} === '{state}'"));
    }

    /// The headline, once everything is read with all place data that will come.
    pub(crate) fn counts(&self) -> Counts {
        let now = "document.querySelector('.place-data')?.dataset.state";
        self.until_true("all place data", &format!("['complete', 'core-only', 'missing'].includes({now})"));
        self.headline()
    }

    /// What the headline says as soon as it counts.
    pub(crate) fn headline(&self) -> Counts {
        self.until_tree("a headline with counts", |tree| {
            let headline = tree.all("status").into_iter().map(|status| tree.text(status)).collect::<String>();
            let count = |unit: &str| {
                let part = headline.split(", ").find(|part| part.contains(unit))?;
                part.split_whitespace().next()?.replace([',', '\u{202f}', '\u{a0}'], "").parse().ok()
            };
            Some(Counts { documents: count("document")?, events: count("event")?, places: count("place")? })
        })
    }

    /// The headline, once it counts so many documents.
    pub(crate) fn counts_of(&self, documents: usize) -> Counts {
        self.until(&format!("a headline of {documents} documents"), || {
            Some(self.counts()).filter(|counts| counts.documents == documents)
        })
    }

    /// The names of a list's items.
    pub(crate) fn items(&self, list: &str) -> Vec<String> {
        let tree = self.tree();
        let Some(list) = tree.all("list").into_iter().find(|node| node.name == list) else {
            return Vec::new();
        };
        let items = tree.below(list).into_iter().filter(|node| node.role == "listitem");
        items.map(|item| tree.text(item)).collect()
    }

    /// Chooses a mention in the reader; answers what the card says then.
    pub(crate) fn ask(&self, words: &str) -> String {
        self.until_tree(&format!("the words {words:?} in the reader"), |tree| {
            let reader = tree.find("region", "Reader")?;
            let word = tree.below(reader).into_iter().find(|n| n.role == "button" && n.name == words)?;
            self.click(word);
            Some(())
        });
        self.until_tree(&format!("the card of {words:?}"), |tree| card(tree).filter(|c| c.contains(words)))
    }

    /// The lines the page asks the user to read.
    pub(crate) fn alerts(&self) -> Vec<String> {
        let tree = self.tree();
        let runs = tree.all("alert").into_iter().flat_map(|alert| tree.below(alert));
        runs.filter(|node| node.role == "StaticText").map(|line| line.name.clone()).collect()
    }

    /// Brings a list to the front.
    pub(crate) fn tab(&self, name: &str) {
        self.until_tree(&format!("the tab {name}"), |tree| {
            let tab = tree.all("tab").into_iter().find(|tab| tab.name.starts_with(name))?.clone();
            if tab.state("selected") == "true" {
                return Some(());
            }
            self.click(&tab);
            None
        });
    }

    /// Ends a test: no request left for another host, nothing was asked for that is not there, and the
    /// console is free of warnings and errors.
    pub(crate) fn assert_private_and_quiet(self) {
        const LAST: &str = "the last word of the test";
        // what is said travels in order: after this line nothing earlier is still on its way
        self.eval(&format!("console.error('{LAST}')"));
        let problems = self.until("the console's last word", || {
            let mut lines = self.problems.lines();
            lines.pop().filter(|line| line.contains(LAST)).map(|_| lines)
        });
        assert!(problems.is_empty(), "the console complains: {problems:#?}");
        // blob: is how the page starts a worker, data: how a style sheet carries a drawing
        let own = |address: &&String| {
            address.starts_with(&self.host.url)
                || address.starts_with("blob:")
                || address.starts_with("data:")
        };
        let requests = self.requests.lines();
        assert!(requests.contains(&self.host.url), "the page's own address is not among {requests:?}");
        let foreign: Vec<&String> = requests.iter().filter(|address| !own(address)).collect();
        assert!(foreign.is_empty(), "asked of others: {foreign:?}");
        assert!(self.host.missing.lines().is_empty(), "not there: {:?}", self.host.missing.lines());
        assert!(self.trap.caught.lines().is_empty(), "left for another host: {:?}", self.trap.caught.lines());
    }
}

/// What the card says of the mention that is chosen.
pub(crate) fn card(tree: &Tree) -> Option<String> {
    tree.find("complementary", "Why").map(|card| tree.text(card))
}
