//! What is asked of a participant, in the words of the page: from the contributions in the data.

use crate::html;
use crate::markup::Html;
use crate::model::kinds::{Bijdrage, Organisatie};
use crate::model::{Participation, Status};
use crate::pages::writing::{Writer, status_label};
use crate::phrases::Phrases;

/// Is something asked of this organisation? Only participants contribute.
pub fn is_asked(e: &Organisatie) -> bool {
    e.deelname == Some(Participation::Deelnemer)
}

/// `0,1 fte`; empty when the data do not say.
pub fn fte(phrases: &Phrases, given: &Bijdrage) -> String {
    given.fte.map(|value| phrases.amounts().fte(&phrases.short_number(value))).unwrap_or_default()
}

/// `130 uur`.
pub fn hours(phrases: &Phrases, given: &Bijdrage) -> String {
    given.uren.map(|value| phrases.amounts().hours(&phrases.short_number(value))).unwrap_or_default()
}

/// `circa € 10.000`.
pub fn euros(phrases: &Phrases, given: &Bijdrage) -> String {
    let Some(value) = given.euro else { return String::new() };
    let amount = phrases.amounts().euros(&phrases.number(value, 0));
    if given.ongeveer == Some(true) { phrases.amounts().about_amount(&amount) } else { amount }
}

/// One line per contribution: `0,1 fte Vaste bijdrage: circa € 10.000 per jaar`.
pub fn lines(writer: &Writer<'_>) -> Vec<Html> {
    let phrases = writer.phrases();
    let one = |given: &Bijdrage| {
        let amounts: Vec<String> =
            [hours(phrases, given), euros(phrases, given)].into_iter().filter(|a| !a.is_empty()).collect();
        let amounts = if amounts.is_empty() {
            String::new()
        } else {
            format!(": {}", phrases.amounts().per_year(&phrases.either(&amounts)))
        };
        let name = writer.link(&given.id);
        html![Html::element("strong", &[], fte(phrases, given)), " ", name, amounts, " ", label(writer, given)]
    };
    writer.model().bijdragen.iter().map(one).collect()
}

/// Those with whom the organisation shares its civil organisation.
pub fn shares_with<'a>(writer: &Writer<'a>, e: &Organisatie) -> Vec<&'a Organisatie> {
    let Some(shared) = &e.ambtelijke_organisatie else { return Vec::new() };
    let model = writer.model();
    let others = model.naming(&model.organisaties, &shared.id).filter(|o| {
        o.id.value != e.id.value && o.ambtelijke_organisatie.as_ref().is_some_and(|other| other.id == shared.id)
    });
    others.collect()
}

fn label(writer: &Writer<'_>, given: &Bijdrage) -> Html {
    let status = given.status.as_ref().map(|s| s.value).filter(|s| *s != Status::Feit);
    status.map(|s| status_label(s, writer.words())).unwrap_or_default()
}
