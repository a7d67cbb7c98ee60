//! The wall test is tested: every way to reach over a wall is seen, and what reaches over none is let be.

use super::arrows::arrows;
use super::circles::circles;
use super::tree::Tree;
use super::{ROOMS, upward};

/// A small house: a file that each case fills in, and what the others hold.
fn house(name: &str, text: &str) -> Vec<(String, String)> {
    let rest = [
        ("decode/mod.rs", "pub struct Text; #[macro_export] macro_rules! record { () => {} }"),
        ("model/mod.rs", "pub mod kinds; pub mod rules; pub struct Model;"),
        ("pages/mod.rs", "mod writer; pub use writer::escape; pub mod view;"),
        ("pages/writer.rs", "pub fn escape() {}"),
        ("pages/view.rs", "pub struct View; pub mod inner { pub struct Deep; }"),
    ];
    let others = rest.iter().filter(|(other, _)| *other != name).map(|(n, t)| ((*n).to_owned(), (*t).to_owned()));
    others.chain([(name.to_owned(), text.to_owned())]).collect()
}

fn over_the_wall(name: &str, text: &str) -> Vec<String> {
    upward(&arrows(&Tree::of(&house(name, text))), "", ROOMS)
}

#[test]
fn every_form_of_use_is_seen() {
    for text in [
        "use crate::{decode::{Text}, pages::escape};",
        "use crate::pages::escape as safe;",
        "use crate::pages as above; fn f() { above::escape() }",
        "use crate::{self as root}; fn f() { root::pages::escape() }",
        "extern crate self as whole; fn f() { whole::pages::escape() }",
        "use super::super::pages::view::{self, inner::Deep};",
        "pub use crate::pages::escape;",
        "pub(crate) use crate::pages::view::View as Look;",
        "use crate::pages::*;",
        "fn f() { use crate::pages::escape; escape() }",
        "fn f() { crate::pages::escape() }",
        "mod inner { use super::super::super::pages::escape; }",
        "fn f(_: crate::pages::view::View) {}",
        "fn f() { <crate::pages::view::View as Default>::default(); }",
        "fn f<T: crate::pages::view::View>() {}",
        "fn f() { println!(\"{}\", crate::pages::escape()) }",
        "fn f() { vec![vec![crate::pages::escape()]]; }",
        "macro_rules! m { () => { $crate::pages::escape() } }",
        "macro_rules! m { () => { use crate::{decode::Text, pages::escape}; } }",
        "crate::record! { struct A { b: crate::pages::view::View } }",
        "#[derive(crate::pages::view::View)] struct A;",
        "#[serde(with = \"crate::pages::view\")] struct A;",
        "struct A { #[serde(with = \"crate::pages::view\")] b: u8 }",
        "pub use self::b::escape; mod b { pub use crate::pages::escape; }",
        "use crate::r#pages::escape;",
    ] {
        assert_eq!(over_the_wall("model/kinds.rs", text).len().min(1), 1, "not seen: {text}");
    }
}

#[test]
fn what_reaches_over_no_wall_is_let_be() {
    for text in [
        "use crate::decode::Text;",
        "use super::Model;",
        "pub(in crate::pages) fn f() {}",
        "/// [`escape`](crate::pages::escape)\nfn f() {}",
        "// use crate::pages::escape;\nfn f() { \"crate::pages::escape\"; }",
        "#[cfg(test)] mod tests { use crate::pages::escape; }",
        "use std::fmt::pages; mod pages { pub fn f() {} } fn g() { self::pages::f() }",
    ] {
        assert_eq!(over_the_wall("model/kinds.rs", text), [""; 0], "{text}");
    }
    // A room above may use those below.
    assert_eq!(over_the_wall("pages/view.rs", "use crate::model::Model; pub mod inner { pub struct Deep; }"), [""; 0]);
}

fn round(files: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<(String, String)> = files.iter().map(|(n, t)| ((*n).to_owned(), (*t).to_owned())).collect();
    circles(&arrows(&Tree::of(&files)), &["strict/"])
}

#[test]
fn a_circle_of_files_is_seen() {
    let two = round(&[("a.rs", "use crate::b::B; pub struct A;"), ("b.rs", "use crate::a::A; pub struct B;")]);
    assert_eq!(two.len(), 1, "{two:?}");
    assert!(two[0].contains("src/a.rs:1 knows src/b.rs") && two[0].contains("src/b.rs:1 knows src/a.rs"), "{two:?}");
    // Round through what a module hands on, whatever name it hands it on by.
    let handed_on = round(&[
        ("room/mod.rs", "mod a; mod b; pub use a::A; pub use b::*;"),
        ("room/a.rs", "use super::B; pub struct A;"),
        ("room/b.rs", "pub struct B; pub fn f() { crate::room::A; }"),
    ]);
    assert_eq!(handed_on.len(), 1, "{handed_on:?}");
    // With a module in whose list the others stand, where that counts.
    let head = "mod a; pub struct Told; pub fn all() { a::f() }";
    let part = "use super::Told; pub fn f() -> Told { Told }";
    let listed = round(&[("strict/mod.rs", "pub mod room;"), ("strict/room/mod.rs", head), ("strict/room/a.rs", part)]);
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert_eq!(round(&[("room/mod.rs", head), ("room/a.rs", part)]), [""; 0]);
    let of_three = round(&[
        ("a.rs", "pub fn f() { crate::b::f() }"),
        ("b.rs", "pub fn f() { crate::c::f() }"),
        ("c.rs", "pub fn f() { matches!(1, crate::a::f()) }"),
    ]);
    assert_eq!(of_three.len(), 1, "{of_three:?}");
}

#[test]
fn a_house_without_a_circle_has_none() {
    let none = round(&[
        ("room/mod.rs", "mod a; mod b; pub use a::A; pub use b::B;"),
        ("room/a.rs", "pub struct A;"),
        ("room/b.rs", "use super::A; pub struct B;"),
        ("other.rs", "use crate::room::{A, B};"),
    ]);
    assert_eq!(none, [""; 0]);
}

#[test]
fn a_glob_is_seen_but_for_a_face() {
    let hidden = |text: &str| Tree::of(&house("model/mod.rs", text)).hidden().len();
    assert_eq!(hidden("use crate::decode::*;"), 1);
    assert_eq!(hidden("pub use crate::decode::*;"), 1);
    assert_eq!(hidden("mod common; pub use common::*;"), 0);
}
