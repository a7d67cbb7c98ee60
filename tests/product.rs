//! All tests of the library in one program, so that it is linked once.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod architecture;
mod brand;
mod cases;
mod cli;
mod conclusions;
mod content;
mod difference;
mod edit;
mod english_site;
mod export;
mod feiten;
#[cfg(unix)]
mod first_build;
mod going_live;
mod handleiding;
#[cfg(unix)]
mod hostile;
mod hosts;
mod icons;
mod images;
mod incremental;
mod infographic_beleid;
mod infographic_kaart;
mod infographic_kruisingen;
mod infographic_opgaven;
mod infographic_routes;
mod infographic_sites;
mod infographic_soorten;
mod infographic_willekeurig;
mod keeps_its_word;
mod licences;
mod meldingen;
mod mending;
mod mutations;
mod one_judgement;
mod open_data;
mod outside;
#[cfg(unix)]
mod plaats;
mod real_site;
mod remedies;
mod rules;
mod said_as_sure;
mod schema;
mod search;
mod second_site;
mod support;
mod ten_mistakes;
mod theme_contrast;
#[cfg(unix)]
mod unchanged_cli;
mod voorbeelden;
mod walls;

#[path = "infographic/mod.rs"]
mod drawing;
