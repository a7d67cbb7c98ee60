//! One connection: reads requests, sends what [`answer`](super::answer) says, or becomes a WebSocket.

use super::answer::{Answer, Ask, answer};
use super::host::{is_own_origin, may_ask};
use super::live::Live;
use super::request::{self, Incoming, PATIENCE, Request};
use super::socket::{self, Visitor};
use super::words;
use std::io::{self, Read, Write};
use std::net::{IpAddr, Shutdown, TcpStream};
use std::sync::Arc;
use std::time::Duration;

/// A connection on which nothing is asked for so long is closed.
const IDLE: Duration = Duration::from_secs(60);
/// How long the rest of a refused request is waited for.
const LINGER: Duration = Duration::from_millis(200);

/// Talks until one of the two has had enough.
pub(super) fn converse(mut stream: TcpStream, listens: IpAddr, live: &Arc<Live>) -> io::Result<()> {
    // Without this, answers wait 40 ms for a packet to fill.
    stream.set_nodelay(true)?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut buffer = Vec::new();
    loop {
        stream.set_read_timeout(Some(if buffer.is_empty() { IDLE } else { PATIENCE }))?;
        let request = match request::read(&mut stream, &mut buffer)? {
            Incoming::Request(request) => request,
            Incoming::Nothing => return Ok(()),
            Incoming::Malformed => return refuse(stream, &Answer::text(400, words::MALFORMED)),
            Incoming::TooLong => return refuse(stream, &Answer::text(431, words::TOO_LONG)),
        };
        if live.is_closing() {
            return Ok(());
        }
        if request.target.split('?').next() == Some(socket::PATH) {
            return connect(stream, &request, listens, live);
        }
        let ask = Ask {
            method: &request.method,
            target: &request.target,
            host: request.header("Host"),
            if_none_match: request.header("If-None-Match"),
            if_range: request.header("If-Range"),
            range: request.header("Range"),
        };
        let answer = answer(&live.snapshot(), listens, &ask);
        if !request.stays() {
            return match request.has_body() {
                true => refuse(stream, &answer),
                false => send(&mut stream, &answer, request.method == "HEAD", false),
            };
        }
        send(&mut stream, &answer, request.method == "HEAD", true)?;
    }
}

/// Answers and closes, though the client may still be sending: closed too soon, it would not see the answer.
fn refuse(mut stream: TcpStream, answer: &Answer) -> io::Result<()> {
    send(&mut stream, answer, false, false)?;
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(LINGER))?;
    let mut rest = [0; 4096];
    for _ in 0..64 {
        if stream.read(&mut rest)? == 0 {
            break;
        }
    }
    Ok(())
}

fn send(stream: &mut TcpStream, answer: &Answer, only_head: bool, stays: bool) -> io::Result<()> {
    let Answer { status, headers, body, range } = answer;
    let mut bytes = format!("HTTP/1.1 {status} {}\r\n", reason(*status)).into_bytes();
    for (name, value) in headers {
        write!(bytes, "{name}: {}\r\n", value.replace(['\r', '\n'], " "))?;
    }
    let connection = if stays { "keep-alive" } else { "close" };
    write!(bytes, "Content-Length: {}\r\nConnection: {connection}\r\n\r\n", range.len())?;
    if !only_head && *status != 304 {
        bytes.extend_from_slice(&body[range.clone()]);
    }
    stream.write_all(&bytes)
}

/// Turns the connection into a WebSocket, or says why not.
fn connect(mut stream: TcpStream, request: &Request, listens: IpAddr, live: &Arc<Live>) -> io::Result<()> {
    let host = request.header("Host").unwrap_or_default();
    let own = request.header("Origin").is_none_or(|origin| is_own_origin(origin, host));
    let asks = request.has_word("Upgrade", "websocket") && request.has_word("Connection", "upgrade");
    let refused = match request.header("Sec-WebSocket-Key") {
        _ if !may_ask(host, listens) || !own => Answer::text(403, words::NOT_OUR_NAME),
        Some(key) if request.method == "GET" && asks && request.header("Sec-WebSocket-Version") == Some("13") => {
            let head = format!(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
                 Sec-WebSocket-Accept: {}\r\n\r\n",
                socket::accept(key)
            );
            stream.write_all(head.as_bytes())?;
            return socket::keep_informed(stream, &Visitor::of(&request.target), live);
        }
        _ => Answer::text(426, words::ONLY_A_SOCKET).with("Upgrade", "websocket").with("Sec-WebSocket-Version", "13"),
    };
    refuse(stream, &refused)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        206 => "Partial Content",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        416 => "Range Not Satisfiable",
        421 => "Misdirected Request",
        426 => "Upgrade Required",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "",
    }
}
