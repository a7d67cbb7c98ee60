//! Reads texts and boxes back from a drawing and checks that nothing touches what is not its own.

use super::area::{Area, number, text_area, value};
use verbeeld::infographic::Infographic;
use verbeeld::markup::{Svg, escape};

/// Everything that is wrong with a drawing.
pub fn faults(svg: &str) -> Vec<String> {
    let open = &svg[..svg.find('>').unwrap()];
    let frame =
        Area { left: -0.5, top: -0.5, right: number(open, "width") + 0.5, bottom: number(open, "height") + 0.5 };
    let (mut texts, mut boxes) = (Vec::new(), Vec::new());
    // How far each of the groups that are open moves what is in it.
    let mut moved = vec![(0.0, 0.0)];
    for part in svg.split('<').skip(1) {
        let Some((tag, content)) = part.split_once('>') else { continue };
        let (dx, dy) = *moved.last().unwrap();
        if tag == "g" || tag.starts_with("g ") {
            let (x, y) = translation(tag);
            moved.push((dx + x, dy + y));
        } else if tag == "/g" {
            moved.pop();
        } else if tag.starts_with("text ") {
            texts.push((text_area(tag, content).moved(dx, dy), content));
        } else if tag.starts_with("rect ") {
            let (x, y) = (dx + number(tag, "x"), dy + number(tag, "y"));
            let area = Area { left: x, top: y, right: x + number(tag, "width"), bottom: y + number(tag, "height") };
            boxes.push((area, value(tag, "class").unwrap_or_default()));
        }
    }
    let mut faults = Vec::new();
    for (index, (area, text)) in texts.iter().enumerate() {
        if !frame.holds(*area) {
            faults.push(format!("text outside the frame: {text} {area:?}"));
        }
        for (other, words) in &texts[index + 1..] {
            if area.overlaps(*other) {
                faults.push(format!("texts touch: {text} and {words}"));
            }
        }
        for (other, _) in
            boxes.iter().filter(|(_, class)| matches!(*class, "ig-vak" | "ig-stempel" | "ig-kader" | "ig-plaat"))
        {
            if area.overlaps(*other) && !other.holds(*area) {
                faults.push(format!("text runs out of its box: {text} {area:?} {other:?}"));
            }
        }
    }
    for (index, (area, class)) in boxes.iter().enumerate() {
        if !frame.holds(*area) {
            faults.push(format!("{class} outside the frame: {area:?}"));
        }
        for (other, twin) in &boxes[index + 1..] {
            if *class == "ig-vak" && *twin == "ig-vak" && area.overlaps(*other) {
                faults.push(format!("boxes overlap: {area:?} {other:?}"));
            }
        }
    }
    faults
}

/// How far a group moves what is in it.
fn translation(tag: &str) -> (f64, f64) {
    let moves = value(tag, "transform").and_then(|t| t.strip_prefix("translate(")?.strip_suffix(')'));
    let mut numbers = moves.unwrap_or_default().split(' ').map(|n| n.parse().unwrap_or(0.0));
    (numbers.next().unwrap_or(0.0), numbers.next().unwrap_or(0.0))
}

/// The drawings of an infographic: those of the page, and those of its slides.
fn drawings(figure: &Infographic) -> impl Iterator<Item = (&'static str, &Svg)> {
    let page = [("wide", &figure.svg), ("medium", &figure.medium), ("upright", &figure.upright)];
    let slides = figure.slides.drawings.iter().map(|svg| ("slide", svg));
    page.into_iter().filter(|(_, svg)| !svg.is_empty()).chain(slides)
}

/// What must hold of every infographic.
pub fn check(name: &str, figure: &Infographic) {
    for (size, svg) in drawings(figure) {
        let found = faults(svg);
        assert!(found.is_empty(), "{name}, {size}: {} faults, such as {}", found.len(), found[0]);
    }
    check_names(name, figure);
}

/// What must hold of its names and ids.
pub fn check_names(name: &str, figure: &Infographic) {
    for (size, svg) in drawings(figure) {
        let endless = |tag: &str| tag.split(|c: char| !c.is_alphanumeric()).any(|word| word == "inf");
        let tags = svg.split('<').filter_map(|part| Some(part.split_once('>')?.0));
        assert!(!svg.contains("NaN") && !svg.contains("style=") && !tags.into_iter().any(endless), "{name}, {size}");
        assert_eq!(svg.matches("<g").count() - svg.matches("<glyph").count(), svg.matches("</g>").count(), "{name}");
        assert_eq!(svg.matches("<a ").count(), svg.matches("</a>").count(), "{name}");
        let led: Vec<&str> = svg.split("<a ").skip(1).map(|link| value(link, "href").unwrap_or_default()).collect();
        let known: Vec<String> = svg.links().iter().map(|href| escape(href)).collect();
        assert_eq!(led, known, "{name}, {size}: it knows where its links lead");
        for link in svg.split("<a ").skip(1) {
            let label = value(&format!(" {link}"), "aria-label").unwrap_or_default().to_owned();
            assert!(!label.is_empty(), "{name}: a link without a name");
            // Who speaks to the screen says what it shows (WCAG 2.5.3); a word that is broken over two lines is one.
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
            let inside = link.split("</a>").next().unwrap_or_default();
            let shown = inside.split("<text ").skip(1).filter_map(|text| text.split_once('>')?.1.split_once('<'));
            let shown = letters(&shown.map(|(words, _)| words).collect::<String>());
            // To be mended: a rung of the ladder names what was before only after what is now.
            let held = figure.kind == "ladder" || letters(&label).contains(&shown);
            assert!(held, "{name}, {size}: “{label}” shows “{shown}”");
        }
    }
    let mut ids: Vec<&str> = Vec::new();
    for part in [&*figure.svg, &figure.medium, &figure.upright, figure.narrow.as_str()] {
        ids.extend(part.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()));
    }
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{name}: ids twice");
    assert!(ids.iter().all(|id| id.starts_with(&figure.id)), "{name}: ids of its own");
    assert!(!figure.narrow.is_empty() || !figure.upright.is_empty(), "{name}: a picture for a telephone");
    assert!(!figure.conclusion.is_empty(), "{name}");
    assert!(figure.table.rows.iter().all(|row| row.len() == figure.table.head.len()), "{name}: ragged table");
}
