//! Publishing as every caller sees it: exactly the output, whole or not at all, and nobody's files lost.
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use verbeeld::output::{Output, PublishError, Published, publish};
use verbeeld::source::Project;

struct Place {
    _keep: tempfile::TempDir,
    project: Project,
}

impl Place {
    fn new() -> Self {
        let keep = tempfile::tempdir().unwrap();
        let root = keep.path().canonicalize().unwrap();
        fs::create_dir(root.join("site")).unwrap();
        fs::write(root.join("site/portal.toml"), "").unwrap();
        Self { project: Project::find(&root).unwrap(), _keep: keep }
    }

    fn public(&self) -> &Path {
        &self.project.public
    }

    fn publish(&self, files: &[(&str, &str)]) -> Result<Published, PublishError> {
        publish(&site(files), self.public(), &self.project)
    }

    /// Names in the project's folder: no leftovers may stand there.
    fn beside(&self) -> Vec<String> {
        names(&self.project.root)
    }
}

fn site(files: &[(&str, &str)]) -> Output {
    let mut output = Output::default();
    for (path, text) in files {
        output.add((*path).into(), text.as_bytes().into()).unwrap();
    }
    output
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Every file but the marker, with its content.
fn read(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut todo = vec![folder.to_path_buf()];
    while let Some(next) = todo.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            if name != ".verbeeld" {
                found.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

fn expect(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn the_folder_holds_exactly_the_output() {
    let place = Place::new();
    let first = [("index.html", "een"), ("a/index.html", "twee"), ("css/x.css", "drie")];
    assert_eq!(place.publish(&first).unwrap(), Published { written: 3, unchanged: 0, removed: 0, in_place: false });
    assert_eq!(read(place.public()), expect(&first));
    let second = [("index.html", "een"), ("a/index.html", "TWEE"), ("b/c/d.html", "vier")];
    assert_eq!(place.publish(&second).unwrap(), Published { written: 2, unchanged: 1, removed: 1, in_place: false });
    assert_eq!(read(place.public()), expect(&second));
    assert!(!place.public().join("css").exists(), "an empty folder is stale as well");
    assert_eq!(place.beside(), ["public", "site"]);
}

#[test]
fn the_same_output_again_writes_nothing() {
    let place = Place::new();
    let files = [("index.html", "een"), ("a/index.html", "twee")];
    place.publish(&files).unwrap();
    let times = || {
        ["index.html", "a/index.html", "a", ".verbeeld", "."].map(|name| {
            let meta = place.public().join(name).metadata().unwrap();
            (meta.modified().unwrap(), meta.len())
        })
    };
    let before = times();
    assert_eq!(place.publish(&files).unwrap(), Published { written: 0, unchanged: 2, removed: 0, in_place: false });
    assert_eq!(times(), before);
}

#[test]
fn the_same_output_gives_the_same_marker_everywhere() {
    let (one, two) = (Place::new(), Place::new());
    two.publish(&[("weg.html", "eerst iets anders")]).unwrap();
    for place in [&one, &two] {
        place.publish(&[("index.html", "een"), ("b", "twee")]).unwrap();
    }
    assert_eq!(fs::read(one.public().join(".verbeeld")).unwrap(), fs::read(two.public().join(".verbeeld")).unwrap());
}

#[test]
fn edits_by_hand_are_mended() {
    let place = Place::new();
    let files = [("a.html", "vier"), ("b.html", "twee"), ("c.html", "drie"), ("d/e.html", "vijf")];
    place.publish(&files).unwrap();
    fs::write(place.public().join("a.html"), "VIER").unwrap(); // same length
    fs::remove_file(place.public().join("b.html")).unwrap();
    fs::create_dir(place.public().join("leeg")).unwrap();
    fs::remove_file(place.public().join("c.html")).unwrap();
    fs::create_dir(place.public().join("c.html")).unwrap();
    assert_eq!(place.publish(&files).unwrap(), Published { written: 3, unchanged: 1, removed: 0, in_place: false });
    assert_eq!(read(place.public()), expect(&files));
    assert!(!place.public().join("leeg").exists());
}

#[test]
fn an_edit_that_hides_its_time_is_mended() {
    let place = Place::new();
    place.publish(&[("a.html", "vier")]).unwrap();
    let file = place.public().join("a.html");
    let before = file.metadata().unwrap().modified().unwrap();
    fs::write(&file, "VIER").unwrap();
    fs::File::options().write(true).open(&file).unwrap().set_modified(before - Duration::from_secs(60)).unwrap();
    assert_eq!(place.publish(&[("a.html", "vier")]).unwrap().written, 1);
}

#[test]
fn what_is_put_beside_our_files_stops_the_build_and_stays() {
    let place = Place::new();
    let files = [("a.html", "vier"), ("b/c.html", "vijf")];
    place.publish(&files).unwrap();
    for foreign in ["CNAME", "b/notitie.txt", "c/d/e.txt"] {
        let path = place.public().join(foreign);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "van mij").unwrap();
        let refused = place.publish(&[("a.html", "nieuw")]).unwrap_err();
        assert!(matches!(&refused, PublishError::Foreign { found, .. } if found == foreign), "{refused:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "van mij");
        assert_eq!(fs::read_to_string(place.public().join("a.html")).unwrap(), "vier", "nothing changed");
        fs::remove_file(path).unwrap();
    }
    // What a file manager leaves is nobody's.
    fs::write(place.public().join("b/.DS_Store"), "x").unwrap();
    place.publish(&[("a.html", "nieuw")]).unwrap();
    assert_eq!(read(place.public()), expect(&[("a.html", "nieuw")]));
}

#[test]
fn only_a_whole_marker_makes_a_folder_ours() {
    for marker in ["", "\0\0half", "verbeeld", "iets anders\n"] {
        let place = Place::new();
        fs::create_dir(place.public()).unwrap();
        fs::write(place.public().join(".verbeeld"), marker).unwrap();
        fs::write(place.public().join("scriptie.odt"), "jaren werk").unwrap();
        let refused = place.publish(&[("a", "1")]).unwrap_err();
        assert!(matches!(refused, PublishError::NoMarker(_)), "{marker:?}: {refused:?}");
        assert_eq!(fs::read_to_string(place.public().join("scriptie.odt")).unwrap(), "jaren werk");
    }
}

#[test]
fn a_file_may_become_a_folder_and_back() {
    let place = Place::new();
    place.publish(&[("a", "bestand"), ("b/c", "x")]).unwrap();
    place.publish(&[("a/d", "map"), ("b", "bestand")]).unwrap();
    assert_eq!(read(place.public()), expect(&[("a/d", "map"), ("b", "bestand")]));
}

#[test]
fn a_gitignore_stays_untouched() {
    let place = Place::new();
    fs::create_dir(place.public()).unwrap();
    let ignore = place.public().join(".gitignore");
    fs::write(&ignore, "*\n!.gitignore\n").unwrap();
    let before = ignore.metadata().unwrap().modified().unwrap();
    place.publish(&[("a", "1")]).unwrap();
    place.publish(&[("b", "2")]).unwrap();
    assert_eq!(read(place.public()), expect(&[(".gitignore", "*\n!.gitignore\n"), ("b", "2")]));
    assert_eq!(ignore.metadata().unwrap().modified().unwrap(), before);
}

#[test]
fn a_foreign_folder_is_refused_and_kept() {
    let place = Place::new();
    fs::create_dir(place.public()).unwrap();
    fs::write(place.public().join("scriptie.odt"), "jaren werk").unwrap();
    let refused = place.publish(&[("a", "1")]).unwrap_err();
    assert!(matches!(&refused, PublishError::Foreign { found, .. } if found == "scriptie.odt"), "{refused:?}");
    let text = refused.to_string();
    assert!(text.contains("public") && text.contains("scriptie.odt") && text.contains("lege map"), "{text}");
    assert_eq!(read(place.public()), expect(&[("scriptie.odt", "jaren werk")]));
    assert_eq!(place.beside(), ["public", "site"]);
}

#[test]
fn what_is_not_an_empty_folder_is_refused() {
    let place = Place::new();
    fs::write(place.public(), "een bestand").unwrap();
    assert!(matches!(place.publish(&[("a", "1")]), Err(PublishError::NotAFolder(_))));
    assert_eq!(fs::read_to_string(place.public()).unwrap(), "een bestand");

    let place = Place::new();
    fs::create_dir_all(place.public().join(".verbeeld")).unwrap();
    assert!(matches!(place.publish(&[("a", "1")]), Err(PublishError::NoMarker(_))), "a folder is no marker");

    let place = Place::new();
    place.publish(&[("a", "1")]).unwrap();
    fs::create_dir(place.public().join(".git")).unwrap();
    assert!(matches!(place.publish(&[("a", "2")]), Err(PublishError::GitFolder(_))));
    assert_eq!(read(place.public()), expect(&[("a", "1")]));
}

#[test]
fn folders_with_more_than_a_site_are_refused() {
    let place = Place::new();
    let root = place.project.root.clone();
    let home = std::env::home_dir().unwrap();
    let mut dangerous = vec![
        PathBuf::from("/"),
        root.clone(),
        root.join("public/.."),
        root.parent().unwrap().to_path_buf(),
        root.join("site"),
        root.join("site/static"),
        root.join("themes"),
        root.join("themes/weefsel"),
        home.clone(),
    ];
    dangerous.extend(home.parent().map(Path::to_path_buf));
    for folder in dangerous {
        let refused = publish(&site(&[("a", "1")]), &folder, &place.project);
        assert!(matches!(refused, Err(PublishError::Dangerous(_))), "{}: {refused:?}", folder.display());
    }
    assert_eq!(names(&root), ["site"]);
    assert_eq!(names(&root.join("site")), ["portal.toml"]);
}

#[test]
fn paths_that_leave_the_folder_are_refused_before_anything_happens() {
    let place = Place::new();
    for bad in ["../uitbraak", "/etc/uitbraak", "a/../../uitbraak", "a\\..\\b", ".verbeeld", ""] {
        let refused = place.publish(&[("goed.html", "1"), (bad, "2")]);
        assert!(matches!(refused, Err(PublishError::BadPath(_))), "{bad}: {refused:?}");
    }
    let refused = place.publish(&[("a", "1"), ("a-b", "2"), ("a/b", "3")]).unwrap_err();
    assert!(refused.to_string().contains("‘a/b’"), "{refused}");
    assert_eq!(place.beside(), ["site"]);
}

#[test]
fn a_failure_midway_changes_nothing() {
    let place = Place::new();
    // Every path of the site is short enough; in a folder this deep one of them is longer than a system takes.
    let folder = place.project.root.join(format!("{}/", "d".repeat(250)).repeat(14)).join("public");
    let publish = |files: &[(&str, &str)]| publish(&site(files), &folder, &place.project);
    let old = [("a.html", "oud"), ("b/c.html", "oud")];
    publish(&old).unwrap();
    let before = folder.join(".verbeeld").metadata().unwrap().modified().unwrap();
    let too_long = format!("{}z.html", format!("{}/", "z".repeat(180)).repeat(4));
    let failed = publish(&[("a.html", "nieuw"), ("b/c.html", "nieuw"), (&too_long, "kan niet")]).unwrap_err();
    assert!(matches!(&failed, PublishError::Io { path, .. } if path.to_string_lossy().contains("zzz")), "{failed:?}");
    assert!(failed.to_string().contains("niet veranderd"), "{failed}");
    assert_eq!(read(&folder), expect(&old));
    assert_eq!(folder.join(".verbeeld").metadata().unwrap().modified().unwrap(), before);
    assert_eq!(names(folder.parent().unwrap()), ["public"], "nothing is left");
}

#[cfg(unix)]
#[test]
fn read_only_files_and_folders_do_not_stop_publishing() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.publish(&[("a.html", "oud"), ("b/c.html", "oud")]).unwrap();
    let mode = |name: &str, mode| {
        fs::set_permissions(place.public().join(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    mode("a.html", 0o444);
    mode("b/c.html", 0o444);
    mode("b", 0o555);
    place.publish(&[("a.html", "nieuw")]).unwrap();
    assert_eq!(read(place.public()), expect(&[("a.html", "nieuw")]));
    assert_eq!(place.beside(), ["public", "site"]);
}

#[cfg(unix)]
#[test]
fn links_are_followed_to_the_folder_and_not_inside_it() {
    let place = Place::new();
    let elsewhere = place.project.root.join("elders");
    fs::create_dir(&elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, place.public()).unwrap();
    place.publish(&[("a", "1")]).unwrap();
    assert!(place.public().symlink_metadata().unwrap().is_symlink(), "the link stays");
    assert_eq!(read(&elsewhere), expect(&[("a", "1")]));

    // A link inside is not ours; it stays, and so does what it points at.
    let precious = place.project.root.join("kostbaar");
    fs::create_dir(&precious).unwrap();
    fs::write(precious.join("x"), "blijft").unwrap();
    for (link, to) in [("map", precious.clone()), ("a", precious.join("x"))] {
        let link = elsewhere.join(link);
        let _ = fs::remove_file(&link);
        std::os::unix::fs::symlink(to, &link).unwrap();
        assert!(matches!(place.publish(&[("a", "1")]), Err(PublishError::Foreign { .. })), "{}", link.display());
        assert!(link.is_symlink());
        fs::remove_file(link).unwrap();
    }
    assert_eq!(read(&precious), expect(&[("x", "blijft")]));
    place.publish(&[("a", "1")]).unwrap();
    assert_eq!(read(&elsewhere), expect(&[("a", "1")]));

    let dangling = place.project.root.join("nergens");
    std::os::unix::fs::symlink(place.project.root.join("bestaat-niet"), &dangling).unwrap();
    assert!(publish(&site(&[("a", "1")]), &dangling, &place.project).is_err());
}

/// The big site of one letter: every file tells which site it is of.
fn letters(letter: &str) -> Output {
    let mut output = Output::default();
    for number in 0..300 {
        let path = format!("{}/{letter}{number}/index.html", number % 7);
        output.add(path, letter.as_bytes().into()).unwrap();
        output.add(format!("gedeeld/{number}.html"), letter.repeat(100).into_bytes().into()).unwrap();
    }
    output
}

/// Not a test of its own: the process that [`killed_at_any_moment`] kills.
#[test]
#[ignore = "runs until it is killed"]
fn child_that_publishes_without_end() {
    let Ok(root) = std::env::var("VERBEELD_TEST_ROOT") else { return };
    let project = Project::find(Path::new(&root)).unwrap();
    let (a, b) = (letters("a"), letters("b"));
    loop {
        publish(&a, &project.public, &project).unwrap();
        publish(&b, &project.public, &project).unwrap();
    }
}

/// `VERBEELD_KILLS=150` kills so often; a daily run does with fewer.
#[test]
fn killed_at_any_moment_the_old_or_the_new_site_stands() {
    let rounds: u64 = std::env::var("VERBEELD_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    let place = Place::new();
    let sites = ["a", "b"].map(|letter| {
        let output = letters(letter);
        output.iter().map(|(p, b)| (p.to_owned(), String::from_utf8(b.to_vec()).unwrap())).collect::<BTreeMap<_, _>>()
    });
    publish(&letters("a"), place.public(), &place.project).unwrap();
    let mut interrupted = 0;
    // On a busy machine many kills fall between two publishes: there are more until one does not.
    for round in 0..50 * rounds {
        if round >= rounds && interrupted > 0 {
            break;
        }
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "--ignored", "publish::child_that_publishes_without_end"])
            .env("VERBEELD_TEST_ROOT", &place.project.root)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Wait until it is at work, then a little, different each round.
        let begun = Instant::now();
        let work = place.project.root.join(".public.verbeeld-werk");
        while !work.exists() && begun.elapsed() < Duration::from_secs(20) {
            std::thread::yield_now();
        }
        std::thread::sleep(Duration::from_micros(1700 * (round % 12)));
        child.kill().unwrap(); // SIGKILL on Unix
        child.wait().unwrap();
        interrupted += usize::from(work.exists());
        let found = read(place.public());
        assert!(sites.contains(&found), "round {round}: a mix of {} files", found.len());
        if round % 2 == 0 {
            // The next publish clears what was left.
            publish(&letters("a"), place.public(), &place.project).unwrap();
            assert_eq!(read(place.public()), sites[0]);
            assert_eq!(place.beside(), ["public", "site"]);
        }
    }
    assert!(interrupted > 0, "no kill fell in the midst of publishing");
}

#[test]
fn every_error_has_a_code_and_a_remedy() {
    let place = Place::new();
    fs::write(place.public(), "een bestand").unwrap();
    let diagnostic = place.publish(&[("a", "1")]).unwrap_err().diagnostic();
    assert_eq!(diagnostic.code, "UIT004");
    assert!(diagnostic.is_error() && !diagnostic.message.is_empty() && !diagnostic.remedy.is_empty());
}
