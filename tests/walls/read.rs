//! Reads one file: what it defines, what it brings into scope, and every path that it names.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeMap;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Item, UseTree};

/// A path as written, made absolute where it begins with `crate`, `self` or `super`.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// Its parts; for a path within the crate without the word `crate`.
    pub parts: Vec<String>,
    /// Begins at the crate's root; if not, at what is in scope.
    pub absolute: bool,
}

/// A path that a module names.
#[derive(Debug, Clone)]
pub struct Named {
    pub path: Path,
    pub line: usize,
    /// It only hands on what one of the module's own parts defines.
    pub face: bool,
}

/// A module: a file, or a part of one.
#[derive(Debug, Default)]
pub struct Module {
    /// What it defines.
    pub defines: Vec<String>,
    /// What it brings into scope, by name.
    pub scope: BTreeMap<String, Path>,
    /// Modules from which it brings in everything; also among what it names.
    pub globs: Vec<Named>,
    /// All that it names.
    pub named: Vec<Named>,
    /// Macros that are known everywhere.
    pub exports: Vec<String>,
}

/// Reads the text of the module at a path; gives it and the modules within it.
pub fn read(module: Vec<String>, text: &str) -> Result<Vec<(Vec<String>, Module)>, syn::Error> {
    let file = syn::parse_file(text)?;
    let mut reader =
        Reader { at: module.clone(), locals: Vec::new(), open: vec![(module, Module::default())], done: Vec::new() };
    reader.items(&file.items);
    file.attrs.iter().for_each(|attribute| reader.visit_attribute(attribute));
    let last = reader.open.pop();
    reader.done.extend(last);
    Ok(reader.done)
}

struct Reader {
    at: Vec<String>,
    /// What blocks of code bring into scope.
    locals: Vec<BTreeMap<String, Path>>,
    open: Vec<(Vec<String>, Module)>,
    done: Vec<(Vec<String>, Module)>,
}

impl Reader {
    fn module(&mut self) -> &mut Module {
        let last = self.open.len() - 1;
        &mut self.open[last].1
    }

    /// The uses first: what they bring in holds for the whole module.
    fn items(&mut self, items: &[Item]) {
        let kept = || items.iter().filter(|item| !is_test(attributes(item)));
        kept().for_each(|item| {
            if let Item::Use(one) = item {
                self.bring_in(one);
            }
        });
        kept().filter(|item| !matches!(item, Item::Use(_))).for_each(|item| {
            if let Some(name) = name_of(item) {
                self.module().defines.push(name);
            }
            self.visit_item(item);
        });
    }

    fn path(&self, parts: &[String]) -> Path {
        let mut rest = parts;
        let mut at = match parts.first().map(String::as_str) {
            Some("crate" | "$crate") => Vec::new(),
            Some("self") => self.at.clone(),
            Some("super") => self.at[..self.at.len().saturating_sub(1)].to_vec(),
            first => {
                let local = self.locals.iter().rev().find_map(|scope| scope.get(first?));
                let Some(local) = local else { return Path { parts: parts.to_vec(), absolute: false } };
                let parts = local.parts.iter().chain(&parts[1..]).cloned().collect();
                return Path { parts, absolute: local.absolute };
            }
        };
        rest = &rest[1..];
        while let Some("super") = rest.first().map(String::as_str) {
            at.pop();
            rest = &rest[1..];
        }
        at.extend(rest.iter().cloned());
        Path { parts: at, absolute: true }
    }

    fn name(&mut self, parts: &[String], line: usize) {
        let path = self.path(parts);
        self.module().named.push(Named { path, line, face: false });
    }

    fn bring_in(&mut self, one: &syn::ItemUse) {
        one.attrs.iter().for_each(|attribute| self.visit_attribute(attribute));
        let public = !matches!(one.vis, syn::Visibility::Inherited);
        self.tree(&one.tree, &mut Vec::new(), public);
    }

    fn tree(&mut self, tree: &UseTree, before: &mut Vec<String>, public: bool) {
        match tree {
            UseTree::Path(path) => {
                before.push(plain(&path.ident));
                self.tree(&path.tree, before, public);
                before.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, before, public)),
            UseTree::Name(name) => {
                let parts = joined(before, &name.ident);
                let own = parts.last().cloned().unwrap_or_default();
                self.bind(&parts, own, name.span().start().line, public);
            }
            UseTree::Rename(rename) => {
                let parts = joined(before, &rename.ident);
                self.bind(&parts, plain(&rename.rename), rename.span().start().line, public);
            }
            UseTree::Glob(glob) => {
                let path = self.path(before);
                let (line, face) = (glob.span().start().line, public && self.is_own_part(&path));
                let named = Named { path, line, face };
                self.module().globs.push(named.clone());
                self.module().named.push(named);
            }
        }
    }

    /// Does the path lead into a part of this module? In a face `pub use part::Name` the first word is the part itself.
    fn is_own_part(&self, path: &Path) -> bool {
        if path.absolute { path.parts.len() > self.at.len() && path.parts.starts_with(&self.at) } else { true }
    }

    fn bind(&mut self, parts: &[String], name: String, line: usize, public: bool) {
        let path = self.path(parts);
        let face = public && self.is_own_part(&path);
        self.module().named.push(Named { path: path.clone(), line, face });
        match self.locals.last_mut() {
            Some(scope) => scope.insert(name, path),
            None => self.module().scope.insert(name, path),
        };
    }

    /// Every path in a stream of tokens, and what it defines: macros make items, too.
    fn tokens(&mut self, tokens: TokenStream, defines: bool) {
        let all: Vec<TokenTree> = tokens.into_iter().collect();
        let is = |at: usize, c: char| matches!(all.get(at), Some(TokenTree::Punct(p)) if p.as_char() == c);
        let ident = |at: usize| match all.get(at) {
            Some(TokenTree::Ident(ident)) => Some(plain(ident)),
            _ => None,
        };
        let mut at = 0;
        while at < all.len() {
            match &all[at] {
                TokenTree::Group(group) => self.tokens(group.stream(), defines),
                TokenTree::Literal(literal) => {
                    // `#[serde(with = "crate::x")]`.
                    let text = literal.to_string();
                    let text = text.trim_matches('"');
                    if !defines && text.contains("::") && text.chars().all(|c| c.is_alphanumeric() || "_:".contains(c))
                    {
                        let parts: Vec<String> = text.split("::").map(str::to_owned).collect();
                        self.name(&parts, literal.span().start().line);
                    }
                }
                TokenTree::Ident(first) => {
                    let line = first.span().start().line;
                    let mut parts = vec![plain(first)];
                    let item = ["struct", "enum", "trait", "fn", "const", "static", "type", "union"];
                    if defines && item.contains(&parts[0].as_str()) {
                        self.module().defines.extend(ident(at + 1));
                    }
                    if parts[0] == "use" {
                        // `use crate::{a, b}` in a macro's body: read as what it is.
                        let end = (at..all.len()).find(|i| is(*i, ';')).unwrap_or(all.len());
                        let text: TokenStream = all[at..(end + 1).min(all.len())].iter().cloned().collect();
                        if let Ok(one) = syn::parse2::<syn::ItemUse>(text) {
                            self.bring_in(&one);
                            at = end + 1;
                            continue;
                        }
                    }
                    while is(at + 1, ':') && is(at + 2, ':') {
                        match ident(at + 3) {
                            Some(next) => parts.push(next),
                            None => break,
                        }
                        at += 3;
                    }
                    if parts.len() > 1 {
                        self.name(&parts, line);
                    }
                }
                TokenTree::Punct(_) => {}
            }
            at += 1;
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        if is_test(attributes(item)) {
            return;
        }
        match item {
            Item::Use(one) => self.bring_in(one),
            Item::ExternCrate(one) if one.ident == "self" => {
                let name = one.rename.as_ref().map_or_else(|| "self".to_owned(), |(_, name)| plain(name));
                self.module().scope.insert(name, Path { parts: Vec::new(), absolute: true });
            }
            Item::Mod(one) => {
                one.attrs.iter().for_each(|attribute| self.visit_attribute(attribute));
                let Some((_, items)) = &one.content else { return };
                self.at.push(plain(&one.ident));
                self.open.push((self.at.clone(), Module::default()));
                self.items(items);
                let done = self.open.pop();
                self.done.extend(done);
                self.at.pop();
            }
            Item::Macro(one) => {
                if let Some(name) = &one.ident {
                    self.module().defines.push(plain(name));
                    if one.attrs.iter().any(|a| a.path().is_ident("macro_export")) {
                        self.module().exports.push(plain(name));
                    }
                }
                self.visit_path(&one.mac.path);
                self.tokens(one.mac.tokens.clone(), true);
            }
            _ => visit::visit_item(self, item),
        }
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.locals.push(BTreeMap::new());
        for statement in &block.stmts {
            if let syn::Stmt::Item(Item::Use(one)) = statement {
                self.bring_in(one);
            }
        }
        for statement in &block.stmts {
            if !matches!(statement, syn::Stmt::Item(Item::Use(_))) {
                self.visit_stmt(statement);
            }
        }
        self.locals.pop();
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|s| plain(&s.ident)).collect();
        // A single word was brought in, or is the module's own.
        if parts.len() > 1 {
            self.name(&parts, path.span().start().line);
        }
        visit::visit_path(self, path);
    }

    /// `pub(in crate::x)` says who may see it, not what it uses.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_macro(&mut self, one: &'ast syn::Macro) {
        self.visit_path(&one.path);
        self.tokens(one.tokens.clone(), false);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if attribute.path().is_ident("doc") {
            return;
        }
        self.visit_path(attribute.path());
        match &attribute.meta {
            syn::Meta::List(list) => self.tokens(list.tokens.clone(), false),
            syn::Meta::NameValue(pair) => {
                self.visit_expr(&pair.value);
            }
            syn::Meta::Path(_) => {}
        }
    }
}

fn plain(ident: &proc_macro2::Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}

fn joined(before: &[String], last: &proc_macro2::Ident) -> Vec<String> {
    let mut parts = before.to_vec();
    // `use a::b::{self}` brings in `b`.
    if last != "self" || parts.is_empty() {
        parts.push(plain(last));
    }
    parts
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|a| {
        a.path().is_ident("test")
            || (a.path().is_ident("cfg")
                && matches!(&a.meta, syn::Meta::List(list) if list.tokens.to_string().trim() == "test"))
    })
}

fn attributes(item: &Item) -> &[syn::Attribute] {
    match item {
        Item::Const(i) => &i.attrs,
        Item::Enum(i) => &i.attrs,
        Item::Fn(i) => &i.attrs,
        Item::Impl(i) => &i.attrs,
        Item::Macro(i) => &i.attrs,
        Item::Mod(i) => &i.attrs,
        Item::Static(i) => &i.attrs,
        Item::Struct(i) => &i.attrs,
        Item::Trait(i) => &i.attrs,
        Item::Type(i) => &i.attrs,
        Item::Use(i) => &i.attrs,
        _ => &[],
    }
}

fn name_of(item: &Item) -> Option<String> {
    Some(plain(match item {
        Item::Const(i) => &i.ident,
        Item::Enum(i) => &i.ident,
        Item::Fn(i) => &i.sig.ident,
        Item::Static(i) => &i.ident,
        Item::Struct(i) => &i.ident,
        Item::Trait(i) => &i.ident,
        Item::TraitAlias(i) => &i.ident,
        Item::Type(i) => &i.ident,
        Item::Union(i) => &i.ident,
        _ => return None,
    }))
}
