use super::document_details::percent;
use super::icon::{Icon, paths};
use crate::actor::ActorKind;
use crate::analysis::DocumentAnalysis;
use crate::dossier::{DocumentId, Provenance, of_date, of_place};
use crate::gazetteer::Place;
use crate::timex::anchor::AnchorSource;
use crate::timex::choice::Said;
use crate::timex::{Basis, Dated, Day};
use crate::toponym::Role;
use crate::toponym::choice::{BY_HAND, Meant, pin};
use crate::ui::state::{AppState, Pane, Pinning, use_app};
use crate::view::counted;
use crate::view::dated::{meaning, modifier_text};
use crate::view::filter::day_or_stretch;
use crate::view::places::{Node, described, feature_word, point, position};
use crate::view::reader::Marked;
use crate::view::when::{bounds_text, day_text};
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
    /// The date it was counted from, by its index.
    counted_from: Option<u32>,
    /// Other days the document may have been published on, with their shares in percent, where the date was
    /// counted from the one inferred.
    published: Vec<(Day, u8)>,
    /// What lost, each with its share in percent.
    alternatives: Vec<(String, u8)>,
    /// The name of a place, with what may be meant instead.
    name: Option<Name>,
    /// The date, where it is one.
    written: Option<Written>,
    /// What everything can be filtered by.
    only: Option<Only>,
    doubt: Option<String>,
}

/// What the card's mention stands for, as a filter.
#[derive(Debug, Clone, PartialEq)]
enum Only {
    Actor(String),
    Place(Node),
}

/// A name that the user can decide about.
#[derive(Debug, Clone, PartialEq)]
struct Name {
    words: String,
    document: DocumentId,
    /// The candidates that lost, in the order of `alternatives`.
    others: Vec<Place>,
    /// The place that was taken.
    taken: Option<Place>,
    /// Whether the user has decided about it.
    decided: bool,
}

/// A date that the user can decide about.
#[derive(Debug, Clone, PartialEq)]
struct Written {
    words: String,
    /// Its document, and its first byte.
    at: (DocumentId, u32),
    /// What accepting it holds fast.
    accepted: Said,
    /// What the user decided about it, and whether about this one alone.
    decided: Option<(Said, bool)>,
}

/// Why the selected mention was read as it was.
#[component]
pub(in crate::ui) fn Card() -> impl IntoView {
    let state = use_app();
    let explained = Memo::new(move |_| explain(&state));
    let open = move || state.selection.with_untracked(|s| s.document);
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
                                <span class="arrow" role="img" aria-label="means">"→"</span>
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
                            {card
                                .counted_from
                                .map(|earlier| {
                                    view! {
                                        <button
                                            type="button"
                                            class="link"
                                            on:click=move |_| {
                                                if let Some(id) = open() {
                                                    state.select_mention(id, Marked::Date(earlier));
                                                }
                                            }
                                        >
                                            "Show what it was counted from"
                                        </button>
                                    }
                                })}
                            {card.doubt.map(|doubt| view! { <p class="card-doubt">{doubt}</p> })}
                            {(!card.published.is_empty())
                                .then(|| {
                                    view! {
                                        <p class="card-lost">"If the document was published on another day, choose it:"</p>
                                        <div class="candidates" role="group" aria-label="Other publication days">
                                            {card
                                                .published
                                                .into_iter()
                                                .map(|(day, share)| {
                                                    view! {
                                                        <button
                                                            type="button"
                                                            on:click=move |_| {
                                                                if let Some(id) = open() {
                                                                    state.set_published(id, Some(day));
                                                                }
                                                            }
                                                        >
                                                            <span>{day_text(day)}</span>
                                                            <span class="weight">{format!("{share} %")}</span>
                                                        </button>
                                                    }
                                                })
                                                .collect_view()}
                                        </div>
                                    }
                                })}
                            {card.written.map(|written| view! { <DecideDate written/> })}
                            {card.only.map(|only| view! { <OnlyButton only/> })}
                            {card.name.map(|name| view! { <Decide name alternatives=card.alternatives/> })}
                        </aside>
                    }
                })
        }}
    }
}

/// Shows only what tells of somebody or some place, or everything again.
#[component]
fn OnlyButton(only: Only) -> impl IntoView {
    let state = use_app();
    let only = StoredValue::new(only);
    let on = move || {
        state.filter.with(|filter| {
            only.with_value(|only| match only {
                Only::Actor(name) => filter.actor.as_ref() == Some(name),
                Only::Place(node) => filter.place.as_ref() == Some(node),
            })
        })
    };
    let toggle = move |_| {
        let again = on();
        state.filter.update(|filter| match only.get_value() {
            Only::Actor(name) => filter.actor = (!again).then_some(name),
            Only::Place(node) => filter.place = (!again).then_some(node),
        });
    };
    let label = only.with_value(|only| match only {
        Only::Actor(name) => format!("Only events with {name}"),
        Only::Place(_) => "Only what happened here".to_owned(),
    });
    view! {
        <p class="decide">
            <button
                type="button"
                class="button small"
                aria-pressed=move || if on() { "true" } else { "false" }
                on:click=toggle
            >
                {label}
            </button>
        </p>
    }
}

/// That a date is right, is none, or is another one; here or wherever these words stand.
#[component]
fn DecideDate(written: Written) -> impl IntoView {
    let state = use_app();
    let Written { words, at, accepted, decided } = written;
    let all = RwSignal::new(decided.is_some_and(|(_, alone)| !alone));
    let refused = RwSignal::new(false);
    let words = StoredValue::new(words);
    let decide = move |said: Option<Said>| {
        let only = (!all.get_untracked()).then_some(at);
        words.with_value(|words| state.set_date(words, only, said));
    };
    let on_date = move |event| {
        let text = event_target_value(&event);
        let said = day_or_stretch(&text).and_then(|(first, last)| Said::stretch(first, last));
        refused.set(said.is_none() && !text.trim().is_empty());
        if said.is_some() {
            decide(said);
        }
    };
    view! {
        <p class="decide">
            <button
                type="button"
                class="button small"
                aria-pressed=if decided.is_some_and(|(said, _)| said == accepted) { "true" } else { "false" }
                on:click=move |_| decide(Some(accepted))
            >
                "Right"
            </button>
            <button type="button" class="button small" on:click=move |_| decide(Some(Said::Nothing))>
                "Not a date"
            </button>
            <label>
                "Set it"
                <input type="text" id="say" placeholder="2017-04-04, 2017-04, 44 BC" on:change=on_date/>
            </label>
            <AllLikeThis all/>
            {decided
                .map(|_| {
                    view! {
                        <button type="button" class="link" on:click=move |_| decide(None)>
                            "Back to what was found"
                        </button>
                    }
                })}
        </p>
        <Show when=move || refused.get()>
            <p class="card-doubt" role="alert">"Write a day, a month or a year: 2017-04-04, 2017-04, 1848, 44 BC."</p>
        </Show>
    }
}

/// Whether a decision holds for all such words.
#[component]
fn AllLikeThis(all: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                id="all-like-this"
                prop:checked=move || all.get()
                on:change=move |event| all.set(event_target_checked(&event))
            />
            "all like this"
        </label>
    }
}

/// What a name may mean instead, a click each; that it is no place; and a point set by hand.
#[component]
fn Decide(name: Name, alternatives: Vec<(String, u8)>) -> impl IntoView {
    let state = use_app();
    let Name { words, document, others, taken, decided } = name;
    let everywhere = RwSignal::new(true);
    let words = StoredValue::new(words);
    let scope = move || (!everywhere.get_untracked()).then_some(document);
    let decide = move |meant: Option<Meant>| words.with_value(|words| state.set_name(words, scope(), meant));
    state.looked_up.set(None);
    let on_point = move |event| {
        let asked = event_target_value(&event);
        match point(&asked) {
            Some((lat, lon)) => decide(Some(Meant::Place(words.with_value(|words| pin(words, lat, lon))))),
            None => state.find_place(asked),
        }
    };
    let on_map = move |_| {
        state.pinning.set(Some(Pinning { document: scope(), words: words.get_value() }));
        state.pane.set(Pane::Map);
    };
    let offer = move |label: String, about: String, share: Option<u8>, place: Place| {
        view! {
            <button type="button" on:click=move |_| decide(Some(Meant::Place(place.clone())))>
                <span>{label}<small>{about}</small></span>
                {share.map(|share| view! { <span class="weight">{format!("{share} %")}</span> })}
            </button>
        }
    };
    let placed = taken.is_some();
    let lost = alternatives
        .into_iter()
        .zip(others)
        .map(|((label, share), place)| offer(label, described(&place, taken.as_ref()), Some(share), place))
        .collect::<Vec<_>>();
    let any = !lost.is_empty();
    view! {
        {any.then(|| view! { <p class="card-lost">"Also possible; choose the right one:"</p> })}
        <div class="candidates" role="group" aria-label="Other places of that name">{lost}</div>
        <p class="decide">
            {taken
                .map(|taken| {
                    view! {
                        <button
                            type="button"
                            class="button small"
                            aria-pressed=if decided { "true" } else { "false" }
                            on:click=move |_| decide(Some(Meant::Place(taken.clone())))
                        >
                            "Right"
                        </button>
                    }
                })}
            <button type="button" class="button small" on:click=move |_| decide(Some(Meant::Nothing))>
                "Not a place"
            </button>
            <label>
                {if placed { "Set the point" } else { "Pin it" }}
                <input
                    type="text"
                    id="pin"
                    placeholder="name, or 33.5 N, 36.3 E"
                    on:change=on_point
                />
            </label>
            <button type="button" class="button small" on:click=on_map>
                "On the map"
            </button>
            <AllLikeThis all=everywhere/>
            {decided
                .then(|| {
                    view! {
                        <button type="button" class="link" on:click=move |_| decide(None)>
                            "Back to what was found"
                        </button>
                    }
                })}
        </p>
        {move || {
            let found = state.looked_up.get().and_then(|looked_up| looked_up.places);
            found
                .map(|places| {
                    let none = places.is_empty();
                    let offers = places
                        .into_iter()
                        .map(|place| offer(place.full_name(), described(&place, None), None, place))
                        .collect::<Vec<_>>();
                    view! {
                        <div class="candidates" role="group" aria-label="Places found">{offers}</div>
                        {none
                            .then(|| {
                                view! {
                                    <p class="card-doubt" role="alert">
                                        "No such place is known. Write another name, or a point: 33.5, 36.3 or 33°30'N 36°18'E."
                                    </p>
                                }
                            })}
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
                let found = of_date(analysis, document, index)?;
                let mut card = from_provenance("Date", "card-date", found);
                let date = &document.dates.get(index as usize)?.value;
                let mention = document.dates.get(index as usize)?;
                let at = (id, mention.span.start() as u32);
                let words = mention.span.of(&analysis.text.content).to_owned();
                card.written = Some(Written {
                    at,
                    accepted: Said::accepting(date.interval.as_ref()),
                    decided: state.corrections.with(|corrections| corrections.date(&words, at)),
                    words,
                });
                card.value = meaning(date);
                card.facts.splice(0..0, date_facts(date));
                card.published = other_days(document, date);
                let events = document.events.iter().filter(|event| event.date == Some(index)).count() as u32;
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
                    facts.push(("Where", position(place)));
                }
                card.facts.splice(0..0, facts);
                card.only = document.places.resolved(mention).map(|place| Only::Place(Node::Place(place.id)));
                let others = mention.candidates.iter().skip(usize::from(mention.placed));
                card.name = Some(Name {
                    words: mention.span.of(&analysis.text.content).to_owned(),
                    document: id,
                    others: others
                        .filter_map(|c| document.places.table.get(c.place as usize).cloned())
                        .collect(),
                    decided: mention.why == BY_HAND,
                    taken: document.places.resolved(mention).cloned(),
                });
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
                    counted_from: None,
                    published: Vec::new(),
                    alternatives: Vec::new(),
                    name: None,
                    written: None,
                    only: Some(Only::Actor(actor.name.clone())),
                    doubt: None,
                })
            }
        }
    })
}

/// What a date is, a line each: its bounds, what narrows it, and how it is written down.
fn date_facts(date: &Dated) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    if let Some(when) = &date.interval {
        facts.push(("When", bounds_text(when)));
    }
    facts.extend(date.modifier.map(|modifier| ("Meant", modifier_text(modifier).to_owned())));
    facts.extend(date.edtf.clone().map(|edtf| ("EDTF", edtf)));
    facts.push(("TIMEX3", date.timex3()));
    facts
}

/// The days the document may have been published on instead, where the date hangs on one that was inferred.
fn other_days(document: &DocumentAnalysis, date: &Dated) -> Vec<(Day, u8)> {
    /// More would weigh next to nothing.
    const OFFERED: usize = 4;
    let published = &document.published;
    if date.basis != Basis::Anchor || published.how != AnchorSource::Inferred {
        return Vec::new();
    }
    let taken = published.date.map(|when| when.earliest);
    let others = published.candidates.iter().filter(|other| Some(other.day) != taken).take(OFFERED);
    others.map(|other| (other.day, percent(other.weight))).collect()
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
        counted_from: found.counted_from,
        published: Vec::new(),
        alternatives: found.alternatives,
        name: None,
        written: None,
        only: None,
        doubt: found.doubt,
    }
}
