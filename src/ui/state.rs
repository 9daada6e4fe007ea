//! Every signal of the page. Files, selection, filter and corrections are sources; everything else is
//! a memo of them.

use super::intake::Intake;
use super::search::Searching;
use crate::dossier::{Corrections, Counts, DocumentId, Dossier, EventId, EventRow, FileId, Tally};
use crate::gazetteer::Place;
use crate::timex::anchor::Anchor;
use crate::view::address::Tab;
use crate::view::filter::Filter;
use crate::view::places::Node;
use crate::view::reader::Marked;
use crate::view::search::Hits;
use crate::view::stories;
use crate::worker::protocol::RequestId;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The state as components find it.
#[derive(Clone, Copy)]
struct Context(AppState);

/// The page's state, from any component below [`AppState::provide`].
pub(super) fn use_app() -> AppState {
    expect_context::<Context>().0
}

/// Everything the page knows. See the module's docs.
#[derive(Clone, Copy)]
pub(super) struct AppState {
    /// What was found so far. Written in slices; its readers are told a few times a second.
    pub(super) dossier: RwSignal<Dossier>,
    /// The files given, in the order they came in.
    pub(super) files: RwSignal<Vec<FileEntry>>,
    /// What the user decided.
    pub(super) corrections: RwSignal<Corrections>,
    /// What is selected.
    pub(super) selection: RwSignal<Selection>,
    /// What is shown.
    pub(super) filter: RwSignal<Filter>,
    /// The sentences that hold the words asked for, as far as they are searched; `None` where no words are
    /// asked for.
    pub(super) hits: RwSignal<Option<Hits>>,
    /// The search that goes on.
    pub(super) searching: StoredValue<Searching>,
    /// The list in front.
    pub(super) tab: RwSignal<Tab>,
    /// What the timeline shows, in days since 1970-01-01.
    pub(super) viewport: RwSignal<(f64, f64)>,
    /// The pane in front where there is room for one only.
    pub(super) pane: RwSignal<Pane>,
    /// Lines the user should read.
    pub(super) notices: RwSignal<Vec<Notice>>,
    /// Whether the sample is what is open.
    pub(super) sample: RwSignal<bool>,
    /// Whether the place data is there yet.
    pub(super) gazetteer: RwSignal<Readiness>,
    /// How many of the most important events are shown; `None` for all.
    pub(super) top: RwSignal<Option<u32>>,
    /// The story that is unfolded in the list, by one of its tellings.
    pub(super) unfolded: RwSignal<Option<EventId>>,
    /// The story that waits for the one it is to be merged with.
    pub(super) merging: RwSignal<Option<EventId>>,
    /// The stories, a row each, that pass the filter whatever their time: what the density strip draws.
    pub(super) spread: Memo<Arc<Vec<EventRow>>>,
    /// Those of the time asked for.
    pub(super) told: Memo<Arc<Vec<EventRow>>>,
    /// The most important of them, as many as asked for: what list, timeline and export show.
    pub(super) shown: Memo<Arc<Vec<EventRow>>>,
    /// The documents that the filter lets through.
    pub(super) documents: Memo<Arc<Vec<DocumentId>>>,
    /// The places told of in what passes the filter; `None` where everything passes: see
    /// [`AppState::with_tally`].
    tally: Memo<Option<Arc<Tally>>>,
    /// What the headline says.
    pub(super) counts: Memo<Counts>,
    /// How far the files are.
    pub(super) work: Memo<Work>,
    /// What the map is to show next.
    pub(super) aim: RwSignal<Option<Node>>,
    /// Whether time is being played, step by step.
    pub(super) playing: RwSignal<bool>,
    /// The name that waits for a click on the map.
    pub(super) pinning: RwSignal<Option<Pinning>>,
    /// The name looked up in the gazetteer last.
    pub(super) looked_up: RwSignal<Option<LookedUp>>,
    /// The publication days found for documents before the user decided them.
    pub(super) offered: StoredValue<BTreeMap<DocumentId, Anchor>>,
    /// The engine and the files handed to it.
    pub(super) intake: StoredValue<Intake, LocalStorage>,
}

/// A file as the page knows it before its analysis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FileEntry {
    /// Names it.
    pub(super) id: FileId,
    /// What it is called.
    pub(super) name: String,
    /// How far it is.
    pub(super) status: FileStatus,
}

/// How far a file is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum FileStatus {
    /// Not begun.
    Waiting,
    /// The share that is read, 0 to 1.
    Reading(f32),
    /// In the dossier.
    Done,
    /// Refused; a notice says why.
    Failed,
    /// Taken back by the user before it was read.
    Cancelled,
}

/// How far all files are.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Work {
    /// Files that wait or are being read.
    pub(super) pending: usize,
    /// All files.
    pub(super) all: usize,
    /// The share of all that is done, 0 to 1.
    pub(super) share: f32,
    /// The files being read, with their shares; a few at most.
    pub(super) reading: Vec<(String, f32)>,
}

/// What is selected. One selection drives every pane.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Selection {
    /// The document in the reader.
    pub(super) document: Option<DocumentId>,
    /// The event.
    pub(super) event: Option<EventId>,
    /// The place, by the gazetteer's id.
    pub(super) place: Option<u32>,
    /// The mention that the card explains, in `document`.
    pub(super) mention: Option<Marked>,
}

/// A name to be pinned.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pinning {
    /// The document in which the pin is to hold; `None` for all.
    pub(super) document: Option<DocumentId>,
    /// The name.
    pub(super) words: String,
}

/// A question to the gazetteer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LookedUp {
    /// The question's number.
    pub(super) id: RequestId,
    /// The answer, once it is there.
    pub(super) places: Option<Vec<Place>>,
}

/// The panes of a narrow screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Pane {
    #[default]
    Lists,
    Timeline,
    Map,
    Reader,
}

/// A line the user should read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Notice {
    /// Names it, for the button that takes it away.
    pub(super) id: u32,
    /// The line.
    pub(super) text: String,
}

/// How much of the place data is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Readiness {
    /// On its way.
    #[default]
    Loading,
    /// The core tier is in use, the full one on its way.
    Core,
    /// All is in use; files that were read with the core tier are being read anew.
    Refining,
    /// All is in use, and everything shown was read with it.
    Complete,
    /// The core tier is in use, and all there will be.
    CoreOnly,
    /// Not to be had; places are left out.
    Missing,
}

impl Readiness {
    /// Its name in the page's style and tests.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Loading => "loading",
            Self::Core => "core",
            Self::Refining => "refining",
            Self::Complete => "complete",
            Self::CoreOnly => "core-only",
            Self::Missing => "missing",
        }
    }

    /// What the page says of it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Loading => "Place data: loading",
            Self::Core => "Place data: larger places, more is loading",
            Self::Refining => "Place data: complete, looking again",
            Self::Complete => "Place data: complete",
            Self::CoreOnly => "Place data: larger places only",
            Self::Missing => "Place data: missing",
        }
    }
}

impl AppState {
    /// Makes the state, starts the engine, and hands it to all components below.
    pub(super) fn provide() -> Self {
        let dossier = RwSignal::new(Dossier::default());
        let files = RwSignal::new(Vec::<FileEntry>::new());
        let filter = RwSignal::new(Filter::default());
        let hits = RwSignal::new(None);
        let window = Memo::new(move |_| filter.with(|filter| filter.window));
        let timeless = Memo::new(move |_| filter.with(|filter| Filter { window: None, ..filter.clone() }));
        let spread = Memo::new(move |_| {
            dossier.with(|dossier| {
                let passing = timeless
                    .with(|filter| hits.with(|hits: &Option<Hits>| filter.passing(dossier, hits.as_ref())));
                Arc::new(stories::rows(dossier, &passing))
            })
        });
        let told = Memo::new(move |_| match window.get() {
            None => spread.get(),
            Some(window) => spread
                .with(|rows| Arc::new(rows.iter().filter(|row| window.passes(&row.when)).copied().collect())),
        });
        let top = RwSignal::new(None::<u32>);
        let state = Self {
            dossier,
            files,
            corrections: RwSignal::default(),
            selection: RwSignal::default(),
            filter,
            hits,
            searching: StoredValue::default(),
            tab: RwSignal::default(),
            viewport: RwSignal::default(),
            pane: RwSignal::default(),
            notices: RwSignal::default(),
            sample: RwSignal::default(),
            gazetteer: RwSignal::default(),
            spread,
            told,
            top,
            unfolded: RwSignal::default(),
            merging: RwSignal::default(),
            shown: Memo::new(move |_| match top.get() {
                None => told.get(),
                Some(top) => told.with(|rows| Arc::new(stories::most_important(rows, top as usize))),
            }),
            documents: Memo::new(move |_| {
                let passing = |hits: &Option<Hits>| {
                    let all = |dossier: &Dossier, filter: &Filter| {
                        let passes = |id: &DocumentId| filter.passes_document(dossier, hits.as_ref(), *id);
                        dossier.documents().map(|(id, _)| id).filter(passes).collect::<Vec<_>>()
                    };
                    dossier.with(|dossier| filter.with(|filter| all(dossier, filter)))
                };
                Arc::new(hits.with(passing))
            }),
            tally: Memo::new(move |_| {
                let tally = |hits: &Option<Hits>| {
                    dossier.with(|dossier| filter.with(|filter| filter.tally(dossier, hits.as_ref())))
                };
                hits.with(tally).map(Arc::new)
            }),
            counts: Memo::new(move |_| dossier.with(Dossier::counts)),
            work: Memo::new(move |_| files.with(|files| work(files))),
            aim: RwSignal::default(),
            playing: RwSignal::default(),
            pinning: RwSignal::default(),
            looked_up: RwSignal::default(),
            offered: StoredValue::default(),
            intake: StoredValue::new_local(Intake::default()),
        };
        state.start_engine();
        // what is decided of tellings holds at once, also what is taken back
        Effect::new(move |_| {
            let changed = state.corrections.with(|corrections| {
                state.dossier.try_update_untracked(|dossier| dossier.decide(corrections.tellings()))
            });
            if changed == Some(true) {
                state.dossier.notify();
            }
        });
        state.start_search();
        state.keep_decisions();
        provide_context(Context(state));
        state
    }

    /// How often places are told of, in what passes the filter.
    pub(super) fn with_tally<T>(&self, read: impl FnOnce(&Tally) -> T) -> T {
        match self.tally.get() {
            Some(tally) => read(&tally),
            None => self.dossier.with(|dossier| read(dossier.tally())),
        }
    }

    /// Adds a line for the user to read. A line that is already there is not told twice.
    pub(super) fn notify(&self, text: String) {
        self.notices.update(|notices| {
            if notices.iter().all(|notice| notice.text != text) {
                let id = notices.last().map_or(0, |last| last.id + 1);
                notices.push(Notice { id, text });
            }
        });
    }
}

fn work(files: &[FileEntry]) -> Work {
    /// Rows of the progress list.
    const SHOWN: usize = 6;
    let mut work = Work { all: files.len(), ..Work::default() };
    let mut done = 0.0;
    for file in files {
        match file.status {
            FileStatus::Waiting => work.pending += 1,
            FileStatus::Reading(share) => {
                work.pending += 1;
                done += share;
                if work.reading.len() < SHOWN {
                    work.reading.push((file.name.clone(), share));
                }
            }
            FileStatus::Done | FileStatus::Failed | FileStatus::Cancelled => done += 1.0,
        }
    }
    work.share = if files.is_empty() { 0.0 } else { done / files.len() as f32 };
    work
}
