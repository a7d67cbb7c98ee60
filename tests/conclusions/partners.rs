//! Who takes part, what they give, how a tie grew and whom one asks: generated, and counted again.

use super::{Made, SURE};
use crate::drawing::proef::Dice;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What was generated of partners, to count from.
#[derive(Default)]
pub struct Partners {
    /// Of each tile, the organisation that it shares with others, when it does.
    pub tiles: Vec<Option<usize>>,
    pub absent: usize,
    pub shares: usize,
    /// Parts of the one bar, which count 1, 2 and 3 days; or shares.
    pub parts: usize,
    pub bars: bool,
    /// Of the first tie: what its level was, in order, and which of those are yet to come.
    pub grown: Vec<(usize, bool)>,
    pub wish: Option<usize>,
    /// Of each body, how many questions lead there.
    pub routes: BTreeMap<usize, usize>,
}

impl Partners {
    /// How many organisations the tiles are; `None` when no two are one together.
    pub fn organisations(&self) -> Option<usize> {
        let count = |office: usize| self.tiles.iter().filter(|of| **of == Some(office)).count();
        let shared: BTreeSet<usize> =
            self.tiles.iter().flatten().copied().filter(|office| count(*office) > 1).collect();
        let alone = self.tiles.iter().filter(|of| of.is_none_or(|office| !shared.contains(&office))).count();
        (!shared.is_empty()).then_some(alone + shared.len())
    }
}

impl Made {
    /// Organisations with their tiles, a contribution in equal shares, and questions.
    pub(super) fn partners(&mut self, dice: &mut Dice, few: impl Fn(&mut Dice, usize) -> usize) {
        let organisation = |id: &str, name: &str, more: &str| {
            format!(
                "[[organisatie]]\nid = \"{id}\"\nnaam = \"{name}\"\nsoort = \"gemeente\"\nomschrijving = \"Doet mee.\"\n{more}"
            )
        };
        for tile in 1..=1 + few(dice, 6) {
            let office = dice.chance(50).then(|| 1 + dice.below(2));
            let (row, column) = (1 + tile / 3, 1 + tile % 3);
            let shared =
                office.map_or_else(String::new, |office| format!("ambtelijke_organisatie = \"kantoor{office}\"\n"));
            let place = format!("deelname = \"deelnemer\"\ntegel = {{ rij = {row}, kolom = {column}.0 }}\n{shared}");
            self.add("organisaties", &organisation(&format!("o{tile}"), &format!("Plaats {tile}"), &place));
            self.partners.tiles.push(office);
        }
        let offices: BTreeSet<usize> = self.partners.tiles.iter().flatten().copied().collect();
        for office in offices {
            self.add(
                "organisaties",
                &organisation(
                    &format!("kantoor{office}"),
                    &format!("Kantoor {office}"),
                    "deelname = \"ondersteunend\"\n",
                ),
            );
        }
        self.partners.absent = few(dice, 2);
        for absent in 1..=self.partners.absent {
            self.add(
                "organisaties",
                &organisation(&format!("ver{absent}"), &format!("Verweg {absent}"), "deelname = \"deelnemer\"\n"),
            );
        }
        self.partners.shares = 1 + few(dice, 8);
        let shares = self.partners.shares;
        self.add("bijdragen", &format!("[[bijdrage]]\nid = \"deel\"\nnaam = \"Vast deel\"\nsoort = \"geld\"\nomschrijving = \"Elk evenveel.\"\nfte = 0.5\neenheden = {shares}\n"));
        self.partners.bars = dice.chance(50);
        self.partners.parts = 1 + dice.below(self.figures.min(3));
        for question in 1..=1 + few(dice, 6) {
            let body = 1 + dice.below(self.bodies);
            *self.partners.routes.entry(body).or_default() += 1;
            self.add("routes", &format!("[[route]]\nid = \"r{question}\"\nvraag = \"Wie helpt bij {question}?\"\nnaar = \"g{body}\"\nantwoord = \"Die groep.\"\nvolgorde = {question}\n"));
        }
    }

    /// How the first tie grew to what it is now, and perhaps a step that is yet to come.
    pub(super) fn history(&mut self, dice: &mut Dice, levels: usize, now: usize) -> String {
        let before = dice.chance(50).then(|| (1 + dice.below(levels), "2023-01-01", false));
        let after = dice.chance(50).then(|| (1 + dice.below(levels), "2026-01-01", true));
        let mut record = String::new();
        for (level, since, to_come) in before.into_iter().chain([(now, "2024-01-01", false)]).chain(after) {
            let _ = write!(
                record,
                "[[relatie.niveau]]\nniveau = \"n{level}\"\nvanaf = {since}\nbesluit_van = \"g1\"\n{SURE}"
            );
            self.partners.grown.push((level, to_come));
        }
        record
    }

    /// What the drawings of these say that is not so.
    pub(super) fn partners_hold(
        &self,
        says: impl Fn(&str, &str) -> Option<usize>,
        mut hold: impl FnMut(&str, &str, bool),
    ) {
        let Partners { tiles, absent, shares, parts, bars, grown, wish, routes } = &self.partners;
        let wants = |count: usize, shown: bool| shown.then_some(count);
        hold("tegelkaart", "tiles", says("tegelkaart", r"(?:^|: )(\d+) gemeente") == Some(tiles.len()));
        hold("tegelkaart", "organisations", says("tegelkaart", r"(\d+) organisatie") == self.partners.organisations());
        let (one, more) = (
            r"Doet ook mee, maar staat niet op de kaart: Verweg (\d+)\.",
            r"Doen ook mee, maar staan niet .* en Verweg (\d+)\.",
        );
        hold("tegelkaart", "one absent", says("tegelkaart", one) == wants(*absent, *absent == 1));
        hold("tegelkaart", "more absent", says("tegelkaart", more) == wants(*absent, *absent > 1));
        hold("bijdrage", "shares", says("bijdrage", r"^(\d+) delen van") == wants(*shares, *shares > 1 && !bars));
        let sum = parts * (parts + 1) / 2;
        hold("bijdrage", "sum", says("bijdrage", r"(?:samen|Inzet:) (\d+).dagen") == wants(sum, *bars));
        let come = grown.iter().filter(|(_, to_come)| *to_come).count();
        let now = grown.iter().rfind(|(_, to_come)| !to_come).map(|(level, _)| *level);
        hold("niveauverloop", "now", says("niveauverloop", r"de band is nu trap (\d+)") == now);
        hold(
            "niveauverloop",
            "to come",
            says("niveauverloop", r", vanaf [^;]* trap (\d+)")
                == grown.last().filter(|_| come > 0).map(|(level, _)| *level),
        );
        hold("niveauverloop", "ambition", says("niveauverloop", r"de ambitie is trap (\d+)") == *wish);
        hold(
            "niveauverloop",
            "steps",
            says("niveauverloop", r"Er zijn (\d+) stappen") == wants(grown.len(), grown.len() > 1),
        );
        hold("wegwijzer", "questions", says("wegwijzer", r"(\d+) vra+g(?:en)? leid") == Some(routes.values().sum()));
        let told = says("wegwijzer", r"vallen onder “[^”]+”: \d+ van de (\d+)\.");
        hold("wegwijzer", "questions of all", told.is_none() || told == Some(routes.values().sum()));
        hold("wegwijzer", "targets", says("wegwijzer", r"naar (\d+) overleg") == Some(routes.len()));
        let most = routes.values().max().copied().unwrap_or(0);
        let at_most = routes.values().filter(|count| **count == most).count();
        hold(
            "wegwijzer",
            "the most",
            says("wegwijzer", r"Het vaakst: Groep \d+ \((\d+)\)") == wants(most, most > 1 && at_most == 1),
        );
    }
}

impl Partners {
    /// The keys of the block of a contribution: bars or shares.
    pub fn block(&self) -> String {
        if !self.bars {
            return "bijdrage = \"deel\"\n".to_owned();
        }
        let parts: Vec<String> = (1..=self.parts).map(|figure| format!("\"c.f{figure}\"")).collect();
        format!("[[staaf]]\nnaam = \"Inzet\"\ndelen = [{}]\n", parts.join(", "))
    }
}
