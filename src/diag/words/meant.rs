//! What was meant is plain, or nearly so: records, sources and settings that are almost right, and what came along with a paste.

use crate::diag::{Diagnostic, Span};

/// `DATA012`: a source reference with a section that the source does not have.
pub fn unknown_section(place: Span, source: &str, section: &str, near: Option<&str>, all: &[&str]) -> Diagnostic {
    let hint = near.map(|n| format!("Bedoelde u “{source}/{n}”? ")).unwrap_or_default();
    Diagnostic::error("DATA012", place, format!("De bron “{source}” heeft geen deel “{section}”"))
        .label("onbekend deel")
        .remedy(match all {
            [] => format!(
                "Deze bron heeft nog geen delen: schrijf alleen \"{source}\". Of geef haar een deel, in de gegevens van die bron: [[bron.sectie]]."
            ),
            _ => format!(
                "{hint}De delen van deze bron: {}. Zij staan in de gegevens van die bron, onder [[bron.sectie]].",
                crate::diag::closest(section, all).join(", ")
            ),
        })
}

/// `DATA014`: the base address cannot be used.
pub fn bad_base_url(place: Span, found: &str) -> Diagnostic {
    Diagnostic::error("DATA014", place, format!("“{found}” is geen volledig webadres"))
        .label("basis_url")
        .remedy(match found.strip_prefix("www.") {
            Some(_) => format!("Schrijf: basis_url = \"https://{}/\"", found.trim_end_matches('/')),
            None => "Schrijf het adres waar de site komt te staan, met https:// ervoor en zonder vraagteken of hekje: https://voorbeeld.nl/portaal/".to_owned(),
        })
}

/// A name or a password in an address, which comes on the site: `MD077` in a text, `REGEL044` and `DATA014` in the data.
pub fn secret_in_address(code: &'static str, place: Span) -> Diagnostic {
    Diagnostic::error(code, place, "In dit adres staat een naam of wachtwoord, en dat leest iedereen op de site")
        .label("dit adres")
        .remedy("Haal weg wat tussen :// en @ staat, en ook de @. Is het een wachtwoord? Wijzig het dan, want het is nu bekend.")
}

/// `DATA014`: the base address is that of a page.
pub fn base_url_of_page(place: Span, found: &str, right: &str) -> Diagnostic {
    Diagnostic::error("DATA014", place, format!("“{found}” is het adres van één pagina")).label("basis_url").remedy(
        format!("Hier hoort het adres van de map waarin de site komt te staan. Schrijf: basis_url = \"{right}\""),
    )
}

/// `DATA004`: a list where one thing belongs.
pub fn no_list(place: Span, text: &str) -> Diagnostic {
    Diagnostic::error("DATA004", place, "Hier staat een lijst, en dat kan hier niet")
        .label("blokhaken te veel")
        .remedy(format!("Schrijf: \"{text}\", zonder blokhaken."))
        .mend(place, format!("\"{text}\""))
}

/// `DATA004`: a text in place of a block.
pub fn block_wanted(place: Span, right: &str) -> Diagnostic {
    Diagnostic::error("DATA004", place, "Hier staat een tekst, en dat kan hier niet")
        .label("dit is een tekst")
        .remedy(format!("Schrijf: {right}. Vul in waar puntjes staan."))
}

/// `DATA002`: blocks under a heading that is nearly right.
pub fn block_misnamed(place: Span, name: &str, right: &str) -> Diagnostic {
    Diagnostic::error("DATA002", place, format!("Blokken met de naam “{name}” bestaan hier niet"))
        .label("onbekende naam")
        .remedy(format!("Schrijf in de regel met blokhaken “{right}” in plaats van “{name}”."))
}

/// `MD024`: HTML in a sentence of the data.
pub fn tag_in_data(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("MD024", place, format!("<{name}> kan niet in de gegevens staan"))
        .label("dit stuk HTML")
        .remedy(format!(
            "Haal <{name}> weg, en ook </{name}>: hier past alleen lopende tekst. Een langere tekst schrijft u op een eigen pagina van dit gegeven."
        ))
}

/// `DATA003`: a block in which nothing stands.
pub fn empty_block(place: Span, kind: &str) -> Diagnostic {
    Diagnostic::error("DATA003", place, format!("Onder [[{kind}]] staat niets")).label("een leeg blok").remedy(format!(
        "Haal deze regel weg. Een nieuw gegeven, met alle regels die het nodig heeft, maakt u met: verbeeld new {kind}"
    ))
}

/// `DATA010`: the address of a document in place of the source that it is.
pub fn address_as_source(place: Span, address: &str, known: Option<&str>) -> Diagnostic {
    Diagnostic::error("DATA010", place, format!("“{address}” is een webadres, en hier hoort de id van een bron"))
        .label("een webadres")
        .remedy(match known {
            Some(id) => format!("Schrijf: \"{id}\". Bij die bron staat dit adres al."),
            None => format!(
                "Maak in de map data een blok [[bron]] met een id, een naam en url = \"{address}\". Schrijf hier dan die id."
            ),
        })
}

/// `MD013`: a film in the place of a picture.
pub fn film_as_image(place: Span, address: &str) -> Diagnostic {
    Diagnostic::error("MD013", place, "Dit is een film op een andere website, en geen afbeelding")
        .label("dit adres")
        .remedy(format!(
            "Maak er een link van: [Bekijk de film]({address}). Zet ook in de tekst wat er te zien of te horen is."
        ))
}

/// `MD004`: the text of a footnote without its colon.
pub fn note_without_colon(place: Span, label: &str) -> Diagnostic {
    Diagnostic::error("MD004", place, "Achter het nummer van deze voetnoot ontbreekt een dubbele punt")
        .label("hier begint de voetnoot")
        .remedy(format!("Schrijf: [^{label}]: met daarachter de tekst van de voetnoot."))
        .mend(place, format!("[^{label}]:"))
}

/// `MD039`: the line below the head of a table, of other signs than dashes.
pub fn table_other_dashes(place: Span, line: &str, right: &str) -> Diagnostic {
    Diagnostic::warning("MD039", place, "Dit wordt geen tabel: in deze regel staan geen gewone streepjes")
        .label("deze regel")
        .remedy(format!("Maak van {line}: {right}"))
        .mend(place, right)
}

/// `MD035`: a block that is named after a drawing.
pub fn drawing_as_language(place: Span, kind: &str) -> Diagnostic {
    Diagnostic::warning("MD035", place, format!("“{kind}” maakt zo geen infographic: dit wordt een blok code"))
        .label("dit woord")
        .remedy(format!("Schrijf achter de drie accenten: ```infographic, en in het blok: soort = \"{kind}\""))
}

/// `LINK003`: the title or the file of a page, where its path is asked.
pub fn page_mentioned(place: Span, name: &str, page: &str) -> Diagnostic {
    Diagnostic::error("LINK003", place, format!("[[{name}]] is geen pad van een pagina, en geen id"))
        .label(PAGE_NAMED)
        .remedy(format!("Bedoelt u deze pagina? Schrijf dan: [[{page}|{}]].", name.rsplit('/').next().unwrap_or(name)))
}

/// What stands under the name of a page: unlike an id that is gone, each of those has its own remedy.
pub const PAGE_NAMED: &str = "zo heet een pagina";

/// `DATA006`: a block of the data in the text of a page.
pub fn data_in_page(place: Span, kind: &str) -> Diagnostic {
    Diagnostic::error(
        "DATA006",
        place,
        format!("[[{kind}]] is een gegeven, en dat kan niet in de tekst van een pagina"),
    )
    .label("hoort in de map data")
    .remedy("Zet het hele blok in een bestand in de map site/data, en haal het hier weg.")
}

/// `DATA002`: a key of the page below its `+++`.
pub fn key_in_text(place: Span, key: &str) -> Diagnostic {
    Diagnostic::error("DATA002", place, format!("“{key}” staat in de tekst van de pagina, en doet daar niets"))
        .label("hoort bovenaan de pagina")
        .remedy("Zet deze regel bovenaan, tussen de twee regels met +++. Bedoelt u een stuk code? Zet er dan een regel met drie accenten (```) boven en onder.")
}

/// `LINK001`: links to pages of a folder that is called otherwise now.
pub fn folder_renamed(place: Span, gone: &str, now: &str, page: &str, count: usize, listed: &str) -> Diagnostic {
    let says = format!("{count} links gaan naar pagina's in de map “{gone}”, en die map is er niet");
    Diagnostic::error("LINK001", place, says).label("een van die links").remedy(format!(
        "Heet de map nu “{now}”? Vervang dan in deze links {gone} door {now}. Moeten oude adressen blijven werken? Zet op elke pagina van \
         de map bovenaan haar oude adres, zoals: aliassen = [\"{page}/\"]. Was het een vergissing? Geef de map dan haar oude naam. \
         Alle plekken, met hun regels: {listed}."
    ))
}

/// `MD043`: a figure with its unit, and that unit once more.
pub fn unit_twice(place: Span, word: &str, shown: &str) -> Diagnostic {
    Diagnostic::warning("MD043", place, format!("“{word}” komt hier dubbel te staan: het cijfer is zelf al “{shown}”"))
        .label("staat al in het cijfer")
        .remedy(format!("Haal “{word}” hier weg. Wat achter een getal komt, staat in de gegevens, bij eenheid."))
}

/// `MD035`: something behind the word `infographic`, where nothing is read.
pub fn behind_infographic(place: Span, behind: &str, kind: Option<&str>) -> Diagnostic {
    let remedy = match kind {
        Some(kind) => format!(
            "Achter de drie accenten staat alleen: infographic. Zet in het blok, op een eigen regel: soort = \"{kind}\""
        ),
        None => "Haal het weg, of zet het in het blok: elke sleutel op een eigen regel.".to_owned(),
    };
    let says = format!("“{behind}” doet hier niets: wat de infographic laat zien, staat in het blok");
    let problem = Diagnostic::warning("MD035", place, says).label("achter infographic").remedy(remedy);
    // Without its kind there is nothing to draw.
    if kind.is_some() { Diagnostic { severity: crate::diag::Severity::Error, ..problem } } else { problem }
}

/// `MD008`: an address with something before it that a program of one's own opens.
pub fn wrapped_address(place: Span, right: &str) -> Diagnostic {
    Diagnostic::error("MD008", place, "Dit adres opent alleen in een programma op uw eigen computer")
        .label("dit adres")
        .remedy(format!("Schrijf: {right}"))
        .mend(place, right)
}

/// `MD008`: `htps://`.
pub fn misspelt_scheme(place: Span, scheme: &str, right: &str) -> Diagnostic {
    Diagnostic::error("MD008", place, format!("Een adres dat begint met “{scheme}” kan hier niet"))
        .label("dit adres")
        .remedy(format!("Schrijf: {right}"))
        .mend(place, right)
}

/// `LINK001`: an address and its words that have changed places.
pub fn changed_places(place: Span, words: &str, address: &str) -> Diagnostic {
    Diagnostic::error("LINK001", place, format!("De link “{words}” leidt nergens heen"))
        .label("tekst en adres staan verkeerd om")
        .remedy(format!("Schrijf eerst de tekst en dan het adres: [{words}]({address})."))
}

/// `LINK001`: the file of a page, or its address elsewhere, in place of the one that it has.
pub fn address_of_page(place: Span, written: &str, right: &str) -> Diagnostic {
    Diagnostic::error("LINK001", place, format!("De link “{written}” leidt nergens heen"))
        .label("zo heet de pagina op de site niet")
        .remedy(format!("Schrijf: {right}"))
        .mend(place, right)
}

/// `LINK003`: several ids in one mention.
pub fn several_mentioned(place: Span, ids: &[&str]) -> Diagnostic {
    let each: Vec<String> = ids.iter().map(|id| format!("[[{id}]]")).collect();
    let (last, others) = each.split_last().map_or((String::new(), &[][..]), |(last, others)| (last.clone(), others));
    Diagnostic::error("LINK003", place, "Tussen deze haken staat meer dan één id")
        .label("meer dan een id")
        .remedy(format!("Geef elke id eigen haken: {} en {last}.", others.join(", ")))
}

/// `LINK003`: a picture between the brackets of a mention.
pub fn image_mentioned(place: Span, file: &str) -> Diagnostic {
    Diagnostic::error("LINK003", place, format!("[[{file}]] toont geen afbeelding"))
        .label("een bestand")
        .remedy(format!("Schrijf: ![Wat er te zien is]({file}). Zet het bestand naast de pagina."))
}

/// `LINK004`: a picture with its size behind its name.
pub fn image_with_size(place: Span, written: &str, right: &str) -> Diagnostic {
    Diagnostic::error("LINK004", place, format!("De afbeelding “{written}” is er niet"))
        .label("een maat achter de naam")
        .remedy(format!("Schrijf: {right}. De site kiest zelf de goede maat."))
        .mend(place, right)
}

/// `BEELD001`: a picture in which nothing stands.
pub fn empty_image(place: Span) -> Diagnostic {
    Diagnostic::error("BEELD001", place, "Dit bestand is leeg: er staat geen afbeelding in")
        .remedy("Bij het kopiëren of downloaden ging iets mis. Zet het bestand opnieuw in de map, of haal het weg.")
}

/// `FM001`: a page that is a web page as a browser saves it.
pub fn saved_web_page(place: Span) -> Diagnostic {
    Diagnostic::error("FM001", place, "Dit is een webpagina zoals een browser die bewaart, en geen tekst voor een pagina")
        .label("hier begint zij")
        .remedy(
            "Open de pagina in de browser, kopieer de tekst en plak die als gewone tekst: met Ctrl, Shift en V. Zet er deze drie regels boven, met uw eigen \
             titel:\n\n+++\ntitel = \"De titel van de pagina\"\n+++",
        )
}

/// `TEKST015`: an amount with a point in place of a comma.
pub fn point_in_amount(place: Span, amount: &str) -> Diagnostic {
    let right = amount.replace('.', ",");
    Diagnostic::warning(
        "TEKST015",
        place,
        format!("“{amount}” kan een lezer verkeerd lezen: achter de hele euro's staat een komma, geen punt"),
    )
    .label("een punt in plaats van een komma")
    .remedy(format!("Schrijf: {right}"))
    .mend(place, right)
}

/// `TEKST015`: a day that no calendar has.
pub fn no_such_day(place: Span, day: &str) -> Diagnostic {
    Diagnostic::warning("TEKST015", place, format!("“{day}” bestaat niet: zoveel dagen heeft die maand niet"))
        .label("deze datum")
        .remedy("Kijk na welke dag u bedoelt.")
}

/// `TEKST015`: a time that no clock shows.
pub fn no_such_time(place: Span, time: &str) -> Diagnostic {
    Diagnostic::warning("TEKST015", place, format!("“{time}” bestaat niet: zo laat wordt het op geen klok"))
        .label("deze tijd")
        .remedy("Kijk na welke tijd u bedoelt.")
}

/// `TEKST015`: a date that falls on another day of the week than it says.
pub fn other_weekday(place: Span, said: &str) -> Diagnostic {
    let date = said.split_once(' ').and_then(|(_, date)| crate::dutch::date_at(date));
    let right = date.and_then(|date| date.weekday()).unwrap_or_default();
    Diagnostic::warning("TEKST015", place, format!("“{said}” klopt niet: die datum is een {right}"))
        .label("dag en datum")
        .remedy("Kijk na wat goed is: de dag of de datum.")
}

/// `DATA004`: nothing between the quotes of one of the values of a list.
pub fn empty_item(place: Span) -> Diagnostic {
    Diagnostic::error(super::data::WRONG_TYPE, place, "In deze lijst staat een tekst waar niets in staat")
        .label("leeg")
        .remedy("Haal de lege aanhalingstekens weg, met de komma die erbij hoort, of zet er iets tussen.")
}

/// `DATA010`: several ids between one pair of quotes, where one can stand.
pub fn one_id(place: Span, ids: &[&str]) -> Diagnostic {
    let each: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    Diagnostic::error(super::data::UNKNOWN_ID, place, format!("Hier staan {} id's, en hier hoort één id", ids.len()))
        .label("meer dan één id")
        .remedy(format!("Kies er één, en schrijf: {}.", each.join(" of ")))
}

/// `DATA001`: the path of a folder, as Windows writes it, where such a path belongs.
pub fn folder_in_settings(place: Span, path: &str) -> Diagnostic {
    let doubled = path.replace('\\', "\\\\");
    super::data::syntax(
        place,
        "een schuine streep naar links heeft tussen aanhalingstekens een eigen betekenis",
        &format!("Schrijf elke schuine streep naar links dubbel: \"{doubled}\""),
    )
    .mend(place, doubled)
}
