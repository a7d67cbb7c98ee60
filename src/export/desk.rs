//! What the files of one drawing have in common, made once for all of them: its sheet, its slides, and the letters of its pictures
//! set as lines. Setting letters costs as much as drawing them.

use super::png::Drawn;
use super::slide::{self, Slide};
use super::{Infographic, Subject, Unmade, sheet};
use std::cell::OnceCell;

/// The work on one drawing, made when a file first asks for it.
#[derive(Default)]
pub struct Desk {
    sheet: OnceCell<String>,
    sheet_drawn: OnceCell<Drawn>,
    slides: OnceCell<Vec<OnceCell<Slide>>>,
}

impl Desk {
    /// The sheet as SVG.
    pub(super) fn sheet(&self, subject: &Subject<'_>, info: &Infographic) -> &str {
        self.sheet.get_or_init(|| sheet::sheet(subject, info))
    }

    /// The sheet, ready to be made into pictures of any width.
    pub(super) fn sheet_drawn(&self, subject: &Subject<'_>, info: &Infographic) -> Result<&Drawn, Unmade> {
        if let Some(known) = self.sheet_drawn.get() {
            return Ok(known);
        }
        let drawn = Drawn::of(self.sheet(subject, info))?;
        Ok(self.sheet_drawn.get_or_init(|| drawn))
    }

    /// The `at`-th slide; `None` when there are not so many.
    pub(super) fn slide(&self, subject: &Subject<'_>, info: &Infographic, at: usize) -> Option<&Slide> {
        let slides = self.slides.get_or_init(|| (0..slide::count(info)).map(|_| OnceCell::new()).collect());
        Some(slides.get(at)?.get_or_init(|| slide::slide(subject, info, at)))
    }
}
