//! Bringing a site to its place keeps its word: nothing of another is lost, overwritten or half written. Nothing here asks the network;
//! `tests/plaats/run` tries the same with a real server.

use crate::support::desk::{Desk, Said, tree};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Two rooms in one: the project in `site-map`, and what it is brought to beside it.
struct Place(Desk);

const PAGE: &str = "+++\ntitel = \"Nieuws\"\n+++\n\nHallo.\n";

impl Place {
    fn new(place: &str) -> Self {
        let desk = Desk::new();
        desk.run(&["init", "werk"]).good();
        let own = Self(desk);
        own.add("werk/site/portal.toml", &format!("\n[[plaats]]\nnaam = \"web\"\n{place}\n"));
        own
    }

    fn to_folder() -> Self {
        let place = Self::new("map = \"../doel\"");
        fs::create_dir(place.path("doel")).unwrap();
        place
    }

    fn to_branch(place: &str) -> Self {
        let own = Self::new(place);
        own.git(&["init", "-q", "-b", "main"]);
        own.git(&["config", "user.name", "Redactie"]);
        own.git(&["config", "user.email", "redactie@beekdal.example"]);
        own.git(&["init", "-q", "--bare", "../ver.git"]);
        own.git(&["remote", "add", "origin", "../ver.git"]);
        own.git(&["add", "-A"]);
        own.git(&["commit", "-q", "-m", "Bron"]);
        own.git(&["push", "-q", "origin", "main"]);
        own
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path(path)
    }

    fn add(&self, path: &str, text: &str) {
        let old = fs::read_to_string(self.path(path)).unwrap_or_default();
        self.0.write(path, &format!("{old}{text}"));
    }

    fn run(&self, more: &[&str]) -> Said {
        self.0.run(&[&["plaats", "--map", "werk"], more].concat())
    }

    /// In earnest and as a trial.
    fn refused(&self, words: &str) {
        for more in [&["--proef"][..], &[]] {
            self.run(more).ends(2).says(words);
        }
    }

    fn git(&self, words: &[&str]) -> String {
        git(&self.path("werk"), words)
    }

    /// Where all branches are, here and at the remote.
    fn branches(&self) -> (String, String) {
        let all = ["for-each-ref", "--format=%(refname) %(objectname)", "refs/heads"];
        (self.git(&all), git(&self.path("ver.git"), &all))
    }

    /// A commit on a branch that nobody has checked out.
    fn commit(&self, branch: &str, path: &str, text: &str) {
        let other = self.path("los");
        let exists = !self.git(&["branch", "--list", branch]).is_empty();
        let own = other.to_str().unwrap();
        match exists {
            true => self.git(&["worktree", "add", "-q", own, branch]),
            false => self.git(&["worktree", "add", "-q", "--orphan", "-b", branch, own]),
        };
        self.0.write(&format!("los/{path}"), text);
        git(&other, &["add", "-A", "-f"]);
        git(&other, &["commit", "-q", "-m", "Zelf gedaan"]);
        self.git(&["worktree", "remove", "--force", own]);
    }
}

fn git(folder: &Path, words: &[&str]) -> String {
    let done = Command::new("git").arg("-C").arg(folder).args(words).env_remove("GIT_DIR").output().unwrap();
    assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap().trim().to_owned()
}

const PAGES: &str = "tak = \"gh-pages\"\nopslagplaats = \"origin\"";

#[test]
fn a_branch_on_which_somebody_works_is_left_alone() {
    for remote in ["", "\nopslagplaats = \"origin\""] {
        for name in ["main", "Main", "anders"] {
            let place = Place::to_branch(&format!("tak = \"{name}\"{remote}"));
            // Another working copy of the same repository.
            place.git(&["worktree", "add", "-q", "-b", "anders", "../anders"]);
            place.add("werk/notitie.txt", "x");
            place.git(&["add", "-A"]);
            place.git(&["commit", "-q", "-m", "Nog niet gestuurd"]);
            let before = place.branches();
            place.refused("wordt gewerkt");
            assert_eq!(place.branches(), before, "{name}");
        }
    }
    // Checked out where nothing was committed yet.
    let place = Place::to_branch(PAGES);
    place.git(&["switch", "-q", "--orphan", "gh-pages"]);
    place.git(&["restore", "--source", "main", "."]);
    place.refused("wordt gewerkt");
}

#[test]
fn a_branch_with_work_of_others_is_left_alone() {
    for (path, sent, kept) in [
        ("notitie.txt", true, false),
        ("notitie.txt", true, true),
        ("notitie.txt", false, true),
        ("index.html", true, false),
        ("onder/site/portal.toml", true, false),
        ("docs/README.md", false, true),
    ] {
        let place = Place::to_branch(PAGES);
        place.commit("gh-pages", path, "jaren werk");
        if sent {
            place.git(&["push", "-q", "origin", "gh-pages"]);
        }
        if !kept {
            place.git(&["branch", "-q", "-D", "gh-pages"]);
        }
        let before = place.branches();
        place.refused(path);
        assert_eq!(place.branches(), before, "{path}");
    }
    // Also below a site that Verbeeld placed there.
    let place = Place::to_branch("tak = \"gh-pages\"");
    place.run(&[]).good();
    place.commit("gh-pages", "bron/portal.toml", "naam = \"P\"");
    place.refused("bron/portal.toml");
}

#[test]
fn what_a_host_makes_and_what_others_add_stays_on_the_branch() {
    let place = Place::to_branch(PAGES);
    place.commit("gh-pages", "README.md", "Welkom");
    place.commit("gh-pages", "CNAME", "www.beekdal.example");
    place.git(&["push", "-q", "origin", "gh-pages"]);
    place.run(&[]).good();
    place.commit("gh-pages", "eigen/notitie.txt", "van mij");
    place.git(&["push", "-q", "origin", "gh-pages"]);
    place.run(&[]).good().says("0 nieuw, 0 gewijzigd, 0 weg");
    let remote = place.path("ver.git");
    for path in ["README.md", "CNAME", "eigen/notitie.txt", "index.html", ".verbeeld", ".nojekyll"] {
        git(&remote, &["cat-file", "-e", &format!("gh-pages:{path}")]);
    }
    // Unless the site needs the place: then it is told, and nothing changes.
    place.add("werk/site/content/eigen/notitie.txt.md", PAGE);
    place.add("werk/site/static/eigen/notitie.txt", "van de site");
    fs::remove_file(place.path("werk/site/content/eigen/notitie.txt.md")).unwrap();
    let before = place.branches();
    place.refused("eigen/notitie.txt");
    assert_eq!(place.branches(), before);
}

#[test]
fn commits_that_were_not_sent_are_kept() {
    let place = Place::to_branch(PAGES);
    place.run(&[]).good();
    place.commit("gh-pages", "CNAME", "www.beekdal.example");
    let (before, own) = (place.branches(), place.git(&["rev-parse", "gh-pages"]));
    place.refused("git branch -m gh-pages gh-pages-bewaard");
    assert_eq!(place.branches(), before);
    // The remedy, as it is told.
    place.git(&["branch", "-m", "gh-pages", "gh-pages-bewaard"]);
    place.run(&[]).good();
    assert_eq!(place.git(&["rev-parse", "gh-pages-bewaard"]), own);
}

#[test]
fn what_could_not_be_sent_is_sent_the_next_time() {
    let place = Place::to_branch(PAGES);
    place.run(&[]).good();
    let before = place.branches();
    let refusing = place.path("ver.git/hooks/pre-receive");
    place.0.write("ver.git/hooks/pre-receive", "#!/bin/sh\nexit 1\n");
    fs::set_permissions(&refusing, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    place.add("werk/site/content/nieuws.md", PAGE);
    place.run(&[]).ends(2);
    assert_eq!(place.branches(), before);
    fs::remove_file(refusing).unwrap();
    place.run(&[]).good();
    git(&place.path("ver.git"), &["cat-file", "-e", "gh-pages:nieuws/index.html"]);
    let tips = place.branches();
    assert!(tips.1.lines().all(|line| tips.0.contains(line)), "{tips:?}");
    place.run(&[]).good().says("0 nieuw, 0 gewijzigd, 0 weg");
    assert_eq!(place.branches(), tips, "nothing new is no commit");
}

/// Earlier versions put no marker on a branch.
#[test]
fn a_branch_of_an_earlier_version_is_ours() {
    let place = Place::to_branch("tak = \"gh-pages\"");
    place.commit("gh-pages", "oud/index.html", "oud");
    let old = ["commit-tree", "gh-pages^{tree}", "-m", "Site geplaatst met Verbeeld"];
    let old = place.git(&old);
    place.git(&["update-ref", "refs/heads/gh-pages", &old]);
    place.run(&[]).good().says("1 weg");
    assert_eq!(place.git(&["rev-parse", "gh-pages~1"]), old);
}

#[test]
fn git_is_asked_of_the_project_and_nothing_else() {
    let place = Place::to_branch(PAGES);
    let other = place.path("ander");
    fs::create_dir(&other).unwrap();
    git(&other, &["init", "-q", "-b", "main"]);
    let before = tree(&other);
    let inside = |path: &str| other.join(path).to_str().unwrap().to_owned();
    let (dir, objects, index) = (inside(".git"), inside(".git/objects"), inside(".git/index"));
    let environment = [
        ("GIT_DIR", dir.as_str()),
        ("GIT_COMMON_DIR", &dir),
        ("GIT_WORK_TREE", &dir),
        ("GIT_OBJECT_DIRECTORY", &objects),
        ("GIT_ALTERNATE_OBJECT_DIRECTORIES", &objects),
        ("GIT_INDEX_FILE", &index),
        ("GIT_NAMESPACE", "elders"),
        ("GIT_PREFIX", "elders/"),
    ];
    // From the folder above the project as well.
    place.0.with(&["plaats", "--map", "werk"], &environment).good();
    assert_eq!(tree(&other), before);
    assert!(!place.git(&["rev-parse", "gh-pages"]).is_empty());
    assert!(place.branches().1.contains("refs/heads/gh-pages"), "{:?}", place.branches());
}

#[test]
fn a_remote_that_is_not_there_is_told_as_such() {
    let place = Place::to_branch("tak = \"gh-pages\"\nopslagplaats = \"orgin\"");
    let said = place.run(&[]).ends(2).says("git remote -v");
    assert!(!said.err.contains("server is er niet"), "{}", said.err);
}

#[test]
fn a_file_of_another_stays() {
    for (theirs, ours, told) in [
        ("nieuws/index.html", "site/content/nieuws.md", "nieuws/index.html"),
        ("nieuws", "site/content/nieuws.md", "nieuws"),
        ("map/brief.txt/van-mij.txt", "site/static/map/brief.txt", "map/brief.txt"),
        ("brief.txt", "site/static/brief.txt", "brief.txt"),
    ] {
        let place = Place::to_folder();
        place.run(&[]).good();
        place.add(&format!("doel/{theirs}"), "EIGEN");
        place.add(&format!("werk/{ours}"), PAGE);
        let before = tree(&place.path("doel"));
        place.refused(told);
        assert_eq!(tree(&place.path("doel")), before, "{theirs}");
        // The remedy.
        let _ = fs::rename(place.path("doel").join(theirs), place.path("gered"));
        let _ = fs::remove_dir(place.path("doel").join(told));
        place.run(&[]).good();
    }
}

/// What was a file of ours becomes a folder, and the other way about; and one that is not ours in there is kept.
#[test]
fn files_and_folders_of_ours_change_places() {
    let place = Place::to_folder();
    place.add("werk/site/static/een", "x");
    place.add("werk/site/static/twee/bestand", "x");
    place.run(&[]).good();
    fs::remove_file(place.path("werk/site/static/een")).unwrap();
    fs::remove_dir_all(place.path("werk/site/static/twee")).unwrap();
    place.add("werk/site/static/een/bestand", "y");
    place.add("werk/site/static/twee", "y");
    place.add("doel/twee/van-mij.txt", "EIGEN");
    place.refused("twee/van-mij.txt");
    fs::remove_file(place.path("doel/twee/van-mij.txt")).unwrap();
    place.run(&[]).good();
    assert_eq!(fs::read_to_string(place.path("doel/een/bestand")).unwrap(), "y");
    assert_eq!(fs::read_to_string(place.path("doel/twee")).unwrap(), "y");
    place.run(&[]).good().says("0 nieuw, 0 gewijzigd, 0 weg");
}

#[test]
fn what_was_damaged_is_mended() {
    let place = Place::to_folder();
    place.run(&[]).good();
    let whole = tree(&place.path("doel"));
    let page = place.path("doel/index.html");
    let length = fs::read(&page).unwrap().len();
    let damage: [&dyn Fn(); 4] = [
        &|| fs::remove_file(&page).unwrap(),
        &|| fs::write(&page, "kapot").unwrap(),
        &|| fs::write(&page, "").unwrap(),
        // As long as it was.
        &|| fs::write(&page, "x".repeat(length)).unwrap(),
    ];
    for damage in damage {
        damage();
        let trial = place.run(&["--proef"]).good();
        assert!(trial.out.contains("index.html"), "{}", trial.out);
        place.run(&[]).good();
        assert_eq!(tree(&place.path("doel")), whole);
    }
    place.run(&[]).good().says("0 nieuw, 0 gewijzigd, 0 weg");
}

#[test]
fn two_at_once_is_one_too_many() {
    let place = Place::to_folder();
    place.run(&[]).good();
    place.add("werk/site/content/nieuws.md", PAGE);
    let slot = place.path("doel/.verbeeld-deel/slot");
    fs::create_dir(slot.parent().unwrap()).unwrap();
    let held = fs::File::create(&slot).unwrap();
    held.lock().unwrap();
    place.run(&[]).ends(2).says("een andere Verbeeld plaatst");
    assert!(!place.path("doel/nieuws").exists());
    // Who looks only need not wait.
    place.run(&["--proef"]).good();
    // One that was killed leaves it behind, and no lock on it.
    drop(held);
    place.run(&[]).good();
    assert!(place.path("doel/nieuws/index.html").exists() && !slot.parent().unwrap().exists());
}

#[test]
fn a_folder_that_holds_more_than_the_site_is_no_place() {
    for folder in [
        ".",
        "..",
        "/",
        "site",
        "site/static",
        "site/content/leeg",
        "site/static/../static/leeg",
        "themes/eigen",
        ".git",
        ".git/leeg",
        ".verbeeld",
        "node_modules/leeg",
        "public",
        "public/leeg",
        "koppeling",
    ] {
        let place = Place::new(&format!("map = \"{folder}\""));
        for name in ["site/content/leeg", "site/static/leeg", "themes/eigen", ".git/leeg", "node_modules/leeg"] {
            fs::create_dir_all(place.path("werk").join(name)).unwrap();
        }
        std::os::unix::fs::symlink("site/content/leeg", place.path("werk/koppeling")).unwrap();
        place.0.run(&["build", "--map", "werk"]).good();
        let files = || {
            let mut all = tree(&place.path("werk"));
            // What was read and made is remembered there.
            all.retain(|path, _| !path.starts_with(place.path("werk/.verbeeld")));
            all
        };
        let before = files();
        place.refused("plaatst Verbeeld niets");
        assert_eq!(files(), before, "{folder}");
    }
}

/// A server that is this computer: it knows what `plaats` asks of one.
const SERVER: &str = r#"#!/bin/sh
while IFS= read -r line; do
  printf '%s\n' "$line" >>"$ASKED"
  printf 'sftp> %s\n' "$line"
  may=1
  case $line in -*) line=${line#-} ;; *) may= ;; esac
  eval "set -- $line"
  case $1 in
    cd) cd "$2" ;;
    ls) ls -1a "${3:-.}" ;;
    get | put) cp "$2" "$3" ;;
    rename) mv -fT "$2" "$3" ;;
    mkdir | rmdir) "$1" "$2" ;;
    rm) rm -f $2 ;;
    *) echo "Invalid command" >&2; exit 1 ;;
  esac 2>/dev/null || [ "$may" ] || { echo "No such file or directory" >&2; exit 1; }
done
"#;

struct Server {
    place: Place,
    path: String,
    asked: PathBuf,
}

impl Server {
    fn new() -> Self {
        let place = Place::new("");
        fs::create_dir(place.path("server")).unwrap();
        place.add(
            "werk/site/portal.toml",
            &format!("sftp = \"sftp://host.example{}\"\n", place.path("server").display()),
        );
        place.0.write("bin/sftp", SERVER);
        fs::set_permissions(place.path("bin/sftp"), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let path = format!("{}:{}", place.path("bin").display(), std::env::var("PATH").unwrap());
        let asked = place.path("gevraagd");
        Self { place, path, asked }
    }

    fn run(&self, more: &[&str], project: &str) -> Said {
        let environment = [("PATH", self.path.as_str()), ("ASKED", self.asked.to_str().unwrap())];
        self.place.0.with(&[&["plaats", "--map", project], more].concat(), &environment)
    }
}

#[test]
fn a_file_of_another_stays_on_a_server() {
    for (theirs, ours, told) in [
        ("nieuws/index.html", "site/content/nieuws.md", Some("nieuws/index.html")),
        ("nieuws", "site/content/nieuws.md", Some("nieuws")),
        ("a-z/brief.txt", "site/static/a-z/brief.txt", Some("a-z/brief.txt")),
        // Beside what is ours it stays as well.
        ("nieuws/van-mij.txt", "site/content/nieuws.md", None),
        ("nieuw/diep/index.html", "site/content/nieuw/dieper.md", None),
    ] {
        let server = Server::new();
        server.run(&[], "werk").good();
        server.run(&[], "werk").good().says("0 nieuw, 0 gewijzigd, 0 weg");
        server.place.add(&format!("server/{theirs}"), "EIGEN");
        server.place.add(&format!("werk/{ours}"), PAGE);
        let before = tree(&server.place.path("server"));
        for more in [&["--proef"][..], &[]] {
            let said = server.run(more, "werk");
            match told {
                Some(told) => {
                    said.ends(2).says(told);
                    assert_eq!(tree(&server.place.path("server")), before, "{theirs}");
                }
                None => assert_eq!(said.good().code, 0),
            }
        }
        assert_eq!(fs::read_to_string(server.place.path("server").join(theirs)).unwrap(), "EIGEN");
    }
}

/// A line of what `sftp` or git is told must not come from a name.
#[test]
fn a_line_end_in_the_name_of_the_project_runs_nothing() {
    for sign in ["\n!touch gevaar\n", "\r", "\u{7}"] {
        let server = Server::new();
        let project = format!("a{sign}b");
        fs::rename(server.place.path("werk"), server.place.path(&project)).unwrap();
        server.run(&[], &project).ends(2).says("teken");
        let asked = fs::read_to_string(&server.asked).unwrap();
        assert!(!asked.contains("gevaar") && !asked.contains("put"), "{asked}");
        assert!(tree(&server.place.path("server")).is_empty());

        let place = Place::to_branch("tak = \"gh-pages\"");
        fs::rename(place.path("werk"), place.path(&project)).unwrap();
        place.0.run(&["plaats", "--map", &project]).ends(2).says("teken");
    }
}
