//! What is asked of a record: what a page tells of it under a label answers a question, and readers ask that in many wordings. The
//! wordings are told once for all records of a kind, with a star for the name, so that each record keeps its answers only.

use super::readable::Opening;
use crate::markup::Html;
use crate::model::kinds::{
    Actie, Cijfer, Gremium, Keuze, Mijlpaal, Opgave, Organisatie, Product, Relatie, Rol, Spoor, Stap,
};
use crate::model::{Entity, Kind, Model};
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
    /// The name of the kind.
    kind: &'static str,
    /// Where the answer is told.
    told: Told,
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
    begin: [String; 3],
    /// Labels of those who do something: a note says in how far they do.
    noted: [String; 2],
    note: String,
    end: String,
}

/// Where an answer is told.
#[derive(Debug)]
enum Told {
    /// Under a label.
    Label(String),
    /// In the first words of the page.
    Lead,
    /// By what follows from who sits in it: who leads it.
    Chair,
}

impl Ways {
    /// The ways of a site.
    pub fn of(words: &Words) -> Self {
        let say = words.phrases.asking();
        let way = |(kind, told, wordings, expected): (Kind, Told, &str, bool)| Way {
            kind: kind.name,
            told,
            wordings: wordings.to_owned(),
            expected,
        };
        Self {
            all: ways(words, &say).into_iter().map(way).collect(),
            phrases: words.phrases.clone(),
            not_told: say.not_told().to_owned(),
            apart: say.apart().to_owned(),
            chair: say.chair_words().split_whitespace().map(str::to_owned).collect(),
            sits: words.phrases.record().who_sits().to_owned(),
            begin: ["wanneer", "van", "na"].map(|key| name_of_key(words, key)),
            end: name_of_key(words, "tot"),
            noted: ["wie", "door"].map(|key| name_of_key(words, key)),
            note: name_of_key(words, "toelichting"),
        }
    }

    /// How each is asked, by number.
    pub fn wordings(&self) -> Vec<&str> {
        self.all.iter().map(|way| way.wordings.as_str()).collect()
    }

    /// What an empty answer says.
    pub fn not_told(&self) -> &str {
        &self.not_told
    }

    /// The question what sets two records apart.
    pub fn apart(&self) -> &str {
        &self.apart
    }

    /// What the page of a record answers: the number of the way, and the answer, which is empty when nothing is told. `names` are what it is called.
    pub fn of_page(&self, kind: &str, page: &PageView, names: &[&str]) -> Vec<(usize, String)> {
        let Some(record) = &page.entity else { return Vec::new() };
        let lists = record.blocks.iter().filter_map(|block| match block {
            Block::List { title, items, .. } => {
                Some(Fact { label: title.clone(), value: Html::list("", items.iter().cloned()) })
            }
            _ => None,
        });
        let told = page.answers.iter().chain(&record.facts).cloned().chain(lists);
        self.answers(kind, &told.collect::<Vec<_>>(), &page.lead, names)
    }

    /// The same of an item in a list.
    pub fn of_card(&self, kind: &str, card: &Card) -> Vec<(usize, String)> {
        self.answers(kind, &card.facts, &Html::default(), &[&card.title])
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

    fn answers(&self, kind: &str, told: &[Fact], lead: &Html, names: &[&str]) -> Vec<(usize, String)> {
        let mut answers = Vec::new();
        for (number, way) in self.all.iter().enumerate().filter(|(_, way)| way.kind == kind) {
            let answer = self.answer(way, told, lead, names).filter(|text| !text.is_empty());
            // That nothing is told is said once, in the index.
            let nothing = way.expected.then(String::new);
            answers.extend(answer.or(nothing).map(|text| (number, text)));
        }
        answers
    }

    fn answer(&self, way: &Way, told: &[Fact], lead: &Html, names: &[&str]) -> Option<String> {
        let under = |label: &str| told.iter().find(|fact| is_called(&fact.label, label, names));
        let label = match &way.told {
            Told::Label(label) => label,
            Told::Lead => return Some(words_of(lead)),
            Told::Chair => return under(&self.sits).and_then(|fact| self.chair_of(&fact.value)),
        };
        let answer = under(label).map(|fact| words_of(&fact.value));
        if self.noted.contains(label)
            && let (Some(who), Some(note)) = (&answer, under(&self.note))
        {
            return Some(format!("{who}. {}", words_of(&note.value)));
        }
        // What has no end has a beginning at least, or a year.
        let begin = || self.begin.iter().filter(|_| *label == self.end).find_map(|label| under(label));
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
fn ways<'a>(words: &Words, say: &asking::Of<'a>) -> Vec<(Kind, Told, &'a str, bool)> {
    let record = words.phrases.record();
    let key = |key: &str| Told::Label(name_of_key(words, key));
    let label = |words: &str| Told::Label(words.to_owned());
    vec![
        (Gremium::KIND, label(record.who_sits()), say.body_sits(), true),
        (Gremium::KIND, Told::Chair, say.body_chair(), true),
        (Gremium::KIND, label(record.meets()), say.body_meets(), true),
        (Gremium::KIND, label(record.decides()), say.body_decides(), false),
        (Gremium::KIND, label(record.does()), say.body_does(), false),
        (Gremium::KIND, label(record.ties_with()), say.body_ties(), false),
        (Gremium::KIND, label(record.still_open()), say.body_open(), false),
        (Gremium::KIND, label(record.which_question()), say.body_for(), false),
        (Organisatie::KIND, Told::Label(record.seats_of(NAME)), say.party_sits(), true),
        (Organisatie::KIND, Told::Label(record.asked_of(NAME)), say.party_gives(), false),
        (Organisatie::KIND, label(record.has_tie()), say.party_ties(), false),
        (Organisatie::KIND, label(record.takes_part_as()), say.party_as(), false),
        (Opgave::KIND, label(record.who_does()), say.task_who(), true),
        (Opgave::KIND, label(record.when()), say.task_when(), true),
        (Opgave::KIND, label(record.results()), say.task_results(), false),
        (Opgave::KIND, Told::Lead, say.task_goal(), false),
        (Opgave::KIND, label(record.still_open()), say.task_open(), false),
        (Opgave::KIND, label(record.parts()), say.task_parts(), false),
        (Spoor::KIND, Told::Lead, say.line_goal(), false),
        (Product::KIND, label(record.leads()), say.product_leads(), true),
        (Product::KIND, label(record.turn_per_phase()), say.product_phases(), false),
        (Product::KIND, label(record.at_step()), say.product_step(), false),
        (Relatie::KIND, label(record.how_close_now()), say.tie_close(), false),
        (Relatie::KIND, label(record.agreed()), say.tie_agreed(), false),
        (Relatie::KIND, label(record.proposed()), say.tie_proposed(), false),
        (Relatie::KIND, label(record.heading_for()), say.tie_heading(), false),
        (Relatie::KIND, label(record.sort_of_tie()), say.tie_sort(), false),
        (Keuze::KIND, key("wie"), say.choice_who(), true),
        (Keuze::KIND, key("voor"), say.choice_when(), true),
        (Keuze::KIND, key("opties"), say.choice_options(), true),
        (Keuze::KIND, key("uitkomst"), say.choice_outcome(), false),
        (Actie::KIND, key("wie"), say.action_who(), true),
        (Actie::KIND, key("tot"), say.action_when(), true),
        (Mijlpaal::KIND, key("door"), say.event_by(), true),
        (Rol::KIND, key("taken"), say.role_does(), false),
        (Rol::KIND, key("fte"), say.role_size(), true),
        (Rol::KIND, key("gremium"), say.role_body(), true),
        (Stap::KIND, key("wie"), say.step_who(), true),
        (Cijfer::KIND, key("berekening"), say.figure_reckoned(), false),
    ]
}
