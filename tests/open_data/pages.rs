//! What the files tell is what the pages show.

use super::support::real;
use verbeeld::model::Model;

/// The list page of each kind shows as many records as the files have rows, with the same names.
#[test]
fn rows_are_what_the_pages_show() {
    let site = real();
    // The source of the portal holds nothing of some kinds.
    for kind in Model::KINDS.iter().filter(|kind| !site.model.of_kind(kind.name).is_empty()) {
        let csv = site.csv(&format!("data/{}.csv", kind.plural));
        let json = site.json(&format!("data/{}.json", kind.plural));
        let page = site.text(&format!("{}/index.html", kind.plural));
        let mut titles = titles_on(page);
        if kind.name == "mijlpaal" {
            // The timeline also tells of what other kinds date; the anchors of those hold a point.
            titles.retain(|(anchor, _)| !anchor.contains('.'));
        }
        assert_eq!(titles.len(), csv.len(), "{}: cards and rows", kind.plural);
        assert_eq!(json[kind.plural].as_array().unwrap().len(), csv.len(), "{}: records and rows", kind.plural);

        for (row, record) in csv.iter().zip(json[kind.plural].as_array().unwrap()) {
            let cell = |name: &str| &row.iter().find(|(key, _)| key == name).unwrap().1;
            let (id, title) = (cell("id"), cell("titel"));
            assert_eq!(record["id"], **id);
            assert_eq!(record["titel"], **title);
            let address = if kind.own_page { format!("../{}/{id}/", kind.plural) } else { id.clone() };
            let shown = titles.iter().find(|(to, _)| *to == address);
            let shown = shown.unwrap_or_else(|| panic!("{id} is not on the page of {}", kind.plural));
            assert_eq!(spaced(&shown.1), *title);

            let base = "https://vth-twente.example/";
            let on_site = cell("pagina").strip_prefix(base).unwrap();
            assert_eq!(record["pagina"], *cell("pagina"));
            let file = on_site.split('#').next().unwrap();
            let page = site.text(&format!("{file}index.html"));
            match on_site.split_once('#') {
                Some((_, anchor)) => assert!(page.contains(&format!("id=\"{anchor}\"")), "{on_site}"),
                None => assert_eq!(spaced(&unescaped(between(page, "<h1>", "</h1>"))), *title),
            }
        }
    }
}

/// The anchor or address, and the words, of each item of a list page.
fn titles_on(page: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for item in page.split("<li class=\"").skip(1) {
        let anchor = item.split_once("id=\"").map(|(_, rest)| rest.split('"').next().unwrap().to_owned());
        if item.starts_with("card") {
            let title = item.split_once("class=\"card-title\">").unwrap().1;
            let link = between(title, "<a href=\"", "</a>");
            let (address, words) = link.split_once("\">").unwrap();
            found.push((address.to_owned(), unescaped(words)));
        } else if item.starts_with("entry") {
            let title = item.split_once("class=\"entry-title\">").unwrap().1;
            found.push((anchor.unwrap(), unescaped(title.split("</h").next().unwrap())));
        }
    }
    found
}

/// Every file is linked from the page, every link to a file leads to one, and each size is right.
#[test]
fn the_page_lists_every_file() {
    let site = real();
    let page = site.text("data/index.html");
    let files: Vec<String> = site.data_files("").into_iter().filter(|p| !p.ends_with("index.html")).collect();
    assert!(files.len() > 60);
    for file in &files {
        let link = format!("href=\"../{file}\"");
        assert!(page.contains(&link), "{file} is not on the page");
    }
    for link in page.split("href=\"../data/").skip(1) {
        let target = link.split('"').next().unwrap().split('#').next().unwrap();
        let there = target.is_empty() || target.ends_with('/') || files.contains(&format!("data/{target}"));
        assert!(there, "data/{target} is not made");
    }
    let size = site.output.get("data/portaal.json").unwrap().len();
    let row = between(page, "data/portaal.json\" type", "</tr>");
    assert!(row.contains(&format!("{}\u{a0}kB", size.div_ceil(1000))), "{row}");
}

#[test]
fn every_column_is_explained() {
    let site = real();
    let page = site.text("data/kolommen/index.html");
    for file in site.data_files(".csv").into_iter().filter(|f| !f.ends_with(".excel.csv")) {
        let name = file.trim_start_matches("data/").trim_end_matches(".csv");
        let section = page.split_once(&format!("id=\"kolommen-{name}\"")).unwrap_or_else(|| panic!("{file}")).1;
        let section = section.split("<h2").next().unwrap();
        for column in site.text(&file).lines().next().unwrap().split(',') {
            assert!(section.contains(&format!("<th scope=\"row\">{column}</th>")), "{file}: {column}");
        }
    }
}

/// A site without data has no files and no page about them.
#[test]
fn no_data_no_files() {
    let portal = "naam = \"Leeg\"\nbasis_url = \"https://voorbeeld.nl/\"\n";
    let site = super::support::small(&[("portal.toml", portal), ("content/index.md", "+++\ntitel = \"Leeg\"\n+++\n")]);
    assert!(site.data_files("").is_empty());
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    text.split_once(from).unwrap().1.split_once(to).unwrap().0
}

fn unescaped(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// A page keeps words together with spaces that do not break.
fn spaced(words: &str) -> String {
    words.replace('\u{a0}', " ")
}
