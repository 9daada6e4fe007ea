//! What the page and its workers say to each other. Messages cross as `postcard` bytes: natively
//! testable, one copy, no object graph for the structured clone to walk.

use crate::analysis::{Analysis, Options};
use crate::ingest::Source;
use serde::{Deserialize, Serialize};

/// Names one request; unique for the life of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RequestId(pub u32);

/// Page → worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Use these bytes as the gazetteer from now on. Answered by `GazetteerReady` or `Failed`.
    LoadGazetteer {
        /// Names the request.
        id: RequestId,
        /// The baked file.
        bytes: Vec<u8>,
    },
    /// Analyse one file. Answered by `Progress*`, then exactly one `Done` or `Failed`.
    Analyse {
        /// Names the request.
        id: RequestId,
        /// The file.
        source: Source,
        /// Its bytes.
        bytes: Vec<u8>,
        /// What the user decided about it.
        options: Options,
    },
}

/// Worker → page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// The gazetteer is in use.
    GazetteerReady {
        /// The request it answers.
        id: RequestId,
        /// How many places it holds.
        places: u32,
    },
    /// So much of the file has been read.
    Progress {
        /// The request it answers.
        id: RequestId,
        /// 0 to 1.
        share: f32,
    },
    /// The file's analysis.
    Done {
        /// The request it answers.
        id: RequestId,
        /// What was found.
        analysis: Box<Analysis>,
    },
    /// The request failed.
    Failed {
        /// The request it answers.
        id: RequestId,
        /// One clear line for the user.
        message: String,
    },
}
