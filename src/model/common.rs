//! What every record has.

use crate::choice;
pub use crate::decode::Citation;

choice! {
    /// Hoe vast staat wat een gegeven zegt?
    pub enum Status {
        /// Een bestuur of overleg heeft dit besloten.
        Besloten = "besloten",
        /// De bron stelt dit voor. Of het is besloten, weten wij niet.
        Voorstel = "voorstel",
        /// Zo leest de redactie de bron; het staat er niet letterlijk.
        Duiding = "duiding",
        /// De bron laat dit open. Of er sindsdien is gekozen, weten wij niet.
        Open = "open",
        /// De bron spreekt zichzelf tegen; beide waarden staan vermeld.
        Tegenstrijdig = "tegenstrijdig",
        /// Een feit dat na te gaan is.
        Feit = "feit",
    }
}

impl Status {
    /// Can nothing of which this is said be an outcome? The sources of one may contradict each other; what is only proposed or read into them is none.
    pub fn is_no_outcome(self) -> bool {
        matches!(self, Self::Open | Self::Voorstel | Self::Duiding)
    }
}

choice! {
    /// Een kleur uit het verfvat van het thema.
    pub enum Colour {
        /// Blauw.
        Indigo = "indigo",
        /// Rood.
        Meekrap = "meekrap",
        /// Geel.
        Wouw = "wouw",
        /// Groen.
        Weide = "weide",
        /// Bruin.
        Walnoot = "walnoot",
        /// Grijs.
        InktZacht = "inkt-zacht",
    }
}

choice! {
    /// De vorm van de lijn waarmee een niveau wordt getekend.
    pub enum Form {
        /// Een draad van ronde stippen.
        Draad = "draad",
        /// Twee strengen die elkaar steeds raken.
        Strengen = "strengen",
        /// Een dichte vlecht van drie strengen.
        Vlecht = "vlecht",
        /// Een geslagen touw met een rand aan beide kanten.
        Koord = "koord",
        /// Een dunne streepjeslijn met een pauzeteken.
        Gescheiden = "gescheiden",
        /// Een dunne lijn met een open stip.
        Onbepaald = "onbepaald",
    }
}

choice! {
    /// Hoe een organisatie meedoet.
    pub enum Participation {
        /// Doet mee aan de samenwerking.
        Deelnemer = "deelnemer",
        /// Gevraagd om mee te doen.
        BeoogdDeelnemer = "beoogd deelnemer",
        /// Werkt mee in de keten.
        Ketenpartner = "ketenpartner",
        /// Voert taken uit.
        Uitvoerder = "uitvoerder",
        /// Werkt voor een of meer deelnemers.
        Ondersteunend = "ondersteunend",
    }
}

choice! {
    /// Wat voor band het is.
    pub enum RelationKind {
        /// De een bereidt voor wat de ander bespreekt.
        Voorbereiding = "voorbereiding",
        /// De een besluit over wat de ander voorlegt.
        Besluitvorming = "besluitvorming",
        /// Ze stemmen met elkaar af.
        Afstemming = "afstemming",
        /// De een geeft de ander een opdracht.
        Opdracht = "opdracht",
        /// De een adviseert de ander.
        Advies = "advies",
        /// De een voert uit wat de ander bepaalt.
        Uitvoering = "uitvoering",
        /// De een ondersteunt de ander.
        Ondersteuning = "ondersteuning",
        /// Ze zijn bewust los van elkaar.
        Scheiding = "scheiding",
        /// De een doet mee in de ander.
        Deelname = "deelname",
    }
}

choice! {
    /// De richting van een band: van wie iets voorlegt, opdraagt of geeft, naar wie het krijgt.
    pub enum Direction {
        /// Van `van` naar `naar`.
        Heen = "heen",
        /// Van `naar` naar `van`.
        Terug = "terug",
    }
}

choice! {
    /// Een lus van de beleidscyclus.
    pub enum Loop {
        /// De lus van het beleid.
        Strategisch = "strategisch",
        /// De lus van de uitvoering.
        Operationeel = "operationeel",
        /// Waar de lussen elkaar raken.
        Beide = "beide",
    }
}

choice! {
    /// Een fase van een product.
    pub enum Phase {
        /// Voorbereiden.
        Voorbereiden = "voorbereiden",
        /// Opstellen.
        Opstellen = "opstellen",
        /// Vaststellen of besluiten.
        Vaststellen = "vaststellen",
    }
}

choice! {
    /// Wat voor bijdrage.
    pub enum ContributionKind {
        /// Geld.
        Geld = "geld",
        /// Eigen inzet van mensen.
        Inzet = "inzet",
    }
}

choice! {
    /// Wat voor moment.
    pub enum MilestoneKind {
        /// Een besluit van een bestuur of overleg.
        Besluit = "besluit",
        /// Iets wat op een moment klaar moet zijn of klaar was.
        Mijlpaal = "mijlpaal",
        /// Iets wat is gebeurd.
        Voorval = "voorval",
    }
}
