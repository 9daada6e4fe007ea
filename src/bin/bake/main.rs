//! Bakes the gazetteer: `bake PACKAGES TABLES OUT` reads the downloaded packages and the hand-written
//! tables and writes `core.bin` and `full.bin`. Same inputs, same bytes.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line generator reports")]

mod inputs;
mod names;
mod places;
mod tiers;

use inputs::{Inputs, Outcome};
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [packages, tables, out] = arguments.as_slice() else {
        eprintln!("usage: bake PACKAGES TABLES OUT");
        return ExitCode::from(2);
    };
    match bake(&Inputs { packages: packages.clone(), tables: tables.clone() }, out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("bake: {message}");
            ExitCode::FAILURE
        }
    }
}

fn bake(inputs: &Inputs, out: &std::path::Path) -> Outcome<()> {
    let words = names::words(inputs)?;
    let world = places::collect(inputs, &words)?;
    let (core, full) = tiers::cut(&world, &words);
    for (name, bytes, most) in [("core.bin", core, CORE), ("full.bin", full, FULL)] {
        let path = out.join(name);
        let packed = pack(&bytes)?;
        std::fs::write(&path, &packed).map_err(|e| format!("{}: {e}", path.display()))?;
        println!("{}: {} bytes, {} unpacked (at most {most})", path.display(), packed.len(), bytes.len());
    }
    Ok(())
}

/// The most bytes that a visitor is to download for the core tier and for the full one.
const CORE: usize = 730_000;
const FULL: usize = 3_000_000;

/// The file as it is sent. Only a release build searches for the smallest gzip, which takes minutes otherwise.
fn pack(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let options = zopfli::Options {
        iteration_count: std::num::NonZeroU64::new(if cfg!(debug_assertions) { 1 } else { 15 })
            .ok_or("none")?,
        ..zopfli::Options::default()
    };
    let mut packed = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed).map_err(|e| e.to_string())?;
    Ok(packed)
}
