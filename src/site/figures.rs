//! Named numbers, so that a number stands in one place: `{{ bijdrage.fte_per_deelnemer }}` → `0,1 fte`.

use crate::content::{Segment, inline};
use crate::decode::Text;
use crate::model::Model;
use crate::model::kinds::{Cijfer, Keuze};
use crate::phrases::Phrases;
use std::collections::BTreeMap;

/// Key → text as it is shown.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    values: BTreeMap<String, String>,
}

impl Figures {
    /// The figures of the data, and the counts of its records (`aantal.gremia`, `aantal.organisaties.gemeente`).
    pub fn of(model: &Model, phrases: &Phrases) -> Self {
        let mut values = BTreeMap::new();
        for kind in Model::KINDS {
            values.insert(format!("aantal.{}", kind.plural), model.of_kind(kind.name).len().to_string());
        }
        let mut sorts: BTreeMap<String, usize> = BTreeMap::new();
        for organisation in &model.organisaties {
            *sorts.entry(crate::dutch::slug(&organisation.soort)).or_default() += 1;
        }
        for (sort, count) in sorts {
            values.insert(format!("aantal.organisaties.{sort}"), count.to_string());
        }
        for figure in &model.cijfers {
            values.insert(figure.id.value.clone(), in_words(phrases, figure));
        }
        for choice in &model.keuzes {
            values.insert(format!("keuze.{}.stand", choice.id.value), state_of(model, &values, phrases, choice));
            let outcome = choice
                .uitkomst
                .as_ref()
                .map_or_else(|| phrases.choices().unknown().to_owned(), |o| plain(model, &values, o));
            values.insert(format!("keuze.{}.uitkomst", choice.id.value), outcome);
        }
        Self { values }
    }

    /// The figure with this key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(String::as_str)
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }
}

/// What is known of a choice, in a sentence: so a text that says it changes by itself when the choice is made.
fn state_of(model: &Model, figures: &BTreeMap<String, String>, phrases: &Phrases, choice: &Keuze) -> String {
    let say = phrases.choices();
    if let Some(outcome) = &choice.uitkomst {
        let decided = model.decided(choice);
        let when = decided.map(|d| phrases.when(&d.when));
        let who = decided.and_then(|d| d.by).map(|by| model.name_of(by));
        let outcome = plain(model, figures, outcome);
        let outcome = outcome.trim_end_matches('.');
        return match (when, who) {
            (Some(when), Some(who)) => say.chosen_when_by(&when, &who, outcome),
            (Some(when), None) => say.chosen_when(&when, outcome),
            (None, Some(who)) => say.chosen_by(&who, outcome),
            (None, None) => say.chosen(outcome),
        };
    }
    match choice.bron.first().and_then(|c| model.bronnen.get(&c.source)) {
        Some(source) => say.open_in(source.kort.as_ref().unwrap_or(&source.naam)),
        None => say.open().to_owned(),
    }
}

/// A text of the data without its markup, with names and figures for what stands for them.
fn plain(model: &Model, figures: &BTreeMap<String, String>, text: &Text) -> String {
    let inline = inline(text);
    let named = inline.body.segments.iter().map(|segment| match segment {
        Segment::Mention { id, .. } => model.name_of(id.split('#').next().unwrap_or(id)),
        Segment::Figure { key, .. } => figures.get(key).cloned().unwrap_or_default(),
        _ => String::new(),
    });
    let named: Vec<String> = named.collect();
    inline.plain.filled(|gap| named.get(gap).map_or("", String::as_str))
}

/// A figure as it is shown: `circa € 10.000`, `0,1 fte`, `36 dagen`. A no-break space holds number and unit together.
pub fn in_words(phrases: &Phrases, figure: &Cijfer) -> String {
    let FigureParts { before, number, unit } = in_parts(phrases, figure);
    let with_unit = if unit.is_empty() { number } else { format!("{number}\u{a0}{unit}") };
    if before.is_empty() { with_unit } else { format!("{before} {with_unit}") }
}

/// A figure in the parts that can be set in letters of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureParts {
    /// `circa`, or empty.
    pub before: String,
    /// The number, with the sign that belongs to it: `€ 10.000`, `5%`.
    pub number: String,
    /// What it counts, or empty.
    pub unit: String,
}

/// A figure in its parts: `circa`, `1,4`, `fte`.
pub fn in_parts(phrases: &Phrases, figure: &Cijfer) -> FigureParts {
    let decimals =
        figure.decimalen.and_then(|d| usize::try_from(d).ok()).unwrap_or_else(|| natural_decimals(figure.waarde));
    // A year is a name, not an amount: no point in it.
    let plain_year =
        figure.eenheid.is_empty() && figure.waarde.fract() == 0.0 && (1900.0..2100.0).contains(&figure.waarde);
    let number =
        if plain_year { format!("{:.0}", figure.waarde) } else { phrases.number(figure.waarde, decimals.min(6)) };
    let (number, unit) = match figure.eenheid.as_str() {
        "euro" => (phrases.amounts().euros(&number), String::new()),
        "procent" => (phrases.amounts().percent(&number), String::new()),
        unit => (number, unit.to_owned()),
    };
    let before = if figure.ongeveer == Some(true) { phrases.amounts().about().to_owned() } else { String::new() };
    FigureParts { before, number, unit }
}

/// As many decimals as the number needs, four at most.
fn natural_decimals(value: f64) -> usize {
    (0..4).find(|d| (value * 10f64.powi(*d) - (value * 10f64.powi(*d)).round()).abs() < 1e-9).unwrap_or(4) as usize
}

#[cfg(test)]
mod tests {
    use super::natural_decimals;

    #[test]
    fn decimals_follow_the_number() {
        assert_eq!(natural_decimals(0.1), 1);
        assert_eq!(natural_decimals(0.016), 3);
        assert_eq!(natural_decimals(36.0), 0);
        assert_eq!(natural_decimals(1.0 / 3.0), 4);
    }
}
