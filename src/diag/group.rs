//! Many problems of one kind are shown as one, with the places of the others: 367 times the same is read once.

use super::{Diagnostic, FileId, Files, line_column};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// So many of a kind are still shown one by one.
const FEW: usize = 3;
/// More places than this are not written out.
const MOST_PLACES: usize = 12;

/// A problem, and the others of its kind.
#[derive(Debug)]
pub struct Group<'d> {
    /// The first, which is shown whole.
    pub first: &'d Diagnostic,
    /// The others.
    pub others: Vec<&'d Diagnostic>,
}

/// The problems by kind, in the order of the first of each. Of a kind are those with the same code that say the same but for what
/// stands between quotation marks, and for numbers.
pub fn groups(diagnostics: &[Diagnostic]) -> Vec<Group<'_>> {
    // Of each problem the number of its kind, and of each kind how many there are.
    let mut numbers: HashMap<(&str, String), usize> = HashMap::new();
    let mut counts: Vec<usize> = Vec::new();
    let kinds: Vec<usize> = diagnostics
        .iter()
        .map(|problem| {
            let number = *numbers.entry((problem.code, kind_of(&problem.message))).or_insert(counts.len());
            if number == counts.len() {
                counts.push(0);
            }
            counts[number] += 1;
            number
        })
        .collect();
    let mut shown: Vec<Group<'_>> = Vec::new();
    // Where the group of a kind that is shown as one stands.
    let mut heads: HashMap<usize, usize> = HashMap::new();
    for (problem, kind) in diagnostics.iter().zip(kinds) {
        if counts[kind] > FEW {
            match heads.entry(kind) {
                Entry::Occupied(head) => {
                    shown[*head.get()].others.push(problem);
                    continue;
                }
                Entry::Vacant(head) => drop(head.insert(shown.len())),
            }
        }
        shown.push(Group { first: problem, others: Vec::new() });
    }
    shown
}

/// A sentence without what differs from place to place.
fn kind_of(message: &str) -> String {
    let mut kind = String::with_capacity(message.len());
    let mut quoted = false;
    for c in message.chars() {
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            _ if quoted || c.is_ascii_digit() => {}
            _ => kind.push(c),
        }
    }
    kind
}

impl Group<'_> {
    /// Where the others are, a line each; the last says how many more there are.
    pub fn elsewhere(&self, files: &dyn Files) -> Vec<String> {
        // Of each place the file and what it quotes; lines are only counted for those that are shown.
        let mut places: Vec<(FileId, String, Vec<usize>)> = Vec::new();
        let mut known: HashMap<(FileId, String), usize> = HashMap::new();
        for problem in &self.others {
            let Some(place) = problem.place else { continue };
            let what = if problem.message == self.first.message { String::new() } else { value(&problem.message) };
            let at = *known.entry((place.file, what.clone())).or_insert(places.len());
            if at == places.len() {
                places.push((place.file, what, Vec::new()));
            }
            places[at].2.push(place.start as usize);
        }
        let more: usize = places.iter().skip(MOST_PLACES).map(|(.., starts)| starts.len()).sum();
        let mut told: Vec<String> = places
            .iter()
            .take(MOST_PLACES)
            .map(|(file, what, starts)| {
                let text = files.text(*file);
                let line = |start: &usize| line_column(&text, *start).line.to_string();
                let shown: Vec<String> = starts.iter().take(MOST_PLACES).map(line).collect();
                let rest = if starts.len() > MOST_PLACES { " …" } else { "" };
                let what = if what.is_empty() { String::new() } else { format!(": {what}") };
                format!("{}, regel {}{rest}{what}", files.path(*file), shown.join(", "))
            })
            .collect();
        if more > 0 {
            told.push(format!("en nog {more} keer. Alle plekken ziet u met: verbeeld check --formaat kort"));
        }
        told
    }
}

/// What a message tells of its own place: what it quotes, or all of it.
fn value(message: &str) -> String {
    match message.split_once('“').and_then(|(_, rest)| rest.split_once('”')) {
        Some((quoted, _)) => format!("“{quoted}”"),
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{groups, kind_of};
    use crate::diag::{Diagnostic, FileId, Span};

    #[test]
    fn many_of_a_kind_are_one() {
        let told = |code, message: &str, at: usize| Diagnostic::error(code, Span::new(FileId(0), at..at + 1), message);
        let mut all: Vec<Diagnostic> = (0..5).map(|i| told("A001", &format!("“{i}” is weg"), i)).collect();
        all.insert(2, told("B001", "Iets anders", 9));
        let found = groups(&all);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].others.len(), found[1].first.code), (4, "B001"));
        assert_eq!(groups(&all[..4]).len(), 4, "three of a kind are shown one by one");
        assert_eq!(kind_of("Hier staan 12 “a 3 b” cellen"), "Hier staan   cellen");
    }
}
