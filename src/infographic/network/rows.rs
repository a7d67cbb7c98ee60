//! The table twin and the counts, from the rows that are drawn.

use super::super::figure::Table;
use super::super::legend::Level;
use super::super::svg::escape;
use super::super::words::link;
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
    let known = |level: &Option<Level>| level.as_ref().map_or_else(|| "–".to_owned(), |level| escape(&level.name));
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
            row.push(if edge.directed { escape(&say.direction_to(&to.label)) } else { "–".to_owned() });
        }
        if grown {
            row.push(known(&edge.before));
        }
        row.push(escape(&edge.level.name));
        if ambitions {
            row.push(known(&edge.ambition));
        }
        row.push(if edge.subject.is_empty() {
            link(&edge.href, all.to_relation())
        } else {
            link(&edge.href, &edge.subject)
        });
        row.push(escape(&edge.status_name));
        row
    });
    Table {
        caption: say.caption(map.edges.len(), map.nodes.len()),
        head: head.into_iter().map(str::to_owned).collect(),
        rows: rows.collect(),
    }
}

fn bodies(map: &Network) -> Table {
    let lane = |lane: usize| map.lanes.get(lane).map_or(String::new(), |lane| escape(&lane.name));
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
