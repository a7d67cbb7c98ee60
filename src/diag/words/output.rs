//! Problems with folders, files on disk and the output.

use std::io::{Error, ErrorKind};
use std::path::Path;

/// What the system says, in Dutch.
pub fn io_cause(cause: &Error) -> String {
    match cause.kind() {
        ErrorKind::NotFound => "het bestaat niet".into(),
        ErrorKind::PermissionDenied => "u hebt er geen rechten voor".into(),
        ErrorKind::StorageFull => "de schijf is vol".into(),
        ErrorKind::QuotaExceeded => "uw ruimte op de schijf is op".into(),
        ErrorKind::FileTooLarge => "het bestand is te groot voor deze schijf".into(),
        ErrorKind::ReadOnlyFilesystem => "de schijf is alleen-lezen".into(),
        ErrorKind::AlreadyExists => "er staat al iets met die naam".into(),
        ErrorKind::NotADirectory => "een deel van het pad is geen map".into(),
        ErrorKind::IsADirectory => "het is een map, geen bestand".into(),
        ErrorKind::InvalidFilename => "de naam is te lang of mag op dit systeem niet".into(),
        ErrorKind::ResourceBusy => "iets anders gebruikt het op dit moment".into(),
        _ => format!("het systeem meldt: {cause}"),
    }
}

/// `UITVOER001`: two files of the site have one path.
pub fn path_taken(path: &str) -> crate::diag::Diagnostic {
    crate::diag::Diagnostic::placeless(
        "UITVOER001",
        format!("Twee onderdelen van de site hebben hetzelfde pad: /{path}"),
    )
    .remedy("Geef een van de twee een andere naam. Kijk in de mappen content en static, en bij aliassen.")
}

/// One problem in words: a stable code, what is wrong, and what to do.
pub struct Problem {
    /// Stable code.
    pub code: &'static str,
    /// What is wrong, one sentence.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

fn problem(code: &'static str, message: String, remedy: impl Into<String>) -> Problem {
    Problem { code, message, remedy: remedy.into() }
}

/// `UIT001`: a path that could leave the folder, or cannot be a file on every system.
pub fn bad_path(path: &str) -> Problem {
    problem(
        "UIT001",
        format!("Het pad ‘{}’ kan niet worden gepubliceerd.", path.escape_debug()),
        "Gebruik in bestandsnamen geen ‘..’, geen backslash en geen stuurtekens, begin niet met een schuine streep, \
         en gebruik in de hoofdmap niet de namen .gitignore, .git en .verbeeld.",
    )
}

/// `UIT002`: one output is a file where another needs a folder.
pub fn file_and_folder(file: &str, inside: &str) -> Problem {
    problem(
        "UIT002",
        format!("‘{file}’ zou een bestand én een map moeten zijn, want ook ‘{inside}’ wordt gemaakt."),
        "Geef een van de twee een andere naam of een ander adres.",
    )
}

/// `UIT003`: a folder that holds more than a site.
pub fn dangerous(folder: &Path) -> Problem {
    problem(
        "UIT003",
        format!("In de map {} publiceert Verbeeld niet.", folder.display()),
        "Alles in de publicatiemap wordt vervangen, en in deze map staan uw eigen bestanden. \
         Kies een lege map, bijvoorbeeld public.",
    )
}

/// `UIT004`: something other than a folder stands there.
pub fn not_a_folder(path: &Path) -> Problem {
    problem(
        "UIT004",
        format!("{} is geen map.", path.display()),
        "De site komt in een map te staan. Verwijder wat er staat, of kies een andere map.",
    )
}

/// `UIT005`: a folder with files that Verbeeld did not make.
pub fn foreign(folder: &Path, found: &str) -> Problem {
    problem(
        "UIT005",
        format!("De map {} is niet door Verbeeld gemaakt: er staat ‘{found}’ in.", folder.display()),
        "Verbeeld vervangt alles in de publicatiemap en wil uw bestanden niet wissen. \
         Kies een lege map, of maak deze map eerst zelf leeg.",
    )
}

/// `UIT006`: a folder that is a git working copy.
pub fn git_folder(folder: &Path) -> Problem {
    problem(
        "UIT006",
        format!("De map {} is een git-map, want er staat ‘.git’ in.", folder.display()),
        "Verbeeld vervangt de hele map, en dan zou de geschiedenis verloren gaan. \
         Publiceer in een andere map en zet de bestanden daarna over.",
    )
}

/// `UIT007`: another Verbeeld is publishing there.
pub fn busy(folder: &Path) -> Problem {
    problem(
        "UIT007",
        format!("Een andere Verbeeld publiceert op dit moment in {}.", folder.display()),
        "Wacht tot die klaar is en probeer het opnieuw.",
    )
}

/// `UIT008`: the system refused.
pub fn system(path: &Path, cause: &Error) -> Problem {
    problem(
        "UIT008",
        format!("Publiceren is niet gelukt bij {}: {}.", path.display(), io_cause(cause)),
        format!("{} De eerdere versie van de site is niet veranderd.", io_remedy(cause)),
    )
}

/// `UIT009`: a picture cannot be drawn.
pub fn unmade(why: &str) -> Problem {
    problem(
        "UIT009",
        format!("Een afbeelding van een infographic kan niet worden gemaakt: {why}."),
        "Kijk of het thema is veranderd. De eerdere versie van de site is niet veranderd.",
    )
}

/// What an editor can do about it.
fn io_remedy(cause: &Error) -> &'static str {
    match cause.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "Maak ruimte op de schijf en probeer het opnieuw.",
        ErrorKind::PermissionDenied => "Vraag rechten op deze map, of kies een andere map.",
        ErrorKind::ReadOnlyFilesystem => "Kies een map op een schijf waarop u mag schrijven.",
        ErrorKind::InvalidFilename => "Kies een kortere naam.",
        ErrorKind::ResourceBusy => "Sluit programma's die de map gebruiken en probeer het opnieuw.",
        _ => "Controleer de map en probeer het opnieuw.",
    }
}
