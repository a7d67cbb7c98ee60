//! What every kind of record has in common, and the macro that declares a kind.

use super::{Citation, Kind, Model, Status};
use crate::decode::{At, Moment, Record, Shown, Text};
use crate::diag::Span;

/// One record of the data.
pub trait Entity: Record + Sized + Send + Sync {
    /// Its kind.
    const KIND: Kind;
    /// The fields that every kind has.
    fn common(&self) -> Common<'_>;
    /// The name that readers see; may be made from other records' names.
    fn name(&self, model: &Model) -> String;
}

/// The fields that every kind has.
#[derive(Debug, Clone, Copy)]
pub struct Common<'a> {
    /// The id.
    pub id: &'a At<String>,
    /// Where the record stands.
    pub place: Span,
    /// How sure it is.
    pub status: Option<&'a At<Status>>,
    /// Where it comes from.
    pub sources: &'a [Citation],
    /// Notes.
    pub note: Option<&'a Text>,
    /// Before this date someone must look whether it still holds.
    pub review: Option<&'a At<Moment>>,
    /// The ids that it had before.
    pub former: &'a [At<String>],
}

impl Kind {
    /// Is it this one?
    pub fn is<E: Entity>(self) -> bool {
        self.name == E::KIND.name
    }
}

/// A record of any kind, for what is the same for all.
pub trait AnyEntity: Send + Sync {
    /// Its kind.
    fn kind(&self) -> Kind;
    /// The fields that every kind has.
    fn common(&self) -> Common<'_>;
    /// The name that readers see.
    fn name(&self, model: &Model) -> String;
    /// All its values, in the order of declaration.
    fn values(&self) -> Vec<(&'static str, Shown<'_>)>;
    /// Where the value of a key stands; where the record stands when the key is absent.
    fn place_of(&self, key: &str) -> Span;
    /// The id.
    fn id(&self) -> &str {
        &self.common().id.value
    }
    /// The plain word under a key.
    fn word(&self, key: &str) -> Option<&str> {
        self.values().into_iter().find_map(|(name, shown)| match shown {
            Shown::Plain(word) if name == key => Some(word),
            _ => None,
        })
    }
}

impl<E: Entity> AnyEntity for E {
    fn kind(&self) -> Kind {
        E::KIND
    }
    fn common(&self) -> Common<'_> {
        Entity::common(self)
    }
    fn name(&self, model: &Model) -> String {
        Entity::name(self, model)
    }
    fn values(&self) -> Vec<(&'static str, Shown<'_>)> {
        super::visits::note(1);
        Record::values(self)
    }
    fn place_of(&self, key: &str) -> Span {
        Record::place_of(self, key)
    }
}

/// Declares a kind of record: its words, its keys, and how it is called.
///
/// What else is its own as a [`Kind`] stands behind `sourced`. The keys `id`, `status`, `bron`, `toelichting`, `herzien_voor` and `voorheen` come with it.
#[macro_export]
macro_rules! entity {
    (
        $(#[doc = $doc:literal])+
        kind $kind:literal / $plural:literal, $label:literal / $labels:literal, page: $page:literal, sourced: $sourced:literal
            $(, $own:ident: $said:expr)*;
        pub struct $name:ident { $( $(#[doc = $help:literal])+ $field:ident : $type:ty, )* }
        name($self_:ident, $model:ident) $body:block
    ) => {
        $crate::record! {
            $(#[doc = $doc])+
            pub struct $name {
                /// Korte naam voor het webadres en voor verwijzingen: kleine letters, cijfers en koppeltekens.
                id: $crate::decode::At<String>,
                $( $(#[doc = $help])+ $field: $type, )*
                /// Hoe vast staat dit?
                status: Option<$crate::decode::At<$crate::model::Status>>,
                /// Waar het vandaan komt: "bron-id/deel-id".
                bron: Vec<$crate::model::Citation>,
                /// Wat erbij hoort te worden gezegd, bijvoorbeeld een tegenspraak in de bron.
                toelichting: Option<$crate::decode::Text>,
                /// Voor deze datum moet iemand nagaan of dit nog klopt.
                herzien_voor: Option<$crate::decode::At<$crate::decode::Moment>>,
                /// De id's die het eerder had: hun webadressen leiden hierheen.
                voorheen: Vec<$crate::decode::At<String>>,
            }
        }

        impl $name {
            /// Named by the list of kinds: a kind that does not stand there does not compile.
            #[deny(dead_code)]
            pub(crate) const LINE_IN_ALL_KINDS: () = ();
        }

        impl $crate::model::Kinds for $name {
            const KINDS: &'static [&'static str] = &[$kind];
        }

        impl $crate::model::Entity for $name {
            const KIND: $crate::model::Kind = $crate::model::Kind {
                name: $kind,
                plural: $plural,
                help: concat!($($doc),+),
                label: $label,
                label_plural: $labels,
                own_page: $page,
                sourced: $sourced,
                $( $own: $said, )*
                ..$crate::model::Kind::PLAIN
            };
            fn common(&self) -> $crate::model::Common<'_> {
                $crate::model::Common {
                    id: &self.id,
                    place: self.place,
                    status: self.status.as_ref(),
                    sources: &self.bron,
                    note: self.toelichting.as_ref(),
                    review: self.herzien_voor.as_ref(),
                    former: &self.voorheen,
                }
            }
            fn name(&self, $model: &$crate::model::Model) -> String {
                let $self_ = self;
                $body
            }
        }
    };
}
