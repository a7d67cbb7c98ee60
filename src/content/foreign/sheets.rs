//! Lines of a table of contents, each with the number of a sheet of paper; rows of a spreadsheet look nearly the same.

/// `Inleiding ........ 3`
pub fn dots_to_page(line: &str) -> bool {
    let words = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let dots = words.trim_end_matches([' ', '\t', '.', '…']);
    words.len() < line.len() && !dots.is_empty() && words[dots.len()..].contains("....")
}

/// `1. Inleiding` and the number of a page behind a tab, as one item.
pub fn tab_to_page(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_digit()) && page_behind_tab(line) && is_chapter(line)
}

/// `Inleiding` and the number of a page behind a tab.
pub fn page_behind_tab(line: &str) -> bool {
    let Some((words, page)) = line.rsplit_once('\t') else { return false };
    let number = (1..=3).contains(&page.len()) && page.bytes().all(|b| b.is_ascii_digit());
    number && words.contains(char::is_alphabetic)
}

/// `1 Inleiding` or `1.` and a tab before it: a word that heads a part of a report.
pub fn is_chapter(line: &str) -> bool {
    const CHAPTERS: &[&str] = &[
        "inleiding",
        "voorwoord",
        "samenvatting",
        "aanleiding",
        "achtergrond",
        "leeswijzer",
        "doel",
        "doelen",
        "opgave",
        "aanpak",
        "werkwijze",
        "proces",
        "planning",
        "conclusie",
        "conclusies",
        "aanbevelingen",
        "bijlage",
        "bijlagen",
        "colofon",
        "bronnen",
    ];
    let words = line.trim_start_matches(|c: char| !c.is_alphabetic());
    let word = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    CHAPTERS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{dots_to_page, is_chapter, page_behind_tab, tab_to_page};

    #[test]
    fn lines_that_lead_to_a_page() {
        assert!(dots_to_page("Inleiding ........ 3") && !dots_to_page("Zie p. 3"));
        assert!(tab_to_page("1. Doel\t4") && !tab_to_page("1. Almelo\t12") && !tab_to_page("2024\t12"));
        assert!(page_behind_tab("Doel\t4") && !page_behind_tab("2024\t12") && !page_behind_tab("Doel\t2027"));
        assert!(is_chapter("2.1\tDoel en aanpak\t4") && !is_chapter("1\tAlmelo\t12"));
    }
}
