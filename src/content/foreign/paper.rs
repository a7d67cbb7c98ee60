//! What paper, a chat and a pdf leave in a text: numbers of sheets and divisions, notes at the foot, words that were cut.

use super::Construct;

pub static PAGE: Construct = Construct {
    code: "MD067",
    from: "een blad papier",
    effect: "",
    remedy: "Haal het weg: een webpagina heeft geen bladnummers.",
    patterns: &[],
};

pub static CHAT: Construct = Construct {
    code: "MD067",
    from: "Teams en WhatsApp",
    effect: "",
    remedy: "Haal de datum, de tijd en de naam weg, en schrijf in woorden wat een bezoeker moet weten.",
    patterns: &[],
};

/// Notes of Word at the foot of a sheet.
pub static NOTES: Construct = Construct {
    code: "MD070",
    from: "Word",
    effect: "wordt hier geen voetnoot en geen lijst",
    remedy: "Een voetnoot schrijft u als [^1] in de tekst, en op een eigen regel: [^1]: de tekst van de voetnoot. Een punt van een lijst begint met een nummer, een punt en een spatie: 1. eerste punt.",
    patterns: &[],
};

/// A word that was cut at the end of a line of paper.
pub static CUT: Construct = Construct {
    code: "MD070",
    from: "Markdown",
    effect: "eindigt met een streepje, en daar komt een spatie achter te staan",
    remedy: "Is het woord hier afgebroken? Haal het streepje weg en schrijf het woord aan elkaar.",
    patterns: &[],
};

/// `Artikel 1`, `Hoofdstuk IV`, `Bijlage A`, with nothing else on the line.
pub fn is_division(line: &str) -> bool {
    let Some((word, count)) = line.split_once(' ') else { return false };
    let counted = |count: &str| {
        let roman = count.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
        !count.is_empty() && count.len() < 5 && (count.bytes().all(|b| b.is_ascii_digit()) || roman || count.len() == 1)
    };
    ["Artikel", "Hoofdstuk", "Paragraaf", "Bijlage", "Deel", "Afdeling"].contains(&word)
        && counted(count.trim_end_matches(['.', ':']))
        && count.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
}

/// `12`, `– 3 –` or `3 / 12`: the number of a sheet of paper.
pub fn is_page(line: &str) -> bool {
    let number = |n: &str| (1..=3).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit());
    let bare = line.trim_matches(['-', '–', '—', ' ']);
    number(bare) || bare.split_once(" / ").is_some_and(|(page, of)| number(page) && number(of))
}

/// `1 Artikel 108 Gemeentewet` and `2 Artikel 160 Gemeentewet`.
pub fn are_notes(one: &str, next: &str) -> bool {
    let note = |line: &str| {
        let (number, words) = line.split_once([' ', '\t'])?;
        let short = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        (short && words.starts_with(char::is_uppercase)).then(|| number.parse::<u32>().ok())?
    };
    note(one).zip(note(next)).is_some_and(|(one, next)| next == one + 1)
}

/// `gemeen-` and `te en de provincie`; of `beleids-` and `en uitvoeringstaken` the hyphen stands for a word.
pub fn is_cut(one: &str, next: &str) -> bool {
    let word = next.split(' ').next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    let first = one.strip_suffix('-').is_some_and(|line| line.ends_with(char::is_lowercase) && !line.ends_with("--"));
    let joins = ["en", "of", "en/of", "als", "dan", "noch", "maar", "tot", "naar", "met", "in", "and", "or", "to"];
    first && next.starts_with(char::is_lowercase) && !joins.contains(&word)
}

/// `1-3-2027 10:12 - Els: tekst`, `[14:03] Els Jansen`
pub fn is_chat(line: &str) -> bool {
    if let Some((hour, said)) = line.strip_prefix('[').and_then(|line| line.split_once("] ")) {
        // The hour may stand before the day, or behind it.
        let is_hour = |part: &str| {
            let digits = part.bytes().all(|b| b.is_ascii_digit() || b == b':');
            digits && (4..9).contains(&part.len()) && part.contains(':')
        };
        let is_day = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.'));
        let parts = || hour.split([' ', ',']).filter(|part| !part.is_empty());
        let fits = parts().all(|part| is_hour(part) || is_day(part)) && parts().any(is_hour);
        return fits && said.starts_with(char::is_uppercase);
    }
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let Some((when, said)) = line.split_once(" - ") else { return false };
    let mut parts = when.split([' ', ',']).filter(|part| !part.is_empty());
    let of = |part: Option<&str>, sign: char, count: usize| {
        part.is_some_and(|part| {
            part.matches(sign).count() == count && part.bytes().all(|b| b.is_ascii_digit() || b == sign as u8)
        })
    };
    let date = parts.next();
    (of(date, '-', 2) || of(date, '/', 2)) && of(parts.next(), ':', 1) && parts.next().is_none() && said.contains(": ")
}

#[cfg(test)]
mod tests {
    use super::{are_notes, is_chat, is_cut, is_division, is_page};

    #[test]
    fn lines_of_paper_are_told_from_text() {
        assert!(is_division("Artikel 1") && is_division("Hoofdstuk IV.") && !is_division("Artikel 1 zegt dat"));
        assert!(is_page("12") && is_page("– 3 –") && is_page("3 / 12") && !is_page("2027") && !is_page("24/7"));
        assert!(is_chat("[14:03] Els") && is_chat("[1-3-2027, 14:03] Els: ja") && !is_chat("[14] Els"));
        assert!(is_chat("[14:03, 1-3-2027] Els: ja") && is_chat("[1/3/2027 14:03:10] Els") && !is_chat("[14, 3] Els"));
        assert!(is_chat("1-3-2027 10:12 - Els: ja") && !is_chat("1-3-2027 - besluit: ja"));
        assert!(are_notes("1 Artikel 108", "2 Artikel 160") && !are_notes("1 Artikel", "3 Artikel"));
        assert!(is_cut("de gemeen-", "te en") && !is_cut("beleids-", "en plannen") && !is_cut("zie --", "dit"));
    }
}
