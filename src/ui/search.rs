//! The search for words, a few milliseconds at a time: what is found is shown as it is found.

use super::hooks::now;
use super::state::AppState;
use crate::dossier::FileId;
use crate::view::search::{Hits, Query, Search};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::collections::VecDeque;

/// Longest stretch of searching, in milliseconds.
const SLICE: f64 = 8.0;
/// Bytes searched between two looks at the clock.
const PIECE: usize = 64 * 1024;
/// Least time between two tellings of what was found, in milliseconds.
const PAUSE: f64 = 120.0;

/// A search under way.
#[derive(Default)]
pub(super) struct Searching {
    query: Query,
    files: VecDeque<FileId>,
    current: Option<(FileId, Search)>,
    hits: Hits,
    told: f64,
    /// Whether a next slice is on its way.
    awake: bool,
}

impl AppState {
    /// Searches whenever other words are asked for, and in every file that comes in.
    pub(super) fn start_search(&self) {
        let state = *self;
        let query = Memo::new(move |_| state.filter.with(|filter| Query::parse(&filter.text)));
        Effect::new(move |_| {
            let query = query.get();
            let files = state.dossier.with(|dossier| dossier.files().map(|(id, _)| id).collect::<Vec<_>>());
            state.searching.update_value(|searching| {
                if searching.query != query {
                    *searching = Searching { query, awake: searching.awake, ..Searching::default() };
                }
                let current = searching.current.as_ref().map(|(file, _)| *file);
                searching.files = files
                    .into_iter()
                    .filter(|id| Some(*id) != current && !searching.hits.knows(*id))
                    .collect();
            });
            state.search_on();
        });
    }

    /// Searches for a while and sees to it that the rest follows.
    fn search_on(&self) {
        if self.searching.with_value(|searching| searching.query.is_empty()) {
            if self.hits.with_untracked(Option::is_some) {
                self.hits.set(None);
            }
            return;
        }
        let began = now();
        let state = *self;
        let told = self.searching.try_update_value(|searching| {
            let through = state.dossier.with_untracked(|dossier| {
                loop {
                    if searching.current.is_none() {
                        let Some(file) = searching.files.pop_front() else { return true };
                        searching.current = Some((file, Search::new(searching.query.clone())));
                    }
                    let Some((id, search)) = &mut searching.current else { return true };
                    let Some(analysis) = dossier.file(*id) else {
                        searching.current = None;
                        continue;
                    };
                    if let Some(sentences) = search.step(analysis, PIECE) {
                        searching.hits.insert(*id, sentences);
                        searching.current = None;
                    }
                    if now() - began > SLICE {
                        return false;
                    }
                }
            });
            let wake = !through && !std::mem::replace(&mut searching.awake, !through);
            let due = through || now() - searching.told >= PAUSE;
            if due {
                searching.told = now();
            }
            (wake, due.then(|| searching.hits.clone()))
        });
        let Some((wake, hits)) = told else { return };
        if let Some(hits) = hits {
            self.hits.set(Some(hits));
        }
        if wake {
            let again = move || {
                state.searching.update_value(|searching| searching.awake = false);
                state.search_on();
            };
            Timeout::new(0, again).forget();
        }
    }
}
