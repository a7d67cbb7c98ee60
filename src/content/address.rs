//! What kind of address a link has, before anything is known of the rest of the site.

use crate::dutch::is_hidden;
use crate::images::{foreign, is_shown};

/// An address as an editor wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// Within the site; to be found later.
    Internal,
    /// Another site.
    Web,
    /// Mail or telephone.
    Contact,
    /// Nothing.
    Empty,
    /// A scheme that could run a script or that we do not know, with its name.
    Scheme(String),
    /// A space or mark that one does not see.
    Hidden,
    /// White space, control characters or backslashes, which browsers quietly repair into something else.
    Characters,
}

/// Tells the kinds apart. Browsers skip tabs and line ends inside a scheme, so those are refused wherever they stand.
pub fn kind(address: &str) -> Address {
    let address = address.trim_matches(' ');
    // `#` leads to the page itself: what stands there until somebody knows the address.
    if address.is_empty() || address == "#" {
        return Address::Empty;
    }
    if address.contains(is_hidden) {
        return Address::Hidden;
    }
    if address.chars().any(|c| c.is_control() || c == '\\') {
        return Address::Characters;
    }
    if address.starts_with("//") {
        return Address::Scheme("//".to_owned());
    }
    let scheme = scheme(address);
    // `https://` and `mailto:`, with nothing behind it.
    let bare = |name: &String| address[name.len() + 1..].trim_matches('/').is_empty();
    match scheme.as_deref() {
        None => Address::Internal,
        Some("http" | "https" | "mailto" | "tel") if scheme.as_ref().is_some_and(bare) => Address::Empty,
        Some("http" | "https") => Address::Web,
        Some("mailto" | "tel") => Address::Contact,
        Some(other) => Address::Scheme(format!("{other}:")),
    }
}

/// The mail address behind `mailto:`, when no mail can arrive there: it has slashes, no `@`, or nothing with a dot behind that.
pub fn no_mail_address(address: &str) -> Option<&str> {
    let mail = address.trim().get(..7).filter(|start| start.eq_ignore_ascii_case("mailto:"))?;
    let mail = address.trim()[mail.len()..].split('?').next().unwrap_or_default();
    let right = |one: &str| {
        one.split_once('@').is_some_and(|(local, domain)| {
            let dotted = domain.split('.').count() > 1 && domain.split('.').all(|part| !part.is_empty());
            !local.is_empty() && !local.contains('/') && dotted && !domain.contains(['@', '/'])
        })
    };
    (!mail.is_empty() && !mail.replace("%20", "").split([',', ';']).all(|one| right(one.trim()))).then_some(mail)
}

/// The mail address that was meant, where that is plain: `info@@voorbeeld.nl`, `info@voorbeeld,nl`, `//info@voorbeeld.nl`.
pub fn meant_mail(mail: &str) -> Option<String> {
    let mut right = mail.trim_matches(['/', '.', ',', ';', ' ']).to_owned();
    while right.contains("@@") || right.contains("..") {
        right = right.replace("@@", "@").replace("..", ".");
    }
    if let Some((local, domain)) = right.split_once('@').filter(|(_, domain)| !domain.contains('@')) {
        right = format!("{local}@{}", domain.replace([',', ';'], "."));
    }
    no_mail_address(&format!("mailto:{right}")).is_none().then_some(right).filter(|right| right.contains('@'))
}

/// A web address whose host no website can have, and what was meant where that is plain: `https://voorbeeld,nl`, `https://voorbeeld..nl`.
pub fn broken_host(address: &str) -> Option<Option<String>> {
    let (scheme, rest) = address.split_once("://")?;
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = authority.rsplit('@').next().unwrap_or(authority);
    // A mark in braces is filled in elsewhere.
    if host.contains(['{', '}']) {
        return None;
    }
    // `[::1]` has colons of its own.
    if host.starts_with('[') {
        return (!host.contains(']')).then_some(None);
    }
    let (host, port) = host.split_at(host.find(':').unwrap_or(host.len()));
    let is_port = port.is_empty() || port == ":" || port[1..].parse::<u16>().is_ok_and(|port| port > 0);
    if host.contains(char::is_whitespace) || !is_port {
        return Some(None);
    }
    let dotted = host.replace([',', ';'], ".");
    let parts: Vec<&str> = dotted.split('.').filter(|part| !part.is_empty()).collect();
    let right = parts.join(".");
    // The dot at the end of a whole name may stand there.
    let whole = right == host || format!("{right}.") == host;
    if !right.is_empty() && whole && parts != ["www"] {
        return None;
    }
    let plain = parts.len() > 1 && parts != ["www"] && authority.len() == host.len() + port.len() && port != ":";
    Some(plain.then(|| format!("{scheme}://{right}{port}{path}")))
}

/// `http:\\voorbeeld.nl`, as it should be.
pub fn turned_start(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once(':')?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = rest.trim_start_matches(['/', '\\']);
    let turned = rest[..rest.len() - host.len()].contains('\\');
    (web && turned && !host.is_empty()).then(|| format!("{scheme}://{}", host.replace('\\', "/")))
}

/// An address with its beginning twice (`mailto:mailto:`, `http://https://`), as it should be.
pub fn doubled(address: &str) -> Option<&str> {
    let starts = ["mailto:", "tel:", "https://", "http://"];
    let rest = starts.iter().find_map(|start| address.trim_start().strip_prefix(start))?;
    starts.iter().any(|start| rest.starts_with(start)).then_some(rest)
}

/// Does this look like the address of a link?
pub(super) fn is_address(text: &str) -> bool {
    !text.contains(' ')
        && (["/", "./", "../", "http:", "https:", "www.", "mailto:"].iter().any(|start| text.starts_with(start))
            || text.ends_with(".md")
            || (text.ends_with('/') && text.len() > 1))
}

/// Does this end as the name of a file that people link to or show does? Not that of a page.
pub fn is_file_name(path: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "txt", "rtf", "zip", "ics", "mp3", "mp4", "mov",
        "epub", "json", "xml",
    ];
    const OPENDOCUMENT: &[&str] = &["odt", "ods", "odp"];
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(_, end)| end.to_lowercase());
    ending.is_some_and(|end| [ENDINGS, OPENDOCUMENT].concat().contains(&end.as_str()))
        || is_shown(name)
        || foreign(name).is_some()
}

fn scheme(address: &str) -> Option<String> {
    let end = address.find([':', '/', '?', '#'])?;
    let name = &address[..end];
    // A colon later in a path ("../wet:artikel-1/") is no scheme, but at the start browsers take anything before it for one.
    (address[end..].starts_with(':') && !name.is_empty()).then(|| name.to_ascii_lowercase())
}

/// An address as it may stand in a URL: what may not becomes `%xx`.
pub fn encoded(address: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let address = address.trim_matches(' ');
    let bytes = address.as_bytes();
    let mut out = String::with_capacity(address.len() + 8);
    for (i, &byte) in bytes.iter().enumerate() {
        match byte {
            b'%' if bytes.get(i + 1..i + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit)) => out.push('%'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(byte as char),
            b'-' | b'.' | b'_' | b'~' | b'!' | b'*' | b'(' | b')' => out.push(byte as char),
            b'&' | b'\'' | b';' | b':' | b'@' | b'=' | b'+' | b'$' | b',' | b'/' | b'?' | b'#' => {
                out.push(byte as char)
            }
            _ => {
                out.push('%');
                out.push(HEX[usize::from(byte >> 4)] as char);
                out.push(HEX[usize::from(byte & 15)] as char);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Address, broken_host, encoded, is_address, kind, meant_mail, turned_start};

    #[test]
    fn scripts_are_not_addresses() {
        for bad in ["javascript:alert(1)", " JavaScript:x", "vbscript:x", "data:text/html,x", "C:/x", "file:///etc"] {
            assert!(matches!(kind(bad), Address::Scheme(_)), "{bad}");
        }
        for bad in ["java\tscript:x", "\\\\evil.nl", "/\\evil.nl", "a\nb"] {
            assert_eq!(kind(bad), Address::Characters, "{bad}");
        }
        assert_eq!(kind("https://a.nl/\u{a0}"), Address::Hidden);
        assert_eq!(kind("//evil.nl"), Address::Scheme("//".into()));
        assert_eq!(kind("  "), Address::Empty);
        assert_eq!(kind("#"), Address::Empty);
    }

    #[test]
    fn good_addresses() {
        for good in ["../pho/", "/gremia/", "x.md#doel", "#doel", "?q=a:b", "a/b:c"] {
            assert_eq!(kind(good), Address::Internal, "{good}");
        }
        assert_eq!(kind("HTTPS://twente.nl"), Address::Web);
        assert_eq!(kind("mailto:a@b.nl"), Address::Contact);
    }

    #[test]
    fn what_was_meant_by_an_address() {
        for (written, right) in [
            ("https://voorbeeld,nl/a,b", "https://voorbeeld.nl/a,b"),
            ("https://www..voorbeeld..nl?x=1", "https://www.voorbeeld.nl?x=1"),
            ("http://.voorbeeld.nl", "http://voorbeeld.nl"),
        ] {
            assert_eq!(broken_host(written), Some(Some(right.to_owned())), "{written}");
        }
        for written in ["https:///pad/", "https://www.", "https://,nl", "https://a.nl,https://b.nl"] {
            assert_eq!(broken_host(written), Some(None), "{written}");
        }
        for good in ["https://a.nl", "https://a.nl.", "http://localhost:80/", "http://[::1]/", "https://a@b.nl/x..y"] {
            assert_eq!(broken_host(good), None, "{good}");
        }
        for (written, right) in [
            ("info@@voorbeeld.nl", "info@voorbeeld.nl"),
            ("info@voorbeeld,nl", "info@voorbeeld.nl"),
            ("//info@voorbeeld.nl/", "info@voorbeeld.nl"),
            ("info@voorbeeld..nl.", "info@voorbeeld.nl"),
        ] {
            assert_eq!(meant_mail(written).as_deref(), Some(right), "{written}");
        }
        for lost in ["info", "@voorbeeld.nl", "info@voorbeeld", "info@a@b.nl", ""] {
            assert_eq!(meant_mail(lost), None, "{lost}");
        }
        assert_eq!(turned_start("http:\\www.a.nl\\x").as_deref(), Some("http://www.a.nl/x"));
        assert_eq!(turned_start("https://a.nl\\x"), None);
        for bare in ["http://", "HTTPS:", "mailto:", "tel:", "https:///"] {
            assert_eq!(kind(bare), Address::Empty, "{bare}");
        }
        assert_eq!(kind("mailto:?subject=Plan"), Address::Contact);
    }

    #[test]
    fn written_addresses_are_valid() {
        let address = encoded("https://a.nl/é b?x=1&y=[2]%20%zz");
        assert_eq!(address, "https://a.nl/%C3%A9%20b?x=1&y=%5B2%5D%20%25zz");
    }

    #[test]
    fn addresses_are_told_from_remarks() {
        for address in ["/pad/", "../x", "https://a.nl", "x.md", "gremia/"] {
            assert!(is_address(address), "{address}");
        }
        for remark in ["zie boven", "2023", "/", "en/of"] {
            assert!(!is_address(remark) || remark == "/", "{remark}");
        }
    }
}
