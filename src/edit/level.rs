//! A tie that gets another level.

use super::act::{Act, Recording, Told, dated, link};
use super::alongside;
use super::blocks::literal;
use super::called::{called, unknown};
use super::change::{Change, Refused};
use super::meant::deciding;
use crate::decode::Moment;
use crate::diag::nearest;
use crate::model::Model;
use crate::model::kinds::{Niveau, Relatie};
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

/// The tie that is meant.
pub fn tie_meant<'m>(model: &'m Model, word: &str) -> Result<&'m Relatie, Refused> {
    let found = called(model, word, &["relatie"])?.and_then(|id| model.relaties.get(id));
    found.ok_or_else(|| no_tie(model, word))
}

/// The level that is meant, when the tie can still get it.
pub fn level_meant<'m>(model: &'m Model, tie: &Relatie, word: &str) -> Result<&'m Niveau, Refused> {
    let Some(level) = called(model, word, &["niveau"])?.and_then(|id| model.niveaus.get(id)) else {
        let ids: Vec<&str> = model.niveaus.iter().map(|n| n.id.value.as_str()).collect();
        return Err(format!("Er is geen niveau “{word}”. Kies uit: {}.", ids.join(", ")).into());
    };
    let now = level.id.value.as_str();
    if tie.niveau.last().is_some_and(|step| step.niveau.id == now && step.besluit_van.is_some()) {
        return Err(has_it(now).into());
    }
    Ok(level)
}

fn has_it(level: &str) -> String {
    format!("De band heeft al het niveau “{level}”.")
}

/// May this tie get this level by whom is said to have decided? Only a body decides it, and a closer tie asks for a decision.
pub fn may_raise(model: &Model, tie: &Relatie, level: &Niveau, by: Option<&str>) -> Result<(), Refused> {
    if let Some(by) = by.filter(|by| model.gremia.get(by).is_none()) {
        if let Some(kind) = model.ids.get(by).map(|(kind, _)| kind.label.to_lowercase()) {
            let deciding = deciding(model);
            let who = if deciding.is_empty() { String::new() } else { format!(", zoals {}", deciding.join(", ")) };
            return Err(format!(
                "“{by}” is een {kind}. Hoe hecht een band is, besluit een overleg: geef met --door het overleg dat besloot{who}."
            )
            .into());
        }
        return Err(unknown(model, "overleg", by, model.gremia.iter().map(|g| g.id.value.as_str())));
    }
    let rank = |id: &str| model.niveaus.get(id).and_then(|n| n.rang);
    let before = tie.niveau.last().and_then(|step| rank(&step.niveau.id));
    // Without who decided it, the same level once more tells nothing new.
    if by.is_none() && tie.niveau.last().is_some_and(|step| step.niveau.id == level.id.value) {
        return Err(format!("{} Weet u wie dat besloot, geef dat dan bij --door.", has_it(&level.id)).into());
    }
    if by.is_none() && before.zip(level.rang).is_some_and(|(was, now)| now > was) {
        return Err(format!(
            "“{}” is hechter dan het niveau van nu, en dat vraagt een besluit. Geef met --door het overleg dat besloot. Weet u niet \
             wie dat was, dan legt u het niveau nog niet vast.",
            level.id.value
        )
        .into());
    }
    Ok(())
}

/// The change that records it. The levels before stay: they are the history. An ambition that is reached goes away.
pub fn raised<'s>(sources: &'s Sources, site: &Site, raised: &Raised) -> Result<Change<'s>, Refused> {
    let model = &site.model;
    let relation = tie_meant(model, &raised.relation)?;
    let level = level_meant(model, relation, &raised.level)?;
    let (tie, now) = (relation.id.value.as_str(), level.id.value.as_str());
    let before = relation.niveau.last();
    let act = raised.act.by_id(model)?;
    may_raise(model, relation, level, act.by.as_deref())?;
    let rank = |id: &str| model.niveaus.get(id).and_then(|n| n.rang);
    let mut recording = Recording::of(sources, site, &act)?;
    let source = recording.source.clone();
    if before.is_some_and(|step| step.niveau.id == now) {
        recording.change.note(format!(
            "De band had het niveau “{now}” al. Nieuw is alleen wie het besloot, wanneer, en waar dat staat."
        ));
    }
    let from = raised.from.unwrap_or(act.when);
    // A level without a rank is no step, so nothing is higher or lower than it.
    let lower = before.filter(|step| rank(&step.niveau.id).zip(level.rang).is_some_and(|(was, now)| now < was));
    if let Some(step) = lower {
        recording.change.note(format!(
            "“{now}” is minder hecht dan het niveau dat er was (“{}”), en zo staat het er nu ook. Was dat niet de bedoeling? Typ: verbeeld terug",
            step.niveau.id
        ));
    }
    let mut lines = vec![("niveau", literal(now)), ("vanaf", dated(&from))];
    lines.extend(act.by.iter().map(|by| ("besluit_van", literal(by))));
    lines.extend([("status", literal(act.status())), ("bron", format!("[{}]", literal(&source)))]);
    let reached = |aim: &str| aim == now || rank(aim).zip(level.rang).is_some_and(|(aim, now)| aim <= now);
    let met = relation.ambitie.as_ref().is_some_and(|aim| reached(&aim.niveau.id));
    if let Some(aim) = relation.ambitie.as_ref().filter(|_| met) {
        let said = aim.toelichting.as_ref().map(|text| format!(" Erbij stond: “{}”", text.raw)).unwrap_or_default();
        recording.change.note(format!(
            "De ambitie van deze band (“{}”) is hiermee bereikt en staat er niet meer.{said}",
            aim.niveau.id
        ));
    }
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
    // What the data tell is read for years: no word of it may hold only until the level begins.
    let text = match from == act.when {
        true => phrases.acts().level_now(&tie_link, &level_link),
        false => phrases.acts().level_begins(&tie_link, &level_link, &phrases.as_noun(&from)),
    };
    let became = if lower.is_some() { phrases.acts().lower(&level_link) } else { link(now) };
    let mut change = recording.told(Told {
        id: format!("niveau-{tie}-{now}"),
        name: phrases.acts().level(&tie_link, &level_link),
        text,
        change: was.map(|was| (was, became)),
        about: vec![tie, now],
        choice: None,
    })?;
    alongside::of_level(&mut change, sources, site, relation);
    Ok(change)
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
    // Of one body, by whatever name, those that it has.
    let party = |end| called(model, end, &["gremium", "organisatie"]).ok().flatten().unwrap_or(end);
    let (from, to) = ends.unwrap_or((id, id));
    let (from, to) = (party(from), party(to));
    let of = model.relaties.iter().filter(|r| [from, to].iter().any(|end| r.van.id == *end || r.naar.id == *end));
    let lines: String = of.map(|r| format!("\n  {}", r.id.value)).collect();
    let list = match lines.is_empty() {
        true => " Welke er zijn, ziet u met: verbeeld lijst relatie".to_owned(),
        false => format!(" De banden van deze overleggen en organisaties:{lines}"),
    };
    format!("Er is geen band met de id “{id}”.{list}").into()
}
