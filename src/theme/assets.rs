//! Style sheet and script of the theme, each in one piece.

use super::brand;
use super::palette::{Palette, Scheme};
use super::prints::{self, Prints};
use super::settings::Settings;
use super::shrink::{shrink, without_remarks};
use crate::diag::{Diagnostic, Span, words};
use crate::source::Sources;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Files of the theme with a print in their name, as pages are rendered with them: see [`Prints`].
#[derive(Debug, Clone, Default)]
pub struct Assets {
    /// Path of the style sheet.
    pub css: String,
    /// Path of the script; empty for none.
    pub js: String,
    /// Path of the script for search, which a page asks for when search is used; empty for none.
    pub search: String,
    /// The colour behind everything, in light and in dark, for the browser's own bar; the same twice when there is no dark.
    pub ground: Option<[String; 2]>,
    /// The prints in those paths.
    pub prints: Prints,
}

/// What the theme adds to the output, and what templates must know of it.
#[derive(Debug, Default)]
pub struct Bundle {
    /// Paths for templates.
    pub assets: Assets,
    /// The style sheet as text.
    pub style: String,
    /// Files for the output: path and bytes.
    pub files: Vec<(String, Arc<[u8]>)>,
}

/// Bundles the theme. Of files with one name the nearest layer wins, except that the site's own style and script are added
/// after the theme's, so that a site can add a few rules without repeating the rest.
pub fn bundle(sources: &Sources, problems: &mut Vec<Diagnostic>) -> Bundle {
    let [theme_css, own_css] = joined(sources, "css/", ".css", problems);
    let settings = Settings::of(sources, &theme_css, problems);
    let brand = brand::rules(sources, &settings, &Palette::of(&theme_css), problems);
    let css = theme_css + &brand + &own_css;
    let palette = Palette::of(&css);
    let one_scheme = palette.value("color-scheme", Scheme::Light) == Some("light");
    let ground = |scheme| Some(palette.colour(settings.ground.as_deref()?, scheme)?.to_string());
    let light = ground(Scheme::Light);
    let ground = light.zip(if one_scheme { ground(Scheme::Light) } else { ground(Scheme::Dark) });
    let js = joined(sources, "js/", ".js", problems).concat();
    let search = joined(sources, "js/zoeken/", ".js", problems).concat();
    let mut files: Vec<(String, Arc<[u8]>)> = Vec::new();
    let mut prints = Prints::default();
    let mut publish = |text: String, name: &str, extension: &str| {
        if text.is_empty() {
            return String::new();
        }
        let hash = blake3::hash(text.as_bytes()).to_hex();
        let path = |print: &str| format!("bestanden/{name}.{print}.{extension}");
        let print = &hash[..prints::LENGTH];
        files.push((path(print), text.into_bytes().into()));
        path(&prints.hold(print))
    };
    let style = css;
    let (css, js, search) = (
        publish(shrink(&style), "site", "css"),
        publish(without_remarks(&js), "site", "js"),
        publish(without_remarks(&search), "zoeken", "js"),
    );
    let mut seen: BTreeMap<&str, ()> = BTreeMap::new();
    for (_, _, file) in sources.theme() {
        if let Some(path) = file.name.strip_prefix("static/")
            && seen.insert(path, ()).is_none()
        {
            files.push((path.to_owned(), file.bytes.clone()));
        }
    }
    let ground = ground.map(Into::into);
    Bundle { assets: Assets { css, js, search, ground, prints }, style, files }
}

/// All files directly in a folder in order of name, in two pieces: the theme's (nearest layer per name), and the site's own.
fn joined(sources: &Sources, folder: &str, extension: &str, problems: &mut Vec<Diagnostic>) -> [String; 2] {
    let mut theme: BTreeMap<&str, &str> = BTreeMap::new();
    let mut own: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, layer, file) in sources.theme() {
        let inside =
            file.name.strip_prefix(folder).is_some_and(|name| name.ends_with(extension) && !name.contains('/'));
        if !inside {
            continue;
        }
        match file.text() {
            Ok((text, _)) if layer == 0 => drop(own.insert(&file.name, text)),
            Ok((text, _)) => drop(theme.entry(&file.name).or_insert(text)),
            Err(at) => problems.push(words::data::not_utf8(Span::new(id, at..at + 1))),
        }
    }
    [theme, own].map(|files| {
        let texts = files.values().map(|text| text.trim_end()).filter(|text| !text.is_empty());
        texts.map(|text| format!("{text}\n")).collect()
    })
}
