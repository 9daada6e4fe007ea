use super::icon::{Icon, paths};
use super::play_button::PlayButton;
use crate::dossier::PlaceEntry;
use crate::gazetteer::{Feature, Place};
use crate::toponym::choice::{Meant, pin};
use crate::ui::hooks::{fetch, use_size, use_stored};
use crate::ui::state::{AppState, Pinning, use_app};
use crate::view::basemap;
use crate::view::map::{Point, Projection, Spot, Told, View, labels, spots};
use crate::view::places::unplaced_names;
use crate::view::{counted, grouped, px};
use leptos::html::Div;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// The coarse map of countries, relative to the page.
const BASEMAP: &str = "data/basemap/countries-110m.txt";
/// Pixels that make a press a drag.
const DRAG: f64 = 4.0;
/// Pixels by which a click may miss what is meant.
const AIM: f64 = 4.0;
/// Share of a pane that a key pans.
const STEP: f64 = 0.12;

/// A country's outline as a path in world coordinates.
#[derive(Debug, Clone, PartialEq)]
struct Land {
    country: String,
    name: String,
    path: String,
}

/// Where pointers are held down.
#[derive(Debug, Default)]
struct Touch {
    held: Vec<(i32, (f64, f64))>,
    moved: f64,
    dragging: bool,
}

/// The places on a map.
#[component]
pub(in crate::ui) fn MapPane() -> impl IntoView {
    let state = use_app();
    let pane = NodeRef::<Div>::new();
    let size = use_size(pane);
    let projection = use_stored("dateline-projection", projection_named, |p| projection_word(*p).to_owned());
    let shapes = RwSignal::new(Arc::new(String::new()));
    let lands = Memo::new(move |_| shapes.with(|text| Arc::new(outlines(text, projection.get()))));
    leptos::task::spawn_local(async move {
        match fetch(BASEMAP).await.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(text) => shapes.set(Arc::new(text)),
            None => state
                .notify("The background of the map could not be loaded; places are shown without it.".into()),
        }
    });
    let points = Memo::new(move |_| points(&state, projection.get()));
    // until the user moves it, the map shows where most is told of
    let chosen = RwSignal::new(None::<View>);
    let view = Memo::new(move |_| {
        let size = size.get();
        match chosen.get() {
            Some(view) => view.with_size(size),
            None => points.with(|points| {
                let told = points.iter().map(|p| (p.at, p.count)).collect::<Vec<_>>();
                View::opening(&told, size, projection.get())
            }),
        }
    });
    let drawn = Memo::new(move |_| points.with(|points| spots(points, &view.get())));
    let selected = Memo::new(move |_| selected_places(&state));
    let unplaced = Memo::new(move |_| state.with_tally(|tally| tally.unplaced().count() as u32));
    let told = Memo::new(move |_| told_countries(&state));
    Effect::new(move |_| {
        let Some(place) = selected.get().first().copied() else { return };
        let at = points.with_untracked(|points| points.iter().find(|p| p.id == place).map(|p| p.at));
        let now = view.get_untracked();
        if let Some(moved) = at.map(|at| now.showing(at)).filter(|moved| *moved != now) {
            chosen.set(Some(moved));
        }
    });
    // a place that is aimed at is shown with everything in it
    Effect::new(move |_| {
        let Some(node) = state.aim.get() else { return };
        state.aim.set(None);
        let projection = projection.get_untracked();
        let inside = state.with_tally(|tally| {
            let below = tally.places().filter(|entry| node.holds(&entry.place));
            let at = |e: &PlaceEntry| projection.project(f64::from(e.place.lon), f64::from(e.place.lat));
            below.map(at).collect::<Vec<_>>()
        });
        let fitting = View::fitting(&inside, size.get_untracked(), projection);
        // a single place is looked at from near
        let near = if inside.len() == 1 { fitting.scale * 3.0 } else { fitting.scale };
        chosen.set((!inside.is_empty()).then_some(View { scale: near, ..fitting }));
    });
    let centre = move || {
        let size = size.get_untracked();
        (size.0 / 2.0, size.1 / 2.0)
    };
    let zoom = move |factor: f64| chosen.set(Some(view.get_untracked().zoomed(factor, centre())));
    let show_all = move || {
        let all = points.with_untracked(|points| points.iter().map(|p| p.at).collect::<Vec<_>>());
        chosen.set(Some(View::fitting(&all, size.get_untracked(), projection.get_untracked())));
    };
    let turn = move |_| {
        let other = match projection.get_untracked() {
            Projection::EqualArea => Projection::Mercator,
            Projection::Mercator => Projection::EqualArea,
        };
        let moved = view.get_untracked().under(other);
        if chosen.with_untracked(Option::is_some) {
            chosen.set(Some(moved));
        }
        projection.set(other);
    };
    // the map stands still while time is played on it
    let hold = move || chosen.set(Some(view.get_untracked()));
    let listing = RwSignal::new(false);
    let pixel = move |x: i32, y: i32| {
        let rect = pane.get_untracked().map(|pane| pane.get_bounding_client_rect());
        rect.map_or((0.0, 0.0), |rect| (f64::from(x) - rect.left(), f64::from(y) - rect.top()))
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let (w, h) = size.get_untracked();
        let pan = |x: f64, y: f64| chosen.set(Some(view.get_untracked().panned((w * x, h * y))));
        match event.key().as_str() {
            "ArrowLeft" => pan(-STEP, 0.0),
            "ArrowRight" => pan(STEP, 0.0),
            "ArrowUp" => pan(0.0, -STEP),
            "ArrowDown" => pan(0.0, STEP),
            "+" | "=" => zoom(1.5),
            "-" => zoom(1.0 / 1.5),
            "Home" | "0" => show_all(),
            "Escape" => state.pinning.set(None),
            _ => return,
        }
        event.prevent_default();
    };
    let on_wheel = move |event: leptos::ev::WheelEvent| {
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            let at = pixel(event.client_x(), event.client_y());
            chosen.set(Some(view.get_untracked().zoomed((-event.delta_y() * 0.0035).exp(), at)));
        }
    };
    let touch = StoredValue::new(Touch::default());
    let on_down = move |event: leptos::ev::PointerEvent| {
        touch.update_value(|touch| {
            if touch.held.is_empty() {
                (touch.moved, touch.dragging) = (0.0, false);
            }
            touch.held.push((event.pointer_id(), pixel(event.client_x(), event.client_y())));
        });
    };
    let on_move = move |event: leptos::ev::PointerEvent| {
        let to = pixel(event.client_x(), event.client_y());
        let now = view.get_untracked();
        let next = touch.try_update_value(|touch| {
            let at = touch.held.iter().position(|(id, _)| *id == event.pointer_id())?;
            let before = std::mem::replace(&mut touch.held[at].1, to);
            touch.moved += (to.0 - before.0).abs() + (to.1 - before.1).abs();
            if touch.moved < DRAG {
                return None;
            }
            touch.dragging = true;
            match touch.held.as_slice() {
                [_] => Some(now.panned((before.0 - to.0, before.1 - to.1))),
                [first, second, ..] => {
                    let other = if at == 0 { second.1 } else { first.1 };
                    let apart =
                        |p: (f64, f64)| ((p.0 - other.0).powi(2) + (p.1 - other.1).powi(2)).sqrt().max(8.0);
                    let middle = (f64::midpoint(to.0, other.0), f64::midpoint(to.1, other.1));
                    Some(now.zoomed(apart(to) / apart(before), middle))
                }
                [] => None,
            }
        });
        if let Some(next) = next.flatten() {
            if let Some(pane) = pane.get_untracked() {
                // without capture the drag ends at the pane's edge: no harm
                let _ = pane.set_pointer_capture(event.pointer_id());
            }
            chosen.set(Some(next));
        }
    };
    let on_up = move |event: leptos::ev::PointerEvent| {
        touch.update_value(|touch| touch.held.retain(|(id, _)| *id != event.pointer_id()));
    };
    let on_click = move |event: leptos::ev::MouseEvent| {
        if touch.with_value(|touch| touch.dragging) {
            return;
        }
        if let Some(pinning) = state.pinning.get_untracked() {
            let now = view.get_untracked();
            let hit = pixel(event.client_x(), event.client_y());
            let at = now.projection.unproject(now.world_of(hit));
            if let Some((lon, lat)) = at {
                let precision_km = (AIM / now.pixels(1.0, hit)).max(1.0) as f32;
                let place = Place { precision_km, ..pin(&pinning.words, lat as f32, lon as f32) };
                state.set_name(&pinning.words, pinning.document, Some(Meant::Place(place)));
            }
            return;
        }
        let spot = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("[data-spot]").ok().flatten())
            .and_then(|element| element.get_attribute("data-spot")?.parse::<usize>().ok())
            .and_then(|at| drawn.with_untracked(|spots| spots.get(at).cloned()));
        if let Some(spot) = spot {
            if spot.ids.len() > 1 {
                chosen.set(Some(view.get_untracked().zoomed(2.5, spot.at)));
            }
            if let Some(first) = spot.ids.first() {
                state.select_place(*first);
            }
        }
    };
    let transform = move || {
        let (x, y, scale) = view.get().transform();
        // the scale needs more digits than a pixel
        format!("translate({} {}) scale({})", px(x), px(y), digits(scale))
    };
    view! {
        <section class="pane map" aria-label="Map">
            <header class="pane-head">
                <h2>"Map"</h2>
                {move || {
                    let names = unplaced.get();
                    (names > 0)
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="link"
                                    aria-expanded=move || if listing.get() { "true" } else { "false" }
                                    on:click=move |_| listing.update(|listing| *listing = !*listing)
                                >
                                    {counted(names, "name not on it", "names not on it")}
                                </button>
                            }
                        })
                }}
                <div class="tools">
                    <PlayButton on_start=hold/>
                    <button
                        type="button"
                        class="icon-button"
                        aria-label="Mercator map"
                        aria-pressed=move || if projection.get() == Projection::Mercator { "true" } else { "false" }
                        title="Equal areas, or Mercator"
                        on:click=turn
                    >
                        <Icon path=paths::GLOBE/>
                    </button>
                    <button type="button" class="icon-button" aria-label="Zoom the map out" on:click=move |_| zoom(1.0 / 1.8)>
                        <Icon path=paths::MINUS/>
                    </button>
                    <button type="button" class="icon-button" aria-label="Zoom the map in" on:click=move |_| zoom(1.8)>
                        <Icon path=paths::PLUS/>
                    </button>
                    <button
                        type="button"
                        class="icon-button"
                        aria-label="Show all places"
                        on:click=move |_| show_all()
                    >
                        <Icon path=paths::FIT/>
                    </button>
                </div>
            </header>
            <div class="map-frame">
            <div
                class="map-body"
                class:aiming=move || state.pinning.with(Option::is_some)
                node_ref=pane
                tabindex="0"
                role="group"
                aria-label="Map of the places: arrows move, plus and minus zoom; the same places are listed under Places"
                on:keydown=on_key
                on:wheel=on_wheel
                on:pointerdown=on_down
                on:pointermove=on_move
                on:pointerup=on_up
                on:pointercancel=on_up
                on:click=on_click
            >
                {move || {
                    let pinning = state.pinning.get();
                    pinning
                        .map(|pinning| {
                            let leave = move |event: leptos::ev::MouseEvent| {
                                event.stop_propagation();
                                state.pinning.set(None);
                            };
                            view! {
                                <p class="map-hint" role="status">
                                    {format!("Click where “{}” is. ", pinning.words)}
                                    <button type="button" class="link" on:click=leave>
                                        "Cancel"
                                    </button>
                                </p>
                            }
                        })
                }}
                <svg width=move || px(size.get().0) height=move || px(size.get().1) aria-hidden="true">
                    <g class="lands" transform=transform>
                        {move || draw_lands(&lands.get(), &told.get())}
                    </g>
                    {move || draw_spots(&state, drawn.get(), &view.get(), &selected.get())}
                </svg>
            </div>
            <Show when=move || { listing.get() && unplaced.get() > 0 }>
                <Unplaced/>
            </Show>
            </div>
        </section>
    }
}

/// The names that nothing placed, most told first, each with the way to put it on the map.
#[component]
fn Unplaced() -> impl IntoView {
    /// More would not be looked through; all of them are under Places.
    const SHOWN: usize = 200;
    let state = use_app();
    let names = Memo::new(move |_| state.with_tally(|tally| unplaced_names(tally, SHOWN)));
    view! {
        <ul class="unplaced-names" aria-label="Names not on the map">
            {move || {
                names
                    .get()
                    .into_iter()
                    .map(|(name, count)| {
                        let (shown, words) = (name.clone(), name.clone());
                        let show = move |_| {
                            state.select_name(&shown);
                            state.read();
                        };
                        let pin = move |_| {
                            state.select_name(&words);
                            state.pinning.set(Some(Pinning { document: None, words: words.clone() }));
                        };
                        view! {
                            <li>
                                <button type="button" class="link" dir="auto" on:click=show>{name.clone()}</button>
                                <span class="place-count">{grouped(count)}</span>
                                <button type="button" class="button small" aria-label=format!("Pin {name}") on:click=pin>
                                    "Pin it"
                                </button>
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ul>
    }
}

fn projection_word(projection: Projection) -> &'static str {
    match projection {
        Projection::EqualArea => "equal-area",
        Projection::Mercator => "mercator",
    }
}

fn projection_named(word: &str) -> Option<Projection> {
    [Projection::EqualArea, Projection::Mercator].into_iter().find(|p| projection_word(*p) == word)
}

/// A factor with as many digits as a browser would write.
fn digits(value: f64) -> String {
    js_sys::Number::from(value).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

/// The basemap's outlines, projected.
fn outlines(text: &str, projection: Projection) -> Vec<Land> {
    basemap::parse(text)
        .into_iter()
        .map(|shape| {
            let mut path = String::new();
            for ring in &shape.rings {
                for (at, (lon, lat)) in ring.iter().enumerate() {
                    let (x, y) = projection.project(f64::from(*lon) / 10.0, f64::from(*lat) / 10.0);
                    path.push(if at == 0 { 'M' } else { 'L' });
                    path.push_str(&px(x));
                    path.push(' ');
                    path.push_str(&px(y));
                }
                path.push('Z');
            }
            Land { country: shape.country.to_owned(), name: shape.name.to_owned(), path }
        })
        .collect()
}

/// The places that pass the filter, or all of them.
fn points(state: &AppState, projection: Projection) -> Vec<Point> {
    let node = state.filter.with(|filter| filter.place.clone());
    let point = |entry: &PlaceEntry| {
        let place = &entry.place;
        let area = matches!(
            place.feature,
            Feature::Continent
                | Feature::Region
                | Feature::Country
                | Feature::Admin1
                | Feature::Admin2
                | Feature::Water
                | Feature::Land
        );
        let at = projection.project(f64::from(place.lon), f64::from(place.lat));
        Point { id: place.id, at, count: entry.mentions, area, told: Told::of(entry) }
    };
    state.with_tally(|tally| {
        let passes = |entry: &&PlaceEntry| node.as_ref().is_none_or(|node| node.holds(&entry.place));
        tally.places().filter(passes).map(point).collect()
    })
}

/// The selected place, or the places of the selected event.
fn selected_places(state: &AppState) -> Vec<u32> {
    let selection = state.selection.get();
    match (selection.place, selection.event) {
        (Some(place), _) => vec![place],
        (None, Some(event)) => {
            state.dossier.with_untracked(|dossier| dossier.places_of(event).map(|place| place.id).collect())
        }
        (None, None) => Vec::new(),
    }
}

/// Countries that something is told of.
fn told_countries(state: &AppState) -> BTreeSet<String> {
    state.with_tally(|tally| tally.places().map(|entry| entry.place.country.clone()).collect())
}

fn draw_lands(lands: &[Land], told: &BTreeSet<String>) -> impl IntoView + use<> {
    lands
        .iter()
        .map(|land| {
            view! {
                <path d=land.path.clone() class="land" class:told=told.contains(&land.country)>
                    <title>{land.name.clone()}</title>
                </path>
            }
        })
        .collect_view()
}

/// A circle for a scene or a mention, a diamond for a dateline alone.
fn shape(spot: &Spot) -> String {
    let ((x, y), r) = (spot.at, spot.radius);
    if spot.told == Told::Dateline {
        let r = r * 1.2;
        return format!(
            "M{} {}L{} {}L{} {}L{} {}Z",
            px(x),
            px(y - r),
            px(x + r),
            px(y),
            px(x),
            px(y + r),
            px(x - r),
            px(y)
        );
    }
    // what is written of the radius must be half of what is written of the width, or the arcs bulge
    let r = (r * 10.0).round() / 10.0;
    let (left, across, r) = (px(x - r), px(2.0 * r), px(r));
    format!("M{left} {}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0Z", px(y))
}

fn draw_spots(state: &AppState, spots: Vec<Spot>, view: &View, selected: &[u32]) -> impl IntoView + use<> {
    let name = |id: u32| {
        state
            .dossier
            .with_untracked(|d| d.tally().place(id).map(|e| e.place.name.clone()).unwrap_or_default())
    };
    let is_selected = |spot: &Spot| spot.ids.iter().any(|id| selected.contains(id));
    // a spot of several places is called by the selected one, else by the most told
    let called = |spot: &Spot| {
        let chosen = selected.iter().find(|id| spot.ids.contains(id));
        chosen.or(spot.ids.first()).copied().map(name).unwrap_or_default()
    };
    let named = labels(&spots, view, is_selected, called);
    spots
        .iter()
        .enumerate()
        .map(|(at, spot)| {
            let mentions = counted(spot.count, "mention", "mentions");
            let tip = match spot.ids.len() {
                1 => format!("{}: {mentions}", called(spot)),
                more => format!("{} and {} more: {mentions}", called(spot), more - 1),
            };
            let label = named.iter().find(|label| label.spot == at).map(|label| {
                view! { <text x=px(label.at.0) y=px(label.at.1 + 4.0)>{label.text.clone()}</text> }
            });
            // how far off the chosen place may be
            let kilometres = |id: u32| {
                state.dossier.with_untracked(|d| d.tally().place(id).map(|e| f64::from(e.place.precision_km)))
            };
            let near = match spot.ids.as_slice() {
                [id] if is_selected(spot) => kilometres(*id).map(|km| view.pixels(km, spot.at)),
                _ => None,
            };
            let near = near.filter(|radius| *radius > spot.radius).map(|radius| {
                view! { <circle class="near" cx=px(spot.at.0) cy=px(spot.at.1) r=px(radius)/> }
            });
            view! {
                <g
                    class="spot"
                    class:mentioned={ spot.told != Told::Scene }
                    class:selected=is_selected(spot)
                    class:area=spot.area
                    class:many={ spot.ids.len() > 1 }
                    data-spot=at.to_string()
                >
                    {near}
                    <path class="shape" d=shape(spot)/>
                    {(spot.ids.len() > 1)
                        .then(|| {
                            let number = spot.ids.len().to_string();
                            view! { <text class="number" x=px(spot.at.0) y=px(spot.at.1 + 3.5)>{number}</text> }
                        })}
                    {label}
                    <title>{tip}</title>
                </g>
            }
        })
        .collect_view()
}
