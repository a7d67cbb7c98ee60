//! A command that is killed, and two at once, as an editor meets them. What becomes of a kill at every step is tested in
//! `src/output/hold/tests.rs`.
use super::taking_back::{data, desk};
use crate::support::desk::Desk;
use serde_json::{Value, json};
use std::fs::{self, File};

const KEPT: &str = ".verbeeld/vorige-wijziging";
const BEGUN: &str = ".verbeeld/begonnen-wijziging";

/// Leaves what a kill leaves when one of the files of the last change has its new form, and another waits beside its place.
fn broken_off(desk: &Desk, before: &std::collections::BTreeMap<std::path::PathBuf, Vec<u8>>) {
    let mut kept: Value = serde_json::from_slice(&fs::read(desk.path(KEPT)).unwrap()).unwrap();
    let mut last = kept["changes"].as_array_mut().unwrap().pop().unwrap();
    last["kept"] = json!([1; 32].to_vec());
    fs::write(desk.path(BEGUN), last.to_string()).unwrap();
    fs::remove_file(desk.path(KEPT)).unwrap();
    let changed: Vec<_> = data(desk).into_iter().filter(|(path, bytes)| before.get(path) != Some(bytes)).collect();
    assert!(changed.len() > 1, "{changed:?}");
    let (path, bytes) = &changed[0];
    fs::write(path.with_file_name(format!(".{}.verbeeld-nieuw", path.file_name().unwrap().display())), bytes).unwrap();
    match before.get(path) {
        Some(old) => fs::write(path, old).unwrap(),
        None => fs::remove_file(path).unwrap(),
    }
}

const DECIDE: [&str; 10] =
    ["besluit", "keuze-plek", "--uitkomst", "hier", "--datum", "2026-03-12", "--door", "", "--bron", "Notulen"];

#[test]
fn every_command_takes_back_what_one_that_was_killed_had_changed() {
    for command in
        [&["terug"][..], &["check"], &["build"], &["lijst"], &["verwijder", "niets"], &["new", "pagina", "a"], &DECIDE]
    {
        let (desk, before) = desk();
        desk.run(&DECIDE).good();
        let after = data(&desk);
        broken_off(&desk, &before);
        let said = desk
            .run(command)
            .says("De vorige opdracht werd afgebroken")
            .says("Alle bestanden zijn weer zoals ze waren");
        assert!(!desk.path(BEGUN).exists(), "{command:?}");
        match command[0] {
            "besluit" => assert_eq!(data(&desk), after),
            "new" => assert_eq!(data(&desk).len(), before.len() + 1),
            _ => assert_eq!(data(&desk), before, "{command:?}: {}", said.err),
        }
    }
}

#[test]
fn what_is_asked_back_after_a_kill_is_that_and_no_more() {
    let (desk, before) = desk();
    desk.run(&["hernoem", "plan", "het-plan"]).good();
    let between = data(&desk);
    let kept = fs::read(desk.path(KEPT)).unwrap();
    desk.run(&DECIDE).good();
    broken_off(&desk, &between);
    fs::write(desk.path(KEPT), kept).unwrap();
    desk.run(&["terug"]).good();
    assert_eq!(data(&desk), between);
    desk.run(&["terug"]).good();
    assert_eq!(data(&desk), before);
}

#[test]
fn of_two_commands_at_once_the_second_changes_nothing() {
    let (desk, _) = desk();
    desk.run(&["hernoem", "plan", "het-plan"]).good();
    let before = data(&desk);
    let slot = File::create(desk.path(".verbeeld/slot")).unwrap();
    slot.lock().unwrap();
    for command in
        [&["terug"][..], &DECIDE, &["hernoem", "het-plan", "x"], &["new", "pagina", "a"], &["check", "--verbeter"]]
    {
        desk.run(command).ends(2).says("een andere opdracht van Verbeeld is nu met deze site bezig");
        assert_eq!(data(&desk), before, "{command:?}");
    }
    // Who only looks need not wait.
    desk.run(&["lijst"]).good();
    desk.run(&["check"]).good();
    // A lock ends with who had it; its file may stay.
    drop(slot);
    desk.run(&["terug"]).good();
    assert!(!desk.path(".verbeeld/slot").exists());
}
