//! The template engine's errors in Dutch, at their place.

use crate::diag::{Diagnostic, FileId, Span, nearest, words};
use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};
use tera::{Error, ErrorKind};

/// The diagnostic of a template error. `asked` is the file to point to when the error names none.
pub fn template_problem(
    error: &Error,
    asked: Option<FileId>,
    files: &BTreeMap<String, FileId>,
    sources: &Sources,
) -> Diagnostic {
    let file_of = |name: &str| files.get(name).copied().or(asked);
    let (name, range, says, fatal) = match error.kind() {
        ErrorKind::SyntaxError(report) => (report.filename(), report.span().range.clone(), report.message(), true),
        ErrorKind::RenderingError(report) => (report.filename(), report.span().range.clone(), report.message(), false),
        ErrorKind::MissingParent { current, parent } => {
            return words::theme::missing_parent(top(file_of(current)), current, parent);
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            return words::theme::circle(top(file_of(tpl)), tpl);
        }
        _ => return words::theme::other(top(asked)),
    };
    let place = file_of(name).map(|file| {
        let mark = sources.get(file).text().map_or(0, |(_, mark)| mark);
        Span::new(file, range.start + mark..range.end + mark)
    });
    let block = place.and_then(|place| block_around(sources.get(place.file).text().ok()?.0, range.start));
    if fatal { words::theme::syntax(place, says, block) } else { words::theme::rendering(place, says, block) }
}

/// The name of the innermost block of a template that is open at a place.
fn block_around(text: &str, at: usize) -> Option<&str> {
    let mut open: Vec<&str> = Vec::new();
    for tag in text.get(..at)?.split("{%").skip(1) {
        let inside = tag.trim_start_matches('-').trim_start();
        if let Some(name) = inside.strip_prefix("block ") {
            open.push(name.split(|c: char| c.is_whitespace() || c == '%' || c == '-').next().unwrap_or_default());
        } else if inside.starts_with("endblock") {
            open.pop();
        }
    }
    open.pop().filter(|name| !name.is_empty())
}

fn top(file: Option<FileId>) -> Option<Span> {
    file.map(Span::top)
}

/// The template that was meant. How a name ends says nothing: all end alike.
pub fn nearest_template<'a>(name: &str, names: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let bare = |name: &'a str| name.strip_suffix(".html").unwrap_or(name);
    let own = name.trim_end_matches(".html").trim_end_matches(".htm");
    let near = nearest(own, names.clone().map(bare))?;
    names.clone().find(|name| bare(name) == near)
}

/// The names of this kind that there are, as far as the templates tell.
fn known(kind: &str, name: &str, files: &BTreeMap<String, FileId>, sources: &Sources) -> BTreeSet<String> {
    let mark = match kind {
        "block" => "block ",
        "component" => "component ",
        "template" => return files.keys().cloned().collect(),
        _ => return BTreeSet::new(),
    };
    let texts = files.values().filter_map(|id| Some(sources.get(*id).text().ok()?.0));
    let tags = texts.flat_map(|text| text.split("{%").skip(1)).map(|tag| tag.trim_start_matches('-').trim_start());
    let word = |tag: &str| tag.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_owned();
    tags.filter_map(|tag| tag.strip_prefix(mark)).map(word).filter(|found| found != name).collect()
}

/// What templates ask for and nobody has: filters, functions, components, blocks and other templates. The engine tells these
/// together, as text: `error: Unknown filter `x`` and on the next line ` --> pagina.html:2:17`.
pub fn unknown_parts(error: &Error, files: &BTreeMap<String, FileId>, sources: &Sources) -> Vec<Diagnostic> {
    let ErrorKind::Msg(text) = error.kind() else { return Vec::new() };
    let mut found = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let unknown = line.strip_prefix("error: Unknown ").and_then(|rest| rest.split_once(" `"));
        let block = || Some(("block", line.strip_prefix("error: Block `")?.split('`').next()?));
        let Some((kind, name)) = unknown.or_else(block) else { continue };
        let name = name.trim_end_matches('`');
        let place = lines.peek().and_then(|at| locus(at.split_once("--> ")?.1, name, files, sources));
        let known = known(kind, name, files, sources);
        let names = known.iter().map(String::as_str);
        let near = if kind == "template" { nearest_template(name, names) } else { nearest(name, names) };
        found.push(words::theme::unknown_part(place, kind, name, near));
    }
    found
}

/// The place of `name` at `pagina.html:2:17`.
fn locus(at: &str, name: &str, files: &BTreeMap<String, FileId>, sources: &Sources) -> Option<Span> {
    let mut parts = at.trim().rsplitn(3, ':');
    let (column, line) = (parts.next()?.parse::<usize>().ok()?, parts.next()?.parse::<usize>().ok()?);
    let file = *files.get(parts.next()?)?;
    let (text, mark) = sources.get(file).text().ok()?;
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let words = text.get(start..)?.lines().next()?;
    let from = words.char_indices().nth(column.checked_sub(1)?).map_or(words.len(), |(i, _)| i);
    // The engine points at the name, or at the quote before it.
    let from = words.get(from..)?.find(name).map_or(from, |i| from + i);
    let length = if words[from..].starts_with(name) { name.len() } else { 0 };
    Some(Span::new(file, mark + start + from..mark + start + from + length))
}
