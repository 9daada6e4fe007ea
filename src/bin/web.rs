//! The page and its workers: one wasm module.
fn main() {}
