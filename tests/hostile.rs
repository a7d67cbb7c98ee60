//! A project from somebody who means harm, or whose disk is in disorder: nothing outside it is read, written or removed, nothing
//! of a person is lost, and one bad file does not take the rest with it.

use crate::support::project::Place;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use verbeeld::diag::short;
use verbeeld::pipeline::{Memo, Options, build};

/// A small site with a photo, so that there is something to keep.
fn site() -> Place {
    let place = Place::new();
    place.write("site/portal.toml", b"naam = \"P\"\nbasis_url = \"https://p.example/\"\neigenaar = \"R\"\n");
    place.write("site/content/index.md", b"+++\ntitel = \"Start\"\n+++\n![Rood](rood.png)\n");
    let mut png = Vec::new();
    let image = image::RgbImage::from_pixel(20, 20, image::Rgb([200, 20, 20]));
    image.write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    place.write("site/content/rood.png", &png);
    place
}

/// A folder that is nobody's business, beside the project.
fn precious() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("map")).unwrap();
    for name in ["werk.docx", "map/brief.txt", &"a".repeat(64), &format!("{}.tmp", "b".repeat(64))] {
        fs::write(folder.path().join(name), "jaren werk").unwrap();
    }
    folder
}

fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    walk.filter(|e| e.file_type().is_file()).map(|e| (e.path().into(), fs::read_to_string(e.path()).unwrap())).collect()
}

fn run(place: &Place, command: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_verbeeld")).args([command, "--map"]).arg(place.root()).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What the editor is told, one line each.
fn told(place: &Place) -> Vec<String> {
    let sources = place.sources();
    let built = build(&sources, Options::default(), &mut Memo::default());
    built.problems.iter().map(|problem| short::render(problem, &sources)).collect()
}

#[test]
fn links_where_we_keep_our_work_are_not_followed() {
    for link in [
        ".verbeeld",
        ".verbeeld/beelden",
        ".public.verbeeld-werk",
        ".public.verbeeld-werk/nieuw",
        ".public.verbeeld-werk/oud",
    ] {
        let (place, precious) = (site(), precious());
        let before = files(precious.path());
        let link = place.root().join(link);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(precious.path(), &link).unwrap();
        let done = run(&place, "build");
        assert_eq!(files(precious.path()), before, "{}", link.display());
        assert_ne!(done.status.code(), Some(0), "{}", link.display());
        assert!(link.is_symlink(), "{} stays", link.display());
        assert!(!place.root().join("public/index.html").exists());
    }
}

#[test]
fn nothing_is_written_through_a_link() {
    for link in [
        ".verbeeld/.gitignore",
        ".public.verbeeld-werk/slot",
        ".public.verbeeld-werk/.gitignore",
        ".public.verbeeld-werk/inhoud",
        "public/.verbeeld",
        "public/index.html",
    ] {
        for target in ["werk.docx", "bestaat-niet"] {
            let (place, precious) = (site(), precious());
            let before = files(precious.path());
            let link = place.root().join(link);
            fs::create_dir_all(link.parent().unwrap()).unwrap();
            symlink(precious.path().join(target), &link).unwrap();
            let done = run(&place, "build");
            assert_eq!(files(precious.path()), before, "{} to {target}", link.display());
            assert_ne!(done.status.code(), Some(0), "{} to {target}", link.display());
        }
    }
    // Where the temporary file of a kept picture would come.
    let (place, precious) = (site(), precious());
    run(&place, "build");
    let kept = fs::read_dir(place.root().join(".verbeeld/beelden")).unwrap().next().unwrap().unwrap().path();
    fs::remove_file(&kept).unwrap();
    symlink(precious.path().join("werk.docx"), kept.with_extension("tmp")).unwrap();
    let before = files(precious.path());
    assert_eq!(run(&place, "build").status.code(), Some(1));
    assert_eq!(files(precious.path()), before);
}

#[test]
fn what_a_person_put_among_our_work_stops_the_build_by_name_and_stays() {
    for own in [".verbeeld/notitie.txt", ".verbeeld/beelden/verslag.docx", ".verbeeld/beelden/map/x.txt"] {
        let place = site();
        place.write(own, b"van mij");
        for command in ["check", "build"] {
            let done = run(&place, command);
            assert_eq!(done.status.code(), Some(1), "{command} {own}: {}", said(&done));
            let named = own.trim_end_matches("/x.txt");
            assert!(said(&done).contains(named), "{command} {own}: {}", said(&done));
        }
        assert!(place.has(own), "{own}");
    }
    for own in [".public.verbeeld-werk/nieuw/tekst.txt", ".public.verbeeld-werk/oud/a/tekst.txt", "public/CNAME"] {
        let place = site();
        place.write("public/.verbeeld", b"verbeeld 1\n");
        place.write(own, b"van mij");
        let done = run(&place, "build");
        assert_eq!(done.status.code(), Some(2), "{own}: {}", said(&done));
        assert!(said(&done).contains(own.rsplit('/').next().unwrap()), "{own}: {}", said(&done));
        assert!(place.has(own), "{own}");
    }
}

#[test]
fn what_has_the_name_of_a_kept_picture_but_is_another_persons_stays() {
    let place = site();
    let own = format!(".verbeeld/beelden/{}", "a".repeat(64));
    place.write(&own, b"jaren werk");
    run(&place, "build");
    assert_eq!(fs::read_to_string(place.root().join(own)).unwrap(), "jaren werk");
}

#[test]
fn a_kept_picture_that_lies_is_not_published() {
    let place = site();
    run(&place, "build");
    let kept = fs::read_dir(place.root().join(".verbeeld/beelden")).unwrap().next().unwrap().unwrap().path();
    let bytes = b"<script>alert(1)</script>";
    let mut lie = format!("verbeeld-beeld [3,20,20,null,\"html\",[[20,{}]]]\n", bytes.len()).into_bytes();
    lie.extend_from_slice(bytes);
    let hash = blake3::hash(&lie);
    lie.extend_from_slice(hash.as_bytes());
    fs::write(kept, lie).unwrap();
    fs::remove_dir_all(place.root().join("public")).unwrap();
    assert_eq!(run(&place, "build").status.code(), Some(0));
    let published = walkdir::WalkDir::new(place.root().join("public/bestanden")).into_iter().map(Result::unwrap);
    let pages: Vec<_> = published.filter(|e| e.path().extension().is_some_and(|e| e == "html")).collect();
    assert!(pages.is_empty(), "{pages:?}");
}

#[test]
fn public_that_leads_out_of_the_project_is_refused() {
    let (place, elsewhere) = (site(), tempfile::tempdir().unwrap());
    symlink(elsewhere.path(), place.root().join("public")).unwrap();
    let done = run(&place, "build");
    assert_eq!(done.status.code(), Some(2), "{}", said(&done));
    assert!(said(&done).contains("--uit"), "{}", said(&done));
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

/// Where a project may have a link, and what should be told of it.
const READ: &[&str] = &[
    "site/static/pw.txt",
    "site/static/map",
    "site/content/geheim.md",
    "site/content/foto.jpg",
    "site/content/map",
    "site/data/gremia.toml",
    "site/data/map",
    "site/templates/pagina.html",
    "site/css/eigen.css",
    "site/js/eigen.js",
    "site/text/nl.toml",
    "site/huisstijl.tokens.json",
    "themes/weefsel",
];

#[test]
fn a_link_out_of_the_project_is_told_and_the_rest_goes_on() {
    let precious = precious();
    for link in READ {
        for target in [precious.path().join("werk.docx"), precious.path().join("map"), "/etc/passwd".into(), "/".into()]
        {
            let place = site();
            place.write("site/content/ander.md", b"+++\ntitel = \"Ander\"\nzomaar = 1\n+++\n");
            place.link(link, target.to_str().unwrap());
            let told = told(&place);
            let about: Vec<_> = told.iter().filter(|line| line.contains("[BESTAND005]")).collect();
            assert_eq!(about.len(), 1, "{link}: {told:?}");
            assert!(about[0].starts_with(&format!("{link}:1:1: fout")), "{link}: {told:?}");
            assert!(told.iter().any(|line| line.contains("zomaar")), "{link}: the rest is told too: {told:?}");
            assert!(told.len() == 2, "{link}: nothing else comes of it: {told:?}");
        }
    }
}

#[test]
fn whole_folders_and_the_settings_may_be_links_too() {
    let precious = precious();
    for link in ["site/content", "site/data", "site/static", "site/templates", "themes", "site/portal.toml", "site"] {
        for (target, code) in [
            (precious.path().to_str().unwrap(), "BESTAND005"),
            ("nergens", "BESTAND006"),
            ("/etc/passwd", "BESTAND005"),
        ] {
            let place = site();
            let path = place.root().join(link);
            if path.is_dir() {
                fs::remove_dir_all(&path).unwrap()
            } else {
                let _ = fs::remove_file(&path);
            }
            place.link(link, target);
            let told = told(&place);
            assert_eq!(told.len(), 1, "{link} to {target}: {told:?}");
            assert!(told[0].starts_with(link) && told[0].contains(code), "{link} to {target}: {told:?}");
        }
    }
}

#[test]
fn links_that_lead_nowhere_or_round_are_one_message_each() {
    let place = site();
    place.link("site/static/weg", "bestaat-niet");
    place.link("site/static/ik", "ik");
    place.link("site/content/rond", "../content");
    place.link("site/content/diep/omhoog", "../..");
    place.link("site/data/twee", "een");
    place.link("site/data/een", "twee");
    let told = told(&place);
    for (start, code) in [
        ("site/static/weg:", "BESTAND006"),
        ("site/static/ik:", "BESTAND007"),
        ("site/content/rond:", "BESTAND007"),
        ("site/content/diep/omhoog:", "BESTAND007"),
        ("site/data/een:", "BESTAND007"),
        ("site/data/twee:", "BESTAND007"),
    ] {
        assert_eq!(told.iter().filter(|l| l.starts_with(start) && l.contains(code)).count(), 1, "{start}: {told:?}");
    }
    assert_eq!(told.len(), 6, "{told:?}");
}

#[test]
fn folders_that_link_to_one_another_do_not_go_on_for_ever() {
    let place = site();
    for (from, to) in (0..7).flat_map(|a| (0..7).map(move |b| (a, b))) {
        place.link(&format!("site/static/{from}/{to}"), &format!("../{to}"));
    }
    let told = told(&place);
    assert!(told.iter().any(|line| line.contains("1.000 koppelingen")), "{} problems", told.len());
}

#[test]
fn links_within_the_project_are_read_but_not_to_what_is_hidden_or_made() {
    let place = site();
    place.write("gedeeld/over.md", b"+++\ntitel = \"Over\"\n+++\n\nEen tekst.\n");
    place.write("gedeeld/a.txt", b"a");
    place.link("site/content/over.md", "../../gedeeld/over.md");
    place.link("site/static/gedeeld", "../../gedeeld");
    assert_eq!(told(&place), [""; 0]);
    let output = build(&place.sources(), Options::default(), &mut Memo::default()).output.unwrap();
    assert!(output.has("over/index.html") && output.has("gedeeld/a.txt"));

    place.write(".env", b"geheim");
    place.write(".git/config", b"geheim");
    place.write("public/index.html", b"oud");
    place.link("site/static/env", "../../.env");
    place.link("site/static/git", "../../.git");
    place.link("site/static/oud", "../../public");
    let told = told(&place);
    assert_eq!(told.iter().filter(|line| line.contains("BESTAND005")).count(), 3, "{told:?}");
}

#[test]
fn pipes_and_what_may_not_be_read_do_not_stop_the_rest() {
    let place = site();
    for pipe in ["site/static/pijp", "site/data/pijp.toml"] {
        fs::create_dir_all(place.root().join(pipe).parent().unwrap()).unwrap();
        assert!(Command::new("mkfifo").arg(place.root().join(pipe)).status().unwrap().success());
    }
    place.write("site/templates", b"een bestand");
    let told = told(&place);
    assert_eq!(told.iter().filter(|line| line.contains("BESTAND008")).count(), 3, "{told:?}");
    assert_eq!(told.len(), 3, "{told:?}");
}

#[test]
fn files_that_a_browser_or_server_would_run_are_refused_beside_a_page_and_in_static() {
    let html: &[u8] = b"<!doctype html><script>alert(1)</script>";
    let svg: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
    let sheet: &[u8] = b"<?xml version='1.0'?><?xml-stylesheet type='text/xsl' href='x'?><a/>";
    let inner: &[u8] = b"<a><b xmlns='http://www.w3.org/1999/xhtml'/></a>";
    for (name, bytes) in [
        ("x.html", html),
        ("X.HTM", html),
        ("x.xhtml", html),
        ("x.xht", html),
        ("x.shtml", html),
        ("x.mhtml", b"MIME"),
        ("x.htc", html),
        ("x.svgz", b"\x1f\x8b"),
        ("x.swf", b"FWS"),
        ("x.js", b"alert(1)"),
        ("x.mjs", b""),
        ("x.php", b"<?php"),
        ("x.html.nl", html),
        ("x.html.", html),
        ("pagina", html),
        ("x.dat", html),
        ("y.dat", svg),
        ("x.pdf", html),
        ("x.zip", svg),
        ("x.xml", sheet),
        ("y.xml", inner),
        ("z.xml", b"<a"),
        ("w.xml", html),
        ("x.rss", inner),
        ("x.xsl", b"<a"),
        ("x.bin", b"\xff\xfe<\0s\0c\0r\0i\0p\0t\0>\0"),
    ] {
        for folder in ["site/content/", "site/static/"] {
            let place = site();
            place.write(&format!("{folder}{name}"), bytes);
            place.write("site/content/ander.md", format!("+++\ntitel = \"A\"\n+++\n[x](</{name}>)\n").as_bytes());
            let told = told(&place);
            // What is no XML at all is told as that; it is refused all the same.
            let refused = |line: &&String| line.contains("[BESTAND010]") || line.contains("[BESTAND014]");
            let about = told.iter().filter(refused).filter(|line| line.contains(name)).count();
            assert_eq!(about, 1, "{folder}{name}: {told:?}");
        }
    }
    for (name, bytes) in [
        ("goed.xml", b"<a>1</a>".as_slice()),
        ("goed.pdf", b"%PDF-1.7"),
        ("goed.txt", b"<b>"),
        ("over node.js.pdf", b"%PDF"),
    ] {
        let place = site();
        place.write(&format!("site/static/{name}"), bytes);
        assert_eq!(told(&place), [""; 0], "{name}");
    }
}

#[test]
fn drawings_are_told_at_their_place() {
    for folder in ["site/content/", "site/static/", "themes/weefsel/static/"] {
        let place = site();
        if folder.starts_with("themes/") {
            let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
            assert!(Command::new("cp").arg("-r").args([own, place.root().join("themes")]).status().unwrap().success());
        }
        let svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\">\n  <rect onload=\"x()\"/>\n  <script>x()</script>\n</svg>\n";
        place.write(&format!("{folder}tekening.svg"), svg.as_bytes());
        if !folder.starts_with("themes/") {
            place.write("site/content/ander.md", b"+++\ntitel = \"A\"\n+++\n![Iets](/tekening.svg)\n");
        }
        let told = told(&place);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with(&format!("{folder}tekening.svg:2:9: fout[BESTAND011]")), "{told:?}");
        assert!(told[1].starts_with(&format!("{folder}tekening.svg:3:4: fout[BESTAND011]")), "{told:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_mount_in_our_folder_is_not_emptied() {
    let (place, precious) = (site(), precious());
    assert_eq!(run(&place, "build").status.code(), Some(0));
    let inside = place.root().join("public/volume");
    fs::create_dir(&inside).unwrap();
    let mounted = Command::new("mount").arg("--bind").arg(precious.path()).arg(&inside).output();
    if !mounted.is_ok_and(|done| done.status.success()) {
        // Only root may mount; elsewhere there is nothing to see.
        return;
    }
    let before = files(precious.path());
    // The marker may even say that all of it is ours.
    let mut marker = fs::read_to_string(place.root().join("public/.verbeeld")).unwrap();
    for (path, text) in &before {
        let name = path.strip_prefix(precious.path()).unwrap().display();
        marker.push_str(&format!("{} {} volume/{name}\n", blake3::hash(text.as_bytes()).to_hex(), text.len()));
    }
    fs::write(place.root().join("public/.verbeeld"), marker).unwrap();
    place.write("site/content/nieuw.md", b"+++\ntitel = \"Nieuw\"\n+++\n");
    let done = run(&place, "build");
    let after = files(precious.path());
    assert!(Command::new("umount").arg(&inside).status().unwrap().success());
    assert_eq!(after, before);
    assert_eq!(done.status.code(), Some(2), "{}", said(&done));
    assert!(said(&done).contains("volume"), "{}", said(&done));
}

/// Addresses that publishing could not make: each is a problem of the content, at its place, whichever command is given.
#[test]
fn what_cannot_be_published_is_told_by_check_and_build_alike() {
    let page = b"+++\ntitel = \"T\"\n+++\n".to_vec();
    let long = format!("site/content/{}.md", "a".repeat(220));
    let mut places: Vec<(&str, Vec<u8>)> = vec![(&long, page.clone())];
    for name in ["中文.md", "-.md", "🚀.md", "con.md", "aux/index.md", "map/nul.md", "com1.md"] {
        places.push((name, page.clone()));
    }
    for name in ["atom.xml.md", "sitemap.xml.md"] {
        places.push((name, page.clone()));
    }
    for name in [
        "static/begrippen",
        "static/a:b.txt",
        "static/a\nb.txt",
        "static/eind.",
        "static/eind ",
        "static/x\u{fffe}.txt",
        "static/PRN.txt",
    ] {
        places.push((name, b"x".to_vec()));
    }
    for (path, bytes) in places {
        let place = site();
        place.write("site/data/begrippen.toml", b"[[begrip]]\nid = \"kust\"\nnaam = \"N\"\nbetekenis = \"B.\"\n");
        let path = match path {
            _ if path.starts_with("site/") => path.to_owned(),
            _ if path.starts_with("static/") => format!("site/{path}"),
            _ => format!("site/content/{path}"),
        };
        place.write(&path, &bytes);
        let told: Vec<String> = told(&place).into_iter().filter(|line| line.contains(": fout[")).collect();
        assert_eq!(told.len(), 1, "{path:?}: {told:?}");
        assert!(told[0].contains(":1:1: fout[") && told[0].starts_with("site/"), "{path:?}: {told:?}");
        assert!(!told[0].chars().any(char::is_control), "{path:?}: {told:?}");
        // Running the program costs time: one of each kind will do.
        if ["-.md", "con.md", "atom.xml.md", "static/begrippen"].iter().any(|kind| path.ends_with(kind)) {
            for command in ["check", "build"] {
                assert_eq!(run(&place, command).status.code(), Some(1), "{command} {path:?}");
            }
        }
        assert!(!place.root().join("public").exists(), "{path:?}");
    }
}

/// An address may come from data too, from an old address, from a keyword, or from a file beside a page.
#[test]
fn addresses_that_are_not_names_of_pages_are_judged_too() {
    let gremium = "[[gremium]]\nid = \"nul\"\nnaam = \"N\"\nlaag = \"a\"\nomschrijving = \"O.\"\nbesluit = false\nstatus = \"feit\"\n\n[[laag]]\nid = \"a\"\nnaam = \"A\"\nvolgorde = 1\n";
    let page = |front: &str, text: &str| format!("+++\ntitel = \"T\"\n{front}+++\n{text}\n");
    for (path, text, at) in [
        ("site/data/gremia.toml", gremium.to_owned(), "2:6"),
        ("site/content/ander.md", page("aliassen = [\"/oud/aux/\"]\n", ""), "3:13"),
        ("site/content/ander.md", page("trefwoorden = [\"con\"]\n", ""), "3:16"),
        ("site/content/ander.md", page("", "[lees](prn.txt)"), "1:1"),
    ] {
        let place = site();
        place.write(path, text.as_bytes());
        place.write("site/content/prn.txt", b"x");
        let told: Vec<String> = told(&place).into_iter().filter(|line| line.contains(": fout[PAGINA009]")).collect();
        assert_eq!(told.len(), 1, "{path}: {told:?}");
        assert!(told[0].contains(&format!(":{at}: ")) && told[0].starts_with("site/"), "{path} {at}: {told:?}");
    }
}

#[test]
fn names_that_another_system_takes_for_one_are_told() {
    for (one, two) in [
        ("site/static/Foto.pdf", "site/static/foto.pdf"),
        ("site/static/map/x", "site/static/Map/y"),
        ("site/static/e\u{301}.txt", "site/static/é.txt"),
        ("site/static/Over/x.txt", "site/content/over.md"),
    ] {
        let place = site();
        for path in [one, two] {
            place.write(path, if path.ends_with(".md") { b"+++\ntitel = \"T\"\n+++\n\nEen tekst.\n" } else { b"x" });
        }
        let told = told(&place);
        assert_eq!(told.len(), 1, "{one} {two}: {told:?}");
        assert!(told[0].contains("fout[PAGINA"), "{told:?}");
    }
    // One letter in two forms gives one address.
    let place = site();
    place.write("site/content/e\u{301}e\u{301}n.md", b"+++\ntitel = \"T\"\n+++\n");
    let output = build(&place.sources(), Options::default(), &mut Memo::default()).output.unwrap();
    assert!(output.has("een/index.html"));
    // And a link in either form leads to a file in either.
    for (name, written) in [("\u{e9}", "e\u{301}"), ("e\u{301}", "\u{e9}")] {
        let place = site();
        place.write(&format!("site/static/{name}.txt"), b"x");
        let png = fs::read(place.root().join("site/content/rood.png")).unwrap();
        place.write(&format!("site/content/{name}.png"), &png);
        let page = format!("+++\ntitel = \"T\"\n+++\n[x](</{written}.txt>) ![y](<{written}.png>)\n");
        place.write("site/content/ander.md", page.as_bytes());
        assert_eq!(self::told(&place), [""; 0], "{written:?}");
    }
}

#[test]
fn signs_that_no_text_can_hold_are_told_once_wherever_they_stand() {
    let portal = |naam: &str, url: &str| {
        format!("naam = \"{naam}\"\nbasis_url = \"https://p.example/{url}\"\neigenaar = \"R\"\n")
    };
    let page = |titel: &str, text: &str| format!("+++\ntitel = \"{titel}\"\n+++\n{text}\n");
    let begrip = |naam: &str| format!("[[begrip]]\nid = \"kust\"\nnaam = \"{naam}\"\nbetekenis = \"B.\"\n");
    for sign in ["\\u000B", "\\u0001", "\\u0000", "\\u007F", "\\u009B", "\\uFFFE", "\\b", "&#11;", "\u{9b}"] {
        for (path, text) in [
            ("site/portal.toml", portal(&format!("a{sign}"), "")),
            ("site/content/ander.md", page(&format!("a{sign}"), "")),
            ("site/data/begrippen.toml", begrip(&format!("a{sign}"))),
        ] {
            let place = site();
            place.write(path, text.as_bytes());
            let told = told(&place);
            let about = told.iter().filter(|line| line.starts_with(path) && line.contains("[BESTAND012]")).count();
            assert_eq!(about, 1, "{path} {sign:?}: {told:?}");
            assert!(!told.iter().any(|line| line.chars().any(char::is_control)), "{path} {sign:?}: {told:?}");
        }
    }
    for sign in ["\u{b}", "\u{1}", "\u{c}", "\u{7f}", "\u{9b}", "\u{fffe}", "&#11;", "&#x1f;", "`\u{1}`"] {
        let place = site();
        place.write("site/content/ander.md", page("A", &format!("een {sign} twee")).as_bytes());
        let told = told(&place);
        assert_eq!(told.len(), 1, "{sign:?}: {told:?}");
        assert!(
            told[0].starts_with("site/content/ander.md:4:5: fout[BESTAND012]") || sign.starts_with('`'),
            "{told:?}"
        );
    }
}

#[test]
fn what_a_command_writes_for_an_editor_stays_in_the_project() {
    let gremium = "[[gremium]]\nid = \"kust\"\nnaam = \"Kust\"\nlaag = \"a\"\nomschrijving = \"O.\"\nbesluit = false\nstatus = \"open\"\n\n[[laag]]\nid = \"a\"\nnaam = \"A\"\nvolgorde = 1\n";
    for (link, to, command) in [
        ("site/content/map", "map", &["new", "pagina", "map/nieuw"][..]),
        ("site/content/nieuw.md", "nog-niet", &["new", "pagina", "nieuw"]),
        ("site/schema", "map", &["schema"]),
        ("site/schema/gegevens.json", "nog-niet", &["schema"]),
        (".taplo.toml", "nog-niet", &["schema"]),
        (".taplo.toml", "werk.docx", &["schema"]),
        ("site/data/.gremia.toml.verbeeld-nieuw", "werk.docx", &["hernoem", "kust", "strand"]),
        ("site/data/.gremia.toml.verbeeld-nieuw", "nog-niet", &["hernoem", "kust", "strand"]),
        ("site/content/gremia/strand", "map", &["hernoem", "kust", "strand"]),
        ("site/content/gremia/strand/index.md", "nog-niet", &["hernoem", "kust", "strand"]),
        ("kaart.svg", "werk.docx", &["infographic", "cijfer", "--uit", "kaart.svg"]),
        ("kaart.svg", "nog-niet", &["infographic", "cijfer", "--uit", "kaart.svg"]),
        (".kaart.svg.verbeeld-nieuw", "nog-niet", &["infographic", "cijfer", "--uit", "kaart.svg"]),
        ("verschil.html", "werk.docx", &["verschil", "--uit", "verschil.html"]),
    ] {
        let (place, precious) = (site(), precious());
        place.write("site/data/gremia.toml", gremium.as_bytes());
        place.write("site/content/gremia/kust/index.md", b"+++\ntitel = \"Kust\"\n+++\n");
        place.link(link, precious.path().join(to).to_str().unwrap());
        let before = files(precious.path());
        let mut program = Command::new(env!("CARGO_BIN_EXE_verbeeld"));
        let done = program.args(command).arg("--map").arg(place.root()).current_dir(place.root()).output().unwrap();
        assert_eq!(files(precious.path()), before, "{link} to {to}");
        assert!(!done.status.success(), "{link} to {to}: {done:?}");
        assert!(place.root().join(link).is_symlink(), "{link} stays");
    }
}

/// In the folder that a site is brought to may lie what somebody else put there.
#[test]
fn bringing_the_site_to_its_place_goes_through_no_link() {
    let hash = blake3::hash(b"jaren werk").to_hex();
    for (link, to) in [
        (".verbeeld", "werk.docx"),
        (".verbeeld", "nog-niet"),
        (".verbeeld-deel", "map"),
        (".verbeeld-deel/0", "werk.docx"),
        (".verbeeld-deel/1", "nog-niet"),
        (".verbeeld-deel/2", "werk.docx"),
        ("map", "map"),
        ("bestanden", "map"),
        ("index.html", "werk.docx"),
    ] {
        let (place, precious) = (site(), precious());
        let portal = "naam = \"P\"\nbasis_url = \"https://p.example/\"\neigenaar = \"R\"\n\n[[plaats]]\nnaam = \"web\"\nmap = \"doel\"\n";
        place.write("site/portal.toml", portal.as_bytes());
        if link != ".verbeeld" {
            // An earlier site that had a page there, so somebody says.
            place.write("doel/.verbeeld", format!("verbeeld 1\n{hash} 10 map/brief.txt\n").as_bytes());
        }
        place.link(&format!("doel/{link}"), precious.path().join(to).to_str().unwrap());
        let before = files(precious.path());
        for command in [&["plaats", "--proef"][..], &["plaats"]] {
            let mut program = Command::new(env!("CARGO_BIN_EXE_verbeeld"));
            let done = program.args(command).arg("--map").arg(place.root()).output().unwrap();
            assert_eq!(files(precious.path()), before, "{link} to {to}");
            // What is under way lies in a folder of our own; a trial brings nothing there.
            if command.len() == 1 || !link.starts_with(".verbeeld-deel/") {
                assert_eq!(done.status.code(), Some(2), "{link} to {to}: {}", said(&done));
                assert!(said(&done).contains(link), "{link} to {to}: {}", said(&done));
            }
        }
        assert!(place.root().join("doel").join(link).is_symlink(), "{link} stays");
        assert!(!place.has("doel/over/index.html"));
    }
    // What is no part of ours there is not ours to remove.
    let place = site();
    let portal = "naam = \"P\"\nbasis_url = \"https://p.example/\"\neigenaar = \"R\"\n\n[[plaats]]\nnaam = \"web\"\nmap = \"doel\"\n";
    place.write("site/portal.toml", portal.as_bytes());
    place.write("doel/.verbeeld-deel/notitie.txt", b"van mij");
    place.write("doel/.verbeeld-deel/3", b"half");
    assert_eq!(run(&place, "plaats").status.code(), Some(0));
    assert!(place.has("doel/.verbeeld-deel/notitie.txt") && !place.has("doel/.verbeeld-deel/3"));
}

/// What `plaats` takes away is what the marker at the target tells, and that one may be anybody's.
#[test]
fn bringing_the_site_to_its_place_takes_away_nothing_elsewhere() {
    let place = site();
    let portal = "naam = \"P\"\nbasis_url = \"https://p.example/\"\neigenaar = \"R\"\n\n[[plaats]]\nnaam = \"web\"\nmap = \"doel\"\n";
    place.write("site/portal.toml", portal.as_bytes());
    place.write("kostbaar.txt", b"jaren werk");
    let hash = blake3::hash(b"jaren werk").to_hex();
    place.write("doel/.verbeeld", format!("verbeeld 1\n{hash} 10 ../kostbaar.txt\n").as_bytes());
    assert_eq!(run(&place, "build").status.code(), Some(0));
    let done = run(&place, "plaats");
    assert!(place.has("kostbaar.txt"), "{}", said(&done));
    assert!(place.has("doel/index.html"), "{}", said(&done));
}

#[test]
fn a_pipe_where_a_command_looks_is_not_waited_for() {
    for (pipe, command) in [
        (".taplo.toml", "schema"),
        ("site/schema/gegevens.json", "schema"),
        ("public/.verbeeld", "build"),
        ("public/index.html", "build"),
        (".verbeeld/.gitignore", "build"),
        (".public.verbeeld-werk/slot", "build"),
        (".public.verbeeld-werk/inhoud", "build"),
        ("doel/.verbeeld", "plaats"),
        ("doel/.verbeeld-deel/0", "plaats"),
    ] {
        let place = site();
        let portal = "naam = \"P\"\nbasis_url = \"https://p.example/\"\neigenaar = \"R\"\n\n[[plaats]]\nnaam = \"web\"\nmap = \"doel\"\n";
        place.write("site/portal.toml", portal.as_bytes());
        fs::create_dir_all(place.root().join("doel")).unwrap();
        let pipe = place.root().join(pipe);
        fs::create_dir_all(pipe.parent().unwrap()).unwrap();
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        // One that waits would do so until the tests are ended.
        assert_ne!(run(&place, command).status.code(), Some(0), "{}", pipe.display());
    }
}

#[test]
fn a_file_that_is_too_large_is_told_and_not_read() {
    let place = site();
    let root = place.root();
    for (path, size) in
        [("site/content/lang.md", 9 << 20), ("site/data/veel.toml", 9 << 20), ("site/static/film.mp4", 300 << 20)]
    {
        fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
        // Holes take no room on the disk.
        fs::File::create(root.join(path)).unwrap().set_len(size).unwrap();
    }
    let told = told(&place);
    // Few bytes may still be more than anybody reads. Only that is told of it, and all else goes on.
    for (piece, amount) in [
        ("## Kop\n\n", 20_000),
        ("*a* ", 20_000),
        ("- a\n", 20_000),
        ("> ", 60_000),
        ("[a](/b/) ", 20_000),
        ("a[^1] ", 60_000),
    ] {
        let place = site();
        place.write("site/content/vol.md", format!("+++\ntitel = \"A\"\n+++\n{}", piece.repeat(amount)).as_bytes());
        place.write("site/content/ander.md", b"+++\ntitel = \"Ander\"\nzomaar = 1\n+++\n");
        let told = self::told(&place);
        assert!(told.len() == 2 && told[0].contains("zomaar"), "{piece}: {told:#?}");
        assert!(told[1].starts_with("site/content/vol.md:") && told[1].contains("[BESTAND013]"), "{piece}: {told:#?}");
    }
    for path in ["site/content/lang.md", "site/data/veel.toml", "site/static/film.mp4"] {
        assert!(told.iter().any(|line| line.starts_with(path) && line.contains("[BESTAND013]")), "{path}: {told:#?}");
    }
}
