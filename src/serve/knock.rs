//! Knocks at the server's own door, so that no connection is left waiting behind it.
//!
//! `tiny_http` gives each connection a thread of its pool, for as long as the connection lasts. When a connection comes
//! in while a thread is idle, it is queued for that thread; when several come in before that thread has woken, they are
//! all queued for the same one. The others then wait until some connection ends, and browsers keep theirs open: the page
//! hangs. When ten tabs open at once, this happens to as many as one connection in five.
//!
//! A knock is a connection that closes without asking anything. If no thread is idle, which is so whenever connections
//! are left waiting, the pool makes a new one for it, which is done at once and takes the queue's first in its stead. So
//! every knock frees at least one, and whatever clients do, none waits longer than a few knocks. If a thread is idle, that
//! one takes the knock and is idle again: knocking costs no threads.

use std::io::{ErrorKind, Read};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// Time between knocks when something was asked lately, and how long one waits to be heard.
const BUSY: Duration = Duration::from_millis(20);
/// Time between knocks when nothing is asked. Not never: clients may connect without asking, and be left waiting as well.
const CALM: Duration = Duration::from_millis(500);
/// Knocks in a row when something was asked since the last ones: where some are answered, others may be waiting.
const AT_ONCE: usize = 4;
/// How long it is busy after the last request.
const LATELY: Duration = Duration::from_secs(2);
/// When no knock is heard for so long, nobody accepts connections any more.
const DEAF: Duration = Duration::from_secs(2);

/// Knocks at `door` until `closing`. The bell rings at every request; `replace` is called when knocks are not heard.
pub(super) fn keep_knocking(door: SocketAddr, bell: &Receiver<()>, closing: &dyn Fn() -> bool, replace: &dyn Fn()) {
    let (mut last_asked, mut last_heard) = (Instant::now(), Instant::now());
    let mut heard = true;
    loop {
        // Who is not heard for long goes on calmly: somebody will have to accept all these knocks.
        let hopeful = last_heard.elapsed() < 2 * CALM;
        let busy = hopeful && (!heard || last_asked.elapsed() < LATELY);
        if busy {
            thread::sleep(BUSY);
        }
        let asked = match bell.recv_timeout(if busy { Duration::ZERO } else { CALM }) {
            Ok(()) => true,
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => return,
        };
        if closing() {
            return;
        }
        if asked {
            last_asked = Instant::now();
        }
        heard = (0..if asked { AT_ONCE } else { 1 }).all(|_| knock(door));
        if heard {
            last_heard = Instant::now();
        } else if last_heard.elapsed() > DEAF {
            replace();
            last_heard = Instant::now();
        }
    }
}

/// Was it heard, that is, has the server closed its side?
fn knock(door: SocketAddr) -> bool {
    let Ok(mut stream) = TcpStream::connect_timeout(&door, BUSY) else { return false };
    let said = stream.shutdown(Shutdown::Write).and_then(|()| stream.set_read_timeout(Some(BUSY)));
    match said.and_then(|()| stream.read(&mut [0])) {
        Ok(_) => true,
        Err(e) => !matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
    }
}
