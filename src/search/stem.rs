//! Dutch words brought back to what they share: `huizen` and `huis`, `overleggen` and `overleg`, `organisaties` and
//! `organiseren`.
//!
//! The browser must bring a question back in exactly the same way, so these rules are few and written twice: here, and in
//! the theme's script for search. `tests/search/stammen.txt` holds both to the same words. What comes out is never shown.

/// Plurals that no rule gives; they also end compounds (`kerngroepleden`).
const IRREGULAR: &[(&str, &str)] = &[
    ("leden", "lid"),
    ("adviezen", "advies"),
    ("steden", "stad"),
    ("gremia", "gremium"),
    ("criteria", "criterium"),
    ("cycli", "cyclus"),
];

/// What may stand before the `ge` of a participle: `uit` in `uitgevoerd`.
const BEFORE_GE: &[&str] =
    &["", "aan", "af", "bij", "door", "in", "mee", "na", "op", "over", "samen", "toe", "uit", "vast", "voor"];

/// How verbs on -eren that come from Latin end before it. Other words on -er keep it: `vergader`, `lever`, `kader`.
const LATIN: &[&str] = &[
    "is", "u", "in", "ul", "ol", "ic", "ig", "it", "on", "ent", "anc", "ens", "ach", "egr", "istr", "ip", "orm", "ort",
    "erv", "ess", "act", "ect",
];

/// The stem of a word that is folded already (see [`fold`](crate::dutch::fold)).
pub fn stem(word: &str) -> String {
    if word.len() < 4 || word.bytes().any(|b| b.is_ascii_digit()) {
        return word.to_owned();
    }
    // Hours are asked for as “uur” and “uren”; a planning is no plan.
    if word == "uren" {
        return "uur".to_owned();
    }
    if word.ends_with("planning") {
        return word.to_owned();
    }
    let mut stem = without_ge(word).unwrap_or_else(|| word.to_owned());
    for (plural, single) in IRREGULAR {
        if let Some(before) = stem.strip_suffix(plural) {
            stem = format!("{before}{single}");
        }
    }
    if let Some(before) = stem.strip_suffix("heden") {
        stem = format!("{before}heid");
    }
    if s_is_an_ending(&stem) {
        stem.pop();
    }
    if stem.ends_with("eeen") || !strip(&mut stem, "en", 3, is_consonant) {
        if stem.ends_with("eeen") {
            stem.truncate(stem.len() - 2);
        }
        strip(&mut stem, "e", 3, is_consonant);
    }
    if !strip(&mut stem, "ing", 4, |_| true) {
        strip(&mut stem, "t", 3, is_consonant);
    }
    strip(&mut stem, "atie", 3, |_| true);
    let mut stem = single_letters(&stem);
    if let Some(before) = stem.strip_suffix('z') {
        stem = format!("{before}s");
    } else if let Some(before) = stem.strip_suffix('v') {
        stem = format!("{before}f");
    }
    // The verbs beside nouns on -atie and others: organiseren, rouleren, rapporteren.
    if let Some(root) = stem.strip_suffix("er")
        && root.len() > 3
        && LATIN.iter().any(|end| root.ends_with(end))
    {
        stem.truncate(root.len());
    }
    stem
}

/// A participle as its verb: `ingehuurd` is of `inhuren`, `geregeld` of `regelen`.
fn without_ge(word: &str) -> Option<String> {
    let kept = word
        .strip_suffix('d')
        .or_else(|| word.strip_suffix('t'))
        .filter(|kept| kept.bytes().last().is_some_and(is_consonant))?;
    BEFORE_GE.iter().find_map(|before| {
        let root = kept.strip_prefix(before)?.strip_prefix("ge")?;
        let shortest = if before.is_empty() { 4 } else { 3 };
        (root.len() >= shortest && root.bytes().any(is_vowel)).then(|| format!("{before}{root}"))
    })
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn is_consonant(letter: u8) -> bool {
    !is_vowel(letter)
}

/// Takes an ending off when at least `rest` letters stay and the letter before it is right.
fn strip(word: &mut String, ending: &str, rest: usize, before: fn(u8) -> bool) -> bool {
    let Some(kept) = word.strip_suffix(ending) else { return false };
    let right = kept.len() >= rest && kept.bytes().last().is_some_and(before) && kept.bytes().any(is_vowel);
    if right {
        word.truncate(kept.len());
    }
    right
}

/// Is the last s a plural or a genitive, and not part of the word (`huis`, `cyclus`, `plaats`, `kans`)?
fn s_is_an_ending(word: &str) -> bool {
    let Some(kept) = word.strip_suffix('s') else { return false };
    match kept.bytes().last() {
        Some(b'i' | b's' | b't' | b'k' | b'p') | None => false,
        Some(b'u') => kept.ends_with("au"),
        Some(b'n') => kept.len() >= 5,
        Some(_) => kept.len() >= 3,
    }
}

/// Double vowels become one, as do double consonants at the end: `taak` and `taken`, `plannen` and `plan`.
fn single_letters(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.chars() {
        if !(matches!(letter, 'a' | 'e' | 'o' | 'u') && out.ends_with(letter)) {
            out.push(letter);
        }
    }
    let bytes = out.as_bytes();
    if let [.., a, b] = bytes
        && a == b
        && is_consonant(*b)
        && bytes.len() > 3
    {
        out.pop();
    }
    out
}
