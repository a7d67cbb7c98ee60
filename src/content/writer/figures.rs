//! Images.

use super::{Close, Writer};
use crate::content::Segment;
use crate::content::address::{self, Address};
use crate::content::html::Holds;
use crate::diag::words::content as words;
use crate::diag::words::{meant, pages, slips};
use crate::diag::{Diagnostic, Span, file_name, is_on_own_disk};
use crate::images;
use crate::markup::Attributes;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// Title that marks an image as mere decoration.
const DECORATION: &str = "decoratief";

/// An image whose text alternative is being written.
#[derive(Debug)]
pub(super) struct OpenImage<'a> {
    kind: LinkType,
    src: CowStr<'a>,
    title: CowStr<'a>,
    label: CowStr<'a>,
    range: Range<usize>,
    /// It stands alone in its paragraph, and its title is a caption.
    figure: bool,
}

impl<'a> Writer<'_, 'a> {
    /// Is the paragraph that starts here one image with a title? Then the title is its caption.
    pub(super) fn is_figure(&self) -> bool {
        let rest = &self.events[self.at..];
        let Some((Event::Start(Tag::Image { title, .. }), _)) = rest.first() else { return false };
        if title.is_empty() || title.as_ref() == DECORATION {
            return false;
        }
        let mut depth = 0_usize;
        for (i, (event, _)) in rest.iter().enumerate() {
            match event {
                Event::Start(Tag::Image { .. }) => depth += 1,
                Event::End(TagEnd::Image) => depth -= 1,
                Event::End(TagEnd::Paragraph) => return false,
                _ => {}
            }
            if depth == 0 {
                return matches!(rest.get(i + 1), Some((Event::End(TagEnd::Paragraph), _)));
            }
        }
        false
    }

    pub(super) fn start_image(
        &mut self,
        kind: LinkType,
        src: &CowStr<'a>,
        title: &CowStr<'a>,
        label: &CowStr<'a>,
        range: &Range<usize>,
    ) {
        self.check_text("x");
        let figure = std::mem::take(&mut self.figure);
        let (src, title, label) = (src.clone(), title.clone(), label.clone());
        self.images.push(OpenImage { kind, src, title, label, range: range.clone(), figure });
        self.begin_piece();
        self.enter(Holds::Phrasing, Close::Nothing);
    }

    pub(super) fn end_image(&mut self) {
        self.leave();
        let piece = self.end_piece();
        self.drop_piece(&piece);
        let piece = piece.out;
        let Some(image) = self.images.pop() else { return };
        let alt = piece.plain.text().trim().to_owned();
        let place = self.place(&image.range);
        if !self.images.is_empty() {
            // An image in the text alternative of another: only its words count.
            self.out.plain.push_str(&alt);
            return;
        }
        let wiki = matches!(image.kind, LinkType::WikiLink { .. });
        if wiki || piece.segments().iter().any(|s| !matches!(s, Segment::Suspect { .. })) {
            self.problem(words::not_in_alternative(place));
            self.out.text(&alt);
            return;
        }
        let title = if image.title.as_ref() == DECORATION { "" } else { image.title.as_ref() };
        let mut attributes = Attributes::default();
        if !title.is_empty() && !image.figure {
            attributes.add("title", title.to_owned());
        }
        let address = self.address_place(image.kind, &image.src, &image.label, &image.range);
        let decoration = image.title.as_ref() == DECORATION;
        self.image(&image.src, alt, decoration, attributes, &address, &image.range);
        if image.figure {
            self.out.plain.end_line();
            self.out.html.open("figcaption", &[]);
            self.text(super::text::Run { text: title, at: None, escaped: false, raw: false });
            self.out.html.close("figcaption");
        }
    }

    /// Writes an image of this site, or says what is wrong with it.
    pub(super) fn image(
        &mut self,
        src: &str,
        alt: String,
        decoration: bool,
        attributes: Attributes,
        address: &Range<usize>,
        whole: &Range<usize>,
    ) {
        let place = self.place(address);
        match address::kind(src) {
            Address::Internal if is_on_own_disk(src) => return self.problem(on_disk(self.source, address, place, src)),
            Address::Internal => {}
            Address::Web if is_film(src) => return self.problem(meant::film_as_image(place, src.trim())),
            Address::Web => return self.problem(words::foreign_image(place)),
            Address::Empty => return self.problem(words::no_image_file(place)),
            Address::Characters | Address::Scheme(_) if is_on_own_disk(src) => {
                return self.problem(on_disk(self.source, address, place, src));
            }
            Address::Contact => return self.problem(words::refused_scheme(place, "mailto: of tel:")),
            Address::Scheme(scheme) if scheme == "//" => return self.problem(words::foreign_image(place)),
            Address::Scheme(scheme) if scheme == "data:" => {
                let start = address.start..address.start + "data:".len();
                let place = self.place(&start);
                return self.problem(words::pasted_picture(place));
            }
            Address::Scheme(scheme) => return self.problem(words::refused_scheme(place, &scheme)),
            Address::Hidden => return self.problem(slips::hidden_in_address(place, src)),
            Address::Characters => return self.problem(words::odd_address(place)),
        }
        if images::no_picture(src).is_some() {
            // That it is no picture says all.
        } else if alt.is_empty() && !decoration {
            let whole = self.place(whole);
            self.problem(words::no_alternative(whole));
        } else if says_nothing(&alt, file_name(src)) {
            let whole = self.place(whole);
            self.problem(slips::alternative_says_nothing(whole, &alt, src));
        }
        if let Some(form) = images::no_picture(src) {
            return self.problem(pages::no_picture(place, &alt, src.trim(), form));
        }
        self.out.plain.push_str(&alt);
        let src = src.trim_matches(' ').into();
        self.out.segment(Segment::Image { src, alt: alt.into(), attributes, place });
    }
}

/// A text alternative that is but the name of a file, or a word for any picture: `IMG_1234`, `foto.jpg`, `afbeelding 2`.
fn says_nothing(alt: &str, file: &str) -> bool {
    const ANY_PICTURE: &[&str] = &[
        "afbeelding",
        "foto",
        "plaatje",
        "image",
        "picture",
        "photo",
        "schermafbeelding",
        "screenshot",
        "illustratie",
        "grafiek",
    ];
    let lower = alt.to_lowercase();
    let stem = |name: &str| name.rsplit_once('.').map_or(name.to_owned(), |(stem, _)| stem.to_owned()).to_lowercase();
    let bare = lower.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '_' | '-' | '(' | ')'));
    let is_file = !alt.contains(' ') && (images::is_shown(alt) || images::foreign(alt).is_some());
    // Of a word that the file is called after, nobody can tell; of what no word looks like, one can.
    let is_name = lower == stem(file) && lower.contains(|c: char| c.is_ascii_digit() || c == '_');
    is_file || is_name || ANY_PICTURE.contains(&bare) || is_camera_name(&lower)
}

/// Does this address lead to a film on a site of films?
fn is_film(address: &str) -> bool {
    let host = address.split_once("://").map_or("", |(_, rest)| rest).split('/').next().unwrap_or_default();
    ["youtube.com", "youtu.be", "vimeo.com", "youtube-nocookie.com"].iter().any(|site| host.ends_with(site))
}

/// `img_1234`, `dsc00123`, `20240512_123456`.
fn is_camera_name(name: &str) -> bool {
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '-' | ' '));
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    digits > 2 && ["", "img", "dsc", "dscn", "dscf", "pxl", "mvi", "wa", "p", "scan"].contains(&letters)
}

/// What is told of an image with a path of a machine, or with backslashes.
fn on_disk(source: &str, address: &Range<usize>, place: Span, src: &str) -> Diagnostic {
    let share = source[..address.start].ends_with('\\')
        || source.get(address.clone()).is_some_and(|written| written.contains("\\\\"));
    match crate::diag::turned(src).filter(|_| !share) {
        Some(right) => crate::diag::words::slips::backslashes(place, src, &right),
        None => words::image_on_disk(place, src),
    }
}

#[cfg(test)]
mod tests {
    use super::says_nothing;

    #[test]
    fn names_of_files_say_nothing() {
        for (alt, file) in [
            ("foto.jpg", "foto.jpg"),
            ("IMG_1234", "x.jpg"),
            ("DSC00123", "x.jpg"),
            ("20240512_123456", "x.jpg"),
            ("team_2", "team_2.png"),
            ("afbeelding", "x.png"),
            ("Foto 3", "x.png"),
        ] {
            assert!(says_nothing(alt, file), "{alt}");
        }
        for (alt, file) in
            [("Haven", "haven.jpg"), ("Foto van de haven", "haven.jpg"), ("", "x.png"), ("A1", "a1-plein.png")]
        {
            assert!(!says_nothing(alt, file), "{alt}");
        }
    }
}
