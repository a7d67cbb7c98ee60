//! The fallbacks, step by step; what every caller sees is tested in `tests/publish.rs`.

use super::*;
use crate::output::place::place;
use std::path::PathBuf;

fn site(files: &[(&str, &str)]) -> Output {
    let mut output = Output::default();
    for (path, text) in files {
        output.add((*path).into(), text.as_bytes().into()).unwrap();
    }
    output
}

/// Everything in the folder but the marker, with its content.
fn read(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        if entry.file_type().is_file() && name != paths::MARKER {
            found.push((name, fs::read_to_string(entry.path()).unwrap()));
        } else if entry.file_type().is_dir() && !name.is_empty() {
            found.push((name + "/", String::new()));
        }
    }
    found
}

fn in_two_steps(output: &Output, project: &Project) -> Result<Published, PublishError> {
    Publishing::new(&Finished::ready(output), None, swap::Way::TwoSteps).run(&project.public, project)
}

/// Publishes by changing files in the folder, as on a mount point.
fn inside(output: &Output, project: &Project) -> Result<Published, PublishError> {
    Publishing::new(&Finished::ready(output), None, swap::Way::Best).inside(&project.public)
}

fn beside(project: &Project) -> PathBuf {
    work::beside(&project.public).unwrap()
}

#[test]
fn two_steps_publish_like_one() {
    let place = place();
    in_two_steps(&site(&[("a", "1"), ("b/c", "2")]), &place.project).unwrap();
    let published = in_two_steps(&site(&[("a", "1"), ("b", "3")]), &place.project).unwrap();
    assert_eq!(published, Published { written: 1, unchanged: 1, removed: 1, in_place: false });
    assert_eq!(read(&place.project.public), [("a".into(), "1".into()), ("b".into(), "3".into())]);
    assert!(!beside(&place.project).exists());
}

#[test]
fn killed_between_two_steps_the_old_site_comes_back() {
    let place = place();
    let public = &place.project.public;
    publish(&site(&[("a", "oud")]), public, &place.project).unwrap();
    // What a kill between the two renames leaves.
    fs::create_dir(beside(&place.project)).unwrap();
    fs::rename(public, beside(&place.project).join("oud")).unwrap();
    recover(public).unwrap();
    assert_eq!(read(public), [("a".into(), "oud".into())]);
    assert!(!beside(&place.project).exists());
}

#[test]
fn a_failed_second_step_brings_the_old_site_back() {
    let place = place();
    let public = &place.project.public;
    publish(&site(&[("a", "oud")]), public, &place.project).unwrap();
    let root = &place.project.root;
    let failed = swap::swap(swap::Way::TwoSteps, &root.join("bestaat-niet"), public, &root.join("weg"));
    assert!(failed.is_err());
    assert_eq!(read(public), [("a".into(), "oud".into())]);
}

#[test]
fn inside_publishes_the_same_as_beside() {
    let (one, two) = (place(), place());
    let sites = [
        site(&[("a", "1"), ("b/c/d.html", "2"), ("e.css", "3")]),
        site(&[("a/b", "nu een map"), ("b", "nu een bestand"), ("e.css", "3")]),
        site(&[]),
        site(&[("z/index.html", "1")]),
    ];
    fs::create_dir(&two.project.public).unwrap();
    fs::write(two.project.public.join(".gitignore"), "*").unwrap();
    fs::create_dir(&one.project.public).unwrap();
    fs::write(one.project.public.join(".gitignore"), "*").unwrap();
    for output in &sites {
        let a = publish(output, &one.project.public, &one.project).unwrap();
        let b = inside(output, &two.project).unwrap();
        assert_eq!(b, Published { in_place: true, ..a });
        assert_eq!(read(&one.project.public), read(&two.project.public));
        let marker = |p: &Project| fs::read_to_string(p.public.join(paths::MARKER)).unwrap();
        assert_eq!(marker(&one.project), marker(&two.project));
        let again = publish(output, &two.project.public, &two.project).unwrap();
        assert_eq!((again.written, again.removed), (0, 0));
    }
}

#[test]
fn a_failure_inside_takes_back_every_step() {
    let place = place();
    let public = &place.project.public;
    fs::create_dir(public).unwrap();
    inside(&site(&[("a", "1"), ("b/c", "2"), ("d", "3"), ("weg/x", "4")]), &place.project).unwrap();
    let before = read(public);
    let marker = fs::read_to_string(public.join(paths::MARKER)).unwrap();

    // Everything is in place already when removing something stale fails.
    let site = site(&[("a/b", "nu een map"), ("b", "nu een bestand"), ("d", "anders"), ("nieuw/y", "5")]);
    let site = Finished::ready(&site);
    let publishing = Publishing::new(&site, None, swap::Way::Best);
    let work = Work::open(public.join(paths::INNER_WORK), public).unwrap();
    let (present, mut plan) = publishing.locked(public, &work).unwrap();
    assert!(!plan.stale.is_empty());
    plan.stale.push(public.join("x".repeat(300)));
    let failed = in_place::publish(&site, &publishing.wanted, &present, &plan, public, &work);
    assert!(matches!(failed, Err(PublishError::Io { .. })), "{failed:?}");
    drop(work);
    assert_eq!(read(public), before);
    assert_eq!(fs::read_to_string(public.join(paths::MARKER)).unwrap(), marker);
}

#[test]
fn leftovers_of_a_kill_inside_are_cleared() {
    let place = place();
    let public = &place.project.public;
    let output = site(&[("a", "1")]);
    publish(&output, public, &place.project).unwrap();
    fs::create_dir_all(public.join(".verbeeld-werk/nieuw/b")).unwrap();
    fs::write(public.join(".verbeeld-werk/nieuw/b/c"), "half").unwrap();
    // Nothing tells that it is ours.
    let refused = publish(&output, public, &place.project);
    assert!(matches!(&refused, Err(PublishError::Foreign { found, .. }) if found == "b/c"), "{refused:?}");
    let list = Manifest::of(&Finished::ready(&site(&[("b/c", "heel")]))).text();
    fs::write(public.join(".verbeeld-werk/inhoud"), list).unwrap();
    let published = publish(&output, public, &place.project).unwrap();
    assert_eq!(published.written, 0);
    assert!(!public.join(".verbeeld-werk").exists());
    assert_eq!(read(public), [("a".into(), "1".into())]);
}

#[test]
fn two_at_once_is_refused() {
    let place = place();
    let public = &place.project.public;
    let work = Work::open(beside(&place.project), public).unwrap();
    let second = publish(&site(&[("a", "1")]), public, &place.project);
    assert!(matches!(second, Err(PublishError::Busy(_))), "{second:?}");
    drop(work);
    publish(&site(&[("a", "1")]), public, &place.project).unwrap();
}

#[test]
fn only_our_own_leftovers_go() {
    let place = place();
    let public = &place.project.public;
    fs::create_dir_all(beside(&place.project).join("nieuw")).unwrap();
    fs::write(beside(&place.project).join("van-een-ander"), "x").unwrap();
    publish(&site(&[("a", "1")]), public, &place.project).unwrap();
    assert_eq!(read(&beside(&place.project)), [("van-een-ander".into(), "x".into())]);
}

/// The big site of one letter: every file tells which site it is of; files become folders and back.
fn letters(letter: &str) -> Output {
    let mut output = Output::default();
    for number in 0..60 {
        let path = format!("{}/{letter}{number}/index.html", number % 7);
        output.add(path, letter.as_bytes().into()).unwrap();
        output.add(format!("gedeeld/{number}.html"), letter.repeat(100).into_bytes().into()).unwrap();
        let turns = if (letter == "a") == (number % 2 == 0) {
            format!("wissel/{number}")
        } else {
            format!("wissel/{number}/x")
        };
        output.add(turns, letter.as_bytes().into()).unwrap();
    }
    output
}

/// Not a test of its own: the process that [`killed_in_place_the_next_start_makes_it_whole`] kills.
#[test]
#[ignore = "runs until it is killed"]
fn child_that_publishes_in_place_without_end() {
    let Ok(root) = std::env::var("VERBEELD_TEST_ROOT") else { return };
    let project = Project::find(Path::new(&root)).unwrap();
    let (a, b) = (letters("a"), letters("b"));
    loop {
        inside(&a, &project).unwrap();
        inside(&b, &project).unwrap();
    }
}

/// `VERBEELD_KILLS=150` kills so often; a daily run does with fewer.
#[test]
fn killed_in_place_the_next_start_makes_it_whole() {
    let rounds: u32 = std::env::var("VERBEELD_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(8);
    let place = place();
    let public = &place.project.public;
    fs::create_dir(public).unwrap();
    inside(&letters("a"), &place.project).unwrap();
    let a = read(public);
    inside(&letters("b"), &place.project).unwrap();
    let b = read(public);
    let (mut interrupted, mut mixed) = (0, 0);
    // On a busy machine many kills fall beside the change: there are more until one does not.
    for round in 0..50 * rounds {
        if round >= rounds && mixed > 0 {
            break;
        }
        let mut child = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "--ignored", "output::publish::tests::child_that_publishes_in_place_without_end"])
            .env("VERBEELD_TEST_ROOT", &place.project.root)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        let begun = std::time::Instant::now();
        let inner = public.join(paths::INNER_WORK);
        // Most kills fall after the change has begun.
        let sign = if round % 4 == 0 { inner.clone() } else { inner.join("dagboek") };
        while !sign.exists() && begun.elapsed() < std::time::Duration::from_secs(20) {
            std::thread::yield_now();
        }
        std::thread::sleep(std::time::Duration::from_micros(u64::from(300 * (round % 40))));
        child.kill().unwrap();
        child.wait().unwrap();
        interrupted += u32::from(inner.exists());
        mixed += u32::from(inner.join("dagboek").exists());
        finish(public, &place.project).unwrap();
        // What was only being prepared is cleared by the next publish.
        let mut found = read(public);
        found.retain(|(path, _)| !path.starts_with(paths::INNER_WORK));
        assert!(found == a || found == b, "round {round}: a mix of {} files", found.len());
        assert!(!inner.join("dagboek").exists());
        inside(&letters("a"), &place.project).unwrap();
        assert!(!inner.exists());
    }
    assert!(mixed > 0, "of {rounds} kills, {interrupted} in the midst of publishing, none fell in the change");
}

#[test]
fn a_journal_that_is_not_ours_moves_nothing() {
    let place = place();
    let public = &place.project.public;
    let precious = place.project.root.join("kostbaar");
    fs::create_dir(&precious).unwrap();
    fs::write(precious.join("x"), "blijft").unwrap();
    publish(&site(&[("a", "1")]), public, &place.project).unwrap();
    let work = public.join(paths::INNER_WORK);
    let journal = |output: &Output| {
        fs::write(
            work.join("dagboek"),
            format!("verbeeld dagboek 1\n{}", Manifest::of(&Finished::ready(output)).text()),
        )
        .unwrap();
    };
    // A link among what lies ready, that has exactly the bytes it should have.
    fs::create_dir_all(work.join("nieuw")).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&precious, work.join("nieuw/map")).unwrap();
        journal(&site(&[("map/x", "blijft")]));
        assert!(matches!(finish(public, &place.project), Err(PublishError::Foreign { .. })));
        fs::remove_file(work.join("nieuw/map")).unwrap();
    }
    // Other bytes than it tells of.
    fs::write(work.join("nieuw/b"), "anders").unwrap();
    journal(&site(&[("b", "zo")]));
    assert!(matches!(finish(public, &place.project), Err(PublishError::Foreign { .. })));
    // Something else under that name, and a path that leads out.
    for text in [
        "".to_owned(),
        "van een ander".into(),
        format!("verbeeld dagboek 1\nverbeeld 1\n{} 1 ../x\n", blake3::hash(b"1").to_hex()),
    ] {
        fs::write(work.join("dagboek"), text).unwrap();
        assert!(matches!(finish(public, &place.project), Err(PublishError::Foreign { .. })));
    }
    assert_eq!(fs::read_to_string(precious.join("x")).unwrap(), "blijft");
    assert_eq!(fs::read_to_string(public.join("a")).unwrap(), "1");
    assert!(!public.join("b").exists());
}
