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
    match scheme(address).as_deref() {
        None => Address::Internal,
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
    use super::{Address, encoded, is_address, kind};

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
