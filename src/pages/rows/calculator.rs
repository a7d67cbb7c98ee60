//! The calculator: what is asked of an organisation, for every case that there is.
//!
//! The program works out all cases and puts them in a table, which is all that a page without script shows. The theme's script only
//! chooses the row that fits; it does no sums, so that it can never say anything else than the table. The questions stand there from
//! the start, with the first case as their answer, so that nothing moves when the script comes; until then they cannot be answered.

use super::block::check_references;
use super::contribution::{euros, fte, is_asked};
use crate::content::{Bar, Calculator, Case, Choice, Member, Question};
use crate::decode::{Decoder, Record, Ref};
use crate::diag::{Span, words};
use crate::html;
use crate::markup::Html;
use crate::model::kinds::{Bijdrage, Cijfer, Gremium, Organisatie};
use crate::model::{ContributionKind, Status};
use crate::pages::writing::{Writer, status_label};
use crate::record;
use crate::site::figure_in_words;

record! {
    /// Een rekenhulp in een pagina.
    pub struct CalculatorBlock {
        /// De titel, die boven de tabel staat.
        titel: Option<String>,
        /// De bijdrage die in geld wordt gegeven.
        vast: Ref<Bijdrage>,
        /// De bijdrage die in uren of in geld wordt gegeven.
        inzet: Ref<Bijdrage>,
        /// Het overleg waarvan de leden meer doen.
        gremium: Ref<Gremium>,
        /// De uren van wie in dat overleg zit.
        uren_lid: Ref<Cijfer>,
        /// De uren van wie er niet in zit.
        uren_ander: Ref<Cijfer>,
        /// De inzet voor het afronden, in fte.
        onafgerond: Option<Ref<Cijfer>>,
        /// Hoeveel uren in een fte gaan; de eerste is de gewone keuze.
        uren_per_fte: Vec<Ref<Cijfer>>,
    }
}

/// The columns that tell which case a row is; the others are the answer.
const COLUMNS_THAT_ASK: usize = 4;

/// What the block names, found in the data.
struct Given<'a> {
    title: String,
    fixed: &'a Bijdrage,
    own: &'a Bijdrage,
    body: &'a Gremium,
    hours_inside: &'a Cijfer,
    hours_outside: &'a Cijfer,
    unrounded: Option<&'a Cijfer>,
    bases: Vec<&'a Cijfer>,
    groups: Vec<Group<'a>>,
}

impl Given<'_> {
    /// The body in a sentence.
    fn body_name(&self) -> &str {
        self.body.kort.as_ref().unwrap_or(&self.body.naam)
    }
}

/// Organisations of which the same is asked.
struct Group<'a> {
    members: Vec<&'a Organisatie>,
    /// The civil organisation that they share.
    shared: Option<String>,
}

/// The calculator; `None` when it cannot be made, which has been told.
pub fn from_block(writer: &mut Writer<'_>, toml: &str, place: Span) -> Option<Calculator> {
    let mut decoder = Decoder::new(place.file, toml, place.start as usize);
    let table = decoder.parse();
    let block = decoder.record::<CalculatorBlock>(table.get_ref(), place);
    writer.problems.extend(decoder.told());
    let block = block?;
    let before = writer.problems.len();
    for (_, shown) in block.values() {
        check_references(writer, &shown);
    }
    if writer.problems.len() > before {
        return None;
    }
    let model = writer.model();
    let figure = |id: &Ref<Cijfer>| model.cijfers.get(&id.id);
    let given = Given {
        title: block.titel.clone().unwrap_or_else(|| writer.phrases().calculator().title().to_owned()),
        fixed: model.bijdragen.get(&block.vast.id)?,
        own: model.bijdragen.get(&block.inzet.id)?,
        body: model.gremia.get(&block.gremium.id)?,
        hours_inside: figure(&block.uren_lid)?,
        hours_outside: figure(&block.uren_ander)?,
        unrounded: block.onafgerond.as_ref().and_then(figure),
        bases: block.uren_per_fte.iter().filter_map(figure).collect(),
        groups: groups(writer),
    };
    let kinds = given.fixed.soort == ContributionKind::Geld && given.own.soort == ContributionKind::Inzet;
    let whole = given.fixed.fte.is_some() && given.own.fte.is_some() && !given.bases.is_empty();
    if !kinds || !whole || given.groups.is_empty() {
        writer.problems.push(words::pages::calculator_incomplete(place));
        return None;
    }
    Some(written(writer, &given))
}

/// Participants, those who share a civil organisation in a group of their own.
fn groups<'a>(writer: &Writer<'a>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for organisation in writer.model().organisaties.iter().filter(|o| is_asked(o)) {
        let shared = organisation.ambtelijke_organisatie.as_ref().map(|o| o.id.clone());
        match groups.iter_mut().find(|g| g.shared == shared) {
            Some(group) => group.members.push(organisation),
            None => groups.push(Group { members: vec![organisation], shared }),
        }
    }
    groups
}

fn written(writer: &Writer<'_>, given: &Given<'_>) -> Calculator {
    let say = writer.phrases().calculator();
    let head = [
        writer.phrases().common().who(),
        &say.inside(given.body_name()),
        say.own_in(),
        say.hours_per_fte(),
        say.in_short(),
        &given.fixed.naam,
        &given.own.naam,
        say.together(),
        say.hours_by_parts(),
        say.rounded(),
    ];
    let mut cases = Vec::new();
    for group in given.groups.iter().enumerate() {
        for inside in [false, true] {
            let bases = given.bases.iter().map(Some).chain([None]);
            cases.extend(bases.map(|base| case(writer, given, group, inside, base)));
        }
    }
    let members = given.groups.iter().enumerate().flat_map(|(group, of)| {
        of.members.iter().map(move |one| Member { id: one.id.value.clone(), name: one.naam.clone(), group })
    });
    let mut sources = given.fixed.bron.clone();
    sources.extend(given.own.bron.iter().cloned());
    Calculator {
        title: given.title.clone(),
        organisation: say.organisation().to_owned(),
        members: members.collect(),
        questions: questions(writer, given),
        why: say.why().to_owned(),
        all_cases: say.all_cases().to_owned(),
        caption: say.cases_of(&given.title),
        head: head.map(str::to_owned).into(),
        asking: COLUMNS_THAT_ASK,
        cases,
        source: Html::sentence([writer.source_line(&sources)], |[source]| say.source(source)),
    }
}

/// The questions beside that for whom it is.
fn questions(writer: &Writer<'_>, given: &Given<'_>) -> Vec<Question> {
    let (phrases, say) = (writer.phrases(), writer.phrases().calculator());
    let question = |legend: &str, name: &str, choices: Vec<(String, String)>| Question {
        legend: legend.into(),
        name: name.to_owned(),
        choices: choices.into_iter().map(|(value, label)| Choice { value, label }).collect(),
    };
    let two = |one: (&str, &str), other: (&str, &str)| [one, other].map(|(a, b)| (a.to_owned(), b.to_owned())).into();
    let (no, yes) = (yes_no(writer, false), yes_no(writer, true));
    let bases = given.bases.iter().enumerate().map(|(i, base)| (i.to_string(), figure_in_words(phrases, base)));
    vec![
        question(&say.sits(given.body_name()), "lid", two(("nee", &no), ("ja", &yes))),
        question(say.how_given(), "vorm", two(("uren", say.in_hours()), ("geld", say.in_money()))),
        question(say.how_many_hours(), "basis", bases.collect()),
    ]
}

/// `Ja` or `Nee`.
fn yes_no(writer: &Writer<'_>, yes: bool) -> String {
    let all = writer.phrases().common();
    writer.phrases().capital(if yes { all.yes() } else { all.no() }).into_owned()
}

fn bar(least: f64, most: f64, scale: f64) -> Bar {
    let part = |hours: f64| ((hours / scale.max(1.0) * 1000.0).round() / 10.0).to_string();
    Bar { least: part(least), more: if most > least { part(most - least) } else { String::new() } }
}

/// With a base the own effort is given in hours, without in money.
fn case(
    writer: &Writer<'_>,
    given: &Given<'_>,
    (number_of_group, group): (usize, &Group<'_>),
    inside: bool,
    base: Option<&&Cijfer>,
) -> Case {
    let (phrases, say) = (writer.phrases(), writer.phrases().calculator());
    let (fixed, own) = (given.fixed.fte.unwrap_or_default(), given.own.fte.unwrap_or_default());
    let label = |status: Option<Status>| {
        let shown = status.filter(|s| *s != Status::Feit);
        shown.map(|s| html![" ", status_label(s, writer.words())]).unwrap_or_default()
    };
    let number = |value: f64| phrases.short_number(value);
    let a_year = |amount: &str| phrases.amounts().per_year(amount);
    let together = if group.shared.is_some() { format!(" {}", say.shared()) } else { String::new() };
    let (fixed_money, own_fte) = (euros(phrases, given.fixed), fte(phrases, given.own));
    let fixed_label = label(given.fixed.status.as_ref().map(|s| s.value));
    let paid = html![format!("{}{together}: {}", fte(phrases, given.fixed), a_year(&fixed_money)), fixed_label.clone()];
    let own_label = label(given.own.status.as_ref().map(|s| s.value));
    // Who shares a civil organisation counts once or twice: where the source contradicts itself, both are said.
    let twice = group.shared.is_some() && given.own.status.as_ref().is_some_and(|s| s.value == Status::Tegenstrijdig);
    let twice = if twice { format!(" {}", say.shared_or_each()) } else { together };
    let total = fixed + own;
    let real = if inside { given.hours_inside } else { given.hours_outside };
    let unrounded = given.unrounded.map(|u| (u, figure_in_words(phrases, u)));
    let scale = given.bases.iter().map(|base| own * base.waarde).fold(given.hours_inside.waarde, f64::max);
    let (form, sentence, bar, effort, sum, hours, rounding) = match base {
        Some(base) => {
            let worth = |value: f64| (value * base.waarde * 10.0).round() / 10.0;
            let product = |value: f64| number(worth(value));
            let hours = product(own);
            let (least, most) = (worth(own).min(real.waarde), worth(own).max(real.waarde));
            let range = if most > least { say.from_to(&number(least), &number(most)) } else { hours.clone() };
            let sentence = Html::element("strong", &[], say.gives_hours(&fixed_money, &range));
            let rounding = unrounded
                .map_or_else(String::new, |(u, words)| say.rounded_hours(&own_fte, &words, &product(u.waarde)));
            (
                ("uren", say.hours()),
                html![sentence, fixed_label],
                Some(bar(least, most, scale)),
                html![format!("{own_fte} × {} = {}{twice}", number(base.waarde), say.hours_a_year(&hours)), own_label,],
                say.total_hours(&number(total), &fixed_money, &hours),
                html![a_year(&figure_in_words(phrases, real)), label(real.status.as_ref().map(|s| s.value))],
                rounding,
            )
        }
        None => {
            let euro = given.fixed.euro.unwrap_or_default() + given.own.euro.unwrap_or_default();
            let money = phrases.amounts().euros(&phrases.number(euro, 0));
            let about = given.fixed.ongeveer == Some(true);
            let money = if about { phrases.amounts().about_amount(&money) } else { money };
            let rounding = unrounded.map(|(_, words)| say.rounded_to(&own_fte, &words));
            (
                ("geld", say.money()),
                html![Html::element("strong", &[], say.gives_money(&money)), fixed_label],
                None,
                html![format!("{own_fte}{twice}: {}", a_year(&euros(phrases, given.own))), own_label],
                say.total_money(&number(total), &money),
                say.no_hours().into(),
                rounding.unwrap_or_default(),
            )
        }
    };
    let place = base.and_then(|b| given.bases.iter().position(|other| other.id == b.id));
    let member = if inside { "ja" } else { "nee" };
    let cells = [
        if inside { phrases.common().yes() } else { phrases.common().no() }.into(),
        form.1.into(),
        base.map_or_else(|| say.not_needed().into(), |b| figure_in_words(phrases, b).into()),
        sentence,
        paid,
        effort,
        // The sum is ours: the plan does not add the two.
        html![sum, " ", status_label(Status::Duiding, writer.words())],
        hours,
        rounding.into(),
    ];
    let choice = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut choices = vec![choice("wie", &number_of_group.to_string()), choice("lid", member), choice("vorm", form.0)];
    choices.extend(place.map(|place| choice("basis", &place.to_string())));
    Case { choices, who: who(writer, given, group), cells: cells.into(), bar }
}

/// The organisations of a row. Many are counted rather than named: the question above names them all.
fn who(writer: &Writer<'_>, given: &Given<'_>, group: &Group<'_>) -> Html {
    let (count, say) = (group.members.len(), writer.phrases().calculator());
    if count <= 4 {
        return Html::join(&group.members.iter().map(|o| writer.link(&o.id)).collect::<Vec<_>>(), ", ");
    }
    let shared = given.groups.iter().any(|g| g.shared.is_some());
    if shared && group.shared.is_none() { say.own_offices(count).into() } else { say.participants(count).into() }
}
