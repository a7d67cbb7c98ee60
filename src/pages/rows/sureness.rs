//! How sure an infographic is: one sentence that goes along with its drawing, wherever that goes.

use super::shared::current;
use crate::decode::At;
use crate::infographic::words::lower;
use crate::model::Status;
use crate::model::kinds::Relatie;
use crate::pages::writing::Writer;
use crate::phrases::Phrases;

/// Of rows with these statuses; empty when nobody needs to be told.
pub fn of(phrases: &Phrases, statuses: impl IntoIterator<Item = Option<Status>>) -> String {
    let say = phrases.sureness();
    let statuses: Vec<Option<Status>> = statuses.into_iter().collect();
    let any = |wanted: Status| statuses.contains(&Some(wanted));
    let whole = |wanted: Status| statuses.iter().all(|status| *status == Some(wanted));
    let unsure = match (any(Status::Duiding), any(Status::Voorstel)) {
        (true, _) if whole(Status::Duiding) => say.reading(),
        (_, true) if whole(Status::Voorstel) => say.proposal(),
        (true, true) => say.part_both(),
        (true, false) => say.part_reading(),
        (false, true) => say.part_proposal(),
        (false, false) => "",
    };
    match (unsure, any(Status::Tegenstrijdig)) {
        (unsure, false) => unsure.to_owned(),
        ("", true) => say.contradiction().to_owned(),
        (unsure, true) => say.with(unsure, say.contradiction()),
    }
}

/// How sure one thing is, in small letters, where it is not for sure; else nothing.
pub fn unsure(writer: &Writer<'_>, status: Option<&At<Status>>) -> String {
    let status = status.map(|status| status.value);
    let told = status.filter(|status| !matches!(status, Status::Feit | Status::Besloten));
    told.map(|status| lower(writer.words().name(status))).unwrap_or_default()
}

/// Of the levels that ties have and are meant to reach.
pub fn of_levels<'r>(writer: &Writer<'_>, ties: impl IntoIterator<Item = &'r Relatie>) -> String {
    let say = writer.phrases().sureness();
    let ties: Vec<&Relatie> = ties.into_iter().collect();
    let known = |status: Status| status != Status::Open;
    let now: Vec<Status> = ties.iter().filter_map(|tie| current(writer, tie)).map(|step| *step.status).collect();
    let wish = ties.iter().filter_map(|tie| tie.ambitie.as_ref()).map(|wish| *wish.status);
    let all: Vec<Status> = now.into_iter().chain(wish).filter(|status| known(*status)).collect();
    let read = all.iter().filter(|status| **status == Status::Duiding).count();
    match read {
        0 => of(writer.phrases(), all.into_iter().map(Some)),
        _ if read == all.len() && ties.len() == 1 => say.levels_one().to_owned(),
        _ if read == all.len() => say.levels().to_owned(),
        _ => say.levels_part().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Phrases, Status};

    fn of(statuses: impl IntoIterator<Item = Option<Status>>) -> String {
        super::of(&Phrases::default(), statuses)
    }

    #[test]
    fn what_is_sure_needs_no_word() {
        assert_eq!(of([Some(Status::Besloten), Some(Status::Feit), None]), "");
        assert_eq!(of([]), "");
    }

    #[test]
    fn one_reading_among_facts_is_told_as_a_part() {
        assert!(of([Some(Status::Duiding), None]).starts_with("Een deel is onze lezing"));
        assert!(of([Some(Status::Duiding)]).starts_with("Dit is onze lezing"));
        assert!(of([Some(Status::Voorstel), Some(Status::Tegenstrijdig)]).ends_with("spreekt de bron zichzelf tegen."));
    }
}
