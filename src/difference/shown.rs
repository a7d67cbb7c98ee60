//! What differs, for a terminal, for a program and for a browser.

use super::{Difference, PageChange, PageKind, RecordChange, RecordKind, ValueChange};
use crate::html;
use crate::markup::Html;
use serde_json::{Value, json as object};
use std::fmt::Write;

/// What would be lost, with what to do.
pub fn lost(difference: &Difference, out: &mut String) {
    for loss in &difference.losses {
        let _ = writeln!(out, "let op: {}\noplossing: {}\n", loss.what, loss.remedy);
    }
}

/// For a terminal, with every sentence and value.
pub fn whole(difference: &Difference) -> String {
    let mut out = String::new();
    if !difference.is_empty() {
        let _ = writeln!(out, "In het kort: {}.\n", summary(difference));
    }
    lost(difference, &mut out);
    let mut part = |title: &str, items: Vec<String>| {
        if !items.is_empty() {
            let _ = writeln!(out, "{title}: {}", items.len());
            items.iter().for_each(|item| {
                let _ = writeln!(out, "  {item}");
            });
            out.push('\n');
        }
    };
    let pages = |wanted: fn(&PageKind) -> bool| difference.pages.iter().filter(move |page| wanted(&page.kind));
    let named = |page: &super::PageChange| format!("/{} ({})", page.url, page.title);
    part("Nieuwe pagina's", pages(|kind| *kind == PageKind::New).map(named).collect());
    part("Adressen die weg zijn", pages(|kind| *kind == PageKind::Gone).map(named).collect());
    let moved = pages(|kind| matches!(kind, PageKind::Moved(_))).map(|page| match &page.kind {
        PageKind::Moved(to) => format!("/{} leidt nu naar /{to}", page.url),
        _ => named(page),
    });
    part("Verhuisde pagina's", moved.collect());
    let changed = pages(|kind| matches!(kind, PageKind::Changed(..))).map(|page| {
        let mut text = named(page);
        if let PageKind::Changed(gone, came) = &page.kind {
            let lines = [("-", gone, came), ("+", came, gone)];
            for (mark, lines, others) in lines {
                for line in lines {
                    let _ = write!(text, "\n    {mark} {}", short(line, others));
                }
            }
        }
        text
    });
    part("Gewijzigde pagina's", changed.collect());
    let records = difference.records.iter().map(|record| {
        let name = format!("{}/{} ({})", record.kind, record.id, record.name);
        match &record.how {
            RecordKind::New => format!("nieuw: {name}"),
            RecordKind::Gone => format!("weg: {name}"),
            RecordKind::Renamed(to, values) => told(format!("{name} heet nu {to}"), values),
            RecordKind::Changed(values) => told(name, values),
        }
    });
    part("Gegevens", records.collect());
    if out.is_empty() {
        out.push_str("Er verandert niets aan de gepubliceerde site.\n");
    }
    out
}

/// A record with its values under it.
fn told(name: String, values: &[ValueChange]) -> String {
    values.iter().fold(name, |mut text, value| {
        let known = |of: &str, other: &str| if of.is_empty() { "niets".to_owned() } else { short(of, &[other]) };
        let (was, now) = (known(&value.was, &value.now), known(&value.now, &value.was));
        let _ = write!(text, "\n    {}: {was} → {now}", value.key);
        text
    })
}

/// As much of a text as fits on a line. When others begin as it does, it is shown from a little before where it differs: two texts
/// that look the same tell nothing.
fn short(text: &str, others: &[impl AsRef<str>]) -> String {
    const ROOM: usize = 110;
    const BEFORE: usize = 30;
    let letters: Vec<char> = text.chars().collect();
    let alike = |other: &str| letters.iter().zip(other.chars()).take_while(|(a, b)| **a == *b).count();
    let differs = others.iter().map(|other| alike(other.as_ref())).max().unwrap_or_default();
    let mut from = if letters.len() > ROOM && differs > ROOM / 2 { differs - BEFORE } else { 0 };
    // From a whole word on.
    while from > 0 && from < letters.len() && letters[from - 1] != ' ' {
        from -= 1;
    }
    let shown: String = letters.iter().skip(from).take(ROOM).collect();
    let begin = if from > 0 { "…" } else { "" };
    let end = if from + ROOM < letters.len() { "…" } else { "" };
    format!("{begin}{shown}{end}")
}

/// How much of what differs, in a line.
pub fn summary(difference: &Difference) -> String {
    let pages = |wanted: fn(&PageKind) -> bool| difference.pages.iter().filter(|page| wanted(&page.kind)).count();
    let records =
        |wanted: fn(&RecordKind) -> bool| difference.records.iter().filter(|record| wanted(&record.how)).count();
    let counted = |kinds: &[(usize, &str)]| {
        let some = kinds.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
        some.collect::<Vec<_>>().join(", ")
    };
    let of_pages = counted(&[
        (pages(|kind| *kind == PageKind::New), "nieuw"),
        (pages(|kind| *kind == PageKind::Gone), "weg"),
        (pages(|kind| matches!(kind, PageKind::Moved(_))), "verhuisd"),
        (pages(|kind| matches!(kind, PageKind::Changed(..))), "gewijzigd"),
    ]);
    let of_records = counted(&[
        (records(|kind| *kind == RecordKind::New), "nieuw"),
        (records(|kind| *kind == RecordKind::Gone), "weg"),
        (records(|kind| matches!(kind, RecordKind::Renamed(..))), "met een andere id"),
        (records(|kind| matches!(kind, RecordKind::Changed(_))), "gewijzigd"),
    ]);
    let losses = match difference.losses.len() {
        0 => String::new(),
        1 => "let op: 1 keer".to_owned(),
        n => format!("let op: {n} keer"),
    };
    let parts = [("pagina's: ", of_pages), ("gegevens: ", of_records), ("", losses)];
    let told = parts.iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("{name}{text}"));
    told.collect::<Vec<_>>().join("; ")
}

/// For a program.
pub fn json(difference: &Difference) -> String {
    let pages = difference.pages.iter().map(|page| {
        let mut value = object!({ "adres": page.url, "titel": page.title });
        let (what, more) = match &page.kind {
            PageKind::New => ("nieuw", Vec::new()),
            PageKind::Gone => ("weg", Vec::new()),
            PageKind::Moved(to) => ("verhuisd", vec![("naar", Value::from(to.as_str()))]),
            PageKind::Changed(gone, came) => {
                ("gewijzigd", vec![("was", Value::from(gone.clone())), ("is", Value::from(came.clone()))])
            }
        };
        value["wat"] = what.into();
        more.into_iter().for_each(|(key, more)| value[key] = more);
        value
    });
    let records = difference.records.iter().map(|record| {
        let mut value = object!({ "soort": record.kind, "id": record.id, "naam": record.name });
        let (what, more) = match &record.how {
            RecordKind::New => ("nieuw", Value::Null),
            RecordKind::Gone => ("weg", Value::Null),
            RecordKind::Renamed(to, values) => {
                value["naar"] = to.as_str().into();
                ("hernoemd", by_key(values))
            }
            RecordKind::Changed(values) => ("gewijzigd", by_key(values)),
        };
        value["wat"] = what.into();
        value["waarden"] = more;
        value
    });
    let losses = difference.losses.iter().map(|loss| object!({ "wat": loss.what, "oplossing": loss.remedy }));
    let whole = object!({
        "samenvatting": summary(difference),
        "verlies": losses.collect::<Vec<_>>(),
        "paginas": pages.collect::<Vec<_>>(),
        "gegevens": records.collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

fn by_key(values: &[ValueChange]) -> Value {
    Value::Object(values.iter().map(|v| (v.key.clone(), object!({ "was": v.was, "is": v.now }))).collect())
}

/// The looks of that page.
const STYLE: &str = "body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}del{background:#fbdfe2}\
    ins{background:#dff3e1}li{margin-block:.75rem}p{margin:.25rem 0}";

/// A page of its own, to send to a colleague.
pub fn html(difference: &Difference, name: &str) -> String {
    let title = format!("Wat verandert er op {name}?");
    let mut body = Html::element("h1", &[], &title);
    if !difference.is_empty() {
        body.push(paragraph(format!("In het kort: {}.", summary(difference))));
    }
    let losses = difference.losses.iter().map(|l| html![strong(&l.what), Html::empty("br", &[]), &l.remedy]);
    let losses = part("Dit gaat verloren", losses.collect());
    let pages = part("Pagina's", difference.pages.iter().map(page).collect());
    let records = part("Gegevens", difference.records.iter().map(record).collect());
    let parts = html![losses, pages, records];
    if difference.is_empty() && parts.is_empty() {
        body.push(paragraph("Er verandert niets aan de gepubliceerde site."));
    }
    body.push(parts);
    Html::page(&title, Html::element("style", &[], STYLE), body)
}

fn part(title: &str, items: Vec<Html>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    html![Html::element("h2", &[], format!("{title} ({})", items.len())), Html::list("", items)]
}

fn page(page: &PageChange) -> Html {
    let name = html![strong(&page.title), " ", code(format!("/{}", page.url))];
    match &page.kind {
        PageKind::New => html!["Nieuw: ", name],
        PageKind::Gone => html!["Weg: ", name],
        PageKind::Moved(to) => html![name, " leidt nu naar ", code(format!("/{to}"))],
        PageKind::Changed(gone, came) => {
            let mut told = name;
            gone.iter().for_each(|line| told.push(paragraph(Html::element("del", &[], line))));
            came.iter().for_each(|line| told.push(paragraph(Html::element("ins", &[], line))));
            told
        }
    }
}

fn record(record: &RecordChange) -> Html {
    let name = html![strong(&record.name), " ", code(&record.id)];
    match &record.how {
        RecordKind::New => html!["Nieuw: ", name],
        RecordKind::Gone => html!["Weg: ", name],
        RecordKind::Renamed(to, values) => html![name, " heet nu ", code(to), marked(values)],
        RecordKind::Changed(values) => html![name, marked(values)],
    }
}

fn marked(values: &[ValueChange]) -> Html {
    let mut all = Html::default();
    for value in values {
        let (was, now) = (Html::element("del", &[], &value.was), Html::element("ins", &[], &value.now));
        all.push(paragraph(html![format!("{}: ", value.key), was, " ", now]));
    }
    all
}

fn paragraph(words: impl Into<Html>) -> Html {
    Html::element("p", &[], words)
}

fn strong(words: &str) -> Html {
    Html::element("strong", &[], words)
}

fn code(words: impl Into<Html>) -> Html {
    Html::element("code", &[], words)
}
