//! Safe HTML that knows its own parts.

use super::escape::{attribute, escape, push_escaped, unescaped};
use super::mark::{Mark, Token};
use super::{Attributes, Svg};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// Safe HTML: a tree of elements and texts, kept as it is written out, with a mark for where each part ends.
#[derive(Clone, Default)]
pub struct Html {
    pub(super) written: String,
    /// What each stretch is, in order; together they cover what is written. Empty when all of it is text.
    pub(super) marks: Vec<Mark>,
    /// Where the links in it lead.
    pub(super) links: Vec<Box<str>>,
}

/// A part of some HTML.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece<'a> {
    /// Words, as a reader sees them.
    Text(Cow<'a, str>),
    /// The start of an element, or the whole of one that holds nothing.
    Open {
        /// `p`.
        name: &'a str,
        /// It labels the words beside it.
        label: bool,
    },
    /// The end of an element.
    Close(&'a str),
    /// A drawing.
    Drawing,
}

/// The name in the tag that a text begins with, behind its first signs.
fn name(tag: &str, signs: usize) -> &str {
    let name = tag.get(signs..).unwrap_or_default();
    &name[..name.bytes().position(|b| matches!(b, b' ' | b'>')).unwrap_or(name.len())]
}

impl Html {
    /// Nothing, with room for so many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { written: String::with_capacity(bytes), ..Self::default() }
    }

    /// Text, escaped.
    pub fn text(text: &str) -> Self {
        let mut written = String::with_capacity(text.len());
        push_escaped(&mut written, text);
        Self { written, ..Self::default() }
    }

    /// An element with what stands in it.
    pub fn element(name: &'static str, attributes: &[(&str, &str)], inner: impl Into<Self>) -> Self {
        let mut html = Self::default();
        html.open(name, attributes);
        html.push(inner);
        html.close(name);
        html
    }

    /// An element that can hold nothing, such as a field of a form.
    pub fn empty(name: &'static str, attributes: &[(&str, &str)]) -> Self {
        let mut html = Self::default();
        html.open(name, attributes);
        html
    }

    /// A link.
    pub fn link(href: &str, words: impl Into<Self>) -> Self {
        Self::element("a", &[("href", href)], words)
    }

    /// A list with an item for each.
    pub fn list(class: &str, items: impl IntoIterator<Item = Self>) -> Self {
        let mut html = Self::default();
        let class = [("class", class)];
        html.open("ul", if class == [("class", "")] { &[] } else { &class });
        for item in items {
            html.open("li", &[]);
            html.push(item);
            html.close("li");
        }
        html.close("ul");
        html
    }

    /// One after the other, with this text between them.
    pub fn join<'h>(parts: impl IntoIterator<Item = &'h Self>, between: &str) -> Self {
        let mut html = Self::default();
        for part in parts {
            if !html.is_empty() {
                html.push_text(between);
            }
            html.append(part);
        }
        html
    }

    /// None yet, with room for what is in another and what fills its gaps.
    pub fn with_room_for(body: &Self) -> Self {
        const PER_GAP: usize = 100;
        let gaps = body.marks.iter().filter(|mark| mark.token().is_open()).count();
        let written = String::with_capacity(body.written.len() + gaps * PER_GAP);
        Self { written, marks: Vec::with_capacity(body.marks.len() + gaps * 3), links: Vec::new() }
    }

    /// Adds text, which is escaped, or markup.
    pub fn push(&mut self, more: impl Into<Self>) {
        let more = more.into();
        // Nothing is written yet, but a place may have been left open.
        if self.written.is_empty() && self.marks.is_empty() {
            *self = more;
        } else {
            self.append(&more);
        }
    }

    /// Adds text.
    pub fn push_text(&mut self, text: &str) {
        push_escaped(&mut self.written, text);
        self.text_ends();
    }

    /// Starts an element.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.open_with(name, attributes, &Attributes::default());
    }

    /// Starts a link of something on the page to itself: no other page is asked whether it is there.
    pub fn open_to_itself(&mut self, attributes: &[(&str, &str)]) {
        self.begin("a");
        attributes.iter().for_each(|(key, value)| attribute(&mut self.written, key, value));
        self.written.push('>');
        self.mark(Token::Open);
    }

    /// Starts an element with attributes that were gathered before.
    pub fn open_with(&mut self, name: &'static str, attributes: &[(&str, &str)], more: &Attributes) {
        self.begin(name);
        for (key, value) in attributes {
            attribute(&mut self.written, key, value);
            if *key == "href" {
                self.links.push((*value).into());
            }
        }
        more.write(&mut self.written);
        self.written.push('>');
        self.mark(Token::Open);
    }

    /// Adds an element that labels the words beside it.
    pub fn label(&mut self, name: &'static str, class: &str, words: &str) {
        self.begin(name);
        attribute(&mut self.written, "class", class);
        self.written.push('>');
        self.mark(Token::OpenLabel);
        self.push_text(words);
        self.close(name);
    }

    /// Ends an element.
    pub fn close(&mut self, name: &'static str) {
        self.text_before();
        self.written.push_str("</");
        self.written.push_str(name);
        self.written.push('>');
        self.mark(Token::Close);
    }

    /// Ends a line of what is written; no reader sees it.
    pub fn line(&mut self) {
        self.written.push('\n');
        let end = self.written.len();
        match self.marks.last_mut() {
            Some(last) if !last.token().is_open() => *last = Mark::new(end, last.token()),
            _ => self.text_ends(),
        }
    }

    /// Takes back the end of the last element, when it has this name: then more can be added to it.
    pub fn reopen(&mut self, name: &str) -> bool {
        let closed = self.ends_with(Token::Close, 2, name);
        if closed {
            self.marks.pop();
            self.written.truncate(self.ends_at());
        }
        closed
    }

    /// Is the last of it such a tag?
    fn ends_with(&self, token: Token, signs: usize, of: &str) -> bool {
        let [before @ .., last] = self.marks.as_slice() else { return false };
        let start = before.last().map_or(0, |before| before.end());
        last.token() == token && name(&self.written[start..], signs) == of
    }

    /// Where the last marked stretch ends.
    fn ends_at(&self) -> usize {
        self.marks.last().map_or(0, |last| last.end())
    }

    /// Takes these words off its end, with the space around them; false when it doesn't end in them.
    pub fn take_end(&mut self, words: &str) -> bool {
        let start = match self.marks.as_slice() {
            [] => 0,
            [.., before, last] if last.token() == Token::Text => before.end(),
            [last] if last.token() == Token::Text => 0,
            _ => return false,
        };
        let Some(rest) = self.written[start..].trim_end().strip_suffix(&*escape(words)) else { return false };
        let end = start + rest.trim_end().len();
        self.written.truncate(end);
        if let Some(last) = self.marks.last_mut() {
            *last = Mark::new(end, Token::Text);
        }
        true
    }

    /// Is this element, which holds nothing, the last of it?
    pub fn ends_in(&self, name: &str) -> bool {
        self.ends_with(Token::Open, 1, name)
    }

    /// Takes what was written so far, in no more room than it needs; the room that it was written in stays for what comes.
    pub fn take(&mut self) -> Self {
        let mut taken = Self {
            written: self.written.as_str().into(),
            marks: self.marks.as_slice().into(),
            links: std::mem::take(&mut self.links),
        };
        taken.links.shrink_to_fit();
        self.written.clear();
        self.marks.clear();
        taken
    }

    /// Nothing at all?
    pub fn is_empty(&self) -> bool {
        self.written.is_empty()
    }

    /// As it is written out.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// As it is written out.
    pub fn into_string(self) -> String {
        self.written
    }

    /// Where its links lead.
    pub fn links(&self) -> &[Box<str>] {
        &self.links
    }

    /// Its parts in order.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let all_text = Mark::new(self.written.len(), Token::Text);
        let whole = (self.marks.is_empty() && !self.written.is_empty()).then_some(all_text);
        let mut start = 0;
        self.marks.iter().copied().chain(whole).map(move |mark| {
            let written = &self.written[start..mark.end()];
            start = mark.end();
            match mark.token() {
                Token::Text | Token::Gap | Token::Blank => Piece::Text(unescaped(written)),
                Token::Open => Piece::Open { name: name(written, 1), label: false },
                Token::OpenLabel => Piece::Open { name: name(written, 1), label: true },
                Token::Close => Piece::Close(name(written, 2)),
                Token::Drawing => Piece::Drawing,
            }
        })
    }

    /// Its texts in order.
    pub fn texts(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let all_text = Mark::new(self.written.len(), Token::Text);
        let whole = (self.marks.is_empty() && !self.written.is_empty()).then_some(all_text);
        // Up to the first sign that was escaped, each stands as it is; mostly there is none.
        let plain_to = memchr::memchr(b'&', self.written.as_bytes()).unwrap_or(self.written.len());
        let mut start = 0;
        self.marks.iter().copied().chain(whole).filter_map(move |mark| {
            let written = start..mark.end();
            start = mark.end();
            let text = |written: Range<usize>| match &self.written[written] {
                text if start <= plain_to => Cow::Borrowed(text),
                text => unescaped(text),
            };
            (mark.token() == Token::Text).then(|| text(written))
        })
    }

    /// Its words, without anything between them that is not there.
    pub fn plain(&self) -> String {
        if self.marks.is_empty() {
            return unescaped(&self.written).into_owned();
        }
        let mut words = String::with_capacity(self.written.len());
        self.texts().for_each(|text| words.push_str(&text));
        words
    }

    /// The same with each text made anew; `change` gives nothing for a text that stays as it is, and hears of every part in order.
    pub fn with_texts<'h>(&'h self, mut change: impl FnMut(Piece<'h>) -> Option<Self>) -> Self {
        let mut html = Self { written: String::with_capacity(self.written.len() + 256), ..Self::default() };
        let mut start = 0;
        let whole = [Mark::new(self.written.len(), Token::Text)];
        let marks = if self.marks.is_empty() { &whole } else { self.marks.as_slice() };
        for (mark, piece) in marks.iter().zip(self.pieces()) {
            match change(piece) {
                Some(other) => html.append(&other),
                None => {
                    html.text_before();
                    html.written.push_str(&self.written[start..mark.end()]);
                    html.mark(mark.token());
                }
            }
            start = mark.end();
        }
        html.links.clone_from(&self.links);
        html
    }

    /// The same with its first words made anew, when it starts with words.
    pub fn with_start(&self, change: impl Fn(&str) -> String) -> Self {
        let mut first = true;
        self.with_texts(|piece| match piece {
            Piece::Text(text) if std::mem::take(&mut first) => Some(change(&text).into()),
            _ => {
                first = false;
                None
            }
        })
    }

    /// Adds all of another.
    pub fn append(&mut self, other: &Self) {
        if other.marks.is_empty() {
            return self.push_written(&other.written);
        }
        self.text_before();
        self.append_marked(&other.written, &other.marks, 0);
        self.links.extend(other.links.iter().cloned());
    }

    /// Adds what is written elsewhere from `start` on, with its marks, which are none of them gaps.
    fn append_marked(&mut self, written: &str, marks: &[Mark], start: usize) {
        let shift = self.written.len();
        self.written.push_str(written);
        // Words that touch are one text.
        let starts_with_text = marks.first().is_some_and(|first| first.token() == Token::Text);
        self.marks.pop_if(|last| starts_with_text && last.token() == Token::Text);
        self.marks.extend(marks.iter().map(|mark| Mark::new(mark.end() - start + shift, mark.token())));
    }

    /// Leaves a place open, to be filled in when the rest is known (see [`Html::append_filled`]).
    pub fn gap(&mut self) {
        self.text_before();
        self.mark(Token::Gap);
    }

    /// Leaves a place open of which whoever fills it in knows what belongs there.
    pub fn blank(&mut self) {
        self.text_before();
        self.mark(Token::Blank);
    }

    /// Adds another with what is open in it filled in: `fill` gets this one as it is so far, and the number of the gap, or nothing where
    /// it was left blank.
    pub fn append_filled(&mut self, other: &Self, mut fill: impl FnMut(&mut Self, Option<usize>)) {
        self.written.reserve(other.written.len());
        self.marks.reserve(other.marks.len());
        let (mut start, mut gaps) = (0, 0..);
        for marks in other.marks.split_inclusive(|mark| mark.token().is_open()) {
            let (marks, open) = match marks.split_last() {
                Some((last, before)) if last.token().is_open() => (before, Some(last.token())),
                _ => (marks, None),
            };
            if let Some(last) = marks.last() {
                self.text_before();
                self.append_marked(&other.written[start..last.end()], marks, start);
                start = last.end();
            }
            match open {
                Some(Token::Gap) => fill(self, gaps.next()),
                Some(_) => fill(self, None),
                None => {}
            }
        }
        if other.marks.is_empty() {
            self.push_written(&other.written);
        }
        self.links.extend(other.links.iter().cloned());
    }

    fn begin(&mut self, name: &str) {
        self.text_before();
        self.written.push('<');
        self.written.push_str(name);
    }

    /// The first tag after nothing but text: that text gets its mark.
    fn text_before(&mut self) {
        if self.marks.is_empty() && !self.written.is_empty() {
            self.mark(Token::Text);
        }
    }

    fn text_ends(&mut self) {
        let end = self.written.len();
        match self.marks.last_mut() {
            None => {}
            Some(last) if last.token() == Token::Text => *last = Mark::new(end, Token::Text),
            Some(last) if last.end() < end => self.marks.push(Mark::new(end, Token::Text)),
            Some(_) => {}
        }
    }

    /// Adds text that is escaped already.
    fn push_written(&mut self, text: &str) {
        self.written.push_str(text);
        self.text_ends();
    }

    fn mark(&mut self, token: Token) {
        self.marks.push(Mark::new(self.written.len(), token));
    }
}

impl PartialEq for Html {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl Eq for Html {}

impl fmt::Debug for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.written.fmt(f)
    }
}

impl From<&str> for Html {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<&String> for Html {
    fn from(text: &String) -> Self {
        Self::text(text)
    }
}

impl From<String> for Html {
    fn from(text: String) -> Self {
        Self::text(&text)
    }
}

impl From<&Self> for Html {
    fn from(html: &Self) -> Self {
        html.clone()
    }
}

impl From<Svg> for Html {
    fn from(drawing: Svg) -> Self {
        let mut html = Self { written: drawing.to_string(), ..Self::default() };
        html.links.extend(drawing.links().iter().map(|link| link.as_str().into()));
        html.mark(Token::Drawing);
        html
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::{Html, Piece};

    fn sentence() -> Html {
        let mut html = Html::element("p", &[("class", "a")], "1 < 2, ");
        html.reopen("p");
        html.push(Html::link("../x/", "A & B"));
        html.label("span", "status", "open");
        html.close("p");
        html.line();
        html
    }

    #[test]
    fn it_is_written_as_its_parts_say() {
        let html = sentence();
        let written =
            "<p class=\"a\">1 &lt; 2, <a href=\"../x/\">A &amp; B</a><span class=\"status\">open</span></p>\n";
        assert_eq!(html.as_str(), written);
        assert_eq!(html.plain(), "1 < 2, A & Bopen");
        assert_eq!(html.links(), ["../x/".into()]);
        let opened: Vec<_> = html.pieces().filter(|p| matches!(p, Piece::Open { .. })).collect();
        assert_eq!(opened.len(), 3);
        assert_eq!(opened[2], Piece::Open { name: "span", label: true });
    }

    #[test]
    fn joined_parts_are_the_same_as_one() {
        let joined = Html::join(&[sentence(), Html::text("<b>"), sentence()], ", ");
        let copied = joined.with_texts(|_| None);
        assert_eq!(joined, copied);
        assert_eq!(joined.pieces().collect::<Vec<_>>(), copied.pieces().collect::<Vec<_>>());
        assert_eq!(joined.plain(), copied.plain());
        assert_eq!(joined.links().len(), 2);
    }

    #[test]
    fn a_sentence_puts_its_parts_where_its_language_wants_them() {
        let parts = || [Html::link("a/", "A"), Html::link("b/", "B")];
        let said = Html::sentence(parts(), |[a, b]| format!("< {b} na {a}."));
        assert_eq!(said.as_str(), "&lt; <a href=\"b/\">B</a> na <a href=\"a/\">A</a>.");
        assert_eq!(said.links(), ["b/".into(), "a/".into()]);
        assert_eq!(Html::sentence(parts(), |_| "niets".into()).as_str(), "niets");
        assert_eq!(Html::sentence_of(&parts(), |all| all.join(" en ")).plain(), "A en B");
    }

    #[test]
    fn what_is_filled_in_is_as_if_it_had_been_there() {
        let mut open = Html::text("Zie ");
        open.gap();
        open.push_text(" en ");
        open.append(&sentence());
        open.blank();
        open.gap();
        open.line();
        open.gap();
        let mut numbers = Vec::new();
        let mut filled = Html::text("Kijk. ");
        filled.append_filled(&open, |html, number| {
            numbers.push(number);
            html.push_text(number.map_or("Niet ", |number| ["A", "B", ""][number]));
        });
        assert_eq!(numbers, [Some(0), None, Some(1), Some(2)]);
        let mut whole = Html::text("Kijk. Zie A en ");
        whole.append(&sentence());
        whole.push_text("Niet B");
        whole.line();
        assert_eq!(filled, whole);
        assert_eq!(filled.pieces().collect::<Vec<_>>(), whole.pieces().collect::<Vec<_>>());
        assert_eq!(filled.links(), whole.links());
        let mut words = Html::default();
        words.append_filled(&Html::text("alleen woorden"), |_, _| panic!("there is no gap"));
        assert_eq!(words, Html::text("alleen woorden"));
    }

    #[test]
    fn a_place_that_it_begins_with_stays_open() {
        let mut open = Html::default();
        open.gap();
        open.push("b");
        let mut filled = Html::default();
        filled.append_filled(&open, |html, _| html.push_text("a"));
        assert_eq!(filled, Html::text("ab"));
    }

    #[test]
    fn its_last_words_can_be_taken_off() {
        let mut html = sentence();
        html.push_text("Kop {#naam} ");
        assert!(html.take_end("{#naam}") && !html.take_end("{#naam}"));
        assert_eq!(html.pieces().last(), Some(Piece::Text("Kop".into())));
        let mut alone = Html::text("{#naam}");
        assert!(alone.take_end("{#naam}") && alone.is_empty());
    }

    #[test]
    fn only_texts_are_changed() {
        let html = sentence().with_texts(|piece| match piece {
            Piece::Text(text) if text.contains("1 <") => Some(Html::element("b", &[], &*text)),
            _ => None,
        });
        assert!(html.as_str().starts_with("<p class=\"a\"><b>1 &lt; 2, </b><a"));
    }
}
