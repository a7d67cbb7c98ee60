//! `verbeeld besluit`: one act, and nothing is left that says otherwise.
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use verbeeld::decode::Moment;
use verbeeld::edit::{Act, Change, Decision, Postponed, Raised, Refused, Seat, decided, postponed, raised, seated};
use verbeeld::output::Output;
use verbeeld::pipeline::{Memo, Options, build, site};
use verbeeld::site::Site;
use verbeeld::source::{Project, Sources, read};

pub(crate) const NO_DRAFTS: Options = Options { drafts: false, today: None };

pub(crate) fn portal() -> Sources {
    read(&Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap()
}

pub(crate) fn act() -> Act {
    Act {
        when: Moment::parse("2024-02-13").unwrap(),
        by: Some("colleges".into()),
        source: "Besluitenlijst PHO VTH 13 februari 2024".into(),
        recorded: Some("2026-11-26".parse().unwrap()),
    }
}

pub(crate) fn decision(choice: &str, outcome: &str) -> Decision {
    Decision { choice: choice.into(), outcome: outcome.into(), own_words: false, act: act() }
}

/// The sources after a change, and what is told of them.
pub(crate) fn after<'s>(
    sources: &'s Sources,
    change: impl FnOnce(&'s Sources, &Site) -> Result<Change<'s>, Refused>,
) -> Sources {
    let site = site(sources, NO_DRAFTS);
    change(sources, &site).unwrap_or_else(|e| panic!("{}", e.why)).applied()
}

/// The finished site, which must be without a single problem.
pub(crate) fn built(sources: &Sources, memo: &mut Memo) -> Output {
    let built = build(sources, NO_DRAFTS, memo);
    let told: Vec<String> = built.problems.iter().map(|p| verbeeld::diag::short::render(p, sources)).collect();
    assert_eq!(told, Vec::<String>::new());
    built.output.unwrap()
}

/// The portal with decisions recorded.
pub(super) fn with(decisions: &[Decision]) -> Output {
    let mut sources = portal();
    for decision in decisions {
        sources = after(&sources, |sources, site| decided(sources, site, decision));
    }
    built(&sources, &mut Memo::default())
}

/// Every text that is published: pages, cards, data, search, feed, and the drawings and slides that are made when asked for.
pub(crate) fn texts(output: &Output) -> Vec<(String, String)> {
    let ready = output.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    // What a deck of one drawing says, the deck of its page says as well.
    let decks: BTreeSet<&str> = output.recipes().filter_map(|(path, _)| path.strip_suffix("dias.pptx")).collect();
    let told_elsewhere = |path: &str| {
        path.ends_with(".pptx")
            && path
                .rsplit_once('/')
                .is_some_and(|(_, name)| decks.contains(&path[..path.len() - name.len()]) && name != "dias.pptx")
    };
    let drawn = output.recipes().filter(|(path, _)| !path.ends_with(".png") && !told_elsewhere(path));
    let made = drawn.map(|(path, recipe)| (path.to_owned(), recipe.bytes(|| None).unwrap().to_vec()));
    let text = |(path, bytes): (String, Vec<u8>)| {
        let text = if path.ends_with(".pptx") { deck(&bytes) } else { String::from_utf8(bytes).ok()? };
        Some((path, text))
    };
    ready.chain(made).filter_map(text).collect()
}

/// The slides of a deck, with their notes and alternative texts.
fn deck(bytes: &[u8]) -> String {
    crate::export::unpacked(bytes).into_values().collect()
}

pub(super) fn page(output: &Output, path: &str) -> String {
    let html = String::from_utf8(output.get(path).unwrap_or_else(|| panic!("no {path}")).to_vec()).unwrap();
    let root = scraper::Html::parse_document(&html);
    let body = scraper::Selector::parse("main").unwrap();
    let text = root.select(&body).flat_map(|e| e.text().collect::<Vec<_>>()).collect::<String>();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All drawings of a kind with all that stands beside them.
fn figures(output: &Output, kind: &str) -> Vec<String> {
    let class = scraper::Selector::parse(&format!("figure.infographic-{kind}")).unwrap();
    let pages = output.iter().filter(|(path, _)| path.ends_with(".html"));
    let figures = pages.flat_map(|(_, bytes)| {
        let root = scraper::Html::parse_document(std::str::from_utf8(bytes).unwrap());
        root.select(&class).map(|figure| figure.html()).collect::<Vec<_>>()
    });
    figures.collect()
}

#[test]
fn the_host_is_known_everywhere_at_once() {
    let before = with(&[]);
    assert!(page(&before, "gremia/gastheerorganisatie/index.html").contains("weten wij niet"));
    let output = with(&[decision("keuze-1-gastheer", "hengelo")]);
    let state = "Gekozen op 13 februari 2024 door PHO VTH: Gemeente Hengelo";
    for path in [
        "gremia/gastheerorganisatie/index.html",
        "bijdrage/gastheerorganisatie/index.html",
        "organisaties/provincie-overijssel/index.html",
        "routes/index.html",
    ] {
        let text = page(&output, path);
        assert!(text.contains("Gekozen op 13 februari 2024"), "{path} does not say “{state}”:\n{text}");
    }
    assert!(page(&output, "organisaties/hengelo/index.html").contains("Gastheer"), "the host's own page");
    assert!(page(&output, "mijlpalen/index.html").contains("Besloten: Welke organisatie wordt gastheer?"));
    assert!(page(&output, "keuzes/index.html").contains("Hengelo"));
    // Every page, slide text, file of data and piece of the search index.
    let open = regex_like("gastheer");
    for (path, text) in texts(&output) {
        let wrong: Vec<&str> = sentences(&text).filter(|s| open(s)).collect();
        assert!(wrong.is_empty(), "{path} calls it open: {wrong:?}");
    }
}

/// Who may decide takes a decision: a record of its own, with the document that holds it.
#[test]
fn a_decision_of_a_body_that_decides_has_a_page() {
    let source = "https://voorbeeld.nl/besluitenlijst.pdf";
    let act = Act { by: Some("colleges".into()), source: source.into(), ..act() };
    let output = with(&[Decision { act, ..decision("keuze-1-gastheer", "hengelo") }]);
    let text = page(&output, "besluiten/besluit-keuze-1-gastheer/index.html");
    for words in [
        "13 februari 2024",
        "Colleges (bevoegd gezag)",
        "Hengelo",
        "26 november 2026",
        "Welke organisatie wordt gastheer?",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let html =
        String::from_utf8(output.get("besluiten/besluit-keuze-1-gastheer/index.html").unwrap().to_vec()).unwrap();
    assert!(html.contains(&format!("href=\"{source}\"")), "the document");
    assert!(
        page(&output, "gremia/gastheerorganisatie/index.html")
            .contains("Gekozen op 13 februari 2024 door Colleges (bevoegd gezag)")
    );
    for path in ["mijlpalen/index.html", "besluiten/index.html", "veranderd/index.html", "atom.xml"] {
        let bytes = output.get(path).unwrap().to_vec();
        assert!(String::from_utf8(bytes).unwrap().contains("besluit-keuze-1-gastheer"), "{path}");
    }
}

/// What stands behind the question on the form, up to the next one.
pub(super) fn answers(output: &Output) -> Vec<(String, String)> {
    let of = |(path, text): (String, String)| {
        let said: Vec<String> = text
            .match_indices("welke vorm komen")
            .filter_map(|(i, _)| text[i..].split('?').nth(1))
            .map(|rest| rest.chars().take(200).collect())
            .collect();
        said.into_iter().map(move |said| (path.clone(), said)).collect::<Vec<_>>()
    };
    texts(output).into_iter().flat_map(of).collect()
}

/// Does what stands behind a question call it open?
pub(super) fn open(said: &str) -> bool {
    ["is gekozen, weten wij niet", "status-open", "\"open\"", ",open,"].iter().any(|word| said.contains(word))
}

#[test]
fn a_choice_that_is_a_sentence() {
    let before = answers(&with(&[]));
    assert!(before.iter().filter(|(_, said)| open(said)).count() > 3, "the plan leaves it open: {before:#?}");
    let output = with(&[decision("keuze-4-vorm", "Een samenwerkingsconvenant")]);
    let wrong: Vec<_> = answers(&output).into_iter().filter(|(_, said)| open(said)).collect();
    assert!(wrong.is_empty(), "still open: {wrong:#?}");
    assert!(
        page(&output, "zo-werken-we-samen/hoe-een-besluit-ontstaat/index.html").contains("Een samenwerkingsconvenant")
    );
    assert!(page(&output, "opgaven/opgave-4/index.html").contains("Een samenwerkingsconvenant"));
    assert!(page(&output, "keuzes/index.html").contains("Een samenwerkingsconvenant"));
    assert!(page(&output, "mijlpalen/index.html").contains("Een samenwerkingsconvenant"));
}

/// Some choices by themselves (all take long): nothing is told afterwards. All of them together leave no place that calls one open.
#[test]
fn every_choice_of_the_portal_can_be_decided_in_one_act() {
    let (fresh, mut sources) = (portal(), portal());
    let mut memo = Memo::default();
    let first = site(&sources, NO_DRAFTS);
    for (i, choice) in first.model.keuzes.iter().enumerate() {
        let decision = decision(&choice.id, "De uitkomst is bekend");
        if i % 5 == 2 {
            built(&after(&fresh, |sources, site| decided(sources, site, &decision)), &mut memo);
        }
        sources = after(&sources, |sources, site| decided(sources, site, &decision));
    }
    let output = built(&sources, &mut memo);
    for (path, text) in texts(&output) {
        assert!(!text.contains("of er sindsdien is gekozen, weten wij niet"), "{path}");
    }
    let after = site(&sources, NO_DRAFTS);
    let open: BTreeSet<&str> = after
        .model
        .all()
        .filter(|r| r.common().status.is_some_and(|s| s.value == verbeeld::model::Status::Open))
        .map(|r| r.id())
        .collect();
    assert_eq!(open, BTreeSet::from(["route-ketenpartner"]), "open though all choices are made");
}

/// Enschede in the kerngroep, in the seat that this stands for.
pub(crate) fn seat(fills: Option<&str>) -> Seat {
    Seat {
        body: "vth-kerngroep".into(),
        who: "enschede".into(),
        function: Some("lid".into()),
        fills: fills.map(Into::into),
        act: act(),
    }
}

#[test]
fn a_seat_is_taken() {
    let output = built(&after(&portal(), |sources, site| seated(sources, site, &seat(None))), &mut Memo::default());
    assert!(page(&output, "gremia/vth-kerngroep/index.html").contains("Enschede"));
    assert!(page(&output, "organisaties/enschede/index.html").contains("VTH-kerngroep"));
    assert!(page(&output, "mijlpalen/index.html").contains("Enschede: lid van VTH-kerngroep"));
    let sources = after(&portal(), |sources, site| seated(sources, site, &seat(Some("ten minste drie"))));
    let output = built(&sources, &mut Memo::default());
    let text = page(&output, "gremia/vth-kerngroep/index.html");
    assert!(text.contains("Enschede"), "{text}");
    // What was stands only where changes are told: nowhere else, in no drawing, slide, card or index, is the seat still free.
    const FREE: &str = "ten minste drie deelnemende organisaties";
    // In the search the task of the plan answers what belongs to it.
    let plan = |row: &Value| row[1] == "opgaven/opgave-2/";
    let only_the_plan = |text: &str| {
        let rows: Vec<Value> = serde_json::from_str(text).unwrap_or_default();
        rows.iter().any(plan) && rows.iter().filter(|row| row.to_string().contains(FREE)).all(plan)
    };
    let free = |output: &Output| -> Vec<String> {
        let texts = texts(output).into_iter();
        texts.filter(|(_, text)| text.contains(FREE) && !only_the_plan(text)).map(|(path, _)| path).collect()
    };
    assert!(free(&built(&portal(), &mut Memo::default())).len() > 5);
    // What the plan wants stays what it wants.
    let tells = [
        "opgaven/opgave-2/",
        "data/opgaven",
        "mijlpalen/",
        "veranderd/",
        "atom.xml",
        "data/mijlpalen",
        "data/portaal.json",
        "zoeken/",
    ];
    let own = ["gremia/vth-kerngroep/index.html", "organisaties/enschede/index.html"];
    let left = free(&output);
    let wrong: Vec<_> =
        left.iter().filter(|p| !tells.iter().any(|t| p.starts_with(t)) && !own.contains(&p.as_str())).collect();
    assert!(wrong.is_empty(), "the seat is still free in {wrong:?}");
    for path in own {
        let html = String::from_utf8(output.get(path).unwrap().to_vec()).unwrap();
        let (before, _) = html.split_once("id=\"veranderd\"").unwrap_or_else(|| panic!("{path} tells no change"));
        let body = before.split_once("<main").unwrap().1;
        assert!(!body.contains(FREE), "{path}");
    }
    let organogram =
        texts(&output).into_iter().filter(|(path, text)| path.ends_with(".svg") && text.contains("VTH-kerngroep"));
    assert!(organogram.into_iter().any(|(_, text)| text.contains("Enschede")), "no drawing shows who sits there");
    // Twice the same seat, a body or a member that is not there, a seat that fits more than one.
    let site = site(&sources, NO_DRAFTS);
    assert!(seated(&sources, &site, &seat(None)).is_err());
    let fresh = portal();
    let of = |body: &str, who: &str, fills: Option<&str>| Seat { body: body.into(), who: who.into(), ..seat(fills) };
    for wrong in [
        of("kerngroepp", "enschede", None),
        of("vth-kerngroep", "enschedee", None),
        of("vth-kerngroep", "enschede", Some("9")),
        of("pho-vth", "enschede", Some("lid")),
    ] {
        assert!(seated(&fresh, &verbeeld::pipeline::site(&fresh, NO_DRAFTS), &wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_tie_gets_a_level_and_keeps_what_it_was() {
    let level = Raised {
        relation: "vth-kerngroep--twentebreed-overleg".into(),
        level: "getrouwd".into(),
        from: Some(Moment::parse("2024-03-01").unwrap()),
        act: Act { by: Some("colleges".into()), ..act() },
    };
    let sources = after(&portal(), |sources, site| raised(sources, site, &level));
    let now = site(&sources, NO_DRAFTS);
    let relation = now.model.relaties.get(&level.relation).unwrap();
    let before = site(&portal(), NO_DRAFTS).model.relaties.get(&level.relation).unwrap().niveau.len();
    assert_eq!(relation.niveau.len(), before + 1);
    assert!(relation.ambitie.is_none(), "an ambition that is reached is none");
    let output = built(&sources, &mut Memo::default());
    let text = page(&output, &format!("relaties/{}/index.html", level.relation));
    assert!(text.contains("getrouwd") && text.contains("besloten door Colleges"), "{text}");
    assert!(page(&output, "mijlpalen/index.html").to_lowercase().contains("getrouwd"));
    let feed = String::from_utf8(output.get("atom.xml").unwrap().to_vec()).unwrap();
    assert!(feed.contains("Eerst: Verloofd → nu: Getrouwd. De band"), "{feed}");
    // In no row, label or sentence about the two does the level of before stand as that of now.
    let about = |text: &str| text.contains("VTH-kerngroep") && text.contains("Twentebreed overleg");
    let called = |output: &Output| -> Vec<(String, String)> {
        let mut found = Vec::new();
        for (path, text) in texts(output) {
            let rows = text.split("<tr").skip(1).map(|row| row.split("</tr>").next().unwrap_or_default());
            let pieces: Vec<&str> = rows.chain(sentences(&text)).collect();
            // A row of the matrix lists the ties of one body, each with its level behind it; that of the comparison by level.
            let here = |level: &str| level.contains("Twentebreed overleg</a>") && level.contains("<strong>Verloofd");
            let listed = |piece: &&str| match (piece.contains("Heeft geen band met"), piece.contains("tie-list")) {
                (true, _) => piece.contains("Twentebreed overleg</a> (verl"),
                (_, true) => piece.split("<li>").any(here),
                _ => true,
            };
            // What it was may be told as what it was: behind “toen”, or in a column before that of now.
            let then =
                ["toen verloofd", "toen: verloofd", "verloofd,getrouwd", ">Toen</dt>", "data-kop=\"Toen\">verloofd<"];
            let of_now = |piece: &&str| {
                then.iter().fold((*piece).to_owned(), |told, was| told.replace(was, "")).contains("verloofd")
            };
            let wrong = pieces.into_iter().filter(|piece| about(piece)).filter(of_now).filter(listed);
            found.extend(wrong.map(|piece| (path.clone(), piece.to_owned())));
        }
        found
    };
    assert!(called(&built(&portal(), &mut Memo::default())).len() > 3);
    let told = |path: &str| path.starts_with("relaties/vth-kerngroep--twentebreed-overleg/");
    let wrong: Vec<_> = called(&output).into_iter().filter(|(path, _)| !told(path)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    // Then, now and ambition stand in the drawings and their tables too, without a script.
    for kind in ["relatiekaart", "relatiematrix", "ladder"] {
        let drawn = figures(&output, kind);
        assert!(
            drawn.iter().any(|figure| about(figure) && figure.contains("toen") && figure.contains("verloofd")),
            "no {kind} tells what the tie was"
        );
    }
    let table = figures(&output, "ladder").into_iter().find(|figure| figure.contains("<th scope=\"col\">Toen</th>"));
    let table = table.expect("a ladder with a column for then");
    assert!(table.contains("class=\"ig-toen\"") && table.contains("streepje"), "the drawing itself marks it");
    let graph = String::from_utf8(output.get("data/relaties.graphml").unwrap().to_vec()).unwrap();
    let edge = graph.split("<edge ").find(|edge| edge.contains(&format!("id=\"{}\"", level.relation))).unwrap();
    assert!(edge.contains("<data key=\"edge-niveau\">getrouwd<"), "{edge}");
    let fresh = portal();
    let fresh_site = site(&fresh, NO_DRAFTS);
    for wrong in [
        Raised { relation: "vth-kerngroep--niemand".into(), ..level.clone() },
        Raised { level: "verlofd".into(), ..level.clone() },
        Raised { act: Act { by: Some("hengelo".into()), ..act() }, ..level.clone() },
    ] {
        assert!(raised(&fresh, &fresh_site, &wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_planned_date_moves_and_is_remembered() {
    let moved = |id: &str| Postponed { id: id.into(), key: None, to: Moment::parse("2025-Q1").unwrap(), act: act() };
    for (id, path, was) in [
        ("agenda-2024", "mijlpalen/index.html", "derde kwartaal van 2024"),
        ("keuze-4-vorm", "", ""),
        ("opgave-5", "opgaven/opgave-5/index.html", "derde kwartaal van 2024"),
        ("actie-1-instemming", "acties/index.html", "vierde kwartaal van 2023"),
    ] {
        let sources = portal();
        let change = postponed(&sources, &site(&sources, NO_DRAFTS), &moved(id));
        if was.is_empty() {
            assert!(change.is_err(), "{id} has no date");
            continue;
        }
        let output = built(&change.unwrap_or_else(|e| panic!("{}", e.why)).applied(), &mut Memo::default());
        let (text, list) = (page(&output, path), page(&output, "mijlpalen/index.html"));
        assert!(text.contains("eerste kwartaal van 2025"), "{id}: {text}");
        assert!(list.contains("Verplaatst:") && list.contains(was), "{id}: {list}");
        let told = format!("eerst gepland: {was}");
        let drawn = figures(&output, "planning");
        // A task is drawn by its work, not by its own date.
        assert!(
            id == "opgave-5" || drawn.iter().any(|figure| figure.contains(&told)),
            "{id}: no planning tells when it was planned first"
        );
    }
}

/// Of what has a beginning and an end it is told which of them moved.
#[test]
fn the_end_that_moves_is_not_the_beginning() {
    let sources = portal();
    let site = site(&sources, NO_DRAFTS);
    let moved = |id: &str, key: &str| {
        let to = Moment::parse("2027-Q2").unwrap();
        let change = postponed(&sources, &site, &Postponed { id: id.into(), key: Some(key.into()), to, act: act() });
        let applied = change.unwrap_or_else(|e| panic!("{}", e.why)).applied();
        let file = applied.iter().find(|(_, file)| file.path.ends_with("mijlpalen.toml")).unwrap().1;
        let text = String::from_utf8(file.bytes.to_vec()).unwrap();
        text[text.find("id = \"verplaatst-").unwrap()..].to_owned()
    };
    assert!(moved("actie-7-evaluatie", "tot").contains("Het einde was gepland in het vierde kwartaal van 2026."));
    assert!(moved("actie-7-evaluatie", "van").contains("Het begin was gepland in het eerste kwartaal van 2026."));
    assert!(moved("evaluatie-2026", "wanneer").contains("Was gepland in 2026."));
}

#[test]
fn only_what_is_said_is_changed() {
    let sources = portal();
    let change =
        decided(&sources, &site(&sources, NO_DRAFTS), &decision("keuze-4-vorm", "Een bestuurlijke notitie")).unwrap();
    let applied = change.applied();
    // A record that was open and spoke of nothing but the choice is not open any more.
    let changed = ["status = \"open\"", "bron = [\"plan/opgave-4\"]"];
    for (_, before) in sources.iter() {
        // A file may have come among them.
        let (_, after) = applied.iter().find(|(_, after)| after.path == before.path).unwrap();
        let (before, after) = (String::from_utf8_lossy(&before.bytes), String::from_utf8_lossy(&after.bytes));
        let lost: Vec<&str> = before.lines().filter(|line| !after.contains(line) && !changed.contains(line)).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}

#[test]
fn a_wrong_word_is_told_and_changes_nothing() {
    let sources = portal();
    let site = site(&sources, NO_DRAFTS);
    let wrong = [
        Decision { choice: "keuze-1-gasther".into(), ..decision("", "hengelo") },
        Decision { act: Act { by: Some("pho-vht".into()), ..act() }, ..decision("keuze-1-gastheer", "hengelo") },
        Decision { act: Act { source: " ".into(), ..act() }, ..decision("keuze-1-gastheer", "hengelo") },
        decision("keuze-1-gastheer", " "),
    ];
    for decision in wrong {
        assert!(decided(&sources, &site, &decision).is_err(), "{decision:?}");
    }
}

/// What an act writes for readers is in the site's language, dates included.
#[test]
fn an_act_speaks_the_language_of_the_site() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/english");
    let sources = read(&Project::find(&folder).unwrap()).unwrap();
    let site = site(&sources, NO_DRAFTS);
    let model = &site.model;
    let act = Act { by: None, source: "https://example.org/minutes.pdf".into(), ..act() };
    let choice = model.keuzes.iter().find(|choice| choice.uitkomst.is_none()).unwrap();
    let relation = model.relaties.iter().find(|relation| !relation.niveau.is_empty()).unwrap();
    let now = &relation.niveau.last().unwrap().niveau.id;
    let level = model.niveaus.iter().find(|level| level.id.value != *now).unwrap();
    let body = model.gremia.iter().next().unwrap();
    let sits = |id: &str| body.lid.iter().any(|lid| lid.organisatie.as_ref().is_some_and(|who| who.id == id));
    let who = model.organisaties.iter().find(|who| !sits(&who.id.value)).unwrap();
    let milestone = model.mijlpalen.iter().find(|milestone| milestone.id.value == "night-service").unwrap();
    let (to, from) = (Moment::parse("2031-Q3").unwrap(), Some(Moment::parse("2031-03-01").unwrap()));
    let id = |value: &str| value.to_owned();
    let changes = [
        decided(
            &sources,
            &site,
            &Decision { choice: id(&choice.id.value), outcome: "Both".into(), own_words: true, act: act.clone() },
        ),
        raised(
            &sources,
            &site,
            &Raised { relation: id(&relation.id.value), level: id(&level.id.value), from, act: act.clone() },
        ),
        seated(
            &sources,
            &site,
            &Seat {
                body: id(&body.id.value),
                who: id(&who.id.value),
                fills: None,
                function: Some("chair".into()),
                act: act.clone(),
            },
        ),
        postponed(&sources, &site, &Postponed { id: id(&milestone.id.value), key: None, to, act }),
    ];
    for change in changes {
        let applied = change.unwrap_or_else(|e| panic!("{}", e.why)).applied();
        let text = |file: &[u8]| String::from_utf8_lossy(file).into_owned();
        let pairs = sources.iter().zip(applied.iter());
        let new: String = pairs
            .flat_map(|((_, before), (_, after))| {
                let before = text(&before.bytes);
                let after = text(&after.bytes);
                after.lines().filter(|line| !before.contains(line)).map(|line| format!("{line}\n")).collect::<Vec<_>>()
            })
            .collect();
        let said: Vec<&str> = new
            .lines()
            .filter(|line| {
                ["naam", "omschrijving", "was", "werd", "document"]
                    .iter()
                    .any(|key| line.starts_with(&format!("{key} = ")))
            })
            .collect();
        assert!(said.len() > 1, "{new}");
        for line in said {
            let small = line.split_once('=').unwrap().1.to_lowercase();
            let dutch = [
                "beslo",
                "besluit",
                "verplaatst",
                "lid van",
                " zit ",
                " als ",
                "de band",
                "februari",
                "kwartaal",
                " nu ",
            ];
            assert!(dutch.iter().all(|word| !small.contains(word)), "{line}");
        }
    }
}

/// Does a sentence that names this say that it is open?
pub(super) fn regex_like(name: &'static str) -> impl Fn(&str) -> bool {
    move |sentence| {
        let small = sentence.to_lowercase();
        let open = [
            "nog open",
            "is open",
            "was open",
            "laat dit open",
            "laat het open",
            "nog te kiezen",
            "nog niet bekend",
            "weten wij niet",
        ];
        small.contains(name) && open.iter().any(|word| small.contains(word))
    }
}

pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '?', '!', '\n', '<', '"'])
}
