//! What the user decided, kept apart from what the engine found.

use super::{DocumentId, FileId};
use crate::analysis::{DocumentChoice, Options};
use crate::document::TextKind;
use crate::timex::Day;
use std::collections::BTreeMap;

/// The user's decisions about documents, with every step undoable. A re-analysis reads them
/// ([`Corrections::options`]) and never writes them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Corrections {
    choices: BTreeMap<DocumentId, Choice>,
    undo: Vec<(DocumentId, Option<Choice>)>,
}

/// One document's decided fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Choice {
    published: Option<Day>,
    kind: Option<TextKind>,
}

impl Corrections {
    /// Decides a document's publication day; `None` leaves it to the engine again.
    pub fn set_published(&mut self, document: DocumentId, day: Option<Day>) {
        self.change(document, |choice| choice.published = day);
    }

    /// Decides a document's kind; `None` leaves it to the engine again.
    pub fn set_kind(&mut self, document: DocumentId, kind: Option<TextKind>) {
        self.change(document, |choice| choice.kind = kind);
    }

    /// Takes the last decision back; answers the file that must be analysed again.
    pub fn undo(&mut self) -> Option<FileId> {
        let (document, before) = self.undo.pop()?;
        match before {
            Some(choice) => self.choices.insert(document, choice),
            None => self.choices.remove(&document),
        };
        Some(document.file)
    }

    /// Whether there is a decision to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// The day the user set for a document.
    #[must_use]
    pub fn published(&self, document: DocumentId) -> Option<Day> {
        self.choices.get(&document)?.published
    }

    /// The kind the user set for a document.
    #[must_use]
    pub fn kind(&self, document: DocumentId) -> Option<TextKind> {
        self.choices.get(&document)?.kind
    }

    /// What the engine must be told when it analyses `file`.
    #[must_use]
    pub fn options(&self, file: FileId) -> Options {
        let documents = self
            .choices
            .iter()
            .filter(|(id, _)| id.file == file)
            .map(|(id, choice)| DocumentChoice {
                document: id.document,
                published: choice.published,
                kind: choice.kind,
            })
            .collect();
        Options { documents, ..Options::default() }
    }

    fn change(&mut self, document: DocumentId, edit: impl FnOnce(&mut Choice)) {
        let before = self.choices.get(&document).copied();
        let mut after = before.unwrap_or_default();
        edit(&mut after);
        if before.unwrap_or_default() == after {
            return;
        }
        self.undo.push((document, before));
        if after == Choice::default() {
            self.choices.remove(&document);
        } else {
            self.choices.insert(document, after);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_told_to_the_engine_and_undone_one_by_one() {
        let document = DocumentId { file: FileId(3), document: 1 };
        let day = Day::from_ymd(2017, 4, 26);
        let mut corrections = Corrections::default();
        corrections.set_published(document, day);
        corrections.set_kind(document, Some(TextKind::Narrative));
        assert_eq!(
            corrections.options(FileId(3)).documents,
            [DocumentChoice { document: 1, published: day, kind: Some(TextKind::Narrative) }]
        );
        assert!(corrections.options(FileId(4)).documents.is_empty());
        assert_eq!(corrections.undo(), Some(FileId(3)));
        assert_eq!((corrections.published(document), corrections.kind(document)), (day, None));
        assert_eq!(corrections.undo(), Some(FileId(3)));
        assert_eq!((corrections.undo(), corrections.can_undo()), (None, false));
        assert_eq!(corrections, Corrections::default());
    }

    #[test]
    fn a_decision_that_changes_nothing_is_no_step() {
        let mut corrections = Corrections::default();
        corrections.set_published(DocumentId { file: FileId(0), document: 0 }, None);
        assert!(!corrections.can_undo());
    }
}
