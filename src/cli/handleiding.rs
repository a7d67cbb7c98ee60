//! `verbeeld handleiding`: the manual, which travels inside the program.

use super::{GOOD, say};
use crate::dutch::slug;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html::push_html};

const TEXT: &str = include_str!("../../HANDLEIDING.md");

pub fn run() -> u8 {
    say::out(TEXT);
    GOOD
}

/// The manual as HTML. Its pictures stand beside the text, not in the program, so what they show is told instead.
pub fn html() -> String {
    let mut events: Vec<Event<'_>> = Vec::new();
    // Where the heading begins that we are in, and its words so far.
    let mut heading: Option<(usize, String)> = None;
    for event in Parser::new_ext(TEXT, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Image { .. }) => events.push(Event::Text("[Afbeelding: ".into())),
            Event::End(TagEnd::Image) => events.push(Event::Text("]".into())),
            Event::Start(Tag::Heading { .. }) => {
                heading = Some((events.len(), String::new()));
                events.push(event);
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some((at, words)) = heading.take()
                    && let Event::Start(Tag::Heading { id, .. }) = &mut events[at]
                {
                    *id = Some(CowStr::from(slug(&words.replace('.', ""))));
                }
                events.push(event);
            }
            _ => {
                if let (Some((_, words)), Event::Text(text) | Event::Code(text)) = (&mut heading, &event) {
                    words.push_str(text);
                }
                events.push(event);
            }
        }
    }
    let mut html = String::new();
    push_html(&mut html, events.into_iter());
    html
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_link_within_the_manual_leads_somewhere() {
        let html = super::html();
        let targets: Vec<&str> = html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(targets.len() > 10);
        for target in targets {
            assert!(html.contains(&format!("id=\"{target}\"")), "{target}");
        }
        assert!(!html.contains("<img"));
    }
}
