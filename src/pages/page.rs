//! A page to be rendered.

use super::view::PageView;
use crate::decode::Moment;
use std::sync::Arc;

/// The name of a page's card, beside the page.
pub const CARD: &str = "deelkaart.png";

/// A page to be rendered.
#[derive(Debug, Clone)]
pub struct Page {
    /// Path of the file: `gremia/pho-vth/index.html`.
    pub path: String,
    /// Template.
    pub template: String,
    /// Where the template was asked for by name, when a page did.
    pub template_place: Option<crate::diag::Span>,
    /// What the template sees as `page`.
    pub view: Arc<PageView>,
    /// Belongs in the sitemap, with this date.
    pub listed: bool,
    /// Last change, else publication date.
    pub changed: Option<Moment>,
    /// Publication date, for the feed.
    pub published: Option<Moment>,
}
