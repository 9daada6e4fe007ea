//! What a fresh machine lacks, installed once: the wasm target, Trunk, Chromium and its driver.

use crate::shell::{output, run, which};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The page's target.
pub const WASM: &str = "wasm32-unknown-unknown";
/// The Trunk that `Trunk.toml` is written for.
const TRUNK: &str = "0.21.14";

/// The project's root and the folder its own tools stand in.
pub struct Tools {
    /// The project's root.
    pub root: PathBuf,
    bin: PathBuf,
}

impl Tools {
    /// Enters the project's root.
    pub fn new() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask/ stands in the project")?;
        env::set_current_dir(root)?;
        Ok(Self { root: root.to_owned(), bin: root.join("target/tools/bin") })
    }

    /// A command that finds the project's tools before any other.
    pub fn command(&self, program: &str) -> Command {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.bin.clone()).chain(env::split_paths(&path));
        let mut command = Command::new(program);
        if let Ok(path) = env::join_paths(folders) {
            command.env("PATH", path);
        }
        command
    }

    /// One of the project's own tools.
    pub fn tool(&self, name: &str) -> PathBuf {
        self.bin.join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// Makes everything ready that building the page needs.
    pub fn for_the_page(&self) -> Result<()> {
        self.wasm_bindgen()?;
        self.wasm_target()?;
        self.trunk()
    }

    /// This very program under the names that Trunk and `cargo test` look for.
    pub fn wasm_bindgen(&self) -> Result<()> {
        fs::create_dir_all(&self.bin)?;
        let this = env::current_exe()?;
        for name in ["wasm-bindgen", "wasm-bindgen-test-runner"] {
            let link = self.tool(name);
            if fs::read_link(&link).is_ok_and(|to| to == this) {
                continue;
            }
            if link.symlink_metadata().is_ok() {
                fs::remove_file(&link)?;
            }
            #[cfg(unix)]
            std::os::unix::fs::symlink(&this, &link)?;
            #[cfg(not(unix))]
            fs::copy(&this, &link)?;
        }
        Ok(())
    }

    /// The standard library for wasm32.
    pub fn wasm_target(&self) -> Result<()> {
        let sysroot = output(self.command("rustc").args(["--print", "sysroot"]))?;
        if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).join("lib").exists() {
            return Ok(());
        }
        if which("rustup").is_none() {
            bail!("the page needs the {WASM} target; without rustup, install it as your Rust was installed");
        }
        run(self.command("rustup").args(["target", "add", WASM]))
    }

    /// Trunk, without its network features: it never downloads anything here.
    fn trunk(&self) -> Result<()> {
        let found = output(self.command("trunk").arg("--version")).unwrap_or_default();
        if found.trim() == format!("trunk {TRUNK}") {
            return Ok(());
        }
        eprintln!("Installing Trunk {TRUNK} once, into target/tools: a few minutes.");
        run(self
            .command("cargo")
            .args(["install", "--locked", "--debug", "trunk", "--version", TRUNK, "--no-default-features"])
            .arg("--root")
            .arg(self.root.join("target/tools"))
            .env("CARGO_PROFILE_DEV_DEBUG", "0"))
    }

    /// `rustfmt`, which a build script of the browser tests calls.
    pub fn rustfmt(&self) -> Result<()> {
        if output(self.command("rustfmt").arg("--version")).is_ok() || which("rustup").is_none() {
            return Ok(());
        }
        run(self.command("rustup").args(["component", "add", "rustfmt"]))
    }

    /// Chromium and its driver.
    pub fn browser(&self) -> Result<()> {
        if which("chromium").is_some() && which("chromedriver").is_some() {
            return Ok(());
        }
        let root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
        if !(cfg!(target_os = "linux") && root && which("apt-get").is_some()) {
            bail!(
                "the browser tests need `chromium` and `chromedriver` on PATH; on Debian or Ubuntu:\n  sudo apt-get install chromium chromium-driver"
            );
        }
        run(Command::new("apt-get").args(["update", "-q"]))?;
        run(Command::new("apt-get")
            .args(["install", "-y", "-q", "--no-install-recommends", "chromium", "chromium-driver"])
            .env("DEBIAN_FRONTEND", "noninteractive"))
    }
}
