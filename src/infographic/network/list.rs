//! The relations as a list, by level: it leads to every one of them without script.

use super::super::canvas::dye;
use super::super::glyph::glyph;
use super::super::legend::line_sample;
use super::super::svg::{escape, id_part};
use super::super::words::{capital, link};
use super::{Network, levels};

/// Lists of relations, the closest level first. The weave over each list is that of the drawing.
pub fn list(map: &Network) -> String {
    if map.edges.is_empty() {
        return String::new();
    }
    let say = map.head.phrases.relatiekaart();
    let mut out = String::from("<div class=\"ig-lijst\">");
    for (index, (level, count)) in levels(map).iter().enumerate() {
        let Some(sample) = map.edges.iter().find(|edge| edge.level.name == *level) else { continue };
        let meaning = map.legend.iter().find(|entry| entry.name == *level).map_or("", |entry| entry.meaning.as_str());
        let id = format!("{}-niveau-{}", id_part(&map.head.id), index + 1);
        out.push_str(&format!(
            "<div role=\"group\" class=\"ig-niveau {}\" aria-labelledby=\"{id}\">{}<p class=\"ig-niveau-naam\" id=\"{id}\">{}<strong>{}</strong> <span class=\"ig-aantal\">{count}</span></p>",
            dye(&sample.level.colour),
            line_sample(sample.level.form, &sample.level.colour),
            glyph(&sample.level.glyph),
            escape(level),
        ));
        if !meaning.is_empty() {
            out.push_str(&format!("<p class=\"ig-niveau-uitleg\">{}.</p>", escape(&capital(meaning))));
        }
        out.push_str("<ul>");
        for edge in map.edges.iter().filter(|edge| edge.level.name == *level) {
            let (from, to) = (&map.nodes[edge.from], &map.nodes[edge.to]);
            out.push_str(&format!(
                "<li><p class=\"ig-paar\">{} <span class=\"ig-en\">{}</span> {}</p>",
                link(&from.href, &from.label),
                escape(say.and()),
                link(&to.href, &to.label)
            ));
            let subject = if edge.subject.is_empty() { map.head.phrases.common().to_relation() } else { &edge.subject };
            out.push_str(&format!("<p class=\"ig-onderwerp\">{}", link(&edge.href, subject)));
            let others = [(say.before_label(), &edge.before), (say.ambition_label(), &edge.ambition)];
            for (label, level) in others.into_iter().filter_map(|(label, level)| Some((label, level.as_ref()?))) {
                out.push_str(&format!(" <span class=\"ig-ambitie\">{} {}</span>", escape(label), escape(&level.name)));
            }
            out.push_str(&format!(" <span class=\"ig-status\">{}</span></p></li>", escape(&edge.status_name)));
        }
        out.push_str("</ul></div>");
    }
    out.push_str("</div>");
    out
}
