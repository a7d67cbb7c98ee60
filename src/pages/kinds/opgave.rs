//! A task of the plan: goal, results, who, when, what is still open.

use super::answers::{choice_line, short_list};
use super::changes::moved;
use super::face::Face;
use super::parts::{fact, list, table, with_status};
use super::spoor::spoor_colour;
use super::told::Told;
use crate::decode::When;
use crate::html;
use crate::markup::Html;
use crate::model::kinds::Opgave;
use crate::pages::view::{Card, Group};
use crate::pages::writing::period;
use crate::pages::writing::{Writer, label_of, lower_first};
use crate::phrases::Phrases;

impl Face for Opgave {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }

    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        card.colour = spoor_colour(writer, &self.spoor.id);
        card.tag = format!("{} {}", writer.words().kind_named("opgave").one, self.nummer);
        // Who leads which task is what readers look for in the list of them all.
        let leads = self.eigenaar.as_ref().map(|who| writer.link(&who.id)).unwrap_or_default();
        card.facts.extend(fact(writer.phrases().record().owner_label(), leads));
    }

    fn group(&self, writer: &mut Writer<'_>, group: &mut Group) {
        group.title = format!("{} {}: {}", writer.words().kind_named("opgave").one, self.nummer, self.naam);
        group.colour = spoor_colour(writer, &self.spoor.id);
    }
}

fn tell(writer: &mut Writer<'_>, e: &Opgave) -> Told {
    let all = writer.phrases().common();
    let say = writer.phrases().record();
    let model = writer.model();
    let results: Vec<Html> = e.resultaat.iter().map(|t| writer.text(t)).collect();
    let parts = e.onderdelen.iter().map(|t| writer.text(t)).collect();
    let mut planned: Vec<_> = model.naming(&model.acties, &e.id).filter(|a| a.opgave.id == e.id.value).collect();
    planned.sort_by_key(|a| a.van.as_ref().or(a.tot.as_ref()).map(|m| m.value));
    let mut actions = Vec::new();
    for action in planned {
        let who: Vec<Html> = action.wie.iter().map(|w| writer.link(&w.id)).collect();
        let when = html![period(writer.phrases(), action), moved(writer, &action.id)];
        actions.push(vec![writer.text(&action.naam), when, Html::join(&who, ", ")]);
    }
    let mut choices = Vec::new();
    for choice in model.naming(&model.keuzes, &e.id).filter(|k| k.opgave.id == e.id.value) {
        let options: Vec<Html> = choice.opties.iter().map(|o| writer.text(o)).collect();
        let outcome = match &choice.uitkomst {
            Some(outcome) => writer.text(outcome),
            None => with_status(Html::default(), Some(crate::model::Status::Open), writer.words()),
        };
        choices.push(vec![writer.text(&choice.vraag), Html::join(&options, "; "), outcome]);
    }
    let involved: Vec<Html> = e.betrokken.iter().map(|b| writer.link(&b.id)).collect();
    let open = model.naming(&model.keuzes, &e.id).filter(|k| k.opgave.id == e.id.value && k.uitkomst.is_none());
    let open: Vec<Html> = open.map(|k| choice_line(writer, k)).collect();
    // What has no date says nothing about when.
    let dated = model
        .naming(&model.acties, &e.id)
        .filter(|a| a.opgave.id == e.id.value && (a.van.is_some() || a.tot.is_some()));
    let mut dated: Vec<_> = dated.collect();
    dated.sort_by_key(|a| a.van.as_ref().or(a.tot.as_ref()).map(|m| m.value));
    let mut when = Vec::new();
    for action in dated {
        let period = label_of(&period(writer.phrases(), action));
        when.push(html![period, ": ", writer.text(&action.naam).with_start(lower_first)]);
    }
    let paragraph = |words: Html| Html::element("p", &[], words);
    // Where others are named and the one who leads is not, that is worth a word.
    let nobody = (!involved.is_empty()).then(|| writer.phrases().amounts().not_named().into());
    let leader = e.eigenaar.as_ref().map(|o| writer.link(&o.id)).or(nobody);
    let leads = leader.map(|who| paragraph(Html::sentence([who], |[who]| say.owner(who))));
    let works = (!involved.is_empty())
        .then(|| paragraph(Html::sentence([Html::join(&involved, ", ")], |[others]| say.helpers(others))));
    let spoor = writer.link(&e.spoor.id);
    let ready = match &e.oplevering {
        Some(When::Moment(moment)) => writer.phrases().planned(moment).into(),
        Some(When::Words(words)) => writer.text(words),
        None => Html::default(),
    };
    Told {
        lead: writer.text(&e.doel),
        colour: spoor_colour(writer, &e.spoor.id),
        tag: format!("{} {}", writer.words().kind_named("opgave").one, e.nummer),
        aliases: Vec::new(),
        answers: [
            fact(say.who_does(), html![leads.unwrap_or_default(), works.unwrap_or_default()]),
            fact(say.results(), short_list(writer.phrases(), &results, "resultaat")),
            fact(say.when(), timing(writer.phrases(), ready, &when)),
            fact(say.still_open(), short_list(writer.phrases(), &open, "keuzes")),
        ]
        .into_iter()
        .flatten()
        .collect(),
        facts: fact(writer.words().kind_named("spoor").one, spoor).into_iter().collect(),
        blocks: [
            list("resultaat", say.results(), results),
            list("onderdelen", say.parts(), parts),
            table("planning", say.actions(), &[all.what(), all.when(), all.who()], actions),
            table("keuzes", say.to_choose(), &[all.question(), say.options(), say.outcome()], choices),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// When it must be ready, and what is planned before that.
fn timing(phrases: &Phrases, ready: Html, planned: &[Html]) -> Html {
    let planned = short_list(phrases, planned, "planning");
    if ready.is_empty() {
        return planned;
    }
    let delivery = Html::sentence([ready], |[ready]| phrases.record().delivery(ready));
    html![Html::element("p", &[], delivery), planned]
}
