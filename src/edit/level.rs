//! A tie that gets another level.

use super::act::{Act, Recording, Told, dated, link};
use super::blocks::literal;
use super::change::{Change, Refused};
use super::meant::{called, unknown};
use crate::decode::Moment;
use crate::diag::nearest;
use crate::model::Model;
use crate::site::Site;
use crate::source::Sources;

/// Which tie gets which level.
#[derive(Debug, Clone)]
pub struct Raised {
    /// The tie.
    pub relation: String,
    /// The level.
    pub level: String,
    /// From when; without it from the day of the decision on.
    pub from: Option<Moment>,
    /// When, by whom, and where it is written.
    pub act: Act,
}

/// The change that records it. The levels before stay: they are the history. An ambition that is reached goes away.
pub fn raised<'s>(sources: &'s Sources, site: &Site, raised: &Raised) -> Result<Change<'s>, Refused> {
    let model = &site.model;
    let Some(relation) = called(model, &raised.relation, &["relatie"]).and_then(|id| model.relaties.get(id)) else {
        return Err(no_tie(model, &raised.relation));
    };
    let Some(level) = called(model, &raised.level, &["niveau"]).and_then(|id| model.niveaus.get(id)) else {
        let ids: Vec<&str> = model.niveaus.iter().map(|n| n.id.value.as_str()).collect();
        return Err(format!("Er is geen niveau “{}”. Kies uit: {}.", raised.level, ids.join(", ")).into());
    };
    let (tie, now) = (relation.id.value.as_str(), level.id.value.as_str());
    let before = relation.niveau.last();
    if before.is_some_and(|step| step.niveau.id == now && step.besluit_van.is_some()) {
        return Err(format!("De band heeft al het niveau “{now}”.").into());
    }
    let act = raised.act.by_id(model)?;
    if let Some(by) = act.by.as_deref().filter(|by| model.gremia.get(by).is_none()) {
        return Err(unknown("overleg", by, model.gremia.iter().map(|g| g.id.value.as_str())));
    }
    let rank = |id: &str| model.niveaus.get(id).and_then(|n| n.rang);
    let higher = before.and_then(|step| rank(&step.niveau.id)).zip(level.rang).is_some_and(|(was, now)| now > was);
    if act.by.is_none() && higher {
        return Err(format!(
            "“{now}” is hechter dan het niveau van nu, en dat vraagt een besluit. Geef met --door het overleg dat besloot."
        )
        .into());
    }
    let mut recording = Recording::of(sources, site, &act)?;
    let source = recording.source.clone();
    let from = raised.from.unwrap_or(act.when);
    let mut lines = vec![("niveau", literal(now)), ("vanaf", dated(&from))];
    lines.extend(act.by.iter().map(|by| ("besluit_van", literal(by))));
    let status = if act.by.is_some() { "besloten" } else { "feit" };
    lines.extend([("status", literal(status)), ("bron", format!("[{}]", literal(&source)))]);
    let reached = |aim: &str| aim == now || rank(aim).zip(level.rang).is_some_and(|(aim, now)| aim <= now);
    let met = relation.ambitie.as_ref().is_some_and(|aim| reached(&aim.niveau.id));
    recording.in_block(tie, |record| {
        let mut splices = vec![record.add_block("relatie", "niveau", &lines)?];
        if met {
            splices.push(record.without_block("ambitie")?);
        }
        Some(splices)
    })?;
    let was = before.map(|step| link(&step.niveau.id));
    let phrases = &site.words.phrases;
    let (tie_link, level_link) = (link(tie), link(now));
    let text = if from == act.when {
        phrases.acts().level_now(&tie_link, &level_link)
    } else {
        phrases.acts().level_begins(&tie_link, &level_link, &phrases.when(&from))
    };
    recording.told(Told {
        id: format!("niveau-{tie}-{now}"),
        name: phrases.acts().level(&tie_link, &level_link),
        text,
        change: was.map(|was| (was, link(now))),
        about: vec![tie, now],
        choice: None,
    })
}

/// There is no such tie; perhaps there is one the other way round, or there are others of one of the two.
fn no_tie(model: &Model, id: &str) -> Refused {
    let ids = || model.relaties.iter().map(|r| r.id.value.as_str());
    let ends = id.split_once("--");
    let turned = ends.map(|(from, to)| format!("{to}--{from}")).filter(|turned| model.relaties.get(turned).is_some());
    if let Some(turned) = turned {
        return format!(
            "Er is geen band “{id}”. Andersom wel: “{turned}”. De id begint met de kant die bij van staat."
        )
        .into();
    }
    let near = ends.and_then(|_| nearest(id, ids()));
    if let Some(near) = near {
        return format!("Er is geen band met de id “{id}”. Bedoelde u “{near}”?").into();
    }
    let (from, to) = ends.unwrap_or((id, id));
    let of = model.relaties.iter().filter(|r| [from, to].iter().any(|end| r.van.id == *end || r.naar.id == *end));
    let lines: String = of.map(|r| format!("\n  {}", r.id.value)).collect();
    let list = if lines.is_empty() { lines } else { format!(" De banden van deze overleggen en organisaties:{lines}") };
    format!("Er is geen band met de id “{id}”.{list}").into()
}
