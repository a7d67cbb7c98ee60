//! Markup of other programs: what is meant as markup there and would be plain text here.
//!
//! A construct is a line in a table, one file per family of programs or purposes. Its patterns are read by [`pattern`], and [`prose`]
//! holds the running text of a page against them. Code, raw HTML and what has a backslash before it are passed over.

mod addresses;
mod assistants;
mod attributes;
mod boxes;
mod cells;
mod contents;
mod diagrams;
mod in_html;
mod indented;
mod languages;
mod lines;
mod lists;
mod looks;
mod macros;
mod mail;
mod marks;
mod maths;
mod office;
mod pairs;
mod paper;
mod pattern;
mod pictures;
mod programs;
mod prose;
mod seams;
mod shapes;
mod sheets;
mod signs;
mod templates;
mod wiki;

use super::begins::{Begins, Places};
use pattern::Pattern;
use prose::Prose;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};
use std::ops::Range;

pub use lines::same_cells;
pub use looks::split_heading_id;
pub use macros::is_braced;
pub use seams::unused;

/// Something that other programs give a meaning.
#[derive(Debug, PartialEq, Eq)]
pub struct Construct {
    /// The code of its family.
    pub code: &'static str,
    /// Where it comes from, to stand between brackets.
    pub from: &'static str,
    /// What becomes of it; empty when it stands on the page as it is.
    pub effect: &'static str,
    /// How it is done here.
    pub remedy: &'static str,
    /// How it looks.
    pub patterns: &'static [Pattern],
}

impl Construct {
    /// Is there something to tell of it? Not of a part of what is told as a whole.
    pub fn is_told(&self) -> bool {
        !self.code.is_empty()
    }

    /// Is it items of a list, of which it may be told that they lack a space?
    pub fn is_items(&self) -> bool {
        *self == lines::ITEMS
    }

    /// Does it come from a mail, of which all is to go?
    pub fn is_mail(&self) -> bool {
        self.from == office::MAIL
    }
}

/// A construct that was found.
#[derive(Debug)]
pub struct Found {
    /// Where, in the text.
    pub range: Range<usize>,
    /// What.
    pub construct: &'static Construct,
}

/// All families.
const FAMILIES: &[&[Construct]] = &[
    assistants::ALL,
    attributes::ALL,
    boxes::ALL,
    contents::ALL,
    marks::ALL,
    diagrams::ALL,
    wiki::ALL,
    templates::ALL,
    office::ALL,
    programs::ALL,
    languages::ALL,
    signs::ALL,
    addresses::ALL,
    macros::ALL,
];

/// What their patterns begin with within a line.
pub fn begins() -> &'static Begins {
    &prose::FURTHER_ON
}

/// All constructs of other programs in a text, in order; none lies within another. `places` are where they may begin, and maybe more.
pub fn look(source: &str, events: &[(Event<'_>, Range<usize>)], places: &mut Places) -> Vec<Found> {
    let mut found = Vec::new();
    let mut prose = Prose::of(source, places);
    let mut verbatim = 0_usize;
    let mut paragraph: Option<&Range<usize>> = None;
    for (i, (event, range)) in events.iter().enumerate() {
        // Most events are of text, and of what a text begins with little is a sign.
        match event {
            Event::Text(text) => found.extend(shapes::at_text(source, text, range)),
            _ => found.extend(shapes::look(source, events, i)),
        }
        match event {
            Event::Text(text) if verbatim == 0 => {
                if matches!(text.as_ref(), "&" | ">") {
                    found.extend(signs::entity(source, range));
                }
                if text.starts_with(['(', '[']) {
                    found.extend(maths::look(source, range.start));
                }
                prose.look(text, range, &mut found);
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                verbatim += 1;
                if matches!(kind, CodeBlockKind::Indented) {
                    found.extend(indented::indented(source, range));
                }
                found.extend(fence(source, kind, range));
            }
            Event::Start(Tag::Heading { .. }) => {
                found.extend(pictures::before_heading(source, range));
                prose.pass_id(range);
            }
            Event::Start(Tag::BlockQuote(None)) => {
                if let Some(line) = boxes::opening(source, events, i) {
                    prose.pass_over(line);
                }
            }
            Event::End(TagEnd::CodeBlock) => verbatim = verbatim.saturating_sub(1),
            Event::Start(Tag::HtmlBlock) => found.extend(in_html::look(source, events, i)),
            Event::Start(Tag::Strikethrough) => found.extend(marks::single_tilde(source, range)),
            Event::Start(Tag::Strong) => found.extend(contents::in_bold(source, range)),
            Event::Start(Tag::Link { link_type: LinkType::WikiLink { .. }, dest_url, .. }) => {
                found.extend(seams::mention(source, range));
                found.extend(wiki::link(dest_url).map(|construct| Found { range: range.clone(), construct }));
            }
            Event::Start(Tag::Link { title, .. }) => {
                found.extend(seams::link(source, event, range));
                found.extend(templates::ordered(title).map(|construct| Found { range: range.clone(), construct }));
            }
            Event::Start(Tag::Image { link_type, dest_url, .. }) => {
                let embed = matches!(link_type, LinkType::WikiLink { .. });
                let construct = if embed { Some(&wiki::EMBED) } else { wiki::sized(source, range, dest_url) };
                found.extend(construct.map(|construct| Found { range: range.clone(), construct }));
            }
            Event::InlineHtml(html) if html.starts_with("<ins") => {
                found.push(Found { range: range.clone(), construct: &office::TRACKED });
            }
            Event::Html(html) | Event::InlineHtml(html) if html.starts_with("<!--") => {
                found.extend(contents::comment(html).map(|construct| Found { range: range.clone(), construct }));
            }
            Event::Code(_) => found.extend(seams::code(source, range)),
            Event::Start(Tag::DefinitionListDefinition) => {
                found.extend(seams::definition(source, range));
                found.extend(seams::below_sentence(source, range));
            }
            Event::Start(Tag::Paragraph) => {
                found.extend(lines::look(source, range));
                if let Some(before) = paragraph.replace(range) {
                    found.extend(lines::goes_on(source, before, range));
                }
            }
            Event::Start(Tag::Item) => {
                found.extend(lines::contents(source, range));
                if let Some(words) = lines::of_item(source, events, i) {
                    found.extend(lines::look(source, &words));
                }
            }
            Event::Start(Tag::List(_)) => {
                found.extend(lists::fallen_apart(source, events, i));
                found.extend(lines::one_item(source, events, i));
                found.extend(lists::out_of_order(source, events, i));
            }
            _ => {}
        }
    }
    found.retain(|f| !signs::is_chance(source, &f.range));
    found.sort_by_key(|f| (f.range.start, std::cmp::Reverse(f.range.end)));
    let mut end = 0;
    found.retain(|f| {
        let outer = f.range.start >= end;
        if outer {
            end = f.range.end;
        }
        outer
    });
    pairs::fold(source, &mut found);
    found
}

/// A code block whose language is that of a drawing, a box or a program.
fn fence(source: &str, kind: &CodeBlockKind<'_>, range: &Range<usize>) -> Option<Found> {
    let CodeBlockKind::Fenced(info) = kind else { return None };
    // A page about Markdown shows some; what a chat program hands over is nearly all of the page.
    let construct = diagrams::fenced(info)
        .filter(|construct| *construct != &diagrams::WRAPPED || range.len() * 2 > source.len())?;
    let line = source.get(range.clone())?.lines().next().unwrap_or_default();
    Some(Found { range: range.start..range.start + line.trim_end().len(), construct })
}

#[cfg(test)]
mod tests {
    use super::pattern::Place;
    use super::{FAMILIES, begins, look};
    use pulldown_cmark::{Options, Parser};

    /// A pattern that Markdown never leaves as running text would be a promise that nobody keeps.
    #[test]
    fn every_pattern_can_be_found() {
        let options = Options::ENABLE_TABLES | Options::ENABLE_GFM | Options::ENABLE_DEFINITION_LIST;
        let options = options | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_WIKILINKS;
        let mut dead = Vec::new();
        for pattern in FAMILIES.iter().copied().flatten().flat_map(|construct| construct.patterns) {
            let before = match pattern.place() {
                Place::Start => "",
                Place::Behind => "Een zin",
                Place::Word | Place::Any => "Een zin ",
            };
            let text = format!("Vooraf.\n\n{before}{}\n\nDaarna.\n", pattern.example());
            let events: Vec<_> = Parser::new_ext(&text, options).into_offset_iter().collect();
            // An explanation with nothing above it stands as text only under what is no paragraph.
            if look(&text, &events, &mut begins().places(&text)).is_empty() && pattern.looks() != ": …" {
                dead.push(text.lines().nth(2).unwrap_or_default().to_owned());
            }
        }
        assert!(dead.is_empty(), "{} dead patterns:\n{}", dead.len(), dead.join("\n"));
    }

    #[test]
    fn every_construct_says_what_to_do() {
        for construct in FAMILIES.iter().copied().flatten() {
            assert!(construct.remedy.ends_with(['.', '`', '?', '…', ']', '>']), "{}", construct.remedy);
            assert!(!construct.from.is_empty());
        }
    }
}
