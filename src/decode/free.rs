//! Keys that a theme is free to choose: any TOML, kept as JSON, with the place of every key so that one that nothing asks
//! for can be told.

use super::types::{At, as_json};
use super::{Decoder, Field, Shape, Shown, Value};
use serde_json::Value as Json;
use toml::de::DeValue;

/// What stands under `[extra]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Free {
    /// All of it.
    pub value: Json,
    /// Its keys, each with the ones it stands in before it: `stappen`, `stappen.titel`.
    pub keys: Vec<At<String>>,
}

impl Field for Free {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut keys = Vec::new();
        walk(value, "", decoder, &mut keys);
        Some(Self { value: as_json(value.get_ref()), keys })
    }
    fn absent() -> Option<Self> {
        Some(Self::default())
    }
    fn shape() -> Shape {
        Shape::Free
    }
    fn shown(&self) -> Shown<'_> {
        Shown::Nothing
    }
}

fn walk(value: &Value<'_>, within: &str, decoder: &Decoder<'_>, keys: &mut Vec<At<String>>) {
    match value.get_ref() {
        DeValue::Table(table) => {
            for (key, inner) in table {
                let path = format!("{within}{}", key.get_ref());
                walk(inner, &format!("{path}."), decoder, keys);
                keys.push(At { value: path, place: decoder.span(key.span()) });
            }
        }
        DeValue::Array(items) => items.iter().for_each(|item| walk(item, within, decoder, keys)),
        _ => (),
    }
}
