//! Tags that a program for websites fills in: Jekyll, Hugo, Eleventy, WordPress, MDX.

use super::Construct;
use super::pattern::{any, start};

const CODE: &str = "MD065";

const REMEDY: &str = "Zet hier zelf wat er moet staan. Een getal uit de gegevens schrijft u als {{ cijfer.naam }}, een naam als [[id]], een tekening als een blok ```infographic.";

static INCLUDED: Construct = Construct {
    code: CODE,
    from: "Docsify",
    effect: "wordt hier een gewone link",
    remedy: "Een ander bestand invoegen kan niet. Haal het deel tussen de aanhalingstekens weg, of zet de tekst hier neer.",
    patterns: &[],
};

/// `[film](a.mp4 ':include')`: a link whose title is an order.
pub fn ordered(title: &str) -> Option<&'static Construct> {
    [":include", ":ignore", ":target=", ":size=", ":id=", ":class="]
        .iter()
        .any(|order| title.starts_with(order))
        .then_some(&INCLUDED)
}

/// `::video[…]{…}`
pub const DIRECTIVE: Construct = Construct {
    code: CODE,
    from: "remark en Nuxt",
    effect: "",
    remedy: "Schrijf in Markdown wat het onderdeel laat zien. Een kader begint met > [!TIP].",
    patterns: &[start("::ω⏎"), start("::ω{…}"), start("::ω[…"), any(":ω[…]{"), any(":ω[…]"), any(":ω{…}")],
};

pub const ALL: &[Construct] = &[
    Construct {
        code: CODE,
        from: "Hugo",
        effect: "",
        remedy: "Een afbeelding schrijft u als ![Wat er te zien is](kaart.png), een link als [[id]] of [tekst](pagina.md), een kader als > [!TIP].",
        patterns: &[any("{{<§>}}"), any("{{%§%}}"), any("{{&lt;…}}")],
    },
    Construct {
        code: CODE,
        from: "Jekyll, Eleventy en Nunjucks",
        effect: "",
        remedy: REMEDY,
        patterns: &[any("{%§%}"), any("{#-…#}"), any("{# …#}")],
    },
    Construct {
        code: CODE,
        from: "Jekyll, Handlebars en Vue",
        effect: "",
        remedy: REMEDY,
        patterns: &[
            any("{{{…}}}"),
            any("{{#…}}"),
            any("{{/…}}"),
            any("{{>…}}"),
            any("{{^…}}"),
            any("{{!…}}"),
            any("{{-…}}"),
            any("{{$…}}"),
            any("{{ $…}}"),
            any("{{ \"…}}"),
            any("{{ '…}}"),
            any("{{ …|…}}"),
            any("{{…|…}}"),
            any("{{ ω(…}}"),
            any("{{ site.…}}"),
            any("{{ page.…}}"),
            any("{{site.…}}"),
            any("{{page.…}}"),
            any("{{ .ω…}}"),
            any("{{ config.…}}"),
        ],
    },
    Construct {
        code: CODE,
        from: "ASP, EJS en JSP",
        effect: "",
        remedy: REMEDY,
        patterns: &[
            any("<%§%>"),
            any("${ω}"),
            any("${ω.…}"),
            any("#{ω}"),
            any("@{ω}"),
            any("%{ω}"),
            any("~{ω}"),
            any("<#…>"),
            any("<@ω…>"),
        ],
    },
    Construct {
        code: CODE,
        from: "Blade, Smarty, Velocity en Template Toolkit",
        effect: "",
        remedy: REMEDY,
        patterns: &[
            any("{!!…!!}"),
            start("@if(…"),
            start("@if (…"),
            start("@foreach(…"),
            start("@foreach (…"),
            start("@include(…"),
            start("@extends(…"),
            start("@section(…"),
            start("@endω⏎"),
            start("#set(…"),
            start("#if(…"),
            start("#foreach(…"),
            start("#end⏎"),
            any("{$ω…}"),
            any("{if …}"),
            any("{foreach …}"),
            any("{/ω}"),
            any("{literal}"),
            any("[%§%]"),
            any("<tmpl_…>"),
        ],
    },
    Construct {
        code: CODE,
        from: "een mailprogramma",
        effect: "",
        remedy: "Zet hier zelf wat er moet staan: een website vult geen namen in.",
        patterns: &[any("*|ω|*"), any("«Ⓐω»"), any("<<ω>>")],
    },
    Construct {
        code: CODE,
        from: "WordPress",
        effect: "",
        remedy: "Haal het weg. Een afbeelding schrijft u als ![Wat er te zien is](kaart.png), een film of formulier als een link naar de pagina waar die staat.",
        patterns: &[
            any("[gallery…]"),
            any("[caption…]"),
            any("[/ω]"),
            any("[embed…]"),
            any("[contact-form…]"),
            any("[vc_…]"),
            any("[et_pb_…]"),
            any("[su_…]"),
            any("[ω ω=\"…]"),
        ],
    },
    Construct {
        code: CODE,
        from: "MDX en Docusaurus",
        effect: "",
        remedy: "Haal de regel weg. Schrijf in Markdown wat het onderdeel laat zien.",
        patterns: &[
            start("import ω from '…"),
            start("import ω from \"…"),
            start("import {…} from '…"),
            start("import {…} from \"…"),
            start("import * as ω from …"),
            start("import '…"),
            start("import \"…"),
            start("ex⇧port const ω = …"),
            start("ex⇧port default {…"),
            start("ex⇧port default ω;"),
            start("ex⇧port default function…"),
            start("ex⇧port default (…"),
            any("{/*…*/}"),
        ],
    },
    Construct {
        code: CODE,
        from: "MkDocs, VitePress en dergelijke",
        effect: "",
        remedy: "Een ander bestand invoegen kan niet. Verwijs ernaar met een link, of zet de tekst hier neer.",
        patterns: &[
            start("--8<-- …"),
            start("-8<- …"),
            start("<<< …"),
            start("!include…"),
            start("@include…"),
            start("@import…"),
            start("@@include…"),
            start("!!!include…"),
            start(":[](…)"),
            start("@[code…"),
            start("@[youtube](…)"),
            start("@[vimeo](…)"),
            start("@[video](…)"),
            start("[!embed…"),
            start("[!code…"),
            start("[!include…"),
            start("[!INCLUDE…"),
            start("::include{…}"),
            start("::embed{…}"),
        ],
    },
    DIRECTIVE,
];
