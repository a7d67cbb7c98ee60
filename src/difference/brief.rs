//! What differs, in as few lines as tell it: grouped by the folder of the pages and by the kind of the records. Every sentence and
//! value stands in the long form.

use super::shown::{lost, summary};
use super::{Difference, PageKind, RecordChange, RecordKind};
use std::collections::BTreeMap;
use std::fmt::Write;

/// So many of a group are named.
const FEW: usize = 4;

/// For a terminal.
pub fn brief(difference: &Difference) -> String {
    if difference.is_empty() {
        return "Er verandert niets aan de gepubliceerde site.\n".to_owned();
    }
    let mut out = format!("In het kort: {}.\n\n", summary(difference));
    lost(difference, &mut out);
    let mut part = |title: &str, groups: BTreeMap<String, Vec<String>>| {
        let count: usize = groups.values().map(Vec::len).sum();
        if count == 0 {
            return;
        }
        let _ = writeln!(out, "{title}: {count}");
        for (folder, names) in groups {
            let more = if names.len() > FEW { format!("; en nog {}", names.len() - FEW) } else { String::new() };
            let shown: Vec<&str> = names.iter().take(FEW).map(String::as_str).collect();
            let _ = writeln!(out, "  {folder} ({}): {}{more}", names.len(), shown.join("; "));
        }
        out.push('\n');
    };
    let pages = |wanted: fn(&PageKind) -> bool| {
        let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for page in difference.pages.iter().filter(|page| wanted(&page.kind)) {
            let name = match &page.kind {
                PageKind::Moved(to) => format!("/{} → /{to}", page.url),
                _ => page.title.clone(),
            };
            groups.entry(folder(&page.url)).or_default().push(name);
        }
        groups
    };
    part("Nieuwe pagina's", pages(|kind| *kind == PageKind::New));
    part("Adressen die weg zijn", pages(|kind| *kind == PageKind::Gone));
    part("Verhuisde pagina's", pages(|kind| matches!(kind, PageKind::Moved(_))));
    part("Gewijzigde pagina's", pages(|kind| matches!(kind, PageKind::Changed(..))));
    let mut records: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in &difference.records {
        records.entry(record.kind.clone()).or_default().push(told(record));
    }
    part("Gegevens", records);
    out.push_str(
        "Elke pagina met haar zinnen, en elke waarde, ziet u met: verbeeld verschil --alles\n\
         Om aan een collega te laten zien: verbeeld verschil --als html --bestand verschil.html\n",
    );
    out
}

/// Where a page stands: the first folder of its address, or the top of the site.
fn folder(url: &str) -> String {
    url.trim_end_matches('/').split_once('/').map_or_else(|| "/".to_owned(), |(folder, _)| format!("/{folder}/"))
}

/// A record with what became of it: for one that changed the keys.
fn told(record: &RecordChange) -> String {
    let keys = |values: &[super::ValueChange]| values.iter().map(|v| v.key.as_str()).collect::<Vec<_>>().join(", ");
    match &record.how {
        RecordKind::New => format!("nieuw: {}", record.name),
        RecordKind::Gone => format!("weg: {}", record.name),
        RecordKind::Renamed(to, values) if values.is_empty() => format!("{} heet nu {to}", record.id),
        RecordKind::Renamed(to, values) => format!("{} heet nu {to} ({})", record.id, keys(values)),
        RecordKind::Changed(values) => format!("{} ({})", record.name, keys(values)),
    }
}
