//! The program itself, while the folders that it watches go, come back, come late, or lead elsewhere.

use super::server::{LONG, wait_for};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

struct Serving {
    root: PathBuf,
    address: SocketAddr,
    child: Child,
    /// What it said after its address.
    said: Arc<Mutex<Vec<String>>>,
    _keep: tempfile::TempDir,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn page(folder: &Path, name: &str, text: &str) {
    fs::create_dir_all(folder.join("content")).unwrap();
    fs::write(folder.join("content").join(name), format!("+++\ntitel = \"T\"\n+++\n{text}\n")).unwrap();
}

fn site(folder: &Path, text: &str) {
    page(folder, "index.md", text);
    let portal = "naam = \"P\"\nbasis_url = \"https://p.example/\"\neigenaar = \"R\"\n";
    fs::write(folder.join("portal.toml"), portal).unwrap();
}

impl Serving {
    fn start(prepare: impl Fn(&Path)) -> Self {
        let keep = tempfile::tempdir().unwrap();
        let root = keep.path().canonicalize().unwrap();
        site(&root.join("site"), "begin");
        prepare(&root);
        let mut child = Command::new(env!("CARGO_BIN_EXE_verbeeld"))
            .args(["serve", "--poort", "0"])
            .current_dir(&root)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            let line = line.unwrap();
            line.split("http://").nth(1)?.trim_end_matches('/').parse().ok()
        });
        let said = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&said);
        std::thread::spawn(move || lines.for_each(|line| heard.lock().unwrap().push(line.unwrap_or_default())));
        Self { root, address: address.unwrap(), child, said, _keep: keep }
    }

    fn shows(&self, path: &str, text: &str) -> bool {
        let Ok(mut stream) = TcpStream::connect(self.address) else { return false };
        stream.set_read_timeout(Some(LONG)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).contains(text)
    }

    fn site(&self) -> PathBuf {
        self.root.join("site")
    }

    /// A save after what happened is seen.
    fn still_sees(&self, what: &str) {
        page(&self.site(), "index.md", what);
        let shown = what.rsplit(' ').next().unwrap_or(what);
        wait_for(|| self.shows("/", shown));
    }
}

#[test]
fn a_site_that_is_moved_and_put_back() {
    let serving = Serving::start(|_| {});
    let away = serving.root.join("weg");
    for pause in [0, 100, 600] {
        fs::rename(serving.site(), &away).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(pause));
        fs::rename(&away, serving.site()).unwrap();
        serving.still_sees(&format!("terug-na-{pause}"));
    }
}

#[test]
fn a_site_that_is_removed_and_restored_or_comes_with_another_branch() {
    let serving = Serving::start(|_| {});
    for (round, folder) in ["site", "site", "site/content"].into_iter().enumerate() {
        let folder = serving.root.join(folder);
        fs::remove_dir_all(&folder).unwrap();
        if round == 1 {
            // What an editor is told meanwhile.
            wait_for(|| serving.shows("/__verbeeld/live.js", "") && !serving.site().exists());
            std::thread::sleep(std::time::Duration::from_millis(500));
        }
        site(&serving.site(), "hersteld");
        serving.still_sees(&format!("ronde-{round}"));
    }
}

#[test]
fn a_file_that_is_empty_for_a_moment_is_no_mistake() {
    let begrip = "[[begrip]]\nid = \"kust\"\nnaam = \"Kust\"\nbetekenis = \"Waar land en zee elkaar raken.\"\n";
    let data = |root: &Path| root.join("site/data/begrippen.toml");
    let serving = Serving::start(|root| {
        fs::create_dir_all(root.join("site/data")).unwrap();
        fs::write(data(root), begrip).unwrap();
        page(&root.join("site"), "index.md", "[[kust]] begin");
    });
    for round in 0..4 {
        // As some programs save: empty it, then fill it.
        fs::write(data(&serving.root), "").unwrap();
        std::thread::sleep(std::time::Duration::from_millis(60));
        fs::write(data(&serving.root), begrip.replace("raken", &format!("raken-{round}"))).unwrap();
        serving.still_sees(&format!("[[kust]] ronde-{round}"));
    }
    let said = serving.said.lock().unwrap();
    assert!(!said.iter().any(|line| line.contains("DATA047") || line.contains("LINK003")), "{said:#?}");
    drop(said);
    // What stays empty is told.
    fs::write(data(&serving.root), "").unwrap();
    wait_for(|| serving.said.lock().unwrap().iter().any(|line| line.contains("DATA047")));
}

/// The system tells of a change under the name that it was made by; under the other name it is seen when there is time.
#[test]
fn a_file_with_two_names_that_is_told_of_by_one() {
    let content = |root: &Path, name: &str| root.join("site/content").join(name);
    let serving = Serving::start(|root| {
        page(&root.join("site"), "een.md", "tekst");
        fs::hard_link(content(root, "een.md"), content(root, "twee.md")).unwrap();
    });
    for text in ["meer", "nog-meer"] {
        let mut file = fs::OpenOptions::new().append(true).open(content(&serving.root, "een.md")).unwrap();
        writeln!(file, "\n{text}").unwrap();
        drop(file);
        wait_for(|| serving.shows("/een/", text));
        wait_for(|| serving.shows("/twee/", text));
    }
}

#[test]
fn themes_that_come_later() {
    let serving = Serving::start(|_| {});
    let theme = serving.root.join("themes/weefsel");
    // The theme of the program, with one word of its own.
    fs::create_dir_all(serving.root.join("themes")).unwrap();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/weefsel");
    assert!(Command::new("cp").arg("-r").args([&own, &theme]).status().unwrap().success());
    let base = theme.join("templates/basis.html");
    wait_for(|| base.exists());
    let text = fs::read_to_string(&base).unwrap();
    fs::write(&base, text.replace("</body>", "<!-- eigen thema --></body>")).unwrap();
    wait_for(|| serving.shows("/", "eigen thema"));
}

#[test]
fn links_whose_target_changes() {
    let serving = Serving::start(|root| {
        fs::create_dir_all(root.join("gedeeld/map")).unwrap();
        for (name, text) in [("een.md", "eerste"), ("twee.md", "tweede"), ("map/diep.md", "diep-een")] {
            fs::write(root.join("gedeeld").join(name), format!("+++\ntitel = \"T\"\n+++\n{text}\n")).unwrap();
        }
        symlink("../../gedeeld/een.md", root.join("site/content/over.md")).unwrap();
        symlink("../../gedeeld/map", root.join("site/content/map")).unwrap();
        symlink("../../gedeeld/later.md", root.join("site/content/later.md")).unwrap();
    });
    let write = |name: &str, text: &str| {
        fs::write(serving.root.join("gedeeld").join(name), format!("+++\ntitel = \"T\"\n+++\n{text}\n")).unwrap();
    };
    // A link that led nowhere leads somewhere.
    write("later.md", "nu-wel");
    wait_for(|| serving.shows("/later/", "nu-wel"));
    write("een.md", "anders");
    wait_for(|| serving.shows("/over/", "anders"));
    write("map/diep.md", "diep-twee");
    wait_for(|| serving.shows("/map/diep/", "diep-twee"));
    let link = serving.site().join("content/over.md");
    fs::remove_file(&link).unwrap();
    symlink("../../gedeeld/twee.md", &link).unwrap();
    wait_for(|| serving.shows("/over/", "tweede"));
}
