//! A server with a folder of its own, and a client that sees every byte.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use verbeeld::markup::Html;
use verbeeld::output::Output;
use verbeeld::serve::{Builder, Event, Options, ServeError, Served, Stop, serve_until};

/// How long is waited for what should come at once; only a test that fails waits so long.
pub const LONG: Duration = Duration::from_secs(20);

/// A site that is its folder, file by file; a file with `FOUT` in it is a mistake, one with `PANIEK` a bug of the builder.
pub struct Folder {
    pub root: PathBuf,
    pub base_path: String,
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
                    let problems_html =
                        Some(Html::element("ol", &[], Html::element("li", &[], format!("{name} is fout"))));
                    return Served { problems_html, summary: format!("{name} is fout"), ..Served::default() };
                }
                output.add(name, bytes.into()).unwrap();
            }
        }
        let summary = format!("{} bestanden", output.len());
        Served { site: Some(Arc::new(output)), summary, base_path, ..Served::default() }
    }

    fn watched(&self) -> Vec<PathBuf> {
        vec![self.root.clone()]
    }
}

pub struct Running {
    pub keep: tempfile::TempDir,
    pub address: SocketAddr,
    pub events: Receiver<Event>,
    pub stop: Stop,
    pub thread: Option<JoinHandle<Result<(), ServeError>>>,
}

impl Running {
    pub fn start(files: &[(&str, &str)]) -> Self {
        Self::start_with(files, Options { port: 0, ..Options::default() }, "")
    }

    pub fn start_with(files: &[(&str, &str)], options: Options, base_path: &str) -> Self {
        let keep = tempfile::tempdir().unwrap();
        let root = keep.path().join("site");
        fs::create_dir(&root).unwrap();
        for (path, text) in files {
            put(&root, path, text);
        }
        Self::of(Folder { root, base_path: base_path.into() }, keep, options)
    }

    /// The server of this builder, as soon as it can be asked.
    pub fn of(builder: impl Builder + 'static, keep: tempfile::TempDir, options: Options) -> Self {
        let (sender, events) = channel();
        let stop = Stop::new();
        let stopper = stop.clone();
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

    pub fn save(&self, path: &str, text: &str) {
        put(&self.keep.path().join("site"), path, text);
    }

    /// Waits for the next build and gives its summary.
    pub fn built(&self) -> String {
        loop {
            if let Event::Built(summary) = self.events.recv_timeout(LONG).unwrap() {
                return summary;
            }
        }
    }

    pub fn saved(&self, path: &str, text: &str) -> String {
        self.save(path, text);
        self.built()
    }

    pub fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, "")
    }

    pub fn ask(&self, method: &str, path: &str, headers: &str) -> Reply {
        self.raw(&format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}\r\n", self.address))
    }

    pub fn raw(&self, request: &str) -> Reply {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let split = bytes.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
        Reply { head: String::from_utf8(bytes[..split].to_vec()).unwrap(), body: bytes[split + 4..].to_vec() }
    }

    pub fn connect(&self) -> TcpStream {
        connect(self.address)
    }

    pub fn page(&self, path: &str, build: u64) -> Page {
        Page::open(self.address, path, build)
    }

    pub fn stop(mut self) -> Result<(), ServeError> {
        self.stop.now();
        self.thread.take().unwrap().join().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.now();
    }
}

pub fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    stream
}

pub fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    let beside = path.with_extension("tmp");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    // In one step, so that no build sees half a file.
    fs::write(&beside, text).unwrap();
    fs::rename(beside, path).unwrap();
}

pub struct Reply {
    pub head: String,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn status(&self) -> u16 {
        self.head.split(' ').nth(1).unwrap().parse().unwrap()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

pub struct Page {
    pub head: String,
    pub stream: TcpStream,
}

impl Page {
    /// Opens the live connection of a page, as its script does.
    pub fn open(address: SocketAddr, path: &str, build: u64) -> Self {
        let mut stream = connect(address);
        let request = format!(
            "GET /__verbeeld/ws?page={path}&build={build} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\n\
             Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            head.push(byte[0]);
        }
        Self { head: String::from_utf8(head).unwrap(), stream }
    }

    /// The next frame that is no sign of life: its kind and payload.
    pub fn frame(&mut self) -> (u8, Vec<u8>) {
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
            if head[0] != 0x8a {
                return (head[0], payload);
            }
        }
    }

    pub fn told(&mut self) -> serde_json::Value {
        let (kind, payload) = self.frame();
        assert_eq!(kind, 0x81);
        serde_json::from_slice(&payload).unwrap()
    }
}

/// What the live script would send along: the print of the page it stands in.
pub fn print_of(html: &str) -> &str {
    html.split("data-page=\"").nth(1).unwrap().split('"').next().unwrap()
}

pub const SITE: [(&str, &str); 6] = [
    ("index.html", "<body><h1>Begin</h1></body>"),
    ("a/index.html", "<link rel=stylesheet href=/x.css><body>A</body>"),
    ("404.html", "<body>Niet gevonden</body>"),
    ("x.css", "p{}"),
    ("één.txt", "0123456789"),
    ("feed.xml", "<feed/>"),
];

/// Waits until it is so; the time is only a limit for a test that fails.
pub fn wait_for(so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !so() {
        assert!(begun.elapsed() < LONG, "never");
        std::thread::sleep(Duration::from_millis(5));
    }
}
