//! What a command asks at a terminal: again and again until the answer can be used, and without an answer nothing is written.
//!
//! `script` of util-linux, which every Linux has, gives the program a terminal and passes on what is typed.
use super::taking_back::{data, desk};
use crate::support::desk::Desk;
use std::io::Write;
use std::process::{Command, Stdio};

/// A command with what somebody types, and then Ctrl+D; what the screen shows, and how it ended.
fn typed(desk: &Desk, command: &str, answers: &str) -> (String, i32) {
    let program = format!("exec '{}' {command}", env!("CARGO_BIN_EXE_verbeeld"));
    let mut script = Command::new("script");
    script.args(["-qec", &program, "/dev/null"]).current_dir(desk.folder.path()).env("NO_COLOR", "1");
    let mut running = script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("script, of util-linux");
    running.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
    let ended = running.wait_with_output().unwrap();
    (String::from_utf8(ended.stdout).unwrap().replace("\r\n", "\n"), ended.status.code().unwrap())
}

/// Each refusal that the screen must show, in this order.
#[track_caller]
fn in_order(screen: &str, words: &[&str]) {
    let mut rest = screen;
    for said in words {
        rest = rest.split_once(said).unwrap_or_else(|| panic!("“{said}” is not (or too early) in:\n{screen}")).1;
    }
}

#[test]
fn a_decision_is_asked_for_until_each_answer_fits() {
    let (desk, before) = desk();
    let answers = "\n<b>Hier</b> dus\nhier\nmorgen\n12-3-2026\n2026-03-12\nbestuurlijk-overlg\n\n\nNotulen \"12 maart\" \\ deel 1\n";
    let (screen, code) = typed(&desk, "besluit keuze-plek", answers);
    assert_eq!(code, 0, "{screen}");
    in_order(
        &screen,
        &[
            "Waar vergadert het?",
            "- Hier",
            "Een besluit heeft een uitkomst.",
            "zonder HTML",
            "“morgen” is geen datum",
            "Bedoelde u 2026-03-12?",
            "Bedoelde u “bestuurlijk-overleg”?",
            "Er hoort een bron bij",
            "is vastgelegd",
        ],
    );
    let after = data(&desk);
    let all: String = after.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    assert!(all.contains(r#"naam = "Notulen \"12 maart\" \\ deel 1""#), "{all}");
    assert!(all.contains("wanneer = 2026-03-12") && all.contains("uitkomst = \"Hier\""), "{all}");
    assert_eq!(desk.run(&["check"]).code, 0);
    assert_eq!(desk.run(&["terug"]).code, 0);
    assert_eq!(data(&desk), before);
}

/// Who types words of their own a second time means them, though an option is like them.
#[test]
fn words_of_ones_own_are_confirmed_by_typing_them_again() {
    let (desk, _) = desk();
    let path = desk.path("site/data/keuzes.toml");
    let text = std::fs::read_to_string(&path).unwrap().replace("\"Daar\"", "\"In de haven\"");
    std::fs::write(&path, text).unwrap();
    let (screen, code) = typed(&desk, "besluit keuze-plek", "Bij de haven\nBij de haven\n2026-03-12\n\nNotulen\n");
    assert_eq!(code, 0, "{screen}");
    in_order(&screen, &["- In de haven", "Bedoelde u “In de haven”?", "is vastgelegd", "geen van de opties"]);
    assert!(std::fs::read_to_string(&path).unwrap().contains("uitkomst = \"Bij de haven\""));
}

/// At whatever question somebody stops.
#[test]
fn without_an_answer_nothing_is_written() {
    let (desk, before) = desk();
    let acts = [
        ("besluit keuze-plek", &["hier", "2026-03-12", "", ""][..]),
        ("zetel kernteam molenbroek", &["", "gast", "2026-03-12", "", ""]),
        ("niveau waterschap-beekdal--projectgroep-oevers samen-doen", &["2026-03-12", "bestuurlijk-overleg", ""]),
        ("niveau waterschap-beekdal--projectgroep-oevers", &["samen-doen", "2026-03-12"]),
    ];
    for (command, answers) in acts {
        for count in 0..answers.len() {
            let typed_in: String = answers[..count].iter().map(|answer| format!("{answer}\n")).collect();
            let (screen, code) = typed(&desk, command, &typed_in);
            assert_ne!(code, 0, "{command} {typed_in:?}: {screen}");
            assert!(screen.contains("Er is niets veranderd."), "{command} {typed_in:?}: {screen}");
            assert_eq!(data(&desk), before, "{command} {typed_in:?}");
        }
    }
}

/// A word that names nothing is told before anything is asked: whoever answered four questions should not hear that at the end.
#[test]
fn a_wrong_word_is_told_before_anything_is_asked() {
    let (desk, before) = desk();
    for (command, why) in [
        ("besluit keuze-plak", "Bedoelde u “keuze-plek”?"),
        ("zetel kernteem molenbroek", "Bedoelde u “kernteam”?"),
        ("zetel kernteam molenbrook", "Bedoelde u “molenbroek”?"),
        ("zetel kernteam molenbroek --vult 9", "Kies een nummer"),
        ("niveau kernteam--molenbroek", "Er is geen band"),
        ("niveau waterschap-beekdal--projectgroep-oevers hoog", "Kies uit:"),
        ("verplaats kernteam", "staat geen datum die kan verschuiven"),
        ("verplaats niets", "Er is geen gegeven met een geplande datum"),
    ] {
        let (screen, code) = typed(&desk, command, "");
        assert!(code != 0 && screen.contains(why), "{command}: {screen}");
        assert!(!screen.contains(")? ") && !screen.contains("er kwam geen antwoord"), "{command}: {screen}");
    }
    assert_eq!(data(&desk), before);
}

/// The other acts ask again for what cannot be.
#[test]
fn the_other_acts_ask_again_too() {
    let (desk, _) = desk();
    let tie = "niveau waterschap-beekdal--projectgroep-oevers";
    let (screen, code) = typed(&desk, tie, "hoog\nsamen-doen\n2026-03-12\n\nbestuurlijk-overleg\nNotulen\n");
    assert_eq!(code, 0, "{screen}");
    in_order(&screen, &["Er is geen niveau “hoog”", "vraagt een besluit", "is “samen-doen”, vanaf 12 maart 2026"]);
    let (screen, code) = typed(&desk, "zetel kernteam molenbroek", "99\n\ngast\n2026-03-12\n\nNotulen\n");
    assert_eq!(code, 0, "{screen}");
    in_order(
        &screen,
        &[
            "Deze plekken zijn er al:\n  1: ",
            "Kies een nummer",
            "In welke functie",
            "“molenbroek” zit nu in “kernteam”",
        ],
    );
    // In the same function they sit there already: then another is asked for.
    let (screen, code) = typed(&desk, "zetel kernteam molenbroek", "\ngast\nlid\n2026-03-13\n\nNotulen\n");
    assert_eq!(code, 0, "{screen}");
    in_order(&screen, &["zit al in “kernteam” als gast", "zit nu in “kernteam”"]);
    desk.write("site/data/acties.toml", ACTION);
    let (screen, code) = typed(&desk, "verplaats actie-1", "volgend jaar\n2027-Q1\n2027-Q2\n2026-03-12\n\nNotulen\n");
    assert_eq!(code, 0, "{screen}");
    in_order(&screen, &["“volgend jaar” is geen datum", "Die datum staat er al", "tweede kwartaal van 2027"]);
}

const ACTION: &str = "[[actie]]\nid = \"actie-1\"\nnaam = \"Maak het\"\nopgave = \"opgave-1\"\ntot = \"2027-Q1\"\nstatus = \"voorstel\"\nbron = [\"plan\"]\n";
