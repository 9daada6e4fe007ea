//! The page's state as a URL fragment: `#sample&tab=places&event=0.3.12&q=dam&from=2017-04-01`.

use super::filter::{Certainty, Filter, Window};
use super::places::Node;
use crate::document::TextKind;
use crate::dossier::{DocumentId, EventId, FileId};
use crate::timex::Day;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands as it is beside letters and digits.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b',');

/// The three lists beside the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Tab {
    #[default]
    Events,
    Places,
    Documents,
}

impl Tab {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Events, Self::Places, Self::Documents];

    /// The word shown and written.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Events => "Events",
            Self::Places => "Places",
            Self::Documents => "Documents",
        }
    }
}

/// What is worth keeping over a reload.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Address {
    /// Whether the sample is open.
    pub sample: bool,
    /// The list in front.
    pub tab: Tab,
    /// The document in the reader.
    pub document: Option<DocumentId>,
    /// The selected event.
    pub event: Option<EventId>,
    /// The selected place, by the gazetteer's id.
    pub place: Option<u32>,
    /// What is let through.
    pub filter: Filter,
    /// How many of the most important events are shown; `None` for all.
    pub top: Option<u32>,
}

impl Address {
    /// Reads a fragment, with or without its `#`. What it does not know is left out.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let mut address = Self::default();
        let mut window = (None, None, false);
        for field in fragment.trim_start_matches('#').split('&') {
            let (key, value) = field.split_once('=').unwrap_or((field, ""));
            match key {
                "sample" => address.sample = true,
                "tab" => {
                    address.tab = Tab::ALL
                        .into_iter()
                        .find(|tab| tab.label().eq_ignore_ascii_case(value))
                        .unwrap_or_default();
                }
                "document" => {
                    address.document =
                        numbers(value).map(|[file, document]| DocumentId { file: FileId(file), document });
                }
                "event" => {
                    address.event = numbers(value).map(|[file, document, event]| EventId {
                        document: DocumentId { file: FileId(file), document },
                        event,
                    });
                }
                "place" => address.place = value.parse().ok(),
                "top" => address.top = value.parse().ok().filter(|top| *top > 0),
                "q" => address.filter.text = text(value),
                "from" => window.0 = Day::from_iso(value),
                "to" => window.1 = Day::from_iso(value),
                "definitely" => window.2 = true,
                "at" => address.filter.place = node(value),
                "only" => {
                    address.filter.document =
                        numbers(value).map(|[file, document]| DocumentId { file: FileId(file), document });
                }
                "who" => address.filter.actor = Some(text(value)).filter(|name| !name.is_empty()),
                "kind" => {
                    address.filter.kind = KINDS.into_iter().find(|(name, _)| *name == value).map(|k| k.1)
                }
                "dates" => {
                    address.filter.certainty = match value {
                        "stated" => Certainty::Stated,
                        "inferred" => Certainty::Inferred,
                        _ => Certainty::Any,
                    };
                }
                _ => {}
            }
        }
        if let (Some(from), Some(to), definitely) = window {
            address.filter.window = Some(Window { from, to, definitely });
        }
        address
    }

    /// The fragment with its `#`; empty where there is nothing to keep.
    #[must_use]
    pub fn fragment(&self) -> String {
        let mut fields = Vec::new();
        if self.sample {
            fields.push("sample".to_owned());
        }
        if self.tab != Tab::default() {
            fields.push(format!("tab={}", self.tab.label().to_lowercase()));
        }
        if let Some(event) = self.event {
            let document = event.document;
            fields.push(format!("event={}.{}.{}", document.file.0, document.document, event.event));
        } else if let Some(document) = self.document {
            fields.push(format!("document={}.{}", document.file.0, document.document));
        }
        if let Some(place) = self.place {
            fields.push(format!("place={place}"));
        }
        if let Some(top) = self.top {
            fields.push(format!("top={top}"));
        }
        self.filter_fields(&mut fields);
        if fields.is_empty() { String::new() } else { format!("#{}", fields.join("&")) }
    }

    /// Whether the way from the one to the other is a step that the browser's back button should take back.
    #[must_use]
    pub fn is_step_from(&self, other: &Self) -> bool {
        let asked = |address: &Self| {
            let text = if address.filter.text.is_empty() { "" } else { "…" };
            (address.tab, Filter { text: text.to_owned(), ..address.filter.clone() })
        };
        asked(self) != asked(other)
    }

    fn filter_fields(&self, fields: &mut Vec<String>) {
        let Filter { text, window, place, document, actor, kind, certainty } = &self.filter;
        if !text.is_empty() {
            fields.push(format!("q={}", written(text)));
        }
        if let Some(window) = window {
            fields.push(format!("from={}&to={}", window.from.iso(), window.to.iso()));
            if window.definitely {
                fields.push("definitely".to_owned());
            }
        }
        match place {
            Some(Node::Country(code)) if code.is_empty() => fields.push("at=none".to_owned()),
            Some(Node::Country(code)) => fields.push(format!("at={code}")),
            Some(Node::Division(code, name)) => fields.push(format!("at={code}:{}", written(name))),
            Some(Node::Place(id)) => fields.push(format!("at={id}")),
            Some(Node::Unplaced | Node::Name(_)) | None => {}
        }
        if let Some(document) = document {
            fields.push(format!("only={}.{}", document.file.0, document.document));
        }
        if let Some(actor) = actor {
            fields.push(format!("who={}", written(actor)));
        }
        if let Some((name, _)) = KINDS.iter().find(|(_, of)| Some(*of) == *kind) {
            fields.push(format!("kind={name}"));
        }
        match certainty {
            Certainty::Any => {}
            Certainty::Stated => fields.push("dates=stated".to_owned()),
            Certainty::Inferred => fields.push("dates=inferred".to_owned()),
        }
    }
}

/// Kinds of text, as the address names them.
const KINDS: [(&str, TextKind); 3] =
    [("news", TextKind::News), ("narrative", TextKind::Narrative), ("message", TextKind::Message)];

fn text(value: &str) -> String {
    percent_decode_str(value).decode_utf8_lossy().into_owned()
}

fn written(text: &str) -> String {
    utf8_percent_encode(text, KEPT).to_string()
}

/// A node of the place tree: a country's two letters, none of them for what lies in no country; with a colon
/// and a division's name; or a place's number.
fn node(value: &str) -> Option<Node> {
    match value {
        "none" => Some(Node::Country(String::new())),
        division if division.contains(':') => {
            let (code, name) = division.split_once(':')?;
            Some(Node::Division(code.to_owned(), text(name)))
        }
        code if code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()) => {
            Some(Node::Country(code.to_owned()))
        }
        id => id.parse().ok().map(Node::Place),
    }
}

/// Exactly `N` numbers with dots between them.
fn numbers<const N: usize>(text: &str) -> Option<[u32; N]> {
    let mut out = [0; N];
    let mut fields = text.split('.');
    for slot in &mut out {
        *slot = fields.next()?.parse().ok()?;
    }
    fields.next().is_none().then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_survives_the_address() {
        let document = DocumentId { file: FileId(2), document: 7 };
        let address = Address {
            sample: true,
            tab: Tab::Places,
            document: None,
            event: Some(EventId { document, event: 11 }),
            place: Some(98_182),
            filter: Filter {
                text: "dam & \"old mill\"".to_owned(),
                window: Some(Window {
                    from: Day::from_iso("-0043-03-15").expect("a day"),
                    to: Day::from_iso("2017-04-26").expect("a day"),
                    definitely: true,
                }),
                place: Some(Node::Division("IQ".to_owned(), "Al Anbar".to_owned())),
                document: Some(document),
                actor: Some("Ann Æ".to_owned()),
                kind: Some(TextKind::Narrative),
                certainty: Certainty::Inferred,
            },
            top: Some(20),
        };
        assert_eq!(
            address.fragment(),
            "#sample&tab=places&event=2.7.11&place=98182&top=20&q=dam%20%26%20%22old%20mill%22&from=-0043-03-15\
             &to=2017-04-26&definitely&at=IQ:Al%20Anbar&only=2.7&who=Ann%20%C3%86&kind=narrative&dates=inferred"
        );
        assert_eq!(Address::parse(&address.fragment()), address);
        let reading = Address { document: Some(document), ..Address::default() };
        assert_eq!(Address::parse(&reading.fragment()), reading);
        assert_eq!(Address::default().fragment(), "");
    }

    #[test]
    fn a_filter_is_a_step_and_a_letter_more_is_none() {
        let asking = |text: &str| Address {
            filter: Filter { text: text.to_owned(), ..Filter::default() },
            ..Address::default()
        };
        assert!(asking("").is_step_from(&asking("d")));
        assert!(!asking("d").is_step_from(&asking("dam")));
        let elsewhere = Address { place: Some(1), ..asking("dam") };
        assert!(!asking("dam").is_step_from(&elsewhere));
    }

    #[test]
    fn nonsense_in_the_address_is_left_out() {
        let address = Address::parse(
            "#tab=nowhere&event=1.x.2&document=4&place=-1&top=0&§&q=%&at=x&kind=poem&from=2017-02-31",
        );
        let words = Filter { text: "%".to_owned(), ..Filter::default() };
        assert_eq!(address, Address { filter: words, ..Address::default() });
    }
}
