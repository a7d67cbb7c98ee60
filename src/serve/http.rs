//! The HTTP server: takes requests from `tiny_http` and has each answered.
//!
//! That crate gives every connection a thread and hands over whole requests. Three things it leaves to us: that no
//! connection is forgotten ([`knock`](super::knock)), a new start when accepting connections fails, and timeouts (see
//! [`port`](super::port)).

use super::live::Live;
use super::{ServeError, knock, port, request};
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use tiny_http::Server;

/// The running server.
pub(super) struct Front {
    listener: TcpListener,
    address: SocketAddr,
    live: Arc<Live>,
    /// Rings at every request.
    bell: SyncSender<()>,
    /// The last one accepts connections. Those before it failed at that, but still serve the connections they have.
    servers: Mutex<Vec<Arc<Server>>>,
}

impl Front {
    /// Begins to answer.
    pub(super) fn start(listener: TcpListener, live: Arc<Live>) -> Result<Arc<Self>, ServeError> {
        let address = listener.local_addr().map_err(ServeError::Io)?;
        let (bell, rings) = sync_channel(1);
        let front = Arc::new(Self { listener, address, live, bell, servers: Mutex::default() });
        front.accept().map_err(ServeError::Io)?;
        let knocking = Arc::clone(&front);
        let knock = move || knocking.knock(&rings);
        thread::Builder::new().name("knock".into()).spawn(knock).map_err(ServeError::Io)?;
        Ok(front)
    }

    /// Ends accepting, and every connection that waits for news.
    pub(super) fn stop(&self) {
        self.live.close();
        let _ = self.bell.try_send(());
        let mut servers = self.servers.lock().unwrap_or_else(PoisonError::into_inner);
        servers.drain(..).for_each(|server| server.unblock());
    }

    fn knock(self: &Arc<Self>, rings: &Receiver<()>) {
        // Should accepting fail anew, the next knocks are not heard and bring us here again.
        let replace = || drop(self.accept());
        knock::keep_knocking(port::reachable(self.address), rings, &|| self.live.is_closing(), &replace);
    }

    /// Begins to accept connections, unless the server stops.
    fn accept(self: &Arc<Self>) -> io::Result<()> {
        let mut servers = self.servers.lock().unwrap_or_else(PoisonError::into_inner);
        if self.live.is_closing() {
            return Ok(());
        }
        let server = Server::from_listener(self.listener.try_clone()?, None).map_err(io::Error::other)?;
        let server = Arc::new(server);
        let (front, receiving) = (Arc::clone(self), Arc::clone(&server));
        thread::Builder::new().name("http".into()).spawn(move || front.receive(&receiving))?;
        servers.push(server);
        Ok(())
    }

    /// Has requests answered, each on a thread of its own: a client that reads slowly keeps nobody else waiting.
    fn receive(&self, server: &Server) {
        while !self.live.is_closing() {
            // When accepting has failed, which this is told once, there are still the connections that were accepted.
            let Ok(request) = server.recv() else { continue };
            // When it is full, the knocker knows already.
            let _ = self.bell.try_send(());
            let (live, listens) = (Arc::clone(&self.live), self.address.ip());
            let handle = move || request::handle(request, listens, &live);
            // Without a thread, the request is dropped, and tiny_http answers that there is an error.
            let _ = thread::Builder::new().name("answer".into()).spawn(handle);
        }
    }
}
