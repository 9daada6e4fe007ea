//! How fast and how large the built page is. A program, not a test: nothing fails for being slow.
//!
//! ```text
//! cargo bench --profile dev --features e2e --bench page -- BUNDLE.txt [--profile FILE.cpuprofile]
//! ```
//!
//! Prints: the brotli sizes of page, program and style, and the sizes of the place data as any host sends it;
//! the time in a worker from the place data's bytes to its readiness; the time from the drop of
//! BUNDLE to everything shown and painted; and for 600 copies of it dropped at once the whole time, the
//! longest tasks of the page's thread and the longest time without a frame. With `--profile` the page's
//! thread is sampled while the 600 files are read (build `dist/` with names kept, or all is
//! `wasm-function[…]`).

#![allow(clippy::disallowed_methods, reason = "a native program may read the clock")]

#[allow(dead_code, reason = "the tests ask more of it than the benchmark")]
mod harness;
mod server;

use harness::{Session, call, dist, scratch};
use headless_chrome::protocol::cdp::types::Method;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// Copies of the bundle in the large drop.
const COPIES: usize = 600;
/// Drops of the single bundle.
const RUNS: usize = 7;
/// When the large drop is given up.
const LIMIT: Duration = Duration::from_secs(900);

/// Runs before the page's own scripts: notes drops, long tasks, gaps between frames, and when the headline
/// has become complete and was painted.
const WATCH: &str = "
window.bench = { drop: 0, shown: 0, begun: false, tasks: [], gap: 0, loads: [] };
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  const data = Array.isArray(message) ? message[1] : null;
  if (data instanceof Blob && !(data instanceof File)) {
    const began = performance.now();
    this.addEventListener('message', () => bench.loads.push([data.size, performance.now() - began]), { once: true });
  }
  return post.call(this, message, ...rest);
};
// what was shown before the drop does not count: the headline has to change first
addEventListener('drop', () => Object.assign(bench, { drop: performance.now(), shown: 0, begun: false, tasks: [], gap: 0 }), true);
new PerformanceObserver(list => {
  for (const task of list.getEntries()) bench.tasks.push([task.startTime, task.duration]);
}).observe({ type: 'longtask' });
let last = 0;
const frame = now => { bench.gap = Math.max(bench.gap, now - last); last = now; requestAnimationFrame(frame); };
requestAnimationFrame(frame);
const complete = () => /^[^…]*document/.test(document.querySelector('[role=status]')?.textContent ?? '')
  && document.querySelector('.place-data')?.dataset.state === 'complete';
new MutationObserver(() => {
  if (!complete()) { Object.assign(bench, { shown: 0, begun: true }); return; }
  if (bench.shown === 0 && bench.drop > 0 && bench.begun) {
    bench.shown = -1;
    requestAnimationFrame(() => setTimeout(() => { if (bench.shown === -1) bench.shown = performance.now(); }));
  }
}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
";

/// A method of the DevTools protocol without parameters, with its answer as it comes.
#[derive(Debug, Serialize)]
struct EnableProfiler {}

#[derive(Debug, Serialize)]
struct StartProfiler {}

#[derive(Debug, Serialize)]
struct StopProfiler {}

impl Method for EnableProfiler {
    const NAME: &'static str = "Profiler.enable";
    type ReturnObject = Value;
}

impl Method for StartProfiler {
    const NAME: &'static str = "Profiler.start";
    type ReturnObject = Value;
}

impl Method for StopProfiler {
    const NAME: &'static str = "Profiler.stop";
    type ReturnObject = Value;
}

fn main() {
    // Cargo adds `--bench`
    let mut args = env::args_os().skip(1).filter(|arg| arg != "--bench");
    let (mut bundle, mut profile) = (None, None);
    while let Some(arg) = args.next() {
        if arg == "--profile" {
            profile = args.next().map(PathBuf::from);
        } else {
            bundle = Some(PathBuf::from(arg));
        }
    }
    let mut out = std::io::stdout();
    let mut say = |line: String| writeln!(out, "{line}").expect("standard output");
    sizes(&mut say);
    place_data(&mut say);
    let Some(bundle) = bundle else {
        say("no BUNDLE.txt given: sizes only".to_owned());
        return;
    };
    let text = fs::read(&bundle).unwrap_or_else(|error| panic!("{}: {error}", bundle.display()));
    one_drop(&text, &mut say);
    many_files(&text, profile.as_deref(), &mut say);
}

/// Every file of the page that is not data, raw and as a good static host sends it.
fn sizes(say: &mut impl FnMut(String)) {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut folders = vec![dist()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("dist/ can be read").flatten() {
            let path = entry.path();
            match path.is_dir() {
                true if path != dist().join("data") => folders.push(path),
                true => {}
                false => files.push(path),
            }
        }
    }
    files.sort();
    let (mut raw, mut packed) = (0, 0);
    for file in files {
        let content = fs::read(&file).expect("a file of dist/");
        let small = brotli_11(&content);
        raw += content.len();
        packed += small;
        let name = file.strip_prefix(dist()).unwrap_or(&file).display().to_string();
        say(format!("{:>9} {small:>9} B brotli  {name}", content.len()));
    }
    say(format!("{raw:>9} {packed:>9} B brotli  together: {:.1} KB (to reach: 300)", packed as f64 / 1000.0));
}

/// The place data: what is downloaded, and how long a worker takes from its unpacked bytes, still in the
/// browser's hands, to its answer that it is ready.
fn place_data(say: &mut impl FnMut(String)) {
    for tier in ["core", "full"] {
        let content = fs::read(dist().join(format!("data/gazetteer/{tier}.bin"))).expect("the place data");
        say(format!("{:>9} {:>9} B brotli  data/gazetteer/{tier}.bin", content.len(), brotli_11(&content)));
    }
    let session = Session::open(WATCH);
    let mut times: [Vec<f64>; 2] = [Vec::new(), Vec::new()];
    let mut tasks = 0.0_f64;
    for _ in 0..RUNS {
        session.until_true(
            "all place data",
            "document.querySelector('.place-data')?.dataset.state === 'complete'",
        );
        // the smallest load is the core tier's, the largest the full one's, which one worker has by now
        let loads = session.eval("bench.loads.sort(([a], [b]) => a - b).map(([, time]) => time)");
        let loads: Vec<f64> = loads.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        if let (Some(core), Some(full)) = (loads.first(), loads.last()) {
            times[0].push(*core);
            times[1].push(core + full);
        }
        let longest = session.eval("Math.max(0, ...bench.tasks.map(([, time]) => time))");
        tasks = tasks.max(longest.as_f64().unwrap_or_default());
        session.tab.reload(false, None).expect("the page again");
        session.until_true("the page is drawn", "!!document.querySelector('main')");
    }
    let [core, all] = times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    });
    say(format!("place data ready: core {core:.0} ms, all {all:.0} ms (to reach: 50, 150)"));
    say(format!("longest task of the page's thread while it starts: {tasks:.0} ms"));
}

fn brotli_11(content: &[u8]) -> usize {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 24);
    writer.write_all(content).and_then(|()| writer.flush()).expect("memory");
    drop(writer);
    packed.len()
}

/// One bundle: first as early as can be, then with everything warm.
fn one_drop(text: &[u8], say: &mut impl FnMut(String)) {
    let session = Session::open(WATCH);
    let file = scratch("bundle.txt");
    fs::write(&file, text).expect("the benchmark's own folder");
    let mut took = Vec::new();
    for run in 0..RUNS {
        session.drop_files(std::slice::from_ref(&file));
        let time = shown(&session);
        let longest = tasks(&session).first().copied().unwrap_or_default();
        say(format!(
            "drop {run}: {time:.0} ms to everything shown, longest task {longest:.0} ms: {}",
            headline(&session)
        ));
        if run > 0 {
            took.push(time);
        }
        session.eval("[...document.querySelectorAll('button')].find(b => b.textContent.includes('Start over')).click()");
        session.until_true("the first screen", "!!document.querySelector('#file-input')");
    }
    took.sort_by(f64::total_cmp);
    say(format!("one bundle, warm: median {:.0} ms (to reach: 500)", took[took.len() / 2]));
}

/// The bundle many times over, each in a file of its own.
fn many_files(text: &[u8], profile: Option<&Path>, say: &mut impl FnMut(String)) {
    let folder = scratch("many");
    fs::create_dir_all(&folder).expect("the benchmark's own folder");
    let files: Vec<PathBuf> =
        (0..COPIES).map(|number| folder.join(format!("bundle-{number:03}.txt"))).collect();
    for file in &files {
        fs::write(file, text).expect("the benchmark's own folder");
    }
    let session = Session::open(WATCH);
    // start-up is not what is measured: a first small file shows that engine and data are there
    let first = scratch("first.txt");
    fs::write(&first, "It began in Vienna on 4 May 2001.\n").expect("the benchmark's own folder");
    session.drop_files(&[first]);
    shown(&session);
    if profile.is_some() {
        call(&session.tab, EnableProfiler {});
        call(&session.tab, StartProfiler {});
    }
    session.drop_files(&files);
    let time = shown(&session);
    let tasks = tasks(&session);
    let gap = session.eval("bench.gap").as_f64().unwrap_or_default();
    say(format!(
        "{COPIES} files, {} KB: {:.1} s to everything shown: {}",
        text.len() * COPIES / 1000,
        time / 1000.0,
        headline(&session)
    ));
    let long: Vec<String> = tasks.iter().take(8).map(|task| format!("{task:.0}")).collect();
    say(format!("tasks over 50 ms: {} (to reach: none), the longest: {} ms", tasks.len(), long.join(", ")));
    say(format!("longest time without a frame: {gap:.0} ms"));
    session.shot("many");
    say(format!("requests of the page: {}", session.requests.lines().len()));
    let lost = [session.problems.lines(), session.host.missing.lines(), session.trap.caught.lines()].concat();
    say(format!("complaints: {}", if lost.is_empty() { "none".to_owned() } else { lost.join("; ") }));
    if let Some(file) = profile {
        let answer = call(&session.tab, StopProfiler {});
        fs::write(file, answer["profile"].to_string()).expect("the profile's folder");
        for (name, share) in top(&answer["profile"]) {
            say(format!("{share:>8.0} ms  {name}"));
        }
    }
}

/// Milliseconds from the last drop to everything shown and painted.
fn shown(session: &Session) -> f64 {
    let began = Instant::now();
    loop {
        let time =
            session.eval("bench.shown > 0 ? bench.shown - bench.drop : 0").as_f64().unwrap_or_default();
        if time > 0.0 {
            return time;
        }
        assert!(began.elapsed() < LIMIT, "not finished: {}", headline(session));
        thread::sleep(Duration::from_millis(100));
    }
}

fn headline(session: &Session) -> String {
    session
        .eval("document.querySelector('[role=status]').textContent")
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// The long tasks since the last drop in milliseconds, longest first.
fn tasks(session: &Session) -> Vec<f64> {
    let found = session.eval("bench.tasks.filter(([start]) => start >= bench.drop).map(([, time]) => time)");
    let mut tasks: Vec<f64> = found.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    tasks.sort_by(|a, b| b.total_cmp(a));
    tasks
}

/// The functions that took most time by themselves, in milliseconds.
fn top(profile: &Value) -> Vec<(String, f64)> {
    let names: BTreeMap<u64, String> = profile["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|node| {
            let frame = &node["callFrame"];
            let name = frame["functionName"].as_str().unwrap_or_default();
            Some((node["id"].as_u64()?, name.to_owned()))
        })
        .collect();
    let mut spent: BTreeMap<&str, f64> = BTreeMap::new();
    let samples = profile["samples"].as_array().into_iter().flatten();
    let deltas = profile["timeDeltas"].as_array().into_iter().flatten();
    for (sample, delta) in samples.zip(deltas) {
        let name = sample.as_u64().and_then(|id| names.get(&id)).map_or("", String::as_str);
        *spent.entry(name).or_default() += delta.as_f64().unwrap_or_default() / 1000.0;
    }
    let mut spent: Vec<(String, f64)> =
        spent.into_iter().map(|(name, time)| (name.to_owned(), time)).collect();
    spent.sort_by(|a, b| b.1.total_cmp(&a.1));
    spent.truncate(30);
    spent
}
