//! Puts together what is published once the pages are made, and tells what shows only then.

use super::memo::Once;
use super::{Memo, Options, former, missing, paths};
use crate::diag::{Diagnostic, FileId, Span, words};
use crate::export;
use crate::hosts;
use crate::images::{self, is_image};
use crate::output::Output;
use crate::pages::{Addresses, Plan, Shared};
use crate::render;
use crate::site::{Site, active, controls, moved_folder, slips};
use crate::source::{Role, Sources};
use crate::theme::Bundle;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A text that is published, with its path.
pub type Text = (&'static str, Arc<[u8]>);

/// A site of which all pages are made.
pub struct Joining<'a> {
    pub site: &'a Site,
    pub sources: &'a Sources,
    pub options: Options,
    pub book: &'a Addresses<'a>,
    pub bundle: &'a Bundle,
    pub plan: &'a Plan,
    pub shared: Shared,
}

impl Joining<'_> {
    /// Tells what is wrong with the files that are published as they are.
    pub fn tell_files(&self, problems: &mut Vec<Diagnostic>) {
        let Self { site, sources, plan, .. } = self;
        let used = |path: &String| plan.files.contains_key(path) || site.draft_files.contains(path);
        let untrusted =
            plan.files.values().filter(|id| matches!(sources.get(**id).role, Role::Companion | Role::Static));
        // A theme brings scripts of its own, in its folder for those; its drawings must be drawings all the same.
        let drawings =
            sources.theme().filter(|(_, _, file)| file.name.starts_with("static/") && file.name.ends_with(".svg"));
        problems.extend(drawings.flat_map(|(id, _, file)| active::problems(id, file)));
        problems.extend(untrusted.flat_map(|id| active::problems(*id, sources.get(*id))));
        problems.extend(site.bad_images.iter().filter(|(path, _)| used(path)).map(|(_, problem)| problem.clone()));
    }

    /// Tells of paths at which two files would stand.
    pub fn tell_taken(&self, paths: impl IntoIterator<Item = String>, problems: &mut Vec<Diagnostic>) {
        let origin = |path: &str| paths::origin(path, self.book, &self.plan.files);
        problems.extend(paths.into_iter().map(|path| words::output::path_taken(origin(&path), &path)));
    }

    /// Adds all files beside the pages; `data` and `texts` are those that are made of the whole site.
    pub fn add_files(
        &self,
        output: &mut Output,
        data: Vec<render::Made>,
        texts: impl IntoIterator<Item = Text>,
        memo: &mut Memo,
        problems: &mut Vec<Diagnostic>,
    ) -> hosts::Rules {
        let Self { site, plan, bundle, .. } = self;
        for (original, image) in site.images.iter().filter(|(path, _)| plan.images.contains(*path)) {
            for size in &image.prepared.sizes {
                // Two originals of one content and name give the same file.
                let _ = output.add(image.prepared.path(original, &image.hash, size.width), size.bytes.clone());
            }
        }
        let cleaned = cleaned(self.sources, plan.files.values(), memo);
        for ((path, file), bytes) in plan.files.iter().zip(cleaned) {
            if output.add(path.clone(), bytes).is_err() {
                problems.push(words::pages::same_file(Span::top(*file), path));
            }
        }
        // A site's own file goes before the theme's of the same name, and both before what is made below.
        let theme_files: BTreeSet<String> = bundle.files.iter().map(|(path, _)| path.clone()).collect();
        let rules = hosts::Rules::of(&site.portal, plan, theme_files.iter().map(String::as_str));
        let mut taken = Vec::new();
        for (path, bytes) in &bundle.files {
            if !plan.files.contains_key(path) {
                taken.extend(output.add(path.clone(), bytes.clone()).err());
            }
        }
        self.tell_taken(std::mem::take(&mut taken), problems);
        let security = render::security_txt(self.book, self.options.today, problems);
        let texts = texts
            .into_iter()
            .chain(security.map(|text| (render::SECURITY_TXT, text.into_bytes().into())))
            .map(|(path, bytes)| (path.to_owned(), bytes));
        let of_hosts = hosts::files(&site.portal.hosts, &rules).into_iter();
        let of_hosts = of_hosts.map(|(path, text)| (path, text.into_bytes().into()));
        let data = data.into_iter().map(|file| (file.listed.download.path, file.bytes));
        for (path, bytes) in data.chain(texts).chain(of_hosts) {
            if !plan.files.contains_key(&path) && !theme_files.contains(&path) {
                taken.extend(output.add(path, bytes).err());
            }
        }
        icons(output, &bundle.assets.ground);
        for (path, recipe) in export::recipes(plan, || setting(site, &bundle.style)) {
            if !plan.files.contains_key(&path) {
                taken.extend(output.add_recipe(path, recipe).err());
            }
        }
        self.tell_taken(taken, problems);
        former::keep(site, plan, output);
        rules
    }

    /// Tells what is wrong with all of it.
    pub fn tell(&self, output: &Output, memo: &mut Memo, problems: &mut Vec<Diagnostic>) {
        let Self { site, sources, .. } = self;
        let recipes = output.recipes().map(|(path, _)| path);
        let paths: Vec<&str> = output.held().map(|(path, _)| path).chain(recipes).collect();
        let known: Vec<&str> = paths.iter().copied().chain(output.later()).collect();
        let Memo { fit, titles, .. } = memo;
        let mut of_titles = Vec::new();
        rayon::join(
            || paths::tell_unless_known(fit, &known, self.book, &self.plan.files, problems),
            || Once::made(titles, self.shared.all(&[]), &mut of_titles, |told| controls::double_titles(site, told)),
        );
        problems.extend(of_titles);
        // These also take back what was told.
        controls::other_titles(site, problems);
        controls::numbers_of_the_language(site, problems);
        slips::tell(site, &paths, problems);
        moved_folder::fold(site, sources, &paths, problems);
        missing::tell_less(site.model.lost.some, problems);
        missing::tell_emptied(problems);
        missing::tell_less_of_misread(problems);
        missing::tell_braces_once(problems);
        if sources.of(Role::Data).next().is_none() {
            missing::tell_without_data(site.portal_file, problems);
        }
    }
}

/// The site's mark as pictures, made when they are asked for; those of a site or theme itself go before them.
fn icons(output: &mut Output, ground: &Option<[String; 2]>) {
    let Some(mark) = output.get(export::MARK).cloned() else { return };
    let ground = ground.as_ref().map_or("#ffffff", |[light, _]| light.as_str());
    for path in [export::FAVICON, export::TOUCH] {
        let (mark, ground) = (mark.clone(), ground.to_owned());
        let made = move || export::icon(path, &mark, &ground).map(|bytes| (path.to_owned(), bytes));
        output.add_later(path, move || made().into_iter().collect());
    }
}

/// The bytes of files as they are published: pictures without what a camera wrote in them. Each is done once per content.
fn cleaned<'a>(sources: &Sources, files: impl Iterator<Item = &'a FileId>, memo: &mut Memo) -> Vec<Arc<[u8]>> {
    let known = std::mem::take(&mut memo.cleaned);
    let of = |file: &FileId| {
        let file = sources.get(*file);
        if !is_image(&file.name) {
            return file.bytes.clone();
        }
        let clean = || images::clean(&file.bytes).map_or_else(|| file.bytes.clone(), Into::into);
        let bytes = known.get(file.hash()).cloned().unwrap_or_else(clean);
        memo.cleaned.insert(*file.hash(), bytes.clone());
        bytes
    };
    files.map(of).collect()
}

/// What the files to take along share.
fn setting(site: &Site, style: &str) -> export::Setting {
    let portal = &site.portal;
    export::Setting {
        css: export::Css::read(style),
        name: portal.naam.clone(),
        base_url: portal.basis_url.value.clone(),
        phrases: site.phrases.clone(),
        as_of: portal.stand.map(|day| site.phrases.moment(&day)).unwrap_or_default(),
    }
}
