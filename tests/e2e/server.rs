//! What stands around the page: a static host under a sub-path, and a proxy that answers nothing.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Lines that several threads write.
#[derive(Debug, Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    /// Adds a line.
    pub(crate) fn push(&self, line: impl Into<String>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(line.into());
    }

    /// All lines so far.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A static host on loopback, as GitHub Pages is one: files, no headers of its own, a sub-path.
pub(crate) struct Host {
    /// Where the page is.
    pub(crate) url: String,
    /// What was asked for and is not there.
    pub(crate) missing: Log,
}

/// What a host does to a file before it sends it: its path below the prefix, and its bytes. It may take its time.
pub(crate) type Tamper = Arc<dyn Fn(&str, Vec<u8>) -> Vec<u8> + Send + Sync>;

impl Host {
    /// Serves `root` below `prefix` ("/some/sub/") until the test ends.
    pub(crate) fn serve(root: PathBuf, prefix: &'static str, tamper: Tamper) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}{prefix}", listener.local_addr()?);
        let missing = Log::default();
        let noted = missing.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (root, noted, tamper) = (root.clone(), noted.clone(), tamper.clone());
                // a browser that goes away in the middle of an answer is nobody's error
                thread::spawn(move || answer(&root, prefix, stream, &noted, &tamper).ok());
            }
        });
        Ok(Self { url, missing })
    }
}

fn answer(root: &Path, prefix: &str, stream: TcpStream, missing: &Log, tamper: &Tamper) -> io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream;
    loop {
        let Some(request) = head(&mut reader)? else { return Ok(()) };
        let path = request.split(' ').nth(1).unwrap_or("/");
        let file = below(root, prefix, path);
        let found = file.as_deref().and_then(|file| fs::read(file).ok());
        let (status, kind, body) = match found {
            Some(body) => {
                let name = file.as_deref().and_then(|file| file.strip_prefix(root).ok()).unwrap_or(root);
                ("200 OK", mime(file.as_deref()), tamper(&name.to_string_lossy(), body))
            }
            None => {
                missing.push(path);
                ("404 Not Found", "text/plain; charset=utf-8", b"Not found".to_vec())
            }
        };
        write!(
            writer,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\r\n",
            body.len()
        )?;
        writer.write_all(&body)?;
    }
}

/// The request line, with the headers read past; `None` at the end of the connection.
fn head(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut request = String::new();
    if reader.read_line(&mut request)? == 0 {
        return Ok(None);
    }
    let mut header = String::new();
    while reader.read_line(&mut header)? > 0 && !header.trim_end().is_empty() {
        header.clear();
    }
    Ok(Some(request))
}

/// The file a request path names; `None` for a path outside of `prefix` or `root`.
fn below(root: &Path, prefix: &str, request: &str) -> Option<PathBuf> {
    let path = request.split(['?', '#']).next()?.strip_prefix(prefix)?;
    let relative = Path::new(if path.is_empty() { "index.html" } else { path });
    relative.components().all(|part| matches!(part, Component::Normal(_))).then(|| root.join(relative))
}

fn mime(file: Option<&Path>) -> &'static str {
    match file.and_then(Path::extension).and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Hosts that Chromium asks for itself (updates, the clock, its search engine), whatever the page does. That
/// the page does not ask them either, the tests see from the page's own list of requests.
const OF_THE_BROWSER: &[&str] =
    &["google.com", "googleapis.com", "gstatic.com", "gvt1.com", "gvt2.com", "duckduckgo.com"];

/// A proxy that answers nothing: whatever reaches it was meant for another host.
pub(crate) struct Trap {
    /// Its port on loopback.
    pub(crate) port: u16,
    /// The first line of all that reached it, but for what the browser asks of its makers.
    pub(crate) caught: Log,
}

impl Trap {
    /// Opens a trap until the test ends.
    pub(crate) fn open() -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let caught = Log::default();
        let noted = caught.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let noted = noted.clone();
                thread::spawn(move || hear(stream, &noted));
            }
        });
        Ok(Self { port, caught })
    }
}

fn hear(mut stream: TcpStream, caught: &Log) {
    // a connection on which nothing is said is one that the browser keeps in store
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok();
    let mut start = [0; 512];
    let length = stream.read(&mut start).unwrap_or(0);
    let start = String::from_utf8_lossy(&start[..length]);
    let line = start.lines().next().unwrap_or_default();
    let of_the_browser =
        OF_THE_BROWSER.iter().any(|own| host_of(line).is_some_and(|host| is_below(host, own)));
    if !line.is_empty() && !of_the_browser {
        caught.push(line);
    }
}

/// The host in a proxy's request line: `CONNECT host:443 HTTP/1.1`, `GET http://host/path HTTP/1.1`.
fn host_of(line: &str) -> Option<&str> {
    let target = line.split(' ').nth(1)?;
    target.strip_prefix("http://").unwrap_or(target).split(['/', ':', '?']).next()
}

fn is_below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
