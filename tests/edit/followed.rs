//! What leads to a page or a record follows it, however the link is written; and what only looks like one stays.

use crate::support::desk::{Desk, tree};
use std::fs;

fn read(desk: &Desk, path: &str) -> String {
    fs::read_to_string(desk.path(path)).unwrap()
}

/// The starter site with one more page, and a page that has moved since: every way to lead to that one.
fn moved(links: &str) -> Desk {
    let desk = Desk::with_site();
    fs::rename(desk.path("site/content/werkwijze/overleg.md"), desk.path("site/content/werkwijze/samen.md")).unwrap();
    let text = read(&desk, "site/content/werkwijze/samen.md");
    desk.write(
        "site/content/werkwijze/samen.md",
        &text.replacen("+++\n", "+++\naliassen = [\"werkwijze/overleg/\"]\n", 1),
    );
    desk.write("site/content/proef.md", &format!("+++\ntitel = \"Proef\"\n+++\n\n{links}\n"));
    desk
}

#[test]
fn only_the_address_of_a_link_is_mended() {
    let links = [
        ("[a](/werkwijze/overleg/)", "[a](/werkwijze/samen/)"),
        ("[/werkwijze/overleg/](/werkwijze/overleg/)", "[/werkwijze/overleg/](/werkwijze/samen/)"),
        ("[b](</werkwijze/overleg/> \"/werkwijze/overleg/\")", "[b](</werkwijze/samen/> \"/werkwijze/overleg/\")"),
        ("[een][l], [**vet**][l], [L][] en [l]", "[een][l], [**vet**][l], [L][] en [l]"),
        ("[l]: /werkwijze/overleg/ \"titel\"", "[l]: /werkwijze/samen/ \"titel\""),
        ("| [in een tabel][l] |\n|---|\n| x |", "| [in een tabel][l] |\n|---|\n| x |"),
        ("[c](werkwijze/overleg.md)", "[c](/werkwijze/samen/)"),
        (
            "- [[werkwijze/overleg]]\n- [d](/werkwijze/overleg/?a=1#hoe-vaak)",
            "- [[werkwijze/samen]]\n- [d](/werkwijze/samen/?a=1#hoe-vaak)",
        ),
        ("[e](/werkwijze/over%6Ceg/)", "[e](/werkwijze/samen/)"),
        (
            "[[werkwijze/overleg]] en [[werkwijze/overleg|woorden]]",
            "[[werkwijze/samen]] en [[werkwijze/samen|woorden]]",
        ),
    ];
    let (was, becomes): (Vec<&str>, Vec<&str>) = links.into_iter().unzip();
    let desk = moved(&was.join("\n\n"));
    for _ in 0..3 {
        desk.run(&["check", "--verbeter", "--ja"]);
    }
    let after = read(&desk, "site/content/proef.md");
    assert_eq!(after, format!("+++\ntitel = \"Proef\"\n+++\n\n{}\n", becomes.join("\n\n")));
}

#[test]
fn a_link_with_an_address_in_other_signs_keeps_its_words() {
    let links = "[woorden](/werk&#119;ijze/overleg/) en [woorden][r]\n\n[r]: /werk&#119;ijze/overleg/";
    let desk = moved(links);
    desk.run(&["check", "--verbeter", "--ja"]);
    assert!(read(&desk, "site/content/proef.md").contains(links));
}

#[test]
fn a_text_of_the_data_with_escapes_stays_whole() {
    let desk = moved("Tekst.");
    let term = "\n[[begrip]]\nid = \"proef\"\nnaam = \"Proef\"\nbetekenis = \"Zie \\\"dit\\\" in [overleg](/werkwijze/overleg/) en [fte].\"\n";
    let data = read(&desk, "site/data/begrippen.toml") + term;
    desk.write("site/data/begrippen.toml", &data);
    for _ in 0..2 {
        desk.run(&["check", "--verbeter", "--ja"]);
    }
    assert_eq!(read(&desk, "site/data/begrippen.toml"), data);
}

#[test]
fn the_menu_goes_along() {
    let desk = moved("Tekst.");
    let portal = read(&desk, "site/portal.toml") + "\n[[voet]]\ntitel = \"Overleg\"\nnaar = \"werkwijze/overleg/\"\n";
    desk.write("site/portal.toml", &portal);
    desk.run(&["check"]).says("Schrijf: werkwijze/samen/. Daar staat die pagina nu.");
    desk.run(&["check", "--verbeter", "--ja"]);
    assert_eq!(read(&desk, "site/portal.toml"), portal.replace("werkwijze/overleg/", "werkwijze/samen/"));
}

#[test]
fn a_new_id_reaches_links_whose_address_stands_elsewhere() {
    let desk = Desk::with_site();
    let text = |id: &str| {
        format!(
            "+++\ntitel = \"Proef\"\n+++\n\nZie [dit][r], [r] en ![r][f].\n\n[r]: /gremia/{id}/\n[f]: gremia/{id}/{id}.png \"x\"\n"
        )
    };
    desk.write(
        "site/content/proef.md",
        &text("kernteam").replace(" en ![r][f]", "").replace("\n[f]: gremia/kernteam/kernteam.png \"x\"", ""),
    );
    desk.run(&["hernoem", "kernteam", "groep"]).good().says("De id van “kernteam” is nu “groep”.");
    assert!(read(&desk, "site/content/proef.md").contains("[r]: /gremia/groep/\n"));
    desk.run(&["check"]).good();
}

fn photo() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(40, 30).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn a_photo_that_is_called_after_a_record_is_no_reference() {
    let desk = Desk::with_site();
    let record = "\n[[gremium]]\nid = \"klankbord\"\nnaam = \"Klankbord\"\nlaag = \"uitvoering\"\nomschrijving = \"Hier.\"\nbesluit = false\nstatus = \"feit\"\nbron = [\"werkplan\"]\n[[gremium.lid]]\ngroep = \"Allen\"\n";
    let gremia = read(&desk, "site/data/gremia.toml");
    desk.write("site/data/klankbord.toml", record.trim_start());
    let page = "+++\ntitel = \"Klankbord\"\n+++\n\n![Twee mensen bij de beek](klankbord.png)\n\n![De beek](foto-klankbord.png)\n";
    desk.write("site/content/gremia/klankbord/index.md", page);
    fs::write(desk.path("site/content/gremia/klankbord/klankbord.png"), photo()).unwrap();
    fs::write(desk.path("site/content/gremia/klankbord/foto-klankbord.png"), photo()).unwrap();
    let before = tree(&desk.path("site"));
    desk.run(&["hernoem", "klankbord", "kring"]).good();
    assert_eq!(read(&desk, "site/content/gremia/kring/index.md"), page);
    desk.run(&["check"]).good();
    desk.run(&["terug"]).good();
    assert!(tree(&desk.path("site")) == before);
    // Its own page refers to nobody else, and a file in which nothing is left would be missed.
    desk.run(&["verwijder", "klankbord"]).good();
    assert!(!desk.path("site/data/klankbord.toml").exists());
    assert_eq!(read(&desk, "site/data/gremia.toml"), gremia);
    desk.run(&["terug"]).good();
    assert!(tree(&desk.path("site")) == before);
}

#[test]
fn a_record_does_not_take_over_the_page_of_another() {
    let desk = Desk::with_site();
    desk.write("site/content/gremia/bezet.md", "+++\ntitel = \"Iets anders\"\n+++\n\nTekst.\n");
    let before = tree(&desk.path("site"));
    desk.run(&["hernoem", "kernteam", "bezet"]).ends(1).says("site/content/gremia/bezet.md");
    desk.run(&["hernoem", "kernteam", "kern--team"]).ends(1).says("zoals “kern-team”");
    assert!(tree(&desk.path("site")) == before);
}

#[test]
fn a_tie_may_have_a_page() {
    let desk = Desk::with_site();
    let page = "relaties/kernteam--bestuurlijk-overleg";
    desk.run(&["new", "pagina", page]).good();
    let path = format!("site/content/{page}.md");
    let text = read(&desk, &path);
    assert!(text.contains("titel = \"Kernteam Beekdal – Bestuurlijk overleg Beekdal\""), "{text}");
    desk.write(&path, &text.replace("concept = true   # haal deze regel weg als de pagina af is\n", ""));
    desk.run(&["check"]).good();
    desk.run(&["build"]).good();
    assert!(read(&desk, &format!("public/{page}/index.html")).contains("Schrijf hier de tekst."));
    assert!(!desk.path("public/relaties/kernteam-bestuurlijk-overleg").exists());
}

#[test]
fn what_was_wrong_before_keeps_nothing_back() {
    let desk = Desk::with_site();
    desk.write("site/content/proef.md", "+++\ntitel = \"Proef\"\n+++\n\n[Zie](/gremia/kernteam/#weg)\n");
    desk.run(&["check"]).ends(1);
    desk.run(&["hernoem", "kernteam", "groep"]).good();
    assert!(read(&desk, "site/content/proef.md").contains("[Zie](/gremia/groep/#weg)"));
}

#[test]
fn a_page_that_cannot_be_is_not_made() {
    let desk = Desk::with_site();
    desk.write("site/content/gremia/kernteam.md", "+++\ntitel = \"Kernteam\"\n+++\n\nTekst.\n");
    let before = tree(&desk.path("site"));
    for page in ["con", "gremia/kernteam/index"] {
        desk.run(&["new", "pagina", page]).ends(1).says("Er is niets veranderd.");
    }
    assert!(tree(&desk.path("site")) == before);
}

#[test]
fn where_an_old_id_is_left_is_told() {
    let desk = Desk::with_site();
    let text = "+++\ntitel = \"Proef\"\n+++\n\n````markdown\n```infographic\nrelatie = \"kernteam--bestuurlijk-overleg\"\n```\n````\n\n<!-- zie\nprojectgroep-oevers -->\n\n[vol](https://beekdal.example/gremia/projectgroep-oevers/)\n";
    desk.write("site/content/proef.md", text);
    desk.run(&["hernoem", "kernteam", "groep"]).good().says("proef.md:7  relatie = \"kernteam--bestuurlijk-overleg\"");
    let said = desk.run(&["hernoem", "projectgroep-oevers", "oeverwerk"]).good();
    said.says("proef.md:12  projectgroep-oevers -->").says("proef.md:14  [vol](https://beekdal.example");
}
