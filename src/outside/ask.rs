//! Asks other sites whether a page is there: only its head where that will do, one question at a time to each site, a few sites at
//! once, and never again in the same run to a site that cannot be reached. The asking is done by the system's own `curl`.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// So many redirects are followed.
const MOST_STEPS: usize = 6;

/// What another site said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The page is there.
    Good,
    /// The page is there, under another address for good.
    Moved(String),
    /// The site says that there is no such page.
    Gone(u16),
    /// There is no site of this name, or no connection to ask for it.
    NoSite,
    /// There was no connection to the site.
    Unreachable,
    /// Nobody knows: no answer, or one that says nothing of the page. The reason in Dutch.
    Unknown(String),
}

/// How fast questions follow one another.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Between two questions to one site.
    pub pause: Duration,
    /// How long an answer may take.
    pub patience: Duration,
    /// How many sites are asked at once.
    pub at_once: usize,
}

impl Default for Pace {
    fn default() -> Self {
        Self { pause: Duration::from_millis(500), patience: Duration::from_secs(10), at_once: 8 }
    }
}

/// The answers to all addresses.
pub fn ask<'a>(addresses: impl Iterator<Item = &'a str>, pace: Pace) -> BTreeMap<String, Answer> {
    let mut sites: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        sites.entry(site_of(address)).or_default().push(address);
    }
    let sites: Vec<Vec<&str>> = sites.into_values().collect();
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..pace.at_once.min(sites.len()) {
            scope.spawn(|| {
                while let Some(site) = sites.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let of_site = ask_site(site, pace);
                    if let Ok(mut all) = answers.lock() {
                        all.extend(of_site);
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_default()
}

/// Scheme, host and port: whom one asks.
fn site_of(address: &str) -> &str {
    let start = address.find("://").map_or(0, |i| i + 3);
    let end = address[start..].find(['/', '?', '#']).map_or(address.len(), |i| start + i);
    &address[..end]
}

fn ask_site(addresses: &[&str], pace: Pace) -> Vec<(String, Answer)> {
    let mut silent: Option<Answer> = None;
    let mut answers = Vec::new();
    for (i, address) in addresses.iter().enumerate() {
        let answer = match &silent {
            Some(known) => known.clone(),
            None => {
                if i > 0 {
                    std::thread::sleep(pace.pause);
                }
                let (answer, reached) = follow(address, pace.patience);
                silent = (!reached).then(|| answer.clone());
                answer
            }
        };
        answers.push(((*address).to_owned(), answer));
    }
    answers
}

/// One address, with all it leads on to; and whether the site was reached at all.
fn follow(address: &str, patience: Duration) -> (Answer, bool) {
    let mut here = address.split('#').next().unwrap_or(address).to_owned();
    let mut for_good = true;
    for step in 0..MOST_STEPS {
        let said = match question(&here, patience) {
            Ok(said) => said,
            // Where a redirect leads is another site's affair.
            Err(answer) => return (answer, step > 0),
        };
        match said {
            Said::Elsewhere { to, for_good: this } => {
                for_good &= this;
                here = to;
            }
            Said::Status(status) => {
                let moved = step > 0 && for_good && !same_page(address, &here);
                return (answer(status, moved.then_some(here)), true);
            }
        }
    }
    (Answer::Unknown("de site stuurt steeds door".to_owned()), true)
}

/// What a site says of one address.
enum Said {
    Status(u16),
    Elsewhere { to: String, for_good: bool },
}

/// Asks for the head; of a site that does not give it alone, for the beginning of the page.
fn question(address: &str, patience: Duration) -> Result<Said, Answer> {
    let (mut status, mut to) = curl(&["--head"], address, patience)?;
    if status >= 400 {
        (status, to) = curl(&["--range", "0-1023"], address, patience)?;
    }
    Ok(match status {
        300..=399 if !to.is_empty() => Said::Elsewhere { to, for_good: matches!(status, 301 | 308) },
        status => Said::Status(status),
    })
}

/// One question: the status, and where the site sends us on to.
fn curl(how: &[&str], address: &str, patience: Duration) -> Result<(u16, String), Answer> {
    let nowhere = if cfg!(windows) { "NUL" } else { "/dev/null" };
    let output = Command::new("curl")
        // Nothing of the person's own settings.
        .arg("--disable")
        .args(["--silent", "--globoff", "--proto", "=http,https", "--output", nowhere])
        .args(["--max-time", &patience.as_secs().max(1).to_string()])
        .args(["--user-agent", concat!("Verbeeld/", env!("CARGO_PKG_VERSION"), " (looks whether links still work)")])
        .args(["--write-out", "%{http_code} %{redirect_url}"])
        .args(how)
        .args(["--url", address])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .map_err(|_| Answer::Unreachable)?;
    let said = String::from_utf8_lossy(&output.stdout);
    let (status, to) = said.split_once(' ').unwrap_or((&said, ""));
    match (output.status.code(), status.parse()) {
        // A site that sends more than was asked for is there.
        (Some(0 | 18 | 23 | 63), Ok(status)) if status > 0 => Ok((status, to.trim().to_owned())),
        (code, _) => Err(no_answer(code)),
    }
}

fn answer(status: u16, moved: Option<String>) -> Answer {
    match status {
        404 | 410 => Answer::Gone(status),
        200..=299 | 416 => moved.map_or(Answer::Good, Answer::Moved),
        401 | 403 => Answer::Unknown("de site laat een programma niet binnen".to_owned()),
        429 | 503 => Answer::Unknown("de site heeft het te druk".to_owned()),
        number => Answer::Unknown(format!("de site geeft een storing ({number})")),
    }
}

/// What `curl` says with the number it ends with.
fn no_answer(code: Option<i32>) -> Answer {
    let because = |words: &str| Answer::Unknown(words.to_owned());
    match code {
        Some(6) => Answer::NoSite,
        Some(28) => because("het duurde te lang"),
        Some(35 | 51 | 53 | 58 | 60 | 77 | 80 | 83 | 90 | 91) => because("de beveiligde verbinding lukt niet"),
        Some(1 | 3) => because("het adres is niet te lezen"),
        Some(52 | 56) => because("de site brak het antwoord af"),
        _ => Answer::Unreachable,
    }
}

/// Is there a program to ask with?
pub fn can_ask() -> bool {
    let mut command = Command::new("curl");
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Is it one page, but for the safe connection, `www.` and the last slash? Those are no news to an editor.
fn same_page(one: &str, other: &str) -> bool {
    let bare = |address: &str| {
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        rest.split('#').next().unwrap_or(rest).trim_start_matches("www.").trim_end_matches('/').to_lowercase()
    };
    bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::{same_page, site_of};

    #[test]
    fn sites_and_pages_are_told_apart() {
        assert_eq!(site_of("https://a.nl:8080/b?c"), "https://a.nl:8080");
        assert_eq!(site_of("http://a.nl?b"), "http://a.nl");
        assert!(same_page("http://a.nl/b", "https://www.a.nl/b/") && !same_page("http://a.nl/b", "http://a.nl/c"));
    }
}
