//! `verbeeld hernoem` and `verbeeld verwijder`.
use crate::support::project::Place;
use std::collections::BTreeMap;
use std::path::Path;
use verbeeld::diag::Span;
use verbeeld::edit::{mentions_of, removed, renamed};
use verbeeld::model::Kind;
use verbeeld::pipeline::{Memo, Options, build, site, site_with};
use verbeeld::source::{Project, Sources, read};

fn portal() -> Sources {
    read(&Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap()
}

fn told(sources: &Sources) -> Vec<String> {
    let options = Options { drafts: true, today: None };
    let built = build(sources, options, &mut Memo::default());
    built.problems.iter().map(|p| verbeeld::diag::short::render(p, sources)).collect()
}

/// Of each kind of record a few from the whole range: all of them would be a build of the portal for each of hundreds.
fn some_of_each_kind(ids: &BTreeMap<String, (Kind, Span)>) -> Vec<&String> {
    let most = crate::support::trials("NAMEN", 1) as usize;
    let mut by_kind: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for (id, (kind, _)) in ids {
        by_kind.entry(kind.plural).or_default().push(id);
    }
    let few = |all: &Vec<&'_ String>| {
        let few = all.len().min(most);
        (0..few).map(|i| i * all.len() / few).collect::<Vec<_>>()
    };
    by_kind.values().flat_map(|all| few(all).into_iter().map(|i| all[i])).collect()
}

/// One after another, each on what the ones before left, so that ids that were renamed along are met again.
#[test]
fn ids_of_every_kind_of_the_portal_in_turn() {
    let options = Options { drafts: true, today: None };
    let mut sources = portal();
    let first = site(&sources, options);
    let mut memo = Memo::default();
    let mut new_names = Vec::new();
    for id in some_of_each_kind(&first.model.ids) {
        let now = site_with(&sources, options, &mut memo);
        match renamed(&sources, &now, id, &format!("{id}-x")) {
            Ok(change) => {
                sources = change.applied();
                new_names.push(id);
            }
            // A relation takes its id from its two ends, and goes along with them.
            Err(refused) => {
                let tie = first.model.relaties.get(id).unwrap_or_else(|| panic!("{id}: {}", refused.why));
                assert_eq!(*id, format!("{}--{}", tie.van.id, tie.naar.id), "{}", refused.why);
            }
        }
    }
    assert_eq!(told(&sources), Vec::<String>::new());
    let built = build(&sources, options, &mut Memo::default());
    let output = built.output.unwrap();
    let after = site(&sources, options);
    for old in new_names {
        let (kind, _) = &first.model.ids[old];
        assert!(!after.model.ids.contains_key(old), "{old} is still there");
        let now = after.model.now_called(old).unwrap_or_else(|| panic!("{old} is forgotten"));
        let page =
            |path: &str| String::from_utf8(output.get(path).unwrap_or_else(|| panic!("no {path}")).to_vec()).unwrap();
        if kind.own_page {
            let redirect = page(&format!("{}/{old}/index.html", kind.plural));
            assert!(redirect.contains(&format!("{}/{now}/", kind.plural)), "{old}: {redirect}");
            assert!(!output.get(&format!("{}/{now}/index.html", kind.plural)).unwrap().is_empty());
        } else {
            assert!(
                page(&format!("{}/index.html", kind.plural)).contains(&format!("id=\"{old}\"")),
                "{old} has no anchor"
            );
        }
    }
}

fn small() -> Place {
    let place = Place::new();
    place.write("site/portal.toml", b"naam = \"P\"\nbasis_url = \"https://p.example/\"\n[[menu]]\ntitel = \"G\"\nnaar = \"een\"\n[[voet]]\ntitel = \"V\"\nnaar = \"gremia/een/\"\n");
    let data = "\u{feff}# de bron\r\n[[bron]]\r\nid = \"plan\"\r\nnaam = \"een\"\r\n\r\n[[laag]]\r\nid = \"een-laag\"\r\nnaam = \"L\"\r\nvolgorde = 1\r\n\r\n[[gremium]]\r\nid = \"\\u0065en\"   # de id\r\nnaam = 'een'\r\nlaag = \"een-laag\"\r\nomschrijving = \"Over [[een]] en [[een|een ander]].\"\r\nbesluit = false\r\nstatus = \"feit\"\r\nbron = ['plan']\r\n[[gremium.lid]]\r\ngroep = \"Zie \\\"[[een]]\\\".\"\r\nstatus = \"feit\"\r\nbron = [\"plan\"]";
    place.write("site/data/alles.toml", data.as_bytes());
    place.write("site/content/index.md", b"+++\ntitel = \"Start\"\n+++\n\nSee [[een]], [[een#top|x]], [b](/gremia/een/), [c](gremia/een.md) and `[[een]]`. Ook een.\n\n```infographic\nsoort = \"organogram\"\ntitel = \"een\"\n```\n\n```toml\ngremium = \"een\"\n```\n");
    place.write("site/content/gremia/een.md", b"+++\ntitel = \"een\"\n+++\n\n## Top\n\nVan [[een]].\n");
    place
}

#[test]
fn all_ways_to_write_an_id_and_nothing_else() {
    let place = small();
    let sources = place.sources();
    assert!(told(&sources).iter().all(|line| !line.contains("fout")), "{:?}", told(&sources));
    let change = renamed(&sources, &site(&sources, Options::default()), "een", "twee").unwrap();
    change.write(place.root()).unwrap();
    let read = |path: &str| std::fs::read_to_string(place.root().join(path)).unwrap();
    assert!(!place.has("site/content/gremia/een.md"));
    assert_eq!(read("site/content/gremia/twee.md"), "+++\ntitel = \"een\"\n+++\n\n## Top\n\nVan [[twee]].\n");
    assert_eq!(
        read("site/content/index.md"),
        "+++\ntitel = \"Start\"\n+++\n\nSee [[twee]], [[twee#top|x]], [b](/gremia/twee/), [c](gremia/twee.md) and `[[een]]`. Ook een.\n\n```infographic\nsoort = \"organogram\"\ntitel = \"een\"\n```\n\n```toml\ngremium = \"een\"\n```\n"
    );
    assert_eq!(
        read("site/portal.toml"),
        "naam = \"P\"\nbasis_url = \"https://p.example/\"\n[[menu]]\ntitel = \"G\"\nnaar = \"twee\"\n[[voet]]\ntitel = \"V\"\nnaar = \"gremia/twee/\"\n"
    );
    assert_eq!(
        read("site/data/alles.toml"),
        "\u{feff}# de bron\r\n[[bron]]\r\nid = \"plan\"\r\nnaam = \"een\"\r\n\r\n[[laag]]\r\nid = \"een-laag\"\r\nnaam = \"L\"\r\nvolgorde = 1\r\n\r\n[[gremium]]\r\nid = \"twee\"   # de id\r\nnaam = 'een'\r\nlaag = \"een-laag\"\r\nomschrijving = \"Over [[twee]] en [[twee|een ander]].\"\r\nbesluit = false\r\nstatus = \"feit\"\r\nbron = ['plan']\r\nvoorheen = [\"een\"]\r\n[[gremium.lid]]\r\ngroep = \"Zie \\\"[[twee]]\\\".\"\r\nstatus = \"feit\"\r\nbron = [\"plan\"]"
    );
    // And back again: the old id is no old id any more.
    let sources = place.sources();
    renamed(&sources, &site(&sources, Options::default()), "twee", "een").unwrap().write(place.root()).unwrap();
    assert!(read("site/data/alles.toml").contains("\r\nvoorheen = [\"twee\"]\r\n"));
}

/// An editor changed the id of the record itself, and nothing else.
#[test]
fn what_was_begun_by_hand_is_finished() {
    let place = small();
    let text = std::fs::read_to_string(place.root().join("site/data/alles.toml")).unwrap();
    place.write("site/data/alles.toml", text.replace("\\u0065en", "twee").as_bytes());
    let sources = place.sources();
    let change = renamed(&sources, &site(&sources, Options::default()), "een", "twee").unwrap();
    let left = told(&change.applied());
    assert!(left.iter().all(|line| !line.contains("fout")), "{left:?}");
}

#[test]
fn an_id_that_is_taken_or_is_none_is_refused() {
    let place = small();
    let sources = place.sources();
    let site = site(&sources, Options::default());
    for (old, new) in [("een", "plan"), ("een", "Twee"), ("een", ""), ("nul", "twee"), ("een", "een")] {
        assert!(renamed(&sources, &site, old, new).is_err(), "{old} {new}");
    }
}

#[test]
fn what_is_taken_away_is_told_by_who_refers_to_it() {
    let place = small();
    let sources = place.sources();
    let site = site(&sources, Options::default());
    let mentions = mentions_of(&sources, &site, "een-laag", |_| true);
    assert_eq!(mentions, [("site/data/alles.toml".to_owned(), 14, "laag = \"een-laag\"".to_owned())]);
    let after = removed(&sources, &site, "een").unwrap().applied();
    let text = after.iter().find(|(_, f)| f.name == "alles.toml").unwrap().1.text().unwrap().0.to_owned();
    assert!(text.ends_with("volgorde = 1\r\n\r\n") && !after.iter().any(|(_, f)| f.name == "gremia/een.md"), "{text}");
}
