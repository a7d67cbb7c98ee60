//! Every kind but the relation map: measures of an example, and what must hold of every drawing.
mod twente;
mod willekeurig;

use crate::drawing::kijk;
use crate::drawing::snapshot::measured;
use verbeeld::infographic::lettering::STYLES;
use verbeeld::infographic::metrics::Weight;

const RULES: [&str; 7] = [
    include_str!("../../themes/weefsel/css/40-infographic.css"),
    include_str!("../../themes/weefsel/css/41-beeldtaal.css"),
    include_str!("../../themes/weefsel/css/42-ladder.css"),
    include_str!("../../themes/weefsel/css/42-weefsel.css"),
    include_str!("../../themes/weefsel/css/43-organogram.css"),
    include_str!("../../themes/weefsel/css/44-bijdrage.css"),
    include_str!("../../themes/weefsel/css/45-tegels.css"),
];

#[test]
fn the_measures_are_current() {
    for (name, figure) in twente::all() {
        measured(name, &figure.svg);
    }
}

#[test]
fn the_example_is_tidy() {
    for (name, figure) in twente::all() {
        kijk::check(name, &figure);
    }
}

#[test]
fn the_sizes_of_the_stylesheet_are_those_that_texts_are_measured_with() {
    let rules = RULES.concat();
    for style in STYLES {
        let start = format!(".{} {{", style.class);
        let rule = rules.split(&start).nth(1).and_then(|rest| rest.split('}').next()).unwrap_or_default();
        assert!(rule.contains(&format!("font-size: {}px", style.size)), "{}: {rule}", style.class);
        assert_eq!(rule.contains("font-weight"), style.weight == Weight::Bold, "{}", style.class);
    }
}

#[test]
fn conclusions_come_from_the_rows() {
    let conclusion = |name: &str| twente::all().into_iter().find(|(known, _)| *known == name).unwrap().1.conclusion;
    assert_eq!(
        conclusion("ladder"),
        "2 van de 5 banden hebben een ambitie: 1 naar verloofd en 1 naar getrouwd. Van 2 banden zegt de bron niet hoe hecht die nu zijn."
    );
    assert_eq!(
        conclusion("bijdrage-delen"),
        "14 delen van 0,1 fte zijn samen 1,4 fte: 0,8 fte (voorzitter) en 0,6 fte (secretaris)."
    );
    assert_eq!(
        conclusion("relatiematrix"),
        "2 van de 6 mogelijke banden staan in de gegevens. De meeste: Kerngroep (2). Zonder band: Politie."
    );
    assert_eq!(
        conclusion("niveauverloop-een"),
        "PHO en Colleges: de band is nu verliefd; een ambitie noemt de bron niet."
    );
}

#[test]
fn every_row_of_the_ladder_is_drawn_once() {
    let (_, figure) = twente::all().into_iter().find(|(name, _)| *name == "ladder").unwrap();
    let hrefs = |text: &str| {
        let mut found: Vec<String> =
            text.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect();
        found.sort();
        found
    };
    let mut rows: Vec<String> =
        figure.table.rows.iter().flat_map(|row| row[0].links()).map(|href| href.to_string()).collect();
    rows.sort();
    assert_eq!(hrefs(&figure.svg), rows);
    assert_eq!(hrefs(&figure.medium), rows);
    assert_eq!(hrefs(&figure.upright), rows);
}

#[test]
fn very_many_members_are_drawn_as_a_number_and_named_in_the_table() {
    let few = twente::crowded(16);
    assert!(few.svg.contains("Gemeente 15") && !few.svg.contains("gemeenten"));
    let many = twente::crowded(60);
    assert!(many.svg.contains("60 gemeenten") && !many.svg.contains("Gemeente 15"));
    // Who differs from them stands apart.
    assert!(many.svg.contains("Voorzitter"));
    assert_eq!(many.table.rows.len(), 61);
}

/// Who has no tie with nearly anybody would fill a sheet of paper with names for each row.
#[test]
fn a_table_of_very_many_counts_who_has_no_tie() {
    let last = |count| twente::strangers(count).table.rows[0].last().unwrap().plain();
    assert_eq!(last(5), "Groep 1, Groep 2, Groep 3, Groep 4");
    assert_eq!(last(77), "76 anderen");
}

#[test]
fn the_checks_find_faults() {
    let drawing = |inside: &str| format!("<svg width=\"200\" height=\"40\">{inside}</svg>");
    let text = |x: u32, words: &str| format!("<text class=\"ig-naam\" x=\"{x}\" y=\"20\">{words}</text>");
    let place = |x: u32, wide: u32| {
        format!("<rect class=\"ig-vak\" x=\"{x}\" y=\"2\" width=\"{wide}\" height=\"30\" rx=\"4\"/>")
    };
    assert_eq!(kijk::faults(&drawing(&text(4, "kort"))), Vec::<String>::new());
    for bad in [
        text(190, "te ver"),
        text(4, "over") + &text(10, "elkaar"),
        place(2, 30) + &text(4, "uit het vak"),
        place(2, 60) + &place(40, 60),
        place(2, 300),
    ] {
        assert!(!kijk::faults(&drawing(&bad)).is_empty(), "{bad}");
    }
}
