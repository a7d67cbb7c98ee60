//! A file with ten mistakes of all sorts: all ten are told in one run, each at its line and column.
use verbeeld::diag::{FileId, line_column};
use verbeeld::model::rules::Context;
use verbeeld::model::{Model, check};

/// The mistakes are numbered; what stands behind the remark sign plays no part.
const DATA: &str = r#"# Tien fouten in één bestand.
[[bron]]
id = "plan"
naam = "Het plan"

[[laag]]
id = "bestuur"
naam = "Bestuur"
volgorde = 1

[[laag]]
id = "werk"
naam = "Werk"
volgorde = 1                       # 1: dezelfde plaats

[[spoor]]
id = "spoor-1"
naam = "Spoor"
nummer = 1
omschrijving = "Het eerste."
status = "feit"
bron = ["plan"]

[[opgave]]
id = "opgave-1"
naam = "Opgave"
nummer = 1
spoor = "spoor-1"
doel = "Het doel."
status = "feit"
bron = ["plan"]

[[gremium]]
id = "raad"
naam = "Raad"
laag = "bestur"                    # 2: bestaat niet
omschrijving = "Besluit."
besluit = true
status = "feit"
bron = ["plan"]

[[gremium]]
id = "groep"
naam = "Groep"
laag = "werk"
omschrijving = "Bereidt voor."
besluit = "nee"                    # 3: geen true of false
status = "feit"
bron = ["plan"]

[[gremium]]
id = "kring"
naam = "Kring"
laag = "werk"
omschrijving = "Denkt mee."
besluit = false
vergaderd = "Elke week."           # 4: tikfout in de sleutel
status = "zeker"                   # 5: geen status
bron = ["plan/hoofdstuk-9"]        # 6: geen deel van de bron

[[relatie]]
id = "raad--raad"
van = "raad"
naar = "raad"                      # 7: met zichzelf
soort = "afstemming"
onderwerp = "Één gesprek."
status = "tegenstrijdig"           # 8: zonder toelichting
bron = ["plan"]

[[relatie]]
id = "raad--kring"
van = "raad"
naar = "kring"
soort = "afstemming"
onderwerp = "Praten."
afspraken = ["é", "è", "é"]        # 9: dubbel
status = "feit"
bron = ["plan"]

[[actie]]
id = "raad"                        # 10: id bestaat al
naam = "Iets doen"
opgave = "opgave-1"
status = "feit"
bron = ["plan"]
"#;

#[test]
fn all_ten_are_told_at_their_place() {
    let mut problems = Vec::new();
    let mut model = Model::default();
    model.read(FileId(0), DATA, 0, &mut problems);
    check(&Context { whole: false, ..Context::of(&model) }, &mut problems);
    let mut found: Vec<(usize, usize, &str)> = problems
        .iter()
        .map(|p| {
            let at = line_column(DATA, p.place.unwrap().start as usize);
            (at.line, at.column, p.code)
        })
        .collect();
    found.sort_unstable();
    let expected = [
        (14, 12, "REGEL012"),
        (36, 8, "DATA010"),
        (47, 11, "DATA004"),
        (57, 1, "DATA002"),
        (58, 10, "DATA005"),
        (59, 10, "DATA012"),
        (64, 8, "REGEL001"),
        (67, 10, "REGEL037"),
        (76, 25, "REGEL036"),
        (81, 6, "DATA008"),
    ];
    assert_eq!(found, expected);
}
