//! The site in this repository: it builds without a single problem, and what comes of it holds together.
use scraper::{ElementRef, Html, Node, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;
use verbeeld::model::Model;
use verbeeld::output::Output;
use verbeeld::pipeline::{Built, Memo, Options, build};
use verbeeld::source::{Project, Role, Sources, read};

fn sources() -> Sources {
    read(&Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap()
}

fn built() -> &'static (Sources, Built) {
    static BUILT: OnceLock<(Sources, Built)> = OnceLock::new();
    BUILT.get_or_init(|| {
        let sources = sources();
        let built = build(&sources, Options::default(), &mut Memo::default());
        (sources, built)
    })
}

fn output() -> &'static Output {
    built().1.output.as_ref().expect("the site builds")
}

/// The pages: path and parsed HTML.
fn pages() -> impl Iterator<Item = (&'static str, Html)> {
    output().iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, bytes)| {
        (path, Html::parse_document(std::str::from_utf8(bytes).unwrap_or_else(|e| panic!("{path}: {e}"))))
    })
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn builds_without_a_problem() {
    let (sources, built) = built();
    none(built.problems.iter().map(|p| verbeeld::diag::short::render(p, sources)).collect());
    assert!(built.pages > 0 && built.infographics > 0);
}

#[test]
fn twice_gives_the_same_bytes() {
    let again = build(&sources(), Options::default(), &mut Memo::default());
    assert!(again.output.as_ref() == Some(output()), "two builds differ");
}

/// Where an address on a page leads: a path in the output and an anchor; `None` when it leaves the site.
fn resolve(page: &str, href: &str) -> Option<(String, String)> {
    let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
    let path = path.split('?').next().unwrap();
    let anchor = anchor.to_owned();
    if path.is_empty() {
        return Some((page.to_owned(), anchor));
    }
    // The page that a host shows for any address has addresses from the root.
    let (mut parts, path): (Vec<&str>, &str) = match path.strip_prefix('/') {
        Some(rest) if page == "404.html" => (Vec::new(), rest),
        Some(_) => return None,
        None => (page.split('/').collect(), path),
    };
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    let mut found = parts.join("/");
    if path.is_empty() || path.ends_with('/') || path.ends_with("..") || path == "." {
        found = if found.is_empty() { "index.html".into() } else { format!("{found}/index.html") };
    }
    Some((found, anchor))
}

fn leaves_the_site(address: &str) -> bool {
    address.starts_with("//") || address.split(['/', '?', '#']).next().unwrap().contains(':')
}

#[test]
fn every_link_and_anchor_leads_somewhere() {
    let pages: BTreeMap<&str, Html> = pages().collect();
    let anchors: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|(path, html)| {
            (*path, all(html, "[id]").iter().map(|e| e.value().attr("id").unwrap().to_owned()).collect())
        })
        .collect();
    let mut wrong = Vec::new();
    let mut checked = 0;
    for (page, html) in &pages {
        let given = [("[href]", "href"), ("[src]", "src"), ("[popovertarget]", "popovertarget"), ("[for]", "for")];
        for (selector, attribute) in given {
            for element in all(html, selector) {
                let written = element.value().attr(attribute).unwrap();
                let href = if attribute.len() == 4 { written.to_owned() } else { format!("#{written}") };
                let href =
                    if attribute == "for" || attribute == "popovertarget" { format!("#{written}") } else { href };
                let href = if attribute == "src" { written.to_owned() } else { href };
                if leaves_the_site(&href) {
                    continue;
                }
                checked += 1;
                let Some((path, anchor)) = resolve(page, &href) else {
                    wrong.push(format!("{page}: “{href}” is not relative, or leads out of the site"));
                    continue;
                };
                if !output().has(&path) {
                    wrong.push(format!("{page}: “{href}” leads to {path}, which is not there"));
                } else if !anchor.is_empty() && !anchors.get(path.as_str()).is_some_and(|a| a.contains(&anchor)) {
                    wrong.push(format!("{page}: “{href}” leads to an anchor that {path} does not have"));
                }
            }
        }
        for attribute in ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"] {
            for element in all(html, &format!("[{attribute}]")) {
                for id in element.value().attr(attribute).unwrap().split_whitespace() {
                    if !anchors[page].contains(id) {
                        wrong.push(format!("{page}: {attribute}=“{id}” names nothing"));
                    }
                }
            }
        }
        for element in all(html, "meta[http-equiv=refresh]") {
            let target = element.value().attr("content").unwrap().split("url=").nth(1).unwrap();
            if resolve(page, target).is_none_or(|(path, _)| !output().has(&path)) {
                wrong.push(format!("{page}: leads on to “{target}”, which is not there"));
            }
        }
    }
    assert!(checked > 0, "no links were found");
    none(wrong);
}

#[test]
fn ids_are_unique_on_a_page() {
    let mut wrong = Vec::new();
    for (page, html) in pages() {
        let mut seen = BTreeSet::new();
        for element in all(&html, "[id]") {
            let id = element.value().attr("id").unwrap();
            if id.is_empty() || id.contains(char::is_whitespace) || !seen.insert(id) {
                wrong.push(format!("{page}: id “{id}” is there twice or is none"));
            }
        }
    }
    none(wrong);
}

#[test]
fn every_page_has_one_first_heading_and_skips_none() {
    let mut wrong = Vec::new();
    for (page, html) in pages() {
        let headings = all(&html, "h1, h2, h3, h4, h5, h6");
        let levels: Vec<u8> = headings.iter().map(|h| h.value().name().as_bytes()[1] - b'0').collect();
        if levels.iter().filter(|l| **l == 1).count() != 1 {
            wrong.push(format!("{page}: not one h1 but {levels:?}"));
        }
        if let Some(pair) = levels.windows(2).find(|p| p[1] > p[0] + 1) {
            wrong.push(format!("{page}: a heading goes from level {} to {}", pair[0], pair[1]));
        }
        if let Some(empty) = headings.iter().find(|h| h.text().collect::<String>().trim().is_empty()) {
            wrong.push(format!("{page}: an empty {}", empty.value().name()));
        }
    }
    none(wrong);
}

#[test]
fn every_page_says_what_it_is() {
    let mut wrong = Vec::new();
    let mut titles: BTreeMap<String, &str> = BTreeMap::new();
    for (page, html) in pages() {
        let title = all(&html, "head title").iter().map(|t| t.text().collect::<String>()).collect::<String>();
        let redirect = !all(&html, "meta[http-equiv=refresh]").is_empty();
        if let Some(other) = titles.insert(title.clone(), page).filter(|_| !redirect) {
            wrong.push(format!("{page} and {other} have one title: {title}"));
        }
        if all(&html, "html[lang=nl]").is_empty() || all(&html, "main").len() != 1 {
            wrong.push(format!("{page}: no language or not one main"));
        }
        let described = !all(&html, "meta[name=description][content]").is_empty();
        if !described && !redirect && page != "404.html" {
            wrong.push(format!("{page}: no description"));
        }
    }
    none(wrong);
}

/// Pages ask nothing of another host; a reader's click may lead there.
#[test]
fn no_request_leaves_the_site() {
    let mut wrong = Vec::new();
    for (page, html) in pages() {
        for (selector, attribute) in [
            (
                "link[rel=stylesheet], link[rel=icon], link[rel=preload], link[rel=modulepreload], link[rel=manifest]",
                "href",
            ),
            ("script[src], img[src], iframe[src], source[src], video[src], audio[src], embed[src], input[src]", "src"),
            ("img[srcset], source[srcset]", "srcset"),
            ("object[data]", "data"),
            ("use[href], image[href]", "href"),
            ("form[action]", "action"),
        ] {
            for element in all(&html, selector) {
                let address = element.value().attr(attribute).unwrap();
                if leaves_the_site(address) {
                    wrong.push(format!("{page}: <{}> asks for {address}", element.value().name()));
                }
            }
        }
        for element in
            all(&html, "[style], [onclick], [onload], base, script:not([src]):not([type='application/ld+json'])")
        {
            wrong.push(format!("{page}: <{}> runs or styles inline, or moves addresses", element.value().name()));
        }
    }
    for (path, bytes) in
        output().iter().filter(|(p, _)| p.ends_with(".css") || p.ends_with(".js") || p.ends_with(".svg"))
    {
        let text = String::from_utf8_lossy(bytes);
        for found in
            text.match_indices("//").filter(|(i, _)| text[..*i].ends_with("http:") || text[..*i].ends_with("https:"))
        {
            let rest: String = text[found.0..].chars().take(40).collect();
            if !rest.starts_with("//www.w3.org/") {
                wrong.push(format!("{path}: {rest}"));
            }
        }
    }
    none(wrong);
}

/// An infographic's picture has a table that says the same.
#[test]
fn every_infographic_has_its_table() {
    let mut wrong = Vec::new();
    let mut found = 0;
    for (page, html) in pages() {
        for figure in all(&html, "main figure:has(svg)") {
            found += 1;
            let rows = figure.select(&Selector::parse("table tbody tr").unwrap()).count();
            if rows == 0 {
                wrong.push(format!("{page}: an infographic without a table"));
            }
        }
    }
    assert!(found >= built().1.infographics, "{found} infographics on the pages");
    none(wrong);
}

/// The level of a page is an indication; that of all pages together says whether the portal is plain enough.
#[test]
fn the_middle_page_reads_at_b1_and_none_above_c1() {
    use verbeeld::reading::{Level, median, of_texts};
    let views = built().1.views.iter();
    let read: Vec<_> = views.filter_map(|(page, view)| Some((&page.path, of_texts(view.sentences())?))).collect();
    assert!(read.len() > 100, "{} pages read", read.len());
    none(read.iter().filter(|(_, r)| r.level > Level::C1).map(|(path, r)| format!("{path}: {}", r.level)).collect());
    let readings: Vec<_> = read.into_iter().map(|(_, reading)| reading).collect();
    assert_eq!(median(&readings), Some(Level::B1));
}

/// What a page shows already is not listed once more at its end.
#[test]
fn more_about_this_repeats_nothing() {
    let mut wrong = Vec::new();
    for (path, html) in pages() {
        let href = |link: &ElementRef<'_>| link.value().attr("href").unwrap_or_default().to_owned();
        let again: BTreeSet<String> = all(&html, ".backlinks a").iter().map(href).collect();
        let shown: BTreeSet<String> = all(&html, ".answers a, .article > .prose a, .article > .wide:not(.backlinks) a")
            .iter()
            .map(href)
            .collect();
        wrong.extend(again.intersection(&shown).map(|link| format!("{path}: {link}")));
    }
    none(wrong);
}

/// Terms are explained once a page, and never where a press would do something else.
#[test]
fn terms_are_explained_once_and_never_in_headings_or_links() {
    let mut wrong = Vec::new();
    let mut explained = 0;
    for (path, html) in pages() {
        let terms = all(&html, "button.term");
        explained += terms.len();
        let targets: BTreeSet<_> = terms.iter().filter_map(|t| t.value().attr("popovertarget")).collect();
        if targets.len() != terms.len() {
            wrong.push(format!("{path}: a term twice"));
        }
        if !all(&html, "a .term, h1 .term, h2 .term, h3 .term, code .term, button .term").is_empty() {
            wrong.push(format!("{path}: a term in a heading, link or code"));
        }
        let ids: BTreeSet<_> = all(&html, ".word").iter().filter_map(|w| w.value().attr("id")).collect();
        if ids != targets {
            wrong.push(format!("{path}: terms and meanings differ"));
        }
    }
    none(wrong);
    assert!(explained > 200, "{explained} terms");
}

/// The pages of the organisations, or those of one place at them.
fn own_pages<'a>(folder: &'a str) -> impl Iterator<Item = (&'static str, Html)> + 'a {
    pages().filter(move |(path, html)| {
        let id = path.strip_prefix(folder).and_then(|rest| rest.strip_suffix("/index.html"));
        id.is_some_and(|id| !id.contains('/')) && all(html, "meta[http-equiv=refresh]").is_empty()
    })
}

/// Every five words that follow each other. What stands in a drawing is not read as a text.
fn passages(html: &Html) -> BTreeSet<String> {
    let mut text = String::new();
    for node in all(html, "main").iter().flat_map(|main| main.descendants()) {
        let Node::Text(piece) = node.value() else { continue };
        let is_drawn = node.ancestors().any(|a| a.value().as_element().is_some_and(|element| element.name() == "svg"));
        if !is_drawn {
            text.push_str(piece);
            text.push(' ');
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(5).map(|five| five.join(" ")).collect()
}

/// A page for every organisation is worth nothing when they all say the same.
#[test]
fn pages_of_two_organisations_share_at_most_70_percent_of_their_passages() {
    let mut wrong = Vec::new();
    let mut compared = 0;
    let places = ["bestuurder", "secretaris", "manager", "beleidsmedewerker", "uitvoerder", "partner"];
    let folders = places.iter().map(|place| format!("mijn-plek/{place}/")).chain(["organisaties/".to_owned()]);
    for folder in folders {
        let pages: Vec<_> = own_pages(&folder).map(|(path, html)| (path, passages(&html))).collect();
        for (i, (path, own)) in pages.iter().enumerate() {
            for (other_path, other) in &pages[i + 1..] {
                compared += 1;
                let (same, fewest) = (own.intersection(other).count(), own.len().min(other.len()));
                if same * 10 > fewest * 7 {
                    wrong.push(format!("{path} and {other_path}: {same} of {fewest}"));
                }
            }
        }
    }
    assert!(compared > 500, "{compared} pairs");
    none(wrong);
}

/// Every participant has its places, each with a drawing of its own, and its page leads there; the sheet that it had leads on.
#[test]
fn every_participant_has_its_places() {
    let mut drawings: BTreeMap<String, &str> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (path, html) in own_pages("mijn-plek/bestuurder/") {
        let drawing = all(&html, ".place-map svg").iter().map(ElementRef::html).collect::<String>();
        if drawing.is_empty() {
            wrong.push(format!("{path} has no drawing"));
        }
        if let Some(other) = drawings.insert(drawing, path) {
            wrong.push(format!("{path} and {other} have one drawing"));
        }
        let id = path.split('/').nth(2).unwrap();
        let page = std::str::from_utf8(output().get(&format!("organisaties/{id}/index.html")).unwrap()).unwrap();
        if !page.contains(&format!("mijn-plek/bestuurder/{id}/\"")) {
            wrong.push(format!("the page of {id} does not lead to its places"));
        }
        let sheet =
            output().get(&format!("organisaties/{id}/kaart/index.html")).map(|bytes| String::from_utf8_lossy(bytes));
        if !sheet.is_some_and(|html| html.contains(&format!("url=../../../mijn-plek/bestuurder/{id}/"))) {
            wrong.push(format!("the sheet of {id} leads nowhere"));
        }
    }
    assert!(drawings.len() > 1, "{} participants", drawings.len());
    none(wrong);
}

/// What goes along on paper says nothing twice.
#[test]
fn no_place_repeats_a_sentence() {
    let mut wrong = Vec::new();
    for place in ["bestuurder", "secretaris", "manager", "beleidsmedewerker", "uitvoerder", "partner"] {
        for (path, html) in own_pages(&format!("mijn-plek/{place}/")) {
            let mut seen = BTreeSet::new();
            for element in all(&html, ".place :is(h1, h2, p, li, dt, td, caption)") {
                let text = element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
                if text.split(' ').count() > 5 && !seen.insert(text.clone()) {
                    wrong.push(format!("{path}: “{text}” twice"));
                }
            }
        }
    }
    none(wrong);
}

/// An answer may begin with a figure, such as `circa 0,8 fte`: a sentence does not.
#[test]
fn no_sentence_of_an_answer_begins_small() {
    let mut wrong = Vec::new();
    let mut answers = 0;
    for (path, html) in pages().filter(|(path, _)| *path == "vragen/index.html") {
        for element in all(&html, ".entry-body > div") {
            answers += 1;
            let text = element.text().collect::<String>().replace('\u{a0}', " ");
            let small = |sentence: &&str| sentence.trim_start().starts_with(char::is_lowercase);
            wrong.extend(text.split(". ").find(small).map(|sentence| format!("{path}: {sentence}")));
        }
    }
    assert!(answers > 100, "{answers} answers");
    none(wrong);
}

/// Who has one minute adds nothing up; who shares a part with another is not told a sum that is not theirs.
#[test]
fn a_place_tells_what_is_asked_in_one_sum() {
    let page = |id: &str| {
        let bytes = output().get(&format!("mijn-plek/bestuurder/{id}/index.html")).unwrap();
        String::from_utf8_lossy(bytes).replace('\u{a0}', " ")
    };
    let told = "Samen per jaar: circa € 10.000 en 130 uur, of circa € 20.000 als alles in geld gaat.";
    assert!(page("borne").contains(told));
    assert!(
        !page("dinkelland").contains("Samen per jaar") && !page("waterschap-vechtstromen").contains("Samen per jaar")
    );
}

/// The content comes before what is said of its source: these words are for the exception, and every fact keeps its source all the same.
#[test]
fn the_content_speaks_before_the_criticism() {
    let mut wrong = Vec::new();
    for (word, most) in [("het plan", 350), ("nog niet bepaald", 250), ("duiding", 150), ("redactie", 100)] {
        let count = |html: &Html| {
            let text: String = all(html, "body").iter().flat_map(|body| body.text()).collect();
            text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ").matches(word).count()
        };
        let said: usize = pages().map(|(_, html)| count(&html)).sum();
        if said > most {
            wrong.push(format!("“{word}” is said {said} times"));
        }
    }
    none(wrong);
}

#[test]
fn every_record_leads_to_its_source() {
    let (sources, _) = built();
    let mut model = Model::default();
    for (id, file) in sources.of(Role::Data) {
        model.read(id, file.text().unwrap().0, 0, &mut Vec::new());
    }
    let pages: BTreeMap<&str, Html> = pages().collect();
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for kind in Model::KINDS {
        for record in model.of_kind(kind.name) {
            if record.common().sources.is_empty() {
                continue;
            }
            looked_at += 1;
            let (id, folder) = (record.id(), kind.plural);
            let links = match pages.get(format!("{folder}/{id}/index.html").as_str()).filter(|_| kind.own_page) {
                Some(own) => all(own, ".colophon-sources a, .place-known a").len(),
                None => pages.get(format!("{folder}/index.html").as_str()).map_or(0, |list| {
                    let all = all(list, "[id]");
                    let item = all.iter().find(|item| item.value().attr("id") == Some(id));
                    item.map_or(0, |item| item.select(&Selector::parse("a[href*=\"bronnen/\"]").unwrap()).count())
                }),
            };
            if links == 0 {
                wrong.push(format!("{folder}/{id}"));
            }
        }
    }
    assert!(looked_at > 0, "no records");
    none(wrong);
}

/// What the data explain is read somewhere: a record's note that no page shows is lost, and nobody would notice.
#[test]
fn every_note_of_a_record_is_shown() {
    let known = verbeeld::pipeline::site(&built().0, Options::default());
    let plain = |text: &str| text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: String = pages().map(|(_, html)| plain(&html.root_element().text().collect::<String>())).collect();
    let mut wrong = Vec::new();
    let mut notes = 0;
    for record in known.model.all() {
        let Some(note) = record.common().note else { continue };
        // The longest piece without marks, which is told as it is written.
        let pieces = note.raw.split(|c: char| "[]{}|*_‘’“”\"'`<>–-()".contains(c));
        let Some(piece) = pieces.map(plain).max_by_key(String::len).filter(|piece| piece.len() > 15) else { continue };
        notes += 1;
        if !shown.contains(&piece) {
            wrong.push(format!("{}: {piece}", record.id()));
        }
    }
    assert!(notes > 0, "no notes");
    none(wrong);
}
