//! What an editor can do wrong is told: every field of the real data is dropped, given another type, pointed at nothing or
//! doubled, and every period turned round, one at a time.
//!
//! Nothing may panic; at least 95 % of the changes must be told or be harmless, and what is neither is listed by the test. A
//! change is harmless when it can only leave something unsaid: [`HARMLESS`] lists where, and why. A site without any of these
//! keys is built too, since such a change is published.
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use toml::{Table, Value};
use verbeeld::decode::{Key, Shape};
use verbeeld::diag::FileId;
use verbeeld::model::rules::{Context, Prose};
use verbeeld::model::{Model, check};
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::{Project, Role, Sources, read};

/// Keys whose absence only leaves something unsaid: `kind.key`, `*` for every kind, and why nothing can go wrong.
const HARMLESS: &[(&str, &str)] = &[
    ("*.toelichting", "a note; where the source contradicts itself it is required (REGEL037)"),
    ("*.omschrijving", "the page tells less, and nothing rests on it"),
    ("*.aliassen", "other names are for searching only"),
    ("*.kort", "drawings use the name instead"),
    ("gremium.lid.keuze", "the seat is as open without it; only a later decision would not fill it by itself"),
    ("*.kleur", "drawings use grey, and say by form and word what the colour repeats"),
    ("*.taken", "a list of tasks may be empty: the plan does not give any for some"),
    ("niveau.teken", "the level then has the glyph of its place in the order"),
    ("niveau.vorm", "the level then has the form of its place in the order"),
    ("*.ook", "other wordings of a question are for searching only"),
    ("vraag.naar", "the answer then stands in the list of questions"),
    ("plek.deelname", "the place is at no organisation, and has no pages there"),
    ("plek.soort", "the place is at organisations of every sort"),
    ("plek.gremia", "the page tells less"),
    ("plek.rollen", "a seat is then told of the organisation, not of the function"),
    ("plek.mijlpalen", "the page tells less"),
    ("plek.routes", "the page tells less"),
    ("plek.keuzes", "the page tells less"),
    ("*.volgorde", "what has no place in an order comes last"),
    ("besluitstap.volgorde_van_ons", "whose order it is nobody can see"),
    ("gremium.besluit_toelichting", "explains a yes or no that stands there still"),
    ("gremium.vergadert", "how often is not known for most bodies"),
    ("gremium.lid.functie", "a member may have no function of its own"),
    ("gremium.lid.periode", "a seat may have no term"),
    ("gremium.lid.toelichting", "a note; where the source contradicts itself it is required (REGEL037)"),
    ("gremium.lid.soort", "the group stands there in words; where its members then sit nowhere it is told (REGEL016)"),
    ("gremium.besluit_status", "it is then as sure as the rest of the record"),
    ("gremium.lid[]", "a smaller body; the last member is told (REGEL015)"),
    ("bijdrage.ongeveer", "an amount then stands without the word about, beside its source"),
    ("organisatie.laag", "the organisation is drawn in the lowest lane"),
    (
        "organisatie.tooi",
        "among equals it is told (REGEL047); the only one of its sort is then no less an organisation",
    ),
    ("organisatie.deelname", "how it takes part is left unsaid"),
    ("organisatie.buren", "a border is told by the other side (REGEL019)"),
    ("organisatie.ambtelijke_organisatie", "most have one of their own"),
    ("relatie.richting", "the tie then has no arrow, and says no more than that there is one"),
    ("relatie.afspraken", "a relation without agreements is possible"),
    ("relatie.ambitie", "a relation may have no ambition"),
    ("relatie.niveau.toelichting", "a note; where the source contradicts itself it is required (REGEL037)"),
    ("relatie.ambitie.toelichting", "a note; where the source contradicts itself it is required (REGEL037)"),
    ("opgave.resultaat", "the page tells less"),
    ("opgave.onderdelen", "the page tells less"),
    ("opgave.eigenaar", "the plan gives none for one of them"),
    ("opgave.betrokken", "the page tells less"),
    ("opgave.oplevering", "not every task has a date"),
    ("actie.van", "many actions have no begin in the plan"),
    ("actie.tot", "many actions have no end in the plan"),
    ("actie.wie", "for some the plan does not say who"),
    ("actie.na", "most actions wait for nothing"),
    ("keuze.opties", "for some choices the plan gives no options"),
    ("keuze.wie", "for some choices the plan does not say who"),
    ("mijlpaal.was", "what was before is then not told; what happened is"),
    ("mijlpaal.werd", "what is since is then not told; what happened is"),
    ("mijlpaal.vastgelegd", "the day of the record is then that of what happened"),
    ("keuze.voor", "for some choices the plan gives no date"),
    ("product.stap", "the product is drawn beside the cycle"),
    ("product.fase.rol", "a remark with the phase"),
    ("stap.wie", "the step is drawn without names"),
    ("stap.status", "general knowledge may go without"),
    ("stap.bron", "general knowledge may go without"),
    ("laag.status", "the editors' own ordering may go without"),
    ("laag.bron", "the editors' own ordering may go without"),
    ("begrip.status", "a general word may go without"),
    ("begrip.bron", "a general word may go without"),
    ("besluitstap.wie", "the step is drawn without names"),
    ("besluitstap.besluit", "a step without it prepares"),
    ("niveau.kenmerken", "the page tells less"),
    ("niveau.rang", "a level may stand beside the ladder; a gap in it is told (REGEL013)"),
    ("rol.gremium", "a function may belong to no body; one that nothing names is told (REGEL039)"),
    ("rol.fte", "most functions have no size in the plan"),
    ("bijdrage.fte", "the figures are in cijfers"),
    ("bijdrage.uren", "the figures are in cijfers"),
    ("bijdrage.euro", "the figures are in cijfers"),
    ("bijdrage.eenheden", "the figures are in cijfers"),
    ("bijdrage.periode", "the text tells it too"),
    ("bijdrage.berekening", "the calculation is in cijfers too, where it is worked out"),
    ("thema.vraagstuk", "the agenda is yet to fill it in"),
    ("mijlpaal.door", "only a decision needs one (REGEL030)"),
    ("mijlpaal.raakt", "links less"),
    ("route.trefwoorden", "for searching only"),
    ("begrip.afkorting", "a term may have no abbreviation"),
    ("begrip.synoniemen", "for searching only"),
    ("begrip.zie", "links less; a term that nothing uses then is told (REGEL039)"),
    ("begrip.vervangen_door", "the term counts as holding"),
    ("cijfer.decimalen", "as many are shown as the number needs"),
    ("cijfer.ongeveer", "a figure may be exact; too few decimals are told (REGEL043)"),
    ("cijfer.berekening", "the working in words; som_van and product_van are what is worked out"),
    ("cijfer.som_van", "the figure stands by itself; what then divides or rounds nothing is told (REGEL042)"),
    ("cijfer.product_van", "the figure stands by itself; what then divides or rounds nothing is told (REGEL042)"),
    ("cijfer.telt", "the figure stands by itself"),
    ("cijfer.afgerond_op", "only where the outcome is round of itself; else it is told (REGEL041)"),
    ("cijfer.kern", "the figure is not on the home page"),
    ("bron.soort", "says less about the source"),
    ("bron.datum", "says less about the source"),
    ("bron.url", "says less about the source"),
    ("bron.uitgever", "says less about the source"),
    ("bron.sectie", "one that is cited is told (DATA012)"),
];

/// A way to change a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Drop,
    Retype,
    Dangle,
    Double,
    Reverse,
}

/// The keys that hold when something begins and when it ends, by their names, whatever the kind.
const BEGINS: &[&str] = &["van", "vanaf", "begint"];
const ENDS: &[&str] = &["tot", "eindigt", "gerealiseerd"];

/// A changed record: what was done where, and the record as TOML.
struct Change {
    way: Way,
    key: String,
    text: String,
}

/// One data file, record by record.
struct File {
    id: FileId,
    records: Vec<(String, Table)>,
}

fn sources() -> Sources {
    read(&Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap()
}

fn files(sources: &Sources) -> Vec<File> {
    let data = sources.of(Role::Data);
    data.map(|(id, file)| {
        let root: Table = file.text().unwrap().0.parse().unwrap();
        let of_kind = |(kind, records): (String, Value)| {
            let records = records.as_array().unwrap().clone();
            records.into_iter().map(move |r| (kind.clone(), r.as_table().unwrap().clone()))
        };
        File { id, records: root.into_iter().flat_map(of_kind).collect() }
    })
    .collect()
}

fn text(kind: &str, record: &Table) -> String {
    let one = Value::Array(vec![Value::Table(record.clone())]);
    toml::to_string(&Table::from_iter([(kind.to_owned(), one)])).unwrap()
}

/// All changes of one record.
fn changes(kind: &str, record: &Table) -> Vec<Change> {
    let mut found = Vec::new();
    let mut add = |way, key: &str, changed: Table| {
        found.push(Change { way, key: key.to_owned(), text: text(kind, &changed) });
    };
    of_table(Model::keys_of(kind), record, kind, &mut |way, key, changed| add(way, key, changed));
    let whole = text(kind, record);
    found.push(Change { way: Way::Double, key: kind.to_owned(), text: format!("{whole}{whole}") });
    // A key written twice is seen in the text only.
    for (key, value) in record.iter().filter(|(_, v)| !v.is_table() && !v.is_array()) {
        let line = toml::to_string(&Table::from_iter([(key.clone(), value.clone())])).unwrap();
        let head = format!("[[{kind}]]\n");
        let twice = whole.replacen(&head, &format!("{head}{line}"), 1);
        assert_ne!(twice, whole);
        found.push(Change { way: Way::Double, key: format!("{kind}.{key}"), text: twice });
    }
    found
}

type Add<'a> = &'a mut dyn FnMut(Way, &str, Table);

fn of_table(keys: &[Key], table: &Table, path: &str, add: Add<'_>) {
    for (begin, end) in BEGINS.iter().flat_map(|begin| ENDS.iter().map(move |end| (begin, end))) {
        // A period of one date is the same either way. `van` and `naar` of a tie are no dates, and have other keys.
        if let (Some(from), Some(to)) = (table.get(*begin), table.get(*end))
            && from != to
        {
            let mut turned = table.clone();
            turned.insert((*begin).to_owned(), to.clone());
            turned.insert((*end).to_owned(), from.clone());
            add(Way::Reverse, &format!("{path}.{end}"), turned);
        }
    }
    for (name, value) in table {
        let key = format!("{path}.{name}");
        let shape = &keys.iter().find(|k| k.name == name).unwrap_or_else(|| panic!("{key}")).shape;
        let mut without = table.clone();
        without.remove(name);
        add(Way::Drop, &key, without);
        of_value(shape, value, &key, &mut |way, key, changed| {
            let mut table = table.clone();
            table.insert(name.clone(), changed);
            add(way, key, table);
        });
    }
}

fn of_value(shape: &Shape, value: &Value, key: &str, add: &mut dyn FnMut(Way, &str, Value)) {
    let other = if value.is_bool() { Value::String("x".to_owned()) } else { Value::Boolean(true) };
    add(Way::Retype, key, other);
    match (shape, value) {
        (Shape::Reference(_) | Shape::Citation, Value::String(_)) => {
            add(Way::Dangle, key, Value::String("bestaat-zeker-niet".to_owned()));
        }
        (Shape::Either(shapes), Value::String(_)) if matches!(shapes[..], [Shape::Reference(_), ..]) => {
            add(Way::Dangle, key, Value::String("bestaat-zeker-niet".to_owned()));
        }
        (Shape::Table(keys), Value::Table(table)) => {
            of_table(keys, table, key, &mut |way, key, changed| add(way, key, Value::Table(changed)));
        }
        (Shape::List(of), Value::Array(items)) => {
            // Of plain items one stands for all; of blocks each has keys of its own.
            let count = if matches!(**of, Shape::Table(_)) { items.len() } else { 1 };
            for (i, item) in items.iter().enumerate().take(count) {
                let mut without = items.clone();
                without.remove(i);
                add(Way::Drop, &format!("{key}[]"), Value::Array(without));
                let mut twice = items.clone();
                twice.insert(i, item.clone());
                add(Way::Double, key, Value::Array(twice));
                of_value(of, item, key, &mut |way, key, changed| {
                    let mut items = items.clone();
                    items[i] = changed;
                    add(way, key, Value::Array(items));
                });
            }
        }
        _ => {}
    }
}

/// Every key of every kind is changed in every way, but not in each of a hundred records alike: of a kind, one record in so many that
/// about two are taken, another two for each key. `MUTATIES=8` takes more, `MUTATIES=10000` all of them, which takes minutes.
fn chosen(file: &File, at: usize, change: &Change) -> bool {
    let taken = crate::support::trials("MUTATIES", 2) as usize;
    let kind = &file.records[at].0;
    let alike: Vec<usize> = (0..file.records.len()).filter(|i| file.records[*i].0 == *kind).collect();
    let step = alike.len().div_ceil(taken);
    // Keys that few records have would be missed by so wide a step.
    let inner = change.key.split('.').nth(1).unwrap_or_default().trim_end_matches("[]");
    let with_key = alike.iter().filter(|i| file.records[**i].1.contains_key(inner));
    let place = with_key.clone().position(|i| *i == at).unwrap_or(at);
    let step = if with_key.count() <= taken { 1 } else { step };
    (place + change.key.len()).is_multiple_of(step)
}

/// Is the change told? First the record by itself: most mistakes show there already.
fn told(change: &Change, file: FileId, others: &Model, pages: &[Prose<'_>]) -> bool {
    let mut problems = Vec::new();
    Model::default().read(file, &change.text, 0, &mut problems);
    if !problems.is_empty() {
        return true;
    }
    let mut model = others.clone();
    model.read(file, &change.text, 0, &mut problems);
    check(&Context::of(&model), &mut problems);
    if problems.is_empty() && !harmless(change) {
        // To read all pages too takes long: only what nothing else tells is looked for there.
        check(&Context { pages: Some(pages), ..Context::of(&model) }, &mut problems);
    }
    !problems.is_empty()
}

fn harmless(change: &Change) -> bool {
    if change.way != Way::Drop {
        return false;
    }
    let listed = |key: &str| {
        let any = key.split_once('.').map(|(_, rest)| format!("*.{rest}"));
        HARMLESS.iter().any(|(h, _)| *h == key || Some(*h) == any.as_deref())
    };
    // Where a whole list may be absent, it may be shorter. Of several sources one may be left out: the last one is told.
    let list = change.key.strip_suffix("[]");
    listed(&change.key) || list.is_some_and(|list| listed(list) || list.ends_with(".bron"))
}

#[test]
fn what_goes_wrong_is_told_or_harmless() {
    let sources = sources();
    let files = files(&sources);
    let texts: Vec<_> = sources.of(Role::Page).map(|(id, file)| (id, file.text().unwrap().0)).collect();
    let pages: Vec<Prose<'_>> = texts
        .iter()
        .map(|(file, text)| Prose {
            file: *file,
            bytes: text.as_bytes(),
            abbreviations: None,
            names: None,
            sources: &[],
            review: None,
            dates: [None, None],
        })
        .collect();
    let outcomes: Vec<(Way, String, bool, bool)> = files
        .par_iter()
        .enumerate()
        .flat_map(|(f, file)| {
            let mut others = Model::default();
            let mut problems = Vec::new();
            for (_, other) in files.iter().enumerate().filter(|(i, _)| *i != f) {
                for (kind, record) in &other.records {
                    others.read(other.id, &text(kind, record), 0, &mut problems);
                }
            }
            assert!(problems.is_empty(), "{problems:?}");
            let others = std::sync::Arc::new(others);
            let pages = &pages;
            let one = move |(at, (kind, record)): (usize, &(String, Table))| {
                let mut others = (*others).clone();
                let changes: Vec<Change> =
                    changes(kind, record).into_iter().filter(|change| chosen(file, at, change)).collect();
                if changes.is_empty() {
                    return Vec::new();
                }
                for (_, (kind, other)) in file.records.iter().enumerate().filter(|(i, _)| *i != at) {
                    others.read(file.id, &text(kind, other), 0, &mut Vec::new());
                }
                let mut out = Vec::new();
                for change in changes {
                    let told = told(&change, file.id, &others, pages);
                    let harmless = harmless(&change);
                    out.push((change.way, change.key, told, harmless));
                }
                out
            };
            file.records.par_iter().enumerate().flat_map(one).collect::<Vec<_>>()
        })
        .collect();

    let mut counts: BTreeMap<Way, [usize; 3]> = BTreeMap::new();
    let mut unseen: BTreeMap<(Way, &str), usize> = BTreeMap::new();
    for (way, key, told, harmless) in &outcomes {
        let count = counts.entry(*way).or_default();
        count[if *told {
            0
        } else if *harmless {
            1
        } else {
            2
        }] += 1;
        if !told && !harmless {
            *unseen.entry((*way, key)).or_default() += 1;
        }
    }
    let total = outcomes.len();
    let lost: usize = counts.values().map(|c| c[2]).sum();
    println!("{total} changes of the real data");
    for (way, [told, harmless, neither]) in &counts {
        let all = told + harmless + neither;
        let share = |n: &usize| *n as f64 * 100.0 / all as f64;
        println!(
            "{way:?}: {all}, of which told {:.1} %, harmless {:.1} %, neither {:.1} %",
            share(told),
            share(harmless),
            share(neither)
        );
        assert!(neither * 20 <= all, "{way:?}: {neither} of {all} are neither told nor harmless");
        assert!(*way == Way::Drop || *harmless == 0, "only what is left out can be harmless");
    }
    assert!(total > 2000, "{total} changes");
    assert!(lost * 20 <= total, "{lost} of {total} are neither told nor harmless:\n{unseen:#?}");
    assert!(unseen.is_empty(), "neither told nor harmless:\n{unseen:#?}");
}

#[test]
fn every_harmless_key_exists_and_may_be_absent() {
    for (path, why) in HARMLESS {
        let (kind, rest) = path.split_once('.').unwrap();
        let kinds: Vec<&str> = Model::KINDS.iter().map(|k| k.name).filter(|k| kind == "*" || *k == kind).collect();
        let optional = kinds.iter().any(|kind| {
            let mut keys = Model::keys_of(kind);
            let mut required = true;
            for part in rest.trim_end_matches("[]").split('.') {
                let Some(key) = keys.iter().find(|k| k.name == part) else { return false };
                required = key.required;
                keys = match &key.shape {
                    Shape::Table(keys) => keys,
                    Shape::List(of) => match &**of {
                        Shape::Table(keys) => keys,
                        _ => &[],
                    },
                    _ => &[],
                };
            }
            !required
        });
        assert!(optional && !why.is_empty(), "{path}");
    }
}

/// The site with every harmless key gone at once: all pages are made. Only a page that asks for a drawing of what is gone is
/// told so.
#[test]
fn a_site_that_leaves_much_unsaid_is_built() {
    let sources = sources();
    let stripped: Vec<_> = sources
        .iter()
        .map(|(_, file)| {
            let mut file = file.clone();
            if file.role == Role::Data {
                let mut root: Table = file.text().unwrap().0.parse().unwrap();
                for (kind, records) in root.iter_mut() {
                    for record in records.as_array_mut().unwrap() {
                        let record = record.as_table_mut().unwrap();
                        let contradiction = record.get("status").and_then(Value::as_str) == Some("tegenstrijdig");
                        record.retain(|key, _| {
                            let whole = format!("{kind}.{key}");
                            let any = format!("*.{key}");
                            let harmless = HARMLESS.iter().any(|(h, _)| *h == whole || *h == any);
                            let held = contradiction && key == "toelichting"
                                || whole == "mijlpaal.door"
                                || whole == "bron.sectie"
                                || Model::keys_of(kind).iter().any(|k| k.name == key && k.required)
                                || whole == "organisatie.buren";
                            !harmless || held
                        });
                        for key in ["gedeeld_door", "afgerond_op"] {
                            record.remove(key);
                        }
                    }
                }
                // One without a record waits for its first.
                if !root.is_empty() {
                    file.bytes = toml::to_string(&root).unwrap().into_bytes().into();
                }
            }
            file
        })
        .collect();
    let built = build(&Sources::new(stripped), Options::default(), &mut Memo::default());
    let errors: Vec<_> = built.problems.iter().filter(|p| p.is_error() && !p.code.starts_with("INFO")).collect();
    assert!(errors.is_empty() && built.pages > 100, "{errors:#?}");
}
