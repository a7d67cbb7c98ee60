//! Many problems of one kind are shown as one, with the places of the others: 367 times the same is read once.

use super::{Diagnostic, Files, Texts};
use std::collections::HashMap;

/// So many of a kind are still shown one by one.
const FEW: usize = 3;
/// With more problems than this every kind is shown once.
const MANY: usize = 20;
/// With more than this a whole site was taken over from another program: all with one code stand together, and codes that are told
/// of the same thing.
const WHOLE_SITE: usize = 200;
/// Codes of the same thing: HTML that cannot stand on a page, links and images that are not written as they should be, tables that come
/// apart, and images that cannot be shown.
const FAMILIES: &[&[&str]] = &[
    &["MD020", "MD022", "MD024", "MD025", "MD026", "MD027", "MD028", "MD029"],
    &["MD007", "MD010", "MD011", "MD034", "MD044", "MD045"],
    &["MD038", "MD039", "MD040", "MD048"],
    &["MD012", "MD013"],
];
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
/// stands between quotation marks, and for numbers. What has a remedy of several lines, such as a table to copy, stands alone.
pub fn groups(diagnostics: &[Diagnostic]) -> Vec<Group<'_>> {
    let few = if diagnostics.len() > MANY { 1 } else { FEW };
    let mut sizes: HashMap<(&str, String), usize> = HashMap::new();
    // Of a few, what asks for another remedy is another slip; of many, that would be as long as ever.
    let apart = |d: &Diagnostic| if diagnostics.len() > MANY || !is_foreign(d) { "" } else { own_remedy(d) }.to_owned();
    let of = |d: &Diagnostic| if diagnostics.len() > WHOLE_SITE { String::new() } else { kind(d) + &apart(d) };
    let code = |d: &Diagnostic| if diagnostics.len() > WHOLE_SITE { family(d.code) } else { d.code };
    let kinds: Vec<(&str, String)> = diagnostics.iter().map(|d| (code(d), of(d))).collect();
    for kind in &kinds {
        *sizes.entry(kind.clone()).or_default() += 1;
    }
    let mut known: HashMap<(&str, String), usize> = HashMap::new();
    let mut shown: Vec<Group<'_>> = Vec::new();
    for (problem, kind) in diagnostics.iter().zip(kinds) {
        let alone = sizes[&kind] <= few || problem.remedy.contains('\n');
        match known.get(&kind).filter(|_| !alone) {
            Some(&at) => shown[at].others.push(problem),
            None => {
                if !alone {
                    known.insert(kind, shown.len());
                }
                shown.push(Group { first: problem, others: Vec::new() });
            }
        }
    }
    shown
}

/// The first code of those that are told of the same thing.
fn family(code: &'static str) -> &'static str {
    FAMILIES.iter().find(|family| family.contains(&code)).map_or(code, |family| family[0])
}

/// Is it markup of another program?
fn is_foreign(d: &Diagnostic) -> bool {
    ("MD060"..="MD070").contains(&d.code)
}

/// What a problem says. Of markup of other programs that is what becomes of it: pages that were taken over have it from a dozen
/// programs, and what to do is said of each.
fn kind(d: &Diagnostic) -> String {
    let behind = d.message.rsplit_once('”').filter(|_| is_foreign(d)).map(|(_, behind)| behind);
    let effect = behind.map(|behind| behind.rsplit_once(" en ").map_or(behind, |(_, effect)| effect).trim());
    kind_of(effect.unwrap_or(&d.message))
}

/// A remedy without what is said of signs that may be meant as they are: that is told or not, by the sign.
fn own_remedy(d: &Diagnostic) -> &str {
    d.remedy.split(" Bedoelt u").next().unwrap_or_default()
}

/// A sentence without what differs from place to place: what is quoted, a name between double brackets, HTML, paths and numbers.
fn kind_of(message: &str) -> String {
    let mut kind = String::with_capacity(message.len());
    let mut until: Option<char> = None;
    let mut before = ' ';
    for c in message.chars() {
        match (until, c) {
            (Some(end), _) => {
                if c == end {
                    until = None;
                }
            }
            (None, '“') => until = Some('”'),
            (None, '<') => until = Some('>'),
            (None, '[') if before == '[' => until = Some(']'),
            (None, '/') if before == ' ' => until = Some(' '),
            (None, _) if c.is_ascii_digit() => {}
            (None, _) => kind.push(c),
        }
        before = c;
    }
    kind
}

impl<'d> Group<'d> {
    /// Others that say something else, each with what it is about: the first of each. Of markup of other programs those with another
    /// remedy.
    pub fn other_remedies(&self) -> Vec<(String, &'d Diagnostic)> {
        let mut kinds = vec![kind(self.first)];
        if !is_foreign(self.first) {
            let new = self.others.iter().filter(|other| {
                let own = kind(other);
                let new = !kinds.contains(&own);
                kinds.push(own);
                new
            });
            let about = |other: &Diagnostic| {
                // What `verbeeld --uitleg` tells more of.
                let code = if other.code == self.first.code { String::new() } else { format!(" [{}]", other.code) };
                format!("“{}”{code}", other.message.replace(['“', '”'], "'"))
            };
            return new.map(|other| (about(other), *other)).collect();
        }
        let mut known = vec![own_remedy(self.first)];
        let others = self.others.iter().copied();
        others
            .filter(|other| {
                let new = !known.contains(&own_remedy(other));
                known.push(own_remedy(other));
                new
            })
            .map(|other| (value(&other.message), other))
            .collect()
    }

    /// Where the others are, a line each; the last says how many more there are.
    pub fn elsewhere(&self, files: &dyn Files, texts: &Texts<'_>) -> Vec<String> {
        let mut lines: Vec<(String, String, Vec<usize>)> = Vec::new();
        for problem in &self.others {
            let Some(place) = problem.place else { continue };
            let line = texts.start(place).line;
            let path = files.path(place.file);
            let mut what = if problem.message == self.first.message { String::new() } else { value(&problem.message) };
            if let Some(hint) = literal(&problem.remedy).filter(|hint| literal(&self.first.remedy) != Some(hint)) {
                what = format!("{what} {hint}").trim_start().to_owned();
            }
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

/// The first sentence of a remedy that says what to write in this one place.
fn literal(remedy: &str) -> Option<&str> {
    let starts = ["Bedoelde u", "Schrijf:"].iter().any(|start| remedy.starts_with(start));
    let end = remedy.find("? ").or_else(|| remedy.find(". ")).map_or(remedy.len(), |i| i + 1);
    // "Zet plan.pdf in de map van deze pagina en schrijf alleen de naam: plan.pdf."
    let within = || remedy[..end].split_once("chrijf ").is_some_and(|(_, what)| what.contains(": "));
    (starts || within()).then(|| &remedy[..end])
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
        let many: Vec<Diagnostic> = (0..21).map(|i| told(["A001", "B001"][i % 2], "Iets", i)).collect();
        assert_eq!(groups(&many).len(), 2, "of many every kind is shown once");
        let html: Vec<Diagnostic> = (0..201).map(|i| told(["MD020", "MD024"][i % 2], "Iets", i)).collect();
        assert_eq!(groups(&html).len(), 1, "of a whole site what is told of HTML is one");
        assert_eq!(groups(&html[..30]).len(), 2);
        let tables: Vec<Diagnostic> = (0..21).map(|i| told("A001", "Iets", i).remedy("zo:\n| a |")).collect();
        assert_eq!(groups(&tables).len(), 21, "a table to copy is always shown");
        let marks: Vec<Diagnostic> = (0..9)
            .map(|i| told("MD063", "“x” hoort hier niet", i).remedy(["Zo.", "Anders."][usize::from(i % 4 == 3)]))
            .collect();
        assert_eq!(groups(&marks).len(), 3, "what asks for another remedy is another slip");
        let marks: Vec<Diagnostic> = marks.iter().chain(&marks).chain(&marks).cloned().collect();
        let other = groups(&marks)[0].other_remedies();
        assert_eq!(other.iter().map(|(_, d)| d.remedy.as_str()).collect::<Vec<_>>(), ["Anders."]);
        assert_eq!(super::literal("Bedoelde u “a”? U kunt kiezen."), Some("Bedoelde u “a”?"));
        assert_eq!(super::literal("Haal het weg."), None);
        assert_eq!(
            kind_of("De pagina /over/ heeft geen kopje “#a”"),
            kind_of("De pagina /werk/ heeft geen kopje “#b”")
        );
        assert_eq!(kind_of("[[Een pagina]] verwijst naar niets"), kind_of("[[iets]] verwijst naar niets"));
        let from = |origin: &str| told("MD065", &format!("“x en y” {origin} en komt zo op de pagina te staan"), 0);
        let programs = [from("komt uit een ander programma (Hugo)"), from("hoort bij een tekst over Markdown en zo")];
        assert_eq!(super::kind(&programs[0]), super::kind(&programs[1]));
        assert_eq!(kind_of("<td> wordt niet afgesloten"), kind_of("<b> wordt niet afgesloten"));
        assert_eq!(kind_of("Hier staan 12 “a 3 b” cellen"), "Hier staan   cellen");
    }
}
