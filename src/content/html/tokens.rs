//! Takes raw HTML apart. What comes out is written anew, so nothing passes that was not understood.

use std::ops::Range;

/// A piece of raw HTML; ranges are in the text that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// `<name …>`
    Open {
        /// In lower case.
        name: String,
        /// In order.
        attributes: Vec<Attribute>,
        /// From `<` to `>`.
        range: Range<usize>,
    },
    /// `</name>`
    Close {
        /// In lower case.
        name: String,
        /// From `<` to `>`.
        range: Range<usize>,
    },
    /// Text between tags.
    Text(Range<usize>),
    /// `<!-- … -->`
    Comment(Range<usize>),
    /// `<!doctype …>`, `<?…>`, `<![CDATA[…`.
    Declaration(Range<usize>),
    /// A tag or comment that does not end.
    Unfinished(Range<usize>),
}

/// An attribute of a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// In lower case.
    pub name: String,
    /// Where the name stands.
    pub place: Range<usize>,
    /// Where the value stands, without its quotes; empty when there is none.
    pub value: Range<usize>,
}

/// The tokens of a text, one by one, in linear time.
#[derive(Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    /// The tokens of this text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Skips all up to `</name`, where a script or style sheet ends.
    pub fn skip_to_close(&mut self, name: &str) {
        let rest = &self.text.as_bytes()[self.at..];
        let end = rest
            .windows(name.len() + 2)
            .position(|w| w.starts_with(b"</") && w[2..].eq_ignore_ascii_case(name.as_bytes()));
        self.at += end.unwrap_or(rest.len());
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// First position from `at` where `stop` holds, or the end.
    fn until(&self, at: usize, stop: impl Fn(u8) -> bool) -> usize {
        self.text.as_bytes()[at..].iter().position(|&b| stop(b)).map_or(self.text.len(), |i| at + i)
    }

    fn space(&self, at: usize) -> usize {
        self.until(at, |b| !b.is_ascii_whitespace())
    }

    /// Does something other than text start here?
    fn starts_markup(&self, at: usize) -> bool {
        match self.byte(at + 1) {
            Some(b'!' | b'?') => true,
            Some(b'/') => self.byte(at + 2).is_some_and(|b| b.is_ascii_alphabetic()),
            Some(b) => b.is_ascii_alphabetic(),
            None => false,
        }
    }

    fn declaration(&mut self) -> Token {
        let start = self.at;
        let rest = &self.text[start..];
        let (end, comment) = match rest.strip_prefix("<!--") {
            Some(">" | "->") => (Some(rest.len()), true),
            Some(body) => (body.find("-->").map(|i| i + 7), true),
            None => (rest.find('>').map(|i| i + 1), false),
        };
        match end {
            Some(length) => {
                self.at = start + length;
                if comment { Token::Comment(start..self.at) } else { Token::Declaration(start..self.at) }
            }
            None => self.unfinished(start),
        }
    }

    fn unfinished(&mut self, start: usize) -> Token {
        self.at = self.text.len();
        Token::Unfinished(start..self.text.len())
    }

    fn tag(&mut self) -> Token {
        let start = self.at;
        let close = self.byte(start + 1) == Some(b'/');
        let name_start = start + 1 + usize::from(close);
        let name_end = self.until(name_start, |b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>' | b'<'));
        let name = self.text[name_start..name_end].to_ascii_lowercase();
        let mut attributes = Vec::new();
        let mut at = name_end;
        loop {
            at = self.until(at, |b| !b.is_ascii_whitespace() && b != b'/');
            match self.byte(at) {
                None | Some(b'<') => return self.unfinished(start),
                Some(b'>') => {
                    self.at = at + 1;
                    let range = start..self.at;
                    return if close { Token::Close { name, range } } else { Token::Open { name, attributes, range } };
                }
                Some(_) => match self.attribute(at) {
                    Some((attribute, end)) => {
                        attributes.push(attribute);
                        at = end;
                    }
                    None => return self.unfinished(start),
                },
            }
        }
    }

    /// The attribute that starts here, and where it ends.
    fn attribute(&self, at: usize) -> Option<(Attribute, usize)> {
        let name_end = self.until(at + 1, |b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>' | b'='));
        let name = self.text[at..name_end].to_ascii_lowercase();
        let place = at..name_end;
        let equals = self.space(name_end);
        if self.byte(equals) != Some(b'=') {
            return Some((Attribute { name, place, value: name_end..name_end }, name_end));
        }
        let value = self.space(equals + 1);
        match self.byte(value)? {
            quote @ (b'"' | b'\'') => {
                let end = self.until(value + 1, |b| b == quote);
                (end < self.text.len()).then(|| (Attribute { name, place, value: value + 1..end }, end + 1))
            }
            _ => {
                let end = self.until(value, |b| b.is_ascii_whitespace() || b == b'>');
                Some((Attribute { name, place, value: value..end }, end))
            }
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let start = self.at;
        match self.byte(start)? {
            b'<' if self.starts_markup(start) => match self.byte(start + 1) {
                Some(b'!' | b'?') => Some(self.declaration()),
                _ => Some(self.tag()),
            },
            _ => {
                let mut end = self.until(start + 1, |b| b == b'<');
                while end < self.text.len() && !self.starts_markup(end) {
                    end = self.until(end + 1, |b| b == b'<');
                }
                self.at = end;
                Some(Token::Text(start..end))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, Tokens};

    fn shown(text: &str) -> Vec<String> {
        Tokens::new(text)
            .map(|token| match token {
                Token::Open { name, attributes, range } => {
                    let attributes: Vec<String> =
                        attributes.iter().map(|a| format!("{}={}", a.name, &text[a.value.clone()])).collect();
                    format!("+{name}[{}]{}", attributes.join(","), range.len())
                }
                Token::Close { name, .. } => format!("-{name}"),
                Token::Text(range) => text[range].to_owned(),
                Token::Comment(_) => "comment".into(),
                Token::Declaration(_) => "declaration".into(),
                Token::Unfinished(range) => format!("unfinished {}", &text[range]),
            })
            .collect()
    }

    #[test]
    fn tags_attributes_and_text() {
        assert_eq!(
            shown("<A HREF='x y' b=c\nd >1 < 2</a ><br/><!-- > -->"),
            ["+a[href=x y,b=c,d=]21", "1 < 2", "-a", "+br[]5", "comment"]
        );
        assert_eq!(shown("<!doctype x><?php 1 ?>é</"), ["declaration", "declaration", "é</"]);
    }

    #[test]
    fn what_does_not_end() {
        assert_eq!(shown("a <b c=\"d>"), ["a ", "unfinished <b c=\"d>"]);
        assert_eq!(shown("<!-- x"), ["unfinished <!-- x"]);
        assert_eq!(shown("<b <i>"), ["unfinished <b <i>"]);
    }

    #[test]
    fn scripts_are_skipped() {
        let text = "<script>if (a<b) '</div>'</SCRIPT>x";
        let mut tokens = Tokens::new(text);
        tokens.next();
        tokens.skip_to_close("script");
        assert!(matches!(tokens.next(), Some(Token::Close { name, .. }) if name == "script"));
        assert_eq!(tokens.next(), Some(Token::Text(text.len() - 1..text.len())));
    }
}
