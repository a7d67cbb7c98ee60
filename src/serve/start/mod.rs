//! The start page: what someone sees who double-clicks the program. It opens a site, begins one, brings one to its place and shows the
//! manual, with forms that need no script.
//!
//! It knows nothing of how that is done: a [`Desk`] is asked. It listens on this machine only, and every address of it begins with a
//! word that nobody can guess, so no other website can ask for anything.

mod door;
mod form;
mod page;
mod route;

use super::{Note, ServeError, Stop, port};
use crate::markup::Html;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A site that was found in a usual place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is called.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
}

/// A site that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What it is called.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Where it can be viewed.
    pub url: String,
    /// The places that its settings tell, by name.
    pub places: Vec<String>,
}

/// Where a site is brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whereto {
    /// A place of its settings, by name.
    Place(String),
    /// A folder.
    Folder(PathBuf),
}

/// What the start page can do. What could not be done is told as safe HTML.
pub trait Desk: Send {
    /// The sites in the usual places.
    fn sites(&self) -> Vec<Found>;
    /// The folder in which a new site is proposed to come.
    fn usual_place(&self) -> PathBuf;
    /// Begins a site with this name in a new folder there; gives that folder.
    fn begin(&mut self, name: &str, there: PathBuf) -> Result<PathBuf, Html>;
    /// Opens a site; one that is open already just says so.
    fn open(&mut self, folder: PathBuf) -> Result<Opened, Html>;
    /// Builds an open site and brings it to its place; gives what to say of it.
    fn bring(&mut self, site: &Opened, whereto: Whereto) -> Result<Html, Html>;
    /// Shows the folder of an open site in the system's own window.
    fn show_folder(&self, site: &Opened);
    /// The manual, as safe HTML.
    fn manual(&self) -> String;
}

/// Shows the start page until `stop` says so, or somebody asks for it on the page. `announce` is told its address.
pub fn start(desk: impl Desk + 'static, stop: &Stop, announce: &mut dyn FnMut(&str)) -> Result<(), ServeError> {
    let (sender, notes) = channel();
    stop.ring(sender);
    let listener = port::listen(Ipv4Addr::LOCALHOST.into(), 0, false)?;
    let address = listener.local_addr().map_err(ServeError::Io)?;
    let secret = super::door::new_pass();
    let url = format!("http://{address}/{secret}/");
    let house = Arc::new(House {
        secret,
        address,
        stop: stop.clone(),
        desk: Mutex::new(route::Room { desk: Box::new(desk), open: Vec::new() }),
    });
    thread::Builder::new()
        .name("start".into())
        .spawn(move || door::accept(&listener, &house))
        .map_err(ServeError::Io)?;
    announce(&url);
    let _ = notes.iter().find(|note| matches!(note, Note::Stop));
    // Long enough for the last answer to arrive.
    thread::sleep(Duration::from_millis(300));
    Ok(())
}

/// What every connection needs.
struct House {
    secret: String,
    address: SocketAddr,
    stop: Stop,
    desk: Mutex<route::Room>,
}
