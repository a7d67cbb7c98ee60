//! Problems with the content: front matter (`FM…`) and Markdown (`MD…`).

use crate::diag::{Diagnostic, Span, file_name, is_on_network, nearest, plain_name};

/// `FM001`: a page without front matter.
pub fn no_front_matter(place: Span, nearly: Option<&str>, ready: Option<(Span, String)>) -> Diagnostic {
    let says = "Bovenaan deze pagina ontbreken de gegevens over de pagina";
    if let Some((lines, ready)) = ready {
        let remedy = format!("Vervang dit door:\n\n{ready}");
        return Diagnostic::error("FM001", lines, says).label("lijkt de titel").remedy(remedy).mend(lines, ready);
    }
    let problem = Diagnostic::error("FM001", place, says).label("hier horen ze te staan");
    match nearly {
        Some(sign) => problem.remedy(format!(
            "Hier staat {sign}; maak er +++ van, drie plustekens. Doe hetzelfde onder de gegevens. Een tekstverwerker maakt van \
             tekens als deze vaak een streep."
        )),
        None => problem.remedy("Begin het bestand met deze drie regels, met uw eigen titel:\n\n+++\ntitel = \"De titel van de pagina\"\n+++"),
    }
}

/// `FM001`: front matter without its first line.
pub fn unopened_front_matter(place: Span) -> Diagnostic {
    Diagnostic::error("FM001", place, "Boven de gegevens van deze pagina ontbreekt de regel met +++")
        .label("hierboven hoort +++ te staan")
        .remedy("Zet op de allereerste regel van het bestand alleen +++, en eindig de gegevens ook met een regel +++.")
}

/// `FM002`: front matter that does not end.
pub fn unclosed_front_matter(place: Span, nearly: Option<Span>) -> Diagnostic {
    let problem = Diagnostic::error("FM002", place, "De gegevens bovenaan deze pagina worden niet afgesloten")
        .label("hier beginnen ze");
    if let Some(nearly) = nearly {
        let remedy = "De regel die ze afsluit, hoort precies drie plustekens te hebben: +++.";
        return problem.related(nearly, "bedoelt u deze regel?").remedy(remedy);
    }
    problem.remedy("Zet onder de laatste sleutel een regel met alleen +++. Daarna begint de tekst van de pagina.")
}

/// `FM003`: front matter as other programs have it.
pub fn yaml_front_matter(place: Span, ready: Option<(Span, String)>) -> Diagnostic {
    let says = "De gegevens bovenaan deze pagina staan tussen --- in plaats van +++";
    let problem = Diagnostic::error("FM003", place, says).label("hier hoort +++ te staan");
    match ready {
        Some((lines, ready)) => {
            problem.remedy(format!("Vervang alles van --- tot en met --- door:\n\n{ready}")).mend(lines, ready)
        }
        None => problem.remedy(
            "Vervang beide regels met --- door +++, en schrijf iedere regel ertussen als: titel = \"Mijn pagina\".",
        ),
    }
}

/// `MD001`: `[[` that is no mention.
pub fn bad_mention(place: Span, id: Option<&str>) -> Diagnostic {
    let right = match id {
        Some(id) => format!("Schrijf: [[{id}]]."),
        None => "Schrijf [[id]] of [[id|eigen tekst]], op één regel en zonder andere link erin.".to_owned(),
    };
    Diagnostic::error("MD001", place, "Deze verwijzing met dubbele blokhaken is niet af")
        .label("hier begint de verwijzing")
        .remedy(format!("{right} Bedoelt u echte blokhaken? Zet er dan een schuine streep naar links voor: \\[[."))
}

/// `MD002`: the bar of `[[id|text]]` taken for the end of a table cell.
pub fn mention_in_cell(place: Span, id: &str) -> Diagnostic {
    Diagnostic::error("MD002", place, "De streep in deze verwijzing breekt de tabelcel af")
        .label("hier begint de verwijzing")
        .remedy(format!(
            "Zet in een tabel een schuine streep naar links voor de rechte streep: [[{id}\\|eigen tekst]]."
        ))
}

/// `MD003`: `{{` that is no figure.
pub fn bad_figure(place: Span, key: Option<&str>) -> Diagnostic {
    let right = match key {
        Some(key) => format!("Schrijf: {{{{ {key} }}}}."),
        None => "Schrijf de id van een cijfer tussen dubbele accolades, op één regel: {{ aantal.gremia }}.".to_owned(),
    };
    Diagnostic::error("MD003", place, "Deze verwijzing naar een cijfer is niet goed te lezen")
        .label("hier begint het cijfer")
        .remedy(format!("{right} Bedoelt u echte accolades? Zet er dan een schuine streep naar links voor: \\{{{{."))
}

/// `MD004`: a reference to a footnote that is not there.
pub fn unknown_footnote(place: Span, label: &str) -> Diagnostic {
    Diagnostic::error("MD004", place, format!("De voetnoot “{label}” bestaat niet op deze pagina"))
        .label("onbekende voetnoot")
        .remedy(format!(
            "Zet de tekst van de voetnoot op een eigen regel: [^{label}]: tekst. Of haal de verwijzing weg."
        ))
}

/// `MD005`: a footnote that nothing refers to.
pub fn unused_footnote(place: Span, label: &str) -> Diagnostic {
    Diagnostic::warning("MD005", place, format!("Niets verwijst naar de voetnoot “{label}”"))
        .label("deze voetnoot komt niet op de pagina")
        .remedy(format!("Zet in de tekst [^{label}], of haal de voetnoot weg."))
}

/// `MD006`: a footnote that is there twice.
pub fn repeated_footnote(place: Span, label: &str, first: Span) -> Diagnostic {
    Diagnostic::error("MD006", place, format!("De voetnoot “{label}” staat er twee keer"))
        .label("dezelfde voetnoot")
        .related(first, "hier staat hij voor het eerst")
        .remedy("Geef een van de twee een andere naam, of haal er een weg.")
}

/// `MD007`: a link to nowhere.
pub fn empty_address(place: Span) -> Diagnostic {
    Diagnostic::error("MD007", place, "Deze link heeft geen adres")
        .label("hier ontbreekt een adres")
        .remedy("Zet het adres tussen de haakjes: [tekst](../pad/).")
}

/// `MD007`: an image without a file.
pub fn no_image_file(place: Span) -> Diagnostic {
    Diagnostic::error("MD007", place, "Bij deze afbeelding ontbreekt het bestand")
        .label("hier ontbreekt een bestandsnaam")
        .remedy("Zet tussen de blokhaken wat er te zien is en tussen de haakjes het bestand: ![Kaart van de regio](kaart.png).")
}

/// `MD009`: an image on the editor's own disk.
pub fn image_on_disk(place: Span, path: &str) -> Diagnostic {
    let (where_to, label) = owner(path);
    Diagnostic::error("MD009", place, format!("Dit bestand staat {where_to}, en niet in de site")).label(label).remedy(
        format!("Zet het bestand in de map van deze pagina en schrijf alleen de naam: {}.", written(file_name(path))),
    )
}

/// Whose a path is.
fn owner(path: &str) -> (&'static str, &'static str) {
    if is_on_network(path) {
        ("in een netwerkmap van uw organisatie", "een pad naar een netwerkmap")
    } else {
        ("op uw eigen computer", "een pad op uw computer")
    }
}

/// A name as it is written between the brackets of a link.
fn written(name: &str) -> String {
    let name = plain_name(name);
    if name.contains(' ') { format!("<{name}>") } else { name }
}

/// `MD067`: a link that works only where its writer works.
pub fn link_within_walls(place: Span, address: &str) -> Diagnostic {
    if let Some(path) = own_preview(address) {
        let says = format!("De link “{}” werkt alleen op uw eigen computer", super::cut(address, 60));
        return Diagnostic::warning("MD067", place, says)
            .label("het adres van uw voorbeeld")
            .remedy(format!("Laat alles tot en met het nummer weg. Schrijf: {path}."));
    }
    let shown = super::cut(address, 60);
    Diagnostic::warning("MD067", place, format!("De link “{shown}” werkt vaak alleen binnen uw eigen organisatie"))
        .label("een adres van binnen")
        .remedy(
            "Zet het bestand naast de pagina en verwijs ernaar: [Het plan](plan.pdf). Een pagina van deze site schrijft u als [[id]] of \
             [tekst](pagina.md). Kan iedereen de link openen zonder in te loggen? Zet dan bovenaan de pagina een uitzondering.",
        )
}

/// The path of `http://127.0.0.1:4321/over/`: what the own machine shows as a preview.
fn own_preview(address: &str) -> Option<&str> {
    let rest = address.split_once("://")?.1;
    let own = rest.strip_prefix("127.0.0.1:").or_else(|| rest.strip_prefix("localhost:"))?;
    let path = own.trim_start_matches(|c: char| c.is_ascii_digit());
    (path.starts_with('/') && path.len() > 1).then_some(path)
}

/// `MD009`: a link to a file on the editor's own disk.
pub fn link_on_disk(place: Span, path: &str) -> Diagnostic {
    let (where_to, label) = owner(path);
    let (what, remedy) = match file_name(path) {
        "" => (
            "Deze map",
            "Zet het bestand zelf in de map van deze pagina en schrijf alleen de naam, zoals: [Het plan](plan.pdf)."
                .to_owned(),
        ),
        name => (
            "Dit bestand",
            format!("Zet {} in de map van deze pagina en schrijf alleen de naam: {}.", plain_name(name), written(name)),
        ),
    };
    let says = format!("{what} staat alleen {where_to}, en niet in de site");
    Diagnostic::error("MD009", place, says).label(label).remedy(remedy)
}

/// `MD008`: an address that the site may not have.
pub fn refused_scheme(place: Span, scheme: &str) -> Diagnostic {
    if scheme == "cid:" {
        return Diagnostic::error("MD008", place, "Dit plaatje staat alleen in een mail, en niet in de site")
            .label("uit een mail")
            .remedy("Bewaar het plaatje als bestand naast de pagina, en schrijf alleen de naam: ![Wat er te zien is](foto.png).");
    }
    Diagnostic::error("MD008", place, format!("Een adres dat begint met “{scheme}” kan hier niet"))
        .label("dit adres")
        .remedy("Gebruik een adres binnen de site, of een adres dat begint met https://, http://, mailto: of tel:.")
}

/// `MD008`: a picture that was pasted itself.
pub fn pasted_picture(place: Span) -> Diagnostic {
    Diagnostic::error("MD008", place, "Hier is de afbeelding zelf in de tekst geplakt, en dat kan niet")
        .label("hier begint de afbeelding")
        .remedy(
            "Bewaar de afbeelding als bestand naast de pagina, en schrijf alleen de naam: ![Wat er te zien is](foto.png).",
        )
}

/// `MD009`: an address with characters that browsers repair in their own way.
pub fn odd_address(place: Span) -> Diagnostic {
    Diagnostic::error("MD009", place, "In dit adres staan tekens die er niet in mogen")
        .label("dit adres")
        .remedy("Gebruik in een adres gewone schuine strepen (/), geen schuine strepen naar links (\\), en zet het op één regel.")
}

/// `MD010`: a link without words.
pub fn empty_link(place: Span) -> Diagnostic {
    Diagnostic::error("MD010", place, "Deze link heeft geen tekst")
        .label("hier ontbreekt tekst")
        .remedy("Zet tussen de blokhaken waar de link naartoe gaat: [Overleggen](../gremia/).")
}

/// `MD011`: a link in a link.
pub fn nested_link(place: Span) -> Diagnostic {
    Diagnostic::error("MD011", place, "Een link kan niet in een andere link staan")
        .label("deze link staat in een link")
        .remedy("Zet de links na elkaar, of haal een van de twee weg.")
}

/// `MD012`: an image without a text alternative.
pub fn no_alternative(place: Span) -> Diagnostic {
    Diagnostic::error("MD012", place, "Deze afbeelding heeft geen beschrijving")
        .label("wie de afbeelding niet ziet, mist wat erop staat")
        .remedy(
            "Zet tussen de blokhaken wat er te zien is: ![Kaart van de regio](kaart.png). \
             Is de afbeelding alleen versiering? Schrijf dan ![](kaart.png \"decoratief\").",
        )
}

/// `MD013`: an image from another site.
pub fn foreign_image(place: Span) -> Diagnostic {
    Diagnostic::error("MD013", place, "Een afbeelding van een andere website kan niet").label("dit adres").remedy(
        "Zet de afbeelding zelf in de map van de pagina en verwijs daarnaar. \
             Zo vraagt de site niets op bij anderen en verdwijnt de afbeelding niet.",
    )
}

/// `MD014`: something in a text alternative that can only stand in running text.
pub fn not_in_alternative(place: Span) -> Diagnostic {
    Diagnostic::error("MD014", place, "In de beschrijving van een afbeelding kan alleen gewone tekst staan")
        .label("deze beschrijving")
        .remedy("Schrijf de beschrijving zonder verwijzingen, cijfers of voetnoten. Een afbeelding is: ![beschrijving](pad).")
}

/// `MD015`: a heading that skips a level.
pub fn skipped_level(place: Span, found: u8, wanted: u8) -> Diagnostic {
    let hashes = |n: u8| "#".repeat(usize::from(n));
    Diagnostic::warning("MD015", place, "Dit kopje slaat een niveau over")
        .label(format!("hier wordt {} verwacht", hashes(wanted)))
        .remedy(format!(
            "Schrijf {} in plaats van {}. Wie de pagina laat voorlezen, mist anders een stap.",
            hashes(wanted),
            hashes(found)
        ))
}

/// `MD015`: a heading as high as the title, on a page whose headings begin one lower.
pub fn heading_too_high(place: Span) -> Diagnostic {
    Diagnostic::warning("MD015", place, "Dit kopje is even hoog als de titel van de pagina")
        .label("hier wordt ## verwacht")
        .remedy("Schrijf ## in plaats van #. De titel van de pagina is al het hoofdkopje.")
}

/// `MD016`: a heading without words.
pub fn empty_heading(place: Span) -> Diagnostic {
    Diagnostic::error("MD016", place, "Dit kopje heeft geen tekst")
        .label("hier ontbreekt tekst")
        .remedy("Zet tekst achter het hekje, of haal de regel weg.")
}

/// `MD017`: a fenced block that does not end.
pub fn unclosed_fence(place: Span, fence: &str) -> Diagnostic {
    Diagnostic::error("MD017", place, "Dit blok wordt niet afgesloten")
        .label("hier begint het blok")
        .remedy(format!("Zet onder de laatste regel van het blok een regel met alleen {fence}."))
}

/// `MD018`: `:::`, which other programs use for boxes.
pub fn colons(place: Span) -> Diagnostic {
    Diagnostic::error("MD018", place, "Een blok met ::: kent Verbeeld niet")
        .label("dit teken doet hier niets")
        .remedy("Maak een kader zo: begin een regel met > [!TIP] en zet voor iedere regel van de tekst een >. Haal ook de regel met ::: weg waarmee het eindigt.")
}

/// `MD019`: an alert of a kind that does not exist.
pub fn unknown_alert(place: Span, word: &str, all: &[&str]) -> Diagnostic {
    let hint = nearest(word, all.iter().copied()).map(|n| format!("Bedoelde u [!{n}]? ")).unwrap_or_default();
    let all: Vec<String> = all.iter().map(|w| format!("[!{w}]")).collect();
    Diagnostic::error("MD019", place, format!("Het kader “{word}” bestaat niet"))
        .label("onbekend kader")
        .remedy(format!("{hint}U kunt kiezen uit: {}.", all.join(", ")))
}

/// What comes along from a word processor or a mail.
const OFFICE: &str = "Dit komt mee uit Word of uit een mail. Haal het weg, met het stuk waarmee het eindigt. Of plak de tekst opnieuw, als gewone tekst: met Ctrl, Shift en V.";

/// `MD020`: a tag that is not on the list.
pub fn refused_tag(place: Span, name: &str, paired: bool) -> Diagnostic {
    let remedy = match name {
        "script" => "Een pagina mag geen eigen script hebben. Haal het weg, met alles tot en met </script>.",
        "style" | "link" => "De vormgeving komt uit het thema. Haal dit weg.",
        "video" | "audio" => {
            "Een film of geluid speelt op een pagina niet af. Zet het bestand naast de pagina en maak er een link naar: [Bekijk de film](film.mp4). Zet ook in de tekst wat er te zien of te horen is."
        }
        "iframe" | "object" | "embed" => "De site laadt niets van anderen. Zet een link naar de pagina of het bestand.",
        name if is_of_form(name) => {
            "Een formulier kan hier niet: niemand zou ontvangen wat een lezer invult. Zet een link naar een formulier elders, of een mailadres."
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "Schrijf een kopje met hekjes: ## Mijn kopje.",
        "pre" => "Schrijf een codeblok tussen regels met drie accenten grave: ```.",
        "font" | "center" | "big" | "tt" | "strike" => OFFICE,
        name if name.contains(':') => OFFICE,
        name if !HTML.contains(&name) && paired => {
            "Dit komt uit een ander programma. Haal het weg, met het stuk waarmee het eindigt. Een kader begint met > [!TIP], een voetnoot schrijft u als [^1]."
        }
        name if !HTML.contains(&name) => {
            return Diagnostic::error("MD020", place, format!("<{name}> lijkt een plek om iets in te vullen"))
                .label("nog in te vullen")
                .remedy(format!(
                    "Zet hier wat er moet staan. Moeten de tekens < en > op de pagina komen? Schrijf dan: &lt;{name}&gt;."
                ));
        }
        _ => "Gebruik Markdown. Bedoelt u een kleiner-dan-teken? Schrijf dan &lt;.",
    };
    Diagnostic::error("MD020", place, format!("<{name}> kan op een pagina niet")).label("deze HTML").remedy(remedy)
}

/// Is it a form, or one of its fields?
pub fn is_of_form(name: &str) -> bool {
    matches!(name, "form" | "input" | "button" | "select" | "option" | "textarea" | "label" | "fieldset" | "legend")
}

/// Names that HTML gives a meaning, and that are refused. What is called otherwise was typed by a person.
const HTML: &[&str] = &[
    "html",
    "head",
    "body",
    "base",
    "meta",
    "title",
    "main",
    "header",
    "footer",
    "nav",
    "aside",
    "section",
    "article",
    "form",
    "input",
    "button",
    "select",
    "option",
    "optgroup",
    "textarea",
    "label",
    "fieldset",
    "legend",
    "datalist",
    "output",
    "progress",
    "meter",
    "dialog",
    "menu",
    "template",
    "slot",
    "canvas",
    "svg",
    "math",
    "map",
    "area",
    "picture",
    "source",
    "track",
    "param",
    "noscript",
    "frame",
    "frameset",
    "noframes",
    "applet",
    "marquee",
    "blink",
    "acronym",
    "basefont",
    "dir",
    "nobr",
    "xmp",
    "listing",
    "plaintext",
    "image",
    "search",
    "hgroup",
    "address",
    "col",
    "colgroup",
    "ruby",
    "rt",
    "rp",
    "bdi",
    "bdo",
    "wbr",
    "img",
    "data",
    "object",
    "xml",
    "path",
    "g",
    "use",
    "symbol",
];

/// `MD021`: an attribute that runs a script.
pub fn event_handler(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("MD021", place, format!("“{name}” start een script, en dat kan hier niet"))
        .label("dit kenmerk")
        .remedy("Haal het weg. Een pagina mag geen eigen script hebben.")
}

/// `MD022`: an attribute that is not on the list.
pub fn refused_attribute(place: Span, name: &str, tag: &str) -> Diagnostic {
    let remedy = if name == "style" {
        "Haal het weg. Hoe iets eruitziet, bepaalt het thema."
    } else {
        "Haal het weg. Wel mogen: class, id, lang, title, role, en enkele die met aria- beginnen, zoals aria-label."
    };
    Diagnostic::error("MD022", place, format!("“{name}” kan niet bij <{tag}>")).label("dit kenmerk").remedy(remedy)
}

/// `MD023`: an attribute with a value that cannot be.
pub fn bad_attribute_value(place: Span, name: &str) -> Diagnostic {
    let wanted = match name {
        "scope" => "row, col, rowgroup of colgroup",
        "id" => "een naam zonder spaties",
        "lang" | "hreflang" => "een taal, zoals en of nds",
        "open" | "reversed" => "geen waarde: alleen het woord zelf",
        "colspan" | "rowspan" => "een geheel getal, van 1 tot en met 999",
        "datetime" => "een datum, zoals 2027-01-31",
        "role" => {
            "niets: laat role weg. Alleen <div>, <p>, <section> en <span> kunnen er een hebben, zoals note, group of status"
        }
        "aria-hidden" | "aria-atomic" => "true of false",
        "aria-live" => "off, polite of assertive",
        "aria-current" => "page, step, location, date, time, true of false",
        _ => "een geheel getal",
    };
    Diagnostic::error("MD023", place, format!("Deze waarde kan niet bij “{name}”"))
        .label("deze waarde")
        .remedy(format!("Hier hoort {wanted}."))
}

/// `MD024`: a tag in a place where it cannot stand.
pub fn misplaced_tag(place: Span, name: &str, inside: &str) -> Diagnostic {
    let says = if inside.is_empty() { "midden in een zin".to_owned() } else { format!("in <{inside}>") };
    Diagnostic::error("MD024", place, format!("<{name}> kan niet {says} staan")).label("deze HTML").remedy(format!(
        "Zet <{name}> op een eigen regel, met een lege regel ervoor, of binnen het onderdeel waar het bij hoort."
    ))
}

/// `MD025`: a tag that is not closed.
pub fn unclosed_tag(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("MD025", place, format!("<{name}> wordt niet afgesloten")).label("hier begint het").remedy(
        format!("Zet </{name}> waar het onderdeel eindigt, in dezelfde alinea, cel of lijst als waar het begint."),
    )
}

/// `MD026`: a closing tag without an opening one.
pub fn stray_close(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("MD026", place, format!("Hier wordt <{name}> afgesloten, maar die is hier niet geopend"))
        .label("dit einde")
        .remedy(format!(
            "Haal </{name}> weg, of zet <{name}> waar het onderdeel begint, in dezelfde alinea, cel of lijst."
        ))
}

/// `MD027`: HTML that cannot be read.
pub fn unreadable_html(place: Span) -> Diagnostic {
    Diagnostic::error("MD027", place, "Deze HTML is niet goed te lezen").label("hier begint het").remedy(
        "Wat met < begint, eindigt met >, en een opmerking met -->. Bedoelt u een kleiner-dan-teken? Schrijf dan &lt;.",
    )
}

/// `MD028`: an id that the page already has, or that cannot be given here.
pub fn taken_anchor(place: Span, id: &str) -> Diagnostic {
    Diagnostic::error("MD028", place, format!("De id “{id}” is hier niet vrij")).label("deze id").remedy(
        "Kies een andere naam. Ook kopjes krijgen een id, gemaakt van hun tekst. Id's die met v- beginnen zijn van het \
             thema, en in de teksten van de map data kan geen id.",
    )
}

/// `MD029`: text or Markdown inside an element that holds only parts.
pub fn misplaced_text(place: Span, inside: &str) -> Diagnostic {
    Diagnostic::error("MD029", place, format!("Deze tekst kan niet rechtstreeks in <{inside}> staan"))
        .label("deze tekst")
        .remedy("Zet de tekst in een onderdeel ervan, of schrijf het geheel in Markdown.")
}

/// `MD030`: `<details>` without `<summary>`.
pub fn no_summary(place: Span) -> Diagnostic {
    Diagnostic::error("MD030", place, "Dit uitklapblok heeft geen opschrift")
        .label("hier begint het")
        .remedy("Zet direct achter <details> het opschrift: <summary>Meer weten?</summary>.")
}

/// `MD031`: tags in tags in tags.
pub fn too_deep(place: Span) -> Diagnostic {
    Diagnostic::error("MD031", place, "Hier staan te veel onderdelen in elkaar")
        .label("dit onderdeel")
        .remedy("Maak de opbouw eenvoudiger.")
}

/// `MD032`: a heading, list or other block where only a sentence fits.
pub fn block_in_sentence(place: Span) -> Diagnostic {
    Diagnostic::error("MD032", place, "Hier past alleen lopende tekst").label("dit wordt een eigen blok").remedy(
        "Schrijf één alinea, zonder lijst, kopje, tabel of witregel. Begint de tekst met een cijfer en een punt, \
             een # of een -? Zet er dan een schuine streep naar links (\\) voor.",
    )
}

/// `MD033`: a footnote in a link.
pub fn footnote_in_link(place: Span) -> Diagnostic {
    Diagnostic::error("MD033", place, "Een voetnoot kan niet in een link staan")
        .label("deze voetnoot")
        .remedy("Zet de voetnoot achter de link.")
}

/// `MD034`: what looks like a link, but is none.
pub fn unreadable_link(place: Span, image: bool, words: &str, address: &str, title: &str) -> Diagnostic {
    let (what, mark) = if image { ("afbeelding", "!") } else { ("link", "") };
    if let Some(right) = without_spaces(address) {
        return Diagnostic::error("MD034", place, format!("Dit lijkt een {what}, maar in het adres staat een spatie"))
            .label(format!("hier begint de {what}"))
            .remedy(format!("Schrijf: {mark}[{words}]({right}{title})."));
    }
    Diagnostic::error("MD034", place, format!("Dit lijkt een {what}, maar in het adres staat een spatie"))
        .label(format!("hier begint de {what}"))
        .remedy(format!(
            "Zet het adres tussen < en >: {mark}[{words}](<{address}>{title}). Bedoelt u geen {what}? \
             Zet dan een schuine streep naar links voor het blokhaakje: \\[."
        ))
}

/// An address with spaces as it is written without them, where only one thing can be meant: a heading of this page, whose name is
/// made from its words, and a page of another site, where a space is `%20`.
fn without_spaces(address: &str) -> Option<String> {
    if let Some(heading) = address.strip_prefix('#') {
        return Some(format!("#{}", crate::dutch::slug(heading)));
    }
    if let Some(mail) = address.strip_prefix("mailto:") {
        // Of what stands behind the address a space is `%20`.
        let (address, question) = mail.split_once('?').map_or((mail, None), |(address, rest)| (address, Some(rest)));
        let question = question.map(|rest| format!("?{}", rest.trim_end().replace(' ', "%20"))).unwrap_or_default();
        // What people write so that a robot cannot read it.
        let at = [" at ", " @ ", " (at) ", " [at] ", " apenstaartje "];
        let address = at.iter().fold(address.to_owned(), |address, at| address.replace(at, "@"));
        return Some(format!("mailto:{}{question}", address.replace(' ', "")));
    }
    if let Some(number) = address.strip_prefix("tel:") {
        return Some(format!("tel:{}", number.replace([' ', '-', '(', ')'], "")));
    }
    let web = address.starts_with("https://") || address.starts_with("http://");
    web.then(|| address.replace(' ', "%20"))
}

/// `MD034`: quotes of a word processor around a title.
pub fn smart_quotes_in_link(place: Span, image: bool, words: &str, address: &str, title: &str) -> Diagnostic {
    let (what, mark) = if image { ("afbeelding", "!") } else { ("link", "") };
    Diagnostic::error("MD034", place, format!("Dit lijkt een {what}, maar om de titel staan kromme aanhalingstekens"))
        .label(format!("hier begint de {what}"))
        .remedy(format!("Schrijf rechte aanhalingstekens: {mark}[{words}]({address} \"{title}\")."))
}

/// `MD034`: double quotes within a title in double quotes.
pub fn quotes_in_title(place: Span, words: &str, address: &str, title: &str) -> Diagnostic {
    Diagnostic::error("MD034", place, "Dit lijkt een link, maar in de titel staan aanhalingstekens")
        .label("hier begint de link")
        .remedy(format!("Gebruik in de titel enkele aanhalingstekens: [{words}]({address} \"{title}\")."))
}
