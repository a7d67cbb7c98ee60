//! What the live script needs of a page: its place in the HTML, a print of the page, and its stylesheets.

use crate::markup::Html;
use std::ops::Range;

/// Where the live script is found; external, so that a page's content security policy allows it with `'self'`.
pub(super) const SCRIPT: &str = "/__verbeeld/live.js";

/// The page with the live script before `</body>`. `site_page` is what the site has at this address: the same, or nothing
/// when the page is one of the server's own.
pub(super) fn with_script(html: &[u8], site_page: &[u8]) -> Vec<u8> {
    let list = serde_json::to_string(&styles(site_page)).unwrap_or_default();
    let attributes = [("src", SCRIPT), ("data-page", &*print(site_page)), ("data-styles", &*list)];
    let script = Html::element("script", &attributes, "");
    let at = rfind_ignoring_case(html, b"</body").unwrap_or(html.len());
    [&html[..at], script.as_str().as_bytes(), &html[at..]].concat()
}

/// Tells two versions of a page apart, but not when they differ in the address of a stylesheet only: then the browser
/// need not load the page again.
pub(super) fn print(html: &[u8]) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut from = 0;
    for range in style_ranges(html) {
        hasher.update(&html[from..range.start]);
        from = range.end;
    }
    hasher.update(&html[from..]);
    hasher.finalize().to_hex()[..16].to_owned()
}

/// The addresses of a page's stylesheets, in order, as they are written.
pub(super) fn styles(html: &[u8]) -> Vec<String> {
    let text = |range: Range<usize>| String::from_utf8_lossy(&html[range]).replace("&amp;", "&");
    style_ranges(html).into_iter().map(text).collect()
}

/// Where the addresses of the stylesheets stand.
fn style_ranges(html: &[u8]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut from = 0;
    while let Some(at) = find_ignoring_case(&html[from..], b"<link") {
        let start = from + at + b"<link".len();
        let (attributes, end) = attributes(html, start);
        let value = |wanted: &[u8]| {
            attributes.iter().find(|(name, _)| html[name.clone()].eq_ignore_ascii_case(wanted)).map(|(_, v)| v.clone())
        };
        let is_style = value(b"rel").is_some_and(|rel| {
            html[rel].split(u8::is_ascii_whitespace).any(|word| word.eq_ignore_ascii_case(b"stylesheet"))
        });
        ranges.extend(value(b"href").filter(|_| is_style));
        from = end;
    }
    ranges
}

/// Where name and value of an attribute stand.
type Attribute = (Range<usize>, Range<usize>);

/// Name and value of each attribute from `at` to the end of the tag, and that end.
fn attributes(html: &[u8], mut at: usize) -> (Vec<Attribute>, usize) {
    let mut found = Vec::new();
    let until = |from: usize, stop: &dyn Fn(u8) -> bool| {
        html[from..].iter().position(|b| stop(*b)).map_or(html.len(), |offset| from + offset)
    };
    loop {
        at = until(at, &|b| !b.is_ascii_whitespace() && b != b'/');
        if at >= html.len() || html[at] == b'>' {
            return (found, at);
        }
        // An equals sign without a name would stand still.
        let name = at..until(at + 1, &|b| b.is_ascii_whitespace() || b == b'=' || b == b'>');
        at = until(name.end, &|b| !b.is_ascii_whitespace());
        if html.get(at) != Some(&b'=') {
            found.push((name, at..at));
            continue;
        }
        at = until(at + 1, &|b| !b.is_ascii_whitespace());
        let value = match html.get(at) {
            Some(quote @ (b'"' | b'\'')) => at + 1..until(at + 1, &|b| b == *quote),
            _ => at..until(at, &|b| b.is_ascii_whitespace() || b == b'>'),
        };
        at = if html.get(at).is_some_and(|b| matches!(b, b'"' | b'\'')) { value.end + 1 } else { value.end };
        at = at.min(html.len());
        found.push((name, value));
    }
}

fn find_ignoring_case(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window.eq_ignore_ascii_case(wanted))
}

fn rfind_ignoring_case(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_goes_before_the_last_end_of_the_body() {
        let html = b"<body><p>&lt;/body></p><pre></body></pre></BODY></html>";
        let text = String::from_utf8(with_script(html, html)).unwrap();
        assert!(text.ends_with("\"></script></BODY></html>"), "{text}");
        let text = String::from_utf8(with_script(b"<p>los", b"")).unwrap();
        assert!(text.starts_with("<p>los<script src=\"/__verbeeld/live.js\" data-page=\""), "{text}");
    }

    #[test]
    fn a_page_keeps_its_print_when_a_stylesheet_moves() {
        let page = |href: &str, text: &str| {
            format!("<link rel=icon href=x><LINK href='{href}' rel=\"preload  stylesheet\"/><p>{text}").into_bytes()
        };
        assert_eq!(print(&page("a.1.css", "x")), print(&page("a.2.css", "x")));
        assert_ne!(print(&page("a.1.css", "x")), print(&page("a.1.css", "y")));
        assert_eq!(styles(&page("a.css?x&amp;y", "")), ["a.css?x&y"]);
        assert_ne!(print(b"<link rel=icon href=a>"), print(b"<link rel=icon href=b>"));
    }

    #[test]
    fn odd_tags_do_no_harm() {
        for odd in [
            "<link",
            "<link ",
            "<link =",
            "<link rel",
            "<link rel=",
            "<link rel='stylesheet",
            "<link rel=stylesheet href",
            "<link/>",
            "<link = = >",
        ] {
            assert!(styles(odd.as_bytes()).iter().all(String::is_empty), "{odd}");
        }
        assert_eq!(styles(b"<link rel=stylesheet href=a.css>"), ["a.css"]);
        assert_eq!(styles(b"<link title='>' rel=stylesheet href=\"a>b.css\"><p>"), ["a>b.css"]);
    }
}
