//! What an editor means by a word: the id of a record, its name in any case, or words of their own. What is nearly one of them is
//! asked about, never written as it is.

use super::called::{called, unknown};
use super::change::Refused;
use crate::decode::{Kinds, Moment, Text, date_slip};
use crate::diag::nearest;
use crate::dutch::{fold, slug};
use crate::model::kinds::{Keuze, Niveau, Partij};
use crate::model::rules::names_in;
use crate::model::{Kind, Model};
use crate::site::Site;
use jiff::civil::Date;

/// The kinds of record that a choice may come out at.
const OUTCOMES: &[&str] = &["organisatie", "gremium", "rol", "niveau"];

/// The longest id that is made of a name.
const LONGEST_ID: usize = 60;

/// What a choice came out at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// As it is written: `[[een-id]]`, an option as the choice names it, or words.
    pub written: String,
    /// Who takes a seat that waited for it: an organisation, body or role.
    pub seated: Option<String>,
}

/// The outcome that is meant. Words of one's own are taken as they are only when `own` says that they are meant so, where one of the
/// options may be meant as well.
pub fn outcome(model: &Model, choice: &Keuze, words: &str, own: bool) -> Result<Outcome, Refused> {
    // Text that was pasted over more lines is one sentence in the data.
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.as_str();
    if words.is_empty() {
        return Err(refused("Een besluit heeft een uitkomst."));
    }
    if !own && is_no_answer(words) && choice.opties.iter().all(|option| bare(&option.raw) != bare(words)) {
        return Err(format!(
            "“{words}” is geen uitkomst. Is er nog niets gekozen, leg dan nog niets vast: de keuze blijft open staan. Is dit echt wat er is \
             gekozen? Geef dan ook --vrij, of typ in het venster hetzelfde nog eens."
        )
        .into());
    }
    let known = |id: &str| kind_of(model, id).is_some_and(|kind| OUTCOMES.contains(&kind.name));
    let link = |id: &str| Outcome {
        written: format!("[[{id}]]"),
        seated: Some(id).filter(|id| kind_of(model, id).is_some_and(|kind| !kind.is::<Niveau>())).map(str::to_owned),
    };
    // An option may be the link to a record: then its words, its id and its name mean that option.
    let alone = |option: &Text| option.raw.strip_prefix("[[")?.strip_suffix("]]").map(|link| id_of(link).to_owned());
    let same = |text: &str| bare(text) == bare(words);
    let is_option = |option: &&Text| {
        same(&option.raw) || same(&model.in_words(option)) || alone(option).is_some_and(|id| id == id_of(words))
    };
    if let Some(option) = choice.opties.iter().find(is_option) {
        let seated = alone(option).filter(|id| known(id)).and_then(|id| link(&id).seated);
        return Ok(Outcome { written: option.raw.clone(), seated });
    }
    if known(words) {
        return Ok(link(words));
    }
    // One of the options that is named in part goes before a record of that name.
    let alike: Vec<&str> = choice.opties.iter().map(|o| o.raw.as_str()).filter(|o| shares_a_word(o, words)).collect();
    if let Some(id) = called(model, words, OUTCOMES)? {
        return Ok(link(id));
    }
    if !own
        && words.contains(char::is_whitespace)
        && let Some(near) = nearly(model, choice, words)
    {
        return Err(match choice.opties.iter().any(|option| option.raw == near) {
            true => no_option(model, choice, words, &[&near]),
            false => format!(
                "“{words}” is niets wat hier bekend is. Bedoelde u “{near}”? Zijn het toch uw eigen woorden? Geef dan ook --vrij, of typ in \
                 het venster hetzelfde nog eens."
            )
            .into(),
        });
    }
    if !own && !alike.is_empty() {
        return Err(no_option(model, choice, words, &alike));
    }
    if !own
        && (Moment::parse(words).is_some() || date_slip(words).is_some() || RELATIVE.contains(&bare(words).as_str()))
    {
        return Err(format!(
            "“{words}” lijkt een dag, geen uitkomst. Wat is er gekozen? De dag van het besluit geeft u bij --datum. Is deze dag de uitkomst? \
             Geef dan ook --vrij, of typ in het venster hetzelfde nog eens."
        )
        .into());
    }
    if !own && !words.contains(char::is_whitespace) && !words.contains("[[") {
        let options = choice.opties.iter().map(|option| option.raw.as_str());
        let near = nearest(words, model.ids.keys().map(String::as_str).filter(|id| known(id)).chain(options));
        if let Some(near) = near {
            return Err(format!(
                "“{words}” is niets wat hier bekend is. Bedoelde u “{near}”? Zijn het toch uw eigen woorden, schrijf dan een zin."
            )
            .into());
        }
        // One word that is none of them says too little to be taken for an outcome of its own.
        if !choice.opties.is_empty() {
            return Err(no_option(model, choice, words, &[]));
        }
    }
    let unknown_name = names_in(words).find(|name| !model.ids.contains_key(*name) && !name.contains('/'));
    if let Some(name) = unknown_name {
        let near = nearest(name, model.ids.keys().map(String::as_str));
        let hint = near.map(|near| format!(" Bedoelde u [[{near}]]?")).unwrap_or_default();
        return Err(format!("[[{name}]] in de uitkomst verwijst naar niets.{hint}").into());
    }
    if has_tag(words) {
        return Err(refused(
            "Een uitkomst is gewone tekst, zonder HTML. Vet maakt u met **sterren**; een gegeven noemt u met [[zijn-id]].",
        ));
    }
    Ok(Outcome { written: words.to_owned(), seated: None })
}

/// The option, or the name of who or what may be chosen, that these words are but for a slip: `De provinsie`.
fn nearly(model: &Model, choice: &Keuze, words: &str) -> Option<String> {
    let wanted = bare(words);
    let slip = |name: &str| is_slip_of(&bare(name), &wanted);
    let options = choice.opties.iter().filter(|option| slip(&option.raw) || slip(&model.in_words(option)));
    let names = OUTCOMES.iter().flat_map(|kind| model.of_kind(kind)).map(|record| record.name(model));
    let option = options.map(|option| option.raw.clone()).next();
    option.or_else(|| names.into_iter().find(|name| slip(name)))
}

/// Do they differ in a letter or two? Short words are other words then.
fn is_slip_of(one: &str, other: &str) -> bool {
    let (shortest, longest) =
        (one.chars().count().min(other.chars().count()), one.chars().count().max(other.chars().count()));
    let most = if shortest < TELLING { 0 } else { 1 + shortest / 12 };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    longest - shortest <= most && digits(one) == digits(other) && strsim::damerau_levenshtein(one, other) <= most
}

/// A word with fewer letters tells little.
const TELLING: usize = 5;

/// Is it what people type who have no answer?
pub fn is_no_answer(words: &str) -> bool {
    const NONE: &[&str] = &[
        "onbekend",
        "niet bekend",
        "nog onbekend",
        "nog niet bekend",
        "weet ik niet",
        "weet niet",
        "ik weet het niet",
        "geen",
        "geen idee",
        "geen bron",
        "geen uitkomst",
        "nee",
        "niets",
        "niks",
        "leeg",
        "nvt",
        "n.v.t",
        "niet van toepassing",
        "volgt",
        "volgt nog",
        "volgt later",
        "nog niet",
        "nog niets",
        "nog te bepalen",
        "nader te bepalen",
        "ntb",
        "n.t.b",
        "tbd",
        "tba",
        "todo",
        "xxx",
        "x",
        "?",
        "??",
        "???",
        "-",
        "…",
        "...",
    ];
    let said = fold(words.trim()).into_owned();
    let said = said.trim_end_matches(['.', '!']);
    NONE.contains(&said) || NONE.contains(&words.trim())
}

/// Days as people say them.
const RELATIVE: &[&str] = &["vandaag", "gisteren", "eergisteren", "morgen", "overmorgen", "nu", "straks", "later"];

/// An option as it is compared: in small letters, without the full stop, and without the article that it may begin with.
fn bare(text: &str) -> String {
    let text = fold(text.trim().trim_end_matches('.'));
    let article = ["een ", "de ", "het "].iter().find_map(|article| text.strip_prefix(article));
    article.unwrap_or(&text).to_owned()
}

/// The id in a link: what stands before its own words.
fn id_of(link: &str) -> &str {
    let inner = link.strip_prefix("[[").and_then(|link| link.strip_suffix("]]")).unwrap_or(link);
    inner.split('|').next().unwrap_or(inner).trim()
}

/// Words that are none of the options, though one of them may be meant.
fn no_option(model: &Model, choice: &Keuze, words: &str, alike: &[&str]) -> Refused {
    let meant = match alike {
        [one] => format!(" Bedoelde u “{one}”?"),
        _ => String::new(),
    };
    let options: String = choice.opties.iter().map(|option| format!("\n  - {}", model.in_words(option))).collect();
    format!(
        "“{words}” is geen van de opties van deze keuze.{meant} De opties zijn:{options}\nNeem er een over. Is de uitkomst echt iets \
         anders? Geef dan ook --vrij, of typ in het venster hetzelfde nog eens."
    )
    .into()
}

/// Do both hold a word that tells something, whole, as a part of a longer one or with a slip: `convenant` in `samenwerkingsconvenant`?
fn shares_a_word(option: &str, words: &str) -> bool {
    let of = |text: &str| -> Vec<String> {
        let parts = fold(text).into_owned();
        let long = parts.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= TELLING);
        long.map(str::to_owned).collect()
    };
    let (own, other) = (of(option), of(words));
    own.iter().any(|a| other.iter().any(|b| a.contains(b.as_str()) || b.contains(a.as_str()) || is_slip_of(a, b)))
}

/// Does it hold a tag of HTML?
fn has_tag(text: &str) -> bool {
    let bytes = text.as_bytes();
    let opens = |pair: &[u8]| pair[0] == b'<' && (pair[1] == b'/' || pair[1].is_ascii_alphabetic());
    bytes.windows(2).any(opens) && bytes.contains(&b'>')
}

/// The body or organisation that decided; a body that decides nothing is none. With `may_be_unknown` nothing is an answer as well.
pub fn decider(model: &Model, word: &str, may_be_unknown: bool) -> Result<String, Refused> {
    if let Some(id) = called(model, word, &["gremium", "organisatie"])? {
        return match model.gremia.get(id).filter(|body| !body.besluit) {
            Some(body) => Err(decides_nothing(model, &body.id, &body.naam, may_be_unknown)),
            None => Ok(id.to_owned()),
        };
    }
    if let Some(role) = called(model, word, &["rol"])? {
        let or = if may_be_unknown { ", of laat het leeg als dat niet bekend is (--door \"\")" } else { "" };
        return Err(format!("“{role}” is een functie. Geef het overleg of de organisatie die besloot{or}.").into());
    }
    if is_no_answer(word) {
        let how = match may_be_unknown {
            true => {
                "Geef dan --door \"\", of typ in het venster alleen Enter: dan staat het er als feit, niet als besluit."
            }
            false => "Leg het dan nog niet vast: dit vraagt een besluit.",
        };
        return Err(format!("“{word}” is geen overleg of organisatie. Is niet bekend wie het besloot? {how}").into());
    }
    let deciding = deciding(model);
    let parties = model.ids.keys().map(String::as_str).filter(|id| is_party(model, id));
    let mut refused = unknown(model, "overleg of organisatie", word, parties);
    if !refused.why.contains('?') && !deciding.is_empty() {
        refused.why.push_str(&format!(" Besluiten nemen hier: {}.", deciding.join(", ")));
    }
    Err(refused)
}

/// The bodies that decide, so many as fit in a sentence.
pub fn deciding(model: &Model) -> Vec<&str> {
    let bodies = model.gremia.iter().filter(|body| body.besluit).map(|body| body.id.value.as_str());
    bodies.take(FEW).collect()
}

/// Was it before the day on which it is recorded? What is still to come has not been decided.
pub fn has_been(when: &Moment, recorded: Option<Date>) -> Result<(), Refused> {
    if recorded.is_none_or(|today| when.first_day() <= today) {
        return Ok(());
    }
    Err(format!(
        "De dag van het besluit is {}, en die is nog niet geweest. Leg het vast als het is besloten. Met --datum geeft u de dag waarop het \
         is besloten, niet de dag waarop het ingaat.",
        when.in_dutch()
    )
    .into())
}

/// A body that decides nothing by itself: which do, and what can be written.
fn decides_nothing(model: &Model, id: &str, name: &str, may_be_unknown: bool) -> Refused {
    let others = deciding(model);
    let others = match others.is_empty() {
        true => String::new(),
        false => format!(" Dat doen hier: {}.", others.join(", ")),
    };
    let unknown = match may_be_unknown {
        true => "Geef dan --door \"\": dan staat het er als feit, niet als besluit.",
        false => "Leg het dan nog niet vast: dit vraagt een besluit.",
    };
    format!(
        "“{id}” ({name}) neemt volgens de gegevens zelf geen besluiten (besluit = false).{others} Wat u kunt doen: geef bij --door het \
         bestuur of de organisatie die besloot. Zegt uw bron niet wie dat was? {unknown} Neemt dit overleg toch zelf besluiten? Zet dan eerst besluit = true bij het overleg, met de bron erbij."
    )
    .into()
}

/// Where a decision is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A source that there is, as it is cited.
    Known(String),
    /// The address of a new one.
    Address(String),
    /// The name of a new one.
    Named(String),
}

/// The source that is meant.
pub fn source(model: &Model, given: &str) -> Result<Source, Refused> {
    let given = given.trim();
    if given.is_empty() {
        return Err(refused("Er hoort een bron bij: de id van een bron, of de naam of het webadres van een nieuwe."));
    }
    if is_no_answer(given) {
        return Err(format!(
            "“{given}” is geen bron. Wat u vastlegt, staat op de site met erbij waar het vandaan komt. Is er nog geen stuk, wacht dan tot \
             het er is, of geef het stuk een naam, zoals “Mededeling van de secretaris, 20 november 2026”."
        )
        .into());
    }
    if given.split_whitespace().next().is_some_and(crate::diag::is_on_own_disk) {
        return Err(format!(
            "“{given}” is een plek op uw eigen computer of netwerk: daar kan een lezer niet bij. Geef de naam van het stuk, of zijn webadres."
        )
        .into());
    }
    let id = given.split('/').next().unwrap_or_default();
    if model.bronnen.get(id).is_some() {
        return Ok(Source::Known(given.to_owned()));
    }
    let address = address(given);
    // Two decisions of one meeting stand in one document.
    let known = model.bronnen.iter().find(|source| source.url.is_some() && source.url == address);
    let known = known.map(|source| source.id.value.as_str());
    if let Some(id) = known.map_or_else(|| called(model, given, &["bron"]), |id| Ok(Some(id)))? {
        return Ok(Source::Known(id.to_owned()));
    }
    if let Some(address) = address {
        return Ok(Source::Address(address));
    }
    let sections = || {
        let of = |source: &crate::model::kinds::Bron| {
            let id = source.id.value.clone();
            source.sectie.iter().map(move |part| format!("{id}/{}", part.id.value)).collect::<Vec<_>>()
        };
        model.bronnen.iter().flat_map(of).collect::<Vec<_>>()
    };
    let kind = model.ids.get(given).map(|(kind, _)| *kind);
    let part = sections().into_iter().find(|part| part.rsplit('/').next() == Some(given));
    if kind.is_some() || part.is_some() {
        let what = kind.map(|kind| format!("een gegeven ({})", kind.label.to_lowercase()));
        let hint = part.map_or_else(
            || " Geef de id, de naam of het webadres van het stuk waarin het besluit staat.".to_owned(),
            |part| format!(" Bedoelde u “{part}”?"),
        );
        return Err(format!("“{given}” is {}, geen bron.{hint}", what.as_deref().unwrap_or("een deel")).into());
    }
    // One word in small letters looks like an id.
    let like_id = given.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-/".contains(&b));
    let ids = model.bronnen.iter().map(|source| source.id.value.as_str());
    if let Some(near) = like_id.then(|| nearest(given, ids)).flatten() {
        return Err(format!(
            "Er is geen bron met de id “{given}”. Bedoelde u “{near}”? Een nieuwe bron geeft u een naam."
        )
        .into());
    }
    if !given.contains(char::is_alphanumeric) {
        return Err(format!("“{given}” is geen naam voor een bron. Schrijf hoe het stuk heet.").into());
    }
    Ok(Source::Named(given.to_owned()))
}

/// A web address, as it is in full: what begins with `www.`, or with the name of a host and a slash, is one too.
fn address(text: &str) -> Option<String> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    let small = text.to_lowercase();
    if small.starts_with("https://") || small.starts_with("http://") {
        return Some(text.to_owned());
    }
    let (host, slash) = small.split_once('/').map_or((small.as_str(), false), |(host, _)| (host, true));
    let letter = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
    let end = host.rsplit_once('.').map_or("", |(_, end)| end);
    let named = end.len() >= 2 && end.bytes().all(|b| b.is_ascii_lowercase()) && host.bytes().all(letter);
    (named && (slash || host.starts_with("www."))).then(|| format!("https://{text}"))
}

/// An id that is made of a name and is not in use.
pub fn id_for(site: &Site, name: &str, other: &str) -> String {
    let plain = slug(name).replace(['.', '_'], "-");
    let mut parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    while parts.len() > 1 && parts.join("-").len() > LONGEST_ID {
        parts.pop();
    }
    let id: String = parts.join("-").chars().take(LONGEST_ID).collect();
    free(&site.model, if id.is_empty() { other } else { &id })
}

/// An id that is not in use yet.
pub fn free(model: &Model, wanted: &str) -> String {
    let taken = |id: &str| model.ids.contains_key(id) || model.now_called(id).is_some();
    let numbered = (2..).map(|n| format!("{wanted}-{n}"));
    std::iter::once(wanted.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
}

/// So many names fit in one sentence.
const FEW: usize = 8;

/// Why nothing was changed.
pub fn refused(why: &str) -> Refused {
    why.to_owned().into()
}

/// Is this the id of a body or organisation?
pub fn is_party(model: &Model, id: &str) -> bool {
    kind_of(model, id).is_some_and(|kind| Partij::KINDS.contains(&kind.name))
}

/// What kind of record has this id.
pub fn kind_of(model: &Model, id: &str) -> Option<Kind> {
    model.ids.get(id).map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::{address, has_tag, is_slip_of, shares_a_word};

    #[test]
    fn which_option_may_be_meant() {
        assert!(
            shares_a_word("Een samenwerkingsconvenant", "convenant") && shares_a_word("Het PHO besluit", "besluit")
        );
        assert!(
            shares_a_word("Extern", "externe werving") && !shares_a_word("Een andere vorm", "een andersoortig stuk")
        );
        for slip in ["De provinsie", "de provincei wordt het", "provicie"] {
            assert!(shares_a_word("De provincie", slip), "{slip}");
        }
        assert!(shares_a_word("Een van de gemeenten", "een van de gemeentes") && !is_slip_of("raad", "rad"));
        assert!(!is_slip_of("gemeente noord", "gemeente zuid") && !is_slip_of("convenant 2024", "convenant 2025"));
    }

    #[test]
    fn what_is_an_address() {
        for (text, full) in [
            ("https://voorbeeld.nl/a", Some("https://voorbeeld.nl/a")),
            ("voorbeeld.nl/stuk.pdf", Some("https://voorbeeld.nl/stuk.pdf")),
            ("www.voorbeeld.nl", Some("https://www.voorbeeld.nl")),
            ("plan/opgave-1", None),
            ("nota.pdf", None),
            ("3.2/4", None),
            ("Besluit nr. 3.2", None),
            ("C:\\stukken\\nota.docx", None),
        ] {
            assert_eq!(address(text).as_deref(), full, "{text}");
        }
    }

    #[test]
    fn what_is_a_tag() {
        assert!(has_tag("a <b>c</b>") && has_tag("</p>"));
        assert!(!has_tag("a < b") && !has_tag("<3 en >2") && !has_tag("meer dan **vet**"));
    }
}
