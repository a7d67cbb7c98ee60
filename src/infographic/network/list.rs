//! The relations as a list, by level: it leads to every one of them without script.

use super::super::canvas::dye;
use super::super::glyph::glyph;
use super::super::legend::line_sample;
use super::super::svg::id_part;
use super::super::words::{capital, link};
use super::{Edge, Network, levels};
use crate::html;
use crate::markup::Html;

/// Lists of relations, the closest level first. The weave over each list is that of the drawing.
pub fn list(map: &Network) -> Html {
    let mut html = Html::default();
    if map.edges.is_empty() {
        return html;
    }
    html.open("div", &[("class", "ig-lijst")]);
    for (index, (level, count)) in levels(map).iter().enumerate() {
        let Some(sample) = map.edges.iter().find(|edge| edge.level.name == *level) else { continue };
        let meaning = map.legend.iter().find(|entry| entry.name == *level);
        let meaning = meaning.map_or("", |entry| entry.meaning.as_str());
        let id = format!("{}-niveau-{}", id_part(&map.head.id), index + 1);
        let class = format!("ig-niveau {}", dye(&sample.level.colour));
        html.open("div", &[("role", "group"), ("class", &class), ("aria-labelledby", &id)]);
        html.push(line_sample(sample.level.form, &sample.level.colour));
        html.open("p", &[("class", "ig-niveau-naam"), ("id", &id)]);
        html.push(glyph(&sample.level.glyph));
        html.push(Html::element("strong", &[], level));
        html.push_text(" ");
        html.push(Html::element("span", &[("class", "ig-aantal")], count.to_string()));
        html.close("p");
        if !meaning.is_empty() {
            html.push(Html::element("p", &[("class", "ig-niveau-uitleg")], format!("{}.", capital(meaning))));
        }
        html.push(Html::list("", map.edges.iter().filter(|edge| edge.level.name == *level).map(|edge| tie(map, edge))));
        html.close("div");
    }
    html.close("div");
    html
}

/// A tie as an item: between whom, about what, how it was or should be, and how sure it is.
fn tie(map: &Network, edge: &Edge) -> Html {
    let say = map.head.phrases.relatiekaart();
    let (from, to) = (&map.nodes[edge.from], &map.nodes[edge.to]);
    let and = Html::element("span", &[("class", "ig-en")], say.and());
    let pair = html![link(&from.href, &from.label), " ", and, " ", link(&to.href, &to.label)];
    let subject = if edge.subject.is_empty() { map.head.phrases.common().to_relation() } else { &edge.subject };
    let mut about = link(&edge.href, subject);
    let others = [(say.before_label(), &edge.before), (say.ambition_label(), &edge.ambition)];
    for (label, level) in others.into_iter().filter_map(|(label, level)| Some((label, level.as_ref()?))) {
        about.push_text(" ");
        about.push(Html::element("span", &[("class", "ig-ambitie")], format!("{label} {}", level.name)));
    }
    about.push_text(" ");
    about.push(Html::element("span", &[("class", "ig-status")], &edge.status_name));
    html![Html::element("p", &[("class", "ig-paar")], pair), Html::element("p", &[("class", "ig-onderwerp")], about)]
}
