//! What is written in plain words and names and means nothing there: mentions, figures, markup.

use super::{Decoder, Shape, Value};
use crate::diag::words;
use pulldown_cmark::{Event, Parser};
use toml::de::DeValue;

impl Decoder<'_> {
    /// `{{ key }}` where it stays what it is: in plain words, and in names, which stand in menus, drawings and files as they are.
    pub(super) fn tell_figures(&mut self, value: &Value<'_>, key: &str, shape: &dyn Fn() -> Shape) {
        match value.get_ref() {
            DeValue::String(text) if mention_in(text).is_some() => {
                // The name of a milestone is text, in which a mention may stand.
                let plain = matches!(shape(), Shape::Plain);
                if let Some(mention) = mention_in(text).filter(|_| plain) {
                    let place = self.verbatim(value, mention);
                    self.problems.push(words::data::mention_in_plain(place, mention, key));
                }
            }
            DeValue::String(text) if figure_in(text).is_some() => {
                let plain = match shape() {
                    Shape::Plain => true,
                    Shape::Markdown => NAMES.contains(&key),
                    Shape::List(of) => *of == Shape::Plain,
                    _ => false,
                };
                if let Some(figure) = figure_in(text).filter(|_| plain) {
                    let place = self.verbatim(value, figure);
                    self.problems.push(words::data::figure_in_plain(place, figure, key));
                }
            }
            DeValue::String(text) => {
                let plain = match shape() {
                    Shape::Plain => true,
                    Shape::List(of) => *of == Shape::Plain,
                    _ => false,
                };
                // To read it as Markdown takes a hundred times as long as to know that it is none.
                if let Some((found, right)) = plain.then(|| markup_in(text)).flatten() {
                    let place = self.verbatim(value, found);
                    self.problems.push(words::data::markup_in_plain(place, found, key, &right));
                }
            }
            DeValue::Array(items) => {
                if let [only] = &items[..]
                    && let Some(text) = only.get_ref().as_str()
                    && let Shape::List(of) = shape()
                    && matches!(*of, Shape::Plain | Shape::Markdown)
                    && let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>()
                    // One semicolon is a pause in a sentence.
                    && (parts.len() > 2 || parts.len() == 2 && !text.contains(['.', ',']))
                {
                    self.problems.push(words::slips::list_in_one(self.span(value.span()), &parts));
                }
                items.iter().for_each(|item| self.tell_figures(item, key, shape));
            }
            _ => {}
        }
    }
}

/// The keys of texts that are names.
const NAMES: &[&str] = &["naam", "vraag"];

/// The first `[[id]]` in a text.
fn mention_in(text: &str) -> Option<&str> {
    // Nearly no text has one, and two signs are sought at more cost than one.
    let start = text.contains('[').then(|| text.find("[[")).flatten()?;
    let end = start + text[start..].find("]]")? + 2;
    Some(&text[start..end])
}

/// The first `{{ key }}` in a text.
fn figure_in(text: &str) -> Option<&str> {
    let start = text.contains('{').then(|| text.find("{{")).flatten()?;
    let end = start + text[start..].find("}}")? + 2;
    Some(&text[start..end])
}

/// Elements of HTML that people put in a name.
const ELEMENTS: &[&str] =
    &["b", "strong", "i", "em", "u", "br", "br/", "br /", "sub", "sup", "span", "p", "mark", "small"];

/// The first markup in plain words: `**vet**`, `<b>`, `[words](address)`, code between accents or a sign of HTML by its name; and the text
/// without all of it.
fn markup_in(text: &str) -> Option<(&str, String)> {
    if !text.contains(['*', '<', '&', '`', ']', '_']) {
        return None;
    }
    let (mut first, mut right, mut done) = (None, String::new(), 0);
    let mut i = 0;
    while i < text.len() {
        let Some((length, words)) = markup_at(text, i) else {
            i += text[i..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        first = first.or(Some(&text[i..i + length]));
        right.push_str(&text[done..i]);
        right.push_str(&words);
        i += length;
        done = i;
    }
    right.push_str(&text[done..]);
    first.map(|first| (first, right.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// The length of the markup at `i`, and its words alone.
fn markup_at(text: &str, i: usize) -> Option<(usize, String)> {
    let rest = &text[i..];
    let letter = |c: char| c.is_alphanumeric();
    let behind_word = text[..i].ends_with(letter);
    for sign in ["**", "__", "*", "_", "`"] {
        let Some(inside) = rest.strip_prefix(sign).filter(|inside| inside.starts_with(letter) && !behind_word) else {
            continue;
        };
        let end = inside.find(sign).filter(|end| inside[..*end].ends_with(|c: char| !c.is_whitespace()))?;
        let then = &inside[end + sign.len()..];
        return (!then.starts_with(letter)).then(|| (end + 2 * sign.len(), inside[..end].to_owned()));
    }
    if let Some(inside) = rest.strip_prefix('<') {
        let end = inside.find('>')?;
        let name = inside[..end].trim_start_matches('/').to_ascii_lowercase();
        let known = ELEMENTS.contains(&name.as_str()) || name.starts_with("span ") || name.starts_with("a href");
        return (known || name == "a")
            .then(|| (end + 2, if name.starts_with("br") { " ".into() } else { String::new() }));
    }
    if let Some(inside) = rest.strip_prefix('[') {
        let (words, then) = inside.split_once("](")?;
        let address = &then[..then.find(')')?];
        let link = !words.contains(['[', ']']) && !address.contains(' ');
        return link.then(|| (words.len() + address.len() + 4, words.to_owned()));
    }
    named_sign(rest)
}

/// The sign that `&euml;` or `&#233;` at the start of a text stands for, with its length there. Markdown knows all names.
fn named_sign(text: &str) -> Option<(usize, String)> {
    let length = text.starts_with('&').then(|| text.find(';'))?? + 1;
    let written = &text[..length];
    if !written[1..length - 1].bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#') {
        return None;
    }
    let mut sign = String::new();
    for event in Parser::new(written) {
        if let Event::Text(text) = event {
            sign.push_str(&text);
        }
    }
    // What is no name stays as it is; and a quotation mark would end the value that it stands in.
    (sign != written).then(|| (length, sign.replace('"', "'")))
}

#[cfg(test)]
mod tests {
    use super::markup_in;

    #[test]
    fn markup_is_found_and_words_are_left() {
        for (text, found, right) in [
            ("**Kust** overleg", "**Kust**", "Kust overleg"),
            ("Kust <b>en</b> zee", "<b>", "Kust en zee"),
            ("Kust &amp; zee", "&amp;", "Kust & zee"),
            ("Cari&iuml;s en &#233;&eacute;n", "&iuml;", "Cariïs en één"),
            ("Kust&nbsp;en zee", "&nbsp;", "Kust en zee"),
            ("Zie [het plan](plan.pdf) nu", "[het plan](plan.pdf)", "Zie het plan nu"),
            ("Kust<br>zee", "<br>", "Kust zee"),
            ("De _kust_ en `zee`", "_kust_", "De kust en zee"),
        ] {
            assert_eq!(markup_in(text), Some((found, right.to_owned())), "{text}");
        }
        for text in [
            "2 * 3 * 4",
            "a < b > c",
            "Kust & zee",
            "[sic] (zo)",
            "bestand_naam_nieuw",
            "R&D",
            "kosten*",
            "*btw",
            "R&D; zee",
            "a &b c; d",
        ] {
            assert_eq!(markup_in(text), None, "{text}");
        }
    }
}
