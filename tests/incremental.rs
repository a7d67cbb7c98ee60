//! Building with what was kept from before gives what a build from nothing gives, byte for byte; and so do other numbers of
//! threads and another order of reading.
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence};
use std::collections::BTreeMap;
use std::path::Path;
use verbeeld::pipeline::{Built, Keep, Memo, Options, build};
use verbeeld::source::{Role, SourceFile, Sources, embedded_themes, starter_site};

/// A site in memory: path from the project's folder → text.
type Tree = BTreeMap<String, String>;

fn starter() -> Tree {
    starter_site().into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes.to_vec()).unwrap())).collect()
}

fn file(path: &str, name: &str, role: Role, bytes: &[u8]) -> SourceFile {
    SourceFile {
        path: path.into(),
        name: name.into(),
        role,
        bytes: bytes.into(),
        hashed: Default::default(),
        disk: None,
    }
}

fn files(tree: &Tree) -> Vec<SourceFile> {
    let mut files = Vec::new();
    for (path, text) in tree {
        let Some(within) = path.strip_prefix("site/") else { continue };
        let (role, name) = match within.split_once('/') {
            None => (Role::Config, within),
            Some(("content", name)) if name.ends_with(".md") => (Role::Page, name),
            Some(("content", name)) => (Role::Companion, name),
            Some(("data", name)) => (Role::Data, name),
            Some(("static", name)) => (Role::Static, name),
            Some(_) => (Role::Theme(0), within),
        };
        files.push(file(path, name, role, text.as_bytes()));
    }
    let mut folders = vec![embedded_themes().get_dir("weefsel").unwrap()];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for f in folder.files() {
            let path = f.path().to_string_lossy().replace('\\', "/");
            let name = path.strip_prefix("weefsel/").unwrap();
            files.push(file(&format!("themes/{path}"), name, Role::Theme(1), f.contents()));
        }
    }
    files
}

/// One thing that an editor does.
#[derive(Debug, Clone)]
enum Edit {
    /// Adds words at the end of a file.
    Write(usize, u8),
    /// Takes a file away.
    Remove(usize),
    /// Gives a page another name.
    Rename(usize, u8),
    /// Adds a page.
    Page(u8, u8),
    /// Adds or changes a record.
    Record(u8, u8),
    /// Changes a word everywhere in a file.
    Replace(usize, u8),
    /// Gives a page another line of front matter.
    Front(usize, u8),
    /// An own template, style or word.
    Theme(u8, u8),
    /// Puts a file back as it was at first.
    Mend(usize),
    /// Puts everything back.
    MendAll,
    /// Looks at drafts too, or no longer.
    Drafts,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        3 => (any::<usize>(), any::<u8>()).prop_map(|(f, w)| Edit::Write(f, w)),
        1 => any::<usize>().prop_map(Edit::Remove),
        1 => (any::<usize>(), any::<u8>()).prop_map(|(f, n)| Edit::Rename(f, n)),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(p, t)| Edit::Page(p, t)),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(r, t)| Edit::Record(r, t)),
        2 => (any::<usize>(), any::<u8>()).prop_map(|(f, w)| Edit::Replace(f, w)),
        2 => (any::<usize>(), any::<u8>()).prop_map(|(f, l)| Edit::Front(f, l)),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(t, w)| Edit::Theme(t, w)),
        3 => any::<usize>().prop_map(Edit::Mend),
        1 => Just(Edit::MendAll),
        1 => Just(Edit::Drafts),
    ];
    prop::collection::vec(edit, 1..12)
}

/// What is written: sound words and slips, so that sites break and are mended.
const WORDS: &[&str] = &[
    "\nEen zin erbij.\n",
    "\nZie [[kernteam]] en [[bestaat-niet]].\n",
    "\n## Een kopje\n\nMet {{ aantal.gremia }} overleggen.\n",
    "\n[hier](../werkwijze/)\n",
    "\n<script>\n",
    "\n```infographic\nsoort = \"relatiekaart\"\nrond = \"kernteam\"\n```\n",
    "\n# einde\n",
    "\n[[begrip]]\nid = \"nieuw\"\nnaam = \"Nieuw\"\nbetekenis = \"Zie [[kernteam]].\"\n",
    "\nkapot = \n",
    "\nZie [het plan](/plan.txt) en [[werkwijze/overleg]].\n",
    "\n[[Begrip]]\nid = \"open\"\nnaam = [\"x\"\nbetekenis = \"y\"\n",
];

const PAGES: &[&str] =
    &["nieuw.md", "werkwijze/nieuw.md", "werkwijze/overleg/index.md", "gremia/kernteam.md", "ander/diep/blad.md"];

const TEXTS: &[&str] = &[
    "+++\ntitel = \"Nieuw\"\n+++\n\nTekst over het [[kernteam]].\n",
    "+++\ntitel = \"Anders\"\nvolgorde = 1\naliassen = [\"oud/\"]\ntrefwoorden = [\"geld\"]\n+++\n\n## Kop\n\nTekst.\n",
    "+++\ntitel = \"Concept\"\nconcept = true\n+++\n\nHalf.\n",
    "+++\ntitel = Kapot\n+++\n\nTekst.\n",
    "Geen gegevens bovenaan.\n",
];

const SWAPS: &[(&str, &str)] = &[
    ("Kernteam", "Kernploeg"),
    ("kernteam", "kernploeg"),
    ("voorstel", "besloten"),
    ("10", "12"),
    ("\"", "“"),
    ("Beek", "Stroom"),
];

/// Lines of front matter that other pages may show something of.
const FRONTS: &[&str] = &[
    "titel = \"Een andere titel\"",
    "menu_titel = \"Kort\"",
    "volgorde = -3",
    "datum = 2024-02-01",
    "verborgen = true",
    "trefwoorden = [\"geld\"]",
    "omschrijving = \"Zie [[werkwijze/overleg]].\"",
    "aliassen = [\"vroeger/\"]",
    "concept = true",
    "sjabloon = \"lijst.html\"",
];

/// A page with this line in place of its own of that key.
fn with_front(text: &str, line: &str) -> Option<String> {
    let (front, body) = text.strip_prefix("+++\n")?.split_once("\n+++")?;
    let key = line.split('=').next()?;
    let others = front.lines().filter(|other| !other.starts_with(key)).collect::<Vec<_>>().join("\n");
    Some(format!("+++\n{line}\n{others}\n+++{body}"))
}

fn apply(edit: &Edit, tree: &mut Tree, drafts: &mut bool) {
    let nth = |tree: &Tree, n: usize| tree.keys().nth(n % tree.len().max(1)).cloned();
    match edit {
        Edit::Write(n, w) => {
            let Some(path) = nth(tree, *n) else { return };
            tree.get_mut(&path).unwrap().push_str(WORDS[*w as usize % WORDS.len()]);
        }
        Edit::Remove(n) => {
            let Some(path) = nth(tree, *n) else { return };
            tree.remove(&path);
        }
        Edit::Rename(n, name) => {
            let Some(path) = nth(tree, *n).filter(|p| p.ends_with(".md")) else { return };
            let text = tree.remove(&path).unwrap();
            tree.insert(format!("site/content/{}", PAGES[*name as usize % PAGES.len()]), text);
        }
        Edit::Page(p, t) => {
            let (page, text) = (PAGES[*p as usize % PAGES.len()], TEXTS[*t as usize % TEXTS.len()]);
            tree.insert(format!("site/content/{page}"), text.into());
        }
        Edit::Record(r, t) => {
            let name = ["Oever", "Stroom", "Bron"][*t as usize % 3];
            let text = format!(
                "[[begrip]]\nid = \"extra-{0}\"\nnaam = \"{name}\"\nbetekenis = \"Zie [[kernteam]].\"\nzie = [\"{1}\"]\n",
                r % 2,
                ["kernteam", "beekstad", "weg"][*t as usize % 3]
            );
            tree.insert(format!("site/data/extra-{}.toml", r % 3), text);
        }
        Edit::Replace(n, w) => {
            let Some(path) = nth(tree, *n) else { return };
            let (from, to) = SWAPS[*w as usize % SWAPS.len()];
            let text = tree.get_mut(&path).unwrap();
            *text = text.replace(from, to);
        }
        Edit::Front(n, l) => {
            let Some(path) = nth(tree, *n).filter(|path| path.ends_with(".md")) else { return };
            let line = FRONTS[*l as usize % FRONTS.len()];
            if let Some(text) = with_front(&tree[&path], line) {
                tree.insert(path, text);
            }
        }
        Edit::Theme(t, w) => {
            let (path, texts): (&str, [&str; 3]) = match t % 5 {
                0 => (
                    "site/templates/pagina.html",
                    [
                        "{% extends \"thema/pagina.html\" %}",
                        "<main>{{ page.title }}</main>",
                        "<main>{{ page.title }</main>",
                    ],
                ),
                1 => ("site/css/eigen.css", ["a { color: red }", "a { color: blue }", ""]),
                2 => ("site/text/nl.toml", ["next = \"Hierna\"", "next = \"Verder\"", "next = Verder"]),
                3 => ("site/content/plan.txt", ["plan", "ander plan", ""]),
                _ => ("site/static/plan.txt", ["plan", "ander plan", ""]),
            };
            tree.insert(path.into(), texts[*w as usize % 3].into());
        }
        Edit::Mend(n) => {
            let first = starter();
            let path = first.keys().nth(n % first.len()).unwrap();
            tree.insert(path.clone(), first[path].clone());
        }
        Edit::MendAll => *tree = starter(),
        Edit::Drafts => *drafts = !*drafts,
    }
}

/// What differs between two builds, in a few words; the bytes themselves would fill the screen.
fn difference(kept: &Built, clean: &Built) -> Option<String> {
    if kept.problems != clean.problems {
        return Some(format!("problems: {:#?}\nin place of {:#?}", kept.problems, clean.problems));
    }
    match (&kept.output, &clean.output) {
        (None, None) => None,
        (Some(a), Some(b)) if a == b => None,
        (Some(a), Some(b)) => {
            let differs = |path: &str| a.get(path) != b.get(path);
            let paths: Vec<&str> = a.iter().chain(b.iter()).map(|(p, _)| p).filter(|p| differs(p)).collect();
            Some(format!("files: {paths:?}"))
        }
        _ => Some("one has output and the other none".into()),
    }
}

/// A few in every run; `PROPTEST_CASES=500` looks longer.
fn config() -> Config {
    let cases = crate::support::trials("PROPTEST_CASES", 2) as u32;
    Config { cases, failure_persistence: Some(Box::new(FileFailurePersistence::Off)), ..Config::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_kept_changes_nothing(edits in edits()) {
        let mut tree = starter();
        let mut drafts = false;
        let mut memo = Memo::default();
        build(&Sources::new(files(&tree)), Options::default(), &mut memo);
        for edit in &edits {
            apply(edit, &mut tree, &mut drafts);
            let sources = Sources::new(files(&tree));
            let options = Options { drafts, ..Options::default() };
            let kept = build(&sources, options, &mut memo);
            let clean = build(&sources, options, &mut Memo::that_keeps(Keep::Site));
            let differs = difference(&kept, &clean);
            prop_assert!(differs.is_none(), "after {edit:?}: {}", differs.unwrap_or_default());
            prop_assert_eq!(clean.output.is_some(), clean.errors() == 0);
            prop_assert!(clean.views.is_empty() && (clean.errors() > 0 || !kept.views.is_empty()));
            let judged = build(&sources, options, &mut Memo::that_keeps(Keep::Nothing));
            prop_assert!(judged.problems == clean.problems && judged.output.is_none());
        }
    }

    #[test]
    fn the_order_of_reading_changes_nothing(order in Just(files(&starter())).prop_shuffle()) {
        let first = build(&Sources::new(files(&starter())), Options::default(), &mut Memo::default());
        let other = build(&Sources::new(order), Options::default(), &mut Memo::default());
        let differs = difference(&other, &first);
        prop_assert!(differs.is_none(), "{}", differs.unwrap_or_default());
    }
}

/// What a page shows of another is what that other says now: its title behind a name, above it, beside it, in a list.
#[test]
fn front_matter_reaches_every_page_that_shows_it() {
    let mut tree = starter();
    let page = |title: &str, text: &str| format!("+++\ntitel = \"{title}\"\n+++\n\n{text}\n");
    for (path, text) in [
        ("blok/index.md", page("Blok", "Zie [[blok/twee]] en [[los]].")),
        ("blok/een.md", page("Een", "Zie [[blok/drie]].")),
        ("blok/twee.md", page("Twee", "Zie [een](../een/).")),
        ("blok/drie.md", page("Drie", "Geen enkele verwijzing.")),
        ("los.md", page("Los", "Zie [[blok]], [[blok/een|een ander]] en [[blok/twee]].")),
    ] {
        tree.insert(format!("site/content/{path}"), text);
    }
    let mut memo = Memo::default();
    let mut kept_of = |tree: &Tree| build(&Sources::new(files(tree)), Options::default(), &mut memo);
    assert_eq!(kept_of(&tree).errors(), 0);
    for path in ["blok/index.md", "blok/een.md"] {
        let path = format!("site/content/{path}");
        for line in FRONTS {
            let text = with_front(&tree[&path], line).unwrap();
            let now =
                Tree::from_iter(tree.iter().map(|(p, t)| (p.clone(), if *p == path { &text } else { t }.clone())));
            let clean = build(&Sources::new(files(&now)), Options::default(), &mut Memo::default());
            assert_eq!(difference(&kept_of(&now), &clean), None, "{line} in {path}");
        }
    }
}

/// Of pages of plain text only those are planned anew that show what changed.
#[test]
fn a_title_makes_few_pages_anew() {
    let mut tree = starter();
    for i in 0..30 {
        let text = format!("+++\ntitel = \"Blad {i:02}\"\n+++\n\nTekst.\n");
        tree.insert(format!("site/content/blok/blad-{i:02}.md"), text);
    }
    let mut memo = Memo::default();
    let mut rendered = |tree: &Tree| build(&Sources::new(files(tree)), Options::default(), &mut memo).rendered;
    rendered(&tree);
    let path = "site/content/blok/blad-15.md".to_owned();
    tree.insert(path.clone(), with_front(&tree[&path], "titel = \"Blad 15 b\"").unwrap());
    let sheets = rendered(&tree).into_iter().filter(|path| path.starts_with("blok/blad-")).collect::<Vec<_>>();
    assert_eq!(sheets, ["blok/blad-14/index.html", "blok/blad-15/index.html", "blok/blad-16/index.html"]);
}

/// What a page shows of the data is what they say now: in its text, at its head, and where a link in it leads.
#[test]
fn data_reach_every_page_that_shows_them() {
    let mut tree = starter();
    let page = |front: &str, text: &str| format!("+++\ntitel = \"{front}\n+++\n\n{text}\n");
    let role = "[[rol]]\nid = \"schrijver\"\nnaam = \"Schrijver\"\nomschrijving = \"Schrijft.\"\nstatus = \"voorstel\"\nbron = [\"werkplan\"]\n";
    tree.insert("site/data/rollen.toml".into(), role.into());
    for (path, text) in [
        ("tekst.md", page("Tekst\"", "Alleen tekst, en [een lijst](../begrippen/).")),
        ("naam.md", page("Naam\"", "Zie [[kernteam]].")),
        ("woorden.md", page("Woorden\"", "Zie [[kernteam|de kern]].")),
        ("kop.md", page("Kop\"\nomschrijving = \"Over [[kernteam]].\"", "Tekst.")),
        ("eigenaar.md", page("Eigenaar\"\neigenaar = \"schrijver\"", "Tekst.")),
        ("bron.md", page("Bron\"\nbron = [\"werkplan\"]", "Tekst.")),
        ("uitleg.md", page("Uitleg\"", "Het werk van de Stroom gaat door.")),
        // Lists of pages: of a folder and of a keyword, with something of the data on a card or at the head, and without.
        ("map/kop.md", page("K\"\nomschrijving = \"Van [[kernteam]].\"\ntrefwoorden = [\"water\"]", "Tekst.")),
        ("los/plat.md", page("Plat\"\nomschrijving = \"Plat.\"\ntrefwoorden = [\"lucht\"]", "Tekst.")),
        ("los/kaal.md", page("Kaal\"\ntrefwoorden = [\"lucht\"]", "Zie [[kernteam]].")),
        ("eigen/index.md", page("Eigen\"\neigenaar = \"schrijver\"", "Tekst.")),
        ("eigen/plat.md", page("Ook plat\"", "Tekst.")),
    ] {
        tree.insert(format!("site/content/{path}"), text);
    }
    let mut memo = Memo::default();
    let mut kept_of = |tree: &Tree| build(&Sources::new(files(tree)), Options::default(), &mut memo);
    let first = kept_of(&tree);
    assert_eq!(first.errors(), 0, "{:#?}", first.problems);
    let term =
        "[[begrip]]\nid = \"stroom\"\nnaam = \"Stroom\"\nbetekenis = \"Water.\"\nbron = [\"werkplan\"]\n".to_owned();
    let all: String =
        tree.iter().filter(|(path, _)| path.starts_with("site/data/")).map(|(_, text)| text.as_str()).collect();
    for (file, text) in [
        ("rollen.toml", role.replace("\"Schrijver\"", "\"Dichter\"")),
        ("stroom.toml", term.clone()),
        ("stroom.toml", term.replace("Water.", "Stromend water.")),
        ("gremia.toml", tree["site/data/gremia.toml"].replacen("naam = \"", "naam = \"Nieuw ", 9)),
        ("bronnen.toml", tree["site/data/bronnen.toml"].replacen("naam = \"", "naam = \"Nieuw ", 9)),
    ] {
        assert!(!all.contains(&text));
        tree.insert(format!("site/data/{file}"), text);
        let clean = build(&Sources::new(files(&tree)), Options::default(), &mut Memo::default());
        let kept = kept_of(&tree);
        assert_eq!(difference(&kept, &clean), None, "{file}");
        assert_eq!(clean.errors(), 0, "{:#?}", clean.problems);
    }
}

/// Another style has another name, and every page leads to it, without being made anew.
#[test]
fn another_style_makes_no_page_anew() {
    let mut tree = starter();
    let mut memo = Memo::default();
    let mut made = |tree: &Tree| {
        let built = build(&Sources::new(files(tree)), Options::default(), &mut memo);
        (build(&Sources::new(files(tree)), Options::default(), &mut Memo::default()), built)
    };
    tree.insert("site/css/eigen.css".into(), "a { color: red }".into());
    let (_, first) = made(&tree);
    assert!(!first.rendered.is_empty());
    for style in ["a { color: blue }", "a { color: green }"] {
        tree.insert("site/css/eigen.css".into(), style.into());
        let (clean, kept) = made(&tree);
        assert_eq!(difference(&kept, &clean), None);
        assert_eq!(kept.rendered, [""; 0], "{style}");
    }
}

/// Edits must break sites and mend them, or the test above proves little.
#[test]
fn the_edits_break_sites_and_leave_others_whole() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut whole, mut broken) = (0, 0);
    for _ in 0..16 {
        let (mut tree, mut drafts) = (starter(), false);
        let edits = edits().new_tree(&mut runner).unwrap().current();
        edits.iter().for_each(|edit| apply(edit, &mut tree, &mut drafts));
        let built = build(&Sources::new(files(&tree)), Options { drafts, ..Options::default() }, &mut Memo::default());
        *if built.output.is_some() { &mut whole } else { &mut broken } += 1;
    }
    assert!(whole >= 2 && broken >= 2, "{whole} whole, {broken} broken");
}

fn real_site() -> Sources {
    let project = verbeeld::source::Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    verbeeld::source::read(&project).unwrap()
}

#[test]
fn one_thread_or_four_give_the_same_bytes() {
    let sources = real_site();
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| build(&sources, Options::default(), &mut Memo::default()))
    };
    let (one, four) = (on(1), on(4));
    assert!(one.output.is_some());
    assert_eq!(difference(&one, &four), None);
    assert_eq!(one.rendered, four.rendered);
}

/// What is kept of a build is a matter of memory alone.
#[test]
fn a_site_is_the_same_whatever_is_kept_of_it() {
    let sources = real_site();
    let of = |keep| build(&sources, Options::default(), &mut Memo::that_keeps(keep));
    let (all, site, nothing) = (of(Keep::All), of(Keep::Site), of(Keep::Nothing));
    assert_eq!(difference(&site, &all), None);
    assert_eq!((site.pages, site.infographics), (all.pages, all.infographics));
    assert_eq!((nothing.pages, nothing.infographics), (all.pages, all.infographics));
    assert_eq!(nothing.problems, all.problems);
    assert!(nothing.output.is_none() && site.views.is_empty() && !all.views.is_empty());
}

#[test]
fn the_starter_in_memory_is_the_starter_on_disk() {
    let folder = tempfile::TempDir::new().unwrap();
    for (path, text) in starter() {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let project = verbeeld::source::Project::find(folder.path()).unwrap();
    let disk = build(&verbeeld::source::read(&project).unwrap(), Options::default(), &mut Memo::default());
    let memory = build(&Sources::new(files(&starter())), Options::default(), &mut Memo::default());
    assert!(memory.output.is_some(), "{:#?}", memory.problems);
    assert_eq!(difference(&disk, &memory), None);
}
