//! A web address is complete, and a paper is linked to.

use super::Context;
use crate::decode::Shown;
use crate::diag::{Diagnostic, is_secret_told_in, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for entity in context.model.all() {
        for (key, value) in entity.values() {
            if let (Shown::Plain(address), "website" | "url") = (&value, key) {
                if is_secret_told_in(address) {
                    problems.push(words::meant::secret_in_address("REGEL044", entity.place_of(key)));
                } else if !complete(address) {
                    problems.push(words::rules::web_address(entity.place_of(key), address));
                }
            }
            if let (Shown::List(papers), "document") = (&value, key) {
                for paper in papers {
                    if let Shown::Markdown(text) = paper
                        && is_bare(text.raw.trim())
                    {
                        problems.push(words::rules::no_link_to_paper(text.place, text.raw.trim()));
                    }
                }
            }
        }
    }
}

/// Is it the name of a file or an address, where a link belongs? Words may be the name of a paper that is nowhere to be read.
fn is_bare(paper: &str) -> bool {
    const FILES: &[&str] = &[".pdf", ".docx", ".doc", ".pptx", ".xlsx", ".md", ".html", ".htm", ".rtf", ".txt"];
    const OPENDOCUMENT: &[&str] = &[".odt", ".ods", ".odp"];
    let lower = paper.to_lowercase();
    let file = FILES.iter().chain(OPENDOCUMENT).any(|end| lower.ends_with(end));
    !paper.contains("](")
        && !paper.contains("[[")
        && !paper.contains('<')
        && (file || lower.starts_with("http") || lower.starts_with("www."))
}

fn complete(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let host = rest.map(|r| r.split(['/', '?', '#']).next().unwrap_or_default());
    host.is_some_and(|h| h.contains('.') && h.split('.').all(|part| !part.is_empty()) && !h.contains([',', ';']))
        && !address.contains(|c: char| c.is_whitespace() || "\"<>".contains(c))
}
