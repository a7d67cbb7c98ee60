//! The open data: they give the model back, they tell what the pages show, and standard readers take them.
mod calendar;
mod catalogue;
mod feed;
mod formats;
mod pages;
mod plain;
mod round_trip;
mod support;
mod timeline;
