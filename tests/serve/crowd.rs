//! Many connections at once: all are answered, whatever the others do.

use super::server::{Page, Running, SITE, connect};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Barrier;

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

/// Two bursts, since at the first the server has few threads and at the second many.
#[test]
fn ten_tabs_that_open_at_once_are_all_answered() {
    let server = Running::start(&SITE);
    let address = server.address;
    let (tabs, per_tab) = (10, 19);
    let barrier = Barrier::new(tabs);
    for _ in 0..2 {
        let open: Vec<(Page, Vec<TcpStream>)> = std::thread::scope(|scope| {
            let open = || {
                barrier.wait();
                let mut silent = Vec::new();
                let mut asking = Vec::new();
                for number in 0..per_tab {
                    // A browser also opens connections in advance, and may never use them.
                    silent.extend((number % 10 == 0).then(|| connect(address)));
                    let mut stream = connect(address);
                    write!(stream, "GET /x.css HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
                    asking.push(stream);
                }
                let mut page = Page::open(address, "/a/", 1);
                page.told();
                for mut stream in &asking {
                    let mut begin = [0; 15];
                    stream.read_exact(&mut begin).unwrap();
                    assert_eq!(&begin, b"HTTP/1.1 200 OK");
                }
                asking.append(&mut silent);
                (page, asking)
            };
            let threads: Vec<_> = (0..tabs).map(|_| scope.spawn(open)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        // All stay open, and still there is room.
        assert_eq!(server.get("/").status(), 200);
        drop(open);
    }
}
