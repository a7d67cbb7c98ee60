//! Everything that has a name, by letter: pages, records, abbreviations and other names. Who has no JavaScript searches here.

use crate::dutch::fold;
use crate::markup::Html;
use crate::model::Model;
use crate::pages::book::{Addresses, What, names_of_records};
use crate::pages::view::{Card, Group, PageView};
use std::collections::BTreeMap;

/// The group of names that begin with no letter.
const DIGITS: &str = "0–9";

/// A name, and what it leads to.
struct Line {
    name: String,
    url: String,
    /// What it is: `Overleg`.
    kind: String,
    /// The proper name, when this is another.
    proper: String,
}

/// Fills the view with a group for each letter.
pub fn show(book: &Addresses<'_>, view: &mut PageView) {
    if view.lead.is_empty() {
        view.lead = book.site.phrases.pages().alphabet_lead().into();
    }
    let mut lines: Vec<(String, Line)> =
        lines(book).into_iter().map(|line| (fold(&line.name).into_owned(), line)).collect();
    lines.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.proper.cmp(&y.proper)).then_with(|| x.url.cmp(&y.url)));
    lines.dedup_by(|(a, x), (b, y)| a == b && x.url == y.url);
    // Digits go before letters; a name that begins with a sign stands under its first letter.
    let mut letters: BTreeMap<Option<char>, Vec<Card>> = BTreeMap::new();
    for (key, line) in lines {
        let letter = key.chars().find(|c| c.is_alphanumeric()).filter(char::is_ascii_lowercase);
        letters.entry(letter).or_default().push(card(line));
    }
    view.groups.extend(letters.into_iter().map(|(letter, items)| Group {
        title: letter.map_or_else(|| DIGITS.to_owned(), |c| c.to_ascii_uppercase().to_string()),
        id: letter.map_or_else(|| "cijfers".to_owned(), |c| format!("letter-{c}")),
        text: Html::default(),
        colour: String::new(),
        items,
    }));
}

fn lines(book: &Addresses<'_>) -> Vec<Line> {
    let model = &book.site.model;
    let mut lines = Vec::new();
    for (url, slot) in &book.slots {
        let left_out = slot.hidden || url.is_empty() || matches!(slot.what, What::Alphabet | What::Keyword(_));
        // A record is told below, with its other names.
        if !left_out && !matches!(slot.what, What::Record(_)) {
            lines.push(Line { name: slot.title.clone(), url: url.clone(), kind: String::new(), proper: String::new() });
        }
    }
    let names = names_of_records(model);
    for kind in Model::KINDS {
        for record in model.of_kind(kind.name) {
            let url = book.of_record(record);
            if book.slots.get(&url).is_some_and(|slot| slot.hidden) {
                continue;
            }
            let proper = book.slots.get(&url).map_or_else(|| record.name(model), |slot| slot.title.clone());
            let own = names.get(record.id());
            let also = own.into_iter().flat_map(|n| n.also.iter().chain(&n.former)).filter(|name| **name != proper);
            lines.extend(also.map(|name| Line {
                name: name.clone(),
                url: url.clone(),
                kind: book.site.words.kind(*kind).one.to_owned(),
                proper: proper.clone(),
            }));
            lines.push(Line {
                name: proper,
                url,
                kind: book.site.words.kind(*kind).one.to_owned(),
                proper: String::new(),
            });
        }
    }
    lines
}

fn card(line: Line) -> Card {
    Card {
        title: line.name,
        url: line.url,
        anchor: String::new(),
        former: Vec::new(),
        text: line.proper.into(),
        tag: line.kind.to_owned(),
        colour: String::new(),
        status: None,
        facts: Vec::new(),
        sources: Vec::new(),
    }
}
