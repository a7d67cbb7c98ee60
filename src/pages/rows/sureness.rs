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

/// The same, and that of what is open nobody here knows more than the source.
pub fn with_open(phrases: &Phrases, sure: String, statuses: &[Option<Status>]) -> String {
    let say = phrases.sureness();
    match (sure.as_str(), statuses.contains(&Some(Status::Open))) {
        (_, false) => sure,
        ("", true) => say.open().to_owned(),
        (first, true) => say.with(first, say.open()),
    }
}

/// The same, and that the order of the rows is the editors' own when it is.
pub fn with_order(phrases: &Phrases, sure: String, order_is_ours: bool) -> String {
    let say = phrases.sureness();
    match (sure.as_str(), order_is_ours) {
        (_, false) => sure,
        ("", true) => say.order().to_owned(),
        (first, true) => say.with(first, say.order()),
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
    let wish: Vec<Status> = wish.filter(|status| known(*status)).collect();
    let now: Vec<Status> = now.into_iter().filter(|status| known(*status)).collect();
    let read = |statuses: &[Status]| statuses.iter().filter(|status| **status == Status::Duiding).count();
    let (read_now, read_wish) = (read(&now), read(&wish));
    let count = if read_now + read_wish < now.len() + wish.len() { None } else { Some(ties.len()) };
    // Only what is read is called a reading: a tie without an ambition has none that could be.
    match (read_now > 0, read_wish > 0, count) {
        (false, false, _) => return of(writer.phrases(), now.into_iter().chain(wish).map(Some)),
        (true, true, Some(1)) => say.levels_one(),
        (true, false, Some(1)) => say.levels_one_now(),
        (false, true, Some(1)) => say.levels_one_later(),
        (true, true, Some(_)) => say.levels(),
        (true, false, Some(_)) => say.levels_now(),
        (false, true, Some(_)) => say.levels_later(),
        (true, true, None) => say.levels_part(),
        (true, false, None) => say.levels_part_now(),
        (false, true, None) => say.levels_part_later(),
    }
    .to_owned()
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
