//! The commands and their options, in Dutch.

use clap::{Arg, ArgAction, Command, value_parser};
use std::net::IpAddr;
use std::path::PathBuf;

const TEMPLATE: &str = "{about}\n\nGebruik:\n  {usage}\n\n{all-args}{after-help}";
const ROOT_TEMPLATE: &str =
    "{about}\n\nGebruik:\n  {usage}\n\nOpdrachten:\n{subcommands}\n\nOpties:\n{options}{after-help}";

/// The whole command line.
pub fn command() -> Command {
    Command::new("verbeeld")
        .about("Verbeeld maakt van Markdown en gegevens een website die laat zien hoe een samenwerking werkt.")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .help_template(ROOT_TEMPLATE)
        .override_usage("verbeeld <opdracht> [opties]")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(help())
        .arg(Arg::new("version").short('V').long("version").alias("versie").action(ArgAction::Version).help("Toon het versienummer (ook: --versie)"))
        .after_help(
            "\n\nVoorbeelden:\n  verbeeld init mijn-portaal      maak een nieuwe site\n  verbeeld serve                  bekijk de site terwijl u schrijft\n  verbeeld check                  zoek fouten zonder iets te maken\n  verbeeld build                  maak de site in de map public",
        )
        .subcommand(build())
        .subcommand(serve())
        .subcommand(start())
        .subcommand(deploy())
        .subcommand(check())
        .subcommand(new())
        .subcommand(infographic())
        .subcommand(init())
        .subcommand(schema())
        .subcommand(manual())
        .subcommand(licences())
        .subcommand(difference())
        .subcommand(decision())
        .subcommand(seat())
        .subcommand(level())
        .subcommand(postpone())
        .subcommand(rename())
        .subcommand(remove())
        .subcommand(take_back())
        .subcommand(list())
}

fn sub(
    name: &'static str,
    alias: &'static str,
    about: &'static str,
    usage: &'static str,
    examples: &'static str,
) -> Command {
    Command::new(name)
        .alias(alias)
        .about(format!("{about} (ook: {alias})"))
        .disable_help_flag(true)
        .help_template(TEMPLATE)
        .next_help_heading("Opties")
        .override_usage(usage)
        .after_help(format!("\n\nVoorbeelden:\n{examples}"))
        .arg(help())
}

fn help() -> Arg {
    Arg::new("help").short('h').long("help").alias("hulp").action(ArgAction::Help).help("Toon deze hulp (ook: --hulp)")
}

fn map() -> Arg {
    Arg::new("map")
        .short('m')
        .long("map")
        .value_name("MAP")
        .value_parser(value_parser!(PathBuf))
        .help("De map van uw site [standaard: de map waar u bent]")
}

fn drafts() -> Arg {
    Arg::new("concepten").long("concepten").action(ArgAction::SetTrue).help("Maak ook pagina's die nog concept zijn")
}

fn as_of() -> Arg {
    Arg::new("stand")
        .long("stand")
        .value_name("DATUM")
        .value_parser(value_parser!(jiff::civil::Date))
        .help("De dag die als vandaag geldt, zoals 2027-01-31: wat dan verlopen is, wordt gemeld")
}

fn format() -> Arg {
    Arg::new("formaat")
        .long("formaat")
        .value_name("VORM")
        .value_parser(["uitgebreid", "kort", "json"])
        .hide_possible_values(true)
        .help("Vorm van de meldingen: uitgebreid, kort of json [standaard: uitgebreid]")
}

/// For commands that may take a while.
fn pace() -> [Arg; 2] {
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    [
        flag("stil").help("Toon alleen meldingen: geen voortgang en geen samenvatting"),
        flag("tijden").help("Laat zien hoe lang elke stap duurde"),
    ]
}

fn build() -> Command {
    sub(
        "build",
        "bouw",
        "Maak de website, klaar om te plaatsen",
        "verbeeld build [opties]",
        "  verbeeld build\n  verbeeld build --uit /tmp/proef --concepten",
    )
    .arg(map())
    .arg(
        Arg::new("uit")
            .short('u')
            .long("uit")
            .value_name("MAP")
            .value_parser(value_parser!(PathBuf))
            .help("De map waarin de website komt [standaard: public]"),
    )
    .arg(drafts())
    .arg(as_of())
    .arg(format())
    .args(pace())
}

fn start() -> Command {
    sub(
        "start",
        "startpagina",
        "Open de startpagina: een site openen, beginnen of online zetten, zonder opdrachten",
        "verbeeld start [opties]",
        "  verbeeld start",
    )
    .arg(
        Arg::new("niet-openen")
            .long("niet-openen")
            .action(ArgAction::SetTrue)
            .help("Open geen browser, toon alleen het adres"),
    )
}

fn serve() -> Command {
    sub(
        "serve",
        "bekijk",
        "Bekijk de website terwijl u schrijft; wijzigingen ziet u meteen",
        "verbeeld serve [opties]",
        "  verbeeld serve\n  verbeeld serve --poort 4000 --concepten",
    )
    .arg(map())
    .arg(
        Arg::new("poort")
            .short('p')
            .long("poort")
            .value_name("GETAL")
            .value_parser(value_parser!(u16))
            .help("De poort [standaard: 4321, of de eerste vrije daarna]"),
    )
    .arg(
        Arg::new("adres")
            .long("adres")
            .value_name("IP")
            .value_parser(value_parser!(IpAddr))
            .help("Het adres waarop de site te zien is [standaard: 127.0.0.1, alleen op deze computer]"),
    )
    .arg(Arg::new("open").long("open").short('o').action(ArgAction::SetTrue).help("Open de site meteen in uw browser"))
    .arg(
        Arg::new("peil")
            .long("peil")
            .action(ArgAction::SetTrue)
            .help("Kijk zelf steeds naar de bestanden, voor een schijf die niet meldt dat er iets verandert"),
    )
    .arg(drafts())
    .arg(as_of())
}

fn deploy() -> Command {
    sub(
        "plaats",
        "zet-online",
        "Breng de website naar de plaats waar lezers hem zien",
        "verbeeld plaats [naam] [opties]",
        "  verbeeld plaats\n  verbeeld plaats web --proef",
    )
    .next_help_heading("Argumenten")
    .arg(
        Arg::new("naam").value_name("NAAM").help("De naam van de plaats in portal.toml; niet nodig als er maar één is"),
    )
    .next_help_heading("Opties")
    .arg(Arg::new("proef").long("proef").action(ArgAction::SetTrue).help("Laat zien wat er zou gebeuren, en doe niets"))
    .arg(map())
    .arg(as_of())
    .arg(format())
}

fn check() -> Command {
    sub(
        "check",
        "controleer",
        "Zoek fouten in de site zonder iets te maken",
        "verbeeld check [opties]",
        "  verbeeld check\n  verbeeld check --formaat kort\n  verbeeld check --leesniveau\n  verbeeld check --verbeter\n  verbeeld check --uitleg REGEL012",
    )
    .arg(map())
    .arg(drafts())
    .arg(as_of())
    .arg(format())
    .args(pace())
    .arg(
        Arg::new("leesniveau")
            .long("leesniveau")
            .action(ArgAction::SetTrue)
            .help("Laat per pagina zien hoe moeilijk de tekst is, en welke zinnen het moeilijkst zijn"),
    )
    .arg(
        Arg::new("extern")
            .long("extern")
            .action(ArgAction::SetTrue)
            .help("Vraag ook van elke link naar een andere website of de pagina er nog is"),
    )
    .arg(
        Arg::new("verbeter")
            .long("verbeter")
            .action(ArgAction::SetTrue)
            .help("Laat zien wat Verbeeld veilig zelf kan verbeteren, en doe het als u ja zegt"),
    )
    .arg(
        Arg::new("ja")
            .long("ja")
            .requires("verbeter")
            .action(ArgAction::SetTrue)
            .help("Verbeter zonder het te vragen"),
    )
    .arg(
        Arg::new("livegang")
            .long("livegang")
            .action(ArgAction::SetTrue)
            .help("Zeg wat een openbare site nog mist, en waar u het zet"),
    )
    .arg(Arg::new("uitleg").long("uitleg").value_name("CODE").help("Leg uit wat de code van een melding betekent"))
}

fn new() -> Command {
    sub(
        "new",
        "nieuw",
        "Maak een nieuwe pagina of een nieuw gegeven",
        "verbeeld new <soort> <naam> [opties]",
        "  verbeeld new pagina over/werkwijze\n  verbeeld new gremium klankbordgroep",
    )
    .next_help_heading("Argumenten")
    .arg(
        Arg::new("soort")
            .required(true)
            .value_name("SOORT")
            .help("pagina, of een soort gegeven zoals gremium, relatie of begrip"),
    )
    .arg(
        // A name of several words needs no quotes.
        Arg::new("naam")
            .required(true)
            .num_args(1..)
            .value_name("NAAM")
            .help("Het pad van de pagina, of de id of naam van het gegeven"),
    )
    .next_help_heading("Opties")
    .arg(map())
}

fn infographic() -> Command {
    sub(
        "infographic",
        "beeld",
        "Maak een infographic van de site als los bestand, of meer in één presentatie",
        "verbeeld infographic <naam>… --uit <bestand> [opties]",
        "  verbeeld infographic relatiekaart --uit kaart.svg\n  verbeeld infographic planning --uit planning.png --dia\n  verbeeld infographic ladder --uit ladder.csv\n  verbeeld infographic organogram --uit organogram.pptx\n  verbeeld infographic big8 ladder planning --uit overleg.pptx",
    )
    .next_help_heading("Argumenten")
    .arg(
        Arg::new("naam")
            .num_args(1..)
            .value_name("NAAM")
            .help("De naam, zoals relatiekaart of cijfers/kerncijfers; zonder naam ziet u welke er zijn. Meer namen worden één presentatie"),
    )
    .next_help_heading("Opties")
    .arg(
        Arg::new("uit")
            .short('u')
            .long("uit")
            .value_name("BESTAND")
            .value_parser(value_parser!(PathBuf))
            .help("Het bestand; de naam eindigt op .svg, .png, .csv of .pptx"),
    )
    .arg(Arg::new("dia").long("dia").action(ArgAction::SetTrue).help("Maak een dia: 16:9, met ruimte voor een logo"))
    .arg(
        Arg::new("breedte")
            .long("breedte")
            .value_name("PIXELS")
            .value_parser(value_parser!(u32).range(200..=8000))
            .help("De breedte van een PNG, van 200 tot 8000 [standaard: 1920]"),
    )
    .arg(map())
    .arg(drafts())
}

fn difference() -> Command {
    sub(
        "verschil",
        "wijzigingen",
        "Laat zien wat er op de gepubliceerde site gaat veranderen, en wat er verloren zou gaan",
        "verbeeld verschil [opties]",
        "  verbeeld verschil\n  verbeeld verschil --alles\n  verbeeld verschil --als html --bestand verschil.html",
    )
    .arg(map())
    .arg(
        Arg::new("uit")
            .short('u')
            .long("uit")
            .value_name("MAP")
            .value_parser(value_parser!(PathBuf))
            .help("De map met de site zoals zij nu geplaatst is [standaard: public]"),
    )
    .arg(
        Arg::new("alles")
            .long("alles")
            .action(ArgAction::SetTrue)
            .help("Noem elke pagina, met de zinnen die weg zijn en die erbij komen, en elke waarde"),
    )
    .arg(
        Arg::new("als")
            .long("als")
            .value_name("VORM")
            .value_parser(["tekst", "json", "html"])
            .hide_possible_values(true)
            .help("De vorm: tekst, json of html [standaard: tekst]"),
    )
    .arg(
        Arg::new("bestand")
            .long("bestand")
            .value_name("BESTAND")
            .value_parser(value_parser!(PathBuf))
            .help("Zet het in dit bestand in plaats van in het venster"),
    )
    .arg(as_of())
}

fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

/// When something was decided, by whom, and where that is written.
fn act(command: Command) -> Command {
    command
        .arg(option("datum", "DATUM", "Wanneer het is besloten, zoals 2027-01-31"))
        .arg(option("door", "ID", "Wie het besloot: een overleg of organisatie; leeg (\"\") als dat niet bekend is"))
        .arg(option("bron", "BRON", "Waar het staat: de id van een bron, of de naam of het webadres van een nieuwe"))
        .arg(map())
}

fn decision() -> Command {
    let command = sub(
        "besluit",
        "besloten",
        "Leg een besluit over een keuze vast, overal waar het hoort",
        "verbeeld besluit <keuze> [opties]",
        "  verbeeld besluit keuze-voorzitter\n  verbeeld besluit keuze-voorzitter --uitkomst gemeente-a --datum 2027-01-31 --door stuurgroep --bron notulen",
    )
    .next_help_heading("Argumenten")
    .arg(Arg::new("keuze").required(true).value_name("KEUZE").help("De id van de keuze"))
    .next_help_heading("Opties")
    .arg(option("uitkomst", "TEKST", "Wat het is geworden: een optie, een zin, of de id of naam van wie het wordt"))
    .arg(
        Arg::new("vrij")
            .long("vrij")
            .action(ArgAction::SetTrue)
            .help("De uitkomst is geen van de opties, al lijkt zij erop: schrijf haar zoals zij er staat"),
    );
    act(command)
}

fn seat() -> Command {
    let command = sub(
        "zetel",
        "bezet",
        "Leg vast wie er in een overleg komt",
        "verbeeld zetel <overleg> <wie> [opties]",
        "  verbeeld zetel stuurgroep gemeente-a --functie voorzitter\n  verbeeld zetel stuurgroep gemeente-a --vult 2 --datum 2027-01-31 --door stuurgroep --bron notulen",
    )
    .next_help_heading("Argumenten")
    .arg(Arg::new("overleg").required(true).value_name("OVERLEG").help("De id van het overleg"))
    .arg(Arg::new("wie").required(true).value_name("WIE").help("De id van een organisatie, overleg of functie"))
    .next_help_heading("Opties")
    .arg(option("functie", "TEKST", "In welke functie, zoals voorzitter of lid"))
    .arg(option("vult", "ZETEL", "De zetel die hiermee bezet is: het nummer, de functie of woorden die erin staan [standaard: een zetel erbij]"));
    act(command)
}

fn level() -> Command {
    let command = sub(
        "niveau",
        "hechter",
        "Leg vast dat een band een ander niveau krijgt; wat er was, blijft de geschiedenis",
        "verbeeld niveau <band> [niveau] [opties]",
        "  verbeeld niveau stuurgroep--werkgroep hecht --datum 2027-01-31 --door stuurgroep --bron notulen",
    )
    .next_help_heading("Argumenten")
    .arg(Arg::new("band").required(true).value_name("BAND").help("De id van de band"))
    .arg(Arg::new("niveau").value_name("NIVEAU").help("De id van het niveau"))
    .next_help_heading("Opties")
    .arg(option("vanaf", "DATUM", "Wanneer het ingaat [standaard: de dag van het besluit]"));
    // Closeness is decided by bodies.
    act(command).mut_arg("door", |door| {
        door.help("Welk overleg het besloot; leeg (\"\") kan alleen als de band niet hechter wordt")
    })
}

fn postpone() -> Command {
    let command = sub(
        "verplaats",
        "verzet",
        "Leg vast dat een geplande datum verschuift; de oude datum blijft te zien",
        "verbeeld verplaats <id> [opties]",
        "  verbeeld verplaats opgave-3 --naar 2027-Q2 --datum 2027-01-31 --door stuurgroep --bron notulen",
    )
    .next_help_heading("Argumenten")
    .arg(Arg::new("id").required(true).value_name("ID").help("De id van het gegeven"))
    .next_help_heading("Opties")
    .arg(option("naar", "DATUM", "De nieuwe datum: een dag, kwartaal of jaar"))
    .arg(option("sleutel", "SLEUTEL", "Welke datum, als er meer zijn: zoals van of tot [standaard: de einddatum]"));
    act(command)
}

fn rename() -> Command {
    sub(
        "hernoem",
        "andere-id",
        "Geef een gegeven een andere id, overal; het oude webadres blijft werken",
        "verbeeld hernoem <oud> <nieuw> [opties]",
        "  verbeeld hernoem werkgroep regiegroep",
    )
    .next_help_heading("Argumenten")
    .arg(Arg::new("oud").required(true).value_name("OUD").help("De id die het gegeven nu heeft"))
    .arg(Arg::new("nieuw").required(true).value_name("NIEUW").help("De id die het krijgt"))
    .next_help_heading("Opties")
    .arg(map())
}

fn remove() -> Command {
    sub(
        "verwijder",
        "haal-weg",
        "Haal een gegeven weg, of laat zien wie er nog naar verwijst",
        "verbeeld verwijder <id> [opties]",
        "  verbeeld verwijder klankbordgroep",
    )
    .next_help_heading("Argumenten")
    .arg(Arg::new("id").required(true).value_name("ID").help("De id van het gegeven"))
    .next_help_heading("Opties")
    .arg(map())
}

fn list() -> Command {
    sub(
        "lijst",
        "ids",
        "Noem de id's van uw gegevens, met hun naam",
        "verbeeld lijst [soort] [woord]",
        "  verbeeld lijst\n  verbeeld lijst keuze\n  verbeeld lijst relatie werkgroep\n  verbeeld lijst voorzitter",
    )
    .next_help_heading("Argumenten")
    .arg(
        Arg::new("soort")
            .value_name("SOORT")
            .help("Een soort, zoals keuze, gremium of relatie; zonder ziet u welke er zijn"),
    )
    .arg(Arg::new("woord").value_name("WOORD").help("Alleen wat dit in de id of de naam heeft"))
    .next_help_heading("Opties")
    .arg(map())
}

fn take_back() -> Command {
    sub(
        "terug",
        "ongedaan",
        "Neem terug wat de laatste opdracht veranderde; nog eens: die daarvoor",
        "verbeeld terug [opties]",
        "  verbeeld terug",
    )
    .next_help_heading("Opties")
    .arg(map())
}

fn init() -> Command {
    sub(
        "init",
        "begin",
        "Maak een kleine werkende site in een lege map",
        "verbeeld init [map]",
        "  verbeeld init mijn-portaal\n  cd mijn-portaal && verbeeld serve",
    )
    .next_help_heading("Argumenten")
    .arg(
        Arg::new("map")
            .value_name("MAP")
            .value_parser(value_parser!(PathBuf))
            .help("De map [standaard: de map waar u bent]"),
    )
    .arg(
        Arg::new("ci")
            .long("ci")
            .action(ArgAction::SetTrue)
            .help_heading("Opties")
            .help("Zet er bestanden bij waarmee GitHub en GitLab de site maken, ook bij een site die er al is"),
    )
}

fn schema() -> Command {
    sub(
        "schema",
        "sleutels",
        "Maak de bestanden waarmee een tekstprogramma sleutels en id's aanvult",
        "verbeeld schema [opties]",
        "  verbeeld schema\n  verbeeld schema --uit /tmp/proef",
    )
    .arg(map())
    .arg(
        Arg::new("uit")
            .short('u')
            .long("uit")
            .value_name("MAP")
            .value_parser(value_parser!(PathBuf))
            .help("De map waarin de bestanden komen [standaard: schema in de map van uw site]"),
    )
}

fn manual() -> Command {
    sub(
        "handleiding",
        "uitleg",
        "Toon de handleiding, die in het programma zit",
        "verbeeld handleiding",
        "  verbeeld handleiding\n  verbeeld handleiding > handleiding.md",
    )
}

fn licences() -> Command {
    sub(
        "licenties",
        "licenses",
        "Toon de licenties van alles wat in het programma zit",
        "verbeeld licenties",
        "  verbeeld licenties\n  verbeeld licenties > licenties.txt",
    )
}
