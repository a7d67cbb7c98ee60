//! Products, phases, actions, tasks, choices and milestones.

use crate::diag::{Diagnostic, Span};

/// `REGEL012`: a number that is given twice.
pub fn double_number(place: Span, key: &str, number: i64, whose: &str, first: Span) -> Diagnostic {
    Diagnostic::error("REGEL012", place, format!("{key} {number} is al van “{whose}”"))
        .label("hetzelfde getal")
        .related(first, "hier staat het ook")
        .remedy("Geef een van de twee een ander getal.")
}

/// `REGEL013`: numbers with a gap.
pub fn number_missing(place: Span, kind: &str, key: &str, number: i64, expected: i64) -> Diagnostic {
    Diagnostic::warning(
        "REGEL013",
        place,
        format!("Er is een {kind} met {key} {number}, maar geen met {key} {expected}"),
    )
    .label("een gat ervoor")
    .remedy("Laat de getallen vanaf 1 doorlopen, of voeg toe wat ontbreekt.")
}

/// `REGEL023`: a product that nobody leads.
pub fn product_without_lead(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("REGEL023", place, format!("Bij “{name}” staat niet wie in de lead is"))
        .label("in_de_lead ontbreekt")
        .remedy("Vul in_de_lead in. Is het nog niet bepaald? Zet dan status = \"open\".")
}

/// `REGEL023`: a phase with somebody, and yet open.
pub fn open_phase_with_lead(place: Span, phase: &str) -> Diagnostic {
    Diagnostic::error("REGEL023", place, format!("Bij {phase} staat wie aan zet is, en toch is de fase open"))
        .label("open")
        .remedy("Haal wie weg, of geef de status die erbij hoort: voorstel, duiding of besloten.")
}

/// `REGEL023`: a phase with nobody that is not open.
pub fn phase_without_lead(place: Span, phase: &str) -> Diagnostic {
    Diagnostic::error("REGEL023", place, format!("Bij {phase} staat niet wie aan zet is"))
        .label("wie ontbreekt")
        .remedy("Vul wie in. Is het nog niet bepaald? Zet dan status = \"open\".")
}

/// `REGEL024`: a phase that is listed twice.
pub fn phase_twice(place: Span, phase: &str) -> Diagnostic {
    Diagnostic::error("REGEL024", place, format!("De fase {phase} staat er twee keer"))
        .label("nog een keer")
        .remedy("In iedere fase is er één aan zet. Voeg de twee samen.")
}

/// `REGEL024`: phases that are not listed.
pub fn phases_missing(place: Span, name: &str, absent: &[&str]) -> Diagnostic {
    Diagnostic::error("REGEL024", place, format!("Bij “{name}” ontbreekt de fase {}", absent.join(", ")))
        .label("niet alle fasen")
        .remedy("Voeg een blok [[product.fase]] toe. Is nog niet bepaald wie aan zet is? Zet dan status = \"open\".")
}

/// `REGEL025`: an end before the begin.
pub fn period_backward(place: Span, begin: &str, from: &str, to: &str) -> Diagnostic {
    Diagnostic::error("REGEL025", place, format!("Dit begint {from} en eindigt {to}: dat is eerder"))
        .label("voor het begin")
        .remedy(format!("Controleer {begin} en tot. Misschien zijn ze verwisseld."))
}

/// `REGEL025`: done before it began.
pub fn done_before_begun(place: Span, from: &str, done: &str) -> Diagnostic {
    Diagnostic::error("REGEL025", place, format!("Dit was klaar {done}, maar begint pas {from}"))
        .label("voor het begin")
        .remedy("Controleer van en gerealiseerd. Begon het eerder dan gepland? Pas dan ook van aan.")
}

/// `REGEL026`: actions that wait for each other in a circle.
pub fn circular_dependency(place: Span, circle: &[&str]) -> Diagnostic {
    Diagnostic::error("REGEL026", place, format!("Deze acties wachten op elkaar: {}", round(circle)))
        .label("hier sluit de kring")
        .remedy("Haal bij een van deze acties de verwijzing achter na weg.")
}

/// `a → b → a`.
pub(super) fn round(circle: &[&str]) -> String {
    circle.iter().chain(circle.first()).copied().collect::<Vec<_>>().join(" → ")
}

/// `REGEL027`: an action that begins before what it waits for is ready.
pub fn action_starts_too_early(place: Span, earlier: &str, ready: &str, ready_place: Span) -> Diagnostic {
    Diagnostic::warning("REGEL027", place, format!("Dit wacht op “{earlier}”, en dat is pas klaar {ready}"))
        .label("te vroeg")
        .related(ready_place, "pas dan is het klaar")
        .remedy("Verschuif een van de twee (verbeeld verplaats met de id), of haal de verwijzing achter na weg.")
}

/// `REGEL028`: a task that is delivered before its actions are done.
pub fn delivered_before_done(
    place: Span,
    task: &str,
    delivery: &str,
    action: &str,
    end: (&str, &str, Span),
) -> Diagnostic {
    let (end, written, end_place) = end;
    Diagnostic::warning("REGEL028", place, format!("De oplevering is {delivery}, maar de actie “{action}” loopt tot {end}"))
        .label("eerder dan de acties")
        .related(end_place, "deze actie loopt door")
        .remedy(format!("Schuift de oplevering mee op? Typ: verbeeld verplaats {task} --naar {written}. Klopt de datum van de actie niet? Typ: verbeeld verplaats {action}. Spreekt de bron zichzelf tegen? Zet dan status = \"tegenstrijdig\" en noem beide datums in de toelichting. Zijn het verschillende opleveringen? Schrijf ze dan in woorden bij oplevering."))
}

/// `REGEL029`: a choice with an outcome of which the status says that it was not made.
pub fn open_choice_with_outcome(place: Span, status: &str) -> Diagnostic {
    let says = match status {
        "open" => "staat nog open".to_owned(),
        status => format!("is volgens de status niet gemaakt (“{status}”)"),
    };
    Diagnostic::error("REGEL029", place, format!("Deze keuze heeft een uitkomst, maar {says}"))
        .label(status)
        .remedy("Is de keuze gemaakt, zet dan status = \"besloten\". Is zij nog niet gemaakt, haal dan de uitkomst weg; een voorstel hoort bij opties of toelichting.")
}

/// `REGEL029`: a choice that a decision made, without its outcome.
pub fn choice_of_decision_open(place: Span, decision: &str, own: Span) -> Diagnostic {
    Diagnostic::error("REGEL029", place, format!("“{decision}” maakte deze keuze, maar zij staat nog open"))
        .label("zonder uitkomst")
        .related(own, "hier is erover besloten")
        .remedy("Vul uitkomst in en zet status = \"besloten\". Bleef het besluit over, bijvoorbeeld na het terugzetten met git? Typ dan verbeeld terug.")
}

/// `REGEL029`: a decided choice without an outcome.
pub fn decided_choice_without_outcome(place: Span, status: &str) -> Diagnostic {
    Diagnostic::error("REGEL029", place, format!("Deze keuze is “{status}”, maar er staat niet wat het is geworden"))
        .label("zonder uitkomst")
        .remedy("Vul uitkomst in, of zet status = \"open\".")
}

/// `REGEL030`: a decision without a body.
pub fn milestone_without_decider(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL030", place, "Bij dit besluit staat niet wie het nam").label("een besluit").remedy(
        "Vul door in met de id van het overleg of de organisatie. Was het geen besluit? Kies dan mijlpaal of voorval.",
    )
}

/// `REGEL048`: a track without tasks, or a task without actions.
pub fn parent_without_children(place: Span, parent: &str, child: &str) -> Diagnostic {
    Diagnostic::warning("REGEL048", place, format!("Bij {parent} hoort ten minste één {child}, maar er is er geen"))
        .label("leeg")
        .remedy(format!("Voeg een [[{child}]] toe die hiernaar verwijst, of haal dit weg."))
}

/// `REGEL050`: decided or recorded on a day that is yet to come.
pub fn taken_in_future(place: Span, key: &str, when: &str) -> Diagnostic {
    Diagnostic::warning(
        "REGEL050",
        place,
        format!("Dit is al besloten of vastgelegd {when}, en dat is nog niet geweest"),
    )
    .label("in de toekomst")
    .remedy(format!("Controleer {key}. Gaat het later in? Zet die dag dan bij vanaf."))
}

/// `REGEL050`: done on a day that is yet to come.
pub fn realised_in_future(place: Span, done: &str) -> Diagnostic {
    Diagnostic::warning("REGEL050", place, format!("Dit was klaar {done}, en dat is nog niet geweest"))
        .label("in de toekomst")
        .remedy("Controleer gerealiseerd. Het is voor wat klaar ís; de planning staat bij tot.")
}
