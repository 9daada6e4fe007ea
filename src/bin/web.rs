//! The page and its workers: one wasm module. On the page it mounts the interface; in a worker it waits
//! until `js/worker.js` calls [`dateline::worker::client::serve`].

#[cfg(target_arch = "wasm32")]
fn main() {
    if !dateline::worker::client::in_worker() {
        console_error_panic_hook::set_once();
        dateline::ui::mount();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "This binary is the web page: build it with `cargo xtask run`.");
    std::process::ExitCode::FAILURE
}
