//! The signpost from the routes of the data.

use super::block::InfographicBlock;
use super::shared::{layer_of, named, plain_head};
use super::sureness;
use crate::infographic::Infographic;
use crate::infographic::figure::Head;
use crate::infographic::wegwijzer::{Fork, Question, Target, Wegwijzer};
use crate::infographic::words::Named;
use crate::model::Colour;
use crate::model::kinds::Route;
use crate::pages::writing::Writer;

/// The signpost that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().wegwijzer();
    let model = writer.model();
    let mut routes: Vec<_> = model.routes.iter().collect();
    if routes.is_empty() {
        return None;
    }
    routes.sort_by_key(|r| r.volgorde.unwrap_or(i64::MAX));
    let mut layers: Vec<_> = model.lagen.iter().collect();
    layers.sort_by_key(|l| l.volgorde);
    let mut forks: Vec<Fork> = Vec::new();
    for layer in &layers {
        forks.push(Fork {
            name: layer.naam.clone(),
            note: layer.omschrijving.as_ref().map(|t| writer.plain(t)).unwrap_or_default(),
            colour: layer.kleur.unwrap_or(Colour::InktZacht).word().to_owned(),
            targets: Vec::new(),
        });
    }
    forks.push(Fork {
        name: say.other().to_owned(),
        note: String::new(),
        colour: Colour::InktZacht.word().to_owned(),
        targets: Vec::new(),
    });
    for route in &routes {
        let layer = layer_of_party(writer, &route.naar.id);
        let at = layer.and_then(|l| layers.iter().position(|x| x.id.value == l)).unwrap_or(layers.len());
        let name = named(writer, &route.naar.id);
        let question = Question {
            question: Named { name: route.vraag.clone(), href: named(writer, &route.id.value).href },
            answer: writer.plain(&route.antwoord),
            unsure: sureness::unsure(writer, route.status.as_ref()),
            standing: standing(writer, route),
        };
        let targets = &mut forks[at].targets;
        match targets.iter_mut().find(|t| t.name == name) {
            Some(target) => target.questions.push(question),
            None => targets.push(Target { name, questions: vec![question] }),
        }
    }
    forks.retain(|f| !f.targets.is_empty());
    let sources: Vec<_> = routes.iter().flat_map(|r| r.bron.iter().cloned()).collect();
    let signpost = Wegwijzer {
        head: Head {
            id: writer.unique_id("wegwijzer"),
            title: block.titel.clone().unwrap_or_else(|| say.title().to_owned()),
            reading: block.onderschrift.clone().unwrap_or_else(|| say.reading().to_owned()),
            source: writer.source_line(&sources),
            ..plain_head(writer)
        },
        forks,
    };
    let sure = sureness::of(writer.phrases(), routes.iter().map(|r| r.status.as_ref().map(|s| s.value)));
    Some(signpost.draw().with_caveat(sure))
}

/// How sure the answer is, and what it stands in, of which the name or the date tells of when it is.
fn standing(writer: &Writer<'_>, route: &Route) -> String {
    let model = writer.model();
    let mut sources: Vec<String> = Vec::new();
    for source in route.bron.iter().filter_map(|citation| model.bronnen.get(&citation.source)) {
        let name = source.kort.as_ref().unwrap_or(&source.naam);
        let year = source.datum.map(|day| day.first_day().year().to_string()).filter(|year| !name.contains(year));
        let named = year.map_or_else(|| name.clone(), |year| format!("{name} ({year})"));
        if !sources.contains(&named) {
            sources.push(named);
        }
    }
    let Some(status) = &route.status else { return sources.join("; ") };
    let name = writer.words().name(status.value);
    match sources.is_empty() {
        true => writer.phrases().capital(name).into_owned(),
        false => writer.phrases().wegwijzer().standing(&writer.phrases().capital(name), &sources.join("; ")),
    }
}

/// The layer of a body, an organisation, or the body that a function belongs to.
pub fn layer_of_party<'a>(writer: &Writer<'a>, id: &str) -> Option<&'a str> {
    let of_function = || {
        let body = writer.model().rollen.get(id).and_then(|r| r.gremium.as_ref())?;
        layer_of(writer, &body.id)
    };
    layer_of(writer, id).or_else(of_function)
}
