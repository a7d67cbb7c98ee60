//! Takes a port and accepts connections, each on a thread of its own.
//!
//! A thread for each connection, not a pool: a browser holds several connections open per tab and one of them waits for
//! news, so with any fixed number of threads the tab after the last one hangs.

use super::connection;
use super::live::Live;
use super::{ServeError, words};
use socket2::{Domain, Protocol, Socket, Type};
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// How many ports after the wanted one are tried before the system may choose.
const NEXT_PORTS: u16 = 20;
/// More connections at once are not accepted: fifty tabs need fewer.
const MOST_CONNECTIONS: usize = 1000;

/// Takes a port: the wanted one, or the next that is free.
pub(super) fn listen(address: IpAddr, port: u16, fixed: bool) -> Result<TcpListener, ServeError> {
    let wanted = SocketAddr::new(address, port);
    let next = (1..=NEXT_PORTS).filter_map(|step| port.checked_add(step)).chain([0]);
    let others = next.take(if fixed { 0 } else { usize::MAX }).map(|port| SocketAddr::new(address, port));
    let mut last = None;
    for candidate in [wanted].into_iter().chain(others) {
        match bind(candidate) {
            Err(e) if e.kind() == ErrorKind::AddrInUse => last = Some(e),
            bound => return bound.map_err(|cause| ServeError::Listen { address: candidate, cause }),
        }
    }
    let cause = last.unwrap_or_else(|| ErrorKind::AddrInUse.into());
    Err(ServeError::Listen { address: wanted, cause })
}

fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    // Elsewhere than on Windows this only allows to take a port again that was just left.
    #[cfg(not(windows))]
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    socket.listen(128)?;
    Ok(socket.into())
}

/// The running server.
pub(super) struct Front {
    address: SocketAddr,
    live: Arc<Live>,
}

impl Front {
    /// Begins to accept.
    pub(super) fn start(listener: TcpListener, live: Arc<Live>) -> Result<Self, ServeError> {
        let address = listener.local_addr().map_err(ServeError::Io)?;
        let front = Self { address, live: Arc::clone(&live) };
        let accepting = move || accept(&listener, address.ip(), &live);
        thread::Builder::new().name("accept".into()).spawn(accepting).map_err(ServeError::Io)?;
        Ok(front)
    }

    /// Ends accepting, and every connection that waits for news.
    pub(super) fn stop(&self) {
        self.live.close();
        // Accepting ends at the next connection; this is it.
        let _ = TcpStream::connect_timeout(&reachable(self.address), Duration::from_millis(50));
    }
}

/// An address at which this machine reaches a server that listens here.
pub(super) fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

fn accept(listener: &TcpListener, listens: IpAddr, live: &Arc<Live>) {
    let open = Arc::new(AtomicUsize::new(0));
    for accepted in listener.incoming() {
        if live.is_closing() {
            return;
        }
        let Ok(stream) = accepted else {
            // The client was gone again, or there are no file handles for a moment.
            thread::sleep(Duration::from_millis(20));
            continue;
        };
        if open.load(Ordering::Relaxed) >= MOST_CONNECTIONS {
            continue;
        }
        let counted = Counted::new(&open);
        let live = Arc::clone(live);
        // Without a thread the connection is closed, and the browser tries again.
        let _ = thread::Builder::new().name("http".into()).spawn(move || {
            let _counted = counted;
            // A client that leaves ends its own connection, nothing else.
            let _ = connection::converse(stream, listens, &live);
        });
    }
}

/// One open connection; counts down also when its thread panics.
struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn new(open: &Arc<AtomicUsize>) -> Self {
        open.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(open))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// What the editor reads when the server cannot begin.
pub(super) fn told(address: SocketAddr, cause: &io::Error) -> String {
    match cause.kind() {
        ErrorKind::AddrInUse => words::port_taken(address),
        ErrorKind::PermissionDenied => words::port_refused(address),
        ErrorKind::AddrNotAvailable => words::address_unknown(address),
        _ => words::no_server(cause),
    }
}
