//! The table twin and the conclusion, from the rows that are drawn.

use super::super::figure::Table;
use super::super::svg::escape;
use super::super::words::{joined, link};
use super::{Form, Relatiekaart, relations};
use std::cmp::Reverse;

/// One row per line of the drawing.
pub fn table(map: &Relatiekaart) -> Table {
    let ambitions = map.edges.iter().any(|edge| edge.ambition.is_some());
    let mut head = vec!["Van", "Naar", "Niveau"];
    if ambitions {
        head.push("Ambitie");
    }
    head.extend(["Onderwerp", "Status"]);
    let rows = map.edges.iter().map(|edge| {
        let (from, to) = (&map.nodes[edge.from], &map.nodes[edge.to]);
        let mut row = vec![link(&from.href, &from.label), link(&to.href, &to.label), escape(&edge.level_name)];
        if ambitions {
            row.push(edge.ambition.as_ref().map_or_else(|| "–".to_owned(), |ambition| escape(&ambition.name)));
        }
        row.push(if edge.subject.is_empty() {
            link(&edge.href, "Bekijk de relatie")
        } else {
            link(&edge.href, &edge.subject)
        });
        row.push(escape(&edge.status_name));
        row
    });
    Table {
        caption: format!("{} tussen {} partijen", relations(map.edges.len()), map.nodes.len()),
        head: head.into_iter().map(str::to_owned).collect(),
        rows: rows.collect(),
    }
}

/// The levels in use, the closest first, with how many lines have each.
pub fn levels(map: &Relatiekaart) -> Vec<(String, usize)> {
    let mut levels: Vec<(Form, String, usize)> = Vec::new();
    for edge in &map.edges {
        match levels.iter_mut().find(|(_, name, _)| *name == edge.level_name) {
            Some((_, _, count)) => *count += 1,
            None => levels.push((edge.form, edge.level_name.clone(), 1)),
        }
    }
    levels.sort_by_key(|(form, ..)| Reverse(*form));
    levels.into_iter().map(|(_, name, count)| (name, count)).collect()
}

/// What the map shows, in a sentence or two.
pub fn conclusion(map: &Relatiekaart) -> String {
    let total = map.edges.len();
    if total == 0 {
        return "Er zijn nog geen relaties vastgelegd.".to_owned();
    }
    let counts: Vec<String> = levels(map).iter().map(|(name, count)| format!("{count} {name}")).collect();
    let most = (0..map.nodes.len()).map(|node| map.degree(node)).max().unwrap_or(0);
    let busiest: Vec<String> = (0..map.nodes.len())
        .filter(|node| map.degree(*node) == most)
        .map(|node| map.nodes[node].label.clone())
        .collect();
    let first = format!("{} tussen {} partijen: {}.", relations(total), map.nodes.len(), joined(&counts));
    // Around one node that node has them all: no news.
    let around_one = most == total;
    match busiest.len() {
        _ if around_one => first,
        1 => format!("{first} De meeste: {} ({most}).", busiest[0]),
        2 | 3 if most > 1 => format!("{first} De meeste: {} (elk {most}).", joined(&busiest)),
        _ => first,
    }
}
