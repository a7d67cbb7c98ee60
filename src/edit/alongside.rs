//! What else an act touches: texts and figures that speak of the same and change along with nothing.

use super::change::Change;
use super::look::{Found, Why, Words, note};
use super::pieces::{Piece, Sentence, pieces, stems};
use crate::decode::{Moment, Shown};
use crate::diag::FileId;
use crate::dutch::fold;
use crate::model::kinds::{Begrip, Cijfer, Gremium, Keuze, Lid, Organisatie, Relatie};
use crate::model::{AnyEntity, Model, Status, choices_of, states_in};
use crate::site::Site;
use crate::source::Sources;
use std::collections::BTreeSet;
use std::rc::Rc;

/// What a sentence says of something that has still to be chosen.
const CHOOSING: &[&str] = &[
    "keuze",
    "kiez",
    "kies",
    "gekozen",
    "beslis",
    "bepaald",
    "te bepalen",
    "meedenk",
    "denkt mee",
    "spreken mee",
    "spreekt mee",
    "praat mee",
    "meepraat",
    "meepraten",
    "mogelijk",
    "misschien",
    "kandidaat",
];

/// The same, but only of what refers to the choice: it stands in other sentences too.
const PENDING: &[&str] = &[
    "wordt", "worden", " mee ", "open", "nog ", "hangt", "afhang", "zou ", "zouden", "kan ", "kunnen", "voorstel",
    "wil ", "straks", "verwacht", "komt", "komen",
];

/// What it says of what a source does not tell.
const UNTOLD: &[&str] =
    &["staat er niet", "staat niet", "zegt niet", "noemt niet", "niet genoemd", "niet bekend", "weten wij niet"];

/// What a sentence says of who sits in a body.
const SEATED: &[&str] = &[
    " lid",
    "leden",
    " zit",
    "organisaties",
    "deelnem",
    "deelname",
    "doet mee",
    "doen mee",
    "meedoe",
    "bestaat uit",
    "bezet",
    "vertegenwoordig",
    "samenstelling",
    "zetel",
];

/// What such a sentence says when another seat may make it untrue.
const COUNTED: &[&str] = &[
    "drie",
    "twee",
    "vier",
    "vijf",
    "paar",
    "welke",
    "minimaal",
    "ten minste",
    "samenstelling",
    "verken",
    "hoeveel",
    "zitten",
    "alleen",
    "geen",
    "nog ",
];

fn says(sentence: &Sentence, cues: &[&str]) -> bool {
    cues.iter().any(|cue| sentence.said.contains(cue))
}

/// Why a text should be looked at, if it should.
type Judged<'a> = dyn Fn(&Piece<'_>) -> Option<Why> + 'a;

/// What an act is about, for the texts that may speak of it.
struct Topic<'a> {
    /// Why a text should be looked at, if it should.
    why: Box<Judged<'a>>,
    /// How much a sentence tells of it.
    tells: Box<dyn Fn(&Sentence) -> usize + 'a>,
}

/// After a choice: what speaks of it as of something to come, and of who sits in the bodies with a seat that waited for it.
pub fn of_choice(
    change: &mut Change<'_>,
    sources: &Sources,
    site: &Site,
    choice: &Keuze,
    outcome: &str,
    waited: &[&Gremium],
) {
    let all = pieces(sources, site);
    let mut topics = vec![about_choice(site, &all, choice, outcome)];
    topics.extend(waited.iter().map(|body| about_seats(site, body, Some(choice))));
    let found = found(&all, &topics, Some(choice));
    note(change, found, |count| {
        format!(
            "Kijk {count} na. Het gaat daar ook over deze keuze, en dat verandert niet vanzelf. Wat niet meer klopt, verandert u zelf; \
             wat een bron zei, mag blijven als erbij staat dat het van toen is."
        )
    });
}

/// After somebody took a seat: what speaks of who sits in that body, and of the choice on who does.
pub fn of_seat(change: &mut Change<'_>, sources: &Sources, site: &Site, body: &Gremium, seat: Option<&Lid>) {
    let all = pieces(sources, site);
    let choice = seat.and_then(|seat| seat.keuze.as_ref()).and_then(|choice| site.model.keuzes.get(&choice.id));
    let mut topics = vec![about_seats(site, body, choice)];
    topics.extend(choice.map(|choice| about_choice(site, &all, choice, "")));
    let found = found(&all, &topics, choice);
    note(change, found, |count| {
        format!("Kijk {count} na. Het gaat daar ook over wie er in “{}” zit, en dat verandert niet vanzelf.", body.naam)
    });
}

/// The texts that are about one of these topics, each with the sentence that tells most. Of a choice itself only the note is one.
fn found(all: &[Piece<'_>], topics: &[Topic<'_>], choice: Option<&Keuze>) -> Vec<Found> {
    let own = |piece: &Piece<'_>| {
        let of = piece.record.zip(choice).is_some_and(|(record, choice)| record.id() == choice.id.value);
        of && piece.key != "toelichting"
    };
    let tells = |sentence: &Sentence| topics.iter().map(|topic| (topic.tells)(sentence)).sum::<usize>();
    let told = all.iter().filter(|piece| !piece.asks() && is_told(piece) && !own(piece));
    told.filter_map(|piece| {
        let why = topics.iter().filter_map(|topic| (topic.why)(piece)).min()?;
        Some(shown(why, piece, &tells))
    })
    .collect()
}

/// A choice: its own note, what refers to it, terms that its outcome names, and what speaks of it as of something to come.
fn about_choice<'a>(site: &'a Site, all: &[Piece<'_>], choice: &'a Keuze, outcome: &str) -> Topic<'a> {
    let (model, id) = (&site.model, choice.id.value.as_str());
    let words = Rc::new(Words::of([choice.vraag.raw.as_str(), named_by(id)], all, site));
    let chosen: Vec<String> =
        choice.opties.iter().map(|option| option.raw.as_str()).chain([outcome]).flat_map(stems).collect();
    // Pages that are called after it and tell its state: there all that is to be chosen is this.
    let of_page = |piece: &Piece<'_>| piece.page.map(|page| page.file);
    let telling: BTreeSet<FileId> = all.iter().filter(|piece| piece.mentions(id)).filter_map(of_page).collect();
    let called = all.iter().filter(|piece| piece.key == "titel" && words.in_text(piece) > 0).filter_map(of_page);
    let pages: BTreeSet<FileId> = called.filter(|page| telling.contains(page)).collect();
    let pending = |sentence: &Sentence| says(sentence, CHOOSING) || says(sentence, PENDING);
    let known = words.clone();
    let tells = move |sentence: &Sentence| {
        let choosing = says(sentence, CHOOSING);
        known.in_sentence(sentence)
            + 4 * usize::from(choosing)
            + usize::from(says(sentence, PENDING))
            // What a source left out is what is known now.
            + 4 * usize::from(choosing && says(sentence, UNTOLD))
    };
    let why = move |piece: &Piece<'_>| {
        let own = piece.record.is_some_and(|record| record.id() == id);
        let choices = piece.record.map(|record| choices_of(model, record)).unwrap_or_default();
        let only = choices.iter().eq([id]) && piece.record.is_some_and(|record| leads_to(record, id));
        let refers = |sentence: &Sentence| words.in_sentence(sentence) > 0 && pending(sentence);
        if own || is_figure(piece) && words.in_text(piece) > 0 {
            Some(Why::Own)
        } else if is_term(piece, &chosen)
            || piece.mentions(id) && piece.any(|sentence| pending(sentence) && has_more(sentence))
            || choices.contains(id) && piece.any(refers)
            || only && piece.any(|sentence| pending(sentence) && has_more(sentence))
            || of_page(piece).is_some_and(|page| pages.contains(&page))
                && states_in(&piece.raw).all(|other| other == id)
                && piece.any(|sentence| says(sentence, CHOOSING) && has_more(sentence))
        {
            Some(Why::Refers)
        } else {
            piece.any(|sentence| words.in_sentence(sentence) > 0 && says(sentence, CHOOSING)).then_some(Why::Speaks)
        }
    };
    Topic { why: Box::new(why), tells: Box::new(tells) }
}

/// Who sits in a body: texts and figures of it, and of the choice on who does.
fn about_seats<'a>(site: &'a Site, body: &'a Gremium, choice: Option<&'a Keuze>) -> Topic<'a> {
    let (model, id) = (&site.model, body.id.value.as_str());
    let names = Rc::new(names(&[body.naam.clone(), body.kort.clone().unwrap_or_default()]));
    let known = names.clone();
    let tells = move |sentence: &Sentence| {
        let named = known.iter().any(|name| sentence.said.contains(name.as_str()));
        usize::from(named) + usize::from(says(sentence, SEATED))
    };
    let counts = tells.clone();
    let why = move |piece: &Piece<'_>| {
        let of_choice = || {
            let choices = piece.record.map(|record| choices_of(model, record)).unwrap_or_default();
            choice.is_some_and(|choice| choices.contains(choice.id.value.as_str()))
        };
        let leads = || piece.record.is_some_and(|record| leads_to(record, id));
        // Who takes part in the whole collaboration, and what a body does, say not who sits in it.
        let other = piece.key == "taken" || piece.record.is_some_and(|record| record.kind().is::<Organisatie>());
        let seated = !other && piece.any(|sentence| says(sentence, SEATED));
        if seated && piece.is_of(model, id) || is_figure(piece) && piece.any(|s| counts(s) > 1) {
            Some(Why::Own)
        } else if seated && (of_choice() || leads()) {
            Some(Why::Refers)
        } else {
            piece.any(|sentence| counts(sentence) > 1 && says(sentence, COUNTED)).then_some(Why::Speaks)
        }
    };
    Topic { why: Box::new(why), tells: Box::new(tells) }
}

/// After a tie got another level: its own texts, what refers to it, and what names both its ends with a level.
pub fn of_level(change: &mut Change<'_>, sources: &Sources, site: &Site, tie: &Relatie) {
    let (model, id) = (&site.model, tie.id.value.as_str());
    let all = pieces(sources, site);
    let ends = [tie.van.id.as_str(), tie.naar.id.as_str()].map(|end| {
        let values = model.get(end).map(|record| record.values()).unwrap_or_default();
        let short = values.into_iter().find_map(|(key, shown)| match shown {
            Shown::Plain(text) if key == "kort" => Some(text.to_owned()),
            _ => None,
        });
        (end, names(&[model.name_of(end), short.unwrap_or_default()]))
    });
    // By their whole names: a word of “niet genoemd” stands in many sentences.
    let levels: Vec<String> = model.niveaus.iter().map(|level| fold(&level.naam).into_owned()).collect();
    let level = |sentence: &Sentence| levels.iter().any(|level| sentence.said.contains(level.as_str()));
    let tells = |sentence: &Sentence| usize::from(level(sentence));
    let mut found = Vec::new();
    for piece in all.iter().filter(|piece| !piece.asks()) {
        let close = piece.any(level);
        let both = || {
            ends.iter().all(|(end, names)| {
                piece.mentions(end) || piece.any(|s| names.iter().any(|name| s.said.contains(name.as_str())))
            })
        };
        let why = if close && piece.is_of(model, id) {
            Why::Own
        } else if piece.mentions(id) || piece.record.is_some_and(|record| leads_to(record, id)) {
            Why::Refers
        } else if close && both() {
            Why::Speaks
        } else {
            continue;
        };
        found.push(shown(why, piece, &tells));
    }
    note(change, found, |count| {
        format!("Kijk {count} na. Het gaat daar ook over hoe hecht deze band is, en dat verandert niet vanzelf.")
    });
}

/// After a planned date moved: where the old moment still stands, in words or as a date, with what is about the same.
pub fn of_date(change: &mut Change<'_>, sources: &Sources, site: &Site, id: &str, moves: (&str, &Moment, &Moment)) {
    let (key, old, to) = moves;
    let model = &site.model;
    let Some(own) = model.get(id) else { return };
    let all = pieces(sources, site);
    let name = own.name(model);
    let words = Words::of([name.as_str(), named_by(id)], &all, site);
    let spoken = spoken(old, to);
    let then = |said: &str| spoken.iter().any(|words| holds(said, words));
    let tells = |sentence: &Sentence| 4 * usize::from(then(&sentence.said)) + words.in_sentence(sentence);
    let mut found = Vec::new();
    // Records that say of themselves, in any text, that they are about it. What an earlier act recorded is what was then.
    let mut about: Vec<&dyn AnyEntity> = related(model, own);
    about.retain(|record| !is_recorded(*record));
    let all: Vec<Piece<'_>> = all.into_iter().filter(|piece| !piece.record.is_some_and(is_recorded)).collect();
    for piece in all.iter().filter(|piece| !piece.key.is_empty()) {
        let named = ["naam", "vraag"].contains(&piece.key.as_str()) || piece.any(|s| then(&s.said));
        if let Some(record) = piece.record.filter(|_| named && words.in_text(piece) > 0) {
            about.push(record);
        }
    }
    let is_about = |record: &dyn AnyEntity| about.iter().any(|known| known.id() == record.id());
    // What it says of itself may tell when in words of its own: “na twee jaar”.
    let own_words = |piece: &Piece| piece.key == "omschrijving" && piece.is_of(model, id) && piece.any(tells_when);
    for piece in all.iter().filter(|piece| piece.any(|s| then(&s.said)) || own_words(piece)) {
        let score = words.in_text(piece);
        let why = if piece.is_of(model, id) {
            Why::Own
        } else if piece.mentions(id) || piece.record.is_some_and(|record| leads_to(record, id)) {
            Why::Refers
        } else if score > 0 || piece.record.is_some_and(is_about) {
            Why::Speaks
        } else {
            continue;
        };
        found.push(Found::text(why, piece, tells));
    }
    for record in model.all().filter(|record| is_about(*record)) {
        for (name, value) in record.values() {
            let (at, moved) = (record.place_of(name), record.id() == id && name == key);
            let why = if record.id() == id { Why::Own } else { Why::Refers };
            match value {
                Shown::Moment(moment) if overlaps(moment, old) && !moved && !RECORDED.contains(&name) => {
                    found.push(Found::value(why, at, name, &format!("\"{moment}\"")));
                }
                Shown::Number(number) if name == "waarde" && then(&number.to_string()) => {
                    found.push(Found::value(why, at, name, &number.to_string()));
                }
                _ => {}
            }
        }
    }
    let (old, gone) = (old.in_dutch(), then(&name.to_lowercase()) || then(id));
    let renamed = match gone {
        true => format!(" Ook de naam of de id noemt het: een andere id geeft u met verbeeld hernoem {id}."),
        false => String::new(),
    };
    note(change, found, |count| {
        format!(
            "Kijk {count} na: daar staat nog {old}, een deel ervan, of in andere woorden wanneer dit is. Verschuift dat mee? Een gepland moment of een actie \
             verschuift u ook met verbeeld verplaats; een tekst verandert u zelf.{renamed}"
        )
    });
}

/// Does a sentence tell in any way when something is?
fn tells_when(sentence: &Sentence) -> bool {
    const TIMES: &[&str] = &[
        "jaar",
        "jaren",
        "maand",
        "week",
        "weken",
        "kwartaal",
        "dag",
        "zomer",
        "herfst",
        "winter",
        "lente",
        "begin ",
        "eind",
        "vanaf",
        "tot ",
        "uiterlijk",
        "later",
        "straks",
        "daarna",
        "eerst",
        "januari",
        "februari",
        "maart",
        "april",
        "mei ",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    says(sentence, TIMES) || sentence.said.contains(|c: char| c.is_ascii_digit())
}

/// Does a record tell of an act, with the day on which it was recorded?
fn is_recorded(record: &dyn AnyEntity) -> bool {
    record.values().iter().any(|(key, shown)| *key == "vastgelegd" && !matches!(shown, Shown::Nothing))
}

/// Days on which something was written down are no planning.
const RECORDED: &[&str] = &["vastgelegd", "datum", "herzien_voor", "gerealiseerd"];

/// A text with the sentence that tells most; of a figure its value.
fn shown(why: Why, piece: &Piece<'_>, tells: &dyn Fn(&Sentence) -> usize) -> Found {
    let Some(record) = piece.record.filter(|_| is_figure(piece)) else { return Found::text(why, piece, tells) };
    let number = record.values().into_iter().find_map(|(key, shown)| match shown {
        Shown::Number(number) if key == "waarde" => Some(number),
        _ => None,
    });
    let value = format!("{} ({})", number.unwrap_or_default(), piece.raw);
    Found::value(why, record.place_of("waarde"), "waarde", &value)
}

/// A name tells nothing by itself, but for that of a figure or of something that is done.
fn is_told(piece: &Piece<'_>) -> bool {
    match piece.key.as_str() {
        "kort" | "afkorting" | "functie" => false,
        "naam" => is_figure(piece) || piece.record.is_some_and(|record| record.kind().telling_name),
        _ => true,
    }
}

/// What a body is called in texts, in small letters: its names, and the last part of one with a hyphen.
fn names(all: &[String]) -> Vec<String> {
    let mut names = Vec::new();
    for name in all.iter().map(|name| fold(name).into_owned()).filter(|name| !name.is_empty()) {
        names.extend(name.rsplit_once('-').map(|(_, last)| last.to_owned()).filter(|last| last.len() > 4));
        names.push(name);
    }
    names
}

/// The name of a figure that was not decided or counted.
fn is_figure(piece: &Piece<'_>) -> bool {
    let sure = |record: &dyn AnyEntity| {
        record.common().status.is_some_and(|status| matches!(status.value, Status::Besloten | Status::Feit))
    };
    piece.key == "naam" && piece.record.is_some_and(|record| record.kind().is::<Cijfer>() && !sure(record))
}

/// The meaning of a term that one of the options, or the outcome, names.
fn is_term(piece: &Piece<'_>, chosen: &[String]) -> bool {
    let Some(record) = piece.record.filter(|record| record.kind().is::<Begrip>() && piece.key == "betekenis") else {
        return false;
    };
    let names = record.values().into_iter().filter(|(key, _)| ["naam", "synoniemen", "afkorting"].contains(key));
    let mut named = false;
    for (_, shown) in names {
        shown.walk(&mut |value| {
            if let Shown::Plain(text) = value {
                named |= matches!(&stems(text)[..], [one] if chosen.contains(one));
            }
        });
    }
    named
}

/// Does a sentence say something beside what stands in for the state of the choice?
fn has_more(sentence: &Sentence) -> bool {
    sentence.said.split_whitespace().count() > 4
}

/// What an id names, without its kind: `gastheer` in `keuze-1-gastheer`.
fn named_by(id: &str) -> &str {
    id.split_once('-').map_or(id, |(_, rest)| rest)
}

/// Does a record lead to this one, as an answer does?
fn leads_to(record: &dyn AnyEntity, id: &str) -> bool {
    record.values().iter().any(|(key, shown)| {
        *key == "naar" && record.kind().answers && matches!(shown, Shown::Reference { id: to, .. } if *to == id)
    })
}

/// The record itself, those that refer to it, and those that it refers to.
fn related<'m>(model: &'m Model, own: &'m dyn AnyEntity) -> Vec<&'m dyn AnyEntity> {
    let mut all = vec![own];
    all.extend(model.all_naming(own.id()));
    Shown::Table(own.values()).walk(&mut |value| {
        if let Shown::Reference { id, .. } = value {
            all.extend(model.get(id));
        }
    });
    all
}

fn overlaps(one: &Moment, other: &Moment) -> bool {
    one.first_day() <= other.last_day() && other.first_day() <= one.last_day()
}

/// How texts write a moment, in small letters; its year too, when it moves out of that.
fn spoken(old: &Moment, to: &Moment) -> Vec<String> {
    let words = old.in_dutch().to_lowercase();
    let year = old.first_day().year();
    let mut all = vec![words.replace(" van ", " "), words, old.to_string().to_lowercase()];
    if overlaps(&Moment::Year(year), to) {
        // Within the same year only the parts of it that are left are no longer true.
        return all;
    }
    all.push(year.to_string());
    all.dedup();
    all
}

/// Do these words stand in a text, not as a part of a longer number?
fn holds(said: &str, words: &str) -> bool {
    said.match_indices(words).any(|(i, _)| {
        let digit = |c: char| c.is_ascii_digit();
        !said[..i].ends_with(digit) && !said[i + words.len()..].starts_with(digit)
    })
}

#[cfg(test)]
mod tests {
    use super::{holds, named_by, spoken};
    use crate::decode::Moment;

    #[test]
    fn a_year_is_spoken_of_only_when_it_is_left() {
        let of = |text: &str| Moment::parse(text).unwrap();
        assert!(spoken(&of("2026-Q4"), &of("2027-Q1")).contains(&"2026".to_owned()));
        assert!(!spoken(&of("2026-Q4"), &of("2026-Q3")).contains(&"2026".to_owned()));
    }

    #[test]
    fn a_year_is_no_part_of_a_number() {
        assert!(holds("in 2026.", "2026") && !holds("12026 euro", "2026") && !holds("20261", "2026"));
        assert_eq!((named_by("keuze-1-gastheer"), named_by("evaluatie")), ("1-gastheer", "evaluatie"));
    }
}
