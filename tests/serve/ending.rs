//! Beginning and ending: ports, Ctrl-C, a build under way.

use super::server::{Folder, LONG, Page, Running, SITE, connect, put, wait_for};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use verbeeld::output::Output;
use verbeeld::serve::{Builder, Event, Options, Served, Stop, serve_until};

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

/// What stood there is shown while the first build is made; who looks at it hears of a page that turns out to be another.
#[test]
fn the_site_of_an_earlier_time_is_shown_until_there_is_one() {
    struct Known(Receiver<&'static str>);
    fn known(text: &str) -> Served {
        let mut output = Output::default();
        output.add("index.html".into(), text.as_bytes().into()).unwrap();
        output.add("a/index.html".into(), b"<body>altijd</body>".as_slice().into()).unwrap();
        Served { site: Some(Arc::new(output)), ..Served::default() }
    }
    impl Builder for Known {
        fn before(&mut self) -> Option<Served> {
            Some(known("<body>eerder</body>"))
        }
        fn build(&mut self) -> Served {
            known(self.0.recv().unwrap_or_default())
        }
        fn watched(&self) -> Vec<PathBuf> {
            Vec::new()
        }
    }
    let (build, built) = channel();
    let options = Options { port: 0, ..Options::default() };
    let server = Running::of(Known(built), tempfile::tempdir().unwrap(), options);
    assert!(server.get("/").text().contains("eerder"));
    let (mut here, mut there) = (server.page("/", 1), server.page("/a/", 1));
    let before = (here.told()["page"].clone(), there.told()["page"].clone());
    build.send("<body>nu</body>").unwrap();
    server.built();
    assert!(server.get("/").text().contains("nu"));
    assert_ne!(here.told()["page"], before.0);
    assert_eq!(there.told()["page"], before.1);
}

/// Not a test of its own: the process that others here begin.
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

/// A process that does not outlive its test.
#[cfg(unix)]
struct Own(Child);

#[cfg(unix)]
impl Own {
    fn signal(&mut self, name: &str) -> bool {
        assert!(Command::new("kill").args([name, &self.0.id().to_string()]).status().unwrap().success());
        self.0.wait().unwrap().success()
    }
}

#[cfg(unix)]
impl Drop for Own {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The server in a process of its own, which `sh` may prepare; and where it listens.
#[cfg(unix)]
fn in_its_own_process(root: &Path, prepare: &str) -> (Own, SocketAddr) {
    let mut child = Command::new("sh")
        .args(["-c", &format!("{prepare}\nexec \"$0\" \"$@\"")])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "--ignored", "--nocapture", "serve::ending::child_that_serves"])
        .env("VERBEELD_TEST_ROOT", root)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let address = lines.find_map(|line| line.unwrap().strip_prefix("http://")?.trim_end_matches('/').parse().ok());
    // What else it says is read as well, so that it never waits for a reader.
    std::thread::spawn(move || lines.for_each(drop));
    (Own(child), address.unwrap())
}

#[cfg(unix)]
#[test]
fn the_systems_signals_end_it_well() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "index.html", "x");
    for name in ["-INT", "-TERM"] {
        let (mut child, address) = in_its_own_process(folder.path(), "");
        // Neither an open page nor a connection that is kept holds it up.
        let _open = (Page::open(address, "/", 1), connect(address));
        assert!(child.signal(name), "{name}");
    }
}

/// The private way between the two halves of the server: nobody else may enter it, and it goes with the server.
#[cfg(unix)]
#[test]
fn nothing_stays_behind() {
    use std::os::unix::fs::MetadataExt;
    let (folder, temporary) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(folder.path(), "index.html", "x");
    let (mut child, _) = in_its_own_process(folder.path(), &format!("export TMPDIR={}", temporary.path().display()));
    let left = || std::fs::read_dir(temporary.path()).unwrap().map(|entry| entry.unwrap()).collect::<Vec<_>>();
    let modes: Vec<u32> = left().iter().map(|entry| entry.metadata().unwrap().mode() & 0o7777).collect();
    assert_eq!(modes, [0o700]);
    assert!(child.signal("-INT"));
    assert!(left().is_empty());
}

/// The path of a socket has a limit, that of a folder hardly.
#[cfg(unix)]
#[test]
fn a_long_temporary_path_is_no_hindrance() {
    let (folder, temporary) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(folder.path(), "index.html", "x");
    let deep = temporary.path().join("map".repeat(40));
    std::fs::create_dir(&deep).unwrap();
    let (mut child, address) = in_its_own_process(folder.path(), &format!("export TMPDIR={}", deep.display()));
    let mut stream = connect(address);
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut begin = [0; 15];
    stream.read_exact(&mut begin).unwrap();
    assert_eq!(&begin, b"HTTP/1.1 200 OK");
    assert!(child.signal("-TERM"));
}

/// Without file handles `tiny_http` stops accepting for good; when there are some again, so must the server be.
#[cfg(unix)]
#[test]
fn running_out_of_file_handles_is_not_the_end() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "index.html", "x");
    let (mut child, address) = in_its_own_process(folder.path(), "ulimit -n 100");
    let answers = |patience| {
        let Ok(mut stream) = TcpStream::connect(address) else { return false };
        stream.set_read_timeout(Some(patience)).unwrap();
        let asked = write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        asked.and_then(|()| stream.read_exact(&mut [0; 15])).is_ok()
    };
    let held: Vec<TcpStream> = (0..150).map(|_| connect(address)).collect();
    wait_for(|| !answers(Duration::from_millis(200)));
    drop(held);
    wait_for(|| answers(Duration::from_secs(5)));
    assert!(child.signal("-TERM"));
}
