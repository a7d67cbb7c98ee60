//! What came of the last run, for when nothing has changed since: then there is nothing to do.
//!
//! It counts when this is the same program, asked the same, of the same files, and what was published stands there as it was left.
//! Files are the same when the system's stamps of them are (see `source/stamps.rs`); without that proof all is done anew.

use crate::diag::{Diagnostic, FileId, Severity, Span, shown};
use crate::output::{AheadStamps, Proof, disk_clock, keep_receipt};
use crate::pipeline::{Built, Options};
use crate::source::{
    Inputs, Kept, Print, Project, ProjectError, Sources, Tick, inputs, kept_folder, program, read, read_found,
};
use serde::{Deserialize, Serialize};

/// How the kept file begins; another number when it is written in another way.
const HEADER: &[u8] = b"verbeeld-uitkomst 2\n";

/// What is asked, and the state of what it is asked of, before anything is read.
pub struct Question {
    kind: Kept,
    asked: String,
    /// None where stamps prove nothing.
    looked: Option<Looked>,
}

/// Which files there are, and their state.
struct Looked {
    /// When one began to look.
    moment: Tick,
    inputs: Inputs,
    /// `None` until it is asked for.
    state: Option<Print>,
}

#[derive(Serialize, Deserialize)]
struct Receipt {
    asked: String,
    program: [u8; 32],
    inputs: [u8; 32],
    published: Option<Proof>,
    outcome: Outcome,
}

/// What a run tells.
#[derive(Serialize, Deserialize)]
struct Outcome {
    pages: usize,
    infographics: usize,
    drafts: usize,
    whole: bool,
    base_path: String,
    problems: Vec<Problem>,
}

/// A place: number of the file, first byte, one past the last.
type Place = (u32, u32, u32);

#[derive(Serialize, Deserialize)]
struct Problem {
    code: String,
    error: bool,
    place: Option<Place>,
    message: String,
    label: String,
    remedy: String,
    related: Vec<(Place, String)>,
}

impl Question {
    /// Looks at the files of a project.
    pub fn of(kind: Kept, project: &Project, options: Options) -> Self {
        let look = || {
            let moment = disk_clock(&kept_folder(project))?;
            Some(Looked { moment, inputs: inputs(project)?, state: None })
        };
        // However one came there: by the folder one stands in, or by its whole path.
        let Project { site, public, .. } = project.absolute();
        Self { kind, asked: format!("{options:?} {} {}", shown(&site), shown(&public)), looked: look() }
    }

    /// Reads the files.
    pub fn read(&mut self, project: &Project) -> Result<Sources, ProjectError> {
        let Some(looked) = &mut self.looked else { return read(project) };
        let (sources, state) = read_found(project, &looked.inputs)?;
        looked.state = state;
        Ok(sources)
    }

    /// What came of the same question, when nothing changed since: problems and counts, without the site itself.
    pub fn answered(&self, project: &Project) -> Option<Built> {
        // Without an earlier outcome nobody asks for the state of the files before they are read.
        let kept = self.kind.read(project)?;
        let inputs = self.looked.as_ref()?.inputs.state()?;
        let (hash, text) = kept.strip_prefix(HEADER)?.split_first_chunk::<32>()?;
        if blake3::hash(text).as_bytes() != hash {
            return None;
        }
        let receipt: Receipt = serde_json::from_slice(text).ok()?;
        let same = receipt.asked == self.asked && receipt.inputs == inputs.hash && receipt.program == program()?.hash;
        let stands = match (self.kind, &receipt.published) {
            (Kept::Build, published) => published.as_ref().is_some_and(|proof| proof.stands(&project.public)),
            (Kept::Check, _) => true,
        };
        (same && stands).then(|| receipt.outcome.into())
    }

    /// Keeps what came of it for a next time, when a change of the files since would show. `ahead` are the stamps of what was published
    /// ahead.
    pub fn keep(self, project: &Project, built: &Built, ahead: &AheadStamps) {
        let receipt = || {
            let Looked { moment, state, .. } = self.looked?;
            let inputs = state.filter(|state| state.is_settled(moment))?;
            let published = match self.kind {
                Kept::Build => Some(Proof::of(&project.public, &kept_folder(project), ahead)?),
                Kept::Check => None,
            };
            let program = program()?.hash;
            serde_json::to_vec(&Receipt {
                asked: self.asked,
                program,
                inputs: inputs.hash,
                published,
                outcome: built.into(),
            })
            .ok()
        };
        if let Some(text) = receipt() {
            let bytes = [HEADER, blake3::hash(&text).as_bytes(), &text].concat();
            // That it can't be written costs time, nothing else.
            let _ = keep_receipt(&self.kind.path(project), &bytes);
        }
    }
}

impl From<&Built> for Outcome {
    fn from(built: &Built) -> Self {
        Self {
            pages: built.pages,
            infographics: built.infographics,
            drafts: built.drafts,
            whole: built.whole,
            base_path: built.base_path.clone(),
            problems: built.problems.iter().map(Problem::from).collect(),
        }
    }
}

impl From<Outcome> for Built {
    fn from(outcome: Outcome) -> Self {
        Self {
            pages: outcome.pages,
            infographics: outcome.infographics,
            drafts: outcome.drafts,
            whole: outcome.whole,
            base_path: outcome.base_path,
            problems: outcome.problems.into_iter().map(Diagnostic::from).collect(),
            ..Self::default()
        }
    }
}

fn place(span: &Span) -> Place {
    (span.file.0, span.start, span.end)
}

fn span((file, start, end): Place) -> Span {
    Span { file: FileId(file), start, end }
}

impl From<&Diagnostic> for Problem {
    fn from(told: &Diagnostic) -> Self {
        Self {
            code: told.code.to_owned(),
            error: told.is_error(),
            place: told.place.as_ref().map(place),
            message: told.message.clone(),
            label: told.label.clone(),
            remedy: told.remedy.clone(),
            related: told.related.iter().map(|(span, words)| (place(span), words.clone())).collect(),
        }
    }
}

impl From<Problem> for Diagnostic {
    fn from(kept: Problem) -> Self {
        Self {
            // A code lives as long as the program, and this program ends when it has told its problems.
            code: kept.code.leak(),
            severity: if kept.error { Severity::Error } else { Severity::Warning },
            place: kept.place.map(span),
            message: kept.message,
            label: kept.label,
            remedy: kept.remedy,
            related: kept.related.into_iter().map(|(place, words)| (span(place), words)).collect(),
            // What mends is asked of the texts as they are: `--verbeter` looks anew.
            mend: Vec::new(),
        }
    }
}
