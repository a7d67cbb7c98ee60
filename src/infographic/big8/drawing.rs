//! The eight as SVG: two plaits, a knot where they meet, and a card per step beside the loops.

use super::super::canvas::{Anchor, Canvas, LINK, Size, dye};
use super::super::geometry::{Point, Rect};
use super::super::lettering::{HEAD, NAME, SMALL, Style, TAG, Words};
use super::super::svg::{self, number};
use super::super::weave::{self, Form};
use super::super::words::names;
use super::eight::{self, Eight, Lie};
use super::{Big8, Loop, Product, full_name};
use crate::markup::Svg;

/// The plaits are drawn this much larger than those of a relation: they are the subject here.
const SCALE: f64 = 1.8;
const NODE: f64 = 17.0;
const KNOT: f64 = 68.0;
/// Where the plaits begin: beside the ring of the knot.
const APART: f64 = KNOT + 10.0;
const PADDING: f64 = 12.0;
const GAP: f64 = 18.0;
const EDGE: f64 = 2.0;
/// Room above and below the words of a product.
const STRIP: f64 = 6.0;

/// A card of a step, with its texts set.
struct Card {
    step: usize,
    name: Words,
    who: Words,
    products: Vec<(Words, Words)>,
    place: Rect,
    /// Where its line starts, at the loop.
    node: Point,
    /// How the line goes from there before it turns to the card.
    bend: Option<Point>,
    left: bool,
}

struct Plan {
    eight: Eight,
    middle: f64,
    card: f64,
}

/// The eight as it lies on a wide screen and on a slide.
pub const FLAT: Eight = Eight { lie: Lie::Flat, radius: 133.0, reach: 187.0 };

fn plan(size: Size) -> Plan {
    match size {
        Size::Wide => Plan { eight: FLAT, middle: 528.0, card: 172.0 },
        _ => Plan { eight: Eight { lie: Lie::Upright, radius: 128.0, reach: 180.0 }, middle: 350.0, card: 172.0 },
    }
}

pub fn draw(map: &Big8, size: Size) -> Svg {
    let plan = plan(size);
    let (nodes, shared) = stations(map, &plan.eight);
    let mut cards = cards(map, size, &plan, &nodes, &shared);
    let top = cards.iter().map(|c| c.place.y).fold(-half_height(&plan.eight), f64::min) - EDGE;
    let bottom = cards.iter().map(|c| c.place.bottom()).fold(half_height(&plan.eight), f64::max) + EDGE;
    let down = -top.floor();
    let shift = |p: Point| Point::new(p.x + plan.middle, p.y + down);
    for card in &mut cards {
        card.place.x += plan.middle;
        card.place.y += down;
        card.node = shift(card.node);
        card.bend = card.bend.map(shift);
    }
    let mut canvas = Canvas::new("big8", &map.head, size);
    canvas.open("big8-draden");
    for card in &cards {
        thread(&mut canvas, map, card);
    }
    canvas.close();
    let there = format!("translate({} {})", number(plan.middle), number(down));
    svg::open(&mut canvas.out, "g", &[("transform", &there)]);
    woven(&mut canvas, map, &plan.eight, &nodes);
    knot_words(&mut canvas, map, &shared);
    canvas.close();
    for (index, words) in map.loops.iter().enumerate() {
        let center = shift(plan.eight.center(index == 1));
        loop_words(&mut canvas, &words.name, &words.note, &words.colour, center, plan.eight.radius);
    }
    canvas.open_list(map.head.phrases.common().steps());
    cards.sort_by_key(|c| c.step);
    for card in &cards {
        draw_card(&mut canvas, map, card);
    }
    canvas.close();
    canvas.finish(bottom + down)
}

fn half_height(eight: &Eight) -> f64 {
    let along = if eight.lie == Lie::Flat { 0.0 } else { eight.reach };
    along + eight.radius + NODE + 3.0
}

/// The two loops around the origin, and the ring in which they are woven together.
pub fn woven(canvas: &mut Canvas, map: &Big8, eight: &Eight, nodes: &[Station]) {
    for second in [false, true] {
        plait(canvas, map, eight, second, nodes.iter().filter(|n| n.second == second).map(|n| n.along));
    }
    canvas.circle("big8-knoop", Point::new(0.0, 0.0), KNOT);
    let strands = eight::strands(&eight.ring(KNOT), 12, 6.5);
    for (data, words) in strands.iter().zip(&map.loops) {
        svg::path(&mut canvas.out, &format!("big8-streng {}", dye(&words.colour)), data);
    }
}

/// A step on a loop.
pub struct Station {
    /// Which one.
    pub step: usize,
    second: bool,
    along: f64,
    /// Its place, as seen from the middle of the eight.
    pub at: Point,
    /// Unit vector away from the middle of the loop.
    out: Point,
}

/// The steps on the loops, and those that both share.
pub fn stations(map: &Big8, eight: &Eight) -> (Vec<Station>, Vec<usize>) {
    let of = |place: Loop| -> Vec<usize> { (0..map.steps.len()).filter(|i| map.steps[*i].place == place).collect() };
    let mut all = Vec::new();
    for (second, steps) in [(false, of(Loop::First)), (true, of(Loop::Second))] {
        let route = eight.route(second, APART, 1.0);
        let center = eight.center(second);
        for (along, step) in eight.stations(steps.len(), APART).into_iter().zip(steps) {
            let at = route.at(along).point;
            let out = Point::new((at.x - center.x) / eight.radius, (at.y - center.y) / eight.radius);
            all.push(Station { step, second, along, at, out });
        }
    }
    (all, of(Loop::Both))
}

fn cards(map: &Big8, size: Size, plan: &Plan, nodes: &[Station], shared: &[usize]) -> Vec<Card> {
    let edge = plan.middle - EDGE;
    let mut all = Vec::new();
    let mut count = [0usize; 2];
    for node in nodes {
        // A step at the very top or bottom of an upright loop goes to the side with the fewest cards.
        let left = if node.at.x.abs() < 8.0 { count[0] <= count[1] } else { node.at.x < 0.0 };
        count[usize::from(!left)] += 1;
        let bend =
            (node.out.y.abs() > 0.75).then(|| Point::new(node.at.x, node.at.y + node.out.y.signum() * (NODE + 26.0)));
        let wanted = bend.map_or(node.at.y, |b| b.y);
        let mut card = set(map, node.step, plan.card);
        card.place.x = if left { -edge } else { edge - plan.card };
        card.place.y = wanted - card.place.h / 2.0;
        (card.node, card.bend, card.left) = (node.at, bend, left);
        all.push(card);
    }
    if size == Size::Wide {
        // The shared steps hang below the knot, between the loops.
        let (mut y, mut from) = (KNOT + 60.0, KNOT);
        for &step in shared {
            let mut card = set(map, step, plan.card);
            card.place.x = -plan.card / 2.0;
            card.place.y = y;
            card.node = Point::new(0.0, from);
            from = y + card.place.h;
            y = from + GAP;
            all.push(card);
        }
    } else {
        for (index, &step) in shared.iter().enumerate() {
            let left = index % 2 == 1;
            let mut card = set(map, step, plan.card);
            card.place.x = if left { -edge } else { edge - plan.card };
            card.place.y = -card.place.h / 2.0;
            card.node = Point::new(if left { -KNOT } else { KNOT }, 0.0);
            card.left = left;
            all.push(card);
        }
    }
    for left in [true, false] {
        let mut column: Vec<&mut Card> =
            all.iter_mut().filter(|c| c.left == left && c.place.x.abs() > plan.card / 2.0 + 0.5).collect();
        spread(&mut column);
    }
    all
}

/// Moves the cards of a column apart, as little as needed on the whole.
fn spread(column: &mut [&mut Card]) {
    column.sort_by(|a, b| a.place.center_y().total_cmp(&b.place.center_y()));
    let wished: Vec<f64> = column.iter().map(|c| c.place.y).collect();
    for _ in 0..column.len() {
        for i in 1..column.len() {
            let overlap = column[i - 1].place.bottom() + GAP - column[i].place.y;
            if overlap > 0.0 {
                column[i - 1].place.y -= overlap / 2.0;
                column[i].place.y += overlap / 2.0;
            }
        }
    }
    for i in 1..column.len() {
        let least = column[i - 1].place.bottom() + GAP;
        column[i].place.y = column[i].place.y.max(least);
    }
    let off: f64 = column.iter().zip(&wished).map(|(c, w)| c.place.y - w).sum::<f64>() / column.len().max(1) as f64;
    column.iter_mut().for_each(|c| c.place.y -= off);
}

fn set(map: &Big8, step: usize, width: f64) -> Card {
    let room = width - 2.0 * PADDING - 4.0;
    let words = |text: &str, style: Style| Words::set(text, style, room);
    let name = words(&map.steps[step].name.name, NAME);
    let who = words(&names(&map.steps[step].who), SMALL);
    let products: Vec<(Words, Words)> = map.steps[step].products.iter().map(|p| product_words(map, p, room)).collect();
    let mut height = 2.0 * PADDING + name.height() + who.height() + if who.lines.is_empty() { 0.0 } else { 3.0 };
    for (name, lead) in &products {
        height += name.height() + lead.height() + 2.0 * STRIP + 8.0;
    }
    let place = Rect::new(0.0, 0.0, width, height.ceil());
    Card { step, name, who, products, place, node: Point::new(0.0, 0.0), bend: None, left: false }
}

fn product_words(map: &Big8, product: &Product, room: f64) -> (Words, Words) {
    let say = map.head.phrases.big8();
    let lead = product.lead.as_ref().map_or_else(|| say.lead_open().to_owned(), |l| say.lead(&l.name));
    (Words::set(&product.name.name, TAG, room - 12.0), Words::set(&lead, SMALL, room - 12.0))
}

fn colour(map: &Big8, step: usize) -> &str {
    match map.steps[step].place {
        Loop::First => &map.loops[0].colour,
        Loop::Second => &map.loops[1].colour,
        Loop::Both => "wouw",
    }
}

/// The thin line from a loop to a card.
fn thread(canvas: &mut Canvas, map: &Big8, card: &Card) {
    let class = format!("ig-dun {}", dye(colour(map, card.step)));
    let side = if card.left { card.place.right() } else { card.place.x };
    if card.place.x < card.node.x && card.place.right() > card.node.x {
        canvas.thread(&class, &[card.node, Point::new(card.node.x, card.place.y)], 0.0);
        return;
    }
    // It starts at the edge of the round mark on the loop; that of the shared step already lies at the edge of the knot.
    let reach = if map.steps[card.step].place == Loop::Both { 0.0 } else { NODE };
    let sideways = if card.left { -reach } else { reach };
    let start = match card.bend {
        Some(bend) => Point::new(card.node.x, card.node.y + reach * (bend.y - card.node.y).signum()),
        None => Point::new(card.node.x + sideways, card.node.y),
    };
    let from = card.bend.unwrap_or(start);
    let y = from.y.clamp(card.place.y + 12.0, (card.place.bottom() - 12.0).max(card.place.y + 12.0));
    let turn = if card.left { side + 11.0 } else { side - 11.0 };
    canvas.thread(&class, &[start, from, Point::new(turn, from.y), Point::new(turn, y), Point::new(side, y)], 8.0);
}

/// A loop as a plait, open where steps lie.
fn plait(canvas: &mut Canvas, map: &Big8, eight: &Eight, second: bool, steps: impl Iterator<Item = f64>) {
    let route = eight.route(second, APART, SCALE);
    let steps: Vec<f64> = steps.map(|s| s / SCALE).collect();
    let cuts: Vec<(f64, f64)> = steps.iter().map(|s| (s - (NODE - 1.0) / SCALE, s + (NODE - 1.0) / SCALE)).collect();
    let words = &map.loops[usize::from(second)];
    let (class, scale) = (format!("ig-lijn big8-lus {}", dye(&words.colour)), format!("scale({SCALE})"));
    svg::open(&mut canvas.out, "g", &[("class", &class), ("transform", &scale)]);
    weave::draw(&mut canvas.out, Form::Vlecht, &route, &cuts, 0.0);
    canvas.close();
}

/// What is done in the ring in which both loops are woven together.
fn knot_words(canvas: &mut Canvas, map: &Big8, shared: &[usize]) {
    let words: Vec<Words> = match shared {
        [] => Vec::new(),
        [only] => vec![
            Words::set(&(only + 1).to_string(), HEAD, 90.0),
            Words::set(map.head.phrases.big8().knot(), SMALL, 92.0),
        ],
        more => {
            let numbers: Vec<String> = more.iter().map(|i| (i + 1).to_string()).collect();
            vec![Words::set(&numbers.join(" · "), HEAD, 100.0)]
        }
    };
    let mut y = -words.iter().map(Words::height).sum::<f64>() / 2.0;
    for block in &words {
        y = canvas.words(block, 0.0, y, Anchor::Middle);
    }
}

fn loop_words(canvas: &mut Canvas, name: &str, note: &str, colour: &str, center: Point, radius: f64) {
    let room = radius * 1.5;
    let (name, note) = (Words::set(name, HEAD, room), Words::set(note, SMALL, room));
    let top = center.y - (name.height() + 4.0 + note.height()) / 2.0;
    canvas.open(&format!("{} big8-titel", dye(colour)));
    let next = canvas.words(&name, center.x, top, Anchor::Middle);
    canvas.words(&note, center.x, next + 4.0, Anchor::Middle);
    canvas.close();
}

fn draw_card(canvas: &mut Canvas, map: &Big8, card: &Card) {
    let step = &map.steps[card.step];
    canvas.open_item(&dye(colour(map, card.step)));
    if step.place != Loop::Both {
        canvas.circle("big8-stap", card.node, NODE);
        canvas.words(
            &Words::set(&(card.step + 1).to_string(), NAME, 40.0),
            card.node.x,
            card.node.y - NAME.leading / 2.0,
            Anchor::Middle,
        );
    }
    let (place, x) = (card.place, card.place.x + PADDING + 4.0);
    canvas.card("ig-vak", place);
    canvas.open_link(LINK, &step.name.href, &full_name(map, card.step));
    let next = canvas.words(&card.name, x, place.y + PADDING, Anchor::Start);
    let mut y = canvas.words(&card.who, x, next + 3.0, Anchor::Start);
    canvas.close_link(&step.name.href);
    for (product, (name, lead)) in step.products.iter().zip(&card.products) {
        let strip = Rect::new(x, y + 8.0, place.right() - x - 10.0, name.height() + lead.height() + 2.0 * STRIP);
        let full =
            product.lead.as_ref().map_or_else(|| map.head.phrases.common().open().to_owned(), |l| l.name.clone());
        canvas.open_link(LINK, &product.name.href, &map.head.phrases.big8().product(&product.name.name, &full));
        canvas.rect("big8-product", strip, 4.0);
        canvas.open("ig-kleur");
        let next = canvas.words(name, x + 8.0, strip.y + STRIP, Anchor::Start);
        canvas.close();
        canvas.words(lead, x + 8.0, next, Anchor::Start);
        y = strip.bottom();
        canvas.close_link(&product.name.href);
    }
    canvas.close();
}
