//! Design tokens as the W3C's Design Tokens Format Module writes them: JSON with groups, `$value`, `$type` and references.

use crate::diag::words::theme::JsonSlip;
use crate::diag::{Diagnostic, FileId, Span, words};
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// One token as it stands in the file.
#[derive(Debug)]
pub struct Token<'t> {
    /// Its name with those of its groups: `verbeeld.link.color`.
    pub name: String,
    /// What it says; may refer to another.
    pub value: Value<'t>,
    /// Where the name stands.
    pub place: Span,
    /// Where the value stands.
    pub value_place: Span,
}

/// All tokens of a file in order. `offset` is the length of the byte order mark.
pub fn tokens<'t>(file: FileId, text: &'t str, offset: usize, problems: &mut Vec<Diagnostic>) -> Vec<Token<'t>> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let at = |range: Range| Span::new(file, range.start + offset..range.end + offset);
    let mut found = Vec::new();
    match parse_to_ast(text, &CollectOptions::default(), &strict) {
        Ok(parsed) => match parsed.value {
            Some(Value::Object(group)) => walk(group, "", &at, &mut found),
            _ => problems.push(words::theme::tokens_no_object(Span::top(file))),
        },
        Err(error) => problems.push(words::theme::tokens_no_json(at(error.range()), says(error.kind()))),
    }
    found
}

/// What the parser stumbles over.
fn says(kind: &ParseErrorKind) -> JsonSlip {
    use ParseErrorKind::{
        CommentsNotAllowed, ExpectedColonAfterObjectKey, ExpectedComma, ExpectedObjectValue,
        ExpectedStringObjectProperty, MultipleRootJsonValues, SingleQuotedStringsNotAllowed, String,
        TrailingCommasNotAllowed, UnexpectedComma, UnexpectedWord, UnterminatedArray, UnterminatedCommentBlock,
        UnterminatedObject,
    };
    match kind {
        TrailingCommasNotAllowed | UnexpectedComma => JsonSlip::CommaTooMany,
        ExpectedComma => JsonSlip::CommaMissing,
        ExpectedColonAfterObjectKey => JsonSlip::ColonMissing,
        ExpectedObjectValue => JsonSlip::ValueMissing,
        ExpectedStringObjectProperty | SingleQuotedStringsNotAllowed | String(_) | UnexpectedWord => JsonSlip::Quotes,
        CommentsNotAllowed | UnterminatedCommentBlock => JsonSlip::Comment,
        UnterminatedArray | UnterminatedObject => JsonSlip::NotClosed,
        MultipleRootJsonValues => JsonSlip::TooMuch,
        _ => JsonSlip::Other,
    }
}

fn walk<'t>(group: Object<'t>, path: &str, at: &impl Fn(Range) -> Span, found: &mut Vec<Token<'t>>) {
    for property in group.properties {
        let place = at(property.name.range());
        let key = property.name.into_string();
        if key.starts_with('$') {
            continue;
        }
        let name = if path.is_empty() { key } else { format!("{path}.{key}") };
        let Value::Object(inner) = property.value else { continue };
        if inner.get("$value").is_none() {
            walk(inner, &name, at, found);
            continue;
        }
        let value = inner.properties.into_iter().find(|p| p.name.as_str() == "$value").map(|p| p.value);
        if let Some(value) = value {
            found.push(Token { name, place, value_place: at(value.range()), value });
        }
    }
}

/// The token that a value refers to: `{group.token}`.
pub fn reference<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    value.as_string_lit()?.value.strip_prefix('{')?.strip_suffix('}')
}
