//! What must hold between records of the data. One function per finding, with its code.

mod acts;
mod bodies;
mod figures;
mod planning;
mod relations;
mod running;
mod statements;
mod upkeep;

pub use acts::*;
pub use bodies::*;
pub use figures::*;
pub use planning::*;
pub use relations::*;
pub use running::*;
pub use statements::*;
pub use upkeep::*;

/// `Bedoelde u “…”? `, or nothing.
fn hint(near: Option<&str>) -> String {
    near.map(|n| format!("Bedoelde u “{n}”? ")).unwrap_or_default()
}
