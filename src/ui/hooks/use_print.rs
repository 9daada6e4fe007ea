use crate::ui::components::filters::labels;
use crate::ui::state::AppState;
use crate::view::print::sheet;
use leptos::html::Div;
use leptos::prelude::*;

/// Puts what is shown on paper when the page is printed: a chronology with its sources, and the map as it stands.
/// The sheet is written into the element answered, which is empty at all other times.
pub(in crate::ui) fn use_print(state: AppState) -> NodeRef<Div> {
    let paper = NodeRef::<Div>::new();
    let on_before = window_event_listener(leptos::ev::beforeprint, move |_| {
        if let Some(paper) = paper.get_untracked() {
            paper.set_inner_html(&written(&state));
        }
    });
    let on_after = window_event_listener(leptos::ev::afterprint, move |_| {
        if let Some(paper) = paper.get_untracked() {
            paper.set_inner_html("");
        }
    });
    on_cleanup(move || {
        on_before.remove();
        on_after.remove();
    });
    paper
}

/// A drawing that fills whatever width it is given.
fn scalable(drawing: &web_sys::Element) -> String {
    let side = |name: &str| drawing.get_attribute(name).unwrap_or_default().replace("px", "");
    let frame = format!("<svg viewBox=\"0 0 {} {}\"", side("width"), side("height"));
    drawing.outer_html().replacen("<svg", &frame, 1)
}

fn written(state: &AppState) -> String {
    let map = document().query_selector(".map-body svg").ok().flatten();
    let map = map.map(|map| scalable(&map)).unwrap_or_default();
    let labels = state.filter.with_untracked(|filter| labels(state, filter));
    state.dossier.with_untracked(|dossier| {
        state.shown.with_untracked(|rows| {
            state.documents.with_untracked(|documents| sheet(dossier, rows, documents, &labels, &map))
        })
    })
}
