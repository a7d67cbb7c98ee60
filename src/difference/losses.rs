//! What an editor would lose without a word: told once each, with what to do.

use super::files;
use super::loss::{Both, Loss};
use super::pages::{PageChange, PageKind, Pages};
use super::records::{RecordChange, RecordKind, ValueChange};
use crate::dutch::{fold, has_words, spoken_names};
use std::collections::{BTreeMap, BTreeSet};

/// All losses.
pub fn of(pages: &[PageChange], records: &[RecordChange], both: &Both<'_>) -> Vec<Loss> {
    let (old, new) = (both.old, both.new);
    let mut losses = Vec::new();
    let mut told = BTreeSet::new();
    for record in records.iter().filter(|record| record.how == RecordKind::Gone) {
        losses.push(gone(record, records, both));
        told.insert(format!("{}/{}/", record.kind, record.id));
    }
    for page in pages.iter().filter(|page| page.kind == PageKind::Gone && !told.contains(&page.url)) {
        losses.push(address(page, pages, both));
    }
    losses.extend(own_texts(pages, both));
    losses.extend(records.iter().filter_map(overwritten));
    losses.extend(records.iter().flat_map(|record| named_before(record, both)));
    losses.extend(menu(old, new));
    losses.extend(files::lost(pages, both));
    losses
}

/// A link that stood in the menu or the foot, to a page that is still there.
fn menu(old: &Pages, new: &Pages) -> Vec<Loss> {
    let (Some(before), Some(now)) = (old.get(""), new.get("")) else { return Vec::new() };
    let still = |to: &str| now.around.iter().any(|(other, _)| other == to);
    let led = |to: &str| new.get(to).and_then(|page| page.leads_to.as_deref());
    let lost = before
        .around
        .iter()
        .filter(|(to, _)| new.contains_key(to.as_str()) && !still(to) && !led(to).is_some_and(still));
    let mut told = BTreeSet::new();
    lost.filter(|(to, _)| told.insert(to.clone()))
        .map(|(to, words)| Loss {
            what: format!("De link “{words}” (naar /{to}) staat niet meer in het menu of de voet."),
            remedy: format!(
                "Was dat niet de bedoeling? Zet haar terug in site/portal.toml, onder [[menu]] of [[voet]]: titel = \"{words}\" en naar \
                 = \"{to}\""
            ),
        })
        .collect()
}

/// A record with another name, or another short one, while pages still call it by the one before.
fn named_before(record: &RecordChange, both: &Both<'_>) -> Vec<Loss> {
    let (RecordKind::Changed(values) | RecordKind::Renamed(_, values)) = &record.how else { return Vec::new() };
    let named = |keys: &[&str]| values.iter().find(|value| keys.contains(&value.key.as_str()) && !value.was.is_empty());
    let name = named(&["titel", "naam"]);
    // Where both were one name it is told once.
    let short = named(&["kort", "afkorting"]).filter(|short| name.is_none_or(|name| name.was != short.was));
    let before = both.before.get(&(record.kind.clone(), record.id.clone()));
    let others = before.and_then(|record| record.get("aliassen")?.as_array()).into_iter().flatten();
    let whole = name.map(|name| (name, spoken_names(&name.was, others.filter_map(|other| other.as_str()))));
    let short = short.map(|short| (short, vec![fold(&short.was).into_owned()]));
    whole.into_iter().chain(short).filter_map(|(name, called)| still_called(record, name, &called, both)).collect()
}

/// The pages that call it by a name that it has no more.
fn still_called(record: &RecordChange, name: &ValueChange, called: &[String], both: &Both<'_>) -> Option<Loss> {
    // The new name may hold the one before: “Kerngroep”, “VTH-kerngroep”.
    let now = fold(if name.now.is_empty() { "\u{0}" } else { &name.now });
    let still = |line: &String| {
        let line = fold(line);
        called.iter().any(|name| line.contains(name.as_str()) && has_words(&line.replace(&*now, ""), name))
    };
    let pages = both.new.iter().filter(|(_, page)| page.lines.iter().any(still));
    let shown: Vec<String> = pages.map(|(url, _)| format!("/{url}")).collect();
    (!shown.is_empty()).then(|| Loss {
        what: format!(
            "“{}” heet nu {}, maar de oude naam staat nog op {}: {}.",
            name.was,
            if name.now.is_empty() { "niet meer zo".to_owned() } else { format!("“{}”", name.now) },
            if shown.len() == 1 { "1 pagina".to_owned() } else { format!("{} pagina's", shown.len()) },
            shown.join(", ")
        ),
        remedy: format!(
            "Zoek in de map site naar {} en kijk per plek wat er moet staan. Een verwijzing [[{}]] krijgt vanzelf de nieuwe naam.",
            called.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(" of "),
            match &record.how {
                RecordKind::Renamed(to, _) => to,
                _ => &record.id,
            }
        ),
    })
}

/// So many addresses are written out.
const FEW: usize = 8;

/// A record that is not there any more: taken away, or called by another id.
fn gone(record: &RecordChange, records: &[RecordChange], both: &Both<'_>) -> Loss {
    let (kind, id) = (&record.kind, &record.id);
    let url = format!("{kind}/{id}/");
    let had_page = both.old.contains_key(&url);
    let page_left = had_page && both.new.get(&url).is_some_and(|page| page.leads_to.is_none());
    // What was recorded stands with the news.
    let of_news = both
        .before
        .get(&(kind.clone(), id.clone()))
        .is_some_and(|record| record.get("vastgelegd").is_some_and(|day| !day.is_null()));
    let new = records.iter().filter(|other| other.how == RecordKind::New && other.kind == *kind);
    let ids: Vec<&str> = new.clone().map(|other| other.id.as_str()).collect();
    let same_name = new.clone().find(|other| other.name == record.name).map(|other| other.id.as_str());
    let now = same_name.or_else(|| crate::diag::nearest(id, ids.iter().copied()));
    let what = match (now, page_left) {
        (Some(now), _) => format!("De id “{id}” ({}) is weg, en “{now}” is nieuw.", record.name),
        (None, true) => {
            format!(
                "Het gegeven “{id}” ({}) is weg, maar de pagina {kind}/{id}/ staat er nog, als losse tekst.",
                record.name
            )
        }
        (None, false) if had_page => format!("Het gegeven “{id}” ({}) is weg, met het webadres {url}.", record.name),
        (None, false) => format!("Het gegeven “{id}” ({}) is weg van de pagina {kind}/.", record.name),
    };
    let what = what + &files::with_page(&url, both);
    let what =
        what + if of_news { " Het stond ook bij wat er is veranderd en in het nieuwsoverzicht (Atom)." } else { "" };
    let remedy = match (now, page_left) {
        (Some(now), _) => format!(
            "Is het hetzelfde? Zet dan bij “{now}”: voorheen = [\"{id}\"]. Het oude webadres leidt dan naar het nieuwe. \
             Of zet de oude id terug en typ: verbeeld hernoem {id} {now}"
        ),
        (None, true) => {
            format!("Zet het gegeven terug, of haal ook het bestand van de pagina weg: site/content/{kind}/{id}.md")
        }
        (None, false) if !had_page => "Was dat niet de bedoeling? Zet het gegeven terug.".to_owned(),
        (None, false) => format!(
            "Was dat niet de bedoeling? Zet het gegeven terug. Wel? Zet dan het oude adres op de pagina die er het meest op \
             lijkt: aliassen = [\"{kind}/{id}/\"]"
        ),
    };
    Loss { what, remedy }
}

/// An address that leads nowhere any more.
fn address(page: &PageChange, pages: &[PageChange], both: &Both<'_>) -> Loss {
    let (old, new) = (both.old, both.new);
    let before = old.get(&page.url);
    let lines: BTreeSet<&String> = before.map(|words| words.lines.iter().collect()).unwrap_or_default();
    let likeness = |url: &str| new.get(url).map_or(0, |words| words.lines.iter().filter(|l| lines.contains(l)).count());
    // A new page to which another old address leads already is that page, and not this one.
    let taken = |url: &str| pages.iter().any(|other| matches!(&other.kind, PageKind::Moved(to) if to == url));
    let came = pages.iter().filter(|other| other.kind == PageKind::New && !taken(&other.url));
    let alike = came.clone().filter(|other| likeness(&other.url) * 2 > lines.len());
    let now =
        came.clone().find(|other| other.title == page.title).or_else(|| alike.max_by_key(|other| likeness(&other.url)));
    let line = format!("aliassen = [\"{}\"]", page.url);
    let files = files::with_page(&page.url, both);
    let what = format!("Het webadres {} ({}) leidt nergens meer heen.{files}", page.url, page.title);
    let remedy = match now {
        Some(now) => format!(
            "Is dat nu de pagina {}? Zet daar dan boven aan: {line}. Is zij echt weg, zet de regel dan op de pagina waar de lezer nu \
             moet zijn.",
            now.url
        ),
        None => format!("Zet op de pagina waar de lezer nu moet zijn: {line}"),
    };
    Loss { what, remedy }
}

/// A page that lost its own text, and where that stands now.
struct Stray<'d> {
    page: &'d PageChange,
    now: Option<&'d str>,
}

/// Pages of records and of lists that lost their own text: its file is gone, or has another name. A whole folder is told once.
fn own_texts(pages: &[PageChange], both: &Both<'_>) -> Vec<Loss> {
    let strays: Vec<Stray<'_>> = pages.iter().filter_map(|page| stray(page, pages, both)).collect();
    let mut folders: BTreeMap<(&str, Option<&str>), Vec<&Stray<'_>>> = BTreeMap::new();
    for one in &strays {
        folders.entry((folder(&one.page.url), one.now.map(folder))).or_default().push(one);
    }
    let told = folders.into_iter().flat_map(|((from, to), strays)| match (to, &strays[..]) {
        (Some(to), [_, _, ..]) if from != to => vec![folder_moved(from, to, &strays)],
        (None, [_, _, ..]) => vec![texts_gone(from, &strays)],
        _ => strays.iter().map(|one| text_gone(one, both)).collect(),
    });
    told.collect()
}

/// A page that had a text of its own and has none any more, or of which most of the text stands on another page.
fn stray<'d>(page: &'d PageChange, pages: &'d [PageChange], both: &Both<'_>) -> Option<Stray<'d>> {
    let PageKind::Changed(gone, _) = &page.kind else { return None };
    let has = |url: &str| both.new.get(url).is_some_and(|words| words.own);
    let had = both.old.get(&page.url).is_some_and(|words| words.own);
    if gone.is_empty() || !had && !is_record(&page.url, both) {
        return None;
    }
    let came_to = |other: &&PageChange| {
        let all = || both.new.get(&other.url).map(|words| words.lines.as_slice()).unwrap_or_default();
        let (came, text) = match &other.kind {
            PageKind::New => (!is_record(&other.url, both), all()),
            // What stood there already did not come from here: two pages may have much in common.
            PageKind::Changed(_, added) => (had && other.url != page.url, added.as_slice()),
            _ => (false, [].as_slice()),
        };
        came && gone.iter().filter(|line| text.contains(line)).count() * 2 > gone.len()
    };
    let now = if has(&page.url) { None } else { pages.iter().find(came_to).map(|other| other.url.as_str()) };
    (now.is_some() || had && !has(&page.url)).then_some(Stray { page, now })
}

/// Is this the page of a record?
fn is_record(url: &str, both: &Both<'_>) -> bool {
    url.trim_end_matches('/')
        .split_once('/')
        .is_some_and(|(kind, id)| both.now.contains_key(&(kind.to_owned(), id.to_owned())))
}

/// The folder that a page lies in: `gremia` for `gremia/` and for `gremia/raad/`.
fn folder(url: &str) -> &str {
    url.split('/').next().unwrap_or_default()
}

/// The file of a page that lies where it is told, as far as that follows from its address.
fn file_of(url: &str, both: &Both<'_>) -> String {
    let name = url.trim_end_matches('/');
    let list = !name.contains('/') && both.now.keys().any(|(kind, _)| kind == name);
    if list { format!("site/content/{name}/index.md") } else { format!("site/content/{name}.md") }
}

fn text_gone(stray: &Stray<'_>, both: &Both<'_>) -> Loss {
    let (url, title) = (&stray.page.url, &stray.page.title);
    let file = file_of(url, both);
    let Some(now) = stray.now else {
        return Loss {
            what: format!("De eigen tekst van {url} ({title}) is weg: er is geen bestand meer met die tekst."),
            remedy: format!(
                "Was dat niet de bedoeling? Zet het bestand terug: {file}. Was het dat wel? Wat in de gegevens staat, blijft op de pagina."
            ),
        };
    };
    let id = url.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let another = if is_record(url, both) {
        format!(" Wilt u een andere id? Typ: verbeeld hernoem {id} nieuwe-id")
    } else {
        String::new()
    };
    let how = if is_record(now, both) { format!("bij {now}") } else { format!("los, op {now}") };
    Loss {
        what: format!("De tekst bij {url} ({title}) staat nu {how}."),
        remedy: format!(
            "Een tekst hoort bij een gegeven als het bestand zo heet als de id. Geef site/content/{}.md weer de naam {file}.{another}",
            now.trim_end_matches('/')
        ),
    }
}

fn folder_moved(from: &str, to: &str, strays: &[&Stray<'_>]) -> Loss {
    Loss {
        what: format!(
            "De teksten van {} pagina's in {from}/ staan nu los, in {to}/: {}.",
            strays.len(),
            listed(strays)
        ),
        remedy: format!(
            "Teksten horen bij gegevens als hun map zo heet. Geef de map site/content/{to} weer de naam site/content/{from}."
        ),
    }
}

fn texts_gone(from: &str, strays: &[&Stray<'_>]) -> Loss {
    Loss {
        what: format!("De eigen tekst van {} pagina's in {from}/ is weg: {}.", strays.len(), listed(strays)),
        remedy: format!(
            "Was dat niet de bedoeling? Zet de bestanden terug in site/content/{from}/. Was het dat wel? Wat in de gegevens staat, blijft \
             op de pagina's."
        ),
    }
}

fn listed(strays: &[&Stray<'_>]) -> String {
    let shown: Vec<String> = strays.iter().take(FEW).map(|one| format!("/{}", one.page.url)).collect();
    let more = if strays.len() > FEW { format!(" en nog {}", strays.len() - FEW) } else { String::new() };
    format!("{}{more}", shown.join(", "))
}

/// A tie of which a level was written over.
fn overwritten(record: &RecordChange) -> Option<Loss> {
    let RecordKind::Changed(values) = &record.how else { return None };
    let levels = values.iter().find(|value| record.kind == "relaties" && value.key == "niveau")?;
    let before: Vec<&str> = levels.was.split("; ").collect();
    let level = |text: &str| -> Option<String> { Some(text.split("niveau ").nth(1)?.split(',').next()?.to_owned()) };
    let (was, now): (Vec<_>, Vec<_>) =
        (before.iter().filter_map(|t| level(t)).collect(), levels.now.split("; ").filter_map(level).collect());
    let kept = now.len() >= was.len() && was.iter().zip(&now).all(|(was, now)| was == now);
    if kept || was.is_empty() {
        return None;
    }
    Some(Loss {
        what: format!(
            "Bij de band “{}” is een niveau overschreven: het was {}, het is {}.",
            record.id,
            was.join(" → "),
            now.join(" → ")
        ),
        remedy: format!(
            "Laat het oude niveau staan: dat is de geschiedenis. Zet het terug en typ: verbeeld niveau {} {}",
            record.id,
            now.last().map_or("niveau", String::as_str)
        ),
    })
}
