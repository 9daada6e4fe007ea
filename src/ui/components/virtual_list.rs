use crate::ui::hooks::use_size;
use crate::view::window::{Unfolded, scroll_to, visible_rows};
use leptos::html::Div;
use leptos::prelude::*;
use std::ops::Range;

/// The part of a long list that is on screen.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Window {
    /// The pane that scrolls.
    pub(in crate::ui) pane: NodeRef<Div>,
    /// The rows to draw.
    pub(in crate::ui) rows: Memo<Range<usize>>,
    /// What is unfolded below one of them.
    pub(in crate::ui) unfolded: RwSignal<Unfolded>,
    row_height: f64,
    total: Signal<usize>,
    top: RwSignal<f64>,
}

impl Window {
    /// A window on `total` rows of `row_height` pixels.
    pub(in crate::ui) fn new(total: Signal<usize>, row_height: f64) -> Self {
        let pane = NodeRef::<Div>::new();
        let size = use_size(pane);
        let top = RwSignal::new(0.0);
        let unfolded = RwSignal::new(Unfolded::default());
        let rows = Memo::new(move |_| {
            visible_rows(top.get(), size.get().1, row_height, total.get(), unfolded.get())
        });
        Self { pane, rows, unfolded, row_height, total, top }
    }

    /// Takes note of where the pane is scrolled to.
    pub(in crate::ui) fn on_scroll(&self) {
        if let Some(pane) = self.pane.get_untracked() {
            self.top.set(f64::from(pane.scroll_top()));
        }
    }

    /// Brings a row into view.
    pub(in crate::ui) fn reveal(&self, index: usize) {
        if let Some(pane) = self.pane.get_untracked() {
            let (top, height) = (f64::from(pane.scroll_top()), f64::from(pane.client_height()));
            let row = self.unfolded.get_untracked().top(index, self.row_height);
            let to = scroll_to(row, top, height, self.row_height);
            if (to - top).abs() > 0.5 {
                pane.set_scroll_top(to.round() as i32);
                self.top.set(to);
            }
        }
    }

    /// Takes note of how high what is unfolded is, and brings it into view, with its row, once that is known.
    pub(in crate::ui) fn unfold(&self, height: f64) {
        let before = self.unfolded.get_untracked();
        self.unfolded.update(|unfolded| unfolded.height = height);
        let pane = self.pane.get_untracked().filter(|_| before.height == 0.0 && height > 0.0);
        // the list is as high as that in the next frame
        let (row, row_height) = (before.row as f64 * self.row_height, self.row_height);
        request_animation_frame(move || {
            if let Some(pane) = pane {
                let hidden = row + row_height + height - f64::from(pane.scroll_top() + pane.client_height());
                let by = hidden.min(row - f64::from(pane.scroll_top())).max(0.0);
                pane.set_scroll_top(pane.scroll_top() + by as i32);
            }
        });
    }

    /// The height of the whole list, for the element inside the pane.
    pub(in crate::ui) fn height(&self) -> String {
        let unfolded = self.unfolded.get().height;
        format!("{}px", (self.total.get() as f64 * self.row_height + unfolded) as u64)
    }

    /// How far down the first drawn row begins.
    pub(in crate::ui) fn offset(&self) -> String {
        let first = self.rows.get().start;
        format!("translateY({}px)", self.unfolded.get().top(first, self.row_height) as u64)
    }

    /// Moves the focus to row `index`, once it is drawn. Drawing a row anew takes the focus from it, so
    /// the frames that follow give it back as long as nothing else has taken it.
    pub(in crate::ui) fn focus(&self, index: usize) {
        focus_in_frames(*self, index, FRAMES);
    }
}

/// Frames over which a chosen row is held in focus.
const FRAMES: u32 = 4;

fn focus_in_frames(window: Window, index: usize, frames: u32) {
    request_animation_frame(move || {
        let at = index.saturating_sub(window.rows.get_untracked().start) + 1;
        let pane = window.pane.get_untracked();
        let found = pane.and_then(|pane| pane.query_selector(&format!("[data-row='{at}']")).ok().flatten());
        let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if let Some(row) = found.filter(|_| lost || frames == FRAMES) {
            // a row that cannot be focused has just been scrolled away
            let _ = wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(row).focus();
        }
        if frames > 1 {
            focus_in_frames(window, index, frames - 1);
        }
    });
}
