//! What drawings say is never more than the data, whatever the data are: random collaborations, from a single body to a dozen, of
//! which what stands under each drawing is counted again here and held against a table of sentences that were once said wrongly.

mod partners;

use crate::drawing::proef::Dice;
use crate::support::project::Place;
use rayon::prelude::*;
use regex_lite::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use verbeeld::diag::Severity;
use verbeeld::pipeline::{Memo, Options, build};

/// What was generated, to count from.
#[derive(Default)]
struct Made {
    data: BTreeMap<&'static str, String>,
    layers: BTreeSet<usize>,
    bodies: usize,
    deciding: usize,
    /// Of each body: its layer, whether it decides, whether it has tasks, and whether it is known who sits in it.
    told: Vec<(usize, bool, bool, bool)>,
    ties: Vec<(usize, usize)>,
    growing: usize,
    unknown: usize,
    tasks: Vec<usize>,
    lines: usize,
    results: usize,
    choices: usize,
    known: usize,
    nobody: usize,
    actions: usize,
    ends: BTreeMap<usize, usize>,
    steps: usize,
    loops: [usize; 2],
    products: usize,
    led: usize,
    figures: usize,
    sure: usize,
    partners: partners::Partners,
}

const SURE: &str = "status = \"feit\"\nbron = [\"b1\"]\n";

impl Made {
    fn add(&mut self, file: &'static str, record: &str) {
        self.add_as("feit", file, record);
    }

    fn add_as(&mut self, status: &str, file: &'static str, record: &str) {
        let text = self.data.entry(file).or_default();
        let _ = writeln!(text, "{record}status = \"{status}\"\nbron = [\"b1\"]\n");
    }

    fn of(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let mut made = Self::default();
        // Most slips are made about none and one.
        let few = |dice: &mut Dice, most: usize| [0, 1, 1, 2, dice.below(most + 1)][dice.below(5)];
        let layers = 1 + dice.below(3);
        for layer in 1..=layers {
            made.add("lagen", &format!("[[laag]]\nid = \"l{layer}\"\nnaam = \"Laag {layer}\"\nomschrijving = \"Hier.\"\nkleur = \"indigo\"\nvolgorde = {layer}\n"));
        }
        let levels = 1 + dice.below(4);
        for level in 1..=levels {
            made.add("niveaus", &format!("[[niveau]]\nid = \"n{level}\"\nnaam = \"trap {level}\"\nbetekenis = \"Zo hecht.\"\nrang = {level}\n"));
        }
        made.bodies = 1 + few(&mut dice, 8);
        for body in 1..=made.bodies {
            let (layer, decides) = (1 + dice.below(layers), dice.chance(30));
            made.layers.insert(layer);
            made.deciding += usize::from(decides);
            let (tasks, seats) = (dice.chance(50), dice.below(3));
            made.told.push((layer, decides, tasks, seats == 2));
            let tasks = if tasks { "taken = [\"Overleggen.\"]\n" } else { "" };
            let seats = ["", "open", "feit"][seats];
            let seats = match seats {
                "" => String::new(),
                status => format!(
                    "[[gremium.lid]]\ngroep = \"Wie ertoe hoort\"\nfunctie = \"lid\"\nstatus = \"{status}\"\nbron = [\"b1\"]\n"
                ),
            };
            let record = format!(
                "[[gremium]]\nid = \"g{body}\"\nnaam = \"Groep {body}\"\nlaag = \"l{layer}\"\nomschrijving = \"Een groep.\"\nbesluit = {decides}\n{tasks}{SURE}{seats}\n"
            );
            made.data.entry("gremia").or_default().push_str(&record);
        }
        let mut pairs: Vec<(usize, usize)> =
            (1..=made.bodies).flat_map(|a| (a + 1..=made.bodies).map(move |b| (a, b))).collect();
        for _ in 0..few(&mut dice, pairs.len()).min(pairs.len()) {
            let (a, b) = pairs.swap_remove(dice.below(pairs.len()));
            let (now, wish) = (dice.below(levels + 1), dice.below(levels + 1));
            let mut record = format!(
                "[[relatie]]\nid = \"g{a}--g{b}\"\nvan = \"g{a}\"\nnaar = \"g{b}\"\nsoort = \"afstemming\"\nonderwerp = \"Over het werk.\"\n{SURE}"
            );
            if now > 0 && made.ties.is_empty() {
                record.push_str(&made.history(&mut dice, levels, now));
                made.partners.wish = (wish > now).then_some(wish);
            } else if now > 0 {
                let _ = write!(record, "[[relatie.niveau]]\nniveau = \"n{now}\"\n{SURE}");
            }
            if wish > now {
                let _ = write!(record, "[relatie.ambitie]\nniveau = \"n{wish}\"\n{SURE}");
            }
            made.data.entry("relaties").or_default().push_str(&record);
            made.growing += usize::from(wish > now);
            made.unknown += usize::from(now == 0);
            made.ties.push((a, b));
        }
        made.plan(&mut dice, few);
        made.policy(&mut dice, few);
        made.partners(&mut dice, few);
        made
    }

    fn plan(&mut self, dice: &mut Dice, few: impl Fn(&mut Dice, usize) -> usize) {
        self.lines = 1 + few(dice, 2);
        for line in 1..=self.lines {
            self.add("sporen", &format!("[[spoor]]\nid = \"s{line}\"\nnaam = \"Lijn {line}\"\nnummer = {line}\nomschrijving = \"Waarover.\"\nkleur = \"wouw\"\n"));
        }
        // Numbers with holes in them, and a task for every line.
        let mut number = 0;
        for task in 0..self.lines + few(dice, 5) {
            number += 1 + dice.below(3) * dice.below(2);
            let (line, results) = (task % self.lines + 1, dice.below(3));
            self.results += results;
            let given = vec!["\"Iets.\""; results].join(", ");
            let results = if results == 0 { String::new() } else { format!("resultaat = [{given}]\n") };
            self.add("opgaven", &format!("[[opgave]]\nid = \"t{number}\"\nnaam = \"Werk {number}\"\nnummer = {number}\nspoor = \"s{line}\"\ndoel = \"Doel.\"\neigenaar = \"g1\"\n{results}"));
            self.tasks.push(number);
        }
        self.actions = few(dice, 7);
        for action in 1..=self.actions {
            let (task, end) = (self.tasks[dice.below(self.tasks.len())], dice.below(4));
            let dated = dice.chance(80);
            let when = if dated { format!("tot = \"2025-Q{}\"\n", end + 1) } else { String::new() };
            if dated {
                *self.ends.entry(end).or_default() += 1;
            }
            self.add("acties", &format!("[[actie]]\nid = \"a{action}\"\nnaam = \"Iets doen {action}\"\nopgave = \"t{task}\"\nwie = [\"g1\"]\n{when}"));
        }
        self.choices = few(dice, 5);
        for choice in 1..=self.choices {
            let task = self.tasks[dice.below(self.tasks.len())];
            let (known, named) = (dice.chance(40), dice.chance(60));
            self.known += usize::from(known);
            self.nobody += usize::from(!known && !named);
            let outcome = if known { "uitkomst = \"Ja\"\n" } else { "" };
            let who = if named { "wie = \"g1\"\n" } else { "" };
            self.add_as(if known { "feit" } else { "open" }, "keuzes", &format!("[[keuze]]\nid = \"k{choice}\"\nvraag = \"Wat kiezen we bij {choice}?\"\nopgave = \"t{task}\"\nopties = [\"Ja\", \"Nee\"]\n{outcome}{who}"));
        }
    }

    fn policy(&mut self, dice: &mut Dice, few: impl Fn(&mut Dice, usize) -> usize) {
        self.steps = 1 + few(dice, 4);
        for step in 1..=self.steps {
            let (who, decides) = (1 + dice.below(self.bodies), if dice.chance(30) { "besluit = true\n" } else { "" });
            self.add("besluitstappen", &format!("[[besluitstap]]\nid = \"st{step}\"\nnaam = \"Stap {step}\"\nvolgorde = {step}\nomschrijving = \"Wat gebeurt er.\"\nwie = [\"g{who}\"]\n{decides}"));
        }
        self.figures = 1 + few(dice, 4);
        for figure in 1..=self.figures {
            let sure = dice.chance(50);
            self.sure += usize::from(sure);
            let record = format!(
                "[[cijfer]]\nid = \"c.f{figure}\"\nnaam = \"Getal {figure}\"\nwaarde = {figure}\neenheid = \"dagen\"\nkern = true\n"
            );
            self.add_as(if sure { "feit" } else { "voorstel" }, "cijfers", &record);
        }
        let steps = 1 + few(dice, 5);
        let mut places = Vec::new();
        for step in 1..=steps {
            let place = dice.below(2);
            self.loops[place] += 1;
            let name = ["strategisch", "operationeel"][place];
            places.push(name);
            self.add("stappen", &format!("[[stap]]\nid = \"tr{step}\"\nnaam = \"Trede {step}\"\nlus = \"{name}\"\nvolgorde = {step}\nomschrijving = \"Wat gebeurt er.\"\n"));
        }
        self.products = few(dice, 3);
        for product in 1..=self.products {
            let led = dice.chance(50);
            self.led += usize::from(led);
            let lead = if led { "in_de_lead = \"g1\"\n" } else { "" };
            let step = 1 + dice.below(steps);
            let lus = places[step - 1];
            self.add_as(if led { "feit" } else { "open" }, "producten", &format!("[[product]]\nid = \"p{product}\"\nnaam = \"Stuk {product}\"\nlus = \"{lus}\"\nstap = \"tr{step}\"\nomschrijving = \"Een stuk.\"\n{lead}"));
        }
    }

    /// The kinds of drawing that have something to draw.
    fn kinds(&self) -> Vec<&'static str> {
        let mut kinds = vec!["relatiekaart", "weefsel", "organogram", "boom", "besluitroute", "kerncijfers", "big8"];
        kinds.extend(["tegelkaart", "bijdrage", "wegwijzer"]);
        kinds.extend((!self.partners.grown.is_empty()).then_some("niveauverloop"));
        kinds.extend(["relatiematrix", "tegenover"].into_iter().filter(|_| self.bodies > 1));
        kinds.extend((!self.ties.is_empty()).then_some("ladder"));
        kinds.extend((!self.ends.is_empty()).then_some("planning"));
        kinds.extend((self.choices > 0).then_some("keuzebord"));
        kinds.extend((self.products > 0).then_some("rollenmatrix"));
        kinds
    }

    /// The site in a folder of its own, built; kind → what stands under its drawing, and the words of the whole figure.
    fn said(&self, seed: u64) -> BTreeMap<&'static str, (String, String)> {
        let place = Place::new();
        place.write(
            "site/portal.toml",
            b"naam = \"Proef\"\nbasis_url = \"https://proef.example/\"\neigenaar = \"Redactie\"\nstand = 2025-01-15\n",
        );
        place.write(
            "site/data/bronnen.toml",
            b"[[bron]]\nid = \"b1\"\nnaam = \"Plan\"\nsoort = \"plan\"\ndatum = \"2025\"\n",
        );
        for (file, text) in &self.data {
            place.write(&format!("site/data/{file}.toml"), text.as_bytes());
        }
        let mut page = "+++\ntitel = \"Proef\"\n+++\n".to_owned();
        for kind in self.kinds() {
            let sides = match kind {
                "tegenover" => "links = \"g1\"\nrechts = \"g2\"\n".to_owned(),
                "niveauverloop" => format!("relatie = \"g{}--g{}\"\n", self.ties[0].0, self.ties[0].1),
                "bijdrage" => self.partners.block(),
                _ => String::new(),
            };
            let _ = write!(page, "\n```infographic\nsoort = \"{kind}\"\n{sides}```\n");
        }
        place.write("site/content/index.md", page.as_bytes());
        let built = build(&place.sources(), Options::default(), &mut Memo::default());
        let errors: Vec<_> = built.problems.iter().filter(|p| p.severity == Severity::Error).collect();
        let output = built.output.unwrap_or_else(|| panic!("{seed}: {errors:#?}"));
        let (_, home) = output.ready().find(|(path, _)| *path == "index.html").unwrap();
        let home = scraper::Html::parse_document(&String::from_utf8_lossy(home));
        let select = |selector: &str| scraper::Selector::parse(selector).unwrap();
        let words = |node: scraper::ElementRef<'_>| {
            node.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let mut said = BTreeMap::new();
        for kind in self.kinds() {
            let figure = home.select(&select(&format!("figure.infographic-{kind}"))).next();
            let figure = figure.unwrap_or_else(|| panic!("{seed}: no {kind}"));
            let under = figure.select(&select(".infographic-conclusion")).next().map(words).unwrap_or_default();
            said.insert(kind, (under, words(figure)));
        }
        said
    }
}

/// So many of the first of these hold for every word of a figure.
const COUNTING: usize = 2;

/// What was once said, and is false or foolish whatever the data are.
const FALSE: [(&str, &str); 16] = [
    (
        r"\b1 (banden|keuzes|acties|mijlpalen|stappen|lagen|werken|lijnen|opgaven|sporen|resultaten|cijfers|leden|punten|vragen|vakken|producten|delen|relaties|overleggen)\b",
        "one of them is not many",
    ),
    (
        r"\b([2-9]|\d\d+) (band|keuze|actie|mijlpaal|stap|laag|opgave|spoor|resultaat|cijfer|punt|vraag|vak|product|deel|relatie|overleg)\b",
        "many of them are not one",
    ),
    (r"\b1 (staan|zijn|hebben|kunnen|lopen|besluiten|verschillen)\b", "one does not do it together"),
    (r"\b([2-9]|\d\d+) (staat|is|heeft|kan|loopt|besluit) \b", "many do not do it alone"),
    (r"\bvan de 1\b", "of the one"),
    (r"\bgeen van de [01]\b", "none of none, or of one"),
    (r"\b0 van de\b", "none is a word"),
    (
        r"\b0 (band|banden|besluiten|resultaten|stappen|lagen|acties|mijlpalen|punten|op de)\b",
        "what is not there is not counted",
    ),
    (r"\(0\)", "the most of nothing"),
    (r"\(1\)\.", "the most is one"),
    (r"\btussen [01] partijen\b", "a tie takes two"),
    (r"in 1 laag|door 1 laag|in 0 lagen", "one layer is no news"),
    (r"in het echt geen buren", "the data tell of no neighbours"),
    (r"moet(en)? (nog )?hechter|nog niet besloten|is nog open", "an ambition is no demand, a source no present"),
    (r"NaN|undefined|\{|\}|\[\[", "what is for the program"),
    (r" [.,;:]|\.\.|,,|  ", "a sentence with a hole in it"),
];

fn number(text: &str, pattern: &str) -> Option<usize> {
    Regex::new(pattern).unwrap().captures(text).map(|found| found[1].parse().unwrap())
}

/// What is wrong with what a collaboration's drawings say.
fn faults(seed: u64) -> Vec<String> {
    let made = Made::of(seed);
    let said = made.said(seed);
    let mut faults = Vec::new();
    // The number in a name counts nothing.
    let names = Regex::new(r"\bGroep \d+").unwrap();
    for (kind, (under, all)) in &said {
        let under = &names.replace_all(under, "Groep").into_owned();
        // In the words of a whole figure sentences and labels run on into each other: only how things are counted is looked at there.
        for (at, (pattern, why)) in FALSE.into_iter().enumerate() {
            let under = if at < COUNTING { all } else { under };
            if let Some(found) = Regex::new(pattern).unwrap().find(under) {
                faults.push(format!("{seed}, {kind}: “{}” in “{under}”: {why}", found.as_str()));
            }
        }
        if !under.ends_with('.') {
            faults.push(format!("{seed}, {kind}: “{under}” is no sentence"));
        }
    }
    let mut hold = |kind: &str, what: &str, good: bool| {
        if !good && let Some((under, _)) = said.get(kind) {
            faults.push(format!("{seed}, {kind}: “{under}”: {what}"));
        }
    };
    let says = |kind: &str, pattern: &str| said.get(kind).and_then(|(under, _)| number(under, pattern));
    let wants = |count: usize, shown: bool| if shown { Some(count) } else { None };

    let ties = made.ties.len();
    let possible = made.bodies * (made.bodies - 1) / 2;
    let degree = |body: usize| made.ties.iter().filter(|(a, b)| [*a, *b].contains(&body)).count();
    let most = (1..=made.bodies).map(degree).max().unwrap_or(0);
    let with_most = (1..=made.bodies).filter(|body| degree(*body) == most).count();
    hold("relatiematrix", "ties", says("relatiematrix", r"^(\d+) van de") == wants(ties, 0 < ties && ties < possible));
    let told = says("relatiematrix", r"De meeste: Groep \d+ \((\d+)\)");
    hold("relatiematrix", "the most", told.is_none() || (told == Some(most) && with_most == 1));
    let told = says("relatiekaart", r"De meeste banden zijn met Groep \d+: (\d+)");
    hold("relatiekaart", "the most", told.is_none() || (told == Some(most) && with_most == 1));
    hold("ladder", "growing", says("ladder", r"^(\d+) van de") == wants(made.growing, made.growing > 0 && ties > 1));
    hold("ladder", "unknown", says("ladder", r"Van (\d+) banden") == wants(made.unknown, made.unknown > 1));
    let several = made.bodies > 1;
    hold(
        "organogram",
        "bodies",
        says("organogram", r"^(?:.*Er zijn )?(\d+) overleggen") == wants(made.bodies, several),
    );
    hold(
        "organogram",
        "layers",
        says("organogram", r"in (\d+) lagen") == wants(made.layers.len(), several && made.layers.len() > 1),
    );
    hold(
        "organogram",
        "deciding",
        says("organogram", r"; (\d+) besluit")
            == wants(
                made.deciding,
                several && made.deciding > 0 && (made.deciding > 3 || made.deciding == made.bodies),
            ),
    );
    hold("boom", "tasks", says("boom", r"(\d+) opgave") == Some(made.tasks.len()));
    hold("boom", "results", says("boom", r"en (\d+) resulta") == wants(made.results, made.results > 0));
    hold("planning", "actions", says("planning", r"telt (\d+) actie") == Some(made.actions));
    let peak = made.ends.values().max().copied().unwrap_or(0);
    let at_peak = made.ends.values().filter(|count| **count == peak).count();
    let told = says("planning", r"Het drukst is .*: dan zouden (\d+) van");
    hold("planning", "the busiest", told == wants(peak, peak > 1 && at_peak == 1 && made.ends.len() > 1));
    let told = says("planning", r"Het drukst zijn .*: dan zouden telkens (\d+) van");
    hold(
        "planning",
        "the busiest together",
        told == wants(peak, peak > 1 && (2..=3).contains(&at_peak) && at_peak < made.ends.len()),
    );
    let undated = made.actions - made.ends.values().sum::<usize>();
    hold("planning", "undated", says("planning", r"Bij (\d+) acties? staat geen datum") == wants(undated, undated > 0));
    let told = says("keuzebord", r"Van (\d+) van de \d+ keuzes");
    hold("keuzebord", "known", told == wants(made.known, 0 < made.known && made.known < made.choices));
    hold(
        "keuzebord",
        "nobody",
        says("keuzebord", r"Bij (\d+) keuzes? staat niet wie") == wants(made.nobody, made.nobody > 0),
    );
    hold("besluitroute", "steps", says("besluitroute", r"zijn het (\d+) stappen") == wants(made.steps, made.steps > 1));
    hold(
        "kerncijfers",
        "sure",
        says("kerncijfers", r"^(\d+) van de") == wants(made.sure, 0 < made.sure && made.sure < made.figures),
    );
    let both = made.loops.iter().all(|count| *count > 0);
    hold("big8", "steps", says("big8", r"heeft (\d+) stap") == Some(made.loops.iter().sum()));
    hold("big8", "first loop", says("big8", r"(\d+) op de strategische") == wants(made.loops[0], both));
    hold(
        "rollenmatrix",
        "led",
        says("rollenmatrix", r"^Voor (\d+) van de") == wants(made.led, 0 < made.led && made.led < made.products),
    );
    if let [one, other, ..] = made.told.as_slice() {
        let known = 3 + [one.2 && other.2, one.3 && other.3].into_iter().filter(|both| *both).count();
        let differ = usize::from(one.0 != other.0) + usize::from(one.1 != other.1);
        let told = says("tegenover", r"verschillen op \d+ van de (\d+) punten");
        hold("tegenover", "known of both", told == wants(known, differ > 0));
        let told = says("tegenover", r"Op alle (\d+) punten die van beide bekend zijn, zijn zij gelijk");
        hold("tegenover", "alike", told == wants(known, differ == 0));
        hold("tegenover", "differ", says("tegenover", r"verschillen op (\d+) van") == wants(differ, differ > 0));
    }
    made.partners_hold(says, hold);

    // The numbers of tasks in the legend: a span holds all that is in between.
    if let Some((_, all)) = said.get("keuzebord") {
        for span in Regex::new(r"opgaven? (\d+) tot en met (\d+)").unwrap().captures_iter(all) {
            let [from, to]: [usize; 2] = [1, 2].map(|at| span[at].parse().unwrap());
            if (from..=to).any(|task| !made.tasks.contains(&task)) {
                faults.push(format!("{seed}, keuzebord: “{}”, and the tasks are {:?}", &span[0], made.tasks));
            }
        }
    }
    faults
}

#[test]
fn no_drawing_says_more_than_the_data() {
    let faults: Vec<String> = (1..=60_u64).into_par_iter().flat_map_iter(faults).collect();
    let some: Vec<&String> = faults.iter().take(40).collect();
    assert!(faults.is_empty(), "{} faults, such as {some:#?}", faults.len());
}
