//! The dev server over real sockets: what a browser gets, what an attacker does not, what an open page is told.
mod crowd;
mod ending;
mod files;
#[cfg(target_os = "linux")]
mod opening;
mod refusing;
mod saving;
mod server;
mod starting;
mod telling;
#[cfg(unix)]
mod watching;
