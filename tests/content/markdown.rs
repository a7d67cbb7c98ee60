//! Markdown without mistakes.

use super::support::{Known, filled, html, html_of, page, parse};
use verbeeld::content::{Segment, parse as parse_page};
use verbeeld::diag::FileId;

#[test]
fn paragraphs_emphasis_and_code() {
    assert_eq!(
        html("Een *klein* **woord** ~~weg~~ en `a < \"b\"`.  \nNieuwe regel"),
        "<p>Een <em>klein</em> <strong>woord</strong> <s>weg</s> en <code>a &lt; &quot;b&quot;</code>.<br>\nNieuwe regel</p>"
    );
}

#[test]
fn typography_is_dutch_and_stays_out_of_code() {
    assert_eq!(
        html("\"Ja\", 's avonds -- of 'nee'... `\"x\" -- ...` <https://a.nl/--x>"),
        "<p>“Ja”, ’s avonds – of ‘nee’… <code>&quot;x&quot; -- ...</code> <a href=\"https://a.nl/--x\" class=\"extern\" \
         rel=\"noopener\">https://a.nl/--x<span class=\"alleen-voorlezer\"> (andere website)</span></a></p>"
    );
    assert_eq!(
        html("\"*Ja*\" en *\"nee\"* en **'n** foto's ('90)"),
        "<p>“<em>Ja</em>” en <em>“nee”</em> en <strong>’n</strong> foto’s (’90)</p>"
    );
    assert_eq!(html("\"een\n\ntwee\""), "<p>“een</p>\n<p>twee”</p>");
    assert_eq!(html("a --- b ---- c .... d \\-\\- e"), "<p>a — b ---- c .... d -- e</p>");
    assert_eq!(html("<kbd>\"x\"</kbd> `y`\"s\""), "<p><kbd>&quot;x&quot;</kbd> <code>y</code>”s”</p>");
}

#[test]
fn headings_shift_and_have_ids() {
    assert_eq!(
        html("# Wat is het?\n\n## Één *ding*\n\n# Wat is het?\n"),
        "<div class=\"kop\"><h2 id=\"wat-is-het\">Wat is het?</h2><a class=\"anker\" href=\"#wat-is-het\" \
         aria-label=\"Link naar dit kopje\" aria-describedby=\"wat-is-het\">#</a></div>\n\
         <div class=\"kop\"><h3 id=\"een-ding\">Één <em>ding</em></h3><a class=\"anker\" href=\"#een-ding\" \
         aria-label=\"Link naar dit kopje\" aria-describedby=\"een-ding\">#</a></div>\n\
         <div class=\"kop\"><h2 id=\"wat-is-het-2\">Wat is het?</h2><a class=\"anker\" href=\"#wat-is-het-2\" \
         aria-label=\"Link naar dit kopje\" aria-describedby=\"wat-is-het-2\">#</a></div>"
    );
    let levels = |text| filled(text).headings.iter().map(|h| h.level).collect::<Vec<_>>();
    assert_eq!(levels("## a\n### b\n## c"), [2, 3, 2]);
    assert_eq!(levels("### a\n#### b"), [2, 3]);
    assert_eq!(levels("# a\n## b\n### c\n#### d\n##### e\n###### f"), [2, 3, 4, 5, 6, 6]);
}

#[test]
fn headings_with_open_places_are_filled() {
    let page = filled(
        "Eerst [een](a) link\n\n## Het [[pho-vth]] en {{ inzet.fte_som }}\n\nDan {{ inzet.fte_som }}.[^1]\n\n[^1]: Zie [[pho-vth|dat]] *en* [[pho-vth]].",
    );
    assert_eq!(page.headings[0].text, "Het PHO VTH & co en 0,1\u{a0}fte");
    assert_eq!(page.headings[0].id, "het-pho-vth-en-inzet-fte-som");
    assert_eq!(
        page.plain,
        "Eerst een link\nHet PHO VTH & co en 0,1\u{a0}fte\nDan 0,1\u{a0}fte.\nZie dat en PHO VTH & co."
    );
}

#[test]
fn tables_are_labelled_and_have_no_style() {
    assert_eq!(
        html("| Naam | Aantal | |\n|:--|--:|:-:|\n| [[pho-vth\\|het *PHO*]] | 3 | {{ inzet.fte_som }} |\n"),
        "<div class=\"tabel-houder tabel-vouwt\" role=\"region\" aria-label=\"Tabel 1: Naam, Aantal\" tabindex=\"0\"><table>\n\
         <thead><tr><th scope=\"col\" class=\"links\">Naam</th><th scope=\"col\" class=\"rechts\">Aantal</th>\
         <td class=\"midden\"></td></tr></thead>\n<tbody>\n\
         <tr><td class=\"links\"><a href=\"gremia/pho-vth/\">het <em>PHO</em></a></td><td class=\"rechts\" data-kop=\"Aantal\">3</td>\
         <td class=\"midden\">0,1\u{a0}fte</td></tr>\n</tbody></table></div>"
    );
}

#[test]
fn lists_and_tasks() {
    assert_eq!(html("3. a\n4. b\n"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>");
    assert_eq!(
        html("- [x] klaar\n- [ ] niet\n  - sub\n"),
        "<ul>\n<li class=\"taak\"><input type=\"checkbox\" disabled checked aria-label=\"Gedaan\"> klaar</li>\n\
         <li class=\"taak\"><input type=\"checkbox\" disabled aria-label=\"Nog te doen\"> niet<ul>\n<li>sub</li>\n</ul>\n</li>\n</ul>"
    );
    assert_eq!(
        html("Term\n: een\n: twee\n\n  drie\n"),
        "<dl>\n<dt>Term</dt>\n<dd>een</dd>\n<dd><p>twee</p>\n<p>drie</p>\n</dd>\n</dl>"
    );
}

#[test]
fn alerts_have_dutch_titles() {
    for (word, class, title) in [
        ("NOTE", "opmerking", "Opmerking"),
        ("tip", "tip", "Tip"),
        ("IMPORTANT", "belangrijk", "Belangrijk"),
        ("WARNING", "waarschuwing", "Waarschuwing"),
        ("CAUTION", "let-op", "Let op"),
        ("LET OP", "let-op", "Let op"),
        ("Belangrijk", "belangrijk", "Belangrijk"),
    ] {
        assert_eq!(
            html(&format!("> [!{word}]\n> Doe *dit*.\n> En dat.\n")),
            format!(
                "<div class=\"melding melding--{class}\" role=\"note\">\n<p class=\"melding__titel\">{title}</p>\n<p>Doe <em>dit</em>.\nEn dat.</p>\n</div>"
            )
        );
    }
    assert_eq!(html("> [!LET OP]\n>\n> Tekst\n"), html("> [!CAUTION]\n>\n> Tekst\n"));
    assert_eq!(html("> gewoon\n"), "<blockquote>\n<p>gewoon</p>\n</blockquote>");
}

#[test]
fn footnotes_are_numbered_by_first_reference() {
    assert_eq!(
        html("[^b]: Noot b, zie [^c].\n\nEen[^a] en twee[^b] en weer[^a].\n\n[^a]: Noot a.\n[^c]: Noot c.\n"),
        "<p>Een<sup class=\"voetnoot\"><a href=\"#voetnoot-1\" id=\"verwijzing-1\" role=\"doc-noteref\" aria-label=\"Voetnoot 1\">1</a></sup> \
         en twee<sup class=\"voetnoot\"><a href=\"#voetnoot-2\" id=\"verwijzing-2\" role=\"doc-noteref\" aria-label=\"Voetnoot 2\">2</a></sup> \
         en weer<sup class=\"voetnoot\"><a href=\"#voetnoot-1\" id=\"verwijzing-1-2\" role=\"doc-noteref\" aria-label=\"Voetnoot 1\">1</a></sup>.</p>\n\
         <section class=\"voetnoten\" role=\"doc-endnotes\" aria-labelledby=\"voetnoten\">\n<h2 id=\"voetnoten\">Voetnoten</h2>\n<ol>\n\
         <li id=\"voetnoot-1\"><p>Noot a. <a href=\"#verwijzing-1\" class=\"voetnoot-terug\" role=\"doc-backlink\" aria-label=\"Terug naar de tekst bij voetnoot 1\">↩\u{fe0e}</a> \
         <a href=\"#verwijzing-1-2\" class=\"voetnoot-terug\" role=\"doc-backlink\" aria-label=\"Terug naar de tekst bij voetnoot 1, plaats 2\">↩\u{fe0e}<sup>2</sup></a></p>\n</li>\n\
         <li id=\"voetnoot-2\"><p>Noot b, zie <sup class=\"voetnoot\"><a href=\"#voetnoot-3\" id=\"verwijzing-3\" role=\"doc-noteref\" aria-label=\"Voetnoot 3\">3</a></sup>. \
         <a href=\"#verwijzing-2\" class=\"voetnoot-terug\" role=\"doc-backlink\" aria-label=\"Terug naar de tekst bij voetnoot 2\">↩\u{fe0e}</a></p>\n</li>\n\
         <li id=\"voetnoot-3\"><p>Noot c. <a href=\"#verwijzing-3\" class=\"voetnoot-terug\" role=\"doc-backlink\" aria-label=\"Terug naar de tekst bij voetnoot 3\">↩\u{fe0e}</a></p>\n</li>\n</ol>\n</section>"
    );
    let document = parse("a[^x]\n\n## Voetnoten\n\n[^x]: y\n");
    let anchors: Vec<&str> = document.every_anchor().collect();
    assert_eq!(anchors, ["voetnoten", "verwijzing-1", "voetnoot-1", "voetnoten-2"]);
}

#[test]
fn links_go_inside_outside_or_to_mail() {
    assert_eq!(
        html("[Het PHO](../pho/ \"Titel & zo\")"),
        "<p><a href=\"/../pho/\" title=\"Titel &amp; zo\">Het PHO</a></p>"
    );
    assert_eq!(html("[a][b]\n\n[b]: /x#y"), "<p><a href=\"//x#y\">a</a></p>");
    assert_eq!(
        html("[x](https://a.nl/?a=1&b=é \"T\") <info@a.nl> [bel](tel:0531234)"),
        "<p><a href=\"https://a.nl/?a=1&amp;b=%C3%A9\" class=\"extern\" title=\"T\" rel=\"noopener\">x<span class=\"alleen-voorlezer\"> (andere website)</span></a> \
         <a href=\"mailto:info@a.nl\">info@a.nl</a> <a href=\"tel:0531234\">bel</a></p>"
    );
    // What is not found keeps its words.
    assert_eq!(html("[Het PHO](weg)"), "<p><a>Het PHO</a></p>");
    assert_eq!(html("[[onbekend]] [[onbekend|Dat]]"), "<p><a>onbekend</a> <a>Dat</a></p>");
}

#[test]
fn mentions_and_figures_work_everywhere() {
    assert_eq!(
        html("- *[[pho-vth]]* en **[[ pho-vth |het \"PHO\"]]**, {{inzet.fte_som}}\n"),
        "<ul>\n<li><em><a href=\"gremia/pho-vth/\">PHO VTH &amp; co</a></em> en <strong><a href=\"gremia/pho-vth/\">het “PHO”</a></strong>, \
         0,1\u{a0}fte</li>\n</ul>"
    );
    assert_eq!(
        html("[{{ inzet.fte_som }}](x) [[pho-vth|{{ inzet.fte_som }}]]"),
        "<p><a href=\"/x\">0,1\u{a0}fte</a> <a href=\"gremia/pho-vth/\">0,1\u{a0}fte</a></p>"
    );
    assert_eq!(
        html("`[[a]] {{ b }}` \\[[a]] \\{{ b }} [\\[a]] {\\{b}}"),
        "<p><code>[[a]] {{ b }}</code> [[a]] {{ b }} [[a]] {{b}}</p>"
    );
    assert_eq!(html("    [[a]] {{ b }}\n"), "<pre tabindex=\"0\"><code>[[a]] {{ b }}\n</code></pre>");
    assert_eq!(
        html("\"[[pho-vth]]\" en '{{ inzet.fte_som }}'"),
        "<p>“<a href=\"gremia/pho-vth/\">PHO VTH &amp; co</a>” en ‘0,1\u{a0}fte’</p>"
    );
}

#[test]
fn every_place_is_exact() {
    let text = page(
        "é [[ pho-vth | x ]] *[[pho-vth]]* {{  inzet.fte_som }} [l](../a/) ![k](b.png) [l]: x\n\n> - [[c\\|d]] <a href='e'>f</a>\n",
    );
    for offset in [0, 3] {
        let mut known = Known::default();
        parse_page(&text, offset).fill(FileId(7), &mut known);
        let words: Vec<&str> =
            known.asked.iter().map(|(_, p)| &text[p.start as usize - offset..p.end as usize - offset]).collect();
        assert_eq!(words, ["pho-vth", "pho-vth", "inzet.fte_som", "../a/", "b.png", "c", "e"]);
        assert!(known.asked.iter().all(|(_, p)| p.file == FileId(7)));
    }
}

#[test]
fn infographics_keep_their_bytes() {
    for text in [
        "```infographic\nsoort = \"x\"\ntitel = \"é\"\n```\n",
        "> ```infographic\r\n> soort = \"x\"\r\n>\r\n> titel = \"é\"\r\n> ```\r\n",
        "1. a\n\n   ~~~infographic\n   soort = \"x\"\n   titel = \"é\"\n   ~~~\n",
    ] {
        let document = parse(text);
        // In a quotation or a list it may not stand; where its keys are must be known all the same.
        assert!(document.problems.iter().all(|problem| problem.code == "MD076"), "{:?}", document.problems);
        let found = document.segments.iter().find_map(|s| match s {
            Segment::Infographic { toml, place } => Some((toml, place.range())),
            _ => None,
        });
        let (toml, range) = found.unwrap();
        assert_eq!(toml.len(), range.len());
        assert_eq!(toml.find("titel"), page(text)[range].find("titel"));
        assert!(toml.starts_with("soort") && toml.parse::<toml::Table>().is_ok(), "{toml:?}");
    }
}

#[test]
fn code_has_classes() {
    assert_eq!(
        html("```toml\na = 1\n```"),
        "<pre tabindex=\"0\"><code class=\"taal-toml\"><span class=\"hl-t\">a </span>= <span class=\"hl-n\">1\n</span></code></pre>"
    );
    assert_eq!(html("```\n<b>\n```"), "<pre tabindex=\"0\"><code>&lt;b&gt;\n</code></pre>");
}

#[test]
fn images_have_alternatives_and_captions() {
    assert_eq!(
        html("Een ![k*aa*rt \"x\"](a.png \"T\")"),
        "<p>Een <img src=\"a.png\" alt=\"kaart “x”\" width=\"40\" height=\"30\" title=\"T\" loading=\"lazy\" decoding=\"async\"></p>"
    );
    assert_eq!(
        html("![kaart](a.png \"Wie 'doet' mee?\")"),
        "<figure><img src=\"a.png\" alt=\"kaart\" width=\"40\" height=\"30\" loading=\"lazy\" decoding=\"async\"><figcaption>Wie ‘doet’ mee?</figcaption></figure>"
    );
    assert_eq!(
        html("![](a.png \"decoratief\")"),
        "<p><img src=\"a.png\" alt=\"\" width=\"40\" height=\"30\" loading=\"lazy\" decoding=\"async\"></p>"
    );
}

#[test]
fn plain_text_has_a_line_per_block() {
    let text = "# Kop\n\nEen *twee*\ndrie.\n\n- a\n- b\n  - c\n\n| x | y |\n|--|--|\n| 1 | 2 |\n\n```\ncode\n```\n\n> [!TIP]\n> Doe dit.\n\n<details>\n  <summary>Meer</summary>\n  <p>d</p>\n<p>e<br>f</p>g\n</details>";
    assert_eq!(filled(text).plain, "Kop\nEen twee drie.\na\nb\nc\nx y\n1 2\nTip\nDoe dit.\nMeer\nd\ne f\ng");
}

#[test]
fn line_ends_do_not_matter() {
    let text = "# Kop\n\nEen [[pho-vth]]\ntwee\n\n- a\n- b\n\n```toml\na = 1\n```\n\n<details>\n<summary>x</summary>\n\ny\n\n</details>\n";
    assert_eq!(html(text), html(&text.replace('\n', "\r\n")));
    assert_eq!(html_of(&filled(text).body), html_of(&filled(text).body));
}
