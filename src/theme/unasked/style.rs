//! Names of colours, letters and sizes in the site's own style (`--v-indigo`) that nobody else knows (`STIJL008`).

use super::asked::is_of_word;
use super::{own, place};
use crate::diag::{Diagnostic, nearest, words};
use crate::source::Sources;
use std::collections::BTreeSet;
use std::ops::Range;

/// A name in a style sheet.
struct Name<'t> {
    name: &'t str,
    at: Range<usize>,
    use_: Use,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Set,
    /// `var(--x)`
    Asked,
    /// `var(--x, blauw)`: nothing is wrong when it is not there.
    AskedLoosely,
}

pub fn tell(sources: &Sources, problems: &mut Vec<Diagnostic>) {
    let sheets: Vec<_> = own(sources, "css/").filter(|(_, name, _)| name.ends_with(".css")).collect();
    if sheets.is_empty() {
        return;
    }
    let (mut set, mut asked, mut theirs) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (_, layer, file) in sources.theme() {
        let Ok((text, _)) = file.text() else { continue };
        if file.name.starts_with("css/") {
            for found in names(text) {
                let to = if found.use_ == Use::Set { &mut set } else { &mut asked };
                to.insert(found.name);
                if layer > 0 {
                    theirs.insert(found.name);
                }
            }
        } else if file.name.starts_with("js/") || file.name.starts_with("templates/") {
            // A script or a template may set a name or ask for it.
            let found = text.match_indices("--").map(|(at, _)| name_at(text, at));
            let found: Vec<_> = found.filter(|name| name.len() > 2).collect();
            set.extend(found.iter().copied());
            asked.extend(found);
        }
    }
    for (id, _, file) in sheets {
        let Ok((text, _)) = file.text() else { continue };
        let mut told = BTreeSet::new();
        for found in names(text) {
            let idle = match found.use_ {
                Use::Set => !asked.contains(found.name) && !theirs.contains(found.name),
                Use::Asked => !set.contains(found.name),
                Use::AskedLoosely => false,
            };
            if idle && told.insert(found.name) {
                let near = nearest(found.name, theirs.iter().copied());
                let at = place(id, file, found.at);
                problems.push(words::theme::idle_property(at, found.name, found.use_ == Use::Set, near));
            }
        }
    }
}

/// The names that a style sheet gives a value.
pub fn set_in(css: &str) -> BTreeSet<&str> {
    names(css).filter(|found| found.use_ == Use::Set).map(|found| found.name).collect()
}

fn name_at(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..rest.find(|c| !is_of_word(c)).unwrap_or(rest.len())]
}

/// The names in a style sheet, in order.
fn names(text: &str) -> impl Iterator<Item = Name<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(from..)?;
            let remark = rest.find("/*");
            let at = rest.find("--")?;
            if let Some(remark) = remark.filter(|remark| *remark < at) {
                let end = rest[remark..].find("*/")?;
                from += remark + end + 2;
                continue;
            }
            let name = name_at(text, from + at);
            let start = from + at;
            let before = text[..start].trim_end();
            let begins = !text[..start].chars().next_back().is_some_and(is_of_word);
            from = start + name.len().max(2);
            let behind = text[from..].trim_start();
            let use_ = match behind.chars().next() {
                // `.blok--breed:hover` has letters before it, `--x:` has not.
                Some(':') if begins && (before.is_empty() || before.ends_with(['{', ';', '/', '}'])) => Use::Set,
                Some(')') if before.ends_with("var(") => Use::Asked,
                _ if before.ends_with("var(") || before.ends_with("@property") => Use::AskedLoosely,
                _ => continue,
            };
            if begins && name.len() > 2 {
                return Some(Name { name, at: start..start + name.len(), use_ });
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_a_sheet() {
        let css = "/* --weg: 1 */ :root { --a: var( --b ); --c : var(--d, red) } .x--breed:hover { --e:1px }";
        let found = |wanted| names(css).filter(move |n| n.use_ == wanted).map(|n| n.name).collect::<Vec<_>>();
        assert_eq!(found(Use::Set), ["--a", "--c", "--e"]);
        assert_eq!(found(Use::Asked), ["--b"]);
        assert_eq!(found(Use::AskedLoosely), ["--d"]);
    }
}
