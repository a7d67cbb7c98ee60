//! Reads one request from a connection: its head, within limits. Bodies are not read; this server only gives.

use std::io::{self, ErrorKind, Read};
use std::time::{Duration, Instant};

/// A head may be so long. A browser's is under 2 KB.
const LONGEST: usize = 16 * 1024;
/// So many headers.
const MOST_HEADERS: usize = 100;
/// A head that has begun must be whole within this time.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// The head of a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub method: String,
    pub target: String,
    /// HTTP/1.1, or the older 1.0?
    pub is_1_1: bool,
    headers: Vec<(String, String)>,
}

impl Request {
    /// The value of a header; of several with this name, none: what they mean together is nowhere agreed.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value);
        let value = values.next()?;
        values.next().is_none().then_some(value)
    }

    /// Does a header that holds a list have this word?
    pub(super) fn has_word(&self, name: &str, word: &str) -> bool {
        let values = self.headers.iter().filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value);
        values.flat_map(|value| value.split(',')).any(|given| given.trim().eq_ignore_ascii_case(word))
    }

    /// Does a body follow?
    pub(super) fn has_body(&self) -> bool {
        let given = |name: &str| self.headers.iter().any(|(n, v)| n.eq_ignore_ascii_case(name) && v.trim() != "0");
        given("Content-Length") || given("Transfer-Encoding")
    }

    /// Does the client want to ask more on this connection?
    pub(super) fn stays(&self) -> bool {
        self.is_1_1 && !self.has_word("Connection", "close") && !self.has_body()
    }
}

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Incoming {
    Request(Request),
    /// The client has left, or was silent for too long.
    Nothing,
    /// No HTTP.
    Malformed,
    /// Longer than we read.
    TooLong,
}

/// Reads the next request. `buffer` keeps what was read beyond it, for the one after.
pub(super) fn read(stream: &mut impl Read, buffer: &mut Vec<u8>) -> io::Result<Incoming> {
    let mut begun = (!buffer.is_empty()).then(Instant::now);
    loop {
        match parse(buffer) {
            Parsed::Whole(request, length) => {
                buffer.drain(..length);
                return Ok(Incoming::Request(request));
            }
            Parsed::Malformed => return Ok(Incoming::Malformed),
            Parsed::TooLong => return Ok(Incoming::TooLong),
            Parsed::Partial if buffer.len() > LONGEST => return Ok(Incoming::TooLong),
            Parsed::Partial => {}
        }
        if begun.is_some_and(|begun| begun.elapsed() > PATIENCE) {
            return Ok(Incoming::Nothing);
        }
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk) {
            Ok(0) => return Ok(Incoming::Nothing),
            Ok(count) => buffer.extend_from_slice(&chunk[..count]),
            Err(e) if e.kind() == ErrorKind::Interrupted => {}
            Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => return Ok(Incoming::Nothing),
            Err(e) => return Err(e),
        }
        begun = begun.or_else(|| Some(Instant::now()));
    }
}

enum Parsed {
    Whole(Request, usize),
    Partial,
    Malformed,
    TooLong,
}

fn parse(bytes: &[u8]) -> Parsed {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    let length = match request.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Parsed::Partial,
        Err(httparse::Error::TooManyHeaders) => return Parsed::TooLong,
        Err(_) => return Parsed::Malformed,
    };
    let (Some(method), Some(target), Some(version)) = (request.method, request.path, request.version) else {
        return Parsed::Malformed;
    };
    let text = |header: &httparse::Header<'_>| (header.name.into(), String::from_utf8_lossy(header.value).into_owned());
    let headers = request.headers.iter().map(text).collect();
    Parsed::Whole(Request { method: method.into(), target: target.into(), is_1_1: version == 1, headers }, length)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time, as a slow network may.
    struct Drops<'a>(&'a [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let Some((first, rest)) = self.0.split_first() else { return Ok(0) };
            self.0 = rest;
            into[0] = *first;
            Ok(1)
        }
    }

    fn one(text: &str) -> Incoming {
        read(&mut text.as_bytes(), &mut Vec::new()).unwrap()
    }

    fn request(text: &str) -> Request {
        match one(text) {
            Incoming::Request(request) => request,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn requests_come_in_pieces_and_in_a_row() {
        let mut stream = Drops(b"GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.0\r\n\r\n");
        let mut buffer = Vec::new();
        let targets: Vec<_> = std::iter::from_fn(|| match read(&mut stream, &mut buffer).unwrap() {
            Incoming::Request(request) => Some((request.target, request.is_1_1)),
            Incoming::Nothing => None,
            other => panic!("{other:?}"),
        })
        .collect();
        assert_eq!(targets, [("/a".into(), true), ("/b".into(), false)]);
        let mut both: &[u8] = b"GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n";
        assert!(matches!(read(&mut both, &mut buffer).unwrap(), Incoming::Request(r) if r.target == "/a"));
        assert!(matches!(read(&mut both, &mut buffer).unwrap(), Incoming::Request(r) if r.target == "/b"));
    }

    #[test]
    fn what_is_no_request() {
        assert_eq!(one(""), Incoming::Nothing);
        assert_eq!(one("GET / HTTP/1.1\r\nHost: x\r\n"), Incoming::Nothing, "cut off");
        for bad in
            ["\x16\x03\x01\0", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nzonder dubbele punt\r\n\r\n"]
        {
            assert_eq!(one(bad), Incoming::Malformed, "{bad:?}");
        }
        assert_eq!(one(&format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(LONGEST * 2))), Incoming::TooLong);
        assert_eq!(one(&format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(200))), Incoming::TooLong);
    }

    #[test]
    fn headers_and_what_follows() {
        let plain = request("GET / HTTP/1.1\r\nHOST: x\r\nConnection: keep-alive, Upgrade\r\n\r\n");
        assert_eq!(plain.header("host"), Some("x"));
        assert!(plain.has_word("connection", "upgrade") && plain.stays());
        assert_eq!(request("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n").header("Host"), None);
        assert!(!request("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n").stays());
        assert!(!request("GET / HTTP/1.0\r\n\r\n").stays());
        assert!(!request("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc").stays());
        assert!(!request("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n").stays());
        assert!(request("GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n").stays());
    }
}
