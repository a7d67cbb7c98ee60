//! Which pages exist, and what each template sees.

mod addresses;
mod entity;
mod infographics;
mod mentions;
mod plan;
mod resolve;
mod site_view;
pub mod view;
mod writer;

pub use writer::{escape, label_of};

pub use addresses::{Addresses, What};
pub use plan::{Page, Plan, plan};
pub use site_view::Assets;
