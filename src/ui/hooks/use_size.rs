use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// The size of an element's content box in CSS pixels, kept up to date; (0, 0) before it is mounted.
pub(in crate::ui) fn use_size<E>(element: NodeRef<E>) -> ReadSignal<(f64, f64)>
where
    E: ElementType,
    E::Output: JsCast + Clone + AsRef<web_sys::Element> + 'static,
{
    let (size, set_size) = signal((0.0, 0.0));
    Effect::new(move |_| {
        let Some(node) = element.get() else { return };
        let on_resize = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let entry: web_sys::ResizeObserverEntry = entries.get(0).unchecked_into();
            let rect = entry.content_rect();
            let found = (rect.width(), rect.height());
            if size.try_get_untracked().is_some_and(|known| known != found) {
                set_size.set(found);
            }
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(node.as_ref());
            let held = StoredValue::new_local((observer, on_resize));
            on_cleanup(move || held.with_value(|(observer, _)| observer.disconnect()));
        }
    });
    size
}
