//! A choice: what was chosen, by whom and when.

use super::face::Face;
use super::parts::fact;
use crate::model::kinds::Keuze;
use crate::pages::view::Card;
use crate::pages::writing::Writer;

impl Face for Keuze {
    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        if self.uitkomst.is_none() {
            return;
        }
        // Whose turn it was and before when is past; what counts is who made the choice, and when.
        let turn = [writer.label("wie"), writer.label("voor")];
        card.facts.retain(|fact| !turn.contains(&fact.label));
        if let Some(decided) = writer.model().decided(self) {
            let say = writer.phrases().running();
            let by = decided.by.map(|by| writer.link(by)).unwrap_or_default();
            let told = [
                fact(say.when_decided(), writer.phrases().moment(&decided.when)),
                fact(say.who_decided(), by),
                fact(writer.words().kind_named("besluit").one, writer.link(decided.record)),
            ];
            card.facts.extend(told.into_iter().flatten());
        }
    }
}
