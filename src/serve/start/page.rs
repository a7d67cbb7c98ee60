//! The pages of the start page: Dutch, plain, without script.

use super::{Found, Opened};
use crate::diag::shown;
use crate::html;
use crate::markup::{Html, Piece};
use std::path::Path;

pub(super) const STYLE: &str = include_str!("stijl.css");

/// No folder was filled in, or only a part of a path.
pub(super) const NO_FOLDER: &str = "Vul het hele pad van een map in, zoals C:\\Users\\u\\Documents\\mijn-portaal of /home/u/mijn-portaal. In de Verkenner \
    staat het in de adresbalk: klik daarop en kopieer het.";
/// A new site has no name.
pub(super) const NO_NAME: &str = "Vul een naam in voor de nieuwe site.";

/// Where the manual comes, of which the writer of Markdown made HTML already. No text holds it.
const MANUAL: &str = "\u{fdd1}";

/// What was filled in before, when something was wrong with it.
#[derive(Default)]
pub(super) struct Filled {
    pub folder: String,
    pub name: String,
    pub place: String,
}

fn whole(title: &str, style: Html, body: Html) -> String {
    let icon = Html::empty("link", &[("rel", "icon"), ("href", "data:,")]);
    Html::page(title, html![icon, style], Html::element("main", &[], body))
}

fn page(title: &str, root: &str, body: Html) -> String {
    let style = format!("{root}stijl.css");
    whole(title, Html::empty("link", &[("rel", "stylesheet"), ("href", &style)]), body)
}

fn heading(words: &str) -> Html {
    Html::element("h1", &[], words)
}

fn paragraph(words: impl Into<Html>) -> Html {
    Html::element("p", &[], words)
}

/// A part of the page under its heading.
fn section(id: &'static str, title: &str, parts: Html) -> Html {
    let head = Html::element("h2", &[("id", id)], title);
    Html::element("section", &[("aria-labelledby", id)], html![head, parts])
}

/// What is sent to an address.
fn form(to: &str, parts: Html) -> Html {
    Html::element("form", &[("method", "post"), ("action", to)], parts)
}

/// A field with what it is called and, where that needs more words, how it is filled in.
fn field(name: &'static str, id: &'static str, label: &str, help: Option<&str>, written: &str) -> Html {
    let explained = format!("{id}-uitleg");
    let mut attributes =
        vec![("id", id), ("name", name), ("required", ""), ("autocomplete", "off"), ("value", written)];
    if help.is_some() {
        attributes.extend([("aria-describedby", explained.as_str()), ("spellcheck", "false")]);
    }
    let help = help.map(|help| Html::element("p", &[("class", "uitleg"), ("id", &explained)], help));
    let label = Html::element("label", &[("for", id)], label);
    html![label, Html::empty("input", &attributes), help.unwrap_or_default()]
}

fn act(words: &str) -> Html {
    Html::element("button", &[("class", "doe")], words)
}

fn alert(wrong: Option<Html>) -> Html {
    let Some(why) = wrong else { return Html::default() };
    let told = html![Html::element("h2", &[], "Dat lukte niet"), block(why)];
    Html::element("div", &[("class", "fout"), ("role", "alert")], told)
}

/// A sentence gets a paragraph; what has blocks of its own stays as it is.
fn block(told: Html) -> Html {
    let is_block = matches!(told.pieces().next(), Some(Piece::Open { .. }));
    if is_block { told } else { paragraph(told) }
}

/// The first page; `wrong` is what went wrong.
pub(super) fn front(
    root: &str,
    found: &[Found],
    open: &[Opened],
    usual: &Path,
    filled: &Filled,
    wrong: Option<Html>,
) -> String {
    let mut body = html![heading("Verbeeld"), paragraph("Wat wilt u doen?"), alert(wrong)];
    if !open.is_empty() {
        let sites = open.iter().enumerate().map(|(at, site)| Html::link(&format!("{root}site/{at}/"), &site.name));
        body.push(section("nu", "Nu open", Html::list("", sites)));
    }
    let to_open = format!("{root}open");
    let mut opening = Html::default();
    if !found.is_empty() {
        let sites = found.iter().map(|site| {
            let folder = shown(&site.folder);
            let words = html![&site.name, Html::element("small", &[], &folder)];
            Html::element("button", &[("name", "map"), ("value", &folder)], words)
        });
        opening.push(form(&to_open, Html::list("sites", sites)));
    }
    let other = if found.is_empty() { "De map van uw site" } else { "Of de map van een andere site" };
    let path = "Het hele pad. In de Verkenner staat het in de adresbalk.";
    opening.push(form(&to_open, html![field("map", "map", other, Some(path), &filled.folder), act("Openen")]));
    body.push(section("openen", "Een site openen", opening));
    let place = if filled.place.is_empty() { shown(usual) } else { filled.place.clone() };
    let makes =
        "Verbeeld maakt hierin een map met de naam van de site. Er komt een kleine voorbeeldsite in, die u ombouwt.";
    let fields = html![
        field("naam", "naam", "Naam van de site", None, &filled.name),
        field("plek", "plek", "Waar komt de map te staan?", Some(makes), &place),
        act("Beginnen")
    ];
    body.push(section("nieuw", "Een nieuwe site beginnen", form(&format!("{root}nieuw"), fields)));
    body.push(section("hulp", "Hulp", to_manual(root)));
    body.push(stop(root));
    page("Verbeeld", root, body)
}

fn to_manual(root: &str) -> Html {
    paragraph(Html::link(&format!("{root}handleiding"), "Lees de handleiding"))
}

fn to_front(root: &str) -> Html {
    paragraph(Html::link(root, "Terug naar het begin"))
}

fn stop(root: &str) -> Html {
    let to = format!("{root}stop");
    let button = Html::element("button", &[], "Verbeeld stoppen");
    Html::element("form", &[("class", "stop"), ("method", "post"), ("action", &to)], button)
}

/// The page of an open site; `done` is what came of what was asked.
pub(super) fn site(root: &str, here: &str, site: &Opened, folder: &str, done: Option<Result<Html, Html>>) -> String {
    let mut body = html![to_front(root), heading(&site.name)];
    match done {
        Some(Ok(said)) => body.push(Html::element("div", &[("class", "goed"), ("role", "status")], block(said))),
        Some(Err(why)) => body.push(alert(Some(why))),
        None => {}
    }
    let code = |words: &str| Html::element("code", &[], words);
    let look = Html::element("a", &[("class", "doe"), ("href", &site.url)], "Bekijk de site");
    let writing = "U schrijft in de bestanden van de site. Bewaart u een bestand, dan ververst de pagina vanzelf. Staat er een fout in, dan \
        leest u op de pagina wat er mis is.";
    let files = html!["De bestanden staan in ", code(&shown(&site.folder)), "."];
    let show = form(&format!("{here}map"), Html::element("button", &[], "Open die map"));
    let parts = html![paragraph(look), paragraph(writing), paragraph(files), show];
    body.push(section("bekijken", "Bekijken en schrijven", parts));
    let online = format!("{here}zet-online");
    let mut ways = Html::default();
    if !site.places.is_empty() {
        let places = site.places.iter().map(|place| {
            let words = format!("Zet online op “{place}”");
            Html::element("button", &[("name", "plaats"), ("value", place)], words)
        });
        let told = html!["In ", code("portal.toml"), " staan deze plaatsen:"];
        ways.push(form(&online, html![paragraph(told), Html::list("sites", places)]));
    }
    let which =
        "Bijvoorbeeld een map op een netwerkschijf. De map moet er al zijn en leeg zijn, of van een vorige keer.";
    let fields = html![field("map", "map", "Zet de site in een map", Some(which), folder), act("Zet de site daar")];
    ways.push(form(&online, fields));
    body.push(section("online", "Zet de site online", ways));
    body.push(html![to_manual(root), stop(root)]);
    page(&format!("{} – Verbeeld", site.name), root, body)
}

/// The manual, with the way back.
pub(super) fn manual(root: &str, manual: &str) -> String {
    let text = Html::element("div", &[("class", "tekst")], MANUAL);
    page("Handleiding – Verbeeld", root, html![to_front(root), text]).replacen(MANUAL, manual, 1)
}

/// The program has ended.
pub(super) fn stopped() -> String {
    let more = "U kunt dit venster sluiten. Wilt u verder? Start het programma opnieuw.";
    whole("Verbeeld is gestopt", Html::default(), html![heading("Verbeeld is gestopt"), paragraph(more)])
}

/// Nothing to see; says no more than that.
pub(super) fn refused() -> String {
    let more = "Start Verbeeld opnieuw; dan opent de goede pagina vanzelf.";
    whole("Verbeeld", Html::default(), html![heading("Dit adres doet het niet (meer)"), paragraph(more)])
}
