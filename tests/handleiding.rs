//! The manual's pictures: each is what the block above it gives, with the data of the site in this repository.
//! `UPDATE=1 cargo test --test product handleiding` writes them. And its examples: with them the site builds, and shows what they say.
use std::fs;
use std::path::Path;
use verbeeld::export::Form;
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::{Project, read};

/// Blocks of the manual: kind, block and the address of its picture.
fn blocks() -> Vec<(String, String, String)> {
    let manual = fs::read_to_string(root().join("HANDLEIDING.md")).unwrap();
    let sections = manual.split("\n### `").skip(1);
    sections
        .filter_map(|section| {
            let kind = section.split('`').next().unwrap().to_owned();
            let block = section.split("```infographic\n").nth(1)?.split("```").next().unwrap().to_owned();
            let picture = section.split("](docs/").nth(1).unwrap_or_else(|| panic!("{kind} has no picture"));
            Some((kind, block, format!("docs/{}", picture.split(')').next().unwrap())))
        })
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_kind_has_its_block_and_its_picture() {
    let folder = tempfile::TempDir::new().unwrap();
    let site = folder.path().join("site");
    copy(&root().join("site"), &site);
    let blocks = blocks();
    let mut shown: Vec<&str> = blocks.iter().map(|block| block.0.as_str()).collect();
    let mut kinds: Vec<_> = verbeeld::pages::InfographicKind::ALL.iter().map(|kind| kind.word()).collect();
    shown.sort_unstable();
    kinds.sort_unstable();
    assert_eq!(shown, kinds, "HANDLEIDING.md shows each kind once");
    for (kind, block, _) in &blocks {
        let page = format!("+++\ntitel = \"Voorbeeld\"\n+++\n\n```infographic\n{block}```\n");
        fs::write(site.join(format!("content/voorbeeld-{kind}.md")), page).unwrap();
    }
    let sources = read(&Project::find(folder.path()).unwrap()).unwrap();
    let built = build(&sources, Options::default(), &mut Memo::default());
    let problems: Vec<String> = built
        .problems
        .iter()
        .map(|p| verbeeld::diag::short::render(p, &sources))
        .filter(|p| p.contains("voorbeeld"))
        .collect();
    assert!(problems.is_empty(), "{problems:#?}");
    let output = built.output.unwrap();
    let mut wrong = Vec::new();
    for (kind, _, picture) in &blocks {
        assert_eq!(picture, &format!("docs/beelden/{kind}.svg"));
        let start = format!("voorbeeld-{kind}/");
        let sheet = output.recipes().find(|(path, r)| path.starts_with(&start) && r.form() == Some(Form::Svg));
        let bytes = sheet.unwrap_or_else(|| panic!("{kind} gives nothing")).1.bytes(|| None).unwrap();
        let file = root().join(picture);
        if fs::read(&file).is_ok_and(|now| now[..] == bytes[..]) {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, &bytes).unwrap();
        } else {
            wrong.push(picture.clone());
        }
    }
    assert!(wrong.is_empty(), "not current, write them with UPDATE=1: {wrong:#?}");
}

/// The examples in TOML under a heading of the manual.
fn examples(heading: &str) -> Vec<String> {
    let manual = fs::read_to_string(root().join("HANDLEIDING.md")).unwrap();
    let section = manual.split(&format!("\n## {heading}\n")).nth(1).unwrap_or_else(|| panic!("no heading {heading}"));
    let section = section.split("\n## ").next().unwrap();
    section.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// The built site with files of its own in place of those of the repository's.
fn built_with(change: impl Fn(&Path)) -> (Vec<String>, Option<verbeeld::output::Output>) {
    let folder = tempfile::TempDir::new().unwrap();
    let site = folder.path().join("site");
    copy(&root().join("site"), &site);
    change(&site);
    let sources = read(&Project::find(folder.path()).unwrap()).unwrap();
    let built = build(&sources, Options::default(), &mut Memo::default());
    let problems = built.problems.iter().map(|p| verbeeld::diag::short::render(p, &sources)).collect();
    (problems, built.output)
}

/// A block put at the end of the record with this id.
fn add_to(file: &Path, id: &str, kind: &str, block: &str) {
    let text = fs::read_to_string(file).unwrap();
    let start = text.find(&format!("id = \"{id}\"")).unwrap();
    let end = text[start..].find(&format!("\n[[{kind}]]\n")).map_or(text.len(), |i| start + i);
    fs::write(file, format!("{}\n{block}{}", &text[..end], &text[end..])).unwrap();
}

#[test]
fn a_decision_recorded_as_the_manual_says_is_shown() {
    const TIE: &str = "vth-kerngroep--twentebreed-overleg";
    let steps = examples("Een besluit vastleggen");
    let (levels, records): (Vec<_>, Vec<_>) = steps.iter().partition(|block| block.starts_with("[[relatie.niveau]]"));
    assert_eq!((levels.len(), records.len()), (1, 2));
    let (problems, output) = built_with(|site| {
        add_to(&site.join("data/relaties.toml"), TIE, "relatie", levels[0]);
        let records: Vec<&str> = records.iter().map(|block| block.as_str()).collect();
        fs::write(site.join("data/besluit.toml"), records.join("\n")).unwrap();
    });
    assert!(problems.is_empty(), "{problems:#?}");
    let output = output.unwrap();
    let page = |path: &str| String::from_utf8(output.get(path).unwrap().to_vec()).unwrap();
    let tie = page(&format!("relaties/{TIE}/index.html"));
    assert!(tie.contains("1 maart 2026") && tie.contains("collegebesluit-2026"), "the page of the tie");
    for path in ["mijlpalen/index.html", "atom.xml"] {
        assert!(page(path).contains("Colleges besluiten over de ambtelijke samenwerking"), "{path}");
    }
}

#[test]
fn a_meeting_a_decision_and_a_contact_of_the_manual_are_shown() {
    let blocks = examples("Gegevens invullen");
    let running = blocks.iter().find(|block| block.contains("[[bijeenkomst]]")).expect("an example of a meeting");
    let (problems, output) = built_with(|site| fs::write(site.join("data/lopend.toml"), running).unwrap());
    assert!(problems.is_empty(), "{problems:#?}");
    let output = output.unwrap();
    let file =
        |path: &str| String::from_utf8(output.get(path).unwrap_or_else(|| panic!("no {path}")).to_vec()).unwrap();
    assert!(file("gremia/pho-vth/index.html").contains("PHO VTH van maart 2026"));
    assert!(file("gremia/vth-kerngroep/index.html").contains("mailto:vth@voorbeeld.nl"));
    assert!(file("veranderd/index.html").contains("De evaluatie begint in 2026"));
    assert!(file("opgaven/opgave-7/index.html").contains("De evaluatie begint in 2026"));
    assert!(file("data/bijeenkomsten-pho-vth.ics").contains("DTSTART;TZID=Europe/Amsterdam:20260312T140000"));
    assert!(file("atom.xml").contains("De evaluatie begint in 2026"));
}

#[test]
fn the_settings_and_the_term_of_the_manual_are_good() {
    let settings = examples("De instellingen van de site");
    let terms = examples("Begrippen");
    assert_eq!((settings.len(), terms.len()), (1, 1));
    let (problems, output) = built_with(|site| {
        fs::write(site.join("portal.toml"), &settings[0]).unwrap();
        fs::write(site.join("data/begrip.toml"), &terms[0]).unwrap();
    });
    assert!(problems.is_empty(), "{problems:#?}");
    let terms = String::from_utf8(output.unwrap().get("begrippen/index.html").unwrap().to_vec()).unwrap();
    assert!(terms.contains("id=\"bestuurlijke-notitie\""), "the list of terms");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
