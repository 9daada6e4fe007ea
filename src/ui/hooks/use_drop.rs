use super::now;
use crate::ingest::Source;
use crate::timex::Day;
use crate::ui::intake::Given;
use crate::view::sorted;
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Function, Promise};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, DataTransferItem, File, FileList, FileSystemDirectoryEntry, FileSystemEntry,
    FileSystemFileEntry,
};

/// Longest stretch of asking about files, in milliseconds.
const SLICE: f64 = 8.0;

/// Files with what to call them.
type Found = Vec<(Source, Given)>;

/// Makes the whole page a drop zone for files and folders. Answers whether something is held over it.
pub(in crate::ui) fn use_drop(on_files: impl Fn(Found) + Clone + 'static) -> ReadSignal<bool> {
    let (over, set_over) = signal(false);
    let carries_files = |transfer: Option<DataTransfer>| {
        transfer.is_some_and(|transfer| transfer.types().iter().any(|kind| kind == "Files"))
    };
    let on_over = window_event_listener(ev::dragover, move |event| {
        if carries_files(event.data_transfer()) {
            event.prevent_default();
            set_over.set(true);
        }
    });
    let on_leave = window_event_listener(ev::dragleave, move |event| {
        // a leave towards another element of the page has that element as its target's relative
        if event.related_target().is_none() {
            set_over.set(false);
        }
    });
    let on_drop = window_event_listener(ev::drop, move |event| {
        set_over.set(false);
        let Some(transfer) = event.data_transfer() else { return };
        if !carries_files(Some(transfer.clone())) {
            return;
        }
        event.prevent_default();
        // items must be taken before the event is over; only then can the folders be walked
        let items = transfer.items();
        let dropped: Vec<Dropped> =
            (0..items.length()).filter_map(|index| taken(&items.get(index)?)).collect();
        let on_files = on_files.clone();
        if dropped.is_empty() {
            on_files(from_list(transfer.files()));
            return;
        }
        leptos::task::spawn_local(async move {
            let mut found = Vec::new();
            let mut began = now();
            for one in dropped {
                match one {
                    Dropped::File(file) => {
                        let name = file.name();
                        found.push(given(file, name));
                    }
                    Dropped::Entry(entry) => walk(entry, &mut found).await,
                }
                // the first question about a file goes to the disk: hundreds of them are asked in slices
                if now() - began > SLICE {
                    TimeoutFuture::new(0).await;
                    began = now();
                }
            }
            on_files(found);
        });
    });
    on_cleanup(move || {
        on_over.remove();
        on_leave.remove();
        on_drop.remove();
    });
    over
}

/// What was dropped.
enum Dropped {
    File(File),
    /// A file or a folder.
    Entry(FileSystemEntry),
}

/// An item of a drop. An entry is asked for only where it may be a folder, which has no type: the question
/// goes to another process and back, and hundreds of them would hold the page.
fn taken(item: &DataTransferItem) -> Option<Dropped> {
    if item.type_().starts_with("text/")
        && let Ok(Some(file)) = item.get_as_file()
    {
        return Some(Dropped::File(file));
    }
    item.webkit_get_as_entry().ok().flatten().map(Dropped::Entry)
}

/// Takes text pasted anywhere but into a field.
pub(in crate::ui) fn use_paste(on_files: impl Fn(Found) + 'static) {
    let listener = window_event_listener(ev::paste, move |event| {
        let in_field = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| element.closest("input, textarea").is_ok_and(|found| found.is_some()));
        let event: &web_sys::ClipboardEvent = event.unchecked_ref();
        let Some(data) = event.clipboard_data().filter(|_| !in_field) else { return };
        let files = from_list(data.files());
        if !files.is_empty() {
            event.prevent_default();
            on_files(files);
            return;
        }
        let text = data.get_data("text/plain").unwrap_or_default();
        if !text.trim().is_empty() {
            event.prevent_default();
            let source = Source { name: "Pasted text".to_owned(), modified: None };
            on_files(vec![(source, Given::Bytes(text.into_bytes()))]);
        }
    });
    on_cleanup(move || listener.remove());
}

/// The files of a file input or of a clipboard.
pub(in crate::ui) fn from_list(list: Option<FileList>) -> Found {
    let Some(list) = list else { return Vec::new() };
    (0..list.length())
        .filter_map(|index| list.get(index))
        .map(|file| {
            let name = file.name();
            given(file, name)
        })
        .collect()
}

fn given(file: File, name: String) -> (Source, Given) {
    let days = (file.last_modified() / 86_400_000.0).floor() as i32;
    (Source { name, modified: Some(Day::from_number(days).iso()) }, Given::File(file.into()))
}

/// Adds every file at or below an entry. What cannot be read (a folder without permission) is left out.
async fn walk(entry: FileSystemEntry, found: &mut Found) {
    let mut waiting = vec![entry];
    while let Some(entry) = waiting.pop() {
        let path = entry.full_path().trim_start_matches('/').to_owned();
        if entry.is_file() {
            let entry: &FileSystemFileEntry = entry.unchecked_ref();
            let file = call(|resolve, reject| entry.file_with_callback_and_callback(resolve, reject)).await;
            if let Some(file) = file {
                found.push(given(file.unchecked_into(), path));
            }
        } else if entry.is_directory() {
            let reader = entry.unchecked_ref::<FileSystemDirectoryEntry>().create_reader();
            let mut inside: Vec<FileSystemEntry> = Vec::new();
            // a reader gives a hundred entries at a time, and none at the end
            while let Some(batch) = call(|resolve, reject| {
                reader.read_entries_with_callback_and_callback(resolve, reject).unwrap_or_default();
            })
            .await
            {
                let batch: Array = batch.unchecked_into();
                if batch.length() == 0 {
                    break;
                }
                inside.extend(batch.iter().map(JsCast::unchecked_into));
            }
            inside = sorted(inside, &|a, b| b.name().cmp(&a.name()));
            // hidden files are the system's, not the user's
            inside.retain(|entry| !entry.name().starts_with('.'));
            waiting.extend(inside);
        }
    }
}

/// Turns a function with two callbacks into a value; `None` where the second was called.
async fn call(start: impl FnOnce(&Function, &Function)) -> Option<JsValue> {
    let mut start = Some(start);
    let promise = Promise::new(&mut |resolve, reject| {
        if let Some(start) = start.take() {
            start(&resolve, &reject);
        }
    });
    JsFuture::from(promise).await.ok()
}
