//! One of each act on the same portal: no page, card, slide, file of data or piece of the index says that one of them is still open.
use super::alongside::portal_saying;
use super::deciding::{NO_DRAFTS, act, answers, built, decision, open, page, portal, regex_like, sentences, texts};
use verbeeld::edit::{Change, Raised, Refused, Seat, decided, raised, renamed, seated};
use verbeeld::pipeline::{Memo, site};
use verbeeld::site::Site;
use verbeeld::source::Sources;

type Recorded = for<'s> fn(&'s Sources, &Site) -> Result<Change<'s>, Refused>;

const ACTS: &[Recorded] = &[
    |sources, site| decided(sources, site, &decision("keuze-1-gastheer", "hengelo")),
    |sources, site| decided(sources, site, &decision("keuze-4-vorm", "Een samenwerkingsconvenant")),
    |sources, site| decided(sources, site, &decision("keuze-2-leden-kerngroep", "[[enschede]] en [[almelo]]")),
    |sources, site| {
        let (fills, function) = (Some("3".into()), Some("lid".into()));
        seated(
            sources,
            site,
            &Seat { body: "vth-kerngroep".into(), who: "enschede".into(), function, fills, act: act() },
        )
    },
    |sources, site| {
        let function = Some("lid".into());
        seated(
            sources,
            site,
            &Seat { body: "vth-kerngroep".into(), who: "almelo".into(), function, fills: None, act: act() },
        )
    },
    |sources, site| {
        let relation = "vth-kerngroep--twentebreed-overleg".into();
        raised(sources, site, &Raised { relation, level: "getrouwd".into(), from: None, act: act() })
    },
];

#[test]
fn after_all_acts_nothing_calls_any_of_them_open() {
    let mut sources = portal();
    for record in ACTS {
        let known = site(&sources, NO_DRAFTS);
        sources = record(&sources, &known).unwrap_or_else(|e| panic!("{}", e.why)).applied();
    }
    let output = built(&sources, &mut Memo::default());
    let all = texts(&output);
    let wrong: Vec<_> = answers(&output).into_iter().filter(|(_, said)| open(said)).collect();
    assert!(wrong.is_empty(), "the form is open: {wrong:#?}");
    for name in ["gastheer", "leden van de kerngroep", "komen in de kerngroep"] {
        let calls_open = regex_like(name);
        for (path, text) in &all {
            let wrong: Vec<&str> = sentences(text).filter(|s| calls_open(s)).collect();
            assert!(wrong.is_empty(), "{path} calls “{name}” open: {wrong:?}");
        }
    }
    // The outcomes stand where readers look for them, and in the data.
    let tie = "relaties/vth-kerngroep--twentebreed-overleg/index.html";
    for (path, words) in [
        ("keuzes/index.html", "Hengelo"),
        ("gremia/gastheerorganisatie/index.html", "Hengelo"),
        ("organisaties/hengelo/index.html", "Gastheer"),
        ("opgaven/opgave-4/index.html", "Een samenwerkingsconvenant"),
        ("gremia/vth-kerngroep/index.html", "Enschede"),
        ("gremia/vth-kerngroep/index.html", "Almelo"),
        ("organisaties/enschede/index.html", "VTH-kerngroep"),
        (tie, "besloten door Colleges"),
        ("besluiten/index.html", "Welke organisatie wordt gastheer?"),
        ("veranderd/index.html", "Enschede"),
    ] {
        let text = page(&output, path);
        assert!(text.contains(words), "{path} does not say {words}: {text}");
    }
    let data = |kind: &str, words: &str| {
        let file = format!("data/{kind}.json");
        let bytes = output.get(&file).unwrap_or_else(|| panic!("no {file}"));
        assert!(String::from_utf8_lossy(bytes).contains(words), "{file}: {words}");
    };
    data("keuzes", "engelo");
    data("keuzes", "Een samenwerkingsconvenant");
    data("relaties", "getrouwd");
}

/// A link to a file that is called after a record follows it.
#[test]
fn links_to_renamed_files_are_rewritten() {
    let sources = portal_saying(
        "\n\n[De kaart](/gremia/vth-kerngroep/relatiekaart-vth-kerngroep.svg)\n\n```toml\ngremium = \"vth-kerngroep\"\n```\n",
    );
    let known = site(&sources, NO_DRAFTS);
    let after = renamed(&sources, &known, "vth-kerngroep", "kring").unwrap_or_else(|e| panic!("{}", e.why)).applied();
    let guide = after.iter().find(|(_, file)| file.name == "over/leeswijzer.md").unwrap().1;
    let text = String::from_utf8_lossy(&guide.bytes).into_owned();
    assert!(text.contains("(/gremia/kring/relatiekaart-kring.svg)"), "{text}");
    // A sample of code is nobody's reference.
    assert!(text.contains("```toml\ngremium = \"vth-kerngroep\"\n```"), "{text}");
}
