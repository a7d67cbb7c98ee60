//! Every phrase that there is, with what it is given: **a new phrase is one line here and one in each table.**

#[macro_use]
mod macros;

use super::message::Place;

/// A group of phrases as declared.
#[derive(Debug)]
pub struct Group {
    /// The table that its phrases stand in; empty for those at the top, which only templates use.
    pub name: &'static str,
    /// Its phrases, in the order of declaration.
    pub phrases: &'static [Declared],
}

/// A phrase as declared.
#[derive(Debug)]
pub struct Declared {
    /// Its key in the table.
    pub key: &'static str,
    /// What it is given.
    pub places: &'static [Place],
}

impl Declared {
    /// Its key with that of its group: `ladder.caption`.
    pub fn path(&self, group: &Group) -> String {
        if group.name.is_empty() { self.key.to_owned() } else { format!("{}.{}", group.name, self.key) }
    }
}

/// Phrases that only templates use stand at the top of the table: `site.text.skip_link`.
const PAGE: &[Declared] = &page![
    skip_link,
    main_menu,
    menu,
    menu_close,
    breadcrumbs,
    on_this_page,
    groups,
    browse,
    previous,
    next,
    more_pages,
    about_page,
    status,
    updated,
    review,
    owner,
    sources,
    address,
    source,
    draft,
    draft_how,
    facts,
    aliases,
    note,
    backlinks,
    sheet,
    sheet_how,
    words_here,
    to_glossary,
    tasks,
    key_figures,
    legend,
    as_table,
    take_along,
    take_report,
    take_slide,
    take_rows,
    take_print,
    take_embed,
    slide,
    stands_on,
    search,
    search_label,
    search_hint,
    search_close,
    search_keys,
    search_results,
    search_many,
    search_one,
    search_none,
    search_broken,
    search_also,
    letters,
    see,
    footer_menu,
    as_of,
    content_as_of,
    contact,
    feed,
    not_found,
    not_found_next,
    to_home,
    moved,
    moved_link,
];

phrases! {
    lists {
        and(head: Words, last: Words),
        or(head: Words, last: Words),
    }
    numbers {
        decimal,
        group,
    }
    pages {
        not_found,
    }
    dates {
        january,
        february,
        march,
        april,
        may,
        june,
        july,
        august,
        september,
        october,
        november,
        december,
        first,
        second,
        third,
        fourth,
        day(day: Words, month: Words, year: Words),
        quarter(ordinal: Words, year: Words),
        the_quarter(quarter: Words),
        on(day: Words),
        within(time: Words),
        whole_year(year: Words),
        until(start: Words, end: Words),
    }
}
