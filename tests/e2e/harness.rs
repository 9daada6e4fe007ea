//! The built page in headless Chromium: a browser for each test, what it says, and how it is used.
//! Shared by the tests and the benchmark, which waits by a clock.
#![allow(clippy::disallowed_methods, reason = "a native program may read the clock")]

use crate::server::{Host, Log, Tamper, Trap};
use headless_chrome::protocol::cdp::Input::{
    DispatchDragEvent, DispatchDragEventTypeOption as Drag, DragData,
};
use headless_chrome::protocol::cdp::Log::LogEntryLevel;
use headless_chrome::protocol::cdp::Page::{AddScriptToEvaluateOnNewDocument, CaptureScreenshotFormatOption};
use headless_chrome::protocol::cdp::Runtime::ConsoleAPICalledEventTypeOption as Console;
use headless_chrome::protocol::cdp::types::{Event, Method};
use headless_chrome::{Browser, LaunchOptionsBuilder, Tab};
use serde::Serialize;
use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// Where the page stands on its host, as on GitHub Pages.
pub(crate) const PREFIX: &str = "/some/sub/";
/// The window's size in pixels.
pub(crate) const WINDOW: (u32, u32) = (1280, 900);
/// How long a condition may take to come true. Generous: it is reached only when a test fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// `Runtime.evaluate` with the value itself as its answer, not a handle to it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Evaluate<'a> {
    expression: &'a str,
    await_promise: bool,
    return_by_value: bool,
}

impl Method for Evaluate<'_> {
    const NAME: &'static str = "Runtime.evaluate";
    type ReturnObject = Value;
}

/// `Network.enable`; its answer says nothing.
#[derive(Debug, Serialize)]
struct EnableNetwork {}

impl Method for EnableNetwork {
    const NAME: &'static str = "Network.enable";
    type ReturnObject = Value;
}

/// A browser with the page open, and all that must not happen in it.
pub(crate) struct Session {
    /// The page.
    pub(crate) tab: Arc<Tab>,
    /// Who serves it.
    pub(crate) host: Host,
    /// Who waits for requests to other hosts.
    pub(crate) trap: Trap,
    /// Warnings, errors and exceptions from the console.
    pub(crate) problems: Log,
    /// The addresses that the page asked for.
    pub(crate) requests: Log,
    // dropping it ends the browser
    browser: Browser,
}

impl Session {
    /// Opens the page; `script` runs in it before its own.
    pub(crate) fn open(script: &str) -> Self {
        Self::open_from(script, Arc::new(|_, body| body))
    }

    /// Opens the page from a host that does something to what it sends.
    pub(crate) fn open_from(script: &str, tamper: Tamper) -> Self {
        let host = Host::serve(dist(), PREFIX, tamper).expect("a free port");
        let trap = Trap::open().expect("a free port");
        let proxy = format!("--proxy-server=http://127.0.0.1:{}", trap.port);
        let flags = [
            proxy.as_str(),
            "--proxy-bypass-list=127.0.0.1",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-features=MediaRouter,OptimizationHints",
            "--disable-sync",
            "--no-first-run",
        ];
        let options = LaunchOptionsBuilder::default()
            .path(Some(chromium()))
            // as root, as in most containers, Chromium starts only without it
            .sandbox(false)
            .window_size(Some(WINDOW))
            .idle_browser_timeout(Duration::from_secs(300))
            .args(flags.iter().map(OsStr::new).collect())
            .build()
            .expect("launch options");
        let browser = Browser::new(options).expect("Chromium starts");
        let tab = browser.new_tab().expect("a tab");
        tab.set_default_timeout(PATIENCE);
        let (problems, requests) = watch(&tab);
        if !script.is_empty() {
            call(
                &tab,
                AddScriptToEvaluateOnNewDocument {
                    source: script.to_owned(),
                    world_name: None,
                    include_command_line_api: None,
                    run_immediately: None,
                },
            );
        }
        tab.navigate_to(&host.url).expect("the page's address");
        let session = Self { tab, host, trap, problems, requests, browser };
        session.until_true("the page is drawn", "!!document.querySelector('main')");
        session
    }

    /// Another tab of the same browser.
    pub(crate) fn tab_beside(&self) -> Arc<Tab> {
        self.browser.new_tab().expect("a tab")
    }

    /// What an expression in the page yields, as JSON; promises are waited for.
    pub(crate) fn eval(&self, expression: &str) -> Value {
        let method = Evaluate { expression, await_promise: true, return_by_value: true };
        let answer = call(&self.tab, method);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// Waits until an expression in the page is true.
    pub(crate) fn until_true(&self, what: &str, expression: &str) {
        self.until(what, || (self.eval(expression) == Value::Bool(true)).then_some(()));
    }

    /// Waits until `find` finds something; fails with what the page shows then.
    pub(crate) fn until<T>(&self, what: &str, find: impl Fn() -> Option<T>) -> T {
        let began = Instant::now();
        loop {
            if let Some(found) = find() {
                return found;
            }
            if began.elapsed() > PATIENCE {
                let shot = self.shot("failure");
                let text = self.eval("document.body.innerText.slice(0, 3000)");
                let problems = self.problems.lines();
                panic!("never: {what}\npage: {text}\nconsole: {problems:?}\nscreenshot: {}", shot.display());
            }
            thread::sleep(Duration::from_millis(25));
        }
    }

    /// Drops files from the disk in the middle of the page, as the mouse would.
    pub(crate) fn drop_files(&self, files: &[PathBuf]) {
        let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        for step in [Drag::DragEnter, Drag::DragOver, Drag::Drop] {
            call(
                &self.tab,
                DispatchDragEvent {
                    Type: step,
                    x: f64::from(WINDOW.0) / 2.0,
                    y: f64::from(WINDOW.1) / 2.0,
                    modifiers: None,
                    data: DragData { items: Vec::new(), files: Some(files.clone()), drag_operations_mask: 1 },
                },
            );
        }
    }

    /// Saves what is seen; answers where.
    pub(crate) fn shot(&self, name: &str) -> PathBuf {
        let png = self
            .tab
            .capture_screenshot(CaptureScreenshotFormatOption::Png, None, None, true)
            .expect("a screenshot");
        let file = scratch(&format!("{name}.png"));
        fs::write(&file, png).expect("the test's own folder");
        file
    }
}

/// Calls a method of the DevTools protocol.
pub(crate) fn call<M>(tab: &Tab, method: M) -> M::ReturnObject
where
    M: Method + Serialize,
{
    tab.call_method(method).unwrap_or_else(|error| panic!("{}: {error}", M::NAME))
}

/// A path in the folder that Cargo keeps for these tests.
pub(crate) fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// The built page.
pub(crate) fn dist() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(dist.join("index.html").exists(), "no page in dist/: build it with `cargo xtask dist`");
    dist
}

/// The browser: what `CHROME` names, else the first known name on PATH.
fn chromium() -> PathBuf {
    if let Some(chosen) = env::var_os("CHROME") {
        return chosen.into();
    }
    let path = env::var_os("PATH").unwrap_or_default();
    ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
        .expect("Chromium on PATH")
}

/// Collects what the console says that a finished page should not say, and what the page asks for.
fn watch(tab: &Tab) -> (Log, Log) {
    let (problems, requests) = (Log::default(), Log::default());
    let (noted, asked) = (problems.clone(), requests.clone());
    tab.add_event_listener(Arc::new(move |event: &Event| match event {
        Event::NetworkRequestWillBeSent(event) => asked.push(event.params.request.url.as_str()),
        Event::LogEntryAdded(event) => {
            let entry = &event.params.entry;
            if matches!(entry.level, LogEntryLevel::Warning | LogEntryLevel::Error) {
                noted.push(format!(
                    "{:?}: {} {}",
                    entry.level,
                    entry.text,
                    entry.url.as_deref().unwrap_or("")
                ));
            }
        }
        Event::RuntimeConsoleAPICalled(event) => {
            let kind = &event.params.Type;
            if matches!(kind, Console::Warning | Console::Error | Console::Assert) {
                let said: Vec<String> =
                    event.params.args.iter().map(|arg| format!("{:?}", arg.value)).collect();
                noted.push(format!("{kind:?}: {}", said.join(" ")));
            }
        }
        Event::RuntimeExceptionThrown(event) => {
            let details = &event.params.exception_details;
            let what = details.exception.as_ref().and_then(|e| e.description.clone()).unwrap_or_default();
            noted.push(format!("{} {what}", details.text));
        }
        _ => {}
    }))
    .expect("a listener");
    tab.enable_log().expect("the log");
    tab.enable_runtime().expect("the runtime");
    call(tab, EnableNetwork {});
    (problems, requests)
}
