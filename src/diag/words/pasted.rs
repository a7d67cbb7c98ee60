//! Problems with data that were pasted: a table from a spreadsheet, and keys that lost their heading.

use super::data::syntax;
use crate::diag::{Diagnostic, Span};

/// So many blocks stand in a message; of a longer table the first of them show how all are written.
const SHOWN: usize = 6;

/// `DATA001`: a table from a spreadsheet among the data. `whole` are its lines, with the heading right above it; `each` is a block for
/// every row, of this kind.
pub fn table(place: Span, whole: Span, sign: char, kind: &str, sure: bool, each: &[String]) -> Diagnostic {
    let between = match sign {
        '\t' => "tabs",
        ';' => "puntkomma's",
        ',' => "komma's",
        _ => "strepen",
    };
    // Lists of other programs, which editors call after their ending.
    let (what, whole_of, each_of) = match sign {
        '-' => ("hier staat een lijst uit een ander programma (YAML)".to_owned(), "de lijst", "elk punt"),
        '{' => ("hier staat een lijst uit een ander programma (JSON)".to_owned(), "de lijst", "elk punt"),
        _ => (format!("hier staat een tabel, met {between} tussen de kolommen"), "de tabel", "elke rij"),
    };
    let shown = each[..each.len().min(SHOWN)].join("\n");
    let rest = each.len().saturating_sub(SHOWN);
    let rest = match (rest, sure) {
        (0, _) => String::new(),
        (n, true) => {
            format!("\n(en zo nog {n}; met verbeeld check --verbeter schrijft Verbeeld ze alle {})", each.len())
        }
        (n, false) => format!("\n(en zo nog {n})"),
    };
    let other = if sure {
        String::new()
    } else {
        format!(" Horen de rijen niet bij {kind}? Zet dan de goede soort tussen de haken.")
    };
    let open = if shown.contains('…') { " Vul in waar nog puntjes staan." } else { "" };
    let problem = syntax(
        place,
        &what,
        &format!(
            "Gegevens staan hier in blokken, één voor {each_of}.{open}{other} Vervang {whole_of} door:\n\n{shown}{rest}"
        ),
    );
    if sure { problem.mend(whole, each.join("\n")) } else { problem }
}

/// `DATA006`: keys of a record without the heading above them. `sure` is told by the file's name or the blocks in it.
pub fn heading_missing(place: Span, kind: &str, sure: bool) -> Diagnostic {
    let other = if sure { "" } else { ". Is het iets anders? Zet dan die soort tussen de haken." };
    let heading = format!("[[{kind}]]");
    let problem = Diagnostic::error("DATA006", place, "Boven deze gegevens ontbreekt de regel met hun soort")
        .label("hierboven")
        .remedy(format!("Schrijf erboven: {heading}{other}"));
    let before = Span::new(place.file, place.range().start..place.range().start);
    if sure { problem.mend(before, format!("{heading}\n")) } else { problem }
}

/// `DATA006`: keys above the first block of a file; `line` is that of the first, `below` the kind of the block under it.
pub fn above_the_blocks(place: Span, keys: &[&str], line: &str, below: Option<&str>) -> Diagnostic {
    let quoted: Vec<String> = keys.iter().map(|key| format!("“{key}”")).collect();
    let quoted = match quoted.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} en {last}", before.join(", ")),
        _ => quoted.concat(),
    };
    let (says, them, they) = match keys {
        [only] => (format!("“{only}” staat boven het eerste blok, en hoort zo nergens bij"), "de regel", "het"),
        _ => (format!("{} staan boven het eerste blok, en horen zo nergens bij", quoted), "de regels", "het"),
    };
    let to =
        below.map_or(String::new(), |kind| format!("Hoort dit bij het blok eronder? Zet {them} onder [[{kind}]]. "));
    let more = if keys.len() > 1 { ", en zo ook de andere" } else { "" };
    Diagnostic::error("DATA006", place, says).label("hoort bij geen blok").remedy(format!(
        "{to}Is {they} alleen een opmerking? Schrijf dan: # {}{more}",
        line.lines().next().unwrap_or_default()
    ))
}
