//! Raw HTML in Markdown: taken apart, checked against a list, and put together again.

mod allowed;
mod tokens;

pub use allowed::AttributeProblem;
pub use allowed::{Element, Holds, Place, attribute_problem, element, is_looks};
pub use tokens::{Attribute, Token, Tokens};
