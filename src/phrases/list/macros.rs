//! How phrases are declared.

/// Phrases for templates: their keys.
macro_rules! page {
    ($($key:ident),+ $(,)?) => {
        [$($crate::phrases::list::Declared { key: stringify!($key), places: &[] }),+]
    };
}

/// Words of the data: their keys.
macro_rules! words {
    ($($key:literal),+ $(,)?) => {
        [$($crate::phrases::list::Declared { key: $key, places: &[] }),+]
    };
}

/// Groups of phrases: a function for each group, and in it one for each phrase.
macro_rules! phrases {
    (after $before:expr; $( $(#[$about:meta])* $group:ident { $( $key:ident $(($($place:ident: $sort:ident),+))? ),+ $(,)? } )+) => {
        /// The groups, in the order of declaration.
        pub const GROUPS: &[$crate::phrases::list::Group] =
            &[$( $crate::phrases::list::Group { name: stringify!($group), phrases: $group::PHRASES } ),+];

        /// How many groups come before these.
        const BEFORE: usize = $before;

        #[allow(non_camel_case_types, reason = "named after the groups")]
        #[allow(dead_code, reason = "what the program names by its key has no functions")]
        enum Which { $($group),+ }

        impl $crate::phrases::Phrases {
            $(
                $(#[$about])*
                #[doc = concat!("The phrases in `[", stringify!($group), "]`.")]
                pub fn $group(&self) -> $group::Of<'_> {
                    $group::Of(self)
                }
            )+
        }

        $(
            #[doc = concat!("The phrases in `[", stringify!($group), "]`.")]
            pub mod $group {
                #[allow(unused_imports, reason = "a group may have phrases without places only")]
                use super::{BEFORE, Which};
                #[allow(unused_imports, reason = "a group may have phrases without places only")]
                use $crate::phrases::{Count, Phrases, Words, list::Declared, message::Place};

                /// What is declared.
                pub const PHRASES: &[Declared] = &[
                    $( Declared {
                        key: stringify!($key),
                        places: &[$($( Place { name: stringify!($place), count: phrases!(@count $sort) } ),+)?],
                    }, )+
                ];

                #[allow(non_camel_case_types, reason = "named after the phrases")]
                enum Key { $($key),+ }

                /// The phrases of this group in one language.
                #[derive(Debug, Clone, Copy)]
                pub struct Of<'p>(pub(in $crate::phrases) &'p Phrases);

                impl<'p> Of<'p> {
                    $( phrases! { @function $group $key $(($($place: $sort),+))? } )+
                }
            }
        )+
    };
    (@count Count) => { true };
    (@count Words) => { false };
    (@function $group:ident $key:ident) => {
        #[doc = concat!("`", stringify!($key), "`")]
        pub fn $key(&self) -> &'p str {
            self.0.word(BEFORE + Which::$group as usize, Key::$key as usize)
        }
    };
    (@function $group:ident $key:ident ($($place:ident: $sort:ident),+)) => {
        #[doc = concat!("`", stringify!($key), "`")]
        pub fn $key(&self, $($place: $sort),+) -> String {
            self.0.say(BEFORE + Which::$group as usize, Key::$key as usize, &[$($place.into()),+])
        }
    };
}
