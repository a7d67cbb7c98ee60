//! Content types by extension.

/// Extensions and their content type; text always with its encoding. What a host is told, and what the dev server says.
pub(super) const TYPES: &[(&[&str], &str)] = &[
    (&["html", "htm"], "text/html; charset=utf-8"),
    (&["css"], "text/css; charset=utf-8"),
    (&["js", "mjs"], "text/javascript; charset=utf-8"),
    (&["json", "map", "geojson"], "application/json; charset=utf-8"),
    (&["jsonld"], "application/ld+json; charset=utf-8"),
    (&["webmanifest"], "application/manifest+json; charset=utf-8"),
    (&["svg"], "image/svg+xml; charset=utf-8"),
    (&["atom"], "application/atom+xml; charset=utf-8"),
    (&["rss"], "application/rss+xml; charset=utf-8"),
    (&["xml", "xsl", "graphml"], "application/xml; charset=utf-8"),
    (&["txt", "toml"], "text/plain; charset=utf-8"),
    (&["md"], "text/markdown; charset=utf-8"),
    (&["csv"], "text/csv; charset=utf-8"),
    (&["ttl"], "text/turtle; charset=utf-8"),
    (&["ics"], "text/calendar; charset=utf-8"),
    (&["vtt"], "text/vtt; charset=utf-8"),
    (&["png"], "image/png"),
    (&["jpg", "jpeg"], "image/jpeg"),
    (&["gif"], "image/gif"),
    (&["webp"], "image/webp"),
    (&["avif"], "image/avif"),
    (&["ico"], "image/x-icon"),
    (&["woff2"], "font/woff2"),
    (&["woff"], "font/woff"),
    (&["ttf"], "font/ttf"),
    (&["otf"], "font/otf"),
    (&["wasm"], "application/wasm"),
    (&["pdf"], "application/pdf"),
    (&["mp3"], "audio/mpeg"),
    (&["mp4"], "video/mp4"),
    (&["webm"], "video/webm"),
    (&["zip"], "application/zip"),
    (&["gz"], "application/gzip"),
    (&["odt"], "application/vnd.oasis.opendocument.text"),
    (&["ods"], "application/vnd.oasis.opendocument.spreadsheet"),
    (&["docx"], "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (&["xlsx"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (&["pptx"], "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    (&["odp"], "application/vnd.oasis.opendocument.presentation"),
];

/// The content type of a path.
pub fn content_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    let known = TYPES.iter().find(|(extensions, _)| extensions.contains(&extension.as_str()));
    known.map_or("application/octet-stream", |(_, kind)| kind)
}

/// Is it a page?
pub fn is_page(path: &str) -> bool {
    content_type(path).starts_with("text/html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_follow_the_last_extension_of_the_name() {
        assert_eq!(content_type("a.b/c"), "application/octet-stream");
        assert_eq!(content_type("a/X.HTML"), "text/html; charset=utf-8");
        assert_eq!(content_type("zoek.min.js"), "text/javascript; charset=utf-8");
    }
}
