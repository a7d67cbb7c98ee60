//! The program as an editor runs it: help, messages, exit codes, and what it writes.
use crate::support::desk::{Desk, tree};
use std::fs;
use std::path::Path;
use std::process::Command;

const COMMANDS: &[(&str, &str)] = &[
    ("build", "bouw"),
    ("start", "startpagina"),
    ("serve", "bekijk"),
    ("check", "controleer"),
    ("new", "nieuw"),
    ("init", "begin"),
    ("licenties", "licenses"),
    ("plaats", "zet-online"),
    ("handleiding", "uitleg"),
    ("besluit", "besloten"),
    ("hernoem", "andere-id"),
    ("verwijder", "haal-weg"),
    ("terug", "ongedaan"),
    ("lijst", "ids"),
];

/// English that the argument parser says by itself; none of it may reach an editor.
const ENGLISH: &[&str] = &[
    "usage",
    "options",
    "commands",
    "arguments",
    "print",
    "error",
    "warning",
    "required",
    "unexpected",
    "found",
    "invalid",
    "value",
    "default",
    "possible",
    "aliases",
    "alias",
    "argument",
    "subcommand",
    "unrecognized",
    "tip",
    "similar",
    "exists",
    "help",
    "try",
    "more",
    "information",
    "provided",
    "following",
    "were",
    "not",
    "for",
    "cannot",
    "with",
    "the",
    "and",
];

/// No English in a text, but for what is typed: options and the names of commands.
#[track_caller]
fn is_dutch(text: &str, what: &str) {
    for line in text.lines() {
        for word in line.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_') {
            assert!(!ENGLISH.contains(&word.to_lowercase().as_str()), "{what}: “{word}” in “{line}”");
        }
    }
}

#[test]
fn help_is_dutch_and_shows_examples() {
    let desk = Desk::new();
    for arguments in [&["--help"][..], &["-h"], &["--hulp"]] {
        let help = desk.run(arguments).good();
        is_dutch(&help.out, "--help");
        for words in ["Gebruik:", "Opdrachten:", "Opties:", "Voorbeelden:"] {
            assert!(help.out.contains(words), "{}", help.out);
        }
        for (name, alias) in COMMANDS {
            assert!(help.out.contains(name) && help.out.contains(alias), "{name} and {alias}:\n{}", help.out);
        }
    }
    // Without a command the same help, but it is wrong use.
    let nothing = desk.run(&[]).ends(2);
    is_dutch(&nothing.err, "no command");
    assert!(nothing.err.contains("Opdrachten:"));
}

#[test]
fn every_command_has_help_with_examples_under_both_names() {
    let desk = Desk::new();
    for (name, alias) in COMMANDS {
        let help = desk.run(&[name, "--help"]).good().out;
        is_dutch(&help, name);
        assert!(help.contains("Voorbeelden:"), "{name}:\n{help}");
        assert!(help.contains(&format!("  verbeeld {name}")), "an example of {name}:\n{help}");
        assert_eq!(desk.run(&[alias, "--help"]).good().out, help, "{alias} is {name}");
        for line in help.lines() {
            assert!(line.chars().count() <= 120, "{name}: a long line: {line}");
        }
    }
}

#[test]
fn the_version_has_a_number() {
    let version = Desk::new().run(&["--version"]).good().out;
    assert_eq!(version, format!("verbeeld {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(Desk::new().run(&["--versie"]).good().out, version);
}

#[test]
fn wrong_use_is_told_in_dutch() {
    let desk = Desk::with_site();
    for (arguments, words) in [
        (&["buidl"][..], "Bedoelde u “build”?"),
        (&["fiets"], "de opdracht “fiets” bestaat niet"),
        (&["build", "--concept"], "--concepten"),
        (&["build", "--kleur"], "“--kleur” ken ik hier niet"),
        (&["check", "site"], "--map site"),
        (&["zoek", "geld"], "verbeeld serve --open"),
        (&["build", "--uit"], "--uit"),
        (&["check", "--formaat", "xml"], "Kies uit: uitgebreid, kort, json"),
        (&["serve", "--poort", "veel"], "“veel” kan niet bij"),
        (&["serve", "--poort", "70000"], "70000"),
        (&["serve", "--adres", "hier"], "“hier” kan niet bij"),
        (&["new"], "er ontbreekt iets"),
        (&["new", "pagina"], "er ontbreekt iets"),
        (&["new", "gremiun", "x"], "Bedoelde u “gremium”?"),
        (&["new", "fiets", "x"], "U kunt kiezen uit: pagina, laag"),
        (&["new", "pagina", "///"], "kan geen naam zijn"),
        (&["build", "--map", "bestaat-niet"], "er is geen site/portal.toml"),
    ] {
        let said = desk.run(arguments).ends(2).says(words);
        is_dutch(&said.err, &arguments.join(" "));
        assert!(said.out.is_empty(), "{arguments:?} says on standard output: {}", said.out);
    }
}

#[test]
fn settings_with_a_wrong_name_are_named() {
    let desk = Desk::with_site();
    fs::rename(desk.path("site/portal.toml"), desk.path("site/portal.toml.txt")).unwrap();
    let said = desk.run(&["check"]).ends(2);
    for part in ["portal.toml.txt heeft niet de goede naam", "Bestandsnaamextensies"] {
        assert!(said.err.contains(part), "{}", said.err);
    }
}

#[test]
fn what_was_not_looked_at_is_said_once() {
    let desk = Desk::with_site();
    desk.write("site/data/extra.toml", "[[begrip]]\nid = \"x\"\nsynoniemen = [\"y\"\nnaam = \"X\"\n");
    let said = desk.run(&["check"]).ends(1);
    assert_eq!(said.err.matches("kijkt Verbeeld ook of er iets ontbreekt").count(), 1, "{}", said.err);
    assert!(said.err.contains("extra.toml:3:14") && said.err.contains("1 fout,"), "{}", said.err);
}

#[test]
fn the_starter_site_works_at_once() {
    let desk = Desk::new();
    let said = desk.run(&["init", "mijn-portaal"]).good().says("cd mijn-portaal").says("verbeeld serve");
    is_dutch(&said.err, "init");
    let checked = desk.run(&["check", "--map", "mijn-portaal"]).good();
    assert!(checked.err.starts_with("Gecontroleerd: "), "nothing but the summary:\n{}", checked.err);
    let built = desk.run(&["build", "--map", "mijn-portaal"]).good().says("geen waarschuwingen");
    assert_eq!(built.err.lines().count(), 1, "{}", built.err);
    for path in ["index.html", "404.html", "gremia/kernteam/index.html", "werkwijze/overleg/index.html", "sitemap.xml"]
    {
        assert!(desk.path("mijn-portaal/public").join(path).is_file(), "{path}");
    }
    let home = fs::read_to_string(desk.path("mijn-portaal/public/index.html")).unwrap();
    assert!(home.contains("<svg") && home.contains("<table"), "the home page shows an infographic with its table");
}

#[test]
fn init_leaves_a_folder_with_files_alone() {
    let desk = Desk::new();
    desk.write("brief.txt", "van mij");
    let said = desk.run(&["init"]).ends(2).says("is niet leeg");
    is_dutch(&said.err, "init");
    assert_eq!(tree(desk.folder.path()).len(), 1);
    // A folder with no more than hidden files, such as a new git repository, is empty to an editor.
    desk.write("nieuw/.git/HEAD", "x");
    desk.run(&["begin", "nieuw"]).good();
    assert!(desk.path("nieuw/site/portal.toml").is_file());
    // What VS Code completes keys, words and ids with lies ready.
    let settings: toml::Table = fs::read_to_string(desk.path("nieuw/.taplo.toml")).unwrap().parse().unwrap();
    let rules = settings["rule"].as_array().unwrap();
    for rule in rules {
        let schema = rule["schema"]["path"].as_str().unwrap();
        let text = fs::read_to_string(desk.path("nieuw").join(schema)).unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{schema}");
    }
    assert!(rules.len() > 1, "{settings}");
    let snippets = fs::read_to_string(desk.path("nieuw/.vscode/verbeeld.code-snippets")).unwrap();
    let (_, snippets) = snippets.split_once('\n').unwrap();
    assert!(
        serde_json::from_str::<serde_json::Value>(snippets).is_ok_and(|s| s.as_object().is_some_and(|s| !s.is_empty()))
    );
}

/// The script that GitHub and GitLab run is run here, with an archive as `release/build` makes it.
#[cfg(unix)]
#[test]
fn the_files_for_ci_make_the_site() {
    let desk = Desk::new();
    desk.run(&["init", "--ci", "portaal"]).good().says("Gemaakt: .gitlab-ci.yml");
    let folder = desk.path("portaal");
    for path in [".github/workflows/site.yml", ".gitlab-ci.yml"] {
        assert!(fs::read_to_string(folder.join(path)).unwrap().contains("sh ci/bouw-site.sh"), "{path}");
    }
    // A second time nothing is written over.
    fs::write(folder.join(".gitlab-ci.yml"), "van mij").unwrap();
    desk.run(&["init", "--ci", "portaal"]).good().says(".gitlab-ci.yml staat er al");
    assert_eq!(fs::read_to_string(folder.join(".gitlab-ci.yml")).unwrap(), "van mij");

    let archive = desk.path("verbeeld.tar.gz");
    let shell = |line: &str, environment: &[(&str, &str)]| {
        let mut command = std::process::Command::new("sh");
        command.args(["-c", line]).current_dir(desk.folder.path()).envs(environment.iter().copied());
        command.output().unwrap()
    };
    let packed = format!(
        "mkdir verbeeld && ln '{0}' verbeeld/ || cp '{0}' verbeeld/; tar -cf - verbeeld | gzip -1 > verbeeld.tar.gz && sha256sum verbeeld.tar.gz | cut -d' ' -f1",
        env!("CARGO_BIN_EXE_verbeeld")
    );
    let sum = String::from_utf8(shell(&packed, &[]).stdout).unwrap();
    let address = format!("file://{}", archive.display());
    let run =
        |sum: &str| shell("sh portaal/ci/bouw-site.sh", &[("VERBEELD_ADRES", &address), ("VERBEELD_SHA256", sum)]);
    let wrong = run(&"0".repeat(64));
    assert!(!wrong.status.success() && !folder.join("public").exists());
    assert!(String::from_utf8_lossy(&shell("sh portaal/ci/bouw-site.sh", &[]).stderr).contains("VERBEELD_ADRES"));
    let right = run(sum.trim());
    assert!(right.status.success(), "{}", String::from_utf8_lossy(&right.stderr));
    assert!(folder.join("public/index.html").is_file());
}

#[test]
fn what_is_overdue_is_told_as_of_a_day() {
    let desk = Desk::with_site();
    let page = "+++\ntitel = \"Oud\"\nherzien_voor = \"2027-Q1\"\n+++\n";
    desk.write("site/content/oud.md", page);
    for command in ["check", "build"] {
        let early = desk.run(&[command, "--stand", "2026-01-31"]).good();
        assert!(!early.err.contains("REGEL046"), "{}", early.err);
        desk.run(&[command, "--stand", "2028-01-31"]).good().says("vóór het eerste kwartaal van 2027");
    }
    desk.run(&["serve", "--stand", "morgen"]).ends(2);
}

#[test]
fn the_summary_line_tells_what_was_made() {
    let desk = Desk::with_site();
    let line = desk.run(&["bouw"]).good().err;
    for words in ["De site staat in ", "public", " pagina's, ", " infographics, ", "geen waarschuwingen, in "] {
        assert!(line.contains(words), "“{words}” is not in: {line}");
    }
    desk.write("site/content/waarschuwing.md", "+++\ntitel = \"W\"\n+++\n\n## Een\n\n#### Drie\n");
    desk.run(&["build"]).good().says("let op[MD015]").says(", 1 waarschuwing, in ");
}

#[test]
fn silence_and_times_are_to_be_had() {
    let desk = Desk::with_site();
    assert_eq!(desk.run(&["build", "--stil"]).good().err, "");
    assert_eq!(desk.run(&["build", "--stil"]).good().err, "", "nor when nothing changed");
    assert_eq!(desk.run(&["check", "--stil"]).good().err, "");
    let told = desk.run(&["build", "--tijden", "--uit", "elders"]).good().says("Tijd per stap:\n");
    let steps: Vec<&str> = told.err.lines().filter_map(|line| line.split_once(" ms  ")).map(|(_, step)| step).collect();
    assert_eq!(steps.len(), 9, "{}", told.err);
    assert_eq!((steps[0], steps[8]), ("kijken wat er veranderd is", "de site neerzetten"));
    is_dutch(&told.err, "build --tijden");
    let kept = || String::from_utf8_lossy(&std::fs::read(desk.path(".verbeeld/vorige-build")).unwrap()).into_owned();
    let before = kept();
    let again = desk.run(&["build", "--tijden", "--uit", "elders"]).good();
    // What differs between these tells what was not the same.
    let unchanged = again.err.contains("ms  kijken wat er veranderd is\nEr is niets veranderd");
    assert!(unchanged, "{}\nbefore: {before}\nnow: {}", again.err, kept());
    desk.write("site/content/fout.md", "+++\ntitel = \"F\"\n+++\n[weg](niets.md)\n");
    let wrong = desk.run(&["check", "--stil"]).ends(1).says("fout[");
    assert!(!wrong.err.contains("Gecontroleerd"), "{}", wrong.err);
}

#[test]
fn mistakes_give_exit_code_1_and_leave_the_site_as_it_was() {
    let desk = Desk::with_site();
    desk.run(&["build"]).good();
    let before = tree(&desk.path("public"));
    desk.write("site/content/fout.md", "+++\ntitel = Fout\n+++\n");
    desk.write(
        "site/data/fout.toml",
        "[[begrip]]\nid = \"x\"\nnaam = \"X\"\nbetekenis = \"Zie [[nergens]].\"\nkleur = 1\n",
    );
    let said = desk.run(&["build"]).ends(1).says("De site is niet gemaakt: 3 fouten").says("is niets veranderd");
    for code in ["fout[DATA001]", "fout[DATA002]", "fout[LINK003]"] {
        assert!(said.err.contains(code), "{code}:\n{}", said.err);
    }
    assert_eq!(tree(&desk.path("public")), before, "public/ is as it was");
    desk.run(&["check"]).ends(1).says("Gecontroleerd: 3 fouten");
}

#[test]
fn problems_in_three_forms() {
    let desk = Desk::with_site();
    desk.write("site/content/fout.md", "+++\ntitel = \"Fout\"\n+++\n\nZie [[kerntaem]].\n");

    let full = desk.run(&["check"]).ends(1);
    for words in
        ["fout[LINK003]", "site/content/fout.md:5:7", "Zie [[kerntaem]].", "oplossing: Bedoelde u [[kernteam]]?"]
    {
        assert!(full.err.contains(words), "“{words}” is not in:\n{}", full.err);
    }
    is_dutch(&full.err, "a problem in full");

    let short = desk.run(&["check", "--formaat", "kort"]).ends(1);
    let first = short.err.lines().next().unwrap();
    assert_eq!(first, "site/content/fout.md:5:7: fout[LINK003]: [[kerntaem]] verwijst naar niets");
    assert_eq!(short.err.lines().count(), 2, "the problem and the summary:\n{}", short.err);

    let json = desk.run(&["check", "--formaat", "json"]).ends(1);
    let parsed: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let one = &parsed[0];
    assert_eq!(parsed.as_array().unwrap().len(), 1);
    assert_eq!((&one["code"], &one["ernst"]), (&"LINK003".into(), &"fout".into()));
    assert_eq!(one["bestand"], "site/content/fout.md");
    assert_eq!((&one["regel"], &one["kolom"], &one["eindkolom"]), (&5.into(), &7.into(), &15.into()));

    fs::remove_file(desk.path("site/content/fout.md")).unwrap();
    assert_eq!(desk.run(&["check", "--formaat", "json"]).good().out, "[]\n");
}

#[test]
fn equal_messages_are_one_with_all_their_places() {
    let desk = Desk::with_site();
    let link = "<a href=\"https://a.nl\" target=\"_blank\">het plan</a>\n\n";
    for page in ["een", "twee"] {
        desk.write(&format!("site/content/{page}.md"), &format!("+++\ntitel = \"{page}\"\n+++\n\n{}", link.repeat(10)));
    }

    let full = desk.run(&["check"]).ends(1);
    assert_eq!(full.err.matches("fout[MD022]").count(), 1, "{}", full.err);
    for words in [
        "dit staat er nog 19 keer:",
        "site/content/een.md, regel 7, 9, 11, 13, 15, 17, 19, 21, 23",
        "site/content/twee.md, regel 5, 7,",
        "20 fouten",
    ] {
        assert!(full.err.contains(words), "“{words}” is not in:\n{}", full.err);
    }
    is_dutch(&full.err, "a group of problems");

    let short = desk.run(&["check", "--formaat", "kort"]).ends(1);
    assert_eq!(short.err.matches("fout[MD022]").count(), 20, "{}", short.err);
}

/// Whatever is asked for besides: who asks for JSON gets one document of it.
#[test]
fn json_is_one_document_everywhere() {
    let desk = Desk::with_site();
    let web = desk.path("web");
    fs::create_dir(&web).unwrap();
    let settings = fs::read_to_string(desk.path("site/portal.toml")).unwrap();
    desk.write("site/portal.toml", &format!("{settings}\n[[plaats]]\nnaam = \"web\"\nmap = \"web\"\n"));
    for arguments in [
        &["check"][..],
        &["check", "--leesniveau"],
        &["check", "--livegang"],
        &["check", "--extern"],
        &["check", "--verbeter"],
        &["check", "--verbeter", "--ja"],
        &["check", "--uitleg", "REGEL012"],
        &["check", "--uitleg", "MD"],
        &["check", "--concepten"],
        &["build"],
        &["plaats", "--proef"],
        &["plaats"],
    ] {
        let said = desk.run(&[arguments, &["--formaat", "json"]].concat());
        let parsed: Result<serde_json::Value, _> = serde_json::from_str(&said.out);
        assert!(parsed.is_ok_and(|value| !value.is_null()), "{arguments:?}\n{}\n{}", said.out, said.err);
    }
    let json = |arguments: &[&str]| -> serde_json::Value { serde_json::from_str(&desk.run(arguments).out).unwrap() };
    desk.write("site/content/fout.md", "+++\ntitel = \"Fout\"\n+++\n\nZie [kernteam].\n");
    let levels = json(&["check", "--leesniveau", "--formaat", "json"]);
    assert_eq!(levels["meldingen"][0]["code"], "MD042");
    assert!(levels["leesniveau"]["paginas"][0]["score"].is_number());
    let mended = json(&["check", "--verbeter", "--formaat", "json"]);
    assert_eq!((&mended[0]["bestand"], &mended[0]["regel"]), (&"site/content/fout.md".into(), &5.into()));
    assert_eq!(mended[0]["wordt"], "Zie [[kernteam]].");
    let placed = json(&["plaats", "--proef", "--formaat", "json"]);
    let steps = placed["stappen"].as_array().unwrap();
    assert!(steps.iter().any(|step| step["stap"] == "nieuw" && step["pad"] == "fout/index.html"), "{steps:?}");
}

#[test]
fn no_colours_when_not_on_a_terminal() {
    let desk = Desk::with_site();
    desk.write("site/content/fout.md", "+++\ntitel = Fout\n+++\n");
    for environment in [&[][..], &[("NO_COLOR", "1")], &[("CLICOLOR_FORCE", "1")], &[("TERM", "xterm-256color")]] {
        for arguments in [&["check"][..], &["--help"], &["buidl"]] {
            let said = desk.with(arguments, environment);
            assert!(!said.err.contains('\u{1b}') && !said.out.contains('\u{1b}'), "{arguments:?} {environment:?}");
        }
    }
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let desk = Desk::with_site();
    desk.write("public/vakantie.jpg", "plaatje");
    let said = desk.run(&["build"]).ends(2).says("vakantie.jpg").says("lege map");
    is_dutch(&said.err, "a folder of others");
    assert_eq!(tree(&desk.path("public")).len(), 1);
    desk.run(&["build", "--uit", "."]).ends(2);
    desk.run(&["build", "--uit", "site/content"]).ends(2);
    desk.run(&["build", "--uit", "elders"]).good();
    assert!(desk.path("elders/index.html").is_file());
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_gives_exit_code_2() {
    let desk = Desk::with_site();
    desk.write("bestand", "geen map");
    let said = desk.run(&["build", "--uit", "bestand/public"]).ends(2);
    is_dutch(&said.err.replace(&desk.folder.path().display().to_string(), ""), "a file in the way");
    assert_eq!(fs::read_to_string(desk.path("bestand")).unwrap(), "geen map");
    desk.run(&["build", "--uit", "/proc/verbeeld"]).ends(2);
}

#[test]
fn new_pages_and_records_can_be_filled_in() {
    let desk = Desk::with_site();
    let said = desk.run(&["new", "pagina", "werkwijze/Mijn plan"]).good().says("werkwijze");
    is_dutch(&said.err, "new");
    let page = fs::read_to_string(desk.path("site/content/werkwijze/mijn-plan.md")).unwrap();
    assert!(page.contains("titel = \"Mijn plan\"") && page.contains("concept = true"), "{page}");
    // A new page is a draft that builds.
    desk.run(&["check"]).good();
    desk.run(&["check", "--concepten"]).good();
    desk.run(&["new", "pagina", "werkwijze/mijn-plan"]).ends(2).says("kan niet worden gemaakt");
    // From whichever folder the path was typed.
    for (typed, made) in [
        ("site/content/over/contact", "over/contact.md"),
        ("content/over/team.md", "over/team.md"),
        ("site\\content\\over\\adres.md", "over/adres.md"),
        ("./site/content/over/route/", "over/route.md"),
    ] {
        desk.run(&["new", "pagina", typed]).good();
        assert!(desk.path(&format!("site/content/{made}")).is_file(), "{typed}");
    }
    assert_eq!(fs::read_to_string(desk.path("site/content/werkwijze/mijn-plan.md")).unwrap(), page, "it is left alone");
}

#[test]
fn what_is_new_keeps_its_name_and_is_told_once_as_unfinished() {
    let desk = Desk::with_site();
    let text = |path: &str| fs::read_to_string(desk.path(path)).unwrap();
    desk.run(&["new", "gremium", "PHO Natuur"]).good();
    assert!(text("site/data/gremia-pho-natuur.toml").contains("naam = \"PHO Natuur\"\n"));
    desk.run(&["new", "pagina", "nieuws/index"]).good();
    assert!(text("site/content/nieuws/index.md").contains("titel = \"Nieuws\"\n"));
    // Words of the manual.
    for (word, name, kind) in [
        ("overleg", "Klankbord", "[[gremium]]"),
        ("partner", "Zeestad", "[[organisatie]]"),
        ("band", "kernteam--beekstad", "[[relatie]]"),
    ] {
        desk.run(&["new", word, name]).good();
        let said = desk.run(&["check", "--formaat", "kort"]).good();
        assert!(said.err.contains(&format!("REGEL052]: {kind} ")), "{word}: {}", said.err);
    }
    let said = desk.run(&["check", "--formaat", "kort"]).good();
    assert_eq!(said.err.matches("REGEL052").count(), 4, "{}", said.err);
}

#[test]
fn a_new_relation_ties_the_two_ends_of_its_id() {
    let desk = Desk::with_site();
    let said = desk.run(&["new", "relatie", "beekstad--Bestuurlijk overleg"]).good();
    is_dutch(&said.err, "new relatie");
    let text = fs::read_to_string(desk.path("site/data/relaties-beekstad--bestuurlijk-overleg.toml")).unwrap();
    for line in ["id = \"beekstad--bestuurlijk-overleg\"", "van = \"beekstad\"", "naar = \"bestuurlijk-overleg\""] {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn what_cannot_be_new_is_refused_and_writes_nothing() {
    let desk = Desk::with_site();
    let before = tree(desk.folder.path());
    for (arguments, words) in [
        (["new", "relatie", "kernteam--kernteem"], "met de id “kernteem”. Bedoelde u “kernteam”?"),
        (["new", "relatie", "kernteam"], "De id “kernteam” bestaat al"),
        (["new", "relatie", "een-ander"], "de-een--de-ander"),
        (["new", "relatie", "kernteam--bestuurlijk"], "“bestuurlijk” is een laag"),
        (["new", "relatie", "kernteam--bestuurlijk-overleg"], "in site/data/relaties.toml, regel 5"),
        (["new", "gremium", "kernteam"], "in site/data/gremia.toml, regel 25"),
        (["new", "bron", "kernteam"], "bestaat al"),
        (["new", "cijfer", "bijdrage.geld"], "bestaat al"),
    ] {
        let said = desk.run(&arguments).ends(2).says(words);
        is_dutch(&said.err, &arguments.join(" "));
    }
    assert!(tree(desk.folder.path()) == before, "nothing was written");
}

#[test]
fn the_check_says_what_it_did_not_look_at() {
    let desk = Desk::with_site();
    desk.write("site/content/half.md", "+++\ntitel = \"Half\"\nconcept = true\n+++\n\n[link](/nergens/)\n");
    let said = desk.run(&["check"]).good().says("1 concept staat niet op de site").says("check --concepten");
    is_dutch(&said.err, "check");
    desk.run(&["check", "--concepten"]).ends(1).says("LINK001");
    // With errors in the data nobody looked for what is absent: it cannot say that there is nothing of the kind.
    desk.write("site/data/nieuw.toml", "[[gremium]]\nid = \"nieuw\"\n");
    let said = desk.run(&["check"]).ends(1).says("kijkt Verbeeld ook of er iets ontbreekt");
    assert!(!said.err.contains("geen waarschuwingen"), "{}", said.err);
}

#[test]
fn a_new_record_of_every_kind_holds_its_required_keys() {
    let desk = Desk::with_site();
    for kind in verbeeld::model::Model::KINDS {
        // A relation is called after its ends.
        let id = match kind.name {
            "relatie" => "beekstad--bestuurlijk-overleg".to_owned(),
            name => format!("proef-{name}"),
        };
        desk.run(&["new", kind.name, &id]).good();
        let path = desk.path(&format!("site/data/{}-{id}.toml", kind.plural));
        let text = fs::read_to_string(&path).unwrap();
        let table: toml::Table = text.parse().unwrap_or_else(|e| panic!("{}: {e}\n{text}", kind.name));
        let record = table[kind.name][0].as_table().unwrap();
        for key in verbeeld::model::Model::keys_of(kind.name) {
            // Required keys stand there; all others as remarks. Each is explained.
            let blocks = [format!("\n# [[{}.{}]]", kind.name, key.name), format!("\n# [{}.{}]", kind.name, key.name)];
            let remark =
                text.contains(&format!("\n# {} = ", key.name)) || blocks.iter().any(|head| text.contains(head));
            assert!(
                record.contains_key(key.name) || (remark && !key.required),
                "{}: no {}\n{text}",
                kind.name,
                key.name
            );
            assert!(text.contains(&key.help), "{}: {} is not explained\n{text}", kind.name, key.name);
        }
    }
    // What is left to fill in is told by the check, and nothing else.
    let said = desk.run(&["check", "--formaat", "kort"]).good();
    for line in said.err.lines().filter(|l| l.contains("fout[") || l.contains("let op[")) {
        assert!(line.contains("[REGEL052]"), "{line}");
    }
}

#[test]
fn a_record_filled_in_is_good() {
    let desk = Desk::with_site();
    desk.run(&["nieuw", "gremium", "klankbordgroep"]).good();
    let path = desk.path("site/data/gremia-klankbordgroep.toml");
    let text = fs::read_to_string(&path).unwrap();
    // It holds no fact of any other record.
    for known in ["werkplan/overleg\"", "\"beekstad\"", "\"besloten\""] {
        assert!(!text.contains(known), "{known} in\n{text}");
    }
    // It is told once, and the site is shown without it.
    let said = desk.run(&["check", "--formaat", "kort"]).good();
    let told: Vec<&str> = said.err.lines().filter(|l| l.contains("let op[")).collect();
    assert!(
        matches!(told[..], [one] if one.contains("[REGEL052]: [[gremium]] “klankbordgroep” is nog niet af")),
        "{told:?}"
    );
    desk.run(&["build"]).good();
    assert!(!desk.path("public/gremia/klankbordgroep/index.html").exists());
    let filled = text
        .replace("naam = \"…\"", "naam = \"Klankbordgroep\"")
        .replace("omschrijving = \"…\"", "omschrijving = \"Denkt mee.\"")
        .replace("laag = \"…\"", "laag = \"uitvoering\"")
        .replace("besluit = \"…\"", "besluit = false")
        .replace("status = \"…\"", "status = \"voorstel\"")
        .replace("bron = [\"…\"]", "bron = [\"werkplan/overleg\"]")
        .replace("organisatie = \"…\"", "organisatie = \"beekstad\"");
    fs::write(&path, &filled).unwrap();
    let said = desk.run(&["build"]);
    assert_eq!(said.code, 0, "{}\n{filled}", said.err);
    assert!(desk.path("public/gremia/klankbordgroep/index.html").is_file());
}

#[test]
fn nothing_is_put_where_another_program_keeps_its_own() {
    let desk = Desk::with_site();
    for command in [&["build"][..], &["infographic", "kerncijfers"], &["schema"]] {
        for place in ["-", ".git", ".git/site", ".verbeeld"] {
            let before = tree(desk.folder.path());
            desk.run(&[command, &["--uit", place]].concat()).ends(2).says("fout: ");
            assert_eq!(tree(desk.folder.path()), before, "{command:?} --uit {place}");
        }
    }
    desk.run(&["build", "--uit", "-"]).ends(2).says("“-” is geen plaats");
    desk.run(&["build", "--uit", ".git"]).ends(2).says("de map .git is van een ander programma");
    Desk::new().run(&["init", "-"]).ends(2).says("“-” is geen plaats");
}

#[test]
fn several_infographics_make_one_deck() {
    let desk = Desk::with_site();
    let listed = desk.run(&["infographic"]).out;
    let names: Vec<&str> = listed.lines().filter_map(|line| line.split_whitespace().next()).take(2).collect();
    let (one, two) = (names[0], names[names.len() - 1]);
    desk.run(&["infographic", one, two, "--uit", "samen.pptx"]).good();
    desk.run(&["infographic", one, "--uit", "een.pptx"]).good();
    let size = |name: &str| fs::metadata(desk.path(name)).unwrap().len();
    assert!(size("samen.pptx") > size("een.pptx"));
    desk.run(&["infographic", one, two, "--uit", "samen.png"]).ends(2).says("kies een naam op .pptx");
    desk.run(&["infographic", one, "onzin", "--uit", "samen.pptx"]).ends(2).says("“onzin” is er niet");
}

/// `verbeeld check --leesniveau | head`: who listens may leave.
#[cfg(unix)]
#[test]
fn a_listener_that_leaves_is_no_mistake() {
    use std::process::Stdio;
    let desk = Desk::with_site();
    desk.write("site/content/fout.md", "+++\ntitel = 3\n+++\n");
    for arguments in [
        &["--help"][..],
        &["check", "--leesniveau"],
        &["check", "--formaat", "json"],
        &["check", "--uitleg", "REGEL012"],
        &["check"],
        &["build"],
        &["infographic"],
        &["onzin"],
        &[],
    ] {
        let heard = desk.run(arguments).code;
        // Both ends are closed before the program begins.
        let (out, err) = (std::io::pipe().unwrap().1, std::io::pipe().unwrap().1);
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbeeld"));
        command.args(arguments).current_dir(desk.folder.path()).stdin(Stdio::null()).stdout(out).stderr(err);
        assert_eq!(command.status().unwrap().code(), Some(heard), "{arguments:?}");
    }
}

/// The macros of the standard library panic when nobody listens: only `cli/say.rs` prints.
/// A path of Windows has a form that nobody types: `diag::shown` takes care of that, and hides no path of the project.
#[test]
fn only_one_file_writes_paths() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (path, bytes) in tree(&root) {
        let text = String::from_utf8(bytes).unwrap_or_default();
        assert!(!text.contains(".display()"), "{} writes a path by itself", path.display());
    }
}

#[test]
fn only_one_file_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (path, bytes) in tree(&root) {
        let text = String::from_utf8(bytes).unwrap_or_default();
        let prints = ["println!(", "print!("].iter().any(|word| text.contains(word));
        assert!(!prints, "{} prints by itself", path.display());
    }
}
