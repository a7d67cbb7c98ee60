//! Renders every page; pages that did not change come from the memo.

use super::PageMemo;
use super::glossary::Glossary;
use super::memo::KnownPage;
use crate::diag::{Diagnostic, words};
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
    /// Paths of the pages that were rendered anew, not taken from the memo.
    pub anew: Vec<String>,
}

/// One page, and whether it had to be rendered.
struct Ready {
    bytes: Arc<[u8]>,
    plain: Option<Arc<[u8]>>,
    anew: bool,
}

impl Ready {
    /// A page with its terms explained, or as it is when it uses none.
    fn of(plain: Arc<[u8]>, explained: Option<Arc<[u8]>>, anew: bool) -> Self {
        match explained {
            Some(bytes) => Self { bytes, plain: Some(plain), anew },
            None => Self { bytes: plain, plain: None, anew },
        }
    }
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
    let glossary = Glossary::of(&plan.terms, &plan.site);
    let explain = |page: &Page, html: &[u8]| -> Option<Arc<[u8]>> {
        let glossary = glossary.as_ref().filter(|_| page.view.explained)?;
        let html = std::str::from_utf8(html).ok()?;
        glossary.explain(html, &page.view.root).map(|html| html.into_bytes().into())
    };

    let one = |page: &Page| -> Result<Ready, Box<Diagnostic>> {
        if let Some(known) = memo.get(&page.path, &page.template, &page.view) {
            if same_terms {
                return Ok(Ready { bytes: known.bytes.clone(), plain: known.plain.clone(), anew: false });
            }
            // Only the glossary changed: the template need not be gone through for that.
            let plain = known.plain.as_ref().unwrap_or(&known.bytes);
            let bytes = explain(page, plain);
            let anew = bytes.as_ref().unwrap_or(plain) != &known.bytes;
            return Ok(Ready::of(plain.clone(), bytes, anew));
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
        context.insert("page", page.view.as_ref());
        let html = templates.tera.render(&page.template, &context).map_err(|e| {
            template_problem(&e, templates.files.get(&page.template).copied(), &templates.files, sources)
        })?;
        let plain: Arc<[u8]> = html.into_bytes().into();
        let bytes = explain(page, &plain);
        Ok(Ready::of(plain, bytes, true))
    };
    let results: Vec<_> = plan.pages.par_iter().map(one).collect();

    let mut rendered = Rendered::default();
    let mut keep = Vec::with_capacity(results.len());
    for (page, result) in plan.pages.iter().zip(results) {
        match result {
            Ok(Ready { bytes, plain, anew }) => {
                if anew {
                    rendered.anew.push(page.path.clone());
                }
                let known =
                    KnownPage { template: page.template.clone(), view: page.view.clone(), bytes: bytes.clone(), plain };
                keep.push((page.path.clone(), known));
                rendered.pages.push((page.path.clone(), bytes));
            }
            // A template that fails on a thousand pages fails in one place: sorting drops the repeats.
            Err(problem) => problems.push(*problem),
        }
    }
    memo.replace(keep);
    rendered
}
