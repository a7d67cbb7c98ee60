//! What sets one kind of record apart from another, as values: each kind says it in its own file, and nobody asks for it by name.

use crate::dutch::slug;

/// A kind of record: its words, its place on the site, and what is its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// As an editor types it between `[[ ]]`: `gremium`.
    pub name: &'static str,
    /// Folder on the site: `gremia`.
    pub plural: &'static str,
    /// What it is, in a Dutch sentence.
    pub help: &'static str,
    /// For readers: `Overleg`.
    pub label: &'static str,
    /// For readers: `Overleggen`.
    pub label_plural: &'static str,
    /// Has each record a page of its own? If not, it has an anchor on the list page.
    pub own_page: bool,
    /// Must each record say how sure it is and where it comes from?
    pub sourced: bool,
    /// How its ids are formed.
    pub ids: Ids,
    /// How the page of all its records sets them.
    pub arranged: Arranged,
    /// Keys that are not required, but that a rule misses.
    pub expected: &'static [&'static str],
    /// The key whose word parts its records into sorts.
    pub sort: Option<&'static str>,
    /// Keys with a day that is planned as long as it has not come, the one that is meant first when none is named.
    pub planned: &'static [&'static str],
    /// Does it tell of something that happened?
    pub happened: bool,
    /// Does it answer what a visitor asks?
    pub answers: bool,
    /// Do its records explain words, together a set of terms?
    pub terms: bool,
    /// Does its name tell of something that is still to happen?
    pub telling_name: bool,
    /// How likely it is meant by who searches for its words, in hundredths.
    pub weight: u16,
}

/// How the ids of a kind are formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ids {
    /// Small letters, digits and hyphens.
    Plain,
    /// The same, in parts with dots between them.
    Dotted,
    /// They follow from the two records that it ties: `van--naar`.
    Ends,
}

/// How the page of all records of a kind sets them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arranged {
    /// In the order of the data.
    Plain,
    /// From A to Z.
    Alphabet,
    /// Under the records of this kind, to which the key of the same name leads.
    Under(&'static str),
    /// By what they lead to, when they are many.
    ByGoal,
    /// By how close they are.
    ByLevel,
    /// By how they take part.
    ByParticipation,
    /// Meetings, the last of them first, with the way to a calendar.
    Meetings,
    /// Decisions, the last of them first, with what they did.
    Decisions,
    /// By what is past and what comes.
    Timeline,
}

impl Ids {
    /// Can such an id hold this sign?
    fn may_hold(self, sign: u8) -> bool {
        let plain = sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
        plain || self == Self::Dotted && matches!(sign, b'.' | b'_')
    }

    /// Such an id that looks like what somebody typed; empty when nothing does.
    pub fn meant(self, typed: &str) -> String {
        let may = |c: char| u8::try_from(c).is_ok_and(|sign| self.may_hold(sign));
        // The two ends of a relation have two hyphens between them.
        let ends: Vec<String> = typed.split("--").map(slug).filter(|end| !end.is_empty()).collect();
        let typed = if self == Self::Ends { ends.join("--") } else { slug(typed) };
        let held: String = typed.chars().map(|c| if may(c) { c } else { '-' }).collect();
        let held = held.trim_matches(['-', '.', '_']);
        if self == Self::Ends {
            held.to_owned()
        } else {
            held.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
        }
    }
}

impl Kind {
    /// Can this be the id of one? The address of a page holds no two hyphens side by side, but for that of a tie, which has them between its
    /// two ends.
    pub fn allows(&self, id: &str) -> bool {
        let edge = ['-', '.', '_'];
        let twice = self.own_page && self.ids != Ids::Ends && id.contains("--");
        let signs = !id.is_empty() && id.bytes().all(|sign| self.ids.may_hold(sign));
        signs && !id.starts_with(edge) && !id.ends_with(edge) && !twice
    }

    /// A kind that has nothing of its own.
    pub const PLAIN: Self = Self {
        name: "",
        plural: "",
        help: "",
        label: "",
        label_plural: "",
        own_page: false,
        sourced: false,
        ids: Ids::Plain,
        arranged: Arranged::Plain,
        expected: &[],
        sort: None,
        planned: &["oplevering", "tot", "voor", "wanneer", "van"],
        happened: false,
        answers: false,
        terms: false,
        telling_name: false,
        weight: 90,
    };
}
