//! The dev server over real sockets: what a browser gets, what an attacker does not, what an open page is told.

#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::Duration;
use verbeeld::output::Output;
use verbeeld::serve::{Builder, Event, Options, ServeError, Served, Stop, serve_until};

const LONG: Duration = Duration::from_secs(20);

/// A site that is its folder, file by file; a file with `FOUT` in it is a mistake, one with `PANIEK` a bug of the builder.
struct Folder {
    root: PathBuf,
    base_path: String,
}

impl Builder for Folder {
    fn build(&mut self) -> Served {
        let base_path = self.base_path.clone();
        let mut output = Output::default();
        let mut todo = vec![self.root.clone()];
        while let Some(folder) = todo.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    todo.push(path);
                    continue;
                }
                let name = path.strip_prefix(&self.root).unwrap().to_string_lossy().replace('\\', "/");
                let Ok(bytes) = fs::read(&path) else { continue };
                let text = String::from_utf8_lossy(&bytes);
                assert!(!text.contains("PANIEK"), "as asked");
                if text.contains("FOUT") {
                    let problems_html = Some(format!("<ol><li>{name} is fout</li></ol>"));
                    return Served { problems_html, summary: format!("{name} is fout"), ..Served::default() };
                }
                output.add(name, bytes.into()).unwrap();
            }
        }
        let summary = format!("{} bestanden", output.len());
        Served { site: Some(Arc::new(output)), problems_html: None, summary, base_path }
    }

    fn watched(&self) -> Vec<PathBuf> {
        vec![self.root.clone()]
    }
}

struct Running {
    keep: tempfile::TempDir,
    address: SocketAddr,
    events: Receiver<Event>,
    stop: Stop,
    thread: Option<JoinHandle<Result<(), ServeError>>>,
}

impl Running {
    fn start(files: &[(&str, &str)]) -> Self {
        Self::start_with(files, Options { port: 0, ..Options::default() }, "")
    }

    fn start_with(files: &[(&str, &str)], options: Options, base_path: &str) -> Self {
        let keep = tempfile::tempdir().unwrap();
        let root = keep.path().join("site");
        fs::create_dir(&root).unwrap();
        for (path, text) in files {
            put(&root, path, text);
        }
        let (sender, events) = channel();
        let stop = Stop::new();
        let (builder, stopper) = (Folder { root, base_path: base_path.into() }, stop.clone());
        let thread = std::thread::spawn(move || {
            serve_until(builder, options, &stopper, &mut |event| sender.send(event).unwrap_or_default())
        });
        let address = loop {
            match events.recv_timeout(LONG).unwrap() {
                Event::Started { url, .. } => {
                    break url.strip_prefix("http://").unwrap().trim_end_matches('/').parse().unwrap();
                }
                Event::Built(_) => {}
                other => panic!("{other:?}"),
            }
        };
        Self { keep, address, events, stop, thread: Some(thread) }
    }

    fn save(&self, path: &str, text: &str) {
        put(&self.keep.path().join("site"), path, text);
    }

    /// Waits for the next build and gives its summary.
    fn built(&self) -> String {
        loop {
            if let Event::Built(summary) = self.events.recv_timeout(LONG).unwrap() {
                return summary;
            }
        }
    }

    fn saved(&self, path: &str, text: &str) -> String {
        self.save(path, text);
        self.built()
    }

    fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, "")
    }

    fn ask(&self, method: &str, path: &str, headers: &str) -> Reply {
        self.raw(&format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}\r\n", self.address))
    }

    fn raw(&self, request: &str) -> Reply {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let split = bytes.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
        Reply { head: String::from_utf8(bytes[..split].to_vec()).unwrap(), body: bytes[split + 4..].to_vec() }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        stream
    }

    /// Opens the live connection of a page, as its script does.
    fn page(&self, path: &str, build: u64) -> Page {
        let mut stream = self.connect();
        let request = format!(
            "GET /__verbeeld/ws?page={path}&build={build} HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\n\
             Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
            self.address
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            head.push(byte[0]);
        }
        Page { head: String::from_utf8(head).unwrap(), stream }
    }

    fn stop(mut self) -> Result<(), ServeError> {
        self.stop.now();
        self.thread.take().unwrap().join().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.now();
    }
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    let beside = path.with_extension("tmp");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    // In one step, so that no build sees half a file.
    fs::write(&beside, text).unwrap();
    fs::rename(beside, path).unwrap();
}

struct Reply {
    head: String,
    body: Vec<u8>,
}

impl Reply {
    fn status(&self) -> u16 {
        self.head.split(' ').nth(1).unwrap().parse().unwrap()
    }

    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

struct Page {
    head: String,
    stream: TcpStream,
}

impl Page {
    /// The next frame that is no ping: its kind and payload.
    fn frame(&mut self) -> (u8, Vec<u8>) {
        loop {
            let mut head = [0; 2];
            self.stream.read_exact(&mut head).unwrap();
            assert_eq!(head[1] & 0x80, 0, "a server's frames are not masked");
            let mut length = u64::from(head[1]);
            if length == 126 {
                let mut more = [0; 2];
                self.stream.read_exact(&mut more).unwrap();
                length = u16::from_be_bytes(more).into();
            } else if length == 127 {
                let mut more = [0; 8];
                self.stream.read_exact(&mut more).unwrap();
                length = u64::from_be_bytes(more);
            }
            let mut payload = vec![0; length.try_into().unwrap()];
            self.stream.read_exact(&mut payload).unwrap();
            if head[0] != 0x89 {
                return (head[0], payload);
            }
        }
    }

    fn told(&mut self) -> serde_json::Value {
        let (kind, payload) = self.frame();
        assert_eq!(kind, 0x81);
        serde_json::from_slice(&payload).unwrap()
    }
}

/// What the live script would send along: the print of the page it stands in.
fn print_of(html: &str) -> &str {
    html.split("data-page=\"").nth(1).unwrap().split('"').next().unwrap()
}

const SITE: [(&str, &str); 6] = [
    ("index.html", "<body><h1>Begin</h1></body>"),
    ("a/index.html", "<link rel=stylesheet href=/x.css><body>A</body>"),
    ("404.html", "<body>Niet gevonden</body>"),
    ("x.css", "p{}"),
    ("één.txt", "0123456789"),
    ("feed.xml", "<feed/>"),
];

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
fn a_base_path_is_served_at_the_root_and_below_it() {
    let server = Running::start_with(&SITE, Options { port: 0, ..Options::default() }, "/portaal");
    assert_eq!(server.get("/portaal/x.css").text(), "p{}");
    assert_eq!(server.get("/x.css").text(), "p{}");
    assert_eq!(server.get("/portaal/a").header("Location"), Some("/portaal/a/"));
}

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

#[test]
fn ten_tabs_and_rude_clients() {
    let server = Running::start(&SITE);
    let mut tabs: Vec<Page> = (0..10).map(|_| server.page("/a/", 1)).collect();
    tabs.iter_mut().for_each(|tab| drop(tab.told()));
    for _ in 0..30 {
        // Half a request, nonsense, and leaving before the answer.
        server.connect().write_all(b"GET / HT").unwrap();
        server.connect().write_all(b"\x16\x03\x01 onzin\r\n\r\n").unwrap();
        let mut gone = server.connect();
        write!(gone, "GET /a/ HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).unwrap();
    }
    drop(tabs.split_off(8));
    server.saved("a/index.html", "<body>Anders</body>");
    for tab in &mut tabs {
        assert_eq!(tab.told()["build"], 2);
    }
    assert_eq!(server.get("/").status(), 200);
}

#[test]
fn fifty_connections_that_stay_open_keep_nobody_waiting() {
    let server = Running::start(&SITE);
    let kept: Vec<TcpStream> = (0..50)
        .map(|_| {
            let mut stream = server.connect();
            write!(stream, "GET /x.css HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).unwrap();
            stream
        })
        .collect();
    for mut stream in &kept {
        let mut begin = [0; 15];
        stream.read_exact(&mut begin).unwrap();
        assert_eq!(&begin, b"HTTP/1.1 200 OK");
    }
    assert_eq!(server.get("/").status(), 200);
}

#[test]
fn several_requests_on_one_connection_are_answered_in_order() {
    let server = Running::start(&SITE);
    let host = server.address;
    let all = server.raw(&format!(
        "GET /x.css HTTP/1.1\r\nHost: {host}\r\n\r\nHEAD /x.css HTTP/1.1\r\nHost: {host}\r\n\r\n\
         GET /weg HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    ));
    let text = format!("{}{}", all.head, all.text());
    let statuses: Vec<&str> = text.split("HTTP/1.1 ").skip(1).map(|part| &part[..3]).collect();
    assert_eq!(statuses, ["200", "200", "404"]);
}

#[test]
fn nonsense_is_refused_and_ends_there() {
    let server = Running::start(&SITE);
    assert_eq!(server.raw("ONZIN\r\n\r\n").status(), 400);
    assert_eq!(server.raw(&format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(100_000))).status(), 431);
    assert_eq!(server.get("/").status(), 200);
}

#[test]
fn the_ways_in_which_editors_save() {
    let server = Running::start(&SITE);
    let site = server.keep.path().join("site");
    // Beside the file and then in its place.
    fs::write(site.join(".x.css.swp"), "half").unwrap();
    fs::write(site.join("x.css~"), "oud").unwrap();
    fs::remove_file(site.join("x.css~")).unwrap();
    fs::remove_file(site.join(".x.css.swp")).unwrap();
    fs::write(site.join("x.css.tmp"), "p{color:blue}").unwrap();
    fs::rename(site.join("x.css.tmp"), site.join("x.css")).unwrap();
    server.built();
    assert_eq!(server.get("/x.css").text(), "p{color:blue}");
    // A new folder in a new folder.
    server.saved("nieuw/diep/index.html", "<body>Nieuw</body>");
    wait_for(|| server.get("/nieuw/diep/").status() == 200);
    server.save("nieuw/diep/index.html", "<body>Nieuwer</body>");
    wait_for(|| server.get("/nieuw/diep/").text().contains("Nieuwer"));
    // A folder that moves away.
    fs::rename(site.join("nieuw"), server.keep.path().join("weg")).unwrap();
    wait_for(|| server.get("/nieuw/diep/").status() == 404);
}

#[test]
fn a_watched_folder_may_go_and_come_back() {
    let server = Running::start(&SITE);
    let site = server.keep.path().join("site");
    fs::rename(&site, server.keep.path().join("elders")).unwrap();
    wait_for(|| server.get("/x.css").status() == 404);
    server.save("x.css", "p{color:green}");
    wait_for(|| server.get("/x.css").text() == "p{color:green}");
    server.save("x.css", "p{color:white}");
    wait_for(|| server.get("/x.css").text() == "p{color:white}");
    fs::remove_dir_all(&site).unwrap();
    wait_for(|| server.get("/x.css").status() == 404);
    server.save("x.css", "p{color:black}");
    wait_for(|| server.get("/x.css").text() == "p{color:black}");
}

/// Waits until it is so; the time is only a limit for a test that fails.
fn wait_for(so: impl Fn() -> bool) {
    let begun = std::time::Instant::now();
    while !so() {
        assert!(begun.elapsed() < LONG, "never");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_taken_port_gives_the_next_one_unless_it_is_fixed() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let server = Running::start_with(&SITE, Options { port, ..Options::default() }, "");
    assert_ne!(server.address.port(), port);
    assert_eq!(server.get("/").status(), 200);

    let options = Options { port, port_fixed: true, ..Options::default() };
    let builder = Folder { root: server.keep.path().join("site"), base_path: String::new() };
    let refused = serve_until(builder, options, &Stop::new(), &mut |_| {}).unwrap_err();
    assert!(refused.to_string().contains(&format!("Poort {port} is al in gebruik")), "{refused}");
}

#[test]
fn stopping_tells_open_pages_and_ends() {
    let server = Running::start(&SITE);
    let mut page = server.page("/", 1);
    page.told();
    let address = server.address;
    server.stop().unwrap();
    assert_eq!(page.frame(), (0x88, 1001_u16.to_be_bytes().to_vec()));
    // The same port can be taken again at once.
    let options = Options { port: address.port(), port_fixed: true, ..Options::default() };
    wait_for(|| TcpStream::connect(address).is_err());
    let again = Running::start_with(&SITE, options, "");
    assert_eq!(again.get("/").status(), 200);
}

#[test]
fn stopping_does_not_wait_for_a_build() {
    struct Slow(std::sync::mpsc::Sender<()>, Receiver<()>);
    impl Builder for Slow {
        fn build(&mut self) -> Served {
            let _ = self.0.send(());
            let _ = self.1.recv();
            Served::default()
        }
        fn watched(&self) -> Vec<PathBuf> {
            Vec::new()
        }
    }
    let (begun, building) = channel();
    let (hold, held) = channel();
    let stop = Stop::new();
    let stopper = stop.clone();
    let options = Options { port: 0, ..Options::default() };
    let thread = std::thread::spawn(move || serve_until(Slow(begun, held), options, &stopper, &mut |_| {}));
    building.recv_timeout(LONG).unwrap();
    stop.now();
    thread.join().unwrap().unwrap();
    drop(hold);
}

/// Not a test of its own: the process that [`the_systems_signals_end_it_well`] signals.
#[test]
#[ignore = "runs until it is told to stop"]
fn child_that_serves() {
    let Ok(root) = std::env::var("VERBEELD_TEST_ROOT") else { return };
    let builder = Folder { root: root.into(), base_path: String::new() };
    let options = Options { port: 0, ..Options::default() };
    verbeeld::serve::serve(builder, options, &mut |event| {
        if let Event::Started { url, .. } = event {
            eprintln!("{url}");
        }
    })
    .unwrap();
}

#[cfg(unix)]
#[test]
fn the_systems_signals_end_it_well() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "index.html", "x");
    for signal in ["-INT", "-TERM"] {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "--ignored", "--nocapture", "child_that_serves"])
            .env("VERBEELD_TEST_ROOT", folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(child.stderr.take().unwrap()).lines();
        assert!(told.any(|line| line.unwrap().starts_with("http://127.0.0.1:")));
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        assert!(child.wait().unwrap().success(), "{signal}");
    }
}
