//! Problems with TOML: the data, the front matter and `portal.toml`.

use crate::diag::{Diagnostic, Span, nearest};
use crate::dutch::either;

/// The code of a syntax error.
pub const SYNTAX: &str = "DATA001";

/// The code of a file in another encoding than UTF-8.
pub const ENCODING: &str = "DATA017";

/// `DATA001`: not valid TOML.
pub fn syntax(place: Span, says: &str, remedy: &str) -> Diagnostic {
    Diagnostic::error(SYNTAX, place, format!("Dit kan niet worden gelezen: {says}")).label("hier").remedy(remedy)
}

/// `DATA001`: a line of which it is plain how it should be.
pub fn line_slip(place: Span, says: &str, right: String) -> Diagnostic {
    syntax(place, says, &format!("Schrijf: {right}")).mend(place, right)
}

/// `DATA001`: a list with a line for each of its values.
pub fn dashed_list(place: Span, right: String) -> Diagnostic {
    let says = "een lijst staat hier tussen blokhaken, op één regel";
    syntax(place, says, &format!("Schrijf: {right}")).mend(place, right)
}

/// `DATA001`: an item of a list without a comma, with the next one on the line below.
pub fn missing_comma(place: Span, item: &str) -> Diagnostic {
    let shown = super::cut(item, 60);
    syntax(
        place,
        "achter dit onderdeel van de lijst ontbreekt een komma",
        &format!("Zet er een komma achter: {shown},"),
    )
    .mend(place, format!("{item},"))
}

/// `DATA001`: a text that goes on on the next line.
pub fn over_lines(place: Span, whole: String) -> Diagnostic {
    syntax(place, "een tekst tussen aanhalingstekens staat op één regel", &format!("Schrijf: {whole}"))
        .mend(place, whole)
}

/// `DATA001`: quotes within a text, which end it.
pub fn text_goes_on(place: Span) -> Diagnostic {
    let remedy = "Schrijf ín een tekst ‘ en ’, of zet er een schuine streep naar links voor: \\\". Zijn het twee teksten? Zet er dan een komma tussen, of zet iedere sleutel op een eigen regel.";
    syntax(place, "de tekst eindigt al bij dit aanhalingsteken", remedy)
}

/// `DATA001`: a semicolon between the items of a list.
pub fn semicolon(place: Span) -> Diagnostic {
    syntax(place, "tussen de onderdelen hoort een komma, geen puntkomma", "Maak van de puntkomma een komma.")
        .mend(place, ",")
}

/// `DATA002`: a key that the record does not know.
pub fn unknown_key(place: Span, name: &str, near: Option<&str>, there: bool, all: &[&str]) -> Diagnostic {
    let remedy = match near {
        Some(near) if there => format!(
            "Bedoelde u “{near}”? Die staat er al. Zet daar alles achter, en haal deze regel weg. U kunt hier gebruiken: {}.",
            all.join(", ")
        ),
        Some(near) => format!("Bedoelde u “{near}”? U kunt hier gebruiken: {}.", all.join(", ")),
        None => format!("U kunt hier gebruiken: {}.", all.join(", ")),
    };
    let problem = Diagnostic::error("DATA002", place, format!("De sleutel “{name}” bestaat hier niet"))
        .label("onbekende sleutel")
        .remedy(remedy);
    match near.filter(|near| !there && near.eq_ignore_ascii_case(name)) {
        Some(near) => problem.mend(place, near),
        None => problem,
    }
}

/// `DATA002`: a key of a record that stands under a part of it.
pub fn belongs_above(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error(
        "DATA002",
        place,
        format!("De sleutel “{name}” hoort bij het gegeven zelf, niet bij dit deel ervan"),
    )
    .label("op de verkeerde plek")
    .remedy(
        "Zet deze regel hoger: boven de regel met haken waar zij nu onder staat, bij de gewone regels van het gegeven.",
    )
}

/// `DATA002`: keys under a block that belong to the plain lines.
pub fn under_block(place: Span, name: &str, block: &str, at: Span, more: usize) -> Diagnostic {
    let (what, stands) = match more {
        0 => (format!("De sleutel “{name}” hoort"), "staat"),
        1 => (format!("De sleutel “{name}” en nog een sleutel horen"), "staan"),
        n => (format!("De sleutel “{name}” en nog {n} sleutels horen"), "staan"),
    };
    let remedy = if more > 2 {
        format!(
            "Verplaats het blok {block} met zijn eigen regels naar onderen. Sleutels onder een blok horen bij dat blok."
        )
    } else {
        "Zet deze regel boven het eerste blok: boven de eerste regel die met [ begint.".to_owned()
    };
    Diagnostic::error("DATA002", place, format!("{what} bij de gewone regels, maar {stands} onder {block}"))
        .label("op de verkeerde plek")
        .related(at, "dit blok begint hier")
        .remedy(remedy)
}

/// `REGEL052`: what a new record leaves to its editor.
pub fn placeholder_left(place: Span, key: &str, wanted: &str) -> Diagnostic {
    Diagnostic::error("REGEL052", place, format!("Bij {key} staan nog de puntjes van een nieuw gegeven"))
        .label("nog in te vullen")
        .remedy(format!("Zet hier {wanted}. Weet u het nog niet? Zet dan een # voor de regel als de sleutel gemist kan worden, of voor alle regels van dit gegeven."))
}

/// `REGEL052`: a record that its editor has not finished.
pub fn unfinished(place: Span, kind: &str, id: Option<&str>, keys: &[&str]) -> Diagnostic {
    let what = id.map(|id| format!(" “{id}”")).unwrap_or_default();
    let open = if let [key] = keys { format!("bij {key}") } else { format!("bij: {}", keys.join(", ")) };
    Diagnostic::warning("REGEL052", place, format!("[[{kind}]]{what} is nog niet af, en staat dus nog niet op de site"))
        .label("hier staan nog puntjes")
        .remedy(format!("Vul in wat er moet staan {open}. Zet een # voor een regel die u niet gebruikt."))
}

/// `REGEL052`: a reference to a record that is not finished.
pub fn refers_to_unfinished(place: Span, id: &str, at: Span) -> Diagnostic {
    Diagnostic::error("REGEL052", place, format!("“{id}” is nog niet af, en staat dus nog niet op de site"))
        .label("een gegeven dat nog niet af is")
        .related(at, "hier staan nog puntjes")
        .remedy("Vul dat gegeven eerst in, of haal deze verwijzing zolang weg.")
}

/// The code of a key that is absent.
pub const MISSING: &str = "DATA003";

/// `DATA003`: a required key is absent.
pub fn missing_key(place: Span, name: &str, wanted: &str) -> Diagnostic {
    Diagnostic::error(MISSING, place, format!("De verplichte sleutel “{name}” ontbreekt"))
        .label("in dit blok")
        .remedy(format!("Voeg toe: {name} = …, met {wanted}."))
}

/// `DATA004`: a required text of nothing.
pub fn empty_value(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error(WRONG_TYPE, place, format!("Bij “{name}” staat niets, en dit gegeven kan niet zonder"))
        .label("nog leeg")
        .remedy(format!("Vul tussen de aanhalingstekens in wat er moet staan: {name} = \"…\""))
}

/// The code of a value of the wrong type.
pub const WRONG_TYPE: &str = "DATA004";

/// `DATA004`: a value of the wrong type.
pub fn wrong_type(place: Span, wanted: &str, found: &str) -> Diagnostic {
    Diagnostic::error("DATA004", place, format!("Hier staat {found}, en dat kan hier niet"))
        .label(format!("dit is {found}"))
        .remedy(format!("Zet hier {wanted}."))
}

/// `DATA004`: words that say that there is no value.
pub fn no_value(place: Span, wanted: &str, required: bool) -> Diagnostic {
    Diagnostic::error("DATA004", place, format!("Hier hoort {wanted}, en dit is het niet"))
        .label("geen waarde")
        .remedy(format!("Is de waarde er niet, of nog niet bekend? {}", without(required)))
}

/// What to do with a key of which the value is not known.
fn without(required: bool) -> &'static str {
    if required {
        "Schrijf dan: \"…\". Dit gegeven komt pas op de site als u de waarde invult."
    } else {
        "Haal dan de hele regel weg."
    }
}

/// `DATA004`: what a spreadsheet shows where it has no value.
pub fn from_spreadsheet(place: Span, says: &str, wanted: &str, required: bool) -> Diagnostic {
    Diagnostic::error("DATA004", place, format!("Hier hoort {wanted}, en {says}"))
        .label("uit een rekenblad")
        .remedy(format!("Zet hier de waarde zelf. Is die er niet, of nog niet bekend? {}", without(required)))
}

/// `DATA004`: two numbers where one can stand.
pub fn two_numbers(place: Span, first: &str, second: &str) -> Diagnostic {
    Diagnostic::error("DATA004", place, "Hier staan twee getallen, en er kan er één staan")
        .label("twee getallen")
        .remedy(format!(
            "Schrijf één getal: {first} of {second}. Wilt u beide noemen? Doe dat in een tekst, zoals bij toelichting."
        ))
}

/// `DATA004`: a value of the wrong type of which is known how it should be.
pub fn mistyped(place: Span, wanted: &str, found: &str, right: &str) -> Diagnostic {
    Diagnostic::error("DATA004", place, format!("Hier staat {found}, en dat kan hier niet"))
        .label(format!("dit is {found}"))
        .remedy(format!("Schrijf: {right}. Hier hoort {wanted}."))
}

/// `DATA051`: `[[id]]` in a name or in plain words, where it becomes no link.
pub fn mention_in_plain(place: Span, mention: &str, key: &str) -> Diagnostic {
    Diagnostic::error("DATA051", place, format!("Bij {key} blijft {mention} letterlijk zo staan"))
        .label("wordt hier geen link")
        .remedy("Schrijf hier de naam in gewone woorden. Een verwijzing kan in een lopende tekst: op een pagina, of bij sleutels als omschrijving en toelichting.")
}

/// `DATA051`: `**vet**` or `<b>` in a name or in plain words; `right` is the text without it.
pub fn markup_in_plain(place: Span, found: &str, key: &str, right: &str) -> Diagnostic {
    Diagnostic::warning("DATA051", place, format!("Bij {key} blijft {found} letterlijk zo staan"))
        .label("wordt hier niet opgemaakt")
        .remedy(format!("Schrijf gewone woorden, zonder opmaak: \"{right}\"."))
}

/// `DATA051`: `{{ key }}` in a name or in plain words, where nothing is put for it.
pub fn figure_in_plain(place: Span, figure: &str, key: &str) -> Diagnostic {
    Diagnostic::error("DATA051", place, format!("Bij {key} blijft {figure} letterlijk zo staan"))
        .label("wordt hier geen getal of zin")
        .remedy(
            "Schrijf hier wat er moet staan, of laat het weg. Een cijfer of de stand van een keuze noemt u in een lopende tekst: op een \
             pagina, of bij sleutels als omschrijving, antwoord en toelichting.",
        )
}

/// The code of a number that was probably meant otherwise.
pub const MISREAD_NUMBER: &str = "DATA050";

/// `DATA050`: a number in which the point was probably meant for the thousands.
pub fn maybe_thousands(place: Span, found: &str, meant: &str) -> Diagnostic {
    let comma = found.trim_end_matches('0').trim_end_matches('.').replace('.', ",");
    Diagnostic::warning(MISREAD_NUMBER, place, format!("Hier staat {comma}. Bedoelt u {meant}?"))
        .label("een punt is hier een komma")
        .remedy(format!(
            "Schrijf dan: {meant}, zonder punt; de site zet die er zelf bij. Klopt {comma} wel? Schrijf dan een nul meer of minder \
             achter de punt: {found}0."
        ))
}

/// `DATA005`: a word that is not one of the possible ones.
pub fn unknown_word(place: Span, word: &str, meant: Option<&str>, all: &[&str]) -> Diagnostic {
    let hint =
        meant.or_else(|| nearest(word, all.iter().copied())).map(|n| format!("Bedoelde u “{n}”? ")).unwrap_or_default();
    Diagnostic::error("DATA005", place, format!("Het woord “{word}” kan hier niet"))
        .label("onbekend woord")
        .remedy(format!("{hint}U kunt kiezen uit: {}.", all.join(", ")))
}

/// `DATA006`: a kind of record that does not exist.
pub fn unknown_kind(place: Span, name: &str, near: Option<&str>, all: &[&str]) -> Diagnostic {
    let hint = near.map(|n| format!("Bedoelde u “[[{n}]]”? ")).unwrap_or_default();
    Diagnostic::error("DATA006", place, format!("De soort “{name}” bestaat niet"))
        .label("onbekende soort")
        .remedy(format!("{hint}Er zijn: {}.", all.join(", ")))
}

/// `DATA007`: a kind written as `[gremium]` in place of `[[gremium]]`.
pub fn single_brackets(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("DATA007", place, format!("“{name}” hoort tussen dubbele blokhaken te staan"))
        .label("enkele blokhaken")
        .remedy(format!("Schrijf [[{name}]] boven het blok, ook als er maar één is."))
}

/// `DATA007`: `[[gremium.lid]]` with no `[[gremium]]` above it.
pub fn part_alone(place: Span, kind: &str, part: &str) -> Diagnostic {
    Diagnostic::error("DATA007", place, format!("[[{kind}.{part}]] is een deel van een gegeven, en staat hier los"))
        .label("hierboven ontbreekt het gegeven")
        .remedy(format!("Zet dit blok onder het [[{kind}]] waar het bij hoort."))
}

/// `DATA001`: a key that stands in its block twice.
pub fn key_twice(place: Span, first: Span) -> Diagnostic {
    syntax(
        place,
        "deze sleutel staat er twee keer",
        "Haal een van de twee weg; iedere sleutel mag in een blok maar één keer voorkomen.",
    )
    .related(first, "hier staat hij ook")
}

/// `DATA008`: an id that is used twice.
pub fn duplicate_id(place: Span, id: &str, first: Span) -> Diagnostic {
    Diagnostic::error(DOUBLE_ID, place, format!("De id “{id}” bestaat al"))
        .label("dezelfde id")
        .related(first, "hier staat hij voor het eerst")
        .remedy("Is het twee keer hetzelfde? Haal dan een van de twee blokken weg. Zijn het er twee? Geef dan een ervan een andere id: een id mag op de hele site maar één keer voorkomen.")
}

/// The code of an id that is used twice.
pub const DOUBLE_ID: &str = "DATA008";

/// `DATA008`: a file of which every id is used in another.
pub fn copied_file(place: Span, ids: usize, first: Span) -> Diagnostic {
    Diagnostic::error(DOUBLE_ID, place, format!("Alle {ids} gegevens in dit bestand staan ook in een ander bestand"))
        .related(first, "hier staat de eerste ervan")
        .remedy("Is een van de twee bestanden een kopie? Haal die weg, of bewaar haar buiten de map data.")
}

/// The code of a data file without anything in it.
pub const EMPTY_FILE: &str = "DATA047";
const EMPTY_REMEDY: &str = "Is de inhoud weg? Haal die terug, bijvoorbeeld uit een kopie. Had u het bestand net gemaakt? Zet er gegevens in, of haal het weg.";

/// `DATA047`: a data file without anything in it, from which nothing is missed.
pub fn empty_file(place: Span) -> Diagnostic {
    Diagnostic::warning(EMPTY_FILE, place, "Dit bestand is leeg").remedy(EMPTY_REMEDY)
}

/// `DATA047`: a data file without anything in it, while something is referred to that is nowhere else.
pub fn emptied_file(place: Span) -> Diagnostic {
    Diagnostic::error(EMPTY_FILE, place, "Dit bestand is leeg, en er zijn verwijzingen naar wat er niet meer is")
        .remedy(EMPTY_REMEDY)
}

/// `DATA045`: a kind that is referred to without a single record of it.
pub fn absent_kind(first: Span, kind: &str, plural: &str, number: usize) -> Diagnostic {
    let message = format!("Er is geen enkel gegeven van de soort {kind}, maar {number} plaatsen verwijzen ernaar");
    Diagnostic::error("DATA045", first, message).label("de eerste plaats").remedy(format!(
        "Ontbreekt er een bestand in de map data, zoals {plural}.toml? Zet het terug. Moet u deze gegevens nog maken? Begin met: verbeeld new {kind}",
    ))
}

/// `DATA046`: a site without any data, of which the texts speak of data.
pub fn no_data(place: Span, number: usize) -> Diagnostic {
    let message = format!("Er zijn geen gegevens, maar {number} plaatsen in de site gebruiken ze");
    Diagnostic::error("DATA046", place, message).remedy(
        "Staat de map data naast portal.toml, en staan er bestanden met de naam .toml in? Is de map weg of verplaatst? Zet haar terug.",
    )
}

/// The code of an id that cannot be one.
pub const BAD_ID: &str = "DATA009";

/// `DATA009`: an id with characters that do not fit in a web address.
pub fn bad_id(place: Span, id: &str, meant: &str, dotted: bool) -> Diagnostic {
    let example = if meant.is_empty() { "groot-overleg" } else { meant };
    Diagnostic::error(BAD_ID, place, format!("“{id}” kan geen id zijn")).label("deze id").remedy(format!(
        "Gebruik kleine letters, cijfers en {}, bijvoorbeeld: {example}. De id komt in het webadres.",
        if dotted { "koppeltekens of punten" } else { "het koppelteken" }
    ))
}

/// The code of a reference to an id that is not there.
pub const UNKNOWN_ID: &str = "DATA010";

/// `DATA010`: a reference to an id that does not exist.
pub fn unknown_id(place: Span, id: &str, near: Option<&str>, kinds: &[&str]) -> Diagnostic {
    let hidden =
        if id.contains(crate::dutch::is_hidden) { "Er staat een spatie of teken in dat u niet ziet. " } else { "" };
    let hint = near.map(|n| format!("{hidden}Bedoelde u “{n}”? ")).unwrap_or_default();
    let (what, whose) = match kinds {
        [] => ("onderdeel".to_owned(), " van een gegeven".to_owned()),
        kinds => (either(kinds), format!(" van een {}", either(kinds))),
    };
    Diagnostic::error(UNKNOWN_ID, place, format!("Er is geen {what} met de id “{id}”"))
        .label("onbekende id")
        .remedy(format!("{hint}Hier hoort de id{whose} uit de map data te staan.{}", make_new(id, kinds)))
}

/// `DATA043`: a reference to an id that its record had before.
pub fn former_id(place: Span, id: &str, now: &str) -> Diagnostic {
    Diagnostic::error("DATA043", place, format!("“{id}” heet nu “{now}”"))
        .label("de oude id")
        .remedy(format!("Schrijf hier “{now}”."))
        .mend_word(place, id, now)
}

/// `DATA044`: many places name an id that no record has. `now` is the record that likely has another id since.
/// `listed` tells all places, by file and line.
pub fn id_gone(
    place: Span,
    id: &str,
    count: usize,
    now: Option<(&str, Span)>,
    more: &[Span],
    listed: &str,
) -> Diagnostic {
    let remedy = match now {
        Some((now, _)) => format!(
            "Heet het gegeven nu “{now}”? Typ dan: verbeeld hernoem {id} {now}. Alle plekken veranderen mee en het oude \
             webadres blijft werken. Is het gegeven weg? Zet het terug, of haal de verwijzingen weg."
        ),
        None => "Is de id van een gegeven veranderd? Zet de oude terug en typ: verbeeld hernoem oud nieuw. Is het gegeven weg? \
                 Zet het terug, of haal de verwijzingen weg."
            .to_owned(),
    };
    let listed = if listed.is_empty() { String::new() } else { format!(" Alle plekken, met hun regels: {listed}.") };
    let told = Diagnostic::error("DATA044", place, format!("{count} plekken noemen “{id}”, maar niets heet zo"))
        .label("een van die plekken")
        .remedy(remedy + &listed);
    let told = more.iter().fold(told, |told, place| told.related(*place, "ook hier"));
    now.into_iter().fold(told, |told, (_, place)| told.related(place, "heet dit gegeven nu zo?"))
}

/// `DATA010`: several ids between one pair of quotes.
pub fn several_ids(place: Span, ids: &[&str]) -> Diagnostic {
    let each: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    let says = format!("Hier staan {} id's tussen één paar aanhalingstekens", ids.len());
    Diagnostic::error("DATA010", place, says).label("meer dan één id").remedy(format!(
        "Zet elke id tussen eigen aanhalingstekens: [{}]. Kan hier maar één id staan? Maak dan voor elke id een eigen blok.",
        each.join(", ")
    ))
}

/// `DATA010`: a name in place of an id.
pub fn name_for_id(place: Span, name: &str, id: &str) -> Diagnostic {
    Diagnostic::error("DATA010", place, format!("“{name}” is een naam, en hier hoort een id"))
        .label("een naam")
        .remedy(format!("Schrijf: \"{id}\". De id van een gegeven staat in zijn blok in de map data, achter id =."))
        .mend_word(place, name, id)
}

/// How to make what does not exist yet; nothing where it is not clear what that would be.
fn make_new(id: &str, kinds: &[&str]) -> String {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'_');
    match kinds {
        [kind] if *kind != "relatie" && !id.is_empty() && id.bytes().all(plain) => {
            format!(" Is “{id}” nieuw? Maak er een blok voor met: verbeeld new {kind} {id}")
        }
        _ => String::new(),
    }
}

/// `DATA011`: a reference to a record of another kind.
pub fn wrong_kind(place: Span, id: &str, found: &str, kinds: &[&str]) -> Diagnostic {
    Diagnostic::error("DATA011", place, format!("“{id}” is een {found}, en dat kan hier niet"))
        .label(format!("dit is een {found}"))
        .remedy(format!("Zet hier de id van een {}.", either(kinds)))
}

/// `DATA013`: a required set of which exactly one must be given.
pub fn exactly_one(place: Span, keys: &[&str], found: usize) -> Diagnostic {
    let says = if found == 0 { "geen" } else { "meer dan één" };
    Diagnostic::error("DATA013", place, format!("Van de sleutels {} is er {says} ingevuld", keys.join(", ")))
        .label("in dit blok")
        .remedy("Vul er precies één in.")
}

/// `DATA015`: a theme that is nowhere.
pub fn unknown_theme(place: Span, name: &str, near: Option<&str>, all: &[&str]) -> Diagnostic {
    let hint = near.map(|n| format!("Bedoelde u “{n}”? ")).unwrap_or_default();
    Diagnostic::error("DATA015", place, format!("Het thema “{name}” is niet gevonden")).label("onbekend thema").remedy(
        format!("{hint}Een eigen thema staat in de map themes/{name}. In het programma zitten: {}.", all.join(", ")),
    )
}

/// `DATA016`: a figure key that does not exist.
pub fn unknown_figure(place: Span, key: &str, near: Option<&str>) -> Diagnostic {
    let hint = near.map(|n| format!("Bedoelde u “{n}”? ")).unwrap_or_default();
    Diagnostic::error("DATA016", place, format!("Er is geen cijfer met de naam “{key}”"))
        .label("onbekend cijfer")
        .remedy(format!(
            "{hint}Cijfers staan in de map data, in blokken [[cijfer]]. Aantallen kunnen ook: {{{{ aantal.gremia }}}}."
        ))
}

/// `DATA016`: a number of records of a kind that does not exist.
pub fn unknown_count(place: Span, what: &str, near: Option<&str>, all: &[&str]) -> Diagnostic {
    let hint = near.map(|n| format!("Bedoelde u “aantal.{n}”? ")).unwrap_or_default();
    Diagnostic::error("DATA016", place, format!("“{what}” kan de site niet tellen")).label("onbekend aantal").remedy(
        format!(
            "{hint}Achter “aantal.” staat een soort gegevens, zoals: {}. Een ander getal zet u in de map data, in een blok [[cijfer]].",
            crate::diag::closest(what, all).join(", ")
        ),
    )
}

/// `DATA018`: a word that is given two names.
pub fn word_twice(place: Span, word: &str) -> Diagnostic {
    Diagnostic::error("DATA018", place, format!("Het woord “{word}” heeft al een eigen naam"))
        .label("nog een keer")
        .remedy("Haal een van de twee blokken [[woord]] weg.")
}

/// `DATA022`: text that is no date.
pub fn bad_moment(place: Span, text: &str, says: &str, fix: Option<&str>) -> Diagnostic {
    let hint = fix.map(|fix| format!("Schrijf: {fix}. ")).unwrap_or_default();
    Diagnostic::error("DATA022", place, format!("“{text}” is geen datum die hier kan: {says}"))
        .label("deze datum")
        .remedy(format!("{hint}{DATES}"))
}

/// How dates are written.
pub const DATES: &str = "Een datum schrijft u als 2026-12-31, een kwartaal als \"2026-Q1\", een jaar als \"2026\".";

/// `DATA020`: a kind of record that is given a plural only.
pub fn one_missing(place: Span, plural: &str, one: &str) -> Diagnostic {
    Diagnostic::error("DATA020", place, format!("Bij het eigen woord voor “{plural}” ontbreekt enkelvoud"))
        .label("in dit blok")
        .remedy(format!("Schrijf erbij hoe één ervan heet, zoals: enkelvoud = \"{one}\". Bij naam staat het meervoud."))
}

/// `DATA021`: a singular for what has none.
pub fn one_unused(place: Span, word: &str) -> Diagnostic {
    Diagnostic::error("DATA021", place, format!("Het woord “{word}” heeft geen enkelvoud nodig"))
        .label("wordt niet gebruikt")
        .remedy("Haal deze regel weg. Een enkelvoud is er alleen voor een soort gegevens, zoals sporen of opgaven.")
}

/// `DATA017`: a file that is not UTF-8.
pub fn not_utf8(place: Span) -> Diagnostic {
    Diagnostic::error(ENCODING, place, "Dit bestand is niet opgeslagen als UTF-8, de gewone codering voor tekst")
        .label("vanaf hier is het niet te lezen")
        .remedy("Sla het bestand opnieuw op en kies bij de codering UTF-8. In Kladblok: Opslaan als, Codering: UTF-8.")
}

/// `DATA017`: a file in two bytes a letter.
pub fn wide(place: Span, encoding: &str) -> Diagnostic {
    Diagnostic::error(ENCODING, place, format!("Dit bestand is opgeslagen als {encoding}, en niet als UTF-8"))
        .remedy(format!("Sla het bestand opnieuw op en kies bij de codering UTF-8, niet Unicode of {encoding}. In Kladblok: Opslaan als, Codering: UTF-8."))
}

/// `DATA017`: a file that is no text.
pub fn no_text(place: Span) -> Diagnostic {
    Diagnostic::error(ENCODING, place, "Dit bestand is geen tekstbestand")
        .remedy(
            "Het lijkt een bestand van Word, een pdf of een foto, met een andere naam. Open het in het programma waarin u het \
             maakte, kopieer de tekst en bewaar die in Kladblok, met Codering: UTF-8.",
        )
}

/// `DATA001`: a heading in single brackets among double ones.
pub fn single_heading(place: Span, heading: &str) -> Diagnostic {
    Diagnostic::error(SYNTAX, place, "Dit kan niet worden gelezen: hier horen dubbele blokhaken")
        .label("enkele blokhaken")
        .remedy(format!("Schrijf boven elk blok: [{heading}]."))
}

/// `DATA001`: a space that is no ordinary one, between the parts of a line.
pub fn hidden_in_line(place: Span) -> Diagnostic {
    Diagnostic::error(SYNTAX, place, "Dit kan niet worden gelezen: er staat een spatie of teken dat u niet ziet")
        .label("hier")
        .remedy(
            "Haal het weg, of typ de regel opnieuw. Zulke tekens komen mee bij het plakken uit Word of een website.",
        )
}

/// `DATA001`: a list or block of which the end is missing.
pub fn unclosed(place: Span, bracket: char) -> Diagnostic {
    let (what, close) = if bracket == '{' { ("Het blok", "}") } else { ("De lijst", "]") };
    let that = if bracket == '{' { "dat" } else { "die" };
    Diagnostic::error(SYNTAX, place, format!("Dit kan niet worden gelezen: het haakje {close} ontbreekt"))
        .label(format!("{} begint hier", what.to_lowercase()))
        .remedy(format!("{what} {that} hier begint, houdt niet op. Zet achter het laatste onderdeel: {close}"))
}

/// `DATA006`: a kind in capitals.
pub fn kind_in_capitals(place: Span, found: &str, kind: &str, more: usize) -> Diagnostic {
    let times = match more {
        0 => String::new(),
        1 => " Het staat er zo nog één keer.".to_owned(),
        n => format!(" Het staat er zo nog {n} keer."),
    };
    Diagnostic::error("DATA006", place, format!("De soort “{found}” schrijft u met kleine letters"))
        .label("hoofdletter")
        .remedy(format!("Schrijf: {kind}.{times}"))
}

/// `DATA009`: an id with a character that one does not see.
pub fn hidden_in_id(place: Span, id: &str) -> Diagnostic {
    Diagnostic::error(BAD_ID, place, "In deze id staat een spatie of teken dat u niet ziet").label("deze id").remedy(
        format!(
            "Typ de id opnieuw, of schrijf: \"{id}\". Zulke tekens komen mee bij het plakken uit Word of een website."
        ),
    )
}

/// `DATA019`: a licence that is no web address.
pub fn bad_licence(place: Span, found: &str) -> Diagnostic {
    Diagnostic::error("DATA019", place, format!("“{found}” is geen volledig webadres"))
        .label("licentie")
        .remedy("Schrijf het adres van de licentietekst, met https:// ervoor. Is er nog geen licentie gekozen, haal dan de regel weg.")
}
