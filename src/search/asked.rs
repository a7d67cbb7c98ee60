//! What is asked of a record: what a page tells of it under a label answers a question, and readers ask that in many wordings. The
//! wordings are told once for all records of a kind, with a star for the name, so that each record keeps its answers only.

use super::readable::Opening;
use crate::markup::Html;
use crate::model::Model;
use crate::pages::label_of;
use crate::pages::view::{Block, Card, Fact, PageView};
use crate::phrases::Phrases;
use crate::phrases::list::texts::asking;
use crate::site::Words;

/// Stands for the name of the record in a wording.
const NAME: &str = "*";

/// Something that is asked of records of one kind.
#[derive(Debug)]
struct Way {
    /// The kind.
    kind: &'static str,
    /// Under which label the answer is told.
    label: String,
    /// How it is asked, apart from each other by `;`: the first is the question as it is shown.
    wordings: String,
    /// Is it worth a word when nothing is told?
    expected: bool,
}

/// All that is asked.
#[derive(Debug)]
pub struct Ways {
    all: Vec<Way>,
    not_told: String,
    phrases: Phrases,
    apart: String,
    chair: Vec<String>,
    sits: String,
    begin: [String; 2],
    /// Labels of those who do something: a note says in how far they do.
    noted: [String; 2],
    note: String,
    end: String,
}

/// Under which label an answer is told.
enum Told {
    /// A phrase.
    Label(String),
    /// What a key is called.
    Key(&'static str),
    /// The first words of the page.
    Lead,
    /// What follows from who sits in it: who leads it.
    Chair,
}

/// The label of what has none: no label of a page is one of these.
const LEAD: &str = "\u{1}";
const CHAIR: &str = "\u{2}";

impl Ways {
    /// The ways of a site.
    pub fn of(words: &Words) -> Self {
        let say = words.phrases.asking();
        let all = ways(&words.phrases, &say).into_iter().map(|(kind, told, wordings, expected)| Way {
            kind,
            label: match told {
                Told::Label(label) => label,
                Told::Key(key) => name_of_key(words, key),
                Told::Lead => LEAD.to_owned(),
                Told::Chair => CHAIR.to_owned(),
            },
            wordings: wordings.to_owned(),
            expected,
        });
        Self {
            all: all.collect(),
            phrases: words.phrases.clone(),
            not_told: say.not_told().to_owned(),
            apart: say.apart().to_owned(),
            chair: say.chair_words().split_whitespace().map(str::to_owned).collect(),
            sits: words.phrases.record().who_sits().to_owned(),
            begin: ["van", "na"].map(|key| name_of_key(words, key)),
            end: name_of_key(words, "tot"),
            noted: ["wie", "door"].map(|key| name_of_key(words, key)),
            note: name_of_key(words, "toelichting"),
        }
    }

    /// How each is asked, by number.
    pub fn wordings(&self) -> Vec<&str> {
        self.all.iter().map(|way| way.wordings.as_str()).collect()
    }

    /// The question what sets two records apart.
    pub fn apart(&self) -> &str {
        &self.apart
    }

    /// What the page of a record answers: the number of the way, and the answer. `names` are what it is called.
    pub fn of_page(&self, kind: &str, page: &PageView, names: &[&str]) -> Vec<(usize, String)> {
        let Some(record) = &page.entity else { return Vec::new() };
        let lead = Fact { label: LEAD.to_owned(), value: page.lead.clone() };
        let lists = record.blocks.iter().filter_map(|block| match block {
            Block::List { title, items, .. } => {
                Some(Fact { label: title.clone(), value: Html::list("", items.iter().cloned()) })
            }
            _ => None,
        });
        let told = page.answers.iter().chain(&record.facts).cloned().chain([lead]).chain(lists);
        self.answers(kind, &told.collect::<Vec<_>>(), names)
    }

    /// The same of an item in a list.
    pub fn of_card(&self, kind: &str, card: &Card) -> Vec<(usize, String)> {
        self.answers(kind, &card.facts, &[&card.title])
    }

    /// How many and which records a list has.
    pub fn of_list(&self, page: &PageView) -> String {
        let items = page.items.iter().chain(page.groups.iter().flat_map(|group| &group.items));
        let names: Vec<&str> = items.map(|card| card.title.as_str()).collect();
        match names.as_slice() {
            [] => String::new(),
            names => self.phrases.asking().there_are(&names.len().to_string(), &names.join(", ")),
        }
    }

    fn answers(&self, kind: &str, told: &[Fact], names: &[&str]) -> Vec<(usize, String)> {
        let mut answers = Vec::new();
        for (number, way) in self.all.iter().enumerate().filter(|(_, way)| way.kind == kind) {
            let answer = self.answer(way, told, names).filter(|text| !text.is_empty());
            let nothing = way.expected.then(|| self.not_told.clone());
            answers.extend(answer.or(nothing).map(|text| (number, text)));
        }
        answers
    }

    fn answer(&self, way: &Way, told: &[Fact], names: &[&str]) -> Option<String> {
        let under = |label: &str| told.iter().find(|fact| is_called(&fact.label, label, names));
        if way.label == CHAIR {
            return under(&self.sits).and_then(|fact| self.chair_of(&fact.value));
        }
        let answer = under(&way.label).map(|fact| words_of(&fact.value));
        if self.noted.contains(&way.label)
            && let (Some(who), Some(note)) = (&answer, under(&self.note))
        {
            return Some(format!("{who}. {}", words_of(&note.value)));
        }
        // What has no end has a beginning at least.
        let begin = || self.begin.iter().filter(|_| way.label == self.end).find_map(|label| under(label));
        answer.or_else(|| begin().map(|fact| format!("{}: {}", fact.label, words_of(&fact.value))))
    }

    /// Those of the members who lead; nothing when only some of the members are told and none of them does.
    fn chair_of(&self, members: &Html) -> Option<String> {
        let all = words_of(members);
        let leads = |member: &&str| self.chair.iter().any(|word| member.to_lowercase().contains(word.as_str()));
        let chairs: Vec<&str> = all.split(" · ").filter(leads).collect();
        // That they lead is what was asked.
        let chairs = chairs.join(" · ");
        let told = self.chair.iter().fold(chairs, |chairs, word| chairs.replace(&format!(" ({word})"), ""));
        if told.is_empty() && all.ends_with('…') { Some(all) } else { Some(told) }
    }
}

/// Is it this label? Some have the name of the record in them.
fn is_called(label: &str, asked: &str, names: &[&str]) -> bool {
    label == asked
        || asked.split_once(NAME).is_some_and(|(before, behind)| {
            let name = label.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind));
            name.is_some_and(|name| names.contains(&name))
        })
}

/// HTML as plain words.
fn words_of(html: &Html) -> String {
    let mut opening = Opening::default();
    opening.add("", html);
    opening.text()
}

/// What a key is called on pages.
fn name_of_key(words: &Words, key: &str) -> String {
    match Model::kind(key) {
        Some(kind) => words.kind(kind).one.to_owned(),
        None => words.phrases.named("keys", key).map_or_else(|| label_of(key), str::to_owned),
    }
}

/// All ways: the kind, where the answer is told, the wordings, and whether it is worth a word that nothing is told.
fn ways<'a>(phrases: &Phrases, say: &asking::Of<'a>) -> Vec<(&'static str, Told, &'a str, bool)> {
    let record = phrases.record();
    let label = |words: &str| Told::Label(words.to_owned());
    vec![
        ("gremium", label(record.who_sits()), say.body_sits(), true),
        ("gremium", Told::Chair, say.body_chair(), true),
        ("gremium", label(record.meets()), say.body_meets(), true),
        ("gremium", label(record.decides()), say.body_decides(), false),
        ("gremium", label(record.does()), say.body_does(), false),
        ("gremium", label(record.ties_with()), say.body_ties(), false),
        ("gremium", label(record.still_open()), say.body_open(), false),
        ("gremium", label(record.which_question()), say.body_for(), false),
        ("organisatie", Told::Label(record.seats_of(NAME)), say.party_sits(), true),
        ("organisatie", Told::Label(record.asked_of(NAME)), say.party_gives(), false),
        ("organisatie", label(record.has_tie()), say.party_ties(), false),
        ("organisatie", label(record.takes_part_as()), say.party_as(), false),
        ("opgave", label(record.who_does()), say.task_who(), true),
        ("opgave", label(record.when()), say.task_when(), true),
        ("opgave", label(record.results()), say.task_results(), false),
        ("opgave", Told::Lead, say.task_goal(), false),
        ("opgave", label(record.still_open()), say.task_open(), false),
        ("opgave", label(record.parts()), say.task_parts(), false),
        ("spoor", Told::Lead, say.line_goal(), false),
        ("product", label(record.leads()), say.product_leads(), true),
        ("product", label(record.turn_per_phase()), say.product_phases(), false),
        ("product", label(record.at_step()), say.product_step(), false),
        ("product", Told::Key("oplevering"), say.product_when(), true),
        ("relatie", label(record.how_close_now()), say.tie_close(), false),
        ("relatie", label(record.agreed()), say.tie_agreed(), false),
        ("relatie", label(record.heading_for()), say.tie_heading(), false),
        ("relatie", label(record.sort_of_tie()), say.tie_sort(), false),
        ("keuze", Told::Key("wie"), say.choice_who(), true),
        ("keuze", Told::Key("voor"), say.choice_when(), true),
        ("keuze", Told::Key("opties"), say.choice_options(), true),
        ("keuze", Told::Key("uitkomst"), say.choice_outcome(), false),
        ("actie", Told::Key("wie"), say.action_who(), true),
        ("actie", Told::Key("tot"), say.action_when(), true),
        ("mijlpaal", Told::Key("door"), say.event_by(), true),
        ("rol", Told::Key("taken"), say.role_does(), false),
        ("rol", Told::Key("fte"), say.role_size(), true),
        ("rol", Told::Key("gremium"), say.role_body(), true),
        ("stap", Told::Key("wie"), say.step_who(), true),
        ("cijfer", Told::Key("berekening"), say.figure_reckoned(), false),
    ]
}
