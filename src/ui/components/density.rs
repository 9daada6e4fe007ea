use crate::timex::Day;
use crate::ui::hooks::use_size;
use crate::ui::state::use_app;
use crate::view::filter::Window;
use crate::view::scale::TimeScale;
use crate::view::timeline::{Item, bounds, histogram};
use crate::view::when::{day_text, year_text};
use crate::view::{counted, px};
use leptos::html::Div;
use leptos::prelude::*;

/// Height in pixels, as the style sheet has it.
const HEIGHT: f64 = 46.0;
/// Width of a bar with the gap behind it.
const BAR: f64 = 5.0;
/// How near the pointer must be to an edge of the window to take hold of it, in pixels.
const GRIP: f64 = 7.0;
/// Pixels that make a press a drag.
const DRAG: f64 = 3.0;
/// How far a key moves the window, as a share of its length.
const STEP: f64 = 0.1;

/// What a drag does: its first day, and what it holds.
#[derive(Debug, Clone, Copy)]
enum Hold {
    /// Draws a new window from a day.
    New(f64),
    /// Moves the window: the day held, and the window as it was.
    Whole(f64, Window),
    /// Moves one edge; the other one stays.
    Edge(f64),
}

/// All of time in one strip: how many events when, and the window that the page is filtered by. A drag draws
/// it, a drag inside moves it, its edges can be pulled, a double click lifts it.
#[component]
pub(in crate::ui) fn Density() -> impl IntoView {
    let state = use_app();
    let pane = NodeRef::<Div>::new();
    let size = use_size(pane);
    let items = Memo::new(move |_| {
        state.spread.with(|rows| rows.iter().map(|row| Item::new(row, 0)).collect::<Vec<_>>())
    });
    let scale = Memo::new(move |_| {
        let (from, to) = items.with(|items| bounds(items)).unwrap_or((0.0, 365.0));
        let margin = (to - from) * 0.02 + 1.0;
        TimeScale::new(from - margin, to + margin, size.get().0)
    });
    let bars = Memo::new(move |_| {
        let scale = scale.get();
        let columns = (scale.width / BAR) as usize;
        let counts = items.with(|items| histogram(items, scale.start, scale.end, columns));
        let most = counts.iter().copied().max().unwrap_or(1).max(1);
        // one path for all bars: a strip of a wide screen has hundreds
        let mut path = String::new();
        for (at, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            let tall = 3.0 + (f64::from(count) / f64::from(most)).sqrt() * (HEIGHT - 20.0);
            path.push_str(&format!("M{} {}v-{}h4v{}z", px(at as f64 * BAR), px(HEIGHT), px(tall), px(tall)));
        }
        path
    });
    let window = Memo::new(move |_| state.filter.with(|filter| filter.window));
    let set = move |from: f64, to: f64| {
        let day = |day: f64| Day::from_number(day.floor() as i32);
        let definitely = window.get_untracked().is_some_and(|window| window.definitely);
        let next = Window { from: day(from.min(to)), to: day(from.max(to)), definitely };
        if window.get_untracked() != Some(next) {
            state.filter.update(|filter| filter.window = Some(next));
        }
    };
    let lift = move || state.filter.update(|filter| filter.window = None);
    let edges = move |window: Window| {
        let scale = scale.get();
        (scale.x(f64::from(window.from.number())), scale.x(f64::from(window.to.number()) + 1.0))
    };
    let hold = StoredValue::new(None::<(Hold, f64)>);
    let x_of = move |event: &leptos::ev::PointerEvent| {
        let left = pane.get_untracked().map_or(0.0, |pane| pane.get_bounding_client_rect().left());
        f64::from(event.client_x()) - left
    };
    let on_down = move |event: leptos::ev::PointerEvent| {
        if let Some(pane) = pane.get_untracked() {
            // without capture the drag ends at the strip's edge: no harm
            let _ = pane.set_pointer_capture(event.pointer_id());
        }
        let x = x_of(&event);
        let day = scale.get_untracked().day_at(x);
        let held = match window.get_untracked() {
            Some(window) => {
                let (left, right) = untrack(|| edges(window));
                let middle = f64::midpoint(left, right);
                if (x - left).abs() <= GRIP && x <= middle {
                    Hold::Edge(f64::from(window.to.number()))
                } else if (x - right).abs() <= GRIP {
                    Hold::Edge(f64::from(window.from.number()))
                } else if left < x && x < right {
                    Hold::Whole(day, window)
                } else {
                    Hold::New(day)
                }
            }
            None => Hold::New(day),
        };
        hold.set_value(Some((held, x)));
    };
    let on_move = move |event: leptos::ev::PointerEvent| {
        let x = x_of(&event);
        let Some((held, from)) = hold.get_value() else { return };
        if (x - from).abs() < DRAG {
            return;
        }
        let day = scale.get_untracked().day_at(x);
        match held {
            Hold::New(first) => set(first, day),
            Hold::Edge(other) => set(other, day),
            Hold::Whole(at, window) => {
                let by = (day - at).round();
                set(f64::from(window.from.number()) + by, f64::from(window.to.number()) + by);
            }
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let key = event.key();
        let Some(window) = window.get_untracked() else {
            if key == "Enter" {
                event.prevent_default();
                let (from, to) = state.viewport.get_untracked();
                set(from, to);
            }
            return;
        };
        let (from, to) = (f64::from(window.from.number()), f64::from(window.to.number()));
        let step = ((to - from) * STEP).round().max(1.0);
        match (key.as_str(), event.shift_key()) {
            ("ArrowLeft", false) => set(from - step, to - step),
            ("ArrowRight", false) => set(from + step, to + step),
            ("ArrowLeft", true) => set(from, (to - step).max(from)),
            ("ArrowRight", true) => set(from, to + step),
            ("Escape" | "Delete", _) => lift(),
            _ => return,
        }
        event.prevent_default();
    };
    let year = |day: f64| year_text(i32::from(Day::from_number(day as i32).date().year()));
    let label = move || {
        let count = counted(state.shown.with(|rows| rows.len() as u32), "event", "events");
        match window.get() {
            Some(window) => {
                format!("{count} from {} to {}", day_text(window.from), day_text(window.to))
            }
            None => format!("{count} over all of time; Enter filters by what the timeline shows"),
        }
    };
    view! {
        <div
            class="density"
            node_ref=pane
            role="group"
            tabindex="0"
            aria-label=label
            on:pointerdown=on_down
            on:pointermove=on_move
            on:pointerup=move |_| hold.set_value(None)
            on:pointercancel=move |_| hold.set_value(None)
            on:dblclick=move |_| lift()
            on:keydown=on_key
        >
            <svg width=move || px(size.get().0) height=px(HEIGHT) aria-hidden="true">
                <path class="bars" d=bars/>
                {move || {
                    let scale = scale.get();
                    let (from, to) = state.viewport.get();
                    let left = scale.x(from).clamp(0.0, scale.width);
                    let right = scale.x(to).clamp(0.0, scale.width);
                    view! { <rect class="viewport" x=px(left) y=px(HEIGHT - 3.0) width=px((right - left).max(3.0)) height="3"/> }
                }}
                {move || window.get().map(|window| {
                    let (left, right) = edges(window);
                    // a window too narrow to be seen is drawn as wide as a finger can hit
                    let wide = (right - left).max(8.0);
                    view! { <rect class="brush" x=px(left) y="0.5" width=px(wide) height=px(HEIGHT - 1.0) rx="3"/> }
                })}
                <text class="from" x="6" y="12">{move || year(scale.get().start)}</text>
                <text class="to" x=move || px(size.get().0 - 6.0) y="12">{move || year(scale.get().end)}</text>
            </svg>
        </div>
    }
}
