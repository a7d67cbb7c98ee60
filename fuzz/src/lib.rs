//! What the targets share: the starter site with one file more, built and told.

use std::sync::{Arc, LazyLock};
use verbeeld::diag::{json, short, terminal};
use verbeeld::output::Output;
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::{Project, Role, SourceFile, Sources, read};

/// The starter site, as it lies in the repository.
static STARTER: LazyLock<Vec<SourceFile>> = LazyLock::new(|| {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/source/starter");
    let sources = Project::find(&root).and_then(|project| read(&project)).expect("the starter site is read");
    sources.iter().map(|(_, file)| file.clone()).collect()
});

/// What is known of that site when it has been built once, and its files: then a try costs what its own file asks, not the templates
/// and pages that are the same each time. Every try begins with the same memory, so a finding shows itself again.
static KNOWN: LazyLock<(Memo, Output)> = LazyLock::new(|| {
    let mut memo = Memo::default();
    let built = build(&Sources::new(STARTER.clone()), Options { drafts: true, today: None }, &mut memo);
    (memo, built.output.expect("the starter site is made"))
});

/// A file that the fuzzer made, or that belongs to it: its role, its path in the site and its bytes.
pub type Given<'a> = (Role, &'a str, &'a [u8]);

/// Builds the site with these files, and shows all that is said of it in every form. The judgement holds: no mistakes means a site, of
/// which every file that changed can be read. What is made when it is asked for, such as the search, is not.
pub fn site_with(given: &[Given<'_>]) {
    let Some(output) = built_with(given) else { return };
    let before = &KNOWN.1;
    let changed = |(path, bytes): &(&str, &Arc<[u8]>)| before.get(path).is_none_or(|known| !Arc::ptr_eq(known, bytes));
    output.ready().filter(changed).for_each(read_again);
}

/// The same, with all that is made when it is asked for.
pub fn whole_site_with(given: &[Given<'_>]) {
    built_with(given).iter().flat_map(Output::iter).for_each(read_again);
}

fn built_with(given: &[Given<'_>]) -> Option<Output> {
    let mut files: Vec<SourceFile> = STARTER.clone();
    for (role, path, bytes) in given {
        files.retain(|file| file.path != format!("site/{path}"));
        let folder = ["content/", "data/"].into_iter().find(|folder| path.starts_with(folder)).unwrap_or_default();
        files.push(SourceFile {
            path: format!("site/{path}"),
            name: path[folder.len()..].to_owned(),
            role: *role,
            hash: *blake3::hash(bytes).as_bytes(),
            bytes: (*bytes).into(),
            disk: None,
        });
    }
    let sources = Sources::new(files);
    let built = build(&sources, Options { drafts: true, today: None }, &mut KNOWN.0.clone());
    assert_eq!(built.output.is_some(), built.errors() == 0, "a site without mistakes, and only that, is made");
    terminal::render(&built.problems, &sources, false);
    json::render(&built.problems, &sources);
    for problem in &built.problems {
        short::render(problem, &sources);
        verbeeld::serve::problem(problem, &sources);
    }
    built.output
}

fn read_again((path, bytes): (&str, &Arc<[u8]>)) {
    if let Some(why) = unreadable(path, bytes) {
        panic!("{path}: {why}");
    }
}

/// What a reader of such files says of one that it can't read.
fn unreadable(path: &str, bytes: &[u8]) -> Option<String> {
    let (_, kind) = path.rsplit_once('.')?;
    if !matches!(kind, "html" | "svg" | "xml" | "rdf" | "json" | "jsonld" | "webmanifest" | "csv") {
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(why) => return Some(why.to_string()),
    };
    match kind {
        // A browser reads anything as a page; one of ours has one head with a title in it, and goes on to its end.
        "html" => {
            let one = text.matches("</head>").count() == 1 && text.split("</head>").next()?.matches("<title>").count() == 1;
            (!one || !text.trim_end().ends_with("</html>")).then(|| "not one whole page".to_owned())
        }
        "svg" | "xml" | "rdf" => roxmltree::Document::parse(text).err().map(|why| why.to_string()),
        "json" | "jsonld" | "webmanifest" => {
            serde_json::from_str::<serde::de::IgnoredAny>(text).err().map(|why| why.to_string())
        }
        "csv" => {
            let delimiter = if path.ends_with(".excel.csv") { b';' } else { b',' };
            let text = text.trim_start_matches('\u{feff}');
            let mut table = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
            table.records().find_map(Result::err).map(|why| why.to_string())
        }
        _ => None,
    }
}
