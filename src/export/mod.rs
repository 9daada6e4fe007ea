//! What leaves the program: one file a format, shared by the page and the command line.
//!
//! Everything here is pure: an [`Analysis`](crate::analysis::Analysis) or a
//! [`Dossier`](crate::dossier::Dossier) in, a value or a string out.

pub mod json;
