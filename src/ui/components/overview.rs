use crate::timex::Day;
use crate::ui::hooks::use_size;
use crate::view::px;
use crate::view::scale::TimeScale;
use crate::view::timeline::{Item, bounds, histogram};
use crate::view::when::year_text;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;

/// Height in pixels, as the style sheet has it.
const HEIGHT: f64 = 34.0;
/// Width of a bar.
const BAR: f64 = 5.0;

/// All of time in one strip, with the part the timeline shows; a click or drag moves that part.
#[component]
pub(in crate::ui) fn Overview(
    /// All events shown.
    items: Signal<Arc<Vec<Item>>>,
    /// What the timeline shows, in days since 1970-01-01.
    range: Signal<(f64, f64)>,
    /// Called with what it should show.
    on_range: impl Fn((f64, f64)) + Copy + Send + 'static,
) -> impl IntoView {
    let pane = NodeRef::<Div>::new();
    let size = use_size(pane);
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
        let bar = |(at, count): (usize, u32)| {
            let tall = 3.0 + (f64::from(count) / f64::from(most)).sqrt() * (HEIGHT - 16.0);
            (count > 0).then_some((at as f64 * BAR, tall))
        };
        counts.into_iter().enumerate().filter_map(bar).collect::<Vec<_>>()
    });
    let move_to = move |event: &leptos::ev::PointerEvent| {
        let Some(pane) = pane.get_untracked() else { return };
        let x = f64::from(event.client_x()) - pane.get_bounding_client_rect().left();
        let (from, to) = range.get_untracked();
        let middle = scale.get_untracked().day_at(x);
        on_range((middle - (to - from) / 2.0, middle + (to - from) / 2.0));
    };
    let on_down = move |event: leptos::ev::PointerEvent| {
        if let Some(pane) = pane.get_untracked() {
            // without capture the drag ends at the strip's edge: no harm
            let _ = pane.set_pointer_capture(event.pointer_id());
        }
        move_to(&event);
    };
    let on_move = move |event: leptos::ev::PointerEvent| {
        if event.buttons() & 1 == 1 {
            move_to(&event);
        }
    };
    let year = |day: f64| year_text(i32::from(Day::from_number(day as i32).date().year()));
    view! {
        <div class="overview" node_ref=pane aria-hidden="true" on:pointerdown=on_down on:pointermove=on_move>
            <svg width=move || px(size.get().0) height=px(HEIGHT)>
                {move || {
                    bars.get()
                        .into_iter()
                        .map(|(x, tall)| {
                            view! { <rect class="bar" x=px(x) y=px(HEIGHT - tall) width="4" height=px(tall)/> }
                        })
                        .collect_view()
                }}
                {move || {
                    let scale = scale.get();
                    let (from, to) = range.get();
                    let left = scale.x(from).clamp(-4.0, scale.width);
                    let right = scale.x(to).clamp(0.0, scale.width + 4.0);
                    // a window too narrow to be seen is drawn as wide as a finger can hit
                    let wide = (right - left).max(8.0);
                    view! { <rect class="brush" x=px(left) y="0.5" width=px(wide) height=px(HEIGHT - 1.0) rx="3"/> }
                }}
                <text class="from" x="6" y="12">{move || year(scale.get().start)}</text>
                <text class="to" x=move || px(size.get().0 - 6.0) y="12">{move || year(scale.get().end)}</text>
            </svg>
        </div>
    }
}
