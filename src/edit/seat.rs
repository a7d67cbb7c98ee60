//! A seat in a body that somebody takes.

use super::act::{Act, Recording, Told, link};
use super::alongside;
use super::blocks::literal;
use super::called::{called, unknown};
use super::change::{Change, Refused};
use super::decide::{note_lost, of_before, taken};
use super::meant::{is_no_answer, kind_of};
use crate::decode::Text;
use crate::model::kinds::{Gremium, Lid};
use crate::model::rules::names_in;
use crate::model::{Kind, Model, Status, is_taken, sitter};
use crate::site::Site;
use crate::source::Sources;

/// The kinds of record that can sit in a body.
const SITTERS: &[&str] = &["organisatie", "gremium", "rol"];

/// Who takes which seat.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The body.
    pub body: String,
    /// Who: the id of an organisation, role or body.
    pub who: String,
    /// In which function.
    pub function: Option<String>,
    /// The seat that this fills: its number in the data, or words that stand in it. Without it a seat is added.
    pub fills: Option<String>,
    /// When, by whom, and where it is written.
    pub act: Act,
}

/// A seat as it is meant: what the words of an editor name.
pub struct SeatMeant<'m> {
    body: &'m Gremium,
    who: &'m str,
    kind: Kind,
    fills: Option<usize>,
}

impl<'m> SeatMeant<'m> {
    /// The body, who takes a seat in it, and the seat that is filled; `Err` when a word names none.
    pub fn of(model: &'m Model, body: &str, who: &str, fills: Option<&str>) -> Result<Self, Refused> {
        let Some(body) = called(model, body, &["gremium"])?.and_then(|id| model.gremia.get(id)) else {
            return Err(unknown(model, "overleg", body, model.gremia.iter().map(|g| g.id.value.as_str())));
        };
        let may_sit = |id: &str| kind_of(model, id).filter(|k| SITTERS.contains(&k.name));
        let found = called(model, who, SITTERS)?.and_then(|id| Some((id, may_sit(id)?)));
        let Some((who, kind)) = found else {
            let known = model.ids.keys().map(String::as_str).filter(|id| may_sit(id).is_some());
            return Err(unknown(model, "organisatie, overleg of functie", who, known));
        };
        let fills = fills.map(|words| meant(body, words)).transpose()?;
        Ok(Self { body, who, kind, fills })
    }

    /// The ids of the body and of who takes a seat in it.
    pub fn ids(&self) -> (&'m str, &'m str) {
        (&self.body.id.value, self.who)
    }

    /// The seats that there are, when one of them may be meant: one that nobody has for sure.
    pub fn seats(&self) -> Option<String> {
        self.body.lid.iter().any(|lid| !is_taken(lid)).then(|| seats(self.body))
    }

    /// Do they not sit there in this function already? Who sits there may come to do something else: in a seat more, or in the one
    /// that is named.
    pub fn is_new_as(&self, function: Option<&str>) -> Result<(), Refused> {
        if let Some(words) = function.filter(|words| is_no_answer(words)) {
            return Err(format!("“{words}” is geen functie. Is zij niet bekend, laat haar dan weg.").into());
        }
        let (body, who) = (self.body, self.who);
        let in_group = |lid: &Lid| lid.groep.as_ref().is_some_and(|group| group.names(who));
        let sits = |lid: &Lid| sitter(lid) == Some(who) || in_group(lid);
        // Who is named among others in the seat that is filled takes it by themselves now.
        let filled = self.fills.map(|i| &body.lid[i]).filter(|lid| sitter(lid).is_none());
        let another = |lid: &Lid| filled.is_none_or(|filled| !std::ptr::eq(filled, lid));
        let same = |lid: &&Lid| another(lid) && sits(lid) && (function.is_none() || lid.functie.as_deref() == function);
        let Some(lid) = body.lid.iter().find(same) else { return Ok(()) };
        let as_what = lid.functie.as_deref().map(|function| format!(" als {function}")).unwrap_or_default();
        Err(format!(
            "“{who}” zit al in “{}”{as_what}. Een functie erbij geeft u met --functie. Wordt de functie een andere, geef dan ook \
             --vult met de zetel van nu.{}",
            body.id.value,
            listed(body)
        )
        .into())
    }
}

/// The change that records it.
pub fn seated<'s>(sources: &'s Sources, site: &Site, seat: &Seat) -> Result<Change<'s>, Refused> {
    let model = &site.model;
    let meant = SeatMeant::of(model, &seat.body, &seat.who, seat.fills.as_deref())?;
    meant.is_new_as(seat.function.as_deref())?;
    let SeatMeant { body, who, kind, fills } = meant;
    let own = |lid: &Lid| sitter(lid) == Some(who);
    let act = seat.act.by_id(model)?;
    let mut recording = Recording::of(sources, site, &act)?;
    let source = recording.source.clone();
    let mut change = None;
    if let Some(i) = fills {
        let lid = &body.lid[i];
        let was = if own(lid) { lid.functie.clone().unwrap_or_default() } else { model_name(lid, link) };
        let many = if own(lid) { None } else { several(lid) };
        let now = match own(lid) {
            true => seat.function.clone().unwrap_or_default(),
            // One of several is not all that the seat was there for.
            false if many.is_some() => site.words.phrases.acts().among(&link(who)),
            false => link(who),
        };
        change = Some((was, now)).filter(|(was, _)| !was.is_empty());
        let waits = lid.keuze.as_ref().and_then(|choice| model.keuzes.get(&choice.id)).filter(|_| !own(lid));
        let open = waits.filter(|choice| choice.uitkomst.is_none());
        // A kind of organisation, for how long, and what was said of the seat, are no longer about who sits there now. The choice stays:
        // one that was made is found with the seat, and when one that is open comes out otherwise, that is told.
        let about_before: &[&str] = if own(lid) { &[] } else { &["soort", "periode", "toelichting"] };
        let mut lost = Vec::new();
        recording.in_block(&body.id, |record| {
            let seats = record.inner("lid");
            let old = seats.get(i)?;
            let mut splices = taken(old, model, Some(who), who, &act, &source)?;
            if own(lid) {
                // Who sits there rests on what was cited, what they do there on this as well.
                splices.pop();
                splices.extend(old.with_item("bron", &source)?);
            }
            splices.extend(of_before(old, about_before, &mut lost));
            if let Some(function) = &seat.function {
                splices.push(old.set("functie", &literal(function))?);
            }
            Some(splices)
        })?;
        // A choice that waits here is not made by this: then the seat and the choice would tell two things.
        if let Some(choice) = open {
            // One of several in a seat is not the whole outcome.
            let outcome = if many.is_none() { format!(" --uitkomst {who}") } else { String::new() };
            recording.change.note(format!(
                "Deze zetel wachtte op “{}”, en die keuze staat nog open. Is zij hiermee gemaakt? Leg dat dan ook vast: verbeeld besluit \
                 {}{outcome}",
                model.in_words(&choice.vraag),
                choice.id.value
            ));
        }
        let sat: Vec<&str> = model_ids(lid).into_iter().filter(|id| *id != who).collect();
        if !sat.is_empty() {
            recording.change.note(format!("In deze zetel zat eerst: {}. Die zit er nu niet meer.", sat.join(", ")));
        }
        if let Some(group) = many {
            recording.change.note(format!(
                "Deze zetel was er voor meer dan één: “{group}”. Daarvan staat er nu één in: “{who}”. Leg de anderen ook vast, elk met: \
                 verbeeld zetel {} <wie>{}",
                body.id.value,
                lid.functie.as_deref().map(|function| format!(" --functie \"{function}\"")).unwrap_or_default()
            ));
        }
        if let Some(function) = lid.functie.as_deref().filter(|_| seat.function.is_none()) {
            recording.change.note(format!(
                "De functie van deze zetel blijft “{function}”. Wordt die een andere? Typ dan verbeeld terug, en geef ook --functie."
            ));
        }
        note_lost(&mut recording.change, &lost);
    } else {
        if let Some(i) = body.lid.iter().position(|lid| is_open(model, lid)) {
            recording.change.note(format!(
                "In dit overleg staat nog een open zetel: {}. Gaat het om die zetel? Typ dan verbeeld terug, en daarna: verbeeld zetel {} \
                 {who} --vult {}",
                model_name(&body.lid[i], str::to_owned),
                body.id.value,
                i + 1
            ));
        }
        let mut lines = vec![(kind.name, literal(who))];
        lines.extend(seat.function.iter().map(|function| ("functie", literal(function))));
        lines.extend([("status", literal(act.status())), ("bron", format!("[{}]", literal(&source)))]);
        recording.in_block(&body.id, |record| Some(vec![record.add_block("gremium", "lid", &lines)?]))?;
    }
    let acts = site.words.phrases.acts();
    let (sitter, table) = (link(who), link(&body.id.value));
    let mut change = recording.told(Told {
        id: format!("zetel-{}-{who}", body.id.value),
        name: acts.member(&sitter, &table),
        text: match &seat.function {
            Some(function) => acts.sits_as(&sitter, function, &table),
            None => acts.sits(&sitter, &table),
        },
        change,
        about: vec![&body.id, who],
        choice: None,
    })?;
    alongside::of_seat(&mut change, sources, site, body, fills.map(|i| &body.lid[i]));
    Ok(change)
}

/// Does the seat wait for somebody: is it open, or does it hang on a choice and holds no name yet?
fn is_open(model: &Model, lid: &Lid) -> bool {
    let open = lid.status.as_ref().is_some_and(|status| status.value == Status::Open);
    // Of one that waited for a choice the outcome may stand there in words.
    let waited = lid.keuze.as_ref().is_some_and(|choice| model.keuzes.get(&choice.id).is_some());
    sitter(lid).is_none() && (open || waited)
}

/// Whom the seat names: as a record, or in words that name records.
fn model_ids(lid: &Lid) -> Vec<&str> {
    let in_words = lid.groep.as_ref().map(|group| names_in(&group.raw).collect()).unwrap_or_default();
    sitter(lid).map_or(in_words, |id| vec![id])
}

fn model_name(lid: &Lid, name: impl Fn(&str) -> String) -> String {
    sitter(lid).map(name).or_else(|| lid.groep.as_ref().map(|g| g.raw.clone())).unwrap_or_default()
}

/// The words of a seat in which more than one sits: they hold a number, name more records, or say so.
fn several(lid: &Lid) -> Option<&str> {
    const NUMBERS: &[&str] = &[
        "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "alle", "elke",
        "iedere",
    ];
    let group = lid.groep.as_ref()?.raw.as_str();
    let number = |word: &str| NUMBERS.contains(&word) || word.parse::<u32>().is_ok_and(|n| n > 1);
    let small = group.to_lowercase();
    let mut words = small.split(|c: char| !c.is_alphanumeric());
    // “A, B en C” are all meant; of “A of B” it is one.
    let both = (small.contains(" en ") || small.contains(", ")) && !small.contains(" of ");
    (words.any(number) || names_in(group).nth(1).is_some() || both).then_some(group)
}

/// The place in the list of the seat that is meant.
fn meant(body: &Gremium, words: &str) -> Result<usize, Refused> {
    if let Some(number) = words.parse::<usize>().ok().filter(|n| (1..=body.lid.len()).contains(n)) {
        return Ok(number - 1);
    }
    let small = words.to_lowercase();
    let says = |text: &str| text.to_lowercase().contains(&small);
    let fits = |lid: &Lid| {
        let group = lid.groep.as_ref().is_some_and(|text: &Text| says(&text.raw));
        group || sitter(lid) == Some(words) || lid.functie.as_deref().is_some_and(|f| f.to_lowercase() == small)
    };
    let found: Vec<usize> = (0..body.lid.len()).filter(|i| fits(&body.lid[*i])).collect();
    match found[..] {
        [one] => Ok(one),
        [] => Err(format!("In “{}” staat geen zetel waar “{words}” bij past.{}", body.id.value, listed(body)).into()),
        _ => Err(format!("“{words}” past bij meer dan één zetel.{}", listed(body)).into()),
    }
}

fn listed(body: &Gremium) -> String {
    if body.lid.is_empty() {
        return " Het overleg heeft geen zetels. Laat --vult weg.".to_owned();
    }
    format!(" Kies een nummer:{}", seats(body))
}

/// The seats of a body, each on a line of its own with its number.
fn seats(body: &Gremium) -> String {
    let line = |(i, lid): (usize, &Lid)| {
        let function = lid.functie.as_deref().unwrap_or("lid");
        format!("\n  {}: {} ({function})", i + 1, model_name(lid, str::to_owned))
    };
    body.lid.iter().enumerate().map(line).collect()
}
