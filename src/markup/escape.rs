//! The one escaper: the same for HTML and SVG, in an element and in an attribute between double quotes.

use std::borrow::Cow;

/// What a byte becomes; control characters are in neither HTML nor XML and say nothing to a reader.
const fn replacement(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        0..=8 | 11 | 12 | 14..=31 | 127 => Some(""),
        _ => None,
    }
}

/// Text made safe.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push_escaped(&mut out, text);
    out
}

/// So many bytes are looked at together: without a branch in between, that takes a few instructions.
const STRETCH: usize = 16;

/// May some of these bytes become something else? The ends of lines and tabs among them do not.
fn may_change<const N: usize>(bytes: &[u8; N]) -> bool {
    bytes.iter().fold(false, |any, &byte| {
        any | (byte < 32) | (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"') | (byte == 127)
    })
}

/// The same of fewer bytes than a stretch. What is looked at twice is looked at once fewer than byte by byte.
fn may_change_short(bytes: &[u8]) -> bool {
    fn ends<const N: usize>(bytes: &[u8]) -> Option<bool> {
        Some(may_change::<N>(bytes.first_chunk()?) || may_change::<N>(bytes.last_chunk()?))
    }
    ends::<8>(bytes)
        .or_else(|| ends::<4>(bytes))
        .unwrap_or_else(|| bytes.iter().any(|byte| CHANGES[usize::from(*byte)]))
}

/// Which bytes become something else.
static CHANGES: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = replacement(byte as u8).is_some();
        byte += 1;
    }
    table
};

/// Appends text, made safe.
pub fn push_escaped(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let (mut done, mut at) = (0, 0);
    while at < bytes.len() {
        let end = bytes.len().min(at + STRETCH);
        let may = match bytes[at..].first_chunk::<STRETCH>() {
            Some(stretch) => may_change(stretch),
            None => may_change_short(&bytes[at..]),
        };
        let stretch = at..if may { end } else { at };
        for i in stretch.filter(|i| CHANGES[usize::from(bytes[*i])]) {
            out.push_str(&text[done..i]);
            out.push_str(replacement(bytes[i]).unwrap_or_default());
            done = i + 1;
        }
        at = end;
    }
    out.push_str(&text[done..]);
}

/// Appends ` name="value"`, made safe.
pub fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_escaped(out, value);
    out.push('"');
}

/// The text that was escaped: knows what [`push_escaped`] writes, and no more.
pub(super) fn unescaped(safe: &str) -> Cow<'_, str> {
    let Some(first) = memchr::memchr(b'&', safe.as_bytes()) else { return Cow::Borrowed(safe) };
    let mut text = String::with_capacity(safe.len());
    text.push_str(&safe[..first]);
    let mut rest = &safe[first..];
    while let Some(end) = rest.find(';') {
        text.push(match &rest[..end] {
            "&lt" => '<',
            "&gt" => '>',
            "&quot" => '"',
            _ => '&',
        });
        rest = &rest[end + 1..];
        let next = rest.find('&').unwrap_or(rest.len());
        text.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::{escape, unescaped};

    #[test]
    fn what_is_escaped_comes_back() {
        let text = "<a> & \"b\" 'c'; 1 < 2 &amp; &";
        assert_eq!(escape(text), "&lt;a&gt; &amp; &quot;b&quot; 'c'; 1 &lt; 2 &amp;amp; &amp;");
        assert_eq!(unescaped(&escape(text)), text);
        assert_eq!(escape("a\u{1}\u{7f}b\tc"), "ab\tc");
        // Wherever it stands in a text that is looked at a stretch at a time.
        for before in 0..40 {
            let before = "é".repeat(before);
            assert_eq!(escape(&format!("{before}<\n{before}&")), format!("{before}&lt;\n{before}&amp;"));
        }
    }
}
