// floor SRC OUT: read every .md under SRC, render it with pulldown-cmark, write OUT/<stem>/index.html.
use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use std::{
    env, fs,
    path::{Path, PathBuf},
};

fn walk(d: &Path, files: &mut Vec<PathBuf>) {
    for e in fs::read_dir(d).unwrap() {
        let e = e.unwrap();
        let p = e.path();
        if e.file_type().unwrap().is_dir() {
            walk(&p, files)
        } else if p.extension().map_or(false, |x| x == "md") {
            files.push(p)
        }
    }
}

fn main() {
    let a: Vec<String> = env::args().collect();
    let (src, out) = (Path::new(&a[1]), Path::new(&a[2]));
    let mut files = Vec::new();
    walk(src, &mut files);
    let opt = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    files.par_iter().for_each(|f| {
        let text = fs::read_to_string(f).unwrap();
        let body = match text.strip_prefix("+++\n").and_then(|t| t.split_once("\n+++\n")) {
            Some((_, b)) => b,
            None => &text,
        };
        let mut h = String::with_capacity(body.len() * 3 / 2);
        html::push_html(&mut h, Parser::new_ext(body, opt));
        let dir = out.join(f.strip_prefix(src).unwrap().with_extension(""));
        fs::create_dir_all(&dir).unwrap();
        fs::write(dir.join("index.html"), h).unwrap();
    });
}
