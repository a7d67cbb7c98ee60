//! Which pages there are, each with its view.

mod loose;
mod made;
mod memo;
mod planner;
mod site_view;
mod studio;

pub use memo::PlanMemo;
pub use planner::{Plan, plan};
pub use site_view::link;
pub use studio::Studio;
