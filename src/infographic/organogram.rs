//! The organogram: the bodies in their layers, and who sits in each.

use super::canvas::{Anchor, Canvas, Size, dye};
use super::figure::Infographic;
use super::figure::{Drawings, Head, Parts, Slides, Table};
use super::geometry::{Point, Rect};
use super::lettering::{LABEL, NAME, SMALL, Style, height, lines};
use super::metrics::Weight;
use super::pieces::Drawing;
use super::upright::{NARROW, ROOM, THIRD};
use super::words::{capital, dash, link};
use crate::markup::Html;
use crate::phrases::Phrases;

/// Who sits in a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// A function, an organisation, another body, or a group.
    pub name: String,
    /// Its page; empty for a group.
    pub href: String,
    /// What organisations of its kind are called together, such as `gemeenten`; empty for who is no organisation.
    pub kind: String,
    /// As what it sits there, such as `voorzitter`.
    pub function: String,
    /// How sure it is; empty for plain facts.
    pub status: String,
}

/// A body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Does it decide itself?
    pub decides: bool,
    /// What it is, when nobody sits in it, such as `ketenpartner`; may be empty.
    pub note: String,
    /// Who sits in it.
    pub members: Vec<Member>,
}

/// A layer with its bodies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// Its name.
    pub name: String,
    /// The dye.
    pub colour: String,
    /// What stands in it.
    pub bodies: Vec<Body>,
}

/// The organogram, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organogram {
    /// Its names.
    pub head: Head,
    /// The layers, from the top.
    pub layers: Vec<Layer>,
}

/// More than these that sit somewhere in the same way are drawn as one, with their number. The table names them all.
const ALIKE: usize = 16;

/// Members as they are drawn: many of one kind, in one function and as sure, together.
pub fn folded(members: &[Member]) -> Vec<Member> {
    let alike = |a: &Member, b: &Member| (&a.kind, &a.function, &a.status) == (&b.kind, &b.function, &b.status);
    let mut drawn: Vec<Member> = Vec::new();
    for member in members {
        let count = members.iter().filter(|other| alike(member, other)).count();
        if member.kind.is_empty() || count <= ALIKE {
            drawn.push(member.clone());
        } else if members.iter().find(|other| alike(member, other)) == Some(member) {
            drawn.push(Member { name: format!("{count} {}", member.kind), href: String::new(), ..member.clone() });
        }
    }
    drawn
}

/// So many that decide are told by name.
const NAMED: usize = 3;
const PADDING: f64 = 16.0;
const GAP: f64 = 14.0;
const TITLE: Style = Style { leading: 20.0, ..NAME };
const MEMBER: Style = Style { class: "ig-tekst", size: 13.5, leading: 18.0, weight: Weight::Regular };

/// The texts of a body on their lines.
struct Card {
    name: Vec<String>,
    members: Vec<(Member, Vec<String>, Vec<String>)>,
    /// What stands there instead of a list.
    sentence: Vec<String>,
    height: f64,
}

impl Organogram {
    /// The drawing and its twins.
    pub fn draw(&self) -> Infographic {
        let parts = Parts { conclusion: self.conclusion(), table: self.table(), ..Parts::default() };
        let drawings = || {
            Drawings::of(
                self.drawing(Size::Wide),
                self.drawing(Size::Medium),
                self.stack(NARROW).upright(&self.head),
                Slides::explained(self.stack(THIRD).slides(&self.head, 3, ROOM)),
            )
        };
        self.head.infographic("organogram", parts, drawings)
    }

    fn drawing(&self, size: Size) -> Drawing {
        let mut canvas = Canvas::new("organogram", &self.head, size);
        let (left, columns) = size.pick((148.0, 3), (134.0, 2));
        let room = size.width() - left - 20.0;
        let wide = (room - GAP * (columns - 1) as f64) / columns as f64;
        let mut y: f64 = 0.0;
        for layer in self.layers.iter().filter(|layer| !layer.bodies.is_empty()) {
            let cards: Vec<Card> = layer.bodies.iter().map(|body| card(&self.head.phrases, body, wide)).collect();
            // The next card goes under the shortest column, so that a long list leaves no hole beside it.
            let mut ends: Vec<f64> = vec![y + 20.0; columns];
            let mut places = Vec::new();
            for card in &cards {
                let column = (0..columns).min_by(|a, b| ends[*a].total_cmp(&ends[*b])).unwrap_or(0);
                places.push(Rect::new(left + (wide + GAP) * column as f64, ends[column], wide, card.height));
                ends[column] += card.height + GAP;
            }
            let name = lines(&layer.name, LABEL, left - 32.0);
            let count = self.head.phrases.organogram().bodies(layer.bodies.len());
            let count = lines(&count, SMALL, left - 32.0);
            let least = y + 40.0 + height(&name, LABEL) + height(&count, SMALL);
            let bottom = ends.iter().copied().fold(least, f64::max) + 20.0 - GAP;
            if y > 0.0 {
                canvas.cut(y - 6.0);
            }
            canvas.open(&format!("ig-baan {}", dye(&layer.colour)));
            let band = Rect::new(0.0, y, size.width(), bottom - y);
            canvas.rect("ig-baan-vlak", band, 6.0);
            canvas.edge("ig-baan-rand", band, 6.0);
            let next = canvas.block(LABEL, Anchor::Start, 20.0, y + 20.0, &name);
            canvas.block(SMALL, Anchor::Start, 20.0, next + 2.0, &count);
            canvas.open_list(&layer.name);
            for ((body, card), place) in layer.bodies.iter().zip(&cards).zip(&places) {
                draw_body(&mut canvas, body, card, *place);
            }
            canvas.close();
            canvas.close();
            y = bottom + 12.0;
        }
        canvas.finish_in_pieces(y - 12.0)
    }

    fn all(&self) -> impl Iterator<Item = (&Layer, &Body)> {
        self.layers.iter().flat_map(|layer| layer.bodies.iter().map(move |body| (layer, body)))
    }

    fn table(&self) -> super::figure::Table {
        let (all, say) = (self.head.phrases.common(), self.head.phrases.organogram());
        let mut rows = Vec::new();
        for (layer, body) in self.all() {
            let name = link(&body.href, &body.name);
            let decides = if body.decides { all.yes() } else { all.no() };
            let row = |who: Html, function: Html, status: &str| {
                let status = if status.is_empty() { all.fact() } else { status };
                vec![name.clone(), (&layer.name).into(), decides.into(), who, function, status.into()]
            };
            for member in &body.members {
                rows.push(row(link(&member.href, &member.name), capital(&member.function).into(), &member.status));
            }
            if body.members.is_empty() {
                rows.push(row(nobody_in(&self.head.phrases, body).into(), dash(), all.open()));
            }
        }
        let head = [all.body(), all.layer(), say.decides_head(), all.who(), say.role(), all.status()];
        Table::new(say.caption().to_owned(), &head, rows)
    }

    fn conclusion(&self) -> String {
        let count = self.all().count();
        let layers = self.layers.iter().filter(|layer| !layer.bodies.is_empty()).count();
        let deciding = self.all().filter(|(_, body)| body.decides).count();
        let empty = self.all().filter(|(_, body)| body.members.is_empty() && body.note.is_empty()).count();
        let say = self.head.phrases.organogram();
        let mut words = match (self.all().next(), count, deciding) {
            (Some((_, body)), 1, _) => say.told_one(&body.name),
            (_, _, 0) => say.told_none(count, layers),
            // Who decides says more than how many.
            (_, _, 1..=NAMED) if deciding < count => {
                let names: Vec<String> =
                    self.all().filter(|(_, body)| body.decides).map(|(_, body)| body.name.clone()).collect();
                let names = super::words::capital(&self.head.phrases.list(&names));
                format!("{} {}", say.deciders(&names, deciding), say.told_plain(count, layers))
            }
            _ => say.told(count, layers, deciding),
        };
        if empty > 0 {
            words.push_str(&format!(" {}", say.empty(empty)));
        }
        words
    }
}

/// What stands in a box without members.
pub(super) fn nobody_in<'b>(phrases: &'b Phrases, body: &'b Body) -> &'b str {
    if body.note.is_empty() { phrases.organogram().nobody() } else { &body.note }
}

/// The second line of a member.
fn under(member: &Member) -> String {
    let parts = [member.function.as_str(), member.status.as_str()];
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

fn card(phrases: &Phrases, body: &Body, wide: f64) -> Card {
    let room = wide - 2.0 * PADDING - 6.0;
    let name = lines(&body.name, TITLE, room);
    let set = |member: Member| {
        let (name, second) = (lines(&member.name, MEMBER, room - 16.0), second_lines(&member, room - 16.0));
        (member, name, second)
    };
    let members: Vec<(Member, Vec<String>, Vec<String>)> = folded(&body.members).into_iter().map(set).collect();
    let sentence = if members.is_empty() { lines(&in_a_sentence(phrases, body), SMALL, room) } else { Vec::new() };
    let list: f64 = members.iter().map(|(_, name, second)| height(name, MEMBER) + height(second, SMALL) + 8.0).sum();
    // Under the last of a list the room between two is enough.
    let list = (list - 8.0).max(0.0);
    let decides = if body.decides { 24.0 } else { 0.0 };
    let tall = 2.0 * PADDING - 4.0 + height(&name, TITLE) + decides + 10.0 + list + height(&sentence, SMALL);
    Card { name, members, sentence, height: tall.ceil() }
}

/// All who sit in a body with how sure that is, or what stands in a box without members.
pub(super) fn in_a_sentence(phrases: &Phrases, body: &Body) -> String {
    let member = |member: &Member| match member.status.as_str() {
        "" => member.name.clone(),
        status => format!("{} ({status})", member.name),
    };
    let members: Vec<String> = body.members.iter().map(member).collect();
    if members.is_empty() { nobody_in(phrases, body).to_owned() } else { members.join(", ") }
}

/// The second line of a member; when it is too long for one, the status goes on a line of its own.
fn second_lines(member: &Member, room: f64) -> Vec<String> {
    let both = under(member);
    let whole = if both.is_empty() { Vec::new() } else { lines(&both, SMALL, room) };
    if whole.len() < 2 || member.status.is_empty() || member.function.is_empty() {
        return whole;
    }
    let function = lines(&member.function, SMALL, room);
    function.into_iter().chain([member.status.clone()]).collect()
}

fn draw_body(canvas: &mut Canvas, body: &Body, card: &Card, place: Rect) {
    canvas.open_item("ig-groepskaart");
    let phrases = canvas.phrases.clone();
    let say = phrases.organogram();
    let decides = if body.decides { say.decides() } else { say.decides_not() };
    let name = say.full(&body.name, decides, body.members.len());
    canvas.open_link("ig-knoop", &body.href, &name);
    canvas.rect("ig-vak", place, 8.0);
    canvas.edge("ig-vak-rand", place, 8.0);
    let x = place.x + PADDING;
    let mut y = canvas.block(TITLE, Anchor::Start, x, place.y + PADDING - 4.0, &card.name);
    canvas.close_link(&body.href);
    if body.decides {
        let tag = Rect::new(x, y + 3.0, 94.0, 20.0);
        canvas.rect("ig-stempel", tag, 4.0);
        canvas.text(
            Style { class: "ig-sub ig-op-kleur", ..SMALL },
            Anchor::Middle,
            tag.center_x(),
            y + 17.5,
            say.decides(),
        );
        y += 24.0;
    }
    y += 5.0;
    canvas.line("ig-haarlijn", Point::new(x, y), Point::new(place.right() - PADDING, y));
    y += 5.0;
    canvas.block(SMALL, Anchor::Start, x, y, &card.sentence);
    if card.members.is_empty() {
        canvas.close();
        return;
    }
    canvas.open_list(&say.members_of(&body.name));
    for (member, name, second) in &card.members {
        canvas.open_item("ig-lid");
        canvas.circle("ig-stip", Point::new(x + 4.0, y + 9.5), 3.0);
        let full = if member.function.is_empty() {
            member.name.clone()
        } else {
            format!("{}, {}", member.name, under(member))
        };
        canvas.open_link("ig-knoop", &member.href, &full);
        // Beside the bullet, so that the ring of the focus does not run through it.
        let room = Rect::new(x + 10.0, y - 3.0, place.w - 2.0 * PADDING - 10.0, height(name, MEMBER) + 6.0);
        canvas.rect("ig-raakvlak", room, 4.0);
        y = canvas.block(MEMBER, Anchor::Start, x + 16.0, y, name);
        canvas.close_link(&member.href);
        y = canvas.block(SMALL, Anchor::Start, x + 16.0, y, second) + 8.0;
        canvas.close();
    }
    canvas.close();
    canvas.close();
}
