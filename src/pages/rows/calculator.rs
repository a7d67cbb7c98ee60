//! The calculator: what is asked of an organisation, for every case that there is.
//!
//! The program works out all cases and puts them in a table, which is all that a page without script shows. The theme's script only
//! chooses the row that fits; it does no sums, so that it can never say anything else than the table. The questions stand there from
//! the start, with the first case as their answer, so that nothing moves when the script comes; until then they cannot be answered.

use super::block::check_references;
use super::contribution::{euros, fte, is_asked};
use crate::decode::{Decoder, Record, Ref};
use crate::diag::{Span, words};
use crate::dutch::dutch_number;
use crate::model::kinds::{Bijdrage, Cijfer, Gremium, Organisatie};
use crate::model::{ContributionKind, Status};
use crate::pages::writing::{Writer, escape, number, status_label};
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
        title: block.titel.clone().unwrap_or_else(|| "Wat vraagt het plan van mijn organisatie?".to_owned()),
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
    let body = escape(given.body.kort.as_ref().unwrap_or(&given.body.naam));
    let head = [
        "Wie".to_owned(),
        format!("In de {body}?"),
        "Eigen inzet in".to_owned(),
        "Uren in één fte".to_owned(),
        escape(&given.fixed.naam),
        escape(&given.own.naam),
        "Samen, ten hoogste".to_owned(),
        "Uren volgens de opbouw".to_owned(),
        "Afgerond?".to_owned(),
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
    let mut sources = given.fixed.bron.clone();
    sources.extend(given.own.bron.iter().cloned());
    format!(
        "<div class=\"rekenhulp\" role=\"group\" aria-label=\"{title}\">\n{}<div class=\"rekenhulp-uitkomst\" role=\"status\">{first}</div>\n<details class=\"rekenhulp-alle\"><summary>Alle gevallen in een tabel</summary>\n<div class=\"tabel-houder\" role=\"region\" aria-label=\"{title} Alle gevallen\" tabindex=\"0\"><table>\n<caption>{title} Alle gevallen.</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div></details>\n<p class=\"rekenhulp-bron\">Bron: {}</p>\n</div>\n",
        form(given, &body),
        writer.source_line(&sources)
    )
}

/// The questions. The script makes them answerable; where there is no script, the theme hides them.
fn form(given: &Given<'_>, body: &str) -> String {
    let mut names: Vec<(&str, usize)> = Vec::new();
    for (number, group) in given.groups.iter().enumerate() {
        names.extend(group.members.iter().map(|o| (o.naam.as_str(), number)));
    }
    let options: String =
        names.iter().map(|(name, group)| format!("<option value=\"{group}\">{}</option>", escape(name))).collect();
    let radio = |name: &str, value: &str, label: &str, checked: bool| {
        let checked = if checked { " checked" } else { "" };
        format!("<label><input type=\"radio\" name=\"{name}\" value=\"{value}\"{checked}> {label}</label>")
    };
    let field = |legend: &str, choices: String| format!("<fieldset><legend>{legend}</legend>{choices}</fieldset>\n");
    let bases: String = given
        .bases
        .iter()
        .enumerate()
        .map(|(i, base)| radio("basis", &i.to_string(), &escape(&figure_in_words(base)), i == 0))
        .collect();
    format!(
        "<form><fieldset class=\"rekenhulp-keuze\" disabled>\n<p><label>Organisatie <select name=\"wie\">{options}</select></label></p>\n{}{}{}</fieldset></form>\n",
        field(&format!("Zit zij in de {body}?"), radio("lid", "nee", "Nee", true) + &radio("lid", "ja", "Ja", false)),
        field(
            "Hoe geeft u de eigen inzet?",
            radio("vorm", "uren", "In uren", true) + &radio("vorm", "geld", "In geld", false)
        ),
        field("Hoeveel uren zijn één fte?", bases),
    )
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
    let (fixed, own) = (given.fixed.fte.unwrap_or_default(), given.own.fte.unwrap_or_default());
    let label = |status: Option<Status>| {
        let shown = status.filter(|s| *s != Status::Feit);
        shown.map(|s| format!(" {}", status_label(s, writer.words()))).unwrap_or_default()
    };
    let together = if group.shared.is_some() { " voor beide samen" } else { "" };
    let paid = format!(
        "{}{together}: {} per jaar{}",
        fte(given.fixed),
        euros(given.fixed),
        label(given.fixed.status.as_ref().map(|s| s.value))
    );
    let own_label = label(given.own.status.as_ref().map(|s| s.value));
    // Who shares a civil organisation counts once or twice: where the source contradicts itself, both are said.
    let twice = group.shared.is_some() && given.own.status.as_ref().is_some_and(|s| s.value == Status::Tegenstrijdig);
    let twice = if twice { " (voor beide samen of voor elk: daarover is de bron tegenstrijdig)" } else { together };
    let about = if given.fixed.ongeveer == Some(true) { "circa " } else { "" };
    let total = fixed + own;
    let real = if inside { given.hours_inside } else { given.hours_outside };
    let unrounded = given.unrounded.map(|u| (u, figure_in_words(u)));
    let (form, effort, sum, hours, rounding) = match base {
        Some(base) => {
            let product = |value: f64| number((value * base.waarde * 10.0).round() / 10.0);
            let hours = product(own);
            let rounding = unrounded.map_or_else(String::new, |(u, words)| {
                format!(
                    "{} is afgerond. Opgeteld is het {}: {} uur.",
                    fte(given.own),
                    escape(&words),
                    product(u.waarde)
                )
            });
            (
                "uren",
                format!("{} × {} = {hours} uur per jaar{twice}{own_label}", fte(given.own), number(base.waarde)),
                format!("{} fte: {} en {hours} uur per jaar", number(total), euros(given.fixed)),
                format!("{} per jaar{}", escape(&figure_in_words(real)), label(real.status.as_ref().map(|s| s.value))),
                rounding,
            )
        }
        None => {
            let euro = given.fixed.euro.unwrap_or_default() + given.own.euro.unwrap_or_default();
            let rounding = unrounded
                .map(|(_, words)| format!("{} is afgerond. Opgeteld is het {}.", fte(given.own), escape(&words)));
            (
                "geld",
                format!("{}{twice}: {} per jaar{own_label}", fte(given.own), euros(given.own)),
                format!("{} fte: {about}€\u{a0}{} per jaar", number(total), dutch_number(euro, 0)),
                "geen, als u alles in geld geeft".to_owned(),
                rounding.unwrap_or_default(),
            )
        }
    };
    let place = base.and_then(|b| given.bases.iter().position(|other| other.id == b.id));
    let cells = [
        if inside { "ja".to_owned() } else { "nee".to_owned() },
        form.to_owned(),
        base.map_or_else(|| "niet nodig".to_owned(), |b| escape(&figure_in_words(b))),
        paid,
        effort,
        format!("{sum}{}", status_after(writer)),
        hours,
        rounding,
    ];
    let choices = format!(
        " data-wie=\"{number_of_group}\" data-lid=\"{}\" data-vorm=\"{form}\"{}",
        if inside { "ja" } else { "nee" },
        place.map(|p| format!(" data-basis=\"{p}\"")).unwrap_or_default(),
    );
    Case { choices, who: who(writer, given, group), cells }
}

/// The organisations of a row. Many are counted rather than named: the question above names them all.
fn who(writer: &Writer<'_>, given: &Given<'_>, group: &Group<'_>) -> String {
    let count = group.members.len();
    if count <= 4 {
        return group.members.iter().map(|o| writer.link(&o.id)).collect::<Vec<_>>().join(", ");
    }
    let shared = given.groups.iter().any(|g| g.shared.is_some());
    if shared && group.shared.is_none() {
        format!("{count} deelnemers met een eigen ambtelijke organisatie")
    } else {
        format!("{count} deelnemers")
    }
}

/// The sum is ours: the plan does not add the two.
fn status_after(writer: &Writer<'_>) -> String {
    format!(" {}", status_label(Status::Duiding, writer.words()))
}
