//! `verbeeld verschil`: what publishing will change, and what would be lost without a word.
use crate::support::project::Place;
use verbeeld::difference::{
    Difference, PageKind, Published, RecordKind, between, brief, html, is_compared, json, whole,
};
use verbeeld::edit::renamed;
use verbeeld::output::Output;
use verbeeld::pipeline::{Memo, Options, build, site};
use verbeeld::source::Sources;

const DATA: &str = r#"
[[bron]]
id = "plan"
naam = "Het plan"

[[laag]]
id = "laag"
naam = "Laag"
volgorde = 1

[[niveau]]
id = "los"
naam = "los"
betekenis = "Een beetje."
rang = 1
status = "feit"
bron = ["plan"]

[[niveau]]
id = "vast"
naam = "vast"
betekenis = "Helemaal."
rang = 2
status = "feit"
bron = ["plan"]

[[gremium]]
id = "raad"
naam = "De raad"
laag = "laag"
omschrijving = "Beslist over alles."
besluit = true
status = "feit"
bron = ["plan"]

[[gremium]]
id = "groep"
naam = "De groep"
laag = "laag"
omschrijving = "Werkt met de [[raad]]."
besluit = false
status = "feit"
bron = ["plan"]

[[relatie]]
id = "raad--groep"
van = "raad"
naar = "groep"
soort = "afstemming"
onderwerp = "Alles."
status = "feit"
bron = ["plan"]

[[relatie.niveau]]
niveau = "los"
status = "duiding"
bron = ["plan"]
"#;

fn place() -> Place {
    let place = Place::new();
    place.write("site/portal.toml", b"naam = \"P\"\nbasis_url = \"https://p.example/\"\n");
    place.write("site/data/alles.toml", DATA.as_bytes());
    place.write("site/content/index.md", b"+++\ntitel = \"Start\"\n+++\n\nWelkom. Zie [[raad]] en [[raad|de raad]].\n");
    place.write("site/content/over/werk.md", b"+++\ntitel = \"Ons werk\"\n+++\n\nEen zin.\n\nNog een zin.\n");
    place.write(
        "site/content/gremia/raad.md",
        b"+++\ntitel = \"De raad\"\n+++\n\nHier staat veel over de raad.\n\nEn meer.\n",
    );
    place
}

fn output(sources: &Sources) -> Output {
    let built = build(sources, Options::default(), &mut Memo::default());
    let told: Vec<String> = built.problems.iter().map(|p| verbeeld::diag::short::render(p, sources)).collect();
    built.output.unwrap_or_else(|| panic!("{told:?}"))
}

fn published(place: &Place) -> Published {
    let output = output(&place.sources());
    let read = |path: &str, bytes: &[u8]| if is_compared(path) { bytes.to_vec() } else { Vec::new() };
    let ready = output.ready().map(|(path, bytes)| (path.to_owned(), read(path, bytes)));
    ready.chain(output.recipes().map(|(path, _)| (path.to_owned(), Vec::new()))).collect()
}

/// What differs after a change.
fn after(change: impl FnOnce(&Place)) -> Difference {
    let place = place();
    let before = published(&place);
    change(&place);
    between(&before, &output(&place.sources()))
}

fn edit(place: &Place, path: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(place.root().join(path)).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    place.write(path, text.replace(from, to).as_bytes());
}

fn remove(place: &Place, path: &str) -> Vec<u8> {
    let file = place.root().join(path);
    let text = std::fs::read(&file).unwrap();
    std::fs::remove_file(file).unwrap();
    text
}

/// The one loss.
fn lost(difference: &Difference) -> (&str, &str) {
    let [loss] = &difference.losses[..] else { panic!("not one loss: {:#?}", difference.losses) };
    (&loss.what, &loss.remedy)
}

#[test]
fn nothing_changed_is_nothing_to_tell() {
    let same = after(|_| {});
    assert!(same.is_empty(), "{same:#?}");
    assert!(whole(&same).contains("verandert niets"));
}

#[test]
fn a_sentence_a_page_and_a_value() {
    let difference = after(|place| {
        edit(place, "site/content/over/werk.md", "Nog een zin", "Een andere zin");
        edit(place, "site/data/alles.toml", "Beslist over alles", "Beslist over veel");
        place.write("site/content/nieuw.md", b"+++\ntitel = \"Nieuw\"\n+++\n\nNieuw.\n");
    });
    assert_eq!(difference.losses, []);
    let page = |url: &str| &difference.pages.iter().find(|page| page.url == url).unwrap().kind;
    assert_eq!(page("nieuw/"), &PageKind::New);
    assert_eq!(page("over/werk/"), &PageKind::Changed(vec!["Nog een zin.".into()], vec!["Een andere zin.".into()]));
    let [record] = &difference.records[..] else { panic!("{:#?}", difference.records) };
    let RecordKind::Changed(values) = &record.how else { panic!("{record:?}") };
    assert_eq!((values[0].was.as_str(), values[0].now.as_str()), ("Beslist over alles.", "Beslist over veel."));
    for shown in [whole(&difference), json(&difference), html(&difference, "P")] {
        assert!(shown.contains("Een andere zin.") && shown.contains("Beslist over veel."), "{shown}");
    }
    let _: serde_json::Value = serde_json::from_str(&json(&difference)).unwrap();
}

/// At first as few lines as tell it: the number of each, some names, and how to see the rest.
#[test]
fn in_short_a_folder_is_a_line() {
    let difference = after(|place| {
        edit(place, "site/content/over/werk.md", "Nog een zin", "Een andere zin");
        edit(place, "site/data/alles.toml", "Beslist over alles", "Beslist over veel");
        for n in 0..30 {
            let text = format!("+++\ntitel = \"Bericht {n}\"\n+++\n\nNieuws van dag {n}.\n");
            place.write(&format!("site/content/nieuws/bericht-{n}.md"), text.as_bytes());
        }
    });
    let (short, long) = (brief(&difference), whole(&difference));
    assert!(short.starts_with("In het kort: pagina's: 3"), "{short}");
    for words in ["  /nieuws/ (30): Bericht 0; ", "; en nog 26", "  gremia (1): De raad (omschrijving)", "--alles"] {
        assert!(short.contains(words), "{words}: {short}");
    }
    assert!(!short.contains("Een andere zin.") && long.contains("Een andere zin."));
    assert!(short.lines().count() < 20 && long.lines().count() > 40, "{short}\n\n{long}");
    assert!(brief(&after(|_| {})).contains("verandert niets"));
    // What would be lost stands there whole.
    let losing = after(|place| drop(remove(place, "site/content/over/werk.md")));
    assert!(!losing.losses.is_empty());
    let short = brief(&losing);
    assert!(losing.losses.iter().all(|loss| short.contains(&loss.what) && short.contains(&loss.remedy)), "{short}");
}

#[test]
fn a_page_that_moved_without_a_word() {
    let difference = after(|place| {
        let text = remove(place, "site/content/over/werk.md");
        place.write("site/content/over/ons-werk.md", &text);
    });
    let (what, remedy) = lost(&difference);
    assert!(what.contains("over/werk/"), "{what}");
    assert!(remedy.contains("over/ons-werk/") && remedy.contains("aliassen = [\"over/werk/\"]"), "{remedy}");
    // With the line it is a page that moved.
    let difference = after(|place| {
        let text = String::from_utf8(remove(place, "site/content/over/werk.md")).unwrap();
        let text = text.replacen("+++\n\n", "aliassen = [\"over/werk/\"]\n+++\n\n", 1);
        place.write("site/content/over/ons-werk.md", text.as_bytes());
    });
    assert_eq!(difference.losses, []);
    assert!(
        difference.pages.iter().any(|page| page.kind == PageKind::Moved("over/ons-werk/".into())),
        "{difference:#?}"
    );
}

#[test]
fn a_page_file_without_its_record() {
    let difference = after(|place| {
        let text = remove(place, "site/content/gremia/raad.md");
        place.write("site/content/gremia/de-raad.md", &text);
    });
    let (what, remedy) = lost(&difference);
    assert!(what.contains("gremia/raad/") && what.contains("gremia/de-raad/"), "{what}");
    assert!(remedy.contains("content/gremia/raad.md"), "{remedy}");
}

/// The record keeps its page, so that nothing but this tells that its text is gone.
#[test]
fn a_page_file_that_is_gone() {
    let difference = after(|place| drop(remove(place, "site/content/gremia/raad.md")));
    let (what, remedy) = lost(&difference);
    assert!(what.contains("eigen tekst van gremia/raad/"), "{what}");
    assert!(remedy.contains("site/content/gremia/raad.md"), "{remedy}");
    // Of a list as well.
    let place = place();
    place.write("site/content/gremia/index.md", b"+++\ntitel = \"Overleggen\"\n+++\n\nDit zijn ze.\n");
    let before = published(&place);
    remove(&place, "site/content/gremia/index.md");
    let difference = between(&before, &output(&place.sources()));
    assert!(lost(&difference).1.contains("site/content/gremia/index.md"), "{difference:#?}");
    // A text that is only shorter is no loss.
    let shorter = after(|place| edit(place, "site/content/gremia/raad.md", "En meer.", ""));
    assert_eq!(shorter.losses, []);
}

/// Two pages may have much in common: a text did not go to a page where it stood already.
#[test]
fn a_page_file_that_is_gone_beside_one_that_says_the_same() {
    let place = place();
    place.write(
        "site/content/gremia/raad.md",
        b"+++\ntitel = \"De raad\"\n+++\n\nKomt vaak samen.\n\nIn het stadhuis.\n",
    );
    place.write(
        "site/content/gremia/groep.md",
        b"+++\ntitel = \"De groep\"\n+++\n\nKomt vaak samen.\n\nIn het stadhuis.\n",
    );
    let before = published(&place);
    remove(&place, "site/content/gremia/raad.md");
    edit(&place, "site/content/gremia/groep.md", "In het stadhuis.", "In het stadhuis.\n\nIedere maand.");
    let difference = between(&before, &output(&place.sources()));
    let (what, remedy) = lost(&difference);
    assert!(what.contains("eigen tekst van gremia/raad/"), "{what}");
    assert!(remedy.contains("site/content/gremia/raad.md"), "{remedy}");
}

/// What lay in it is told once, not file by file.
#[test]
fn a_folder_of_texts_that_moved_or_went() {
    let two = |difference: fn(&Place)| {
        let place = place();
        place.write("site/content/gremia/groep.md", b"+++\ntitel = \"De groep\"\n+++\n\nVeel over de groep.\n");
        let before = published(&place);
        difference(&place);
        between(&before, &output(&place.sources()))
    };
    let moved = two(|place| {
        for name in ["raad", "groep"] {
            let text = remove(place, &format!("site/content/gremia/{name}.md"));
            place.write(&format!("site/content/overleg/{name}.md"), &text);
        }
    });
    let (what, remedy) = lost(&moved);
    assert!(what.contains("2 pagina's in gremia/") && what.contains("overleg/"), "{what}");
    assert!(remedy.contains("weer de naam site/content/gremia"), "{remedy}");
    let gone =
        two(|place| ["raad", "groep"].iter().for_each(|n| drop(remove(place, &format!("site/content/gremia/{n}.md")))));
    assert!(lost(&gone).0.contains("/gremia/groep/, /gremia/raad/"), "{gone:#?}");
}

/// The text of one record that lies under the name of another.
#[test]
fn a_text_that_went_to_another_record() {
    let difference = after(|place| {
        let text = String::from_utf8(remove(place, "site/content/gremia/raad.md")).unwrap();
        place.write("site/content/gremia/groep.md", text.replace("De raad", "De groep").as_bytes());
    });
    let (what, remedy) = lost(&difference);
    assert!(what.contains("gremia/raad/") && what.contains("bij gremia/groep/"), "{what}");
    assert!(remedy.contains("site/content/gremia/raad.md"), "{remedy}");
}

#[test]
fn a_link_of_the_menu_that_is_gone() {
    const MENU: &str = "\n[[menu]]\ntitel = \"Werk\"\nnaar = \"over/werk/\"\n";
    let place = place();
    let settings = std::fs::read_to_string(place.root().join("site/portal.toml")).unwrap();
    place.write("site/portal.toml", format!("{settings}{MENU}").as_bytes());
    let before = published(&place);
    place.write("site/portal.toml", settings.as_bytes());
    let difference = between(&before, &output(&place.sources()));
    let (what, remedy) = lost(&difference);
    assert!(what.contains("“Werk”") && what.contains("/over/werk/"), "{what}");
    assert!(remedy.contains("naar = \"over/werk/\""), "{remedy}");
    // Another name for the same link is no loss.
    place.write("site/portal.toml", format!("{settings}{}", MENU.replace("Werk", "Ons werk")).as_bytes());
    assert_eq!(between(&before, &output(&place.sources())).losses, []);
}

/// An old address that led to a page leads nowhere any more.
#[test]
fn a_redirect_that_is_gone() {
    let place = place();
    let alias = "titel = \"Ons werk\"\naliassen = [\"werk/\"]";
    edit(&place, "site/content/over/werk.md", "titel = \"Ons werk\"", alias);
    let before = published(&place);
    edit(&place, "site/content/over/werk.md", alias, "titel = \"Ons werk\"");
    let difference = between(&before, &output(&place.sources()));
    let (what, remedy) = lost(&difference);
    assert!(what.contains("werk/") && remedy.contains("aliassen = [\"werk/\"]"), "{what} {remedy}");
}

/// A record without a page of its own has no address to keep; what was news is told as that.
#[test]
fn news_that_is_taken_away() {
    const NEWS: &str = "\n[[mijlpaal]]\nid = \"begin\"\nnaam = \"Het begin\"\nwanneer = 2024-02-13\nsoort = \"voorval\"\nvastgelegd = 2024-02-14\nstatus = \"feit\"\nbron = [\"plan\"]\n";
    let place = place();
    place.write("site/data/alles.toml", format!("{DATA}{NEWS}").as_bytes());
    let before = published(&place);
    place.write("site/data/alles.toml", DATA.as_bytes());
    let difference = between(&before, &output(&place.sources()));
    let loss = difference.losses.iter().find(|loss| loss.what.contains("“begin”")).unwrap();
    assert!(loss.what.contains("nieuwsoverzicht") && !loss.remedy.contains("aliassen"), "{loss:?}");
}

#[test]
fn a_level_that_is_written_over() {
    let difference = after(|place| edit(place, "site/data/alles.toml", "niveau = \"los\"", "niveau = \"vast\""));
    let (what, remedy) = lost(&difference);
    assert!(what.contains("raad--groep") && what.contains("los") && what.contains("vast"), "{what}");
    assert!(remedy.contains("verbeeld niveau raad--groep vast"), "{remedy}");
    let added = after(|place| {
        let more =
            "\n[[relatie.niveau]]\nniveau = \"vast\"\nvanaf = \"2024\"\nstatus = \"duiding\"\nbron = [\"plan\"]\n";
        place.write("site/data/alles.toml", format!("{DATA}{more}").as_bytes());
    });
    assert_eq!(added.losses, []);
}

#[test]
fn an_id_that_vanished() {
    let data = DATA.replace("\"groep\"", "\"team\"").replace("raad--groep", "raad--team");
    let difference = after(|place| place.write("site/data/alles.toml", data.as_bytes()));
    let about = |id: &str| difference.losses.iter().find(|loss| loss.what.contains(&format!("“{id}”"))).unwrap();
    assert!(about("groep").remedy.contains("voorheen = [\"groep\"]"), "{:?}", about("groep"));
    assert_eq!(difference.losses.len(), 2, "{:#?}", difference.losses);
    // As the command does it, nothing is lost.
    let place = place();
    let before = published(&place);
    let sources = place.sources();
    let change = renamed(&sources, &site(&sources, Options::default()), "groep", "team").unwrap();
    let difference = between(&before, &output(&change.applied()));
    assert_eq!(difference.losses, []);
    assert!(difference.pages.iter().all(|page| page.kind != PageKind::New), "{:#?}", difference.pages);
    let renamed = difference.records.iter().find_map(|record| match &record.how {
        RecordKind::Renamed(to, values) if to == "team" => Some(values),
        _ => None,
    });
    assert_eq!(renamed, Some(&Vec::new()), "another id and nothing else");
}

/// Another id, another name and another value are all told, in words that readers know.
#[test]
fn a_record_that_is_renamed_and_changed() {
    let difference = after(|place| {
        edit(place, "site/data/alles.toml", "id = \"groep\"", "id = \"team\"\nvoorheen = [\"groep\"]");
        edit(place, "site/data/alles.toml", "naam = \"De groep\"", "naam = \"Het team\"");
        edit(place, "site/data/alles.toml", "Werkt met de [[raad]].", "Werkt voor [[raad]] en [[raad|de anderen]].");
        edit(place, "site/data/alles.toml", "naar = \"groep\"", "naar = \"team\"");
        edit(place, "site/data/alles.toml", "raad--groep\"", "raad--team\"\nvoorheen = [\"raad--groep\"]");
        edit(place, "site/content/over/werk.md", "Een zin.", "Hier doet de groep iets.");
    });
    let text = whole(&difference);
    for told in ["gremia/groep (De groep) heet nu team", "De groep → Het team", "Werkt voor De raad en de anderen."] {
        assert!(text.contains(told), "{told}:\n{text}");
    }
    assert!(text.starts_with("In het kort: pagina's: ") && !text.contains("[[raad"), "{text}");
    // The name of before stands on a page still.
    let loss = difference.losses.iter().find(|loss| loss.what.contains("“De groep” heet nu “Het team”"));
    assert!(loss.is_some_and(|loss| loss.what.contains("/over/werk/")), "{:#?}", difference.losses);
}

/// Two long texts are shown from where they differ.
#[test]
fn long_texts_that_begin_alike() {
    let long = "Een lange zin over hetzelfde onderwerp die maar doorgaat ".repeat(4);
    let place = place();
    edit(&place, "site/content/over/werk.md", "Een zin.", &format!("{long}en zo eindigt."));
    let before = published(&place);
    edit(&place, "site/content/over/werk.md", "zo eindigt", "anders afloopt");
    let text = whole(&between(&before, &output(&place.sources())));
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("    - ") || line.contains("    + ")).collect();
    assert!(lines.len() == 2 && lines[0].contains("zo eindigt") && lines[1].contains("anders afloopt"), "{text}");
}

/// A page that is gone is not said to be another one that came for a third.
#[test]
fn a_page_that_is_gone_is_not_guessed() {
    let place = place();
    place.write("site/content/over/weg.md", b"+++\ntitel = \"Ons plan\"\n+++\n\nEen zin.\n\nNog een zin.\n");
    let before = published(&place);
    let difference = {
        place.write(
            "site/content/over/plan.md",
            b"+++\ntitel = \"Ons plan\"\naliassen = [\"over/werk/\"]\n+++\n\nEen zin.\n\nNog een zin.\n",
        );
        remove(&place, "site/content/over/werk.md");
        remove(&place, "site/content/over/weg.md");
        between(&before, &output(&place.sources()))
    };
    let loss = difference.losses.iter().find(|loss| loss.what.contains("over/weg/")).unwrap();
    assert!(!loss.remedy.contains("over/plan/"), "{loss:?}");
}

/// A redirect leads from page to page: what lay with a page lies at its old address as well once that is said, and else it is told.
#[test]
fn the_files_of_a_page_that_moved() {
    let map = "\n```infographic\nsoort = \"relatiekaart\"\n```\n\n[Het stuk](stuk.pdf)\n";
    let page = |front: &str| format!("+++\ntitel = \"Ons werk\"\n{front}+++\n\nEen zin.\n\nNog een zin.\n{map}");
    let moves = |front: &str, stays: bool| {
        let place = place();
        place.write("site/content/over/werk.md", page("").as_bytes());
        place.write("site/content/over/stuk.pdf", b"%PDF-1.4");
        let mut before = published(&place);
        // A drawing that took more slides is the same drawing.
        if front.contains("aliassen") {
            before.insert("gremia/raad/relatiekaart-raad-dia-9.svg".into(), Vec::new());
        }
        let drawing =
            before.keys().find(|path| path.starts_with("over/werk/") && path.ends_with(".svg")).unwrap().clone();
        if stays {
            place.write(
                "site/content/over/werk.md",
                b"+++\ntitel = \"Ons werk\"\n+++\n\nEen zin.\n\n[Het stuk](stuk.pdf)\n",
            );
        } else {
            remove(&place, "site/content/over/werk.md");
            place.write("site/content/over/ons/werk.md", page(front).replace("(stuk.pdf)", "(../stuk.pdf)").as_bytes());
        }
        let after = output(&place.sources());
        (drawing.clone(), after.has(&drawing), between(&before, &after))
    };
    let (drawing, kept, difference) = moves("aliassen = [\"over/werk/\"]\n", false);
    assert!(kept, "{drawing} is not at its old address");
    assert_eq!(difference.losses, []);
    let (_, kept, difference) = moves("", false);
    let (what, remedy) = lost(&difference);
    assert!(!kept && what.contains("over/werk/") && what.contains("bestanden van die pagina"), "{what}");
    assert!(remedy.contains("aliassen = [\"over/werk/\"]"), "{remedy}");
    // A page that stays and shows its drawing no more.
    let (drawing, kept, difference) = moves("", true);
    let (what, _) = lost(&difference);
    let name = drawing.rsplit('/').next().unwrap().split('.').next().unwrap();
    assert!(!kept && what.contains("/over/werk/") && what.contains(name), "{what}");
}

/// The short name is a name too.
#[test]
fn a_short_name_that_is_another() {
    let place = place();
    edit(&place, "site/data/alles.toml", "naam = \"De groep\"", "naam = \"De groep\"\nkort = \"GRP\"");
    edit(&place, "site/content/over/werk.md", "Een zin.", "Hier doet de GRP iets.");
    let before = published(&place);
    edit(&place, "site/data/alles.toml", "kort = \"GRP\"", "kort = \"Team\"");
    let difference = between(&before, &output(&place.sources()));
    let (what, _) = lost(&difference);
    assert!(what.contains("“GRP” heet nu “Team”") && what.contains("/over/werk/"), "{what}");
}
