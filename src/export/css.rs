//! Reads as much of the theme's style sheet as drawings need: tokens, and rules with plain selectors.
//!
//! What only a screen can answer (`@media`, `:hover`) is passed over: a file that is taken along has one look, the light one.

use std::collections::BTreeMap;

/// Where a style sheet was read to.
type Declarations = Vec<(String, String)>;

/// The rules that can apply to a drawing, and the theme's tokens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Css {
    /// Tokens without their dashes (`v-inkt`) → value, light.
    pub tokens: BTreeMap<String, String>,
    /// Weakest first.
    pub rules: Vec<Rule>,
}

/// Declarations for what a selector matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The parts of the selector, the last is the element itself.
    pub selector: Vec<Part>,
    /// Property and value, variables not yet filled in.
    pub declarations: Declarations,
}

/// One part of a selector: `rect.ig-vak`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// The element's name.
    pub tag: Option<String>,
    /// All of these.
    pub classes: Vec<String>,
    /// Must this be the parent (`>`) of the next part, not just one above it?
    pub parent: bool,
}

/// Layers that tell how drawings look; what stands outside all layers is a site's own and goes over them.
const LAYERS: [&str; 2] = ["tokens", "infographic"];

impl Css {
    /// Reads a style sheet.
    pub fn read(text: &str) -> Self {
        let text = without_comments(text);
        let mut found = Vec::new();
        let mut tokens = BTreeMap::new();
        blocks(&text, LAYERS.len(), &mut found, &mut tokens);
        // A stable sort: of equals the last one wins.
        found.sort_by_key(|(layer, rule)| (*layer, strength(&rule.selector)));
        Self { tokens, rules: found.into_iter().map(|(_, rule)| rule).collect() }
    }

    /// The value of a token, with the tokens in it filled in; black when there is none.
    pub fn token(&self, name: &str) -> String {
        self.tokens.get(name).map_or_else(|| "#000000".to_owned(), |value| filled(value, &self.tokens))
    }
}

/// Classes count before names.
fn strength(selector: &[Part]) -> (usize, usize) {
    let classes = selector.iter().map(|part| part.classes.len()).sum();
    (classes, selector.iter().filter(|part| part.tag.is_some()).count())
}

fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// Goes through `head { body }` and `@statement;`, one after the other.
fn blocks(text: &str, layer: usize, rules: &mut Vec<(usize, Rule)>, tokens: &mut BTreeMap<String, String>) {
    let mut rest = text;
    while let Some(at) = rest.find(['{', ';']) {
        let head = rest[..at].trim();
        if rest[at..].starts_with(';') {
            rest = &rest[at + 1..];
            continue;
        }
        let body = &rest[at + 1..];
        let end = closing(body);
        let inside = &body[..end];
        rest = body.get(end + 1..).unwrap_or_default();
        match head.strip_prefix('@') {
            None => rule(head, inside, layer, rules, tokens),
            Some(at_rule) => {
                let name = at_rule.strip_prefix("layer ").map(str::trim);
                if let Some(layer) = name.and_then(|name| LAYERS.iter().position(|known| *known == name)) {
                    blocks(inside, layer, rules, tokens);
                }
            }
        }
    }
}

/// Where the block that has just been opened closes.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

fn rule(head: &str, body: &str, layer: usize, rules: &mut Vec<(usize, Rule)>, tokens: &mut BTreeMap<String, String>) {
    let declarations: Declarations = split(body, ';')
        .filter_map(|one| one.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), light(value.trim_end_matches("!important").trim())))
        .collect();
    for selector in split(head, ',').map(str::trim) {
        if selector == ":root" {
            let own = declarations.iter().filter_map(|(name, value)| Some((name.strip_prefix("--")?, value)));
            tokens.extend(own.map(|(name, value)| (name.to_owned(), value.clone())));
        } else if let Some(selector) = parts(selector) {
            rules.push((layer, Rule { selector, declarations: declarations.clone() }));
        }
    }
}

/// The parts of a selector; `None` for one that asks what a drawing on its own cannot tell.
fn parts(selector: &str) -> Option<Vec<Part>> {
    let mut parts: Vec<Part> = Vec::new();
    for word in selector.split_whitespace() {
        if word == ">" {
            parts.last_mut()?.parent = true;
            continue;
        }
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        if !word.chars().all(plain) {
            return None;
        }
        let mut names = word.split('.');
        let tag = names.next().filter(|tag| !tag.is_empty()).map(str::to_owned);
        parts.push(Part { tag, classes: names.map(str::to_owned).collect(), parent: false });
    }
    (!parts.is_empty()).then_some(parts)
}

/// Splits where a character stands outside brackets.
fn split(text: &str, at: char) -> impl Iterator<Item = &str> {
    let mut depth = 0_i32;
    text.split(move |c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == at && depth == 0
    })
}

/// The light one of `light-dark(a, b)`.
fn light(value: &str) -> String {
    let Some((before, rest)) = value.split_once("light-dark(") else { return value.to_owned() };
    let end = bracket(rest);
    let first = split(&rest[..end], ',').next().unwrap_or_default().trim();
    light(&format!("{before}{first}{}", rest.get(end + 1..).unwrap_or_default()))
}

/// Fills in `var(--x)` and `var(--x, else)`.
pub fn filled(value: &str, tokens: &BTreeMap<String, String>) -> String {
    let mut value = value.to_owned();
    // Tokens that name each other in a circle must not keep us here.
    for _ in 0..16 {
        let Some((before, rest)) = value.split_once("var(") else { break };
        let end = bracket(rest);
        let inside = &rest[..end];
        let (name, otherwise) = inside.split_once(',').map_or((inside, ""), |(name, other)| (name, other.trim()));
        let known = tokens.get(name.trim().trim_start_matches('-')).map_or(otherwise, String::as_str);
        value = format!("{before}{known}{}", rest.get(end + 1..).unwrap_or_default());
    }
    value
}

/// Where the bracket that has just been opened closes.
fn bracket(text: &str) -> usize {
    let mut depth = 0_i32;
    text.find(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth < 0
    })
    .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_light_and_a_site_goes_over_its_theme() {
        let css = Css::read(
            "@layer a, b; @layer tokens { :root { --v-a: light-dark(#fff, #000); --v-b: var(--v-a) } }
             /* } */ :root { --v-a: rgb(1, 2, 3) }",
        );
        assert_eq!(css.token("v-b"), "rgb(1, 2, 3)");
        assert_eq!(css.token("v-niets"), "#000000");
    }

    #[test]
    fn only_what_holds_for_paper_is_read() {
        let css = Css::read(
            "@layer infographic { .a:hover { fill: red } rect.a > .b, .c { fill: blue; stroke: none }
             @media print { .a { fill: green } } } @layer base { .z { fill: red } } .eigen { fill: pink }",
        );
        let told: Vec<String> = css.rules.iter().map(|r| format!("{:?}", r.selector.last().unwrap().classes)).collect();
        assert_eq!(told, ["[\"c\"]", "[\"b\"]", "[\"eigen\"]"], "weakest first, the site's own last");
        assert!(css.rules[1].selector[0].parent);
    }

    #[test]
    fn circles_of_tokens_end() {
        let css = Css::read(":root { --v-a: var(--v-b); --v-b: var(--v-a) }");
        assert!(css.token("v-a").starts_with("var("));
    }
}
