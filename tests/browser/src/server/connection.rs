//! HTTP/1.1 by hand, as much as browsers need from a static host: GET, HEAD, keep-alive, ETag.

use super::{File, Seen, Shared, lock};
use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const LONGEST_HEAD: usize = 64 * 1024;
/// Bytes of a page that is sent slowly, and the pause after them.
const PIECE: usize = 1024;
const BETWEEN_PIECES: Duration = Duration::from_millis(40);

pub(super) async fn accept(listener: std::net::TcpListener, shared: Arc<Shared>) {
    let listener =
        TcpListener::from_std(listener).expect("the listener is not blocking and the runtime runs");
    while let Ok((stream, _)) = listener.accept().await {
        let shared = Arc::clone(&shared);
        // A connection that breaks off is the browser's business.
        tokio::spawn(async move { converse(stream, &shared).await.ok() });
    }
}

struct Request {
    method: String,
    path: String,
    host: String,
    brotli: bool,
    tag: Option<String>,
}

async fn converse(mut stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut buffer = Vec::new();
    while let Some(head) = read_head(&mut stream, &mut buffer).await? {
        let Some(request) = parse(&head) else {
            return stream.write_all(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n").await;
        };
        wait_while_held(shared, &request.path).await;
        let slowly = shared.site.piecewise && request.path.ends_with('/');
        let (status, bytes) = answer(shared, &request);
        // Logged before it is sent: a test that has seen the effect finds the cause.
        let Request { method, path, host, .. } = request;
        lock(&shared.seen).push(Seen { method, path, host, status, sent: bytes.len() });
        for piece in bytes.chunks(if slowly { PIECE } else { bytes.len().max(1) }) {
            stream.write_all(piece).await?;
            if slowly {
                tokio::time::sleep(BETWEEN_PIECES).await;
            }
        }
    }
    Ok(())
}

/// One request's head as text; what came after it stays in the buffer. `None` at the end.
async fn read_head(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> std::io::Result<Option<String>> {
    loop {
        if let Some(end) = buffer.windows(4).position(|four| four == b"\r\n\r\n") {
            let rest = buffer.split_off(end + 4);
            let head = std::mem::replace(buffer, rest);
            return Ok(Some(String::from_utf8_lossy(&head).into_owned()));
        }
        if buffer.len() > LONGEST_HEAD || stream.read_buf(buffer).await? == 0 {
            return Ok(None);
        }
    }
}

fn parse(head: &str) -> Option<Request> {
    let mut lines = head.split("\r\n");
    let mut first = lines.next()?.split(' ');
    let method = first.next()?.to_owned();
    let target = first.next()?;
    let path = target.split(['?', '#']).next()?.to_owned();
    let mut request = Request { method, path, host: String::new(), brotli: false, tag: None };
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "host" => value.clone_into(&mut request.host),
            "accept-encoding" => request.brotli = value.split(',').any(|one| one.trim() == "br"),
            "if-none-match" => request.tag = Some(value.to_owned()),
            _ => {}
        }
    }
    Some(request)
}

async fn wait_while_held(shared: &Shared, path: &str) {
    let mut held = shared.held.subscribe();
    held.wait_for(|parts| !parts.iter().any(|part| path.contains(part.as_str()))).await.ok();
}

fn answer(shared: &Shared, request: &Request) -> (u16, Vec<u8>) {
    let broken = lock(&shared.broken).iter().find(|(part, _)| request.path.contains(part.as_str())).cloned();
    if let Some((_, status)) = broken {
        return (status, plain(status, "Broken by the test", ""));
    }
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return (405, plain(405, "Method Not Allowed", "allow: GET, HEAD\r\n"));
    }
    if let Some(file) = shared.files.get(&request.path) {
        return send(shared, request, file);
    }
    let folder = format!("{}/", request.path);
    if shared.files.contains_key(&folder) {
        return (301, plain(301, "Moved Permanently", &format!("location: {folder}\r\n")));
    }
    (404, plain(404, "Not Found", ""))
}

fn plain(status: u16, reason: &str, headers: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status} {reason}\r\n{headers}content-length: 0\r\n\r\n").into_bytes()
}

fn send(shared: &Shared, request: &Request, file: &File) -> (u16, Vec<u8>) {
    let site = &shared.site;
    let fresh = site.cached && request.tag.as_deref() == Some(file.tag.as_str());
    let status = if fresh { 304 } else { 200 };
    let compressed = file.brotli.as_ref().filter(|_| request.brotli);
    let body = compressed.unwrap_or(&file.bytes);
    let mut head = format!(
        "HTTP/1.1 {status} {}\r\nx-content-type-options: nosniff\r\n",
        if fresh { "Not Modified" } else { "OK" }
    );
    let mut header = |name: &str, value: &str| {
        write!(head, "{name}: {value}\r\n").expect("writing to a string does not fail");
    };
    if let Some(policy) = file.policy.as_ref().unwrap_or(&site.policy) {
        header("content-security-policy", policy);
    }
    if site.any_origin {
        header("access-control-allow-origin", "*");
    }
    if site.brotli {
        header("vary", "accept-encoding");
    }
    if site.cached {
        header("cache-control", "max-age=600");
        header("etag", &file.tag);
    } else {
        header("cache-control", "no-store");
    }
    if !fresh {
        header("content-type", file.mime);
        header("content-length", &body.len().to_string());
        if compressed.is_some() {
            header("content-encoding", "br");
        }
    }
    head.push_str("\r\n");
    let mut bytes = head.into_bytes();
    if !fresh && request.method == "GET" {
        bytes.extend_from_slice(body);
    }
    (status, bytes)
}
