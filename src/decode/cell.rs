//! A value from a cell of a table as TOML has it.

use super::{Moment, Shape, date_slip, value_slip};

/// What parts the words of a list that is written as one text: a semicolon, or else a comma.
pub fn between(text: &str) -> char {
    if text.contains(';') && !text.contains(',') { ';' } else { ',' }
}

/// `plan/opgave-1 en besluit`: ids with words or signs between them; `None` where it may be a name.
pub fn ids_in(text: &str) -> Option<Vec<&str>> {
    let between = |word: &&str| matches!(*word, "en" | "of" | "&" | "+" | "/" | "|" | "-" | "en/of");
    let words: Vec<&str> = text.split([' ', ',', ';', '\n', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let parted = text.contains([',', ';', '\n']) || words.iter().any(between);
    let ids: Vec<&str> = words.into_iter().filter(|word| !between(word)).collect();
    let plain = |id: &&str| {
        let inside = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.' | b'_');
        id.bytes().all(inside) && id.starts_with(|c: char| c.is_ascii_alphanumeric())
    };
    (parted && ids.len() > 1 && ids.iter().all(plain)).then_some(ids)
}

/// What stands in a cell, as a value of this shape. What does not fit is a text: the shape tells of it then.
pub fn as_written(cell: &str, shape: &Shape) -> String {
    let fitting = match shape {
        Shape::Bool => match cell.to_lowercase().as_str() {
            "ja" | "true" | "waar" | "x" | "j" | "1" => Some("true".to_owned()),
            "nee" | "false" | "onwaar" | "n" | "0" => Some("false".to_owned()),
            _ => None,
        },
        Shape::Integer | Shape::Number => number(cell, *shape == Shape::Integer),
        Shape::Moment => moment(cell),
        Shape::Choice(words) => {
            let word = Shape::words_of(words).into_iter().find(|word| *word == cell.to_lowercase().replace(' ', "-"));
            word.map(quoted)
        }
        Shape::Either(shapes) => shapes.iter().find_map(|shape| match shape {
            Shape::Number | Shape::Integer => number(cell, *shape == Shape::Integer),
            Shape::Moment => moment(cell),
            _ => None,
        }),
        Shape::List(of) => {
            let ids = matches!(**of, Shape::Reference(_) | Shape::Citation).then(|| ids_in(cell)).flatten();
            let parts = ids.unwrap_or_else(|| cell.split(between(cell)).map(str::trim).collect());
            let items: Vec<String> = parts.into_iter().map(|item| as_written(item, of)).collect();
            Some(format!("[{}]", items.join(", ")))
        }
        _ => None,
    };
    fitting.unwrap_or_else(|| quoted(cell))
}

fn number(cell: &str, whole: bool) -> Option<String> {
    let plain = toml::de::DeTable::parse(&format!("a = {cell}")).is_ok() && cell.parse::<f64>().is_ok();
    let found = if value_slip::thousands(cell).is_none() && plain {
        cell.to_owned()
    } else {
        value_slip::number(cell).filter(|found| found.unit.is_empty())?.number
    };
    (!whole || found.parse::<i64>().is_ok()).then_some(found)
}

fn moment(cell: &str) -> Option<String> {
    match Moment::parse(cell) {
        Some(Moment::Day(day)) => Some(day.to_string()),
        Some(moment) => Some(quoted(&moment.to_string())),
        None => date_slip(cell)?.fix.filter(|fix| Moment::parse(fix.trim_matches('"')).is_some()),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{Shape, as_written, ids_in};

    #[test]
    fn ids_with_something_between() {
        for (text, ids) in [
            ("plan/opgave-1 en besluit", Some(vec!["plan/opgave-1", "besluit"])),
            ("a / b, c", Some(vec!["a", "b", "c"])),
            ("de kust", None),
            ("Raad en groep", None),
            ("plan/opgave-1", None),
        ] {
            assert_eq!(ids_in(text), ids, "{text}");
        }
    }

    #[test]
    fn cells_become_values() {
        for (cell, shape, value) in [
            ("Een \"duin\"", Shape::Plain, "\"Een \\\"duin\\\"\""),
            ("Ja", Shape::Bool, "true"),
            ("misschien", Shape::Bool, "\"misschien\""),
            ("1.300", Shape::Number, "1300"),
            ("14,5", Shape::Number, "14.5"),
            ("14.5", Shape::Number, "14.5"),
            ("14,5", Shape::Integer, "\"14,5\""),
            ("14 uur", Shape::Number, "\"14 uur\""),
            ("1 maart 2027", Shape::Moment, "2027-03-01"),
            ("2027", Shape::Moment, "\"2027\""),
            ("maart 2027", Shape::Moment, "\"maart 2027\""),
            ("Feit", Shape::Choice(vec![("feit", "")]), "\"feit\""),
            ("a, b", Shape::List(Box::new(Shape::Plain)), "[\"a\", \"b\"]"),
        ] {
            assert_eq!(as_written(cell, &shape), value, "{cell}");
        }
    }
}
