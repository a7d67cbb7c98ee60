//! What shows that a text was not finished: words that were to be replaced, and what a chat program says around its answer.

use std::ops::Range;

/// What stands in a text that was to be replaced.
pub const UNFINISHED: &[&str] = &[
    "lorem ipsum",
    "dolor sit amet",
    "schrijf hier in een of twee zinnen",
    "schrijf hier",
    "vul hier in",
    "vul hier",
    "[invullen]",
    "[afbeelding invoegen]",
    "[afbeelding]",
    "[foto invoegen]",
    "[foto]",
    "[figuur invoegen]",
    "[figuur]",
    "[kaart invoegen]",
    "[tabel invoegen]",
    "[link invoegen]",
    "[logo]",
    "n.t.b.",
    "nog te bepalen",
    "p.m.",
    "[naam]",
    "[datum]",
    "[titel]",
    "[tekst]",
    "<naam>",
    "[opmerking",
    "klopt dit?",
    "nog checken",
    "nog navragen",
    "nog nakijken",
    "nog aanvullen",
    "nog uitwerken",
    "nog schrijven",
    "tekst volgt",
    "volgt nog",
    "todo",
    "to do",
    "to-do",
    "tbd",
    "t.b.d.",
    "fixme",
    "xxx",
    "hier komt tekst",
    "hier komt de tekst",
    "placeholder",
    "voorbeeldtekst",
    "titel hier",
    "asdf",
    "blabla",
    "bla bla",
    "[telefoonnummer]",
    "[telefoon]",
    "[e-mailadres]",
    "[mailadres]",
    "[e-mail]",
    "[adres]",
    "[plaats]",
    "[locatie]",
    "[bedrag]",
    "[aantal]",
    "[jaartal]",
    "[tijdstip]",
    "[functie]",
    "[organisatie]",
    "[gemeente]",
    "[voornaam]",
    "[jouw organisatie]",
    "[uw organisatie]",
    "[jouw naam]",
    "[uw naam]",
    "[naam organisatie]",
    "[naam gemeente]",
    "[your name]",
    "[insert name here]",
    "[insert link]",
    "[insert date]",
    "[company name]",
    "[achternaam]",
    "[onderwerp]",
    "[url]",
    "[link]",
    "[xx]",
    "xxxx",
    "xxxxx",
    "xxxxxx",
    "xxxxxxx",
    "xxxxxxxx",
    "xxxxxxxxx",
    "xxxxxxxxxx",
    "xx-xx-",
    "xx xx xx",
    "00-00-0000",
    "€ xx",
    "nog in te vullen",
    "nog aan te vullen",
    "nader in te vullen",
];

/// How chat programs begin and end what they write, and what they say of themselves.
pub const CHAT: &[&str] = &[
    "natuurlijk! hier",
    "natuurlijk, hier is",
    "natuurlijk. hier is",
    "zeker! hier",
    "zeker, hier is",
    "uiteraard! hier",
    "uiteraard, hier is",
    "graag gedaan! ",
    "hier is een herschreven",
    "hier is de herschreven",
    "hier is een verbeterde versie",
    "hier is een aangepaste versie",
    "hier is een kortere versie",
    "hier is de aangepaste tekst",
    "hier is de verbeterde tekst",
    "hier is je tekst",
    "hier is uw tekst",
    "hier is de tekst in",
    "hier vind je een",
    "als ai kan ik",
    "kopieer code",
    "copy code",
    "als ai-taalmodel",
    "als een ai-taalmodel",
    "als ai taalmodel",
    "als ai-model",
    "als ai-assistent",
    "als taalmodel",
    "als groot taalmodel",
    "as an ai language model",
    "as an ai assistant",
    "as an ai model",
    "as a language model",
    "as a large language model",
    "certainly! here",
    "certainly, here",
    "sure! here",
    "sure, here",
    "sure thing! here",
    "of course! here",
    "absolutely! here",
    "here's a revised version",
    "here is a revised version",
    "ik hoop dat dit helpt",
    "ik hoop dat deze tekst",
    "i hope this helps",
    "laat het me weten als",
    "laat het mij weten als je",
    "laat me weten als je",
    "laat me weten of je",
    "let me know if you",
    "wil je dat ik",
    "wilt u dat ik",
    "would you like me to",
    "zal ik dit ook",
    "zal ik er ook",
    "als je wilt, kan ik",
    "als je wil, kan ik",
    "als u wilt, kan ik",
    "als je wilt kan ik",
    "if you want, i can",
    "if you'd like, i can",
    "my knowledge cutoff",
    "mijn kennis gaat tot",
    "mijn trainingsdata",
    "regenerate response",
    "chatgpt zei:",
    "chatgpt said:",
    "copilot zei:",
    "copilot said:",
];

/// No longer words are looked through for what they ask.
const LONGEST: usize = 60;

/// The length of what stands in brackets to be filled in: `[naam van de voorzitter invullen]`, `[nog te bepalen]`.
pub fn bracket(text: &str) -> Option<usize> {
    const ENDS: &[&str] = &[
        "invullen",
        "aanvullen",
        "invoegen",
        "toevoegen",
        "bepalen",
        "vullen",
        "volgt",
        "checken",
        "controleren",
        "uitwerken",
        "navragen",
        "nakijken",
    ];
    const STARTS: &[&str] = &[
        "invullen", "nog", "vul", "hier", "pm", "p.m", "ntb", "nnb", "nnb", "tbd", "todo", "xx", "xxx", "volgt",
        "voeg", "vermeld",
    ];
    let inside = text.strip_prefix('[')?;
    let inside = &inside[..inside[..inside.floor_char_boundary(LONGEST)].find(']')?];
    let end = inside.len() + 2;
    // `[[id]]` is a mention, and `[words](address)` a link.
    if inside.contains('[') || text[end..].starts_with(['(', '[', ']', ':']) {
        return None;
    }
    let lower = inside.trim().trim_end_matches(['.', ':', '…', '!', '?']).to_lowercase();
    let (first, last) = (lower.split(' ').next().unwrap_or_default(), lower.rsplit(' ').next().unwrap_or_default());
    (ENDS.contains(&last) || STARTS.contains(&first)).then_some(end)
}

/// `PM` alone, and `PM:` before what is still to be written: so officials mark what is not known yet.
pub fn alone(text: &str) -> Option<Range<usize>> {
    // Nearly every text begins with another letter: that is asked first.
    if text.bytes().next().is_some_and(|b| b.is_ascii_alphabetic() && !matches!(b, b'P' | b'p' | b'N' | b'n')) {
        return None;
    }
    let bare = text.trim_start();
    let start = text.len() - bare.len();
    let bare = bare.trim_end();
    // In a sentence it may be what a reader does.
    if bare.trim_end_matches(['.', '…']).eq_ignore_ascii_case("nog invullen") {
        return Some(start..start + bare.len());
    }
    if bare.len() > 12 && !bare.starts_with("PM:") {
        return None;
    }
    let word = bare.trim_start_matches(['€', ' ', '(', '\u{a0}']).trim_end_matches(['.', ' ', ')', ':']);
    if matches!(word, "PM" | "Pm" | "pm" | "P.M") {
        return Some(start..start + bare.trim_end_matches(':').len());
    }
    bare.starts_with("PM:").then_some(start..start + 2)
}

/// The length of an amount with a comma for its thousands, as English has it: `10,000`, `1,250,000.50`.
pub fn in_english(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(text);
    if !(1..=3).contains(&end) {
        return None;
    }
    let mut groups = 0;
    while text[end..].starts_with(',') && digits(&text[end + 1..]) == 3 {
        end += 4;
        groups += 1;
    }
    if groups > 0 && text[end..].starts_with('.') && digits(&text[end + 1..]) == 2 {
        end += 3;
    }
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    // `12.50`: a point before the cents.
    if groups == 0 && text[end..].starts_with('.') {
        let cents = digits(&text[end + 1..]);
        let last = &text[(end + 1 + cents).min(text.len())..];
        let number = last.strip_prefix(['.', ',']).is_some_and(|rest| digits(rest) > 0);
        return ((1..=2).contains(&cents) && !number).then_some(end + 1 + cents);
    }
    let goes_on = digit(&text[end..]) || text[end..].strip_prefix(',').is_some_and(digit);
    (groups > 0 && !goes_on).then_some(end)
}
