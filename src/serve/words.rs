//! Every Dutch sentence of the dev server: in the terminal, in the browser, in its own small pages.

use crate::diag::shown;
use crate::diag::words::output::io_cause;
use crate::html;
use crate::markup::Html;
use std::io;
use std::net::SocketAddr;
use std::path::Path;

/// The server is up.
pub(super) fn started(url: &str, instead_of: Option<u16>) -> String {
    let other =
        instead_of.map(|port| format!("Poort {port} is al in gebruik, daarom een andere.\n")).unwrap_or_default();
    format!("{other}Uw site staat op {url}\nBewaart u een bestand, dan ververst de pagina vanzelf. Stoppen: Ctrl+C.")
}

/// Others can reach it too: at this address, when it is known.
pub(super) fn open_to_others(url: Option<&str>) -> String {
    let at = match url {
        Some(url) => format!(", op {url}"),
        None => ". Het adres van deze computer in uw netwerk vindt u bij de netwerkinstellingen".into(),
    };
    format!("Let op: ook anderen in uw netwerk kunnen de site nu bekijken{at}.")
}

/// The server stops.
pub(super) const STOPPED: &str = "Gestopt.";

/// Changes cannot be watched as they should.
pub(super) fn watching_slowly(cause: &str) -> String {
    format!(
        "Let op: het systeem meldt wijzigingen niet ({cause}). Verbeeld kijkt nu zelf elke halve seconde; dat gaat iets trager."
    )
}

/// Why changes cannot be watched: nothing is told of them.
pub(super) const SILENT_DISK: &str = "deze schijf, misschien een netwerkschijf, meldt niets";

/// Changes cannot be watched at all.
pub(super) fn not_watching(cause: &str) -> String {
    format!("Let op: wijzigingen worden niet gezien ({cause}). Stop met Ctrl+C en begin opnieuw om ze te zien.")
}

/// The builder itself broke; it is tried again at the next save.
pub(super) const BUILDER_BROKE: &str =
    "Verbeeld zelf is vastgelopen bij het bouwen. Bewaar een bestand om het opnieuw te proberen, en meld deze fout.";

/// No port is free.
pub(super) fn port_taken(address: SocketAddr) -> String {
    format!("Poort {} is al in gebruik. Kies een andere poort, of stop het programma dat hem gebruikt.", address.port())
}

/// The system refuses the port.
pub(super) fn port_refused(address: SocketAddr) -> String {
    format!("U mag poort {} niet gebruiken. Kies een poort boven 1024.", address.port())
}

/// The address is not one of this machine.
pub(super) fn address_unknown(address: SocketAddr) -> String {
    format!("Het adres {} is niet van deze computer. Laat het weg om alleen hier te kijken.", address.ip())
}

/// Anything else about the network.
pub(super) fn no_server(cause: &io::Error) -> String {
    format!("De server kan niet beginnen: {}.", io_cause(cause))
}

/// There is no place for the folder that the server keeps to itself.
pub(super) fn no_private_folder(folder: &Path, cause: &io::Error) -> String {
    format!(
        "in de map voor tijdelijke bestanden ({}) kan niets worden gemaakt: {}. Maak die map of geef er rechten voor, of noem een andere \
         map in TMPDIR (op Windows: TEMP)",
        shown(folder),
        io_cause(cause)
    )
}

/// The handling of Ctrl-C could not be set up.
pub(super) fn no_signals(cause: &ctrlc::Error) -> String {
    let why = match cause {
        ctrlc::Error::System(cause) => io_cause(cause),
        ctrlc::Error::MultipleHandlers => "een ander deel van het programma let er al op".into(),
        ctrlc::Error::NoSuchSignal(_) => "dit systeem kent het niet".into(),
    };
    format!("Stoppen met Ctrl+C kan niet worden ingesteld: {why}.")
}

/// Words that the live script shows, by the names it knows them by. Is there a good version to be seen?
pub(super) fn in_the_browser(has_site: bool) -> serde_json::Value {
    let seen = if has_site { "U ziet de vorige goede versie." } else { "Er is nog geen goede versie om te tonen." };
    serde_json::json!({
        "heading": "Er klopt iets niet in de site",
        "intro": format!("{seen} Herstel wat hieronder staat en bewaar; deze melding verdwijnt dan vanzelf."),
        "warningsIntro": "De site is gemaakt. Dit verdient nog een blik; wat u herstelt, verdwijnt vanzelf uit deze lijst.",
        "close": "Sluiten",
        "show": "Er zijn fouten: toon ze",
        "gone": "De voorbeeldserver is gestopt. Start hem opnieuw; deze pagina verbindt dan vanzelf.",
    })
}

/// How many warnings there are, and how many of them are about the page that is open.
pub(super) fn warnings(all: usize, own: usize) -> String {
    match (all, own) {
        (1, 1) => "1 waarschuwing, op deze pagina".into(),
        (1, _) => "1 waarschuwing".into(),
        (_, 0) => format!("{all} waarschuwingen"),
        _ if own == all => format!("{all} waarschuwingen, alle op deze pagina"),
        _ => format!("{all} waarschuwingen, waarvan {own} op deze pagina"),
    }
}

/// Above the warnings of the page that is open, and above the others.
pub(super) const ON_THIS_PAGE: &str = "Op deze pagina";
pub(super) const ELSEWHERE: &str = "Elders in de site";

/// Warnings that are not shown here.
pub(super) fn more_warnings(number: usize) -> String {
    format!("En nog {number}. U ziet ze alle met: verbeeld check")
}

/// The looks of the server's own pages.
const STYLE: &str =
    "body{font:1.125rem/1.6 system-ui,sans-serif;max-width:40rem;margin:15vh auto;padding:0 1.5rem}pre{overflow:auto}";

/// A small page of the server itself.
pub(super) fn page(title: &str, told: Html) -> String {
    let scheme = Html::empty("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    let head = html![scheme, Html::element("style", &[], STYLE)];
    Html::page(title, head, Html::element("main", &[], html![Html::element("h1", &[], title), told]))
}

/// There is no page here, and the site has no page of its own to say so.
pub(super) fn missing() -> String {
    let way = html!["Ga naar ", Html::link("/", "het begin van de site"), "."];
    page("Deze pagina bestaat niet", Html::element("p", &[], way))
}

/// No build has succeeded yet; `problems` are those of the last one. They stand in the page itself, for who has no script that shows
/// them.
pub(super) fn no_site_yet(problems: Option<&Html>) -> String {
    let (title, told) = match problems {
        Some(_) => (
            "Er klopt iets niet in de site",
            "Er is nog geen goede versie om te tonen. Herstel wat hieronder staat en bewaar; de site verschijnt dan vanzelf.",
        ),
        None => ("Nog geen site", "De site is nog niet gebouwd. Zodra dat lukt, verschijnt hij hier vanzelf."),
    };
    page(title, html![Html::element("p", &[], told), problems.cloned().unwrap_or_default()])
}

/// Only reading is possible.
pub(super) const ONLY_READING: &str = "Deze server geeft alleen pagina's; iets sturen kan niet.\n";

/// The request cannot be understood.
pub(super) const MALFORMED: &str =
    "Deze aanvraag kan niet worden gelezen. Open de site in een browser, op het adres dat Verbeeld noemt.\n";

/// The address has broken percent signs, or does not begin with a slash.
pub(super) const NO_ADDRESS: &str = "Dit adres kan niet worden gelezen.\n";

/// The request is longer than any browser's.
pub(super) const TOO_LONG: &str = "Deze aanvraag is te lang.\n";

/// The request began and did not go on.
pub(super) const TOO_SLOW: &str = "Deze aanvraag kwam niet op tijd af.\n";

/// The request sends along more than could be of use.
pub(super) const TOO_MUCH: &str = "Bij deze aanvraag hoort te veel. Deze server geeft alleen pagina's.\n";

/// The request uses a part of HTTP that is of no use here.
pub(super) const NOT_DONE: &str = "Dat kan deze voorbeeldserver niet. Hij geeft alleen pagina's.\n";

/// There are too many connections.
pub(super) const TOO_BUSY: &str = "Het is te druk. Sluit een paar tabbladen en probeer het opnieuw.\n";

/// The address is there for open pages only.
pub(super) const ONLY_A_SOCKET: &str = "Dit adres is er alleen voor pagina's die openstaan.\n";

/// The request names a host that is not ours.
pub(super) const NOT_OUR_NAME: &str =
    "Deze voorbeeldserver is alleen te bekijken op deze computer, via localhost of 127.0.0.1.\n";

/// A part was asked for that the file does not have.
pub(super) const BEYOND: &str = "Het bestand is korter dan het gevraagde deel.\n";

/// The heading of a list of places in the overlay.
pub(super) fn place(path: &str, line: usize, column: usize) -> String {
    format!("{path}, regel {line}, kolom {column}")
}
