//! The page as a screen reader has it: roles, names and states, from Chromium's accessibility tree.

use crate::harness::{Session, call};
use headless_chrome::browser::tab::point::Point;
use headless_chrome::protocol::cdp::DOM::{GetContentQuads, ScrollIntoViewIfNeeded};
use headless_chrome::protocol::cdp::types::Method;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// `Accessibility.getFullAXTree`, with its answer as it comes: the tree's properties grow with every
/// browser, and a typed answer refuses those it does not know.
#[derive(Debug, Serialize)]
struct GetFullAxTree {}

impl Method for GetFullAxTree {
    const NAME: &'static str = "Accessibility.getFullAXTree";
    type ReturnObject = Value;
}

/// One moment's tree.
pub(crate) struct Tree {
    nodes: Vec<Node>,
    by_id: BTreeMap<String, usize>,
}

/// One element, or a run of text.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// "button", "listitem", …
    pub(crate) role: String,
    /// What it is called.
    pub(crate) name: String,
    states: BTreeMap<String, String>,
    children: Vec<String>,
    backend: Option<u32>,
    ignored: bool,
}

impl Node {
    /// A state or property ("focused", "selected", "pressed", "level", …) as text; empty where there is none.
    pub(crate) fn state(&self, name: &str) -> &str {
        self.states.get(name).map_or("", String::as_str)
    }
}

impl Tree {
    /// The tree as it is now.
    fn now(session: &Session) -> Self {
        let answer = call(&session.tab, GetFullAxTree {});
        let text = |value: &Value| match &value["value"] {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let mut tree = Self { nodes: Vec::new(), by_id: BTreeMap::new() };
        for node in list(&answer["nodes"]) {
            let id = node["nodeId"].as_str().unwrap_or_default().to_owned();
            tree.by_id.insert(id, tree.nodes.len());
            tree.nodes.push(Node {
                role: text(&node["role"]),
                name: text(&node["name"]),
                states: list(&node["properties"])
                    .iter()
                    .map(|p| (p["name"].as_str().unwrap_or_default().to_owned(), text(&p["value"])))
                    .collect(),
                children: list(&node["childIds"])
                    .iter()
                    .filter_map(|child| child.as_str().map(ToOwned::to_owned))
                    .collect(),
                backend: node["backendDOMNodeId"].as_u64().and_then(|id| u32::try_from(id).ok()),
                ignored: node["ignored"] == Value::Bool(true),
            });
        }
        tree
    }

    /// All elements of a role, in reading order.
    pub(crate) fn all(&self, role: &str) -> Vec<&Node> {
        self.nodes.iter().filter(|node| !node.ignored && node.role == role).collect()
    }

    /// The element of this role and name.
    pub(crate) fn find(&self, role: &str, name: &str) -> Option<&Node> {
        self.all(role).into_iter().find(|node| node.name == name)
    }

    /// The element that has the focus.
    pub(crate) fn focused(&self) -> Option<&Node> {
        self.nodes.iter().find(|node| node.role != "RootWebArea" && node.state("focused") == "true")
    }

    /// Everything below an element, itself first, in reading order.
    pub(crate) fn below<'a>(&'a self, node: &'a Node) -> Vec<&'a Node> {
        let mut found = vec![node];
        let mut at = 0;
        while let Some(node) = found.get(at) {
            let children: Vec<&Node> =
                node.children.iter().filter_map(|id| self.nodes.get(*self.by_id.get(id)?)).collect();
            at += 1;
            found.splice(at..at, children);
        }
        found
    }

    /// The text below an element.
    pub(crate) fn text(&self, node: &Node) -> String {
        let runs = self.below(node).into_iter().filter(|node| node.role == "StaticText");
        runs.map(|run| run.name.as_str()).collect()
    }
}

impl Session {
    /// The page as a screen reader has it now.
    pub(crate) fn tree(&self) -> Tree {
        Tree::now(self)
    }

    /// Waits until the tree has something.
    pub(crate) fn until_tree<T>(&self, what: &str, find: impl Fn(&Tree) -> Option<T>) -> T {
        self.until(what, || find(&self.tree()))
    }

    /// Waits for an element by role and name.
    pub(crate) fn element(&self, role: &str, name: &str) -> Node {
        self.until_tree(&format!("a {role} named {name:?}"), |tree| tree.find(role, name).cloned())
    }

    /// The text below an element of this role and name; empty where there is none.
    pub(crate) fn text_of(&self, role: &str, name: &str) -> String {
        let tree = self.tree();
        tree.find(role, name).map(|node| tree.text(node)).unwrap_or_default()
    }

    /// Clicks an element as the mouse would: in the middle of its first line.
    pub(crate) fn click(&self, node: &Node) {
        let backend_node_id = node.backend;
        call(
            &self.tab,
            ScrollIntoViewIfNeeded { node_id: None, backend_node_id, object_id: None, rect: None },
        );
        let quads =
            call(&self.tab, GetContentQuads { node_id: None, backend_node_id, object_id: None }).quads;
        let quad = quads.first().expect("an element that is drawn");
        let middle = |axis: usize| (quad[axis] + quad[axis + 4]) / 2.0;
        self.tab.click_point(Point { x: middle(0), y: middle(1) }).expect("a click");
    }
}
