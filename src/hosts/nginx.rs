//! A file for nginx that goes into a `server` block with `include`.

use super::MADE;
use super::rules::{ASKED, LASTING, Rules, escaped};
use super::types::TYPES;
use crate::site::percent_encode;
use std::fmt::Write;

pub(super) fn text(rules: &Rules) -> String {
    let base = &rules.base;
    let mut out = format!(
        "# {MADE}\n# Zet in het blok server {{ … }}:  include /pad/naar/de/site/.hosts/nginx.conf;\n# De site staat onder root op de plaats {base}. Na een nieuwe versie: nginx -s reload\n\n"
    );
    if base != "/" {
        let bare = base.trim_end_matches('/');
        let _ = writeln!(out, "location = {} {{ return 301 {}; }}", quoted(bare), quoted(&percent_encode(base)));
    }
    for (from, to) in &rules.redirects {
        let from = rules.on_host(from);
        let to = quoted(&percent_encode(&rules.on_host(to)));
        let bare = from.trim_end_matches('/');
        let index = format!("{bare}/index.html");
        let folder = if from.ends_with('/') { vec![from.as_str(), bare, &index] } else { vec![from.as_str()] };
        for old in folder {
            let _ = writeln!(out, "location = {} {{ absolute_redirect off; return 301 {to}; }}", quoted(old));
        }
    }
    let _ = writeln!(out, "\nlocation {} {{", quoted(base));
    out.push_str(
        "  index index.html;\n  absolute_redirect off;\n  default_type application/octet-stream;\n  types {\n",
    );
    for (extensions, kind) in TYPES {
        let kind = kind.split(';').next().unwrap_or_default();
        let _ = writeln!(out, "    {kind} {};", extensions.join(" "));
    }
    let texts: Vec<&str> = TYPES
        .iter()
        .filter_map(|(_, kind)| Some(kind.split_once("; charset")?.0))
        .filter(|kind| *kind != "text/html")
        .collect();
    let _ = writeln!(out, "  }}\n  charset utf-8;\n  charset_types {};", texts.join(" "));
    if rules.packed {
        out.push_str("  gzip_static on;\n  gzip_vary on;\n");
    }
    let _ = writeln!(out, "  error_page 404 {};", quoted(&percent_encode(&rules.not_found())));
    headers(&mut out, rules, ASKED, "  ");
    let hidden = format!("^{}([^/]+/)*[.](?!well-known(/|$))", escaped(base));
    let _ = writeln!(out, "  location ~ {} {{ return 404; }}", quoted(&hidden));
    let _ = writeln!(out, "  location ~ {} {{", quoted(&rules.lasting_pattern()));
    headers(&mut out, rules, LASTING, "    ");
    out.push_str("  }\n}\n");
    out
}

/// All headers: a block with one of its own takes over none of those around it.
fn headers(out: &mut String, rules: &Rules, cache: &str, indent: &str) {
    for (name, value) in rules.headers() {
        let _ = writeln!(out, "{indent}add_header {name} {} always;", quoted(&value));
    }
    let _ = writeln!(out, "{indent}add_header Cache-Control {};", quoted(cache));
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
