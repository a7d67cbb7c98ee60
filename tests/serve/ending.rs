//! Beginning and ending: ports, Ctrl-C, a build under way.

use crate::server::{Folder, LONG, Running, SITE, put, wait_for};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
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
            .args(["--exact", "--ignored", "--nocapture", "ending::child_that_serves"])
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
