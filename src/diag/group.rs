//! Many problems of one kind are shown as one, with the places of the others: 367 times the same is read once.

use super::{Diagnostic, Files, line_column};

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
    let mut kinds: Vec<((&str, String), Group<'_>)> = Vec::new();
    for problem in diagnostics {
        let kind = (problem.code, kind_of(&problem.message));
        match kinds.iter_mut().rev().find(|(known, _)| *known == kind) {
            Some((_, group)) => group.others.push(problem),
            None => kinds.push((kind, Group { first: problem, others: Vec::new() })),
        }
    }
    let many = |group: &Group<'_>| group.others.len() >= FEW;
    let folded: Vec<&Diagnostic> =
        kinds.iter().filter(|(_, g)| many(g)).flat_map(|(_, g)| g.others.iter().copied()).collect();
    let mut shown = Vec::new();
    let mut whole: Vec<(*const Diagnostic, Group<'_>)> =
        kinds.into_iter().filter(|(_, g)| many(g)).map(|(_, g)| (std::ptr::from_ref(g.first), g)).collect();
    for problem in diagnostics {
        let own = std::ptr::from_ref(problem);
        if let Some(at) = whole.iter().position(|(first, _)| *first == own) {
            shown.push(whole.swap_remove(at).1);
        } else if !folded.iter().any(|other| std::ptr::eq(*other, problem)) {
            shown.push(Group { first: problem, others: Vec::new() });
        }
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
        let mut lines: Vec<(String, String, Vec<usize>)> = Vec::new();
        for problem in &self.others {
            let Some(place) = problem.place else { continue };
            let line = line_column(&files.text(place.file), place.start as usize).line;
            let path = files.path(place.file);
            let what = if problem.message == self.first.message { String::new() } else { value(&problem.message) };
            match lines.iter_mut().find(|(known, known_what, _)| known == path && *known_what == what) {
                Some((_, _, numbers)) => numbers.push(line),
                None => lines.push((path.to_owned(), what, vec![line])),
            }
        }
        let more: usize = lines.iter().skip(MOST_PLACES).map(|(.., numbers)| numbers.len()).sum();
        let mut told: Vec<String> = lines
            .iter()
            .take(MOST_PLACES)
            .map(|(path, what, numbers)| {
                let shown: Vec<String> = numbers.iter().take(MOST_PLACES).map(usize::to_string).collect();
                let rest = if numbers.len() > MOST_PLACES { " …" } else { "" };
                let what = if what.is_empty() { String::new() } else { format!(": {what}") };
                format!("{path}, regel {}{rest}{what}", shown.join(", "))
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
