//! Tells the page the baked data's content hashes: they go into the data's addresses, so that a browser
//! never pairs a new program with an old file from its cache.

use std::hash::{DefaultHasher, Hash, Hasher};

fn main() {
    for (file, variable) in [
        ("data/gazetteer/core.bin", "GAZETTEER_CORE_HASH"),
        ("data/gazetteer/full.bin", "GAZETTEER_FULL_HASH"),
    ] {
        println!("cargo::rerun-if-changed={file}");
        // the hasher's keys are fixed, so the same bytes give the same name on every machine
        let mut hash = DefaultHasher::new();
        std::fs::read(file).unwrap_or_default().hash(&mut hash);
        println!("cargo::rustc-env={variable}={:016x}", hash.finish());
    }
}
