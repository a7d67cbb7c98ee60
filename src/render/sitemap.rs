//! `sitemap.xml` and `robots.txt`.

use super::xml;
use crate::pages::Plan;
use std::fmt::Write;

/// The sitemap: every listed page with the date of its last change, when that is known to the day.
pub fn sitemap(plan: &Plan) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in plan.pages.iter().filter(|p| p.listed) {
        let _ = write!(out, "<url><loc>{}</loc>", xml(&page.view.canonical));
        if let Some(crate::decode::Moment::Day(day)) = page.changed {
            let _ = write!(out, "<lastmod>{day}</lastmod>");
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

/// Robots may read everything.
pub fn robots(base_url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n")
}
