//! From the address a browser asks for to a file of the site.
//!
//! Only what is in the site's own list of files can be found: there is no disk behind it, so nothing outside can be reached.

use crate::output::Output;
use crate::site::{percent_decode, percent_encode};
use std::sync::Arc;

/// What stands at an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found<'a> {
    /// A file: its path in the output and its bytes.
    File(String, &'a Arc<[u8]>),
    /// A file that is made when it is asked for: its path.
    Recipe(String),
    /// The same under its proper address.
    Moved(String),
    /// Nothing.
    Missing,
    /// No address at all: broken percent signs, not UTF-8, not beginning with a slash.
    Malformed,
}

/// Looks up the target of a request. `base` is the path of the site's base URL (`/portaal/`): the site is served at the
/// root, and absolute links that begin with that path find their file as well.
pub(super) fn resolve<'a>(site: &'a Output, base: &str, target: &str) -> Found<'a> {
    let Some(wanted) = Wanted::parse(target) else { return Found::Malformed };
    let base: Vec<&str> = base.split('/').filter(|s| !s.is_empty()).collect();
    let found = wanted.look_up(site, 0);
    let in_base = wanted.segments.len() >= base.len() && wanted.segments.iter().zip(&base).all(|(a, b)| a == b);
    if found == Found::Missing && !base.is_empty() && in_base { wanted.look_up(site, base.len()) } else { found }
}

/// A target, taken apart.
struct Wanted<'t> {
    segments: Vec<String>,
    /// Does it end in a slash, so that a folder is meant?
    folder: bool,
    /// Is it written as it should be, without `.`, `..` and empty segments?
    proper: bool,
    query: Option<&'t str>,
}

impl<'t> Wanted<'t> {
    fn parse(target: &'t str) -> Option<Self> {
        let target = without_origin(target);
        let target = target.split_once('#').map_or(target, |(before, _)| before);
        let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
        let decoded = percent_decode(path.strip_prefix('/')?)?;
        let mut wanted = Self { segments: Vec::new(), folder: false, proper: true, query };
        let mut parts = decoded.split('/').peekable();
        while let Some(part) = parts.next() {
            let last = parts.peek().is_none();
            wanted.folder = last && matches!(part, "" | "." | "..");
            wanted.proper &= !matches!(part, "." | "..") && (last || !part.is_empty());
            match part {
                "" | "." => {}
                ".." => {
                    wanted.segments.pop();
                }
                name => wanted.segments.push(name.to_owned()),
            }
        }
        Some(wanted)
    }

    /// Looks up without the first `skip` segments.
    fn look_up<'a>(&self, site: &'a Output, skip: usize) -> Found<'a> {
        let path = self.segments[skip..].join("/");
        let index = if path.is_empty() { "index.html".to_owned() } else { format!("{path}/index.html") };
        // The base path itself without its slash is a folder as well: `/portaal`.
        let folder = self.folder || self.segments.is_empty();
        match (folder, site.get(&path), site.get(&index)) {
            (false, Some(bytes), _) if self.proper => Found::File(path, bytes),
            (true, _, Some(bytes)) if self.proper => Found::File(index, bytes),
            (false, Some(_), _) => Found::Moved(self.address(false)),
            (_, _, Some(_)) => Found::Moved(self.address(true)),
            _ if !folder && self.proper && site.has(&path) => Found::Recipe(path),
            _ => Found::Missing,
        }
    }

    /// The proper address. It begins with exactly one slash, so it never leads to another host.
    fn address(&self, folder: bool) -> String {
        let mut address = String::from("/");
        address.push_str(&self.segments.iter().map(|s| percent_encode(s)).collect::<Vec<_>>().join("/"));
        if folder && !self.segments.is_empty() {
            address.push('/');
        }
        if let Some(query) = self.query {
            address.push('?');
            address.extend(query.chars().filter(char::is_ascii_graphic));
        }
        address
    }
}

/// `http://host/path` is a valid target too; the host is checked elsewhere.
fn without_origin(target: &str) -> &str {
    let rest = target.strip_prefix("http://").or_else(|| target.strip_prefix("https://"));
    match rest {
        Some(rest) => rest.find('/').map_or("/", |slash| &rest[slash..]),
        None => target,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Output {
        let mut site = Output::default();
        for path in ["index.html", "a/index.html", "a/x.svg", "één b/index.html", "feed.xml"] {
            site.add(path.into(), path.as_bytes().into()).unwrap();
        }
        site
    }

    fn found(target: &str) -> String {
        shown(resolve(&site(), "/", target))
    }

    fn shown(found: Found<'_>) -> String {
        match found {
            Found::File(path, _) | Found::Recipe(path) => path,
            Found::Moved(to) => format!("→ {to}"),
            Found::Missing => "niets".into(),
            Found::Malformed => "onzin".into(),
        }
    }

    #[test]
    fn pretty_addresses() {
        assert_eq!(found("/"), "index.html");
        assert_eq!(found("/?q=1#x"), "index.html");
        assert_eq!(found("/a/"), "a/index.html");
        assert_eq!(found("/a"), "→ /a/");
        assert_eq!(found("/a?q=1&r=%20"), "→ /a/?q=1&r=%20");
        assert_eq!(found("/a/index.html"), "a/index.html");
        assert_eq!(found("/feed.xml"), "feed.xml");
        assert_eq!(found("/feed.xml/"), "niets");
        assert_eq!(found("/%C3%A9%C3%A9n%20b/"), "één b/index.html");
        assert_eq!(found("/%C3%A9%C3%A9n%20b"), "→ /%C3%A9%C3%A9n%20b/");
        assert_eq!(found("http://localhost:1/a/"), "a/index.html");
        assert_eq!(found("http://localhost"), "index.html");
    }

    #[test]
    fn nothing_outside_the_site() {
        for target in
            ["/../../etc/passwd", "/..%2f..%2fetc/passwd", "/a/../../Cargo.toml", "/a\\..\\x", "/C:/x", "/~root/"]
        {
            assert_eq!(found(target), "niets", "{target}");
        }
        for target in ["", "a", "*", "/%", "/%4", "/%zz", "/%ff", "/a%00"] {
            assert_eq!(found(target), "onzin", "{target}");
        }
        assert_eq!(found("/x/../a/"), "→ /a/");
        assert_eq!(found("//a//"), "→ /a/");
        assert_eq!(found("/./a/x.svg"), "→ /a/x.svg");
        assert_eq!(found("/a/.."), "→ /");
        assert_eq!(found("//evil.example/%2e%2e/a"), "→ /a/", "never to another host");
    }

    #[test]
    fn a_base_path_is_found_as_well() {
        let site = site();
        let at = |target| shown(resolve(&site, "/portaal/", target));
        assert_eq!(at("/portaal/"), "index.html");
        assert_eq!(at("/portaal"), "→ /portaal/");
        assert_eq!(at("/portaal/a"), "→ /portaal/a/");
        assert_eq!(at("/portaal/a/x.svg"), "a/x.svg");
        assert_eq!(at("/a/"), "a/index.html");
        assert_eq!(at("/portaalx/a/"), "niets");
    }
}
