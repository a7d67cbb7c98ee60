//! What search says and hears in the site's language.

use super::entries::{PAGES, PICTURES};
use super::stem::stem;
use super::words::each;
use crate::model::Model;
use crate::site::Words;

/// The words of one site.
#[derive(Debug)]
pub struct Spoken {
    /// Words that say nothing about a subject. The list travels in the index, so that a question is read in the same way.
    pub stop: Vec<String>,
    /// Words that say little about a subject, such as “current”: they count for less.
    pub faint: String,
    /// Stems of the words of the site's name and of those for a site. They say little of a page of that site.
    pub common: Vec<String>,
    /// Words of a question, and the kinds of record that answer it.
    pub asks: Vec<(String, Vec<String>)>,
    /// Small words that a question does without.
    pub fillers: String,
    /// Lists of small words that say the same in a question.
    pub alikes: String,
    /// What asks for whom or for what something is.
    pub aimed: String,
    /// Ways of asking, each with the words that tell it, in the same order in every language: what tells two things apart, what, how
    /// much, how, who, when, where, why, may, must. The script that reads a question knows them by their place.
    pub ways: Vec<String>,
    /// Words for a drawing: who types one of them looks for one.
    pub drawing: String,
    /// What the kinds of hit are called.
    labels: Vec<(&'static str, String)>,
}

impl Spoken {
    /// The words of a site.
    pub fn of(words: &Words, name: &str) -> Self {
        let say = words.phrases.searching();
        let mut common = Vec::new();
        for text in [name, say.site_words()] {
            each(text, &mut |word| common.push(stem(word)));
        }
        let asks = say.asks().split(';').filter_map(|one| {
            let (word, kinds) = one.split_once(':')?;
            Some((word.trim().to_owned(), kinds.split_whitespace().map(str::to_owned).collect()))
        });
        let pages = words.phrases.pages();
        let kinds = Model::KINDS.iter().map(|kind| (kind.label_plural, words.kind(*kind).many.to_owned()));
        Self {
            stop: say.stop_words().split_whitespace().map(str::to_owned).collect(),
            faint: say.faint_words().to_owned(),
            common,
            asks: asks.collect(),
            fillers: say.filler_words().to_owned(),
            alikes: say.alike_words().to_owned(),
            aimed: say.aimed_words().to_owned(),
            ways: say.ways().split(';').map(|way| way.trim().to_owned()).collect(),
            drawing: say.drawing_words().to_owned(),
            labels: kinds.chain([(PAGES, pages.pages().to_owned()), (PICTURES, pages.gallery().to_owned())]).collect(),
        }
    }

    /// What readers call this kind of hit.
    pub fn label<'s>(&'s self, kind: &'s str) -> &'s str {
        self.labels.iter().find(|(of, _)| *of == kind).map_or(kind, |(_, label)| label)
    }
}
