//! Addresses within the site: from its root, without a leading slash, with one at the end of a page's.

use crate::dutch::slug;
use crate::model::{Ids, Model};

/// The address of a content file: `gremia/pho-vth.md` → `gremia/pho-vth/`, `index.md` → ``.
pub fn page_url(name: &str) -> String {
    let stem = name.strip_suffix(".md").unwrap_or(name);
    let mut parts: Vec<String> = stem.split('/').map(slug).collect();
    // The id of a tie has two hyphens, and so has the address of its page.
    if let Some((folder, tie)) = stem.rsplit_once('/').filter(|(folder, tie)| tie.contains("--") && is_of_ties(folder))
    {
        parts = vec![slug(folder), Ids::Ends.meant(tie)];
    }
    if parts.last().is_some_and(|p| p == "index") {
        parts.pop();
    }
    if parts.is_empty() { String::new() } else { format!("{}/", parts.join("/")) }
}

/// Do pages of ties stand in this folder?
fn is_of_ties(folder: &str) -> bool {
    Model::KINDS.iter().any(|kind| kind.ids == Ids::Ends && kind.plural == folder)
}

/// The address of a file beside the pages: `Mijn map/Foto 1.png` → `mijn-map/foto-1.png`.
pub fn file_url(name: &str) -> String {
    name.split('/').map(slug).collect::<Vec<_>>().join("/")
}

/// The output path of the file that a content file means by an address: from its own folder, or from the root of the content.
pub fn beside(name: &str, written: &str) -> Option<String> {
    let path = written.split(['#', '?']).next().unwrap_or_default();
    let folder = name.rfind('/').map_or("", |i| &name[..=i]);
    // Markdown writes the space in `Foto 1.jpg` as `%20`.
    let path = percent_decode(path).unwrap_or_else(|| path.to_owned());
    Some(file_url(&join(folder, &path)?)).filter(|path| !path.is_empty())
}

/// What leads from a page back to the site's root: `./` on the home page, `../../` on `gremia/pho-vth/`.
pub fn root_of(url: &str) -> String {
    match url.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// Where a relative or absolute path leads from a folder of the site; `None` when it leaves the site.
pub fn join(folder: &str, path: &str) -> Option<String> {
    let absolute = path.starts_with('/');
    // Most links are written in full.
    if absolute && !path.contains("/.") && !path.contains("//") {
        return Some(path[1..].to_owned());
    }
    let mut parts: Vec<&str> =
        if absolute { Vec::new() } else { folder.split('/').filter(|p| !p.is_empty()).collect() };
    let mut ends_in_folder = path.ends_with('/') || path.is_empty();
    for part in path.split('/') {
        match part {
            "" => {}
            "." => ends_in_folder = true,
            ".." => {
                parts.pop()?;
                ends_in_folder = true;
            }
            _ => {
                parts.push(part);
                ends_in_folder = path.ends_with('/');
            }
        }
    }
    let joined = parts.join("/");
    Some(if ends_in_folder && !joined.is_empty() { format!("{joined}/") } else { joined })
}

/// Decodes `%20` and the like; `None` when it is broken, not UTF-8, or holds a zero byte.
pub fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first == b'%' {
            let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|d| u8::try_from(d).ok());
            bytes.push(digit(rest.first()?)? * 16 + digit(rest.get(1)?)?);
            rest = &rest[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok().filter(|decoded| !decoded.contains('\0'))
}

/// A part of an address, or a whole path, as it stands in an address: a slash stays a slash.
pub fn percent_encode(path: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=:@".contains(&b);
    path.bytes().fold(String::new(), |mut text, byte| {
        match plain(byte) {
            true => text.push(char::from(byte)),
            false => text.push_str(&format!("%{byte:02X}")),
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_files() {
        assert_eq!(page_url("index.md"), "");
        assert_eq!(page_url("gremia/index.md"), "gremia/");
        assert_eq!(page_url("gremia/pho-vth.md"), "gremia/pho-vth/");
        assert_eq!(page_url("Mijn pagina's/Eén.md"), "mijn-paginas/een/");
    }

    #[test]
    fn roads_to_the_root() {
        assert_eq!(root_of(""), "./");
        assert_eq!(root_of("gremia/"), "../");
        assert_eq!(root_of("gremia/pho-vth/"), "../../");
    }

    #[test]
    fn joins() {
        assert_eq!(join("gremia/ab-odt/", "../pho-vth/").as_deref(), Some("gremia/pho-vth/"));
        assert_eq!(join("gremia/ab-odt/", "/over/").as_deref(), Some("over/"));
        assert_eq!(join("gremia/", "plaat.png").as_deref(), Some("gremia/plaat.png"));
        assert_eq!(join("gremia/", "..").as_deref(), Some(""));
        for (path, leads) in
            [("/", ""), ("/a.b/c", "a.b/c"), ("/a//b/", "a/b/"), ("/a/./b", "a/b"), ("/a/../b/", "b/"), ("//a", "a")]
        {
            assert_eq!(join("gremia/", path).as_deref(), Some(leads), "{path}");
        }
        assert_eq!(join("", "../weg/"), None);
    }
}
