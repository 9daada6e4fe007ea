//! What a click anywhere means everywhere else.

use super::state::{AppState, Pane, Selection};
use crate::dossier::{DocumentId, Dossier, EventId};
use crate::view::address::{Address, Tab};
use crate::view::filter::Filter;
use crate::view::places::Node;
use crate::view::reader::Marked;
use crate::view::stories;
use leptos::prelude::*;

impl AppState {
    /// Selects an event: its document opens at its sentence, its date is explained.
    pub(super) fn select_event(&self, id: EventId) {
        let date = self.dossier.with_untracked(|dossier| dossier.event(id).and_then(|event| event.date));
        self.selection.set(Selection {
            document: Some(id.document),
            event: Some(id),
            place: None,
            mention: date.map(Marked::Date),
        });
    }

    /// Selects a place: its first mention is shown, in the open document where it has one.
    pub(super) fn select_place(&self, place: u32) {
        let open = self.selection.with_untracked(|s| s.document);
        let found = self.dossier.with_untracked(|dossier| first_mention(dossier, place, open));
        self.selection.set(Selection {
            document: found.map(|(document, _)| document).or(open),
            event: None,
            place: Some(place),
            mention: found.map(|(_, mention)| Marked::Place(mention)),
        });
    }

    /// Selects the first mention of a name that nothing placed.
    pub(super) fn select_name(&self, name: &str) {
        let found = self.dossier.with_untracked(|dossier| {
            dossier.files().find_map(|(file, analysis)| {
                let text = &analysis.text.content;
                analysis.documents.iter().zip(0..).find_map(|(found, document)| {
                    let at = found.places.mentions.iter().position(|mention| {
                        mention.candidates.is_empty()
                            && mention.span.of(text).split_whitespace().eq(name.split_whitespace())
                    })?;
                    Some((DocumentId { file, document }, at as u32))
                })
            })
        });
        if let Some((document, mention)) = found {
            self.select_mention(document, Marked::Place(mention));
        }
    }

    /// Selects a mention in the reader, and with it the event or place it stands for.
    pub(super) fn select_mention(&self, document: DocumentId, marked: Marked) {
        let (event, place) = self.dossier.with_untracked(|dossier| {
            let Some(found) = dossier.document(document) else { return (None, None) };
            match marked {
                Marked::Date(date) => {
                    let event = found.events.iter().position(|event| event.date == Some(date));
                    (event.map(|event| EventId { document, event: event as u32 }), None)
                }
                Marked::Place(index) => {
                    let mention = found.places.mentions.get(index as usize);
                    (None, mention.and_then(|m| found.places.resolved(m)).map(|place| place.id))
                }
                Marked::Person(_) | Marked::Organisation(_) => (None, None),
            }
        });
        self.selection.set(Selection { document: Some(document), event, place, mention: Some(marked) });
    }

    /// Opens a document in the reader.
    pub(super) fn open_document(&self, document: DocumentId) {
        self.selection.set(Selection { document: Some(document), ..Selection::default() });
    }

    /// Selects a node of the place tree and shows only what happened there; the same node again shows
    /// everything.
    pub(super) fn filter_place(&self, node: Node) {
        let again = self.filter.with_untracked(|filter| filter.place.as_ref() == Some(&node));
        if let (Node::Place(place), false) = (&node, again) {
            self.select_place(*place);
        }
        self.filter.update(|filter| filter.place = (!again).then_some(node));
    }

    /// Shows only what happened at a node of the place tree, and all of it on the map.
    pub(super) fn zoom_to(&self, node: Node) {
        self.filter.update(|filter| filter.place = Some(node.clone()));
        self.aim.set(Some(node));
        self.pane.set(Pane::Map);
    }

    /// The shown row of the story that a telling belongs to.
    pub(super) fn row_of(&self, telling: EventId) -> Option<usize> {
        self.dossier.with_untracked(|dossier| {
            self.shown.with_untracked(|rows| stories::position(dossier, rows, telling))
        })
    }

    /// Decides that a telling is not the same event as the others of its story.
    pub(super) fn split(&self, telling: EventId) {
        let choices = self.dossier.with_untracked(|dossier| dossier.parting(telling));
        self.corrections.update(|corrections| corrections.set_tellings(choices));
    }

    /// Decides that two stories are one event, and unfolds it.
    pub(super) fn merge(&self, one: EventId, two: EventId) {
        let choices = self.dossier.with_untracked(|dossier| dossier.joining(one, two));
        self.merging.set(None);
        self.corrections.update(|corrections| corrections.set_tellings(choices));
        self.unfolded.set(Some(one));
    }

    /// Unfolds the story of a telling in the list, which comes to the front.
    pub(super) fn unfold(&self, telling: EventId) {
        self.tab.set(Tab::Events);
        self.pane.set(Pane::Lists);
        self.unfolded.set(Some(telling));
        self.select_event(telling);
    }

    /// Steps through the shown events; the first one where none is selected.
    pub(super) fn step_event(&self, by: isize) {
        let current = self.selection.with_untracked(|s| s.event);
        let at = current.and_then(|id| self.row_of(id));
        let next = self.shown.with_untracked(|rows| {
            let next = at.map_or(0, |at| at.saturating_add_signed(by));
            rows.get(next.min(rows.len().saturating_sub(1))).map(|row| row.id)
        });
        if let Some(id) = next {
            self.select_event(id);
        }
    }

    /// On a narrow screen: shows the text of what was just selected.
    pub(super) fn read(&self) {
        self.pane.set(Pane::Reader);
    }

    /// What the address bar should say.
    pub(super) fn address(&self) -> Address {
        let selection = self.selection.get();
        Address {
            sample: self.sample.get(),
            tab: self.tab.get(),
            document: selection.document,
            event: selection.event,
            place: selection.place,
            filter: self.filter.get(),
            top: self.top.get(),
        }
    }

    /// Selects what an address says, as far as the dossier holds it.
    pub(super) fn go_to(&self, address: &Address) {
        self.tab.set(address.tab);
        self.filter.set(address.filter.clone());
        self.top.set(address.top);
        if let Some(place) = address.place {
            self.select_place(place);
        } else if let Some(event) = address.event {
            if self.dossier.with_untracked(|dossier| dossier.event(event).is_some()) {
                self.select_event(event);
            }
        } else if let Some(document) = address.document
            && self.dossier.with_untracked(|dossier| dossier.document(document).is_some())
        {
            self.open_document(document);
        }
    }

    /// Forgets selection and filter, for a dossier that begins anew.
    pub(super) fn clear_selection(&self) {
        self.selection.set(Selection::default());
        self.filter.set(Filter::default());
        self.top.set(None);
        self.unfolded.set(None);
        self.merging.set(None);
        self.tab.set(Tab::default());
        self.pane.set(Pane::default());
    }
}

/// The first mention of a place, in `open` where it is mentioned there.
fn first_mention(dossier: &Dossier, place: u32, open: Option<DocumentId>) -> Option<(DocumentId, u32)> {
    let find = |id: DocumentId| {
        let document = dossier.document(id)?;
        let mention = document
            .places
            .mentions
            .iter()
            .position(|mention| document.places.resolved(mention).is_some_and(|p| p.id == place))?;
        Some((id, mention as u32))
    };
    open.and_then(find).or_else(|| dossier.documents().find_map(|(id, _)| find(id)))
}
