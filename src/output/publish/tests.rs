//! The fallbacks, step by step; what every caller sees is tested in `tests/publish.rs`.

use super::*;
use std::path::PathBuf;

struct Place {
    _keep: tempfile::TempDir,
    project: Project,
}

fn place() -> Place {
    let keep = tempfile::tempdir().unwrap();
    let root = keep.path().canonicalize().unwrap();
    fs::create_dir(root.join("site")).unwrap();
    fs::write(root.join("site/portal.toml"), "").unwrap();
    Place { project: Project::find(&root).unwrap(), _keep: keep }
}

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
    Publishing::new(output, swap::Way::TwoSteps).run(&project.public, project)
}

/// Publishes by changing files in the folder, as on a mount point.
fn inside(output: &Output, project: &Project) -> Result<Published, PublishError> {
    Publishing::new(output, swap::Way::Best).inside(&project.public)
}

fn beside(project: &Project) -> PathBuf {
    work::beside(&project.public).unwrap()
}

#[test]
fn two_steps_publish_like_one() {
    let place = place();
    in_two_steps(&site(&[("a", "1"), ("b/c", "2")]), &place.project).unwrap();
    let published = in_two_steps(&site(&[("a", "1"), ("b", "3")]), &place.project).unwrap();
    assert_eq!(published, Published { written: 1, unchanged: 1, removed: 1 });
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
        assert_eq!(a, b);
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
    let output = site(&[("a/b", "nu een map"), ("b", "nu een bestand"), ("d", "anders"), ("nieuw/y", "5")]);
    let publishing = Publishing::new(&output, swap::Way::Best);
    let work = Work::open(public.join(paths::INNER_WORK), public).unwrap();
    let (present, mut plan) = publishing.locked(public, &work).unwrap();
    plan.stale.push(public.join("x".repeat(300)));
    let failed = in_place::publish(&output, &publishing.wanted, &present, &plan, public, &work);
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
    let list = Manifest::of(&site(&[("b/c", "heel")])).text();
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
