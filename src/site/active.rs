//! Files that a browser or a server would run: they are not published, whether they lie beside a page or in `static`.

use crate::diag::words::untrusted::{self, Active};
use crate::diag::{Diagnostic, FileId, Span};
use crate::images::{is_inert_xml, svg_slips};
use crate::site::unreadable;
use crate::source::SourceFile;

/// Endings of pages, and of other things that hold a page.
const PAGES: &[&str] = &[
    "html",
    "htm",
    "shtml",
    "stm",
    "xhtml",
    "xht",
    "xhtm",
    "mhtml",
    "mht",
    "hta",
    "htc",
    "webarchive",
    "svgz",
    "dhtml",
    "jhtml",
];
/// Endings of scripts and programs.
const SCRIPTS: &[&str] = &[
    "js", "mjs", "cjs", "jsx", "ts", "wasm", "vbs", "swf", "jar", "class", "xap", "xbap", "php", "php3", "php4",
    "php5", "php7", "phtml", "phar", "asp", "aspx", "ashx", "asmx", "cfm", "jsp", "jspx", "cgi", "pl", "py", "rb",
    "sh", "exe", "bat", "cmd", "ps1", "com", "scr", "msi", "appcache",
];
/// Endings of XML that browsers read as such, and that may hold a page or name a style sheet.
const XML: &[&str] = &[
    "xml", "xsl", "xslt", "xbl", "rdf", "rss", "atom", "kml", "gpx", "gml", "wsdl", "xsd", "mathml", "mml", "owl",
    "xul", "dae",
];
/// Endings that tell every browser what a file is, so that what is in it is never taken for a page.
const SURE: &[&str] = &[
    "pdf",
    "jpg",
    "jpeg",
    "jfif",
    "png",
    "gif",
    "webp",
    "avif",
    "ico",
    "heic",
    "heif",
    "tif",
    "tiff",
    "bmp",
    "txt",
    "csv",
    "md",
    "json",
    "jsonld",
    "geojson",
    "webmanifest",
    "docx",
    "doc",
    "xlsx",
    "xls",
    "xlsm",
    "pptx",
    "ppt",
    "rtf",
    "epub",
    "zip",
    "7z",
    "gz",
    "mp3",
    "m4a",
    "ogg",
    "wav",
    "mp4",
    "m4v",
    "webm",
    "mov",
    "vtt",
    "srt",
    "ics",
    "vcf",
    "woff",
    "woff2",
    "ttf",
    "otf",
    "css",
    "gpkg",
    "shp",
    "dbf",
    "shx",
    "prj",
    "tex",
    "bib",
    "eps",
    "ai",
    "psd",
    "dwg",
    "dxf",
];

/// The same, of OpenDocument.
const OPENDOCUMENT: &[&str] = &["odt", "ods", "odp", "odg"]; // opendocument

/// What is wrong with a file that would be published as it is.
pub fn problems(id: FileId, file: &SourceFile) -> Vec<Diagnostic> {
    let name = file.name.rsplit('/').next().unwrap_or(&file.name);
    // A dot or space at the end is left off by some systems, and then it is that other file after all.
    let lower = name.trim_end_matches(['.', ' ']).to_lowercase();
    let endings: Vec<&str> = lower.split('.').skip(1).collect();
    let last = endings.last().copied().unwrap_or_default();
    let sure = SURE.contains(&last) || OPENDOCUMENT.contains(&last);
    // A server may look at the ending before the last as well: `pagina.html.nl`.
    let has = |list: &[&str]| list.contains(&last) || (!sure && endings.iter().any(|ending| list.contains(ending)));
    let told = |what: Active| vec![untrusted::active(Span::top(id), name, what)];
    if has(PAGES) {
        return told(if last == "svgz" { Active::Zipped } else { Active::Page });
    }
    if has(SCRIPTS) {
        return told(Active::Script);
    }
    if has(&["svg"]) {
        return drawing(id, &file.bytes);
    }
    let seen = markup(&file.bytes);
    if has(XML) || (!sure && seen == Some(Markup::Xml)) {
        if is_inert_xml(&file.bytes) {
            return Vec::new();
        }
        let broken = unreadable::xml_problems(id, file);
        return if broken.is_empty() { told(Active::Xml) } else { broken };
    }
    match seen {
        Some(Markup::Page | Markup::Drawing) if !sure => told(Active::Disguised),
        // A picture or document by its name that is something else within.
        Some(_) if sure && !is_text(last) => told(Active::Disguised),
        _ => unreadable::problems(id, file, last),
    }
}

fn is_text(ending: &str) -> bool {
    [
        "txt",
        "csv",
        "md",
        "json",
        "jsonld",
        "geojson",
        "webmanifest",
        "vtt",
        "srt",
        "ics",
        "vcf",
        "css",
        "tex",
        "bib",
        "rtf",
    ]
    .contains(&ending)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Markup {
    Page,
    Drawing,
    Xml,
}

/// What a browser would see in the first bytes of a file of which it is not told what it is.
fn markup(bytes: &[u8]) -> Option<Markup> {
    // Zero bytes are those of two-byte letters.
    let start: Vec<u8> = bytes.iter().copied().filter(|b| *b != 0).take(1_000).collect();
    let start = String::from_utf8_lossy(&start).to_ascii_lowercase();
    let start = start.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}'));
    const TAGS: &[&str] = &[
        "<!doctype html",
        "<html",
        "<head",
        "<script",
        "<iframe",
        "<h1",
        "<div",
        "<font",
        "<table",
        "<a ",
        "<style",
        "<title",
        "<b>",
        "<body",
        "<br",
        "<p>",
        "<p ",
        "<!--",
        "<img",
        "<object",
        "<embed",
        "<meta",
        "<link",
        "<base",
        "<form",
        "<svg:script",
    ];
    if start.starts_with("<svg") {
        return Some(Markup::Drawing);
    }
    if TAGS.iter().any(|tag| start.starts_with(tag)) {
        return Some(Markup::Page);
    }
    (start.starts_with("<?xml") || start.starts_with("<!doctype") || start.starts_with("<!entity"))
        .then_some(Markup::Xml)
}

fn drawing(id: FileId, bytes: &[u8]) -> Vec<Diagnostic> {
    /// One drawing may have hundreds of the same.
    const MOST: usize = 5;
    let mut found = svg_slips(bytes);
    let more = found.len().saturating_sub(MOST);
    found.truncate(MOST);
    let told = found.into_iter().enumerate().map(|(nth, slip)| {
        let left_out = if nth + 1 == MOST { more } else { 0 };
        untrusted::drawing(Span::new(id, slip.at), &slip.what, left_out)
    });
    told.collect()
}
