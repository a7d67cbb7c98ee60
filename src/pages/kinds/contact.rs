//! How to reach a function, body or organisation.

use super::face::{Face, Thing};
use super::schema::{identifier, object};
use crate::model::kinds::Contact;
use crate::pages::writing::Writer;
use serde_json::json;

impl Face for Contact {
    fn thing(&self, writer: &mut Writer<'_>) -> Option<Thing> {
        let who = writer.model().get(&self.wie.id)?;
        Some(object(json!({
            "@type": "ContactPoint",
            "name": self.naam,
            "contactType": self.waarvoor.as_ref().map(|t| writer.plain(t)),
            "email": self.email,
            "telephone": self.telefoon,
            "url": self.url,
            "about": {"@id": identifier(writer, who)},
        })))
    }
}
