//! What a design token says, as CSS.

use crate::theme::colour::Colour;
use jsonc_parser::ast::{Array, Object, Value};

/// What kind of value a property takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A colour.
    Colour,
    /// A length.
    Dimension,
    /// Names of fonts, first choice first.
    Fonts,
}

impl Sort {
    /// The sort of a property, from what it is worth now.
    pub fn of(now: &str) -> Self {
        if Colour::hex(now).is_some() {
            Self::Colour
        } else if now.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            Self::Dimension
        } else {
            Self::Fonts
        }
    }
}

/// The value in CSS; `None` when it is not of this sort.
pub fn css(value: &Value<'_>, sort: Sort) -> Option<String> {
    match sort {
        Sort::Colour => colour(value).map(|c| c.to_string()),
        Sort::Dimension => dimension(value),
        Sort::Fonts => fonts(value),
    }
}

/// `"#24457A"`, or an object of the colour module: in sRGB, or with its `hex` beside another colour space.
fn colour(value: &Value<'_>) -> Option<Colour> {
    match value {
        Value::StringLit(text) => Colour::hex(&text.value),
        Value::Object(object) => match text(object, "colorSpace")? {
            "srgb" => srgb(object.get_array("components")?),
            _ => Colour::hex(text(object, "hex")?),
        },
        _ => None,
    }
}

fn srgb(components: &Array<'_>) -> Option<Colour> {
    let mut channels = [0; 3];
    if components.elements.len() != channels.len() {
        return None;
    }
    for (channel, component) in channels.iter_mut().zip(&components.elements) {
        let share: f64 = component.as_number_lit()?.value.parse().ok()?;
        *channel = (share.clamp(0.0, 1.0) * 255.0).round() as u8;
    }
    Some(Colour(channels))
}

/// `{"value": 76, "unit": "rem"}`, or `"76rem"` as older files have it.
fn dimension(value: &Value<'_>) -> Option<String> {
    let (number, unit) = match value {
        Value::StringLit(text) => {
            let end = text.value.find(|c: char| c.is_ascii_alphabetic())?;
            (text.value[..end].to_owned(), text.value[end..].to_owned())
        }
        Value::Object(object) => (object.get_number("value")?.value.to_owned(), text(object, "unit")?.to_owned()),
        _ => return None,
    };
    let good = number.parse::<f64>().is_ok_and(f64::is_finite) && matches!(unit.as_str(), "px" | "rem");
    good.then(|| format!("{number}{unit}"))
}

/// One name or a list of names. Generic families stand bare, all others between quotes.
fn fonts(value: &Value<'_>) -> Option<String> {
    let one = |value: &Value<'_>| {
        let name = value.as_string_lit()?.value.trim().to_owned();
        // Nothing that could end the declaration it is written into.
        let safe = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || " -_.".contains(c));
        let bare = name.starts_with('-') || GENERIC.contains(&name.as_str());
        safe.then(|| if bare { name } else { format!("\"{name}\"") })
    };
    match value {
        Value::Array(names) if !names.elements.is_empty() => {
            Some(names.elements.iter().map(one).collect::<Option<Vec<_>>>()?.join(", "))
        }
        other => one(other),
    }
}

const GENERIC: [&str; 7] =
    ["serif", "sans-serif", "monospace", "system-ui", "ui-sans-serif", "ui-serif", "ui-monospace"];

fn text<'o>(object: &'o Object<'_>, key: &str) -> Option<&'o str> {
    object.get_string(key).map(|text| text.value.as_ref())
}
