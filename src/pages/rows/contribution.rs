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

/// All that is asked of an organisation in one sentence: in money and hours, or in money alone. None when it shares its civil
/// organisation, which then gives a part of it once.
pub fn together(writer: &Writer<'_>, e: &Organisatie) -> Option<String> {
    let (phrases, given) = (writer.phrases(), &writer.model().bijdragen);
    if !is_asked(e) || !shares_with(writer, e).is_empty() {
        return None;
    }
    let money = |each: &dyn Fn(&Bijdrage) -> bool| -> Option<String> {
        let sum: f64 = given.iter().filter(|b| each(b)).map(|b| b.euro).sum::<Option<f64>>()?;
        let amount = phrases.amounts().euros(&phrases.number(sum, 0));
        let about = given.iter().any(|b| each(b) && b.ongeveer == Some(true));
        (sum > 0.0).then(|| if about { phrases.amounts().about_amount(&amount) } else { amount })
    };
    let hours: f64 = given.iter().filter_map(|b| b.uren).sum();
    let hours = (hours > 0.0).then(|| phrases.amounts().hours(&phrases.short_number(hours)))?;
    Some(phrases.place().together(&money(&|b| b.uren.is_none())?, &hours, &money(&|_| true)?))
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
