//! What follows from data that are missing: one mistake, not one for each that speaks of them.

use crate::diag::{Diagnostic, FileId, Span, words};

/// Codes that say nothing as long as some of the data could not be read.
const DEPENDS_ON_DATA: &[&str] = &["INFO001", "INFO002", "INFO004", "INFO005", "REGEL019", "REGEL024", "REGEL041"];
/// The same of what is said of a single record or figure: the one that is meant may be among what was lost.
const MEANS_DATA: &[&str] = &["DATA016", "PAGINA012", "PAGINA013"];

/// Codes of what is counted with a number, and of how it is shown.
const COUNTS_WITH_NUMBERS: &[&str] = &["REGEL041", "REGEL043"];

/// Codes of what speaks of data.
const SPEAKS_OF_DATA: &[&str] = &["DATA010", "DATA016", "INFO002", "LINK003"];
/// Codes of links, which may lead to pages that data make.
const MAY_LEAD_TO_DATA: &[&str] = &["LINK001", "LINK002"];

/// Drawings and counts of data of which some could not be read are no mistakes of their own.
pub(super) fn tell_less(lost: bool, problems: &mut Vec<Diagnostic>) {
    if lost {
        problems.retain(|problem| !DEPENDS_ON_DATA.contains(&problem.code) && !MEANS_DATA.contains(&problem.code));
    }
}

/// Of a number that was probably meant otherwise nothing else is told, and nothing of what was counted with it. Where that was an
/// error, the number is one: no site is published with it.
pub(super) fn tell_less_of_misread(problems: &mut Vec<Diagnostic>) {
    let is_misread = |problem: &Diagnostic| problem.code == words::data::MISREAD_NUMBER;
    if !problems.iter().any(is_misread) {
        return;
    }
    let follows = |problem: &Diagnostic| COUNTS_WITH_NUMBERS.contains(&problem.code);
    if let Some(error) = problems.iter().find(|problem| follows(problem) && problem.is_error()) {
        let severity = error.severity;
        problems.iter_mut().filter(|problem| is_misread(problem)).for_each(|problem| problem.severity = severity);
    }
    problems.retain(|problem| !follows(problem));
}

/// A figure between single braces is told as that, and not as markup of another program too.
pub(super) fn tell_braces_once(problems: &mut Vec<Diagnostic>) {
    let told: Vec<Span> = problems.iter().filter(|p| p.code == "MD043").filter_map(|p| p.place).collect();
    if !told.is_empty() {
        problems.retain(|p| p.code != "MD065" || !p.place.is_some_and(|place| told.contains(&place)));
    }
}

/// Where a file is empty and pages or drawings speak of what is not there, its content was lost: that is the one mistake.
pub(super) fn tell_emptied(problems: &mut Vec<Diagnostic>) {
    let missed = |problem: &Diagnostic| {
        SPEAKS_OF_DATA.contains(&problem.code) || DEPENDS_ON_DATA.contains(&problem.code) && problem.is_error()
    };
    let is_empty = |problem: &Diagnostic| problem.code == words::data::EMPTY_FILE && !problem.is_error();
    if problems.iter().any(is_empty) && problems.iter().any(missed) {
        problems.retain(|problem| !missed(problem) && !MAY_LEAD_TO_DATA.contains(&problem.code));
        for problem in problems.iter_mut().filter(|problem| is_empty(problem)) {
            if let Some(place) = problem.place {
                *problem = words::data::emptied_file(place);
            }
        }
    }
}

/// Where there are no data at all, everything that speaks of them is one mistake. A few are told as what they are: a site of
/// Markdown alone may have a slip as well.
pub(super) fn tell_without_data(portal_file: FileId, problems: &mut Vec<Diagnostic>) {
    let number = problems.iter().filter(|problem| SPEAKS_OF_DATA.contains(&problem.code)).count();
    if number > 3 {
        problems.retain(|problem| !SPEAKS_OF_DATA.contains(&problem.code) && !MAY_LEAD_TO_DATA.contains(&problem.code));
        problems.push(words::data::no_data(Span::top(portal_file), number));
    }
}
