//! The style sheet without what only its makers read.

use memchr::{memchr3, memmem};

/// Takes comments, indentation and empty lines away. Rules keep their lines, and texts between quotes are left alone, so
/// that what an organisation adds of its own comes through unchanged, whatever it is.
pub fn shrink(css: &str) -> String {
    let bare = without_comments(css);
    let mut out = String::with_capacity(bare.len());
    for line in bare.lines().map(str::trim).filter(|line| !line.is_empty()) {
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// The same without comments; what stands between quotes is none.
pub(super) fn without_comments(css: &str) -> String {
    let bytes = css.as_bytes();
    let mut out = String::with_capacity(css.len());
    // What is kept runs from here on; `at` is the sign that is looked at. Signs are ASCII, so both stay on letters.
    let (mut kept, mut at) = (0, 0);
    let mut quote = None;
    loop {
        let next = match quote {
            None => bytes[at..].iter().position(|byte| matches!(byte, b'/' | b'"' | b'\'' | b'\\')),
            Some(open) => memchr3(open, b'\n', b'\\', &bytes[at..]),
        };
        let Some(sign) = next.map(|ahead| at + ahead) else { break };
        at = sign + 1;
        match (quote, bytes[sign]) {
            (None, b'/') if bytes.get(at) == Some(&b'*') => {
                out.push_str(&css[kept..sign]);
                // A comment that never ends hides all that follows, for a browser too.
                at = memmem::find(&bytes[at + 1..], b"*/").map_or(css.len(), |end| at + 1 + end + 2);
                kept = at;
            }
            (None, b'/') => {}
            // What is escaped says nothing; a longer letter than one byte holds no sign.
            (_, b'\\') => at = (at + 1).min(css.len()),
            (None, sign) => quote = Some(sign),
            // A text ends with its line, unless that is escaped.
            (Some(_), _) => quote = None,
        }
    }
    out.push_str(&css[kept..]);
    out
}

/// A script without the remarks that stand on lines of their own; nothing else is touched. A remark that begins with `/*!` stays, as it
/// tells whose work it is, and so do `//#`, which tools read, and what stands within backquotes.
pub fn without_remarks(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    let mut in_text = false;
    while !rest.is_empty() {
        let line = rest.find('\n').map_or(rest, |end| &rest[..=end]);
        let start = line.trim_start();
        // Where a longer remark ends on the line, that end must stay.
        if start.starts_with("//") && !start.starts_with("//#") && !start.contains("*/") && !in_text {
            rest = &rest[line.len()..];
            continue;
        }
        let remark = (start.starts_with("/*") && !start.starts_with("/*!") && !in_text)
            .then(|| rest.find("*/").map(|end| end + 2))
            .flatten();
        // Code may follow a remark on its last line: then it stays where it is.
        let behind =
            remark.and_then(|end| rest[end..].strip_prefix('\n').or_else(|| rest[end..].is_empty().then_some("")));
        if let Some(behind) = behind {
            rest = behind;
            continue;
        }
        in_text ^= line.matches('`').count() % 2 == 1;
        out.push_str(line);
        rest = &rest[line.len()..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{shrink, without_remarks};

    #[test]
    fn comments_and_indentation_go() {
        let css = "/* Why. */\n@layer a {\n  .b { color: red; /* how\n  red */ }\n\n  .c > .d { margin: 0 1px; }\n}\n";
        assert_eq!(shrink(css), "@layer a {\n.b { color: red;  }\n.c > .d { margin: 0 1px; }\n}\n");
    }

    #[test]
    fn texts_stay_as_they_are() {
        let css = ".a::before { content: \"/* ‘no’ */ it's\"; }\n.b::after { content: '\\'/* */'; }\n.c\\/\\* { top: 0; }\n.d { mask: url(/x/y.svg); }\n";
        assert_eq!(shrink(css), css);
    }

    #[test]
    fn a_comment_without_end_takes_the_rest() {
        assert_eq!(shrink(".a { top: 0; }\n/* .b { top: 0; }"), ".a { top: 0; }\n");
    }

    #[test]
    fn a_quote_without_end_holds_for_its_line() {
        assert_eq!(shrink(".a { content: \"x; }\n/* y */ .b { top: 0; }\n"), ".a { content: \"x; }\n.b { top: 0; }\n");
    }

    #[test]
    fn remarks_on_lines_of_their_own_go_and_nothing_else_does() {
        let script = "/* What\n   it does. */\nconst a = 1; /* stays */\n  /** Of one line. */\nconst b = `\n/* text */\n`;\n/*! Whose. */\n/* x */ a();\n";
        let kept = "const a = 1; /* stays */\nconst b = `\n/* text */\n`;\n/*! Whose. */\n/* x */ a();\n";
        assert_eq!(without_remarks(script), kept);
        assert_eq!(without_remarks("a();\n/* not closed"), "a();\n/* not closed");
        let script =
            "// What.\na(); // stays\n  // `how\nconst b = `\n// text\n`;\nc(); /* x\n// y */\n//# a map\n// last";
        let kept = "a(); // stays\nconst b = `\n// text\n`;\nc(); /* x\n// y */\n//# a map\n";
        assert_eq!(without_remarks(script), kept);
    }
}
