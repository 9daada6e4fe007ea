//! The project's commands: set-up and build, nothing else.
//!
//! ```text
//! cargo xtask run     build the page for release and serve it on loopback
//! cargo xtask test    native tests, wasm tests in headless Chromium, end-to-end browser tests
//! cargo xtask dist    build the page into dist/
//! cargo xtask lint    formatting and lints, native and wasm32
//! cargo xtask data    fetch the pinned source packages and bake data/ anew
//! ```
//!
//! Each does all its own set-up (see [`setup`]) and is quick when there is none to do.

mod build;
mod data;
mod serve;
mod setup;
mod shell;
mod test;

use anyhow::{Result, bail};
use setup::Tools;
use std::env;
use std::ffi::OsString;
use std::path::Path;

fn main() -> Result<()> {
    let args: Vec<OsString> = env::args_os().collect();
    // Under these names this program *is* the wasm-bindgen command line of Cargo.lock, so that Trunk and
    // `cargo test` find the matching version on PATH.
    match args.first().and_then(|name| Path::new(name).file_stem()).and_then(|name| name.to_str()) {
        Some("wasm-bindgen") => return wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(args),
        Some("wasm-bindgen-test-runner") => {
            return wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(args);
        }
        _ => {}
    }
    let tools = Tools::new()?;
    match args.get(1).and_then(|a| a.to_str()) {
        Some("run") => {
            build::dist(&tools)?;
            serve::forever(&tools.root.join("dist"))
        }
        Some("dist") => build::dist(&tools),
        Some("test") => test::all(&tools),
        Some("lint") => test::lint(&tools),
        Some("data") => data::bake(&tools),
        _ => bail!("cargo xtask run | test | dist | lint | data"),
    }
}
