//! What was typed, taken for what it plainly means: an option behind one dash, or behind the long dash that Word makes of two; a
//! command in capitals; and what commands and options are called elsewhere.

use clap::Command;
use std::ffi::OsString;

/// What other programs call our commands, and what people would call them.
const COMMANDS: &[(&str, &[&str])] = &[
    ("plaats", &["publiceer", "publish", "deploy", "upload", "uploaden", "publiceren", "online"]),
    ("build", &["maak", "maken", "export", "exporteer", "genereer", "generate", "render", "bouwen"]),
    ("check", &["test", "lint", "valideer", "validate", "controleren", "fouten", "verify", "doctor"]),
    ("serve", &["preview", "watch", "bekijk", "toon", "dev", "run", "server", "kijk", "view"]),
    ("start", &["open", "edit", "bewerk", "wijzig"]),
    ("new", &["add", "create", "toevoegen", "voegtoe", "aanmaken"]),
    ("terug", &["undo", "herstel", "ongedaan", "revert"]),
    ("verschil", &["diff", "vergelijk", "status", "wijzigingen"]),
    ("hernoem", &["rename", "mv"]),
    ("verwijder", &["delete", "remove", "rm", "wis"]),
    ("check --verbeter", &["fix", "repareer", "verbeter"]),
    ("check --extern", &["links", "extern"]),
    ("--versie", &["versie", "version"]),
];

/// The same for options.
const OPTIONS: &[(&str, &[&str])] = &[
    ("--uit", &["out", "output", "uitvoer", "dest", "destination", "target", "doel"]),
    ("--map", &["folder", "dir", "directory", "root", "source", "site"]),
    ("--poort", &["port"]),
    ("--adres", &["host", "address", "bind", "ip"]),
    ("--stand", &["date", "datum", "today", "vandaag"]),
    ("--stil", &["quiet", "silent"]),
    ("--tijden", &["verbose", "timing", "times", "debug"]),
    ("--concepten", &["drafts", "draft", "concept"]),
    ("--verbeter", &["fix"]),
    ("--ja", &["yes"]),
    ("--extern", &["external", "links"]),
    ("--uitleg", &["explain"]),
    ("--formaat", &["format", "vorm"]),
    ("--versie", &["v"]),
];

/// The command or option that is called so elsewhere.
pub fn called_elsewhere(word: &str) -> Option<&'static str> {
    let bare = word.trim_start_matches('-').to_lowercase();
    let table = if word.starts_with('-') { OPTIONS } else { COMMANDS };
    table.iter().find(|(_, names)| names.contains(&bare.as_str())).map(|(ours, _)| *ours)
}

/// The words behind the name of the program, as they were meant.
pub fn as_meant(mut words: Vec<OsString>, known: &Command) -> Vec<OsString> {
    if let Some(word) = words.get(1).and_then(|word| word.to_str()).map(str::to_lowercase)
        && known.get_subcommands().any(|sub| sub.get_name() == word || sub.get_all_aliases().any(|alias| alias == word))
    {
        words[1] = word.into();
    }
    let last = words.iter().position(|word| word == "--").unwrap_or(words.len());
    for word in words.iter_mut().take(last).skip(1) {
        if let Some(meant) = word.to_str().and_then(|word| option(word, known)) {
            *word = meant.into();
        }
    }
    words
}

/// `--formaat` for `-formaat`, `–formaat` and `--Formaat`; `None` when it stands there already, or there is no such option.
fn option(word: &str, known: &Command) -> Option<String> {
    let bare = word.trim_start_matches(['-', '–', '—', '−']);
    if bare.len() == word.len() {
        return None;
    }
    let (name, value) = bare.split_once('=').map_or((bare, None), |(name, value)| (name, Some(value)));
    let lower = name.to_lowercase();
    let is_name = |sub: &Command| {
        let mut options = sub.get_arguments();
        options.any(|arg| {
            arg.get_long() == Some(lower.as_str())
                || arg.get_all_aliases().is_some_and(|all| all.iter().any(|alias| *alias == lower))
        })
    };
    let there = lower.chars().count() > 1 && (is_name(known) || known.get_subcommands().any(is_name));
    let meant = format!("--{lower}{}", value.map(|value| format!("={value}")).unwrap_or_default());
    (there && meant != word).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::arguments::command;

    #[test]
    fn every_command_and_option_that_is_named_is_there() {
        let known = command();
        for (ours, _) in COMMANDS.iter().chain(OPTIONS) {
            for word in ours.split(' ') {
                let named = |sub: &Command| {
                    sub.get_name() == word
                        || sub.get_arguments().any(|arg| {
                            let long = arg.get_long().into_iter().chain(arg.get_all_aliases().into_iter().flatten());
                            long.into_iter().any(|long| word.strip_prefix("--") == Some(long))
                        })
                };
                assert!(named(&known) || known.get_subcommands().any(named), "{ours}");
            }
        }
        assert_eq!(called_elsewhere("publiceer"), Some("plaats"));
        assert_eq!(called_elsewhere("--out"), Some("--uit"));
    }

    #[test]
    fn slips_are_taken_for_what_they_mean() {
        let meant = |words: &[&str]| {
            let words = std::iter::once("verbeeld").chain(words.iter().copied()).map(OsString::from).collect();
            let meant = as_meant(words, &command());
            meant.into_iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(meant(&["CHECK", "-formaat", "kort"]), "check --formaat kort");
        assert_eq!(meant(&["check", "–formaat=kort", "—stil"]), "check --formaat=kort --stil");
        assert_eq!(meant(&["check", "--Formaat", "kort", "-map", "x"]), "check --formaat kort --map x");
        for as_it_is in ["check -m proef", "serve -p8080", "new begrip -x", "check -- -formaat", "check /formaat"] {
            assert_eq!(meant(&as_it_is.split(' ').collect::<Vec<_>>()), as_it_is);
        }
    }
}
