//! The start page over real sockets: an adviser's first hour without a terminal, and what others may not do.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The program with its start page open, in a home of its own.
struct Started {
    home: tempfile::TempDir,
    child: Child,
    /// `127.0.0.1:port`.
    host: String,
    /// `/secret/`.
    root: String,
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Started {
    fn begin(arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("Documents")).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_verbeeld"))
            .args(arguments)
            .current_dir(home.path())
            .env("HOME", home.path())
            .env("USERPROFILE", home.path())
            // No browser is to be found.
            .env("PATH", "")
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let url = lines.find_map(|line| Some(line.unwrap().split_once("http://")?.1.to_owned())).unwrap();
        std::thread::spawn(move || lines.for_each(drop));
        let (host, secret) = url.split_once('/').unwrap();
        Self { home, child, host: host.to_owned(), root: format!("/{secret}") }
    }

    fn raw(&self, host: &str, request: &str) -> String {
        let mut stream = TcpStream::connect(host).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.raw(&self.host, &format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host))
    }

    fn post(&self, path: &str, form: &[(&str, &str)], headers: &str) -> String {
        let encode = |text: &str| text.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
        let body: Vec<String> = form.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let body = body.join("&");
        let (host, length) = (&self.host, body.len());
        self.raw(
            host,
            &format!(
                "POST {path} HTTP/1.1\r\nHost: {host}\r\n{headers}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}"
            ),
        )
    }

    fn sent(&self, path: &str, form: &[(&str, &str)]) -> String {
        self.post(&format!("{}{path}", self.root), form, &format!("Origin: http://{}\r\n", self.host))
    }

    fn documents(&self) -> PathBuf {
        self.home.path().join("Documents")
    }
}

fn status(reply: &str) -> &str {
    reply.split(' ').nth(1).unwrap_or_default()
}

fn change(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_first_hour_without_a_terminal() {
    let mut started = Started::begin(&["start", "--niet-openen"], &[]);
    let page = started.get(&started.root);
    for part in ["<html lang=\"nl\">", "Een site openen", "Een nieuwe site beginnen", "Lees de handleiding"] {
        assert!(page.contains(part), "{part} not in {page}");
    }
    assert!(!page.contains("<script"));
    assert!(page.contains(&format!("value=\"{}\"", started.documents().display())));
    assert!(started.get(&format!("{}handleiding", started.root)).contains("<h1 id=\"handleiding-voor-redacteuren\">"));

    let reply =
        started.sent("nieuw", &[("naam", "Rond de Plas & Co"), ("plek", &started.documents().to_string_lossy())]);
    assert!(reply.contains(&format!("Location: {}site/0/", started.root)), "{reply}");
    let site = format!("{}site/0/", started.root);
    let page = started.get(&site);
    assert!(page.contains("<h1>Rond de Plas &amp; Co</h1>"), "{page}");
    let preview = page.split("href=\"http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let shown = |path: &str| {
        started.raw(&preview, &format!("GET {path} HTTP/1.1\r\nHost: {preview}\r\nConnection: close\r\n\r\n"))
    };
    assert!(shown("/").contains("Rond de Plas &amp; Co"));

    // A mistake is told, and nothing is brought; mended, it is.
    let folder = fs::read_dir(started.documents()).unwrap().next().unwrap().unwrap().path();
    let text = folder.join("site/content/werkwijze/overleg.md");
    let web = started.home.path().join("web");
    fs::create_dir(&web).unwrap();
    change(&text, "Het kernteam", "Het [[kernteem]]");
    let bring = || started.sent("site/0/zet-online", &[("map", &web.to_string_lossy())]);
    let reply = bring();
    assert!(
        status(&reply) == "422" && reply.contains("kernteem") && reply.contains("Er is niets geplaatst"),
        "{reply}"
    );
    assert_eq!(fs::read_dir(&web).unwrap().count(), 0);
    change(&text, "Het [[kernteem]]", "Het kernteam");
    let reply = bring();
    assert!(status(&reply) == "200" && reply.contains("De site is geplaatst op"), "{reply}");
    assert!(fs::read_to_string(web.join("index.html")).unwrap().contains("Rond de Plas &amp; Co"));
    assert!(bring().contains("0 nieuw, 0 gewijzigd, 0 weg"));

    // The next time it is in the list.
    assert!(started.get(&started.root).contains("Rond de Plas &amp; Co<small>"));
    assert!(started.sent("stop", &[]).contains("Verbeeld is gestopt"));
    assert!(started.child.wait().unwrap().success());
}

#[test]
fn only_who_was_shown_the_address_may_ask() {
    let started = Started::begin(&["start", "--niet-openen"], &[]);
    let secret = started.root.trim_matches('/').to_owned();
    assert_eq!(secret.len(), 32);
    for path in ["/", "/open", "/0000/", &format!("/{}", &secret[1..]), "/stijl.css"] {
        let reply = started.get(path);
        assert!(status(&reply) == "404" && !reply.contains(&secret), "{path}");
    }
    // Another name for this machine, another site's page, another kind of request.
    let ask = |request: String| status(&started.raw(&started.host, &request)).to_owned();
    let root = &started.root;
    assert_eq!(ask(format!("GET {root} HTTP/1.1\r\nHost: evil.example\r\n\r\n")), "403");
    assert_eq!(ask(format!("GET {root} HTTP/1.1\r\n\r\n")), "403");
    assert_eq!(ask(format!("PUT {root} HTTP/1.1\r\nHost: {}\r\n\r\n", started.host)), "405");
    for foreign in ["Origin: http://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n"] {
        assert_eq!(status(&started.post(&format!("{root}stop"), &[], foreign)), "403", "{foreign}");
    }
    let big = format!("POST {root}open HTTP/1.1\r\nHost: {}\r\nContent-Length: 9000000\r\n\r\n", started.host);
    assert_eq!(ask(big), "413");
    let page = started.get(root);
    for header in ["default-src 'none'", "frame-ancestors 'none'", "Referrer-Policy: same-origin", "no-store"] {
        assert!(page.contains(header), "{header}");
    }
}

/// Without arguments a desktop gets the start page; who has no desktop gets help, as a script would.
#[cfg(unix)]
#[test]
fn without_arguments_a_desktop_gets_the_start_page() {
    let started = Started::begin(&[], &[("DISPLAY", ":7"), ("WAYLAND_DISPLAY", "")]);
    // Its error output is a pipe as well: nobody at a terminal.
    assert_eq!(status(&started.get(&started.root)), "200");
    let helped = Command::new(env!("CARGO_BIN_EXE_verbeeld"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(helped.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&helped.stderr).contains("verbeeld serve"));
}
