//! Declares records and choices: one declaration gives decoder, messages and shape.

/// A table with known keys. Field names are the keys an editor types; doc comments explain them in Dutch.
#[macro_export]
macro_rules! record {
    ($(#[doc = $doc:literal])+ $vis:vis struct $name:ident { $( $(#[doc = $help:literal])+ $field:ident : $type:ty, )* }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq)]
        $vis struct $name {
            /// Where the record stands.
            pub place: $crate::diag::Span,
            /// Where the values of the keys that are present stand.
            pub places: Vec<(&'static str, $crate::diag::Span)>,
            $( $(#[doc = $help])+ pub $field: $type, )*
        }

        impl $crate::decode::Record for $name {
            const NAMES: &'static [&'static str] = &[$( stringify!($field), )*];

            fn keys() -> &'static [$crate::decode::Key] {
                // Of every page some may be asked for.
                static KEYS: std::sync::LazyLock<Vec<$crate::decode::Key>> = std::sync::LazyLock::new(|| vec![$( $crate::decode::Key {
                    name: stringify!($field),
                    help: concat!($($help),+).trim().to_owned(),
                    required: <$type as $crate::decode::Field>::absent().is_none(),
                    shape: <$type as $crate::decode::Field>::shape(),
                }, )*]);
                &KEYS
            }

            fn decode(
                table: &toml::de::DeTable<'_>,
                place: $crate::diag::Span,
                decoder: &mut $crate::decode::Decoder<'_>,
            ) -> Option<Self> {
                // Every field is read before any is required, so that all mistakes are told in one run.
                $( let $field = decoder.field::<$type>(table, stringify!($field), place); )*
                let place_of = |key: &&'static str| Some((*key, decoder.span(table.get(*key)?.span())));
                let places = <Self as $crate::decode::Record>::NAMES.iter().filter_map(place_of).collect();
                Some(Self { place, places, $( $field: $field?, )* })
            }

            fn values(&self) -> Vec<(&'static str, $crate::decode::Shown<'_>)> {
                vec![$( (stringify!($field), $crate::decode::Field::shown(&self.$field)), )*]
            }

            fn place_of(&self, key: &str) -> $crate::diag::Span {
                self.places.iter().find(|(name, _)| *name == key).map_or(self.place, |(_, place)| *place)
            }
        }

        impl $crate::decode::Field for $name {
            fn decode(value: &$crate::decode::Value<'_>, decoder: &mut $crate::decode::Decoder<'_>) -> Option<Self> {
                $crate::decode::decode_nested(value, decoder)
            }
            fn shape() -> $crate::decode::Shape {
                $crate::decode::Shape::Table(<$name as $crate::decode::Record>::keys().to_vec())
            }
            fn shown(&self) -> $crate::decode::Shown<'_> {
                $crate::decode::Shown::Table($crate::decode::Record::values(self))
            }
        }
    };
}

/// One of a few words, each with its meaning in Dutch.
#[macro_export]
macro_rules! choice {
    ($(#[doc = $doc:literal])+ $vis:vis enum $name:ident { $( $(#[doc = $help:literal])+ $variant:ident = $word:literal, )+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $( $(#[doc = $help])+ $variant, )+ }

        #[allow(dead_code, reason = "not every choice uses all of what a choice can tell")]
        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The word in the data.
            pub fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }

            /// What it means, in Dutch.
            pub fn meaning(self) -> &'static str {
                match self { $( Self::$variant => concat!($($help),+).trim(), )+ }
            }
        }

        impl $crate::decode::Word for $name {
            fn word(self) -> &'static str {
                $name::word(self)
            }
            fn meaning(self) -> &'static str {
                $name::meaning(self)
            }
        }

        impl $crate::decode::Field for $name {
            fn decode(value: &$crate::decode::Value<'_>, decoder: &mut $crate::decode::Decoder<'_>) -> Option<Self> {
                let words: Vec<&'static str> = Self::ALL.iter().map(|c| c.word()).collect();
                let Some(word) = value.get_ref().as_str() else {
                    decoder.wrong_type(value, &Self::shape());
                    return None;
                };
                let found = Self::ALL.iter().copied().find(|c| c.word() == word);
                if found.is_none() {
                    let place = decoder.span(value.span());
                    decoder.problems.push($crate::diag::words::data::unknown_word(place, word, $crate::decode::word_meant(word, &words), &words));
                }
                found
            }
            fn shape() -> $crate::decode::Shape {
                $crate::decode::Shape::Choice(Self::ALL.iter().map(|c| (c.word(), c.meaning())).collect())
            }
            fn shown(&self) -> $crate::decode::Shown<'_> {
                $crate::decode::Shown::Plain(self.word())
            }
        }
    };
}
