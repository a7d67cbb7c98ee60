//! HTML that is waiting, packed.

use super::Html;
use super::mark::Mark;

/// HTML as small as it can wait: the parsed pages of a large site together are several times what an editor wrote.
#[derive(Debug)]
pub struct Packed {
    written: Box<[u8]>,
    marks: Box<[u8]>,
    links: Vec<Box<str>>,
}

impl Packed {
    /// Unpacks it.
    #[expect(clippy::expect_used, reason = "it was packed below, in this process")]
    pub fn html(&self) -> Html {
        let unpacked = |bytes| lz4_flex::decompress_size_prepended(bytes).expect("what was packed can be unpacked");
        let written = String::from_utf8(unpacked(&self.written)).expect("it was text");
        let (steps, mut last) = (unpacked(&self.marks), Mark::default());
        let marks = steps.as_chunks().0.iter().map(|step| Mark::after(&mut last, *step)).collect();
        Html { written, marks, links: self.links.clone() }
    }
}

impl From<Html> for Packed {
    fn from(html: Html) -> Self {
        let packed = |bytes: &[u8]| lz4_flex::compress_prepend_size(bytes).into_boxed_slice();
        let mut last = Mark::default();
        let marks: Vec<u8> = html.marks.iter().flat_map(|mark| mark.step_from(&mut last)).collect();
        Self { written: packed(html.written.as_bytes()), marks: packed(&marks), links: html.links }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let mut html = Html::default();
        for name in ["", "een", "twee & drie"].repeat(400) {
            html.push(Html::link(name, Html::text(name)));
            html.gap();
        }
        for html in [Html::default(), Html::text("één"), html] {
            let packed = Packed::from(html.clone());
            assert_eq!(packed.html(), html);
            assert!(html.written.len() < 1_000 || packed.written.len() + packed.marks.len() < html.written.len() / 2);
        }
    }
}
