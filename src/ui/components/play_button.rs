use super::icon::{Icon, paths};
use crate::ui::state::{AppState, use_app};
use crate::view::filter::Window;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long a step is shown, in milliseconds.
const STEP: u32 = 1000;

/// Time being played.
struct Playing {
    /// What was brushed before.
    before: Option<Window>,
    /// The steps still to come, the next one last.
    rest: Vec<Window>,
    /// The next step's timer.
    timer: Option<Timeout>,
}

/// Steps through the brushed time, or all of it; everything that follows the time filter plays along.
#[component]
pub(in crate::ui) fn PlayButton(
    /// Called before the first step.
    on_start: impl Fn() + Send + Copy + 'static,
) -> impl IntoView {
    let state = use_app();
    let playing = StoredValue::new_local(None::<Playing>);
    on_cleanup(move || stop(state, playing));
    let toggle = move |_| {
        if state.playing.get_untracked() {
            stop(state, playing);
        } else {
            on_start();
            start(state, playing);
        }
    };
    let label = move || if state.playing.get() { "Stop playing" } else { "Play through time" };
    view! {
        <button type="button" class="icon-button" aria-label=label on:click=toggle>
            {move || view! { <Icon path=if state.playing.get() { paths::PAUSE } else { paths::PLAY }/> }}
        </button>
    }
}

fn start(state: AppState, playing: StoredValue<Option<Playing>, LocalStorage>) {
    let before = state.filter.with_untracked(|filter| filter.window);
    let mut rest = state.spread.with_untracked(|rows| {
        let first = rows.iter().map(|row| row.when.earliest).min()?;
        let last = rows.iter().map(|row| row.when.latest).max()?;
        let all = before.unwrap_or(Window { from: first, to: last, definitely: false });
        Some(Window { from: all.from.max(first), to: all.to.min(last), ..all }.steps(rows))
    });
    if let Some(rest) = rest.as_mut().filter(|rest| !rest.is_empty()) {
        rest.reverse();
        playing.set_value(Some(Playing { before, rest: std::mem::take(rest), timer: None }));
        state.playing.set(true);
        step(state, playing);
    }
}

/// Shows the next step and sees to it that another follows; after the last all is as it was before.
fn step(state: AppState, playing: StoredValue<Option<Playing>, LocalStorage>) {
    let next = playing.try_update_value(|playing| playing.as_mut().and_then(|playing| playing.rest.pop()));
    let Some(window) = next.flatten() else {
        stop(state, playing);
        return;
    };
    state.filter.update(|filter| filter.window = Some(window));
    let timer = Timeout::new(STEP, move || step(state, playing));
    playing.update_value(|playing| {
        if let Some(playing) = playing {
            playing.timer = Some(timer);
        }
    });
}

/// Ends the play, and brushes what was brushed before.
fn stop(state: AppState, playing: StoredValue<Option<Playing>, LocalStorage>) {
    if let Some(Playing { before, .. }) = playing.try_update_value(Option::take).flatten() {
        state.filter.update(|filter| filter.window = before);
        state.playing.set(false);
    }
}
