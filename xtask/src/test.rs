//! `test` and `lint`.

use crate::build;
use crate::setup::{Tools, WASM};
use crate::shell::{run, which};
use anyhow::{Context, Result};

/// Native tests, wasm tests in headless Chromium, end-to-end browser tests; what fails fastest first.
pub fn all(tools: &Tools) -> Result<()> {
    run(tools.command("cargo").args(["test", "--locked"]))?;
    tools.browser()?;
    tools.wasm_bindgen()?;
    tools.wasm_target()?;
    run(tools
        .command("cargo")
        .args(["test", "--locked", "--target", WASM, "--no-default-features", "--test", "web"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.tool("wasm-bindgen-test-runner"))
        .env("CHROMEDRIVER", which("chromedriver").context("chromedriver was here a moment ago")?))?;
    build::dist(tools)?;
    tools.rustfmt()?;
    run(tools.command("cargo").args(["test", "--locked", "--features", "e2e", "--test", "e2e"]))
}

/// Formatting and lints, native and wasm32, warnings as errors.
pub fn lint(tools: &Tools) -> Result<()> {
    tools.wasm_target()?;
    run(tools.command("cargo").args(["fmt", "--all", "--check"]))?;
    run(tools.command("cargo").args([
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--features",
        "e2e,bake",
        "--",
        "-D",
        "warnings",
    ]))?;
    run(tools
        .command("cargo")
        .args([
            "clippy",
            "--locked",
            "--target",
            WASM,
            "--no-default-features",
            "--lib",
            "--bin",
            "dateline-web",
        ])
        .args(["--", "-D", "warnings"])
        .env("CLIPPY_CONF_DIR", tools.root.join(".clippy-wasm")))
}
