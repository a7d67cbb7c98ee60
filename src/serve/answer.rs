//! The answer to one request: a pure function of what is asked and the site of this moment.

use super::host::may_ask;
use super::live::Snapshot;
use super::range::{Part, has_tag, part};
use super::resolve::{Found, resolve};
use super::{page, words};
use crate::hosts::{content_type, is_page};
use std::net::IpAddr;
use std::ops::Range;
use std::sync::Arc;

/// What matters of a request.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ask<'a> {
    pub method: &'a str,
    pub target: &'a str,
    pub host: Option<&'a str>,
    pub if_none_match: Option<&'a str>,
    pub if_range: Option<&'a str>,
    pub range: Option<&'a str>,
}

/// Status, headers and body. For `HEAD` and 304 the body tells the length and is not sent.
#[derive(Debug)]
pub(super) struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Arc<[u8]>,
    pub range: Range<usize>,
}

const TEXT: &str = "text/plain; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";

impl Answer {
    fn new(status: u16, content_type: &str, body: Arc<[u8]>) -> Self {
        let headers = vec![
            ("Content-Type", content_type.to_owned()),
            ("Cache-Control", "no-cache".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            // What another website puts in its own page is refused by the browser, pictures and scripts too.
            ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ];
        let range = 0..body.len();
        Self { status, headers, body, range }
    }

    pub(super) fn text(status: u16, text: &str) -> Self {
        Self::new(status, TEXT, text.as_bytes().into())
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

/// Answers a request; `listens` is the address that the server is bound to.
pub(super) fn answer(snapshot: &Snapshot, listens: IpAddr, ask: &Ask<'_>) -> Answer {
    if !ask.host.is_some_and(|host| may_ask(host, listens)) {
        return Answer::text(421, words::NOT_OUR_NAME);
    }
    if !matches!(ask.method, "GET" | "HEAD") {
        return Answer::text(405, words::ONLY_READING).with("Allow", "GET, HEAD");
    }
    if ask.target.split('?').next() == Some(page::SCRIPT) {
        return live_script(snapshot);
    }
    let Some(site) = snapshot.site.as_deref() else {
        let html = page::with_script(words::no_site_yet(snapshot.told.problems.as_ref()).as_bytes(), b"");
        return Answer::new(503, HTML, html.into()).with("Retry-After", "1");
    };
    match resolve(site, &snapshot.base, ask.target) {
        Found::File(path, bytes) => file(&path, bytes, ask),
        Found::Recipe(path) => match site.recipe(&path).and_then(|recipe| snapshot.made.get(&path, recipe)) {
            Some(bytes) => file(&path, &bytes, ask),
            None => missing(snapshot),
        },
        Found::Moved(to) => Answer::text(301, "").with("Location", to),
        Found::Malformed => Answer::text(400, words::NO_ADDRESS),
        Found::Missing => missing(snapshot),
    }
}

fn file(path: &str, bytes: &Arc<[u8]>, ask: &Ask<'_>) -> Answer {
    let body = if is_page(path) { page::with_script(bytes, bytes).into() } else { Arc::clone(bytes) };
    let tag = format!("\"{}\"", &blake3::hash(&body).to_hex()[..24]);
    let length = body.len();
    let answer = Answer::new(200, content_type(path), body).with("ETag", tag.clone()).with("Accept-Ranges", "bytes");
    if ask.if_none_match.is_some_and(|given| has_tag(given, &tag)) {
        return Answer { status: 304, ..answer };
    }
    // A part of another version is of no use.
    let wanted = ask.range.filter(|_| ask.method == "GET" && ask.if_range.is_none_or(|given| given.trim() == tag));
    match part(wanted, length) {
        Part::Whole => answer,
        Part::Bytes(range) => {
            let told = format!("bytes {}-{}/{length}", range.start, range.end.saturating_sub(1));
            Answer { status: 206, range, ..answer }.with("Content-Range", told)
        }
        Part::Beyond => Answer::text(416, words::BEYOND).with("Content-Range", format!("bytes */{length}")),
    }
}

/// The site's own 404 page, or ours when it has none.
fn missing(snapshot: &Snapshot) -> Answer {
    let html = match snapshot.site.as_deref().and_then(|site| site.get("404.html")) {
        Some(html) => page::with_script(html, html),
        None => page::with_script(words::missing().as_bytes(), b""),
    };
    Answer::new(404, HTML, html.into())
}

/// The script, with what it has to know of this moment.
fn live_script(snapshot: &Snapshot) -> Answer {
    let start = serde_json::json!({
        "run": snapshot.run_name(),
        "build": snapshot.build,
        "base": snapshot.base,
        "style": include_str!("client/overlay.css"),
        "words": words::in_the_browser(snapshot.site.is_some()),
    });
    let parts = [include_str!("client/place.js"), include_str!("client/told.js"), include_str!("client/live.js")];
    let script = format!(
        "(() => {{\n\"use strict\";\nconst START = {start};\nconst WORDS = START.words;\n{}}})();\n",
        parts.join("\n")
    );
    let mut answer = Answer::new(200, content_type(page::SCRIPT), script.into_bytes().into());
    // It holds the number of the build, so no page may get the script of an earlier one.
    answer.headers.retain(|(name, _)| *name != "Cache-Control");
    answer.with("Cache-Control", "no-store")
}
