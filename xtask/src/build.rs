//! `dist`: the page, built for release.

use crate::setup::Tools;
use crate::shell::run;
use anyhow::Result;

/// Builds the page into `dist/`.
pub fn dist(tools: &Tools) -> Result<()> {
    tools.for_the_page()?;
    run(tools.command("trunk").args(["build", "--release"]))
}
