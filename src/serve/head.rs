//! The head of a request, read as bytes: what is known of it, or why it is refused.
//!
//! Nothing of it goes further but what answers are made from, so what a browser sends besides (cookies in any encoding, what
//! extensions add) cannot be in the way.

use super::refusal::Refusal;

/// Address and headers together may be so long. A browser's are under 2 KB.
pub(super) const LONGEST: usize = 16 * 1024;
/// So many headers a request may have.
const MOST_HEADERS: usize = 100;
/// A longer body is refused as such; a shorter one is of no use either, but the answer says so itself.
const LONGEST_BODY: u64 = 16 * 1024 * 1024;

/// The commands of HTTP. What begins with another word speaks something else.
const METHODS: [&str; 9] = ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"];

/// Headers that mean nothing when they come twice, and of which each reader would take another.
const ONCE: [&str; 9] = [
    "host",
    "origin",
    "content-length",
    "if-range",
    "range",
    "upgrade",
    "sec-websocket-key",
    "sec-websocket-version",
    "sec-fetch-site",
];

/// A whole head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub method: String,
    /// The address as it was sent; what is not ASCII in it stands in percent signs.
    pub target: String,
    /// Names in small letters, in the order of the request. A value that is not ASCII is left out.
    headers: Vec<(String, String)>,
    /// Does the client go on with this connection?
    pub stays: bool,
}

/// What the bytes of a connection are, so far.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A head, and how many bytes it takes.
    Whole(Head, usize),
    /// The beginning of one.
    More,
    /// Nothing that can be answered.
    No(Refusal),
}

/// Reads the head at the beginning of `bytes`.
pub(super) fn read(bytes: &[u8]) -> Step {
    if !begins_with_method(bytes) {
        return Step::No(Refusal::Malformed);
    }
    let mut fields = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut fields);
    match request.parse(bytes) {
        Ok(httparse::Status::Complete(length)) if length <= LONGEST => match Head::of(&request) {
            Ok(head) => Step::Whole(head, length),
            Err(refusal) => Step::No(refusal),
        },
        Ok(httparse::Status::Partial) if bytes.len() < LONGEST => Step::More,
        Ok(_) | Err(httparse::Error::TooManyHeaders) => Step::No(Refusal::TooLong),
        Err(_) => Step::No(Refusal::Malformed),
    }
}

/// Is this the beginning of a request, or may it become one?
fn begins_with_method(bytes: &[u8]) -> bool {
    // Empty lines before a request are allowed.
    let start = bytes.iter().position(|b| !matches!(b, b'\r' | b'\n')).unwrap_or(bytes.len());
    let bytes = &bytes[start..];
    match bytes.iter().position(|b| *b == b' ') {
        Some(end) => METHODS.iter().any(|method| method.as_bytes() == &bytes[..end]),
        None => METHODS.iter().any(|method| method.as_bytes().starts_with(bytes)),
    }
}

impl Head {
    fn of(request: &httparse::Request<'_, '_>) -> Result<Self, Refusal> {
        let (Some(method), Some(target), Some(version)) = (request.method, request.path, request.version) else {
            return Err(Refusal::Malformed);
        };
        let names: Vec<String> = request.headers.iter().map(|field| field.name.to_ascii_lowercase()).collect();
        if ONCE.iter().any(|once| names.iter().filter(|name| name == once).count() > 1) {
            return Err(Refusal::Malformed);
        }
        let raw = |wanted: &str| names.iter().position(|name| name == wanted).map(|at| request.headers[at].value);
        if raw("transfer-encoding").is_some() {
            return Err(Refusal::NotDone);
        }
        let body = raw("content-length").map_or(Ok(0), length)?;
        // Of these an answer depends; another name of the same would be somebody else's.
        if ["host", "origin"].iter().any(|name| raw(name).is_some_and(|value| plain(value).is_none())) {
            return Err(Refusal::Malformed);
        }
        let headers = names.into_iter().zip(request.headers.iter());
        let headers = headers.filter_map(|(name, field)| Some((name, plain(field.value)?))).collect();
        let mut head = Self { method: method.into(), target: ascii(target), headers, stays: false };
        // A body is never read, so nothing can be asked behind it.
        head.stays = body == 0 && head.keeps_open(version);
        Ok(head)
    }

    /// The value of a header; of several with this name the first.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Does a header that holds a list have this word?
    pub(super) fn has_word(&self, name: &str, word: &str) -> bool {
        let values = self.headers.iter().filter(|(known, _)| known == name);
        values.flat_map(|(_, value)| value.split(',')).any(|given| given.trim().eq_ignore_ascii_case(word))
    }

    fn keeps_open(&self, version: u8) -> bool {
        let says = |word| self.has_word("connection", word);
        if version == 0 { says("keep-alive") } else { !says("close") }
    }
}

/// The length of a body; digits only, since others read `+5` and `5, 5` each in their own way.
fn length(value: &[u8]) -> Result<u64, Refusal> {
    if value.is_empty() || !value.iter().all(u8::is_ascii_digit) {
        return Err(Refusal::Malformed);
    }
    // Digits that are no number are more than any number.
    let length = std::str::from_utf8(value).ok().and_then(|digits| digits.parse().ok()).unwrap_or(u64::MAX);
    if length > LONGEST_BODY { Err(Refusal::TooMuch) } else { Ok(length) }
}

/// A value of printable ASCII, without the spaces around it.
fn plain(value: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(value).ok()?.trim();
    text.bytes().all(|b| (0x20..0x7f).contains(&b)).then(|| text.to_owned())
}

/// The address in ASCII, as a browser would have sent it.
fn ascii(target: &str) -> String {
    target.bytes().fold(String::with_capacity(target.len()), |mut text, byte| {
        match byte.is_ascii_graphic() {
            true => text.push(char::from(byte)),
            false => text.push_str(&format!("%{byte:02X}")),
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &[u8]) -> Head {
        match read(text) {
            Step::Whole(head, length) if length == text.len() => head,
            other => panic!("{other:?}"),
        }
    }

    fn refused(text: &[u8]) -> Option<Refusal> {
        match read(text) {
            Step::No(refusal) => Some(refusal),
            _ => None,
        }
    }

    #[test]
    fn what_another_program_leaves_in_the_cookies_is_passed_over() {
        for cookie in ["naam=één".as_bytes(), b"naam=\xe9\xe9n", b"naam=\xff\xfe"] {
            let head = head(&[b"GET / HTTP/1.1\r\nHost: a\r\nCookie: ", cookie, b"\r\n\r\n"].concat());
            assert_eq!((head.header("host"), head.header("cookie")), (Some("a"), None));
        }
    }

    #[test]
    fn an_address_in_any_letters() {
        assert_eq!(head("GET /a?x=é HTTP/1.1\r\n\r\n".as_bytes()).target, "/a?x=%C3%A9");
        assert_eq!(head(b"GET / HTTP/1.1\nHost: a\n\n").header("host"), Some("a"), "line ends without CR");
    }

    #[test]
    fn nonsense_is_known_by_its_first_bytes() {
        for nonsense in
            [&b"\x16\x03\x01\x02"[..], b"\x80", b"SSH-2.0-x", b"GETT", b"get /", b"{", b"PRI * HTTP/2.0", b" ", b"\0"]
        {
            assert_eq!(refused(nonsense), Some(Refusal::Malformed), "{nonsense:?}");
        }
        for begin in [&b""[..], b"G", b"\r\nGET", b"OPTIONS ", b"GET / HTTP/1.1\r\nHo"] {
            assert_eq!(read(begin), Step::More, "{begin:?}");
        }
    }

    #[test]
    fn every_beginning_of_a_request_waits_for_the_rest() {
        let whole = b"GET /a HTTP/1.1\r\nHost: a\r\nRange: bytes=0-1\r\n\r\n";
        for end in 0..whole.len() {
            assert_eq!(read(&whole[..end]), Step::More, "{end}");
        }
    }

    #[test]
    fn a_head_has_an_end() {
        let long = |bytes: usize| ["GET /", &"a".repeat(bytes), " HTTP/1.1\r\n\r\n"].concat();
        assert_eq!(refused(long(LONGEST).as_bytes()), Some(Refusal::TooLong));
        assert_eq!(
            refused(&long(LONGEST).as_bytes()[..LONGEST]),
            Some(Refusal::TooLong),
            "without waiting for its end"
        );
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(MOST_HEADERS + 1));
        assert_eq!(refused(many.as_bytes()), Some(Refusal::TooLong));
    }

    #[test]
    fn what_may_come_once_is_refused_twice() {
        for name in ONCE {
            let twice = format!("GET / HTTP/1.1\r\n{name}: 1\r\n{}: 1\r\n\r\n", name.to_uppercase());
            assert_eq!(refused(twice.as_bytes()), Some(Refusal::Malformed), "{name}");
        }
        for name in ["host", "origin"] {
            let odd = format!("GET / HTTP/1.1\r\n{name}: één\r\n\r\n");
            assert_eq!(refused(odd.as_bytes()), Some(Refusal::Malformed), "{name}");
        }
    }

    #[test]
    fn bodies() {
        let of = |headers: &str| refused(format!("POST / HTTP/1.1\r\n{headers}\r\n\r\n").as_bytes());
        assert_eq!(of("Content-Length: 5"), None);
        assert_eq!(of("Transfer-Encoding: chunked"), Some(Refusal::NotDone));
        for odd in ["+5", "-1", "5, 5", "", "0x5", "5 5"] {
            assert_eq!(of(&format!("Content-Length: {odd}")), Some(Refusal::Malformed), "{odd}");
        }
        for large in ["99999999", "18446744073709551615", "99999999999999999999"] {
            assert_eq!(of(&format!("Content-Length: {large}")), Some(Refusal::TooMuch), "{large}");
        }
        assert!(!head(b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n").stays);
    }

    #[test]
    fn who_stays() {
        let stays = |text: &str| head(format!("GET / HTTP/{text}\r\n\r\n").as_bytes()).stays;
        assert!(stays("1.1") && stays("1.0\r\nConnection: Keep-Alive"));
        assert!(!stays("1.0") && !stays("1.1\r\nConnection: x, Close"));
    }
}
