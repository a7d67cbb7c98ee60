//! What a browser may load for a page of the site.

/// The content security policy of every page: nothing of other hosts, nothing written inside the page. A host sends the same
/// policy as a header (`hosts/`), so that it holds for files that are no pages as well.
pub const POLICY: &str = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";
