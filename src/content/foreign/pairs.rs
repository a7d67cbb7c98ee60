//! What ends or goes on with a construct that was told already: one slip is one message, told where it begins.

use super::{Construct, Found};
use std::ops::Range;

/// Stands for a piece of what is told as a whole.
pub static PART: Construct = Construct { code: "", from: "", effect: "", remedy: "", patterns: &[] };

/// The line that opens a box is no longer than this, in bytes.
const LONGEST_LINE: usize = 400;
/// What stands open is looked for no further back.
const MOST_OPEN: usize = 16;

/// Something that other programs end with a sign of its own.
struct Open<'s> {
    sign: u8,
    name: &'s str,
    table: bool,
}

/// Takes the ends of pairs, the rows of a table and the lines that go on below a line of the same kind as parts of what is told.
pub fn fold(source: &str, found: &mut [Found]) {
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut last: Option<(Range<usize>, &'static Construct)> = None;
    for one in found {
        // Each of these lines is a slip of its own.
        if *one.construct == super::shapes::UNDERLINED {
            continue;
        }
        let text = &source[one.range.clone()];
        let below = last.as_ref().is_some_and(|(range, construct)| {
            *construct == one.construct && goes_on(source, range.end, one.range.start)
                || is_head(source, construct, range.end, one)
                || is_same_block(source, range, construct, one)
        });
        last = Some((one.range.clone(), one.construct));
        let (sign, name, closing) = parts(text);
        // `{:/}` and `{{ end }}` end what began last.
        let last_one = closing && name.is_empty() && sign == b'{';
        let ours =
            open.iter().rposition(|open| open.sign == sign && (last_one || open.name.eq_ignore_ascii_case(name)));
        let in_table = open.iter().any(|open| open.table) && matches!(one.construct.code, "MD064" | "MD066" | "MD068");
        let item = matches!(text.trim(), "[*]" | "\\item") && !open.is_empty();
        // `{info}` ends what `{info:title=…}` begins, and `|===` what `|===` begins.
        let same = sign == b'{' && (one.construct.code == "MD064" || name == "refdef") || sign == b';';
        let again = same && ours.is_some();
        let part =
            below || in_table || item || again || (closing && ours.is_some()) || in_colons(source, one.range.start);
        if let Some(ours) = ours.filter(|_| closing || again) {
            // The third line of a table is no new beginning.
            open.truncate(ours + usize::from(sign == b'-'));
        } else if in_table && (text.starts_with("|}") || text.trim() == TABLE) {
            open.retain(|open| !open.table);
        } else if (!part || sign == b'[' || text.trim() == TABLE) && open.len() < MOST_OPEN && !name.is_empty() {
            // What stands in a table or in an environment of LaTeX goes with it.
            let environment =
                text.starts_with("\\begin") && source[one.range.end..].contains(&format!("\\end{{{name}}}"));
            let table = text.starts_with("{|") || text.trim() == TABLE || environment;
            open.push(Open { sign, name, table });
        }
        if part {
            one.construct = &PART;
        }
    }
}

/// What begins and ends a table of AsciiDoc.
const TABLE: &str = "|===";

/// Braces or the same markup directly behind the one before; the rows of a table below its first; a block below the line of its settings,
/// and the next item of a list of dots.
fn is_same_block(source: &str, before: &Range<usize>, construct: &Construct, one: &Found) -> bool {
    let (above, text) = (&source[before.clone()], &source[one.range.clone()]);
    if before.end == one.range.start {
        return text.starts_with('{') || construct == one.construct;
    }
    // `naam [at] stad [punt] nl`
    if construct == one.construct && construct.from == crate::diag::words::foreign::ADDRESS {
        let between = &source[before.end..one.range.start];
        return between.len() < 40 && !between.contains(['@', ',', ';', '\n']) && !between.contains(". ");
    }
    // A program goes on to the next empty line.
    if above.starts_with("export ") || above.starts_with("import ") {
        return !source[before.end..one.range.start].contains("\n\n");
    }
    let dots = |text: &str| text.trim_start_matches('.').starts_with(' ') && text.starts_with('.');
    let settings = above.starts_with('[') && above.ends_with(']') && construct.code == "MD068";
    let rows = above.starts_with('|') && text.starts_with('|');
    (rows && same_rows(source, before.end, one.range.start))
        || ((dots(above) && dots(text)) || settings) && goes_on(source, before.end, one.range.start)
}

/// Is there nothing but one line's end between a row and the next?
fn same_rows(source: &str, end: usize, start: usize) -> bool {
    source.get(end..start).is_some_and(|between| between.matches('\n').count() == 1 && between.ends_with('\n'))
}

/// Does the line at `start` stand directly below what ends at `end`?
fn goes_on(source: &str, end: usize, start: usize) -> bool {
    source.get(end..start).is_some_and(|between| between.trim_matches([' ', '>', '\r']) == "\n")
}

/// `-----Oorspronkelijk bericht-----` and the head of that mail below it.
fn is_head(source: &str, above: &Construct, end: usize, one: &Found) -> bool {
    let between = source.get(end..one.range.start).unwrap_or("x");
    above.is_mail() && one.construct.is_mail() && between.trim_matches([' ', '>', '\r', '\n']).is_empty()
}

/// The sign that a construct begins with, its name, and whether it ends something: `[/b]`, `{% endraw %}`, `</o:p>`, `\end{itemize}`.
fn parts(text: &str) -> (u8, &str, bool) {
    let sign = text.bytes().next().unwrap_or_default();
    let inner = text.trim_start_matches(['[', '{', '<', '%', ':', '#', '\\', '@', ' ']);
    let (inner, closing) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner.trim_start(), true));
    let word =
        |text: &str| text.find(|c: char| !(c.is_alphanumeric() || matches!(c, ':' | '_' | '-'))).unwrap_or(text.len());
    let inner = inner.strip_prefix("begin{").unwrap_or(inner);
    if sign >= 0x80 || text.starts_with("'''") {
        // `´´´` ends what `´´´` begins.
        let signs = text.find(char::is_alphanumeric).unwrap_or(text.len());
        return (sign, text[..signs].trim(), signs > 2 && text[..signs].trim() == text.trim());
    }
    let (inner, closing) = match inner.strip_prefix("end") {
        Some(rest) if matches!(sign, b'{' | b'@' | b'\\') => (rest.trim_start_matches(['{', '_']), true),
        _ => (inner.strip_prefix("start").filter(|_| sign == b'@').unwrap_or(inner), closing),
    };
    let name = &inner[..word(inner)];
    // `{info:title=…}`, but `<o:p>`.
    let name = if sign == b'<' { name } else { name.split(':').next().unwrap_or(name) };
    // `--- start-multi-column` is ended by `--- end-multi-column`.
    let columns = text.split_once(" start-").or_else(|| text.split_once(" end-"));
    if let Some((_, name)) = columns.filter(|_| matches!(sign, b'-' | b'=')) {
        return (sign, name[..word(name)].trim_end_matches(':'), text[..text.len() - name.len()].ends_with(" end-"));
    }
    if matches!(sign, b'/' | b'|' | b'-' | b'=' | b'*' | b'+' | b';') {
        // A line of signs ends what the same line, or `/// note`, begins.
        let signs = text.bytes().take_while(u8::is_ascii_punctuation).count();
        return (sign, &text[..signs], signs > 2 && text.trim().bytes().all(|b| b.is_ascii_punctuation() || b == b' '));
    }
    (sign, if text.starts_with("{|") { &text[..2] } else { name }, closing)
}

/// Does this stand on a line that begins with `:::`, which has a message of its own?
fn in_colons(source: &str, at: usize) -> bool {
    // Of a line of a thousand pages the beginning is not looked for from each of its pieces.
    let start = source.floor_char_boundary(at.saturating_sub(LONGEST_LINE));
    let line = match source[start..at].rsplit_once('\n') {
        Some((_, line)) => line,
        None if start == 0 => &source[..at],
        None => return false,
    };
    line.trim_start().starts_with("::")
}
