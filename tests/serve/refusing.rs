//! What somebody who means harm does not get.

use super::server::{Running, SITE};
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
}

#[test]
fn whoever_binds_another_address_is_answered_under_any_name() {
    let options = Options { address: Ipv4Addr::UNSPECIFIED.into(), port: 0, port_fixed: false };
    let server = Running::start_with(&SITE, options, "");
    assert_eq!(server.address.ip(), Ipv4Addr::LOCALHOST, "an address that a browser can open");
    let reply = server.raw("GET / HTTP/1.1\r\nHost: portaal.lan\r\nConnection: close\r\n\r\n");
    assert_eq!(reply.status(), 200);
}

#[test]
fn nonsense_is_refused_and_ends_there() {
    let server = Running::start(&SITE);
    assert_eq!(server.raw("ONZIN\r\n\r\n").status(), 400);
    assert_eq!(
        server.raw(&format!("GET /{} HTTP/1.1\r\nConnection: close\r\n\r\n", "a".repeat(100_000))).status(),
        431
    );
    assert_eq!(server.get("/").status(), 200);
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
