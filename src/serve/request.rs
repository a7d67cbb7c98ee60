//! One request: sends what [`answer`](super::answer) says, or becomes a WebSocket.

use super::answer::{Answer, Ask, answer};
use super::host::{is_own_origin, may_ask};
use super::live::Live;
use super::socket::{self, Visitor};
use super::words;
use std::io::{Cursor, Read};
use std::net::IpAddr;
use tiny_http::{Header, Method, Request, Response, StatusCode};

/// A request's address and headers may together be so long. A browser's are under 2 KB.
const LONGEST_HEAD: usize = 16 * 1024;
/// A body may be so long. It is of no use here, but it has to come by before the connection can go on.
const LONGEST_BODY: usize = 16 * 1024 * 1024;

/// Answers; for a WebSocket, as long as the page is open.
pub(super) fn handle(request: Request, listens: IpAddr, live: &Live) {
    if request.body_length().is_some_and(|length| length > LONGEST_BODY) {
        return leave(request);
    }
    if head_length(&request) > LONGEST_HEAD {
        return send(request, Answer::text(431, words::TOO_LONG));
    }
    if request.url().split('?').next() == Some(socket::PATH) {
        return connect(request, listens, live);
    }
    let method = request.method().to_string();
    let ask = Ask {
        method: &method,
        target: request.url(),
        host: header(&request, "Host"),
        if_none_match: header(&request, "If-None-Match"),
        if_range: header(&request, "If-Range"),
        range: header(&request, "Range"),
    };
    let answer = answer(&live.snapshot(), listens, &ask);
    send(request, answer);
}

/// Says that the body is too long, and lets the connection be.
///
/// When a request is dropped, `tiny_http` makes room for the whole rest of its body at once: more than there is memory,
/// and the process is aborted. So this one is never dropped. Only who means harm sends such a request.
fn leave(request: Request) {
    std::mem::forget(request.upgrade("HTTP/1.1", Response::empty(413)));
}

/// Turns the connection into a WebSocket, or says why not.
fn connect(request: Request, listens: IpAddr, live: &Live) {
    let host = header(&request, "Host").unwrap_or_default();
    let own = header(&request, "Origin").is_none_or(|origin| is_own_origin(origin, host));
    if !may_ask(host, listens) || !own {
        return send(request, Answer::text(403, words::NOT_OUR_NAME));
    }
    let asks = has_word(&request, "Upgrade", "websocket") && has_word(&request, "Connection", "upgrade");
    let version = header(&request, "Sec-WebSocket-Version") == Some("13");
    let key = header(&request, "Sec-WebSocket-Key").filter(|_| *request.method() == Method::Get && asks && version);
    let Some(accepted) = key.and_then(|key| plain_header("Sec-WebSocket-Accept", &socket::accept(key))) else {
        let refused = Answer::text(426, words::ONLY_A_SOCKET).with("Sec-WebSocket-Version", "13");
        return send(request, refused);
    };
    let visitor = Visitor::of(request.url());
    let mut connection = request.upgrade("websocket", Response::empty(101).with_header(accepted));
    // It ends when the page is closed; nobody needs to hear of that.
    let _ = socket::keep_informed(&mut connection, &visitor, live);
}

fn send(request: Request, answer: Answer) {
    let Answer { status, headers, body, range } = answer;
    let length = range.len();
    let mut reader = Cursor::new(body);
    reader.set_position(range.start as u64);
    let headers = headers.iter().map(|(name, value)| (*name, value.as_str())).chain([("Server", "Verbeeld")]);
    let headers = headers.filter_map(|(name, value)| plain_header(name, value)).collect();
    let response = Response::new(StatusCode(status), headers, reader.take(length as u64), Some(length), None);
    // A client that leaves ends its own connection, nothing else.
    let _ = request.respond(response.with_chunked_threshold(usize::MAX));
}

/// The value of a header; of several with this name, none: what they mean together is nowhere agreed.
fn header<'r>(request: &'r Request, name: &'static str) -> Option<&'r str> {
    let mut values = values(request, name);
    let value = values.next()?;
    values.next().is_none().then_some(value)
}

/// Does a header that holds a list have this word?
fn has_word(request: &Request, name: &'static str, word: &str) -> bool {
    values(request, name).flat_map(|value| value.split(',')).any(|given| given.trim().eq_ignore_ascii_case(word))
}

fn values<'r>(request: &'r Request, name: &'static str) -> impl Iterator<Item = &'r str> {
    request.headers().iter().filter(move |header| header.field.equiv(name)).map(|header| header.value.as_str())
}

fn head_length(request: &Request) -> usize {
    let headers = request.headers().iter().map(|h| h.field.as_str().as_str().len() + h.value.as_str().len());
    request.url().len() + headers.sum::<usize>()
}

/// A header, unless it holds what a header cannot.
fn plain_header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}
