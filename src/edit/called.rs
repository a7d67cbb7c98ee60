//! Which record an editor names: by its id, by a name that it goes by, or by a part of one. A word that fits more than one is asked
//! about with those that it fits, never taken for the first.

use super::change::Refused;
use crate::decode::Shown;
use crate::diag::nearest;
use crate::dutch::fold;
use crate::model::kinds::Relatie;
use crate::model::{AnyEntity, Kind, Model, NAMES};

/// So many names fit in one sentence.
const FEW: usize = 8;

/// Words that tell no records apart.
const SMALL: &[&str] = &["de", "het", "een", "van", "voor", "en", "in", "op", "der", "den", "the", "of", "and"];

/// The record of one of these kinds that is called so; an id wins, then a name, then another name of its own.
pub fn called<'m>(model: &'m Model, word: &str, kinds: &[&str]) -> Result<Option<&'m str>, Refused> {
    let word = word.trim();
    let bare = word.strip_prefix("[[").and_then(|w| w.strip_suffix("]]")).unwrap_or(word);
    let fits = |kind: Kind| kinds.contains(&kind.name);
    let by_id = model.ids.get_key_value(bare).or_else(|| model.ids.get_key_value(bare.to_lowercase().as_str()));
    if let Some((id, _)) = by_id.filter(|(_, (kind, _))| fits(*kind)) {
        return Ok(Some(id));
    }
    let records = || model.all().filter(|record| fits(record.kind()));
    let wanted = plain(bare);
    let short = without_article(&wanted);
    for wanted in [wanted.as_str(), short].into_iter().filter(|wanted| !wanted.is_empty()) {
        // What it is called first of all, and only then what it is called as well.
        let named: Vec<_> = records().filter(|r| main_names(model, *r).iter().any(|name| name == wanted)).collect();
        if !named.is_empty() {
            return one(model, word, &named);
        }
        let mut also: Vec<_> = records().filter(|r| all_names(model, *r).iter().any(|name| name == wanted)).collect();
        if !also.is_empty() {
            // An abbreviation of one that another's name begins with may mean that other.
            let begins = |name: &String| name.strip_prefix(wanted).is_some_and(|rest| rest.starts_with(' '));
            let other = |record: &&dyn AnyEntity| {
                also.iter().all(|known| known.id() != record.id()) && main_names(model, *record).iter().any(begins)
            };
            let others: Vec<_> = records().filter(other).collect();
            also.extend(others);
            return one(model, word, &also);
        }
    }
    Ok(None)
}

/// The id of the record of any kind that is called so; the word itself where none is.
pub fn called_so<'m>(model: &'m Model, word: &'m str) -> Result<&'m str, Refused> {
    // A tie is called after its two ends, so it would fit every name of either.
    let kinds: Vec<&str> = Model::KINDS.iter().filter(|kind| !kind.is::<Relatie>()).map(|kind| kind.name).collect();
    Ok(called(model, word, &kinds)?.unwrap_or(word))
}

/// The one that is meant, or which there are.
fn one<'m>(model: &'m Model, word: &str, found: &[&'m dyn AnyEntity]) -> Result<Option<&'m str>, Refused> {
    match found {
        [one] => Ok(Some(&one.common().id.value)),
        many => {
            let list = many.iter().map(|record| with_name(model, record.id())).collect::<Vec<_>>();
            Err(format!("“{word}” kan hier meer dan één betekenen: {}. Geef de id van wie u bedoelt.", listed(&list))
                .into())
        }
    }
}

/// There is no such record of these: the nearest, those that share a word with it, or all when they are few.
pub fn unknown<'i>(model: &Model, what: &str, word: &str, known: impl Iterator<Item = &'i str>) -> Refused {
    let known: Vec<&str> = known.collect();
    let alike = alike(model, word, &known);
    let hint = match nearest(word, known.iter().copied()) {
        Some(near) => format!(" Bedoelde u “{near}”?"),
        None if !alike.is_empty() => format!(" Bedoelde u {}?", listed(&alike)),
        // So few that all can be named.
        None if (1..=FEW).contains(&known.len()) => format!(" Wel: {}.", known.join(", ")),
        None => String::new(),
    };
    format!("Er is geen {what} met de id of naam “{word}”.{hint}").into()
}

/// Those of which a name shares a word with this one, the most alike first.
fn alike(model: &Model, word: &str, known: &[&str]) -> Vec<String> {
    let words = plain(word);
    let words: Vec<&str> = words.split(' ').filter(|word| word.len() > 1 && !SMALL.contains(word)).collect();
    let shared = |id: &&str| {
        let names = model.get(id).map(|record| all_names(model, record)).unwrap_or_default();
        let in_name = |name: &String| words.iter().filter(|word| name.split(' ').any(|own| own == **word)).count();
        names.iter().map(in_name).max().unwrap_or_default()
    };
    let mut found: Vec<(usize, &str)> = known.iter().map(|id| (shared(id), *id)).filter(|(n, _)| *n > 0).collect();
    let most = found.iter().map(|(n, _)| *n).max().unwrap_or_default();
    found.retain(|(n, _)| *n == most);
    if found.len() > FEW {
        return Vec::new();
    }
    found.into_iter().map(|(_, id)| with_name(model, id)).collect()
}

fn with_name(model: &Model, id: &str) -> String {
    format!("“{id}” ({})", model.name_of(id))
}

fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} of {last}", before.join(", ")),
    }
}

/// The name of a record, and the short one that stands in its place.
fn main_names(model: &Model, record: &dyn AnyEntity) -> Vec<String> {
    let mut names = vec![plain(&record.name(model))];
    for (key, shown) in record.values() {
        if key == "kort" || key == "naam" {
            texts(&shown, &mut names);
        }
    }
    names
}

/// The same with abbreviations, synonyms and others.
fn all_names(model: &Model, record: &dyn AnyEntity) -> Vec<String> {
    let mut names = main_names(model, record);
    for (key, shown) in record.values() {
        if NAMES.contains(&key) {
            texts(&shown, &mut names);
        }
    }
    names
}

fn texts(shown: &Shown<'_>, names: &mut Vec<String>) {
    match shown {
        Shown::Plain(text) => names.push(plain(text)),
        Shown::Markdown(text) => names.push(plain(&text.raw)),
        Shown::List(items) => items.iter().for_each(|item| texts(item, names)),
        _ => {}
    }
}

/// As it is compared: small letters without marks, `&` as the word, and one space for whatever stands between words.
fn plain(text: &str) -> String {
    let text = fold(text).replace('&', " en ");
    text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn without_article(text: &str) -> &str {
    ["de ", "het ", "een "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{plain, without_article};

    #[test]
    fn names_are_compared_by_their_words() {
        assert_eq!(plain("Colleges van B&W"), plain("colleges van B en W"));
        assert_eq!(plain("Werkgroep-Noord"), plain("werkgroep  noord"));
        assert_eq!(without_article(&plain("De Coördinerend secretaris")), "coordinerend secretaris");
    }
}
