use super::icon::{Icon, paths};
use crate::actor::ActorKind;
use crate::dossier::{Provenance, of_date, of_place};
use crate::toponym::Role;
use crate::ui::state::{AppState, use_app};
use crate::view::places::feature_word;
use crate::view::reader::Marked;
use crate::view::when::bounds_text;
use crate::view::{counted, px};
use leptos::prelude::*;

/// What the card says.
#[derive(Debug, Clone, PartialEq)]
struct Explained {
    kind: &'static str,
    class: &'static str,
    quote: String,
    value: String,
    /// Name and value, a line each.
    facts: Vec<(&'static str, String)>,
    /// What lost, each with its share in percent.
    alternatives: Vec<(String, u8)>,
    doubt: Option<String>,
}

/// Why the selected mention was read as it was.
#[component]
pub(in crate::ui) fn Card() -> impl IntoView {
    let state = use_app();
    let explained = Memo::new(move |_| explain(&state));
    view! {
        <Show when=move || explained.with(Option::is_none)>
            <p class="legend">
                <span class="m m-date">"Dates"</span>
                <span class="m m-place">"Places"</span>
                <span class="m m-person">"People"</span>
                <span class="m m-organisation">"Organisations"</span>
                <span>"Choose one to see why it was read so."</span>
            </p>
        </Show>
        {move || {
            explained
                .get()
                .map(|card| {
                    view! {
                        <aside class=format!("card {}", card.class) aria-label="Why" aria-live="polite">
                            <header>
                                <span class="card-kind">{card.kind}</span>
                                <button
                                    type="button"
                                    class="icon-button"
                                    aria-label="Close the card"
                                    on:click=move |_| state.selection.update(|s| s.mention = None)
                                >
                                    <Icon path=paths::CLOSE/>
                                </button>
                            </header>
                            <p class="card-reading">
                                <q dir="auto">{card.quote}</q>
                                <span class="arrow" aria-label="means">"→"</span>
                                <strong>{card.value}</strong>
                            </p>
                            <dl>
                                {card
                                    .facts
                                    .into_iter()
                                    .map(|(name, value)| {
                                        view! {
                                            <div>
                                                <dt>{name}</dt>
                                                <dd>{value}</dd>
                                            </div>
                                        }
                                    })
                                    .collect_view()}
                            </dl>
                            {card.doubt.map(|doubt| view! { <p class="card-doubt">{doubt}</p> })}
                            {(!card.alternatives.is_empty())
                                .then(|| {
                                    view! {
                                        <p class="card-lost">"Also possible"</p>
                                        <ul class="alternatives">
                                            {card
                                                .alternatives
                                                .into_iter()
                                                .map(|(name, share)| {
                                                    view! {
                                                        <li>
                                                            <span>{name}</span>
                                                            <span class="weight">{format!("{share} %")}</span>
                                                        </li>
                                                    }
                                                })
                                                .collect_view()}
                                        </ul>
                                    }
                                })}
                        </aside>
                    }
                })
        }}
    }
}

fn explain(state: &AppState) -> Option<Explained> {
    let selection = state.selection.get();
    let (id, marked) = (selection.document?, selection.mention?);
    state.dossier.with(|dossier| {
        let analysis = dossier.file(id.file)?;
        let document = dossier.document(id)?;
        match marked {
            Marked::Date(index) => {
                let mut card = from_provenance("Date", "card-date", of_date(analysis, document, index)?);
                let date = document.dates.get(index as usize)?;
                if let Some(when) = &date.value.interval {
                    card.facts.insert(0, ("When", bounds_text(when)));
                }
                let events = document.events.iter().filter(|event| event.date == index).count() as u32;
                if events > 0 {
                    card.facts.push(("Tells", counted(events, "event", "events")));
                }
                Some(card)
            }
            Marked::Place(index) => {
                let mut card = from_provenance("Place", "card-place", of_place(analysis, document, index)?);
                let mention = document.places.mentions.get(index as usize)?;
                let role = match mention.role {
                    Role::Literal => "the place itself",
                    Role::Demonym => "its people or what is theirs",
                    Role::Metonym => "its government or team",
                    Role::Dateline => "where the report was filed",
                };
                let mut facts = vec![("Meant", role.to_owned())];
                if let Some(place) = document.places.resolved(mention) {
                    let word = feature_word(place.feature);
                    if !word.is_empty() {
                        facts.push(("What", word.to_owned()));
                    }
                    facts.push(("Where", degrees(place.lat, place.lon)));
                }
                card.facts.splice(0..0, facts);
                Some(card)
            }
            Marked::Person(index) | Marked::Organisation(index) => {
                let actor = document.actors.get(index as usize)?;
                let (kind, class) = match actor.kind {
                    ActorKind::Person => ("Person", "card-person"),
                    ActorKind::Organisation => ("Organisation", "card-organisation"),
                };
                let mut facts = Vec::new();
                facts.extend(actor.role.clone().map(|role| ("Role", role)));
                if !actor.aliases.is_empty() {
                    facts.push(("Also", actor.aliases.join(", ")));
                }
                facts.push(("Mentions", actor.mentions.len().to_string()));
                let first = actor.mentions.first().map_or("", |span| span.of(&analysis.text.content));
                Some(Explained {
                    kind,
                    class,
                    quote: first.split_whitespace().collect::<Vec<_>>().join(" "),
                    value: actor.name.clone(),
                    facts,
                    alternatives: Vec::new(),
                    doubt: None,
                })
            }
        }
    })
}

fn from_provenance(kind: &'static str, class: &'static str, found: Provenance) -> Explained {
    let mut facts = Vec::new();
    if !found.because.is_empty() {
        facts.push(("Why", found.because));
    }
    if !found.rule.is_empty() {
        facts.push(("Rule", found.rule));
    }
    Explained {
        kind,
        class,
        quote: found.quote,
        value: found.value,
        facts,
        alternatives: found.alternatives,
        doubt: found.doubt,
    }
}

/// "33.5° N, 36.3° E".
fn degrees(lat: f32, lon: f32) -> String {
    let side = |value: f32, positive: &str, negative: &str| {
        let letter = if value < 0.0 { negative } else { positive };
        format!("{}° {letter}", px(f64::from(value.abs())))
    };
    format!("{}, {}", side(lat, "N", "S"), side(lon, "E", "W"))
}
