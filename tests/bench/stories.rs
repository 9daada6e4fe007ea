//! How fast tellings become stories: thousands of documents at once, and one more to ten thousand. A program, not a
//! test: nothing fails for being slow.
//!
//! ```text
//! cargo bench --profile native --bench stories [-- MOST]
//! ```
//!
//! MOST is the largest number of documents, 100,000 where it is left out. The documents are made up: each tells three
//! events of one to four weeks ago in words drawn from lists, and every third document tells an event that another
//! tells too. Reading them is not timed, taking them into the dossier is.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![allow(clippy::print_stdout, reason = "a program that prints what it measured")]

use dateline::analysis::{Analysis, Options, analyse};
use dateline::dossier::{Dossier, FileId};
use dateline::ingest::Source;
use std::time::{Duration, Instant};

const WHAT: [&str; 8] = ["explosion", "fire", "flood", "robbery", "strike", "crash", "collapse", "riot"];
const KIND: [&str; 12] = [
    "fireworks",
    "textile",
    "biscuit",
    "cement",
    "paper",
    "glass",
    "sugar",
    "rubber",
    "timber",
    "brick",
    "copper",
    "tyre",
];
const SITE: [&str; 8] = ["factory", "warehouse", "depot", "yard", "foundry", "mill", "quarry", "laboratory"];
const WHO: [&str; 8] = ["workers", "drivers", "guards", "visitors", "pupils", "clerks", "miners", "sailors"];

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((u128::from(mixed ^ (mixed >> 31)) * most as u128) >> 64) as usize
    }

    fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    /// A made-up name of two syllables and an ending.
    fn name(&mut self) -> String {
        let start = self.of(&["Bar", "Kel", "Mor", "Tan", "Vel", "Os", "Har", "Lin", "Dun", "Wes"]);
        let middle = self.of(&["ba", "ro", "li", "me", "sta", "tho", "ni", "ga", "le", "vu"]);
        let end = self.of(&["ford", "ham", "ton", "by", "wick", "stead", "mouth", "dale", "field", "bury"]);
        format!("{start}{middle}{end}")
    }
}

/// Everything that tells one event: the same seed gives the same one.
fn told(seed: u64) -> String {
    let mut chance = Chance(seed);
    let (what, kind, site, who) = (chance.of(&WHAT), chance.of(&KIND), chance.of(&SITE), chance.of(&WHO));
    let (town, killed) = (chance.name(), 2 + chance.below(90));
    let (year, month, day) = (1990 + chance.below(30), 1 + chance.below(12), 1 + chance.below(28));
    let date = format!("{year}-{month:02}-{day:02}");
    format!("A {what} at the {kind} {site} in {town} killed {killed} {who} on {date}.")
}

fn document(number: u64) -> Analysis {
    let shared = if number.is_multiple_of(3) { number / 3 % 7 + number / 30 * 10 } else { number };
    let text = format!(
        "DATE: 2020-02-01\n\n{}\n\n{}\n\n{}",
        told(shared),
        told(number + 1_000_000),
        told(number + 2_000_000)
    );
    let source = Source { name: format!("{number}.txt"), modified: None };
    analyse(&source, text.as_bytes(), &Options::default(), None, &mut |_| {})
}

fn main() {
    let most = std::env::args().skip(1).find_map(|a| a.parse().ok()).unwrap_or(100_000_u32);
    println!("{:>10}{:>12}{:>14}{:>10}{:>10}", "documents", "at once", "per document", "events", "stories");
    for count in [1_000, 10_000, 100_000].into_iter().filter(|count| *count <= most) {
        let files: Vec<_> = (0..count).map(|number| (FileId(number), document(u64::from(number)))).collect();
        let mut dossier = Dossier::default();
        let started = Instant::now();
        dossier.insert_all(files);
        let took = started.elapsed();
        let told = dossier.stories().filter(|story| story.documents > 1).count();
        println!(
            "{count:>10}{:>9.0} ms{:>11.1} µs{:>10}{:>10} ({told} of several documents)",
            took.as_secs_f64() * 1e3,
            took.as_secs_f64() * 1e6 / f64::from(count),
            dossier.events().len(),
            dossier.stories().count()
        );
        if count == 10_000 {
            let mut longest = Duration::ZERO;
            let mut all = Duration::ZERO;
            for more in 0..100 {
                let analysis = document(u64::from(count + more));
                let started = Instant::now();
                dossier.insert(FileId(count + more), analysis);
                let took = started.elapsed();
                longest = longest.max(took);
                all += took;
            }
            println!(
                "{:>10}{:>9.2} ms each, {:.2} ms at most: one more to 10,000",
                "",
                all.as_secs_f64() * 10.0,
                longest.as_secs_f64() * 1e3
            );
        }
    }
}
