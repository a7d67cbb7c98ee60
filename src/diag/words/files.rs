//! Problems with files beside the pages and the data: what is not used, what has the wrong name or form (`BESTAND…`).

use crate::diag::{Diagnostic, Span, shown};
use std::path::Path;

/// How to see what a file is really called.
const SHOW_ENDINGS: &str = "Ziet u het laatste stuk van de naam niet? Zet in de Verkenner van Windows onder Beeld, Weergeven een \
                            vinkje bij Bestandsnaamextensies.";

/// The closing line when some of the data could not be read.
pub const NOT_ALL_CHECKED: &str =
    "Zijn de fouten in de gegevens hersteld? Dan kijkt Verbeeld ook of er iets ontbreekt.";

/// The code of a data file that is not read because of its name.
pub const DATA_MISNAMED: &str = "BESTAND002";

/// `BESTAND001`: a file of a page that is not read because of its name.
pub fn misnamed(place: Span, found: &str, right: &str) -> Diagnostic {
    Diagnostic::warning("BESTAND001", place, format!("Het bestand “{found}” wordt niet gelezen"))
        .remedy(format!("Verander de naam in “{right}”. {SHOW_ENDINGS} Hebt u het niet nodig, haal het dan weg."))
}

/// `BESTAND001`: a page beside the folder for pages.
pub fn page_misplaced(place: Span, found: &str) -> Diagnostic {
    Diagnostic::warning("BESTAND001", place, format!("De pagina “{found}” staat niet in de map content, en komt niet op de site"))
        .remedy("Zet het bestand in de map site/content, of in een map daarbinnen. Is het geen pagina? Bewaar het dan buiten de map site.")
}

/// `BESTAND001`: a style sheet beside the folder for those.
pub fn style_misplaced(place: Span, found: &str) -> Diagnostic {
    Diagnostic::warning("BESTAND001", place, format!("“{found}” staat niet in de map css, en doet niets"))
        .remedy("Zet het bestand in de map site/css. Hoort het niet bij de site? Bewaar het dan buiten de map site.")
}

/// `BESTAND001`: data beside the folder for data.
pub fn data_misplaced(place: Span, found: &str) -> Diagnostic {
    Diagnostic::warning("BESTAND001", place, format!("“{found}” staat niet in de map data, en wordt niet gelezen"))
        .remedy("Zet het bestand in de map site/data, of in een map daarbinnen. Hoort het niet bij de site? Bewaar het dan buiten de map site.")
}

/// The code of copies.
pub const COPY: &str = "BESTAND001";

/// `BESTAND001`: a copy beside its original.
pub fn copy(place: Span, found: &str, original: &str) -> Diagnostic {
    Diagnostic::warning("BESTAND001", place, format!("“{found}” lijkt een kopie van “{original}”, en komt als eigen pagina op de site"))
        .remedy("Gooi de kopie weg, of bewaar haar buiten de map site. Is het een eigen pagina? Geef het bestand dan een eigen naam.")
}

/// `BESTAND001`: two pages with the same text.
pub fn same_content(place: Span, found: &str, original: &str) -> Diagnostic {
    Diagnostic::warning(
        "BESTAND001",
        place,
        format!("“{found}” is precies hetzelfde als “{original}”, en komt als eigen pagina op de site"),
    )
    .remedy("Gooi de kopie weg, of bewaar haar buiten de map site.")
}

/// `BESTAND001`: a folder whose pages stand in another folder as well.
pub fn copied_folder(place: Span, found: &str, original: &str, pages: usize) -> Diagnostic {
    Diagnostic::warning(
        "BESTAND001",
        place,
        format!("De map “{found}” lijkt een kopie van “{original}”: {pages} pagina's zijn precies hetzelfde"),
    )
    .remedy("Gooi de kopie van de map weg, of bewaar haar buiten de map site.")
}

/// `BESTAND001`: a spreadsheet or the like among the data.
pub fn sheet_among_data(place: Span, found: &str) -> Diagnostic {
    Diagnostic::warning("BESTAND001", place, format!("Het bestand “{found}” wordt niet gelezen: zo leest Verbeeld geen gegevens")).remedy(
        "Gegevens staan in tekstbestanden die eindigen op .toml. Zet over wat de site nodig heeft, in blokken zoals [[cijfer]], en bewaar \
         dit bestand buiten de map data. Mag iedereen het downloaden? Zet het dan naast een pagina en verwijs ernaar.",
    )
}

/// `BESTAND001`: a folder that is not read because of its name.
pub fn folder_misnamed(place: Span, found: &str, right: &str) -> Diagnostic {
    Diagnostic::warning("BESTAND001", place, format!("De map “{found}” wordt niet gelezen"))
        .remedy(format!("Bedoelde u de map {right}? Geef de map die naam, of zet de bestanden erin over. Hoort de map niet bij de site? Bewaar haar dan ergens anders."))
}

/// `BESTAND001`: a file in one of the folders for style, script or words that is not read.
pub fn unread_in_folder(place: Span, found: &str, folder: &str, ending: &str, fits: bool) -> Diagnostic {
    let remedy = if fits {
        format!("Zet het rechtstreeks in de map {folder}: mappen daarbinnen leest Verbeeld niet.")
    } else {
        format!(
            "In de map {folder} worden alleen bestanden gelezen die eindigen op {ending}. Moet het zo op de site komen, zoals een plaatje? \
             Zet het dan in de map static. Hebt u het niet nodig, haal het dan weg."
        )
    };
    Diagnostic::warning("BESTAND001", place, format!("Het bestand “{found}” wordt niet gelezen")).remedy(remedy)
}

/// `BESTAND001`: a file or folder of a theme that nothing reads.
pub fn unread_in_theme(place: Span, what: &str, meant: Option<String>) -> Diagnostic {
    let meant = meant.map_or(String::new(), |meant| format!("Bedoelde u {meant}? "));
    Diagnostic::warning("BESTAND001", place, format!("{what} in het thema wordt niet gelezen")).remedy(format!(
        "{meant}In een thema leest Verbeeld het bestand theme.toml, en de mappen templates, css, js, text en static. Hoort dit niet bij het \
         thema? Bewaar het dan ergens anders."
    ))
}

/// `BESTAND002`: a file with data that is not read because of its name.
pub fn data_misnamed(place: Span, found: &str, right: &str) -> Diagnostic {
    Diagnostic::error(DATA_MISNAMED, place, format!("De gegevens in “{found}” worden niet gelezen"))
        .remedy(format!("Verander de naam in “{right}”. {SHOW_ENDINGS} Hebt u het niet nodig, haal het dan weg."))
}

/// `BESTAND002`: data in a folder where none are read.
pub fn data_elsewhere(place: Span, found: &str, right: &str) -> Diagnostic {
    let name = if found == right { String::new() } else { format!(" met de naam “{right}”") };
    Diagnostic::error(DATA_MISNAMED, place, format!("De gegevens in “{found}” worden niet gelezen: het bestand staat niet in de map data")).remedy(
        format!(
            "Zet het bestand{name} in de map site/data. Staat daar al een bestand dat zo heet? Zet de blokken dan daarin. Hebt u het niet nodig, \
             haal het dan weg."
        ),
    )
}

/// The file with the right name is there already: two of them, of which one is read.
pub fn name_taken(place: Span, found: &str, right: &str, data: bool, same: bool) -> Diagnostic {
    let (says, folder) = if data {
        (format!("De gegevens in “{found}” worden niet gelezen"), "data")
    } else {
        (format!("Het bestand “{found}” wordt niet gelezen"), "site")
    };
    let remedy = if same {
        format!("Hetzelfde staat al in “{right}”. Haal “{found}” weg.")
    } else {
        format!(
            "Er is al een bestand “{right}”, en daar staat iets anders in. Zet over wat u daarin mist, en bewaar “{found}” daarna buiten de \
             map {folder}. Hebt u het niet nodig, haal het dan weg."
        )
    };
    if data { Diagnostic::error(DATA_MISNAMED, place, says) } else { Diagnostic::warning("BESTAND001", place, says) }
        .remedy(remedy)
}

/// `BESTAND001`: a document or picture right in the folder of the site.
pub fn loose(place: Span, found: &str) -> Diagnostic {
    Diagnostic::warning("BESTAND001", place, format!("Het bestand “{found}” staat los in de map site, en komt niet op de site")).remedy(
        "Hoort het bij een pagina? Zet het in de map van die pagina, in site/content, en verwijs ernaar. Zo niet, bewaar het dan buiten de map site.",
    )
}

/// There is no `portal.toml`, but a file that was meant as one. (No code: there is no site yet.)
pub fn portal_misnamed(path: &Path) -> String {
    format!(
        "De instellingen van de site worden niet gelezen: {} heeft niet de goede naam. Verander die in portal.toml. {SHOW_ENDINGS}",
        shown(path)
    )
}

/// There was a `portal.toml`, and it is gone: the dev server waits for it. (No code: there is no site.)
pub fn portal_gone(path: &Path) -> String {
    format!(
        "{} is er nu niet. Is de map verplaatst of gewist, of staat u op een andere tak? Zodra het bestand er weer is, gaat Verbeeld verder.",
        shown(path)
    )
}

/// `BESTAND005`: a link that leaves the project.
pub fn link_outside(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("BESTAND005", place, format!("“{name}” is een koppeling naar iets wat niet bij deze site hoort"))
        .remedy(
            "Verbeeld leest alleen wat in de map van het project staat, en niets uit verborgen mappen of uit public. \
             Haal de koppeling weg en zet het bestand of de map zelf op deze plek.",
        )
}

/// `BESTAND006`: a link that leads nowhere.
pub fn link_dangling(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("BESTAND006", place, format!("“{name}” is een koppeling naar iets wat er niet is"))
        .remedy("Haal de koppeling weg, of zet terug waar zij naar wijst.")
}

/// `BESTAND007`: a link that leads back to where it stands.
pub fn link_loop(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("BESTAND007", place, format!("“{name}” is een koppeling die in een kring rondgaat"))
        .remedy("Haal de koppeling weg: zij wijst naar zichzelf, of naar een map waar zij zelf in staat.")
}

/// `BESTAND007`: so many links that they must lead to one another.
pub fn too_many_links(place: Span) -> Diagnostic {
    Diagnostic::error("BESTAND007", place, "In deze site staan meer dan 1.000 koppelingen")
        .remedy("Waarschijnlijk wijzen koppelingen naar elkaar. Vanaf deze leest Verbeeld er geen meer; haal ze weg.")
}

/// `BESTAND013`: more bytes than such a file can have.
pub fn too_large(place: Span, name: &str, size: u64, most: u64) -> Diagnostic {
    // Upwards: 2.1 MB is more than 2.
    let size = crate::dutch::dutch_number((size as f64 / f64::from(1 << 20) * 10.0).ceil() / 10.0, 1);
    let lower = name.to_lowercase();
    let remedy = if lower.ends_with(".toml") {
        "Is het wel het goede bestand? Verdeel de blokken over meer bestanden in dezelfde map: iedere naam die op .toml eindigt, mag."
    } else if lower.ends_with(".md") {
        "Is het wel het goede bestand? Deel een lange tekst op in pagina's. Staat er een afbeelding in als letters en cijfers? Zet die als bestand naast de pagina."
    } else {
        "Is het wel het goede bestand? Maak een foto of film kleiner, of zet die op een plek voor films en verwijs ernaar."
    };
    let says = format!("“{name}” is te groot: {size} MB, en meer dan {} MB leest Verbeeld niet", most >> 20);
    Diagnostic::error("BESTAND013", place, says).remedy(remedy)
}

/// `BESTAND013`: a text of more pieces than anybody reads.
pub fn too_many_pieces(place: Span, most: usize) -> Diagnostic {
    let most = crate::dutch::dutch_number(most as f64, 0);
    Diagnostic::error("BESTAND013", place, format!("Deze tekst is te lang: hij heeft meer dan {most} onderdelen"))
        .label("tot hier leest Verbeeld")
        .remedy("Onderdelen zijn alinea's, kopjes, punten, cellen, links en woorden met nadruk. Verdeel de tekst over meer pagina's, of zet een lange lijst als bestand op de site en verwijs ernaar.")
}

/// What keeps a program from reading a file that is there for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// The bytes are no UTF-8.
    Encoding,
    /// A byte order mark where there may be none.
    Mark,
    /// No JSON.
    Json,
    /// No XML.
    Xml,
    /// A text between quotes that does not end.
    Csv,
}

/// `BESTAND014`: a file for programs that no program can read.
pub fn for_no_program(place: Span, name: &str, what: Unreadable) -> Diagnostic {
    let (is, label, remedy) = match what {
        Unreadable::Encoding => (
            "is niet als UTF-8 opgeslagen, en letters zoals é gaan daarin mis",
            "",
            "Sla het opnieuw op. In Excel: Opslaan als, CSV UTF-8. In een tekstprogramma: kies UTF-8 bij de codering.",
        ),
        Unreadable::Mark => (
            "begint met een onzichtbaar teken, en veel programma's kunnen het dan niet lezen",
            "hier",
            "Sla het op als UTF-8, zonder BOM (zo heet dat teken in het venster Opslaan als).",
        ),
        Unreadable::Json => (
            "is geen goede JSON: programma's kunnen het niet lezen",
            "hier gaat het mis",
            "Kijk of er een komma, haakje of aanhalingsteken te veel of te weinig staat, of maak het bestand opnieuw met het programma waar het vandaan komt.",
        ),
        Unreadable::Xml => (
            "is geen goede XML: programma's kunnen het niet lezen",
            "hier gaat het mis",
            "Kijk of alles wat opengaat ook weer dichtgaat, of maak het bestand opnieuw met het programma waar het vandaan komt.",
        ),
        Unreadable::Csv => (
            "heeft een aanhalingsteken te veel of te weinig: alles erna komt in één vak",
            "het laatste aanhalingsteken",
            "Zet er een bij of haal er een weg. Een aanhalingsteken in een vak schrijft u dubbel: \"\".",
        ),
    };
    let problem = Diagnostic::error("BESTAND014", place, format!("“{name}” {is}")).remedy(remedy);
    if label.is_empty() { problem } else { problem.label(label) }
}

/// The code of a file with two versions of a text in it.
pub const VERSIONS: &str = "BESTAND015";

/// `BESTAND015`: two versions of a text, as Git leaves them, by the lines around them and their numbers.
pub fn two_versions(marks: &[(Span, usize)]) -> Diagnostic {
    let place = marks[0].0;
    let all: Vec<String> = marks.iter().map(|(_, line)| line.to_string()).collect();
    let remedy = match marks {
        [(_, first), (_, middle), (_, last)] => format!(
            "Kies welke van de twee blijft: wat tussen regel {first} en {middle} staat, of wat tussen regel {middle} en {last} staat. Haal de \
             andere weg, en ook de regels {first}, {middle} en {last} zelf."
        ),
        [(_, line)] => format!("Lees na of de tekst eromheen klopt, en haal regel {line} weg."),
        _ => format!("Lees na of de tekst eromheen klopt, en haal de regels {} weg.", all.join(" en ")),
    };
    let problem = Diagnostic::error(VERSIONS, place, "In dit bestand staan twee versies van de tekst door elkaar");
    let problem = problem.label(if marks.len() == 3 { "hier begint de ene" } else { "een regel van Git" });
    let names: &[&str] = if marks.len() == 3 { &["hier begint de andere", "hier eindigt die"] } else { &[] };
    let others = marks[1..].iter().zip(names);
    others.fold(problem, |problem, ((at, _), name)| problem.related(*at, *name)).remedy(remedy)
}

/// `BESTAND008`: neither a file nor a folder.
pub fn not_plain(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("BESTAND008", place, format!("“{name}” is geen gewoon bestand en geen map"))
        .remedy("Haal het weg uit de map van de site.")
}

/// `BESTAND008`: a file where a folder belongs.
pub fn not_a_folder(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("BESTAND008", place, format!("“{name}” hoort een map te zijn, maar is een bestand"))
        .remedy("Geef het bestand een andere naam, of verplaats het, en maak op deze plek een map.")
}

/// `BESTAND008`: something that the system does not let us read.
pub fn unreadable(place: Span, name: &str, cause: &str) -> Diagnostic {
    Diagnostic::error("BESTAND008", place, format!("“{name}” kan niet worden gelezen: {cause}"))
        .remedy("Controleer of u het bestand zelf kunt openen, of haal het weg uit de map van de site.")
}

/// `BESTAND009`: something that is not ours in the folder where we keep our work.
pub fn foreign(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("BESTAND009", place, format!("“{name}” is niet door Verbeeld gemaakt"))
        .remedy(
            "In de map .verbeeld bewaart Verbeeld eigen werk en ruimt het op. Wat van u is, wist Verbeeld niet: zet het ergens \
             anders, of wis het zelf.",
        )
}

/// What an unused file is, for what an editor can do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A picture that a browser can show.
    Picture,
    /// A picture in a form that browsers do not know.
    Photo,
    /// A text that may have been meant as a page.
    Text,
    /// Something to download.
    Download,
}

/// `BESTAND003`: files in one folder that no page uses; those that browsers do not show stand in `foreign` too. `line` is what to
/// write on a page for the first of them.
pub fn unused(place: Span, names: &[&str], foreign: &[&str], sort: Sort, here: bool, line: &str) -> Diagnostic {
    /// More names than this help nobody.
    const SHOWN: usize = 5;
    let quoted: Vec<String> = names.iter().take(SHOWN).map(|name| format!("“{name}”")).collect();
    let more = match names.len().saturating_sub(SHOWN) {
        0 => String::new(),
        n => format!(" en nog {n}"),
    };
    let (says, it) = match names {
        [only] => (format!("Het bestand “{only}” komt niet op de site: geen pagina verwijst ernaar"), "het bestand"),
        _ => (
            format!("{} bestanden in deze map komen niet op de site: geen pagina verwijst ernaar", names.len()),
            "een bestand",
        ),
    };
    let (all, which) = match names {
        [first, _, ..] => (format!("Het gaat om {}{more}. ", quoted.join(", ")), format!(" (voor “{first}”)")),
        _ => (String::new(), String::new()),
    };
    let here = if here { " in deze map" } else { "" };
    let page = match sort {
        Sort::Text => {
            "Is het bedoeld als pagina? Een pagina is een tekstbestand dat eindigt op .md; u maakt die met: verbeeld new pagina. "
        }
        _ => "",
    };
    let photo = match foreign {
        [] => String::new(),
        [name, ..] => format!("Een browser kan “{name}” niet tonen: bewaar zo'n afbeelding eerst als JPEG. "),
    };
    let wanted = match sort {
        Sort::Picture | Sort::Photo => format!("Wilt u {it} tonen?"),
        Sort::Text | Sort::Download => format!("Mag iedereen {it} downloaden?"),
    };
    Diagnostic::warning("BESTAND003", place, says).remedy(format!(
        "{all}Hoort {it} niet bij een pagina? Bewaar dat dan buiten de map content. {page}{photo}{wanted} Schrijf op een \
         pagina{here}{which}: {line}"
    ))
}

/// `BESTAND004`: garbled letters.
pub fn garbled(place: Span, found: &str, meant: Option<char>, more: usize) -> Diagnostic {
    let says = match meant {
        Some(meant) => format!("“{found}” hoort waarschijnlijk “{meant}” te zijn"),
        None => "Hier is een teken verloren gegaan".to_owned(),
    };
    let times = match more {
        0 => String::new(),
        1 => " Zoiets staat nog op één plek in dit bestand.".to_owned(),
        n => format!(" Zoiets staat nog op {n} plekken in dit bestand."),
    };
    Diagnostic::warning("BESTAND004", place, says).label("verminkte letter").remedy(format!(
        "Typ de letter opnieuw.{times} Zo gaat het mis als een tekst met de verkeerde codering is geopend of geplakt."
    ))
}

/// The code of signs that nobody sees.
pub const UNPRINTABLE: &str = "BESTAND012";

/// `BESTAND012`: a sign that nobody sees, in a word or beside one.
pub fn invisible(place: Span, sign: char, more: usize) -> Diagnostic {
    let (does, remedy) = match sign {
        '\u{2028}' | '\u{2029}' => (", een regeleinde uit een ander programma", "Haal het weg, en druk op Enter."),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => (
            " en dat de letters erachter kan omdraaien",
            "Haal het weg: wis dit stuk en de tekst tot het einde van de regel, en typ die opnieuw.",
        ),
        _ => ("", "Haal het weg: wis dit stuk en typ het opnieuw."),
    };
    let times = match more {
        0 => "",
        1 => " Zoiets staat hier nog één keer.",
        _ => " Zoiets staat hier vaker.",
    };
    let says = format!("Hier staat een teken dat niemand ziet{does} (nummer {:04X})", u32::from(sign));
    Diagnostic::warning(UNPRINTABLE, place, says)
        .label("hierin zit het")
        .remedy(format!("{remedy}{times} Zo'n teken komt mee bij het plakken, en zoeken vindt het woord dan niet."))
}

/// `BESTAND012`: a sign that no text can hold.
pub fn unprintable(place: Span, sign: char, more: usize) -> Diagnostic {
    let times = match more {
        0 => String::new(),
        n => format!(" Zoiets staat hier nog {n} keer."),
    };
    if sign == '\u{b}' {
        return Diagnostic::error(UNPRINTABLE, place, "Hier staat een regeleinde uit Word, en dat ziet niemand")
            .label("onzichtbaar regeleinde")
            .remedy(format!("Haal het weg, en druk op Enter.{times} Zo'n teken komt mee bij het plakken."));
    }
    Diagnostic::error(
        UNPRINTABLE,
        place,
        format!("Hier staat een teken dat niemand ziet (nummer {:X})", u32::from(sign)),
    )
    .label("onzichtbaar teken")
    .remedy(format!("Haal het weg: wis dit stuk en typ het opnieuw.{times} Zo'n teken komt mee bij het plakken."))
}
