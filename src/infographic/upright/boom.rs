//! The tree: a trunk per main line, a branch to each task, and what that yields under it.

use super::super::boom::Boom;
use super::super::canvas::{Anchor, LINK};
use super::super::geometry::Point;
use super::super::lettering::{NAME, SMALL, Words};
use super::super::stack::{INSET, Piece, Section, Stack};

const BRANCH: f64 = INSET + 28.0;

impl Boom {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let section = |limb: &super::super::boom::Limb| {
            let name = format!("{}: {}", limb.tag, limb.name.name);
            let mut section = Section::named(&name, "", &limb.colour, true, width);
            let last = limb.branches.len().saturating_sub(1);
            section.rows = limb
                .branches
                .iter()
                .enumerate()
                .map(|(index, branch)| {
                    let room = width - BRANCH - INSET;
                    let name = Words::set(&format!("{}: {}", branch.tag, branch.name.name), NAME, room);
                    let results: Vec<Words> =
                        branch.results.iter().map(|result| Words::set(result, SMALL, room - 16.0)).collect();
                    Piece::draw(|canvas| {
                        let middle = 6.0 + NAME.leading / 2.0;
                        let listed: f64 = results.iter().map(|words| words.height() + 4.0).sum();
                        let height = 12.0 + name.height() + 4.0 + listed;
                        let x = INSET + 8.0;
                        canvas.thread(
                            "ig-dun boom-tak",
                            &[Point::new(x, 0.0), Point::new(x, middle), Point::new(BRANCH - 6.0, middle)],
                            10.0,
                        );
                        if index < last {
                            canvas.line("ig-dun boom-tak", Point::new(x, 0.0), Point::new(x, height));
                        }
                        let spoken = format!(
                            "{}: {}. {}",
                            branch.tag,
                            branch.name.name,
                            self.head.phrases.boom().results_count(branch.results.len())
                        );
                        canvas.open_link(LINK, &branch.name.href, &spoken);
                        let mut y = canvas.words(&name, BRANCH, 6.0, Anchor::Start) + 4.0;
                        canvas.close_link(&branch.name.href);
                        canvas.open("boom-opgave");
                        for result in &results {
                            canvas.circle("boom-vrucht", Point::new(BRANCH + 5.0, y + SMALL.leading / 2.0), 4.0);
                            y = canvas.words(result, BRANCH + 16.0, y, Anchor::Start) + 4.0;
                        }
                        canvas.close();
                        height
                    })
                })
                .collect();
            section
        };
        Stack { kind: "boom", width, sections: self.limbs.iter().map(section).collect() }
    }
}
