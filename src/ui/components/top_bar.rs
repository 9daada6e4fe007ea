use super::export_menu::ExportMenu;
use super::file_button::FileButton;
use super::filters::{FilterMenu, SearchField};
use super::help::Help;
use super::icon::{Icon, paths};
use crate::dossier::disagreements;
use crate::ui::hooks::{Theme, use_theme};
use crate::ui::state::{AppState, use_app};
use crate::view::{counted, grouped};
use leptos::prelude::*;

/// Name, headline, progress and the page's own buttons.
#[component]
pub(in crate::ui) fn TopBar() -> impl IntoView {
    let state = use_app();
    let (theme, dark) = use_theme();
    let full = Memo::new(move |_| state.files.with(|files| !files.is_empty()));
    let busy = Memo::new(move |_| state.work.with(|work| work.pending > 0));
    let can_undo = Memo::new(move |_| state.corrections.with(|c| c.can_undo()));
    let toggle = move |_| theme.set(if dark.get_untracked() { Theme::Light } else { Theme::Dark });
    view! {
        <header class="top-bar">
            <p class="wordmark" translate="no">"Dateline"</p>
            <p class="headline" role="status">{move || headline(&state)}</p>
            <Disagreements/>
            <p class="place-data" data-state=move || state.gazetteer.get().code()>
                {move || state.gazetteer.get().words()}
            </p>
            <Show when=move || full.get()>
                <SearchField/>
            </Show>
            <div class="top-tools">
                <Show when=move || can_undo.get()>
                    <button type="button" class="button small" on:click=move |_| state.undo()>
                        <Icon path=paths::UNDO/>"Undo"
                    </button>
                </Show>
                <Show when=move || full.get()>
                    <FilterMenu/>
                    <ExportMenu/>
                    <FileButton label="Add files" class="button small"/>
                    <button type="button" class="button small" on:click=move |_| state.close_all()>
                        <Icon path=paths::AGAIN/>"Start over"
                    </button>
                </Show>
                <Help/>
                <button
                    type="button"
                    class="icon-button"
                    aria-label=move || if dark.get() { "Switch to light colours" } else { "Switch to dark colours" }
                    on:click=toggle
                >
                    {move || view! { <Icon path=if dark.get() { paths::SUN } else { paths::MOON }/> }}
                </button>
            </div>
            <Show when=move || busy.get()>
                <Progress/>
            </Show>
        </header>
    }
}

/// How far the files are, and the button that gives up.
#[component]
fn Progress() -> impl IntoView {
    let state = use_app();
    let line = move || {
        let work = state.work.get();
        let events = state.counts.get().events;
        format!(
            "{} of {} read · {} so far",
            grouped((work.all - work.pending) as u32),
            counted(work.all as u32, "file", "files"),
            counted(events, "event", "events")
        )
    };
    let percent = |share: f32| ((share * 100.0).round() as u32).to_string();
    view! {
        <div class="progress">
            <progress
                aria-label="All files"
                max="100"
                value=move || percent(state.work.get().share)
            ></progress>
            <span class="progress-line">{line}</span>
            <ul class="progress-files" aria-label="Files being read">
                {move || {
                    let one = |(name, share): (String, f32)| {
                        view! {
                            <li>
                                <span class="name">{name.clone()}</span>
                                <progress aria-label=name max="100" value=percent(share)></progress>
                            </li>
                        }
                    };
                    state.work.get().reading.into_iter().map(one).collect_view()
                }}
            </ul>
            <button type="button" class="button small" on:click=move |_| state.cancel()>"Cancel"</button>
        </div>
    }
}

/// How often tellings contradict each other; a click leads to the first such story, another to the next.
#[component]
fn Disagreements() -> impl IntoView {
    let state = use_app();
    let found = Memo::new(move |_| {
        let busy = state.work.with(|work| work.pending > 0);
        if busy { Vec::new() } else { state.dossier.with(disagreements) }
    });
    let count = move || found.with(|found| found.len() as u32);
    let next = move |_| {
        let here = state.unfolded.get_untracked();
        let next = found.with_untracked(|found| {
            let after = found.iter().rposition(|id| Some(*id) == here).map_or(0, |at| at + 1);
            found.get(after).or(found.first()).copied()
        });
        if let Some(next) = next {
            state.unfold(next);
        }
    };
    view! {
        <Show when=move || { count() > 0 }>
            <button type="button" class="button small disagreements" on:click=next>
                {move || counted(count(), "disagreement", "disagreements")}
            </button>
        </Show>
    }
}

/// The headline: short while there is work, so that a screen reader is not told every step.
fn headline(state: &AppState) -> String {
    let (pending, all) = state.work.with(|work| (work.pending, work.all));
    if pending > 0 {
        return format!("Reading {}…", counted(all as u32, "file", "files"));
    }
    if all == 0 {
        return String::new();
    }
    let counts = state.counts.get();
    let mut parts = vec![
        counted(counts.documents, "document", "documents"),
        counted(counts.events, "event", "events"),
        counted(counts.places, "place", "places"),
    ];
    if counts.inferred > 0 {
        parts.push(format!("{} inferred", counted(counts.inferred, "date", "dates")));
    }
    if counts.undated > 0 {
        parts.push(format!("{} undated", grouped(counts.undated)));
    }
    parts.join(", ")
}
