//! `check --extern` against a site on this computer: what it tells, what it leaves, and how it asks.
use crate::support::desk::Desk;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A site that answers by path, and remembers what it was asked.
struct Other {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Other {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (list, own) = (Arc::clone(&asked), address.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (list, own) = (Arc::clone(&list), own.clone());
                thread::spawn(move || answer(stream, &list, &own));
            }
        });
        Self { address, asked }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn answer(stream: TcpStream, asked: &Mutex<Vec<String>>, own: &str) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut stream = stream;
    loop {
        let mut head = Vec::new();
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            if line.trim().is_empty() {
                break;
            }
            head.push(line.trim().to_owned());
        }
        let question = head[0].trim_end_matches(" HTTP/1.1").to_owned();
        asked.lock().unwrap().push(question.clone());
        let path = question.split(' ').nth(1).unwrap().to_owned();
        let (status, more) = match path.as_str() {
            "/goed" => ("200 OK", String::new()),
            "/alleen-get" if question.starts_with("HEAD") => ("405 Method Not Allowed", String::new()),
            "/alleen-get" => ("200 OK", String::new()),
            "/oud" => ("301 Moved Permanently", format!("Location: {own}/goed\r\n")),
            "/even" => ("302 Found", "Location: /goed\r\n".to_owned()),
            "/rondje" => ("301 Moved Permanently", "Location: /rondje\r\n".to_owned()),
            "/dicht" => ("403 Forbidden", String::new()),
            "/druk" => ("503 Service Unavailable", String::new()),
            _ => ("404 Not Found", String::new()),
        };
        let sent = write!(stream, "HTTP/1.1 {status}\r\n{more}Content-Length: 0\r\n\r\n");
        if sent.is_err() {
            return;
        }
    }
}

/// A site that leads nowhere else.
fn small_site() -> Desk {
    let desk = Desk::new();
    desk.write(
        "site/portal.toml",
        "naam = \"Proef\"\nbasis_url = \"https://proef.example/\"\neigenaar = \"Redactie\"\n",
    );
    desk.write("site/content/index.md", "+++\ntitel = \"Start\"\n+++\n");
    desk
}

fn page(links: &[String]) -> String {
    let links: String = links.iter().map(|link| format!("- [Het stuk over {}]({link})\n", link.len())).collect();
    format!("+++\ntitel = \"Links\"\n+++\n\n{links}")
}

#[test]
fn what_another_site_says_is_told_and_kept() {
    let other = Other::open();
    let desk = small_site();
    let at = |path: &str| format!("{}{path}", other.address);
    let all = ["/goed", "/goed#kop", "/weg", "/alleen-get", "/oud", "/even", "/rondje", "/dicht", "/druk"].map(at);
    desk.write("site/content/links.md", &page(&all));
    let said = desk.run(&["check", "--extern", "--formaat", "kort"]).good();
    for line in [
        format!("site/content/links.md:7:22: let op[LINK007]: De pagina “{}” bestaat niet meer (404)", at("/weg")),
        format!("site/content/links.md:9:22: let op[LINK009]: De pagina “{}” is verhuisd", at("/oud")),
        format!("  {}: de site laat een programma niet binnen", at("/dicht")),
        format!("  {}: de site heeft het te druk", at("/druk")),
        format!("  {}: de site stuurt steeds door", at("/rondje")),
    ] {
        assert!(said.err.contains(&line), "{line}\n{}", said.err);
    }
    assert_eq!(said.err.matches("let op[LINK").count(), 2, "{}", said.err);
    assert!(other.asked().contains(&"GET /alleen-get".to_owned()) && !other.asked().contains(&"GET /goed".to_owned()));

    // What led somewhere is not asked again; what did not is, and one more to see that there is a connection.
    let before = other.asked().len();
    desk.run(&["check", "--extern", "--formaat", "kort"]).good().says("LINK007");
    let again = other.asked().split_off(before);
    assert!(again.contains(&"HEAD /weg".to_owned()), "{again:?}");
    let known = ["HEAD /alleen-get", "HEAD /even", "HEAD /goed"];
    assert_eq!(again.iter().filter(|asked| known.contains(&asked.as_str())).count(), 1, "{again:?}");

    // The new address of a page that moved is one of the safe repairs.
    let mended = desk.run(&["check", "--extern", "--verbeter", "--ja"]).good();
    assert!(mended.out.contains("LINK009"), "{}", mended.out);
    let text = std::fs::read_to_string(desk.path("site/content/links.md")).unwrap();
    assert!(!text.contains("/oud)") && text.contains("/weg)"), "{text}");
}

#[test]
fn a_plain_check_asks_nothing() {
    let other = Other::open();
    let desk = small_site();
    desk.write("site/content/links.md", &page(&[format!("{}/weg", other.address)]));
    desk.run(&["check"]).good();
    assert_eq!(other.asked(), Vec::<String>::new());
}

#[test]
fn without_a_connection_nothing_is_wrong() {
    // A port that was free a moment ago: nobody answers there.
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let desk = small_site();
    desk.write("site/content/links.md", &page(&[format!("http://{closed}/stuk")]));
    let said = desk.run(&["check", "--extern"]).good().says("Hebt u verbinding met internet?");
    assert!(!said.err.contains("LINK00"), "{}", said.err);
}
