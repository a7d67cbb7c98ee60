//! Checks of what a text says (`TEKST…`). A portal sets how heavy each weighs; a page may excuse itself with a reason.

use crate::diag::{Diagnostic, Span};

/// `TEKST001`: a link that does not tell where it leads.
pub fn vague_link(place: Span, words: &str) -> Diagnostic {
    Diagnostic::warning("TEKST001", place, format!("De link “{words}” zegt niet waar hij naartoe gaat"))
        .label("deze link")
        .remedy("Zet in de link wat een lezer daar vindt, zoals: [het jaarplan](plan.pdf). Wie laat voorlezen, hoort vaak alleen de links.")
}

/// `TEKST002`: an abbreviation that nothing explains.
pub fn unknown_abbreviation(place: Span, word: &str) -> Diagnostic {
    Diagnostic::warning("TEKST002", place, format!("De afkorting “{word}” wordt nergens uitgelegd"))
        .label("deze afkorting")
        .remedy(format!("Schrijf haar de eerste keer voluit met de afkorting erachter: … ({word}). Of leg haar uit in de gegevens, als [[begrip]] met afkorting = \"{word}\"."))
}

/// The code of a text that was to be replaced.
pub const UNFINISHED: &str = "TEKST003";

/// `TEKST003`: a text that was to be replaced.
pub fn unfinished(place: Span, words: &str) -> Diagnostic {
    Diagnostic::warning(UNFINISHED, place, format!("“{words}” lijkt nog niet af")).label("nog te schrijven").remedy(
        "Schrijf hier de tekst, of haal de zin weg. Is de hele pagina nog niet af? Zet dan bovenaan: concept = true.",
    )
}

/// `TEKST004`: a number or address of a person.
pub fn mobile(place: Span, number: &str) -> Diagnostic {
    personal(
        place,
        &format!("“{number}” is een mobiel nummer, en dat is meestal van één persoon"),
        "Noem het algemene nummer.",
    )
}

/// `TEKST004`: an address at home.
pub fn private_mail(place: Span, address: &str) -> Diagnostic {
    personal(
        place,
        &format!("“{address}” lijkt het mailadres van een persoon"),
        "Noem het adres van de afdeling of van de redactie.",
    )
}

/// `TEKST004`: the number by which the government knows a person.
pub fn service_number(place: Span, number: &str) -> Diagnostic {
    // An error, which no page excuses.
    Diagnostic::error(
        "TEKST004",
        place,
        format!("“{number}” lijkt een burgerservicenummer, en dat mag niet op een site staan"),
    )
    .label("gegevens van een persoon")
    .remedy("Haal het weg, ook uit eerdere versies van dit bestand.")
}

/// `TEKST004`: the number of an account.
pub fn account(place: Span, number: &str) -> Diagnostic {
    personal(
        place,
        &format!("“{number}” is een rekeningnummer"),
        "Is het van een persoon? Haal het weg. Is het van een organisatie, en moeten lezers ernaar overmaken? Noem dan de organisatie erbij.",
    )
}

/// `TEKST003`: words that say that a text is not meant for readers.
pub fn not_for_readers(place: Span, words: &str) -> Diagnostic {
    Diagnostic::warning(UNFINISHED, place, format!("“{words}” zegt dat deze tekst niet voor lezers is"))
        .label("komt zo op de site")
        .remedy("Mag iedereen de tekst lezen? Haal deze woorden weg. Nog niet? Zet dan bovenaan: concept = true.")
}

/// `TEKST011`: a heading in capitals.
pub fn capitals(place: Span, words: &str) -> Diagnostic {
    Diagnostic::warning("TEKST011", place, "Dit kopje staat in hoofdletters, en dat leest moeilijk")
        .label("alleen hoofdletters")
        .remedy(format!("Schrijf het gewoon: {words}. Namen en afkortingen houden hun hoofdletters."))
}

/// `TEKST010`: a line in capitals that was meant as a heading.
pub fn line_in_capitals(place: Span, words: &str) -> Diagnostic {
    let stop = if words.ends_with('?') { "" } else { "." };
    Diagnostic::warning("TEKST010", place, "Deze regel in hoofdletters lijkt een kopje, en is het niet")
        .label("hoofdletters, en geen kopje")
        .remedy(format!("Schrijf: ## {words}{stop} Bedoelt u geen kopje? Schrijf de regel dan in gewone letters."))
}

/// `TEKST012`: a heading that says the title again.
pub fn title_again(place: Span, title: &str) -> Diagnostic {
    Diagnostic::warning("TEKST012", place, "Dit kopje herhaalt de titel, en die staat al boven de pagina")
        .label("dezelfde woorden als de titel")
        .remedy(format!("Haal dit kopje weg. De titel “{title}” zet de site er zelf boven."))
}

/// `TEKST013`: a page of which a reader sees the title alone.
pub fn no_text(place: Span, title: &str) -> Diagnostic {
    Diagnostic::warning("TEKST013", place, format!("Op de pagina “{title}” staat geen tekst"))
        .label("hieronder staat niets")
        .remedy("Schrijf onder de tweede regel met +++ wat een lezer hier moet weten. Is de pagina nog niet af? Zet dan bovenaan: concept = true.")
}

/// `TEKST014`: a keyword that stands elsewhere in another spelling.
pub fn keyword_twice(place: Span, word: &str, other: &str, first: Span) -> Diagnostic {
    Diagnostic::warning("TEKST014", place, format!("Het trefwoord “{word}” staat ergens anders als “{other}”"))
        .label("zo staat het hier")
        .related(first, "en hier anders")
        .remedy(format!("Schrijf het overal hetzelfde, zoals: \"{other}\". Dan staan de pagina's bij elkaar."))
}

/// `PAGINA009`: a keyword of signs alone, for which there can be no page.
pub fn keyword_of_nothing(place: Span, word: &str) -> Diagnostic {
    Diagnostic::error("PAGINA009", place, format!("In het trefwoord “{word}” staat geen letter of cijfer"))
        .label("dit trefwoord")
        .remedy("Schrijf een woord waarop iemand zoekt, of haal het weg uit de lijst. Elk trefwoord krijgt een eigen pagina.")
}

/// `TEKST005`: a person's name.
pub fn person(place: Span, name: &str) -> Diagnostic {
    Diagnostic::warning("TEKST005", place, format!("“{name}” is de naam van een persoon")).label("een naam").remedy(
        format!(
            "Noem de functie, zoals: de voorzitter. Functies blijven, mensen wisselen. Hoort de naam hier echt? {}",
            excuse("TEKST005")
        ),
    )
}

fn personal(place: Span, says: &str, remedy: &str) -> Diagnostic {
    Diagnostic::warning("TEKST004", place, says)
        .label("gegevens van een persoon")
        .remedy(format!("{remedy} Mag het hier wel? {}", excuse("TEKST004")))
}

/// What a page writes to keep what a check tells of. In the data no page can speak for a text.
fn excuse(code: &str) -> String {
    format!(
        "Schrijf dan bovenaan de pagina, tussen de regels met +++: uitzondering = [{{ code = \"{code}\", reden = \"waarom het mag\" }}]"
    )
}

/// The same of a text in the data, which no page can excuse, and which no page holds back.
pub fn in_data(mut problem: Diagnostic) -> Diagnostic {
    for of_page in [" Is de hele pagina nog niet af?", " Nog niet? Zet dan bovenaan"] {
        if let Some((before, _)) = problem.remedy.split_once(of_page) {
            problem.remedy = before.to_owned();
        }
    }
    if let Some((before, _)) = problem.remedy.split_once(" Schrijf dan bovenaan de pagina") {
        let end = before.trim_end_matches('?').rfind(". ").map_or(0, |i| i + 1);
        problem.remedy = before[..end].to_owned();
    }
    problem
}

/// `TEKST006`: a code that a portal or page speaks of, and that no check has.
pub fn unknown_code(place: Span, code: &str, near: Option<&str>) -> Diagnostic {
    let hint = near.map(|n| format!("Bedoelde u “{n}”? ")).unwrap_or_default();
    Diagnostic::error("TEKST006", place, format!("“{code}” is geen code van een melding die u kunt instellen"))
        .label("onbekende code")
        .remedy(format!("{hint}De code staat tussen haken in de melding zelf, zoals TEKST001 of REGEL046."))
}

/// `TEKST007`: an excuse that nothing needs.
pub fn excuse_unused(place: Span, code: &str) -> Diagnostic {
    Diagnostic::warning("TEKST007", place, format!("De uitzondering voor {code} is op deze pagina niet nodig"))
        .label("niets te verontschuldigen")
        .remedy("Haal deze uitzondering weg.")
}

/// `TEKST008`: an error that someone wants to switch off.
pub fn cannot_be_excused(place: Span, code: &str) -> Diagnostic {
    Diagnostic::error("TEKST008", place, format!("{code} is een fout, en die kan niet worden uitgezet"))
        .label("deze code")
        .remedy("Herstel de fout, en haal deze regel weg. Alleen waarschuwingen kunt u anders instellen.")
}

/// `TEKST010`: a line in bold that was meant as a heading.
pub fn bold_heading(place: Span, words: &str) -> Diagnostic {
    let stop = if words.ends_with('?') { "" } else { "." };
    Diagnostic::warning("TEKST010", place, "Deze vette regel lijkt een kopje, en is het niet")
        .label("vet, en geen kopje")
        .remedy(format!(
            "Schrijf: ## {words}{stop} Dan staat het kopje in de inhoud van de pagina, en kan wie laat voorlezen ernaartoe. Bedoelt u geen kopje? Zet de woorden dan in de alinea eronder."
        ))
}

/// `TEKST009`: two pages with one title.
pub fn double_title(place: Span, title: &str, first: Span) -> Diagnostic {
    Diagnostic::warning("TEKST009", place, format!("Er is nog een pagina met de titel “{title}”"))
        .label("dezelfde titel")
        .related(first, "en hier")
        .remedy("Geef een van de twee een titel die zegt wat er anders aan is.")
}
