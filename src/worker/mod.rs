//! The engine behind a typed protocol: [`protocol`] is data, [`host`] is pure, `client` (wasm only)
//! is the browser's transport and the pool.

pub mod host;
pub mod protocol;

#[cfg(target_arch = "wasm32")]
pub mod client;
