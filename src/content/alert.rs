//! The words that open a box: `> [!LET OP]`.

use super::said::Said;

/// Words that an editor may type, the class and what the title says.
const ALERTS: &[(&[&str], &str, Said)] = &[
    (&["OPMERKING", "NOTE"], "opmerking", Said::Note),
    (&["TIP"], "tip", Said::Tip),
    (&["BELANGRIJK", "IMPORTANT"], "belangrijk", Said::Important),
    (&["WAARSCHUWING", "WARNING"], "waarschuwing", Said::Warning),
    (&["LET OP", "CAUTION"], "let-op", Said::Caution),
];

/// The class and the title of the box that this word opens.
pub fn alert(word: &str) -> Option<(&'static str, Said)> {
    let word = word.trim();
    ALERTS
        .iter()
        .find(|(words, ..)| words.iter().any(|w| w.eq_ignore_ascii_case(word)))
        .map(|&(_, class, title)| (class, title))
}

/// The Dutch words of all boxes.
pub fn names() -> Vec<&'static str> {
    ALERTS.iter().map(|(words, ..)| words[0]).collect()
}
