//! The HTTP server: takes requests from the network and sends what [`answer`](super::answer) says.
//!
//! It rests on `tiny_http`, which gives every connection a thread and hands over whole requests. What that crate does
//! not do is done here: no delay of small packets, a limit to how long a client may refuse to read, a new start when
//! accepting connections fails, and no end of the server when one request panics.

use super::answer::{Answer, Ask, answer};
use super::host::{is_own_origin, may_ask};
use super::live::Live;
use super::socket::{self, Visitor};
use super::{ServeError, words};
use socket2::{Domain, Protocol, Socket, Type};
use std::io::{self, Cursor, ErrorKind, Read};
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// Threads that answer. Each answer takes well under a millisecond; more only helps against slow readers.
const WORKERS: usize = 8;
/// How many ports after the wanted one are tried before the system may choose.
const NEXT_PORTS: u16 = 20;
/// A client that does not read for so long is left.
const PATIENCE: Duration = Duration::from_secs(10);

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
    // Connections inherit both. Without the first every answer waits 40 ms for a packet to fill.
    socket.set_tcp_nodelay(true)?;
    socket.set_write_timeout(Some(PATIENCE))?;
    socket.bind(&address.into())?;
    socket.listen(128)?;
    Ok(socket.into())
}

/// The running server.
pub(super) struct Front {
    listener: TcpListener,
    address: SocketAddr,
    live: Arc<Live>,
    server: Mutex<Arc<Server>>,
}

impl Front {
    /// Begins to answer.
    pub(super) fn start(listener: TcpListener, live: Arc<Live>) -> Result<Arc<Self>, ServeError> {
        let address = listener.local_addr().map_err(ServeError::Io)?;
        let server = Mutex::new(Arc::new(begin(&listener).map_err(ServeError::Io)?));
        let front = Arc::new(Self { listener, address, live, server });
        for _ in 0..WORKERS {
            let front = Arc::clone(&front);
            thread::Builder::new().name("http".into()).spawn(move || front.work()).map_err(ServeError::Io)?;
        }
        Ok(front)
    }

    /// Ends the workers and every connection that waits for news.
    pub(super) fn stop(&self) {
        self.live.close();
        let server = self.current();
        (0..WORKERS).for_each(|_| server.unblock());
    }

    fn current(&self) -> Arc<Server> {
        Arc::clone(&self.server.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn work(&self) {
        while !self.live.is_closing() {
            let server = self.current();
            match server.recv() {
                // A disconnect at the wrong moment makes tiny_http panic; only this request is lost.
                Ok(request) => drop(catch_unwind(AssertUnwindSafe(|| self.handle(request)))),
                Err(_) if self.live.is_closing() => return,
                Err(_) => self.renew(&server),
            }
        }
    }

    /// Accepting connections failed, and `tiny_http` stops at that: begins anew on the same port.
    fn renew(&self, failed: &Arc<Server>) {
        // Out of file handles, for one, is not over at once.
        thread::sleep(Duration::from_millis(50));
        let mut server = self.server.lock().unwrap_or_else(PoisonError::into_inner);
        if !Arc::ptr_eq(&server, failed) {
            return;
        }
        if let Ok(new) = begin(&self.listener) {
            *server = Arc::new(new);
            // The other workers wait at the old one.
            (0..WORKERS).for_each(|_| failed.unblock());
        }
    }

    fn handle(&self, request: Request) {
        if request.url().split('?').next() == Some(socket::PATH) {
            return self.connect(request);
        }
        let method = request.method().to_string();
        let ask = Ask {
            method: &method,
            target: request.url(),
            host: header(&request, "Host"),
            if_none_match: header(&request, "If-None-Match"),
            if_range: header(&request, "If-Range"),
            range: header(&request, "Range"),
        };
        let answer = answer(&self.live.snapshot(), self.address.ip(), &ask);
        let has_body = request.body_length().is_some_and(|l| l > 0) || header(&request, "Transfer-Encoding").is_some();
        if has_body {
            // Ending such a request reads the rest of its body, which may never come.
            let _ = thread::Builder::new().name("http-body".into()).spawn(move || send(request, answer));
        } else {
            send(request, answer);
        }
    }

    /// Turns the request into a WebSocket, on a thread of its own.
    fn connect(&self, request: Request) {
        let host = header(&request, "Host").unwrap_or_default();
        let is = |name: &'static str, value: &str| {
            header(&request, name).is_some_and(|v| v.split(',').any(|word| word.trim().eq_ignore_ascii_case(value)))
        };
        let own = header(&request, "Origin").is_none_or(|origin| is_own_origin(origin, host));
        let refused = if !may_ask(host, self.address.ip()) || !own {
            Some(403)
        } else if *request.method() != Method::Get || !is("Upgrade", "websocket") || !is("Connection", "upgrade") {
            Some(400)
        } else if !is("Sec-WebSocket-Version", "13") {
            Some(426)
        } else {
            None
        };
        let key = header(&request, "Sec-WebSocket-Key").map(socket::accept);
        let (None, Some(key)) = (refused, key) else {
            let response = Response::empty(refused.unwrap_or(400));
            let response =
                plain_header("Sec-WebSocket-Version", "13").into_iter().fold(response, Response::with_header);
            let _ = request.respond(response);
            return;
        };
        let visitor = Visitor::of(request.url());
        let live = Arc::clone(&self.live);
        let _ = thread::Builder::new().name("live".into()).spawn(move || {
            let response = Response::empty(101);
            let response = plain_header("Sec-WebSocket-Accept", &key).into_iter().fold(response, Response::with_header);
            let mut connection = request.upgrade("websocket", response);
            // It ends when the page is closed; nobody needs to hear of that.
            let _ = socket::keep_informed(&mut connection, &visitor, &live);
        });
    }
}

fn begin(listener: &TcpListener) -> io::Result<Server> {
    Server::from_listener(listener.try_clone()?, None).map_err(io::Error::other)
}

fn header<'r>(request: &'r Request, name: &'static str) -> Option<&'r str> {
    request.headers().iter().find(|h| h.field.equiv(name)).map(|h| h.value.as_str())
}

/// A header, unless it holds what a header cannot.
fn plain_header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

fn send(request: Request, answer: Answer) {
    let Answer { status, headers, body, range } = answer;
    let length = range.len();
    let mut reader = Cursor::new(body);
    reader.set_position(range.start as u64);
    let headers = headers.iter().map(|(name, value)| (*name, value.as_str())).chain([("Server", "Verbeeld")]);
    let headers = headers.filter_map(|(name, value)| plain_header(name, value)).collect();
    let response = Response::new(StatusCode(status), headers, reader.take(length as u64), Some(length), None);
    let _ = request.respond(response.with_chunked_threshold(usize::MAX));
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
