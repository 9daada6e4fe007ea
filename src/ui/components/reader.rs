use super::card::Card;
use super::documents_list::date_of;
use super::icon::{Icon, paths};
use crate::document::{PartKind, TextKind};
use crate::dossier::DocumentId;
use crate::span::Span;
use crate::timex::anchor::AnchorSource;
use crate::ui::hooks::{calm, use_size};
use crate::ui::state::{AppState, Pane, use_app};
use crate::view::address::Tab;
use crate::view::dated::{how_word, kind_word};
use crate::view::reader::{
    Block, Doubt, Marked, Segment, block_height, blocks, margin_label, mentions, next_stop, segments,
};
use crate::view::search::Query;
use crate::view::window::Heights;
use leptos::html::Div;
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// Documents with more mentions and paragraphs than this are drawn in part.
const WHOLE: usize = 900;
/// Pixels drawn above and below what is seen of a long document.
const MARGIN: f64 = 1200.0;
/// Height of a line of body text, as the style sheet has it.
const LINE: f64 = 28.0;
/// Width of a letter of body text, on average.
const LETTER: f64 = 8.4;

/// A document made ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
struct Page {
    id: DocumentId,
    blocks: Arc<Vec<Block>>,
    mentions: Arc<Vec<(Span, Marked)>>,
    heights: Arc<Heights>,
    whole: bool,
    source: String,
    date: String,
    how: AnchorSource,
    kind: TextKind,
    number: u32,
    of: u32,
}

/// The open document's text as it was, with what was found in it.
#[component]
pub(in crate::ui) fn Reader() -> impl IntoView {
    let state = use_app();
    let pane = NodeRef::<Div>::new();
    let size = use_size(pane);
    let top = RwSignal::new(0.0);
    let columns = Memo::new(move |_| (((size.get().0 - 90.0) / LETTER) as usize).clamp(20, 90));
    let page = Memo::new(move |_| page(&state, columns.get()));
    let seen = Memo::new(move |_| {
        page.with(|page| match page {
            Some(page) if page.whole => 0..page.blocks.len(),
            Some(page) => page.heights.visible(top.get(), size.get().1, MARGIN),
            None => 0..0,
        })
    });
    let told = Memo::new(move |_| {
        let event = state.selection.with(|s| s.event)?;
        state.dossier.with(|dossier| dossier.event(event).map(|event| event.span))
    });
    let query = Memo::new(move |_| state.filter.with(|filter| Query::parse(&filter.text)));
    // where the last step led: one of the mentions of somebody, or words searched for
    let stop = RwSignal::new(None::<Span>);
    let next = move |forward: bool| {
        let found = page.with_untracked(|page| {
            let page = page.as_ref()?;
            let mention = state.selection.with_untracked(|s| s.mention);
            let chosen = || state.dossier.with_untracked(|d| mention?.span(d.document(page.id)?));
            let from = stop.get_untracked().or_else(chosen).map(Span::start);
            let found = state.dossier.with_untracked(|dossier| {
                let text = &dossier.file(page.id.file)?.text.content;
                query.with_untracked(|q| next_stop(text, &page.blocks, &page.mentions, q, from, forward))
            })?;
            Some((page.id, found))
        });
        if let Some((id, (span, marked))) = found {
            if let Some(marked) = marked {
                state.select_mention(id, marked);
            }
            stop.set(Some(span));
        }
    };
    // another document, another selection or other words: the next step begins there
    Effect::new(move |before: Option<(Option<DocumentId>, Option<Marked>, Query)>| {
        let selection = state.selection.get();
        let now = (selection.document, selection.mention, query.get());
        let left = stop.with_untracked(|stop| {
            let at = stop.and_then(|stop| page.with_untracked(|page| marked_at(page.as_ref()?, stop)));
            stop.is_some() && at != now.1 && before.is_some_and(|before| before != now)
        });
        if left {
            stop.set(None);
        }
        now
    });
    // what is chosen is scrolled into view: first to its block, which may have to be drawn
    Effect::new(move |_| {
        let selection = state.selection.get();
        let stop = stop.get();
        let Some(pane) = pane.get() else { return };
        let target =
            page.with(|page| page.as_ref().and_then(|page| block_of(page, &state, selection.mention, stop)));
        match (selection.mention.is_some() || stop.is_some(), target) {
            (true, Some(at)) => {
                let whole = page.with_untracked(|page| page.as_ref().is_some_and(|page| page.whole));
                if !whole && !seen.get_untracked().contains(&at) {
                    let to = page.with_untracked(|p| p.as_ref().map_or(0.0, |p| p.heights.top(at)));
                    pane.set_scroll_top((to - 80.0).max(0.0) as i32);
                    top.set(to);
                }
                request_animation_frame(move || scroll_to_chosen(&pane));
            }
            // setting the position lays the page out at once: only where it must change
            _ if top.get_untracked() > 0.0 => {
                pane.set_scroll_top(0);
                top.set(0.0);
            }
            _ => {}
        }
    });
    let choose = move |event: &leptos::ev::Event| -> bool {
        let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        else {
            return false;
        };
        let Some(found) = element.closest("[data-m]").ok().flatten() else { return false };
        let marked = found.get_attribute("data-m").as_deref().and_then(from_code);
        let id = page.with_untracked(|page| page.as_ref().map(|page| page.id));
        if let (Some(marked), Some(id)) = (marked, id) {
            state.select_mention(id, marked);
            let start = found.get_attribute("data-at").and_then(|at| at.parse::<usize>().ok());
            stop.set(start.map(|start| Span::new(start, start)));
        }
        true
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if plain && matches!(event.key().as_str(), "n" | "p") {
            event.prevent_default();
            next(event.key() == "n");
            return;
        }
        if matches!(event.key().as_str(), "Enter" | " ") && choose(&event) {
            event.prevent_default();
            // the text is drawn anew; the focus stays on the mention
            request_animation_frame(move || {
                let chosen = pane.get_untracked().and_then(|p| p.query_selector(".m.chosen").ok().flatten());
                if let Some(chosen) = chosen {
                    // a mention that cannot be focused is not in view: nothing to keep
                    let _ = chosen.unchecked_into::<web_sys::HtmlElement>().focus();
                }
            });
        }
    };
    view! {
        <section class="pane reader" aria-label="Reader">
            {move || page.get().map(|page| view! { <Head page query next/> })}
            <div
                class="reader-body"
                node_ref=pane
                tabindex="0"
                on:scroll=move |_| {
                    if let Some(pane) = pane.get_untracked() {
                        top.set(f64::from(pane.scroll_top()));
                    }
                }
                on:click=move |event| { choose(&event); }
                on:keydown=on_key
            >
                <article class="text">
                    <div class="spacer" style:height=move || spacer(&page, &seen, false)></div>
                    {move || {
                        let range = seen.get();
                        let chosen = state.selection.with(|s| s.mention);
                        let place = state.selection.with(|s| s.place);
                        let lit = Lit { told: told.get(), chosen, place, stop: stop.get(), query: query.get() };
                        page.with(|page| page.as_ref().map(|page| draw(&state, page, range, &lit)))
                    }}
                    <div class="spacer" style:height=move || spacer(&page, &seen, true)></div>
                </article>
            </div>
            <Card/>
        </section>
    }
}

/// Which document it is, and the way to the next one and to the next mention in it.
#[component]
fn Head(
    page: Page,
    query: Memo<Query>,
    /// Goes to the next mention or, where words are searched for, to the next of them; else to the one before.
    next: impl Fn(bool) + Send + Copy + 'static,
) -> impl IntoView {
    let state = use_app();
    let step = move |by: i32| {
        let next = state.dossier.with_untracked(|dossier| {
            let ids: Vec<DocumentId> = dossier.documents().map(|(id, _)| id).collect();
            let at = ids.iter().position(|id| *id == page.id)?;
            ids.get(at.checked_add_signed(by as isize)?).copied()
        });
        if let Some(id) = next {
            state.open_document(id);
        }
    };
    let doubtful = matches!(page.how, AnchorSource::Inferred | AnchorSource::Unknown);
    view! {
        <header class="pane-head">
            <p class="reader-source">
                <span class="source-name">{page.source}</span>
                <button
                    type="button"
                    class="source-date"
                    aria-label="About this document"
                    aria-description="How its publication day is known, and how to set it"
                    on:click=move |_| {
                        state.tab.set(Tab::Documents);
                        state.pane.set(Pane::Lists);
                    }
                >
                    {page.date}" "<span class="badge" class:doubtful=doubtful>{how_word(page.how)}</span>" "
                    <span class="badge">{kind_word(page.kind)}</span>
                </button>
            </p>
            <div class="tools">
                {[(false, paths::UP), (true, paths::DOWN)]
                    .map(|(forward, path)| {
                        let name = move || {
                            let what = if query.with(Query::is_empty) { "mention" } else { "hit" };
                            format!("{} {what}", if forward { "Next" } else { "Previous" })
                        };
                        view! {
                            <button
                                type="button"
                                class="icon-button"
                                aria-label=name
                                on:click=move |_| next(forward)
                            >
                                <Icon path/>
                            </button>
                        }
                    })
                    .collect_view()}
                <span class="reader-number">{format!("{} of {}", page.number, page.of)}</span>
                <button
                    type="button"
                    class="icon-button"
                    aria-label="Previous document"
                    disabled={ page.number <= 1 }
                    on:click=move |_| step(-1)
                >
                    <Icon path=paths::BEFORE/>
                </button>
                <button
                    type="button"
                    class="icon-button"
                    aria-label="Next document"
                    disabled={ page.number >= page.of }
                    on:click=move |_| step(1)
                >
                    <Icon path=paths::AFTER/>
                </button>
            </div>
        </header>
    }
}

fn page(state: &AppState, columns: usize) -> Option<Page> {
    let id = state.selection.with(|s| s.document)?;
    state.dossier.with(|dossier| {
        let analysis = dossier.file(id.file)?;
        let document = dossier.document(id)?;
        let text = &analysis.text.content;
        let blocks = blocks(text, document);
        let mentions = mentions(document);
        let heights = Heights::new(blocks.iter().map(|block| block_height(text, block, columns, LINE)));
        let number = dossier.documents().take_while(|(other, _)| *other != id).count() as u32 + 1;
        Some(Page {
            id,
            whole: blocks.len() + mentions.len() <= WHOLE,
            blocks: Arc::new(blocks),
            mentions: Arc::new(mentions),
            heights: Arc::new(heights),
            source: analysis.source.name.clone(),
            date: date_of(&document.published),
            how: document.published.how,
            kind: document.kind,
            number,
            of: dossier.counts().documents,
        })
    })
}

/// The mention that begins where the last step led.
fn marked_at(page: &Page, stop: Span) -> Option<Marked> {
    let at = page.mentions.binary_search_by_key(&stop.start(), |(span, _)| span.start()).ok()?;
    page.mentions.get(at).map(|(_, marked)| *marked)
}

/// The block to which the last step led, or that holds the first mention of `marked`.
fn block_of(page: &Page, state: &AppState, marked: Option<Marked>, stop: Option<Span>) -> Option<usize> {
    if let Some(stop) = stop {
        return page.blocks.partition_point(|block| block.span.start() <= stop.start()).checked_sub(1);
    }
    let marked = marked?;
    let known = page.mentions.iter().find(|(_, other)| *other == marked).map(|(span, _)| *span);
    // a date whose words another mention covers is found by its span
    let span =
        known.or_else(|| state.dossier.with_untracked(|dossier| marked.span(dossier.document(page.id)?)))?;
    page.blocks.iter().position(|block| block.span.overlaps(span))
}

fn spacer(page: &Memo<Option<Page>>, seen: &Memo<Range<usize>>, below: bool) -> String {
    let range = seen.get();
    let height = page.with(|page| match page {
        Some(page) if below => page.heights.top(usize::MAX) - page.heights.top(range.end),
        Some(page) => page.heights.top(range.start),
        None => 0.0,
    });
    format!("{}px", height as u32)
}

fn scroll_to_chosen(pane: &web_sys::HtmlElement) {
    let find = |css: &str| pane.query_selector(css).ok().flatten();
    let Some(chosen) = find(".here").or_else(|| find(".m.chosen")) else { return };
    let (outer, inner) = (pane.get_bounding_client_rect(), chosen.get_bounding_client_rect());
    if inner.top() >= outer.top() + 40.0 && inner.bottom() <= outer.bottom() - 60.0 {
        return;
    }
    let to = f64::from(pane.scroll_top()) + inner.top() - outer.top() - outer.height() * 0.35;
    let options = web_sys::ScrollToOptions::new();
    options.set_top(to);
    options.set_behavior(if calm() {
        web_sys::ScrollBehavior::Instant
    } else {
        web_sys::ScrollBehavior::Smooth
    });
    pane.scroll_to_with_scroll_to_options(&options);
}

/// What stands out in a text.
struct Lit {
    /// The sentence of the selected event.
    told: Option<Span>,
    /// The mention that is explained.
    chosen: Option<Marked>,
    /// The selected place: every mention of it is lit, not only the one that was clicked.
    place: Option<u32>,
    /// Where the last step led.
    stop: Option<Span>,
    /// The words searched for.
    query: Query,
}

fn draw(state: &AppState, page: &Page, range: Range<usize>, lit: &Lit) -> impl IntoView + use<> {
    let (chosen, stop) = (lit.chosen, lit.stop.map(Span::start));
    let shown = page.blocks.get(range).unwrap_or_default();
    let drawn: Vec<(Block, Vec<(Segment, bool)>)> = state.dossier.with_untracked(|dossier| {
        let (Some(analysis), Some(document)) = (dossier.file(page.id.file), dossier.document(page.id)) else {
            return Vec::new();
        };
        let same = |marked: Option<Marked>| match (marked, lit.place) {
            (Some(Marked::Place(index)), Some(id)) => document
                .places
                .mentions
                .get(index as usize)
                .and_then(|mention| document.places.resolved(mention))
                .is_some_and(|found| found.id == id),
            _ => false,
        };
        let cut = |block: &Block| {
            let segments = segments(analysis, document, &page.mentions, block.span, lit.told, &lit.query);
            segments
                .into_iter()
                .map(|segment| {
                    let lit = same(segment.marked);
                    (segment, lit)
                })
                .collect()
        };
        shown.iter().map(|block| (block.clone(), cut(block))).collect()
    });
    drawn
        .into_iter()
        .map(|(block, segments)| {
            let label = if block.first { margin_label(block.kind) } else { "" };
            let segments: Vec<_> =
                segments.into_iter().map(|(segment, lit)| draw_segment(segment, chosen, lit, stop)).collect();
            view! {
                <div class=format!("block {}", part_class(block.kind)) class:lines=block.lines dir="auto">
                    <span class="margin">{label}</span>
                    {heading(block.kind, segments)}
                </div>
            }
        })
        .collect_view()
}

/// Headlines and sub-heads are headings to a screen reader too.
fn heading<T: IntoView + 'static>(kind: PartKind, segments: Vec<T>) -> AnyView {
    match kind {
        PartKind::Headline => view! { <h2 class="words">{segments}</h2> }.into_any(),
        PartKind::Subhead => view! { <h3 class="words">{segments}</h3> }.into_any(),
        _ => view! { <p class="words">{segments}</p> }.into_any(),
    }
}

fn draw_segment(segment: Segment, chosen: Option<Marked>, lit: bool, stop: Option<usize>) -> AnyView {
    let marked = segment.marked;
    if marked.is_none() && !segment.told && !segment.hit {
        return segment.text.into_any();
    }
    let class = match marked {
        None => "",
        Some(Marked::Date(_)) => match segment.doubt {
            Some(Doubt::Warned(_)) => "m m-date m-warned",
            Some(_) => "m m-date m-adrift",
            None => "m m-date",
        },
        Some(Marked::Place(_)) if segment.doubt.is_some() => "m m-place m-unplaced",
        Some(Marked::Place(_)) => "m m-place",
        Some(Marked::Person(_)) => "m m-person",
        Some(Marked::Organisation(_)) => "m m-organisation",
    };
    let is_mention = marked.is_some();
    let here = stop.is_some_and(|stop| segment.here(stop));
    let title = match segment.doubt {
        Some(Doubt::Warned(line)) => Some(line),
        _ => None,
    };
    view! {
        <span
            class=class
            class:told=segment.told
            class:chosen=is_mention && marked == chosen
            class:lit=lit
            class:hit=segment.hit
            class:here=here
            data-m=marked.map(code)
            data-at=is_mention.then(|| segment.span.start().to_string())
            title=title
            role=is_mention.then_some("button")
            tabindex=is_mention.then_some("0")
        >
            {segment.text}
        </span>
    }
    .into_any()
}

fn part_class(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Headline => "headline",
        PartKind::Caption => "caption",
        PartKind::FilePhoto => "caption file-photo",
        PartKind::Byline => "byline",
        PartKind::Dateline => "dateline",
        PartKind::Header => "header",
        PartKind::Body => "body",
        PartKind::Subhead => "subhead",
        PartKind::Credits => "credits",
        PartKind::Correction => "correction",
    }
}

/// A mention as an attribute's value: `d12`.
fn code(marked: Marked) -> String {
    match marked {
        Marked::Date(index) => format!("d{index}"),
        Marked::Place(index) => format!("p{index}"),
        Marked::Person(index) => format!("a{index}"),
        Marked::Organisation(index) => format!("o{index}"),
    }
}

/// The mention of an attribute's value.
fn from_code(code: &str) -> Option<Marked> {
    let index = code.get(1..)?.parse().ok()?;
    match code.as_bytes().first()? {
        b'd' => Some(Marked::Date(index)),
        b'p' => Some(Marked::Place(index)),
        b'a' => Some(Marked::Person(index)),
        b'o' => Some(Marked::Organisation(index)),
        _ => None,
    }
}
