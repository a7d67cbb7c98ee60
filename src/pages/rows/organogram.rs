//! The organogram from the data: all layers, or one.

use super::block::InfographicBlock;
use super::shared::{head, href_of, layer_colour};
use super::sureness;
use crate::infographic::Infographic;
use crate::infographic::organogram::{Body, Layer, Member, Organogram};
use crate::model::Status;
use crate::model::kinds::{Gremium, Laag, Lid};
use crate::pages::writing::{Writer, label_of, lower_first};

/// The organogram that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().organogram();
    let model = writer.model();
    let mut layers: Vec<&Laag> = model.lagen.iter().collect();
    layers.sort_by_key(|layer| layer.volgorde);
    layers.retain(|layer| block.laag.as_ref().is_none_or(|only| only.id == layer.id.value));
    let mut drawn = Vec::new();
    let mut sources = Vec::new();
    let mut statuses = Vec::new();
    for layer in layers {
        let mut bodies = Vec::new();
        for body in model.naming(&model.gremia, &layer.id).filter(|body| body.laag.id == layer.id.value) {
            sources.extend(body.lid.iter().flat_map(|member| member.bron.clone()));
            statuses.extend(body.lid.iter().map(|seat| seat.status.as_ref().map(|s| s.value)));
            bodies.push(tell(writer, body));
        }
        for organisation in model.naming(&model.organisaties, &layer.id) {
            if organisation.laag.as_ref().is_some_and(|of| of.id == layer.id.value) {
                sources.extend(organisation.bron.clone());
                bodies.push(Body {
                    name: organisation.naam.clone(),
                    href: href_of(writer, &organisation.id),
                    decides: false,
                    note: label_of(organisation.deelname.map_or("organisatie", |how| writer.words().name(how))),
                    members: Vec::new(),
                });
            }
        }
        drawn.push(Layer { name: layer.naam.clone(), colour: layer_colour(Some(layer)), bodies });
    }
    if drawn.iter().all(|layer| layer.bodies.is_empty()) {
        return None;
    }
    let sources = writer.source_line(&sources);
    let names = head(writer, block, "organogram", say.title(), say.reading(), sources);
    Some(Organogram { head: names, layers: drawn }.draw().with_caveat(sureness::of(writer.phrases(), statuses)))
}

fn tell(writer: &mut Writer<'_>, body: &Gremium) -> Body {
    let members = members(writer, body);
    Body {
        name: body.naam.clone(),
        href: href_of(writer, &body.id),
        decides: body.besluit,
        note: String::new(),
        members,
    }
}

/// All who sit in a body, as far as the data say.
pub fn members(writer: &mut Writer<'_>, body: &Gremium) -> Vec<Member> {
    body.lid.iter().map(|seat| member(writer, seat)).filter(|member| !member.name.is_empty()).collect()
}

/// A member; its name is empty when the data say nothing.
fn member(writer: &mut Writer<'_>, seat: &Lid) -> Member {
    let id = [
        seat.organisatie.as_ref().map(|o| o.id.as_str()),
        seat.rol.as_ref().map(|r| r.id.as_str()),
        seat.gremium.as_ref().map(|g| g.id.as_str()),
    ];
    let status = seat.status.as_ref().map(|status| status.value).filter(|status| *status != Status::Feit);
    let (name, href) = match (id.into_iter().flatten().next(), &seat.groep) {
        (Some(id), _) => (writer.model().name_of(id), href_of(writer, id)),
        (None, Some(group)) => (writer.plain(group), String::new()),
        (None, None) => (String::new(), String::new()),
    };
    let organisation = seat.organisatie.as_ref().and_then(|o| writer.model().organisaties.get(&o.id));
    let kind = organisation.and_then(|o| writer.phrases().plural(&o.soort.value)).unwrap_or_default();
    Member {
        name: crate::infographic::words::capital(&name),
        href,
        kind: lower_first(&kind),
        function: seat.functie.as_deref().map(|f| writer.function(f)).unwrap_or_default(),
        status: status.map(|status| writer.words().name(status).to_owned()).unwrap_or_default(),
    }
}
