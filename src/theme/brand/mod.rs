//! An organisation's own look: design tokens in JSON beside `portal.toml` that replace the theme's.
//!
//! `huisstijl.tokens.json` holds the tokens for a light ground, `huisstijl.donker.tokens.json` those for a dark one. Which names
//! there are tells the theme (`theme.toml`). Without a dark file the site is shown light only: a brand's colours say nothing
//! about the dark.

mod dtcg;
mod value;

use super::palette::{Palette, Scheme};
use super::settings::Settings;
use crate::diag::{Diagnostic, Span, nearest, words};
use crate::source::{SourceFile, Sources};
use dtcg::{Token, reference, tokens};
use std::collections::{BTreeMap, BTreeSet};
use value::{Sort, css};

const LIGHT: &str = "huisstijl.tokens.json";
const DARK: &str = "huisstijl.donker.tokens.json";
/// What the names of our own tokens start with; others are an organisation's palette, to refer to.
const OURS: &str = "verbeeld.";

/// A property's new value, and the token that gives it.
struct Set {
    css: String,
    sort: Sort,
    place: Span,
}

/// The properties that a file sets.
type Sets = BTreeMap<String, Set>;

/// The style rules of the organisation's own look; empty when there is none.
pub fn rules(sources: &Sources, settings: &Settings, theme: &Palette, problems: &mut Vec<Diagnostic>) -> String {
    let file =
        |name: &str| sources.theme().find(|(_, layer, f)| *layer == 0 && f.name == name).map(|(id, _, f)| (id, f));
    let (light, dark) = (file(LIGHT), file(DARK));
    if light.is_none() && dark.is_none() {
        return String::new();
    }
    let mut told = Vec::new();
    let [light_tokens, dark_tokens] =
        [light, dark].map(|file| file.map(|(id, f)| tokens_of(id, f, &mut told)).unwrap_or_default());
    let sets = [
        properties(&light_tokens, &[], settings, theme, &mut told),
        properties(&dark_tokens, &light_tokens, settings, theme, &mut told),
    ];
    nearly_ours(&light_tokens, &dark_tokens, settings, &mut told);
    nearly_ours(&dark_tokens, &light_tokens, settings, &mut told);
    let css = written(&sets, dark.is_some());
    // What is missing or weak can only be told of files that are right themselves.
    if told.is_empty() {
        if dark.is_some() {
            unpaired(&sets, &mut told);
        }
        contrasts(&theme.clone().with(&css), settings, &sets, &mut told);
    }
    problems.extend(told);
    css
}

fn written([light, dark]: &[Sets; 2], dark_too: bool) -> String {
    let mut body = String::new();
    if !dark_too {
        body.push_str("    color-scheme: light;\n");
    }
    for (property, set) in light {
        let value = match dark.get(property).filter(|_| set.sort == Sort::Colour) {
            Some(dark) => format!("light-dark({}, {})", set.css, dark.css),
            None => set.css.clone(),
        };
        body.push_str(&format!("    {property}: {value};\n"));
    }
    format!("@layer tokens {{\n  :root {{\n{body}  }}\n}}\n")
}

/// Tells which colours have a value for light or for dark alone.
fn unpaired([light, dark]: &[Sets; 2], problems: &mut Vec<Diagnostic>) {
    for (here, there, other) in [(light, dark, DARK), (dark, light, LIGHT)] {
        let alone = here.iter().filter(|(property, set)| set.sort == Sort::Colour && !there.contains_key(*property));
        problems.extend(alone.map(|(_, set)| words::theme::token_only_here(set.place, other)));
    }
}

fn tokens_of<'s>(id: crate::diag::FileId, file: &'s SourceFile, problems: &mut Vec<Diagnostic>) -> Vec<Token<'s>> {
    match file.text() {
        Ok((text, mark)) => tokens(id, text, mark, problems),
        Err(at) => {
            problems.push(words::data::not_utf8(Span::new(id, at..at + 1)));
            Vec::new()
        }
    }
}

/// Tells of tokens that are nearly one of ours: `verbeld.link.color`, `link.color`. Others are an organisation's palette.
fn nearly_ours(tokens: &[Token<'_>], beside: &[Token<'_>], settings: &Settings, problems: &mut Vec<Diagnostic>) {
    let asked: BTreeSet<&str> = tokens.iter().chain(beside).filter_map(|token| reference(&token.value)).collect();
    for token in tokens.iter().filter(|token| !token.name.starts_with(OURS) && !asked.contains(token.name.as_str())) {
        let rest = token.name.split_once('.').map_or("", |(_, rest)| rest);
        let first = token.name.split('.').next().unwrap_or_default();
        let slip = nearest(first, [OURS.trim_end_matches('.')]).is_some();
        let meant = settings.tokens.keys().find(|known| {
            let bare = known.strip_prefix(OURS).unwrap_or(known);
            bare == token.name || (slip && bare == rest)
        });
        let near = || nearest(&token.name, settings.tokens.keys().map(String::as_str)).filter(|_| slip);
        if let Some(meant) = meant.map(String::as_str).or_else(near) {
            problems.push(words::theme::unknown_token(token.place, &token.name, Some(meant)));
        }
    }
}

/// The properties that tokens set. References are looked for in the file itself, then in `beside`.
fn properties(
    tokens: &[Token<'_>],
    beside: &[Token<'_>],
    settings: &Settings,
    theme: &Palette,
    problems: &mut Vec<Diagnostic>,
) -> Sets {
    let mut found = BTreeMap::new();
    for token in tokens.iter().filter(|token| token.name.starts_with(OURS)) {
        let Some(property) = settings.tokens.get(&token.name) else {
            let near = nearest(&token.name, settings.tokens.keys().map(String::as_str));
            problems.push(words::theme::unknown_token(token.place, &token.name, near));
            continue;
        };
        let mut source = token;
        let mut steps = 0;
        let said = loop {
            let Some(name) = reference(&source.value) else { break Some(source) };
            let next = tokens.iter().chain(beside).find(|t| t.name == name);
            steps += 1;
            match next {
                Some(next) if steps <= tokens.len() + beside.len() => source = next,
                _ => {
                    let known = tokens.iter().chain(beside).map(|t| t.name.as_str());
                    let near = nearest(name, known).filter(|_| next.is_none());
                    problems.push(words::theme::token_leads_nowhere(source.value_place, name, near));
                    break None;
                }
            }
        };
        let Some(source) = said else { continue };
        let sort = Sort::of(theme.value(property, Scheme::Light).unwrap_or_default());
        match css(&source.value, sort) {
            Some(css) => drop(found.insert(property.clone(), Set { css, sort, place: token.place })),
            None => problems.push(match sort {
                Sort::Colour => words::theme::token_no_colour(source.value_place, &token.name),
                Sort::Dimension => words::theme::token_no_dimension(source.value_place, &token.name),
                Sort::Fonts => words::theme::token_no_fonts(source.value_place, &token.name),
            }),
        }
    }
    found
}

/// Tells which of the new colours do not stand out enough: of each colour the ground that it most belongs on, and on how many
/// others it is weak.
fn contrasts(palette: &Palette, settings: &Settings, sets: &[Sets; 2], problems: &mut Vec<Diagnostic>) {
    // The names as the organisation knows them.
    let names: BTreeMap<&str, &str> = settings.tokens.iter().map(|(name, p)| (p.as_str(), name.as_str())).collect();
    let name = |property: &str| names.get(property).copied().unwrap_or(property).to_owned();
    for (scheme, set) in Scheme::ALL.into_iter().zip(sets) {
        for rule in &settings.contrasts {
            for colour in &rule.colours {
                let weak: Vec<_> = rule
                    .grounds
                    .iter()
                    .filter_map(|ground| {
                        // What is wrong with the theme's own colours is no affair of an editor.
                        let place = set.get(colour).or_else(|| set.get(ground))?.place;
                        let ratio = palette.colour(colour, scheme)?.contrast(palette.colour(ground, scheme)?);
                        (ratio < rule.least).then_some((ratio, ground, place))
                    })
                    .collect();
                // A colour's own tint first, then the grounds in the order of the theme.
                let family = |property: &str| name(property).rsplit_once('.').map(|(family, _)| family.to_owned());
                let own = weak.iter().find(|(_, ground, _)| family(ground) == family(colour));
                if let Some((ratio, ground, place)) = own.or(weak.first()) {
                    let contrast =
                        words::theme::Contrast { ratio: *ratio, least: rule.least, elsewhere: weak.len() - 1 };
                    problems.push(words::theme::token_too_weak(*place, &name(colour), &name(ground), contrast));
                }
            }
        }
    }
}
