//! The HTTP server behind the private door: `tiny_http`, and what has each request answered.
//!
//! Each request comes on a connection of its own that ends with the answer. So `tiny_http`'s pool, which gives a connection a
//! thread for as long as it lasts and may queue several for one thread, never has one that lasts: no page is left waiting.

use super::door::{Door, PASS, Way, new_pass, private_folder};
use super::head::{self, Head, Step};
use super::live::Live;
use super::request;
use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write as _};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use tempfile::TempDir;
use tiny_http::Server;

/// Headers that an answer depends on. No other goes in.
const HANDED_ON: [&str; 4] = ["host", "if-none-match", "if-range", "range"];

/// `tiny_http`, running.
pub(super) struct Http {
    /// What the front shows at the door.
    pass: String,
    /// The address that the front listens on.
    listens: IpAddr,
    live: Arc<Live>,
    house: Mutex<House>,
}

/// What there is until the server stops.
struct House {
    /// Holds the doors.
    folder: Option<TempDir>,
    door: Option<Door>,
    /// The last one accepts connections. Those before it had no handles for that, but still answer what they have.
    servers: Vec<Arc<Server>>,
}

impl Http {
    pub(super) fn start(listens: IpAddr, live: Arc<Live>) -> io::Result<Arc<Self>> {
        let house = House { folder: Some(private_folder()?), door: None, servers: Vec::new() };
        let http = Arc::new(Self { pass: new_pass(), listens, live, house: Mutex::new(house) });
        http.open_door(&mut http.house())?;
        Ok(http)
    }

    fn house(&self) -> MutexGuard<'_, House> {
        self.house.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends accepting, and takes the door away.
    pub(super) fn stop(&self) {
        let mut house = self.house();
        house.servers.drain(..).for_each(|server| server.unblock());
        house.door = None;
        house.folder = None;
    }

    fn open_door(self: &Arc<Self>, house: &mut House) -> io::Result<Door> {
        let folder = house.folder.as_ref().ok_or(ErrorKind::NotConnected)?;
        let (door, listener) = Door::make(folder, house.servers.len())?;
        let server = Arc::new(Server::from_listener(listener, None).map_err(|_| ErrorKind::AddrNotAvailable)?);
        let (http, receiving) = (Arc::clone(self), Arc::clone(&server));
        thread::Builder::new().name("http".into()).spawn(move || http.receive(&receiving))?;
        house.servers.push(server);
        house.door = Some(door.clone());
        Ok(door)
    }

    /// Hands on a request; the answer is to be read from what comes back.
    pub(super) fn ask(self: &Arc<Self>, head: &Head) -> io::Result<Box<dyn Way>> {
        let mut way = self.enter()?;
        way.write_all(lines(head, &self.pass).as_bytes())?;
        Ok(way)
    }

    fn enter(self: &Arc<Self>) -> io::Result<Box<dyn Way>> {
        let door = self.house().door.clone().ok_or(ErrorKind::NotConnected)?;
        match door.enter() {
            // When `tiny_http` finds no handle for a connection, it stops accepting for good and its door is gone.
            Err(e)
                if matches!(
                    e.kind(),
                    ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset | ErrorKind::NotFound
                ) =>
            {
                let mut house = self.house();
                let newest = house.door.clone().ok_or(ErrorKind::NotConnected)?;
                // Somebody else may have opened the next one meanwhile.
                newest.enter().or_else(|_| self.open_door(&mut house)?.enter())
            }
            entered => entered,
        }
    }

    /// Has requests answered, each on a thread of its own: a client that reads slowly keeps nobody else waiting.
    fn receive(&self, server: &Server) {
        while !self.live.is_closing() {
            // That accepting has failed is told once; there are still the connections that were accepted.
            let Ok(request) = server.recv() else { continue };
            if !request.headers().iter().any(|header| header.field.equiv(PASS) && header.value.as_str() == self.pass) {
                continue;
            }
            let (live, listens) = (Arc::clone(&self.live), self.listens);
            let handle = move || request::handle(request, listens, &live);
            // Without a thread, the request is dropped, and tiny_http answers that there is an error.
            let _ = thread::Builder::new().name("answer".into()).spawn(handle);
        }
    }
}

/// The request as it goes in.
fn lines(head: &Head, pass: &str) -> String {
    let mut lines = format!("{} {} HTTP/1.1\r\nConnection: close\r\n{PASS}: {pass}\r\n", head.method, head.target);
    for name in HANDED_ON {
        if let Some(value) = head.header(name) {
            // Writing to a string cannot fail.
            let _ = write!(lines, "{name}: {value}\r\n");
        }
    }
    lines + "\r\n"
}

/// What the front makes of these bytes: how many of them are a head, and the request that goes in for it. For the fuzzer.
#[doc(hidden)]
pub fn handed_on(bytes: &[u8]) -> Option<(usize, String)> {
    match head::read(bytes) {
        Step::Whole(head, length) => Some((length, lines(&head, "pas"))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_an_answer_depends_on_goes_in() {
        let asked = b"GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\nCookie: b=c\r\nX-Verbeeld-Pass: vals\r\nRange: bytes=0-1\r\nUpgrade: h2c\r\n\r\nrest";
        let (length, lines) = handed_on(asked).unwrap();
        assert_eq!(length, asked.len() - 4);
        assert_eq!(
            lines,
            "GET /%C3%A9 HTTP/1.1\r\nConnection: close\r\nX-Verbeeld-Pass: pas\r\nhost: a\r\nrange: bytes=0-1\r\n\r\n"
        );
    }
}
