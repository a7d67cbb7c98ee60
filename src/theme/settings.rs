//! `theme.toml`: what a theme tells about itself, beyond the theme it extends.

use crate::decode::{At, Decoder, Free};
use crate::diag::{Diagnostic, FileId, Span, nearest, words};
use crate::record;
use crate::source::{SourceFile, Sources};
use std::collections::{BTreeMap, BTreeSet};

/// What may be done with a theme's style sheet from outside.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// Name of a design token (`verbeeld.link.color`) → the custom property that it sets (`--v-link`).
    pub tokens: BTreeMap<String, String>,
    /// Custom property with the colour behind everything, for the browser's own bar.
    pub ground: Option<String>,
    /// Which colours must stand out against which.
    pub contrasts: Vec<Contrast>,
}

/// Colours that must stand out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Contrast {
    /// Custom properties with the colours of text or lines.
    pub colours: Vec<String>,
    /// Custom properties with the colours they stand on.
    pub grounds: Vec<String>,
    /// The least ratio.
    pub least: f64,
}

record! {
    /// Kleuren die goed te zien moeten zijn.
    pub struct Contrastregel {
        /// De kleuren van tekst of lijnen.
        kleuren: Vec<At<String>>,
        /// De kleuren waarop zij staan.
        op: Vec<At<String>>,
        /// Het kleinste contrast.
        minstens: Option<f64>,
    }
}

record! {
    /// Wat een thema over zichzelf zegt.
    pub struct ThemeFile {
        /// De naam van het thema.
        naam: Option<String>,
        /// Waar het thema voor is.
        omschrijving: Option<String>,
        /// De versie.
        versie: Option<String>,
        /// Het thema waar dit op voortbouwt.
        breidt_uit: Option<At<String>>,
        /// De naam van de kleur achter alles, zoals "--v-linnen".
        grond: Option<At<String>>,
        /// Welke design tokens er zijn, en welke kleur, letter of maat elk vervangt.
        huisstijl: Free,
        /// Kleuren die goed te zien moeten zijn.
        contrast: Vec<Contrastregel>,
    }
}

impl Settings {
    /// The settings of all layers: of a token the nearest counts, of lists the nearest that has one. `style` is the style sheet of
    /// the theme, which tells what may be named.
    pub fn of(sources: &Sources, style: &str, problems: &mut Vec<Diagnostic>) -> Self {
        let mut all = Self::default();
        for (id, _, file) in sources.theme().filter(|(_, _, file)| file.name == "theme.toml") {
            let mut told = Vec::new();
            let Some(layer) = read(id, file, &mut told) else {
                problems.extend(told);
                continue;
            };
            // What is wrong with a theme inside the program is no affair of an editor.
            if file.disk.is_some() {
                problems.extend(told);
                unknown_names(&layer, style, problems);
            }
            for (name, property) in layer.huisstijl.value.as_object().into_iter().flatten() {
                if let Some(property) = property.as_str() {
                    all.tokens.entry(name.clone()).or_insert_with(|| property.to_owned());
                }
            }
            if all.ground.is_none() {
                all.ground = layer.grond.map(|ground| ground.value);
            }
            if all.contrasts.is_empty() {
                all.contrasts = layer.contrast.into_iter().map(contrast).collect();
            }
        }
        all
    }
}

fn read(id: FileId, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<ThemeFile> {
    let (text, mark) = file.text().ok()?;
    let mut decoder = Decoder::new(id, text, mark);
    let table = decoder.parse();
    let layer = decoder.record::<ThemeFile>(table.get_ref(), Span::top(id));
    problems.extend(decoder.told());
    layer
}

/// Tells of names that the style sheet does not have.
fn unknown_names(layer: &ThemeFile, style: &str, problems: &mut Vec<Diagnostic>) {
    let named = layer.contrast.iter().flat_map(|rule| rule.kleuren.iter().chain(&rule.op)).chain(&layer.grond);
    let tokens = layer.huisstijl.keys.iter().filter_map(|key| {
        let property = layer.huisstijl.value.get(&key.value)?.as_str()?;
        Some((property, key.place))
    });
    let known: BTreeSet<&str> = super::unasked::set_in(style);
    for (name, place) in named.map(|name| (name.value.as_str(), name.place)).chain(tokens) {
        if !known.contains(name) {
            problems.push(words::theme::unknown_property(place, name, nearest(name, known.iter().copied())));
        }
    }
}

fn contrast(rule: Contrastregel) -> Contrast {
    let names = |list: Vec<At<String>>| list.into_iter().map(|name| name.value).collect();
    Contrast { colours: names(rule.kleuren), grounds: names(rule.op), least: rule.minstens.unwrap_or(4.5) }
}
