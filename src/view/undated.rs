//! Dates that nothing puts on the calendar: "in March", in a paper that says no year. They have no place on the axis
//! and are not forgotten.

use super::dated::is_adrift;
use crate::dossier::{DocumentId, Dossier};

/// The most of them that are listed.
const MOST: usize = 200;

/// A date without a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undated {
    /// The document it stands in.
    pub document: DocumentId,
    /// Index among the document's dates.
    pub mention: u32,
    /// Its words.
    pub words: String,
    /// The title of the document.
    pub source: String,
}

/// How many dates of these documents have no time, and the first of them.
#[must_use]
pub fn undated(dossier: &Dossier, documents: &[DocumentId]) -> (u32, Vec<Undated>) {
    let (mut count, mut found) = (0, Vec::new());
    for &id in documents {
        let (Some(file), Some(document)) = (dossier.file(id.file), dossier.document(id)) else { continue };
        for (date, mention) in document.dates.iter().zip(0..).filter(|(date, _)| is_adrift(&date.value)) {
            count += 1;
            if found.len() < MOST {
                let words = date.span.of(&file.text.content).split_whitespace().collect::<Vec<_>>().join(" ");
                found.push(Undated { document: id, mention, words, source: dossier.title(id) });
            }
        }
    }
    (count, found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Options, analyse};
    use crate::dossier::FileId;
    use crate::ingest::Source;

    #[test]
    fn a_date_without_a_year_is_listed() {
        let text = "The ferry was late on Tuesday. It sank on 3 May 1848.";
        let source = Source { name: "a.txt".into(), modified: None };
        let mut dossier = Dossier::default();
        dossier.insert(FileId(0), analyse(&source, text.as_bytes(), &Options::default(), None, &mut |_| {}));
        let documents: Vec<_> = dossier.documents().map(|(id, _)| id).collect();
        let (count, found) = undated(&dossier, &documents);
        let words: Vec<&str> = found.iter().map(|date| date.words.as_str()).collect();
        assert_eq!((count, words.as_slice()), (1, ["Tuesday"].as_slice()));
        assert_eq!(undated(&dossier, &[]), (0, Vec::new()));
    }
}
