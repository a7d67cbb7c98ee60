//! The second collaboration in English (`tests/english/`): with `taal = "en"` no Dutch word reaches a reader, in no kind of file.
use scraper::Html;
use std::path::Path;
use std::sync::OnceLock;
use verbeeld::output::Output;
use verbeeld::pipeline::{Built, Memo, Options, build};
use verbeeld::source::{Project, Sources, read};

/// Dutch words that are no English ones. What a sentence can hardly do without, and what the program speaks of.
const DUTCH: &str = "
    aan aangekondigd aanpak aantal acties actie af alle alles als ambitie ambtelijk ambtelijke andere antwoord bekijk
    bekend begint besluit besluiten besloten bestuurlijk betekenis betekent betrokken bij bijdrage bijdragen binnen
    blijft bron bronnen daar daarna daarom dan dat de deel deelnemer deelnemers deelname delen deze dia die dit doel
    door dragen drie duiding dus een eenheid eerst eerste eigen eigenaar elk elke er ergens feit fase fasen gaat
    gebeurd gebeurt geen gegevens geld genoemd gevallen gewijzigd gremia gremium groei haar heeft hebben hecht hechte
    hechter hem het hier hij hoe hoeveel hoofdmenu horen hoort hulp iedere iemand inhoud inzet kaart kan keuze keuzes
    kies klaar komt kort kunnen laag laat lagen leden leidt lees lezing lijn lijst lopen loopt maakt maar meer meeste
    met mijlpaal mijlpalen moet moeten naam naar nee niemand niet niets niveau niveaus nodig nog nu om onbekend onder
    onderdeel onderdelen onderwerp ons ontbreekt onze ook op opgave opgaven opties organisatie organisaties overleg
    overleggen pagina partijen periode plek redactie regel relatie relaties rollen samen samenwerking schuif sinds
    sluiten soort soorten spoor sporen staan staat stap stappen stelt stuk tabel tegen tegenstrijdig tekening tekst
    termijn terug toelichting toon tot trede tussen tweede uit uitkomst uiterlijk uitvoering uren uur vaak van vanaf
    vandaag vast vaste veel verder vergelijking verschillen vier voegt volg volgende voor voorbereiding voorstel vorige
    vraag vragen waar waard waarde waarom waarvan wanneer wat weet welk welke werkt weten wie wij wordt zegt zelf zetel
    zie ziet zij zijn zo zoek zoeken zonder zou zouden januari februari maart mei juni juli augustus oktober kwartaal
    eerste tweede derde vierde voetnoot voetnoten gedaan opmerking waarschuwing belangrijk geleden afspraken ligging
    functie gemeente";

fn built() -> &'static (Sources, Built) {
    static BUILT: OnceLock<(Sources, Built)> = OnceLock::new();
    BUILT.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/english");
        let sources = read(&Project::find(&folder).unwrap()).unwrap();
        let built = build(&sources, Options::default(), &mut Memo::default());
        (sources, built)
    })
}

fn output() -> &'static Output {
    built().1.output.as_ref().expect("the English site builds")
}

/// What is read or heard of HTML, SVG and XML: texts, and attributes that hold words. Code shows names of the data, as editors type
/// them; they stay Dutch.
fn said(markup: &str) -> String {
    let html = Html::parse_document(markup);
    let mut words = String::new();
    for node in html.tree.nodes() {
        let quiet = |name: &str| matches!(name, "script" | "style" | "code" | "pre" | "noscript");
        let hidden = node.ancestors().filter_map(|a| a.value().as_element()).any(|e| quiet(e.name()));
        if let Some(text) = node.value().as_text().filter(|_| !hidden) {
            words.push_str(text);
            words.push('\n');
        }
        if let Some(element) = node.value().as_element() {
            let meta = element.name() == "meta" && element.attr("name").is_some_and(|n| n.contains("description"));
            let names =
                ["aria-label", "alt", "title", "placeholder", "data-none", "data-many", "data-one", "data-broken"];
            let told = names.into_iter().filter_map(|name| element.attr(name));
            for told in told.chain(element.attr("content").filter(|_| meta)) {
                words.push_str(told);
                words.push('\n');
            }
        }
    }
    words
}

/// The texts of JSON; its keys are names of the data.
fn texts(json: &serde_json::Value, out: &mut String) {
    match json {
        // One word is an id or a fixed word of the data.
        serde_json::Value::String(text) if !text.contains(' ') => {}
        serde_json::Value::String(text) => {
            out.push_str(text);
            out.push('\n');
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts(item, out)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| texts(value, out)),
        _ => {}
    }
}

/// The texts of a script that readers may get to see: those that hold a space or begin with a capital. The others are names.
fn spoken(script: &str) -> String {
    let mut out = String::new();
    // A text stands on one line; an apostrophe or a quote that no other ends belongs to a comment or a pattern.
    for line in script.lines().filter(|line| !line.trim_start().starts_with(['/', '*'])) {
        let mut rest = line.split(" // ").next().unwrap_or_default();
        while let Some((_, after)) = rest.split_once(['"', '\'', '`']) {
            let open = rest.as_bytes()[rest.len() - after.len() - 1] as char;
            let Some((text, after)) = after.split_once(open) else { break };
            rest = after;
            if text.trim().contains(' ') || text.starts_with(char::is_uppercase) {
                out.push_str(text);
                out.push('\n');
            }
        }
    }
    out
}

#[test]
fn what_a_script_says_is_found() {
    let script = "/* “Sluit” */\na(\"Sluit\", 'kaart', `De weg naar ${x}`); // Alles\nb(\"Alle lagen\")";
    assert_eq!(spoken(script), "Sluit\nDe weg naar ${x}\nAlle lagen\n");
}

/// Pages and files about the data as they are typed: they name keys and fixed words, which are the same in every language.
const ABOUT_KEYS: &[&str] = &["data/kolommen/index.html", "data/schema.json"];

/// What readers get to see of a file; `None` for what nobody reads.
fn read_by_people(path: &str, bytes: &[u8]) -> Option<String> {
    if ABOUT_KEYS.contains(&path) {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let end = path.rsplit('.').next()?;
    match end {
        "graphml" => Some(said(text).lines().filter(|line| line.trim().contains(' ')).collect::<Vec<_>>().join("\n")),
        "html" | "svg" | "xml" => Some(said(text)),
        // All words of the search, brought back: looked in for slips, never shown.
        "json" if text.starts_with('"') => None,
        "json" | "jsonld" | "webmanifest" => {
            let mut out = String::new();
            texts(&serde_json::from_str(text).ok()?, &mut out);
            Some(out)
        }
        // The first line holds names of the data, and a cell of one word an id or a fixed word.
        "csv" if path.starts_with("data/") => {
            let cells = text.lines().skip(1).flat_map(|line| line.split([',', ';', '"']));
            Some(cells.filter(|cell| cell.contains(' ')).collect::<Vec<_>>().join("\n"))
        }
        "csv" => Some(text.to_owned()),
        "js" => Some(spoken(text)),
        _ => None,
    }
}

/// The Dutch words in a text; not those in addresses, ids and names of files.
fn dutch(text: &str) -> Vec<&str> {
    let known: std::collections::BTreeSet<&str> = DUTCH.split_whitespace().collect();
    let file = |piece: &str| piece.trim_end_matches(['.', ',', ':']).contains('.');
    let is_name = |piece: &str| {
        file(piece) || piece.contains(['/', '_', '<', '@', '|']) || piece.contains(".toml") || piece.contains('=')
    };
    text.split_whitespace()
        .filter(|piece| !is_name(piece))
        .flat_map(|piece| piece.split(|c: char| !c.is_alphabetic() && c != '-'))
        .filter(|word| known.contains(word.to_lowercase().as_str()))
        .collect()
}

#[test]
fn builds_without_a_warning() {
    let (sources, built) = built();
    let told: Vec<_> = built.problems.iter().map(|p| verbeeld::diag::short::render(p, sources)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(built.pages >= 60 && built.infographics >= 30, "{} pages, {}", built.pages, built.infographics);
}

#[test]
fn no_dutch_word_reaches_a_reader() {
    let mut wrong = Vec::new();
    let (mut files, mut kinds) = (0, std::collections::BTreeSet::new());
    for (path, bytes) in output().iter() {
        let bytes: &[u8] = bytes.as_ref();
        let Some(text) = read_by_people(path, bytes) else { continue };
        files += 1;
        kinds.insert(path.rsplit('.').next().unwrap_or_default());
        // What search shows of the page about the columns.
        for line in text.lines().filter(|line| !line.contains("Columns of lagen.csv")) {
            let found = dutch(line);
            if !found.is_empty() {
                let line: String = line.chars().take(160).collect();
                wrong.push(format!("{path}: {}: {line}", found.join(" ")));
            }
        }
    }
    assert!(
        files > 100 && ["html", "json", "csv", "xml", "js"].iter().all(|kind| kinds.contains(kind)),
        "{files} {kinds:?}"
    );
    assert!(wrong.is_empty(), "{} lines:\n{}", wrong.len(), wrong.join("\n"));
}
