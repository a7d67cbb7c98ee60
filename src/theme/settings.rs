//! `theme.toml`: what a theme tells about itself, beyond the theme it extends.

use crate::source::Sources;
use std::collections::BTreeMap;
use toml::de::DeTable;

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

impl Settings {
    /// The settings of all layers: of a token the nearest counts, of lists the nearest that has one.
    pub fn of(sources: &Sources) -> Self {
        let mut all = Self::default();
        for (_, _, file) in sources.theme().filter(|(_, _, file)| file.name == "theme.toml") {
            let Ok((text, _)) = file.text() else { continue };
            let (table, _) = DeTable::parse_recoverable(text);
            let layer = crate::decode::as_json(&toml::de::DeValue::Table(table.into_inner()));
            for (name, property) in layer["huisstijl"].as_object().into_iter().flatten() {
                if let Some(property) = property.as_str() {
                    all.tokens.entry(name.clone()).or_insert_with(|| property.to_owned());
                }
            }
            if all.ground.is_none() {
                all.ground = layer["grond"].as_str().map(str::to_owned);
            }
            if all.contrasts.is_empty() {
                all.contrasts = layer["contrast"].as_array().into_iter().flatten().map(contrast).collect();
            }
        }
        all
    }
}

fn contrast(value: &serde_json::Value) -> Contrast {
    let names = |key: &str| {
        let list = value[key].as_array().into_iter().flatten();
        list.filter_map(|name| name.as_str().map(str::to_owned)).collect()
    };
    Contrast { colours: names("kleuren"), grounds: names("op"), least: value["minstens"].as_f64().unwrap_or(4.5) }
}
