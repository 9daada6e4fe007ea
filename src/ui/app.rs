//! The page's frame: what stands where.

use super::components::{
    density::Density, filters::Chips, lists::Lists, map_pane::MapPane, notices::Notices,
    pane_switch::PaneSwitch, reader::Reader, splitter::Panes, timeline::Timeline, top_bar::TopBar,
    welcome::Welcome,
};
use super::hooks::{use_address, use_drop, use_menus, use_paste, use_print};
use super::state::{AppState, Pane};
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn App() -> impl IntoView {
    let state = AppState::provide();
    use_address(state);
    use_menus();
    let paper = use_print(state);
    let over = use_drop(move |files| state.add(files));
    use_paste(move |files| state.add(files));
    let empty = Memo::new(move |_| state.files.with(Vec::is_empty));
    let pane = move || match state.pane.get() {
        Pane::Lists => "lists",
        Pane::Timeline => "timeline",
        Pane::Map => "map",
        Pane::Reader => "reader",
    };
    view! {
        <div class="page" class:over=over data-pane=pane>
            <TopBar/>
            <Notices/>
            <Show when=move || !empty.get() fallback=Welcome>
                <Chips/>
                <Density/>
                <Panes>
                    <Lists/>
                    <Timeline/>
                    <MapPane/>
                    <Reader/>
                </Panes>
                <PaneSwitch/>
            </Show>
            <footer class="colophon">
                <span>"Place data © "<a href="https://www.geonames.org/" rel="noreferrer">"GeoNames"</a>
                    ", CC BY 4.0; regions CC0; basemap Natural Earth"</span>
                <span class="private">"Nothing you open leaves this browser; a reload keeps it, “Start over” forgets it."</span>
            </footer>
            <div class="drop-veil" aria-hidden="true"><p>"Drop to read"</p></div>
        </div>
        <div class="paper" node_ref=paper></div>
    }
}
