//! Renders every page; pages that did not change come from the memo.

use super::PageMemo;
use super::glossary::Glossary;
use super::memo::KnownPage;
use crate::diag::{Diagnostic, words};
use crate::pages::view::PageView;
use crate::pages::{Page, Plan};
use crate::source::Sources;
use crate::theme::{Templates, template_problem};
use rayon::prelude::*;
use std::sync::Arc;
use tera::{Context, Value};

/// Rendered pages in the order of the plan.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Path and bytes; pages whose template failed are left out.
    pub pages: Vec<(String, Arc<[u8]>)>,
    /// What each of them shows, in the same order.
    pub views: Vec<(String, Arc<PageView>)>,
    /// Paths of the pages that were rendered anew, not taken from the memo.
    pub anew: Vec<String>,
}

/// One page, and whether it had to be rendered.
struct Ready {
    bytes: Arc<[u8]>,
    shown: Option<Arc<PageView>>,
    anew: bool,
}

/// Renders the plan. `theme` is a hash of all the theme's files.
pub fn render(
    plan: &Plan,
    templates: &Templates,
    theme: [u8; 32],
    sources: &Sources,
    memo: &mut PageMemo,
    problems: &mut Vec<Diagnostic>,
) -> Rendered {
    if templates.is_broken() {
        return Rendered::default();
    }
    let shared = Value::from_serializable(plan.site.as_ref());
    memo.begin(theme, &plan.site);
    let same_terms = memo.begin_terms(&plan.terms);
    let glossary = Glossary::of(&plan.terms);
    let explain = |page: &Page| glossary.as_ref().filter(|_| page.view.explained)?.explain(&page.view).map(Arc::new);

    let one = |page: &Page| -> Result<Ready, Box<Diagnostic>> {
        let known = memo.get(&page.path, &page.template, &page.view);
        let same = |known: &KnownPage| Ready { bytes: known.bytes.clone(), shown: known.shown.clone(), anew: false };
        if let Some(known) = known.filter(|_| same_terms) {
            return Ok(same(known));
        }
        let shown = explain(page);
        // The glossary changed, but none of the words of this page.
        if let Some(known) = known.filter(|known| known.shown == shown) {
            return Ok(same(known));
        }
        if !templates.has(&page.template) {
            return Err(Box::new(match page.template_place {
                Some(place) => {
                    let names = templates.files.keys().map(String::as_str).filter(|n| !n.contains('/'));
                    words::pages::unknown_template(place, &page.template, crate::diag::nearest(&page.template, names))
                }
                None => words::theme::missing_template(&page.template),
            }));
        }
        let mut context = Context::new();
        context.insert_value("site", shared.clone());
        context.insert("page", shown.as_ref().unwrap_or(&page.view).as_ref());
        let html = templates.tera.render(&page.template, &context).map_err(|e| {
            template_problem(&e, templates.files.get(&page.template).copied(), &templates.files, sources)
        })?;
        Ok(Ready { bytes: html.into_bytes().into(), shown, anew: true })
    };
    let results: Vec<_> = plan.pages.par_iter().map(one).collect();

    let mut rendered = Rendered::default();
    let mut keep = Vec::with_capacity(results.len());
    for (page, result) in plan.pages.iter().zip(results) {
        match result {
            Ok(Ready { bytes, shown, anew }) => {
                if anew {
                    rendered.anew.push(page.path.clone());
                }
                rendered.views.push((page.path.clone(), shown.as_ref().unwrap_or(&page.view).clone()));
                let (template, view) = (page.template.clone(), page.view.clone());
                keep.push((page.path.clone(), KnownPage { template, view, shown, bytes: bytes.clone() }));
                rendered.pages.push((page.path.clone(), bytes));
            }
            // A template that fails on a thousand pages fails in one place: sorting drops the repeats.
            Err(problem) => problems.push(*problem),
        }
    }
    memo.replace(keep);
    rendered
}
