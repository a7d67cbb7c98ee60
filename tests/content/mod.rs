//! Pages: what an editor writes, and what comes out.
mod elsewhere;
mod front;
mod hostile;
mod html;
mod inline;
mod kept;
mod markdown;
mod problems;
mod support;
