//! The table twin and the counts, from the rows that are drawn.

use super::super::figure::Table;
use super::super::legend::Level;
use super::super::words::{dash, link, or_dash};
use super::Network;
use std::cmp::Reverse;

/// One row per tie; of a network without ties one per body.
pub fn table(map: &Network) -> Table {
    if map.edges.is_empty() {
        return bodies(map);
    }
    let ambitions = map.edges.iter().any(|edge| edge.ambition.is_some());
    let grown = map.edges.iter().any(|edge| edge.before.is_some());
    let directed = map.edges.iter().any(|edge| edge.directed);
    let known = |level: &Option<Level>| or_dash(level.as_ref().map_or("", |level| &level.name));
    let (all, say) = (map.head.phrases.common(), map.head.phrases.relatiekaart());
    let mut head = vec![all.who(), say.with_whom()];
    if directed {
        head.push(say.direction());
    }
    if grown {
        head.push(all.then());
    }
    // Beside other moments the level is that of now.
    head.push(if grown { all.now() } else { all.level() });
    if ambitions {
        head.push(all.ambition());
    }
    head.extend([say.subject(), all.status()]);
    let rows = map.edges.iter().map(|edge| {
        let (from, to) = (&map.nodes[edge.from], &map.nodes[edge.to]);
        let mut row = vec![link(&from.href, &from.label), link(&to.href, &to.label)];
        if directed {
            row.push(if edge.directed { say.direction_to(&to.label).into() } else { dash() });
        }
        if grown {
            row.push(known(&edge.before));
        }
        row.push((&edge.level.name).into());
        if ambitions {
            row.push(known(&edge.ambition));
        }
        row.push(if edge.subject.is_empty() {
            link(&edge.href, all.to_relation())
        } else {
            link(&edge.href, &edge.subject)
        });
        row.push((&edge.status_name).into());
        row
    });
    Table {
        caption: say.caption(map.edges.len(), map.nodes.len()),
        head: head.into_iter().map(str::to_owned).collect(),
        rows: rows.collect(),
    }
}

fn bodies(map: &Network) -> Table {
    let lane = |lane: usize| map.lanes.get(lane).map_or("", |lane| &lane.name).into();
    let rows = map.nodes.iter().map(|node| vec![link(&node.href, &node.label), lane(node.lane)]);
    let (all, say) = (map.head.phrases.common(), map.head.phrases.relatiekaart());
    Table::new(say.without_ties().to_owned(), &[all.who(), all.layer()], rows.collect())
}

/// The levels in use, the closest first, with how many lines have each.
pub fn levels(map: &Network) -> Vec<(String, usize)> {
    let mut levels: Vec<(usize, String, usize)> = Vec::new();
    for edge in &map.edges {
        match levels.iter_mut().find(|(_, name, _)| *name == edge.level.name) {
            Some((_, _, count)) => *count += 1,
            None => levels.push((edge.level.closeness(), edge.level.name.clone(), 1)),
        }
    }
    levels.sort_by_key(|(closeness, ..)| Reverse(*closeness));
    levels.into_iter().map(|(_, name, count)| (name, count)).collect()
}

/// How many ties of each level there are, as a list in words.
pub fn level_counts(map: &Network) -> String {
    let (phrases, say) = (&map.head.phrases, map.head.phrases.relatiekaart());
    let counts: Vec<String> = levels(map).iter().map(|(name, count)| say.of_level(*count, name)).collect();
    phrases.list(&counts)
}

/// The same in a sentence.
pub fn counts(map: &Network) -> String {
    map.head.phrases.relatiekaart().told(map.edges.len(), map.nodes.len(), &level_counts(map))
}
