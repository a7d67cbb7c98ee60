//! A file for Caddy 2 that goes into the block of a site with `import`.

use super::MADE;
use super::rules::{ASKED, LASTING, Rules, escaped};
use super::types::TYPES;
use crate::site::percent_encode;
use std::fmt::Write;

pub(super) fn text(rules: &Rules) -> String {
    let base = &rules.base;
    let mut out = format!(
        "# {MADE}\n# Zet in het blok van uw site, na root:  import /pad/naar/de/site/.hosts/Caddyfile\n# De site staat onder root op de plaats {base}. Na een nieuwe versie: caddy reload\n\n"
    );
    let all = quoted(&format!("{base}*"));
    if base != "/" {
        let bare = base.trim_end_matches('/');
        let _ = writeln!(out, "redir {} {} 301", quoted(bare), quoted(&percent_encode(base)));
    }
    for (at, (from, to)) in rules.redirects.iter().enumerate() {
        let from = rules.on_host(from);
        let bare = from.trim_end_matches('/');
        let mut old = quoted(&from);
        if from.ends_with('/') {
            let _ = write!(old, " {} {}", quoted(bare), quoted(&format!("{from}index.html")));
        }
        let to = quoted(&percent_encode(&rules.on_host(to)));
        let _ = writeln!(out, "@verbeeld_oud{at} path {old}\nredir @verbeeld_oud{at} {to} 301");
    }
    let _ = writeln!(out, "\n@verbeeld path {all}\nheader @verbeeld {{");
    for (name, value) in rules.headers() {
        let _ = writeln!(out, "  {name} {}", quoted(&value));
    }
    // What is written last goes first at Caddy: so each answer gets one of the two.
    let lasting = quoted(&rules.lasting_pattern());
    let _ = writeln!(
        out,
        "}}\n@verbeeld_asked {{\n  path {all}\n  not path_regexp {lasting}\n}}\nheader @verbeeld_asked Cache-Control {}\n@verbeeld_lasting path_regexp {lasting}\nheader @verbeeld_lasting Cache-Control {}",
        quoted(ASKED),
        quoted(LASTING)
    );
    for (extensions, kind) in TYPES {
        let (name, any) = (extensions[0], extensions.join("|"));
        let paths = quoted(&format!("^{}.*[.]({any})$", escaped(base)));
        // Set last, so that the page for what is not there keeps its own.
        let _ = writeln!(
            out,
            "@verbeeld_{name} path_regexp {paths}\nheader @verbeeld_{name} {{\n  Content-Type {}\n  defer\n}}",
            quoted(kind)
        );
    }
    let packed = if rules.packed { " {\n    precompressed gzip\n  }" } else { "" };
    let _ = writeln!(
        out,
        "\nhandle {all} {{\n  @verbeeld_hidden {{\n    path_regexp /[.]\n    not path {}\n  }}\n  error @verbeeld_hidden 404\n  file_server{packed}\n}}",
        quoted(&format!("{base}.well-known/*"))
    );
    let _ = writeln!(
        out,
        "\nhandle_errors {{\n  @verbeeld_404 {{\n    path {all}\n    expression `{{err.status_code}} == 404`\n  }}\n  rewrite @verbeeld_404 {}\n  file_server\n}}",
        quoted(&rules.not_found())
    );
    out
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
