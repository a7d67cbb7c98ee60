//! Forms of pictures: those that browsers show, and those that only cameras and drawing programs know.

/// Endings of pictures that no browser shows, with the name of the form.
const FOREIGN: &[(&str, &str)] = &[
    (".heic", "HEIC"),
    (".heif", "HEIF"),
    (".tif", "TIFF"),
    (".tiff", "TIFF"),
    (".bmp", "BMP"),
    (".psd", "Photoshop"),
    (".ai", "Illustrator"),
    (".eps", "EPS"),
    (".emf", "EMF"),
    (".wmf", "WMF"),
    (".dng", "RAW"),
    (".raw", "RAW"),
    (".cr2", "RAW"),
    (".cr3", "RAW"),
    (".nef", "RAW"),
    (".arw", "RAW"),
];

const OPENDOCUMENT: &[&str] = &[".odt"];

/// Endings of files that are no pictures, with what they are called.
const NO_PICTURE: &[(&[&str], &str)] = &[
    (&[".doc", ".docx", ".docm", ".dotx", ".rtf"], "een Word-bestand"),
    (OPENDOCUMENT, "een tekstbestand"),
    (&[".xls", ".xlsx", ".xlsm", ".ods"], "een Excel-bestand"),
    (&[".ppt", ".pptx", ".odp"], "een presentatie"),
    (&[".pdf"], "een PDF"),
    (&[".vsd", ".vsdx"], "een Visio-bestand"),
    (&[".csv", ".txt", ".md"], "een bestand met tekst"),
    (&[".mp4", ".mov", ".avi", ".wmv", ".mkv"], "een video"),
    (&[".mp3", ".wav", ".m4a"], "een geluid"),
    (&[".zip", ".msg", ".eml"], "een ander soort bestand"),
];

/// What a file is called that is no picture, by its name.
pub fn no_picture(path: &str) -> Option<&'static str> {
    NO_PICTURE.iter().find(|(endings, _)| ends(path.trim(), endings)).map(|(_, form)| *form)
}

/// Is this a picture that is made in several sizes? Drawings and moving pictures are left as they are.
pub fn is_image(path: &str) -> bool {
    ends(path, &[".jpg", ".jpeg", ".jfif", ".png", ".webp"])
}

/// Is this a picture that browsers show?
pub fn is_shown(path: &str) -> bool {
    is_image(path) || ends(path, &[".svg", ".gif", ".avif"])
}

/// The form of a picture that no browser shows, by its name; `None` for all other files.
pub fn foreign(path: &str) -> Option<&'static str> {
    let lower = path.to_lowercase();
    FOREIGN.iter().find(|(end, _)| lower.ends_with(end)).map(|(_, form)| *form)
}

/// Of these, the forms in which cameras and scanners save: what they wrote in them cannot be taken out.
pub fn from_camera(path: &str) -> Option<&'static str> {
    foreign(path).filter(|form| ["HEIC", "HEIF", "TIFF", "RAW"].contains(form))
}

fn ends(path: &str, ends: &[&str]) -> bool {
    let lower = path.to_lowercase();
    ends.iter().any(|end| lower.ends_with(end))
}

/// What a file really is, by its first bytes, when that is something else than JPEG, PNG or WebP: a phone or a browser may give
/// it the name of a JPEG.
pub fn disguised(bytes: &[u8]) -> Option<&'static str> {
    let brand = bytes.get(4..12).and_then(|b| b.strip_prefix(b"ftyp"));
    match brand {
        Some(b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1") => return Some("HEIC"),
        Some(b"avif" | b"avis") => return Some("AVIF"),
        _ => {}
    }
    let starts: [(&[u8], &str); 7] = [
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"GIF8", "GIF"),
        (b"BM", "BMP"),
        (b"8BPS", "Photoshop"),
        (b"%PDF", "pdf"),
        (b"<svg", "SVG"),
    ];
    starts.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, form)| *form)
}
