//! The tile map from the data: organisations with a place on it, grouped as the block asks.

use super::block::{InfographicBlock, TileGroup};
use super::shared::{head, href_of, plain_head};
use super::sureness;
use crate::infographic::Infographic;
use crate::infographic::figure::Head;
use crate::infographic::tegelkaart::{Group, Tegelkaart, Tile};
use crate::model::kinds::{Organisatie, Tegel};
use crate::model::{Model, Participation};
use crate::pages::writing::{Writer, label_of, lower_first};
use crate::phrases::Phrases;

const DYES: [&str; 5] = ["indigo", "wouw", "weide", "meekrap", "walnoot"];

/// The tile map that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().tegelkaart();
    let model = writer.model();
    let placed: Vec<&Organisatie> = model.organisaties.iter().filter(|o| is_placed(o)).collect();
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
    Some(Tegelkaart { measure: None, head: names, groups, tiles, noun, absent }.draw().with_caveat(sure))
}

/// Has it a place on the map? One too far away was told.
fn is_placed(organisation: &Organisatie) -> bool {
    organisation.tegel.as_ref().is_some_and(Tegel::fits)
}

/// An organisation with those that it borders on; `None` when it has no place on the map, or no neighbours there.
pub fn neighbours(writer: &mut Writer<'_>, e: &Organisatie) -> Option<Infographic> {
    let others: Vec<&Organisatie> =
        bordering(writer.model(), &e.id.value).into_iter().filter(|o| is_placed(o)).collect();
    if others.is_empty() || !is_placed(e) {
        return None;
    }
    let shown: Vec<&Organisatie> = std::iter::once(e).chain(others.iter().copied()).collect();
    let phrases = writer.phrases();
    let say = phrases.place();
    let colour = |at: usize| DYES[at].to_owned();
    let name = super::short_name(writer, &e.id);
    let groups = vec![
        Group { name: name.clone(), colour: colour(0), together: false },
        Group { name: say.neighbours().to_owned(), colour: colour(1), together: false },
    ];
    let places = around(e, &others);
    let tile = |o: &Organisatie, (column, row): (f64, f64)| Tile {
        name: super::short_name(writer, &o.id),
        href: href_of(writer, &o.id),
        row,
        column,
        group: Some(usize::from(o.id.value != e.id.value)),
        value: if o.id.value == e.id.value { String::new() } else { away(phrases, e, o) },
        neighbours: (0..=others.len()).filter(|at| border(o, if *at == 0 { e } else { others[at - 1] })).collect(),
    };
    let mut tiles = vec![tile(e, (0.0, 0.0))];
    tiles.extend(others.iter().zip(places).map(|(o, place)| tile(o, place)));
    let names: Vec<String> = others.iter().map(|o| super::short_name(writer, &o.id)).collect();
    let sources: Vec<_> = shown.iter().flat_map(|o| o.bron.clone()).collect();
    let head = Head {
        id: writer.unique_id("buren"),
        title: say.borders(&name, &phrases.list(&names)),
        reading: String::new(),
        source: writer.source_line(&sources),
        ..plain_head(writer)
    };
    let (measure, noun) = (Some(say.how_far().to_owned()), noun(phrases, &shown));
    Some(Tegelkaart { measure, head, groups, tiles, noun, absent: Vec::new() }.small())
}

/// The six places around a tile: column and row.
const RING: [(f64, f64); 6] = [(1.0, 0.0), (0.5, 1.0), (-0.5, 1.0), (-1.0, 0.0), (-0.5, -1.0), (0.5, -1.0)];

/// Where the neighbours stand around an organisation: each as near to its own direction as the others leave room for. Who has more
/// than six has them where the map has them.
fn around(e: &Organisatie, others: &[&Organisatie]) -> Vec<(f64, f64)> {
    let away = |o: &Organisatie| match (&o.tegel, &e.tegel) {
        (Some(there), Some(here)) => (there.kolom - here.kolom, there.rij - here.rij),
        _ => (0.0, 0.0),
    };
    let wished: Vec<(f64, f64)> = others.iter().map(|o| away(o)).collect();
    if wished.len() > RING.len() {
        return wished;
    }
    let mut best = (f64::MAX, Vec::new());
    seat(&wished, 0.0, &mut Vec::new(), &mut best);
    best.1.into_iter().map(|at: usize| RING[at]).collect()
}

/// Tries every free place for the next neighbour; keeps the seating that turns all of them least from their direction.
fn seat(wished: &[(f64, f64)], turned: f64, taken: &mut Vec<usize>, best: &mut (f64, Vec<usize>)) {
    if turned >= best.0 {
        return;
    }
    let Some(next) = wished.get(taken.len()) else {
        *best = (turned, taken.clone());
        return;
    };
    for place in (0..RING.len()).filter(|place| !taken.contains(place)).collect::<Vec<_>>() {
        taken.push(place);
        seat(wished, turned + turn(*next, RING[place]).powi(2), taken, best);
        taken.pop();
    }
}

/// The angle between two directions.
fn turn(a: (f64, f64), b: (f64, f64)) -> f64 {
    let half = std::f64::consts::PI;
    let angle = (a.1.atan2(a.0) - b.1.atan2(b.0)).abs();
    if angle > half { 2.0 * half - angle } else { angle }
}

/// Those that an organisation borders on, by name.
pub fn bordering<'m>(model: &'m Model, id: &str) -> Vec<&'m Organisatie> {
    let Some(e) = model.organisaties.get(id) else { return Vec::new() };
    let named = e.buren.iter().filter_map(|other| model.organisaties.get(&other.id));
    let mut all: Vec<&Organisatie> = named
        .chain(model.naming(&model.organisaties, id))
        .filter(|o| o.id.value != e.id.value && border(e, o))
        .collect();
    all.sort_by(|a, b| (&a.naam, &a.id.value).cmp(&(&b.naam, &b.id.value)));
    all.dedup_by(|a, b| a.id.value == b.id.value);
    all
}

/// How far the one lies from the other and where: by their places on the globe, which is flat enough between neighbours.
pub fn away(phrases: &Phrases, from: &Organisatie, to: &Organisatie) -> String {
    const KM_PER_DEGREE: f64 = 111.2;
    let (Some(here), Some(there)) = (&from.ligging, &to.ligging) else { return String::new() };
    let north = (there.lat - here.lat) * KM_PER_DEGREE;
    let east = (there.lon - here.lon) * KM_PER_DEGREE * here.lat.to_radians().cos();
    let say = phrases.place();
    let winds = [
        say.north(),
        say.north_east(),
        say.east(),
        say.south_east(),
        say.south(),
        say.south_west(),
        say.west(),
        say.north_west(),
    ];
    let eighths = east.atan2(north).to_degrees().rem_euclid(360.0) / 45.0;
    let wind = (0..winds.len()).find(|at| (eighths - *at as f64).abs() <= 0.5).unwrap_or(0);
    say.away(&phrases.number(east.hypot(north).round(), 0), winds[wind])
}

/// Do the data say, of one of them, that they border on each other?
pub fn border(a: &Organisatie, b: &Organisatie) -> bool {
    a.buren.iter().any(|id| id.id == b.id.value) || b.buren.iter().any(|id| id.id == a.id.value)
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
