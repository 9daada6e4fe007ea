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
    for (name, bytes) in [("core.bin", core), ("full.bin", full)] {
        let path = out.join(name);
        std::fs::write(&path, &bytes).map_err(|e| format!("{}: {e}", path.display()))?;
        println!("{}: {} bytes", path.display(), bytes.len());
    }
    Ok(())
}
