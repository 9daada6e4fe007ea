//! Tells the page the baked data's content hash: it goes into the data's addresses, so that a browser
//! never pairs a new program with an old file from its cache.

use std::hash::{DefaultHasher, Hash, Hasher};

fn main() {
    let file = "data/gazetteer/core.bin";
    println!("cargo::rerun-if-changed={file}");
    // the hasher's keys are fixed, so the same bytes give the same name on every machine
    let mut hash = DefaultHasher::new();
    std::fs::read(file).unwrap_or_default().hash(&mut hash);
    println!("cargo::rustc-env=GAZETTEER_HASH={:016x}", hash.finish());
}
