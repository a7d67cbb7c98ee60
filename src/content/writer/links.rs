//! Links: checked, marked when they leave the site, or left open for the planner.

use super::{Close, Writer};
use crate::content::address::{self, Address};
use crate::content::html::Holds;
use crate::content::{Segment, Target};
use crate::diag::Diagnostic;
use crate::diag::words::content as words;
use crate::diag::words::meant;
use crate::diag::words::nearly;
use crate::diag::words::slips as words_of_slips;
use crate::diag::{is_on_own_disk, is_secret_told_in, is_within_walls};
use crate::images::is_shown;
use crate::markup::Attributes;
use pulldown_cmark::{CowStr, Event, LinkType, TagEnd};
use std::ops::Range;

/// What a link to another site ends with, for who listens.
pub(super) const EXTERNAL: &str = " (andere website)";

/// A link that is being written.
#[derive(Debug)]
pub(super) struct OpenLink {
    /// How much there was before it, to see whether it has words.
    size: (usize, usize),
    range: Range<usize>,
    /// The text is an address and stays as it is.
    auto: bool,
    /// It has been refused, and its words stand without a link.
    refused: bool,
}

impl<'a> Writer<'_, 'a> {
    /// Inside a link, Markdown or raw HTML?
    pub(super) fn in_link(&self) -> bool {
        self.raw_links > 0 || self.links.iter().any(|l| !l.refused)
    }

    /// `label` is that of the line in which the address stands, for a link that has it elsewhere.
    pub(super) fn start_link(
        &mut self,
        kind: LinkType,
        target: &CowStr<'a>,
        title: &str,
        label: &str,
        range: &Range<usize>,
    ) {
        self.check_text("x");
        if is_shown(target) {
            self.check_spaced_image(target, range);
        }
        let nested = self.in_link();
        if nested {
            let place = self.place(range);
            self.problem(words::nested_link(place));
        }
        let close = match kind {
            LinkType::WikiLink { has_pothole } => match self.start_mention(target, has_pothole, nested, range) {
                Some(close) => close,
                None => return,
            },
            _ if nested => Close::Nothing,
            // A footnote of another program leads nowhere here, which was told.
            _ if target.starts_with("#_") && self.is_foreign(range) => Close::Nothing,
            _ => {
                let mut attributes = Attributes::default();
                if !title.is_empty() {
                    attributes.add("title", title.to_owned());
                }
                let place = self.address_place(kind, target, label, range);
                if matches!(kind, LinkType::Email) {
                    self.open_link(&format!("mailto:{target}"), attributes, &place)
                } else {
                    self.open_link(target, attributes, &place)
                }
            }
        };
        let auto = matches!(kind, LinkType::Autolink | LinkType::Email);
        self.verbatim += usize::from(auto);
        let size = self.out.plain.size();
        self.links.push(OpenLink { size, range: range.clone(), auto, refused: close == Close::Nothing });
        self.enter(Holds::Phrasing, close);
    }

    /// `! [words](image)`: a link with a loose mark before it.
    fn check_spaced_image(&mut self, target: &str, range: &Range<usize>) {
        let before = self.source[..range.start].strip_suffix("! ");
        let alone = before.is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace));
        let words =
            self.source.get(range.start + 1..range.end).and_then(|link| link.split_once("](")).map(|(words, _)| words);
        if let Some(words) = words.filter(|_| alone) {
            let place = self.place(&(range.start - 2..range.end));
            self.problem(words_of_slips::space_before_image(place, words, target));
        }
    }

    pub(super) fn end_link(&mut self) {
        let Some(link) = self.links.pop() else { return };
        self.verbatim -= usize::from(link.auto);
        let blank = |text: &str| text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with("]("));
        let empty = self.out.plain.size() == link.size || self.source.get(link.range.clone()).is_some_and(blank);
        if empty && !link.refused {
            let place = self.place(&link.range);
            self.problem(words::empty_link(place));
        }
        self.leave();
    }

    /// Opens a link to an address and gives what closes it; nothing is written when the address is refused.
    pub(super) fn open_link(&mut self, target: &str, attributes: Attributes, range: &Range<usize>) -> Close {
        let place = self.place(range);
        if let Some(right) = address::turned_start(target) {
            let written = self.source.get(range.clone()).filter(|written| address::turned_start(written).is_some());
            let problem = words_of_slips::backslashes(place, written.unwrap_or(target), &right);
            // With a title behind it, its place is that of the whole link.
            self.problem(if written.is_some() { problem } else { Diagnostic { mend: Vec::new(), ..problem } });
            return Close::Nothing;
        }
        if is_on_own_disk(target) && address::kind(target) != Address::Web {
            // Markdown makes one backslash of two.
            let share = self.source[..range.start].ends_with('\\')
                || self.source.get(range.clone()).is_some_and(|written| written.contains("\\\\"));
            if let Some(right) = crate::diag::turned(target).filter(|_| !share) {
                self.problem(words_of_slips::backslashes(place, target, &right));
                return Close::Nothing;
            }
            self.problem(words::link_on_disk(place, target));
            return Close::Nothing;
        }
        if let Some(right) = address::doubled(target) {
            self.problem(words_of_slips::start_twice(place, right));
            return Close::Nothing;
        }
        if let Some(right) =
            target.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).filter(|it| address::is_address(it))
        {
            self.problem(words_of_slips::double_brackets(place, right));
            return Close::Nothing;
        }
        match address::kind(target) {
            Address::Internal => {
                // `[https://a.nl](de kaart)`: the two have changed places.
                let said = self.source[..range.start].strip_suffix("](").and_then(|before| before.rsplit('[').next());
                let changed = said.filter(|said| said.starts_with("https://") || said.starts_with("http://"));
                if let Some(said) = changed.filter(|_| !target.contains(['/', '.', '#'])) {
                    self.problem(meant::changed_places(place, target, said));
                    return Close::Nothing;
                }
                let target = Target::Address(target.trim_matches(' ').to_owned());
                self.out.segment(Segment::LinkOpen { target, attributes, place });
                return Close::Inline("a");
            }
            Address::Web => {
                if !target.contains("://") {
                    self.problem(words_of_slips::one_slash(place, target));
                    return Close::Nothing;
                }
                if is_secret_told_in(target) {
                    self.problem(meant::secret_in_address("MD077", place));
                    return Close::Nothing;
                }
                if let Some(right) = address::broken_host(target.trim()) {
                    self.problem(nearly::broken_host(place, target.trim(), right.as_deref()));
                    return Close::Nothing;
                }
                if is_within_walls(target) {
                    self.problem(words::link_within_walls(place, target.trim()));
                }
                self.outside.push((target.trim().to_owned(), place));
                let mut attributes = attributes;
                // An editor's own class stands beside ours.
                attributes.class_first("extern");
                attributes.add("rel", "noopener");
                self.external(target, &attributes);
                return Close::External;
            }
            Address::Contact => {
                if let Some(mail) = address::no_mail_address(target) {
                    self.problem(nearly::no_mail_address(place, mail, address::meant_mail(mail).as_deref()));
                }
                self.external(target, &attributes);
                return Close::Inline("a");
            }
            Address::Empty if target.contains(':') => self.problem(nearly::half_address(place, target.trim())),
            Address::Empty => self.problem(words::empty_address(place)),
            Address::Scheme(scheme) => {
                // `ms-word:ofe|u|https://…`, and `htps://`.
                let inner = target.find("|http").map(|at| target[at + 1..].to_owned());
                let web = || crate::diag::nearest(scheme.trim_end_matches(':'), ["https", "http"]);
                let right = inner.or_else(|| {
                    let rest = target.split_once("://").map(|(_, rest)| rest).filter(|_| web().is_some())?;
                    Some(format!("https://{rest}"))
                });
                self.problem(match right {
                    Some(right) if target.contains('|') => meant::wrapped_address(place, &right),
                    Some(right) => meant::misspelt_scheme(place, &scheme, &right),
                    None => words::refused_scheme(place, &scheme),
                });
            }
            Address::Hidden => self.problem(words_of_slips::hidden_in_address(place, target)),
            Address::Characters => self.problem(words::odd_address(place)),
        }
        Close::Nothing
    }

    fn external(&mut self, target: &str, attributes: &Attributes) {
        self.out.html.open_with("a", &[("href", &address::encoded(target))], attributes);
    }

    /// `[[id]]` or `[[id|words]]`; gives what closes the link, or `None` when it is written as a whole.
    fn start_mention(&mut self, name: &str, own: bool, nested: bool, range: &Range<usize>) -> Option<Close> {
        // In a table the bar has a backslash before it, which the parser takes for a part of the name.
        let name = if own { name.strip_suffix('\\').unwrap_or(name) } else { name };
        let id = name.trim();
        let start = range.start + 2 + name.len() - name.trim_start().len();
        let exact = start..start + id.len();
        let found = self.source.get(exact.clone()) == Some(id);
        let place = self.place(if found { &exact } else { range });
        if self.is_foreign(range) {
            return Some(Close::Nothing);
        }
        if id.is_empty() || id.contains(['\n', '\r', '[', ']']) {
            let place = self.place(&(range.start..range.start + 2));
            self.problem(words::bad_mention(place, None));
            return Some(Close::Nothing);
        }
        if nested {
            return Some(Close::Nothing);
        }
        let empty = matches!(self.events.get(self.at), Some((Event::Text(text), _)) if text.trim().is_empty())
            && matches!(self.events.get(self.at + 1), Some((Event::End(TagEnd::Link), _)));
        if own
            && let Some((Event::Text(text), _)) = self.events.get(self.at)
            && text.starts_with('|')
        {
            let shown = self.source.get(range.clone()).and_then(|s| s.strip_suffix("]]")).unwrap_or(text);
            let shown = shown.split_once('|').map_or(shown, |(_, rest)| rest);
            self.problem(words_of_slips::double_bar(place, id, shown));
        }
        if own && !empty {
            let target = Target::Mention(id.to_owned());
            self.out.segment(Segment::LinkOpen { target, attributes: Attributes::default(), place });
            return Some(Close::Inline("a"));
        }
        self.out.gap(Segment::Mention { id: id.to_owned(), place });
        // The words between the brackets are the id itself.
        let end = self.events[self.at..].iter().position(|(e, _)| matches!(e, Event::End(TagEnd::Link)));
        self.at += end.map_or(0, |end| end + 1);
        None
    }

    /// Where the address stands, letter for letter: in the link itself, or in the line with its label. Where it is written in another way
    /// (`&amp;`, `%C3%A9` as a letter), the whole link.
    pub(super) fn address_place(
        &self,
        kind: LinkType,
        target: &str,
        label: &str,
        range: &Range<usize>,
    ) -> Range<usize> {
        self.exact_place(kind, target, label, range).filter(|_| !target.is_empty()).unwrap_or_else(|| range.clone())
    }

    fn exact_place(&self, kind: LinkType, target: &str, label: &str, range: &Range<usize>) -> Option<Range<usize>> {
        let (whole, before) = match kind {
            LinkType::Inline => (range.clone(), "]("),
            LinkType::Autolink | LinkType::Email => (range.clone(), "<"),
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => {
                let label = label.to_lowercase();
                (self.defined.iter().find(|(known, _)| *known == label)?.1.clone(), "]:")
            }
            LinkType::ReferenceUnknown
            | LinkType::CollapsedUnknown
            | LinkType::ShortcutUnknown
            | LinkType::WikiLink { .. } => return None,
        };
        let written = self.source.get(whole.clone())?;
        // The words of a link, and its title, may hold an address as well.
        written.rmatch_indices(before).find_map(|(at, _)| {
            let rest = &written[at + before.len()..];
            let inner = rest.trim_start().trim_start_matches('<');
            let start = whole.start + written.len() - inner.len();
            if inner.starts_with(target) {
                return Some(start..start + target.len());
            }
            // Of two backslashes Markdown makes one.
            let end = inner.strip_suffix(')')?;
            (end.contains("\\\\") && end.replace("\\\\", "\\") == target).then(|| start..start + end.len())
        })
    }
}
