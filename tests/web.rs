//! What only a browser can show: the engine on wasm32, and a [`Pool`] of real workers.
//!
//! Run by `cargo xtask test` in headless Chromium, whose test page is served from the project's root: the
//! pool fetches the same place data there as from the finished page.
#![cfg(target_arch = "wasm32")]

use dateline::analysis::{Analysis, Options, analyse};
use dateline::gazetteer::Gazetteer;
use dateline::ingest::Source;
use dateline::worker::client::{Input, Pool, PoolEvent, place_data};
use dateline::worker::protocol::{Request, RequestId, Response, Tier, decode, encode};
use gloo::timers::future::TimeoutFuture;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const REPORT: &str = "\
HARBOUR REOPENS AFTER STORM

By Ann Writer

LISBON, April 4, 2017 - The harbour reopened on Tuesday after a storm, officials said. The ferry to
Porto had been stopped since Sunday. Work on the quay began on 12 March 2016.
";

#[wasm_bindgen(inline_js = "
const Original = globalThis.Worker;
const started = [];
let broken = false;
const dead = () => URL.createObjectURL(new Blob(['throw new Error()'], { type: 'text/javascript' }));
globalThis.Worker = function (url, options) {
  const worker = new Original(broken ? dead() : url, options);
  started.push(worker);
  return worker;
};
globalThis.Worker.prototype = Original.prototype;
export function poisonWorkers(from) { for (const worker of started.slice(from)) worker.postMessage(null); }
export function startedWorkers() { return started.length; }
export function breakWorkers(value) { broken = value; }
")]
extern "C" {
    /// Sends every worker since the `from`th a message on which it throws.
    #[wasm_bindgen(js_name = poisonWorkers)]
    fn poison_workers(from: u32);
    /// How many workers this page has started.
    #[wasm_bindgen(js_name = startedWorkers)]
    fn started_workers() -> u32;
    /// Lets every worker started from now on fail at once, or not.
    #[wasm_bindgen(js_name = breakWorkers)]
    fn break_workers(value: bool);
}

/// A pool and what it has said.
struct Heard {
    pool: Pool,
    events: Rc<RefCell<Vec<PoolEvent>>>,
}

impl Heard {
    fn start() -> Self {
        let events = Rc::new(RefCell::new(Vec::new()));
        let heard = events.clone();
        let pool = Pool::start(move |event| heard.borrow_mut().push(event));
        Self { pool, events }
    }

    /// Waits until all place data is in use.
    async fn complete(&self) {
        self.until(|events| events.iter().find(|e| is_tier(e, Tier::Full)).map(|_| ())).await;
    }

    fn ask(&self, name: &str, text: &str) -> RequestId {
        self.pool.analyse(source(name), Input::Bytes(text.as_bytes().to_vec()), Options::default())
    }

    /// Waits until `find` finds something in what was said; fails after ten seconds.
    async fn until<T>(&self, find: impl Fn(&[PoolEvent]) -> Option<T>) -> T {
        for _ in 0..500 {
            if let Some(found) = find(&self.events.borrow()) {
                return found;
            }
            TimeoutFuture::new(20).await;
        }
        panic!("the pool said only {:?}", self.events.borrow());
    }

    /// Waits for a file's last word: its analysis, or why there is none.
    async fn answer(&self, id: RequestId) -> Result<Analysis, String> {
        self.until(|events| {
            events.iter().find_map(|event| match event {
                PoolEvent::Done { id: of, analysis, .. } if *of == id => Some(Ok((**analysis).clone())),
                PoolEvent::Failed { id: of, message } if *of == id => Some(Err(message.clone())),
                _ => None,
            })
        })
        .await
    }

    /// Last words about a file: there must never be two.
    fn last_words(&self, id: RequestId) -> usize {
        let last = |event: &&PoolEvent| matches!(event, PoolEvent::Done { id: of, .. } | PoolEvent::Failed { id: of, .. } if *of == id);
        self.events.borrow().iter().filter(last).count()
    }
}

fn source(name: &str) -> Source {
    Source { name: name.to_owned(), modified: None }
}

fn is_tier(event: &PoolEvent, tier: Tier) -> bool {
    matches!(event, PoolEvent::Gazetteer { tier: of, .. } if *of == tier)
}

/// What the engine says on the page's own thread, with all place data.
async fn here(name: &str, text: &str) -> Analysis {
    let mut tiers = Vec::new();
    for tier in [Tier::Core, Tier::Full] {
        let blob = place_data(tier).await.expect("the baked place data");
        let bytes = wasm_bindgen_futures::JsFuture::from(blob.array_buffer()).await.expect("its bytes");
        tiers.push(js_sys::Uint8Array::new(&bytes).to_vec());
    }
    let mut gazetteer = Gazetteer::load(tiers.remove(0).into()).expect("the core tier");
    gazetteer.extend(tiers.remove(0).into()).expect("the full tier");
    analyse(&source(name), text.as_bytes(), &Options::default(), Some(&gazetteer), &mut |_| {})
}

fn workers() -> usize {
    let processors = web_sys::window().expect("a page").navigator().hardware_concurrency();
    (processors as usize).saturating_sub(1).max(1)
}

#[wasm_bindgen_test]
async fn the_engine_finds_dates_in_the_browser() {
    let analysis = here("report.txt", REPORT).await;
    assert_eq!(analysis.documents.len(), 1);
    let found: Vec<&str> =
        analysis.documents[0].dates.iter().map(|date| date.span.of(&analysis.text.content)).collect();
    assert!(found.contains(&"12 March 2016"), "{found:?}");
    let places: Vec<&str> = analysis.documents[0]
        .places
        .mentions
        .iter()
        .map(|mention| mention.span.of(&analysis.text.content))
        .collect();
    assert!(places.contains(&"Porto"), "{places:?}");
}

#[wasm_bindgen_test]
async fn messages_cross_as_bytes() {
    let request =
        Request::Analyse { id: RequestId(4), source: source("ä/日.txt"), options: Options::default() };
    let response = Response::Done { id: RequestId(4), analysis: Box::new(here("report.txt", REPORT).await) };
    let crossed = |bytes: Vec<u8>| js_sys::Uint8Array::from(bytes.as_slice()).to_vec();
    assert_eq!(decode(&crossed(encode(&request))), Some(request));
    assert_eq!(decode(&crossed(encode(&response))), Some(response));
}

#[wasm_bindgen_test]
async fn a_worker_answers_as_the_engine_does_here() {
    let heard = Heard::start();
    let long = format!("{REPORT}\n").repeat(30);
    heard.complete().await;
    let id = heard.ask("long.txt", &long);
    let there = heard.answer(id).await.expect("an analysis");
    assert_eq!(there, here("long.txt", &long).await);
    let events = heard.events.borrow();
    assert!(events.iter().any(|e| matches!(e, PoolEvent::Ready)));
    // each worker has the place data; the page is told once of each tier
    for tier in [Tier::Core, Tier::Full] {
        assert_eq!(events.iter().filter(|e| is_tier(e, tier)).count(), 1);
    }
    assert!(events.iter().any(|e| matches!(e, PoolEvent::Done { tier: Some(Tier::Full), .. })));
    let shares: Vec<f32> = events
        .iter()
        .filter_map(|e| match e {
            PoolEvent::Progress { id: of, share } if *of == id => Some(*share),
            _ => None,
        })
        .collect();
    assert!(!shares.is_empty(), "no progress");
    assert!(shares.is_sorted() && shares.iter().all(|share| (0.0..=1.0).contains(share)), "{shares:?}");
}

#[wasm_bindgen_test]
async fn a_dropped_file_is_read_in_the_worker() {
    let heard = Heard::start();
    heard.complete().await;
    let parts = js_sys::Array::of1(&JsValue::from_str(REPORT));
    let file = web_sys::Blob::new_with_str_sequence(&parts).expect("a blob");
    let id = heard.pool.analyse(source("a.txt"), Input::File(file), Options::default());
    assert_eq!(heard.answer(id).await, Ok(here("a.txt", REPORT).await));
}

#[wasm_bindgen_test]
async fn a_cancelled_file_is_answered_once_and_the_others_are_read() {
    let heard = Heard::start();
    heard.complete().await;
    heard.until(|events| events.iter().find(|e| matches!(e, PoolEvent::Ready)).map(|_| ())).await;
    // one file more than there are workers: the first is being read, the last but one waits
    let ids: Vec<RequestId> =
        (0..=workers() + 1).map(|number| heard.ask(&format!("{number}.txt"), REPORT)).collect();
    let (read, waiting) = (ids[0], ids[workers()]);
    heard.pool.cancel(read);
    heard.pool.cancel(waiting);
    for id in &ids {
        let answer = heard.answer(*id).await;
        if *id == read || *id == waiting {
            assert_eq!(answer, Err("Cancelled.".to_owned()));
        } else {
            assert_eq!(answer.map(|a| a.documents.len()), Ok(1));
        }
    }
    assert!(ids.iter().all(|id| heard.last_words(*id) == 1));
}

#[wasm_bindgen_test]
async fn a_dead_worker_is_replaced_and_its_file_reported() {
    let before = started_workers();
    let heard = Heard::start();
    heard.complete().await;
    let first = heard.ask("first.txt", REPORT);
    assert!(heard.answer(first).await.is_ok());
    let alive = started_workers();
    assert_eq!((alive - before) as usize, workers());
    // the poison arrives before the file does, and each worker dies of it with a file in hand
    poison_workers(before);
    let lost: Vec<RequestId> =
        (0..workers()).map(|number| heard.ask(&format!("lost-{number}.txt"), REPORT)).collect();
    let next = heard.ask("next.txt", REPORT);
    let mut reported = 0;
    for id in lost {
        if let Err(message) = heard.answer(id).await {
            assert!(message.contains("lost-") && message.contains("could not be read"), "{message}");
            reported += 1;
        }
        assert_eq!(heard.last_words(id), 1);
    }
    assert!(reported > 0, "no worker died with a file in hand");
    assert_eq!(heard.answer(next).await.map(|a| a.documents.len()), Ok(1));
    assert!(started_workers() > alive, "no worker was replaced");
}

#[wasm_bindgen_test]
async fn where_no_worker_starts_every_file_is_told() {
    break_workers(true);
    let heard = Heard::start();
    let early = heard.ask("early.txt", REPORT);
    let early = heard.answer(early).await;
    let late = heard.ask("late.txt", REPORT);
    let late = heard.answer(late).await;
    break_workers(false);
    for answer in [early, late] {
        assert!(answer.is_err_and(|message| message.contains("starts no worker")));
    }
}
