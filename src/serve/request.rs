//! One request behind the door: sends what [`answer`](super::answer) says.

use super::answer::{Answer, Ask, answer};
use super::live::Live;
use std::io::{Cursor, Read};
use std::net::IpAddr;
use tiny_http::{Header, Request, Response, StatusCode};

/// Answers. The front has read the head already: each header comes once, and there is no body.
pub(super) fn handle(request: Request, listens: IpAddr, live: &Live) {
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

fn header<'r>(request: &'r Request, name: &'static str) -> Option<&'r str> {
    request.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.as_str())
}

/// A header, unless it holds what a header cannot.
fn plain_header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}
