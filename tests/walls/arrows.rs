//! Which file knows which.

use super::tree::Tree;

/// A file names something of another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    pub from: String,
    pub line: usize,
    /// The file that defines it.
    pub to: String,
    /// The file that was asked for it.
    pub named: String,
    /// As written, made absolute.
    pub path: String,
}

/// All arrows between different files, in order. What a module hands on of its own parts is no arrow: it uses nothing of it.
pub fn arrows(tree: &Tree) -> Vec<Arrow> {
    let mut all = Vec::new();
    for (module, (file, read)) in &tree.modules {
        let folder = file.strip_suffix("mod.rs");
        for one in &read.named {
            let Some((to, named)) = tree.find(module, &one.path) else { continue };
            if one.face && folder.is_some_and(|folder| to.starts_with(folder)) {
                continue;
            }
            if to != *file || named != *file {
                all.push(Arrow { from: file.clone(), line: one.line, to, named, path: one.path.parts.join("::") });
            }
        }
    }
    all.sort();
    all.dedup();
    all
}
