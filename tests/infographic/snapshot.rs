//! Drawings kept as files, to be looked at when they change. `beeld.css` gives them the theme's looks, so that a change of
//! the style alone changes no file.

use std::path::PathBuf;

/// Compares a drawing with its file; `UPDATE` writes it.
pub fn snapshot(name: &str, svg: &str) {
    compare(name, &format!("<?xml-stylesheet href=\"beeld.css\"?>\n{svg}\n"));
}

/// Compares text with its file; `UPDATE` writes it.
#[allow(clippy::disallowed_methods)]
pub fn compare(name: &str, content: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/infographic").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, content).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == content, "{name} differs; UPDATE=1 rewrites it, then look at it");
}
