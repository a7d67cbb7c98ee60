//! `verbeeld infographic`: one infographic of the site as a file, or several as one deck.

use super::report::{self, Format};
use super::{GOOD, MISTAKES, fail, held, place, say};
use crate::diag::{nearest, shown};
use crate::export::{Form, Recipe, deck};
use crate::output::make_named;
use crate::pipeline::{Keep, Memo, Options, build};
use crate::source;
use clap::ArgMatches;
use std::path::Path;

pub fn run(matches: &ArgMatches) -> u8 {
    // Before the site is made: a mistake in the command is told at once.
    let file = match place::given(matches, "uit") {
        Ok(file) => file,
        Err(why) => return fail(why),
    };
    let project = match held::project(matches) {
        Ok(project) => project,
        Err(code) => return code,
    };
    let sources = match source::read(&project) {
        Ok(sources) => sources,
        Err(e) => return fail(e),
    };
    let options = Options { drafts: matches.get_flag("concepten"), today: None };
    let built = build(&sources, options, &mut Memo::that_keeps(Keep::Site));
    let Some(output) = &built.output else {
        report::problems(&built, &sources, Format::Full);
        say::line("De infographic is niet gemaakt: er zijn fouten in de site.");
        return MISTAKES;
    };
    // Every infographic has one sheet, so the sheets tell which there are.
    let all: Vec<(&str, &Recipe)> = output
        .recipes()
        .filter(|(_, recipe)| recipe.form() == Some(Form::Svg))
        .map(|(path, recipe)| (path.trim_end_matches(".svg"), recipe))
        .collect();
    let Some(asked) = matches.get_many::<String>("naam") else {
        say::out(list(&all));
        return GOOD;
    };
    let found: Result<Vec<&Recipe>, String> = asked.map(|asked| find(&all, asked)).collect();
    let recipes = match found {
        Ok(recipes) => recipes,
        Err(said) => return fail(said),
    };
    let Some(file) = file else {
        return fail("Zeg met --uit hoe het bestand moet heten, zoals: --uit kaart.svg");
    };
    let form = match form(&file, matches.get_flag("dia"), matches.get_one::<u32>("breedte").copied()) {
        Ok(form) => form,
        Err(said) => return fail(said),
    };
    let made = match recipes.as_slice() {
        [recipe] => recipe.in_form(form).bytes(|| None),
        several if form == Form::Pptx => deck(several),
        _ => {
            return fail(
                "Meer infographics passen alleen samen in een presentatie: kies een naam op .pptx, zoals --uit overleg.pptx",
            );
        }
    };
    let bytes = match made {
        Ok(bytes) => bytes,
        Err(e) => return fail(e),
    };
    match make_named(&project, &file, &bytes) {
        Ok(()) => {
            say::line(format_args!("Gemaakt: {}", shown(file)));
            GOOD
        }
        Err(e) => fail(format_args!("{} kan niet worden gemaakt: {}", shown(file), e.cause)),
    }
}

/// The infographic with a name: the whole one, or the last part of it when only one has that.
fn find<'a>(all: &[(&str, &'a Recipe)], asked: &str) -> Result<&'a Recipe, String> {
    let asked = asked.trim_matches('/').trim_end_matches(".svg");
    if let Some((_, recipe)) = all.iter().find(|(name, _)| *name == asked) {
        return Ok(recipe);
    }
    let short: Vec<_> = all.iter().filter(|(name, _)| last(name) == asked).collect();
    match short.as_slice() {
        [(_, recipe)] => Ok(recipe),
        [] if all.is_empty() => Err("Deze site heeft geen infographics.".to_owned()),
        [] => {
            let names = all.iter().flat_map(|(name, _)| [*name, last(name)]);
            let hint = nearest(asked, names).map(|n| format!(" Bedoelde u “{n}”?")).unwrap_or_default();
            Err(format!("De infographic “{asked}” is er niet.{hint} U kunt kiezen uit:\n{}", list(all).trim_end()))
        }
        several => {
            let names: Vec<&str> = several.iter().map(|(name, _)| *name).collect();
            Err(format!("Er zijn er meer die “{asked}” heten. Kies er een van: {}.", names.join(", ")))
        }
    }
}

fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

fn list(all: &[(&str, &Recipe)]) -> String {
    all.iter().map(|(name, recipe)| format!("  {name}  –  {}\n", recipe.title())).collect()
}

/// The form that goes with the end of a file's name.
fn form(file: &Path, slide: bool, width: Option<u32>) -> Result<Form, String> {
    let end = file.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    let form = match (end.as_str(), slide) {
        ("svg", false) => Form::Svg,
        ("svg", true) => Form::SlideSvg(0),
        ("png", false) => Form::Png(width.unwrap_or(1920)),
        ("png", true) => Form::SlidePng(width.unwrap_or(1920), 0),
        ("csv", false) => Form::Csv,
        ("pptx", _) => Form::Pptx,
        ("csv", true) => return Err("Een dia is een tekening: kies .svg of .png, of laat --dia weg.".to_owned()),
        _ => return Err(format!("De naam “{}” moet eindigen op .svg, .png, .csv of .pptx.", shown(file))),
    };
    if width.is_some() && end != "png" {
        return Err("Een breedte hoort alleen bij een PNG.".to_owned());
    }
    Ok(form)
}
