//! Sites to build, and their models.

use oxjsonld::JsonLdParser;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;
use verbeeld::diag::FileId;
use verbeeld::model::Model;
use verbeeld::output::Output;
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::{Project, Role, Sources, read};

/// A built site and the model of its data.
pub struct Site {
    pub output: Output,
    pub model: Model,
}

impl Site {
    /// A text file of the output.
    pub fn text(&self, path: &str) -> &str {
        let bytes = self.output.get(path).unwrap_or_else(|| panic!("{path} is not made"));
        std::str::from_utf8(bytes).unwrap()
    }

    /// A JSON file of the output.
    pub fn json(&self, path: &str) -> serde_json::Value {
        serde_json::from_str(self.text(path)).unwrap()
    }

    /// The rows of a CSV file by heading.
    pub fn csv(&self, path: &str) -> Vec<Vec<(String, String)>> {
        let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(self.text(path).as_bytes());
        let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows = reader.records().map(|row| {
            let row = row.unwrap();
            head.iter().cloned().zip(row.iter().map(str::to_owned)).collect()
        });
        rows.collect()
    }

    /// Paths of the files of open data with this ending.
    pub fn data_files(&self, ending: &str) -> Vec<String> {
        let files = self.output.iter().map(|(path, _)| path);
        files.filter(|p| p.starts_with("data/") && p.ends_with(ending)).map(str::to_owned).collect()
    }
}

/// The site of this repository, built once for all tests.
pub fn real() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(real_anew)
}

/// The site of this repository, built again.
pub fn real_anew() -> Site {
    built(Path::new(env!("CARGO_MANIFEST_DIR")), &mut Memo::default())
}

/// A site of these files, within `site/`.
pub fn small(files: &[(&str, &str)]) -> Site {
    small_with(files, &mut Memo::default())
}

/// The same, with what was remembered of an earlier build.
pub fn small_with(files: &[(&str, &str)], memo: &mut Memo) -> Site {
    let place = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = place.path().join("site").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    built(place.path(), memo)
}

fn built(root: &Path, memo: &mut Memo) -> Site {
    let sources = read(&Project::find(root).unwrap()).unwrap();
    let built = build(&sources, Options::default(), memo);
    let problems: Vec<String> = built.problems.iter().map(|p| format!("{} {}", p.code, p.message)).collect();
    let output = built.output.unwrap_or_else(|| panic!("not built: {problems:#?}"));
    Site { output, model: model_of(&sources) }
}

fn model_of(sources: &Sources) -> Model {
    let mut model = Model::default();
    for (id, file) in sources.of(Role::Data) {
        let (text, mark) = file.text().unwrap();
        let mut problems = Vec::new();
        model.read(id, text, mark, &mut problems);
        assert!(problems.is_empty());
    }
    model
}

/// A model from TOML that was made from an export.
pub fn model_from(toml: &str) -> Model {
    let mut model = Model::default();
    let mut problems = Vec::new();
    model.read(FileId(0), toml, 0, &mut problems);
    let told: Vec<String> = problems.iter().map(|p| format!("{} {}", p.code, p.message)).collect();
    assert!(told.is_empty(), "{told:#?}");
    model
}

/// Subject, predicate and object, as N-Triples has them.
pub type Triples = BTreeSet<(String, String, String)>;

/// Parses JSON-LD; any mistake in it fails the test. No context is fetched.
pub fn triples(text: &str) -> Triples {
    let parsed = JsonLdParser::new().for_slice(text.as_bytes());
    let triples = parsed.map(|quad| {
        let quad = quad.unwrap();
        (quad.subject.to_string(), quad.predicate.as_str().to_owned(), quad.object.to_string())
    });
    triples.collect()
}

/// All that is of a class.
pub fn of_type<'t>(triples: &'t Triples, class: &str) -> BTreeSet<&'t str> {
    let class = format!("<{class}>");
    let typed = triples.iter().filter(|(_, p, o)| p.ends_with("rdf-syntax-ns#type") && *o == class);
    typed.map(|(s, _, _)| s.as_str()).collect()
}
