//! A kill at every step of a change: what is left is taken back, whole.

use super::super::place::place;
use super::super::rewrite::kill::killed_after;
use super::super::undo::{Back, taken_back};
use super::*;
use std::collections::BTreeMap;

fn tree(root: &Path) -> BTreeMap<String, String> {
    let files = walkdir::WalkDir::new(root.join("site")).into_iter().map(Result::unwrap);
    let name = |path: &Path| path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    files.map(|e| (name(e.path()), fs::read_to_string(e.path()).unwrap_or_default())).collect()
}

/// One of every sort: changed, moved, moved and changed, gone and new, in folders that are new as well.
fn change(root: &Path) -> Vec<Rewrite> {
    let file = |from: &str, to: &str, before: Option<&str>, after: Option<&str>| {
        let (from, to) = (root.join("site").join(from), root.join("site").join(to));
        if let Some(before) = before {
            fs::create_dir_all(from.parent().unwrap()).unwrap();
            fs::write(&from, before).unwrap();
        }
        let bytes = |text: Option<&str>| text.map(|text| text.as_bytes().into());
        Rewrite { from, to, before: bytes(before), after: bytes(after) }
    };
    vec![
        file("a.toml", "a.toml", Some("een a\r\n"), Some("een b\r\n")),
        file("b.toml", "b.toml", Some(""), Some("nu iets")),
        file("old/same.md", "new/deep/same.md", Some("zo"), Some("zo")),
        file("moved.md", "new/moved.md", Some("zo was het"), Some("zo is het")),
        file("gone/x.md", "gone/x.md", Some("weg"), None),
        file("made/here/n.md", "made/here/n.md", None, Some("nieuw")),
    ]
}

#[test]
fn a_kill_at_any_step_is_taken_back_or_finished_by_the_next_command() {
    let mut steps = 0;
    loop {
        let place = place();
        let (project, root) = (&place.project, place.project.root.clone());
        let files = change(&root);
        let before = tree(&root);
        let (hold, broken) = Hold::of(project).unwrap();
        assert_eq!(broken, None);
        let killed = killed_after(steps, || hold.change("Iets.", &files).unwrap().unwrap());
        drop(hold);
        if !killed {
            break;
        }
        assert!(is_begun(project));
        // Is the taking back killed as well, the next takes back the rest.
        let again = killed_after(steps / 2, || drop(Hold::of(project)));
        let (_, broken) = Hold::of(project).unwrap();
        if !again {
            assert_eq!(broken, None, "{steps}");
        } else {
            assert_eq!(broken, Some(Broken { what: "Iets.".into(), finished: false, left: Vec::new() }), "{steps}");
        }
        assert_eq!(tree(&root), before, "{steps}");
        assert!(!is_begun(project) && kept_change(project).is_none(), "{steps}");
        steps += 1;
    }
    assert!(steps > 10, "{steps}");
}

#[test]
fn a_taking_back_that_was_killed_leaves_what_it_took_back() {
    let mut steps = 0;
    loop {
        let place = place();
        let (project, root) = (&place.project, place.project.root.clone());
        let files = change(&root);
        let hold = || Hold::of(project).unwrap().0;
        hold().change("Iets.", &files).unwrap().unwrap();
        let (after, kept) = (tree(&root), kept_change(project).unwrap());
        let Back::Whole { files, .. } = taken_back(&root, &kept).unwrap() else { panic!() };
        if !killed_after(steps, || hold().take_back("Terug.", &files).unwrap().unwrap()) {
            break;
        }
        let (_, broken) = Hold::of(project).unwrap();
        assert!(broken.is_some_and(|broken| !broken.finished), "{steps}");
        assert_eq!((tree(&root), kept_change(project).unwrap()), (after, kept), "{steps}");
        steps += 1;
    }
    assert!(steps > 5, "{steps}");
}

#[test]
fn what_was_all_done_is_finished() {
    let place = place();
    let (project, root) = (&place.project, place.project.root.clone());
    let files = change(&root);
    killed_after(3, || drop(Hold::of(project).unwrap().0.change("Iets.", &files)));
    let begun = fs::read(begun_file(project)).unwrap();
    let (hold, _) = Hold::of(project).unwrap();
    hold.change("Iets.", &files).unwrap().unwrap();
    drop(hold);
    let after = tree(&root);
    // Killed between keeping what was and forgetting that it was begun.
    fs::write(begun_file(project), begun).unwrap();
    let (_, broken) = Hold::of(project).unwrap();
    assert_eq!(broken, Some(Broken { what: "Iets.".into(), finished: true, left: Vec::new() }));
    assert_eq!(tree(&root), after);
    assert!(!is_begun(project) && kept_change(project).is_some());
}

#[test]
fn what_others_changed_after_a_kill_stays() {
    let place = place();
    let (project, root) = (&place.project, place.project.root.clone());
    let files = change(&root);
    assert!(killed_after(9, || drop(Hold::of(project).unwrap().0.change("Iets.", &files))));
    fs::write(root.join("site/a.toml"), "van mij").unwrap();
    let (_, broken) = Hold::of(project).unwrap();
    assert_eq!(broken.unwrap().left, [root.join("site/a.toml")]);
    assert_eq!(fs::read_to_string(root.join("site/a.toml")).unwrap(), "van mij");
    assert_eq!(fs::read_to_string(root.join("site/moved.md")).unwrap(), "zo was het");
    assert!(!is_begun(project));
}

#[test]
fn one_at_a_time() {
    let place = place();
    let (hold, _) = Hold::of(&place.project).unwrap();
    assert!(matches!(Hold::of(&place.project), Err(NotHeld::Busy)));
    drop(hold);
    Hold::of(&place.project).unwrap();
}

#[test]
fn a_new_file_is_never_written_over_another() {
    let place = place();
    let path = place.project.root.join("site/map/n.md");
    let (hold, _) = Hold::of(&place.project).unwrap();
    hold.add("Gemaakt.", &path, b"een").unwrap();
    assert!(hold.add("Gemaakt.", &path, b"twee").is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), "een");
    assert!(!is_begun(&place.project) && kept_change(&place.project).is_none());
    drop(hold);
    for steps in 0..2 {
        let path = place.project.root.join("site/nog/een.md");
        assert!(killed_after(steps, || drop(Hold::of(&place.project).unwrap().0.add("Gemaakt.", &path, b"een"))));
        Hold::of(&place.project).unwrap();
        assert!(!place.project.root.join("site/nog").exists());
    }
}

/// A project of somebody else may come with one.
#[test]
fn what_leads_out_of_the_project_is_not_followed() {
    let place = place();
    let (project, root) = (&place.project, place.project.root.clone());
    let other = tempfile::tempdir().unwrap();
    let theirs = other.path().join("x.md");
    fs::write(&theirs, "jaren werk").unwrap();
    open_kept(&kept_folder(project)).unwrap();
    let up = "../".repeat(root.components().count());
    for path in [theirs.to_string_lossy().into_owned(), format!("{up}{}", theirs.to_string_lossy())] {
        let file = Rewrite {
            from: path.clone().into(),
            to: path.into(),
            before: None,
            after: Some(b"jaren werk".as_slice().into()),
        };
        let begun = Begun { what: "Iets.".into(), files: vec![Step::of(&file, &root)], kept: NONE };
        fs::write(begun_file(project), serde_json::to_vec(&begun).unwrap()).unwrap();
        assert_eq!(Hold::of(project).unwrap().1, None);
        assert_eq!(fs::read_to_string(&theirs).unwrap(), "jaren werk");
    }
}
