//! The calculator: what is asked of an organisation, for every case that there is.
//!
//! The program works out all cases and puts them in a table, which is all that a page without script shows. The theme's script only
//! chooses the row that fits; it does no sums, so that it can never say anything else than the table. The questions stand there from
//! the start, with the first case as their answer, so that nothing moves when the script comes; until then they cannot be answered.

use super::block::check_references;
use super::contribution::{euros, fte, is_asked};
use crate::decode::{Decoder, Record, Ref};
use crate::diag::{Span, words};
use crate::model::kinds::{Bijdrage, Cijfer, Gremium, Organisatie};
use crate::model::{ContributionKind, Status};
use crate::pages::writing::{Writer, escape, status_label};
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

/// The calculator as safe HTML; `None` when it cannot be made, which has been told.
pub fn from_block(writer: &mut Writer<'_>, toml: &str, place: Span) -> Option<String> {
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
    Some(html(writer, &given))
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

fn html(writer: &Writer<'_>, given: &Given<'_>) -> String {
    let body = escape(given.body_name());
    let say = writer.phrases().calculator();
    let head = [
        escape(writer.phrases().common().who()),
        say.inside(&body),
        escape(say.own_in()),
        escape(say.hours_per_fte()),
        escape(&given.fixed.naam),
        escape(&given.own.naam),
        escape(say.together()),
        escape(say.hours_by_parts()),
        escape(say.rounded()),
    ];
    let mut cases = Vec::new();
    for group in given.groups.iter().enumerate() {
        for inside in [false, true] {
            let bases = given.bases.iter().map(Some).chain([None]);
            cases.extend(bases.map(|base| case(writer, given, group, inside, base)));
        }
    }
    let first = cases.first().map(|case| answer(&head, case)).unwrap_or_default();
    let head: String = head.iter().map(|h| format!("<th scope=\"col\">{h}</th>")).collect();
    let rows: String = cases.iter().map(Case::row).collect();
    let title = escape(&given.title);
    let cases_of = say.cases_of(&title);
    let mut sources = given.fixed.bron.clone();
    sources.extend(given.own.bron.iter().cloned());
    format!(
        "<div class=\"rekenhulp\" role=\"group\" aria-label=\"{title}\">\n{}<div class=\"rekenhulp-uitkomst\" role=\"status\">{first}</div>\n<details class=\"rekenhulp-alle\"><summary>{}</summary>\n<div class=\"tabel-houder\" role=\"region\" aria-label=\"{cases_of}\" tabindex=\"0\"><table>\n<caption>{cases_of}.</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div></details>\n<p class=\"rekenhulp-bron\">{}</p>\n</div>\n",
        form(writer, given),
        escape(say.all_cases()),
        say.source(&writer.source_line(&sources))
    )
}

/// The questions. The script makes them answerable; where there is no script, the theme hides them.
fn form(writer: &Writer<'_>, given: &Given<'_>) -> String {
    let (phrases, say) = (writer.phrases(), writer.phrases().calculator());
    let mut names: Vec<(&str, usize)> = Vec::new();
    for (number, group) in given.groups.iter().enumerate() {
        names.extend(group.members.iter().map(|o| (o.naam.as_str(), number)));
    }
    let options: String =
        names.iter().map(|(name, group)| format!("<option value=\"{group}\">{}</option>", escape(name))).collect();
    let radio = |name: &str, value: &str, label: &str, checked: bool| {
        let checked = if checked { " checked" } else { "" };
        let label = escape(label);
        format!("<label><input type=\"radio\" name=\"{name}\" value=\"{value}\"{checked}> {label}</label>")
    };
    let field =
        |legend: &str, choices: String| format!("<fieldset><legend>{}</legend>{choices}</fieldset>\n", escape(legend));
    let bases: String = given
        .bases
        .iter()
        .enumerate()
        .map(|(i, base)| radio("basis", &i.to_string(), &figure_in_words(phrases, base), i == 0))
        .collect();
    format!(
        "<form><fieldset class=\"rekenhulp-keuze\" disabled>\n<p><label>{} <select name=\"wie\">{options}</select></label></p>\n{}{}{}</fieldset></form>\n",
        escape(say.organisation()),
        field(
            &say.sits(given.body_name()),
            radio("lid", "nee", &yes_no(writer, false), true) + &radio("lid", "ja", &yes_no(writer, true), false)
        ),
        field(
            say.how_given(),
            radio("vorm", "uren", say.in_hours(), true) + &radio("vorm", "geld", say.in_money(), false)
        ),
        field(say.how_many_hours(), bases),
    )
}

/// `Ja` or `Nee`.
fn yes_no(writer: &Writer<'_>, yes: bool) -> String {
    let all = writer.phrases().common();
    writer.phrases().capital(if yes { all.yes() } else { all.no() }).into_owned()
}

/// One case, ready for the table.
struct Case {
    /// The choices that lead here, as attributes.
    choices: String,
    /// The first cell of its row.
    who: String,
    /// The other cells, as safe HTML.
    cells: [String; 8],
}

impl Case {
    fn row(&self) -> String {
        let cells: String = self.cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
        format!("<tr{}><th scope=\"row\">{}</th>{cells}</tr>\n", self.choices, self.who)
    }
}

/// What the script shows of a case, too: the columns that answer, with their names.
fn answer(head: &[String], case: &Case) -> String {
    let named = head.iter().skip(COLUMNS_THAT_ASK).zip(case.cells.iter().skip(COLUMNS_THAT_ASK - 1));
    let parts: String = named
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(name, cell)| format!("<div><dt>{name}</dt><dd>{cell}</dd></div>"))
        .collect();
    format!("<dl class=\"rekenhulp-antwoord\">{parts}</dl>")
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
        shown.map(|s| format!(" {}", status_label(s, writer.words()))).unwrap_or_default()
    };
    let number = |value: f64| phrases.short_number(value);
    let a_year = |amount: &str| escape(&phrases.amounts().per_year(amount));
    let together = if group.shared.is_some() { format!(" {}", escape(say.shared())) } else { String::new() };
    let (fixed_money, own_fte) = (euros(phrases, given.fixed), fte(phrases, given.own));
    let paid = format!(
        "{}{together}: {}{}",
        fte(phrases, given.fixed),
        a_year(&fixed_money),
        label(given.fixed.status.as_ref().map(|s| s.value))
    );
    let own_label = label(given.own.status.as_ref().map(|s| s.value));
    // Who shares a civil organisation counts once or twice: where the source contradicts itself, both are said.
    let twice = group.shared.is_some() && given.own.status.as_ref().is_some_and(|s| s.value == Status::Tegenstrijdig);
    let twice = if twice { format!(" {}", escape(say.shared_or_each())) } else { together };
    let total = fixed + own;
    let real = if inside { given.hours_inside } else { given.hours_outside };
    let unrounded = given.unrounded.map(|u| (u, figure_in_words(phrases, u)));
    let (form, effort, sum, hours, rounding) = match base {
        Some(base) => {
            let product = |value: f64| number((value * base.waarde * 10.0).round() / 10.0);
            let hours = product(own);
            let rounding = unrounded.map_or_else(String::new, |(u, words)| {
                escape(&say.rounded_hours(&own_fte, &words, &product(u.waarde)))
            });
            (
                ("uren", say.hours()),
                format!(
                    "{own_fte} × {} = {}{twice}{own_label}",
                    number(base.waarde),
                    escape(&say.hours_a_year(&hours))
                ),
                escape(&say.total_hours(&number(total), &fixed_money, &hours)),
                format!("{}{}", a_year(&figure_in_words(phrases, real)), label(real.status.as_ref().map(|s| s.value))),
                rounding,
            )
        }
        None => {
            let euro = given.fixed.euro.unwrap_or_default() + given.own.euro.unwrap_or_default();
            let money = phrases.amounts().euros(&phrases.number(euro, 0));
            let about = given.fixed.ongeveer == Some(true);
            let money = if about { phrases.amounts().about_amount(&money) } else { money };
            let rounding = unrounded.map(|(_, words)| escape(&say.rounded_to(&own_fte, &words)));
            (
                ("geld", say.money()),
                format!("{own_fte}{twice}: {}{own_label}", a_year(&euros(phrases, given.own))),
                escape(&say.total_money(&number(total), &money)),
                escape(say.no_hours()),
                rounding.unwrap_or_default(),
            )
        }
    };
    let place = base.and_then(|b| given.bases.iter().position(|other| other.id == b.id));
    let cells = [
        escape(if inside { phrases.common().yes() } else { phrases.common().no() }),
        escape(form.1),
        base.map_or_else(|| escape(say.not_needed()), |b| escape(&figure_in_words(phrases, b))),
        paid,
        effort,
        format!("{sum}{}", status_after(writer)),
        hours,
        rounding,
    ];
    let choices = format!(
        " data-wie=\"{number_of_group}\" data-lid=\"{}\" data-vorm=\"{}\"{}",
        if inside { "ja" } else { "nee" },
        form.0,
        place.map(|p| format!(" data-basis=\"{p}\"")).unwrap_or_default(),
    );
    Case { choices, who: who(writer, given, group), cells }
}

/// The organisations of a row. Many are counted rather than named: the question above names them all.
fn who(writer: &Writer<'_>, given: &Given<'_>, group: &Group<'_>) -> String {
    let (count, say) = (group.members.len(), writer.phrases().calculator());
    if count <= 4 {
        return group.members.iter().map(|o| writer.link(&o.id)).collect::<Vec<_>>().join(", ");
    }
    let shared = given.groups.iter().any(|g| g.shared.is_some());
    if shared && group.shared.is_none() { say.own_offices(count) } else { say.participants(count) }
}

/// The sum is ours: the plan does not add the two.
fn status_after(writer: &Writer<'_>) -> String {
    format!(" {}", status_label(Status::Duiding, writer.words()))
}
