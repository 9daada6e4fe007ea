//! The browser's transport: a [`Pool`] of workers on the page, [`serve`] inside each of them.
//!
//! A worker says "ready" before it is sent anything; the gazetteer's core tier goes in first. Each worker
//! holds one file at a time, the rest wait in one queue, so that a file can be cancelled and a dead worker
//! loses one file only: it is replaced and the file reported.
//!
//! Once the full tier has come in behind, a worker is given it before its next file: one worker at once, the
//! others only when there is work for them, because each keeps an index of its own (some 20 MB). The
//! tiers' bytes are Blobs, which the browser keeps once for all.

use super::host::{self, State};
use super::protocol::{Request, RequestId, Response, Tier, decode, encode};
use crate::analysis::{Analysis, Options};
use crate::gazetteer::Place;
use crate::ingest::Source;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, Event, FileReaderSync, MessageEvent, TextDecoder, Worker};

#[wasm_bindgen(module = "/js/worker.js")]
extern "C" {
    #[wasm_bindgen(js_name = startWorker)]
    fn start_worker(url: &str, module: &JsValue) -> Worker;
}

#[wasm_bindgen(module = "/js/unpack.js")]
extern "C" {
    #[wasm_bindgen(js_name = fetchUnpacked, catch)]
    async fn fetch_unpacked(url: &str) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    type ImportMeta;
    #[wasm_bindgen(thread_local_v2, js_namespace = import, js_name = meta)]
    static META: ImportMeta;
    #[wasm_bindgen(method, getter)]
    fn url(this: &ImportMeta) -> String;
}

/// What a worker says once, before it can be sent work.
const READY: &str = "ready";
/// The place data's tiers, relative to the page.
const CORE: &str = concat!("data/gazetteer/core.bin?v=", env!("GAZETTEER_CORE_HASH"));
const FULL: &str = concat!("data/gazetteer/full.bin?v=", env!("GAZETTEER_FULL_HASH"));
/// Workers that die before they are ready are replaced this often in a row, then they are no more.
const START_TRIES: u32 = 3;

/// A file's content as the page has it.
#[derive(Debug, Clone)]
pub enum Input {
    /// A dropped file: read inside the worker.
    File(Blob),
    /// Text that is not in a file.
    Bytes(Vec<u8>),
    /// No file: the source's name is to be looked up in the gazetteer.
    Name,
}

/// What the pool tells the page.
#[derive(Debug)]
pub enum PoolEvent {
    /// The first worker is ready.
    Ready,
    /// A tier of the gazetteer is in use.
    Gazetteer {
        /// Which.
        tier: Tier,
        /// How many places there are with it.
        places: u32,
    },
    /// There will be no such tier. Without the core tier files are read for dates alone, without the full one
    /// for the places of the core tier.
    GazetteerFailed {
        /// Which.
        tier: Tier,
        /// One clear line.
        message: String,
    },
    /// So much of a file has been read.
    Progress {
        /// The file's request.
        id: RequestId,
        /// 0 to 1.
        share: f32,
    },
    /// A file's analysis.
    Done {
        /// The file's request.
        id: RequestId,
        /// What was found.
        analysis: Box<Analysis>,
        /// The place data it was read with; none where there is none.
        tier: Option<Tier>,
    },
    /// The places of a name.
    Found {
        /// The name's request.
        id: RequestId,
        /// The most populous first.
        places: Vec<Place>,
    },
    /// A file could not be analysed, or was cancelled.
    Failed {
        /// The file's request.
        id: RequestId,
        /// One clear line.
        message: String,
    },
}

/// The workers. Cheap to clone: all clones are one pool.
#[derive(Clone)]
pub struct Pool(Rc<RefCell<Inner>>);

struct Inner {
    slots: Vec<Slot>,
    queue: VecDeque<Job>,
    /// Files to be read anew when nothing else is to be done.
    later: VecDeque<Job>,
    next_id: u32,
    core: Data,
    full: Data,
    failed_starts: u32,
    said_ready: bool,
    on_event: Rc<dyn Fn(PoolEvent)>,
}

/// A tier's bytes, on their way to the workers.
enum Data {
    /// Being fetched. Files wait for the core tier, and for nothing else.
    Coming,
    /// To be handed to the workers. `told` once the page knows that it works.
    Here { bytes: Blob, told: bool },
    /// There is none.
    Missing,
}

impl Data {
    fn bytes(&self) -> Option<&Blob> {
        match self {
            Self::Here { bytes, .. } => Some(bytes),
            Self::Coming | Self::Missing => None,
        }
    }
}

/// One worker and what it is doing.
struct Slot {
    worker: Worker,
    doing: Doing,
    /// The place data it has.
    tier: Option<Tier>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

enum Doing {
    Starting,
    /// Ready, without a gazetteer as long as one is still to come.
    Waiting,
    Loading(Tier),
    Idle,
    Busy(Job),
    /// Could not be started, and will not be tried again.
    Broken,
}

struct Job {
    id: RequestId,
    source: Source,
    options: Options,
    input: Input,
}

impl Pool {
    /// Starts one worker less than the machine has processors, and at least one, and fetches the
    /// gazetteer for them: files wait until its core tier is here, or known not to come. `on_event` is called
    /// on the page's thread, once per message.
    #[must_use]
    pub fn start(on_event: impl Fn(PoolEvent) + 'static) -> Self {
        let processors = web_sys::window().map_or(2.0, |w| w.navigator().hardware_concurrency());
        let workers = (processors as usize).saturating_sub(1).max(1);
        let pool = Self(Rc::new(RefCell::new(Inner {
            slots: Vec::with_capacity(workers),
            queue: VecDeque::new(),
            later: VecDeque::new(),
            next_id: 0,
            core: Data::Coming,
            full: Data::Coming,
            failed_starts: 0,
            said_ready: false,
            on_event: Rc::new(on_event),
        })));
        for number in 0..workers {
            let slot = pool.new_slot(number);
            pool.0.borrow_mut().slots.push(slot);
        }
        let waiting = pool.clone();
        wasm_bindgen_futures::spawn_local(async move {
            for tier in [Tier::Core, Tier::Full] {
                match place_data(tier).await {
                    Ok(bytes) => {
                        *waiting.0.borrow_mut().data(tier) = Data::Here { bytes, told: false };
                        waiting.pump();
                    }
                    Err(message) => {
                        waiting.refuse(tier, message);
                        break;
                    }
                }
            }
        });
        pool
    }

    /// Goes on without a tier. Every worker refuses the same bytes: the page is told once. Without the core
    /// tier there can be no full one.
    fn refuse(&self, tier: Tier, message: &str) {
        {
            let mut inner = self.0.borrow_mut();
            if matches!(std::mem::replace(inner.data(tier), Data::Missing), Data::Missing) {
                return;
            }
            if tier == Tier::Core {
                inner.full = Data::Missing;
            }
        }
        let rest = match tier {
            Tier::Core => "Until then dates are found, places are not.",
            Tier::Full => "Until then larger places are found, small ones are not.",
        };
        self.emit(PoolEvent::GazetteerFailed { tier, message: format!("{message} {rest}") });
        self.pump();
    }

    /// Looks a name up in the gazetteer, before any file that waits.
    pub fn find(&self, name: String) -> RequestId {
        let id = self.next_id();
        let source = Source { name, modified: None };
        let job = Job { id, source, options: Options::default(), input: Input::Name };
        self.0.borrow_mut().queue.push_front(job);
        self.pump();
        id
    }

    /// Queues a file. Its id comes back in every event about it.
    pub fn analyse(&self, source: Source, input: Input, options: Options) -> RequestId {
        let id = self.next_id();
        self.0.borrow_mut().queue.push_back(Job { id, source, options, input });
        self.pump();
        id
    }

    /// Queues a file that was read before, behind all that were not.
    pub fn analyse_later(&self, source: Source, input: Input, options: Options) -> RequestId {
        let id = self.next_id();
        self.0.borrow_mut().later.push_back(Job { id, source, options, input });
        self.pump();
        id
    }

    /// Gives a file up: it leaves the queue, or the worker that reads it is replaced. Answered by `Failed`.
    pub fn cancel(&self, id: RequestId) {
        let (waiting, reading) = {
            let mut inner = self.0.borrow_mut();
            let before = inner.queue.len() + inner.later.len();
            inner.queue.retain(|job| job.id != id);
            inner.later.retain(|job| job.id != id);
            let reading =
                inner.slots.iter().position(|slot| matches!(&slot.doing, Doing::Busy(job) if job.id == id));
            (inner.queue.len() + inner.later.len() < before, reading)
        };
        if let Some(number) = reading {
            self.replace(number);
        }
        if waiting || reading.is_some() {
            self.emit(PoolEvent::Failed { id, message: "Cancelled.".to_owned() });
        }
        self.pump();
    }

    fn next_id(&self) -> RequestId {
        let mut inner = self.0.borrow_mut();
        inner.next_id += 1;
        RequestId(inner.next_id)
    }

    fn emit(&self, event: PoolEvent) {
        let on_event = self.0.borrow().on_event.clone();
        on_event(event);
    }

    fn new_slot(&self, number: usize) -> Slot {
        let worker = start_worker(&META.with(ImportMeta::url), &wasm_bindgen::module());
        let pool = Rc::downgrade(&self.0);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(inner) = pool.upgrade() {
                Self(inner).hear(number, &event.data());
            }
        });
        let pool = Rc::downgrade(&self.0);
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // what kills a worker is reported through the pool, not through the console
            event.prevent_default();
            if let Some(inner) = pool.upgrade() {
                Self(inner).bury(number);
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        Slot { worker, doing: Doing::Starting, tier: None, _on_message: on_message, _on_error: on_error }
    }

    fn hear(&self, number: usize, data: &JsValue) {
        if data.as_string().as_deref() == Some(READY) {
            let first = {
                let mut inner = self.0.borrow_mut();
                inner.slots[number].doing = Doing::Waiting;
                inner.failed_starts = 0;
                !std::mem::replace(&mut inner.said_ready, true)
            };
            if first {
                self.emit(PoolEvent::Ready);
            }
            self.pump();
            return;
        }
        let bytes = data.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default();
        let Some(response) = decode::<Response>(&bytes) else {
            self.bury(number);
            return;
        };
        let (mut loading, mut tier) = (None, None);
        if response.is_final() {
            {
                let slot = &mut self.0.borrow_mut().slots[number];
                if let Doing::Loading(tier) = std::mem::replace(&mut slot.doing, Doing::Idle) {
                    loading = Some(tier);
                    if matches!(response, Response::GazetteerReady { .. }) {
                        slot.tier = loading;
                    }
                }
                tier = slot.tier;
            }
            // what the worker refuses is not to be sent to it again
            if !matches!((loading, &response), (Some(_), Response::Failed { .. })) {
                self.pump();
            }
        }
        match response {
            Response::Progress { id, share } => self.emit(PoolEvent::Progress { id, share }),
            Response::Found { id, places } => self.emit(PoolEvent::Found { id, places }),
            Response::Done { id, analysis } => self.emit(PoolEvent::Done { id, analysis, tier }),
            Response::GazetteerReady { places, .. } => {
                let Some(tier) = loading else { return };
                let news = match self.0.borrow_mut().data(tier) {
                    Data::Here { told, .. } => !std::mem::replace(told, true),
                    Data::Coming | Data::Missing => false,
                };
                if news {
                    self.emit(PoolEvent::Gazetteer { tier, places });
                }
            }
            Response::Failed { id, message } => match loading {
                Some(tier) => {
                    self.refuse(tier, &message);
                    self.pump();
                }
                None => self.emit(PoolEvent::Failed { id, message }),
            },
        }
    }

    /// A worker died: its file is reported, and another takes its place.
    fn bury(&self, number: usize) {
        let (was, hopeless) = {
            let mut inner = self.0.borrow_mut();
            let was = std::mem::replace(&mut inner.slots[number].doing, Doing::Broken);
            if matches!(was, Doing::Starting) {
                inner.failed_starts += 1;
            }
            (was, inner.failed_starts > START_TRIES)
        };
        if !hopeless {
            self.replace(number);
        }
        match was {
            Doing::Busy(job) => {
                let message = format!(
                    "{} could not be read: its reader stopped. Other files are not affected.",
                    job.source.name
                );
                self.emit(PoolEvent::Failed { id: job.id, message });
            }
            // the next worker would die of the same bytes, and the next
            Doing::Loading(tier) => {
                self.refuse(tier, "The place data could not be used: its reader stopped. Reload the page.")
            }
            _ => {}
        }
        self.pump();
    }

    fn replace(&self, number: usize) {
        let slot = self.new_slot(number);
        let _old = std::mem::replace(&mut self.0.borrow_mut().slots[number], slot);
    }

    /// Sends out what can go out. Where no worker can be started, every waiting file is told so.
    fn pump(&self) {
        let (unsent, hopeless) = {
            let mut inner = self.0.borrow_mut();
            let unsent = inner.send_out();
            let broken = inner.slots.iter().all(|slot| matches!(slot.doing, Doing::Broken));
            let hopeless = broken && !inner.slots.is_empty();
            let mut lost = VecDeque::new();
            if hopeless {
                lost.append(&mut inner.queue);
                lost.append(&mut inner.later);
            }
            (unsent, lost)
        };
        for number in unsent {
            self.bury(number);
        }
        for job in hopeless {
            let message = format!("{} could not be read: the browser starts no worker.", job.source.name);
            self.emit(PoolEvent::Failed { id: job.id, message });
        }
    }
}

impl Inner {
    fn data(&mut self, tier: Tier) -> &mut Data {
        match tier {
            Tier::Core => &mut self.core,
            Tier::Full => &mut self.full,
        }
    }

    /// Gives every free worker something to do, as far as there is something. Answers the slots whose
    /// message the browser refused.
    fn send_out(&mut self) -> Vec<usize> {
        let mut unsent = Vec::new();
        for number in 0..self.slots.len() {
            if matches!(self.slots[number].doing, Doing::Waiting) {
                match &self.core {
                    Data::Coming => {}
                    Data::Missing => self.slots[number].doing = Doing::Idle,
                    Data::Here { .. } => self.load(number, Tier::Core, &mut unsent),
                }
            }
        }
        // workers that have all place data go first
        for number in 0..self.slots.len() {
            if self.slots[number].tier >= self.best() {
                self.give_work(number, &mut unsent);
            }
        }
        // another gets it where a file waits for it, and one at any rate
        let on_the_way = |slot: &&Slot| matches!(slot.doing, Doing::Loading(Tier::Full));
        let mut loading = self.slots.iter().filter(on_the_way).count();
        let mut warm = loading > 0 || self.slots.iter().any(|slot| slot.tier >= self.best());
        for number in 0..self.slots.len() {
            let slot = &self.slots[number];
            let free = matches!(slot.doing, Doing::Idle) && slot.tier < self.best();
            if free && (!warm || self.queue.len() + self.later.len() > loading) {
                self.load(number, Tier::Full, &mut unsent);
                (loading, warm) = (loading + 1, true);
            }
        }
        unsent
    }

    /// The place data that a worker can have by now.
    fn best(&self) -> Option<Tier> {
        match (self.core.bytes(), self.full.bytes()) {
            (Some(_), Some(_)) => Some(Tier::Full),
            (Some(_), None) => Some(Tier::Core),
            (None, _) => None,
        }
    }

    fn load(&mut self, number: usize, tier: Tier, unsent: &mut Vec<usize>) {
        self.next_id += 1;
        let id = RequestId(self.next_id);
        let Some(bytes) = self.data(tier).bytes().cloned() else { return };
        let slot = &mut self.slots[number];
        slot.doing = Doing::Loading(tier);
        if !slot.send(&Request::LoadGazetteer { id, tier }, &bytes) {
            unsent.push(number);
        }
    }

    fn give_work(&mut self, number: usize, unsent: &mut Vec<usize>) {
        let slot = &mut self.slots[number];
        if !matches!(slot.doing, Doing::Idle) {
            return;
        }
        let Some(job) = self.queue.pop_front().or_else(|| self.later.pop_front()) else { return };
        let (id, source) = (job.id, job.source.clone());
        let request = match job.input {
            Input::Name => Request::Find { id, name: source.name },
            _ => Request::Analyse { id, source, options: job.options.clone() },
        };
        let sent = match &job.input {
            Input::File(file) => slot.send(&request, file),
            Input::Bytes(bytes) => slot.send(&request, &Uint8Array::from(bytes.as_slice())),
            Input::Name => slot.send(&request, &Uint8Array::new_with_length(0)),
        };
        slot.doing = Doing::Busy(job);
        if !sent {
            unsent.push(number);
        }
    }
}

/// Fetches a tier of the place data and unpacks it; or says why it is not to be had.
///
/// # Errors
/// When the host does not send it, or what it sends is cut short or altered.
pub async fn place_data(tier: Tier) -> Result<Blob, &'static str> {
    const MISSING: &str = "The place data could not be loaded. Reload the page to try again.";
    let address = match tier {
        Tier::Core => CORE,
        Tier::Full => FULL,
    };
    let base = web_sys::window().and_then(|w| w.document()?.base_uri().ok()?).ok_or(MISSING)?;
    let url = web_sys::Url::new_with_base(address, &base).map_err(|_| MISSING)?;
    match fetch_unpacked(&url.href()).await {
        Ok(unpacked) => unpacked.dyn_into().map_err(|_| MISSING),
        Err(_) => Err("The place data is cut short or was altered on its way. Reload the page to try again."),
    }
}

impl Slot {
    /// Posts a header and its payload; answers whether the browser took them.
    fn send(&self, request: &Request, payload: &JsValue) -> bool {
        let header = Uint8Array::from(encode(request).as_slice());
        self.worker.post_message(&Array::of2(&header, payload)).is_ok()
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        // before the closures go that they call
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

/// Whether this code runs inside a worker.
#[must_use]
pub fn in_worker() -> bool {
    js_sys::global().is_instance_of::<DedicatedWorkerGlobalScope>()
}

/// Reads bytes in an encoding from before Unicode, as the browser does for its pages.
fn decode_legacy(name: &str, bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label(name).ok()?.decode_with_u8_array(bytes).ok()
}

/// The worker's side: answers requests for as long as the worker lives. Called by `js/worker.js`, and
/// exported for it here, not from a binary, so that whatever links the engine has working workers.
#[wasm_bindgen(js_name = serveWorker)]
pub fn serve() {
    console_error_panic_hook::set_once();
    crate::ingest::use_platform_decoder(decode_legacy);
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let post = scope.clone();
    let mut state = State::default();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message: Array = event.data().unchecked_into();
        let header = Uint8Array::new(&message.get(0)).to_vec();
        let mut answer = |response: Response| {
            let bytes = Uint8Array::from(encode(&response).as_slice());
            // the bytes are this response's alone: hand them over instead of copying them again
            let _ = post.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
        };
        // an error here is a dead worker to the pool, which reports the file
        let Some(request) = decode::<Request>(&header) else { wasm_bindgen::throw_str("no request") };
        match read(&message.get(1)) {
            Some(payload) => host::handle(request, payload, &mut state, &mut answer),
            None => answer(Response::Failed {
                id: request.id(),
                message: match &request {
                    Request::Analyse { source, .. } => {
                        format!(
                            "{} could not be opened: it was moved, changed or may not be read.",
                            source.name
                        )
                    }
                    Request::Find { .. } | Request::LoadGazetteer { .. } => {
                        "The place data could not be read.".to_owned()
                    }
                },
            }),
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // the handler lives as long as the worker
    on_message.forget();
    let _ = scope.post_message(&JsValue::from_str(READY));
}

/// A payload's bytes; `None` for a file that can no longer be read.
fn read(payload: &JsValue) -> Option<Vec<u8>> {
    if let Some(file) = payload.dyn_ref::<Blob>() {
        let buffer = FileReaderSync::new().ok()?.read_as_array_buffer(file).ok()?;
        return Some(Uint8Array::new(&buffer).to_vec());
    }
    payload.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}
