//! `.htaccess` for Apache 2.4, in the root of the site. What a server lacks (a module that is off) it passes over.

use super::MADE;
use super::rules::{ASKED, LASTING, Rules, escaped};
use super::types::TYPES;
use crate::site::percent_encode;
use std::fmt::Write;

pub(super) fn text(rules: &Rules) -> String {
    let mut out = format!("# {MADE}\n\nErrorDocument 404 {}\n", rules.not_found());
    types(&mut out);
    headers(&mut out, rules);
    redirects(&mut out, rules);
    if rules.packed {
        packed(&mut out);
    }
    out
}

fn types(out: &mut String) {
    out.push_str("\n<IfModule mod_mime.c>\n");
    for (extensions, kind) in TYPES {
        let dotted: Vec<String> = extensions.iter().map(|extension| format!(".{extension}")).collect();
        let dotted = dotted.join(" ");
        match kind.split_once("; charset=") {
            Some((kind, charset)) => {
                let _ = writeln!(out, "  AddType {kind} {dotted}\n  AddCharset {charset} {dotted}");
            }
            None => {
                let _ = writeln!(out, "  AddType {kind} {dotted}");
            }
        }
    }
    out.push_str("</IfModule>\n");
}

fn headers(out: &mut String, rules: &Rules) {
    out.push_str("\n<IfModule mod_headers.c>\n");
    for (name, value) in rules.headers() {
        let _ = writeln!(out, "  Header always set {name} \"{value}\"");
    }
    let _ = writeln!(
        out,
        "  SetEnvIf Request_URI \"{}\" verbeeld_lasting\n  Header set Cache-Control \"{ASKED}\"\n  Header set Cache-Control \"{LASTING}\" env=verbeeld_lasting\n</IfModule>",
        rules.lasting_pattern()
    );
}

/// A redirect also holds without the slash at the end. Hidden files are nobody's to read.
fn redirects(out: &mut String, rules: &Rules) {
    let base = escaped(&rules.base);
    let _ =
        writeln!(out, "\n<IfModule mod_alias.c>\n  RedirectMatch 404 \"^{base}(?:[^/]+/)*\\.(?!well-known(?:/|$))\"");
    for (from, to) in &rules.redirects {
        let to = percent_encode(&rules.on_host(to));
        let from = escaped(from.trim_end_matches('/'));
        // `$` would stand for a part of the old address.
        let to = to.replace('$', "%24");
        let _ = writeln!(out, "  RedirectMatch 301 \"^{base}{}(?:/|/index\\.html)?$\" \"{to}\"", quoted(&from));
    }
    out.push_str("</IfModule>\n");
}

fn packed(out: &mut String) {
    let texts = || TYPES.iter().filter(|(_, kind)| kind.ends_with("charset=utf-8"));
    let any: Vec<&str> = texts().flat_map(|(extensions, _)| extensions.iter().copied()).collect();
    let any = any.join("|");
    let _ = writeln!(
        out,
        "\n<IfModule mod_rewrite.c>\n<IfModule mod_headers.c>\n  RewriteEngine On\n  RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b\n  RewriteCond %{{REQUEST_FILENAME}}.gz -f\n  RewriteRule \"^(.+\\.(?:{any}))$\" \"$1.gz\" [E=no-gzip:1,E=no-brotli:1,L]\n  <FilesMatch \"\\.(?:{any})\\.gz$\">\n    Header set Content-Encoding gzip\n  </FilesMatch>"
    );
    // A packed page is a page: the last extension of its name tells nothing.
    for (extensions, kind) in texts() {
        let any = extensions.join("|");
        let _ = writeln!(out, "  <FilesMatch \"\\.(?:{any})\\.gz$\">\n    ForceType \"{kind}\"\n  </FilesMatch>");
    }
    let _ = writeln!(
        out,
        "  <FilesMatch \"\\.(?:{any})(?:\\.gz)?$\">\n    Header merge Vary Accept-Encoding\n  </FilesMatch>\n</IfModule>\n</IfModule>"
    );
}

/// A text between double quotes.
fn quoted(text: &str) -> String {
    text.replace('"', "\\\"")
}
