//! The tile map from the data: organisations with a place on it, grouped as the block asks.

use super::block::{InfographicBlock, TileGroup};
use super::shared::{head, href_of};
use super::sureness;
use crate::infographic::Infographic;
use crate::infographic::tegelkaart::{Group, Tegelkaart, Tile};
use crate::model::Participation;
use crate::model::kinds::Organisatie;
use crate::pages::writing::{Writer, label_of, lower_first};
use crate::phrases::Phrases;

const DYES: [&str; 5] = ["indigo", "wouw", "weide", "meekrap", "walnoot"];

/// The tile map that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().tegelkaart();
    let model = writer.model();
    let placed: Vec<&Organisatie> = model.organisaties.iter().filter(|o| o.tegel.is_some()).collect();
    let words: Vec<Option<String>> = placed.iter().map(|o| group_of(writer, block, &placed, o)).collect();
    let mut groups: Vec<Group> = Vec::new();
    for name in words.iter().flatten() {
        if !groups.iter().any(|group| group.name == *name) {
            let colour = DYES[groups.len() % DYES.len()].to_owned();
            let together = by_organisation(block) && name != say.own_office();
            groups.push(Group { name: name.clone(), colour, together });
        }
    }
    let tiles: Vec<Tile> = placed
        .iter()
        .zip(&words)
        .filter_map(|(o, word)| {
            let at = o.tegel.as_ref()?;
            let near = |id: &str| placed.iter().position(|other| other.id.value == id);
            Some(Tile {
                name: super::short_name(writer, &o.id),
                href: href_of(writer, &o.id),
                row: at.rij,
                column: at.kolom,
                group: word.as_ref().and_then(|word| groups.iter().position(|group| group.name == *word)),
                value: String::new(),
                neighbours: o.buren.iter().filter_map(|b| near(&b.id)).collect(),
            })
        })
        .collect();
    if tiles.is_empty() {
        return None;
    }
    let sources: Vec<_> = placed.iter().flat_map(|o| o.bron.clone()).collect();
    let sources = writer.source_line(&sources);
    let names = head(writer, block, "tegelkaart", say.title(), say.reading(), sources);
    let noun = noun(writer.phrases(), &placed);
    let absent = model.organisaties.iter().filter(|o| o.deelname == Some(Participation::Deelnemer));
    let absent = absent.filter(|o| o.tegel.is_none()).map(|o| o.naam.clone()).collect();
    let sure = sureness::of(
        writer.phrases(),
        block.leden_van.iter().filter_map(|body| model.gremia.get(&body.id)).flat_map(|body| {
            body.lid.iter().filter(|m| m.organisatie.is_some()).map(|m| m.status.as_ref().map(|s| s.value))
        }),
    );
    Some(Tegelkaart { head: names, groups, tiles, noun, absent }.draw().with_caveat(sure))
}

fn by_organisation(block: &InfographicBlock) -> bool {
    block.tegel.is_empty()
        && block.leden_van.is_none()
        && block.groep.unwrap_or(TileGroup::AmbtelijkeOrganisatie) == TileGroup::AmbtelijkeOrganisatie
}

/// What the organisations are called, one and more, when they are all of one kind and that has a plain plural.
fn noun(phrases: &Phrases, all: &[&Organisatie]) -> (String, String) {
    let kind = all.first().map_or("", |o| o.soort.as_str());
    let plural = match kind {
        _ if all.iter().any(|o| o.soort.as_str() != kind) => None,
        kind => phrases.plural(kind),
    };
    plural.map_or_else(
        || (phrases.tegelkaart().organisation().to_owned(), phrases.tegelkaart().organisations().to_owned()),
        |plural| (lower_first(kind), lower_first(&plural)),
    )
}

/// What an organisation has in common with others, as the block asks.
fn group_of(writer: &Writer<'_>, block: &InfographicBlock, all: &[&Organisatie], o: &Organisatie) -> Option<String> {
    let say = writer.phrases().tegelkaart();
    let model = writer.model();
    if !block.tegel.is_empty() {
        return block.tegel.iter().find(|value| value.organisatie.id == o.id.value).map(|value| value.waarde.clone());
    }
    if let Some(body) = block.leden_van.as_ref().and_then(|body| model.gremia.get(&body.id)) {
        let member = body.lid.iter().any(|m| m.organisatie.as_ref().is_some_and(|m| m.id == o.id.value));
        return member.then(|| say.sits_in(&super::short_name(writer, &body.id)));
    }
    match block.groep.unwrap_or(TileGroup::AmbtelijkeOrganisatie) {
        TileGroup::AmbtelijkeOrganisatie => {
            let shared = o.ambtelijke_organisatie.as_ref().map(|shared| shared.id.as_str());
            let count =
                all.iter().filter(|x| x.ambtelijke_organisatie.as_ref().map(|s| s.id.as_str()) == shared).count();
            Some(match shared {
                Some(id) if count > 1 => say.together_in(&model.name_of(id)),
                _ => say.own_office().to_owned(),
            })
        }
        TileGroup::Deelname => o.deelname.map(|d| writer.words().name(d).to_owned()),
        TileGroup::Soort => Some(lower_first(&label_of(&o.soort))),
    }
}
