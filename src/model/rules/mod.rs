//! What must hold between records: one rule per file, each with its own code.
//!
//! A new rule is a new file, a line in [`ALL`], its words in [`crate::diag::words::rules`], its explanation in
//! [`crate::diag::words::explain`] and a case in `tests/rules/`. A test holds that none of these is forgotten.

mod action_starts_too_early;
mod acts_agree;
mod ambition_not_higher;
mod body_without_members;
mod body_without_relation;
mod calculation_is_complete;
mod choice_and_outcome;
mod circular_dependency;
mod circular_replacement;
mod contact_is_no_person;
mod contact_reaches;
mod context;
mod contradiction_unexplained;
mod decided_needs_decision;
mod decider_may_decide;
mod decimals_hide_value;
mod decision_fits_meeting;
mod decision_without_decider;
mod delivered_before_done;
mod double_in_list;
mod double_name;
mod double_number;
mod double_relation;
mod double_section;
mod figure_recomputed;
mod former_id_in_use;
mod group_of_unknown_sort;
mod higher_needs_decision;
mod higher_than_body_may;
mod level_dates_rise;
mod level_missing;
mod level_to_come;
mod meeting_has_hours;
mod member_is_one;
mod member_twice;
mod milestone_without_decider;
mod missing_among_equals;
mod negative_amount;
mod neighbours_agree;
mod number_missing;
mod overdue_review;
mod page_date_in_future;
mod parent_without_children;
mod participant_sits_nowhere;
mod passed_since;
mod period_runs_forward;
mod phase_has_one_lead;
mod phases_complete;
mod position_on_earth;
mod prose;
mod realised_in_future;
mod refers_to_itself;
mod relation_id;
mod relation_with_itself;
pub mod sections_exist;
mod separated_share_no_level;
mod sort_written_twice;
mod source_never_cited;
mod source_older_than_decision;
mod statement_without_source;
mod still_open;
mod superseded_term;
mod tiles_overlap;
mod tooi_form;
mod unknown_abbreviation;
mod unsourced;
mod unused;
mod web_address;
mod year_implausible;

pub use context::{Context, Prose, names_in, places_of_names};
pub use unknown_abbreviation::abbreviations;

use crate::diag::Diagnostic;

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// What stands in the data.
    Presence,
    /// What is absent from the data. Such a rule is applied only when all data could be read: else one slip in a record
    /// would make everything that needs the record look forgotten.
    Absence,
}

/// One rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The code of what it tells.
    pub code: &'static str,
    /// What it is about.
    pub about: About,
    /// Looks at the data and tells what is wrong.
    pub check: fn(&Context<'_>, &mut Vec<Diagnostic>),
}

macro_rules! rules {
    ($( $code:literal $about:ident $module:ident, )+) => {
        &[$( Rule { code: $code, about: About::$about, check: $module::check }, )+]
    };
}

/// All rules, in the order in which they run.
pub const ALL: &[Rule] = rules! {
    "DATA012" Presence sections_exist,
    "DATA013" Presence member_is_one,
    "REGEL001" Presence relation_with_itself,
    "REGEL002" Presence double_relation,
    "REGEL003" Presence level_dates_rise,
    "REGEL004" Presence higher_needs_decision,
    "REGEL005" Presence higher_than_body_may,
    "REGEL006" Presence decided_needs_decision,
    "REGEL007" Presence separated_share_no_level,
    "REGEL008" Presence relation_id,
    "REGEL009" Presence ambition_not_higher,
    "REGEL010" Absence level_missing,
    "REGEL011" Presence decision_without_decider,
    "REGEL012" Presence double_number,
    "REGEL013" Absence number_missing,
    "REGEL014" Absence body_without_relation,
    "REGEL015" Absence body_without_members,
    "REGEL016" Absence participant_sits_nowhere,
    "REGEL017" Presence member_twice,
    "REGEL018" Absence group_of_unknown_sort,
    "REGEL019" Presence neighbours_agree,
    "REGEL020" Presence tooi_form,
    "REGEL021" Presence tiles_overlap,
    "REGEL022" Presence position_on_earth,
    "REGEL023" Presence phase_has_one_lead,
    "REGEL024" Presence phases_complete,
    "REGEL025" Presence period_runs_forward,
    "REGEL026" Presence circular_dependency,
    "REGEL027" Presence action_starts_too_early,
    "REGEL028" Presence delivered_before_done,
    "REGEL029" Presence choice_and_outcome,
    "REGEL030" Presence milestone_without_decider,
    "REGEL031" Presence refers_to_itself,
    "REGEL032" Presence circular_replacement,
    "REGEL033" Presence superseded_term,
    "REGEL034" Presence unsourced,
    "REGEL035" Presence statement_without_source,
    "REGEL036" Presence double_in_list,
    "REGEL037" Presence contradiction_unexplained,
    "REGEL038" Presence double_name,
    "REGEL039" Absence unused,
    "REGEL040" Absence source_never_cited,
    "REGEL041" Presence figure_recomputed,
    "REGEL042" Presence calculation_is_complete,
    "REGEL043" Presence decimals_hide_value,
    "REGEL044" Presence web_address,
    "REGEL045" Presence negative_amount,
    "REGEL046" Presence overdue_review,
    "REGEL047" Absence missing_among_equals,
    "REGEL048" Absence parent_without_children,
    "REGEL049" Presence double_section,
    "REGEL050" Presence realised_in_future,
    "REGEL051" Presence year_implausible,
    "REGEL053" Presence level_to_come,
    "REGEL054" Presence source_older_than_decision,
    "REGEL055" Presence page_date_in_future,
    "REGEL056" Presence contact_reaches,
    "REGEL057" Presence contact_is_no_person,
    "REGEL058" Presence meeting_has_hours,
    "REGEL059" Presence decision_fits_meeting,
    "REGEL060" Presence decider_may_decide,
    "REGEL071" Presence former_id_in_use,
    "REGEL072" Presence still_open,
    "REGEL073" Presence acts_agree,
    "REGEL074" Presence sort_written_twice,
    "REGEL075" Presence passed_since,
    "TEKST002" Absence unknown_abbreviation,
};
