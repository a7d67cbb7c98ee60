//! The map for narrow screens: the relations as a list, by level.

use super::super::canvas::dye;
use super::super::glyph::glyph;
use super::super::legend::line_sample;
use super::super::svg::{escape, id_part};
use super::super::words::{capital, link};
use super::{Relatiekaart, rows};

/// Lists of relations, the closest level first. The weave over each list is that of the drawing.
pub fn list(map: &Relatiekaart) -> String {
    let mut out = String::from("<div class=\"ig-lijst\">");
    for (index, (level, count)) in rows::levels(map).iter().enumerate() {
        let Some(sample) = map.edges.iter().find(|edge| edge.level_name == *level) else { continue };
        let meaning = map.legend.iter().find(|entry| entry.label == *level).map_or("", |entry| entry.meaning.as_str());
        let id = format!("{}-niveau-{}", id_part(&map.head.id), index + 1);
        out.push_str(&format!(
            "<div role=\"group\" class=\"ig-niveau {}\" aria-labelledby=\"{id}\">{}<p class=\"ig-niveau-naam\" id=\"{id}\">{}<strong>{}</strong> <span class=\"ig-aantal\">{count}</span></p>",
            dye(&sample.colour),
            line_sample(sample.form, &sample.colour),
            glyph(sample.form),
            escape(level),
        ));
        if !meaning.is_empty() {
            out.push_str(&format!("<p class=\"ig-niveau-uitleg\">{}.</p>", escape(&capital(meaning))));
        }
        out.push_str("<ul>");
        for edge in map.edges.iter().filter(|edge| edge.level_name == *level) {
            let (from, to) = (&map.nodes[edge.from], &map.nodes[edge.to]);
            out.push_str(&format!(
                "<li><p class=\"ig-paar\">{} <span class=\"ig-en\">en</span> {}</p>",
                link(&from.href, &from.label),
                link(&to.href, &to.label)
            ));
            let subject = if edge.subject.is_empty() { "Bekijk de relatie" } else { &edge.subject };
            out.push_str(&format!("<p class=\"ig-onderwerp\">{}", link(&edge.href, subject)));
            if let Some(ambition) = &edge.ambition {
                out.push_str(&format!(" <span class=\"ig-ambitie\">ambitie: {}</span>", escape(&ambition.name)));
            }
            out.push_str(&format!(" <span class=\"ig-status\">{}</span></p></li>", escape(&edge.status_name)));
        }
        out.push_str("</ul></div>");
    }
    out.push_str("</div>");
    out
}
