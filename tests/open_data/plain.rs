//! Whatever is published says what `[[id]]` and `{{ key }}` stand for, never those themselves: in pages, drawings, slides, data,
//! calendars, the feed and the index for search; after decisions as before.

use crate::edit::deciding::{NO_DRAFTS, act, after, decision, portal, texts};
use std::path::Path;
use verbeeld::decode::Moment;
use verbeeld::edit::{Act, Postponed, Raised, Seat, decided, postponed, raised, seated};
use verbeeld::output::Output;
use verbeeld::pipeline::{Memo, Options, build, site};
use verbeeld::source::{Project, Sources, read};

fn other(folder: &str) -> Sources {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    read(&Project::find(&folder).unwrap()).unwrap()
}

/// Every kind of act recorded, each with a text that names others.
fn with_acts(mut sources: Sources) -> Sources {
    let first = site(&sources, NO_DRAFTS);
    let model = &first.model;
    let act = || Act { by: None, ..act() };
    let open: Vec<String> = model.keuzes.iter().filter(|k| k.uitkomst.is_none()).map(|k| k.id.value.clone()).collect();
    let body = model.gremia.iter().next().unwrap().id.value.clone();
    let rank = |id: &str| model.niveaus.get(id).and_then(|n| n.rang);
    for (choice, outcome) in
        open.iter().zip([format!("[[{body}]]"), format!("Het wordt [[{body}|dit overleg]], **niet** `dat`.")])
    {
        let decision = verbeeld::edit::Decision { act: act(), ..decision(choice, &outcome) };
        sources = after(&sources, |sources, site| decided(sources, site, &decision));
    }
    let lower = model.relaties.iter().find_map(|tie| {
        let now = rank(&tie.niveau.last()?.niveau.id)?;
        let low = model.niveaus.iter().find(|level| level.rang.is_some_and(|rank| rank < now))?;
        Some((tie.id.value.clone(), low.id.value.clone()))
    });
    let (tie, level) = lower.expect("a tie with a level that is not the lowest");
    let lowered = Raised { relation: tie, level, from: None, act: act() };
    sources = after(&sources, |sources, site| raised(sources, site, &lowered));
    let sits = |id: &str| {
        model.gremia.get(&body).unwrap().lid.iter().any(|lid| lid.organisatie.as_ref().is_some_and(|o| o.id == id))
    };
    let who = model.organisaties.iter().map(|o| o.id.value.clone()).find(|id| !sits(id)).unwrap();
    let seat = Seat { body: body.clone(), who, function: Some("gast".into()), fills: None, act: act() };
    sources = after(&sources, |sources, site| seated(sources, site, &seat));
    let later = model.mijlpalen.iter().find_map(|milestone| {
        let to = Moment::parse("2031-Q3").unwrap();
        let moved = Postponed { id: milestone.id.value.clone(), key: None, to, act: act() };
        postponed(&sources, &first, &moved).is_ok().then_some(moved)
    });
    let moved = later.expect("a milestone that can move");
    after(&sources, |sources, site| postponed(sources, site, &moved))
}

/// What stands between the marks, where it is an id, a path or a key.
fn raw_marks(text: &str) -> Vec<&str> {
    let named = |inside: &str| {
        let name = inside.split(['|', '#']).next().unwrap_or_default().trim();
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_./".contains(c);
        name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(letters)
    };
    let between = |open: &'static str, close: &'static str| {
        let inside = text.split(open).skip(1).filter_map(move |rest| rest.split_once(close).map(|(inside, _)| inside));
        inside.filter(|inside| named(inside))
    };
    between("[[", "]]").chain(between("{{", "}}")).collect()
}

/// What only Markdown means, in files that no reader of Markdown sees; but for what the columns hold, as told to who types it.
fn markdown(path: &str, text: &str) -> bool {
    let data = path.starts_with("data/") && !path.ends_with(".html") && path != "data/csv-metadata.json";
    let plain = data || path.ends_with(".xml") || path.ends_with(".ics");
    plain && ["](http", "](/", "**"].iter().any(|mark| text.contains(mark))
}

/// A page without what it shows as code: there an editor is told what to type.
fn without_code(text: &str) -> String {
    let mut parts = text.split("<code");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("</code>").map_or(part, |(_, rest)| rest))
}

fn wrong(output: &Output) -> Vec<String> {
    let pages = texts(output).into_iter();
    // Scripts and styles are no texts.
    let read = pages.filter(|(path, _)| ![".js", ".css", ".map"].iter().any(|end| path.ends_with(end)));
    let told = |(path, text): (String, String)| {
        let text = without_code(&text);
        let marks = raw_marks(&text);
        let marked = markdown(&path, &text);
        (!marks.is_empty() || marked).then(|| format!("{path}: {marks:?}, markdown: {marked}"))
    };
    read.filter_map(told).collect()
}

#[test]
fn what_is_published_is_plain() {
    for folder in ["", "tests/second"] {
        let sources = if folder.is_empty() { portal() } else { other(folder) };
        let before = build(&sources, Options::default(), &mut Memo::default()).output.expect(folder);
        assert_eq!(wrong(&before), Vec::<String>::new(), "{folder}");
        let after = build(&with_acts(sources), NO_DRAFTS, &mut Memo::default()).output.expect(folder);
        assert_eq!(wrong(&after), Vec::<String>::new(), "{folder}, with acts");
    }
}

#[test]
fn raw_marks_are_seen() {
    assert_eq!(
        raw_marks("a [[odt]] b [[odt|x]] {{ keuze.x.stand }} [[1, 2]] {{ }} [[\"a\"]]"),
        ["odt", "odt|x", " keuze.x.stand "]
    );
}

/// A figure in every text of the data, wherever the text is shown, is its number.
#[test]
fn a_figure_in_any_text_is_its_number() {
    let sources = portal();
    let first = site(&sources, NO_DRAFTS);
    let mut change = verbeeld::edit::Change::of(&sources);
    let mut texts = 0;
    for record in first.model.all() {
        // A name that holds one is refused: see the case `figure-in-a-name`.
        let values = record.values().into_iter().filter(|(key, _)| !["naam", "vraag"].contains(key)).collect();
        verbeeld::decode::Shown::Table(values).walk(&mut |shown| {
            let verbeeld::decode::Shown::Markdown(text) = shown else { return };
            if text.place.range().len() == text.raw.len() {
                let end = text.place.range().end;
                change.put(verbeeld::diag::Span::new(text.place.file, end..end), " {{ bijdrage.fte_vast }}".to_owned());
                texts += 1;
            }
        });
    }
    assert!(texts > 500, "{texts}");
    let built = build(&change.applied(), NO_DRAFTS, &mut Memo::default());
    let told: Vec<String> = built.problems.iter().map(|p| verbeeld::diag::short::render(p, &sources)).collect();
    let output = built.output.unwrap_or_else(|| panic!("{told:#?}"));
    assert_eq!(wrong(&output), Vec::<String>::new());
}
