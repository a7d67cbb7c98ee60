//! Front matter.

use super::support::shown;
use verbeeld::content::parse;
use verbeeld::diag::FileId;

#[test]
fn front_matter_is_decoded_with_places() {
    let text = "+++\r\ntitel = \"Overleg\"\r\nvolgorde = 3\r\n+++\r\n\r\nTekst.\r\n";
    let document = parse(text, 3);
    assert!(document.problems.is_empty());
    let front = document.front.unwrap();
    let titel = front.titel.unwrap();
    assert_eq!(titel.value, "Overleg");
    assert_eq!(&text[titel.place.start as usize - 3..titel.place.end as usize - 3], "\"Overleg\"");
    assert_eq!(document.plain.text(), "Tekst.");
}

#[test]
fn mistakes_are_told_once_and_in_place() {
    for (text, wanted) in [
        ("# Kop\n", "FM001 # Kop"),
        ("", "FM001 "),
        ("\n+++\ntitel = \"x\"\n\n[[fout\n", "FM002 +++"),
        ("---\ntitel: x\n---\n\nTekst.\n", "FM003 ---"),
        ("+++\ntitel = Overleg\n+++\nTekst.\n", "DATA001 Overleg"),
        ("+++\ntitle = \"x\"\n+++\nTekst.\n", "DATA002 title"),
        ("+++\nvolgorde = \"een\"\n+++\nTekst.\n", "DATA004 \"een\""),
    ] {
        let document = parse(text, 0);
        assert_eq!(shown(text, &document.problems), [wanted], "{text:?}");
        assert!(document.problems.iter().all(|p| !p.remedy.is_empty()));
    }
}

#[test]
fn the_body_is_read_all_the_same() {
    let document = parse("---\ntitel: x\n---\n\nTekst.\n", 0);
    assert_eq!(document.plain.text(), "Tekst.");
}

#[test]
fn places_move_to_the_file() {
    let document = parse("# Kop\n[a](b) [^x]", 0);
    let files: Vec<u32> = document.problems_in(FileId(9)).map(|p| p.place.unwrap().file.0).collect();
    assert_eq!(files, [9, 9]);
}
