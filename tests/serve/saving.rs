//! What a save brings about, in whichever way an editor program does it.

use super::server::{Running, SITE, wait_for};
use std::fs;

#[test]
fn the_ways_in_which_editors_save() {
    let server = Running::start(&SITE);
    let site = server.keep.path().join("site");
    // Beside the file and then in its place.
    fs::write(site.join(".x.css.swp"), "half").unwrap();
    fs::write(site.join("x.css~"), "oud").unwrap();
    fs::remove_file(site.join("x.css~")).unwrap();
    fs::remove_file(site.join(".x.css.swp")).unwrap();
    fs::write(site.join("x.css.tmp"), "p{color:blue}").unwrap();
    fs::rename(site.join("x.css.tmp"), site.join("x.css")).unwrap();
    server.built();
    assert_eq!(server.get("/x.css").text(), "p{color:blue}");
    // A new folder in a new folder.
    server.saved("nieuw/diep/index.html", "<body>Nieuw</body>");
    wait_for(|| server.get("/nieuw/diep/").status() == 200);
    server.save("nieuw/diep/index.html", "<body>Nieuwer</body>");
    wait_for(|| server.get("/nieuw/diep/").text().contains("Nieuwer"));
    // A folder that moves away.
    fs::rename(site.join("nieuw"), server.keep.path().join("weg")).unwrap();
    wait_for(|| server.get("/nieuw/diep/").status() == 404);
}

#[test]
fn a_watched_folder_may_go_and_come_back() {
    let server = Running::start(&SITE);
    let site = server.keep.path().join("site");
    fs::rename(&site, server.keep.path().join("elders")).unwrap();
    wait_for(|| server.get("/x.css").status() == 404);
    server.save("x.css", "p{color:green}");
    wait_for(|| server.get("/x.css").text() == "p{color:green}");
    server.save("x.css", "p{color:white}");
    wait_for(|| server.get("/x.css").text() == "p{color:white}");
    fs::remove_dir_all(&site).unwrap();
    wait_for(|| server.get("/x.css").status() == 404);
    server.save("x.css", "p{color:black}");
    wait_for(|| server.get("/x.css").text() == "p{color:black}");
}
