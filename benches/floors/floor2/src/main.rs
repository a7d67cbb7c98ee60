// floor2 SRC OUT [cond]: the whole job of the corpus with hard-coded templates (no template engine, no
// highlighting): front matter, heading ids + table of contents, nav, breadcrumbs, prev/next, section lists,
// taxonomy, sitemap, feed.  "cond": write a file only when its bytes differ.
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};
use rayon::prelude::*;
use serde::Deserialize;
use std::{
    collections::{BTreeMap, HashMap},
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

#[derive(Deserialize)]
struct Fm {
    title: String,
    #[serde(default)]
    description: String,
    date: Option<toml::value::Datetime>,
    #[serde(default)]
    tags: Vec<String>,
}
struct Page {
    url: String,
    sec: Option<String>,
    fm: Fm,
    date: String,
    body: String,
    toc: String,
    index: bool,
}

fn esc(s: &str) -> String {
    let mut o = String::with_capacity(s.len() + 8);
    for c in s.chars() {
        match c {
            '<' => o.push_str("&lt;"),
            '>' => o.push_str("&gt;"),
            '&' => o.push_str("&amp;"),
            '"' => o.push_str("&quot;"),
            c => o.push(c),
        }
    }
    o
}
fn slug(s: &str) -> String {
    let mut o = String::new();
    for c in s.chars() {
        if c.is_alphanumeric() {
            o.extend(c.to_lowercase())
        } else if !o.ends_with('-') && !o.is_empty() {
            o.push('-')
        }
    }
    while o.ends_with('-') {
        o.pop();
    }
    o
}
fn walk(d: &Path, f: &mut Vec<PathBuf>) {
    for e in fs::read_dir(d).unwrap() {
        let e = e.unwrap();
        if e.file_type().unwrap().is_dir() {
            walk(&e.path(), f)
        } else if e.path().extension().map_or(false, |x| x == "md") {
            f.push(e.path())
        }
    }
}

fn render(md: &str) -> (String, String) {
    let mut ev: Vec<Event> = Parser::new_ext(md, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).collect();
    let (mut seen, mut toc, mut i): (HashMap<String, u32>, String, usize) =
        (HashMap::new(), String::from("<nav id=\"TableOfContents\"><ul>\n"), 0);
    while i < ev.len() {
        if let Event::Start(Tag::Heading { level, .. }) = &ev[i] {
            let level = *level;
            let mut t = String::new();
            let mut j = i + 1;
            while !matches!(ev[j], Event::End(TagEnd::Heading(_))) {
                if let Event::Text(x) | Event::Code(x) = &ev[j] {
                    t.push_str(x)
                }
                j += 1
            }
            let mut id = slug(&t);
            let n = seen.entry(id.clone()).or_insert(0);
            *n += 1;
            if *n > 1 {
                let k = *n - 1;
                write!(id, "-{k}").unwrap()
            }
            writeln!(toc, "<li class=\"{level}\"><a href=\"#{id}\">{}</a></li>", esc(&t)).unwrap();
            if let Event::Start(Tag::Heading { id: slot, .. }) = &mut ev[i] {
                *slot = Some(CowStr::from(id))
            }
        }
        i += 1;
    }
    toc.push_str("</ul></nav>");
    let mut h = String::with_capacity(md.len() * 3 / 2);
    html::push_html(&mut h, ev.into_iter());
    (h, toc)
}
fn shell(nav: &str, title: &str, desc: &str, url: &str, crumbs: &str, main: &str) -> String {
    let (t, d) = (esc(title), esc(desc));
    let mut o = String::with_capacity(main.len() + nav.len() + 1200);
    write!(o, "<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<title>{t} - Regioportaal</title>\n<meta name=\"description\" content=\"{d}\">\n<link rel=\"canonical\" href=\"https://portaal.example{url}\">\n<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/atom.xml\">\n<link rel=\"stylesheet\" href=\"/site.css\">\n</head>\n<body>\n<header><a href=\"/\">Regioportaal</a>\n{nav}\n</header>\n<main>\n<nav aria-label=\"Kruimelpad\"><ol>\n{crumbs}<li aria-current=\"page\">{t}</li>\n</ol></nav>\n{main}\n</main>\n<footer><p>Regioportaal. <a href=\"/sitemap.xml\">Sitemap</a></p></footer>\n</body>\n</html>\n").unwrap();
    o
}
fn main() {
    let a: Vec<String> = env::args().collect();
    let (src, out) = (Path::new(&a[1]), Path::new(&a[2]));
    let cond = a.get(3).is_some();
    let put = |p: PathBuf, s: &[u8]| {
        if cond {
            if let Ok(o) = fs::read(&p) {
                if o == s {
                    return;
                }
            }
        }
        if fs::write(&p, s).is_err() {
            fs::create_dir_all(p.parent().unwrap()).unwrap();
            fs::write(&p, s).unwrap()
        }
    };
    let mut files = Vec::new();
    walk(src, &mut files);
    files.sort();
    let pages: Vec<Page> = files
        .par_iter()
        .map(|f| {
            let t = fs::read_to_string(f).unwrap();
            let (fm, b) = t.strip_prefix("+++\n").unwrap().split_once("\n+++\n").unwrap();
            let fm: Fm = toml::from_str(fm).unwrap();
            let (body, toc) = render(b);
            let r = f.strip_prefix(src).unwrap().with_extension("");
            let index = r.ends_with("index") || r.ends_with("_index");
            let sec = r.parent().unwrap().to_str().unwrap().to_string();
            let sec = if sec.is_empty() { None } else { Some(sec) };
            let url = if index {
                match &sec {
                    Some(s) => format!("/{s}/"),
                    None => "/".into(),
                }
            } else {
                format!("/{}/", r.display())
            };
            let date = fm.date.as_ref().map(|d| d.to_string()).unwrap_or_default();
            Page { url, sec, fm, date, body, toc, index }
        })
        .collect();
    let mut secs: BTreeMap<&str, (Option<&Page>, Vec<&Page>)> = BTreeMap::new();
    let mut tags: BTreeMap<&str, Vec<&Page>> = BTreeMap::new();
    for p in &pages {
        if let Some(s) = &p.sec {
            let e = secs.entry(s).or_default();
            if p.index { e.0 = Some(p) } else { e.1.push(p) }
        }
        for t in &p.fm.tags {
            tags.entry(t).or_default().push(p)
        }
    }
    for v in secs.values_mut() {
        v.1.sort_by(|a, b| b.date.cmp(&a.date).then(b.url.cmp(&a.url)))
    }
    for v in tags.values_mut() {
        v.sort_by(|a, b| b.date.cmp(&a.date).then(b.url.cmp(&a.url)))
    }
    let mut nav = String::from("<nav aria-label=\"Hoofdmenu\"><ul>\n");
    for (s, v) in secs.iter().take(20) {
        writeln!(nav, "<li><a href=\"/{s}/\">{}</a></li>", esc(&v.0.unwrap().fm.title)).unwrap()
    }
    nav.push_str("</ul></nav>");
    let home = "<li><a href=\"/\">Regioportaal</a></li>\n";
    let ix = |u: &str| out.join(&u[1..]).join("index.html");
    secs.par_iter().for_each(|(s, (idx, l))| {
        let idx = idx.unwrap();
        let mut m = format!("<h1>{}</h1>\n{}<ul>\n", esc(&idx.fm.title), idx.body);
        for p in l {
            writeln!(
                m,
                "<li><time>{}</time> <a href=\"{}\">{}</a> {}</li>",
                p.date,
                p.url,
                esc(&p.fm.title),
                esc(&p.fm.description)
            )
            .unwrap()
        }
        m.push_str("</ul>");
        put(ix(&idx.url), shell(&nav, &idx.fm.title, &idx.fm.description, &idx.url, home, &m).as_bytes());
        let cr = format!("{home}<li><a href=\"/{s}/\">{}</a></li>\n", esc(&idx.fm.title));
        for (i, p) in l.iter().enumerate() {
            let mut m = String::with_capacity(p.body.len() + 2000);
            write!(m, "<article>\n<h1>{}</h1>\n<p><time>{}</time>", esc(&p.fm.title), p.date).unwrap();
            for t in &p.fm.tags {
                write!(m, " <a href=\"/tags/{t}/\">{t}</a>").unwrap()
            }
            write!(m, "</p>\n<aside>{}</aside>\n{}</article>\n<nav aria-label=\"Vorige en volgende\">", p.toc, p.body)
                .unwrap();
            if i > 0 {
                write!(m, "<a rel=\"prev\" href=\"{}\">{}</a>", l[i - 1].url, esc(&l[i - 1].fm.title)).unwrap()
            }
            if let Some(n) = l.get(i + 1) {
                write!(m, "<a rel=\"next\" href=\"{}\">{}</a>", n.url, esc(&n.fm.title)).unwrap()
            }
            m.push_str("</nav>");
            put(ix(&p.url), shell(&nav, &p.fm.title, &p.fm.description, &p.url, &cr, &m).as_bytes());
        }
    });
    tags.par_iter().for_each(|(t, l)| {
        let mut m = format!("<h1>{t}</h1>\n<ul>\n");
        for p in l {
            writeln!(m, "<li><time>{}</time> <a href=\"{}\">{}</a></li>", p.date, p.url, esc(&p.fm.title)).unwrap()
        }
        m.push_str("</ul>");
        let u = format!("/tags/{t}/");
        put(ix(&u), shell(&nav, t, "", &u, home, &m).as_bytes())
    });
    let mut m = String::from("<h1>Tags</h1>\n<ul>\n");
    for (t, l) in &tags {
        writeln!(m, "<li><a href=\"/tags/{t}/\">{t}</a> ({})</li>", l.len()).unwrap()
    }
    m.push_str("</ul>");
    put(ix("/tags/"), shell(&nav, "Tags", "", "/tags/", home, &m).as_bytes());
    let hp = pages.iter().find(|p| p.url == "/").unwrap();
    let mut m = format!("<h1>{}</h1>\n{}<ul>\n", esc(&hp.fm.title), hp.body);
    for (s, v) in &secs {
        writeln!(
            m,
            "<li><a href=\"/{s}/\">{}</a> {}</li>",
            esc(&v.0.unwrap().fm.title),
            esc(&v.0.unwrap().fm.description)
        )
        .unwrap()
    }
    m.push_str("</ul>");
    put(ix("/"), shell(&nav, &hp.fm.title, &hp.fm.description, "/", "", &m).as_bytes());
    let mut x = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for p in &pages {
        writeln!(x, "<url><loc>https://portaal.example{}</loc><lastmod>{}</lastmod></url>", p.url, p.date).unwrap()
    }
    x.push_str("</urlset>\n");
    put(out.join("sitemap.xml"), x.as_bytes());
    let mut all: Vec<&Page> = pages.iter().filter(|p| !p.index).collect();
    all.sort_by(|a, b| b.date.cmp(&a.date));
    let mut x = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Regioportaal</title>\n",
    );
    for p in all.iter().take(20) {
        writeln!(x, "<entry><title>{}</title><id>https://portaal.example{}</id><updated>{}T00:00:00Z</updated><content type=\"html\">{}</content></entry>", esc(&p.fm.title), p.url, p.date, esc(&p.body)).unwrap()
    }
    x.push_str("</feed>\n");
    put(out.join("atom.xml"), x.as_bytes());
    std::process::exit(0);
}
