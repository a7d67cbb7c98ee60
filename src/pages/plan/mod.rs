//! Which pages there are, each with its view.

mod loose;
mod made;
mod memo;
mod planner;
mod planning;
mod site_view;
mod studio;

pub use made::Shared;
pub use memo::PlanMemo;
pub use planning::{Plan, Planned, Planning};
pub use site_view::link;
pub use studio::Studio;
