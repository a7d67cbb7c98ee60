//! Markdown that is nearly right: a sign or a space is absent, and what was meant can be written for the editor.

use crate::diag::{Diagnostic, Span};

/// `MD037`: `-punt`; `below` tells whether it stands directly below an item that has its space.
pub fn item_without_space(place: Span, sign: &str, item: &str, below: bool) -> Diagnostic {
    let says = match below {
        true => "Dit wordt geen nieuw punt van de lijst: er ontbreekt een spatie",
        false => "Dit wordt geen lijst: er ontbreekt een spatie",
    };
    let (called, end) = match sign {
        "-" => ("het streepje", "-"),
        "*" => ("het sterretje", "*"),
        "+" => ("het plusteken", "+"),
        number if number.ends_with('.') => ("de punt", "."),
        _ => ("het haakje", ")"),
    };
    let stop = if end == "." { "" } else { "." };
    let literal = format!("{}\\{end}{stop}", &sign[..sign.len() - end.len()]);
    Diagnostic::warning("MD037", place, says).label("hierachter hoort een spatie").remedy(format!(
        "Schrijf: {sign} {}. Is het geen lijst? Zet dan een schuine streep naar links voor {called}: {literal}",
        item.trim().trim_end_matches('.')
    ))
}

/// `MD040`: a line of text directly below a table, which becomes a row of it; `joined` is that line and the row above as one row.
pub fn text_below_table(place: Span, joined: Option<&str>) -> Diagnostic {
    let joined = joined.map_or_else(|| ".".to_owned(), |row| format!(": {row}"));
    Diagnostic::warning("MD040", place, "Deze regel wordt een rij van de tabel erboven")
        .label("geen lege regel ervoor")
        .remedy(format!(
            "Zet een lege regel tussen de tabel en deze regel. Is het een eigen rij? Zet dan strepen | tussen de cellen. Hoort dit bij de rij \
             erboven? Zet het dan achter de vorige regel{joined}"
        ))
}

/// `MD040`: a row that was cut in two by an enter within a cell; `joined` is that row.
pub fn row_in_two(place: Span, joined: &str) -> Diagnostic {
    Diagnostic::warning("MD040", place, "Deze regel wordt een eigen rij van de tabel: er staat een enter in een cel")
        .label("begint niet met een streep")
        .remedy(format!(
            "Zet dit achter de vorige regel. Is het wel een eigen rij? Begin die dan met een streep |. De hele rij wordt: {joined}"
        ))
}

/// `MD039`: the names of the columns on two lines.
pub fn head_in_two(place: Span, joined: &str) -> Diagnostic {
    Diagnostic::warning("MD039", place, "Dit wordt geen tabel: de namen van de kolommen staan op twee regels")
        .label("de eerste van de twee")
        .remedy(format!("Zet de tweede regel achter de eerste: {joined}"))
}

/// `MD008`: a mail address at which no mail arrives; `right` is what was meant.
pub fn no_mail_address(place: Span, mail: &str, right: Option<&str>) -> Diagnostic {
    Diagnostic::warning("MD008", place, format!("“{mail}” is geen heel mailadres: een mail komt niet aan"))
        .label("dit mailadres")
        .remedy(match right {
            Some(right) => format!("Schrijf: mailto:{right}"),
            None => "Zet achter mailto: het hele adres, met één @ en een punt: mailto:info@voorbeeld.nl".to_owned(),
        })
}

/// `MD007`: `https://`, with nothing behind it.
pub fn half_address(place: Span, begin: &str) -> Diagnostic {
    let example = match begin.split(':').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "mailto" => "mailto:info@voorbeeld.nl",
        "tel" => "tel:0741234567",
        _ => "https://voorbeeld.nl",
    };
    Diagnostic::error("MD007", place, format!("Deze link heeft geen adres: achter “{begin}” staat niets"))
        .label("hier ontbreekt een adres")
        .remedy(format!(
            "Zet hier het hele adres, zoals: {example}. Weet u het nog niet? Laat dan alleen de woorden staan, zonder de haken."
        ))
}

/// `MD046`: `https://voorbeeld,nl`; `right` is what was meant.
pub fn broken_host(place: Span, address: &str, right: Option<&str>) -> Diagnostic {
    let shown = super::cut(address, 60);
    let problem = Diagnostic::error("MD046", place, format!("“{shown}” leidt nergens heen: zo heet geen website"));
    match right {
        Some(right) => problem.label("dit adres").remedy(format!("Schrijf: {right}")).mend(place, right),
        None => problem.label("dit adres").remedy(
            "Open de pagina in uw browser, en zet hier het adres dat u dan in de adresbalk ziet, zoals: https://voorbeeld.nl",
        ),
    }
}

/// `MD044`: `[words](<address)`.
pub fn half_angles(place: Span, image: bool, words: &str, address: &str) -> Diagnostic {
    let (what, mark) = if image { ("afbeelding", "!") } else { ("link", "") };
    let right = match address.contains(' ') {
        true => format!("{mark}[{words}](<{address}>)"),
        false => format!("{mark}[{words}]({address})"),
    };
    Diagnostic::warning("MD044", place, format!("Dit wordt geen {what}: bij het teken < voor het adres is er geen >"))
        .label("een < zonder >")
        .remedy(format!("Schrijf: {right}."))
        .mend(place, right)
}

/// What becomes of a remark that does not end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// It stands on the page.
    IsShown,
    /// It takes along what stands below it.
    Swallows,
}

/// `MD027`: a remark that does not end, or not as it should; `end` is what was meant to end it.
pub fn unclosed_remark(place: Span, becomes: Remark, begin: &str, end: Option<&str>) -> Diagnostic {
    let says = match becomes {
        Remark::IsShown => "Deze opmerking wordt niet afgesloten, en komt zo op de pagina te staan",
        Remark::Swallows => "Deze opmerking wordt niet afgesloten: wat erachter staat, komt niet op de pagina",
    };
    let opened = if begin == OPENS { String::new() } else { format!("Schrijf {OPENS} in plaats van {begin}. ") };
    let closed = match end {
        Some(CLOSES) => String::new(),
        Some(end) => format!("Schrijf {CLOSES} in plaats van {end}. "),
        None => format!("Zet er {CLOSES} achter, waar de opmerking eindigt. "),
    };
    Diagnostic::error("MD027", place, says)
        .label("hier begint de opmerking")
        .remedy(format!("{opened}{closed}Een opmerking voor uzelf schrijft u zo: {OPENS} nog nakijken {CLOSES}"))
}

/// What a remark begins with.
pub const OPENS: &str = "<!--";
/// What it ends with.
pub const CLOSES: &str = "-->";

/// `MD035`: an infographic with two accents, or none.
pub fn not_three_accents(place: Span, found: &str) -> Diagnostic {
    let name = found.trim_matches(|c: char| !c.is_ascii_lowercase());
    Diagnostic::warning("MD035", place, format!("“{found}” maakt geen infographic: er staan geen drie accenten voor"))
        .label("hier horen drie accenten")
        .remedy(format!("Schrijf op deze regel: ```{name} en zet onder het blok een regel met alleen ```."))
}

/// `MD035`: the lines of an infographic, without the block around them.
pub fn no_block(place: Span) -> Diagnostic {
    Diagnostic::warning("MD035", place, "Dit wordt geen infographic: de regel met ```infographic ontbreekt")
        .label("dit komt zo op de pagina te staan")
        .remedy(
            "Zet hierboven een regel met ```infographic, en onder de regels die erbij horen een regel met alleen ```.",
        )
}

/// `MD035`: a block of code that holds an infographic.
pub fn no_name_of_block(place: Span) -> Diagnostic {
    Diagnostic::warning("MD035", place, "Dit wordt geen infographic, maar een blok code")
        .label("hierachter ontbreekt een woord")
        .remedy("Schrijf achter de drie accenten: ```infographic. Is het een voorbeeld van hoe het moet? Schrijf dan: ```toml.")
}

/// `MD004`: a footnote in a sentence of the data.
pub fn footnote_in_data(place: Span, label: &str) -> Diagnostic {
    Diagnostic::error("MD004", place, "In deze tekst kan geen voetnoot staan: dat kan alleen op een pagina")
        .label("een voetnoot")
        .remedy(format!(
            "Haal [^{label}] weg, en ook de tekst van de voetnoot. Zet de uitleg in de zin zelf, tussen ronde haken. Komt het uit een bron? \
             Noem die dan bij: bron."
        ))
}
