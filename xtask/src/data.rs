//! `data`: fetches the pinned source packages, checks them, and bakes the project's data anew.
//!
//! `data/inputs.sha256` lists the packages as `HASH  REGISTRY/FILE`; each is fetched by its registry's
//! ordinary client and refused if its bytes differ from what the list says.

use crate::setup::Tools;
use crate::shell::run;
use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Bakes `data/` from its pinned inputs.
pub fn bake(tools: &Tools) -> Result<()> {
    let inputs = tools.root.join("target/data-inputs");
    fs::create_dir_all(&inputs)?;
    let list = fs::read_to_string(tools.root.join("data/inputs.sha256"))?;
    for line in list.lines().filter(|line| !line.trim().is_empty()) {
        let (hash, path) = line.split_once("  ").with_context(|| format!("data/inputs.sha256: {line}"))?;
        let (registry, file) = path.split_once('/').with_context(|| format!("data/inputs.sha256: {line}"))?;
        let stored = inputs.join(file);
        if !stored.is_file() {
            fetch(registry, file, &inputs)?;
        }
        let bytes = fs::read(&stored).with_context(|| format!("{file} was not fetched"))?;
        let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        ensure!(
            found == hash,
            "{file} is not the file that data/inputs.sha256 names: remove it and try again"
        );
    }
    run(tools
        .command("cargo")
        .args(["run", "--locked", "--release", "--features", "bake", "--bin", "bake", "--"])
        .arg(&inputs)
        .args(["data/gazetteer", "data/gazetteer"])
        .current_dir(&tools.root))
}

fn fetch(registry: &str, file: &str, into: &Path) -> Result<()> {
    let name = |separator: &str| file.rsplit_once(separator).map_or(file, |(name, _)| name);
    match registry {
        "pypi" => {
            let mut fields = name(".tar.gz").split('-');
            let (package, version) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
            let wanted = format!("{package}=={version}");
            let form = if file.ends_with(".whl") { "--only-binary=:all:" } else { "--no-binary=:all:" };
            run(Command::new("python3")
                .args(["-m", "pip", "download", "--no-deps", form, &wanted, "-d"])
                .arg(into))
        }
        "npm" => {
            let (package, version) = name(".tgz").rsplit_once('-').context("a package has a version")?;
            run(Command::new("npm").args(["pack", &format!("{package}@{version}")]).current_dir(into))
        }
        "deb" => {
            let mut fields = file.split('_');
            let (package, version) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
            run(Command::new("apt-get").args(["download", &format!("{package}={version}")]).current_dir(into))
        }
        other => bail!("data/inputs.sha256 names an unknown registry: {other}"),
    }
}
