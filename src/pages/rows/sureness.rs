//! How sure an infographic is: one sentence that goes along with its drawing, wherever that goes.

use super::shared::current;
use crate::model::Status;
use crate::model::kinds::Relatie;
use crate::pages::writing::Writer;

/// Of rows with these statuses; empty when nobody needs to be told.
pub fn of(statuses: impl IntoIterator<Item = Option<Status>>) -> String {
    let statuses: Vec<Option<Status>> = statuses.into_iter().collect();
    let any = |wanted: Status| statuses.contains(&Some(wanted));
    let whole = |wanted: Status| statuses.iter().all(|status| *status == Some(wanted));
    let unsure = match (any(Status::Duiding), any(Status::Voorstel)) {
        (true, _) if whole(Status::Duiding) => "Dit is de lezing van de redactie: er is niet over besloten.",
        (_, true) if whole(Status::Voorstel) => "Dit is een voorstel: er is nog niet over besloten.",
        (true, true) => "Een deel is een voorstel of de lezing van de redactie: daarover is niet besloten.",
        (true, false) => "Een deel is de lezing van de redactie: daarover is niet besloten.",
        (false, true) => "Een deel is een voorstel: daarover is nog niet besloten.",
        (false, false) => "",
    };
    match (unsure, any(Status::Tegenstrijdig)) {
        (unsure, false) => unsure.to_owned(),
        ("", true) => "Op een punt spreekt de bron zichzelf tegen.".to_owned(),
        (unsure, true) => format!("{unsure} Op een punt spreekt de bron zichzelf tegen."),
    }
}

/// Of the levels that ties have and are meant to reach.
pub fn of_levels<'r>(writer: &Writer<'_>, ties: impl IntoIterator<Item = &'r Relatie>) -> String {
    let ties: Vec<&Relatie> = ties.into_iter().collect();
    let known = |status: Status| status != Status::Open;
    let now: Vec<Status> = ties.iter().filter_map(|tie| current(writer, tie)).map(|step| *step.status).collect();
    let wish = ties.iter().filter_map(|tie| tie.ambitie.as_ref()).map(|wish| *wish.status);
    let all: Vec<Status> = now.into_iter().chain(wish).filter(|status| known(*status)).collect();
    let read = all.iter().filter(|status| **status == Status::Duiding).count();
    match read {
        0 => of(all.into_iter().map(Some)),
        _ if read == all.len() && ties.len() == 1 => {
            "Hoe hecht de band is en kan worden, is de lezing van de redactie: er is niet over besloten.".to_owned()
        }
        _ if read == all.len() => {
            "Hoe hecht de banden zijn en kunnen worden, is de lezing van de redactie: er is niet over besloten."
                .to_owned()
        }
        _ => {
            "Hoe hecht een deel van de banden is en kan worden, is de lezing van de redactie: daarover is niet besloten."
                .to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Status, of};

    #[test]
    fn what_is_sure_needs_no_word() {
        assert_eq!(of([Some(Status::Besloten), Some(Status::Feit), None]), "");
        assert_eq!(of([]), "");
    }

    #[test]
    fn one_reading_among_facts_is_told_as_a_part() {
        assert!(of([Some(Status::Duiding), None]).starts_with("Een deel is de lezing van de redactie"));
        assert!(of([Some(Status::Duiding)]).starts_with("Dit is de lezing van de redactie"));
        assert!(of([Some(Status::Voorstel), Some(Status::Tegenstrijdig)]).ends_with("spreekt de bron zichzelf tegen."));
    }
}
