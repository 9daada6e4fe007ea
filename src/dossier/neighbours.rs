//! What the files of a dossier say of each other's publication days and places.
//!
//! A document counts on those days only that other files tell by themselves and for certain, never on a day
//! that was itself found with the help of others. So nothing runs in circles, the order in which files come in
//! changes nothing, and one round settles everything.
//!
//! 1. Files that are numbered ("letter 1.txt", "letter 2.txt") and whose dated ones stand in that order: the
//!    day lies between the dated files before and behind.
//! 2. Documents that name the same people and organisations, which hardly any other names: they tell of one
//!    matter, mostly within few weeks.
//!
//! Of places the documents of one folder say which namesakes they mean ([`Context`]): a local paper's "Paris" is
//! the one in its county. They too count only as what each document makes of its names by itself.

use super::{DocumentId, Dossier, FileId};
use crate::analysis::{Analysis, DocumentAnalysis};
use crate::document::TextKind;
use crate::timex::anchor::DocumentHint;
use crate::timex::{Day, Grain, Interval};
use crate::toponym::context::{Context, DocumentLeanings};
use std::collections::{BTreeMap, BTreeSet};

/// A name counts as rare in at most so many documents, or this share of them.
const RARE: usize = 6;
const RARE_SHARE: usize = 50;
/// Rare names two documents must share to be about one matter.
const SHARED: usize = 2;
/// Days before and behind a document of the same matter.
const MATTER: [i32; 2] = [-14, 21];
/// Documents of one matter looked at, the nearest in names first.
const KIN: usize = 3;
/// How far an end of a numbered row may lie from its nearest dated file, in days.
const ROW_END: i32 = 45;

/// What ties files together, kept file by file.
#[derive(Debug, Clone, Default)]
pub(super) struct Ties {
    /// The documents that give a name.
    names: BTreeMap<String, BTreeSet<DocumentId>>,
    /// The files of a numbered row.
    rows: BTreeMap<String, BTreeSet<(u64, FileId)>>,
    /// By folder: what its documents take their names to mean.
    folders: BTreeMap<String, Context>,
}

impl Ties {
    /// Takes a file in, or out.
    pub(super) fn count(&mut self, file: FileId, analysis: &Analysis, add: bool) {
        if let Some((row, number)) = numbered(&analysis.source.name) {
            if add {
                self.rows.entry(row).or_default().insert((number, file));
            } else if let Some(files) = self.rows.get_mut(&row) {
                files.remove(&(number, file));
                if files.is_empty() {
                    self.rows.remove(&row);
                }
            }
        }
        let folder = folder(&analysis.source.name);
        let context = self.folders.entry(folder.to_owned()).or_default();
        for document in &analysis.documents {
            if add {
                context.add(&document.places.votes);
            } else {
                context.remove(&document.places.votes);
            }
        }
        if context.documents() == 0 {
            self.folders.remove(folder);
        }
        for (index, document) in analysis.documents.iter().enumerate() {
            let id = DocumentId { file, document: index as u32 };
            for name in names_of(document) {
                if add {
                    self.names.entry(name.to_owned()).or_default().insert(id);
                } else if let Some(documents) = self.names.get_mut(name) {
                    documents.remove(&id);
                    if documents.is_empty() {
                        self.names.remove(name);
                    }
                }
            }
        }
    }
}

/// Names of several words: a surname alone may be anybody's.
fn names_of(document: &DocumentAnalysis) -> impl Iterator<Item = &str> {
    document.actors.iter().map(|actor| actor.name.as_str()).filter(|name| name.contains(' '))
}

impl Dossier {
    /// What the other files say of the publication days that `file` does not tell for certain itself: the
    /// hints its next analysis is to be given. The same for the same files, whatever order they came in.
    #[must_use]
    pub fn hints(&self, file: FileId) -> Vec<DocumentHint> {
        let Some(analysis) = self.files.get(&file) else { return Vec::new() };
        let mut hints = Vec::new();
        for (index, document) in analysis.documents.iter().enumerate() {
            if document.told_by_file.is_some() || document.kind == TextKind::Narrative {
                continue;
            }
            let id = DocumentId { file, document: index as u32 };
            hints.extend(self.of_row(id, analysis));
            hints.extend(self.of_matter(id, document));
        }
        hints
    }

    /// What the other documents of its folder say of the places of `file`: the leanings its next analysis is to be
    /// given; none where the folder holds no other file. The same for the same files, whatever order they came
    /// in.
    #[must_use]
    pub fn leanings(&self, file: FileId) -> Vec<DocumentLeanings> {
        let Some(analysis) = self.files.get(&file) else { return Vec::new() };
        let Some(context) = self.ties.folders.get(folder(&analysis.source.name)) else { return Vec::new() };
        if context.documents() as usize <= analysis.documents.len() {
            return Vec::new();
        }
        let leanings = |(index, document): (usize, &DocumentAnalysis)| DocumentLeanings {
            document: index as u32,
            leanings: context.leanings(&document.places.votes),
        };
        let told = analysis.documents.iter().enumerate().map(leanings);
        // a document alone in its file hears nothing from itself
        told.filter(|told| analysis.documents.len() > 1 || !told.leanings.is_empty()).collect()
    }

    /// Between the dated files before and behind it in a numbered row.
    fn of_row(&self, id: DocumentId, analysis: &Analysis) -> Option<DocumentHint> {
        if analysis.documents.len() > 1 {
            return None;
        }
        let (row, here) = numbered(&analysis.source.name)?;
        let mut dated: Vec<(u64, Day, &str)> = self
            .ties
            .rows
            .get(&row)?
            .iter()
            .filter(|(_, file)| *file != id.file)
            .filter_map(|(number, file)| {
                let other = self.files.get(file)?;
                let [document] = other.documents.as_slice() else { return None };
                Some((*number, document.told_by_file?, other.source.name.as_str()))
            })
            .collect();
        crate::order::sort(&mut dated);
        let ascends = dated.windows(2).all(|pair| pair[0].1 <= pair[1].1);
        let descends = dated.windows(2).all(|pair| pair[0].1 >= pair[1].1);
        if dated.len() < 2 || !(ascends || descends) {
            return None;
        }
        let at = dated.partition_point(|(number, ..)| *number < here);
        let before = at.checked_sub(1).and_then(|before| dated.get(before));
        let behind = dated.get(at);
        let (earlier, later) = if ascends { (before, behind) } else { (behind, before) };
        let earliest = earlier.map_or_else(|| later.map(|l| l.1.plus(-ROW_END)), |e| Some(e.1))?;
        let latest = later.map_or_else(|| earlier.map(|e| e.1.plus(ROW_END)), |l| Some(l.1))?;
        let named: Vec<&str> = [before, behind].into_iter().flatten().map(|(.., name)| *name).collect();
        let reason = format!("stands in its row of files beside {}", named.join(" and "));
        Some(DocumentHint { document: id.document, within: days(earliest, latest), reason })
    }

    /// Near the documents that tell of the same matter.
    fn of_matter(&self, id: DocumentId, document: &DocumentAnalysis) -> Vec<DocumentHint> {
        let rare = RARE.max(self.counts.documents as usize / RARE_SHARE);
        let mut shared: BTreeMap<DocumentId, Vec<&str>> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for name in names_of(document).filter(|name| seen.insert(*name)) {
            let Some(others) = self.ties.names.get(name).filter(|others| others.len() <= rare) else {
                continue;
            };
            for other in others.iter().filter(|other| other.file != id.file) {
                shared.entry(*other).or_default().push(name);
            }
        }
        let mut kin: Vec<(usize, Day, &str, &[&str])> = shared
            .iter()
            .filter(|(_, names)| names.len() >= SHARED)
            .filter_map(|(other, names)| {
                let day = self.document(*other)?.told_by_file?;
                let file = self.files.get(&other.file)?.source.name.as_str();
                Some((names.len(), day, file, names.as_slice()))
            })
            .collect();
        // by what they share, then by day and name: never by the order they came in
        crate::order::sort_by(&mut kin, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(b.2)));
        let [before, behind] = MATTER;
        kin.into_iter()
            .take(KIN)
            .map(|(_, day, file, names)| DocumentHint {
                document: id.document,
                within: days(day.plus(before), day.plus(behind)),
                reason: format!("names {} as {file} does, which is dated {}", names.join(" and "), day.iso()),
            })
            .collect()
    }
}

fn days(earliest: Day, latest: Day) -> Interval {
    Interval { latest, grain: Grain::Day, ..Interval::day(earliest) }
}

/// The folder of a file: its path up to its name.
fn folder(path: &str) -> &str {
    path.rfind(['/', '\\']).map_or("", |at| &path[..at])
}

/// The row a file's name stands in (its folder and the words before its first number) and the number.
fn numbered(path: &str) -> Option<(String, u64)> {
    let start = path.rfind(['/', '\\']).map_or(0, |at| at + 1);
    let name = &path[start..];
    let first = name.find(|c: char| c.is_ascii_digit())?;
    let digits = name[first..].bytes().take_while(u8::is_ascii_digit).count();
    let number = name[first..first + digits].parse().ok()?;
    Some((path[..start + first].to_lowercase(), number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_numbered_in_one_folder() {
        assert_eq!(numbered("letters/Letter 12.txt"), Some(("letters/letter ".into(), 12)));
        assert_eq!(numbered("03-weir.txt"), Some((String::new(), 3)));
        assert_eq!(numbered("2017/weir.txt"), None);
    }
}
