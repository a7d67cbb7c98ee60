//! What ends or goes on with a construct that was told already: one slip is one message, told where it begins.

use super::{Construct, Found};

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
    let mut last: Option<(usize, &'static Construct)> = None;
    for one in found {
        let text = &source[one.range.clone()];
        let below = last.is_some_and(|(end, construct)| {
            construct == one.construct && goes_on(source, end, one.range.start) || is_head(source, construct, end, one)
        });
        last = Some((one.range.end, one.construct));
        let (sign, name, closing) = parts(text);
        let ours = open.iter().rposition(|open| open.sign == sign && open.name.eq_ignore_ascii_case(name));
        let in_table = open.iter().any(|open| open.table) && one.construct.code == "MD064";
        let item = matches!(text.trim(), "[*]" | "\\item") && !open.is_empty();
        // `{info}` ends what `{info:title=…}` begins, and `|===` what `|===` begins.
        let again = sign == b'{' && one.construct.code == "MD064" && ours.is_some();
        let part =
            below || in_table || item || again || (closing && ours.is_some()) || in_colons(source, one.range.start);
        if let Some(ours) = ours.filter(|_| closing || again) {
            // The third line of a table is no new beginning.
            open.truncate(ours + usize::from(sign == b'-'));
        } else if in_table && text.starts_with("|}") {
            open.retain(|open| !open.table);
        } else if !part && open.len() < MOST_OPEN && !name.is_empty() {
            open.push(Open { sign, name, table: text.starts_with("{|") });
        }
        if part {
            one.construct = &PART;
        }
    }
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
    let (inner, closing) = match inner.strip_prefix("end") {
        Some(rest) if matches!(sign, b'{' | b'@' | b'\\') => (rest.trim_start_matches(['{', '_']), true),
        _ => (inner.strip_prefix("start").filter(|_| sign == b'@').unwrap_or(inner), closing),
    };
    let name = &inner[..word(inner)];
    // `{info:title=…}`, but `<o:p>`.
    let name = if sign == b'<' { name } else { name.split(':').next().unwrap_or(name) };
    if matches!(sign, b'/' | b'|' | b'-' | b'=' | b'*' | b'+') {
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
