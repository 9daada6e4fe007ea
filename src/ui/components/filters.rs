use super::icon::{Icon, paths};
use crate::document::TextKind;
use crate::timex::Day;
use crate::ui::hooks::use_key;
use crate::ui::state::{AppState, use_app};
use crate::view::dated::kind_word;
use crate::view::filter::{Certainty, Filter, Window, day_or_stretch};
use crate::view::places::Node;
use crate::view::when::day_text;
use leptos::html;
use leptos::prelude::*;

/// Kinds of text that can be asked for.
const KINDS: [TextKind; 3] = [TextKind::News, TextKind::Narrative, TextKind::Message];

/// The field for words, which searches while it is written in.
#[component]
pub(in crate::ui) fn SearchField() -> impl IntoView {
    let state = use_app();
    let words = move || state.filter.with(|filter| filter.text.clone());
    let on_input = move |event| {
        let text = event_target_value(&event);
        state.filter.update(|filter| filter.text = text);
    };
    let field = NodeRef::<html::Input>::new();
    use_key("/", move || {
        if let Some(field) = field.get_untracked() {
            // a field that is there can be focused
            let _ = field.focus();
        }
    });
    view! {
        <label class="search">
            <span class="visually-hidden">"Search the texts"</span>
            <Icon path=paths::SEARCH/>
            <input
                type="search"
                node_ref=field
                id="search"
                placeholder="Search"
                autocomplete="off"
                prop:value=words
                on:input=on_input
            />
        </label>
    }
}

/// The menu of filters that no click elsewhere sets.
#[component]
pub(in crate::ui) fn FilterMenu() -> impl IntoView {
    let state = use_app();
    let window = Memo::new(move |_| state.filter.with(|filter| filter.window));
    let bound =
        move |pick: fn(&Window) -> Day| move || window.get().map(|w| pick(&w).iso()).unwrap_or_default();
    // what is written moves one bound; the other one is the first or last day there is
    let set = move |first: bool, text: String| {
        let Some((from, to)) = day_or_stretch(&text) else {
            if text.trim().is_empty() {
                state.filter.update(|filter| filter.window = None);
            }
            return;
        };
        state.filter.update(|filter| {
            let all = Window {
                from: Day::from_number(i32::MIN),
                to: Day::from_number(i32::MAX),
                definitely: false,
            };
            let old = filter.window.unwrap_or(all);
            let new = if first { Window { from, ..old } } else { Window { to, ..old } };
            filter.window = Some(new).filter(|new| new.from <= new.to).or(filter.window);
        });
    };
    let on_kind = move |event| {
        let word = event_target_value(&event);
        let kind = KINDS.into_iter().find(|kind| kind_word(*kind) == word);
        state.filter.update(|filter| filter.kind = kind);
    };
    let on_dates = move |event| {
        let certainty = certainty_of(&event_target_value(&event));
        state.filter.update(|filter| filter.certainty = certainty);
    };
    view! {
        <details class="menu" name="menu">
            <summary class="button small"><Icon path=paths::FILTER/>"Filter"</summary>
            <div class="menu-body">
                <label>
                    <span>"From"</span>
                    <input
                        type="text"
                        id="filter-from"
                        placeholder="1848-05"
                        prop:value=bound(|w| w.from)
                        on:change=move |event| set(true, event_target_value(&event))
                    />
                </label>
                <label>
                    <span>"To"</span>
                    <input
                        type="text"
                        id="filter-to"
                        placeholder="1849"
                        prop:value=bound(|w| w.to)
                        on:change=move |event| set(false, event_target_value(&event))
                    />
                </label>
                <label class="check">
                    <input
                        type="checkbox"
                        id="filter-definitely"
                        prop:checked=move || window.get().is_some_and(|w| w.definitely)
                        disabled=move || window.get().is_none()
                        on:change=move |event| {
                            let definitely = event_target_checked(&event);
                            state.filter.update(|filter| {
                                filter.window = filter.window.map(|window| Window { definitely, ..window });
                            });
                        }
                    />
                    <span>"only what was definitely then"</span>
                </label>
                <label>
                    <span>"Kind of text"</span>
                    <select id="filter-kind" on:change=on_kind>
                        <option value="">"any"</option>
                        {KINDS
                            .map(|kind| {
                                let chosen = move || state.filter.with(|filter| filter.kind == Some(kind));
                                view! { <option value=kind_word(kind) selected=chosen>{kind_word(kind)}</option> }
                            })
                            .collect_view()}
                    </select>
                </label>
                <label>
                    <span>"Dates"</span>
                    <select id="filter-dates" on:change=on_dates>
                        {[Certainty::Any, Certainty::Stated, Certainty::Inferred]
                            .map(|certainty| {
                                let chosen = move || state.filter.with(|filter| filter.certainty == certainty);
                                let word = certainty_word(certainty);
                                view! { <option value=word selected=chosen>{word}</option> }
                            })
                            .collect_view()}
                    </select>
                </label>
            </div>
        </details>
    }
}

fn certainty_word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Any => "any",
        Certainty::Stated => "stated",
        Certainty::Inferred => "inferred",
    }
}

fn certainty_of(word: &str) -> Certainty {
    [Certainty::Stated, Certainty::Inferred]
        .into_iter()
        .find(|certainty| certainty_word(*certainty) == word)
        .unwrap_or_default()
}

/// What the page is filtered by, each with a button that lifts it.
#[component]
pub(in crate::ui) fn Chips() -> impl IntoView {
    let state = use_app();
    let chips = move || {
        let filter = state.filter.get();
        chips(&state, &filter)
            .into_iter()
            .map(|(label, lift)| {
                let name = format!("Lift the filter: {label}");
                view! {
                    <button
                        type="button"
                        class="chip"
                        aria-label=name
                        on:click=move |_| state.filter.update(lift)
                    >
                        <span>{label}</span>
                        <Icon path=paths::CLOSE/>
                    </button>
                }
            })
            .collect_view()
    };
    let several = Memo::new(move |_| state.filter.with(|filter| chips_count(filter) > 1));
    view! {
        <div class="chips">
            {chips}
            <Show when=move || several.get()>
                <button type="button" class="link" on:click=move |_| state.filter.set(Filter::default())>
                    "Lift all"
                </button>
            </Show>
        </div>
    }
}

/// A chip: what it says, and what lifts it.
type Chip = (String, fn(&mut Filter));

/// The chips of a filter.
fn chips(state: &AppState, filter: &Filter) -> Vec<Chip> {
    let mut chips: Vec<Chip> = Vec::new();
    if !filter.text.trim().is_empty() {
        chips.push((format!("“{}”", filter.text.trim()), |filter| filter.text.clear()));
    }
    if let Some(window) = filter.window {
        let how = if window.definitely { ", definitely" } else { "" };
        let label = format!("{} – {}{how}", day_text(window.from), day_text(window.to));
        chips.push((label, |filter| filter.window = None));
    }
    if let Some(name) = filter.place.as_ref().and_then(|node| place_name(state, node)) {
        chips.push((format!("Only {name}"), |filter| filter.place = None));
    }
    if let Some(id) = filter.document {
        let title = state.dossier.with(|dossier| dossier.title(id));
        chips.push((format!("Only {title}"), |filter| filter.document = None));
    }
    if let Some(name) = &filter.actor {
        chips.push((format!("With {name}"), |filter| filter.actor = None));
    }
    if let Some(kind) = filter.kind {
        chips.push((format!("Kind: {}", kind_word(kind)), |filter| filter.kind = None));
    }
    if filter.certainty != Certainty::Any {
        let label = format!("Dates: {}", certainty_word(filter.certainty));
        chips.push((label, |filter| filter.certainty = Certainty::Any));
    }
    chips
}

/// What a filter lets through, in words.
pub(in crate::ui) fn labels(state: &AppState, filter: &Filter) -> Vec<String> {
    chips(state, filter).into_iter().map(|(label, _)| label).collect()
}

fn chips_count(filter: &Filter) -> usize {
    let set = [
        !filter.text.trim().is_empty(),
        filter.window.is_some(),
        filter.place.is_some(),
        filter.document.is_some(),
        filter.actor.is_some(),
        filter.kind.is_some(),
        filter.certainty != Certainty::Any,
    ];
    set.into_iter().filter(|set| *set).count()
}

fn place_name(state: &AppState, node: &Node) -> Option<String> {
    state.dossier.with(|dossier| match node {
        Node::Place(id) => dossier.tally().place(*id).map(|entry| entry.place.name.clone()),
        Node::Country(code) if code.is_empty() => Some("Regions and waters".to_owned()),
        Node::Country(code) => {
            dossier.tally().places().find(|e| e.place.country == *code).map(|e| e.place.country_name.clone())
        }
        Node::Division(_, name) => Some(name.clone()),
        Node::Unplaced | Node::Name(_) => None,
    })
}
