//! One file per kind of record. A new kind is a new file, a `mod` line here and a line in [`crate::model`]'s list.
#![allow(missing_docs, reason = "the kinds are documented for editors in Dutch, in the declarations themselves")]

mod actie;
mod begrip;
mod besluitstap;
mod bijdrage;
mod bron;
mod cijfer;
mod gremium;
mod keuze;
mod laag;
mod mijlpaal;
mod niveau;
mod opgave;
mod organisatie;
mod plek;
mod product;
mod relatie;
mod rol;
mod route;
mod spoor;
mod stap;
mod thema;
mod vraag;

pub use actie::*;
pub use begrip::*;
pub use besluitstap::*;
pub use bijdrage::*;
pub use bron::*;
pub use cijfer::*;
pub use gremium::*;
pub use keuze::*;
pub use laag::*;
pub use mijlpaal::*;
pub use niveau::*;
pub use opgave::*;
pub use organisatie::*;
pub use plek::*;
pub use product::*;
pub use relatie::*;
pub use rol::*;
pub use route::*;
pub use spoor::*;
pub use stap::*;
pub use thema::*;
pub use vraag::*;
