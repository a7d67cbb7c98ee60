//! What a calculator shows: the questions, and every case with its answer. How it looks is the theme's.

use crate::markup::Html;
use serde::Serialize;

/// A calculator, for the theme to show.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Calculator {
    /// Above it.
    pub title: String,
    /// The question for whom it is.
    pub organisation: String,
    /// Who can be chosen.
    pub members: Vec<Member>,
    /// The other questions.
    pub questions: Vec<Question>,
    /// Above the answer's details.
    pub why: String,
    /// Opens the table.
    pub all_cases: String,
    /// What the table holds.
    pub caption: String,
    /// The names of its columns: whom it is about, then those of the cells.
    pub head: Vec<String>,
    /// How many of the columns tell which case it is; the next is the sentence that answers, the others say how that comes about.
    pub asking: usize,
    /// Every case there is; the first is what the questions begin with.
    pub cases: Vec<Case>,
    /// Where it comes from, a sentence.
    pub source: Html,
}

/// An organisation that can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Member {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The number of the group of which the same is asked.
    pub group: usize,
}

/// A question with its choices.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Question {
    /// What is asked.
    pub legend: Html,
    /// What the script calls it: a case names it `data-…`.
    pub name: String,
    /// The choices; the first is chosen.
    pub choices: Vec<Choice>,
}

/// One of the choices.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Choice {
    /// What the script reads.
    pub value: String,
    /// What a reader sees.
    pub label: String,
}

/// One case.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Case {
    /// The choices that lead here: the name of the question, and the value.
    pub choices: Vec<(String, String)>,
    /// Whom it is about.
    pub who: Html,
    /// The other cells of its row, the sentence among them.
    pub cells: Vec<Html>,
    /// The hours of the answer as a bar; none when no hours are asked.
    pub bar: Option<Bar>,
}

/// A bar as long as the hours, on the scale of the most that any case asks. The sentence beside it says the same.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Bar {
    /// What is asked at least, in hundredths of the scale, with one decimal.
    pub least: String,
    /// What more it may be; empty when it is certain.
    pub more: String,
}
