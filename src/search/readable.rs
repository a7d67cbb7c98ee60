//! The opening of a text, to show under a title.

use crate::markup::{Html, Piece};
use std::fmt::Write;

/// Most of what is kept, in bytes.
const MOST: usize = 360;

/// A text that grows until it is long enough.
#[derive(Debug, Default)]
pub struct Opening(String);

impl Opening {
    /// Adds HTML under a label, which may be empty.
    pub fn add(&mut self, label: &str, html: &Html) {
        if self.0.len() > MOST || html.is_empty() {
            return;
        }
        if self.0.is_empty() {
            self.0.reserve(3 * MOST);
        }
        if !label.is_empty() {
            let colon = if label.ends_with('?') { "" } else { ":" };
            let _ = write!(self.0, "{label}{colon} ");
        }
        readable(html, &mut self.0);
        self.0.push('\n');
    }

    /// On one line, with a dot between what stood apart; ends on a whole word.
    pub fn text(&self) -> String {
        let mut out = String::with_capacity(MOST);
        for line in self.0.lines() {
            // The sign of a heading's own link is no word.
            // A space that may not be broken stays one: “€ 10.000”.
            for word in line.split_ascii_whitespace().filter(|word| *word != "#") {
                if out.len() + word.len() > MOST {
                    out.truncate(out.trim_end_matches([' ', '·', ',', ';', ':']).len());
                    out.push('…');
                    return out;
                }
                // A comma behind an element that stood apart.
                if !out.is_empty() && word != "," {
                    out.push(' ');
                }
                out.push_str(word);
            }
            if !out.is_empty() && !out.ends_with(['.', '?', '!', '·']) {
                out.push_str(" ·");
            }
        }
        out.truncate(out.trim_end_matches([' ', '·']).len());
        out
    }
}

/// The words of HTML; what stands in blocks of its own comes on lines of its own.
fn readable(html: &Html, out: &mut String) {
    // Within a label: how sure the words before it are.
    let mut label = false;
    for piece in html.pieces() {
        if out.len() > 2 * MOST {
            return;
        }
        match piece {
            Piece::Text(text) => out.push_str(&text),
            Piece::Open { label: true, .. } => {
                label = true;
                out.push_str(" (");
            }
            Piece::Close("span") if std::mem::take(&mut label) => out.push(')'),
            Piece::Open { name, .. } | Piece::Close(name) => match name {
                "a" | "strong" | "em" | "abbr" | "b" | "i" | "code" | "mark" | "sup" | "sub" | "small" => {}
                "span" | "time" | "button" => out.push(' '),
                _ => out.push('\n'),
            },
            Piece::Drawing => out.push('\n'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Opening;
    use crate::html;
    use crate::markup::Html;

    #[test]
    fn an_opening_reads_as_a_sentence() {
        let mut opening = Opening::default();
        opening.add("", &Html::element("p", &[], html!["Het ", Html::link("x", "VTH"), "-beleid & meer."]));
        let mut proposed = Html::default();
        proposed.label("span", "status", "voorstel");
        let chair = html!["Voorzitter", proposed];
        opening.add("Wie zit erin?", &Html::list("", [chair, "Secretaris".into()]));
        opening.add("Geld", &"circa €\u{a0}10".into());
        assert_eq!(
            opening.text(),
            "Het VTH-beleid & meer. Wie zit erin? Voorzitter (voorstel) · Secretaris · Geld: circa €\u{a0}10"
        );
    }
}
