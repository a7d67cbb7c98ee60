//! Markup of other programs, from their documentation: told or taken, and none of it silently text.

use super::support::{filled, html_of, parse, problems};

/// Programs, and what people paste from them.
const PASTED: &[(&str, &[&str])] = &[
    (
        "Kramdown",
        &[
            "Een alinea.\n{: .klein}",
            "Een alinea.\n{: #naam }",
            "{:toc}",
            "* lijst\n{:toc}",
            "[a](https://a.nl){:target=\"_blank\"}",
            "![Kaart](a.png){: width=\"300\" }",
            "## Kop {: .groot}",
            "{::comment}\nweg\n{:/comment}",
            "*[VTH]: Vergunningen",
            "{:.no_toc}",
        ],
    ),
    (
        "Python-Markdown en MkDocs",
        &[
            "!!! note \"Let op\"\n    tekst",
            "!!! warning\n\n    tekst",
            "??? tip \"Meer\"\n    tekst",
            "???+ info\n    tekst",
            "=== \"Tabblad\"\n\n    tekst",
            "[TOC]",
            "Een ==gemarkeerd== woord",
            "Druk op ++ctrl+alt+del++",
            "H~2~O",
            "5 m^2^",
            ":material-account-circle:",
            "Zie :smile: hier",
            "--8<-- \"stuk.md\"",
            "[Knop](a.md){ .md-button }",
            "![Kaart](a.png){ width=\"300\" }",
            "{++nieuw++} en {--oud--}",
            "{~~oud~>nieuw~~}",
            "{>>een opmerking<<}",
            "{==gemarkeerd==}",
            "``` mermaid\ngraph LR\n```",
            "$$\nx^2\n$$",
        ],
    ),
    (
        "Docusaurus en MDX",
        &[
            ":::note\n\ntekst\n\n:::",
            ":::tip Titel\n\ntekst\n\n:::",
            "import Tabs from '@theme/Tabs';",
            "export const x = 1;",
            "<Tabs>\n\ntekst\n\n</Tabs>",
            "{/* opmerking */}",
            "```mdx-code-block\nx\n```",
            "## Kop {#id .klas}",
        ],
    ),
    (
        "VitePress en Docsify",
        &[
            "[[toc]]",
            "<<< @/stuk.js",
            "!> Let op dit",
            "?> Een tip",
            "[film](a.mp4 ':include')",
            "::: code-group\nx\n:::",
            "{{ $frontmatter.title }}",
            "<Badge text=\"nieuw\" />",
        ],
    ),
    (
        "Obsidian",
        &[
            "> [!info] Let op\n> tekst",
            "> [!info]\n> tekst",
            "> [!faq]- Vraag\n> tekst",
            "![[kaart.png]]",
            "![[pagina#kop]]",
            "![Kaart|300](a.png)",
            "[[pagina#^abc123]]",
            "%%een opmerking%%",
            "Een alinea ^abc123",
            "status:: open",
            "Hier [status:: open]",
            "- [-] niet gedaan",
            "- [>] later",
            "```dataview\nLIST\n```",
            "```tasks\nnot done\n```",
        ],
    ),
    (
        "Logseq en Org",
        &[
            "((6512a7d0-1f2b-4c3d))",
            "{{[[TODO]]}} iets",
            "#+BEGIN_QUOTE",
            ":PROPERTIES:",
            "SCHEDULED: <2026-01-01>",
            "collapsed:: true",
        ],
    ),
    (
        "MediaWiki",
        &[
            "== Kop ==",
            "=== Kop ===",
            "Een '''vet''' woord",
            "Een ''schuin'' woord",
            "{| class=\"wikitable\"\n|-\n| a || b\n|}",
            "[https://a.nl de site]",
            "[[Bestand:kaart.png|thumb|Kaart]]",
            "[[Categorie:Overleg]]",
            "__TOC__",
            "__NOTOC__",
            "{{Infobox|naam=x}}",
            "#DOORVERWIJZING [[x]]",
        ],
    ),
    ("DokuWiki", &["====== Kop ======", "Een //schuin// woord", "{{wiki:kaart.png}}", "{{:kaart.png?200}}"]),
    (
        "Confluence en Jira",
        &[
            "h1. Kop",
            "h2. Kop",
            "{info}\ntekst\n{info}",
            "{panel:title=Let op}\ntekst\n{panel}",
            "{code:java}\nx\n{code}",
            "{noformat}\nx\n{noformat}",
            "||Naam||Taak||\n|a|b|",
            "[de site|https://a.nl]",
            "!kaart.png!",
            "!kaart.png|width=300!",
            "bq. Een citaat",
            "{color:red}rood{color}",
            "[~jansen]",
            "{toc}",
            "{expand:Meer}\nx\n{expand}",
            "{status:title=Klaar}",
            "<ac:structured-macro ac:name=\"info\">x</ac:structured-macro>",
            "<ri:page ri:content-title=\"x\" />",
        ],
    ),
    (
        "Jekyll, Hugo en Eleventy",
        &[
            "{% include kaart.html %}",
            "{% raw %}x{% endraw %}",
            "{% for x in y %}\nx\n{% endfor %}",
            "{% highlight ruby %}\nx\n{% endhighlight %}",
            "{{ site.title }}",
            "{{ page.url | absolute_url }}",
            "{{ \"x\" | url }}",
            "{{< figure src=\"kaart.png\" >}}",
            "{{% notice note %}}\nx\n{{% /notice %}}",
            "{{<figure src=\"a.png\">}}",
            "<!--more-->",
            "<!-- toc -->",
        ],
    ),
    (
        "WordPress",
        &[
            "[gallery ids=\"1,2\"]",
            "[caption id=\"a\"]x[/caption]",
            "[contact-form-7 id=\"1\"]",
            "[vc_row]x[/vc_row]",
            "[button link=\"x\"]Knop[/button]",
        ],
    ),
    (
        "GitBook en ReadMe",
        &[
            "{% hint style=\"info\" %}\nx\n{% endhint %}",
            "{% tabs %}",
            "[block:callout]\n{}\n[/block]",
            "{% embed url=\"https://a.nl\" %}",
        ],
    ),
    (
        "Pandoc en Quarto",
        &[
            "Zie [@jansen2020]",
            "Zie @fig-kaart",
            "Een noot^[met de tekst erin]",
            "::: {.callout-note}\nx\n:::",
            "`x`{=html}",
            "[tekst]{.smallcaps}",
            "Table: Een onderschrift",
            "(@) een voorbeeld",
            "```{r}\nx\n```",
            "## Kop {-}",
            "$x^2$ is een som",
            "\\begin{figure}\nx\n\\end{figure}",
            "\\newpage",
        ],
    ),
    (
        "reStructuredText en MyST",
        &[
            ".. note:: Let op",
            ".. image:: kaart.png",
            ":ref:`kop`",
            "```{note}\nx\n```",
            "{ref}`kop`",
            "(kop)=",
            ".. contents::",
        ],
    ),
    (
        "AsciiDoc",
        &[
            "[NOTE]\n====\nx\n====",
            "image::kaart.png[Kaart]",
            "link:kaart.png[Kaart]",
            "include::stuk.adoc[]",
            "[source,java]\n----\nx\n----",
            "<<kop,De kop>>",
            "|===\n|a |b\n|===",
            "toc::[]",
            "footnote:[een noot]",
        ],
    ),
    (
        "Forums en Slack",
        &[
            "[b]vet[/b]",
            "[url=https://a.nl]site[/url]",
            "||verborgen||",
            "[quote=Els]x[/quote]",
            "[img]kaart.png[/img]",
        ],
    ),
    (
        "Word, Outlook en een rekenblad",
        &[
            "Zie Fout! Bladwijzer niet gedefinieerd.",
            "Zie Fout! Verwijzingsbron niet gevonden.",
            "Error! Bookmark not defined.",
            "HYPERLINK \"https://a.nl\" de site",
            "PAGEREF _Toc123456 \\h",
            "{ PAGE }",
            "[if !supportLists]·[endif]",
            "<o:p></o:p>",
            "<p class=MsoNormal style='margin:0'>x</p>",
            "[cid:image001.png]",
            "Het bedrag is #VERW!",
            "Totaal #DEEL/0!",
            "Naam\tTaak\tUren\nEls\tvoorzitter\t4",
            "• een punt\n• nog een",
        ],
    ),
    (
        "PlantUML, Graphviz en dergelijke",
        &[
            "```mermaid\ngraph TD\n```",
            "```plantuml\n@startuml\n```",
            "```dot\ndigraph {}\n```",
            "@startuml\nA -> B\n@enduml",
            "```math\nx\n```",
            "```vega-lite\n{}\n```",
        ],
    ),
    (
        "HTML",
        &[
            "<a id=\"x\"></a>\n\n## Kop",
            "<a name=\"x\"></a>",
            "<center>x</center>",
            "<font color=\"red\">x</font>",
            "<h2>Kop</h2>",
            "<iframe src=\"x\"></iframe>",
            "<p align=\"center\">x</p>",
        ],
    ),
    (
        "MultiMarkdown",
        &[
            "Title: Mijn document\nAuthor: Els",
            "[#jansen]",
            "Zie [p. 12][#jansen2010]",
            "[>VTH]: Vergunningen",
            "[?term]: uitleg",
            "tags: #overleg #vth",
        ],
    ),
    (
        "Pandoc, verder",
        &[
            "+---+---+\n| a | b |\n+===+===+",
            "#. eerste\n#. tweede",
            "a) eerste\nb) tweede",
            "i. eerste\nii. tweede",
            "(1) eerste\n(2) tweede",
            "% Titel\n% Auteur",
            "Zie {#tbl:x}",
        ],
    ),
    (
        "AsciiDoc, verder",
        &[
            "= Titel",
            "WARNING: pas op",
            "* lijst\n** dieper",
            ". eerste\n. tweede",
            "stem:[x^2]",
            "++++\nx\n++++",
            ":author: Els",
            "// opmerking",
            "<<<",
            "'''\nx\n'''",
            "een regel +\nen nog een",
            "(((index)))",
            "mailto:x@a.nl[Mail]",
            "audio::a.mp3[]",
        ],
    ),
    (
        "reStructuredText, verder",
        &[
            "Kop\n^^^^^^",
            "Kop\n\"\"\"\"\"",
            "`tekst <https://a.nl>`_",
            "`lang tekst`__",
            "Zie [1]_",
            ".. [1] noot",
            "Zie :doc:`pagina` en :py:func:`x`",
            ".. opmerking",
            "===== =====\na     b\n\n",
            ":Author: Els",
            "__ https://a.nl",
        ],
    ),
    (
        "Blade, Smarty, Velocity en dergelijke",
        &[
            "@if(x)",
            "@foreach($x as $y)",
            "@extends('x')",
            "{!! $x !!}",
            "<@x/>",
            "#set($x = 1)",
            "%{x}",
            "~{x}",
            "[% IF x %]",
            "{$smarty.now}",
            "{if $x}a{/if}",
            "<tmpl_var x>",
            "*|FNAME|*",
            "Beste «Naam»,",
            "Beste <<Naam>>,",
        ],
    ),
    (
        "Obsidian en Notion, verder",
        &[
            "#tag",
            "#tag #nog",
            "Zie #tag/sub hier",
            "%%\nlang\n%%",
            "`= this.file.name`",
            "- [ ] taak 📅 2024-01-01",
            "☐ taak",
            "[ ] taak",
            "[x] taak",
            "```button\nx\n```",
            "cssclass: x",
        ],
    ),
    (
        "Confluence en Textile, verder",
        &[
            "{jira:x}",
            "{gallery}",
            "{html}x{html}",
            "[tekst|Pagina]",
            "[mailto:x@a.nl]",
            "(/) klaar",
            "+nieuw+",
            "Een ??citaat?? hier",
            "@code@ en",
            "%span% en",
            "h2(klas). Kop",
            "|_. a |_. b |",
            "\"tekst\":/pagina",
            "!>a.png!",
            "#* a",
        ],
    ),
    (
        "GitHub en GitLab, verder",
        &["[!NOTE]\ntekst", "$`x`$", "{+ x +}", "[- x -]", "[!reference, x]", ":rocket:", "Zin.\n\n:rocket:"],
    ),
    ("MediaWiki, verder", &["= Kop =", ";term", "Zin.\n\n:inspringen", ":: inspringen", "__INHOUDSOPGAVE__"]),
    ("Voetnoten", &["[fn:1]", "tekst[1]\n\n[1] noot", "tekst¹\n\n¹ noot"]),
    (
        "Word, Outlook en een rekenblad, verder",
        &[
            "Inleiding ........ 3",
            "1. Inleiding\t3",
            "Fout! Geen tekst met de opgegeven stijl in het document.",
            "Klik of tik om tekst in te voeren.",
            "[Geef de titel van het document op]",
            "Opmerking [EJ1]",
            "o punt\no punt",
            "§ punt\n§ punt",
            "ü punt\nü punt",
            "\u{f0fe} punt",
            "1.een\n2.twee",
            "*een\n*twee",
            "naam;taak;uren\nels;x;4",
            "naam,taak,uren\nels,x,4",
            "naam|taak\nels|x",
            "########",
            "=SOM(A1:A3)",
            "#GETAL!",
            "file:///C:/x.docx",
            "C:\\Users\\els\\x.docx",
            "\\\\\\\\server\\map\\x.docx",
            "[x](https://eur01.safelinks.protection.outlook.com/?url=x)",
            "x@a.nl<mailto:x@a.nl>",
            "-----Oorspronkelijk bericht-----",
            "Verzonden vanaf mijn iPhone",
            "{ SEQ Figuur }",
            "Een tekst&amp;nbsp;met code",
            "Het teken &onzin; hier",
            "foto`s en video`s",
        ],
    ),
    (
        "Bijna Markdown",
        &[
            "(tekst)[https://a.nl]",
            "[tekst](https://a.nl",
            "[tekst][https://a.nl]",
            "[x] : https://a.nl",
            "[a][]",
            "[ ](https://a.nl)",
            "####### Kop",
            "een <br/ > regel",
            "Zie http://localhost:8080/ hier",
        ],
    ),
    (
        "Lijsten die uiteenvallen",
        &[
            "1. Eerste\n  - a\n2. Tweede",
            "1. Eerste\n```\ncode\n```\n2. Tweede",
            "1. Eerste\n```\ncode\n```\n1. Tweede",
        ],
    ),
];

/// What has no other meaning than its own.
const ITSELF: &[&str] = &[
    "Een zin met {accolades} en [haken] en (haakjes), 3 = 3 en a == b.",
    "C++ en C++, 5 * 3 * 2, 2^3 en a ~ b, 50% en € 10.",
    "Om 12:30:45 of van 9:00 tot 10:00; zie ook: dit.",
    "Nummer #1, artikel 3.1, p. 12 en bijlage [2].",
    "Een `{: .klas}` in code en `[TOC]` ook.",
    "\\{: .klas} en \\==zo\\== en \\[TOC]",
    "    !!! note\n    tekst",
    "```toml\n[[gremium]]\nid = \"x\" # {{ x }}\n```",
    "1. Eerste\n   - a\n2. Tweede",
    "1. Eerste\n\n   tekst\n\n2. Tweede",
    "1. Eerste\n2. Tweede\n\nEen zin.\n\n1. Opnieuw\n2. Verder",
    "- a\n- b\n\n1. Eerste\n2. Tweede",
    "- [ ] open\n- [x] klaar",
    "> [!TIP]\n> tekst",
    "Een zin – met streepjes -- en drie puntjes...",
    "| a | b |\n|---|---|\n| c | d |",
    "Hij zei: 'ja' en \"nee\"; 's avonds.",
    "De $ is geen euro: $ 10 of $10, en $ 20.",
    "Naam: Els. Taak: dit. E-mail: zie /over/.",
    "Import van gegevens en export van gegevens.",
    "Een (bij)zin ((tussen)haakjes) en/of zo!",
    "H1. is geen kopje, en tabel: dit.",
    "Een [kaart](https://a.nl/a=b) en **vet**: zo.",
    "Het is 100%. Nog 5%% en <https://a.nl/%20x>.",
    "Wij (VTH) doen dat: \"samen\"! En dan?",
    "Fout! Dit klopt niet.",
    "Begrip\n: de uitleg ervan",
    "a) eerste  \nb) tweede",
    "Dat kan op twee manieren:\ntijdens het overleg; of\nerna; of nooit.",
    "Van 12.30 tot 1.5 uur\nof 13.30 uur.",
    "Wacht even...",
    "O ja, en\no nee.",
    "| a | b |\n|:--|--:|\n| ; | , |",
    "Meer dan 50 % van de\n30 gemeenten (en/of regio's).",
    "Zie artikel 5, lid 2 (Omgevingswet), en bijlage I.",
    "Met `code`, `nog iets` en `x`-waarden.",
    "Een pijl -> en <- en 3 < 4 en 5 > 4.",
    "A&O-fonds, R&D en Q&A; AT&T.",
    "Nederland – België (2-1) en 24/7 open.",
    "Kies ja/nee, m/v of en/of.",
    "De titel: een korte zin. Let op: dit telt.",
];

#[test]
fn no_markup_of_another_program_is_silently_text() {
    let constructs: usize = PASTED.iter().map(|(_, pasted)| pasted.len()).sum();
    assert!(constructs >= 300 && PASTED.len() >= 25, "{constructs} from {}", PASTED.len());
    let mut silent = Vec::new();
    for (program, pasted) in PASTED {
        for text in *pasted {
            if problems(text).is_empty() {
                silent.push(format!("{program}: {text:?}"));
            }
        }
    }
    // `[[toc]]` and figures that do not exist are told where the rest of the site is known.
    assert!(silent.is_empty(), "{} of {constructs} are silent:\n{}", silent.len(), silent.join("\n"));
}

#[test]
fn each_is_told_once() {
    for (program, pasted) in PASTED {
        for text in pasted.iter().filter(|t| t.lines().count() == 1) {
            let told = parse(text).problems;
            let places: std::collections::BTreeSet<_> = told.iter().map(|p| p.place.map(|s| s.start)).collect();
            assert!(places.len() == told.len(), "{program}: {text:?}: {told:#?}");
        }
    }
}

#[test]
fn what_means_itself_is_left_alone() {
    for text in ITSELF {
        let told = problems(text);
        assert!(told.is_empty(), "{text:?}: {told:#?}");
    }
}

#[test]
fn plain_meaning_is_taken() {
    let external = |href: &str, words: &str| {
        format!(
            "<a href=\"{href}\" class=\"extern\" rel=\"noopener\">{words}<span class=\"alleen-voorlezer\"> (andere website)</span></a>"
        )
    };
    for (text, wanted) in [
        ("Zie https://a.nl/b_c_d.", format!("<p>Zie {}.</p>", external("https://a.nl/b_c_d", "https://a.nl/b_c_d"))),
        ("(www.a.nl)", format!("<p>({})</p>", external("https://www.a.nl", "www.a.nl"))),
        ("Mail info@a.nl!", "<p>Mail <a href=\"mailto:info@a.nl\">info@a.nl</a>!</p>".to_owned()),
        ("`https://a.nl`", "<p><code>https://a.nl</code></p>".to_owned()),
        ("een</br>twee<br></br>drie", "<p>een<br>twee<br>drie</p>".to_owned()),
        ("\\\"recht\\\" en \\'recht\\'", "<p>&quot;recht&quot; en 'recht'</p>".to_owned()),
        ("\\--optie en --optie en een -- streep", "<p>--optie en --optie en een – streep</p>".to_owned()),
        ("wacht\\... en wacht...", "<p>wacht... en wacht…</p>".to_owned()),
        ("zie:'dit' en \"dat\"", "<p>zie:‘dit’ en “dat”</p>".to_owned()),
        ("\\[tekst](/a/)", "<p>[tekst](/a/)</p>".to_owned()),
    ] {
        assert_eq!(html_of(&filled(text).body).trim_end(), wanted, "{text}");
        assert!(parse(text).problems.is_empty() || text.starts_with('\\'), "{text}: {:?}", parse(text).problems);
    }
    let page = parse("## Over ons {#wie}\n\nTekst.\n\n## Over *ons* {#wat}");
    assert!(page.problems.is_empty(), "{:?}", page.problems);
    assert_eq!(page.anchors, ["wie", "wat"]);
    assert_eq!(page.headings[0].text.text(), "Over ons");
}
