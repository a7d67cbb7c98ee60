//! The first build of a site writes its pages while it makes others. Whatever stops it, nothing of them stays.

use crate::support::project::Place;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// So many pages that a kill falls in the midst of them.
const PAGES: usize = 300;

fn site() -> Place {
    let place = Place::new();
    place.write("site/portal.toml", b"naam = \"P\"\nbasis_url = \"https://p.example/\"\neigenaar = \"R\"\n");
    place.write("site/content/index.md", b"+++\ntitel = \"Start\"\n+++\nTekst.\n");
    for page in 0..PAGES {
        let text =
            format!("+++\ntitel = \"Nota {page}\"\n+++\n\n## Deel\n\n{}\n", "Een zin over de oever. ".repeat(40));
        place.write(&format!("site/content/notas/{page}.md"), text.as_bytes());
    }
    place
}

fn build(place: &Place) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbeeld"));
    command.args(["build", "--stil"]).current_dir(place.root()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// What stands beside the site itself.
fn beside(place: &Place) -> Vec<String> {
    let names = fs::read_dir(place.root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name != "site" && name != ".verbeeld").collect();
    names.sort();
    names
}

fn published(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
    all.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn with_a_mistake_it_leaves_nothing() {
    let place = site();
    place.write("site/content/fout.md", b"+++\ntitel = \"Fout\"\n+++\n[dood](/nergens/)\n");
    assert!(!build(&place).status().unwrap().success());
    assert_eq!(beside(&place), [""; 0]);
}

#[test]
fn killed_it_is_made_whole_by_the_next() {
    let whole = site();
    assert!(build(&whole).status().unwrap().success());
    let whole = published(&whole.root().join("public"));
    let place = site();
    let (work, public) = (place.root().join(".public.verbeeld-werk"), place.root().join("public"));
    let mut interrupted = 0;
    // On a busy machine many kills fall after the build: there are more until one does not.
    for round in 0..400 {
        if round >= 8 && interrupted > 0 {
            break;
        }
        let mut program = build(&place).spawn().unwrap();
        let begun = Instant::now();
        while !work.join("nieuw").exists() && begun.elapsed() < Duration::from_secs(20) {
            std::thread::yield_now();
        }
        std::thread::sleep(Duration::from_millis(7 * (round % 8)));
        program.kill().unwrap();
        program.wait().unwrap();
        if public.exists() {
            assert_eq!(published(&public), whole, "round {round}");
            fs::remove_dir_all(&public).unwrap();
        } else {
            interrupted += usize::from(work.exists());
        }
    }
    assert!(interrupted > 0, "no kill fell in the midst of a build");
    assert!(build(&place).status().unwrap().success());
    assert_eq!(published(&public), whole);
    assert_eq!(beside(&place), ["public"]);
}
