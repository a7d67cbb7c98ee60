//! The settings for hosts that no server here can read: their form, and that all of them say the same.
use crate::support::project::Place;
use std::collections::BTreeMap;
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::site::POLICY;

const PORTAL: &str = r#"naam = "Proef & co"
basis_url = "https://proef.example/een map/"
hosts = ["netlify", "iis", "caddy", "nginx", "apache", "apache"]
"#;

fn site(portal: &str) -> BTreeMap<String, String> {
    let place = Place::new();
    place.write("site/portal.toml", portal.as_bytes());
    place.write("site/content/index.md", b"+++\ntitel = \"Start\"\n+++\n");
    place.write(
        "site/content/nu.md",
        "+++\ntitel = \"Nu\"\naliassen = [\"vroeger\", \"oud & (1)/één\"]\n+++\n".as_bytes(),
    );
    let built = build(&place.sources(), Options::default(), &mut Memo::default());
    let output = built.output.unwrap_or_else(|| panic!("{:?}", built.problems));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    output.iter().map(|(path, bytes)| (path.to_owned(), text(bytes))).collect()
}

#[test]
fn each_kind_of_host_has_its_files_and_says_the_same() {
    let files = site(&PORTAL.replace("een map", "map"));
    for path in [".htaccess", ".hosts/nginx.conf", ".hosts/Caddyfile", "web.config", "_headers"] {
        let text = files.get(path).unwrap_or_else(|| panic!("no {path}"));
        let text = text.replace("&apos;", "'");
        assert!(text.contains(&format!("{POLICY}; frame-ancestors 'self'")), "{path}");
        assert!(text.contains("immutable"), "{path}");
        assert!(!text.contains("Strict-Transport-Security"), "in a folder it would speak for another's host: {path}");
    }
    for path in [".htaccess", ".hosts/nginx.conf", ".hosts/Caddyfile", "web.config", "_redirects"] {
        assert!(files[path].contains("/map/nu/"), "{path}");
    }
    assert!(files["index.html"].contains(POLICY));
    let at_root = site(&PORTAL.replace("een map/", ""));
    assert!(at_root[".htaccess"].contains("Strict-Transport-Security"));
    let nobody = site("naam = \"Proef\"\nbasis_url = \"https://proef.example/\"\n");
    assert!(!nobody.keys().any(|path| path.starts_with('.') || path.starts_with('_') || path == "web.config"));
}

/// Old sites had addresses that look odd: of a person's pages, with a dollar sign, or as an address bar spells them.
#[test]
fn old_addresses_may_look_odd() {
    let place = Place::new();
    place.write("site/portal.toml", b"naam = \"Proef\"\nbasis_url = \"https://proef.example/\"\n");
    place.write("site/content/index.md", b"+++\ntitel = \"Start\"\n+++\n");
    let odd = "+++\ntitel = \"Nu\"\naliassen = [\"~els/plan\", \"a+b.$c\", \"een%20oud%C3%A9\", \"100% klaar\"]\n+++\n";
    place.write("site/content/nu.md", odd.as_bytes());
    let built = build(&place.sources(), Options::default(), &mut Memo::default());
    let output = built.output.unwrap_or_else(|| panic!("{:?}", built.problems));
    let paths: Vec<&str> = output.iter().map(|(path, _)| path).collect();
    for path in ["~els/plan/index.html", "a+b.$c/index.html", "een oudé/index.html", "100% klaar/index.html"] {
        assert!(paths.contains(&path), "{path}");
    }
}

#[test]
fn web_config_is_well_formed_and_names_each_thing_once() {
    let files = site(&PORTAL.replace("een map", "map"));
    let document = roxmltree::Document::parse(&files["web.config"]).unwrap();
    let values = |tag: &str, key: &str| -> Vec<String> {
        let of = document.descendants().filter(|node| node.has_tag_name(tag));
        of.filter_map(|node| node.attribute(key).map(str::to_owned)).collect()
    };
    for (tag, key) in [("mimeMap", "fileExtension"), ("location", "path")] {
        let all = values(tag, key);
        let mut once = all.clone();
        once.sort();
        once.dedup();
        assert!(!all.is_empty() && once.len() == all.len(), "IIS refuses a {tag} that stands there twice");
    }
    let moved = document.descendants().filter(|node| node.has_tag_name("httpRedirect"));
    assert_eq!(
        moved.filter_map(|node| node.attribute("destination")).collect::<Vec<_>>(),
        ["/map/nu/"],
        "the other has a sign that IIS refuses"
    );
}

#[test]
fn redirects_are_three_words_a_line() {
    let files = site(&PORTAL.replace("een map", "map"));
    let lines: Vec<&str> = files["_redirects"].lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line.split(' ').count() == 3 && line.is_ascii()), "{lines:?}");
}
