//! The words of a finished page, line by line. It reads only pages that the program made, so that a simple reader does.

/// What has no words for readers of the page, or says what stands elsewhere.
const SILENT: &[&str] = &["svg", "script", "style", "nav", "template"];

/// What begins a line of its own.
const BLOCKS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "li",
    "td",
    "th",
    "dt",
    "dd",
    "div",
    "section",
    "figcaption",
    "caption",
    "summary",
    "tr",
    "br",
];

/// What a page says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Its heading.
    pub title: String,
    /// What stands in it, a line for each paragraph, item or cell.
    pub lines: Vec<String>,
    /// Where it leads, when it is nothing but a way to another page: as written in it.
    pub leads_to: Option<String>,
    /// Does it hold a text of its own, beside what the data tell?
    pub own: bool,
    /// Where the links around it lead, with their words: the menu and the foot, the same on every page.
    pub around: Vec<(String, String)>,
}

/// Reads a page.
pub fn read(html: &str) -> Words {
    let refresh =
        html.split_once("http-equiv=\"refresh\" content=\"0; url=").and_then(|(_, rest)| rest.split_once('"'));
    let main = html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).map_or("", |(main, _)| main);
    let mut lines = vec![String::new()];
    let (mut rest, mut silent): (&str, Option<&str>) = (main.split_once('>').map_or("", |(_, rest)| rest), None);
    let mut title = String::new();
    while let Some((words, after)) = rest.split_once('<') {
        if silent.is_none()
            && let Some(line) = lines.last_mut()
        {
            line.push_str(words);
        }
        let Some((tag, after)) = after.split_once('>') else { break };
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
        match silent {
            Some(open) if tag.starts_with('/') && name == open => silent = None,
            None if !tag.starts_with('/') && !tag.ends_with('/') => {
                // A piece of code to copy says what stands beside it.
                let code = (name == "pre" && tag.contains("take-code")).then_some("pre");
                silent = SILENT.iter().copied().find(|s| *s == name).or(code);
            }
            _ => {}
        }
        if silent.is_none() && BLOCKS.contains(&name) {
            if tag == "/h1" && title.is_empty() {
                title = plain(lines.last().map_or("", String::as_str));
            }
            lines.push(String::new());
        }
        rest = after;
    }
    let lines = lines.iter().map(|line| plain(line)).filter(|line| !line.is_empty()).collect();
    let (leads_to, own) = (refresh.map(|(to, _)| to.to_owned()), main.contains(" data-tekst"));
    Words { title, lines, leads_to, own, around: Vec::new() }
}

/// The links in the head and the foot of a page.
pub fn links_around(html: &str) -> Vec<(String, String)> {
    let (before, rest) = html.split_once("<main").unwrap_or((html, ""));
    let after = rest.split_once("</main>").map_or("", |(_, after)| after);
    let body = before.split_once("<body").map_or("", |(_, body)| body);
    let links = [body, after].into_iter().flat_map(|part| part.split("<a ").skip(1));
    let read = links.filter_map(|link| {
        let (tag, rest) = link.split_once('>')?;
        let to = tag.split_once("href=\"")?.1.split('"').next()?;
        let words = rest.split("</a>").next()?.split('<').map(|part| part.split_once('>').map_or(part, |(_, w)| w));
        Some((to.to_owned(), plain(&words.collect::<String>())))
    });
    read.filter(|(to, _)| !to.starts_with('#') && !to.contains(':')).collect()
}

/// Without marks of HTML, and with single spaces.
fn plain(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let marks = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&nbsp;", " "),
        ("&shy;", ""),
    ];
    let text = marks.iter().fold(text, |text, (mark, letter)| text.replace(mark, letter));
    text.replace("&amp;", "&").replace('\u{ad}', "")
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_page_is_read_as_its_lines() {
        let html = "<html><body><nav>Menu</nav><main id=\"x\"><h1>De &amp; titel</h1><nav><p>Kruimel</p></nav>\
                    <p>Een <a href=\"b\">link</a>.</p><svg><text>Beeld</text></svg><ul><li>Punt</li></ul></main></body>";
        let words = read(html);
        assert_eq!((words.title.as_str(), words.lines.join("|").as_str()), ("De & titel", "De & titel|Een link.|Punt"));
        let copied =
            read("<main><p>Neem mee</p><pre class=\"take-code\"><code>&lt;a&gt;</code></pre><pre>x</pre></main>");
        assert_eq!(copied.lines.join("|"), "Neem mee|x");
        let moved = read("<meta http-equiv=\"refresh\" content=\"0; url=../nieuw/\"><main></main>");
        assert_eq!(moved.leads_to.as_deref(), Some("../nieuw/"));
    }
}
