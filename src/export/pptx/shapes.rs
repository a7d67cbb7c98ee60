//! A drawing as shapes: what is a rectangle becomes one, letters stay letters, a line between two boxes is glued to both.

use super::matrix::Matrix;
use super::path::{Path, Step};
use crate::infographic::metrics::{Weight, width};
use crate::infographic::svg::push_escaped;
use roxmltree::{Document, Node};
use std::fmt::Write as _;

/// A slide's own unit per pixel of our 1920: a slide is 13⅓ inches of 914,400.
pub const EMU: f64 = 6350.0;

/// What an element passes on to what is in it.
#[derive(Debug, Clone)]
struct Look {
    fill: String,
    fill_opacity: f64,
    stroke: String,
    stroke_opacity: f64,
    stroke_width: f64,
    dashes: String,
    round: bool,
    size: f64,
    bold: bool,
    italic: bool,
    anchor: String,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            fill: "#000000".to_owned(),
            fill_opacity: 1.0,
            stroke: "none".to_owned(),
            stroke_opacity: 1.0,
            stroke_width: 1.0,
            dashes: String::new(),
            round: false,
            size: 16.0,
            bold: false,
            italic: false,
            anchor: "start".to_owned(),
        }
    }
}

impl Look {
    fn of(&self, node: Node<'_, '_>) -> Self {
        let mut look = self.clone();
        for attribute in node.attributes() {
            let value = attribute.value();
            let number = value.parse::<f64>();
            match (attribute.name(), number) {
                ("fill", _) => value.clone_into(&mut look.fill),
                ("stroke", _) => value.clone_into(&mut look.stroke),
                ("stroke-dasharray", _) => value.clone_into(&mut look.dashes),
                ("stroke-linecap", _) => look.round = value == "round",
                ("font-weight", _) => look.bold = value == "bold" || value.parse::<f64>().is_ok_and(|w| w >= 600.0),
                ("font-style", _) => look.italic = value == "italic",
                ("text-anchor", _) => value.clone_into(&mut look.anchor),
                ("opacity", Ok(n)) => {
                    look.fill_opacity *= n;
                    look.stroke_opacity *= n;
                }
                ("fill-opacity", Ok(n)) => look.fill_opacity *= n,
                ("stroke-opacity", Ok(n)) => look.stroke_opacity *= n,
                ("stroke-width", Ok(n)) => look.stroke_width = n,
                ("font-size", Ok(n)) => look.size = n,
                _ => {}
            }
        }
        look
    }
}

/// A shape that a line may end at.
#[derive(Debug)]
struct Target {
    id: usize,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Target {
    /// The side (top, left, bottom, right) that a point lies at.
    fn side(&self, (x, y): (f64, f64)) -> Option<usize> {
        const NEAR: f64 = 5.0;
        let within = x > self.left - NEAR && x < self.right + NEAR && y > self.top - NEAR && y < self.bottom + NEAR;
        let sides = [(y - self.top).abs(), (x - self.left).abs(), (y - self.bottom).abs(), (x - self.right).abs()];
        let nearest = (0..4).min_by(|a, b| sides[*a].total_cmp(&sides[*b]))?;
        (within && sides[nearest] <= NEAR).then_some(nearest)
    }
}

/// A line of text, placed.
#[derive(Debug, Clone)]
struct Line {
    words: String,
    x: f64,
    baseline: f64,
    size: f64,
    look: Look,
}

/// Writes shapes one after the other; ids are unique on a slide.
#[derive(Debug)]
pub struct Shapes {
    /// What has been written.
    pub xml: String,
    next: usize,
    targets: Vec<Target>,
    lines: Vec<Line>,
}

impl Shapes {
    /// The first shape gets this id.
    pub fn from(first: usize) -> Self {
        Self { xml: String::new(), next: first, targets: Vec::new(), lines: Vec::new() }
    }

    /// An id that nothing else on the slide has.
    pub fn id(&mut self) -> usize {
        self.next += 1;
        self.next - 1
    }

    /// All that is drawn in a piece of SVG.
    pub fn draw(&mut self, svg: &str) {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{svg}</svg>");
        let Ok(document) = Document::parse(&svg) else { return };
        // Lines find the boxes that they end at, also those drawn after them.
        let mut boxes = Shapes::from(self.next);
        boxes.inside(document.root_element(), Matrix::default(), &Look::default());
        self.targets = boxes.targets;
        self.inside(document.root_element(), Matrix::default(), &Look::default());
        self.flush();
    }

    fn inside(&mut self, node: Node<'_, '_>, matrix: Matrix, look: &Look) {
        for child in node.children().filter(Node::is_element) {
            self.element(child, matrix, look);
        }
    }

    fn element(&mut self, node: Node<'_, '_>, matrix: Matrix, look: &Look) {
        let look = look.of(node);
        let matrix = node.attribute("transform").map_or(matrix, |text| matrix.with(text));
        let get = |name: &str| node.attribute(name).and_then(|n| n.parse::<f64>().ok()).unwrap_or_default();
        match node.tag_name().name() {
            "text" => self.text(node, matrix, look),
            "rect" => {
                let (from, to) = (
                    matrix.apply((get("x"), get("y"))),
                    matrix.apply((get("x") + get("width"), get("y") + get("height"))),
                );
                self.shape("rect", from, to, get("rx") * matrix.scale(), &look, matrix.scale());
            }
            "circle" => {
                let (x, y, r) = (get("cx"), get("cy"), get("r"));
                self.shape(
                    "ellipse",
                    matrix.apply((x - r, y - r)),
                    matrix.apply((x + r, y + r)),
                    0.0,
                    &look,
                    matrix.scale(),
                );
            }
            "path" => self.path(&Path::read(node.attribute("d").unwrap_or_default(), &matrix), &look, matrix.scale()),
            "svg" => self.inside(node, matrix.then([1.0, 0.0, 0.0, 1.0, get("x"), get("y")]), &look),
            "title" | "desc" => {}
            _ => self.inside(node, matrix, &look),
        }
    }

    fn shape(&mut self, kind: &str, from: (f64, f64), to: (f64, f64), rounded: f64, look: &Look, scale: f64) {
        let (w, h) = (to.0 - from.0, to.1 - from.1);
        let (fill, line) = (fill(look), stroke(look, scale));
        if w <= 0.0 || h <= 0.0 || fill == NONE && line == NO_LINE {
            return;
        }
        self.flush();
        let id = self.id();
        let geometry = match (kind, rounded > 0.5) {
            ("rect", true) => {
                let share = (rounded / w.min(h)).min(0.5) * 100_000.0;
                format!(
                    "<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val {share:.0}\"/></a:avLst></a:prstGeom>"
                )
            }
            _ => format!("<a:prstGeom prst=\"{kind}\"><a:avLst/></a:prstGeom>"),
        };
        self.targets.push(Target { id, left: from.0, top: from.1, right: to.0, bottom: to.1 });
        let _ = write!(
            self.xml,
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Vorm {id}\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{}{geometry}{fill}{line}</p:spPr>{EMPTY}</p:sp>",
            place("", from, (w, h), "")
        );
    }

    fn path(&mut self, path: &Path, look: &Look, scale: f64) {
        let (fill, line) = (fill(look), stroke(look, scale));
        let points: Vec<(f64, f64)> = path.points().collect();
        if points.len() < 2 || fill == NONE && line == NO_LINE {
            return;
        }
        if fill == NONE && self.connector(path, &line) {
            return;
        }
        self.flush();
        let id = self.id();
        let low = points.iter().fold((f64::MAX, f64::MAX), |low, p| (low.0.min(p.0), low.1.min(p.1)));
        let high = points.iter().fold((f64::MIN, f64::MIN), |high, p| (high.0.max(p.0), high.1.max(p.1)));
        let (w, h) = ((high.0 - low.0).max(0.01), (high.1 - low.1).max(0.01));
        let point = |p: (f64, f64)| format!("<a:pt x=\"{}\" y=\"{}\"/>", emu(p.0 - low.0), emu(p.1 - low.1));
        let mut steps = String::new();
        for step in &path.steps {
            let _ = match *step {
                Step::Move(p) => write!(steps, "<a:moveTo>{}</a:moveTo>", point(p)),
                Step::Line(p) => write!(steps, "<a:lnTo>{}</a:lnTo>", point(p)),
                Step::Curve(a, b, c) => {
                    write!(steps, "<a:cubicBezTo>{}{}{}</a:cubicBezTo>", point(a), point(b), point(c))
                }
                Step::Close => write!(steps, "<a:close/>"),
            };
        }
        let open = if fill == NONE { " fill=\"none\"" } else { "" };
        let _ = write!(
            self.xml,
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Lijn {id}\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst><a:path w=\"{}\" h=\"{}\"{open}>{steps}</a:path></a:pathLst></a:custGeom>{fill}{line}</p:spPr>{EMPTY}</p:sp>",
            place("", low, (w, h), ""),
            emu(w),
            emu(h)
        );
    }

    /// A line that ends at a shape follows when that is moved.
    fn connector(&mut self, path: &Path, line: &str) -> bool {
        let Some((Step::Move(from), rest)) = path.steps.split_first() else { return false };
        let straight = matches!(rest, [Step::Line(_)]);
        let bent =
            path.arcs == 2 && matches!(rest.first(), Some(Step::Line(_))) && matches!(rest.last(), Some(Step::Line(_)));
        if !straight && !bent {
            return false;
        }
        let Some(to) = path.points().last() else { return false };
        let at = |point: (f64, f64)| {
            // The smallest of what it lies at: a box on a ground, not the ground.
            let near = self.targets.iter().filter_map(|target| Some((target, target.side(point)?)));
            near.min_by(|(a, _), (b, _)| {
                let area = |t: &Target| (t.right - t.left) * (t.bottom - t.top);
                area(a).total_cmp(&area(b))
            })
            .map(|(target, side)| (target.id, side))
        };
        let (Some(start), Some(end)) = (at(*from), at(to)) else { return false };
        let level = rest.first().is_some_and(|step| matches!(step, Step::Line(p) if (p.1 - from.1).abs() < 0.5));
        let level_end = match path.steps.iter().rev().nth(1) {
            Some(Step::Curve(.., p) | Step::Line(p) | Step::Move(p)) => (p.1 - to.1).abs() < 0.5,
            _ => false,
        };
        if start.0 == end.0 || bent && !(level && level_end) {
            return false;
        }
        self.flush();
        let id = self.id();
        let flips = format!(
            "{}{}",
            if to.0 < from.0 { " flipH=\"1\"" } else { "" },
            if to.1 < from.1 { " flipV=\"1\"" } else { "" }
        );
        let low = (from.0.min(to.0), from.1.min(to.1));
        let size = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        let geometry = if straight {
            "<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>".to_owned()
        } else {
            let turn = path.steps.iter().filter_map(|step| match step {
                Step::Curve(.., p) => Some(p.0),
                _ => None,
            });
            let turn =
                turn.min_by(|a, b| (a - (from.0 + to.0) / 2.0).abs().total_cmp(&(b - (from.0 + to.0) / 2.0).abs()));
            let share = turn.map_or(0.5, |x| (x - from.0) / (to.0 - from.0)).clamp(0.0, 1.0) * 100_000.0;
            format!(
                "<a:prstGeom prst=\"bentConnector3\"><a:avLst><a:gd name=\"adj1\" fmla=\"val {share:.0}\"/></a:avLst></a:prstGeom>"
            )
        };
        let _ = write!(
            self.xml,
            "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"{id}\" name=\"Verbinding {id}\"/><p:cNvCxnSpPr><a:stCxn id=\"{}\" idx=\"{}\"/><a:endCxn id=\"{}\" idx=\"{}\"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>{}{geometry}{line}</p:spPr></p:cxnSp>",
            start.0,
            start.1,
            end.0,
            end.1,
            place("", low, size, &flips)
        );
        true
    }

    fn text(&mut self, node: Node<'_, '_>, matrix: Matrix, look: Look) {
        let words: String = node.descendants().filter(Node::is_text).filter_map(|n| n.text()).collect();
        let get = |name: &str| node.attribute(name).and_then(|n| n.parse::<f64>().ok()).unwrap_or_default();
        let (x, baseline) = matrix.apply((get("x"), get("y")));
        if words.trim().is_empty() {
            return;
        }
        let line = Line { words, x, baseline, size: look.size * matrix.scale(), look };
        // A text that goes on stands in one box with what came before it.
        let goes_on = self.lines.last().is_some_and(|last| {
            let apart = line.baseline - last.baseline;
            (last.x - line.x).abs() < 0.5
                && (last.size - line.size).abs() < 0.1
                && (last.look.bold, &last.look.fill, &last.look.anchor)
                    == (line.look.bold, &line.look.fill, &line.look.anchor)
                && apart > line.size * 0.9
                && apart < line.size * 1.5
        });
        if !goes_on {
            self.flush();
        }
        self.lines.push(line);
    }

    /// Writes the text that was gathered.
    fn flush(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let weight = if first.look.bold { Weight::Bold } else { Weight::Regular };
        let wide = lines.iter().map(|line| width(&line.words, line.size, weight)).fold(0.0, f64::max) * 1.06 + 6.0;
        let leading = if lines.len() > 1 {
            (last.baseline - first.baseline) / (lines.len() - 1) as f64
        } else {
            first.size * 1.25
        };
        let left = match first.look.anchor.as_str() {
            "middle" => first.x - wide / 2.0,
            "end" => first.x - wide,
            _ => first.x,
        };
        let align = match first.look.anchor.as_str() {
            "middle" => "ctr",
            "end" => "r",
            _ => "l",
        };
        let top = first.baseline - first.size * 0.36 - leading / 2.0;
        let id = self.id();
        let words: Vec<String> = lines.iter().map(|line| line.words.clone()).collect();
        let run = Run { size: first.size, bold: first.look.bold, italic: first.look.italic, colour: &first.look.fill };
        let _ = write!(
            self.xml,
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Tekst {id}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:noAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody></p:sp>",
            place("", (left, top), (wide, leading * lines.len() as f64), ""),
            paragraph(&words, &run, align, Some(leading))
        );
    }

    /// A text in a box of its own that flows by itself, such as the source.
    pub fn block(&mut self, name: &str, at: (f64, f64), size: (f64, f64), words: &str, run: &Run<'_>, leading: f64) {
        let id = self.id();
        let _ = write!(
            self.xml,
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:noAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody></p:sp>",
            place("", at, size, ""),
            paragraph(&[words.to_owned()], run, "l", Some(leading))
        );
    }
}

/// How a piece of text looks.
#[derive(Debug)]
pub struct Run<'a> {
    /// Size of its letters in pixels.
    pub size: f64,
    /// Bold?
    pub bold: bool,
    /// Italic?
    pub italic: bool,
    /// `#1E2A32`.
    pub colour: &'a str,
}

/// A paragraph; its lines stay as they are.
pub fn paragraph(lines: &[String], run: &Run<'_>, align: &str, leading: Option<f64>) -> String {
    // A pixel of 1920 on 13⅓ inches is half a point; sizes are told in hundredths of one.
    let properties = |tag: &str| {
        format!(
            "<a:{tag} lang=\"nl-NL\" sz=\"{:.0}\"{}{}>{}</a:{tag}>",
            run.size * 50.0,
            if run.bold { " b=\"1\"" } else { "" },
            if run.italic { " i=\"1\"" } else { "" },
            solid(run.colour, 1.0)
        )
    };
    let spacing = leading
        .map_or_else(String::new, |leading| format!("<a:lnSpc><a:spcPts val=\"{:.0}\"/></a:lnSpc>", leading * 50.0));
    let mut out = format!("<a:p><a:pPr algn=\"{align}\">{spacing}</a:pPr>");
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            let _ = write!(out, "<a:br>{}</a:br>", properties("rPr"));
        }
        let _ = write!(out, "<a:r>{}<a:t>", properties("rPr"));
        push_escaped(&mut out, &printable(line));
        out.push_str("</a:t></a:r>");
    }
    out.push_str("</a:p>");
    out
}

/// Without the signs that XML forbids.
pub fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// A shape without words still has a body for them.
const EMPTY: &str = "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"nl-NL\"/></a:p></p:txBody>";
const NONE: &str = "<a:noFill/>";
const NO_LINE: &str = "<a:ln><a:noFill/></a:ln>";

/// Whole units of the slide.
pub fn emu(pixels: f64) -> i64 {
    (pixels * EMU).round() as i64
}

/// Where a shape stands.
pub fn place(tag: &str, at: (f64, f64), size: (f64, f64), flips: &str) -> String {
    let tag = if tag.is_empty() { "a:xfrm" } else { tag };
    format!(
        "<{tag}{flips}><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></{tag}>",
        emu(at.0),
        emu(at.1),
        emu(size.0.max(0.0)),
        emu(size.1.max(0.0))
    )
}

fn fill(look: &Look) -> String {
    // Where a press counts but nothing shows: no colour either, or some programs take it for black.
    if ["none", "transparent"].contains(&look.fill.as_str()) {
        NONE.to_owned()
    } else {
        solid(&look.fill, look.fill_opacity)
    }
}

fn stroke(look: &Look, scale: f64) -> String {
    if look.stroke == "none" || look.stroke_width <= 0.0 {
        return NO_LINE.to_owned();
    }
    let cap = if look.round { " cap=\"rnd\"" } else { "" };
    let wide = look.stroke_width * scale;
    // Dashes are told in thousandths of the width of their line.
    let numbers: Vec<f64> = look.dashes.split([' ', ',']).filter_map(|n| n.parse().ok()).collect();
    let mut dashes = String::new();
    if let (Some(dash), true) = (numbers.first(), look.dashes != "none") {
        let gap = numbers.get(1).unwrap_or(dash);
        let share = |n: f64| (n / look.stroke_width * 100_000.0).max(1000.0);
        let _ = write!(dashes, "<a:custDash><a:ds d=\"{:.0}\" sp=\"{:.0}\"/></a:custDash>", share(*dash), share(*gap));
    }
    format!("<a:ln w=\"{}\"{cap}>{}{dashes}<a:round/></a:ln>", emu(wide), solid(&look.stroke, look.stroke_opacity))
}

/// A plain colour, `#24457A`.
pub fn solid(colour: &str, opacity: f64) -> String {
    let hex = hex(colour);
    match opacity < 0.995 {
        true => format!(
            "<a:solidFill><a:srgbClr val=\"{hex}\"><a:alpha val=\"{:.0}\"/></a:srgbClr></a:solidFill>",
            opacity * 100_000.0
        ),
        false => format!("<a:solidFill><a:srgbClr val=\"{hex}\"/></a:solidFill>"),
    }
}

/// Six hexadecimal digits; black for what is no such colour.
pub fn hex(colour: &str) -> String {
    let digits = colour.trim().trim_start_matches('#').to_uppercase();
    let known = digits.chars().all(|c| c.is_ascii_hexdigit());
    match digits.len() {
        6 if known => digits,
        3 if known => digits.chars().flat_map(|c| [c, c]).collect(),
        _ if colour.trim() == "white" => "FFFFFF".to_owned(),
        _ => "000000".to_owned(),
    }
}
