//! What visitors take along: files that stand on their own, pictures with letters in them, rows that are those of the table, and
//! addresses that lead somewhere.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;
use verbeeld::export::Form;
use verbeeld::output::Output;
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::{Project, read};

fn output() -> &'static Output {
    static BUILT: OnceLock<Output> = OnceLock::new();
    BUILT.get_or_init(|| {
        let sources = read(&Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap();
        build(&sources, Options::default(), &mut Memo::default()).output.expect("the site builds")
    })
}

fn text(path: &str) -> String {
    String::from_utf8(output().make(path).unwrap_or_else(|| panic!("{path} is not made")).to_vec()).unwrap()
}

/// Paths of one form.
fn paths(form: Form) -> Vec<&'static str> {
    let found: Vec<_> = output().recipes().filter(|(_, r)| r.form() == Some(form)).map(|(path, _)| path).collect();
    assert!(found.len() > 50, "{} of {form:?}", found.len());
    found
}

/// One infographic of every kind: the largest of its kind, as that breaks first.
fn one_of_each_kind() -> Vec<String> {
    let html = output().iter().filter(|(path, _)| path.ends_with("index.html"));
    let mut found: std::collections::BTreeMap<String, (usize, String)> = std::collections::BTreeMap::new();
    for (path, bytes) in html {
        let page = String::from_utf8_lossy(bytes);
        for figure in page.split("<figure class=\"infographic infographic-").skip(1) {
            let kind = figure.split(['"', ' ']).next().unwrap().to_owned();
            let id = figure.split("aria-labelledby=\"").nth(1).unwrap().split("-kop\"").next().unwrap();
            let size = figure.split("</figure>").next().unwrap().len();
            let one = found.entry(kind).or_default();
            if size > one.0 {
                *one = (size, format!("{}{id}", path.trim_end_matches("index.html")));
            }
        }
    }
    assert_eq!(found.len(), 17, "kinds: {:?}", found.keys());
    found.into_values().map(|(_, name)| name).collect()
}

#[test]
fn sheets_and_slides_stand_on_their_own() {
    for path in paths(Form::Svg).into_iter().chain(paths(Form::SlideSvg(0))) {
        let svg = text(path);
        let document = roxmltree::Document::parse(&svg).unwrap_or_else(|e| panic!("{path}: {e}"));
        for foreign in ["var(", "<style", "<script", "class=", "url(", "@import", " style=", "<foreignObject", "NaN"] {
            assert!(!svg.contains(foreign), "{path} holds {foreign}");
        }
        for node in document.descendants().filter(|n| n.has_tag_name("a")) {
            let href = node.attributes().find(|a| a.name() == "href").map_or("", |a| a.value());
            assert!(href.starts_with("https://"), "{path}: {href} is no whole address");
        }
        let title = document.root_element().children().find(|n| n.has_tag_name("title")).unwrap();
        assert!(!title.text().unwrap().is_empty());
        assert!(svg.contains("Bron: "), "{path} tells no source");
        // As it is read: the date may stand on the next line.
        let lines = document.descendants().filter(|n| n.has_tag_name("text")).filter_map(|n| n.text());
        let read = lines.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ");
        assert!(read.contains("stand van 2") || read.contains("stand van 1"), "{path} tells no date");
        // Every text has a size and a colour, its own or of what it stands in.
        for node in document.descendants().filter(|n| n.has_tag_name("text") && n.text().is_some()) {
            for wanted in ["font-size", "fill"] {
                assert!(node.ancestors().any(|a| a.has_attribute(wanted)), "{path}: {:?} has no {wanted}", node.text());
            }
        }
    }
}

#[test]
fn slides_are_sixteen_to_nine_and_hold_all_they_show() {
    for path in paths(Form::SlideSvg(0)) {
        let svg = text(path);
        assert!(svg.contains("viewBox=\"0 0 1920 1080\""), "{path}");
        let document = roxmltree::Document::parse(&svg).unwrap();
        for group in document.root_element().children().filter(|n| n.attribute("transform").is_some()) {
            let numbers: Vec<f64> = group
                .attribute("transform")
                .unwrap()
                .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
                .filter_map(|n| n.parse().ok())
                .collect();
            assert!(numbers[0] >= 0.0 && numbers[1] >= 0.0 && numbers[2] > 0.3, "{path}: {numbers:?}");
        }
    }
}

/// The texts of a drawing as they are read: a sentence may go on over lines.
fn read_aloud(svg: &str) -> String {
    let document = roxmltree::Document::parse(svg).unwrap();
    let lines = document.descendants().filter(|n| n.has_tag_name("text")).filter_map(|n| n.text());
    lines.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

#[test]
fn how_sure_it_is_goes_along_with_every_file() {
    let mut readings = 0;
    for path in paths(Form::Csv) {
        let name = path.trim_end_matches(".csv");
        let (folder, id) = name.rsplit_once('/').map_or(("", name), |(folder, id)| (folder, id));
        let page = text(format!("{folder}/index.html").trim_start_matches('/'));
        let page = scraper::Html::parse_document(&page);
        let figure = format!("figure[aria-labelledby=\"{id}-kop\"] ");
        let words = |what: &str| -> Vec<String> {
            let selector = scraper::Selector::parse(&(figure.clone() + what)).unwrap();
            page.select(&selector).map(|e| e.text().collect::<String>()).collect()
        };
        let caveat = words(".infographic-caveat").concat();
        // The twin of the drawing tells of every row how sure it is.
        let is_reading = words("td").iter().any(|cell| cell.contains("lezing"));
        assert!(!is_reading || caveat.contains("onze lezing"), "{name}: a reading, told as {caveat:?}");
        if caveat.is_empty() {
            continue;
        }
        readings += 1;
        for svg in [format!("{name}.svg"), format!("{name}-dia.svg")] {
            assert!(read_aloud(&text(&svg)).contains(&caveat), "{svg} does not say: {caveat}");
        }
        assert!(text(path).lines().skip(1).all(|row| row.contains(&caveat)), "{path} has rows without: {caveat}");
    }
    assert!(readings > 20, "{readings} drawings with a reading in it");
}

#[test]
fn what_a_record_stands_for_is_counted() {
    let page = text("bijdrage/index.html");
    assert!(
        page.contains("samen in Noaberkracht: 14 gemeenten, 13 organisaties."),
        "the two of Noaberkracht are one organisation"
    );
    assert!(page.contains("Doet ook mee, maar staat niet op de kaart: Provincie Overijssel."), "the fourteenth share");
    assert!(page.contains("2 gemeenten, samen 1 organisatie"));
}

/// Every letter of a slide with its size there.
fn letters(svg: &str) -> Vec<(f64, usize, String)> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let scale = |node: &roxmltree::Node<'_, '_>| -> f64 {
        let text = node.attribute("transform").unwrap_or_default();
        text.split("scale(").nth(1).and_then(|rest| rest.split([')', ' ']).next()?.parse().ok()).unwrap_or(1.0)
    };
    let texts = document.descendants().filter(|n| n.has_tag_name("text"));
    texts
        .map(|node| {
            let size = node.ancestors().find_map(|a| a.attribute("font-size")).unwrap_or("16").parse::<f64>().unwrap();
            let words = node.text().unwrap_or_default().to_owned();
            (size * node.ancestors().map(|a| scale(&a)).product::<f64>(), words.chars().count(), words)
        })
        .collect()
}

#[test]
fn letters_of_slides_can_be_read_from_the_back_of_the_room() {
    let slides = output().recipes().filter(|(_, recipe)| matches!(recipe.form(), Some(Form::SlideSvg(_))));
    let (mut seen, mut faults) = (0, Vec::new());
    for (path, _) in slides {
        let all = letters(&text(path));
        let small: Vec<_> = all.iter().filter(|(size, ..)| *size < 23.99).collect();
        if !small.is_empty() {
            faults.push(format!("{path}: {small:?}"));
        }
        let count =
            |least: f64| all.iter().filter(|(size, ..)| *size >= least).map(|(_, count, _)| count).sum::<usize>();
        if count(27.9) * 5 < count(0.0) * 4 {
            faults.push(format!("{path}: {} of {} letters", count(27.9), count(0.0)));
        }
        seen += 1;
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(seen > 30, "{seen} slides");
}

/// The parts of a deck, by name.
pub fn unpacked(deck: &[u8]) -> std::collections::BTreeMap<String, String> {
    use std::io::Read as _;
    let number =
        |at: usize, wide: usize| deck[at..at + wide].iter().rev().fold(0_usize, |n, byte| n * 256 + usize::from(*byte));
    let (mut at, mut parts) = (0, std::collections::BTreeMap::new());
    while deck[at..].starts_with(b"PK\x03\x04") {
        let (packed, name) = (number(at + 18, 4), number(at + 26, 2));
        let start = at + 30 + name;
        let mut xml = String::new();
        flate2::read::DeflateDecoder::new(&deck[start..start + packed]).read_to_string(&mut xml).unwrap();
        parts.insert(String::from_utf8(deck[at + 30..start].to_vec()).unwrap(), xml);
        at = start + packed;
    }
    parts
}

#[test]
fn decks_are_what_powerpoint_opens_without_repair() {
    let names = [
        "acties/planning.pptx",
        "zo-werken-we-samen/wie-zit-waar/organogram.pptx",
        "zo-werken-we-samen/dias.pptx",
        "dias.pptx",
    ];
    for name in names {
        let deck = output().make(name).unwrap_or_else(|| panic!("{name} is not made"));
        assert_eq!(deck, output().make(name).unwrap(), "{name}: other bytes the second time");
        let parts = unpacked(&deck);
        let types = &parts["[Content_Types].xml"];
        let slides = parts.keys().filter(|part| part.starts_with("ppt/slides/slide")).count();
        assert!(slides > 0);
        for part in parts.keys().filter(|part| !part.ends_with(".rels") && *part != "[Content_Types].xml") {
            assert!(types.contains(&format!("PartName=\"/{part}\"")), "{name}: {part} has no content type");
        }
        let presentation = &parts["ppt/presentation.xml"];
        let order = ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz"]
            .map(|tag| presentation.find(tag).unwrap());
        assert!(order.is_sorted(), "{name}: {order:?}");
        let layout = parts["ppt/slideMasters/slideMaster1.xml"].split("sldLayoutId id=\"").nth(1).unwrap();
        assert!(!presentation.contains(layout.split('"').next().unwrap()), "{name}: a layout has the master's id");
        assert!(parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"].contains("theme1.xml"));
        assert!(parts["ppt/notesMasters/_rels/notesMaster1.xml.rels"].contains("theme2.xml"));
        for number in 1..=slides {
            let xml = &parts[&format!("ppt/slides/slide{number}.xml")];
            let notes = &parts[&format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels")];
            assert!(notes.contains(&format!("slides/slide{number}.xml")) && notes.contains("notesMaster1.xml"));
            let document = roxmltree::Document::parse(xml).unwrap_or_else(|e| panic!("{name}: {e}"));
            let mut ids = BTreeSet::new();
            for node in document
                .descendants()
                .filter(|n| n.has_tag_name(("http://schemas.openxmlformats.org/presentationml/2006/main", "cNvPr")))
            {
                assert!(ids.insert(node.attribute("id").unwrap()), "{name}, slide {number}: an id twice");
            }
            for end in document.descendants().filter(|n| matches!(n.tag_name().name(), "stCxn" | "endCxn")) {
                assert!(ids.contains(end.attribute("id").unwrap()), "{name}, slide {number}: a line to nothing");
            }
            assert!(xml.contains("type=\"title\"") && xml.contains(" descr=\""), "{name}, slide {number}");
            assert!(
                parts[&format!("ppt/notesSlides/notesSlide{number}.xml")].contains("Bron: "),
                "{name}, slide {number}"
            );
        }
    }
}

/// The texts of the titles of a deck, slide by slide.
fn titles(parts: &BTreeMap<String, String>) -> Vec<String> {
    let slides = parts.keys().filter(|part| part.starts_with("ppt/slides/slide")).count();
    let title = |number: usize| {
        let xml = &parts[&format!("ppt/slides/slide{number}.xml")];
        let shape = xml.split("type=\"title\"").nth(1).unwrap_or_default().split("</p:sp>").next().unwrap_or_default();
        shape.split("<a:t>").skip(1).filter_map(|run| run.split("</a:t>").next()).collect::<String>()
    };
    (1..=slides).map(title).collect()
}

#[test]
fn drawings_of_several_pages_make_one_deck() {
    let made = |path: &str| output().recipes().find(|(known, _)| *known == path).map(|(_, recipe)| recipe).unwrap();
    let names = ["zo-werken-we-samen/de-drie-niveaus/ladder", "acties/planning", "routes/wegwijzer"];
    let recipes: Vec<_> = names.iter().map(|name| made(&format!("{name}.svg"))).collect();
    let deck = verbeeld::export::deck(&recipes).unwrap();
    assert_eq!(deck, verbeeld::export::deck(&recipes).unwrap(), "other bytes the second time");
    let apart = names.map(|name| titles(&unpacked(&output().make(&format!("{name}.pptx")).unwrap())));
    assert_eq!(titles(&unpacked(&deck)), apart.concat(), "the slides of each, in this order");
    assert!(apart.concat().len() > 5);
    assert!(verbeeld::export::deck(&[]).is_err());
}

#[test]
fn titles_of_slides_conclude() {
    let all = |path: &str| titles(&unpacked(&output().make(path).unwrap()));
    assert_eq!(all("routes/wegwijzer.pptx")[0], "De meeste vragen vallen onder “Ambtelijk”: 11 van de 19");
    let who = &all("zo-werken-we-samen/wie-zit-waar/organogram.pptx")[0];
    assert_eq!(who, "Colleges (bevoegd gezag) en Algemeen Bestuur ODT besluiten zelf");
    assert_eq!(all("zo-werken-we-samen/drie-sporen/boom.pptx")[0], "Bij elk van de 9 opgaven staat wat die oplevert");
    assert_eq!(all("zo-werken-we-samen/beleidscyclus/rollenmatrix.pptx").len(), 1, "the matrix itself");
}

#[test]
fn rows_are_those_of_the_table() {
    for path in paths(Form::Csv) {
        let csv = text(path);
        let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
        let told = reader.headers().unwrap();
        // How sure it is has a column of its own.
        let columns = told.len() - usize::from(&told[told.len() - 1] == "Let op");
        let rows = reader.records().inspect(|row| assert!(row.is_ok(), "{path}: {row:?}")).count();
        let folder = path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let id = path[folder.len()..].trim_end_matches(".csv");
        let page = scraper::Html::parse_document(&text(&format!("{folder}index.html")));
        let figure = format!("figure[aria-labelledby=\"{id}-kop\"] ");
        let count = |what: &str| page.select(&scraper::Selector::parse(&(figure.clone() + what)).unwrap()).count();
        assert_eq!((columns, rows), (count("thead th"), count("tbody tr")), "{path}");
    }
}

/// The picture's size, and how many different colours are in it.
fn look(png: &[u8]) -> (u32, u32, usize) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    // Most pixels are as the one before: gathering those once is many times as quick.
    let mut runs: Vec<&[u8]> = pixels.chunks_exact(3).collect();
    runs.dedup();
    (frame.width, frame.height, runs.into_iter().collect::<BTreeSet<_>>().len())
}

#[test]
fn every_kind_gives_a_picture_and_a_slide() {
    for name in one_of_each_kind() {
        let (width, _, colours) = look(&output().make(&format!("{name}.png")).unwrap());
        assert!(width == 1920 && colours > 50, "{name}: {width} wide, {colours} colours");
        let (width, height, colours) = look(&output().make(&format!("{name}-dia.png")).unwrap());
        assert!((width, height) == (1920, 1080) && colours > 50, "{name}: {width} × {height}, {colours} colours");
    }
}

#[test]
fn pictures_have_letters() {
    // The title stands in ink on paper at the top left; without a font there would be nothing but paper.
    let png = output().make("cijfers/kerncijfers.png").unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(&png[..])).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let width = reader.next_frame(&mut pixels).unwrap().width as usize;
    let dark = |x: usize, y: usize| pixels[(y * width + x) * 3..][..3].iter().all(|c| *c < 90);
    let count = (90..210).flat_map(|y| (90..1500).map(move |x| (x, y))).filter(|(x, y)| dark(*x, *y)).count();
    assert!(count > 2000, "{count} dark pixels where the title stands");
}

#[test]
fn every_page_has_a_card_and_tells_so() {
    let mut cards = 0;
    for (path, bytes) in output().iter().filter(|(path, _)| path.ends_with("index.html")) {
        let html = String::from_utf8_lossy(bytes);
        let Some(at) = html.find("property=\"og:image\" content=\"") else { continue };
        cards += 1;
        let address = html[at..].split('"').nth(3).unwrap();
        let file = address.strip_prefix("https://vth-twente.example/").unwrap_or_else(|| panic!("{path}: {address}"));
        assert!(output().has(file), "{path}: {file} is not there");
        assert!(html.contains("og:image:alt"), "{path}");
    }
    assert!(cards > 100, "{cards} cards");
    let (width, height, colours) = look(&output().make("deelkaart.png").unwrap());
    // The right edge is ground beside a page's own drawing, and a piece of cloth where there is none.
    let edge = |file: &str| {
        let png = output().make(file).unwrap();
        let mut decoder = png::Decoder::new(std::io::Cursor::new(&png[..]));
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        let (line, each) = (frame.line_size, frame.color_type.samples());
        let right = (40..620).map(|y| pixels[y * line + 1190 * each..][..each].to_vec());
        right.collect::<BTreeSet<_>>().len()
    };
    for (file, cloth) in [("deelkaart.png", false), ("bijdrage/deelkaart.png", false), ("a-z/deelkaart.png", true)] {
        assert_eq!(edge(file) > 1, cloth, "{file}");
    }
    assert!((width, height) == (1200, 630) && colours > 50, "{width} × {height}, {colours} colours");
}

#[test]
fn the_gallery_shows_each_once_and_its_files_are_there() {
    let page = scraper::Html::parse_document(&text("infographics/index.html"));
    let hrefs = |selector: &str, attribute: &str| -> Vec<String> {
        let selector = scraper::Selector::parse(selector).unwrap();
        page.select(&selector).map(|e| e.value().attr(attribute).unwrap().to_owned()).collect()
    };
    let files = [hrefs(".exhibit img", "src"), hrefs(".exhibit-files a", "href")].concat();
    assert!(files.len() > 200, "{} files", files.len());
    for file in &files {
        let path = file.strip_prefix("../").unwrap();
        assert!(output().has(path), "{path} is not there");
    }
    let unique: BTreeSet<&String> = files.iter().collect();
    // A picture also stands among its own downloads.
    assert_eq!(unique.len() * 6, files.len() * 5, "an infographic is shown twice");
}

#[test]
fn publishing_again_makes_no_picture_anew() {
    let folder = tempfile::TempDir::new().unwrap();
    let site = folder.path().join("site");
    std::fs::create_dir_all(site.join("content")).unwrap();
    std::fs::write(
        site.join("portal.toml"),
        "naam = \"Proef\"\nbasis_url = \"https://proef.example/\"\ndeelkaarten = true\n",
    )
    .unwrap();
    std::fs::write(site.join("content/index.md"), "+++\ntitel = \"Eén\"\n+++\n\nTekst.\n").unwrap();
    let project = Project::find(folder.path()).unwrap();
    let publish = || {
        let built = build(&read(&project).unwrap(), Options::default(), &mut Memo::default());
        verbeeld::output::publish(&built.output.unwrap(), &project.public, &project).unwrap()
    };
    assert!(publish().written > 0);
    let card = || std::fs::read(project.public.join("deelkaart.png")).unwrap();
    let first = card();
    assert_eq!(publish().written, 0, "the same site is written again");
    // A picture that someone spoilt is mended; another title gives another picture.
    std::fs::write(project.public.join("deelkaart.png"), &first[..first.len() / 2]).unwrap();
    publish();
    assert_eq!(card(), first);
    std::fs::write(site.join("content/index.md"), "+++\ntitel = \"Twee\"\n+++\n\nTekst.\n").unwrap();
    publish();
    assert_ne!(card(), first);
}

#[test]
fn other_tokens_give_other_colours() {
    let folder = tempfile::TempDir::new().unwrap();
    let site = folder.path().join("site");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("site");
    copy(&from, &site);
    std::fs::create_dir_all(site.join("css")).unwrap();
    std::fs::write(site.join("css/huisstijl.css"), ":root { --v-indigo: light-dark(#010203, #fff) }").unwrap();
    let sources = read(&Project::find(folder.path()).unwrap()).unwrap();
    let own = build(&sources, Options::default(), &mut Memo::default()).output.unwrap();
    let svg = String::from_utf8(own.make("cijfers/kerncijfers.svg").unwrap().to_vec()).unwrap();
    assert!(svg.contains("#010203") && !svg.contains("#24457A"), "the site's own token is not used");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            std::fs::copy(entry.path(), target).map(|_| ()).unwrap()
        }
    }
}
