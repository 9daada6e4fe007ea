use super::virtual_list::Window;
use crate::dossier::EventId;
use crate::ui::hooks::use_size;
use crate::ui::state::use_app;
use crate::view::grouped;
use crate::view::stories::{detail, tops};
use leptos::html::Div;
use leptos::prelude::*;

/// How many events to show, and what a story waits to be merged with.
#[component]
pub(in crate::ui) fn Tools() -> impl IntoView {
    let state = use_app();
    let told = move || state.told.with(|rows| rows.len());
    let stops = move || tops(told());
    // behind the last stop stand all events
    let at = move || {
        let top = state.top.get().unwrap_or(u32::MAX);
        stops().partition_point(|stop| *stop < top).to_string()
    };
    let on_input = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        state.top.set(at.and_then(|at| stops().get(at).copied()));
    };
    let words = move || match state.top.get().filter(|top| (*top as usize) < told()) {
        None => "all events".to_owned(),
        Some(top) => format!("the {} most important", grouped(top)),
    };
    let waiting = move || {
        let id = state.merging.get()?;
        state.dossier.with_untracked(|dossier| Some(dossier.event(id)?.title.clone()))
    };
    view! {
        <Show when=move || !stops().is_empty()>
            <label class="importance">
                <span>"Show"</span>
                <input
                    type="range"
                    id="importance"
                    min="0"
                    max=move || stops().len().to_string()
                    prop:value=at
                    aria-valuetext=words
                    on:input=on_input
                />
                <output>{words}</output>
            </label>
        </Show>
        {move || {
            waiting()
                .map(|title| {
                    view! {
                        <p class="merging" role="status">
                            <span>"Choose the event that is the same as “"{title}"”."</span>
                            <button type="button" class="button small" on:click=move |_| state.merging.set(None)>
                                "Leave it"
                            </button>
                        </p>
                    }
                })
        }}
    }
}

/// What unfolds below a story's row: its tellings, where they differ, and what else may be the same event.
#[component]
pub(in crate::ui) fn Story(id: EventId, window: Window) -> impl IntoView {
    let state = use_app();
    let whole = NodeRef::<Div>::new();
    let size = use_size(whole);
    Effect::new(move |_| window.unfold(size.get().1));
    let detail = Memo::new(move |_| state.dossier.with(|dossier| detail(dossier, id)));
    let go = move |id: EventId| {
        state.select_event(id);
        state.read();
    };
    let content = move || {
        let detail = detail.get();
        let several = detail.tellings.len() > 1;
        let tellings = detail.tellings.into_iter().map(|telling| {
            let id = telling.id;
            view! {
                <li>
                    <button type="button" class="telling" on:click=move |_| go(id)>
                        <q dir="auto">{telling.quote}</q>
                        <span class="event-meta">
                            {telling.first.then(|| view! { <span class="badge">"told first"</span> })}
                            <span>{telling.facts}</span>
                        </span>
                    </button>
                    {several
                        .then(|| {
                            view! {
                                <button type="button" class="link" on:click=move |_| state.split(id)>
                                    "Not the same event"
                                </button>
                            }
                        })}
                </li>
            }
        });
        let claims = detail.claims.into_iter().map(|row| {
            let values = row.values.into_iter().map(|(id, value, words)| {
                view! {
                    <li>
                        <button type="button" class="claim" on:click=move |_| go(id)>
                            <strong>{value}</strong>
                            <small dir="auto">{words}</small>
                        </button>
                    </li>
                }
            });
            view! {
                <tr>
                    <th scope="row">{row.aspect}</th>
                    <td><ul>{values.collect_view()}</ul></td>
                    <td><span class=format!("badge {}", row.verdict)>{row.verdict}</span></td>
                </tr>
            }
        });
        let claims = claims.collect::<Vec<_>>();
        let likely = detail.likely.into_iter().map(|(other, title)| {
            view! {
                <li>
                    <span dir="auto">{title}</span>
                    <button type="button" class="link" on:click=move |_| state.merge(id, other)>"Merge"</button>
                </li>
            }
        });
        let likely = likely.collect::<Vec<_>>();
        view! {
            <p>{detail.summary}</p>
            <ol class="tellings" role="list" aria-label="Tellings">{tellings.collect_view()}</ol>
            {(!claims.is_empty())
                .then(|| {
                    view! {
                        <table class="claims">
                            <caption>"Where the tellings differ"</caption>
                            <tbody>{claims}</tbody>
                        </table>
                    }
                })}
            {(!likely.is_empty())
                .then(|| {
                    view! {
                        <p>"Perhaps the same event:"</p>
                        <ul class="likely" aria-label="Perhaps the same event">{likely}</ul>
                    }
                })}
            <button type="button" class="link" on:click=move |_| state.merging.set(Some(id))>
                "Merge with another event of the list"
            </button>
        }
    };
    view! {
        <div node_ref=whole>
            <div class="story" role="group" aria-label="Story">{content}</div>
        </div>
    }
}
