//! What is asked of the start page, and what is answered.

use super::form::field;
use super::{Desk, Opened, Whereto, page};
use crate::markup::Html;
use std::path::{Path, PathBuf};

/// What the desk stands in: all who ask meet here, one after another.
pub(super) struct Room {
    pub desk: Box<dyn Desk>,
    /// The sites that are open. Their places in this list stand in addresses.
    pub open: Vec<Opened>,
}

/// A request, with the secret taken off its address.
pub(super) struct Ask<'a> {
    pub path: &'a str,
    /// What was filled in; nothing when a page is only asked for.
    pub form: Option<&'a [(String, String)]>,
    /// Where the start page stands: before all addresses.
    pub root: &'a str,
}

/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reply {
    pub status: u16,
    pub kind: &'static str,
    pub body: String,
    /// Where the browser goes on.
    pub to: Option<String>,
    /// Does the program end with it?
    pub ends: bool,
}

impl Reply {
    fn page(status: u16, body: String) -> Self {
        Self { status, kind: "text/html; charset=utf-8", body, to: None, ends: false }
    }

    /// After a form the browser asks for a page, so that showing it again does nothing again.
    fn to(address: String) -> Self {
        Self { to: Some(address), ..Self::page(303, String::new()) }
    }

    /// No page of ours, or not for you.
    pub(super) fn refused(status: u16) -> Self {
        Self::page(status, page::refused())
    }

    pub(super) fn bytes(&self, head_only: bool) -> Vec<u8> {
        let name = match self.status {
            200 => "OK",
            303 => "See Other",
            403 => "Forbidden",
            405 => "Method Not Allowed",
            422 => "Unprocessable Content",
            _ => "Not Found",
        };
        let to = self.to.as_ref().map(|to| format!("Location: {to}\r\n")).unwrap_or_default();
        let head = format!(
            "HTTP/1.1 {} {name}\r\nServer: Verbeeld\r\nContent-Type: {}\r\nContent-Length: {}\r\n{to}Cache-Control: no-store\r\n\
             Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'\r\n\
             X-Content-Type-Options: nosniff\r\nReferrer-Policy: same-origin\r\nCross-Origin-Resource-Policy: same-origin\r\n\
             Cross-Origin-Opener-Policy: same-origin\r\nConnection: close\r\n\r\n",
            self.status,
            self.kind,
            self.body.len()
        );
        if head_only { head.into_bytes() } else { [head.as_bytes(), self.body.as_bytes()].concat() }
    }
}

pub(super) fn answer(room: &mut Room, ask: &Ask<'_>) -> Reply {
    match (ask.path, ask.form) {
        // Relative addresses count from a slash.
        ("", None) => Reply::to(ask.root.to_owned()),
        ("/", None) => Reply::page(200, front(room, ask, &page::Filled::default(), None)),
        ("/stijl.css", None) => Reply { kind: "text/css; charset=utf-8", ..Reply::page(200, page::STYLE.to_owned()) },
        ("/handleiding", None) => Reply::page(200, page::manual(ask.root, &room.desk.manual())),
        ("/open", Some(form)) => open(room, ask, form),
        ("/nieuw", Some(form)) => begin(room, ask, form),
        ("/stop", Some(_)) => Reply { ends: true, ..Reply::page(200, page::stopped()) },
        (path, form) => site(room, ask, path, form).unwrap_or_else(|| Reply::refused(404)),
    }
}

fn front(room: &Room, ask: &Ask<'_>, filled: &page::Filled, wrong: Option<Html>) -> String {
    page::front(ask.root, &room.desk.sites(), &room.open, &room.desk.usual_place(), filled, wrong)
}

fn open(room: &mut Room, ask: &Ask<'_>, form: &[(String, String)]) -> Reply {
    let written = field(form, "map");
    let filled = page::Filled { folder: written.to_owned(), ..page::Filled::default() };
    let Some(folder) = folder(written) else {
        return Reply::page(422, front(room, ask, &filled, Some(page::NO_FOLDER.into())));
    };
    opened(room, ask, folder, &filled)
}

fn begin(room: &mut Room, ask: &Ask<'_>, form: &[(String, String)]) -> Reply {
    let (name, place) = (field(form, "naam"), field(form, "plek"));
    let filled = page::Filled { name: name.to_owned(), place: place.to_owned(), ..page::Filled::default() };
    if name.is_empty() {
        return Reply::page(422, front(room, ask, &filled, Some(page::NO_NAME.into())));
    }
    let place = folder(place).unwrap_or_else(|| room.desk.usual_place());
    match room.desk.begin(name, place) {
        Ok(folder) => opened(room, ask, folder, &page::Filled::default()),
        Err(why) => Reply::page(422, front(room, ask, &filled, Some(why))),
    }
}

fn opened(room: &mut Room, ask: &Ask<'_>, folder: PathBuf, filled: &page::Filled) -> Reply {
    match room.desk.open(folder) {
        Ok(site) => {
            let at = match room.open.iter().position(|known| known.folder == site.folder) {
                Some(at) => {
                    room.open[at] = site;
                    at
                }
                None => {
                    room.open.push(site);
                    room.open.len() - 1
                }
            };
            Reply::to(format!("{}site/{at}/", ask.root))
        }
        Err(why) => Reply::page(422, front(room, ask, filled, Some(why))),
    }
}

/// The pages of an open site.
fn site(room: &mut Room, ask: &Ask<'_>, path: &str, form: Option<&[(String, String)]>) -> Option<Reply> {
    let (number, act) = path.strip_prefix("/site/")?.split_once('/')?;
    let site = room.open.get(number.parse::<usize>().ok()?)?.clone();
    let here = format!("{}site/{number}/", ask.root);
    Some(match (act, form) {
        // What its settings say may have changed.
        ("", None) => match room.desk.open(site.folder.clone()) {
            Ok(now) => Reply::page(200, page::site(ask.root, &here, &now, "", None)),
            Err(why) => Reply::page(200, page::site(ask.root, &here, &site, "", Some(Err(why)))),
        },
        ("map", Some(_)) => {
            room.desk.show_folder(&site);
            Reply::to(here)
        }
        ("zet-online", Some(form)) => {
            let (place, written) = (field(form, "plaats"), field(form, "map"));
            let whereto = match (place, folder(written)) {
                ("", Some(folder)) => Ok(Whereto::Folder(folder)),
                ("", None) => Err(page::NO_FOLDER.into()),
                (place, _) => Ok(Whereto::Place(place.to_owned())),
            };
            let done = whereto.and_then(|whereto| room.desk.bring(&site, whereto));
            let status = if done.is_ok() { 200 } else { 422 };
            Reply::page(status, page::site(ask.root, &here, &site, written, Some(done)))
        }
        _ => return None,
    })
}

/// A folder as people paste it: Windows copies a path with quotation marks. Nothing when there is none, or only a part of one.
fn folder(written: &str) -> Option<PathBuf> {
    let bare = written.trim().trim_matches(['"', '“', '”', '\'']).trim();
    let path = match bare.strip_prefix("~/") {
        Some(rest) => std::env::home_dir()?.join(rest),
        None => PathBuf::from(bare),
    };
    // Who pastes the settings or the folder with the sources means the project.
    let path =
        if path.file_name().is_some_and(|name| name == "portal.toml") { path.parent()?.to_path_buf() } else { path };
    let inside = path.file_name().is_some_and(|name| name == "site") && path.join("portal.toml").is_file();
    let path = if inside { path.parent().map(Path::to_path_buf)? } else { path };
    path.is_absolute().then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::start::Found;

    struct Table;

    impl Desk for Table {
        fn sites(&self) -> Vec<Found> {
            vec![Found { name: "Kust <b>".into(), folder: "/sites/kust".into() }]
        }
        fn usual_place(&self) -> PathBuf {
            "/sites".into()
        }
        fn begin(&mut self, name: &str, there: PathBuf) -> Result<PathBuf, Html> {
            if name == "vol" { Err("Daar staat al iets.".into()) } else { Ok(there.join(name)) }
        }
        fn open(&mut self, folder: PathBuf) -> Result<Opened, Html> {
            match folder.ends_with("leeg") {
                true => Err("Daar staat geen site.".into()),
                false => Ok(Opened {
                    name: "Kust".into(),
                    folder,
                    url: "http://127.0.0.1:1/".into(),
                    places: vec!["web".into()],
                }),
            }
        }
        fn bring(&mut self, _: &Opened, whereto: Whereto) -> Result<Html, Html> {
            Ok(format!("{whereto:?}").into())
        }
        fn show_folder(&self, _: &Opened) {}
        fn manual(&self) -> String {
            "<h1>Handleiding</h1>".into()
        }
    }

    fn ask(room: &mut Room, path: &str, form: Option<&[(&str, &str)]>) -> Reply {
        let form: Option<Vec<(String, String)>> =
            form.map(|fields| fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect());
        answer(room, &Ask { path, form: form.as_deref(), root: "/w/" })
    }

    fn room() -> Room {
        Room { desk: Box::new(Table), open: Vec::new() }
    }

    #[test]
    fn a_site_is_opened_once_and_brought() {
        let mut room = room();
        let page = ask(&mut room, "/", None);
        assert!(page.status == 200 && page.body.contains("Kust &lt;b&gt;") && !page.body.contains("<b>"));
        for _ in 0..2 {
            let reply = ask(&mut room, "/open", Some(&[("map", "\"/sites/kust\"")]));
            assert_eq!((reply.status, reply.to.as_deref()), (303, Some("/w/site/0/")));
        }
        assert!(ask(&mut room, "/", None).body.contains("/w/site/0/"));
        let page = ask(&mut room, "/site/0/", None);
        assert!(page.body.contains("http://127.0.0.1:1/") && page.body.contains("web"));
        assert!(
            ask(&mut room, "/site/0/zet-online", Some(&[("plaats", "web")])).body.contains("Place(&quot;web&quot;)")
        );
        assert!(ask(&mut room, "/site/0/zet-online", Some(&[("map", "/srv/web")])).body.contains("/srv/web"));
        assert_eq!(ask(&mut room, "/site/0/zet-online", Some(&[("map", "web")])).status, 422);
    }

    #[test]
    fn what_goes_wrong_is_told_where_it_was_filled_in() {
        let mut room = room();
        for (path, form, told) in [
            ("/open", [("map", ""), ("", "")], page::NO_FOLDER),
            ("/open", [("map", "sites/kust"), ("", "")], page::NO_FOLDER),
            ("/open", [("map", "/sites/leeg"), ("", "")], "Daar staat geen site."),
            ("/nieuw", [("naam", " "), ("plek", "/sites")], page::NO_NAME),
            ("/nieuw", [("naam", "vol"), ("plek", "/sites")], "Daar staat al iets."),
        ] {
            let reply = ask(&mut room, path, Some(&form));
            assert!(reply.status == 422 && reply.body.contains(told), "{path} {form:?}");
            assert!(reply.body.contains("role=\"alert\""));
        }
        assert!(
            ask(&mut room, "/open", Some(&[("map", "/sites/\"x\"/leeg")]))
                .body
                .contains("value=\"/sites/&quot;x&quot;/leeg\"")
        );
    }

    #[test]
    fn a_new_site_is_opened() {
        let mut room = room();
        assert_eq!(ask(&mut room, "/nieuw", Some(&[("naam", "dal")])).to.as_deref(), Some("/w/site/0/"));
        assert_eq!(room.open[0].folder, Path::new("/sites/dal"));
    }

    #[test]
    fn what_is_not_there_is_not_there() {
        let mut room = room();
        for path in ["/x", "/site/0/", "/site/x/", "/site/", "/open", "/stop"] {
            assert_eq!(ask(&mut room, path, None).status, 404, "{path}");
        }
        assert_eq!(ask(&mut room, "/site/0/map", Some(&[])).status, 404);
        assert!(ask(&mut room, "/stop", Some(&[])).ends);
    }
}
