//! The eight for narrow screens: two loops under each other, tied together where they meet.

use super::super::canvas::dye;
use super::super::geometry::{Point, Route};
use super::super::svg::escape;
use super::super::weave::{self, Form};
use super::super::words::{Named, links};
use super::{Big8, Loop};

/// The loops as ordered lists.
pub fn lists(map: &Big8) -> String {
    let mut out = String::from("<div class=\"big8-lijst\">");
    let mut number = 0;
    let mut open: Option<Loop> = None;
    for step in &map.steps {
        number += 1;
        if open != Some(step.place) {
            if open.is_some() {
                out.push_str("</ol></div>");
            }
            let (name, note, colour) = match step.place {
                Loop::First => (map.loops[0].name.as_str(), map.loops[0].note.as_str(), map.loops[0].colour.as_str()),
                Loop::Second => (map.loops[1].name.as_str(), map.loops[1].note.as_str(), map.loops[1].colour.as_str()),
                Loop::Both => (map.head.phrases.big8().both(), map.head.phrases.big8().knot(), "wouw"),
            };
            out.push_str(&format!(
                "<div class=\"{}\"><div class=\"big8-band\">{}</div><p class=\"big8-kop\"><strong>{}</strong> {}</p><ol start=\"{number}\">",
                dye(colour),
                band(map, step.place),
                escape(name),
                escape(note),
            ));
            open = Some(step.place);
        }
        out.push_str(&format!(
            "<li><span class=\"big8-getal\" aria-hidden=\"true\">{number}</span><div><p class=\"big8-naam\">{}</p>",
            step.name.link()
        ));
        if !step.who.is_empty() {
            out.push_str(&format!("<p class=\"big8-wie\">{}</p>", links(&step.who)));
        }
        for product in &step.products {
            let lead = product.lead.as_ref().map_or_else(|| escape(map.head.phrases.common().open()), Named::link);
            out.push_str(&format!(
                "<p class=\"big8-product\">{} {}<br>{} {lead}</p>",
                escape(map.head.phrases.big8().product_label()),
                product.name.link(),
                escape(map.head.phrases.big8().lead_label()),
            ));
        }
        out.push_str("</div></li>");
    }
    if open.is_some() {
        out.push_str("</ol></div>");
    }
    out.push_str("</div>");
    out
}

/// A piece of the plait of a loop, or of both.
fn band(map: &Big8, place: Loop) -> String {
    let mut out = String::from(
        "<svg viewBox=\"0 0 240 24\" width=\"240\" height=\"24\" aria-hidden=\"true\" focusable=\"false\">",
    );
    let mut draw = |colour: &str, from: f64, to: f64| {
        let route = Route::rounded(&[Point::new(from, 7.0), Point::new(to, 7.0)], 0.0);
        out.push_str(&format!("<g class=\"ig-lijn {}\" transform=\"scale(1.7)\">", dye(colour)));
        weave::draw(&mut out, Form::Vlecht, &route, &[], 0.0);
        out.push_str("</g>");
    };
    let (first, second) = (map.loops[0].colour.as_str(), map.loops[1].colour.as_str());
    match place {
        Loop::First => draw(first, 1.0, 139.0),
        Loop::Second => draw(second, 1.0, 139.0),
        Loop::Both => {
            draw(first, 1.0, 69.0);
            draw(second, 71.0, 139.0);
        }
    }
    out.push_str("</svg>");
    out
}
