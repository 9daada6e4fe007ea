//! Files in, analyses out, at a pace that leaves every frame its time: answers of the engine wait in
//! an inbox, are merged for a few milliseconds at a time, and readers are told a few times a second.
//!
//! Files read before all place data was here are read anew when it is, behind everything else and without a
//! word: what is shown stays until the better answer takes its place.

use super::hooks::now;
use super::state::{AppState, FileEntry, FileStatus, LookedUp, Readiness};
use crate::document::TextKind;
use crate::dossier::{DocumentId, Dossier, FileId, Touched};
use crate::gazetteer::Place;
use crate::ingest::Source;
use crate::span::Span;
use crate::timex::Day;
use crate::timex::anchor::{AnchorSource, DocumentHint};
use crate::timex::choice::Said;
use crate::toponym::choice::Meant;
use crate::toponym::context::DocumentLeanings;
use crate::view::reader::Marked;
use crate::worker::client::{Input, Pool, PoolEvent};
use crate::worker::protocol::{RequestId, Tier};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Longest stretch of merging, in milliseconds.
const SLICE: f64 = 8.0;
/// Least time between two tellings of the readers, in milliseconds, while there is work.
const PAUSE: f64 = 350.0;

/// The sample bundle, relative to the page.
const SAMPLE: &[&str] = &["wire-bundle.txt", "chronicle.txt"];

/// The engine and what was handed to it.
#[derive(Default)]
pub(super) struct Intake {
    pool: Option<Pool>,
    /// Kept, so that a file can be analysed again when the user decides something about it.
    given: BTreeMap<FileId, (Source, Given)>,
    /// Given, and not yet handed to the engine.
    unasked: VecDeque<FileId>,
    asked: BTreeMap<RequestId, FileId>,
    /// Of what was asked, the questions that only make a shown answer better.
    quiet: BTreeSet<RequestId>,
    /// Files whose shown answer was found with the core tier of the place data.
    coarse: BTreeSet<FileId>,
    /// Of these, the ones to be asked again.
    unrefined: VecDeque<FileId>,
    /// What the other files say of a file's publication days and places, as its last analysis was told.
    hinted: BTreeMap<FileId, (Vec<DocumentHint>, Vec<DocumentLeanings>)>,
    /// Files whose hints are to be looked at anew.
    unsettled: VecDeque<FileId>,
    inbox: VecDeque<PoolEvent>,
    status: BTreeMap<FileId, FileStatus>,
    turn: Turn,
    told: f64,
    changed: bool,
}

impl Intake {
    /// Whether some answer is still to come.
    fn is_busy(&self) -> bool {
        !(self.asked.is_empty() && self.unasked.is_empty() && self.unrefined.is_empty())
    }
}

/// When the inbox is looked into next.
#[derive(Default)]
enum Turn {
    /// When something arrives.
    #[default]
    OnArrival,
    /// After a pause, unless something arrives before.
    AfterPause { _timer: Timeout },
    /// At once.
    Now,
}

/// A file's bytes, or where they are.
#[derive(Clone)]
pub(super) enum Given {
    /// On the user's disk, or kept by the browser; read by the worker.
    File(web_sys::Blob),
    /// Pasted or fetched.
    Bytes(Vec<u8>),
}

impl AppState {
    /// Starts the workers.
    pub(super) fn start_engine(&self) {
        let state = *self;
        let pool = Pool::start(move |event| {
            state.intake.update_value(|intake| intake.inbox.push_back(event));
            state.wake();
        });
        self.intake.update_value(|intake| intake.pool = Some(pool));
    }

    /// Takes files in, and keeps them for a reload.
    pub(super) fn add(&self, files: Vec<(Source, Given)>) {
        if !files.is_empty() {
            let first = self.files.with_untracked(|all| all.last().map_or(0, |file| file.id.0 + 1));
            self.keep(first, &files);
            self.take_in(files);
        }
    }

    /// Takes files in.
    pub(super) fn take_in(&self, files: Vec<(Source, Given)>) {
        let first = self.files.with_untracked(|all| all.last().map_or(0, |file| file.id.0 + 1));
        let mut entries = Vec::with_capacity(files.len());
        for (id, (source, given)) in (first..).map(FileId).zip(files) {
            entries.push(FileEntry { id, name: source.name.clone(), status: FileStatus::Waiting });
            self.intake.update_value(|intake| {
                intake.given.insert(id, (source, given));
            });
        }
        let ids: Vec<FileId> = entries.iter().map(|entry| entry.id).collect();
        self.files.update(|all| all.extend(entries));
        self.intake.update_value(|intake| intake.unasked.extend(ids));
        self.ask();
    }

    /// Hands the given files to the engine, a few milliseconds' worth at a time.
    fn ask(&self) {
        let state = *self;
        let began = now();
        while let Some(id) = self.intake.try_update_value(|intake| intake.unasked.pop_front()).flatten() {
            self.analyse(id);
            if now() - began > SLICE {
                Timeout::new(0, move || state.ask()).forget();
                return;
            }
        }
    }

    /// Asks again for what was read with the core tier, a few milliseconds' worth at a time.
    fn refine(&self) {
        let state = *self;
        let began = now();
        while let Some(file) = self.intake.try_update_value(|intake| intake.unrefined.pop_front()).flatten() {
            // a file that is being asked for says itself what it was read with
            let asked = self.intake.with_value(|intake| intake.asked.values().any(|asked| *asked == file));
            if !asked {
                self.put(file, true);
            }
            if now() - began > SLICE {
                Timeout::new(0, move || state.refine()).forget();
                return;
            }
        }
    }

    /// Once all files are read, each is told what the others say of its publication days and places, and is read
    /// anew where that has changed. What they say does not hang on what they are told, so one round settles all.
    fn settle(&self) {
        let state = *self;
        let began = now();
        while let Some(file) = self.intake.try_update_value(|intake| intake.unsettled.pop_front()).flatten() {
            let hints = self.dossier.with_untracked(|dossier| (dossier.hints(file), dossier.leanings(file)));
            let changed = self.intake.try_update_value(|intake| {
                let known = intake.hinted.entry(file).or_default();
                let changed = *known != hints;
                *known = hints;
                changed
            });
            if changed == Some(true) {
                let refining = self.gazetteer.get_untracked() == Readiness::Refining;
                self.put(file, refining);
            }
            if now() - began > SLICE {
                Timeout::new(0, move || state.settle()).forget();
                return;
            }
        }
        self.end_refining();
    }

    /// Says that everything shown was read with all place data, where it was.
    fn end_refining(&self) {
        let busy = self.intake.with_value(Intake::is_busy);
        if !busy && self.gazetteer.get_untracked() == Readiness::Refining {
            self.gazetteer.set(Readiness::Complete);
        }
    }

    /// Fetches the sample of the project's own writing and takes it in, in place of what is open.
    pub(super) fn open_sample(&self) {
        let state = *self;
        state.close_all();
        state.sample.set(true);
        leptos::task::spawn_local(async move {
            let mut files = Vec::new();
            for name in SAMPLE {
                match super::hooks::fetch(&format!("data/sample/{name}")).await {
                    Some(bytes) => {
                        let source = Source { name: (*name).to_owned(), modified: None };
                        files.push((source, Given::Bytes(bytes)));
                    }
                    None => state.notify(format!("The sample file {name} could not be loaded.")),
                }
            }
            state.add(files);
        });
    }

    /// Forgets every file.
    pub(super) fn close_all(&self) {
        self.cancel();
        self.forget();
        self.intake.update_value(|intake| {
            intake.given.clear();
            intake.hinted.clear();
            intake.unsettled.clear();
            intake.coarse.clear();
            intake.inbox.clear();
            intake.status.clear();
        });
        self.files.set(Vec::new());
        self.dossier.set(Dossier::default());
        self.corrections.set(Default::default());
        self.offered.update_value(BTreeMap::clear);
        self.notices.set(Vec::new());
        self.sample.set(false);
        self.clear_selection();
    }

    /// Gives up what is not read yet.
    pub(super) fn cancel(&self) {
        let given_up = self.intake.try_update_value(|intake| {
            let asked = std::mem::take(&mut intake.asked);
            let unasked = std::mem::take(&mut intake.unasked);
            let quiet = std::mem::take(&mut intake.quiet);
            intake.unrefined.clear();
            // what is only read anew was read before
            let unread = asked.iter().filter(|(request, _)| !quiet.contains(request)).map(|(_, file)| file);
            for file in unread.chain(&unasked) {
                intake.status.insert(*file, FileStatus::Cancelled);
                intake.changed = true;
            }
            (intake.pool.clone(), asked)
        });
        // the pool may answer at once, and its answer goes to the intake: nothing may be held here
        if let Some((Some(pool), asked)) = given_up {
            for request in asked.into_keys() {
                pool.cancel(request);
            }
        }
        self.wake();
    }

    /// Sets a document's publication day by hand, or leaves it to the engine again, and counts anew.
    pub(super) fn set_published(&self, document: DocumentId, day: Option<Day>) {
        let found =
            self.dossier.with_untracked(|dossier| Some(dossier.document(document)?.published.clone()));
        if let Some(found) = found.filter(|anchor| anchor.how != AnchorSource::User) {
            self.offered.update_value(|offered| {
                offered.insert(document, found);
            });
        }
        self.corrections.update(|corrections| corrections.set_published(document, day));
        self.analyse(document.file);
    }

    /// Sets a document's kind by hand, and counts anew.
    pub(super) fn set_kind(&self, document: DocumentId, kind: Option<TextKind>) {
        self.corrections.update(|corrections| corrections.set_kind(document, kind));
        self.analyse(document.file);
    }

    /// Decides what a name means, in one document or everywhere, and reads anew what speaks of it.
    pub(super) fn set_name(&self, words: &str, document: Option<DocumentId>, meant: Option<Meant>) {
        if meant == Some(Meant::Nothing) {
            // what is no place has no mention to explain
            self.selection.update(|selection| selection.mention = None);
        }
        self.pinning.set(None);
        self.looked_up.set(None);
        self.corrections.update(|corrections| corrections.set_name(words, document, meant));
        self.analyse_again(document.map_or(Touched::All, |document| Touched::File(document.file)));
    }

    /// Decides what the words of a date say, at one place or everywhere, and counts anew what hangs on it.
    pub(super) fn set_date(&self, words: &str, only: Option<(DocumentId, u32)>, said: Option<Said>) {
        self.corrections.update(|corrections| corrections.set_date(words, only, said));
        self.analyse_again(only.map_or(Touched::All, |(document, _)| Touched::File(document.file)));
    }

    /// Looks a name up in the gazetteer; the answer comes to [`AppState::looked_up`].
    pub(super) fn find_place(&self, name: String) {
        if let Some(pool) = self.intake.with_value(|intake| intake.pool.clone()) {
            self.looked_up.set(Some(LookedUp { id: pool.find(name), places: None }));
        }
    }

    fn found_places(&self, id: RequestId, places: Vec<Place>) {
        if self.looked_up.with_untracked(|asked| asked.as_ref().is_some_and(|asked| asked.id == id)) {
            self.looked_up.set(Some(LookedUp { id, places: Some(places) }));
        }
    }

    /// Takes the last decision back.
    pub(super) fn undo(&self) {
        if let Some(touched) = self.corrections.try_update(|corrections| corrections.undo()).flatten() {
            self.analyse_again(touched);
        }
    }

    fn analyse_again(&self, touched: Touched) {
        match touched {
            Touched::File(file) => self.analyse(file),
            // an effect on the corrections sees to it
            Touched::Stories => {}
            Touched::All => {
                let files: Vec<FileId> =
                    self.dossier.with_untracked(|d| d.files().map(|(id, _)| id).collect());
                self.intake.update_value(|intake| intake.unasked.extend(files));
                self.ask();
            }
        }
    }

    fn analyse(&self, file: FileId) {
        self.put(file, false);
    }

    /// Puts the question what is in a file; a `quiet` one waits behind all others and shows no progress.
    fn put(&self, file: FileId, quiet: bool) {
        let mut options = self.corrections.with_untracked(|corrections| corrections.options(file));
        (options.hints, options.leanings) =
            self.intake.with_value(|intake| intake.hinted.get(&file).cloned().unwrap_or_default());
        let question = self.intake.try_update_value(|intake| {
            // an older question about the same file is not answered any more
            let old: Vec<RequestId> =
                intake.asked.iter().filter(|(_, f)| **f == file).map(|(r, _)| *r).collect();
            intake.asked.retain(|_, asked| *asked != file);
            let (source, given) = intake.given.get(&file)?;
            let input = match given {
                Given::File(handle) => Input::File(handle.clone()),
                Given::Bytes(bytes) => Input::Bytes(bytes.clone()),
            };
            Some((intake.pool.clone()?, old, source.clone(), input))
        });
        // the pool may answer at once, and its answer goes to the intake: nothing may be held here
        let Some((pool, old, source, input)) = question.flatten() else { return };
        for request in old {
            pool.cancel(request);
        }
        let request = if quiet {
            pool.analyse_later(source, input, options)
        } else {
            pool.analyse(source, input, options)
        };
        self.intake.update_value(|intake| {
            intake.asked.insert(request, file);
            if quiet {
                intake.quiet.insert(request);
            }
        });
    }

    /// Sees to it that the inbox is emptied soon.
    fn wake(&self) {
        let state = *self;
        // a pause that was begun ends with its timer
        let before = self.intake.try_update_value(|intake| std::mem::replace(&mut intake.turn, Turn::Now));
        if !matches!(before, None | Some(Turn::Now)) {
            Timeout::new(0, move || state.work_off()).forget();
        }
    }

    fn work_off(&self) {
        let began = now();
        loop {
            let event = self.intake.try_update_value(|intake| intake.inbox.pop_front()).flatten();
            let Some(event) = event else { break };
            self.take(event);
            if now() - began > SLICE {
                break;
            }
        }
        let state = *self;
        let Some((more, busy, changed, told)) = self.intake.try_update_value(|intake| {
            (!intake.inbox.is_empty(), intake.is_busy(), intake.changed, intake.told)
        }) else {
            return;
        };
        let due = changed && (now() - told >= PAUSE || (!busy && !more));
        if due {
            self.tell();
            if !busy && !more {
                let files = self.dossier.with_untracked(|d| d.files().map(|(id, _)| id).collect());
                self.intake.update_value(|intake| intake.unsettled = files);
                self.settle();
            }
        } else if !changed && !more {
            self.end_refining();
        }
        let turn = match (more, changed && !due) {
            (true, _) => {
                Timeout::new(0, move || state.work_off()).forget();
                Turn::Now
            }
            (false, true) => {
                let pause = (PAUSE - (now() - told)).max(16.0) as u32;
                Turn::AfterPause { _timer: Timeout::new(pause, move || state.work_off()) }
            }
            (false, false) => Turn::OnArrival,
        };
        self.intake.update_value(|intake| intake.turn = turn);
    }

    /// Says something about a file, by its name unless the line names it already.
    fn notify_of(&self, name: &str, message: &str) {
        if message.contains(name) {
            self.notify(message.to_owned());
        } else {
            self.notify(format!("{name}: {message}"));
        }
    }

    /// Tells the readers what has changed since they were told last.
    fn tell(&self) {
        let Some(status) = self.intake.try_update_value(|intake| {
            intake.changed = false;
            intake.told = now();
            std::mem::take(&mut intake.status)
        }) else {
            return;
        };
        self.files.update(|files| {
            for (id, status) in status {
                // ids ascend with the index, from the first file given
                let at = files.partition_point(|file| file.id < id);
                if let Some(file) = files.get_mut(at).filter(|file| file.id == id) {
                    file.status = status;
                }
            }
        });
        self.dossier.notify();
        self.after_first_analysis();
    }

    /// The first document opens by itself, so that nobody faces an empty reader.
    fn after_first_analysis(&self) {
        if self.selection.with_untracked(|s| s.document.is_none()) {
            let first = self.dossier.with_untracked(|d| d.documents().next().map(|(id, _)| id));
            if let Some(first) = first {
                self.open_document(first);
            }
        }
    }

    fn take(&self, event: PoolEvent) {
        match event {
            PoolEvent::Ready => {}
            PoolEvent::Gazetteer { tier: Tier::Core, .. } => self.gazetteer.update(|readiness| {
                // that the full tier will not come may be known before the core tier is ready
                if *readiness == Readiness::Loading {
                    *readiness = Readiness::Core;
                }
            }),
            PoolEvent::Gazetteer { tier: Tier::Full, .. } => {
                self.gazetteer.set(Readiness::Refining);
                self.intake.update_value(|intake| intake.unrefined = intake.coarse.iter().copied().collect());
                self.refine();
                // where nothing was read yet, there is nothing to read anew
                self.end_refining();
            }
            PoolEvent::GazetteerFailed { tier, message } => {
                self.gazetteer.set(match tier {
                    Tier::Core => Readiness::Missing,
                    Tier::Full => Readiness::CoreOnly,
                });
                self.notify(message);
            }
            PoolEvent::Found { id, places } => self.found_places(id, places),
            PoolEvent::Progress { id, share } => self.intake.update_value(|intake| {
                if let Some(&file) = intake.asked.get(&id).filter(|_| !intake.quiet.contains(&id)) {
                    intake.status.insert(file, FileStatus::Reading(share));
                    intake.changed = true;
                }
            }),
            PoolEvent::Done { id, analysis, tier } => {
                let Some((file, _)) = self.answered(id, FileStatus::Done) else { return };
                for warning in &analysis.warnings {
                    self.notify_of(&analysis.source.name, &warning.message);
                }
                let mention = self.selected_mention(file);
                self.dossier.update_untracked(|dossier| dossier.insert(file, *analysis));
                self.select_again(mention);
                self.intake.update_value(|intake| {
                    if tier == Some(Tier::Core) {
                        intake.coarse.insert(file);
                    } else {
                        intake.coarse.remove(&file);
                    }
                });
                let complete =
                    matches!(self.gazetteer.get_untracked(), Readiness::Refining | Readiness::Complete);
                if tier == Some(Tier::Core) && complete {
                    self.gazetteer.set(Readiness::Refining);
                    self.put(file, true);
                }
            }
            PoolEvent::Failed { id, message } => {
                self.found_places(id, Vec::new());
                // where a file is only read anew, the answer it has stays
                if let Some((file, false)) = self.answered(id, FileStatus::Failed) {
                    let name = self.intake.with_value(|intake| {
                        intake.given.get(&file).map(|(source, _)| source.name.clone()).unwrap_or_default()
                    });
                    self.notify_of(&name, &message);
                }
            }
        }
    }

    /// Notes the last word about a question: the file it was about, and whether it was a quiet one, whose file
    /// keeps the status it has. `None` for a question that is no longer asked.
    fn answered(&self, id: RequestId, status: FileStatus) -> Option<(FileId, bool)> {
        self.intake
            .try_update_value(|intake| {
                let file = intake.asked.remove(&id)?;
                let quiet = intake.quiet.remove(&id);
                if !quiet {
                    intake.status.insert(file, status);
                }
                intake.changed = true;
                Some((file, quiet))
            })
            .flatten()
    }

    /// The selected mention of a file, by what it is and where it stands.
    fn selected_mention(&self, file: FileId) -> Option<(DocumentId, Marked, Span)> {
        let (document, mention) = self.selection.with_untracked(|s| s.document.zip(s.mention))?;
        let span = self.dossier.with_untracked(|d| mention.span(d.document(document)?))?;
        (document.file == file).then_some((document, mention, span))
    }

    /// Selects a mention again that has another number by now; where it is no more, nothing.
    fn select_again(&self, mention: Option<(DocumentId, Marked, Span)>) {
        let Some((document, before, span)) = mention else { return };
        let after = self.dossier.with_untracked(|d| before.again(d.document(document)?, span));
        if after != Some(before) {
            self.selection.update(|selection| selection.mention = after);
        }
    }
}
