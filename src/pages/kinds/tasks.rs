//! What the plan asks of a body, function or organisation.

use super::card::card;
use super::changes::moved;
use super::parts::{cards, list, table};
use crate::html;
use crate::markup::Html;
use crate::pages::view::Block;
use crate::pages::writing::{Writer, lower_first, period};

/// More tasks than these stand in a list: cards would fill the screen.
const FEW: usize = 6;

/// Tasks of the plan and actions in the planning, of a body, function or organisation.
pub fn planned_and_tasks(writer: &mut Writer<'_>, id: &str) -> Vec<Option<Block>> {
    let say = writer.phrases().record();
    let model = writer.model();
    let mut planned = Vec::new();
    for action in model.naming(&model.acties, id) {
        if action.wie.iter().any(|w| w.id == id) {
            let name = writer.text(&action.naam);
            let when = html![period(writer.phrases(), action), moved(writer, &action.id)];
            planned.push(vec![name, when, opgave_link(writer, &action.opgave.id)]);
        }
    }
    let words = writer.words().kind_named("opgave");
    let (mut tasks, mut lines) = (Vec::new(), Vec::new());
    for task in model.naming(&model.opgaven, id) {
        let owner = task.eigenaar.as_ref().is_some_and(|e| e.id == id);
        if owner || task.betrokken.iter().any(|b| b.id == id) {
            let mut item = card(writer, task);
            item.status = None;
            tasks.push(item);
            lines.push(html![opgave_link(writer, &task.id), ": ", task.naam.as_str()]);
        }
    }
    let works_on = say.works_on(&lower_first(words.many));
    vec![
        if lines.len() > FEW { list("opgaven", &works_on, lines) } else { cards("opgaven", &works_on, tasks) },
        table(
            "planning",
            say.on_planning(),
            &[writer.phrases().common().what(), writer.phrases().common().when(), words.one],
            planned,
        ),
    ]
}

/// `Opgave 3` as a link.
pub fn opgave_link(writer: &Writer<'_>, id: &str) -> Html {
    match writer.model().opgaven.get(id) {
        Some(opgave) => {
            let words = format!("{}\u{a0}{}", writer.words().kind_named("opgave").one, opgave.nummer);
            Html::link(&writer.href(&writer.book.of_record(opgave)), words)
        }
        None => Html::default(),
    }
}
