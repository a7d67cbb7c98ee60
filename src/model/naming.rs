//! Who names whom: found once, so that nothing has to go through all records for each of them.

use super::kinds::{Gremium, Lid, Organisatie, Route};
use super::{AnyEntity, Entity, Model, Table};
use crate::decode::Shown;
use std::collections::HashMap;

/// Where a record stands: its kind, and its place among those of its kind.
type Place = (&'static str, usize);

/// For every id the records that refer to it, name it in a text or cite it, in order of kind and then of the data.
#[derive(Debug, Clone, Default)]
pub(super) struct Naming {
    by_id: HashMap<String, Vec<Place>>,
    /// For every sort of organisation the bodies in which all of that sort sit.
    by_sort: HashMap<String, Vec<usize>>,
    /// The questions that lead somewhere, in their own order.
    routes: Vec<usize>,
}

impl Naming {
    pub(super) fn of(model: &Model) -> Self {
        let mut naming = Self::default();
        for kind in Model::KINDS {
            for (at, record) in model.of_kind(kind.name).into_iter().enumerate() {
                Shown::Table(record.values()).walk(&mut |value| match value {
                    Shown::Reference { id, .. } => naming.note(id, (kind.name, at)),
                    Shown::Citation(citation) => naming.note(&citation.source, (kind.name, at)),
                    Shown::Markdown(text) => {
                        for inside in text.raw.split("[[").skip(1).filter_map(|rest| rest.split("]]").next()) {
                            let name = inside.split('|').next().unwrap_or(inside);
                            naming.note(name.trim(), (kind.name, at));
                            naming.note(name.split(['#', '\\']).next().unwrap_or(name).trim(), (kind.name, at));
                        }
                    }
                    _ => {}
                });
            }
        }
        for (at, body) in model.gremia.iter().enumerate() {
            for sort in body.lid.iter().filter_map(|member| member.soort.as_ref()) {
                let bodies = naming.by_sort.entry(sort.value.clone()).or_default();
                if bodies.last() != Some(&at) {
                    bodies.push(at);
                }
            }
        }
        let mut routes: Vec<_> =
            model.routes.iter().map(|route| route.volgorde.unwrap_or(i64::MAX)).enumerate().collect();
        routes.sort_by_key(|(_, order)| *order);
        naming.routes = routes.into_iter().map(|(at, _)| at).collect();
        naming
    }

    fn note(&mut self, id: &str, place: Place) {
        match self.by_id.get_mut(id) {
            Some(places) if places.last() == Some(&place) => {}
            Some(places) => places.push(place),
            None => drop(self.by_id.insert(id.to_owned(), vec![place])),
        }
    }

    fn places(&self, id: &str) -> &[Place] {
        self.by_id.get(id).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Model {
    /// The records of one kind that name this id in any way, in order of the data. Which key names it is for the caller to see.
    pub fn naming<'m, E: Entity>(&'m self, table: &'m Table<E>, id: &str) -> impl Iterator<Item = &'m E> + use<'m, E> {
        let places = self.who_names().places(id).iter();
        places.filter(|(kind, _)| *kind == E::KIND.name).filter_map(|(_, at)| table.at(*at))
    }

    /// The records of all kinds that name this id in any way, by kind and then in order of the data.
    pub fn all_naming(&self, id: &str) -> impl Iterator<Item = &dyn AnyEntity> {
        self.who_names().places(id).iter().filter_map(|(kind, at)| self.at(kind, *at))
    }

    /// The bodies in which an organisation sits, by name or with all of its sort, with each seat.
    pub fn seats_of(&self, organisation: &Organisatie) -> Vec<(&Gremium, &Lid)> {
        let naming = self.who_names();
        let named = naming.places(&organisation.id.value).iter();
        let mut bodies: Vec<usize> = named.filter(|(kind, _)| *kind == Gremium::KIND.name).map(|(_, at)| *at).collect();
        bodies.extend(naming.by_sort.get(&organisation.soort.value).into_iter().flatten());
        bodies.sort_unstable();
        bodies.dedup();
        let seats =
            bodies.into_iter().filter_map(|at| self.gremia.at(at)).flat_map(|b| b.lid.iter().map(move |m| (b, m)));
        seats.filter(|(_, member)| member.includes(organisation)).collect()
    }

    /// The questions that lead somewhere, in their own order.
    pub fn routes_in_order(&self) -> impl Iterator<Item = &Route> {
        self.who_names().routes.iter().filter_map(|at| self.routes.at(*at))
    }

    fn who_names(&self) -> &Naming {
        self.naming.get_or_init(|| Naming::of(self))
    }
}
