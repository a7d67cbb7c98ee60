//! What readers and the manual call a kind of record.

use super::{Kind, Model};

/// Words of the manual or of readers for a kind.
pub const SPOKEN: &[(&str, &str)] = &[
    ("overleg", "gremium"),
    ("partner", "organisatie"),
    ("partij", "organisatie"),
    ("deelnemer", "organisatie"),
    ("gemeente", "organisatie"),
    ("vergadering", "bijeenkomst"),
    ("afkorting", "begrip"),
    ("band", "relatie"),
    ("verbinding", "relatie"),
    ("functie", "rol"),
    ("woord", "begrip"),
    ("term", "begrip"),
    ("getal", "cijfer"),
    ("document", "bron"),
];

/// The kind for a word of the manual or of readers, such as `overleg` or `partners`.
pub fn kind_meant(word: &str) -> Option<Kind> {
    let small = word.to_lowercase();
    let called = |said: &str| small == said || many(said).contains(&small);
    let spoken = SPOKEN.iter().find(|(said, _)| called(said)).and_then(|(_, kind)| Model::kind(kind));
    let own = || {
        Model::KINDS.iter().find(|k| [k.name, k.plural].contains(&small.as_str()) || k.label.to_lowercase() == small)
    };
    spoken.or_else(|| own().copied())
}

/// How several of them may be called: `overleggen`, `gemeenten`, `partners`, `getallen`.
fn many(said: &str) -> [String; 5] {
    let last = said.chars().last().unwrap_or_default();
    let stem = said.trim_end_matches("ij");
    [format!("{said}s"), format!("{said}n"), format!("{said}en"), format!("{said}{last}en"), format!("{stem}ijen")]
}

#[cfg(test)]
mod tests {
    use super::kind_meant;

    #[test]
    fn one_or_many_in_words_of_readers() {
        let meant = |word| kind_meant(word).map(|kind| kind.name);
        for (word, kind) in [
            ("overleg", Some("gremium")),
            ("Overleggen", Some("gremium")),
            ("gremia", Some("gremium")),
            ("gemeenten", Some("organisatie")),
            ("partijen", Some("organisatie")),
            ("partners", Some("organisatie")),
            ("getallen", Some("cijfer")),
            ("over", None),
        ] {
            assert_eq!(meant(word), kind, "{word}");
        }
    }
}
