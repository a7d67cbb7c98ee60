//! `verbeeld start`: the start page, and what it opens when the program is double-clicked.

use super::plaats::counts;
use super::serve::SiteBuilder;
use super::{GOOD, browser, fail, handleiding, held, init, report, say, work};
use crate::diag::shown;
use crate::dutch::slug;
use crate::html;
use crate::markup::Html;
use crate::output::{deploy, finish, publish};
use crate::pipeline::{self, Keep, Memo};
use crate::serve::{Desk, Event, Found, Opened, Options, Stop, Whereto, problems, serve_until, start};
use crate::site::Target;
use crate::source::{self, Project, site_name, sites_below};
use std::collections::BTreeMap;
use std::io::{IsTerminal, stderr, stdin, stdout};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;

/// Does somebody look at windows, not at a terminal? A program of Windows that is double-clicked has a terminal of its own; it can't
/// tell that from another, so there the start page comes whenever somebody is there. Elsewhere a desktop gives none.
pub fn is_double_clicked() -> bool {
    if cfg!(windows) {
        return stdin().is_terminal() && stderr().is_terminal();
    }
    let has_desktop =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|v| !v.is_empty()));
    has_desktop && !stdin().is_terminal() && !stdout().is_terminal() && !stderr().is_terminal()
}

pub fn run(open: bool) -> u8 {
    let stop = match Stop::on_signals() {
        Ok(stop) => stop,
        Err(e) => return fail(e),
    };
    let desk = Table { open: BTreeMap::new() };
    let done = start(desk, &stop, &mut |url| {
        say::line(format_args!(
            "De startpagina van Verbeeld staat hier:\n{url}\nLaat dit venster openstaan zolang u werkt. Stoppen: Ctrl+C, of de knop op de pagina.\nWat u verder kunt typen, ziet u met: verbeeld --help"
        ));
        if open {
            browser::open(url);
        }
    });
    match done {
        Ok(()) => GOOD,
        Err(e) => fail(e),
    }
}

/// The desk of this computer.
struct Table {
    /// The sites that are open, by folder; each is served until the program ends.
    open: BTreeMap<PathBuf, String>,
}

/// The folders in which people keep their work, where they are.
fn usual_folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = std::env::current_dir().into_iter().collect();
    folders.extend(std::env::current_exe().ok().and_then(|program| program.parent().map(Path::to_path_buf)));
    if let Some(home) = std::env::home_dir() {
        let cloud = ["OneDrive", "OneDriveCommercial"].iter().filter_map(std::env::var_os).map(PathBuf::from);
        for base in cloud.chain([home.clone()]) {
            folders.extend(["Documents", "Documenten", "Desktop", "Bureaublad"].map(|name| base.join(name)));
        }
        folders.push(home);
    }
    folders.retain(|folder| folder.is_dir());
    folders
}

impl Desk for Table {
    fn sites(&self) -> Vec<Found> {
        sites_below(&usual_folders()).into_iter().map(|(name, folder)| Found { name, folder }).collect()
    }

    fn usual_place(&self) -> PathBuf {
        let folders = usual_folders();
        let named =
            |folder: &&PathBuf| folder.file_name().is_some_and(|name| name == "Documents" || name == "Documenten");
        folders.iter().find(named).cloned().or_else(std::env::home_dir).unwrap_or_else(|| PathBuf::from("."))
    }

    fn begin(&mut self, name: &str, there: PathBuf) -> Result<PathBuf, Html> {
        if !there.is_dir() {
            return Err(format!("De map {} is er niet. Maak hem eerst, of kies een andere.", shown(&there)).into());
        }
        let own = slug(name);
        if own.is_empty() {
            return Err("In de naam moeten letters of cijfers staan.".into());
        }
        let folder = there.join(own);
        if folder.exists() && !source::is_empty_folder(&folder).unwrap_or(false) {
            let taken =
                format!("De map {} is er al en is niet leeg. Kies een andere naam of een andere plek.", shown(&folder));
            return Err(taken.into());
        }
        init::begin(&folder, Some(name))?;
        Ok(folder)
    }

    fn open(&mut self, folder: PathBuf) -> Result<Opened, Html> {
        let project = held::whole(&folder).map_err(|e| e.to_string())?;
        let url = match self.open.get(&folder) {
            Some(url) => url.clone(),
            None => {
                let url = served(project.clone())?;
                self.open.insert(folder.clone(), url.clone());
                url
            }
        };
        let name = site_name(&folder).unwrap_or_else(|| shown(&folder));
        let places = source::read(&project)
            .map(|sources| pipeline::site(&sources, pipeline::Options::default()))
            .map(|site| crate::site::targets(&site.portal, &mut Vec::new()))
            .unwrap_or_default();
        Ok(Opened { name, folder, url, places: places.into_iter().map(|(name, _)| name).collect() })
    }

    fn bring(&mut self, site: &Opened, whereto: Whereto) -> Result<Html, Html> {
        let told = |why: &dyn std::fmt::Display| Html::text(&why.to_string());
        let project = held::whole(&site.folder).map_err(|e| told(&e))?;
        let _ = finish(&project.public, &project);
        let sources = source::read(&project).map_err(|e| told(&e))?;
        let mut memo = Memo::that_keeps(Keep::Site);
        work::recall(&project, &sources, &mut memo);
        let mut built = pipeline::build(&sources, pipeline::Options::default(), &mut memo);
        work::keep(&project, &memo);
        let Some(output) = &mut built.output else {
            let closing = report::unfinished(&built).unwrap_or_default();
            let list = problems(&built.problems, closing, &sources);
            let told = Html::element("p", &[], "Er staan nog fouten in de site. Er is niets geplaatst.");
            return Err(html![told, list]);
        };
        if built.packed {
            output.pack();
        }
        publish(output, &project.public, &project).map_err(|e| told(&e))?;
        let (name, target) = match whereto {
            Whereto::Folder(folder) => (shown(&folder), Target::Folder(folder)),
            Whereto::Place(name) => match built.targets.iter().find(|(known, _)| *known == name) {
                Some((_, Target::Folder(folder))) => (name, Target::Folder(project.root.join(folder))),
                Some((_, target)) => (name, target.clone()),
                None => return Err(format!("De plaats “{name}” staat niet in portal.toml.").into()),
            },
        };
        match deploy(&project, &target) {
            Ok(done) => Ok(format!("De site is geplaatst op “{name}”: {}.", counts(&done)).into()),
            Err(why) => Err(format!("De site is niet (helemaal) geplaatst op “{name}”: {why}").into()),
        }
    }

    fn show_folder(&self, site: &Opened) {
        browser::show_folder(&site.folder);
    }

    fn manual(&self) -> String {
        handleiding::html()
    }
}

/// Serves a site on a thread of its own, until the program ends; gives its address.
fn served(project: Project) -> Result<String, String> {
    let _ = finish(&project.public, &project);
    let builder = SiteBuilder::of(project, pipeline::Options::default());
    let (sender, address) = channel();
    let serving = move || {
        let tell = sender.clone();
        let mut announce = move |event: Event| {
            if let Event::Started { url, .. } = &event {
                let _ = tell.send(Ok(url.clone()));
            }
            say::line(event);
        };
        if let Err(why) = serve_until(builder, Options::default(), &Stop::new(), &mut announce) {
            let _ = sender.send(Err(why.to_string()));
        }
    };
    let begun = thread::Builder::new().name("serve".into()).spawn(serving);
    begun.map_err(|e| crate::diag::words::output::io_cause(&e))?;
    address.recv().unwrap_or_else(|_| Err("De site kan niet worden getoond.".to_owned()))
}
