//! The prints in the names of the style sheet and the scripts (`site.87c42b2211.css`). Every page has them, so another style would make
//! every page anew. Therefore a page is rendered with digits that hold their place, and the prints are filled in where these stand: in
//! a page that is known already as well.

use memchr::memmem;

/// What holds the place of a print, before the number of its file: digits only, as those no filter of a template changes.
const PLACE: &str = "709315624";
/// How long a print is.
pub const LENGTH: usize = PLACE.len() + 1;

/// Where prints stand in a page, each with the number of its file.
pub type Places = Box<[(u32, u8)]>;

/// The prints of the files, by their number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prints(Vec<String>);

impl Prints {
    /// Takes in a print; gives the digits that hold its place.
    pub fn hold(&mut self, print: &str) -> String {
        self.0.push(print.to_owned());
        format!("{PLACE}{}", self.0.len() - 1)
    }

    /// Fills in the prints of a page; gives where they stand.
    pub fn fill(&self, page: &mut [u8]) -> Places {
        let place = |at: usize| {
            let number =
                page.get(at + PLACE.len())?.checked_sub(b'0').filter(|number| usize::from(*number) < self.0.len())?;
            Some((u32::try_from(at).ok()?, number))
        };
        let places: Places = memmem::find_iter(page, PLACE).filter_map(place).collect();
        self.fill_at(page, &places);
        places
    }

    /// Fills in the prints of a page of which is known where they stand.
    pub fn fill_at(&self, page: &mut [u8], places: &[(u32, u8)]) {
        for (at, number) in places {
            let at = *at as usize;
            page[at..at + LENGTH].copy_from_slice(self.0[usize::from(*number)].as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Prints;

    #[test]
    fn prints_are_filled_in_and_filled_in_again() {
        let [mut old, mut new] = [Prints::default(), Prints::default()];
        let style = old.hold("aaaaaaaaaa");
        let script = old.hold("bbbbbbbbbb");
        assert_eq!([new.hold("cccccccccc"), new.hold("bbbbbbbbbb")], [style.clone(), script.clone()]);
        let written = format!("<link href=site.{style}.css><script src=site.{script}.js> 7093156249 709315624");
        let mut page = written.clone().into_bytes();
        let places = old.fill(&mut page);
        let filled = |print: &str| written.replace(&style, print).replace(&script, "bbbbbbbbbb");
        assert_eq!(String::from_utf8_lossy(&page), filled("aaaaaaaaaa"), "others with such digits stay as they are");
        new.fill_at(&mut page, &places);
        assert_eq!(String::from_utf8_lossy(&page), filled("cccccccccc"));
    }
}
