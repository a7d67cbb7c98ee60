//! Takes the port on which the server listens.

use super::{ServeError, words};
use socket2::{Domain, Protocol, Socket, Type};
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

/// How many ports after the wanted one are tried before the system may choose.
const NEXT_PORTS: u16 = 20;

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

/// Asks the system for as many handles as this process may have: a request takes four, and some systems begin with 256.
pub(super) fn allow_handles() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, getrlimit, setrlimit};
        let mut limit = getrlimit(Resource::Nofile);
        limit.current = limit.maximum;
        // Where that is refused, there are as many as there were.
        let _ = setrlimit(Resource::Nofile, limit);
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

/// What the editor reads when the server cannot begin.
pub(super) fn told(address: SocketAddr, cause: &io::Error) -> String {
    match cause.kind() {
        ErrorKind::AddrInUse => words::port_taken(address),
        ErrorKind::PermissionDenied => words::port_refused(address),
        ErrorKind::AddrNotAvailable => words::address_unknown(address),
        _ => words::no_server(cause),
    }
}
