//! What is wrong with where a site is brought, and why bringing it failed.

use crate::diag::{Diagnostic, Span, hidden, shown, visible};
use std::path::Path;

/// `PLAATS001`: a place without a target, or with more than one.
pub fn one_target(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("PLAATS001", place, format!("Bij de plaats “{name}” moet precies één doel staan")).remedy(
        "Geef één van deze drie: map (een map of netwerkschijf), sftp (een webserver) of tak (een tak van git).",
    )
}

/// `PLAATS002`: an address for SFTP that is none.
pub fn bad_sftp(place: Span, written: &str) -> Diagnostic {
    Diagnostic::error("PLAATS002", place, format!("“{written}” is geen adres voor SFTP")).label("dit kan niet").remedy(
        "Schrijf het zo: sftp://naam@host.example/map/van/de/site. Een poort mag achter de host: host.example:2222.",
    )
}

/// `PLAATS003`: a secret in a file.
pub fn secret(place: Span) -> Diagnostic {
    Diagnostic::error("PLAATS003", place, "Hier staat een wachtwoord in het adres")
        .label("haal het weg")
        .remedy("Een wachtwoord hoort in geen bestand. Haal het weg en wijzig het, want het is nu bekend. Plaatsen gaat met een ssh-sleutel: die bewaart uw computer.")
}

/// `PLAATS004`: two places with one name.
pub fn same_name(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("PLAATS004", place, format!("Er is al een plaats met de naam “{name}”"))
        .remedy("Geef een van de twee een andere naam.")
}

/// `PLAATS005`: a branch or a remote that would be read as an option.
pub fn bad_branch(place: Span, written: &str) -> Diagnostic {
    Diagnostic::error("PLAATS005", place, format!("“{written}” is geen naam die git kent"))
        .remedy("Schrijf de naam van een tak, zoals gh-pages, of van een opslagplaats, zoals origin.")
}

/// Something stands there that Verbeeld didn't bring.
pub fn not_ours() -> String {
    "op die plaats staan bestanden die niet door Verbeeld zijn geplaatst. Verbeeld wil ze niet wissen. \
     Maak de map daar zelf leeg, of kies een andere map."
        .to_owned()
}

/// Something of another stands where a file of the site is to come.
pub fn foreign(path: &str) -> String {
    format!(
        "op die plaats staat al {path}, en dat is niet door Verbeeld geplaatst. De site heeft daar zelf een bestand nodig, en Verbeeld overschrijft \
         niets van een ander. Zet het op een andere plek en geef de opdracht dan opnieuw, of geef uw pagina of bestand een andere naam."
    )
}

/// A place that is no place for readers.
pub fn no_place(folder: &Path) -> String {
    format!(
        "in de map {} plaatst Verbeeld niets: daar staat wat u zelf schreef, of wat een ander programma of Verbeeld bewaart. \
         Kies in portal.toml een andere map, waar alleen de site komt.",
        shown(folder)
    )
}

/// Another run brings the site to the same folder.
pub fn busy(folder: &Path) -> String {
    format!(
        "een andere Verbeeld plaatst op dit moment in {}. Wacht tot die klaar is, en geef de opdracht dan opnieuw.",
        shown(folder)
    )
}

/// A sign that ends a line, in a path that another program is told of.
pub fn bad_name(name: &str) -> String {
    format!(
        "in de naam {} staat een teken dat niet zichtbaar is, of dat geen letter is. Zo kan Verbeeld er sftp of git niet om vragen. \
         Geef de map een gewone naam.",
        visible(name)
    )
}

/// The branch is the one on which an editor works.
pub fn branch_in_use(branch: &str) -> String {
    format!(
        "op de tak “{branch}” wordt gewerkt: zij is uitgecheckt. De site zou in de plaats van dat werk komen. {}",
        other_branch(branch)
    )
}

/// On the branch stands what Verbeeld didn't bring.
pub fn branch_not_ours(branch: &str, found: &str) -> String {
    format!(
        "op de tak “{branch}” staat werk dat niet door Verbeeld is geplaatst, zoals {found}. Verbeeld wil dat niet wissen. {}",
        other_branch(branch)
    )
}

fn other_branch(branch: &str) -> String {
    let other = if branch == "gh-pages" { "website" } else { "gh-pages" };
    format!("Kies in portal.toml bij tak een naam die er nog niet is en die alleen voor de site is, zoals {other}.")
}

/// Commits that nobody else has.
pub fn branch_ahead(branch: &str, remote: &str) -> String {
    format!(
        "op deze computer staan op de tak “{branch}” commits die {remote} niet heeft. Die zouden zoekraken. Bewaar ze eerst onder een andere naam, \
         met: git branch -m {branch} {branch}-bewaard. Geef de opdracht dan opnieuw."
    )
}

/// The folder isn't there.
pub fn no_folder(folder: &Path) -> String {
    format!(
        "de map {} is er niet. Is de netwerkschijf verbonden? Een nieuwe map maakt u zelf, zodat een tikfout niets verkeerd zet.",
        shown(folder)
    )
}

/// A link, or another disk, where a file or folder of the site belongs.
pub fn leads_out(path: &Path) -> String {
    format!(
        "{} leidt naar een andere plek: het is een koppeling, een andere schijf, of geen gewoon bestand. Daar schrijft en wist Verbeeld niets. \
         Haal het weg, of kies een andere map.",
        shown(path)
    )
}

/// The system refused. Every file that readers see is whole either way.
pub fn system(path: &Path, cause: &str) -> String {
    format!("{}: {cause}. {AGAIN}", shown(path))
}

const AGAIN: &str = "Elk bestand bij de lezers is heel: wat nog niet klaar was, is nog het oude. Geef de opdracht opnieuw, dan gaat hij verder.";

/// A program that isn't there.
pub fn no_program(program: &str) -> String {
    match program {
        "sftp" => "het programma sftp is er niet. Op Windows zit het bij “OpenSSH-client” (Instellingen, Optionele onderdelen); \
                   op Linux in het pakket openssh-client."
            .to_owned(),
        _ => format!("het programma {program} is er niet. Vraag uw beheerder om het te installeren."),
    }
}

/// What the program said, in Dutch where it is one of the usual things.
pub fn failed(program: &str, said: &str) -> String {
    let usual = USUAL.iter().filter(|(sign, _)| program == "sftp" || !OF_SFTP.contains(sign));
    let known = usual.into_iter().find(|(sign, _)| said.contains(sign)).map(|(_, sentence)| *sentence);
    let said = hidden(said.into());
    let last = said.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or("niets");
    match known {
        Some(sentence) => format!("{sentence} ({program}: “{last}”)"),
        None => format!("{program} is gestopt en zei: “{last}”. {AGAIN}"),
    }
}

const NO_SUCH: &str = "No such file or directory";
/// What another program says of something else.
const OF_SFTP: [&str; 1] = [NO_SUCH];

const USUAL: [(&str, &str); 14] = [
    (
        "REMOTE HOST IDENTIFICATION HAS CHANGED",
        "de server laat een andere sleutel zien dan vroeger. Er is niets verstuurd. Vraag de beheerder of dat klopt; pas daarna haalt u de oude sleutel weg met ssh-keygen -R.",
    ),
    (
        "Host key verification failed",
        "uw computer kent deze server nog niet. Er is niets verstuurd. Log één keer in met ssh, vergelijk de sleutel met die van de beheerder en zeg dan ja.",
    ),
    (
        "Permission denied (",
        "de server kent uw sleutel niet. Vraag de beheerder om uw openbare sleutel toe te voegen, of kijk of uw ssh-agent draait.",
    ),
    ("Could not resolve hostname", "de server is niet te vinden. Staat de naam goed in portal.toml, en is er netwerk?"),
    ("Connection refused", "de server neemt niet op. Klopt de poort?"),
    ("Connection timed out", "de server antwoordt niet. Is er een verbinding met dat netwerk?"),
    ("Connection closed", "de server heeft de verbinding verbroken. Geef de opdracht opnieuw, dan gaat hij verder."),
    (
        NO_SUCH,
        "de map op de server is er niet, of een deel ervan is weg. Maak hem zelf, zodat een tikfout niets verkeerd zet.",
    ),
    ("Permission denied", "u mag daar niet schrijven. Vraag de beheerder om rechten."),
    ("not a git repository", "dit project is geen git-map. Plaatsen op een tak kan alleen met git."),
    (
        "does not appear to be a git repository",
        "git kent die opslagplaats niet. Zie met git remote -v hoe zij heet, en zet die naam bij opslagplaats in portal.toml.",
    ),
    ("but expected", "de tak is intussen veranderd. Geef de opdracht opnieuw."),
    ("unable to auto-detect email", "git weet niet wie u bent. Stel user.name en user.email in met git config."),
    ("[rejected]", "iemand anders plaatste tegelijk. Geef de opdracht opnieuw."),
];
