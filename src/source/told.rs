//! What is wrong with the files themselves, whatever they hold.

use super::{Encoding, Misnamed, Refusal, Role, SourceFile, Sources, encoding, names};
use crate::diag::{Diagnostic, FileId, Span, words};
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// Does a text hold data? What data are, who reads them knows.
pub type HoldsData<'a> = &'a dyn Fn(&str) -> bool;

/// The files that are passed over because of their names, each with what it should be called.
pub fn passed_over<'s>(
    sources: &'s Sources,
    holds_data: HoldsData<'s>,
) -> impl Iterator<Item = (FileId, &'s SourceFile, Misnamed)> {
    let misnamed = sources.of(Role::Misnamed).map(|(id, file)| (id, file, file.name.clone()));
    // Beside a page another file is one to download; when a page speaks of it, that is what it is there for.
    let beside = sources.of(Role::Companion).map(|(id, file)| (id, file, format!("content/{}", file.name)));
    let named = |file: &SourceFile| {
        let name = file.name.rsplit('/').next().unwrap_or_default();
        let finder = memchr::memmem::Finder::new(name.as_bytes());
        sources.of(Role::Page).any(|(_, page)| finder.find(&page.bytes).is_some())
    };
    misnamed.chain(beside).filter_map(move |(id, file, path)| {
        if file.role == Role::Misnamed
            && let Some(how) = names::misnamed(&path)
        {
            return Some((id, file, how));
        }
        let how = names::if_data(&path)?;
        let text = String::from_utf8_lossy(&file.bytes);
        // A copy beside its original was set aside on purpose.
        let aside = || names::is_backup(&path) && taken(sources, file, &how.right).is_some();
        let wanted = holds_data(&text) && !aside() && (file.role == Role::Misnamed || !named(file));
        wanted.then_some((id, file, how))
    })
}

/// Tells of files that were saved in another way than as text in UTF-8, and of those with a wrong name.
pub fn tell(sources: &Sources, holds_data: HoldsData<'_>, problems: &mut Vec<Diagnostic>) {
    for (id, how) in sources.misread() {
        let place = Span::new(id, how.at.clone());
        problems.push(match how.encoding {
            Encoding::Windows => words::data::not_utf8(place),
            Encoding::Utf16 => words::data::wide(place, "UTF-16"),
            Encoding::Utf32 => words::data::wide(place, "UTF-32"),
            Encoding::NoText => words::data::no_text(place),
        });
    }
    for (id, all) in sources.versions() {
        let text = &all.saved;
        let line = |at: &std::ops::Range<usize>| memchr::memchr_iter(b'\n', &text[..at.start]).count() + 1;
        problems.extend(all.marks.iter().map(|marks| {
            let marks: Vec<_> = marks.iter().map(|at| (Span::new(id, at.clone()), line(at))).collect();
            words::files::two_versions(&marks)
        }));
    }
    for (id, why) in sources.refused() {
        let place = Span::top(id);
        let name = &sources.get(id).path;
        problems.push(match why {
            Refusal::Outside => words::files::link_outside(place, name),
            Refusal::Dangling => words::files::link_dangling(place, name),
            Refusal::Loop => words::files::link_loop(place, name),
            Refusal::TooManyLinks => words::files::too_many_links(place),
            Refusal::TooLarge(size, most) => words::files::too_large(place, name, *size, *most),
            Refusal::NotPlain => words::files::not_plain(place, name),
            Refusal::NotAFolder => words::files::not_a_folder(place, name),
            Refusal::Unreadable(cause) => words::files::unreadable(place, name, cause),
            Refusal::Foreign => words::files::foreign(place, name),
        });
    }
    let mut folders = BTreeSet::new();
    for (id, file, how) in passed_over(sources, holds_data) {
        if how.folder {
            let folder = file.name.split('/').next().unwrap_or_default();
            if folders.insert(folder) {
                problems.push(words::files::folder_misnamed(Span::top(id), folder, &how.right));
            }
            continue;
        }
        let found = file.name.rsplit('/').next().unwrap_or_default();
        let place = Span::top(id);
        if how.misplaced && how.data && names::misnamed(&file.name).is_none() {
            problems.push(words::files::data_elsewhere(place, found, &how.right));
            continue;
        }
        if let Some(same) = taken(sources, file, &how.right) {
            problems.push(words::files::name_taken(place, found, &how.right, how.data, same));
            continue;
        }
        problems.push(if how.loose {
            words::files::loose(place, found)
        } else if how.misplaced && found.to_lowercase().ends_with(".css") {
            words::files::style_misplaced(place, found)
        } else if how.misplaced && how.data {
            words::files::data_misplaced(place, found)
        } else if how.misplaced {
            words::files::page_misplaced(place, found)
        } else if how.sheet {
            words::files::sheet_among_data(place, found)
        } else if how.data {
            words::files::data_misnamed(place, found, &how.right)
        } else {
            words::files::misnamed(place, found, &how.right)
        });
    }
    let names = LazyCell::new(|| sources.of(Role::Page).map(|(_, file)| file.name.as_str()).collect::<BTreeSet<_>>());
    let mut told = BTreeSet::new();
    for (id, file) in sources.of(Role::Page) {
        let name = file.name.as_str();
        if let Some(original) = names::copied(name).filter(|original| names.contains(original.as_str())) {
            let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
            problems.push(words::files::copy(Span::top(id), &last(name), &last(&original)));
            told.insert(name);
        }
    }
    same_content(sources, &told, problems);
    let texts = sources.of(Role::Config).chain(sources.of(Role::Data));
    problems.extend(texts.filter_map(|(id, file)| {
        let (text, mark) = file.text().ok()?;
        garbled(text, id, mark)
    }));
}

/// Is there a file already that has the name which this one should have? If so: does it hold the same?
fn taken(sources: &Sources, file: &SourceFile, right: &str) -> Option<bool> {
    let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let meant = format!("{folder}/{right}");
    let mut others = [Role::Page, Role::Data, Role::Config].into_iter().flat_map(|role| sources.of(role));
    others
        .find(|(_, other)| other.path == meant && other.path != file.path)
        .map(|(_, other)| other.hash() == file.hash())
}

/// A copy with its path and that of its original.
type Same<'p> = (FileId, &'p str, &'p str);

/// A page of fewer bytes is a title with a word or two.
const LEAST: usize = 80;

/// What is there more than once.
fn twice<K: Ord>(keys: impl Iterator<Item = K>) -> BTreeSet<K> {
    let mut keys: Vec<K> = keys.collect();
    keys.sort_unstable();
    let same = keys.chunk_by(|one, other| one == other).map(<[K]>::len).collect::<Vec<_>>();
    let mut keys = keys.into_iter();
    same.into_iter().filter_map(|times| keys.by_ref().take(times).last().filter(|_| times > 1)).collect()
}

/// Pages with the very same text: copies that a program or a colleague left, whatever they are called. Of a copied folder that is
/// told once.
fn same_content(sources: &Sources, told: &BTreeSet<&str>, problems: &mut Vec<Diagnostic>) {
    let pages = || sources.of(Role::Page).filter(|(_, file)| !told.contains(file.name.as_str()));
    // Mostly no two are. Who serves has their hashes; else their bytes tell it sooner than hashes of all would.
    let hashed = pages().all(|(_, file)| file.hashed.get().is_some());
    let mut alike: Vec<_> = if hashed {
        let twice = twice(pages().map(|(_, file)| file.hash()));
        pages().filter(|(_, file)| twice.contains(file.hash())).collect()
    } else {
        let key = |file: &'_ SourceFile| (file.bytes.len(), file.bytes.clone());
        let twice = twice(pages().map(|(_, file)| key(file)));
        pages().filter(|(_, file)| twice.contains(&key(file))).collect()
    };
    // Of two the longer name is the copy's.
    alike.sort_by_key(|(_, file)| (file.bytes.len(), file.name.len(), file.name.as_str()));
    let mut folders: BTreeMap<(&str, &str), Vec<Same<'_>>> = BTreeMap::new();
    let mut originals: BTreeMap<&[u8; 32], &str> = BTreeMap::new();
    for (id, file) in alike {
        let copy = file.name.as_str();
        let Some(original) = originals.get(file.hash()) else {
            originals.insert(file.hash(), copy);
            continue;
        };
        let folder = |name: &'_ str| name.rfind('/').unwrap_or(0);
        folders.entry((&copy[..folder(copy)], &original[..folder(original)])).or_default().push((id, copy, original));
    }
    let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    for ((copy, original), pages) in folders {
        if pages.len() > 1 && copy != original {
            problems.push(words::files::copied_folder(Span::top(pages[0].0), copy, original, pages.len()));
            continue;
        }
        // Pages of which nothing is written yet are alike.
        let said = |id: FileId, page: &str| last(page) != "index.md" && sources.get(id).bytes.len() > LEAST;
        for (id, copy, original) in pages.into_iter().filter(|(id, page, _)| said(*id, page)) {
            let names = if last(copy) == last(original) {
                (copy.to_owned(), original.to_owned())
            } else {
                (last(copy), last(original))
            };
            problems.push(words::files::same_content(Span::top(id), &names.0, &names.1));
        }
    }
}

/// Garbled letters in a text that starts at byte `offset` of the file: one message, however many there are.
pub fn garbled(text: &str, file: FileId, offset: usize) -> Option<Diagnostic> {
    let mut all = encoding::garbled(text);
    let first = all.next()?;
    let found = text.get(first.at.clone()).unwrap_or_default();
    let meant = (first.meant != char::REPLACEMENT_CHARACTER).then_some(first.meant);
    let place = Span::new(file, first.at.start + offset..first.at.end + offset);
    Some(words::files::garbled(place, found, meant, all.count()))
}
