//! One connection of a client: reads heads within their limits, and has them answered one after another.

use super::head::{self, Head, Step};
use super::http::Http;
use super::live::Live;
use super::refusal::Refusal;
use super::socket;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{IpAddr, Shutdown, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A connection on which nothing is asked for so long is closed.
const SILENCE: Duration = Duration::from_secs(60);
/// A request that has begun may pause so long. A browser sends its head in one go.
const PAUSE: Duration = Duration::from_millis(700);
/// A head may take so long in all.
const WHOLE: Duration = Duration::from_secs(5);
/// A client that does not read for so long is left.
const WRITING: Duration = Duration::from_secs(10);
/// After the last answer what is still underway is read for so long: closing at once would take the answer away as well.
const LINGER: Duration = Duration::from_millis(200);

/// What a connection needs of the server.
pub(super) struct House {
    /// The address that the front listens on.
    pub listens: IpAddr,
    pub live: Arc<Live>,
    pub http: Arc<Http>,
}

/// Answers what is asked on a connection until it ends.
pub(super) fn attend(mut stream: TcpStream, house: &House) -> io::Result<()> {
    // Without this an answer waits 40 ms for a packet to fill.
    stream.set_nodelay(true)?;
    stream.set_write_timeout(Some(WRITING))?;
    let mut bytes = Vec::with_capacity(2048);
    loop {
        let head = match next(&mut stream, &mut bytes)? {
            Asked::Head(head) => head,
            Asked::Nothing => return Ok(()),
            Asked::Nonsense(refusal) => return refuse(&stream, refusal),
        };
        if socket::is_meant(&head) {
            return match socket::accept(&head, house.listens) {
                Ok(answer) => {
                    stream.write_all(&answer)?;
                    socket::keep_informed(&mut stream, &socket::Visitor::of(&head.target), &house.live)
                }
                Err(refusal) => refuse(&stream, refusal),
            };
        }
        let Ok(mut answer) = house.http.ask(&head) else { return refuse(&stream, Refusal::Busy) };
        if io::copy(&mut answer, &mut stream)? == 0 {
            return refuse(&stream, Refusal::Busy);
        }
        if !head.stays {
            return linger(&stream);
        }
    }
}

/// What came in.
enum Asked {
    Head(Head),
    /// The client has left, or has nothing more to ask.
    Nothing,
    Nonsense(Refusal),
}

/// Reads the next head; `bytes` holds what was read of it already, and afterwards what was read beyond it.
fn next(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> io::Result<Asked> {
    let mut begun = (!bytes.is_empty()).then(Instant::now);
    loop {
        if begun.is_some() {
            match head::read(bytes) {
                Step::Whole(head, length) => {
                    bytes.drain(..length);
                    return Ok(Asked::Head(head));
                }
                Step::No(refusal) => return Ok(Asked::Nonsense(refusal)),
                Step::More => {}
            }
        }
        let patience = begun.map_or(SILENCE, |begun| PAUSE.min(WHOLE.saturating_sub(begun.elapsed())));
        if patience.is_zero() {
            return Ok(Asked::Nonsense(Refusal::Slow));
        }
        stream.set_read_timeout(Some(patience))?;
        let mut piece = [0; 4096];
        match (stream.read(&mut piece), begun) {
            (Ok(0), None) => return Ok(Asked::Nothing),
            (Ok(0), Some(_)) => return Ok(Asked::Nonsense(Refusal::Malformed)),
            (Ok(length), _) => {
                bytes.extend_from_slice(&piece[..length]);
                begun.get_or_insert_with(Instant::now);
            }
            (Err(e), _) if e.kind() == ErrorKind::Interrupted => {}
            (Err(e), Some(_)) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                return Ok(Asked::Nonsense(Refusal::Slow));
            }
            (Err(_), _) => return Ok(Asked::Nothing),
        }
    }
}

/// Says why not, and ends the connection.
pub(super) fn refuse(mut stream: &TcpStream, refusal: Refusal) -> io::Result<()> {
    stream.set_write_timeout(Some(PAUSE))?;
    stream.write_all(&refusal.bytes())?;
    linger(stream)
}

/// Ends a connection so that the answer arrives.
fn linger(mut stream: &TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(LINGER))?;
    let until = Instant::now() + LINGER;
    let mut rest = [0; 4096];
    while Instant::now() < until && matches!(stream.read(&mut rest), Ok(1..)) {}
    Ok(())
}
