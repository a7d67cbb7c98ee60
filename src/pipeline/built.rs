//! What came of a build.

use crate::diag::Diagnostic;
use crate::output::Output;
use crate::pages::Page;
use crate::pages::view::PageView;
use crate::site::Target;
use std::sync::Arc;

/// What came of a build.
#[derive(Debug, Default)]
pub struct Built {
    /// The site; `None` when there are errors.
    pub output: Option<Output>,
    /// Everything that is wrong, in reading order.
    pub problems: Vec<Diagnostic>,
    /// Number of pages.
    pub pages: usize,
    /// Number of infographics on them.
    pub infographics: usize,
    /// Could all data be read? If not, nobody looked for what is absent.
    pub whole: bool,
    /// Number of drafts that were left out.
    pub drafts: usize,
    /// What each page shows.
    pub views: Vec<(Arc<Page>, Arc<PageView>)>,
    /// Pages that were rendered anew.
    pub rendered: Vec<String>,
    /// Path of the portal's base address: `/`, or `/vth/`.
    pub base_path: String,
    /// What the portal is called.
    pub name: String,
    /// Are packed files to stand beside the others when it is published?
    pub packed: bool,
    /// Where the site may be brought, by name.
    pub targets: Vec<(String, Target)>,
}

impl Built {
    /// Number of errors.
    pub fn errors(&self) -> usize {
        self.problems.iter().filter(|p| p.is_error()).count()
    }

    /// Number of warnings.
    pub fn warnings(&self) -> usize {
        self.problems.len() - self.errors()
    }
}
