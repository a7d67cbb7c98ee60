//! A second `build` or `check` of a site in which nothing changed does nothing; and whatever did change, the result is that of a run
//! from nothing.

use crate::support::project::Place;
use std::fs::{self, OpenOptions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread::sleep;
use std::time::Duration;
use verbeeld::cli::SiteBuilder;
use verbeeld::serve::Builder;
use verbeeld::source::Project;

const SAYS_SO: &str = "Er is niets veranderd";

fn site() -> Place {
    let place = Place::new();
    place.write("site/portal.toml", b"naam = \"P\"\nbasis_url = \"https://p.example/\"\neigenaar = \"R\"\n");
    place.write("site/content/index.md", b"+++\ntitel = \"Start\"\n+++\nZie [de nota](nota.txt).\n");
    place.write("site/content/nota.txt", b"Nota.");
    place.write("site/content/plan/index.md", b"+++\ntitel = \"Plan\"\n+++\nTekst.\n");
    place.write("site/content/half.md", b"+++\ntitel = \"Half\"\nconcept = true\n+++\nTekst.\n");
    place.write(
        "site/data/begrippen.toml",
        b"[[begrip]]\nid = \"oever\"\nnaam = \"Oever\"\nbetekenis = \"Rand van water.\"\n",
    );
    place.write("site/static/los.txt", b"los");
    // What is only just written proves nothing yet.
    settle();
    place
}

fn settle() {
    sleep(Duration::from_millis(50));
}

fn run(place: &Place, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_verbeeld")).args(arguments).current_dir(place.root()).output().unwrap()
}

fn said(output: &Output) -> String {
    // On a slow machine a line now and then tells how far it is.
    let said = String::from_utf8_lossy(&output.stderr);
    said.split_inclusive('\n').filter(|line| !line.starts_with("Bezig: ")).collect()
}

/// Builds; was there nothing to do?
fn rests(place: &Place, more: &[&str]) -> bool {
    let done = run(place, &[&["build"], more].concat());
    said(&done).contains(SAYS_SO)
}

fn public(place: &Place) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = place.root().join("public");
    let walk = walkdir::WalkDir::new(&folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = walk.filter(|e| e.file_type().is_file()).map(|e| e.into_path());
    files.map(|path| (path.strip_prefix(&folder).unwrap().to_owned(), fs::read(&path).unwrap())).collect()
}

/// What a build from nothing of the same files gives.
fn from_nothing(place: &Place, more: &[&str]) -> Vec<(PathBuf, Vec<u8>)> {
    let other = Place::new();
    for entry in walkdir::WalkDir::new(place.root()).into_iter().map(Result::unwrap) {
        let name = entry.path().strip_prefix(place.root()).unwrap();
        if entry.path().is_file() && (name.starts_with("site") || name.starts_with("themes")) {
            other.write(&name.to_string_lossy(), &fs::read(entry.path()).unwrap());
        }
    }
    run(&other, &[&["build"], more].concat());
    public(&other)
}

/// The names of the files in which two sites differ.
fn other(one: &[(PathBuf, Vec<u8>)], two: &[(PathBuf, Vec<u8>)]) -> Vec<String> {
    let apart = one.iter().filter(|file| !two.contains(file)).chain(two.iter().filter(|file| !one.contains(file)));
    apart.map(|(path, _)| path.display().to_string()).collect()
}

/// Overwrites a file with as many other bytes, and puts its time back.
fn tamper(path: &Path) {
    let time = path.metadata().unwrap().modified().unwrap();
    let mut bytes = fs::read(path).unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
    OpenOptions::new().write(true).open(path).unwrap().set_modified(time).unwrap();
}

#[test]
fn a_second_run_of_the_same_files_does_nothing_and_says_so() {
    let place = site();
    assert!(!rests(&place, &[]));
    let before = public(&place);
    assert!(rests(&place, &[]), "also right after the first, when its files are younger than a tick of the clock");
    settle();
    assert!(rests(&place, &[]));
    assert_eq!(other(&public(&place), &before), [""; 0]);

    let first = run(&place, &["check"]);
    let kept = place.root().join(".verbeeld/vorige-check");
    let time = kept.metadata().unwrap().modified().unwrap();
    let second = run(&place, &["check"]);
    assert_eq!(kept.metadata().unwrap().modified().unwrap(), time, "it is written only by a run that did the work");
    let without_time = |output: &Output| said(output).rsplit_once(" in ").unwrap().0.to_owned();
    assert_eq!(without_time(&first), without_time(&second));
    assert_eq!(first.status.code(), second.status.code());
}

#[test]
fn problems_are_told_again_in_every_form() {
    let place = site();
    place.write("site/content/fout.md", b"+++\ntitel = \"Fout\"\n+++\nZie [niets](bestaat-niet.md) en [[oevre]].\n");
    settle();
    for form in ["uitgebreid", "kort", "json"] {
        let ask = ["check", "--formaat", form];
        fs::remove_file(place.root().join(".verbeeld/vorige-check")).ok();
        let first = run(&place, &ask);
        let second = run(&place, &ask);
        assert!(place.has(".verbeeld/vorige-check"));
        let lines = |output: &Output| {
            said(output).lines().filter(|line| !line.contains(" in ")).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!((lines(&first), &first.stdout), (lines(&second), &second.stdout), "{form}");
        assert_eq!((first.status.code(), second.status.code()), (Some(1), Some(1)));
    }
}

#[test]
fn whatever_changed_the_site_is_that_of_a_build_from_nothing() {
    type Change = (&'static str, fn(&Place));
    let changes: &[Change] = &[
        ("a page", |p| p.write("site/content/plan/index.md", b"+++\ntitel = \"Plan\"\n+++\nAnders.\n")),
        ("a page of the same length and time", |p| tamper(&p.root().join("site/content/plan/index.md"))),
        ("a page more", |p| p.write("site/content/nieuw.md", b"+++\ntitel = \"Nieuw\"\n+++\nTekst.\n")),
        ("a page less", |p| p.remove("site/content/plan/index.md")),
        ("a page that is called otherwise", |p| {
            fs::rename(p.root().join("site/content/plan"), p.root().join("site/content/plannen")).unwrap();
        }),
        ("data", |p| tamper(&p.root().join("site/data/begrippen.toml"))),
        ("a file beside a page", |p| tamper(&p.root().join("site/content/nota.txt"))),
        ("a loose file", |p| tamper(&p.root().join("site/static/los.txt"))),
        ("the settings", |p| {
            p.write("site/portal.toml", b"naam = \"Q\"\nbasis_url = \"https://q.example/\"\neigenaar = \"R\"\n")
        }),
        ("a style of the site's own", |p| p.write("site/css/eigen.css", b"p { color: red }")),
        ("a theme where there was none", |p| p.write("themes/weefsel/theme.toml", b"naam = \"weefsel\"\n")),
        ("a link", |p| p.link("site/content/ander.md", "plan/index.md")),
        ("a published file of the same length and time", |p| tamper(&p.root().join("public/index.html"))),
        ("a published file less", |p| fs::remove_file(p.root().join("public/plan/index.html")).unwrap()),
        ("the marker", |p| {
            let path = p.root().join("public/.verbeeld");
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text.replace(" robots.txt", "0 robots.txt")).unwrap();
        }),
        ("a published folder more", |p| fs::create_dir(p.root().join("public/leeg")).unwrap()),
        ("the published site is gone", |p| fs::remove_dir_all(p.root().join("public")).unwrap()),
        ("a lie about the last time", |p| tamper(&p.root().join(".verbeeld/vorige-build"))),
    ];
    for (what, change) in changes {
        let place = site();
        run(&place, &["build"]);
        settle();
        assert!(rests(&place, &[]), "{what}: before");
        let before = public(&place);
        change(&place);
        settle();
        assert!(!rests(&place, &[]), "{what}: it is seen");
        // With a mistake in it nothing is published, and what stood there stays.
        let expected = Some(from_nothing(&place, &[])).filter(|made| !made.is_empty()).unwrap_or(before);
        assert_eq!(other(&public(&place), &expected), [""; 0], "{what}");
    }
}

/// The first build of a large site takes seconds; what was published is there at once, as long as it is proven to be the same.
#[test]
fn serve_shows_what_was_published_until_something_changes() {
    let place = site();
    let before = |drafts| {
        let options = verbeeld::pipeline::Options { drafts, today: None };
        SiteBuilder::of(Project::find(place.root()).unwrap(), options).before()
    };
    assert!(before(false).is_none(), "nothing was published");
    let root = place.root().to_string_lossy().into_owned();
    // In this process: another program may build another site.
    verbeeld::cli::run(["verbeeld", "build", "--map", &root, "--stil"].map(Into::into));
    settle();
    let shown = before(false).unwrap();
    let standing = shown.site.unwrap();
    let built = SiteBuilder::of(Project::find(place.root()).unwrap(), Default::default()).build();
    assert_eq!(shown.base_path, built.base_path);
    for (path, bytes) in built.site.unwrap().ready() {
        assert_eq!(standing.get(path), Some(bytes), "{path}");
    }
    assert!(before(true).is_none(), "asked otherwise");
    place.write("site/content/plan/index.md", b"+++\ntitel = \"Plan\"\n+++\nAndere tekst.\n");
    assert!(before(false).is_none(), "another text");
}

/// Who calls the program from elsewhere asks the same.
#[test]
fn a_site_is_known_by_whatever_way_one_came() {
    let place = site();
    run(&place, &["build"]);
    settle();
    let elsewhere = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbeeld"));
    command.args(["build", "--map"]).arg(place.root()).current_dir(elsewhere.path());
    assert!(said(&command.output().unwrap()).contains(SAYS_SO));
}

#[test]
fn another_question_is_another_answer() {
    let place = site();
    run(&place, &["build"]);
    settle();
    for more in [&["--concepten"][..], &[], &["--stand", "2026-01-01"], &["--uit", "elders"]] {
        assert!(!rests(&place, more), "{more:?}");
        settle();
        assert!(rests(&place, more), "{more:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_any_more_is_seen() {
    let place = site();
    run(&place, &["build"]);
    settle();
    let path = place.root().join("site/content/plan/index.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    settle();
    assert!(!rests(&place, &[]));
}
