//! Infographics by themselves, without a page around them.

use crate::diag::{FileId, Span};
use crate::infographic::Infographic;
use crate::pages::book::Addresses;
use crate::pages::rows;
use crate::pages::writing::Writer;
use crate::site::Site;

/// Where infographics are made of a site's data, one at a time.
pub struct Studio<'a> {
    book: Addresses<'a>,
}

impl<'a> Studio<'a> {
    /// A studio for a site.
    pub fn new(site: &'a Site) -> Self {
        Self { book: Addresses::of(site, &|_| false, &mut Vec::new()) }
    }

    /// The infographic that a fenced block asks for; `None` when it cannot be made.
    pub fn draw(&self, block: &str) -> Option<Infographic> {
        rows::from_block(&mut Writer::new(&self.book, ""), block, Span::new(FileId(0), 0..block.len()))
    }
}
