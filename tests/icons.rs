//! The site's mark as pictures: what browsers, bookmarks and telephones ask for besides the drawing.
use crate::support::project::Place;
use std::path::Path;
use verbeeld::output::Output;
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::{Project, read};

const ICONS: [&str; 3] = ["favicon.ico", "favicon.svg", "apple-touch-icon.png"];

fn built(place: &Place) -> Output {
    let built = build(&place.sources(), Options::default(), &mut Memo::default());
    built.output.unwrap_or_else(|| panic!("{:?}", built.problems))
}

fn place() -> Place {
    let place = Place::new();
    place.write("site/portal.toml", b"naam = \"P\"\nbasis_url = \"https://p.example/in/een/map/\"\n");
    place.write("site/content/index.md", b"+++\ntitel = \"Start\"\n+++\n\nWelkom.\n");
    place.write("site/content/over/diep/werk.md", b"+++\ntitel = \"Werk\"\n+++\n\nEen zin.\n");
    place
}

/// The same bytes on every machine and in every build; linked from each page by how deep it lies.
#[test]
fn every_page_leads_to_the_three_icons_from_where_it_lies() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/second");
    let sources = read(&Project::find(&folder).unwrap()).unwrap();
    let of_others = build(&sources, Options::default(), &mut Memo::default()).output.unwrap();
    for output in [built(&place()), of_others] {
        let mut pages = 0;
        for (path, bytes) in output.iter().filter(|(path, _)| path.ends_with(".html") && *path != "404.html") {
            let html = std::str::from_utf8(bytes).unwrap();
            if html.contains("http-equiv=\"refresh\"") {
                continue;
            }
            let up = match path.matches('/').count() {
                0 => "./".to_owned(),
                n => "../".repeat(n),
            };
            for icon in ICONS {
                let link = [format!("href=\"{up}{icon}\""), format!("href=\"{}{icon}\"", up.trim_start_matches("./"))];
                assert!(link.iter().any(|link| html.contains(link.as_str())), "{path}: {link:?}");
            }
            pages += 1;
        }
        assert!(pages > 1);
        let ico = output.get("favicon.ico").unwrap();
        assert_eq!(ico[..4], [0, 0, 1, 0]);
        assert!(output.get("apple-touch-icon.png").unwrap().starts_with(b"\x89PNG"));
    }
    let (one, other) = (built(&place()), built(&place()));
    ICONS.iter().for_each(|icon| assert_eq!(one.get(icon), other.get(icon), "{icon}"));
}

/// A site's own mark is drawn, and its own pictures go before what is made.
#[test]
fn a_mark_of_ones_own() {
    let plain = built(&place());
    let place = place();
    place.write(
        "site/static/favicon.svg",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 2\"><path fill=\"#123456\" d=\"M0 0h2v2H0z\"/></svg>",
    );
    let own = built(&place);
    assert_ne!(own.get("favicon.ico"), plain.get("favicon.ico"));
    assert_ne!(own.get("apple-touch-icon.png"), plain.get("apple-touch-icon.png"));
    place.write("site/static/favicon.ico", b"\0\0\x01\0mine");
    assert_eq!(&built(&place).get("favicon.ico").unwrap()[..], b"\0\0\x01\0mine");
}
