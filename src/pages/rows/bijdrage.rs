//! Contributions from the data: equal shares and what they pay for, or bars of figures.

use super::block::InfographicBlock;
use super::shared::{head, href_of};
use super::sureness;
use crate::decode::Ref;
use crate::diag::words;
use crate::infographic::Infographic;
use crate::infographic::bijdrage::{Bar, Bijdrage, Part, Shape, Share};
use crate::model::Participation;
use crate::model::kinds::{self, Cijfer};
use crate::pages::writing::Writer;
use crate::site::figure_in_words;

/// The drawing that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().bijdrage();
    let model = writer.model();
    let given = block.bijdrage.as_ref().and_then(|id| model.bijdragen.get(&id.id));
    let mut sources: Vec<_> = given.map(|given| given.bron.clone()).unwrap_or_default();
    let figures = block.delen.iter().chain(block.staaf.iter().flat_map(|bar| &bar.delen)).chain(&block.vergelijk);
    let figures: Vec<&Cijfer> = figures.filter_map(|id| model.cijfers.get(&id.id)).collect();
    let of_figures = figures.iter().map(|figure| figure.status.as_ref());
    let statuses = given.map(|given| given.status.as_ref()).into_iter().chain(of_figures);
    let sure = sureness::of(writer.phrases(), statuses.map(|status| status.map(|s| s.value)));
    sources.extend(figures.iter().flat_map(|figure| figure.bron.clone()));
    let shape = if block.staaf.is_empty() {
        let Some((given, units)) = given.and_then(|given| Some((given, given.shares()?))) else {
            writer.problems.push(words::pages::key_needed(
                block.place,
                block.soort.word(),
                "bijdrage, met een bijdrage die eenheden heeft, of een of meer keer [[staaf]]",
            ));
            return None;
        };
        shares(writer, given, units, &block.delen)
    } else {
        let bars = block.staaf.iter().map(|bar| Bar {
            name: bar.naam.clone(),
            shown: sum_of(writer, &bar.delen),
            parts: parts(writer, &bar.delen),
        });
        Shape::Bars {
            bars: bars.collect(),
            compare: block.vergelijk.as_ref().and_then(|id| parts(writer, std::slice::from_ref(id)).pop()),
        }
    };
    let sources = writer.source_line(&sources);
    let names = head(
        writer,
        block,
        "bijdrage-beeld",
        say.title(),
        match shape {
            Shape::Shares { .. } => say.reading_shares(),
            Shape::Bars { .. } => say.reading_bars(),
        },
        sources,
    );
    Some(Bijdrage { head: names, shape }.draw().with_caveat(sure))
}

/// So many equal shares, with who gives them when the data tell exactly that many.
fn shares(writer: &mut Writer<'_>, given: &kinds::Bijdrage, units: usize, of: &[Ref<Cijfer>]) -> Shape {
    let model = writer.model();
    let mut givers: Vec<&str> = Vec::new();
    for organisation in model.organisaties.iter().filter(|o| o.deelname == Some(Participation::Deelnemer)) {
        // Who shares a civil organisation gives one share together.
        let id = organisation.ambtelijke_organisatie.as_ref().map_or(organisation.id.as_str(), |shared| &shared.id);
        if !givers.contains(&id) {
            givers.push(id);
        }
    }
    let shares: Vec<Share> = if givers.len() == units {
        givers.iter().map(|id| Share { name: super::short_name(writer, id), href: href_of(writer, id) }).collect()
    } else {
        (1..=units)
            .map(|number| Share { name: writer.phrases().bijdrage().part_number(number), href: String::new() })
            .collect()
    };
    // What a share is measured in: the first that the data give.
    let (share, unit) = match (given.fte, given.uren, given.euro) {
        (Some(fte), _, _) => (fte, Unit::Fte),
        (None, Some(hours), _) => (hours, Unit::Hours),
        (None, None, Some(euro)) => (euro, Unit::Euros),
        (None, None, None) => (1.0, Unit::Shares),
    };
    let (say, phrases) = (writer.phrases().amounts(), writer.phrases());
    let shown = |value: f64| {
        let amount = phrases.short_number(value);
        match unit {
            Unit::Fte => say.fte(&amount),
            Unit::Hours => say.hours(&amount),
            Unit::Euros => say.euros(&amount),
            Unit::Shares => say.shares(&amount),
        }
    };
    let total = share * units as f64;
    let mut parts = parts(writer, of);
    if parts.is_empty() {
        let name = given.naam.clone();
        parts.push(Part { name, href: href_of(writer, &given.id), value: total, shown: shown(total) });
    }
    Shape::Shares { shares, each: shown(share), parts, total: shown(total) }
}

fn parts(writer: &Writer<'_>, ids: &[Ref<Cijfer>]) -> Vec<Part> {
    let figures = ids.iter().filter_map(|id| writer.model().cijfers.get(&id.id));
    let part = |figure: &Cijfer| Part {
        name: figure.naam.clone(),
        href: href_of(writer, &figure.id),
        value: figure.waarde,
        shown: figure_in_words(writer.phrases(), figure),
    };
    figures.map(part).collect()
}

/// The sum of figures, in the unit of the first, with as many decimals as they need.
fn sum_of(writer: &Writer<'_>, ids: &[Ref<Cijfer>]) -> String {
    let figures: Vec<&Cijfer> = ids.iter().filter_map(|id| writer.model().cijfers.get(&id.id)).collect();
    let unit = figures.first().map(|figure| figure.eenheid.as_str()).unwrap_or_default();
    let number = writer.phrases().short_number(figures.iter().map(|figure| figure.waarde).sum());
    match unit {
        "euro" => writer.phrases().amounts().euros(&number),
        "" => number,
        unit => format!("{number}\u{a0}{unit}"),
    }
}

/// What a share is measured in.
enum Unit {
    Fte,
    Hours,
    Euros,
    Shares,
}
