//! Many files read at once, as the page reads them: each by itself, then anew where the others say something.

use super::{Dossier, FileId};
use crate::analysis::{Analysis, Options, analyse};
use crate::gazetteer::Gazetteer;
use crate::ingest::Source;
use std::sync::Arc;

/// A file to be read with others.
#[derive(Debug, Clone)]
pub struct Member<'b> {
    /// The file.
    pub source: Source,
    /// Its bytes.
    pub bytes: &'b [u8],
    /// What the caller decides about it.
    pub options: Options,
    /// The folder it stands in, where its name does not say so.
    pub folder: Option<String>,
}

impl Member<'_> {
    fn read(&self, options: &Options, gazetteer: Option<&Gazetteer>) -> Analysis {
        let mut analysis = analyse(&self.source, self.bytes, options, gazetteer, &mut |_| {});
        if let Some(folder) = &self.folder {
            analysis.source.name = format!("{folder}/{}", self.source.name);
        }
        analysis
    }
}

impl Dossier {
    /// Reads files that belong together; the file numbers are those of `members`. Every file is read once by
    /// itself, and those of which the others say something once more: linear in the files.
    #[must_use]
    pub fn read(members: &[Member<'_>], gazetteer: Option<&Gazetteer>) -> Self {
        let mut dossier = Self::default();
        let numbered = || (0..).map(FileId).zip(members);
        dossier.insert_all(
            numbered().map(|(file, member)| (file, member.read(&member.options, gazetteer))).collect(),
        );
        for (file, member) in numbered() {
            let (hints, leanings) = (dossier.hints(file), dossier.leanings(file));
            if !(hints.is_empty() && leanings.is_empty()) {
                let options = Options { hints, leanings, ..member.options.clone() };
                dossier.insert(file, member.read(&options, gazetteer));
            }
        }
        dossier
    }

    /// The files' analyses, in the order of their numbers.
    pub fn into_files(self) -> impl Iterator<Item = Analysis> {
        self.files.into_values().map(|file| Arc::try_unwrap(file).unwrap_or_else(|file| (*file).clone()))
    }
}
