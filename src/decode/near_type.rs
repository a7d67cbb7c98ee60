//! Values of the wrong type of which it is plain how they are meant: one thing in the brackets of a list, a word where a block
//! belongs.

use super::{Shape, Value};
use crate::diag::{Diagnostic, Span, words::meant};
use toml::de::DeValue;

/// What is told of such a value.
pub fn near_type(place: Span, value: &Value<'_>, wanted: &Shape) -> Option<Diagnostic> {
    match (value.get_ref(), wanted) {
        (
            DeValue::Array(items),
            Shape::Reference(_) | Shape::Plain | Shape::Markdown | Shape::Choice(_) | Shape::Moment,
        ) => {
            let only = items.first().filter(|_| items.len() == 1)?.get_ref().as_str()?;
            Some(meant::no_list(place, only))
        }
        (DeValue::String(text), Shape::Table(_)) => block(text, wanted).map(|block| meant::block_wanted(place, &block)),
        (DeValue::String(text), Shape::List(of)) => {
            block(text, of).map(|block| meant::block_wanted(place, &format!("[{block}]")))
        }
        _ => None,
    }
}

/// The name in `[[relatie.ambitie]]`, above the only block of its sort.
pub fn double_heading<'t>(text: &'t str, value: &Value<'_>) -> Option<&'t str> {
    let blocks = value.get_ref().as_array().filter(|items| items.iter().any(|item| item.get_ref().is_table()))?;
    let at = blocks.first()?.span().start.min(text.len());
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    text[start..].lines().next()?.trim_start().strip_prefix("[[")?.split(']').next().map(str::trim)
}

/// A block on one line, of which the first key that must be there says this.
fn block(text: &str, shape: &Shape) -> Option<String> {
    let Shape::Table(keys) = shape else { return None };
    let mut said = Some(text.trim()).filter(|text| !text.is_empty() && !text.contains(['"', '\\']));
    said?;
    let must = keys.iter().filter(|key| key.required);
    let parts: Vec<String> = must.map(|key| format!("{} = \"{}\"", key.name, said.take().unwrap_or("…"))).collect();
    (!parts.is_empty()).then(|| format!("{{ {} }}", parts.join(", ")))
}
