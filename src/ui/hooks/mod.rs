//! The browser's events as signals, one hook a file, and its few plain functions.

mod use_address;
mod use_drop;
mod use_key;
mod use_menus;
mod use_print;
mod use_size;
mod use_stored;
mod use_theme;

pub(super) use use_address::use_address;
pub(super) use use_drop::{from_list, use_drop, use_paste};
pub(super) use use_key::use_key;
pub(super) use use_menus::use_menus;
pub(super) use use_print::use_print;
pub(super) use use_size::use_size;
pub(super) use use_stored::use_stored;
pub(super) use use_theme::{Theme, use_theme};

use leptos::prelude::*;

/// Milliseconds since the page was opened.
pub(super) fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// The bytes at an address relative to the page; `None` where they are not to be had.
pub(super) async fn fetch(address: &str) -> Option<Vec<u8>> {
    let base = document().base_uri().ok().flatten()?;
    let url = web_sys::Url::new_with_base(address, &base).ok()?;
    let response = gloo::net::http::Request::get(&url.href()).send().await.ok()?;
    if response.ok() { response.binary().await.ok() } else { None }
}

/// Whether the user asked for less motion.
pub(super) fn calm() -> bool {
    matches!(window().match_media("(prefers-reduced-motion: reduce)"), Ok(Some(query)) if query.matches())
}
