//! Problems with folders, files on disk and the output.

use crate::diag::{shown, visible};
use std::io::{Error, ErrorKind};
use std::path::Path;

/// What the system says, in Dutch. What has no sentence here is told by its number, which a system manager can look up.
pub fn io_cause(cause: &Error) -> String {
    match (by_kind(cause.kind()).or_else(|| by_number(cause)), cause.raw_os_error()) {
        (Some(sentence), _) => sentence.into(),
        (None, Some(number)) => format!("het systeem weigert het (foutnummer {number})"),
        // One of our own, in Dutch already.
        (None, None) => cause.to_string(),
    }
}

fn by_kind(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        // Windows has one answer for both.
        ErrorKind::PermissionDenied if cfg!(windows) => {
            "u hebt er geen rechten voor, of een ander programma heeft het nog open"
        }
        ErrorKind::NotFound => "het bestaat niet",
        ErrorKind::PermissionDenied => "u hebt er geen rechten voor",
        ErrorKind::StorageFull => "de schijf is vol",
        ErrorKind::QuotaExceeded => "uw ruimte op de schijf is op",
        ErrorKind::FileTooLarge => "het bestand is te groot voor deze schijf",
        ErrorKind::ReadOnlyFilesystem => "de schijf is alleen-lezen",
        ErrorKind::AlreadyExists => "er staat al iets met die naam",
        ErrorKind::NotADirectory => "een deel van het pad is geen map",
        ErrorKind::IsADirectory => "het is een map, geen bestand",
        ErrorKind::DirectoryNotEmpty => "de map is niet leeg",
        ErrorKind::InvalidFilename => "de naam is te lang of mag op dit systeem niet",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "iets anders gebruikt het op dit moment",
        ErrorKind::CrossesDevices => "het zou van de ene schijf naar de andere moeten, en dat kan niet in één keer",
        ErrorKind::TooManyLinks => "er verwijzen al te veel koppelingen naar",
        ErrorKind::StaleNetworkFileHandle => "de netwerkschijf is weg geweest; open de map opnieuw",
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => {
            "het netwerk is niet bereikbaar"
        }
        ErrorKind::ConnectionRefused
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::NotConnected => "de verbinding is verbroken",
        ErrorKind::BrokenPipe | ErrorKind::WriteZero => "de andere kant luistert niet meer",
        ErrorKind::AddrInUse => "het adres is al in gebruik",
        ErrorKind::AddrNotAvailable => "het adres is niet van deze computer",
        ErrorKind::TimedOut | ErrorKind::WouldBlock => "het duurt te lang",
        ErrorKind::Interrupted => "het is onderbroken",
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => "de inhoud is beschadigd of niet compleet",
        ErrorKind::InvalidInput => "het systeem kan hier niets mee; misschien bevat de naam een teken dat niet mag",
        ErrorKind::Unsupported | ErrorKind::NotSeekable => "dat kan op deze schijf of dit systeem niet",
        ErrorKind::OutOfMemory => "er is te weinig geheugen",
        ErrorKind::Deadlock => "twee programma's wachten op elkaar",
        ErrorKind::ArgumentListTooLong => "er is te veel ineens gevraagd",
        _ => return None,
    })
}

/// What has a number and no kind.
fn by_number(cause: &Error) -> Option<&'static str> {
    let number = cause.raw_os_error()?;
    NUMBERS.iter().find(|(known, _)| *known == number).map(|(_, sentence)| *sentence)
}

const LOOP: &str = "de koppelingen wijzen in een kring naar elkaar";
const HANDLES: &str = "er staan te veel bestanden tegelijk open";
const BROKEN: &str = "de schijf geeft een fout bij lezen of schrijven";
const AWAY: &str = "de schijf is er niet meer";

#[cfg(unix)]
const NUMBERS: [(i32, &str); 6] = {
    use rustix::io::Errno;
    [
        (Errno::LOOP.raw_os_error(), LOOP),
        (Errno::MFILE.raw_os_error(), HANDLES),
        (Errno::NFILE.raw_os_error(), HANDLES),
        (Errno::IO.raw_os_error(), BROKEN),
        (Errno::NODEV.raw_os_error(), AWAY),
        (Errno::NXIO.raw_os_error(), AWAY),
    ]
};

/// Numbers of Windows ("System Error Codes").
#[cfg(windows)]
const NUMBERS: [(i32, &str); 12] = [
    (4, HANDLES),
    (21, AWAY),
    (23, BROKEN),
    (32, "een ander programma heeft het bestand open"),
    (33, "een ander programma heeft een deel van het bestand op slot"),
    (53, "de netwerkschijf is niet bereikbaar"),
    (64, "de netwerkschijf is niet bereikbaar"),
    (67, "de netwerkschijf bestaat niet"),
    (1117, BROKEN),
    (1167, AWAY),
    (1314, "u hebt er geen rechten voor"),
    (1921, LOOP),
];

#[cfg(not(any(unix, windows)))]
const NUMBERS: [(i32, &str); 0] = [];

/// `UITVOER001`: two files of the site have one path.
pub fn path_taken(place: crate::diag::Span, path: &str) -> crate::diag::Diagnostic {
    crate::diag::Diagnostic::error(
        "UITVOER001",
        place,
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
        format!("Het pad ‘{}’ kan niet worden gepubliceerd.", visible(path)),
        "Gebruik in bestandsnamen geen ‘..’, geen schuine streep naar links (\\) en geen onzichtbare tekens, begin niet met een schuine streep, \
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
        format!("In de map {} publiceert Verbeeld niet.", shown(folder)),
        "Alles in de publicatiemap wordt vervangen, en in deze map staan uw eigen bestanden. \
         Kies een lege map, bijvoorbeeld public.",
    )
}

/// `UIT003`: a folder inside a published site.
pub fn in_site(folder: &Path, site: &Path) -> Problem {
    problem(
        "UIT003",
        format!("De map {} ligt in de site die in {} staat.", shown(folder), shown(site)),
        "Die site bestaat alleen uit wat Verbeeld ervoor maakt: met een andere site erin is zij niet meer te vernieuwen. \
         Kies een map ernaast, bijvoorbeeld public-proef.",
    )
}

/// `UIT004`: something other than a folder stands there.
pub fn not_a_folder(path: &Path) -> Problem {
    problem(
        "UIT004",
        format!("{} is geen map.", shown(path)),
        "De site komt in een map te staan. Verwijder wat er staat, of kies een andere map.",
    )
}

/// `UIT005`: a folder with files that Verbeeld did not make.
pub fn foreign(folder: &Path, found: &str) -> Problem {
    problem(
        "UIT005",
        format!("De map {} is niet door Verbeeld gemaakt: er staat ‘{found}’ in.", shown(folder)),
        "Verbeeld vervangt alles in de publicatiemap en wil uw bestanden niet wissen. Hoort het bij de site? Zet het dan in \
         de map static. Zo niet, haal het hier weg, of kies een lege map.",
    )
}

/// `UIT010`: a folder whose `.verbeeld` is not our marker.
pub fn no_marker(folder: &Path) -> Problem {
    problem(
        "UIT010",
        format!("Het bestand .verbeeld in de map {} is niet van Verbeeld, of het is beschadigd.", shown(folder)),
        "Aan dat bestand ziet Verbeeld welke bestanden het zelf heeft gemaakt en mag vervangen. Maak de map zelf leeg, of \
         kies een andere.",
    )
}

/// `UIT011`: `public` leads out of the project.
pub fn leads_out(link: &Path, to: &Path) -> Problem {
    problem(
        "UIT011",
        format!("{} is een koppeling naar {}, buiten dit project.", shown(link), shown(to)),
        "Wilt u daar publiceren? Zeg dat dan zelf, met --uit en die map. Zo niet, haal de koppeling dan weg.",
    )
}

/// `UIT006`: a folder that is a git working copy.
pub fn git_folder(folder: &Path) -> Problem {
    problem(
        "UIT006",
        format!("De map {} is een git-map, want er staat ‘.git’ in.", shown(folder)),
        "Verbeeld vervangt de hele map, en dan zou de geschiedenis verloren gaan. \
         Publiceer in een andere map en zet de bestanden daarna over.",
    )
}

/// `UIT007`: another Verbeeld is publishing there.
pub fn busy(folder: &Path) -> Problem {
    problem(
        "UIT007",
        format!("Een andere Verbeeld publiceert op dit moment in {}.", shown(folder)),
        "Wacht tot die klaar is en probeer het opnieuw.",
    )
}

/// `UIT008`: the system refused.
pub fn system(path: &Path, cause: &Error) -> Problem {
    problem(
        "UIT008",
        format!("Publiceren is niet gelukt bij {}: {}.", shown(path), io_cause(cause)),
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

const HELD: &str = "Sluit wat de map of een bestand erin open heeft, zoals een venster van de Verkenner, en probeer het opnieuw. \
    Helpt dat niet, kies dan een map die niet wordt gesynchroniseerd, of vraag rechten op deze map.";

/// What an editor can do about it.
fn io_remedy(cause: &Error) -> &'static str {
    match cause.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "Maak ruimte op de schijf en probeer het opnieuw.",
        // Mostly it is a program that holds it; what Windows says of that has a number of its own as well.
        ErrorKind::PermissionDenied if cfg!(windows) => HELD,
        ErrorKind::PermissionDenied => "Vraag rechten op deze map, of kies een andere map.",
        _ if cfg!(windows) && matches!(cause.raw_os_error(), Some(32 | 33 | 1224)) => HELD,
        ErrorKind::ReadOnlyFilesystem => "Kies een map op een schijf waarop u mag schrijven.",
        ErrorKind::InvalidFilename => "Kies een kortere naam.",
        ErrorKind::ResourceBusy => "Sluit programma's die de map gebruiken en probeer het opnieuw.",
        _ => "Controleer de map en probeer het opnieuw.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever the system says, its own English words do not come along.
    #[test]
    fn every_number_of_the_system_is_told_in_dutch() {
        for number in 1..200 {
            let cause = Error::from_raw_os_error(number);
            let english = cause.to_string();
            let english = english.split(" (os error").next().unwrap_or_default();
            let told = io_cause(&cause);
            assert!(!told.contains(english) && !told.contains("os error"), "{number}: {told}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_circle_of_links_and_too_many_open_files_have_their_own_sentences() {
        use rustix::io::Errno;
        let told = |errno: Errno| io_cause(&Error::from_raw_os_error(errno.raw_os_error()));
        assert_eq!(told(Errno::LOOP), LOOP);
        assert_eq!(told(Errno::MFILE), HANDLES);
        assert_eq!(told(Errno::IO), BROKEN);
        assert_eq!(told(Errno::NOTEMPTY), "de map is niet leeg");
    }
}
