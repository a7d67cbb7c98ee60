//! How a level of the data is drawn: its density from its place on the ladder, or the form and the mark that the data name.

use crate::infographic::legend::{Glyph, Level};
use crate::infographic::weave::Form;
use crate::model::kinds::Niveau;
use crate::model::{self, Model};
use crate::pages::writing::{Writer, lower_first};

/// How a level is drawn, and its name.
pub fn look(writer: &Writer<'_>, level: Option<&Niveau>) -> Level {
    let Some(level) = level else {
        return Level::off_ladder(Form::Onbepaald, writer.phrases().levels().unknown().to_owned(), String::new());
    };
    let name = lower_first(&level.naam);
    let ladder = ladder(writer.model());
    let drawn = match ladder.iter().position(|step| step.id.value == level.id.value) {
        Some(at) => {
            let form = own_forms(&ladder).and_then(|forms| forms.get(at).copied());
            Level::step(at, ladder.len(), form, name, String::new())
        }
        None => Level::off_ladder(level.vorm.map_or(Form::Onbepaald, form), name, String::new()),
    };
    match &level.teken {
        Some(data) => Level { glyph: Glyph::Own(data.clone()), ..drawn },
        None => drawn,
    }
}

/// The steps of the ladder, from loose to close.
pub fn ladder(model: &Model) -> Vec<&Niveau> {
    let mut steps: Vec<&Niveau> = model.niveaus.iter().filter(|level| level.rang.is_some()).collect();
    steps.sort_by_key(|level| level.rang);
    steps
}

/// The forms that the data name, when they tell the steps apart in order; otherwise the place on the ladder gives the density.
fn own_forms(ladder: &[&Niveau]) -> Option<Vec<Form>> {
    let forms: Vec<Form> = ladder.iter().map(|step| step.vorm.map(form)).collect::<Option<_>>()?;
    let dense = |form: &Form| form.half_width();
    forms
        .windows(2)
        .all(|pair| dense(&pair[0]) < dense(&pair[1]) || pair == [Form::Vlecht, Form::Koord])
        .then_some(forms)
}

/// The weave of a level's form.
fn form(form: model::Form) -> Form {
    match form {
        model::Form::Draad => Form::Draad,
        model::Form::Strengen => Form::Strengen,
        model::Form::Vlecht => Form::Vlecht,
        model::Form::Koord => Form::Koord,
        model::Form::Gescheiden => Form::Gescheiden,
        model::Form::Onbepaald => Form::Onbepaald,
    }
}
