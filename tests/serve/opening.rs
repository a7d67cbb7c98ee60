//! `serve --open` and `--adres`: the browser of whoever sits here is shown an address that works here, and colleagues get theirs.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The program serving a small site, with a browser that only notes what it was asked to open.
struct Serving {
    home: tempfile::TempDir,
    child: Child,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Serving {
    fn begin(arguments: &[&str]) -> Self {
        let home = tempfile::tempdir().unwrap();
        let put = |path: &str, text: &str| {
            let path = home.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        put("site/portal.toml", "naam = \"Proef\"\nbasis_url = \"https://proef.example/\"\neigenaar = \"Redactie\"\n");
        put("site/content/index.md", "+++\ntitel = \"Start\"\n+++\n\nEen zin.\n");
        put("bin/xdg-open", "#!/bin/sh\necho \"$1\" >geopend.nieuw\n/bin/mv geopend.nieuw geopend\n");
        fs::set_permissions(home.path().join("bin/xdg-open"), fs::Permissions::from_mode(0o755)).unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_verbeeld"))
            .args(["serve", "--poort", "0"])
            .args(arguments)
            .current_dir(home.path())
            .env("HOME", home.path())
            .env("PATH", home.path().join("bin"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        Self { home, child }
    }

    /// All that it says, up to the line with these words.
    fn says(&mut self, last: &str) -> String {
        let lines = BufReader::new(self.child.stderr.take().unwrap()).lines();
        let mut said = String::new();
        for line in lines {
            said.push_str(&line.unwrap());
            said.push('\n');
            if said.contains(last) {
                break;
            }
        }
        said
    }
}

/// The text of a file that another process is about to write.
fn awaited(path: &Path) -> String {
    let start = Instant::now();
    while !path.exists() && start.elapsed() < super::server::LONG {
        std::thread::sleep(Duration::from_millis(20));
    }
    fs::read_to_string(path).unwrap().trim().to_owned()
}

#[test]
fn the_browser_opens_what_the_program_says() {
    let mut serving = Serving::begin(&["--open"]);
    let said = serving.says("http://");
    let opened = awaited(&serving.home.path().join("geopend"));
    assert!(opened.starts_with("http://127.0.0.1:") && said.contains(&opened), "{opened}: {said}");
}

#[test]
fn on_all_addresses_the_browser_and_colleagues_get_one_that_works() {
    let mut serving = Serving::begin(&["--open", "--adres", "0.0.0.0"]);
    let said = serving.says("netwerk");
    let opened = awaited(&serving.home.path().join("geopend"));
    assert!(opened.starts_with("http://127.0.0.1:"), "{opened}");
    assert!(!said.contains("0.0.0.0"), "{said}");
    assert!(said.contains("http://127.0.0.1:") && said.contains("netwerk"), "{said}");
    // A machine without a network has no other address.
    let addresses: Vec<&str> = said.split_whitespace().filter(|word| word.starts_with("http://")).collect();
    assert!(addresses.len() < 2 || !addresses[1].contains("127.0.0.1"), "{said}");
}

#[test]
fn without_being_asked_no_browser_opens() {
    let mut serving = Serving::begin(&[]);
    serving.says("http://");
    assert!(!serving.home.path().join("geopend").exists());
}

#[test]
fn what_an_editor_program_knows_follows_what_is_saved() {
    let mut serving = Serving::begin(&[]);
    let home = serving.home.path().to_owned();
    let lay = Command::new(env!("CARGO_BIN_EXE_verbeeld")).arg("schema").current_dir(&home).output().unwrap();
    assert!(lay.status.success(), "{lay:?}");
    serving.says("http://");
    fs::create_dir_all(home.join("site/data")).unwrap();
    let source = "[[bron]]\nid = \"jaarplan\"\nnaam = \"Jaarplan\"\n";
    fs::write(home.join("site/data/bronnen.toml"), source).unwrap();
    let schema = home.join("site/schema/gegevens.json");
    let start = Instant::now();
    while !fs::read_to_string(&schema).unwrap_or_default().contains("jaarplan") {
        assert!(start.elapsed() < super::server::LONG, "the schema still knows no jaarplan");
        std::thread::sleep(Duration::from_millis(50));
    }
}
