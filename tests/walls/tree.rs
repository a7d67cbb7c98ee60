//! All modules of the crate, and the file that defines what a path names.

use super::read::{Module, Path, read};
use std::collections::BTreeMap;

/// The modules by path, each with the file that it stands in.
pub struct Tree {
    pub modules: BTreeMap<Vec<String>, (String, Module)>,
    /// Macros that are known everywhere, with the file that defines them.
    exports: BTreeMap<String, String>,
}

/// A chain of names that hand each other on is never longer.
const LONGEST: usize = 16;

impl Tree {
    /// Reads files: their names within `src/`, and their texts. Files that hold only tests are left out.
    pub fn of(files: &[(String, String)]) -> Self {
        let mut tree = Self { modules: BTreeMap::new(), exports: BTreeMap::new() };
        for (name, text) in files {
            let for_tests = name.ends_with("tests.rs") || name.contains("/tests/");
            if for_tests || name == "main.rs" {
                continue;
            }
            let modules = read(path_of(name), text).unwrap_or_else(|error| panic!("src/{name}: {error}"));
            for (path, module) in modules {
                tree.exports.extend(module.exports.iter().map(|macro_name| (macro_name.clone(), name.clone())));
                tree.modules.insert(path, (name.clone(), module));
            }
        }
        tree
    }

    /// The file that defines what the path names, and the file of the module that was asked for it; `None` for what is not ours.
    pub fn find(&self, module: &[String], path: &Path) -> Option<(String, String)> {
        let (at, rest) = if path.absolute { (Vec::new(), &path.parts[..]) } else { (module.to_vec(), &path.parts[..]) };
        let mut asked = None;
        let found = self.walk(at, rest, 0, &mut asked)?;
        Some((found.clone(), asked.unwrap_or(found)))
    }

    /// Places with a glob that hides what a file knows of our own.
    pub fn hidden(&self) -> Vec<String> {
        let of = |(module, (file, read)): (&Vec<String>, &(String, Module))| {
            let hidden = read.globs.iter().filter(|glob| !glob.face && self.find(module, &glob.path).is_some());
            hidden
                .map(|glob| format!("src/{file}:{}: {}::*", glob.line, glob.path.parts.join("::")))
                .collect::<Vec<_>>()
        };
        self.modules.iter().flat_map(of).collect()
    }

    fn walk(&self, mut at: Vec<String>, parts: &[String], depth: usize, asked: &mut Option<String>) -> Option<String> {
        if depth > LONGEST {
            return None;
        }
        for (i, part) in parts.iter().enumerate() {
            let mut inner = at.clone();
            inner.push(part.clone());
            if self.modules.contains_key(&inner) {
                at = inner;
                continue;
            }
            let (file, module) = self.modules.get(&at)?;
            asked.get_or_insert_with(|| file.clone());
            if module.defines.contains(part) {
                return Some(file.clone());
            }
            if at.is_empty() && self.exports.contains_key(part) {
                return self.exports.get(part).cloned();
            }
            let rest = &parts[i + 1..];
            if let Some(path) = module.scope.get(part) {
                let onward: Vec<String> = path.parts.iter().chain(rest).cloned().collect();
                let begin = if path.absolute { Vec::new() } else { at.clone() };
                // `use x::x` would lead to itself.
                if begin == at && onward == parts[i..] {
                    return None;
                }
                return self.walk(begin, &onward, depth + 1, asked);
            }
            return module.globs.iter().map(|glob| &glob.path).find_map(|path| {
                let onward: Vec<String> = path.parts.iter().chain(&parts[i..]).cloned().collect();
                self.walk(if path.absolute { Vec::new() } else { at.clone() }, &onward, depth + 1, asked)
            });
        }
        self.modules.get(&at).map(|(file, _)| file.clone())
    }
}

/// `pages/kinds/mod.rs` → `pages`, `kinds`.
fn path_of(file: &str) -> Vec<String> {
    let mut parts: Vec<String> = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
        parts.pop();
    }
    parts
}
