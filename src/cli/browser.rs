//! Opens the browser, or the window of a folder, of whoever sits at this computer.

use crate::diag::shown;
use std::path::Path;
use std::process::{Command, Stdio};

/// Shows a folder in the system's own window.
pub fn show_folder(folder: &Path) {
    if folder.is_dir() {
        open(&shown(folder));
    }
}

/// Opens an address of our own making; that it can't be opened is no mistake, as it is shown as well.
pub fn open(address: &str) {
    let mut command = opener();
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Ok(mut child) = command.spawn() {
        // Nobody waits for a browser; its process is taken leave of in its own time.
        std::thread::spawn(move || child.wait());
    }
}

#[cfg(windows)]
fn opener() -> Command {
    let mut command = Command::new("rundll32");
    command.arg("url.dll,FileProtocolHandler");
    command
}

#[cfg(target_vendor = "apple")]
fn opener() -> Command {
    Command::new("open")
}

#[cfg(not(any(windows, target_vendor = "apple")))]
fn opener() -> Command {
    Command::new("xdg-open")
}
