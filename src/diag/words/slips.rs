//! Slips in Markdown that would otherwise stand on the page unseen (`MD035` and on).

use crate::diag::{Diagnostic, Span};

/// `MD035`: a code block in a language that is nearly `infographic`.
pub fn nearly_infographic(place: Span, found: &str) -> Diagnostic {
    Diagnostic::warning("MD035", place, format!("“{found}” maakt geen infographic: dit wordt een blok code"))
        .label("dit woord")
        .remedy("Schrijf achter de drie accenten: ```infographic.")
}

/// `MD035`: an infographic between quotes.
pub fn infographic_in_quotes(place: Span, found: &str) -> Diagnostic {
    Diagnostic::warning("MD035", place, format!("“{found}” maakt geen infographic: dit blijft gewone tekst"))
        .label("aanhalingstekens in plaats van accenten")
        .remedy(
            "Haal de aanhalingstekens weg, ook die onder het blok. Begin met drie accenten grave: ```infographic. Zet onder het blok \
             een regel met alleen ```.",
        )
}

/// `MD036`: `##Kop`.
pub fn heading_without_space(place: Span, hashes: &str, title: &str) -> Diagnostic {
    // The title of the page is the only heading of the first level.
    let level = if hashes.len() == 1 { "##" } else { hashes };
    let told = Diagnostic::warning("MD036", place, "Dit wordt geen kopje: er ontbreekt een spatie")
        .label("hierachter hoort een spatie")
        .remedy(format!(
            "Schrijf: {level} {}. Is het geen kopje? Zet dan een schuine streep naar links voor het hekje: \\#.",
            title.trim()
        ));
    // `#Samen` may be a word of social media.
    if hashes.len() > 1 { told.mend(place, format!("{hashes} ")) } else { told }
}

/// `MD038`: a table without its line of dashes.
pub fn table_without_dashes(place: Span, columns: usize) -> Diagnostic {
    Diagnostic::warning("MD038", place, "Dit wordt geen tabel: onder de eerste regel ontbreekt de regel met streepjes")
        .label("de eerste regel van de tabel")
        .remedy(format!("Zet eronder: {}", dashes(columns)))
}

/// `MD039`: a table whose line of dashes has another number of columns.
pub fn table_dashes(place: Span, columns: usize, found: usize) -> Diagnostic {
    let says = format!("Dit wordt geen tabel: deze regel heeft {columns} kolommen, de regel met streepjes {found}");
    Diagnostic::warning("MD039", place, says)
        .label("de eerste regel van de tabel")
        .remedy(format!("Maak van de regel met streepjes: {}", dashes(columns)))
}

/// `MD040`: a row with cells that are left out.
pub fn row_too_long(place: Span, found: usize, columns: usize) -> Diagnostic {
    let says = format!("Deze rij heeft {found} cellen en de tabel {columns} kolommen: wat te veel is, valt weg");
    Diagnostic::warning("MD040", place, says)
        .label("te veel cellen")
        .remedy("Haal een streep | weg, of geef de tabel een kolom erbij. Een echte streep schrijft u als \\|.")
}

/// `MD040`: a row with fewer cells than the table has columns; `whole` is the row with them.
pub fn row_too_short(place: Span, found: usize, columns: usize, whole: &str) -> Diagnostic {
    let cells = if found == 1 { "1 cel".to_owned() } else { format!("{found} cellen") };
    let says = format!("Deze rij heeft {cells} en de tabel {columns} kolommen: de laatste blijven leeg");
    Diagnostic::warning("MD040", place, says).label("te weinig cellen").remedy(format!(
        "Is er een streep vergeten? Zet die op de goede plek. Horen de laatste leeg te zijn? Schrijf dan: {whole}"
    ))
}

/// What signs of emphasis do, and what they are called: `**` makes bold.
fn emphasis(signs: &str) -> (&'static str, &'static str) {
    match signs {
        "***" => ("vet en schuin", "de sterretjes"),
        "___" => ("vet en schuin", "de liggende streepjes"),
        "**" => ("vet", "de sterretjes"),
        "__" => ("vet", "de liggende streepjes"),
        "*" => ("schuin", "het sterretje"),
        "~~" => ("doorgestreept", "de golfjes"),
        _ => ("schuin", "het liggende streepje"),
    }
}

/// `MD041`: emphasis that is not closed.
pub fn loose_signs(place: Span, signs: &str) -> Diagnostic {
    let says = if signs.len() == 1 {
        "Dit sterretje staat zo op de pagina: er is geen tweede bij"
    } else {
        "Deze twee sterretjes staan zo op de pagina: er is geen ander paar bij"
    };
    let how = if signs.len() == 1 {
        "Zet schuine woorden tussen twee sterretjes, zonder spatie aan de binnenkant: *schuin*. Bedoelt u een echt sterretje? Zet er"
    } else {
        "Zet vet gedrukte woorden tussen twee paar sterretjes, zonder spatie aan de binnenkant: **vet**. Bedoelt u echte sterretjes? Zet er"
    };
    Diagnostic::warning("MD041", place, says)
        .label("hier")
        .remedy(format!("{how} dan een schuine streep naar links voor: \\*."))
}

/// `MD041`: emphasis with spaces within its signs; `joined` tells whether it stands directly behind a word and directly before one.
pub fn spaced_signs(place: Span, signs: &str, words: &str, joined: (bool, bool)) -> Diagnostic {
    let (becomes, called) = emphasis(signs);
    let right = format!("{signs}{}{signs}", words.trim());
    let mended = format!("{}{right}{}", if joined.0 { " " } else { "" }, if joined.1 { " " } else { "" });
    let more = match joined {
        (true, true) => " met een spatie ervoor en erachter",
        (true, false) => " met een spatie ervoor",
        (false, true) => " met een spatie erachter",
        (false, false) => "",
    };
    let says = format!("Dit wordt niet {becomes}: tussen {called} en de woorden staat een spatie");
    Diagnostic::warning("MD041", place, says)
        .label("spaties te veel")
        .remedy(format!("Schrijf: {right}{more}."))
        .mend(place, mended)
}

/// `MD041`: emphasis beside a mark of punctuation, with a word directly against its signs; `joined` tells before which and behind which.
pub fn tight_signs(place: Span, signs: &str, words: &str, joined: (bool, bool)) -> Diagnostic {
    let (becomes, called) = emphasis(signs);
    let right = format!("{signs}{words}{signs}");
    let (side, more) = match joined {
        (true, true) => ("voor en achter", "met een spatie ervoor en erachter"),
        (true, false) => ("voor", "met een spatie ervoor"),
        _ => ("achter", "met een spatie erachter"),
    };
    let mended = format!("{}{right}{}", if joined.0 { " " } else { "" }, if joined.1 { " " } else { "" });
    let says = format!("Dit wordt niet {becomes}: {side} {called} ontbreekt een spatie");
    Diagnostic::warning("MD041", place, says)
        .label("hier ontbreekt een spatie")
        .remedy(format!("Schrijf: {right} {more}."))
        .mend(place, mended)
}

/// `MD042`: `[id]` in place of `[[id]]`.
pub fn single_brackets(place: Span, id: &str) -> Diagnostic {
    Diagnostic::warning("MD042", place, format!("“{id}” is een id, maar dit wordt geen link"))
        .label("enkele blokhaken")
        .remedy(format!(
            "Schrijf dubbele blokhaken: [[{id}]]. Bedoelt u geen link? Zet dan een schuine streep naar links voor de haak: \\[."
        ))
        .mend(place, format!("[[{id}]]"))
}

/// `MD043`: `{ key }` in place of `{{ key }}`.
pub fn single_braces(place: Span, key: &str) -> Diagnostic {
    Diagnostic::warning("MD043", place, format!("“{key}” is een cijfer, maar hier komt het getal niet te staan"))
        .label("zo komt hier geen getal")
        .remedy(format!("Schrijf dubbele accolades: {{{{ {key} }}}}."))
        .mend(place, format!("{{{{ {key} }}}}"))
}

/// `MD044`: `[words] (address)`.
pub fn space_in_link(place: Span, image: bool, words: &str, address: &str) -> Diagnostic {
    let (what, mark) = if image { ("afbeelding", "!") } else { ("link", "") };
    Diagnostic::warning("MD044", place, format!("Dit wordt geen {what}: er staat een spatie tussen de haken"))
        .label("een spatie te veel")
        .remedy(format!("Schrijf: {mark}[{words}]({address})."))
        .mend(place, format!("{mark}[{words}]({address})"))
}

/// `MD044`: `! [words](image)`.
pub fn space_before_image(place: Span, words: &str, address: &str) -> Diagnostic {
    Diagnostic::warning("MD044", place, "Dit wordt geen afbeelding: er staat een spatie achter het uitroepteken")
        .label("een spatie te veel")
        .remedy(format!("Schrijf: ![{words}]({address})."))
}

/// `MD044`: `(words)[address]`.
pub fn reversed_link(place: Span, image: bool, words: &str, address: &str) -> Diagnostic {
    let (what, mark) = if image { ("afbeelding", "!") } else { ("link", "") };
    Diagnostic::warning("MD044", place, format!("Dit wordt geen {what}: de haken staan verkeerd om"))
        .label("eerst rechte haken, dan ronde")
        .remedy(format!("Schrijf: {mark}[{words}]({address})."))
        .mend(place, format!("{mark}[{words}]({address})"))
}

/// `MD044`: `[words](address` and nothing that closes it.
pub fn unclosed_link(place: Span, image: bool, words: &str, address: &str) -> Diagnostic {
    let (what, mark) = if image { ("afbeelding", "!") } else { ("link", "") };
    Diagnostic::warning("MD044", place, format!("Dit wordt geen {what}: het haakje achter het adres ontbreekt"))
        .label("geen haakje erachter")
        .remedy(format!("Schrijf: {mark}[{words}]({address})."))
}

/// `MD044`: `[words](address`, with the rest of the address on the next line.
pub fn address_over_two_lines(place: Span, whole: &str) -> Diagnostic {
    Diagnostic::warning("MD044", place, "Dit wordt geen link: het adres staat op twee regels")
        .label("het adres gaat verder op de regel eronder")
        .remedy(format!("Zet het adres op één regel, zonder spatie erin: ({whole})."))
}

/// `MD044`: `[words]((address))`.
pub fn double_brackets(place: Span, address: &str) -> Diagnostic {
    Diagnostic::error("MD044", place, "Om dit adres staan ronde haken te veel")
        .label("dit adres")
        .remedy(format!("Haal een paar haken weg. Schrijf: ({address})."))
}

/// `MD044`: `[words](` and nothing behind it.
pub fn half_link(place: Span, image: bool, words: &str) -> Diagnostic {
    let (what, right) = if image {
        ("afbeelding", format!("![{words}](kaart.png)"))
    } else {
        ("link", format!("[{words}](https://voorbeeld.nl)"))
    };
    Diagnostic::warning("MD044", place, format!("Dit wordt geen {what}: achter het haakje staat geen adres"))
        .label("hier ontbreekt het adres")
        .remedy(format!("Zet het adres tussen ronde haken, zoals: {right}. Of haal de haken weg."))
}

/// `MD044`: `words](address)`.
pub fn unopened_link(place: Span, address: &str) -> Diagnostic {
    Diagnostic::warning("MD044", place, "Dit wordt geen link: voor de woorden ontbreekt het haakje [")
        .label("hier eindigt de link")
        .remedy(format!("Zet [ voor het eerste woord van de link: [tekst]({address})."))
}

/// `MD044`: `[words`, with nothing that closes it.
pub fn open_bracket(place: Span, image: bool) -> Diagnostic {
    let (what, right) = if image {
        ("afbeelding", "![Wat er te zien is](kaart.png)")
    } else {
        ("link", "[tekst](https://voorbeeld.nl)")
    };
    Diagnostic::warning("MD044", place, format!("Dit wordt geen {what}: er is geen haakje ] dat de woorden afsluit"))
        .label("dit haakje gaat niet dicht")
        .remedy(format!("Schrijf: {right}. Bedoelt u het haakje zelf? Zet er een schuine streep naar links voor: \\[."))
}

/// `MD044`: `![words]` with no file.
pub fn image_without_file(place: Span, words: &str) -> Diagnostic {
    Diagnostic::warning("MD044", place, "Dit wordt geen afbeelding: er staat niet bij welk bestand")
        .label("hier ontbreekt het bestand")
        .remedy(format!("Zet het bestand er tussen ronde haken achter, zoals: ![{words}](kaart.png)."))
}

/// `MD074`: an item, a quotation or a block with nothing in it.
pub fn empty_part(place: Span, what: &str) -> Diagnostic {
    Diagnostic::warning("MD074", place, format!("{what} is leeg"))
        .label("hier staat niets in")
        .remedy("Zet er tekst in, of haal het weg.")
}

/// `MD075`: rows of a table with empty lines between them; `dashes` is the line that is not there at all.
pub fn rows_apart(place: Span, dashes: Option<&str>) -> Diagnostic {
    let also = dashes.map(|dashes| format!(" Zet onder de eerste rij: {dashes}.")).unwrap_or_default();
    Diagnostic::warning("MD075", place, "Deze rij hoort niet bij de tabel: er staat een lege regel tussen")
        .label("hier valt de tabel uiteen")
        .remedy(format!("Haal de lege regels tussen de rijen weg.{also}"))
}

/// `MD045`: `[[id||words]]`.
pub fn double_bar(place: Span, id: &str, words: &str) -> Diagnostic {
    Diagnostic::warning("MD045", place, "In deze verwijzing staan twee strepen; de tweede komt in de tekst")
        .label("een streep te veel")
        .remedy(format!("Schrijf: [[{id}|{}]].", words.trim_start_matches('|').trim()))
}

/// `MD046`: `http:/nu.nl`.
pub fn one_slash(place: Span, address: &str) -> Diagnostic {
    let (scheme, rest) = address.split_once(':').unwrap_or(("https", address));
    let right = format!("{scheme}://{}", rest.trim_start_matches('/'));
    Diagnostic::error("MD046", place, "In dit webadres ontbreekt een schuine streep")
        .label("dit adres")
        .remedy(format!("Schrijf: {right}."))
        .mend(place, right)
}

/// `MD046`: `mailto:mailto:`, `http://https://`.
pub fn start_twice(place: Span, right: &str) -> Diagnostic {
    Diagnostic::error("MD046", place, "Dit adres heeft twee keer een begin")
        .label("dit adres")
        .remedy(format!("Schrijf: {right}"))
        .mend(place, right)
}

/// `MD047`: a list as a word processor has it.
pub fn pasted_list(place: Span, sign: &str, item: &str) -> Diagnostic {
    let item: String = item.trim().chars().take(40).collect();
    // Word's own sign has no shape outside Word.
    let own = sign.starts_with(|c: char| ('\u{e000}'..='\u{f8ff}').contains(&c));
    let sign = if own { "een teken uit Word".to_owned() } else { format!("“{sign}”") };
    Diagnostic::warning("MD047", place, format!("Met {sign} aan het begin van een regel wordt dit geen lijst"))
        .label("dit teken")
        .remedy(format!("Begin elk punt op een nieuwe regel met een streepje en een spatie, zoals: - {item}"))
}

/// `MD047`: another list of the same sign.
pub fn pasted_again(problem: Diagnostic, place: Span) -> Diagnostic {
    problem.related(place, "ook hier")
}

/// `MD048`: a table as a word processor has it, and as it is written here.
pub fn pasted_table(place: Span, between: &str, table: &str) -> Diagnostic {
    Diagnostic::warning("MD048", place, format!("Dit wordt geen tabel: tussen de kolommen staan {between}"))
        .label(format!("met {between} ertussen"))
        .remedy(format!("Vervang de regels met {between} door deze tabel:\n\n{table}"))
}

/// `MD048`: a table in HTML that was copied from elsewhere, and as it is written here.
pub fn copied_table(place: Span, table: &str) -> Diagnostic {
    Diagnostic::error("MD048", place, "Deze tabel is gekopieerd uit een ander programma en kan hier zo niet")
        .label("hier begint de tabel")
        .remedy(format!("Vervang alles van <table tot en met </table> door deze tabel:\n\n{table}"))
}

/// `MD049`: a space that one does not see, in an address.
pub fn hidden_in_address(place: Span, address: &str) -> Diagnostic {
    let clean: String = address.chars().filter(|c| !crate::dutch::is_hidden(*c)).collect();
    Diagnostic::error("MD049", place, "In dit adres staat een spatie of teken dat u niet ziet")
        .label("dit adres")
        .remedy(format!(
            "Haal alles tussen de haakjes weg en typ het opnieuw: {}. Zulke tekens komen mee bij het plakken.",
            clean.trim()
        ))
        .mend(place, clean.trim())
}

/// `MD050`: a text alternative that tells nothing.
pub fn alternative_says_nothing(place: Span, alt: &str, src: &str) -> Diagnostic {
    Diagnostic::warning("MD050", place, format!("“{alt}” zegt niet wat er op de afbeelding te zien is"))
        .label("wie de afbeelding niet ziet, mist wat erop staat")
        .remedy(format!(
            "Schrijf tussen de blokhaken in een paar woorden wat er te zien is: ![De haven bij avond]({src}). \
             Is de afbeelding alleen versiering? Schrijf dan ![]({src} \"decoratief\")."
        ))
}

/// `MD051`: a heading or an item with a space after its sign that is no ordinary one.
pub fn hidden_after_sign(place: Span, sign: &str, rest: &str) -> Diagnostic {
    let what = if sign.starts_with('#') { "kopje" } else { "lijst" };
    let rest: String = rest.trim_start_matches(crate::dutch::is_hidden).trim().chars().take(40).collect();
    Diagnostic::warning("MD051", place, format!("Dit wordt geen {what}: achter “{sign}” staat geen gewone spatie"))
        .label("deze spatie")
        .remedy(format!(
            "Haal de spatie weg en typ haar opnieuw: {sign} {rest}. Zo'n vaste spatie komt mee bij het plakken uit Word of een website."
        ))
        .mend(place, " ")
}

/// `MD072`: `> 50% van de gemeenten`.
pub fn more_than(place: Span, words: &str) -> Diagnostic {
    Diagnostic::warning("MD072", place, "Dit wordt een citaat: het teken > aan het begin valt weg")
        .label("wordt een citaat")
        .remedy(format!(
            "Bedoelt u meer dan? Schrijf: Meer dan {words} Is het een citaat? Zet de tekst dan tussen aanhalingstekens."
        ))
}

/// `MD072`: `+ 2 fte`.
pub fn plus(place: Span, words: &str) -> Diagnostic {
    Diagnostic::warning("MD072", place, "Dit wordt een lijst: het teken + aan het begin valt weg")
        .label("wordt een punt van een lijst")
        .remedy(format!(
            "Bedoelt u plus? Schrijf: plus {words}. Is het een lijst? Laat er een lege regel boven, en begin elk punt met een streepje en een spatie."
        ))
}

/// `MD072`: `* excl. btw` below `10.000*`.
pub fn starred_note(place: Span, words: &str) -> Diagnostic {
    Diagnostic::warning("MD072", place, "Dit wordt een lijst: het sterretje aan het begin valt weg")
        .label("hoort bij een sterretje erboven?")
        .remedy(format!(
            "Is het een noot bij het sterretje erboven? Schrijf: \\* {words}. Is het een lijst? Begin elk punt met een streepje en een spatie."
        ))
}

/// `MD072`: a sentence directly below a list or a quotation.
pub fn swallowed(place: Span, quotation: bool) -> Diagnostic {
    let (says, else_) = match quotation {
        true => {
            ("Deze regel komt in het citaat erboven te staan", "het citaat? Begin de regel dan met > en een spatie")
        }
        false => (
            "Deze regel komt achter het laatste punt van de lijst te staan",
            "dat punt? Begin de regel dan met drie spaties",
        ),
    };
    Diagnostic::warning("MD072", place, says)
        .label("hierboven ontbreekt een lege regel")
        .remedy(format!("Laat boven deze regel een lege regel. Hoort hij bij {else_}."))
}

/// `MD073`: a table whose columns have no names.
pub fn empty_head(place: Span, row: &str) -> Diagnostic {
    Diagnostic::warning("MD073", place, "De eerste regel van deze tabel is leeg: de kolommen hebben geen naam")
        .label("hier horen de namen van de kolommen")
        .remedy(format!(
            "Staan de namen onder de streepjes? Zet ze hier: {row}. Haal ze dan daar weg. Zijn er geen namen? Schrijf hier wat er in elke kolom staat."
        ))
}

/// The line of dashes of a table with so many columns.
pub fn dashes(columns: usize) -> String {
    format!("|{}", "---|".repeat(columns))
}

/// `DATA001`: a semicolon behind a line of data.
pub fn semicolon_behind(place: Span) -> Diagnostic {
    super::data::syntax(place, "achter een regel hoort hier geen puntkomma", "Haal de puntkomma weg.").mend(place, "")
}

/// `DATA001`: a path of one's own computer, of which the backslashes make other signs.
pub fn path_in_data(place: Span, path: &str) -> Diagnostic {
    let name = crate::diag::file_name(path);
    let file = match name.contains('.') {
        true => format!(" Hoort het bestand op de site? Zet het in de map static, en schrijf hier: /{name}."),
        false => String::new(),
    };
    let says = format!("“{}” is een plek op uw eigen computer: daar kan een bezoeker niet bij", super::cut(path, 60));
    Diagnostic::error(super::data::SYNTAX, place, says).label("een plek op uw computer").remedy(format!(
        "Haal dit weg.{file} Moet dit er letterlijk staan? Schrijf elke schuine streep naar links dubbel: {}",
        path.replace('\\', "\\\\")
    ))
}

/// `DATA008`: a block that stands there twice, letter for letter; `whole` is the second one.
pub fn block_twice(place: Span, id: &str, first: Span, whole: Span) -> Diagnostic {
    Diagnostic::error(
        super::data::DOUBLE_ID,
        place,
        format!("Het blok met de id “{id}” staat er twee keer, precies hetzelfde"),
    )
    .label("de tweede keer")
    .related(first, "hier staat het voor het eerst")
    .remedy("Haal een van de twee blokken weg, met de regels die eronder horen.")
    .mend(whole, "")
}

/// `FM001`: lines above those with which a page begins.
pub fn above_front_matter(place: Span, fence: Span, ready: Option<(Span, String)>, fenced: bool) -> Diagnostic {
    let problem = Diagnostic::error("FM001", place, "Boven de gegevens van deze pagina staat nog iets")
        .label("dit staat erboven");
    match ready {
        Some((whole, ready)) => problem
            .related(fence, "hier beginnen de gegevens, met --- in plaats van +++")
            .remedy(format!("Vervang alles vanaf het begin van het bestand tot en met de tweede regel --- door:\n\n{ready}\n\nHoort wat erboven stond bij de tekst? Zet het eronder."))
            .mend(whole, ready),
        None if fenced => problem.related(fence, "hier beginnen de gegevens").remedy(
            "De gegevens staan in een blok code, zoals een chatprogramma dat maakt. Haal de regel met ``` erboven weg, en ook de regel met ``` \
             waarmee het blok eindigt.",
        ),
        None => problem.related(fence, "hier beginnen de gegevens").remedy(
            "Haal weg wat boven de eerste regel +++ staat: die hoort de allereerste regel van het bestand te zijn. Hoort het bij de tekst? Zet het \
             dan onder de tweede regel +++.",
        ),
    }
}

/// `DATA006`: `[[lid]]`, which is a part of a record.
pub fn part_as_kind(place: Span, part: &str, whole: &str) -> Diagnostic {
    Diagnostic::error("DATA006", place, format!("“{part}” is geen gegeven op zichzelf, maar een deel van een ander"))
        .label("een deel")
        .remedy(format!("Noem het blok [[{whole}.{part}]], en zet het onder het [[{whole}]] waar het bij hoort."))
}

/// `DATA010`: `plan, blz. 12`.
pub fn page_of_source(place: Span, written: &str, source: &str) -> Diagnostic {
    Diagnostic::error("DATA010", place, format!("“{written}” is geen bron: een bladzijde kan er niet achter"))
        .label("meer dan een id")
        .remedy(format!(
            "Laat alleen de id staan: \"{source}\". Of noem een deel dat in de gegevens van die bron staat: \"{source}/hoofdstuk-2\". De bladzijde kunt u noemen \
             bij toelichting."
        ))
}

/// `PORTAAL006`: two lines of the menu or the footer that say the same, or lead to the same page.
pub fn entry_twice(place: Span, title: &str, first: Span, same_title: bool) -> Diagnostic {
    let says = if same_title {
        format!("Twee regels heten “{title}”: een bezoeker weet niet welke hij moet kiezen")
    } else {
        format!("“{title}” leidt naar een pagina die hier al staat")
    };
    Diagnostic::warning("PORTAAL006", place, says)
        .label("nog een keer")
        .related(first, "hier staat het voor het eerst")
        .remedy(if same_title {
            "Is het twee keer hetzelfde blok? Haal er een weg. Geef anders een van de twee een andere titel."
        } else {
            "Haal een van de twee blokken weg, of laat een ervan naar een andere pagina leiden."
        })
}

/// `LINK005`: the file of a page in place of its address.
pub fn file_in_menu(place: Span, written: &str, right: &str) -> Diagnostic {
    Diagnostic::error("LINK005", place, format!("“{written}” is een bestand, en hier hoort het adres op de site"))
        .label("een bestand")
        .remedy(format!("Schrijf: {right}"))
        .mend(place, format!("\"{right}\""))
}

/// `MD024`: rows or cells of a table in HTML without the table, as they are to be written.
pub fn loose_rows(place: Span, table: Option<&str>) -> Diagnostic {
    let remedy = match table {
        Some(table) => format!("Vervang deze regels door deze tabel:\n\n{table}"),
        None => "Een tabel schrijft u met strepen: | Naam | Taak | en daaronder |---|---|, en dan de rijen.".to_owned(),
    };
    Diagnostic::error("MD024", place, "Dit zijn losse stukken van een tabel uit een ander programma")
        .label("hier beginnen ze")
        .remedy(remedy)
}

/// `MD009`: a page of the site with backslashes between its parts.
pub fn backslashes(place: Span, written: &str, right: &str) -> Diagnostic {
    Diagnostic::error("MD009", place, format!("In “{written}” staan de schuine strepen de verkeerde kant op"))
        .label("dit adres")
        .remedy(format!("Schrijf: {right}"))
        .mend(place, right)
}

/// `TEKST003`: what a chat program says around its answer.
pub fn said_by_chat(place: Span, words: &str) -> Diagnostic {
    Diagnostic::warning(super::checks::UNFINISHED, place, format!("“{words}” lijkt het antwoord van een chatprogramma, zoals ChatGPT"))
        .label("geen tekst voor bezoekers")
        .remedy("Haal deze zin weg. Kijk ook na of de rest van de tekst klopt met de bron. Is de hele pagina nog niet af? Zet dan bovenaan: concept = true.")
}

/// `DATA016`: a word between double braces that a mailing fills in elsewhere.
pub fn filled_in_elsewhere(place: Span, word: &str, near: Option<&str>) -> Diagnostic {
    let hint = near.map(|n| format!("Bedoelde u het cijfer “{n}”? ")).unwrap_or_default();
    Diagnostic::error("DATA016", place, format!("“{word}” wordt hier niet ingevuld"))
        .label("geen cijfer van deze site")
        .remedy(format!(
            "{hint}Een website vult geen namen in, zoals een mailing dat doet. Zet hier zelf wat er moet staan. Een cijfer uit de gegevens heeft een \
             punt in zijn naam: {{{{ aantal.gremia }}}}."
        ))
}

/// `TEKST001`: a link whose text is an address, and that leads to another.
pub fn says_another_address(place: Span, words: &str, address: &str) -> Diagnostic {
    let says = format!("In de link staat “{}”, maar hij leidt naar {}", super::cut(words, 40), super::cut(address, 60));
    Diagnostic::warning("TEKST001", place, says)
        .label("twee verschillende adressen")
        .remedy("Zet het goede adres tussen de ronde haken, en in de link wat een lezer daar vindt, zoals: [de site van de gemeente](https://voorbeeld.nl).")
}

/// `TEKST015`: an amount as English has it.
pub fn english_amount(place: Span, amount: &str) -> Diagnostic {
    if !amount.contains(',') {
        return super::meant::point_in_amount(place, amount);
    }
    let swap = |c: char| match c {
        ',' => '.',
        '.' => ',',
        c => c,
    };
    let right: String = amount.chars().map(swap).collect();
    Diagnostic::warning(
        "TEKST015",
        place,
        format!("“{amount}” kan een lezer verkeerd lezen: voor duizendtallen staat een punt, geen komma"),
    )
    .label("een komma voor de duizendtallen")
    .remedy(format!("Schrijf: {right}"))
    .mend(place, right)
}

/// `DATA004`: a list of one text with semicolons in it.
pub fn list_in_one(place: Span, items: &[&str]) -> Diagnostic {
    let each: Vec<String> = items.iter().map(|item| format!("\"{item}\"")).collect();
    Diagnostic::warning(super::data::WRONG_TYPE, place, "Dit is een lijst van één onderdeel, met puntkomma's erin")
        .label("één paar aanhalingstekens")
        .remedy(format!(
            "Zijn het er meer? Schrijf: [{}]. Elk onderdeel staat tussen eigen aanhalingstekens.",
            each.join(", ")
        ))
}

/// `MD076`: an infographic or a calculator in a list, a quotation or something else that goes on behind it.
pub fn not_alone(place: Span, language: &str, around: &str) -> Diagnostic {
    let what = if language == "rekenhulp" { "Een rekenhulp" } else { "Een infographic" };
    Diagnostic::error("MD076", place, format!("{what} kan niet in {around} staan")).label("dit blok").remedy(if around.starts_with('<') {
        format!("Zet dit blok boven {around}, of onder de regel die het sluit.")
    } else {
        "Zet dit blok eronder, met een lege regel ervoor en zonder spaties of tekens aan het begin van de regels. Een genummerde lijst telt \
         daarna verder als u het volgende nummer typt."
            .to_owned()
    })
}
