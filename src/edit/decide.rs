//! A choice that was made: everything that it takes in one change.

use super::act::{Act, Recording, Told, link};
use super::alongside;
use super::blocks::{Record, Splice, literal};
use super::called::called;
use super::change::{Change, Refused};
use super::meant::{Outcome, kind_of, outcome};
use crate::diag::{Files, Lines, Span, nearest};
use crate::model::kinds::Keuze;
use crate::model::{AnyEntity, Model, choices_of, is_taken, open_for};
use crate::site::Site;
use crate::source::{Role, Sources};

/// What was decided.
#[derive(Debug, Clone)]
pub struct Decision {
    /// The choice.
    pub choice: String,
    /// The outcome: a sentence, one of the options, or the id or name of an organisation, body, role or level.
    pub outcome: String,
    /// Are these words of the editor's own, though one of the options is like them?
    pub own_words: bool,
    /// When, by whom, and where it is written.
    pub act: Act,
}

/// The choice that is meant, by its id or by its question, when it is still to be made.
pub fn choice_meant<'m>(sources: &Sources, model: &'m Model, word: &str) -> Result<&'m Keuze, Refused> {
    match called(model, word, &["keuze"])?.and_then(|id| model.keuzes.get(id)) {
        Some(choice) if choice.uitkomst.is_some() => Err(already(sources, model, choice)),
        Some(choice) => Ok(choice),
        None => Err(no_choice(sources, model, word)),
    }
}

/// There is no such choice: the nearest, or those that are open.
fn no_choice(sources: &Sources, model: &Model, word: &str) -> Refused {
    let open = |of: &str| -> Vec<&Keuze> {
        let of_task = |k: &&Keuze| of.is_empty() || k.opgave.id == of;
        model.keuzes.iter().filter(|k| k.uitkomst.is_none()).filter(of_task).collect()
    };
    // A block that must still be filled in is no record yet.
    let written = |line: &str| line.trim_start().starts_with("id") && line.contains(&format!("\"{word}\""));
    let stands = || sources.of(Role::Data).any(|(file, _)| sources.text(file).lines().any(written));
    if !word.is_empty() && !model.ids.contains_key(word) && stands() {
        let why =
            "maar het blok is nog niet ingevuld, of het is niet te lezen. Kijk wat er ontbreekt met: verbeeld check";
        return format!("“{word}” staat er wel, {why}").into();
    }
    if let Some(near) = nearest(word, model.keuzes.iter().map(|k| k.id.value.as_str())) {
        return format!("Er is geen keuze met de id “{word}”. Bedoelde u “{near}”?").into();
    }
    let of_task = open(word);
    let (list, of) = if of_task.is_empty() { (open(""), "") } else { (of_task, " van deze opgave") };
    let lines: String = list.iter().map(|k| format!("\n  {}  {}", k.id.value, k.vraag.raw)).collect();
    let listed = match lines.is_empty() {
        true => " Alle keuzes zijn al gemaakt.".to_owned(),
        false => format!(" De keuzes{of} die nog open zijn:{lines}"),
    };
    format!("Er is geen keuze met de id “{word}”.{listed}").into()
}

/// The change that records a decision: the choice itself, the milestone, the source, and the seats that wait for the choice.
pub fn decided<'s>(sources: &'s Sources, site: &Site, decision: &Decision) -> Result<Change<'s>, Refused> {
    let model = &site.model;
    let choice = choice_meant(sources, model, &decision.choice)?;
    let act = decision.act.by_id(model)?;
    let Outcome { written, seated } = outcome(model, choice, &decision.outcome, decision.own_words)?;
    let mut recording = Recording::of(sources, site, &act)?;
    recording.after_sources(&choice.id);
    let source = recording.source.clone();
    recording.in_block(&choice.id, |record| {
        let mut splices =
            vec![record.set("status", &literal(act.status()))?, record.set("uitkomst", &literal(&written))?];
        splices.extend(record.with_item("bron", &source)?);
        Some(splices)
    })?;
    for record in open_for(model, &choice.id) {
        recording.in_block(record.id(), |block| {
            let mut splices = vec![block.set("status", &literal(act.status()))?];
            splices.extend(block.with_item("bron", &source)?);
            Some(splices)
        })?;
    }
    let (mut waited, mut seats, mut lost) = (Vec::new(), Vec::new(), Vec::new());
    for body in &model.gremia {
        // Who has the seat already keeps it: when the outcome is another, that is told.
        let waits = |i: &usize| {
            let seat = &body.lid[*i];
            seat.keuze.as_ref().is_some_and(|k| k.id == choice.id.value) && !is_taken(seat)
        };
        for i in (0..body.lid.len()).filter(waits) {
            waited.push(body);
            seats.push((body, i));
            recording.in_block(&body.id, |record| {
                let (who, seat) = (seated.as_deref(), *record.inner("lid").get(i)?);
                let mut splices = taken(&seat, model, who, who.unwrap_or(&written), &act, &source)?;
                // What the source of then said of it stays as a note; this would be said of who sits there now.
                splices.extend(of_before(&seat, &["soort", "periode"], &mut lost));
                Some(splices)
            })?;
        }
    }
    note_lost(&mut recording.change, &lost);
    if seated.is_none() && !choice.opties.is_empty() && choice.opties.iter().all(|option| option.raw != written) {
        recording.change.note(format!(
            "De uitkomst is geen van de opties die bij de keuze staan ({}). Zij staat er nu in uw eigen woorden.",
            choice.opties.iter().map(|option| model.in_words(option)).collect::<Vec<_>>().join("; ")
        ));
    }
    // Words in a seat name nobody of whom the site knows that they sit there.
    for (body, i) in seats.iter().filter(|_| seated.is_none()) {
        let function =
            body.lid[*i].functie.as_deref().map(|as_what| format!(" --functie \"{as_what}\"")).unwrap_or_default();
        recording.change.note(format!(
            "De uitkomst staat bij “{}” in woorden. Wie er nu in zit, weet de site pas als u dat per deelnemer vastlegt.\n  \
             de eerste neemt deze plek in: verbeeld zetel {id} <wie> --vult {}\n  \
             elke volgende krijgt een eigen plek: verbeeld zetel {id} <wie>{function}",
            body.naam,
            i + 1,
            id = body.id.value,
        ));
    }
    let acts = site.words.phrases.acts();
    // Of whom nobody knows that they decided, it is told that it was chosen.
    let (begin, name) = match act.by {
        Some(_) => ("besluit", acts.decided(&link(&choice.id))),
        None => ("gekozen", acts.chosen(&link(&choice.id))),
    };
    // Who was chosen, and the bodies that waited for it, tell of it on their own pages.
    let mut about = vec![choice.id.value.as_str(), choice.opgave.id.as_str()];
    for id in seated.as_deref().into_iter().chain(waited.iter().map(|body| body.id.value.as_str())) {
        if !about.contains(&id) {
            about.push(id);
        }
    }
    // What there was to choose from is what it was before.
    let options: Vec<&str> = choice.opties.iter().map(|option| option.raw.as_str()).collect();
    let was = (!options.is_empty()).then(|| acts.was_choice(&options.join("; ")));
    let mut change = recording.told(Told {
        id: format!("{begin}-{}", choice.id.value),
        name,
        text: written.clone(),
        change: was.map(|was| (was, written.clone())),
        about,
        choice: Some(&choice.id),
    })?;
    alongside::of_choice(&mut change, sources, site, choice, &written, &waited);
    Ok(change)
}

/// It was decided before: all places that say so, as each must be changed when it was wrong.
fn already(sources: &Sources, model: &Model, choice: &Keuze) -> Refused {
    let id = choice.id.value.as_str();
    let mut places: Vec<(Span, &str)> = vec![(choice.place_of("uitkomst"), "de uitkomst bij de keuze")];
    for decision in model.besluiten.iter().filter(|d| d.keuze.as_ref().is_some_and(|k| k.id == id)) {
        places.push((decision.place, "het besluit"));
    }
    for milestone in model.mijlpalen.iter().filter(|m| tells_of(&m.id.value, id)) {
        places.push((milestone.place, "de mijlpaal"));
    }
    for seat in model.gremia.iter().flat_map(|body| &body.lid) {
        if seat.keuze.as_ref().is_some_and(|k| k.id == id) {
            places.push((seat.place, "de plek die erop wachtte"));
        }
    }
    // What was open for this choice alone was closed with it.
    let closed = |record: &&dyn AnyEntity| {
        let as_sure = record.common().status.zip(choice.status.as_ref()).is_some_and(|(own, of)| own.value == of.value);
        as_sure && !record.kind().happened && choices_of(model, *record).iter().eq([id])
    };
    for record in model.all_naming(id).filter(closed) {
        places.push((record.place_of("status"), "de status"));
    }
    for source in &model.bronnen {
        let cited = choice.bron.iter().any(|citation| citation.source == source.id.value);
        if cited && source.datum.is_some() && source.datum == model.decided(choice).map(|decided| decided.when) {
            places.push((source.place, "de bron van die dag"));
        }
    }
    let lines: String = places
        .into_iter()
        .map(|(at, what)| {
            let line = Lines::of(sources.text(at.file)).at(at.start as usize).line;
            format!("\n  {}:{line}  {what}", sources.path(at.file))
        })
        .collect();
    format!(
        "Over “{id}” is al besloten. Was dat niet goed, en was het uw laatste opdracht? Neem het dan terug met verbeeld terug. Deed u daarna \
         al iets anders? Verander dan alle plekken die het zeggen (in de handleiding: “Een besluit terugnemen of verbeteren”):{lines}"
    )
    .into()
}

/// Is this the id that a command gave to the milestone of a choice?
fn tells_of(milestone: &str, choice: &str) -> bool {
    let rest = ["besluit-", "gekozen-"].iter().find_map(|begin| milestone.strip_prefix(begin)?.strip_prefix(choice));
    rest.is_some_and(|rest| rest.is_empty() || rest[1..].bytes().all(|b| b.is_ascii_digit()))
}

/// The places in a seat that change when it is known who takes it: a record, or a group in words. What was cited told of who sat there
/// before, or of an open seat; the last place is that of the new source.
pub fn taken(
    seat: &Record<'_, '_>,
    model: &Model,
    chosen: Option<&str>,
    outcome: &str,
    act: &Act,
    source: &str,
) -> Option<Vec<Splice>> {
    let key = chosen.and_then(|id| kind_of(model, id)).map_or("groep", |kind| kind.name);
    let mut splices = Vec::new();
    match ["groep", "organisatie", "gremium", "rol"].into_iter().find(|key| seat.has(key)) {
        Some(old) => splices.extend(seat.replace(old, key, &literal(outcome))?),
        None => splices.push(seat.set(key, &literal(outcome))?),
    }
    splices.push(seat.set("status", &literal(act.status()))?);
    splices.push(seat.set("bron", &format!("[{}]", literal(source)))?);
    Some(splices)
}

/// Takes keys out of a seat that told of who sat there before, and adds what they said to `lost`.
pub fn of_before(seat: &Record<'_, '_>, keys: &[&str], lost: &mut Vec<String>) -> Vec<Splice> {
    let gone = keys.iter().filter_map(|key| {
        let splice = seat.without(key)?;
        // With the remark behind it.
        lost.push(seat.written(&splice).trim().to_owned());
        Some(splice)
    });
    gone.collect()
}

/// Tells what was taken out of seats.
pub fn note_lost(change: &mut Change<'_>, lost: &[String]) {
    for line in lost {
        change.note(format!("Bij deze zetel is weggehaald wat over de vorige bezetting ging: {line}"));
    }
}
