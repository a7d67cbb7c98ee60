//! The private door behind which `tiny_http` answers: nobody but the front comes in by it.
//!
//! On Unix it is a socket in a folder that only this user can enter; elsewhere, or where the path of such a folder is too
//! long for a socket, a port of this machine. Others could find that port, so the front shows a pass.

use super::words;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use tempfile::TempDir;
use tiny_http::Listener;

/// The header in which the front shows its pass.
pub(super) const PASS: &str = "X-Verbeeld-Pass";

/// Where the front goes in.
#[derive(Debug, Clone)]
pub(super) enum Door {
    #[cfg(unix)]
    Socket(std::path::PathBuf),
    Port(SocketAddr),
}

/// A connection through the door.
pub(super) trait Way: Read + Write {}

impl<T: Read + Write> Way for T {}

impl Door {
    /// Makes a door in this folder, the `number`th, and the listener behind it.
    pub(super) fn make(folder: &TempDir, number: usize) -> io::Result<(Self, Listener)> {
        #[cfg(unix)]
        {
            let path = folder.path().join(number.to_string());
            // A path that is too long is told as such; then there is still the port.
            if let Ok(listener) = std::os::unix::net::UnixListener::bind(&path) {
                return Ok((Self::Socket(path), listener.into()));
            }
        }
        #[cfg(not(unix))]
        let _ = (folder, number);
        Self::port()
    }

    fn port() -> io::Result<(Self, Listener)> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        Ok((Self::Port(listener.local_addr()?), listener.into()))
    }

    /// Goes in.
    pub(super) fn enter(&self) -> io::Result<Box<dyn Way>> {
        match self {
            #[cfg(unix)]
            Self::Socket(path) => Ok(Box::new(std::os::unix::net::UnixStream::connect(path)?)),
            Self::Port(address) => {
                let stream = TcpStream::connect(address)?;
                stream.set_nodelay(true)?;
                Ok(Box::new(stream))
            }
        }
    }
}

/// A folder that only this user can enter. It goes when it is dropped.
pub(super) fn private_folder() -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("verbeeld-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir().map_err(|e| io::Error::other(words::no_private_folder(&std::env::temp_dir(), &e)))
}

/// A pass that nobody can guess: hashes under keys that the system chose.
pub(super) fn new_pass() -> String {
    format!("{:016x}{:016x}", RandomState::new().hash_one(1), RandomState::new().hash_one(2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn both_kinds_of_door_lead_in() {
        let folder = private_folder().unwrap();
        for (door, listener) in [Door::make(&folder, 0).unwrap(), Door::port().unwrap()] {
            let server = tiny_http::Server::from_listener(listener, None).unwrap();
            thread::scope(|scope| {
                scope.spawn(|| server.recv().unwrap().respond(tiny_http::Response::empty(204)).unwrap());
                let mut way = door.enter().unwrap();
                way.write_all(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n").unwrap();
                let mut said = String::new();
                way.read_to_string(&mut said).unwrap();
                assert!(said.starts_with("HTTP/1.1 204"), "{said}");
            });
        }
    }

    #[cfg(unix)]
    #[test]
    fn only_this_user_can_enter_and_nothing_stays_behind() {
        use std::os::unix::fs::MetadataExt;
        let folder = private_folder().unwrap();
        let path = folder.path().to_owned();
        let _door = Door::make(&folder, 0).unwrap();
        assert_eq!(path.metadata().unwrap().mode() & 0o777, 0o700);
        drop(folder);
        assert!(!path.exists());
    }

    #[test]
    fn passes_differ() {
        assert!(new_pass() != new_pass() && new_pass().len() == 32);
    }
}
