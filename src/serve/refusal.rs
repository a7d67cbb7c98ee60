//! The short answers of the front itself, to what never becomes a request.

use super::words;

/// Why something is not answered as a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is no HTTP, or not as it should be.
    Malformed,
    /// It began, and did not go on.
    Slow,
    /// Its body is longer than anything this server could use.
    TooMuch,
    /// Its head is longer than any browser's.
    TooLong,
    /// It asks for something of HTTP that this server does not do.
    NotDone,
    /// There are more connections than the server takes.
    Busy,
    /// Another website wants to listen in.
    NotYours,
    /// The address is there for open pages only.
    OnlyASocket,
}

impl Refusal {
    /// Number, name and Dutch sentence.
    fn told(self) -> (u16, &'static str, &'static str) {
        match self {
            Self::Malformed => (400, "Bad Request", words::MALFORMED),
            Self::Slow => (408, "Request Timeout", words::TOO_SLOW),
            Self::TooMuch => (413, "Content Too Large", words::TOO_MUCH),
            Self::TooLong => (431, "Request Header Fields Too Large", words::TOO_LONG),
            Self::NotDone => (501, "Not Implemented", words::NOT_DONE),
            Self::Busy => (503, "Service Unavailable", words::TOO_BUSY),
            Self::NotYours => (403, "Forbidden", words::NOT_OUR_NAME),
            Self::OnlyASocket => (426, "Upgrade Required", words::ONLY_A_SOCKET),
        }
    }

    /// The whole answer, after which the connection ends.
    pub(super) fn bytes(self) -> Vec<u8> {
        let (status, name, sentence) = self.told();
        let more = match self {
            Self::OnlyASocket => "Sec-WebSocket-Version: 13\r\n",
            Self::Busy => "Retry-After: 1\r\n",
            _ => "",
        };
        format!(
            "HTTP/1.1 {status} {name}\r\nServer: Verbeeld\r\nContent-Type: text/plain; charset=utf-8\r\n\
             Content-Length: {}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
             Cross-Origin-Resource-Policy: same-origin\r\n{more}Connection: close\r\n\r\n{sentence}",
            sentence.len()
        )
        .into_bytes()
    }
}
