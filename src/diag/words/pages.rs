//! Problems with pages, addresses and links.

use crate::diag::{Diagnostic, Span, file_name, is_on_network, is_on_own_disk, mail_meant, visible};

/// `PAGINA001`: two files give the same address.
pub fn same_address(place: Span, url: &str, first: Span) -> Diagnostic {
    Diagnostic::error("PAGINA001", place, format!("Twee bestanden maken dezelfde pagina: /{url}"))
        .label("dit bestand")
        .related(first, "en dit bestand")
        .remedy("Geef een van de twee bestanden een andere naam, of voeg de teksten samen.")
}

/// `PAGINA002`: a page without a title.
pub fn no_title(place: Span, heading: Option<&str>) -> Diagnostic {
    let title = heading.unwrap_or("De titel van de pagina").replace(['"', '\\'], "");
    Diagnostic::error("PAGINA002", place, "Deze pagina heeft geen titel")
        .remedy(format!("Zet bovenaan, tussen de regels met +++: titel = \"{title}\""))
}

/// `PAGINA012`: a page of a record with another name than the record.
pub fn other_title(place: Span, title: &str, name: &str, own: Span) -> Diagnostic {
    Diagnostic::warning("PAGINA012", place, format!("Deze pagina heet “{title}”, maar het gegeven heet “{name}”"))
        .label("een andere naam")
        .related(own, "zo heet het gegeven")
        .remedy(format!(
            "Op de site wint de titel van de pagina. Zet hier titel = \"{name}\", of geef het gegeven deze naam."
        ))
}

/// The code of a page that is the same as another.
pub const COPY: &str = "BESTAND001";

/// The code of a page that was left behind.
pub const LEFT_OVER: &str = "PAGINA013";

/// `PAGINA013`: a page with the name of a record, at the address of one that is not there.
pub fn left_over(place: Span, id: &str, other: &str, own: Span, both: bool) -> Diagnostic {
    let remedy = match both {
        true => format!(
            "“{other}” heeft zijn eigen bestand: {other}.md. Bleef {id}.md over, bijvoorbeeld na het terugzetten van een hernoeming? Typ \
             verbeeld terug, of haal {id}.md weg. Is het een andere pagina? Geef haar een andere titel."
        ),
        false => format!(
            "Hoort zij bij “{other}”? Noem het bestand {other}.md. Bleef zij over, bijvoorbeeld na het terugzetten van een hernoeming? Typ \
             verbeeld terug, of haal het bestand weg. Is het een andere pagina? Geef haar een andere titel."
        ),
    };
    Diagnostic::warning(
        "PAGINA013",
        place,
        format!("Deze pagina heeft de naam van “{other}” als titel, maar haar bestand heet “{id}”"),
    )
    .label("de naam van een ander")
    .related(own, "dit gegeven heet zo")
    .remedy(remedy)
}

/// `PAGINA009`: a name from which no address can be made that every system and host can hold.
pub fn unfit_path(place: Span, path: &str, why: UnfitPath) -> Diagnostic {
    let path = visible(path);
    let (says, remedy) = match why {
        UnfitPath::Empty => (
            format!("Van deze naam blijft geen adres over: /{path}"),
            "Gebruik in de naam letters van a tot z of cijfers, en begin niet met een punt.",
        ),
        UnfitPath::Device => (
            format!("Op Windows kan niets zo heten: /{path}"),
            "Namen als con, prn, aux, nul, com1 en lpt1 gebruikt Windows zelf. Kies een andere naam.",
        ),
        UnfitPath::Ending => (
            format!("Op Windows kan een naam zo niet beginnen of eindigen: /{path}"),
            "Haal de punt of spatie aan het begin of het einde weg.",
        ),
        UnfitPath::Sign(sign) => (
            format!("In dit adres staat “{}”, en dat kan niet op elk systeem: /{path}", visible(&sign.to_string())),
            "Gebruik in namen geen < > : \" | ? * \\ en geen onzichtbare tekens.",
        ),
        UnfitPath::Long => (
            format!("Dit adres is te lang: /{}…", path.chars().take(60).collect::<String>()),
            "Kies een kortere naam: hooguit 200 tekens.",
        ),
    };
    Diagnostic::error("PAGINA009", place, says).label("deze naam").remedy(remedy)
}

/// Why a path cannot be a file everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnfitPath {
    /// Nothing is left of a name, or only what comes behind a dot: such files are hidden, and many hosts leave them out.
    Empty,
    /// Windows keeps the name for a device.
    Device,
    /// A dot or space at the end, which Windows leaves off.
    Ending,
    /// A sign that some system does not allow in names.
    Sign(char),
    /// Too long.
    Long,
}

/// `PAGINA010`: a file where another part of the site needs a folder.
pub fn file_and_folder(place: Span, file: &str, inside: &str, other: Span) -> Diagnostic {
    Diagnostic::error(
        "PAGINA010",
        place,
        format!("/{file} zou een bestand én een map zijn: ook /{inside} wordt gemaakt"),
    )
    .label("dit wordt een bestand")
    .related(other, "hiervoor is een map nodig")
    .remedy("Geef een van de twee een andere naam of een ander adres.")
}

/// `PAGINA010`: something below an address at which the site's own file stands.
pub fn folder_at_own_file(place: Span, file: &str) -> Diagnostic {
    Diagnostic::error("PAGINA010", place, format!("Op /{file} staat al een bestand dat de site zelf nodig heeft"))
        .label("dit adres is bezet")
        .remedy("Geef deze pagina, dit oude adres of deze map een andere naam.")
}

/// `PAGINA011`: two addresses that some systems take for one.
pub fn alike(place: Span, path: &str, first: &str, other: Span) -> Diagnostic {
    Diagnostic::error("PAGINA011", place, format!("/{path} en /{first} zijn op Windows en macOS hetzelfde"))
        .label("dit")
        .related(other, "en dit")
        .remedy("Ze verschillen alleen in hoofdletters of in hoe een letter met een accent is opgeslagen. Geef een van de twee een andere naam.")
}

/// `PAGINA003`: a file that would stand where a page stands.
pub fn same_file(place: Span, path: &str) -> Diagnostic {
    Diagnostic::error("PAGINA003", place, format!("Op het adres /{path} staat al iets anders"))
        .remedy("Geef dit bestand een andere naam.")
}

/// `PAGINA004`: an old address that is in use.
pub fn alias_taken(place: Span, alias: &str) -> Diagnostic {
    Diagnostic::error("PAGINA004", place, format!("Het oude adres /{alias} is in gebruik"))
        .label("dit oude adres")
        .remedy("Er staat een pagina of een ander oud adres op. Haal dit adres weg uit aliassen.")
}

/// `PAGINA005`: an alias that is no path.
pub fn bad_alias(place: Span, alias: &str) -> Diagnostic {
    Diagnostic::error("PAGINA005", place, format!("“{alias}” is geen pad op de site"))
        .label("dit oude adres")
        .remedy("Schrijf alleen het deel achter de naam van de site, zoals: oude-map/oude-pagina/. Een plek op uw eigen computer kan hier niet.")
}

/// `PAGINA006`: a template that the theme does not have.
pub fn unknown_template(place: Span, name: &str, near: Option<&str>) -> Diagnostic {
    let hint = near.map(|n| format!("Bedoelde u “{n}”? ")).unwrap_or_default();
    Diagnostic::error("PAGINA006", place, format!("Het sjabloon “{name}” bestaat niet"))
        .label("onbekend sjabloon")
        .remedy(format!("{hint}Sjablonen staan in de map templates van het thema of van uw site."))
}

/// `PAGINA007`: a site without a home page.
pub fn no_home(place: Span, page: &str) -> Diagnostic {
    Diagnostic::warning("PAGINA007", place, "De site heeft geen voorpagina")
        .remedy(format!(
            "Maak het bestand {page}. Begin met drie regels: +++, dan titel = \"Welkom\", dan weer +++. Schrijf daaronder de tekst. \
             Zolang het er niet is, staat op de voorpagina alleen een lijst van pagina's."
        ))
}

/// `PAGINA007`: a home page that is a draft.
pub fn home_is_draft(place: Span) -> Diagnostic {
    Diagnostic::warning("PAGINA007", place, "De voorpagina is nog een concept en staat niet op de site").remedy(
        "Is de pagina af? Haal dan de regel concept = true weg. Tot die tijd staat op de voorpagina alleen een lijst van pagina's.",
    )
}

/// `LINK001`: a link to a page that does not exist.
pub fn broken_link(place: Span, written: &str, near: Option<&str>, wanted: Option<&str>) -> Diagnostic {
    let colon = ["https//", "http//", "https:", "http:"].iter().find_map(|start| written.strip_prefix(start));
    let colon = colon.map(|rest| format!("Schrijf: https://{}.", rest.trim_start_matches('/')));
    let elsewhere = colon.or_else(|| outside(written)).or_else(|| telephone(written));
    let wanted = wanted.filter(|_| elsewhere.is_none());
    let remedy = elsewhere.unwrap_or_else(|| {
        let hint = near.map(|n| format!("Bedoelde u “/{n}”? ")).unwrap_or_default();
        format!("{hint}Controleer het adres. Handiger is een verwijzing met een id tussen dubbele haken: [[id]].")
    });
    let label = wanted.map_or_else(|| "dode link".to_owned(), |wanted| format!("er is geen pagina /{wanted}"));
    Diagnostic::error("LINK001", place, format!("De link “{written}” leidt nergens heen")).label(label).remedy(remedy)
}

/// What to do about a number of a telephone.
fn telephone(written: &str) -> Option<String> {
    let sign = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+' | '.' | '[' | ']');
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    if !written.chars().all(sign) || !(10..=13).contains(&digits.len()) {
        return None;
    }
    let number = match digits.strip_prefix("00").or_else(|| digits.strip_prefix("31").filter(|_| written.contains('+')))
    {
        Some(abroad) if digits.starts_with("00") => abroad.to_owned(),
        Some(local) => format!("31{}", local.trim_start_matches('0')),
        None => format!("31{}", digits.strip_prefix('0')?),
    };
    Some(format!("Is dit een telefoonnummer? Schrijf: tel:+{number}."))
}

/// `LINK001`: a link to a page as it stands from the root, without the slash that says so.
pub fn from_root(place: Span, written: &str) -> Diagnostic {
    let right = format!("/{written}");
    Diagnostic::error("LINK001", place, format!("De link “{written}” leidt nergens heen"))
        .label("hier ontbreekt een schuine streep")
        .remedy(format!("Schrijf: {right}. Zonder de streep ervoor begint het adres bij deze pagina."))
        .mend(place, right)
}

/// `LINK001`: a link to an address that one page in another folder ends like.
pub fn link_to_moved(place: Span, written: &str, now: &str, old: &str) -> Diagnostic {
    let old = old.trim_matches('/');
    Diagnostic::error("LINK001", place, format!("De link “{written}” leidt nergens heen"))
        .label("dode link")
        .remedy(format!(
            "Bedoelde u “/{now}”? Is die pagina verhuisd? Schrijf dan ook bovenaan die pagina, tussen de regels +++: aliassen = [\"{old}/\"]. \
             Dan komt wie het oude adres bewaarde, er vanzelf."
        ))
}

/// `LINK001`: a link to the address that a page had before.
pub fn link_to_former(place: Span, written: &str, now: &str) -> Diagnostic {
    Diagnostic::error("LINK001", place, format!("De link “{written}” leidt naar het oude webadres van een pagina"))
        .label("dode link")
        .remedy(format!("Schrijf: {now}. Daar staat die pagina nu."))
        .mend(place, now.to_owned())
}

/// What stands under the address that a page had.
pub const FORMER: &str = "stond hier eerst";

/// `LINK003`: a mention of a page by the path that it had.
pub fn mention_of_former(place: Span, written: &str, now: &str) -> Diagnostic {
    Diagnostic::error("LINK003", place, format!("[[{written}]] is het oude webadres van een pagina"))
        .label(FORMER)
        .remedy(format!("Schrijf: [[{now}]]. Daar staat die pagina nu."))
        .mend_word(place, written, now)
}

/// `LINK005`: an entry of the menu or footer that asks for the address that a page had.
pub fn entry_of_former(place: Span, written: &str, now: &str) -> Diagnostic {
    Diagnostic::error("LINK005", place, format!("“{written}” is het oude webadres van een pagina"))
        .label(FORMER)
        .remedy(format!("Schrijf: {now}. Daar staat die pagina nu."))
        .mend(place, format!("\"{now}\""))
}

/// What to do about an address that is meant to lead out of the site.
fn outside(written: &str) -> Option<String> {
    if let Some(remedy) = filled_in(written) {
        return Some(remedy);
    }
    if is_on_own_disk(written) {
        let own = if is_on_network(written) { "in een netwerkmap" } else { "op uw eigen computer" };
        return Some(format!(
            "Dit staat alleen {own}. Zet het bestand in de map static, en schrijf hier: /{}.",
            file_name(written)
        ));
    }
    let host = written.split('/').next().unwrap_or_default();
    if let Some(mail) = mail_meant(written).filter(|mail| mail != written) {
        return Some(format!("Is dit een mailadres? Maak ervan: mailto:{mail}."));
    }
    if host.contains('@') {
        return Some(format!("Is dit een mailadres? Schrijf er mailto: voor: mailto:{written}."));
    }
    let ends = [".nl", ".eu", ".com", ".org", ".net", ".be", ".de"];
    let web = !host.starts_with('.') && (host.starts_with("www.") || ends.iter().any(|end| host.ends_with(end)));
    web.then(|| format!("Is dit een andere website? Schrijf er https:// voor: https://{written}."))
}

/// `LINK001`: a link to a file that does not exist.
pub fn missing_file(place: Span, written: &str, near: Option<&str>) -> Diagnostic {
    let name = written.rsplit('/').next().unwrap_or(written);
    // A page or a heading within a file is no part of its name.
    let name = name.split(['#', '?']).next().unwrap_or(name);
    let (hint, or) = near.map_or((String::new(), ""), |n| (format!("Bedoelde u “/{n}”? "), "anders "));
    Diagnostic::error("LINK001", place, format!("Het bestand “{written}” is er niet"))
        .label("dode link")
        .remedy(format!("{hint}Zet het bestand {or}in de map van deze pagina, en schrijf hier alleen de naam: {name}"))
}

/// `LINK006`: a link to a page that is still a draft.
pub fn link_to_draft(place: Span, written: &str, draft: &str) -> Diagnostic {
    Diagnostic::error("LINK006", place, format!("“{written}” is nog een concept en staat niet op de site"))
        .label("leidt naar een concept")
        .remedy(format!(
            "Is de pagina af? Haal dan de regel concept = true weg bij “{draft}”. Zo niet, haal deze link dan weg. \
             Wilt u alleen kijken? Dat kan met: verbeeld serve --concepten."
        ))
}

/// More names of headings than this help nobody.
const MOST_HEADINGS: usize = 6;

/// `LINK002`: a link to an anchor that the page does not have.
/// `all` are those that it does have.
pub fn missing_anchor(place: Span, anchor: &str, url: &str, near: Option<&str>, all: &[&str]) -> Diagnostic {
    let hint = near.map(|n| format!("Bedoelde u “#{n}”? ")).unwrap_or_default();
    let listed: Vec<String> = all.iter().take(MOST_HEADINGS).map(|name| format!("#{name}")).collect();
    let more = if all.len() > MOST_HEADINGS { " en meer" } else { "" };
    let listed = match listed.is_empty() {
        true => "Die pagina heeft geen kopjes.".to_owned(),
        false => format!("De kopjes van die pagina: {}{more}.", listed.join(", ")),
    };
    Diagnostic::error("LINK002", place, format!("De pagina /{url} heeft geen kopje “#{anchor}”"))
        .label("onbekend kopje")
        .remedy(format!("{hint}{listed}"))
}

/// The code of a name between double brackets that leads nowhere.
pub const UNKNOWN_MENTION: &str = "LINK003";

/// `LINK003`: `[[name]]` that is no id and no page.
pub fn unknown_mention(place: Span, name: &str, near: Option<&str>) -> Diagnostic {
    let hint = near.map(|n| format!("Bedoelde u [[{n}]]? ")).unwrap_or_default();
    Diagnostic::error(UNKNOWN_MENTION, place, format!("[[{name}]] verwijst naar niets"))
        .label("onbekende id")
        .remedy(format!("{hint}Tussen de haken hoort een id uit de map data, of het pad van een pagina."))
}

/// `LINK003`: `{{ keuze.id.stand }}` of a choice that is not there.
pub fn unknown_choice(place: Span, id: &str, near: Option<&str>) -> Diagnostic {
    let hint = near.map(|n| format!("Bedoelde u “{n}”? ")).unwrap_or_default();
    Diagnostic::error(UNKNOWN_MENTION, place, format!("Er is geen keuze met de id “{id}”"))
        .label("onbekende id")
        .remedy(format!("{hint}Hier hoort de id van een [[keuze]] uit de map data."))
}

/// What stands under a name in place of an id.
pub const NAME_MENTIONED: &str = "een naam";

/// `LINK003`: a name in place of an id.
pub fn name_mentioned(place: Span, name: &str, id: &str) -> Diagnostic {
    Diagnostic::error("LINK003", place, format!("[[{name}]] is een naam, en tussen de haken hoort een id"))
        .label(NAME_MENTIONED)
        .remedy(format!("Schrijf [[{id}]], of met eigen woorden: [[{id}|{name}]]."))
        .mend_word(place, name, id)
}

/// `LINK004`: an image that is not there.
pub fn missing_image(place: Span, written: &str, near: Option<&str>) -> Diagnostic {
    let hint = near.map(|n| format!("Bedoelde u “{n}”? ")).unwrap_or_default();
    let remedy = filled_in(written)
        .unwrap_or_else(|| format!("{hint}Zet de afbeelding naast de pagina in de map content, of in de map static."));
    Diagnostic::error("LINK004", place, format!("De afbeelding “{written}” is er niet"))
        .label("ontbreekt")
        .remedy(remedy)
}

/// What to do about an address that another program would have filled in.
fn filled_in(written: &str) -> Option<String> {
    let filled = ["{{", "{%", "${", "<%"].iter().any(|sign| written.contains(sign));
    filled.then(|| {
        "In een ander programma werd dit adres ingevuld, hier niet. Schrijf het adres zelf, zoals: kaart.png."
            .to_owned()
    })
}

/// `LINK005`: an entry of the menu or footer that leads nowhere.
pub fn broken_menu(place: Span, written: &str, near: Option<&str>) -> Diagnostic {
    let remedy = outside(written).unwrap_or_else(|| {
        let hint = near.map(|n| format!("Bedoelde u “{n}”? ")).unwrap_or_default();
        format!("{hint}Schrijf een id, of een pad op de site zoals gremia/.")
    });
    Diagnostic::error("LINK005", place, format!("Het adres “{written}” leidt nergens heen"))
        .label("onbekend adres")
        .remedy(remedy)
}

/// The code of a record that has no ties.
pub const NOT_ON_MAP: &str = "INFO001";

/// `INFO001`: an infographic's record that cannot be drawn around.
pub fn not_on_map(place: Span, id: &str) -> Diagnostic {
    Diagnostic::error(NOT_ON_MAP, place, format!("“{id}” heeft geen banden om te tekenen"))
        .label("geen banden")
        .remedy("Kies een overleg of organisatie die bij een [[relatie]] in de gegevens staat.")
}

/// `INFO002`: an infographic for which the data have no rows.
pub fn nothing_to_draw(place: Span, kind: &str, needs: &str) -> Diagnostic {
    Diagnostic::error("INFO002", place, format!("Er is niets om in de infographic “{kind}” te tekenen"))
        .label("deze infographic")
        .remedy(format!("De tekening komt uit de gegevens. Nodig is {needs}."))
}

/// `INFO006`: more bodies or ties than boxes and lines can show.
pub fn map_is_crowded(place: Span, bodies: usize, ties: usize) -> Diagnostic {
    Diagnostic::warning("INFO006", place, format!("Deze relatiekaart is te vol voor vakken en lijnen: {bodies} partijen en {ties} banden"))
        .label("getekend als weefsel")
        .remedy("Schrijf soort = \"weefsel\": dan kiest u deze tekening zelf. Of kies met rond een overleg of organisatie; dan blijft de kaart klein.")
}

/// `INFO003`: a key that another kind of infographic uses.
pub fn unused_key(place: Span, key: &str, kind: &str, possible: &[&str]) -> Diagnostic {
    Diagnostic::error("INFO003", place, format!("De infographic “{kind}” gebruikt “{key}” niet"))
        .label("wordt niet gebruikt")
        .remedy(format!("Haal deze regel weg. Mogelijk bij {kind}: {}.", possible.join(", ")))
}

/// `INFO005`: a calculator that lacks what it needs in the data.
pub fn calculator_incomplete(place: Span) -> Diagnostic {
    Diagnostic::error("INFO005", place, "Met deze gegevens kan de rekenhulp niet rekenen")
        .label("deze rekenhulp")
        .remedy(
            "Kies bij vast een bijdrage in geld en bij inzet een bijdrage van mensen, beide met fte. Vul uren_per_fte in, en zet bij minstens één organisatie deelname = \"deelnemer\".",
        )
}

/// `INFO004`: an infographic of which only the kind is written.
pub fn only_kind(place: Span, kind: &str) -> Diagnostic {
    Diagnostic::error("INFO004", place, format!("Voor “{kind}” ontbreekt de sleutel: soort"))
        .label("dit is de soort")
        .remedy(format!("Schrijf: soort = \"{kind}\"."))
}

/// `INFO004`: an infographic that misses a key without which there is nothing to draw.
pub fn key_needed(place: Span, kind: &str, keys: &str) -> Diagnostic {
    Diagnostic::error("INFO004", place, format!("De infographic “{kind}” kan zo niet worden getekend"))
        .label("hier ontbreekt iets")
        .remedy(format!("Vul in: {keys}."))
}

/// `BEELD001`: an image that cannot be read.
pub fn unreadable_image(place: Span) -> Diagnostic {
    Diagnostic::error("BEELD001", place, "Deze afbeelding kan niet worden gelezen")
        .remedy("Open het bestand in een fotoprogramma en sla het opnieuw op als JPEG of PNG.")
}

/// What forms there are, and how to come by one of them.
const SAVE_AS_JPEG: &str = "Op een pagina kunnen JPEG, PNG, WebP, SVG en GIF. Open het bestand in een fotoprogramma, zoals Foto's, en sla \
                            het op als JPEG. Op een iPhone kiest u bij Instellingen, Camera, Structuren: Meest compatibel.";

/// `BEELD001`: an image of another form than its name says.
pub fn disguised_image(place: Span, form: &str) -> Diagnostic {
    Diagnostic::error("BEELD001", place, format!("De naam van deze afbeelding klopt niet: het is een {form}-bestand"))
        .remedy(match form {
            "GIF" | "SVG" | "AVIF" => {
                format!("Geef het een naam die eindigt op .{}, en schrijf die ook op de pagina.", form.to_lowercase())
            }
            _ => format!("Alleen de naam veranderen helpt niet. {SAVE_AS_JPEG}"),
        })
}

/// `BEELD003`: an image in a form that browsers do not show.
pub fn foreign_form(place: Span, written: &str, form: &str) -> Diagnostic {
    Diagnostic::error(
        "BEELD003",
        place,
        format!("“{written}” is een {form}-bestand, en dat kan een browser niet tonen"),
    )
    .label("dit bestand")
    .remedy(format!("{SAVE_AS_JPEG} Verander daarna de naam hier."))
}

/// `LINK001`: the site's own address with a page that is not there.
pub fn own_address(place: Span, written: &str, near: Option<&str>) -> Diagnostic {
    let right = near.map_or("[tekst](/pad/)".to_owned(), |near| format!("[tekst](/{near}/)"));
    Diagnostic::warning(
        "LINK001",
        place,
        format!("“{}” is een adres van deze site, en die pagina is er niet", super::cut(written, 60)),
    )
    .label("dode link")
    .remedy(format!("Een pagina van deze site schrijft u zonder het begin van het adres: {right}."))
}

/// `BEELD003`: a file that is no picture.
pub fn no_picture(place: Span, alt: &str, written: &str, form: &str) -> Diagnostic {
    let words = if alt.is_empty() { "Wat erin staat" } else { alt };
    let shown = if written.contains(' ') { format!("<{written}>") } else { written.to_owned() };
    Diagnostic::error("BEELD003", place, format!("“{written}” is {form}, en kan op een pagina geen afbeelding zijn"))
        .label("dit bestand")
        .remedy(format!(
            "Maak er een link van, zonder uitroepteken. Schrijf: [{words}]({shown}). Wilt u een afbeelding? Sla haar dan op als PNG, en schrijf hier die naam."
        ))
}

/// `BEELD001`: an image of which the end is missing.
pub fn cut_off_image(place: Span) -> Diagnostic {
    Diagnostic::error("BEELD001", place, "Van deze afbeelding ontbreekt het einde")
        .remedy("Het bestand is niet helemaal gekopieerd of gedownload. Haal het opnieuw op waar het vandaan komt.")
}

/// `BEELD002`: an image of more pixels than any page can use.
pub fn image_too_large(place: Span) -> Diagnostic {
    Diagnostic::error("BEELD002", place, "Deze afbeelding is veel te groot")
        .remedy("Maak het bestand in een fotoprogramma kleiner: hooguit 20.000 beeldpunten breed en hoog.")
}
