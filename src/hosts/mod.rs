//! What a host has to know of the site: headers, redirects, the page for what is not there, caching and content types, all from
//! one source ([`Rules`]) and written in the form that each kind of host reads.

mod apache;
mod caddy;
mod compressed;
mod iis;
mod netlify;
mod nginx;
mod rules;
mod types;

pub use compressed::{PACKED, compressed};
pub use rules::Rules;
pub use types::{content_type, is_page};

use crate::site::HostSoort;

/// What stands at the head of each file, behind the sign for a remark.
const MADE: &str =
    "Gemaakt door Verbeeld uit site/portal.toml (hosts). Wat u hier wijzigt, verdwijnt bij de volgende build.";
/// Where the files lie that go into the settings of a server, not into the site itself. No host shows this folder.
const FOLDER: &str = ".hosts/";

/// The files for these kinds of hosts: path and text.
pub fn files(kinds: &[HostSoort], rules: &Rules) -> Vec<(String, String)> {
    let mut kinds = kinds.to_vec();
    kinds.sort();
    kinds.dedup();
    kinds.into_iter().flat_map(|kind| of(kind, rules)).collect()
}

fn of(kind: HostSoort, rules: &Rules) -> Vec<(String, String)> {
    match kind {
        HostSoort::Apache => vec![(".htaccess".into(), apache::text(rules))],
        HostSoort::Nginx => vec![(format!("{FOLDER}nginx.conf"), nginx::text(rules))],
        HostSoort::Caddy => vec![(format!("{FOLDER}Caddyfile"), caddy::text(rules))],
        HostSoort::Iis => vec![("web.config".into(), iis::text(rules))],
        HostSoort::Netlify => {
            vec![("_headers".into(), netlify::headers(rules)), ("_redirects".into(), netlify::redirects(rules))]
        }
    }
}
