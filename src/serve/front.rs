//! The front: accepts connections, and ends.

use super::connection::{self, House};
use super::http::Http;
use super::live::Live;
use super::refusal::Refusal;
use super::{ServeError, port};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// So many connections may be open at once, those of open pages included.
const MOST: usize = 512;
/// So many more are told that it is busy; what comes then is closed without a word.
const MOST_REFUSED: usize = 32;
/// How long is waited before accepting is tried again, when the system has no handles left.
const BREATH: Duration = Duration::from_millis(50);

/// The running server.
pub(super) struct Front {
    address: SocketAddr,
    house: Arc<House>,
}

impl Front {
    /// Begins to answer.
    pub(super) fn start(listener: TcpListener, live: Arc<Live>) -> Result<Self, ServeError> {
        port::allow_handles();
        let address = listener.local_addr().map_err(ServeError::Io)?;
        let http = Http::start(address.ip(), Arc::clone(&live)).map_err(ServeError::Io)?;
        let house = Arc::new(House { listens: address.ip(), live, http });
        let accepting = Arc::clone(&house);
        let accept = move || accept(&listener, &accepting);
        thread::Builder::new().name("accept".into()).spawn(accept).map_err(ServeError::Io)?;
        Ok(Self { address, house })
    }

    /// Ends accepting, and every connection that waits for news.
    pub(super) fn stop(&self) {
        self.house.live.close();
        // Who accepts looks up at the next connection.
        let _ = TcpStream::connect_timeout(&port::reachable(self.address), Duration::from_millis(200));
        self.house.http.stop();
    }
}

fn accept(listener: &TcpListener, house: &Arc<House>) {
    let open = Arc::new(AtomicUsize::new(0));
    loop {
        let accepted = listener.accept();
        if house.live.is_closing() {
            return;
        }
        let Ok((stream, _)) = accepted else {
            thread::sleep(BREATH);
            continue;
        };
        let place = Place::take(&open);
        let (house, number) = (Arc::clone(house), place.number);
        let attend = move || {
            let _place = place;
            // A client that leaves ends its own connection, nothing else.
            let _ = match number {
                ..MOST => connection::attend(stream, &house),
                _ => connection::refuse(&stream, Refusal::Busy),
            };
        };
        if number < MOST + MOST_REFUSED {
            let _ = thread::Builder::new().name("connection".into()).spawn(attend);
        }
    }
}

/// One of the connections that are open.
struct Place {
    number: usize,
    open: Arc<AtomicUsize>,
}

impl Place {
    fn take(open: &Arc<AtomicUsize>) -> Self {
        Self { number: open.fetch_add(1, Ordering::Relaxed), open: Arc::clone(open) }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.open.fetch_sub(1, Ordering::Relaxed);
    }
}
