//! Keeps passwords out of what is shown: a message or an excerpt ends up in a screenshot, a mail, or the log of a build in public.

use aho_corasick::AhoCorasick;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

/// Keys whose value nobody should read, at the end of a longer key too (`ftp_wachtwoord`).
const KEYS: [&str; 9] =
    ["wachtwoord", "wachtzin", "password", "passwd", "passphrase", "token", "secret", "geheim", "api_key"];
static ANY_KEY: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(KEYS).ok());

/// The text with a star for every byte of a secret: all else stays where it is, so places in the one are places in the other.
pub fn hidden(text: Cow<'_, str>) -> Cow<'_, str> {
    let secrets = secrets(&text);
    if secrets.is_empty() {
        return text;
    }
    let mut shown = text.into_owned();
    for secret in secrets {
        let stars = "*".repeat(secret.len());
        shown.replace_range(secret, &stars);
    }
    Cow::Owned(shown)
}

/// Does a web address hold a name, a password or a token, which everybody would read who sees the address?
pub fn is_told_in(address: &str) -> bool {
    let web = address.trim_start().get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http"));
    web && in_address(address.trim()).is_some()
}

/// Where secrets stand.
fn secrets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // A quick look first: hardly any text has one.
    if text.contains('@') {
        let mut from = 0;
        for word in text.split_inclusive(ends_an_address) {
            found.extend(in_address(word.trim_end_matches(ends_an_address)).map(|at| from + at.start..from + at.end));
            from += word.len();
        }
    }
    if ANY_KEY.as_ref().is_some_and(|keys| keys.is_match(text)) {
        let mut from = 0;
        for line in text.split_inclusive('\n') {
            found.extend(of_key(line).map(|at| from + at.start..from + at.end));
            from += line.len();
        }
    }
    found
}

fn ends_an_address(c: char) -> bool {
    c.is_whitespace() || "\"'<>`“”‘’|".contains(c)
}

/// Is what stands before the colon no name of somebody: `mailto:`, also behind the bracket of a link, and the pictures of a mail?
fn names_an_address(before: &str) -> bool {
    let name = before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or(before);
    ["mailto", "xmpp", "sip", "cid"].contains(&name.to_ascii_lowercase().as_str())
}

/// The secret before the at sign: of `sftp://naam:geheim@host` what comes after the name, of `https://geheim@host` all, as tokens are
/// written there.
fn in_address(word: &str) -> Option<Range<usize>> {
    let at = word.rfind('@')?;
    let start = match word[..at].find("://") {
        Some(scheme) => scheme + 3,
        None => word.find(|c: char| c.is_alphanumeric())?,
    };
    let own = word.get(start..at)?;
    // What comes after the first slash belongs to the path, unless it is the password that has the slash.
    let host = own.split(['/', '?', '#']).next().unwrap_or(own);
    let is_web = word[..start].to_ascii_lowercase().ends_with("http://")
        || word[..start].to_ascii_lowercase().ends_with("https://");
    match host.split_once(':') {
        // A port, and the sign in the path.
        Some((_, port)) if host.len() < own.len() && port.bytes().all(|b| b.is_ascii_digit()) => None,
        Some((name, _)) if !names_an_address(name) => Some(if is_web { start..at } else { start + name.len() + 1..at }),
        None if is_web && host.len() == own.len() => Some(start..at),
        _ => None,
    }
    .filter(|secret| !secret.is_empty())
}

/// The value in `wachtwoord = "geheim"`, without the quotation marks.
fn of_key(line: &str) -> Option<Range<usize>> {
    let (key, value) = line.split_once('=').or_else(|| line.split_once(':'))?;
    let name = key.trim().trim_matches(['"', '\'']);
    let is_key = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c));
    let lower = name.to_ascii_lowercase();
    if !is_key || !KEYS.iter().any(|key| lower.ends_with(key)) {
        return None;
    }
    let start = key.len() + 1 + (value.len() - value.trim_start_matches([' ', '\t', '"', '\'']).len());
    let end = line.trim_end().trim_end_matches(['"', '\'']).len();
    (start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let shown = hidden(Cow::Borrowed(text)).into_owned();
        assert_eq!(shown.len(), text.len());
        shown
    }

    #[test]
    fn a_secret_in_an_address_is_not_shown() {
        for (text, expected) in [
            ("sftp = \"sftp://naam:geheim@host.example/map\"", "sftp = \"sftp://naam:******@host.example/map\""),
            ("sftp://naam:ge/h@im@host/map", "sftp://naam:*******@host/map"),
            ("ftp://naam:wóórd@host", "ftp://naam:*******@host"),
            ("“naam:geheim@host.example:/srv”", "“naam:******@host.example:/srv”"),
            ("unable to access 'https://abc123@git.example/x'", "unable to access 'https://******@git.example/x'"),
            ("https://naam:abc@git.example/x en meer", "https://********@git.example/x en meer"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn a_web_address_may_hold_a_secret() {
        for address in ["https://a:b@x.nl/", "HTTP://token@x.nl", "https://a@b:c@x.nl/"] {
            assert!(is_told_in(address), "{address}");
        }
        for address in ["https://x.nl/@naam", "https://x.nl:8080/a@b", "mailto:a@x.nl", "https://x.nl/?mail=a@x.nl", ""]
        {
            assert!(!is_told_in(address), "{address}");
        }
    }

    #[test]
    fn a_secret_under_its_own_key_is_not_shown() {
        assert_eq!(
            shown("naam = \"web\"\nwachtwoord = \"s3cret\"\r\nx = 1"),
            "naam = \"web\"\nwachtwoord = \"******\"\r\nx = 1"
        );
        assert_eq!(shown("  FTP_Password='é' # oud"), "  FTP_Password='*********");
        assert_eq!(shown("token: abc"), "token: ***");
    }

    #[test]
    fn what_is_no_secret_stays() {
        for text in [
            "sftp://redactie@host.example:2222/srv/site",
            "mailto:info@kust.example",
            "info@kust.example",
            "https://kust.example:8080/pad/@naam",
            "https://kust.example/pad/@naam",
            "Het wachtwoord is = een sleutel",
            "[[woord]]\nnaam = \"geheim\"",
            "Een geheim: dat is niet te zeggen.",
            "\"tokens\": {",
            "@",
            "://@",
            "",
        ] {
            assert_eq!(shown(text), text);
        }
    }
}
