//! Files of an editor are never lost to a command that writes another, and what was not written is never called done.
use crate::support::desk::{Desk, tree};
use std::fs;

/// The infographic of the starter site.
fn picture(desk: &Desk) -> String {
    let listed = desk.run(&["infographic"]).out;
    listed.lines().find_map(|line| line.split_whitespace().next()).unwrap().to_owned()
}

#[test]
fn a_file_of_somebody_else_is_never_written_over() {
    let desk = Desk::with_site();
    desk.run(&["build"]).good();
    let picture = picture(&desk);
    desk.write("brief.svg", "van mij");
    desk.write("leden.csv", "van mij");
    desk.write("themes/eigen/theme.toml", "van mij");
    let before = tree(desk.folder.path());
    for place in [
        "brief.svg",
        "site/portal.toml",
        "site/content/index.md",
        "site/data/nieuw.csv",
        "public/index.html",
        "public/k.svg",
        "themes/k.svg",
    ] {
        desk.run(&["verschil", "--bestand", place]).ends(2).says("is niet te schrijven");
        let before_kept = |tree: std::collections::BTreeMap<_, _>| {
            tree.into_iter()
                .filter(|(path, _): &(std::path::PathBuf, Vec<u8>)| !path.to_string_lossy().contains(".verbeeld/"))
                .collect::<Vec<_>>()
        };
        assert_eq!(before_kept(tree(desk.folder.path())), before_kept(before.clone()), "{place}");
    }
    for place in
        ["brief.svg", "leden.csv", "site/data/leden.csv", "site/content/k.svg", "site/nieuw.csv", "public/k.svg"]
    {
        desk.run(&["infographic", &picture, "--uit", place]).ends(2).says("kan niet worden gemaakt");
        assert!(
            !desk.path(place).exists()
                || desk.path(place).starts_with(desk.path("public"))
                || fs::read(desk.path(place)).unwrap() == b"van mij"
        );
    }
    for place in ["site/content", "site/data/map", "public", "themes"] {
        desk.run(&["schema", "--uit", place]).ends(2).says("komen geen schema's");
    }
    desk.run(&["verschil", "--bestand", ".verbeeld/x"]).ends(2);
    desk.run(&["verschil", "--bestand", ".git/x"]).ends(2);
}

#[test]
fn what_a_command_made_it_may_make_again_until_somebody_changes_it() {
    let desk = Desk::with_site();
    desk.run(&["build"]).good();
    let picture = picture(&desk);
    for (command, place) in
        [(&["verschil", "--bestand"][..], "verschil.txt"), (&["infographic", &picture, "--uit"], "k.svg")]
    {
        let command = [command, &[place]].concat();
        desk.run(&command).good();
        // Another site, another picture.
        let portal = fs::read_to_string(desk.path("site/portal.toml")).unwrap();
        let named = portal.replacen("naam = \"", "naam = \"Nieuw ", 1);
        fs::write(desk.path("site/portal.toml"), named).unwrap();
        desk.run(&command).good();
        desk.write(place, "van mij");
        desk.run(&command).ends(2).says("er staat al een ander bestand met die naam");
        assert_eq!(fs::read(desk.path(place)).unwrap(), b"van mij");
        fs::remove_file(desk.path(place)).unwrap();
        desk.run(&command).good();
    }
    desk.run(&["schema", "--uit", "site/schema"]).good();
}

/// A disk on which no more than this fits in a file: what can't be written whole is not there, and the same command does it when it can.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_nothing_half() {
    use std::process::Command;
    let tight = |desk: &Desk, blocks: usize, command: &[&str]| {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let mut program = Command::new("sh");
        program.args(["-c", &script, env!("CARGO_BIN_EXE_verbeeld")]).args(command).current_dir(desk.folder.path());
        program.output().unwrap().status.success()
    };
    let half = |desk: &Desk| {
        tree(desk.folder.path()).into_keys().find(|path| path.to_string_lossy().contains("verbeeld-nieuw"))
    };
    let fresh = Desk::with_site();
    let picture = picture(&fresh);
    for blocks in 0..4 {
        for command in [
            &["new", "pagina", "map/nieuw"][..],
            &["new", "gremium", "raad"],
            &["schema", "--uit", "uit"],
            &["infographic", &picture, "--uit", "k.svg"],
        ] {
            let desk = Desk::with_site();
            let before = tree(&desk.path("site"));
            if !tight(&desk, blocks, command) {
                assert_eq!(tree(&desk.path("site")), before, "{blocks} {command:?}");
                assert!(
                    !desk.path("site/content/map").exists() && !desk.path("k.svg").exists(),
                    "{blocks} {command:?}"
                );
                assert_eq!(half(&desk), None, "{blocks} {command:?}");
            }
            if command[0] != "new" || tree(&desk.path("site")) == before {
                desk.run(command).good();
            }
        }
        let desk = Desk::new();
        assert!(!tight(&desk, blocks, &["init"]), "a site is larger");
        assert_eq!(half(&desk), None);
        desk.run(&["init"]).good();
        let inner = |desk: &Desk| {
            tree(desk.folder.path())
                .into_iter()
                .map(|(path, bytes)| (path.strip_prefix(desk.folder.path()).unwrap().to_owned(), bytes))
                .collect::<Vec<_>>()
        };
        let wanted: Vec<_> = inner(&Desk::with_site());
        assert_eq!(inner(&desk), wanted);
        desk.run(&["init"]).ends(2).says("is niet leeg");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_written_is_no_success() {
    use std::process::Command;
    let desk = Desk::with_site();
    desk.run(&["build"]).good();
    for command in [
        &["handleiding"][..],
        &["licenties"],
        &["lijst"],
        &["lijst", "bron"],
        &["check", "--formaat", "json"],
        &["verschil", "--als", "html"],
        &["infographic"],
        &["--help"],
        &["build", "--formaat", "json"],
    ] {
        desk.write(
            "site/content/a.md",
            &format!("+++\ntitel = \"{}\"\nomschrijving = \"O.\"\n+++\n\nTekst.\n", command.join(" ")),
        );
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let mut program = Command::new(env!("CARGO_BIN_EXE_verbeeld"));
        let done = program.args(command).current_dir(desk.folder.path()).stdout(full).output().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{command:?}: {said}");
        assert_eq!(said.matches("niet helemaal weggeschreven: de schijf is vol").count(), 1, "{command:?}: {said}");
    }
}

/// What is proposed for an id is one, and another than was typed.
#[test]
fn what_is_proposed_for_an_id_can_be_one() {
    let desk = Desk::with_site();
    let listed = desk.run(&["lijst", "gremium"]).out;
    let old = listed.split_whitespace().next().unwrap();
    for new in ["../x", "a.b", "", "..", "_a_", "-", "Één twee", "a/b", "x..y"] {
        let said = desk.run(&["hernoem", old, new]).ends(1).err;
        let meant = said.split("zoals “").nth(1).and_then(|rest| rest.split('”').next()).unwrap();
        assert_ne!(meant, new);
        desk.run(&["hernoem", old, meant]).good();
        desk.run(&["terug"]).good();
    }
    desk.run(&["new", "gremium", "a.b"]).good();
    assert!(desk.path("site/data/gremia-a-b.toml").is_file());
}

#[cfg(unix)]
#[test]
fn a_server_without_a_place_for_its_own_says_which() {
    let desk = Desk::with_site();
    let said = desk.with(&["serve", "--poort", "0"], &[("TMPDIR", "/nonexistent")]).ends(2);
    assert!(said.err.contains("/nonexistent") && said.err.contains("TMPDIR"), "{}", said.err);
}
