//! The annotated sets known, and how each is read by the engine.

use super::phenomenon::Tally;
use super::sample::{BundledPlace, PlaceCounts};
use super::{GoldDocument, actor, event, expressions, place, published, time};
use crate::analysis::{self, Analysis, DocumentAnalysis, Options};
use crate::document::{Split, TextKind};
use crate::dossier::{Dossier, FileId, Member};
use crate::gazetteer::Gazetteer;
use crate::ingest::Source;
use crate::timex::Day;
use serde::Deserialize;
use std::collections::BTreeSet;

/// A set of temporal expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeSet {
    /// The name to ask for it by.
    pub name: &'static str,
    /// What it is.
    pub title: &'static str,
    /// Its files, below the folder of the sets.
    pub files: &'static [&'static str],
    /// Whether it is read as a narrative, its publication day hidden; else the day is given.
    pub narrative: bool,
    /// Whether publication days are also told from its texts alone.
    pub undated: bool,
}

const TIMEBANK: &str = "time/timebank.jsonl";
const AQUAINT: &str = "time/aquaint.jsonl";

/// The sets of temporal expressions.
pub const TIME: &[TimeSet] = &[
    TimeSet {
        name: "news",
        title: "TimeBank + AQUAINT (news)",
        files: &[TIMEBANK, AQUAINT],
        narrative: false,
        undated: true,
    },
    TimeSet {
        name: "timebank",
        title: "TimeBank alone",
        files: &[TIMEBANK],
        narrative: false,
        undated: true,
    },
    TimeSet { name: "aquaint", title: "AQUAINT alone", files: &[AQUAINT], narrative: false, undated: true },
    TimeSet {
        name: "wikiwars",
        title: "histories, no publication day",
        files: &["time/wikiwars_dev.jsonl"],
        narrative: true,
        undated: false,
    },
    TimeSet {
        name: "tweets",
        title: "short messages",
        files: &["time/tweets_train.jsonl"],
        narrative: false,
        undated: false,
    },
    TimeSet {
        name: "diezeit",
        title: "German: KRAUTS Die Zeit",
        files: &["time/de_krauts_diezeit.jsonl"],
        narrative: false,
        undated: false,
    },
    TimeSet {
        name: "dolomiten",
        title: "German: KRAUTS Dolomiten",
        files: &["time/de_krauts_dolomiten-100.jsonl"],
        narrative: false,
        undated: false,
    },
];

/// A set of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceSet {
    /// The name to ask for it by.
    pub name: &'static str,
    /// What it is.
    pub title: &'static str,
    /// Its file, below the folder of the sets.
    pub file: &'static str,
    /// Whether it annotates adjectives and inhabitants.
    pub demonyms: bool,
    /// Whether each document is read as one of its publisher's, in a folder with the others; else alone.
    pub together: bool,
}

impl PlaceSet {
    const fn of(
        name: &'static str,
        title: &'static str,
        file: &'static str,
        demonyms: bool,
        together: bool,
    ) -> Self {
        Self { name, title, file, demonyms, together }
    }

    /// Whether its documents are those of the set of that name, read alone or together.
    #[must_use]
    pub fn is_of(&self, name: &str) -> bool {
        PLACES.iter().any(|other| other.name == name && other.file == self.file)
    }
}

const GWN: &str = "places/GWN_dev.jsonl";
const LGL: &str = "places/LGL_dev.jsonl";
const TUD: &str = "places/TUD_dev.jsonl";

/// The sets of places.
pub const PLACES: &[PlaceSet] = &[
    PlaceSet::of("gwn", "GWN (world news)", GWN, true, false),
    PlaceSet::of("gwn-together", "GWN, all in one folder", GWN, true, true),
    PlaceSet::of("lgl", "LGL (local news)", LGL, true, false),
    PlaceSet::of("lgl-together", "LGL, publishers' folders", LGL, true, true),
    PlaceSet::of("tud", "TUD (web pages)", TUD, false, false),
    PlaceSet::of("tud-together", "TUD, all in one folder", TUD, false, true),
];

/// The bundle of ten reports with the truth of some of them, below the folder of the sets.
pub const BUNDLE: Bundle = Bundle {
    name: "seed",
    title: "the sample bundle of ten reports",
    text: "../samples/reuters-2017-04.txt",
    documents: "seed/documents.jsonl",
    timexes: "seed/timexes.jsonl",
    places: "seed/places.jsonl",
    events: "seed/events.jsonl",
    actors: "seed/people_orgs.jsonl",
};

/// The names of all sets.
pub fn names() -> impl Iterator<Item = &'static str> {
    let times = TIME.iter().map(|set| set.name);
    times.chain([BUNDLE.name]).chain(PLACES.iter().map(|set| set.name))
}

/// A file of several documents, and what is known of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bundle {
    /// The name to ask for it by.
    pub name: &'static str,
    /// What it is.
    pub title: &'static str,
    /// The file.
    pub text: &'static str,
    /// Its documents.
    pub documents: &'static str,
    /// Their temporal expressions.
    pub timexes: &'static str,
    /// Their places.
    pub places: &'static str,
    /// Their events.
    pub events: &'static str,
    /// Their people and organisations.
    pub actors: &'static str,
}

/// What is known of a document of a [`Bundle`].
#[derive(Debug, Clone, Deserialize)]
pub struct BundledDocument {
    /// Its number in the file, from 1.
    pub n: usize,
    /// Its publication day, `YYYY-MM-DD`.
    pub publication_date: String,
}

/// An expression of a [`Bundle`]; offsets count in the whole file.
#[derive(Debug, Clone, Deserialize)]
pub struct BundledExpression {
    /// The number of its document.
    pub doc: usize,
    /// The expression.
    #[serde(flatten)]
    pub expression: time::Expression,
    /// No harm if it is missing.
    #[serde(default)]
    pub optional: bool,
}

/// Reads a text whose name says nothing.
fn analyse(text: &str, options: &Options, gazetteer: Option<&Gazetteer>) -> Analysis {
    let source = Source { name: String::new(), modified: None };
    analysis::analyse(&source, text.as_bytes(), options, gazetteer, &mut |_| {})
}

/// The one document of a text that is kept whole; none in an empty one.
fn whole(text: &str, options: Options, gazetteer: Option<&Gazetteer>) -> Option<(String, DocumentAnalysis)> {
    let mut analysis = analyse(text, &Options { split: Split::None, ..options }, gazetteer);
    analysis.documents.pop().map(|document| (analysis.text.content, document))
}

/// Reads a document of a set of temporal expressions and scores it; `tally` is told the errors.
#[must_use]
pub fn time(gold: &GoldDocument, set: &TimeSet, tally: &mut Tally) -> time::Counts {
    let options = if set.narrative {
        Options { kind: Some(TextKind::Narrative), ..Options::default() }
    } else {
        Options { published: gold.published(), ..Options::default() }
    };
    let (found, language) = whole(&gold.text, options, None)
        .map(|(text, document)| (expressions(&text, &document), document.language))
        .unwrap_or_default();
    tally.add(&gold.text, language, &gold.timexes, &found);
    time::count(&gold.timexes, &found)
}

/// Tells a document's publication day from its text alone, and scores it; none where the day is not known.
#[must_use]
pub fn published(gold: &GoldDocument) -> Option<published::Counts> {
    let truth = gold.published()?;
    let (_, document) = whole(&gold.text, Options::default(), None)?;
    Some(published::count(&document.published, truth))
}

/// A document of a set of places, scored.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placed {
    /// What was counted.
    pub counts: place::Counts,
    /// The errors, one line each.
    pub faults: Vec<(place::Fault, String)>,
}

/// Reads the documents of a set of places and scores each: alone, or as one of its publisher's.
#[must_use]
pub fn places(gold: &[GoldDocument], set: &PlaceSet, gazetteer: &Gazetteer) -> Vec<Placed> {
    let score = |gold: &GoldDocument, text: &str, document: Option<&DocumentAnalysis>| {
        let found = document.map(|document| place::found(text, &document.places, set.demonyms));
        placed(gold, &found.unwrap_or_default())
    };
    if !set.together {
        return gold
            .iter()
            .map(|gold| match whole(&gold.text, of_places(gold), Some(gazetteer)) {
                Some((text, document)) => score(gold, &text, Some(&document)),
                None => score(gold, "", None),
            })
            .collect();
    }
    let dossier = together(gold, gazetteer);
    gold.iter()
        .zip(dossier.files())
        .map(|(gold, (_, file))| score(gold, &file.text.content, file.documents.first()))
        .collect()
}

fn of_places(gold: &GoldDocument) -> Options {
    Options { published: gold.published(), split: Split::None, ..Options::default() }
}

/// Reads each document as a file in its publisher's folder.
#[must_use]
pub fn together(gold: &[GoldDocument], gazetteer: &Gazetteer) -> Dossier {
    let members: Vec<Member<'_>> = gold
        .iter()
        .map(|gold| Member {
            source: Source { name: String::new(), modified: None },
            bytes: gold.text.as_bytes(),
            options: of_places(gold),
            folder: gold.domain.clone(),
        })
        .collect();
    Dossier::read(&members, Some(gazetteer))
}

/// Reads a bundle as a user drops it, and scores the places that are known of it.
#[must_use]
pub fn bundled_places(text: &str, expected: &[BundledPlace], gazetteer: &Gazetteer) -> PlaceCounts {
    let analysis = analyse(text, &Options::default(), Some(gazetteer));
    let text = &analysis.text.content;
    let mut counts = PlaceCounts::default();
    let known: BTreeSet<usize> = expected.iter().map(|place| place.doc).collect();
    for number in known {
        let Some(document) = number.checked_sub(1).and_then(|at| analysis.documents.get(at)) else {
            continue;
        };
        let gold: Vec<&BundledPlace> = expected.iter().filter(|place| place.doc == number).collect();
        counts.add(text, &gold, &place::found(text, &document.places, true));
    }
    counts
}

/// Reads a bundle as a user drops it, and scores the people and organisations that are known of it.
#[must_use]
pub fn bundled_actors(text: &str, expected: &[actor::BundledActor], gazetteer: &Gazetteer) -> actor::Counts {
    let analysis = analyse(text, &Options::default(), Some(gazetteer));
    let mut counts = actor::Counts::default();
    let known: BTreeSet<usize> = expected.iter().map(|actor| actor.doc).collect();
    for number in known {
        let Some(document) = number.checked_sub(1).and_then(|at| analysis.documents.get(at)) else {
            continue;
        };
        let gold: Vec<&actor::BundledActor> = expected.iter().filter(|actor| actor.doc == number).collect();
        counts.add(&analysis.text.content, &gold, &document.actors);
    }
    counts
}

/// Reads a bundle as a user drops it, merges what its documents tell, and scores the events that are known.
#[must_use]
pub fn bundled_events(
    text: &str,
    expected: &[event::GoldEvent],
    points: &[event::GoldPoint],
    gazetteer: &Gazetteer,
) -> event::Counts {
    let mut dossier = Dossier::default();
    dossier.insert(FileId(0), analyse(text, &Options::default(), Some(gazetteer)));
    event::count(&dossier, expected, points)
}

/// Scores what was found in a document of a set of places.
#[must_use]
pub fn placed(gold: &GoldDocument, found: &[(place::Mark, String)]) -> Placed {
    let marks: Vec<place::Mark> = found.iter().map(|f| f.0).collect();
    Placed {
        counts: place::count(&gold.places, &marks),
        faults: place::faults(&gold.text, &gold.places, found),
    }
}

/// What a bundle's documents were scored.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BundleCounts {
    /// Documents the file was cut into.
    pub cut: usize,
    /// Their publication days.
    pub published: published::Counts,
    /// Their expressions, counted from the publication days that were inferred.
    pub times: time::Counts,
    /// The errors among these.
    pub tally: Tally,
}

/// Reads a bundle as a user drops it, and scores what is known of it. Expressions that may be missing are
/// neutral.
#[must_use]
pub fn bundle(text: &str, documents: &[BundledDocument], expected: &[BundledExpression]) -> BundleCounts {
    let analysis = analyse(text, &Options::default(), None);
    let text = &analysis.text.content;
    let mut counts = BundleCounts { cut: analysis.documents.len(), ..BundleCounts::default() };
    for known in documents {
        let Some(document) = known.n.checked_sub(1).and_then(|at| analysis.documents.get(at)) else {
            continue;
        };
        if let Some(truth) = Day::from_iso(&known.publication_date) {
            counts.published.add(&published::count(&document.published, truth));
        }
        let gold: Vec<time::Expression> = expected
            .iter()
            .filter(|e| e.doc == known.n)
            .map(|e| {
                let value = e.expression.value.clone().filter(|_| !e.optional);
                time::Expression { value, ..e.expression.clone() }
            })
            .collect();
        let found = expressions(text, document);
        counts.tally.add(text, document.language, &gold, &found);
        counts.times.add(&time::count(&gold, &found));
    }
    counts
}
