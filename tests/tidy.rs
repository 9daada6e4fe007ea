//! What a program can check of the invariants in ARCHITECTURE.md.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// The phases in the order of the data flow: a phase may import those before it.
const PHASES: &[&str] = &[
    "span",
    "ingest",
    "document",
    "lexicon",
    "timex",
    "gazetteer",
    "actor",
    "toponym",
    "event",
    "analysis",
    "dossier",
    "export",
    "score",
    "view",
    "worker",
    "ui",
];
/// Phases that never see each other, whatever their order.
const STRANGERS: &[(&str, &str)] = &[
    ("timex", "gazetteer"),
    ("timex", "actor"),
    ("timex", "toponym"),
    ("toponym", "timex"),
    ("actor", "timex"),
    ("gazetteer", "timex"),
];
/// Crates that only exist in a browser, and the files that may name them.
const BROWSER: &[&str] =
    &["leptos", "leptos_use", "web_sys", "js_sys", "gloo", "wasm_bindgen", "wasm_bindgen_futures"];
const BROWSER_FILES: &[&str] = &["src/ui/", "src/worker/client.rs", "src/bin/web.rs"];
/// The longest file without a reason, in lines.
const LONGEST: usize = 700;
/// Longer files, each with its reason.
const LONGER: &[(&str, &str)] = &[
    ("src/timex/rules/en/calendar.rs", "one table of rules: its rows belong side by side"),
    ("src/timex/rules/en/relative.rs", "one table of rules: its rows belong side by side"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` that ends in one of `endings`, as (path from the root, content), sorted.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    fn walk(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { walk(&path, into) } else { into.push(path) }
        }
    }
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .filter(|path| endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)))
        .map(|path| {
            let name =
                path.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(&path).expect("sources are text"))
        })
        .collect()
}

/// The part of a source file that is not its tests.
fn without_tests(source: &str) -> &str {
    let starts = ["#[cfg(test)]", "#[cfg(all(test,"].iter().filter_map(|mark| source.find(mark));
    starts.min().map_or(source, |at| &source[..at])
}

fn phase_of(file: &str) -> Option<&str> {
    let first = file.strip_prefix("src/")?.split('/').next()?;
    PHASES.iter().copied().find(|phase| first == *phase || first == format!("{phase}.rs"))
}

fn check(problems: Vec<String>) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn imports_point_backwards_along_the_data_flow() {
    let place = |phase: &str| PHASES.iter().position(|p| *p == phase);
    let mut problems = Vec::new();
    let mut imports = 0;
    for (file, source) in files("src", &[".rs"]) {
        let Some(here) = phase_of(&file) else { continue };
        if file.ends_with("/tests.rs") {
            continue;
        }
        for (number, line) in without_tests(&source).lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for (at, _) in code.match_indices("crate::") {
                let rest = &code[at + "crate::".len()..];
                let there =
                    rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default();
                if place(there).is_none() || there == here {
                    continue;
                }
                imports += 1;
                if place(there) > place(here) || STRANGERS.contains(&(here, there)) {
                    problems.push(format!("{file}:{}: {here} may not know {there}", number + 1));
                }
            }
        }
    }
    assert!(imports > 50, "only {imports} imports were seen: the check reads nothing");
    check(problems);
}

#[test]
fn only_the_page_and_its_transport_name_browser_crates() {
    let mut problems = Vec::new();
    for (file, source) in files("src", &[".rs"]) {
        if BROWSER_FILES.iter().any(|allowed| file.starts_with(allowed)) {
            continue;
        }
        for (number, line) in source.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if BROWSER.iter().any(|name| code.contains(&format!("{name}::"))) {
                problems.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    check(problems);
}

#[test]
fn files_are_short_or_say_why() {
    let mut problems = Vec::new();
    for (file, source) in files("src", &[".rs"]).into_iter().chain(files("xtask/src", &[".rs"])) {
        let lines = source.lines().count();
        let reason = LONGER.iter().any(|(name, _)| *name == file);
        if lines > LONGEST && !reason {
            problems.push(format!("{file}: {lines} lines, and no reason in tests/tidy.rs"));
        }
    }
    check(problems);
}

#[test]
fn sources_open_with_what_they_are_and_park_nothing() {
    let parked = ["#[ignore", "todo!(", "unimplemented!(", "dbg!("];
    let open = ["TO", "DO"].concat();
    let mut problems = Vec::new();
    for (file, source) in files("src", &[".rs"]) {
        let test = file.ends_with("/tests.rs") || file.ends_with("_tests.rs");
        // a component's or hook's file is documented where it is: on its one function
        let one_item = file.starts_with("src/ui/components/") || file.starts_with("src/ui/hooks/");
        let documented = source.trim_start().starts_with("//!") || (one_item && source.contains("\n/// "));
        if !documented && !test {
            problems.push(format!("{file}: no module docs"));
        }
        for (number, line) in source.lines().enumerate() {
            if parked.iter().any(|word| line.contains(word)) || line.contains(&open) {
                problems.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    check(problems);
}

#[test]
fn the_engine_does_not_panic_by_hand() {
    let mut problems = Vec::new();
    for (file, source) in files("src", &[".rs"]) {
        let engine = phase_of(&file).is_some_and(|phase| phase != "ui");
        if !engine || file.ends_with("tests.rs") {
            continue;
        }
        for (number, line) in without_tests(&source).lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if code.contains(".unwrap()") || code.contains("panic!(") || code.contains(".expect(") {
                problems.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    check(problems);
}

#[test]
fn every_data_file_names_its_source() {
    let readme = fs::read_to_string(root().join("data/README.md")).expect("data/README.md");
    let mut problems = Vec::new();
    for folder in ["data/gazetteer", "data/basemap", "data/sample"] {
        let own = fs::read_to_string(root().join(folder).join("README.md")).unwrap_or_default();
        for entry in fs::read_dir(root().join(folder)).expect("a data folder").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let stem = name.split('.').next().unwrap_or_default();
            if name != "README.md"
                && !readme.contains(&name)
                && !own.contains(&name)
                && !readme.contains(stem)
            {
                problems
                    .push(format!("{folder}/{name} is in no README: where is it from, under which licence?"));
            }
        }
    }
    check(problems);
}

#[test]
fn the_page_lets_nothing_leave() {
    let page = fs::read_to_string(root().join("index.html")).expect("index.html");
    let policy = page.split("Content-Security-Policy\" content=\"").nth(1).and_then(|p| p.split('"').next());
    let policy = policy.expect("index.html carries a policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(policy.contains("connect-src 'self';") && !policy.contains("http"), "{policy}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    let scripts = page.split("<script").skip(1).count();
    assert_eq!(scripts, 0, "Trunk.toml writes the one script; an inline one would be refused");
}

/// The baked place data is packed: what it weighs on the disk is what a visitor downloads.
#[test]
fn the_place_data_keeps_to_its_download() {
    for (tier, most) in [("core", 730_000), ("full", 3_000_000)] {
        let file = format!("data/gazetteer/{tier}.bin");
        let content = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file)).expect("the place data");
        assert!(content.starts_with(&[0x1f, 0x8b]), "{file} is not packed: bake it with `cargo xtask data`");
        assert!(content.len() <= most, "{file}: {} bytes, at most {most}", content.len());
    }
}
