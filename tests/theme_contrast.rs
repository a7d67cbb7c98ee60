//! The colours of the theme, computed from its tokens: all text reaches 4.5:1 on every ground it may stand on, all lines
//! that carry meaning 3:1, in light and in dark.
use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../themes/weefsel/css/00-tokens.css");

const STYLES: &[(&str, &str)] = &[
    ("00-tokens.css", TOKENS),
    ("10-basis.css", include_str!("../themes/weefsel/css/10-basis.css")),
    ("20-opmaak.css", include_str!("../themes/weefsel/css/20-opmaak.css")),
    ("30-tekst.css", include_str!("../themes/weefsel/css/30-tekst.css")),
    ("35-delen.css", include_str!("../themes/weefsel/css/35-delen.css")),
    ("40-infographic.css", include_str!("../themes/weefsel/css/40-infographic.css")),
    ("41-beeldtaal.css", include_str!("../themes/weefsel/css/41-beeldtaal.css")),
    ("42-ladder.css", include_str!("../themes/weefsel/css/42-ladder.css")),
    ("42-weefsel.css", include_str!("../themes/weefsel/css/42-weefsel.css")),
    ("43-organogram.css", include_str!("../themes/weefsel/css/43-organogram.css")),
    ("44-bijdrage.css", include_str!("../themes/weefsel/css/44-bijdrage.css")),
    ("45-big8.css", include_str!("../themes/weefsel/css/45-big8.css")),
    ("45-tegels.css", include_str!("../themes/weefsel/css/45-tegels.css")),
    ("46-planning.css", include_str!("../themes/weefsel/css/46-planning.css")),
    ("47-boom.css", include_str!("../themes/weefsel/css/47-boom.css")),
    ("48-borden.css", include_str!("../themes/weefsel/css/48-borden.css")),
    ("50-code.css", include_str!("../themes/weefsel/css/50-code.css")),
    ("60-hulp.css", include_str!("../themes/weefsel/css/60-hulp.css")),
    ("70-afdrukken.css", include_str!("../themes/weefsel/css/70-afdrukken.css")),
];

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
    let sheets = STYLES.iter().filter(|(file, _)| file.starts_with('4')).map(|(_, css)| css);
    let inside = |css: &&str| {
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
    for (file, css) in STYLES.iter().filter(|(file, _)| *file != "00-tokens.css") {
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
    let names = TOKENS.split(['{', ';', '/']).filter_map(|piece| piece.split_once(':')).map(|(name, _)| name.trim());
    let known: Vec<&str> = names.collect();
    for (file, css) in STYLES {
        for used in css.split("var(").skip(1).filter_map(|rest| rest.split([')', ',']).next()) {
            assert!(!used.starts_with("--v-") || known.contains(&used), "{file} uses {used}, which is no token");
        }
    }
}

#[test]
fn every_layer_has_its_place_in_the_order() {
    let order = TOKENS.lines().find_map(|line| line.strip_prefix("@layer ")).unwrap_or_default();
    let declared: Vec<&str> = order.trim_end_matches(';').split(", ").collect();
    for (file, css) in STYLES {
        for layer in css.lines().filter_map(|line| line.strip_prefix("@layer ")?.strip_suffix(" {")) {
            assert!(declared.contains(&layer), "{file} has a layer {layer} without a place in the order");
        }
    }
}
