//! What somebody who means harm does not get.

use super::server::{Running, SITE, wait_for};
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use verbeeld::serve::Options;

#[test]
fn nothing_outside_the_site_is_served() {
    let server = Running::start(&SITE);
    fs::write(server.keep.path().join("geheim.txt"), "geheim").unwrap();
    for path in [
        "/../geheim.txt",
        "/%2e%2e/geheim.txt",
        "/..%2fgeheim.txt",
        "/a/../../geheim.txt",
        "/..\\geheim.txt",
        "/....//geheim.txt",
        "//geheim.txt",
        "/../../../../../../etc/passwd",
        "file:///etc/passwd",
        "/%00",
        "/%c0%ae%c0%ae/geheim.txt",
        "http://x/../geheim.txt",
    ] {
        let reply = server.get(path);
        assert!(matches!(reply.status(), 400 | 404), "{path}: {}", reply.head);
        assert!(!reply.text().contains("geheim") && !reply.text().contains("root:"), "{path}");
    }
    let moved = server.get("//evil.example/../a");
    assert_eq!(moved.header("Location"), Some("/a/"), "no way to another host");
}

#[test]
fn only_reading_is_possible() {
    let server = Running::start(&SITE);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let reply = server.ask(method, "/", "");
        assert_eq!((reply.status(), reply.header("Allow")), (405, Some("GET, HEAD")), "{method}");
    }
    let sent = server.ask("POST", "/", "Content-Length: 5\r\n\r\nhallo");
    assert_eq!(sent.status(), 405);
    // A body that never comes keeps nobody else waiting.
    let stuck: Vec<TcpStream> = (0..20)
        .map(|_| {
            let mut stream = server.connect();
            write!(stream, "POST / HTTP/1.1\r\nHost: {}\r\nContent-Length: 999999\r\n\r\n", server.address).unwrap();
            stream
        })
        .collect();
    assert_eq!(server.get("/").status(), 200);
    drop(stuck);
}

#[test]
fn another_name_is_not_answered() {
    let server = Running::start(&SITE);
    let port = server.address.port();
    let ask = |host: &str| server.raw(&format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    for host in ["evil.example", &format!("evil.example:{port}"), "192.168.0.1"] {
        let reply = ask(host);
        assert_eq!(reply.status(), 421, "{host}");
        assert!(!reply.text().contains("Begin"));
    }
    assert_eq!(ask(&format!("localhost:{port}")).status(), 200);
    assert_eq!(server.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status(), 421, "no name at all");
    // Another website may not listen in.
    let socket = |origin: &str| {
        server.ask(
            "GET",
            "/__verbeeld/ws",
            &format!(
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\nOrigin: {origin}\r\n"
            ),
        )
    };
    assert_eq!(socket("https://evil.example").status(), 403);
    assert_eq!(socket("null").status(), 403);
    let twice = format!("http://{}\r\nOrigin: https://evil.example", server.address);
    assert_eq!(socket(&twice).status(), 400, "two origins are not none");
    let twice = "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
    assert_eq!(server.raw(twice).status(), 400, "two names are not one");
}

#[test]
fn whoever_binds_another_address_is_answered_under_any_name() {
    let options = Options { address: Ipv4Addr::UNSPECIFIED.into(), port: 0, ..Options::default() };
    let server = Running::start_with(&SITE, options, "");
    assert_eq!(server.address.ip(), Ipv4Addr::LOCALHOST, "an address that a browser can open");
    let reply = server.raw("GET / HTTP/1.1\r\nHost: portaal.lan\r\nConnection: close\r\n\r\n");
    assert_eq!(reply.status(), 200);
}

/// What an answer to nonsense begins with; the connection ends after it, in words that somebody can read.
fn refusal(server: &Running, bytes: &[u8]) -> String {
    let mut stream = server.connect();
    stream.write_all(bytes).unwrap();
    let mut said = String::new();
    stream.read_to_string(&mut said).unwrap();
    assert!(
        said.contains("\r\nConnection: close\r\n") && said.contains("\r\nX-Content-Type-Options: nosniff\r\n"),
        "{said}"
    );
    assert!(said.split("\r\n\r\n").nth(1).is_some_and(|text| text.ends_with(".\n")), "a sentence: {said}");
    said.split("\r\n").next().unwrap().to_owned()
}

/// The client keeps the connection open: the answer does not wait for its end.
#[test]
fn nonsense_is_answered_at_once() {
    let server = Running::start(&SITE);
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(101));
    let long = format!("GET /{} HTTP/1.1\r\n", "a".repeat(100_000));
    let header = format!("GET / HTTP/1.1\r\nCookie: {}", "a".repeat(100_000));
    let body = |length: &str| format!("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n");
    let chunked = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    for (bytes, status) in [
        (&b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03"[..], "400 Bad Request"),
        (b"ONZIN\r\n\r\n", "400 Bad Request"),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400 Bad Request"),
        (b"\xff\xfe\0", "400 Bad Request"),
        (b"GET / HTTP/9.9\r\n\r\n", "400 Bad Request"),
        (b"GET / HTTP/1.1\r\nna am: x\r\n\r\n", "400 Bad Request"),
        (b"GET / HTTP/1.1\r\nnaam: \0\r\n\r\n", "400 Bad Request"),
        (b"GET / HTTP/1.1\r\nHost", "408 Request Timeout"),
        (b"\n\n\n", "408 Request Timeout"),
        (body("99999999999999999999").as_bytes(), "413 Content Too Large"),
        (body("+5").as_bytes(), "400 Bad Request"),
        (many.as_bytes(), "431 Request Header Fields Too Large"),
        (long.as_bytes(), "431 Request Header Fields Too Large"),
        (header.as_bytes(), "431 Request Header Fields Too Large"),
        (chunked.as_bytes(), "501 Not Implemented"),
    ] {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
        assert_eq!(refusal(&server, bytes), format!("HTTP/1.1 {status}"), "{shown:?}");
    }
    assert_eq!(server.get("/").status(), 200);
}

/// Another program on this machine may leave cookies for this machine's name in any encoding.
#[test]
fn what_is_not_ascii_keeps_no_page_away() {
    let server = Running::start(&SITE);
    for odd in [
        "Cookie: naam=één".as_bytes(),
        b"Cookie: naam=\xe9\xe9n",
        b"X-Naam: \xff\xfe\x80",
        b"Referer: http://localhost/\xc3\xa9",
    ] {
        let head = format!("GET /a/?q=é HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", server.address);
        let mut stream = server.connect();
        stream.write_all(&[head.as_bytes(), odd, b"\r\n\r\n"].concat()).unwrap();
        let mut said = String::new();
        stream.read_to_string(&mut said).unwrap();
        assert!(said.starts_with("HTTP/1.1 200 OK\r\n"), "{said}");
    }
}

#[test]
fn another_website_may_not_show_what_is_here() {
    let server = Running::start(&SITE);
    for path in ["/", "/x.css", "/weg", "/%", "/__verbeeld/live.js", "/__verbeeld/ws"] {
        assert_eq!(server.get(path).header("Cross-Origin-Resource-Policy"), Some("same-origin"), "{path}");
    }
}

/// Connections that say nothing, begin and stop, or never read what they asked for.
#[test]
fn a_crowd_that_only_holds_on_keeps_nobody_waiting() {
    let server = Running::start(&SITE);
    let held: Vec<TcpStream> = (0..300)
        .map(|number| {
            let mut stream = server.connect();
            let said = ["", "GET / HT", "GET /x.css HTTP/1.1\r\nHost: localhost\r\n\r\n"][number % 3];
            stream.write_all(said.as_bytes()).unwrap();
            stream
        })
        .collect();
    assert_eq!(server.get("/").status(), 200);
    drop(held);
}

#[test]
fn too_many_connections_are_told_so_and_there_is_room_again_when_they_leave() {
    let server = Running::start(&SITE);
    let held: Vec<TcpStream> = (0..512).map(|_| server.connect()).collect();
    wait_for(|| {
        let mut stream = server.connect();
        let mut said = String::new();
        stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        stream.read_to_string(&mut said).unwrap();
        said.starts_with("HTTP/1.1 503 ") && said.contains("te druk")
    });
    drop(held);
    wait_for(|| server.get("/").status() == 200);
}

#[test]
fn a_body_longer_than_all_memory_does_no_harm() {
    let server = Running::start(&SITE);
    for length in ["99999999", "999999999999999", "18446744073709551615", "99999999999999999999"] {
        let mut stream = server.connect();
        write!(stream, "POST / HTTP/1.1\r\nHost: {}\r\nContent-Length: {length}\r\n\r\n", server.address).unwrap();
        let mut begin = [0; 10];
        stream.read_exact(&mut begin).unwrap();
        assert_eq!(&begin, b"HTTP/1.1 4", "{length}");
    }
    assert_eq!(server.get("/").status(), 200);
}
