//! A static file server on loopback: what a static host does, and no more.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::{fs, thread};

/// The first port tried; the next free one is taken.
const PORT: u16 = 8080;

/// Serves `root` until the program is stopped.
pub fn forever(root: &Path) -> Result<()> {
    let listener = (PORT..PORT + 20)
        .find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok())
        .with_context(|| format!("no free port between {PORT} and {}", PORT + 19))?;
    println!("Dateline is at http://{}/ (Ctrl+C stops it)", listener.local_addr()?);
    for stream in listener.incoming().flatten() {
        let root = root.to_owned();
        // a browser that goes away in the middle of an answer is nobody's error
        thread::spawn(move || answer(&root, stream).ok());
    }
    Ok(())
}

fn answer(root: &Path, stream: TcpStream) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream;
    loop {
        let mut request = String::new();
        if reader.read_line(&mut request)? == 0 {
            return Ok(());
        }
        loop {
            let mut header = String::new();
            if reader.read_line(&mut header)? == 0 || header.trim_end().is_empty() {
                break;
            }
        }
        let path = request.split(' ').nth(1).unwrap_or("/");
        let file = inside(root, path);
        let found = file.as_ref().and_then(|file| fs::read(file).ok());
        let (status, kind, body) = match found {
            Some(body) => ("200 OK", mime(file.as_deref()), body),
            None => ("404 Not Found", "text/plain; charset=utf-8", b"Not found".to_vec()),
        };
        write!(
            writer,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\r\n",
            body.len()
        )?;
        writer.write_all(&body)?;
    }
}

/// The file a request path names; `None` for a path that would leave `root`.
fn inside(root: &Path, request: &str) -> Option<PathBuf> {
    let path = request.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let relative = Path::new(if path.is_empty() { "index.html" } else { path });
    relative.components().all(|part| matches!(part, Component::Normal(_))).then(|| root.join(relative))
}

fn mime(file: Option<&Path>) -> &'static str {
    match file.and_then(Path::extension).and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
