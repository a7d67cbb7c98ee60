//! What the targets share: the starter site with one file more, built and told.

use std::sync::LazyLock;
use verbeeld::diag::{json, short, terminal};
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::{Project, Role, SourceFile, Sources, read};

/// The starter site, as it lies in the repository.
static STARTER: LazyLock<Vec<SourceFile>> = LazyLock::new(|| {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/source/starter");
    let sources = Project::find(&root).and_then(|project| read(&project)).expect("the starter site is read");
    sources.iter().map(|(_, file)| file.clone()).collect()
});

/// A file that the fuzzer made, or that belongs to it: its role, its path in the site and its bytes.
pub type Given<'a> = (Role, &'a str, &'a [u8]);

/// Builds the site with these files, and shows all that is said of it in every form. The judgement holds: no mistakes means a site.
pub fn site_with(given: &[Given<'_>]) {
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
    let built = build(&sources, Options { drafts: true, today: None }, &mut Memo::default());
    assert_eq!(built.output.is_some(), built.errors() == 0, "a site without mistakes, and only that, is made");
    terminal::render(&built.problems, &sources, false);
    json::render(&built.problems, &sources);
    for problem in &built.problems {
        short::render(problem, &sources);
        verbeeld::serve::problem(problem, &sources);
    }
    if let Some(output) = &built.output {
        for (path, bytes) in output.iter().filter(|(path, _)| path.ends_with(".html")) {
            assert!(std::str::from_utf8(bytes).is_ok(), "{path} is no text");
        }
    }
}
