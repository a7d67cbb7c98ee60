//! What a kind tells of a record.

use crate::markup::Html;
use crate::pages::view::{Block, Fact};

/// What a kind tells of a record.
#[derive(Default)]
pub struct Told {
    /// One or two sentences, safe HTML.
    pub lead: Html,
    /// Dye.
    pub colour: String,
    /// Layer or group.
    pub tag: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Short answers to what readers ask first.
    pub answers: Vec<Fact>,
    /// Short facts.
    pub facts: Vec<Fact>,
    /// Longer parts.
    pub blocks: Vec<Block>,
}
