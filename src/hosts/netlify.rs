//! `_headers` and `_redirects`, which Netlify and Cloudflare Pages read. They show `404.html` and set types by themselves, and ask
//! for everything each time; what is named after its content need not be asked for.

use super::MADE;
use super::rules::{LASTING, Rules};
use crate::site::percent_encode;
use std::fmt::Write;

pub(super) fn headers(rules: &Rules) -> String {
    let mut out = format!("# {MADE}\n\n{}*\n", percent_encode(&rules.base));
    for (name, value) in rules.headers() {
        let _ = writeln!(out, "  {name}: {value}");
    }
    for path in &rules.lasting {
        let _ = writeln!(out, "\n{}\n  Cache-Control: {LASTING}", percent_encode(&rules.on_host(path)));
    }
    out
}

pub(super) fn redirects(rules: &Rules) -> String {
    let mut out = format!("# {MADE}\n");
    for (from, to) in &rules.redirects {
        let (from, to) = (percent_encode(&rules.on_host(from)), percent_encode(&rules.on_host(to)));
        let _ = writeln!(out, "{from} {to} 301");
    }
    out
}
