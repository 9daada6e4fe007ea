use super::documents_list::date_of;
use crate::document::TextKind;
use crate::dossier::DocumentId;
use crate::span::Span;
use crate::timex::Day;
use crate::timex::anchor::AnchorSource;
use crate::ui::state::use_app;
use crate::view::dated::{Check, checks, how_word, kind_line, kind_word};
use crate::view::reader::Marked;
use crate::view::when::day_long;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// Candidate days offered; the rest would weigh next to nothing.
const OFFERED: usize = 5;

/// How long a typed date rests before it is taken, in milliseconds: a year is typed digit by digit.
const REST: u32 = 700;

/// What is known of the open document.
#[derive(Debug, Clone, PartialEq)]
struct Details {
    id: DocumentId,
    title: String,
    source: String,
    date: String,
    day: Option<Day>,
    how: AnchorSource,
    kind: TextKind,
    kind_decided: bool,
    candidates: Vec<(Day, u8)>,
    evidence: Vec<Clue>,
    /// Dates that ask for a second look.
    checks: Vec<Check>,
}

/// What speaks for a publication day.
#[derive(Debug, Clone, PartialEq)]
struct Clue {
    words: String,
    /// The date the words are, by its index.
    mention: Option<u32>,
    reason: String,
}

/// The open document's publication day, how it is known, and the means to decide otherwise.
#[component]
pub(in crate::ui) fn DocumentDetails() -> impl IntoView {
    let state = use_app();
    let details = Memo::new(move |_| {
        let id = state.selection.with(|s| s.document)?;
        let kind_decided = state.corrections.with(|c| c.kind(id).is_some());
        state.dossier.with(|dossier| {
            let analysis = dossier.file(id.file)?;
            let document = dossier.document(id)?;
            let published = &document.published;
            // what was found before the user decided can still be chosen
            let (candidates, evidence) = match state.offered.with_value(|known| known.get(&id).cloned()) {
                Some(found) if published.how == AnchorSource::User => (found.candidates, found.evidence),
                _ => (published.candidates.clone(), published.evidence.clone()),
            };
            let text = &analysis.text.content;
            Some(Details {
                id,
                title: dossier.title(id),
                source: analysis.source.name.clone(),
                date: date_of(published),
                day: published.date.filter(|d| d.earliest == d.latest).map(|d| d.earliest),
                how: published.how,
                kind: document.kind,
                kind_decided,
                candidates: candidates
                    .iter()
                    .take(OFFERED)
                    .map(|candidate| (candidate.day, percent(candidate.weight)))
                    .collect(),
                evidence: evidence
                    .iter()
                    .map(|clue| {
                        let words = clue.span.map_or("", |span| span.of(text));
                        let is = |span: Span| document.dates.iter().position(|d| d.span.overlaps(span));
                        Clue {
                            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
                            mention: clue.span.and_then(is).map(|index| index as u32),
                            reason: clue.reason.clone(),
                        }
                    })
                    .collect(),
                checks: checks(text, document),
            })
        })
    });
    let typed = StoredValue::new_local(None::<Timeout>);
    view! {
        <section class="details" aria-label="About this document">
            {move || details.get().map(|details| view! { <Decisions details typed/> })}
        </section>
    }
}

/// A share as a percentage.
pub(super) fn percent(share: f32) -> u8 {
    // the cast saturates
    (share * 100.0).round() as u8
}

/// Words of the text, that lead to where they stand.
fn quoted(words: String, show: Option<impl Fn() + 'static>) -> AnyView {
    match show {
        _ if words.is_empty() => ().into_any(),
        Some(show) => {
            view! { <button type="button" class="link" on:click=move |_| show()><q>{words}</q></button> }
                .into_any()
        }
        None => view! { <q>{words}</q> }.into_any(),
    }
}

/// The decisions about one document.
#[component]
fn Decisions(
    details: Details,
    /// Takes the typed date once it has rested.
    typed: StoredValue<Option<Timeout>, LocalStorage>,
) -> impl IntoView {
    let state = use_app();
    let Details { id, how, day, kind, kind_decided, .. } = details;
    let on_date = move |event: leptos::ev::Event| {
        let value = event_target_value(&event);
        let day = Day::from_iso(&value);
        let take = move || {
            if day.is_some() {
                state.set_published(id, day);
            }
        };
        typed.set_value(Some(Timeout::new(REST, take)));
    };
    let show = move |mention: u32| {
        state.select_mention(id, Marked::Date(mention));
        state.read();
    };
    let only = move || state.filter.with(|filter| filter.document == Some(id));
    let toggle_only = move |_| {
        state.filter.update(|filter| filter.document = (filter.document != Some(id)).then_some(id));
    };
    let kind_button = move |of: TextKind| {
        view! {
            <button
                type="button"
                aria-pressed=if kind == of { "true" } else { "false" }
                on:click=move |_| state.set_kind(id, Some(of))
            >
                {kind_word(of)}
            </button>
        }
    };
    view! {
        <h2 dir="auto">{details.title}</h2>
        <p class="details-source">{details.source}</p>
        <div class="details-row">
            <span class="details-label">"Published"</span>
            <span>
                {details.date}" "<span class="badge" class:doubtful=matches!(how, AnchorSource::Inferred | AnchorSource::Unknown)>{how_word(how)}</span>
            </span>
        </div>
        {(!details.candidates.is_empty())
            .then(|| {
                view! {
                    <p class="details-hint">"Choose the right day: every date that hangs on it is counted anew."</p>
                    <div class="candidates" role="group" aria-label="Possible publication days">
                        {details
                            .candidates
                            .into_iter()
                            .map(|(candidate, weight)| {
                                view! {
                                    <button
                                        type="button"
                                        aria-pressed=if day == Some(candidate) { "true" } else { "false" }
                                        on:click=move |_| state.set_published(id, Some(candidate))
                                    >
                                        <span>{day_long(candidate)}</span>
                                        <span class="weight">{format!("{weight} %")}</span>
                                    </button>
                                }
                            })
                            .collect_view()}
                    </div>
                }
            })}
        {(!details.evidence.is_empty())
            .then(|| {
                view! {
                    <ul class="evidence" aria-label="What speaks for it">
                        {details
                            .evidence
                            .into_iter()
                            .map(|Clue { words, mention, reason }| {
                                view! {
                                    <li>
                                        {quoted(words, mention.map(|index| move || show(index)))}
                                        {reason}
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                }
            })}
        <div class="details-row">
            <label class="details-label" for="set-date">"Set the date"</label>
            <span class="set-date">
                <input
                    type="date"
                    id="set-date"
                    prop:value=day.map(Day::iso).unwrap_or_default()
                    on:change=on_date
                />
                {(how == AnchorSource::User)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button small"
                                on:click=move |_| state.set_published(id, None)
                            >
                                "Back to what was found"
                            </button>
                        }
                    })}
            </span>
        </div>
        <div class="details-row">
            <span class="details-label" id="kind-label">"Read as"</span>
            <span class="switch" role="group" aria-labelledby="kind-label">
                {[TextKind::News, TextKind::Narrative, TextKind::Message].map(kind_button)}
            </span>
        </div>
        <p class="details-hint">
            {if kind_decided { "Set by you. " } else { "Detected. " }} {kind_line(kind)}
            {kind_decided
                .then(|| {
                    view! {
                        " "
                        <button type="button" class="link" on:click=move |_| state.set_kind(id, None)>
                            "Detect it again"
                        </button>
                    }
                })}
        </p>
        {(!details.checks.is_empty())
            .then(|| {
                view! {
                    <p class="details-label">"To check"</p>
                    <ul class="evidence" aria-label="Dates to check">
                        {details
                            .checks
                            .into_iter()
                            .map(|Check { mention, quote, line }| {
                                view! { <li>{quoted(quote, Some(move || show(mention)))} {line}</li> }
                            })
                            .collect_view()}
                    </ul>
                }
            })}
        <button
            type="button"
            class="button small"
            aria-pressed=move || if only() { "true" } else { "false" }
            on:click=toggle_only
        >
            {move || if only() { "Show all documents" } else { "Show only this document" }}
        </button>
    }
}
