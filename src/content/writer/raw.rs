//! Raw HTML: only what is on the list, in its place, closed where it was opened.

use super::parts::Parts;
use super::{Close, Open, Writer};
use crate::content::html::{self, Attribute, AttributeProblem, Element, Holds, Place, Token, Tokens};
use crate::diag::words::content as words;
use crate::markup::{Attributes, Html};
use pulldown_cmark::{Event, TagEnd};
use std::ops::Range;

/// Deeper than this no page needs to go, and looking for the opening tag stays cheap.
const DEEPEST: usize = 50;
/// The end of what another program makes is looked for no further on than this.
const NEAR: usize = 400;

/// A raw element that is open.
#[derive(Debug)]
pub(super) struct RawOpen {
    pub(super) name: &'static str,
    /// Where its tag stands.
    range: Range<usize>,
    /// Something was said about it already.
    told: bool,
    /// What came in it.
    pub(super) parts: Parts,
}

impl Writer<'_, '_> {
    /// The tag of an inline event.
    pub(super) fn inline_html(&mut self, html: &str, range: &Range<usize>) {
        match self.source.get(range.clone()) {
            // The mark of a quotation in the middle of a tag is left out by the parser; then the start of the tag must do.
            Some(source) if source != html => self.raw(html, range.start, Some(range)),
            _ => self.raw(html, range.start, None),
        }
    }

    /// A block of raw HTML, whose lines are the events that follow.
    pub(super) fn html_block(&mut self, range: &Range<usize>) {
        let events = self.events;
        let mut pieces = Vec::new();
        while let Some((event, place)) = events.get(self.at) {
            self.at += 1;
            match event {
                Event::End(TagEnd::HtmlBlock) => break,
                _ => pieces.push(place.clone()),
            }
        }
        self.quotes = crate::content::typography::Quotes::default();
        let (start, text) = self.blanked(&pieces);
        if self.outer.is_empty() && self.open.len() == 1 && self.copied_table(start) {
            return;
        }
        let told = self.problems.len();
        self.raw(&text, start, None);
        if self.sentence && self.problems.len() == told {
            self.block(range);
        }
        self.out.plain.end_line();
    }

    /// Writes raw HTML that starts at `base` in the source; `whole` when its places are not exact.
    fn raw(&mut self, text: &str, base: usize, whole: Option<&Range<usize>>) {
        let at = |range: &Range<usize>| whole.cloned().unwrap_or(base + range.start..base + range.end);
        let mut tokens = Tokens::new(text);
        while let Some(token) = tokens.next() {
            match token {
                Token::Text(range) => {
                    let words = text[range.clone()].trim_start();
                    let space = range.len() - words.len();
                    if space > 0 {
                        let spaces = text[range.start..range.start + space].chars();
                        self.out.html.push(spaces.filter(|c| matches!(c, ' ' | '\n')).collect::<String>());
                        self.out.plain.space();
                    }
                    let exact = whole.is_none().then_some(base + range.start + space);
                    self.text(super::text::Run { text: words, at: exact, escaped: false, raw: true });
                }
                Token::Open { name, attributes, range } => {
                    let place = at(&range);
                    match html::element(&name) {
                        Some(element) => self.raw_open(element, text, &attributes, place, &at),
                        None => {
                            let span = self.place(&place);
                            let tag = &text[range.clone()];
                            let paired = !attributes.is_empty() || tag.ends_with("/>") || self.is_paired(&place, tag);
                            let form = name != "form" && words::is_of_form(&name) && self.is_in_a_form();
                            let told = form || self.goes_with_refused(&name);
                            if !told {
                                self.problem(words::refused_tag(span, &name, paired));
                            }
                            if matches!(name.as_str(), "script" | "style") {
                                tokens.skip_to_close(&name);
                            }
                            self.refuse(name);
                        }
                    }
                }
                // What is meant is plain; behind `<br>` it is that one's own end.
                Token::Close { name, .. } if name == "br" => {
                    if !self.out.html.ends_in("br") {
                        self.out.html.open("br", &[]);
                        self.out.plain.space();
                    }
                }
                Token::Close { name, range } => self.raw_close(&name, at(&range)),
                Token::Comment(range) => self.check_remark(text, &range, at(&range).start),
                Token::Declaration(range) | Token::Unfinished(range) => {
                    let start = at(&range).start;
                    if self.is_open_remark(&text[range], start) {
                        continue;
                    }
                    let place = self.place(&(start..start + 1));
                    self.problem(words::unreadable_html(place));
                }
            }
        }
    }

    /// Does the tag that closes this one follow soon? Then it is no place to fill in.
    fn is_paired(&self, place: &Range<usize>, tag: &str) -> bool {
        let rest = self.source.get(place.end..).unwrap_or_default();
        let rest = &rest[..rest.floor_char_boundary(NEAR)];
        let name = tag.trim_matches(['<', '>', ' ']);
        rest.match_indices("</").any(|(i, _)| rest[i + 2..].starts_with(name))
    }

    /// Was the form told, or a field that this one stands in? Then there is nothing to add.
    fn is_in_a_form(&self) -> bool {
        // An input ends where it begins.
        let open = |(name, count): (&String, &usize)| *count > 0 && name != "input" && words::is_of_form(name);
        self.refused.contains_key("form") || self.refused.iter().any(open)
    }

    /// Does it stand in an element that was refused, and goes with it: `<source>` in `<video>`, `<font>` in `<center>`?
    fn goes_with_refused(&self, name: &str) -> bool {
        const OFFICE: &[&str] = &["font", "center", "big", "tt", "strike"];
        const MEDIA: &[&str] = &["video", "audio", "picture"];
        let wholes = match name {
            "source" | "track" | "param" => MEDIA,
            _ if OFFICE.contains(&name) => OFFICE,
            _ => return false,
        };
        wholes.iter().any(|whole| self.refused.get(*whole).is_some_and(|count| *count > 0))
    }

    /// Its closing tag is to be passed over.
    fn refuse(&mut self, name: String) {
        *self.refused.entry(name).or_default() += 1;
    }

    fn raw_open(
        &mut self,
        element: &'static Element,
        text: &str,
        given: &[Attribute],
        range: Range<usize>,
        at: &dyn Fn(&Range<usize>) -> Range<usize>,
    ) {
        let place = self.place(&range);
        let name = element.name;
        if !self.fits(element) {
            let inside = self.open.last().and_then(|open| open.raw.as_ref()).map_or("", |raw| raw.name);
            if inside.is_empty() && is_of_table(name) {
                self.loose_rows(&range);
                return self.refuse(name.to_owned());
            }
            self.problem(match self.sentence && inside.is_empty() {
                true => crate::diag::words::meant::tag_in_data(place, name),
                false => words::misplaced_tag(place, name, inside),
            });
            return self.refuse(name.to_owned());
        }
        if self.raw_depth >= DEEPEST {
            // The first tells it; those in it are too deep as well.
            if self.problems.last().is_none_or(|p| p.code != "MD031") {
                self.problem(words::too_deep(place));
            }
            return self.refuse(name.to_owned());
        }
        if name == "a" && !given.iter().any(|a| a.name == "href") && self.anchor(text, given, place) {
            return self.refuse(name.to_owned());
        }
        self.check_part(name, place);
        self.check_name(element, given, place);
        let attributes = self.raw_attributes(element, text, given, at);
        let value = |wanted: &str| {
            let found = given.iter().find(|a| a.name == wanted);
            found.map(|a| (decoded(&text[a.value.clone()]), at(&a.value)))
        };
        match name {
            "img" => {
                let (src, address) = value("src").unwrap_or((String::new(), range.clone()));
                let alt = value("alt");
                // In HTML an empty alternative says of itself that the image is decoration.
                let decoration = alt.is_some();
                self.image(&src, alt.map_or(String::new(), |a| a.0), decoration, attributes, &address, &range);
            }
            "a" => {
                let (href, address) = value("href").unwrap_or((String::new(), range.clone()));
                if self.in_link() {
                    self.problem(words::nested_link(place));
                    return self.refuse(name.to_owned());
                }
                let close = self.open_link(&href, attributes, &address);
                if close == Close::Nothing {
                    return self.refuse(name.to_owned());
                }
                self.raw_links += 1;
                self.push_raw(element, close, range);
            }
            _ => {
                if element.place == Place::Flow {
                    self.out.plain.end_line();
                }
                self.out.html.open_with(name, &[], &attributes);
                if name == "br" {
                    self.out.plain.space();
                }
                if element.holds != Holds::Nothing {
                    self.verbatim += usize::from(is_verbatim(name));
                    self.push_raw(element, Close::Inline(name), range);
                }
            }
        }
    }

    /// `<a id="x"></a>`: a place to link to. It is one, and how to write it here is told.
    fn anchor(&mut self, text: &str, given: &[Attribute], place: crate::diag::Span) -> bool {
        let Some(found) = given.iter().find(|a| matches!(a.name.as_str(), "id" | "name")) else { return false };
        let id = decoded(&text[found.value.clone()]);
        if id.is_empty() || id.contains(char::is_whitespace) {
            return false;
        }
        self.problem(crate::diag::words::foreign::loose_anchor(place, &id));
        if !self.sentence && self.ids.take(&id) {
            self.out.html.push(Html::element("span", &[("id", &id)], ""));
        }
        true
    }

    fn push_raw(&mut self, element: &'static Element, close: Close, range: Range<usize>) {
        self.raw_depth += 1;
        let parts = Parts::behind(self.out.html.as_str().len());
        let raw = RawOpen { name: element.name, range, told: false, parts };
        self.open.push(Open { holds: element.holds, close, raw: Some(raw) });
    }

    /// May the element stand in what is open now?
    fn fits(&self, element: &Element) -> bool {
        let Some(parent) = self.open.last() else { return false };
        let parent_name = parent.raw.as_ref().map_or("", |raw| raw.name);
        if let Holds::Only(children) = parent.holds {
            return children.contains(&element.name);
        }
        match element.place {
            Place::Phrasing => true,
            Place::Flow => parent.holds == Holds::Flow,
            Place::In(wholes) => wholes.contains(&parent_name),
        }
    }

    fn raw_attributes(
        &mut self,
        element: &Element,
        text: &str,
        given: &[Attribute],
        at: &dyn Fn(&Range<usize>) -> Range<usize>,
    ) -> Attributes {
        let mut kept = Attributes::default();
        for (i, found) in given.iter().enumerate().take(DEEPEST) {
            let name = found.name.as_str();
            let value = decoded(&text[found.value.clone()]);
            let place = self.place(&at(&found.place));
            let value_place = if found.value.is_empty() { place } else { self.place(&at(&found.value)) };
            match html::attribute_problem(element, name, &value) {
                Some(AttributeProblem::Script) => self.problem(words::event_handler(place, name)),
                Some(AttributeProblem::Style | AttributeProblem::Unknown) => {
                    let whole = self.place(&at(&whole_attribute(text, found)));
                    let problem = words::refused_attribute(place, name, element.name);
                    self.problem(if html::is_looks(name) { problem.mend(whole, "") } else { problem });
                }
                Some(AttributeProblem::Value) => self.problem(words::bad_attribute_value(value_place, name)),
                // Written by what checks addresses, or given twice.
                None if matches!(name, "href" | "src" | "alt") || given[..i].iter().any(|a| a.name == name) => {}
                None if matches!(name, "aria-labelledby" | "aria-describedby" | "aria-details" | "aria-owns") => {
                    self.wanted.extend(value.split_whitespace().map(|id| (id.to_owned(), value_place)));
                    kept.add(name.to_owned(), value);
                }
                None if name == "id" && (self.sentence || !self.ids.take(&value)) => {
                    self.problem(words::taken_anchor(value_place, &value));
                }
                None if matches!(name, "open" | "reversed") => {
                    kept.flag(name.to_owned());
                }
                None => kept.add(name.to_owned(), value),
            }
        }
        kept
    }

    fn raw_close(&mut self, name: &str, range: Range<usize>) {
        let raw_name = |open: &Open| open.raw.as_ref().map(|raw| raw.name);
        let depth = self.open.iter().rev().take_while(|o| o.raw.is_some()).position(|o| raw_name(o) == Some(name));
        if let Some(depth) = depth {
            for _ in 0..=depth {
                let Some(Open { close, raw: Some(raw), .. }) = self.open.pop() else { break };
                if raw.name == name {
                    self.close_raw(raw, close);
                    break;
                }
                self.unclosed(raw, close);
            }
            return;
        }
        if let Some(count) = self.refused.get_mut(name).filter(|count| **count > 0) {
            *count -= 1;
            return;
        }
        // Opened outside the emphasis, link or cell that we are in: one message is enough.
        let nearest = self.open.iter_mut().rev().take(2 * DEEPEST).find_map(|open| open.raw.as_mut());
        if let Some(raw) = nearest.filter(|raw| raw.name == name) {
            raw.told = true;
        }
        let place = self.place(&range);
        self.problem(words::stray_close(place, name));
    }

    /// Closes an element that the editor did not close.
    pub(super) fn unclosed(&mut self, raw: RawOpen, close: Close) {
        if !raw.told {
            let place = self.place(&raw.range);
            self.problem(words::unclosed_tag(place, raw.name));
        }
        self.close_raw(RawOpen { told: true, ..raw }, close);
    }

    fn close_raw(&mut self, raw: RawOpen, close: Close) {
        self.raw_depth -= 1;
        self.verbatim -= usize::from(is_verbatim(raw.name));
        self.raw_links -= usize::from(raw.name == "a");
        if !raw.told {
            self.check_whole(raw.name, self.place(&raw.range), &raw.parts);
        }
        self.close(close);
        if matches!(raw.name, "p" | "li" | "dt" | "dd" | "summary" | "tr" | "caption" | "figcaption") {
            self.out.plain.end_line();
        } else if matches!(raw.name, "td" | "th") {
            self.out.plain.space();
        }
    }

    /// Text or Markdown stands in an element that cannot hold it.
    pub(super) fn misplaced_text(&mut self) {
        let raw = self.open.last_mut().and_then(|open| open.raw.as_mut());
        let Some(raw) = raw.filter(|raw| !raw.told) else { return };
        raw.told = true;
        let (name, range) = (raw.name, raw.range.clone());
        let place = self.place(&range);
        self.problem(words::misplaced_text(place, name));
    }
}

/// An attribute with its value, the quotes of that, and the space before.
fn whole_attribute(text: &str, found: &Attribute) -> Range<usize> {
    let bytes = text.as_bytes();
    let start = found.place.start - usize::from(text[..found.place.start].ends_with([' ', '\t']));
    let quoted = |end: usize| matches!(bytes.get(end), Some(b'"' | b'\''));
    let end = match found.value.is_empty() {
        true => found.place.end,
        false => found.value.end + usize::from(quoted(found.value.end)),
    };
    start..end
}

/// The parts of a table.
fn is_of_table(name: &str) -> bool {
    matches!(name, "tr" | "td" | "th" | "tbody" | "thead" | "tfoot")
}

/// Elements whose text is shown as it is.
fn is_verbatim(name: &str) -> bool {
    matches!(name, "code" | "kbd" | "samp" | "var")
}

/// The value of an attribute, its entities decoded.
fn decoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match super::text::entity(rest) {
            Some((character, length)) => {
                out.push_str(&character);
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}
