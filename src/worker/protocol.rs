//! What the page and its workers say to each other.
//!
//! A message is a header, [`Request`] or [`Response`] as `postcard` bytes, and beside a request's
//! header its payload: a file or the gazetteer, which cross as they are, so that the page's thread
//! never reads a dropped file. Every request is answered by exactly one [`Response::is_final`].

use crate::analysis::{Analysis, Options};
use crate::gazetteer::Place;
use crate::ingest::Source;
use serde::{Deserialize, Serialize};

/// Names one request; unique for the life of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RequestId(pub u32);

/// How much of the place data a worker has. The full tier refines what the core tier says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tier {
    /// The places that news speak of.
    Core,
    /// All places.
    Full,
}

/// Page → worker. Its payload travels beside it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Use the payload as this tier of the gazetteer from now on; the core tier comes first. Answered by
    /// `GazetteerReady` or `Failed`.
    LoadGazetteer {
        /// Names the request.
        id: RequestId,
        /// What the payload is.
        tier: Tier,
    },
    /// Analyse the payload. Answered by any number of `Progress`, then one `Done` or `Failed`.
    Analyse {
        /// Names the request.
        id: RequestId,
        /// The file.
        source: Source,
        /// What the user decided about it.
        options: Options,
    },
    /// Look a name up in the gazetteer; the payload is empty. Answered by `Found`.
    Find {
        /// Names the request.
        id: RequestId,
        /// What the user wrote.
        name: String,
    },
}

/// Worker → page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// The gazetteer's tier is in use.
    GazetteerReady {
        /// The request it answers.
        id: RequestId,
        /// How many places the gazetteer holds now.
        places: u32,
    },
    /// So much of the file has been read.
    Progress {
        /// The request it answers.
        id: RequestId,
        /// 0 to 1, ascending.
        share: f32,
    },
    /// The file's analysis.
    Done {
        /// The request it answers.
        id: RequestId,
        /// What was found.
        analysis: Box<Analysis>,
    },
    /// The places of a name.
    Found {
        /// The request it answers.
        id: RequestId,
        /// The most populous first; empty without a gazetteer.
        places: Vec<Place>,
    },
    /// The request failed.
    Failed {
        /// The request it answers.
        id: RequestId,
        /// One clear line for the user.
        message: String,
    },
}

impl Request {
    /// Its name.
    #[must_use]
    pub fn id(&self) -> RequestId {
        match self {
            Self::LoadGazetteer { id, .. } | Self::Analyse { id, .. } | Self::Find { id, .. } => *id,
        }
    }
}

impl Response {
    /// The request it answers.
    #[must_use]
    pub fn id(&self) -> RequestId {
        match self {
            Self::GazetteerReady { id, .. }
            | Self::Progress { id, .. }
            | Self::Done { id, .. }
            | Self::Found { id, .. }
            | Self::Failed { id, .. } => *id,
        }
    }

    /// Whether it is the last answer to its request.
    #[must_use]
    pub fn is_final(&self) -> bool {
        !matches!(self, Self::Progress { .. })
    }
}

/// A message as bytes. Serialising these types into memory cannot fail; if it ever did, the empty
/// message that results is refused by [`decode`].
#[must_use]
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_allocvec(message).unwrap_or_default()
}

/// A message from its bytes; `None` for anything else.
#[must_use]
pub fn decode<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_survive_the_crossing() {
        let request = Request::Analyse {
            id: RequestId(7),
            source: Source { name: "a/ä.txt".into(), modified: Some("2017-04-26".into()) },
            options: Options::default(),
        };
        assert_eq!(decode::<Request>(&encode(&request)), Some(request));
        assert_eq!(decode::<Request>(&[]), None);
        assert_eq!(decode::<Response>(&[250, 1]), None);
    }
}
