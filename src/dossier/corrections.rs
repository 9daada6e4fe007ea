//! What the user decided, kept apart from what the engine found.

use super::verdicts::TellingChoice;
use super::{DocumentId, FileId};
use crate::analysis::{DocumentChoice, Options};
use crate::document::TextKind;
use crate::timex::Day;
use crate::timex::choice::{DateChoice, Said, words_of};
use crate::toponym::choice::{Meant, PlaceChoice, name_of};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The user's decisions about documents, names and tellings, with every step undoable. A re-analysis reads them
/// ([`Corrections::options`]) and never writes them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Corrections {
    choices: BTreeMap<DocumentId, Choice>,
    names: Vec<NameChoice>,
    dates: Vec<DateDecision>,
    tellings: Vec<TellingChoice>,
    undo: Vec<Step>,
}

/// One document's decided fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Choice {
    published: Option<Day>,
    kind: Option<TextKind>,
}

/// What a name means, everywhere or in one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct NameChoice {
    name: String,
    document: Option<DocumentId>,
    meant: Meant,
}

/// What the words of a date say, everywhere or at one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct DateDecision {
    words: String,
    only: Option<(DocumentId, u32)>,
    said: Said,
}

/// A decision as it was before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Step {
    Document(DocumentId, Option<Choice>),
    Names(Vec<NameChoice>),
    Dates(Vec<DateDecision>),
    Tellings(Vec<TellingChoice>),
}

/// What must be analysed again after a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touched {
    /// This file.
    File(FileId),
    /// Every file.
    All,
    /// Nothing; the dossier is told ([`Dossier::decide`](super::Dossier::decide)).
    Stories,
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

    /// Decides what a name means, in one document or everywhere; `None` leaves it to the engine again. Of
    /// two decisions about the same the later one holds.
    pub fn set_name(&mut self, words: &str, document: Option<DocumentId>, meant: Option<Meant>) {
        let name = name_of(words);
        let before = self.names.clone();
        self.names.retain(|known| known.name != name || known.document != document);
        self.names.extend(meant.map(|meant| NameChoice { name, document, meant }));
        if self.names != before {
            self.undo.push(Step::Names(before));
        }
    }

    /// Decides what the words of a date say, at one place (a document and the first byte there) or everywhere;
    /// `None` leaves it to the engine again. Of two decisions about the same the later one holds.
    pub fn set_date(&mut self, words: &str, only: Option<(DocumentId, u32)>, said: Option<Said>) {
        let words = words_of(words);
        let before = self.dates.clone();
        self.dates.retain(|known| known.words != words || known.only != only);
        self.dates.extend(said.map(|said| DateDecision { words, only, said }));
        if self.dates != before {
            self.undo.push(Step::Dates(before));
        }
    }

    /// The decision that holds for the words of a date at a place, and whether it holds there alone.
    #[must_use]
    pub fn date(&self, words: &str, at: (DocumentId, u32)) -> Option<(Said, bool)> {
        let words = words_of(words);
        let of =
            |only: Option<(DocumentId, u32)>| self.dates.iter().find(|d| d.only == only && d.words == words);
        of(Some(at)).or_else(|| of(None)).map(|decision| (decision.said, decision.only.is_some()))
    }

    /// Decides which tellings are one event and which are not, all in one step. Of two decisions about the same two
    /// tellings the later one holds.
    pub fn set_tellings(&mut self, choices: Vec<TellingChoice>) {
        let before = self.tellings.clone();
        self.tellings.retain(|known| choices.iter().all(|c| (c.one, c.two) != (known.one, known.two)));
        self.tellings.extend(choices);
        if self.tellings != before {
            self.undo.push(Step::Tellings(before));
        }
    }

    /// What was decided of tellings.
    #[must_use]
    pub fn tellings(&self) -> &[TellingChoice] {
        &self.tellings
    }

    /// Takes the last decision back; answers what must be analysed again.
    pub fn undo(&mut self) -> Option<Touched> {
        match self.undo.pop()? {
            Step::Document(document, before) => {
                match before {
                    Some(choice) => self.choices.insert(document, choice),
                    None => self.choices.remove(&document),
                };
                Some(Touched::File(document.file))
            }
            Step::Names(before) => {
                self.names = before;
                Some(Touched::All)
            }
            Step::Dates(before) => {
                self.dates = before;
                Some(Touched::All)
            }
            Step::Tellings(before) => {
                self.tellings = before;
                Some(Touched::Stories)
            }
        }
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
        let of_file = |choice: &&NameChoice| choice.document.is_none_or(|document| document.file == file);
        let names = self
            .names
            .iter()
            .filter(of_file)
            .map(|choice| PlaceChoice {
                name: choice.name.clone(),
                document: choice.document.map(|document| document.document),
                meant: choice.meant.clone(),
            })
            .collect();
        let dates = self
            .dates
            .iter()
            .filter(|decision| decision.only.is_none_or(|(document, _)| document.file == file))
            .map(|DateDecision { words, only, said }| DateChoice {
                words: words.clone(),
                only: only.map(|(document, at)| (document.document, at)),
                said: *said,
            })
            .collect();
        Options { documents, names, dates, ..Options::default() }
    }

    fn change(&mut self, document: DocumentId, edit: impl FnOnce(&mut Choice)) {
        let before = self.choices.get(&document).copied();
        let mut after = before.unwrap_or_default();
        edit(&mut after);
        if before.unwrap_or_default() == after {
            return;
        }
        self.undo.push(Step::Document(document, before));
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
        assert_eq!(corrections.undo(), Some(Touched::File(FileId(3))));
        assert_eq!((corrections.published(document), corrections.kind(document)), (day, None));
        assert_eq!(corrections.undo(), Some(Touched::File(FileId(3))));
        assert_eq!((corrections.undo(), corrections.can_undo()), (None, false));
        assert_eq!(corrections, Corrections::default());
    }

    #[test]
    fn a_name_is_decided_everywhere_or_in_one_document() {
        let document = DocumentId { file: FileId(1), document: 2 };
        let mut corrections = Corrections::default();
        corrections.set_name("Upper  Mill’s", None, Some(Meant::Nothing));
        corrections.set_name("upper mill", None, Some(Meant::Nothing));
        corrections.set_name("Reading", Some(document), Some(Meant::Nothing));
        let told = |corrections: &Corrections, file| {
            let names = corrections.options(FileId(file)).names;
            names.into_iter().map(|choice| (choice.name, choice.document)).collect::<Vec<_>>()
        };
        let everywhere = ("upper mill".to_owned(), None);
        assert_eq!(told(&corrections, 1), [everywhere.clone(), ("reading".to_owned(), Some(2))]);
        assert_eq!(told(&corrections, 5), [everywhere]);
        assert_eq!((corrections.undo(), corrections.undo()), (Some(Touched::All), Some(Touched::All)));
        assert_eq!(corrections, Corrections::default());
    }

    #[test]
    fn a_date_is_decided_at_one_place_or_everywhere() {
        let document = DocumentId { file: FileId(1), document: 2 };
        let mut corrections = Corrections::default();
        corrections.set_date("Last  May", Some((document, 40)), Some(Said::AsRead));
        corrections.set_date("last may", None, Some(Said::Nothing));
        assert_eq!(corrections.date("last May", (document, 40)), Some((Said::AsRead, true)));
        assert_eq!(corrections.date("last May", (document, 41)), Some((Said::Nothing, false)));
        assert_eq!(
            (corrections.options(FileId(1)).dates.len(), corrections.options(FileId(0)).dates.len()),
            (2, 1)
        );
        corrections.set_date("last may", None, None);
        assert_eq!(corrections.date("last May", (document, 41)), None);
        for _ in 0..3 {
            assert_eq!(corrections.undo(), Some(Touched::All));
        }
        assert_eq!(corrections, Corrections::default());
    }

    #[test]
    fn a_decision_that_changes_nothing_is_no_step() {
        let mut corrections = Corrections::default();
        corrections.set_published(DocumentId { file: FileId(0), document: 0 }, None);
        assert!(!corrections.can_undo());
    }
}
