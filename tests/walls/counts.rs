//! What should be a value and is a string: tags in texts, markup that is taken apart again, kinds that are told by their names.

use super::source;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use syn::visit::{self, Visit};
use verbeeld::model::Model;

/// At most so many texts may hold a tag, outside the rooms that write markup. The number only goes down: the lists that stand in
/// for drawings on a telephone are the most of it.
const MOST_TAGS: usize = 20;

/// So many places ask of a kind what it is called, to know what it is: none. A kind says what is its own (`model/kind.rs`).
const MOST_NAMED: usize = 0;

/// These write markup, or speak to editors of theirs.
const WRITERS: &[&str] = &[
    "markup/",
    "content/",
    "infographic/canvas.rs",
    "infographic/svg.rs",
    // Files for taking along, and the open data's own formats.
    "export/",
    "render/feed.rs",
    "diag/words/",
    "site/active.rs",
];

/// These read what others wrote, write a format of their own, or work on files that visitors take along.
const READERS: &[&str] = &[
    "markup/",
    "content/",
    "images/",
    "export/",
    "decode/",
    "diag/words/",
    "model/rules/",
    "output/deploy/",
    "site/active.rs",
    "site/portal.rs",
    // The published pages, as a browser would read them.
    "difference/text.rs",
    // What editors wrote in Markdown.
    "edit/pieces.rs",
    // Any page that is served, also one that stands in `static/`.
    "serve/page.rs",
    // The contents of a script element.
    "pages/kinds/linked.rs",
];

/// These speak of kinds by their names, and know no model to ask.
const NAMERS: &[&str] = &["diag/words/"];

/// The elements of HTML and SVG that this program writes.
const ELEMENTS: &[&str] = &[
    "a",
    "article",
    "aside",
    "b",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "circle",
    "code",
    "dd",
    "defs",
    "desc",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "form",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "html",
    "i",
    "img",
    "input",
    "label",
    "li",
    "line",
    "main",
    "nav",
    "ol",
    "option",
    "output",
    "p",
    "path",
    "pattern",
    "pre",
    "rect",
    "script",
    "section",
    "select",
    "small",
    "span",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "time",
    "tr",
    "tspan",
    "ul",
    "use",
];

/// One file, read for what it says in strings.
#[derive(Default)]
struct Counts {
    /// Lines with a text that holds a tag.
    tags: Vec<usize>,
    /// Lines on which markup is looked for in a text.
    parsed: Vec<usize>,
    /// Lines on which a kind is told by its name.
    named: Vec<usize>,
    kinds: BTreeSet<String>,
}

fn has_tag(text: &str) -> bool {
    text.split('<').skip(1).any(|rest| {
        let rest = rest.trim_start_matches('/');
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        ELEMENTS.contains(&&rest[..end])
    })
}

/// What is looked for when markup is taken apart.
fn seeks_markup(text: &str) -> bool {
    text.starts_with('<') || text.ends_with('>') && text.len() > 1 || text.contains("=\"") || text == ">"
}

const SEEK: &[&str] = &[
    "find",
    "rfind",
    "split",
    "split_once",
    "rsplit_once",
    "contains",
    "starts_with",
    "ends_with",
    "strip_prefix",
    "strip_suffix",
    "replace",
    "replacen",
    "matches",
    "match_indices",
    "trim_start_matches",
    "trim_end_matches",
];

impl Counts {
    fn text(&mut self, text: &str, line: usize) {
        if has_tag(text) {
            self.tags.push(line);
        }
    }

    /// The literals in what a macro is given.
    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                        self.text(&text.value(), literal.span().start().line);
                    }
                }
                _ => {}
            }
        }
    }

    /// Is this a question of which kind something is, with a kind's name in it?
    fn is_told(&self, asked: &Said, answers: &Said) -> bool {
        asked.names.contains("kind") && answers.texts.iter().any(|text| self.kinds.contains(text))
    }
}

/// The names and texts in a part of the source.
#[derive(Default)]
struct Said {
    names: BTreeSet<String>,
    texts: Vec<String>,
}

impl Said {
    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) => _ = self.names.insert(ident.to_string()),
                TokenTree::Literal(literal) => self.literal(&literal.to_string()),
                TokenTree::Punct(_) => {}
            }
        }
    }

    fn literal(&mut self, written: &str) {
        let text = syn::parse_str::<syn::LitStr>(written).map(|text| text.value());
        self.texts.extend(text.or_else(|_| syn::parse_str::<syn::LitChar>(written).map(|c| c.value().to_string())));
    }
}

impl<'ast> Visit<'ast> for Said {
    fn visit_ident(&mut self, ident: &'ast proc_macro2::Ident) {
        self.names.insert(ident.to_string());
    }

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.texts.push(text.value());
    }

    fn visit_lit_char(&mut self, text: &'ast syn::LitChar) {
        self.texts.push(text.value().to_string());
    }

    fn visit_lit_byte_str(&mut self, text: &'ast syn::LitByteStr) {
        self.texts.push(String::from_utf8_lossy(&text.value()).into_owned());
    }
}

impl<'ast> Visit<'ast> for Counts {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes = match item {
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Mod(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        let is_test = |attribute: &syn::Attribute| {
            attribute.path().is_ident("test")
                || matches!(&attribute.meta, syn::Meta::List(list) if list.tokens.to_string().contains("test"))
        };
        if !attributes.iter().any(is_test) {
            visit::visit_item(self, item);
        }
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.text(&text.value(), text.span().start().line);
    }

    fn visit_macro(&mut self, one: &'ast syn::Macro) {
        let mut said = Said::default();
        said.tokens(one.tokens.clone());
        if one.path.is_ident("matches") && self.is_told(&said, &said) {
            self.named.push(one.path.segments[0].ident.span().start().line);
        }
        self.tokens(one.tokens.clone());
    }

    fn visit_expr_match(&mut self, one: &'ast syn::ExprMatch) {
        let (mut asked, mut answers) = (Said::default(), Said::default());
        asked.visit_expr(&one.expr);
        one.arms.iter().for_each(|arm| answers.visit_pat(&arm.pat));
        if self.is_told(&asked, &answers) {
            self.named.push(one.match_token.span.start().line);
        }
        visit::visit_expr_match(self, one);
    }

    fn visit_expr_binary(&mut self, one: &'ast syn::ExprBinary) {
        let (mut asked, mut answers) = (Said::default(), Said::default());
        asked.visit_expr(&one.left);
        if let syn::Expr::Lit(literal) = &*one.right {
            answers.visit_expr_lit(literal);
        }
        if let (syn::BinOp::Eq(sign), true) = (&one.op, self.is_told(&asked, &answers)) {
            self.named.push(sign.spans[0].start().line);
        }
        if let (syn::BinOp::Ne(sign), true) = (&one.op, self.is_told(&asked, &answers)) {
            self.named.push(sign.spans[0].start().line);
        }
        visit::visit_expr_binary(self, one);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let mut sought = Said::default();
        call.args.iter().for_each(|argument| sought.visit_expr(argument));
        if SEEK.contains(&call.method.to_string().as_str()) && sought.texts.iter().any(|text| seeks_markup(text)) {
            self.parsed.push(call.method.span().start().line);
        }
        visit::visit_expr_method_call(self, call);
    }
}

fn count(of: impl Fn(&Counts) -> &Vec<usize>, apart: &[&str]) -> Vec<String> {
    let kinds: BTreeSet<String> = Model::KINDS.iter().map(|kind| kind.name.to_owned()).collect();
    let mut found = Vec::new();
    for (name, text) in source() {
        let for_tests = name.ends_with("tests.rs") || name.contains("/tests/") || name.ends_with("growth.rs");
        if for_tests || apart.iter().any(|room| name.starts_with(room)) {
            continue;
        }
        let mut counts = Counts { kinds: kinds.clone(), ..Counts::default() };
        counts.visit_file(&syn::parse_file(&text).unwrap());
        found.extend(of(&counts).iter().map(|line| format!("src/{name}:{line}")));
    }
    found
}

/// What the counters find in a small file: they would not notice anything if they read nothing.
#[test]
fn the_counters_see_what_they_count() {
    let text = r#"
        fn f(kind: &str, html: &str) -> bool {
            let tag = format!("<p class=\"{}\">", html);
            match kind { "gremium" => true, _ => matches!(kind, "rol") && kind == "opgave" && html.contains("</p>") }
        }
        #[cfg(test)] mod tests { const TAG: &str = "<p>"; }
    "#;
    let kinds = ["gremium", "rol", "opgave"].map(str::to_owned).into();
    let mut counts = Counts { kinds, ..Counts::default() };
    counts.visit_file(&syn::parse_file(text).unwrap());
    assert_eq!((counts.tags, counts.parsed, counts.named.len()), (vec![3, 4], vec![4], 3));
}

#[test]
fn markup_is_no_text() {
    let found = count(|counts| &counts.tags, WRITERS);
    assert!(found.len() <= MOST_TAGS, "{} texts hold a tag:\n{}", found.len(), found.join("\n"));
}

#[test]
fn nobody_takes_our_own_markup_apart() {
    let found = count(|counts| &counts.parsed, READERS);
    assert!(found.is_empty(), "{} places:\n{}", found.len(), found.join("\n"));
}

/// Templates ask for values too, and look for nothing in what a drawing or a text has written.
#[test]
fn no_template_looks_into_markup() {
    let written = ["svg", "html", "medium", "upright", "narrow", "pieces", "sample"];
    let mut read = 0;
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("themes")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Ok(text) = fs::read_to_string(&path) else { continue };
            read += usize::from(path.extension().is_some_and(|end| end == "html"));
            for (number, line) in text.lines().enumerate() {
                let asks = written.iter().any(|name| line.contains(&format!(".{name} is ")));
                assert!(!asks, "{}:{}: {line}", path.display(), number + 1);
            }
        }
    }
    assert!(read > 20, "{read} templates");
}

#[test]
fn no_kind_is_told_by_its_name() {
    let found = count(|counts| &counts.named, NAMERS);
    assert!(found.len() == MOST_NAMED, "{} places:\n{}", found.len(), found.join("\n"));
}
