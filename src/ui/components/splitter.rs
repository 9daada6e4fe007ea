use crate::ui::hooks::use_stored;
use leptos::html;
use leptos::prelude::*;

/// Where the panes' sizes are kept.
const KEY: &str = "dateline-panes";
/// Shares of the explorer, in percent: the lists' width, the reader's width, the timeline's height.
const OPENING: [f64; 3] = [25.0, 33.0, 50.0];
/// The least and the most of each.
const LIMITS: [(f64, f64); 3] = [(14.0, 45.0), (18.0, 55.0), (18.0, 82.0)];
/// How far a key moves an edge, in percent.
const STEP: f64 = 2.0;
/// The names of the shares in the style sheet.
const NAMES: [&str; 3] = ["--lists", "--reader", "--timeline"];

/// The explorer's panes with edges that can be moved.
#[component]
pub(in crate::ui) fn Panes(children: Children) -> impl IntoView {
    let shares = use_stored(KEY, Shares::read, Shares::written);
    let frame = NodeRef::<html::Main>::new();
    let share = move |at: usize| move || format!("{}%", shares.with(|shares| shares.0[at]) as u32);
    view! {
        <main
            class="explorer"
            node_ref=frame
            style=(NAMES[0], share(0))
            style=(NAMES[1], share(1))
            style=(NAMES[2], share(2))
        >
            <h1 class="visually-hidden">"What happened when and where"</h1>
            {children()}
            <Splitter at=0 label="Width of the lists" frame shares/>
            <Splitter at=1 label="Width of the text" frame shares/>
            <Splitter at=2 label="Height of the timeline" frame shares/>
        </main>
    }
}

/// An edge between two panes: dragged, moved by the arrow keys, put back by a double click.
#[component]
fn Splitter(
    /// Which share it changes.
    at: usize,
    /// What it is called.
    label: &'static str,
    /// The explorer.
    frame: NodeRef<html::Main>,
    /// All shares.
    shares: RwSignal<Shares>,
) -> impl IntoView {
    let set = move |share: f64| {
        let (least, most) = LIMITS[at];
        shares.update(|shares| shares.0[at] = share.clamp(least, most).round());
    };
    let on_down = move |event: leptos::ev::PointerEvent| {
        event.prevent_default();
        let element = event_target::<web_sys::Element>(&event);
        // without capture the drag ends at the edge: no harm
        let _ = element.set_pointer_capture(event.pointer_id());
    };
    let on_move = move |event: leptos::ev::PointerEvent| {
        if event.buttons() & 1 == 0 {
            return;
        }
        let Some(frame) = frame.get_untracked() else { return };
        let room = frame.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        set(100.0
            * match at {
                0 => (x - room.left()) / room.width(),
                1 => (room.right() - x) / room.width(),
                _ => (y - room.top()) / room.height(),
            });
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let now = shares.with_untracked(|shares| shares.0[at]);
        // the reader grows to the left
        let by = if at == 1 { -STEP } else { STEP };
        match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => set(now + by),
            "ArrowLeft" | "ArrowUp" => set(now - by),
            "Home" => set(OPENING[at]),
            _ => return,
        }
        event.prevent_default();
    };
    let value = move || (shares.with(|shares| shares.0[at]) as u32).to_string();
    view! {
        <div
            class="splitter"
            class:flat={at == 2}
            data-edge=at.to_string()
            role="separator"
            tabindex="0"
            aria-label=label
            aria-orientation=if at == 2 { "horizontal" } else { "vertical" }
            aria-valuenow=value
            aria-valuemin=(LIMITS[at].0 as u32).to_string()
            aria-valuemax=(LIMITS[at].1 as u32).to_string()
            on:pointerdown=on_down
            on:pointermove=on_move
            on:dblclick=move |_| set(OPENING[at])
            on:keydown=on_key
        ></div>
    }
}

/// The shares, in the order of [`NAMES`].
#[derive(Debug, Clone, Copy)]
struct Shares([f64; 3]);

impl Default for Shares {
    fn default() -> Self {
        Self(OPENING)
    }
}

impl Shares {
    fn read(text: &str) -> Option<Self> {
        let mut shares = OPENING;
        let mut fields = text.split(' ');
        for (share, (least, most)) in shares.iter_mut().zip(LIMITS) {
            *share = f64::from(fields.next()?.parse::<u8>().ok()?).clamp(least, most);
        }
        Some(Self(shares))
    }

    fn written(&self) -> String {
        self.0.map(|share| (share as u32).to_string()).join(" ")
    }
}
