//! A term of the glossary: its keys tell all; others know it as a defined term.

use super::face::{Face, Thing};
use super::parts::fact;
use super::schema;
use crate::model::kinds::Begrip;
use crate::pages::view::Card;
use crate::pages::writing::Writer;

impl Face for Begrip {
    fn thing(&self, writer: &mut Writer<'_>) -> Option<Thing> {
        Some(schema::term(writer, self))
    }

    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        // What the name above says already.
        let others = self.synoniemen.iter().filter(|word| !card.title.contains(word.as_str()));
        let others: Vec<&str> = others.map(String::as_str).collect();
        let short = self.afkorting.as_ref().is_some_and(|a| card.title.contains(a.as_str()));
        let (synonyms, abbreviation) = (writer.label("synoniemen"), writer.label("afkorting"));
        card.facts.retain(|f| f.label != synonyms && !(short && f.label == abbreviation));
        card.facts.splice(0..0, fact(writer.phrases().record().also_called(), others.join(", ")));
    }
}
