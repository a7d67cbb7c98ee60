//! The style sheet without what only its makers read.

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

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut quote = None;
    let mut rest = css;
    while let Some(letter) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            // A comment that never ends hides all that follows, for a browser too.
            rest = rest[2..].split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        let mut taken = letter.len_utf8();
        match (quote, letter) {
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            // A text ends with its line, unless that is escaped.
            (Some(_), '\n') => quote = None,
            (_, '\\') => taken += rest[taken..].chars().next().map_or(0, char::len_utf8),
            _ => {}
        }
        out.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::shrink;

    #[test]
    fn comments_and_indentation_go() {
        let css = "/* Why. */\n@layer a {\n  .b { color: red; /* how\n  red */ }\n\n  .c > .d { margin: 0 1px; }\n}\n";
        assert_eq!(shrink(css), "@layer a {\n.b { color: red;  }\n.c > .d { margin: 0 1px; }\n}\n");
    }

    #[test]
    fn texts_stay_as_they_are() {
        let css =
            ".a::before { content: \"/* ‘no’ */ it's\"; }\n.b::after { content: '\\'/* */'; }\n.c\\/\\* { top: 0; }\n";
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
}
