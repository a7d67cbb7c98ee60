//! A drawing that is taller than a sheet of paper, in pieces that go on from sheet to sheet.
//!
//! The pieces are windows on the one drawing (`<use>`), so nothing is drawn twice. A drawing tells in `data-knip` between
//! which rows it may be cut; what stands above the first of them (`data-kop`) comes back on every sheet.

use super::svg::{close, element, empty, number, open};

/// Where a drawing may be cut.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cuts {
    /// The height of what every sheet begins with; zero when there is nothing of the kind.
    pub head: f64,
    /// Between which rows, from top to bottom.
    pub at: Vec<f64>,
}

impl Cuts {
    /// The same as attributes of the drawing; nothing for a drawing that is whole.
    pub fn attributes(&self) -> String {
        if self.at.is_empty() {
            return String::new();
        }
        let at: Vec<String> = self.at.iter().map(|y| number(*y)).collect();
        format!(" data-kop=\"{}\" data-knip=\"{}\"", number(self.head), at.join(" "))
    }
}

/// The drawing, made fit to be shown in pieces, and those pieces as HTML; `None` when it may not be cut.
pub fn cut(svg: &str, id: &str) -> Option<(String, String)> {
    let (tag, rest) = svg.split_once('>')?;
    let cuts = attribute(tag, "data-knip")?;
    let head: f64 = attribute(tag, "data-kop")?.parse().ok()?;
    let [_, _, width, height] = numbers(attribute(tag, "viewBox")?)[..] else { return None };
    let (names, drawn) = rest.split_once("</desc>")?;
    let drawn = drawn.strip_suffix("</svg>")?;
    // What a window shows has no ancestors but its own: the class is there for the rules of the stylesheet that ask for it.
    let mut whole = format!("{tag}>{names}");
    close(&mut whole, "desc");
    open(&mut whole, "g", &[("id", &format!("{id}-heel")), ("class", "ig-tekening")]);
    whole.push_str(drawn);
    close(&mut whole, "g");
    close(&mut whole, "svg");

    let cuts = numbers(cuts).into_iter().filter(|y| head < *y && *y < height);
    let html = element("div", &[("class", "infographic-pieces"), ("aria-hidden", "true")], |html| {
        let part = |class: &str, top: f64, bottom: f64| {
            element("div", &[("class", class)], |out| out.push_str(&piece(id, width, top, bottom)))
        };
        if head > 0.0 {
            html.push_str(&part("pieces-head", 0.0, head));
        }
        let mut top = head;
        for bottom in cuts.chain([height]) {
            html.push_str(&part("pieces-row", top, bottom));
            top = bottom;
        }
    });
    Some((whole, html))
}

/// A window on the drawing. It shows a pixel more than its part, which the next one covers: so no seam is seen.
fn piece(id: &str, width: f64, top: f64, bottom: f64) -> String {
    let (w, y, h) = (number(width), number(top), number(bottom - top + 1.0));
    let frame = [("class", "ig-stuk"), ("viewBox", &*format!("0 {y} {w} {h}")), ("focusable", "false")];
    element("svg", &frame, |out| empty(out, "use", &[("href", &format!("#{id}-heel"))]))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[from..].split('"').next()
}

fn numbers(text: &str) -> Vec<f64> {
    text.split(' ').filter_map(|number| number.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Cuts, cut};

    #[test]
    fn the_pieces_cover_the_whole_drawing_and_its_head_comes_first() {
        let cuts = Cuts { head: 20.0, at: vec![60.0] }.attributes();
        let svg = format!("<svg viewBox=\"0 0 700 100\"{cuts}><title>a</title><desc>b</desc><path/></svg>");
        let (whole, pieces) = cut(&svg, "kaart").expect("it tells where it may be cut");
        assert!(whole.contains("</desc><g id=\"kaart-heel\" class=\"ig-tekening\"><path/></g></svg>"), "{whole}");
        for window in ["0 0 700 21", "0 20 700 41", "0 60 700 41"] {
            assert!(pieces.contains(&format!("viewBox=\"{window}\"")), "{window} in {pieces}");
        }
        assert_eq!(pieces.matches("<use href=\"#kaart-heel\"/>").count(), 3);
    }

    #[test]
    fn a_drawing_that_is_whole_stays_whole() {
        assert_eq!(Cuts::default().attributes(), "");
        assert_eq!(cut("<svg viewBox=\"0 0 700 100\"><desc>b</desc></svg>", "kaart"), None);
    }
}
