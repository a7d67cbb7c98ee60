//! How much a browser has to draw: a part that is used ten times, in a part that is used ten times, ten times over, is a few
//! lines of text and ten thousand million elements.

use roxmltree::{Document, Node};
use std::collections::HashMap;

/// What a part of a drawing with a name holds.
#[derive(Default)]
struct Part {
    elements: u64,
    /// The numbers of the parts that are drawn where these stand.
    uses: Vec<usize>,
    weight: Option<u64>,
}

/// The number of elements of a drawing, each part counted as often as it is used. Elements may not be nested without end.
pub(super) fn of(document: &Document<'_>) -> u64 {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for node in document.descendants() {
        if let Some(id) = node.attribute("id") {
            let next = numbers.len() + 1;
            numbers.entry(id).or_insert(next);
        }
    }
    // Part 0 is all of it.
    let mut parts: Vec<Part> = std::iter::repeat_with(Part::default).take(numbers.len() + 1).collect();
    for node in document.descendants().filter(Node::is_element) {
        let uses: Vec<usize> = uses(node).filter_map(|id| numbers.get(id).copied()).collect();
        let named = node.ancestors().filter_map(|above| numbers.get(above.attribute("id")?).copied());
        for part in named.chain([0]) {
            parts[part].elements += 1;
            parts[part].uses.extend(&uses);
        }
    }
    weigh(&mut parts);
    parts[0].weight.unwrap_or_default()
}

/// The ids of what is drawn because of this element: what it copies, or fills, cuts and marks with.
fn uses<'a>(node: Node<'a, '_>) -> impl Iterator<Item = &'a str> {
    let links = !node.has_tag_name((super::SVG, "a"));
    node.attributes().flat_map(move |attribute| {
        let value = attribute.value();
        let copied = value.trim().strip_prefix('#').filter(|_| links && attribute.name() == "href");
        let styled = value.split("url(").skip(1).filter_map(|rest| {
            let id = rest.trim_start_matches([' ', '"', '\'']).strip_prefix('#')?;
            id.split(['"', '\'', ')', ' ']).next()
        });
        copied.into_iter().chain(styled)
    })
}

/// Weighs part 0 and all that it uses, the innermost first. A part within itself counts for nothing: browsers pass it over.
fn weigh(parts: &mut [Part]) {
    let mut met = vec![false; parts.len()];
    // The parts that we are in, each with how many of what it uses are done.
    let mut path = vec![(0, 0)];
    while let Some((part, done)) = path.last_mut() {
        met[*part] = true;
        match parts[*part].uses.get(*done) {
            Some(&inner) => {
                *done += 1;
                if !met[inner] {
                    path.push((inner, 0));
                }
            }
            None => {
                let inner = parts[*part].uses.iter().filter_map(|&inner| parts[inner].weight);
                parts[*part].weight = Some(inner.fold(parts[*part].elements, u64::saturating_add));
                path.pop();
            }
        }
    }
}
