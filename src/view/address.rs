//! The page's state as a URL fragment: `#sample&tab=places&event=0.3.12`.

use crate::dossier::{DocumentId, EventId, FileId};

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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
}

impl Address {
    /// Reads a fragment, with or without its `#`. What it does not know is left out.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let mut address = Self::default();
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
                _ => {}
            }
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
        if fields.is_empty() { String::new() } else { format!("#{}", fields.join("&")) }
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
        };
        assert_eq!(address.fragment(), "#sample&tab=places&event=2.7.11&place=98182");
        assert_eq!(Address::parse(&address.fragment()), address);
        let reading = Address { document: Some(document), ..Address::default() };
        assert_eq!(Address::parse(&reading.fragment()), reading);
        assert_eq!(Address::default().fragment(), "");
    }

    #[test]
    fn nonsense_in_the_address_is_left_out() {
        let address = Address::parse("#tab=nowhere&event=1.x.2&document=4&place=-1&§");
        assert_eq!(address, Address::default());
    }
}
