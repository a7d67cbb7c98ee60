//! `verbeeld check --verbeter`: shows what can be mended, asks, and writes it as a whole or not at all.

use super::report::Format;
use super::written::written;
use super::{GOOD, MISTAKES, say};
use crate::diag::json;
use crate::edit::{Mended, mended};
use crate::output::Hold;
use crate::pipeline::{Built, Keep, Memo, Options, build};
use crate::source::Sources;
use clap::ArgMatches;
use serde_json::json;
use std::io::{BufRead, IsTerminal};

pub fn run(matches: &ArgMatches, hold: &Hold, built: &Built, sources: &Sources, options: Options) -> u8 {
    let (change, places) = mended(sources, &built.problems);
    let format = Format::of(matches);
    if places.is_empty() {
        show(&places, format);
        say::line("Er is niets dat Verbeeld veilig zelf kan verbeteren.");
        return left(built.errors());
    }
    show(&places, format);
    let files = change.summary().len();
    let amount = match (places.iter().map(|place| place.codes.len()).sum::<usize>(), files) {
        (1, _) => "1 plek".to_owned(),
        (n, 1) => format!("{n} plekken in 1 bestand"),
        (n, files) => format!("{n} plekken in {files} bestanden"),
    };
    if !matches.get_flag("ja") && !agreed(&amount) {
        say::line("Er is niets veranderd.");
        return left(built.errors());
    }
    // What could not be read before may hold mistakes of its own; those were there already, so they keep nothing back.
    let after = build(&change.applied(), options, &mut Memo::that_keeps(Keep::Nothing));
    let kept = match written(hold, &change, &format!("Verbeterd: {amount}.")) {
        Ok(kept) => kept,
        Err(code) => return code,
    };
    say::line(format_args!("Verbeterd: {amount}. {kept}"));
    say::line(match after.problems.len() {
        0 => "Er is nu niets meer te melden.".to_owned(),
        1 => "Er is nog 1 melding. Die ziet u met: verbeeld check".to_owned(),
        n => format!("Er zijn nog {n} meldingen. Die ziet u met: verbeeld check"),
    });
    left(after.errors())
}

fn left(errors: usize) -> u8 {
    if errors == 0 { GOOD } else { MISTAKES }
}

/// Each line as it is and as it becomes.
fn show(places: &[Mended], format: Format) {
    if format == Format::Json {
        let change = |place: &Mended| {
            let (lines, codes) = (place.line, &place.codes);
            json!({ "bestand": place.path, "regel": lines, "codes": codes, "was": place.before, "wordt": place.after })
        };
        return say::out(json::pretty(&places.iter().map(change).collect()));
    }
    for place in places {
        say::out(format_args!("{}, regel {} ({})\n", place.path, place.line, place.codes.join(", ")));
        place.before.lines().for_each(|line| say::out(format_args!("  was:   {line}\n")));
        place.after.lines().for_each(|line| say::out(format_args!("  wordt: {line}\n")));
        say::out("\n");
    }
}

/// Does the person at the keyboard say yes? Without one nobody does.
fn agreed(amount: &str) -> bool {
    let input = std::io::stdin();
    if !input.is_terminal() {
        let what = if amount.starts_with("1 ") { "Dit is" } else { "Dit zijn" };
        say::line(format_args!(
            "{what} {amount}. Verbeteren zonder te vragen doet u met: verbeeld check --verbeter --ja"
        ));
        return false;
    }
    say::err(format_args!("{amount} verbeteren? Typ ja en druk op Enter: "));
    let mut answer = String::new();
    let read = input.lock().read_line(&mut answer);
    read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "ja" | "j")
}
