use leptos::prelude::*;

/// A choice that lasts over reloads: read from the browser's storage, and written there whenever it changes.
/// A browser that keeps nothing keeps it as long as the page.
pub(in crate::ui) fn use_stored<T: Clone + Default + Send + Sync + 'static>(
    key: &'static str,
    read: fn(&str) -> Option<T>,
    write: fn(&T) -> String,
) -> RwSignal<T> {
    let storage = || window().local_storage().ok().flatten();
    let known = storage().and_then(|storage| storage.get_item(key).ok().flatten());
    let value = RwSignal::new(known.and_then(|text| read(&text)).unwrap_or_default());
    Effect::new(move |_| {
        let text = value.with(write);
        if let Some(storage) = storage() {
            let _ = storage.set_item(key, &text);
        }
    });
    value
}
