use super::icon::{Icon, paths};
use crate::ui::hooks::use_key;
use crate::ui::state::use_app;
use leptos::html::Dialog;
use leptos::prelude::*;

/// What the marks on the timeline mean: class of the mark, and the words.
const MARKS: [(&str, &str); 4] = [
    ("mark certain", "on that day, or through all of that time"),
    ("mark possible", "some time within these bounds"),
    ("mark certain hollow", "counted from a publication day that was inferred"),
    ("mark many", "several events; a click zooms in"),
];

/// What the underlines in the text mean.
const UNDERLINES: [(&str, &str); 7] = [
    ("m m-date", "Date"),
    ("m m-date m-adrift", "Date that nothing puts on the calendar"),
    ("m m-date m-warned", "Date to check: choose it to see why"),
    ("m m-place", "Place"),
    ("m m-place m-unplaced", "Place not on the map"),
    ("m m-person", "Person"),
    ("m m-organisation", "Organisation"),
];

/// What the keys do.
const KEYS: [(&str, &str); 12] = [
    ("Tab", "from pane to pane"),
    ("↑ ↓", "through events, places and documents; on the timeline, through events"),
    ("← →", "move the timeline or the map, fold and unfold a country, change the tab"),
    ("+ −", "zoom the timeline or the map"),
    ("Home", "show all of time, or all places"),
    ("Enter, Shift ← →", "on the strip of all time: filter by what the timeline shows, change the end"),
    ("/", "search"),
    ("z", "in the list of places: show the place on the map"),
    ("Enter", "explain a date, place or name in the text"),
    ("n, p", "in the text: to the next or previous mention, or the words searched for"),
    ("Esc", "close a menu, lift the time filter, leave off pinning"),
    ("?", "this help"),
];

/// The legend and the keys, behind a button and the question mark.
#[component]
pub(in crate::ui) fn Help() -> impl IntoView {
    let state = use_app();
    let dialog = NodeRef::<Dialog>::new();
    let open = move || {
        if let Some(dialog) = dialog.get_untracked() {
            // it fails where it is open already
            let _ = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    // the line that says so is under the dialog
    let forget = move |_| {
        close();
        state.forget_all();
    };
    use_key("?", open);
    let marks = MARKS.map(|(class, words)| {
        view! {
            <li>
                <svg width="30" height="16" aria-hidden="true">
                    <g class=class>
                        <rect x="2" y="2" width="26" height="12" rx="2.5"/>
                    </g>
                </svg>
                {words}
            </li>
        }
    });
    let underlines = UNDERLINES.map(|(class, words)| view! { <li><span class=class>{words}</span></li> });
    let keys = KEYS.map(|(key, words)| {
        view! {
            <div>
                <dt><kbd>{key}</kbd></dt>
                <dd>{words}</dd>
            </div>
        }
    });
    view! {
        <button type="button" class="icon-button" aria-label="Help" on:click=move |_| open()>
            <Icon path=paths::HELP/>
        </button>
        <dialog class="help" node_ref=dialog aria-label="Help">
            <header>
                <h2>"How to read this page"</h2>
                <button type="button" class="icon-button" aria-label="Close the help" on:click=move |_| close()>
                    <Icon path=paths::CLOSE/>
                </button>
            </header>
            <h3>"On the timeline"</h3>
            <ul class="help-marks">{marks.collect_view()}</ul>
            <h3>"On the map"</h3>
            <p>
                "A full circle: something happened there. A ring: it is mentioned. A diamond: reports were filed there. "
                "Dashed: an area, at its middle. The circle around the chosen place is how far off it may be."
            </p>
            <h3>"In the text"</h3>
            <ul class="help-underlines">{underlines.collect_view()}</ul>
            <h3>"Keys"</h3>
            <dl>{keys.collect_view()}</dl>
            <p>"Ctrl and the wheel, or two fingers, zoom the timeline and the map."</p>
            <h3>"What is kept"</h3>
            <p>
                "Nothing you open leaves this browser. So that a reload loses nothing, it keeps the files of this tab and "
                "what you decided on this machine until you start over, or until a day after the tab was closed."
            </p>
            <p>
                <button type="button" class="button small" on:click=forget>
                    "Forget everything kept"
                </button>
            </p>
        </dialog>
    }
}
