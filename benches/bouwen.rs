//! How long a build takes, cold and after one save, on a site made up here. Run with `cargo bench`.
//!
//! The numbers are only good for comparing two versions of the program on one machine, one after the other.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench")]

use std::time::{Duration, Instant};
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::{Role, SourceFile, Sources, embedded_themes};

const PER_SECTION: usize = 50;
const WORDS: &[&str] = &[
    "overleg",
    "gemeente",
    "afspraak",
    "planning",
    "advies",
    "besluit",
    "college",
    "agenda",
    "toezicht",
    "vergunning",
    "samen",
    "regio",
    "partner",
    "bijdrage",
    "opgave",
    "resultaat",
    "kwartaal",
    "verslag",
    "beleid",
    "uitvoering",
];

fn main() {
    for pages in [100, 1_000, 5_000] {
        let files = site(pages);
        let sources = Sources::new(files.clone());
        let cold = median(5, || {
            let built = build(&sources, Options::default(), &mut Memo::default());
            assert_eq!(built.errors(), 0, "{:?}", built.problems.first());
        });
        let mut memo = Memo::default();
        build(&sources, Options::default(), &mut memo);
        let mut turn = 0;
        let saved = median(9, || {
            turn += 1;
            let mut edited = files.clone();
            let text = format!("{}\n\nBewaard {turn}.\n", page(pages / 2, pages));
            edited[pages / 2] = file(&name(pages / 2), Role::Page, &text);
            let built = build(&Sources::new(edited), Options::default(), &mut memo);
            assert_eq!(built.errors(), 0);
            assert!(!built.rendered.is_empty());
        });
        println!("{pages:>6} pagina's: koud {cold:>9.1?}, na één keer bewaren {saved:>9.1?}");
    }
}

fn median(times: usize, mut work: impl FnMut()) -> Duration {
    let mut all: Vec<Duration> = (0..times)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    all.sort();
    all[times / 2]
}

fn site(pages: usize) -> Vec<SourceFile> {
    let mut files: Vec<SourceFile> = (0..pages).map(|i| file(&name(i), Role::Page, &page(i, pages))).collect();
    files.push(file("portal.toml", Role::Config, "naam = \"Proef\"\nbasis_url = \"https://voorbeeld.nl/\"\n"));
    files.push(file("index.md", Role::Page, "+++\ntitel = \"Start\"\n+++\n\nWelkom.\n"));
    let mut folders = vec![embedded_themes().get_dir("weefsel").unwrap()];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for one in folder.files() {
            let name = one.path().strip_prefix("weefsel").unwrap().to_string_lossy().into_owned();
            files.push(file(&name, Role::Theme(1), &String::from_utf8_lossy(one.contents())));
        }
    }
    files
}

fn name(i: usize) -> String {
    format!("deel-{:03}/pagina-{i:05}.md", i / PER_SECTION)
}

fn page(i: usize, pages: usize) -> String {
    let mut random = i as u64 * 2_654_435_761 + 1;
    let mut text = format!(
        "+++\ntitel = \"Pagina {i}\"\nomschrijving = \"Over {}.\"\nvolgorde = {i}\ntrefwoorden = [\"{}\"]\n+++\n\n",
        word(&mut random),
        word(&mut random)
    );
    for part in 0..6 {
        text.push_str(&format!("## {} {part}\n\n", word(&mut random)));
        for sentence in 0..10 {
            let words: Vec<&str> = (0..10).map(|_| word(&mut random)).collect();
            text.push_str(&words.join(" "));
            text.push_str(if sentence % 3 == 0 { ", **en** zo.\n" } else { ".\n" });
        }
        let other = (next(&mut random) as usize) % pages;
        text.push_str(&format!(
            "\nZie [verder](/deel-{:03}/pagina-{other:05}/).\n\n- een\n- twee\n\n",
            other / PER_SECTION
        ));
    }
    text
}

fn word(random: &mut u64) -> &'static str {
    WORDS[(next(random) as usize) % WORDS.len()]
}

/// A small generator of our own: the same site every time.
fn next(random: &mut u64) -> u64 {
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    *random
}

fn file(name: &str, role: Role, text: &str) -> SourceFile {
    let bytes = text.as_bytes().into();
    SourceFile { path: name.to_owned(), name: name.to_owned(), role, bytes, hashed: Default::default(), disk: None }
}
