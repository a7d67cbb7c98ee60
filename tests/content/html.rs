//! Raw HTML.

use super::support::{html, parse, problems};

#[test]
fn allowed_tags_pass() {
    let text = "<details class=\"x\" open>\n<summary>Meer \"weten\"?</summary>\n\n**Ja**\n\n</details>";
    assert_eq!(
        html(text),
        "<details class=\"x\" open>\n<summary>Meer “weten”?</summary>\n<p><strong>Ja</strong></p>\n</details>"
    );
    assert_eq!(
        html("H<sub>2</sub>O<br/>en <abbr title='a \"b\"'>x</abbr> <span lang=nds>y</span><!-- weg -->"),
        "<p>H<sub>2</sub>O<br>en <abbr title=\"a &quot;b&quot;\">x</abbr> <span lang=\"nds\">y</span></p>"
    );
    assert_eq!(
        html(
            "<table><caption>C</caption><tr><th scope=\"row\">a</th><td colspan=2>&eacute; &amp; [[pho-vth|x]]</td></tr></table>"
        ),
        "<table><caption>C</caption><tr><th scope=\"row\">a</th><td colspan=\"2\">é &amp; <a href=\"gremia/pho-vth/\">x</a></td></tr></table>"
    );
}

#[test]
fn links_and_images_go_through_the_same_checks() {
    assert_eq!(
        html(
            "<a class=\"knop\" href=\"../a/\">x</a> <a class=\"knop\" href=\"https://b.nl\">y</a> <img src=\"a.png\" alt=\"z\" width=\"9\">"
        ),
        "<p><a href=\"/../a/\" class=\"knop\">x</a> <a href=\"https://b.nl\" class=\"extern knop\" rel=\"noopener\">y\
         <span class=\"alleen-voorlezer\"> (andere website)</span></a> \
         <img src=\"a.png\" alt=\"z\" width=\"9\" loading=\"lazy\" decoding=\"async\"></p>"
    );
    assert_eq!(problems("<a href=\"javascript:x\">a</a>"), ["MD008 javascript:x"]);
    assert_eq!(problems("<a href=\"java&#115;cript:x\">a</a>"), ["MD008 java&#115;cript:x"]);
    assert_eq!(problems("x <a>y</a>"), ["MD007 <a>"]);
    assert_eq!(problems("<img src=\"https://a.nl/x.png\" alt=\"x\">"), ["MD013 https://a.nl/x.png"]);
    assert_eq!(problems("<img src=\"x.png\">"), ["MD012 <img src=\"x.png\">"]);
    assert_eq!(problems("<a href=x>[y](z) [[q]]</a>"), ["MD011 [y](z)", "MD011 [[q]]"]);
}

#[test]
fn what_is_not_on_the_list_is_refused_in_place() {
    for (text, wanted) in [
        ("<script>\nalert('</div>')\n\n</script>\n", "MD020 <script>"),
        ("Tekst <iframe src=\"x\"></iframe>", "MD020 <iframe src=\"x\">"),
        ("<h2>x</h2>", "MD020 <h2>"),
        ("<p onclick=\"x()\">a</p>", "MD021 onclick"),
        ("<p style=\"color:red\">a</p>", "MD022 style"),
        ("<p data-x=\"1\">a</p>", "MD022 data-x"),
        ("<td>a</td>", "MD024 <td>"),
        ("Zin <div>a</div>", "MD024 <div>"),
        ("<p>a <div>b</div></p>", "MD024 <div>"),
        ("<ol start=\"a\"><li>b</li></ol>", "MD023 a"),
        ("<div>\n\na\n", "MD025 <div>"),
        ("*<b>a* c", "MD025 <b>"),
        ("a </b> c", "MD026 </b>"),
        ("<b>a *c</b>* d", "MD026 </b>"),
        ("<div\n", "MD027 <"),
        ("<!doctype html>\n", "MD027 <"),
        ("<details>\n\na\n\n</details>", "MD030 <details>"),
        ("<ul>tekst</ul>", "MD029 <ul>"),
        ("<span>\n\nalinea\n\n</span>", "MD029 <span>"),
    ] {
        assert_eq!(problems(text), [wanted], "{text}");
    }
}

#[test]
fn ids_in_html_are_anchors() {
    let document = parse("<div id=\"mijn-plek\">\n\n## Mijn plek\n\n</div>");
    assert_eq!(document.every_anchor().collect::<Vec<_>>(), ["mijn-plek-2", "mijn-plek"]);
    assert_eq!(problems("<div id=\"a\"></div><div id=\"a\"></div>"), ["MD028 a"]);
}

#[test]
fn a_script_leaves_nothing_behind() {
    let page = super::support::filled("<div>\n<script>alert(1)</script>\n<b onmouseover=alert(2)>x</b>\n</div>\n");
    let html = super::support::html_of(&page.body);
    assert!(!html.contains("alert") && html.contains("<b>x</b>"), "{html}");
}
