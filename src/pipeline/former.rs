//! Files whose address holds an id that a record had before, or that lie with a page that moved: no page can lead on from them, so they
//! stay there as well.

use crate::model::AnyEntity;
use crate::output::Output;
use crate::pages::Plan;
use crate::site::Site;

/// Adds every file of a record's page, and every file that is called after one, under the addresses that it had before; and every file
/// that lies with a page under the old addresses of that page.
pub fn keep(site: &Site, plan: &Plan, output: &mut Output) {
    let renamed: Vec<&dyn AnyEntity> = site.model.all().filter(|record| !record.common().former.is_empty()).collect();
    let moved = moved(plan, &renamed);
    if renamed.is_empty() && moved.is_empty() {
        return;
    }
    let ready = output.held().map(|(path, _)| path.to_owned());
    let paths: Vec<String> = ready.chain(output.recipes().map(|(path, _)| path.to_owned())).collect();
    for (old, now) in moved {
        let beside =
            |path: &&String| path.strip_prefix(now).is_some_and(|name| !name.contains('/') && !name.ends_with(".html"));
        for path in paths.iter().filter(beside) {
            add(output, path, format!("{old}{}", &path[now.len()..]));
        }
    }
    // A page may be called after one record, and a file on it after another: then each of the two may be the old one.
    for record in renamed {
        let (id, folder) = (record.id(), format!("{}/{}/", record.kind().plural, record.id()));
        for path in paths.iter().filter(|path| !path.ends_with(".html") && path.contains(id)) {
            for old in record.common().former.iter().map(|old| old.value.as_str()) {
                let within = path.strip_prefix(&folder).map(|rest| (format!("{}/{old}/", record.kind().plural), rest));
                let (before, rest) = within.unwrap_or_else(|| (String::new(), path.as_str()));
                let called = called(rest, id, old);
                if before.is_empty() && called == rest {
                    continue;
                }
                let was = format!("{before}{called}");
                add(output, path, was);
            }
        }
    }
}

/// The old addresses of pages that moved, with those that they have now; but for those of records, of which the files change their names.
fn moved<'p>(plan: &'p Plan, renamed: &[&dyn AnyEntity]) -> Vec<(&'p str, &'p str)> {
    let of_record = |url: &str| {
        renamed.iter().any(|record| {
            record.common().former.iter().any(|old| url == format!("{}/{}/", record.kind().plural, old.value))
        })
    };
    let redirects = plan.pages.iter().filter(|page| page.template == "omleiding.html");
    let both = redirects.filter_map(|page| {
        let now = page.view.extra.get("naar")?.as_str()?;
        // What lies at the root of the site is not of the first page alone.
        page.path.strip_suffix("index.html").map(|old| (old, now)).filter(|_| !now.is_empty())
    });
    both.filter(|(old, _)| !of_record(old)).collect()
}

/// Adds a file at another address as well.
fn add(output: &mut Output, path: &str, was: String) {
    if let Some(bytes) = output.get(path).cloned() {
        // What else stands at the old address now was put there by somebody.
        let _ = output.add(was, bytes);
    } else if let Some(recipe) = output.recipe(path).cloned() {
        let _ = output.add_recipe(was, recipe);
    }
}

/// A path with the old id in the name of its file: `relatiekaart-kerngroep-dia.svg`.
fn called(path: &str, id: &str, old: &str) -> String {
    let (folder, name) = path.rfind('/').map_or(("", path), |i| path.split_at(i + 1));
    let whole = name.match_indices(id).find(|(i, _)| {
        let rest = &name[i + id.len()..];
        name[..*i].ends_with('-') && (rest.starts_with('.') || rest.starts_with("-dia"))
    });
    whole.map_or_else(|| path.to_owned(), |(i, _)| format!("{folder}{}{old}{}", &name[..i], &name[i + id.len()..]))
}

#[cfg(test)]
mod tests {
    use super::called;

    #[test]
    fn only_a_file_that_is_called_after_it() {
        assert_eq!(called("a/kaart-kern.svg", "kern", "kring"), "a/kaart-kring.svg");
        assert_eq!(called("kaart-kern-dia-2.svg", "kern", "kring"), "kaart-kring-dia-2.svg");
        for other in ["kern/kaart.svg", "kaart-kerngroep.svg", "kern.svg", "kaart-kern-lang.svg"] {
            assert_eq!(called(other, "kern", "kring"), other);
        }
    }
}
