//! `verbeeld lijst`, and what a command says that was given too little: every id that an act needs can be found without opening a file.
use super::taking_back::desk;

#[test]
fn the_ids_of_a_kind_or_with_a_word() {
    let (desk, _) = desk();
    let listed = |words: &[&str]| desk.run(&[&["lijst"][..], words].concat()).good().out;
    let kinds = listed(&[]);
    assert!(kinds.contains("keuze") && kinds.contains("gremium") && !kinds.contains("plek"), "{kinds}");
    for kind in ["keuze", "keuzes", "Keuze"] {
        assert_eq!(listed(&[kind]), "  keuze-plek  Waar vergadert het?\n", "{kind}");
    }
    assert_eq!(listed(&["keuze", "VERGADERT"]), "  keuze-plek  Waar vergadert het?\n");
    assert!(listed(&["vergadert"]).contains("keuze-plek  Waar vergadert het?  (keuze)"));
    assert!(listed(&["band"]).contains("--"), "ties by the word of readers");
    desk.run(&["lijst", "keuze", "xyz"]).ends(1).says("Er zijn geen gegevens van de soort “keuze” met “xyz”");
    desk.run(&["lijst", "keuzen", "x"]).ends(2).says("Bedoelde u “keuze”?");
    let what = ["--uitkomst", "hier", "--datum", "2026-03-12", "--door", "", "--bron", "Notulen"];
    desk.run(&[&["besluit", "keuze-plek"][..], &what].concat()).good();
    assert!(listed(&["keuze"]).ends_with("Waar vergadert het?  (gekozen)\n"));
}

/// Where nobody can be asked, all that is missing is told at once, with what there is to choose from.
#[test]
fn what_is_missing_is_told_with_the_options() {
    let (desk, _) = desk();
    let said = desk.run(&["besluit", "keuze-plek", "--bron", "Notulen"]).ends(2);
    for words in ["Waar vergadert het?", "  - Hier", "  - Daar", "--uitkomst, --datum, --door."] {
        assert!(said.err.contains(words), "{words}: {}", said.err);
    }
    let rest = ["besluit", "keuze-plek", "--uitkomst", "hier", "--datum", "2026-03-12", "--bron", "Notulen"];
    let said = desk.run(&rest).ends(2);
    assert!(said.err.contains("--door.") && said.err.contains("leeg als dat niet bekend is"), "{}", said.err);
}
