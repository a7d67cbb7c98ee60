//! What a browser gets.

use super::server::{Running, SITE};
use verbeeld::serve::Options;

#[test]
fn pages_and_files_are_served() {
    let server = Running::start(&SITE);
    let page = server.get("/");
    assert_eq!((page.status(), page.header("Content-Type")), (200, Some("text/html; charset=utf-8")));
    assert_eq!(page.header("Cache-Control"), Some("no-cache"));
    let text = page.text();
    assert!(text.starts_with("<body><h1>Begin</h1><script src=\"/__verbeeld/live.js\""), "{text}");
    assert_eq!(page.header("Content-Length"), Some(text.len().to_string().as_str()));

    let moved = server.get("/a?q=1");
    assert_eq!((moved.status(), moved.header("Location")), (301, Some("/a/?q=1")));
    assert_eq!(server.get("/a/?q=1").status(), 200);
    let file = server.get("/%C3%A9%C3%A9n.txt");
    assert_eq!((file.status(), file.header("Content-Type")), (200, Some("text/plain; charset=utf-8")));
    assert_eq!(file.text(), "0123456789", "only pages get the script");
    assert_eq!(server.get("/x.css").header("Content-Type"), Some("text/css; charset=utf-8"));
    let script = server.get("/__verbeeld/live.js");
    assert_eq!((script.status(), script.header("Cache-Control")), (200, Some("no-store")));
    server.stop().unwrap();
}

#[test]
fn what_is_missing_has_the_sites_own_page_and_the_right_status() {
    let server = Running::start(&SITE);
    let missing = server.get("/weg/");
    assert_eq!(missing.status(), 404);
    assert!(missing.text().contains("Niet gevonden") && missing.text().contains("live.js"));
    let bare = Running::start(&[("index.html", "x")]).get("/weg/").text();
    assert!(bare.contains("Deze pagina bestaat niet"), "{bare}");
}

#[test]
fn head_tells_the_length_and_sends_nothing() {
    let server = Running::start(&SITE);
    let (head, get) = (server.ask("HEAD", "/", ""), server.get("/"));
    assert_eq!(head.status(), 200);
    assert_eq!(head.header("Content-Length"), get.header("Content-Length"));
    assert_eq!(head.header("ETag"), get.header("ETag"));
    assert!(head.body.is_empty() && !get.body.is_empty());
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let server = Running::start(&SITE);
    let tag = server.get("/a/").header("ETag").unwrap().to_owned();
    let again = server.ask("GET", "/a/", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((again.status(), again.body.len()), (304, 0));
    assert_eq!(again.header("ETag"), Some(tag.as_str()));
    assert_eq!(server.ask("GET", "/a/", "If-None-Match: \"anders\"\r\n").status(), 200);
    server.saved("a/index.html", "<body>B</body>");
    let changed = server.ask("GET", "/a/", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!(changed.status(), 200);
}

#[test]
fn parts_of_files() {
    let server = Running::start(&SITE);
    let path = "/%C3%A9%C3%A9n.txt";
    let part = |headers: &str| server.ask("GET", path, headers);
    let middle = part("Range: bytes=2-4\r\n");
    assert_eq!((middle.status(), middle.text().as_str()), (206, "234"));
    assert_eq!(middle.header("Content-Range"), Some("bytes 2-4/10"));
    assert_eq!(part("Range: bytes=-3\r\n").text(), "789");
    assert_eq!(part("Range: bytes=8-\r\n").text(), "89");
    let beyond = part("Range: bytes=10-\r\n");
    assert_eq!((beyond.status(), beyond.header("Content-Range")), (416, Some("bytes */10")));
    assert_eq!(part("Range: bytes=1-2,4-5\r\n").status(), 200);
    let tag = part("").header("ETag").unwrap().to_owned();
    assert_eq!(part(&format!("Range: bytes=0-0\r\nIf-Range: {tag}\r\n")).status(), 206);
    assert_eq!(part("Range: bytes=0-0\r\nIf-Range: \"oud\"\r\n").text(), "0123456789");
}

#[test]
fn a_base_path_is_served_at_the_root_and_below_it() {
    let server = Running::start_with(&SITE, Options { port: 0, ..Options::default() }, "/portaal");
    assert_eq!(server.get("/portaal/x.css").text(), "p{}");
    assert_eq!(server.get("/x.css").text(), "p{}");
    assert_eq!(server.get("/portaal/a").header("Location"), Some("/portaal/a/"));
}
