//! What an open page is told.

use super::server::{Running, SITE, print_of};

#[test]
fn the_handshake_of_the_rfc() {
    let server = Running::start(&SITE);
    let page = server.page("/", 1);
    assert!(page.head.starts_with("HTTP/1.1 101 "), "{}", page.head);
    assert!(page.head.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"), "{}", page.head);
    let no_socket = server.get("/__verbeeld/ws");
    assert_eq!((no_socket.status(), no_socket.header("Sec-WebSocket-Version")), (426, Some("13")));
}

#[test]
fn a_page_is_told_of_its_own_change_and_only_that() {
    let server = Running::start(&SITE);
    let (begin, a) = (server.get("/").text(), server.get("/a/").text());
    let (mut at_begin, mut at_a) = (server.page("/", 1), server.page("/a/", 1));
    assert_eq!(at_begin.told()["page"], print_of(&begin), "nothing has changed yet");
    let first = at_a.told();
    assert_eq!((&first["page"], &first["styles"]), (&print_of(&a).into(), &serde_json::json!(["/x.css"])));

    server.saved("a/index.html", "<link rel=stylesheet href=/x.css><body>Anders</body>");
    let changed = at_a.told();
    assert_ne!(changed["page"], print_of(&a));
    assert_eq!(changed["page"], print_of(&server.get("/a/").text()), "what it would get now");
    assert_eq!(at_begin.told()["page"], print_of(&begin));
}

#[test]
fn a_stylesheet_is_told_apart_from_a_page() {
    let server = Running::start(&SITE);
    let a = server.get("/a/").text();
    let mut page = server.page("/a/", 1);
    page.told();
    // A new name for the style, as fingerprints give it: the page need not load again.
    server.saved("a/index.html", "<link rel=stylesheet href=/x.2.css><body>A</body>");
    let told = page.told();
    assert_eq!((&told["page"], &told["styles"]), (&print_of(&a).into(), &serde_json::json!(["/x.2.css"])));
    // Other bytes under the same name.
    server.saved("x.css", "p{color:red}");
    assert_eq!(page.told()["files"], serde_json::json!(["x.css"]));
}

#[test]
fn saved_without_change_tells_nothing() {
    let server = Running::start(&SITE);
    let mut page = server.page("/a/", 1);
    let first = page.told();
    assert!(server.saved("a/index.html", SITE[1].1).contains("bestanden"));
    server.saved("x.css", "p{color:red}");
    let second = page.told();
    assert_eq!((&first["build"], &second["build"]), (&1.into(), &2.into()), "the build without change was none");
}

#[test]
fn a_mistake_is_told_and_the_last_good_site_stays() {
    let server = Running::start(&SITE);
    let before = server.get("/a/").text();
    let mut page = server.page("/a/", 1);
    assert!(page.told()["problems"].is_null());
    server.saved("a/index.html", "FOUT <script>");
    assert_eq!(page.told()["problems"], "<ol><li>a/index.html is fout</li></ol>");
    assert_eq!(server.get("/a/").text(), before);
    // Who opens a page now hears of it at once.
    assert!(server.page("/", 1).told()["problems"].as_str().unwrap().contains("fout"));
    server.saved("a/index.html", SITE[1].1);
    let mended = page.told();
    assert!(mended["problems"].is_null());
    assert_eq!(mended["page"], print_of(&before), "as it was, so nothing loads again");
}

#[test]
fn a_first_build_that_fails_is_told_in_the_browser() {
    let server = Running::start(&[("index.html", "FOUT")]);
    let page = server.get("/");
    assert_eq!(page.status(), 503);
    let text = page.text();
    let mut open = server.page("/", 0);
    let told = open.told();
    assert_eq!(told["page"], print_of(&text));
    assert!(told["problems"].as_str().unwrap().contains("index.html"));
    server.saved("index.html", "<body>Goed</body>");
    assert_ne!(open.told()["page"], print_of(&text));
    assert_eq!(server.get("/").status(), 200);
}

#[test]
fn a_builder_that_panics_does_not_end_the_server() {
    let server = Running::start(&SITE);
    let mut page = server.page("/", 1);
    page.told();
    assert!(server.saved("x.css", "PANIEK").contains("vastgelopen"));
    assert!(page.told()["problems"].as_str().unwrap().contains("vastgelopen"));
    assert_eq!(server.get("/").status(), 200);
    server.saved("x.css", "p{}");
    assert!(page.told()["problems"].is_null());
}
