//! Where a record is named in plain words, which change along with nothing.

use super::change::Change;
use crate::decode::Shown;
use crate::diag::{Files, Lines, Span};
use crate::model::Model;
use crate::site::{Site, page_url};
use crate::source::{Role, Sources};

/// More lines than this are not shown one by one.
const MOST: usize = 60;

/// Of a line that is shown.
const LONGEST: usize = 100;

/// Notes every line of data and pages that names a record in plain words, but for the one that gives it its name. Its own page counts
/// when it stays.
pub fn note_named(change: &mut Change<'_>, sources: &Sources, site: &Site, id: &str, page_stays: bool, said: &str) {
    let found = named_in(change, sources, site, id, page_stays);
    if found.is_empty() {
        return;
    }
    let shown = found.iter().take(MOST).map(|(path, line, words)| format!("\n  {path}:{line}  {words}"));
    let mut lines: String = shown.collect();
    if found.len() > MOST {
        lines.push_str(&format!("\n  en nog {} regels", found.len() - MOST));
    }
    change.note(format!("{said}{lines}"));
}

fn named_in(
    change: &Change<'_>,
    sources: &Sources,
    site: &Site,
    id: &str,
    page_stays: bool,
) -> Vec<(String, usize, String)> {
    let model = &site.model;
    let Some(record) = model.get(id) else { return Vec::new() };
    // The name, and the short one that drawings and lists use in its place. Where the two are one, the short one has to follow.
    let (mut called, mut given) = (vec![record.name(model)], vec![record.place_of("naam")]);
    for (key, shown) in record.values() {
        if let ("kort" | "afkorting", Shown::Plain(text)) = (key, shown)
            && !called.iter().any(|name| name == text)
        {
            called.push(text.to_owned());
            given.push(record.place_of(key));
        }
    }
    let address = Model::kind(record.kind().name).map(|kind| format!("{}/{id}/", kind.plural)).unwrap_or_default();
    let mut found = Vec::new();
    for role in [Role::Data, Role::Page] {
        for (file, source) in sources.of(role) {
            if role == Role::Page && !page_stays && page_url(&source.name) == address {
                continue;
            }
            // Most files name it nowhere.
            if source.text().is_ok_and(|(text, _)| called.iter().all(|name| !text.contains(name.as_str()))) {
                continue;
            }
            let text = Lines::of(sources.text(file));
            let own: Vec<usize> = given
                .iter()
                .filter(|given| given.file == file)
                .map(|given| text.at(given.range().start).line)
                .collect();
            let mut next = 0;
            for (i, line) in sources.text(file).split_inclusive('\n').enumerate() {
                let start = next;
                next += line.len();
                let comment = role == Role::Data && line.trim_start().starts_with('#');
                if !own.contains(&(i + 1)) && !comment && called.iter().any(|name| names(line, name)) {
                    let words: String = line.trim().chars().take(LONGEST).collect();
                    found.push((change.path(file), change.line(Span::new(file, start..start)), words));
                }
            }
        }
    }
    found
}

/// Does a line hold this name, not as a part of longer words?
fn names(line: &str, name: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric();
    !name.is_empty()
        && line
            .match_indices(name)
            .any(|(i, _)| !line[..i].ends_with(letter) && !line[i + name.len()..].starts_with(letter))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_name_is_whole_words() {
        assert!(
            names("Van de Raad.", "Raad")
                && names("Raad-voorzitter", "Raad")
                && names("de Raadszaal van de Raad", "Raad")
        );
        assert!(!names("de Raadszaal", "Raad") && !names("deRaad", "Raad") && !names("", "Raad") && !names("x", ""));
    }
}
