//! The connections of the start page: one request each, within limits of size and time.

use super::House;
use super::route::{self, Ask, Reply};
use crate::serve::connection::refuse;
use crate::serve::head::{self, Head, Step};
use crate::serve::host::{is_own_origin, may_ask};
use crate::serve::refusal::Refusal;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// So many connections may be open at once: there is one person.
const MOST: usize = 64;
/// A form that somebody fills in has a few hundred bytes.
const LONGEST_FORM: usize = 64 * 1024;
/// A request may take so long in all to come in.
const WHOLE: Duration = Duration::from_secs(5);
const WRITING: Duration = Duration::from_secs(10);

/// Answers until the process ends.
pub(super) fn accept(listener: &TcpListener, house: &Arc<House>) {
    let open = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        let Ok(stream) = stream else {
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        if open.fetch_add(1, Ordering::Relaxed) >= MOST {
            open.fetch_sub(1, Ordering::Relaxed);
            continue;
        }
        let (house, left) = (Arc::clone(house), Arc::clone(&open));
        let attend = move || {
            // A client that leaves ends its own connection, nothing else.
            let _ = attend(stream, &house);
            left.fetch_sub(1, Ordering::Relaxed);
        };
        if thread::Builder::new().name("start-answer".into()).spawn(attend).is_err() {
            open.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

fn attend(mut stream: TcpStream, house: &House) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_write_timeout(Some(WRITING))?;
    let (head, body) = match request(&mut stream)? {
        Asked::Whole(head, body) => (head, body),
        Asked::Nonsense(refusal) => return refuse(&stream, refusal),
        Asked::Nothing => return Ok(()),
    };
    let reply = reply(&head, &body, house);
    stream.write_all(&reply.bytes(head.method == "HEAD"))?;
    stream.flush()?;
    if reply.ends {
        house.stop.now();
    }
    stream.shutdown(std::net::Shutdown::Write)
}

/// What came in.
enum Asked {
    /// A request, with its form.
    Whole(Head, Vec<u8>),
    Nonsense(Refusal),
    /// There is nobody any more.
    Nothing,
}

fn request(stream: &mut TcpStream) -> io::Result<Asked> {
    let until = Instant::now() + WHOLE;
    let mut bytes = Vec::with_capacity(2048);
    let mut whole: Option<(Head, usize)> = None;
    loop {
        if whole.is_none() && !bytes.is_empty() {
            match head::read(&bytes) {
                Step::Whole(head, length) => {
                    let form =
                        head.header("content-length").and_then(|length| length.parse::<usize>().ok()).unwrap_or(0);
                    if form > LONGEST_FORM {
                        return Ok(Asked::Nonsense(Refusal::TooMuch));
                    }
                    bytes.drain(..length);
                    whole = Some((head, form));
                }
                Step::No(refusal) => return Ok(Asked::Nonsense(refusal)),
                Step::More => {}
            }
        }
        if let Some((_, form)) = &whole
            && bytes.len() >= *form
        {
            bytes.truncate(*form);
            return Ok(whole.map_or(Asked::Nothing, |(head, _)| Asked::Whole(head, bytes)));
        }
        let patience = until.saturating_duration_since(Instant::now());
        if patience.is_zero() {
            let begun = !bytes.is_empty() || whole.is_some();
            return Ok(if begun { Asked::Nonsense(Refusal::Slow) } else { Asked::Nothing });
        }
        stream.set_read_timeout(Some(patience))?;
        let mut piece = [0; 4096];
        match stream.read(&mut piece) {
            Ok(0) => return Ok(Asked::Nothing),
            Ok(length) => bytes.extend_from_slice(&piece[..length]),
            Err(e) if matches!(e.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {}
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return Ok(Asked::Nothing),
        }
    }
}

/// Only who was shown the secret may ask, by a name of this machine; and only a page of our own may send a form.
fn reply(head: &Head, body: &[u8], house: &House) -> Reply {
    let host = head.header("host").unwrap_or_default();
    if !may_ask(host, Ipv4Addr::LOCALHOST.into()) || !host.ends_with(&format!(":{}", house.address.port())) {
        return Reply::refused(403);
    }
    let path = head.target.split(['?', '#']).next().unwrap_or_default();
    let Some(inner) = path.strip_prefix('/').and_then(|path| path.strip_prefix(&house.secret)) else {
        return Reply::refused(404);
    };
    let foreign = head.header("origin").is_some_and(|origin| !is_own_origin(origin, host))
        || head.header("sec-fetch-site").is_some_and(|site| !["same-origin", "none"].contains(&site));
    let form = match head.method.as_str() {
        "GET" | "HEAD" => None,
        "POST" if foreign => return Reply::refused(403),
        "POST" => Some(super::form::read(body)),
        _ => return Reply::refused(405),
    };
    let ask = Ask { path: inner, form: form.as_deref(), root: &format!("/{}/", house.secret) };
    let mut room = house.desk.lock().unwrap_or_else(PoisonError::into_inner);
    route::answer(&mut room, &ask)
}
