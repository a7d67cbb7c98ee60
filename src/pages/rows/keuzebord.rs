//! The board of choices from the data.

use super::block::InfographicBlock;
use super::shared::{named, opgaven, plain_head, plan_words, spoor_dye, sporen};
use super::sureness;
use crate::infographic::Infographic;
use crate::infographic::figure::Head;
use crate::infographic::keuzebord::{Choice, Keuzebord, Line};
use crate::infographic::words::Named;
use crate::model::kinds::Keuze;
use crate::pages::writing::{Writer, lower_first};
use crate::phrases::Phrases;

/// The board that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().keuzebord();
    let model = writer.model();
    let plan = plan_words(writer);
    let mut choices = Vec::new();
    let mut sources = Vec::new();
    let mut lines = Vec::new();
    let mut statuses = Vec::new();
    for spoor in sporen(writer, block.only()) {
        let before = choices.len();
        for opgave in opgaven(writer, spoor) {
            for choice in model.naming(&model.keuzes, &opgave.id).filter(|k| k.opgave.id == opgave.id.value) {
                sources.extend(choice.bron.iter().cloned());
                let open = choice.uitkomst.is_none();
                statuses.push(choice.status.as_ref().map(|s| s.value));
                choices.push(Choice {
                    question: Named { name: writer.plain(&choice.vraag), href: named(writer, &choice.id.value).href },
                    task: Named {
                        name: format!("{} {}", plan.task, opgave.nummer),
                        href: named(writer, &opgave.id.value).href,
                    },
                    colour: spoor_dye(spoor),
                    state: match (&choice.uitkomst, &choice.wie) {
                        (Some(_), _) => 2,
                        (None, Some(_)) => 1,
                        (None, None) => 0,
                    },
                    who: choice.wie.as_ref().filter(|_| open).map(|w| named(writer, &w.id)),
                    due: choice.voor.filter(|_| open).map(|v| writer.phrases().planned(&v)).unwrap_or_default(),
                    last_day: choice.voor.filter(|_| open).map(|v| v.last_day().to_string()).unwrap_or_default(),
                    overdue: open
                        && choice.voor.zip(writer.site().portal.day()).is_some_and(|(due, day)| due.is_over_on(day)),
                    options: choice.opties.iter().map(|o| writer.plain(o)).collect(),
                    outcome: choice.uitkomst.as_ref().map(|u| writer.plain(u)).unwrap_or_default(),
                    decided: decided(writer, choice),
                });
            }
        }
        if choices.len() > before {
            lines.push(Line {
                tag: format!("{} {}", plan.line, spoor.nummer),
                name: format!(
                    "{}, {}",
                    named(writer, &spoor.id.value).name,
                    numbers(writer.phrases(), &plan.task, &choices[before..])
                ),
                colour: spoor_dye(spoor),
            });
        }
    }
    if choices.is_empty() {
        return None;
    }
    let board = Keuzebord {
        head: Head {
            id: writer.unique_id("keuzebord"),
            title: block.titel.clone().unwrap_or_else(|| say.title().to_owned()),
            reading: block.onderschrift.clone().unwrap_or_else(|| say.reading(&lower_first(&plan.lines))),
            source: writer.source_line(&sources),
            ..plain_head(writer)
        },
        states: [
            (say.open_nobody(), say.open_nobody_note()),
            (say.open_somebody(), say.open_somebody_note()),
            (say.chosen(), say.chosen_note()),
        ]
        .map(|(name, note)| (name.to_owned(), note.to_owned()))
        .to_vec(),
        choices,
        lines,
        words: plan,
    };
    let sure =
        sureness::with_open(writer.phrases(), sureness::of(writer.phrases(), statuses.iter().copied()), &statuses);
    Some(board.draw().with_caveat(sure))
}

/// Who made a choice and when, as far as that is known.
fn decided(writer: &Writer<'_>, choice: &Keuze) -> String {
    let (model, say) = (writer.model(), writer.phrases().keuzebord());
    let Some(decided) = model.decided(choice) else { return String::new() };
    let when = writer.phrases().moment(&decided.when);
    decided.by.map_or_else(|| say.decided_when(&when), |by| say.decided_by(&model.name_of(by), &when))
}

/// The tasks of some choices by their numbers, so that a colour is never the only sign: `opgave 1 tot en met 3`, `opgave 1, 6 en 9`.
fn numbers(phrases: &Phrases, task: &str, choices: &[Choice]) -> String {
    let mut numbers: Vec<String> =
        choices.iter().filter_map(|c| c.task.name.rsplit(' ').next()).map(str::to_owned).collect();
    numbers.dedup();
    let (task, say) = (lower_first(task), phrases.keuzebord());
    let follows = |pair: &[String]| {
        let value = |number: &str| number.parse::<u32>().ok();
        value(&pair[0]).and_then(|first| first.checked_add(1)).is_some_and(|next| Some(next) == value(&pair[1]))
    };
    match numbers.as_slice() {
        [first, _, .., last] if numbers.windows(2).all(follows) => say.tasks_span(&task, first, last),
        numbers => say.tasks_listed(&task, &phrases.list(numbers)),
    }
}
