//! Themes, the starter site and the files for CI that travel inside the program.

use include_dir::{Dir, include_dir};

static THEMES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");
static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/source/starter");
static CI: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/source/ci");

/// The themes in the program: one folder per theme.
pub fn embedded_themes() -> &'static Dir<'static> {
    &THEMES
}

/// The small working site that `init` writes: path and bytes, in order of path.
pub fn starter_site() -> Vec<(String, &'static [u8])> {
    all_of(&STARTER)
}

/// The files with which GitHub and GitLab make the site: path and bytes, in order of path.
pub fn ci_files() -> Vec<(String, &'static [u8])> {
    all_of(&CI)
}

fn all_of(dir: &'static Dir<'static>) -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    collect(dir, &mut files);
    files.sort();
    files
}

fn collect(dir: &'static Dir<'static>, files: &mut Vec<(String, &'static [u8])>) {
    for file in dir.files() {
        files.push((file.path().to_string_lossy().replace('\\', "/"), file.contents()));
    }
    for child in dir.dirs() {
        collect(child, files);
    }
}
