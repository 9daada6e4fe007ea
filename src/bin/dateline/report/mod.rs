//! `dateline report`: the scores against the development sets, and what the errors are about.

mod markdown;
mod screen;

use crate::args::Report;
use crate::{Outcome, complain, extract, show};
use dateline::score::phenomenon::Tally;
use dateline::score::sample::PlaceCounts;
use dateline::score::sets::{self, BundleCounts, PlaceSet, TimeSet};
use dateline::score::{self, GoldDocument, place, published, time};
use dateline::score::{actor, event};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Samples drawn for an interval.
const DRAWS: usize = 500;

/// A set of temporal expressions, measured.
struct TimeResult {
    set: &'static TimeSet,
    documents: usize,
    counts: time::Counts,
    value_interval: Option<(f64, f64)>,
    tally: Tally,
    published: Option<published::Counts>,
}

/// A set of places, measured.
struct PlaceResult {
    set: &'static PlaceSet,
    documents: usize,
    counts: place::Counts,
    interval: Option<(f64, f64)>,
    faults: Vec<(place::Fault, String)>,
    /// End to end with the core tier of the place data alone, which is what the page loads.
    core: place::Hits,
}

/// Everything measured.
#[derive(Default)]
struct Results {
    times: Vec<TimeResult>,
    bundle: Option<BundleCounts>,
    places: Vec<PlaceResult>,
    /// The bundle's places: with both tiers, and with the core tier alone.
    bundled: Option<[PlaceCounts; 2]>,
    events: Option<event::Counts>,
    actors: Option<actor::Counts>,
}

impl Results {
    fn is_empty(&self) -> bool {
        let Self { times, bundle, places, bundled, events, actors } = self;
        times.is_empty()
            && places.is_empty()
            && bundle.is_none()
            && bundled.is_none()
            && events.is_none()
            && actors.is_none()
    }
}

/// Runs the command.
pub(crate) fn run(command: &Report) -> Outcome {
    let mut folder = Folder { root: command.gold.clone(), failed: false };
    let mut results = Results::default();
    if command.wants_times() {
        times(command, &mut folder, &mut results);
    }
    if command.wants_places() {
        places(command, &mut folder, &mut results);
    }
    if results.is_empty() {
        complain(&format!("{}: no set to report on", command.gold.display()));
        return Outcome::Failed;
    }
    let shown = match &command.markdown {
        Some(to) => match markdown::write(to, &results) {
            Ok(()) => Outcome::Done,
            Err(message) => {
                complain(&message);
                Outcome::Failed
            }
        },
        None => show(&screen::report(&results, command.errors)),
    };
    if folder.failed { Outcome::Failed } else { shown }
}

/// The folder of the sets.
struct Folder {
    root: PathBuf,
    /// Whether some line could not be read.
    failed: bool,
}

impl Folder {
    /// A file's text; none, and a line that says so, where it is missing.
    fn text(&self, path: &str) -> Option<String> {
        match std::fs::read_to_string(self.root.join(path)) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                complain(&format!("{path} is not there: left out"));
                None
            }
            Err(error) => {
                complain(&format!("{path}: {error}: left out"));
                None
            }
        }
    }

    /// A file's objects; lines that are none are named.
    fn objects<T: for<'l> Deserialize<'l>>(&mut self, path: &str) -> Option<Vec<T>> {
        let (objects, complaints) = score::read(&self.text(path)?);
        self.failed |= !complaints.is_empty();
        complaints.iter().for_each(|line| complain(&format!("{path}: {line}")));
        Some(objects)
    }
}

/// One document's scores.
struct Scored {
    counts: time::Counts,
    tally: Tally,
    published: Option<published::Counts>,
}

fn times(command: &Report, folder: &mut Folder, results: &mut Results) {
    // a file may stand in several sets, which all read it alike
    let mut read: BTreeMap<&str, Option<Vec<Scored>>> = BTreeMap::new();
    for set in sets::TIME.iter().filter(|set| command.names(set.name)) {
        for file in set.files {
            read.entry(file).or_insert_with(|| {
                let gold: Vec<GoldDocument> = folder.objects(file)?;
                Some(gold.iter().map(|gold| scored(gold, set)).collect())
            });
        }
        let parts: Vec<&Scored> =
            set.files.iter().filter_map(|file| read.get(file)?.as_ref()).flatten().collect();
        let complete = set.files.iter().all(|file| read.get(file).is_some_and(Option::is_some));
        if !complete || parts.is_empty() {
            continue;
        }
        let (mut counts, mut tally) = (time::Counts::default(), Tally::default());
        let mut days = published::Counts::default();
        for part in &parts {
            counts.add(&part.counts);
            tally.merge(&part.tally);
            days.add(&part.published.unwrap_or_default());
        }
        let each: Vec<time::Counts> = parts.iter().map(|part| part.counts).collect();
        results.times.push(TimeResult {
            set,
            documents: parts.len(),
            counts,
            value_interval: score::interval(&each, DRAWS, time::Counts::add, |c| c.value().f1),
            tally,
            published: set.undated.then_some(days),
        });
    }
    if command.names(sets::BUNDLE.name) {
        results.bundle = bundle(folder);
    }
}

fn scored(gold: &GoldDocument, set: &TimeSet) -> Scored {
    let mut tally = Tally::default();
    let counts = sets::time(gold, set, &mut tally);
    Scored { counts, tally, published: set.undated.then(|| sets::published(gold)).flatten() }
}

fn bundle(folder: &mut Folder) -> Option<BundleCounts> {
    let known = sets::BUNDLE;
    let (text, documents) = (folder.text(known.text)?, folder.objects(known.documents)?);
    let expressions = folder.objects(known.timexes)?;
    Some(sets::bundle(&text, &documents, &expressions))
}

fn places(command: &Report, folder: &mut Folder, results: &mut Results) {
    let wanted: Vec<_> = sets::PLACES.iter().filter(|set| command.names(set.name)).collect();
    let bundle = command.names(sets::BUNDLE.name);
    if wanted.is_empty() && !bundle {
        return;
    }
    let (whole, core) = match (extract::gazetteer(&command.gazetteer), extract::core()) {
        (Ok(Some(whole)), Ok(core)) => (whole, core),
        (Ok(None), _) => return,
        (Err(message), _) | (_, Err(message)) => {
            folder.failed = true;
            return complain(&message);
        }
    };
    for set in wanted {
        let Some(gold) = folder.objects::<GoldDocument>(set.file).filter(|gold| !gold.is_empty()) else {
            continue;
        };
        let each = sets::places(&gold, set, &whole);
        let mut counts = place::Counts::default();
        each.iter().for_each(|more| counts.add(&more.counts));
        let ends: Vec<place::Hits> = each.iter().map(|scored| scored.counts.end_to_end).collect();
        let mut smaller = place::Hits::default();
        sets::places(&gold, set, &core).iter().for_each(|scored| smaller.add(&scored.counts.end_to_end));
        results.places.push(PlaceResult {
            set,
            documents: gold.len(),
            counts,
            interval: score::interval(&ends, DRAWS, place::Hits::add, |hits| hits.prf().f1),
            faults: each.into_iter().flat_map(|scored| scored.faults).collect(),
            core: smaller,
        });
    }
    if bundle
        && let (Some(text), Some(gold)) =
            (folder.text(sets::BUNDLE.text), folder.objects(sets::BUNDLE.places))
    {
        results.bundled = Some([&whole, &core].map(|tiers| sets::bundled_places(&text, &gold, tiers)));
        if let (Some(events), Some(points)) =
            (folder.objects(sets::BUNDLE.events), folder.objects(sets::BUNDLE.places))
        {
            results.events = Some(sets::bundled_events(&text, &events, &points, &whole));
        }
        if let Some(known) = folder.objects(sets::BUNDLE.actors) {
            results.actors = Some(sets::bundled_actors(&text, &known, &whole));
        }
    }
}

impl Report {
    fn wants_times(&self) -> bool {
        self.times || !self.places
    }

    fn wants_places(&self) -> bool {
        self.places || !self.times
    }

    fn names(&self, name: &str) -> bool {
        self.sets.is_empty() || self.sets.iter().any(|set| set == name)
    }
}

/// A share as a percentage, rounded the way the sets' scorer rounds: first to two places.
fn percent(share: f64) -> f64 {
    let text = format!("{:.2}", 100.0 * share);
    text.parse().unwrap_or(100.0 * share)
}
