//! An organisation's own look: the portal is built with a second set of design tokens, as an organisation would give it.
use std::path::Path;
use verbeeld::diag::short;
use verbeeld::output::Output;
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::{Project, Role, SourceFile, Sources, read};
use verbeeld::theme::{Colour, Palette, Scheme, Settings};

const LIGHT: &str = "huisstijl.tokens.json";
const DARK: &str = "huisstijl.donker.tokens.json";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sources of the portal with these files beside `portal.toml`.
fn sources(with: &[&str]) -> Sources {
    let own = read(&Project::find(root()).unwrap()).unwrap();
    let mut files: Vec<SourceFile> = own.iter().map(|(_, file)| file.clone()).collect();
    for name in with {
        let bytes = std::fs::read(root().join("tests/huisstijl").join(name)).unwrap();
        files.push(SourceFile {
            path: format!("site/{name}"),
            name: (*name).to_owned(),
            role: Role::Theme(0),
            hashed: Default::default(),
            bytes: bytes.into(),
            disk: None,
        });
    }
    Sources::new(files)
}

fn built(with: &[&str]) -> Output {
    let sources = sources(with);
    let built = build(&sources, Options::default(), &mut Memo::default());
    let told: Vec<String> = built.problems.iter().map(|p| short::render(p, &sources)).collect();
    assert_eq!(told, Vec::<String>::new());
    built.output.unwrap()
}

fn text(output: &Output, path: &str) -> String {
    String::from_utf8(output.get(path).unwrap().to_vec()).unwrap()
}

fn palette(output: &Output) -> Palette {
    let path = output.iter().map(|(path, _)| path).find(|path| path.ends_with(".css")).unwrap();
    Palette::of(&text(output, path))
}

#[test]
fn a_second_set_of_tokens_replaces_those_of_the_theme() {
    let output = built(&[LIGHT, DARK]);
    let palette = palette(&output);
    let colour = |name, scheme| palette.colour(name, scheme).map(|c| c.to_string()).unwrap_or_default();
    assert_eq!(colour("--v-linnen", Scheme::Light), "#F4F8FA");
    assert_eq!(colour("--v-linnen", Scheme::Dark), "#07131F");
    assert_eq!(colour("--v-link", Scheme::Light), "#003366");
    assert_eq!(colour("--v-meekrap", Scheme::Light), "#8C1D18");
    assert_eq!(colour("--v-inkt", Scheme::Dark), "#F4F8FA", "the dark file may refer to the light one");
    assert_eq!(palette.value("--v-letter", Scheme::Light), Some("\"Verdana\", \"DejaVu Sans\", sans-serif"));
    assert_eq!(palette.value("--v-hoek", Scheme::Light), Some("0px"));
    // What the organisation leaves alone stays.
    assert_eq!(palette.colour("--v-papier", Scheme::Light), Colour::hex("#FFFFFF"));
    let home = text(&output, "index.html");
    assert!(home.contains("content=\"#F4F8FA\" media=\"(prefers-color-scheme: light)\""));
    assert!(home.contains("content=\"#07131F\" media=\"(prefers-color-scheme: dark)\""));
}

#[test]
fn without_dark_colours_the_site_is_light_only() {
    let output = built(&[LIGHT]);
    let palette = palette(&output);
    assert_eq!(palette.value("color-scheme", Scheme::Light), Some("light"));
    let home = text(&output, "index.html");
    assert!(home.contains("<meta name=\"color-scheme\" content=\"light\">"));
    assert!(home.contains("<meta name=\"theme-color\" content=\"#F4F8FA\">"));
}

#[test]
fn without_a_set_of_its_own_the_theme_gives_the_colours() {
    let output = built(&[]);
    let [light, dark] = Scheme::ALL.map(|scheme| palette(&output).colour("--v-linnen", scheme).unwrap());
    let home = text(&output, "index.html");
    assert!(home.contains(&format!("content=\"{light}\" media=\"(prefers-color-scheme: light)\"")));
    assert!(home.contains(&format!("content=\"{dark}\" media=\"(prefers-color-scheme: dark)\"")));
}

#[test]
fn every_token_that_can_be_replaced_sets_a_property_of_the_theme() {
    let sources = sources(&[]);
    let settings = Settings::of(&sources, "", &mut Vec::new());
    let palette = palette(&built(&[]));
    let known: Vec<&str> = palette.names().collect();
    assert!(settings.tokens.len() >= 20);
    let contrasts = settings.contrasts.iter().flat_map(|c| c.colours.iter().chain(&c.grounds));
    for property in settings.tokens.values().chain(&settings.ground).chain(contrasts) {
        assert!(known.contains(&property.as_str()), "{property} is no property of the theme");
    }
}

#[test]
fn the_theme_keeps_to_its_own_contrasts() {
    let settings = Settings::of(&sources(&[]), "", &mut Vec::new());
    let palette = palette(&built(&[]));
    let mut checked = 0;
    for rule in &settings.contrasts {
        for (colour, ground) in rule.colours.iter().flat_map(|c| rule.grounds.iter().map(move |g| (c, g))) {
            for scheme in Scheme::ALL {
                let pair = [colour, ground].map(|name| palette.colour(name, scheme).unwrap());
                let ratio = pair[0].contrast(pair[1]);
                assert!(ratio >= rule.least, "{colour} on {ground}, {scheme:?}: {ratio:.2} < {}", rule.least);
                checked += 1;
            }
        }
    }
    assert!(checked > 50);
}
