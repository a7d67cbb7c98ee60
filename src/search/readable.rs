//! The opening of a text, to show under a title.

use std::fmt::Write;

/// Most of what is kept, in bytes.
const MOST: usize = 420;

/// A text that grows until it is long enough.
#[derive(Debug, Default)]
pub struct Opening(String);

impl Opening {
    /// Adds safe HTML under a label, which may be empty.
    pub fn add(&mut self, label: &str, html: &str) {
        if self.0.len() > MOST || html.is_empty() {
            return;
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
            for word in line.split_whitespace().filter(|word| *word != "#") {
                if out.len() + word.len() > MOST {
                    out.truncate(out.trim_end_matches([' ', '·', ',', ';', ':']).len());
                    out.push('…');
                    return out;
                }
                if !out.is_empty() {
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

/// The words of safe HTML; what stands in blocks of its own comes on lines of its own.
fn readable(html: &str, out: &mut String) {
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        if out.len() > 2 * MOST {
            return;
        }
        let (mark, end) = if rest[at..].starts_with('<') { ('<', '>') } else { ('&', ';') };
        let Some(length) = rest[at..].find(end) else { break };
        let inside = &rest[at + 1..at + length];
        if mark == '&' {
            out.push_str(match inside {
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "#39" => "'",
                "amp" => "&",
                _ => " ",
            });
        } else {
            let name = inside.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next();
            match name.unwrap_or_default() {
                "a" | "strong" | "em" | "abbr" | "b" | "i" | "code" | "mark" | "sup" | "sub" => {}
                "span" | "time" | "button" => out.push(' '),
                _ => out.push('\n'),
            }
        }
        rest = &rest[at + length + 1..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::Opening;

    #[test]
    fn an_opening_reads_as_a_sentence() {
        let mut opening = Opening::default();
        opening.add("", "<p>Het <a href=\"x\">VTH</a>-beleid &amp; meer.</p>");
        opening.add("Wie zit erin?", "<ul><li>Voorzitter<span>voorstel</span></li><li>Secretaris</li></ul>");
        opening.add("Fte", "0,6");
        assert_eq!(opening.text(), "Het VTH-beleid & meer. Wie zit erin? Voorzitter voorstel · Secretaris · Fte: 0,6");
    }
}
