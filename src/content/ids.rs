//! Ids of headings and other anchors: readable, and unique on the page.

use std::collections::{HashMap, HashSet};

/// What the ids of the theme's own frame begin with; those of a page never do.
const THEME: &str = "v-";

/// The ids of one page.
#[derive(Debug, Default)]
pub struct Ids {
    taken: HashSet<String>,
    /// Last number given to a name, so that many equal headings cost no search.
    last: HashMap<String, usize>,
    /// In the order in which they were given out.
    order: Vec<String>,
}

impl Ids {
    /// An id made from words.
    pub fn give(&mut self, words: &str) -> String {
        let mut base = slug(words);
        if base.starts_with(THEME) {
            base.insert_str(0, "kop-");
        }
        let mut id = base.clone();
        let mut number = self.last.get(&base).copied().unwrap_or(1);
        while self.taken.contains(&id) {
            number += 1;
            id = format!("{base}-{number}");
        }
        if number > 1 {
            self.last.insert(base, number);
        }
        self.take(&id);
        id
    }

    /// Takes an id as it is; `false` when it is not free.
    pub fn take(&mut self, id: &str) -> bool {
        let free = !id.starts_with(THEME) && self.taken.insert(id.to_owned());
        if free {
            self.order.push(id.to_owned());
        }
        free
    }

    /// Was it given out?
    pub fn has(&self, id: &str) -> bool {
        self.taken.contains(id)
    }

    /// How many there are, for [`Ids::forget_since`].
    pub fn count(&self) -> usize {
        self.order.len()
    }

    /// Takes back the ids given since there were this many: what they stand in is left out.
    pub fn forget_since(&mut self, count: usize) {
        for id in self.order.drain(count..) {
            self.taken.remove(&id);
        }
    }

    /// All ids in order.
    pub fn finish(&mut self) -> Vec<String> {
        std::mem::take(&mut self.order)
    }
}

/// Words as they stand in a web address: "Wat is het?" becomes `wat-is-het`.
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    let mut gap = false;
    let push = |slug: &mut String, gap: &mut bool, c: char| {
        if *gap && !slug.is_empty() {
            slug.push('-');
        }
        *gap = false;
        slug.push(c);
    };
    for c in words.chars() {
        match c {
            'a'..='z' | '0'..='9' => push(&mut slug, &mut gap, c),
            'A'..='Z' => push(&mut slug, &mut gap, c.to_ascii_lowercase()),
            // "risico's" is one word.
            '\'' | '’' | '‘' | '\u{ad}' => {}
            '&' => {
                gap = true;
                "en".chars().for_each(|c| push(&mut slug, &mut gap, c));
                gap = true;
            }
            _ if c.is_ascii() => gap = true,
            _ => match plain_letters(c) {
                Some(letters) => letters.chars().for_each(|c| push(&mut slug, &mut gap, c)),
                None if c.is_alphanumeric() => {
                    c.to_lowercase().filter(|c| c.is_alphanumeric()).for_each(|c| push(&mut slug, &mut gap, c));
                }
                // A loose accent belongs to the letter before it.
                None if ('\u{300}'..='\u{36f}').contains(&c) => {}
                None => gap = true,
            },
        }
    }
    if slug.is_empty() { "kop".to_owned() } else { slug }
}

/// The letters under the accents of the languages around us.
fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => "c",
        'ď' | 'Ď' | 'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ė' | 'Ė' | 'ę' | 'Ę' | 'ě' | 'Ě' => "e",
        'ğ' | 'Ğ' => "g",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'į' | 'Į' | 'ı' | 'İ' => "i",
        'ĳ' | 'Ĳ' => "ij",
        'ł' | 'Ł' => "l",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' | 'ő' | 'Ő' => "o",
        'œ' | 'Œ' => "oe",
        'ř' | 'Ř' => "r",
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => "s",
        'ß' | 'ẞ' => "ss",
        'ț' | 'Ț' | 'ť' | 'Ť' => "t",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'Ů' | 'ű' | 'Ű' => "u",
        'ý' | 'Ý' | 'ÿ' | 'Ÿ' => "y",
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => "z",
        '²' => "2",
        '³' => "3",
        '€' => "euro",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Ids, slug};

    #[test]
    fn dutch_words_stay_readable() {
        assert_eq!(slug("Wat is het?"), "wat-is-het");
        assert_eq!(slug("Coördinatie van de financiële IJssel-opgave"), "coordinatie-van-de-financiele-ijssel-opgave");
        assert_eq!(slug("Risico's & maatregelen"), "risicos-en-maatregelen");
        assert_eq!(slug("€ 10.000, 0,1 fte"), "euro-10-000-0-1-fte");
        assert_eq!(slug("Een e\u{301}e\u{301}n"), "een-een");
        assert_eq!(slug("?!"), "kop");
        assert_eq!(slug("Ελλάδα"), "ελλάδα");
    }

    #[test]
    fn repeats_get_a_number() {
        let mut ids = Ids::default();
        assert_eq!(ids.give("Doel"), "doel");
        assert_eq!(ids.give("Doel 2"), "doel-2");
        assert_eq!(ids.give("doel"), "doel-3");
        assert_eq!(ids.give("V-menu"), "kop-v-menu");
        assert!(!ids.take("doel-3") && !ids.take("v-menu"));
        assert_eq!(ids.finish(), ["doel", "doel-2", "doel-3", "kop-v-menu"]);
    }
}
