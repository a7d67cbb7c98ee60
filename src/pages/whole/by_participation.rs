//! Organisations in groups by how they take part: who sits at the table, who was asked to, who works along.

use crate::markup::Html;
use crate::model::Participation;
use crate::model::kinds::Organisatie;
use crate::pages::view::{Card, Group};
use crate::pages::writing::{Writer, label_of};
use std::collections::BTreeMap;

/// A sentence that so few cards share is no noise.
const COMMON: usize = 3;

/// The groups of the list of organisations, from nearby to further off. What does not say how it takes part stands with its sort.
pub fn groups(writer: &Writer<'_>, cards: Vec<Card>) -> Vec<Group> {
    let mut ranked: Vec<(usize, Group)> = Vec::new();
    for (mut card, organisation) in cards.into_iter().zip(&writer.model().organisaties) {
        let sort = label_of(&organisation.soort);
        let (rank, group) = place(writer, organisation, &sort, &card);
        if group.title != sort {
            card.tag = sort;
        }
        match ranked.iter_mut().find(|(_, other)| other.id == group.id) {
            Some((_, group)) => group.items.push(card),
            None => ranked.push((rank, Group { items: vec![card], ..group })),
        }
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut groups: Vec<Group> = ranked.into_iter().map(|(_, group)| group).collect();
    groups.iter_mut().for_each(|group| leave_out_common(&mut group.items));
    groups
}

fn place(writer: &Writer<'_>, organisation: &Organisatie, sort: &str, card: &Card) -> (usize, Group) {
    let (rank, key, title, text) = match organisation.deelname {
        Some(how) => (
            Participation::ALL.iter().position(|p| *p == how).unwrap_or(usize::MAX),
            how.word(),
            label_of(writer.words().name(how)),
            Html::from(writer.words().meaning(how)),
        ),
        None => (usize::MAX, organisation.soort.as_str(), sort.to_owned(), Html::default()),
    };
    (rank, Group { title, id: crate::site::slug(key), text, colour: card.colour.clone(), items: Vec::new() })
}

/// When most cards of a group say the same, none of them says anything: the heading does.
fn leave_out_common(cards: &mut [Card]) {
    let mut same: BTreeMap<&str, usize> = BTreeMap::new();
    cards.iter().for_each(|card| *same.entry(card.text.as_str()).or_default() += 1);
    let most = same.into_values().max().unwrap_or_default();
    if most >= COMMON && most * 2 > cards.len() {
        cards.iter_mut().for_each(|card| card.text = Html::default());
    }
}
