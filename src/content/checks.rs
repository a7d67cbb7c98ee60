//! Checks of what a page says: links that do not tell where they lead, texts that were to be replaced, persons on a site of
//! functions. One pass over the text; what is found is looked at more closely.

use super::begins::{Begins, Places};
use super::days;
use super::foreign;
use super::needles::Needles;
use super::persons::{self, BANKS, FIRST_NAMES, HOME_MAIL, MOBILE, SERVICE_NUMBER, TITLES};
use super::unfinished::{self, CHAT, UNFINISHED};
use crate::diag::{Diagnostic, Span, words::checks as words};
use crate::letters::{first_line, stands_at};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;
use std::sync::LazyLock;

/// Words of a link that say nothing of where it leads.
const VAGUE: &[&str] = &[
    "hier",
    "klik hier",
    "klik",
    "kijk hier",
    "lees hier",
    "lees hier meer",
    "lees meer",
    "lees verder",
    "meer",
    "meer info",
    "meer informatie",
    "meer lezen",
    "verder lezen",
    "verder",
    "link",
    "deze link",
    "via deze link",
    "de link",
    "website",
    "de website",
    "deze website",
    "site",
    "deze site",
    "pagina",
    "deze pagina",
    "document",
    "dit document",
    "het document",
    "bestand",
    "dit bestand",
    "download",
    "download hier",
    "downloaden",
    "pdf",
    "bijlage",
    "ga naar",
    "bekijk",
    "bekijk hier",
    "bekijk meer",
    "zie hier",
    "dit",
    "deze",
    "details",
    "info",
    "daar",
    "formulier",
    "dit artikel",
    "artikel",
    "here",
    "click here",
    "read more",
];

/// None of them has more bytes, whichever signs its letters are written with.
const LONGEST_VAGUE: usize = 60;

/// What marks a whole text as not meant for readers, in capitals; and behind the word also in small letters.
const NOT_FOR_READERS: &[&str] = &[
    "concept – vertrouwelijk",
    "concept - vertrouwelijk",
    "vertrouwelijk – concept",
    "vertrouwelijk - concept",
    "vertrouwelijk",
    "concept –",
    "concept -",
    "concept d.d.",
    "concept versie",
    "conceptversie",
    "niet voor publicatie",
    "alleen voor intern gebruik",
    "voor intern gebruik",
];

/// No heading has more signs.
const LONGEST_HEADING: usize = 70;

/// What a needle is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Unfinished,
    Chat,
    Bracket,
    Amount,
    Title,
    FirstName,
    HomeMail,
    Mobile,
    ServiceNumber,
    Bank,
    Mail,
    NotForReaders,
    NoDay,
    NoTime,
    Weekday,
}

const NEEDLES: &[(Sort, &[&str])] = &[
    (Sort::Unfinished, UNFINISHED),
    (Sort::Chat, CHAT),
    (Sort::Bracket, &["["]),
    (Sort::Amount, &["eur ", "euro ", "€ ", "€", "eur\u{a0}", "€\u{a0}"]),
    (Sort::Title, TITLES),
    (Sort::HomeMail, HOME_MAIL),
    (Sort::Mobile, MOBILE),
    (Sort::ServiceNumber, SERVICE_NUMBER),
    (Sort::Bank, BANKS),
    (Sort::Mail, &["@"]),
    (Sort::NotForReaders, NOT_FOR_READERS),
    (Sort::NoDay, days::LATE_DAYS),
    (Sort::NoTime, days::OCLOCK),
    (Sort::Weekday, days::WEEKDAYS),
];

/// All needles in one. A constant in all but name.
static ALL: LazyLock<Needles<Sort>> = LazyLock::new(|| {
    let words = NEEDLES.iter().flat_map(|(sort, words)| words.iter().map(|word| (*word, *sort)));
    Needles::of(words.chain(FIRST_NAMES.split_whitespace().map(|name| (name, Sort::FirstName))))
});

/// Where in a text something may begin of what is looked for here, or of the markup of other programs: a page is gone through once for
/// both.
pub fn places(source: &str) -> Places {
    static BOTH: LazyLock<Begins> = LazyLock::new(|| ALL.begins().or(foreign::begins()));
    BOTH.places(source)
}

/// What is found in a text with its events; `place` gives a place in the file.
pub fn look(
    source: &str,
    events: &[(Event<'_>, Range<usize>)],
    places: &mut Places,
    place: &dyn Fn(&Range<usize>) -> Span,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut verbatim = 0_usize;
    let mut link: Option<(String, String)> = None;
    // Pieces of text that adjoin are one.
    let mut piece: Option<Range<usize>> = None;
    // How many lists, quotations and tables are open: a bold line in one is no heading.
    let mut within = 0_usize;
    for (i, (event, range)) in events.iter().enumerate() {
        let adjoins = |piece: &Range<usize>| matches!(event, Event::Text(_)) && piece.end == range.start;
        if let Some(done) = piece.take_if(|piece| !adjoins(piece)) {
            text(source, &done, places, place, &mut found);
        }
        match event {
            Event::Start(Tag::CodeBlock(_)) => verbatim += 1,
            Event::End(TagEnd::CodeBlock) => verbatim = verbatim.saturating_sub(1),
            Event::Start(tag) if is_holder(tag) => within += 1,
            Event::End(
                TagEnd::List(_)
                | TagEnd::BlockQuote(_)
                | TagEnd::FootnoteDefinition
                | TagEnd::DefinitionList
                | TagEnd::Table,
            ) => within = within.saturating_sub(1),
            Event::Start(Tag::Heading { .. }) => {
                let line = first_line(&source[range.clone()]).trim_end();
                let words = line.trim_start_matches('#').trim();
                if in_capitals(words) {
                    found.push(words::capitals(place(&(range.start..range.start + line.len())), &as_sentence(words)));
                }
            }
            Event::Start(Tag::Paragraph) if within == 0 => {
                if let Some(line) = capital_line(source, &events[i..]) {
                    let place = place(&(range.start..range.start + line.len()));
                    found.push(words::line_in_capitals(place, &as_sentence(line)));
                }
                if let Some(words) = bold_heading(source, &events[i..]) {
                    let line = range.start..range.start + source[range.clone()].trim_end().len();
                    found.push(words::bold_heading(place(&line), words));
                }
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {}
            Event::Start(Tag::Link { dest_url, .. }) => {
                let mail = dest_url.strip_prefix("mailto:").map(|mail| mail.split('?').next().unwrap_or(mail));
                if let Some(mail) =
                    mail.filter(|mail| mail.split_once('@').is_some_and(|(local, _)| persons::of_person(local)))
                    && !source[range.clone()].split("](").next().is_some_and(|words| words.contains(mail))
                {
                    found.push(words::private_mail(place(range), mail));
                }
                link = Some((dest_url.to_string(), String::new()));
            }
            Event::End(TagEnd::Link) => {
                let Some((address, words)) = link.take() else { continue };
                if is_vague(&words) {
                    found.push(words::vague_link(place(range), words.trim()));
                } else if says_another(&words, &address) {
                    found.push(crate::diag::words::slips::says_another_address(place(range), words.trim(), &address));
                }
            }
            Event::Code(code) => {
                if let Some((_, words)) = &mut link {
                    words.push_str(code);
                }
            }
            Event::Text(words) if verbatim == 0 => {
                if let Some((_, link)) = &mut link {
                    link.push_str(words);
                }
                if stands_at(source, range, words) {
                    piece = Some(piece.map_or(range.start, |p| p.start)..range.end);
                }
            }
            _ => {}
        }
    }
    if let Some(done) = piece {
        text(source, &done, places, place, &mut found);
    }
    found
}

/// What is found in a sentence without Markdown.
pub fn plain(sentence: &str, place: &dyn Fn(&Range<usize>) -> Span) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    text(sentence, &(0..sentence.len()), &mut ALL.begins().places(sentence), place, &mut found);
    found
}

fn is_holder(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::List(_) | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::DefinitionList | Tag::Table(_))
}

/// The words of a paragraph that is one short line in capitals with text below it.
fn capital_line<'s>(source: &'s str, events: &[(Event<'_>, Range<usize>)]) -> Option<&'s str> {
    let line = source.get(events.first()?.1.clone())?.trim_end();
    let ends = |c: char| c.is_alphabetic() || c == '?';
    if !in_capitals(line) || line.contains('\n') || line.chars().count() > LONGEST_HEADING || !line.ends_with(ends) {
        return None;
    }
    // What is not for readers is told as that.
    if ["CONCEPT", "VERTROUWELIJK"].iter().any(|word| line.contains(word)) {
        return None;
    }
    has_text_below(events).then_some(line).filter(|line| line.starts_with(char::is_alphabetic))
}

/// Stands there text below the paragraph with which these begin? With nothing below it, it is no heading above a text.
fn has_text_below(events: &[(Event<'_>, Range<usize>)]) -> bool {
    let end = events.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Paragraph)));
    let next = end.and_then(|end| events.get(end + 1)).map(|(event, _)| event);
    matches!(next, Some(Event::Start(Tag::Paragraph | Tag::List(_) | Tag::Table(_))))
}

/// The words of a paragraph that is one short line in bold with text below it, as a heading in a word processor is.
fn bold_heading<'s>(source: &'s str, events: &[(Event<'_>, Range<usize>)]) -> Option<&'s str> {
    let [(_, paragraph), (Event::Start(Tag::Strong), bold), ..] = events else { return None };
    let line = source.get(paragraph.clone())?.trim();
    if source.get(bold.clone()) != Some(line) {
        return None;
    }
    let words = line.trim_matches(['*', '_']).trim();
    // `**Onze taken:**` above them; what calls for attention is a box, and no heading.
    let words = words.strip_suffix(':').filter(|words| !is_call(words)).unwrap_or(words).trim_end();
    let long = words.chars().count() > LONGEST_HEADING || words.contains('\n');
    let sentence = words.ends_with(['.', '!', ':', ';', ',', '…', ')', ']', '”', '"']);
    let titled = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    (titled && !long && !sentence && has_text_below(events)).then_some(words)
}

/// Words before what is said, and not above it.
fn is_call(words: &str) -> bool {
    const CALLS: &[&str] = &[
        "let op",
        "let wel",
        "opgelet",
        "nb",
        "n.b.",
        "ps",
        "p.s.",
        "tip",
        "tips",
        "noot",
        "opmerking",
        "belangrijk",
        "waarschuwing",
        "voorbeeld",
        "bijvoorbeeld",
        "bron",
        "bronnen",
        "note",
        "warning",
        "important",
        "example",
        "kortom",
        "vraag",
        "antwoord",
    ];
    CALLS.contains(&words.trim().to_lowercase().as_str())
}

/// Is the text of a link an address itself, and of another site or mailbox than where it leads?
fn says_another(words: &str, address: &str) -> bool {
    fn host(text: &str) -> &str {
        let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
        rest.trim_start_matches("www.").split(['/', '?', '#']).next().unwrap_or_default()
    }
    let said = words.trim().trim_end_matches('.');
    if !said.contains('.') || said.contains(char::is_whitespace) {
        return false;
    }
    let (said, address) = (said.to_lowercase(), address.to_lowercase());
    if let Some(mail) = address.strip_prefix("mailto:") {
        return said.contains('@') && said.trim_start_matches("mailto:") != mail.split('?').next().unwrap_or(mail);
    }
    let is_site = said.contains("://")
        || said.starts_with("www.")
        || [".nl", ".eu", ".com", ".org"].iter().any(|end| host(&said).ends_with(end));
    let (said, led) = (host(&said), host(&address));
    // `stad.nl` may lead to `loket.stad.nl`.
    is_site && address.contains("://") && !said.contains('@') && !led.ends_with(said) && !said.ends_with(led)
}

fn is_vague(link: &str) -> bool {
    let words = link.trim().trim_end_matches(['.', '!', '>', '»', '…', ':', ' ', '→']).trim();
    words.len() <= LONGEST_VAGUE && VAGUE.contains(&words.to_lowercase().as_str())
}

fn text(
    source: &str,
    range: &Range<usize>,
    places: &mut Places,
    place: &dyn Fn(&Range<usize>) -> Span,
    found: &mut Vec<Diagnostic>,
) {
    let Some(text) = source.get(range.clone()) else { return };
    if let Some(open) = unfinished::alone(text) {
        found.push(words::unfinished(place(&(range.start + open.start..range.start + open.end)), &text[open]));
        return;
    }
    let mut from = 0;
    for hit in ALL.find(source, range, places) {
        let (at, end) = (hit.range.start, hit.range.end);
        // Part of what was told already.
        if at < from {
            continue;
        }
        let told = match hit.sort {
            Sort::Unfinished => {
                // `[tekst] (https://a.nl)` is a link with a space too many, and told as that.
                let link = text[..end].ends_with(']') && text[end..].trim_start_matches(' ').starts_with("(http");
                let whole = !link && persons::is_whole(text, at, end);
                whole.then_some((end, words::unfinished as fn(Span, &str) -> Diagnostic))
            }
            Sort::Chat => persons::is_whole(text, at, end)
                .then_some((end, crate::diag::words::slips::said_by_chat as fn(Span, &str) -> Diagnostic)),
            Sort::Bracket => unfinished::bracket(&text[at..])
                .map(|length| (at + length, words::unfinished as fn(Span, &str) -> Diagnostic)),
            Sort::Amount => unfinished::in_english(&text[end..]).map(|length| {
                (end + length, crate::diag::words::slips::english_amount as fn(Span, &str) -> Diagnostic)
            }),
            Sort::Title => {
                persons::titled(text, at, end).map(|end| (end, words::person as fn(Span, &str) -> Diagnostic))
            }
            Sort::FirstName => {
                persons::named(text, at, end).map(|end| (end, words::person as fn(Span, &str) -> Diagnostic))
            }
            Sort::HomeMail => Some((persons::word_end(text, end), words::private_mail as fn(Span, &str) -> Diagnostic)),
            Sort::Mobile => persons::mobile(text, at).map(|end| (end, words::mobile as fn(Span, &str) -> Diagnostic)),
            Sort::ServiceNumber => persons::service_number(text, at, end)
                .map(|end| (end, words::service_number as fn(Span, &str) -> Diagnostic)),
            Sort::Bank => {
                persons::account(text, at, end).map(|end| (end, words::account as fn(Span, &str) -> Diagnostic))
            }
            Sort::Mail => persons::of_person(&text[persons::word_start(text, at)..at])
                .then(|| (persons::word_end(text, end), words::private_mail as fn(Span, &str) -> Diagnostic)),
            Sort::NoDay => days::no_day(text, at),
            Sort::Weekday => days::other_day(text, at, end),
            Sort::NoTime => days::no_time(text, at)
                .map(|_| (end, crate::diag::words::meant::no_such_time as fn(Span, &str) -> Diagnostic)),
            Sort::NotForReaders => {
                marks_the_text(text, at, end).then_some((end, words::not_for_readers as fn(Span, &str) -> Diagnostic))
            }
        };
        let Some((end, says)) = told else { continue };
        let start = match &text[at..] {
            rest if rest.starts_with('@') => persons::word_start(text, at),
            rest if rest.starts_with(' ') => days::no_time(text, at).unwrap_or(at),
            _ if BANKS.iter().any(|bank| text[at..].get(..4).is_some_and(|b| b.eq_ignore_ascii_case(bank))) => {
                persons::account_start(text, at).unwrap_or(at)
            }
            _ => at,
        };
        found.push(says(place(&(range.start + start..range.start + end)), &text[start..end]));
        from = end;
    }
}

/// `VERTROUWELIJK`, `Concept d.d. 3 maart`: in capitals, or as the first words of a text. In a sentence it speaks of something else.
fn marks_the_text(text: &str, at: usize, end: usize) -> bool {
    let said = &text[at..end];
    let capitals = !said.chars().any(char::is_lowercase);
    let opens = text[..at].trim().is_empty() && said.contains(' ') && said.starts_with(char::is_uppercase);
    persons::is_whole(text, at, end) && (capitals || opens)
}

/// The words of a heading, or of a line that is one, in capitals alone: at least two words and twelve letters, and not a row of
/// abbreviations.
fn in_capitals(words: &str) -> bool {
    if words.chars().any(char::is_lowercase) {
        return false;
    }
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let long = words.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 5);
    letters > 11 && long && words.trim().contains(' ')
}

/// `HOE WIJ WERKEN` as it is read more easily.
fn as_sentence(words: &str) -> String {
    let lower = words.to_lowercase();
    let mut signs = lower.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

#[cfg(test)]
mod tests {
    use super::{is_vague, plain};
    use crate::diag::{FileId, Span};

    fn told(text: &str) -> Vec<String> {
        let place = |range: &std::ops::Range<usize>| Span::new(FileId(0), range.clone());
        plain(text, &place).iter().map(|d| format!("{} {}", d.code, &text[d.place.unwrap().range()])).collect()
    }

    #[test]
    fn every_needle_has_a_place() {
        let words = super::NEEDLES.iter().flat_map(|(_, words)| words.iter().copied());
        for word in words.chain(super::FIRST_NAMES.split_whitespace()) {
            let text = format!("Een {}.", word.trim_start());
            let (at, mut places) = (text.len() - 1 - word.len(), super::places(&text));
            let mut hits = super::ALL.find(&text, &(0..text.len()), &mut places).map(|hit| hit.range);
            assert!(hits.any(|hit| hit == (at..at + word.len())), "{word}");
        }
    }

    #[test]
    fn what_was_to_be_replaced_and_who_is_named() {
        for (text, wanted) in [
            ("Todo: dit nog doen", &["TEKST003 Todo"][..]),
            ("Lorem ipsum dolor sit amet.", &["TEKST003 Lorem ipsum", "TEKST003 dolor sit amet"]),
            (
                "Schrijf hier in een of twee zinnen waar het over gaat.",
                &["TEKST003 Schrijf hier in een of twee zinnen"],
            ),
            ("De methode en de todos.", &[]),
            ("Bel 06-12345678 of +31 6 1234 5678.", &["TEKST004 06-12345678", "TEKST004 +31 6 1234 5678"]),
            ("Op 06-12-2026 en 0612, artikel 6.06 en 061", &[]),
            ("Mail els.jansen@gmail.com.", &["TEKST004 els.jansen@gmail.com"]),
            ("BSN 123456782", &["TEKST004 BSN 123456782"]),
            (
                "Op NL91 ABNA 0417 1643 00 en NL91ABNA0417164300.",
                &["TEKST004 NL91 ABNA 0417 1643 00", "TEKST004 NL91ABNA0417164300"],
            ),
            ("Op NL92ABNA0417164300, bij RABO en de Rabobank", &[]),
            (
                "Mail m.devries@stad.nl, els.de.boer@stad.nl of info@stad.nl.",
                &["TEKST004 m.devries@stad.nl", "TEKST004 els.de.boer@stad.nl"],
            ),
            ("Mail team.info@stad.nl, info@a.b.nl en a@b.nl.", &[]),
            ("VERTROUWELIJK", &["TEKST003 VERTROUWELIJK"]),
            ("Op 31-02-2027 en dinsdag 1 maart 2027.", &["TEKST015 31-02-2027", "TEKST015 dinsdag 1 maart 2027"]),
            ("Kost € 12.50, of €1.5 mln.", &["TEKST015 € 12.50", "TEKST015 €1.5"]),
            ("Kost EUR 10,000 of € 1,250,000.50.", &["TEKST015 EUR 10,000", "TEKST015 € 1,250,000.50"]),
            ("Kost € 10,50, € 10.000 of EUR 1,2345.", &[]),
            ("PM", &["TEKST003 PM"]),
            ("€ PM", &["TEKST003 € PM"]),
            ("PM: bedrag", &["TEKST003 PM"]),
            ("Om 3 PM of bij de PM van het PMO", &[]),
            ("Bel [nog invullen] of 053-xxxxxxx.", &["TEKST003 [nog invullen]", "TEKST003 xxxxxxx"]),
            (
                "Op XX-XX-2026, [naam van de voorzitter invullen] en [vul in].",
                &["TEKST003 XX-XX-", "TEKST003 [naam van de voorzitter invullen]", "TEKST003 [vul in]"],
            ),
            ("Zie [1], [sic] en [de nota].", &[]),
            ("Natuurlijk! Hier is een tekst.", &["TEKST003 Natuurlijk! Hier"]),
            ("Als AI-taalmodel kan ik dat niet.", &["TEKST003 Als AI-taalmodel"]),
            (
                "Certainly! Here is the text. I hope this helps!",
                &["TEKST003 Certainly! Here", "TEKST003 I hope this helps"],
            ),
            ("Natuurlijk zijn wij er ook voor u.", &[]),
            ("Concept d.d. 3 maart 2026", &["TEKST003 Concept d.d."]),
            ("Dit is vertrouwelijk, en een concept - versie.", &[]),
            ("Het bedrag is n.t.b. en [afbeelding invoegen]", &["TEKST003 n.t.b.", "TEKST003 [afbeelding invoegen]"]),
            ("Bel Fatima El Amrani of Annelies Jansen.", &["TEKST005 Fatima El Amrani", "TEKST005 Annelies Jansen"]),
            ("Het BSN is negen cijfers.", &[]),
            ("Vraag het Els de Vries of mevrouw J. Bakker.", &["TEKST005 Els de Vries", "TEKST005 mevrouw J. Bakker"]),
            ("De heer Van den Berg", &["TEKST005 De heer Van den Berg"]),
            ("De heer of mevrouw die belt, krijgt Tim aan de lijn.", &[]),
            ("De wethouder Ruimte, de hans en Mark.", &[]),
        ] {
            assert_eq!(told(text), wanted, "{text}");
        }
        assert!(super::in_capitals("WIE BESLUIT ER?") && super::as_sentence("HOE WIJ WERKEN") == "Hoe wij werken");
        assert!(!super::in_capitals("BOA RUD VRT OM LOB") && !super::in_capitals("DE KUST"));
        assert!(
            super::says_another("www.stad.nl", "https://dorp.nl/") && super::says_another("a@b.nl", "mailto:c@b.nl")
        );
        assert!(
            !super::says_another("stad.nl", "https://loket.stad.nl/x")
                && !super::says_another("het plan", "https://a.nl/")
        );
        assert!(
            !super::says_another("plan.pdf", "https://a.nl/plan.pdf")
                && !super::says_another("a@b.nl", "mailto:A@b.nl?subject=x")
        );
        assert!(is_vague(" Klik hier! ") && is_vague("Lees meer…") && !is_vague("Lees het plan"));
    }
}
