//! Addresses that were written so that programs should not find them: no reader can use them either.

use super::Construct;
use super::pattern::{any, behind};

pub const ALL: &[Construct] = &[
    Construct {
        code: "MD068",
        from: "een mailadres met een tikfout",
        effect: "wordt hier geen link",
        remedy: "In een mailadres staat één @, en er staan punten in, geen komma's: info@voorbeeld.nl.",
        patterns: &[behind("@ω,nl"), behind("@ω,com"), behind("@@ω.nl"), behind("@ω..nl")],
    },
    Construct {
        code: "MD068",
        from: crate::diag::words::foreign::ADDRESS,
        effect: "wordt hier geen link",
        remedy: "Schrijf het adres zoals het is: info@voorbeeld.nl. De site maakt er een link van.",
        patterns: &[
            any("[at]"),
            any("(at)"),
            any("{at}"),
            any("[@]"),
            any("(@)"),
            any("(a)ω.ω"),
            any("[apenstaart…]"),
            any("(apenstaart…)"),
            any("[dot]"),
            any("(dot)"),
            any("(punt)"),
            any("[punt]"),
            behind("_at_ω.ω"),
            behind(" at ω dot ω"),
            behind(" apenstaart ω"),
            behind(" apenstaartje ω"),
            behind(" @ ω.ω"),
            behind("@ ω.nl"),
            behind(" @ω.nl"),
            behind(" @ω.com"),
        ],
    },
];
