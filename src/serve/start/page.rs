//! The pages of the start page: Dutch, plain, without script.

use super::{Found, Opened};
use crate::diag::shown;
use crate::serve::overlay::escape as e;
use std::fmt::Write;
use std::path::Path;

pub(super) const STYLE: &str = include_str!("stijl.css");

/// No folder was filled in, or only a part of a path.
pub(super) const NO_FOLDER: &str = "Vul het hele pad van een map in, zoals C:\\Users\\u\\Documents\\mijn-portaal of /home/u/mijn-portaal. In de Verkenner \
    staat het in de adresbalk: klik daarop en kopieer het.";
/// A new site has no name.
pub(super) const NO_NAME: &str = "Vul een naam in voor de nieuwe site.";

/// What was filled in before, when something was wrong with it.
#[derive(Default)]
pub(super) struct Filled {
    pub folder: String,
    pub name: String,
    pub place: String,
}

fn whole(title: &str, style: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n{style}</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

fn page(title: &str, root: &str, body: &str) -> String {
    whole(title, &format!("<link rel=\"stylesheet\" href=\"{root}stijl.css\">\n"), body)
}

fn alert(wrong: Option<&str>) -> String {
    wrong
        .map(|why| format!("<div class=\"fout\" role=\"alert\"><h2>Dat lukte niet</h2>{}</div>\n", block(why)))
        .unwrap_or_default()
}

/// A sentence gets a paragraph; what has blocks of its own stays as it is.
fn block(html: &str) -> String {
    if html.trim_start().starts_with('<') { html.to_owned() } else { format!("<p>{html}</p>") }
}

/// The first page. `wrong` is safe HTML.
pub(super) fn front(
    root: &str,
    found: &[Found],
    open: &[Opened],
    usual: &Path,
    filled: &Filled,
    wrong: Option<&str>,
) -> String {
    let mut body = format!("<h1>Verbeeld</h1>\n<p>Wat wilt u doen?</p>\n{}", alert(wrong));
    if !open.is_empty() {
        body.push_str("<section aria-labelledby=\"nu\">\n<h2 id=\"nu\">Nu open</h2>\n<ul>\n");
        for (at, site) in open.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = writeln!(body, "<li><a href=\"{root}site/{at}/\">{}</a></li>", e(&site.name));
        }
        body.push_str("</ul>\n</section>\n");
    }
    body.push_str("<section aria-labelledby=\"openen\">\n<h2 id=\"openen\">Een site openen</h2>\n");
    if !found.is_empty() {
        let _ = write!(body, "<form method=\"post\" action=\"{root}open\">\n<ul class=\"sites\">\n");
        for site in found {
            let folder = e(&shown(&site.folder));
            let name = e(&site.name);
            let _ = writeln!(
                body,
                "<li><button name=\"map\" value=\"{folder}\">{name}<small>{folder}</small></button></li>"
            );
        }
        body.push_str("</ul>\n</form>\n");
    }
    let other = if found.is_empty() { "De map van uw site" } else { "Of de map van een andere site" };
    let _ = write!(
        body,
        "<form method=\"post\" action=\"{root}open\">\n<label for=\"map\">{other}</label>\n\
         <input id=\"map\" name=\"map\" required aria-describedby=\"map-uitleg\" spellcheck=\"false\" autocomplete=\"off\" value=\"{}\">\n\
         <p class=\"uitleg\" id=\"map-uitleg\">Het hele pad. In de Verkenner staat het in de adresbalk.</p>\n<button class=\"doe\">Openen</button>\n</form>\n</section>\n",
        e(&filled.folder)
    );
    let place = if filled.place.is_empty() { shown(usual) } else { filled.place.clone() };
    let _ = write!(
        body,
        "<section aria-labelledby=\"nieuw\">\n<h2 id=\"nieuw\">Een nieuwe site beginnen</h2>\n<form method=\"post\" action=\"{root}nieuw\">\n\
         <label for=\"naam\">Naam van de site</label>\n<input id=\"naam\" name=\"naam\" required autocomplete=\"off\" value=\"{}\">\n\
         <label for=\"plek\">Waar komt de map te staan?</label>\n\
         <input id=\"plek\" name=\"plek\" required aria-describedby=\"plek-uitleg\" spellcheck=\"false\" autocomplete=\"off\" value=\"{}\">\n\
         <p class=\"uitleg\" id=\"plek-uitleg\">Verbeeld maakt hierin een map met de naam van de site. Er komt een kleine voorbeeldsite in, die u ombouwt.</p>\n\
         <button class=\"doe\">Beginnen</button>\n</form>\n</section>\n",
        e(&filled.name),
        e(&place)
    );
    body.push_str(&format!(
        "<section aria-labelledby=\"hulp\">\n<h2 id=\"hulp\">Hulp</h2>\n<p><a href=\"{root}handleiding\">Lees de handleiding</a></p>\n</section>\n{}",
        stop(root)
    ));
    page("Verbeeld", root, &body)
}

fn stop(root: &str) -> String {
    format!("<form class=\"stop\" method=\"post\" action=\"{root}stop\"><button>Verbeeld stoppen</button></form>\n")
}

/// The page of an open site; `done` is what came of what was asked, as safe HTML.
pub(super) fn site(
    root: &str,
    here: &str,
    site: &Opened,
    folder: &str,
    done: Option<&Result<String, String>>,
) -> String {
    let name = e(&site.name);
    let mut body = format!("<p><a href=\"{root}\">Terug naar het begin</a></p>\n<h1>{name}</h1>\n");
    match done {
        Some(Ok(said)) => body.push_str(&format!("<div class=\"goed\" role=\"status\">{}</div>\n", block(said))),
        Some(Err(why)) => body.push_str(&alert(Some(why))),
        None => {}
    }
    let _ = write!(
        body,
        "<section aria-labelledby=\"bekijken\">\n<h2 id=\"bekijken\">Bekijken en schrijven</h2>\n\
         <p><a class=\"doe\" href=\"{}\">Bekijk de site</a></p>\n\
         <p>U schrijft in de bestanden van de site. Bewaart u een bestand, dan ververst de pagina vanzelf. Staat er een fout in, dan leest u op de pagina wat er mis is.</p>\n\
         <p>De bestanden staan in <code>{}</code>.</p>\n\
         <form method=\"post\" action=\"{here}map\"><button>Open die map</button></form>\n</section>\n",
        e(&site.url),
        e(&shown(&site.folder))
    );
    body.push_str("<section aria-labelledby=\"online\">\n<h2 id=\"online\">Zet de site online</h2>\n");
    if !site.places.is_empty() {
        let _ = write!(
            body,
            "<form method=\"post\" action=\"{here}zet-online\">\n<p>In <code>portal.toml</code> staan deze plaatsen:</p>\n<ul class=\"sites\">\n"
        );
        for place in &site.places {
            let place = e(place);
            let _ =
                writeln!(body, "<li><button name=\"plaats\" value=\"{place}\">Zet online op “{place}”</button></li>");
        }
        body.push_str("</ul>\n</form>\n");
    }
    let _ = write!(
        body,
        "<form method=\"post\" action=\"{here}zet-online\">\n<label for=\"map\">Zet de site in een map</label>\n\
         <input id=\"map\" name=\"map\" required aria-describedby=\"map-uitleg\" spellcheck=\"false\" autocomplete=\"off\" value=\"{}\">\n\
         <p class=\"uitleg\" id=\"map-uitleg\">Bijvoorbeeld een map op een netwerkschijf. De map moet er al zijn en leeg zijn, of van een vorige keer.</p>\n\
         <button class=\"doe\">Zet de site daar</button>\n</form>\n</section>\n\
         <p><a href=\"{root}handleiding\">Lees de handleiding</a></p>\n{}",
        e(folder),
        stop(root)
    );
    page(&format!("{name} – Verbeeld"), root, &body)
}

/// The manual, with the way back.
pub(super) fn manual(root: &str, html: &str) -> String {
    page(
        "Handleiding – Verbeeld",
        root,
        &format!("<p><a href=\"{root}\">Terug naar het begin</a></p>\n<div class=\"tekst\">\n{html}</div>\n"),
    )
}

/// The program has ended.
pub(super) fn stopped() -> String {
    whole(
        "Verbeeld is gestopt",
        "",
        "<h1>Verbeeld is gestopt</h1>\n<p>U kunt dit venster sluiten. Wilt u verder? Start het programma opnieuw.</p>\n",
    )
}

/// Nothing to see; says no more than that.
pub(super) fn refused() -> String {
    whole(
        "Verbeeld",
        "",
        "<h1>Dit adres doet het niet (meer)</h1>\n<p>Start Verbeeld opnieuw; dan opent de goede pagina vanzelf.</p>\n",
    )
}
