//! The WebSocket to an open page (RFC 6455): the handshake and the few frames that a server sends.
//!
//! A WebSocket and not server-sent events, because a browser keeps at most six connections to a host for those: the
//! seventh tab would hang.

use super::head::Head;
use super::host::{is_own_origin, may_ask};
use super::live::{Live, News};
use super::refusal::Refusal;
use crate::site::percent_decode;
use std::io::{self, Write};
use std::net::IpAddr;
use std::time::Duration;

/// Where pages connect.
const PATH: &str = "/__verbeeld/ws";

/// How often a silent connection is tried, so that those of closed pages end.
const TRY_EVERY: Duration = Duration::from_secs(5);

/// Is this where pages connect?
pub(super) fn is_meant(head: &Head) -> bool {
    head.target.split('?').next() == Some(PATH)
}

/// The answer that makes the connection a WebSocket, or why not.
pub(super) fn accept(head: &Head, listens: IpAddr) -> Result<Vec<u8>, Refusal> {
    let host = head.header("host").unwrap_or_default();
    let own = head.header("origin").is_none_or(|origin| is_own_origin(origin, host));
    if !may_ask(host, listens) || !own {
        return Err(Refusal::NotYours);
    }
    let asks = head.method == "GET" && head.has_word("upgrade", "websocket") && head.has_word("connection", "upgrade");
    let version = head.header("sec-websocket-version") == Some("13");
    let key = head.header("sec-websocket-key").filter(|_| asks && version).ok_or(Refusal::OnlyASocket)?;
    let accepted = accept_key(key);
    Ok(format!(
        "HTTP/1.1 101 Switching Protocols\r\nServer: Verbeeld\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Accept: {accepted}\r\n\r\n"
    )
    .into_bytes())
}

/// The answer to a client's key.
fn accept_key(key: &str) -> String {
    let mut hash = sha1_smol::Sha1::new();
    hash.update(key.trim().as_bytes());
    hash.update(b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    base64(&hash.digest().bytes())
}

/// The page that connects, told in the address: `?page=/a/&build=3`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Visitor {
    page: String,
    build: u64,
}

impl Visitor {
    pub(super) fn of(target: &str) -> Self {
        let query = target.split_once('?').map_or("", |(_, query)| query);
        let value = |wanted: &str| {
            query.split('&').filter_map(|pair| pair.split_once('=')).find(|(name, _)| *name == wanted).map(|(_, v)| v)
        };
        let page = value("page").and_then(percent_decode).unwrap_or_else(|| "/".into());
        Self { page, build: value("build").and_then(|b| b.parse().ok()).unwrap_or(u64::MAX) }
    }
}

/// Tells an open page of every build, until it is gone or the server stops.
///
/// Nothing is read, since the script sends nothing. So that a page is gone shows when it is told something.
pub(super) fn keep_informed(connection: &mut impl Write, visitor: &Visitor, live: &Live) -> io::Result<()> {
    let mut known = None;
    let mut last = String::new();
    loop {
        match live.wait(known, TRY_EVERY) {
            News::Changed(snapshot, version) => {
                known = Some(version);
                let message = snapshot.message(&visitor.page, visitor.build);
                if message != last {
                    send(connection, TEXT, message.as_bytes())?;
                    last = message;
                }
            }
            News::Quiet => send(connection, PONG, b"")?,
            News::Closing => return send(connection, CLOSE, &GOING_AWAY.to_be_bytes()),
        }
    }
}

const TEXT: u8 = 0x1;
const CLOSE: u8 = 0x8;
/// Sent unasked it is a sign of life (RFC 6455, 5.5.3); unlike a ping it brings no answer, which nobody would read.
const PONG: u8 = 0xa;
const GOING_AWAY: u16 = 1001;

/// Sends one whole frame; a server's frames are not masked.
fn send(connection: &mut impl Write, kind: u8, payload: &[u8]) -> io::Result<()> {
    let mut frame = vec![0x80 | kind];
    match (u8::try_from(payload.len()), u16::try_from(payload.len())) {
        (Ok(short @ ..=125), _) => frame.push(short),
        (_, Ok(medium)) => {
            frame.push(126);
            frame.extend(medium.to_be_bytes());
        }
        _ => {
            frame.push(127);
            frame.extend((payload.len() as u64).to_be_bytes());
        }
    }
    frame.extend_from_slice(payload);
    connection.write_all(&frame)?;
    connection.flush()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place)) as usize & 63];
            text.push(if place <= group.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_rfc() {
        assert_eq!(accept_key("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    #[test]
    fn base64_of_every_rest() {
        let texts = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| base64(text.as_bytes()));
        assert_eq!(texts, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
    }

    #[test]
    fn frames_of_every_length() {
        let head = |length: usize| {
            let mut frame = Vec::new();
            send(&mut frame, TEXT, &vec![b'x'; length]).unwrap();
            let head = frame.len() - length;
            frame.truncate(head);
            frame
        };
        assert_eq!(head(0), [0x81, 0]);
        assert_eq!(head(125), [0x81, 125]);
        assert_eq!(head(126), [0x81, 126, 0, 126]);
        assert_eq!(head(65535), [0x81, 126, 255, 255]);
        assert_eq!(head(65536), [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]);
    }

    #[test]
    fn visitors() {
        let visitor = Visitor::of("/__verbeeld/ws?build=7&page=%2Fa%20b%2F");
        assert_eq!(visitor, Visitor { page: "/a b/".into(), build: 7 });
        assert_eq!(Visitor::of("/__verbeeld/ws?build=x&page=%"), Visitor { page: "/".into(), build: u64::MAX });
    }
}
