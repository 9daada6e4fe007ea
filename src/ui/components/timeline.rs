use super::icon::{Icon, paths};
use crate::timex::Day;
use crate::ui::hooks::use_size;
use crate::ui::state::{AppState, Pane, use_app};
use crate::view::filter::Window;
use crate::view::lanes::{Lane, Lanes, LanesBy, lanes};
use crate::view::reader::Marked;
use crate::view::scale::TimeScale;
use crate::view::timeline::{Form, Frame, Item, Mark, Scene, bounds, lay_out, opening};
use crate::view::undated::{Undated, undated};
use crate::view::when::{day_text, interval_text};
use crate::view::{fit_text, grouped, px};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Height of the axis above the lanes, in pixels.
const AXIS: f64 = 42.0;
/// Room for the lanes' names where the pane is wide enough, and the width from which it is.
const GUTTER: (f64, f64) = (140.0, 460.0);
/// How far a key pans, as a share of the width.
const STEP: f64 = 0.15;
/// Pixels that make a press a drag.
const DRAG: f64 = 4.0;
/// Below this many days in view a merged mark is stepped through and not zoomed into.
const CLOSE: f64 = 3.0;

/// Where pointers are held down.
#[derive(Debug, Default)]
struct Touch {
    /// Pointers with their last x.
    held: Vec<(i32, f64)>,
    /// How far the first has come, until it is a drag.
    moved: f64,
    dragging: bool,
}

/// The time axis with its events.
#[component]
pub(in crate::ui) fn Timeline() -> impl IntoView {
    let state = use_app();
    let pane = NodeRef::<Div>::new();
    let size = use_size(pane);
    // what the user zoomed or panned to; until then the view follows what is found
    let chosen = RwSignal::new(None::<(f64, f64)>);
    let by = RwSignal::new(LanesBy::default());
    let lanes = Memo::new(move |_| {
        state.shown.with(|rows| state.dossier.with_untracked(|dossier| lanes(dossier, rows, by.get())))
    });
    let gutter = Memo::new(move |_| {
        if size.get().0 >= GUTTER.1 && frame_by_lane(&lanes, size.get().1) { GUTTER.0 } else { 0.0 }
    });
    let scale = Memo::new(move |_| {
        let width = size.get().0 - gutter.get();
        let (from, to) = chosen.get().or_else(|| lanes.with(|l| opening(&l.items))).unwrap_or((0.0, 365.0));
        TimeScale::new(from, to, width)
    });
    let scene = Memo::new(move |_| {
        let (scale, height) = (scale.get(), (size.get().1 - AXIS).max(20.0));
        let selected = state.selection.with(|s| s.event);
        lanes.with(|lanes| {
            let frame = Frame { scale, height, lanes: lane_count(lanes) };
            let at = selected.and_then(|id| state.row_of(id));
            let title = |item: usize| title(&state, item);
            lay_out(&lanes.items, &frame, at, &title)
        })
    });
    Effect::new(move |_| {
        let scale = scale.get();
        state.viewport.set((scale.start, scale.end));
    });
    // the time that the page is filtered by is what is looked at
    Effect::new(move |before: Option<Option<Window>>| {
        let window = state.filter.with(|filter| filter.window);
        if before.is_some_and(|before| before != window) {
            chosen.set(window.map(|window| {
                let (from, to) = (f64::from(window.from.number()), f64::from(window.to.number()) + 1.0);
                let margin = (to - from) * 0.03;
                (from - margin, to + margin)
            }));
        }
        window
    });
    let set = move |scale: TimeScale| chosen.set(Some((scale.start, scale.end)));
    let zoom = move |factor: f64| {
        let scale = scale.get_untracked();
        set(scale.zoomed(factor, scale.width / 2.0));
    };
    let fit = move || {
        chosen.set(lanes.with_untracked(|l| bounds(&l.items)).map(|(from, to)| {
            let margin = (to - from) * 0.04;
            (from - margin, to + margin)
        }));
    };
    // an event selected elsewhere is brought into view
    Effect::new(move |_| {
        let Some(id) = state.selection.with(|s| s.event) else { return };
        let at = state.row_of(id);
        let item = at.and_then(|at| lanes.with_untracked(|l| l.items.get(at).copied()));
        let (Some(item), scale) = (item, scale.get_untracked()) else { return };
        let (from, to) = (f64::from(item.from), f64::from(item.to) + 1.0);
        if to <= scale.start || from >= scale.end {
            // a year is shown as a year, not as the days in its middle
            let half = (scale.end - scale.start).max((to - from) * 1.5) / 2.0;
            chosen.set(Some((f64::midpoint(from, to) - half, f64::midpoint(from, to) + half)));
        }
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let scale = scale.get_untracked();
        match event.key().as_str() {
            "ArrowLeft" => set(scale.panned(-scale.width * STEP)),
            "ArrowRight" => set(scale.panned(scale.width * STEP)),
            "+" | "=" => zoom(1.5),
            "-" => zoom(1.0 / 1.5),
            "Home" | "0" => fit(),
            "ArrowDown" => state.step_event(1),
            "ArrowUp" => state.step_event(-1),
            _ => return,
        }
        event.prevent_default();
    };
    let on_wheel = move |event: leptos::ev::WheelEvent| {
        let scale = scale.get_untracked();
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            let x = f64::from(event.client_x()) - left_of(pane) - gutter.get_untracked();
            set(scale.zoomed((-event.delta_y() * 0.0035).exp(), x));
        } else if event.delta_x().abs() > event.delta_y().abs() {
            event.prevent_default();
            set(scale.panned(event.delta_x()));
        }
    };
    let touch = StoredValue::new(Touch::default());
    let on_down = move |event: leptos::ev::PointerEvent| {
        touch.update_value(|touch| {
            if touch.held.is_empty() {
                (touch.moved, touch.dragging) = (0.0, false);
            }
            touch.held.push((event.pointer_id(), f64::from(event.client_x())));
        });
    };
    let on_move = move |event: leptos::ev::PointerEvent| {
        let x = f64::from(event.client_x());
        let scale_now = scale.get_untracked();
        let next = touch.try_update_value(|touch| {
            let at = touch.held.iter().position(|(id, _)| *id == event.pointer_id())?;
            let before = touch.held[at].1;
            touch.held[at].1 = x;
            touch.moved += (x - before).abs();
            if touch.moved < DRAG {
                return None;
            }
            touch.dragging = true;
            match touch.held.as_slice() {
                [_] => Some(scale_now.panned(before - x)),
                [first, second, ..] => {
                    let (other, middle) = if at == 0 { (second.1, first.1) } else { (first.1, second.1) };
                    let factor = (x - other).abs().max(8.0) / (before - other).abs().max(8.0);
                    let middle = f64::midpoint(other, middle) - left_of(pane) - gutter.get_untracked();
                    Some(scale_now.zoomed(factor, middle))
                }
                [] => None,
            }
        });
        if let Some(next) = next.flatten() {
            // from now on the pointer belongs to the drag, wherever it goes
            if let Some(pane) = pane.get_untracked() {
                let _ = pane.set_pointer_capture(event.pointer_id());
            }
            set(next);
        }
    };
    let on_up = move |event: leptos::ev::PointerEvent| {
        touch.update_value(|touch| touch.held.retain(|(id, _)| *id != event.pointer_id()));
    };
    let on_click = move |event: leptos::ev::MouseEvent| {
        if touch.with_value(|touch| touch.dragging) {
            return;
        }
        let number = |name: &str| {
            let element = event.target()?.dyn_into::<web_sys::Element>().ok()?;
            let element = element.closest(&format!("[{name}]")).ok().flatten()?;
            element.get_attribute(name)?.parse::<usize>().ok()
        };
        if let Some(at) = number("data-mark") {
            let Some(mark) = scene.with_untracked(|scene| scene.marks.get(at).cloned()) else { return };
            let now = scale.get_untracked();
            if mark.count > 1 && now.end - now.start > CLOSE && !mark.foot {
                set(now.zoomed(3.0, mark.x + mark.width / 2.0));
            }
            click_mark(&state, &lanes, &now, &mark);
        } else if let Some(column) = number("data-column") {
            let column = scene.with_untracked(|scene| scene.columns.get(column).copied());
            if let Some(column) = column {
                set(scale.get_untracked().zoomed(3.0, column.x + column.width / 2.0));
            }
        } else if let Some(lane) = number("data-lane")
            && let Some(lane) = lanes.with_untracked(|l| l.lanes.get(lane).cloned())
        {
            match lane {
                Lane::Document(id) => state.open_document(id),
                other => state.filter.update(|filter| other.filter(filter)),
            }
        }
    };
    let on_lanes = move |event: leptos::ev::Event| {
        let chosen = event_target_value(&event);
        by.set(LanesBy::ALL.into_iter().find(|by| by.label() == chosen).unwrap_or_default());
    };
    let adrift = Memo::new(move |_| {
        state.documents.with(|documents| state.dossier.with(|dossier| undated(dossier, documents)))
    });
    let row = move |date: &Undated| {
        let (document, mention) = (date.document, date.mention);
        view! {
            <li>
                <button
                    type="button"
                    class="menu-item"
                    on:click=move |_| {
                        state.select_mention(document, Marked::Date(mention));
                        state.pane.set(Pane::Reader);
                    }
                >
                    <b>{format!("“{}”", date.words)}</b>
                    " "
                    {date.source.clone()}
                </button>
            </li>
        }
    };
    let range = move || {
        let scale = scale.get();
        let (from, to) = (day_at(scale.start), day_at(scale.end));
        if from == to { day_text(from) } else { format!("{} – {}", day_text(from), day_text(to)) }
    };
    let earlier = move || scene.with(|scene| scene.before);
    let later = move || scene.with(|scene| scene.after);
    view! {
        <section class="pane timeline" aria-label="Timeline">
            <header class="pane-head">
                <h2>"Timeline"</h2>
                <Show when=move || { earlier() > 0 }>
                    <button type="button" class="edge" on:click=move |_| fit()>
                        {move || format!("‹ {} earlier", grouped(earlier()))}
                    </button>
                </Show>
                <p class="range">{range}</p>
                <Show when=move || { later() > 0 }>
                    <button type="button" class="edge" on:click=move |_| fit()>
                        {move || format!("{} later ›", grouped(later()))}
                    </button>
                </Show>
                <Show when=move || { adrift.with(|(count, _)| *count > 0) }>
                    <details class="menu" name="menu">
                        <summary class="edge">
                            {move || format!("Undated ({})", adrift.with(|(count, _)| grouped(*count)))}
                        </summary>
                        <div class="menu-body undated">
                            <p>"Nothing says when these were. Set the date of their document, or of the words themselves:"</p>
                            <ul>{move || adrift.with(|(_, listed)| listed.iter().map(row).collect_view())}</ul>
                        </div>
                    </details>
                </Show>
                <div class="tools">
                    <select id="lanes-by" aria-label="Lanes of the timeline" on:change=on_lanes>
                        {LanesBy::ALL.map(|by| view! { <option value=by.label()>{by.label()}</option> }).collect_view()}
                    </select>
                    <button type="button" class="icon-button" aria-label="Zoom out" on:click=move |_| zoom(1.0 / 1.6)>
                        <Icon path=paths::MINUS/>
                    </button>
                    <button type="button" class="icon-button" aria-label="Zoom in" on:click=move |_| zoom(1.6)>
                        <Icon path=paths::PLUS/>
                    </button>
                    <button type="button" class="icon-button" aria-label="Show all of time" on:click=move |_| fit()>
                        <Icon path=paths::FIT/>
                    </button>
                </div>
            </header>
            <div
                class="timeline-body"
                node_ref=pane
                tabindex="0"
                role="group"
                aria-label="Time axis: left and right arrows move, plus and minus zoom, up and down step through the events"
                on:keydown=on_key
                on:wheel=on_wheel
                on:pointerdown=on_down
                on:pointermove=on_move
                on:pointerup=on_up
                on:pointercancel=on_up
                on:click=on_click
            >
                <svg
                    width=move || px(size.get().0)
                    height=move || px(size.get().1)
                    aria-hidden="true"
                >
                    {move || draw_lanes(&state, &lanes, &scene, gutter.get(), size.get())}
                    // an inner frame, so that nothing is drawn over the lanes' names
                    <svg
                        x=move || px(gutter.get())
                        width=move || px((size.get().0 - gutter.get()).max(0.0))
                        height=move || px(size.get().1)
                    >
                        {move || draw_axis(&scale.get(), size.get().1)}
                        <g transform=format!("translate(0 {AXIS_TEXT})")>
                            {move || draw_columns(&scene, size.get().1 - AXIS)}
                            {move || draw_marks(&state, &scene)}
                        </g>
                    </svg>
                </svg>
                <Show when=move || state.shown.with(|rows| rows.is_empty())>
                    <p class="timeline-empty">"No dated event yet"</p>
                </Show>
            </div>
        </section>
    }
}

/// [`AXIS`] as the attribute says it.
const AXIS_TEXT: &str = "42";

fn frame_by_lane(lanes: &Memo<Lanes>, height: f64) -> bool {
    let count = lanes.with(lane_count);
    Frame { scale: TimeScale::new(0.0, 1.0, 1.0), height: (height - AXIS).max(20.0), lanes: count }.by_lane()
}

/// How many lanes are asked for; more than can be drawn where everything is to be drawn together.
fn lane_count(lanes: &Lanes) -> usize {
    if lanes.lanes.is_empty() { usize::MAX } else { lanes.lanes.len() }
}

fn day_at(day: f64) -> Day {
    Day::from_number(day.floor() as i32)
}

fn left_of(pane: NodeRef<Div>) -> f64 {
    pane.get_untracked().map_or(0.0, |pane| pane.get_bounding_client_rect().left())
}

fn title(state: &AppState, item: usize) -> String {
    let id = state.shown.with_untracked(|rows| rows.get(item).map(|row| row.id));
    state.dossier.with_untracked(|dossier| {
        id.and_then(|id| dossier.event(id)).map(|event| event.title.clone()).unwrap_or_default()
    })
}

/// What a mark says under the pointer.
fn tip(state: &AppState, mark: &Mark) -> String {
    let row = state.shown.with_untracked(|rows| rows.get(mark.item).copied());
    let date = row.map(|row| interval_text(&row.when)).unwrap_or_default();
    let title = title(state, mark.item);
    match mark.count {
        1 if mark.hollow => format!("{date} (inferred): {title}"),
        1 => format!("{date}: {title}"),
        more => format!("{more} events, the first {date}: {title}"),
    }
}

/// Selects the event of a mark; of a merged mark, the one after the selected one.
fn click_mark(state: &AppState, lanes: &Memo<Lanes>, scale: &TimeScale, mark: &Mark) {
    let members: Vec<usize> = lanes.with_untracked(|lanes| {
        let Some(first) = lanes.items.get(mark.item) else { return Vec::new() };
        let (from, to) = (scale.day_at(mark.x), scale.day_at(mark.x + mark.width));
        let inside = |item: &Item| {
            item.lane == first.lane && f64::from(item.from) < to && f64::from(item.to) + 1.0 > from
        };
        lanes.items.iter().enumerate().filter(|(_, item)| inside(item)).map(|(at, _)| at).collect()
    });
    let selected = state.selection.with_untracked(|s| s.event).and_then(|id| state.row_of(id));
    let next = state.shown.with_untracked(|rows| {
        let at = members.iter().position(|at| Some(*at) == selected);
        let next = match at {
            Some(at) if mark.count > 1 => members.get((at + 1) % members.len()).copied(),
            _ => Some(mark.item),
        };
        next.and_then(|at| rows.get(at)).map(|row| row.id)
    });
    if let Some(id) = next {
        state.select_event(id);
    }
}

fn draw_lanes(
    state: &AppState,
    lanes: &Memo<Lanes>,
    scene: &Memo<Scene>,
    gutter: f64,
    (width, _): (f64, f64),
) -> impl IntoView + use<> {
    let by_lane = scene.with(|scene| scene.columns.is_empty()) && gutter > 0.0;
    let height = scene.with(|scene| scene.lane_height);
    let open = state.selection.with(|s| s.document);
    let drawn: Vec<_> = lanes.with(|lanes| {
        let all = if by_lane { lanes.lanes.as_slice() } else { &[] };
        all.iter()
            .enumerate()
            .map(|(at, lane)| {
                let title = state.dossier.with_untracked(|dossier| lane.title(dossier));
                let is_open = open.is_some_and(|open| *lane == Lane::Document(open));
                (at, AXIS + at as f64 * height, title, is_open)
            })
            .collect()
    });
    drawn
        .into_iter()
        .map(|(lane, top, title, is_open)| {
            let label = fit_text(&title, gutter - 22.0, 12.0).unwrap_or_default();
            view! {
                <g class="lane" class:open=is_open data-lane=lane.to_string()>
                    <rect x="0" y=px(top) width=px(width) height=px(height)/>
                    <text x="12" y=px(top + height / 2.0 + 4.0)>{label}</text>
                    <title>{title}</title>
                </g>
            }
        })
        .collect_view()
}

fn draw_axis(scale: &TimeScale, height: f64) -> impl IntoView + use<> {
    let axis = scale.axis();
    let mut bands = Vec::new();
    for (at, (x, label)) in axis.bands.iter().enumerate() {
        let room = axis.bands.get(at + 1).map_or(scale.width, |next| next.0) - x - 12.0;
        if let Some(label) = fit_text(label, room, 12.0) {
            bands.push(view! { <text class="band" x=px(x + 6.0) y="14">{label}</text> });
        }
    }
    let ticks: Vec<_> = axis
        .ticks
        .into_iter()
        .map(|tick| {
            let x = px(tick.x);
            view! {
                <g class="tick" class:strong=tick.strong>
                    <line x1=x.clone() x2=x.clone() y1="22" y2=px(height)/>
                    <text x=px(tick.x + 5.0) y="34">{tick.label}</text>
                </g>
            }
        })
        .collect();
    view! {
        {bands}
        {ticks}
    }
}

fn draw_columns(scene: &Memo<Scene>, height: f64) -> impl IntoView + use<> {
    let room = scene.with(|scene| (height - scene.lane_height - 14.0).max(10.0));
    let columns = scene.with(|scene| scene.columns.clone());
    columns
        .into_iter()
        .enumerate()
        .map(|(at, column)| {
            let tall = (column.share * room).max(2.0);
            view! {
                <rect
                    class="column"
                    data-column=at.to_string()
                    x=px(column.x)
                    y=px(height - 12.0 - tall)
                    width=px(column.width)
                    height=px(tall)
                >
                    <title>{grouped(column.count)}</title>
                </rect>
            }
        })
        .collect_view()
}

fn draw_marks(state: &AppState, scene: &Memo<Scene>) -> impl IntoView + use<> {
    let scene = scene.get();
    let selected = scene.selected;
    let state = *state;
    scene
        .marks
        .into_iter()
        .enumerate()
        .map(move |(at, mark)| {
            let tall = if mark.foot { 4.0 } else { 12.0 };
            let wide = if mark.form == Form::Dot && mark.count == 1 { 10.0 } else { mark.width.max(10.0) };
            let x = if mark.form == Form::Dot { mark.x + (mark.width - wide) / 2.0 } else { mark.x };
            let class = match (mark.form, mark.count > 1 && !mark.foot) {
                (_, true) => "mark many",
                (Form::Dot, _) => "mark dot",
                (Form::Certain, _) => "mark certain",
                (Form::Possible, _) => "mark possible",
            };
            let label_x = mark.x + mark.width + 5.0;
            let tip = tip(&state, &mark);
            view! {
                <g
                    class=class
                    class:hollow=mark.hollow
                    class:foot=mark.foot
                    class:selected=selected == Some(at)
                    data-mark=at.to_string()
                >
                    <rect
                        x=px(x)
                        y=px(mark.y - tall / 2.0)
                        width=px(wide)
                        height=px(tall)
                        rx=if mark.form == Form::Dot { "5" } else { "2.5" }
                    />
                    {(mark.count > 1 && wide >= 12.0 && !mark.foot)
                        .then(|| {
                            view! {
                                <text class="many-count" x=px(x + wide / 2.0) y=px(mark.y + 3.5)>
                                    {mark.count.to_string()}
                                </text>
                            }
                        })}
                    {mark
                        .label
                        .map(|label| view! { <text x=px(label_x) y=px(mark.y + 4.0)>{label}</text> })}
                    <title>{tip}</title>
                </g>
            }
        })
        .collect_view()
}
