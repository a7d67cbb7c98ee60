//! Takes the port on which the server listens.

use super::{ServeError, words};
use socket2::{Domain, Protocol, Socket, Type};
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::time::Duration;

/// How many ports after the wanted one are tried before the system may choose.
const NEXT_PORTS: u16 = 20;
/// A client that does not read for so long is left.
const WRITING: Duration = Duration::from_secs(10);
/// A connection on which nothing comes in for so long is closed.
const SILENCE: Duration = Duration::from_secs(60);

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
    // tiny_http does not let us at its connections, but they inherit what is set here. Without the first, every answer
    // waits 40 ms for a packet to fill. The last holds for accepting too, but a knock comes in far more often.
    socket.set_tcp_nodelay(true)?;
    socket.set_write_timeout(Some(WRITING))?;
    socket.set_read_timeout(Some(SILENCE))?;
    socket.bind(&address.into())?;
    socket.listen(128)?;
    Ok(socket.into())
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

/// What the editor reads when the server cannot begin.
pub(super) fn told(address: SocketAddr, cause: &io::Error) -> String {
    match cause.kind() {
        ErrorKind::AddrInUse => words::port_taken(address),
        ErrorKind::PermissionDenied => words::port_refused(address),
        ErrorKind::AddrNotAvailable => words::address_unknown(address),
        _ => words::no_server(cause),
    }
}
