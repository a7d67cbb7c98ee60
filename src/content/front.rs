//! What stands between the `+++` lines at the top of a page.

use crate::decode::{At, Free, Moment, Text};
use crate::diag::FileId;
use crate::model::{Citation, Status};
use crate::record;

record! {
    /// Waarom een controle op deze pagina niet geldt.
    pub struct Uitzondering {
        /// De code van de melding, zoals "TEKST005".
        code: At<String>,
        /// Waarom het hier wel mag.
        reden: String,
    }
}

record! {
    /// Gegevens over een pagina.
    pub struct FrontMatter {
        /// De titel van de pagina.
        titel: Option<At<String>>,
        /// Een of twee zinnen: waar gaat de pagina over? Staat onder de titel en in zoekmachines.
        omschrijving: Option<Text>,
        /// De titel in menu's en lijsten, als die korter moet.
        menu_titel: Option<String>,
        /// Plaats in de lijst; een lager getal staat eerder.
        volgorde: Option<i64>,
        /// Datum waarop de pagina is gemaakt of verschijnt.
        datum: Option<Moment>,
        /// Datum van de laatste inhoudelijke wijziging.
        bijgewerkt: Option<Moment>,
        /// Voor deze datum moet iemand nagaan of de tekst nog klopt.
        herzien_voor: Option<At<Moment>>,
        /// true: deze pagina is nog niet af en komt niet op de site.
        concept: Option<bool>,
        /// Oude webadressen die naar deze pagina moeten leiden.
        aliassen: Vec<At<String>>,
        /// Een ander sjabloon dan het gewone.
        sjabloon: Option<At<String>>,
        /// false: geen inhoudsopgave tonen.
        inhoudsopgave: Option<bool>,
        /// false: op deze pagina geen begrippen uitleggen.
        begrippen: Option<bool>,
        /// true: niet tonen in lijsten en menu's.
        verborgen: Option<bool>,
        /// Wie over deze pagina gaat (een functie, geen naam).
        eigenaar: Option<String>,
        /// Trefwoorden waarmee u pagina's bundelt.
        trefwoorden: Vec<At<String>>,
        /// Hoe vast staat wat hier staat?
        status: Option<At<Status>>,
        /// Waar het vandaan komt: "bron-id/deel-id".
        bron: Vec<Citation>,
        /// Controles die op deze pagina niet gelden, elk met een reden.
        uitzondering: Vec<Uitzondering>,
        /// Vrije sleutels voor het thema.
        extra: Free,
    }
}

impl FrontMatter {
    /// The same with its places in `file`: a parsed page does not know its own number.
    pub fn in_file(self, file: FileId) -> Self {
        let mut front = self;
        front.place = front.place.in_file(file);
        let words = [&mut front.titel, &mut front.sjabloon].into_iter().flatten();
        for word in words.chain(&mut front.aliassen).chain(&mut front.trefwoorden).chain(&mut front.extra.keys) {
            word.place = word.place.in_file(file);
        }
        if let Some(text) = &mut front.omschrijving {
            text.place = text.place.in_file(file);
        }
        if let Some(status) = &mut front.status {
            status.place = status.place.in_file(file);
        }
        if let Some(review) = &mut front.herzien_voor {
            review.place = review.place.in_file(file);
        }
        for citation in &mut front.bron {
            citation.place = citation.place.in_file(file);
        }
        front
    }
}
