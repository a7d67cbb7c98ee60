//! Takes the port on which the server listens.

use super::{ServeError, words};
use socket2::{Domain, Protocol, Socket, Type};
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, UdpSocket};

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

/// An address at which others in the network reach a server that listens here.
pub(super) fn for_others(address: SocketAddr) -> Option<SocketAddr> {
    let ip = match address.ip() {
        ip if ip.is_loopback() => return None,
        IpAddr::V4(ip) if ip.is_unspecified() => {
            own_address(Ipv4Addr::UNSPECIFIED.into(), Ipv4Addr::new(192, 0, 2, 1).into())?
        }
        IpAddr::V6(ip) if ip.is_unspecified() => {
            let v6 = own_address(Ipv6Addr::UNSPECIFIED.into(), Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1).into());
            // Who listens on all addresses of the sixth kind mostly hears those of the fourth as well, which people can type.
            own_address(Ipv4Addr::UNSPECIFIED.into(), Ipv4Addr::new(192, 0, 2, 1).into()).or(v6)?
        }
        ip => ip,
    };
    Some(SocketAddr::new(ip, address.port()))
}

/// This machine's own address on the way to another. Nothing is sent: the system only says which way it would go. The
/// other is an address for examples (RFC 5737, RFC 3849), which exists nowhere.
fn own_address(any: IpAddr, other: IpAddr) -> Option<IpAddr> {
    let socket = UdpSocket::bind((any, 0)).ok()?;
    socket.connect((other, 9)).ok()?;
    let own = socket.local_addr().ok()?.ip();
    (!own.is_loopback() && !own.is_unspecified()).then_some(own)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn others_get_an_address_that_is_no_riddle() {
        let at = |address: &str| for_others(address.parse().unwrap());
        assert_eq!(at("127.0.0.1:1"), None);
        assert_eq!(at("[::1]:1"), None);
        assert_eq!(at("192.168.1.5:1"), Some("192.168.1.5:1".parse().unwrap()));
        for any in ["0.0.0.0:1", "[::]:1"] {
            // A machine without a network has none.
            assert!(
                at(any)
                    .is_none_or(|found| !found.ip().is_unspecified() && !found.ip().is_loopback() && found.port() == 1)
            );
        }
    }
}
