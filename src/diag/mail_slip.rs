//! Mail addresses as people write them where the bare address belongs: `mailto:` before it, a name around it, `(at)` within it.

/// The address that was meant, when there is one and it is plain.
pub fn mail_meant(written: &str) -> Option<String> {
    const AT: &[&str] = &[
        "(at)",
        "[at]",
        "{at}",
        "(a)",
        "[a]",
        "(@)",
        "[@]",
        "(apenstaartje)",
        "[apenstaartje]",
        " apenstaartje ",
        " at ",
    ];
    const DOT: &[&str] = &["(dot)", "[dot]", "(punt)", "[punt]", " dot ", " punt "];
    let lower = written.trim().to_lowercase();
    let mut meant = lower.trim_start_matches("mailto:").trim_start_matches('/').to_owned();
    AT.iter().for_each(|sign| meant = meant.replace(sign, "@"));
    DOT.iter().for_each(|sign| meant = meant.replace(sign, "."));
    meant = meant.replace(" @", "@").replace("@ ", "@").replace(" .", ".");
    let edge = |c: char| matches!(c, '<' | '>' | '(' | ')' | '"' | '\'' | ',' | ';' | ':' | '.');
    let between = |c: char| c.is_whitespace() || matches!(c, '<' | '>');
    let mut words = meant.split(between).map(|word| word.trim_matches(edge)).filter(|word| word.contains('@'));
    let (found, other) = (words.next()?, words.next());
    let (name, host) = found.split_once('@')?;
    let plain = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "._-+".contains(c));
    let whole = plain(name) && plain(host) && host.contains('.') && !host.contains("..") && !host.starts_with('.');
    (whole && other.is_none()).then(|| found.to_owned())
}

#[cfg(test)]
mod tests {
    use super::mail_meant;

    #[test]
    fn the_address_that_was_meant() {
        for written in [
            "info(at)stad.nl",
            "info (at) stad.nl",
            "info[at]stad[dot]nl",
            "info at stad punt nl",
            "mailto:info@stad.nl",
            "Secretariaat <info@stad.nl>",
            "info@stad.nl.",
            "Info @ Stad.nl",
        ] {
            assert_eq!(mail_meant(written).as_deref(), Some("info@stad.nl"), "{written}");
        }
        for written in ["stad.nl", "info@stad", "a@b.nl, c@d.nl", "", "wij zijn at sea"] {
            assert_eq!(mail_meant(written), None, "{written}");
        }
    }
}
