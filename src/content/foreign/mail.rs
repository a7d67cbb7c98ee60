//! The head of a mail: from whom, to whom, about what.

use super::Construct;

pub static HEAD: Construct = Construct {
    code: "MD067",
    from: super::office::MAIL,
    effect: "",
    remedy: super::office::MAIL_REMEDY,
    patterns: &[],
};

/// What only a mail says of itself.
const ONLY: [&str; 4] = ["Verzonden", "Onderwerp", "Sent", "Subject"];
/// From whom to whom.
const PEOPLE: [&str; 8] = ["Van", "Aan", "CC", "Cc", "BCC", "Bcc", "From", "To"];
/// What other lists of things say of themselves as well.
const TOO: [&str; 5] = ["Datum", "Date", "Bijlagen", "Bijlage", "Importance"];

/// Does such a label stand at the head of a mail, and hardly anywhere else?
pub fn is_label(label: &str) -> bool {
    ONLY.contains(&label) || PEOPLE.contains(&label)
}

/// The first and the last line of the head of a mail: two labels or more, of which one says that it is a mail.
pub fn head<'l>(lines: impl Iterator<Item = &'l str>) -> Option<(usize, usize)> {
    let label = |line: &str| {
        let (label, _) = line.get(..line.floor_char_boundary(20))?.split_once(':')?;
        let label = label.trim_matches('*').trim();
        let sure = ONLY.contains(&label);
        (is_label(label) || TOO.contains(&label)).then_some(sure)
    };
    let mut labels = lines.map(label).enumerate().skip_while(|(_, label)| label.is_none());
    let (first, sure) = labels.next()?;
    let more: Vec<bool> = labels.map_while(|(_, label)| label).collect();
    let is_head = !more.is_empty() && (sure == Some(true) || more.contains(&true));
    is_head.then_some((first, first + more.len()))
}
