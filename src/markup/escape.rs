//! The one escaper: the same for HTML and SVG, in an element and in an attribute between double quotes.

use std::borrow::Cow;

/// What a byte becomes; control characters are in neither HTML nor XML and say nothing to a reader.
fn replacement(byte: u8) -> Option<&'static str> {
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

/// Appends text, made safe.
pub fn push_escaped(out: &mut String, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(safe) = replacement(byte) {
            out.push_str(&text[done..at]);
            out.push_str(safe);
            done = at + 1;
        }
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
    let Some(first) = safe.find('&') else { return Cow::Borrowed(safe) };
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
    }
}
