//! The page: signals, and components that draw what [`crate::view`] computed.
//!
//! - [`mount`] puts the page into the document's body.
//! - `state`: every signal of the page in one `Copy` struct behind a newtype context.
//! - `intake`: files in, analyses out, at a pace that leaves every frame its time.
//! - `search`: the words asked for, a few milliseconds at a time.
//! - `select`: what a click anywhere means everywhere else.
//! - `hooks`: the browser's events as signals. `components`: one file each.

#![allow(unreachable_pub, reason = "the component macro makes its props pub, whatever the component is")]

mod app;
mod components;
mod hooks;
mod intake;
mod keep;
mod search;
mod select;
mod state;

/// Puts the page into the document's body.
pub fn mount() {
    leptos::mount::mount_to_body(app::App);
}
