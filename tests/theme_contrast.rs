//! The colours of the theme, computed from its tokens: all text reaches 4.5:1 on every ground it may stand on, all lines
//! that carry meaning 3:1, in light and in dark.
use std::collections::BTreeMap;
use std::path::Path;

const TOKENS: &str = include_str!("../themes/weefsel/css/00-tokens.css");

/// Every style sheet of the theme, by name.
fn styles() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/weefsel/css");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (name_of(&path), std::fs::read_to_string(&path).unwrap())).collect()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

const SCHEMES: [&str; 2] = ["light", "dark"];
const TEXTS: [&str; 7] = ["inkt", "inkt-zacht", "indigo", "meekrap", "wouw", "weide", "walnoot"];
const GROUNDS: [&str; 7] =
    ["linnen", "papier", "indigo-tint", "meekrap-tint", "wouw-tint", "weide-tint", "walnoot-tint"];

/// A colour token: what it is in light and in dark.
type Colours = BTreeMap<String, [[u8; 3]; 2]>;

fn hex(text: &str) -> Option<[u8; 3]> {
    let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// Reads `--v-name: light-dark(#rrggbb, #rrggbb);`.
fn colours() -> Colours {
    let pair = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--v-")?.split_once(':')?;
        let (light, dark) = value.trim().strip_prefix("light-dark(")?.strip_suffix(");")?.split_once(',')?;
        Some((name.to_owned(), [hex(light)?, hex(dark)?]))
    };
    TOKENS.lines().filter_map(pair).collect()
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance(colour: [u8; 3]) -> f64 {
    let [r, g, b] = colour.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Every pair that falls short, in words.
fn too_weak(fronts: &[&str], grounds: &[&str], least: f64) -> Vec<String> {
    let colours = colours();
    let mut weak = Vec::new();
    for front in fronts {
        for ground in grounds {
            for (scheme, name) in SCHEMES.iter().enumerate() {
                let ratio = contrast(colours[*front][scheme], colours[*ground][scheme]);
                if ratio < least {
                    weak.push(format!("{front} on {ground}, {name}: {ratio:.2} < {least}"));
                }
            }
        }
    }
    weak
}

#[test]
fn the_formula_gives_the_known_values() {
    assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 1e-9);
    assert!((contrast([0x77, 0x77, 0x77], [255, 255, 255]) - 4.48).abs() < 0.005);
}

#[test]
fn text_reaches_its_contrast_on_every_ground() {
    assert_eq!(too_weak(&TEXTS, &GROUNDS, 4.5), Vec::<String>::new());
}

#[test]
fn text_in_the_colour_of_the_ground_reaches_its_contrast() {
    // The skip link, and selected text.
    assert_eq!(too_weak(&["linnen"], &["inkt", "indigo"], 4.5), Vec::<String>::new());
}

#[test]
fn lines_that_carry_meaning_reach_their_contrast() {
    // `rand` draws controls and marks, `meekrap` the focus ring; `lijn` is a hairline that carries nothing on its own.
    let lines = ["rand", "indigo", "meekrap", "wouw", "weide", "walnoot", "inkt-zacht"];
    assert_eq!(too_weak(&lines, &GROUNDS, 3.0), Vec::<String>::new());
}

/// The dyes that a drawing may colour its lines with.
const DYES: [&str; 6] = ["indigo", "meekrap", "wouw", "weide", "walnoot", "inkt-zacht"];
/// Lines and surfaces that carry nothing on their own: the weave inside a bar that has a frame, bricks of a wall that has edges, rules between
/// rows, and what only shows under the pointer or at the focus, where a frame shows as well.
const DECORATION: [&str; 5] = [".ig-kruisdraad", ".ig-steen", ".ig-haarlijn", ":hover", ".ig-gekozen"];

/// Every rule of the style sheets of drawings: selector and declarations.
fn drawing_rules() -> Vec<(String, String)> {
    let styles = styles();
    let sheets = styles.iter().filter(|(file, _)| ("40".."49").contains(&file.as_str())).map(|(_, css)| css);
    let inside = |css: &String| {
        // Forced colours are the reader's own.
        let open = css.split("@media (forced-colors").next().unwrap_or_default();
        open.lines()
            .map(str::trim)
            .filter(|line| line.starts_with('.') && line.ends_with('}'))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let rules = sheets.flat_map(inside);
    rules.filter_map(|line| line.split_once(" { ").map(|(s, d)| (s.to_owned(), d.to_owned()))).collect()
}

fn mixed(front: [u8; 3], ground: [u8; 3], share: f64) -> [u8; 3] {
    let mut both = [0; 3];
    for (i, value) in both.iter_mut().enumerate() {
        *value = (f64::from(front[i]) * share + f64::from(ground[i]) * (1.0 - share)).round() as u8;
    }
    both
}

#[test]
fn faint_lines_of_drawings_reach_their_contrast() {
    let colours = colours();
    let (mut weak, mut seen, mut least) = (Vec::new(), 0, f64::MAX);
    for (selector, declared) in drawing_rules() {
        let Some(share) =
            declared.split("opacity: ").nth(1).and_then(|rest| rest.split(';').next()?.parse::<f64>().ok())
        else {
            continue;
        };
        let skipped = DECORATION.iter().any(|part| selector.contains(part)) || selector.contains(":focus");
        if skipped || share >= 1.0 {
            continue;
        }
        seen += 1;
        for dye in DYES {
            for ground in GROUNDS {
                for (scheme, name) in SCHEMES.iter().enumerate() {
                    let ground_colour = colours[ground][scheme];
                    let ratio = contrast(mixed(colours[dye][scheme], ground_colour, share), ground_colour);
                    least = least.min(ratio);
                    if ratio < 3.0 {
                        weak.push(format!("{selector} in {dye} on {ground}, {name}: {ratio:.2}"));
                    }
                }
            }
        }
    }
    println!("faint lines: least {least:.2}");
    assert!(seen >= 3, "the ambition, the threads of the tree and those of the signpost are faint");
    assert_eq!(weak, Vec::<String>::new());
}

#[test]
fn drawings_take_their_colours_from_what_is_measured() {
    let known = [&TEXTS[..], &["kleur", "kleur-tint", "papier", "linnen", "rand", "lijn", "focus"]].concat();
    for (selector, declared) in drawing_rules() {
        for (property, value) in declared.split(';').filter_map(|one| one.trim().split_once(": ")) {
            let Some(token) = value.strip_prefix("var(--v-").and_then(|rest| rest.strip_suffix(')')) else { continue };
            if matches!(property, "fill" | "stroke" | "color") {
                assert!(known.contains(&token), "{selector} has {property}: {token}");
                // A hairline only divides; text is never as faint as that.
                assert!(
                    !selector.contains("text") || TEXTS.contains(&token) || token == "kleur",
                    "{selector}: text in {token}"
                );
            }
        }
    }
}

#[test]
fn the_dyes_differ_from_each_other_in_both_schemes() {
    let colours = colours();
    for (at, one) in TEXTS.iter().enumerate() {
        for other in &TEXTS[at + 1..] {
            for (scheme, name) in SCHEMES.iter().enumerate() {
                let (a, b) = (colours[*one][scheme], colours[*other][scheme]);
                let distance: u32 = a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b))).sum();
                assert!(distance > 40, "{one} and {other} look alike in {name}");
            }
        }
    }
}

#[test]
fn colours_stand_in_the_tokens_alone() {
    for (file, css) in styles().iter().filter(|(file, _)| *file != "00-tokens.css") {
        for (number, line) in css.lines().enumerate() {
            let digits = |rest: &str| rest.chars().take_while(char::is_ascii_hexdigit).count();
            let found = line.split('#').skip(1).any(|rest| [3, 6, 8].contains(&digits(rest)));
            // Paper is white whatever the screen shows.
            assert!(!found || line.contains("--v-linnen: #FFFFFF"), "{file}:{}: {line}", number + 1);
        }
    }
}

#[test]
fn every_token_that_is_used_exists() {
    let all = styles();
    // A part of the theme may have a measure of its own; the program writes some beside a drawing.
    let makers = all_text(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let sheets = all.iter().flat_map(|(_, css)| css.split(['{', ';', '/']));
    let mut known: Vec<&str> = sheets.filter_map(|piece| piece.split_once(':')).map(|(name, _)| name.trim()).collect();
    known.sort_unstable();
    for (file, css) in &all {
        for used in css.split("var(").skip(1).filter_map(|rest| rest.split([')', ',']).next()) {
            let exists = known.binary_search(&used).is_ok() || makers.contains(&format!("{used}:"));
            assert!(!used.starts_with("--v-") || exists, "{file} uses {used}, which is no token");
        }
    }
}

#[test]
fn every_layer_has_its_place_in_the_order() {
    let order = TOKENS.lines().find_map(|line| line.strip_prefix("@layer ")).unwrap_or_default();
    let declared: Vec<&str> = order.trim_end_matches(';').split(", ").collect();
    for (file, css) in &styles() {
        for layer in css.lines().filter_map(|line| line.strip_prefix("@layer ")?.strip_suffix(" {")) {
            assert!(declared.contains(&layer), "{file} has a layer {layer} without a place in the order");
        }
    }
}

/// All text below a folder.
fn all_text(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = entries.map(|path| match path.is_dir() {
        true => all_text(&path),
        false => std::fs::read_to_string(&path).unwrap_or_default(),
    });
    texts.collect::<Vec<_>>().join("\n")
}

fn in_a_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}

/// The classes that a style sheet names, without what it says of them.
fn classes(css: &str) -> Vec<&str> {
    let selectors = css.split(['}', ';']).filter_map(|rule| rule.rsplit_once('{').map(|(head, _)| head));
    let names = selectors.flat_map(|head| head.split('.').skip(1));
    let names = names.map(|rest| rest.split(|letter| !in_a_name(letter)).next().unwrap_or_default());
    names.filter(|name| name.starts_with(|first: char| first.is_ascii_alphabetic())).collect()
}

#[test]
fn every_class_with_a_style_is_written_somewhere() {
    // What follows these is a name from the data or a number, put behind them while a page is made.
    const BEGINNINGS: [&str; 7] = ["dye-", "hl-", "ig-tot-", "infographic-", "melding--", "status-", "toc-"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let makers = ["src", "themes/weefsel/templates", "themes/weefsel/js"].map(|folder| all_text(&root.join(folder)));
    let mut written: Vec<&str> = makers.iter().flat_map(|text| text.split(|letter| !in_a_name(letter))).collect();
    written.sort_unstable();
    for (file, css) in &styles() {
        for class in classes(css) {
            let known =
                written.binary_search(&class).is_ok() || BEGINNINGS.iter().any(|start| class.starts_with(start));
            // A drawing has its kind as a class.
            let kind = class.strip_prefix("ig-").is_some_and(|kind| written.binary_search(&kind).is_ok());
            assert!(known || kind, "{file} has a style for .{class}, which nothing writes");
        }
    }
}
