//! The relations as a list, by level: it leads to every one of them without script.

use super::super::canvas::dye;
use super::super::glyph::glyph;
use super::super::legend::line_sample;
use super::super::svg::{close, element, id_part, open, said};
use super::super::words::{capital, link};
use super::{Edge, Network, levels};

/// Lists of relations, the closest level first. The weave over each list is that of the drawing.
pub fn list(map: &Network) -> String {
    if map.edges.is_empty() {
        return String::new();
    }
    element("div", &[("class", "ig-lijst")], |out| {
        for (index, (level, count)) in levels(map).iter().enumerate() {
            let Some(sample) = map.edges.iter().find(|edge| edge.level.name == *level) else { continue };
            let meaning = map.legend.iter().find(|entry| entry.name == *level);
            let meaning = meaning.map_or("", |entry| entry.meaning.as_str());
            let id = format!("{}-niveau-{}", id_part(&map.head.id), index + 1);
            let class = format!("ig-niveau {}", dye(&sample.level.colour));
            open(out, "div", &[("role", "group"), ("class", &class), ("aria-labelledby", &id)]);
            out.push_str(&line_sample(sample.level.form, &sample.level.colour));
            open(out, "p", &[("class", "ig-niveau-naam"), ("id", &id)]);
            out.push_str(&glyph(&sample.level.glyph));
            said(out, "strong", &[], level);
            out.push(' ');
            said(out, "span", &[("class", "ig-aantal")], &count.to_string());
            close(out, "p");
            if !meaning.is_empty() {
                said(out, "p", &[("class", "ig-niveau-uitleg")], &format!("{}.", capital(meaning)));
            }
            open(out, "ul", &[]);
            map.edges.iter().filter(|edge| edge.level.name == *level).for_each(|edge| tie(out, map, edge));
            close(out, "ul");
            close(out, "div");
        }
    })
}

/// A tie as an item: between whom, about what, how it was or should be, and how sure it is.
fn tie(out: &mut String, map: &Network, edge: &Edge) {
    let say = map.head.phrases.relatiekaart();
    let (from, to) = (&map.nodes[edge.from], &map.nodes[edge.to]);
    open(out, "li", &[]);
    open(out, "p", &[("class", "ig-paar")]);
    out.push_str(&link(&from.href, &from.label));
    out.push(' ');
    said(out, "span", &[("class", "ig-en")], say.and());
    out.push(' ');
    out.push_str(&link(&to.href, &to.label));
    close(out, "p");
    let subject = if edge.subject.is_empty() { map.head.phrases.common().to_relation() } else { &edge.subject };
    open(out, "p", &[("class", "ig-onderwerp")]);
    out.push_str(&link(&edge.href, subject));
    let others = [(say.before_label(), &edge.before), (say.ambition_label(), &edge.ambition)];
    for (label, level) in others.into_iter().filter_map(|(label, level)| Some((label, level.as_ref()?))) {
        out.push(' ');
        said(out, "span", &[("class", "ig-ambitie")], &format!("{label} {}", level.name));
    }
    out.push(' ');
    said(out, "span", &[("class", "ig-status")], &edge.status_name);
    close(out, "p");
    close(out, "li");
}
