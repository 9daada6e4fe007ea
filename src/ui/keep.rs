//! What a reload must not lose: the files that are open and what the user decided, kept by the browser on this
//! machine (`js/keep.js`). A browser that keeps nothing gets one line, and the page goes on.

use super::intake::Given;
use super::state::AppState;
use crate::dossier::{Corrections, DocumentId};
use crate::ingest::Source;
use crate::timex::anchor::Anchor;
use crate::worker::protocol::{decode, encode};
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/js/keep.js")]
extern "C" {
    #[wasm_bindgen(js_name = keepFiles, catch)]
    async fn keep_files(files: Array, sample: bool) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = keepDecisions, catch)]
    async fn keep_decisions(bytes: Uint8Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn kept() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn forget() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = forgetAll, catch)]
    async fn forget_all() -> Result<JsValue, JsValue>;
}

/// The decisions, and the publication days found before the user decided them. The number stands first and
/// grows with every change of their layout: what an older page kept is then left alone.
type Said = (u8, Corrections, BTreeMap<DocumentId, Anchor>);

/// The layout of [`Said`].
const LAYOUT: u8 = 2;

impl AppState {
    /// Keeps files that were just given; they are the ones from number `first` on.
    pub(super) fn keep(&self, first: u32, files: &[(Source, Given)]) {
        let rows = Array::new();
        for ((source, given), number) in files.iter().zip(first..) {
            let content: JsValue = match given {
                Given::File(file) => file.clone().into(),
                Given::Bytes(bytes) => Uint8Array::from(bytes.as_slice()).into(),
            };
            let modified = source.modified.as_deref().map_or(JsValue::NULL, JsValue::from_str);
            rows.push(&Array::of4(&number.into(), &source.name.as_str().into(), &modified, &content));
        }
        let (state, sample) = (*self, self.sample.get_untracked());
        leptos::task::spawn_local(async move {
            if keep_files(rows, sample).await.is_err() {
                state.notify(
                    "This browser keeps nothing for the page (private window, or no room): a reload will lose what is open."
                        .into(),
                );
            }
        });
    }

    /// Keeps every decision from now on.
    pub(super) fn keep_decisions(&self) {
        let state = *self;
        Effect::new(move |before: Option<()>| {
            state.corrections.track();
            if before.is_some() && state.files.with_untracked(|files| !files.is_empty()) {
                let said: Said =
                    (LAYOUT, state.corrections.get_untracked(), state.offered.with_value(Clone::clone));
                let bytes = Uint8Array::from(encode(&said).as_slice());
                // where nothing is kept, the files have said so
                leptos::task::spawn_local(async move { drop(keep_decisions(bytes).await) });
            }
        });
    }

    /// Opens what this tab had open. Answers whether there was anything; `sample` says whether the address asks
    /// for the sample.
    pub(super) async fn bring_back(&self, sample: bool) -> bool {
        let Some(found) = kept().await.ok().and_then(|found| found.dyn_into::<Array>().ok()) else {
            return false;
        };
        let files: Vec<_> = found.get(0).unchecked_into::<Array>().iter().zip(0..).map_while(read).collect();
        let busy = self.files.with_untracked(|files| !files.is_empty());
        if busy || files.is_empty() || found.get(1).is_truthy() != sample {
            return false;
        }
        let said =
            found.get(2).dyn_into::<Uint8Array>().ok().and_then(|bytes| decode::<Said>(&bytes.to_vec()));
        if let Some((LAYOUT, corrections, offered)) = said {
            self.corrections.set(corrections);
            self.offered.set_value(offered);
        }
        self.sample.set(sample);
        self.take_in(files);
        true
    }

    /// Forgets what this tab keeps.
    pub(super) fn forget(&self) {
        // what was never kept need not be forgotten
        leptos::task::spawn_local(async { drop(forget().await) });
    }

    /// Forgets what any tab has kept.
    pub(super) fn forget_all(&self) {
        let state = *self;
        leptos::task::spawn_local(async move {
            state.notify(match forget_all().await {
                Ok(_) => "Nothing is kept any more: a reload will lose what is open.".into(),
                Err(_) => "This browser keeps nothing for the page.".into(),
            });
        });
    }
}

/// A file as `js/keep.js` keeps it; `None` where one before it is missing, whose number its own hangs on.
fn read((row, number): (JsValue, u32)) -> Option<(Source, Given)> {
    let row: Array = row.dyn_into().ok()?;
    let blob: web_sys::Blob = row.get(3).dyn_into().ok()?;
    let source = Source { name: row.get(1).as_string()?, modified: row.get(2).as_string() };
    (row.get(0).as_f64() == Some(f64::from(number))).then_some((source, Given::File(blob)))
}
