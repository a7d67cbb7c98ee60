//! The one source: what holds for the site, whatever host it stands on.

use crate::pages::Plan;
use crate::site::{POLICY, Portal};

/// Where files lie that are named after what is in them.
const PRINTED: &str = "bestanden/";
/// The part of such a name that tells what is in it, as every server's regular expressions know it.
const PRINT: &str = "([^/]+[.])?[0-9a-f]{10}[.][^/]+";

/// What a host has to know of one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The path of the site on its host: `/`, or `/vth/`.
    pub base: String,
    /// Old addresses within the site and where they lead now, both from the root of the site.
    pub redirects: Vec<(String, String)>,
    /// Is the site read over HTTPS?
    pub secure: bool,
    /// Do packed files stand beside the others?
    pub packed: bool,
    /// Files that never change under their name, from the root of the site.
    pub lasting: Vec<String>,
}

impl Rules {
    /// The rules of a site; `made` are the paths of the theme's own files.
    pub fn of<'a>(portal: &Portal, plan: &Plan, made: impl Iterator<Item = &'a str>) -> Self {
        let redirects = plan.pages.iter().filter_map(|page| {
            let to = page.view.extra.get("naar").filter(|_| page.template == "omleiding.html")?.as_str()?;
            Some((page.path.strip_suffix("index.html").unwrap_or(&page.path).to_owned(), to.to_owned()))
        });
        Self {
            base: portal.base_path(),
            redirects: redirects.collect(),
            secure: portal.basis_url.starts_with("https://"),
            packed: portal.voorgecomprimeerd.unwrap_or(false),
            lasting: made.filter(|path| path.starts_with(PRINTED)).map(str::to_owned).collect(),
        }
    }

    /// The headers of every answer.
    pub(super) fn headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = vec![
            ("Content-Security-Policy", format!("{POLICY}; frame-ancestors 'self'")),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=()".to_owned()),
        ];
        if self.secure && self.base == "/" {
            // In a folder it would speak for a whole host that is somebody else's.
            headers.push(("Strict-Transport-Security", "max-age=31536000".to_owned()));
        }
        headers
    }

    /// Which paths on the host have a name that changes with what is in them.
    pub(super) fn lasting_pattern(&self) -> String {
        format!("^{}{PRINTED}([^/]+/)*{PRINT}$", escaped(&self.base))
    }

    /// Where the page stands that a host shows for what is not there.
    pub(super) fn not_found(&self) -> String {
        format!("{}404.html", self.base)
    }

    /// A path on the host.
    pub(super) fn on_host(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

/// Kept for a year without asking.
pub(super) const LASTING: &str = "public, max-age=31536000, immutable";
/// Kept, but asked for each time whether it is still good.
pub(super) const ASKED: &str = "no-cache";

/// A text of which every sign stands for itself in a regular expression.
pub(super) fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        if r"\.+*?()|[]{}^$".contains(c) {
            out.push('\\');
        }
        out.push(c);
        out
    })
}
